//! Pages on which a facilitator makes a round, says when it runs, closes and publishes it.

use domain::{
    access::Act,
    id::{ProcessId, RoundId},
    lang::LangText,
    round::{Mode, RoundKind, State},
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::round::{Entry, Round};

use super::{
    content,
    edit::saved_notice,
    languages::{Words, fields},
    round::{load, path},
    when::state_and_dates,
};
use crate::{
    i18n::{Lang, t},
    ui::{
        Form, crumbs,
        date::local_input,
        notice, page,
        page::{param, query},
    },
    visit::Visit,
};

#[component]
pub fn NewRoundPage() -> impl IntoView {
    let id = param::<ProcessId>("process");
    page(move |visit| async move {
        let id = id?;
        let mut c = visit.read().await?;
        let (process, _who) = visit.enter(&mut c, Act::NewRoundPage, id).await?;
        let lang = visit.lang;
        let form = Form::new(&visit, Act::CreateRound);
        let kinds = RoundKind::ALL
            .iter()
            .map(|kind| {
                (kind.to_string(), format!("{}\n{}", lang.of("round-kind", kind.as_str()), lang.of("round-kind-words", kind.as_str())))
            })
            .collect();
        let nothing = LangText::default();
        let title = t!(lang, "tool-new-round");
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page">
                {crumbs(lang, path(&visit, &process, None), title.clone())}
                <header class="title-block"><h1>{title}</h1><p class="lead">{t!(lang, "round-new-lead")}</p></header>
                {form.view(view! {
                    {form.hidden("process", id)}
                    {form.choices("kind", t!(lang, "round-which-kind"), kinds, &[RoundKind::Survey.as_str()], false)}
                    {words(&form, lang, &nothing, &nothing)}
                    {modes(&form, lang, Mode::Anonymous)}
                    <p class="hint">{t!(lang, "mode-hint")}</p>
                    {form.submit(t!(lang, "round-create"))}
                })}
            </div>
        })
    })
}

#[component]
pub fn RoundEditPage() -> impl IntoView {
    let id = param::<RoundId>("round");
    let saved = query("saved").is_some();
    page(move |visit| async move {
        let id = id?;
        let mut c = visit.read().await?;
        let (entry, round, process) = load(&visit, &mut c, Act::RoundEditPage, id).await?;
        let editor = content::edit(&visit, &mut c, &round, &entry).await?;
        let lang = visit.lang;
        let state = entry.calendar.state(visit.now);
        // What is to be done now comes first, what cannot be undone last.
        let over = (state == State::Closed)
            .then(|| section("publish", t!(lang, "round-publish"), t!(lang, "round-publish-words"), publish(&visit, id)));
        let waiting = if state == State::Closed { store::paper::progress(&mut c, id).await?.waiting() } else { 0 };
        let waiting = (waiting > 0).then(|| notice("warning", t!(lang, "paper-pending", n = waiting)));
        let close =
            (state == State::Open).then(|| section("close", t!(lang, "round-close"), t!(lang, "round-close-words"), close(&visit, id)));
        let schedule = matches!(state, State::Draft | State::Announced | State::Open)
            .then(|| section("dates", t!(lang, "round-dates"), t!(lang, "round-dates-words"), schedule(&visit, &entry, id)));
        let texts = (state != State::Published)
            .then(|| section("words", t!(lang, "round-words"), t!(lang, "round-words-words"), describe(&visit, &entry, &round)));
        Ok(view! {
            <Title text=t!(lang, "round-edit")/>
            <div class="page">
                {crumbs(lang, path(&visit, &process, Some(&round)), t!(lang, "round-edit"))}
                <header class="title-block">
                    <p class="eyebrow">{lang.of("round-kind", round.kind.as_str())}</p>
                    <h1>{t!(lang, "round-edit-of", title = round.title.text(lang.tag()))}</h1>
                    <p class="meta">{state_and_dates(&visit, &entry.calendar)}</p>
                </header>
                {contents(&visit, id, state)}
                {saved_notice(&visit, saved)}
                {notice("info", lang.of("round-step", state.as_str()))}
                {waiting}{over}
                <h2 id="content">{t!(lang, "round-content")}</h2>
                {editor}
                {texts}
                {schedule}
                {close}
            </div>
        })
    })
}

/// Links to the parts of the page.
fn contents(visit: &Visit, id: RoundId, state: State) -> AnyView {
    let lang = visit.lang;
    let link = |anchor: &str, words: String| view! { <li><a href=format!("#{anchor}")>{words}</a></li> };
    let close = (state == State::Open).then(|| link("close", t!(lang, "round-close")));
    let publish = (state == State::Closed).then(|| link("publish", t!(lang, "round-publish")));
    let dates = matches!(state, State::Draft | State::Announced | State::Open).then(|| link("dates", t!(lang, "round-dates")));
    let texts = (state != State::Published).then(|| link("words", t!(lang, "round-words")));
    view! {
        <nav class="tools" aria-label=t!(lang, "tools")><ul>
            <li><a href=format!("/r/{id}")>{t!(lang, "round-see")}</a></li>
            {publish}{link("content", t!(lang, "round-content"))}{texts}{dates}{close}
        </ul></nav>
    }
    .into_any()
}

fn section(id: &'static str, title: String, lead: String, content: AnyView) -> AnyView {
    view! { <h2 id=id>{title}</h2><p>{lead}</p>{content} }.into_any()
}

fn words(form: &Form, lang: Lang, title: &LangText, intro: &LangText) -> AnyView {
    let texts = [
        Words { name: "title", label: t!(lang, "words-title"), hint: None, rows: 1, value: title },
        Words { name: "intro", label: t!(lang, "round-intro"), hint: Some(t!(lang, "round-intro-hint")), rows: 8, value: intro },
    ];
    fields(form, lang, &texts)
}

fn modes(form: &Form, lang: Lang, mode: Mode) -> AnyView {
    let options = Mode::ALL
        .iter()
        .map(|mode| {
            (
                mode.to_string(),
                format!("{}\n{}", lang.of("mode", mode.as_str()).trim_end_matches('.'), lang.of("mode-choice", mode.as_str())),
            )
        })
        .collect();
    form.choices("mode", t!(lang, "mode-question"), options, &[mode.as_str()], false)
}

fn describe(visit: &Visit, entry: &Entry, round: &Round) -> AnyView {
    let lang = visit.lang;
    let form = Form::keyed(visit, Act::EditRound, "words");
    let free = entry.kind.may_be_anonymous() && entry.calendar.must_not_have_opened(visit.now).is_ok();
    let mode = if free {
        modes(&form, lang, round.mode)
    } else {
        view! {
            {form.hidden("mode", round.mode)}
            <p><strong>{lang.of("mode", round.mode.as_str())}</strong> " " {t!(lang, "mode-fixed")}</p>
        }
        .into_any()
    };
    form.view(view! {
        {form.hidden("round", round.id)}
        {words(&form, lang, &round.title, &round.intro)}
        {mode}
        {form.submit(t!(lang, "save"))}
    })
}

fn schedule(visit: &Visit, entry: &Entry, id: RoundId) -> AnyView {
    let lang = visit.lang;
    let zone = &visit.services.site.zone;
    let form = Form::keyed(visit, Act::ScheduleRound, "dates");
    let typed = |at: Option<i64>| at.map(|at| local_input(at, zone)).unwrap_or_default();
    let opened = entry.calendar.state(visit.now) == State::Open;
    let opens = if opened {
        form.hidden("opens_at", typed(entry.calendar.opens_at))
    } else {
        form.text("opens_at", t!(lang, "round-opens-at")).kind("datetime-local").default(typed(entry.calendar.opens_at)).view()
    };
    let announced = if opened {
        form.hidden("announced", "true")
    } else {
        form.tick("announced", t!(lang, "round-announced"), entry.calendar.announced)
    };
    form.view(view! {
        {form.hidden("round", id)}
        <div class="fields">
            {opens}
            {form.text("closes_at", t!(lang, "round-closes-at")).kind("datetime-local").default(typed(entry.calendar.closes_at)).view()}
        </div>
        {announced}
        {form.submit(t!(lang, "round-schedule"))}
    })
}

fn close(visit: &Visit, id: RoundId) -> AnyView {
    let lang = visit.lang;
    let form = Form::keyed(visit, Act::CloseRound, "close");
    form.view(view! {
        {form.hidden("round", id)}
        {form.tick("confirm", t!(lang, "round-close-confirm"), false)}
        <p class="actions"><button class="button is-danger" type="submit">{t!(lang, "round-close")}</button></p>
    })
}

fn publish(visit: &Visit, id: RoundId) -> AnyView {
    let lang = visit.lang;
    let form = Form::keyed(visit, Act::PublishRound, "publish");
    let nothing = LangText::default();
    let text = Words { name: "decision", label: t!(lang, "decision"), hint: Some(t!(lang, "decision-hint")), rows: 10, value: &nothing };
    form.view(view! {
        {form.hidden("round", id)}
        {fields(&form, lang, &[text])}
        {form.submit(t!(lang, "round-publish"))}
    })
}
