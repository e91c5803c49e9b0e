//! Pictures on a page. They come when they are about to be seen, small on a phone, and nothing moves when they arrive.

use domain::survey::Picture;
use leptos::prelude::*;

use crate::i18n::Lang;

fn address(picture: &Picture, size: &str) -> String {
    format!("/picture/{}/{size}.jpg", picture.id)
}

/// What it shows in the reader's language, with the tag of another where it is one.
fn alt(lang: Lang, picture: &Picture) -> (String, Option<String>) {
    let (words, tag) = picture.alt.best(lang.tag(), "fr");
    (words.to_owned(), (!words.is_empty() && tag != lang.tag()).then(|| tag.to_owned()))
}

/// The small size, on a tile or in a list.
pub fn tile(lang: Lang, picture: &Picture) -> AnyView {
    let (words, tag) = alt(lang, picture);
    view! {
        <img class="photo" src=address(picture, "small") alt=words lang=tag width=picture.width.to_string() height=picture.height.to_string()
            loading="lazy" decoding="async"/>
    }
    .into_any()
}

/// The whole width of a text; on a phone the small size does.
pub fn inline(lang: Lang, picture: &Picture) -> AnyView {
    let (words, tag) = alt(lang, picture);
    view! {
        <picture class="in-text"><source media="(min-width: 40rem)" srcset=address(picture, "large")/>
            <img class="photo" src=address(picture, "small") alt=words lang=tag width=picture.width.to_string() height=picture.height.to_string()
                loading="lazy" decoding="async"/></picture>
    }
    .into_any()
}
