//! Where the publics agree: the declared ones first, then the groups that votes alone show.

use domain::{
    Refusal,
    access::Act,
    college::CollegeKind,
    comments::Subject,
    id::{ProposalId, RoundId},
    lang::LangText,
    opinions::{Side, has_groups},
    privacy::SCREEN_THRESHOLD,
    proposals::{MIN_VOTES, Meeting, Publics, Rules, Tally, consensus_of_all, meeting, publics, voting},
    round::RoundKind,
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::proposals::Tallied;

use super::{
    groups,
    picture::{class, word},
    poll::Poll,
    tally,
};
use crate::{
    i18n::{Lang, t},
    process::round::{load, path},
    ui::{
        chart::{Part, Row, patterns, stacked},
        college_name, crumbs, empty, notice, page,
        page::param,
    },
};

/// A proposal with what each college voted.
pub struct Voted {
    pub id: ProposalId,
    pub title: String,
    pub tallies: Vec<Tally>,
}

/// Leads from the results of a round to this page, where its way of voting lets publics be compared.
pub fn link(lang: Lang, round: RoundId, rules: &Rules) -> Option<AnyView> {
    has_groups(rules).then(|| {
        view! { <p class="actions"><a class="button is-secondary" href=format!("/r/{round}/agreement")>{t!(lang, "accord-link")}</a></p> }.into_any()
    })
}

#[component]
pub fn AgreementPage() -> impl IntoView {
    let id = param::<RoundId>("round");
    page(move |visit| async move {
        let id = id?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let (entry, round, process) = load(&visit, &mut c, Act::AgreementPage, id).await?;
        if round.kind != RoundKind::Proposals {
            return Err(Refusal::not_found().into());
        }
        entry.calendar.must_show_results(&entry.who, visit.now)?;
        let poll = Poll::load(&visit, &mut c, &round, &entry).await?;
        if !poll.shows_to_all() {
            return Err(Refusal::conflict("results-not-published").into());
        }
        let title = t!(lang, "accord-title");
        let body = if has_groups(&poll.rules) {
            let voted = voted(&poll, store::proposals::round_tallies(&mut c, id).await?);
            let findings = store::opinions::find(&mut c, id).await?;
            let mine = match visit.account() {
                Some(account) if entry.who.college().is_ok() => Some(store::opinions::mine(&mut c, id, account).await?),
                _ => None,
            };
            view! { {declared(&poll, &voted)} {groups::view(&poll, &voted, findings.as_ref(), mine.as_deref())} }.into_any()
        } else {
            notice("info", t!(lang, "accord-other-method"))
        };
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page">
                {crumbs(lang, path(&visit, &process, Some(&round)), title.clone())}
                <header class="title-block">
                    <p class="eyebrow">{round.title.text(lang.tag()).to_owned()}</p>
                    <h1>{title}</h1>
                    <p class="lead">{t!(lang, "accord-lead")}</p>
                </header>
                {patterns()}
                {body}
                <p><a href=format!("/r/{id}/results")>{t!(lang, "accord-all")}</a></p>
            </div>
        })
    })
}

fn voted(poll: &Poll<'_>, proposals: Vec<Tallied>) -> Vec<Voted> {
    let voted = |one: Tallied| Voted { id: one.id, tallies: poll.tallies(&one.counts, one.id), title: one.title };
    proposals.into_iter().filter(|one| !one.counts.is_empty()).map(voted).collect()
}

/// The three publics side by side.
fn declared(poll: &Poll<'_>, voted: &[Voted]) -> AnyView {
    let lang = poll.visit.lang;
    if voted.iter().all(|one| one.tallies.iter().all(|tally| tally.total() == 0)) {
        return empty(t!(lang, "accord-no-votes"), t!(lang, "accord-no-votes-words"));
    }
    let tallies: Vec<Vec<Tally>> = voted.iter().map(|one| one.tallies.clone()).collect();
    if voting(&tallies) < 2 {
        return hardly(poll, voted);
    }
    let found = publics(&tallies);
    let list = |places: &[usize], none: String| {
        let items: Vec<_> = places.iter().filter_map(|i| voted.get(*i)).map(|one| item(poll, one)).collect();
        if items.is_empty() { view! { <p>{none}</p> }.into_any() } else { view! { <ul class="items">{items}</ul> }.into_any() }
    };
    view! {
        <p>{t!(lang, "accord-how", n = MIN_VOTES)}</p>
        <section class="stack" aria-labelledby="together">
            <h2 id="together">{t!(lang, "accord-together")}</h2>{list(&found.together, t!(lang, "accord-none-together"))}
        </section>
        <section class="stack" aria-labelledby="refused">
            <h2 id="refused">{t!(lang, "accord-refused")}</h2>{list(&found.refused, t!(lang, "accord-none-refused"))}
        </section>
        <section class="stack" aria-labelledby="apart">
            <h2 id="apart">{t!(lang, "accord-apart")}</h2>{list(&found.apart, t!(lang, "accord-none-apart"))}
        </section>
        {alone(poll, voted, &found)}
        {ranking(poll, voted, &found)}
    }
    .into_any()
}

/// Too few votes to compare publics: the proposals that most have voted on, and no word on who agrees with whom.
fn hardly(poll: &Poll<'_>, voted: &[Voted]) -> AnyView {
    let lang = poll.visit.lang;
    let total = |one: &Voted| one.tallies.iter().map(Tally::total).sum::<i64>();
    let mut most: Vec<&Voted> = voted.iter().collect();
    most.sort_by_key(|one| std::cmp::Reverse(total(one)));
    let items: Vec<_> = most.into_iter().take(5).map(|one| item(poll, one)).collect();
    view! {
        {notice("info", lang.of("vote-meeting", "unknown"))}
        <section class="stack" aria-labelledby="most-voted"><h2 id="most-voted">{t!(lang, "accord-most-voted")}</h2><ul class="items">{items}</ul></section>
    }
    .into_any()
}

fn item(poll: &Poll<'_>, one: &Voted) -> AnyView {
    let lang = poll.visit.lang;
    let sure = if consensus_of_all(&one.tallies, Side::Agree) {
        Some(t!(lang, "accord-sure-for"))
    } else if consensus_of_all(&one.tallies, Side::Disagree) {
        Some(t!(lang, "accord-sure-against"))
    } else {
        None
    };
    view! {
        <li class="item">
            <h3 dir="auto"><a href=Subject::Proposal(one.id).path()>{one.title.clone()}</a></h3>
            {sure.map(|words| view! { <p><strong>{words}</strong></p> })}
            {bars(poll, one)}
        </li>
    }
    .into_any()
}

/// The four parts of a bar: three answers, and who has given none.
pub fn parts(poll: &Poll<'_>) -> Vec<Part> {
    let lang = poll.visit.lang;
    let mut parts: Vec<Part> =
        poll.rules.choices().iter().map(|choice| Part { class: class(*choice), words: word(lang, *choice) }).collect();
    parts.push(Part { class: "none", words: t!(lang, "accord-not-voted") });
    parts
}

/// A bar for each public, then one for all of them; who has not voted is part of it.
fn bars(poll: &Poll<'_>, one: &Voted) -> AnyView {
    let (lang, colleges) = (poll.visit.lang, &poll.colleges);
    let silent = |members: i64, tally: &Tally| (members - tally.total()).max(0);
    let with = |tally: &Tally, silent: i64| Some(tally.numbers().into_iter().chain([silent]).collect());
    let mut rows: Vec<Row> = colleges
        .iter()
        .zip(&one.tallies)
        .map(|(college, tally)| Row {
            kind: college.kind,
            name: college.name.clone(),
            numbers: with(tally, silent(college.members, tally)),
        })
        .collect();
    let all: Tally = one.tallies.iter().copied().sum();
    let nobody = colleges.iter().zip(&one.tallies).map(|(college, tally)| silent(college.members, tally)).sum();
    rows.push(Row { kind: CollegeKind::Other, name: LangText::of(lang.tag(), t!(lang, "accord-everybody")), numbers: with(&all, nobody) });
    // That there are too few votes to compare is said once, above the list.
    let sentence = match meeting(&one.tallies) {
        Meeting::Unknown => t!(lang, "accord-votes", n = all.total()),
        _ => tally::sentence(lang, poll.rules.method, colleges, &one.tallies),
    };
    stacked(lang, sentence, t!(lang, "vote-table", title = one.title.clone()), &parts(poll), &rows, false, SCREEN_THRESHOLD)
}

/// What one public wants and the others do not.
fn alone(poll: &Poll<'_>, voted: &[Voted], found: &Publics) -> AnyView {
    let (lang, colleges) = (poll.visit.lang, &poll.colleges);
    let items: Vec<_> = found
        .alone
        .iter()
        .filter_map(|one| {
            let (proposal, college) = (voted.get(one.proposal)?, colleges.get(one.college)?);
            let name = college_name(lang, college.kind, &college.name);
            let words = t!(lang, "accord-alone-words", college = name, share = tally::whole(one.share), next = tally::whole(one.next));
            Some(view! { <li><a href=Subject::Proposal(proposal.id).path() dir="auto">{proposal.title.clone()}</a><br/>{words}</li> })
        })
        .collect();
    let list = if items.is_empty() {
        view! { <p>{t!(lang, "accord-none-alone")}</p> }.into_any()
    } else {
        view! { <ul class="prose">{items}</ul> }.into_any()
    };
    view! { <section class="stack" aria-labelledby="alone"><h2 id="alone">{t!(lang, "accord-alone")}</h2>{list}</section> }.into_any()
}

/// The proposals that most likely suit somebody of every public.
fn ranking(poll: &Poll<'_>, voted: &[Voted], found: &Publics) -> Option<AnyView> {
    let (lang, colleges) = (poll.visit.lang, &poll.colleges);
    if found.ranked.is_empty() {
        return None;
    }
    let head = colleges
        .iter()
        .map(|college| view! { <th scope="col" class="num">{college_name(lang, college.kind, &college.name)}</th> })
        .collect_view();
    let rows: Vec<_> = found
        .ranked
        .iter()
        .filter_map(|(i, product)| {
            let one = voted.get(*i)?;
            let cells = one
                .tallies
                .iter()
                .map(|tally| {
                    let share = tally.share_for().filter(|_| tally.total() >= MIN_VOTES);
                    view! { <td class="num">{share.map_or_else(|| "–".to_owned(), |share| format!("{}\u{a0}%", tally::whole(share)))}</td> }
                })
                .collect_view();
            Some(view! {
                <tr><th scope="row" dir="auto"><a href=Subject::Proposal(one.id).path()>{one.title.clone()}</a></th>{cells}
                    <td class="num">{tally::whole(product * 100.0)}</td></tr>
            })
        })
        .collect();
    let label = t!(lang, "accord-ranking");
    Some(
        view! {
            <section class="stack" aria-labelledby="ranking">
                <h2 id="ranking">{t!(lang, "accord-ranking")}</h2>
                <p>{t!(lang, "accord-ranking-words")}</p>
                <div class="scroll" tabindex="0" role="region" aria-label=label>
                    <table class="table">
                        <caption>{t!(lang, "accord-ranking-caption")}</caption>
                        <thead><tr><th scope="col">{t!(lang, "proposal")}</th>{head}<th scope="col" class="num">{t!(lang, "accord-points")}</th></tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        }
        .into_any(),
    )
}
