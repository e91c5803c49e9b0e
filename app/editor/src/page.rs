//! The desk on its page: which events of the browser it hears.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlFormElement, HtmlInputElement, InputEvent, KeyboardEvent, SubmitEvent};

use crate::{
    desk::Desk,
    line::{self, later, on},
    status::Words,
};

/// How long the field waits for the server before it is a plain one, in milliseconds.
const PLAIN: u32 = 6_000;
/// How often others are told of a cursor that moves, in milliseconds.
const CURSOR: u32 = 150;

/// Connects the desk with the page and the server.
pub fn begin(desk: Rc<RefCell<Desk>>) {
    let (field, root, window, document) = {
        let at = desk.borrow();
        at.field.set_read_only(true);
        if let Ok(Some(line)) = at.root.query_selector(".saved") {
            let _only_a_broken_browser_refuses = line.remove_attribute("hidden");
            line.set_text_content(Some(&at.words.connecting));
        }
        (at.field.clone(), at.root.clone(), at.window.clone(), at.document.clone())
    };
    let mac = window.navigator().platform().is_ok_and(|platform| platform.starts_with("Mac"));
    line::dial(&desk);
    // A server that can't be reached leaves a field as it would be without scripts.
    let at = desk.clone();
    later(PLAIN, move || {
        let mut at = at.borrow_mut();
        if !at.welcomed && !at.ended {
            at.plain();
        }
    });
    let at = desk.clone();
    on(&field, "beforeinput", move |event| {
        let kind = event.dyn_ref::<InputEvent>().map(InputEvent::input_type).unwrap_or_default();
        // The browser knows one's own changes and those of others as one.
        let Ok(mut at) = at.try_borrow_mut() else { return };
        if (kind == "historyUndo" || kind == "historyRedo") && at.works() {
            event.prevent_default();
            at.turn(kind == "historyUndo");
        }
    });
    let at = desk.clone();
    on(&field, "input", move |_| soon(&at, Desk::typed));
    let at = desk.clone();
    on(&field, "compositionstart", move |_| soon(&at, |at| at.held = Some(Vec::new())));
    let at = desk.clone();
    on(&field, "compositionend", move |_| {
        soon(&at, |at| {
            at.typed();
            at.held.take().into_iter().flatten().for_each(|update| at.take(update));
        });
    });
    let at = desk.clone();
    on(&field, "keydown", move |event| {
        let held = |key: &&KeyboardEvent| if mac { key.meta_key() && !key.ctrl_key() } else { key.ctrl_key() && !key.meta_key() };
        let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|key| held(key) && !key.alt_key()) else { return };
        let tool = match (key.key().to_lowercase().as_str(), key.shift_key()) {
            ("z", false) => "undo",
            ("z", true) | ("y", false) => "redo",
            ("b", false) => "strong",
            ("i", false) => "emphasis",
            _ => return,
        };
        let Ok(mut at) = at.try_borrow_mut() else { return };
        if at.works() {
            event.prevent_default();
            at.tool(tool);
        }
    });
    let at = desk.clone();
    on(&root, "click", move |event| {
        let button =
            event.target().and_then(|target| target.dyn_into::<Element>().ok()).and_then(|at| at.closest("[data-tool]").ok().flatten());
        if let Some(name) = button.and_then(|button| button.get_attribute("data-tool")) {
            at.borrow_mut().tool(&name);
        }
    });
    for kind in ["selectionchange", "focusin", "focusout"] {
        let at = desk.clone();
        on(&document, kind, move |_| {
            let again = at.clone();
            let Ok(mut desk) = at.try_borrow_mut() else { return };
            if desk.welcomed && !desk.cursor_waits {
                desk.cursor_waits = true;
                later(CURSOR, move || again.borrow_mut().here());
            }
        });
    }
    let at = desk.clone();
    on(&field, "scroll", move |_| {
        let at = at.borrow();
        at.glass.follow(&at.field);
    });
    let at = desk.clone();
    on(&window, "resize", move |_| at.borrow().draw());
    if let Ok(Some(form)) = root.closest("form") {
        let at = desk.clone();
        on(&form, "submit", move |event| submit(&mut at.borrow_mut(), &event));
    }
    let at = desk.clone();
    on(&window, "beforeunload", move |event: Event| {
        let at = at.borrow();
        if at.welcomed && !at.ended && !at.saved() && at.waiting.is_none() {
            event.prevent_default();
        }
    });
    let at = desk;
    on(&window, "pagehide", move |_| {
        let at = at.borrow();
        if !at.saved() && !at.ended {
            at.keep();
        }
    });
}

/// Does it now, or right after what is being done: browsers call back within calls of ours.
fn soon(desk: &Rc<RefCell<Desk>>, deed: impl FnOnce(&mut Desk) + 'static) {
    match desk.try_borrow_mut() {
        Ok(mut desk) => deed(&mut desk),
        Err(_) => {
            let at = desk.clone();
            later(0, move || deed(&mut at.borrow_mut()));
        }
    }
}

/// A form makes a version of what the server has: it waits for what is on its way.
fn submit(desk: &mut Desk, event: &Event) {
    let (true, Some(form)) = (desk.welcomed && !desk.ended, event.target().and_then(|form| form.dyn_into::<HtmlFormElement>().ok())) else {
        return;
    };
    if !desk.saved() || !desk.online {
        event.prevent_default();
        let button = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter);
        desk.waiting = Some((form, button));
        desk.say_state();
        return;
    }
    if let Ok(Some(_)) = form.query_selector("input[name=live]") {
        return;
    }
    if let Some(live) = desk.document.create_element("input").ok().and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
        live.set_type("hidden");
        live.set_name("live");
        live.set_value("true");
        let _only_a_broken_browser_refuses = form.append_child(&live);
    }
}

/// Says on the page that nothing is saved any more.
pub fn failed() {
    let root = web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id("desk"));
    let Some(root) = root else { return };
    let words = root.get_attribute("data-words").and_then(|words| serde_json::from_str::<Words>(&words).ok());
    if let (Ok(Some(line)), Some(words)) = (root.query_selector(".saved"), words) {
        line.set_class_name("saved is-failed");
        line.set_text_content(Some(&words.malformed));
    }
}
