//! Coding free text: two people read each text by themselves and mark its themes; where they differ, they settle it together.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Problem, Refusal,
    id::{AccountId, CollegeId, ResponseId, ThemeId},
    lang::LangText,
    refusal::Problems,
    round::{Calendar, Mode, RoundKind, State},
    survey::{
        Form, Question,
        agreement::Coded,
        code::from_label,
        kind::{Kind, OTHER_TEXT},
    },
    text,
};

/// Themes in a code book: more can't be kept in mind.
pub const THEMES: usize = 60;
/// Texts on a page.
pub const PAGE: usize = 20;
/// People who read a text.
pub const READERS: usize = 2;
/// In place of a theme's code: the text was read and bears none.
pub const NONE: &str = "-";

/// One text: what one response says under one key of the form.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TextId {
    pub response: ResponseId,
    pub question: String,
}

/// What is known of one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Who has read it, and the themes each gave.
    pub readers: BTreeMap<AccountId, BTreeSet<ThemeId>>,
    /// What the two settled, over what each gave.
    pub settled: BTreeMap<ThemeId, bool>,
}

/// All texts that somebody has read.
pub type Desk = BTreeMap<TextId, Sheet>;

/// Whether a text bears a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearing {
    Yes,
    No,
    /// One reader gave it, the other did not, and nothing is settled yet.
    Disputed,
}

/// A text may be read once it changes no more; in an anonymous round that is also when reading it no longer tells who has just written. In a
/// named round one may begin earlier: a text that its author changes counts as unread again.
pub fn may_code(kind: RoundKind, mode: Mode, calendar: &Calendar, now: i64) -> Result<(), Refusal> {
    if !matches!(kind, RoundKind::Survey | RoundKind::Evaluation) {
        return Err(Refusal::not_found());
    }
    match (calendar.state(now), mode) {
        (State::Closed | State::Published, _) | (State::Open, Mode::Named) => Ok(()),
        (State::Open, Mode::Anonymous) => Err(Refusal::conflict("coding-while-open")),
        (State::Draft | State::Announced, _) => Err(Refusal::conflict("round-not-yet-open")),
    }
}

/// The keys of a form under which people wrote in their own words, with their questions.
pub fn text_keys(form: &Form) -> Vec<(String, &Question)> {
    let keys = |question: &Question| -> Vec<String> {
        let own = if question.kind.is_text() { question.parts() } else { Vec::new() };
        own.into_iter().chain(question.kind.has_other().then(|| question.key(OTHER_TEXT))).collect()
    };
    let written = |question: &&Question| !matches!(question.kind, Kind::Note { .. } | Kind::Email);
    form.questions().filter(written).flat_map(|question| keys(question).into_iter().map(move |key| (key, question))).collect()
}

impl Sheet {
    /// Both have read it: their codings stand, each may see the other's.
    pub fn is_shared(&self) -> bool {
        self.readers.len() >= READERS
    }

    /// Nobody sees what another has coded before they have done so themselves, or nobody codes it any more.
    pub fn seen_by(&self, account: AccountId) -> bool {
        self.is_shared() || self.readers.contains_key(&account)
    }

    pub fn bearing(&self, theme: ThemeId) -> Bearing {
        match self.settled.get(&theme) {
            Some(true) => Bearing::Yes,
            Some(false) => Bearing::No,
            None => self.given(theme),
        }
    }

    /// As the readers gave it, before anything was settled.
    fn given(&self, theme: ThemeId) -> Bearing {
        match self.readers.values().filter(|themes| themes.contains(&theme)).count() {
            0 => Bearing::No,
            n if n == self.readers.len() => Bearing::Yes,
            _ => Bearing::Disputed,
        }
    }

    /// The themes on which the two differ and have settled nothing.
    pub fn disputed(&self) -> BTreeSet<ThemeId> {
        let given: BTreeSet<ThemeId> = self.readers.values().flatten().copied().collect();
        given.into_iter().filter(|theme| self.bearing(*theme) == Bearing::Disputed).collect()
    }

    /// The themes it bears.
    pub fn borne(&self) -> BTreeSet<ThemeId> {
        let known: BTreeSet<ThemeId> = self.readers.values().flatten().chain(self.settled.keys()).copied().collect();
        known.into_iter().filter(|theme| self.bearing(*theme) == Bearing::Yes).collect()
    }

    /// What is to be kept when the two settle that it bears `borne` and none of the others: only what their codings do not say already.
    pub fn settle(&self, themes: &[ThemeId], borne: &BTreeSet<ThemeId>) -> Result<BTreeMap<ThemeId, bool>, Refusal> {
        if !self.is_shared() {
            return Err(Refusal::conflict("coding-not-both"));
        }
        let said = |theme: &ThemeId| match self.given(*theme) {
            Bearing::Yes => Some(true),
            Bearing::No => Some(false),
            Bearing::Disputed => None,
        };
        Ok(themes.iter().map(|theme| (*theme, borne.contains(theme))).filter(|(theme, wanted)| said(theme) != Some(*wanted)).collect())
    }

    /// What has to be settled of `into` once `from` is counted as `into`: nothing settled may turn round.
    pub fn merged(&self, from: ThemeId, into: ThemeId) -> Option<bool> {
        if !self.settled.contains_key(&from) && !self.settled.contains_key(&into) {
            return None;
        }
        match (self.bearing(from), self.bearing(into)) {
            (Bearing::Yes, _) | (_, Bearing::Yes) => Some(true),
            (Bearing::Disputed, _) | (_, Bearing::Disputed) => None,
            (Bearing::No, Bearing::No) => Some(false),
        }
    }
}

/// What one person marked on one text: themes, or that it bears none, or nothing (not read yet).
pub fn marked(values: &[String], themes: &BTreeMap<String, ThemeId>) -> Result<Option<BTreeSet<ThemeId>>, Problem> {
    let values: Vec<&str> = values.iter().map(String::as_str).filter(|value| !value.is_empty()).collect();
    let none = values.contains(&NONE);
    let given = values.into_iter().filter(|value| *value != NONE).map(|code| themes.get(code).copied());
    let given = given.collect::<Option<BTreeSet<_>>>().ok_or_else(|| Problem::new("", "theme-gone"))?;
    match (none, given.is_empty()) {
        (true, false) => Err(Problem::new("", "coding-none-and-some")),
        (false, true) => Ok(None),
        (true, true) | (false, false) => Ok(Some(given)),
    }
}

/// Whether the person's reading of a text changes. What two have read stands: one of them has seen the other's by now.
pub fn read(sheet: Option<&Sheet>, coder: AccountId, marked: Option<&BTreeSet<ThemeId>>) -> Result<bool, Refusal> {
    let before = sheet.and_then(|sheet| sheet.readers.get(&coder));
    if before == marked {
        Ok(false)
    } else if sheet.is_some_and(Sheet::is_shared) {
        Err(Refusal::conflict("coding-both-read"))
    } else {
        Ok(true)
    }
}

/// A theme as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeWords {
    pub title: LangText,
    pub definition: String,
}

pub fn theme(title: &LangText, definition: &str) -> Result<ThemeWords, Refusal> {
    let mut problems = Problems::new();
    let title = title.typed("title", text::NAME, true, &mut problems);
    let definition = problems.take(text::optional("definition", definition, text::REASON));
    problems.check()?;
    Ok(ThemeWords { title, definition: definition.unwrap_or_default() })
}

/// The code of a further theme beside `taken`, merged ones included: a code is used once.
pub fn new_code(title: &LangText, taken: &BTreeSet<String>) -> Result<String, Refusal> {
    if taken.len() >= THEMES {
        return Err(Refusal { kind: crate::Kind::Invalid, problems: vec![Problem::new("", "too-many-themes").with("max", THEMES)] });
    }
    Ok(from_label(title.text("fr"), "theme", |code| taken.contains(code)))
}

/// Whether one theme may be counted as another from now on.
pub fn merge(from: ThemeId, from_merged: bool, into: Option<(ThemeId, bool)>) -> Result<ThemeId, Refusal> {
    match into {
        Some((into, false)) if into != from && !from_merged => Ok(into),
        _ => Err(Refusal::field("into", "theme-merge")),
    }
}

/// The texts out of `chosen` whose codings of a theme may move to a new one: those that bear it and that this person may see coded.
pub fn split(desk: &Desk, theme: ThemeId, chosen: &BTreeSet<TextId>, account: AccountId) -> Result<Vec<TextId>, Refusal> {
    let moves = |text: &&TextId| desk.get(*text).is_some_and(|sheet| sheet.seen_by(account) && sheet.bearing(theme) != Bearing::No);
    let texts: Vec<TextId> = chosen.iter().filter(moves).cloned().collect();
    if texts.is_empty() { Err(Refusal::field("texts", "theme-split-none")) } else { Ok(texts) }
}

/// Two people, and how each coded the texts that both have read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    pub first: AccountId,
    pub second: AccountId,
    pub texts: Vec<Coded>,
}

/// The pairs that have texts in common, each with its texts in their order; `code` names a theme.
pub fn pairs(desk: &Desk, code: impl Fn(ThemeId) -> String) -> Vec<Pair> {
    let mut pairs: BTreeMap<(AccountId, AccountId), Vec<Coded>> = BTreeMap::new();
    for sheet in desk.values() {
        let mut readers = sheet.readers.iter();
        if let (Some((first, a)), Some((second, b))) = (readers.next(), readers.next()) {
            let codes = |themes: &BTreeSet<ThemeId>| themes.iter().map(|theme| code(*theme)).collect();
            pairs.entry((*first, *second)).or_default().push(Coded { first: codes(a), second: codes(b) });
        }
    }
    pairs.into_iter().map(|((first, second), texts)| Pair { first, second, texts }).collect()
}

/// Of how many responses a text was read, and in how many a theme was named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub read: i64,
    pub named: i64,
}

/// How many responses of each college name a theme. A person who names it in two answers is one person.
pub fn count(desk: &Desk, theme: ThemeId, college: impl Fn(ResponseId) -> Option<CollegeId>) -> BTreeMap<CollegeId, Count> {
    let mut responses: BTreeMap<ResponseId, bool> = BTreeMap::new();
    for (text, sheet) in desk.iter().filter(|(_, sheet)| !sheet.readers.is_empty()) {
        *responses.entry(text.response).or_default() |= sheet.bearing(theme) == Bearing::Yes;
    }
    let mut counts: BTreeMap<CollegeId, Count> = BTreeMap::new();
    for (response, named) in responses {
        if let Some(college) = college(response) {
            let count = counts.entry(college).or_default();
            count.read += 1;
            count.named += i64::from(named);
        }
    }
    counts
}

#[cfg(test)]
mod tests;
