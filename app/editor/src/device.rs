//! What waits on the device: words that the server does not have yet.

use base64::{Engine, engine::general_purpose::STANDARD};

use crate::desk::Desk;

impl Desk {
    fn storage(&self) -> Option<web_sys::Storage> {
        self.window.local_storage().ok().flatten()
    }

    /// Keeps on the device what is not saved.
    pub fn keep(&self) {
        if let Some(storage) = self.storage() {
            let _a_full_device_keeps_nothing = storage.set_item(&self.place, &STANDARD.encode(self.draft.whole()));
        }
    }

    /// All of it is saved.
    pub fn forget(&mut self) {
        if let Some(storage) = self.storage() {
            for name in std::mem::take(&mut self.taken).iter().chain([&self.place]) {
                let _nothing_was_there = storage.remove_item(name);
            }
        }
    }

    /// Takes up what windows of this article kept on the device; the greeting sends it.
    pub fn take_back(&mut self, place: &str) {
        let Some(storage) = self.storage() else { return };
        let names = (0..storage.length().unwrap_or(0)).filter_map(|n| storage.key(n).ok().flatten());
        for name in names.filter(|name| name.starts_with(place)).collect::<Vec<_>>() {
            let kept = storage.get_item(&name).ok().flatten();
            if let Some(update) = kept.and_then(|kept| STANDARD.decode(kept).ok()) {
                let _what_is_damaged_is_no_loss_to_others = self.draft.apply(&update);
            }
            self.taken.push(name);
        }
    }
}
