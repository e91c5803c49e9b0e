//! The code book: the themes, the questions to be read, who has read how much.

use domain::{access::Act, lang::LangText, text};
use leptos::prelude::*;
use store::{Conn, needs::coding::Theme};

use super::desk::{Desk, address};
use crate::{
    AppError,
    i18n::t,
    process::languages::{Words, fields},
    ui::{Form, notice, paragraphs, sign, translated_line},
};

pub async fn view(desk: &Desk, _c: &mut Conn) -> Result<AnyView, AppError> {
    let lang = desk.lang;
    let merged: Vec<_> = desk.book.iter().filter(|theme| theme.merged_into.is_some()).map(|theme| merged(desk, theme)).collect();
    let merged = (!merged.is_empty())
        .then(|| view! { <details><summary>{t!(lang, "themes-merged", n = merged.len())}</summary><ul>{merged}</ul></details> });
    let themes: Vec<_> = desk.themes().map(|theme| item(desk, theme)).collect();
    let list = if themes.is_empty() {
        view! { <p>{t!(lang, "themes-none")}</p> }.into_any()
    } else {
        view! { <ul class="items">{themes}</ul> }.into_any()
    };
    Ok(view! {
        <p>{t!(lang, "coding-lead")}</p>
        {notice("info", t!(lang, "coding-blind"))}
        {questions(desk)}
        {progress(desk)}
        <section class="stack" aria-labelledby="themes">
            <h2 id="themes">{t!(lang, "themes")}</h2>
            {list}
            {merged}
            {adding(desk)}
        </section>
    }
    .into_any())
}

/// The questions whose texts are to be read.
fn questions(desk: &Desk) -> AnyView {
    let lang = desk.lang;
    if desk.questions.is_empty() {
        return notice("info", t!(lang, "coding-no-question"));
    }
    let items = desk
        .questions
        .iter()
        .map(|asked| {
            let href = format!("{}&question={}#texts", address(desk.round.id, "texts"), asked.key);
            let words = t!(lang, "coding-read-of", read = desk.read_by(desk.me, Some(&asked.key)), n = asked.n);
            view! { <li class="item"><h3 class="item-title"><a href=href>{desk.question_words(asked)}</a></h3><p class="meta"><span>{words}</span></p></li> }
        })
        .collect_view();
    view! { <section class="stack" aria-labelledby="questions"><h2 id="questions">{t!(lang, "coding-questions")}</h2><ul class="items">{items}</ul></section> }
        .into_any()
}

/// How far each coder is; what they marked is not told.
fn progress(desk: &Desk) -> Option<AnyView> {
    let (lang, total) = (desk.lang, desk.total());
    let lines: Vec<_> = desk
        .coders
        .iter()
        .enumerate()
        .map(|(at, (id, name))| {
            let read = desk.read_by(*id, None);
            let label = format!("coder-{at}");
            view! {
                <div class="progress"><p id=label.clone()><bdi>{name.clone()}</bdi>" : "{t!(lang, "coding-progress", read = read, n = total)}</p>
                    <progress max=total.max(1).to_string() value=read.to_string() aria-labelledby=label></progress></div>
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        view! { <section class="stack" aria-labelledby="coders"><h2 id="coders">{t!(lang, "coding-coders")}</h2>{lines}</section> }
            .into_any()
    })
}

fn item(desk: &Desk, theme: &Theme) -> AnyView {
    let lang = desk.lang;
    let mine = desk.sheets.values().filter(|sheet| sheet.readers.get(&desk.me).is_some_and(|given| given.contains(&theme.id))).count();
    let href = format!("{}&theme={}", address(desk.round.id, "theme"), theme.code);
    view! {
        <li class="item" id=format!("theme-{}", theme.code)>
            <h3 class="item-title"><a href=href>{translated_line(lang, &theme.title)}</a></h3>
            <p class="meta"><span><code>{theme.code.clone()}</code></span><span>{t!(lang, "theme-mine", n = mine)}</span></p>
            {(!theme.definition.is_empty()).then(|| view! { <div class="excerpt">{paragraphs(&theme.definition)}</div> })}
        </li>
    }
    .into_any()
}

fn merged(desk: &Desk, theme: &Theme) -> AnyView {
    let into = theme.merged_into.and_then(|id| desk.theme(id)).map(|into| desk.title(into)).unwrap_or_default();
    view! { <li>{t!(desk.lang, "theme-merged-into", theme = desk.title(theme), into = into)}</li> }.into_any()
}

fn adding(desk: &Desk) -> AnyView {
    let lang = desk.lang;
    let form = Form::keyed(&desk.visit, Act::AddTheme, "new");
    let open = form.refused() || desk.themes().next().is_none();
    let fields = view! {
        {form.hidden("round", desk.round.id)}
        {theme_fields(desk, &form, &LangText::default(), "")}
        <p class="actions"><button class="button is-primary" type="submit">{sign("add")}{t!(lang, "theme-add")}</button></p>
    };
    view! { <details open=open><summary>{t!(lang, "theme-new")}</summary>{form.view(fields)}</details> }.into_any()
}

/// The fields of a theme.
pub fn theme_fields(desk: &Desk, form: &Form, title: &LangText, definition: &str) -> AnyView {
    let lang = desk.lang;
    let hint = Some(t!(lang, "theme-title-hint", max = text::NAME));
    let words = [Words { name: "title", label: t!(lang, "theme-title"), hint, rows: 1, value: title }];
    view! {
        {fields(form, lang, &words)}
        {form.area("definition", t!(lang, "theme-definition")).hint(t!(lang, "theme-definition-hint")).rows(3).optional().default(definition).view()}
    }
    .into_any()
}
