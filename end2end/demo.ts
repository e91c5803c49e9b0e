// The demo's people, as `palabre demo --show` prints them.
import type { Page } from "@playwright/test";
import { expect, type Site } from "./server";

export const password = "palabre-demo-2026";
export const email = (key: string) => `${key}@demo.example`;

/** Signs in by the form. */
export async function signIn(page: Page, key: string) {
  await page.goto("/sign-in");
  await page.getByLabel("Adresse e-mail").fill(email(key));
  await page.getByLabel("Mot de passe").fill(password);
  await page.locator("main").getByRole("button", { name: "Se connecter" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** The access codes of the demo's families, by name. */
export function codes(site: Site): Map<string, string> {
  const lines = site.command("demo", "--show").matchAll(/(\S+)\s+([A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4})/g);
  return new Map([...lines].map(([, name, code]) => [name, code]));
}

/** The addresses of the demo's process and rounds, by kind. */
export async function places(page: Page) {
  await page.goto("/");
  const process = await page.getByRole("link", { name: /crèche éphémère/ }).first().getAttribute("href");
  await page.goto(process!);
  const rounds: Record<string, string> = {};
  for (const [kind, title] of Object.entries({ survey: /Enquête de besoins/, proposals: /Propositions et votes/, charter: /Rédaction de charte/, evaluation: /Évaluation/ })) {
    const round = page.locator(".round").filter({ hasText: title }).locator(".round-title a").first();
    rounds[kind] = (await round.getAttribute("href"))!;
  }
  return { process: process!, ...rounds } as { process: string; survey: string; proposals: string; charter: string; evaluation: string };
}
