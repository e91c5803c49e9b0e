// The evaluation of what was done: faces, a comment, and figures that stay hidden while they would tell who said what.
import { expect, isAccessible, test } from "../server";
import { closeRound, person, publishRound } from "../steps";
import { places } from "../demo";

test.use({ demo: true });

test("a family says how it finds the actions @plain @both", async ({ browser }) => {
  test.setTimeout(120_000);
  const jeannine = await person(browser, "jeannine");
  const { evaluation } = await places(jeannine);
  await jeannine.goto(evaluation);
  await expect(jeannine.getByText("Réponses anonymes.")).toBeVisible();
  const next = jeannine.getByRole("button", { name: /^(Suivant|Vérifier mes réponses)$/ });
  const review = jeannine.getByRole("button", { name: "Envoyer ma réponse" });
  let actions = 0;
  for (; !(await review.isVisible()); actions++) {
    const faces = jeannine.locator("fieldset.faces");
    await faces.first().getByRole("radio", { name: actions === 0 ? "Très satisfait" : "Plutôt insatisfait" }).check();
    if (actions === 0) await jeannine.locator("textarea").fill("L’accueil du mardi m’a aidée.");
    const here = jeannine.url();
    await next.click();
    await jeannine.waitForURL((url) => url.href !== here);
  }
  expect(actions).toBeGreaterThan(1);
  await isAccessible(jeannine);
  await expect(jeannine.locator("dl.facts")).toHaveCount(actions);
  await expect(jeannine.getByText("L’accueil du mardi m’a aidée.")).toBeVisible();
  await expect(jeannine.getByText("Très satisfait", { exact: true })).toHaveCount(1);
  await expect(jeannine.getByText("Plutôt insatisfait", { exact: true })).toHaveCount(actions - 1);
  await review.click();
  await expect(jeannine.getByText("Merci, votre réponse compte.")).toBeVisible();
  await jeannine.goto(`${evaluation}?section=1`);
  await expect(jeannine.getByText("Elle est anonyme : elle ne porte pas votre nom.")).toBeVisible();

  // While people answer, even the facilitator sees no figures; afterwards small colleges stay hidden.
  const maud = await person(browser, "maud");
  await maud.goto(`${evaluation}/results`);
  await expect(maud.getByText("les réponses se montreront après la clôture")).toBeVisible();
  await closeRound(maud, evaluation);
  await maud.goto(`${evaluation}/results`);
  await expect(maud.getByText("Quand moins de 5 personnes d’un collège ont répondu")).toBeVisible();
  await expect(maud.locator("#q1")).toContainText("masqué");
  await isAccessible(maud);
  await publishRound(maud, evaluation, "Les séances continuent à la rentrée.");
  await jeannine.goto("/my-word");
  await expect(jeannine.locator(".trace-step").filter({ hasText: "Évaluation de satisfaction" })).toContainText("Les séances continuent à la rentrée.");
});
