//! Puts the updates of a draft together, so that a long history is read as one.

use domain::{
    charter::draft::{Draft, Unfit},
    id::ArticleId,
};
use store::charter;

use crate::services::Services;

/// Puts the updates of a draft together, beside its room.
pub async fn compact(services: Services, article: ArticleId) {
    let done = async {
        let mut c = services.db.read().await?;
        let Some(kept) = charter::draft(&mut c, article, None).await? else { return Ok(()) };
        drop(c);
        let (from, upto) = (kept.kept, kept.last);
        // The whole is read and written once: that takes its time, and no thread that serves others.
        let state = tokio::task::spawn_blocking(move || {
            let draft = kept.load()?;
            let whole = draft.whole();
            let again = Draft::load(store::random_writer(), [&whole])?;
            Ok::<_, Unfit>((again.text() == draft.text()).then_some(whole))
        })
        .await
        .map_err(|gone| store::Error::Writer(gone.to_string()))?
        .map_err(|unfit| store::Error::Draft(article, unfit))?;
        // A crafted update can read differently put together: such a draft stays a list.
        let Some(state) = state else { return Ok(()) };
        services.db.write(move |c| Box::pin(async move { charter::compact(c, article, from, upto, &state).await })).await
    };
    if let Err(error) = done.await {
        tracing::warn!(%error, %article, "a draft could not be compacted; nothing is lost");
    }
}
