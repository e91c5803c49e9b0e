// Two facilitators write one article at once on the plain form (with scripts both write in one draft, see drafts.spec.ts); then its versions are compared, one comes back, one gets a name.
import { expect, isAccessible, test } from "../server";
import { places } from "../demo";
import { person } from "../steps";

test.use({ demo: true });

test("two facilitators save from one version, and both are in the text @form", async ({ browser }) => {
  test.setTimeout(150_000);
  const [maud, theo] = [await person(browser, "maud"), await person(browser, "theo")];
  await maud.goto((await places(maud)).charter);
  const article = (await maud.locator('a[href^="/article/"]').first().getAttribute("href"))!.split("#")[0];
  const body = "On appelle le matin. On dit qui appelle.\n\nLe secret est gardé.";
  const write = async (page: typeof maud, text: string, why: string) => {
    await page.getByLabel("Texte de l’article").fill(text);
    await page.getByLabel("Pourquoi cette version").fill(why);
    await page.getByRole("button", { name: "Enregistrer la nouvelle version" }).click();
  };
  const begin = async (page: typeof maud) => void (await page.goto(`${article}/edit`));

  await begin(maud);
  await write(maud, body, "Plus court");
  await expect(maud.locator(".article-text")).toContainText("Le secret est gardé.");

  for (const page of [maud, theo]) await begin(page);
  await write(maud, body.replace("le matin", "le soir"), "Le soir");
  await expect(maud.locator(".article-text")).toContainText("On appelle le soir.");
  const long = "Anticonstitutionnellement".repeat(4);
  await write(theo, `${body.replace("le matin", "à midi")}\n\n${long}.`, "À midi");
  const together = theo.getByRole("region", { name: "Deux versions écrites en même temps" });
  await expect(together).toContainText("Un passage a changé des deux côtés.");
  await expect(together.getByRole("heading", { level: 4 })).toHaveText([/^Avant/, "Votre texte", /^Le texte de Maud/]);
  await expect(theo.getByLabel("Texte de l’article")).toHaveValue(`On appelle à midi. On appelle le soir. On dit qui appelle.\n\nLe secret est gardé.\n\n${long}.`);
  await theo.setViewportSize({ width: 320, height: 800 });
  await isAccessible(theo);
  await write(theo, `On appelle à midi ou le soir. On dit qui appelle.\n\nLe secret est gardé.\n\n${long}.`, "Les deux");
  await expect(theo.locator(".article-text")).toContainText("On appelle à midi ou le soir.");

  await theo.getByRole("link", { name: "Comparer deux versions" }).click();
  const last = Number(await theo.getByLabel("À", { exact: true }).inputValue());
  await theo.getByLabel("De", { exact: true }).selectOption(String(last - 2));
  await theo.getByRole("radio", { name: "Les deux textes côte à côte" }).check();
  await theo.getByRole("button", { name: "Comparer" }).click();
  await expect(theo.getByRole("cell").first().locator("del")).toHaveText([/matin$/]);
  await expect(theo.getByRole("cell").nth(1).locator("ins")).toHaveText([/à midi ou\s*$/, /soir$/]);
  await isAccessible(theo);

  await theo.getByRole("link", { name: `Reprendre le texte de la version ${last - 2}` }).click();
  await expect(theo.getByLabel("Pourquoi cette version")).toHaveValue(`Retour à la version ${last - 2}`);
  await expect(theo.getByLabel("Texte de l’article")).toHaveValue(body);
  await theo.getByRole("button", { name: "Enregistrer la nouvelle version" }).click();
  const history = theo.getByRole("region", { name: "L’histoire de l’article" });
  await expect(history.locator(".item").first()).toContainText(`Pourquoi : Retour à la version ${last - 2}`);

  await history.getByText(`Nommer la version ${last + 1}`).click();
  await history.locator(".item").first().getByLabel("Nom de la version").fill("Texte soumis au conseil municipal");
  await history.locator(".item").first().getByRole("button", { name: "Enregistrer le nom" }).click();
  await maud.goto(article);
  await expect(maud.locator(".version-name")).toHaveText(["Texte soumis au conseil municipal"]);
  await isAccessible(theo);
});
