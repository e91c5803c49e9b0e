// A talk: somebody is spoken to, agrees, reports; moderation hides, its author appeals, the ethics committee shows again.
import type { Page } from "@playwright/test";
import { expect, isAccessible, test } from "../server";
import { email, places } from "../demo";
import { person, refusal } from "../steps";

test.use({ demo: true });

const words = "Les nounous du quartier pourraient venir aussi.";
const rude = "Appelez Mme Durand au 06 11 22 33 44, elle sait tout.";

/** The comment that holds these words. */
const comment = (page: Page, text: string) => page.locator(".comment").filter({ hasText: text }).last();

async function firstProposal(page: Page): Promise<string> {
  await page.goto((await places(page)).proposals);
  return (await page.locator(".item-title a").first().getAttribute("href"))!;
}

async function narrow(page: Page) {
  await page.setViewportSize({ width: 320, height: 700 });
  await isAccessible(page);
  await page.setViewportSize({ width: 1200, height: 800 });
}

test("from a comment to the decision of the ethics committee @plain @both", async ({ browser, site }) => {
  test.setTimeout(180_000);
  const lucie = await person(browser, "lucie");
  const proposal = await firstProposal(lucie);
  await lucie.goto(proposal);

  // Lucie says something, then says it better: what she said before can be read.
  await lucie.getByLabel("Votre commentaire").fill("Les nounous pourraient venir.");
  await lucie.getByRole("button", { name: "Envoyer", exact: true }).click();
  await comment(lucie, "Les nounous pourraient venir.").getByRole("link", { name: "Modifier", exact: true }).click();
  const change = lucie.locator("form").filter({ has: lucie.getByRole("button", { name: "Enregistrer", exact: true }) });
  await change.getByLabel("Votre commentaire").fill("x".repeat(3001));
  await change.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(refusal(lucie)).toContainText("3");
  await change.getByLabel("Votre commentaire").fill(words);
  await change.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(comment(lucie, words)).toBeVisible();

  const nadege = await person(browser, "nadege");
  await nadege.goto(proposal);
  await comment(nadege, words).getByRole("link", { name: /Modifié/ }).click();
  await expect(comment(nadege, words)).toContainText("Les nounous pourraient venir.");
  await isAccessible(nadege);

  // Nadège agrees; changes her mind; agrees again: one mark.
  const mark = (name: string) => comment(nadege, words).getByRole("button", { name });
  for (const name of ["D’accord", "Pas d’accord", "D’accord"]) {
    await mark(name).first().click();
    await expect(mark(name).first()).toHaveAttribute("aria-pressed", "true");
  }
  await expect(comment(nadege, words).locator(".mark-n")).toHaveText(["1"]);

  // She answers, and lets Lucie know.
  await comment(nadege, words).getByRole("link", { name: "Répondre" }).click();
  const reply = nadege.locator("form").filter({ has: nadege.getByLabel("Votre réponse") });
  await reply.getByLabel("Votre réponse").fill(rude);
  await reply.getByText("Prévenir quelqu’un").click();
  await reply.getByRole("checkbox", { name: /Lucie Bervoux/ }).check();
  await reply.getByRole("button", { name: "Envoyer" }).click();
  await expect(comment(nadege, rude)).toContainText("@Lucie Bervoux");
  await narrow(nadege);
  await site.mail(email("lucie"), /vous parle/);
  await lucie.goto("/my-word");
  await lucie.getByRole("link", { name: /Nadège .* vous parle/ }).click();
  await expect(comment(lucie, rude)).toBeVisible();

  // Lucie reports it: a reason first.
  await comment(lucie, rude).getByRole("link", { name: "Signaler" }).click();
  await lucie.getByRole("button", { name: "Envoyer le signalement" }).click();
  await expect(refusal(lucie).getByRole("link")).toHaveCount(1);
  await isAccessible(lucie);
  await lucie.getByRole("radio", { name: "Informations privées sur une famille" }).check();
  await lucie.locator("#comments").getByLabel("Vos mots").fill("C’est le numéro de ma voisine.");
  await lucie.getByRole("button", { name: "Envoyer le signalement" }).click();
  await expect(lucie.getByText("Votre nom n’est montré à personne")).toBeVisible();

  // Maud finds it in her menu, names the committee first, hides the comment.
  const maud = await person(browser, "maud");
  const { process } = await places(maud);
  await maud.goto(`${process}/committees`);
  await maud.getByText("Nommer une personne").click();
  await maud.getByLabel("Comité", { exact: true }).selectOption({ label: "Comité d’éthique" });
  const claire = await maud.locator("select[name=member] option").filter({ hasText: /^Claire/ }).first().getAttribute("value");
  await maud.getByLabel("Personne", { exact: true }).selectOption(claire!);
  await maud.getByRole("button", { name: "Nommer" }).click();
  await expect(maud.locator(".seat").filter({ hasText: "Claire" })).toBeVisible();
  await narrow(maud);
  await maud.goto(process);
  await maud.getByRole("link", { name: "Modération (1 à traiter)" }).click();
  const reported = maud.locator(".moderated").filter({ hasText: rude });
  await expect(reported).toContainText("C’est le numéro de ma voisine.");
  await expect(reported).not.toContainText("Lucie");
  await reported.getByText("Masquer ce texte").click();
  await reported.getByRole("radio", { name: "Informations privées sur une famille" }).check();
  await narrow(maud);
  await reported.getByRole("button", { name: "Masquer le commentaire" }).click();
  await expect(maud.getByText("Aucun signalement à traiter")).toBeVisible();

  // Others read that it is hidden, and none of its words. Nadège reads why, and appeals.
  await lucie.goto(proposal);
  await expect(lucie.getByText("Commentaire masqué par la modération.")).toBeVisible();
  await expect(lucie.getByText("06 11 22 33 44")).toHaveCount(0);
  await site.mail(email("nadege"), /masqué/);
  await nadege.goto(proposal);
  const hidden = nadege.locator(".comment.is-hidden.is-mine");
  await expect(hidden).toContainText("Informations privées sur une famille");
  await hidden.getByText("Demander au comité d’éthique de relire").click();
  await nadege.getByLabel("Pourquoi faut-il montrer ce texte").fill("Mme Durand, c’est moi, et c’est le numéro de la crèche.");
  await narrow(nadege);
  await nadege.getByRole("button", { name: "Envoyer ma demande" }).click();
  await expect(nadege.getByText("Votre demande est envoyée")).toBeVisible();

  // The committee reads it all, and decides with a reason.
  const elected = await person(browser, "claire");
  await elected.goto(process);
  await elected.getByRole("link", { name: "Modération (1 à traiter)" }).click();
  const appealed = elected.locator(".moderated").filter({ hasText: rude });
  await expect(appealed).toContainText("c’est le numéro de la crèche");
  await appealed.getByRole("radio", { name: "Il est montré de nouveau" }).check();
  await appealed.getByRole("button", { name: "Rendre la décision" }).click();
  await expect(refusal(elected).getByRole("link")).toHaveCount(1);
  await appealed.getByLabel("Pourquoi ?").fill("C’est le numéro public de la crèche.");
  await narrow(elected);
  await appealed.getByRole("button", { name: "Rendre la décision" }).click();
  await site.mail(email("nadege"), /décision/);
  await lucie.goto(proposal);
  await expect(comment(lucie, rude)).toBeVisible();

  // Lucie takes her own back: the thread stays.
  await lucie.goto(proposal);
  await comment(lucie, words).getByRole("link", { name: "Modifier", exact: true }).click();
  await lucie.getByText("Retirer ce commentaire").click();
  await lucie.getByRole("button", { name: "Retirer mon commentaire" }).click();
  await expect(lucie.getByText("Commentaire retiré par son auteur.")).toBeVisible();
  await expect(lucie.getByText(words)).toHaveCount(0);
  await expect(comment(lucie, rude)).toBeVisible();
});

test("by keyboard alone", async ({ browser }) => {
  const lucie = await person(browser, "lucie");
  const proposal = await firstProposal(lucie);
  const nadege = await person(browser, "nadege");
  await nadege.goto(proposal);
  await nadege.getByLabel("Votre commentaire").fill("Au clavier aussi.");
  await nadege.getByRole("button", { name: "Envoyer", exact: true }).press("Enter");
  await lucie.goto(proposal);
  const here = comment(lucie, "Au clavier aussi.");
  await here.getByRole("button", { name: /^D’accord/ }).focus();
  await lucie.keyboard.press("Space");
  await expect(here.getByRole("button", { name: /^D’accord/ })).toHaveAttribute("aria-pressed", "true");
  await here.getByRole("button", { name: /^D’accord/ }).focus();
  await lucie.keyboard.press("Tab");
  await expect(here.getByRole("button", { name: /^Pas d’accord/ })).toBeFocused();
  await lucie.keyboard.press("Tab");
  await expect(here.getByRole("link", { name: "Répondre" })).toBeFocused();
  await lucie.keyboard.press("Tab");
  await lucie.keyboard.press("Enter");
  await lucie.getByRole("radio", { name: "Publicité" }).focus();
  await lucie.keyboard.press("Space");
  await lucie.getByRole("button", { name: "Envoyer le signalement" }).press("Enter");
  await expect(lucie.getByText("Votre nom n’est montré à personne")).toBeVisible();
});
