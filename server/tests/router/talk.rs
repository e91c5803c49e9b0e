//! What is hidden, taken back or shown again, and who may say so: through the router.

use axum::http::StatusCode;
use domain::{
    access::{Act, Function, Seat},
    comments::Subject,
    lang::LangText,
    proposals::{Choice, Decision, Reasons, Rules, Vote, idea::Extras, steps},
    round::{Calendar, Outcome},
    survey::Picture,
};
use store::comments;

use crate::support::{Answer, NOW, TestApp};

impl TestApp {
    fn place(&self) -> String {
        format!("/proposal/{}", self.world.proposal)
    }

    async fn act(&self, seat: Seat, act: Act, target: &str, fields: &[(&str, &str)]) -> Answer {
        let fields: Vec<_> = [("target", target)].into_iter().chain(fields.iter().copied()).collect();
        self.post(seat, act, &self.place(), &fields).await
    }

    async fn of_comment(&self, seat: Seat, act: Act, fields: &[(&str, &str)]) -> Answer {
        let id = self.world.comment.to_string();
        let fields: Vec<_> = [("comment", id.as_str())].into_iter().chain(fields.iter().copied()).collect();
        self.post(seat, act, &self.place(), &fields).await
    }

    async fn due_mails(&self, now: i64) -> Vec<store::mail::Mail> {
        self.services.db.write(move |c| Box::pin(async move { store::mail::claim(c, 100, now).await })).await.unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_title_of_a_withdrawn_proposal_goes_with_its_words() {
    let app = TestApp::new().await;
    let id = app.world.proposal.to_string();
    let fields = [("subject", &*format!("proposal/{id}")), ("body", "Pourquoi pas")];
    assert_eq!(app.post(Seat::Professional, Act::Comment, &app.place(), &fields).await.status, StatusCode::SEE_OTHER);
    let withdrawn = app.post(Seat::Family, Act::WithdrawProposal, &app.place(), &[("proposal", &id), ("sure", "true")]).await;
    assert_eq!(withdrawn.status, StatusCode::SEE_OTHER);
    let title = "Une garde le samedi";
    for (seat, sees) in [(Seat::Visitor, false), (Seat::Professional, false), (Seat::Family, true), (Seat::Facilitator, true)] {
        let page = app.get(seat, &app.place()).await;
        assert_eq!((page.status, page.body.contains(&format!(">{title}<"))), (StatusCode::OK, sees), "{seat:?}");
        assert_eq!(page.body.contains("(Proposition retirée par son auteur)"), !sees, "{seat:?}");
    }
    let word = app.get(Seat::Professional, "/my-word").await.body;
    assert!(!word.contains(title) && word.contains("Proposition retirée par son auteur") && word.contains("Pourquoi pas"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_picture_of_a_hidden_proposal_is_hidden_and_can_be_deleted() {
    let app = TestApp::new().await;
    let (process, proposal) = (app.world.process, app.world.proposal);
    let id = app
        .services
        .db
        .write(move |c| {
            Box::pin(async move {
                let new = store::pictures::New { width: 6, height: 4, large: vec![7; 9], small: vec![7; 3] };
                let id = store::pictures::add_by_participant(c, process, new).await?;
                let picture = Picture { id, width: 6, height: 4, alt: LangText::of("fr", "Une cour") };
                store::proposals::idea::set_extras(c, proposal, &Extras { picture: Some(picture), ..Extras::default() }).await?;
                Ok::<_, store::Error>(id)
            })
        })
        .await
        .unwrap();
    let file = format!("/picture/{id}/small.jpg");
    let delete = async || app.post(Seat::Facilitator, Act::DeletePicture, "/about", &[("picture", &id.to_string())]).await.status;
    assert_eq!(app.get(Seat::Visitor, &file).await.status, StatusCode::OK);
    assert_eq!(delete().await, StatusCode::CONFLICT);
    let hidden = app.act(Seat::Facilitator, Act::HideText, &format!("proposal/{proposal}"), &[("cause", "family_data")]).await;
    assert_eq!(hidden.status, StatusCode::SEE_OTHER);
    for (seat, status) in [
        (Seat::Visitor, StatusCode::NOT_FOUND),
        (Seat::Professional, StatusCode::NOT_FOUND),
        (Seat::Family, StatusCode::OK),
        (Seat::Facilitator, StatusCode::OK),
    ] {
        assert_eq!(app.get(seat, &file).await.status, status, "{seat:?}");
    }
    assert!(app.get(Seat::Facilitator, &format!("/p/{process}/pictures")).await.body.contains(&format!("delete-{id}")));
    assert_eq!(delete().await, StatusCode::SEE_OTHER);
    assert_eq!(app.get(Seat::Facilitator, &file).await.status, StatusCode::NOT_FOUND);
    assert!(!app.get(Seat::Family, &app.place()).await.body.contains(&file));
}

#[tokio::test(flavor = "multi_thread")]
async fn facilitators_leave_the_judgment_of_their_own_texts_to_others() {
    let app = TestApp::new().await;
    let (round, subject, author) = (app.world.proposals, Subject::Proposal(app.world.proposal), app.account(Seat::Facilitator).unwrap());
    let new = comments::New { round, subject, parent: None, author, college: None, body: "De l’équipe" };
    let id = app.services.db.write(move |c| Box::pin(async move { comments::create(c, new, NOW - 9).await })).await.unwrap();
    let target = format!("comment/{id}");
    assert_eq!(app.act(Seat::Family, Act::Report, &target, &[("cause", "insult")]).await.status, StatusCode::SEE_OTHER);
    let queue = app.get(Seat::Facilitator, &format!("/p/{}/moderation", app.world.process)).await.body;
    assert!(queue.contains("De l’équipe") && queue.contains("C’est votre propre texte") && !queue.contains(Act::LeaveText.path()));
    let left = app.act(Seat::Facilitator, Act::LeaveText, &target, &[]).await;
    assert_eq!(left.status, StatusCode::CONFLICT);
    assert!(left.body.contains("C’est votre propre texte"));
    assert_eq!(app.act(Seat::Facilitator, Act::HideText, &target, &[("cause", "off_topic")]).await.status, StatusCode::SEE_OTHER);
    let page = app.get(Seat::Facilitator, &format!("{}?moderate={id}", app.place())).await.body;
    assert!(page.contains("De l’équipe") && !page.contains(Act::ShowText.path()));
    let queue = app.get(Seat::Facilitator, &format!("/p/{}/moderation?show=hidden", app.world.process)).await.body;
    assert!(queue.contains("De l’équipe") && !queue.contains(Act::ShowText.path()));
    let shown = app.act(Seat::Facilitator, Act::ShowText, &target, &[("words", "Par erreur")]).await;
    assert_eq!(shown.status, StatusCode::CONFLICT);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_to_words_that_stay_or_go_with_it() {
    let app = TestApp::new().await;
    let answer = [("outcome", "retained"), ("reason", "Dès la rentrée")];
    assert_eq!(app.of_comment(Seat::Facilitator, Act::AnswerComment, &answer).await.status, StatusCode::SEE_OTHER);
    let edited = app.of_comment(Seat::Family, Act::EditComment, &[("body", "Le contraire")]).await;
    assert_eq!(edited.status, StatusCode::CONFLICT);
    assert!(edited.body.contains("a reçu une réponse"), "{}", edited.body);
    let page = app.get(Seat::Family, &format!("{}?edit={}", app.place(), app.world.comment)).await.body;
    assert!(!page.contains(Act::EditComment.path()) && page.contains(Act::WithdrawComment.path()) && page.contains("Dès la rentrée"));
    assert_eq!(app.of_comment(Seat::Family, Act::WithdrawComment, &[]).await.status, StatusCode::SEE_OTHER);
    let page = app.get(Seat::Facilitator, &app.place()).await.body;
    assert!(!page.contains("Dès la rentrée") && page.contains("retiré par son auteur"));
    assert_eq!(app.of_comment(Seat::Facilitator, Act::AnswerComment, &answer).await.status, StatusCode::CONFLICT);
    // Nor is anything answered that nobody may read.
    let app = TestApp::new().await;
    let target = format!("comment/{}", app.world.comment);
    assert_eq!(app.act(Seat::Facilitator, Act::HideText, &target, &[("cause", "insult")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.of_comment(Seat::Facilitator, Act::AnswerComment, &answer).await.status, StatusCode::CONFLICT);
}

#[tokio::test(flavor = "multi_thread")]
async fn why_a_text_is_hidden_or_shown_again_reaches_its_author_in_their_language() {
    let app = TestApp::new().await;
    for target in [format!("comment/{}", app.world.comment), format!("proposal/{}", app.world.proposal)] {
        let hidden = app.act(Seat::Facilitator, Act::HideText, &target, &[("cause", "family_data"), ("reason", "Le numéro")]).await;
        assert_eq!(hidden.status, StatusCode::SEE_OTHER);
        for path in [app.place(), "/my-word".to_owned()] {
            let page = app.get(Seat::Family, &format!("{path}?lang=en")).await.body;
            assert!(page.contains("Private facts about a family. Le numéro"), "{target} {path}: {page}");
            assert!(!page.contains("Informations privées"), "{target} {path}");
        }
        let shown = app.act(Seat::Facilitator, Act::ShowText, &target, &[("words", "C’était le numéro public")]).await;
        assert_eq!(shown.status, StatusCode::SEE_OTHER);
        for (seat, sees) in [(Seat::Family, true), (Seat::Elected, false), (Seat::Visitor, false)] {
            let page = app.get(seat, &app.place()).await.body;
            assert_eq!(page.matches("C’était le numéro public").count() > 0, sees, "{target} {seat:?}");
        }
        // Said where it happened: a second time below would be the comment's.
        let page = app.get(Seat::Family, &app.place()).await.body;
        assert_eq!(page.matches("le montre de nouveau").count(), if target.starts_with("comment") { 1 } else { 2 });
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn mails_of_mentions_are_switched_off_with_the_others() {
    let app = TestApp::new().await;
    let mut c = app.services.db.read().await.unwrap();
    let family =
        store::process::who(&mut c, app.world.process, app.account(Seat::Family)).await.unwrap().unwrap().membership.unwrap().member;
    drop(c);
    let say = async |words: &str| {
        let subject = format!("proposal/{}", app.world.proposal);
        let fields = [("subject", subject.as_str()), ("body", words), ("mentions[]", &format!("person/{family}"))];
        assert_eq!(app.post(Seat::Professional, Act::Comment, &app.place(), &fields).await.status, StatusCode::SEE_OTHER);
    };
    say("À vous").await;
    let mails = app.due_mails(NOW).await;
    assert_eq!(mails.len(), 1);
    let off = mails[0].off_url.clone().unwrap();
    assert!(mails[0].body.contains(&off), "{}", mails[0].body);
    let token = off.rsplit('/').next().unwrap();
    assert_eq!(app.post(Seat::Visitor, Act::MailsOff, "/about", &[("token", token)]).await.status, StatusCode::SEE_OTHER);
    app.services.clock.set(NOW + 25 * 60 * 60_000);
    let round = app.world.proposals;
    let calendar = Calendar { announced: true, opens_at: Some(NOW - 1000), ..Calendar::default() };
    app.services.db.write(move |c| Box::pin(async move { store::round::set_calendar(c, round, calendar).await })).await.unwrap();
    say("Encore à vous").await;
    assert!(app.due_mails(NOW + 50 * 60 * 60_000).await.iter().all(|mail| mail.id == mails[0].id));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_look_tells_everybody() {
    let app = TestApp::new().await;
    let (process, proposal, family) = (app.world.process, app.world.proposal, app.world.family);
    let by = app.account(Seat::Facilitator).unwrap();
    let people = usize::try_from(2 * app::account::news::AT_ONCE + 7).unwrap();
    app.services
        .db
        .write(move |c| {
            Box::pin(async move {
                for n in 0..people {
                    let account = store::account::create(c, "Quelqu’un", Some(&format!("q{n}@example.org")), None, NOW).await?;
                    store::account::set_verified(c, account, NOW).await?;
                    let (function, college) = (Function::Participant, Some(family));
                    let member = store::process::NewMember {
                        process,
                        account,
                        function,
                        college,
                        organisation: "",
                        title: "",
                        joined_at: Some(NOW),
                    };
                    store::process::add_member(c, member).await?;
                    let vote = Vote { college: family, choice: Choice::For };
                    store::proposals::vote(c, proposal, account, vote, &steps(None, vote)).await?;
                }
                let decision = Decision { outcome: Outcome::Retained, reason: "Oui".into() };
                store::proposals::decide(c, proposal, &decision, by, NOW).await?;
                store::news::note(c, proposal, NOW).await
            })
        })
        .await
        .unwrap();
    app.services.clock.set(NOW + store::news::GATHERED + 1);
    assert_eq!(app::account::news::send(&app.services, || true).await.unwrap(), 0);
    // All of them, and its author.
    assert_eq!(app::account::news::send(&app.services, || false).await.unwrap(), people + 1);
    assert_eq!(app::account::news::send(&app.services, || false).await.unwrap(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_form_of_the_queue_comes_back_there() {
    let app = TestApp::new().await;
    let target = format!("comment/{}", app.world.comment);
    assert_eq!(app.act(Seat::Elected, Act::Report, &target, &[("cause", "insult")]).await.status, StatusCode::SEE_OTHER);
    let queue = format!("/p/{}/moderation?show=reported", app.world.process);
    let key = format!("hide-{}", target.replace('/', "-"));
    let hide = async |from: &str, cause: &str| {
        let fields = [("target", target.as_str()), ("cause", cause), ("form_page", &queue), ("form_key", &key)];
        app.post(Seat::Facilitator, Act::HideText, from, &fields).await
    };
    let refused = hide(&queue, "other").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    // The queue, its form open, the message by the field.
    assert!(refused.body.contains("id=\"queue\"") && refused.body.contains(&format!("id=\"reason-{key}-error\"")), "{}", refused.body);
    assert!(refused.body.contains("<details open"));
    // Its address is the function's now: the way back is the queue all the same.
    let hidden = hide(Act::HideText.path(), "insult").await;
    assert_eq!((hidden.status, hidden.location()), (StatusCode::SEE_OTHER, queue.as_str()));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_reported_a_text_is_not_asked_to_decide_about_it() {
    let app = TestApp::new().await;
    let target = format!("comment/{}", app.world.comment);
    app.appoint(Seat::Elected, "ethics").await;
    app.appoint(Seat::Professional, "ethics").await;
    assert_eq!(app.act(Seat::Elected, Act::Report, &target, &[("cause", "insult")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.act(Seat::Facilitator, Act::HideText, &target, &[("cause", "insult")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.act(Seat::Family, Act::Appeal, &target, &[("words", "Je parlais de moi")]).await.status, StatusCode::SEE_OTHER);
    for (seat, offered) in [(Seat::Elected, false), (Seat::Professional, true)] {
        let page = app.get(seat, &format!("/p/{}/moderation?show=appeals", app.world.process)).await.body;
        assert!(page.contains("Je parlais de moi"));
        assert_eq!((page.contains(Act::DecideAppeal.path()), page.contains("vous l’avez signalé")), (offered, !offered), "{seat:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_list_of_members_is_searched_by_name() {
    let app = TestApp::new().await;
    let (process, family) = (app.world.process, app.world.family);
    let path = format!("/p/{process}/committees");
    let options = |page: &str| page.matches("<option value=\"0").count();
    let before = app.get(Seat::Facilitator, &path).await.body;
    assert!(options(&before) == 6 && !before.contains("name=\"who\""), "{before}");
    app.services
        .db
        .write(move |c| {
            Box::pin(async move {
                for n in 0..40 {
                    let account = store::account::create(c, &format!("Zoé {n}"), None, None, NOW).await?;
                    let (function, college) = (Function::Participant, Some(family));
                    let member = store::process::NewMember {
                        process,
                        account,
                        function,
                        college,
                        organisation: "",
                        title: "",
                        joined_at: Some(NOW),
                    };
                    store::process::add_member(c, member).await?;
                }
                Ok::<_, store::Error>(())
            })
        })
        .await
        .unwrap();
    let many = app.get(Seat::Facilitator, &path).await.body;
    assert!(options(&many) == 30 && many.contains("name=\"who\"") && !many.contains("Zoé 39"));
    let found = app.get(Seat::Facilitator, &format!("{path}?who=zo%C3%A9+39")).await.body;
    assert!(options(&found) == 1 && found.contains("Zoé 39"), "{found}");
    let none = app.get(Seat::Facilitator, &format!("{path}?who=%3Cscript%3E")).await.body;
    assert!(none.contains("Personne de ce nom") && !none.contains("<script>\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reason_given_with_a_vote_is_hidden_without_saying_whose_it_was() {
    let app = TestApp::new().await;
    let (round, proposal) = (app.world.proposals, app.world.proposal.to_string());
    let rules = Rules { reasons: Reasons::Required, ..Rules::default() };
    app.services.db.write(move |c| Box::pin(async move { store::round::set_content(c, round, &rules).await })).await.unwrap();
    let said = "Mme Durand\r\nest folle";
    let vote = [("proposal", &*proposal), ("choice", "against"), ("reason", said)];
    assert_eq!(app.post(Seat::Professional, Act::Vote, &app.place(), &vote).await.status, StatusCode::SEE_OTHER);
    let page = app.get(Seat::Facilitator, &app.place()).await.body;
    let way = page.split("?hide=").nth(1).and_then(|rest| rest.split('#').next()).unwrap_or_else(|| panic!("{page}"));
    assert!(!app.get(Seat::Elected, &app.place()).await.body.contains("?hide="));
    let form = app.get(Seat::Facilitator, &format!("{}?hide={way}", app.place())).await.body;
    assert!(form.contains(Act::HideReason.path()) && !form.contains(&app.account(Seat::Professional).unwrap().to_string()));
    let hide = async |said: &str, cause: &str| {
        let fields = [("proposal", &*proposal), ("said", said), ("cause", cause), ("reason", "Restons polis")];
        app.post(Seat::Facilitator, Act::HideReason, &app.place(), &fields).await.status
    };
    assert_eq!(hide(said, "").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(hide("Autre chose", "insult").await, StatusCode::CONFLICT);
    assert_eq!(hide(said, "insult").await, StatusCode::SEE_OTHER);
    assert_eq!(hide(said, "insult").await, StatusCode::CONFLICT);
    for (seat, sees) in [(Seat::Visitor, false), (Seat::Facilitator, false), (Seat::Family, false), (Seat::Professional, true)] {
        let page = app.get(seat, &app.place()).await.body;
        assert_eq!((page.contains("est folle"), page.contains("Restons polis")), (sees, sees), "{seat:?}");
    }
    let mut c = app.services.db.read().await.unwrap();
    let acts = store::journal::page(&mut c, None, 10).await.unwrap();
    assert_eq!(acts.iter().map(|act| act.act.as_str()).collect::<Vec<_>>(), ["proposal.hide-reason"]);
    assert!(!acts[0].detail.contains("folle") && !acts[0].detail.contains("polis"));
    drop(c);
    // Another reason shows.
    let vote = [("proposal", &*proposal), ("choice", "against"), ("reason", "C’est trop cher")];
    assert_eq!(app.post(Seat::Professional, Act::Vote, &app.place(), &vote).await.status, StatusCode::SEE_OTHER);
    assert!(app.get(Seat::Visitor, &app.place()).await.body.contains("C’est trop cher"));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_word_that_was_typed_is_given_back_too() {
    let app = TestApp::new().await;
    let subject = format!("proposal/{}", app.world.proposal);
    app.services.clock.set(NOW + 2 * 86_400_000);
    let fields = [("subject", subject.as_str()), ("body", "Jamais"), ("form_page", &app.place()), ("form_key", "comment")];
    let refused = app.post(Seat::Professional, Act::Comment, &app.place(), &fields).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.body.contains("<blockquote>Jamais<"), "{}", refused.body);
    assert!(!refused.body.contains(&format!("<blockquote>{subject}")) && !refused.body.contains("<blockquote>comment"));
}

/// Each locks the person and the proposal: in the same order, or the database ends one of them.
#[tokio::test(flavor = "multi_thread")]
async fn what_one_person_does_at_once_to_one_proposal_waits_in_no_circle() {
    let app = std::sync::Arc::new(TestApp::on_postgres().await);
    let (round, college, author) = (app.world.proposals, app.world.family, app.account(Seat::Family).unwrap());
    let mut deeds = tokio::task::JoinSet::new();
    for n in 0..6 {
        let words = domain::proposals::Proposal { title: format!("Proposition {n}"), body: "Des mots".into() };
        let id = app
            .services
            .db
            .write(move |c| Box::pin(async move { store::proposals::create(c, round, author, college, &words, NOW - 400).await }))
            .await
            .unwrap()
            .to_string();
        let mut send = |act: Act, fields: Vec<(&'static str, String)>| {
            let app = app.clone();
            deeds.spawn(async move {
                let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
                (act, app.post(Seat::Professional, act, "/about", &fields).await.status)
            });
        };
        send(Act::Report, vec![("target", format!("proposal/{id}")), ("cause", "duplicate".into())]);
        send(Act::Comment, vec![("subject", format!("proposal/{id}")), ("body", "Oui".into())]);
        for choice in ["for", "against", "abstain", "for"] {
            send(Act::Vote, vec![("proposal", id.clone()), ("choice", choice.into())]);
        }
    }
    for (act, status) in deeds.join_all().await {
        assert_eq!(status, StatusCode::SEE_OTHER, "{act:?}");
    }
}
