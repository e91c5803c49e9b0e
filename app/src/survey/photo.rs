//! Sets the picture of an option or of a note.

use domain::{
    Refusal,
    access::Act,
    id::{PictureId, RoundId},
    lang::{EASY, LangText},
    refusal::Problems,
    survey::{Form, Kind, Picture, picture::Known},
    text,
};
use leptos_axum::redirect;

use super::save;
use crate::{AppError, picture::keep, visit::Visit};

/// What a facilitator sent of one picture.
#[derive(Clone, Debug)]
pub struct Sent {
    pub question: String,
    /// Empty for a note.
    pub option: String,
    /// One that is there already.
    pub picture: String,
    pub alt: LangText,
    pub decoration: bool,
    pub remove: bool,
}

pub async fn set(round: RoundId, sent: Sent, file: &str) -> Result<(), AppError> {
    let visit = Visit::current()?;
    // Kept even if its description is still missing: nobody sends a photo twice over a phone's network.
    let fresh = if file.is_empty() || sent.remove { None } else { Some(keep(&visit, Act::SetPicture, round, file).await?) };
    let question = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let (entry, form) = save::building(&visit, c, Act::SetPicture, round).await?;
                let known = store::pictures::known(c, entry.process).await?;
                let picture = if sent.remove { None } else { Some(described(&form, &sent, fresh, &known)?) };
                let form = form.set_picture(&entry.calendar, visit.now, &sent.question, &sent.option, picture)?;
                save::keep(&visit, c, round, &entry, "set_picture", (form, sent.question)).await
            })
        })
        .await?;
    redirect(&format!("/r/{round}/edit?edit={question}#pictures-{question}"));
    Ok(())
}

/// The picture that was sent or chosen, or the one that is there, with what it shows.
fn described(form: &Form, sent: &Sent, fresh: Option<PictureId>, known: &Known) -> Result<Picture, Refusal> {
    let kind = &form.question(&sent.question).ok_or_else(Refusal::not_found)?.kind;
    let held = kind.picture(&sent.option);
    let chosen = fresh.or_else(|| sent.picture.parse().ok()).or(held.map(|held| held.id));
    let id = chosen.ok_or_else(|| Refusal::field("file", "required"))?;
    let (width, height) = *known.get(&id).ok_or_else(|| Refusal::field("picture", "picture-elsewhere"))?;
    let mut problems = Problems::new();
    let decoration = sent.decoration && matches!(kind, Kind::Note { .. });
    let mut alt = LangText::default();
    if !decoration {
        // Languages that the form has no field for stay.
        alt = held.filter(|held| held.id == id).map(|held| held.alt.clone()).unwrap_or_default();
        alt.0.retain(|tag, _| !["fr", "en", EASY].contains(&tag.as_str()));
        alt.0.extend(sent.alt.typed("alt", text::LINE, true, &mut problems).0);
    }
    // The page that says so keeps the picture chosen.
    let chosen = |refusal: Refusal| Refusal {
        problems: refusal.problems.into_iter().map(|problem| problem.with("picture", id)).collect(),
        ..refusal
    };
    problems.check().map_err(chosen)?;
    Ok(Picture { id, width, height, alt })
}
