//! Votes as people see them: college by college, then all together, then what the numbers say.

use domain::{
    id::ProposalId,
    lang::LangText,
    privacy::SCREEN_THRESHOLD,
    proposals::{Choice, Meeting, Tally, gap, meeting},
    round::Outcome,
};
use leptos::prelude::*;
use store::{process::College, proposals::Count};

use super::vote::{VoteButtons, Words};
use crate::{
    i18n::{Lang, t},
    ui::{
        chart::{Part, Row, stacked},
        college_name, college_plain, sign,
    },
};

/// The tally of each college, in the order of the colleges.
pub fn tallies(colleges: &[College], counts: &[Count], proposal: ProposalId) -> Vec<Tally> {
    colleges
        .iter()
        .map(|college| {
            let mut tally = Tally::default();
            for count in counts.iter().filter(|count| count.proposal_id == proposal && count.college_id == college.id) {
                tally.add(count.choice, count.n);
            }
            tally
        })
        .collect()
}

const fn mark(choice: Choice) -> &'static str {
    choice.as_str()
}

fn numbers(lang: Lang, tally: Tally) -> AnyView {
    Choice::ALL
        .iter()
        .map(|choice| {
            let words = lang.of("vote-count", choice.as_str());
            view! { <li class=format!("is-{choice}")>{sign(mark(*choice))}<strong>{tally.of(*choice)}</strong>" "{words}</li> }
        })
        .collect_view()
        .into_any()
}

/// Short, for lists: a line per college that has voted, then the total.
pub fn short(lang: Lang, colleges: &[College], tallies: &[Tally]) -> AnyView {
    let total: Tally = tallies.iter().copied().sum();
    if total.total() == 0 {
        return view! { <p class="small">{t!(lang, "vote-none")}</p> }.into_any();
    }
    let lines = colleges
        .iter()
        .zip(tallies)
        .filter(|(_, tally)| tally.total() > 0)
        .map(|(college, tally)| {
            view! { <ul class="tally"><li class="tally-name">{college_plain(lang, college.kind, &college.name)}</li>{numbers(lang, *tally)}</ul> }
        })
        .collect_view();
    view! { <div class="tallies">{lines}{sum(lang, total)}</div> }.into_any()
}

fn sum(lang: Lang, total: Tally) -> AnyView {
    view! { <ul class="tally"><li class="tally-name"><strong>{t!(lang, "vote-total")}</strong></li>{numbers(lang, total)}</ul> }.into_any()
}

/// Bars college by college, the total after them.
pub fn chart(lang: Lang, title: &str, colleges: &[College], tallies: &[Tally]) -> AnyView {
    let parts: Vec<Part> =
        Choice::ALL.iter().map(|choice| Part { class: mark(*choice), words: lang.of("vote-choice", choice.as_str()) }).collect();
    let rows: Vec<Row> = colleges
        .iter()
        .zip(tallies)
        .map(|(college, tally)| Row { kind: college.kind, name: college.name.clone(), numbers: Some(tally.numbers()) })
        .collect();
    let caption = t!(lang, "vote-table", title = title);
    view! {
        <div class="stack">
            {stacked(lang, sentence(lang, colleges, tallies), caption, &parts, &rows, false, SCREEN_THRESHOLD)}
            {sum(lang, tallies.iter().copied().sum())}
        </div>
    }
    .into_any()
}

/// What the numbers say about the publics.
pub fn sentence(lang: Lang, colleges: &[College], tallies: &[Tally]) -> String {
    if tallies.iter().all(|tally| tally.total() == 0) {
        return t!(lang, "vote-none");
    }
    let meeting = meeting(tallies);
    let words = lang.of("vote-meeting", meeting.as_str());
    match (meeting, distance(lang, colleges, tallies)) {
        (Meeting::Unknown, _) | (_, None) => words,
        (_, Some(distance)) => format!("{words} {distance}"),
    }
}

/// The two colleges that are farthest apart, in numbers.
pub fn distance(lang: Lang, colleges: &[College], tallies: &[Tally]) -> Option<String> {
    let gap = gap(tallies)?;
    let name = |i: usize| colleges.get(i).map_or_else(String::new, |college| college_name(lang, college.kind, &college.name));
    let (high, low) = (whole(gap.high), whole(gap.low));
    if high == low {
        return Some(t!(lang, "vote-same", share = high));
    }
    Some(t!(lang, "vote-gap", most = name(gap.most), high = high, least = name(gap.least), low = low, points = high - low))
}

/// To the nearest whole number: people read per cents, not decimals.
#[expect(clippy::cast_possible_truncation, reason = "a share lies between 0 and 100")]
pub fn whole(share: f64) -> i64 {
    share.round() as i64
}

/// The vote buttons, or one's own vote once the round is over. `hint` says what voting means, unless the page does.
pub fn my_vote(lang: Lang, proposal: ProposalId, current: Option<Choice>, open: bool, hint: String) -> Option<AnyView> {
    if open {
        let words = Words {
            legend: t!(lang, "vote-legend"),
            hint,
            choices: [Choice::For, Choice::Against, Choice::Abstain].map(|choice| lang.of("vote-choice", choice.as_str())),
            yours: t!(lang, "vote-yours"),
            saved: t!(lang, "vote-saved"),
            failed: t!(lang, "vote-failed"),
        };
        return Some(view! { <VoteButtons proposal current words/> }.into_any());
    }
    let choice = current?;
    let words = lang.of("vote-choice", choice.as_str());
    Some(
        view! {
            <ul class="tally"><li class=format!("is-{choice}")>{sign(mark(choice))}{t!(lang, "vote-mine")}" "<strong>{words}</strong></li></ul>
        }
        .into_any(),
    )
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
