//! Moving, taking questions over, quotas.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rstest::rstest;

use super::{DRAFT, answers, form, step, words};
use crate::{
    college::CollegeKind::{Elected, Family},
    round::{Calendar, Mode},
    survey::{
        Form, KindName, Step, Typed,
        pick::Left,
        quota::{Filling, Quota, TypedQuota},
    },
};

/// `lieu` (single), then `suite`, which is asked of those who chose `ici` and quotes `lieu`.
fn conditional() -> Form {
    serde_json::from_str(
        r#"{"sections":[{"code":"a","title":{"fr":"A"},"questions":[
            {"code":"lieu","kind":"single","label":{"fr":"Où ?"},"options":[{"code":"ici","label":{"fr":"Ici"}},{"code":"la","label":{"fr":"Là"}}]},
            {"code":"mot","kind":"short_text","max":9,"label":{"fr":"Un mot"}}]},
          {"code":"b","title":{"fr":"B"},"show":{"if":"chosen","key":"lieu","value":"ici"},"questions":[
            {"code":"suite","kind":"short_text","max":9,"label":{"fr":"Après {lieu}"},"show":{"if":"answered","key":"mot"}}]}],
          "quotas":[{"key":"lieu","value":"ici","college":"family","limit":2,"words":{"fr":"Complet"}}]}"#,
    )
    .unwrap()
}

fn moved(form: &Form, what: Step, code: &str, place: &str) -> Result<Form, crate::Refusal> {
    let typed = Typed { place: place.to_owned(), ..Typed::default() };
    form.edit(&DRAFT, 0, &step(what, code, KindName::Faces, typed)).map(|(form, _)| form)
}

fn order(form: &Form) -> Vec<String> {
    form.sections.iter().map(|section| section.questions.iter().map(|q| q.code.as_str()).collect::<Vec<_>>().join(" ")).collect()
}

#[rstest]
#[case("recit", "s1", &["recit lieu jours urgence", "visage enfants mot"])]
#[case("lieu", "s2/enfants", &["jours urgence", "visage enfants lieu mot recit"])]
#[case("lieu", "s1/urgence", &["jours urgence lieu", "visage enfants mot recit"])]
#[case("jours", "s1/jours", &["lieu jours urgence", "visage enfants mot recit"])]
fn a_question_goes_where_it_is_sent(#[case] code: &str, #[case] place: &str, #[case] expected: &[&str]) {
    assert_eq!(order(&moved(&form(), Step::MoveQuestion, code, place).unwrap()), expected);
}

#[test]
fn a_section_goes_where_it_is_sent() {
    let swapped = moved(&form(), Step::MoveSection, "s1", "s2").unwrap();
    assert_eq!(swapped.sections[0].code, "s2");
    assert_eq!(moved(&swapped, Step::MoveSection, "s1", "").unwrap(), form());
    assert_eq!(moved(&form(), Step::MoveSection, "s1", "gone").unwrap_err().problems[0].key, "place-gone");
    assert_eq!(moved(&form(), Step::MoveQuestion, "lieu", "s2/jours").unwrap_err().problems[0].key, "place-gone");
}

/// The reason stands by the menu of places, with the number that the question has on the page that still shows the old order.
#[rstest]
#[case(Step::MoveQuestion, "suite", "a", "logic-later")]
#[case(Step::MoveQuestion, "lieu", "b/suite", "logic-later")]
#[case(Step::MoveSection, "a", "b", "logic-later")]
fn a_move_before_what_a_condition_speaks_of_is_refused(#[case] what: Step, #[case] code: &str, #[case] place: &str, #[case] key: &str) {
    let refusal = moved(&conditional(), what, code, place).unwrap_err();
    let problem = &refusal.problems[0];
    assert_eq!((problem.field.as_str(), problem.key.as_str()), ("typed[place]", key));
    assert!(problem.args.contains(&("question".to_owned(), "3".to_owned())), "{problem:?}");
}

#[test]
fn what_a_quota_counts_does_not_go_unnoticed() {
    let remove = |what, code: &str| conditional().edit(&DRAFT, 0, &step(what, code, KindName::Faces, Typed::default())).unwrap_err();
    let refusal = remove(Step::RemoveQuestion, "lieu");
    assert!(refusal.problems.iter().any(|problem| problem.key == "quota-unknown" && problem.field.is_empty()));
    let fewer = Typed { label: words("Où ?"), options: words("la | Là\nailleurs | Ailleurs"), ..Typed::default() };
    let mut form = conditional();
    form.sections.truncate(1);
    let refusal = form.edit(&DRAFT, 0, &step(Step::EditQuestion, "lieu", KindName::Single, fewer)).unwrap_err();
    assert_eq!((refusal.problems[0].key.as_str(), refusal.problems[0].field.as_str()), ("quota-value", "typed[options][fr]"));
    // Words and order may change: codes stay.
    let same = Typed { label: words("Où donc ?"), options: words("la | Là\nici | Ici, tout près"), ..Typed::default() };
    assert_eq!(form.edit(&DRAFT, 0, &step(Step::EditQuestion, "lieu", KindName::Single, same)).unwrap().0.quotas, form.quotas);
}

fn typed(answer: &str, college: &str, limit: &str) -> TypedQuota {
    TypedQuota { answer: answer.into(), college: college.into(), limit: limit.into(), words: words("Complet") }
}

#[rstest]
#[case(typed("jours=lu", "", "3"), None)]
#[case(typed("jours=lu", "elected", "1"), None)]
#[case(typed("urgence=4", "", "3"), None)]
#[case(typed("", "", "3"), Some("typed[answer]"))]
#[case(typed("jours=di", "", "3"), Some("typed[answer]"))]
#[case(typed("inconnu=lu", "", "3"), Some("typed[answer]"))]
#[case(typed("mot=oui", "", "3"), Some("typed[answer]"))]
#[case(typed("lieu=ici", "", "3"), Some("typed[answer]"))]
#[case(typed("jours=lu", "", "0"), Some("typed[limit]"))]
#[case(typed("jours=lu", "", "beaucoup"), Some("typed[limit]"))]
#[case(typed("jours=lu", "nobody", "3"), Some("typed[college]"))]
#[case(TypedQuota { words: words(""), ..typed("jours=lu", "", "3") }, Some("typed[words][fr]"))]
fn a_quota_is_checked_when_it_is_saved(#[case] quota: TypedQuota, #[case] wrong: Option<&str>) {
    let (form, name) = form().with_quota(&DRAFT, 0, "", &typed("lieu=ici", "", "9")).unwrap();
    assert_eq!(name, "lieu=ici");
    match (form.with_quota(&DRAFT, 0, "", &quota), wrong) {
        (Ok((more, name)), None) => {
            assert_eq!(more.quotas.len(), 2);
            assert_eq!(more.without_quota(&DRAFT, 0, &name).unwrap(), form);
        }
        (Err(refusal), Some(field)) => assert_eq!(refusal.problems[0].field, field, "{refusal:?}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn once_the_round_opens_a_quota_changes_its_words_alone() {
    let open = Calendar { announced: true, opens_at: Some(5), closes_at: Some(9), ..DRAFT };
    let form = conditional();
    let same = TypedQuota { words: words("C’est complet, merci"), ..typed("lieu=ici", "family", "2") };
    assert_eq!(form.with_quota(&open, 6, "lieu=ici@family", &same).unwrap().0.quotas[0].words.text("fr"), "C’est complet, merci");
    let more = form.with_quota(&open, 6, "lieu=ici@family", &typed("lieu=ici", "family", "3")).unwrap_err();
    assert_eq!(more.problems[0].key, "round-open-words-only");
    assert!(form.without_quota(&open, 6, "lieu=ici@family").is_err());
    assert!(form.with_quota(&open, 6, "", &typed("lieu=la", "", "3")).is_err());
}

#[rstest]
#[case(Mode::Named, 7, 30, Filling::Taken(7))]
#[case(Mode::Named, 30, 30, Filling::Full)]
#[case(Mode::Anonymous, 0, 30, Filling::Few)]
#[case(Mode::Anonymous, 4, 30, Filling::Few)]
#[case(Mode::Anonymous, 5, 30, Filling::Between)]
#[case(Mode::Anonymous, 29, 30, Filling::Between)]
#[case(Mode::Anonymous, 31, 30, Filling::Full)]
fn how_full_a_quota_is_tells_nothing_of_few(#[case] mode: Mode, #[case] n: i64, #[case] limit: i64, #[case] expected: Filling) {
    let quota = Quota { limit, ..conditional().quotas.remove(0) };
    assert_eq!(quota.filling(&[(Family, n), (Elected, 99)], mode), expected);
}

fn pick(form: &Form, codes: &[&str]) -> (Form, Vec<(Left, String)>) {
    let codes: BTreeSet<String> = codes.iter().map(|code| (*code).to_owned()).collect();
    let (picked, left) = form.pick(&codes);
    (picked, left.into_iter().map(|one| (one.what, one.code)).collect())
}

#[test]
fn a_question_taken_alone_leaves_behind_what_speaks_of_others() {
    let (picked, left) = pick(&conditional(), &["suite"]);
    let lost = [(Left::Condition, "mot"), (Left::Place, "lieu"), (Left::Section, "lieu")].map(|(what, code)| (what, code.to_owned()));
    assert_eq!(left, lost);
    assert_eq!(picked.questions().next().unwrap().label.text("fr"), "Après …");
    picked.checked().unwrap();
    let (all, left) = pick(&conditional(), &["lieu", "mot", "suite"]);
    assert_eq!(left, [(Left::Quota, "ici".to_owned())]);
    assert_eq!(all, Form { quotas: Vec::new(), ..conditional() });
}

#[test]
fn questions_taken_into_a_section_bring_the_condition_of_theirs() {
    let (all, _) = pick(&conditional(), &["lieu", "mot", "suite"]);
    let (both, first) = form().take_in(&all, "s1").unwrap();
    assert_eq!(first, "lieu_2");
    assert_eq!(order(&both), ["lieu jours urgence lieu_2 mot_2 suite", "visage enfants mot recit"]);
    let suite = both.question("suite").unwrap();
    assert_eq!(suite.show.as_ref().unwrap().keys(), ["lieu_2", "mot_2"]);
    assert_eq!(suite.label.text("fr"), "Après {lieu_2}");
    assert_eq!(form().take_in(&Form::default(), "").unwrap_err().problems[0].key, "take-nothing");
    assert_eq!(form().take_in(&all, "s9").unwrap_err().problems[0].key, "place-gone");
}

proptest! {
    /// However questions, sections and quotas go about, what is kept is sound, and no move loses or doubles a question.
    #[test]
    fn moves_keep_every_question_and_every_condition_sound(
        steps in prop::collection::vec((any::<bool>(), 0usize..4, 0usize..4, prop::option::of(0usize..4)), 0..30),
    ) {
        let mut form = conditional();
        let all: BTreeSet<String> = form.questions().map(|question| question.code.clone()).collect();
        for (section, what, to, behind) in steps {
            let code = |at: usize| form.questions().nth(at % 3).unwrap().code.clone();
            let part = |at: usize| form.sections[at % 2].code.clone();
            let next = if section {
                moved(&form, Step::MoveSection, &part(what), &behind.map(part).unwrap_or_default())
            } else {
                let place = crate::survey::place::behind(&part(to), behind.map(code).as_deref());
                moved(&form, Step::MoveQuestion, &code(what), &place)
            };
            if let Ok(next) = next {
                form = next;
            }
            form.checked().unwrap();
            prop_assert_eq!(form.questions().count(), 3);
            prop_assert_eq!(&form.questions().map(|question| question.code.clone()).collect::<BTreeSet<_>>(), &all);
        }
    }

    /// Whatever is picked out of a form and taken into another, the result is sound and its codes are unique.
    #[test]
    fn whatever_is_taken_is_sound(mask in 1u8..8, into in 0usize..3, twice in any::<bool>()) {
        let codes: BTreeSet<String> =
            ["lieu", "mot", "suite"].iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0).map(|(_, code)| (*code).to_owned()).collect();
        let (picked, _) = conditional().pick(&codes);
        let to = ["", "s1", "s2"][into];
        let mut taken = form().take_in(&picked, to).unwrap().0;
        if twice {
            taken = taken.take_in(&picked, to).unwrap().0;
        }
        taken.checked().unwrap();
        prop_assert_eq!(taken.questions().count(), 7 + codes.len() * if twice { 2 } else { 1 });
    }
}

#[test]
fn a_quota_concerns_those_it_counts() {
    let quota = conditional().quotas.remove(0);
    assert!(quota.concerns(&answers(&[("lieu", &["ici"])]), Family));
    assert!(!quota.concerns(&answers(&[("lieu", &["ici"])]), Elected));
    assert!(quota.tells_of_few(Mode::Anonymous) && !quota.tells_of_few(Mode::Named));
}
