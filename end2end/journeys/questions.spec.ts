// Every kind of question, built, answered, refused where it must be, shown and exported; conditions that open and close questions.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, isAccessible, test } from "../server";
import { addQuestion, addSection, closeRound, csv, draftRound, openRound, person, publishRound, refusal } from "../steps";
import { places } from "../demo";

test.use({ demo: true });

const options = { "Réponses possibles": "Crèche\nFamille\nVoisins" };

/** Answers what a question asks. */
async function next(page: Page) {
  await page.getByRole("button", { name: /^(Suivant|Vérifier mes réponses)$/ }).click();
}

test("every kind of question @plain @both", async ({ browser }) => {
  test.setTimeout(300_000);
  const maud = await person(browser, "maud");
  const round = await draftRound(maud, /Enquête/, "Toutes les questions", "Réponses avec le nom");
  await addSection(maud, "Choisir");
  const add = (kind: string, label: string, fields = {}, required = false, section = "Choisir") => addQuestion(maud, section, kind, label, fields, required);
  await add("Choix unique", "Mode de garde", options);
  await maud.getByRole("link", { name: "Mode de garde", exact: true }).click();
  await maud.getByLabel("Ajouter « Autre », avec une ligne pour le dire").check();
  await maud.locator(".is-editing").getByRole("button", { name: "Enregistrer" }).click();
  await add("Choix multiple", "Jours", { "Réponses possibles": "Lundi\nMardi\nMercredi\nAucun *", "Réponses au plus": "2" });
  await add("Oui ou non", "Déjà inscrit");
  await add("Étoiles", "Accueil");
  await add("Recommandation, de 0 à 10", "Recommander");
  await add("Échelle", "Urgence", { "Noms des degrés": "Jamais\nParfois\nToujours", "Nombre de degrés": "3" });
  await addSection(maud, "Dire");
  const say = (kind: string, label: string, fields = {}) => add(kind, label, fields, false, "Dire");
  await say("Classement", "Priorités", options);
  await say("Tableau", "Services", { Lignes: "Crèche du centre\nHalte du bourg", "Réponses possibles": "Bien\nMoyen\nMal" });
  await say("Points à partager", "Budget", { Lignes: "Jeux\nRepas" });
  await say("Date", "Arrivée");
  await say("Heure", "Réveil");
  await say("Plusieurs réponses courtes", "Communes", { Lignes: "Travail\nMaison" });
  await say("Adresse e-mail", "Adresse");
  await say("Accord", "Photos");
  await say("Texte sans question", "Merci d’être venue jusqu’ici.");
  await isAccessible(maud);
  await openRound(maud, round);

  const lucie = await person(browser, "lucie");
  await lucie.goto(round);
  await isAccessible(lucie);
  await lucie.getByRole("group", { name: "Mode de garde" }).getByRole("radio", { name: "Autre" }).check();
  for (const day of ["Lundi", "Mardi", "Mercredi"]) await lucie.getByRole("checkbox", { name: day }).check();
  await next(lucie);

  // What does not hold is named by its question; what was chosen stays.
  await expect(refusal(lucie).getByRole("link")).toHaveCount(2);
  await expect(refusal(lucie)).toContainText("Question 1 : dites ce que c’est.");
  await expect(refusal(lucie)).toContainText("Question 2 : 2 réponses au plus.");
  await isAccessible(lucie);
  await lucie.getByLabel("Si c’est autre chose, dites-le ici").fill("Ma sœur");
  await lucie.getByRole("checkbox", { name: "Mercredi" }).uncheck();
  await lucie.getByRole("group", { name: "Déjà inscrit" }).getByRole("radio", { name: "Je ne sais pas" }).check();
  await lucie.getByRole("group", { name: "Accueil" }).getByRole("radio", { name: "4" }).check();
  await lucie.getByRole("group", { name: "Recommander" }).getByRole("radio", { name: "9", exact: true }).check();
  await lucie.getByRole("group", { name: "Urgence" }).getByRole("radio", { name: "2" }).check();
  await next(lucie);
  await expect(lucie.getByText("Partie 2 sur 2")).toBeVisible();

  await isAccessible(lucie);
  await lucie.getByLabel("Premier choix").selectOption("Voisins");
  await lucie.getByLabel("Deuxième choix").selectOption("Voisins");
  await lucie.getByRole("group", { name: "Crèche du centre" }).getByRole("radio", { name: "Bien" }).check();
  await lucie.getByLabel("Jeux").fill("7");
  await lucie.getByLabel("Repas").fill("2");
  await next(lucie);
  await expect(refusal(lucie)).toContainText("la même réponse est choisie deux fois");
  await expect(refusal(lucie)).toContainText("le total doit faire 10 points. Il fait 9.");
  await lucie.getByLabel("Deuxième choix").selectOption("Crèche");
  await lucie.getByLabel("Repas").fill("3");
  await lucie.getByLabel("Arrivée").fill("2024-09-02");
  await lucie.getByLabel("Réveil").fill("06:45");
  await lucie.getByLabel("Travail").fill("Fontevoire");
  await lucie.getByLabel("Adresse").fill("lucie@exemple.fr");
  await lucie.getByRole("group", { name: "Photos" }).getByRole("checkbox").check();
  await next(lucie);
  for (const words of ["Autre : Ma sœur", "Je ne sais pas", "2 (Parfois)", "Crèche du centre : Bien", "Jeux : 7", "2 septembre 2024", "Travail : Fontevoire"]) {
    await expect(lucie.getByText(words)).toBeVisible();
  }
  await isAccessible(lucie);
  await lucie.getByRole("button", { name: "Envoyer ma réponse" }).click();
  await expect(lucie.getByText("Merci, votre réponse compte.")).toBeVisible();

  await closeRound(maud, round);
  await publishRound(maud, round, "Merci à toutes et à tous.");
  await lucie.goto(`${round}/results`);
  await isAccessible(lucie);
  await expect(lucie.locator("#q5")).toContainText("familles +100");
  await expect(lucie.locator("#q9")).toContainText("« Jeux » (7)");
  await expect(lucie.locator("main")).not.toContainText("lucie@exemple.fr");

  const ines = await person(browser, "ines");
  await ines.goto(`${(await places(ines)).process}/research`);
  const [file] = await Promise.all([
    ines.waitForEvent("download"),
    ines.locator(".item").filter({ hasText: "Toutes les questions" }).getByRole("link", { name: "Réponses", exact: true }).click(),
  ]);
  const [row] = csv(readFileSync(await file.path(), "utf8").replace(/^\uFEFF/, ""));
  const { person: pseudonym, ...answers } = row;
  expect(pseudonym).toMatch(/^[0-9a-f]{12}$/);
  expect(answers).toEqual({
    college: "family",
    mode_de_garde: "other",
    "mode_de_garde.other_text": "Ma sœur",
    "jours.lundi": "1",
    "jours.mardi": "1",
    "jours.mercredi": "0",
    "jours.aucun": "0",
    deja_inscrit: "unsure",
    accueil: "4",
    recommander: "9",
    urgence: "2",
    "priorites.creche": "2",
    "priorites.famille": "",
    "priorites.voisins": "1",
    "services.creche_du_centre": "bien",
    "services.halte_du_bourg": "",
    "budget.jeux": "7",
    "budget.repas": "3",
    arrivee: "2024-09-02",
    reveil: "06:45",
    "communes.travail": "Fontevoire",
    "communes.maison": "",
    photos: "yes",
  });
});

test("conditions open and close questions @plain", async ({ browser, javaScriptEnabled }) => {
  const maud = await person(browser, "maud");
  const round = await draftRound(maud, /Enquête/, "Selon vous", "Réponses avec le nom");
  await addSection(maud, "Garde");
  await addQuestion(maud, "Garde", "Oui ou non", "Avez-vous une garde", {}, true);
  await addQuestion(maud, "Garde", "Réponse courte", "Laquelle", {}, true);
  await addSection(maud, "Avis");
  await addQuestion(maud, "Avis", "Réponse courte", "Que dire de {laquelle}");
  await addSection(maud, "Fin");
  await addQuestion(maud, "Fin", "Visages", "Content");
  // "Laquelle" is asked of those who said yes, and so is the part "Avis".
  await maud.getByRole("link", { name: "Laquelle", exact: true }).click();
  const editing = maud.locator(".is-editing");
  await editing.getByText("Montrer seulement si…").click();
  await editing.getByRole("group", { name: "Ligne 1" }).getByLabel("Réponse").selectOption("avez_vous_une_garde=yes");
  await editing.getByRole("button", { name: "Enregistrer" }).click();
  await expect(maud.getByText("sous condition")).toBeVisible();
  await maud.getByRole("link", { name: "Corriger : Avis" }).click();
  const section = maud.locator(".builder-section").filter({ has: maud.getByRole("heading", { name: /Avis/ }) });
  await section.getByText("Montrer seulement si…").click();
  await section.getByRole("group", { name: "Ligne 1" }).getByLabel("Réponse").selectOption("laquelle?");
  await section.getByRole("button", { name: "Enregistrer" }).click();
  await expect(maud.getByRole("heading", { name: /Avis/ })).toBeVisible();
  await openRound(maud, round);

  const lucie = await person(browser, "lucie");
  await lucie.goto(round);
  await expect(lucie.getByLabel("Laquelle")).toBeHidden();
  await lucie.getByRole("radio", { name: "Oui" }).check();
  if (javaScriptEnabled) {
    await expect(lucie.getByLabel("Laquelle")).toBeVisible();
    await lucie.getByRole("radio", { name: "Non", exact: true }).check();
    await expect(lucie.getByLabel("Laquelle")).toBeHidden();
    await lucie.getByRole("radio", { name: "Oui" }).check();
  } else {
    await next(lucie);
    await expect(lucie.getByText("Votre réponse ouvre une autre question.")).toBeVisible();
  }
  await lucie.getByLabel("Laquelle").fill("la crèche du centre");
  await next(lucie);
  await expect(lucie.getByText("Partie 2 sur 3")).toBeVisible();
  await expect(lucie.getByLabel("Que dire de la crèche du centre")).toBeVisible();
  await lucie.getByLabel("Que dire de").fill("Trop loin");

  // She changes her mind: what no longer concerns her is not asked, and not kept.
  await lucie.getByRole("button", { name: "Précédent" }).click();
  await lucie.getByRole("radio", { name: "Non", exact: true }).check();
  await next(lucie);
  await expect(lucie.getByText("Partie 2 sur 2")).toBeVisible();
  await expect(lucie.getByRole("group", { name: "Content" })).toBeVisible();
  await next(lucie);
  await expect(lucie.getByText("Trop loin")).toHaveCount(0);
  await lucie.getByRole("button", { name: "Envoyer ma réponse" }).click();
  await expect(lucie.getByText("Merci, votre réponse compte.")).toBeVisible();
  await expect(lucie.getByText("la crèche du centre")).toHaveCount(0);
});

test("the order drawn for a person stays, and leaves with their response @plain", async ({ browser }) => {
  const maud = await person(browser, "maud");
  const round = await draftRound(maud, /Enquête/, "Dans le désordre", "Réponses avec le nom");
  await addSection(maud, "Choisir");
  await addQuestion(maud, "Choisir", "Choix unique", "Mode de garde", { "Réponses possibles": "Crèche\nFamille\nVoisins\nÉcole\nAssociation\nAutre lieu" });
  await maud.getByRole("link", { name: "Mode de garde", exact: true }).click();
  await maud.getByLabel("Ordre tiré au sort pour chaque personne").check();
  await maud.locator(".is-editing").getByRole("button", { name: "Enregistrer" }).click();
  await openRound(maud, round);

  const lucie = await person(browser, "lucie");
  const order = () => lucie.getByRole("group", { name: "Mode de garde" }).getByRole("radio").evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).value));
  await lucie.goto(round);
  const seed = await lucie.locator("input[name=seed]").inputValue();
  const shown = await order();
  expect([...shown].filter(Boolean).sort()).toEqual(["association", "autre_lieu", "creche", "ecole", "famille", "voisins"]);
  await lucie.getByRole("radio", { name: "Voisins" }).check();
  await lucie.getByRole("button", { name: "Finir plus tard" }).click();
  // Another visit, another device: the draft brings its order along.
  const elsewhere = await person(browser, "lucie");
  await elsewhere.goto(`${round}?section=1`);
  await expect(elsewhere.locator("input[name=seed]")).toHaveValue(seed);
  await lucie.goto(`${round}?section=1`);
  expect(await order()).toEqual(shown);
  await next(lucie);
  await lucie.getByRole("button", { name: "Envoyer ma réponse" }).click();
  await expect(lucie).toHaveURL(/sent=1/);
  await closeRound(maud, round);
  await publishRound(maud, round, "Merci.");

  const ines = await person(browser, "ines");
  await ines.goto(`${(await places(ines)).process}/research`);
  const [file] = await Promise.all([
    ines.waitForEvent("download"),
    ines.locator(".item").filter({ hasText: "Dans le désordre" }).getByRole("link", { name: "Réponses", exact: true }).click(),
  ]);
  const [row] = csv(readFileSync(await file.path(), "utf8").replace(/^\uFEFF/, ""));
  expect(row.order_seed).toBe(seed);
});
