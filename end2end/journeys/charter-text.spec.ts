// The words of a charter: out of a word processor's file, read with their marks and definitions, and into every format again.
import { readFileSync } from "node:fs";
import { expect, isAccessible, test } from "../server";
import { draftRound, openRound, person } from "../steps";

test.use({ demo: true });

test("a file becomes a charter with chapters, notes and definitions, and every format comes back @plain", async ({ browser }) => {
  test.setTimeout(240_000);
  const [maud, lucie] = [await person(browser, "maud"), await person(browser, "lucie")];
  await lucie.setViewportSize({ width: 320, height: 700 });
  const round = await draftRound(maud, /charte/, "Charte des appels", "Réponses avec le nom");

  await maud.goto(`${round}/edit`);
  await maud.getByLabel("Fichier Markdown, DOCX ou ODT").setInputFiles("files/charte.docx");
  await maud.getByRole("button", { name: "Reprendre ce texte" }).click();
  const lost = maud.getByRole("region", { name: "Ce qui n’est pas repris" });
  await expect(lost).toContainText("1 tableau");
  await expect(lost).toContainText("1 image");
  await expect(lost).toContainText("1 passage souligné");
  await expect(lost).not.toContainText("note de bas de page");
  await isAccessible(maud);
  await maud.goto(`${round}/edit`);
  await expect(maud.locator(".chapter-title")).toHaveText(["Appeler", "Garder"]);
  await expect(maud.locator(".builder-label a")).toHaveText(["Appeler les familles", "Dire ce qui est noté", "Garder le secret"]);

  // A word gets its meaning; a chapter takes its articles along; an article goes into another chapter.
  await maud.locator("summary").filter({ hasText: "Ajouter un mot" }).click();
  await maud.getByLabel("Mot ou expression").fill("famille");
  await maud.getByLabel("Ce qu’il veut dire dans cette charte").fill("Toute personne qui *élève* un enfant.");
  await maud.getByRole("button", { name: "Ajouter un mot" }).click();
  await maud.getByRole("button", { name: "Descendre le chapitre : Appeler" }).click();
  await expect(maud.locator(".chapter-title")).toHaveText(["Garder", "Appeler"]);
  await expect(maud.locator(".builder-label a").first()).toHaveText("Garder le secret");
  const noted = maud.locator(".builder-row").filter({ hasText: "Dire ce qui est noté" });
  await noted.locator("summary").click();
  await noted.getByLabel("Chapitre de cet article").selectOption({ label: "Garder" });
  await noted.getByRole("button", { name: "Mettre l’article dans ce chapitre" }).click();
  await expect(maud.locator(".builder-kind")).toHaveText([/^Article 1 /, /^Article 2 /, /^Article 3 /]);
  await expect(maud.locator(".builder-label a")).toHaveText(["Garder le secret", "Dire ce qui est noté", "Appeler les familles"]);
  await isAccessible(maud);

  // What is typed is seen as it will read, and kept.
  await maud.getByRole("link", { name: "Garder le secret" }).click();
  const text = "Le secret de chaque [[famille]] est gardé, avec son [[dossier]].\n\n1. un\n2. deux";
  await maud.getByLabel("Texte de l’article").fill(text);
  await maud.getByRole("button", { name: "Aperçu" }).click();
  const preview = maud.getByRole("region", { name: "Ce que les gens liront" });
  await expect(preview.getByRole("link", { name: "famille" })).toBeVisible();
  await expect(preview.getByRole("listitem")).toHaveText(["un", "deux"]);
  await expect(maud.getByText("Ce mot n’a pas encore de définition : « dossier »")).toBeVisible();
  await expect(maud.getByLabel("Texte de l’article")).toHaveValue(text);
  await isAccessible(maud);
  await maud.getByLabel("Pourquoi cette version").fill("Plus clair.");
  await maud.getByRole("button", { name: "Enregistrer la nouvelle version" }).click();
  await expect(maud.getByRole("region", { name: "Les mots utilisés ici" })).toContainText("qui élève un enfant");
  await openRound(maud, round);

  // On a phone: a chapter, a note and its way back, a word and its meaning.
  await lucie.goto(round);
  await expect(lucie.getByRole("heading", { level: 2, name: "Appeler" })).toBeVisible();
  await expect(lucie.getByRole("heading", { level: 3, name: "Garder le secret" })).toBeVisible();
  await expect(lucie.locator(".article").filter({ hasText: "Appeler les familles" }).locator("strong")).toHaveText("toujours");
  await lucie.getByRole("link", { name: "Note 1", exact: true }).first().click();
  await expect(lucie.locator(".notes li:target")).toContainText("Sauf le dimanche.");
  await lucie.getByRole("link", { name: "Revenir au texte, note 1" }).first().click();
  await lucie.locator(".article-text").getByRole("link", { name: "famille" }).first().click();
  await expect(lucie.locator(".glossary > :target")).toContainText("Toute personne qui élève un enfant.");
  await expect(lucie.locator("body")).not.toContainText("[[");
  await isAccessible(lucie);

  await lucie.locator("summary").filter({ hasText: "Emporter la charte" }).click();
  for (const [format, start] of [["pdf", "%PDF-"], ["docx", "PK"], ["odt", "PK"], ["html", "<!DOCTYPE html>"], ["md", "---\npalabre: charter"]]) {
    const link = lucie.locator(`a[href$="charter.${format}"]`);
    const [download] = await Promise.all([lucie.waitForEvent("download"), link.click()]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${format}$`));
    expect(readFileSync((await download.path())!).toString("latin1").startsWith(start), format).toBe(true);
  }
});
