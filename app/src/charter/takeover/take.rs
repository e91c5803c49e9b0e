//! Takes an adopted charter into an empty one, whole, in one transaction.

use domain::{
    Refusal,
    charter::{
        Frame, article, chapter, definition,
        definition::key,
        takeover::{Kind, PartId, fitting, may_take_over},
    },
    id::{ArticleId, ChapterId, RoundId},
};
use serde_json::json;
use store::{
    Conn, charter,
    charter::{NewPart, Registered},
    round::Entry,
};

use super::{
    super::{chapters_api::put, decision::may_write},
    loaded::{Piece, pieces},
};
use crate::{AppError, i18n::t, ui::date::day, visit::Visit};

/// The caller has admitted who acts. Nobody who wrote the source is an author here: the facilitator is, and the note names the source.
pub async fn take(visit: &Visit, c: &mut Conn, entry: &Entry, round: RoundId, source: RoundId) -> Result<(), AppError> {
    may_write(visit, c, entry, round).await?;
    let already = charter::takeover(c, round).await?.is_some();
    may_take_over(entry.kind, &entry.calendar, charter::order(c, round).await?.len(), already, visit.now)?;
    let source = charter::registered(c, source).await?.ok_or_else(|| Refusal::field("source", "takeover-not-adopted"))?;
    let bars_left = take_frame(c, round, source.round_id).await?;
    charter::take_over(c, round, &source, bars_left, visit.now).await?;
    let theirs = pieces(c, source.round_id).await?;
    let own = add_all(visit, c, entry, round, &source, &theirs).await?;
    for (position, (piece, own_id)) in (0i64..).zip(theirs.iter().zip(&own)) {
        let new = NewPart { kind: piece.kind, position, own_id: *own_id, source_part: piece.id, number: piece.number, words: &piece.words };
        charter::take_part(c, round, new).await?;
    }
    let articles = theirs.iter().filter(|piece| piece.kind == Kind::Article).count();
    let facts = json!({ "source": source.round_id, "sha256": source.hash, "articles": articles });
    visit.journal(c, Some(entry.process), "charter.takeover", round, facts).await
}

/// The preamble, in the languages that have none here, and the rules, where nobody has set any here. Whether the source had rules for
/// bodies of its own.
async fn take_frame(c: &mut Conn, round: RoundId, source: RoundId) -> Result<bool, AppError> {
    let theirs: Frame = store::round::content(c, source).await?;
    let mut mine: Frame = store::round::content(c, round).await?;
    let untouched = Frame { preamble: mine.preamble.clone(), ..Frame::default() } == mine;
    let (rules, bars_left) = fitting(&theirs.rules);
    if untouched {
        (mine.quorum_percent, mine.threshold_percent, mine.rules) = (theirs.quorum_percent, theirs.threshold_percent, rules);
    }
    for (tag, words) in theirs.preamble.0 {
        let there = mine.preamble.0.entry(tag).or_default();
        if there.trim().is_empty() {
            *there = words;
        }
    }
    mine.preamble.0.retain(|_, words| !words.trim().is_empty());
    store::round::set_content(c, round, &mine).await?;
    Ok(bars_left)
}

/// Adds chapters, articles and definitions; what each of the source's parts is here, in the same order.
async fn add_all(
    visit: &Visit,
    c: &mut Conn,
    entry: &Entry,
    round: RoundId,
    source: &Registered,
    theirs: &[Piece],
) -> Result<Vec<Option<PartId>>, AppError> {
    let (author, note) = (entry.who.account()?, note(visit, source));
    let mut chapters = charter::chapters(c, round).await?;
    let definitions = charter::definitions(c, round).await?;
    let new = |kind: Kind| theirs.iter().filter(|piece| piece.kind == kind).count();
    if definitions.len() + new(Kind::Definition) > definition::MOST {
        return Err(Refusal::field("source", "definitions-many").into());
    }
    if chapters.len() + new(Kind::Chapter) > chapter::MOST {
        return Err(Refusal::field("source", "chapters-many").into());
    }
    let (mut own, mut places, mut found) = (Vec::new(), Vec::new(), Vec::<(PartId, ChapterId)>::new());
    for piece in theirs {
        let words = &piece.words;
        own.push(match piece.kind {
            Kind::Preamble => None,
            Kind::Chapter => {
                let there = chapters.iter().position(|chapter| chapter.title == words.title).map(|at| chapters.remove(at).id);
                let id = match there {
                    Some(id) => id,
                    None => charter::add_chapter(c, round, &words.title, visit.now).await?,
                };
                found.extend(piece.id.map(|theirs| (theirs, id)));
                Some(id.0)
            }
            Kind::Article => {
                let words =
                    article::Words { title: words.title.clone(), body: words.body.clone(), easy: words.easy.clone(), note: note.clone() };
                let id: ArticleId = charter::add_article(c, round, &words, author, visit.now).await?;
                let chapter = piece.chapter.and_then(|theirs| found.iter().find(|(other, _)| *other == theirs.0)).map(|(_, id)| *id);
                places.push((id, chapter));
                Some(id.0)
            }
            // A word that is defined here already keeps its meaning: it is a change of one's own.
            Kind::Definition => match definitions.iter().find(|there| key(&there.term) == key(&words.title)) {
                Some(there) => Some(there.id.0),
                None => {
                    let meaning = definition::Meaning { term: words.title.clone(), meaning: words.body.clone() };
                    Some(charter::add_definition(c, round, &meaning, visit.now).await?.0)
                }
            },
        });
    }
    put(c, round, &places).await?;
    Ok(own)
}

/// Where a version comes from.
pub fn note(visit: &Visit, source: &Registered) -> String {
    let lang = visit.lang;
    t!(
        lang,
        "takeover-note",
        title = source.title.text(lang.tag()).to_owned(),
        territory = source.territory.clone(),
        day = day(lang, source.adopted_at, &visit.services.site.zone)
    )
}
