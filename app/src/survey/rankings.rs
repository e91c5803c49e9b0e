//! The picture of a ranking: points after Borda and first choices, college by college.

use domain::{
    privacy::SCREEN_THRESHOLD,
    survey::{
        Choice,
        ranking::{Place, Ranking, ranking},
    },
};
use leptos::prelude::*;
use store::process::College;

use super::{results::Board, sentence};
use crate::{
    i18n::{Lang, t},
    ui::{bars::percent, college_name, college_plain, sign},
};

/// A college, and how it ranked; nothing where it is hidden or ranked nothing.
struct Ranked<'b> {
    college: &'b College,
    shown: bool,
    ranking: Option<Ranking>,
}

pub fn picture(board: &Board, key: &str, options: &[Choice]) -> AnyView {
    let lang = board.lang;
    let colleges: Vec<Ranked> = board
        .colleges
        .iter()
        .zip(&board.shown)
        .map(|(college, shown)| {
            let shown = board.may_show(key, (college, shown));
            Ranked { college, shown, ranking: shown.then(|| of_college(board, key, options, college)).flatten() }
        })
        .collect();
    let hidden = colleges
        .iter()
        .any(|one| !one.shown)
        .then(|| view! { <p class="protected">{sign("lock")}{t!(lang, "chart-protected", n = SCREEN_THRESHOLD)}</p> });
    let most = options.len().saturating_sub(1).max(1);
    let bars = options
        .iter()
        .map(|option| {
            let lines = colleges.iter().filter_map(|one| line(lang, one, &option.code, most)).collect_view();
            let label = option.label.text(lang.tag()).to_owned();
            view! { <div class="chart-row" aria-hidden="true"><p class="chart-label">{label}</p><ul class="chart-group">{lines}</ul></div> }
        })
        .collect_view();
    let tables = colleges.iter().filter_map(|one| table(lang, one, options)).collect_view();
    view! {
        <figure class="chart">
            <figcaption>{favourites(lang, &colleges, options)}</figcaption>
            <ul class="legend">{colleges.iter().map(|one| legend(lang, one)).collect_view()}</ul>
            {hidden}
            {bars}
            <p class="small">{t!(lang, "ranking-points", most = most)}</p>
            <details class="chart-data"><summary>{t!(lang, "chart-numbers")}</summary>{tables}</details>
        </figure>
    }
    .into_any()
}

fn of_college(board: &Board, key: &str, options: &[Choice], college: &College) -> Option<Ranking> {
    let codes: Vec<String> = options.iter().map(|option| option.code.clone()).collect();
    let ranks = 1..=codes.len();
    let keys = codes.iter().flat_map(|code| ranks.clone().map(move |rank| format!("{code}:{rank}")));
    let tallies: Vec<(String, i64)> = keys.map(|option| (option.clone(), board.count(key, &option, college))).collect();
    ranking(&codes, tallies)
}

/// "En tête : « Crèche » pour les familles (2,4 points ; premier choix de 40 %)…"
fn favourites(lang: Lang, colleges: &[Ranked], options: &[Choice]) -> String {
    let words = |place: &Place| options.iter().find(|option| option.code == place.code).map(|option| option.label.text(lang.tag()));
    let clauses: Vec<String> = colleges
        .iter()
        .filter_map(|one| {
            let ranking = one.ranking.as_ref()?;
            let tops: Vec<&Place> = ranking.places.iter().filter(|place| place.place == 1).collect();
            let first = tops.first()?;
            let name = college_name(lang, one.college.kind, &one.college.name);
            let names: Vec<&str> = tops.iter().filter_map(|place| words(place)).collect();
            let mean = sentence::decimal(lang, mean(first, ranking));
            let chosen: i64 = tops.iter().map(|place| place.first()).sum();
            Some(t!(
                lang,
                "ranking-clause",
                kind = one.college.kind.as_str(),
                college = name,
                options = sentence::quoted(lang, &names),
                mean = mean,
                first = percent(chosen, ranking.n)
            ))
        })
        .collect();
    t!(lang, "ranking-sentence", clauses = clauses.join(", "))
}

#[expect(clippy::cast_precision_loss, reason = "means shown with one decimal")]
fn mean(place: &Place, ranking: &Ranking) -> f64 {
    place.points / ranking.n as f64
}

fn legend(lang: Lang, one: &Ranked) -> AnyView {
    let name = college_plain(lang, one.college.kind, &one.college.name);
    let words = if one.shown {
        view! { <span class="chart-n">{t!(lang, "chart-n", n = one.ranking.as_ref().map_or(0, |ranking| ranking.n))}</span> }.into_any()
    } else {
        view! { <span class="protected is-cell">{t!(lang, "chart-hidden")}</span> }.into_any()
    };
    view! { <li>{name}{words}</li> }.into_any()
}

fn line(lang: Lang, one: &Ranked, code: &str, most: usize) -> Option<AnyView> {
    let ranking = one.ranking.as_ref()?;
    let place = ranking.places.iter().find(|place| place.code == code)?;
    let (kind, mean) = (one.college.kind, mean(place, ranking));
    #[expect(clippy::cast_precision_loss, reason = "widths on a screen")]
    let width = mean * 100.0 / most as f64;
    Some(
        view! {
            <li class="chart-line"><span class=format!("college is-{kind} is-plain")>{sign(kind.as_str())}</span>
                <svg class="bar" width="100%" height="18"><rect class=format!("bar-{kind}") width=format!("{width:.2}%") height="100%"></rect></svg>
                <span class="chart-value">{sentence::decimal(lang, mean)}</span></li>
        }
        .into_any(),
    )
}

/// One table for each college, in the order in which it ranked: side by side they would not fit a phone.
fn table(lang: Lang, one: &Ranked, options: &[Choice]) -> Option<AnyView> {
    let ranking = one.ranking.as_ref()?;
    let name = college_name(lang, one.college.kind, &one.college.name);
    let caption = t!(lang, "ranking-caption", college = name, n = ranking.n);
    let label = caption.clone();
    let rows = ranking
        .places
        .iter()
        .map(|place| {
            let words = options.iter().find(|option| option.code == place.code).map(|option| option.label.text(lang.tag()).to_owned());
            let first = format!("{} ({}\u{a0}%)", place.first(), percent(place.first(), ranking.n));
            view! {
                <tr><th scope="row">{words}</th><td class="num">{place.place}</td><td class="num">{sentence::decimal(lang, place.points)}</td>
                    <td class="num">{sentence::decimal(lang, mean(place, ranking))}</td><td class="num">{first}</td><td class="num">{place.n}</td></tr>
            }
        })
        .collect_view();
    let head = ["place", "sum", "mean", "first", "ranked"]
        .map(|column| view! { <th scope="col" class="num">{lang.of("ranking-column", column)}</th> });
    Some(
        view! {
            <div class="scroll" tabindex="0" role="region" aria-label=label>
                <table class="table"><caption>{caption}</caption>
                    <thead><tr><th scope="col">{t!(lang, "chart-option")}</th>{head.collect_view()}</tr></thead><tbody>{rows}</tbody></table>
            </div>
        }
        .into_any(),
    )
}
