//! A charter that was taken over, part by part beside what it was taken from, and what its source asks of it now.

use domain::{
    charter::{
        Frame,
        takeover::{Ask, Kind, Known, Own, PartId, Words, ask, own, pair},
    },
    id::{ArticleId, ChapterId, RoundId},
};
use store::{
    Conn, charter,
    charter::{Registered, TakenPart, Takeover},
};

use crate::AppError;

/// A part of a charter as it stands.
#[derive(Clone)]
pub struct Piece {
    pub kind: Kind,
    /// None of a preamble.
    pub id: Option<PartId>,
    /// The version of an article.
    pub number: i64,
    /// Where an article stands.
    pub chapter: Option<ChapterId>,
    pub words: Words,
}

impl Piece {
    pub fn article(&self) -> Option<ArticleId> {
        self.id.filter(|_| self.kind == Kind::Article).map(ArticleId)
    }
}

/// The parts of a charter: preamble, chapters, articles, definitions.
pub async fn pieces(c: &mut Conn, round: RoundId) -> Result<Vec<Piece>, AppError> {
    let frame: Frame = store::round::content(c, round).await?;
    let written = frame.preamble.0.into_iter().filter(|(_, words)| !words.trim().is_empty());
    let around = |kind, id, title, body| Piece { kind, id, number: 1, chapter: None, words: Words { title, body, easy: String::new() } };
    let mut pieces: Vec<Piece> = written.map(|(tag, words)| around(Kind::Preamble, None, tag, words)).collect();
    let chapters = charter::chapters(c, round).await?.into_iter();
    pieces.extend(chapters.map(|chapter| around(Kind::Chapter, Some(chapter.id.0), chapter.title, String::new())));
    pieces.extend(charter::articles(c, round).await?.into_iter().map(|article| Piece {
        kind: Kind::Article,
        id: Some(article.id.0),
        number: article.version.number,
        chapter: article.chapter_id,
        words: Words { title: article.version.title, body: article.version.body, easy: article.version.easy },
    }));
    let definitions = charter::definitions(c, round).await?.into_iter();
    pieces.extend(definitions.map(|one| around(Kind::Definition, Some(one.id.0), one.term, one.meaning)));
    Ok(pieces)
}

/// A charter and what it was taken over from.
pub struct Copy {
    pub takeover: Takeover,
    pub taken: Vec<TakenPart>,
    pub mine: Vec<Piece>,
}

impl Copy {
    /// None of a charter that was not taken over.
    pub async fn load(c: &mut Conn, round: RoundId) -> Result<Option<Copy>, AppError> {
        let Some(takeover) = charter::takeover(c, round).await? else { return Ok(None) };
        let taken = charter::taken_parts(c, round).await?;
        Ok(Some(Copy { takeover, taken, mine: pieces(c, round).await? }))
    }

    pub fn mine_of(&self, taken: &TakenPart) -> Option<&Piece> {
        self.mine.iter().find(|mine| is(taken, mine))
    }

    /// Each part of one kind: those the copy has in its order, then those it left out.
    pub fn rows(&self, kind: Kind) -> Vec<(Own, Option<Words>, Option<&Piece>)> {
        let here = self.mine.iter().filter(|mine| mine.kind == kind).map(|mine| {
            let base = self.taken.iter().find(|taken| is(taken, mine)).map(TakenPart::words);
            (base, Some(mine))
        });
        let gone =
            self.taken.iter().filter(|taken| taken.kind == kind && self.mine_of(taken).is_none()).map(|taken| (Some(taken.words()), None));
        let rows = here.chain(gone);
        rows.filter_map(|(base, mine)| Some((own(base.as_ref(), mine.map(|mine| &mine.words))?, base, mine))).collect()
    }

    /// How many parts differ from the source as it was taken over.
    pub fn changes(&self) -> usize {
        Kind::ALL.iter().flat_map(|kind| self.rows(*kind)).filter(|(own, _, _)| *own != Own::Unchanged).count()
    }
}

fn is(taken: &TakenPart, mine: &Piece) -> bool {
    let same = match taken.own_id {
        Some(own) => mine.id == Some(own),
        // A preamble is known by its language.
        None => taken.kind == Kind::Preamble && taken.words().title == mine.words.title,
    };
    taken.kind == mine.kind && same
}

/// One part about which the source has something to say.
pub struct Asked {
    /// What its form is called by.
    pub key: String,
    pub kind: Kind,
    pub taken: Option<TakenPart>,
    pub mine: Option<Piece>,
    /// With its place in the source.
    pub theirs: Option<(usize, Piece)>,
    pub ask: Ask,
}

/// What the source's new text asks.
pub struct Remerge {
    pub source: Registered,
    pub theirs: Vec<Piece>,
    /// What each part that was taken over has become in the source.
    pub met: Vec<Option<usize>>,
    pub asked: Vec<Asked>,
}

/// Nothing while the source is the one that was taken in, or where nobody may read it any more.
pub async fn remerge(c: &mut Conn, copy: &Copy) -> Result<Option<Remerge>, AppError> {
    let source = charter::latest(c, copy.takeover.source_id).await?;
    let Some(source) = source.filter(|source| source.round_id != copy.takeover.source_id) else { return Ok(None) };
    let theirs = pieces(c, source.round_id).await?;
    // The source's new charter may itself have been taken over from the one before.
    let origins = charter::taken_parts(c, source.round_id).await?;
    let origin = |piece: &Piece| origins.iter().find(|part| part.own_id.is_some() && part.own_id == piece.id)?.source_part;
    let words: Vec<Words> = copy.taken.iter().map(TakenPart::words).collect();
    let before: Vec<_> = copy
        .taken
        .iter()
        .zip(&words)
        .map(|(taken, words)| Known { kind: taken.kind, id: taken.source_part, origin: None, words })
        .collect();
    let now: Vec<_> =
        theirs.iter().map(|piece| Known { kind: piece.kind, id: piece.id, origin: origin(piece), words: &piece.words }).collect();
    let met = pair(&before, &now);
    let mut asked = Vec::new();
    for ((taken, base), at) in copy.taken.iter().zip(&words).zip(&met) {
        let (mine, theirs) = (copy.mine_of(taken), at.map(|at| (at, theirs[at].clone())));
        if let Some(ask) = ask(Some(base), mine.map(|mine| &mine.words), theirs.as_ref().map(|(_, theirs)| &theirs.words)) {
            let (key, kind) = (taken.id.to_string(), taken.kind);
            asked.push(Asked { key, kind, taken: Some(taken.clone()), mine: mine.cloned(), theirs, ask });
        }
    }
    for (at, new) in theirs.iter().enumerate().filter(|(at, _)| !met.contains(&Some(*at))) {
        // A word or a language that both came to have is one part.
        let known =
            |mine: &&Piece| matches!(mine.kind, Kind::Definition | Kind::Preamble) && mine.kind == new.kind && same_title(mine, new);
        let mine = copy.mine.iter().filter(|mine| !copy.taken.iter().any(|taken| is(taken, mine))).find(known);
        if let Some(ask) = ask(None, mine.map(|mine| &mine.words), Some(&new.words)) {
            let key = new.id.map_or_else(|| new.words.title.clone(), |id| id.to_string());
            asked.push(Asked { key, kind: new.kind, taken: None, mine: mine.cloned(), theirs: Some((at, new.clone())), ask });
        }
    }
    asked.sort_by_key(|asked| asked.kind);
    Ok(Some(Remerge { source, theirs, met, asked }))
}

fn same_title(one: &Piece, other: &Piece) -> bool {
    use domain::charter::definition::key;
    key(&one.words.title) == key(&other.words.title)
}
