// A facilitator, a social worker and a parent write one article at once, each in a browser of their own.
import type { Page, WebSocketRoute } from "@playwright/test";
import { expect, isAccessible, test } from "../server";
import { places } from "../demo";
import { person } from "../steps";

test.use({ demo: true });

const field = (page: Page) => page.getByLabel("Texte de l’article");
const saved = (page: Page) => expect(page.locator(".saved")).toHaveText("Tout est enregistré.");

/** Types at the end of the text. */
async function append(page: Page, words: string) {
  await field(page).press("Control+End");
  await field(page).pressSequentially(words, { delay: 15 });
}

/** The line to the server, which can be cut, and on which the server can be made dumb. */
async function line(page: Page) {
  const state = { cut: false, dumb: false, open: [] as WebSocketRoute[] };
  await page.routeWebSocket(/\/live\/article\//, (socket) => {
    if (state.cut) return void socket.close();
    const server = socket.connectToServer();
    server.onMessage((message) => void (state.dumb || socket.send(message)));
    state.open.push(socket);
  });
  return {
    dumb: (dumb: boolean) => void (state.dumb = dumb),
    cut: async () => {
      state.cut = true;
      for (const socket of state.open.splice(0)) await socket.close();
    },
    mend: () => void (state.cut = false),
  };
}

test("three people write one article at once, one of them loses the network @both", async ({ browser }) => {
  test.setTimeout(180_000);
  const [maud, nadege, lucie] = [await person(browser, "maud"), await person(browser, "nadege"), await person(browser, "lucie")];
  const charter = (await places(maud)).charter;
  await maud.goto(charter);
  const article = (await maud.locator('a[href^="/article/"]').first().getAttribute("href"))!.split("#")[0];

  // Nobody but facilitators writes, until they hand on the pen.
  await lucie.goto(`${article}/edit`);
  await expect(field(lucie)).toHaveCount(0);
  await maud.goto(`${charter}/edit`);
  await maud.getByRole("radio", { name: "Toutes les personnes qui participent" }).check();
  await maud.locator("section", { has: maud.locator("#pen") }).getByRole("button", { name: "Enregistrer" }).click();
  await expect(maud.getByRole("radio", { name: "Toutes les personnes qui participent" })).toBeChecked();

  const network = await line(lucie);
  await lucie.goto(article);
  await lucie.getByRole("link", { name: "Écrire dans le brouillon" }).click();
  await nadege.goto(`${article}/edit`);
  await maud.goto(`${article}/edit`);
  for (const page of [maud, nadege, lucie]) await saved(page);
  await field(maud).fill("Premier point.\n\nDeuxième point.");
  for (const page of [nadege, lucie]) await expect(field(page)).toHaveValue("Premier point.\n\nDeuxième point.");

  // All three at once.
  await field(maud).press("Control+Home");
  await Promise.all([
    field(maud).pressSequentially("Charte. ", { delay: 20 }),
    append(nadege, " Les familles sont prévenues."),
    append(lucie, " On me demande mon accord."),
  ]);
  for (const page of [maud, nadege, lucie]) await saved(page);
  const text = await field(maud).inputValue();
  expect(text).toMatch(/^Charte\. Premier point\.\n\nDeuxième point\./);
  for (const page of [nadege, lucie]) await expect(field(page)).toHaveValue(text);

  // Who is there, and where.
  const people = maud.getByRole("list", { name: "Écrivent en ce moment :" });
  await expect(people.getByRole("listitem")).toHaveCount(3);
  await expect(people).toContainText("(vous)");
  await expect(maud.locator(".desk-cursor")).toHaveCount(2);

  // One undoes one's own words, not those of others.
  await append(nadege, " À revoir.");
  await expect(field(lucie)).toHaveValue(/À revoir\.$/);
  await append(lucie, " Merci.");
  await expect(field(nadege)).toHaveValue(/Merci\./);
  await nadege.getByRole("button", { name: "Annuler ce que j’ai écrit" }).click();
  for (const page of [maud, nadege, lucie]) await expect(field(page)).not.toHaveValue(/revoir/);
  await expect(field(nadege)).toHaveValue(/Merci\./);
  await nadege.getByRole("button", { name: "Refaire" }).click();
  await expect(field(maud)).toHaveValue(/revoir/);

  // Without a network the parent goes on; so do the others; nothing is lost when it comes back, not even by closing the page.
  await network.cut();
  await expect(lucie.locator(".saved")).toContainText("Pas de réseau.");
  await append(lucie, " Écrit dans le bus.");
  await field(maud).press("Control+Home");
  await field(maud).pressSequentially("Texte : ");
  await saved(maud);
  await expect(field(lucie)).not.toHaveValue(/^Texte/);
  network.mend();
  await expect(lucie.locator(".saved")).toHaveText("Tout est enregistré.", { timeout: 20_000 });
  await expect(field(maud)).toHaveValue(/^Texte : Charte[^]*Écrit dans le bus\./);
  await expect(field(lucie)).toHaveValue(await field(maud).inputValue());
  await network.cut();
  await append(lucie, " Encore un mot.");
  lucie.on("dialog", (dialog) => void dialog.accept());
  await lucie.goto(charter);
  network.mend();
  await lucie.goto(`${article}/edit`);
  await expect(field(maud)).toHaveValue(/Encore un mot\./);

  // Light formatting, by a button and by the keyboard.
  await field(nadege).press("Control+End");
  await field(nadege).press("Enter");
  await nadege.getByRole("button", { name: "Liste" }).click();
  await field(nadege).pressSequentially("un point");
  for (let letter = 0; letter < 5; letter++) await field(nadege).press("Shift+ArrowLeft");
  await field(nadege).press("Control+b");
  await expect(field(maud)).toHaveValue(/\n- un \*\*point\*\*$/);
  for (const page of [maud, lucie]) await isAccessible(page);
  await lucie.setViewportSize({ width: 320, height: 800 });
  await isAccessible(lucie);

  // The facilitator makes a version of it; those who wrote are named with it.
  const whole = await field(maud).inputValue();
  await maud.getByLabel("Pourquoi cette version").fill("Écrit ensemble");
  await maud.getByRole("button", { name: "Enregistrer la nouvelle version" }).click();
  await expect(lucie.locator(".saved")).toContainText(/La version \d+ vient d’être enregistrée/);
  const history = maud.getByRole("region", { name: "L’histoire de l’article" });
  await expect(history.locator(".item").first()).toContainText(/Écrit avec .*Lucie.*Nad/);
  await nadege.goto(`${article}/edit`);
  await expect(field(nadege)).toHaveValue(whole);

  // Without scripts, or when they do not come, it is a form like any other.
  const plain = await (await browser.newContext({ javaScriptEnabled: false, storageState: await nadege.context().storageState() })).newPage();
  await plain.goto(`${article}/edit`);
  await expect(plain.locator(".desk-tools")).toBeHidden();
  await append(lucie, " Elle aussi.");
  await expect(field(plain)).not.toHaveValue(/Elle aussi/);
  await field(plain).fill(whole.replace("Texte : Charte.", "Notre charte."));
  await plain.getByRole("button", { name: "Enregistrer dans le brouillon" }).click();
  await expect(plain.getByText("C’est enregistré dans le brouillon.")).toBeVisible();
  await expect(field(lucie)).toHaveValue(/^Notre charte\.[^]*Elle aussi\.$/);

  // The pen is taken back: whoever is writing is told, and keeps the words on the screen.
  await maud.goto(`${charter}/edit`);
  await maud.getByRole("radio", { name: "Les personnes qui animent" }).check();
  await maud.locator("section", { has: maud.locator("#pen") }).getByRole("button", { name: "Enregistrer" }).click();
  await expect(lucie.locator(".saved")).toContainText("Vous ne pouvez plus écrire ici");
  await expect(field(lucie)).toHaveValue(/^Notre charte\.[^]*Elle aussi\.$/);
});

test("slow and broken lines lose no word, and nothing says saved that is not", async ({ browser }) => {
  test.setTimeout(150_000);
  const [maud, theo] = [await person(browser, "maud"), await person(browser, "theo")];
  await maud.goto((await places(maud)).charter);
  const article = (await maud.locator('a[href^="/article/"]').first().getAttribute("href"))!.split("#")[0];
  await maud.goto(`${article}/edit`);
  await saved(maud);
  await field(maud).fill("Un seul point.");
  await saved(maud);

  // A word that the server kept, and whose acknowledgement was lost on the way.
  const network = await line(theo);
  await theo.goto(`${article}/edit`);
  await saved(theo);
  network.dumb(true);
  await append(theo, " Gardé.");
  await expect(field(maud)).toHaveValue("Un seul point. Gardé.");
  await expect(theo.locator(".saved")).toHaveText("Enregistrement…");
  await network.cut();
  network.dumb(false);
  network.mend();
  await expect(theo.locator(".saved")).toHaveText("Tout est enregistré.", { timeout: 15_000 });
  await expect(field(theo)).toHaveValue("Un seul point. Gardé.");

  // What is typed while the editor is still on its way is taken over.
  const slow = await theo.context().newPage();
  let go = () => {};
  const waits = new Promise<void>((resolve) => (go = resolve));
  await slow.route(/editor_bg\.wasm/, async (route) => (await waits, route.continue()));
  await slow.goto(`${article}/edit`);
  await field(slow).press("Control+End");
  await field(slow).pressSequentially(" Tapé tôt.");
  go();
  await saved(slow);
  await expect(field(slow)).toHaveValue("Un seul point. Gardé. Tapé tôt.");
  await expect(field(maud)).toHaveValue("Un seul point. Gardé. Tapé tôt.");
  await slow.close();

  // A server that can't be reached leaves a plain form; one that comes late takes nothing out of it.
  const late = await theo.context().newPage();
  await late.routeWebSocket(/\/live\/article\//, (socket) => {
    setTimeout(() => socket.connectToServer(), 8_000);
  });
  await late.goto(`${article}/edit`);
  await expect(field(late)).toBeEditable({ timeout: 10_000 });
  await field(late).press("Control+End");
  await field(late).pressSequentially(" Sans réseau.");
  await late.waitForTimeout(3_000);
  await expect(field(late)).toHaveValue("Un seul point. Gardé. Tapé tôt. Sans réseau.");
  await expect(late.locator(".saved")).not.toHaveText("Tout est enregistré.");
  await late.getByLabel("Pourquoi cette version").fill("Sans réseau");
  await late.getByRole("button", { name: "Enregistrer la nouvelle version" }).click();
  await expect(late.locator(".article-text").first()).toContainText("Tapé tôt. Sans réseau.");
  await expect(field(maud)).toHaveValue("Un seul point. Gardé. Tapé tôt. Sans réseau.");

  // A form that forgot to say why comes back with the text that everybody has, and goes on.
  await append(maud, " Encore.");
  await maud.getByRole("button", { name: "Enregistrer la nouvelle version" }).click();
  await expect(maud.locator(".error-summary")).toBeVisible();
  await saved(maud);
  await expect(field(maud)).toHaveValue(/Sans réseau\. Encore\.$/);
  await maud.getByLabel("Pourquoi cette version").fill("Dit");
  await maud.getByRole("button", { name: "Enregistrer la nouvelle version" }).click();
  await expect(maud.locator(".article-text").first()).toContainText("Sans réseau. Encore.");
});
