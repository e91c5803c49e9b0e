//! The kinds of question, and the parts of an answer that each has.

use serde::{Deserialize, Serialize};

use crate::{
    Problem,
    id::TerritoryId,
    lang::LangText,
    survey::{code, municipality, picture::Picture},
    text,
    text_enum::text_enum,
};

pub const OPTIONS: usize = 100;
/// Options of a menu: long lists are looked through by typing.
pub const MENU: usize = 500;
/// Rows of a matrix, things to share points between, lines of several short texts.
pub const ITEMS: usize = 20;
/// Steps of a scale.
pub const STEPS: std::ops::RangeInclusive<u8> = 2..=10;
/// How far apart the bounds of a number may be: each value is counted by itself.
pub const SPAN: i64 = 10_000;
pub const SHORT: usize = text::LINE;
pub const LONG: usize = text::BODY;

/// The option that means "other, please say", and the part that holds what was said.
pub const OTHER: &str = "other";
pub const OTHER_TEXT: &str = "other_text";
/// The part that says "I prefer not to answer".
pub const DECLINED: &str = "declined";
/// Codes that options and items may not have.
pub const RESERVED: [&str; 3] = [OTHER, OTHER_TEXT, DECLINED];
/// The answer of boxes that have no other: a consent, a declined question.
pub const YES: &str = "yes";

/// How a question is answered. JSON: the kind's name under `kind`, its fields beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Kind {
    Single {
        options: Vec<Choice>,
        #[serde(default, skip_serializing_if = "is_false")]
        other: bool,
        /// In a menu that is searched by typing rather than as a list.
        #[serde(default, skip_serializing_if = "is_false")]
        menu: bool,
        #[serde(default, skip_serializing_if = "is_false")]
        shuffled: bool,
    },
    Multiple {
        options: Vec<Choice>,
        #[serde(default, skip_serializing_if = "is_false")]
        other: bool,
        #[serde(default, skip_serializing_if = "is_false")]
        shuffled: bool,
        /// Fewest and most to choose; 0 for no bound.
        #[serde(default, skip_serializing_if = "is_zero")]
        least: usize,
        #[serde(default, skip_serializing_if = "is_zero")]
        most: usize,
    },
    /// Yes, no, and where it is offered "I don't know".
    YesNo {
        #[serde(default, skip_serializing_if = "is_false")]
        unsure: bool,
    },
    /// Steps 1 to `steps`, with words at both ends, or a name for each.
    Scale {
        steps: u8,
        #[serde(default, skip_serializing_if = "LangText::is_empty")]
        low: LangText,
        #[serde(default, skip_serializing_if = "LangText::is_empty")]
        high: LangText,
        /// One for each step, or none.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        names: Vec<LangText>,
    },
    /// Five faces, from very dissatisfied (1) to very satisfied (5).
    Faces,
    /// One to five stars.
    Stars,
    /// From 0, not at all likely to recommend, to 10, very likely (Reichheld 2003).
    Nps,
    /// The options in one's own order, the first first; at most `most` of them (0: all).
    Ranking {
        options: Vec<Choice>,
        #[serde(default, skip_serializing_if = "is_false")]
        shuffled: bool,
        #[serde(default, skip_serializing_if = "is_zero")]
        most: usize,
    },
    /// One of the same options for each item.
    Matrix {
        items: Vec<Choice>,
        options: Vec<Choice>,
        #[serde(default, skip_serializing_if = "is_false")]
        shuffled: bool,
    },
    /// A whole number.
    Number {
        min: i64,
        max: i64,
        #[serde(default, skip_serializing_if = "LangText::is_empty")]
        unit: LangText,
    },
    /// `total` points shared between the items.
    Points {
        items: Vec<Choice>,
        total: u32,
    },
    /// `2026-03-14`
    Date,
    /// `09:30`
    Time,
    ShortText {
        max: usize,
    },
    LongText {
        max: usize,
    },
    /// Several short texts, one for each item.
    Texts {
        items: Vec<Choice>,
        max: usize,
    },
    /// Names a person: it leaves in no export and shows in no result.
    Email,
    /// A box to tick.
    Consent,
    /// Nothing to answer: words, with a picture, or with one or a film elsewhere on the web.
    Note {
        #[serde(default, skip_serializing_if = "String::is_empty")]
        link: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        picture: Option<Picture>,
    },
    /// One municipality (or district) of a territory, in a menu that is searched by typing.
    Municipality {
        /// The list as it was taken over, by the registry's codes.
        options: Vec<Choice>,
        /// Where the list comes from; none for the territory of the process.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        territory: Option<TerritoryId>,
    },
}

text_enum! {
    /// A kind without what goes with it.
    KindName {
        Single = "single",
        Multiple = "multiple",
        YesNo = "yes_no",
        Scale = "scale",
        Faces = "faces",
        Stars = "stars",
        Nps = "nps",
        Ranking = "ranking",
        Matrix = "matrix",
        Number = "number",
        Points = "points",
        Date = "date",
        Time = "time",
        ShortText = "short_text",
        LongText = "long_text",
        Texts = "texts",
        Email = "email",
        Consent = "consent",
        Note = "note",
        Municipality = "municipality",
    }
}

/// An option to choose, or an item to judge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    pub code: String,
    pub label: LangText,
    /// Among several options: chosen alone ("none of these").
    #[serde(default, skip_serializing_if = "is_false")]
    pub alone: bool,
    /// Beside an option of a single or multiple choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
}

pub(crate) fn is_false(yes: &bool) -> bool {
    !yes
}

fn is_zero(number: &usize) -> bool {
    *number == 0
}

impl Kind {
    /// Whether its options, or its items, come in an order that is drawn.
    pub const fn shuffles(&self) -> bool {
        matches!(
            self,
            Kind::Single { shuffled: true, .. }
                | Kind::Multiple { shuffled: true, .. }
                | Kind::Ranking { shuffled: true, .. }
                | Kind::Matrix { shuffled: true, .. }
        )
    }

    pub const fn name(&self) -> KindName {
        match self {
            Kind::Single { .. } => KindName::Single,
            Kind::Multiple { .. } => KindName::Multiple,
            Kind::YesNo { .. } => KindName::YesNo,
            Kind::Scale { .. } => KindName::Scale,
            Kind::Faces => KindName::Faces,
            Kind::Stars => KindName::Stars,
            Kind::Nps => KindName::Nps,
            Kind::Ranking { .. } => KindName::Ranking,
            Kind::Matrix { .. } => KindName::Matrix,
            Kind::Number { .. } => KindName::Number,
            Kind::Points { .. } => KindName::Points,
            Kind::Date => KindName::Date,
            Kind::Time => KindName::Time,
            Kind::ShortText { .. } => KindName::ShortText,
            Kind::LongText { .. } => KindName::LongText,
            Kind::Texts { .. } => KindName::Texts,
            Kind::Email => KindName::Email,
            Kind::Consent => KindName::Consent,
            Kind::Note { .. } => KindName::Note,
            Kind::Municipality { .. } => KindName::Municipality,
        }
    }

    /// Whether people answer in their own words.
    pub const fn is_text(&self) -> bool {
        matches!(self, Kind::ShortText { .. } | Kind::LongText { .. } | Kind::Texts { .. })
    }

    /// The options to choose between, as the facilitator wrote them.
    pub fn options(&self) -> &[Choice] {
        match self {
            Kind::Single { options, .. }
            | Kind::Multiple { options, .. }
            | Kind::Ranking { options, .. }
            | Kind::Matrix { options, .. }
            | Kind::Municipality { options, .. } => options,
            _ => &[],
        }
    }

    /// What is answered one by one; each is a part of the answer.
    pub fn items(&self) -> &[Choice] {
        match self {
            Kind::Matrix { items, .. } | Kind::Points { items, .. } | Kind::Texts { items, .. } => items,
            _ => &[],
        }
    }

    pub const fn has_other(&self) -> bool {
        matches!(self, Kind::Single { other: true, .. } | Kind::Multiple { other: true, .. })
    }

    /// The steps that are numbers, as their codes.
    pub fn steps(&self) -> Vec<String> {
        let steps = match self {
            Kind::Scale { steps, .. } => 1..=*steps,
            Kind::Faces | Kind::Stars => 1..=5,
            Kind::Nps => 0..=10,
            _ => return Vec::new(),
        };
        steps.map(|step| step.to_string()).collect()
    }

    /// The codes that a part of an answer may hold, where they are few and known.
    pub fn codes(&self) -> Vec<String> {
        match self {
            Kind::YesNo { unsure } => ["yes", "no"].into_iter().chain(unsure.then_some("unsure")).map(str::to_owned).collect(),
            Kind::Consent => vec![YES.to_owned()],
            Kind::Scale { .. } | Kind::Faces | Kind::Stars | Kind::Nps => self.steps(),
            _ => {
                let other = self.has_other().then_some(OTHER);
                self.options().iter().map(|option| option.code.as_str()).chain(other).map(str::to_owned).collect()
            }
        }
    }

    /// The least and the greatest whole number that a part may hold.
    pub fn numbers(&self) -> Option<(i64, i64)> {
        match self {
            Kind::Number { min, max, .. } => Some((*min, *max)),
            Kind::Points { total, .. } => Some((0, i64::from(*total))),
            Kind::Scale { steps, .. } => Some((1, i64::from(*steps))),
            Kind::Faces | Kind::Stars => Some((1, 5)),
            Kind::Nps => Some((0, 10)),
            _ => None,
        }
    }

    pub(crate) fn checked(&self) -> Result<(), Problem> {
        let pictured = self.options().iter().chain(self.items()).filter_map(|choice| choice.picture.as_ref());
        for picture in pictured {
            if !self.takes_pictures() {
                return Err(Problem::new("typed[options][fr]", "picture-not-here"));
            }
            picture.checked(false)?;
        }
        match self {
            Kind::Single { options, menu, .. } => choices("options", options, 2, if *menu { MENU } else { OPTIONS }),
            Kind::Multiple { options, least, most, other, .. } => {
                choices("options", options, 2, OPTIONS)?;
                let all = options.len() + usize::from(*other);
                if *least > all || *most > all || (*most > 0 && least > most) {
                    return Err(Problem::new("typed[most]", "least-most").with("n", all));
                }
                Ok(())
            }
            Kind::Ranking { options, most, .. } => {
                choices("options", options, 2, ITEMS)?;
                if *most > options.len() { Err(Problem::new("typed[most]", "least-most").with("n", options.len())) } else { Ok(()) }
            }
            Kind::Matrix { items, options, .. } => {
                choices("options", options, 2, *STEPS.end() as usize)?;
                choices("items", items, 1, ITEMS)
            }
            Kind::Points { items, total } => {
                choices("items", items, 2, ITEMS)?;
                if (1..=1000).contains(total) { Ok(()) } else { Err(out_of("typed[total]", 1, 1000)) }
            }
            Kind::Texts { items, max } => {
                choices("items", items, 1, ITEMS)?;
                within("typed[length]", *max, SHORT)
            }
            Kind::Scale { steps, low, high, names } => {
                if !STEPS.contains(steps) {
                    return Err(out_of("typed[steps]", STEPS.start(), STEPS.end()));
                }
                if !names.is_empty() && names.len() != usize::from(*steps) {
                    return Err(Problem::new("typed[names][fr]", "names-count").with("n", steps));
                }
                names.iter().try_for_each(|name| name.checked("typed[names][fr]", text::NAME).map(drop))?;
                low.checked_optional("typed[low][fr]", text::NAME)?;
                high.checked_optional("typed[high][fr]", text::NAME).map(drop)
            }
            Kind::Number { min, max, unit } => {
                if max <= min || max.checked_sub(*min).is_none_or(|span| span > SPAN) {
                    return Err(Problem::new("typed[max]", "number-span").with("span", SPAN));
                }
                unit.checked_optional("typed[unit][fr]", text::NAME).map(drop)
            }
            Kind::ShortText { max } => within("typed[length]", *max, SHORT),
            Kind::LongText { max } => within("typed[length]", *max, LONG),
            Kind::Municipality { options, .. } => municipality::checked(options),
            Kind::Note { link, picture } => {
                picture.as_ref().map_or(Ok(()), |picture| picture.checked(true))?;
                let address = link.is_empty() || (link.starts_with("https://") && !link.contains(char::is_whitespace));
                if address && link.chars().count() <= text::LINE { Ok(()) } else { Err(Problem::new("typed[link]", "link-malformed")) }
            }
            Kind::YesNo { .. } | Kind::Faces | Kind::Stars | Kind::Nps | Kind::Date | Kind::Time | Kind::Email | Kind::Consent => Ok(()),
        }
    }
}

fn choices(name: &str, choices: &[Choice], least: usize, most: usize) -> Result<(), Problem> {
    let field = format!("typed[{name}][fr]");
    if !(least..=most).contains(&choices.len()) {
        return Err(Problem::new(field, "options-count").with("min", least).with("max", most));
    }
    if let Some(reserved) = choices.iter().find(|choice| RESERVED.contains(&choice.code.as_str())) {
        return Err(Problem::new(field, "code-reserved").with("code", &reserved.code));
    }
    code::all_distinct(&field, choices.iter().map(|choice| choice.code.as_str()))?;
    choices.iter().try_for_each(|choice| choice.label.checked(&field, text::LINE).map(drop))
}

fn out_of(field: &str, min: impl ToString, max: impl ToString) -> Problem {
    Problem::new(field, "out-of-bounds").with("min", min).with("max", max)
}

fn within(field: &str, length: usize, most: usize) -> Result<(), Problem> {
    if (1..=most).contains(&length) { Ok(()) } else { Err(out_of(field, 1, most)) }
}
