//! The coding desk, needs and what became of them, the shared diagnosis of a territory.

mod api;
mod board;
mod book;
mod card;
mod coding_api;
pub mod desk;
pub mod edit;
pub mod pages;
mod settle;
mod texts;
mod theme;
pub mod way;
