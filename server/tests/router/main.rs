//! Requests through the whole router, as a browser sends them.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod access;
mod amendments;
mod ballots;
mod charter;
mod charter_files;
mod comments;
mod decision;
mod extras;
mod hostile;
mod ideas;
mod merged;
mod methods;
mod needs;
mod opinions;
mod paper;
mod people;
mod pictures;
mod rounds;
mod support;
mod survey_input;
mod talk;
mod web;
