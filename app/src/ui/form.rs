//! Forms: plain HTML that posts to a server function, with what was typed and what is wrong when it comes back.

mod field;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use domain::{Problem, access::Act};
pub use field::Field;
use leptos::prelude::*;

use crate::{
    forms::{Answered, Outcome},
    i18n::{Lang, t},
    ui::sign,
    visit::Visit,
};

/// One form on a page. Where a page has the same form several times, `key` tells them apart.
#[derive(Clone)]
pub struct Form {
    lang: Lang,
    endpoint: &'static str,
    key: String,
    /// The page it stands on.
    page: String,
    answered: Option<Answered>,
    /// What the fields made so far are called, by their names: the summary of what is wrong says so.
    labels: Arc<Mutex<HashMap<String, String>>>,
}

impl Form {
    /// The form that posts to the server function of `act`.
    pub fn new(visit: &Visit, act: Act) -> Self {
        Form::keyed(visit, act, "")
    }

    pub fn keyed(visit: &Visit, act: Act, key: impl ToString) -> Self {
        let endpoint = act.path();
        let key = key.to_string();
        let answered = visit
            .answered
            .clone()
            .filter(|answered| answered.endpoint == endpoint && answered.value("form_key").unwrap_or_default() == key);
        Form { lang: visit.lang, endpoint, key, page: visit.path.clone(), answered, labels: Arc::default() }
    }

    /// The form as it stands at first, whatever was answered a moment ago.
    pub fn fresh(mut self) -> Self {
        self.answered = None;
        self
    }

    /// As well what a button of this form sent to another function, such as a preview.
    pub fn or_sent_to(mut self, visit: &Visit, act: Act) -> Self {
        let sent = |answered: &Answered| answered.endpoint == act.path() && answered.value("form_key").unwrap_or_default() == self.key;
        self.answered = self.answered.or_else(|| visit.answered.clone().filter(sent));
        self
    }

    /// Whether the last answer has something to show, and saved nothing.
    pub fn shown(&self) -> bool {
        self.answered.as_ref().is_some_and(|answered| matches!(answered.outcome, Outcome::Show(_)))
    }

    /// Whether this very form has just been refused.
    pub fn refused(&self) -> bool {
        self.answered.as_ref().is_some_and(|answered| matches!(answered.outcome, Outcome::Refused(_)))
    }

    /// The value typed before, else `default`.
    pub fn value(&self, name: &str, default: &str) -> String {
        self.answered.as_ref().and_then(|answered| answered.value(name)).unwrap_or(default).to_owned()
    }

    /// All values typed before in fields of this name, if the form was answered.
    pub fn typed(&self, name: &str) -> Option<Vec<String>> {
        self.answered.as_ref().map(|answered| answered.values(name).map(str::to_owned).collect())
    }

    /// Whether a box was ticked before, else `default`.
    pub fn ticked(&self, name: &str, value: &str, default: bool) -> bool {
        match &self.answered {
            Some(answered) => answered.values(name).any(|typed| typed == value),
            None => default,
        }
    }

    /// The id of a field: unique on the page.
    pub fn id(&self, name: &str) -> String {
        field_id(&self.key, name)
    }

    pub fn problems(&self, name: &str) -> Vec<Problem> {
        self.answered.iter().flat_map(|answered| answered.problems()).filter(|problem| problem.field == name).cloned().collect()
    }

    /// `<form method="post">` around `children`, with the summary of what is wrong at its top.
    pub fn view(&self, children: impl IntoView) -> AnyView {
        self.view_with("form", children)
    }

    /// As [`Form::view`], with a class of its own.
    pub fn view_with(&self, class: &'static str, children: impl IntoView) -> AnyView {
        self.frame(class, None, children.into_any())
    }

    /// As [`Form::view`], for a form that sends a file.
    pub fn view_with_file(&self, children: impl IntoView) -> AnyView {
        self.frame("form", Some("multipart/form-data"), children.into_any())
    }

    fn frame(&self, class: &'static str, encoding: Option<&'static str>, children: AnyView) -> AnyView {
        view! {
            <form class=class method="post" action=self.endpoint enctype=encoding novalidate
                id=(!self.key.is_empty()).then(|| format!("form-{}", self.key))>
                {self.summary()}
                // A page that answers a form has the function's address: the form says itself where it stands.
                <input type="hidden" name="form_page" value=self.page.clone()/>
                {(!self.key.is_empty()).then(|| view! { <input type="hidden" name="form_key" value=self.key.clone()/> })}
                {children}
            </form>
        }
        .into_any()
    }

    /// What is wrong, as links to the fields; it takes the focus. What no field can mend stands at the top of the page already.
    pub fn summary(&self) -> Option<AnyView> {
        let answered = self.answered.as_ref()?;
        let problems = answered.problems();
        if problems.is_empty() || matches!(&answered.outcome, Outcome::Refused(refusal) if refusal.kind != domain::Kind::Invalid) {
            return None;
        }
        let title = t!(self.lang, "form-errors", n = problems.len());
        let items = problems
            .iter()
            .map(|problem| {
                let text = self.lang.problem(problem);
                // Two fields may lack the same: then each message says which it is about.
                let alike = problems.iter().filter(|other| self.lang.problem(other) == text).count() > 1;
                let text = if alike || problem.key == "required" { self.named(&problem.field, text) } else { text };
                if problem.field.is_empty() {
                    view! { <li>{text}</li> }.into_any()
                } else {
                    view! { <li><a href=format!("#{}", self.id(&problem.field))>{text}</a></li> }.into_any()
                }
            })
            .collect_view();
        let title_id = self.id("errors");
        let labelled_by = title_id.clone();
        Some(
            view! {
                <div class="error-summary" tabindex="-1" autofocus role="alert" aria-labelledby=labelled_by>
                    <h2 id=title_id>{title}</h2>
                    <ul>{items}</ul>
                </div>
            }
            .into_any(),
        )
    }

    /// A message with the name of its field.
    fn named(&self, field: &str, message: String) -> String {
        let label = self.labels.lock().ok().and_then(|labels| labels.get(field).cloned());
        let Some(label) = label else { return message };
        let mut rest = message.chars();
        let message: String = rest.next().into_iter().flat_map(char::to_lowercase).chain(rest).collect();
        t!(self.lang, "form-error-of", field = label, message = message)
    }

    fn note(&self, name: &str, label: &str) {
        if let Ok(mut labels) = self.labels.lock() {
            labels.insert(name.to_owned(), label.to_owned());
        }
    }

    pub fn hidden(&self, name: &'static str, value: impl ToString) -> AnyView {
        view! { <input type="hidden" name=name value=value.to_string()/> }.into_any()
    }

    /// A one-line field.
    pub fn text(&self, name: &str, label: String) -> Field {
        Field::new(self, name, label, "text")
    }

    /// A field of several lines.
    pub fn area(&self, name: &str, label: String) -> Field {
        Field::new(self, name, label, "")
    }

    /// A drop-down list of `(value, words)`.
    pub fn select(&self, name: &str, label: String, options: Vec<(String, String)>, default: &str) -> AnyView {
        let field = Field::new(self, name, label, "");
        let chosen = self.value(name, default);
        let options = options
            .into_iter()
            .map(|(value, words)| {
                let selected = value == chosen;
                view! { <option value=value selected=selected>{words}</option> }
            })
            .collect_view();
        let control = view! {
            <select id=self.id(name) name=name.to_owned() aria-invalid=field.invalid() aria-describedby=field.described_by()>{options}</select>
        };
        field.frame(control.into_any())
    }

    /// A group of radio buttons (`multiple` false) or boxes of `(value, words)`; a second line of the words explains the first.
    pub fn choices(&self, name: &str, legend: String, options: Vec<(String, String)>, chosen: &[&str], multiple: bool) -> AnyView {
        let kind = if multiple { "checkbox" } else { "radio" };
        self.note(name, &legend);
        let problems = self.problems(name);
        let wrong = !problems.is_empty();
        let id = self.id(name);
        let rows = options
            .into_iter()
            .map(|(value, words)| {
                let checked = self.ticked(name, &value, chosen.contains(&value.as_str()));
                // A second line explains the first.
                let (words, more) = words.split_once('\n').map_or((words.as_str(), None), |(words, more)| (words, Some(more.to_owned())));
                let more = more.map(|more| view! { <small>{more}</small> });
                view! {
                    <label class="choice"><input type=kind name=name.to_owned() value=value checked=checked/><span>{words.to_owned()}{more}</span></label>
                }
            })
            .collect_view();
        view! {
            <fieldset class=if wrong { "choices is-wrong" } else { "choices" } id=id.clone() tabindex="-1" aria-describedby=wrong.then(|| format!("{id}-error"))>
                <legend>{legend}</legend>
                {errors(self.lang, &problems, &id)}
                {rows}
            </fieldset>
        }
        .into_any()
    }

    /// One box to tick; it sends `true`.
    pub fn tick(&self, name: &str, words: String, default: bool) -> AnyView {
        let checked = self.ticked(name, "true", default);
        let problems = self.problems(name);
        let id = self.id(name);
        view! {
            <div class=if problems.is_empty() { "field" } else { "field is-wrong" }>
                {errors(self.lang, &problems, &id)}
                <label class="choice"><input type="checkbox" id=id name=name.to_owned() value="true" checked=checked/><span>{words}</span></label>
            </div>
        }
        .into_any()
    }

    /// The row with the one main button.
    pub fn submit(&self, words: String) -> AnyView {
        view! { <p class="actions"><button class="button is-primary" type="submit">{words}</button></p> }.into_any()
    }
}

/// The id of a field on the page, also used by islands.
pub fn field_id(key: &str, name: &str) -> String {
    let name: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    if key.is_empty() { name } else { format!("{name}-{key}") }
}

/// The messages of one field.
pub fn errors(lang: Lang, problems: &[Problem], id: &str) -> Option<AnyView> {
    if problems.is_empty() {
        return None;
    }
    let words = problems.iter().map(|problem| lang.problem(problem)).collect::<Vec<_>>().join(" ");
    Some(view! { <p class="error" id=format!("{id}-error")>{sign("error")}{words}</p> }.into_any())
}
