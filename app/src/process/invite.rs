//! Inviting a person by e-mail: the account, the place in the process, the mail, in one transaction.

use domain::{
    account::Purpose,
    college::College,
    id::{AccountId, ProcessId},
    members::Guest,
};
use store::{
    Conn, Error,
    process::{NewMember, Process},
};

use crate::{account::mail, i18n::Lang};

/// Who invites whom to what.
pub struct Host<'a> {
    pub process: &'a Process,
    pub site: &'a str,
    pub now: i64,
}

impl Host<'_> {
    /// Makes the guest a member who has not come yet and queues the mail; `None` for one who takes part already. Who was invited
    /// before and has not come gets the new place and another mail.
    pub async fn invite(&self, c: &mut Conn, guest: &Guest) -> Result<Option<AccountId>, Error> {
        let (id, now) = (self.process.id, self.now);
        store::account::lock(c, &guest.email).await?;
        let known = store::account::by_email(c, &guest.email).await?;
        let account = match &known {
            Some(account) => account.id,
            None => store::account::create(c, &guest.name, Some(&guest.email), None, now).await?,
        };
        let member = NewMember {
            process: id,
            account,
            function: guest.place.function(),
            college: guest.place.college(),
            organisation: &guest.organisation,
            title: &guest.title,
            joined_at: None,
        };
        match store::members::joined(c, id, account).await? {
            Some(true) => return Ok(None),
            Some(false) => store::members::move_invited(c, member).await?,
            None => {
                store::process::add_member(c, member).await?;
            }
        }
        if let Some(token) = store::link::issue(c, account, Purpose::Invitation, Some(id), now).await? {
            let otherwise = Lang::parse(&self.process.language).unwrap_or(Lang::Fr);
            let lang = known.as_ref().map_or(otherwise, |account| mail::language(account, otherwise));
            let title = self.process.title.text(lang.tag());
            let letter = mail::invitation(lang, self.site, &guest.name, title, &self.process.territory, &token);
            letter.queue(c, &guest.email, now).await?;
        }
        Ok(Some(account))
    }
}

/// The colleges of a process as the rules know them.
pub async fn colleges(c: &mut Conn, process: ProcessId) -> Result<Vec<College>, Error> {
    let colleges = store::process::colleges(c, process).await?;
    Ok(colleges
        .into_iter()
        .map(|college| College {
            id: college.id,
            kind: college.kind,
            name: college.name,
            members: college.members,
            expected: college.expected,
        })
        .collect())
}
