//! What became of my word: everything a person has contributed, what was answered, and what each round decided.

use domain::{
    access::Act,
    charter::{amendment, objection::Answer},
    comments::Subject,
    id::RoundId,
    round::{Mode, Outcome, State},
    trace::{Fate, fate},
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::{
    Conn,
    trace::{self, Answered, Mentioned, MyAmendment, MyComment, MyProposal, MyStance, MyWholeStance, Where},
};

use crate::{
    AppError,
    charter::trace::{MyPassages, changed, line},
    i18n::t,
    moderation::forms::shown_reason,
    ui::{badge, date::day_view, decision, notice, page, paragraphs, sign, translated, translated_line},
    visit::Visit,
};

#[component]
pub fn MyWordPage() -> impl IntoView {
    page(move |visit| async move {
        let account = visit.allow(Act::MyWordPage)?.account()?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let words = Words::load(&mut c, account).await?;
        let mentions = trace::mentions(&mut c, account).await?;
        let list = if words.rounds.is_empty() {
            view! {
                <div class="empty"><h2>{t!(lang, "word-empty")}</h2><p>{t!(lang, "word-empty-words")}</p>
                    <p class="actions"><a class="button is-primary" href="/">{t!(lang, "word-empty-link")}</a></p></div>
            }
            .into_any()
        } else {
            words.processes(&visit)
        };
        Ok(view! {
            <Title text=t!(lang, "nav-my-word")/>
            <div class="page">
                <header class="title-block"><h1>{t!(lang, "nav-my-word")}</h1><p class="lead">{t!(lang, "word-lead")}</p></header>
                {spoken_to(&visit, &mentions)}
                {list}
            </div>
        })
    })
}

/// The last comments that are for this person or their public.
fn spoken_to(visit: &Visit, mentions: &[Mentioned]) -> Option<AnyView> {
    let lang = visit.lang;
    let items: Vec<_> = mentions
        .iter()
        .filter_map(|row| {
            let subject = Subject::of(row.proposal_id, row.article_id, row.amendment_id)?;
            let words = t!(
                lang,
                "word-mention",
                name = row.author.as_str(),
                title = row.about.clone().unwrap_or_else(|| t!(lang, "proposal-withdrawn-title"))
            );
            let public = (!row.person).then(|| view! { <span>{t!(lang, "word-mention-public")}</span> });
            Some(view! {
                <li class="item">
                    <p class="item-title" dir="auto"><a href=subject.comment_path(row.id)>{words}</a></p>
                    <p class="meta"><span>{day_view(visit, row.created_at)}</span>{public}</p>
                </li>
            })
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby="mentions">
                <h2 id="mentions">{t!(lang, "word-mentions")}</h2>
                <ul class="items">{items}</ul>
            </section>
        }
        .into_any()
    })
}

/// So many answers on what one voted on are shown, the last ones.
const ANSWERS: i64 = 300;

/// All of it, one query per kind.
struct Words {
    rounds: Vec<Where>,
    participations: Vec<RoundId>,
    proposals: Vec<MyProposal>,
    comments: Vec<MyComment>,
    votes: Vec<(RoundId, i64)>,
    answered: Vec<Answered>,
    stances: Vec<MyStance>,
    whole_stances: Vec<MyWholeStance>,
    amendments: Vec<MyAmendment>,
    passages: MyPassages,
}

/// What became of one word.
struct Became<'w> {
    /// Why it is hidden, in the reader's language.
    hidden_reason: Option<String>,
    outcome: Option<Outcome>,
    reason: &'w str,
}

impl Words {
    async fn load(c: &mut Conn, account: domain::id::AccountId) -> Result<Words, AppError> {
        Ok(Words {
            rounds: trace::rounds(c, account).await?,
            participations: trace::participations(c, account).await?,
            proposals: trace::proposals(c, account).await?,
            comments: trace::comments(c, account).await?,
            votes: trace::votes(c, account).await?,
            answered: trace::answered(c, account, ANSWERS).await?,
            stances: trace::stances(c, account).await?,
            whole_stances: trace::whole_stances(c, account).await?,
            amendments: trace::amendments(c, account).await?,
            passages: changed(c, account).await?,
        })
    }

    fn processes(&self, visit: &Visit) -> AnyView {
        self.rounds
            .chunk_by(|a, b| a.round.process_id == b.round.process_id)
            .filter_map(|rounds| {
                let first = rounds.first()?;
                let id = first.round.process_id;
                let steps = rounds.iter().map(|place| self.round(visit, place)).collect_view();
                Some(view! {
                    <section class="stack" aria-labelledby=format!("process-{id}")>
                        <h2 id=format!("process-{id}")><a href=format!("/p/{id}")>{translated_line(visit.lang, &first.process)}</a></h2>
                        <ol class="trace">{steps}</ol>
                    </section>
                })
            })
            .collect_view()
            .into_any()
    }

    fn round(&self, visit: &Visit, place: &Where) -> AnyView {
        let lang = visit.lang;
        let round = &place.round;
        let state = place.calendar().state(visit.now);
        let (class, here) = match state {
            State::Open => ("trace-step is-here", Some("true")),
            State::Closed | State::Published => ("trace-step is-done", None),
            State::Draft | State::Announced => ("trace-step", None),
        };
        let decided = (state == State::Published && !round.decision.is_empty()).then(|| {
            view! { <section class="stack is-tight"><h4>{t!(lang, "word-round-decision")}</h4>{translated(lang, &round.decision)}</section> }
        });
        let results =
            (state == State::Published).then(|| view! { <p><a href=format!("/r/{}/results", round.id)>{t!(lang, "word-results")}</a></p> });
        view! {
            <li class=class aria-current=here>
                <div class="stack">
                    <div class="stack is-tight">
                        <p class="trace-kind">{lang.of("round-kind", round.kind.as_str())}</p>
                        <h3 class="trace-title"><a href=format!("/r/{}", round.id)>{translated_line(lang, &round.title)}</a></h3>
                        <p class="meta">{badge(lang, state)}</p>
                    </div>
                    {self.answered(visit, place)}
                    {self.voted(visit, round.id)}
                    {self.followed(visit, round.id)}
                    <ul class="items">
                        {self.proposals.iter().filter(|row| row.round_id == round.id).map(|row| proposal(visit, row, state)).collect_view()}
                        {self.comments.iter().filter(|row| row.round_id == round.id).map(|row| comment(visit, row, &self.passages, state)).collect_view()}
                        {self.amendments.iter().filter(|row| row.round_id == round.id).map(|row| amended(visit, row, state)).collect_view()}
                        {self.stances.iter().filter(|row| row.round_id == round.id).map(|row| stance(visit, row)).collect_view()}
                        {self.whole_stances.iter().filter(|row| row.round_id == round.id).map(|row| whole_stance(visit, row)).collect_view()}
                    </ul>
                    {decided}{results}
                </div>
            </li>
        }
        .into_any()
    }

    /// That a survey or an evaluation was answered; in an anonymous round, why the answer itself can't be shown.
    fn answered(&self, visit: &Visit, place: &Where) -> Option<AnyView> {
        let lang = visit.lang;
        if !self.participations.contains(&place.round.id) {
            return None;
        }
        let words = match place.round.mode {
            Mode::Anonymous => t!(lang, "word-answered-anonymous"),
            Mode::Named => t!(lang, "word-answered"),
        };
        Some(view! { <p>{sign("success")}" "{words}</p> }.into_any())
    }

    fn voted(&self, visit: &Visit, round: RoundId) -> Option<AnyView> {
        let (_, n) = self.votes.iter().find(|(id, _)| *id == round)?;
        Some(view! { <p>{sign("success")}" "{t!(visit.lang, "word-votes", n = *n)}</p> }.into_any())
    }
}

impl Words {
    /// What became of the proposals of others that the person voted on. Not what they voted: somebody may be looking on.
    fn followed(&self, visit: &Visit, round: RoundId) -> Option<AnyView> {
        let lang = visit.lang;
        let rows: Vec<_> = self.answered.iter().filter(|row| row.round_id == round).collect();
        let items = rows
            .iter()
            .map(|row| {
                view! {
                    <li class="item">
                        <h4 class="item-title" dir="auto"><a href=Subject::Proposal(row.id).path()>{row.title.clone()}</a></h4>
                        {decision(lang, Some(row.outcome), paragraphs(&row.reason))}
                    </li>
                }
            })
            .collect_view();
        (!rows.is_empty()).then(|| {
            view! { <details><summary>{t!(lang, "word-followed", n = rows.len())}</summary><ul class="items">{items}</ul></details> }
                .into_any()
        })
    }
}

fn proposal(visit: &Visit, row: &MyProposal, state: State) -> AnyView {
    let lang = visit.lang;
    let joined = row.kept_id.zip(row.kept.clone()).map(|(id, title)| {
        view! { <p>{t!(lang, "word-joined")}" "<a href=Subject::Proposal(id).path() dir="auto">{title}</a></p> }
    });
    let became_of = |became: &Became| match row.withdrawn_at {
        Some(_) => view! { <p class="small">{sign("remove")}" "{t!(lang, "word-withdrawn")}</p> }.into_any(),
        None => became.view(visit, state),
    };
    let hidden = row.hidden_reason.as_deref().map(|stored| shown_reason(lang, row.hidden_cause, row.hidden_words.as_deref(), stored));
    let became = Became { hidden_reason: hidden, outcome: row.outcome, reason: &row.reason };
    view! {
        <li class="item">
            <h4 class="item-title" dir="auto"><a href=Subject::Proposal(row.id).path()>{row.title.clone()}</a></h4>
            <p class="meta"><span>{t!(lang, "word-proposal")}</span><span>{day_view(visit, row.created_at)}</span></p>
            {joined}
            {became_of(&became)}
        </li>
    }
    .into_any()
}

fn comment(visit: &Visit, row: &MyComment, passages: &MyPassages, state: State) -> AnyView {
    let lang = visit.lang;
    let subject = Subject::of(row.proposal_id, row.article_id, row.amendment_id);
    let about = row.about.clone().or_else(|| row.about_withdrawn.then(|| t!(lang, "proposal-withdrawn-title")));
    let title = match (about, subject) {
        (Some(about), Some(subject)) => {
            let words = t!(lang, "word-comment-on", title = about);
            view! { <a href=subject.comment_path(row.id)>{words}</a> }.into_any()
        }
        _ => view! { {t!(lang, "word-comment-on-hidden")} }.into_any(),
    };
    let hidden = row.hidden_reason.as_deref().map(|stored| shown_reason(lang, row.hidden_cause, row.hidden_words.as_deref(), stored));
    let became = Became { hidden_reason: hidden, outcome: row.outcome, reason: &row.reason };
    let what = if row.question { t!(lang, "word-question") } else { t!(lang, "word-comment") };
    let answered = (row.question && !row.reason.is_empty() && became.hidden_reason.is_none()).then(|| {
        view! {
            <div class="answer"><p class="small"><strong>{t!(lang, "question-answer")}</strong></p>
                <div dir="auto">{paragraphs(&row.reason)}</div></div>
        }
        .into_any()
    });
    view! {
        <li class="item">
            <h4 class="item-title" dir="auto">{title}</h4>
            <p class="meta"><span>{what}</span><span>{day_view(visit, row.created_at)}</span></p>
            {if row.body.is_empty() {
                view! { <p class="small">{t!(lang, "comment-withdrawn")}</p> }.into_any()
            } else {
                view! { <blockquote dir="auto">{paragraphs(&row.body)}</blockquote>{answered.unwrap_or_else(|| became.view(visit, state))}{line(lang, passages, row.id)} }.into_any()
            }}
        </li>
    }
    .into_any()
}

/// One's own, or one of others that one spoke for: what became of it, and why.
fn amended(visit: &Visit, row: &MyAmendment, state: State) -> AnyView {
    let lang = visit.lang;
    let (reason, outcome) = (if row.decision.is_empty() { &row.recommendation } else { &row.decision }, row.state.outcome());
    let hidden = row.hidden_reason.as_deref().map(|stored| shown_reason(lang, row.hidden_cause, row.hidden_words.as_deref(), stored));
    let became = match row.state {
        _ if hidden.is_some() => Became { hidden_reason: hidden, outcome, reason }.view(visit, state),
        amendment::State::Withdrawn => view! { <p class="small">{sign("remove")}" "{t!(lang, "word-withdrawn")}</p> }.into_any(),
        amendment::State::Recommended => {
            view! { <p class="small">{t!(lang, "amendment-recommended")}</p><blockquote dir="auto">{paragraphs(reason)}</blockquote> }
                .into_any()
        }
        _ => Became { hidden_reason: None, outcome, reason }.view(visit, state),
    };
    let whose = if row.mine { t!(lang, "word-amendment") } else { t!(lang, "word-amendment-supported") };
    view! {
        <li class="item">
            <h4 class="item-title" dir="auto"><a href=crate::charter::amendment_address(row.id)>{row.title.clone()}</a></h4>
            <p class="meta"><span>{whose}</span><span>{lang.of("amendment-kind", row.kind.as_str())}</span><span>{day_view(visit, row.created_at)}</span></p>
            {became}
        </li>
    }
    .into_any()
}

fn stance(visit: &Visit, row: &MyStance) -> AnyView {
    let lang = visit.lang;
    let reason = (!row.reason.is_empty()).then(|| view! { <blockquote dir="auto">{paragraphs(&row.reason)}</blockquote> });
    let changed = (row.number < row.last).then(|| view! { <span>{t!(lang, "word-stance-old", last = row.last)}</span> });
    view! {
        <li class="item">
            <h4 class="item-title" dir="auto"><a href=Subject::Article(row.article_id).path()>{row.title.clone()}</a></h4>
            <p class="meta"><span>{lang.of("word-stance-is", &row.stance)}</span><span>{t!(lang, "word-stance-version", number = row.number)}</span>{changed}</p>
            {reason}
            {answered_objection(visit, row.answer, row.taken_in, row.answer_words.as_deref())}
        </li>
    }
    .into_any()
}

fn whole_stance(visit: &Visit, row: &MyWholeStance) -> AnyView {
    let lang = visit.lang;
    let reason = (!row.reason.is_empty()).then(|| view! { <blockquote dir="auto">{paragraphs(&row.reason)}</blockquote> });
    let ended = row.ended.then(|| view! { <p class="small">{t!(lang, "word-whole-ended")}</p> });
    view! {
        <li class="item">
            <h4 class="item-title"><a href=format!("/r/{}#whole", row.round_id)>{t!(lang, "word-whole")}</a></h4>
            <p class="meta"><span>{lang.of("word-stance-is", &row.stance)}</span></p>
            {reason}{ended}
            {answered_objection(visit, row.answer, None, row.answer_words.as_deref())}
        </li>
    }
    .into_any()
}

/// What was answered to an objection of theirs.
fn answered_objection(visit: &Visit, answer: Option<Answer>, taken_in: Option<i64>, words: Option<&str>) -> Option<AnyView> {
    let lang = visit.lang;
    let verdict = t!(lang, "word-objection-answer", answer = crate::charter::answer_words(lang, answer?, taken_in));
    Some(
        view! {
            <section class="decision"><p class="decision-verdict">{verdict}</p>
                <div class="decision-reason" dir="auto">{paragraphs(words.unwrap_or_default())}</div></section>
        }
        .into_any(),
    )
}

impl Became<'_> {
    fn view(&self, visit: &Visit, state: State) -> AnyView {
        let lang = visit.lang;
        match fate(self.hidden_reason.is_some(), self.outcome, state) {
            Fate::Hidden => notice("warning", t!(lang, "word-hidden", reason = self.hidden_reason.clone().unwrap_or_default())),
            Fate::Retained | Fate::Partly | Fate::NotRetained => decision(lang, self.outcome, paragraphs(self.reason)),
            Fate::Awaiting => view! { <p class="small">{sign("announced")}" "{t!(lang, "word-awaiting")}</p> }.into_any(),
            Fate::WithRound => view! { <p class="small">{sign("published")}" "{t!(lang, "word-with-round")}</p> }.into_any(),
        }
    }
}
