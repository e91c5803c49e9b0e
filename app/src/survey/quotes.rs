//! What people wrote in their own words, college by college, in an order that says nothing of when or who.
//!
//! A text hides among all who took part in its college, not among those who wrote: two texts out of twelve people are shown.

use domain::{id::ResponseId, lang::LangText, privacy::SCREEN_THRESHOLD};
use leptos::prelude::*;
use store::{Conn, process::College, responses, round::Round};

use super::results::Board;
use crate::{
    AppError,
    i18n::{Lang, t},
    ui::{college, paragraphs, sign, translated_line},
    visit::Visit,
};

/// How many stand among the other results…
const FEW: i64 = 3;
/// …and on a page of their own.
const MANY: i64 = 20;

/// The first texts of each college that stand under a key of the answers, with a way to the others.
pub async fn some(c: &mut Conn, round: &Round, board: &Board, key: &str) -> Result<AnyView, AppError> {
    let lang = board.lang;
    let shown = board.colleges.iter().zip(&board.shown).filter(|(_, shown)| **shown);
    let total: i64 = shown.map(|(college, _)| board.count(key, "", college)).sum();
    let mut groups = Vec::new();
    for (college, shown) in board.colleges.iter().zip(&board.shown) {
        let n = board.count(key, "", college);
        groups.push(if *shown && n > 0 {
            let texts = responses::texts(c, round.id, key, college.id, None, FEW).await?;
            let more = (n > FEW).then(|| {
                let href = format!("/r/{}/results?question={key}&college={}", round.id, college.id);
                view! { <p><a href=href>{t!(lang, "quotes-all", n = n)}<span class="visually-hidden">{named(lang, college)}</span></a></p> }
            });
            view! { <div class="stack">{head(lang, college, n)}{list(texts)}{more}</div> }.into_any()
        } else if *shown {
            ().into_any()
        } else {
            hidden(lang, college)
        });
    }
    let words = if total == 0 { t!(lang, "quotes-none") } else { t!(lang, "quotes-count", n = total) };
    Ok(view! { <p>{words}</p>{groups} }.into_any())
}

/// All texts of one college, page by page.
pub async fn page(visit: &Visit, c: &mut Conn, round: &Round, board: &Board, label: &LangText, key: &str) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    let wanted = visit.asked("college").unwrap_or_default();
    let Some((college, shown)) = board.colleges.iter().zip(&board.shown).find(|(college, _)| college.id.to_string() == wanted) else {
        return Err(domain::Refusal::not_found().into());
    };
    let after: Option<ResponseId> = visit.asked("after").and_then(|id| id.parse().ok());
    let n = board.count(key, "", college);
    let texts = if *shown {
        let mut texts = responses::texts(c, round.id, key, college.id, after, MANY + 1).await?;
        let more = texts.len() > usize::try_from(MANY).unwrap_or(usize::MAX);
        texts.truncate(usize::try_from(MANY).unwrap_or(usize::MAX));
        let here = format!("/r/{}/results?question={key}&college={}", round.id, college.id);
        let first = after.map(|_| view! { <a href=here.clone()>{t!(lang, "quotes-first")}</a> });
        let next = texts
            .last()
            .filter(|_| more)
            .map(|(last, _)| view! { <a rel="next" href=format!("{here}&after={last}")>{t!(lang, "quotes-next")}</a> });
        view! { {head(lang, college, n)}{list(texts)}<nav class="pagination" aria-label=t!(lang, "quotes-pages")>{first}{next}</nav> }
            .into_any()
    } else {
        hidden(lang, college)
    };
    let back = format!("/r/{}/results", round.id);
    Ok(view! { <section class="stack"><h3>{translated_line(lang, label)}</h3>{texts}<p><a href=back>{t!(lang, "quotes-back")}</a></p></section> }.into_any())
}

fn named(lang: Lang, of: &College) -> String {
    format!(" : {}", crate::ui::college_name(lang, of.kind, &of.name))
}

fn head(lang: Lang, of: &College, n: i64) -> AnyView {
    view! { <p class="cluster">{college(lang, of.kind, &of.name)}<span class="small">{t!(lang, "quotes-n", n = n)}</span></p> }.into_any()
}

fn hidden(lang: Lang, of: &College) -> AnyView {
    view! {
        <div class="stack is-tight"><p>{college(lang, of.kind, &of.name)}</p>
            <p class="protected">{sign("lock")}{t!(lang, "quotes-hidden", n = SCREEN_THRESHOLD)}</p></div>
    }
    .into_any()
}

fn list(texts: Vec<(ResponseId, String)>) -> AnyView {
    texts.into_iter().map(|(_, text)| view! { <blockquote dir="auto">{paragraphs(&text)}</blockquote> }).collect_view().into_any()
}
