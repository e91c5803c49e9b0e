//! The form of a proposal, new or corrected: a title and a text; all else folded away.

use domain::{
    access::Act,
    id::{NeedId, ProposalId, RoundId, TerritoryId},
    lang::LangText,
    round::Calendar,
    survey::Picture,
    text,
};
use leptos::prelude::*;
use store::proposals::{
    Proposal,
    idea::{Choices, PLACES},
};

use super::{idea_api::Alike, similar::Similar};
use crate::{
    i18n::{Lang, t},
    picture::{MOST, tile},
    ui::{Form, date::moment, form::errors, notice},
    visit::Visit,
};

/// Of more places than this one is found by typing.
const MENU: usize = 15;

/// The form for a new proposal, under the list.
pub fn new(visit: &Visit, round: RoundId, calendar: &Calendar, choices: &Choices) -> AnyView {
    let lang = visit.lang;
    let form = Form::new(visit, Act::Propose);
    let until = calendar.closes_at.map(|at| moment(lang, at, &visit.services.site.zone)).unwrap_or_default();
    // Sent once, and others are about the same: they are shown before it counts.
    let alike =
        visit.answered.as_ref().and_then(|answered| answered.shown::<Alike>(Act::Propose)).filter(|alike| !alike.proposals.is_empty());
    let kept = alike.as_ref().map(|alike| alike.picture.clone()).filter(|id| !id.is_empty()).or_else(|| kept(&form));
    let send = if alike.is_some() { t!(lang, "similar-anyway") } else { t!(lang, "proposals-send") };
    let title = form.text("title", t!(lang, "proposals-title")).hint(t!(lang, "proposals-title-hint", max = text::TITLE)).view();
    let title = if alike.is_some() {
        title
    } else {
        view! { <Similar round title=t!(lang, "similar-live") words=t!(lang, "similar-words")>{title}</Similar> }.into_any()
    };
    let fields = view! {
        {form.hidden("round", round)}
        {alike.map(|alike| found(lang, &form, &alike))}
        {title}
        {form.area("body", t!(lang, "proposals-body")).rows(8).hint(t!(lang, "proposals-body-hint", max = text::BODY)).view()}
        {more(lang, &form, choices, &Held { picture_sent: kept, ..Held::default() })}
        {notice("info", t!(lang, "proposals-before-sending", until = until))}
        {form.submit(send)}
    };
    view! {
        <section class="stack" id="propose" aria-labelledby="propose-title">
            <h2 id="propose-title">{t!(lang, "proposals-propose")}</h2>
            {form.view_with_file(fields)}
        </section>
    }
    .into_any()
}

/// The form with which its author corrects a proposal; `need` is the one its author says it answers.
pub fn correct(visit: &Visit, row: &Proposal, need: Option<NeedId>, choices: &Choices) -> AnyView {
    let lang = visit.lang;
    let form = Form::new(visit, Act::EditProposal);
    let held = Held {
        theme: row.theme_id.map(|id| id.to_string()).unwrap_or_default(),
        need: need.map(|id| id.to_string()).unwrap_or_default(),
        territory: row.territory_id.map(|id| id.to_string()).unwrap_or_default(),
        picture: row.picture.clone(),
        picture_sent: kept(&form),
    };
    let fields = view! {
        {form.hidden("proposal", row.id)}
        {form.text("title", t!(lang, "proposals-title")).default(&row.title).view()}
        {form.area("body", t!(lang, "proposals-body")).default(&row.body).rows(8).view()}
        {more(lang, &form, choices, &held)}
        {form.submit(t!(lang, "proposal-save"))}
    };
    form.view_with_file(fields)
}

/// The form with which its author takes a proposal back.
pub fn withdraw(visit: &Visit, id: ProposalId) -> AnyView {
    let lang = visit.lang;
    let form = Form::new(visit, Act::WithdrawProposal);
    form.view(view! {
        {form.hidden("proposal", id)}
        <p>{t!(lang, "take-back-words")}</p>
        {form.tick("sure", t!(lang, "take-back-sure"), false)}
        <p class="actions"><button class="button is-danger" type="submit">{t!(lang, "take-back-send")}</button></p>
    })
}

/// What is chosen already.
#[derive(Default)]
struct Held {
    theme: String,
    need: String,
    territory: String,
    picture: Option<Picture>,
    /// One that was sent a moment ago with a form that was refused.
    picture_sent: Option<String>,
}

/// A picture that came with a form that was refused, or that was shown again.
fn kept(form: &Form) -> Option<String> {
    let problem = ["title", "body", "alt", "theme", "need", "territory", ""]
        .iter()
        .flat_map(|field| form.problems(field))
        .find_map(|problem| problem.args.iter().find(|(name, _)| name == "picture").map(|(_, id)| id.clone()));
    problem.or_else(|| Some(form.value("picture", "")).filter(|id| !id.is_empty()))
}

fn found(lang: Lang, form: &Form, alike: &Alike) -> AnyView {
    let links = alike
        .proposals
        .iter()
        .map(|(id, title)| view! { <li><a href=format!("/proposal/{id}") dir="auto">{title.clone()}</a></li> })
        .collect_view();
    view! {
        <section class="notice is-warning" role="alert" tabindex="-1" autofocus id="similar">
            {crate::ui::sign("warning")}
            <div class="notice-body stack is-tight">
                <h3>{t!(lang, "similar-title", n = alike.proposals.len())}</h3>
                <p>{t!(lang, "similar-words")}</p>
                <ul class="prose">{links}</ul>
            </div>
        </section>
        {form.hidden("anyway", "true")}
    }
    .into_any()
}

/// What may be said beside the words: need, theme, place, picture.
fn more(lang: Lang, form: &Form, choices: &Choices, held: &Held) -> AnyView {
    let option = |id: String, words: &LangText| (id, words.text(lang.tag()).to_owned());
    let none = || (String::new(), t!(lang, "choose-none"));
    let needs = (!choices.needs.is_empty()).then(|| {
        let needs = std::iter::once(none()).chain(choices.needs.iter().map(|need| option(need.id.to_string(), &need.title))).collect();
        let themes = std::iter::once(none()).chain(choices.themes().into_iter().map(|(id, words)| option(id.to_string(), words))).collect();
        view! {
            {form.select("need", t!(lang, "proposals-need"), needs, &held.need)}
            {form.select("theme", t!(lang, "proposals-theme"), themes, &held.theme)}
        }
    });
    let places = place(lang, form, &choices.places, &held.territory);
    let wrong = ["need", "theme", "territory", "file", "alt"].iter().any(|field| !form.problems(field).is_empty());
    let open = wrong || held.picture_sent.is_some() || !held.need.is_empty() || !held.territory.is_empty() || held.picture.is_some();
    view! {
        <details open=open><summary>{t!(lang, "proposals-more")}</summary>
            <div class="form">{needs}{places}{picture(lang, form, held)}</div>
        </details>
    }
    .into_any()
}

/// A few places to choose from; many are a field that proposes what fits what one types. A name is found also where the list has no room
/// for it.
fn place(lang: Lang, form: &Form, places: &[(TerritoryId, String)], chosen: &str) -> Option<AnyView> {
    let label = t!(lang, "proposals-territory");
    if places.len() <= MENU {
        let options = std::iter::once((String::new(), t!(lang, "choose-everywhere")))
            .chain(places.iter().map(|(id, name)| (id.to_string(), name.clone())))
            .collect();
        return (!places.is_empty()).then(|| form.select("territory", label, options, chosen));
    }
    let (problems, id) = (form.problems("territory"), form.id("territory"));
    let typed = form.value("territory", chosen);
    let shown = places.iter().find(|(id, _)| id.to_string() == typed).map_or(typed, |(_, name)| name.clone());
    let wrong = !problems.is_empty();
    let described = if wrong { format!("{id}-hint {id}-error") } else { format!("{id}-hint") };
    let hint = if i64::try_from(places.len()).unwrap_or(i64::MAX) >= PLACES {
        t!(lang, "proposals-territory-all")
    } else {
        t!(lang, "proposals-territory-hint")
    };
    let list = format!("{id}-list");
    let options = places.iter().map(|(_, name)| view! { <option value=name.clone()></option> }).collect_view();
    Some(
        view! {
            <div class=if wrong { "field is-wrong" } else { "field" }>
                <label for=id.clone()>{label}" "<span class="optional">{t!(lang, "form-optional")}</span></label>
                <p class="hint" id=format!("{id}-hint")>{hint}</p>
                {errors(lang, &problems, &id)}
                <input id=id name="territory" type="text" list=list.clone() value=shown autocomplete="off"
                    aria-invalid=wrong.then_some("true") aria-describedby=described/>
                <datalist id=list>{options}</datalist>
            </div>
        }
        .into_any(),
    )
}

fn picture(lang: Lang, form: &Form, held: &Held) -> AnyView {
    let (problems, id) = (form.problems("file"), form.id("file"));
    let wrong = !problems.is_empty();
    let described = if wrong { format!("{id}-hint {id}-error") } else { format!("{id}-hint") };
    let kept = held.picture_sent.clone().or_else(|| held.picture.as_ref().map(|picture| picture.id.to_string()));
    let shown = held.picture.as_ref().map(|picture| {
        let remove = form.tick("remove", t!(lang, "picture-remove"), false);
        view! { <p>{tile(lang, &Picture { alt: LangText::default(), ..picture.clone() })}</p>{remove} }
    });
    let said = held.picture.as_ref().map(|picture| picture.alt.text(lang.tag()).to_owned()).unwrap_or_default();
    let sent = held.picture_sent.is_some().then(|| notice("success", t!(lang, "picture-kept")));
    view! {
        {shown}{sent}
        {kept.map(|kept| form.hidden("picture", kept))}
        <div class=if wrong { "field is-wrong" } else { "field" }>
            <label for=id.clone()>{t!(lang, "proposals-picture")}" "<span class="optional">{t!(lang, "form-optional")}</span></label>
            <p class="hint" id=format!("{id}-hint")>{t!(lang, "proposals-picture-hint", max = MOST / 1024 / 1024)}</p>
            {errors(lang, &problems, &id)}
            <input id=id name="file" type="file" accept="image/jpeg,image/png,image/webp" aria-invalid=wrong.then_some("true") aria-describedby=described/>
        </div>
        {form.text("alt", t!(lang, "picture-alt")).default(said).hint(t!(lang, "proposals-alt-hint")).optional().view()}
    }
    .into_any()
}
