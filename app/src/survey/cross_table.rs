//! The table of two crossed questions: a sentence, the cells in colour and in numbers, and the statistics for those who want them.

use domain::{
    privacy::SCREEN_THRESHOLD,
    survey::crosstab::{Association, Contrast, NO_ANSWER, Protected, Strength},
};
use leptos::prelude::*;
use store::process::College;

use super::cross::Part;
use crate::{
    i18n::{Lang, t},
    ui::{bars::percent, college_name, notice},
};

pub fn view(lang: Lang, rows: &Part<'_>, columns: &Part<'_>, table: &Protected, of: &[&College], left_out: bool) -> AnyView {
    let colleges: Vec<String> = of.iter().map(|college| college_name(lang, college.kind, &college.name)).collect();
    let warning = table.association.filter(|found| found.warning.is_some()).map(|_| notice("warning", t!(lang, "cross-few")));
    let hidden = table.hides().then(|| notice("info", t!(lang, "cross-hidden", n = SCREEN_THRESHOLD)));
    let left_out = left_out.then(|| view! { <p class="small">{t!(lang, "cross-left-out")}</p> });
    let caption = t!(lang, "cross-caption", colleges = colleges.join(", "), n = table.total);
    let label = caption.clone();
    view! {
        <h4>{t!(lang, "cross-result", a = rows.number, b = columns.number)}</h4>
        <figure class="chart">
            <figcaption>{sentence(lang, rows, columns, table)}</figcaption>
            {warning}
            {hidden}
            <dl class="facts is-stacked">
                <div><dt>{t!(lang, "cross-in-rows")}</dt><dd>{title(lang, rows)}</dd></div>
                <div><dt>{t!(lang, "cross-in-columns")}</dt><dd>{title(lang, columns)}</dd></div>
            </dl>
            <div class="scroll" tabindex="0" role="region" aria-label=label>
                <table class="table heat"><caption>{caption}</caption>{head(lang, columns, table)}{body(lang, rows, table)}</table>
            </div>
            <p class="small">{t!(lang, "cross-reading")}</p>
            {left_out}
            {table.association.map(|found| statistics(lang, &found))}
        </figure>
    }
    .into_any()
}

fn title(lang: Lang, part: &Part<'_>) -> String {
    let label = format!("{}. {}", part.number, part.question.label.text(lang.tag()));
    part.part.as_ref().map_or_else(|| label.clone(), |part| format!("{label} · {part}"))
}

/// "Parmi les personnes qui répondent « Crèche » (question 3), 60 % répondent « Oui » (question 5), contre 30 % des autres. Le lien est
/// moyen."
fn sentence(lang: Lang, rows: &Part<'_>, columns: &Part<'_>, table: &Protected) -> String {
    let contrast = table.contrast();
    let words = |found: &Contrast| {
        t!(
            lang,
            "cross-contrast",
            row = rows.words(lang, &table.rows[found.row]),
            question = rows.number,
            column = columns.words(lang, &table.columns[found.column]),
            other = columns.number,
            share = percent(found.n, found.of),
            others = percent(found.others, found.of_others)
        )
    };
    match (&table.association, contrast) {
        (Some(found), Some(contrast)) if found.strength() != Strength::Chance => {
            format!("{} {}", words(&contrast), lang.of("cross-link", found.strength().as_str()))
        }
        (Some(_), _) => t!(lang, "cross-link-chance"),
        (None, Some(contrast)) if table.hides() && contrast.is_clear() => {
            format!("{} {}", words(&contrast), t!(lang, "cross-not-measured"))
        }
        (None, Some(_)) if table.hides() => t!(lang, "cross-nothing-clear"),
        (None, None) if table.hides() => t!(lang, "cross-too-few"),
        (None, _) => t!(lang, "cross-one-answer"),
    }
}

/// The places of the rows or columns that are drawn: all answers, and those who gave none where there are any.
fn drawn(codes: &[String], totals: &[i64]) -> Vec<usize> {
    let empty = |at: &usize| codes[*at] == NO_ANSWER && totals[*at] == 0;
    (0..codes.len()).filter(|at| !empty(at)).collect()
}

fn head(lang: Lang, columns: &Part<'_>, table: &Protected) -> AnyView {
    let cells = drawn(&table.columns, &table.column_totals)
        .into_iter()
        .map(|column| view! { <th scope="col" class="num">{columns.words(lang, &table.columns[column])}</th> })
        .collect_view();
    view! { <thead><tr><th scope="col">{t!(lang, "chart-option")}</th>{cells}<th scope="col" class="num">{t!(lang, "cross-total")}</th></tr></thead> }.into_any()
}

fn body(lang: Lang, rows: &Part<'_>, table: &Protected) -> AnyView {
    let columns = drawn(&table.columns, &table.column_totals);
    let lines = drawn(&table.rows, &table.row_totals)
        .into_iter()
        .map(|row| {
            let base = table.answered(row);
            let cells = columns
                .iter()
                .map(|column| {
                    // Who said nothing to one of the two has no share.
                    let silent = table.rows[row] == NO_ANSWER || table.columns[*column] == NO_ANSWER;
                    cell(lang, table.cells[row][*column], base.filter(|base| !silent && *base > 0), true)
                })
                .collect_view();
            view! { <tr><th scope="row">{rows.words(lang, &table.rows[row])}</th>{cells}<td class="num">{table.row_totals[row]}</td></tr> }
        })
        .collect_view();
    let both = table.column_totals.iter().zip(&table.columns).filter(|(_, code)| *code != NO_ANSWER).map(|(n, _)| n).sum::<i64>();
    let totals = columns
        .iter()
        .map(|column| {
            let base = (table.columns[*column] != NO_ANSWER && both > 0).then_some(both);
            cell(lang, Some(table.column_totals[*column]), base, false)
        })
        .collect_view();
    view! {
        <tbody>{lines}<tr class="is-total"><th scope="row">{t!(lang, "cross-total")}</th>{totals}<td class="num">{table.total}</td></tr></tbody>
    }
    .into_any()
}

/// A number, its share of the row, and for the eye a depth of colour by the share.
fn cell(lang: Lang, n: Option<i64>, base: Option<i64>, coloured: bool) -> AnyView {
    let Some(n) = n else {
        return view! { <td class="num"><span class="protected is-cell">{t!(lang, "chart-hidden")}</span></td> }.into_any();
    };
    let Some(base) = base else { return view! { <td class="num">{n}</td> }.into_any() };
    let share = percent(n, base);
    let class = if coloured { format!("num heat-{}", (share * 5 / 100).min(4)) } else { "num".to_owned() };
    view! { <td class=class>{n}" "<small>{format!("({share}\u{a0}%)")}</small></td> }.into_any()
}

fn statistics(lang: Lang, found: &Association) -> AnyView {
    let p = if found.p < 0.001 { format!("< {}", number(lang, 0.001, 3)) } else { number(lang, found.p, 3) };
    let corrected = found.cramers_v_corrected.map_or_else(|| "–".to_owned(), |v| number(lang, v, 3));
    let fact = |name: String, value: String| view! { <div><dt>{name}</dt><dd>{value}</dd></div> };
    view! {
        <details class="chart-data"><summary>{t!(lang, "cross-research")}</summary>
            <dl class="facts">
                {fact(t!(lang, "cross-both"), found.n.to_string())}
                {fact(t!(lang, "cross-chi-square"), number(lang, found.chi_square, 2))}
                {fact(t!(lang, "cross-freedom"), found.freedom.to_string())}
                {fact(t!(lang, "cross-p"), p)}
                {fact(t!(lang, "cross-v"), number(lang, found.cramers_v, 3))}
                {fact(t!(lang, "cross-v-corrected"), corrected)}
            </dl>
            <p>{t!(lang, "cross-method")}</p>
        </details>
    }
    .into_any()
}

fn number(lang: Lang, number: f64, decimals: usize) -> String {
    let text = format!("{number:.decimals$}");
    if lang == Lang::Fr { text.replace('.', ",") } else { text }
}
