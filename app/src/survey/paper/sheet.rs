//! A form as the template `form.typ` prints it.

use domain::{
    id::RoundId,
    lang::LangText,
    survey::{
        Choice, Form, Kind, Question,
        kind::{OTHER, YES},
        paper::{PageCode, round_mark, version},
        pipe,
    },
};
use fast_qr::QRBuilder;
use serde_json::{Value, json};

use super::when::Speaking;
use crate::{
    AppError,
    error::fault,
    i18n::{Lang, t},
    survey::{
        ask::hint,
        words::{answer_words, step_end},
    },
    ui::{direction, no_break, sign::face_drawing},
};

/// A menu of more options than this is a line to write on.
const MENU: usize = 40;
/// A matrix of more columns does not fit: it becomes one question for each row.
const COLUMNS: usize = 6;

/// What is printed.
pub struct Sheets<'a> {
    pub round: RoundId,
    pub form: &'a Form,
    pub title: &'a LangText,
    pub process: &'a LangText,
    pub intro: &'a LangText,
    /// As people of the process call them.
    pub colleges: Vec<String>,
    /// The language of the questions.
    pub tag: &'a str,
    /// That of the instructions.
    pub lang: Lang,
}

impl Sheets<'_> {
    /// The data of these sheets: `numbers` of 0 are to be written by hand. `pages` of each, 0 when it is not known yet.
    pub fn data(&self, numbers: &[u32], pages: usize, codes: u32) -> Result<Value, AppError> {
        let lang = self.lang;
        let speaking = Speaking { lang, tag: self.tag, form: self.form };
        let mut number = 0;
        let sections: Vec<Value> = (self.form.sections.iter().enumerate())
            .map(|(at, section)| {
                let questions: Vec<Value> = (section.questions.iter())
                    .map(|question| {
                        number += 1;
                        self.question(number, question, speaking.question(number, question))
                    })
                    .collect();
                let intro = blocks(&self.words(&section.intro));
                json!({ "title": self.words(&section.title), "intro": intro, "when": speaking.section(at).unwrap_or_default(), "questions": questions })
            })
            .collect();
        let sheets = numbers.iter().map(|sheet| self.sheet(*sheet, codes)).collect::<Result<Vec<_>, _>>()?;
        let main = self.tag.split('-').next().filter(|main| (2..=3).contains(&main.len())).unwrap_or("fr");
        Ok(json!({
            "lang": main,
            "words_lang": lang.tag(),
            "rtl": direction(self.tag) == "rtl",
            "title": self.words(self.title),
            "process": self.words(self.process),
            "intro": blocks(&self.words(self.intro)),
            "colleges": self.colleges,
            "sections": sections,
            "sheets": sheets,
            "pages": pages,
            "words": {
                "sheet": t!(lang, "paper-sheet-number"), "page": t!(lang, "paper-page", n = "{n}", total = "{total}"),
                "how": t!(lang, "paper-how"), "rules": [t!(lang, "paper-how-pen"), t!(lang, "paper-how-skip"), t!(lang, "paper-how-name")],
                "right": t!(lang, "paper-how-right"), "wrong": t!(lang, "paper-how-wrong"),
                "college": t!(lang, "paper-you-are"), "which": t!(lang, "paper-other-line"), "decline": t!(lang, "ask-decline"),
                "thanks": t!(lang, "paper-thanks"), "back": t!(lang, "paper-give-back"),
            },
        }))
    }

    fn sheet(&self, sheet: u32, pages: u32) -> Result<Value, AppError> {
        let pages = (1..=pages).map(|page| {
            let code = PageCode { round: round_mark(self.round), version: version(self.form, self.tag), sheet, page }.to_string();
            let qr = QRBuilder::new(code.replace(' ', "")).build().map_err(|error| fault(&error))?;
            // A margin of two modules of white around it; the page is white anyway.
            let side = qr.size + 4;
            let dark = |x: usize, y: usize| (2..side - 2).contains(&x) && (2..side - 2).contains(&y) && qr[y - 2][x - 2].value();
            let pixels: Vec<u8> =
                (0..side).flat_map(|y| (0..side).map(move |x| (x, y))).map(|(x, y)| if dark(x, y) { 0 } else { 255 }).collect();
            Ok(json!({ "code": code, "side": side, "qr": pixels }))
        });
        Ok(json!({ "number": sheet, "pages": pages.collect::<Result<Vec<_>, AppError>>()? }))
    }

    fn words(&self, text: &LangText) -> String {
        let (words, tag) = text.best(self.tag, "fr");
        let words = pipe::fill(words, |key| {
            let at = self.form.questions().position(|question| question.owns(key)).unwrap_or_default();
            t!(self.lang, "paper-piped", n = at + 1)
        });
        let words = if tag.starts_with("fr") { no_break(&words) } else { words };
        // Where a translation is missing, its full stop shall not wander to the other side.
        if direction(tag) == direction(self.tag) || words.is_empty() { words } else { format!("\u{2068}{words}\u{2069}") }
    }

    fn labels(&self, choices: &[Choice]) -> Vec<String> {
        choices.iter().map(|choice| self.words(&choice.label)).collect()
    }

    fn question(&self, number: usize, question: &Question, when: Option<String>) -> Value {
        let lang = self.lang;
        let hint = match &question.kind {
            Kind::Ranking { options, most, .. } => t!(lang, "paper-rank", n = if *most == 0 { options.len() } else { *most }),
            Kind::Single { menu: true, options, .. } | Kind::Municipality { options, .. } if options.len() > MENU => t!(lang, "paper-menu"),
            Kind::Single { .. } | Kind::Municipality { .. } | Kind::Scale { .. } | Kind::Faces | Kind::Stars | Kind::YesNo { .. } => {
                t!(lang, "paper-one")
            }
            Kind::Matrix { .. } => t!(lang, "paper-one-by-row"),
            Kind::ShortText { .. } | Kind::LongText { .. } | Kind::Texts { .. } => String::new(),
            kind => hint(lang, kind, question.help.is_empty()).unwrap_or_default(),
        };
        let mut data = json!({
            "number": number, "label": self.words(&question.label), "help": self.words(&question.help), "hint": hint,
            "when": when.unwrap_or_default(), "decline": question.declinable, "whole": rows(question) < 15,
        });
        let shape = self.shape(question);
        if let (Value::Object(data), Value::Object(shape)) = (&mut data, shape) {
            data.extend(shape);
        }
        data
    }

    /// What is to be ticked or written.
    fn shape(&self, question: &Question) -> Value {
        let lang = self.lang;
        let kind = &question.kind;
        match kind {
            Kind::Note { link, picture } => {
                let link = if link.is_empty() { String::new() } else { format!("\n\n{link}") };
                // What a photo shows stands in its place: it would drink too much ink.
                let shows = picture.as_ref().map(|picture| self.words(&picture.alt)).filter(|alt| !alt.is_empty());
                let shows = shows.map(|alt| format!("\n\n[{alt}]")).unwrap_or_default();
                json!({ "shape": "note", "label": self.words(&question.label) + &shows + &link })
            }
            Kind::Single { options, menu: true, .. } | Kind::Municipality { options, .. } if options.len() > MENU => {
                json!({ "shape": "line", "lines": 1 })
            }
            Kind::Single { options, .. } | Kind::Multiple { options, .. } | Kind::Municipality { options, .. } => {
                let mut options = self.labels(options);
                let short = options.iter().all(|words| words.chars().count() <= 24);
                options.extend(kind.has_other().then(|| answer_words(lang, question, OTHER)));
                json!({ "shape": "choices", "across": if short && options.len() > 5 { 2 } else { 1 }, "options": options, "other": kind.has_other() })
            }
            Kind::YesNo { .. } => {
                let options: Vec<String> = kind.codes().iter().map(|code| answer_words(lang, question, code)).collect();
                json!({ "shape": "choices", "across": options.len(), "options": options, "other": false })
            }
            Kind::Consent => {
                json!({ "shape": "choices", "across": 1, "options": [t!(lang, "ask-consent")], "other": false })
            }
            Kind::Scale { .. } | Kind::Faces | Kind::Stars | Kind::Nps => self.scale(question),
            Kind::Matrix { items, options, .. } if options.len() <= COLUMNS => {
                json!({ "shape": "matrix", "columns": self.labels(options), "rows": self.labels(items) })
            }
            Kind::Matrix { items, options, .. } => {
                let legend = options.iter().enumerate().map(|(at, option)| format!("{} = {}", at + 1, self.words(&option.label)));
                let help = t!(lang, "paper-write-number", options = legend.collect::<Vec<_>>().join(" · "));
                json!({ "shape": "amounts", "digits": digits(options.len()), "rows": self.labels(items), "hint": help })
            }
            Kind::Ranking { options, .. } => {
                json!({ "shape": "ranks", "digits": digits(options.len()), "rows": self.labels(options) })
            }
            Kind::Points { items, total } => {
                json!({ "shape": "amounts", "digits": total.to_string().len(), "rows": self.labels(items) })
            }
            Kind::Number { min, max, unit } => {
                let n = min.to_string().len().max(max.to_string().len());
                json!({ "shape": "cells", "groups": [{ "n": n, "words": "" }], "unit": self.words(unit) })
            }
            Kind::Date => {
                let group = |n: usize, words: String| json!({ "n": n, "words": words });
                let groups = [group(2, t!(lang, "paper-day")), group(2, t!(lang, "paper-month")), group(4, t!(lang, "paper-year"))];
                json!({ "shape": "cells", "groups": groups, "unit": "" })
            }
            Kind::Time => {
                let groups = [json!({ "n": 2, "words": t!(lang, "paper-hour") }), json!({ "n": 2, "words": t!(lang, "paper-minute") })];
                json!({ "shape": "cells", "groups": groups, "unit": "" })
            }
            Kind::ShortText { max } => json!({ "shape": "line", "lines": max.div_ceil(70).clamp(1, 3) }),
            Kind::LongText { max } => json!({ "shape": "line", "lines": max.div_ceil(120).clamp(4, 10) }),
            Kind::Texts { items, .. } => json!({ "shape": "texts", "rows": self.labels(items) }),
            Kind::Email => json!({ "shape": "line", "lines": 1 }),
        }
    }

    fn scale(&self, question: &Question) -> Value {
        let (lang, kind) = (self.lang, &question.kind);
        let steps = kind.steps();
        let named = match kind {
            Kind::Scale { names, .. } => !names.is_empty(),
            Kind::Faces => true,
            _ => false,
        };
        let words = |step: &str| match kind {
            Kind::Faces => lang.of("face", step),
            // The facilitator's words, in the language of the questions.
            Kind::Scale { names, low, high, steps } => {
                let at: usize = step.parse().unwrap_or_default();
                let end = if at == 1 { Some(low) } else { (at == usize::from(*steps)).then_some(high) };
                names.get(at.wrapping_sub(1)).or(end).map(|text| self.words(text)).unwrap_or_default()
            }
            _ => step_end(lang, kind, step).unwrap_or_default(),
        };
        let drawn = |step: &str| {
            let drawing = step.parse().ok().filter(|_| matches!(kind, Kind::Faces)).map(face_drawing)?;
            let svg = format!(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 48 48' fill='none' stroke='black' stroke-width='2.5' stroke-linecap='round'>{drawing}</svg>"
            );
            Some(svg.into_bytes())
        };
        let one = |step: &String| {
            let (value, words, face) = (if matches!(kind, Kind::Faces) { "" } else { step }, words(step), drawn(step));
            json!({ "value": value, "words": if named { words } else { String::new() }, "face": face })
        };
        let ends = if named { None } else { steps.first().zip(steps.last()).map(|(low, high)| [words(low), words(high)]) };
        let ends = ends.filter(|ends| ends.iter().any(|words| !words.is_empty())).map(Vec::from).unwrap_or_default();
        json!({ "shape": "scale", "steps": steps.iter().map(one).collect::<Vec<_>>(), "ends": ends })
    }
}

fn digits(n: usize) -> usize {
    n.to_string().len()
}

/// How many lines of a page the question takes, roughly.
fn rows(question: &Question) -> usize {
    match &question.kind {
        Kind::LongText { .. } => 10,
        Kind::Note { .. } => question.label.0.values().map(|words| words.len() / 80).max().unwrap_or_default(),
        kind => kind.items().len() + kind.codes().iter().filter(|code| *code != YES).count(),
    }
}

fn blocks(words: &str) -> Vec<String> {
    words.split("\n\n").filter(|block| !block.trim().is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A form with every kind of question.
    fn every_kind() -> Form {
        let demo: Value = serde_json::from_str(include_str!("../../../../server/demo/day-care.json")).unwrap();
        let mut form: Form = serde_json::from_value(demo["survey"]["form"].clone()).unwrap();
        let more: Form = serde_json::from_str(include_str!("every-kind.json")).unwrap();
        form.sections.extend(more.sections);
        form
    }

    #[tokio::test]
    async fn every_kind_of_question_is_set_in_every_language() {
        let form = every_kind();
        let title = LangText::of("fr", "Vos besoins de garde");
        let (round, colleges) = (RoundId(store::Uuid::from_u128(7)), vec!["Familles".into(), "Professionnels".into(), "Élus".into()]);
        for (tag, lang) in [("fr", Lang::Fr), (domain::lang::EASY, Lang::Fr), ("en", Lang::En), ("ar", Lang::Fr)] {
            let sheets = Sheets { round, form: &form, title: &title, process: &title, intro: &title, colleges: vec![], tag, lang };
            let sheets = Sheets { colleges: colleges.clone(), ..sheets };
            let one = crate::pdf::set(include_str!("form.typ"), sheets.data(&[0], 0, 99).unwrap()).await.unwrap();
            let three = crate::pdf::set(include_str!("form.typ"), sheets.data(&[4, 5, 6], one.pages, 30).unwrap()).await.unwrap();
            assert!(one.pages > 1 && three.pages == 3 * one.pages);
            if let Ok(folder) = std::env::var("PAPER_OUT") {
                std::fs::write(format!("{folder}/{tag}.pdf"), &one.bytes).unwrap();
                std::fs::write(format!("{folder}/{tag}-3.pdf"), &three.bytes).unwrap();
            }
        }
    }
}
