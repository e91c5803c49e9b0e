//! What a row asks.

use std::collections::BTreeMap;

use super::{
    FILE, Loss, Lost,
    bounds::{Conjuncts, Measure},
    sheet::{Row, bare},
    types::Type,
    walk::Walk,
};
use crate::{
    Problem,
    lang::LangText,
    survey::{
        kind::{Choice, Kind, LONG, MENU, OPTIONS, SHORT, SPAN, STEPS},
        municipality::{self, PLACES},
        picture::Picture,
    },
};

/// By the names of options in the workbook, their codes where they differ.
pub type Renamed = BTreeMap<String, String>;

impl Walk<'_> {
    /// The kind of a question, its bounds taken from the constraint; `None` where we have none such.
    pub fn kind(&mut self, row: Row<'_>, kind: &Type, constraint: &mut Conjuncts) -> Option<(Kind, Renamed)> {
        match kind {
            Type::One { list, other } => return self.single(row, list, *other),
            Type::Many { list, other } => return self.multiple(row, list, *other, constraint),
            Type::Rank { list } => return self.ranking(row, list),
            _ => {}
        }
        let mut looks: &[&str] = &[];
        let kind = match kind {
            Type::Integer | Type::Decimal => {
                if *kind == Type::Decimal {
                    self.lose(row, "type", Lost::Decimal);
                }
                let (min, max) = constraint.take(Measure::Value);
                self.number(row, min, max)
            }
            Type::Range => {
                looks = &["rating"];
                self.range(row)
            }
            Type::Text => {
                looks = &["multiline"];
                self.text(row, constraint)
            }
            Type::Date => Kind::Date,
            Type::DateTime => {
                self.lose(row, "type", Lost::DateTime);
                Kind::Date
            }
            Type::Time => Kind::Time,
            Type::Acknowledge => Kind::Consent,
            Type::Note => {
                let (picture, lost) = picture(row, "palabre::picture");
                self.losses.extend(lost);
                Kind::Note { link: row.get("palabre::link").to_owned(), picture }
            }
            _ => {
                self.lose(row, "type", Lost::Type);
                return None;
            }
        };
        self.looks(row, looks);
        if *row.get("parameters") != *""
            && !matches!(kind, Kind::Scale { .. } | Kind::Faces | Kind::Stars | Kind::Nps | Kind::Number { .. })
        {
            self.lose(row, "parameters", Lost::Parameters);
        }
        Some((kind, Renamed::new()))
    }

    /// Notes an appearance with other words than these.
    pub fn looks(&mut self, row: Row<'_>, known: &[&str]) {
        if row.get("appearance").split_whitespace().any(|word| !known.contains(&word)) {
            self.lose(row, "appearance", Lost::Appearance);
        }
    }

    /// The options of a list; there may be too many.
    pub fn options(&mut self, row: Row<'_>, name: &str) -> Option<(Vec<Choice>, Renamed)> {
        self.up_to(MENU, row, name)
    }

    fn up_to(&mut self, most: usize, row: Row<'_>, name: &str) -> Option<(Vec<Choice>, Renamed)> {
        let Some(list) = self.lists.get(name) else {
            self.wrong(row, &Problem::new("", "list-unknown").with("list", super::sheet::shortened(name)));
            return None;
        };
        if list.choices.len() > most {
            let problem = Problem::new("", "options-count").with("min", 2).with("max", most);
            self.wrong(row, &problem);
            return None;
        }
        self.losses.append(&mut list.losses);
        for problem in list.problems.drain(..) {
            self.problems.push(problem);
        }
        Some((list.choices.clone(), list.values.clone()))
    }

    /// Whether the options come in an order of chance.
    fn shuffled(&mut self, row: Row<'_>) -> bool {
        let mut parameters = parameters(row.get("parameters"));
        let shuffled = parameters.remove("randomize").is_some_and(|value| value == "true");
        if !parameters.is_empty() {
            self.lose(row, "parameters", Lost::Parameters);
        }
        shuffled
    }

    fn single(&mut self, row: Row<'_>, name: &str, other: bool) -> Option<(Kind, Renamed)> {
        let list = self.lists.get(name);
        let steps = list.as_ref().map_or(0, |list| list.choices.len());
        let is = |names: &[&str]| list.as_ref().is_some_and(|list| list.is_named(names.iter().map(|name| (*name).to_owned())));
        if row.get("palabre::kind") == "yes_no" && !other && (is(&["yes", "no"]) || is(&["yes", "no", "unsure"])) {
            self.looks(row, &[]);
            return Some((Kind::YesNo { unsure: steps == 3 }, Renamed::new()));
        }
        if row.get("palabre::kind") == "scale"
            && let Some(list) = list
            && let Ok(steps) = u8::try_from(steps)
            && STEPS.contains(&steps)
            && list.is_named((1..=steps).map(|step| step.to_string()))
        {
            let names = list.choices.iter().map(|choice| choice.label.clone()).collect();
            self.looks(row, &["likert"]);
            return Some((Kind::Scale { steps, low: row.words("palabre::low"), high: row.words("palabre::high"), names }, Renamed::new()));
        }
        // Codes of a registry are no codes of ours, but names that stay.
        if row.get("palabre::kind") == "municipality"
            && !other
            && let Some(list) = self.lists.get(name)
            && list.names.iter().all(|name| municipality::well_formed(name))
        {
            list.losses.retain(|loss| loss.what != Lost::Name);
            list.choices.iter_mut().zip(&list.names).for_each(|(choice, name)| choice.code.clone_from(name));
            list.values.clear();
            let (options, renamed) = self.up_to(PLACES, row, name)?;
            self.looks(row, &["minimal", "autocomplete"]);
            let territory = row.get("palabre::territory").parse().ok();
            return Some((Kind::Municipality { options, territory }, renamed));
        }
        let (options, renamed) = self.options(row, name)?;
        self.looks(row, &["minimal", "autocomplete"]);
        let mut menu = row.get("appearance").split_whitespace().any(|word| ["minimal", "autocomplete"].contains(&word));
        if !menu && options.len() > OPTIONS {
            menu = true;
            self.lose(row, "type", Lost::Menu);
        }
        Some((Kind::Single { options, other, menu, shuffled: self.shuffled(row) }, renamed))
    }

    fn multiple(&mut self, row: Row<'_>, name: &str, other: bool, constraint: &mut Conjuncts) -> Option<(Kind, Renamed)> {
        let (options, renamed) = self.options(row, name)?;
        self.looks(row, &[]);
        let (least, most) = constraint.take(Measure::Count);
        let bound = |bound: Option<i64>| bound.map_or(0, |bound| usize::try_from(bound).unwrap_or(0));
        Some((Kind::Multiple { options, other, shuffled: self.shuffled(row), least: bound(least), most: bound(most) }, renamed))
    }

    fn ranking(&mut self, row: Row<'_>, name: &str) -> Option<(Kind, Renamed)> {
        let (options, renamed) = self.options(row, name)?;
        self.looks(row, &[]);
        let most = row.get("palabre::most").parse().unwrap_or(0);
        Some((Kind::Ranking { options, shuffled: self.shuffled(row), most }, renamed))
    }

    /// A number, with bounds where there are none.
    fn number(&mut self, row: Row<'_>, min: Option<i64>, max: Option<i64>) -> Kind {
        let (low, high) = match (min, max) {
            (Some(min), Some(max)) => (min, max.min(min.saturating_add(SPAN))),
            (None, Some(max)) if max <= 0 => (max.saturating_sub(SPAN), max),
            (None, Some(max)) => (0, max.min(SPAN)),
            (min, None) => (min.unwrap_or(0), min.unwrap_or(0).saturating_add(SPAN)),
        };
        if (min, max) != (Some(low), Some(high)) {
            self.lose(row, "constraint", Lost::Bounds);
        }
        Kind::Number { min: low, max: high, unit: row.words("palabre::unit") }
    }

    fn range(&mut self, row: Row<'_>) -> Kind {
        let mut parameters = parameters(row.get("parameters"));
        let mut number = |name: &str, usual: i64| match parameters.remove(name) {
            None => (usual, true),
            Some(value) => value.trim_end_matches(".0").parse().map_or((usual, false), |number| (number, true)),
        };
        let ((start, first), (end, second), (step, third)) = (number("start", 1), number("end", 10), number("step", 1));
        if !parameters.is_empty() || step != 1 || !(first && second && third) {
            self.lose(row, "parameters", Lost::Parameters);
        }
        let rating = row.get("appearance").split_whitespace().any(|word| word == "rating");
        match (row.get("palabre::kind"), start, end) {
            ("faces", 1, 5) => Kind::Faces,
            ("nps", 0, 10) => Kind::Nps,
            (_, 1, 5) if rating => Kind::Stars,
            (_, 1, end) if (i64::from(*STEPS.start())..=i64::from(*STEPS.end())).contains(&end) => Kind::Scale {
                steps: u8::try_from(end).unwrap_or(*STEPS.end()),
                low: row.words("palabre::low"),
                high: row.words("palabre::high"),
                names: Vec::<LangText>::new(),
            },
            _ => self.number(row, Some(start), Some(end)),
        }
    }

    fn text(&mut self, row: Row<'_>, constraint: &mut Conjuncts) -> Kind {
        if constraint.take_email() {
            return Kind::Email;
        }
        let is_long = row.get("appearance").split_whitespace().any(|word| word == "multiline");
        let (_, most) = constraint.take(Measure::Length);
        let longest = if is_long { LONG } else { SHORT };
        let max = most.map_or(longest, |most| usize::try_from(most).unwrap_or(1).clamp(1, longest));
        if most.is_some_and(|most| usize::try_from(most) != Ok(max)) {
            self.lose(row, "constraint", Lost::Length);
        }
        if is_long { Kind::LongText { max } } else { Kind::ShortText { max } }
    }
}

/// The picture of a row; the file that another tool names does not come with a workbook.
pub fn picture(row: Row<'_>, base: &str) -> (Option<Picture>, Option<Loss>) {
    let picture = serde_json::from_str(&bare(row.get(base))).ok();
    let lost = picture.is_none() && !(row.get(base).is_empty() && row.get(FILE).is_empty());
    (picture, lost.then(|| row.loss(FILE, Lost::Picture)))
}

/// `start=1 end=5`, the pairs parted by spaces, commas or semicolons.
fn parameters(cell: &str) -> BTreeMap<String, String> {
    let parts = cell.split(|c: char| c.is_whitespace() || [',', ';'].contains(&c)).filter(|part| !part.is_empty());
    parts.map(|part| part.split_once('=').unwrap_or((part, ""))).map(|(name, value)| (name.to_lowercase(), value.to_lowercase())).collect()
}
