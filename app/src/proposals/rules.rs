//! How people vote in a round: the form a facilitator fills before it opens, and the words that say it afterwards.

use domain::{
    access::Act,
    proposals::{Counting, MOST_APPROVED, Method, POINTS, Reasons, Results, Rules, SCORE, Way},
};
use leptos::prelude::*;
use store::{
    Conn,
    round::{Entry, Round},
};

use crate::{
    AppError,
    i18n::{Lang, t},
    ui::Form,
    visit::Visit,
};

/// The form, or what was decided once it is fixed.
pub async fn edit(visit: &Visit, c: &mut Conn, round: &Round, entry: &Entry) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    let rules: Rules = store::round::content(c, round.id).await?;
    let body = if entry.calendar.must_not_have_opened(visit.now).is_ok() { form(visit, round, &rules) } else { fixed(lang, &rules) };
    Ok(view! {
        <section class="stack" aria-labelledby="rules"><h3 id="rules">{t!(lang, "rules-title")}</h3>{body}</section>
    }
    .into_any())
}

fn fixed(lang: Lang, rules: &Rules) -> AnyView {
    let own = match rules.method {
        Method::Approval => Some((t!(lang, "rules-most"), rules.most.to_string())),
        Method::Points => Some((t!(lang, "rules-points"), rules.points.to_string())),
        Method::Score => Some((t!(lang, "rules-score"), rules.score.to_string())),
        Method::Ranking => Some((t!(lang, "rules-counting"), lang.of("counting", rules.counting.as_str()))),
        Method::For | Method::Agree | Method::Consent | Method::Judgment => None,
    };
    view! {
        <p>{t!(lang, "rules-fixed")}</p>
        <dl class="facts">
            <dt>{t!(lang, "rules-method")}</dt><dd>{lang.of("method", rules.method.as_str())}</dd>
            {own.map(|(name, value)| view! { <dt>{name}</dt><dd>{value}</dd> })}
            <dt>{t!(lang, "rules-reasons")}</dt><dd>{lang.of("reasons", rules.reasons.as_str())}</dd>
            <dt>{t!(lang, "rules-results")}</dt><dd>{lang.of("show-results", rules.results.as_str())}</dd>
            <dt>{t!(lang, "rules-entry")}</dt><dd>{lang.of("entry", rules.entry.as_str())}</dd>
            <dt>{t!(lang, "rules-ballots")}</dt><dd>{if rules.secret { t!(lang, "rules-ballots-secret") } else { t!(lang, "rules-ballots-named") }}</dd>
        </dl>
    }
    .into_any()
}

fn form(visit: &Visit, round: &Round, rules: &Rules) -> AnyView {
    let lang = visit.lang;
    let form = Form::keyed(visit, Act::EditRules, "rules");
    let two = |family: &'static str, word: &str| {
        (word.to_owned(), format!("{}\n{}", lang.of(family, word), lang.of(&format!("{family}-words"), word)))
    };
    let one = |family: &'static str, word: &str| (word.to_owned(), lang.of(family, word));
    let number = |name: &'static str, label: String, value: u16, (least, most): (u16, u16)| {
        let hint = t!(lang, "rules-number-hint", least = least, most = most);
        form.text(name, label).kind("number").class("is-short").inputmode("numeric").hint(hint).default(value).view()
    };
    let methods = Method::ALL.iter().map(|method| two("method", method.as_str())).collect();
    let reasons = Reasons::ALL.iter().map(|reasons| one("reasons", reasons.as_str())).collect();
    let results = Results::ALL.iter().map(|results| one("show-results", results.as_str())).collect();
    let ways = Way::ALL.iter().map(|way| two("entry", way.as_str())).collect();
    let countings = Counting::ALL.iter().map(|counting| two("counting", counting.as_str())).collect();
    form.view(view! {
        {form.hidden("round", round.id)}
        <p>{t!(lang, "rules-lead")}</p>
        {form.choices("method", t!(lang, "rules-method"), methods, &[rules.method.as_str()], false)}
        <div class="fields">
            {number("most", t!(lang, "rules-most"), rules.most, MOST_APPROVED)}
            {number("points", t!(lang, "rules-points"), rules.points, POINTS)}
            {number("score", t!(lang, "rules-score"), rules.score, SCORE)}
        </div>
        {form.choices("counting", t!(lang, "rules-counting"), countings, &[rules.counting.as_str()], false)}
        {form.choices("reasons", t!(lang, "rules-reasons"), reasons, &[rules.reasons.as_str()], false)}
        {form.choices("results", t!(lang, "rules-results"), results, &[rules.results.as_str()], false)}
        {form.choices("entry", t!(lang, "rules-entry"), ways, &[rules.entry.as_str()], false)}
        {form.tick("secret", t!(lang, "rules-secret"), rules.secret)}
        <p class="hint">{t!(lang, "rules-secret-hint")}</p>
        {form.submit(t!(lang, "rules-save"))}
    })
}
