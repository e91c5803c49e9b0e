// A whole process, from an empty site to what became of everyone’s word: the four rounds, the three colleges, on cards and by invitation.
// One story, told in one file: its steps lean on one another, and apart each would need all that came before.
import type { Locator, Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { email, password, signIn } from "../demo";
import { expect, isAccessible, test, type Site } from "../server";
import { addQuestion, addSection, closeRound, csv, enterCard, figures, openRound, phone, publishRound, refusal } from "../steps";

const title = "Garder les enfants le samedi";
const idea = "Ouvrir le samedi matin";
const other = "Un lieu pour les jeux";
const article = "Des horaires pour chacun";
const story = "Je travaille le samedi, \"toujours\" ; sans relais.\n\nMerci, de lire jusqu’au bout.";
const decisions = {
  survey: "Nous retenons la garde du samedi : trois personnes sur quatre la demandent.",
  proposals: "Un samedi sur deux est retenu ; le lieu de jeux ne l’est pas, faute de salle.",
  charter: "La charte est adoptée : chaque collège accepte son article.",
  evaluation: "Les séances continuent, avec un second accueil.",
};
const colleges = ["Familles", "Professionnels", "Élus"];

// What each person says in each round; the pages and the files are checked against this.
const needs = [
  { who: "Mésange", college: "family", children: "3", care: "Crèche", urgency: "5", story },
  { who: "Bilal", college: "family", children: "1", care: "Aucun", urgency: "2", story: "" },
  { who: "Nadège", college: "professional", children: "0", care: "Crèche", urgency: "4", story: "" },
  { who: "Yves", college: "elected", children: "2", care: "Famille", urgency: "5", story: "Rien à ajouter." },
];
const votes = [
  { who: "Mésange", college: "family", on: idea, choice: "for", word: "Pour" },
  { who: "Bilal", college: "family", on: idea, choice: "for", word: "Pour" },
  { who: "Chipo", college: "family", on: idea, choice: "against", word: "Contre" },
  { who: "Nadège", college: "professional", on: idea, choice: "for", word: "Pour" },
  { who: "Yves", college: "elected", on: idea, choice: "abstain", word: "Je m’abstiens" },
  { who: "Mésange", college: "family", on: other, choice: "against", word: "Contre" },
  { who: "Nadège", college: "professional", on: other, choice: "against", word: "Contre" },
];
const stances = [
  { who: "Mésange", college: "family", stance: "consent", word: "Je suis d’accord", reason: "" },
  { who: "Bilal", college: "family", stance: "reservation", word: "D’accord, avec une réserve", reason: "À revoir dans un an." },
  { who: "Nadège", college: "professional", stance: "consent", word: "Je suis d’accord", reason: "" },
  { who: "Yves", college: "elected", stance: "consent", word: "Je suis d’accord", reason: "" },
];
const judgements = [
  { who: "Mésange", college: "family", face: "5", word: "Très satisfait", comment: "L’accueil, le matin, m’a aidée." },
  { who: "Bilal", college: "family", face: "2", word: "Plutôt insatisfait", comment: "" },
  { who: "Nadège", college: "professional", face: "4", word: "Plutôt satisfait", comment: "" },
  { who: "Yves", college: "elected", face: "4", word: "Plutôt satisfait", comment: "" },
];

/** Rows in an order of their own. */
const unordered = (rows: object[]) => rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();

async function invite(page: Page, process: string, name: string, key: string, place: string) {
  await page.goto(`${process}/members`);
  await page.getByText("Inviter une personne", { exact: true }).click();
  await page.getByLabel("Nom", { exact: true }).fill(name);
  await page.getByLabel("Adresse e-mail").fill(email(key));
  await page.getByLabel("Collège ou fonction").selectOption({ label: place });
  await page.getByRole("button", { name: "Inviter", exact: true }).click();
  await expect(page.getByText("L’invitation est partie.")).toBeVisible();
}

/** Opens the link in a mail. */
async function follow(page: Page, site: Site, key: string, subject: RegExp) {
  const mail = await site.mail(email(key), subject);
  await page.goto(mail.text.match(/https?:\/\/\S+\/(?:invitation|verify)\/\S+/)![0]);
}

async function accept(page: Page, site: Site, key: string) {
  await follow(page, site, key, /Invitation à participer/);
  await page.getByLabel("Mot de passe").fill(password);
  await page.getByRole("button", { name: "Je participe" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

/** Makes a batch of cards and reads their codes off the page that is printed. */
async function makeCards(page: Page, process: string, college: string, count: number, batch: string): Promise<string[]> {
  await page.goto(`${process}/codes`);
  await page.getByLabel("Collège", { exact: true }).selectOption({ label: college });
  await page.getByLabel("Nombre de cartes").fill(String(count));
  await page.getByLabel("Nom de la série").fill(batch);
  await page.getByRole("button", { name: "Fabriquer les cartes" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cartes à imprimer" })).toBeVisible();
  const codes = await page.locator(".access-card .access-code").allTextContents();
  expect(codes).toHaveLength(count);
  return codes;
}

async function draft(page: Page, process: string, kind: RegExp, words: string): Promise<string> {
  await page.goto(`${process}/new-round`);
  await page.getByRole("radio", { name: kind }).check();
  await page.getByLabel("Titre", { exact: true }).fill(words);
  await page.getByLabel("Présentation", { exact: true }).fill("Dites-nous ce qui compte pour vous.");
  await page.getByRole("radio", { name: "Réponses avec le nom" }).check();
  await page.getByRole("button", { name: "Créer le brouillon" }).click();
  await expect(page).toHaveURL(/\/r\/.*\/edit/);
  return new URL(page.url()).pathname.replace(/\/edit$/, "");
}

/** Adds an action or a criterion to an evaluation. */
async function addToFrame(page: Page, what: string, field: string, words: string) {
  await page.getByRole("link", { name: what }).click();
  await page.getByLabel(field, { exact: true }).fill(words);
  await page.locator(".builder").getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("link", { name: words, exact: true })).toBeVisible();
}

async function beginSurvey(page: Page, need: (typeof needs)[number]) {
  await page.getByLabel("Nombre d’enfants").fill(need.children);
  await page.getByRole("radio", { name: need.care, exact: true }).check();
  await page.getByRole("button", { name: "Suivant" }).click();
  await expect(page.getByText("Partie 2 sur 2")).toBeVisible();
}

async function finishSurvey(page: Page, need: (typeof needs)[number]) {
  await page.getByRole("radio", { name: new RegExp(`^${need.urgency}\\b`) }).check();
  await page.getByLabel("Votre histoire").fill(need.story);
  await page.getByRole("button", { name: "Vérifier mes réponses" }).click();
  await page.getByRole("button", { name: "Envoyer ma réponse" }).click();
  await expect(page.getByText("Merci, votre réponse compte.")).toBeVisible();
}

async function propose(page: Page, round: string, words: string, body: string): Promise<string> {
  await page.goto(round);
  await page.getByLabel("Votre idée en une phrase").fill(words);
  await page.getByLabel("Expliquez votre idée").fill(body);
  await page.getByRole("button", { name: "Envoyer ma proposition" }).click();
  const anyway = page.getByRole("button", { name: "Envoyer la mienne quand même" });
  await expect(page.getByRole("heading", { level: 1, name: words }).or(anyway).first()).toBeVisible();
  if (await anyway.isVisible()) await anyway.click();
  await expect(page.getByRole("heading", { level: 1, name: words })).toBeVisible();
  return new URL(page.url()).pathname;
}

async function vote(page: Page, proposal: string, word: string) {
  await page.goto(proposal);
  const button = page.locator(".vote").getByRole("button", { name: word });
  // Whether the page is sent or the island sends it, the vote has arrived before this goes on.
  await Promise.all([page.waitForResponse(/\/api\/proposals\/vote/), button.click()]);
  await expect(button).toHaveAttribute("aria-pressed", "true");
}

async function comment(page: Page, proposal: string, words: string) {
  await page.goto(proposal);
  await page.getByLabel("Votre commentaire").fill(words);
  await page.getByRole("button", { name: "Envoyer", exact: true }).click();
  await expect(page.locator(".comment").filter({ hasText: words })).toBeVisible();
}

/** Answers the proposal or the comment whose form this is. */
async function decide(page: Page, form: Locator, outcome: string, reason: string) {
  await form.getByRole("radio", { name: outcome, exact: true }).check();
  await form.getByLabel("Pourquoi ?").fill(reason);
  await form.getByRole("button", { name: "Enregistrer la réponse" }).click();
  await expect(page.locator(".decision").filter({ hasText: reason })).toContainText(outcome);
}

test("a whole process, from an empty site to the last decision @plain @both", async ({ browser, site, page: admin }) => {
  test.setTimeout(300_000);
  const newPage = async (options = {}) => (await browser.newContext(options)).newPage();
  const people: Record<string, Page> = {};
  const maud = await newPage();
  let process = "";
  const rounds = { survey: "", proposals: "", charter: "", evaluation: "" };
  let cards: string[] = [];

  await test.step("the administrator makes a territory, a process, and invites who runs it", async () => {
    site.command("admin", "create", "--email", email("gwenael"), "--name", "Gwenaël", "--password", password);
    await signIn(admin, "gwenael");
    await admin.goto("/new-process");
    await expect(admin.getByText("Il faut d’abord un territoire")).toBeVisible();
    await admin.goto("/admin");
    for (const [name, kind, parent] of [["Deux-Orées", "Département", "Aucun autre territoire"], ["Val-d’Orme", "Commune", "Deux-Orées"]]) {
      await admin.getByLabel("Nom", { exact: true }).fill(name);
      await admin.getByRole("radio", { name: kind }).check();
      await admin.getByLabel("Situé dans").selectOption({ label: parent });
      await admin.getByRole("button", { name: "Ajouter", exact: true }).click();
      await expect(admin.getByText("C’est enregistré.")).toBeVisible();
    }
    await admin.getByRole("link", { name: "Créer une démarche" }).click();
    await admin.getByLabel("Territoire").selectOption({ label: "Deux-Orées, Val-d’Orme" });
    await admin.getByLabel("Titre", { exact: true }).fill(title);
    await admin.getByLabel("Présentation", { exact: true }).fill("Qui garde les enfants quand on travaille le samedi ?");
    await admin.getByRole("radio", { name: "Les membres seulement" }).check();
    await admin.getByLabel("Familles").fill("30");
    await admin.getByRole("button", { name: "Créer la démarche" }).click();
    await expect(admin.getByRole("heading", { level: 1, name: title })).toBeVisible();
    process = new URL(admin.url()).pathname;
    await admin.goto("/admin");
    await expect(admin.getByText("Personne n’anime encore cette démarche.")).toBeVisible();
    await invite(admin, process, "Maud Kerbrat", "maud", "Animation");
    await accept(maud, site, "maud");
    await admin.goto("/admin");
    await expect(admin.getByText("Personne n’anime encore cette démarche.")).toHaveCount(0);
  });

  await test.step("the facilitator drafts the four rounds", async () => {
    rounds.survey = await draft(maud, process, /Enquête/, "Vos besoins");
    await addSection(maud, "Votre famille");
    await addQuestion(maud, "Votre famille", "Nombre", "Nombre d’enfants", { "Plus grand nombre": "12" }, true);
    await addQuestion(maud, "Votre famille", "Choix unique", "Mode de garde", { "Réponses possibles": "Crèche\nFamille\nAucun" }, true);
    await addSection(maud, "Votre avis");
    await addQuestion(maud, "Votre avis", "Échelle", "Urgence", { "Mots du premier degré": "Peut attendre", "Mots du dernier degré": "Très urgent" }, true);
    await addQuestion(maud, "Votre avis", "Réponse libre", "Votre histoire");
    rounds.proposals = await draft(maud, process, /Propositions/, "Vos idées");
    rounds.charter = await draft(maud, process, /charte/, "Notre charte");
    await maud.locator("form").filter({ hasText: "Texte de l’article" }).getByLabel("Titre", { exact: true }).fill(article);
    await maud.getByLabel("Texte de l’article").fill("Les séances du samedi ont lieu le matin.");
    await maud.getByRole("button", { name: "Ajouter un article" }).click();
    await expect(maud.getByRole("link", { name: article })).toBeVisible();
    rounds.evaluation = await draft(maud, process, /Évaluation/, "Le bilan");
    await addToFrame(maud, "Ajouter une action", "Nom de l’action", "Séances du samedi");
    await addToFrame(maud, "Ajouter un critère", "Critère", "Accueil");
  });

  await test.step("cards are printed, once", async () => {
    cards = await makeCards(maud, process, "Familles", 4, "Marché du samedi");
    expect(new Set(cards).size).toBe(4);
    await isAccessible(maud);
    await maud.emulateMedia({ media: "print" });
    const printed = maud.locator(".access-card");
    for (const [at, code] of cards.entries()) {
      expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
      await expect(printed.nth(at)).toContainText(title);
      await expect(printed.nth(at)).toContainText(`Tapez ${site.url.replace("http://", "")}/card`);
      await expect(printed.nth(at)).toContainText(`Carte n° ${at + 1}`);
      await expect(printed.nth(at).getByRole("img", { name: "Code à viser avec un téléphone" })).toBeVisible();
    }
    await expect(maud.getByRole("heading", { name: "Cartes à imprimer" })).toBeHidden();
    await maud.emulateMedia({ media: "screen" });
    await maud.getByRole("link", { name: "Les cartes sont imprimées" }).click();
    expect(await maud.content()).not.toContain(cards[0]);
    await expect(maud.getByRole("row", { name: /Marché du samedi/ }).getByRole("cell")).toHaveText(["Familles", "1 à 4", "4", "0", "0"]);
  });

  await test.step("everyone comes in: families and a professional by card, an elected official by invitation", async () => {
    await openRound(maud, rounds.survey);
    const [professional] = await makeCards(maud, process, "Professionnels", 1, "Crèche du Bourg");
    for (const [at, name] of ["Mésange", "Bilal", "Chipo"].entries()) people[name] = await newPage(phone);
    // As it is scanned, as it is typed by someone in a hurry, and as it is written.
    await people["Mésange"].goto(`/card?code=${cards[0]}`);
    await people["Mésange"].getByRole("button", { name: "Entrer", exact: true }).click();
    await expect(people["Mésange"].getByText("C’est la première fois que cette carte sert.")).toBeVisible();
    await people["Mésange"].getByLabel("Votre prénom, ou un surnom").fill("Mésange");
    await isAccessible(people["Mésange"]);
    await people["Mésange"].getByRole("button", { name: "Commencer" }).click();
    await enterCard(people["Bilal"], cards[1].toLowerCase().replaceAll("-", " "), "Bilal");
    await enterCard(people["Chipo"], cards[2], "Chipo");
    people["Nadège"] = await newPage();
    await enterCard(people["Nadège"], professional, "Nadège");
    await invite(maud, process, "Yves", "yves", "Élus");
    people["Yves"] = await newPage();
    await accept(people["Yves"], site, "yves");
    await maud.goto(process);
    await expect(maud.locator(".count")).toContainText([/Familles\s*3/, /Professionnels\s*1/, /Élus\s*1/]);
    await maud.goto(`${process}/members`);
    await expect(maud.getByRole("row", { name: /Mésange/ })).toContainText("par carte");
    await expect(maud.getByRole("row", { name: /Yves/ })).toContainText(email("yves"));
    // What is not announced is not there yet.
    expect((await people["Mésange"].request.get(rounds.charter)).status()).toBe(404);
  });

  await test.step("a family leaves in the middle of the survey, and comes back on another telephone as the same person", async () => {
    const first = people["Mésange"];
    await first.goto(process);
    await first.getByRole("link", { name: "Répondre à l’enquête" }).first().click();
    await beginSurvey(first, needs[0]);
    await first.context().close();

    const again = (people["Mésange"] = await newPage(phone));
    await enterCard(again, cards[0]);
    await expect(again.locator(".account summary")).toHaveText("Mésange");
    await again.goto(rounds.survey);
    await expect(again.getByText("Votre brouillon est revenu")).toBeVisible();
    await again.getByRole("button", { name: "Précédent" }).click();
    await expect(again.getByLabel("Nombre d’enfants")).toHaveValue("3");
    await expect(again.getByRole("radio", { name: "Crèche" })).toBeChecked();
    await again.getByRole("button", { name: "Suivant" }).click();
    await finishSurvey(again, needs[0]);
  });

  await test.step("the survey: everyone answers, the round is closed and published, the figures are those that were given", async () => {
    for (const need of needs.slice(1)) {
      await people[need.who].goto(rounds.survey);
      await beginSurvey(people[need.who], need);
      await finishSurvey(people[need.who], need);
    }
    await closeRound(maud, rounds.survey);
    await maud.getByRole("button", { name: "Publier les résultats" }).click();
    await expect(refusal(maud).getByRole("link")).toHaveText([/\s: ce champ est à remplir\.$/]);
    await publishRound(maud, rounds.survey, decisions.survey);
    // Who has not answered reads them too.
    const chipo = people["Chipo"];
    await chipo.goto(`${rounds.survey}/results`);
    await expect(chipo.getByText(decisions.survey)).toBeVisible();
    expect(await figures(chipo, "Participation par collège")).toEqual([
      ["Collège", "Ont pris part", "Membres"],
      ["Familles", "2", "3"],
      ["Professionnels", "1", "1"],
      ["Élus", "1", "1"],
    ]);
    expect(await figures(chipo, "Nombre d’enfants")).toEqual([
      ["Réponse", ...colleges],
      ["0", "0 (0 %)", "1 (100 %)", "0 (0 %)"],
      ["1", "1 (50 %)", "0 (0 %)", "0 (0 %)"],
      ["2", "0 (0 %)", "0 (0 %)", "1 (100 %)"],
      ["3", "1 (50 %)", "0 (0 %)", "0 (0 %)"],
      ["Ont répondu", "2", "1", "1"],
    ]);
    expect(await figures(chipo, "Mode de garde")).toEqual([
      ["Réponse", ...colleges],
      ["Crèche", "1 (50 %)", "1 (100 %)", "0 (0 %)"],
      ["Famille", "0 (0 %)", "0 (0 %)", "1 (100 %)"],
      ["Aucun", "1 (50 %)", "0 (0 %)", "0 (0 %)"],
      ["Ont répondu", "2", "1", "1"],
    ]);
    expect(await figures(chipo, "Urgence")).toEqual([
      ["Collège", "1 (Peut attendre)", "2", "3", "4", "5 (Très urgent)"],
      ["Familles", "0", "1", "0", "0", "1"],
      ["Professionnels", "0", "0", "0", "1", "0"],
      ["Élus", "0", "0", "0", "0", "1"],
    ]);
    await expect(chipo.locator("#q4 blockquote")).toContainText([/Je travaille le samedi, "toujours" ; sans relais\..*Merci, de lire/s, "Rien à ajouter."]);
    await isAccessible(chipo);
  });

  const proposals: Record<string, string> = {};
  await test.step("the proposals: two ideas, votes, comments, answers with their reasons", async () => {
    await openRound(maud, rounds.proposals);
    proposals[idea] = await propose(people["Mésange"], rounds.proposals, idea, "Le marché est le samedi.\nNous pourrions y aller.");
    proposals[other] = await propose(people["Bilal"], rounds.proposals, other, "Avec une armoire, et des tapis.");
    for (const { who, on, word } of votes) await vote(people[who], proposals[on], word);
    await comment(people["Nadège"], proposals[idea], "Deux collègues sont prêtes.");
    await comment(people["Mésange"], proposals[other], "Quelle salle, et quand ?");
    await people["Bilal"].goto("/my-word");
    await expect(people["Bilal"].locator(".item").filter({ hasText: other })).toContainText("Réponse attendue");

    await maud.goto(proposals[idea]);
    await maud.getByText("Répondre à cette proposition").click();
    await decide(maud, maud.locator("#form-decide"), "Retenu en partie", "Un samedi sur deux, pour commencer.");
    await maud.goto(proposals[other]);
    await maud.locator(".comment").getByRole("link", { name: "Donner une suite ou masquer" }).click();
    await decide(maud, maud.locator(".comment"), "Non retenu", "Aucune salle n’est libre.");
    await closeRound(maud, rounds.proposals);
    await publishRound(maud, rounds.proposals, decisions.proposals);
    const yves = people["Yves"];
    await yves.goto(`${rounds.proposals}/results`);
    await expect(yves.getByText(decisions.proposals)).toBeVisible();
    expect(await figures(yves, `Votes sur « ${idea} »`)).toEqual([
      ["Collège", "Pour", "Contre", "Je m’abstiens"],
      ["Familles", "2", "1", "0"],
      ["Professionnels", "1", "0", "0"],
      ["Élus", "0", "0", "1"],
    ]);
    expect(await figures(yves, `Votes sur « ${other} »`)).toEqual([
      ["Collège", "Pour", "Contre", "Je m’abstiens"],
      ["Familles", "0", "1", "0"],
      ["Professionnels", "0", "1", "0"],
      ["Élus", "0", "0", "0"],
    ]);
    await expect(yves.locator(".item").filter({ hasText: idea })).toContainText(/En tout\s:\s*3\s*pour\s*1\s*contre\s*1\s*sans avis/);
  });

  let articlePage = "";
  await test.step("the charter: each college takes its stance, and ratifies", async () => {
    await openRound(maud, rounds.charter);
    await maud.goto(rounds.charter);
    articlePage = (await maud.locator('a[href^="/article/"]').first().getAttribute("href"))!.split("#")[0];
    for (const { who, word, reason } of stances) {
      await people[who].goto(articlePage);
      await people[who].getByRole("radio", { name: word }).check();
      await people[who].getByLabel("Votre raison").fill(reason);
      await people[who].getByRole("button", { name: "Enregistrer ma position" }).click();
      await expect(people[who].getByRole("status").filter({ hasText: "Votre position" })).toBeVisible();
    }
    await closeRound(maud, rounds.charter);
    await publishRound(maud, rounds.charter, decisions.charter);
    const nadege = people["Nadège"];
    await nadege.goto(`${rounds.charter}/results`);
    await expect(nadege.getByText("La charte est ratifiée : chaque collège accepte son article.")).toBeVisible();
    await expect(nadege.getByText(decisions.charter)).toBeVisible();
    expect(await figures(nadege, "Positions sur l’article 1, par collège")).toEqual([
      ["Collège", "D’accord", "D’accord avec une réserve", "Objection", "Abstention"],
      ["Familles", "1", "1", "0", "0"],
      ["Professionnels", "1", "0", "0", "0"],
      ["Élus", "1", "0", "0", "0"],
    ]);
  });

  await test.step("the evaluation: everyone says how it went", async () => {
    await openRound(maud, rounds.evaluation);
    for (const { who, word, comment } of judgements) {
      const page = people[who];
      await page.goto(rounds.evaluation);
      await page.getByRole("group", { name: "Accueil" }).getByRole("radio", { name: word }).check();
      await page.locator("textarea").fill(comment);
      await page.getByRole("button", { name: "Vérifier mes réponses" }).click();
      await page.getByRole("button", { name: "Envoyer ma réponse" }).click();
      await expect(page.getByText("Merci, votre réponse compte.")).toBeVisible();
    }
    await closeRound(maud, rounds.evaluation);
    await publishRound(maud, rounds.evaluation, decisions.evaluation);
    const bilal = people["Bilal"];
    await bilal.goto(`${rounds.evaluation}/results`);
    await expect(bilal.getByText(decisions.evaluation)).toBeVisible();
    expect(await figures(bilal, "Accueil")).toEqual([
      ["Collège", "Très insatisfait", "Plutôt insatisfait", "Ni l’un ni l’autre", "Plutôt satisfait", "Très satisfait"],
      ["Familles", "0", "1", "0", "0", "1"],
      ["Professionnels", "0", "0", "0", "1", "0"],
      ["Élus", "0", "0", "0", "1", "0"],
    ]);
    await expect(bilal.locator("blockquote")).toHaveText(judgements[0].comment);
    await bilal.goto(process);
    for (const decision of Object.values(decisions)) await expect(bilal.getByText(decision)).toBeVisible();
  });

  await test.step("my word says what became of each contribution", async () => {
    const mine = people["Mésange"];
    await mine.goto("/my-word");
    await isAccessible(mine);
    const step = (round: string) => mine.locator(".trace-step").filter({ has: mine.getByRole("heading", { level: 3, name: round }) });
    const said = (round: string, words: string) => step(round).locator(".item").filter({ hasText: words });
    for (const [round, decision] of [["Vos besoins", decisions.survey], ["Vos idées", decisions.proposals], ["Notre charte", decisions.charter], ["Le bilan", decisions.evaluation]]) {
      await expect(step(round)).toContainText("Publié");
      await expect(step(round)).toContainText(decision);
    }
    await expect(step("Vos besoins")).toContainText("Vous avez répondu.");
    await expect(step("Le bilan")).toContainText("Vous avez répondu.");
    await expect(step("Vos idées")).toContainText("Vous avez voté sur 2 propositions.");
    await expect(said("Vos idées", idea)).toContainText(/Retenu en partie.*Un samedi sur deux, pour commencer\./s);
    await expect(said("Vos idées", `Sur « ${other} »`)).toContainText(/Quelle salle, et quand \?.*Non retenu.*Aucune salle n’est libre\./s);
    await expect(said("Notre charte", article)).toContainText("Votre position : vous consentez");
    // What nobody answered by itself has the round's decision for an answer.
    await people["Bilal"].goto("/my-word");
    await expect(people["Bilal"].locator(".item").filter({ hasText: other })).toContainText("Pas de réponse à part : la décision du tour vaut réponse.");
    await people["Chipo"].goto("/my-word");
    await expect(people["Chipo"].locator(".trace-step")).toHaveCount(1);
    await expect(people["Chipo"].locator(".trace-step")).toContainText("Vous avez voté sur 1 proposition.");
  });

  await test.step("a researcher takes away what was said, and no name", async () => {
    const ines = await newPage();
    await invite(maud, process, "Inès Vidal", "ines", "Recherche");
    await accept(ines, site, "ines");
    await ines.getByRole("link", { name: "Recherche" }).click();
    const file = async (round: string, table: string) => {
      const link = ines.locator(".item").filter({ hasText: round }).getByRole("link", { name: table, exact: true });
      const [download] = await Promise.all([ines.waitForEvent("download"), link.click()]);
      const text = readFileSync(await download.path(), "utf8");
      for (const name of Object.keys(people)) expect(text).not.toContain(name);
      return csv(text);
    };
    /** Without the pseudonym, of which each person has one. */
    const pseudonymous = (rows: Record<string, string>[]) => {
      expect(new Set(rows.map((row) => row.person)).size).toBe(rows.length);
      return rows.map(({ person, ...row }) => row);
    };
    const codes: Record<string, string> = { Crèche: "creche", Famille: "famille", Aucun: "aucun" };
    expect(unordered(pseudonymous(await file("Vos besoins", "Réponses")))).toEqual(
      unordered(needs.map(({ college, children, care, urgency, story }) => ({ college, nombre_d_enfants: children, mode_de_garde: codes[care], urgence: urgency, votre_histoire: story }))),
    );

    // One person has one pseudonym in the tables of a round: the authors are known by what they proposed.
    const ideas = await file("Vos idées", "Propositions");
    expect(unordered(ideas.map(({ proposal, person, ...row }) => row))).toEqual(
      unordered([
        { college: "family", title: idea, body: "Le marché est le samedi.\nNous pourrions y aller.", outcome: "partly" },
        { college: "family", title: other, body: "Avec une armoire, et des tapis.", outcome: "" },
      ]),
    );
    const authors = new Map(ideas.map((row) => [row.person, row.title === idea ? "Mésange" : "Bilal"]));
    const titles = new Map(ideas.map((row) => [row.proposal, row.title]));
    const known = (who: string) => (["Mésange", "Bilal"].includes(who) ? who : "");
    const ballots = await file("Vos idées", "Votes");
    expect(unordered(ballots.map(({ proposal, person, ...row }) => ({ ...row, on: titles.get(proposal), who: authors.get(person) ?? "" })))).toEqual(
      unordered(votes.map(({ who, college, on, choice }) => ({ college, choice, on, reason: "", who: known(who) }))),
    );
    expect(new Set(ballots.map((row) => row.person)).size).toBe(5);
    const comments = await file("Vos idées", "Commentaires");
    expect(unordered(comments.map(({ comment, subject, person, ...row }) => ({ ...row, on: titles.get(subject), who: authors.get(person) ?? "" })))).toEqual(
      unordered([
        { parent: "", college: "professional", body: "Deux collègues sont prêtes.", outcome: "", on: idea, who: "" },
        { parent: "", college: "family", body: "Quelle salle, et quand ?", outcome: "not_retained", on: other, who: "Mésange" },
      ]),
    );
    const positions = pseudonymous(await file("Notre charte", "Positions"));
    expect(unordered(positions.map(({ article, ...row }) => row))).toEqual(
      unordered(stances.map(({ college, stance, reason }) => ({ version: "1", college, stance, reason }))),
    );
    expect(unordered(pseudonymous(await file("Le bilan", "Réponses")))).toEqual(
      unordered(judgements.map(({ college, face, comment }) => ({ college, "seances_du_samedi.accueil": face, "seances_du_samedi.comment": comment }))),
    );
    expect((await ines.request.get(`${process}/members`)).status()).toBe(403);
  });

  await test.step("a withdrawn card opens nothing any more; what was said with it stays", async () => {
    await maud.goto(`${process}/codes`);
    await maud.getByLabel("Numéro ou code de la carte").fill("2");
    await maud.getByRole("button", { name: "Retirer cette carte" }).click();
    await expect(maud.getByText("La carte est retirée.")).toBeVisible();
    await expect(maud.getByRole("row", { name: /Marché du samedi/ }).getByRole("cell")).toHaveText(["Familles", "1 à 4", "1", "2", "1"]);
    const bilal = people["Bilal"];
    expect((await bilal.goto("/my-word"))!.status()).toBe(401);
    await bilal.goto("/card");
    await bilal.getByLabel("Code de la carte").fill(cards[1]);
    await bilal.getByRole("button", { name: "Entrer", exact: true }).click();
    await expect(refusal(bilal)).toContainText("Ce code n’ouvre rien.");
    // Its neighbour still opens.
    await enterCard(await newPage(phone), cards[0]);
    await maud.goto(proposals[other]);
    await expect(maud.locator(".proposal")).toContainText("Bilal");
    await maud.goto(`${rounds.survey}/results`);
    expect((await figures(maud, "Mode de garde")).at(-1)).toEqual(["Ont répondu", "2", "1", "1"]);
  });

  await test.step("a visitor and a member of nothing are refused everywhere, and learn no title", async () => {
    const visitor = await newPage();
    const stranger = await newPage();
    await stranger.goto("/sign-up");
    await stranger.getByLabel("Nom ou prénom").fill("Sacha");
    await stranger.getByLabel("Adresse e-mail").fill(email("sacha"));
    await stranger.getByLabel("Mot de passe").fill(password);
    await stranger.getByRole("button", { name: "Créer un compte" }).click();
    await follow(stranger, site, "sacha", /Confirmez votre adresse/);
    await stranger.getByRole("button", { name: "Oui, c’est mon adresse" }).click();
    await expect(stranger.getByText("Votre adresse est confirmée.")).toBeVisible();
    await signIn(stranger, "sacha");
    const places = [process, ...["edit", "members", "codes", "new-round", "research"].map((page) => `${process}/${page}`)];
    for (const round of Object.values(rounds)) places.push(round, `${round}/edit`, `${round}/results`);
    places.push(proposals[idea], proposals[other], articlePage, `${articlePage}/edit`);
    const secrets = [title, idea, other, article, "Je travaille le samedi", "Vos besoins", "Vos idées", "Notre charte", "Le bilan", "Mésange", ...Object.values(decisions)];
    // Pages set French with spaces that do not break.
    const tells = (words: string) => secrets.filter((secret) => words.replace(/[\u00a0\u202f]/g, " ").includes(secret));
    // A member reads all of it at these addresses.
    const read = await Promise.all(places.map(async (place) => (await people["Chipo"].request.get(place)).text()));
    expect(tells(read.join())).toEqual(secrets);
    for (const [page, status, heading] of [[visitor, 401, "Connectez-vous pour continuer"], [stranger, 403, "Cette page ne vous est pas ouverte"]] as const) {
      for (const place of places) {
        expect((await page.goto(place))!.status(), place).toBe(status);
        await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
        expect(tells(await page.content()), place).toEqual([]);
      }
      await isAccessible(page);
      for (const file of ["export.csv", "codebook.csv"]) expect((await page.request.get(`${rounds.survey}/${file}`)).status()).toBe(status);
      expect((await page.request.get(`/live${rounds.survey}`)).status()).toBe(status);
      // Nor does a form made by hand bring the page back.
      const posted = await page.request.post("/api/proposals/vote", {
        headers: { origin: site.url, accept: "text/html" },
        form: { proposal: proposals[idea].replace("/proposal/", ""), choice: "against", form_page: proposals[idea] },
      });
      expect(posted.status()).toBe(status);
      expect(tells(await posted.text())).toEqual([]);
      await page.goto("/");
      await expect(page.getByText("Aucune démarche à lire pour le moment")).toBeVisible();
      expect(tells(await page.content())).toEqual([]);
    }
  });
});
