//! `/r/:round/source/merge`: what the source changed since, part by part, for a facilitator to take in or to leave.

use domain::{
    Refusal,
    access::Act,
    charter::{
        article::may_draft,
        merge::Part,
        takeover::{Ask, Kind, Words, passages},
    },
    id::RoundId,
};
use leptos::prelude::*;
use leptos_meta::Title;

use super::{
    super::{
        diff::paragraphs,
        loaded::tongue,
        overtaken::{Said, passage},
    },
    loaded::{Asked, Copy, Remerge, remerge},
    source_page::named,
    take::note,
};
use crate::{
    i18n::{Lang, t},
    process::round::{load, path},
    ui::{Form, crumbs, date::day_view, empty, form::Field, notice, page, page::param, translated_line},
    visit::Visit,
};

#[component]
pub fn RemergePage() -> impl IntoView {
    let id = param::<RoundId>("round");
    page(move |visit| async move {
        let id = id?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let (entry, round, process) = load(&visit, &mut c, Act::SourceMergePage, id).await?;
        may_draft(entry.kind, &entry.calendar, store::charter::is_frozen(&mut c, id).await?, visit.now)?;
        let copy = Copy::load(&mut c, id).await?.ok_or_else(Refusal::not_found)?;
        let found = remerge(&mut c, &copy).await?;
        let tongue = tongue(&process.language, lang);
        let fixed = entry.calendar.must_not_have_opened(visit.now).is_err();
        let inside = match &found {
            None => empty(t!(lang, "remerge-none"), t!(lang, "remerge-none-words")),
            Some(found) => asked(&visit, id, found, tongue.as_deref(), fixed),
        };
        let title = t!(lang, "remerge-title");
        let mut path = path(&visit, &process, Some(&round));
        path.push((format!("/r/{id}/source"), t!(lang, "takeover-title")));
        let lead = found.as_ref().map(|found| {
            let source = translated_line(lang, &found.source.title);
            let link = format!("/r/{}", found.source.round_id);
            view! {
                <p class="lead"><a href=link>{source}</a>" ("<bdi>{found.source.territory.clone()}</bdi>", "
                    {t!(lang, "takeover-adopted-on")}" "{day_view(&visit, found.source.adopted_at)}")"</p>
            }
        });
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page">
                {crumbs(lang, path, title.clone())}
                <header class="title-block"><h1>{title}</h1>{lead}</header>
                {inside}
            </div>
        })
    })
}

/// Whether a part's words can still be written: a preamble is fixed once the round has opened.
const fn writable(kind: Kind, fixed: bool) -> bool {
    !(fixed && matches!(kind, Kind::Preamble))
}

fn asked(visit: &Visit, round: RoundId, found: &Remerge, tongue: Option<&str>, fixed: bool) -> AnyView {
    let lang = visit.lang;
    let settled = found.asked.iter().filter(|asked| matches!(asked.ask, Ask::Settled(_)) && writable(asked.kind, fixed)).count();
    let join = (settled > 0 || found.asked.is_empty()).then(|| {
        let form = Form::keyed(visit, Act::JoinSource, "join");
        let (words, send) = if settled > 0 {
            (t!(lang, "remerge-join-words", n = settled), t!(lang, "remerge-join"))
        } else {
            (t!(lang, "remerge-nothing"), t!(lang, "remerge-finish"))
        };
        form.view(view! { {form.hidden("round", round)}{form.hidden("source", found.source.round_id)}<p>{words}</p>{form.submit(send)} })
    });
    let items = found.asked.iter().map(|asked| item(visit, round, found, asked, tongue, fixed)).collect_view();
    view! {
        <p>{t!(lang, "remerge-lead", n = found.asked.len())}</p>
        {join}
        <ol class="items remerge">{items}</ol>
    }
    .into_any()
}

fn item(visit: &Visit, round: RoundId, found: &Remerge, asked: &Asked, tongue: Option<&str>, fixed: bool) -> AnyView {
    let lang = visit.lang;
    let base = asked.taken.as_ref().map(|taken| taken.words());
    let mine = asked.mine.as_ref().map(|mine| &mine.words);
    let theirs = asked.theirs.as_ref().map(|(_, theirs)| &theirs.words);
    let (state, start) = match &asked.ask {
        Ask::Settled(words) => ("settled", words.clone()),
        Ask::Open(words) => ("open", words.clone()),
        Ask::New => ("new", theirs.cloned().unwrap_or_default()),
        Ask::LeftOut => ("left_out", theirs.cloned().unwrap_or_default()),
        Ask::Removed => ("removed", Words::default()),
    };
    let conflicts = match (mine, theirs) {
        (Some(mine), Some(theirs)) => conflicts(lang, tongue, base.as_ref(), mine, theirs),
        _ => None,
    };
    let (before, after) = (base.unwrap_or_default(), theirs.cloned().unwrap_or_default());
    let source = diff(lang, tongue, asked.kind, &before, &after);
    let own = mine.filter(|mine| **mine != before).map(|mine| {
        let changes = diff(lang, tongue, asked.kind, &before, mine);
        view! { <details><summary>{t!(lang, "remerge-own-changes")}</summary><div class="stack">{changes}</div></details> }
    });
    let title = named(lang, asked.kind, mine.or(theirs));
    let id = format!("part-{}", asked.key);
    let kind = lang.of("takeover-one", asked.kind.as_str());
    view! {
        <li class="item" id=id>
            <h2 class="item-title"><bdi>{title}</bdi></h2>
            <p class="meta"><span>{kind}</span><span>{lang.of("remerge-state", state)}</span></p>
            {conflicts}
            <details open=matches!(asked.ask, Ask::Settled(_) | Ask::LeftOut)><summary>{t!(lang, "remerge-source-changes")}</summary>
                <div class="stack">{source}</div></details>
            {own}
            {form(visit, round, found, asked, &start, fixed)}
        </li>
    }
    .into_any()
}

/// The passages that both changed, beside each other.
fn conflicts(lang: Lang, tongue: Option<&str>, base: Option<&Words>, mine: &Words, theirs: &Words) -> Option<AnyView> {
    let names = [t!(lang, "article-title"), t!(lang, "article-body"), t!(lang, "easy-to-read")];
    let open: Vec<(String, Part)> = passages(base, mine, theirs)
        .into_iter()
        .zip(names)
        .flat_map(|(parts, name)| parts.into_iter().filter(|part| part.settled().is_none()).map(move |part| (name.clone(), part)))
        .collect();
    let said = Said::source(lang);
    let items = open.iter().enumerate().map(|(n, (name, part))| passage(lang, tongue, n + 1, name.clone(), &said, part)).collect_view();
    (!open.is_empty()).then(|| view! { <p>{t!(lang, "remerge-conflict", n = open.len())}</p><ol class="items">{items}</ol> }.into_any())
}

/// What differs, with the names that the words of this kind have.
fn diff(lang: Lang, tongue: Option<&str>, kind: Kind, old: &Words, new: &Words) -> AnyView {
    let parts = [
        (label(lang, kind, "title"), &old.title, &new.title),
        (label(lang, kind, "body"), &old.body, &new.body),
        (t!(lang, "easy-to-read"), &old.easy, &new.easy),
    ];
    let shown = |(name, old, new): &(String, &String, &String)| old != new && !(kind == Kind::Preamble && *name == parts[0].0);
    let shown = parts.iter().filter(|part| shown(part)).map(|(name, old, new)| {
        view! { <p class="small"><strong>{name.clone()}</strong></p>{paragraphs(lang, tongue, old, new)} }
    });
    shown.collect_view().into_any()
}

/// What a field is called in a part of this kind.
fn label(lang: Lang, kind: Kind, field: &str) -> String {
    match (kind, field) {
        (Kind::Definition, "title") => t!(lang, "remerge-term"),
        (Kind::Definition, _) => t!(lang, "remerge-meaning"),
        (Kind::Preamble, "body") => t!(lang, "charter-preamble"),
        (_, "title") => t!(lang, "article-title"),
        _ => t!(lang, "article-body"),
    }
}

fn form(visit: &Visit, round: RoundId, found: &Remerge, asked: &Asked, start: &Words, fixed: bool) -> AnyView {
    let (lang, kind) = (visit.lang, asked.kind);
    let form = Form::keyed(visit, Act::MergeSource, &asked.key);
    let (removed, writes) = (asked.ask == Ask::Removed, writable(kind, fixed));
    let mine = asked.mine.as_ref();
    let current = mine.map_or(0, |mine| mine.number);
    let filled = |field: Field, words: &str| field.default(words).view();
    let title = (kind != Kind::Preamble).then(|| filled(form.text("title", label(lang, kind, "title")), &start.title));
    let rows = if kind == Kind::Article { 12 } else { 5 };
    let body = (kind != Kind::Chapter).then(|| filled(form.area("body", label(lang, kind, "body")).rows(rows), &start.body));
    let easy = (kind == Kind::Article).then(|| filled(form.area("easy", t!(lang, "easy-to-read")).rows(5).optional(), &start.easy));
    let why = (kind == Kind::Article).then(|| filled(form.area("note", t!(lang, "article-note")).rows(2), &note(visit, &found.source)));
    let words = (writes && !removed).then(|| view! { {title}{body}{easy}{why} });
    let take = if removed {
        t!(lang, "remerge-take-out")
    } else if mine.is_none() {
        t!(lang, "remerge-add")
    } else if kind == Kind::Article {
        t!(lang, "remerge-save")
    } else {
        t!(lang, "remerge-save-words")
    };
    let keep = if mine.is_some() { t!(lang, "remerge-keep") } else { t!(lang, "remerge-leave") };
    // Of many long forms, those that need no choice wait behind a line.
    let fields = view! {
        {form.hidden("round", round)}{form.hidden("source", found.source.round_id)}{form.hidden("part", &asked.key)}
        {form.hidden("version", current)}
        {words}
        {(!writes).then(|| notice("info", t!(lang, "charter-frame-fixed")))}
        <p class="actions">
            {writes.then(|| view! { <button class="button is-primary" type="submit" name="choice" value="take">{take}</button> })}
            <button class="button is-secondary" type="submit" name="choice" value="keep">{keep}</button>
        </p>
    };
    let open = form.refused() || !matches!(asked.ask, Ask::Settled(_));
    view! { <details open=open><summary>{t!(lang, "remerge-decide")}</summary>{form.view(fields)}</details> }.into_any()
}
