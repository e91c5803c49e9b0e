//! A charter as its pages need it: everything in eight queries, however many articles there are.

use domain::{
    charter::{
        Frame,
        ratification::{ArticleProof, Proof, ratify},
    },
    college::CollegeKind,
    id::{AccountId, ArticleId, CollegeId, RoundId},
    lang::LangText,
};
use store::{
    Conn,
    charter::{Article, Chapter, Taken},
    process::College,
    round::Entry,
};

use super::prose::Glossary;
use crate::{
    AppError,
    i18n::{Lang, t},
    ui::college_name,
};

pub struct Charter {
    pub frame: Frame,
    pub colleges: Vec<College>,
    pub articles: Vec<Article>,
    pub chapters: Vec<Chapter>,
    /// The charter's own words, on this page.
    pub glossary: Glossary,
    pub proof: Proof,
    /// The language in which articles are written.
    language: String,
    mine: Vec<Taken>,
}

impl Charter {
    pub async fn load(c: &mut Conn, round: RoundId, entry: &Entry, account: Option<AccountId>) -> Result<Self, AppError> {
        let frame = store::round::content(c, round).await?;
        let language = store::process::find(c, entry.process).await?.map(|process| process.language).unwrap_or_default();
        let colleges = store::process::colleges(c, entry.process).await?;
        let articles = store::charter::articles(c, round).await?;
        let chapters = store::charter::chapters(c, round).await?;
        let glossary = Glossary::new(store::charter::definitions(c, round).await?);
        let tallies = store::charter::tallies(c, round).await?;
        let mine = match account {
            Some(account) => store::charter::taken_by(c, round, account).await?,
            None => Vec::new(),
        };
        let members: Vec<_> = colleges.iter().map(|college| (college.id, college.members)).collect();
        let ids: Vec<_> = articles.iter().map(|article| article.id).collect();
        let proof = ratify(&frame, &members, &ids, |id, college| {
            let version = articles.iter().find(|article| article.id == id).map(|article| article.version.version_id);
            version.map(|version| tallies.of(version, college)).unwrap_or_default()
        });
        Ok(Charter { frame, colleges, articles, chapters, glossary, proof, language, mine })
    }

    /// The person's own stance on the current version of an article, and the last one on an older version.
    pub fn mine(&self, article: &Article) -> (Option<&Taken>, Option<&Taken>) {
        let on =
            |current: bool| move |taken: &&Taken| taken.article_id == article.id && (taken.number == article.version.number) == current;
        (self.mine.iter().rev().find(on(true)), self.mine.iter().rev().find(on(false)))
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

/// What `ui` needs to draw a college.
pub fn drawn(college: Option<&College>) -> (CollegeKind, LangText) {
    college.map_or((CollegeKind::Other, LangText::default()), |college| (college.kind, college.name.clone()))
}

/// The address of an article's page.
pub fn address(article: ArticleId) -> String {
    format!("/article/{article}")
}
