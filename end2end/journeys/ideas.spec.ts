// An idea: found to be like another, sent all the same, corrected, searched, merged and parted, answered; and statements one at a time.
import type { Page } from "@playwright/test";
import { expect, isAccessible, test } from "../server";
import { draftRound, openRound, person, phone, refusal } from "../steps";
import { email, places } from "../demo";

test.use({ demo: true });

const title = "Ouvrir le samedi matin aussi";
const body = "Le marché est le samedi.";

async function propose(page: Page, round: string, title: string) {
  await page.goto(round);
  const form = page.locator("#propose");
  await form.getByLabel("Votre idée en une phrase").fill(title);
  await form.getByLabel("Expliquez votre idée").fill("Des mots.");
  await form.getByRole("button", { name: /Envoyer/ }).click();
  const anyway = page.getByRole("button", { name: "Envoyer la mienne quand même" });
  await expect(page.getByRole("heading", { level: 1, name: title }).or(anyway).first()).toBeVisible();
  if (await anyway.isVisible()) await anyway.click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

test("an idea like another is joined or sent, merged, parted and answered @plain @both", async ({ browser, site }, info) => {
  test.setTimeout(150_000);
  const scripts = info.project.use.javaScriptEnabled !== false;
  const lucie = await person(browser, "lucie");
  const { proposals, process } = await places(lucie);
  await lucie.goto(proposals);
  const form = lucie.locator("#propose");
  await form.getByLabel("Votre idée en une phrase").fill(title);
  await form.getByLabel("Expliquez votre idée").fill(body);
  // With scripts it shows while one types, without them on sending.
  if (!scripts) await form.getByRole("button", { name: /Envoyer/ }).click();
  // One that is alike stands there with a way to it; what was typed is kept.
  const alike = lucie.locator("#propose").getByRole("link", { name: "Ouvrir aussi un samedi matin par mois" });
  await expect(alike).toBeVisible();
  await expect(form.getByLabel("Expliquez votre idée")).toHaveValue(body);
  await isAccessible(lucie);
  await form.getByRole("button", { name: scripts ? "Envoyer ma proposition" : "Envoyer la mienne quand même" }).click();
  await expect(lucie.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const mine = new URL(lucie.url()).pathname;

  // Nobody has said anything of it yet: its author corrects it.
  await lucie.getByRole("link", { name: "Corriger ou retirer ma proposition" }).click();
  await isAccessible(lucie);
  await lucie.getByLabel("Expliquez votre idée").fill("Le marché de Fontevoire est le samedi.");
  await lucie.getByRole("button", { name: "Enregistrer" }).click();
  await expect(lucie.locator(".proposal")).toContainText("Le marché de Fontevoire");
  await expect(lucie.locator(".proposal")).toContainText("corrigée le");

  // Found without accents, and with a filter; the address holds it all.
  await lucie.goto(proposals);
  await lucie.getByLabel("Un mot à chercher").fill("marche fontevoire");
  await lucie.getByRole("button", { name: "Chercher" }).click();
  await expect(lucie.getByRole("heading", { name: /1 proposition sur/ })).toBeVisible();
  await expect(lucie.getByRole("link", { name: title })).toBeVisible();
  expect(lucie.url()).toContain("q=marche");
  await lucie.getByText("Filtrer", { exact: true }).click();
  await lucie.getByLabel("Réponse", { exact: true }).selectOption("Retenue");
  await lucie.getByRole("button", { name: "Appliquer" }).click();
  await expect(lucie.getByRole("heading", { name: "Rien ne correspond" })).toBeVisible();
  await isAccessible(lucie);
  await lucie.getByRole("link", { name: "Tout montrer" }).first().click();
  await expect(lucie.getByRole("heading", { name: /^10 propositions/ })).toBeVisible();

  // Somebody votes on it: the text does not change any more.
  const nadege = await person(browser, "nadege");
  await nadege.goto(mine);
  await nadege.getByRole("button", { name: "Pour" }).click();
  await expect(nadege.getByRole("button", { name: "Pour" })).toHaveAttribute("aria-pressed", "true");
  await expect(async () => {
    await lucie.goto(`${mine}/edit`);
    await expect(lucie.getByText("le texte ne change plus")).toBeVisible({ timeout: 500 });
  }).toPass();

  // Merged into the one that is like it, whose page names both authors; and parted again.
  const maud = await person(browser, "maud");
  await maud.goto(mine);
  await maud.getByText("Regrouper avec une autre").click();
  await maud.getByLabel("Proposition à garder").selectOption("Ouvrir aussi un samedi matin par mois");
  await isAccessible(maud);
  await maud.getByRole("button", { name: "Regrouper", exact: true }).click();
  await expect(maud.getByRole("heading", { name: "Écrite aussi par" })).toBeVisible();
  await expect(maud.locator(".proposal")).toContainText("Lucie Bervoux");
  await isAccessible(maud);
  await nadege.goto(mine);
  await expect(nadege.getByText("Cette proposition a été regroupée avec une autre")).toBeVisible();
  await expect(nadege.getByRole("button", { name: "Pour" })).toHaveCount(0);
  await maud.getByRole("button", { name: new RegExp(`Séparer.*${title}`) }).click();
  await expect(maud.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await nadege.goto(mine);
  await expect(nadege.getByRole("button", { name: "Pour" })).toHaveAttribute("aria-pressed", "true");

  // Claire, elected, is named to answer, and does; those who voted find it on their page.
  await maud.goto(`${process}/members`);
  await maud.getByRole("button", { name: /^Désigner.*Claire/ }).click();
  await expect(maud.getByRole("button", { name: /^Ne plus désigner.*Claire/ })).toBeVisible();
  await isAccessible(maud);
  const claire = await person(browser, "claire");
  await claire.goto(mine);
  await claire.getByText("Répondre à cette proposition").click();
  await claire.getByRole("radio", { name: "Retenu", exact: true }).check();
  await claire.getByLabel("Pourquoi ?").fill("Dès la rentrée.");
  await claire.getByRole("button", { name: "Enregistrer la réponse" }).click();
  await expect(claire.locator(".decision")).toContainText("Dès la rentrée.");
  await expect(claire.locator(".decision")).toContainText("Claire");
  await nadege.goto("/my-word");
  await nadege.locator("summary").filter({ hasText: /sur (laquelle|lesquelles) vous avez voté/ }).first().click();
  await expect(nadege.getByRole("link", { name: title })).toBeVisible();

  // Mails can be switched off on one's own page.
  await nadege.goto("/account");
  await nadege.getByRole("checkbox", { name: /M’écrire quand une proposition/ }).uncheck();
  await nadege.locator("form").filter({ has: nadege.getByRole("checkbox", { name: /M’écrire/ }) }).getByRole("button").click();
  await expect(nadege.getByText("Votre choix est enregistré.")).toBeVisible();
  await expect(nadege.getByRole("checkbox", { name: /M’écrire/ })).not.toBeChecked();
  expect(site.mails.filter((mail) => mail.to === email("nadege"))).toEqual([]);
});

test("statements one at a time, with one thumb @plain", async ({ browser }) => {
  test.setTimeout(150_000);
  const maud = await person(browser, "maud");
  const round = await draftRound(maud, /Propositions et votes/, "Phrases courtes", "Réponses avec le nom");
  await maud.goto(`${round}/edit`);
  await maud.getByRole("radio", { name: /D’accord, pas d’accord/ }).check();
  await maud.getByRole("radio", { name: /Une à la fois/ }).check();
  await maud.getByRole("button", { name: "Enregistrer les règles" }).click();
  await openRound(maud, round);
  const nadege = await person(browser, "nadege");
  for (const title of ["Un jardin partagé", "Une navette entre les villages", "Des repas cuisinés sur place"]) await propose(nadege, round, title);

  const small = await browser.newContext({ ...phone, viewport: { width: 320, height: 640 } });
  const lucie = await person(browser, "lucie", small);
  await lucie.goto(round);
  await isAccessible(lucie);
  await lucie.getByRole("link", { name: "Donner mon avis, une à la fois" }).click();
  const statement = lucie.locator(".one-statement");
  const seen: string[] = [];
  for (let at = 1; at <= 3; at++) {
    await expect(lucie.getByText(`${at} sur 3`)).toBeVisible();
    await expect(statement).not.toHaveText(seen.at(-1) ?? "");
    seen.push((await statement.textContent())!);
    if (at === 1) await isAccessible(lucie);
    // Within reach of a thumb: the three are on the screen, and large.
    for (const word of ["D’accord", "Pas d’accord", "Je passe"]) {
      const box = (await lucie.getByRole("button", { name: word, exact: true }).boundingBox())!;
      expect(box.height).toBeGreaterThanOrEqual(44);
      expect(box.y + box.height).toBeLessThanOrEqual(640);
    }
    await lucie.getByRole("button", { name: ["D’accord", "Pas d’accord", "Je passe"][at - 1], exact: true }).tap();
  }
  await expect(lucie.getByText("Merci, vous avez tout vu !")).toBeVisible();
  expect(new Set(seen).size).toBe(3);
  await lucie.goto(`${round}/one`);
  await expect(lucie.getByRole("link", { name: "Voir ce que ma parole est devenue" })).toBeVisible();
  await isAccessible(lucie);
});

test("one at a time by keyboard, and the next comes without another page", async ({ browser }) => {
  const rachid = await person(browser, "rachid");
  const { proposals } = await places(rachid);
  const nadege = await person(browser, "nadege");
  for (const title of ["Un jardin partagé", "Des repas cuisinés sur place"]) await propose(nadege, proposals, title);
  await rachid.goto(`${proposals}/one`);
  const statement = rachid.locator(".one-statement");
  await rachid.evaluate(() => ((window as unknown as { same: boolean }).same = true));
  await rachid.getByText("En savoir plus").tap();
  await expect(rachid.locator("html")).toHaveAttribute("data-awake", "");
  const first = await statement.textContent();
  await rachid.getByRole("button", { name: "Pour" }).focus();
  await rachid.keyboard.press("Enter");
  await expect(statement).not.toHaveText(first!);
  expect(await rachid.evaluate(() => (window as unknown as { same?: boolean }).same)).toBe(true);
});

test("a next one that can't be fetched is no end", async ({ browser }) => {
  const rachid = await person(browser, "rachid");
  const { proposals } = await places(rachid);
  const nadege = await person(browser, "nadege");
  for (const title of ["Une fontaine", "Un préau"]) await propose(nadege, proposals, title);
  await rachid.route("**/api/proposals/next*", (route) => route.abort());
  await rachid.goto(`${proposals}/one`);
  await rachid.getByText("En savoir plus").tap();
  await expect(rachid.locator("html")).toHaveAttribute("data-awake", "");
  const statement = rachid.locator(".one-statement");
  const first = (await statement.textContent())!;
  await rachid.getByRole("button", { name: "Pour", exact: true }).tap();
  await expect(rachid.getByText("la proposition suivante n’a pas pu être chargée")).toBeVisible();
  await expect(rachid.getByText("Merci, vous avez tout vu !")).toBeHidden();
  await rachid.unroute("**/api/proposals/next*");
  await rachid.getByRole("button", { name: "Réessayer" }).tap();
  await expect(statement).not.toHaveText(first);
  await expect(rachid.getByText("la proposition suivante n’a pas pu être chargée")).toBeHidden();
});

test("what is like it shows while one types", async ({ browser }) => {
  const lucie = await person(browser, "lucie");
  const { proposals } = await places(lucie);
  await lucie.goto(proposals);
  const field = lucie.getByLabel("Votre idée en une phrase");
  await field.focus();
  await expect(lucie.locator("html")).toHaveAttribute("data-awake", "");
  await field.fill("Ouvrir un samedi");
  await expect(lucie.locator("#propose").getByRole("link", { name: "Ouvrir aussi un samedi matin par mois" })).toBeVisible();
  await field.fill("Planter des arbres");
  await expect(lucie.locator("#propose").getByRole("link", { name: "Ouvrir aussi un samedi matin par mois" })).toHaveCount(0);
  await lucie.getByRole("button", { name: "Envoyer ma proposition" }).click();
  await expect(refusal(lucie)).toBeVisible();
});
