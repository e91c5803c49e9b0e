//! One person at an article: their text, what of it is saved, and the field it stands in.

use std::{cell::RefCell, rc::Rc, sync::Arc};

use domain::charter::{
    draft::{Draft, Side},
    wire::{Person, Place, Say},
};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlFormElement, HtmlTextAreaElement, WebSocket, Window};
use yrs::undo::{Options, UndoManager};

use crate::{
    change, line,
    people::{Cursor, Glass},
    status::Words,
    tools::{self, Deed},
};

/// Whose changes can be undone here: one's own.
pub const ME: &str = "me";
/// Changes within this many milliseconds are undone together.
const TOGETHER: u64 = 700;

pub struct Desk {
    pub window: Window,
    pub document: Document,
    pub root: Element,
    pub field: HtmlTextAreaElement,
    pub glass: Glass,
    pub words: Words,
    pub address: String,
    /// Under which name this window keeps on the device what is not saved, and the names of what it took up there.
    pub place: String,
    pub taken: Vec<String>,
    pub draft: Draft,
    undo: UndoManager<()>,
    pub socket: Option<WebSocket>,
    /// Failed attempts in a row to reach the server.
    pub patience: u32,
    /// The server has ended it for good.
    pub ended: bool,
    /// The server has said what it has: from then on the field and the draft are one.
    pub welcomed: bool,
    /// Greeted on this very line.
    pub online: bool,
    pub you: u32,
    pub people: Vec<Person>,
    /// What the field shows.
    pub shown: String,
    /// What has been said to those who listen to the page.
    pub said: String,
    /// What came while letters were being composed, which nothing may disturb.
    pub held: Option<Vec<Vec<u8>>>,
    pub sent: u32,
    pub kept: u32,
    /// Something was written that no line has taken yet.
    pub unsent: bool,
    pub cursor_waits: bool,
    pub version: Option<i64>,
    /// A form that was sent too early waits for what is being saved.
    pub waiting: Option<(HtmlFormElement, Option<HtmlElement>)>,
}

impl Desk {
    pub fn of_page() -> Option<Rc<RefCell<Desk>>> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let root = document.get_element_by_id("desk")?;
        let data = |name: &str| root.get_attribute(&format!("data-{name}"));
        let field: HtmlTextAreaElement = document.get_element_by_id(&data("field")?)?.dyn_into().ok()?;
        let location = window.location();
        let scheme = if location.protocol().ok()? == "https:" { "wss:" } else { "ws:" };
        let address = format!("{scheme}//{}{}", location.host().ok()?, data("socket")?);
        let words = serde_json::from_str(&data("words")?).ok()?;
        let place = data("place")?;
        let writer = (js_sys::Math::random() * 9_007_199_254_740_991.0) as u64;
        let draft = Draft::new(writer);
        let mut undo = UndoManager::with_options(Options {
            capture_timeout_millis: TOGETHER,
            tracked_origins: [ME.into()].into(),
            capture_transaction: None,
            timestamp: Arc::new(|| js_sys::Date::now() as u64),
            init_undo_stack: Vec::new(),
            init_redo_stack: Vec::new(),
        });
        let (doc, text) = draft.parts();
        undo.expand_scope(doc, text);
        let glass = Glass::over(&document, &root, &field)?;
        let shown = field.value();
        let mut desk = Desk {
            window,
            document,
            root,
            field,
            glass,
            words,
            address,
            place: format!("{place}-{writer:x}"),
            taken: Vec::new(),
            draft,
            undo,
            socket: None,
            patience: 0,
            ended: false,
            welcomed: false,
            online: false,
            you: 0,
            people: Vec::new(),
            shown,
            said: String::new(),
            held: None,
            sent: 0,
            kept: 0,
            unsent: false,
            cursor_waits: false,
            version: None,
            waiting: None,
        };
        desk.take_back(&place);
        Some(Rc::new(RefCell::new(desk)))
    }

    pub fn saved(&self) -> bool {
        self.sent == self.kept && !self.unsent
    }

    /// Takes over what somebody else wrote: around the cursor, and not while letters are being composed.
    pub fn take(&mut self, update: Vec<u8>) {
        if let Some(held) = &mut self.held {
            held.push(update);
            return;
        }
        let (start, end) = self.selection();
        // Something selected keeps its edges; a cursor stays behind the letter before it.
        let side = if start == end { Side::Before } else { Side::Next };
        let marks = (self.draft.mark(start, side), self.draft.mark(end, Side::Before));
        if self.draft.apply(&update).is_err() {
            return;
        }
        let place = |mark: Option<Vec<u8>>, was: u32| mark.and_then(|mark| self.draft.place(&mark)).unwrap_or(was);
        let (start, end) = (place(marks.0, start), place(marks.1, end));
        self.show(start.min(end)..end);
    }

    fn selection(&self) -> (u32, u32) {
        let at = |found: Result<Option<u32>, _>| found.ok().flatten().unwrap_or(0);
        (at(self.field.selection_start()), at(self.field.selection_end()))
    }

    /// Puts the draft's text into the field, if it is another.
    pub fn show(&mut self, selected: std::ops::Range<u32>) {
        let text = self.draft.text();
        if text != self.shown {
            let (top, focused) = (self.field.scroll_top(), self.has_focus());
            self.field.set_value(&text);
            // A selection in a field without the focus would take it in some browsers.
            if focused {
                let _only_a_broken_browser_refuses = self.field.set_selection_range(selected.start, selected.end);
            }
            self.field.set_scroll_top(top);
            self.shown = text;
        }
        self.draw();
    }

    fn has_focus(&self) -> bool {
        self.document.active_element().is_some_and(|element| element == *self.field.unchecked_ref::<Element>())
    }

    /// What was typed.
    pub fn typed(&mut self) {
        if !self.welcomed || self.ended {
            return;
        }
        let new = self.field.value();
        let (_, caret) = self.selection();
        if let Some((place, words)) = change::between(&self.shown, &new, caret) {
            let update = self.draft.edit_as(ME, place, &words);
            self.shown = new;
            self.send(update);
            self.draw();
        }
    }

    /// A tool was used.
    fn do_deed(&mut self, Deed { place, words, selected }: Deed) {
        self.undo.reset();
        let update = self.draft.edit_as(ME, place, &words);
        self.show(0..0);
        self.field.focus().ok();
        self.field.set_selection_range(selected.start, selected.end).ok();
        self.send(update);
    }

    /// Whether the keys and tools of the editor are at work: not before the server has spoken, and not within a letter that is being
    /// composed, which browsers would end in the middle of it.
    pub fn works(&self) -> bool {
        self.welcomed && !self.ended && self.held.is_none()
    }

    /// Undoes what one wrote oneself, or takes that back.
    pub fn turn(&mut self, back: bool) {
        let (before, vector) = (self.draft.text(), self.draft.vector());
        let turned = if back { self.undo.undo_blocking() } else { self.undo.redo_blocking() };
        if !turned {
            return;
        }
        let after = self.draft.text();
        let caret = change::between(&before, &after, 0).map_or(0, |(place, words)| place.start + crate::words::units(&words));
        self.show(caret..caret);
        if let Ok(update) = self.draft.since(&vector) {
            self.send(update);
        }
    }

    pub fn tool(&mut self, name: &str) {
        if !self.works() {
            return;
        }
        match name {
            "undo" => self.turn(true),
            "redo" => self.turn(false),
            _ => {
                let (start, end) = self.selection();
                if let Some(deed) = tools::use_tool(name, &self.shown, start..end) {
                    self.do_deed(deed);
                }
            }
        }
    }

    /// Tells the others where the cursor is.
    pub fn here(&mut self) {
        self.cursor_waits = false;
        let place = self.has_focus().then(|| {
            let (start, end) = self.selection();
            let backward = self.field.selection_direction().ok().flatten().is_some_and(|direction| direction == "backward");
            let (from, to) = if backward { (end, start) } else { (start, end) };
            Some(Place { from: self.draft.mark(from, Side::Before)?, to: self.draft.mark(to, Side::Before)? })
        });
        if self.online {
            line::say(self.socket.as_ref(), &Say::Here { place: place.flatten() });
        }
    }

    pub fn draw(&self) {
        let cursors: Vec<Cursor<'_>> = self
            .people
            .iter()
            .filter(|person| person.id != self.you)
            .filter_map(|person| {
                let place = person.place.as_ref()?;
                Some(Cursor { person, from: self.draft.place(&place.from)?, to: self.draft.place(&place.to)? })
            })
            .collect();
        self.glass.draw(&self.field, &self.shown, &cursors);
    }
}
