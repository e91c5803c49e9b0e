//! Reminds facilitators and signatories, by mail, that the day comes on which a charter is to be looked at again.

use domain::charter::adoption::reminded_until;
use store::Db;

use crate::{
    account::mail::{language, review},
    i18n::Lang,
    services::Services,
    ui::date::{civil, iso_day},
};

/// Queues the mails of all charters whose review date has come near, until `stopped` says so; how many there were. Several servers may:
/// each charter is told of once.
pub async fn remind(services: &Services, stopped: impl Fn() -> bool) -> Result<usize, store::Error> {
    let now = services.clock.now();
    let Some(until) = reminded_until(&iso_day(now, &services.site.zone)) else { return Ok(0) };
    let mut sent = 0;
    while !stopped() && store::charter::any_review(&mut services.db.read().await?, &until).await? {
        match write(&services.db, services.site.url.clone(), until.clone(), now).await? {
            Some(mails) => sent += mails,
            // Another server was faster.
            None => break,
        }
    }
    Ok(sent)
}

/// The mails of one charter, in one transaction with the note that they left.
async fn write(db: &Db, site: String, until: String, now: i64) -> Result<Option<usize>, store::Error> {
    db.write(move |c| {
        Box::pin(async move {
            let Some(due) = store::charter::take_review(c, &until, now).await? else { return Ok(None) };
            let mut mails = 0;
            for account in store::charter::concerned(c, &due).await? {
                let Some(person) = store::account::find(c, account).await? else { continue };
                let Some(email) = person.email.clone().filter(|_| person.verified_at.is_some()) else { continue };
                let lang = language(&person, Lang::parse(&due.language).unwrap_or(Lang::Fr));
                let page = format!("{site}/r/{}/signatures", due.round_id);
                review(lang, &site, due.title.text(lang.tag()), &civil(lang, &due.review_on), &page).queue(c, &email, now).await?;
                mails += 1;
            }
            Ok(Some(mails))
        })
    })
    .await
}
