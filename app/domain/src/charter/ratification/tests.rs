use proptest::prelude::*;
use rstest::rstest;
use uuid::Uuid;

use super::*;
use crate::{
    charter::{
        rules::{Bar, Least, Rules},
        stance::Stance,
    },
    committee::Committee,
    id::CollegeId,
};

fn frame(quorum_percent: u8, threshold_percent: u8) -> Frame {
    Frame { quorum_percent, threshold_percent, ..Frame::default() }
}

fn counted([consent, reservation, objection, abstain]: [i64; 4]) -> Counts {
    Counts { consent, reservation, objection, abstain }
}

const BODY: Body = Body::College(CollegeId(Uuid::nil()));

#[rstest]
// Members, [consent, reservation, objection, abstain], quorum, threshold.
#[case(0, [0, 0, 0, 0], 50, 66, &[Gap::Missing])]
#[case(10, [0, 0, 0, 0], 50, 66, &[Gap::Quorum(5)])]
#[case(9, [4, 0, 0, 0], 50, 66, &[Gap::Quorum(1)])]
#[case(9, [5, 0, 0, 0], 50, 66, &[])]
// Exactly at the threshold, and one voice under it.
#[case(100, [33, 33, 34, 0], 100, 66, &[])]
#[case(100, [33, 32, 35, 0], 100, 66, &[Gap::Threshold])]
#[case(3, [2, 0, 1, 0], 100, 66, &[])]
#[case(3, [2, 0, 1, 0], 100, 67, &[Gap::Threshold])]
// Abstentions help the quorum and nothing else.
#[case(4, [1, 0, 0, 3], 100, 100, &[])]
#[case(4, [0, 0, 0, 4], 50, 1, &[Gap::Silence])]
#[case(4, [0, 0, 1, 0], 50, 66, &[Gap::Quorum(1), Gap::Threshold])]
fn a_college_carries_or_says_what_is_missing(
    #[case] members: i64,
    #[case] counts: [i64; 4],
    #[case] quorum: u8,
    #[case] threshold: u8,
    #[case] gaps: &[Gap],
) {
    let say = Say::new(BODY, members, Heard { counts: counted(counts), ..Heard::default() }, &frame(quorum, threshold));
    assert_eq!(say.gaps(), gaps);
    assert_eq!(say.carries(), gaps.is_empty());
}

#[rstest]
// [consent, reservation, objection, abstain], open and unanswered objections, which block.
#[case([5, 0, 0, 0], 0, 0, Blocking::Open, &[])]
#[case([4, 0, 1, 0], 1, 1, Blocking::Open, &[Gap::Objections(1)])]
// An answer does not erase an objection, unless the rules of this charter say so.
#[case([4, 0, 1, 0], 1, 0, Blocking::Open, &[Gap::Objections(1)])]
#[case([4, 0, 1, 0], 1, 0, Blocking::Unanswered, &[])]
#[case([4, 0, 1, 0], 1, 1, Blocking::Unanswered, &[Gap::Objections(1)])]
// One that was raised on an earlier version, by somebody who has not come back.
#[case([5, 0, 0, 0], 1, 1, Blocking::Open, &[Gap::Objections(1)])]
#[case([2, 0, 1, 0], 1, 1, Blocking::Open, &[Gap::Quorum(2), Gap::Objections(1)])]
#[case([0, 0, 0, 5], 0, 0, Blocking::Open, &[Gap::Silence])]
#[case([0, 0, 5, 0], 5, 0, Blocking::Unanswered, &[Gap::NobodyAgrees])]
#[case([0, 0, 0, 0], 0, 0, Blocking::Open, &[Gap::Quorum(5)])]
fn a_consent_is_one_where_no_objection_stands_in_the_way(
    #[case] counts: [i64; 4],
    #[case] open: i64,
    #[case] unanswered: i64,
    #[case] blocking: Blocking,
    #[case] gaps: &[Gap],
) {
    let frame = Frame { rules: Rules { way: Way::Consent, blocking, ..Rules::default() }, ..frame(50, 100) };
    let say = Say::new(BODY, 10, Heard { counts: counted(counts), open, unanswered }, &frame);
    assert_eq!(say.gaps(), gaps);
    assert_eq!(say.carries(), gaps.is_empty());
}

#[test]
fn one_college_alone_can_block_and_an_empty_one_does() {
    let article = ArticleId(Uuid::from_u128(9));
    let body = |n: u128| Body::College(CollegeId(Uuid::from_u128(n)));
    let full = Counts { consent: 10, ..Counts::default() };
    let none = Counts::default();
    let verdict = |members: [i64; 3], last: Counts| {
        let bodies: Vec<_> = (0..3).map(body).zip(members).collect();
        let heard = |_, of| Heard { counts: if of == body(2) { last } else { full }, ..Heard::default() };
        ratify(&Frame::default(), &bodies, &[article], heard).ratified
    };
    assert!(verdict([10, 10, 10], full));
    assert!(!verdict([10, 10, 10], Counts { consent: 6, objection: 4, ..none }));
    assert!(!verdict([10, 10, 0], none));
    let full = |_, _| Heard { counts: full, ..Heard::default() };
    assert!(!ratify(&Frame::default(), &[], &[article], full).ratified);
    assert!(!ratify(&Frame::default(), &[(body(0), 10)], &[], full).ratified);
}

#[test]
fn a_committee_that_has_a_say_blocks_as_a_college_does() {
    let college = Body::College(CollegeId(Uuid::nil()));
    let committee = Body::Committee(Committee::Ethics);
    let bar = Bar { quorum: Least::People(2), threshold: Least::Percent(100) };
    let frame = Frame { rules: Rules { committees: [(Committee::Ethics, bar)].into(), ..Rules::default() }, ..Frame::default() };
    let verdict = |its: [i64; 4]| {
        let heard = |_, body| Heard { counts: if body == committee { counted(its) } else { counted([10, 0, 0, 0]) }, ..Heard::default() };
        ratify(&frame, &[(college, 10), (committee, 5)], &[ArticleId(Uuid::nil())], heard).ratified
    };
    assert!(verdict([2, 0, 0, 0]));
    assert!(!verdict([1, 0, 0, 0]));
    assert!(!verdict([2, 0, 1, 0]));
}

/// What one person said of one matter, in its order: on an earlier version, and on the words that stand; and whether an objection of
/// theirs was answered.
#[derive(Clone, Copy, Debug)]
struct Voice {
    before: Option<Stance>,
    now: Option<Stance>,
    answered: bool,
}

/// A person: where they sit, and what they say of each matter (three articles, then the whole).
#[derive(Clone, Debug)]
struct Person {
    college: usize,
    committees: [bool; 4],
    voices: [Voice; 4],
}

const COLLEGES: usize = 3;

/// Person by person, as one would count hands in a room.
fn carried_by_hand(people: &[&Person], matter: usize, rules: &Rules, bar: Bar) -> bool {
    let (mut took, mut yes, mut no, mut stuck) = (0u64, 0u64, 0u64, false);
    for person in people {
        let voice = person.voices[matter];
        match voice.now {
            Some(Stance::Consent | Stance::Reservation) => (took, yes) = (took + 1, yes + 1),
            Some(Stance::Objection) => (took, no) = (took + 1, no + 1),
            Some(Stance::Abstain) => took += 1,
            None => {}
        }
        let objects = voice.now.or(voice.before) == Some(Stance::Objection);
        stuck |= objects && !(rules.blocking == Blocking::Unanswered && voice.answered);
    }
    let all = people.len() as u64;
    let reached = |least: Least, got: u64, of: u64| match least {
        Least::Percent(percent) => got * 100 >= of * u64::from(percent),
        Least::People(n) => got >= u64::from(n) || got >= all,
    };
    let agreed = match rules.way {
        Way::Vote => reached(bar.threshold, yes, yes + no),
        Way::Consent => !stuck,
    };
    all > 0 && yes > 0 && reached(bar.quorum, took, all) && agreed
}

fn stance() -> impl Strategy<Value = Option<Stance>> {
    prop_oneof![2 => Just(None), 12 => Just(Some(Stance::Consent)), 1 => prop::sample::select(Stance::ALL).prop_map(Some)]
}

fn voice() -> impl Strategy<Value = Voice> {
    (stance(), stance(), any::<bool>()).prop_map(|(before, now, answered)| Voice { before, now, answered })
}

fn person() -> impl Strategy<Value = Person> {
    (0..COLLEGES, any::<[bool; 4]>(), [voice(), voice(), voice(), voice()]).prop_map(|(college, committees, voices)| Person {
        college,
        committees,
        voices,
    })
}

fn least() -> impl Strategy<Value = Least> {
    prop_oneof![(1u8..=100).prop_map(Least::Percent), (1u32..6).prop_map(Least::People)]
}

fn bar() -> impl Strategy<Value = Bar> {
    (least(), least()).prop_map(|(quorum, threshold)| Bar { quorum, threshold })
}

fn any_frame() -> impl Strategy<Value = Frame> {
    let way = (prop::sample::select(Scope::ALL), prop::sample::select(Way::ALL), prop::sample::select(Blocking::ALL));
    let own = (prop::option::of(bar()), prop::collection::btree_map(prop::sample::select(Committee::ALL), bar(), 0..2));
    (1u8..=100, 1u8..=100, way, own).prop_map(|(quorum, threshold, (scope, way, blocking), (college, committees))| {
        let colleges = college.into_iter().map(|bar| (CollegeId(Uuid::from_u128(1)), bar)).collect();
        Frame { rules: Rules { scope, way, blocking, colleges, committees }, ..frame(quorum, threshold) }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]
    #[test]
    fn every_rule_is_the_naive_count(frame in any_frame(), articles in 0usize..=3, people in prop::collection::vec(person(), 0..14)) {
        let colleges: Vec<_> = (0..COLLEGES).map(|n| CollegeId(Uuid::from_u128(n as u128))).collect();
        let bodies = frame.bodies(colleges.iter().copied());
        let of = |body: Body| -> Vec<&Person> {
            people.iter().filter(|person| match body {
                Body::College(id) => colleges[person.college] == id,
                Body::Committee(committee) => person.committees[Committee::ALL.iter().position(|other| *other == committee).unwrap()],
            }).collect()
        };
        let article_ids: Vec<_> = (0..articles as u128).map(|n| ArticleId(Uuid::from_u128(n))).collect();
        let heard = |matter, body| {
            let at = match matter { Matter::Article(id) => id.0.as_u128() as usize, Matter::Whole => 3 };
            let mut heard = Heard::default();
            for person in of(body) {
                let voice = person.voices[at];
                if let Some(stance) = voice.now {
                    heard.counts.add(stance, 1);
                }
                if voice.now.or(voice.before) == Some(Stance::Objection) {
                    heard.open += 1;
                    heard.unanswered += i64::from(!voice.answered);
                }
            }
            heard
        };
        let members: Vec<_> = bodies.iter().map(|body| (*body, of(*body).len() as i64)).collect();
        let proof = ratify(&frame, &members, &article_ids, heard);
        let by_hand = |matter| bodies.iter().all(|body| carried_by_hand(&of(*body), matter, &frame.rules, frame.bar(*body)));
        let expected = articles > 0 && match frame.rules.scope {
            Scope::Whole => by_hand(3),
            Scope::Articles => (0..articles).all(by_hand),
        };
        prop_assert_eq!(proof.ratified, expected);
        for (n, article) in proof.articles.iter().enumerate() {
            prop_assert_eq!(article.ratified, by_hand(n));
        }
        let says = proof.articles.iter().flat_map(|article| &article.says).chain(proof.whole.iter().flat_map(|whole| &whole.says));
        for say in says {
            prop_assert_eq!(say.carries(), say.gaps().is_empty());
            // The number in the proof is the least that holds.
            if let Least::Percent(percent) = frame.bar(say.body).quorum {
                prop_assert!(say.quorum * 100 >= say.members * i64::from(percent));
                prop_assert!((say.quorum - 1) * 100 < say.members * i64::from(percent) || say.members == 0);
            }
        }
    }
}
