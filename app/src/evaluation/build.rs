//! The editor of an evaluation's frame: the actions, then the criteria by which each is judged.

use domain::{
    access::Act,
    evaluation::{Action, Criterion, Frame, FrameStep},
    lang::{EASY, LangText},
    survey::Words,
};
use leptos::prelude::*;
use store::{
    Conn,
    round::{Entry, Round},
};

use crate::{
    AppError,
    i18n::{Lang, t},
    survey::{TextField, may_edit, texts},
    ui::{Form, notice, sign},
    visit::Visit,
};

pub async fn edit(visit: &Visit, c: &mut Conn, round: &Round, entry: &Entry) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    let frame: Frame = store::round::content(c, round.id).await?;
    let builder = Builder { visit, round, lang, may: may_edit(visit, entry) };
    let frozen = (!builder.may).then(|| notice("info", t!(lang, "build-frozen")));
    let (last_action, last_criterion) = (frame.actions.len(), frame.criteria.len());
    let actions = frame
        .actions
        .iter()
        .enumerate()
        .map(|(at, action)| builder.row(&ACTION, &action.code, &action.title, action_fields(Some(action)), (at, last_action)))
        .collect_view();
    let criteria = frame
        .criteria
        .iter()
        .enumerate()
        .map(|(at, criterion)| {
            builder.row(&CRITERION, &criterion.code, &criterion.label, criterion_fields(Some(criterion)), (at, last_criterion))
        })
        .collect_view();
    Ok(view! {
        <p id="form">{t!(lang, "frame-words")}</p>
        {frozen}
        <div class="builder">
            <section class="builder-section" aria-labelledby="actions">
                <header class="builder-head"><h3 id="actions">{t!(lang, "frame-actions")}</h3></header>
                <ol class="builder-rows">{actions}</ol>
                {builder.adding(&ACTION, action_fields(None))}
            </section>
            <section class="builder-section" aria-labelledby="criteria">
                <header class="builder-head"><h3 id="criteria">{t!(lang, "frame-criteria")}</h3></header>
                <ol class="builder-rows">{criteria}</ol>
                {builder.adding(&CRITERION, criterion_fields(None))}
            </section>
        </div>
    }
    .into_any())
}

/// The steps of one of the two lists.
struct List {
    name: &'static str,
    add: FrameStep,
    edit: FrameStep,
    remove: FrameStep,
    raise: FrameStep,
    lower: FrameStep,
}

const ACTION: List = List {
    name: "action",
    add: FrameStep::AddAction,
    edit: FrameStep::EditAction,
    remove: FrameStep::RemoveAction,
    raise: FrameStep::RaiseAction,
    lower: FrameStep::LowerAction,
};
const CRITERION: List = List {
    name: "criterion",
    add: FrameStep::AddCriterion,
    edit: FrameStep::EditCriterion,
    remove: FrameStep::RemoveCriterion,
    raise: FrameStep::RaiseCriterion,
    lower: FrameStep::LowerCriterion,
};

fn action_fields(action: Option<&Action>) -> Vec<TextField> {
    let held = |text: Option<&LangText>| text.map(Words::of).unwrap_or_default();
    vec![
        TextField { name: "title", label: "frame-action-title", words: held(action.map(|a| &a.title)), lines: 1, optional: false },
        TextField {
            name: "description",
            label: "frame-action-description",
            words: held(action.map(|a| &a.description)),
            lines: 3,
            optional: true,
        },
    ]
}

fn criterion_fields(criterion: Option<&Criterion>) -> Vec<TextField> {
    let words = criterion.map(|criterion| {
        let mut label = criterion.label.clone();
        label.0.insert(EASY.to_owned(), criterion.easy.clone());
        Words::of(&label)
    });
    vec![TextField { name: "label", label: "frame-criterion-label", words: words.unwrap_or_default(), lines: 1, optional: false }]
}

struct Builder<'a> {
    visit: &'a Visit,
    round: &'a Round,
    lang: Lang,
    may: bool,
}

impl Builder<'_> {
    fn key(step: FrameStep, code: &str) -> String {
        format!("{step}-{code}")
    }

    fn icon(&self, step: FrameStep, code: &str, icon: &'static str, label: String, disabled: bool) -> AnyView {
        let fields = Form::keyed(self.visit, Act::EditFrame, Self::key(step, code));
        let class = if icon == "remove" { "icon-button is-danger" } else { "icon-button" };
        let inside = view! {
            {fields.hidden("round", self.round.id)}{fields.hidden("step", step)}{fields.hidden("code", code)}
            <button class=class type="submit" disabled=disabled aria-label=label>{sign(icon)}</button>
        };
        fields.view_with("", inside)
    }

    fn form(&self, step: FrameStep, code: &str, fields: &[TextField]) -> AnyView {
        let lang = self.lang;
        let form = Form::keyed(self.visit, Act::EditFrame, Self::key(step, code));
        let inside = view! {
            {form.hidden("round", self.round.id)}{form.hidden("step", step)}{form.hidden("code", code)}
            {texts(lang, &form, fields)}
            <p class="actions"><button class="button is-primary" type="submit">{t!(lang, "build-save")}</button>
                <a class="button is-quiet" href=format!("/r/{}/edit#form", self.round.id)>{t!(lang, "build-cancel")}</a></p>
        };
        form.view(inside)
    }

    fn row(&self, list: &List, code: &str, words: &LangText, fields: Vec<TextField>, (at, count): (usize, usize)) -> AnyView {
        let lang = self.lang;
        let label = words.text(lang.tag()).to_owned();
        let refused = Form::keyed(self.visit, Act::EditFrame, Self::key(list.edit, code)).refused();
        let editing = self.may && (refused || self.visit.asked(list.name) == Some(code));
        let named = |key: &str| format!("{} : {label}", lang.text(key));
        let heading = if self.may {
            let href = format!("/r/{}/edit?{}={code}#{code}", self.round.id, list.name);
            view! { <a href=href>{label.clone()}</a> }.into_any()
        } else {
            label.clone().into_any()
        };
        let tools = self.may.then(|| {
            view! {
                <div class="builder-tools">
                    {self.icon(list.raise, code, "up", named("build-up"), at == 0)}
                    {self.icon(list.lower, code, "down", named("build-down"), at + 1 == count)}
                    {self.icon(list.remove, code, "remove", named("build-remove"), false)}
                </div>
            }
        });
        let form = editing.then(|| self.form(list.edit, code, &fields));
        view! {
            <li class=if editing { "builder-row is-editing" } else { "builder-row" } id=code.to_owned()>
                <div class="builder-main"><p class="builder-kind"><code>{code.to_owned()}</code></p><p class="builder-label">{heading}</p></div>
                {tools}{form}
            </li>
        }
        .into_any()
    }

    fn adding(&self, list: &List, fields: Vec<TextField>) -> Option<AnyView> {
        if !self.may {
            return None;
        }
        let refused = Form::keyed(self.visit, Act::EditFrame, Self::key(list.add, "")).refused();
        if refused || self.visit.asked("add") == Some(list.name) {
            return Some(view! { <div class="builder-row is-editing">{self.form(list.add, "", &fields)}</div> }.into_any());
        }
        let href = format!("/r/{}/edit?add={}#form", self.round.id, list.name);
        Some(view! { <p class="actions"><a class="button is-secondary" href=href>{sign("add")}{self.lang.of("frame-add", list.name)}</a></p> }.into_any())
    }
}
