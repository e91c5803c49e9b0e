//! The styles of an ODT: which set words apart, which lists have numbers.

use std::collections::HashMap;

use super::xml::{Node, Tag};

/// Styles that rest on one another.
const CHAIN: usize = 12;

/// How a style sets words apart: italics, bold, or in a way that a charter has not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Set {
    pub emphasis: bool,
    pub strong: bool,
    pub other: bool,
}

/// A list with numbers: the first, and whether they are plain figures.
#[derive(Clone, Copy)]
pub struct Numbers {
    pub first: usize,
    pub plain: bool,
}

#[derive(Default)]
pub struct Styles {
    /// Which style each rests on.
    parents: HashMap<String, String>,
    /// Those of passages that are set apart.
    sets: HashMap<String, Set>,
    lists: HashMap<String, Numbers>,
    /// The style, and the list's style, that are being read.
    style: String,
    passage: bool,
    list: String,
}

impl Styles {
    pub fn meet(&mut self, node: &Node<'_>) {
        let Node::Open(tag) = node else { return };
        match tag.name.as_str() {
            "style:style" => {
                self.style = tag.text("style:name");
                self.passage = tag.get("style:family") == Some("text");
                self.parents.insert(self.style.clone(), tag.text("style:parent-style-name"));
            }
            "style:text-properties" if self.passage => {
                let set = set(tag);
                if set != Set::default() {
                    self.sets.insert(self.style.clone(), set);
                }
            }
            "text:list-style" => self.list = tag.text("style:name"),
            "text:list-level-style-number" if tag.get("text:level") == Some("1") && tag.get("style:num-format") != Some("") => {
                let first = tag.get("text:start-value").and_then(|first| first.parse().ok()).unwrap_or(1);
                self.lists.insert(self.list.clone(), Numbers { first, plain: tag.get("style:num-format") == Some("1") });
            }
            _ => {}
        }
    }

    /// How a style of passages sets words apart, with those it rests on.
    pub fn set(&self, style: &str) -> Set {
        let mut all = Set::default();
        self.chain(style, |style| {
            let own = self.sets.get(style).copied().unwrap_or_default();
            all.emphasis |= own.emphasis || style == "Emphasis";
            all.strong |= own.strong || style == "Strong_20_Emphasis";
            all.other |= own.other;
            false
        });
        all
    }

    pub fn numbers(&self, list: &str) -> Option<Numbers> {
        self.lists.get(list).copied()
    }

    /// Whether a style is, or rests on, the one of titles.
    pub fn is_title(&self, style: &str) -> bool {
        self.chain(style, |style| style == "Title")
    }

    fn chain(&self, style: &str, mut wanted: impl FnMut(&str) -> bool) -> bool {
        let mut style = style;
        for _ in 0..CHAIN {
            if wanted(style) {
                return true;
            }
            match self.parents.get(style) {
                Some(parent) => style = parent,
                None => return false,
            }
        }
        false
    }
}

fn set(tag: &Tag) -> Set {
    let set = |name: &str, plain: &str| tag.get(name).is_some_and(|value| value != plain);
    Set {
        emphasis: set("fo:font-style", "normal"),
        strong: set("fo:font-weight", "normal"),
        other: set("style:text-underline-style", "none") || set("style:text-line-through-style", "none"),
    }
}
