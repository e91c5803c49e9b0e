//! The editor of an article's draft in the browser.
//!
//! The text stands in the page's own `<textarea>`: phones, screen readers, spelling checkers and input methods know it. What is typed
//! there becomes updates of the replicated text, and the updates of others are put there around the cursor.

mod change;
mod desk;
mod device;
mod line;
mod page;
mod people;
mod server;
mod status;
mod tools;
mod words;

use wasm_bindgen::prelude::*;

/// Starts the editor of the page, if it has one.
#[wasm_bindgen]
pub fn start() {
    // A fault of ours leaves the words on the screen, and says that they are not saved any more.
    std::panic::set_hook(Box::new(|_| page::failed()));
    if let Some(desk) = desk::Desk::of_page() {
        page::begin(desk);
    }
}
