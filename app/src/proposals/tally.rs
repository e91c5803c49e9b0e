//! What votes for and against say of the publics, in sentences.

use domain::{
    lang::LangText,
    proposals::{Meeting, Method, Tally, gap, meeting},
    round::Outcome,
};
use leptos::prelude::*;
use store::process::College;

use crate::{
    i18n::{Lang, t},
    ui::{college_name, sign},
};

/// What the numbers say about the publics.
pub fn sentence(lang: Lang, method: Method, colleges: &[College], tallies: &[Tally]) -> String {
    if tallies.iter().all(|tally| tally.total() == 0) {
        return t!(lang, "vote-none");
    }
    let meeting = meeting(tallies);
    let words =
        if method == Method::Agree { lang.of("agree-meeting", meeting.as_str()) } else { lang.of("vote-meeting", meeting.as_str()) };
    match (meeting, distance(lang, method, colleges, tallies)) {
        (Meeting::Unknown, _) | (_, None) => words,
        (_, Some(distance)) => format!("{words} {distance}"),
    }
}

/// The two colleges that are farthest apart, in numbers.
pub fn distance(lang: Lang, method: Method, colleges: &[College], tallies: &[Tally]) -> Option<String> {
    let gap = gap(tallies)?;
    let name = |i: usize| colleges.get(i).map_or_else(String::new, |college| college_name(lang, college.kind, &college.name));
    let (high, low) = (whole(gap.high), whole(gap.low));
    if high == low {
        return Some(t!(lang, "vote-same", share = high, word = method.as_str()));
    }
    let (most, least) = (name(gap.most), name(gap.least));
    Some(t!(lang, "vote-gap", most = most, high = high, least = least, low = low, points = high - low, word = method.as_str()))
}

/// To the nearest whole number: people read per cents, not decimals.
#[expect(clippy::cast_possible_truncation, reason = "a share lies between 0 and 100")]
pub fn whole(share: f64) -> i64 {
    share.round() as i64
}

/// The college of an author, from a row that joins it.
pub fn author(lang: Lang, name: &str, kind: domain::college::CollegeKind, college: &LangText) -> AnyView {
    view! { <span class="author" dir="auto">{name.to_owned()}</span>" "{crate::ui::college(lang, kind, college)} }.into_any()
}

/// An answer in two words, for lists; its reason stands on the page of what it answers.
pub fn verdict(lang: Lang, outcome: Outcome) -> AnyView {
    let mark = if outcome == Outcome::Retained {
        "success"
    } else if outcome == Outcome::Partly {
        "partly"
    } else {
        "not-met"
    };
    view! { {sign(mark)}" "{lang.of("outcome", outcome.as_str())} }.into_any()
}
