//! A form as a workbook.

use std::collections::BTreeSet;

use super::{ALONE, COLLEGE, FILE, LANGUAGE, PICTURE, RULE_COLUMNS, Workbook, YES_NO, YES_NO_UNSURE, expression, sheet, written::Written};
use crate::{
    lang::LangText,
    survey::{
        code,
        form::{Form, Question, Required, Section},
        kind::{Choice, DECLINED, Kind, OTHER_TEXT},
        logic::Condition,
        picture::Picture,
        pipe,
        quota::Quota,
    },
};

const SURVEY: &[&str] = &[
    "type",
    "name",
    "label",
    "hint",
    "required",
    "relevant",
    "constraint",
    "constraint_message",
    "appearance",
    "parameters",
    "palabre::kind",
    "palabre::required",
    "palabre::declinable",
    "palabre::filter",
    "palabre::shuffled",
    "palabre::alone",
    "palabre::most",
    "palabre::total",
    "palabre::unit",
    "palabre::low",
    "palabre::high",
    "palabre::link",
    FILE,
    "palabre::picture",
    "palabre::territory",
    RULE_COLUMNS[0].0,
    RULE_COLUMNS[0].1,
    RULE_COLUMNS[1].0,
    RULE_COLUMNS[1].1,
    RULE_COLUMNS[2].0,
    RULE_COLUMNS[2].1,
    RULE_COLUMNS[3].0,
    RULE_COLUMNS[3].1,
    RULE_COLUMNS[4].0,
    RULE_COLUMNS[4].1,
];
const CHOICES: &[&str] = &["list_name", "name", "label", FILE, ALONE, PICTURE];
const SETTINGS: &[&str] = &["form_title", "form_id", "default_language", "palabre::quota", "palabre::limit", "palabre::words"];

/// An e-mail address, as far as an expression can tell.
const EMAIL: &str = r"regex(., '^[^@\s]+@[^@\s]+\.[^@\s]+$')";

/// The workbook of a form: [`super::read`] gives the same form back.
pub fn write(form: &Form, title: &str) -> Workbook {
    let mut writer = Writer { form, spoken: spoken(form), survey: Written::new(SURVEY), choices: Written::new(CHOICES) };
    writer.who();
    for section in &form.sections {
        writer.section(section);
    }
    writer.yes_no();
    let settings = settings(form, title, &writer.survey.tag());
    Workbook { survey: writer.survey.sheet(3), choices: writer.choices.sheet(3), settings: settings.sheet(3) }
}

/// Keys that conditions and labels speak of.
fn spoken(form: &Form) -> BTreeSet<String> {
    let conditions = conditions(form).flat_map(|condition| condition.keys().into_iter().map(str::to_owned).collect::<Vec<_>>());
    let texts = form.questions().flat_map(|question| question.label.0.values().chain(question.help.0.values()));
    conditions.chain(texts.flat_map(|text| pipe::codes(text)).map(str::to_owned)).collect()
}

fn conditions(form: &Form) -> impl Iterator<Item = &Condition> {
    let sections = form.sections.iter().filter_map(|section| section.show.as_ref());
    let questions = form.questions().flat_map(|question| question.show.iter().chain(question.rules.iter().map(|rule| &rule.must)));
    sections.chain(questions)
}

fn is_about_language(condition: &Condition) -> bool {
    match condition {
        Condition::All { of } | Condition::Any { of } => of.iter().any(is_about_language),
        Condition::Not { of } => is_about_language(of),
        Condition::Language { .. } => true,
        _ => false,
    }
}

fn settings(form: &Form, title: &str, tag: &str) -> Written {
    let mut table = Written::new(SETTINGS);
    table.row();
    table.put("form_title", title);
    table.put("form_id", &code::from_label(title, "palabre", |_| false));
    let language = sheet::header("", tag);
    table.put("default_language", language.trim_start_matches(':'));
    for quota in &form.quotas {
        let Quota { key, value, college, limit, words } = quota;
        let chosen = Condition::Chosen { key: key.clone(), value: value.clone() };
        let counted = match college {
            Some(college) => Condition::All { of: vec![chosen, Condition::College { college: *college }] },
            None => chosen,
        };
        table.row();
        table.put("palabre::quota", &expression::write(form, &counted));
        table.put("palabre::limit", &limit.to_string());
        table.words("palabre::words", words);
    }
    table
}

/// The picture as we read it again, and the name that its file has for other tools.
fn put_picture(table: &mut Written, base: &str, picture: Option<&Picture>) {
    if let Some(picture) = picture {
        table.put(FILE, &format!("{}.jpg", picture.id));
        table.put(base, &sheet::shielded(&serde_json::to_string(picture).unwrap_or_default()));
    }
}

struct Writer<'f> {
    form: &'f Form,
    spoken: BTreeSet<String>,
    survey: Written,
    choices: Written,
}

impl Writer<'_> {
    /// Rows without a question, for what conditions ask of the person: other tools want every name to have a row.
    fn who(&mut self) {
        let hidden =
            [(COLLEGE, conditions(self.form).any(Condition::is_about_colleges)), (LANGUAGE, conditions(self.form).any(is_about_language))];
        for (name, _) in hidden.into_iter().filter(|(_, needed)| *needed) {
            self.begin("hidden", name);
        }
    }

    fn begin(&mut self, kind: &str, name: &str) {
        self.survey.row();
        self.survey.put("type", kind);
        self.survey.put("name", name);
    }

    fn section(&mut self, section: &Section) {
        // Names of groups and of questions are of one kind; ours are of two.
        let mut name = section.code.clone();
        while self.form.questions().any(|question| expression::name(&question.code) == name) || [COLLEGE, LANGUAGE].contains(&name.as_str())
        {
            name.insert(0, '_');
        }
        self.begin("begin_group", &name);
        self.survey.words("label", &section.title);
        self.show(section.show.as_ref());
        self.survey.flag("palabre::shuffled", section.shuffled);
        if !section.intro.is_empty() {
            self.begin("note", &format!("_{name}_intro"));
            self.survey.words("label", &section.intro);
            self.survey.put("palabre::kind", "intro");
        }
        for question in &section.questions {
            self.question(question);
        }
        self.survey.row();
        self.survey.put("type", "end_group");
    }

    fn show(&mut self, show: Option<&Condition>) {
        if let Some(show) = show {
            self.survey.put("relevant", &expression::write(self.form, show));
        }
    }

    fn question(&mut self, question: &Question) {
        let name = expression::name(&question.code);
        if question.kind.items().is_empty() {
            self.begin("", &name);
            self.kind(question);
            self.survey.flag("required", question.required == Required::Yes);
            self.about(question);
        } else {
            self.group(question, &name);
        }
        for part in [OTHER_TEXT, DECLINED] {
            if self.spoken.contains(&question.key(part)) {
                self.begin("hidden", &format!("{name}.{part}"));
            }
        }
    }

    /// What questions of all kinds have.
    fn about(&mut self, question: &Question) {
        for (base, text) in [("label", &question.label), ("hint", &question.help)] {
            let named = |text: &String| pipe::fill(&sheet::shielded(text), |key| format!("${{{}}}", expression::name(key)));
            let text = LangText(text.0.iter().map(|(tag, text)| (tag.clone(), named(text))).collect());
            self.survey.raw_words(base, &text);
        }
        self.survey.put("palabre::required", if question.required == Required::Soft { "soft" } else { "" });
        self.survey.flag("palabre::declinable", question.declinable);
        self.survey.flag("palabre::filter", question.filter);
        self.show(question.show.as_ref());
        let is_group = !question.kind.items().is_empty();
        for (at, (rule, columns)) in question.rules.iter().zip(RULE_COLUMNS).enumerate() {
            let must = expression::write(self.form, &rule.must);
            let (constraint, message) = if at == 0 && !is_group { ("constraint", "constraint_message") } else { columns };
            let must = match self.survey.get(constraint) {
                "" => must,
                bounds => format!("{bounds} and ({must})"),
            };
            self.survey.put(constraint, &must);
            self.survey.words(message, &rule.words);
        }
    }

    /// Type, bounds and what else goes with the kind.
    fn kind(&mut self, question: &Question) {
        let list = question.code.as_str();
        let table = &mut self.survey;
        let other = |other: bool| if other { " or_other" } else { "" };
        let at_most = |measure: &str, most: usize| if most > 0 { format!("{measure} <= {most}") } else { String::new() };
        match &question.kind {
            Kind::Single { other: with, menu, shuffled, .. } => {
                table.put("type", &format!("select_one {list}{}", other(*with)));
                table.put("appearance", if *menu { "minimal autocomplete" } else { "" });
                table.put("parameters", if *shuffled { "randomize=true" } else { "" });
            }
            Kind::Multiple { other: with, shuffled, least, most, .. } => {
                table.put("type", &format!("select_multiple {list}{}", other(*with)));
                table.put("parameters", if *shuffled { "randomize=true" } else { "" });
                let least = if *least > 0 { format!("count-selected(.) >= {least}") } else { String::new() };
                let bounds = [least, at_most("count-selected(.)", *most)];
                table.put("constraint", &bounds.into_iter().filter(|bound| !bound.is_empty()).collect::<Vec<_>>().join(" and "));
            }
            Kind::Ranking { shuffled, most, .. } => {
                table.put("type", &format!("rank {list}"));
                table.put("parameters", if *shuffled { "randomize=true" } else { "" });
                table.put("palabre::most", &if *most > 0 { most.to_string() } else { String::new() });
            }
            Kind::YesNo { unsure } => {
                table.put("type", &format!("select_one {}", if *unsure { YES_NO_UNSURE } else { YES_NO }));
                table.put("palabre::kind", "yes_no");
            }
            Kind::Scale { steps, low, high, names } => {
                if names.is_empty() {
                    table.put("type", "range");
                    table.put("parameters", &format!("start=1 end={steps} step=1"));
                } else {
                    table.put("type", &format!("select_one {list}"));
                    table.put("appearance", "likert");
                    table.put("palabre::kind", "scale");
                }
                table.words("palabre::low", low);
                table.words("palabre::high", high);
            }
            Kind::Faces | Kind::Stars | Kind::Nps => {
                table.put("type", "range");
                let (start, end) = question.kind.numbers().unwrap_or((1, 5));
                table.put("parameters", &format!("start={start} end={end} step=1"));
                match question.kind {
                    Kind::Stars => table.put("appearance", "rating"),
                    _ => table.put("palabre::kind", question.kind.name().as_str()),
                }
            }
            Kind::Number { min, max, unit } => {
                table.put("type", "integer");
                table.put("constraint", &format!(". >= {min} and . <= {max}"));
                table.words("palabre::unit", unit);
            }
            Kind::ShortText { max } | Kind::LongText { max } => {
                table.put("type", "text");
                table.put("appearance", if matches!(question.kind, Kind::LongText { .. }) { "multiline" } else { "" });
                table.put("constraint", &at_most("string-length(.)", *max));
            }
            Kind::Email => {
                table.put("type", "text");
                table.put("constraint", EMAIL);
            }
            Kind::Date => table.put("type", "date"),
            Kind::Time => table.put("type", "time"),
            Kind::Consent => table.put("type", "acknowledge"),
            Kind::Note { link, picture } => {
                table.put("type", "note");
                table.put("palabre::link", link);
                put_picture(table, "palabre::picture", picture.as_ref());
            }
            Kind::Municipality { territory, .. } => {
                table.put("type", &format!("select_one {list}"));
                table.put("appearance", "minimal autocomplete");
                table.put("palabre::kind", question.kind.name().as_str());
                table.put("palabre::territory", &territory.map(|id| id.to_string()).unwrap_or_default());
            }
            // These have items, and so are groups.
            Kind::Matrix { .. } | Kind::Points { .. } | Kind::Texts { .. } => {}
        }
        self.list(question);
    }

    /// The options of a question, as a list of its own.
    fn list(&mut self, question: &Question) {
        let mut option = |code: &str, label: &LangText, alone: bool, picture: Option<&Picture>| {
            self.choices.row();
            self.choices.put("list_name", &question.code);
            self.choices.put("name", code);
            self.choices.words("label", label);
            self.choices.flag(ALONE, alone);
            put_picture(&mut self.choices, PICTURE, picture);
        };
        for Choice { code, label, alone, picture } in question.kind.options() {
            option(code, label, *alone, picture.as_ref());
        }
        if let Kind::Scale { names, .. } = &question.kind {
            for (step, name) in (1..).zip(names) {
                option(&step.to_string(), name, false, None);
            }
        }
    }

    /// A question of several items: a group, and a row for each.
    fn group(&mut self, question: &Question, name: &str) {
        self.begin("begin_group", name);
        self.about(question);
        self.survey.put("palabre::kind", question.kind.name().as_str());
        let (kind, constraint) = match &question.kind {
            Kind::Points { total, .. } => {
                self.survey.put("palabre::total", &total.to_string());
                ("integer".to_owned(), format!(". >= 0 and . <= {total}"))
            }
            Kind::Texts { max, .. } => ("text".to_owned(), format!("string-length(.) <= {max}")),
            _ => (format!("select_one {}", question.code), String::new()),
        };
        if let Kind::Matrix { shuffled, .. } = &question.kind {
            self.survey.flag("palabre::shuffled", *shuffled);
            self.survey.put("appearance", "table-list");
        } else {
            self.survey.put("appearance", "field-list");
        }
        for item in question.kind.items() {
            self.begin(&kind, &format!("{name}.{}", item.code));
            self.survey.words("label", &item.label);
            self.survey.flag("required", question.required == Required::Yes);
            self.survey.put("constraint", &constraint);
            self.survey.flag("palabre::alone", item.alone);
        }
        self.survey.row();
        self.survey.put("type", "end_group");
        self.list(question);
    }

    /// The lists that questions of yes and no share.
    fn yes_no(&mut self) {
        let words = [("yes", "Oui", "Yes"), ("no", "Non", "No"), ("unsure", "Je ne sais pas", "I don’t know")];
        for (list, count) in [(YES_NO, 2), (YES_NO_UNSURE, 3)] {
            let unsure = count == 3;
            if self.form.questions().all(|question| question.kind != Kind::YesNo { unsure }) {
                continue;
            }
            for (code, fr, en) in &words[..count] {
                self.choices.row();
                self.choices.put("list_name", list);
                self.choices.put("name", code);
                self.choices.words("label", &LangText::from_parts(&[("fr", fr), ("en", en)]));
            }
        }
    }
}
