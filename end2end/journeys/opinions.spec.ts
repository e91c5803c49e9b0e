// Where the publics agree: what the page says of the demo's votes, who sees it when, and that its numbers are there without looking at bars.
import { expect, isAccessible, test } from "../server";
import { closeRound, person, publishRound } from "../steps";
import { places } from "../demo";

test.use({ demo: true });

test("where the publics agree, from the results to one's own reading @plain @both", async ({ browser }) => {
  test.setTimeout(90_000);
  const maud = await person(browser, "maud");
  const { proposals } = await places(maud);

  // The facilitator reads it while the round is open, from the results.
  await maud.goto(`${proposals}/results`);
  await maud.getByRole("link", { name: "Voir où les publics se rejoignent" }).click();
  await expect(maud.getByRole("heading", { level: 1, name: "Où les publics se rejoignent" })).toBeVisible();
  // The demo has three elected and four professionals: too few votes to compare, and the page says so.
  await expect(maud.getByText("Il faut au moins 5 votes dans deux collèges pour les comparer.").first()).toBeVisible();
  await expect(maud.getByRole("heading", { level: 2, name: "Les propositions qui ont le plus de votes" })).toBeVisible();

  // A picture has its sentence and its table, with those who have not voted and everybody together last.
  const chart = maud.locator("figure.chart").first();
  await expect(chart.locator("figcaption")).not.toBeEmpty();
  await chart.getByText("Voir les chiffres").click();
  const table = chart.getByRole("table");
  await expect(table.getByRole("columnheader").last()).toHaveText("N’ont pas voté");
  await expect(table.getByRole("rowheader").last()).toHaveText("Tous ensemble");
  await isAccessible(maud);

  // So few people make no groups: the page says why, and no more.
  const groups = maud.locator("section").filter({ has: maud.getByRole("heading", { name: "Des groupes qui votent de façon proche" }) });
  await expect(async () => {
    await maud.reload();
    await expect(groups).toContainText("On ne montre pas de groupes", { timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await expect(groups).toContainText("Il en faut 50");
  await expect(groups.getByRole("heading", { level: 3 })).toHaveCount(0);

  // A family waits for the publication, as for all results.
  const lucie = await person(browser, "lucie");
  await lucie.goto(`${proposals}/agreement`);
  await expect(lucie.getByText("Les résultats de ce tour ne sont pas encore publiés.")).toBeVisible();
  await closeRound(maud, proposals);
  await publishRound(maud, proposals, "Nous gardons ce que tous veulent.");
  await lucie.goto(`${proposals}/results`);
  await lucie.getByRole("link", { name: "Voir où les publics se rejoignent" }).click();
  await expect(lucie.getByRole("heading", { level: 2, name: "Les propositions qui ont le plus de votes" })).toBeVisible();
  expect(await lucie.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), "nothing is cut off on a phone").toBe(true);
  await isAccessible(lucie);
});

test("the page is reached and read with the keyboard", async ({ browser }) => {
  const maud = await person(browser, "maud");
  const { proposals } = await places(maud);
  await maud.goto(`${proposals}/agreement`);
  const numbers = maud.locator("figure.chart summary").first();
  await numbers.focus();
  await maud.keyboard.press("Enter");
  await expect(maud.getByRole("table").first()).toBeVisible();
  await maud.keyboard.press("Tab");
  await expect(maud.locator("figure.chart .scroll").first()).toBeFocused();
});
