//! What tests begin with: a process, its people, its rounds.

use domain::{
    access::{Function, Visibility},
    college::CollegeKind,
    id::{AccountId, ProcessId, RoundId},
    lang::LangText,
    process::TerritoryKind,
    round::{Calendar, Mode, RoundKind},
};
use store::{Db, Error, account, process, round};

pub async fn process(db: &Db, title: &'static str, visibility: Visibility, now: i64) -> ProcessId {
    db.write(move |c| {
        Box::pin(async move {
            let territory = process::create_territory(c, None, TerritoryKind::Municipality, "Val-d’Orme").await?;
            process::create(c, territory, &LangText::of("fr", title), &LangText::of("fr", "Mots"), "fr", visibility, now).await
        })
    })
    .await
    .unwrap()
}

/// A participant who has joined, or is only invited.
pub async fn participant(db: &Db, process: ProcessId, kind: CollegeKind, name: &'static str, joined: bool) -> AccountId {
    db.write(move |c| {
        Box::pin(async move {
            let account = account::create(c, name, None, None, 1).await?;
            let college = process::colleges(c, process).await?.into_iter().find(|college| college.kind == kind).map(|college| college.id);
            let member = process::NewMember {
                process,
                account,
                function: Function::Participant,
                college,
                organisation: "",
                title: "",
                joined_at: joined.then_some(1),
            };
            process::add_member(c, member).await?;
            Ok::<_, Error>(account)
        })
    })
    .await
    .unwrap()
}

/// An anonymous survey, announced with these dates or a draft.
pub async fn round(db: &Db, process: ProcessId, dates: Option<(i64, i64)>) -> RoundId {
    db.write(move |c| {
        Box::pin(async move {
            let (title, intro) = (LangText::of("fr", "Vos besoins"), LangText::of("fr", "Mots"));
            let id = round::create(c, process, RoundKind::Survey, Mode::Anonymous, &title, &intro, &serde_json::json!({})).await?;
            if let Some((opens_at, closes_at)) = dates {
                let calendar = Calendar { announced: true, opens_at: Some(opens_at), closes_at: Some(closes_at), ..Calendar::default() };
                round::set_calendar(c, id, calendar).await?;
            }
            Ok::<_, Error>(id)
        })
    })
    .await
    .unwrap()
}
