//! Charts by college: a sentence, bars drawn by the server, and the numbers as a table (DESIGN rule 10).

use domain::{college::CollegeKind, lang::LangText};
use leptos::prelude::*;

use crate::{
    i18n::{Lang, t},
    ui::{college_name, college_plain, sign},
};

/// One part of a bar: what it means and how it is drawn (`for`, `reservation`, `against`, `abstain`, `none`, `1`…`5`).
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub class: &'static str,
    pub words: String,
}

/// One college: a number for each part, or nothing when the group is too small to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub kind: CollegeKind,
    pub name: LangText,
    pub numbers: Option<Vec<i64>>,
}

const fn texture(class: &str) -> Option<&'static str> {
    match class.as_bytes() {
        b"against" | b"1" => Some("url(#tex-lines)"),
        b"2" => Some("url(#tex-wide)"),
        b"abstain" | b"4" => Some("url(#tex-dots)"),
        b"5" | b"reservation" => Some("url(#tex-cross)"),
        _ => None,
    }
}

/// The patterns, once on each page that has charts.
pub fn patterns() -> impl IntoView {
    view! {
        <svg class="chart-defs" aria-hidden="true" width="0" height="0" inner_html=r#"<defs><pattern id="tex-lines" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v6"/></pattern><pattern id="tex-wide" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v9"/></pattern><pattern id="tex-dots" width="7" height="7" patternUnits="userSpaceOnUse"><circle cx="3.5" cy="3.5" r="1.2"/></pattern><pattern id="tex-cross" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v7M0 0h7"/></pattern></defs>"#></svg>
    }
}

/// Whole percentages that add up to 100 (largest remainder), or zeros when there is nothing to share.
pub fn percentages(numbers: &[i64]) -> Vec<i64> {
    let total: i64 = numbers.iter().sum();
    if total == 0 {
        return vec![0; numbers.len()];
    }
    let mut shares: Vec<i64> = numbers.iter().map(|n| n * 100 / total).collect();
    let mut by_remainder: Vec<usize> = (0..numbers.len()).collect();
    by_remainder.sort_by_key(|&i| std::cmp::Reverse(numbers[i] * 100 % total));
    let missing = usize::try_from(100 - shares.iter().sum::<i64>()).unwrap_or(0);
    for &i in by_remainder.iter().take(missing) {
        shares[i] += 1;
    }
    shares
}

/// Stacked bars, a row per college. `diverging` puts the middle of the middle part at the centre, or where there is none (an even
/// number of parts) the middle of them all.
pub fn stacked(lang: Lang, sentence: String, caption: String, parts: &[Part], rows: &[Row], diverging: bool, threshold: i64) -> AnyView {
    let legend = parts
        .iter()
        .map(|part| {
            let texture = texture(part.class).map(|fill| view! { <rect class="bar-tex" fill=fill></rect> });
            view! { <li><svg class="swatch"><rect class=format!("bar-{}", part.class)></rect>{texture}</svg>{part.words.clone()}</li> }
        })
        .collect_view();
    let bars = rows.iter().map(|row| bar(lang, parts, row, diverging, threshold)).collect_view();
    view! {
        <figure class="chart">
            <figcaption>{sentence}</figcaption>
            <ul class="legend" aria-hidden="true">{legend}</ul>
            {bars}
            <details class="chart-data"><summary>{t!(lang, "chart-numbers")}</summary>{table(lang, caption, parts, rows)}</details>
        </figure>
    }
    .into_any()
}

fn bar(lang: Lang, parts: &[Part], row: &Row, diverging: bool, threshold: i64) -> AnyView {
    let label = college_plain(lang, row.kind, &row.name);
    let Some(numbers) = &row.numbers else {
        return view! {
            <div class="chart-row"><p class="chart-label">{label}</p>
                <p class="protected">{sign("lock")}{t!(lang, "chart-protected", n = threshold)}</p></div>
        }
        .into_any();
    };
    let total: i64 = numbers.iter().sum();
    #[expect(clippy::cast_precision_loss, reason = "widths on a screen")]
    let share = |n: i64| if total == 0 { 0.0 } else { n as f64 * 100.0 / total as f64 };
    let scale = if diverging { 0.5 } else { 1.0 };
    let mut x = if diverging && !numbers.is_empty() {
        let middle = numbers.len() / 2;
        let half_of_middle = if numbers.len() % 2 == 1 { share(numbers[middle]) / 2.0 } else { 0.0 };
        50.0 - scale * (numbers[..middle].iter().map(|n| share(*n)).sum::<f64>() + half_of_middle)
    } else {
        0.0
    };
    let percent = percentages(numbers);
    // The numbers come last: the axis must not strike them through.
    let (shapes, values): (Vec<_>, Vec<_>) = parts
        .iter()
        .zip(numbers)
        .zip(percent)
        .filter(|((_, n), _)| **n > 0)
        .map(|((part, n), percent)| {
            let (start, width) = (x, scale * share(*n));
            x += width;
            let texture = texture(part.class).map(|fill| {
                view! { <rect class="bar-tex" fill=fill x=format!("{start:.2}%") width=format!("{width:.2}%") height="100%"></rect> }
            });
            let value = (width >= 8.0).then(|| {
                let narrow = if width < 15.0 { " is-narrow" } else { "" };
                let class = format!("bar-value on-{}{narrow}", part.class);
                view! { <text class=class x=format!("{:.2}%", start + width / 2.0) y="50%">{format!("{percent} %")}</text> }
            });
            let shape = view! {
                <rect class=format!("bar-{}", part.class) x=format!("{start:.2}%") width=format!("{width:.2}%") height="100%"></rect>
                {texture}
            };
            (shape, value)
        })
        .unzip();
    // Who has not answered is part of the bar and not of the answers.
    let answers: i64 = parts.iter().zip(numbers).filter(|(part, _)| part.class != "none").map(|(_, n)| n).sum();
    let axis = diverging.then(|| view! { <line class="bar-axis" x1="50%" x2="50%" y1="0" y2="100%"></line> });
    view! {
        <div class="chart-row">
            <p class="chart-label">{label} " " <span class="chart-n">{t!(lang, "chart-n", n = answers)}</span></p>
            <svg class="bar" width="100%" height="40" aria-hidden="true">{shapes}{axis}{values}</svg>
        </div>
    }
    .into_any()
}

/// The numbers of a chart.
pub fn table(lang: Lang, caption: String, parts: &[Part], rows: &[Row]) -> AnyView {
    let head = parts.iter().map(|part| view! { <th scope="col" class="num">{part.words.clone()}</th> }).collect_view();
    let body = rows
        .iter()
        .map(|row| {
            let cells = match &row.numbers {
                Some(numbers) => numbers.iter().map(|n| view! { <td class="num">{*n}</td> }).collect_view().into_any(),
                None => parts
                    .iter()
                    .map(|_| view! { <td class="num"><span class="protected is-cell">{t!(lang, "chart-hidden")}</span></td> })
                    .collect_view()
                    .into_any(),
            };
            view! { <tr><th scope="row">{college_name(lang, row.kind, &row.name)}</th>{cells}</tr> }
        })
        .collect_view();
    let label = caption.clone();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            <table class="table"><caption>{caption}</caption>
                <thead><tr><th scope="col">{t!(lang, "college")}</th>{head}</tr></thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn thirds_add_up() {
        assert_eq!(percentages(&[1, 1, 1]), [34, 33, 33]);
        assert_eq!(percentages(&[0, 0]), [0, 0]);
    }

    proptest! {
        #[test]
        fn percentages_add_up_to_100(numbers in prop::collection::vec(0i64..10_000, 1..8)) {
            let total: i64 = numbers.iter().sum();
            prop_assert_eq!(percentages(&numbers).iter().sum::<i64>(), if total == 0 { 0 } else { 100 });
        }
    }
}
