// Amendments: two people want other words for one passage, one of them gets in, and the other is not written over it.
import type { Page } from "@playwright/test";
import { expect, isAccessible, test } from "../server";
import { draftRound, openRound, person } from "../steps";

test.use({ demo: true });

const title = `Appeler les familles ${"anticonstitutionnellement".repeat(4)}`;
const morning = "L’équipe appelle la famille le matin, avant 8 h.\n\nElle dit toujours qui appelle.";

async function propose(page: Page, article: string, body: string, reason: string): Promise<string> {
  await page.goto(article);
  await page.getByRole("link", { name: "Proposer un amendement" }).click();
  await page.getByLabel("Texte de l’article").fill(body);
  await page.getByLabel("Pourquoi cet amendement").first().fill(reason);
  await isAccessible(page);
  await page.getByRole("button", { name: "Déposer l’amendement" }).click();
  await expect(page).toHaveURL(/\/amendment\//);
  return new URL(page.url()).pathname;
}

test("an amendment becomes a version, and its rival says that the article has moved on @plain", async ({ browser }) => {
  test.setTimeout(240_000);
  const [maud, nadege, lucie] = [await person(browser, "maud"), await person(browser, "nadege"), await person(browser, "lucie")];
  await lucie.setViewportSize({ width: 320, height: 700 });
  const round = await draftRound(maud, /charte/, "Charte des appels", "Réponses avec le nom");
  await maud.goto(`${round}/edit`);
  const builder = maud.locator(".builder");
  if (!(await builder.getByLabel("Titre", { exact: true }).isVisible())) await builder.locator("summary").filter({ hasText: "Ajouter un article" }).click();
  await builder.getByLabel("Titre", { exact: true }).fill(title);
  await builder.getByLabel("Texte de l’article").fill(morning);
  await builder.getByRole("button", { name: "Ajouter un article" }).click();
  const article = (await builder.getByRole("link", { name: title }).getAttribute("href"))!.replace(/\/edit$/, "");
  await openRound(maud, round);

  const evening = await propose(nadege, article, morning.replace("matin", "soir"), "Le matin, personne ne répond.");
  await expect(nadege.locator(".diff ins")).toContainText("soir");
  const noon = await propose(lucie, article, morning.replace("matin", "midi"), "À midi, je suis là.");

  await lucie.goto(article);
  await expect(lucie.getByRole("heading", { name: "2 amendements portent sur le même passage" })).toBeVisible();
  await isAccessible(lucie);
  await lucie.goto(evening);
  await lucie.getByRole("radio", { name: "Je suis pour" }).check();
  await lucie.getByRole("button", { name: "Enregistrer mon avis" }).click();
  await expect(lucie.locator(".saved")).toHaveText("Votre avis : Pour");
  await isAccessible(lucie);
  await nadege.goto(evening);
  await expect(nadege.getByText("vous ne pouvez plus le corriger ni le retirer")).toBeVisible();

  // Another facilitator's window still shows the article as it was.
  const late = await maud.context().newPage();
  await late.goto(noon);
  await maud.goto(evening);
  await maud.getByRole("radio", { name: "L’accepter", exact: false }).first().check();
  await maud.getByLabel("Votre raison").fill("Le soir, quelqu’un répond.");
  await isAccessible(maud);
  await maud.getByRole("button", { name: "Enregistrer la réponse" }).click();
  await expect(maud.locator(".decision")).toContainText("Le soir, quelqu’un répond.");
  await maud.goto(article);
  await expect(maud.locator(".article-text").first()).toContainText("le soir, avant 8 h");
  await expect(maud.getByRole("link", { name: /Avec Nadège .*, par un amendement/ })).toBeVisible();

  await late.getByRole("radio", { name: "L’accepter", exact: false }).first().check();
  await late.getByLabel("Votre raison").fill("Oui.");
  await late.getByRole("button", { name: "Enregistrer la réponse" }).click();
  await expect(late.locator(".error-summary")).toBeVisible();
  await expect(late.getByRole("heading", { name: "L’article a changé depuis" })).toBeVisible();
  await expect(late.getByText("Des passages qu’il change ont changé entre-temps.")).toBeVisible();

  await lucie.goto("/my-word");
  const word = lucie.locator(".item").filter({ hasText: "Un amendement que vous soutenez" }).filter({ hasText: title });
  await expect(word).toContainText("Le soir, quelqu’un répond.");
});
