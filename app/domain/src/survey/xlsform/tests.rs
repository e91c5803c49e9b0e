//! What is written reads back; what others wrote reads as far as it goes.

mod any;
mod pictures;

use proptest::prelude::*;
use rstest::rstest;

use super::{
    CELL, COLUMNS, Loss, ROWS, Sheet, Workbook,
    expression::{self, Names},
    read, title, write,
};
use crate::survey::{Condition, Form, Question};

/// Rows of cells parted by `|`, the first the header.
fn sheet(text: &str) -> Sheet {
    let mut rows = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>());
    Sheet { header: rows.next().unwrap_or_default(), rows: rows.collect() }
}

fn book(survey: &str, choices: &str, settings: &str) -> Workbook {
    Workbook { survey: sheet(survey), choices: sheet(choices), settings: sheet(settings) }
}

/// Losses as `sheet row column what`.
fn told(losses: &[Loss]) -> Vec<String> {
    losses.iter().map(|loss| format!("{} {} {} {}", loss.sheet, loss.row, loss.column, loss.what)).collect()
}

fn form() -> impl Strategy<Value = Form> {
    prop::collection::vec(any::<u16>(), 0..600).prop_map(any::form)
}

fn with_condition(form: Form) -> impl Strategy<Value = (Form, Condition)> {
    prop::collection::vec(any::<u16>(), 0..60).prop_map(move |numbers| (form.clone(), any::condition(&form, numbers)))
}

proptest! {
    #[test]
    fn what_is_written_reads_back(form in form()) {
        let book = write(&form, "Titre");
        let (read, losses) = read(&book).unwrap();
        prop_assert_eq!(&read, &form);
        prop_assert_eq!(losses, vec![]);
        prop_assert_eq!(title(&book), Some("Titre".to_owned()));
    }

    #[test]
    fn conditions_read_back((form, condition) in form().prop_flat_map(with_condition)) {
        let written = expression::write(&form, &condition);
        let keys: Vec<String> = form.questions().flat_map(Question::keys).collect();
        let names = Names {
            keys: keys.iter().map(|key| (expression::name(key), key.clone())).collect(),
            earlier: keys.iter().cloned().collect(),
            form,
            ..Names::default()
        };
        let node = expression::parse(&written);
        prop_assert_eq!(node.and_then(|node| names.condition(&node, "")), Some(condition), "{}", written);
    }

    #[test]
    fn nothing_written_in_a_condition_is_too_much(text in "(\\$\\{|[a-z_]{1,3}|\\}|\\(|\\)|'|\"|[<>=!]{1,2}| and | or |not\\(|-?[0-9.]{1,4}|\\PC){0,40}") {
        let _ = expression::parse(&text);
    }

    #[test]
    fn whatever_stands_in_the_sheets_the_form_holds(form in form(), edits in prop::collection::vec((any::<[u16; 3]>(), cell()), 0..40)) {
        let mut book = write(&form, "T");
        for ([tab, row, column], cell) in edits {
            let sheet = match tab % 4 { 0 | 1 => &mut book.survey, 2 => &mut book.choices, _ => &mut book.settings };
            let (row, width) = (usize::from(row) % (sheet.rows.len() + 2), sheet.header.len() + 1);
            let cells = if row == 0 { &mut sheet.header } else {
                if row > sheet.rows.len() { sheet.rows.push(vec![]) }
                &mut sheet.rows[row - 1]
            };
            let column = usize::from(column) % width;
            cells.resize(cells.len().max(column + 1), String::new());
            cells[column] = cell;
        }
        holds(&book)?;
    }

    #[test]
    fn sheets_of_anything_are_read_or_refused(
        header in prop::collection::vec(prop::sample::select(HEADERS), 1..12),
        rows in prop::collection::vec(prop::collection::vec(cell(), 0..12), 0..30),
        choices in prop::collection::vec((prop::sample::select(&["l", "palabre-yes-no"][..]), cell(), cell()), 0..20),
    ) {
        let header = header.into_iter().map(str::to_owned).collect();
        let choices = choices.into_iter().map(|(list, name, label)| vec![list.to_owned(), name, label]).collect();
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        holds(&Workbook {
            survey: Sheet { header, rows },
            choices: Sheet { header: words(&["list name", "value", "label::English (en)"]), rows: choices },
            settings: Sheet::default(),
        })?;
    }
}

const HEADERS: &[&str] = &[
    "type",
    "name",
    "label",
    "Label::Français (fr)",
    "hint",
    "required",
    "relevant",
    "constraint",
    "constraint_message",
    "appearance",
    "parameters",
    "palabre::kind",
    "palabre::total",
    "palabre::constraint_1",
    "calculation",
    "",
];

fn cell() -> impl Strategy<Value = String> {
    let cells = [
        "",
        "begin_group",
        "end group",
        "begin_repeat",
        "select_one l",
        "select_multiple l or_other",
        "rank l",
        "integer",
        "range",
        "text",
        "decimal",
        "hidden",
        "note",
        "calculate",
        "acknowledge",
        "a",
        "b",
        "B!",
        "1",
        "2",
        "yes",
        "soft",
        "matrix",
        "points",
        "texts",
        "scale",
        "yes_no",
        "intro",
        "table-list",
        "minimal",
        "multiline",
        "randomize=true",
        "start=1 end=5",
        ". > 3 and . < 9",
        "${a} = 'b'",
        "selected(${a}, 'b') or not(${b} != '')",
        "${b} > 3",
        "${a}",
        "{b} ${nothing}",
        "palabre::kind",
        "label::x y z",
        "palabre_college",
        "string-length(.) <= 3",
        "99999999999999999999",
        "-",
        "(((",
        "É",
    ];
    prop_oneof![4 => prop::sample::select(cells.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,12}"]
}

/// Read, it holds and reads back from what we write of it; or it is refused with reasons.
fn holds(book: &Workbook) -> Result<(), TestCaseError> {
    match read(book) {
        Ok((form, _)) => {
            prop_assert_eq!(form.checked(), Ok(()));
            prop_assert_eq!(read(&write(&form, "T")).unwrap().0, form);
        }
        Err(refusal) => {
            prop_assert!(!refusal.problems.is_empty());
            prop_assert!(refusal.problems.iter().all(|problem| problem.key.starts_with("xlsform-")), "{refusal}");
        }
    }
    Ok(())
}

/// As ODK and KoboToolbox have them: names with capitals, options that are numbers, groups in groups, types that we have not.
#[test]
fn a_form_of_another_tool_is_read_as_far_as_it_goes() {
    let book = book(
        "Type                 | name       | Label::English (en) | label::French  | hint | required | relevant                             | constraint          | constraint_message | appearance | calculation | label::Fon Gbe
         start                | start      |                     |                |      |          |                                      |                     |                    |            |             |
         text                 | Full Name  | Name                | Nom            |      | TRUE     |                                      |                     |                    |            |             | Nyikɔ
         begin group          | House-Hold | Household           | Foyer          |      |          |                                      |                     |                    | field-list |             |
         select one yn        | kids       | Any children?       | Des enfants ?  |      | yes      |                                      |                     |                    |            |             |
         integer              | n          | How many?           | Combien ?      |      |          | ${kids} = 1                          | . > 0 and . < 20    | Too many           |            |             |
         begin_group          | more       | More                |                |      |          | ${n} >= 2                            |                     |                    |            |             |
         select_multiple days or_other | days | Which days, ${Full Name}? | Quels jours, ${n} fois ? | | | not(selected(${kids}, '2')) | count-selected(.) <= 2 and not(selected(., 'Tue')) | | | |
         geopoint             | place      | Where               | Où             |      |          |                                      |                     |                    |            |             |
         end group            |            |                     |                |      |          |                                      |                     |                    |            |             |
         decimal              | weight     | Weight              | Poids          |      |          | ${place} != ''                       |                     |                    |            |             |
         end_group            |            |                     |                |      |          |                                      |                     |                    |            |             |
         begin_group          | grid       | Grid                | Tableau        |      |          |                                      |                     |                    | table-list |             |
         select_one days      | Morning    | Morning             | Matin          |      | yes      |                                      |                     |                    |            |             |
         select_one days      | Evening    | Evening             | Soir           |      | yes      |                                      |                     |                    |            |             |
         end_group            |            |                     |                |      |          |                                      |                     |                    |            |             |
         calculate            | total      |                     |                |      |          |                                      |                     |                    |            | ${n} * 2    |
         note                 | bye        | Bye {you}           | Au revoir      | ${total} |      | ${Morning} = 'Mon' and ${days_other} != '' |              |                    |            |             |",
        "list name | name | label::English (en) | label::French
         yn        | 1    | Yes                 | Oui
         yn        | 2    | No                  | Non
         days      | Mon  | Monday              | Lundi
         days      | Tue  | Tuesday             | Mardi",
        "form_title | form_id | style
         My survey  | my      | pages",
    );
    let (form, losses) = read(&book).unwrap();
    let expected: Form = serde_json::from_str(
        r#"{"sections":[
        {"code":"questions","title":{"fr":"My survey"},"questions":[
            {"code":"full_name","kind":"short_text","max":200,"required":"yes","label":{"en":"Name","fr":"Nom","x-fongbe":"Nyikɔ"}}]},
        {"code":"house_hold","title":{"en":"Household","fr":"Foyer"},"questions":[
            {"code":"kids","kind":"single","required":"yes","label":{"en":"Any children?","fr":"Des enfants ?"},
                "options":[{"code":"yes","label":{"en":"Yes","fr":"Oui"}},{"code":"no","label":{"en":"No","fr":"Non"}}]},
            {"code":"n","kind":"number","min":1,"max":19,"label":{"en":"How many?","fr":"Combien ?"},
                "show":{"if":"chosen","key":"kids","value":"oui"}},
            {"code":"more","kind":"note","label":{"en":"More"},"show":{"if":"number","key":"n","compare":"at_least","value":2}},
            {"code":"days","kind":"multiple","other":true,"most":2,
                "label":{"en":"Which days, {full_name}?","fr":"Quels jours, {n} fois ?"},
                "options":[{"code":"mon","label":{"en":"Monday","fr":"Lundi"}},{"code":"tue","label":{"en":"Tuesday","fr":"Mardi"}}],
                "show":{"if":"all","of":[{"if":"number","key":"n","compare":"at_least","value":2},
                    {"if":"not","of":{"if":"chosen","key":"kids","value":"non"}}]},
                "rules":[{"must":{"if":"not","of":{"if":"chosen","key":"days","value":"tue"}},
                    "words":{"fr":"Cette réponse ne convient pas.","en":"This answer does not fit."}}]},
            {"code":"weight","kind":"number","min":0,"max":10000,"label":{"en":"Weight","fr":"Poids"}}]},
        {"code":"questions_2","title":{"fr":"My survey"},"questions":[
            {"code":"grid","kind":"matrix","required":"yes","label":{"en":"Grid","fr":"Tableau"},
                "items":[{"code":"morning","label":{"en":"Morning","fr":"Matin"}},{"code":"evening","label":{"en":"Evening","fr":"Soir"}}],
                "options":[{"code":"mon","label":{"en":"Monday","fr":"Lundi"}},{"code":"tue","label":{"en":"Tuesday","fr":"Mardi"}}]},
            {"code":"bye","kind":"note","label":{"en":"Bye { you }","fr":"Au revoir"},"help":{"fr":"${ total }"},
                "show":{"if":"all","of":[{"if":"chosen","key":"grid.morning","value":"mon"},{"if":"answered","key":"days.other_text"}]}}]}
        ]}"#
        .replace(r#""code":"yes","#, r#""code":"oui","#)
        .replace(r#""code":"no","#, r#""code":"non","#)
        .as_str(),
    )
    .unwrap();
    assert_eq!(form, expected);
    assert_eq!(
        told(&losses),
        [
            "survey 1 label::Fon Gbe language",
            "survey 1 calculation column",
            "survey 2 Type type",
            "survey 3 name name",
            "survey 6 constraint_message message",
            "survey 7 Type nested",
            "survey 8 constraint rule-words",
            "survey 9 Type type",
            "survey 11 Type decimal",
            "survey 11 constraint bounds",
            "survey 11 relevant condition",
            "survey 14 name name",
            "survey 15 name name",
            "survey 17 Type type",
            "survey 18 Label::English (en) reference",
            "survey 18 hint reference",
            "choices 2 name name",
            "choices 3 name name",
            "choices 4 name name",
            "choices 5 name name",
            "settings 1 style column",
        ]
    );
}

#[test]
fn columns_are_those_of_the_specification() {
    let form: Form = serde_json::from_str(
        r#"{"sections":[{"code":"s","title":{"fr":"S"},"questions":[
            {"code":"n","kind":"number","min":0,"max":9,"label":{"fr":"N","fr-x-falc":"Nombre"},"required":"yes",
                "rules":[{"must":{"if":"not","of":{"if":"number","key":"n","compare":"equal","value":3}},"words":{"fr":"Pas trois."}}]},
            {"code":"q","kind":"multiple","most":2,"label":{"fr":"Pour {n} ?"},"required":"soft","show":{"if":"college","college":"family"},
                "options":[{"code":"a","label":{"fr":"A"}},{"code":"b","label":{"fr":"B"},"alone":true}]}]}],
        "quotas":[{"key":"q","value":"a","college":"family","limit":30,"words":{"fr":"Complet."}}]}"#,
    )
    .unwrap();
    let written = write(&form, "Été");
    let expected = book(
        "type              | name            | label::Français (fr) | label::Français facile (fr-x-falc) | required | relevant                        | constraint                               | constraint_message::Français (fr) | palabre::required
         hidden            | palabre_college |                      |                                    |          |                                 |                                          |                                   |
         begin_group       | s               | S                    |                                    |          |                                 |                                          |                                   |
         integer           | n               | N                    | Nombre                             | yes      |                                 | . >= 0 and . <= 9 and (not(${n} = 3))    | Pas trois.                        |
         select_multiple q | q               | Pour ${n} ?          |                                    |          | ${palabre_college} = 'family'   | count-selected(.) <= 2                   |                                   | soft
         end_group         |                 |                      |                                    |          |                                 |                                          |                                   |",
        "list_name | name | label::Français (fr) | palabre_alone
         q         | a    | A                    |
         q         | b    | B                    | yes",
        "form_title | form_id | default_language | palabre::quota                                           | palabre::limit | palabre::words::Français (fr)
         Été        | ete     | Français (fr)    |                                                          |                |
                    |         |                  | selected(${q}, 'a') and ${palabre_college} = 'family'    | 30             | Complet.",
    );
    assert_eq!(written, expected);
}

#[rstest]
#[case("not(${q} != '') and (selected(${m}, 'a') or ${n} >= 3)", true)]
#[case("3<=${n}and not(${q}='a')", true)]
#[case("${ok} = 'OK'", true)]
#[case("string-length(${q}) > 0", true)]
#[case("contains(${q}, \"l'été\") or contains(${q}, concat('a', \"'\", '\"'))", true)]
#[case("${palabre_college} != 'elected' and ${palabre_language} = 'fr'", true)]
#[case("true()", true)]
#[case("${palabre_college} = 'nobody'", false)]
#[case("${q} = 'z'", false)]
#[case("${n} > 2.5", false)]
#[case("${n} + 1 > 2", false)]
#[case("${later} = 1", false)]
#[case("${q} = 'a' and", false)]
#[case("(${q} = 'a'", false)]
#[case("count-selected(${m}) > 1", false)]
#[case("regex(${q}, 'x')", false)]
#[case("'a' = 'a'", false)]
#[case("${q}", false)]
#[case("", false)]
fn expressions(#[case] text: &str, #[case] holds: bool) {
    let options = r#""options":[{"code":"a","label":{"fr":"A"}},{"code":"b","label":{"fr":"B"}}]"#;
    let form: Form = serde_json::from_str(&format!(
        r#"{{"sections":[{{"code":"s","title":{{"fr":"S"}},"questions":[
            {{"code":"q","kind":"single","label":{{"fr":"Q"}},{options}}},{{"code":"m","kind":"multiple","label":{{"fr":"M"}},{options}}},
            {{"code":"n","kind":"number","min":0,"max":9,"label":{{"fr":"N"}}}},{{"code":"ok","kind":"consent","label":{{"fr":"O"}}}}]}}]}}"#
    ))
    .unwrap();
    let keys = ["q", "m", "n", "ok"].map(str::to_owned);
    let names =
        Names { keys: keys.iter().cloned().map(|key| (key.clone(), key)).collect(), earlier: keys.into(), form, ..Names::default() };
    let read = |text: &str| expression::parse(text).and_then(|node| names.condition(&node, ""));
    let condition = read(text);
    assert_eq!(condition.is_some(), holds, "{condition:?}");
    if let Some(condition) = condition {
        assert_eq!(read(&expression::write(&names.form, &condition)), Some(condition));
    }
}

#[test]
fn a_condition_as_deep_as_a_cell_is_long_is_no_condition() {
    assert_eq!(expression::parse(&"(".repeat(30_000)), None);
    assert_eq!(expression::parse(&format!("{}true(){}", "not(".repeat(5_000), ")".repeat(5_000))), None);
}

#[rstest]
#[case("name\n a", "", "xlsform-no-survey", None)]
#[case("type|name|label\n select_one l|a|A", "", "list-unknown", Some(2))]
#[case("type|name|label\n text|a|A\n\n select_one l|b|B", "list_name|name|label\n l|x|X", "options-count", Some(3))]
#[case("type|name|label\n begin_group|g|G\n text|a|A", "", "group-open", Some(2))]
#[case("type|name|label\n text|a|A\n end_group", "", "group-open", Some(3))]
#[case("type|name|label|constraint\n integer|a|A|. > 3 and . < 4", "", "number-span", Some(2))]
#[case("type|name|label|relevant\n integer|a|A\n text|b|B|${a} = 1 and ${a} = 2", "", "logic-never", Some(3))]
fn what_cannot_be_read_is_refused_by_its_row(#[case] survey: &str, #[case] choices: &str, #[case] why: &str, #[case] row: Option<usize>) {
    let problem = read(&book(survey, choices, "")).unwrap_err().problems.remove(0);
    let Some(row) = row else { return assert_eq!(problem.key, why) };
    let arg = |name: &str| problem.args.iter().find(|(arg, _)| arg == name).map(|(_, value)| value.clone());
    assert_eq!(
        (problem.key.as_str(), arg("sheet"), arg("row"), arg("why")),
        ("xlsform-row", Some("survey".into()), Some(row.to_string()), Some(why.into()))
    );
}

#[test]
fn what_is_too_big_is_refused_before_it_is_read() {
    let refused = |change: &dyn Fn(&mut Workbook)| {
        let mut book = book("type|name|label\n text|a|A", "list_name|name", "form_title");
        change(&mut book);
        read(&book).unwrap_err().problems.remove(0).key
    };
    assert_eq!(refused(&|book| book.survey.rows = vec![vec![]; ROWS[0] + 1]), "xlsform-too-many-rows");
    assert_eq!(refused(&|book| book.choices.header = vec![String::new(); COLUMNS + 1]), "xlsform-too-many-columns");
    assert_eq!(refused(&|book| book.survey.rows[0][2] = "é".repeat(CELL + 1)), "xlsform-cell-too-long");
    let many = |book: &mut Workbook| book.survey.rows = vec![vec!["text".into(), "a".into(), "A".into()]; 300];
    assert_eq!(refused(&many), "xlsform-row");
}
