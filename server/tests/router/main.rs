//! Requests through the whole router, as a browser sends them.

mod access;
mod hostile;
mod rounds;
mod support;
mod web;
