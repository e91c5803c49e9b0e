//! Who else is there: their names in a list, their cursors over the text.

use domain::{charter::wire::Person, college::CollegeKind};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlTextAreaElement};

use crate::{status::Words, words::byte};

/// The class that gives a person's marks the colour of their college.
fn class(person: &Person) -> &'static str {
    person.college.map_or("is-facilitator", |college| match college {
        CollegeKind::Family => "is-family",
        CollegeKind::Professional => "is-professional",
        CollegeKind::Elected => "is-elected",
        CollegeKind::Other => "is-other",
    })
}

/// Somebody's cursor, in UTF-16 code units.
pub struct Cursor<'p> {
    pub person: &'p Person,
    pub from: u32,
    pub to: u32,
}

/// A sheet of glass over the field: the same words in the same places, unseen, with the cursors between them.
pub struct Glass {
    document: Document,
    sheet: HtmlElement,
    list: Element,
    listed: Vec<(u32, String)>,
}

impl Glass {
    /// Lays it over the field.
    pub fn over(document: &Document, desk: &Element, field: &HtmlTextAreaElement) -> Option<Glass> {
        let frame = document.create_element("div").ok()?;
        frame.set_class_name("desk-field");
        let sheet: HtmlElement = document.create_element("div").ok()?.dyn_into().ok()?;
        sheet.set_class_name("desk-glass");
        sheet.set_attribute("aria-hidden", "true").ok()?;
        field.parent_node()?.insert_before(&frame, Some(field)).ok()?;
        frame.append_child(field).ok()?;
        // The tools right above what they work on, below the words that say what it is.
        let tools = desk.query_selector(".desk-tools").ok()??;
        frame.parent_node()?.insert_before(&tools, Some(&frame)).ok()?;
        frame.append_child(&sheet).ok()?;
        let list = desk.query_selector(".desk-people ul").ok()??;
        Some(Glass { document: document.clone(), sheet, list, listed: Vec::new() })
    }

    /// Follows the field's size and how far it is scrolled.
    pub fn follow(&self, field: &HtmlTextAreaElement) {
        let style = self.sheet.style();
        let set = |name: &str, value: i32| {
            let _only_a_broken_browser_refuses = style.set_property(name, &format!("{value}px"));
        };
        set("width", field.client_width());
        set("height", field.client_height());
        self.sheet.set_scroll_top(field.scroll_top());
    }

    /// Draws the cursors of others among the words.
    pub fn draw(&self, field: &HtmlTextAreaElement, text: &str, cursors: &[Cursor<'_>]) {
        self.sheet.set_text_content(None);
        if cursors.is_empty() {
            return;
        }
        let mut stops: Vec<u32> = cursors.iter().flat_map(|cursor| [cursor.from, cursor.to]).collect();
        stops.sort_unstable();
        stops.dedup();
        let mut at = 0;
        for stop in stops.iter().copied().chain([u32::MAX]) {
            let words = &text[byte(text, at)..byte(text, stop)];
            if !words.is_empty() {
                let selecting = cursors.iter().find(|cursor| cursor.from.min(cursor.to) <= at && stop <= cursor.from.max(cursor.to));
                self.add("span", selecting.map(|cursor| format!("desk-selected {}", class(cursor.person))), words, None);
            }
            for cursor in cursors.iter().filter(|cursor| cursor.to == stop) {
                let name = cursor.person.name.split_whitespace().next().unwrap_or_default();
                self.add("span", Some(format!("desk-cursor {}", class(cursor.person))), "", Some(name));
            }
            at = stop;
        }
        // A last line that is empty takes its place too.
        self.add("span", None, "\u{200b}", None);
        self.follow(field);
    }

    fn add(&self, tag: &str, class: Option<String>, words: &str, name: Option<&str>) {
        let Ok(element) = self.document.create_element(tag) else { return };
        if let Some(class) = class {
            element.set_class_name(&class);
        }
        if let Some(name) = name {
            let _only_a_broken_browser_refuses = element.set_attribute("data-name", name);
        }
        element.set_text_content(Some(words));
        let _only_a_broken_browser_refuses = self.sheet.append_child(&element);
    }

    /// Lists who is there, when that has changed: a screen reader says it.
    pub fn list(&mut self, people: &[Person], you: u32, words: &Words) {
        let names: Vec<(u32, String)> = people
            .iter()
            .map(|person| {
                let form = match person.college {
                    _ if person.id == you => &words.you,
                    None => &words.facilitator,
                    Some(CollegeKind::Family) => &words.family,
                    Some(CollegeKind::Professional) => &words.professional,
                    Some(CollegeKind::Elected) => &words.elected,
                    Some(CollegeKind::Other) => &words.other,
                };
                (person.id, form.replace("{name}", &person.name))
            })
            .collect();
        if names == self.listed {
            return;
        }
        // Those who were there stay in the list: it is read out whenever somebody comes.
        for (id, _) in self.listed.iter().filter(|was| !names.contains(was)) {
            if let Ok(Some(item)) = self.list.query_selector(&format!("[data-id='{id}']")) {
                item.remove();
            }
        }
        for (name, person) in names.iter().zip(people).filter(|(name, _)| !self.listed.contains(name)) {
            let ((id, name), Ok(item)) = (name, self.document.create_element("li")) else { return };
            item.set_class_name(class(person));
            let _only_a_broken_browser_refuses = item.set_attribute("data-id", &id.to_string());
            item.set_text_content(Some(name));
            let _only_a_broken_browser_refuses = self.list.append_child(&item);
        }
        self.listed = names;
    }
}
