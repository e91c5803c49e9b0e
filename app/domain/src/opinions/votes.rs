//! Who answered what: one row per person, one column per statement, only what was answered.

/// What somebody answers to a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Answer {
    Agree,
    Pass,
    Disagree,
}

impl Answer {
    /// In the sign of the model: agree −1, disagree +1.
    pub const fn value(self) -> f64 {
        match self {
            Answer::Agree => -1.0,
            Answer::Pass => 0.0,
            Answer::Disagree => 1.0,
        }
    }

    const ALL: [Answer; ANSWERS] = [Answer::Agree, Answer::Pass, Answer::Disagree];
}

/// How many answers there are.
pub const ANSWERS: usize = 3;

/// What is known of a statement besides its votes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Statement {
    /// Moderation has hidden it.
    pub hidden: bool,
    /// It asks who speaks and is not an opinion.
    pub meta: bool,
}

impl Statement {
    /// Nobody's answer to it counts for groups.
    pub const fn silent(self) -> bool {
        self.hidden || self.meta
    }
}

/// All answers, person by person, statement by statement: always in the order of their keys, whatever order they came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Votes {
    columns: usize,
    starts: Vec<usize>,
    /// Column and answer in one number, `column · 3 + answer`: a sweep over all answers reads one table.
    cells: Vec<u32>,
}

impl Votes {
    /// Puts votes in order. A person who answers a statement twice has the later answer; statements from `columns` on are left out.
    /// The second part says who each row is.
    pub fn gather<K: Ord>(columns: usize, votes: impl IntoIterator<Item = (K, usize, Answer)>) -> (Votes, Vec<K>) {
        let mut all: Vec<(K, u32)> = votes
            .into_iter()
            .filter(|(_, column, _)| *column < columns)
            .filter_map(|(person, column, answer)| Some((person, u32::try_from(column * ANSWERS + answer as usize).ok()?)))
            .collect();
        // Stable: of two answers to one statement the later stays behind the earlier.
        all.sort_by(|(a, x), (b, y)| a.cmp(b).then((x / 3).cmp(&(y / 3))));
        let mut built = Votes { columns, starts: vec![0], cells: Vec::with_capacity(all.len()) };
        let mut people: Vec<K> = Vec::new();
        for (person, cell) in all {
            if people.last() == Some(&person) {
                match built.cells.last_mut() {
                    Some(last) if *last / 3 == cell / 3 => *last = cell,
                    _ => built.cells.push(cell),
                }
            } else {
                if !people.is_empty() {
                    built.starts.push(built.cells.len());
                }
                people.push(person);
                built.cells.push(cell);
            }
        }
        if !people.is_empty() {
            built.starts.push(built.cells.len());
        }
        (built, people)
    }

    /// People.
    pub fn rows(&self) -> usize {
        self.starts.len() - 1
    }

    /// Statements.
    pub const fn columns(&self) -> usize {
        self.columns
    }

    /// Answers in all.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// One person's answers as numbers `column · 3 + answer`.
    pub(super) fn cells(&self, row: usize) -> &[u32] {
        &self.cells[self.starts[row]..self.starts[row + 1]]
    }

    /// One person's answers.
    pub fn answers(&self, row: usize) -> impl Iterator<Item = (usize, Answer)> + '_ {
        self.cells(row).iter().map(|cell| (*cell as usize / ANSWERS, Answer::ALL[*cell as usize % ANSWERS]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stand_in_the_order_of_their_keys_and_the_later_answer_counts() {
        use Answer::{Agree, Disagree, Pass};
        let (votes, people) = Votes::gather(2, [("b", 1, Agree), ("a", 0, Pass), ("b", 0, Disagree), ("b", 1, Pass), ("a", 7, Agree)]);
        assert_eq!(people, ["a", "b"]);
        assert_eq!(votes.answers(0).collect::<Vec<_>>(), [(0, Pass)]);
        assert_eq!(votes.answers(1).collect::<Vec<_>>(), [(0, Disagree), (1, Pass)]);
        let (none, nobody) = Votes::gather::<u8>(3, []);
        assert_eq!((none.rows(), nobody.len(), none.len()), (0, 0, 0));
    }
}
