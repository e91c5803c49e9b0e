//! Where people stand on an article: one's own form, the colleges side by side, the reasons.

use domain::{
    access::Act,
    charter::{ratification::Say, stance::Stance},
    round::State,
};
use leptos::prelude::*;
use store::{
    charter::{Article, Reason, Taken},
    round::Entry,
};

use super::loaded::{Charter, body_name, drawn, named};
use crate::{
    i18n::{Lang, t},
    ui::{
        self, Form,
        chart::{Part, Row, stacked},
        form::errors,
        page::encode,
        sign,
    },
    visit::Visit,
};

/// What the visitor may do about this article now.
pub fn own(visit: &Visit, charter: &Charter, article: &Article, entry: &Entry) -> AnyView {
    let lang = visit.lang;
    let (mine, before) = charter.mine(article);
    let standing = mine.map(|taken| {
        let words = t!(lang, "stance-yours", stance = lang.of("stance", taken.stance.as_str()));
        view! { <p class="saved" role="status">{sign("saved")}{words}</p> }
    });
    let words = match entry.calendar.state(visit.now) {
        State::Draft | State::Announced => view! { <p>{t!(lang, "stance-not-yet")}</p> }.into_any(),
        State::Closed | State::Published => view! { {standing}<p>{t!(lang, "stance-closed")}</p> }.into_any(),
        State::Open if entry.who.may(Act::TakeStance) => {
            view! { {standing}{form(visit, charter, article, entry, mine, before)} }.into_any()
        }
        State::Open if visit.account().is_none() => {
            let next = encode(&visit.path);
            view! {
                <p>{t!(lang, "stance-sign-in")}</p>
                <p class="actions">
                    <a class="button is-primary" href=format!("/card?next={next}")>{t!(lang, "nav-card")}</a>
                    <a class="button is-secondary" href=format!("/sign-in?next={next}")>{t!(lang, "nav-sign-in")}</a>
                </p>
            }
            .into_any()
        }
        State::Open => view! { <p>{t!(lang, "stance-colleges-only")}</p> }.into_any(),
    };
    view! {
        <section class="stack" aria-labelledby="position">
            <h2 id="position">{t!(lang, "stance-title")}</h2>
            {words}
        </section>
    }
    .into_any()
}

fn form(visit: &Visit, charter: &Charter, article: &Article, entry: &Entry, mine: Option<&Taken>, before: Option<&Taken>) -> AnyView {
    let lang = visit.lang;
    let form = Form::new(visit, Act::TakeStance);
    let reopened =
        before.filter(|_| mine.is_none() && !form.refused()).map(|old| ui::notice("warning", t!(lang, "stance-reopened", n = old.number)));
    let (chosen, reason) = mine.map_or(("", ""), |taken| (taken.stance.as_str(), taken.reason.as_str()));
    let college = entry.who.membership.and_then(|membership| membership.college).and_then(|(college, _)| charter.college(college));
    let name = visit.session.as_ref().map(|session| session.name.clone()).unwrap_or_default();
    let seen = t!(lang, "stance-seen", name = name, college = named(lang, college));
    let button = if mine.is_some() { t!(lang, "stance-change") } else { t!(lang, "stance-send") };
    let fields = fields(lang, &form, t!(lang, "stance-legend", n = article.version.number), (chosen, reason), seen, button);
    let fields = view! { {form.hidden("version", article.version.version_id)}{fields} };
    view! { {reopened}{form.view(fields)} }.into_any()
}

/// The choice of a stance and its reason. `standing` is what was taken before; `seen` says who will read it.
pub fn fields(lang: Lang, form: &Form, legend: String, standing: (&str, &str), seen: String, button: String) -> AnyView {
    let problems = form.problems("stance");
    let id = form.id("stance");
    // Nobody agrees with one click to words that have just changed: the choice is to be made again, the reason stays.
    let chosen = if problems.iter().any(|problem| problem.key == "stance-version-passed") {
        String::new()
    } else {
        form.value("stance", standing.0)
    };
    let tiles = Stance::ALL
        .iter()
        .map(|stance| {
            let word = stance.as_str();
            view! {
                <label class=format!("stance is-{word}")>
                    <input type="radio" name="stance" value=word checked=chosen == word/>
                    {sign(word)}
                    <span><strong>{lang.of("my-stance", word)}</strong><small>{lang.of("my-stance-words", word)}</small></span>
                </label>
            }
        })
        .collect_view();
    let wrong = !problems.is_empty();
    view! {
        <fieldset class=if wrong { "stances is-wrong" } else { "stances" } id=id.clone() tabindex="-1"
            aria-describedby=wrong.then(|| format!("{id}-error"))>
            <legend>{legend}</legend>
            {errors(lang, &problems, &id)}
            {tiles}
        </fieldset>
        {form.area("reason", t!(lang, "stance-reason")).hint(t!(lang, "stance-reason-hint")).rows(4)
            .default(standing.1).view()}
        {ui::notice("info", seen)}
        {form.submit(button)}
    }
    .into_any()
}

/// The stances of each college as a chart with its table and a sentence that says what it shows.
pub fn chart(lang: Lang, charter: &Charter, says: &[Say], caption: String) -> AnyView {
    if says.iter().all(|say| say.counts.all() == 0) {
        return view! { <p>{t!(lang, "charter-chart-none")}</p> }.into_any();
    }
    let parts: Vec<Part> =
        [("for", Stance::Consent), ("reservation", Stance::Reservation), ("against", Stance::Objection), ("abstain", Stance::Abstain)]
            .into_iter()
            .map(|(class, stance)| Part { class, words: lang.of("stance", stance.as_str()) })
            .collect();
    let rows: Vec<Row> = says
        .iter()
        .map(|say| {
            let (kind, name) = drawn(lang, charter, say.body);
            Row { kind, name, numbers: Some(say.counts.in_order().to_vec()) }
        })
        .collect();
    // Stances carry names: no group is too small to be shown.
    stacked(lang, sentence(lang, charter, says), caption, &parts, &rows, false, 0)
}

fn sentence(lang: Lang, charter: &Charter, says: &[Say]) -> String {
    let says: Vec<String> = says
        .iter()
        .map(|say| {
            let college = body_name(lang, charter, say.body);
            t!(lang, "charter-chart-college", college = college, agree = say.counts.agree(), all = say.counts.all())
        })
        .collect();
    let separator = match lang {
        Lang::Fr => "\u{a0}; ",
        Lang::En => "; ",
    };
    t!(lang, "charter-chart", says = says.join(separator))
}

/// The reasons that people gave, with their names and colleges; reservations first. Objections have a section of their own.
pub fn reasons(lang: Lang, reasons: &[Reason]) -> Option<AnyView> {
    if reasons.iter().all(|reason| reason.stance == Stance::Objection) {
        return None;
    }
    let of = |stance: Stance| reasons.iter().filter(move |reason| reason.stance == stance);
    let items = [Stance::Reservation, Stance::Consent, Stance::Abstain]
        .into_iter()
        .flat_map(of)
        .map(|reason| {
            let word = reason.stance.as_str();
            view! {
                <li><article class="comment">
                    <header class="comment-head"><bdi class="author">{reason.author.clone()}</bdi>{ui::college(lang, reason.kind, &reason.name)}
                        <span>{sign(word)} " " {lang.of("stance", word)}</span></header>
                    <div class="comment-body" dir="auto">{ui::paragraphs(&reason.reason)}</div>
                </article></li>
            }
        })
        .collect_view();
    Some(
        view! {
            <section class="stack" aria-labelledby="reasons">
                <h2 id="reasons">{t!(lang, "charter-reasons")}</h2>
                <ol class="thread">{items}</ol>
            </section>
        }
        .into_any(),
    )
}
