// The family's part by keyboard alone: Tab, Shift+Tab, Space, Enter and the arrows.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, isAccessible, test } from "../server";
import { draftRound, openRound, person, phone } from "../steps";
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
  await tabTo(page, /^> (Demander un euro|Un pot commun|Une seule feuille|Ouvrir les créneaux|Un transport|Une première séance)/);
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

/** Gives an answer to whatever the keyboard is on; says whether that was the button that leads on. */
async function answerHere(page: Page): Promise<boolean> {
  const at = await page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement;
    const group = [...document.querySelectorAll<HTMLInputElement>(`input[name="${at.name}"]`)];
    const words = (at.textContent ?? "").trim();
    return { tag: at.tagName, type: at.type ?? "", name: at.name ?? "", value: at.value ?? "", given: group.some((one) => one.checked), words };
  });
  const type = async (keys: string) => (at.value === "" ? page.keyboard.type(keys) : undefined);
  if (at.tag === "BUTTON" && /^(Suivant|Vérifier mes réponses)$/.test(at.words)) return true;
  if (at.tag === "TEXTAREA") await type("Quelques mots.");
  else if (at.tag === "SELECT" && at.value === "") for (let n = await given(page); n >= 0; n--) await page.keyboard.press("ArrowDown");
  else if (at.tag !== "INPUT" || /declined|shared/.test(at.name) || at.name === "") return false;
  else if (at.type === "radio" && !at.given) {
    await page.keyboard.press("Space");
    if (/mode\]/.test(at.name)) await page.keyboard.press("ArrowDown");
  } else if (at.type === "checkbox" && !at.given) await page.keyboard.press("Space");
  else if (at.type === "date") await type("02032024");
  else if (at.type === "time") await type("0645AM");
  else if (at.type === "email") await type("lucie@exemple.fr");
  else if (/points\.a/.test(at.name)) await type("7");
  else if (/points\.b/.test(at.name)) await type("3");
  else if (/enfants/.test(at.name)) await type("2");
  else if (/commune\]/.test(at.name)) await type("Fontevoire");
  else if (at.type === "text") await type("Un mot");
  return false;
}

/** How many ranks were given already: each takes the next option. */
async function given(page: Page): Promise<number> {
  return page.evaluate(() => [...document.querySelectorAll<HTMLSelectElement>("select[name*=rangs]")].filter((select) => select.value !== "").length);
}

test("every kind of question by keyboard alone @plain", async ({ browser }) => {
  test.setTimeout(180_000);
  const maud = await person(browser, "maud");
  const round = await draftRound(maud, /Enquête/, "Au clavier", "Réponses avec le nom");
  const form = JSON.parse(readFileSync(new URL("../../app/src/survey/paper/every-kind.json", import.meta.url), "utf8"));
  const town = (code: string, name: string) => ({ code, label: { fr: name } });
  form.sections[0].questions.push({
    code: "commune", kind: "municipality", label: { fr: "Votre commune" }, options: [town("93001", "Val-d’Orme"), town("93002", "Fontevoire")],
  });
  await maud.getByLabel("Fichier d’un questionnaire").setInputFiles({ name: "form.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(form)) });
  await maud.getByRole("button", { name: "Ajouter ce fichier" }).click();
  await openRound(maud, round);

  const lucie = await person(browser, "lucie");
  await lucie.goto(round);
  await isAccessible(lucie);
  const review = lucie.getByRole("button", { name: "Envoyer ma réponse" });
  // A second time for what the first answers ask for.
  for (let turn = 0; turn < 3 && !(await review.isVisible()); turn++) {
    await skip(lucie);
    for (let stops = 0; ; stops++) {
      expect(stops, "the way through the page ends").toBeLessThan(150);
      await lucie.keyboard.press("Tab");
      const at = await here(lucie);
      expect(at.seen, `the focus is seen on "${at.name}"`).toBe(true);
      if (await answerHere(lucie)) break;
    }
    const left = lucie.waitForNavigation();
    await lucie.keyboard.press("Enter");
    await left;
  }
  await expect(lucie.locator("main")).not.toContainText("Sans réponse");
  for (const words of ["Ma famille", "Crèche du centre : Bien", "Jeux : 7", "2024", "Travail : Un mot", "lucie@exemple.fr", "Fontevoire"]) {
    await expect(lucie.getByText(words).first()).toBeVisible();
  }
  await tabTo(lucie, /Envoyer ma réponse/);
  await lucie.keyboard.press("Enter");
  await expect(lucie.getByText("Merci, votre réponse compte.")).toBeVisible();
});
