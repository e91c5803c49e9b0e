//! Amendments through the router: from a proposal to a new version, and what is refused on the way.

use axum::http::StatusCode;
use domain::{
    access::{Act, Seat},
    round::Calendar,
};

use crate::support::{Answer, NOW, TestApp};

const SCRIPT: &str = "<script>alert(1)</script>";

impl TestApp {
    async fn amend(&self, seat: Seat, body: &str, reason: &str) -> Answer {
        let article = self.world.article.to_string();
        let fields = [
            ("article", article.as_str()),
            ("version", "1"),
            ("kind", "change"),
            ("form_key", "change"),
            ("title", "Article"),
            ("body", body),
            ("reason", reason),
        ];
        self.post(seat, Act::Amend, &format!("/article/{article}/amend"), &fields).await
    }

    /// A facilitator's step on the amendment at `path`.
    async fn step(&self, path: &str, version: &str, step: &str, body: &str) -> Answer {
        let id = path.rsplit('/').next().unwrap();
        let fields =
            [("amendment", id), ("version", version), ("step", step), ("title", "Article"), ("body", body), ("decision", "Bien vu")];
        self.post(Seat::Facilitator, Act::DecideAmendment, path, &[&fields[..], &[("form_key", "decide")]].concat()).await
    }

    fn amendment_path(&self) -> String {
        format!("/amendment/{}", self.world.amendment)
    }

    async fn close_charter(&self) {
        let round = self.world.charter;
        let closed =
            Calendar { announced: true, opens_at: Some(NOW - 1000), closes_at: Some(NOW - 1), closed_at: None, published_at: None };
        self.services.db.write(move |c| Box::pin(async move { store::round::set_calendar(c, round, closed).await })).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_amendment_goes_from_a_person_into_the_charter_and_back_to_them() {
    let app = TestApp::new().await;
    let article = format!("/article/{}", app.world.article);
    assert_eq!(app.get(Seat::Elected, &format!("{article}/amend")).await.status, StatusCode::OK);
    let sent = app.amend(Seat::Elected, "Le texte, et davantage", "Il manque un mot").await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let path = sent.location().to_owned();
    let page = app.get(Seat::Visitor, &path).await;
    assert!(page.body.contains("Il manque un mot") && page.body.contains("is-added"), "{}", page.body);
    // Both change the end of one sentence: they stand side by side.
    let listed = app.get(Seat::Visitor, &article).await;
    assert!(listed.body.contains("2 amendements portent sur le même passage"), "{}", listed.body);

    let own = app.amendment_path();
    let said = app
        .post(Seat::Professional, Act::SupportAmendment, &own, &[("amendment", &app.world.amendment.to_string()), ("support", "for")])
        .await;
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
    // A facilitator sees how the final text will read, and nothing is decided.
    let id = own.rsplit('/').next().unwrap();
    let round = app.world.charter.to_string();
    let typed = [
        ("amendment", id),
        ("round", &round),
        ("form_key", "decide"),
        ("version", "1"),
        ("step", "accept"),
        ("title", "Article"),
        ("body", "Un **mot** fort"),
        ("decision", "Bien vu"),
    ];
    let shown = app.post(Seat::Facilitator, Act::PreviewText, &own, &typed).await;
    assert!(shown.body.contains("<strong>mot") && shown.body.contains("Bien vu</textarea>"), "{}", shown.body);
    // Other words than those proposed are not accepted as they are; what was typed stays.
    let other = app.step(&own, "1", "accept", "Tout autre chose").await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(other.body.contains("Tout autre chose"));
    let accepted = app.step(&own, "1", "accept", "Le texte, mieux dit").await;
    assert_eq!(accepted.status, StatusCode::SEE_OTHER, "{}", accepted.body);
    let after = app.get(Seat::Visitor, &article).await;
    assert!(after.body.contains("Le texte, mieux dit") && after.body.contains("Avec Family, par un amendement"), "{}", after.body);

    // The other one says that its base has moved on, and is not written over the first.
    let moved = app.get(Seat::Facilitator, &path).await;
    assert!(moved.body.contains("L’article en est à la version 2") && moved.body.contains("ont changé entre-temps"), "{}", moved.body);
    let late = app.step(&path, "1", "accept", "Le texte, et davantage").await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    let joined = app.step(&path, "2", "accept_partly", "Le texte, mieux dit, et davantage").await;
    assert_eq!(joined.status, StatusCode::SEE_OTHER, "{}", joined.body);

    for (seat, whose) in [(Seat::Family, "Votre amendement"), (Seat::Professional, "Un amendement que vous soutenez")] {
        let word = app.get(seat, "/my-word").await;
        assert!(word.body.contains(whose) && word.body.contains("Bien vu"), "{seat:?}: {}", word.body);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_its_author_corrects_it_and_until_somebody_speaks_of_it() {
    let app = TestApp::new().await;
    let (id, path) = (app.world.amendment.to_string(), app.amendment_path());
    let correct = async |seat: Seat| {
        let fields =
            [("amendment", id.as_str()), ("title", "Article"), ("body", "Encore mieux"), ("reason", "Plus clair"), ("form_key", "correct")];
        app.post(seat, Act::CorrectAmendment, &path, &fields).await.status
    };
    let withdraw = async |seat: Seat| app.post(seat, Act::WithdrawAmendment, &path, &[("amendment", id.as_str())]).await.status;
    assert_eq!(correct(Seat::Professional).await, StatusCode::NOT_FOUND);
    assert_eq!(withdraw(Seat::Professional).await, StatusCode::NOT_FOUND);
    assert_eq!(correct(Seat::Family).await, StatusCode::SEE_OTHER);
    assert!(app.get(Seat::Visitor, &path).await.body.contains("Encore"));
    app.post(Seat::Elected, Act::SupportAmendment, &path, &[("amendment", &id), ("support", "for")]).await;
    assert_eq!(correct(Seat::Family).await, StatusCode::CONFLICT);
    assert_eq!(withdraw(Seat::Family).await, StatusCode::CONFLICT);
    assert!(app.get(Seat::Family, &path).await.body.contains("vous ne pouvez plus le corriger ni le retirer"));
}

#[tokio::test(flavor = "multi_thread")]
async fn after_closing_nothing_is_proposed_and_what_waits_can_still_be_refused() {
    let app = TestApp::new().await;
    let (id, path) = (app.world.amendment.to_string(), app.amendment_path());
    app.close_charter().await;
    assert_eq!(app.amend(Seat::Family, "Trop tard", "x").await.status, StatusCode::CONFLICT);
    let said = app.post(Seat::Elected, Act::SupportAmendment, &path, &[("amendment", &id), ("support", "for")]).await;
    assert_eq!(said.status, StatusCode::CONFLICT);
    assert_eq!(app.step(&path, "1", "accept", "Le texte, mieux dit").await.status, StatusCode::CONFLICT);
    assert_eq!(app.get(Seat::Facilitator, &path).await.status, StatusCode::OK);
    assert_eq!(app.step(&path, "1", "reject", "").await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.step(&path, "1", "reject", "").await.status, StatusCode::CONFLICT);
}

#[tokio::test(flavor = "multi_thread")]
async fn script_and_too_much_are_text_and_refused() {
    let app = TestApp::new().await;
    let sent = app.amend(Seat::Family, SCRIPT, SCRIPT).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    for path in [sent.location(), &format!("/article/{}", app.world.article), "/my-word"] {
        let page = app.get(Seat::Family, path).await;
        assert!(page.status.is_success() && !page.body.contains(SCRIPT), "{path}");
    }
    let long = app.amend(Seat::Family, &"mot ".repeat(5_001), "x").await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(long.body.contains("error-summary"));
    let huge = app.amend(Seat::Family, &"m".repeat(1024 * 1024), "x").await;
    assert!(huge.status.is_client_error(), "{}", huge.status);
    let amendments = store::charter::amendments(&mut app.services.db.read().await.unwrap(), app.world.article).await.unwrap();
    assert_eq!(amendments.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_that_is_deleted_stays_readable_and_counts_no_more() {
    let app = TestApp::new().await;
    let (article, round) = (app.world.article.to_string(), app.world.charter.to_string());
    let page = format!("/article/{article}");
    // A new one behind it, so that the charter keeps an article.
    assert_eq!(app.get(Seat::Family, &format!("/r/{round}/new-article")).await.status, StatusCode::OK);
    let fields = [("round", round.as_str()), ("after", &article), ("title", "Le second"), ("body", "Des mots"), ("reason", "Il manque")];
    let new = app.post(Seat::Family, Act::ProposeArticle, &format!("/r/{round}/new-article"), &fields).await;
    assert_eq!(new.status, StatusCode::SEE_OTHER, "{}", new.body);
    assert!(app.get(Seat::Visitor, &format!("/r/{round}")).await.body.contains("Nouvel article\u{a0}: Le second"));
    assert_eq!(app.get(Seat::Facilitator, new.location()).await.status, StatusCode::OK);
    let path = new.location().to_owned();
    let id = path.rsplit('/').next().unwrap();
    let decide = [("amendment", id), ("step", "accept"), ("title", "Le second"), ("body", "Des mots"), ("decision", "Oui")];
    assert_eq!(app.post(Seat::Facilitator, Act::DecideAmendment, &path, &decide).await.status, StatusCode::SEE_OTHER);
    let fields = [("article", article.as_str()), ("version", "1"), ("kind", "deletion"), ("reason", "Inutile")];
    let deletion = app.post(Seat::Elected, Act::Amend, &format!("{page}/amend"), &fields).await;
    assert_eq!(deletion.status, StatusCode::SEE_OTHER, "{}", deletion.body);
    assert_eq!(app.get(Seat::Facilitator, deletion.location()).await.status, StatusCode::OK);
    assert_eq!(app.step(deletion.location(), "1", "accept", "").await.status, StatusCode::SEE_OTHER);
    let gone = app.get(Seat::Visitor, &page).await;
    assert!(gone.status.is_success() && gone.body.contains("Cet article a été supprimé de la charte") && gone.body.contains("Le texte"));
    let charter = app.get(Seat::Visitor, &format!("/r/{round}")).await;
    assert!(charter.body.contains("Le second") && !charter.body.contains(&format!("href=\"{page}\"")), "{}", charter.body);
    let version = app.world.version.to_string();
    let stance = [("version", version.as_str()), ("stance", "consent")];
    assert_eq!(app.post(Seat::Family, Act::TakeStance, &page, &stance).await.status, StatusCode::CONFLICT);
    assert_eq!(app.amend(Seat::Family, "Encore", "x").await.status, StatusCode::CONFLICT);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_moves_behind_another_and_rivals_for_its_place_stand_together() {
    let app = TestApp::new().await;
    let (article, round) = (app.world.article, app.world.charter);
    let author = app.account(Seat::Facilitator).unwrap();
    let others = app
        .services
        .db
        .write(move |c| {
            Box::pin(async move {
                let mut ids = Vec::new();
                for title in ["Le second", "Le troisième"] {
                    let words = domain::charter::article::first(title, "Des mots", "", "").unwrap();
                    ids.push(store::charter::add_article(c, round, &words, author, NOW - 10).await?);
                }
                Ok::<_, store::Error>(ids)
            })
        })
        .await
        .unwrap();
    let from = format!("/article/{article}/amend");
    let form = app.get(Seat::Family, &from).await.body;
    // Neither behind itself nor where it stands.
    assert!(form.contains(&format!("value=\"{}\"", others[0])) && !form.contains(&format!("<option value=\"{article}\"")), "{form}");
    let (id, behind) = (article.to_string(), others.iter().map(ToString::to_string).collect::<Vec<_>>());
    let send = async |after: &str| {
        let fields =
            [("article", id.as_str()), ("version", "1"), ("kind", "move"), ("form_key", "move"), ("after", after), ("reason", "D’abord")];
        app.post(Seat::Family, Act::Amend, &from, &fields).await
    };
    let same = send("").await;
    assert!(same.status == StatusCode::UNPROCESSABLE_ENTITY && same.body.contains("déjà à cette place"), "{}", same.body);
    assert_eq!(send(&round.to_string()).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (last, second) = (send(&behind[1]).await, send(&behind[0]).await);
    let page = app.get(Seat::Visitor, last.location()).await.body;
    assert!(page.contains("Déplacer «\u{a0}Article\u{a0}»") && page.contains("L’ordre avec cet amendement"), "{page}");
    let rivals = app.get(Seat::Visitor, &format!("/article/{article}")).await.body;
    assert!(rivals.contains("2 amendements veulent déplacer cet article"), "{rivals}");
    assert_eq!(app.step(last.location(), "1", "accept_partly", "").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.step(last.location(), "1", "accept", "").await.status, StatusCode::SEE_OTHER);
    let order = store::charter::order(&mut app.services.db.read().await.unwrap(), round).await.unwrap();
    assert_eq!(order, [others[0], others[1], article]);
    // Its rival still waits, and shows what it would change today.
    let waiting = app.get(Seat::Facilitator, second.location()).await.body;
    assert!(waiting.contains("L’ordre aujourd’hui") && waiting.contains(Act::DecideAmendment.path()), "{waiting}");
    assert!(!app.get(Seat::Visitor, last.location()).await.body.contains("L’ordre aujourd’hui"));
}

#[tokio::test(flavor = "multi_thread")]
async fn rivals_show_the_passage_they_change_and_not_the_whole_article() {
    let app = TestApp::new().await;
    let (article, author) = (app.world.article, app.account(Seat::Facilitator).unwrap());
    // Written on another text altogether.
    let withdrawn = [("amendment", &*app.world.amendment.to_string())];
    assert_eq!(app.post(Seat::Family, Act::WithdrawAmendment, &app.amendment_path(), &withdrawn).await.status, StatusCode::SEE_OTHER);
    let filler: String = (1..=60).map(|n| format!("mot{n} ")).collect();
    let text = format!("Loin devant.\n\n{filler}le matin.\n\nLoin derrière.");
    let words = domain::charter::article::Words { title: "Article".into(), body: text.clone(), easy: String::new(), note: "x".into() };
    app.services
        .db
        .write(move |c| Box::pin(async move { store::charter::add_version(c, article, 2, &words, author, NOW - 5).await }))
        .await
        .unwrap();
    let id = article.to_string();
    for time in ["le soir", "à midi"] {
        let body = text.replace("le matin", time);
        let fields =
            [("article", id.as_str()), ("version", "2"), ("kind", "change"), ("title", "Article"), ("body", &body), ("reason", "x")];
        assert_eq!(app.post(Seat::Elected, Act::Amend, &format!("/article/{id}/amend"), &fields).await.status, StatusCode::SEE_OTHER);
    }
    let page = app.get(Seat::Visitor, &format!("/article/{id}")).await.body;
    let rivals = page.split("amendements portent sur le même passage").nth(1).and_then(|rest| rest.split("</ul>").next()).unwrap();
    assert!(rivals.contains("soir") && rivals.contains("mot55") && rivals.contains('…'), "{rivals}");
    assert!(!rivals.contains("Loin devant") && !rivals.contains("mot20 ") && !rivals.contains("Loin derrière"), "{rivals}");
}

#[tokio::test(flavor = "multi_thread")]
async fn researchers_take_amendments_along_as_far_as_people_can_read_them() {
    let app = TestApp::new().await;
    let (id, path) = (app.world.amendment.to_string(), app.amendment_path());
    for (seat, support) in [(Seat::Professional, "for"), (Seat::Elected, "against")] {
        app.post(seat, Act::SupportAmendment, &path, &[("amendment", &id), ("support", support)]).await;
    }
    let other = app.amend(Seat::Elected, "Un gros mot", "x").await.location().to_owned();
    let target = other.trim_start_matches('/').to_owned();
    app.post(Seat::Professional, Act::SupportAmendment, &other, &[("amendment", other.rsplit('/').next().unwrap()), ("support", "for")])
        .await;
    assert_eq!(
        app.post(Seat::Facilitator, Act::HideText, &other, &[("target", &target), ("cause", "insult")]).await.status,
        StatusCode::SEE_OTHER
    );
    let file =
        async |kind: &str, table: &str| app.get(Seat::Researcher, &format!("/r/{}/{kind}.csv?table={table}", app.world.charter)).await;
    assert_eq!(file("export", "amendments").await.status, StatusCode::CONFLICT);
    app.close_charter().await;
    let amendments = file("export", "amendments").await.body;
    assert!(amendments.starts_with("amendment,kind,article,version,after,person,college,title,body,reason,state,decision\r\n"));
    let line = amendments.lines().nth(1).unwrap();
    assert!(line.starts_with(&format!("{id},change,{},1,,", app.world.article)), "{line}");
    assert!(line.ends_with(",family,Article,\"Le texte, mieux dit\",Plus clair,submitted,"), "{line}");
    assert_eq!(amendments.lines().count(), 2, "{amendments}");
    let supports = file("export", "supports").await.body;
    let mut lines: Vec<_> = supports.lines().skip(1).map(|line| line.split(',').skip(2).collect::<Vec<_>>().join(" ")).collect();
    lines.sort_unstable();
    assert_eq!(lines, ["elected against", "professional for"]);
    let names = ["Family", "Elected", "@example.org"];
    assert!(!names.iter().any(|name| amendments.contains(name) || supports.contains(name)));
    let codes = file("codebook", "amendments").await.body;
    assert!(codes.contains("recommended") && codes.contains("Recommandé"), "{codes}");
}
