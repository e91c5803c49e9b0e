//! `/r/:round/signatures`: what was adopted and when, its hash, who signed; made to be printed.

use domain::{
    Refusal,
    access::{Act, Visibility},
    charter::adoption,
    id::RoundId,
    round::RoundKind,
    text,
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::{
    Conn,
    charter::{Adoption, Signatory},
    committee::Candidate,
    round::{Entry, Round},
};

use super::super::{
    decision::badge,
    loaded::{Charter, body_name},
    takeover,
};
use crate::{
    AppError,
    i18n::t,
    process::round::{load, path},
    ui::{
        Form, college_name, crumbs,
        date::{civil, day_view},
        notice, page,
        page::{param, query},
        sign, translated_line,
    },
    visit::Visit,
};

/// Most people that the list of members offers; a name narrows it.
const OFFERED: i64 = 30;

#[component]
pub fn SignaturesPage() -> impl IntoView {
    let id = param::<RoundId>("round");
    let typed: String = query("who").unwrap_or_default().trim().chars().take(text::NAME).collect();
    page(move |visit| async move {
        let id = id?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let (entry, round, process) = load(&visit, &mut c, Act::SignaturesPage, id).await?;
        if round.kind != RoundKind::Charter {
            return Err(Refusal::not_found().into());
        }
        let charter = Charter::load(&mut c, id, &entry, None, visit.now).await?;
        let status = charter.status(&visit, &entry);
        let signatories = store::charter::signatories(&mut c, id).await?;
        let adopt = adopt(&visit, &mut c, &charter, &round, &entry).await?;
        let name = if entry.who.may(Act::NameSignatory) {
            let found = store::committee::candidates(&mut c, entry.process, &typed, OFFERED + 1).await?;
            Some(name(&visit, id, &typed, found))
        } else {
            None
        };
        let title = t!(lang, "signatures-title");
        let adopted = match &charter.adoption {
            Some(adoption) => facts(&visit, &charter, &round, adoption, process.visibility == Visibility::Public),
            None => notice("info", lang.of("charter-status-words", status.as_str())),
        };
        let copies = takeover::copies(&visit, &mut c, id).await?;
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page signature-page">
                {crumbs(lang, path(&visit, &process, Some(&round)), title)}
                <header class="title-block">
                    <p class="eyebrow">{t!(lang, "signatures-title")}</p>
                    <h1>{translated_line(lang, &round.title)}</h1>
                    <p class="meta">{badge(lang, status)}<span>{process.territory.clone()}</span></p>
                </header>
                {adopted}
                {adopt}
                {signed(&visit, &charter, &signatories, &entry, id)}
                {own(&visit, &charter, &signatories, id)}
                {name}
                {copies}
            </div>
        })
    })
}

/// What was adopted, how one checks it, and the counts by which it was.
fn facts(visit: &Visit, charter: &Charter, round: &Round, adoption: &Adoption, public: bool) -> AnyView {
    let (lang, id) = (visit.lang, round.id);
    let review = adoption.review_on.as_deref().map(|day| civil(lang, day)).unwrap_or_else(|| t!(lang, "signatures-no-review"));
    let link = |round: RoundId, words: String| view! { <p><a href=format!("/r/{round}/signatures")>{words}</a></p> };
    let replaced = adoption.replaced_by.map(|by| link(by, t!(lang, "signatures-replaced-by")));
    let replaces = adoption.replaces.map(|before| link(before, t!(lang, "signatures-replaces")));
    let carried = charter.proof.whole.as_ref().map_or_else(
        || t!(lang, "signatures-carried-articles", n = charter.proof.articles.len()),
        |_| t!(lang, "signatures-carried-whole"),
    );
    let bodies = charter.frame.bodies(charter.colleges.iter().map(|college| college.id));
    let bodies = bodies.into_iter().map(|body| view! { <li>{sign("met")}" "{body_name(lang, charter, body)}</li> }).collect_view();
    view! {
        <section class="stack" aria-labelledby="adopted">
            <h2 id="adopted">{t!(lang, "signatures-adopted")}</h2>
            <dl class="facts">
                <div><dt>{t!(lang, "signatures-adopted-on")}</dt><dd>{day_view(visit, adoption.adopted_at)}</dd></div>
                <div><dt>{t!(lang, "signatures-review")}</dt><dd>{review}</dd></div>
                <div><dt>{t!(lang, "signatures-hash")}</dt><dd><code class="hash">{adoption.hash.clone()}</code></dd></div>
            </dl>
            {replaced}{replaces}
            <p>{carried}</p>
            <ul class="signature-bodies">{bodies}</ul>
            <details class="no-print"><summary>{t!(lang, "signatures-check")}</summary>
                <p>{t!(lang, "signatures-check-words")}</p>
                <ol>
                    <li><a href=format!("/r/{id}/charter.txt")>{t!(lang, "signatures-check-text")}</a></li>
                    <li>{t!(lang, "signatures-check-hash")}" "<code>"sha256sum charter.txt"</code></li>
                    <li>{t!(lang, "signatures-check-same")}</li>
                </ol>
            </details>
            <p class="actions no-print">
                <a class="button is-secondary" href=format!("/r/{id}")>{t!(lang, "signatures-to-text")}</a>
                {public.then(|| takeover::link(visit, id, round.title.text(lang.tag())))}
                <a class="button is-quiet" href="/charters">{t!(lang, "register-title")}</a>
            </p>
        </section>
    }
    .into_any()
}

/// A facilitator's form to record the adoption, once the charter is carried.
async fn adopt(visit: &Visit, c: &mut Conn, charter: &Charter, round: &Round, entry: &Entry) -> Result<Option<AnyView>, AppError> {
    let lang = visit.lang;
    let carried = adoption::adopt(&entry.calendar, charter.proof.ratified, charter.adoption.is_some(), "", "", visit.now).is_ok();
    if !carried || !entry.who.may(Act::AdoptCharter) {
        return Ok(None);
    }
    let earlier = store::charter::replaceable(c, entry.process, round.id).await?;
    let form = Form::new(visit, Act::AdoptCharter);
    let replaces = (!earlier.is_empty()).then(|| {
        let mut options = vec![(String::new(), t!(lang, "adopt-replaces-none"))];
        options.extend(earlier.iter().map(|(id, title)| (id.to_string(), title.0.text(lang.tag()).to_owned())));
        form.select("replaces", t!(lang, "adopt-replaces"), options, "")
    });
    let fields = view! {
        {form.hidden("round", round.id)}
        <p>{t!(lang, "adopt-words")}</p>
        {form.text("review_on", t!(lang, "adopt-review")).kind("date").hint(t!(lang, "adopt-review-hint", n = adoption::REMINDED_BEFORE))
            .class("is-short").optional().view()}
        {replaces}
        {form.submit(t!(lang, "adopt-send"))}
    };
    let form = form.view(fields);
    Ok(Some(
        view! { <section class="stack no-print" aria-labelledby="adopt"><h2 id="adopt">{t!(lang, "adopt-title")}</h2>{form}</section> }
            .into_any(),
    ))
}

/// Organisation by organisation; facilitators see who has yet to sign.
fn signed(visit: &Visit, charter: &Charter, signatories: &[Signatory], entry: &Entry, round: RoundId) -> Option<AnyView> {
    let lang = visit.lang;
    let names = entry.who.may(Act::UnnameSignatory);
    let waiting = signatories.iter().filter(|one| one.signed_at.is_none()).count();
    if charter.adoption.is_none() && !(names && waiting > 0) {
        return None;
    }
    let rows: Vec<_> = signatories
        .iter()
        .filter_map(|one| Some((one, one.signed_at?)))
        .map(|(one, at)| {
            view! {
                <tr><th scope="row"><bdi>{one.organisation.clone()}</bdi></th><td><bdi>{one.name.clone()}</bdi></td>
                    <td><bdi>{one.function.clone()}</bdi></td><td>{day_view(visit, at)}</td></tr>
            }
        })
        .collect();
    let table = if rows.is_empty() {
        view! { <p>{t!(lang, "signatures-none")}</p> }.into_any()
    } else {
        let (caption, label) = (t!(lang, "signatures-caption"), t!(lang, "signatures-caption"));
        view! {
            <div class="scroll" tabindex="0" role="region" aria-label=label><table class="table signatures"><caption>{caption}</caption>
                <thead><tr><th scope="col">{t!(lang, "signatory-organisation")}</th><th scope="col">{t!(lang, "signatory-name")}</th>
                    <th scope="col">{t!(lang, "signatory-function")}</th><th scope="col">{t!(lang, "signatures-date")}</th></tr></thead>
                <tbody>{rows}</tbody></table></div>
        }
        .into_any()
    };
    let waiting = (names && waiting > 0).then(|| {
        let rows = signatories.iter().filter(|one| one.signed_at.is_none()).map(|one| {
            let form = Form::keyed(visit, Act::UnnameSignatory, one.id);
            let label = t!(lang, "signatory-unname-of", name = one.name.as_str());
            let button = form.view_with("seat-form", view! {
                {form.hidden("round", round)}{form.hidden("signatory", one.id)}
                <button class="button is-quiet is-small" type="submit" aria-label=label>{t!(lang, "signatory-unname")}</button>
            });
            view! {
                <li class="item seat"><p><bdi class="author">{one.name.clone()}</bdi>" — "<bdi>{one.organisation.clone()}</bdi>", "
                    <bdi>{one.function.clone()}</bdi></p>{button}</li>
            }
        });
        view! { <div class="stack is-tight no-print"><h3>{t!(lang, "signatures-waiting")}</h3><ul class="items">{rows.collect_view()}</ul></div> }
    });
    Some(
        view! {
            <section class="stack" aria-labelledby="signatures">
                <h2 id="signatures">{t!(lang, "signatures-list")}</h2>
                {charter.adoption.is_some().then_some(table)}
                {waiting}
            </section>
        }
        .into_any(),
    )
}

/// The form of somebody who may sign.
fn own(visit: &Visit, charter: &Charter, signatories: &[Signatory], round: RoundId) -> Option<AnyView> {
    let lang = visit.lang;
    let account = visit.account()?;
    let one = signatories.iter().find(|one| one.account_id == account && one.signed_at.is_none())?;
    let inside = if charter.adoption.is_none() {
        view! { <p>{t!(lang, "sign-later")}</p> }.into_any()
    } else if charter.adoption.as_ref().is_some_and(|adoption| adoption.replaced_by.is_some()) {
        view! { <p>{t!(lang, "sign-replaced")}</p> }.into_any()
    } else {
        let form = Form::new(visit, Act::SignCharter);
        form.view(view! {
            {form.hidden("round", round)}
            <p>{t!(lang, "sign-words", name = one.name.as_str())}</p>
            {form.text("organisation", t!(lang, "signatory-organisation")).default(&one.organisation).view()}
            {form.text("function", t!(lang, "signatory-function")).default(&one.function).view()}
            {form.tick("sure", t!(lang, "sign-sure"), false)}
            {form.submit(t!(lang, "sign-send"))}
        })
    };
    Some(
        view! { <section class="stack no-print" aria-labelledby="sign"><h2 id="sign">{t!(lang, "sign-title")}</h2>{inside}</section> }
            .into_any(),
    )
}

/// A facilitator names who may sign: one of those `found`, with a search by name where they are too many for a list.
fn name(visit: &Visit, round: RoundId, typed: &str, mut found: Vec<Candidate>) -> AnyView {
    let lang = visit.lang;
    let more = found.len() as i64 > OFFERED;
    found.truncate(OFFERED as usize);
    let searches = more || !typed.is_empty();
    let search = searches.then(|| {
        view! {
            <form class="inline-form" method="get" action=format!("/r/{round}/signatures") role="search">
                <label for="who">{t!(lang, "committee-search")}</label><input id="who" name="who" type="search" value=typed.to_owned()/>
                <button class="button is-secondary" type="submit">{sign("search")}{t!(lang, "list-find")}</button>
            </form>
            {more.then(|| view! { <p class="small">{t!(lang, "committee-search-more", n = OFFERED)}</p> })}
        }
    });
    let form = Form::keyed(visit, Act::NameSignatory, "name");
    let fields = if found.is_empty() {
        view! { <p>{t!(lang, "committee-search-none")}</p> }.into_any()
    } else {
        let mut people = vec![(String::new(), t!(lang, "committee-choose"))];
        people.extend(found.iter().map(|member| {
            let place = match (member.kind, &member.college) {
                (Some(kind), Some(name)) => college_name(lang, kind, name),
                _ => lang.of("function", member.function.as_str()),
            };
            (member.id.to_string(), format!("{} · {place}", member.name))
        }));
        form.view(view! {
            {form.hidden("round", round)}
            {form.select("member", t!(lang, "signatory-who"), people, "")}
            {form.text("organisation", t!(lang, "signatory-organisation")).view()}
            {form.text("function", t!(lang, "signatory-function")).hint(t!(lang, "signatory-function-hint")).view()}
            {form.submit(t!(lang, "signatory-send"))}
        })
    };
    let open = form.refused() || !typed.is_empty();
    view! {
        <details class="no-print" open=open><summary>{t!(lang, "signatory-title")}</summary><p>{t!(lang, "signatory-words")}</p>{search}{fields}</details>
    }
    .into_any()
}
