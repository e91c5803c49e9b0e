//! A charter's words as they are read: emphasis, points, notes, and links to the words it defines.

use domain::{
    charter::{
        definition::key,
        markup::{Block, Line, Role, Span, blocks, line, terms},
    },
    lang::LangText,
};
use leptos::prelude::*;
use store::charter::Definition;

use crate::{
    i18n::{Lang, t},
    ui::{direction, easy_around, no_break},
};

/// The words of a charter, as its texts lead to them.
#[derive(Clone, Default)]
pub struct Glossary {
    /// The address of the page where the definitions stand; empty for this one.
    page: String,
    /// In their order, each behind what makes it this term.
    words: Vec<(String, Definition)>,
}

impl Glossary {
    pub fn new(definitions: Vec<Definition>) -> Self {
        Glossary { page: String::new(), words: definitions.into_iter().map(|definition| (key(&definition.term), definition)).collect() }
    }

    /// Where they stand on another page.
    pub fn on(mut self, page: String) -> Self {
        self.page = page;
        self
    }

    pub fn iter(&self) -> impl Iterator<Item = &Definition> {
        self.words.iter().map(|(_, definition)| definition)
    }

    pub fn terms(&self) -> Vec<&str> {
        self.iter().map(|definition| definition.term.as_str()).collect()
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    fn find(&self, term: &str) -> Option<&Definition> {
        let key = key(term);
        self.words.iter().find(|(other, _)| *other == key).map(|(_, definition)| definition)
    }

    /// Those that a text leads to, and those that they lead to.
    pub fn of(&self, text: &str) -> Glossary {
        let mut found: Vec<&Definition> = Vec::new();
        let mut texts = vec![text];
        while let Some(text) = texts.pop() {
            for term in terms(&blocks(text)) {
                if let Some(definition) = self.find(term).filter(|definition| !found.contains(definition)) {
                    found.push(definition);
                    texts.push(&definition.meaning);
                }
            }
        }
        let words = self.words.iter().filter(|(_, definition)| found.contains(&definition)).cloned().collect();
        Glossary { page: self.page.clone(), words }
    }

    /// The words and what they mean, under a heading.
    pub fn view(&self, lang: Lang, tongue: Option<&str>, title: String) -> Option<AnyView> {
        if self.is_empty() {
            return None;
        }
        let rows = self
            .iter()
            .map(|definition| {
                let anchor = anchor(definition);
                let mut notes = Notes::new(&anchor);
                let meaning = spans(lang, &line(&definition.meaning), self, &mut notes);
                view! {
                    <div id=anchor><dt><dfn dir="auto" lang=tongue.map(str::to_owned)>{definition.term.clone()}</dfn></dt>
                        <dd dir="auto" lang=tongue.map(str::to_owned)>{meaning}{notes.view(lang)}</dd></div>
                }
            })
            .collect_view();
        Some(
            view! { <section class="stack" aria-labelledby="words"><h2 id="words">{title}</h2><dl class="glossary">{rows}</dl></section> }
                .into_any(),
        )
    }
}

fn anchor(definition: &Definition) -> String {
    format!("word-{}", definition.id)
}

/// The notes of one text, numbered as they come. `name` tells them from those of other texts on the page.
struct Notes<'n> {
    name: &'n str,
    words: Vec<String>,
}

impl<'n> Notes<'n> {
    fn new(name: &'n str) -> Self {
        Notes { name, words: Vec::new() }
    }

    fn mark(&mut self, lang: Lang, words: &str) -> AnyView {
        self.words.push(words.to_owned());
        let (name, n) = (self.name, self.words.len());
        let label = t!(lang, "charter-note", n = n);
        view! {
            <sup><a class="note-mark" id=format!("{name}-mark-{n}") href=format!("#{name}-note-{n}") role="doc-noteref" aria-label=label>{n}</a></sup>
        }
        .into_any()
    }

    fn view(&self, lang: Lang) -> Option<AnyView> {
        let name = self.name;
        let rows = self.words.iter().enumerate().map(|(at, words)| {
            let n = at + 1;
            let back = t!(lang, "charter-note-back", n = n);
            view! {
                <li id=format!("{name}-note-{n}")><span dir="auto">{words.clone()}</span> " "
                    <a class="note-back" href=format!("#{name}-mark-{n}") role="doc-backlink" aria-label=back>"↩"</a></li>
            }
        });
        (!self.words.is_empty()).then(|| view! { <ol class="notes">{rows.collect_view()}</ol> }.into_any())
    }
}

/// A text of a charter. `name` makes the ids of its notes: no other text on the page has it.
pub fn prose(lang: Lang, name: &str, text: &str, glossary: &Glossary) -> AnyView {
    let mut notes = Notes::new(name);
    let text = blocks(text).iter().map(|part| block(lang, part, glossary, &mut notes)).collect_view();
    view! { {text}{notes.view(lang)} }.into_any()
}

/// The easy-to-read version of a text, if there is one.
pub fn easy(lang: Lang, name: &str, text: &str, glossary: &Glossary) -> Option<AnyView> {
    (!text.trim().is_empty()).then(|| easy_around(lang, prose(lang, name, text, glossary)))
}

/// A facilitator's text in the reader's language, marked with the language it is in.
pub fn translated(lang: Lang, name: &str, text: &LangText, glossary: &Glossary) -> AnyView {
    let (words, tag) = text.best(lang.tag(), "fr");
    let other = (tag != lang.tag()).then(|| tag.to_owned());
    let direction = other.as_deref().map(direction);
    let words = if tag.starts_with("fr") { no_break(words) } else { words.to_owned() };
    view! { <div class="prose" lang=other dir=direction>{prose(lang, name, &words, glossary)}</div> }.into_any()
}

fn block(lang: Lang, block: &Block, glossary: &Glossary, notes: &mut Notes<'_>) -> AnyView {
    let mut points = |lines: &[Line]| lines.iter().map(|line| view! { <li>{spans(lang, line, glossary, notes)}</li> }).collect_view();
    match block {
        Block::List(lines) => view! { <ul>{points(lines)}</ul> }.into_any(),
        Block::Numbered(first, lines) => {
            let start = (*first != 1).then(|| first.to_string());
            view! { <ol start=start>{points(lines)}</ol> }.into_any()
        }
        Block::Paragraph(lines) => {
            let last = lines.len() - 1;
            let lines = lines
                .iter()
                .enumerate()
                .map(|(at, line)| view! { {spans(lang, line, glossary, notes)}{(at < last).then(|| view! { <br/> })} })
                .collect_view();
            view! { <p>{lines}</p> }.into_any()
        }
    }
}

fn spans(lang: Lang, line: &[Span], glossary: &Glossary, notes: &mut Notes<'_>) -> AnyView {
    let view = |span: &Span| {
        let words = match &span.role {
            Role::Note => return notes.mark(lang, &span.words),
            // Nobody has defined it: words like any others.
            Role::Term(term) => match glossary.find(term) {
                Some(definition) => {
                    let href = format!("{}#{}", glossary.page, anchor(definition));
                    view! { <a class="term" href=href>{span.words.clone()}</a> }.into_any()
                }
                None => span.words.clone().into_any(),
            },
            Role::Words => span.words.clone().into_any(),
        };
        match (span.emphasis, span.strong) {
            (false, false) => words,
            (true, false) => view! { <em>{words}</em> }.into_any(),
            (false, true) => view! { <strong>{words}</strong> }.into_any(),
            (true, true) => view! { <strong><em>{words}</em></strong> }.into_any(),
        }
    };
    line.iter().map(view).collect_view().into_any()
}
