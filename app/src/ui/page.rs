//! The frame of every page: loads, then shows; or says why not.

use std::future::Future;

use domain::Kind;
use http::StatusCode;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_meta::Title;

use crate::{
    AppError,
    i18n::{Lang, t},
    visit::Visit,
};

/// Shows what `load` gives, or the page of its refusal or fault.
pub fn page<V, F>(load: impl FnOnce(Visit) -> F) -> AnyView
where
    V: IntoView + 'static,
    F: Future<Output = Result<V, AppError>> + Send + 'static,
{
    match Visit::current() {
        Ok(visit) => {
            let loading = load(visit);
            Suspend::new(async move {
                match loading.await {
                    Ok(view) => view.into_any(),
                    Err(error) => error_page(&error),
                }
            })
            .into_any()
        }
        Err(error) => error_page(&error),
    }
}

/// Says what went wrong, what to do, and under which reference it is in the log.
pub fn error_page(error: &AppError) -> AnyView {
    let lang = Visit::current().map_or(Lang::Fr, |visit| visit.lang);
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR));
    }
    let (family, reference) = match error {
        AppError::Refused(refusal) => (refusal.kind.as_str(), None),
        AppError::Fault(reference) => ("fault", Some(reference.clone())),
        AppError::Transport(_) => ("invalid", None),
    };
    let title = lang.of("error-title", family);
    let words = match error {
        AppError::Refused(refusal) if matches!(refusal.kind, Kind::Conflict | Kind::Invalid | Kind::TooMany) => {
            refusal.problems.iter().map(|problem| lang.problem(problem)).collect::<Vec<_>>().join(" ")
        }
        _ => lang.of("error-words", family),
    };
    let sign_in = matches!(error, AppError::Refused(refusal) if refusal.kind == Kind::SignIn).then(|| {
        let next = Visit::current().map(|visit| visit.path.clone()).unwrap_or_default();
        let next = if next.is_empty() { String::new() } else { format!("?next={}", encode(&next)) };
        view! {
            <a class="button is-primary" href=format!("/card{next}")>{t!(lang, "nav-card")}</a>
            <a class="button is-secondary" href=format!("/sign-in{next}")>{t!(lang, "nav-sign-in")}</a>
        }
    });
    // A number helps whoever helps; "409" says nothing to a parent.
    let number = matches!(error.status(), 404 | 500..).then(|| view! { <p class="fault-code">{error.status()}</p> });
    view! {
        <Title text=title.clone()/>
        <div class="page">
            <div class="fault">
                {number}
                <h1>{title}</h1>
                <p class="lead">{words}</p>
                {reference.map(|reference| view! { <p class="fault-ref">{t!(lang, "error-reference")} " " <code>{reference}</code></p> })}
                <p class="actions">{sign_in}<a class="button is-quiet" href="/">{t!(lang, "error-home")}</a></p>
            </div>
        </div>
    }
    .into_any()
}

/// Percent-encodes a path for a query string.
pub fn encode(text: &str) -> String {
    text.bytes()
        .map(|b| {
            if b.is_ascii_alphanumeric() || matches!(b, b'/' | b'-' | b'_' | b'.') {
                char::from(b).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect()
}

/// The way back up; the last one is where we are.
pub fn crumbs(lang: Lang, path: Vec<(String, String)>, here: String) -> AnyView {
    let steps = path.into_iter().map(|(href, words)| view! { <li><a href=href>{words}</a></li> }).collect_view();
    view! {
        <nav class="crumbs" aria-label=t!(lang, "crumbs")><ol>{steps}<li aria-current="page">{here}</li></ol></nav>
    }
    .into_any()
}

/// The script of a page that has islands. It loads them when someone first points at, touches or focuses one: until then the
/// page is plain HTML and forms, and a family's data plan is spared. A page without islands loads no script.
pub fn islands(visit: &Visit) -> impl IntoView + use<> {
    let nonce = leptos::nonce::use_nonce();
    let script = format!("{}({:?})", include_str!("wake.js").trim_end(), format!("{}/", visit.services.site.assets));
    view! { <script type="module" nonce=nonce inner_html=script></script> }
}

/// The script that puts a button to hear it beside each question, or an article, in the browser's own voice. Nothing leaves the page.
pub fn read_aloud(words: String) -> impl IntoView {
    let nonce = leptos::nonce::use_nonce();
    let script = format!("{}({:?})", include_str!("speak.js").trim_end(), words);
    view! { <script type="module" nonce=nonce inner_html=script></script> }
}

/// An identifier in the address; a malformed one is as good as none.
pub fn param<T: std::str::FromStr>(name: &str) -> Result<T, AppError> {
    let text = leptos_router::hooks::use_params_map().read().get(name).unwrap_or_default();
    text.parse().map_err(|_| domain::Refusal::not_found().into())
}

/// A value in the query of the address.
pub fn query(name: &str) -> Option<String> {
    leptos_router::hooks::use_query_map().read().get(name)
}
