//! The proposals of a round, and the form for a new one.

use domain::{
    access::Act,
    comments::Subject,
    id::RoundId,
    proposals::{PAGE, Sort},
    round::{Calendar, State},
    text,
};
use leptos::prelude::*;
use store::{
    Conn,
    proposals::{Count, Proposal},
    round::{Entry, Round},
};

use super::{
    ballot,
    paging::{page, pagination},
    poll::Poll,
    tally,
};
use crate::{
    AppError,
    i18n::{Lang, t},
    ui::{
        Form,
        date::{day_view, moment},
        empty, notice,
        page::{encode, islands},
        sign,
    },
    visit::Visit,
};

/// Proposals per page, as the pages are counted.
pub const PER_PAGE: i64 = 20;
const _: () = assert!(PAGE == 20, "the store reads the tallies of one page at once");

/// What a person sees and does in the round: shown under the round's own title.
pub async fn take_part(visit: &Visit, c: &mut Conn, round: &Round, entry: &Entry) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    let state = entry.calendar.state(visit.now);
    if matches!(state, State::Draft | State::Announced) {
        return Ok(notice("info", t!(lang, "proposals-soon")));
    }
    let poll = Poll::load(visit, c, round, entry).await?;
    let sort = poll.sort(visit.asked("sort").and_then(|word| word.parse().ok()).unwrap_or(Sort::Recent));
    let page = page(visit);
    let total = store::proposals::count(c, round.id).await?;
    let rows = store::proposals::list(c, round.id, visit.account(), sort, page).await?;
    let counts = store::proposals::tallies(c, &rows.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
    let ballot = poll.ballot(c, round).await?;
    let votes = poll.votes;
    let here = format!("/r/{}", round.id);
    let reasons = poll.own_reasons(c, round).await?;
    let items = rows.iter().map(|row| item(&poll, row, &counts, reasons.get(&row.id).map_or("", String::as_str))).collect_view();
    let list = if total == 0 {
        empty(t!(lang, "proposals-empty"), if votes { t!(lang, "proposals-empty-open") } else { t!(lang, "proposals-empty-closed") })
    } else {
        view! {
            {votes.then(|| poll.explanation())}
            {(votes && ballot.is_some()).then(|| ballot::jump(lang))}
            {(total > 1).then(|| sorts(lang, &here, sort, &poll.sorts()))}
            <ul class="items">{items}</ul>
            {pagination(lang, &format!("{here}?sort={sort}&"), page, total, PER_PAGE)}
        }
        .into_any()
    };
    let proposes = entry.who.may(Act::Propose);
    Ok(view! {
        {only_colleges(visit, entry, state)}
        {(proposes && state == State::Open && total > 0).then(|| view! {
            <p class="actions"><a class="button is-secondary" href="#propose">{sign("add")}{t!(lang, "proposals-propose")}</a></p>
        })}
        <section class="stack" aria-labelledby="proposals">
            <h2 id="proposals">{t!(lang, "proposals-count", n = total)}</h2>
            {list}
        </section>
        {ballot}
        {(proposes && state == State::Open).then(|| form(visit, round.id, &entry.calendar))}
        {(poll.has_buttons() && total > 0).then(|| islands(visit))}
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

fn sorts(lang: Lang, here: &str, current: Sort, sorts: &[Sort]) -> AnyView {
    let links = sorts
        .iter()
        .map(|sort| {
            let at = (*sort == current).then_some("true");
            view! { <li><a href=format!("{here}?sort={sort}#proposals") aria-current=at>{lang.of("proposals-sort", sort.as_str())}</a></li> }
        })
        .collect_view();
    view! { <nav class="tabs" aria-label=t!(lang, "proposals-sort-by")><ul>{links}</ul></nav> }.into_any()
}

/// One proposal in a list.
fn item(poll: &Poll<'_>, row: &Proposal, counts: &[Count], reason: &str) -> AnyView {
    let (visit, lang) = (poll.visit, poll.visit.lang);
    let outcome = row.outcome.map(|outcome| view! { <span>{tally::verdict(lang, outcome)}</span> });
    view! {
        <li class="item" id=format!("p-{}", row.id)>
            <h3 class="item-title" dir="auto"><a href=Subject::Proposal(row.id).path()>{row.title.clone()}</a></h3>
            <p class="meta">
                <span>{tally::author(lang, &row.author, row.kind, &row.college)}</span>
                <span>{day_view(visit, row.created_at)}</span>
                <span>{t!(lang, "comments-count", n = row.comments)}</span>
                {outcome}
            </p>
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

fn form(visit: &Visit, round: RoundId, calendar: &Calendar) -> AnyView {
    let lang = visit.lang;
    let form = Form::new(visit, Act::Propose);
    let until = calendar.closes_at.map(|at| moment(lang, at, &visit.services.site.zone)).unwrap_or_default();
    let fields = view! {
        {form.hidden("round", round)}
        {form.text("title", t!(lang, "proposals-title")).hint(t!(lang, "proposals-title-hint", max = text::TITLE)).view()}
        {form.area("body", t!(lang, "proposals-body")).rows(8).hint(t!(lang, "proposals-body-hint", max = text::BODY)).view()}
        {notice("info", t!(lang, "proposals-before-sending", until = until))}
        {form.submit(t!(lang, "proposals-send"))}
    };
    view! {
        <section class="stack" id="propose" aria-labelledby="propose-title">
            <h2 id="propose-title">{t!(lang, "proposals-propose")}</h2>
            {form.view(fields)}
        </section>
    }
    .into_any()
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
