// A survey, from the facilitator's first question to the researcher's file.
import { readFileSync } from "node:fs";
import { expect, isAccessible, test } from "../server";
import { addQuestion, addSection, closeRound, csv, draftRound, openRound, person, publishRound, refusal } from "../steps";
import { places } from "../demo";

test.use({ demo: true });

const story = "Je garde mes enfants seule, alors « plus tard » veut dire jamais.\n\nMerci, de lire \"tout\" ; vraiment.";

test("a named survey, with a question of every kind @plain @both", async ({ browser, javaScriptEnabled }) => {
  test.setTimeout(180_000);
  const maud = await person(browser, "maud");
  const round = await draftRound(maud, /Enquête/, "Vos besoins de garde", "Réponses avec le nom");
  await addSection(maud, "Votre famille");
  await addQuestion(maud, "Votre famille", "Nombre", "Nombre d’enfants", { "Plus grand nombre": "12" }, true);
  await addQuestion(maud, "Votre famille", "Choix unique", "Mode de garde", { "Réponses possibles": "Crèche\nFamille\nAucun" }, true);
  await addQuestion(maud, "Votre famille", "Choix multiple", "Jours utiles", { "Réponses possibles": "Lundi\nMardi\nMercredi" });
  await addSection(maud, "Votre avis");
  await addQuestion(maud, "Votre avis", "Échelle", "Urgence", { "Mots du premier degré": "Peut attendre", "Mots du dernier degré": "Très urgent" }, true);
  await addQuestion(maud, "Votre avis", "Visages", "Accueil actuel");
  await addQuestion(maud, "Votre avis", "Réponse courte", "Commune");
  await addQuestion(maud, "Votre avis", "Réponse libre", "Votre histoire");
  await openRound(maud, round);
  await expect(maud.getByText("les questions ne changent plus")).toBeVisible();

  // Lucie answers half of the first part, and leaves.
  let lucie = await person(browser, "lucie");
  await lucie.goto(round);
  await lucie.getByLabel("Nombre d’enfants").fill("3");
  await lucie.getByRole("checkbox", { name: "Mardi" }).check();
  if (javaScriptEnabled) {
    await expect(lucie.getByRole("status")).toHaveText("Brouillon enregistré");
  } else {
    await lucie.getByRole("button", { name: "Finir plus tard" }).click();
    await expect(lucie.getByText("Revenez quand vous voulez")).toBeVisible();
  }
  await lucie.context().close();

  // She comes back on another telephone and goes on.
  lucie = await person(browser, "lucie");
  await lucie.goto(round);
  await expect(lucie.getByText("Votre brouillon est revenu")).toBeVisible();
  await lucie.goto(`${round}?section=1`);
  await expect(lucie.getByLabel("Nombre d’enfants")).toHaveValue("3");
  await expect(lucie.getByRole("checkbox", { name: "Mardi" })).toBeChecked();
  await lucie.getByRole("button", { name: "Suivant" }).click();
  await expect(lucie.getByText("Partie 2 sur 2")).toBeVisible();
  await lucie.getByRole("group", { name: "Accueil actuel" }).getByRole("radio", { name: "Plutôt satisfait" }).check();
  await lucie.getByLabel("Commune").fill("Saint-Élan");
  await lucie.getByLabel("Votre histoire").fill(story);
  await lucie.getByRole("button", { name: "Vérifier mes réponses" }).click();

  // What is missing is named, each with a link to its question; nothing typed is lost.
  await expect(refusal(lucie).getByRole("link")).toHaveCount(2);
  await expect(lucie.getByRole("button", { name: "Envoyer" })).toHaveCount(0);
  await refusal(lucie).getByRole("link", { name: /Mode de garde/ }).click();
  await lucie.getByRole("radio", { name: "Crèche" }).check();
  await lucie.getByRole("button", { name: "Suivant" }).click();
  await expect(lucie.getByLabel("Votre histoire")).toHaveValue(story);
  await lucie.getByRole("radio", { name: /5 Très urgent/ }).check();
  await lucie.getByRole("button", { name: "Vérifier mes réponses" }).click();
  await expect(lucie.getByText("Vous pourrez la changer jusqu’à la clôture")).toBeVisible();
  await expect(lucie.getByText("Saint-Élan")).toBeVisible();
  await lucie.getByRole("button", { name: "Envoyer ma réponse" }).click();
  await expect(lucie.getByText("Merci, votre réponse compte.")).toBeVisible();

  // She corrects her answer: it is still one response.
  await lucie.getByRole("link", { name: "Changer ma réponse" }).click();
  await lucie.getByLabel("Nombre d’enfants").fill("2");
  await lucie.getByRole("button", { name: "Suivant" }).click();
  await lucie.getByRole("button", { name: "Vérifier mes réponses" }).click();
  await lucie.getByRole("button", { name: "Envoyer ma réponse" }).click();
  await expect(lucie.getByText("Merci, votre réponse compte.")).toBeVisible();

  await closeRound(maud, round);
  await expect.poll(async () => (await lucie.request.get(`${round}/results`)).status()).toBe(409);
  await publishRound(maud, round, "Une halte-garderie ouvrira le mardi.");
  await lucie.goto(`${round}/results`);
  await expect(lucie.getByText("Une halte-garderie ouvrira le mardi.")).toBeVisible();
  await expect(lucie.getByRole("heading", { name: /Mode de garde/ })).toBeVisible();
  await expect(lucie.locator("#q2")).toContainText("Crèche");
  await lucie.goto("/my-word");
  await expect(lucie.locator(".trace-step").filter({ hasText: "Vos besoins de garde" })).toContainText("Vous avez répondu.");

  const ines = await person(browser, "ines");
  await ines.goto(`${(await places(ines)).process}/research`);
  const [file] = await Promise.all([
    ines.waitForEvent("download"),
    ines.locator(".item").filter({ hasText: "Vos besoins de garde" }).getByRole("link", { name: "Réponses", exact: true }).click(),
  ]);
  const [row, ...more] = csv(readFileSync(await file.path(), "utf8").replace(/^\uFEFF/, ""));
  expect(more).toEqual([]);
  const { person: pseudonym, ...answers } = row;
  expect(pseudonym).not.toMatch(/lucie/i);
  expect(answers).toEqual({
    college: "family",
    nombre_d_enfants: "2",
    mode_de_garde: "creche",
    "jours_utiles.lundi": "0",
    "jours_utiles.mardi": "1",
    "jours_utiles.mercredi": "0",
    urgence: "5",
    accueil_actuel: "4",
    commune: "Saint-Élan",
    votre_histoire: story,
  });
});

test("an anonymous survey is sent once, and too few answers do not leave @plain", async ({ browser }) => {
  const maud = await person(browser, "maud");
  const round = await draftRound(maud, /Enquête/, "En confiance", "Réponses anonymes");
  await addSection(maud, "Votre avis");
  await addQuestion(maud, "Votre avis", "Visages", "Accueil actuel", {}, true);
  await openRound(maud, round);

  const lucie = await person(browser, "lucie");
  const twin = await lucie.context().newPage();
  await lucie.goto(round);
  await lucie.getByRole("radio", { name: "Très insatisfait" }).check();
  await lucie.getByRole("button", { name: "Vérifier mes réponses" }).click();
  await expect(lucie.getByText("Votre nom n’est pas gardé avec cette réponse")).toBeVisible();
  await twin.goto(lucie.url());
  await lucie.getByRole("button", { name: "Envoyer ma réponse" }).click();
  await expect(lucie.getByText("Elle est anonyme : elle ne porte pas votre nom.")).toBeVisible();
  await twin.getByRole("button", { name: "Envoyer ma réponse" }).click();
  await expect(twin.getByText("Votre réponse est déjà envoyée.")).toBeVisible();
  await expect(twin.getByRole("button", { name: "Envoyer" })).toHaveCount(0);

  await closeRound(maud, round);
  await publishRound(maud, round, "Nous en parlerons ensemble.");
  await lucie.goto(`${round}/results`);
  await expect(lucie.getByText("ses chiffres restent cachés")).toBeVisible();
  await expect(lucie.locator("#q1")).toContainText("pour protéger l’anonymat");
  await lucie.goto("/my-word");
  await expect(lucie.locator(".trace-step").filter({ hasText: "En confiance" })).toContainText("rien ne la relie à vous");

  const ines = await person(browser, "ines");
  const refused = await ines.request.get(`${round}/export.csv`);
  expect(refused.status()).toBe(409);
  expect(await refused.text()).toContain("Moins de 11 personnes ont répondu");
  await ines.goto(`${(await places(ines)).process}/research`);
  await expect(ines.locator(".item").filter({ hasText: "En confiance" })).toContainText("Moins de 11 personnes ont répondu");
});

test("a draft that is slow on its way does not come after what was sent since", async ({ browser }) => {
  const maud = await person(browser, "maud");
  const round = await draftRound(maud, /Enquête/, "Réseau lent", "Réponses avec le nom");
  await addSection(maud, "Garde");
  await addQuestion(maud, "Garde", "Réponse courte", "Prénoms");
  await addQuestion(maud, "Garde", "Oui ou non", "Déjà inscrit", {}, true);
  await openRound(maud, round);
  const lucie = await person(browser, "lucie");
  await lucie.goto(round);
  const order: string[] = [];
  await lucie.route("**/api/survey/save-draft", async (route) => {
    const draft = route.request().resourceType() === "fetch";
    order.push(draft ? "draft leaves" : "form leaves");
    if (draft) await new Promise((done) => setTimeout(done, 2000));
    const answer = await route.fetch({ maxRedirects: 0 });
    order.push(draft ? "draft is kept" : "form is kept");
    await route.fulfill({ response: answer });
  });
  await lucie.getByLabel("Prénoms").fill("Noé");
  await expect.poll(() => order).toEqual(["draft leaves"]);
  await lucie.getByRole("radio", { name: "Oui" }).check();
  await lucie.getByRole("button", { name: "Vérifier mes réponses" }).click();
  await expect(lucie.getByRole("button", { name: "Envoyer ma réponse" })).toBeVisible();
  expect(order.slice(0, 2)).toEqual(["draft leaves", "draft is kept"]);
  expect(order.slice(-2)).toEqual(["form leaves", "form is kept"]);
  await expect(lucie.locator("main")).toContainText("Oui");
});

test("the network goes in the middle of a form and comes back", async ({ browser }) => {
  const maud = await person(browser, "maud");
  const round = await draftRound(maud, /Enquête/, "Dans le train", "Réponses avec le nom");
  await addSection(maud, "Votre avis");
  await addQuestion(maud, "Votre avis", "Réponse libre", "Que changer");
  await openRound(maud, round);
  const lucie = await person(browser, "lucie");
  await lucie.goto(round);
  await lucie.getByLabel("Que changer").fill("Des bus");
  await expect(lucie.getByRole("status")).toHaveText("Brouillon enregistré");

  await lucie.context().setOffline(true);
  await lucie.getByLabel("Que changer").fill("Des bus le soir");
  await expect(lucie.getByText("Vos réponses sont gardées sur cet appareil")).toBeVisible();
  // Going on would lose the page: it stays.
  await lucie.getByRole("button", { name: "Vérifier mes réponses" }).click();
  await expect(lucie.getByLabel("Que changer")).toHaveValue("Des bus le soir");
  expect(await lucie.evaluate(() => Object.keys(localStorage).length)).toBe(1);
  await isAccessible(lucie);
  // On a device that others use, nothing stays behind.
  await lucie.getByLabel("D’autres se servent de cet appareil").check();
  expect(await lucie.evaluate(() => Object.keys(localStorage).length)).toBe(0);
  await lucie.getByLabel("D’autres se servent de cet appareil").uncheck();

  await lucie.context().setOffline(false);
  await expect(lucie.getByRole("status")).toHaveText("Brouillon enregistré", { timeout: 20_000 });
  expect(await lucie.evaluate(() => Object.keys(localStorage).length)).toBe(0);
  await lucie.getByRole("button", { name: "Vérifier mes réponses" }).click();
  await expect(lucie.getByText("Des bus le soir")).toBeVisible();
  await lucie.getByRole("button", { name: "Envoyer ma réponse" }).click();
  await expect(lucie.getByText("Merci, votre réponse compte.")).toBeVisible();
});

test("what waits on a device comes back to the person who typed it, and to nobody else", async ({ browser }) => {
  const maud = await person(browser, "maud");
  const round = await draftRound(maud, /Enquête/, "Un téléphone pour deux", "Réponses avec le nom");
  await addSection(maud, "Votre avis");
  await addQuestion(maud, "Votre avis", "Réponse libre", "Que changer");
  await openRound(maud, round);
  const lucie = await person(browser, "lucie");
  const context = lucie.context();
  await lucie.goto(round);
  await lucie.getByLabel("Que changer").fill("Des bus");
  await expect(lucie.getByRole("status")).toHaveText("Brouillon enregistré");
  await context.setOffline(true);
  await lucie.getByLabel("Que changer").fill("Des bus le soir");
  await expect(lucie.getByText("Vos réponses sont gardées sur cet appareil")).toBeVisible();
  await lucie.close();
  await context.setOffline(false);

  // Another parent with the same telephone.
  await context.clearCookies();
  const rachid = await person(browser, "rachid", context);
  await rachid.goto(round);
  await rachid.getByLabel("Que changer").fill("La cantine");
  await expect(rachid.getByRole("status")).toHaveText("Brouillon enregistré");
  await rachid.reload();
  await expect(rachid.getByLabel("Que changer")).toHaveValue("La cantine");
  expect(await rachid.evaluate(() => Object.keys(localStorage).length)).toBe(1);
  await rachid.close();

  await context.clearCookies();
  const again = await person(browser, "lucie", context);
  await again.goto(round);
  await expect(again.getByLabel("Que changer")).toHaveValue("Des bus le soir");
  await expect.poll(() => again.evaluate(() => Object.keys(localStorage).length)).toBe(0);
});
