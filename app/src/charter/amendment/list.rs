//! The amendments of an article or a round, by state; those of the same passage beside each other.

use domain::{
    access::Act,
    charter::{
        amendment::{Kind, State, may_amend},
        article::Words,
        passages::{Edit, edits, overlap},
    },
    id::RoundId,
};
use leptos::prelude::*;
use store::{
    Conn,
    charter::{Amendment, Article, Supports},
    process::College,
    round::Entry,
};

use super::{super::diff::passages, address, badge, headline, merged, places, proposed, support};
use crate::{
    AppError,
    i18n::{Lang, t},
    ui,
    visit::Visit,
};

/// An amendment, and the words it would give the article as it is now.
struct Wanted<'a> {
    amendment: &'a Amendment,
    words: Words,
    /// What it changes in the title, and in the text.
    title: Vec<Edit>,
    body: Vec<Edit>,
}

impl<'a> Wanted<'a> {
    fn new(amendment: &'a Amendment, words: Words, now: &Words) -> Self {
        let (title, body) = (edits(&now.title, &words.title), edits(&now.body, &words.body));
        Wanted { amendment, words, title, body }
    }

    /// Whether both are about the same passage of the article as it is now, or the same place for a new one.
    fn competes(&self, other: &Wanted<'_>) -> bool {
        match (self.amendment.kind, other.amendment.kind) {
            (Kind::Addition, Kind::Addition) => self.amendment.after_id == other.amendment.after_id,
            (Kind::Deletion, _) | (_, Kind::Deletion) | (Kind::Move, Kind::Move) => true,
            _ => overlap(&self.title, &other.title) || overlap(&self.body, &other.body),
        }
    }
}

/// Of those that wait, which compete: in groups, everyone of whom competes with another of it. Those alone are groups of one.
fn groups<'a>(wanted: Vec<Wanted<'a>>) -> Vec<Vec<Wanted<'a>>> {
    let mut groups: Vec<Vec<Wanted<'a>>> = Vec::new();
    for one in wanted {
        let (with, without): (Vec<_>, Vec<_>) = groups.into_iter().partition(|group| group.iter().any(|other| one.competes(other)));
        groups = without;
        let mut joined: Vec<Wanted<'a>> = with.into_iter().flatten().collect();
        joined.push(one);
        groups.push(joined);
    }
    groups
}

/// So many waiting amendments are compared with each other: beyond, each stands alone.
const COMPARED: usize = 20;

struct Listing<'a> {
    lang: Lang,
    article: Option<&'a Article>,
    /// Those of the charter, where there is an article that could move among them.
    articles: &'a [Article],
    colleges: &'a [College],
    supports: &'a Supports,
    tongue: Option<String>,
}

impl Listing<'_> {
    fn meta(&self, amendment: &Amendment) -> AnyView {
        let lang = self.lang;
        let college = ui::college(lang, amendment.college_kind, &amendment.college_name);
        let talk = (amendment.comments > 0).then(|| view! { <span>{t!(lang, "article-comments", n = amendment.comments)}</span> });
        view! { <p class="meta">{badge(lang, amendment.state)}<bdi>{amendment.author.clone()}</bdi>{college}{talk}</p> }.into_any()
    }

    fn title(&self, amendment: &Amendment) -> AnyView {
        let words = headline(self.lang, amendment, self.article);
        view! { <h4 class="item-title" dir="auto"><a href=address(amendment.id)>{words}</a></h4> }.into_any()
    }

    fn row(&self, amendment: &Amendment) -> AnyView {
        let moved = (amendment.kind == Kind::Change
            && amendment.state.is_pending()
            && self.article.is_some_and(|article| article.version.number != amendment.base))
        .then(|| view! { <p class="small">{t!(self.lang, "amendment-moved-short")}</p> });
        view! { <li class="item">{self.title(amendment)}{self.meta(amendment)}{moved}</li> }.into_any()
    }

    /// One of several about the same passage: what it changes there, and who stands for it.
    fn card(&self, wanted: &Wanted<'_>, now: &Words) -> AnyView {
        let amendment = wanted.amendment;
        let changed = match amendment.kind {
            Kind::Change => Some(passages(self.lang, self.tongue.as_deref(), now, &wanted.words)),
            Kind::Move => Some(view! { <p dir="auto">{places::words(self.lang, self.articles, amendment)}</p> }.into_any()),
            Kind::Addition | Kind::Deletion => None,
        };
        view! {
            <li class="item stack">{self.title(amendment)}{self.meta(amendment)}{changed}
                {support::numbers(self.lang, self.colleges, self.supports, amendment)}</li>
        }
        .into_any()
    }

    fn view<'a>(&self, amendments: &'a [Amendment], now: &Words, base: impl Fn(i64) -> Option<Words>) -> AnyView {
        let lang = self.lang;
        let wanted = |amendment: &'a Amendment| {
            // The words stay as they are, or go with the article.
            if !amendment.kind.has_words() {
                return Wanted::new(amendment, now.clone(), now);
            }
            let Some(base) = base(amendment.base) else {
                return Wanted::new(amendment, proposed(amendment, now), now);
            };
            let words = proposed(amendment, &base);
            // On the article as it is now; where the passages are gone, as it was written.
            let words = merged(&base, now, &words).map_or(words, |(title, body)| Words { title, body, ..now.clone() });
            Wanted::new(amendment, Words { easy: now.easy.clone(), ..words }, now)
        };
        let pending: Vec<&Amendment> = amendments.iter().filter(|amendment| amendment.state.is_pending()).collect();
        let compared: Vec<Wanted<'_>> = pending.iter().take(COMPARED).copied().map(wanted).collect();
        let competing: Vec<Vec<Wanted<'_>>> = groups(compared).into_iter().filter(|group| group.len() > 1).collect();
        let together = competing
            .iter()
            .map(|group| {
                let cards: Vec<_> = group.iter().map(|one| self.card(one, now)).collect();
                let about = match group.iter().all(|one| one.amendment.kind == Kind::Move) {
                    true => t!(lang, "amendment-competing-places", n = group.len()),
                    false => t!(lang, "amendment-competing", n = group.len()),
                };
                view! { <h3>{about}</h3><ul class="items competing">{cards}</ul> }
            })
            .collect_view();
        let shown = |amendment: &Amendment| competing.iter().flatten().any(|one| one.amendment.id == amendment.id);
        let by_state = State::ALL
            .iter()
            .filter_map(|state| {
                let rows: Vec<_> = amendments.iter().filter(|row| row.state == *state && !shown(row)).map(|row| self.row(row)).collect();
                (!rows.is_empty()).then(|| {
                    view! { <h3>{lang.of("amendments", state.as_str())}</h3><ul class="items">{rows}</ul> }
                })
            })
            .collect_view();
        view! { {together}{by_state} }.into_any()
    }
}

/// The amendments of an article, and the way to propose one.
pub async fn of_article(
    visit: &Visit,
    c: &mut Conn,
    entry: &Entry,
    (article, articles): (&Article, &[Article]),
    colleges: &[College],
    tongue: Option<String>,
) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    let amendments = store::charter::amendments(c, article.id).await?;
    let supports = store::charter::supports(c, article.round_id).await?;
    let mut bases: Vec<i64> = amendments.iter().filter(|one| one.state.is_pending()).map(|one| one.base).collect();
    bases.sort_unstable();
    bases.dedup();
    let mut versions = Vec::new();
    for base in bases {
        versions.extend(store::charter::version(c, article.id, base).await?);
    }
    let listing = Listing { lang, article: Some(article), articles, colleges, supports: &supports, tongue };
    let base = |number: i64| versions.iter().find(|version| version.number == number).map(|version| version.words());
    let list = listing.view(&amendments, &article.version.words(), base);
    let none = amendments.is_empty().then(|| view! { <p>{t!(lang, "amendment-none")}</p> });
    let frozen = store::charter::is_frozen(c, article.round_id).await?;
    let may = entry.who.may(Act::Amend) && article.removed_at.is_none() && may_amend(entry.kind, &entry.calendar, visit.now).is_ok();
    let propose = may.then(|| {
        let href = format!("/article/{}/amend", article.id);
        if frozen {
            return view! { <p>{t!(lang, "amendment-not-now")}</p> }.into_any();
        }
        view! { <p class="actions"><a class="button is-secondary" href=href>{t!(lang, "amendment-propose")}</a></p> }.into_any()
    });
    Ok(view! {
        <section class="stack" aria-labelledby="amendments">
            <h2 id="amendments">{t!(lang, "amendments")}</h2>
            {none}{list}{propose}
        </section>
    }
    .into_any())
}

/// The new articles that are proposed in a round, and the way to propose one.
pub async fn of_round(visit: &Visit, c: &mut Conn, entry: &Entry, round: RoundId, colleges: &[College]) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    let amendments = store::charter::additions(c, round).await?;
    let may = entry.who.may(Act::ProposeArticle) && may_amend(entry.kind, &entry.calendar, visit.now).is_ok();
    if amendments.is_empty() && !may {
        return Ok(().into_any());
    }
    let frozen = store::charter::is_frozen(c, round).await?;
    let supports = store::charter::supports(c, round).await?;
    let listing = Listing { lang, article: None, articles: &[], colleges, supports: &supports, tongue: None };
    let nothing = Words { title: String::new(), body: String::new(), easy: String::new(), note: String::new() };
    let list = listing.view(&amendments, &nothing, |_| None);
    let none = amendments.is_empty().then(|| view! { <p>{t!(lang, "amendment-none-new")}</p> });
    let propose = may.then(|| {
        let href = format!("/r/{round}/new-article");
        if frozen {
            return view! { <p>{t!(lang, "amendment-not-now")}</p> }.into_any();
        }
        view! { <p class="actions"><a class="button is-secondary" href=href>{t!(lang, "amendment-propose-article")}</a></p> }.into_any()
    });
    Ok(view! {
        <section class="stack" aria-labelledby="new-articles">
            <h2 id="new-articles">{t!(lang, "amendment-new-articles")}</h2>
            {none}{list}{propose}
        </section>
    }
    .into_any())
}
