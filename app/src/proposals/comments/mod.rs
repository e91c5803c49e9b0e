//! The talk under a proposal or an article.

pub mod api;
mod filter;
mod forms;
mod one;

use std::collections::HashMap;

use domain::{
    access::Act,
    comments::{Order, PAGE, SHOWN, Subject, THREAD_PAGE, shown_under},
    id::CommentId,
    round::State,
};
use leptos::prelude::*;
use store::{
    Conn,
    comments::{Comment, Filter, Named, Person, Spot, Version},
    moderation::Told,
    process::College,
    proposals::Reader,
    round::Entry,
};

use super::paging::{page, pagination};
use crate::{
    AppError,
    charter::Passages,
    i18n::t,
    ui::{notice, sign},
    visit::Visit,
};

/// The comments on `subject`, a page of threads or of one thread, with the forms this person may use. `open`: the round takes comments
/// now.
pub async fn thread(visit: &Visit, c: &mut Conn, entry: &Entry, subject: Subject, open: bool) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    let at = |name| visit.asked(name).and_then(|id| id.parse::<CommentId>().ok());
    let asked = Asked { reply: at("reply"), moderate: at("moderate"), edit: at("edit"), report: at("report"), history: at("history") };
    let order = visit.asked("order").and_then(|word| word.parse().ok()).unwrap_or(Order::Time);
    let focus = at("comment").or(asked.any());
    let found = match focus {
        Some(id) => store::comments::spot(c, subject, id).await?,
        None => at("thread").map(|id| Spot::Thread(id, page(visit))),
    };
    let (spot, order) = match found {
        Some(spot) => (spot, Order::Time),
        None => (Spot::Page(page(visit)), order),
    };
    let reader: Reader = entry.into();
    let only = if focus.is_none() { filter::asked(visit) } else { Filter::default() };
    let rows = match spot {
        Spot::Page(page) => store::comments::page(c, subject, reader, order, only, page).await?,
        Spot::Thread(id, page) => store::comments::thread(c, subject, reader, id, page).await?,
    };
    let count = store::comments::place(c, subject).await?.map_or(0, |place| place.comments);
    let threads = store::comments::threads(c, subject, only).await?;
    let filters = filter::view(visit, c, entry, subject, order, only).await?;
    let talk = Talk::load(visit, c, entry, subject, open, asked, (&rows, spot)).await?;
    let none = if only == Filter::default() { t!(lang, "comments-none") } else { t!(lang, "comments-none-such") };
    let list = if rows.is_empty() { view! { <p>{none}</p> }.into_any() } else { talk.threads(&rows, spot) };
    let turn = match spot {
        Spot::Page(page) => pagination(lang, &format!("{}?order={order}&{}", subject.path(), filter::query(only)), page, threads, PAGE),
        Spot::Thread(id, page) => {
            let replies = rows.first().map_or(0, |root| root.replies);
            pagination(lang, &format!("{}?thread={id}&", subject.path()), page, replies, THREAD_PAGE)
        }
    };
    let way = match spot {
        Spot::Page(_) => (threads > 1).then(|| orders(visit, subject, order, only)),
        Spot::Thread(..) => Some(view! { <p><a href=format!("{}#comments", subject.path())>{t!(lang, "comments-all")}</a></p> }.into_any()),
    };
    let reported =
        (visit.asked("done") == Some("reported") && visit.asked("comment").is_some()).then(|| notice("success", t!(lang, "report-done")));
    Ok(view! {
        <section class="stack" id="comments" aria-labelledby="comments-title">
            <h2 id="comments-title">{t!(lang, "comments-title", n = count)}</h2>
            {reported}
            {filters}
            {way}
            {list}
            {turn}
            {talk.new_thread(open)}
        </section>
    }
    .into_any())
}

fn orders(visit: &Visit, subject: Subject, current: Order, only: Filter) -> AnyView {
    let lang = visit.lang;
    let links = Order::ALL
        .iter()
        .map(|order| {
            let at = (*order == current).then_some("true");
            let words = lang.of("comments-order", order.as_str());
            view! { <li><a href=format!("{}?order={order}&{}#comments", subject.path(), filter::query(only)) aria-current=at>{words}</a></li> }
        })
        .collect_view();
    view! { <nav class="tabs is-small" aria-label=t!(lang, "comments-order-by")><ul>{links}</ul></nav> }.into_any()
}

/// The comments whose forms or earlier wordings are open.
#[derive(Clone, Copy)]
struct Asked {
    reply: Option<CommentId>,
    moderate: Option<CommentId>,
    edit: Option<CommentId>,
    report: Option<CommentId>,
    history: Option<CommentId>,
}

impl Asked {
    fn any(&self) -> Option<CommentId> {
        self.reply.or(self.moderate).or(self.edit).or(self.report).or(self.history)
    }
}

/// What every comment of the talk needs to know.
struct Talk<'v> {
    visit: &'v Visit,
    subject: Subject,
    /// This person may comment now.
    comments: bool,
    /// They may mark comments now.
    marks: bool,
    reports: bool,
    facilitates: bool,
    /// Comments may be answered now.
    answers: bool,
    asked: Asked,
    /// Whom the comments are for.
    named: HashMap<CommentId, Vec<Named>>,
    /// The last hidings that this person may know of: of what is hidden, and of their own.
    hidings: HashMap<CommentId, Told>,
    /// Earlier wordings of the one that was asked for.
    versions: Vec<Version>,
    /// Who may be named in a new comment.
    people: Vec<Person>,
    colleges: Vec<College>,
    /// What comments on a passage of an article are about.
    passages: Passages,
}

impl<'v> Talk<'v> {
    async fn load(
        visit: &'v Visit,
        c: &mut Conn,
        entry: &Entry,
        subject: Subject,
        open: bool,
        asked: Asked,
        (rows, spot): (&[Comment], Spot),
    ) -> Result<Talk<'v>, AppError> {
        let roots: Vec<CommentId> = rows.iter().filter(|row| row.position == 0).map(|row| row.id).collect();
        let mut named: HashMap<CommentId, Vec<Named>> = HashMap::new();
        let places = match spot {
            Spot::Page(_) => (0, SHOWN),
            Spot::Thread(_, page) => (page.saturating_mul(THREAD_PAGE), page.saturating_add(1).saturating_mul(THREAD_PAGE)),
        };
        for name in store::comments::named(c, &roots, places).await? {
            named.entry(name.comment_id).or_default().push(name);
        }
        let reads = entry.who.reads_hidden();
        let mine = |row: &Comment| visit.account() == Some(row.author_id);
        let hidings = if rows.iter().any(|row| mine(row) || (row.hidden && !row.hidden_reason.is_empty())) {
            let told = store::moderation::on_comments(c, subject, visit.account(), reads).await?;
            told.into_iter().filter_map(|told| Some((told.comment_id?, told))).collect()
        } else {
            HashMap::new()
        };
        let versions = match asked.history {
            Some(id) => store::comments::versions(c, id, entry.into()).await?,
            None => Vec::new(),
        };
        let comments = open && entry.who.may(Act::Comment);
        let (people, colleges) = match (comments, visit.account()) {
            (true, Some(me)) => {
                (store::comments::people(c, entry.process, subject, me).await?, store::process::colleges(c, entry.process).await?)
            }
            _ => (Vec::new(), Vec::new()),
        };
        let passages = Passages::load(c, entry, subject).await?;
        Ok(Talk {
            visit,
            subject,
            comments,
            marks: open && entry.who.may(Act::MarkComment),
            reports: entry.who.may(Act::Report) && !entry.who.is_facilitator(),
            facilitates: entry.who.is_facilitator(),
            answers: matches!(entry.calendar.state(visit.now), State::Open | State::Closed),
            asked,
            named,
            hidings,
            versions,
            people,
            colleges,
            passages,
        })
    }

    fn threads(&self, rows: &[Comment], spot: Spot) -> AnyView {
        let threads = rows.chunk_by(|a, b| a.thread_id == b.thread_id).map(|rows| self.one_thread(rows, spot)).collect_view();
        view! { <ol class="thread">{threads}</ol> }.into_any()
    }

    /// A thread, or the part of it that this page shows: the first comment, and replies under what they answer.
    fn one_thread(&self, rows: &[Comment], spot: Spot) -> Option<AnyView> {
        let lang = self.visit.lang;
        let root = rows.first()?;
        let replies: Vec<_> = rows
            .iter()
            .skip(1)
            .map(|row| {
                let parent = row.parent_id.filter(|parent| rows.iter().any(|other| other.id == *parent)).unwrap_or(root.id);
                (row.id, parent)
            })
            .collect();
        let under = shown_under(&replies);
        let mut children: HashMap<CommentId, Vec<&Comment>> = HashMap::new();
        for row in rows.iter().skip(1) {
            children.entry(under.get(&row.id).copied().unwrap_or(root.id)).or_default().push(row);
        }
        let left = root.replies - SHOWN;
        let more = (matches!(spot, Spot::Page(_)) && left > 0).then(|| {
            let href = format!("{}?thread={}#c-{}", self.subject.path(), root.id, root.id);
            view! { <p><a class="button is-quiet is-small" href=href>{sign("next")}{t!(lang, "comments-more", n = left)}</a></p> }
        });
        Some(view! { <li>{self.comment(root, None)}{self.level(&children, root.id)}{more}</li> }.into_any())
    }

    fn level(&self, children: &HashMap<CommentId, Vec<&Comment>>, above: CommentId) -> Option<AnyView> {
        let rows = children.get(&above)?;
        let items = rows.iter().map(|row| view! { <li>{self.comment(row, Some(above))}{self.level(children, row.id)}</li> }).collect_view();
        Some(view! { <ol>{items}</ol> }.into_any())
    }
}
