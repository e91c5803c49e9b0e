import { defineConfig } from "@playwright/test";

// Each journey has a server of its own (see server.ts), so they run side by side. The main journeys run on both databases;
// those marked @plain run once more without JavaScript, those marked @form are about the plain form alone.
const launch = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
};

export default defineConfig({
  testDir: "journeys",
  timeout: 90_000,
  expect: { timeout: 8_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: [["list"]],
  use: { locale: "fr-FR", actionTimeout: 10_000, launchOptions: launch, screenshot: "only-on-failure", trace: "retain-on-failure" },
  projects: [
    { name: "sqlite", grepInvert: /@form/, metadata: { database: "sqlite" } },
    { name: "plain", grep: /@plain|@form/, metadata: { database: "sqlite" }, use: { javaScriptEnabled: false } },
    { name: "postgres", grep: /@both/, metadata: { database: "postgres" } },
  ],
});
