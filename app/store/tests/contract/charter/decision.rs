//! What is heard of colleges and committees, objections and their answers, the frozen text, adoption and signatures.

use std::collections::HashMap;

use domain::{
    charter::{
        Frame,
        adoption::Seal,
        objection::{Answer, Reply},
        ratification::{Heard, Matter, ratify},
        rules::{Bar, Body, Least, Rules, Scope},
        stance::Stance,
    },
    committee::Committee,
    id::{ObjectionId, RatificationId},
};
use rstest::rstest;
use store::{
    Error,
    charter::{self, NewAdoption, Said},
    committee, process, round, trace,
};

use super::{Fixture, words};
use crate::support::On;

fn frame(scope: Scope) -> Frame {
    let bar = Bar { quorum: Least::People(1), threshold: Least::People(1) };
    Frame { rules: Rules { scope, committees: [(Committee::Ethics, bar)].into(), ..Rules::default() }, ..Frame::default() }
}

impl Fixture {
    /// The first, second and third person sit in the ethics committee.
    async fn seat(&self) {
        let (process, people) = (self.process, self.people.clone());
        self.db
            .write(move |c| {
                Box::pin(async move {
                    for (account, _) in &people[..3] {
                        let who = process::who(c, process, Some(*account)).await?.unwrap();
                        committee::appoint(c, process, Committee::Ethics, who.membership.unwrap().member).await?;
                    }
                    Ok::<_, Error>(())
                })
            })
            .await
            .unwrap();
    }

    async fn hearing(&self, scope: Scope, frozen: Option<RatificationId>) -> charter::Hearing {
        let mut c = self.c().await;
        let articles = charter::articles(&mut c, self.round).await.unwrap();
        charter::hearing(&mut c, self.process, self.round, &frame(scope), &articles, frozen).await.unwrap()
    }

    async fn answer(&self, id: ObjectionId, answer: Answer) {
        let reply = Reply { answer, words: "Voici".into(), version: None };
        self.db.write(move |c| Box::pin(async move { charter::answer_objection(c, id, &reply, 9).await })).await.unwrap();
    }

    /// As [`Fixture::take`], with a reason of one's own.
    async fn stand(&self, person: usize, stance: Stance, reason: &'static str) {
        let ((account, college), round) = (self.people[person], self.round);
        let version = self.current().await.version.version_id;
        let new = charter::NewStance { round, version, account, college, stance, reason };
        self.db.write(move |c| Box::pin(async move { charter::take_stance(c, new).await })).await.unwrap();
    }

    async fn objections(&self) -> Vec<charter::Objection> {
        charter::objections(&mut self.c().await, self.article).await.unwrap()
    }

    async fn freeze(&self) -> RatificationId {
        let round = self.round;
        self.db.write(move |c| Box::pin(async move { charter::open_ratification(c, round, 20).await })).await.unwrap()
    }

    async fn whole(&self, frozen: RatificationId, person: usize, stance: Stance) {
        let ((account, college), round) = (self.people[person], self.round);
        let said = Said { round, account, college, stance };
        self.db.write(move |c| Box::pin(async move { charter::take_whole_stance(c, frozen, said, "Parce que").await })).await.unwrap();
    }
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn what_is_heard_is_the_recount_person_by_person(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    fixture.seat().await;
    // What each person said last on each version, and whose objections were answered.
    let mut said: HashMap<usize, (i64, Stance)> = HashMap::new();
    let mut answered: Vec<usize> = Vec::new();
    for step in 0..40usize {
        let person = (step * 5 + step / 3) % 6;
        let number = fixture.current().await.version.number;
        match step % 13 {
            12 => assert!(fixture.edit(number, &format!("Titre {step}")).await),
            7 => {
                if let Some(open) = fixture.objections().await.into_iter().find(|objection| objection.is_open) {
                    answered.push(fixture.people.iter().position(|(account, _)| *account == open.account_id).unwrap());
                    fixture.answer(open.id, Answer::Maintained).await;
                }
            }
            _ => {
                let stance = Stance::ALL[(step * 3 + step / 4) % 4];
                // Objecting anew after another stance, or on another version, is an objection without an answer.
                if said.insert(person, (number, stance)) != Some((number, Stance::Objection)) || stance != Stance::Objection {
                    answered.retain(|other| *other != person);
                }
                fixture.stand(person, stance, "Parce que").await;
            }
        }
        let number = fixture.current().await.version.number;
        let hearing = fixture.hearing(Scope::Articles, None).await;
        let recount = |of: &dyn Fn(usize) -> bool| {
            let mut heard = Heard::default();
            for (person, (version, stance)) in said.iter().filter(|(person, _)| of(**person)) {
                if *version == number {
                    heard.counts.add(*stance, 1);
                }
                if *stance == Stance::Objection {
                    heard.open += 1;
                    heard.unanswered += i64::from(!answered.contains(person));
                }
            }
            heard
        };
        for college in [fixture.people[0].1, fixture.people[1].1] {
            let heard = hearing.of(Matter::Article(fixture.article), Body::College(college));
            assert_eq!(heard, recount(&|person| fixture.people[person].1 == college), "step {step}");
        }
        let heard = hearing.of(Matter::Article(fixture.article), Body::Committee(Committee::Ethics));
        assert_eq!(heard, recount(&|person| person < 3), "step {step}");
    }
    let members = charter::committee_members(&mut fixture.c().await, fixture.process).await.unwrap();
    assert_eq!(members, [(Committee::Ethics, 3)]);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn an_objection_is_its_authors_to_lift_and_its_answer_stays(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    fixture.stand(0, Stance::Objection, "Trop vague").await;
    fixture.stand(1, Stance::Objection, "Trop cher").await;
    let found = fixture.objections().await;
    assert_eq!(
        found.iter().map(|o| (o.reason.as_str(), o.is_open, o.number)).collect::<Vec<_>>(),
        [("Trop vague", true, Some(1)), ("Trop cher", true, Some(1))]
    );
    fixture.answer(found[0].id, Answer::Maintained).await;
    // Said again word for word: nothing new to answer. In other words: it waits again, and the answer is still there.
    for (reason, reworded) in [("Trop vague", false), ("Toujours trop vague", true)] {
        fixture.stand(0, Stance::Objection, reason).await;
        let mine = fixture.objections().await.into_iter().find(|o| o.id == found[0].id).unwrap();
        assert_eq!((mine.reason.as_str(), mine.answer, mine.reworded), (reason, Some(Answer::Maintained), reworded));
    }
    // One that nobody answered leaves nothing when its author consents.
    fixture.stand(1, Stance::Consent, "").await;
    assert_eq!(fixture.objections().await.len(), 1);
    assert!(charter::objection_place(&mut fixture.c().await, found[1].id).await.unwrap().is_none());
    // A new version: the objection to the one before is open until its author speaks again.
    assert!(fixture.edit(1, "Deux").await);
    let place = charter::objection_place(&mut fixture.c().await, found[0].id).await.unwrap().unwrap();
    assert_eq!((place.number, place.current, place.is_open), (Some(1), Some(2), true));
    fixture.stand(0, Stance::Consent, "").await;
    let lifted = fixture.objections().await;
    assert_eq!(lifted.iter().map(|o| (o.reason.as_str(), o.is_open)).collect::<Vec<_>>(), [("Toujours trop vague", false)]);
    // Its author reads the answer under their word.
    let mine = trace::stances(&mut fixture.c().await, fixture.people[0].0).await.unwrap();
    assert_eq!(
        mine.iter().map(|s| (s.number, s.answer, s.answer_words.as_deref())).collect::<Vec<_>>(),
        [(2, None, None), (1, Some(Answer::Maintained), Some("Voici"))]
    );
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn a_new_version_reopens_its_own_article_alone(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    let (round, people) = (fixture.round, fixture.people.clone());
    let other = fixture
        .db
        .write(move |c| {
            Box::pin(async move {
                let other = charter::add_article(c, round, &words("L’autre"), people[0].0, 2).await?;
                let version = charter::article(c, other).await?.unwrap().version.version_id;
                for (account, college) in people {
                    let new = charter::NewStance { round, version, account, college, stance: Stance::Consent, reason: "" };
                    charter::take_stance(c, new).await?;
                }
                Ok::<_, Error>(other)
            })
        })
        .await
        .unwrap();
    for person in 0..6 {
        fixture.stand(person, Stance::Consent, "").await;
    }
    let all = |hearing: &charter::Hearing, article| {
        [0, 1].map(|i| hearing.of(Matter::Article(article), Body::College(fixture.people[i].1)).counts.all())
    };
    let before = fixture.hearing(Scope::Articles, None).await;
    assert_eq!((all(&before, fixture.article), all(&before, other)), ([3, 3], [3, 3]));
    assert!(fixture.edit(1, "Deux").await);
    let after = fixture.hearing(Scope::Articles, None).await;
    assert_eq!((all(&after, fixture.article), all(&after, other)), ([0, 0], [3, 3]));
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn the_whole_is_counted_on_the_text_as_it_was_frozen(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    fixture.seat().await;
    let first = fixture.freeze().await;
    for (person, stance) in
        [(0, Stance::Consent), (1, Stance::Objection), (2, Stance::Abstain), (1, Stance::Reservation), (4, Stance::Objection)]
    {
        fixture.whole(first, person, stance).await;
    }
    let hearing = fixture.hearing(Scope::Whole, Some(first)).await;
    let of = |hearing: &charter::Hearing, body| {
        let heard = hearing.of(Matter::Whole, body);
        (heard.counts.in_order(), heard.open, heard.unanswered)
    };
    let [even, odd] = [0, 1].map(|i| Body::College(fixture.people[i].1));
    assert_eq!(of(&hearing, even), ([1, 0, 1, 1], 1, 1));
    assert_eq!(of(&hearing, odd), ([0, 1, 0, 0], 0, 0));
    assert_eq!(of(&hearing, Body::Committee(Committee::Ethics)), ([1, 1, 0, 1], 0, 0));
    let mut c = fixture.c().await;
    assert_eq!(charter::whole_objections(&mut c, first).await.unwrap().len(), 1);
    assert_eq!(charter::my_whole_stance(&mut c, first, fixture.people[1].0).await.unwrap().unwrap().0, Stance::Reservation);
    drop(c);

    // Back to consultation and frozen anew: nobody has said yes to these words yet.
    let round = fixture.round;
    fixture.db.write(move |c| Box::pin(async move { charter::end_ratification(c, round, "L’article 1 change", 30).await })).await.unwrap();
    assert!(!charter::is_frozen(&mut fixture.c().await, round).await.unwrap());
    let ended = charter::ended_objections(&mut fixture.c().await, round).await.unwrap();
    assert_eq!(ended.iter().map(|one| (one.ratification_id, one.is_open)).collect::<Vec<_>>(), [(Some(first), false)]);
    let second = fixture.freeze().await;
    assert!(charter::is_frozen(&mut fixture.c().await, round).await.unwrap());
    assert_eq!(fixture.hearing(Scope::Whole, Some(second)).await.of(Matter::Whole, even), Heard::default());
    let facts = charter::ratifications(&mut fixture.c().await, round).await.unwrap();
    assert_eq!(
        facts.iter().map(|one| (one.id, one.ended_at, one.reason.as_str())).collect::<Vec<_>>(),
        [(second, None, ""), (first, Some(30), "L’article 1 change")]
    );
    let mine = trace::whole_stances(&mut fixture.c().await, fixture.people[0].0).await.unwrap();
    assert_eq!(mine.iter().map(|one| (one.stance.as_str(), one.ended)).collect::<Vec<_>>(), [("consent", true)]);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn what_a_closed_charter_counted_is_kept_once_with_those_who_were_members_then(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    let (round, process, article, college) = (fixture.round, fixture.process, fixture.article, fixture.people[0].1);
    let proof = |members| ratify(&Frame::default(), &[(Body::College(college), members)], &[article], |_, _| Heard::default());
    let (first, second) = (proof(3), proof(4));
    let kept = first.clone();
    fixture
        .db
        .write(move |c| {
            Box::pin(async move {
                assert_eq!(charter::kept_proof(c, round).await?, None);
                charter::keep_proof(c, round, &first, 20).await?;
                charter::keep_proof(c, round, &second, 30).await?;
                let account = store::account::create(c, "Tard", None, None, 20).await?;
                let (function, organisation, title) = (domain::access::Function::Participant, "", "");
                let (college, joined_at) = (Some(college), Some(20));
                process::add_member(c, process::NewMember { process, account, function, college, organisation, title, joined_at }).await
            })
        })
        .await
        .unwrap();
    let mut c = fixture.c().await;
    assert_eq!(charter::kept_proof(&mut c, round).await.unwrap(), Some(kept));
    for (at, expected) in [(1, 0), (20, 3), (21, 4)] {
        let colleges = process::colleges_at(&mut c, process, at).await.unwrap();
        assert_eq!(colleges.iter().find(|one| one.id == college).map(|one| one.members), Some(expected), "{at}");
    }
    let live: Vec<_> = process::colleges(&mut c, process).await.unwrap();
    assert_eq!(process::colleges_at(&mut c, process, 21).await.unwrap(), live);
}

#[rstest]
#[case::sqlite(On::Sqlite)]
#[case::postgres(On::Postgres)]
#[tokio::test(flavor = "multi_thread")]
async fn an_adopted_charter_keeps_its_counts_is_signed_once_and_told_of_once(#[case] on: On) {
    let fixture = Fixture::new(on).await;
    let (round, process, article) = (fixture.round, fixture.process, fixture.article);
    let hearing = fixture.hearing(Scope::Articles, None).await;
    let bodies = [(Body::College(fixture.people[0].1), 3)];
    let proof = ratify(&frame(Scope::Articles), &bodies, &[article], |matter, body| hearing.of(matter, body));
    let kept = proof.clone();
    let (signer, other) = (fixture.people[0].0, fixture.people[1].0);
    let later = fixture
        .db
        .write(move |c| {
            Box::pin(async move {
                let review_on = Some("2027-03-14");
                let new = NewAdoption { round, review_on, replaces: None, text: "texte", hash: "empreinte", proof: &proof };
                charter::adopt(c, new, 40).await?;
                let seal = |organisation: &str| Seal { organisation: organisation.into(), function: "Maire".into() };
                charter::name_signatory(c, round, signer, &seal("Ville")).await?;
                charter::name_signatory(c, round, other, &seal("Crèche")).await?;
                charter::sign(c, round, signer, "P0", &seal("Ville de Pantin"), 50).await?;
                // A signature stands: signing again changes nothing.
                charter::sign(c, round, signer, "P0", &seal("Autre ville"), 60).await?;
                let text = domain::lang::LangText::of("fr", "Charte");
                round::create(c, process, domain::round::RoundKind::Charter, domain::round::Mode::Named, &text, &text, &Frame::default())
                    .await
            })
        })
        .await
        .unwrap();
    let mut c = fixture.c().await;
    let adoption = charter::adoption(&mut c, round).await.unwrap().unwrap();
    assert_eq!((adoption.proof.0, adoption.signatures, adoption.replaced_by), (kept, 1, None));
    let people = charter::signatories(&mut c, round).await.unwrap();
    assert_eq!(
        people.iter().map(|one| (one.organisation.as_str(), one.signed_at)).collect::<Vec<_>>(),
        [("Ville de Pantin", Some(50)), ("Crèche", None)]
    );
    let (signed, waiting) = (people[0].id, people[1].id);
    let register = charter::register(&mut c, 10, 0).await.unwrap();
    assert_eq!(
        register.iter().map(|row| (row.round_id, row.territory.as_str(), row.signatures)).collect::<Vec<_>>(),
        [(round, "Pantin", 1)]
    );
    assert_eq!(charter::replaceable(&mut c, process, later).await.unwrap().len(), 1);
    assert!(!charter::any_review(&mut c, "2027-03-13").await.unwrap());
    assert!(charter::any_review(&mut c, "2027-03-14").await.unwrap());
    drop(c);
    let told = fixture
        .db
        .write(move |c| {
            Box::pin(async move {
                assert!(!charter::unname_signatory(c, round, signed).await?);
                assert!(charter::unname_signatory(c, round, waiting).await?);
                assert!(charter::take_review(c, "2027-03-13", 70).await?.is_none());
                let due = charter::take_review(c, "2027-03-20", 70).await?.unwrap();
                assert!(charter::take_review(c, "2027-03-20", 71).await?.is_none());
                charter::concerned(c, &due).await
            })
        })
        .await
        .unwrap();
    assert_eq!(told, [signer]);
}
