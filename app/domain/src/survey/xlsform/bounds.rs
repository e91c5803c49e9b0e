//! The parts of a `constraint` that are bounds of a kind: of a number, of how many are chosen, of a text's length.

use super::expression::{Node, Sign};
use crate::survey::logic::Compare;

/// The parts of a constraint that must all hold; bounds are taken out of them.
pub struct Conjuncts {
    whole: Option<Node>,
    of: Vec<Node>,
    taken: bool,
}

/// What a bound is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// `.`
    Value,
    /// `count-selected(.)`
    Count,
    /// `string-length(.)`; only how long it may be.
    Length,
}

impl Measure {
    fn is(self, node: &Node) -> bool {
        match (self, node) {
            (Measure::Value, Node::Own) => true,
            (Measure::Count, Node::Call(call, of)) => call == "count-selected" && of == &[Node::Own],
            (Measure::Length, Node::Call(call, of)) => call == "string-length" && of == &[Node::Own],
            _ => false,
        }
    }
}

impl Conjuncts {
    pub fn of(node: Option<Node>) -> Self {
        let of = match &node {
            Some(Node::And(of)) => of.clone(),
            other => other.iter().cloned().collect(),
        };
        Conjuncts { whole: node, of, taken: false }
    }

    /// Whether there was something that could be read.
    pub fn is_read(&self) -> bool {
        self.whole.is_some()
    }

    /// The least and the greatest that are asked for.
    pub fn take(&mut self, measure: Measure) -> (Option<i64>, Option<i64>) {
        let (mut least, mut most): (Option<i64>, Option<i64>) = (None, None);
        let before = self.of.len();
        self.of.retain(|node| {
            let Some((compare, number)) = bound(measure, node) else { return true };
            let (low, high) = match compare {
                Compare::AtLeast => (Some(number), None),
                Compare::More => (Some(number.saturating_add(1)), None),
                Compare::AtMost => (None, Some(number)),
                Compare::Less => (None, Some(number.saturating_sub(1))),
                Compare::Equal => (Some(number), Some(number)),
            };
            if measure == Measure::Length && low.is_some() || measure == Measure::Value && compare == Compare::Equal {
                return true;
            }
            least = least.max(low);
            most = if high.is_some_and(|high| most.is_none_or(|most| high < most)) { high } else { most };
            false
        });
        self.taken |= self.of.len() < before;
        (least, most)
    }

    /// Whether the answer must look like an e-mail address.
    pub fn take_email(&mut self) -> bool {
        let before = self.of.len();
        self.of.retain(|node| {
            let Node::Call(call, of) = node else { return true };
            !(call == "regex" && matches!(of.as_slice(), [Node::Own, pattern] if pattern.literal().is_some_and(|text| text.contains('@'))))
        });
        let found = self.of.len() < before;
        self.taken |= found;
        found
    }

    /// What is left to be a rule.
    pub fn rest(mut self) -> Option<Node> {
        match self.of.len() {
            _ if !self.taken => self.whole,
            0 | 1 => self.of.pop(),
            _ => Some(Node::And(self.of)),
        }
    }
}

fn bound(measure: Measure, node: &Node) -> Option<(Compare, i64)> {
    let Node::Compare(sign, left, right) = node else { return None };
    let (sign, number) = match (&**left, &**right) {
        (own, Node::Number(number)) if measure.is(own) => (*sign, number),
        (Node::Number(number), own) if measure.is(own) => (sign.turned(), number),
        _ => return None,
    };
    let Sign::Is(compare) = sign else { return None };
    Some((compare, number.parse().ok()?))
}
