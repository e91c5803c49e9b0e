//! The proposals of a round, and the form for a new one.

use domain::{
    access::Act,
    comments::Subject,
    id::TerritoryId,
    proposals::{PAGE, Sort, Way, filter::Answer},
    round::State,
};
use leptos::prelude::*;
use store::{
    Conn,
    process::College,
    proposals::{
        Count, Proposal,
        idea::{Choices, PLACES},
    },
    round::{Entry, Round},
};

use super::{
    address::{Asked, asked},
    ballot, form,
    paging::{page, pagination},
    poll::Poll,
    tally,
};
use crate::{
    AppError,
    i18n::{Lang, t},
    ui::{
        college_name,
        date::day_view,
        empty, notice,
        page::{encode, islands},
        sign,
    },
    visit::Visit,
};

/// What a person sees and does in the round: shown under the round's own title.
pub async fn take_part(visit: &Visit, c: &mut Conn, round: &Round, entry: &Entry) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    let state = entry.calendar.state(visit.now);
    if matches!(state, State::Draft | State::Announced) {
        return Ok(notice("info", t!(lang, "proposals-soon")));
    }
    let poll = Poll::load(visit, c, round, entry).await?;
    let sorts_offered = poll.sorts();
    let mut asked = asked(visit, sorts_offered.contains(&Sort::Support));
    asked.sort = poll.sort(asked.sort);
    let page = page(visit);
    let (account, filter) = (visit.account(), &asked.filter);
    let all = store::proposals::count(c, round.id).await?;
    let filter_on = filter.is_on();
    let total = if filter_on { store::proposals::count_of(c, round.id, account, filter).await? } else { all };
    let rows = store::proposals::list_of(c, round.id, account, filter, asked.sort, page).await?;
    let counts = store::proposals::tallies(c, &rows.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
    let needs = store::proposals::idea::needs(c, round.process_id).await?;
    let named = if all > 1 { store::proposals::idea::places_named(c, round.id).await? } else { Vec::new() };
    let ballot = poll.ballot(c, round).await?;
    let outcome = poll.outcome_in_time(c, round).await?;
    let votes = poll.votes;
    let proposes = entry.who.may(Act::Propose) && state == State::Open;
    let places = if proposes { store::proposals::idea::places(c, round.process_id, None, PLACES).await? } else { Vec::new() };
    let choices = Choices { needs, places };
    let here = format!("/r/{}", round.id);
    let reasons = poll.own_reasons(c, round).await?;
    let items = rows.iter().map(|row| item(&poll, row, &counts, reasons.get(&row.id).map_or("", String::as_str))).collect_view();
    let list =
        if all == 0 {
            empty(t!(lang, "proposals-empty"), if votes { t!(lang, "proposals-empty-open") } else { t!(lang, "proposals-empty-closed") })
        } else {
            let nothing = (total == 0).then(|| view! {
            <div class="empty"><h3>{t!(lang, "list-nothing")}</h3><p>{t!(lang, "list-nothing-words")}</p>
                <p class="actions"><a class="button is-secondary" href=format!("{here}#proposals")>{t!(lang, "list-all")}</a></p></div>
        });
            view! {
                {(votes && total > 0).then(|| poll.explanation())}
                {(votes && ballot.is_some()).then(|| ballot::jump(lang))}
                {(all > 1).then(|| filters(visit, &here, &asked, &poll.colleges, &choices, &named))}
                {(all > 1).then(|| sorts(lang, &here, &asked, &sorts_offered))}
                {nothing}
                {(total > 0).then(|| view! { <ul class="items">{items}</ul> })}
                {pagination(lang, &format!("{here}?{}", asked.query(asked.sort)), page, total, PAGE)}
            }
            .into_any()
        };
    let title = if filter_on { t!(lang, "list-count", n = total, all = all) } else { t!(lang, "proposals-count", n = all) };
    let one_by_one = (poll.rules.entry == Way::OneByOne && poll.rules.one_at_a_time() && votes && all > 0).then(|| {
        view! {
            <p class="actions"><a class="button is-primary" href=format!("{here}/one")>{sign("next")}{t!(lang, "one-begin")}</a></p>
            <p>{t!(lang, "one-begin-words")}</p>
        }
    });
    Ok(view! {
        {only_colleges(visit, entry, state)}
        {one_by_one}
        {(proposes && all > 0).then(|| view! {
            <p class="actions"><a class="button is-secondary" href="#propose">{sign("add")}{t!(lang, "proposals-propose")}</a></p>
        })}
        <section class="stack" aria-labelledby="proposals">
            <h2 id="proposals">{title}</h2>
            {list}
        </section>
        {ballot}
        {outcome}
        {proposes.then(|| form::new(visit, round.id, &entry.calendar, &choices))}
        {((poll.has_buttons() && total > 0) || proposes).then(|| islands(visit))}
    }
    .into_any())
}

/// Why there are no buttons, for people of this site who take no part in this process. Visitors are told how to come in elsewhere.
fn only_colleges(visit: &Visit, entry: &Entry, state: State) -> Option<AnyView> {
    let asks = state == State::Open && visit.account().is_some() && !entry.who.may(Act::Vote) && !entry.who.is_facilitator();
    asks.then(|| notice("info", t!(visit.lang, "proposals-only-colleges")))
}

/// The same on the page of one proposal, which stands alone.
pub fn why_not(visit: &Visit, entry: &Entry, state: State) -> Option<AnyView> {
    let lang = visit.lang;
    match state {
        State::Open if visit.account().is_none() => {
            let card = format!("/card?next={}", encode(&visit.path));
            Some(notice("info", view! { {t!(lang, "proposals-sign-in")} " " <a href=card>{t!(lang, "nav-card")}</a> }))
        }
        State::Open => only_colleges(visit, entry, state),
        _ => Some(notice("info", t!(lang, "proposals-closed"))),
    }
}

/// The orders that may be offered.
fn sorts(lang: Lang, here: &str, asked: &Asked, sorts: &[Sort]) -> AnyView {
    let links = sorts
        .iter()
        .map(|sort| {
            let at = (*sort == asked.sort).then_some("true");
            let query = asked.query(*sort);
            let href = format!("{here}?{}#proposals", query.trim_end_matches('&'));
            view! { <li><a href=href aria-current=at>{lang.of("proposals-sort", sort.as_str())}</a></li> }
        })
        .collect_view();
    view! { <nav class="tabs" aria-label=t!(lang, "proposals-sort-by")><ul>{links}</ul></nav> }.into_any()
}

/// The form that narrows the list: words in sight, the rest folded away unless something of it is chosen.
/// Places are those that proposals here name.
fn filters(visit: &Visit, here: &str, asked: &Asked, colleges: &[College], choices: &Choices, named: &[(TerritoryId, String)]) -> AnyView {
    let lang = visit.lang;
    let filter = &asked.filter;
    let text = |id: Option<String>| id.unwrap_or_default();
    let select = |name: &'static str, label: String, options: Vec<(String, String)>, chosen: String| {
        let options = std::iter::once((String::new(), t!(lang, "list-any")))
            .chain(options)
            .map(|(value, words)| {
                let selected = value == chosen;
                view! { <option value=value selected=selected>{words}</option> }
            })
            .collect_view();
        view! { <div class="field"><label for=format!("by-{name}")>{label}</label><select id=format!("by-{name}") name=name>{options}</select></div> }
    };
    let themes: Vec<_> = choices.themes().into_iter().map(|(id, words)| (id.to_string(), words.text(lang.tag()).to_owned())).collect();
    let themes =
        (!themes.is_empty()).then(|| select("theme", t!(lang, "proposals-theme"), themes, text(filter.theme.map(|id| id.to_string()))));
    let places: Vec<_> = named.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    let places = (!places.is_empty())
        .then(|| select("place", t!(lang, "proposals-territory"), places, text(filter.territory.map(|id| id.to_string()))));
    let groups = colleges.iter().map(|one| (one.id.to_string(), college_name(lang, one.kind, &one.name))).collect();
    let answers = Answer::ALL.iter().map(|answer| (answer.to_string(), lang.of("list-answer", answer.as_str()))).collect();
    let mine = visit.account().is_some().then(|| view! {
        <label class="choice"><input type="checkbox" name="mine" value="true" checked=filter.mine/><span>{t!(lang, "list-mine")}</span></label>
    });
    let open = filter.theme.is_some() || filter.college.is_some() || filter.territory.is_some() || filter.answer.is_some() || filter.mine;
    let all = filter.is_on().then(|| view! { <a class="button is-quiet" href=format!("{here}#proposals")>{t!(lang, "list-all")}</a> });
    view! {
        <form class="filters stack is-tight no-print" method="get" action=format!("{here}#proposals") role="search">
            <input type="hidden" name="sort" value=asked.sort.as_str()/>
            <div class="inline-form"><label for="by-q">{t!(lang, "list-search")}</label><input id="by-q" name="q" type="search" maxlength="100" value=asked.typed.clone()/>
                <button class="button is-secondary" type="submit">{sign("search")}{t!(lang, "list-find")}</button>{all}</div>
            <details open=open><summary>{t!(lang, "list-more")}</summary>
                <div class="form">
                    {select("answer", t!(lang, "list-answer"), answers, text(filter.answer.map(|answer| answer.to_string())))}
                    {select("college", t!(lang, "list-college"), groups, text(filter.college.map(|id| id.to_string())))}
                    {themes}{places}{mine}
                    <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "list-apply")}</button></p>
                </div>
            </details>
        </form>
    }
    .into_any()
}

/// One proposal in a list.
fn item(poll: &Poll<'_>, row: &Proposal, counts: &[Count], reason: &str) -> AnyView {
    let (visit, lang) = (poll.visit, poll.visit.lang);
    let outcome = row.outcome.map(|outcome| view! { <span>{tally::verdict(lang, outcome)}</span> });
    let picture = row.picture.as_ref().map(|picture| view! { <div class="item-photo">{crate::picture::tile(lang, picture)}</div> });
    let about = [row.theme.as_ref().map(|theme| theme.text(lang.tag()).to_owned()), row.territory.clone()];
    let about = about.into_iter().flatten().map(|words| view! { <span dir="auto">{words}</span> }).collect_view();
    view! {
        <li class="item" id=format!("p-{}", row.id)>
            <h3 class="item-title" dir="auto"><a href=Subject::Proposal(row.id).path()>{row.title.clone()}</a></h3>
            <p class="meta">
                <span>{tally::author(lang, &row.author, row.kind, &row.college)}</span>
                <span>{day_view(visit, row.created_at)}</span>
                <span>{t!(lang, "comments-count", n = row.comments)}</span>
                {about}
                {outcome}
            </p>
            {picture}
            <p class="excerpt" dir="auto">{excerpt(&row.body, 240)}</p>
            {poll.short(counts, row.id, row.choice)}
            {poll.my_vote(row.id, row.choice, reason, String::new())}
        </li>
    }
    .into_any()
}

/// The beginning of a text, on one line, cut between words.
pub fn excerpt(text: &str, most: usize) -> String {
    let mut line = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let more = word.chars().count() + usize::from(!line.is_empty());
        if length + more > most {
            if line.is_empty() {
                line.extend(word.chars().take(most));
            }
            line.push('…');
            return line;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
        length += more;
    }
    line
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn an_excerpt_ends_between_words() {
        assert_eq!(excerpt("Ouvrir\n\nle  samedi", 40), "Ouvrir le samedi");
        assert_eq!(excerpt("Ouvrir le samedi", 10), "Ouvrir le…");
        assert_eq!(excerpt(&"é".repeat(50), 10), format!("{}…", "é".repeat(10)));
        assert_eq!(excerpt("", 10), "");
    }
}
