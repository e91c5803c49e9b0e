//! Articles and their versions: written by facilitators while the round is not closed, never overwritten.

use super::status::must_not_be_frozen;
use crate::{
    Kind, Problem, Refusal,
    id::ArticleId,
    refusal::Problems,
    round::{Calendar, RoundKind, State},
    text,
    text_enum::text_enum,
};

text_enum! {
    Direction {
        Up = "up",
        Down = "down",
    }
}

/// The words of one version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    pub title: String,
    pub body: String,
    /// The easy-to-read version.
    pub easy: String,
    /// Why this version.
    pub note: String,
}

/// Refuses unless articles may be written at `now`: drafting goes on while the round is open, ends with it, and rests while the text is
/// `frozen`, which it is during the ratification.
pub fn may_draft(kind: RoundKind, calendar: &Calendar, frozen: bool, now: i64) -> Result<(), Refusal> {
    match calendar.state(now) {
        _ if kind != RoundKind::Charter => Err(Refusal::not_found()),
        State::Draft | State::Announced | State::Open => must_not_be_frozen(frozen),
        State::Closed | State::Published => Err(Refusal::conflict("round-closed")),
    }
}

/// A new article as typed. Its first version need not say why.
pub fn first(title: &str, body: &str, easy: &str, note: &str) -> Result<Words, Refusal> {
    words(title, body, easy, text::optional("note", note, text::REASON))
}

/// A new version as typed. It says why; it differs from the one before; and it was written from the current one, else whoever was
/// faster would be overwritten unread.
pub fn next(current: (i64, &Words), from: i64, title: &str, body: &str, easy: &str, note: &str) -> Result<(i64, Words), Refusal> {
    let (number, before) = current;
    let words = words(title, body, easy, text::required("note", note, text::REASON))?;
    if from != number {
        return Err(Refusal::field("body", "article-newer"));
    }
    if (&words.title, &words.body, &words.easy) == (&before.title, &before.body, &before.easy) {
        return Err(Refusal::field("body", "article-unchanged"));
    }
    Ok((number + 1, words))
}

/// What a writer's form puts into the draft.
pub fn body(typed: &str) -> Result<String, Refusal> {
    let mut problems = Problems::new();
    let body = problems.take(text::required("body", typed, text::ARTICLE));
    problems.check()?;
    Ok(body.unwrap_or_default())
}

/// With which version's text the easy-to-read text of the next one was last confirmed. `before` is the version before it: its number, with
/// which its own was confirmed, and its words. Who leaves the easy-to-read text as it is while the text changes has not looked at it.
pub fn easy_of(before: (i64, i64, &Words), next: &Words) -> i64 {
    let (number, confirmed, words) = before;
    let in_step = confirmed == number;
    if words.easy != next.easy || (in_step && words.body == next.body) { number + 1 } else { confirmed }
}

/// Whether the text has moved on since its easy-to-read one was last confirmed.
pub const fn easy_is_behind(easy: &str, number: i64, confirmed: i64) -> bool {
    !easy.is_empty() && confirmed < number
}

/// What a version is called beside its number; nothing takes the name away.
pub fn named(name: &str) -> Result<String, Refusal> {
    text::optional("name", name, text::LINE).map_err(|problem| Refusal { kind: Kind::Invalid, problems: vec![problem] })
}

fn words(title: &str, body: &str, easy: &str, note: Result<String, Problem>) -> Result<Words, Refusal> {
    let mut problems = Problems::new();
    let title = problems.take(text::required("title", title, text::TITLE));
    let body = problems.take(text::required("body", body, text::ARTICLE));
    let easy = problems.take(text::optional("easy", easy, text::BODY));
    let note = problems.take(note);
    problems.check()?;
    Ok(Words {
        title: title.unwrap_or_default(),
        body: body.unwrap_or_default(),
        easy: easy.unwrap_or_default(),
        note: note.unwrap_or_default(),
    })
}

/// The article with which `article` changes places; none at the end of the list.
pub fn neighbour(order: &[ArticleId], article: ArticleId, direction: Direction) -> Option<ArticleId> {
    let at = order.iter().position(|other| *other == article)?;
    let other = match direction {
        Direction::Up => at.checked_sub(1)?,
        Direction::Down => at + 1,
    };
    order.get(other).copied()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const RUNNING: Calendar = Calendar { announced: true, opens_at: Some(10), closes_at: Some(20), closed_at: None, published_at: None };

    fn written() -> Words {
        Words { title: "Titre".into(), body: "Corps".into(), easy: String::new(), note: "Première".into() }
    }

    #[rstest]
    #[case(5, true)]
    #[case(15, true)]
    #[case(20, false)]
    fn after_closing_nothing_changes(#[case] now: i64, #[case] holds: bool) {
        assert_eq!(may_draft(RoundKind::Charter, &RUNNING, false, now).is_ok(), holds);
        assert!(may_draft(RoundKind::Charter, &RUNNING, true, now).is_err());
        assert_eq!(may_draft(RoundKind::Survey, &RUNNING, false, now), Err(Refusal::not_found()));
    }

    #[test]
    fn a_version_written_from_an_older_one_is_refused() {
        let words = written();
        assert_eq!(next((3, &words), 2, "Titre", "Autre", "", "x"), Err(Refusal::field("body", "article-newer")));
        assert_eq!(next((3, &words), 4, "Titre", "Autre", "", "x"), Err(Refusal::field("body", "article-newer")));
        assert_eq!(next((3, &words), 3, "Titre", "Autre", "", "Demandé").unwrap().0, 4);
    }

    #[test]
    fn a_version_changes_something_and_says_why() {
        let words = written();
        assert_eq!(next((1, &words), 1, " Titre", "Corps\r\n", "", "x"), Err(Refusal::field("body", "article-unchanged")));
        let refusal = next((1, &words), 1, "", &"x".repeat(text::ARTICLE + 1), "", " ").unwrap_err();
        assert_eq!(refusal.problems.iter().map(|p| p.field.as_str()).collect::<Vec<_>>(), ["title", "body", "note"]);
        assert!(first("Titre", "Corps", "", "").is_ok());
    }

    #[test]
    fn the_easy_text_falls_behind_until_somebody_looks_at_it() {
        let easy = |body: &str, easy: &str| Words { body: body.into(), easy: easy.into(), ..written() };
        let before = easy("Corps", "Facile");
        // The text alone: behind, and so it stays.
        assert_eq!(easy_of((3, 3, &before), &easy("Autre", "Facile")), 3);
        assert_eq!(easy_of((4, 3, &before), &easy("Corps", "Facile")), 3);
        // Both, the easy one alone, or nothing that the easy one tells.
        assert_eq!(easy_of((4, 3, &before), &easy("Autre", "Plus facile")), 5);
        assert_eq!(easy_of((4, 3, &before), &easy("Corps", "Plus facile")), 5);
        assert_eq!(easy_of((4, 4, &before), &Words { title: "Autre titre".into(), ..before.clone() }), 5);
        assert!(easy_is_behind("Facile", 4, 3) && !easy_is_behind("Facile", 4, 4) && !easy_is_behind("", 4, 3));
    }

    #[test]
    fn neighbours_stop_at_the_ends() {
        let order: Vec<ArticleId> = (1..=3).map(|n| ArticleId(uuid::Uuid::from_u128(n))).collect();
        assert_eq!(neighbour(&order, order[1], Direction::Up), Some(order[0]));
        assert_eq!(neighbour(&order, order[1], Direction::Down), Some(order[2]));
        assert_eq!(neighbour(&order, order[0], Direction::Up), None);
        assert_eq!(neighbour(&order, order[2], Direction::Down), None);
    }
}
