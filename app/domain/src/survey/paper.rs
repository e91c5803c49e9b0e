//! Answers on paper: the code at the foot of each page, what may be keyed from a sheet, and two keyings of one sheet compared.

use std::collections::BTreeMap;

use crate::{
    Problem, Refusal,
    code::Code,
    id::RoundId,
    refusal::Problems,
    survey::{
        answer::{Answers, check, merge, relevant},
        code::plain_words,
        form::{Form, Question, Required},
        kind::{Kind, OTHER_TEXT},
        logic::{Answerer, Condition},
    },
    text_enum::text_enum,
};

/// Sheets of a round are numbered from 1.
pub const SHEETS: u32 = 9_999;
/// Sheets printed with their numbers at once.
pub const COPIES: u32 = 30;
/// Pages of a sheet.
pub const PAGES: u32 = 99;

text_enum! {
    /// How a response came. Says nothing of whom it came from.
    Channel {
        Web = "web",
        /// Keyed twice from a sheet.
        Paper = "paper",
        /// Written by a helper beside the person.
        Proxy = "proxy",
    }
}

/// What stands on a page of paper, so that sheets that got mixed are told apart. Twelve signs, the last of which checks the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageCode {
    /// See [`round_mark`].
    pub round: u32,
    /// See [`version`].
    pub version: u32,
    /// 0 where the number is written by hand.
    pub sheet: u32,
    pub page: u32,
}

const SIGNS: u32 = 29;
const ROUNDS: u32 = SIGNS.pow(4);
const VERSIONS: u32 = SIGNS.pow(2);
const SHEET_CODES: u32 = SIGNS.pow(3);
const PAGE_CODES: u32 = SIGNS.pow(2);

/// What a page says of its round.
pub fn round_mark(round: RoundId) -> u32 {
    u32::try_from(round.0.as_u128() % u128::from(ROUNDS)).unwrap_or_default()
}

/// What a page says of the form as it was printed: corrected words and another language make another version.
pub fn version(form: &Form, tag: &str) -> u32 {
    let printed = serde_json::to_string(form).unwrap_or_default() + tag;
    // FNV-1a: small, and the same on every machine.
    let hash = printed.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    u32::try_from(hash % u64::from(VERSIONS)).unwrap_or_default()
}

impl std::fmt::Display for PageCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let parts = [(self.page, PAGE_CODES), (self.sheet, SHEET_CODES), (self.version, VERSIONS), (self.round, ROUNDS)];
        let number = parts.iter().fold(0, |number, (part, of)| number * u128::from(*of) + u128::from(part % of));
        let code = Code::from_number(number);
        // Grouped otherwise than an access code: nobody shall take it for one.
        write!(f, "{} {} {}", &code.as_str()[..6], &code.as_str()[6..9], &code.as_str()[9..])
    }
}

impl PageCode {
    /// Reads what was typed or scanned.
    pub fn parse(field: &str, typed: &str) -> Result<PageCode, Problem> {
        let code = Code::parse(field, typed).map_err(|_| Problem::new(field, "page-code-mistyped"))?;
        let mut rest = code.number();
        let mut part = |of: u32| {
            let part = u32::try_from(rest % u128::from(of)).unwrap_or_default();
            rest /= u128::from(of);
            part
        };
        let (round, version, sheet, page) = (part(ROUNDS), part(VERSIONS), part(SHEET_CODES), part(PAGE_CODES));
        Ok(PageCode { round, version, sheet, page })
    }
}

/// The sheet that was asked for: by its number, or by the code of one of its pages, which must be of this round.
pub fn sheet(field: &str, typed: &str, round: RoundId) -> Result<u32, Problem> {
    let typed = typed.trim();
    let number = if !typed.is_empty() && typed.len() <= 5 && typed.bytes().all(|byte| byte.is_ascii_digit()) {
        typed.parse().unwrap_or_default()
    } else if typed.is_empty() {
        return Err(Problem::new(field, "required"));
    } else {
        let code = PageCode::parse(field, typed)?;
        if code.round != round_mark(round) {
            return Err(Problem::new(field, "page-of-another-round"));
        }
        if code.sheet == 0 {
            return Err(Problem::new(field, "page-without-number"));
        }
        code.sheet
    };
    if (1..=SHEETS).contains(&number) { Ok(number) } else { Err(Problem::new(field, "sheet-number").with("max", SHEETS)) }
}

/// Whether a page's code was typed, and the form has changed since that page was printed. `tags`: the languages it may be printed in.
pub fn printed_before(form: &Form, tags: &[String], typed: &str) -> bool {
    PageCode::parse("", typed.trim()).is_ok_and(|code| tags.iter().all(|tag| version(form, tag) != code.version))
}

/// The answers as sent from a page that shows the whole form: empty ones left out, menus as the options they name.
pub fn typed(form: &Form, sent: Answers) -> Answers {
    form.sections.iter().fold(sent, |sent, section| merge(section, Answers::new(), sent))
}

/// The form as it stands on a sheet: in its own order, and nothing of it can be required.
pub fn printed(form: &Form) -> Form {
    let mut form = form.clone();
    for section in &mut form.sections {
        section.shuffled = false;
        for question in &mut section.questions {
            // Neither required nor marked as optional, question by question.
            question.required = Required::Soft;
            if let Kind::Single { shuffled, .. }
            | Kind::Multiple { shuffled, .. }
            | Kind::Ranking { shuffled, .. }
            | Kind::Matrix { shuffled, .. } = &mut question.kind
            {
                *shuffled = false;
            }
        }
    }
    form
}

/// What was keyed from a sheet, in its canonical form, or everything implausible in it. As for any response, but nothing is missing: what
/// contradicts itself or can't be read is left blank. What does not concern the person is left out.
pub fn keyed(form: &Form, answers: &Answers, who: &Answerer) -> Result<Answers, Refusal> {
    let lenient = printed(form);
    check(&lenient, &relevant(&lenient, answers, who), who)
}

/// Whether two people keyed the same answer. In words, capitals, accents and marks are not told apart: who copies a text by hand
/// differs in them.
fn same(question: &Question, a: &Answers, b: &Answers) -> bool {
    question.keys().iter().all(|key| {
        let given = |answers: &Answers| answers.get(key).cloned().unwrap_or_default();
        let (a, b) = (given(a), given(b));
        if question.kind.is_text() || *key == question.key(OTHER_TEXT) {
            a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| plain_words(a) == plain_words(b))
        } else {
            a == b
        }
    })
}

/// The questions that two people keyed differently, each with its number.
pub fn differences<'f>(form: &'f Form, first: &Answers, second: &Answers) -> Vec<(usize, &'f Question)> {
    form.questions().enumerate().filter(|(_, question)| !same(question, first, second)).map(|(at, question)| (at + 1, question)).collect()
}

text_enum! {
    /// Which of two keyings is right, or that what stands on the paper is neither.
    Pick {
        First = "first",
        Second = "second",
        Paper = "paper",
    }
}

/// The name of the choice that settles a question.
pub fn pick_field(code: &str) -> String {
    format!("pick[{code}]")
}

/// Two keyings as one: what agrees, and where it does not, what was picked. `paper` holds what was read anew on the sheet.
pub fn settle(
    form: &Form,
    (first, second): (&Answers, &Answers),
    picks: &BTreeMap<String, Pick>,
    paper: &Answers,
) -> Result<Answers, Refusal> {
    let differing = differences(form, first, second);
    let (mut problems, mut settled) = (Problems::new(), Answers::new());
    for question in form.questions() {
        let from = if differing.iter().all(|(_, other)| other.code != question.code) {
            first
        } else {
            match picks.get(&question.code) {
                Some(Pick::First) => first,
                Some(Pick::Second) => second,
                Some(Pick::Paper) => paper,
                None => {
                    problems.push(Problem::new(pick_field(&question.code), "required"));
                    continue;
                }
            }
        };
        settled.extend(question.keys().into_iter().filter_map(|key| from.get(&key).map(|values| (key, values.clone()))));
    }
    problems.check()?;
    Ok(settled)
}

/// Whether the form asks otherwise in one language than in another.
pub fn asks_by_language(form: &Form) -> bool {
    fn about(condition: &Condition) -> bool {
        match condition {
            Condition::All { of } | Condition::Any { of } => of.iter().any(about),
            Condition::Not { of } => about(of),
            Condition::Language { .. } => true,
            _ => false,
        }
    }
    let rules = form.questions().flat_map(|question| &question.rules).map(|rule| &rule.must);
    form.sections
        .iter()
        .filter_map(|section| section.show.as_ref())
        .chain(form.questions().filter_map(|question| question.show.as_ref()))
        .chain(rules)
        .any(about)
}

#[cfg(test)]
mod tests;
