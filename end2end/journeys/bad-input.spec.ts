// What cannot be: a clear message by the field, nothing lost, nothing half written, and the status that says so.
import type { Page } from "@playwright/test";
import { expect, test } from "../server";
import { addQuestion, addSection, closeRound, draftRound, openRound, person, refusal } from "../steps";
import { places } from "../demo";

test.use({ demo: true });

/** Presses the button and gives the status of the page that answers. */
async function send(page: Page, button: string): Promise<number> {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  await page.waitForLoadState();
  return answer.status();
}

test("malformed and overlong answers are kept and named @plain", async ({ browser }) => {
  const maud = await person(browser, "maud");
  const round = await draftRound(maud, /Enquête/, "Mesures", "Réponses avec le nom");
  await addSection(maud, "Votre famille");
  await addQuestion(maud, "Votre famille", "Nombre", "Nombre d’enfants", { "Plus grand nombre": "12" });
  await addQuestion(maud, "Votre famille", "Nombre", "Trajet", { "Plus grand nombre": "90" });
  await addQuestion(maud, "Votre famille", "Réponse courte", "Commune", { "Longueur maximale": "10" });
  await addQuestion(maud, "Votre famille", "Visages", "Accueil");
  await openRound(maud, round);

  const lucie = await person(browser, "lucie");
  await lucie.goto(round);
  await lucie.getByLabel("Nombre d’enfants").fill("trois");
  await lucie.getByLabel("Trajet").fill("900");
  await lucie.getByLabel("Commune").fill("Fontevoire-la-Neuve");
  await lucie.getByRole("radio", { name: "Très satisfait" }).check();
  expect(await send(lucie, "Vérifier mes réponses")).toBe(422);
  await expect(refusal(lucie).getByRole("link")).toHaveText([/Écrivez un nombre/, /entre 0 et 90/, /19 caractères, 10 au plus/]);
  await expect(refusal(lucie)).toBeFocused();
  await expect(lucie.getByLabel("Nombre d’enfants")).toHaveValue("trois");
  await expect(lucie.getByLabel("Commune")).toHaveValue("Fontevoire-la-Neuve");
  await expect(lucie.getByRole("radio", { name: "Très satisfait" })).toBeChecked();
  await expect(lucie.getByLabel("Trajet")).toHaveAccessibleDescription(/entre 0 et 90/);

  // The round closes while she corrects: what she typed is still there, and nothing was sent.
  await lucie.getByLabel("Nombre d’enfants").fill("3");
  await lucie.getByLabel("Trajet").fill("20");
  await lucie.getByLabel("Commune").fill("Fontevoire");
  await closeRound(maud, round);
  expect(await send(lucie, "Vérifier mes réponses")).toBe(409);
  await expect(lucie.locator("main")).toContainText("Ce tour est clos.");
  await expect(lucie.locator("main")).toContainText("Fontevoire");
  await maud.goto(`${round}/results`);
  await expect(maud.getByText("Personne n’a répondu.")).toBeVisible();
});

test("a proposal sent after the close is not lost and not written @plain", async ({ browser }) => {
  const [maud, lucie] = [await person(browser, "maud"), await person(browser, "lucie")];
  const { proposals } = await places(lucie);
  await lucie.goto(proposals);
  expect(await send(lucie, "Envoyer ma proposition")).toBe(422);
  await expect(refusal(lucie).getByRole("link")).toHaveCount(2);
  await lucie.getByLabel("Votre idée en une phrase").fill("Un goûter le mercredi");
  await lucie.getByLabel("Expliquez votre idée").fill("Chacun apporte quelque chose.");
  await closeRound(maud, proposals);
  expect(await send(lucie, "Envoyer ma proposition")).toBe(409);
  await expect(lucie.locator("main")).toContainText("Ce tour est clos.");
  await expect(lucie.locator("main")).toContainText("Chacun apporte quelque chose.");
  await lucie.goto(proposals);
  await expect(lucie.getByRole("link", { name: "Un goûter le mercredi" })).toHaveCount(0);
});

test("another's id, no id and someone who is not invited @plain", async ({ browser, page }) => {
  const lucie = await person(browser, "lucie");
  const at = await places(lucie);
  const nobody = "01990b7e-5a0e-7cc3-98c4-dc0c0c07398f";
  for (const path of [`/r/${nobody}`, "/r/none", `/proposal/${nobody}`, `/article/${nobody}`, `/p/${nobody}`]) {
    const answer = await lucie.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(lucie.getByRole("heading", { level: 1 })).toHaveText("Page introuvable");
  }
  const maud = await person(browser, "maud");
  const draft = await draftRound(maud, /Enquête/, "Pas encore prêt", "Réponses anonymes");
  expect((await lucie.goto(draft))?.status()).toBe(404);

  for (const path of [`${at.survey}/edit`, `${at.process}/new-round`, `${at.process}/codes`, `${at.process}/members`, `${at.process}/research`, "/admin"]) {
    expect((await lucie.goto(path))?.status(), path).toBe(403);
    await expect(lucie.getByRole("heading", { level: 1 })).toHaveText("Cette page ne vous est pas ouverte");
    expect((await page.goto(path))?.status(), path).toBe(401);
    await expect(page.locator("main").getByRole("link", { name: "J’ai une carte" })).toBeVisible();
  }

  // Posts made by hand.
  const post = async (path: string, form: Record<string, string>, origin?: string) => {
    const headers = origin ? { origin } : { origin: new URL(lucie.url()).origin };
    return (await lucie.request.post(path, { form, headers })).status();
  };
  const round = at.proposals.slice("/r/".length);
  expect(await post("/api/proposals/propose", { round: nobody, title: "a", body: "b" })).toBe(404);
  expect(await post("/api/proposals/propose", { round: "1' OR 1", title: "a", body: "b" })).toBe(422);
  expect(await post("/api/proposals/propose", { round: at.evaluation.slice(3), title: "a", body: "b" })).toBe(404);
  expect(await post("/api/proposals/vote", { proposal: nobody, choice: "for" })).toBe(404);
  expect(await post("/api/proposals/vote", { proposal: nobody, choice: "maybe" })).toBe(422);
  expect(await post("/api/round/close", { round, confirm: "true" })).toBe(403);
  expect(await post("/api/round/close", { round, confirm: "true" }, "http://elsewhere.example")).toBe(403);
  // A proposal may bring a photo, so its form may be large; its words may not.
  expect(await post("/api/proposals/propose", { round, title: "a", body: "b".repeat(2_000_000) })).toBe(422);
  expect(await post("/api/proposals/comment", { subject: `proposal/${nobody}`, body: "b".repeat(2_000_000) })).toBe(413);
  await lucie.goto(at.proposals);
  await expect(lucie.getByRole("button", { name: "Envoyer ma proposition" })).toBeVisible();
});
