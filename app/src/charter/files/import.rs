//! A text written elsewhere becomes the preamble and the articles of a charter that is being prepared.

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use domain::{
    Refusal,
    access::Act,
    charter::{
        Frame,
        article::{self, Words},
        chapter,
        definition::{self, Meaning, key},
        document::{Document, Loss, Lost, check},
        markup::{typed, written},
    },
    id::{AccountId, ArticleId, ChapterId, RoundId},
};
use leptos::prelude::*;
use serde_json::json;
use store::{Conn, charter, round::Round};

use super::{
    super::{chapters_api::put, decision::drafting},
    read,
};
use crate::{
    AppError,
    error::fault,
    forms::{BINARY, show_answer},
    i18n::{Lang, t},
    ui::{Form, notice},
    visit::Visit,
};

/// Takes a file over. An article of the same title gets a new version, others come after those that are there. Gives what the file held
/// and the charter does not.
pub async fn import(round: RoundId, file: String) -> Result<Vec<Loss>, AppError> {
    let visit = Visit::current()?;
    // Nothing is unpacked for somebody who may not bring it.
    visit.allow_in_round(&mut visit.read().await?, Act::ImportCharter, round).await?;
    // Unpacking is work for a thread of its own.
    let (document, losses) = tokio::task::spawn_blocking(move || open(&file)).await.map_err(|error| fault(&error))??;
    let losses = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = drafting(&visit, c, Act::ImportCharter, round).await?;
                entry.calendar.must_not_have_opened(visit.now)?;
                let mut losses = losses;
                let process = store::process::find(c, entry.process).await?.ok_or_else(Refusal::not_found)?;
                let tag = if process.language.is_empty() { "fr" } else { &process.language };
                let own = store::round::find(c, round).await?.ok_or_else(Refusal::not_found)?.title;
                if !document.title.is_empty() && own.best(tag, "fr").0 != document.title {
                    losses.push(Loss { what: Lost::Title, n: 1, words: vec![document.title.clone()] });
                }
                losses.extend(set_preamble(c, round, tag, &document).await?);
                losses.extend(set_definitions(c, round, &document, visit.now).await?);
                let (new, changed, placed) = set_articles(c, round, &document, entry.who.account()?, &visit).await?;
                set_chapters(c, round, &document, &placed, visit.now).await?;
                let facts = json!({
                    "added": new, "changed": changed, "chapters": document.chapters.len(), "definitions": document.definitions.len(),
                });
                visit.journal(c, Some(entry.process), "charter.import", round, facts).await?;
                Ok(losses)
            })
        })
        .await?;
    visit.services.live.changed(round);
    if losses.is_empty() {
        leptos_axum::redirect(&format!("/r/{round}/edit#charter-articles"));
    } else {
        show_answer();
    }
    Ok(losses)
}

fn open(file: &str) -> Result<(Document, Vec<Loss>), Refusal> {
    if file.trim().is_empty() {
        return Err(Refusal::field("file", "required"));
    }
    let (document, losses) = match file.strip_prefix(BINARY) {
        Some(packed) => read(&BASE64.decode(packed).map_err(|_| Refusal::field("file", "charter-file-kind"))?)?,
        None => read(file.as_bytes())?,
    };
    check(&document)?;
    Ok((document, losses))
}

/// A preamble of the file takes the place of the one that was there, which is shown once more.
async fn set_preamble(c: &mut Conn, round: RoundId, tag: &str, document: &Document) -> Result<Option<Loss>, AppError> {
    let words = typed(&document.preamble);
    let mut frame: Frame = store::round::content(c, round).await?;
    if words.is_empty() || frame.preamble.exact(tag) == Some(&words) {
        return Ok(None);
    }
    let before = frame.preamble.0.insert(tag.to_owned(), words);
    store::round::set_content(c, round, &frame).await?;
    Ok(before.filter(|before| !before.is_empty()).map(|before| Loss { what: Lost::Preamble, n: 1, words: vec![before] }))
}

/// A word that was defined already means what the file says; what it meant is shown once more.
async fn set_definitions(c: &mut Conn, round: RoundId, document: &Document, now: i64) -> Result<Option<Loss>, AppError> {
    let there = charter::definitions(c, round).await?;
    let mut before = Vec::new();
    for definition in &document.definitions {
        let words = Meaning { term: definition.term.clone(), meaning: written(&definition.meaning) };
        match there.iter().find(|other| key(&other.term) == key(&words.term)) {
            None if there.len() + document.definitions.len() > definition::MOST => {
                return Err(Refusal::field("file", "definitions-many").into());
            }
            None => {
                charter::add_definition(c, round, &words, now).await?;
            }
            Some(old) => {
                if charter::edit_definition(c, old.id, &words, now).await? && old.meaning != words.meaning {
                    before.push(format!("{} – {}", old.term, old.meaning));
                }
            }
        }
    }
    Ok((!before.is_empty()).then_some(Loss { what: Lost::Definition, n: before.len(), words: before }))
}

/// Puts the articles of a file with chapters into them: a chapter of the same title is that one, others come after those that are there.
async fn set_chapters(c: &mut Conn, round: RoundId, document: &Document, placed: &[ArticleId], now: i64) -> Result<(), AppError> {
    if document.chapters.is_empty() {
        return Ok(());
    }
    let mut there = charter::chapters(c, round).await?;
    let count = there.len();
    let mut ids: Vec<ChapterId> = Vec::new();
    for chapter in &document.chapters {
        let same = there.iter().position(|other| other.title == chapter.title).map(|at| there.remove(at));
        ids.push(match same {
            Some(same) => same.id,
            None if count + document.chapters.len() > chapter::MOST => return Err(Refusal::field("file", "chapters-many").into()),
            None => charter::add_chapter(c, round, &chapter.title, now).await?,
        });
    }
    let chapter = |at: usize| document.chapters.iter().zip(&ids).rev().find(|(chapter, _)| chapter.at <= at).map(|(_, id)| *id);
    let wanted: Vec<_> = placed.iter().enumerate().map(|(at, article)| (*article, chapter(at))).collect();
    put(c, round, &wanted).await?;
    Ok(())
}

/// How many articles are new, how many have a new version, and which they are in the file's order.
async fn set_articles(
    c: &mut Conn,
    round: RoundId,
    document: &Document,
    author: AccountId,
    visit: &Visit,
) -> Result<(usize, usize, Vec<ArticleId>), AppError> {
    let mut there = charter::articles(c, round).await?;
    let note = t!(visit.lang, "charter-import-note");
    let (mut new, mut changed, mut placed) = (0, 0, Vec::new());
    for piece in &document.articles {
        let body = typed(&piece.blocks);
        // Each is met once: of two of one title, the first meets the first.
        let same = there.iter().position(|article| article.version.title == piece.title).map(|at| there.remove(at));
        let Some(old) = same else {
            let words = Words { title: piece.title.clone(), body, easy: String::new(), note: note.clone() };
            placed.push(charter::add_article(c, round, &words, author, visit.now).await?);
            new += 1;
            continue;
        };
        placed.push(old.id);
        c.lock(old.id.0).await?;
        let current = charter::article(c, old.id).await?.ok_or_else(Refusal::not_found)?.version;
        if current.body != body {
            let before = current.words();
            let (number, words) = article::next((current.number, &before), current.number, &piece.title, &body, &before.easy, &note)?;
            charter::add_version(c, old.id, number, &words, author, visit.now).await?;
            changed += 1;
        }
    }
    Ok((new, changed, placed))
}

/// The form that takes a file, and what the last one could not bring.
pub fn form(visit: &Visit, round: &Round, empty: bool) -> AnyView {
    let lang = visit.lang;
    let form = Form::new(visit, Act::ImportCharter);
    let open = empty || form.refused();
    let chosen = form.text("file", t!(lang, "charter-import-file")).kind("file").hint(t!(lang, "charter-import-hint")).view();
    let fields = view! {
        {form.hidden("round", round.id)}{chosen}
        <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "charter-import-send")}</button></p>
    };
    let lost = visit.answered.as_ref().and_then(|answered| answered.shown::<Vec<Loss>>(Act::ImportCharter));
    let lost = lost.map(|lost| losses(lang, &lost));
    view! { {lost}<details open=open><summary>{t!(lang, "charter-import")}</summary>{form.view_with_file(fields)}</details> }.into_any()
}

/// What an import lost, in words, with the words that were.
fn losses(lang: Lang, losses: &[Loss]) -> AnyView {
    let rows = losses
        .iter()
        .map(|loss| {
            let said = lost(lang, loss);
            let words = loss.words.iter().filter(|words| !words.trim().is_empty());
            let words = words.map(|words| view! { <li><q dir="auto">{words.clone()}</q></li> }).collect::<Vec<_>>();
            let words = (!words.is_empty()).then(|| view! { <ul>{words}</ul> });
            view! { <li>{said}{words}</li> }
        })
        .collect_view();
    view! {
        <section class="stack" aria-labelledby="charter-lost">
            {notice("warning", t!(lang, "charter-import-done"))}
            <h4 id="charter-lost">{t!(lang, "charter-import-lost")}</h4>
            <ul class="charter-lost">{rows}</ul>
        </section>
    }
    .into_any()
}

fn lost(lang: Lang, loss: &Loss) -> String {
    t!(lang, "charter-lost", what = loss.what.as_str(), n = loss.n)
}
