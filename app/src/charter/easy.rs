//! The easy-to-read text of an article, and whether the article has moved on since somebody looked at it.

use domain::{
    access::Act,
    charter::article::{easy_is_behind, may_draft},
};
use leptos::prelude::*;
use store::{charter::Article, round::Entry};

use super::{loaded::Charter, prose};
use crate::{
    i18n::t,
    ui::{Form, sign},
    visit::Visit,
};

/// The easy-to-read text, that it may say less than the article by now, and to facilitators the button that says it is still right.
/// `name` makes the ids of its notes.
pub fn easy(visit: &Visit, charter: &Charter, article: &Article, entry: &Entry, name: &str) -> Option<AnyView> {
    let (lang, version) = (visit.lang, &article.version);
    let text = prose::easy(lang, name, &version.easy, &charter.glossary)?;
    let behind = easy_is_behind(&version.easy, version.number, version.easy_of).then(|| {
        let drafting =
            article.removed_at.is_none() && may_draft(entry.kind, &entry.calendar, charter.frozen().is_some(), visit.now).is_ok();
        let confirm = (drafting && entry.who.may(Act::ConfirmEasy)).then(|| {
            let form = Form::keyed(visit, Act::ConfirmEasy, format!("easy-{}", article.id));
            form.view(view! {
                {form.hidden("version", version.version_id)}
                <p class="actions"><button class="button is-secondary is-small" type="submit">{t!(lang, "easy-still-right")}</button></p>
            })
        });
        view! {
            <p class="easy-behind"><span class="badge">{sign("warning")}{t!(lang, "easy-behind")}</span>
                <span class="small">{t!(lang, "easy-behind-words", of = version.easy_of, now = version.number)}</span></p>
            {confirm}
        }
    });
    Some(view! { {text}{behind} }.into_any())
}
