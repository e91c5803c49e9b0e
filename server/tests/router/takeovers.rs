//! A charter taken over by another territory, through the router: copied, compared, re-merged when its source is adopted anew.

use axum::http::StatusCode;
use domain::{
    access::{Act, Seat, Visibility},
    charter::{Frame, article::Words, definition::Meaning, ratification::Proof},
    committee::Committee,
    id::{AccountId, ProcessId, RoundId},
    lang::LangText,
    process::TerritoryKind,
    round::{Calendar, Mode, RoundKind},
};
use store::{Conn, Error, charter, charter::NewAdoption};

use crate::support::{Answer, NOW, TestApp};

const DAY: i64 = 86_400_000;
const FIRST: [(&str, &str); 3] =
    [("Accueil", "On accueille le matin. On dit qui appelle."), ("Suivi", "On revient chaque mois."), ("Secret", "Le secret est gardé.")];

/// An adopted charter of another territory.
struct Source {
    process: ProcessId,
    round: RoundId,
}

async fn adopt(
    c: &mut Conn,
    process: ProcessId,
    author: AccountId,
    articles: &[(&str, &str)],
    replaces: Option<RoundId>,
) -> Result<RoundId, Error> {
    let bar = Frame::default().common_bar();
    let mut frame = Frame { preamble: LangText::of("fr", "Ensemble."), quorum_percent: 40, ..Frame::default() };
    frame.rules.committees.insert(Committee::Steering, bar);
    let title = LangText::of("fr", "Charte de la vallée");
    let round = store::round::create(c, process, RoundKind::Charter, Mode::Named, &title, &LangText::default(), &frame).await?;
    for (title, body) in articles {
        let words = Words { title: (*title).to_owned(), body: (*body).to_owned(), easy: "Facile".into(), note: String::new() };
        charter::add_article(c, round, &words, author, NOW - 700).await?;
    }
    let chapter = charter::add_chapter(c, round, "Principes", NOW - 700).await?;
    let last = charter::order(c, round).await?.into_iter().next_back().unwrap();
    charter::set_chapter(c, last, Some(chapter)).await?;
    let meaning = Meaning { term: "famille".into(), meaning: "Qui élève un enfant.".into() };
    charter::add_definition(c, round, &meaning, NOW - 700).await?;
    let (opens_at, closes_at) = (Some(NOW - 600), Some(NOW - 500));
    store::round::set_calendar(c, round, Calendar { announced: true, opens_at, closes_at, ..Calendar::default() }).await?;
    let proof = Proof { articles: Vec::new(), whole: None, ratified: true };
    let new = NewAdoption { round, review_on: None, replaces, text: "texte", hash: "abc123empreinte", proof: &proof };
    charter::adopt(c, new, NOW - 400).await?;
    Ok(round)
}

impl TestApp {
    async fn source(&self) -> Source {
        let author = self.account(Seat::Stranger).unwrap();
        self.services
            .db
            .write(move |c| {
                Box::pin(async move {
                    let territory = store::process::create_territory(c, None, TerritoryKind::Municipality, "Haute-Vallée").await?;
                    let text = LangText::of("fr", "Vallée");
                    let process = store::process::create(c, territory, &text, &text, "fr", Visibility::Public, NOW - 900).await?;
                    let round = adopt(c, process, author, &FIRST, None).await?;
                    Ok::<_, Error>(Source { process, round })
                })
            })
            .await
            .unwrap()
    }

    async fn adopted_anew(&self, source: &Source, articles: &'static [(&'static str, &'static str)]) -> RoundId {
        let (process, round, author) = (source.process, source.round, self.account(Seat::Stranger).unwrap());
        self.services.db.write(move |c| Box::pin(async move { adopt(c, process, author, articles, Some(round)).await })).await.unwrap()
    }

    /// A copy in the test's process.
    async fn copied(&self, source: &Source) -> RoundId {
        let fields = [("process", self.world.process.to_string()), ("source", source.round.to_string())];
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let page = format!("/r/{}/take-over", source.round);
        let answer = self.post(Seat::Facilitator, Act::StartFromCharter, &page, &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        let round = answer.location().strip_prefix("/r/").unwrap().strip_suffix("/edit#source").unwrap();
        round.parse().unwrap()
    }

    async fn texts(&self, round: RoundId) -> Vec<(String, String)> {
        let found = charter::articles(&mut self.services.db.read().await.unwrap(), round).await.unwrap();
        found.into_iter().map(|article| (article.version.title, article.version.body)).collect()
    }

    async fn write_version(&self, round: RoundId, title: &str, body: &str) {
        let found = charter::articles(&mut self.services.db.read().await.unwrap(), round).await.unwrap();
        let article = found.into_iter().find(|article| article.version.title == title).unwrap();
        let (id, version) = (article.id.to_string(), article.version.number.to_string());
        let fields =
            [("article", id.as_str()), ("version", &version), ("title", title), ("body", body), ("easy", "Facile"), ("note", "Chez nous")];
        let answer = self.post(Seat::Facilitator, Act::EditArticle, &format!("/article/{id}/edit"), &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    }

    async fn join(&self, round: RoundId, source: RoundId) -> Answer {
        let fields = [("round", round.to_string()), ("source", source.to_string()), ("form_key", "join".to_owned())];
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.post(Seat::Facilitator, Act::JoinSource, &format!("/r/{round}/source/merge"), &fields).await
    }

    /// What is decided about the part that shows these words, with the fields as the page fills them in.
    async fn settle(&self, round: RoundId, shows: &str, choice: &str, body: Option<&str>) -> Answer {
        let page = self.get(Seat::Facilitator, &format!("/r/{round}/source/merge")).await.body;
        let part = page.split("id=\"part-").skip(1).find(|part| part.contains(shows)).unwrap_or_else(|| panic!("{shows}: {page}"));
        let hidden = |name: &str| {
            let at = part.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_else(|| panic!("{name}: {part}"));
            at.split('"').next().unwrap().to_owned()
        };
        let (key, source, version) = (hidden("part"), hidden("source"), hidden("version"));
        let title = part.split("name=\"title\"").nth(1).and_then(|rest| rest.split("value=\"").nth(1));
        let title = title.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned();
        let area = |name: &str| {
            let rest = part.split(&format!("name=\"{name}\"")).nth(1)?;
            let text = rest.split_once('>')?.1.split("</textarea>").next()?;
            Some(text.trim_start_matches('\n').to_owned())
        };
        let written = area("body").unwrap_or_default();
        let (round, easy, note) = (round.to_string(), area("easy").unwrap_or_default(), area("note").unwrap_or_default());
        let fields = [
            ("round", round.as_str()),
            ("source", &source),
            ("part", &key),
            ("form_key", &key),
            ("version", &version),
            ("choice", choice),
            ("title", &title),
            ("body", body.unwrap_or(&written)),
            ("easy", &easy),
            ("note", &note),
        ];
        self.post(Seat::Facilitator, Act::MergeSource, &format!("/r/{round}/source/merge"), &fields).await
    }

    async fn hide_process(&self, process: ProcessId) {
        let text = LangText::of("fr", "Vallée");
        let hidden = Visibility::Members;
        self.services
            .db
            .write(move |c| Box::pin(async move { store::process::edit(c, process, &text, &text, hidden).await }))
            .await
            .unwrap();
    }
}

fn of(texts: &[(&str, &str)]) -> Vec<(String, String)> {
    texts.iter().map(|(title, body)| ((*title).to_owned(), (*body).to_owned())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_charter_is_taken_over_whole_and_names_its_source() {
    let app = TestApp::new().await;
    let source = app.source().await;
    let page = format!("/r/{}/take-over", source.round);
    let link = format!("href=\"{page}\"");
    for path in ["/charters".to_owned(), format!("/r/{}/signatures", source.round)] {
        assert!(app.get(Seat::Facilitator, &path).await.body.contains(&link), "{path}");
        assert!(!app.get(Seat::Visitor, &path).await.body.contains(&link), "{path}");
    }
    assert!(app.get(Seat::Family, &page).await.body.contains("Vous n’animez aucune démarche"));
    assert!(app.get(Seat::Facilitator, &page).await.body.contains("La reprendre dans un nouveau tour"));
    assert_eq!(app.get(Seat::Facilitator, &format!("/r/{}/take-over", app.world.charter)).await.status, StatusCode::NOT_FOUND);

    let copy = app.copied(&source).await;
    assert_eq!(app.texts(copy).await, of(&FIRST));
    let mut c = app.services.db.read().await.unwrap();
    let articles = charter::articles(&mut c, copy).await.unwrap();
    assert!(articles.iter().all(|article| article.version.author == "Facilitator" && article.version.number == 1));
    let note = &articles[0].version.note;
    assert!(note.contains("Charte de la vallée") && note.contains("Haute-Vallée"), "{note}");
    assert_eq!(articles[0].version.easy, "Facile");
    let chapters = charter::chapters(&mut c, copy).await.unwrap();
    assert_eq!((articles[1].chapter_id, articles[2].chapter_id), (None, Some(chapters[0].id)));
    assert_eq!(charter::definitions(&mut c, copy).await.unwrap()[0].term, "famille");
    let frame: Frame = store::round::content(&mut c, copy).await.unwrap();
    assert_eq!((frame.preamble.exact("fr"), frame.quorum_percent, frame.rules.committees.len()), (Some("Ensemble."), 40, 0));
    drop(c);
    let edit = app.get(Seat::Facilitator, &format!("/r/{copy}/edit")).await.body;
    assert!(edit.contains("sans changement") && edit.contains("Elles ne sont pas reprises"), "{edit}");
    // Nobody reads of a draft.
    assert_eq!(app.get(Seat::Visitor, &format!("/r/{copy}/source")).await.status, StatusCode::NOT_FOUND);
    let adopted = format!("/r/{}/signatures", source.round);
    assert!(!app.get(Seat::Visitor, &adopted).await.body.contains(&copy.to_string()));
    let journal = app.get(Seat::Administrator, "/admin/journal").await.body;
    assert!(journal.contains("Charte reprise d’un autre territoire"), "{journal}");

    // A second time, or into one that has articles: refused, with words.
    let again = [("round", copy.to_string()), ("source", source.round.to_string())];
    let again: Vec<_> = again.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let refused = app.post(Seat::Facilitator, Act::TakeOver, &format!("/r/{copy}/edit"), &again).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);

    let (opens_at, closes_at) = (Some(NOW - 10), Some(NOW + DAY));
    let calendar = Calendar { announced: true, opens_at, closes_at, ..Calendar::default() };
    app.services.db.write(move |c| Box::pin(async move { store::round::set_calendar(c, copy, calendar).await })).await.unwrap();
    app.write_version(copy, "Suivi", "On revient chaque semaine.").await;
    let page = app.get(Seat::Visitor, &format!("/r/{copy}")).await.body;
    assert!(page.contains("avec 1 changement propre") && page.contains(&format!("/r/{copy}/source")), "{page}");
    let page = app.get(Seat::Visitor, &format!("/r/{copy}/source")).await.body;
    for words in ["abc123empreinte", "Haute-Vallée", "Changé ici", "Comme dans la charte d’origine", "semaine", "Principes", "famille"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(app.get(Seat::Visitor, &adopted).await.body.contains(&format!("/r/{copy}")));
    assert!(app.get(Seat::Visitor, &format!("/r/{}", source.round)).await.body.contains("Reprise par un autre territoire"));
    assert_eq!(app.get(Seat::Visitor, &format!("/r/{}/source", app.world.charter)).await.status, StatusCode::NOT_FOUND);

    // The source is closed to the public: its words stay here, its address goes.
    app.hide_process(source.process).await;
    let page = app.get(Seat::Visitor, &format!("/r/{copy}/source")).await.body;
    assert!(page.contains("n’est plus lisible par tous") && page.contains("Charte de la vallée") && page.contains("Changé ici"), "{page}");
    assert!(!page.contains(&source.round.to_string()));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sources_changes_are_joined_asked_about_added_and_left() {
    let app = TestApp::new().await;
    let source = app.source().await;
    let copy = app.copied(&source).await;
    let merge = format!("/r/{copy}/source/merge");
    assert!(app.get(Seat::Facilitator, &merge).await.body.contains("Rien à reprendre"));
    app.write_version(copy, "Accueil", "On accueille le soir. On dit qui appelle.").await;
    app.write_version(copy, "Suivi", "On revient chaque semaine.").await;
    let edited = app
        .adopted_anew(
            &source,
            &[
                // Another sentence than ours: joined. The same one: asked. One is gone, one is new.
                ("Accueil", "On accueille le matin. On dit son nom."),
                ("Recours", "On peut écrire à la médiatrice."),
                ("Suivi", "On revient chaque année."),
            ],
        )
        .await;
    let page = app.get(Seat::Facilitator, &format!("/r/{copy}/edit")).await.body;
    assert!(page.contains("La charte d’origine a changé") && page.contains(&merge), "{page}");
    let page = app.get(Seat::Facilitator, &merge).await.body;
    for words in ["Se réunit sans choix", "Demande un choix", "Nouveau dans la charte d’origine", "Enlevé de la charte d’origine"] {
        assert!(page.contains(words), "{words}: {page}");
    }

    // Joined without a choice: ours and theirs.
    assert_eq!(app.join(copy, edited).await.location(), merge);
    let texts = app.texts(copy).await;
    assert_eq!(texts[0].1, "On accueille le soir. On dit son nom.");
    assert_eq!(texts[1].1, "On revient chaque semaine.");
    // Both wordings stand in the form; the facilitator corrects them. Nothing written is refused, and what was typed stays.
    let refused = app.settle(copy, "Demande un choix", "take", Some(" ")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = app.get(Seat::Facilitator, &merge).await.body;
    assert!(page.contains("On revient chaque semaine. On revient chaque année."), "{page}");
    let saved = app.settle(copy, "Demande un choix", "take", Some("On revient chaque mois, puis chaque année.")).await;
    assert_eq!(saved.location(), merge, "{}", saved.body);
    let saved = app.settle(copy, "Nouveau dans la charte d’origine", "take", None).await;
    assert_eq!(saved.location(), merge, "{}", saved.body);
    // Ours stays though the source took it out; then nothing is left to ask.
    let done = app.settle(copy, "Enlevé de la charte d’origine", "keep", None).await;
    assert_eq!(done.location(), format!("/r/{copy}/source?merged"), "{}", done.body);
    assert_eq!(
        app.texts(copy).await,
        of(&[
            ("Accueil", "On accueille le soir. On dit son nom."),
            ("Recours", "On peut écrire à la médiatrice."),
            ("Suivi", "On revient chaque mois, puis chaque année."),
            ("Secret", "Le secret est gardé."),
        ])
    );
    let found = charter::takeover(&mut app.services.db.read().await.unwrap(), copy).await.unwrap().unwrap();
    assert_eq!(found.source_id, edited);
    let page = app.get(Seat::Facilitator, &format!("/r/{copy}/source?merged")).await.body;
    assert!(page.contains("avec 3 changements propres") && page.contains("Ajouté ici"), "{page}");
    assert!(app.get(Seat::Facilitator, &merge).await.body.contains("Rien à reprendre"));
    // What was settled is not asked again, and a form of before says so.
    assert_eq!(app.join(copy, edited).await.status, StatusCode::CONFLICT);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_own_changes_the_copy_becomes_the_source_and_kept_words_are_not_asked_about_again() {
    let app = TestApp::new().await;
    let source = app.source().await;
    let copy = app.copied(&source).await;
    let second = app.adopted_anew(&source, &[("Accueil", "On accueille le soir."), ("Suivi", "On revient chaque mois.")]).await;
    app.join(copy, second).await;
    let done = app.settle(copy, "Enlevé de la charte d’origine", "take", None).await;
    assert_eq!(done.location(), format!("/r/{copy}/source?merged"), "{}", done.body);
    assert_eq!(app.texts(copy).await, app.texts(second).await);
    let third = Source { round: second, ..source };
    let anew = app.adopted_anew(&third, &[("Accueil", "On accueille la nuit."), ("Suivi", "On revient chaque mois.")]).await;
    let kept = app.settle(copy, "Se réunit sans choix", "keep", None).await;
    assert_eq!(kept.location(), format!("/r/{copy}/source?merged"), "{}", kept.body);
    assert_eq!(app.texts(copy).await[0].1, "On accueille le soir.");
    let found = charter::takeover(&mut app.services.db.read().await.unwrap(), copy).await.unwrap().unwrap();
    assert_eq!(found.source_id, anew);
    // Once the text is frozen, or the source closed to the public, nothing is taken in.
    let last = Source { round: anew, ..third };
    app.adopted_anew(&last, &[("Accueil", "On accueille à midi.")]).await;
    assert!(app.get(Seat::Facilitator, &format!("/r/{copy}/source")).await.body.contains("La charte d’origine a changé"));
    app.services.db.write(move |c| Box::pin(async move { charter::open_ratification(c, copy, NOW).await })).await.unwrap();
    assert!(!app.get(Seat::Facilitator, &format!("/r/{copy}/source")).await.body.contains("La charte d’origine a changé"));
    assert_eq!(app.join(copy, anew).await.status, StatusCode::CONFLICT);
    app.services.db.write(move |c| Box::pin(async move { charter::end_ratification(c, copy, "Non", NOW).await })).await.unwrap();
    app.hide_process(last.process).await;
    assert!(app.get(Seat::Facilitator, &format!("/r/{copy}/source/merge")).await.body.contains("Rien à reprendre"));
}
