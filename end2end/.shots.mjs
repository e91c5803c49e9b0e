import { chromium } from "@playwright/test";
const [,, base, out, ...paths] = process.argv;
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
for (const [who, list] of Object.entries(JSON.parse(paths[0]))) {
  for (const width of [320, 1200]) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, locale: "fr-FR" });
    const page = await context.newPage();
    if (who !== "visitor") {
      await page.goto(base + "/sign-in"); await page.fill("#email", who + "@demo.example"); await page.fill("#password", "palabre-demo-2026");
      await page.click("main button[type=submit]"); await page.waitForURL((u) => !String(u).includes("sign-in"));
    }
    for (const path of list) {
      await page.goto(base + path);
      await page.screenshot({ path: `${out}/${who}-${path.replaceAll(/[^a-z0-9]+/gi, "_").slice(0, 60)}-${width}.png`, fullPage: true });
    }
    await context.close();
  }
}
await browser.close();
