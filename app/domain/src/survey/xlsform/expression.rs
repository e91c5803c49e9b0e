//! Conditions as the expressions of XLSForm's `relevant` and `constraint`, the part of XPath that says what our conditions say:
//! `${code} = 'a'`, `selected(${code}, 'a')`, `${n} >= 3`, `${code} != ''`, `contains(${code}, 'words')`, `not(…)`, `and`, `or`,
//! parentheses, and for who answers `${palabre_college} = 'family'`, `${palabre_language} = 'fr'`.
//!
//! `contains` minds capitals in other tools, and not here. A list of one condition, or of none, is written with `true() and` (`false() or`)
//! before it, so that it reads back as the list it was.

use std::collections::{BTreeMap, BTreeSet};

use super::{COLLEGE, LANGUAGE, sheet};
use crate::survey::{
    form::Form,
    kind::{Kind, YES},
    logic::{Compare, Condition},
};

/// How deep an expression may be.
const DEPTH: usize = 40;
/// What other tools answer to a box that is ticked.
const ACKNOWLEDGED: &str = "OK";

/// The name of a key: itself, unless it would be taken for the college or the language.
pub fn name(key: &str) -> String {
    let code = key.split('.').next().unwrap_or_default();
    if [COLLEGE, LANGUAGE].contains(&code) { format!("_{key}") } else { key.to_owned() }
}

pub fn write(form: &Form, condition: &Condition) -> String {
    let named = |key: &str| format!("${{{}}}", name(key));
    match condition {
        Condition::All { of } => joined(form, of, " and ", "true()", &Condition::All { of: Vec::new() }),
        Condition::Any { of } => joined(form, of, " or ", "false()", &Condition::Any { of: Vec::new() }),
        Condition::Not { of } => format!("not({})", write(form, of)),
        Condition::Answered { key } => format!("{} != ''", named(key)),
        Condition::Chosen { key, value } => match form.owner(key).map(|question| &question.kind) {
            Some(Kind::Multiple { .. } | Kind::Ranking { .. }) => format!("selected({}, {})", named(key), quoted(value)),
            Some(Kind::Consent) if value == YES => format!("{} = '{ACKNOWLEDGED}'", named(key)),
            _ => format!("{} = {}", named(key), quoted(value)),
        },
        Condition::Number { key, compare, value } => {
            let sign = match compare {
                Compare::Less => "<",
                Compare::AtMost => "<=",
                Compare::Equal => "=",
                Compare::AtLeast => ">=",
                Compare::More => ">",
            };
            format!("{} {sign} {value}", named(key))
        }
        Condition::Contains { key, words } => format!("contains({}, {})", named(key), quoted(words)),
        Condition::College { college } => format!("${{{COLLEGE}}} = '{college}'"),
        Condition::Language { tag } => format!("${{{LANGUAGE}}} = {}", quoted(tag)),
    }
}

fn joined(form: &Form, of: &[Condition], word: &str, unit: &str, empty: &Condition) -> String {
    let first = (of.len() < 2 || of.first() == Some(empty)).then(|| unit.to_owned());
    let each = of.iter().map(|one| match one {
        Condition::All { .. } | Condition::Any { .. } => format!("({})", write(form, one)),
        _ => write(form, one),
    });
    first.into_iter().chain(each).collect::<Vec<_>>().join(word)
}

/// As a literal; XPath has no sign to escape a quote with.
fn quoted(text: &str) -> String {
    let text = sheet::shielded(text);
    match (text.contains('\''), text.contains('"')) {
        (false, _) => format!("'{text}'"),
        (true, false) => format!("\"{text}\""),
        (true, true) => format!("concat({})", text.split('\'').map(|part| format!("'{part}'")).collect::<Vec<_>>().join(", \"'\", ")),
    }
}

/// An expression as it is written, before it is known what it speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// `${name}`
    Name(String),
    /// `.`, the answer itself.
    Own,
    Text(String),
    Number(String),
    Call(String, Vec<Node>),
    Compare(Sign, Box<Node>, Box<Node>),
    And(Vec<Node>),
    Or(Vec<Node>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Is(Compare),
    Unequal,
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Name(String),
    Own,
    Text(String),
    Number(String),
    Word(String),
    Sign(Sign),
    Open,
    Close,
    Comma,
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let digit = |at: usize| rest[at..].starts_with(|c: char| c.is_ascii_digit());
        let two = rest.get(..2).unwrap_or_default();
        let (token, length) = match first {
            '(' => (Token::Open, 1),
            ')' => (Token::Close, 1),
            ',' => (Token::Comma, 1),
            '\'' | '"' => {
                let inner = rest[1..].split_once(first)?.0;
                (Token::Text(inner.to_owned()), inner.len() + 2)
            }
            '$' => {
                let inner = rest.strip_prefix("${")?.split_once('}')?.0;
                (Token::Name(inner.trim().to_owned()), inner.len() + 3)
            }
            _ if two == "!=" => (Token::Sign(Sign::Unequal), 2),
            _ if two == ">=" => (Token::Sign(Sign::Is(Compare::AtLeast)), 2),
            _ if two == "<=" => (Token::Sign(Sign::Is(Compare::AtMost)), 2),
            '=' => (Token::Sign(Sign::Is(Compare::Equal)), 1),
            '>' => (Token::Sign(Sign::Is(Compare::More)), 1),
            '<' => (Token::Sign(Sign::Is(Compare::Less)), 1),
            _ if first.is_ascii_digit() || (['-', '.'].contains(&first) && digit(1)) => {
                let length = 1 + rest[1..].find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len() - 1);
                (Token::Number(rest[..length].to_owned()), length)
            }
            '.' => (Token::Own, 1),
            _ if first.is_ascii_alphabetic() => {
                let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && !['_', '-'].contains(&c)).unwrap_or(rest.len());
                (Token::Word(rest[..length].to_owned()), length)
            }
            _ => return None,
        };
        tokens.push(token);
        rest = rest[length..].trim_start();
    }
    Some(tokens)
}

/// `None` where it is not of the part of XPath that we read.
pub fn parse(text: &str) -> Option<Node> {
    let mut parser = Parser { tokens: tokens(text)?, at: 0 };
    let node = parser.any(0)?;
    (parser.at == parser.tokens.len()).then_some(node)
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
}

impl Parser {
    fn take(&mut self, token: &Token) -> bool {
        let here = self.tokens.get(self.at) == Some(token);
        self.at += usize::from(here);
        here
    }

    fn any(&mut self, depth: usize) -> Option<Node> {
        self.chain("or", Node::Or, depth, |parser| parser.chain("and", Node::And, depth, |parser| parser.comparison(depth)))
    }

    fn chain(
        &mut self,
        word: &str,
        node: fn(Vec<Node>) -> Node,
        depth: usize,
        mut next: impl FnMut(&mut Self) -> Option<Node>,
    ) -> Option<Node> {
        if depth > DEPTH {
            return None;
        }
        let mut of = vec![next(self)?];
        while self.take(&Token::Word(word.to_owned())) {
            of.push(next(self)?);
        }
        if of.len() == 1 { of.pop() } else { Some(node(of)) }
    }

    fn comparison(&mut self, depth: usize) -> Option<Node> {
        let left = self.operand(depth)?;
        let Some(Token::Sign(sign)) = self.tokens.get(self.at) else { return Some(left) };
        let sign = *sign;
        self.at += 1;
        Some(Node::Compare(sign, Box::new(left), Box::new(self.operand(depth)?)))
    }

    fn operand(&mut self, depth: usize) -> Option<Node> {
        let token = self.tokens.get(self.at)?.clone();
        self.at += 1;
        Some(match token {
            Token::Open => {
                let inner = self.any(depth + 1)?;
                self.take(&Token::Close).then_some(inner)?
            }
            Token::Name(name) => Node::Name(name),
            Token::Own => Node::Own,
            Token::Text(text) => Node::Text(text),
            Token::Number(number) => Node::Number(number),
            Token::Word(word) => {
                self.take(&Token::Open).then_some(())?;
                let mut of = Vec::new();
                while !self.take(&Token::Close) {
                    if !of.is_empty() && !self.take(&Token::Comma) {
                        return None;
                    }
                    of.push(self.any(depth + 1)?);
                }
                Node::Call(word, of)
            }
            Token::Sign(_) | Token::Close | Token::Comma => return None,
        })
    }
}

impl Node {
    /// What a literal says.
    pub fn literal(&self) -> Option<String> {
        match self {
            Node::Text(text) => Some(sheet::bare(text)),
            Node::Number(number) => Some(number.clone()),
            Node::Call(call, of) if call == "concat" => of.iter().map(Node::literal).collect(),
            _ => None,
        }
    }

    fn is_call(&self, name: &str) -> bool {
        matches!(self, Node::Call(call, of) if call == name && of.is_empty())
    }
}

impl Sign {
    /// The sign with its sides exchanged.
    pub fn turned(self) -> Self {
        match self {
            Sign::Is(Compare::Less) => Sign::Is(Compare::More),
            Sign::Is(Compare::More) => Sign::Is(Compare::Less),
            Sign::Is(Compare::AtMost) => Sign::Is(Compare::AtLeast),
            Sign::Is(Compare::AtLeast) => Sign::Is(Compare::AtMost),
            same => same,
        }
    }
}

/// What names and values in expressions mean.
#[derive(Default)]
pub struct Names {
    pub form: Form,
    /// Keys by the names of rows.
    pub keys: BTreeMap<String, String>,
    /// By question, the codes of options that have another name in the workbook.
    pub values: BTreeMap<String, BTreeMap<String, String>>,
    /// Keys that may be spoken of.
    pub earlier: BTreeSet<String>,
}

impl Names {
    /// The key of a name that may be spoken of.
    pub fn key(&self, name: &str) -> Option<&str> {
        self.keys.get(name).map(String::as_str).filter(|key| self.earlier.contains(*key))
    }

    /// The condition that an expression is, `own` being the key that `.` stands for; `None` where no condition says it.
    pub fn condition(&self, node: &Node, own: &str) -> Option<Condition> {
        let each = |of: &[Node], unit: &str| {
            let from = usize::from(of.first().is_some_and(|first| first.is_call(unit)));
            of[from..].iter().map(|one| self.condition(one, own)).collect::<Option<Vec<_>>>()
        };
        Some(match node {
            Node::And(of) => Condition::All { of: each(of, "true")? },
            Node::Or(of) => Condition::Any { of: each(of, "false")? },
            Node::Compare(sign, left, right) => self.comparison(*sign, left, right, own)?,
            Node::Call(call, of) => match (call.as_str(), of.as_slice()) {
                ("true", []) => Condition::All { of: Vec::new() },
                ("false", []) => Condition::Any { of: Vec::new() },
                ("not", [one]) => not(self.condition(one, own)?),
                ("selected", [key, value]) => self.chosen(self.spoken(key, own)?, &value.literal()?)?,
                ("contains", [key, words]) => {
                    let words = words.literal().filter(|words| !crate::text::clean(words).is_empty())?;
                    Condition::Contains { key: self.spoken(key, own)?.to_owned(), words }
                }
                _ => return None,
            },
            Node::Name(_) | Node::Own | Node::Text(_) | Node::Number(_) => return None,
        })
    }

    fn spoken<'n>(&'n self, node: &Node, own: &'n str) -> Option<&'n str> {
        match node {
            Node::Own => self.earlier.contains(own).then_some(own),
            Node::Name(name) => self.key(name),
            _ => None,
        }
    }

    fn comparison(&self, sign: Sign, left: &Node, right: &Node, own: &str) -> Option<Condition> {
        let Some(value) = right.literal() else {
            left.literal()?;
            return self.comparison(sign.turned(), right, left, own);
        };
        if sign == Sign::Unequal {
            return if value.is_empty() {
                Some(Condition::Answered { key: self.spoken(left, own)?.to_owned() })
            } else {
                self.comparison(Sign::Is(Compare::Equal), left, right, own).map(not)
            };
        }
        let Sign::Is(compare) = sign else { return None };
        if let Node::Name(name) = left
            && !self.keys.contains_key(name)
            && compare == Compare::Equal
            && !value.is_empty()
        {
            match name.as_str() {
                COLLEGE => return Some(Condition::College { college: value.parse().ok()? }),
                LANGUAGE => return Some(Condition::Language { tag: value }),
                _ => {}
            }
        }
        if let Node::Call(call, of) = left
            && ["string-length", "count-selected"].contains(&call.as_str())
            && let [one] = of.as_slice()
        {
            let key = self.spoken(one, own)?.to_owned();
            return match (compare, value.as_str()) {
                (Compare::More, "0") | (Compare::AtLeast, "1") => Some(Condition::Answered { key }),
                (Compare::Equal | Compare::AtMost, "0") | (Compare::Less, "1") => Some(not(Condition::Answered { key })),
                _ => None,
            };
        }
        let key = self.spoken(left, own)?;
        if value.is_empty() {
            return (compare == Compare::Equal).then(|| not(Condition::Answered { key: key.to_owned() }));
        }
        let is_number = self.form.owner(key).is_some_and(|question| question.kind.numbers().is_some());
        let number = || {
            let value = value.trim().parse().ok()?;
            is_number.then(|| Condition::Number { key: key.to_owned(), compare, value })
        };
        let chosen = || self.chosen(key, &value).filter(|_| compare == Compare::Equal);
        if matches!(right, Node::Number(_)) { number().or_else(chosen) } else { chosen().or_else(number) }
    }

    fn chosen(&self, key: &str, value: &str) -> Option<Condition> {
        let question = self.form.owner(key)?;
        let renamed = self.values.get(&question.code).and_then(|values| values.get(value)).map_or(value, String::as_str);
        let value = if question.kind == Kind::Consent && value == ACKNOWLEDGED { YES } else { renamed };
        let holds = question.kind.codes().iter().any(|code| code == value) && question.parts().iter().any(|part| part == key);
        holds.then(|| Condition::Chosen { key: key.to_owned(), value: value.to_owned() })
    }
}

fn not(condition: Condition) -> Condition {
    Condition::Not { of: Box::new(condition) }
}
