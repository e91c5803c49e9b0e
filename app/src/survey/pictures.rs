//! The picture of a closed question: by college, with its sentence and its table.

use domain::{
    privacy::SCREEN_THRESHOLD,
    survey::{Kind, Question, kind::DECLINED, stats},
};
use leptos::prelude::*;

use super::{
    rankings,
    results::Board,
    sentence,
    words::{answer_words, step_words},
};
use crate::{
    i18n::t,
    ui::{
        bars::bars,
        chart::{self, Part, Row},
        college_name, college_plain, date, translated_line,
    },
};

pub fn picture(board: &Board, question: &Question) -> AnyView {
    if question.kind.is_text() {
        return declined(board, question).into_any();
    }
    let lang = board.lang;
    let answered = board.answered(&question.code);
    if let Some(nothing) = nothing(board, &question.code) {
        return view! { {nothing}{declined(board, question)} }.into_any();
    }
    let code = question.code.as_str();
    let caption = question.label.text(lang.tag()).to_owned();
    let chart = match &question.kind {
        Kind::Single { .. } | Kind::Multiple { .. } | Kind::YesNo { .. } | Kind::Consent => {
            let codes = question.kind.codes();
            let words: Vec<String> = codes.iter().map(|code| answer_words(lang, question, code)).collect();
            options(board, code, caption, &codes, &words)
        }
        Kind::Municipality { options: places, .. } => {
            let codes: Vec<String> = places.iter().map(|place| place.code.clone()).collect();
            let words: Vec<String> = places.iter().map(|place| place.label.text(lang.tag()).to_owned()).collect();
            municipalities(board, code, caption, &codes, words)
        }
        Kind::Date | Kind::Time => {
            let given = board.given(code);
            let name = |given: &String| {
                if question.kind == Kind::Date { date::month(lang, given) } else { t!(lang, "hour", hour = given.as_str()) }
            };
            let words: Vec<String> = given.iter().map(name).collect();
            options(board, code, caption, &given, &words)
        }
        Kind::Ranking { options, .. } => rankings::picture(board, code, options),
        Kind::Matrix { items, options, .. } => {
            let codes: Vec<String> = options.iter().map(|option| option.code.clone()).collect();
            let words: Vec<String> = options.iter().map(|option| option.label.text(lang.tag()).to_owned()).collect();
            let rows = items.iter().map(|item| {
                let key = question.key(&item.code);
                if let Some(nothing) = nothing(board, &key) {
                    return view! { <h5>{translated_line(lang, &item.label)}</h5>{nothing} }.into_any();
                }
                let caption = format!("{caption} · {}", item.label.text(lang.tag()));
                let chart = parted(board, &question.kind, &key, caption, &codes, &words);
                view! { <h5>{translated_line(lang, &item.label)}</h5>{chart} }.into_any()
            });
            rows.collect_view().into_any()
        }
        Kind::Points { items, total } => {
            let words: Vec<String> = items.iter().map(|item| item.label.text(lang.tag()).to_owned()).collect();
            let keys: Vec<String> = items.iter().map(|item| question.key(&item.code)).collect();
            points(board, question, &keys, &words, *total)
        }
        Kind::Number { min, max, unit } => {
            let numbers = board.numbers(code);
            let classes = classes(*min, *max, &numbers);
            let words: Vec<String> =
                classes.iter().map(|(from, to)| if from == to { from.to_string() } else { format!("{from} – {to}") }).collect();
            let rows = histogram(board, code, &classes, &numbers);
            let middles: Vec<_> = numbers.iter().map(|numbers| stats::middle(numbers)).collect();
            bars(lang, sentence::middles(board, &middles, unit), caption, &words, &rows, &answered, SCREEN_THRESHOLD)
        }
        // An address names a person: how many left one, and no more.
        Kind::Email => view! { <p>{t!(lang, "results-emails", n = answered.iter().sum::<i64>())}</p> }.into_any(),
        kind => {
            let steps = kind.steps();
            let words: Vec<String> =
                steps.iter().map(|step| if *kind == Kind::Faces { lang.of("face", step) } else { step_words(lang, kind, step) }).collect();
            parted(board, kind, code, caption, &steps, &words)
        }
    };
    view! { {chart}{declined(board, question)}{sentence::unanswered(board, &answered)} }.into_any()
}

/// What there is to say where no figure is shown: that nobody answered, or too few.
fn nothing(board: &Board, key: &str) -> Option<AnyView> {
    if board.answered(key).iter().any(|n| *n > 0) {
        return None;
    }
    let hidden = board.colleges.iter().any(|college| board.count(key, "", college) > 0);
    let words = if hidden { t!(board.lang, "results-all-hidden") } else { t!(board.lang, "results-no-answer") };
    Some(view! { <p>{words}</p> }.into_any())
}

/// Bars under each option.
fn options(board: &Board, key: &str, caption: String, codes: &[String], words: &[String]) -> AnyView {
    let (rows, answered) = (board.rows(key, codes), board.answered(key));
    bars(board.lang, sentence::favourites(board, words, &rows, &answered), caption, words, &rows, &answered, SCREEN_THRESHOLD)
}

/// Municipalities drawn by themselves; the others are counted together.
const PLACES: usize = 20;

/// Bars under the municipalities named most, and one for all others that were named.
fn municipalities(board: &Board, key: &str, caption: String, codes: &[String], mut words: Vec<String>) -> AnyView {
    let mut rows = board.rows(key, codes);
    let total = |at: usize| rows.iter().filter_map(|row| row.numbers.as_ref()?.get(at)).sum::<i64>();
    let mut named: Vec<(i64, usize)> = (0..codes.len()).map(|at| (total(at), at)).filter(|(n, _)| *n > 0).collect();
    // The most first, those of one number in the order of their names.
    named.sort_by_key(|(n, at)| (-n, *at));
    // Where people were promised anonymity, a village of which one person answered has no bar of its own.
    let large = named.iter().filter(|(n, _)| *n >= board.least).count();
    let (most, others) = named.split_at(large.min(PLACES));
    for row in &mut rows {
        if let Some(numbers) = &mut row.numbers {
            let pick = |places: &[(i64, usize)]| places.iter().map(|(_, at)| numbers[*at]).collect::<Vec<_>>();
            let (mut picked, rest) = (pick(most), pick(others));
            picked.extend((!rest.is_empty()).then(|| rest.iter().sum::<i64>()));
            *numbers = picked;
        }
    }
    words = most.iter().map(|(_, at)| std::mem::take(&mut words[*at])).collect();
    if !others.is_empty() {
        words.push(t!(board.lang, "results-other-places", n = others.len()));
    }
    let answered = board.answered(key);
    bars(board.lang, sentence::favourites(board, &words, &rows, &answered), caption, &words, &rows, &answered, SCREEN_THRESHOLD)
}

/// Steps from one end to the other: one parted bar per college where they are few.
fn parted(board: &Board, kind: &Kind, key: &str, caption: String, steps: &[String], words: &[String]) -> AnyView {
    let (rows, answered) = (board.rows(key, steps), board.answered(key));
    if matches!(kind, Kind::Matrix { .. }) && steps.len() > 5 {
        return options(board, key, caption, steps, words);
    }
    let sentence = match kind {
        Kind::Matrix { .. } => sentence::favourites(board, words, &rows, &answered),
        Kind::Nps => sentence::promoters(board, &rows),
        _ => sentence::leanings(board, kind, &rows),
    };
    if steps.len() <= 5 {
        let parts: Vec<Part> =
            words.iter().zip(step_classes(steps.len())).map(|(words, class)| Part { class, words: words.clone() }).collect();
        chart::stacked(board.lang, sentence, caption, &parts, &rows, true, SCREEN_THRESHOLD)
    } else {
        bars(board.lang, sentence, caption, words, &rows, &answered, SCREEN_THRESHOLD)
    }
}

/// The mean number of points that each college gives to each thing.
fn points(board: &Board, question: &Question, keys: &[String], words: &[String], total: u32) -> AnyView {
    let lang = board.lang;
    let answered = board.answered(&question.code);
    // Nobody who shared their points left a thing out: no points are none.
    let means: Vec<Vec<Option<f64>>> = keys
        .iter()
        .map(|key| board.numbers(key).iter().zip(&answered).map(|(numbers, answered)| mean(numbers, *answered)).collect())
        .collect();
    let head = board
        .colleges
        .iter()
        .map(|college| view! { <th scope="col" class="num">{college_plain(lang, college.kind, &college.name)}</th> })
        .collect_view();
    let body = words
        .iter()
        .zip(&means)
        .map(|(words, means)| {
            let cells = means
                .iter()
                .map(|mean| view! { <td class="num">{mean.map_or_else(|| "–".to_owned(), |mean| sentence::decimal(lang, mean))}</td> })
                .collect_view();
            view! { <tr><th scope="row">{words.clone()}</th>{cells}</tr> }
        })
        .collect_view();
    let most = board.colleges.iter().enumerate().filter_map(|(at, college)| {
        let (most, words) =
            means.iter().zip(words).filter_map(|(means, words)| Some((means[at]?, words))).max_by(|a, b| a.0.total_cmp(&b.0))?;
        let name = college_name(lang, college.kind, &college.name);
        Some(t!(
            lang,
            "points-clause",
            kind = college.kind.as_str(),
            college = name,
            thing = words.as_str(),
            mean = sentence::decimal(lang, most)
        ))
    });
    let most = most.collect::<Vec<_>>().join(", ");
    let caption = t!(lang, "points-caption", total = total);
    let label = caption.clone();
    view! {
        <figure class="chart"><figcaption>{t!(lang, "points-sentence", clauses = most)}</figcaption>
            <div class="scroll" tabindex="0" role="region" aria-label=label>
                <table class="table"><caption>{caption}</caption><thead><tr><th scope="col">{t!(lang, "chart-option")}</th>{head}</tr></thead><tbody>{body}</tbody></table>
            </div></figure>
    }
    .into_any()
}

#[expect(clippy::cast_precision_loss, reason = "means of small numbers, shown with one decimal")]
fn mean(numbers: &[(i64, i64)], answered: i64) -> Option<f64> {
    (answered > 0).then(|| numbers.iter().map(|(value, n)| value * n).sum::<i64>() as f64 / answered as f64)
}

/// How many preferred not to answer, where that may be said.
fn declined(board: &Board, question: &Question) -> Option<AnyView> {
    let n: i64 = board.answered(&question.key(DECLINED)).iter().sum();
    (question.declinable && n > 0).then(|| view! { <p class="small">{t!(board.lang, "results-declined", n = n)}</p> }.into_any())
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

fn histogram(board: &Board, key: &str, classes: &[(i64, i64)], numbers: &[Vec<(i64, i64)>]) -> Vec<Row> {
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
            numbers: board.may_show(key, (college, shown)).then(|| classes.iter().map(|class| within(numbers, *class)).collect()),
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
