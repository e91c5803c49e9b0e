//! Pages of a charter round.

pub use super::{
    adopted::{RegisterPage, SignaturesPage},
    amendment::{AmendPage, AmendmentPage, NewArticlePage},
    article_page::ArticlePage,
    compare::ComparePage,
    consultation::AccountOfRoundPage,
    edit::edit,
    edit_page::ArticleEditPage,
    passage::PassagePage,
    results::results,
    take_part::take_part,
    takeover::{RemergePage, SourcePage, TakeOverPage},
    trace::TracePage,
};
