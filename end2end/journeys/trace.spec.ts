// From a sentence to what led to it, with the keyboard and without scripts; from an amendment to the words it changed; the account by college.
import { expect, isAccessible, test } from "../server";
import { places } from "../demo";
import { person } from "../steps";

test.use({ demo: true });

test("a sentence tells where it comes from, and a facilitator prints the account @plain", async ({ browser }) => {
  test.setTimeout(150_000);
  const maud = await person(browser, "maud");
  const charter = (await places(maud)).charter;
  await maud.goto(charter);
  const article = (await maud.locator('a[href^="/article/"]').first().getAttribute("href"))!.split("#")[0];
  const write = async (body: string, why: string) => {
    await maud.goto(`${article}/edit`);
    await maud.getByLabel("Texte de l’article").fill(body);
    await maud.getByLabel("Pourquoi cette version").fill(why);
    await maud.getByRole("button", { name: "Enregistrer la nouvelle version" }).click();
    await expect(maud.locator(".article-text")).toContainText(body.slice(0, 20));
  };
  const long = "Anticonstitutionnellement".repeat(4);
  await write(`On appelle le matin. On dit qui appelle.\n\n- ${long}`, "Plus court");
  await write(`On appelle le soir. On dit qui appelle.\n\n- ${long}`, "Le soir, les parents sont là");

  await maud.getByRole("link", { name: "D’où viennent ces mots" }).click();
  await expect(maud.getByRole("heading", { level: 1 })).toHaveText("D’où viennent ces mots");
  const sentences = maud.locator(".origin");
  await expect(sentences).toHaveCount(3);
  const summary = sentences.first().locator("summary").first();
  await summary.focus();
  await maud.keyboard.press("Enter");
  await expect(sentences.first().locator("del")).toHaveText([/matin/]);
  await expect(sentences.first().locator("ins")).toHaveText([/soir/]);
  await expect(sentences.first()).toContainText("Le soir, les parents sont là");
  await expect(sentences.nth(1).locator("summary").first()).not.toContainText("soir");
  await maud.setViewportSize({ width: 320, height: 800 });
  await isAccessible(maud);

  await maud.goto(`${charter}/results`);
  await maud.getByRole("link", { name: "Compte rendu de la consultation" }).click();
  await expect(maud.getByRole("heading", { level: 3, name: "Ce qui a changé dans le texte grâce à ce collège" }).first()).toBeVisible();
  await isAccessible(maud);
  await maud.emulateMedia({ media: "print" });
  await expect(maud.getByRole("table").first()).toBeVisible();
  await expect(maud.locator(".actions").first()).toBeHidden();
});
