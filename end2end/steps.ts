// What several journeys do: the steps of a facilitator, and people with a browser of their own.
import type { Browser, BrowserContext, Locator, Page } from "@playwright/test";
import { places, signIn } from "./demo";
import { expect } from "./server";

/** Families come with a phone. */
export const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

/** Somebody of the demo, signed in, with a browser of their own. */
export async function person(browser: Browser, key: string, context?: BrowserContext): Promise<Page> {
  const family = ["lucie", "rachid", "solene", "jeannine"].includes(key);
  const page = await (context ?? (await browser.newContext(family ? phone : {}))).newPage();
  await signIn(page, key);
  return page;
}

/** A moment as the site's clocks show it, in the form of a date and time field. */
export function clock(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toLocaleString("sv-SE", { timeZone: "Europe/Paris", dateStyle: "short", timeStyle: "short" }).replace(" ", "T");
}

/** The facilitator drafts a round; gives its address. */
export async function draftRound(page: Page, kind: RegExp, title: string, mode: "Réponses anonymes" | "Réponses avec le nom"): Promise<string> {
  await page.goto((await places(page)).process);
  await page.getByRole("link", { name: "Ajouter un tour" }).click();
  await page.getByRole("radio", { name: kind }).check();
  await page.getByLabel("Titre", { exact: true }).fill(title);
  await page.getByLabel("Présentation", { exact: true }).fill("Dites-nous ce qui compte pour vous.");
  await page.getByRole("radio", { name: mode }).check();
  await page.getByRole("button", { name: "Créer le brouillon" }).click();
  await expect(page).toHaveURL(/\/r\/.*\/edit/);
  return new URL(page.url()).pathname.replace(/\/edit$/, "");
}

/** Announces the round so that it is open now. */
export async function openRound(page: Page, round: string) {
  await page.goto(`${round}/edit`);
  await page.getByLabel("Ouverture", { exact: true }).fill(clock(-1));
  await page.getByLabel("Clôture", { exact: true }).fill(clock(60 * 24));
  await page.getByRole("checkbox", { name: /Annoncer ce tour/ }).check();
  await page.getByRole("button", { name: "Enregistrer le calendrier" }).click();
  await expect(page.getByText("Ce tour est ouvert.")).toBeVisible();
}

export async function closeRound(page: Page, round: string) {
  await page.goto(`${round}/edit`);
  await page.getByRole("checkbox", { name: /je clos ce tour/ }).check();
  await page.getByRole("button", { name: "Clore maintenant" }).click();
  await expect(page.getByText("Ce tour est clos.")).toBeVisible();
}

export async function publishRound(page: Page, round: string, decision: string) {
  await page.goto(`${round}/edit`);
  await page.getByLabel("La décision", { exact: true }).fill(decision);
  await page.getByRole("button", { name: "Publier les résultats" }).click();
  await expect(page.getByText("Ce tour est publié.")).toBeVisible();
}

/** Adds a section to the form that is being built. */
export async function addSection(page: Page, title: string) {
  const add = page.getByRole("link", { name: "Ajouter une partie" });
  if (await add.isVisible()) await add.click();
  await page.getByLabel("Titre de la partie", { exact: true }).fill(title);
  await page.locator(".builder").getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
}

/** Adds a question to a section; `fields` by label, `true` for what must be answered. */
export async function addQuestion(page: Page, section: string, kind: string, label: string, fields: Record<string, string> = {}, required = false) {
  const here = page.locator(".builder-section").filter({ has: page.getByRole("heading", { name: section }) });
  await here.getByRole("link", { name: "Ajouter une question" }).click();
  await here.getByRole("link", { name: kind, exact: true }).click();
  await here.getByLabel(kind === "Texte sans question" ? "Texte" : "Question", { exact: true }).fill(label);
  for (const [name, value] of Object.entries(fields)) await here.getByLabel(name).first().fill(value);
  if (required) await here.getByLabel("Faut-il répondre ?").selectOption("yes");
  await here.getByRole("button", { name: "Enregistrer" }).click();
  await expect(here.getByRole("link", { name: label, exact: true })).toBeVisible();
}

/** The words at the top of a form that was refused. */
export const refusal = (page: Page): Locator => page.locator(".error-summary");

/** The rows of a CSV file, by column. */
export function csv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  for (const [, cell, end] of text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === "") break;
    if (end !== ",") rows.push([]);
  }
  const [header, ...lines] = rows.filter((row) => row.length > 1);
  return lines.map((line) => Object.fromEntries(header.map((name, at) => [name, line[at]])));
}

/** Comes with a card; `name` for one that was never used. */
export async function enterCard(page: Page, code: string, name?: string) {
  await page.goto("/card");
  await page.getByLabel("Code de la carte").fill(code);
  await page.getByRole("button", { name: "Entrer", exact: true }).click();
  if (name) {
    await page.getByLabel("Votre prénom, ou un surnom").fill(name);
    await page.getByRole("button", { name: "Commencer" }).click();
  }
  await expect(page).toHaveURL(/\/p\//);
}

/** The numbers under a chart: the cells of the table with this caption, row by row. */
export async function figures(page: Page, caption: string): Promise<string[][]> {
  const table = page.locator("table").filter({ has: page.locator("caption").getByText(caption, { exact: true }) });
  await expect(table).toHaveCount(1);
  const cells = async (row: Locator) => (await row.locator("th, td").allTextContents()).map((cell) => cell.replace(/\s+/g, " ").trim());
  return Promise.all((await table.locator("tr").all()).map(cells));
}
