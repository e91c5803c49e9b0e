//! A picture that was sent with a form, kept with its process.

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use domain::{
    Problem, Refusal,
    access::Act,
    id::{PictureId, RoundId},
    pace::{self, Deed},
    proposals::idea,
    round::RoundKind,
    survey::picture::PICTURES,
};

use super::make::make;
use crate::{AppError, forms::BINARY, visit::Visit};

/// Keeps the picture in the text of a file field, for the process of a round. Checks `act` first, and for a participant that the round is
/// open and that they have not sent too many: nothing is unpacked for somebody who may not bring it.
pub async fn keep(visit: &Visit, act: Act, round: RoundId, file: &str) -> Result<PictureId, AppError> {
    let mut c = visit.read().await?;
    let entry = visit.allow_in_round(&mut c, act, round).await?;
    // Those of participants are counted apart: nobody takes the builder's room. Nor does one person take everybody's.
    let participant = if act == Act::SetPicture { None } else { Some(entry.who.account()?) };
    if let Some(account) = participant {
        if entry.kind != RoundKind::Proposals {
            return Err(Refusal::not_found().into());
        }
        entry.calendar.must_be_open(visit.now)?;
        pace::keep(Deed::Picture, store::pace::full_at(&mut c, account, Deed::Picture).await?, visit.now)?;
    }
    drop(c);
    let packed = file.strip_prefix(BINARY).ok_or_else(|| Refusal::field("file", "picture-unreadable"))?;
    let bytes = BASE64.decode(packed).map_err(|_| Refusal::field("file", "picture-unreadable"))?;
    let picture = make(bytes).await?;
    visit
        .write(move |visit, c| {
            Box::pin(async move {
                let entry = visit.allow_in_round(c, act, round).await?;
                if let Some(account) = participant {
                    visit.pace(c, account, Deed::Picture).await?;
                }
                c.lock(entry.process.0).await?;
                let by_participant = participant.is_some();
                let most = if by_participant { idea::PICTURES } else { PICTURES };
                if store::pictures::count(c, entry.process, by_participant).await? >= most {
                    let problem = Problem::new("file", "picture-too-many").with("max", most);
                    return Err(Refusal { kind: domain::Kind::Conflict, problems: vec![problem] }.into());
                }
                Ok(if by_participant {
                    store::pictures::add_by_participant(c, entry.process, picture).await?
                } else {
                    store::pictures::add(c, entry.process, picture).await?
                })
            })
        })
        .await
}
