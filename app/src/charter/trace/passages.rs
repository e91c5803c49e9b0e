//! Under "my word": in which versions the passages of one's own comments changed.

use std::collections::HashMap;

use domain::{
    charter::trace::Lineage,
    id::{AccountId, ArticleId, CommentId},
};
use leptos::prelude::*;
use store::Conn;

use super::{FOLLOWED, way_from};
use crate::{
    AppError,
    i18n::{Lang, t},
};

/// The article of each comment on a passage, and the numbers of the versions that changed the passage since.
pub type MyPassages = HashMap<CommentId, (ArticleId, Vec<i64>)>;

pub async fn changed(c: &mut Conn, account: AccountId) -> Result<MyPassages, AppError> {
    let mine = store::charter::my_passages(c, account).await?;
    if mine.is_empty() {
        return Ok(MyPassages::new());
    }
    let texts = store::charter::texts_since_my_passages(c, account).await?;
    let mut found = MyPassages::new();
    for versions in texts.chunk_by(|(one, ..), (other, ..)| one == other) {
        let versions = &versions[versions.len().saturating_sub(FOLLOWED)..];
        let bodies: Vec<&str> = versions.iter().map(|(.., body)| body.as_str()).collect();
        let lineage = Lineage::new(&bodies);
        let Some((article, ..)) = versions.first() else { continue };
        for (comment, _, number, quote) in mine.iter().filter(|(_, other, ..)| other == article) {
            let at = versions.iter().position(|(_, other, _)| other == number);
            if let Some(passage) = at.and_then(|at| lineage.passage(at, quote)) {
                let numbers = passage.changed.iter().filter_map(|at| versions.get(*at)).map(|(_, number, _)| *number).collect();
                found.insert(*comment, (*article, numbers));
            }
        }
    }
    Ok(found)
}

/// The line under a comment: what its passage became, and the way to the words of today.
pub fn line(lang: Lang, passages: &MyPassages, comment: CommentId) -> Option<AnyView> {
    let (article, numbers) = passages.get(&comment)?;
    let words = if numbers.is_empty() {
        t!(lang, "trace-passage-same")
    } else {
        let numbers: Vec<String> = numbers.iter().map(i64::to_string).collect();
        t!(lang, "trace-passage-changed", n = numbers.len(), versions = numbers.join(", "))
    };
    Some(view! { <p>{words}" "<a href=way_from(*article, "comment", comment)>{t!(lang, "trace-passage-see")}</a></p> }.into_any())
}
