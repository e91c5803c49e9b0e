//! What rows say of one another, read once all are known: conditions, rules, earlier answers in labels, quotas.

use std::collections::BTreeSet;

use super::{
    Loss, Lost, Tab,
    expression::{self, Names},
    sheet::{self, Row, Table, at},
    walk::{Draft, Walk},
};
use crate::{
    Problem, Refusal,
    lang::LangText,
    refusal::Problems,
    survey::{
        form::{Form, Question, RULES},
        kind::OTHER_TEXT,
        logic::{Condition, Rule},
        pipe,
        quota::{QUOTAS, Quota},
    },
    text,
};

/// What a rule without a message says.
const NO_MESSAGE: &[(&str, &str)] = &[("fr", "Cette réponse ne convient pas."), ("en", "This answer does not fit.")];

/// Problems that are told at once.
const PROBLEMS: usize = 50;

impl Walk<'_> {
    pub fn finish(mut self, settings: &Table<'_>) -> Result<(Form, Vec<Loss>), Refusal> {
        let mut form = std::mem::take(&mut self.form);
        let mut keys = std::mem::take(&mut self.keys);
        // What "other" means is a question of its own in other tools.
        for (name, key) in keys.clone() {
            if let Some(name) = name.strip_suffix(OTHER_TEXT).and_then(|name| name.strip_suffix('.')) {
                keys.entry(format!("{name}_other")).or_insert(key);
            }
        }
        let mut names = Names { form: form.clone(), keys, values: std::mem::take(&mut self.values), earlier: BTreeSet::new() };
        let mut drafts = std::mem::take(&mut self.drafts).into_iter();
        let mut rows = Vec::new();
        for (section, (row, own)) in form.sections.iter_mut().zip(self.sections.clone()) {
            self.holds(row, section.title.checked("", text::TITLE));
            self.holds(row, section.intro.checked_optional("", text::REASON));
            if mentions(&section.title, &names) || mentions(&section.intro, &names) {
                self.lose(row, "label", Lost::Reference);
            }
            if own {
                section.show = self.show(&[row], &names);
            }
            for (question, draft) in section.questions.iter_mut().zip(drafts.by_ref()) {
                rows.push(draft.row.number);
                self.question(question, &draft, &mut names);
            }
        }
        form.quotas = self.quotas(settings, &mut names);
        few(std::mem::take(&mut self.problems))?;
        if let Err(refusal) = form.checked() {
            for problem in &refusal.problems {
                let number = problem.args.iter().find(|(name, _)| name == "question").and_then(|(_, number)| number.parse::<usize>().ok());
                let row = number.and_then(|number| rows.get(number.saturating_sub(1))).or(rows.last());
                self.problems.push(at(Tab::Survey, row.copied().unwrap_or(1), problem));
            }
        }
        few(self.problems)?;
        self.losses.sort_by_key(|loss| (loss.sheet, loss.row));
        Ok((form, self.losses))
    }

    fn holds<T>(&mut self, row: Row<'_>, result: Result<T, Problem>) {
        if let Err(problem) = result {
            self.wrong(row, &problem);
        }
    }

    /// The condition that all these rows set.
    fn show(&mut self, rows: &[Row<'_>], names: &Names) -> Option<Condition> {
        let mut of = Vec::new();
        for row in rows.iter().filter(|row| !row.get("relevant").is_empty()) {
            match expression::parse(row.get("relevant")).and_then(|node| names.condition(&node, "")) {
                Some(condition) => of.push(condition),
                None => self.lose(*row, "relevant", Lost::Condition),
            }
        }
        if of.len() > 1 { Some(Condition::All { of }) } else { of.pop() }
    }

    fn question(&mut self, question: &mut Question, draft: &Draft<'_>, names: &mut Names) {
        let row = draft.row;
        for (base, words) in [("label", &mut question.label), ("hint", &mut question.help)] {
            let mut lost = false;
            for text in words.0.values_mut() {
                *text = sheet::bare(&self.piped(text, names, &mut lost));
            }
            if lost {
                self.lose(row, base, Lost::Reference);
            }
        }
        if question.kind.options().iter().chain(question.kind.items()).any(|choice| mentions(&choice.label, names)) {
            self.lose(row, "type", Lost::Reference);
        }
        self.holds(row, question.label.checked("", text::REASON));
        self.holds(row, question.help.checked_optional("", text::REASON));
        self.holds(row, question.kind.checked());
        question.show = self.show(&draft.shows, names);
        names.earlier.extend(question.keys());
        let own = if question.kind.items().is_empty() { question.code.as_str() } else { "" };
        for rule in &draft.rules {
            let Some(must) = rule.node.as_ref().and_then(|node| names.condition(node, own)) else {
                self.lose(row, rule.column, Lost::Rule);
                continue;
            };
            let mut words = rule.words.clone();
            if words.is_empty() {
                self.lose(row, rule.column, Lost::RuleWords);
                words = LangText::from_parts(NO_MESSAGE);
            }
            self.holds(row, words.checked("", text::LINE));
            if mentions(&words, names) {
                self.lose(row, "constraint_message", Lost::Reference);
            }
            question.rules.push(Rule { must, words });
        }
        if question.rules.len() > RULES {
            self.wrong(row, &Problem::new("", "too-many-rules").with("max", RULES));
        }
    }

    /// A label with `{code}` for `${name}`; what was not asked before stays words.
    fn piped(&self, text: &str, names: &Names, lost: &mut bool) -> String {
        let is_key = |name: &str| pipe::codes(&format!("{{{name}}}")) == [name];
        let (mut piped, mut rest) = (String::new(), text);
        while let Some(open) = rest.find('{') {
            let named = rest[..open].ends_with('$');
            let inner = rest[open + 1..].split_once('}').map(|(inner, _)| inner);
            let key = inner.filter(|_| named).and_then(|name| names.key(name));
            match (inner, key) {
                (Some(inner), Some(key)) => {
                    piped.push_str(&rest[..open - 1]);
                    piped.push_str(&format!("{{{key}}}"));
                    rest = &rest[open + inner.len() + 2..];
                }
                // Spaces keep it from being taken for an answer's place.
                (Some(inner), None) if is_key(inner) || (named && self.skipped.contains(inner)) => {
                    *lost = true;
                    piped.push_str(&rest[..open]);
                    piped.push_str(&format!("{{ {inner} }}"));
                    rest = &rest[open + inner.len() + 2..];
                }
                _ => {
                    piped.push_str(&rest[..=open]);
                    rest = &rest[open + 1..];
                }
            }
        }
        piped.push_str(rest);
        piped
    }

    /// Quotas stand in the settings, one a row.
    fn quotas(&mut self, settings: &Table<'_>, names: &mut Names) -> Vec<Quota> {
        let mut quotas = Vec::new();
        for row in settings.rows().filter(|row| !row.get("palabre::quota").is_empty()) {
            let condition = expression::parse(row.get("palabre::quota")).and_then(|node| names.condition(&node, ""));
            let (chosen, college) = match condition {
                Some(Condition::All { of }) => match <[Condition; 2]>::try_from(of) {
                    Ok([chosen, Condition::College { college }]) => (Some(chosen), Some(college)),
                    _ => (None, None),
                },
                one => (one, None),
            };
            let Some(Condition::Chosen { key, value }) = chosen else {
                self.lose(row, "palabre::quota", Lost::Quota);
                continue;
            };
            let limit = row.get("palabre::limit").trim_end_matches(".0").parse().unwrap_or(0);
            if limit < 1 {
                self.wrong(row, &Problem::new("", "out-of-bounds").with("min", 1).with("max", i64::from(i32::MAX)));
            }
            let words = row.words("palabre::words");
            self.holds(row, words.checked("", text::REASON));
            quotas.push(Quota { key, value, college, limit, words });
            if quotas.len() > QUOTAS {
                self.wrong(row, &Problem::new("", "too-many-quotas").with("max", QUOTAS));
                break;
            }
        }
        quotas
    }
}

/// Whether a text that has no places for answers names a question.
fn mentions(words: &LangText, names: &Names) -> bool {
    let named =
        |text: &String| text.split("${").skip(1).filter_map(|rest| rest.split_once('}')).any(|(name, _)| names.keys.contains_key(name));
    words.0.values().any(named)
}

/// Refuses if anything was wrong.
fn few(problems: Problems) -> Result<(), Refusal> {
    problems.check().map_err(|mut refusal| {
        refusal.problems.truncate(PROBLEMS);
        refusal
    })
}
