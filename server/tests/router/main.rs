//! Requests through the whole router, as a browser sends them.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod access;
mod adoption;
mod amendment_talk;
mod amendments;
mod article_beside;
mod ballots;
mod charter;
mod charter_files;
mod charter_text;
mod comments;
mod decision;
mod drafts;
mod extras;
mod hostile;
mod ideas;
mod merged;
mod methods;
mod needs;
mod opinions;
mod paper;
mod passages;
mod people;
mod pictures;
mod rounds;
mod support;
mod survey_input;
mod takeovers;
mod talk;
mod trace;
mod web;
#[expect(dead_code, reason = "what the tests of faults need of it")]
mod writer;
