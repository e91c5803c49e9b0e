//! Texts to be read, page by page, with a box for each theme.

use domain::{
    access::Act,
    id::{CollegeId, ThemeId},
    needs::coding::{NONE, PAGE, Sheet, TextId},
};
use leptos::prelude::*;
use store::Conn;

use super::{
    coding_api::field,
    desk::{Asked, Desk, address, turn},
};
use crate::{
    AppError,
    i18n::t,
    ui::{Form, form::errors, notice, paragraphs},
};

pub async fn view(desk: &Desk, c: &mut Conn) -> Result<AnyView, AppError> {
    let lang = desk.lang;
    let wanted = desk.visit.asked("question");
    let Some(question) = wanted.map_or(desk.questions.first(), |key| desk.question(key)) else {
        return if wanted.is_some() {
            Err(domain::Refusal::not_found().into())
        } else {
            Ok(notice("info", t!(lang, "coding-no-question")))
        };
    };
    let all = store::needs::coding::texts(c, desk.round.id, &question.key).await?;
    let page = desk.page();
    let here: Vec<_> =
        all.iter().enumerate().skip(page * PAGE).take(PAGE).map(|(at, (key, (text, college)))| (at, key, text, *college)).collect();
    let words =
        store::needs::coding::words(c, desk.round.id, &here.iter().map(|(_, _, text, _)| (*text).clone()).collect::<Vec<_>>()).await?;
    let form = Form::new(&desk.visit, Act::SaveCoding);
    let base = format!("{}&question={}&", address(desk.round.id, "texts"), question.key);
    let last = (page + 1) * PAGE >= all.len();
    let texts: Vec<_> = here
        .iter()
        .map(|(at, key, text, college)| {
            let said = words.get(*text).map(String::as_str).unwrap_or_default();
            let head = Head { number: at + 1, of: all.len(), key, college: *college };
            match desk.sheets.get(*text) {
                Some(sheet) if sheet.is_shared() => shared(desk, &head, said, sheet),
                sheet => open(desk, &form, &head, said, sheet),
            }
        })
        .collect();
    let buttons = if last {
        view! { <button class="button is-primary" type="submit">{t!(lang, "coding-save")}</button> }.into_any()
    } else {
        view! {
            <button class="button is-primary" type="submit" name="go" value="next">{t!(lang, "coding-save-next")}</button>
            <button class="button is-secondary" type="submit">{t!(lang, "coding-save")}</button>
        }
        .into_any()
    };
    let content = if desk.themes().next().is_none() {
        let book = address(desk.round.id, "book");
        notice("info", view! { {t!(lang, "themes-first")} " " <a href=format!("{book}#themes")>{t!(lang, "theme-new")}</a> })
    } else if texts.is_empty() {
        view! { <p>{t!(lang, "coding-no-text")}</p> }.into_any()
    } else {
        form.view(view! {
            {form.hidden("round", desk.round.id)}{form.hidden("question", &question.key)}{form.hidden("page", page + 1)}
            {texts}
            <p class="actions">{buttons}</p>
        })
    };
    Ok(view! {
        {questions(desk, question)}
        <section class="stack" aria-labelledby="texts">
            <h2 id="texts">{desk.question_words(question)}</h2>
            <p>{t!(lang, "coding-read-of", read = desk.read_by(desk.me, Some(&question.key)), n = question.n)} " " {next_unread(desk, &all, &base)}</p>
            {definitions(desk)}
            {content}
            {turn(lang, &base, page, all.len())}
        </section>
    }
    .into_any())
}

/// Where the others are, if there are others.
fn questions(desk: &Desk, here: &Asked) -> Option<AnyView> {
    let lang = desk.lang;
    let links = desk
        .questions
        .iter()
        .filter(|asked| asked.n > 0)
        .map(|asked| {
            let href = format!("{}&question={}#texts", address(desk.round.id, "texts"), asked.key);
            let current = (asked.key == here.key).then_some("true");
            view! { <li><a href=href aria-current=current>{desk.question_words(asked)}</a> " " <span class="small">{t!(lang, "coding-texts", n = asked.n)}</span></li> }
        })
        .collect::<Vec<_>>();
    (links.len() > 1)
        .then(|| view! { <details><summary>{t!(lang, "coding-other-questions")}</summary><ul>{links}</ul></details> }.into_any())
}

/// A way to the first text that this person may still read.
fn next_unread(desk: &Desk, all: &std::collections::BTreeMap<String, (TextId, CollegeId)>, base: &str) -> Option<AnyView> {
    let unread = |text: &TextId| desk.sheets.get(text).is_none_or(|sheet| !sheet.seen_by(desk.me));
    let (at, (key, _)) = all.iter().enumerate().find(|(_, (_, (text, _)))| unread(text))?;
    Some(view! { <a href=format!("{base}page={}#{key}", at / PAGE + 1)>{t!(desk.lang, "coding-next-unread")}</a> }.into_any())
}

fn definitions(desk: &Desk) -> Option<AnyView> {
    let items: Vec<_> = desk
        .themes()
        .filter(|theme| !theme.definition.is_empty())
        .map(|theme| view! { <div><dt>{desk.title(theme)}</dt><dd>{paragraphs(&theme.definition)}</dd></div> })
        .collect();
    (!items.is_empty()).then(|| {
        view! { <details><summary>{t!(desk.lang, "coding-definitions")}</summary><dl class="facts">{items}</dl></details> }.into_any()
    })
}

struct Head<'a> {
    number: usize,
    of: usize,
    key: &'a str,
    college: CollegeId,
}

impl Head<'_> {
    fn view(&self, desk: &Desk) -> AnyView {
        let words = t!(desk.lang, "coding-text", n = self.number, of = self.of);
        view! { {words} " " {desk.college(self.college)} }.into_any()
    }
}

/// A text that this person may mark.
fn open(desk: &Desk, form: &Form, head: &Head<'_>, said: &str, sheet: Option<&Sheet>) -> AnyView {
    let lang = desk.lang;
    let name = field(head.key);
    let problems = form.problems(&name);
    let wrong = !problems.is_empty();
    let id = head.key.to_owned();
    let mine = sheet.and_then(|sheet| sheet.readers.get(&desk.me));
    let boxes = desk
        .themes()
        .map(|theme| {
            let checked = form.ticked(&name, &theme.code, mine.is_some_and(|given| given.contains(&theme.id)));
            view! {
                <label class="choice"><input type="checkbox" name=name.clone() value=theme.code.clone() checked=checked/><span>{desk.title(theme)}</span></label>
            }
        })
        .collect_view();
    let none = form.ticked(&name, NONE, mine.is_some_and(std::collections::BTreeSet::is_empty));
    // Where a refusal's message leads.
    let target = form.id(&name);
    view! {
        <fieldset class=if wrong { "choices is-row coding is-wrong" } else { "choices is-row coding" } id=id.clone() aria-describedby=wrong.then(|| format!("{id}-error"))>
            <legend id=target tabindex="-1">{head.view(desk)}</legend>
            <blockquote dir="auto">{paragraphs(said)}</blockquote>
            {errors(lang, &problems, &id)}
            // So that a text without any mark is sent too.
            <input type="hidden" name=name.clone() value=""/>
            {boxes}
            <label class="choice is-aside"><input type="checkbox" name=name value=NONE checked=none/><span>{t!(lang, "coding-none")}</span></label>
        </fieldset>
    }
    .into_any()
}

/// A text that both have read: what it bears, who gave what, and a way to settle it.
fn shared(desk: &Desk, head: &Head<'_>, said: &str, sheet: &Sheet) -> AnyView {
    let lang = desk.lang;
    let disputed = sheet.disputed();
    let href = format!("{}&text={}#apart", address(desk.round.id, "agreement"), head.key);
    let words = if disputed.is_empty() { t!(lang, "coding-look-again") } else { t!(lang, "coding-to-settle", n = disputed.len()) };
    view! {
        <section class="coding" id=head.key.to_owned() aria-label=t!(lang, "coding-text", n = head.number, of = head.of)>
            <p class="coding-head">{head.view(desk)}</p>
            <blockquote dir="auto">{paragraphs(said)}</blockquote>
            <p class="small">{given(desk, sheet)}</p>
            <p class="small"><a href=href>{words}</a></p>
        </section>
    }
    .into_any()
}

/// "Maud : Horaires, Prix. Inès : Horaires."
pub fn given(desk: &Desk, sheet: &Sheet) -> AnyView {
    let titles = |given: &std::collections::BTreeSet<ThemeId>| {
        let titles: Vec<String> = desk.themes().filter(|theme| given.contains(&theme.id)).map(|theme| desk.title(theme)).collect();
        if titles.is_empty() { t!(desk.lang, "coding-none") } else { titles.join(", ") }
    };
    sheet
        .readers
        .iter()
        .map(|(coder, themes)| view! { <span class="coding-given"><bdi>{desk.coder(*coder)}</bdi>" : "{titles(themes)}". "</span> })
        .collect_view()
        .into_any()
}
