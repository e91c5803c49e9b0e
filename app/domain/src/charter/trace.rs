//! Where the words of an article come from: each sentence through the versions, and back from a passage to what became of it.
//!
//! Versions are counted from 0 here, in the order in which they were given.

use std::collections::HashMap;

use super::{
    anchor::{carried, looked_up, sentences, words},
    diff::pairs,
    merge::edits,
};

/// A sentence came of another one when so much of its words, or of the other's, is in both.
const WITHIN_PERCENT: usize = 60;
/// Fewer words than that are in many sentences by chance.
const FEWEST_WORDS: usize = 3;
/// Regions with more pairs than this are not searched for sentences that were parted or joined.
const MOST_PAIRS: usize = 2_500;

/// A version in which a sentence came to read otherwise: the sentences that it was, none where it is new, and those it became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step<'t> {
    pub version: usize,
    pub was: Vec<&'t str>,
    pub is: Vec<&'t str>,
}

/// What became of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage<'t> {
    /// The sentences of the last text that came of it.
    pub sentences: Vec<usize>,
    /// The versions in which its own words changed.
    pub changed: Vec<usize>,
    /// Its sentences as they were, and as they are.
    pub was: Vec<&'t str>,
    pub is: Vec<&'t str>,
}

/// The texts of one article, the oldest first, and which sentences came of which.
pub struct Lineage<'t> {
    texts: Vec<&'t str>,
    lines: Vec<Vec<&'t str>>,
    /// Of each text: the sentences of the one before that each of its sentences came of.
    from: Vec<Vec<Vec<usize>>>,
}

impl<'t> Lineage<'t> {
    pub fn new(texts: &[&'t str]) -> Self {
        let lines: Vec<Vec<&'t str>> = texts.iter().map(|text| lines(text)).collect();
        let first = lines.first().map(|lines| vec![Vec::new(); lines.len()]);
        let from = first.into_iter().chain(lines.windows(2).map(|pair| link(&pair[0], &pair[1]))).collect();
        Lineage { texts: texts.to_vec(), lines, from }
    }

    /// The sentences of the last text.
    pub fn last(&self) -> &[&'t str] {
        self.lines.last().map_or(&[], Vec::as_slice)
    }

    /// The versions in which a sentence of the last text came to read as it does, the last first: since the first one it stands so, in
    /// the last one of them it began.
    pub fn steps(&self, sentence: usize) -> Vec<Step<'t>> {
        let (mut steps, mut now) = (Vec::new(), vec![sentence]);
        for version in (1..self.lines.len()).rev() {
            let mut before: Vec<usize> = now.iter().flat_map(|at| self.from[version][*at].iter().copied()).collect();
            before.sort_unstable();
            before.dedup();
            let (was, is) = (self.at(version - 1, &before), self.at(version, &now));
            if was != is {
                steps.push(Step { version, was, is });
            }
            if before.is_empty() {
                return steps;
            }
            now = before;
        }
        steps.push(Step { version: 0, was: Vec::new(), is: self.at(0, &now) });
        steps
    }

    /// The sentences of the last text that came of these ones of a version.
    pub fn reached(&self, version: usize, from: &[usize]) -> Vec<usize> {
        (version + 1..self.lines.len()).fold(from.to_vec(), |now, version| self.became(version, &now))
    }

    /// The sentences of a version that a text proposed in its place changes. What it adds touches the sentence before it.
    pub fn touched(&self, version: usize, proposed: &str) -> Vec<usize> {
        let Some(old) = self.lines.get(version) else { return Vec::new() };
        let new = lines(proposed);
        let from = link(old, &new);
        let mut touched = vec![true; old.len()];
        for (text, from) in new.iter().zip(&from) {
            if let [only] = from[..]
                && old[only] == *text
            {
                touched[only] = false;
            }
        }
        let mut beside = 0;
        for from in &from {
            match from.last() {
                Some(last) => beside = *last,
                None => touched.get_mut(beside).into_iter().for_each(|touched| *touched = true),
            }
        }
        (0..old.len()).filter(|at| touched[*at]).collect()
    }

    /// What became of words that somebody spoke of in a version; none where they do not stand there in one place alone.
    pub fn passage(&self, version: usize, quote: &str) -> Option<Passage<'t>> {
        let (exact, numbers) = looked_up(self.texts.get(version)?, quote);
        exact?;
        let mut at: Vec<usize> = numbers.into_iter().map(|n| n as usize).collect();
        let was = self.at(version, &at);
        let mut text = was.join(" ");
        let mut place = looked_up(&text, quote).0;
        let mut changed = Vec::new();
        for next in version + 1..self.lines.len() {
            at = self.became(next, &at);
            let new = self.at(next, &at).join(" ");
            if new != text {
                let stood = place.as_ref().and_then(|place| words(&text, place));
                let carried = place.and_then(|place| carried(&place, &text, &new));
                let stands = carried.as_ref().and_then(|place| words(&new, place));
                if stood.is_some_and(|stood| !stands.is_some_and(|stands| stands.split_whitespace().eq(stood.split_whitespace()))) {
                    changed.push(next);
                }
                (place, text) = (carried, new);
            }
        }
        let is = self.at(self.lines.len() - 1, &at);
        Some(Passage { sentences: at, changed, was, is })
    }

    fn at(&self, version: usize, sentences: &[usize]) -> Vec<&'t str> {
        sentences.iter().filter_map(|at| self.lines[version].get(*at).copied()).collect()
    }

    /// The sentences of a version that came of these ones of the version before it.
    fn became(&self, version: usize, before: &[usize]) -> Vec<usize> {
        let from = &self.from[version];
        (0..from.len()).filter(|at| from[*at].iter().any(|from| before.contains(from))).collect()
    }
}

fn lines(text: &str) -> Vec<&str> {
    sentences(text).into_iter().map(|sentence| sentence.text).collect()
}

/// Of which sentences of the old text each sentence of the new one came.
fn link(old: &[&str], new: &[&str]) -> Vec<Vec<usize>> {
    let edits = edits(old, new);
    let mut from = vec![Vec::new(); new.len()];
    let (mut i, mut j) = (0, 0);
    for edit in &edits {
        (i..edit.base.start).zip(j..edit.new.start).for_each(|(i, j)| from[j].push(i));
        (i, j) = (edit.base.end, edit.new.end);
    }
    (i..old.len()).zip(j..new.len()).for_each(|(i, j)| from[j].push(i));
    // What only moved reads as it did.
    let mut gone: HashMap<&str, Vec<usize>> = HashMap::new();
    for i in edits.iter().flat_map(|edit| edit.base.clone()).rev() {
        gone.entry(old[i]).or_default().push(i);
    }
    for j in edits.iter().flat_map(|edit| edit.new.clone()) {
        from[j].extend(gone.get_mut(new[j]).and_then(Vec::pop));
    }
    let gone: Vec<usize> = gone.into_values().flatten().collect();
    for edit in &edits {
        let before: Vec<usize> = edit.base.clone().filter(|i| gone.contains(i)).collect();
        let after: Vec<usize> = edit.new.clone().filter(|j| from[*j].is_empty()).collect();
        changed(old, new, &before, &after, &mut from);
    }
    from.iter_mut().for_each(|from| from.sort_unstable());
    from
}

/// Sentences that were reworded, parted or joined.
fn changed(old: &[&str], new: &[&str], before: &[usize], after: &[usize], from: &mut [Vec<usize>]) {
    let (was, is): (Vec<&str>, Vec<&str>) = (before.iter().map(|i| old[*i]).collect(), after.iter().map(|j| new[*j]).collect());
    let mut taken = vec![false; before.len()];
    for (i, j) in pairs(&was, &is) {
        from[after[j]].push(before[i]);
        taken[i] = true;
    }
    // One that stands alone in the place of one.
    if let ([i], [j]) = (before, after) {
        from[*j] = vec![*i];
        return;
    }
    if before.len() * after.len() > MOST_PAIRS {
        return;
    }
    for j in 0..after.len() {
        if from[after[j]].is_empty()
            && let Some(i) = (0..before.len()).find(|i| within(is[j], was[*i]))
        {
            from[after[j]].push(before[i]);
            taken[i] = true;
        }
    }
    for i in (0..before.len()).filter(|i| !taken[*i]) {
        if let Some(j) = (0..after.len()).find(|j| within(was[i], is[*j])) {
            from[after[j]].push(before[i]);
        }
    }
}

/// Whether most words of a text are in another one.
fn within(part: &str, whole: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let (part, mut whole) = (words(part), words(whole));
    let shared = part
        .iter()
        .filter(|word| {
            let there = whole.iter().position(|other| other == *word);
            there.is_some_and(|at| {
                whole.swap_remove(at);
                true
            })
        })
        .count();
    shared >= FEWEST_WORDS && shared * 100 >= part.len() * WITHIN_PERCENT
}

#[cfg(test)]
mod tests;
