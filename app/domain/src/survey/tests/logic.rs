//! Conditions: what they show, and what is said of those that are not sound.

use proptest::prelude::*;
use rstest::rstest;

use super::answers;
use crate::{
    college::CollegeKind,
    survey::{
        Answerer, Answers, Condition, Form, answer, check,
        conditions::Tests,
        logic::{Compare, Live, shown},
    },
};

fn form(conditions: [&str; 4]) -> Form {
    let options = r#"[{"code":"a","label":{"fr":"A"}},{"code":"b","label":{"fr":"B"}}]"#;
    let [second, section, third, fourth] =
        conditions.map(|show| if show.is_empty() { String::new() } else { format!(r#""show":{show},"#) });
    serde_json::from_str(&format!(
        r#"{{"sections":[
        {{"code":"s","title":{{"fr":"S"}},"questions":[
            {{"code":"one","kind":"single","label":{{"fr":"1"}},"options":{options}}},
            {{"code":"n","kind":"number","min":0,"max":9,"label":{{"fr":"n"}}}},
            {{"code":"two","kind":"multiple",{second}"label":{{"fr":"2"}},"options":{options}}}]}},
        {{"code":"t","title":{{"fr":"T"}},{section}"questions":[
            {{"code":"three","kind":"short_text","max":20,{third}"label":{{"fr":"3"}}}},
            {{"code":"four","kind":"yes_no","required":"yes",{fourth}"label":{{"fr":"{{one}} ?"}}}}]}}]}}"#
    ))
    .unwrap()
}

const A: &str = r#"{"if":"chosen","key":"one","value":"a"}"#;
const B: &str = r#"{"if":"chosen","key":"one","value":"b"}"#;
const FAMILY: &str = r#"{"if":"college","college":"family"}"#;

fn all(of: &[&str]) -> String {
    format!(r#"{{"if":"all","of":[{}]}}"#, of.join(","))
}

fn not(of: &str) -> String {
    format!(r#"{{"if":"not","of":{of}}}"#)
}

fn asked(form: &Form, given: &Answers, college: CollegeKind) -> Vec<String> {
    shown(form, given, &Answerer { college: Some(college), language: "fr".into() }).questions.into_iter().map(str::to_owned).collect()
}

#[test]
fn a_hidden_answer_hides_what_depends_on_it() {
    let two_a = r#"{"if":"chosen","key":"two","value":"a"}"#;
    let form = form([A, FAMILY, two_a, ""]);
    form.checked().unwrap();
    let given = answers(&[("one", &["a"]), ("two", &["a"])]);
    assert_eq!(asked(&form, &given, CollegeKind::Family), ["four", "n", "one", "three", "two"]);
    assert_eq!(asked(&form, &given, CollegeKind::Elected), ["n", "one", "two"]);
    let given = answers(&[("one", &["b"]), ("two", &["a"]), ("three", &["mots"]), ("four", &["yes"])]);
    let who = Answerer { college: Some(CollegeKind::Family), language: "fr".into() };
    assert_eq!(asked(&form, &given, CollegeKind::Family), ["four", "n", "one"]);
    assert_eq!(answer::relevant(&form, &given, &who), answers(&[("one", &["b"]), ("four", &["yes"])]));
    assert_eq!(check(&form, &given, &who).unwrap_err().problems[0].key, "answer-not-asked");
    check(&form, &answer::relevant(&form, &given, &who), &who).unwrap();
}

#[rstest]
#[case(["", "", "", r#"{"if":"chosen","key":"zzz","value":"a"}"#], "logic-unknown", "5")]
#[case(["", "", "", r#"{"if":"answered","key":"four"}"#], "logic-later", "5")]
#[case([r#"{"if":"answered","key":"three"}"#, "", "", ""], "logic-later", "3")]
#[case(["", r#"{"if":"answered","key":"three"}"#, "", ""], "logic-later", "4")]
#[case(["", "", "", r#"{"if":"chosen","key":"one","value":"c"}"#], "logic-value", "5")]
#[case(["", "", "", r#"{"if":"number","key":"one","compare":"more","value":1}"#], "logic-no-number", "5")]
#[case(["", "", "", r#"{"if":"number","key":"n","compare":"more","value":9}"#], "logic-never", "5")]
#[case(["", "", "", r#"{"if":"any","of":[]}"#], "logic-never", "5")]
fn what_is_not_sound_is_named(#[case] conditions: [&str; 4], #[case] key: &str, #[case] question: &str) {
    let problems = form(conditions).checked().unwrap_err().problems;
    assert_eq!(problems[0].key, key);
    assert!(problems[0].args.contains(&("question".to_owned(), question.to_owned())), "{problems:?}");
}

#[test]
fn contradictions_are_found_and_what_is_possible_is_let_through() {
    let never = [
        all(&[A, B]),
        all(&[A, &not(A)]),
        all(&[FAMILY, r#"{"if":"college","college":"elected"}"#]),
        all(&[r#"{"if":"language","tag":"fr"}"#, r#"{"if":"language","tag":"en"}"#]),
        all(&[r#"{"if":"answered","key":"one"}"#, &not(A), &not(B)]),
        all(&[r#"{"if":"number","key":"n","compare":"at_least","value":5}"#, r#"{"if":"number","key":"n","compare":"less","value":5}"#]),
        all(&[&not(r#"{"if":"answered","key":"two"}"#), r#"{"if":"chosen","key":"two","value":"b"}"#]),
        // "two" is asked only of those who chose B.
        all(&[A, r#"{"if":"answered","key":"two"}"#]),
    ];
    for condition in never {
        let problems = form([B, "", "", &condition]).checked().unwrap_err().problems;
        assert_eq!(problems[0].key, "logic-never", "{condition}");
    }
    let possible = [
        all(&[&not(A), &not(B)]),
        all(&[r#"{"if":"chosen","key":"two","value":"a"}"#, r#"{"if":"chosen","key":"two","value":"b"}"#]),
        all(&[&not(r#"{"if":"answered","key":"two"}"#), A]),
        all(&[r#"{"if":"number","key":"n","compare":"at_least","value":5}"#, &not(FAMILY)]),
        all(&[r#"{"if":"contains","key":"three","words":"oui"}"#, r#"{"if":"contains","key":"three","words":"non"}"#]),
    ];
    for condition in possible {
        form([B, "", "", &condition]).checked().unwrap_or_else(|refusal| panic!("{condition}: {refusal}"));
    }
}

#[test]
fn a_text_may_not_name_what_is_asked_later() {
    let mut form = form(["", "", "", ""]);
    form.sections[0].questions[0].label.0.insert("fr".into(), "Et {four} ?".into());
    assert_eq!(form.checked().unwrap_err().problems[0].key, "pipe-unknown");
}

#[test]
fn a_rule_says_its_own_words() {
    let mut form = form(["", "", "", ""]);
    form.sections[0].questions[1].rules =
        serde_json::from_str(r#"[{"must":{"if":"number","key":"n","compare":"at_least","value":2},"words":{"fr":"Au moins deux."}}]"#)
            .unwrap();
    form.checked().unwrap();
    let who = Answerer::default();
    let problem = &check(&form, &answers(&[("n", &["1"]), ("four", &["yes"])]), &who).unwrap_err().problems[0];
    assert_eq!((problem.key.as_str(), problem.args[0].1.as_str()), ("answer-rule", "Au moins deux."));
    check(&form, &answers(&[("n", &["2"]), ("four", &["yes"])]), &who).unwrap();
    check(&form, &answers(&[("four", &["yes"])]), &who).unwrap();
}

fn some_condition() -> impl Strategy<Value = Condition> {
    let key = || prop::sample::select(vec!["one", "two", "n", "three"]).prop_map(str::to_owned);
    let atom = prop_oneof![
        key().prop_map(|key| Condition::Answered { key }),
        (key(), prop::sample::select(vec!["a", "b"])).prop_map(|(key, value)| Condition::Chosen { key, value: value.to_owned() }),
        (key(), 0..Compare::ALL.len(), 0i64..9).prop_map(|(key, at, value)| Condition::Number { key, compare: Compare::ALL[at], value }),
        (key(), "[aA1é]{1,2}").prop_map(|(key, words)| Condition::Contains { key, words }),
        (0..CollegeKind::ALL.len()).prop_map(|at| Condition::College { college: CollegeKind::ALL[at] }),
        prop::sample::select(vec!["fr", "en"]).prop_map(|tag| Condition::Language { tag: tag.to_owned() }),
    ];
    atom.prop_recursive(4, 20, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(|of| Condition::All { of }),
            prop::collection::vec(inner.clone(), 0..4).prop_map(|of| Condition::Any { of }),
            inner.prop_map(|of| Condition::Not { of: Box::new(of) }),
        ]
    })
}

fn some_answers() -> impl Strategy<Value = Answers> {
    let value = prop::sample::select(vec!["a", "b", "1", "5", "É1a", ""]).prop_map(str::to_owned);
    let key = prop::sample::select(vec!["one", "two", "n", "three"]).prop_map(str::to_owned);
    prop::collection::btree_map(key, prop::collection::vec(value, 0..3), 0..5)
}

/// The same meaning, written as a table of truth: how many of its parts hold decides a group.
fn naive(condition: &Condition, given: &Answers, who: &Answerer) -> bool {
    let text = |key: &String| given.get(key).cloned().unwrap_or_default();
    match condition {
        Condition::All { of } => of.iter().filter(|one| naive(one, given, who)).count() == of.len(),
        Condition::Any { of } => of.iter().filter(|one| naive(one, given, who)).count() > 0,
        Condition::Not { of } => !naive(of, given, who),
        Condition::Answered { key } => !text(key).concat().trim().is_empty(),
        Condition::Chosen { key, value } => text(key).iter().filter(|one| *one == value).count() > 0,
        Condition::Number { key, compare, value } => match text(key).first().map(|first| first.trim().parse::<i64>()) {
            Some(Ok(number)) => match compare {
                Compare::Less => number - value < 0,
                Compare::AtMost => number - value < 1,
                Compare::Equal => number - value == 0,
                Compare::AtLeast => number - value > -1,
                Compare::More => number - value > 0,
            },
            _ => false,
        },
        Condition::Contains { key, words } => text(key).iter().any(|one| one.to_lowercase().split(&words.to_lowercase()).count() > 1),
        Condition::College { college } => who.college.into_iter().any(|mine| mine == *college),
        Condition::Language { tag } => who.language.eq(tag),
    }
}

proptest! {
    #[test]
    fn evaluation_equals_a_naive_model(condition in some_condition(), given in some_answers(), college in 0..CollegeKind::ALL.len(), french in any::<bool>()) {
        let who = Answerer { college: Some(CollegeKind::ALL[college]), language: if french { "fr" } else { "en" }.to_owned() };
        prop_assert_eq!(condition.holds(&given, &who), naive(&condition, &given, &who));
    }

    /// If somebody can reach a question, the check lets its condition through.
    #[test]
    fn what_somebody_reaches_is_not_called_unreachable(condition in some_condition(), given in some_answers(), college in 0..CollegeKind::ALL.len()) {
        let mut form = form(["", "", "", ""]);
        form.sections[1].questions[1].show = Some(condition);
        form.sections[1].questions[1].label.0.insert("fr".into(), "?".into());
        let who = Answerer { college: Some(CollegeKind::ALL[college]), language: "fr".into() };
        let refused_as_never = form.checked().is_err_and(|refusal| refusal.problems.iter().any(|problem| problem.key == "logic-never"));
        form.sections[1].questions[1].required = crate::survey::Required::No;
        let reached = check(&form, &given, &who).is_ok_and(|answers| shown(&form, &answers, &who).questions.contains("four"));
        prop_assert!(!(refused_as_never && reached));
    }

    /// A page that shows and hides as one answers agrees with the server.
    #[test]
    fn the_page_agrees_with_the_server(condition in some_condition(), given in some_answers(), college in 0..CollegeKind::ALL.len()) {
        let mut form = form(["", "", "", ""]);
        form.sections[0].questions[2].show = Some(condition);
        let who = Answerer { college: Some(CollegeKind::ALL[college]), language: "fr".into() };
        if let Some(live) = Live::new(&form.sections[0], &shown(&form, &Answers::new(), &who), &who) {
            let asked: Vec<&str> = live.asked(&given).into_iter().filter(|(_, asked)| *asked).map(|(code, _)| code).collect();
            let shown = shown(&form, &given, &who);
            let of_section: Vec<&str> = form.sections[0].questions.iter().filter(|question| shown.asks(question)).map(|q| q.code.as_str()).collect();
            prop_assert_eq!(asked, of_section);
        }
    }

    /// The list that a form shows says what the condition says.
    #[test]
    fn a_list_of_tests_reads_back(condition in some_condition()) {
        if let Some(tests) = Tests::of(&condition) {
            let mut problems = crate::refusal::Problems::new();
            let read = tests.read("show", None, &mut problems);
            let given = answers(&[("one", &["a"]), ("n", &["5"])]);
            let who = Answerer { college: Some(CollegeKind::Family), language: "fr".into() };
            if let Some(read) = read.filter(|_| !tests.tests.is_empty()) {
                prop_assert_eq!(read.holds(&given, &who), condition.holds(&given, &who));
            }
        }
    }
}
