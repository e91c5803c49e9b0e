// A proposal: written, voted on, discussed, answered, found again.
import { expect, isAccessible, test } from "../server";
import { person, refusal } from "../steps";
import { places } from "../demo";

test.use({ demo: true });

const title = "Ouvrir aussi le samedi matin";
const body = "Le marché est le samedi.\nNous pourrions y aller ensemble.";

test("from an idea to its answer @plain @both", async ({ browser }) => {
  test.setTimeout(120_000);
  const lucie = await person(browser, "lucie");
  const { proposals } = await places(lucie);
  await lucie.goto(proposals);

  // Too long: what was typed stands there, and the message says by how much.
  const form = lucie.locator("#propose");
  await form.getByLabel("Votre idée en une phrase").fill(`${title} ${"et ".repeat(60)}`);
  await form.getByLabel("Expliquez votre idée").fill(body);
  await form.getByRole("button", { name: "Envoyer ma proposition" }).click();
  await expect(refusal(lucie)).toContainText("160 au plus");
  await expect(form.getByLabel("Expliquez votre idée")).toHaveValue(body);
  await expect(form.getByLabel("Votre idée en une phrase")).toHaveValue(/^Ouvrir aussi le samedi matin et et/);
  await isAccessible(lucie);
  await form.getByLabel("Votre idée en une phrase").fill(title);
  await form.getByRole("button", { name: "Envoyer ma proposition" }).click();
  // One of the demo is like it: shown once, while one types or on sending, and then it counts.
  const anyway = form.getByRole("button", { name: "Envoyer la mienne quand même" });
  await expect(lucie.getByRole("heading", { level: 1, name: title }).or(anyway).first()).toBeVisible();
  if (await anyway.isVisible()) await anyway.click();
  await expect(lucie.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const proposal = new URL(lucie.url()).pathname;

  // She votes, then changes her mind: it is one vote.
  const vote = async (word: string) => {
    const button = lucie.getByRole("button", { name: word });
    await button.click();
    await expect(button).toHaveAttribute("aria-pressed", "true");
  };
  await vote("Pour");
  await vote("Contre");
  await vote("Pour");
  await expect(lucie.getByRole("button", { name: "Contre" })).toHaveAttribute("aria-pressed", "false");
  await lucie.waitForLoadState();
  await expect(async () => {
    await lucie.goto(proposal);
    await expect(lucie.getByText("En tout :").locator("xpath=ancestor::ul")).toHaveText(/1\s*pour\s*0\s*contre\s*0\s*sans avis/, { timeout: 500 });
  }).toPass();

  await lucie.getByLabel("Votre commentaire").fill("Qui viendrait avec nous ?");
  await lucie.getByRole("button", { name: "Envoyer", exact: true }).click();
  await expect(lucie.locator(".comment").filter({ hasText: "Qui viendrait avec nous ?" })).toContainText("Lucie Bervoux");

  // A professional sees it and replies; Lucie replies in turn.
  const nadege = await person(browser, "nadege");
  await nadege.goto(proposals);
  await nadege.getByRole("link", { name: title }).click();
  await expect(nadege.locator(".proposal")).toContainText("Lucie Bervoux");
  const reply = async (page: typeof lucie, to: string, words: string) => {
    await page.goto(proposal);
    await page.locator(".comment").filter({ hasText: to }).last().getByRole("link", { name: "Répondre" }).first().click();
    await page.getByLabel("Votre réponse").fill(words);
    await page.locator("form").filter({ has: page.getByLabel("Votre réponse") }).getByRole("button", { name: "Envoyer" }).click();
    await expect(page.locator(".comment").filter({ hasText: words }).last()).toBeVisible();
  };
  await reply(nadege, "Qui viendrait", "Deux collègues sont prêtes.");
  await reply(lucie, "Deux collègues", "Alors commençons.");
  await expect(lucie.getByRole("heading", { name: "Commentaires (3)" })).toBeVisible();

  const maud = await person(browser, "maud");
  await maud.goto(proposal);
  await maud.getByText("Répondre à cette proposition").click();
  await maud.getByRole("button", { name: "Enregistrer la réponse" }).click();
  await expect(refusal(maud).getByRole("link")).toHaveCount(2);
  await maud.getByRole("radio", { name: "Retenu en partie" }).check();
  await maud.getByLabel("Pourquoi ?").fill("Un samedi sur deux, pour commencer.");
  await maud.getByRole("button", { name: "Enregistrer la réponse" }).click();
  await expect(maud.locator(".decision")).toContainText("Un samedi sur deux");

  await lucie.goto("/my-word");
  const word = lucie.locator(".item").filter({ has: lucie.getByRole("link", { name: title, exact: true }) });
  await expect(word).toContainText("Retenu en partie");
  await expect(word).toContainText("Un samedi sur deux, pour commencer.");
});

test("a vote with the island leaves the page where it is", async ({ browser }) => {
  const lucie = await person(browser, "lucie");
  await lucie.goto((await places(lucie)).proposals);
  const buttons = lucie.locator(".vote").first();
  await lucie.evaluate(() => ((window as unknown as { same: boolean }).same = true));
  await expect(lucie.locator("html")).not.toHaveAttribute("data-awake");
  const target = buttons.locator('[aria-pressed="false"]').first();
  const word = (await target.textContent())!.trim();
  // The first touch wakes the island and may still be a plain post; from then on the page stays.
  await buttons.locator("legend").tap();
  await expect(lucie.locator("html")).toHaveAttribute("data-awake", "");
  await buttons.getByRole("button", { name: word }).tap();
  await expect(buttons.getByRole("status")).toContainText("Votre vote est enregistré");
  await expect(buttons.getByRole("button", { name: word })).toHaveAttribute("aria-pressed", "true");
  await expect(buttons.locator('[aria-pressed="true"]')).toHaveCount(1);
  expect(await lucie.evaluate(() => (window as unknown as { same?: boolean }).same)).toBe(true);
  await lucie.reload();
  await expect(buttons.getByRole("button", { name: word })).toHaveAttribute("aria-pressed", "true");
});
