//! Accounts, access codes and sign-in; and what became of a person's word.

pub mod api;
pub mod cookie;
pub mod page;
pub mod password;
pub mod word;
