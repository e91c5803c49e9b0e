//! Opinion groups: people who vote alike, whatever college they are in. Shown only when they would be found again.

use domain::{
    college::CollegeKind,
    comments::Subject,
    id::ProposalId,
    lang::LangText,
    opinions::{Count, ENOUGH_ANSWERS, Findings, Group, MIN_GROUP, MIN_PEOPLE, Representative, Shown, Side},
    privacy::SCREEN_THRESHOLD,
    proposals::Choice,
};
use leptos::prelude::*;

use super::{
    agreement::{Voted, parts},
    choice_word,
    poll::Poll,
};
use crate::{
    i18n::{Lang, t},
    ui::{
        chart::{Row, stacked},
        notice,
    },
};

/// One's own votes; nothing for whoever does not take part.
type Mine<'a> = Option<&'a [(ProposalId, Choice)]>;

pub fn view(poll: &Poll<'_>, voted: &[Voted], findings: Option<&Findings>, mine: Mine) -> AnyView {
    let lang = poll.visit.lang;
    let body = match findings {
        None => view! { <p>{t!(lang, "groups-not-yet")}</p> }.into_any(),
        Some(found) if found.shown == Shown::Yes => shown(poll, voted, found, mine),
        Some(found) => notice("info", why_not(lang, found)),
    };
    view! {
        <section class="stack" aria-labelledby="groups">
            <h2 id="groups">{t!(lang, "groups-title")}</h2>
            <p>{t!(lang, "groups-lead")}</p>
            {body}
        </section>
    }
    .into_any()
}

fn why_not(lang: Lang, found: &Findings) -> String {
    match found.shown {
        Shown::Few => t!(lang, "groups-few", n = found.counted, most = MIN_PEOPLE, votes = ENOUGH_ANSWERS.min(found.statements.len())),
        Shown::Alike => t!(lang, "groups-alike"),
        Shown::Small => t!(lang, "groups-small", n = MIN_GROUP),
        Shown::Unstable | Shown::Yes => t!(lang, "groups-unstable", score = percent(found.stability)),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a share lies between −1 and 1")]
fn percent(share: f64) -> i64 {
    (share * 100.0).round() as i64
}

/// Groups are called A, B, C…, the largest first.
fn name(lang: Lang, group: usize) -> String {
    let letter = u8::try_from(group).map_or('?', |group| char::from(b'A' + group));
    t!(lang, "groups-name", letter = letter.to_string())
}

fn shown(poll: &Poll<'_>, voted: &[Voted], found: &Findings, mine: Mine) -> AnyView {
    let lang = poll.visit.lang;
    let groups: Vec<_> = (0..found.groups.len()).map(|group| one(poll, voted, found, group, mine)).collect();
    view! {
        <p>{t!(lang, "groups-sum", people = found.counted, n = found.groups.len(), score = percent(found.stability))}</p>
        {mine.map(|mine| place(lang, found, mine))}
        {groups}
        <p class="small">{t!(lang, "groups-how")}</p>
    }
    .into_any()
}

/// Where one sits oneself: worked out from one's own votes, now, for oneself alone.
fn place(lang: Lang, found: &Findings, mine: &[(ProposalId, Choice)]) -> AnyView {
    let words = match found.place(mine) {
        Some(group) => t!(lang, "groups-mine", group = name(lang, group)),
        None => t!(lang, "groups-mine-few", n = ENOUGH_ANSWERS.min(found.statements.len())),
    };
    notice("info", view! { <strong>{t!(lang, "groups-where")}</strong> " " {words} " " {t!(lang, "groups-only-you")} })
}

fn one(poll: &Poll<'_>, voted: &[Voted], found: &Findings, group: usize, mine: Mine) -> AnyView {
    let lang = poll.visit.lang;
    let Some(this) = found.groups.get(group) else { return ().into_any() };
    let items: Vec<_> = this.speaks.iter().filter_map(|speaks| speaking(poll, voted, found, group, speaks, mine)).collect();
    let (id, label) = (format!("group-{group}"), format!("group-{group}"));
    view! {
        <section class="stack" aria-labelledby=label>
            <h3 id=id>{t!(lang, "groups-heading", group = name(lang, group), n = this.size)}</h3>
            <ul class="items">{items}</ul>
        </section>
    }
    .into_any()
}

/// A statement that speaks for a group. One that moderation has hidden since is not named.
fn speaking(poll: &Poll<'_>, voted: &[Voted], found: &Findings, group: usize, speaks: &Representative, mine: Mine) -> Option<AnyView> {
    let lang = poll.visit.lang;
    let id = *found.statements.get(speaks.statement)?;
    let title = voted.iter().find(|one| one.id == id)?.title.clone();
    let others = found.others(group, speaks.statement);
    let side = speaks.side;
    let (n, seen, other_n, other_seen) = (speaks.n, speaks.seen, others.of(side), others.seen);
    let words = match side {
        Side::Agree => t!(lang, "groups-speaks-for", n = n, seen = seen, others = other_n, all = other_seen),
        Side::Disagree => t!(lang, "groups-speaks-against", n = n, seen = seen, others = other_n, all = other_seen),
    };
    let own = mine.map(|mine| match mine.iter().find(|(other, _)| *other == id) {
        Some((_, choice)) => format!("{} {}", t!(lang, "vote-mine"), choice_word(lang, *choice)),
        None => t!(lang, "groups-no-vote"),
    });
    let rows: Vec<Row> = found.groups.iter().enumerate().map(|(i, other)| row(lang, i, other, speaks.statement)).collect();
    Some(
        view! {
            <li class="item">
                <h4 dir="auto"><a href=Subject::Proposal(id).path()>{title.clone()}</a></h4>
                {own.map(|words| view! { <p class="meta"><span>{words}</span></p> })}
                {stacked(lang, words, t!(lang, "groups-table", title = title), &parts(poll), &rows, false, SCREEN_THRESHOLD)}
            </li>
        }
        .into_any(),
    )
}

fn row(lang: Lang, place: usize, group: &Group, statement: usize) -> Row {
    let count = group.counts.get(statement).copied().unwrap_or_default();
    let Count { agree, disagree, seen } = count;
    let size = i64::try_from(group.size).unwrap_or(i64::MAX);
    let numbers = vec![agree, disagree, count.pass(), (size - seen).max(0)];
    Row { kind: CollegeKind::Other, name: LangText::of(lang.tag(), name(lang, place)), numbers: Some(numbers) }
}
