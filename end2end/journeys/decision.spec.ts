// How a charter is decided: by consent, an objection answered and lifted, the text frozen, adopted, signed, in the register.
import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, isAccessible, test } from "../server";
import { closeRound, draftRound, openRound, person } from "../steps";

test.use({ demo: true });

async function stand(page: Page, article: string, choose: string, reason = "") {
  await page.goto(article);
  await page.getByRole("radio", { name: choose }).check();
  await page.getByLabel("Votre raison").fill(reason);
  await page.getByRole("button", { name: /Enregistrer ma position|Changer ma position/ }).click();
  await expect(page.locator(".saved")).toBeVisible();
}

test("a charter is decided by consent, adopted and signed @plain", async ({ browser }) => {
  test.setTimeout(240_000);
  const maud = await person(browser, "maud");
  const [lucie, solene, nadege, claire] = [await person(browser, "lucie"), await person(browser, "solene"), await person(browser, "nadege"), await person(browser, "claire")];
  const round = await draftRound(maud, /charte/, "Charte du goûter", "Réponses avec le nom");

  await maud.goto(`${round}/edit`);
  const builder = maud.locator(".builder");
  if (!(await builder.getByLabel("Titre", { exact: true }).isVisible())) await builder.locator("summary").filter({ hasText: "Ajouter un article" }).click();
  await builder.getByLabel("Titre", { exact: true }).fill("Le goûter est partagé");
  await builder.getByLabel("Texte de l’article").fill("Chacun apporte quelque chose.");
  await builder.getByRole("button", { name: "Ajouter un article" }).click();
  const article = (await builder.getByRole("link", { name: "Le goûter est partagé" }).getAttribute("href"))!.replace(/\/edit$/, "");

  // Rules that do not hold come back with what was typed.
  const rules = maud.getByRole("region", { name: "Qui décide, et comment" });
  await rules.getByRole("radio", { name: /Par consentement/ }).check();
  const families = rules.getByRole("group", { name: "Familles" }).getByLabel("Participation minimale");
  await families.fill("deux");
  for (const college of ["Professionnels", "Élus"]) await rules.getByRole("group", { name: college }).getByLabel("Participation minimale").fill("1");
  await rules.getByRole("button", { name: "Enregistrer les règles" }).click();
  await expect(maud.locator(".error-summary")).toContainText("Écrivez une part");
  await expect(families).toHaveValue("deux");
  await families.fill("2");
  await rules.getByRole("button", { name: "Enregistrer les règles" }).click();
  await expect(maud.locator(".error-summary")).toHaveCount(0);
  await expect(rules.getByRole("radio", { name: /Par consentement/ })).toBeChecked();
  await expect(families).toHaveValue("2");
  await isAccessible(maud);
  await openRound(maud, round);

  await stand(solene, article, "Je m’oppose", "Et les allergies ?");
  for (const page of [lucie, nadege, claire]) await stand(page, article, "Je suis d’accord");
  await claire.goto(round);
  await expect(claire.getByText("On décide par consentement")).toBeVisible();
  await claire.locator("summary").filter({ hasText: "Il manque quelque chose sur 1 article" }).click();
  await expect(claire.getByText("Une objection empêche encore le consentement.")).toBeVisible();

  // The answer does not lift it; its author does.
  await maud.goto(article);
  const objection = maud.locator(".comment").filter({ hasText: "Et les allergies ?" });
  await objection.locator("summary").filter({ hasText: "Répondre à cette objection" }).click();
  await objection.getByRole("radio", { name: /Le texte est maintenu/ }).check();
  await objection.getByLabel("La réponse, avec ses raisons").fill("Chaque plat porte une étiquette.");
  await objection.getByRole("button", { name: "Enregistrer la réponse" }).click();
  await expect(objection).toContainText("Ouverte, avec une réponse");
  await isAccessible(maud);
  await solene.goto("/my-word");
  await expect(solene.getByText("Chaque plat porte une étiquette.")).toBeVisible();
  await solene.goto(article);
  await expect(solene.getByRole("link", { name: "changer ma position" })).toBeVisible();
  await stand(solene, article, "D’accord, avec une réserve", "Avec les étiquettes.");
  await solene.goto(round);
  await expect(solene.getByText("Si le tour s’arrêtait maintenant, la charte serait ratifiée")).toBeVisible();

  await maud.goto(round);
  await maud.locator("summary").filter({ hasText: "Ouvrir la ratification" }).click();
  await maud.getByRole("button", { name: "Figer le texte et ouvrir la ratification" }).click();
  await expect(maud.locator(".charter-status .badge")).toHaveText("En ratification");
  await isAccessible(maud);
  await maud.goto(article);
  await expect(maud.getByRole("link", { name: "Écrire une nouvelle version" })).toHaveCount(0);

  await closeRound(maud, round);
  await maud.goto(round);
  await maud.getByRole("link", { name: "Constater l’adoption" }).click();
  await maud.getByLabel("Date à laquelle la relire").fill("2099-03-14");
  await maud.getByRole("button", { name: "Constater l’adoption" }).click();
  await maud.locator("summary").filter({ hasText: "Désigner qui peut signer" }).click();
  await maud.getByLabel("Qui", { exact: true }).selectOption({ label: "Claire Hamonnais · Élus" });
  await maud.getByLabel("Organisation", { exact: true }).fill("Mairie de Val-d’Orme");
  await maud.getByLabel("Fonction", { exact: true }).fill("maire");
  await maud.getByRole("button", { name: "Désigner", exact: true }).click();
  await expect(maud.getByText("Peuvent signer")).toBeVisible();
  await isAccessible(maud);

  await claire.goto(`${round}/signatures`);
  await claire.getByRole("button", { name: "Signer", exact: true }).click();
  await expect(claire.locator(".error-summary")).toContainText("Cochez la case pour signer");
  await claire.getByRole("checkbox", { name: /J’ai lu la charte/ }).check();
  await claire.getByRole("button", { name: "Signer", exact: true }).click();
  await expect(claire.getByRole("table", { name: "Les organisations qui ont signé" })).toContainText("Mairie de Val-d’Orme");
  await expect(claire.locator(".title-block .badge")).toHaveText("En vigueur");
  const hash = await claire.locator("code.hash").innerText();
  const text = await (await claire.request.get(`${round}/charter.txt`)).body();
  expect(createHash("sha256").update(text).digest("hex")).toBe(hash);
  await claire.goto("/charters");
  await expect(claire.getByRole("listitem").filter({ hasText: "Charte du goûter" })).toContainText(hash);
  await isAccessible(claire);
});
