// Who comes in and who goes out: by invitation, by a list, by a card; with a new password, and from another browser.
import type { Locator, Page } from "@playwright/test";
import { codes, email, password, places } from "../demo";
import { expect, isAccessible, test, type Site } from "../server";
import { enterCard, person, phone, refusal } from "../steps";

test.use({ demo: true });

/** Opens the link in the next mail to this address. */
async function follow(page: Page, site: Site, to: string, subject: RegExp): Promise<string> {
  const link = (await site.mail(to, subject)).text.match(/https?:\/\/\S+/)![0];
  await page.goto(link);
  return link;
}

/** The table of a college on the members' page. */
const college = (page: Page, name: string): Locator => page.getByRole("region", { name, exact: true });

async function signInWith(page: Page, key: string, words: string) {
  await page.goto("/sign-in");
  await page.getByLabel("Adresse e-mail").fill(email(key));
  await page.getByLabel("Mot de passe").fill(words);
  await page.locator("main").getByRole("button", { name: "Se connecter" }).click();
}

/** Sends a list of people as a spreadsheet saves it, and asks what it would do. */
async function sendList(page: Page, members: string, lines: string[]) {
  await page.goto(members);
  await page.getByText("Importer une liste", { exact: true }).click();
  const text = `\uFEFF${lines.join("\r\n")}\r\n`;
  await page.getByLabel("Fichier CSV").setInputFiles({ name: "membres.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Voir avant d’importer" }).click();
}

test("a professional comes by invitation, into the right college, once @plain @both", async ({ browser, site }) => {
  const maud = await person(browser, "maud");
  const { process } = await places(maud);
  const members = `${process}/members`;
  const invite = async (address: string) => {
    await maud.goto(members);
    await maud.getByText("Inviter une personne", { exact: true }).click();
    await maud.getByLabel("Nom", { exact: true }).fill("Noémie Astruc");
    await maud.getByLabel("Adresse e-mail").fill(address);
    await maud.getByLabel("Collège ou fonction").selectOption({ label: "Professionnels" });
    await maud.getByRole("textbox", { name: /^Organisation/ }).fill("PMI de Fontevoire");
    await maud.getByLabel("Fonction dans l’organisation").fill("puéricultrice");
    await maud.getByRole("button", { name: "Inviter", exact: true }).click();
  };
  const row = college(maud, "Professionnels").getByRole("row", { name: /Noémie Astruc/ });

  await invite("noemie@demo");
  await expect(refusal(maud).getByRole("link")).toHaveText([/Cette adresse e-mail n’est pas complète/]);
  await expect(maud.getByLabel("Fonction dans l’organisation")).toHaveValue("puéricultrice");
  await expect(maud.getByLabel("Collège ou fonction").getByRole("option", { selected: true })).toHaveText("Professionnels");
  await expect(row).toHaveCount(0);
  await invite(email("noemie"));
  await expect(maud.getByText("L’invitation est partie.")).toBeVisible();
  await expect(row.getByRole("cell")).toHaveText([email("noemie"), "puéricultrice, PMI de Fontevoire", "invitation envoyée"]);
  // Who has not come is not counted.
  await maud.goto(process);
  await expect(maud.locator(".count")).toContainText([/Familles\s*42/, /Professionnels\s*12/, /Élus\s*6/]);

  const noemie = await (await browser.newContext(phone)).newPage();
  const link = await follow(noemie, site, email("noemie"), /Invitation à participer : Une crèche éphémère/);
  await expect(noemie.getByText("Bonjour Noémie Astruc.")).toBeVisible();
  await isAccessible(noemie);
  await noemie.getByLabel("Mot de passe").fill("court");
  await noemie.getByRole("button", { name: "Je participe" }).click();
  await expect(refusal(noemie).getByRole("link")).toHaveText([/Le mot de passe doit compter au moins \d+ caractères/]);
  await noemie.getByLabel("Mot de passe").fill(password);
  await noemie.getByRole("button", { name: "Je participe" }).click();
  await expect(noemie).toHaveURL(new RegExp(`${process}$`));
  await noemie.goto("/account");
  await expect(noemie.locator(".item").filter({ hasText: "Une crèche éphémère" })).toContainText("Professionnels");
  await expect(noemie.getByText("n’est pas encore confirmée")).toHaveCount(0);
  expect((await noemie.goto(link))!.status()).toBe(409);
  await expect(noemie.getByText("Ce lien a déjà servi, ou son temps est passé.")).toBeVisible();

  await maud.goto(members);
  await expect(row.getByRole("cell").last()).toHaveText("participe");
  await maud.goto(process);
  await expect(maud.locator(".count")).toContainText([/Familles\s*42/, /Professionnels\s*13/, /Élus\s*6/]);
  await invite(email("noemie"));
  await expect(refusal(maud).getByRole("link")).toHaveText(["Cette personne participe déjà."]);
});

test("a list with a bad line imports nobody, a good one imports everybody @plain @both", async ({ browser, site }) => {
  const maud = await person(browser, "maud");
  const members = `${(await places(maud)).process}/members`;
  const header = "Nom;Courriel;Collège;Organisation;Fonction";
  const awa = `Awa Sissoko;${email("awa")};Familles;;`;
  const ronan = `"Ronan ""le Grand"" Kerdoncuff";${email("ronan")};professionnels;"Halte-garderie; Fontevoire";directeur`;
  const paule = `Paule Ménard;${email("paule").toUpperCase()};élue;Mairie de Fontevoire;conseillère`;
  const people = ["awa", "ronan", "paule"];

  await sendList(maud, members, [header, awa, `Ronan Kerdoncuff;ronan-demo.example;professionnels;;`, "", `Paule Ménard;${email("paule")};conseil;;`, `;${email("awa")};Familles;;`]);
  await expect(refusal(maud).getByRole("listitem")).toHaveText([
    "Ligne 3, colonne Courriel : adresse e-mail incomplète.",
    "Ligne 5, colonne Collège : « conseil » n’est pas un collège de cette démarche.",
    "Ligne 6, colonne Nom : la case est vide.",
    "Ligne 6, colonne Courriel : cette adresse est déjà à la ligne 2.",
  ]);
  await expect(maud.getByRole("button", { name: /^Importer et inviter/ })).toHaveCount(0);
  await isAccessible(maud);
  await sendList(maud, members, ["Nom;Courriel;Téléphone", "Awa;awa@demo.example;06"]);
  await expect(refusal(maud).getByRole("link")).toHaveText(["Ligne 1 : il manque une colonne « collège ».", "Ligne 1 : la colonne « Téléphone » n’est pas prévue. Retirez-la : nous ne gardons que ce qui sert."]);
  await maud.goto(members);
  for (const key of people) await expect(maud.getByText(email(key))).toHaveCount(0);

  await sendList(maud, members, [header, awa, ronan, "", paule, `Nadège;${email("nadege")};Familles;;`]);
  const preview = maud.getByRole("region", { name: "Avant d’importer" }).getByRole("row");
  await expect(maud.getByText("La liste est bonne. 3 personnes vont recevoir une invitation.")).toBeVisible();
  const cells = await Promise.all((await preview.all()).slice(1).map((row) => row.locator("th, td").allTextContents()));
  expect(cells.map((row) => row.map((cell) => cell.trim()))).toEqual([
    ["2", "Awa Sissoko", email("awa"), "Familles", "", "invitation par e-mail"],
    ["3", 'Ronan "le Grand" Kerdoncuff', email("ronan"), "Professionnels", "directeur, Halte-garderie; Fontevoire", "invitation par e-mail"],
    ["5", "Paule Ménard", email("paule"), "Élus", "conseillère, Mairie de Fontevoire", "invitation par e-mail"],
    ["6", "Nadège", email("nadege"), "Familles", "", "déjà membre, rien ne change"],
  ]);
  await isAccessible(maud);
  // Looking is not importing.
  const other = await maud.context().newPage();
  await other.goto(members);
  for (const key of people) await expect(other.getByText(email(key))).toHaveCount(0);
  await maud.getByRole("button", { name: "Importer et inviter 3 personnes" }).click();
  await expect(maud.getByText("La liste est importée et les invitations sont parties.")).toBeVisible();
  for (const [name, key, what] of [
    ["Familles", "awa", ""],
    ["Professionnels", "ronan", "directeur, Halte-garderie; Fontevoire"],
    ["Élus", "paule", "conseillère, Mairie de Fontevoire"],
  ]) {
    const row = college(maud, name).getByRole("row").filter({ hasText: email(key) });
    await expect(row.getByRole("cell")).toHaveText([email(key), what, "invitation envoyée"]);
  }
  await expect(college(maud, "Professionnels").getByRole("row").filter({ hasText: email("nadege") })).toContainText("participe");

  const links = new Map<string, string>();
  for (const key of people) links.set(key, (await site.mail(email(key), /Invitation à participer/)).text.match(/https?:\/\/\S+\/invitation\/\S+/)![0]);
  expect(new Set(links.values()).size).toBe(3);
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(links.get("paule")!);
  await guest.getByLabel("Mot de passe").fill(password);
  await guest.getByRole("button", { name: "Je participe" }).click();
  await expect(guest.getByRole("heading", { level: 1 })).toContainText("Une crèche éphémère");
  await guest.goto("/account");
  await expect(guest.locator(".item").filter({ hasText: "Une crèche éphémère" })).toContainText("Élus");
  await maud.goto(members);
  await expect(college(maud, "Élus").getByRole("row").filter({ hasText: email("paule") })).toContainText("participe");
  // One mail each, and none for the list that was refused nor for who is a member already.
  expect(site.mails).toEqual([]);
});

test("a forgotten password, a session left open elsewhere @plain @both", async ({ browser, site }) => {
  const nadege = await person(browser, "nadege");
  const elsewhere = await person(browser, "nadege");
  const claire = await person(browser, "claire");
  const fresh = await (await browser.newContext()).newPage();
  const words = "trois tilleuls et une chaise";

  await fresh.goto("/sign-in");
  await fresh.getByRole("link", { name: "J’ai oublié mon mot de passe" }).click();
  await fresh.getByLabel("Adresse e-mail").fill(email("nadege"));
  await fresh.getByRole("button", { name: "Envoyer le lien" }).click();
  await expect(fresh.getByRole("heading", { level: 1, name: "Regardez vos e-mails" })).toBeVisible();
  const link = await follow(fresh, site, email("nadege"), /Choisir un nouveau mot de passe/);
  await isAccessible(fresh);
  await fresh.getByLabel("Mot de passe").fill(email("nadege"));
  await fresh.getByRole("button", { name: "Enregistrer ce mot de passe" }).click();
  await expect(refusal(fresh).getByRole("link")).toHaveText(["Le mot de passe ne peut pas être votre adresse e-mail."]);
  await fresh.getByLabel("Mot de passe").fill(words);
  // Nothing has changed yet.
  expect((await nadege.goto("/account"))!.status()).toBe(200);
  await fresh.getByRole("button", { name: "Enregistrer ce mot de passe" }).click();
  await expect(fresh.getByText("Votre nouveau mot de passe est enregistré. Connectez-vous.")).toBeVisible();
  for (const page of [nadege, elsewhere]) expect((await page.goto("/account"))!.status()).toBe(401);
  expect((await claire.goto("/account"))!.status()).toBe(200);
  expect((await fresh.goto(link))!.status()).toBe(409);
  await signInWith(fresh, "nadege", password);
  await expect(refusal(fresh)).toContainText("L’adresse ou le mot de passe ne correspond pas.");
  await expect(fresh.getByLabel("Adresse e-mail")).toHaveValue(email("nadege"));
  await expect(fresh.getByLabel("Mot de passe")).toHaveValue("");
  for (const page of [fresh, elsewhere]) {
    await signInWith(page, "nadege", words);
    await expect(page).not.toHaveURL(/sign-in/);
  }

  await fresh.goto("/account");
  await fresh.getByRole("button", { name: "Fermer toutes mes sessions" }).click();
  await expect(fresh.getByText("Toutes vos sessions sont fermées.")).toBeVisible();
  for (const page of [fresh, elsewhere]) {
    expect((await page.goto("/account"))!.status()).toBe(401);
    await expect(page.getByRole("heading", { level: 1, name: "Connectez-vous pour continuer" })).toBeVisible();
  }
  expect((await claire.goto("/account"))!.status()).toBe(200);

  // Somebody without an account is told so by mail, and by nothing on the page.
  await fresh.goto("/forgot");
  await fresh.getByLabel("Adresse e-mail").fill(email("personne"));
  await fresh.getByRole("button", { name: "Envoyer le lien" }).click();
  await expect(fresh.getByRole("heading", { level: 1, name: "Regardez vos e-mails" })).toBeVisible();
  expect((await site.mail(email("personne"), /Aucun compte à cette adresse/)).text).not.toContain("/reset/");
});

test("a card that was withdrawn opens nothing any more @plain @both", async ({ browser, site }) => {
  const cards = codes(site);
  const amina = await (await browser.newContext(phone)).newPage();
  await enterCard(amina, cards.get("Amina")!);
  await amina.goto("/account");
  await expect(amina.getByText("Vous participez avec une carte.")).toBeVisible();
  const kevin = await (await browser.newContext(phone)).newPage();
  await enterCard(kevin, cards.get("Kévin")!);

  const maud = await person(browser, "maud");
  await maud.goto(`${(await places(maud)).process}/members`);
  await maud.getByRole("link", { name: "Cartes", exact: true }).click();
  await expect(maud.getByRole("heading", { level: 1, name: "Cartes" })).toBeVisible();
  const withdraw = async (typed: string) => {
    await maud.getByLabel("Numéro ou code de la carte").fill(typed);
    await maud.getByRole("button", { name: "Retirer cette carte" }).click();
  };
  const counts = () => maud.getByRole("row").locator("td.num").allTextContents().then((cells) => cells.map(Number));
  const before = await counts();
  // A slip of the pen withdraws nobody's card.
  await withdraw("99999");
  await expect(refusal(maud).getByRole("link")).toHaveText([/Aucune carte en service n’a ce numéro/]);
  await expect(maud.getByLabel("Numéro ou code de la carte")).toHaveValue("99999");
  expect(await counts()).toEqual(before);
  await withdraw(cards.get("Amina")!.toLowerCase());
  await expect(maud.getByText("La carte est retirée.")).toBeVisible();
  const after = await counts();
  // Of one batch: one card fewer in use, one more withdrawn.
  expect(after.map((n, at) => n - before[at]).filter((change) => change !== 0)).toEqual([-1, 1]);
  await isAccessible(maud);

  expect((await amina.goto("/my-word"))!.status()).toBe(401);
  await amina.goto("/card");
  await amina.getByLabel("Code de la carte").fill(cards.get("Amina")!);
  await amina.getByRole("button", { name: "Entrer", exact: true }).click();
  await expect(refusal(amina).getByRole("link")).toHaveText([/Ce code n’ouvre rien/]);
  expect((await kevin.goto("/my-word"))!.status()).toBe(200);
  await enterCard(await (await browser.newContext(phone)).newPage(), cards.get("Kévin")!);
  await withdraw(cards.get("Amina")!);
  await expect(refusal(maud).getByRole("link")).toHaveText([/Aucune carte en service n’a ce numéro/]);
});
