// A charter, from the facilitator's first article to what each college decided of it.
import type { Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { places } from "../demo";
import { expect, isAccessible, test } from "../server";
import { closeRound, csv, draftRound, figures, openRound, person, publishRound, refusal } from "../steps";

test.use({ demo: true });

// The demo's colleges have 42, 12 and 6 members: 5 % of them are 2,1, 0,6 and 0,3 people, so 3, 1 and 1.
const quorum = "5";
const families = 42;
const professionals = 12;
const elected = 6;

const phoning = "Appeler les familles";
const telling = "Dire ce qui est noté";
const morning = "L’équipe appelle la famille le matin, avant 8 h.\n\nElle dit toujours qui appelle.";
const evening = "L’équipe appelle la famille le soir, avant 8 h.\n\nElle dit toujours qui appelle.";
const notes = "Chaque parent peut lire ce qui est noté sur son enfant.";

type Stance = "consent" | "reservation" | "objection" | "abstain";
const words: Record<Stance, { choose: string; shown: string }> = {
  consent: { choose: "Je suis d’accord", shown: "D’accord" },
  reservation: { choose: "D’accord, avec une réserve", shown: "D’accord avec une réserve" },
  objection: { choose: "Je m’oppose", shown: "Objection" },
  abstain: { choose: "Je m’abstiens", shown: "Abstention" },
};

async function addArticle(maud: Page, round: string, title: string, body: string): Promise<string> {
  await maud.goto(`${round}/edit`);
  const builder = maud.locator(".builder");
  if (!(await builder.getByLabel("Titre", { exact: true }).isVisible())) await builder.locator("summary").filter({ hasText: "Ajouter un article" }).click();
  await builder.getByLabel("Titre", { exact: true }).fill(title);
  await builder.getByLabel("Texte de l’article").fill(body);
  await builder.getByRole("button", { name: "Ajouter un article" }).click();
  const link = builder.getByRole("link", { name: title });
  await expect(link).toBeVisible();
  return (await link.getAttribute("href"))!.replace(/\/edit$/, "");
}

async function setRule(maud: Page, round: string, quorum: string, threshold: string) {
  await maud.goto(`${round}/edit`);
  await maud.getByLabel("Participation minimale dans chaque collège").fill(quorum);
  await maud.getByLabel("Accord minimal dans chaque collège").fill(threshold);
  const save = maud.getByRole("button", { name: "Enregistrer le préambule et la règle" });
  await Promise.all([maud.waitForResponse(/\/api\/charter\/edit/), save.click()]);
}

/** Fills the form of the article that is open, and sends it. */
async function send(page: Page, stance: Stance, reason: string) {
  await page.getByRole("radio", { name: words[stance].choose }).check();
  await page.getByLabel("Votre raison").fill(reason);
  await page.getByRole("button", { name: /Enregistrer ma position|Changer ma position/ }).click();
}

async function stand(page: Page, article: string, stance: Stance, reason = "") {
  await page.goto(article);
  await send(page, stance, reason);
  await expect(page.locator(".saved")).toHaveText(`Votre position : ${words[stance].shown}`);
}

async function say(page: Page, article: string, text: string, to?: string) {
  await page.goto(article);
  if (to) await page.locator(".comment").filter({ hasText: to }).getByRole("link", { name: "Répondre" }).click();
  const field = page.getByLabel(to ? "Votre réponse" : "Votre commentaire");
  await field.fill(text);
  await page.locator("form").filter({ has: field }).getByRole("button", { name: "Envoyer", exact: true }).click();
  await expect(page.locator(".comment").filter({ hasText: text })).toBeVisible();
}

/** The table that proves an article's verdict, with what was there and what was needed. */
const proof = (page: Page, article: number, version: number) => figures(page, `Le compte de l’article ${article}, version ${version}`);
const proofHead = ["Collège", "Participation", "Accord", "Résultat"];
const chartHead = ["Collège", "D’accord", "D’accord avec une réserve", "Objection", "Abstention"];
const took = (all: number, members: number, needed: number, met = "oui") =>
  `${all === 0 ? "Aucune position" : all === 1 ? "1 position" : `${all} positions`} sur ${members} membre${members > 1 ? "s" : ""}. Il en faut ${needed}. ${met}`;
const agree = (agree: number, spoke: number, needed: number, met = "oui") => `${agree} d’accord sur ${spoke} qui ont dit oui ou non. Il en faut ${needed}. ${met}`;

test("a charter is written, discussed, rewritten and ratified @plain @both", async ({ browser }) => {
  test.setTimeout(240_000);
  const maud = await person(browser, "maud");
  let round = "";
  let call = "";
  let note = "";
  const [lucie, rachid, solene] = [await person(browser, "lucie"), await person(browser, "rachid"), await person(browser, "solene")];
  const [nadege, bastien, claire] = [await person(browser, "nadege"), await person(browser, "bastien"), await person(browser, "claire")];

  await test.step("the facilitator writes two articles and the rule, and opens the round", async () => {
    round = await draftRound(maud, /charte/, "Charte des appels", "Réponses avec le nom");
    call = await addArticle(maud, round, phoning, morning);
    note = await addArticle(maud, round, telling, notes);
    await setRule(maud, round, "0", "66 ou plus");
    await expect(refusal(maud).getByRole("link")).toHaveText([/^Participation minimale.*\s: écrivez un nombre entier de 1 à 100\.$/, /^Accord minimal.*\s: écrivez un nombre entier de 1 à 100\.$/]);
    await expect(maud.getByLabel("Accord minimal dans chaque collège")).toHaveValue("66 ou plus");
    await setRule(maud, round, quorum, "66");
    await openRound(maud, round);
    await expect(maud.getByText("le préambule et la règle de décision ne changent plus")).toBeVisible();
    await expect(maud.getByText("au moins 5 % de ses membres prennent position, et quand au moins 66 % de ceux")).toBeVisible();
  });

  await test.step("a professional, an elected official and a family talk about an article", async () => {
    await nadege.goto(round);
    await nadege.getByRole("link", { name: "Prendre position et commenter : Article 1" }).click();
    await expect(nadege.getByRole("heading", { level: 1, name: phoning })).toBeVisible();
    await say(nadege, call, "Le matin, personne ne répond.");
    await say(claire, call, "Et le soir ?", "Le matin, personne");
    await say(lucie, call, "Le soir, oui : je suis rentrée.", "Et le soir ?");
    await expect(lucie.getByRole("heading", { name: "Commentaires (3)" })).toBeVisible();
    // The replies hang under what they answer.
    const under = (text: string) => lucie.locator("li").filter({ has: lucie.locator("> .comment").filter({ hasText: text }) }).locator("> ol > li > .comment");
    await expect(under("Le matin, personne")).toContainText(/Claire Hamonnais.*Élus.*Et le soir \?/s);
    await expect(under("Et le soir ?")).toContainText(/Lucie Bervoux.*Familles.*je suis rentrée/s);
    await isAccessible(lucie);
    await lucie.goto(round);
    await expect(lucie.locator(".article").filter({ hasText: phoning })).toContainText("3 commentaires");
  });

  await test.step("two take a stance on the first version, a third is still writing", async () => {
    await stand(lucie, call, "consent");
    await stand(bastien, call, "objection", "Le matin, nous sommes sur la route.");
    await solene.goto(call);
    await solene.getByRole("radio", { name: words.objection.choose }).check();
    await solene.getByLabel("Votre raison").fill("Je travaille le matin.");
  });

  await test.step("the facilitator answers and writes a new version; the words that went and came are marked", async () => {
    await maud.goto(call);
    const comment = maud.locator(".comment").filter({ hasText: "je suis rentrée" });
    await comment.getByRole("link", { name: "Donner une suite ou masquer" }).click();
    await comment.getByRole("radio", { name: "Retenu", exact: true }).check();
    await comment.getByLabel("Pourquoi ?").fill("L’article passe au soir.");
    await comment.getByRole("button", { name: "Enregistrer la réponse" }).click();
    await expect(comment.locator(".decision")).toContainText("L’article passe au soir.");

    await maud.goto(call);
    await maud.getByRole("link", { name: "Écrire une nouvelle version" }).click();
    await expect(maud.getByText("Une nouvelle version rouvre les positions")).toBeVisible();
    await maud.getByLabel("Texte de l’article").fill(evening);
    await maud.getByRole("button", { name: "Enregistrer la nouvelle version" }).click();
    await expect(refusal(maud).getByRole("link")).toHaveText([/\s: ce champ est à remplir\.$/]);
    await expect(maud.getByLabel("Texte de l’article")).toHaveValue(evening);
    await maud.getByLabel("Pourquoi cette version").fill("Le soir, quelqu’un répond.");
    await maud.getByRole("button", { name: "Enregistrer la nouvelle version" }).click();

    const history = maud.getByRole("region", { name: "L’histoire de l’article" });
    await expect(history.getByRole("heading", { level: 3 })).toHaveText(["Version 2", "Version 1"]);
    const [latest, first] = [history.locator(".item").first(), history.locator(".item").last()];
    await expect(latest).toContainText("Pourquoi : Le soir, quelqu’un répond.");
    await expect(latest).toContainText("Maud Keravoy");
    await expect(latest.locator("del")).toHaveText([/^supprimé\s:\s+matin$/]);
    await expect(latest.locator("ins")).toHaveText([/^ajouté\s:\s+soir$/]);
    await expect(latest.locator("ins")).toBeVisible();
    await expect(latest.locator("del")).toBeVisible();
    await expect(first.locator("del, ins")).toHaveCount(0);
    await expect(maud.locator(".article-text")).toContainText("appelle la famille le soir");
    await isAccessible(maud);
  });

  await test.step("a stance on the old version is said to be about the old version", async () => {
    const reopened = "Vous aviez pris position sur la version 1. Le texte a changé depuis : dites à nouveau où vous en êtes.";
    await lucie.goto(round);
    await expect(lucie.locator(".article").filter({ hasText: phoning })).toContainText(reopened);
    await expect(lucie.getByText("Vous n’avez pas encore pris position.")).toBeVisible();
    await lucie.goto(call);
    await expect(lucie.getByText(reopened)).toBeVisible();
    await expect(lucie.getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(lucie.locator(".saved")).toHaveCount(0);

    // What Solène was writing was about the words before: it is refused, and kept.
    await solene.getByRole("button", { name: "Enregistrer ma position" }).click();
    await expect(refusal(solene).getByRole("link")).toHaveText([/L’article a changé pendant que vous écriviez/]);
    await expect(solene.getByLabel("Votre raison")).toHaveValue("Je travaille le matin.");
    await expect(solene.getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(solene.locator(".article-text")).toContainText("le soir");
  });

  await test.step("everyone takes a stance; an objection says why", async () => {
    await send(solene, "objection", "");
    await expect(refusal(solene).getByRole("link")).toHaveText([/Dites pourquoi vous vous opposez/]);
    await expect(solene.getByLabel("Votre raison")).toHaveAccessibleDescription(/Dites pourquoi vous vous opposez/);
    await expect(solene.getByRole("radio", { name: words.objection.choose })).toBeChecked();
    await isAccessible(solene);
    await send(solene, "objection", "Le soir, les petits dorment.");
    await expect(solene.locator(".saved")).toHaveText("Votre position : Objection");
    await stand(rachid, call, "consent");
    await stand(lucie, call, "reservation", "Pas après 20 h.");
    await stand(nadege, call, "consent");
    await stand(claire, call, "consent");
    await expect(claire.locator(".comment").filter({ hasText: "les petits dorment" })).toContainText(/Solène Quiméret.*Familles.*Objection/s);

    await stand(lucie, note, "consent");
    await stand(rachid, note, "objection", "Et si l’on se trompe ?");
    // He changes his mind: it is one stance.
    await stand(rachid, note, "consent");
    await stand(solene, note, "abstain");
    await stand(nadege, note, "reservation", "Avec l’accord des deux parents.");
    // Without the elected officials there is no charter yet.
    await claire.goto(round);
    await expect(claire.getByText("La charte n’est pas encore ratifiée : 1 article sur 2 est accepté par tous les collèges.")).toBeVisible();
    await stand(claire, note, "consent");
    await claire.goto(round);
    await expect(claire.getByText("Si le tour s’arrêtait maintenant, la charte serait ratifiée")).toBeVisible();
    await expect(claire.getByText("Vous avez pris position sur 2 articles sur 2.")).toBeVisible();
  });

  const decision = "La charte est adoptée : les appels se font le soir.";
  await test.step("closed, nothing changes any more; published, the results show what each college said", async () => {
    await closeRound(maud, round);
    await lucie.goto(call);
    await expect(lucie.getByText("Le tour est clos : les positions ne changent plus.")).toBeVisible();
    await expect(lucie.getByRole("radio")).toHaveCount(0);
    await publishRound(maud, round, decision);
    await lucie.goto(`${round}/results`);
    await expect(lucie.getByText("La charte est ratifiée : chaque collège accepte chacun des 2 articles.")).toBeVisible();
    await expect(lucie.getByText(decision)).toBeVisible();
    expect(await figures(lucie, "Chaque article devant chaque collège")).toEqual([
      ["Article", "Familles", "Professionnels", "Élus", "Résultat"],
      ["Article 1", "oui", "oui", "oui", "oui"],
      ["Article 2", "oui", "oui", "oui", "oui"],
    ]);
    expect(await figures(lucie, "Positions sur l’article 1, par collège")).toEqual([
      chartHead,
      ["Familles", "1", "1", "1", "0"],
      ["Professionnels", "1", "0", "0", "0"],
      ["Élus", "1", "0", "0", "0"],
    ]);
    // Bastien's objection was to the first version.
    expect(await proof(lucie, 1, 2)).toEqual([
      proofHead,
      ["Familles", took(3, families, 3), agree(2, 3, 2), "oui"],
      ["Professionnels", took(1, professionals, 1), agree(1, 1, 1), "oui"],
      ["Élus", took(1, elected, 1), agree(1, 1, 1), "oui"],
    ]);
    expect(await figures(lucie, "Positions sur l’article 2, par collège")).toEqual([
      chartHead,
      ["Familles", "2", "0", "0", "1"],
      ["Professionnels", "0", "1", "0", "0"],
      ["Élus", "1", "0", "0", "0"],
    ]);
    // Solène abstained: she counts for the quorum, and for nothing else.
    expect(await proof(lucie, 2, 1)).toEqual([
      proofHead,
      ["Familles", took(3, families, 3), agree(2, 2, 2), "oui"],
      ["Professionnels", took(1, professionals, 1), agree(1, 1, 1), "oui"],
      ["Élus", took(1, elected, 1), agree(1, 1, 1), "oui"],
    ]);
    await isAccessible(lucie);
  });

  await test.step("my word shows each stance with its version, the comment, its answer and the decision", async () => {
    await lucie.goto("/my-word");
    const step = lucie.locator(".trace-step").filter({ has: lucie.getByRole("heading", { level: 3, name: "Charte des appels" }) });
    await expect(step).toContainText(decision);
    const items = step.locator(".item");
    await expect(items.getByRole("heading", { level: 4 })).toHaveText([`Sur « ${phoning} »`, phoning, phoning, telling]);
    await expect(items.nth(0).locator("blockquote")).toHaveText("Le soir, oui : je suis rentrée.");
    await expect(items.nth(0).locator(".decision")).toHaveText(/^Retenu\s*L’article passe au soir\.$/);
    const meta = (at: number) => items.nth(at).locator(".meta span");
    await expect(meta(1)).toHaveText(["Votre position : vous consentez avec une réserve", "version 2"]);
    await expect(items.nth(1).locator("blockquote")).toHaveText("Pas après 20 h.");
    await expect(meta(2)).toHaveText(["Votre position : vous consentez", "version 1", "l’article a changé depuis, il en est à la version 2"]);
    await expect(meta(3)).toHaveText(["Votre position : vous consentez", "version 1"]);
    await isAccessible(lucie);
  });

  await test.step("the researcher's files hold what was entered, and no name", async () => {
    const ines = await person(browser, "ines");
    await ines.goto(`${(await places(ines)).process}/research`);
    const file = async (table: string) => {
      const link = ines.locator(".item").filter({ hasText: "Charte des appels" }).getByRole("link", { name: table, exact: true });
      const [download] = await Promise.all([ines.waitForEvent("download"), link.click()]);
      const text = readFileSync(await download.path(), "utf8").replace(/^\uFEFF/, "");
      for (const name of ["Lucie", "Rachid", "Solène", "Nadège", "Bastien", "Claire", "Maud"]) expect(text).not.toContain(name);
      return csv(text);
    };
    const articles = await file("Articles et leurs versions");
    const title = new Map(articles.map((row) => [row.article, row.title]));
    expect(articles.map(({ article, ...row }) => row).sort((a, b) => `${a.title}${a.version}`.localeCompare(`${b.title}${b.version}`))).toEqual([
      { version: "1", title: phoning, body: morning },
      { version: "2", title: phoning, body: evening },
      { version: "1", title: telling, body: notes },
    ]);

    // One person is one pseudonym: each has exactly these rows.
    const stances = await file("Positions");
    const said: Record<string, string[]> = {};
    for (const { person, article, version, college, stance, reason } of stances) (said[person] ??= []).push([title.get(article), version, college, stance, reason].join("|"));
    expect(Object.values(said).map((rows) => rows.sort()).sort()).toEqual(
      [
        [`${phoning}|1|family|consent|`, `${phoning}|2|family|reservation|Pas après 20 h.`, `${telling}|1|family|consent|`],
        [`${phoning}|2|family|consent|`, `${telling}|1|family|consent|`],
        [`${phoning}|2|family|objection|Le soir, les petits dorment.`, `${telling}|1|family|abstain|`],
        [`${phoning}|2|professional|consent|`, `${telling}|1|professional|reservation|Avec l’accord des deux parents.`],
        [`${phoning}|1|professional|objection|Le matin, nous sommes sur la route.`],
        [`${phoning}|2|elected|consent|`, `${telling}|1|elected|consent|`],
      ].sort(),
    );

    const comments = await file("Commentaires");
    const at = new Map(comments.map((row) => [row.comment, row.body]));
    const lucies = stances.find((row) => row.reason === "Pas après 20 h.")!.person;
    expect(comments.map((row) => [title.get(row.subject), row.college, row.body, at.get(row.parent) ?? "", row.outcome, row.person === lucies])).toEqual([
      [phoning, "professional", "Le matin, personne ne répond.", "", "", false],
      [phoning, "elected", "Et le soir ?", "Le matin, personne ne répond.", "", false],
      [phoning, "family", "Le soir, oui : je suis rentrée.", "Et le soir ?", "retained", true],
    ]);
  });
});

test("one voice short of the threshold in one college, nobody in another: not ratified @plain @both", async ({ browser }) => {
  test.setTimeout(180_000);
  const maud = await person(browser, "maud");
  const round = await draftRound(maud, /charte/, "Charte des notes", "Réponses avec le nom");
  const call = await addArticle(maud, round, phoning, morning);
  const note = await addArticle(maud, round, telling, notes);
  // Two of three people are 66,7 %: enough for 66, not for 67.
  await setRule(maud, round, quorum, "67");
  await openRound(maud, round);
  const keys = ["lucie", "rachid", "solene", "nadege", "claire"];
  const people: Record<string, Page> = {};
  for (const key of keys) people[key] = await person(browser, key);
  for (const key of keys) await stand(people[key], call, key === "solene" ? "objection" : "consent", key === "solene" ? "Trop tôt." : "");
  for (const key of ["lucie", "rachid", "solene", "nadege"]) await stand(people[key], note, "consent");

  await people.claire.goto(note);
  const standing = people.claire.getByRole("region", { name: "Les positions, collège par collège" });
  await expect(standing.getByRole("definition")).toHaveText([/accepte l’article/, /accepte l’article/, /Il manque une position/]);

  await closeRound(maud, round);
  await publishRound(maud, round, "Nous reprenons les deux articles à la rentrée.");
  const { lucie } = people;
  await lucie.goto(`${round}/results`);
  await expect(lucie.getByText("La charte n’est pas ratifiée : aucun article n’est accepté par tous les collèges.")).toBeVisible();
  await expect(lucie.getByText("Nous reprenons les deux articles à la rentrée.")).toBeVisible();
  expect(await figures(lucie, "Chaque article devant chaque collège")).toEqual([
    ["Article", "Familles", "Professionnels", "Élus", "Résultat"],
    ["Article 1", "non", "oui", "oui", "non"],
    ["Article 2", "oui", "oui", "non", "non"],
  ]);
  expect(await proof(lucie, 1, 1)).toEqual([
    proofHead,
    ["Familles", took(3, families, 3), agree(2, 3, 3, "non"), "non"],
    ["Professionnels", took(1, professionals, 1), agree(1, 1, 1), "oui"],
    ["Élus", took(1, elected, 1), agree(1, 1, 1), "oui"],
  ]);
  expect(await proof(lucie, 2, 1)).toEqual([
    proofHead,
    ["Familles", took(3, families, 3), agree(3, 3, 3), "oui"],
    ["Professionnels", took(1, professionals, 1), agree(1, 1, 1), "oui"],
    ["Élus", took(0, elected, 1, "non"), "Personne n’a dit oui ou non non", "non"],
  ]);
  const lacking = lucie.getByRole("region", { name: "Ce qui a manqué" }).locator(".item");
  await expect(lacking).toContainText([/Familles.*Il manque quelque chose sur 1 article sur 2/s, /Professionnels.*Rien ne manque/s, /Élus.*Il manque quelque chose sur 1 article sur 2/s]);
  await lacking.first().locator("summary").click();
  await expect(lacking.first().getByRole("listitem")).toHaveText(/Article 1\s*2 d’accord sur 3 qui ont dit oui ou non\. Il en faut 3\./);
  await isAccessible(lucie);
});
