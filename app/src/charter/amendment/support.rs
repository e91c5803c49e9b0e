//! Where people stand on an amendment: one's own form, the colleges side by side.

use domain::{access::Act, charter::amendment::Support, id::AmendmentId};
use leptos::prelude::*;
use store::{
    charter::{Amendment, Supports},
    process::College,
    round::Entry,
};

use crate::{
    i18n::{Lang, t},
    ui::{
        Form,
        chart::{Part, Row, stacked},
        college, college_name,
        page::encode,
        sign,
    },
    visit::Visit,
};

fn parts(lang: Lang) -> Vec<Part> {
    Support::ALL
        .iter()
        .map(|support| {
            let class = match support {
                Support::For => "for",
                Support::Neutral => "abstain",
                Support::Against => "against",
            };
            Part { class, words: lang.of("amendment-support", support.as_str()) }
        })
        .collect()
}

fn rows(colleges: &[College], supports: &Supports, id: AmendmentId) -> Vec<Row> {
    colleges
        .iter()
        .map(|college| Row { kind: college.kind, name: college.name.clone(), numbers: Some(supports.of(id, college.id)) })
        .collect()
}

/// The colleges side by side, as a chart with its table and a sentence that says what it shows. Support carries names: no group is too
/// small to be shown.
pub fn chart(lang: Lang, colleges: &[College], supports: &Supports, id: AmendmentId) -> AnyView {
    let rows = rows(colleges, supports, id);
    let all = |row: &Row| row.numbers.iter().flatten().sum::<i64>();
    if rows.iter().all(|row| all(row) == 0) {
        return view! { <p>{t!(lang, "amendment-support-none")}</p> }.into_any();
    }
    let says: Vec<String> = rows
        .iter()
        .map(|row| {
            let yes = row.numbers.iter().flatten().next().copied().unwrap_or_default();
            t!(lang, "charter-chart-college", college = college_name(lang, row.kind, &row.name), agree = yes, all = all(row))
        })
        .collect();
    let separator = match lang {
        Lang::Fr => "\u{a0}; ",
        Lang::En => "; ",
    };
    let sentence = t!(lang, "amendment-chart", says = says.join(separator));
    stacked(lang, sentence, t!(lang, "amendment-chart-caption"), &parts(lang), &rows, false, 0)
}

/// The same in words, for amendments beside each other: a line for each college fits into the narrowest column.
pub fn numbers(lang: Lang, colleges: &[College], supports: &Supports, amendment: &Amendment) -> AnyView {
    let lines = colleges
        .iter()
        .map(|of| {
            let said = Support::ALL.iter().zip(supports.of(amendment.id, of.id)).map(|(support, n)| {
                view! { <li><strong>{n}</strong>" "{lang.of("amendment-support", support.as_str())}</li> }
            });
            view! { <div><dt>{college(lang, of.kind, &of.name)}</dt><dd><ul class="said">{said.collect_view()}</ul></dd></div> }
        })
        .collect_view();
    view! { <p class="small"><strong>{t!(lang, "amendment-chart-caption")}</strong></p><dl class="facts is-stacked">{lines}</dl> }
        .into_any()
}

/// What the visitor may say of it now.
pub fn own(visit: &Visit, amendment: &Amendment, entry: &Entry, mine: Option<Support>, open: bool) -> AnyView {
    let lang = visit.lang;
    let said = mine.map(|support| {
        let words = t!(lang, "amendment-support-yours", support = lang.of("amendment-support", support.as_str()));
        view! { <p class="saved" role="status">{sign("saved")}{words}</p> }
    });
    if !open || !amendment.state.is_pending() {
        return said.into_any();
    }
    if visit.account().is_none() {
        let next = encode(&visit.path);
        return view! {
            <p>{t!(lang, "amendment-sign-in")}</p>
            <p class="actions">
                <a class="button is-primary" href=format!("/card?next={next}")>{t!(lang, "nav-card")}</a>
                <a class="button is-secondary" href=format!("/sign-in?next={next}")>{t!(lang, "nav-sign-in")}</a>
            </p>
        }
        .into_any();
    }
    if !entry.who.may(Act::SupportAmendment) {
        return ().into_any();
    }
    let form = Form::new(visit, Act::SupportAmendment);
    let options = Support::ALL.iter().map(|support| (support.to_string(), lang.of("my-support", support.as_str()))).collect();
    let chosen: Vec<&str> = mine.iter().map(|support| support.as_str()).collect();
    let fields = view! {
        {form.hidden("amendment", amendment.id)}
        {form.choices("support", t!(lang, "amendment-support-legend"), options, &chosen, false)}
        {form.submit(if mine.is_some() { t!(lang, "amendment-support-change") } else { t!(lang, "amendment-support-send") })}
    };
    view! { {said}{form.view(fields)} }.into_any()
}
