//! The line to the server: it breaks, and is dialled again.

use std::cell::RefCell;
use std::rc::Rc;

use domain::charter::wire::{Say, Tell, pack, unpack};
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{BinaryType, MessageEvent, WebSocket};

use crate::desk::Desk;

/// Longest pause between two attempts, in milliseconds.
const LONGEST: u32 = 20_000;

/// Opens the line. What comes over it goes to the desk; when it breaks, it is opened again after a while.
pub fn dial(desk: &Rc<RefCell<Desk>>) {
    if desk.borrow().ended {
        return;
    }
    let Ok(socket) = WebSocket::new(&desk.borrow().address) else { return };
    socket.set_binary_type(BinaryType::Arraybuffer);
    let at = desk.clone();
    on(&socket, "open", move |_| {
        at.borrow_mut().hello();
    });
    let at = desk.clone();
    on(&socket, "message", move |event: web_sys::Event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let bytes = js_sys::Uint8Array::new(&event.data()).to_vec();
        if let Some(tell) = unpack::<Tell>(&bytes) {
            Desk::told(&at, tell);
        }
    });
    let at = desk.clone();
    on(&socket, "close", move |_| {
        let again = {
            let mut desk = at.borrow_mut();
            desk.broke();
            !desk.ended
        };
        if again {
            redial(&at);
        }
    });
    desk.borrow_mut().socket = Some(socket);
}

fn redial(desk: &Rc<RefCell<Desk>>) {
    let patience = {
        let mut desk = desk.borrow_mut();
        desk.patience += 1;
        // Not all at once when a server comes back.
        let spread = (js_sys::Math::random() * 500.0) as u32;
        (500u32 << desk.patience.min(6)).min(LONGEST) / 2 + spread
    };
    let at = desk.clone();
    later(patience, move || dial(&at));
}

/// Says something, if the line stands.
pub fn say(socket: Option<&WebSocket>, say: &Say) -> bool {
    socket.is_some_and(|socket| socket.ready_state() == WebSocket::OPEN && socket.send_with_u8_array(&pack(say)).is_ok())
}

/// Calls `heard` for each event of this kind, for as long as the page lives.
pub fn on(target: &web_sys::EventTarget, kind: &str, heard: impl FnMut(web_sys::Event) + 'static) {
    let heard = Closure::<dyn FnMut(web_sys::Event)>::new(heard);
    let _only_a_broken_browser_refuses = target.add_event_listener_with_callback(kind, heard.as_ref().unchecked_ref());
    heard.forget();
}

pub fn later(milliseconds: u32, then: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(then);
    if let Some(window) = web_sys::window() {
        let _id = window.set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), milliseconds as i32);
    }
}
