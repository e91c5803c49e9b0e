//! Where an article stands, and where it would stand.

use domain::{
    access::Act,
    charter::amendment::{Kind, Place, Stand},
};
use leptos::prelude::*;
use store::charter::{Amendment, Article, Chapter};

use super::propose;
use crate::{
    i18n::{Lang, t},
    ui::Form,
    visit::Visit,
};

/// Every place of a charter: the first, and the one behind each article.
pub fn all(lang: Lang, articles: &[Article]) -> impl Iterator<Item = (String, String)> {
    let behind = articles.iter().map(move |article| (article.id.to_string(), behind(lang, article)));
    [(String::new(), t!(lang, "amendment-first"))].into_iter().chain(behind)
}

fn behind(lang: Lang, article: &Article) -> String {
    t!(lang, "amendment-after", n = article.position, title = article.version.title.clone())
}

/// The form that proposes another place for an article, and whether it was refused; none where there is no other place.
pub fn form(visit: &Visit, article: &Article, articles: &[Article]) -> Option<(AnyView, bool)> {
    let lang = visit.lang;
    // Not where it stands; behind the last one of the chapter before, it changes chapters.
    let before = articles.iter().take_while(|other| other.id != article.id).last();
    let there = before.is_none_or(|before| before.chapter_id == article.chapter_id);
    let before = there.then(|| before.map(|other| other.id.to_string()).unwrap_or_default());
    let own = article.id.to_string();
    let places: Vec<_> = all(lang, articles).filter(|(place, _)| *place != own && Some(place) != before.as_ref()).collect();
    let first = places.first()?.0.clone();
    let form = Form::keyed(visit, Act::Amend, Kind::Move);
    let fields = view! {
        {form.hidden("article", article.id)}
        {form.hidden("version", article.version.number)}
        {form.hidden("kind", Kind::Move)}
        {form.select("after", t!(lang, "amendment-move-place"), places, &first)}
        {propose::reason(visit, &form, "")}
        <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "amendment-move-send")}</button></p>
    };
    let view = form.view(fields);
    Some((view, form.refused()))
}

/// Where something would stand, in words. `after`: the article before it.
pub fn words_of(lang: Lang, after: Option<&Article>) -> String {
    let place = after.map_or_else(|| t!(lang, "amendment-first"), |article| behind(lang, article));
    t!(lang, "amendment-placed", place = place)
}

/// The same of an amendment, among the articles of its charter.
pub fn words(lang: Lang, articles: &[Article], amendment: &Amendment) -> String {
    words_of(lang, articles.iter().find(|article| Some(article.id) == amendment.after_id))
}

/// The articles as they stand and as they would stand, each in its chapter, beside each other: those between the two places, and one more
/// on either side.
pub fn orders(lang: Lang, tongue: Option<&str>, amendment: &Amendment, articles: &[Article], chapters: &[Chapter]) -> Option<AnyView> {
    let article = amendment.article_id?;
    let now: Vec<Stand> = articles.iter().map(|article| (article.id, article.chapter_id)).collect();
    let then = Place { order: &now, article, after: amendment.after_id }.reached().ok()?;
    let places = [&now, &then].map(|order| order.iter().position(|(id, _)| *id == article).unwrap_or_default());
    let (from, to) = (places[0].min(places[1]).saturating_sub(1), (places[0].max(places[1]) + 2).min(now.len()));
    let list = |order: &[Stand], title: String, id: &'static str, mark: String| {
        let items = order
            .iter()
            .skip(from)
            .take(to - from)
            .filter_map(|(id, chapter)| articles.iter().find(|article| article.id == *id).map(|article| (article, chapter)))
            .map(|(row, chapter)| {
                let chapter = chapters.iter().find(|one| Some(one.id) == *chapter).map(|chapter| {
                    view! { <span class="small order-chapter"><bdi lang=tongue.map(str::to_owned)>{chapter.title.clone()}</bdi></span> }
                });
                let moved = (row.id == article).then(|| view! { " " <strong class="small">{mark.clone()}</strong> });
                let class = (row.id == article).then_some("is-moved");
                view! { <li class=class><bdi lang=tongue.map(str::to_owned)>{row.version.title.clone()}</bdi>{moved}{chapter}</li> }
            })
            .collect_view();
        view! { <div class="stack is-tight"><h3 id=id>{title}</h3><ol class="order" start=from + 1 aria-labelledby=id>{items}</ol></div> }
    };
    Some(
        view! {
            <div class="sides">
                {list(&now, t!(lang, "amendment-order-now"), "order-now", t!(lang, "amendment-order-moves"))}
                {list(&then, t!(lang, "amendment-order-then"), "order-then", t!(lang, "amendment-order-moved"))}
            </div>
        }
        .into_any(),
    )
}
