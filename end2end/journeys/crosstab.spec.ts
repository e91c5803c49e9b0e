// Two questions crossed: what is seen, what stays hidden whichever way one looks, and what comes live.
import type { Page } from "@playwright/test";
import { expect, isAccessible, test } from "../server";
import { addQuestion, addSection, draftRound, openRound, person } from "../steps";
import { places } from "../demo";

test.use({ demo: true });

const crossed = (page: Page) => page.locator("#cross");

async function cross(page: Page, rows: string, columns: string, college = "Tous les collèges") {
  await page.getByLabel("Question en lignes").selectOption(rows);
  await page.getByLabel("Question en colonnes").selectOption(columns);
  await page.getByLabel("Collège", { exact: true }).selectOption(college);
  await page.getByRole("button", { name: "Croiser" }).click();
  await page.waitForURL(new RegExp(`cross=${rows.replace(".", "\\.")}&with=${columns.replace(".", "\\.")}&college=`));
}

/** The numbers of the table, row by row, without heads and percentages. */
async function cells(page: Page): Promise<string[][]> {
  const rows = await crossed(page).locator("tbody tr").all();
  return Promise.all(rows.map(async (row) => (await row.locator("td").allTextContents()).map((cell) => cell.replace(/\(.*/s, "").trim())));
}

test("anyone crosses two questions of a published survey @plain @both", async ({ page }) => {
  const { survey } = await places(page);
  await page.goto(`${survey}/results`);
  await page.getByRole("link", { name: "Croiser deux questions" }).click();
  await page.getByRole("button", { name: "Croiser" }).click();
  await expect(page.getByText("Choisissez deux questions, différentes")).toBeVisible();
  await isAccessible(page);

  // Enough people in each cell: the sentence, the numbers, and the figures for research.
  await cross(page, "renoncements.souffler", "moments.samedi_am");
  await expect(crossed(page).locator("figcaption")).toHaveText(
    "Parmi les personnes qui répondent « Un moment pour souffler : Oui » (question 4), 54 % répondent « Samedi matin : Oui » (question 7), contre 19 % des autres. Le lien entre les deux réponses est moyen.",
  );
  expect(await cells(page)).toEqual([
    ["13", "11", "24"],
    ["7", "29", "36"],
    ["20", "40", "60"],
  ]);
  await expect(crossed(page).getByRole("cell", { name: "13 (54 %)" })).toHaveClass(/heat-2/);
  await crossed(page).getByText("Pour la recherche").click();
  await expect(crossed(page).locator(".facts div").filter({ hasText: "χ² de Pearson" })).toContainText("7,");
  await isAccessible(page);

  // Too few in some: they are hidden, and so is what would give them back.
  await cross(page, "garde", "satisfaction");
  await expect(crossed(page).getByText("Les cases de moins de 5 personnes sont masquées")).toBeVisible();
  await expect(crossed(page).getByText("Pour la recherche")).toHaveCount(0);
  await isAccessible(page);
  const all = await cells(page);
  const views = [all];
  for (const college of ["Familles", "Professionnels", "Élus"]) {
    await cross(page, "garde", "satisfaction", college);
    views.push(await cells(page));
  }
  all.slice(0, -1).forEach((row, r) =>
    row.slice(0, -1).forEach((_, c) => {
      const seen = views.map((view) => view[r][c]);
      seen.filter((cell) => cell !== "masqué").forEach((cell) => expect(cell === "0" || Number(cell) >= 5, `${r} ${c}: ${seen}`).toBe(true));
      // The sum of three and their total: one alone that is missing would be known.
      expect(seen.filter((cell) => cell === "masqué").length, `${r} ${c}: ${seen}`).not.toBe(1);
    }),
  );

  // The other way round, the same is hidden.
  await cross(page, "satisfaction", "garde");
  const turned = await cells(page);
  expect(turned.map((_, c) => turned.map((__, r) => turned[r][c])).length).toBe(6);
  all.forEach((row, r) => row.forEach((cell, c) => expect(turned[c][r]).toBe(cell)));
});

test("a named survey is read while it is open, by its facilitator alone @plain @both", async ({ browser, javaScriptEnabled }) => {
  const maud = await person(browser, "maud");
  const round = await draftRound(maud, /Enquête/, "En direct", "Réponses avec le nom");
  await addSection(maud, "Avis");
  const add = (kind: string, label: string, fields = {}) => addQuestion(maud, "Avis", kind, label, fields);
  await add("Étoiles", "Accueil");
  await add("Classement", "Priorités", { "Réponses possibles": "Crèche\nFamille\nVoisins" });
  await add("Tableau", "Services", { Lignes: "Crèche du centre\nHalte du bourg", "Réponses possibles": "Bien\nMoyen\nMal" });
  await openRound(maud, round);
  await maud.goto(`${round}/results`);
  await expect(maud.getByText("Personne n’a répondu.")).toBeVisible();

  for (const [name, first, second] of [
    ["lucie", "Voisins", "Crèche"],
    ["rachid", "Voisins", "Famille"],
  ]) {
    const family = await person(browser, name);
    await family.goto(round);
    await family.getByRole("group", { name: "Accueil" }).getByRole("radio", { name: "5" }).check();
    await family.getByLabel("Premier choix").selectOption(first);
    await family.getByLabel("Deuxième choix").selectOption(second);
    await family.getByRole("group", { name: "Crèche du centre" }).getByRole("radio", { name: "Bien" }).check();
    await family.getByRole("button", { name: "Vérifier mes réponses" }).click();
    await family.getByRole("button", { name: "Envoyer ma réponse" }).click();
    await expect(family.getByText("Merci, votre réponse compte.")).toBeVisible();
    expect((await family.request.get(`${round}/results?cross=accueil&with=priorites`)).status()).toBe(409);
  }

  // Who reads the results hears of each answer.
  if (javaScriptEnabled) {
    await expect(maud.getByText("Cette page a changé.")).toBeVisible();
    await maud.getByRole("link", { name: "Recharger" }).click();
  } else {
    await maud.reload();
  }
  await expect(maud.locator("#q1 figcaption")).toHaveText("Les familles penchent pour « 5 » (100 %).");
  await expect(maud.locator("#q2 figcaption")).toHaveText("En tête du classement : « Voisins » pour les familles (2 points en moyenne, premier choix de 100 %).");
  await maud.locator("#q2").getByText("Voir les chiffres").click();
  const order = maud.locator("#q2 table");
  await expect(order.locator("tbody tr").nth(0)).toHaveText(/Voisins\s*1\s*4\s*2\s*2 \(100.%\)\s*2/);
  await expect(order.locator("tbody tr").nth(1)).toHaveText(/Crèche\s*2\s*1\s*0,5\s*0 \(0.%\)\s*1/);
  const empty = maud.locator("#q3 h5", { hasText: "Halte du bourg" }).locator("+ p");
  await expect(empty).toHaveText("Personne n’a répondu à cette question.");
  await isAccessible(maud);

  // Two people: shown, for the round is named, with a word of caution where there is something to compare.
  await cross(maud, "priorites", "services.creche_du_centre");
  await expect(crossed(maud).locator("figcaption")).toHaveText("Une des deux questions n’a reçu qu’une seule réponse : il n’y a rien à comparer.");
  expect((await cells(maud))[2]).toEqual(["2", "0", "0", "2"]);
  await isAccessible(maud);
});

test("an anonymous survey is not crossed while it is open @plain", async ({ browser }) => {
  const maud = await person(browser, "maud");
  const round = await draftRound(maud, /Enquête/, "En confiance", "Réponses anonymes");
  await addSection(maud, "Avis");
  await addQuestion(maud, "Avis", "Oui ou non", "Déjà inscrit");
  await addQuestion(maud, "Avis", "Visages", "Accueil actuel");
  await openRound(maud, round);
  await maud.goto(`${round}/results?cross=deja_inscrit&with=accueil_actuel`);
  await expect(maud.getByText("les réponses se montreront après la clôture")).toBeVisible();
  await expect(crossed(maud)).toHaveCount(0);
});
