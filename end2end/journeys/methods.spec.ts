// Ways of voting: rules set before the round opens, a ballot by keyboard or finger, numbers at their time, a secret ballot found again.
import type { Page } from "@playwright/test";
import { expect, isAccessible, test } from "../server";
import { closeRound, draftRound, openRound, person, refusal } from "../steps";

test.use({ demo: true });

const ideas = ["Ouvrir le samedi", "Un bus de plus"];

/** A round under these rules, open, with two proposals of Lucie's. */
async function openUnder(maud: Page, lucie: Page, method: string | RegExp, more: (rules: Page) => Promise<void> = async () => {}): Promise<string> {
  const round = await draftRound(maud, /Propositions/, "Vos idées", "Réponses avec le nom");
  const rules = maud.locator("form").filter({ has: maud.getByRole("button", { name: "Enregistrer les règles" }) });
  await rules.getByRole("radio", { name: method }).check();
  await more(maud);
  await maud.getByRole("button", { name: "Enregistrer les règles" }).click();
  await expect(maud).toHaveURL(/saved/);
  await openRound(maud, round);
  await expect(maud.getByText("ces règles ne changent plus")).toBeVisible();
  for (const idea of ideas) {
    await lucie.goto(round);
    const form = lucie.locator("#propose");
    await form.getByLabel("Votre idée en une phrase").fill(idea);
    await form.getByLabel("Expliquez votre idée").fill("Pour les parents qui travaillent.");
    await form.getByRole("button", { name: "Envoyer ma proposition" }).click();
    await expect(lucie.getByRole("heading", { level: 1, name: idea })).toBeVisible();
  }
  await lucie.goto(round);
  return round;
}

/** The card of a proposal in the list. */
const card = (page: Page, idea: string) => page.locator("li.item").filter({ hasText: idea });

/** Checks a radio button as somebody without a mouse does. */
async function press(page: Page, place: ReturnType<typeof card>, name: string) {
  await place.getByRole("radio", { name, exact: true }).focus();
  await page.keyboard.press("Space");
}

for (const { method, choose, shows } of [
  { method: /^Une note/, choose: "4", shows: "4 sur 5" },
  { method: /^Une mention/, choose: "Bien", shows: "Bien" },
]) {
  test(`a vote on one proposal: ${choose} @plain`, async ({ browser }) => {
    const [maud, lucie] = [await person(browser, "maud"), await person(browser, "lucie")];
    const round = await openUnder(maud, lucie, method);
    await press(lucie, card(lucie, ideas[0]), choose);
    await card(lucie, ideas[0]).getByRole("button", { name: "Enregistrer mon vote" }).press("Enter");
    await expect(card(lucie, ideas[0]).getByRole("radio", { name: choose, exact: true })).toBeChecked();
    await expect(card(lucie, ideas[0]).locator(".tallies")).toContainText(shows);
    await isAccessible(lucie);
    await maud.goto(`${round}/results`);
    await expect(maud.locator("main")).toContainText(shows);
    await isAccessible(maud);
  });
}

test("an objection says why @plain @both", async ({ browser }) => {
  const [maud, lucie] = [await person(browser, "maud"), await person(browser, "lucie")];
  await openUnder(maud, lucie, /^Consentement ou objection/);
  await press(lucie, card(lucie, ideas[0]), "J’ai une objection");
  await card(lucie, ideas[0]).getByRole("button", { name: "Enregistrer mon vote" }).click();
  await expect(refusal(lucie)).toContainText(/ce champ est à remplir/i);
  await expect(card(lucie, ideas[0]).getByRole("radio", { name: "J’ai une objection" })).toBeChecked();
  await isAccessible(lucie);
  await card(lucie, ideas[0]).getByLabel(/Pourquoi/).fill("Les animateurs travaillent déjà six jours.");
  await card(lucie, ideas[0]).getByRole("button", { name: "Enregistrer mon vote" }).click();
  await lucie.getByRole("link", { name: ideas[0] }).click();
  await expect(lucie.getByText("Il y a une objection")).toBeVisible();
  await expect(lucie.locator("#reasons").locator("xpath=..")).toContainText("six jours");
  await isAccessible(lucie);
});

test("agree, disagree, pass, and numbers after one's vote @plain", async ({ browser }) => {
  const [maud, lucie] = [await person(browser, "maud"), await person(browser, "lucie")];
  await openUnder(maud, lucie, /^D’accord, pas d’accord/, async (page) => page.getByRole("radio", { name: "À chaque personne, après son vote" }).check());
  await expect(card(lucie, ideas[0])).toContainText("Les nombres se montrent après votre vote");
  await expect(lucie.locator(".tallies")).toHaveCount(0);
  const agree = card(lucie, ideas[0]).getByRole("button", { name: "D’accord", exact: true });
  await agree.click();
  await expect(card(lucie, ideas[0]).getByRole("button", { name: /^D’accord/ })).toHaveAttribute("aria-pressed", "true");
  await lucie.waitForLoadState();
  await expect(async () => {
    await lucie.reload();
    await expect(card(lucie, ideas[0]).locator(".tallies")).toContainText("1 d’accord", { timeout: 500 });
  }).toPass();
  await expect(card(lucie, ideas[1]).locator(".tallies")).toHaveCount(0);
});

for (const { name, method, fill, wrong, shows } of [
  {
    name: "ticks",
    method: /^Cocher ce qui convient/,
    fill: async (page: Page) => page.locator("#ballot").getByRole("checkbox", { name: ideas[1] }).check(),
    wrong: undefined,
    shows: "1 (100 %)",
  },
  {
    name: "points",
    method: /^Répartir des points/,
    fill: async (page: Page) => page.locator("#ballot").getByLabel(ideas[1]).fill("7"),
    wrong: async (page: Page) => page.locator("#ballot").getByLabel(ideas[1]).fill("11"),
    shows: "Un bus de plus7",
  },
  {
    name: "ranks",
    method: /^Classer/,
    fill: async (page: Page) => {
      await page.locator("#ballot").getByLabel(ideas[1]).selectOption("Rang 1");
      await page.locator("#ballot").getByLabel(ideas[0]).selectOption("Rang 2");
    },
    wrong: async (page: Page) => {
      await page.locator("#ballot").getByLabel(ideas[1]).selectOption("Rang 1");
      await page.locator("#ballot").getByLabel(ideas[0]).selectOption("Rang 1");
    },
    shows: "1 duel gagné sur 1",
  },
]) {
  test(`one ballot for all proposals: ${name} @plain @both`, async ({ browser }) => {
    const [maud, lucie] = [await person(browser, "maud"), await person(browser, "lucie")];
    const round = await openUnder(maud, lucie, method);
    if (wrong) {
      await wrong(lucie);
      await lucie.getByRole("button", { name: "Mettre mon bulletin dans l’urne" }).click();
      await expect(refusal(lucie)).toBeVisible();
    }
    await fill(lucie);
    await isAccessible(lucie);
    await lucie.getByRole("button", { name: "Mettre mon bulletin dans l’urne" }).press("Enter");
    await expect(lucie.getByText("Votre bulletin compte.")).toBeVisible();
    await isAccessible(lucie);
    await maud.goto(`${round}/results`);
    await expect(maud.locator("main")).toContainText(`en tête : « ${ideas[1]} »`);
    await expect(maud.locator(".chart").first()).toContainText(shows);
    await maud.getByText("Voir les chiffres").first().click();
    await isAccessible(maud);
    await lucie.getByRole("button", { name: "Retirer mon bulletin" }).click();
    await expect(lucie.getByText("Votre bulletin compte.")).toHaveCount(0);
  });
}

test("a secret ballot, its receipt, and the list after closing @plain @both", async ({ browser }) => {
  const [maud, lucie] = [await person(browser, "maud"), await person(browser, "lucie")];
  const round = await openUnder(maud, lucie, /^Pour, contre, abstention/, async (page) => {
    await page.getByRole("checkbox", { name: /Votes secrets/ }).check();
    await page.getByRole("button", { name: "Enregistrer les règles" }).click();
    await expect(refusal(page)).toContainText("après la clôture");
    await page.getByRole("radio", { name: "Après la clôture" }).check();
  });
  await expect(lucie.getByText("Votes secrets.")).toBeVisible();
  const row = lucie.getByRole("group", { name: ideas[0] });
  await row.getByRole("radio", { name: "Pour", exact: true }).check();
  await isAccessible(lucie);
  await lucie.getByRole("button", { name: "Mettre mon bulletin dans l’urne" }).click();
  const receipt = (await lucie.locator(".receipt-code").textContent())!;
  await isAccessible(lucie);
  await lucie.goto(round);
  await expect(lucie.getByText("Votre bulletin est dans l’urne.")).toBeVisible();
  await closeRound(maud, round);
  await lucie.goto(round);
  await lucie.getByRole("link", { name: "La liste des bulletins" }).click();
  await isAccessible(lucie);
  await lucie.getByLabel("Votre reçu").fill(receipt.toLowerCase());
  await lucie.getByRole("button", { name: "Chercher" }).click();
  await expect(lucie.getByText("Votre bulletin est dans la liste.")).toBeVisible();
  await expect(lucie.locator("dl.facts")).toContainText(ideas[0]);
  await expect(lucie.locator(".proofs [aria-current]")).toHaveCount(1);
  await isAccessible(lucie);
});
