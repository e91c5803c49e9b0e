//! One's own answers, all together: before sending, and afterwards where they keep their author.

use domain::{
    access::Act,
    refusal::Problem,
    round::Mode,
    survey::{
        Answerer, Answers, Form as Questions, Kind, Question, answer, check, field,
        kind::{DECLINED, OTHER, OTHER_TEXT},
        shown,
    },
};
use leptos::prelude::*;
use store::round::Round;

use super::{
    save,
    take::{ANCHOR, progress},
    words::{answer_words, answers_words},
};
use crate::{
    i18n::{Lang, t},
    ui::{Form, date, notice, paragraphs, translated_line},
    visit::Visit,
};

/// The last page before sending: every answer, what is missing, what can and cannot be undone.
pub fn before_sending(visit: &Visit, round: &Round, form: &Questions, answers: &Answers, who: &Answerer) -> AnyView {
    let lang = visit.lang;
    let shown = shown(form, answers, who);
    let problems = check(form, &shown.answers, who).err().map(|refusal| refusal.problems).unwrap_or_default();
    let fields = Form::new(visit, Act::SendResponse);
    let wrong = (!problems.is_empty()).then(|| missing(lang, round, form, &problems));
    let send = problems.is_empty().then(|| {
        let closes = round.calendar().closes_at.map(|at| date::moment(lang, at, &visit.services.site.zone)).unwrap_or_default();
        let words = match round.mode {
            Mode::Anonymous => t!(lang, "review-anonymous"),
            Mode::Named => t!(lang, "review-named", closes = closes),
        };
        let inside = view! { {fields.hidden("round", round.id)}{notice("warning", words)}{fields.submit(t!(lang, "review-send"))} };
        fields.view(inside)
    });
    // A response sent otherwise than by this page is refused here too.
    let refused = send.is_none().then(|| fields.summary());
    let sections = (0..form.sections.len()).filter(|at| save::is_asked(form, &shown, *at)).count();
    let back = save_address(round, form, save::section_before(form, &shown, form.sections.len()).unwrap_or(0));
    let asked: Vec<&Question> = form.questions().filter(|question| shown.asks(question)).collect();
    view! {
        {progress(lang, sections + 1, sections)}
        <h2>{t!(lang, "review-title")}</h2>
        {refused}{wrong}
        {list(lang, form, &asked, &shown.answers, Some(round), &problems)}
        {send}
        <p><a href=back>{t!(lang, "review-back")}</a></p>
    }
    .into_any()
}

fn save_address(round: &Round, form: &Questions, at: usize) -> String {
    format!("{}#{ANCHOR}", save::address(round.id, form, at))
}

/// Where a question is answered.
fn place(round: &Round, form: &Questions, question: &Question) -> String {
    let at = form.sections.iter().position(|section| section.questions.iter().any(|q| q.code == question.code)).unwrap_or(0);
    format!("{}#q-{}", save::address(round.id, form, at), question.code)
}

/// Names what keeps the response from being sent, each with a link to its question.
fn missing(lang: Lang, round: &Round, form: &Questions, problems: &[Problem]) -> AnyView {
    let items = problems
        .iter()
        .map(|problem| {
            let words = lang.problem(problem);
            match form.questions().find(|question| question.keys().iter().any(|key| field(key) == problem.field)) {
                Some(question) => {
                    view! { <li><a href=place(round, form, question)>{words} " " {translated_line(lang, &question.label)}</a></li> }
                        .into_any()
                }
                None => view! { <li>{words}</li> }.into_any(),
            }
        })
        .collect_view();
    view! {
        <div class="error-summary" aria-labelledby="review-missing"><h3 id="review-missing">{t!(lang, "review-missing", n = problems.len())}</h3><ul>{items}</ul></div>
    }
    .into_any()
}

/// The questions that were asked, with their answers; with `round`, links to change them.
pub fn list(lang: Lang, form: &Questions, asked: &[&Question], answers: &Answers, round: Option<&Round>, problems: &[Problem]) -> AnyView {
    let mut number = 0;
    form.sections
        .iter()
        .enumerate()
        .filter_map(|(at, section)| {
            let mut rows = Vec::new();
            for question in &section.questions {
                number += 1;
                if asked.iter().any(|other| other.code == question.code) && !matches!(question.kind, Kind::Note { .. }) {
                    let wrong = problems.iter().any(|problem| question.keys().iter().any(|key| problem.field == field(key)));
                    rows.push(row(lang, number, question, answers, wrong));
                }
            }
            if rows.is_empty() {
                return None;
            }
            let change = round.map(|round| {
                let href = save_address(round, form, at);
                let title = section.title.text(lang.tag()).to_owned();
                view! { <p><a href=href>{t!(lang, "review-change")}<span class="visually-hidden">" : " {title}</span></a></p> }
            });
            Some(view! { <section class="stack"><h3>{translated_line(lang, &section.title)}</h3><dl class="facts is-stacked">{rows}</dl>{change}</section> })
        })
        .collect_view()
        .into_any()
}

fn row(lang: Lang, number: usize, question: &Question, answers: &Answers, wrong: bool) -> AnyView {
    let given = |key: &str| answers.get(key).map_or(&[][..], Vec::as_slice);
    let answer = if !given(&question.key(DECLINED)).is_empty() {
        t!(lang, "ask-decline").into_any()
    } else if !answer::has_answer(question, answers) {
        if wrong {
            view! { <strong>{t!(lang, "review-to-answer")}</strong> }.into_any()
        } else {
            view! { <span class="small">{t!(lang, "review-no-answer")}</span> }.into_any()
        }
    } else if !question.kind.items().is_empty() {
        let items = question
            .kind
            .items()
            .iter()
            .map(|item| {
                let words = answers_words(lang, question, given(&question.key(&item.code)));
                let words = if words.is_empty() { t!(lang, "review-no-answer") } else { words };
                view! { <li>{translated_line(lang, &item.label)} " : " {words}</li> }
            })
            .collect_view();
        view! { <ul>{items}</ul> }.into_any()
    } else {
        let other = given(&question.key(OTHER_TEXT)).first().filter(|_| question.kind.has_other());
        let words = |value: &String| match other {
            Some(other) if value == OTHER => format!("{} : {other}", answer_words(lang, question, value)),
            _ => answer_words(lang, question, value),
        };
        match given(&question.code) {
            [text] if question.kind.is_text() => paragraphs(text),
            [value] => words(value).into_any(),
            values => {
                let items = values.iter().map(|value| view! { <li>{words(value)}</li> }).collect_view();
                if matches!(question.kind, Kind::Ranking { .. }) {
                    view! { <ol>{items}</ol> }.into_any()
                } else {
                    view! { <ul>{items}</ul> }.into_any()
                }
            }
        }
    };
    view! { <div><dt>{format!("{number}. ")}{translated_line(lang, &question.label)}</dt><dd>{answer}</dd></div> }.into_any()
}

/// One answer on a line, for the choice between two readings of a sheet.
pub fn plain(lang: Lang, question: &Question, answers: &Answers) -> String {
    let given = |key: &str| answers.get(key).map_or(&[][..], Vec::as_slice);
    if !given(&question.key(DECLINED)).is_empty() {
        return t!(lang, "ask-decline");
    }
    if !answer::has_answer(question, answers) {
        return t!(lang, "review-no-answer");
    }
    let words = |key: &str| answers_words(lang, question, given(key));
    let items = question.kind.items().iter().map(|item| (item.label.text(lang.tag()), words(&question.key(&item.code))));
    let items: Vec<String> = items.filter(|(_, words)| !words.is_empty()).map(|(label, words)| format!("{label} : {words}")).collect();
    let other = given(&question.key(OTHER_TEXT)).join(" ");
    let own = if items.is_empty() { words(&question.code) } else { items.join(" · ") };
    if other.is_empty() { own } else { format!("{own} : {other}") }
}

/// After sending: that it counts, and what one can still do.
pub fn sent(visit: &Visit, round: &Round, form: &Questions, own: Option<&Answers>, open: bool, receipt: Option<String>) -> AnyView {
    let lang = visit.lang;
    let zone = &visit.services.site.zone;
    let closes = round.calendar().closes_at.map(|at| date::day(lang, at, zone)).unwrap_or_default();
    let next = if open { t!(lang, "sent-next", closes = closes) } else { String::new() };
    let thanks = match round.mode {
        Mode::Anonymous => t!(lang, "sent-anonymous"),
        Mode::Named => t!(lang, "sent-named"),
    };
    let change = (open && own.is_some()).then(|| {
        view! { <p class="actions"><a class="button is-secondary" href=save_address(round, form, 0)>{t!(lang, "sent-change")}</a></p> }
    });
    let answers = own.map(|own| {
        let answered: Vec<&Question> = form.questions().filter(|question| answer::has_answer(question, own)).collect();
        view! { <h2>{t!(lang, "sent-yours")}</h2>{list(lang, form, &answered, own, None, &[])} }
    });
    let here = format!("/r/{}/receipt", round.id);
    let address = format!("{}{here}", visit.services.site.url);
    let receipt = receipt.map(|code| {
        view! {
            <section class="receipt" aria-labelledby="receipt"><h2 id="receipt">{t!(lang, "receipt-yours")}</h2>
                <p class="receipt-code">{code}</p>
                <p>{t!(lang, "receipt-keep")}</p>
                <p class="small">{address}</p></section>
        }
    });
    let held = (open && round.mode == Mode::Anonymous).then(|| {
        view! { <p class="actions"><a class="button is-quiet" href=here>{t!(lang, "receipt-have")}</a></p> }
    });
    view! {
        {notice("success", view! { <strong>{t!(lang, "sent-thanks")}</strong> " " {thanks} " " {next} })}
        {receipt}{change}{held}
        {answers}
    }
    .into_any()
}
