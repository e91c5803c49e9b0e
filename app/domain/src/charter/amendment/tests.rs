use rstest::rstest;

use super::*;

fn words(body: &str) -> Words {
    Words { title: "Titre".into(), body: body.into(), easy: "Facile".into(), note: String::new() }
}

fn proposed() -> Proposed {
    Proposed { title: "Titre".into(), body: "Mieux".into(), reason: "Parce que".into() }
}

fn typed(body: &str) -> Typed<'_> {
    Typed { title: "Titre", body, easy: "Facile", reason: "Bien vu" }
}

#[test]
fn what_is_decided_stays_decided() {
    for &state in State::ALL {
        for &step in Step::ALL {
            assert_eq!(after(state, step).is_ok(), state.is_pending() && (state, step) != (State::Recommended, Step::Recommend));
        }
        assert_eq!(may_take_back(state, false).is_ok(), state.is_pending());
        assert!(may_take_back(state, true).is_err());
    }
}

#[test]
fn only_an_open_charter_takes_amendments() {
    let running = Calendar { announced: true, opens_at: Some(10), closes_at: Some(20), ..Calendar::default() };
    for (now, holds) in [(9, false), (10, true), (19, true), (20, false)] {
        assert_eq!(may_amend(RoundKind::Charter, &running, now).is_ok(), holds);
    }
    assert_eq!(may_amend(RoundKind::Survey, &running, 10), Err(Refusal::not_found()));
}

#[rstest]
#[case(Kind::Change, "Titre", "Autre", "x", None)]
#[case(Kind::Change, " Titre ", "Corps\r\n", "x", Some("body"))]
#[case(Kind::Change, "", "Autre", "x", Some("title"))]
#[case(Kind::Change, "Titre", "Autre", " ", Some("reason"))]
#[case(Kind::Addition, "Titre", "Corps", "x", None)]
#[case(Kind::Deletion, "", "", "x", None)]
#[case(Kind::Deletion, "", "", "", Some("reason"))]
#[case(Kind::Move, "", "", "x", None)]
#[case(Kind::Move, "", "", "", Some("reason"))]
fn an_amendment_changes_something_and_says_why(
    #[case] kind: Kind,
    #[case] title: &str,
    #[case] body: &str,
    #[case] reason: &str,
    #[case] wrong: Option<&str>,
) {
    let base = words("Corps");
    let result = propose(kind, Some(&base), title, body, reason);
    assert_eq!(result.err().map(|refusal| refusal.problems[0].field.clone()).as_deref(), wrong);
}

#[test]
fn accepting_gives_a_version_and_needs_the_current_one_before_ones_eyes() {
    let (current, proposed) = (words("Corps"), proposed());
    let at =
        Standing { kind: Kind::Change, state: State::Submitted, base: 2, proposed: &proposed, current: Some((2, &current)), place: None };
    let (state, reason, effect) = decide(at, Step::Accept, 2, typed("Mieux")).unwrap();
    assert_eq!((state, reason.as_str()), (State::Accepted, "Bien vu"));
    let Effect::Version(3, words) = effect else { panic!("{effect:?}") };
    assert_eq!((words.body.as_str(), words.note.as_str()), ("Mieux", "Bien vu"));
    // Other words than those proposed are not "accepted".
    assert_eq!(decide(at, Step::Accept, 2, typed("Autre")), Err(Refusal::field("body", "amendment-words-changed")));
    assert_eq!(decide(at, Step::AcceptPartly, 2, typed("Autre")).unwrap().0, State::Partly);
    // Somebody was faster.
    let moved = Standing { current: Some((3, &current)), ..at };
    assert_eq!(decide(moved, Step::Accept, 2, typed("Mieux")), Err(Refusal::field("body", "article-newer")));
    // The article has moved on and the facilitator has seen it: the final text is theirs.
    assert_eq!(decide(moved, Step::Accept, 3, typed("Les deux")).unwrap().0, State::Accepted);
    // No reason, no decision.
    let refusal = decide(at, Step::Reject, 2, Typed { reason: " ", ..typed("") }).unwrap_err();
    assert_eq!(refusal.problems[0].field, "decision");
    assert_eq!(decide(at, Step::Reject, 1, typed("")).unwrap().2, Effect::Nothing);
}

#[test]
fn a_deletion_is_whole_and_of_an_article_that_is_there() {
    let (current, proposed) = (words("Corps"), Proposed { title: String::new(), body: String::new(), reason: "x".into() });
    let at = Standing {
        kind: Kind::Deletion,
        state: State::Recommended,
        base: 1,
        proposed: &proposed,
        current: Some((1, &current)),
        place: None,
    };
    assert_eq!(decide(at, Step::Accept, 1, typed("")).unwrap().2, Effect::Removal);
    assert!(decide(at, Step::AcceptPartly, 1, typed("")).is_err());
    assert!(decide(Standing { current: Some((2, &current)), ..at }, Step::Accept, 1, typed("")).is_err());
    assert_eq!(decide(Standing { current: None, ..at }, Step::Accept, 1, typed("")), Err(Refusal::conflict("amendment-article-gone")));
}

fn ids(n: u128) -> Vec<Stand> {
    (1..=n).map(|n| (ArticleId(uuid::Uuid::from_u128(n)), None)).collect()
}

#[rstest]
#[case(0, Some(2), &[1, 2, 0, 3])]
#[case(3, None, &[3, 0, 1, 2])]
#[case(2, Some(0), &[0, 2, 1, 3])]
fn an_article_moves_behind_another(#[case] article: usize, #[case] after: Option<usize>, #[case] expected: &[usize]) {
    let order = ids(4);
    let place = Place { order: &order, article: order[article].0, after: after.map(|after| order[after].0) };
    let expected: Vec<_> = expected.iter().map(|at| order[*at]).collect();
    assert_eq!((place.reached().unwrap(), place.proposed().unwrap()), (expected.clone(), expected));
}

#[test]
fn a_move_is_whole_leads_somewhere_else_and_keeps_whatever_words_there_are() {
    let (order, gone) = (ids(3), ArticleId(uuid::Uuid::from_u128(9)));
    let place = |article: ArticleId, after: Option<ArticleId>| Place { order: &order, article, after };
    assert_eq!(place(order[1].0, Some(order[0].0)).proposed(), Err(Refusal::field("after", "amendment-same-place")));
    assert_eq!(place(order[0].0, None).proposed(), Err(Refusal::field("after", "amendment-same-place")));
    assert_eq!(place(order[0].0, Some(gone)).proposed(), Err(Refusal::field("after", "amendment-no-place")));
    // Behind itself is nowhere.
    assert!(place(order[0].0, Some(order[0].0)).proposed().is_err());
    assert_eq!(place(gone, None).proposed(), Err(Refusal::conflict("amendment-article-gone")));
    let (current, proposed) = (words("Corps"), Proposed { title: String::new(), body: String::new(), reason: "x".into() });
    let at = Standing {
        kind: Kind::Move,
        state: State::Submitted,
        base: 1,
        proposed: &proposed,
        current: Some((4, &current)),
        place: Some(place(order[2].0, None)),
    };
    assert_eq!(decide(at, Step::Accept, 1, typed("")).unwrap().2, Effect::Order(vec![order[2], order[0], order[1]]));
    assert!(decide(at, Step::AcceptPartly, 4, typed("")).is_err());
    // Somebody else has moved it there: it is accepted, and nothing moves.
    let there = Standing { place: Some(place(order[1].0, Some(order[0].0))), ..at };
    assert_eq!(decide(there, Step::Accept, 1, typed("")).unwrap().2, Effect::Order(order.clone()));
    let lost = Standing { place: Some(place(order[1].0, Some(gone))), ..at };
    assert_eq!(decide(lost, Step::Accept, 1, typed("")), Err(Refusal::field("step", "amendment-place-gone")));
    assert_eq!(decide(lost, Step::Reject, 1, typed("")).unwrap().0, State::Rejected);
}
#[test]
fn an_article_that_moves_takes_the_chapter_of_the_one_it_follows() {
    let [one, two] = [1, 2].map(|n| Some(ChapterId(uuid::Uuid::from_u128(n))));
    let [a, b, c, d] = [1, 2, 3, 4].map(|n| ArticleId(uuid::Uuid::from_u128(n)));
    let order = [(a, one), (b, one), (c, two), (d, two)];
    let moved = |article, after| Place { order: &order, article, after }.proposed();
    assert_eq!(moved(d, Some(a)).unwrap(), [(a, one), (d, one), (b, one), (c, two)]);
    assert_eq!(moved(d, None).unwrap(), [(d, one), (a, one), (b, one), (c, two)]);
    // It stays third, and stands in the first chapter: that is another place.
    assert_eq!(moved(c, Some(b)).unwrap(), [(a, one), (b, one), (c, one), (d, two)]);
    assert_eq!(moved(d, Some(c)), Err(Refusal::field("after", "amendment-same-place")));
    assert_eq!(moved(a, None), Err(Refusal::field("after", "amendment-same-place")));
    let before = [(a, None), (b, one)];
    assert_eq!(Place { order: &before, article: b, after: None }.proposed().unwrap(), [(b, None), (a, None)]);
}
