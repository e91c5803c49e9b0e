//! Answers: what a person says to each question, checked against the form.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Problem, Refusal,
    refusal::Problems,
    survey::{
        code,
        form::{Form, Question, Required, Section},
        kind::{Choice, DECLINED, Kind, LONG, OPTIONS, OTHER, OTHER_TEXT, SHORT, YES},
        logic::{Answerer, Shown, shown},
    },
    text,
};

/// A key (a question's code, or `code.part`) to the codes chosen, or to the one text or number. Keys without an answer are left out.
pub type Answers = BTreeMap<String, Vec<String>>;

/// The name of an answer's input in the answering form, by which messages find it.
pub fn field(key: &str) -> String {
    format!("answers[{key}][]")
}

/// The answers in their canonical form, or everything that is wrong with them, question by question. An answer to a question that
/// is not shown is refused: see [`relevant`] for leaving such answers out.
pub fn check(form: &Form, answers: &Answers, who: &Answerer) -> Result<Answers, Refusal> {
    let (mut problems, mut checked) = (Problems::new(), Answers::new());
    let shown = shown(form, answers, who);
    if answers.keys().any(|key| form.owner(key).is_none()) {
        problems.push(Problem::new("", "answer-unknown-question"));
    } else if answers.iter().any(|(key, values)| !is_empty(values) && !shown.answers.contains_key(key)) {
        problems.push(Problem::new("", "answer-not-asked"));
    }
    for (at, question) in form.questions().enumerate() {
        if !shown.asks(question) {
            continue;
        }
        match check_one(question, answers) {
            Ok(given) => checked.extend(given),
            Err(wrong) => wrong.into_iter().for_each(|problem| problems.push(problem.with("question", at + 1))),
        }
    }
    if problems.is_empty() {
        for (at, question) in form.questions().enumerate().filter(|(_, question)| shown.asks(question)) {
            broken_rules(question, &checked, who).for_each(|problem| problems.push(problem.with("question", at + 1)));
        }
    }
    if problems.is_empty() && checked.is_empty() {
        problems.push(Problem::new("", "answer-nothing"));
    }
    problems.check()?;
    Ok(checked)
}

/// What of the answers concerns this person: the others are left out.
pub fn relevant(form: &Form, answers: &Answers, who: &Answerer) -> Answers {
    shown(form, answers, who).answers
}

/// What is wrong with the answers of one section so far: what is only missing is not wrong yet.
pub fn check_section(form: &Form, section: &Section, answers: &Answers, who: &Answerer) -> Result<(), Refusal> {
    let mut problems = Problems::new();
    let shown = shown(form, answers, who);
    for (at, question) in form.questions().enumerate().filter(|(_, question)| shown.asks(question)) {
        if section.questions.iter().all(|other| other.code != question.code) {
            continue;
        }
        match check_one(question, &shown.answers) {
            Ok(given) if !given.is_empty() => {
                broken_rules(question, &shown.answers, who).for_each(|problem| problems.push(problem.with("question", at + 1)));
            }
            Ok(_) => {}
            Err(wrong) => wrong
                .into_iter()
                .filter(|problem| problem.key != MISSING)
                .for_each(|problem| problems.push(problem.with("question", at + 1))),
        }
    }
    problems.check()
}

/// Questions of which an answer is wanted and not there: they are pointed out, and may stay as they are.
pub fn wanted<'f>(form: &'f Form, shown: &Shown<'_>) -> Vec<&'f Question> {
    form.questions()
        .filter(|question| question.required == Required::Soft && shown.asks(question) && !has_answer(question, &shown.answers))
        .collect()
}

/// Whether anything was said to a question, be it that one prefers not to.
pub fn has_answer(question: &Question, answers: &Answers) -> bool {
    question.keys().iter().any(|key| answers.get(key).is_some_and(|values| !is_empty(values)))
}

const MISSING: &str = "answer-required";

fn is_empty(values: &[String]) -> bool {
    values.iter().all(|value| value.trim().is_empty())
}

fn broken_rules(question: &Question, answers: &Answers, who: &Answerer) -> impl Iterator<Item = Problem> {
    let first = question.parts().into_iter().next().unwrap_or_else(|| question.code.clone());
    let answered = has_answer(question, answers) && !answers.contains_key(&question.key(DECLINED));
    let broken: Vec<Problem> = question
        .rules
        .iter()
        .filter(|rule| answered && !rule.must.holds(answers, who))
        .map(|rule| {
            // The facilitator's words in each language; the page picks the reader's.
            rule.words
                .0
                .iter()
                .fold(Problem::new(field(&first), "answer-rule"), |problem, (tag, words)| problem.with(&format!("words-{tag}"), words))
        })
        .collect();
    broken.into_iter()
}

/// The canonical answer of one question, key by key, or all that is wrong with it.
fn check_one(question: &Question, answers: &Answers) -> Result<Vec<(String, Vec<String>)>, Vec<Problem>> {
    let given = |key: &str| {
        answers
            .get(key)
            .map_or(&[][..], Vec::as_slice)
            .iter()
            .map(String::as_str)
            .filter(|value| !value.trim().is_empty())
            .collect::<Vec<_>>()
    };
    let declined = question.key(DECLINED);
    if question.declinable && !given(&declined).is_empty() {
        return Ok(vec![(declined, vec![YES.to_owned()])]);
    }
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    for key in question.parts() {
        match values(&question.kind, &key, &given(&key)) {
            Ok(values) if !values.is_empty() => found.push((key, values)),
            // Each row of a matrix is wanted; what is not shared out or not written is nothing.
            Ok(_)
                if question.required == Required::Yes
                    && (found.is_empty() && wrong.is_empty() || matches!(question.kind, Kind::Matrix { .. })) =>
            {
                wrong.push(Problem::new(field(&key), MISSING));
            }
            Ok(_) => {}
            Err(problem) => wrong.push(problem),
        }
    }
    if matches!(question.kind, Kind::Points { .. } | Kind::Texts { .. }) && !found.is_empty() {
        wrong.retain(|problem| problem.key != MISSING);
    }
    if let Kind::Points { total, .. } = question.kind
        && wrong.is_empty()
        && !found.is_empty()
    {
        let sum: i64 = found.iter().filter_map(|(_, values)| values.first()?.parse::<i64>().ok()).sum();
        if sum != i64::from(total) {
            wrong.push(Problem::new(field(&question.parts()[0]), "answer-points").with("total", total).with("sum", sum));
        }
    }
    if found.iter().any(|(_, values)| values.iter().any(|value| value == OTHER)) {
        let key = question.key(OTHER_TEXT);
        match text::required(&field(&key), given(&key).first().unwrap_or(&""), SHORT) {
            Ok(words) => found.push((key, vec![words.replace('\n', " ")])),
            Err(problem) if problem.key == "required" => wrong.push(Problem::new(field(&key), "answer-other")),
            Err(problem) => wrong.push(problem),
        }
    }
    if wrong.is_empty() { Ok(found) } else { Err(wrong) }
}

/// The canonical values of one part; none where nothing was given.
fn values(kind: &Kind, key: &str, given: &[&str]) -> Result<Vec<String>, Problem> {
    let wrong = |problem: &str| Problem::new(field(key), problem);
    let Some(first) = given.first() else { return Ok(Vec::new()) };
    if given.len() > 1 && !matches!(kind, Kind::Multiple { .. } | Kind::Ranking { .. }) {
        return Err(wrong("answer-only-one"));
    }
    match kind {
        Kind::Municipality { options, .. } => from_menu(options, first).map(|code| vec![code]).ok_or_else(|| wrong("answer-not-in-list")),
        Kind::Single { options, menu: true, .. } => {
            let value = from_menu(options, first).or((kind.has_other() && *first == OTHER).then(|| OTHER.to_owned()));
            value.map(|code| vec![code]).ok_or_else(|| wrong("answer-not-in-list"))
        }
        Kind::Multiple { options, least, most, .. } => {
            let chosen = in_order(&kind.codes(), given).ok_or_else(|| wrong("answer-unknown-option"))?;
            let alone = options.iter().find(|option| option.alone && chosen.contains(&option.code));
            match alone {
                Some(_) if chosen.len() > 1 => Err(wrong("answer-alone")),
                None if chosen.len() < *least => Err(wrong("answer-too-few").with("least", least)),
                _ if *most > 0 && chosen.len() > *most => Err(wrong("answer-too-many").with("most", most)),
                _ => Ok(chosen),
            }
        }
        Kind::Ranking { most, .. } => {
            let codes = kind.codes();
            if given.iter().any(|value| !codes.iter().any(|code| code == value)) {
                return Err(wrong("answer-unknown-option"));
            }
            if given.iter().collect::<BTreeSet<_>>().len() < given.len() {
                return Err(wrong("answer-twice"));
            }
            if *most > 0 && given.len() > *most {
                return Err(wrong("answer-too-many").with("most", most));
            }
            Ok(given.iter().map(|value| (*value).to_owned()).collect())
        }
        Kind::Number { .. } | Kind::Points { .. } => {
            let number: i64 = first.trim().parse().map_err(|_| wrong("answer-not-a-number"))?;
            let (min, max) = kind.numbers().unwrap_or_default();
            if (min..=max).contains(&number) {
                Ok(vec![number.to_string()])
            } else {
                Err(wrong("answer-out-of-range").with("min", min).with("max", max))
            }
        }
        Kind::Date => {
            let date: jiff::civil::Date = first.trim().parse().map_err(|_| wrong("answer-not-a-date"))?;
            if (1900..=2200).contains(&date.year()) { Ok(vec![date.to_string()]) } else { Err(wrong("answer-not-a-date")) }
        }
        Kind::Time => {
            let time: jiff::civil::Time = first.trim().parse().map_err(|_| wrong("answer-not-a-time"))?;
            Ok(vec![format!("{:02}:{:02}", time.hour(), time.minute())])
        }
        Kind::LongText { max } => Ok(vec![text::required(&field(key), first, *max)?]),
        Kind::ShortText { max } | Kind::Texts { max, .. } => Ok(vec![text::required(&field(key), first, *max)?.replace('\n', " ")]),
        Kind::Email => Ok(vec![crate::account::email(&field(key), first)?]),
        Kind::Note { .. } => Err(wrong("answer-unknown-question")),
        Kind::Single { .. }
        | Kind::YesNo { .. }
        | Kind::Scale { .. }
        | Kind::Faces
        | Kind::Stars
        | Kind::Nps
        | Kind::Matrix { .. }
        | Kind::Consent => in_order(&kind.codes(), given).ok_or_else(|| wrong("answer-unknown-option")),
    }
}

/// The chosen codes in the order of the form, each once; `None` if one is not among them.
fn in_order(codes: &[String], given: &[&str]) -> Option<Vec<String>> {
    given
        .iter()
        .all(|value| codes.iter().any(|code| code == value))
        .then(|| codes.iter().filter(|code| given.contains(&code.as_str())).cloned().collect())
}

/// The option that was typed: its code, or its words in any language, whatever their accents and capitals.
fn from_menu(options: &[Choice], typed: &str) -> Option<String> {
    let plain = |words: &str| code::plain_words(words);
    let wanted = plain(typed);
    options
        .iter()
        .find(|option| option.code == typed.trim())
        .or_else(|| options.iter().find(|option| option.label.0.values().any(|label| plain(label) == wanted)))
        .map(|option| option.code.clone())
}

/// A draft keeps whatever was typed, as long as it answers the form and is not enormous.
pub fn check_draft(form: &Form, answers: &Answers) -> Result<(), Refusal> {
    let mut problems = Problems::new();
    for (key, values) in answers {
        if form.owner(key).is_none() {
            problems.push(Problem::new("", "answer-unknown-question"));
        } else if values.len() > OPTIONS {
            problems.push(Problem::new(field(key), "answer-unknown-option"));
        } else if let Some(long) = values.iter().map(|value| value.chars().count()).find(|length| *length > 2 * LONG) {
            problems.push(Problem::new(field(key), "too-long").with("max", 2 * LONG).with("length", long));
        }
    }
    problems.check()
}

/// The draft with one section answered anew: a box that is no longer ticked leaves, other sections stay. What was typed into a
/// menu becomes the option it names.
pub fn merge(section: &Section, draft: Answers, sent: Answers) -> Answers {
    let of_section = |key: &String| section.questions.iter().any(|question| question.owns(key));
    let mut merged: Answers = draft.into_iter().filter(|(key, _)| !of_section(key)).collect();
    merged.extend(sent.into_iter().map(|(key, values)| (key, values.into_iter().filter(|value| !value.is_empty()).collect())));
    merged.retain(|_, values: &mut Vec<String>| !values.is_empty());
    for question in &section.questions {
        if let Kind::Single { options, menu: true, .. } | Kind::Municipality { options, .. } = &question.kind
            && let Some(first) = merged.get_mut(&question.code).and_then(|values| values.first_mut())
            && let Some(code) = from_menu(options, first)
        {
            *first = code;
        }
    }
    merged
}
