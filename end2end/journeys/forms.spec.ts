// Forms that come ready, leave as files and come back; a trial that leaves nothing; an anonymous response and its receipt.
import { readFileSync, writeFileSync } from "node:fs";
import { expect, isAccessible, test } from "../server";
import { addQuestion, addSection, closeRound, draftRound, openRound, person, phone, refusal } from "../steps";

test.use({ demo: true });

test("a ready form is tried, taken along and brought back @plain", async ({ browser }, info) => {
  const maud = await person(browser, "maud");
  const first = await draftRound(maud, /Enquête/, "Besoins", "Réponses avec le nom");
  await maud.getByLabel("Modèle").selectOption("needs");
  await maud.getByRole("button", { name: "Ajouter ce modèle" }).click();
  await expect(maud.getByText("3 parties, 10 questions")).toBeVisible();

  // A trial: conditions and checks as for a family, and nothing is kept.
  await maud.getByRole("link", { name: "Essayer le questionnaire" }).click();
  await isAccessible(maud);
  await maud.getByLabel(/Combien de personnes/).fill("beaucoup");
  await maud.getByRole("button", { name: "Suivant" }).click();
  await expect(refusal(maud)).toContainText("Écrivez un nombre entier");
  await expect(maud.getByLabel(/Combien de personnes/)).toHaveValue("beaucoup");
  await maud.getByLabel(/Combien de personnes/).fill("3");
  await maud.getByRole("button", { name: "Suivant" }).click();
  await maud.getByRole("group", { name: /demandé de l’aide/ }).getByRole("radio", { name: "Oui" }).check();
  await maud.getByRole("button", { name: "Suivant" }).click();
  await maud.getByRole("button", { name: "Vérifier mes réponses" }).click();
  await expect(maud.getByText("Ces réponses pourraient être envoyées.")).toBeVisible();
  await expect(maud.getByText("3 personnes")).toBeVisible();
  await isAccessible(maud);
  await maud.goto(`${first}/results`);
  await expect(maud.locator("main")).not.toContainText("3 personnes");

  // Both files bring the same form back, behind what is there.
  for (const [link, file] of [["Emporter en tableur (XLSForm)", "form.xlsx"], ["Emporter tout (JSON)", "form.json"]]) {
    await maud.goto(`${first}/edit`);
    const [download] = await Promise.all([maud.waitForEvent("download"), maud.getByRole("link", { name: link }).click()]);
    const path = info.outputPath(file);
    await download.saveAs(path);
    const other = await draftRound(maud, /Enquête/, `Copie ${file}`, "Réponses avec le nom");
    await maud.getByLabel("Fichier d’un questionnaire").setInputFiles(path);
    await maud.getByRole("button", { name: "Ajouter ce fichier" }).click();
    await expect(maud.getByText("3 parties, 10 questions")).toBeVisible();
    const [again] = await Promise.all([maud.waitForEvent("download"), maud.getByRole("link", { name: "Emporter tout (JSON)" }).click()]);
    const back = JSON.parse(readFileSync((await again.path())!, "utf8"));
    const original = await maud.request.get(`${first}/form.json`);
    expect(back, other).toEqual(await original.json());
  }

  // What is no form is refused by the field, and nothing changes.
  await maud.getByText("Partir d’un questionnaire tout prêt").click();
  const wrong = info.outputPath("liste.csv");
  writeFileSync(wrong, "nom;âge\nLucie;34\n");
  await maud.getByLabel("Fichier d’un questionnaire").setInputFiles(wrong);
  await maud.getByRole("button", { name: "Ajouter ce fichier" }).click();
  await expect(refusal(maud)).toContainText("Ce fichier n’est pas un questionnaire (ligne 1, colonne 2).");
  await expect(maud.getByText("3 parties, 10 questions")).toBeVisible();
});

test("once a survey is open, only its words are corrected @plain", async ({ browser }) => {
  const maud = await person(browser, "maud");
  const round = await draftRound(maud, /Enquête/, "Vos mots", "Réponses avec le nom");
  await addSection(maud, "Avis");
  await addQuestion(maud, "Avis", "Oui ou non", "Ete vous d’accord");
  await openRound(maud, round);
  await maud.goto(`${round}/edit?edit=ete_vous_d_accord#form`);
  const editing = maud.locator(".is-editing");
  await editing.getByLabel("Question", { exact: true }).fill("Êtes-vous d’accord");
  await editing.getByLabel("Faut-il répondre ?").selectOption("yes");
  await editing.getByRole("button", { name: "Enregistrer" }).click();
  await expect(maud.getByText("seuls les mots se corrigent").first()).toBeVisible();
  await editing.getByLabel("Faut-il répondre ?").selectOption("no");
  await editing.getByRole("button", { name: "Enregistrer" }).click();
  await expect(maud.getByRole("link", { name: "Êtes-vous d’accord" })).toBeVisible();
  const lucie = await person(browser, "lucie");
  await lucie.goto(round);
  await expect(lucie.getByRole("group", { name: "Êtes-vous d’accord" })).toBeVisible();
});

test("a receipt opens an anonymous response, changes it and takes it back @plain @both", async ({ browser }) => {
  const maud = await person(browser, "maud");
  const round = await draftRound(maud, /Enquête/, "En confiance", "Réponses anonymes");
  await addSection(maud, "Votre avis");
  await addQuestion(maud, "Votre avis", "Oui ou non", "Besoin d’aide", {}, true);
  await addQuestion(maud, "Votre avis", "Réponse libre", "Pourquoi");
  await openRound(maud, round);

  const lucie = await person(browser, "lucie");
  await lucie.goto(round);
  await lucie.getByRole("radio", { name: "Oui" }).check();
  await lucie.getByLabel("Pourquoi").fill("Parce que c’est loin.");
  await lucie.getByRole("button", { name: "Vérifier mes réponses" }).click();
  await lucie.getByRole("button", { name: "Envoyer ma réponse" }).click();
  await expect(lucie.getByText("Merci, votre réponse compte.")).toBeVisible();
  await isAccessible(lucie);
  const receipt = (await lucie.locator(".receipt-code").textContent())!;
  expect(receipt).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  // It is shown once.
  await lucie.goto(round);
  await expect(lucie.locator("main")).not.toContainText(receipt);

  // Somebody without an account opens it with the receipt alone.
  const nobody = await (await browser.newContext(phone)).newPage();
  await nobody.goto(`${round}/receipt`);
  await isAccessible(nobody);
  await nobody.getByLabel("Votre reçu").fill("K7QM-4T2X-9HDR");
  await nobody.getByRole("button", { name: "Ouvrir ma réponse" }).click();
  await expect(refusal(nobody)).toBeVisible();
  await nobody.getByLabel("Votre reçu").fill(receipt.toLowerCase());
  await nobody.getByRole("button", { name: "Ouvrir ma réponse" }).click();
  await expect(nobody.getByLabel("Pourquoi")).toHaveValue("Parce que c’est loin.");
  await isAccessible(nobody);
  await nobody.getByRole("radio", { name: "Non" }).check();
  await nobody.getByLabel("Pourquoi").fill("x".repeat(3000));
  await nobody.getByRole("button", { name: "Enregistrer ma réponse" }).click();
  await expect(refusal(nobody)).toBeVisible();
  await expect(nobody.getByLabel("Pourquoi")).toHaveValue("x".repeat(3000));
  await nobody.getByLabel("Pourquoi").fill("Plus maintenant.");
  await nobody.getByRole("button", { name: "Enregistrer ma réponse" }).click();
  await expect(nobody.getByText("Votre nouvelle réponse compte.")).toBeVisible();
  await expect(nobody.getByRole("radio", { name: "Non" })).toBeChecked();

  await nobody.getByText("Retirer ma réponse").click();
  await nobody.getByRole("button", { name: "Effacer ma réponse" }).click();
  await expect(nobody.getByText("Votre réponse est effacée.")).toBeVisible();
  await nobody.getByLabel("Votre reçu").fill(receipt);
  await nobody.getByRole("button", { name: "Ouvrir ma réponse" }).click();
  await expect(refusal(nobody)).toContainText("Ce reçu n’ouvre aucune réponse");
  // Lucie has taken part all the same.
  await lucie.goto(round);
  await expect(lucie.getByText("Merci, votre réponse compte.")).toBeVisible();
  await closeRound(maud, round);
});
