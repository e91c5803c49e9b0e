mod building;
mod kinds;
mod logic;
mod pictures;

use proptest::prelude::*;
use rstest::rstest;

use super::{tally::Counts, *};
use crate::{lang::LangText, round::Calendar};

const DRAFT: Calendar = Calendar { announced: false, opens_at: None, closes_at: None, closed_at: None, published_at: None };

/// As anybody would answer.
fn check(form: &Form, answers: &Answers) -> Result<Answers, crate::Refusal> {
    super::check(form, answers, &Answerer::default())
}

fn form() -> Form {
    serde_json::from_str(
        r#"{"sections":[{"code":"s1","title":{"fr":"A"},"questions":[
            {"code":"lieu","kind":"single","label":{"fr":"Où ?"},"required":"yes","options":[{"code":"ici","label":{"fr":"Ici"}},{"code":"la","label":{"fr":"Là"}}]},
            {"code":"jours","kind":"multiple","label":{"fr":"Quand ?"},"options":[{"code":"lu","label":{"fr":"Lundi"}},{"code":"ma","label":{"fr":"Mardi"}}]},
            {"code":"urgence","kind":"scale","steps":4,"low":{"fr":"non"},"high":{"fr":"oui"},"label":{"fr":"Urgent ?"}}]},
          {"code":"s2","title":{"fr":"B"},"questions":[
            {"code":"visage","kind":"faces","label":{"fr":"Content ?"}},
            {"code":"enfants","kind":"number","min":0,"max":10,"unit":{"fr":"enfants"},"label":{"fr":"Combien ?"}},
            {"code":"mot","kind":"short_text","max":5,"label":{"fr":"Un mot"}},
            {"code":"recit","kind":"long_text","max":20,"label":{"fr":"Racontez"}}]}]}"#,
    )
    .unwrap()
}

fn answers(pairs: &[(&str, &[&str])]) -> Answers {
    pairs.iter().map(|(code, values)| ((*code).to_owned(), values.iter().map(|v| (*v).to_owned()).collect())).collect()
}

fn words(fr: &str) -> Words {
    Words { fr: fr.to_owned(), ..Words::default() }
}

fn step(step: Step, code: &str, kind: KindName, typed: Typed) -> Edit {
    Edit { step, code: code.to_owned(), kind, typed }
}

#[test]
fn the_demo_form_reads_holds_and_writes_back() {
    let demo: serde_json::Value = serde_json::from_str(include_str!("../../../../../server/demo/day-care.json")).unwrap();
    let form: Form = serde_json::from_value(demo["survey"]["form"].clone()).unwrap();
    form.checked().unwrap();
    assert_eq!(serde_json::from_value::<Form>(serde_json::to_value(&form).unwrap()).unwrap(), form);
    for response in demo["survey"]["responses"].as_array().unwrap() {
        check(&form, &serde_json::from_value(response["answers"].clone()).unwrap()).unwrap();
    }
    let frame: crate::evaluation::Frame = serde_json::from_value(demo["evaluation"].clone()).unwrap();
    frame.checked().unwrap();
    for response in demo["evaluation"]["responses"].as_array().unwrap() {
        check(&frame.form(), &serde_json::from_value(response["answers"].clone()).unwrap()).unwrap();
    }
}

#[rstest]
#[case("lieu", &[], Some("answer-required"))]
#[case("lieu", &["  "], Some("answer-required"))]
#[case("lieu", &["ici", "la"], Some("answer-only-one"))]
#[case("lieu", &["ailleurs"], Some("answer-unknown-option"))]
#[case("jours", &["ma", "lu", "ma"], None)]
#[case("urgence", &["4"], None)]
#[case("urgence", &["5"], Some("answer-unknown-option"))]
#[case("visage", &["0"], Some("answer-unknown-option"))]
#[case("enfants", &[" 3 "], None)]
#[case("enfants", &["11"], Some("answer-out-of-range"))]
#[case("enfants", &["trois"], Some("answer-not-a-number"))]
#[case("mot", &["éàüçœ"], None)]
#[case("mot", &["éàüçœx"], Some("too-long"))]
#[case("inconnu", &["x"], Some("answer-unknown-question"))]
fn answers_are_checked_by_the_form(#[case] code: &str, #[case] values: &[&str], #[case] wrong: Option<&str>) {
    let mut given = answers(&[("lieu", &["ici"])]);
    given.extend(answers(&[(code, values)]));
    match (check(&form(), &given), wrong) {
        (Ok(_), None) => {}
        (Err(refusal), Some(key)) => {
            assert_eq!(refusal.problems.len(), 1);
            assert_eq!(refusal.problems[0].key, key);
            assert_eq!(refusal.problems[0].field, if code == "inconnu" { String::new() } else { field(code) });
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn answers_come_out_canonical() {
    let given =
        answers(&[("lieu", &["ici"]), ("jours", &["ma", "lu", "ma"]), ("enfants", &[" +3"]), ("mot", &["a\nb"]), ("visage", &[""])]);
    let expected = answers(&[("lieu", &["ici"]), ("jours", &["lu", "ma"]), ("enfants", &["3"]), ("mot", &["a b"])]);
    assert_eq!(check(&form(), &given).unwrap(), expected);
}

#[test]
fn everything_wrong_is_said_at_once_with_the_number_of_the_question() {
    let refusal = check(&form(), &answers(&[("visage", &["9"]), ("recit", &["x".repeat(21).as_str()])])).unwrap_err();
    let said: Vec<_> = refusal.problems.iter().map(|p| (p.key.as_str(), p.args.last().unwrap().1.as_str())).collect();
    assert_eq!(said, [("answer-required", "1"), ("answer-unknown-option", "4"), ("too-long", "7")]);
}

#[test]
fn a_draft_keeps_what_is_not_right_yet_but_not_everything() {
    let given = answers(&[("mot", &["bien trop long"]), ("enfants", &["trois"])]);
    check_draft(&form(), &given).unwrap();
    assert_eq!(answer::check_section(&form(), &form().sections[1], &given, &Answerer::default()).unwrap_err().problems.len(), 2);
    // The required question of the first section is only missing.
    answer::check_section(&form(), &form().sections[0], &given, &Answerer::default()).unwrap();
    assert!(check_draft(&form(), &answers(&[("recit", &["x".repeat(20_000).as_str()])])).is_err());
    assert!(check_draft(&form(), &answers(&[("inconnu", &["x"])])).is_err());
    assert!(check_draft(&form(), &answers(&[("jours", &["lu"; 101])])).is_err());
}

#[test]
fn a_section_sent_again_replaces_its_own_answers_only() {
    let draft = answers(&[("lieu", &["ici"]), ("jours", &["lu"]), ("mot", &["oui"])]);
    let merged = answer::merge(&form().sections[0], draft, answers(&[("lieu", &["la"]), ("urgence", &[""])]));
    assert_eq!(merged, answers(&[("lieu", &["la"]), ("mot", &["oui"])]));
}

#[test]
fn an_options_code_stays_when_its_words_are_corrected() {
    let typed = Typed {
        label: words("Où ?"),
        options: Words { fr: "Ici\nLà-bas\nLà bas".into(), easy: String::new(), en: "Here".into() },
        ..Typed::default()
    };
    let (form, code) = form().edit(&DRAFT, 0, &step(Step::AddQuestion, "s2", KindName::Single, typed)).unwrap();
    let codes = |form: &Form| match &form.question(&code).unwrap().kind {
        Kind::Single { options, .. } => options.iter().map(|o| o.code.clone()).collect::<Vec<_>>(),
        _ => Vec::new(),
    };
    assert_eq!(code, "ou");
    assert_eq!(codes(&form), ["ici", "la_bas", "la_bas_2"]);
    let typed = Typed {
        label: words("Où ?"),
        options: Words {
            fr: "la_bas | Là-bas, loin\nIci\nAilleurs | plus loin".into(),
            easy: String::new(),
            en: "ici | Right here\nla_bas_2 | gone".into(),
        },
        ..Typed::default()
    };
    let (form, _) = form.edit(&DRAFT, 0, &step(Step::EditQuestion, &code, KindName::Faces, typed)).unwrap();
    assert_eq!(codes(&form), ["la_bas", "ici", "ailleurs_plus_loin"]);
    let Kind::Single { options, .. } = &form.question(&code).unwrap().kind else { panic!("the kind stays") };
    assert_eq!(options[1].label.exact("en"), Some("Right here"));
    assert_eq!(options[0].label.exact("en"), None);
}

#[test]
fn other_languages_survive_an_edit() {
    let mut form = form();
    form.sections[0].title.0.insert("ar".into(), "عنوان".into());
    let typed = Typed { title: words("Nouveau"), ..Typed::default() };
    let (form, _) = form.edit(&DRAFT, 0, &step(Step::EditSection, "s1", KindName::Faces, typed)).unwrap();
    assert_eq!(form.sections[0].title, LangText([("ar".to_owned(), "عنوان".to_owned()), ("fr".to_owned(), "Nouveau".to_owned())].into()));
}

#[rstest]
#[case(Step::AddSection, "", KindName::Faces, Typed::default(), "typed[title][fr]")]
#[case(Step::AddQuestion, "s1", KindName::Single, Typed { label: words("Q"), options: words("seule"), ..Typed::default() }, "typed[options][fr]")]
#[case(Step::AddQuestion, "s1", KindName::Single, Typed { label: words("Q"), options: words("a | A\na | B"), ..Typed::default() }, "typed[options][fr]")]
#[case(Step::AddQuestion, "s1", KindName::Single, Typed { label: words("Q"), options: words(&"x\n".repeat(101)), ..Typed::default() }, "typed[options][fr]")]
#[case(Step::AddQuestion, "s1", KindName::Number, Typed { label: words("Q"), min: "5".into(), max: "5".into(), ..Typed::default() }, "typed[max]")]
#[case(Step::AddQuestion, "s1", KindName::Number, Typed { label: words("Q"), min: "-9223372036854775808".into(), max: "9".into(), ..Typed::default() }, "typed[max]")]
#[case(Step::AddQuestion, "s1", KindName::Scale, Typed { label: words("Q"), steps: "99".into(), ..Typed::default() }, "typed[steps]")]
#[case(Step::AddQuestion, "s1", KindName::LongText, Typed { label: words("Q"), length: "many".into(), ..Typed::default() }, "typed[length]")]
#[case(Step::AddQuestion, "s1", KindName::Faces, Typed { label: words(&"x".repeat(3000)), ..Typed::default() }, "typed[label][fr]")]
fn what_a_facilitator_gets_wrong_is_said_by_the_field(
    #[case] what: Step,
    #[case] code: &str,
    #[case] kind: KindName,
    #[case] typed: Typed,
    #[case] at: &str,
) {
    let refusal = form().edit(&DRAFT, 0, &step(what, code, kind, typed)).unwrap_err();
    assert_eq!(refusal.problems[0].field, at);
}

#[test]
fn once_the_round_opens_only_words_are_corrected_and_once_published_nothing() {
    let open = Calendar { announced: true, opens_at: Some(5), closes_at: Some(9), ..DRAFT };
    let remove = step(Step::RemoveQuestion, "mot", KindName::Faces, Typed::default());
    assert!(form().edit(&open, 4, &remove).is_ok());
    let words = step(Step::EditQuestion, "visage", KindName::Faces, Typed { label: words("Contente ?"), ..Typed::default() });
    let require = step(Step::EditQuestion, "visage", KindName::Faces, Typed { required: "yes".into(), ..words.typed.clone() });
    for now in [5, 9] {
        assert_eq!(form().edit(&open, now, &remove).unwrap_err().problems[0].key, "round-open-words-only");
        assert_eq!(form().edit(&open, now, &require).unwrap_err().problems[0].key, "round-open-words-only");
        let (corrected, _) = form().edit(&open, now, &words).unwrap();
        assert_eq!(corrected.question("visage").unwrap().label.text("fr"), "Contente ?");
    }
    let published = Calendar { published_at: Some(9), ..open };
    assert_eq!(form().edit(&published, 10, &words).unwrap_err().problems[0].key, "round-published");
}

#[test]
fn a_form_behind_another_keeps_its_logic_under_its_new_codes() {
    let other: Form = serde_json::from_str(
        r#"{"sections":[{"code":"s1","title":{"fr":"Z"},"questions":[
            {"code":"lieu","kind":"yes_no","label":{"fr":"Ici ?"}},
            {"code":"suite","kind":"short_text","max":9,"label":{"fr":"Après {lieu}"},"show":{"if":"chosen","key":"lieu","value":"yes"}}]}],
          "quotas":[{"key":"lieu","value":"yes","limit":3,"words":{"fr":"Complet"}}]}"#,
    )
    .unwrap();
    let both = form().append(&other).unwrap();
    assert_eq!(both.sections[2].code, "s1_2");
    assert_eq!(both.sections[2].questions[0].code, "lieu_2");
    assert_eq!(both.sections[2].questions[1].label.text("fr"), "Après {lieu_2}");
    assert_eq!(both.sections[2].questions[1].show.as_ref().unwrap().keys(), ["lieu_2"]);
    assert_eq!(both.quotas[0].key, "lieu_2");
    assert_eq!(Form::default().append(&other).unwrap(), other);
}

#[test]
fn questions_cross_from_section_to_section() {
    let lower =
        |form: &Form, code: &str| form.edit(&DRAFT, 0, &step(Step::LowerQuestion, code, KindName::Faces, Typed::default())).unwrap().0;
    let raise =
        |form: &Form, code: &str| form.edit(&DRAFT, 0, &step(Step::RaiseQuestion, code, KindName::Faces, Typed::default())).unwrap().0;
    let moved = lower(&form(), "urgence");
    assert_eq!(moved.sections[1].questions[0].code, "urgence");
    assert_eq!(raise(&moved, "urgence"), form());
    assert_eq!(lower(&form(), "recit"), form());
    assert_eq!(raise(&form(), "lieu"), form());
}

#[test]
fn means_medians_and_leanings() {
    let middle = stats::middle(&[(0, 1), (1, 2), (4, 1)]).unwrap();
    assert_eq!((middle.n, middle.median), (4, 1.0));
    assert!((middle.mean - 1.5).abs() < 1e-9);
    assert_eq!(stats::middle(&[(2, 1), (5, 1)]).unwrap().median, 3.5);
    assert_eq!(stats::middle(&[(3, 0)]), None);
    assert_eq!(stats::leaning(&[5, 2, 1, 1, 1]), (stats::Leaning::Low, 7, 2));
    assert_eq!(stats::leaning(&[1, 1, 1, 4]), (stats::Leaning::High, 2, 5));
    assert_eq!(stats::leaning(&[2, 2, 5, 2, 2]), (stats::Leaning::Split, 4, 4));
    assert_eq!(stats::leaning(&[0, 0, 5, 1, 0]), (stats::Leaning::Middle, 0, 1));
    assert_eq!(stats::leaning(&[3, 3]), (stats::Leaning::Split, 3, 3));
}

fn some_typed() -> impl Strategy<Value = Typed> {
    ("[ a-cé]{0,4}", "([a-c]{1,2}( \\| [a-c]{1,3})?\n){0,4}", any::<bool>()).prop_map(|(label, options, required)| Typed {
        title: words(&label),
        label: words(&label),
        options: words(&options),
        required: if required { "yes" } else { "no" }.to_owned(),
        ..Typed::default()
    })
}

/// Answers to [`form`], right or wrong.
fn some_answers() -> impl Strategy<Value = Answers> {
    let value = prop::sample::select(vec!["ici", "la", "lu", "ma", "1", "3", "4", "mot", "", "🌳"]);
    let code = prop::sample::select(vec!["lieu", "jours", "urgence", "visage", "enfants", "mot", "recit"]);
    prop::collection::btree_map(code.prop_map(str::to_owned), prop::collection::vec(value.prop_map(str::to_owned), 0..3), 0..8)
}

proptest! {
    #[test]
    fn codes_stay_unique_after_any_edits(steps in prop::collection::vec((0..Step::ALL.len(), 0..KindName::ALL.len(), 0usize..6, some_typed()), 0..60)) {
        let mut form = Form::default();
        for (what, kind, at, typed) in steps {
            let what = Step::ALL[what];
            let code = if what.as_str().ends_with("section") || what == Step::AddQuestion {
                form.sections.get(at % form.sections.len().max(1)).map(|s| s.code.clone())
            } else {
                form.questions().nth(at).map(|q| q.code.clone())
            };
            if let Ok((next, _)) = form.edit(&DRAFT, 0, &step(what, &code.unwrap_or_default(), KindName::ALL[kind], typed)) {
                form = next;
            }
            prop_assert!(form.checked().is_ok());
        }
    }

    #[test]
    fn what_a_check_lets_through_it_lets_through_again(given in some_answers()) {
        if let Ok(checked) = check(&form(), &given) {
            prop_assert_eq!(check(&form(), &checked), Ok(checked.clone()));
            prop_assert!(checked.values().all(|values| !values.is_empty()));
        }
    }

    /// A person's response may be replaced any number of times: the counts kept step by step equal a recount.
    #[test]
    fn tallies_kept_step_by_step_equal_a_recount(sent in prop::collection::vec((0usize..4, some_answers()), 0..20)) {
        let form = form();
        let (mut kept, mut responses) = (Counts::new(), std::collections::BTreeMap::<usize, Answers>::new());
        for (person, given) in sent {
            let Ok(given) = check(&form, &given) else { continue };
            let before = responses.insert(person, given.clone()).unwrap_or_default();
            tally::add(&mut kept, tally::change(&form, &before, &given));
        }
        let mut recount = Counts::new();
        for response in responses.values() {
            tally::add(&mut recount, tally::of(&form, response));
        }
        prop_assert_eq!(kept, recount);
    }

    #[test]
    fn any_label_gives_a_code(label in "\\PC{0,40}", taken in prop::collection::btree_set("[a-z]{1,2}", 0..5)) {
        let code = code::from_label(&label, "option", |code| taken.contains(code));
        prop_assert!(code::well_formed(&code), "{}", code);
        prop_assert!(!taken.contains(&code));
    }
}
