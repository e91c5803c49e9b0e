//! The queue of a process: what was reported, what is hidden, appeals, how they ended.

use domain::{
    access::{Act, Who},
    comments::Subject,
    id::ProcessId,
    moderation::{Ending, PAGE, Target},
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::moderation::{Item, Reported, Show, WORDS, Waiting};

use super::{api, forms};
use crate::{
    i18n::t,
    process::members::way,
    proposals::paging::{page as asked_page, pagination},
    ui::{college, date::day_view, page, page::param, paragraphs, sign},
    visit::Visit,
};

#[component]
pub fn ModerationPage() -> impl IntoView {
    let id = param::<ProcessId>("process");
    page(move |visit| async move {
        let id = id?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let (process, who) = visit.enter(&mut c, Act::ModerationPage, id).await?;
        let waiting = store::moderation::waiting(&mut c, id).await?;
        let show = asked(&visit, &who);
        let number = asked_page(&visit);
        let items = store::moderation::list(&mut c, id, show, number, visit.account()).await?;
        let reports = if show == Show::Reported { store::moderation::reports(&mut c, id, number).await? } else { Vec::new() };
        let total = match show {
            Show::Reported => waiting.reported,
            Show::Hidden => waiting.hidden,
            Show::Appeals => waiting.appeals,
            // Not counted: a page more as long as this one is full.
            Show::Ended => (number + 1) * PAGE + i64::from(items.len() as i64 == PAGE),
        };
        let desk = Desk { visit: &visit, who: &who, show, reports: &reports };
        let list = if items.is_empty() {
            view! { <p>{lang.of("queue-none", word(show))}</p> }.into_any()
        } else {
            let items = items.iter().map(|item| desk.item(item)).collect_view();
            view! { <ul class="items">{items}</ul> }.into_any()
        };
        let base = format!("/p/{id}/moderation?show={}&", word(show));
        Ok(view! {
            <Title text=t!(lang, "moderation-title")/>
            <div class="page">
                {way(lang, &process, t!(lang, "moderation-title"))}
                <header class="title-block"><h1>{t!(lang, "moderation-title")}</h1><p class="lead">{t!(lang, "moderation-lead")}</p></header>
                {tabs(&visit, id, &who, show, &waiting)}
                <section class="stack" aria-labelledby="queue">
                    <h2 id="queue">{lang.of("queue", word(show))}</h2>
                    <p>{lang.of("queue-words", word(show))}</p>
                    {list}
                    {pagination(lang, &base, number, total, PAGE)}
                </section>
            </div>
        })
    })
}

const fn word(show: Show) -> &'static str {
    match show {
        Show::Reported => "reported",
        Show::Hidden => "hidden",
        Show::Appeals => "appeals",
        Show::Ended => "ended",
    }
}

const EVERY: [Show; 4] = [Show::Reported, Show::Hidden, Show::Appeals, Show::Ended];

/// The part asked for; the committee begins with appeals and sees no reports.
fn asked(visit: &Visit, who: &Who) -> Show {
    let first = if who.is_facilitator() { Show::Reported } else { Show::Appeals };
    let show = EVERY.into_iter().find(|show| visit.asked("show") == Some(word(*show))).unwrap_or(first);
    if show == Show::Reported && !who.is_facilitator() { first } else { show }
}

fn tabs(visit: &Visit, id: ProcessId, who: &Who, here: Show, waiting: &Waiting) -> AnyView {
    let lang = visit.lang;
    let links = EVERY
        .into_iter()
        .filter(|show| *show != Show::Reported || who.is_facilitator())
        .map(|show| {
            let n = match show {
                Show::Reported => Some(waiting.reported),
                Show::Hidden => Some(waiting.hidden),
                Show::Appeals => Some(waiting.appeals),
                Show::Ended => None,
            };
            let n = n.map(|n| view! { " " <span class="tab-count">{n}</span> });
            view! {
                <li><a href=format!("/p/{id}/moderation?show={}", word(show)) aria-current=(show == here).then_some("page")>
                    {lang.of("queue", word(show))}{n}</a></li>
            }
        })
        .collect_view();
    view! { <nav class="tabs" aria-label=t!(lang, "moderation-parts")><ul>{links}</ul></nav> }.into_any()
}

/// What every text of the queue needs to know.
struct Desk<'v> {
    visit: &'v Visit,
    who: &'v Who,
    show: Show,
    reports: &'v [Reported],
}

impl Desk<'_> {
    fn item(&self, item: &Item) -> Option<AnyView> {
        let lang = self.visit.lang;
        let target = item.target()?;
        let subject = Subject::of(item.on_proposal, item.on_article, item.on_amendment)?;
        let title = item.title.clone().unwrap_or_default();
        let title = match target {
            Target::Comment(_) => t!(lang, "word-comment-on", title = title),
            Target::Proposal(_) => title,
            Target::Amendment(_) => t!(lang, "amendment-named", title = title),
        };
        let public = item.kind.zip(item.college.as_ref()).map(|(kind, name)| college(lang, kind, name));
        let body = if item.body.is_empty() && item.why.is_empty() {
            view! { <p class="small">{t!(lang, "comment-withdrawn")}</p> }.into_any()
        } else {
            // The words, and the reason of an amendment; one that proposes no words has its reason alone.
            let parts = [&item.body, &item.why].into_iter().filter(|part| !part.is_empty());
            parts.map(|part| view! { <blockquote dir="auto">{paragraphs(part)}</blockquote> }).collect_view().into_any()
        };
        Some(
            view! {
                <li class="item moderated" id=target.to_string().replace('/', "-")>
                    <h3 class="item-title" dir="auto"><a href=api::path(target, subject)>{title}</a></h3>
                    <p class="meta"><span><bdi class="author">{item.author.clone()}</bdi>" "{public}</span><span>{day_view(self.visit, item.at)}</span></p>
                    {body}
                    {self.reported(target)}
                    {self.hidden(item)}
                    {self.acts(item, target)}
                </li>
            }
            .into_any(),
        )
    }

    /// How many reported it for what, and their words. No names.
    fn reported(&self, target: Target) -> Option<AnyView> {
        let lang = self.visit.lang;
        let reports: Vec<_> = self.reports.iter().filter(|report| report.target() == Some(target)).collect();
        if reports.is_empty() {
            return None;
        }
        let causes = reports
            .chunk_by(|a, b| a.cause == b.cause)
            .filter_map(|same| {
                let first = same.first()?;
                let words = same
                    .iter()
                    .filter(|report| !report.words.is_empty())
                    .map(|report| view! { <blockquote dir="auto">{paragraphs(&report.words)}</blockquote> })
                    .collect_view();
                let left = first.with_words - WORDS;
                let more = (left > 0).then(|| view! { <p class="small">{t!(lang, "queue-words-more", n = left)}</p> });
                let cause = lang.of("cause", first.cause.as_str());
                Some((first.n, view! { <li>{t!(lang, "queue-cause", cause = cause, n = first.n)}{words}{more}</li> }))
            })
            .collect::<Vec<_>>();
        let n: i64 = causes.iter().map(|(n, _)| n).sum();
        let causes = causes.into_iter().map(|(_, view)| view).collect_view();
        Some(
            view! {
                <p><strong>{t!(lang, "queue-reports", n = n)}</strong></p>
                <ul>{causes}</ul>
            }
            .into_any(),
        )
    }

    /// Why it is or was hidden, what its author says, how it ended.
    fn hidden(&self, item: &Item) -> Option<AnyView> {
        let lang = self.visit.lang;
        let cause = item.cause?;
        let why = forms::reason_in_words(lang, cause, item.words.as_deref().unwrap_or_default());
        let appeal = item.appeal.as_ref().map(|words| {
            view! { <p><strong>{t!(lang, "queue-appeal")}</strong></p><blockquote dir="auto">{paragraphs(words)}</blockquote> }
        });
        let ending = item.ending.map(|ending| {
            let mark = if ending == Ending::Upheld { "lock" } else { "success" };
            let words = item.ended_words.clone().filter(|words| !words.is_empty());
            view! { <p>{sign(mark)}" "<strong>{lang.of("ending", ending.as_str())}</strong>{words.map(|words| view! { " " <bdi>{words}</bdi> })}</p> }
        });
        Some(view! { <p dir="auto">{t!(lang, "comment-hidden-why", reason = why)}</p>{appeal}{ending} }.into_any())
    }

    fn acts(&self, item: &Item, target: Target) -> Option<AnyView> {
        let lang = self.visit.lang;
        let folded = |(form, open): (AnyView, bool), title: String| view! { <details open=open><summary>{title}</summary>{form}</details> };
        let me = self.who.account;
        let mine = me == Some(item.author_id);
        match self.show {
            Show::Reported => Some(
                view! {
                    {(!item.body.is_empty() || !item.why.is_empty()).then(|| folded(forms::hide(self.visit, target), t!(lang, "queue-hide")))}
                    {if mine {
                        view! { <p class="small">{t!(lang, "queue-not-yours")}</p> }.into_any()
                    } else {
                        forms::leave(self.visit, target)
                    }}
                }
                .into_any(),
            ),
            Show::Hidden | Show::Appeals => {
                let decides = self.show == Show::Appeals && self.who.may(Act::DecideAppeal);
                // Their own act, their own text, or what they reported: somebody else of the committee decides.
                let own = mine || item.reported_by_me || (me.is_some() && item.moderator_id == me);
                let decide = decides.then(|| {
                    if own {
                        view! { <p class="small">{t!(lang, "appeal-not-yours")}</p> }.into_any()
                    } else {
                        forms::decide(self.visit, target)
                    }
                });
                let lift = (self.who.is_facilitator() && item.ending.is_none() && !mine)
                    .then(|| folded(forms::show(self.visit, target), t!(lang, "queue-show")));
                Some(view! { {decide}{lift} }.into_any())
            }
            Show::Ended => None,
        }
    }
}
