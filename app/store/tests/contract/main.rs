//! One suite, run on both databases every time: what the store promises.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

mod account;
mod ballots;
mod charter;
mod code;
mod comments;
mod db;
mod fixture;
mod ideas;
mod journal;
mod mail;
mod moderation;
mod needs;
mod opinions;
mod pictures;
mod process;
mod proposals;
mod responses;
mod round;
mod talk;
mod trace;
