//! What the server functions of surveys do.

use domain::{
    Kind, Problem, Refusal,
    access::Act,
    college::CollegeKind,
    id::{AccountId, RoundId},
    round::{Calendar, Mode, RoundKind, State},
    survey::{
        Answerer, Answers, Edit, Form, KindName, Question, Shown, Step, Typed, answer, check, check_draft, paper::Channel, quota::Quota,
        shown, shuffle,
    },
};
use leptos_axum::redirect;
use store::{Conn, responses, round::Entry};

use super::take::ANCHOR;
use crate::{AppError, forms::show_answer, ui::date::iso_day, visit::Visit};

/// The form of a survey or an evaluation.
pub async fn form(c: &mut Conn, round: RoundId, kind: RoundKind) -> Result<Form, AppError> {
    Ok(responses::form(c, round, kind).await?.ok_or_else(Refusal::not_found)?)
}

/// Where a section is answered; behind the last one comes the review.
pub fn address(round: RoundId, form: &Form, at: usize) -> String {
    if at < form.sections.len() { format!("/r/{round}?section={}", at + 1) } else { format!("/r/{round}?section=review") }
}

async fn enter(visit: &Visit, c: &mut Conn, act: Act, round: RoundId) -> Result<(Entry, Form), AppError> {
    let entry = visit.allow_in_round(c, act, round).await?;
    entry.calendar.must_be_open(visit.now)?;
    let form = form(c, round, entry.kind).await?;
    Ok((entry, form))
}

/// As whom a person answers.
pub fn answerer(visit: &Visit, entry: &Entry) -> Answerer {
    let college = entry.who.membership.and_then(|membership| membership.college).map(|(_, kind)| kind);
    Answerer { college, language: visit.lang.tag().to_owned() }
}

/// The section behind `at` in which something is asked; past the last one there is the review.
pub fn section_after(form: &Form, shown: &Shown<'_>, at: usize) -> usize {
    (at + 1..form.sections.len()).find(|at| is_asked(form, shown, *at)).unwrap_or(form.sections.len())
}

/// The section before `at` in which something is asked.
pub fn section_before(form: &Form, shown: &Shown<'_>, at: usize) -> Option<usize> {
    (0..at).rev().find(|at| is_asked(form, shown, *at))
}

pub fn is_asked(form: &Form, shown: &Shown<'_>, at: usize) -> bool {
    form.sections.get(at).is_some_and(|section| section.questions.iter().any(|question| shown.asks(question)))
}

/// Keeps a section. `told`: whether missing answers have been pointed out to the person before.
pub async fn draft(round: RoundId, section: &str, sent: Answers, go: &str, told: bool, seed: &str) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let (on, section, seed) = (go == "next", section.to_owned(), shuffle::read(seed));
    let (form, at, draft, who, fresh, full) = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (entry, form) = enter(&visit, c, Act::SaveDraft, round).await?;
                let who = answerer(&visit, &entry);
                let at = form.section_at(&section).ok_or_else(Refusal::not_found)?;
                let (mut fresh, mut full) = (None, None);
                let change = |before: Answers| {
                    let asked: Vec<String> = shown(&form, &before, &who).questions.into_iter().map(str::to_owned).collect();
                    let merged = answer::merge(&form.sections[at], before, sent);
                    fresh = first_fresh(&form, at, &asked, &merged, &who);
                    check_draft(&form, &merged).map(|()| merged)
                };
                let draft =
                    responses::save_draft::<AppError>(c, round, entry.who.account()?, entry.mode, seed.filter(|_| form.shuffles()), change)
                        .await?;
                if on && !form.quotas.is_empty() {
                    // Said as soon as it is known, not after the last page.
                    let before = responses::own(c, round, entry.who.account()?).await?.unwrap_or_default();
                    let now = answer::relevant(&form, &draft, &who);
                    full = within_quotas(c, round, who.college, &form, &before, &now).await.err();
                }
                Ok((form, at, draft, who, fresh, full))
            })
        })
        .await?;
    if let Some(full) = full {
        return Err(full);
    }
    let shown = shown(&form, &draft, &who);
    let section = &form.sections[at];
    match go {
        "next" => {
            // The draft is kept as it is; only then is said what would not count.
            answer::check_section(&form, section, &draft, &who)?;
            let wanted =
                answer::wanted(&form, &shown).into_iter().any(|question| section.questions.iter().any(|own| own.code == question.code));
            if let Some(code) = fresh {
                redirect(&format!("{}&more=1#q-{code}", address(round, &form, at)));
            } else if wanted && !told {
                redirect(&format!("{}&wanted=1#{ANCHOR}", address(round, &form, at)));
            } else {
                redirect(&format!("{}#{ANCHOR}", address(round, &form, section_after(&form, &shown, at))));
            }
        }
        "back" => redirect(&format!("{}#{ANCHOR}", address(round, &form, section_before(&form, &shown, at).unwrap_or(at)))),
        "later" => redirect(&format!("{}&saved=1", address(round, &form, at))),
        _ => {}
    }
    Ok(())
}

/// The first question of a section that was not asked before and now is, and has no answer yet: without a script, the person has not
/// seen it.
fn first_fresh(form: &Form, at: usize, asked: &[String], answers: &Answers, who: &Answerer) -> Option<String> {
    let shown = shown(form, answers, who);
    let fresh = |question: &&Question| shown.asks(question) && !asked.contains(&question.code) && !answer::has_answer(question, answers);
    form.sections[at].questions.iter().find(fresh).map(|question| question.code.clone())
}

/// Refuses, with the facilitator's words, what would go beyond a quota.
/// A response that counted towards it before takes no new place.
pub async fn within_quotas(
    c: &mut Conn,
    round: RoundId,
    college: Option<CollegeKind>,
    form: &Form,
    before: &Answers,
    answers: &Answers,
) -> Result<(), AppError> {
    let Some(college) = college else { return Ok(()) };
    let takes = |quota: &&Quota| quota.concerns(answers, college) && !quota.concerns(before, college);
    for quota in form.quotas.iter().filter(takes) {
        // Two who send at once must not both take the last place.
        c.lock(round.0).await?;
        if quota.is_full(&responses::chosen(c, round, &quota.key, &quota.value).await?) {
            let problem = quota
                .words
                .0
                .iter()
                .fold(Problem::new("", "quota-full"), |problem, (tag, words)| problem.with(&format!("words-{tag}"), words));
            return Err(Refusal { kind: Kind::Conflict, problems: vec![problem] }.into());
        }
    }
    Ok(())
}

/// Sends a response. In an anonymous round it gives the receipt, which is shown once and kept by nobody but the person.
pub async fn send(round: RoundId, sent: Answers) -> Result<Option<String>, AppError> {
    let visit = Visit::current()?;
    let receipt = store::code::draw()?;
    let hash = store::secret_hash(receipt.as_str());
    let day = iso_day(visit.now, &visit.services.site.zone);
    let anonymous = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (entry, form) = enter(&visit, c, Act::SendResponse, round).await?;
                let who = answerer(&visit, &entry);
                let (account, college) = (entry.who.account()?, entry.who.college()?);
                // A draft may hold answers to what is asked no more; a response sent as a whole may not.
                let sent = if sent.is_empty() { answer::relevant(&form, &kept(c, &entry, round, account).await?, &who) } else { sent };
                // Said first: whoever has sent already has no draft, and would hear that everything is missing.
                let again = responses::participated(c, round, account).await?;
                if entry.mode == Mode::Anonymous && again {
                    return Err(Refusal::conflict("already-sent").into());
                }
                let answers = check(&form, &sent, &who)?;
                if !form.quotas.is_empty() {
                    let before = responses::own(c, round, account).await?.unwrap_or_default();
                    within_quotas(c, round, who.college, &form, &before, &answers).await?;
                }
                let anonymous = entry.mode == Mode::Anonymous;
                let sending = responses::Sending {
                    round,
                    mode: entry.mode,
                    account,
                    college,
                    channel: Channel::Web,
                    day: &day,
                    form: &form,
                    answers: &answers,
                    receipt: anonymous.then_some(hash),
                };
                if responses::send(c, sending).await? { Ok(anonymous) } else { Err(AppError::from(Refusal::conflict("already-sent"))) }
            })
        })
        .await?;
    if anonymous {
        show_answer();
        return Ok(Some(receipt.to_string()));
    }
    // Of an anonymous round it would say when somebody answered.
    visit.services.live.answered(round);
    redirect(&format!("/r/{round}?sent=1"));
    Ok(None)
}

/// The draft; where there is none and the response may change, the response itself.
async fn kept(c: &mut Conn, entry: &Entry, round: RoundId, account: AccountId) -> Result<Answers, AppError> {
    Ok(match responses::draft(c, round, account).await? {
        Some(draft) => draft,
        None if entry.mode == Mode::Named => responses::own(c, round, account).await?.unwrap_or_default(),
        None => Answers::new(),
    })
}

pub async fn edit(round: RoundId, step: Step, code: String, kind: &str, typed: Typed) -> Result<(), AppError> {
    let kind = match (step, kind.parse::<KindName>()) {
        (_, Ok(kind)) => Some(kind),
        (Step::AddQuestion, Err(_)) => None,
        // Other steps do not read it.
        (_, Err(_)) => Some(KindName::Faces),
    };
    let visit = Visit::current()?;
    let touched = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (entry, form) = building(&visit, c, Act::EditForm, round).await?;
                let kind = kind.ok_or_else(|| Refusal::field("kind", "required"))?;
                let mut typed = typed;
                super::places::fill(c, entry.process, &form, step, &code, kind, &mut typed).await?;
                let next = form.edit(&entry.calendar, visit.now, &Edit { step, code, kind, typed })?;
                keep(&visit, c, round, &entry, step.as_str(), next).await
            })
        })
        .await?;
    redirect(&format!("/r/{round}/edit#{}", if step.is_of_section() { part_id(&touched) } else { touched }));
    Ok(())
}

/// Where a section stands on the builder's page; a question stands under its own code.
pub fn part_id(code: &str) -> String {
    format!("part-{code}")
}

/// Changes the form of a survey, and writes `step` with the code of what was touched into the journal.
pub async fn change(
    round: RoundId,
    act: Act,
    step: &'static str,
    change: impl FnOnce(&Form, &Calendar, i64) -> Result<(Form, String), Refusal> + Send + 'static,
) -> Result<String, AppError> {
    let visit = Visit::current()?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (entry, form) = building(&visit, c, act, round).await?;
                let next = change(&form, &entry.calendar, visit.now)?;
                keep(&visit, c, round, &entry, step, next).await
            })
        })
        .await
}

/// The form of a survey, to be changed by somebody who may; by nobody else until this transaction ends.
pub async fn building(visit: &Visit, c: &mut Conn, act: Act, round: RoundId) -> Result<(Entry, Form), AppError> {
    let entry = visit.allow_in_round(c, act, round).await?;
    if entry.kind != RoundKind::Survey {
        return Err(Refusal::not_found().into());
    }
    c.lock(round.0).await?;
    Ok((entry, store::round::content(c, round).await?))
}

/// Puts the form that `next` holds in the place of the one there was; gives the code of what was touched.
pub async fn keep(
    visit: &Visit,
    c: &mut Conn,
    round: RoundId,
    entry: &Entry,
    step: &str,
    next: (Form, String),
) -> Result<String, AppError> {
    let (form, touched) = next;
    store::round::set_content(c, round, &form).await?;
    let written = if may_edit(visit, entry) { "survey.edit-form" } else { "survey.correct-words" };
    record(visit, c, round, entry, written, step, &touched).await?;
    Ok(touched)
}

/// Writes a change of the form or of the frame into the journal: which step and on what, not the words.
pub async fn record(visit: &Visit, c: &mut Conn, round: RoundId, entry: &Entry, act: &str, step: &str, code: &str) -> Result<(), AppError> {
    let detail = serde_json::json!({ "step": step, "code": code });
    visit.journal(c, Some(entry.process), act, round, detail).await
}

/// Whether the frame of a round may still change.
pub fn may_edit(visit: &Visit, entry: &Entry) -> bool {
    matches!(entry.calendar.state(visit.now), State::Draft | State::Announced)
}
