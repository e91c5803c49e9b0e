use proptest::prelude::*;
use rstest::rstest;
use uuid::Uuid;

use super::*;
use crate::survey::agreement::agreement;

fn theme_id(n: u128) -> ThemeId {
    ThemeId(Uuid::from_u128(n))
}

fn person(n: u128) -> AccountId {
    AccountId(Uuid::from_u128(n))
}

fn set(themes: &[u128]) -> BTreeSet<ThemeId> {
    themes.iter().map(|n| theme_id(*n)).collect()
}

fn sheet(readers: &[&[u128]]) -> Sheet {
    Sheet { readers: readers.iter().zip(1..).map(|(given, n)| (person(n), set(given))).collect(), settled: BTreeMap::new() }
}

fn text_id(response: u128, question: &str) -> TextId {
    TextId { response: ResponseId(Uuid::from_u128(response)), question: question.to_owned() }
}

const HOUR: Calendar = Calendar { announced: true, opens_at: Some(0), closes_at: Some(10), closed_at: None, published_at: None };

#[rstest]
#[case(RoundKind::Survey, Mode::Anonymous, 5, Some("coding-while-open"))]
#[case(RoundKind::Survey, Mode::Anonymous, 10, None)]
#[case(RoundKind::Evaluation, Mode::Named, 5, None)]
#[case(RoundKind::Survey, Mode::Named, -1, Some("round-not-yet-open"))]
#[case(RoundKind::Charter, Mode::Named, 10, Some("not-found"))]
fn a_text_is_read_when_reading_it_tells_nothing_else(
    #[case] kind: RoundKind,
    #[case] mode: Mode,
    #[case] now: i64,
    #[case] refused: Option<&str>,
) {
    let found = may_code(kind, mode, &HOUR, now).err().map(|refusal| refusal.problems[0].key.clone());
    assert_eq!(found.as_deref(), refused);
}

#[test]
fn one_reader_decides_two_must_agree() {
    assert_eq!(sheet(&[&[1]]).bearing(theme_id(1)), Bearing::Yes);
    assert_eq!(sheet(&[&[1], &[]]).bearing(theme_id(1)), Bearing::Disputed);
    assert_eq!(sheet(&[&[1], &[1, 2]]).disputed(), set(&[2]));
    assert_eq!(sheet(&[&[1], &[1, 2]]).borne(), set(&[1]));
    assert_eq!(Sheet::default().bearing(theme_id(1)), Bearing::No);
}

#[test]
fn nobody_sees_the_others_coding_before_their_own() {
    let one = sheet(&[&[1]]);
    assert!(one.seen_by(person(1)) && !one.seen_by(person(2)));
    let two = sheet(&[&[1], &[]]);
    assert!(two.seen_by(person(2)) && two.seen_by(person(3)));
}

#[test]
fn what_two_have_read_stands() {
    let two = sheet(&[&[1], &[2]]);
    assert_eq!(read(Some(&two), person(1), Some(&set(&[1]))), Ok(false));
    assert!(read(Some(&two), person(1), Some(&set(&[2]))).is_err());
    assert!(read(Some(&two), person(1), None).is_err());
    assert!(read(Some(&two), person(3), Some(&set(&[1]))).is_err());
    assert_eq!(read(Some(&two), person(3), None), Ok(false));
    assert_eq!(read(Some(&sheet(&[&[1]])), person(2), Some(&set(&[]))), Ok(true));
    assert_eq!(read(None, person(2), None), Ok(false));
}

#[test]
fn read_without_a_theme_is_not_unread() {
    let themes = BTreeMap::from([("prix".to_owned(), theme_id(1)), ("lieu".to_owned(), theme_id(2))]);
    let of = |values: &[&str]| marked(&values.iter().map(|v| (*v).to_owned()).collect::<Vec<_>>(), &themes);
    assert_eq!(of(&[""]), Ok(None));
    assert_eq!(of(&["", NONE]), Ok(Some(set(&[]))));
    assert_eq!(of(&["lieu", "prix"]), Ok(Some(set(&[1, 2]))));
    assert_eq!(of(&["lieu", NONE]).unwrap_err().key, "coding-none-and-some");
    assert_eq!(of(&["bruit"]).unwrap_err().key, "theme-gone");
}

#[test]
fn settling_keeps_only_what_the_codings_do_not_say() {
    let themes = [theme_id(1), theme_id(2), theme_id(3)];
    let two = sheet(&[&[1, 2], &[1]]);
    assert_eq!(two.settle(&themes, &set(&[1])), Ok(BTreeMap::from([(theme_id(2), false)])));
    assert_eq!(two.settle(&themes, &set(&[1, 2])), Ok(BTreeMap::from([(theme_id(2), true)])));
    assert_eq!(two.settle(&themes, &set(&[2, 3])).unwrap().len(), 3);
    assert!(sheet(&[&[1]]).settle(&themes, &set(&[1])).is_err());
}

#[test]
fn a_theme_is_merged_into_another_one_that_stands() {
    let (a, b) = (theme_id(1), theme_id(2));
    assert_eq!(merge(a, false, Some((b, false))), Ok(b));
    assert!(merge(a, false, Some((a, false))).is_err());
    assert!(merge(a, true, Some((b, false))).is_err());
    assert!(merge(a, false, Some((b, true))).is_err());
    assert!(merge(a, false, None).is_err());
}

#[test]
fn a_split_moves_what_bears_the_theme_and_may_be_seen() {
    let desk = Desk::from([
        (text_id(1, "recit"), sheet(&[&[1]])),
        (text_id(2, "recit"), sheet(&[&[2]])),
        (text_id(3, "recit"), sheet(&[&[1], &[]])),
    ]);
    let chosen: BTreeSet<_> = (1..=4).map(|n| text_id(n, "recit")).collect();
    assert_eq!(split(&desk, theme_id(1), &chosen, person(1)), Ok(vec![text_id(1, "recit"), text_id(3, "recit")]));
    assert_eq!(split(&desk, theme_id(1), &chosen, person(2)), Ok(vec![text_id(3, "recit")]));
    assert!(split(&desk, theme_id(2), &chosen, person(2)).is_err());
}

#[test]
fn codes_come_from_titles_and_are_used_once() {
    let taken = BTreeSet::from(["horaires".to_owned()]);
    assert_eq!(new_code(&LangText::of("fr", "Horaires"), &taken).unwrap(), "horaires_2");
    assert_eq!(new_code(&LangText::of("fr", "«»"), &taken).unwrap(), "theme");
    let many = (0..THEMES).map(|n| format!("t{n}")).collect();
    assert!(new_code(&LangText::of("fr", "Un de trop"), &many).is_err());
}

#[test]
fn a_person_counts_once_however_often_they_name_it() {
    let (families, elected) = (CollegeId(Uuid::from_u128(70)), CollegeId(Uuid::from_u128(71)));
    let desk = Desk::from([
        (text_id(1, "mot"), sheet(&[&[1]])),
        (text_id(1, "recit"), sheet(&[&[1], &[1]])),
        (text_id(2, "mot"), sheet(&[&[]])),
        (text_id(2, "recit"), sheet(&[&[1], &[]])),
        (text_id(3, "mot"), sheet(&[&[1]])),
        (text_id(9, "mot"), Sheet::default()),
    ]);
    let counts = count(&desk, theme_id(1), |response| Some(if response.0.as_u128() == 3 { elected } else { families }));
    assert_eq!(counts, BTreeMap::from([(families, Count { read: 2, named: 1 }), (elected, Count { read: 1, named: 1 })]));
}

#[test]
fn each_pair_has_the_texts_that_both_have_read() {
    let third = Sheet { readers: BTreeMap::from([(person(1), set(&[1])), (person(3), set(&[]))]), ..Sheet::default() };
    let desk = Desk::from([(text_id(1, "mot"), sheet(&[&[1], &[1]])), (text_id(2, "mot"), sheet(&[&[2]])), (text_id(3, "mot"), third)]);
    let found = pairs(&desk, |theme| format!("t{}", theme.0.as_u128()));
    assert_eq!(
        found.iter().map(|pair| (pair.first, pair.second, pair.texts.len())).collect::<Vec<_>>(),
        [(person(1), person(2), 1), (person(1), person(3), 1)]
    );
    assert_eq!(found[1].texts[0].first, BTreeSet::from(["t1".to_owned()]));
}

#[test]
fn texts_of_a_form() {
    let form: Form = serde_json::from_str(
        r#"{"sections":[{"code":"s","title":{"fr":"S"},"questions":[
            {"code":"lieu","kind":"single","other":true,"label":{"fr":"?"},"options":[{"code":"ici","label":{"fr":"I"}},{"code":"la","label":{"fr":"L"}}]},
            {"code":"mail","kind":"email","label":{"fr":"?"}},
            {"code":"trois","kind":"texts","max":50,"label":{"fr":"?"},"items":[{"code":"un","label":{"fr":"1"}},{"code":"deux","label":{"fr":"2"}}]},
            {"code":"recit","kind":"long_text","max":100,"label":{"fr":"?"}}]}]}"#,
    )
    .unwrap();
    let keys: Vec<_> = text_keys(&form).into_iter().map(|(key, _)| key).collect();
    assert_eq!(keys, ["lieu.other_text", "trois.un", "trois.deux", "recit"]);
}

fn given() -> impl Strategy<Value = BTreeSet<ThemeId>> {
    prop::sample::subsequence(vec![1u128, 2, 3], 0..=3).prop_map(|themes| set(&themes))
}

fn any_sheet() -> impl Strategy<Value = Sheet> {
    (given(), given(), prop::collection::btree_map(1u128..4, any::<bool>(), 0..3)).prop_map(|(a, b, settled)| Sheet {
        readers: BTreeMap::from([(person(1), a), (person(2), b)]),
        settled: settled.into_iter().map(|(theme, borne)| (theme_id(theme), borne)).collect(),
    })
}

proptest! {
    #[test]
    fn what_was_settled_is_what_the_text_bears(sheet in any_sheet(), borne in given()) {
        let themes = [theme_id(1), theme_id(2), theme_id(3)];
        let settled = sheet.settle(&themes, &borne).unwrap();
        let after = Sheet { settled, ..sheet };
        prop_assert_eq!(after.borne(), borne);
        prop_assert!(after.disputed().is_empty());
    }

    #[test]
    fn a_merged_text_bears_what_it_bore_under_either_name(sheet in any_sheet()) {
        let (from, into) = (theme_id(1), theme_id(2));
        let before = [sheet.bearing(from), sheet.bearing(into)];
        let mut after = sheet.clone();
        for themes in after.readers.values_mut() {
            if themes.remove(&from) {
                themes.insert(into);
            }
        }
        let verdict = sheet.merged(from, into);
        after.settled.remove(&from);
        after.settled.remove(&into);
        after.settled.extend(verdict.map(|borne| (into, borne)));
        prop_assert_eq!(after.bearing(from), Bearing::No);
        if before.contains(&Bearing::Yes) {
            prop_assert_eq!(after.bearing(into), Bearing::Yes);
        }
        if before == [Bearing::No, Bearing::No] {
            prop_assert_eq!(after.bearing(into), Bearing::No);
        }
    }

    #[test]
    fn settling_leaves_kappa_as_it_was(sheets in prop::collection::vec(any_sheet(), 1..20)) {
        let desk: Desk = sheets.into_iter().zip(1..).map(|(sheet, n)| (text_id(n, "mot"), sheet)).collect();
        let bare: Desk = desk.iter().map(|(text, sheet)| (text.clone(), Sheet { settled: BTreeMap::new(), ..sheet.clone() })).collect();
        let code = |theme: ThemeId| theme.0.as_u128().to_string();
        let of = |desk: &Desk| pairs(desk, code).iter().map(|pair| agreement(&[], &pair.texts).overall).collect::<Vec<_>>();
        prop_assert_eq!(of(&desk), of(&bare));
    }

    #[test]
    fn never_more_are_named_than_read(sheets in prop::collection::vec(any_sheet(), 0..20)) {
        let desk: Desk = sheets.into_iter().zip(1..).map(|(sheet, n)| (text_id(n / 2, if n % 2 == 0 { "mot" } else { "recit" }), sheet)).collect();
        for theme in 1..4 {
            for count in count(&desk, theme_id(theme), |_| Some(CollegeId(Uuid::nil()))).values() {
                prop_assert!(count.named <= count.read);
            }
        }
    }
}
