//! Accounts, access codes and sign-in; and what became of a person's word.

pub mod api;
mod card;
pub mod cookie;
mod invitation;
pub mod mail;
mod mine;
pub mod news;
pub mod page;
pub mod password;
pub mod word;
