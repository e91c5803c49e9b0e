//! What came out, question by question, college by college. Read from the tallies: as quick for a million answers as for ten.

use std::collections::HashMap;

use domain::{
    id::CollegeId,
    privacy::{SCREEN_THRESHOLD, shown},
    round::{Mode, RoundKind, State},
    survey::{Kind, Question, stats},
};
use leptos::prelude::*;
use store::{
    Conn,
    process::College,
    responses,
    round::{Entry, Round},
};

use super::{
    quotes, save, sentence,
    words::{answer_words, asked, step_words},
};
use crate::{
    AppError,
    i18n::{Lang, t},
    ui::{
        bars::bars,
        chart::{self, Part, Row},
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
    least: i64,
    counts: HashMap<(String, String), HashMap<CollegeId, i64>>,
}

impl Board {
    async fn load(visit: &Visit, c: &mut Conn, round: &Round) -> Result<Self, AppError> {
        let colleges = store::process::colleges(c, round.process_id).await?;
        let took_part: HashMap<_, _> = responses::respondents(c, round.id).await?.into_iter().collect();
        let respondents: Vec<i64> = colleges.iter().map(|college| took_part.get(&college.id).copied().unwrap_or(0)).collect();
        let (shown, least) = match round.mode {
            Mode::Anonymous => (shown(&respondents, SCREEN_THRESHOLD), SCREEN_THRESHOLD),
            Mode::Named => (vec![true; respondents.len()], 1),
        };
        let mut counts: HashMap<_, HashMap<_, _>> = HashMap::new();
        for tally in responses::tallies(c, round.id).await? {
            counts.entry((tally.question, tally.option)).or_default().insert(tally.college_id, tally.n);
        }
        Ok(Board { lang: visit.lang, colleges, respondents, shown, least, counts })
    }

    /// How many of a college chose an option; with an empty one, how many answered.
    pub fn count(&self, question: &Question, option: &str, college: &College) -> i64 {
        let key = (question.code.clone(), option.to_owned());
        self.counts.get(&key).and_then(|by_college| by_college.get(&college.id)).copied().unwrap_or(0)
    }

    /// Whether a college's figures for a question are shown: a large college of which two people answered is a group of two.
    fn may_show(&self, question: &Question, (college, shown): (&College, &bool)) -> bool {
        let answered = self.count(question, "", college);
        *shown && (answered == 0 || answered >= self.least)
    }

    /// How many of each college answered a question; nothing said of those that are hidden.
    pub fn answered(&self, question: &Question) -> Vec<i64> {
        let of = |one: (&College, &bool)| if self.may_show(question, one) { self.count(question, "", one.0) } else { 0 };
        self.colleges.iter().zip(&self.shown).map(of).collect()
    }

    pub fn rows(&self, question: &Question, options: &[String]) -> Vec<Row> {
        self.colleges
            .iter()
            .zip(&self.shown)
            .map(|(college, shown)| Row {
                kind: college.kind,
                name: college.name.clone(),
                numbers: self
                    .may_show(question, (college, shown))
                    .then(|| options.iter().map(|option| self.count(question, option, college)).collect()),
            })
            .collect()
    }

    /// The numbers given to a number question, rising, in each college.
    pub fn numbers(&self, question: &Question) -> Vec<Vec<(i64, i64)>> {
        let of = |college: &College| {
            let mut numbers: Vec<(i64, i64)> = self
                .counts
                .iter()
                .filter(|((code, option), _)| *code == question.code && !option.is_empty())
                .filter_map(|((_, option), by_college)| Some((option.parse().ok()?, *by_college.get(&college.id)?)))
                .collect();
            numbers.sort_unstable();
            numbers
        };
        self.colleges.iter().zip(&self.shown).map(|one| if self.may_show(question, one) { of(one.0) } else { Vec::new() }).collect()
    }
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
    if let Some(question) = asked(visit, "question").and_then(|code| form.question(code)).filter(|question| question.kind.is_text()) {
        return quotes::page(visit, c, round, &board, question).await;
    }
    let protected = board.shown.contains(&false).then(|| notice("info", t!(lang, "results-protected", n = SCREEN_THRESHOLD)));
    let (mut number, mut sections) = (0, Vec::new());
    for section in &form.sections {
        let mut questions = Vec::new();
        for question in &section.questions {
            number += 1;
            let picture = if question.kind.is_text() { quotes::some(c, round, &board, question).await? } else { picture(&board, question) };
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
    Ok(view! { {chart::patterns()}{protected}{sections} }.into_any())
}

/// Which drawing stands for which step, so that the ends keep their colours whatever the number of steps.
fn step_classes(steps: usize) -> &'static [&'static str] {
    match steps {
        2 => &["1", "5"],
        3 => &["1", "3", "5"],
        4 => &["1", "2", "4", "5"],
        _ => &["1", "2", "3", "4", "5"],
    }
}

fn picture(board: &Board, question: &Question) -> AnyView {
    let lang = board.lang;
    let caption = question.label.text(lang.tag()).to_owned();
    let answered = board.answered(question);
    if answered.iter().sum::<i64>() == 0 {
        let hidden = board.colleges.iter().any(|college| board.count(question, "", college) > 0);
        let words = if hidden { t!(lang, "results-all-hidden") } else { t!(lang, "results-no-answer") };
        return view! { <p>{words}</p> }.into_any();
    }
    let chart = match &question.kind {
        Kind::Single { options } | Kind::Multiple { options } => {
            let codes: Vec<String> = options.iter().map(|option| option.code.clone()).collect();
            let words: Vec<String> = codes.iter().map(|code| answer_words(lang, question, code)).collect();
            let rows = board.rows(question, &codes);
            bars(lang, sentence::favourites(board, &words, &rows, &answered), caption, &words, &rows, &answered, SCREEN_THRESHOLD)
        }
        Kind::Number { min, max, unit } => {
            let numbers = board.numbers(question);
            let classes = classes(*min, *max, &numbers);
            let words: Vec<String> =
                classes.iter().map(|(from, to)| if from == to { from.to_string() } else { format!("{from} – {to}") }).collect();
            let rows = histogram(board, question, &classes, &numbers);
            let middles: Vec<_> = numbers.iter().map(|numbers| stats::middle(numbers)).collect();
            bars(lang, sentence::middles(board, &middles, unit), caption, &words, &rows, &answered, SCREEN_THRESHOLD)
        }
        kind => {
            let steps = kind.steps();
            let rows = board.rows(question, &steps);
            let sentence = sentence::leanings(board, kind, &rows);
            let words = |step: &String| if *kind == Kind::Faces { lang.of("face", step) } else { step_words(lang, kind, step) };
            if steps.len() <= 5 {
                let parts: Vec<Part> =
                    steps.iter().zip(step_classes(steps.len())).map(|(step, class)| Part { class, words: words(step) }).collect();
                chart::stacked(lang, sentence, caption, &parts, &rows, true, SCREEN_THRESHOLD)
            } else {
                let words: Vec<String> = steps.iter().map(words).collect();
                bars(lang, sentence, caption, &words, &rows, &answered, SCREEN_THRESHOLD)
            }
        }
    };
    view! { {chart}{sentence::unanswered(board, &answered)} }.into_any()
}

/// Classes of a histogram: each number by itself where they are few, else about eight classes of a round width.
fn classes(min: i64, max: i64, numbers: &[Vec<(i64, i64)>]) -> Vec<(i64, i64)> {
    let given = || numbers.iter().flatten().map(|(value, _)| *value);
    let (first, last) = (given().min().unwrap_or(min), given().max().unwrap_or(max));
    let span = last - first;
    let width = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].into_iter().find(|width| span / width < 10).unwrap_or(2000);
    let start = first.div_euclid(width) * width;
    (0..=(last - start) / width)
        .map(|i| (start + i * width, start + (i + 1) * width - 1))
        .map(|(from, to)| (from.max(min), to.min(max)))
        .collect()
}

fn histogram(board: &Board, question: &Question, classes: &[(i64, i64)], numbers: &[Vec<(i64, i64)>]) -> Vec<Row> {
    let within = |numbers: &[(i64, i64)], (from, to): (i64, i64)| {
        numbers.iter().filter(|(value, _)| (from..=to).contains(value)).map(|(_, n)| n).sum::<i64>()
    };
    board
        .colleges
        .iter()
        .zip(numbers)
        .zip(&board.shown)
        .map(|((college, numbers), shown)| Row {
            kind: college.kind,
            name: college.name.clone(),
            numbers: board.may_show(question, (college, shown)).then(|| classes.iter().map(|class| within(numbers, *class)).collect()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_number_falls_into_one_class(values in prop::collection::vec(-300i64..9000, 1..30)) {
            let numbers = [values.iter().map(|value| (*value, 1)).collect::<Vec<_>>()];
            let classes = super::classes(-300, 9000, &numbers);
            prop_assert!(classes.len() <= 11);
            for value in values {
                prop_assert_eq!(classes.iter().filter(|(from, to)| (*from..=*to).contains(&value)).count(), 1);
            }
        }
    }
}
