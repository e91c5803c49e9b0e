// Every page of the demo: axe finds nothing, nothing is wider than the screen, the first transfer stays under 100 kB.
import { expect, isAccessible, test } from "../server";
import { places, signIn } from "../demo";

test.use({ demo: true });

/** A draft that begins with the adopted charter. */
async function copied(page: import("@playwright/test").Page, from: string) {
  await page.goto(from);
  await page.getByRole("button", { name: /La reprendre dans un nouveau tour/ }).first().click();
  await expect(page).toHaveURL(/\/r\/.*\/edit/);
  return new URL(page.url()).pathname.replace(/\/edit$/, "");
}

async function pagesOf(page: import("@playwright/test").Page, who: keyof typeof people) {
  const at = await places(page);
  const rounds = [at.survey, at.proposals, at.charter, at.evaluation];
  await page.goto(at.proposals);
  const proposal = await page.locator('a[href^="/proposal/"]').first().getAttribute("href");
  await page.goto(at.charter);
  const article = await page.locator('a[href^="/article/"]').first().getAttribute("href");
  const amended = page.locator("article.article").filter({ hasText: "Voir ce qui est écrit sur soi" }).locator('.actions a[href^="/article/"]').first();
  await page.goto((await amended.getAttribute("href"))!);
  const rivals = new URL(page.url()).pathname;
  const amendment = (await page.locator('a[href^="/amendment/"]').first().getAttribute("href"))!;
  await page.goto("/charters");
  const signed = await page.locator('a[href$="/signatures"]').first().getAttribute("href");
  const open = [rivals, amendment, "/", "/about", "/privacy", "/accessibility", at.process, ...rounds, `${at.survey}/results`, proposal!.split("#")[0], article!.split("#")[0], `${article!.split("#")[0]}/compare?view=sides`, `${rivals}/trace`];
  switch (who) {
    case "visitor":
      return [...open, "/charters", signed!, signed!.replace("/signatures", ""), "/sign-in", "/sign-up", "/card", "/forgot", "/verify/none", "/reset/none", "/invitation/none", "/nowhere", `${at.survey}/receipt`, `${at.process}/needs`];
    case "family":
      return [...open, `${rivals}/amend`, `${at.charter}/new-article`, "/account", "/my-word", `${at.process}/members`];
    case "facilitator":
      return [...open, ...rounds.map((round) => `${round}/results`), `${at.charter}/account`, `${at.proposals}/agreement`, `${at.process}/members`, `${at.process}/needs`];
    case "facilitator at work":
      const copy = await copied(page, signed!.replace("/signatures", "/take-over"));
      return [signed!, signed!.replace("/signatures", "/take-over"), `${copy}/source`, `${copy}/source/merge`, `${copy}/edit`, `${at.charter}/signatures`, ...rounds.map((round) => `${round}/edit`), `${at.process}/edit`, `${at.process}/codes`, `${at.process}/pictures`, `${at.process}/new-round`, `${at.survey}/try`, `${at.survey}/paper`, `${at.survey}/proxy`, `${at.evaluation}/paper?sheet=1`, `${at.evaluation}/proxy`, `${at.evaluation}/try`, `${at.survey}/coding`, `${article!.split("#")[0]}/edit`];
    case "researcher":
      return [`${at.process}/research`];
    case "administrator":
      return ["/admin", "/admin/journal", "/new-process"];
  }
}

const people = { visitor: null, family: "lucie", facilitator: "maud", "facilitator at work": "maud", researcher: "ines", administrator: "gwenael" } as const;

for (const who of Object.keys(people) as (keyof typeof people)[]) {
  test(`accessible, narrow and light for a ${who}`, async ({ page, site }) => {
    if (people[who]) await signIn(page, people[who]);
    const paths = await pagesOf(page, who);
    // What a page may take on a busy machine.
    test.setTimeout(60_000 + paths.length * 20_000);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
    let bytes = 0;
    devtools.on("Network.loadingFinished", (event) => (bytes += event.encodedDataLength));
    for (const path of paths) {
      for (const width of [320, 1200]) {
        await page.setViewportSize({ width, height: 800 });
        bytes = 0;
        const errors: string[] = [];
        page.removeAllListeners("console");
        page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
        const status = (await page.goto(path, { waitUntil: "load" }))!.status();
        // Who writes an article fetches the editor with the page.
        const most = /^\/article\/[^/]+\/edit$/.test(path) ? 250_000 : 100_000;
        expect(bytes, `first transfer of ${path}`).toBeLessThan(most);
        // The browser notes a page whose own status says no, and must note nothing else.
        const own = status >= 400 ? [expect.stringContaining(`status of ${status}`)] : [];
        expect(errors, `console of ${path}`).toEqual(own);
        // Light where it is narrow, dark where it is wide.
        await page.emulateMedia({ colorScheme: width === 320 ? "light" : "dark" });
        await isAccessible(page);
      }
    }
  });
}
