// What is said of amendments and what becomes of them; questions about an article; a facilitator's look at the easy version.
import type { Page } from "@playwright/test";
import { expect, isAccessible, test } from "../server";
import { email, places } from "../demo";
import { person } from "../steps";

test.use({ demo: true });

const see = "Voir ce qui est écrit sur soi";

async function both(page: Page) {
  await page.setViewportSize({ width: 1200, height: 800 });
  await isAccessible(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await isAccessible(page);
}

async function article(page: Page, title: string): Promise<string> {
  await page.goto((await places(page)).charter);
  const part = page.locator("article.article").filter({ hasText: title });
  return (await part.locator('.actions a[href^="/article/"]').first().getAttribute("href"))!;
}

/** The amendment of this person, in the list of its article. */
const of = (page: Page, author: string) => page.locator("#amendments ~ * .item, .competing .item").filter({ hasText: author }).first();

test("an amendment is discussed, reported, hidden and decided @plain @both", async ({ browser, site }) => {
  test.setTimeout(240_000);
  const [lucie, nadege, maud, olivier] = [await person(browser, "lucie"), await person(browser, "nadege"), await person(browser, "maud"), await person(browser, "olivier")];
  const page = await article(lucie, see);

  // Rivals beside each other: the passage that differs, and what each college says.
  await lucie.goto(page);
  await expect(lucie.getByRole("heading", { name: "2 amendements portent sur le même passage" })).toBeVisible();
  const rivals = lucie.locator(".competing");
  await expect(rivals.locator("ins").first()).toContainText("trois");
  await expect(rivals).not.toContainText("Lorsqu’un enfant est élevé");
  await both(lucie);
  const [mariana, oliviers] = [(await of(lucie, "Mariana").locator("a").first().getAttribute("href"))!, (await of(lucie, "Olivier").locator("a").first().getAttribute("href"))!];

  // Lucie says something under the one; Nadège answers her.
  await lucie.goto(mariana);
  await lucie.getByRole("radio", { name: "Je suis pour" }).check();
  await lucie.getByRole("button", { name: /avis/ }).click();
  await lucie.getByLabel("Votre commentaire").fill("Trois jours ouvrés, alors.");
  await lucie.getByRole("button", { name: "Envoyer", exact: true }).click();
  await expect(lucie).toHaveURL(/\/amendment\/.*comment=/);
  await both(lucie);
  await nadege.goto(mariana);
  const said = nadege.locator(".comment").filter({ hasText: "Trois jours ouvrés" }).last();
  await said.getByRole("button", { name: "D’accord" }).first().click();
  await expect(said.locator(".mark-n")).toHaveText(["1"]);

  // Lucie reports the other. Maud hides it: nothing of it is left for others, and its author reads why.
  await lucie.goto(oliviers);
  await lucie.getByText("Signaler cet amendement").click();
  await lucie.getByRole("radio", { name: "Autre raison" }).check();
  await lucie.getByLabel("Vos mots").fill("Il parle de ma famille.");
  await both(lucie);
  await lucie.getByRole("button", { name: "Envoyer le signalement" }).click();
  await expect(lucie.getByText("Votre nom n’est montré à personne")).toBeVisible();
  await maud.goto(`${(await places(maud)).process}/moderation`);
  const reported = maud.locator(".moderated").filter({ hasText: "Amendement" });
  await expect(reported).toContainText("Il parle de ma famille.");
  await reported.getByText("Masquer ce texte").click();
  await reported.getByRole("radio", { name: "Informations privées sur une famille" }).check();
  await both(maud);
  await reported.getByRole("button", { name: "Masquer l’amendement" }).click();
  await expect(maud.getByText("Aucun signalement à traiter")).toBeVisible();
  expect((await lucie.goto(oliviers))!.status()).toBe(404);
  await lucie.goto(page);
  await expect(lucie.locator(".competing")).toHaveCount(0);
  await expect(lucie.getByText("quinze jours")).toHaveCount(0);
  await site.mail(email("olivier"), /masqué/);
  await olivier.goto(oliviers);
  await expect(olivier.getByText("La modération a masqué cet amendement.")).toContainText("Informations privées");
  await olivier.getByText("Demander au comité d’éthique de relire").click();
  await both(olivier);

  // Maud decides the one that is left; who spoke for it reads why.
  await maud.goto(mariana);
  await maud.getByRole("radio", { name: "L’accepter en partie", exact: false }).check();
  await maud.getByLabel("Votre raison").fill("Trois jours quand le centre est ouvert.");
  const text = maud.getByLabel("Texte de l’article");
  await text.fill((await text.inputValue()).replace("dans les trois jours", "dans les trois jours ouvrés"));
  await both(maud);
  await maud.getByRole("button", { name: "Enregistrer la réponse" }).click();
  await expect(maud.locator(".decision").first()).toContainText("Trois jours quand le centre est ouvert.");
  await lucie.goto("/my-word");
  await expect(lucie.locator(".item").filter({ hasText: "Un amendement que vous soutenez" }).filter({ hasText: "Trois jours quand" })).toHaveCount(1);
  // The mail gathers the day's news: not at once.
  expect(site.mails.filter((mail) => mail.to === email("lucie"))).toEqual([]);
});

test("an article moves, is asked about and keeps its easy version in step @plain", async ({ browser, javaScriptEnabled }) => {
  test.setTimeout(180_000);
  const [lucie, maud] = [await person(browser, "lucie"), await person(browser, "maud")];
  const page = await article(lucie, see);

  // Another place for it.
  await lucie.goto(`${page}/amend`);
  await lucie.getByText("Ou proposer une autre place pour l’article").click();
  await lucie.getByLabel("Nouvelle place de l’article").selectOption({ label: "En premier" });
  const move = lucie.locator("form").filter({ has: lucie.getByRole("button", { name: "Proposer ce déplacement" }) });
  await move.getByLabel("Pourquoi cet amendement").fill("On le cherche en premier.");
  await both(lucie);
  await move.getByRole("button", { name: "Proposer ce déplacement" }).click();
  await expect(lucie.getByRole("heading", { name: "L’ordre avec cet amendement" })).toBeVisible();
  await both(lucie);
  await maud.goto(new URL(lucie.url()).pathname);
  await maud.getByRole("radio", { name: "L’accepter", exact: false }).first().check();
  await maud.getByLabel("Votre raison").fill("Oui, d’abord.");
  await maud.getByRole("button", { name: "Enregistrer la réponse" }).click();
  await expect(maud.locator(".decision")).toContainText("Oui, d’abord.");
  await maud.goto((await places(maud)).charter);
  await expect(maud.locator(".contents li").first()).toContainText(see);

  // A question, and its answer beside the article.
  await lucie.goto(page);
  await lucie.getByText("Poser une question").click();
  await lucie.getByLabel("Votre question").fill("Qui lit avec moi si je ne lis pas bien ?");
  await both(lucie);
  await lucie.getByRole("button", { name: "Envoyer ma question" }).click();
  await expect(lucie.locator("#questions")).toContainText("Pas encore de réponse.");
  await maud.goto(page);
  await maud.locator("#questions summary").filter({ hasText: "Réponse" }).click();
  await maud.getByLabel("Votre réponse").fill("La personne que vous choisissez.");
  await maud.locator("#questions").getByRole("button", { name: "Enregistrer la réponse" }).click();
  await lucie.goto(page);
  await expect(lucie.locator("#questions .answer")).toContainText("La personne que vous choisissez.");
  await both(lucie);

  // The text alone changes: the easy version is to be looked at.
  await maud.goto(`${page}/edit`);
  const text = maud.getByLabel("Texte de l’article");
  await text.fill(`${await text.inputValue()}\n\nOn peut revenir.`);
  await maud.getByLabel(/Pourquoi/).fill("Oublié");
  await maud.getByRole("button", { name: /Enregistrer/ }).first().click();
  await expect(maud.locator(".easy-behind")).toContainText("Elle va avec la version 1");
  await both(maud);
  await maud.getByRole("button", { name: "La version facile est toujours juste" }).click();
  await expect(maud.locator(".article").first()).toBeVisible();
  await expect(maud.locator(".easy-behind")).toHaveCount(0);
  // Heard where there are scripts.
  const listen = maud.getByRole("button", { name: "Écouter l’article" });
  if (javaScriptEnabled) await expect(listen).toBeVisible();
  else await expect(listen).toHaveCount(0);
});
