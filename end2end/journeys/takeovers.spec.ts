// A charter that one process adopted goes into another: copied, changed, compared, re-merged when its source is adopted anew.
import type { Page } from "@playwright/test";
import { expect, isAccessible, test } from "../server";
import { closeRound, openRound, person } from "../steps";

test.use({ demo: true });

/** From the register to a new round of the process of this name; gives its address. */
async function takeOver(page: Page, into: RegExp): Promise<string> {
  await page.goto("/charters");
  await page.getByRole("listitem").filter({ hasText: "Charte de l’accueil des familles" }).getByRole("link", { name: /^Partir de cette charte/ }).click();
  await page.getByRole("listitem").filter({ hasText: into }).getByRole("button", { name: /La reprendre dans un nouveau tour/ }).click();
  await expect(page).toHaveURL(/\/r\/.*\/edit/);
  return new URL(page.url()).pathname.replace(/\/edit$/, "");
}

/** A new version of an article, on its own page, without the live draft. */
async function rewrite(page: Page, round: string, title: string, from: string, to: string) {
  await page.goto(`${round}/edit`);
  await page.locator(".builder").getByRole("link", { name: title }).click();
  const body = page.getByLabel("Texte de l’article");
  const text = (await body.inputValue()).replace(from, to);
  expect(text).toContain(to);
  await body.fill(text);
  await page.getByLabel("Pourquoi cette version").fill("Comme on le fait chez nous");
  await page.getByRole("button", { name: "Enregistrer la nouvelle version" }).click();
  await expect(page).toHaveURL(/\/article\/[0-9a-f-]+$/);
}

test("a charter is taken over, changed and re-merged with its source @plain", async ({ browser }) => {
  test.setTimeout(300_000);
  const maud = await person(browser, "maud");
  await maud.goto("/charters");
  const source = (await maud.getByRole("link", { name: "Charte de l’accueil des familles", exact: true }).getAttribute("href"))!.replace("/signatures", "");
  const copy = await takeOver(maud, /crèche éphémère/);
  await expect(maud.getByText("sans changement")).toBeVisible();
  await isAccessible(maud);
  await rewrite(maud, copy, "Chacun repart avec un nom", "Il appelle avec la famille", "Il écrit avec la famille");
  await rewrite(maud, copy, "On est reçu assis, et en privé", "devant les autres", "dans le couloir");
  await openRound(maud, copy);

  // Whoever reads the copy reads where it comes from, and the source says who took it over.
  const lucie = await person(browser, "lucie");
  await lucie.goto(copy);
  await expect(lucie.getByText("avec 2 changements propres")).toBeVisible();
  await lucie.getByRole("link", { name: "Voir ce qui change" }).click();
  await expect(lucie.locator(".takeover-own").filter({ hasText: "Changé ici" })).toHaveCount(2);
  await expect(lucie.locator("ins").filter({ hasText: "écrit" }).first()).toBeVisible();
  await isAccessible(lucie);
  await lucie.goto(`${source}/signatures`);
  await expect(lucie.getByRole("region", { name: "Reprise par un autre territoire" })).toBeVisible();
  await lucie.goto(`${source}/take-over`);
  await expect(lucie.getByText("Vous n’animez aucune démarche")).toBeVisible();
  await isAccessible(lucie);

  // The source is revised in its own process, which takes it over too, and adopted anew by consent on the whole.
  const revised = await takeOver(maud, /au guichet/);
  await rewrite(maud, revised, "Chacun repart avec un nom", "Il appelle avec la famille", "Il téléphone avec la famille");
  await rewrite(maud, revised, "On est reçu assis, et en privé", "un coin pour les enfants", "un coin calme pour les enfants");
  await maud.goto(`${revised}/edit`);
  const rules = maud.getByRole("region", { name: "Qui décide, et comment" });
  await rules.getByRole("radio", { name: /Par consentement/ }).check();
  await rules.getByRole("radio", { name: /Sur toute la charte/ }).check();
  for (const college of ["Familles", "Professionnels", "Élus"]) await rules.getByRole("group", { name: college }).getByLabel("Participation minimale").fill("1");
  await rules.getByRole("button", { name: "Enregistrer les règles" }).click();
  await openRound(maud, revised);
  await maud.goto(revised);
  await maud.locator("summary").filter({ hasText: "Ouvrir la ratification" }).click();
  await maud.getByRole("button", { name: "Figer le texte et ouvrir la ratification" }).click();
  for (const key of ["lucie", "nadege", "claire"]) {
    const page = key === "lucie" ? lucie : await person(browser, key);
    await page.goto(revised);
    await page.getByRole("radio", { name: "Je suis d’accord" }).check();
    await page.getByRole("button", { name: "Enregistrer ma position" }).click();
    await expect(page.locator(".saved")).toBeVisible();
  }
  await closeRound(maud, revised);
  await maud.goto(`${revised}/signatures`);
  await maud.getByLabel("La charte dont elle prend la place").selectOption({ label: "Charte de l’accueil des familles" });
  await maud.getByRole("button", { name: "Constater l’adoption" }).click();
  await expect(maud.locator("code.hash")).toBeVisible();

  // The copy's facilitator takes in what needs no choice, then chooses where both changed one sentence.
  await maud.goto(copy);
  await expect(maud.getByText("La charte d’origine a changé.")).toBeVisible();
  await maud.getByRole("link", { name: "Reprendre ses changements" }).click();
  await isAccessible(maud);
  await maud.getByRole("button", { name: "Reprendre ce qui ne demande pas de choix" }).click();
  await expect(maud.getByText("Demande un choix")).toBeVisible();
  await expect(maud.getByText("Se réunit sans choix")).toHaveCount(0);
  const asked = maud.locator(".remerge > .item");
  await expect(asked.locator(".sides")).toContainText("téléphone");
  await asked.getByLabel("Texte de l’article").fill(" ");
  await asked.getByRole("button", { name: "Enregistrer comme nouvelle version" }).click();
  await expect(maud.locator(".error-summary")).toBeVisible();
  await isAccessible(maud);
  await asked.getByLabel("Texte de l’article").fill("Il téléphone et il écrit avec la famille si elle le souhaite.");
  await asked.getByRole("button", { name: "Enregistrer comme nouvelle version" }).click();
  await expect(maud).toHaveURL(/\/source\?merged/);
  await expect(maud.getByText("Les changements de la charte d’origine sont repris.")).toBeVisible();
  await maud.goto(copy);
  await expect(maud.getByText("un coin calme pour les enfants")).toBeVisible();
  await expect(maud.getByText("Il téléphone et il écrit avec la famille")).toBeVisible();
  await expect(maud.getByText("La charte d’origine a changé.")).toHaveCount(0);
});
