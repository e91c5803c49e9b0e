//! The demo's charter: its articles with what people said of them, and the amendments.

use domain::{
    charter::{
        Frame,
        amendment::{Effect, Kind, Proposed, State, Step, after},
        article::Words,
        definition::Meaning,
    },
    comments::Subject,
    id::{AmendmentId, ArticleId, RoundId},
    lang::LangText,
    round::{Mode, RoundKind},
};
use store::{Conn, Error as StoreError, charter as articles};

use super::{
    super::content::{Amendment, Charter, Version},
    DAY, Loader,
};

fn words(version: &Version) -> Words {
    let Version { title, body, easy, note } = version;
    Words { title: title.clone(), body: body.clone(), easy: easy.clone(), note: note.clone() }
}

impl Loader {
    pub(super) async fn charter(&self, c: &mut Conn, demo: &Charter) -> Result<(), StoreError> {
        let frame = Frame {
            preamble: demo.preamble.clone(),
            quorum_percent: demo.quorum_percent,
            threshold_percent: demo.threshold_percent,
            ..Frame::default()
        };
        let round = self.round(c, RoundKind::Charter, Mode::Named, (&demo.title, &LangText::default()), &frame, (-30, 25)).await?;
        for definition in &demo.definitions {
            let words = Meaning { term: definition.term.clone(), meaning: definition.meaning.clone() };
            articles::add_definition(c, round, &words, self.now - 29 * DAY).await?;
        }
        let mut ids = Vec::new();
        for (place, article) in demo.articles.iter().enumerate() {
            let Some((first, later)) = article.versions.split_first() else { continue };
            let id = articles::add_article(c, round, &words(first), self.facilitator, self.now - 29 * DAY).await?;
            ids.push(id);
            self.comments(c, round, Subject::Article(id), &article.comments, self.now - 27 * DAY).await?;
            for (number, version) in (2..).zip(later) {
                match demo.amendments.iter().find(|one| (one.article, one.accepted_as) == (place, Some(number))) {
                    Some(accepted) => self.accepted(c, round, id, accepted, &words(version)).await?,
                    None => {
                        articles::add_version(c, id, number, &words(version), self.facilitator, self.now - 14 * DAY).await?;
                    }
                }
            }
            let Some(current) = articles::article(c, id).await? else { continue };
            for (key, position) in &article.stances {
                let Some((account, Some(college))) = self.people.get(key).copied() else { continue };
                let (version, stance, reason) = (current.version.version_id, position.stance, position.reason.as_str());
                articles::take_stance(c, articles::NewStance { round, version, account, college, stance, reason }).await?;
            }
        }
        for amendment in demo.amendments.iter().filter(|one| one.accepted_as.is_none()) {
            self.waiting(c, round, &ids, amendment).await?;
        }
        Ok(())
    }

    /// One that became a version with its words.
    async fn accepted(&self, c: &mut Conn, round: RoundId, article: ArticleId, demo: &Amendment, words: &Words) -> Result<(), StoreError> {
        let Some(current) = articles::article(c, article).await? else { return Ok(()) };
        let proposed = Proposed { title: words.title.clone(), body: words.body.clone(), reason: demo.reason.clone() };
        let Some(id) = self.amendment(c, round, demo, (article, None), current.version.number, &proposed).await? else { return Ok(()) };
        let Some(amendment) = articles::amendment(c, id).await? else { return Ok(()) };
        let effect = Effect::Version(current.version.number + 1, words.clone());
        let (by, at) = (self.facilitator, self.now - 14 * DAY);
        articles::carry_out(c, &amendment, Some(&current), &effect, State::Accepted, &demo.decision, by, at).await
    }

    /// One that changed nothing, or not yet.
    async fn waiting(&self, c: &mut Conn, round: RoundId, ids: &[ArticleId], demo: &Amendment) -> Result<(), StoreError> {
        let Some(article) = ids.get(demo.article).copied() else { return Ok(()) };
        let Some(current) = articles::article(c, article).await? else { return Ok(()) };
        let (title, body) = match (demo.kind, &demo.change) {
            (Kind::Change, Some((from, to))) => (current.version.title.clone(), current.version.body.replace(from, to)),
            _ => (String::new(), String::new()),
        };
        let proposed = Proposed { title, body, reason: demo.reason.clone() };
        let behind = demo.after.and_then(|place| ids.get(place)).copied();
        let Some(id) = self.amendment(c, round, demo, (article, behind), current.version.number, &proposed).await? else { return Ok(()) };
        let Some(amendment) = articles::amendment(c, id).await? else { return Ok(()) };
        let step = demo.step.filter(|step| matches!(step, Step::Recommend | Step::Reject));
        let Some(state) = step.and_then(|step| after(State::Submitted, step).ok()) else { return Ok(()) };
        let (by, at) = (self.facilitator, self.now - 2 * DAY);
        articles::carry_out(c, &amendment, Some(&current), &Effect::Nothing, state, &demo.decision, by, at).await
    }

    async fn amendment(
        &self,
        c: &mut Conn,
        round: RoundId,
        demo: &Amendment,
        (article, after): (ArticleId, Option<ArticleId>),
        base: i64,
        proposed: &Proposed,
    ) -> Result<Option<AmendmentId>, StoreError> {
        let Some((author, Some(college))) = self.people.get(&demo.author).copied() else { return Ok(None) };
        let new = articles::NewAmendment { round, kind: demo.kind, article: Some(article), after, base, proposed, author, college };
        let id = articles::add_amendment(c, new, self.now + demo.day * DAY).await?;
        let Some(amendment) = articles::amendment(c, id).await? else { return Ok(None) };
        for (key, support) in &demo.supports {
            let Some((account, Some(college))) = self.people.get(key).copied() else { continue };
            articles::support(c, &amendment, account, college, *support).await?;
        }
        self.comments(c, round, Subject::Amendment(id), &demo.comments, self.now + (demo.day + 1) * DAY).await?;
        Ok(Some(id))
    }
}
