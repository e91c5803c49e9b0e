//! Where words come from: passages that were spoken of, what each college said, what became of it.

use domain::{
    charter::{
        amendment::{Kind, State, Step},
        article::Words,
        objection::{Answer, Reply},
        stance::Stance,
    },
    comments::Subject,
    id::CommentId,
    moderation,
    proposals::Decision,
    round::Outcome,
};
use rstest::rstest;
use store::{Error, charter, comments};

use super::Fixture;
use crate::support::On;

impl Fixture {
    /// A comment of a person on words of the version that stands.
    async fn speak(&self, person: usize, quote: &str, body: &str, at: i64) -> CommentId {
        let (round, article, (author, college)) = (self.round, self.article, self.people[person]);
        let (quote, body) = (quote.to_owned(), body.to_owned());
        self.db
            .write(move |c| {
                Box::pin(async move {
                    c.lock(article.0).await?;
                    let subject = Subject::Article(article);
                    let new = comments::New { round, subject, parent: None, author, college: Some(college), body: &body };
                    let id = comments::create(c, new, at).await?;
                    let version = charter::article(c, article).await?.unwrap().version;
                    let start = version.body.find(&quote).unwrap() as u32;
                    let place = start..start + quote.len() as u32;
                    charter::tie(c, id, (article, version.number, &version.body), &place, &quote).await?;
                    Ok::<_, Error>(id)
                })
            })
            .await
            .unwrap()
    }

    async fn rewrite(&self, body: &str) {
        let (article, author, body) = (self.article, self.people[0].0, body.to_owned());
        self.db
            .write(move |c| {
                Box::pin(async move {
                    c.lock(article.0).await?;
                    let current = charter::article(c, article).await?.unwrap().version;
                    let words = Words { body, ..current.words() };
                    charter::add_version(c, article, current.number + 1, &words, author, 9).await?;
                    Ok::<_, Error>(())
                })
            })
            .await
            .unwrap();
    }
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn passages_are_told_with_their_comments_and_the_texts_since(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    fixture.rewrite("Corps entier. Fin.").await;
    let first = fixture.speak(1, "entier", "Lequel ?", 20).await;
    let hidden = fixture.speak(2, "Fin", "Caché", 21).await;
    let gone = fixture.speak(1, "Fin", "Repris", 22).await;
    fixture.rewrite("Corps sain et entier. Fin.").await;
    let (subject, process, moderator) = (Subject::Article(fixture.article), fixture.process, fixture.people[0].0);
    fixture
        .db
        .write(move |c| {
            Box::pin(async move {
                comments::answer(c, first, &Decision { outcome: Outcome::Retained, reason: "Oui".into() }).await?;
                let why = moderation::Reason { cause: moderation::Cause::FamilyData, words: String::new() };
                let target = (moderation::Target::Comment(hidden), subject);
                store::moderation::hide(c, process, target, moderator, (&why, "Un prénom"), 23).await?;
                comments::withdraw(c, gone, subject).await
            })
        })
        .await
        .unwrap();
    let mut c = fixture.c().await;
    let spoken = charter::spoken(&mut c, fixture.article).await.unwrap();
    assert_eq!(spoken.iter().map(|one| one.id).collect::<Vec<_>>(), [first]);
    assert_eq!((spoken[0].version, spoken[0].quote.as_str(), spoken[0].outcome), (2, "entier", Some(Outcome::Retained)));
    assert_eq!((spoken[0].at_from, spoken[0].at_to), (Some(14), Some(20)));
    let me = fixture.people[1].0;
    assert_eq!(charter::my_passages(&mut c, me).await.unwrap(), [(first, fixture.article, 2, "entier".to_owned())]);
    let texts = charter::texts_since_my_passages(&mut c, me).await.unwrap();
    assert_eq!(texts.iter().map(|(_, number, _)| *number).collect::<Vec<_>>(), [2, 3]);
    assert!(charter::texts_since_my_passages(&mut c, fixture.people[0].0).await.unwrap().is_empty());
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn what_a_college_said_is_counted_and_told_with_what_became_of_it(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    let (one, other) = (fixture.people[0].1, fixture.people[1].1);
    let (round, article, asker) = (fixture.round, fixture.article, fixture.people[1].0);
    let retained = fixture.speak(0, "Corps", "Dire lequel", 20).await;
    fixture
        .db
        .write(move |c| {
            Box::pin(async move {
                let subject = Subject::Article(article);
                let new = comments::New { round, subject, parent: None, author: asker, college: Some(other), body: "Quand ?" };
                let question = comments::ask(c, new, 21).await?;
                comments::answer_question(c, question, "Demain", asker).await?;
                // A facilitator is of no college.
                comments::create(c, comments::New { college: None, body: "Note", ..new }, 22).await?;
                comments::answer(c, retained, &Decision { outcome: Outcome::Partly, reason: "En partie".into() }).await
            })
        })
        .await
        .unwrap();
    let accepted = fixture.amend(Kind::Change, 1, "Mieux").await;
    let rejected = fixture.amend(Kind::Change, 0, "Autrement").await;
    assert!(fixture.decide(accepted, Step::Accept, 1, "Mieux").await);
    assert!(fixture.decide(rejected, Step::Reject, 2, "").await);
    let version = fixture.current().await.version.version_id;
    assert!(fixture.take(2, version, Stance::Objection, None).await);

    let mut c = fixture.c().await;
    let mut talk = charter::talk(&mut c, round).await.unwrap();
    talk.sort_by_key(|talk| talk.college_id != one);
    let none =
        charter::Talk { college_id: one, comments: 0, passages: 0, questions: 0, answered: 0, retained: 0, partly: 0, not_retained: 0 };
    assert_eq!(
        talk,
        [
            charter::Talk { comments: 1, passages: 1, partly: 1, ..none },
            charter::Talk { college_id: other, questions: 1, answered: 1, ..none }
        ]
    );
    let taken = charter::taken_in(&mut c, round).await.unwrap();
    assert_eq!(taken.iter().map(|one| (one.id, one.college_id, one.outcome)).collect::<Vec<_>>(), [(retained, one, Outcome::Partly)]);
    let told = charter::told(&mut c, round).await.unwrap();
    let told: Vec<_> = told.iter().map(|told| (told.id, told.college_id, told.state, told.number)).collect();
    assert!(told.contains(&(accepted, other, State::Accepted, Some(2))) && told.contains(&(rejected, one, State::Rejected, None)));
    assert_eq!(charter::became(&mut c, accepted).await.unwrap(), Some((article, 2)));
    assert_eq!(charter::became(&mut c, rejected).await.unwrap(), None);

    let objections = charter::objections_of_round(&mut c, round).await.unwrap();
    assert_eq!((objections.len(), objections[0].college_id, objections[0].article_id), (1, one, Some(article)));
    let id = objections[0].id;
    let reply = Reply { answer: Answer::Maintained, words: "Le texte reste".into(), version: None };
    fixture.db.write(move |c| Box::pin(async move { charter::answer_objection(c, id, &reply, 30).await })).await.unwrap();
    let answered = charter::objections_of_round(&mut c, round).await.unwrap();
    assert_eq!((answered[0].answer, answered[0].words.as_str()), (Some(Answer::Maintained), "Le texte reste"));
}
