//! What an account of a consultation says of each college, in words and numbers; the page and the paper set it each in its own way.

use std::collections::HashMap;

use domain::{
    charter::{
        amendment::State as Became,
        objection::Answer,
        ratification::Say,
        rules::{Body, Scope},
    },
    id::{ArticleId, CollegeId},
    round::Outcome,
};
use store::{
    Conn,
    charter::{Objection, TakenIn, Talk, Told},
    process::College,
    round::{Entry, Participation, Round},
};

use super::super::{decision, loaded::Charter};
use crate::{
    AppError,
    i18n::{Lang, t},
};

/// All of it, one query per kind.
pub struct Account {
    pub charter: Charter,
    pub participation: Vec<Participation>,
    talk: HashMap<CollegeId, Talk>,
    taken_in: Vec<TakenIn>,
    amendments: Vec<Told>,
    objections: Vec<Objection>,
}

/// One thing that was said, and what became of it.
pub struct Line {
    pub article: Option<ArticleId>,
    pub title: String,
    pub what: String,
    /// Somebody's own words; may be empty.
    pub quote: String,
    /// What was answered; may be empty.
    pub words: String,
}

impl Account {
    pub async fn load(c: &mut Conn, round: &Round, entry: &Entry, now: i64) -> Result<Account, AppError> {
        Ok(Account {
            charter: Charter::load(c, round.id, entry, None, now).await?,
            participation: store::round::participation(c, entry.process)
                .await?
                .into_iter()
                .filter(|row| row.round_id == round.id)
                .collect(),
            talk: store::charter::talk(c, round.id).await?.into_iter().map(|talk| (talk.college_id, talk)).collect(),
            taken_in: store::charter::taken_in(c, round.id).await?,
            amendments: store::charter::told(c, round.id).await?,
            objections: store::charter::objections_of_round(c, round.id).await?,
        })
    }

    fn amendments(&self, college: &College) -> impl Iterator<Item = &Told> {
        let id = college.id;
        self.amendments.iter().filter(move |amendment| amendment.college_id == id)
    }

    fn objections(&self, college: &College) -> impl Iterator<Item = &Objection> {
        let id = college.id;
        self.objections.iter().filter(move |objection| objection.college_id == id)
    }

    /// What [`Account::counts`] counts, in the same order.
    pub fn counted(lang: Lang) -> [String; 5] {
        [
            t!(lang, "consultation-comments"),
            t!(lang, "consultation-questions"),
            t!(lang, "consultation-amendments"),
            t!(lang, "consultation-amendments-taken"),
            t!(lang, "consultation-objections"),
        ]
    }

    pub fn counts(&self, college: &College) -> [i64; 5] {
        let talk = self.talk.get(&college.id);
        let taken = self.amendments(college).filter(|one| matches!(one.state, Became::Accepted | Became::Partly)).count();
        [
            talk.map_or(0, |talk| talk.comments),
            talk.map_or(0, |talk| talk.questions),
            self.amendments(college).count() as i64,
            taken as i64,
            self.objections(college).count() as i64,
        ]
    }

    /// What was said, in numbers: names and sentences.
    pub fn said(&self, lang: Lang, college: &College) -> Vec<(String, String)> {
        let talk = self.talk.get(&college.id);
        let n = |count: fn(&Talk) -> i64| talk.map_or(0, count);
        let of = |state: &[Became]| self.amendments(college).filter(|one| state.contains(&one.state)).count();
        let members = match college.expected {
            Some(expected) => t!(lang, "counts-of", n = college.members, expected = expected),
            None => t!(lang, "counts-members", n = college.members),
        };
        let mut comments = t!(
            lang,
            "consultation-comments-words",
            n = n(|talk| talk.comments),
            retained = n(|talk| talk.retained),
            partly = n(|talk| talk.partly),
            refused = n(|talk| talk.not_retained)
        );
        let passages = n(|talk| talk.passages);
        if passages > 0 {
            comments = format!("{comments} {}", t!(lang, "consultation-passages", n = passages));
        }
        let amendments = t!(
            lang,
            "consultation-amendments-words",
            n = self.amendments(college).count(),
            accepted = of(&[Became::Accepted]),
            partly = of(&[Became::Partly]),
            refused = of(&[Became::Rejected]),
            waiting = of(&[Became::Submitted, Became::Recommended]),
            withdrawn = of(&[Became::Withdrawn])
        );
        let questions = t!(lang, "consultation-questions-words", n = n(|talk| talk.questions), answered = n(|talk| talk.answered));
        // A charter round is never anonymous: everybody sees who takes part.
        let took_part = self.participation.iter().find(|row| row.college_id == college.id).map_or(0, |row| row.n);
        vec![
            (t!(lang, "members-column"), format!("{} {members}", college.members)),
            (t!(lang, "took-part-column"), took_part.to_string()),
            (t!(lang, "consultation-comments"), comments),
            (t!(lang, "consultation-questions"), questions),
            (t!(lang, "consultation-amendments"), amendments),
        ]
    }

    /// What the text owes to the college.
    pub fn changed(&self, lang: Lang, college: &College) -> Vec<Line> {
        let line = |article: Option<ArticleId>, title: String, what: String, words: &str| Line {
            article,
            title,
            what,
            quote: String::new(),
            words: words.to_owned(),
        };
        let amended = self.amendments(college).filter(|one| matches!(one.state, Became::Accepted | Became::Partly)).map(|one| {
            let state = lang.of("amendment-state", one.state.as_str());
            let what = match one.number {
                Some(number) => t!(lang, "consultation-amended-in", state = state, n = number),
                None => t!(lang, "consultation-amended", state = state, kind = lang.of("amendment-kind", one.kind.as_str())),
            };
            line(one.article_id, one.title.clone(), what, &one.decision)
        });
        let comments = self.taken_in.iter().filter(|one| one.college_id == college.id).map(|one| {
            let what = match one.outcome {
                Outcome::Partly => t!(lang, "consultation-comment-partly"),
                _ => t!(lang, "consultation-comment-retained"),
            };
            line(Some(one.article_id), one.title.clone(), what, &one.reason)
        });
        let objected = self.objections(college).filter(|one| one.answer == Some(Answer::Taken)).map(|one| {
            let what = t!(lang, "consultation-objection-taken", n = one.taken_in.unwrap_or_default());
            line(one.article_id, self.about(lang, one), what, &one.words)
        });
        amended.chain(comments).chain(objected).collect()
    }

    /// The amendments that were refused, and why.
    pub fn refused(&self, lang: Lang, college: &College) -> Vec<Line> {
        self.amendments(college)
            .filter(|one| one.state == Became::Rejected)
            .map(|one| Line {
                article: one.article_id,
                title: one.title.clone(),
                what: lang.of("amendment-kind", one.kind.as_str()),
                quote: String::new(),
                words: one.decision.clone(),
            })
            .collect()
    }

    /// Objections with what was answered to them.
    pub fn objected(&self, lang: Lang, college: &College) -> Vec<Line> {
        self.objections(college)
            .map(|one| {
                let state = if one.is_open { t!(lang, "consultation-objection-open") } else { t!(lang, "objection-lifted") };
                let answer = match one.answer {
                    Some(answer) => decision::said(lang, answer, one.taken_in),
                    None => t!(lang, "consultation-objection-unanswered"),
                };
                Line {
                    article: one.article_id,
                    title: self.about(lang, one),
                    what: format!("{state} · {answer}"),
                    quote: t!(lang, "charter-quoted", words = one.reason.clone()),
                    words: one.words.clone(),
                }
            })
            .collect()
    }

    fn about(&self, lang: Lang, objection: &Objection) -> String {
        match objection.article_id {
            Some(id) => self.charter.articles.iter().find(|article| article.id == id).map(|article| article.version.title.clone()),
            None => Some(t!(lang, "word-whole")),
        }
        .unwrap_or_default()
    }

    /// Where the college stands on the text as it is: on each article, or on the whole.
    pub fn stances(&self, lang: Lang, college: &College) -> Vec<(Option<ArticleId>, String, [i64; 4])> {
        let charter = &self.charter;
        let counts = |says: &[Say]| says.iter().find(|say| say.body == Body::College(college.id)).map(|say| say.counts.in_order());
        match (&charter.proof.whole, charter.frame.rules.scope) {
            (Some(whole), Scope::Whole) => counts(&whole.says).map(|numbers| (None, t!(lang, "word-whole"), numbers)).into_iter().collect(),
            _ => charter
                .proved()
                .filter_map(|(article, proof)| {
                    let title = t!(lang, "article-turn", n = article.position, title = article.version.title.clone());
                    Some((Some(article.id), title, counts(&proof.says)?))
                })
                .collect(),
        }
    }
}
