//! Mails that tell of answers, merges and decided amendments: what they say, when they leave, and the page that switches them, and those of mentions, off
//! without signing in.

use domain::{Refusal, access::Act, comments::Subject, id::AccountId};
use leptos::prelude::*;
use store::{Db, news::Item};

use super::{
    mail::{Letter, answers, language},
    page::sheet,
};
use crate::{
    i18n::{Lang, t},
    services::Services,
    ui::{Form, notice, page, page::param},
    visit::Visit,
};

/// So many people are looked up at a time.
pub const AT_ONCE: i64 = 50;

/// Queues all mails that are due, one for each person, until `stopped` says so; how many there were. Whoever can't be written to waits for
/// the next look, and keeps nobody else waiting.
pub async fn send(services: &Services, stopped: impl Fn() -> bool) -> Result<usize, store::Error> {
    let now = services.clock.now();
    let (mut sent, mut after) = (0, AccountId(store::Uuid::nil()));
    loop {
        let due = store::news::due(&mut services.db.read().await?, now, after, AT_ONCE).await?;
        for account in due.iter().copied() {
            if stopped() {
                return Ok(sent);
            }
            match write(&services.db, services.site.url.clone(), account, now).await {
                Ok(written) => sent += usize::from(written),
                Err(error) => tracing::error!(%error, "one person's answers can't be told; trying again"),
            }
            after = account;
        }
        if (due.len() as i64) < AT_ONCE {
            return Ok(sent);
        }
    }
}

/// One person's mail, in one transaction with the note that it left.
async fn write(db: &Db, site: String, account: AccountId, now: i64) -> Result<bool, store::Error> {
    db.write(move |c| {
        Box::pin(async move {
            let Some((token, items)) = store::news::take(c, account, now).await? else { return Ok(false) };
            let Some(person) = store::account::find(c, account).await? else { return Ok(false) };
            let Some(email) = person.email.clone().filter(|_| person.verified_at.is_some()) else { return Ok(false) };
            // Where they have chosen none, that of the process of the first answer.
            let of_process = items.first().and_then(|item| Lang::parse(&item.language)).unwrap_or(Lang::Fr);
            letter(language(&person, of_process), &site, &token, &items).queue(c, &email, now).await?;
            Ok(true)
        })
    })
    .await
}

/// Says what was answered, merged or decided. Not why this person is told, and nothing of what they voted: others may read over their shoulder.
fn letter(lang: Lang, site: &str, token: &str, items: &[Item]) -> Letter {
    let line = |item: &Item| {
        let (news, page) = match (item.outcome, item.kept_id.zip(item.kept.as_ref())) {
            (None, Some((id, title))) => (t!(lang, "mail-merged", kept = title.clone()), Some(Subject::Proposal(id))),
            (outcome, _) => {
                let outcome = outcome.map(|outcome| lang.of("outcome", outcome.as_str())).unwrap_or_default();
                (outcome, Subject::of(item.proposal_id, None, item.amendment_id))
            }
        };
        let title = match item.amendment_id {
            Some(_) => t!(lang, "amendment-named", title = item.title.clone()),
            None => item.title.clone(),
        };
        let reason = item.reason.lines().map(|line| format!("  {line}\n")).collect::<String>();
        format!("- {title}\n  {news}\n{reason}  {site}{}", page.map(Subject::path).unwrap_or_default())
    };
    let list = items.iter().map(line).collect::<Vec<_>>().join("\n\n");
    answers(lang, site, items.len(), &list, token)
}

/// `/mails/:token`, as mails link to it.
#[component]
pub fn MailsPage() -> impl IntoView {
    let token = param::<String>("token");
    page(move |visit| async move {
        let token = token?;
        visit.allow(Act::MailsPage)?;
        let lang = visit.lang;
        let (_, off) = store::news::of_token(&mut visit.read().await?, &token).await?.ok_or_else(Refusal::not_found)?;
        let content = if off {
            notice("success", t!(lang, "mails-are-off"))
        } else {
            let form = Form::new(&visit, Act::MailsOff);
            // A button: what looks into mails and follows their links switches nothing off.
            form.view(view! { <p>{t!(lang, "mails-off-words")}</p>{form.hidden("token", token)}{form.submit(t!(lang, "mails-off-send"))} })
        };
        Ok(sheet(t!(lang, "mails-title"), None, content))
    })
}

/// On one's own page: whether these mails come.
pub fn choice(visit: &Visit, off: bool) -> AnyView {
    let lang = visit.lang;
    let form = Form::new(visit, Act::ChooseMails);
    form.view(view! {
        {form.tick("wanted", t!(lang, "mails-wanted"), !off)}
        <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "account-save")}</button></p>
    })
}
