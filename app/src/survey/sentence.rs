//! The sentence above each chart, made from its numbers.

use domain::{
    lang::LangText,
    survey::{
        Kind,
        stats::{Leaning, Middle, leaning},
    },
};
use leptos::prelude::*;

use super::{
    results::Board,
    words::{sentence, step_end},
};
use crate::{
    i18n::{Lang, t},
    ui::{bars::percent, chart::Row, college_name},
};

/// "Les familles sont plutôt insatisfaites (68 %), les professionnels plutôt satisfaits (52 %)."
pub fn leanings(board: &Board, kind: &Kind, rows: &[Row]) -> String {
    let lang = board.lang;
    let clauses: Vec<String> = rows
        .iter()
        .filter_map(|row| {
            let numbers = row.numbers.as_ref().filter(|numbers| numbers.iter().sum::<i64>() > 0)?;
            let total: i64 = numbers.iter().sum();
            let (side, low, high) = leaning(numbers);
            let (low, high) = (percent(low, total), percent(high, total));
            let (name, college) = (row.kind.as_str(), college_name(lang, row.kind, &row.name));
            Some(match (kind, side) {
                (Kind::Faces, Leaning::Low) => t!(lang, "lean-unsatisfied", kind = name, college = college, low = low),
                (Kind::Faces, Leaning::High) => t!(lang, "lean-satisfied", kind = name, college = college, high = high),
                (Kind::Faces, Leaning::Split) => t!(lang, "lean-mixed", kind = name, college = college, low = low, high = high),
                (Kind::Faces, Leaning::Middle) => t!(lang, "lean-neither", kind = name, college = college, n = 100 - low - high),
                (_, Leaning::Middle) => t!(lang, "lean-middle", kind = name, college = college, n = 100 - low - high),
                (_, Leaning::Low) => t!(lang, "lean-to", kind = name, college = college, end = end(lang, kind, false), n = low),
                (_, Leaning::High) => t!(lang, "lean-to", kind = name, college = college, end = end(lang, kind, true), n = high),
                (_, Leaning::Split) => t!(lang, "lean-between", kind = name, college = college, low = low, high = high),
            })
        })
        .collect();
    full_stop(&clauses)
}

/// "Les familles recommandent (+12), les élus non (−20)": the share of 9 and 10 less that of 0 to 6.
pub fn promoters(board: &Board, rows: &[Row]) -> String {
    let lang = board.lang;
    let clauses: Vec<String> = rows
        .iter()
        .filter_map(|row| {
            let numbers = row.numbers.as_ref().filter(|numbers| numbers.iter().sum::<i64>() > 0)?;
            let total: i64 = numbers.iter().sum();
            let score = percent(numbers[9..].iter().sum(), total) - percent(numbers[..7].iter().sum(), total);
            let score = if score > 0 { format!("+{score}") } else { score.to_string().replace('-', "−") };
            Some(t!(lang, "nps-clause", kind = row.kind.as_str(), college = college_name(lang, row.kind, &row.name), score = score))
        })
        .collect();
    t!(lang, "nps-sentence", clauses = clauses.join(", "))
}

fn full_stop(clauses: &[String]) -> String {
    format!("{}.", sentence(clauses))
}

/// The words at one end of a scale, else its number.
fn end(lang: Lang, kind: &Kind, high: bool) -> String {
    let mut steps = kind.steps();
    let step = if high { steps.pop() } else { steps.into_iter().next() }.unwrap_or_default();
    step_end(lang, kind, &step).unwrap_or(step)
}

/// Options that came out equal.
pub fn quoted(lang: Lang, tops: &[&str]) -> String {
    match tops {
        [one] => t!(lang, "top-one", option = *one),
        [one, two] => t!(lang, "top-two", option = *one, other = *two),
        _ => t!(lang, "top-many", n = tops.len()),
    }
}

/// The option chosen most: one for all colleges where they agree, else each college's own.
pub fn favourites(board: &Board, options: &[String], rows: &[Row], bases: &[i64]) -> String {
    let lang = board.lang;
    let tops: Vec<(&Row, i64, Vec<&str>)> = rows
        .iter()
        .zip(bases)
        .filter_map(|(row, base)| {
            let numbers = row.numbers.as_ref()?;
            let most = numbers.iter().copied().max().filter(|most| *most > 0)?;
            let tops = options.iter().zip(numbers).filter(|(_, n)| **n == most).map(|(option, _)| option.as_str()).collect();
            Some((row, percent(most, *base), tops))
        })
        .collect();
    let same = tops.len() > 1 && tops.windows(2).all(|pair| pair[0].2 == pair[1].2);
    let clauses: Vec<String> = tops
        .iter()
        .map(|(row, share, tops)| {
            let (kind, college) = (row.kind.as_str(), college_name(lang, row.kind, &row.name));
            if same {
                t!(lang, "top-share", kind = kind, college = college, n = *share)
            } else {
                t!(lang, "top-clause", kind = kind, college = college, options = quoted(lang, tops), n = *share)
            }
        })
        .collect();
    match tops.first() {
        Some((_, _, first)) if same => t!(lang, "top-same", options = quoted(lang, first), clauses = clauses.join(", ")),
        _ => t!(lang, "top-most", clauses = clauses.join(", ")),
    }
}

/// "En moyenne (enfants) : 1,6 chez les familles (une sur deux répond 2 ou moins)…"
pub fn middles(board: &Board, middles: &[Option<Middle>], unit: &LangText) -> String {
    let lang = board.lang;
    let unit = if unit.is_empty() { String::new() } else { format!(" ({})", unit.text(lang.tag())) };
    let clauses: Vec<String> = board
        .colleges
        .iter()
        .zip(middles)
        .filter_map(|(college, middle)| {
            let middle = middle.as_ref()?;
            let name = college_name(lang, college.kind, &college.name);
            let (mean, median) = (decimal(lang, middle.mean), decimal(lang, middle.median));
            Some(t!(lang, "mean-clause", kind = college.kind.as_str(), college = name, mean = mean, median = median))
        })
        .collect();
    t!(lang, "mean-sentence", unit = unit, clauses = clauses.join(", "))
}

/// One decimal where there is one.
pub fn decimal(lang: Lang, number: f64) -> String {
    let text = format!("{number:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if lang == Lang::Fr { text.replace('.', ",") } else { text.to_owned() }
}

/// How many of those who took part said nothing to this question, where anybody did.
pub fn unanswered(board: &Board, answered: &[i64]) -> Option<AnyView> {
    let lang = board.lang;
    let clauses: Vec<String> = board
        .colleges
        .iter()
        .zip(&board.shown)
        .zip(board.respondents.iter().zip(answered))
        .filter(|((_, shown), (took_part, answered))| **shown && took_part > answered && **answered > 0)
        .map(|((college, _), (took_part, answered))| {
            let name = college_name(lang, college.kind, &college.name);
            t!(lang, "unanswered-clause", kind = college.kind.as_str(), college = name, n = took_part - answered, total = *took_part)
        })
        .collect();
    if clauses.is_empty() {
        return None;
    }
    Some(view! { <p class="small">{t!(lang, "unanswered", clauses = clauses.join(", "))}</p> }.into_any())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_end_of_a_scale_has_its_own_words() {
        let ends = |kind: &Kind| [end(Lang::Fr, kind, false), end(Lang::Fr, kind, true)];
        assert_eq!(ends(&Kind::Stars), ["1", "5"]);
        assert_eq!(ends(&Kind::Nps), ["pas du tout", "tout à fait"]);
        let scale = |low: &str, high: &str, names: &[&str]| Kind::Scale {
            steps: 3,
            low: LangText::of("fr", low),
            high: LangText::of("fr", high),
            names: names.iter().map(|name| LangText::of("fr", *name)).collect(),
        };
        assert_eq!(ends(&scale("", "", &[])), ["1", "3"]);
        assert_eq!(ends(&scale("jamais", "", &[])), ["jamais", "3"]);
        assert_eq!(ends(&scale("peu", "beaucoup", &["jamais", "parfois", "toujours"])), ["jamais", "toujours"]);
    }

    #[test]
    fn decimals_are_written_as_people_write_them() {
        assert_eq!(decimal(Lang::Fr, 1.55), "1,6");
        assert_eq!(decimal(Lang::Fr, 2.0), "2");
        assert_eq!(decimal(Lang::En, -0.5), "-0.5");
    }
}
