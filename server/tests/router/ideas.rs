//! Ideas through the router: what is forged is refused, what is alike is shown, who may touch what, and whom answers reach.

use axum::http::StatusCode;
use domain::{
    access::{Act, Seat, Visibility},
    id::ProposalId,
    proposals::{Choice, Results, Rules, Vote, steps},
};

use sqlx::{Connection, Executor, SqliteConnection};

use crate::support::{Answer, NOW, TestApp};

const SCRIPT: &str = "<script>alert(1)</script>";

async fn propose(app: &TestApp, seat: Seat, fields: &[(&str, &str)]) -> Answer {
    let round = app.world.proposals.to_string();
    let mut all = vec![("round", round.as_str())];
    all.extend(fields);
    app.post(seat, Act::Propose, &format!("/r/{round}"), &all).await
}

/// A proposal of this seat, by its address.
pub async fn proposed(app: &TestApp, seat: Seat, title: &str) -> (String, String) {
    let answer = propose(app, seat, &[("title", title), ("body", "Des mots"), ("anyway", "true")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let path = answer.location().to_owned();
    let id = path.trim_start_matches("/proposal/").to_owned();
    (path, id)
}

async fn count(app: &TestApp) -> i64 {
    store::proposals::count(&mut app.services.db.read().await.unwrap(), app.world.proposals).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_on_the_list_is_refused_and_what_was_typed_stays() {
    let app = TestApp::new().await;
    let (need, theme, process) = (app.world.need.to_string(), app.world.theme.to_string(), app.world.process.to_string());
    for forged in [
        ("need", theme.as_str()),
        ("need", SCRIPT),
        ("theme", process.as_str()),
        ("territory", process.as_str()),
        // The territory of the process itself is no district of it.
        ("territory", &app.world.territory.to_string()),
        ("picture", process.as_str()),
    ] {
        let answer = propose(&app, Seat::Family, &[("title", "Un jardin"), ("body", "Pour y jouer le soir"), forged]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{forged:?}");
        assert!(answer.body.contains("Pour y jouer le soir") && !answer.body.contains(SCRIPT), "{forged:?}");
    }
    assert_eq!(count(&app).await, 1);
    let answer = propose(&app, Seat::Family, &[("title", "Un jardin"), ("body", "Pour y jouer"), ("need", &need)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let page = app.get(Seat::Visitor, answer.location()).await;
    // The need it answers, and the theme that came with it.
    assert!(page.body.contains(&format!("#need-{need}")) || page.body.contains(&need), "{}", page.body);
    assert!(page.body.contains("Le samedi"));
}

#[tokio::test(flavor = "multi_thread")]
async fn script_anywhere_comes_back_as_text() {
    let app = TestApp::new().await;
    let answer = propose(&app, Seat::Family, &[("title", SCRIPT), ("body", SCRIPT), ("alt", SCRIPT)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let round = app.world.proposals;
    for path in [
        answer.location().to_owned(),
        format!("/r/{round}?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E&theme=%22%3E%3Cscript%3E&sort=%3Cscript%3Ealert(1)%3C%2Fscript%3E"),
        format!("/r/{round}/one"),
    ] {
        let page = app.get(Seat::Family, &path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(!page.body.contains(SCRIPT) && !page.body.contains("\"><script>"), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_megabyte_in_any_field_writes_nothing() {
    let app = TestApp::new().await;
    let long = "a".repeat(1_000_000);
    for field in ["title", "body", "need", "theme", "territory", "alt", "picture"] {
        let answer = propose(&app, Seat::Family, &[("title", "Un jardin"), ("body", "Des mots"), (field, &long)]).await;
        // The words of a picture count only with one.
        let expected = if field == "alt" { StatusCode::SEE_OTHER } else { StatusCode::UNPROCESSABLE_ENTITY };
        assert_eq!(answer.status, expected, "{field}");
    }
    assert_eq!(count(&app).await, 2);
    let page = app.get(Seat::Visitor, &format!("/r/{}?q={}", app.world.proposals, "a".repeat(5_000))).await;
    assert_eq!(page.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_like_it_is_shown_once_and_then_counts() {
    let app = TestApp::new().await;
    let fields = [("title", "Garde d’enfants le samedi"), ("body", "Pour les parents qui travaillent le samedi")];
    let answer = propose(&app, Seat::Professional, &fields).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.contains("Une garde le samedi") && answer.body.contains("Pour les parents qui travaillent le samedi"));
    assert!(answer.body.contains("name=\"anyway\"") && answer.body.contains("Envoyer la mienne quand même"));
    assert_eq!(count(&app).await, 1);
    let answer = propose(&app, Seat::Professional, &[fields[0], fields[1], ("anyway", "true")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(count(&app).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn its_author_alone_corrects_it_and_only_while_it_has_no_echo() {
    let app = TestApp::new().await;
    let (path, id) = proposed(&app, Seat::Family, "Un jardin").await;
    let edit = async |seat, title: &str| {
        app.post(seat, Act::EditProposal, &format!("{path}/edit"), &[("proposal", &id), ("title", title), ("body", "Mieux dit")])
            .await
            .status
    };
    assert_eq!(edit(Seat::Professional, "À moi").await, StatusCode::NOT_FOUND);
    assert_eq!(app.get(Seat::Professional, &format!("{path}/edit")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(edit(Seat::Family, "Un grand jardin").await, StatusCode::SEE_OTHER);
    assert_eq!(edit(Seat::Family, "").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(app.get(Seat::Visitor, &path).await.body.contains("Un grand jardin"));
    let vote = app.post(Seat::Elected, Act::Vote, &path, &[("proposal", &id), ("choice", "for")]).await;
    assert_eq!(vote.status, StatusCode::SEE_OTHER);
    assert_eq!(edit(Seat::Family, "Autre chose").await, StatusCode::CONFLICT);
    // Taken back: out of the list, no vote any more, its text for its author alone; and not without a word.
    let withdraw = async |seat, sure: &str| app.post(seat, Act::WithdrawProposal, &path, &[("proposal", &id), ("sure", sure)]).await.status;
    assert_eq!(withdraw(Seat::Elected, "true").await, StatusCode::NOT_FOUND);
    assert_eq!(withdraw(Seat::Family, "false").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(withdraw(Seat::Family, "true").await, StatusCode::SEE_OTHER);
    assert_eq!(count(&app).await, 1);
    let vote = app.post(Seat::Professional, Act::Vote, &path, &[("proposal", &id), ("choice", "for")]).await;
    assert_eq!(vote.status, StatusCode::NOT_FOUND);
    let others = app.get(Seat::Professional, &path).await;
    assert!(others.status == StatusCode::OK && !others.body.contains("Mieux dit") && !others.body.contains("En tout"));
    assert!(app.get(Seat::Family, &path).await.body.contains("Mieux dit"));
    let comment = app.post(Seat::Elected, Act::Comment, &path, &[("subject", &format!("proposal/{id}")), ("body", "Dommage")]).await;
    assert_eq!(comment.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn facilitators_merge_and_part_and_the_journal_knows() {
    let app = TestApp::new().await;
    let kept = app.world.proposal.to_string();
    let (path, id) = proposed(&app, Seat::Professional, "Garde du samedi").await;
    app.post(Seat::Elected, Act::Vote, &path, &[("proposal", &id), ("choice", "for")]).await;
    let merge = async |seat, into: &str| app.post(seat, Act::MergeProposal, &path, &[("proposal", &id), ("into", into)]).await.status;
    assert_eq!(merge(Seat::Facilitator, &id).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(merge(Seat::Facilitator, &app.world.process.to_string()).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(merge(Seat::Facilitator, "").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(merge(Seat::Facilitator, &kept).await, StatusCode::SEE_OTHER);
    assert_eq!(merge(Seat::Facilitator, &kept).await, StatusCode::CONFLICT);
    assert_eq!(count(&app).await, 1);
    let page = app.get(Seat::Visitor, &format!("/proposal/{kept}")).await;
    assert!(page.body.contains("Garde du samedi") && page.body.contains("Professional"), "the other author and what they wrote");
    let merged = app.get(Seat::Visitor, &path).await;
    assert!(merged.status == StatusCode::OK && merged.body.contains(&format!("/proposal/{kept}")));
    let votes = store::proposals::tallies(&mut app.services.db.read().await.unwrap(), &[app.world.proposal]).await.unwrap();
    assert_eq!(votes.iter().map(|count| count.n).sum::<i64>(), 1);
    let part = async || app.post(Seat::Facilitator, Act::UnmergeProposal, &path, &[("proposal", &id)]).await.status;
    assert_eq!(part().await, StatusCode::SEE_OTHER);
    assert_eq!(part().await, StatusCode::CONFLICT);
    assert_eq!(count(&app).await, 2);
    let journal = app.get(Seat::Administrator, "/admin/journal").await;
    assert!(journal.body.contains("Proposition regroupée") && journal.body.contains("Proposition séparée"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_elected_member_answers_once_named_and_those_concerned_hear_of_it_once() {
    let app = TestApp::new().await;
    let proposal = app.world.proposal.to_string();
    app.post(Seat::Professional, Act::Vote, "/about", &[("proposal", &proposal), ("choice", "against")]).await;
    let decide = async || {
        let fields = [("proposal", proposal.as_str()), ("outcome", "retained"), ("reason", "Dès septembre")];
        app.post(Seat::Elected, Act::DecideProposal, &format!("/proposal/{proposal}"), &fields).await.status
    };
    assert_eq!(decide().await, StatusCode::CONFLICT);
    let (elected, family) = (app.account(Seat::Elected).unwrap().to_string(), app.account(Seat::Family).unwrap().to_string());
    let name = async |account: &str| {
        let process = app.world.process.to_string();
        app.post(Seat::Facilitator, Act::NameAnswerer, "/about", &[("process", &process), ("account", account), ("answers", "true")])
            .await
            .status
    };
    assert_eq!(name(&family).await, StatusCode::NOT_FOUND);
    assert_eq!(name(&elected).await, StatusCode::SEE_OTHER);
    assert_eq!(decide().await, StatusCode::SEE_OTHER);
    let page = app.get(Seat::Visitor, &format!("/proposal/{proposal}")).await;
    assert!(page.body.contains("Dès septembre") && page.body.contains("Elected"));
    // Not at once: other answers and corrections go with it.
    assert_eq!(app::account::news::send(&app.services, || false).await.unwrap(), 0);
    app.services.clock.set(NOW + store::news::GATHERED + 1);
    assert_eq!(app::account::news::send(&app.services, || false).await.unwrap(), 2);
    assert_eq!(app::account::news::send(&app.services, || false).await.unwrap(), 0);
    let mails =
        app.services.db.write(|c| Box::pin(async move { store::mail::claim(c, 10, NOW + 2 * store::news::GATHERED).await })).await.unwrap();
    let to: std::collections::BTreeSet<_> = mails.iter().map(|mail| mail.recipient.as_str()).collect();
    assert_eq!(to, ["family@example.org", "professional@example.org"].into());
    let mail = mails.iter().find(|mail| mail.recipient.starts_with("professional")).unwrap();
    assert!(mail.body.contains("Une garde le samedi") && mail.body.contains("Retenu"));
    // Nothing of what they voted, nor whether they wrote it.
    let other = mails.iter().find(|mail| mail.recipient.starts_with("family")).unwrap();
    let before = |body: &str| body.split("/mails/").next().unwrap().to_owned();
    assert_eq!(before(&mail.body), before(&other.body));
    // The link works for whoever holds it, and by a button alone.
    let token = mail.body.split("/mails/").nth(1).unwrap().split_whitespace().next().unwrap();
    assert_eq!(app.get(Seat::Visitor, &format!("/mails/{token}")).await.status, StatusCode::OK);
    let account = app.account(Seat::Professional).unwrap();
    assert!(!store::news::is_off(&mut app.services.db.read().await.unwrap(), account).await.unwrap());
    assert_eq!(app.post(Seat::Visitor, Act::MailsOff, "/about", &[("token", token)]).await.status, StatusCode::SEE_OTHER);
    assert!(store::news::is_off(&mut app.services.db.read().await.unwrap(), account).await.unwrap());
    assert_eq!(app.post(Seat::Visitor, Act::MailsOff, "/about", &[("token", "0123")]).await.status, StatusCode::NOT_FOUND);
    let word = app.get(Seat::Professional, "/my-word").await;
    assert!(word.body.contains("Une garde le samedi") && word.body.contains("Dès septembre"));
}

#[tokio::test(flavor = "multi_thread")]
async fn hidden_votes_show_in_no_order() {
    let app = TestApp::new().await;
    let round = app.world.proposals;
    let (_, second) = proposed(&app, Seat::Professional, "Un jardin").await;
    proposed(&app, Seat::Professional, "Une fontaine").await;
    let second: ProposalId = second.parse().unwrap();
    let (account, college) = (app.account(Seat::Family).unwrap(), app.world.family);
    app.services
        .db
        .write(move |c| {
            Box::pin(async move {
                let vote = Vote { college, choice: Choice::For };
                store::proposals::vote(c, second, account, vote, &steps(None, vote)).await?;
                store::round::set_content(c, round, &Rules { results: Results::AfterClosing, ..Rules::default() }).await
            })
        })
        .await
        .unwrap();
    let order = async |sort: &str| {
        let page = app.get(Seat::Professional, &format!("/r/{round}?sort={sort}")).await.body;
        let list = page.split("class=\"items\"").nth(1).unwrap_or_else(|| panic!("{page}"));
        let mut places: Vec<_> =
            ["Une garde le samedi", "Un jardin", "Une fontaine"].map(|title| (list.find(title).unwrap(), title)).into();
        places.sort_unstable();
        (places.into_iter().map(|(_, title)| title).collect::<Vec<_>>(), page.contains("Plus soutenues"))
    };
    assert_eq!(order("support").await, order("recent").await);
    assert!(!order("support").await.1);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_at_a_time_comes_to_an_end_and_shows_each_once() {
    let app = TestApp::new().await;
    let round = app.world.proposals;
    for title in ["Un jardin", "Une fontaine", "Une navette"] {
        proposed(&app, Seat::Professional, title).await;
    }
    let mut seen = std::collections::BTreeSet::new();
    for number in 1..=4 {
        let page = app.get(Seat::Elected, &format!("/r/{round}/one")).await;
        assert!(page.body.contains(&format!("{number} sur 4")), "{}", page.body);
        let id = page.body.split("name=\"proposal\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
        assert!(seen.insert(id.clone()));
        let from = format!("/r/{round}/one");
        let vote = app.post(Seat::Elected, Act::Vote, &from, &[("proposal", &id), ("choice", "abstain"), ("form_page", &from)]).await;
        assert!(vote.location().starts_with(&from), "{}", vote.location());
    }
    let page = app.get(Seat::Elected, &format!("/r/{round}/one")).await;
    assert!(page.body.contains("Merci, vous avez tout vu"));
    assert_eq!(app.get(Seat::Facilitator, &format!("/r/{round}/one")).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_persons_fault_keeps_nobody_else_from_their_answer() {
    let url = format!("sqlite:{}", std::env::temp_dir().join(format!("palabre-router-{}.db", store::Uuid::new_v4().simple())).display());
    let app = TestApp::at(&url, Visibility::Public).await;
    let (_, broken) = proposed(&app, Seat::Family, "Un jardin").await;
    let (_, whole) = proposed(&app, Seat::Professional, "Une fontaine").await;
    for proposal in [&broken, &whole] {
        let answer = [("proposal", proposal.as_str()), ("outcome", "retained"), ("reason", "Dès septembre")];
        assert_eq!(app.post(Seat::Facilitator, Act::DecideProposal, "/about", &answer).await.status, StatusCode::SEE_OTHER);
    }
    let mut behind = SqliteConnection::connect(&url).await.unwrap();
    behind.execute("UPDATE proposals SET outcome = 'moon' WHERE title = 'Un jardin'").await.unwrap();
    app.services.clock.set(NOW + store::news::GATHERED + 1);
    assert_eq!(app::account::news::send(&app.services, || false).await.unwrap(), 1);
    let mails =
        app.services.db.write(|c| Box::pin(async move { store::mail::claim(c, 10, NOW + 2 * store::news::GATHERED).await })).await.unwrap();
    assert_eq!(mails.iter().map(|mail| mail.recipient.as_str()).collect::<Vec<_>>(), ["professional@example.org"]);
}
