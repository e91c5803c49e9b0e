//! A charter as its pages need it: everything in a few queries, however many articles and people there are.

use domain::{
    Refusal,
    charter::{
        Frame,
        ratification::{ArticleProof, Proof, ratify},
        rules::Body,
        status::{Adopted, Status, status},
    },
    college::CollegeKind,
    id::{AccountId, ArticleId, CollegeId, ProcessId, RatificationId, RoundId},
    lang::LangText,
};
use leptos::prelude::AnyView;
use store::{
    Conn,
    charter::{Adoption, Article, Chapter, Ratification, Taken},
    process::{College, Process},
    round::{Entry, Round},
};

use super::prose::Glossary;
use crate::{
    AppError,
    i18n::{Lang, t},
    ui::{college, college_name, date::iso_day},
    visit::Visit,
};

pub struct Charter {
    pub frame: Frame,
    pub colleges: Vec<College>,
    pub articles: Vec<Article>,
    pub chapters: Vec<Chapter>,
    /// The charter's own words, on this page.
    pub glossary: Glossary,
    /// As it counts now; of a round that is over, as it counted then.
    pub proof: Proof,
    /// Each time the text was frozen, the last first.
    pub ratifications: Vec<Ratification>,
    pub adoption: Option<Adoption>,
    /// The language in which articles are written.
    language: String,
    mine: Vec<Taken>,
}

/// Counts by the rules of the round.
pub async fn prove(
    c: &mut Conn,
    process: ProcessId,
    round: RoundId,
    frame: &Frame,
    colleges: &[College],
    articles: &[Article],
    frozen: Option<RatificationId>,
) -> Result<Proof, store::Error> {
    let hearing = store::charter::hearing(c, process, round, frame, articles, frozen).await?;
    let seats = if frame.rules.committees.is_empty() { Vec::new() } else { store::charter::committee_members(c, process).await? };
    let members = |body: &Body| match body {
        Body::College(id) => colleges.iter().find(|college| college.id == *id).map_or(0, |college| college.members),
        Body::Committee(committee) => seats.iter().find(|(other, _)| other == committee).map_or(0, |(_, n)| *n),
    };
    let bodies: Vec<_> = frame.bodies(colleges.iter().map(|college| college.id)).into_iter().map(|body| (body, members(&body))).collect();
    let ids: Vec<_> = articles.iter().map(|article| article.id).collect();
    Ok(ratify(frame, &bodies, &ids, |matter, body| hearing.of(matter, body)))
}

/// Those who have a say: once the round is over, those who had.
async fn electorate(c: &mut Conn, entry: &Entry, now: i64) -> Result<Vec<College>, store::Error> {
    match entry.calendar.closing(now) {
        Some(at) => store::process::colleges_at(c, entry.process, at).await,
        None => store::process::colleges(c, entry.process).await,
    }
}

/// How the charter counts; of a round that is over, as it did then.
pub async fn count(c: &mut Conn, round: RoundId, entry: &Entry, now: i64) -> Result<Proof, store::Error> {
    if let Some(kept) = store::charter::kept_proof(c, round).await? {
        return Ok(kept);
    }
    let frame: Frame = store::round::content(c, round).await?;
    let colleges = electorate(c, entry, now).await?;
    let articles = store::charter::articles(c, round).await?;
    let frozen = store::charter::frozen(c, round).await?;
    prove(c, entry.process, round, &frame, &colleges, &articles, frozen).await
}

/// Keeps how the charter counts, when the round is closed by hand or published.
pub async fn keep(c: &mut Conn, round: RoundId, entry: &Entry, now: i64) -> Result<(), store::Error> {
    let proof = count(c, round, entry, now).await?;
    store::charter::keep_proof(c, round, &proof, now).await
}

/// The round and its process, as an act that began a moment ago finds them.
pub async fn reread(c: &mut Conn, round: RoundId, entry: &Entry) -> Result<(Round, Process), AppError> {
    let found = store::round::find(c, round).await?.ok_or_else(Refusal::not_found)?;
    Ok((found, store::process::find(c, entry.process).await?.ok_or_else(Refusal::not_found)?))
}

impl Charter {
    pub async fn load(c: &mut Conn, round: RoundId, entry: &Entry, account: Option<AccountId>, now: i64) -> Result<Self, AppError> {
        let frame = store::round::content(c, round).await?;
        let language = store::process::find(c, entry.process).await?.map(|process| process.language).unwrap_or_default();
        let kept = store::charter::kept_proof(c, round).await?;
        let colleges = match &kept {
            Some(_) => store::process::colleges(c, entry.process).await?,
            None => electorate(c, entry, now).await?,
        };
        let articles = store::charter::articles(c, round).await?;
        let chapters = store::charter::chapters(c, round).await?;
        let glossary = Glossary::new(store::charter::definitions(c, round).await?);
        let ratifications = store::charter::ratifications(c, round).await?;
        let adoption = store::charter::adoption(c, round).await?;
        let mine = match account {
            Some(account) => store::charter::taken_by(c, round, account).await?,
            None => Vec::new(),
        };
        let proof = match (&adoption, kept) {
            // Who joins later changes nothing of what was decided.
            (Some(adoption), _) => adoption.proof.0.clone(),
            (None, Some(kept)) => kept,
            (None, None) => {
                let frozen = ratifications.iter().find(|ratification| ratification.ended_at.is_none()).map(|frozen| frozen.id);
                prove(c, entry.process, round, &frame, &colleges, &articles, frozen).await?
            }
        };
        Ok(Charter { frame, colleges, articles, chapters, glossary, proof, ratifications, adoption, language, mine })
    }

    /// The person's own stance on the current version of an article, and the last one on an older version.
    pub fn mine(&self, article: &Article) -> (Option<&Taken>, Option<&Taken>) {
        let on =
            |current: bool| move |taken: &&Taken| taken.article_id == article.id && (taken.number == article.version.number) == current;
        (self.mine.iter().rev().find(on(true)), self.mine.iter().rev().find(on(false)))
    }

    /// The ratification that is open: while it is, the text is frozen.
    pub fn frozen(&self) -> Option<&Ratification> {
        self.ratifications.iter().find(|ratification| ratification.ended_at.is_none())
    }

    pub fn status(&self, visit: &Visit, entry: &Entry) -> Status {
        let adopted = self.adoption.as_ref().map(|adoption| Adopted {
            review_on: adoption.review_on.as_deref(),
            signed: adoption.signatures > 0,
            replaced: adoption.replaced_by.is_some(),
        });
        let today = iso_day(visit.now, &visit.services.site.zone);
        status(entry.calendar.state(visit.now), self.frozen().is_some(), self.proof.ratified, adopted, &today)
    }

    /// The language to mark the articles with, where it is not the screen's.
    pub fn tongue(&self, lang: Lang) -> Option<String> {
        tongue(&self.language, lang)
    }

    /// The articles chapter by chapter, those before the first chapter in front if there are any.
    pub fn parts(&self) -> impl Iterator<Item = (Option<&Chapter>, Vec<&Article>)> {
        let of = |chapter: Option<&Chapter>| -> Vec<&Article> {
            self.articles.iter().filter(|article| article.chapter_id == chapter.map(|chapter| chapter.id)).collect()
        };
        let before = of(None);
        let before = (!before.is_empty()).then_some((None, before));
        before.into_iter().chain(self.chapters.iter().map(move |chapter| (Some(chapter), of(Some(chapter)))))
    }

    /// The articles with their proofs, in order.
    pub fn proved(&self) -> impl Iterator<Item = (&Article, &ArticleProof)> {
        self.articles.iter().zip(&self.proof.articles)
    }

    pub fn college(&self, id: CollegeId) -> Option<&College> {
        self.colleges.iter().find(|college| college.id == id)
    }
}

/// The language to mark a text with, where it is not the screen's.
pub fn tongue(language: &str, lang: Lang) -> Option<String> {
    (!language.is_empty() && language != lang.tag()).then(|| language.to_owned())
}

/// "Article 3".
pub fn number(lang: Lang, article: &Article) -> String {
    t!(lang, "charter-article-number", n = article.position)
}

/// The name of a college.
pub fn named(lang: Lang, college: Option<&College>) -> String {
    college.map(|college| college_name(lang, college.kind, &college.name)).unwrap_or_default()
}

/// What `ui` needs to draw a college or a committee.
pub fn drawn(lang: Lang, charter: &Charter, body: Body) -> (CollegeKind, LangText) {
    let college = match body {
        Body::College(id) => charter.college(id).map(|college| (college.kind, college.name.clone())),
        Body::Committee(committee) => Some((CollegeKind::Other, LangText::of(lang.tag(), lang.of("committee-name", committee.as_str())))),
    };
    college.unwrap_or((CollegeKind::Other, LangText::default()))
}

/// The name of a college or a committee.
pub fn body_name(lang: Lang, charter: &Charter, body: Body) -> String {
    let (kind, name) = drawn(lang, charter, body);
    college_name(lang, kind, &name)
}

/// A college or a committee: its sign, its name.
pub fn body_view(lang: Lang, charter: &Charter, body: Body) -> AnyView {
    let (kind, name) = drawn(lang, charter, body);
    college(lang, kind, &name)
}

/// The address of an article's page.
pub fn address(article: ArticleId) -> String {
    format!("/article/{article}")
}
