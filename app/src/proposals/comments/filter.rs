//! Which comments are listed: those of one public, those that are answered or wait, one's own.

use domain::{
    access::Act,
    comments::{Order, Subject},
};
use leptos::prelude::*;
use store::{Conn, comments::Filter, round::Entry};

use crate::{AppError, i18n::t, ui::college_name, visit::Visit};

/// What the address asks for.
pub fn asked(visit: &Visit) -> Filter {
    Filter {
        college: visit.asked("public").and_then(|id| id.parse().ok()),
        author: visit.account().filter(|_| visit.asked("whose") == Some("mine")),
        answered: match visit.asked("state") {
            Some("answered") => Some(true),
            Some("waiting") => Some(false),
            _ => None,
        },
    }
}

/// The same, for addresses of other pages and orders.
pub fn query(only: Filter) -> String {
    let college = only.college.map(|id| format!("public={id}&")).unwrap_or_default();
    let whose = if only.author.is_some() { "whose=mine&" } else { "" };
    let state = match only.answered {
        Some(true) => "state=answered&",
        Some(false) => "state=waiting&",
        None => "",
    };
    format!("{college}{whose}{state}")
}

/// The form that chooses, where there is something to choose from.
pub async fn view(
    visit: &Visit,
    c: &mut Conn,
    entry: &Entry,
    subject: Subject,
    order: Order,
    only: Filter,
) -> Result<Option<AnyView>, AppError> {
    if only == Filter::default() && store::comments::threads(c, subject, Filter::default()).await? < 2 {
        return Ok(None);
    }
    let lang = visit.lang;
    let publics = store::process::colleges(c, entry.process).await?;
    let publics = publics
        .into_iter()
        .map(|college| {
            let selected = only.college == Some(college.id);
            view! { <option value=college.id.to_string() selected=selected>{college_name(lang, college.kind, &college.name)}</option> }
        })
        .collect_view();
    let states = [("", t!(lang, "comments-any")), ("waiting", t!(lang, "comments-waiting")), ("answered", t!(lang, "comments-answered"))]
        .into_iter()
        .map(|(value, words)| {
            let selected = visit.asked("state").unwrap_or_default() == value;
            view! { <option value=value selected=selected>{words}</option> }
        })
        .collect_view();
    let mine = entry.who.may(Act::Comment).then(|| {
        view! {
            <label class="choice is-aside"><input type="checkbox" name="whose" value="mine" checked=only.author.is_some()/><span>{t!(lang, "comments-mine")}</span></label>
        }
    });
    let open = only != Filter::default();
    Ok(Some(
        view! {
            <details class="filter" open=open><summary>{t!(lang, "comments-filter")}</summary>
                <form class="form" method="get" action=format!("{}#comments", subject.path())>
                    <input type="hidden" name="order" value=order.to_string()/>
                    <div class="field"><label for="filter-public">{t!(lang, "comments-public")}</label>
                        <select id="filter-public" name="public"><option value="">{t!(lang, "comments-any-public")}</option>{publics}</select></div>
                    <div class="field"><label for="filter-state">{t!(lang, "comments-state")}</label>
                        <select id="filter-state" name="state">{states}</select></div>
                    {mine}
                    <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "comments-filter-show")}</button>
                        {open.then(|| view! { <a class="button is-quiet" href=format!("{}#comments", subject.path())>{t!(lang, "comments-filter-none")}</a> })}</p>
                </form>
            </details>
        }
        .into_any(),
    ))
}
