//! The rows of a workbook, one after the other: sections, and questions whose conditions are kept to be read once all are known.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    COLLEGE, FILE, LANGUAGE, Loss, Lost, NESTED, RULE_COLUMNS,
    bounds::Conjuncts,
    expression::{self, Node},
    items::Items,
    lists::Lists,
    sheet::{Row, Table, yes_or_no},
    types::Type,
};
use crate::{
    Problem, Refusal,
    lang::LangText,
    refusal::Problems,
    survey::{
        code,
        form::{Form, QUESTIONS, Question, Required, SECTIONS, Section},
        kind::{DECLINED, Kind, OTHER_TEXT},
        slice,
    },
    text,
};

pub struct Walk<'w> {
    /// The language of what says none.
    pub tag: String,
    /// The title of sections that gather questions outside groups.
    title: String,
    pub lists: Lists,
    pub losses: Vec<Loss>,
    pub problems: Problems,
    pub form: Form,
    /// The row of each section, and whether it is a group's own.
    pub sections: Vec<(Row<'w>, bool)>,
    /// One for each question of the form.
    pub drafts: Vec<Draft<'w>>,
    /// Keys by names.
    pub keys: BTreeMap<String, String>,
    /// By question, codes of the options that have another name in the workbook.
    pub values: BTreeMap<String, BTreeMap<String, String>>,
    /// Names that are codes already: those who bear them keep them.
    names: BTreeSet<String>,
    /// Names of rows that are left out.
    pub skipped: BTreeSet<String>,
    /// Groups that are open, the first a section.
    groups: Vec<Row<'w>>,
    /// Whether the last section gathers questions outside groups.
    loose: bool,
}

/// What a question's row says of other questions.
pub struct Draft<'w> {
    pub row: Row<'w>,
    /// Rows whose `relevant` must hold: the question's and those of groups within its section.
    pub shows: Vec<Row<'w>>,
    pub rules: Vec<DraftRule>,
}

pub struct DraftRule {
    pub column: &'static str,
    /// `None` where it could not be read.
    pub node: Option<Node>,
    pub words: LangText,
}

impl<'w> Walk<'w> {
    pub fn new(tag: String, title: String, choices: &Table<'_>, losses: Vec<Loss>) -> Self {
        let lists = Lists::new(choices, &tag);
        Walk {
            tag,
            title,
            lists,
            losses,
            problems: Problems::new(),
            form: Form::default(),
            sections: Vec::new(),
            drafts: Vec::new(),
            keys: BTreeMap::new(),
            values: BTreeMap::new(),
            names: BTreeSet::new(),
            skipped: BTreeSet::new(),
            groups: Vec::new(),
            loose: false,
        }
    }

    pub fn read(mut self, rows: &[Row<'w>], settings: &Table<'_>) -> Result<(Form, Vec<Loss>), Refusal> {
        self.names = rows
            .iter()
            .filter(|row| Type::read(row.get("type")) != Type::Hidden)
            .map(|row| row.get("name"))
            .filter(|name| code::well_formed(name))
            .map(str::to_owned)
            .collect();
        for row in rows.iter().filter(|row| Type::read(row.get("type")) != Type::Note && !row.get(FILE).is_empty()) {
            self.lose(*row, FILE, Lost::Picture);
        }
        self.rows(rows);
        self.finish(settings)
    }

    pub fn lose(&mut self, row: Row<'_>, base: &str, what: Lost) {
        self.losses.push(row.loss(base, what));
    }

    pub fn wrong(&mut self, row: Row<'_>, problem: &Problem) {
        self.problems.push(row.problem(problem));
    }

    fn rows(&mut self, rows: &[Row<'w>]) {
        let mut at = 0;
        while let Some(row) = rows.get(at).copied() {
            at += 1;
            let kind = Type::read(row.get("type"));
            let full = [("too-many-sections", self.sections.len(), SECTIONS), ("too-many-questions", self.drafts.len(), QUESTIONS)];
            if let Some((key, _, max)) = full.iter().find(|(_, count, max)| count > max) {
                self.wrong(row, &Problem::new("", key).with("max", max));
                return;
            }
            match kind {
                Type::Begin { repeat } => {
                    if repeat {
                        self.lose(row, "type", Lost::Repeat);
                    }
                    match self.items(row, &rows[at..]) {
                        Some(items) => {
                            at += items.rows;
                            self.many(row, items);
                        }
                        None => self.open(row),
                    }
                }
                Type::End => {
                    if self.groups.pop().is_none() {
                        self.wrong(row, &Problem::new("", "group-open"));
                    }
                }
                Type::Hidden if self.is_ours(row.get("name")) => {}
                Type::Note if row.get("palabre::kind") == "intro" && self.introduces() => {
                    if let Some(section) = self.form.sections.last_mut() {
                        section.intro = row.words("label");
                    }
                }
                kind => self.ask(row, &kind),
            }
        }
        if let Some(open) = self.groups.pop() {
            self.wrong(open, &Problem::new("", "group-open"));
        }
    }

    /// Whether a hidden row is one that we write for conditions to speak of.
    fn is_ours(&self, name: &str) -> bool {
        let is_part = [OTHER_TEXT, DECLINED].iter().any(|part| name.ends_with(part));
        [COLLEGE, LANGUAGE].contains(&name) || (is_part && self.keys.contains_key(name))
    }

    /// Whether the section has only begun.
    fn introduces(&self) -> bool {
        self.groups.len() == 1 && self.form.sections.last().is_some_and(|section| section.questions.is_empty() && section.intro.is_empty())
    }

    /// A group: a section, or where one is open already, questions of it.
    fn open(&mut self, row: Row<'w>) {
        if !row.get("palabre::kind").is_empty() || row.get("appearance").contains("table-list") {
            self.lose(row, "appearance", Lost::Grid);
        } else {
            self.looks(row, &["field-list"]);
        }
        if self.groups.is_empty() {
            let name = row.get("name").trim_start_matches('_');
            let taken = self.form.section_codes();
            let taken = |code: &str| taken.contains(code);
            let code = if code::well_formed(name) { code::free(name, taken) } else { code::from_label(name, "section", taken) };
            let (title, intro) = (self.words_or_name(row, row.words("label")), row.words("hint"));
            self.groups.push(row);
            self.begin(
                row,
                true,
                Section { code, title, intro, show: None, shuffled: row.yes("palabre::shuffled"), questions: Vec::new() },
            );
            return;
        }
        if self.groups.len() >= NESTED {
            self.wrong(row, &Problem::new("", "groups-deep").with("max", NESTED));
        }
        self.groups.push(row);
        self.lose(row, "type", Lost::Nested);
        if !row.words("label").is_empty() {
            self.add(row, Kind::Note { link: String::new(), picture: None }, Vec::new());
        }
    }

    fn begin(&mut self, row: Row<'w>, own: bool, section: Section) {
        self.sections.push((row, own));
        self.form.sections.push(section);
        self.loose = !own;
    }

    /// A label, or the name where there is none to read.
    fn words_or_name(&mut self, row: Row<'_>, words: LangText) -> LangText {
        if !words.is_empty() {
            return words;
        }
        self.lose(row, "label", Lost::Label);
        let name = text::clean(row.get("name"));
        LangText::of(&self.tag, if name.is_empty() { "…" } else { name.as_str() })
    }

    fn ask(&mut self, row: Row<'w>, kind: &Type) {
        let constraint = row.get("constraint");
        let mut conjuncts = Conjuncts::of(expression::parse(constraint));
        let Some((kind, values)) = self.kind(row, kind, &mut conjuncts) else {
            self.skipped.insert(row.get("name").to_owned());
            return;
        };
        let (words, read) = (row.words("constraint_message"), conjuncts.is_read());
        let node = conjuncts.rest();
        let mut rules = Vec::new();
        if node.is_some() || (!constraint.is_empty() && !read) {
            rules.push(DraftRule { column: "constraint", node, words });
        } else if !words.is_empty() {
            self.lose(row, "constraint_message", Lost::Message);
        }
        let code = self.add(row, kind, rules);
        self.values.insert(code, values);
    }

    /// A question of several items.
    fn many(&mut self, row: Row<'w>, items: Items) {
        let code = self.add(row, items.kind, Vec::new());
        for (name, item) in items.names {
            self.keys.entry(name).or_insert_with(|| format!("{code}.{item}"));
        }
        if items.required
            && let Some(question) = self.form.sections.last_mut().and_then(|section| section.questions.last_mut())
        {
            question.required = Required::Yes;
        }
        self.values.insert(code, items.values);
    }

    /// Adds a question to the section that is open, or to one of questions outside groups.
    fn add(&mut self, row: Row<'w>, kind: Kind, mut rules: Vec<DraftRule>) -> String {
        if self.groups.is_empty() && !self.loose {
            let taken = self.form.section_codes();
            let code = code::free("questions", |code| taken.contains(code));
            let title = LangText::of(&self.tag, self.title.clone());
            self.begin(row, false, Section { code, title, intro: LangText::default(), show: None, shuffled: false, questions: Vec::new() });
        }
        let name = row.get("name");
        let label = self.words_or_name(row, row.raw_words("label"));
        let code = self.code(row, &label);
        self.keys.entry(name.to_owned()).or_insert_with(|| code.clone());
        for part in [OTHER_TEXT, DECLINED] {
            self.keys.entry(format!("{name}.{part}")).or_insert_with(|| format!("{code}.{part}"));
        }
        for (column, message) in RULE_COLUMNS {
            let cell = row.get(column);
            if !cell.is_empty() {
                rules.push(DraftRule { column, node: expression::parse(cell), words: row.words(message) });
            }
        }
        let required = match (yes_or_no(row.get("required")), row.get("palabre::required")) {
            (Some(true), _) => Required::Yes,
            (_, "soft") => Required::Soft,
            (Some(false), _) => Required::No,
            (None, _) => {
                self.lose(row, "required", Lost::Required);
                Required::No
            }
        };
        let mut shows: Vec<Row> = self.groups.iter().skip(1).chain([&row]).filter(|row| !row.get("relevant").is_empty()).copied().collect();
        shows.dedup_by_key(|row| row.number);
        self.drafts.push(Draft { row, shows, rules });
        let filter = row.yes("palabre::filter")
            && slice::may_filter(&kind)
            && self.form.questions().filter(|question| question.filter).count() < slice::FILTERS;
        let question = Question {
            code: code.clone(),
            label,
            help: row.raw_words("hint"),
            required,
            declinable: row.yes("palabre::declinable"),
            filter,
            show: None,
            rules: Vec::new(),
            kind,
        };
        if let Some(section) = self.form.sections.last_mut() {
            section.questions.push(question);
        }
        code
    }

    /// The name where it is a code that is free, else a code made from it, or from the label where it has no letters.
    fn code(&mut self, row: Row<'_>, label: &LangText) -> String {
        let name = row.get("name");
        let taken = self.form.question_codes();
        if code::well_formed(name) && !taken.contains(name) {
            return name.to_owned();
        }
        let bare = name.trim_start_matches('_');
        if code::well_formed(bare) && !taken.contains(bare) && !self.names.contains(bare) {
            return bare.to_owned();
        }
        let words = if name.chars().any(char::is_alphabetic) { name } else { label.text(&self.tag) };
        let code = code::from_label(words, "question", |code| taken.contains(code) || self.names.contains(code));
        if !name.is_empty() {
            self.lose(row, "name", Lost::Name);
        }
        code
    }
}
