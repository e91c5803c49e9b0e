//! What came out, question by question, college by college. Read from the tallies: as quick for a million answers as for ten.

use std::collections::{HashMap, HashSet};

use domain::{
    id::CollegeId,
    privacy::{SCREEN_THRESHOLD, shown},
    round::{Mode, RoundKind, State},
    survey::{Kind, Question, kind::OTHER_TEXT},
};
use leptos::prelude::*;
use store::{
    Conn,
    process::College,
    responses::{self, Tally},
    round::{Entry, Round},
};

use super::{cross, filter, pictures, quotes, save};
use crate::{
    AppError,
    i18n::{Lang, t},
    ui::{
        chart::{self, Row},
        notice, translated, translated_line,
    },
    visit::Visit,
};

/// The counts of a round, and which of them may be shown.
pub struct Board {
    pub lang: Lang,
    pub colleges: Vec<College>,
    /// How many of each college took part, in the same order.
    pub respondents: Vec<i64>,
    pub shown: Vec<bool>,
    /// Fewest people whose answers to one question are shown.
    pub(super) least: i64,
    counts: Counts,
    /// Within an answer: of which keys a college's figures stay hidden, lest the whole less this slice be a small group.
    pub(super) hidden: HashSet<(String, CollegeId)>,
}

/// Key, option, college.
type Counts = HashMap<String, HashMap<String, HashMap<CollegeId, i64>>>;

impl Board {
    async fn load(visit: &Visit, c: &mut Conn, round: &Round) -> Result<Self, AppError> {
        let colleges = store::process::colleges(c, round.process_id).await?;
        let took_part: HashMap<_, _> = responses::respondents(c, round.id).await?.into_iter().collect();
        let respondents: Vec<i64> = colleges.iter().map(|college| took_part.get(&college.id).copied().unwrap_or(0)).collect();
        let (shown, least) = match round.mode {
            Mode::Anonymous => (shown(&respondents, SCREEN_THRESHOLD), SCREEN_THRESHOLD),
            Mode::Named => (vec![true; respondents.len()], 1),
        };
        let counts = counts(responses::tallies(c, round.id).await?);
        Ok(Board { lang: visit.lang, colleges, respondents, shown, least, counts, hidden: HashSet::new() })
    }

    /// The same board of those alone who answered the question `parting`.
    pub(super) fn within(self, parting: &str, tallies: Vec<Tally>, hidden: HashSet<(String, CollegeId)>) -> Self {
        let mut board = Board { counts: counts(tallies), hidden, ..self };
        board.respondents = board.colleges.iter().map(|college| board.count(parting, "", college)).collect();
        board
    }

    /// The same board of one college alone.
    pub(super) fn of_college(mut self, college: CollegeId) -> Self {
        let Some(at) = self.colleges.iter().position(|one| one.id == college) else { return self };
        self.colleges = vec![self.colleges.swap_remove(at)];
        self.respondents = vec![self.respondents[at]];
        self.shown = vec![self.shown[at]];
        self
    }

    /// How many of a college chose an option under a key of the answers; with an empty one, how many answered.
    pub fn count(&self, key: &str, option: &str, college: &College) -> i64 {
        self.counts.get(key).and_then(|options| options.get(option)?.get(&college.id)).copied().unwrap_or(0)
    }

    /// The keys under which anyone answered.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.counts.keys().map(String::as_str)
    }

    /// Whether a college's figures are shown: a large college of which two people answered is a group of two.
    pub(super) fn may_show(&self, key: &str, (college, shown): (&College, &bool)) -> bool {
        let answered = self.count(key, "", college);
        *shown && (answered == 0 || answered >= self.least) && !self.hidden.contains(&(key.to_owned(), college.id))
    }

    /// How many of each college answered; nothing said of those that are hidden.
    pub fn answered(&self, key: &str) -> Vec<i64> {
        let of = |one: (&College, &bool)| if self.may_show(key, one) { self.count(key, "", one.0) } else { 0 };
        self.colleges.iter().zip(&self.shown).map(of).collect()
    }

    pub fn rows(&self, key: &str, options: &[String]) -> Vec<Row> {
        self.colleges
            .iter()
            .zip(&self.shown)
            .map(|(college, shown)| Row {
                kind: college.kind,
                name: college.name.clone(),
                numbers: self
                    .may_show(key, (college, shown))
                    .then(|| options.iter().map(|option| self.count(key, option, college)).collect()),
            })
            .collect()
    }

    /// The options that somebody chose, in their order: months, hours.
    pub fn given(&self, key: &str) -> Vec<String> {
        let options = self.counts.get(key).into_iter().flatten().map(|(option, _)| option.clone()).filter(|option| !option.is_empty());
        let mut options: Vec<String> = options.collect();
        options.sort_unstable();
        options
    }

    /// The numbers given, rising, in each college.
    pub fn numbers(&self, key: &str) -> Vec<Vec<(i64, i64)>> {
        let of = |college: &College| {
            let mut numbers: Vec<(i64, i64)> = self
                .counts
                .get(key)
                .into_iter()
                .flatten()
                .filter_map(|(option, by_college)| Some((option.parse().ok()?, *by_college.get(&college.id)?)))
                .collect();
            numbers.sort_unstable();
            numbers
        };
        self.colleges.iter().zip(&self.shown).map(|one| if self.may_show(key, one) { of(one.0) } else { Vec::new() }).collect()
    }
}

fn counts(tallies: Vec<Tally>) -> Counts {
    let mut counts = Counts::new();
    for tally in tallies {
        counts.entry(tally.question).or_default().entry(tally.option).or_default().insert(tally.college_id, tally.n);
    }
    counts
}

pub async fn results(visit: &Visit, c: &mut Conn, round: &Round, entry: &Entry) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    // While people still answer, two looks a minute apart would tell what the one in between said.
    if round.mode == Mode::Anonymous && matches!(entry.calendar.state(visit.now), State::Draft | State::Announced | State::Open) {
        return Ok(notice("info", t!(lang, "results-while-open")));
    }
    let form = save::form(c, round.id, round.kind).await?;
    let board = Board::load(visit, c, round).await?;
    if board.respondents.iter().sum::<i64>() == 0 {
        return Ok(notice("info", t!(lang, "results-nobody")));
    }
    if let Some(key) = visit.asked("question")
        && let Some(question) = form.owner(key)
        && texts_of(question).iter().any(|text| text == key)
    {
        return quotes::page(visit, c, round, &board, &question.label, key).await;
    }
    let parts = cross::parts(lang, &form, round.mode);
    if cross::is_asked(visit) && parts.len() > 1 {
        return cross::page(visit, c, round, &board, &parts).await;
    }
    let (filtering, board) = filter::apply(visit, c, round, &form, board).await?;
    let whole = !filtering.is_within();
    let protected = board.shown.contains(&false).then(|| notice("info", t!(lang, "results-protected", n = SCREEN_THRESHOLD)));
    let (mut number, mut sections) = (0, Vec::new());
    for section in &form.sections {
        let mut questions = Vec::new();
        for question in &section.questions {
            number += 1;
            if matches!(question.kind, Kind::Note { .. }) {
                continue;
            }
            let mut picture = vec![pictures::picture(&board, question)];
            // What people wrote stands among the answers of their whole college, where it hides best.
            for key in texts_of(question).into_iter().filter(|_| whole) {
                picture.push(part_name(lang, question, &key));
                picture.push(quotes::some(c, round, &board, &key).await?);
            }
            questions.push(view! {
                <section class="stack" id=format!("q{number}")>
                    <h4>{format!("{number}. ")}{translated_line(lang, &question.label)}</h4>
                    {picture}
                </section>
            });
        }
        // What an action is; the words above a survey's questions were for those who answer.
        let intro = (round.kind == RoundKind::Evaluation).then(|| translated(lang, &section.intro));
        sections
            .push(view! { <section class="stack is-loose"><h3>{translated_line(lang, &section.title)}</h3>{intro}{questions}</section> });
    }
    let crossing = whole.then(|| view! { {cross::form(visit, round.id, &board, &parts, None)} });
    let to_crossing = whole.then(|| cross::link(lang, &parts));
    Ok(view! { {chart::patterns()}{filtering.view(visit, round.id)}{protected}{to_crossing}{sections}{crossing} }.into_any())
}

/// The keys of a question under which people wrote in their own words.
fn texts_of(question: &Question) -> Vec<String> {
    let other = question.kind.has_other().then(|| question.key(OTHER_TEXT));
    let own = if question.kind.is_text() { question.parts() } else { Vec::new() };
    own.into_iter().chain(other).collect()
}

/// What a part of a question is called, where it has several.
fn part_name(lang: Lang, question: &Question, key: &str) -> AnyView {
    if *key == question.key(OTHER_TEXT) && question.kind.has_other() {
        return view! { <h5>{t!(lang, "ask-other")}</h5> }.into_any();
    }
    let item = question.kind.items().iter().find(|item| question.key(&item.code) == *key);
    item.map(|item| view! { <h5>{translated_line(lang, &item.label)}</h5> }.into_any()).unwrap_or_else(|| ().into_any())
}
