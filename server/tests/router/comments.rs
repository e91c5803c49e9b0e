//! Comments and moderation through the router: refused with its reason, nothing of anybody else's, nothing lost.

use axum::http::StatusCode;
use domain::{
    access::{Act, Seat, Visibility},
    comments::{Order, Subject},
    round::Calendar,
};
use store::{comments, proposals::Reader};

use crate::support::{NOW, TestApp};

const SCRIPT: &str = "<script>alert(1)</script>";
const ALL: Reader = Reader { account: None, facilitator: true };

impl TestApp {
    fn comment(&self) -> String {
        self.world.comment.to_string()
    }

    fn target(&self) -> String {
        format!("comment/{}", self.world.comment)
    }

    fn page(&self) -> String {
        format!("/proposal/{}", self.world.proposal)
    }

    async fn rows(&self) -> Vec<comments::Comment> {
        let mut c = self.services.db.read().await.unwrap();
        comments::page(&mut c, Subject::Proposal(self.world.proposal), ALL, Order::Time, comments::Filter::default(), 0).await.unwrap()
    }

    async fn closes_at(&self, at: i64) {
        let round = self.world.proposals;
        let calendar = Calendar { announced: true, opens_at: Some(NOW - 1000), closes_at: Some(at), closed_at: None, published_at: None };
        self.services.db.write(move |c| Box::pin(async move { store::round::set_calendar(c, round, calendar).await })).await.unwrap();
    }

    async fn hide(&self) {
        let fields = [("target", &*self.target()), ("cause", "family_data"), ("reason", "Un numéro de téléphone")];
        assert_eq!(self.post(Seat::Facilitator, Act::HideText, &self.page(), &fields).await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_changes_or_takes_back_anothers_comment() {
    let app = TestApp::new().await;
    for seat in [Seat::Professional, Seat::Facilitator] {
        for act in [Act::EditComment, Act::WithdrawComment] {
            let answer = app.post(seat, act, &app.page(), &[("comment", &*app.comment()), ("body", "Autre chose encore")]).await;
            assert_eq!(answer.status, StatusCode::CONFLICT);
            assert!(answer.body.contains("seul son auteur"), "{}", answer.body);
        }
    }
    let rows = app.rows().await;
    assert_eq!((rows[0].body.as_str(), rows[0].edited_at, rows[0].withdrawn), ("Un commentaire", None, false));
}

#[tokio::test(flavor = "multi_thread")]
async fn its_author_changes_it_and_everybody_reads_what_it_said() {
    let app = TestApp::new().await;
    let edit = [("comment", &*app.comment()), ("body", SCRIPT)];
    assert_eq!(app.post(Seat::Family, Act::EditComment, &app.page(), &edit).await.status, StatusCode::SEE_OTHER);
    let page = app.get(Seat::Visitor, &format!("{}?history={}", app.page(), app.comment())).await;
    assert!(page.body.contains("Un commentaire") && page.body.contains("&lt;script&gt;") && !page.body.contains(SCRIPT), "{}", page.body);
    // Too long: what was typed is there, what was written stays.
    let long = "très long ".repeat(400);
    let path = format!("{}?edit={}", app.page(), app.comment());
    let edit = [("comment", &*app.comment()), ("body", &long), ("form_key", &format!("edit-{}", app.comment())), ("form_page", &path)];
    let answer = app.post(Seat::Family, Act::EditComment, &path, &edit).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains(long.trim()));
    assert_eq!(app.rows().await[0].body, SCRIPT);
    assert_eq!(
        app.post(Seat::Family, Act::WithdrawComment, &app.page(), &[("comment", &app.comment())]).await.status,
        StatusCode::SEE_OTHER
    );
    let page = app.get(Seat::Facilitator, &format!("{}?history={}", app.page(), app.comment())).await;
    assert!(!page.body.contains("alert(1)") && !page.body.contains("<p>Un commentaire") && page.body.contains("retiré par son auteur"));
}

#[tokio::test(flavor = "multi_thread")]
async fn after_closing_nothing_moves_to_the_millisecond() {
    let app = TestApp::new().await;
    app.closes_at(NOW + 10).await;
    let (comment, proposal) = (app.comment(), format!("proposal/{}", app.world.proposal));
    let all = async |seat_marks: &str, words: &str| {
        [
            app.post(Seat::Family, Act::EditComment, &app.page(), &[("comment", &*comment), ("body", words)]).await.status,
            app.post(Seat::Professional, Act::MarkComment, &app.page(), &[("comment", &*comment), ("mark", seat_marks)]).await.status,
            app.post(Seat::Elected, Act::Comment, &app.page(), &[("subject", &*proposal), ("body", words)]).await.status,
        ]
    };
    app.services.clock.set(NOW + 9);
    assert_eq!(all("agree", "Avant").await, [StatusCode::SEE_OTHER; 3]);
    app.services.clock.set(NOW + 10);
    assert_eq!(all("disagree", "Après").await, [StatusCode::CONFLICT; 3]);
    assert_eq!(app.post(Seat::Family, Act::WithdrawComment, &app.page(), &[("comment", &*comment)]).await.status, StatusCode::CONFLICT);
    let rows = app.rows().await;
    assert_eq!((rows.len(), rows[0].body.as_str(), rows[0].agrees, rows[0].disagrees), (2, "Avant", 1, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_marks_at_once_leave_one() {
    let app = std::sync::Arc::new(TestApp::new().await);
    let mut marks = tokio::task::JoinSet::new();
    for number in 0..100 {
        let app = app.clone();
        marks.spawn(async move {
            let mark = ["agree", "disagree"][number % 2];
            app.post(Seat::Professional, Act::MarkComment, &app.page(), &[("comment", &app.comment()), ("mark", mark)]).await.status
        });
    }
    // Some are told to wait: nobody changes their mind a hundred times in a moment.
    let statuses = marks.join_all().await;
    assert!(statuses.iter().all(|status| matches!(*status, StatusCode::SEE_OTHER | StatusCode::TOO_MANY_REQUESTS)), "{statuses:?}");
    let row = app.rows().await.remove(0);
    assert_eq!(row.agrees + row.disagrees, 1);
    assert!(row.agrees >= 0 && row.disagrees >= 0);
    let own = app.post(Seat::Family, Act::MarkComment, &app.page(), &[("comment", &app.comment()), ("mark", "agree")]).await;
    assert_eq!(own.status, StatusCode::CONFLICT);
    let wrong = app.post(Seat::Elected, Act::MarkComment, &app.page(), &[("comment", &app.comment()), ("mark", "twice")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_writes_too_fast_is_told_when_to_go_on_and_loses_nothing() {
    let app = TestApp::new().await;
    let subject = format!("proposal/{}", app.world.proposal);
    let say = async |words: &str| {
        let fields = [("subject", &*subject), ("body", words), ("form_key", "comment"), ("form_page", &app.page())];
        app.post(Seat::Professional, Act::Comment, &app.page(), &fields).await
    };
    for number in 0..10 {
        assert_eq!(say(&format!("Mots {number}")).await.status, StatusCode::SEE_OTHER);
    }
    let refused = say("Une phrase que personne ne veut perdre").await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(refused.body.contains("dans 2 minutes") && refused.body.contains("Une phrase que personne ne veut perdre"), "{}", refused.body);
    // Others go at their own pace, and two minutes later so does this one.
    let other = [("subject", &*subject), ("body", "Moi aussi")];
    assert_eq!(app.post(Seat::Elected, Act::Comment, &app.page(), &other).await.status, StatusCode::SEE_OTHER);
    app.services.clock.set(NOW + 120_000);
    assert_eq!(say("Une phrase que personne ne veut perdre").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_megabyte_of_text_is_refused_everywhere() {
    let app = TestApp::new().await;
    let (long, longer) = ("é".repeat(150_000), "é".repeat(200_000));
    let (subject, comment, target) = (format!("proposal/{}", app.world.proposal), app.comment(), app.target());
    app.hide().await;
    let posts = [
        (Seat::Elected, Act::Comment, ("subject", &*subject), "body", StatusCode::UNPROCESSABLE_ENTITY),
        (Seat::Family, Act::EditComment, ("comment", &*comment), "body", StatusCode::CONFLICT),
        (Seat::Family, Act::Appeal, ("target", &*target), "words", StatusCode::UNPROCESSABLE_ENTITY),
        (Seat::Facilitator, Act::ShowText, ("target", &*target), "words", StatusCode::UNPROCESSABLE_ENTITY),
        (Seat::Elected, Act::Report, ("target", &*subject), "reason", StatusCode::UNPROCESSABLE_ENTITY),
        (Seat::Facilitator, Act::HideText, ("target", &*subject), "reason", StatusCode::UNPROCESSABLE_ENTITY),
    ];
    for (seat, act, id, field, expected) in posts {
        let fields = [id, (field, long.as_str()), ("cause", "other")];
        assert_eq!(app.post(seat, act, "/about", &fields).await.status, expected, "{act:?}");
        let fields = [id, (field, longer.as_str()), ("cause", "other")];
        assert_eq!(app.post(seat, act, "/about", &fields).await.status, StatusCode::PAYLOAD_TOO_LARGE, "{act:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_reports_what_they_may_not_see() {
    let app = TestApp::with(Visibility::Members).await;
    let fields = [("target", &*app.target()), ("cause", "insult")];
    assert_eq!(app.post(Seat::Stranger, Act::Report, "/about", &fields).await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.post(Seat::Visitor, Act::Report, "/about", &fields).await.status, StatusCode::UNAUTHORIZED);
    app.hide().await;
    assert_eq!(app.post(Seat::Elected, Act::Report, "/about", &fields).await.status, StatusCode::NOT_FOUND);
    for wrong in ["comment/1; DROP TABLE reports", "moon/1", "", &format!("proposal/{}", app.world.comment)] {
        let status = app.post(Seat::Elected, Act::Report, "/about", &[("target", wrong), ("cause", "insult")]).await.status;
        assert!(matches!(status, StatusCode::UNPROCESSABLE_ENTITY | StatusCode::NOT_FOUND), "{wrong}: {status}");
    }
    // Under a hidden proposal there is nothing to report, mark or answer either.
    let proposal = format!("proposal/{}", app.world.proposal);
    let subject = Subject::Proposal(app.world.proposal);
    let (round, author) = (app.world.proposals, app.account(Seat::Family).unwrap());
    let new = store::comments::New { round, subject, parent: None, author, college: Some(app.world.family), body: "Encore" };
    let other = app.services.db.write(move |c| Box::pin(async move { comments::create(c, new, NOW).await })).await.unwrap().to_string();
    let hide = [("target", &*proposal), ("cause", "insult")];
    assert_eq!(app.post(Seat::Facilitator, Act::HideText, "/about", &hide).await.status, StatusCode::SEE_OTHER);
    let target = format!("comment/{other}");
    let report = [("target", &*target), ("cause", "insult")];
    assert_eq!(app.post(Seat::Elected, Act::Report, "/about", &report).await.status, StatusCode::NOT_FOUND);
    let mark = [("comment", &*other), ("mark", "agree")];
    assert_eq!(app.post(Seat::Elected, Act::MarkComment, "/about", &mark).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn reports_join_and_name_nobody() {
    let app = TestApp::new().await;
    let report = async |seat, words: &str| {
        app.post(seat, Act::Report, &app.page(), &[("target", &*app.target()), ("cause", "insult"), ("reason", words)]).await.status
    };
    assert_eq!(report(Seat::Elected, SCRIPT).await, StatusCode::SEE_OTHER);
    assert_eq!(report(Seat::Elected, "Encore").await, StatusCode::CONFLICT);
    assert_eq!(report(Seat::Professional, "Ce n’est pas gentil").await, StatusCode::SEE_OTHER);
    assert_eq!(report(Seat::Family, "Le mien").await, StatusCode::CONFLICT);
    let queue = format!("/p/{}/moderation", app.world.process);
    let page = app.get(Seat::Facilitator, &queue).await.body;
    assert!(page.contains("2 signalements") && page.contains("&lt;script&gt;") && !page.contains(SCRIPT), "{page}");
    assert!(!page.contains(">Elected<") && !page.contains(">Professional<"));
    assert!(app.get(Seat::Facilitator, &format!("/p/{}", app.world.process)).await.body.contains("Modération (1 à traiter)"));
    // The author sees nothing of it, and the journal neither.
    let page = app.get(Seat::Family, &app.page()).await.body;
    assert!(!page.contains("pas gentil") && !page.contains("signalements"));
    let mut c = app.services.db.read().await.unwrap();
    assert!(store::journal::page(&mut c, None, 10).await.unwrap().is_empty());
    drop(c);
    let left = app.post(Seat::Facilitator, Act::LeaveText, &queue, &[("target", &*app.target())]).await;
    assert_eq!((left.status, left.location()), (StatusCode::SEE_OTHER, &*queue));
    assert!(app.get(Seat::Facilitator, &queue).await.body.contains("Aucun signalement"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hidden_text_is_appealed_and_the_committee_decides() {
    let app = TestApp::new().await;
    app.hide().await;
    let word = "Un commentaire";
    for (seat, sees) in
        [(Seat::Visitor, false), (Seat::Elected, false), (Seat::Researcher, false), (Seat::Family, true), (Seat::Facilitator, true)]
    {
        let page = app.get(seat, &app.page()).await.body;
        assert_eq!(page.contains(word), sees, "{seat:?}");
        assert_eq!(page.contains("Un numéro de téléphone"), sees, "{seat:?}");
    }
    app.appoint(Seat::Elected, "ethics").await;
    assert!(app.get(Seat::Elected, &app.page()).await.body.contains(word));
    let target = app.target();
    let appeal = async |seat, words: &str| app.post(seat, Act::Appeal, &app.page(), &[("target", &*target), ("words", words)]).await.status;
    assert_eq!(appeal(Seat::Professional, "Pour elle").await, StatusCode::CONFLICT);
    assert_eq!(appeal(Seat::Family, "").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(appeal(Seat::Family, SCRIPT).await, StatusCode::SEE_OTHER);
    assert_eq!(appeal(Seat::Family, "Encore une fois").await, StatusCode::CONFLICT);
    let decide = async |seat, ending: &str| {
        app.post(seat, Act::DecideAppeal, &app.page(), &[("target", &*target), ("ending", ending), ("words", "Rien de privé ici")])
            .await
            .status
    };
    // A facilitator who sits in the committee does not judge their own act; a facilitator who does not has no say at all.
    assert_eq!(decide(Seat::Facilitator, "upheld").await, StatusCode::FORBIDDEN);
    app.appoint(Seat::Facilitator, "ethics").await;
    assert_eq!(decide(Seat::Facilitator, "upheld").await, StatusCode::CONFLICT);
    let queue = app.get(Seat::Elected, &format!("/p/{}/moderation", app.world.process)).await.body;
    assert!(queue.contains("&lt;script&gt;") && !queue.contains(SCRIPT), "{queue}");
    assert_eq!(decide(Seat::Elected, "lifted").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(decide(Seat::Elected, "restored").await, StatusCode::SEE_OTHER);
    assert_eq!(decide(Seat::Elected, "upheld").await, StatusCode::CONFLICT);
    assert!(app.get(Seat::Visitor, &app.page()).await.body.contains(word));
    let again = app.post(Seat::Facilitator, Act::HideText, &app.page(), &[("target", &*target), ("cause", "insult")]).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    let mut c = app.services.db.read().await.unwrap();
    let acts = store::journal::page(&mut c, None, 10).await.unwrap();
    assert_eq!(acts.iter().map(|act| act.act.as_str()).collect::<Vec<_>>(), ["comment.appeal", "comment.hide"]);
    assert!(acts.iter().all(|act| !act.detail.contains("numéro") && !act.detail.contains("privé") && !act.detail.contains("script")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_facilitator_mends_a_mistake_of_a_proposal_too() {
    let app = TestApp::new().await;
    let target = format!("proposal/{}", app.world.proposal);
    let post = async |act, fields: &[(&str, &str)]| {
        let fields: Vec<_> = [("target", target.as_str())].into_iter().chain(fields.iter().copied()).collect();
        app.post(Seat::Facilitator, act, &app.page(), &fields).await.status
    };
    assert_eq!(post(Act::ShowText, &[("words", "Par erreur")]).await, StatusCode::CONFLICT);
    assert_eq!(post(Act::HideText, &[("cause", "other")]).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(post(Act::HideText, &[("cause", "duplicate")]).await, StatusCode::SEE_OTHER);
    assert_eq!(app.get(Seat::Elected, &app.page()).await.status, StatusCode::NOT_FOUND);
    assert_eq!(post(Act::ShowText, &[("words", "")]).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(post(Act::ShowText, &[("words", "Par erreur")]).await, StatusCode::SEE_OTHER);
    assert_eq!(app.get(Seat::Elected, &app.page()).await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_a_comment_is_for_comes_from_the_list() {
    let app = TestApp::new().await;
    let (process, account) = (app.world.process, app.account(Seat::Family));
    let mut c = app.services.db.read().await.unwrap();
    let family = store::process::who(&mut c, process, account).await.unwrap().unwrap().membership.unwrap().member;
    let elected = store::process::who(&mut c, process, app.account(Seat::Elected)).await.unwrap().unwrap().membership.unwrap().member;
    drop(c);
    let subject = format!("proposal/{}", app.world.proposal);
    let say = async |words: &str, mentions: &[String]| {
        let mut fields = vec![("subject", subject.as_str()), ("body", words)];
        fields.extend(mentions.iter().map(|mention| ("mentions[]", mention.as_str())));
        app.post(Seat::Professional, Act::Comment, &app.page(), &fields).await.status
    };
    // The elected official has not spoken here: their identifier is as good as none.
    assert_eq!(say("À vous", &[format!("person/{elected}")]).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(say("À vous", &[SCRIPT.to_owned()]).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(say("À vous", &[format!("person/{family}"), format!("public/{}", app.world.family)]).await, StatusCode::SEE_OTHER);
    assert_eq!(say("Encore à vous", &[format!("person/{family}")]).await, StatusCode::SEE_OTHER);
    let page = app.get(Seat::Family, "/my-word").await.body;
    assert!(page.contains("Professional vous parle"), "{page}");
    // One mail a day, and nothing of the words in it.
    let mails = app.services.db.write(move |c| Box::pin(async move { store::mail::claim(c, 10, NOW).await })).await.unwrap();
    assert_eq!(mails.len(), 1);
    assert!(mails[0].recipient == "family@example.org" && !mails[0].body.contains("À vous"));
    // No list of people for those who cannot write, and no identifiers of theirs.
    let page = app.get(Seat::Visitor, &app.page()).await.body;
    assert!(!page.contains("mentions[]") && !page.contains(&family.to_string()));
}
