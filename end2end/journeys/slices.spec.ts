// Results within an answer: what is seen, and that the difference between two views tells of no small group.
import type { Page } from "@playwright/test";
import { expect, isAccessible, test } from "../server";
import { places } from "../demo";

test.use({ demo: true });

const HIDDEN = "masqué";

/** For each question with options: how many of each college answered. */
async function answered(page: Page): Promise<Map<string, string[]>> {
  const counts = new Map<string, string[]>();
  for (const table of await page.locator("table").filter({ has: page.getByRole("rowheader", { name: "Ont répondu", includeHidden: true }) }).all()) {
    const caption = (await table.locator("caption").textContent()) ?? "";
    counts.set(caption, (await table.locator("tr").last().locator("td").allTextContents()).map((cell) => cell.trim()));
  }
  expect(counts.size).toBeGreaterThan(2);
  return counts;
}

async function among(page: Page, answer: string) {
  if (!(await page.getByLabel("Parmi les personnes qui ont répondu").isVisible())) await page.getByText("Lire une partie des résultats").click();
  await page.getByLabel("Parmi les personnes qui ont répondu").selectOption(answer);
  await page.getByRole("button", { name: "Afficher", exact: true }).click();
  await page.waitForURL(/among=lieu\./);
}

test("anyone reads the results of one place, and nobody computes those of a few @plain @both", async ({ page }) => {
  const { survey } = await places(page);
  await page.goto(`${survey}/results`);
  const whole = await answered(page);
  await expect(page.locator("blockquote").first()).toBeVisible();
  // What parts the results is not crossed as well.
  await expect(page.getByLabel("Question en lignes").locator("option[value=lieu]")).toHaveCount(0);

  const views: Map<string, string[]>[] = [];
  for (const place of ["à Val-d’Orme", "à Fontevoire", "un peu dans les deux"]) {
    const option = page.getByLabel("Parmi les personnes qui ont répondu").locator("option", { hasText: place });
    await among(page, (await option.textContent()) ?? "");
    await expect(page.getByText("Ces résultats sont ceux des personnes qui ont répondu")).toContainText(place);
    await expect(page.locator("blockquote")).toHaveCount(0);
    views.push(await answered(page));
    await isAccessible(page);
  }
  // Of those 23, not of all 42.
  await among(page, "à Val-d’Orme");
  await expect(page.locator("#q2")).toContainText("Sans réponse : familles 2 sur 23.");
  // Families: 23 here, 14 there; the 5 others only together. One professional group is large enough, no elected one.
  const own = [...whole.keys()][0];
  expect(views.map((view) => view.get(own))).toEqual([["23", HIDDEN, HIDDEN], ["14", HIDDEN, HIDDEN], [HIDDEN, "5", HIDDEN]]);
  for (const [question, all] of whole) {
    all.forEach((total, college) => {
      const seen = views.map((view) => view.get(question)?.[college] ?? HIDDEN).filter((n) => n !== HIDDEN).map(Number);
      seen.forEach((n) => expect(n === 0 || n >= 5, `${question}: ${n}`).toBe(true));
      if (total === HIDDEN) return;
      const rest = Number(total) - seen.reduce((sum, n) => sum + n, 0);
      expect(rest === 0 || rest >= 5, `${question}: ${total} less ${seen}`).toBe(true);
    });
  }

  // Nobody sees the few, whatever they type.
  await page.goto(`${survey}/results?among=lieu.ailleurs`);
  await expect(page.getByText("Cette partie des résultats ne peut pas être montrée")).toBeVisible();
  expect(await answered(page)).toEqual(whole);
  await isAccessible(page);

  // One college alone.
  await page.getByLabel("Collège", { exact: true }).first().selectOption("Familles");
  await page.getByRole("button", { name: "Afficher", exact: true }).click();
  await expect(page.getByText("Ces résultats sont ceux d’un seul collège.")).toBeVisible();
  expect([...(await answered(page)).values()][0]).toEqual(["42"]);
  await page.getByRole("link", { name: "Revenir à tous les résultats" }).click();
  expect(await answered(page)).toEqual(whole);
});
