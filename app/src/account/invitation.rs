//! The page behind an invitation.

use domain::{Refusal, access::Act, account::Purpose};
use leptos::prelude::*;

use super::page::{new_password, sheet};
use crate::{
    AppError,
    i18n::t,
    ui::{Form, page, page::param, translated},
};

#[component]
pub fn InvitationPage() -> impl IntoView {
    let token = param::<String>("token");
    page(move |visit| async move {
        visit.allow(Act::InvitationPage)?;
        let token = token?;
        let lang = visit.lang;
        let over = || AppError::from(Refusal::conflict("link-over"));
        let mut c = visit.read().await?;
        let link = store::link::peek(&mut c, &token, Purpose::Invitation, visit.now).await?.ok_or_else(over)?;
        let account = store::account::find(&mut c, link.account).await?.ok_or_else(over)?;
        let process = store::process::find(&mut c, link.process.ok_or_else(over)?).await?.ok_or_else(over)?;
        let form = Form::new(&visit, Act::AcceptInvitation);
        let password = account.needs_password().then(|| new_password(&form, "password", lang));
        let words = if password.is_some() { t!(lang, "invitation-password") } else { t!(lang, "invitation-known") };
        let fields = view! {
            {form.hidden("token", token)}
            <p>{words}</p>
            {password}
            {form.submit(t!(lang, "invitation-submit"))}
        };
        let title = t!(lang, "invitation-title", process = process.title.text(lang.tag()).to_owned());
        let lead = t!(lang, "invitation-lead", name = account.name, territory = process.territory);
        let content = view! { <div class="prose">{translated(lang, &process.summary)}</div> {form.view(fields)} };
        Ok(sheet(title, Some(lead), content))
    })
}
