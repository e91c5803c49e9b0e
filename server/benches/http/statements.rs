//! A round of many short statements, each voted on by some, as those find it who vote one at a time.

use domain::{
    id::{AccountId, CollegeId, ProcessId, RoundId},
    lang::LangText,
    proposals::{Choice, Proposal, Vote},
    round::{Calendar, Mode, RoundKind},
};
use store::{Conn, Error, proposals, round};

const STATEMENTS: usize = 2_000;
/// How many people have voted on each.
const VOTERS: usize = 30;

/// The first of `people` has voted on nothing, the second on all but the last twenty.
pub async fn fill(c: &mut Conn, process: ProcessId, open: Calendar, people: &[(AccountId, CollegeId)], now: i64) -> Result<RoundId, Error> {
    let text = |words: &str| LangText::of("fr", words);
    let rules = serde_json::json!({"method": "agree"});
    let id = round::create(c, process, RoundKind::Proposals, Mode::Named, &text("Une phrase à la fois"), &text(""), &rules).await?;
    round::set_calendar(c, id, open).await?;
    for number in 0..STATEMENTS {
        let (author, college) = people[number % people.len()];
        let words = Proposal { title: format!("Phrase {number}"), body: "Il faudrait une halte-garderie le samedi matin.".into() };
        let statement = proposals::create(c, id, author, college, &words, now).await?;
        let others = (0..VOTERS).map(|voter| people[2 + (number * 7 + voter) % (people.len() - 2)]);
        let second = people.get(1).copied().filter(|_| number + 20 < STATEMENTS);
        for (turn, (voter, college)) in others.chain(second).enumerate() {
            let choice = [Choice::Agree, Choice::Disagree, Choice::Pass][(number + turn) % 3];
            let vote = Vote { college, choice };
            proposals::vote(c, statement, voter, vote, &[(vote, 1)]).await?;
        }
    }
    Ok(id)
}
