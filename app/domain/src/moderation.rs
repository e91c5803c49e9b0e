//! Moderation: reports, hiding with a reason that the author sees, one appeal, the decision of the ethics committee (DESIGN rule 6).
//!
//! Nothing is deleted. A text that is hidden can be shown again: by a facilitator who finds it was a mistake, or by the committee.

use serde::{Deserialize, Serialize};

use crate::{
    Problem, Refusal,
    id::{AccountId, AmendmentId, CommentId, ProposalId},
    refusal::Problems,
    text,
    text_enum::text_enum,
};

/// Texts on one page of the queue.
pub const PAGE: i64 = 20;

text_enum! {
    /// Why a text is reported or hidden.
    Cause {
        Insult = "insult",
        /// What tells of a family: a name, an address, a child's health.
        FamilyData = "family_data",
        OffTopic = "off_topic",
        Duplicate = "duplicate",
        Advertising = "advertising",
        Unlawful = "unlawful",
        /// Words are required.
        Other = "other",
    }
}

text_enum! {
    /// How a hiding ended.
    Ending {
        /// A facilitator shows it again.
        Lifted = "lifted",
        /// The committee: it stays hidden.
        Upheld = "upheld",
        /// The committee: it is shown again.
        Restored = "restored",
    }
}

/// What is moderated. Written `comment/ID`, `proposal/ID` or `amendment/ID`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Target {
    Comment(CommentId),
    Proposal(ProposalId),
    Amendment(AmendmentId),
}

impl Target {
    /// As it is kept: a column for each kind, and one of them filled.
    pub fn of(comment: Option<CommentId>, proposal: Option<ProposalId>, amendment: Option<AmendmentId>) -> Option<Self> {
        comment.map(Target::Comment).or(proposal.map(Target::Proposal)).or(amendment.map(Target::Amendment))
    }

    /// The word of the journal: `comment.hide`, `proposal.restore`…
    pub const fn kind(self) -> &'static str {
        match self {
            Target::Comment(_) => "comment",
            Target::Proposal(_) => "proposal",
            Target::Amendment(_) => "amendment",
        }
    }
}

impl std::fmt::Display for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Target::Comment(id) => write!(f, "comment/{id}"),
            Target::Proposal(id) => write!(f, "proposal/{id}"),
            Target::Amendment(id) => write!(f, "amendment/{id}"),
        }
    }
}

impl std::str::FromStr for Target {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let (kind, id) = text.split_once('/').ok_or("a text is KIND/ID")?;
        match kind {
            "comment" => id.parse().map(Target::Comment).map_err(|_| "not an identifier".to_owned()),
            "proposal" => id.parse().map(Target::Proposal).map_err(|_| "not an identifier".to_owned()),
            "amendment" => id.parse().map(Target::Amendment).map_err(|_| "not an identifier".to_owned()),
            _ => Err("nobody moderates that".to_owned()),
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

/// A text as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    pub author: AccountId,
    pub hidden: bool,
    pub withdrawn: bool,
    /// Its last words are from then.
    pub written_at: i64,
}

/// A reason from the list, with words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    pub cause: Cause,
    pub words: String,
}

fn reason(cause: &str, words: &str) -> Result<Reason, Refusal> {
    let mut problems = Problems::new();
    let cause = problems.take(cause.parse::<Cause>().map_err(|_| Problem::new("cause", "required")));
    let words = problems.take(if cause == Some(Cause::Other) {
        text::required("reason", words, text::REASON)
    } else {
        text::optional("reason", words, text::REASON)
    });
    match (cause, words) {
        (Some(cause), Some(words)) => Ok(Reason { cause, words }),
        _ => Err(problems.refusal()),
    }
}

/// Moderation hides the reason given with a vote. Who gave it may give another.
pub fn hide_reason(cause: &str, words: &str) -> Result<Reason, Refusal> {
    reason(cause, words)
}

/// Reports were looked at, and the text stays. Nobody says so of their own.
pub fn leave(me: AccountId, text: &Text) -> Result<(), Refusal> {
    if text.author == me { Err(Refusal::conflict("own-text")) } else { Ok(()) }
}

/// A report by a member, who has perhaps reported it before (`before`: when). `reads`: they may see what is hidden.
pub fn report(me: AccountId, text: &Text, reads: bool, before: Option<i64>, cause: &str, words: &str) -> Result<Reason, Refusal> {
    if text.hidden && !reads && text.author != me {
        return Err(Refusal::not_found());
    }
    if text.withdrawn {
        return Err(Refusal::conflict("already-withdrawn"));
    }
    if text.hidden {
        return Err(Refusal::conflict("already-hidden"));
    }
    if text.author == me {
        return Err(Refusal::conflict("report-own"));
    }
    // Other words since then may be reported anew.
    if before.is_some_and(|at| at >= text.written_at) {
        return Err(Refusal::conflict("already-reported"));
    }
    reason(cause, words)
}

/// Moderation hides a text, at any time. `restored_at`: the committee has had it shown again then.
pub fn hide(text: &Text, restored_at: Option<i64>, cause: &str, words: &str) -> Result<Reason, Refusal> {
    if text.hidden {
        return Err(Refusal::conflict("already-hidden"));
    }
    if text.withdrawn {
        return Err(Refusal::conflict("already-withdrawn"));
    }
    // The same words are not judged twice.
    if restored_at.is_some_and(|at| at >= text.written_at) {
        return Err(Refusal::conflict("restored-by-committee"));
    }
    reason(cause, words)
}

/// A hiding as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hiding {
    pub moderator: Option<AccountId>,
    pub appealed: bool,
    pub ending: Option<Ending>,
}

/// The author's one appeal against a hiding.
pub fn appeal(me: AccountId, text: &Text, hiding: &Hiding, words: &str) -> Result<String, Refusal> {
    if text.author != me {
        return Err(Refusal::conflict("not-yours"));
    }
    if hiding.appealed || hiding.ending.is_some() {
        return Err(Refusal::conflict("already-appealed"));
    }
    words_of("words", words)
}

/// A facilitator shows a text again, with the reason: it was a mistake. What the committee has upheld is the committee's, and one's own
/// text is for others to show.
pub fn lift(me: AccountId, text: &Text, hiding: &Hiding, words: &str) -> Result<String, Refusal> {
    if text.author == me {
        return Err(Refusal::conflict("own-text"));
    }
    match hiding.ending {
        Some(Ending::Upheld) => Err(Refusal::conflict("upheld-by-committee")),
        Some(_) => Err(Refusal::conflict("not-hidden")),
        None => words_of("words", words),
    }
}

/// The committee decides an appeal. Nobody decides about their own act, their own text, or what they reported themselves.
pub fn decide(me: AccountId, text: &Text, hiding: &Hiding, reported: bool, ending: &str, words: &str) -> Result<(Ending, String), Refusal> {
    if hiding.moderator == Some(me) || text.author == me || reported {
        return Err(Refusal::conflict("own-appeal"));
    }
    if !hiding.appealed || hiding.ending.is_some() {
        return Err(Refusal::conflict("no-appeal"));
    }
    let mut problems = Problems::new();
    let ending = match ending.parse() {
        Ok(Ending::Upheld) => Some(Ending::Upheld),
        Ok(Ending::Restored) => Some(Ending::Restored),
        _ => {
            problems.push(Problem::new("ending", "required"));
            None
        }
    };
    let words = problems.take(text::required("words", words, text::REASON));
    match (ending, words) {
        (Some(ending), Some(words)) => Ok((ending, words)),
        _ => Err(problems.refusal()),
    }
}

fn words_of(field: &str, words: &str) -> Result<String, Refusal> {
    text::required(field, words, text::REASON).map_err(|problem| Refusal { kind: crate::Kind::Invalid, problems: vec![problem] })
}

#[cfg(test)]
mod tests;
