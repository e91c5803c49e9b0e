//! The HTML around every page, and the routes.

use http::{HeaderValue, StatusCode, header::CONTENT_SECURITY_POLICY};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_axum::ResponseOptions;
use leptos_meta::{MetaTags, Title, provide_meta_context};
use leptos_router::{
    components::{Route, Router, Routes},
    path,
};

use crate::{
    AppError,
    account::{news::MailsPage, page::*, word::MyWordPage},
    admin::page::*,
    charter::page::*,
    forms::Outcome,
    i18n::{Lang, t},
    moderation::{committees::CommitteesPage, page::ModerationPage},
    needs::pages::*,
    picture::PicturesPage,
    process::{edit::*, home::*, members::*, page::*, round::*, round_edit::*, site::*},
    proposals::{agreement::AgreementPage, edit::ProposalEditPage, one::OneByOnePage, page::ProposalPage, proofs::BallotsPage},
    research::page::ResearchPage,
    survey::{
        paper::{PaperPage, ProxyPage},
        ready::ReadyPage,
        receipt::ReceiptPage,
        test_run,
        test_run::TryPage,
    },
    ui::{page::error_page, sign},
    visit::Visit,
};

/// The document of the page at the request's address.
pub fn shell() -> impl IntoView {
    document(|| view! { <App/> }.into_any())
}

/// The document that says that something went wrong on our side.
pub fn shell_of_error(error: &AppError) -> impl IntoView + use<> {
    let error = error.clone();
    document(move || error_page(&error))
}

fn document(content: impl FnOnce() -> AnyView) -> impl IntoView {
    // Nothing but islands is hydrated: leave no markers in the rest.
    if let Some(shared) = Owner::current_shared_context() {
        shared.set_is_hydrating(false);
    }
    provide_meta_context();
    let nonce = use_nonce().map(|nonce| nonce.to_string()).unwrap_or_default();
    let visit = use_context::<Visit>();
    let framed = visit.as_ref().is_some_and(test_run::is_framed);
    let policy = content_policy(&nonce, framed, visit.as_ref().is_some_and(test_run::frames));
    if let (Some(response), Ok(policy)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(&policy)) {
        response.insert_header(CONTENT_SECURITY_POLICY, policy);
    }
    let lang = visit.as_ref().map_or(Lang::Fr, |visit| visit.lang);
    let assets = visit.as_ref().map(|visit| visit.services.site.assets.clone()).unwrap_or_default();
    view! {
        <!DOCTYPE html>
        <html lang=lang.tag() dir="ltr">
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="theme-color" content="#20432d"/>
                <link rel="icon" href=format!("{assets}/favicon.svg") type="image/svg+xml"/>
                <link rel="preload" href=format!("{assets}/fonts/atkinson-next-400.woff2") r#as="font" type="font/woff2" crossorigin="anonymous"/>
                <link rel="stylesheet" href=format!("{assets}/palabre.css")/>
                <MetaTags/>
            </head>
            <body>
                <Title formatter=|title: String| window_title(&title)/>
                <a class="skip" href="#main">{t!(lang, "skip")}</a>
                {(!framed).then(|| header(lang, visit.as_ref()))}
                <main id="main" tabindex="-1" aria-label=framed.then(|| t!(lang, "try-title"))>
                    {visit.as_ref().and_then(refused)}
                    {content()}
                </main>
                {(!framed).then(|| footer(lang))}
            </body>
        </html>
    }
}

/// The title of the window. The library writes it into the page as it is, and titles hold people's words: escape them here.
fn window_title(title: &str) -> String {
    let title = title.replace('&', "&amp;").replace('<', "&lt;");
    if title.is_empty() { "Palabre".to_owned() } else { format!("{title} · Palabre") }
}

/// Scripts of ours alone, and those they load; nothing inline without the nonce. No page stands in a frame but the trial of a form,
/// and that in the builder alone.
fn content_policy(nonce: &str, framed: bool, frames: bool) -> String {
    let (frame, ancestors) = (if frames { "'self'" } else { "'none'" }, if framed { "'self'" } else { "'none'" });
    format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
         font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-src {frame}; frame-ancestors {ancestors}"
    )
}

/// The routes. Each has its row in `domain::access`.
#[component]
pub fn App() -> impl IntoView {
    view! {
        <Router>
            <Routes fallback=|| view! { <NotFound/> }>
                <Route path=path!("/") view=HomePage/>
                <Route path=path!("/about") view=AboutPage/>
                <Route path=path!("/privacy") view=PrivacyPage/>
                <Route path=path!("/accessibility") view=AccessibilityPage/>
                <Route path=path!("/sign-in") view=SignInPage/>
                <Route path=path!("/sign-up") view=SignUpPage/>
                <Route path=path!("/card") view=CardPage/>
                <Route path=path!("/forgot") view=ForgotPage/>
                <Route path=path!("/verify/:token") view=VerifyPage/>
                <Route path=path!("/reset/:token") view=ResetPage/>
                <Route path=path!("/invitation/:token") view=InvitationPage/>
                <Route path=path!("/mails/:token") view=MailsPage/>
                <Route path=path!("/account") view=AccountPage/>
                <Route path=path!("/my-word") view=MyWordPage/>
                <Route path=path!("/admin") view=AdminPage/>
                <Route path=path!("/admin/journal") view=JournalPage/>
                <Route path=path!("/new-process") view=NewProcessPage/>
                <Route path=path!("/p/:process") view=ProcessPage/>
                <Route path=path!("/p/:process/edit") view=ProcessEditPage/>
                <Route path=path!("/p/:process/members") view=MembersPage/>
                <Route path=path!("/p/:process/codes") view=CodesPage/>
                <Route path=path!("/p/:process/committees") view=CommitteesPage/>
                <Route path=path!("/p/:process/moderation") view=ModerationPage/>
                <Route path=path!("/p/:process/new-round") view=NewRoundPage/>
                <Route path=path!("/p/:process/pictures") view=PicturesPage/>
                <Route path=path!("/p/:process/research") view=ResearchPage/>
                <Route path=path!("/p/:process/needs") view=NeedsPage/>
                <Route path=path!("/need/:need/edit") view=NeedEditPage/>
                <Route path=path!("/t/:territory") view=TerritoryPage/>
                <Route path=path!("/r/:round") view=RoundPage/>
                <Route path=path!("/r/:round/edit") view=RoundEditPage/>
                <Route path=path!("/r/:round/try") view=TryPage/>
                <Route path=path!("/r/:round/ready") view=ReadyPage/>
                <Route path=path!("/r/:round/receipt") view=ReceiptPage/>
                <Route path=path!("/r/:round/ballots") view=BallotsPage/>
                <Route path=path!("/r/:round/paper") view=PaperPage/>
                <Route path=path!("/r/:round/proxy") view=ProxyPage/>
                <Route path=path!("/r/:round/results") view=ResultsPage/>
                <Route path=path!("/r/:round/agreement") view=AgreementPage/>
                <Route path=path!("/r/:round/coding") view=CodingPage/>
                <Route path=path!("/r/:round/one") view=OneByOnePage/>
                <Route path=path!("/proposal/:proposal") view=ProposalPage/>
                <Route path=path!("/proposal/:proposal/edit") view=ProposalEditPage/>
                <Route path=path!("/article/:article") view=ArticlePage/>
                <Route path=path!("/article/:article/compare") view=ComparePage/>
                <Route path=path!("/article/:article/passage") view=PassagePage/>
                <Route path=path!("/article/:article/trace") view=TracePage/>
                <Route path=path!("/r/:round/account") view=AccountOfRoundPage/>
                <Route path=path!("/article/:article/edit") view=ArticleEditPage/>
                <Route path=path!("/article/:article/amend") view=AmendPage/>
                <Route path=path!("/r/:round/new-article") view=NewArticlePage/>
                <Route path=path!("/amendment/:amendment") view=AmendmentPage/>
                <Route path=path!("/r/:round/signatures") view=SignaturesPage/>
                <Route path=path!("/r/:round/source") view=SourcePage/>
                <Route path=path!("/r/:round/source/merge") view=RemergePage/>
                <Route path=path!("/r/:round/take-over") view=TakeOverPage/>
                <Route path=path!("/charters") view=RegisterPage/>
            </Routes>
        </Router>
    }
}

#[component]
fn NotFound() -> impl IntoView {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(StatusCode::NOT_FOUND);
    }
    error_page(&domain::Refusal::not_found().into())
}

fn header(lang: Lang, visit: Option<&Visit>) -> impl IntoView + use<> {
    let path = visit.map(|visit| visit.path.clone()).unwrap_or_default();
    let bare = path.split('?').next().unwrap_or_default().to_owned();
    let languages = Lang::ALL
        .into_iter()
        .map(|other| {
            let current = (other == lang).then_some("true");
            view! {
                <li><a href=format!("{bare}?lang={}", other.tag()) lang=other.tag() hreflang=other.tag() aria-current=current>{other.own_name()}</a></li>
            }
        })
        .collect_view();
    let session = visit.and_then(|visit| visit.session.clone());
    let at = move |place: &str| (bare == place).then_some("page");
    let account = match session {
        Some(session) => {
            let admin = session.administrator.then(|| view! { <li><a href="/admin">{t!(lang, "nav-admin")}</a></li> });
            view! {
                <details class="account">
                    <summary><bdi>{session.name}</bdi></summary>
                    <ul>
                        <li><a href="/my-word">{t!(lang, "nav-my-word")}</a></li>
                        <li><a href="/account">{t!(lang, "nav-account")}</a></li>
                        {admin}
                        <li><form method="post" action="/api/account/sign-out"><button class="button is-quiet" type="submit">{t!(lang, "nav-sign-out")}</button></form></li>
                    </ul>
                </details>
            }
            .into_any()
        }
        None => view! { <a class="account-link" href="/sign-in" aria-current=at("/sign-in")>{t!(lang, "nav-sign-in")}</a> }.into_any(),
    };
    view! {
        <header class="site-header">
            <div class="site-header-inner">
                <a class="brand" href="/">{brand_mark()}
                    <span class="brand-name">"Palabre"</span></a>
                <nav class="site-nav" aria-label=t!(lang, "nav-main")><ul>
                    <li><a href="/" aria-current=at("/")>{t!(lang, "nav-processes")}</a></li>
                    <li><a href="/card" aria-current=at("/card")>{t!(lang, "nav-card")}</a></li>
                </ul></nav>
                <div class="site-tools">
                    <nav class="languages" aria-label=t!(lang, "nav-language")><ul>{languages}</ul></nav>
                    {account}
                </div>
            </div>
        </header>
    }
}

/// The tree and the three signs under it.
pub fn brand_mark() -> impl IntoView {
    view! { <svg class="brand-mark" viewBox="0 0 48 48" aria-hidden="true" inner_html=MARK></svg> }
}

/// The mark without its colours: here it takes the colour of the text.
const MARK: &str = r#"<path d="M6 25.5a7.5 7.5 0 0 1 0-12 8.5 8.5 0 0 1 10.5-8 10 10 0 0 1 15.5 0 8.5 8.5 0 0 1 10 8.5 7 7 0 0 1-.5 11.5H25.5l1.5 18.5h-8l1.5-18.5Z"/><circle cx="9" cy="38.5" r="4"/><path d="M30.5 35h7v7h-7Z"/><path d="m43.5 34.5 4 7.5h-8Z"/>"#;

fn footer(lang: Lang) -> impl IntoView {
    view! {
        <footer class="site-footer"><div class="site-footer-inner">
            <p>{t!(lang, "footer-words")}</p>
            <ul>
                <li><a href="/charters">{t!(lang, "register-title")}</a></li>
                <li><a href="/about">{t!(lang, "footer-about")}</a></li>
                <li><a href="/privacy">{t!(lang, "footer-privacy")}</a></li>
                <li><a href="/accessibility">{t!(lang, "footer-accessibility")}</a></li>
            </ul>
        </div></footer>
    }
}

/// Fields in which nobody writes: what is chosen, and where a form stands.
const CHOSEN: [&str; 41] = [
    "announced",
    "answer",
    "anyway",
    "before",
    "blocking",
    "cause",
    "choice",
    "college",
    "committee",
    "confirm",
    "counting",
    "decoration",
    "direction",
    "ending",
    "entry",
    "go",
    "kind",
    "language",
    "mark",
    "method",
    "mode",
    "next",
    "outcome",
    "place",
    "reasons",
    "remove",
    "said",
    "say",
    "scope",
    "results",
    "secret",
    "sort",
    "stance",
    "step",
    "sure",
    "told",
    "version",
    "visibility",
    "wanted",
    "way",
    "page",
];

/// Whether somebody wrote this and may want it back. What others must not read over a shoulder (passwords, codes, receipts) is not shown.
fn is_words(name: &str, value: &str) -> bool {
    let base = name.split('[').next().unwrap_or_default();
    let secret = ["password", "code", "token", "receipt", "card", "seed"].iter().any(|word| base.contains(word));
    let is_id = value.rsplit('/').next().is_some_and(|id| id.parse::<store::Uuid>().is_ok());
    !value.trim().is_empty() && !name.starts_with("form_") && !secret && !is_id && !CHOSEN.contains(&base)
}

/// A form that was refused for a reason that no field can mend (the round closed, the session ended): says so on whatever
/// page it came from, and gives back what was typed.
fn refused(visit: &Visit) -> Option<AnyView> {
    let answered = visit.answered.as_ref()?;
    let Outcome::Refused(refusal) = &answered.outcome else { return None };
    if refusal.kind == domain::Kind::Invalid {
        return None;
    }
    let lang = visit.lang;
    let words = refusal.problems.iter().map(|problem| lang.problem(problem)).collect::<Vec<_>>().join(" ");
    let typed = answered
        .values
        .iter()
        .filter(|(name, value)| is_words(name, value))
        .map(|(_, value)| view! { <blockquote>{value.clone()}</blockquote> })
        .collect::<Vec<_>>();
    let typed = (!typed.is_empty()).then(|| view! { <details open><summary>{t!(lang, "form-typed")}</summary>{typed}</details> });
    Some(
        view! {
            <div class="page">
                <div class="error-summary" tabindex="-1" autofocus role="alert" aria-labelledby="refused">
                    <h2 id="refused">{sign("error")}{t!(lang, "form-refused")}</h2>
                    <p>{words}</p>
                    {typed}
                </div>
            </div>
        }
        .into_any(),
    )
}

#[cfg(test)]
mod tests {
    use super::is_words;

    #[test]
    fn what_was_written_is_told_from_what_was_chosen() {
        for (name, value) in
            [("body", "Non."), ("reason", "Jamais\nencore"), ("answers[why]", "Parce"), ("title[fr]", "Samedi"), ("words", "a/b")]
        {
            assert!(is_words(name, value), "{name}");
        }
        for (name, value) in [
            ("form_page", "/proposal/1 2"),
            ("old_password", "un deux trois"),
            ("code", "ABCD EFGH"),
            ("receipt", "abcd efgh"),
            ("proposal", "0190a5b0-0000-7000-8000-000000000001"),
            ("target", "comment/0190a5b0-0000-7000-8000-000000000001"),
            ("cause", "insult"),
            ("body", " "),
        ] {
            assert!(!is_words(name, value), "{name}");
        }
    }
}
