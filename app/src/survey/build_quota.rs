//! Quotas in the builder: how many answers of a kind are wanted, and how full each is.

use domain::{
    access::Act,
    college::CollegeKind,
    id::RoundId,
    lang::LangText,
    privacy::SCREEN_THRESHOLD,
    survey::{
        Form as Questions, Question, Words,
        quota::{Filling, LIMITS, Quota, TypedQuota},
    },
};
use leptos::prelude::*;
use leptos_axum::redirect;
use store::{Conn, round::Round};

use super::{
    build_form::{TextField, texts},
    save,
    words::answer_words,
};
use crate::{
    AppError,
    i18n::{Lang, t},
    ui::{Form, college, notice, sign, translated_line},
    visit::Visit,
};

pub async fn save(round: RoundId, quota: String, remove: bool, typed: TypedQuota) -> Result<(), AppError> {
    save::change(round, Act::EditQuota, if remove { "remove_quota" } else { "edit_quota" }, move |form, calendar, now| {
        if remove { Ok((form.without_quota(calendar, now, &quota)?, quota)) } else { form.with_quota(calendar, now, &quota, &typed) }
    })
    .await?;
    redirect(&format!("/r/{round}/edit#quotas"));
    Ok(())
}

/// What a facilitator may do with quotas now.
#[derive(Clone, Copy)]
pub struct May {
    /// Before the round opens.
    pub edit: bool,
    /// Until it is published: the words alone.
    pub words: bool,
}

pub async fn quotas(visit: &Visit, c: &mut Conn, round: &Round, form: &Questions, may: May) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    if form.sections.is_empty() || (form.quotas.is_empty() && !may.edit) {
        return Ok(().into_any());
    }
    let mut rows = Vec::new();
    for (at, quota) in form.quotas.iter().enumerate() {
        let counts = store::responses::chosen(c, round.id, &quota.key, &quota.value).await?;
        // Before anybody can answer, there is nothing to say.
        let filling = (!may.edit).then(|| filling_words(lang, quota, quota.filling(&counts, round.mode)));
        rows.push(row(visit, round, form, (at, quota), filling, may));
    }
    let fields = Form::keyed(visit, Act::EditQuota, "new-quota");
    let adding = may.edit.then(|| {
        if fields.refused() || visit.asked("quota") == Some("new") {
            view! { <div class="builder-row is-editing" id="new-quota"><h4>{t!(lang, "quota-new")}</h4>{quota_form(lang, &fields, round, form, None, may)}</div> }.into_any()
        } else if form.questions().any(Question::can_have_quota) {
            let href = format!("/r/{}/edit?quota=new#new-quota", round.id);
            view! { <p class="actions"><a class="button is-secondary" href=href>{sign("add")}{t!(lang, "quota-add")}</a></p> }.into_any()
        } else {
            view! { <p class="small">{t!(lang, "quota-no-question")}</p> }.into_any()
        }
    });
    let small = form.quotas.iter().any(|quota| quota.tells_of_few(round.mode));
    let small = small.then(|| notice("warning", t!(lang, "quota-tells-of-few", n = SCREEN_THRESHOLD)));
    Ok(view! {
        <section class="builder-section" aria-labelledby="quotas">
            <header class="builder-head"><h3 id="quotas">{t!(lang, "quotas")}</h3></header>
            <p class="small">{t!(lang, "quotas-words")}</p>
            {small}
            <ol class="builder-rows">{rows}</ol>
            {adding}
        </section>
    }
    .into_any())
}

/// The answer that a quota counts, in words.
fn answer_of(lang: Lang, form: &Questions, key: &str, value: &str) -> String {
    let Some(question) = form.owner(key) else { return format!("{key} : {value}") };
    let item = question.kind.items().iter().find(|item| question.key(&item.code) == key);
    let item = item.map(|item| format!(" · {}", item.label.text(lang.tag()))).unwrap_or_default();
    format!("{}{item} : {}", question.label.text(lang.tag()), answer_words(lang, question, value))
}

fn filling_words(lang: Lang, quota: &Quota, filling: Filling) -> String {
    match filling {
        Filling::Full => t!(lang, "quota-is-full"),
        Filling::Taken(n) => t!(lang, "quota-taken", n = n, limit = quota.limit),
        Filling::Few => t!(lang, "quota-few", n = SCREEN_THRESHOLD),
        Filling::Between => t!(lang, "quota-between", n = SCREEN_THRESHOLD),
    }
}

fn row(visit: &Visit, round: &Round, form: &Questions, (at, quota): (usize, &Quota), filling: Option<String>, may: May) -> AnyView {
    let (lang, name) = (visit.lang, quota.name());
    let id = format!("quota-{}", at + 1);
    let fields = Form::keyed(visit, Act::EditQuota, &id);
    let editing = may.words && (fields.refused() || visit.asked("quota") == Some(name.as_str()));
    let words = answer_of(lang, form, &quota.key, &quota.value);
    let who = match quota.college {
        Some(kind) => college(lang, kind, &LangText::default()),
        None => view! { <span>{t!(lang, "quota-all")}</span> }.into_any(),
    };
    let correct = may.words.then(|| {
        let href = format!("/r/{}/edit?quota={name}#{id}", round.id);
        view! { <a class="button is-quiet is-small" href=href>{t!(lang, "build-correct")}<span class="visually-hidden">" : " {words.clone()}</span></a> }
    });
    let remove = may.edit.then(|| {
        let fields = Form::keyed(visit, Act::EditQuota, format!("remove-{id}"));
        let label = format!("{} : {words}", t!(lang, "build-remove"));
        fields.view_with(
            "",
            view! {
                {fields.hidden("round", round.id)}{fields.hidden("quota", &name)}{fields.hidden("remove", true)}
                <button class="icon-button is-danger" type="submit" aria-label=label>{sign("remove")}</button>
            },
        )
    });
    let edit = editing.then(|| quota_form(lang, &fields, round, form, Some(quota), may));
    let filling = filling.map(|words| view! { <span><strong>{words}</strong></span> });
    view! {
        <li class=if editing { "builder-row is-editing" } else { "builder-row" } id=id>
            <div class="builder-main">
                <p class="builder-label">{words}</p>
                <p class="meta">{who}<span>{t!(lang, "quota-limit-of", n = quota.limit)}</span>{filling}</p>
                <p class="small">{translated_line(lang, &quota.words)}</p>
            </div>
            <div class="builder-tools">{correct}{remove}</div>
            {edit}
        </li>
    }
    .into_any()
}

fn quota_form(lang: Lang, fields: &Form, round: &Round, form: &Questions, held: Option<&Quota>, may: May) -> AnyView {
    let answer = held.map(|quota| format!("{}={}", quota.key, quota.value)).unwrap_or_default();
    let limit = held.map(|quota| quota.limit.to_string()).unwrap_or_default();
    let college = held.and_then(|quota| quota.college).map(|kind| kind.to_string()).unwrap_or_default();
    let words = held.map(|quota| Words::of(&quota.words)).unwrap_or(Words {
        fr: t!(Lang::Fr, "quota-message"),
        en: t!(Lang::En, "quota-message"),
        ..Words::default()
    });
    let frame = if may.edit {
        let colleges = std::iter::once((String::new(), t!(lang, "quota-all")))
            .chain(CollegeKind::ALL.iter().map(|kind| (kind.to_string(), lang.of("college", kind.as_str()))))
            .collect();
        let hint = t!(lang, "quota-limit-hint", min = *LIMITS.start());
        view! {
            {answers(lang, fields, form, &answer)}
            {fields.select("typed[college]", t!(lang, "quota-college"), colleges, &college)}
            {fields.text("typed[limit]", t!(lang, "quota-limit")).inputmode("numeric").class("is-short").hint(hint).default(limit).view()}
        }
        .into_any()
    } else {
        view! { {fields.hidden("typed[answer]", answer)}{fields.hidden("typed[college]", college)}{fields.hidden("typed[limit]", limit)} }
            .into_any()
    };
    let name = held.map(Quota::name).unwrap_or_default();
    let message = [TextField { name: "words", label: "quota-words", words, lines: 2, optional: false }];
    fields.view(view! {
        {fields.hidden("round", round.id)}{fields.hidden("quota", name)}
        {frame}
        {texts(lang, fields, &message)}
        <p class="actions"><button class="button is-primary" type="submit">{t!(lang, "build-save")}</button>
            <a class="button is-quiet" href=format!("/r/{}/edit#quotas", round.id)>{t!(lang, "build-cancel")}</a></p>
    })
}

/// A menu of all answers that can be counted, question by question.
fn answers(lang: Lang, fields: &Form, form: &Questions, held: &str) -> AnyView {
    const NAME: &str = "typed[answer]";
    let chosen = fields.value(NAME, held);
    let groups = form
        .questions()
        .enumerate()
        .filter(|(_, question)| question.can_have_quota())
        .map(|(at, question)| {
            let options = question
                .parts()
                .into_iter()
                .flat_map(|part| question.kind.codes().into_iter().map(move |code| (part.clone(), code)))
                .map(|(part, code)| {
                    let value = format!("{part}={code}");
                    let item = question.kind.items().iter().find(|item| question.key(&item.code) == part);
                    let of = item.map(|item| format!("{} : ", item.label.text(lang.tag()))).unwrap_or_default();
                    let selected = value == chosen;
                    view! { <option value=value selected=selected>{of}{answer_words(lang, question, &code)}</option> }
                })
                .collect_view();
            view! { <optgroup label=format!("{}. {}", at + 1, question.label.text(lang.tag()))>{options}</optgroup> }
        })
        .collect_view();
    let problems = fields.problems(NAME);
    let wrong = !problems.is_empty();
    let id = fields.id(NAME);
    view! {
        <div class=if wrong { "field is-wrong" } else { "field" }>
            <label for=id.clone()>{t!(lang, "quota-answer")}</label>
            {crate::ui::form::errors(lang, &problems, &id)}
            <select id=id.clone() name=NAME aria-invalid=wrong.then_some("true") aria-describedby=wrong.then(|| format!("{id}-error"))>
                <option value="">{t!(lang, "quota-choose")}</option>{groups}</select>
        </div>
    }
    .into_any()
}
