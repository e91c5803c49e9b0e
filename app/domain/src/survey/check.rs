//! Whether the logic of a form is sound: it speaks of what there is, of earlier questions only, and every question can be reached.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Problem, Refusal,
    college::CollegeKind,
    refusal::Problems,
    survey::{
        Answers,
        form::Form,
        kind::Kind,
        logic::{Answerer, Condition},
        pipe,
        quota::{LIMITS, QUOTAS},
    },
    text,
};

/// Parts of one condition.
pub const PARTS: usize = 30;
/// How deep conditions may stand in one another.
pub const DEPTH: usize = 5;
/// Beyond so many alternatives, whether a question can be reached is not worked out.
const ALTERNATIVES: usize = 256;

/// Everything that is wrong with the logic. `question` in a problem is the number of the question it is about.
pub fn sound(form: &Form) -> Result<(), Refusal> {
    let mut problems = Problems::new();
    let mut before = Vec::new();
    let mut reach = Reach::default();
    let mut number = 0;
    for section in &form.sections {
        if let Some(show) = &section.show {
            problems.take(speaks_of(form, show, &before).map_err(|problem| problem.with("question", number + 1)));
        }
        for question in &section.questions {
            number += 1;
            let wrong = |problem: Problem| problem.with("question", number);
            if let Some(show) = &question.show {
                problems.take(speaks_of(form, show, &before).map_err(wrong));
            }
            if problems.is_empty() {
                let shows: Vec<_> = section.show.iter().chain(&question.show).cloned().collect();
                if !reach.add(form, &question.code, Condition::All { of: shows }) {
                    problems.push(wrong(Problem::new("typed[show]", "logic-never")));
                }
            }
            for text in question.label.0.values().chain(question.help.0.values()) {
                for code in pipe::codes(text) {
                    if !before.iter().any(|key| key == code) {
                        problems.push(wrong(Problem::new("typed[label][fr]", "pipe-unknown").with("code", code)));
                    }
                }
            }
            before.extend(question.keys());
            for rule in &question.rules {
                problems.take(speaks_of(form, &rule.must, &before).map_err(wrong));
            }
        }
    }
    if form.quotas.len() > QUOTAS {
        problems.push(Problem::new("", "too-many-quotas").with("max", QUOTAS));
    }
    let mut quotas = BTreeSet::new();
    for quota in &form.quotas {
        problems.take(counted(form, &quota.key, &quota.value));
        problems.take(quota.words.checked("typed[words][fr]", text::REASON));
        if !LIMITS.contains(&quota.limit) {
            problems.push(Problem::new("typed[limit]", "out-of-bounds").with("min", LIMITS.start()).with("max", LIMITS.end()));
        }
        if !quotas.insert(quota.name()) {
            problems.push(
                Problem::new("typed[answer]", "quota-twice").with("code", shortened(&quota.key)).with("value", shortened(&quota.value)),
            );
        }
    }
    problems.check()
}

/// Whether a condition is of bounded size and speaks rightly of keys in `before`.
fn speaks_of(form: &Form, condition: &Condition, before: &[String]) -> Result<(), Problem> {
    if size(condition) > PARTS || depth(condition) > DEPTH {
        return Err(Problem::new("typed[show]", "logic-too-big").with("max", PARTS));
    }
    atoms(condition).into_iter().try_for_each(|atom| {
        for key in atom.keys() {
            if form.owner(key).is_none_or(|question| !question.keys().iter().any(|own| own == key)) {
                return Err(Problem::new("typed[show]", "logic-unknown").with("code", shortened(key)));
            }
            if !before.iter().any(|earlier| earlier == key) {
                return Err(Problem::new("typed[show]", "logic-later").with("code", shortened(key)));
            }
        }
        match atom {
            Condition::Chosen { key, value } => chosen(form, key, value),
            Condition::Number { key, .. } if form.owner(key).is_some_and(|question| question.kind.numbers().is_none()) => {
                Err(Problem::new("typed[show]", "logic-no-number").with("code", key))
            }
            Condition::Contains { words, .. } => text::required("typed[show]", words, text::LINE).map(drop),
            Condition::Language { tag } => text::required("typed[show]", tag, 35).map(drop),
            _ => Ok(()),
        }
    })
}

/// Whether a part can hold a value; parts that hold other things than codes hold none that could be named.
fn chosen(form: &Form, key: &str, value: &str) -> Result<(), Problem> {
    let Some(question) = form.owner(key) else {
        return Err(Problem::new("typed[show]", "logic-unknown").with("code", shortened(key)));
    };
    if question.kind.codes().iter().any(|code| code == value) && question.parts().iter().any(|part| part == key) {
        Ok(())
    } else {
        Err(Problem::new("typed[show]", "logic-value").with("code", shortened(key)).with("value", shortened(value)))
    }
}

/// Whether a quota can count this answer: tallies count ranks place by place.
fn counted(form: &Form, key: &str, value: &str) -> Result<(), Problem> {
    let wrong = |what: &str| Problem::new("typed[answer]", what).with("code", shortened(key)).with("value", shortened(value));
    let question = form.owner(key).ok_or_else(|| wrong("quota-unknown"))?;
    if matches!(question.kind, Kind::Ranking { .. }) {
        return Err(wrong("quota-value"));
    }
    chosen(form, key, value).map_err(|_| wrong("quota-value"))
}

fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

fn size(condition: &Condition) -> usize {
    match condition {
        Condition::All { of } | Condition::Any { of } => 1 + of.iter().map(size).sum::<usize>(),
        Condition::Not { of } => 1 + size(of),
        _ => 1,
    }
}

fn depth(condition: &Condition) -> usize {
    match condition {
        Condition::All { of } | Condition::Any { of } => 1 + of.iter().map(depth).max().unwrap_or(0),
        Condition::Not { of } => 1 + depth(of),
        _ => 1,
    }
}

fn atoms(condition: &Condition) -> Vec<&Condition> {
    match condition {
        Condition::All { of } | Condition::Any { of } => of.iter().flat_map(atoms).collect(),
        Condition::Not { of } => atoms(of),
        atom => vec![atom],
    }
}

/// What must hold for each question to be shown, worked out question by question.
#[derive(Default)]
struct Reach(BTreeMap<String, Condition>);

impl Reach {
    /// Notes when a question is shown; false if that can never be.
    fn add(&mut self, form: &Form, code: &str, show: Condition) -> bool {
        let show = self.grounded(form, &show);
        let reachable = alternatives(&show, true).is_none_or(|alternatives| alternatives.iter().any(|one| possible(form, one)));
        self.0.insert(code.to_owned(), show);
        reachable
    }

    /// The condition with each part that speaks of an answer joined to what shows that question: a hidden question answers nothing.
    fn grounded(&self, form: &Form, condition: &Condition) -> Condition {
        let each = |of: &[Condition]| of.iter().map(|one| self.grounded(form, one)).collect();
        match condition {
            Condition::All { of } => Condition::All { of: each(of) },
            Condition::Any { of } => Condition::Any { of: each(of) },
            Condition::Not { of } => Condition::Not { of: Box::new(self.grounded(form, of)) },
            atom => {
                let ground = atom.keys().first().and_then(|key| self.0.get(&form.owner(key)?.code));
                match ground {
                    Some(Condition::All { of }) if of.is_empty() => atom.clone(),
                    Some(ground) => Condition::All { of: vec![atom.clone(), ground.clone()] },
                    None => atom.clone(),
                }
            }
        }
    }
}

/// Parts that must hold (true) or must not (false), all at once.
type Alternative<'c> = Vec<(bool, &'c Condition)>;

/// The condition as a choice between alternatives (its disjunctive normal form); `None` when there are too many.
fn alternatives(condition: &Condition, holds: bool) -> Option<Vec<Alternative<'_>>> {
    match (condition, holds) {
        (Condition::Not { of }, holds) => alternatives(of, !holds),
        (Condition::All { of }, true) | (Condition::Any { of }, false) => {
            let mut all = vec![Vec::new()];
            for one in of {
                let one = alternatives(one, holds)?;
                if all.len() * one.len() > ALTERNATIVES {
                    return None;
                }
                all = all.iter().flat_map(|left| one.iter().map(move |right| left.iter().chain(right).copied().collect())).collect();
            }
            Some(all)
        }
        (Condition::Any { of } | Condition::All { of }, _) => {
            let mut all = Vec::new();
            for one in of {
                all.extend(alternatives(one, holds)?);
            }
            (all.len() <= ALTERNATIVES).then_some(all)
        }
        (atom, holds) => Some(vec![vec![(holds, atom)]]),
    }
}

/// Whether some person with some answers fits an alternative.
fn possible(form: &Form, parts: &Alternative<'_>) -> bool {
    let keys: BTreeSet<&str> = parts.iter().flat_map(|(_, atom)| atom.keys()).collect();
    let fits = |answers: &Answers, who: &Answerer, about: &dyn Fn(&Condition) -> bool| {
        parts.iter().filter(|(_, atom)| about(atom)).all(|(wanted, atom)| atom.holds(answers, who) == *wanted)
    };
    let none = Answers::new();
    let college = CollegeKind::ALL.iter().any(|kind| {
        let who = Answerer { college: Some(*kind), ..Answerer::default() };
        fits(&none, &who, &|atom| matches!(atom, Condition::College { .. }))
    });
    let tags = parts.iter().filter_map(|(_, atom)| if let Condition::Language { tag } = atom { Some(tag.as_str()) } else { None });
    let language = tags.chain([""]).any(|tag| {
        let who = Answerer { college: None, language: tag.to_owned() };
        fits(&none, &who, &|atom| matches!(atom, Condition::Language { .. }))
    });
    college
        && language
        && keys.iter().all(|key| {
            let about = |atom: &Condition| atom.keys().first() == Some(key);
            candidates(form, key, parts).into_iter().any(|values| {
                let answers = Answers::from([((*key).to_owned(), values)]);
                fits(&answers, &Answerer::default(), &about)
            })
        })
}

/// Answers that stand for all that a part may hold, as far as these conditions can tell them apart; the first is none.
fn candidates(form: &Form, key: &str, parts: &Alternative<'_>) -> Vec<Vec<String>> {
    let mut candidates = vec![Vec::new()];
    let Some(question) = form.owner(key) else { return candidates };
    match &question.kind {
        Kind::Multiple { options, most, .. } | Kind::Ranking { options, most, .. } => {
            // What must be chosen together, alone, and beside each one more.
            let wanted: Vec<String> = parts
                .iter()
                .filter_map(|(holds, atom)| match atom {
                    Condition::Chosen { key: k, value } if *holds && k == key => Some(value.clone()),
                    _ => None,
                })
                .collect();
            let alone = |code: &String| options.iter().any(|option| option.alone && option.code == *code);
            let many = wanted.iter().collect::<BTreeSet<_>>();
            if (*most == 0 || many.len() <= *most) && (many.len() < 2 || !wanted.iter().any(alone)) {
                candidates.push(wanted.clone());
            }
            if wanted.is_empty() {
                candidates.extend(question.kind.codes().into_iter().map(|code| vec![code]));
            }
        }
        kind if !kind.codes().is_empty() => candidates.extend(kind.codes().into_iter().map(|code| vec![code])),
        kind => {
            if let Some((min, max)) = kind.numbers() {
                candidates.extend((min..=max).map(|number| vec![number.to_string()]));
            } else {
                // A text can hold all words that it must hold at once.
                let words: Vec<&str> = parts
                    .iter()
                    .filter_map(|(holds, atom)| match atom {
                        Condition::Contains { key: k, words } if *holds && k == key => Some(words.as_str()),
                        _ => None,
                    })
                    .collect();
                candidates.push(vec![if words.is_empty() { "\u{1}".to_owned() } else { words.join("\u{1}") }]);
            }
        }
    }
    candidates
}
