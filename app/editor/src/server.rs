//! What the desk says to the server and hears from it: the greeting, words on their way, the end.

use std::{cell::RefCell, rc::Rc};

use domain::charter::{
    draft,
    wire::{self, End, Say, Tell},
};

use crate::{
    change,
    desk::{Desk, ME},
    line::{self, later},
};

/// Bytes of a message beside the update in it.
const ROOM: usize = 64;
/// The update that holds nothing.
const NOTHING: [u8; 2] = [0, 0];

impl Desk {
    /// Says what is here, so that the server sends the rest.
    pub fn hello(&mut self) {
        line::say(self.socket.as_ref(), &Say::Hello { vector: self.draft.vector() });
    }

    /// What the server says.
    pub fn told(desk: &Rc<RefCell<Desk>>, tell: Tell) {
        let mut at = desk.borrow_mut();
        if at.ended {
            return;
        }
        match tell {
            Tell::Welcome { you, missing, vector } => at.welcome(you, missing, &vector),
            Tell::Written { update } => at.take(update),
            Tell::Kept { number } => {
                at.kept = number;
                at.version = None;
                if at.saved() {
                    at.forget();
                }
            }
            Tell::People(people) => {
                at.people = people;
                let Desk { glass, people, you, words, .. } = &mut *at;
                glass.list(people, *you, words);
                at.draw();
            }
            Tell::Version { number } => at.version = Some(number),
            Tell::End(End::Again) => {}
            Tell::End(why) => at.end(why),
        }
        at.say_state();
        at.go_on_with_form(desk);
    }

    fn welcome(&mut self, you: u32, missing: Vec<u8>, vector: &[u8]) {
        self.you = you;
        self.online = true;
        self.patience = 0;
        self.version = None;
        let mut typed = None;
        if !self.welcomed {
            // What was typed before the editor came is somebody's own words.
            let (before, now) = (self.base(), self.field.value());
            if now.trim() != before.trim() {
                let draft = self.draft.apply(&missing).ok().map(|()| self.draft.text());
                if draft.is_none_or(|draft| draft.trim() != before.trim()) {
                    // Others have written since: the form joins both, as it does without scripts.
                    self.plain();
                    return;
                }
                typed = Some(now);
            }
            self.welcomed = true;
            self.field.set_read_only(false);
            let _only_a_broken_browser_refuses = self.root.set_attribute("data-live", "");
            for part in [".desk-people", ".desk-tools", ".saved"] {
                if let Ok(Some(part)) = self.root.query_selector(part) {
                    let _only_a_broken_browser_refuses = part.remove_attribute("hidden");
                }
            }
        }
        self.take(missing);
        if let Some(typed) = typed
            && let Some((place, words)) = change::between(&self.shown, &typed, 0)
        {
            self.draft.edit_as(ME, place, &words);
            self.show(0..0);
        }
        // What was written without a line, or was on its way when it broke.
        self.unsent = false;
        self.kept = self.sent;
        if let Ok(update) = self.draft.since(vector)
            && update != NOTHING
        {
            self.send(update);
        } else {
            self.forget();
        }
    }

    /// What the form was filled in from.
    fn base(&self) -> String {
        let form = self.root.closest("form").ok().flatten();
        let base = form.and_then(|form| form.query_selector("input[name=base]").ok().flatten());
        base.and_then(|base| base.get_attribute("value")).unwrap_or_default()
    }

    /// Leaves the field as it is without scripts.
    pub fn plain(&mut self) {
        self.ended = true;
        self.online = false;
        self.field.set_read_only(false);
        if let Some(socket) = self.socket.take() {
            let _it_closes_anyway = socket.close();
        }
        if let Ok(Some(line)) = self.root.query_selector(".saved") {
            line.set_text_content(None);
        }
    }

    /// The line broke: what is on its way may or may not arrive; both are well.
    pub fn broke(&mut self) {
        self.online = false;
        self.socket = None;
        self.unsent |= self.sent != self.kept;
        self.kept = self.sent;
        if self.ended {
            return;
        }
        self.people.clear();
        let Desk { glass, words, .. } = self;
        glass.list(&[], 0, words);
        self.draw();
        if self.unsent {
            self.keep();
        }
        self.say_state();
    }

    fn end(&mut self, why: End) {
        self.ended = true;
        self.online = false;
        self.field.set_read_only(true);
        let _only_a_broken_browser_refuses = self.root.set_attribute("data-ended", why.as_str());
        // Nobody asks any more whether what is not saved may be lost: it can't be saved.
        self.forget();
    }

    pub fn send(&mut self, update: Vec<u8>) {
        // What the server would not take is said here, where the words are.
        if crate::words::units(&self.shown) as usize > draft::MOST || update.len() > wire::MOST - ROOM {
            self.end(End::TooLong);
            self.say_state();
            return;
        }
        self.sent += 1;
        let say = Say::Write { number: self.sent, update };
        if !(self.online && line::say(self.socket.as_ref(), &say)) {
            self.sent -= 1;
            self.unsent = true;
            self.keep();
        }
        self.say_state();
    }

    /// Sends the form that waited, once everything is saved.
    fn go_on_with_form(&mut self, desk: &Rc<RefCell<Desk>>) {
        if self.saved() && self.online && self.waiting.is_some() {
            let at = desk.clone();
            // After this event: a form that is sent asks the desk again.
            later(0, move || {
                let waiting = at.borrow_mut().waiting.take();
                if let Some((form, button)) = waiting {
                    let _the_form_says_why_not = form.request_submit_with_submitter(button.as_ref());
                }
            });
        }
    }
}
