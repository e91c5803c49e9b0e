// From what families wrote to a need, and from the need to what became of it.
import type { Page } from "@playwright/test";
import { expect, isAccessible, test } from "../server";
import { person, phone, refusal } from "../steps";
import { places } from "../demo";

test.use({ demo: true });

async function addTheme(page: Page, name: string, definition: string) {
  const form = page.locator("#form-new");
  if (!(await form.isVisible())) await page.getByText("Ajouter un thème", { exact: true }).click();
  await form.getByLabel("Nom du thème", { exact: true }).fill(name);
  await form.getByLabel("Définition").fill(definition);
  await form.getByRole("button", { name: "Ajouter ce thème" }).click();
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
}

/** Reads every text of a question and marks it as `themes` says. */
async function code(page: Page, desk: string, question: RegExp, themes: (said: string) => string[]): Promise<number> {
  await page.goto(desk);
  await page.getByRole("link", { name: question }).click();
  for (let n = 0; ; ) {
    for (const text of await page.locator("fieldset.coding").all()) {
      const marks = themes(await text.locator("blockquote").innerText());
      for (const mark of marks.length > 0 ? marks : ["Aucun de ces thèmes"]) await text.getByRole("checkbox", { name: mark, exact: true }).check();
      n++;
    }
    const on = page.getByRole("button", { name: "Enregistrer et continuer" });
    if (!(await on.isVisible())) {
      await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
      await expect(page.getByText("C’est enregistré.")).toBeVisible();
      return n;
    }
    await on.click();
    await expect(page).toHaveURL(/page=2/);
  }
}

const story = /Racontez-nous une fois/;
const papers = (said: string) => (/papier|courrier|histoire|contrat|recommencer/.test(said) ? ["Les démarches"] : []);
const hours = (said: string) => (/samedi|décalés|soir|entretien/.test(said) ? ["Les horaires"] : []);

test("two readers, a need, and its way both ways @plain @both", async ({ browser }) => {
  test.setTimeout(240_000);
  const maud = await person(browser, "maud");
  const at = await places(maud);
  const desk = `${at.survey}/coding`;

  // An open round is not read; a family has no desk.
  await maud.goto(`${at.evaluation}/coding`);
  await expect(maud.getByText("se lisent quand il est clos")).toBeVisible();
  const lucie = await person(browser, "lucie");
  expect((await lucie.goto(desk))!.status()).toBe(403);

  await maud.goto(at.survey);
  await maud.getByRole("link", { name: "Lire et coder les textes" }).click();
  await isAccessible(maud);
  await maud.getByRole("button", { name: "Ajouter ce thème" }).click();
  await expect(refusal(maud)).toContainText("ce champ est à remplir");
  await addTheme(maud, "Les démarches", "Raconter, fournir des papiers, recommencer à chaque guichet.");
  await addTheme(maud, "Les horaires", "Le soir, le samedi, le travail décalé.");

  // Themes and none of them at once: nothing is saved, what was ticked stands there.
  await maud.getByRole("link", { name: story }).click();
  const first = maud.locator("fieldset.coding").first();
  await first.getByRole("checkbox", { name: "Les démarches" }).check();
  await first.getByRole("checkbox", { name: "Aucun de ces thèmes" }).check();
  await maud.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(refusal(maud)).toContainText("pas les deux");
  await expect(first.getByRole("checkbox", { name: "Les démarches" })).toBeChecked();
  await isAccessible(maud);

  const n = await code(maud, desk, story, (said) => [...papers(said), ...hours(said)]);
  expect(n).toBeGreaterThan(20);
  await maud.goto(`${desk}?view=agreement`);
  await expect(maud.getByText("Aucun texte n’a encore été lu par deux personnes.")).toBeVisible();

  // Inès reads blindly: she sees nothing of what Maud marked.
  const ines = await person(browser, "ines");
  await ines.goto(desk);
  await expect(ines.getByText(`Maud Keravoy : ${n} textes lus sur`)).toBeVisible();
  await ines.getByRole("link", { name: story }).click();
  await expect(ines.locator("fieldset.coding").first()).toBeVisible();
  await expect(ines.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await expect(ines.getByText("Maud Keravoy")).toHaveCount(0);
  expect(await code(ines, desk, story, papers)).toBe(n);

  // Now both see both, and what they differ on.
  await ines.goto(`${desk}?view=agreement`);
  await expect(ines.getByText(new RegExp(`Sur ${n} textes lus par les deux\\s: kappa moyen`))).toBeVisible();
  const row = ines.getByRole("row", { name: /Les démarches/ });
  await expect(row).toContainText("1,00 (accord presque parfait)");
  await isAccessible(ines);
  const apart = ines.locator("form").filter({ has: ines.getByRole("button", { name: "C’est réglé" }) });
  const before = await apart.count();
  expect(before).toBeGreaterThan(1);
  await expect(apart.first()).toContainText("marqué par Maud Keravoy seulement");
  while ((await apart.count()) > 0) {
    const left = await apart.count();
    await apart.first().getByRole("checkbox", { name: /Les horaires/ }).check();
    await apart.first().getByRole("button", { name: "C’est réglé" }).click();
    await expect(apart).toHaveCount(left - 1);
  }
  await expect(ines.getByRole("heading", { name: "Rien à régler" })).toBeVisible();
  // Settling does not make them agree afterwards.
  await expect(row.locator("xpath=following-sibling::tr").first()).toContainText("0,00 (accord très faible)");

  // A part of a theme becomes a theme of its own, and goes back.
  await maud.goto(`${desk}?view=theme&theme=les_horaires`);
  await maud.getByText("Séparer une partie dans un nouveau thème").click();
  const split = maud.locator("#form-split");
  await split.getByRole("checkbox", { name: /samedi ou rien/ }).check();
  await split.getByLabel("Nom du thème", { exact: true }).fill("Le samedi");
  await split.getByRole("button", { name: "Séparer" }).click();
  await maud.getByRole("link", { name: "Le samedi", exact: true }).click();
  await expect(maud.getByRole("heading", { name: /Séparer\s: 1 texte/ })).toBeVisible();
  await maud.getByText("Réunir ce thème à un autre").click();
  await maud.getByLabel("Le compter dans").selectOption({ label: "Les horaires" });
  await maud.getByRole("button", { name: "Réunir", exact: true }).click();
  await expect(maud.getByText("1 thème réuni à un autre")).toBeVisible();

  // A theme becomes a need: the counts are shown first, few people are not told.
  await maud.getByRole("link", { name: "Les démarches", exact: true }).click();
  await expect(maud.locator(".counts")).toContainText("Familles");
  await maud.getByText("Écrire ce besoin", { exact: true }).click();
  const making = maud.locator("#form-need");
  await making.getByLabel("Le besoin", { exact: true }).fill("Ne raconter son histoire qu’une fois");
  await making.getByLabel("En quelques mots", { exact: true }).fill("À chaque guichet, il faut recommencer.");
  await making.getByLabel("Ce qui existe déjà", { exact: true }).fill("Un livret au centre social.");
  await making.getByLabel("Ce qui manque", { exact: true }).fill("Un papier reconnu par tous.");
  await making.getByRole("button", { name: "En faire un besoin" }).click();
  await expect(maud.getByText("Le besoin est écrit.")).toBeVisible();
  await isAccessible(maud);
  const need = new URL(maud.url()).pathname;

  const link = async (kind: string) => {
    const select = maud.getByLabel("Proposition, article ou action évaluée");
    const label = (await select.locator("option").allTextContents()).find((words) => words.replace(/\s/, " ").startsWith(`${kind} : `))!;
    await select.selectOption({ label });
    await maud.getByRole("button", { name: "Relier", exact: true }).click();
    await expect(maud.locator(".builder-row").filter({ hasText: label.slice(kind.length + 3) })).toBeVisible();
    return label.slice(kind.length + 3);
  };
  const proposal = await link("Proposition");
  const article = await link("Article");
  await link("Évaluation");

  // The family, on a phone, from the process to the need and from there to what came of it and back.
  await lucie.goto(at.process);
  await lucie.getByRole("link", { name: "Lire les besoins" }).click();
  await expect(lucie.getByRole("heading", { name: "Ne raconter son histoire qu’une fois" })).toBeVisible();
  const card = lucie.locator(".need");
  await expect(card).toContainText("Un livret au centre social.");
  await expect(card).toContainText("Un papier reconnu par tous.");
  await expect(card.locator(".count.is-elected")).toContainText("masqué");
  await expect(card.locator(".trace-step")).toHaveCount(4);
  await isAccessible(lucie);
  for (const title of [proposal, article]) {
    await card.getByRole("link", { name: title, exact: true }).last().click();
    await lucie.locator(".need-way").getByRole("link", { name: "Ne raconter son histoire qu’une fois" }).click();
    await expect(card).toBeVisible();
  }
  await lucie.goto(`${at.survey}/results`);
  await expect(lucie.getByRole("link", { name: "Lire les besoins" })).toBeVisible();
  await lucie.goto(`${at.process}/needs`);
  await lucie.getByRole("link", { name: /Diagnostic partagé/ }).click();
  await expect(lucie.getByRole("heading", { level: 1, name: /Diagnostic partagé/ })).toBeVisible();
  await expect(card).toContainText("Un papier reconnu par tous.");
  await isAccessible(lucie);
  // A town below has none of its own, and leads back up.
  await lucie.getByRole("link", { name: "Val-d’Orme", exact: true }).click();
  await expect(lucie.getByText("Aucun besoin n’est encore écrit ici")).toBeVisible();
  await lucie.getByRole("link", { name: "Deux-Orées" }).click();
  await expect(card).toContainText("Un papier reconnu par tous.");

  // Taken back: the public page says nothing of it any more, the facilitator's keeps the reason.
  await maud.goto(need);
  await maud.getByText("Retirer ce besoin de la page publique").click();
  await maud.getByLabel("Pourquoi ?").fill("Écrit deux fois.");
  await maud.getByRole("button", { name: "Retirer ce besoin" }).click();
  await expect(maud.getByText("Raison : Écrit deux fois.")).toBeVisible();
  await lucie.goto(`${at.process}/needs`);
  await expect(lucie.getByText("Aucun besoin n’est encore écrit")).toBeVisible();
});

test("the family's pages fit a phone of 320 pixels", async ({ browser }) => {
  const lucie = await (await browser.newContext({ ...phone, viewport: { width: 320, height: 700 } })).newPage();
  const at = await places(lucie);
  await lucie.goto(`${at.process}/needs`);
  await isAccessible(lucie);
  await lucie.getByRole("link", { name: /Diagnostic partagé/ }).click();
  await isAccessible(lucie);
});
