//! What belongs to each sentence of an article: its changes, what was said of it, what was refused.

use std::collections::BTreeSet;

use domain::{
    charter::{
        amendment::{Kind, State},
        trace::{Lineage, Passage, Step},
    },
    id::{AmendmentId, CommentId, VersionId},
};
use store::{
    Conn,
    charter::{Amendment, Article, Spoken, Version},
};

use super::FOLLOWED;
use crate::AppError;

/// What the page is made of, a query each.
pub struct Loaded {
    pub article: Article,
    /// The oldest first.
    pub versions: Vec<Version>,
    pub authors: Vec<(VersionId, Option<AmendmentId>, String)>,
    pub writers: Vec<(VersionId, String)>,
    pub amendments: Vec<Amendment>,
    pub spoken: Vec<Spoken>,
}

impl Loaded {
    pub async fn load(c: &mut Conn, article: Article) -> Result<Loaded, AppError> {
        let id = article.id;
        let mut versions = store::charter::history(c, id, FOLLOWED as i64).await?;
        versions.reverse();
        Ok(Loaded {
            article,
            versions,
            authors: store::charter::co_authors(c, id).await?,
            writers: store::charter::writers(c, id).await?,
            amendments: store::charter::amendments(c, id).await?,
            spoken: store::charter::spoken(c, id).await?,
        })
    }

    /// Where the version of this number stands among those that are followed.
    fn at(&self, number: i64) -> Option<usize> {
        self.versions.iter().position(|version| version.number == number)
    }
}

/// A comment on a passage, and what became of that; none where the words stood there more than once.
pub struct Said<'a> {
    pub comment: &'a Spoken,
    pub passage: Option<Passage<'a>>,
}

pub struct Origin<'a> {
    pub text: &'a str,
    /// The last change first.
    pub steps: Vec<Step<'a>>,
    /// Comments and refused amendments by their places in [`Origins`].
    pub said: Vec<usize>,
    pub refused: Vec<usize>,
}

pub struct Origins<'a> {
    pub loaded: &'a Loaded,
    pub sentences: Vec<Origin<'a>>,
    pub said: Vec<Said<'a>>,
    pub refused: Vec<&'a Amendment>,
    /// Those that belong to no sentence of today.
    pub said_elsewhere: Vec<usize>,
    pub refused_elsewhere: Vec<usize>,
}

impl<'a> Origins<'a> {
    pub fn new(loaded: &'a Loaded) -> Self {
        let bodies: Vec<&str> = loaded.versions.iter().map(|version| version.body.as_str()).collect();
        let lineage = Lineage::new(&bodies);
        let mut sentences: Vec<Origin<'a>> = lineage
            .last()
            .iter()
            .enumerate()
            .map(|(at, text)| Origin { text, steps: lineage.steps(at), said: Vec::new(), refused: Vec::new() })
            .collect();
        let said: Vec<Said<'a>> = loaded
            .spoken
            .iter()
            .map(|comment| Said { comment, passage: loaded.at(comment.version).and_then(|at| lineage.passage(at, &comment.quote)) })
            .collect();
        let mut said_elsewhere = Vec::new();
        for (n, said) in said.iter().enumerate() {
            let places = match &said.passage {
                Some(passage) => passage.sentences.clone(),
                None => standing(&loaded.article.version.body, said.comment),
            };
            if places.is_empty() {
                said_elsewhere.push(n);
            }
            for at in places {
                sentences[at].said.push(n);
            }
        }
        let refused: Vec<&Amendment> = loaded.amendments.iter().filter(|amendment| amendment.state == State::Rejected).collect();
        let mut refused_elsewhere = Vec::new();
        for (n, amendment) in refused.iter().enumerate() {
            let base = (amendment.kind == Kind::Change).then(|| loaded.at(amendment.base)).flatten();
            let places = base.map(|at| lineage.reached(at, &lineage.touched(at, &amendment.body))).unwrap_or_default();
            if places.is_empty() {
                refused_elsewhere.push(n);
            }
            for at in places {
                sentences[at].refused.push(n);
            }
        }
        Origins { loaded, sentences, said, refused, said_elsewhere, refused_elsewhere }
    }

    /// Whether this comment or amendment is one of what a sentence came of, or was said of it.
    pub fn has(&self, origin: &Origin<'_>, wanted: &Wanted) -> bool {
        match wanted {
            Wanted::Nothing => false,
            Wanted::Comment(id) => origin.said.iter().any(|n| self.said[*n].comment.id == *id),
            Wanted::Amendment(id) => {
                let became: BTreeSet<VersionId> =
                    self.loaded.authors.iter().filter(|(_, amendment, _)| *amendment == Some(*id)).map(|(version, ..)| *version).collect();
                let step = |step: &Step<'_>| self.loaded.versions.get(step.version).is_some_and(|v| became.contains(&v.version_id));
                origin.steps.iter().any(step) || origin.refused.iter().any(|n| self.refused[*n].id == *id)
            }
        }
    }
}

/// What the address asks to be opened.
pub enum Wanted {
    Nothing,
    Comment(CommentId),
    Amendment(AmendmentId),
}

/// The sentences where a comment's words are thought to stand now.
fn standing(body: &str, comment: &Spoken) -> Vec<usize> {
    let Some((from, to)) = comment.at_from.zip(comment.at_to) else { return Vec::new() };
    let sentences = domain::charter::anchor::sentences(body);
    let meets = |place: &std::ops::Range<u32>| i64::from(place.start) < to && from < i64::from(place.end);
    (0..sentences.len()).filter(|at| meets(&sentences[*at].place)).collect()
}
