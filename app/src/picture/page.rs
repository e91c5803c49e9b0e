//! The pictures of a process: where each one shows, and a way to delete those that show nowhere. A face on a photo is personal data:
//! what nobody sees any more must not stay.

use domain::{
    Refusal,
    access::Act,
    id::{PictureId, ProcessId},
    lang::LangText,
    survey::Picture,
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::pictures::Kept;

use super::tile;
use crate::{
    AppError,
    i18n::t,
    process::members::way,
    ui::{
        Form, empty, notice, page,
        page::{param, query},
        translated_line,
    },
    visit::Visit,
};

/// Deletes a picture that shows nowhere.
pub async fn delete(id: PictureId) -> Result<(), AppError> {
    let visit = Visit::current()?;
    let process = visit
        .write(move |visit, c| {
            Box::pin(async move {
                let process = store::pictures::process(c, id).await?.ok_or_else(Refusal::not_found)?;
                visit.allow_in(c, Act::DeletePicture, process).await?;
                // Nobody brings it into a form meanwhile.
                c.lock(process.0).await?;
                let kept =
                    store::pictures::kept(c, process).await?.into_iter().find(|kept| kept.id == id).ok_or_else(Refusal::not_found)?;
                if !kept.rounds.is_empty() {
                    return Err(Refusal::conflict("picture-in-use").into());
                }
                store::pictures::delete(c, id).await?;
                visit.journal(c, Some(process), "picture.delete", id, serde_json::json!({})).await?;
                Ok(process)
            })
        })
        .await?;
    leptos_axum::redirect(&format!("/p/{process}/pictures?done=deleted"));
    Ok(())
}

#[component]
pub fn PicturesPage() -> impl IntoView {
    let id = param::<ProcessId>("process");
    let deleted = query("done").is_some();
    page(move |visit| async move {
        let id = id?;
        let mut c = visit.read().await?;
        let (process, _) = visit.enter(&mut c, Act::PicturesPage, id).await?;
        let lang = visit.lang;
        let (used, unused): (Vec<Kept>, Vec<Kept>) =
            store::pictures::kept(&mut c, id).await?.into_iter().partition(|kept| !kept.rounds.is_empty());
        let title = t!(lang, "pictures-title");
        let content = if used.is_empty() && unused.is_empty() {
            empty(t!(lang, "pictures-none"), t!(lang, "pictures-none-words"))
        } else {
            view! {
                <section class="stack"><h2>{t!(lang, "pictures-unused", n = unused.len())}</h2>
                    <p>{t!(lang, "pictures-unused-words")}</p>{rows(&visit, &unused)}</section>
                <section class="stack"><h2>{t!(lang, "pictures-used", n = used.len())}</h2>{rows(&visit, &used)}</section>
            }
            .into_any()
        };
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page">
                {way(lang, &process, title.clone())}
                <header class="title-block"><h1>{title}</h1><p class="lead">{t!(lang, "pictures-lead")}</p></header>
                {(deleted && visit.answered.is_none()).then(|| notice("success", t!(lang, "pictures-deleted")))}
                {content}
            </div>
        })
    })
}

fn rows(visit: &Visit, pictures: &[Kept]) -> Option<AnyView> {
    let lang = visit.lang;
    let row = |kept: &Kept| {
        let shown = tile(lang, &Picture { id: kept.id, width: kept.width, height: kept.height, alt: kept.alt.clone().unwrap_or_default() });
        let said = kept.alt.as_ref().filter(|alt| !alt.is_empty()).map(|alt| view! { <p>{translated_line(lang, alt)}</p> });
        let places = kept
            .rounds
            .iter()
            .map(|(round, title): &(_, LangText)| view! { <li><a href=format!("/r/{round}")>{translated_line(lang, title)}</a></li> })
            .collect_view();
        let places = (!kept.rounds.is_empty()).then(|| view! { <p class="small">{t!(lang, "pictures-in")}</p><ul>{places}</ul> });
        let delete = kept.rounds.is_empty().then(|| {
            let form = Form::keyed(visit, Act::DeletePicture, format!("delete-{}", kept.id));
            let inside = view! {
                {form.hidden("picture", kept.id)}
                <p class="actions"><button class="button is-danger is-small" type="submit">{t!(lang, "pictures-delete")}</button></p>
            };
            form.view(inside)
        });
        view! { <li class="picture-row">{shown}<div class="stack">{said}{places}{delete}</div></li> }
    };
    (!pictures.is_empty()).then(|| view! { <ul class="items">{pictures.iter().map(row).collect_view()}</ul> }.into_any())
}
