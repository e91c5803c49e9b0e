// Comments that stay on their words, while the article is written on.
import type { Page } from "@playwright/test";
import { expect, isAccessible, test } from "../server";
import { places } from "../demo";
import { person } from "../steps";

test.use({ demo: true });

const TEXT = "La famille est prévenue. Elle donne son accord. Le secret est gardé.";

/** The first article of the demo's charter, with these words. */
async function article(page: Page): Promise<string> {
  await page.goto((await places(page)).charter);
  const address = (await page.locator('a[href^="/article/"]').first().getAttribute("href"))!.split("#")[0];
  await version(page, address, TEXT);
  return address;
}

async function version(page: Page, address: string, text: string) {
  await page.goto(`${address}/edit`);
  await page.getByLabel("Texte de l’article").fill(text);
  if (await page.locator(".desk[data-live]").count()) await expect(page.locator("#desk > .saved")).toHaveText("Tout est enregistré.");
  await page.getByLabel("Pourquoi cette version").fill("Pour voir");
  await page.getByRole("button", { name: "Enregistrer la nouvelle version" }).click();
  await expect(page.locator(".article-text").first()).toContainText(text.slice(0, 20));
}

test("a passage is picked by its sentences, without a mouse @plain", async ({ browser }) => {
  const [maud, lucie] = [await person(browser, "maud"), await person(browser, "lucie")];
  const address = await article(maud);
  await lucie.goto(address);
  await lucie.getByRole("link", { name: "Commenter un passage" }).click();
  await lucie.getByRole("button", { name: "Publier le commentaire" }).click();
  await expect(lucie.locator(".error-summary")).toContainText("Choisissez au moins une phrase.");
  await lucie.setViewportSize({ width: 320, height: 800 });
  await isAccessible(lucie);
  await lucie.getByRole("checkbox", { name: "Elle donne son accord." }).focus();
  await lucie.keyboard.press("Space");
  await lucie.getByLabel("Votre commentaire").fill("Par écrit ou de vive voix ?");
  await lucie.getByRole("button", { name: "Publier le commentaire" }).click();
  const comment = lucie.locator(".comment", { hasText: "Par écrit ou de vive voix ?" });
  await expect(comment.locator("blockquote")).toHaveText(["Elle donne son accord."]);

  // Written on before it: it stays. Its words change: it says so, with the old ones. They go: it says that.
  await version(maud, address, `Toujours. ${TEXT}`);
  await lucie.goto(address);
  await expect(comment).not.toContainText("Passage modifié");
  await version(maud, address, TEXT.replace("son accord", "son accord écrit"));
  await lucie.goto(address);
  await expect(comment).toContainText("Passage modifié depuis la version");
  await expect(comment.locator("blockquote")).toHaveText(["Elle donne son accord.", "Elle donne son accord écrit."]);
  await version(maud, address, "Le secret est gardé. Rien d’autre.");
  await lucie.goto(address);
  await expect(comment).toContainText("ne sont plus dans l’article");
  await expect(comment.locator("blockquote")).toHaveText(["Elle donne son accord."]);
  await isAccessible(lucie);

  // One finds one's own again.
  await lucie.getByText("Choisir les commentaires").click();
  await lucie.getByRole("checkbox", { name: "Les miens seulement" }).check();
  await lucie.getByRole("button", { name: "Afficher", exact: true }).click();
  await expect(lucie.locator(".comment .comment-body")).toHaveText(["Par écrit ou de vive voix ?"]);
});

test("selected words keep their comment while others type before, in and after them", async ({ browser }) => {
  test.setTimeout(150_000);
  const [maud, theo, nadege] = [await person(browser, "maud"), await person(browser, "theo"), await person(browser, "nadege")];
  const address = await article(maud);
  await nadege.goto(address);
  await expect(nadege.locator(".article-text").first()).toContainText(TEXT);
  await nadege.locator(".article-text").first().evaluate((text) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent!.indexOf("donne son accord");
      if (at < 0) continue;
      getSelection()!.setBaseAndExtent(node, at, node, at + "donne son accord".length);
    }
  });
  await nadege.getByRole("link", { name: "Commenter ce passage" }).click();
  await expect(nadege.locator("form blockquote")).toHaveText("donne son accord");
  await nadege.getByLabel("Votre commentaire").fill("Qui le note ?");
  await nadege.getByRole("button", { name: "Publier le commentaire" }).click();
  const comment = nadege.locator(".comment", { hasText: "Qui le note ?" });
  await expect(comment.locator("blockquote")).toHaveText(["donne son accord"]);

  // Two type at once, before it and after it.
  const field = (page: Page) => page.getByLabel("Texte de l’article");
  const saved = (page: Page) => expect(page.locator("#desk > .saved")).toHaveText("Tout est enregistré.");
  const freeze = async (page: Page) => {
    await page.getByLabel("Pourquoi cette version").fill("À deux");
    await page.getByRole("button", { name: "Enregistrer la nouvelle version" }).click();
    await expect(page.locator(".article-text").first()).toBeVisible();
  };
  for (const page of [maud, theo]) {
    await page.goto(`${address}/edit`);
    await saved(page);
  }
  await field(maud).press("Control+Home");
  await field(theo).press("Control+End");
  await Promise.all([field(maud).pressSequentially("Elle donne son avis. ", { delay: 10 }), field(theo).pressSequentially(" Elle donne son accord ou non.", { delay: 10 })]);
  for (const page of [maud, theo]) await expect(field(page)).toHaveValue(`Elle donne son avis. ${TEXT} Elle donne son accord ou non.`);
  await saved(maud);
  await freeze(maud);
  await nadege.goto(address);
  await expect(comment.locator("blockquote")).toHaveText(["donne son accord"]);
  await expect(comment).not.toContainText("Passage modifié");

  // In the middle of it.
  await theo.goto(`${address}/edit`);
  await saved(theo);
  await field(theo).evaluate((field: HTMLTextAreaElement) => {
    const at = field.value.indexOf("Elle donne son accord. ") + "Elle donne".length;
    field.focus();
    field.setSelectionRange(at, at);
  });
  await theo.keyboard.type(" librement");
  await saved(theo);
  await freeze(theo);
  await nadege.goto(address);
  await expect(comment.locator("blockquote")).toHaveText(["donne son accord", "donne librement son accord"]);
  await isAccessible(nadege);
});
