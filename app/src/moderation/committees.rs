//! Who sits in the committees of a process; facilitators appoint.

use domain::{access::Act, committee::Committee, id::ProcessId, text};
use leptos::prelude::*;
use leptos_meta::Title;
use store::committee::{Candidate, Seated};

use crate::{
    i18n::t,
    process::members::way,
    ui::{
        Form, college, college_name, page,
        page::{param, query},
        sign,
    },
    visit::Visit,
};

/// Most people that the list offers; a name narrows it.
const OFFERED: i64 = 30;

#[component]
pub fn CommitteesPage() -> impl IntoView {
    let id = param::<ProcessId>("process");
    let typed: String = query("who").unwrap_or_default().trim().chars().take(text::NAME).collect();
    page(move |visit| async move {
        let id = id?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let (process, who) = visit.enter(&mut c, Act::CommitteesPage, id).await?;
        let seats = store::committee::seats(&mut c, id).await?;
        let appoints = if who.may(Act::Appoint) {
            let found = store::committee::candidates(&mut c, id, &typed, OFFERED + 1).await?;
            Some(appoint(&visit, id, &typed, found))
        } else {
            None
        };
        let lists = Committee::ALL.iter().map(|committee| list(&visit, id, *committee, &seats, who.may(Act::Unseat))).collect_view();
        Ok(view! {
            <Title text=t!(lang, "committees-title")/>
            <div class="page">
                {way(lang, &process, t!(lang, "committees-title"))}
                <header class="title-block"><h1>{t!(lang, "committees-title")}</h1><p class="lead">{t!(lang, "committees-lead")}</p></header>
                {appoints}
                {lists}
            </div>
        })
    })
}

fn list(visit: &Visit, process: ProcessId, committee: Committee, seats: &[Seated], unseats: bool) -> AnyView {
    let lang = visit.lang;
    let word = committee.as_str();
    let rows: Vec<_> =
        seats
            .iter()
            .filter(|seat| seat.committee == committee)
            .map(|seat| {
                let public = seat.kind.zip(seat.college.as_ref()).map(|(kind, name)| college(lang, kind, name));
                let unseat =
                    unseats.then(|| {
                        let form = Form::keyed(visit, Act::Unseat, format!("unseat-{word}-{}", seat.member_id));
                        let label = t!(lang, "committee-unseat-of", name = seat.name.as_str());
                        form.view_with("seat-form", view! {
                    {form.hidden("process", process)}{form.hidden("committee", committee)}{form.hidden("member", seat.member_id)}
                    <button class="button is-quiet is-small" type="submit" aria-label=label>{t!(lang, "committee-unseat")}</button>
                })
                    });
                view! { <li class="item seat"><p class="meta"><bdi class="author">{seat.name.clone()}</bdi>{public}</p>{unseat}</li> }
            })
            .collect();
    let list = if rows.is_empty() {
        view! { <p class="small">{t!(lang, "committee-empty")}</p> }.into_any()
    } else {
        view! { <ul class="items">{rows}</ul> }.into_any()
    };
    view! {
        <section class="stack is-tight" aria-labelledby=format!("committee-{word}")>
            <h2 id=format!("committee-{word}")>{lang.of("committee-name", word)}</h2>
            <p>{lang.of("committee-does", word)}</p>
            {list}
        </section>
    }
    .into_any()
}

/// The form to appoint one of those `found`; a search by name above it where they are too many for a list.
fn appoint(visit: &Visit, process: ProcessId, typed: &str, mut found: Vec<Candidate>) -> AnyView {
    let lang = visit.lang;
    let more = found.len() as i64 > OFFERED;
    found.truncate(OFFERED as usize);
    let searches = more || !typed.is_empty();
    let search = searches.then(|| {
        view! {
            <form class="inline-form" method="get" action=format!("/p/{process}/committees") role="search">
                <label for="who">{t!(lang, "committee-search")}</label><input id="who" name="who" type="search" value=typed.to_owned()/>
                <button class="button is-secondary" type="submit">{sign("search")}{t!(lang, "list-find")}</button>
            </form>
            {more.then(|| view! { <p class="small">{t!(lang, "committee-search-more", n = OFFERED)}</p> })}
        }
    });
    if found.is_empty() {
        let nobody = view! { <p>{t!(lang, "committee-search-none")}</p> };
        return view! { <details open=searches><summary>{t!(lang, "committee-appoint-title")}</summary>{search}{nobody}</details> }
            .into_any();
    }
    let form = Form::new(visit, Act::Appoint);
    let committees = Committee::ALL.iter().map(|c| (c.to_string(), lang.of("committee-name", c.as_str()))).collect();
    let mut people = vec![(String::new(), t!(lang, "committee-choose"))];
    people.extend(found.iter().map(|member| {
        let place = match (member.kind, &member.college) {
            (Some(kind), Some(name)) => college_name(lang, kind, name),
            _ => lang.of("function", member.function.as_str()),
        };
        (member.id.to_string(), format!("{} · {place}", member.name))
    }));
    let fields = form.view(view! {
        {form.hidden("process", process)}
        {form.select("committee", t!(lang, "committee-which"), committees, Committee::Ethics.as_str())}
        {form.select("member", t!(lang, "committee-who"), people, "")}
        {form.submit(t!(lang, "committee-appoint"))}
    });
    let open = form.refused() || !typed.is_empty();
    view! { <details open=open><summary>{t!(lang, "committee-appoint-title")}</summary>{search}{fields}</details> }.into_any()
}
