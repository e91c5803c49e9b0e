//! Answering: one section per page, then a review, then sending. Also what is there for those who do not answer.

use domain::{
    access::Act,
    id::{AccountId, RoundId},
    round::{Mode, State},
    survey::{Answerer, Answers, Form as Questions, Question, Section, Shown, answer, logic::Live, shown, shuffle},
};
use leptos::prelude::*;
use store::{
    Conn, responses,
    round::{Entry, Round},
};

use super::{
    ask::Asking,
    draft::{DraftKeeper, Words},
    review, save,
};
use crate::{
    AppError,
    i18n::{Lang, t},
    ui::{
        Form, easy, empty, notice,
        page::{islands, read_aloud},
        translated, translated_line,
    },
    visit::Visit,
};

/// Where the answering part of the page begins: whoever moves to the next section lands there, not on the round's title again.
pub const ANCHOR: &str = "answer";

pub async fn take_part(visit: &Visit, c: &mut Conn, round: &Round, entry: &Entry) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    let form = save::form(c, round.id, round.kind).await?;
    if form.questions().next().is_none() {
        return Ok(empty(t!(lang, "take-empty"), t!(lang, "take-empty-words")));
    }
    let answerer = entry.who.account.filter(|_| entry.who.may(Act::SendResponse));
    let Some(account) = answerer else {
        let words = entry.who.account.is_some().then(|| notice("info", who_answers(lang, entry)));
        return Ok(view! { {words}{preview(visit, &form)} }.into_any());
    };
    let sent = responses::participated(c, round.id, account).await?;
    let own = if sent && round.mode == Mode::Named { responses::own(c, round.id, account).await? } else { None };
    let open = entry.calendar.state(visit.now) == State::Open;
    let who = save::answerer(visit, entry);
    let taking = Taking { visit, round, form: &form, who, account, seed: seed(visit, c, round.id, account, &form).await? };
    match (open, sent, own) {
        (true, false, _) => taking.answering(c, Answers::new()).await,
        (true, true, Some(own)) if visit.asked("section").is_some() => taking.answering(c, own).await,
        (_, true, own) => {
            let receipt = visit.answered.as_ref().and_then(|answered| answered.shown::<String>(Act::SendResponse));
            Ok(review::sent(visit, round, &form, own.as_ref(), open, receipt))
        }
        (false, false, _) => Ok(view! { {notice("info", t!(lang, "take-not-sent"))}{preview(visit, &form)} }.into_any()),
    }
}

fn who_answers(lang: Lang, entry: &Entry) -> String {
    if entry.who.is_facilitator() { t!(lang, "take-facilitator") } else { t!(lang, "take-not-for-you") }
}

/// The questions, for whoever wants to know what is asked without answering.
fn preview(visit: &Visit, form: &Questions) -> AnyView {
    let lang = visit.lang;
    let fields = Form::new(visit, Act::SaveDraft);
    let asking = Asking { lang, fields: &fields, form, answers: &Answers::new(), seed: None };
    let mut number = 0;
    let sections = form
        .sections
        .iter()
        .map(|section| {
            let questions = section
                .questions
                .iter()
                .map(|question| {
                    number += 1;
                    asking.ask(number, question)
                })
                .collect_view();
            view! { <h2>{translated_line(lang, &section.title)}</h2>{translated(lang, &section.intro)}<div class="form">{questions}</div> }
        })
        .collect_view();
    // Disabled: nobody shall fill in what will not be sent.
    view! {
        <details><summary>{t!(lang, "take-preview")}</summary>
            <fieldset class="stack is-loose" disabled><legend class="visually-hidden">{t!(lang, "take-preview")}</legend>{sections}</fieldset></details>
    }
    .into_any()
}

/// Draws the order of what is shuffled: the one kept with the draft or the response, before that one at random, which the first saving
/// brings along.
async fn seed(visit: &Visit, c: &mut Conn, round: RoundId, account: AccountId, form: &Questions) -> Result<Option<i16>, AppError> {
    if !form.shuffles() {
        return Ok(None);
    }
    let shown = visit.answered.as_ref().and_then(|answered| shuffle::read(answered.value("seed")?));
    Ok(responses::seed(c, round, account).await?.or(shown).or_else(|| Some(shuffle::seed(store::random_bits()))))
}

/// Under which name a device keeps what one person typed in one section and what did not get through.
fn on_device(round: RoundId, account: AccountId, section: &str) -> String {
    let hash = store::secret_hash(&format!("order {round} {account}"));
    hash.iter().take(8).fold("draft-".to_owned(), |name, byte| format!("{name}{byte:02x}")) + "-" + section
}

/// A person who answers a form.
struct Taking<'a> {
    visit: &'a Visit,
    round: &'a Round,
    form: &'a Questions,
    who: Answerer,
    account: AccountId,
    seed: Option<i16>,
}

impl Taking<'_> {
    async fn answering(&self, c: &mut Conn, own: Answers) -> Result<AnyView, AppError> {
        let (visit, form) = (self.visit, self.form);
        let draft = responses::draft(c, self.round.id, self.account).await?;
        let held = draft.is_some();
        let answers = draft.unwrap_or(own);
        let shown = shown(form, &answers, &self.who);
        // A section that was refused is shown again, whatever the address says.
        let refused = visit.answered.as_ref().filter(|answered| answered.endpoint == Act::SaveDraft.path());
        let refused = refused.and_then(|answered| form.section_at(answered.value("section")?));
        let at = match visit.asked("section") {
            _ if refused.is_some() => refused.unwrap_or(0),
            Some("review") => return Ok(review::before_sending(visit, self.round, form, &answers, &self.who)),
            Some(number) => number.parse::<usize>().unwrap_or(1).clamp(1, form.sections.len()) - 1,
            None => first_open(form, &shown),
        };
        // What is not asked of this person is not shown to them, whatever the address says.
        let at = if save::is_asked(form, &shown, at) { at } else { save::section_after(form, &shown, at) };
        if at == form.sections.len() {
            return Ok(review::before_sending(visit, self.round, form, &answers, &self.who));
        }
        let back =
            (held && refused.is_none() && visit.asked("section").is_none()).then(|| notice("success", t!(visit.lang, "take-draft-found")));
        let later = (visit.asked("saved").is_some()).then(|| notice("success", t!(visit.lang, "take-saved-later")));
        Ok(view! { {back}{later}{self.section(at, &answers, &shown, held)} }.into_any())
    }

    fn section(&self, at: usize, answers: &Answers, shown: &Shown<'_>, held: bool) -> AnyView {
        let (lang, form, section) = (self.visit.lang, self.form, &self.form.sections[at]);
        let fields = Form::new(self.visit, Act::SaveDraft);
        let asking = Asking { lang, fields: &fields, form, answers: &shown.answers, seed: self.seed };
        let live = Live::new(section, shown, &self.who);
        let before: usize = form.sections[..at].iter().map(|section| section.questions.len()).sum();
        // With a script, what depends on this section's own answers is there already, hidden; it comes out as one answers.
        let asked_now = |question: &Question| shown.asks(question);
        let order = shuffle::places(section.questions.len(), self.seed.filter(|_| section.shuffled), &section.code);
        let questions = order
            .into_iter()
            .map(|i| (i, &section.questions[i]))
            .filter(|(_, question)| asked_now(question) || live.is_some())
            .map(|(i, question)| {
                let asking = Asking { answers: if shown.asks(question) { &shown.answers } else { answers }, ..asking };
                view! { <div class="question" id=format!("q-{}", question.code) hidden=!asked_now(question)>{asking.ask(before + i + 1, question)}</div> }
            })
            .collect_view();
        let last = save::section_after(form, shown, at) == form.sections.len();
        let next = if last { t!(lang, "take-to-review") } else { t!(lang, "take-next") };
        let back = save::section_before(form, shown, at).is_some().then(|| {
            view! { <button class="button is-secondary" type="submit" name="go" value="back">{t!(lang, "take-back")}</button> }
        });
        let more = self.visit.asked("more").is_some().then(|| notice("info", t!(lang, "take-more")));
        let told = self.visit.asked("wanted").is_some();
        let wanted = told.then(|| self.wanted(section, shown));
        let inside = view! {
            {fields.hidden("round", self.round.id)}
            {fields.hidden("section", &section.code)}
            {self.seed.map(|seed| fields.hidden("seed", seed))}
            {told.then(|| fields.hidden("told", "true"))}
            {more}{wanted}
            {questions}
            <p class="actions">
                <button class="button is-primary" type="submit" name="go" value="next">{next}</button>
                {back}
                <button class="button is-quiet" type="submit" name="go" value="later">{t!(lang, "take-later")}</button>
            </p>
        };
        let words = Words {
            saved: t!(lang, "draft-saved"),
            saving: t!(lang, "draft-saving"),
            failed: t!(lang, "draft-failed"),
            waiting: t!(lang, "draft-waiting"),
            shared: t!(lang, "draft-shared"),
            shared_box: t!(lang, "draft-shared-box"),
        };
        // On a device that several people use, what waits is found again by the person who typed it.
        let place = on_device(self.round.id, self.account, &section.code);
        let sections: Vec<usize> = (0..form.sections.len()).filter(|at| save::is_asked(form, shown, *at)).collect();
        let step = sections.iter().position(|shown| *shown == at).unwrap_or(0) + 1;
        view! {
            {progress(lang, step, sections.len())}
            <h2>{translated_line(lang, &asking.piped(&section.title))}</h2>
            {translated(lang, &asking.piped(&section.intro))}
            {easy(lang, section.intro.easy())}
            <DraftKeeper words=words held=held live=live place=place>{fields.view(inside)}</DraftKeeper>
            {islands(self.visit)}{read_aloud(t!(lang, "ask-listen"))}
        }
        .into_any()
    }

    /// Points out, once, what one may well leave out.
    fn wanted(&self, section: &Section, shown: &Shown<'_>) -> AnyView {
        let lang = self.visit.lang;
        let missing =
            answer::wanted(self.form, shown).into_iter().filter(|question| section.questions.iter().any(|own| own.code == question.code));
        let items = missing
            .map(|question| view! { <li><a href=format!("#q-{}", question.code)>{translated_line(lang, &question.label)}</a></li> })
            .collect_view();
        notice("warning", view! { {t!(lang, "take-wanted")}<ul>{items}</ul>{t!(lang, "take-wanted-next")} })
    }
}

/// The first section in which nothing was answered yet.
fn first_open(form: &Questions, shown: &Shown<'_>) -> usize {
    let untouched = |section: &Section| {
        section.questions.iter().any(|question| shown.asks(question))
            && !section.questions.iter().any(|question| answer::has_answer(question, &shown.answers))
    };
    form.sections.iter().position(untouched).unwrap_or(0)
}

/// How far one is; the review counts as the last step.
pub fn progress(lang: Lang, step: usize, sections: usize) -> AnyView {
    let words = if step > sections { t!(lang, "take-progress-review") } else { t!(lang, "take-progress", n = step, total = sections) };
    view! {
        <div class="progress" id=ANCHOR><p id="progress-words">{words}</p>
            <progress max=(sections + 1).to_string() value=step.to_string() aria-labelledby="progress-words"></progress></div>
    }
    .into_any()
}
