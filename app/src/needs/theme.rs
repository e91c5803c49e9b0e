//! One theme: its words, its texts, and what becomes of it: merged, split, made a need.

use domain::{
    Refusal,
    access::Act,
    lang::LangText,
    needs::{
        Group,
        coding::{Bearing, Sheet, TextId},
        shown,
    },
};
use leptos::prelude::*;
use store::{
    Conn,
    needs::coding::{Theme, key},
};

use super::{
    api,
    book::theme_fields,
    card,
    desk::{Desk, address},
    edit::need_fields,
};
use crate::{
    AppError,
    i18n::t,
    ui::{Form, form::errors, notice, paragraphs, translated_line},
};

/// Texts among which one chooses those of a new theme.
const MOST: usize = 100;

pub async fn view(desk: &Desk, c: &mut Conn) -> Result<AnyView, AppError> {
    let lang = desk.lang;
    let code = desk.visit.asked("theme").unwrap_or_default();
    let theme = desk.themes().find(|theme| theme.code == code).ok_or_else(Refusal::not_found)?;
    Ok(view! {
        <section class="stack" aria-labelledby="theme">
            <h2 id="theme">{translated_line(lang, &theme.title)}</h2>
            {paragraphs(&theme.definition)}
            {editing(desk, theme)}
        </section>
        {need(desk, c, theme).await?}
        {splitting(desk, c, theme).await?}
        {merging(desk, theme)}
        <p><a href=format!("{}#themes", address(desk.round.id, "book"))>{t!(lang, "theme-back")}</a></p>
    }
    .into_any())
}

fn editing(desk: &Desk, theme: &Theme) -> AnyView {
    let lang = desk.lang;
    let form = Form::keyed(&desk.visit, Act::EditTheme, "theme");
    let open = form.refused();
    let fields = view! {
        {form.hidden("theme", theme.id)}
        {theme_fields(desk, &form, &theme.title, &theme.definition)}
        {form.submit(t!(lang, "save"))}
    };
    view! { <details open=open><summary>{t!(lang, "theme-edit")}</summary>{form.view(fields)}</details> }.into_any()
}

/// What the need would say, and the form that makes it one.
async fn need(desk: &Desk, c: &mut Conn, theme: &Theme) -> Result<Option<AnyView>, AppError> {
    let lang = desk.lang;
    if !desk.entry.who.may(Act::MakeNeed) {
        return Ok(None);
    }
    let needs = store::needs::of_process(c, desk.round.process_id).await?;
    let made = needs.iter().find(|need| need.theme_id == theme.id && need.withdrawn_reason.is_none());
    let counts = api::count(c, desk.round.id, theme.id).await?;
    let respondents = store::responses::respondents(c, desk.round.id).await?;
    let colleges = desk.colleges();
    let groups: Vec<Group> = colleges
        .iter()
        .map(|(id, ..)| {
            let count = counts.get(id).copied().unwrap_or_default();
            let respondents = respondents.iter().find(|(college, _)| college == id).map_or(0, |(_, n)| *n);
            Group { respondents, read: count.read, named: count.named }
        })
        .collect();
    let names: Vec<_> = colleges.into_iter().map(|(_, kind, name)| (kind, name)).collect();
    let disputed = desk.sheets.values().filter(|sheet| sheet.bearing(theme.id) == Bearing::Disputed).count();
    let unsettled = (disputed > 0).then(|| {
        let href = format!("{}#apart", address(desk.round.id, "agreement"));
        notice("warning", view! { {t!(lang, "need-disputed", n = disputed)} " " <a href=href>{t!(lang, "apart-all")}</a> })
    });
    let form = Form::keyed(&desk.visit, Act::MakeNeed, "need");
    let making = if let Some(made) = made {
        view! { <p>{t!(lang, "need-made")} " " <a href=format!("/need/{}/edit", made.id)>{translated_line(lang, &made.title)}</a></p> }
            .into_any()
    } else {
        let open = form.refused();
        let words = domain::needs::Words { title: theme.title.clone(), ..domain::needs::Words::default() };
        let fields = view! {
            {form.hidden("theme", theme.id)}
            {need_fields(&desk.visit, &form, &words)}
            {form.submit(t!(lang, "need-make"))}
        };
        view! { <details open=open><summary>{t!(lang, "need-write")}</summary>{form.view(fields)}</details> }.into_any()
    };
    Ok(Some(
        view! {
            <section class="stack" aria-labelledby="need">
                <h2 id="need">{t!(lang, "need-from-theme")}</h2>
                <p>{t!(lang, "need-counts-lead")}</p>
                {card::counts(lang, &names, &shown(desk.round.mode, &groups))}
                {unsettled}
                {making}
            </section>
        }
        .into_any(),
    ))
}

/// The texts that bear it and that this person may see coded, to be moved to a new theme.
async fn splitting(desk: &Desk, c: &mut Conn, theme: &Theme) -> Result<Option<AnyView>, AppError> {
    let lang = desk.lang;
    let mut texts: Vec<(String, &TextId, &Sheet)> = desk
        .sheets
        .iter()
        .filter(|(_, sheet)| sheet.seen_by(desk.me) && sheet.bearing(theme.id) != Bearing::No)
        .map(|(text, sheet)| (key(text), text, sheet))
        .collect();
    texts.sort_by(|(a, ..), (b, ..)| a.cmp(b));
    texts.truncate(MOST);
    if texts.is_empty() {
        return Ok(None);
    }
    let ids: Vec<TextId> = texts.iter().map(|(_, text, _)| (*text).clone()).collect();
    let mut words = std::collections::BTreeMap::new();
    for some in ids.chunks(domain::needs::coding::PAGE) {
        words.extend(store::needs::coding::words(c, desk.round.id, some).await?);
    }
    let form = Form::keyed(&desk.visit, Act::SplitTheme, "split");
    let problems = form.problems("texts");
    let id = form.id("texts");
    let boxes = texts
        .iter()
        .map(|(key, text, _)| {
            let checked = form.ticked("texts[]", key, false);
            view! {
                <label class="choice"><input type="checkbox" name="texts[]" value=key.clone() checked=checked/>
                    <span dir="auto">{words.get(*text).cloned().unwrap_or_default()}</span></label>
            }
        })
        .collect_view();
    let n = texts.len();
    let fields = view! {
        {form.hidden("theme", theme.id)}
        <fieldset class=if problems.is_empty() { "choices" } else { "choices is-wrong" } id=id.clone() tabindex="-1">
            <legend>{t!(lang, "theme-split-texts")}</legend>
            {errors(lang, &problems, &id)}
            {boxes}
        </fieldset>
        {theme_fields(desk, &form, &LangText::default(), "")}
        <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "theme-split-do")}</button></p>
    };
    let open = form.refused();
    Ok(Some(
        view! {
            <section class="stack" aria-labelledby="split">
                <h2 id="split">{t!(lang, "theme-split", n = n)}</h2>
                <details open=open><summary>{t!(lang, "theme-split-open")}</summary><p>{t!(lang, "theme-split-words")}</p>{form.view(fields)}</details>
            </section>
        }
        .into_any(),
    ))
}

fn merging(desk: &Desk, theme: &Theme) -> Option<AnyView> {
    let lang = desk.lang;
    let mut others = vec![(String::new(), t!(lang, "theme-choose"))];
    others.extend(desk.themes().filter(|other| other.id != theme.id).map(|other| (other.code.clone(), desk.title(other))));
    let form = Form::keyed(&desk.visit, Act::MergeTheme, "merge");
    let open = form.refused();
    (others.len() > 1).then(|| {
        let fields = view! {
            {form.hidden("theme", theme.id)}
            {form.select("into", t!(lang, "theme-merge-into"), others, "")}
            <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "theme-merge-do")}</button></p>
        };
        view! {
            <section class="stack" aria-labelledby="merge">
                <h2 id="merge">{t!(lang, "theme-merge")}</h2>
                <details open=open><summary>{t!(lang, "theme-merge-open")}</summary><p>{t!(lang, "theme-merge-words")}</p>{form.view(fields)}</details>
            </section>
        }
        .into_any()
    })
}
