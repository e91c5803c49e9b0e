//! Needs: themes that people named in their own words, college by college, and what came of them.

pub mod coding;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    Problem, Refusal,
    id::{ArticleId, ProposalId, RoundId},
    lang::LangText,
    privacy::{self, SCREEN_THRESHOLD},
    refusal::Problems,
    round::{Mode, RoundKind},
    text,
};

/// Needs of one process.
pub const MOST: usize = 100;
/// What one need may point to.
pub const LINKS: usize = 50;

/// What a facilitator writes of a need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    pub title: LangText,
    pub summary: LangText,
    /// What exists already.
    pub existing: LangText,
    pub missing: LangText,
}

/// A need as it was typed, if it holds.
pub fn describe(typed: &Words) -> Result<Words, Refusal> {
    let mut problems = Problems::new();
    let words = Words {
        title: typed.title.typed("title", text::TITLE, true, &mut problems),
        summary: typed.summary.typed("summary", text::REASON, false, &mut problems),
        existing: typed.existing.typed("existing", text::REASON, false, &mut problems),
        missing: typed.missing.typed("missing", text::REASON, false, &mut problems),
    };
    problems.check()?;
    Ok(words)
}

/// A further need beside `count` others; `same`: whether one comes from this theme already.
pub fn make(count: usize, same: bool, typed: &Words) -> Result<Words, Refusal> {
    if same {
        return Err(Refusal::conflict("need-exists"));
    }
    if count >= MOST {
        return Err(Refusal { kind: crate::Kind::Invalid, problems: vec![Problem::new("", "too-many-needs").with("max", MOST)] });
    }
    describe(typed)
}

/// Taken back with a reason, at any time, once.
pub fn withdraw(withdrawn: bool, reason: &str) -> Result<String, Refusal> {
    if withdrawn {
        return Err(Refusal::conflict("already-hidden"));
    }
    text::required("reason", reason, text::REASON).map_err(|problem| Refusal { kind: crate::Kind::Invalid, problems: vec![problem] })
}

/// What a need may lead to. Written `proposal/ID`, `article/ID` or `action/ROUND/CODE`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Target {
    Proposal(ProposalId),
    Article(ArticleId),
    /// An action that an evaluation judges: its round and its code.
    Action(RoundId, String),
}

impl Target {
    /// The address of its page.
    pub fn path(&self) -> String {
        match self {
            Target::Proposal(_) | Target::Article(_) => format!("/{self}"),
            Target::Action(round, _) => format!("/r/{round}/results"),
        }
    }

    /// The kind of round it lies in.
    pub const fn kind(&self) -> RoundKind {
        match self {
            Target::Proposal(_) => RoundKind::Proposals,
            Target::Article(_) => RoundKind::Charter,
            Target::Action(..) => RoundKind::Evaluation,
        }
    }
}

impl std::fmt::Display for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Target::Proposal(id) => write!(f, "proposal/{id}"),
            Target::Article(id) => write!(f, "article/{id}"),
            Target::Action(round, code) => write!(f, "action/{round}/{code}"),
        }
    }
}

impl std::str::FromStr for Target {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let mut parts = text.splitn(3, '/');
        let (kind, id, code) = (parts.next(), parts.next().and_then(|id| id.parse::<Uuid>().ok()), parts.next());
        match (kind, id, code) {
            (Some("proposal"), Some(id), None) => Ok(Target::Proposal(id.into())),
            (Some("article"), Some(id), None) => Ok(Target::Article(id.into())),
            (Some("action"), Some(id), Some(code)) if !code.is_empty() => Ok(Target::Action(id.into(), code.to_owned())),
            _ => Err("a need leads to a proposal, an article or an action".to_owned()),
        }
    }
}

impl TryFrom<String> for Target {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Target> for String {
    fn from(target: Target) -> String {
        target.to_string()
    }
}

/// What is known of one college and one need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// People of the college who took part in the round.
    pub respondents: i64,
    /// Of how many of them a text was read.
    pub read: i64,
    /// How many of those named the need.
    pub named: i64,
}

/// What may be said of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// So few took part, or wrote, that any figure would speak of somebody.
    Hidden,
    /// Some named it, fewer than the threshold, out of so many.
    Few {
        read: i64,
    },
    Count {
        named: i64,
        read: i64,
    },
}

/// What may be shown, college by college: in an anonymous round, nothing of a college of which few took part or few wrote (with secondary
/// suppression), and no number of people under the threshold. There is no total, which would give the hidden ones back.
pub fn shown(mode: Mode, groups: &[Group]) -> Vec<Said> {
    let count = |group: &Group| Said::Count { named: group.named, read: group.read };
    if mode == Mode::Named {
        return groups.iter().map(count).collect();
    }
    let visible = |number: fn(&Group) -> i64| privacy::shown(&groups.iter().map(number).collect::<Vec<_>>(), SCREEN_THRESHOLD);
    let (took_part, wrote) = (visible(|group| group.respondents), visible(|group| group.read));
    groups
        .iter()
        .zip(took_part.into_iter().zip(wrote))
        .map(|(group, visible)| match visible {
            (true, true) if group.named > 0 && group.named < SCREEN_THRESHOLD => Said::Few { read: group.read },
            (true, true) => count(group),
            _ => Said::Hidden,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn group(respondents: i64, read: i64, named: i64) -> Group {
        Group { respondents, read, named }
    }

    #[test]
    fn small_groups_are_hidden_and_small_numbers_not_told() {
        let groups = [group(42, 19, 7), group(12, 12, 3), group(6, 6, 0)];
        let said = [Said::Count { named: 7, read: 19 }, Said::Few { read: 12 }, Said::Count { named: 0, read: 6 }];
        assert_eq!(shown(Mode::Anonymous, &groups), said);
        // Two of the elected wrote: nothing of them, nor of the next smallest.
        let groups = [group(42, 19, 7), group(12, 5, 5), group(6, 2, 2)];
        assert_eq!(shown(Mode::Anonymous, &groups), [Said::Count { named: 7, read: 19 }, Said::Hidden, Said::Hidden]);
        assert_eq!(shown(Mode::Named, &groups)[2], Said::Count { named: 2, read: 2 });
    }

    #[test]
    fn a_title_is_wanted_and_nothing_is_too_long() {
        let words = Words { title: LangText::of("fr", "Une garde le samedi"), ..Words::default() };
        assert_eq!(describe(&words), Ok(words.clone()));
        assert_eq!(describe(&Words::default()).unwrap_err().problems[0].field, "title[fr]");
        let long = Words { existing: LangText::of("fr", "x".repeat(text::REASON + 1)), ..words.clone() };
        assert_eq!(describe(&long).unwrap_err().problems[0].field, "existing[fr]");
        assert_eq!(make(0, true, &words).unwrap_err().problems[0].key, "need-exists");
        assert_eq!(make(MOST, false, &words).unwrap_err().problems[0].key, "too-many-needs");
        assert!(make(MOST - 1, false, &words).is_ok());
        let reason = "Par erreur";
        assert!(withdraw(true, reason).is_err() && withdraw(false, " ").is_err() && withdraw(false, reason).is_ok());
    }

    #[test]
    fn targets_there_and_back() {
        let id = Uuid::from_u128(7);
        for target in [Target::Proposal(id.into()), Target::Article(id.into()), Target::Action(id.into(), "seance".into())] {
            assert_eq!(target.to_string().parse::<Target>(), Ok(target));
        }
        for wrong in
            ["", "proposal/7", "action/7", "action/00000000-0000-0000-0000-000000000007/", "moon/00000000-0000-0000-0000-000000000007"]
        {
            assert!(wrong.parse::<Target>().is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn no_small_number_of_an_anonymous_round_is_said(numbers in prop::collection::vec((0i64..30, 0i64..30, 0i64..30), 1..6)) {
            let groups: Vec<Group> = numbers.into_iter().map(|(a, b, c)| group(a, b.min(a), c.min(b).min(a))).collect();
            let said = shown(Mode::Anonymous, &groups);
            for (said, group) in said.iter().zip(&groups) {
                match said {
                    Said::Count { named, read } => {
                        prop_assert!(*named == 0 || *named >= SCREEN_THRESHOLD);
                        prop_assert!(*read == 0 || *read >= SCREEN_THRESHOLD);
                        prop_assert!(group.respondents == 0 || group.respondents >= SCREEN_THRESHOLD);
                    }
                    Said::Few { read } => prop_assert!(*read >= SCREEN_THRESHOLD),
                    Said::Hidden => {}
                }
            }
            let some = |number: fn(&Group) -> i64| groups.iter().filter(|group| number(group) > 0).count();
            // Never one college alone, where there are several.
            let hidden = said.iter().filter(|said| **said == Said::Hidden).count();
            prop_assert!(hidden != 1 || some(|group| group.respondents) < 2 || some(|group| group.read) < 2);
        }
    }
}
