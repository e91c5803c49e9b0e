//! The screen for paper: printing the form, keying sheets, how far one is.

use domain::{
    access::Act,
    id::RoundId,
    round::RoundKind,
    survey::{Answers, Form as Questions, paper},
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::{
    paper::{Keying, Progress, Sheet},
    process::College,
    round::Entry,
};

use super::{entry, key::must_take_sheets, print::languages, settle};
use crate::{
    i18n::{Lang, t},
    process::round::{load, path},
    survey::save,
    ui::{
        Form, crumbs, notice, page,
        page::{param, query},
    },
    visit::Visit,
};

/// On the page of a round, for facilitators: paper, and writing for somebody.
pub fn links(visit: &Visit, entry: &Entry, round: RoundId) -> Option<AnyView> {
    let (lang, now) = (visit.lang, visit.now);
    let asks = matches!(entry.kind, RoundKind::Survey | RoundKind::Evaluation) && entry.who.may(Act::PaperPage);
    let proxy = entry.calendar.must_be_open(now).is_ok().then(|| {
        view! { <li><a href=format!("/r/{round}/proxy")>{t!(lang, "proxy-link")}</a></li> }
    });
    asks.then(|| view! { <li><a href=format!("/r/{round}/paper")>{t!(lang, "paper-link")}</a></li>{proxy} }.into_any())
}

/// What the page shows under its title.
struct Desk<'a> {
    visit: &'a Visit,
    round: RoundId,
    form: &'a Questions,
    colleges: &'a [College],
    open: bool,
}

#[component]
pub fn PaperPage() -> impl IntoView {
    let id = param::<RoundId>("round");
    let (asked, done, n) = (query("sheet"), query("done"), query("n"));
    page(move |visit| async move {
        let id = id?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let (entry, round, process) = load(&visit, &mut c, Act::PaperPage, id).await?;
        let form = save::form(&mut c, id, entry.kind).await?;
        let colleges = store::process::colleges(&mut c, entry.process).await?;
        let open = must_take_sheets(&entry.calendar, visit.now).is_ok();
        let desk = Desk { visit: &visit, round: id, form: &form, colleges: &colleges, open };
        let number = asked.as_deref().filter(|_| open).map(|typed| paper::sheet("sheet", typed, id));
        let wrong = number.as_ref().and_then(|number| number.as_ref().err()).map(|problem| notice("error", lang.problem(problem)));
        let (title, content) = match number.and_then(Result::ok) {
            Some(number) => {
                let sheet = store::paper::read(&mut c, id, number).await?;
                let before = asked.as_deref().is_some_and(|typed| paper::printed_before(&form, &languages(&form), typed));
                let before = before.then(|| notice("warning", t!(lang, "paper-printed-before")));
                (t!(lang, "paper-sheet-title", n = number), view! { {before}{desk.sheet(&entry, number, sheet)} }.into_any())
            }
            None => {
                let progress = store::paper::progress(&mut c, id).await?;
                let done = done.as_deref().zip(n.as_deref().and_then(|n| n.parse::<u32>().ok())).and_then(|(done, n)| said(lang, done, n));
                let next = n.and_then(|n| n.parse::<u32>().ok()).map(|n| n + 1).filter(|n| *n <= paper::SHEETS);
                (t!(lang, "paper-title"), view! { {desk.printing()}{desk.keying(done, wrong, next, &progress)} }.into_any())
            }
        };
        let mut way = path(&visit, &process, Some(&round));
        if asked.is_some() {
            way.push((format!("/r/{id}/paper"), t!(lang, "paper-title")));
        }
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page">
                {crumbs(lang, way, title.clone())}
                <header class="title-block"><h1>{title}</h1></header>
                {content}
            </div>
        })
    })
}

/// What became of the sheet that was just keyed.
fn said(lang: Lang, done: &str, n: u32) -> Option<AnyView> {
    Some(notice(
        "success",
        match done {
            "once" => t!(lang, "paper-done-once", n = n),
            "counted" => t!(lang, "paper-done-counted", n = n),
            "forgotten" => t!(lang, "paper-done-forgotten", n = n),
            _ => return None,
        },
    ))
}

impl Desk<'_> {
    fn lang(&self) -> Lang {
        self.visit.lang
    }

    fn printing(&self) -> AnyView {
        let (lang, id) = (self.lang(), self.round);
        if self.form.questions().next().is_none() {
            return notice("info", t!(lang, "paper-no-questions"));
        }
        let words = |tag: &str| {
            if tag == domain::lang::EASY { t!(lang, "easy-to-read") } else { lang.of("language", tag.split('-').next().unwrap_or(tag)) }
        };
        let options = languages(self.form)
            .into_iter()
            .map(|tag| {
                let name = words(&tag);
                // A language that the screens have no name for is named by its tag.
                let name = if name.starts_with("language-") { tag.clone() } else { name };
                view! { <option value=tag>{name}</option> }
            })
            .collect_view();
        view! {
            <h2>{t!(lang, "paper-print")}</h2>
            <p>{t!(lang, "paper-print-words")}</p>
            <form class="form" method="get" action=format!("/r/{id}/paper.pdf") target="_blank">
                <div class="fields">
                    <div class="field"><label for="language">{t!(lang, "paper-language")}</label><select id="language" name="language">{options}</select></div>
                    <div class="field"><label for="copies">{t!(lang, "paper-copies")}</label>
                        <p class="hint" id="copies-hint">{t!(lang, "paper-copies-hint", max = paper::COPIES)}</p>
                        <input id="copies" name="copies" type="number" min="1" max=paper::COPIES.to_string() class="is-short" autocomplete="off" aria-describedby="copies-hint"/></div>
                    <div class="field"><label for="first">{t!(lang, "paper-first")}</label>
                        <input id="first" name="first" type="number" min="1" max=paper::SHEETS.to_string() class="is-short" autocomplete="off"/></div>
                </div>
                <p class="actions"><button class="button is-primary" type="submit">{t!(lang, "paper-make-pdf")}</button></p>
            </form>
            {notice("info", t!(lang, "paper-numbers"))}
        }
        .into_any()
    }

    fn keying(&self, done: Option<AnyView>, wrong: Option<AnyView>, next: Option<u32>, progress: &Progress) -> AnyView {
        let (lang, id) = (self.lang(), self.round);
        if !self.open {
            return view! { <h2 id="key">{t!(lang, "paper-key")}</h2><p>{t!(lang, "paper-not-now")}</p> }.into_any();
        }
        view! {
            <h2 id="key">{t!(lang, "paper-key")}</h2>
            {done}{wrong}
            <p>{t!(lang, "paper-key-words")}</p>
            <form class="form" method="get" action=format!("/r/{id}/paper")>
                <div class="field"><label for="sheet">{t!(lang, "paper-which-sheet")}</label>
                    <p class="hint" id="sheet-hint">{t!(lang, "paper-which-sheet-hint")}</p>
                    <input id="sheet" name="sheet" type="text" class="is-short" autocomplete="off" aria-describedby="sheet-hint"
                        value=next.map(|n| n.to_string())/></div>
                <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "paper-open-sheet")}</button></p>
            </form>
            {progress_view(lang, id, progress)}
        }
        .into_any()
    }

    fn sheet(&self, entry: &Entry, number: u32, sheet: Sheet) -> AnyView {
        let (lang, id) = (self.lang(), self.round);
        match sheet {
            Sheet::New => self.typing(number, false, None),
            Sheet::Once(first) => self.typing(number, true, Some((&first, entry))),
            Sheet::ToSettle(both) => settle::view(self.visit, id, self.form, number, self.colleges, &both),
            Sheet::Counted => view! {
                {notice("success", t!(lang, "paper-is-counted"))}
                <p class="actions"><a class="button is-secondary" href=format!("/r/{id}/paper#key")>{t!(lang, "paper-another")}</a></p>
            }
            .into_any(),
        }
    }

    /// The whole form to type. At the second time, nothing of the first is shown.
    fn typing(&self, number: u32, again: bool, first: Option<(&Keying, &Entry)>) -> AnyView {
        let (lang, id) = (self.lang(), self.round);
        let fields = Form::new(self.visit, Act::KeySheet);
        let printed = paper::printed(self.form);
        let mine = first.is_some_and(|(first, entry)| Some(first.account_id) == entry.who.account);
        let words = if again { t!(lang, "paper-second-time") } else { t!(lang, "paper-first-time") };
        let language = if paper::asks_by_language(self.form) {
            let options = languages(self.form).into_iter().map(|tag| (tag.clone(), tag)).collect();
            fields.select("language", t!(lang, "paper-language"), options, lang.tag())
        } else {
            fields.hidden("language", lang.tag())
        };
        let inside = view! {
            {fields.hidden("round", id)}{fields.hidden("sheet", number)}{again.then(|| fields.hidden("again", "true"))}
            {language}
            {entry::college(lang, &fields, t!(lang, "paper-college"), self.colleges, None)}
            {entry::questions(lang, &fields, &printed, &Answers::new())}
            {fields.submit(if again { t!(lang, "paper-save-second") } else { t!(lang, "paper-save-first") })}
        };
        view! {
            <p>{words} " " {t!(lang, "paper-blank")}</p>
            {mine.then(|| notice("warning", t!(lang, "paper-same-person")))}
            {fields.view(inside)}
            {again.then(|| forgetting(self.visit, id, number))}
        }
        .into_any()
    }
}

/// A way out for a sheet under a wrong number.
pub fn forgetting(visit: &Visit, round: RoundId, number: u32) -> AnyView {
    let lang = visit.lang;
    let fields = Form::new(visit, Act::ForgetSheet);
    let inside = view! {
        {fields.hidden("round", round)}{fields.hidden("sheet", number)}
        <p>{t!(lang, "paper-forget-words")}</p>
        <p class="actions"><button class="button is-danger" type="submit">{t!(lang, "paper-forget")}</button></p>
    };
    view! { <details><summary>{t!(lang, "paper-forget-title")}</summary>{fields.view(inside)}</details> }.into_any()
}

fn progress_view(lang: Lang, round: RoundId, progress: &Progress) -> AnyView {
    let Progress { once, to_settle, counted } = progress;
    let twice = to_settle.len() + counted.len();
    let row = |words: String, n: usize| view! { <div><dt>{words}</dt><dd>{n}</dd></div> };
    let list = |title: String, numbers: &[i64]| {
        (!numbers.is_empty()).then(|| {
            let links = numbers
                .iter()
                .map(|n| view! { <li><a class="button is-quiet is-small" href=format!("/r/{round}/paper?sheet={n}")>{*n}</a></li> });
            view! { <h3>{title}</h3><ul class="cluster sheet-numbers">{links.collect_view()}</ul> }
        })
    };
    view! {
        <h3>{t!(lang, "paper-progress")}</h3>
        <dl class="facts">
            {row(t!(lang, "paper-keyed-once"), once.len())}{row(t!(lang, "paper-keyed-twice"), twice)}
            {row(t!(lang, "paper-to-settle"), to_settle.len())}{row(t!(lang, "paper-counted"), counted.len())}
        </dl>
        {list(t!(lang, "paper-list-to-settle"), to_settle)}
        {list(t!(lang, "paper-list-once"), once)}
    }
    .into_any()
}
