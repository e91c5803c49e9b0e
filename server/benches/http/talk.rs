//! A proposal with five hundred comments: many threads, one of them long, marks, wordings that changed.

use domain::{
    comments::{Mark, Subject},
    id::{AccountId, CollegeId, RoundId},
    proposals::Proposal,
};
use store::{Conn, Error, comments};

/// Comments on the proposal.
const COMMENTS: i64 = 500;
/// Of these, how many stand in one thread.
const LONG: i64 = 150;

pub struct Talk {
    pub subject: Subject,
    /// The last comment of the long thread.
    pub last: String,
}

pub async fn fill(c: &mut Conn, round: RoundId, people: &[(AccountId, CollegeId)], now: i64) -> Result<Talk, Error> {
    let author = |number: i64| people[usize::try_from(number).unwrap_or(0) % people.len()];
    let (me, college) = author(0);
    let words = Proposal { title: "Ce dont tout le monde parle".into(), body: "Des mots pour la dire.".into() };
    let subject = Subject::Proposal(store::proposals::create(c, round, me, college, &words, now).await?);
    let (mut roots, mut last) = (Vec::new(), String::new());
    for number in 0..COMMENTS {
        let (me, college) = author(number);
        // The first thread is the long one; of the others every fourth comment begins one.
        let parent = match number {
            0 => None,
            n if n < LONG => roots.first().copied(),
            n if n % 4 == 0 => None,
            _ => roots.last().copied(),
        };
        let body =
            format!("Commentaire {number} : nous en avons parlé à la sortie de l’école, et plusieurs parents viendraient le samedi matin.");
        let new = comments::New { round, subject, parent, author: me, college: Some(college), body: &body };
        let id = comments::create(c, new, now + number).await?;
        if parent.is_none() {
            roots.push(id);
        }
        if number == LONG - 1 {
            last = id.to_string();
        }
        for marker in 1..4 {
            comments::mark(c, id, author(number + marker).0, Some(Mark::Agree), (1, 0)).await?;
        }
        if number % 5 == 0 {
            comments::edit(c, id, &format!("{body} Et le mercredi."), now + number + 1).await?;
        }
    }
    Ok(Talk { subject, last })
}
