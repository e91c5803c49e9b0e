//! What changed between two versions, for the eye and for the ear.

use domain::charter::{
    article::Words,
    diff::{Block, Change, Piece, diff},
    excerpt::excerpt,
};
use leptos::prelude::*;

use crate::i18n::{Lang, t};

/// The parts of an article that differ; `tongue` is their language where it is not the screen's.
pub fn changes(lang: Lang, tongue: Option<&str>, old: &Words, new: &Words) -> AnyView {
    let part = |(name, old, new): (String, &str, &str)| {
        view! { <p class="small"><strong>{name}</strong></p> {paragraphs(lang, tongue, old, new)} }.into_any()
    };
    let parts: Vec<AnyView> = changed(lang, old, new).into_iter().map(part).collect();
    if parts.is_empty() { view! { <p>{t!(lang, "diff-none")}</p> }.into_any() } else { parts.into_any() }
}

/// As [`changes`], but only the passages that differ, with a few words around them.
pub fn passages(lang: Lang, tongue: Option<&str>, old: &Words, new: &Words) -> AnyView {
    let part = |(name, old, new): (String, &str, &str)| {
        let blocks = excerpt(old, new).into_iter().map(|paragraph| block(lang, paragraph)).collect_view();
        view! { <p class="small"><strong>{name}</strong></p> <div class="diff" lang=tongue.map(str::to_owned)>{blocks}</div> }.into_any()
    };
    let parts: Vec<AnyView> = changed(lang, old, new).into_iter().map(part).collect();
    if parts.is_empty() { view! { <p>{t!(lang, "diff-none")}</p> }.into_any() } else { parts.into_any() }
}

/// As [`changes`], the two texts beside each other: a table of paragraphs, each under the one it became. `titles` are those of the two.
pub fn columns(lang: Lang, tongue: Option<&str>, titles: [String; 2], old: &Words, new: &Words) -> AnyView {
    let table = |(name, old, new): (String, &str, &str)| {
        let cell = |side: Option<Block>, title: &String| {
            let nothing = side.is_none().then_some("is-empty");
            let text = side.map(|side| view! { <div class="diff" lang=tongue.map(str::to_owned)>{block(lang, side)}</div> });
            // Roles by name: where the cells stand under each other, they are a table still.
            view! { <td role="cell" data-title=title.clone() class=nothing>{text}</td> }
        };
        let rows = diff(old, new)
            .into_iter()
            .map(|paragraph| {
                let (left, right) = paragraph.sides();
                view! { <tr role="row">{cell(left, &titles[0])}{cell(right, &titles[1])}</tr> }
            })
            .collect_view();
        let heads = titles.iter().map(|title| view! { <th scope="col" role="columnheader">{title.clone()}</th> }).collect_view();
        view! {
            <table class="table columns" role="table"><caption>{name}</caption>
                <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody></table>
        }
        .into_any()
    };
    let parts: Vec<AnyView> = changed(lang, old, new).into_iter().map(table).collect();
    if parts.is_empty() { view! { <p>{t!(lang, "diff-none")}</p> }.into_any() } else { parts.into_any() }
}

/// What differs of title, text and easy-to-read text, with its name.
fn changed<'w>(lang: Lang, old: &'w Words, new: &'w Words) -> Vec<(String, &'w str, &'w str)> {
    let parts = [
        (t!(lang, "article-title"), old.title.as_str(), new.title.as_str()),
        (t!(lang, "article-body"), &old.body, &new.body),
        (t!(lang, "easy-to-read"), &old.easy, &new.easy),
    ];
    parts.into_iter().filter(|(_, old, new)| old != new).collect()
}

/// One text as it became another, in the language `tongue` where it is not the screen's.
pub fn paragraphs(lang: Lang, tongue: Option<&str>, old: &str, new: &str) -> AnyView {
    let blocks = diff(old, new).into_iter().map(|paragraph| block(lang, paragraph)).collect_view();
    view! { <div class="diff" lang=tongue.map(str::to_owned)>{blocks}</div> }.into_any()
}

fn block(lang: Lang, block: Block) -> AnyView {
    let whole = |change: Change| block.pieces.iter().all(|piece| piece.change == change);
    match () {
        () if block.is_same() => view! { <p dir="auto">{words(block.pieces)}</p> }.into_any(),
        () if whole(Change::Added) => view! {
            <p class="is-added" dir="auto"><span class="visually-hidden">{t!(lang, "diff-added")} " "</span>{words(block.pieces)}</p>
        }
        .into_any(),
        () if whole(Change::Removed) => view! {
            <p class="is-removed" dir="auto"><span class="visually-hidden">{t!(lang, "diff-removed")} " "</span>{words(block.pieces)}</p>
        }
        .into_any(),
        () => {
            let pieces = block.pieces.into_iter().map(|part| piece(lang, part)).collect_view();
            view! { <p dir="auto">{pieces}</p> }.into_any()
        }
    }
}

fn words(pieces: Vec<Piece>) -> String {
    pieces.into_iter().map(|piece| piece.text).collect()
}

fn piece(lang: Lang, piece: Piece) -> AnyView {
    // Line ends stand outside the marks: a mark that begins or ends on another line is hard to see.
    let text = piece.text.trim_matches('\n').to_owned();
    let start = piece.text.len() - piece.text.trim_start_matches('\n').len();
    // No text at all where there is none: an empty one would be written as a blank.
    let some = |ends: &str| (!ends.is_empty()).then(|| ends.to_owned());
    let (before, after) = (some(&piece.text[..start]), some(&piece.text[start + text.len()..]));
    match piece.change {
        Change::Added | Change::Removed if text.is_empty() => piece.text.into_any(),
        Change::Same => piece.text.into_any(),
        Change::Added => {
            view! { {before}<ins><span class="visually-hidden">{t!(lang, "diff-added")} " "</span>{text}</ins>{after} }.into_any()
        }
        Change::Removed => {
            view! { {before}<del><span class="visually-hidden">{t!(lang, "diff-removed")} " "</span>{text}</del>{after} }.into_any()
        }
    }
}
