//! What a facilitator decides about one part of the source's new text, and what is then the base of the next comparison.

use domain::{
    Refusal,
    charter::{
        Frame,
        article::{self, Direction},
        chapter, definition,
        takeover::{Kind, PartId, Words},
    },
    id::{ArticleId, ChapterId, DefinitionId, RoundId},
    refusal::Problems,
    text,
};
use store::{Conn, charter, charter::NewPart, round::Entry};

use super::{
    super::chapters_api::put,
    loaded::{Asked, Copy, Piece, Remerge},
};
use crate::{AppError, visit::Visit};

/// Who writes where.
pub struct Writer<'a> {
    pub visit: &'a Visit,
    pub entry: &'a Entry,
    pub round: RoundId,
}

/// What stood in the form.
pub struct Typed {
    /// The version of the article that it was written from.
    pub version: i64,
    pub words: Words,
    pub note: String,
}

impl Writer<'_> {
    /// The copy takes the source's part in, with these words; or takes its own out, where the source has none any more.
    pub async fn take(&self, c: &mut Conn, copy: &Copy, remerge: &Remerge, asked: &Asked, typed: &Typed) -> Result<(), AppError> {
        let own = match (&asked.mine, &asked.theirs) {
            (Some(mine), None) => return self.remove(c, asked, mine).await,
            (Some(mine), Some(_)) => {
                self.rewrite(c, mine, typed).await?;
                mine.id
            }
            (None, _) => self.add(c, copy, remerge, asked, typed).await?,
        };
        self.move_on(c, asked, own).await
    }

    /// The copy stays as it is, and is not asked again.
    pub async fn keep(&self, c: &mut Conn, asked: &Asked) -> Result<(), AppError> {
        let own = asked.mine.as_ref().and_then(|mine| mine.id).or_else(|| asked.taken.as_ref().and_then(|taken| taken.own_id));
        self.move_on(c, asked, own).await
    }

    async fn move_on(&self, c: &mut Conn, asked: &Asked, own_id: Option<PartId>) -> Result<(), AppError> {
        match (&asked.taken, &asked.theirs) {
            (Some(taken), Some((at, theirs))) => charter::retake_part(c, taken.id, part(*at, theirs, own_id)).await?,
            (None, Some((at, theirs))) => {
                charter::take_part(c, self.round, part(*at, theirs, own_id)).await?;
            }
            (Some(taken), None) => charter::forget_part(c, taken.id).await?,
            (None, None) => {}
        }
        Ok(())
    }

    async fn rewrite(&self, c: &mut Conn, mine: &Piece, typed: &Typed) -> Result<(), AppError> {
        let words = &typed.words;
        match (mine.kind, mine.id) {
            (Kind::Article, Some(id)) => {
                let id = ArticleId(id);
                c.lock(id.0).await?;
                let current = charter::article(c, id).await?.ok_or_else(Refusal::not_found)?.version;
                let before = current.words();
                if (&before.title, &before.body, &before.easy) == (&words.title, &words.body, &words.easy) {
                    return Ok(());
                }
                let before = (current.number, &before);
                let (number, words) = article::next(before, typed.version, &words.title, &words.body, &words.easy, &typed.note)?;
                charter::add_version(c, id, number, &words, self.entry.who.account()?, self.visit.now).await?;
            }
            (Kind::Chapter, Some(id)) => {
                let title = chapter::titled(&words.title, 0)?;
                charter::rename_chapter(c, ChapterId(id), &title, self.visit.now).await?;
            }
            (Kind::Definition, Some(id)) => {
                let there = charter::definitions(c, self.round).await?;
                let others = there.iter().filter(|other| other.id.0 != id).map(|other| other.term.as_str());
                let meaning = renamed(definition::define(&words.title, &words.body, others))?;
                charter::edit_definition(c, DefinitionId(id), &meaning, self.visit.now).await?;
            }
            _ => self.preamble(c, &mine.words.title, &words.body).await?,
        }
        Ok(())
    }

    async fn add(&self, c: &mut Conn, copy: &Copy, remerge: &Remerge, asked: &Asked, typed: &Typed) -> Result<Option<PartId>, AppError> {
        let (words, now) = (&typed.words, self.visit.now);
        Ok(match asked.kind {
            Kind::Article => {
                let words = article::first(&words.title, &words.body, &words.easy, &typed.note)?;
                let id = charter::add_article(c, self.round, &words, self.entry.who.account()?, now).await?;
                self.place(c, copy, remerge, asked, id).await?;
                Some(id.0)
            }
            Kind::Chapter => {
                let title = chapter::titled(&words.title, charter::chapters(c, self.round).await?.len())?;
                Some(charter::add_chapter(c, self.round, &title, now).await?.0)
            }
            Kind::Definition => {
                let there = charter::definitions(c, self.round).await?;
                let meaning = renamed(definition::define(&words.title, &words.body, there.iter().map(|other| other.term.as_str())))?;
                Some(charter::add_definition(c, self.round, &meaning, now).await?.0)
            }
            Kind::Preamble => {
                let tag = asked.theirs.as_ref().map(|(_, theirs)| theirs.words.title.clone()).unwrap_or_default();
                self.preamble(c, &tag, &words.body).await?;
                None
            }
        })
    }

    /// A new article stands behind the one it stands behind in the source, and in the same chapter.
    async fn place(&self, c: &mut Conn, copy: &Copy, remerge: &Remerge, asked: &Asked, id: ArticleId) -> Result<(), AppError> {
        let Some((at, theirs)) = &asked.theirs else { return Ok(()) };
        let own = |at: usize| {
            let taken = remerge.met.iter().position(|met| *met == Some(at)).and_then(|n| copy.taken.get(n))?;
            copy.mine_of(taken)?.id
        };
        let before = (0..*at).rev().filter(|at| remerge.theirs[*at].kind == Kind::Article).find_map(own);
        charter::place_last(c, self.round, id, before.map(ArticleId)).await?;
        let chapter = theirs.chapter.and_then(|chapter| remerge.theirs.iter().position(|piece| piece.id == Some(chapter.0)));
        if let Some(chapter) = chapter.and_then(own) {
            put(c, self.round, &[(id, Some(ChapterId(chapter)))]).await?;
        }
        Ok(())
    }

    async fn remove(&self, c: &mut Conn, asked: &Asked, mine: &Piece) -> Result<(), AppError> {
        match (mine.kind, mine.id) {
            (Kind::Article, Some(id)) => {
                c.lock(id).await?;
                let article = charter::article(c, ArticleId(id)).await?.ok_or_else(Refusal::not_found)?;
                charter::remove_article(c, &article, self.visit.now).await?;
            }
            (Kind::Chapter, Some(id)) => {
                let order: Vec<_> = charter::chapters(c, self.round).await?.iter().map(|chapter| chapter.id).collect();
                let before = chapter::neighbour(&order, ChapterId(id), Direction::Up);
                charter::remove_chapter(c, ChapterId(id), before, self.visit.now).await?;
            }
            (Kind::Definition, Some(id)) => charter::remove_definition(c, DefinitionId(id), self.visit.now).await?,
            _ => self.preamble(c, &mine.words.title, "").await?,
        }
        self.move_on(c, asked, None).await
    }

    /// Fixed once the round opens, as its own form has it.
    async fn preamble(&self, c: &mut Conn, tag: &str, typed: &str) -> Result<(), AppError> {
        self.entry.calendar.must_not_have_opened(self.visit.now)?;
        let mut problems = Problems::new();
        let words = problems.take(text::optional("body", typed, text::BODY)).unwrap_or_default();
        problems.check()?;
        let mut frame: Frame = store::round::content(c, self.round).await?;
        if words.is_empty() {
            frame.preamble.0.remove(tag)
        } else {
            frame.preamble.0.insert(tag.to_owned(), words)
        };
        Ok(store::round::set_content(c, self.round, &frame).await?)
    }

    /// Everything is answered: the source as it is now is what the copy has taken in.
    pub async fn finish(&self, c: &mut Conn, copy: &Copy, remerge: &Remerge) -> Result<(), AppError> {
        for (taken, at) in copy.taken.iter().zip(&remerge.met) {
            match at {
                Some(at) => charter::retake_part(c, taken.id, part(*at, &remerge.theirs[*at], taken.own_id)).await?,
                None => charter::forget_part(c, taken.id).await?,
            }
        }
        Ok(charter::take_in(c, self.round, &remerge.source, self.visit.now).await?)
    }
}

fn part(at: usize, theirs: &Piece, own_id: Option<PartId>) -> NewPart<'_> {
    let position = i64::try_from(at).unwrap_or_default();
    NewPart { kind: theirs.kind, position, own_id, source_part: theirs.id, number: theirs.number, words: &theirs.words }
}

/// A definition's problems under the fields of this form.
fn renamed<T>(answer: Result<T, Refusal>) -> Result<T, Refusal> {
    answer.map_err(|mut refusal| {
        for problem in &mut refusal.problems {
            problem.field = match problem.field.as_str() {
                "term" => "title".into(),
                "meaning" => "body".into(),
                _ => continue,
            };
        }
        refusal
    })
}
