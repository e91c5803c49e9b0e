//! Who holds the pen, on the facilitator's page.

use domain::{access::Act, charter::pen::Pen, id::RoundId};
use leptos::prelude::*;
use store::Conn;

use crate::{
    AppError,
    i18n::{Lang, t},
    ui::Form,
    visit::Visit,
};

pub async fn form(visit: &Visit, c: &mut Conn, round: RoundId) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    let pen = store::charter::pen(c, round).await?;
    let form = Form::new(visit, Act::HandPen);
    let options = Pen::ALL.iter().map(|pen| (pen.to_string(), name(lang, *pen))).collect();
    let fields = view! {
        {form.hidden("round", round)}
        {form.choices("pen", t!(lang, "pen-legend"), options, &[pen.as_str()], false)}
        <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "pen-save")}</button></p>
    };
    Ok(view! {
        <section class="stack" aria-labelledby="pen"><h3 id="pen">{t!(lang, "pen-title")}</h3><p>{t!(lang, "pen-lead")}</p>{form.view(fields)}</section>
    }
    .into_any())
}

fn name(lang: Lang, pen: Pen) -> String {
    match pen {
        Pen::Facilitators => t!(lang, "pen-facilitators"),
        Pen::Everyone => t!(lang, "pen-everyone"),
        Pen::Steering => t!(lang, "pen-steering"),
        Pen::Technical => t!(lang, "pen-technical"),
        Pen::Ethics => t!(lang, "pen-ethics"),
        Pen::Citizens => t!(lang, "pen-citizens"),
    }
}
