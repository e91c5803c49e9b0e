//! Answers: what a person says to each question, checked against the form.

use std::collections::BTreeMap;

use crate::{
    Problem, Refusal,
    refusal::Problems,
    survey::form::{Form, Kind, LONG, OPTIONS, Question, Section},
    text,
};

/// Question code to the codes chosen, or to the one text or number. Questions without an answer are left out.
pub type Answers = BTreeMap<String, Vec<String>>;

/// The name of a question's input in the answering form, by which messages find it.
pub fn field(code: &str) -> String {
    format!("answers[{code}][]")
}

/// The answers in their canonical form, or everything that is wrong with them, question by question.
pub fn check(form: &Form, answers: &Answers) -> Result<Answers, Refusal> {
    let (mut problems, mut checked) = (Problems::new(), Answers::new());
    if answers.keys().any(|code| form.question(code).is_none()) {
        problems.push(Problem::new("", "answer-unknown-question"));
    }
    for (at, question) in form.questions().enumerate() {
        let given = answers.get(&question.code).map_or(&[][..], Vec::as_slice);
        match problems.take(check_one(question, given).map_err(|problem| problem.with("question", at + 1))) {
            Some(values) if !values.is_empty() => {
                checked.insert(question.code.clone(), values);
            }
            _ => {}
        }
    }
    if problems.is_empty() && checked.is_empty() {
        problems.push(Problem::new("", "answer-nothing"));
    }
    problems.check()?;
    Ok(checked)
}

/// What is wrong with the answers of one section so far: what is only missing is not wrong yet.
pub fn check_section(form: &Form, section: &Section, answers: &Answers) -> Result<(), Refusal> {
    let mut problems = Problems::new();
    for (at, question) in form.questions().enumerate() {
        if section.questions.iter().any(|other| other.code == question.code)
            && let Some(given) = answers.get(&question.code)
            && let Err(problem) = check_one(question, given)
            && problem.key != MISSING
        {
            problems.push(problem.with("question", at + 1));
        }
    }
    problems.check()
}

const MISSING: &str = "answer-required";

fn check_one(question: &Question, given: &[String]) -> Result<Vec<String>, Problem> {
    let field = field(&question.code);
    let given: Vec<&String> = given.iter().filter(|value| !value.trim().is_empty()).collect();
    let Some(first) = given.first() else {
        return if question.required { Err(Problem::new(field, MISSING)) } else { Ok(Vec::new()) };
    };
    if given.len() > 1 && !matches!(question.kind, Kind::Multiple { .. }) {
        return Err(Problem::new(field, "answer-only-one"));
    }
    let unknown = || Problem::new(field.clone(), "answer-unknown-option");
    match &question.kind {
        // In the order of the form, whatever the order they came in.
        Kind::Single { options } | Kind::Multiple { options } => {
            if given.iter().any(|value| options.iter().all(|option| option.code != **value)) {
                return Err(unknown());
            }
            Ok(options.iter().filter(|option| given.contains(&&option.code)).map(|option| option.code.clone()).collect())
        }
        Kind::Scale { .. } | Kind::Faces => {
            if question.kind.steps().contains(first) {
                Ok(vec![(*first).clone()])
            } else {
                Err(unknown())
            }
        }
        Kind::Number { min, max, .. } => {
            let number: i64 = first.trim().parse().map_err(|_| Problem::new(field.clone(), "answer-not-a-number"))?;
            if (*min..=*max).contains(&number) {
                Ok(vec![number.to_string()])
            } else {
                Err(Problem::new(field, "answer-out-of-range").with("min", min).with("max", max))
            }
        }
        Kind::ShortText { max } | Kind::LongText { max } => {
            let words = text::required(&field, first, *max)?;
            Ok(vec![if matches!(question.kind, Kind::ShortText { .. }) { words.replace('\n', " ") } else { words }])
        }
    }
}

/// A draft keeps whatever was typed, as long as it answers the form and is not enormous.
pub fn check_draft(form: &Form, answers: &Answers) -> Result<(), Refusal> {
    let mut problems = Problems::new();
    for (code, values) in answers {
        if form.question(code).is_none() {
            problems.push(Problem::new("", "answer-unknown-question"));
        } else if values.len() > OPTIONS {
            problems.push(Problem::new(field(code), "answer-unknown-option"));
        } else if let Some(long) = values.iter().map(|value| value.chars().count()).find(|length| *length > 2 * LONG) {
            problems.push(Problem::new(field(code), "too-long").with("max", 2 * LONG).with("length", long));
        }
    }
    problems.check()
}

/// The draft with one section answered anew: a box that is no longer ticked leaves, other sections stay.
pub fn merge(section: &Section, draft: Answers, sent: Answers) -> Answers {
    let of_section = |code: &String| section.questions.iter().any(|question| question.code == *code);
    let mut merged: Answers = draft.into_iter().filter(|(code, _)| !of_section(code)).collect();
    merged.extend(sent.into_iter().map(|(code, values)| (code, values.into_iter().filter(|value| !value.is_empty()).collect())));
    merged.retain(|_, values: &mut Vec<String>| !values.is_empty());
    merged
}
