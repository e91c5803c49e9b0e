//! Chapters: they gather articles, whose numbers run through the whole charter. Articles may stand before the first.

use crate::{Refusal, charter::article::Direction, id::ChapterId, refusal::Problems, text};

/// Most chapters of one charter.
pub const MOST: usize = 50;

/// A chapter's title as typed, where there are `there` of them.
pub fn titled(title: &str, there: usize) -> Result<String, Refusal> {
    let mut problems = Problems::new();
    let title = problems.take(text::required("title", &super::markup::one_line(title), text::TITLE));
    problems.check()?;
    if there >= MOST {
        return Err(Refusal::field("title", "chapters-many"));
    }
    Ok(title.unwrap_or_default())
}

/// The chapter with which `chapter` changes places; none at the end of the list.
pub fn neighbour(order: &[ChapterId], chapter: ChapterId, direction: Direction) -> Option<ChapterId> {
    let at = order.iter().position(|other| *other == chapter)?;
    let other = match direction {
        Direction::Up => at.checked_sub(1)?,
        Direction::Down => at + 1,
    };
    order.get(other).copied()
}

/// The articles in the order of their chapters, those of none first. Within a chapter they stand as they stood.
pub fn sorted<A>(chapters: &[ChapterId], mut articles: Vec<(A, Option<ChapterId>)>) -> Vec<A> {
    articles.sort_by_key(|(_, chapter)| chapter.and_then(|chapter| chapters.iter().position(|other| *other == chapter)));
    articles.into_iter().map(|(article, _)| article).collect()
}

/// The order after articles were put, one after the other, at the end of a chapter or of those in none.
pub fn placed<A: PartialEq>(
    chapters: &[ChapterId],
    mut articles: Vec<(A, Option<ChapterId>)>,
    moves: impl IntoIterator<Item = (A, Option<ChapterId>)>,
) -> Vec<A> {
    for (article, chapter) in moves {
        articles.retain(|(other, _)| *other != article);
        articles.push((article, chapter));
    }
    sorted(chapters, articles)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chapters() -> Vec<ChapterId> {
        (1..=3).map(|n| ChapterId(uuid::Uuid::from_u128(n))).collect()
    }

    #[test]
    fn an_article_goes_to_the_end_of_its_chapter() {
        let [one, two, three] = chapters()[..] else { unreachable!() };
        let articles = vec![('a', None), ('b', Some(one)), ('c', Some(one)), ('d', Some(three))];
        let put = |article, chapter| placed(&chapters(), articles.clone(), [(article, chapter)]).into_iter().collect::<String>();
        assert_eq!(put('a', Some(one)), "bcad");
        assert_eq!(put('d', None), "adbc");
        assert_eq!(put('b', Some(two)), "acbd");
        assert_eq!(put('c', Some(one)), "abcd");
        let all = placed(&chapters(), articles.clone(), [('d', Some(two)), ('a', Some(two)), ('b', None)]);
        assert_eq!(all.into_iter().collect::<String>(), "bcda");
    }

    #[test]
    fn articles_follow_their_chapter() {
        let [one, two, three] = chapters()[..] else { unreachable!() };
        let articles = vec![('a', None), ('b', Some(one)), ('c', Some(two)), ('d', Some(two))];
        assert_eq!(sorted(&[two, one, three], articles).into_iter().collect::<String>(), "acdb");
        assert_eq!(neighbour(&[two, one], two, Direction::Down), Some(one));
        assert_eq!(neighbour(&[two, one], two, Direction::Up), None);
    }

    #[test]
    fn a_chapter_has_a_title() {
        assert_eq!(titled("  Accueillir ", 0), Ok("Accueillir".into()));
        assert_eq!(titled(" ", 0), Err(Refusal::field("title", "required")));
        assert_eq!(titled("x", MOST), Err(Refusal::field("title", "chapters-many")));
    }
}
