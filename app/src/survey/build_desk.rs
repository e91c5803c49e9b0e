//! What stands beside the questions in the builder: an outline with links, a phone, and what one adds most often.

use domain::survey::Form as Questions;
use leptos::prelude::*;
use store::round::Round;

use super::save::part_id;
use crate::{
    i18n::{Lang, t},
    ui::{sign, translated_line},
};

/// Width and height of the phone, in CSS pixels.
const PHONE: (&str, &str) = ("375", "667");

pub fn side(lang: Lang, round: &Round, form: &Questions) -> Option<AnyView> {
    if form.sections.is_empty() {
        return None;
    }
    let mut number = 0;
    let sections = form
        .sections
        .iter()
        .map(|section| {
            let start = number + 1;
            number += section.questions.len();
            let questions = section
                .questions
                .iter()
                .map(|question| view! { <li><a href=format!("#{}", question.code)>{translated_line(lang, &question.label)}</a></li> })
                .collect_view();
            view! { <li><a href=format!("#{}", part_id(&section.code))>{translated_line(lang, &section.title)}</a><ol start=start.to_string()>{questions}</ol></li> }
        })
        .collect_view();
    let phone = form.questions().next().map(|_| {
        let title = t!(lang, "desk-phone");
        // Loaded when it is unfolded. The library knows no `loading` of a frame: it is written out.
        let (width, height) = PHONE;
        let frame = format!(
            r#"<iframe src="/r/{}/try?frame=1" title="{title}" width="{width}" height="{height}" loading="lazy"></iframe>"#,
            round.id
        );
        view! { <details class="desk-phone" data-keep="phone"><summary>{title}</summary><div inner_html=frame></div></details> }
    });
    Some(
        view! {
            <div class="desk-side">
                <nav aria-label=t!(lang, "desk-outline")><details data-keep="outline"><summary>{t!(lang, "desk-outline")}</summary><ol class="desk-outline">{sections}</ol></details></nav>
                {phone}
            </div>
        }
        .into_any(),
    )
}

/// What stays at hand while one scrolls.
pub fn bar(lang: Lang, round: &Round, form: &Questions) -> Option<AnyView> {
    let last = form.sections.last()?;
    let at = |rest: String| format!("/r/{}/{rest}", round.id);
    let link = |href: String, icon: &'static str, words: String| view! { <li><a href=href>{sign(icon)}<span>{words}</span></a></li> };
    Some(
        view! {
            <nav class="desk-bar" aria-label=t!(lang, "desk-add")><ul>
                {link(at(format!("edit?add={}#add-{}", last.code, last.code)), "add", t!(lang, "desk-question"))}
                {link(at("edit?add=section#add-section".to_owned()), "add", t!(lang, "desk-section"))}
                {link(at("ready".to_owned()), "copy", t!(lang, "desk-ready"))}
                {link(at("try".to_owned()), "open", t!(lang, "desk-try"))}
            </ul></nav>
        }
        .into_any(),
    )
}
