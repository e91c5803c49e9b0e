// Answers on paper: printing, keying twice, settling, counting; and a helper who writes for somebody.
import type { Page } from "@playwright/test";
import { expect, isAccessible, test } from "../server";
import { addQuestion, addSection, closeRound, draftRound, figures, openRound, person, refusal } from "../steps";
import { codes } from "../demo";

test.use({ demo: true });

/** A survey with a question of three kinds, one of them asked of some. */
async function survey(maud: Page, title: string, mode: "Réponses anonymes" | "Réponses avec le nom"): Promise<string> {
  const round = await draftRound(maud, /Enquête/, title, mode);
  await addSection(maud, "Votre famille");
  await addQuestion(maud, "Votre famille", "Choix unique", "Mode de garde", { "Réponses possibles": "Crèche\nFamille\nAucun" }, true);
  await addQuestion(maud, "Votre famille", "Nombre", "Nombre d’enfants", { "Plus grand nombre": "12" }, true);
  await addQuestion(maud, "Votre famille", "Réponse courte", "Pourquoi");
  await maud.getByRole("link", { name: "Pourquoi", exact: true }).click();
  const editing = maud.locator(".is-editing");
  await editing.getByText("Montrer seulement si…").click();
  await editing.getByRole("group", { name: "Ligne 1" }).getByLabel("Réponse").selectOption("mode_de_garde=aucun");
  await editing.getByRole("button", { name: "Enregistrer" }).click();
  await expect(maud.getByText("sous condition")).toBeVisible();
  return round;
}

async function open(page: Page, round: string, sheet: string) {
  await page.goto(`${round}/paper`);
  await page.getByLabel("Numéro de la feuille").fill(sheet);
  await page.getByRole("button", { name: "Ouvrir la feuille" }).click();
}

async function key(page: Page, round: string, sheet: string, mode: string, children: string, why = "") {
  await open(page, round, sheet);
  await page.getByRole("group", { name: "Collège coché sur la feuille" }).getByRole("radio", { name: "Familles" }).check();
  await page.getByRole("group", { name: "Mode de garde" }).getByRole("radio", { name: mode, exact: true }).check();
  await page.getByLabel("Nombre d’enfants").fill(children);
  await page.getByLabel("Pourquoi").fill(why);
  await page.getByRole("button", { name: /^Enregistrer la (première|deuxième) saisie$/ }).click();
}

test("a form is printed, its sheets keyed twice, settled and counted @plain @both", async ({ browser }) => {
  test.setTimeout(180_000);
  const maud = await person(browser, "maud");
  const round = await survey(maud, "Sur papier aussi", "Réponses avec le nom");

  // Already from the draft.
  await maud.goto(round);
  await maud.getByRole("link", { name: "Sur papier", exact: true }).click();
  await isAccessible(maud);
  await expect(maud.getByText("dès que le tour est ouvert")).toBeVisible();
  // The browser sends its cookie over plain HTTP to this machine alone; the tool that fetches files does not.
  const cookie = (await maud.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const pages = async (path: string) => {
    const file = await maud.request.get(path, { headers: { cookie } });
    expect(file.headers()["content-type"]).toBe("application/pdf");
    const bytes = await file.body();
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    return [...bytes.toString("latin1").matchAll(/\/Count (\d+)/g)].reduce((most, [, n]) => Math.max(most, Number(n)), 0);
  };
  const single = await pages(`${round}/paper.pdf?language=fr`);
  expect(single).toBeGreaterThan(0);
  expect(await pages(`${round}/paper.pdf?copies=3&first=12`)).toBe(3 * single);

  await openRound(maud, round);
  await key(maud, round, "12", "Crèche", "3", "rien à dire");
  await expect(maud.getByText("première saisie enregistrée")).toBeVisible();
  await expect(maud.getByLabel("Numéro de la feuille")).toHaveValue("13");
  await isAccessible(maud);

  // The second reader sees nothing of the first, and what is implausible is refused.
  await open(maud, round, "12");
  await expect(maud.getByText("Mieux vaut qu’une autre personne")).toBeVisible();
  await expect(maud.getByLabel("Nombre d’enfants")).toHaveValue("");
  await isAccessible(maud);
  await key(maud, round, "12", "Famille", "40");
  await expect(refusal(maud)).toContainText("Question 2");
  await expect(maud.getByRole("group", { name: "Mode de garde" }).getByRole("radio", { name: "Famille" })).toBeChecked();
  await maud.getByLabel("Nombre d’enfants").fill("3");
  await maud.getByRole("button", { name: "Enregistrer la deuxième saisie" }).click();

  // They differ in one question; what agrees is not asked again.
  await expect(maud.getByText("Les deux saisies diffèrent sur une question")).toBeVisible();
  await isAccessible(maud);
  await maud.getByRole("button", { name: "Trancher et compter la feuille" }).click();
  await expect(refusal(maud)).toContainText("Question 1");
  await maud.getByRole("group", { name: "Question 1" }).getByRole("radio", { name: /^Famille/ }).check();
  await maud.getByRole("button", { name: "Trancher et compter la feuille" }).click();
  await expect(maud.getByText("Feuille n° 12 : elle compte".replace("° ", "°\u00a0").replace(" :", "\u00a0:"))).toBeVisible();
  await open(maud, round, "12");
  await expect(maud.getByText("Cette feuille est comptée")).toBeVisible();

  // A sheet on which both agree counts at once, with what can't be read left blank.
  await key(maud, round, "13", "Aucun", "", "Trop loin.");
  await key(maud, round, "13", "Aucun", "", "trop loin");
  await expect(maud.getByText("elle compte")).toBeVisible();
  // One that was the wrong one is forgotten.
  await key(maud, round, "14", "Aucun", "1");
  await open(maud, round, "14");
  await maud.getByText("Ce n’était pas la bonne feuille").click();
  await maud.getByRole("button", { name: "Effacer les saisies" }).click();
  await expect(maud.getByText("ses saisies sont effacées")).toBeVisible();

  await maud.goto(`${round}/results`);
  await expect(maud.getByText("Sur papier", { exact: false }).filter({ hasText: "2." })).toBeVisible();
  const took = await figures(maud, "Participation par collège");
  expect(took.find(([college]) => college === "Familles")?.[1]).toBe("2");
  await closeRound(maud, round);
});

test("a helper writes for somebody, who leaves with the receipt @plain", async ({ browser, site }) => {
  test.setTimeout(180_000);
  const maud = await person(browser, "maud");
  const round = await survey(maud, "Avec de l’aide", "Réponses anonymes");
  await openRound(maud, round);
  await maud.goto(round);
  await maud.getByRole("link", { name: "Écrire pour quelqu’un" }).click();
  await isAccessible(maud);
  const write = async (mode: string, card = "") => {
    if (card) await maud.getByLabel("Code de sa carte").fill(card);
    else await maud.getByRole("group", { name: "Elle répond comme" }).getByRole("radio", { name: "Familles" }).check();
    await maud.getByRole("group", { name: "Mode de garde" }).getByRole("radio", { name: mode, exact: true }).check();
    await maud.getByLabel("Nombre d’enfants").fill("2");
    await maud.getByRole("button", { name: "Envoyer sa réponse" }).click();
  };
  // Not without consent; nothing typed is lost.
  await write("Crèche");
  await expect(refusal(maud)).toContainText("Demandez d’abord l’accord");
  await maud.getByRole("checkbox", { name: /La personne est d’accord/ }).check();
  await maud.getByRole("button", { name: "Envoyer sa réponse" }).click();
  await expect(maud.getByText("Vous ne pouvez plus la relire")).toBeVisible();
  await isAccessible(maud);
  const receipt = (await maud.locator(".receipt-code").textContent())!.trim();
  expect(receipt).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  await expect(maud.locator("main")).not.toContainText("Crèche");
  await maud.goto(`${round}/proxy`);
  await expect(maud.getByLabel("Nombre d’enfants")).toHaveValue("");

  // The person opens it at home, without an account.
  const home = await (await browser.newContext()).newPage();
  await home.goto(`${round}/receipt`);
  await home.getByLabel("Votre reçu").fill(receipt);
  await home.getByRole("button", { name: "Ouvrir ma réponse" }).click();
  await expect(home.getByRole("radio", { name: "Crèche" })).toBeChecked();
  await expect(home.getByLabel("Nombre d’enfants")).toHaveValue("2");

  // With a card, one person has one voice.
  const [card] = codes(site).values();
  await maud.getByRole("checkbox", { name: /La personne est d’accord/ }).check();
  await write("Famille", card);
  await expect(maud.getByText("Vous ne pouvez plus la relire")).toBeVisible();
  await maud.goto(`${round}/proxy`);
  await maud.getByRole("checkbox", { name: /La personne est d’accord/ }).check();
  await write("Aucun", card);
  await expect(refusal(maud)).toContainText("Une personne, une voix");
});
