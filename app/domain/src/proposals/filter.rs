//! Which proposals of a round are looked for, as the address of the list says it.

use super::Sort;
use crate::{
    id::{CollegeId, TerritoryId, ThemeId},
    text_enum::text_enum,
};

text_enum! {
    /// What became of a proposal so far.
    Answer {
        Waiting = "waiting",
        Answered = "answered",
        Retained = "retained",
        Partly = "partly",
        NotRetained = "not_retained",
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub theme: Option<ThemeId>,
    pub college: Option<CollegeId>,
    pub territory: Option<TerritoryId>,
    pub answer: Option<Answer>,
    /// Those that the reader wrote, or that were merged into one with theirs.
    pub mine: bool,
    /// Words that stand in each of them, as `search::telling` writes them: databases have lists of silent words of their
    /// own, or none, and find the same by words that stand in no such list.
    pub words: Vec<String>,
}

impl Filter {
    /// Whether anything narrows the list.
    pub fn is_on(&self) -> bool {
        *self != Filter::default()
    }
}

/// The order in which somebody reads: by support only where they may see the votes, for the order would tell them.
pub fn sort(asked: Option<Sort>, votes_show: bool) -> Sort {
    match asked {
        Some(Sort::Support) if !votes_show => Sort::Recent,
        Some(sort) => sort,
        None => Sort::Recent,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_votes_give_no_order() {
        assert_eq!(sort(Some(Sort::Support), false), Sort::Recent);
        assert_eq!(sort(Some(Sort::Support), true), Sort::Support);
        assert_eq!(sort(Some(Sort::Discussed), false), Sort::Discussed);
    }
}
