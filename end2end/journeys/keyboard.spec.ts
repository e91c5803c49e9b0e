// The family's part by keyboard alone: Tab, Shift+Tab, Space, Enter and the arrows.
import type { Page } from "@playwright/test";
import { expect, test } from "../server";
import { phone } from "../steps";
import { codes, places } from "../demo";

test.use({ demo: true, ...phone });

/** Where the keyboard is, as a person hears it; and it must be seen. */
async function here(page: Page): Promise<{ name: string; seen: boolean }> {
  return page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement | null;
    if (!at || at === document.body) return { name: "", seen: true };
    const box = at.getBoundingClientRect();
    const frames = [at, at.parentElement, at.closest("label")].filter((element) => element !== null).map((element) => getComputedStyle(element));
    const ring = frames.some((style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none");
    const within = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const legend = at.closest("fieldset")?.querySelector("legend")?.textContent ?? "";
    const words = at.labels?.length ? [...at.labels].map((label) => label.textContent).join(" ") : (at.getAttribute("aria-label") ?? at.textContent ?? "");
    return { name: `${legend} > ${words}`.replace(/\s+/g, " ").trim(), seen: ring && within };
  });
}

/** Tabs to the element with this name; every stop on the way is seen. */
async function tabTo(page: Page, name: RegExp, key = "Tab") {
  const way: string[] = [];
  for (let stops = 0; stops < 60; stops++) {
    await page.keyboard.press(key);
    const at = await here(page);
    expect(at.seen, `the focus is seen on "${at.name}" of ${page.url()}`).toBe(true);
    way.push(at.name);
    if (name.test(at.name)) return;
  }
  throw new Error(`${name} was not reached on ${page.url()}: ${way.join(" | ")}`);
}

async function skip(page: Page) {
  await tabTo(page, /Aller au contenu/);
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
}

async function press(page: Page, name: RegExp, key = "Enter") {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

test("card, evaluation, vote and comment by keyboard alone @plain", async ({ page, site }) => {
  test.setTimeout(120_000);
  const at = await places(page);
  const code = codes(site).get("Amina")!;
  await page.goto(`/card?next=${at.evaluation}`);
  await skip(page);
  await tabTo(page, /code/i);
  await page.keyboard.type(code.toLowerCase());
  await page.keyboard.press("Enter");
  await expect(page.getByText("Amina").first()).toBeVisible();

  await page.goto(at.evaluation);
  await skip(page);
  // One stop for a group of faces; the arrows choose.
  await tabTo(page, /Très insatisfait/);
  await page.keyboard.press("Space");
  for (let steps = 0; steps < 3; steps++) await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Plutôt satisfait" }).first()).toBeChecked();
  expect((await here(page)).seen).toBe(true);
  const sending = page.getByRole("button", { name: "Envoyer ma réponse" });
  for (let part = 2; !(await sending.isVisible()); part++) {
    await press(page, /Suivant|Vérifier mes réponses/);
    await page.waitForURL(new RegExp(`section=(${part}|review)`));
  }
  await expect(page.getByText("Plutôt satisfait", { exact: true })).toBeVisible();
  await press(page, /Envoyer ma réponse/);
  await expect(page.getByText("Merci, votre réponse compte.")).toBeVisible();

  await page.goto(at.proposals);
  await skip(page);
  await press(page, /Votre vote > .*Contre/, "Space");
  const against = page.locator(".vote").first().getByRole("button", { name: "Contre" });
  await expect(against).toHaveAttribute("aria-pressed", "true");
  await page.waitForLoadState();
  await page.reload();
  await expect(against).toHaveAttribute("aria-pressed", "true");
  await skip(page);
  await tabTo(page, /^> (?!Faire une|Plus |À voter|Démarches|Une crèche).{12,}/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/proposal\//);
  // A refused comment takes the keyboard to what is wrong.
  await skip(page);
  await press(page, /> Envoyer$/);
  await expect(page.locator(".error-summary")).toBeFocused();
  await press(page, /ce champ est à remplir/i);
  await expect(page.getByLabel("Votre commentaire")).toBeFocused();
  await page.keyboard.type("D’accord, mais pas le vendredi.");
  await press(page, /> Envoyer$/);
  await expect(page.locator(".comment").filter({ hasText: "pas le vendredi" })).toBeVisible();
  // And back up again.
  await skip(page);
  await tabTo(page, /Aller au contenu|Une crèche éphémère/, "Shift+Tab");
});
