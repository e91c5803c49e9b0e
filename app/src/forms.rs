//! What a page knows of the form that was just sent to it.
//!
//! Every form is a plain HTML form that posts to a server function. When the function refuses, the server renders the page
//! the form came from once more, with what was typed and what is wrong; when it has something to show once (new access codes, a
//! receipt, a preview), the same page shows it. Nothing typed is lost, with or without JavaScript.

use domain::{Problem, Refusal, access::Act};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;
use serde::de::DeserializeOwned;

/// The response header by which a server function asks that its value be shown by the page the form came from.
pub const SHOW: http::HeaderName = http::HeaderName::from_static("palabre-show");

/// A field that holds a file which is no text begins so; base64 follows.
pub const BINARY: &str = "data:application/octet-stream;base64,";

#[derive(Clone, Debug)]
pub struct Answered {
    /// The server function's path.
    pub endpoint: String,
    /// What was typed, in order.
    pub values: Vec<(String, String)>,
    pub outcome: Outcome,
}

#[derive(Clone, Debug)]
pub enum Outcome {
    Refused(Refusal),
    /// The function's value.
    Show(serde_json::Value),
}

impl Answered {
    /// The last value typed in a field.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.values.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.values.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub fn problems(&self) -> &[Problem] {
        match &self.outcome {
            Outcome::Refused(refusal) => &refusal.problems,
            Outcome::Show(_) => &[],
        }
    }

    /// The value to show, if it is the answer of `act`.
    pub fn shown<T: DeserializeOwned>(&self, act: Act) -> Option<T> {
        match &self.outcome {
            Outcome::Show(value) if self.endpoint == act.path() => serde_json::from_value(value.clone()).ok(),
            _ => None,
        }
    }
}

/// Called in a server function: its value is shown by the page the form came from.
pub fn show_answer() {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.insert_header(SHOW, http::HeaderValue::from_static("1"));
    }
}
