//! The server around the app: settings, HTTP, security layers, mail. Composition only: what people see is in `app`.

mod admin;
mod check;
pub mod cli;
mod demo;
mod export;
pub mod groups;
pub mod http;
pub mod mail;
mod opinions;
pub mod serve;
pub mod settings;
