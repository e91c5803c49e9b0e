// Building a survey: moving by mouse, by touch and by a menu; quotas; ready questions; the phone beside the questions.
import type { Locator, Page } from "@playwright/test";
import { expect, isAccessible, test } from "../server";
import { addQuestion, addSection, draftRound, openRound, person, refusal } from "../steps";

test.use({ demo: true });

const choice = { "Réponses possibles": "Crèche\nFamille" };

/** Two parts with three questions. */
async function draft(maud: Page, title: string): Promise<string> {
  const round = await draftRound(maud, /Enquête/, title, "Réponses avec le nom");
  await addSection(maud, "Votre famille");
  await addQuestion(maud, "Votre famille", "Choix unique", "Mode de garde", choice);
  await addQuestion(maud, "Votre famille", "Visages", "Accueil actuel");
  await addSection(maud, "Votre avis");
  await addQuestion(maud, "Votre avis", "Réponse courte", "Un mot");
  return round;
}

const labels = (page: Page) => page.locator(".builder [data-part]").evaluateAll((parts) => parts.map((part) => [...part.querySelectorAll(".builder-label")].map((label) => label.textContent!.replace(/\s/g, " ").trim()).join(", ")));

const stand = (page: Page, expected: string[]) => expect(async () => expect(await labels(page)).toEqual(expected)).toPass({ timeout: 8_000 });

/** At the end of the questions the bar covers none of them. */
async function isAccessibleAtTheEnd(page: Page) {
  await page.locator(".desk-bar").evaluate((bar) => bar.parentElement!.scrollIntoView({ block: "end" }));
  await isAccessible(page);
}

const handle = (page: Page, label: string) => page.getByRole("link", { name: `Déplacer : ${label}`, exact: true });

async function middle(of: Locator) {
  const box = (await of.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test("questions and parts are dragged by mouse", async ({ browser }) => {
  const maud = await person(browser, "maud");
  await draft(maud, "À la souris");
  await maud.setViewportSize({ width: 1200, height: 1400 });
  const drag = async (label: string, to: Locator, last: "drop" | "escape" = "drop") => {
    await to.scrollIntoViewIfNeeded();
    const [start, end] = [await middle(handle(maud, label)), (await to.boundingBox())!];
    await maud.mouse.move(start.x, start.y);
    await maud.mouse.down();
    await maud.mouse.move(start.x, start.y + 12);
    await maud.mouse.move(start.x, end.y + 2, { steps: 6 });
    await expect(maud.locator(".drop-line")).toBeAttached();
    await expect(maud.locator("#drag-said")).not.toBeEmpty();
    if (last === "escape") await maud.keyboard.press("Escape");
    await maud.mouse.up();
  };
  const row = (label: string) => maud.locator(".builder-row").filter({ hasText: label });
  await drag("Un mot", row("Accueil actuel"), "escape");
  await expect(maud.locator("#drag-said")).toHaveText("Rien n’a bougé.");
  expect(await labels(maud)).toEqual(["Mode de garde, Accueil actuel", "Un mot"]);
  await drag("Un mot", row("Accueil actuel"));
  await stand(maud, ["Mode de garde, Un mot, Accueil actuel", ""]);
  await drag("Votre avis", maud.locator("[data-part]").first());
  await stand(maud, ["", "Mode de garde, Un mot, Accueil actuel"]);
});

test("questions are dragged by touch", async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 1600 }, hasTouch: true });
  const maud = await person(browser, "maud", context);
  await draft(maud, "Au doigt");
  const target = maud.locator(".builder-row").filter({ hasText: "Mode de garde" });
  await target.scrollIntoViewIfNeeded();
  const [start, end] = [await middle(handle(maud, "Un mot")), (await target.boundingBox())!];
  const touch = await context.newCDPSession(maud);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", y: number) =>
    touch.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x: start.x, y }] });
  await send("touchStart", start.y);
  for (let step = 1; step <= 8; step++) await send("touchMove", start.y + ((end.y + 2 - start.y) * step) / 8);
  await expect(maud.locator(".drop-line")).toBeAttached();
  await send("touchEnd", end.y);
  await stand(maud, ["Un mot, Mode de garde, Accueil actuel", ""]);
});

test("what stands typed in one form is not lost by another's button", async ({ browser }) => {
  const maud = await person(browser, "maud");
  await draft(maud, "Sans perte");
  await maud.getByRole("link", { name: "Un mot", exact: true }).click();
  const label = maud.getByLabel("Question", { exact: true });
  await label.fill("Un mot de plus");
  const asked: string[] = [];
  maud.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.dismiss();
  });
  await handle(maud, "Accueil actuel").click();
  await expect.poll(() => asked).toEqual(["beforeunload"]);
  await expect(label).toHaveValue("Un mot de plus");
  // Its own button asks nothing.
  await maud.locator(".builder").getByRole("button", { name: "Enregistrer" }).click();
  await expect(maud.getByRole("link", { name: "Un mot de plus", exact: true })).toBeVisible();
  expect(asked).toEqual(["beforeunload"]);
});

test("a menu moves far without a pointer, and what a condition needs stays before it @plain", async ({ browser }) => {
  const maud = await person(browser, "maud");
  const round = await draft(maud, "Au clavier");
  await handle(maud, "Mode de garde").focus();
  await maud.keyboard.press("Enter");
  await expect(maud.getByLabel("Où la mettre ?")).toBeVisible();
  await isAccessibleAtTheEnd(maud);
  await maud.getByLabel("Où la mettre ?").selectOption({ label: "après « 3. Un mot »" });
  await maud.getByRole("button", { name: "Mettre ici" }).click();
  await stand(maud, ["Accueil actuel", "Un mot, Mode de garde"]);

  // "Un mot" is asked of those who named their satisfaction; it cannot come before.
  await maud.getByRole("link", { name: "Un mot", exact: true }).click();
  await maud.getByText("Montrer seulement si…").click();
  await maud.getByLabel("Réponse", { exact: true }).first().selectOption({ value: "accueil_actuel?" });
  await maud.locator(".builder").getByRole("button", { name: "Enregistrer" }).click();
  await expect(maud.getByText("sous condition")).toBeVisible();
  await handle(maud, "Un mot").click();
  await maud.getByLabel("Où la mettre ?").selectOption({ value: "votre_famille" });
  await maud.getByRole("button", { name: "Mettre ici" }).click();
  await expect(refusal(maud)).toContainText("Question 2 : sa condition parle de « accueil_actuel », qui vient après elle.");
  await expect(maud.locator("#un_mot").getByLabel("Où la mettre ?")).toHaveValue("votre_famille");
  await maud.goto(`${round}/edit`);
  expect(await labels(maud)).toEqual(["Accueil actuel", "Un mot, Mode de garde"]);
  await handle(maud, "Votre avis").click();
  await maud.getByLabel("Où la mettre ?").selectOption({ label: "au début du questionnaire" });
  await maud.getByRole("button", { name: "Mettre ici" }).click();
  await expect(refusal(maud)).toContainText("qui vient après elle");
});

test("a quota is set on screen, fills, and the next family is told @plain", async ({ browser }) => {
  const maud = await person(browser, "maud");
  const round = await draft(maud, "Douze places");
  await maud.getByRole("link", { name: "Ajouter un quota" }).click();
  await maud.getByRole("button", { name: "Enregistrer" }).first().click();
  await expect(refusal(maud).getByRole("link")).toHaveCount(2);
  await maud.getByLabel("Réponse à compter").selectOption({ label: "Crèche" });
  await maud.getByLabel("De qui").selectOption({ label: "Familles" });
  await maud.getByLabel("Nombre de réponses, au plus").fill("1");
  await maud.getByLabel("Message quand c’est complet", { exact: true }).fill("Merci, la crèche a déjà assez de réponses.");
  await maud.locator("#new-quota").getByRole("button", { name: "Enregistrer" }).click();
  await expect(maud.locator("#quota-1")).toContainText("Mode de garde : Crèche");
  await isAccessibleAtTheEnd(maud);

  // What it counts cannot be removed unnoticed.
  await maud.getByRole("link", { name: "Retirer : Mode de garde" }).click();
  await maud.getByRole("button", { name: "Retirer", exact: true }).click();
  await expect(refusal(maud)).toContainText("retirez d’abord son quota");

  await openRound(maud, round);
  await expect(maud.locator("#quota-1")).toContainText("0 sur 1");
  const lucie = await person(browser, "lucie");
  await lucie.goto(round);
  await lucie.getByRole("radio", { name: "Crèche" }).check();
  await lucie.getByRole("button", { name: "Suivant" }).click();
  await lucie.getByRole("button", { name: "Vérifier mes réponses" }).click();
  await lucie.getByRole("button", { name: "Envoyer ma réponse" }).click();
  await expect(lucie.getByText("Merci, votre réponse compte.")).toBeVisible();
  await maud.goto(`${round}/edit`);
  await expect(maud.locator("#quota-1")).toContainText("complet");

  const rachid = await person(browser, "rachid");
  await rachid.goto(round);
  await rachid.getByRole("radio", { name: "Crèche" }).check();
  await rachid.getByRole("button", { name: "Suivant" }).click();
  await expect(rachid.getByText("Merci, la crèche a déjà assez de réponses.").first()).toBeVisible();
});

test("single ready questions are taken, also from an earlier survey @plain", async ({ browser }) => {
  const maud = await person(browser, "maud");
  const round = await draft(maud, "Prêtes");
  await maud.goto(`${round}/ready`);
  await isAccessible(maud);
  await maud.getByRole("button", { name: "Ajouter à mon questionnaire" }).click();
  await expect(refusal(maud)).toContainText("Cochez au moins une question.");
  await maud.getByRole("checkbox", { name: /Dans quelle tranche d’âge/ }).check();
  await maud.getByLabel("Où les mettre ?").selectOption({ label: "À la fin de « Votre avis »" });
  await maud.getByRole("button", { name: "Ajouter à mon questionnaire" }).click();
  await expect(maud).toHaveURL(/edit#tranche_age/);
  expect(await labels(maud)).toEqual(["Mode de garde, Accueil actuel", "Un mot, Dans quelle tranche d’âge êtes-vous ?"]);

  // What speaks of a question left behind is named.
  const second = await draftRound(maud, /Enquête/, "La suivante", "Réponses avec le nom");
  await maud.goto(`${second}/ready?from=needs`);
  await maud.getByRole("checkbox", { name: /Quel âge ont-ils/ }).check();
  await maud.getByRole("button", { name: "Ajouter à mon questionnaire" }).click();
  await expect(maud.getByText("sa condition n’est pas reprise")).toBeVisible();
  await maud.getByText("D’une autre de mes enquêtes").click();
  await maud.getByRole("link", { name: "Prêtes" }).click();
  await maud.getByRole("checkbox", { name: "Toute la partie (2 questions)" }).first().check();
  await maud.getByRole("button", { name: "Ajouter à mon questionnaire" }).click();
  await expect(maud.getByRole("heading", { name: /Votre famille/ })).toBeVisible();
});

test("the phone beside the questions shows the form at 375 pixels, and is answered in there", async ({ browser }) => {
  const maud = await person(browser, "maud");
  const round = await draft(maud, "Au creux de la main");
  await maud.setViewportSize({ width: 1200, height: 900 });
  await maud.getByText("Voir comme sur un téléphone").click();
  const phone = maud.frameLocator("iframe");
  await phone.getByRole("radio", { name: "Crèche" }).check();
  await phone.getByRole("button", { name: "Suivant" }).click();
  await expect(phone.getByLabel("Un mot")).toBeVisible();
  expect(await maud.locator("iframe").evaluate((frame) => frame.clientWidth)).toBe(375);
  // Nothing else may be framed.
  for (const [address, allowed] of [[`${round}/try?frame=1`, true], [`${round}/try`, false], [round, false], ["/?frame=1", false]] as const) {
    const headers = (await maud.request.get(address)).headers();
    expect(headers["content-security-policy"]).toContain(`frame-ancestors '${allowed ? "self" : "none"}'`);
    expect(headers["x-frame-options"]).toBe(allowed ? "SAMEORIGIN" : "DENY");
  }
  await isAccessibleAtTheEnd(maud);
});
