//! Bars by college under each option: for questions that have options, and for numbers in classes.

use leptos::prelude::*;

use crate::{
    i18n::{Lang, t},
    ui::{chart::Row, college_name, college_plain, sign},
};

/// Under each option one bar per college, as a share of `bases` (how many of the college answered). Colleges that are too small
/// to be shown are named once.
pub fn bars(lang: Lang, sentence: String, caption: String, options: &[String], rows: &[Row], bases: &[i64], threshold: i64) -> AnyView {
    let legend = rows.iter().zip(bases).map(|(row, base)| legend(lang, row, *base)).collect_view();
    let hidden = rows
        .iter()
        .any(|row| row.numbers.is_none())
        .then(|| view! { <p class="protected">{sign("lock")}{t!(lang, "chart-protected", n = threshold)}</p> });
    let groups = options
        .iter()
        .enumerate()
        .map(|(at, option)| {
            let lines = rows.iter().zip(bases).filter_map(|(row, base)| line(row, row.numbers.as_ref()?.get(at).copied()?, *base)).collect_view();
            view! { <div class="chart-row" aria-hidden="true"><p class="chart-label">{option.clone()}</p><ul class="chart-group">{lines}</ul></div> }
        })
        .collect_view();
    view! {
        <figure class="chart">
            <figcaption>{sentence}</figcaption>
            <ul class="legend">{legend}</ul>
            {hidden}
            {groups}
            <details class="chart-data"><summary>{t!(lang, "chart-numbers")}</summary>{table(lang, caption, options, rows, bases)}</details>
        </figure>
    }
    .into_any()
}

/// A share in whole percent.
pub const fn percent(n: i64, base: i64) -> i64 {
    if base == 0 { 0 } else { (n * 200 + base) / (base * 2) }
}

fn legend(lang: Lang, row: &Row, base: i64) -> AnyView {
    let name = college_plain(lang, row.kind, &row.name);
    let words = if row.numbers.is_some() {
        view! { <span class="chart-n">{t!(lang, "chart-n", n = base)}</span> }.into_any()
    } else {
        view! { <span class="protected is-cell">{t!(lang, "chart-hidden")}</span> }.into_any()
    };
    view! { <li>{name}{words}</li> }.into_any()
}

fn line(row: &Row, n: i64, base: i64) -> Option<AnyView> {
    if base == 0 {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "widths on a screen")]
    let width = n as f64 * 100.0 / base as f64;
    Some(
        view! {
            <li class="chart-line"><span class=format!("college is-{} is-plain", row.kind)>{sign(row.kind.as_str())}</span>
                <svg class="bar" width="100%" height="18"><rect class=format!("bar-{}", row.kind) width=format!("{width:.2}%") height="100%"></rect></svg>
                <span class="chart-value">{format!("{}\u{a0}%", percent(n, base))}</span></li>
        }
        .into_any(),
    )
}

/// Options down, colleges across: it stays narrow however many options there are.
fn table(lang: Lang, caption: String, options: &[String], rows: &[Row], bases: &[i64]) -> AnyView {
    let head = rows.iter().map(|row| view! { <th scope="col" class="num">{college_name(lang, row.kind, &row.name)}</th> }).collect_view();
    let hidden = || view! { <td class="num"><span class="protected is-cell">{t!(lang, "chart-hidden")}</span></td> }.into_any();
    let body = options
        .iter()
        .enumerate()
        .map(|(at, option)| {
            let cells = rows
                .iter()
                .zip(bases)
                .map(|(row, base)| match row.numbers.as_ref().and_then(|numbers| numbers.get(at)) {
                    Some(n) => view! { <td class="num">{format!("{n} ({}\u{a0}%)", percent(*n, *base))}</td> }.into_any(),
                    None => hidden(),
                })
                .collect_view();
            view! { <tr><th scope="row">{option.clone()}</th>{cells}</tr> }
        })
        .collect_view();
    let answered = rows
        .iter()
        .zip(bases)
        .map(|(row, base)| if row.numbers.is_some() { view! { <td class="num">{*base}</td> }.into_any() } else { hidden() })
        .collect_view();
    let label = caption.clone();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            <table class="table"><caption>{caption}</caption>
                <thead><tr><th scope="col">{t!(lang, "chart-option")}</th>{head}</tr></thead>
                <tbody>{body}<tr><th scope="row">{t!(lang, "chart-answered")}</th>{answered}</tr></tbody>
            </table>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    #[test]
    fn rounds_to_the_nearest_percent() {
        assert_eq!(super::percent(1, 3), 33);
        assert_eq!(super::percent(2, 3), 67);
        assert_eq!(super::percent(1, 2), 50);
        assert_eq!(super::percent(1, 200), 1);
        assert_eq!(super::percent(3, 0), 0);
    }
}
