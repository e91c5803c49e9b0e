//! The fields of a section and of a question, in the languages of the screens and in easy-to-read French.

use domain::{
    lang::LangText,
    survey::{Kind, KindName, Question, Required, Section, Step, Words},
};
use leptos::prelude::*;
use store::round::Round;

use super::{
    build_logic::{rule, show},
    save::part_id,
};
use crate::{
    i18n::{Lang, t},
    ui::Form,
};

/// One text of a form: its name, the key of its label, what it holds now, whether it has several lines.
pub struct TextField {
    pub name: &'static str,
    pub label: &'static str,
    pub words: Words,
    pub lines: u32,
    pub optional: bool,
}

/// The texts in French, then folded away the easy-to-read version and English.
pub fn texts(lang: Lang, form: &Form, fields: &[TextField]) -> AnyView {
    let french = fields.iter().map(|field| input(lang, form, field, "fr", "fr", &field.words.fr)).collect_view();
    let other = |part: &'static str, tag: &'static str, title: String, of: fn(&Words) -> &str| {
        let filled = fields.iter().any(|field| !of(&field.words).is_empty());
        let inputs = fields.iter().map(|field| input(lang, form, field, part, tag, of(&field.words))).collect_view();
        view! { <details open=filled || form.refused()><summary>{title}</summary><div class="stack">{inputs}</div></details> }
    };
    view! {
        {french}
        {other("easy", "fr", t!(lang, "build-in-easy"), |words| &words.easy)}
        {other("en", "en", t!(lang, "build-in-english"), |words| &words.en)}
    }
    .into_any()
}

pub(super) fn input(lang: Lang, form: &Form, field: &TextField, part: &str, tag: &'static str, held: &str) -> AnyView {
    let name = format!("typed[{}][{part}]", field.name);
    let label = lang.text(field.label);
    let label = match part {
        "easy" => t!(lang, "build-label-easy", label = label),
        "en" => t!(lang, "build-label-english", label = label),
        _ => label,
    };
    let mut input = if field.lines > 1 { form.area(&name, label).rows(field.lines) } else { form.text(&name, label) };
    input = input.default(held).in_language(tag);
    if field.optional || part != "fr" {
        input = input.optional();
    }
    let hint = match field.name {
        "options" => "build-options-hint",
        "items" => "build-items-hint",
        "names" => "build-names-hint",
        "label" if field.label == "build-label" => "build-label-hint",
        _ => "",
    };
    if part == "fr" && !hint.is_empty() {
        input = input.hint(lang.text(hint));
    }
    input.view()
}

fn buttons(lang: Lang, round: &Round, code: &str) -> AnyView {
    let back = format!("/r/{}/edit#{}", round.id, if code.is_empty() { "form" } else { code });
    view! {
        <p class="actions"><button class="button is-primary" type="submit">{t!(lang, "build-save")}</button>
            <a class="button is-quiet" href=back>{t!(lang, "build-cancel")}</a></p>
    }
    .into_any()
}

pub fn section_form(lang: Lang, form: &Form, round: &Round, section: Option<&Section>, earlier: &[(usize, &Question)]) -> AnyView {
    let (step, code) = section.map_or((Step::AddSection, ""), |section| (Step::EditSection, section.code.as_str()));
    let held = |text: Option<&LangText>| text.map(Words::of).unwrap_or_default();
    let fields = [
        TextField { name: "title", label: "build-section-title", words: held(section.map(|s| &s.title)), lines: 1, optional: false },
        TextField { name: "intro", label: "build-section-intro", words: held(section.map(|s| &s.intro)), lines: 3, optional: true },
    ];
    let inside = view! {
        {form.hidden("round", round.id)}{form.hidden("step", step)}{form.hidden("code", code)}
        {texts(lang, form, &fields)}
        {form.tick("typed[shuffled]", t!(lang, "build-shuffled-questions"), section.is_some_and(|section| section.shuffled))}
        {show(lang, form, earlier, section.and_then(|section| section.show.as_ref()))}
        {buttons(lang, round, &if code.is_empty() { String::new() } else { part_id(code) })}
    };
    form.view(inside)
}

/// A question to be made or corrected.
pub struct Editing<'a> {
    pub step: Step,
    /// Its own code, or for a new one the section's.
    pub code: &'a str,
    pub kind: KindName,
    pub held: Option<&'a Question>,
    /// What stands before it, with its number: conditions may speak of it.
    pub earlier: Vec<(usize, &'a Question)>,
    /// Where municipalities may come from.
    pub territories: &'a [(String, String)],
}

pub fn question_form(lang: Lang, form: &Form, round: &Round, editing: &Editing<'_>) -> AnyView {
    let Editing { step, code, kind, held, ref earlier, territories } = *editing;
    let anchor = if step == Step::AddQuestion { "" } else { code };
    let answered = kind != KindName::Note;
    let required = held.map_or(Required::No, |question| question.required);
    let wanted = answered.then(|| {
        let options = Required::ALL.iter().map(|required| (required.to_string(), lang.of("build-required", required.as_str()))).collect();
        view! {
            {form.select("typed[required]", t!(lang, "build-required"), options, required.as_str())}
            {form.tick("typed[declinable]", t!(lang, "build-declinable"), held.is_some_and(|question| question.declinable))}
            {matches!(kind, KindName::Single | KindName::YesNo | KindName::Municipality)
                .then(|| form.tick("typed[filter]", t!(lang, "build-filter"), held.is_some_and(|question| question.filter)))}
        }
    });
    let rule = answered.then(|| rule(lang, form, earlier, held));
    let inside = view! {
        {form.hidden("round", round.id)}{form.hidden("step", step)}{form.hidden("code", code)}{form.hidden("kind", kind)}
        {texts(lang, form, &kind_texts(kind, held))}
        {kind_fields(lang, form, kind, held.map(|question| &question.kind))}
        {municipalities(lang, form, kind, held.map(|question| &question.kind), territories)}
        {wanted}
        {show(lang, form, earlier, held.and_then(|question| question.show.as_ref()))}
        {rule}
        {buttons(lang, round, anchor)}
    };
    form.view(inside)
}

/// The texts that a kind of question has.
fn kind_texts(kind: KindName, held: Option<&Question>) -> Vec<TextField> {
    let words = |text: Option<&LangText>| text.map(Words::of).unwrap_or_default();
    let held_kind = held.map(|question| &question.kind);
    let label = if kind == KindName::Note { "build-note" } else { "build-label" };
    let mut fields = vec![
        TextField { name: "label", label, words: words(held.map(|q| &q.label)), lines: 2, optional: false },
        TextField { name: "help", label: "build-help", words: words(held.map(|q| &q.help)), lines: 2, optional: true },
    ];
    if matches!(kind, KindName::Matrix | KindName::Points | KindName::Texts) {
        let words = Words::of_choices(held_kind.map_or(&[][..], Kind::items));
        fields.push(TextField { name: "items", label: "build-items", words, lines: 5, optional: false });
    }
    if matches!(kind, KindName::Single | KindName::Multiple | KindName::Ranking | KindName::Matrix) {
        let words = Words::of_choices(held_kind.map_or(&[][..], Kind::options));
        fields.push(TextField { name: "options", label: "build-options", words, lines: 8, optional: false });
    }
    match (kind, held_kind) {
        (KindName::Scale, Some(Kind::Scale { low, high, names, .. })) => {
            scale_texts(&mut fields, Words::of(low), Words::of(high), Words::of_names(names))
        }
        (KindName::Scale, _) => scale_texts(&mut fields, Words::default(), Words::default(), Words::default()),
        (KindName::Number, held) => {
            let unit = if let Some(Kind::Number { unit, .. }) = held { Some(unit) } else { None };
            fields.push(TextField { name: "unit", label: "build-unit", words: words(unit), lines: 1, optional: true });
        }
        _ => {}
    }
    fields
}

fn scale_texts(fields: &mut Vec<TextField>, low: Words, high: Words, names: Words) {
    fields.push(TextField { name: "low", label: "build-low", words: low, lines: 1, optional: true });
    fields.push(TextField { name: "high", label: "build-high", words: high, lines: 1, optional: true });
    fields.push(TextField { name: "names", label: "build-names", words: names, lines: 5, optional: true });
}

/// Where municipalities come from, which they are now, and a box for taking them over anew.
fn municipalities(lang: Lang, form: &Form, kind: KindName, held: Option<&Kind>, territories: &[(String, String)]) -> Option<AnyView> {
    if kind != KindName::Municipality {
        return None;
    }
    let (places, chosen) =
        if let Some(Kind::Municipality { options, territory }) = held { (options.as_slice(), *territory) } else { (&[][..], None) };
    let mut from = vec![(String::new(), t!(lang, "build-places-own"))];
    from.extend(territories.iter().cloned());
    let chosen = chosen.map(|id| id.to_string()).unwrap_or_default();
    // A list that came with a file stays, whatever its territory is called here.
    if from.iter().all(|(id, _)| *id != chosen) {
        from.push((chosen.clone(), t!(lang, "build-places-file")));
    }
    let now = (!places.is_empty()).then(|| {
        let names = places.iter().map(|place| place.label.text(lang.tag())).collect::<Vec<_>>().join(", ");
        view! {
            <details><summary>{t!(lang, "build-places-now", n = places.len())}</summary><p class="small">{names}</p></details>
            <p class="small">{t!(lang, "build-places-stay")}</p>
            {form.tick("typed[refresh]", t!(lang, "build-places-refresh"), false)}
        }
    });
    Some(view! { {form.select("typed[territory]", t!(lang, "build-places-from"), from, &chosen)}{now} }.into_any())
}

/// What else a kind of question needs: numbers and boxes.
fn kind_fields(lang: Lang, form: &Form, kind: KindName, held: Option<&Kind>) -> AnyView {
    let number = |name: &str, label: String, value: String| {
        form.text(&format!("typed[{name}]"), label).inputmode("numeric").class("is-short").default(value).view()
    };
    let count = |n: usize| if n == 0 { String::new() } else { n.to_string() };
    let tick = |name: &str, label: String, held: bool| form.tick(&format!("typed[{name}]"), label, held);
    let other = |held: bool| tick("other", t!(lang, "build-other"), held);
    let shuffled = |held: bool| tick("shuffled", t!(lang, "build-shuffled"), held);
    match (kind, held) {
        (KindName::Single, held) => {
            let (has_other, menu, drawn) = if let Some(Kind::Single { other, menu, shuffled, .. }) = held {
                (*other, *menu, *shuffled)
            } else {
                (false, false, false)
            };
            view! { {other(has_other)}{tick("menu", t!(lang, "build-menu"), menu)}{shuffled(drawn)} }.into_any()
        }
        (KindName::Multiple, held) => {
            let (has_other, drawn, least, most) = if let Some(Kind::Multiple { other, shuffled, least, most, .. }) = held {
                (*other, *shuffled, *least, *most)
            } else {
                (false, false, 0, 0)
            };
            let (least, most) =
                (number("least", t!(lang, "build-least"), count(least)), number("most", t!(lang, "build-most"), count(most)));
            view! { {other(has_other)}{shuffled(drawn)}<div class="fields">{least}{most}</div> }.into_any()
        }
        (KindName::YesNo, held) => {
            tick("unsure", t!(lang, "build-unsure"), held.is_none_or(|kind| matches!(kind, Kind::YesNo { unsure: true })))
        }
        (KindName::Scale, held) => {
            let steps = if let Some(Kind::Scale { steps, .. }) = held { *steps } else { 5 };
            number("steps", t!(lang, "build-steps"), steps.to_string())
        }
        (KindName::Ranking, held) => {
            let (drawn, most) = if let Some(Kind::Ranking { shuffled, most, .. }) = held { (*shuffled, *most) } else { (false, 0) };
            view! { {shuffled(drawn)}{number("most", t!(lang, "build-ranks"), count(most))} }.into_any()
        }
        (KindName::Matrix, held) => shuffled(matches!(held, Some(Kind::Matrix { shuffled: true, .. }))),
        (KindName::Number, held) => {
            let (min, max) = if let Some(Kind::Number { min, max, .. }) = held { (*min, *max) } else { (0, 100) };
            let (min, max) = (number("min", t!(lang, "build-min"), min.to_string()), number("max", t!(lang, "build-max"), max.to_string()));
            view! { <div class="fields">{min}{max}</div> }.into_any()
        }
        (KindName::Points, held) => {
            let total = if let Some(Kind::Points { total, .. }) = held { *total } else { 10 };
            number("total", t!(lang, "build-total"), total.to_string())
        }
        (KindName::ShortText | KindName::LongText | KindName::Texts, held) => {
            let length = match held {
                Some(Kind::ShortText { max } | Kind::LongText { max } | Kind::Texts { max, .. }) => *max,
                _ if kind == KindName::LongText => 2000,
                _ => 120,
            };
            number("length", t!(lang, "build-length"), length.to_string())
        }
        (KindName::Note, held) => {
            let link = if let Some(Kind::Note { link, .. }) = held { link.clone() } else { String::new() };
            form.text("typed[link]", t!(lang, "build-link")).kind("url").default(link).optional().hint(t!(lang, "build-link-hint")).view()
        }
        _ => ().into_any(),
    }
}
