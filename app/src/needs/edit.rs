//! The facilitator's page of one need: its words, what it leads to, taking it back.

use domain::{
    Refusal,
    access::Act,
    id::NeedId,
    needs::{Target, Words},
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::{Conn, needs::Need};

use super::{
    board::{Board, actions},
    card,
};
use crate::{
    AppError,
    i18n::t,
    process::{
        edit::saved_notice,
        languages::{self, fields},
        round::path,
    },
    ui::{
        Form, crumbs, notice, page,
        page::{param, query},
        sign,
    },
    visit::Visit,
};

#[component]
pub fn NeedEditPage() -> impl IntoView {
    let id = param::<NeedId>("need");
    let saved = query("saved").is_some();
    let made = query("made").is_some();
    page(move |visit| async move {
        let id = id?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let need = store::needs::find(&mut c, id).await?.ok_or_else(Refusal::not_found)?;
        let (process, who) = visit.enter(&mut c, Act::NeedEditPage, need.process_id).await?;
        let board = Board::load(&visit, &mut c, process.id, &who).await?;
        let links = links(&visit, &mut c, &board, &need).await?;
        let mut way = path(&visit, &process, None);
        way.push((format!("/p/{}/needs", process.id), t!(lang, "needs")));
        let title = need.title.text(lang.tag()).to_owned();
        let withdrawn = need.withdrawn_reason.clone().map(|reason| notice("warning", t!(lang, "need-withdrawn", reason = reason)));
        let fresh = (made && visit.answered.is_none()).then(|| notice("success", t!(lang, "need-made-now")));
        Ok(view! {
            <Title text=title.clone()/>
            <div class="page">
                {crumbs(lang, way, title.clone())}
                <header class="title-block"><p class="eyebrow">{t!(lang, "need")}</p><h1>{title}</h1></header>
                {saved_notice(&visit, saved)}
                {fresh}
                {withdrawn}
                {card::counts(lang, &board.colleges(), &board.said(&need))}
                <p><a href=card::address(process.id, id)>{t!(lang, "need-as-read")}</a></p>
                {words(&visit, &need)}
                {links}
                {withdrawing(&visit, &need)}
            </div>
        })
    })
}

fn words(visit: &Visit, need: &Need) -> AnyView {
    let lang = visit.lang;
    let form = Form::keyed(visit, Act::EditNeed, "words");
    form.view(view! {
        {form.hidden("need", need.id)}
        {need_fields(visit, &form, &need.words())}
        {form.tick("recount", t!(lang, "need-recount"), false)}
        {form.submit(t!(lang, "save"))}
    })
}

/// The four texts of a need.
pub fn need_fields(visit: &Visit, form: &Form, words: &Words) -> AnyView {
    let lang = visit.lang;
    let area = |name, label, hint, value| languages::Words { name, label, hint: Some(hint), rows: 4, value };
    let texts = [
        languages::Words {
            name: "title",
            label: t!(lang, "need-title"),
            hint: Some(t!(lang, "need-title-hint")),
            rows: 1,
            value: &words.title,
        },
        area("summary", t!(lang, "need-summary"), t!(lang, "need-summary-hint"), &words.summary),
        area("existing", t!(lang, "need-existing"), t!(lang, "need-existing-hint"), &words.existing),
        area("missing", t!(lang, "need-missing"), t!(lang, "need-missing-hint"), &words.missing),
    ];
    fields(form, lang, &texts)
}

/// What it leads to, and a list to choose from.
async fn links(visit: &Visit, c: &mut Conn, board: &Board, need: &Need) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    let steps = board.steps(need.id);
    let items: Vec<_> = steps
        .iter()
        .map(|step| {
            let title = step.title.text(lang.tag()).to_owned();
            let form = Form::keyed(visit, Act::UnlinkNeed, step.target.to_string().replace('/', "-"));
            let label = t!(lang, "need-unlink", title = title.clone());
            let remove = form.view_with(
                "",
                view! {
                    {form.hidden("need", need.id)}{form.hidden("target", &step.target)}
                    <button class="icon-button is-danger" type="submit" aria-label=label>{sign("remove")}</button>
                },
            );
            view! {
                <li class="builder-row"><div class="builder-main"><p class="builder-kind">{lang.of("need-step", step.target.kind().as_str())}</p>
                    <p class="builder-label" dir="auto"><a href=step.target.path()>{title}</a></p></div><div class="builder-tools">{remove}</div></li>
            }
        })
        .collect();
    let taken: Vec<&Target> = steps.iter().map(|step| &step.target).collect();
    let options = candidates(visit, c, need).await?;
    let options: Vec<_> = options.into_iter().filter(|(target, _)| !taken.contains(&target)).collect();
    let adding = if options.is_empty() {
        view! { <p>{t!(lang, "need-nothing-to-link")}</p> }.into_any()
    } else {
        let mut choices = vec![(String::new(), t!(lang, "theme-choose"))];
        choices.extend(options.into_iter().map(|(target, words)| {
            let kind = lang.of("need-step", target.kind().as_str());
            (target.to_string(), format!("{kind} : {words}"))
        }));
        let form = Form::keyed(visit, Act::LinkNeed, "link");
        form.view(view! {
            {form.hidden("need", need.id)}
            {form.select("target", t!(lang, "need-link-to"), choices, "")}
            <p class="actions"><button class="button is-secondary" type="submit">{sign("add")}{t!(lang, "need-link")}</button></p>
        })
    };
    let list = if items.is_empty() {
        view! { <p>{t!(lang, "need-no-link")}</p> }.into_any()
    } else {
        view! { <ol class="builder-rows">{items}</ol> }.into_any()
    };
    Ok(view! {
        <section class="stack" aria-labelledby="links"><h2 id="links">{t!(lang, "need-links")}</h2>{list}{adding}</section>
    }
    .into_any())
}

async fn candidates(visit: &Visit, c: &mut Conn, need: &Need) -> Result<Vec<(Target, String)>, AppError> {
    let (proposals, articles) = store::needs::candidates(c, need.process_id).await?;
    let rounds = store::round::of_process(c, need.process_id).await?;
    let actions = actions(c, &rounds, |_| true).await?;
    let proposals = proposals.into_iter().map(|(id, title)| (Target::Proposal(id), title));
    let articles = articles.into_iter().map(|(id, title)| (Target::Article(id), title));
    let tag = visit.lang.tag();
    let actions = actions.into_iter().map(|((round, code), title)| (Target::Action(round, code), title.text(tag).to_owned()));
    Ok(proposals.chain(articles).chain(actions).collect())
}

fn withdrawing(visit: &Visit, need: &Need) -> Option<AnyView> {
    let lang = visit.lang;
    need.withdrawn_reason.is_none().then(|| {
        let form = Form::keyed(visit, Act::WithdrawNeed, "withdraw");
        let open = form.refused();
        let fields = view! {
            {form.hidden("need", need.id)}
            {form.area("reason", t!(lang, "need-withdraw-reason")).rows(3).view()}
            <p class="actions"><button class="button is-danger" type="submit">{t!(lang, "need-withdraw")}</button></p>
        };
        view! {
            <section class="stack" aria-labelledby="withdraw"><h2 id="withdraw">{t!(lang, "need-withdraw-title")}</h2>
                <details open=open><summary>{t!(lang, "need-withdraw-open")}</summary><p>{t!(lang, "need-withdraw-words")}</p>{form.view(fields)}</details></section>
        }
        .into_any()
    })
}
