// A photo choice, a note with a picture and a municipality: built with real files, answered on a phone by keyboard and by touch, shown.
import type { Page } from "@playwright/test";
import { expect, isAccessible, test } from "../server";
import { addQuestion, addSection, closeRound, draftRound, openRound, person, publishRound, refusal } from "../steps";
import { places } from "../demo";
import { photo } from "../photo";

test.use({ demo: true });

/** Brings a picture for the option (or the note) of the question that is being edited. */
async function bring(page: Page, place: string, file: Buffer, alt?: string, name = "photo.png") {
  const row = page.locator(".picture-row").filter({ hasText: place });
  await row.getByRole("link", { name: new RegExp(`^(Ajouter une image|Changer l’image).* : ${place}`) }).click();
  const open = page.locator(".picture-row").filter({ hasText: place });
  await open.getByLabel("Photo ou image").setInputFiles({ name, mimeType: "image/png", buffer: file });
  if (alt) await open.getByLabel("Description de l’image", { exact: true }).fill(alt);
  await open.getByRole("button", { name: "Enregistrer l’image" }).click();
}

test("photos, a picture in a note and a municipality @plain @both", async ({ browser, javaScriptEnabled }) => {
  test.setTimeout(180_000);
  const gwenael = await person(browser, "gwenael");
  await gwenael.goto("/admin");
  await gwenael.getByText("Ajouter une liste de territoires").click();
  const towns = Array.from({ length: 40 }, (_, at) => `Ville-${String(at + 1).padStart(2, "0")};commune;331${String(at + 10)};33`);
  await gwenael.getByLabel("Liste à coller").fill(["nom;type;code;dans", "Gironde;département;33;", "Bègles;commune;33039;33", ...towns].join("\n"));
  await gwenael.getByRole("button", { name: "Ajouter la liste" }).click();
  await expect(gwenael.getByText("42 territoires ajoutés, 0 mis à jour.")).toBeVisible();
  await isAccessible(gwenael);

  const maud = await person(browser, "maud");
  const round = await draftRound(maud, /Enquête/, "En images", "Réponses avec le nom");
  await addSection(maud, "Voir");
  await addQuestion(maud, "Voir", "Texte sans question", "Voici la cour que nous voulons refaire.");
  await addQuestion(maud, "Voir", "Choix unique", "Quelle cour", { "Réponses possibles": "Des arbres\nDu sable" }, true);
  await addQuestion(maud, "Voir", "Commune", "Votre commune");
  await expect(refusal(maud)).toHaveCount(0);

  await maud.getByRole("link", { name: "Votre commune", exact: true }).click();
  await maud.getByLabel("D’où viennent les communes ?").selectOption({ label: "Gironde" });
  await maud.locator(".is-editing").getByRole("button", { name: "Enregistrer", exact: true }).click();

  await maud.getByRole("link", { name: "Quelle cour", exact: true }).click();
  // What is no picture is refused with the reason; a description is wanted, and the picture need not be sent again.
  await bring(maud, "Des arbres", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), "Une cour avec des arbres", "dessin.png");
  await expect(refusal(maud)).toContainText("Ce fichier n’est pas une image JPEG, PNG ou WebP.");
  await isAccessible(maud);
  await maud.goto(`${round}/edit?edit=quelle_cour`);
  await bring(maud, "Des arbres", photo(900, 700, [40, 110, 60]));
  await expect(refusal(maud)).toBeVisible();
  await isAccessible(maud);
  await maud.getByLabel("Description de l’image", { exact: true }).fill("Une cour avec des arbres");
  await maud.getByRole("button", { name: "Enregistrer l’image" }).click();
  await expect(maud.locator(".picture-row").filter({ hasText: "Une cour avec des arbres" })).toBeVisible();
  await bring(maud, "Du sable", photo(700, 900, [210, 180, 120]), "Un bac à sable");
  await expect(maud.locator(".picture-row img")).toHaveCount(2);
  await isAccessible(maud);
  await maud.goto(`${round}/edit?edit=voici_la_cour_que_no`);
  await bring(maud, "Image de ce texte", photo(1600, 800, [90, 120, 160]), "La cour aujourd’hui, toute de béton");
  await isAccessible(maud);
  await openRound(maud, round);

  // By touch, on a phone.
  const lucie = await person(browser, "lucie");
  await lucie.setViewportSize({ width: 320, height: 640 });
  await lucie.goto(round);
  await isAccessible(lucie);
  await expect(lucie.getByRole("img", { name: "La cour aujourd’hui, toute de béton" })).toBeVisible();
  const tiles = lucie.locator(".choice.is-photo");
  await expect(tiles).toHaveCount(2);
  const [first, second] = [await tiles.nth(0).boundingBox(), await tiles.nth(1).boundingBox()];
  expect(first!.y).toBe(second!.y);
  expect(Math.min(first!.height, first!.width)).toBeGreaterThanOrEqual(44);
  await expect(lucie.getByRole("radio", { name: "Un bac à sable Du sable" })).toHaveCount(1);
  await tiles.nth(1).tap();
  await expect(lucie.getByRole("radio", { name: /Du sable/ })).toBeChecked();
  // Each picture has come, small, and is one.
  for (const img of await lucie.locator("img.photo").all()) {
    await img.scrollIntoViewIfNeeded();
    if (javaScriptEnabled) await expect.poll(() => img.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
    expect(await img.getAttribute("src")).toMatch(/small\.jpg$/);
  }
  await lucie.getByLabel("Votre commune").fill("begles");
  await lucie.getByRole("button", { name: "Vérifier mes réponses" }).click();
  await expect(lucie.getByText("Bègles")).toBeVisible();
  await expect(lucie.getByText("Du sable")).toBeVisible();
  await lucie.getByRole("button", { name: "Envoyer ma réponse" }).click();
  await expect(lucie.getByText("Merci, votre réponse compte.")).toBeVisible();

  // By keyboard alone.
  const rachid = await person(browser, "rachid");
  await rachid.goto(round);
  await rachid.getByRole("radio", { name: /Des arbres/ }).focus();
  await rachid.keyboard.press("Space");
  await expect(rachid.getByRole("radio", { name: /Des arbres/ })).toBeChecked();
  await rachid.keyboard.press("ArrowDown");
  await expect(rachid.getByRole("radio", { name: /Du sable/ })).toBeChecked();
  await rachid.getByLabel("Votre commune").focus();
  await rachid.keyboard.type("Nulle part");
  await rachid.keyboard.press("Enter");
  await expect(refusal(rachid)).toContainText("Question 3");
  await rachid.getByLabel("Votre commune").fill("Ville-07");
  await rachid.keyboard.press("Enter");
  await expect(rachid.getByText("Ville-07")).toBeVisible();
  await rachid.getByRole("button", { name: "Envoyer ma réponse" }).focus();
  await rachid.keyboard.press("Enter");
  await expect(rachid.getByText("Merci, votre réponse compte.")).toBeVisible();

  await closeRound(maud, round);
  await publishRound(maud, round, "Merci.");
  await lucie.goto(`${round}/results`);
  await isAccessible(lucie);
  await expect(lucie.locator("#q3")).toContainText("Bègles");
  await expect(lucie.locator("#q3")).toContainText("Ville-07");
  await expect(lucie.locator("#q3")).not.toContainText("Ville-08");
});

test("a picture that no form shows any more is deleted @plain", async ({ browser }) => {
  const maud = await person(browser, "maud");
  const round = await draftRound(maud, /Enquête/, "Deux images", "Réponses avec le nom");
  await addSection(maud, "Voir");
  await addQuestion(maud, "Voir", "Texte sans question", "Voici la cour.");
  await maud.goto(`${round}/edit?edit=voici_la_cour`);
  await bring(maud, "Image de ce texte", photo(900, 700, [40, 110, 60]), "La cour en été");
  await maud.goto(`${round}/edit?edit=voici_la_cour`);
  await bring(maud, "Image de ce texte", photo(900, 700, [200, 100, 60]), "La cour en hiver");
  await maud.goto((await places(maud)).process);
  await maud.getByRole("link", { name: "Images", exact: true }).click();
  await expect(maud.getByRole("heading", { name: "Une image que plus rien ne montre" })).toBeVisible();
  await expect(maud.locator(".picture-row").filter({ hasText: "La cour en hiver" }).getByRole("link", { name: "Deux images" })).toBeVisible();
  await isAccessible(maud);
  await maud.getByRole("button", { name: "Supprimer cette image" }).click();
  await expect(maud.getByText("L’image est supprimée.")).toBeVisible();
  await expect(maud.locator(".picture-row")).toHaveCount(1);
});
