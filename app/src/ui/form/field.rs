//! One field of a form: its label, hint and messages, and what was typed.

use domain::Problem;
use leptos::prelude::*;

use super::{Form, errors};
use crate::i18n::{Lang, t};

/// A field being described; [`Field::view`] ends it.
pub struct Field {
    lang: Lang,
    id: String,
    name: String,
    label: String,
    kind: &'static str,
    value: String,
    hint: Option<String>,
    required: bool,
    class: &'static str,
    rows: u32,
    autocomplete: Option<&'static str>,
    inputmode: Option<&'static str>,
    lang_tag: Option<&'static str>,
    problems: Vec<Problem>,
    typed: bool,
}

impl Field {
    pub(super) fn new(form: &Form, name: &str, label: String, kind: &'static str) -> Self {
        let typed = form.answered.as_ref().and_then(|answered| answered.value(name));
        form.note(name, &label);
        Field {
            lang: form.lang,
            id: form.id(name),
            name: name.to_owned(),
            label,
            kind,
            value: typed.unwrap_or_default().to_owned(),
            hint: None,
            required: true,
            class: "",
            rows: 5,
            autocomplete: None,
            inputmode: None,
            lang_tag: None,
            problems: form.problems(name),
            typed: typed.is_some(),
        }
    }

    /// `email`, `password`, `number`, `datetime-local`… A password is never sent back, and no browser takes a file back.
    pub fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        if kind == "password" || kind == "file" {
            self.value.clear();
        }
        self
    }
    pub fn hint(mut self, hint: String) -> Self {
        self.hint = Some(hint);
        self
    }
    pub fn optional(mut self) -> Self {
        self.required = false;
        self
    }
    /// What stands there unless something was typed before.
    pub fn default(mut self, value: impl ToString) -> Self {
        if !self.typed {
            self.value = value.to_string();
        }
        self
    }
    /// What stands there whatever was typed before: the server made something of it.
    pub fn instead(mut self, value: impl ToString) -> Self {
        self.value = value.to_string();
        self
    }
    /// `is-short` or `is-code`.
    pub fn class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }
    pub fn rows(mut self, rows: u32) -> Self {
        self.rows = rows;
        self
    }
    pub fn autocomplete(mut self, hint: &'static str) -> Self {
        self.autocomplete = Some(hint);
        self
    }
    pub fn inputmode(mut self, mode: &'static str) -> Self {
        self.inputmode = Some(mode);
        self
    }
    /// The language that is to be typed.
    pub fn in_language(mut self, tag: &'static str) -> Self {
        self.lang_tag = Some(tag);
        self
    }

    pub(super) fn invalid(&self) -> Option<&'static str> {
        (!self.problems.is_empty()).then_some("true")
    }

    pub(super) fn described_by(&self) -> Option<String> {
        let hint = self.hint.is_some().then(|| format!("{}-hint", self.id));
        let error = (!self.problems.is_empty()).then(|| format!("{}-error", self.id));
        let both = hint.into_iter().chain(error).collect::<Vec<_>>().join(" ");
        (!both.is_empty()).then_some(both)
    }

    pub fn view(self) -> AnyView {
        let class = (!self.class.is_empty()).then_some(self.class);
        let control = if self.kind.is_empty() {
            view! {
                <textarea id=self.id.clone() name=self.name.clone() rows=self.rows.to_string() class=class lang=self.lang_tag autocomplete=self.autocomplete
                    aria-invalid=self.invalid() aria-describedby=self.described_by()
                    // The parser drops a first newline: give it one to drop.
                    inner_html=format!("\n{}", escape(&self.value))></textarea>
            }
            .into_any()
        } else {
            view! {
                <input id=self.id.clone() name=self.name.clone() type=self.kind value=self.value.clone() class=class lang=self.lang_tag
                    autocomplete=self.autocomplete inputmode=self.inputmode
                    aria-invalid=self.invalid() aria-describedby=self.described_by()/>
            }
            .into_any()
        };
        self.frame(control)
    }

    pub(super) fn frame(self, control: AnyView) -> AnyView {
        let optional = (!self.required).then(|| view! { " " <span class="optional">{t!(self.lang, "form-optional")}</span> });
        view! {
            <div class=if self.problems.is_empty() { "field" } else { "field is-wrong" }>
                <label for=self.id.clone()>{self.label}{optional}</label>
                {self.hint.map(|hint| view! { <p class="hint" id=format!("{}-hint", self.id)>{hint}</p> })}
                {errors(self.lang, &self.problems, &self.id)}
                {control}
            </div>
        }
        .into_any()
    }
}

/// Text that may stand inside an element of which we write the HTML ourselves.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
