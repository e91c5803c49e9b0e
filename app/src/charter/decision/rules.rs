//! The rules of the decision: the form in which they are set, and what they say, in words.

use domain::{
    access::Act,
    charter::rules::{Bar, Blocking, Body, Least, Scope, Way},
    committee::Committee,
};
use leptos::prelude::*;
use store::round::Round;

use super::super::loaded::{Charter, body_name};
use crate::{
    i18n::{Lang, t},
    ui::Form,
    visit::Visit,
};

/// "60 %", "12".
fn written(least: Least) -> String {
    match least {
        Least::Percent(percent) => format!("{percent} %"),
        Least::People(people) => people.to_string(),
    }
}

/// Fields of one college or committee; empty where the common bar holds.
fn bar(lang: Lang, form: &Form, body: Body, own: Option<Bar>, common: Bar) -> AnyView {
    let key = body.key();
    let said = |least: Option<Least>| least.map(written).unwrap_or_default();
    let hint = |least: Least| t!(lang, "rules-bar-common", common = written(least).replace(' ', "\u{a0}"));
    let differs = |least: Option<Least>, common: Least| least.filter(|least| *least != common);
    let quorum = differs(own.map(|bar| bar.quorum), common.quorum);
    let threshold = differs(own.map(|bar| bar.threshold), common.threshold);
    view! {
        <div class="rules-bar">
            {form.text(&format!("quorum[{key}]"), t!(lang, "rules-quorum")).hint(hint(common.quorum)).class("is-short").optional()
                .default(said(quorum)).view()}
            {form.text(&format!("threshold[{key}]"), t!(lang, "rules-threshold")).hint(hint(common.threshold)).class("is-short").optional()
                .default(said(threshold)).view()}
        </div>
    }
    .into_any()
}

/// What a facilitator sets before the round opens.
pub fn form(visit: &Visit, charter: &Charter, round: &Round) -> AnyView {
    let lang = visit.lang;
    let (rules, common) = (&charter.frame.rules, charter.frame.common_bar());
    let form = Form::keyed(visit, Act::EditCharterRules, "rules");
    let choice = |word: &str, words: String, more: String| (word.to_owned(), format!("{words}\n{more}"));
    let scopes = Scope::ALL.iter().map(|scope| scope.as_str());
    let scopes = scopes.map(|word| choice(word, lang.of("rules-scope", word), lang.of("rules-scope-words", word))).collect();
    let ways = Way::ALL.iter().map(|way| way.as_str());
    let ways = ways.map(|word| choice(word, lang.of("rules-way", word), lang.of("rules-way-words", word))).collect();
    let blockings = Blocking::ALL.iter().map(|blocking| blocking.as_str());
    let blockings = blockings.map(|word| choice(word, lang.of("rules-blocking", word), lang.of("rules-blocking-words", word))).collect();
    let colleges = charter.colleges.iter().map(|college| {
        let name = body_name(lang, charter, Body::College(college.id));
        let fields = bar(lang, &form, Body::College(college.id), rules.colleges.get(&college.id).copied(), common);
        view! { <fieldset class="rules-body"><legend>{name}</legend>{fields}</fieldset> }
    });
    let colleges = colleges.collect_view();
    let committees = Committee::ALL.iter().map(|committee| {
        let word = committee.as_str();
        let own = rules.committees.get(committee).copied();
        let ticked = form.ticked("say[]", word, own.is_some());
        let name = lang.of("committee-name", word);
        view! {
            <fieldset class="rules-body"><legend>{name.clone()}</legend>
                <label class="choice"><input type="checkbox" name="say[]" value=word checked=ticked/>
                    <span>{t!(lang, "rules-say")}<span class="visually-hidden">" : "{name}</span></span></label>
                {bar(lang, &form, Body::Committee(*committee), own, common)}
            </fieldset>
        }
    });
    let committees = committees.collect_view();
    let fields = view! {
        {form.hidden("round", round.id)}
        {form.choices("scope", t!(lang, "rules-scope"), scopes, &[rules.scope.as_str()], false)}
        {form.choices("way", t!(lang, "rules-way"), ways, &[rules.way.as_str()], false)}
        {form.choices("blocking", t!(lang, "rules-blocking"), blockings, &[rules.blocking.as_str()], false)}
        <h4>{t!(lang, "rules-own")}</h4>
        <p class="small">{t!(lang, "rules-own-words")}</p>
        {colleges}
        <h4>{t!(lang, "rules-committees")}</h4>
        <p class="small">{t!(lang, "rules-committees-words")}</p>
        {committees}
        {form.submit(t!(lang, "charter-rules-save"))}
    };
    form.view(fields)
}

/// How the charter is decided, in words: what on, which way, and what each college and committee needs.
pub fn words(lang: Lang, charter: &Charter) -> AnyView {
    let (frame, rules) = (&charter.frame, &charter.frame.rules);
    if rules == &domain::charter::rules::Rules::default() {
        let words = t!(lang, "charter-rule", quorum = frame.quorum_percent, threshold = frame.threshold_percent);
        return view! { <p>{words}</p> }.into_any();
    }
    let scope = lang.of("rule-scope", rules.scope.as_str());
    let way = match (rules.way, rules.blocking) {
        (Way::Vote, _) => t!(lang, "rule-way-vote"),
        (Way::Consent, Blocking::Open) => t!(lang, "rule-way-consent-open"),
        (Way::Consent, Blocking::Unanswered) => t!(lang, "rule-way-consent-unanswered"),
    };
    let bodies = frame.bodies(charter.colleges.iter().map(|college| college.id));
    let each = bodies.into_iter().map(|body| {
        let bar = frame.bar(body);
        let quorum = match bar.quorum {
            Least::Percent(n) => t!(lang, "rule-quorum-percent", n = n),
            Least::People(n) => t!(lang, "rule-quorum-people", n = n),
        };
        let threshold = (rules.way == Way::Vote).then(|| match bar.threshold {
            Least::Percent(n) => t!(lang, "rule-threshold-percent", n = n),
            Least::People(n) => t!(lang, "rule-threshold-people", n = n),
        });
        view! { <li><strong>{body_name(lang, charter, body)}</strong>" — "{quorum}" "{threshold}</li> }
    });
    let committees = (!rules.committees.is_empty()).then(|| view! { <p>{t!(lang, "rule-committees")}</p> });
    view! {
        <p>{scope}" "{way}" "{t!(lang, "rule-each")}</p>
        <ul class="rules-list">{each.collect_view()}</ul>
        {committees}
    }
    .into_any()
}
