//! Where comments on a passage stand: kept by the writes that move their words.

use std::ops::Range;

use domain::{
    charter::{
        anchor::{self, Carrier, Found},
        draft::{Draft, Side},
    },
    id::{ArticleId, CommentId},
    text::clean,
};

use crate::{Conn, Error, conn::*};

/// The passage that a comment is about.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Anchor {
    pub comment_id: CommentId,
    /// The number of the version it was made on.
    pub version: i64,
    pub quote: String,
    at_from: Option<i64>,
    at_to: Option<i64>,
}

impl Anchor {
    /// Where it is in the current version.
    pub fn place(&self) -> Option<Range<u32>> {
        Some(u32::try_from(self.at_from?).ok()?..u32::try_from(self.at_to?).ok()?)
    }

    /// What has become of it in the text of the current version.
    pub fn found(&self, body: &str) -> Found {
        anchor::found(&self.quote, body, self.place().as_ref())
    }
}

/// The passages that comments on an article are about.
pub async fn anchors(c: &mut Conn, article: ArticleId) -> Result<Vec<Anchor>, Error> {
    all!(
        c,
        Anchor,
        "SELECT comment_id, version, quote, at_from, at_to FROM comment_anchors WHERE article_id = $1 ORDER BY at_from, comment_id",
        article
    )
}

/// Ties a comment to a passage of the current version, and to the same words in the draft if they stand there. The caller holds the
/// article's lock.
pub async fn tie(
    c: &mut Conn,
    comment: CommentId,
    (article, version, body): (ArticleId, i64, &str),
    place: &Range<u32>,
    quote: &str,
) -> Result<(), Error> {
    let marks = match super::draft(c, article, None).await? {
        None => None,
        Some(kept) => {
            let draft = kept.load().map_err(|unfit| Error::Draft(article, unfit))?;
            marks(&draft, body, place, quote)
        }
    };
    let (starts, ends) = marks.unzip();
    run!(
        c,
        "INSERT INTO comment_anchors (comment_id, article_id, version, quote, starts, ends, at_from, at_to) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        comment,
        article,
        version,
        quote,
        starts,
        ends,
        i64::from(place.start),
        i64::from(place.end)
    )?;
    Ok(())
}

/// The sticky place of a passage of `body` in the draft, where the same words stand there.
fn marks(draft: &Draft, body: &str, place: &Range<u32>, quote: &str) -> Option<(Vec<u8>, Vec<u8>)> {
    let text = draft.text();
    let place = anchor::carried(place, body, &text)?;
    match anchor::found(quote, &text, Some(&place)) {
        Found::Here(place) => draft.mark(place.start, Side::Next).zip(draft.mark(place.end, Side::Before)),
        Found::Changed(_) | Found::Gone => None,
    }
}

/// Moves the passages of an article along with its words: by their sticky places where the new version is what the draft holds, else by
/// the words that stayed.
pub(super) async fn carry(c: &mut Conn, article: ArticleId, old: &str, new: &str, draft: Option<&Draft>) -> Result<(), Error> {
    #[derive(sqlx::FromRow)]
    struct Row {
        comment_id: CommentId,
        quote: String,
        starts: Option<Vec<u8>>,
        ends: Option<Vec<u8>>,
        at_from: Option<i64>,
        at_to: Option<i64>,
    }
    let rows = all!(
        c,
        Row,
        "SELECT comment_id, quote, starts, ends, at_from, at_to FROM comment_anchors WHERE article_id = $1 AND at_from IS NOT NULL",
        article
    )?;
    if rows.is_empty() {
        return Ok(());
    }
    let text = draft.map(Draft::text).filter(|text| clean(text) == new);
    // A version begins where its first word does.
    let lead = text.as_ref().map_or(0, |text| text.encode_utf16().count() - text.trim_start().encode_utf16().count()) as u32;
    // One comparison of the texts for all passages, and none where the draft knows.
    let mut carrier = None;
    for Row { comment_id, quote, starts, ends, at_from, at_to } in rows {
        let sticky = draft.filter(|_| text.is_some()).zip(starts.as_ref()).zip(ends.as_ref()).and_then(|((draft, starts), ends)| {
            let (from, to) = (draft.place(starts)?.saturating_sub(lead), draft.place(ends)?.saturating_sub(lead));
            Some(from..to.max(from))
        });
        let was = at_from.zip(at_to).and_then(|(from, to)| Some(u32::try_from(from).ok()?..u32::try_from(to).ok()?));
        let mut by_words = || carrier.get_or_insert_with(|| Carrier::new(old, new)).carry(was.as_ref()?);
        let place = match sticky {
            Some(place) => match anchor::found(&quote, new, Some(&place)) {
                // A whole text that was put in the place of another has the same words anew: where they stood once, it is the words that
                // tell. Of words that stood twice nobody could say which ones they were.
                Found::Gone | Found::Changed(_) if anchor::looked_up(old, &quote).0.is_some() => by_words(),
                _ => Some(place),
            },
            None => by_words(),
        };
        let place = match anchor::found(&quote, new, place.as_ref()) {
            Found::Here(place) | Found::Changed(place) => Some(place),
            Found::Gone => None,
        };
        let (from, to) = place.map(|place| (i64::from(place.start), i64::from(place.end))).unzip();
        run!(c, "UPDATE comment_anchors SET at_from = $2, at_to = $3 WHERE comment_id = $1", comment_id, from, to)?;
    }
    Ok(())
}
