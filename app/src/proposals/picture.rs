//! The votes on one proposal as people see them, by the round's method: college by college, then all together, then what the numbers say.

use domain::{
    id::ProposalId,
    privacy::SCREEN_THRESHOLD,
    proposals::{Choice, Method},
    voting::{self, Standing},
};
use leptos::prelude::*;
use store::proposals::Count;

use super::{poll::Poll, tally};
use crate::{
    i18n::{Lang, t},
    survey::sentence::decimal,
    ui::{
        chart::{Part, Row, stacked},
        college_name, college_plain, notice, sign,
    },
};

/// What one can say, in words; a score is its number.
pub fn word(lang: Lang, choice: Choice) -> String {
    if Choice::SCORES.contains(&choice) { choice.to_string() } else { lang.of("vote-choice", choice.as_str()) }
}

/// How a choice is drawn in charts.
pub const fn class(choice: Choice) -> &'static str {
    match choice {
        Choice::For | Choice::Agree | Choice::Consent => "for",
        Choice::Against | Choice::Disagree | Choice::Objection => "against",
        Choice::VeryGood => "5",
        Choice::Good => "4",
        Choice::Fair => "3",
        Choice::Poor => "2",
        Choice::Reject => "1",
        _ => "abstain",
    }
}

impl Poll<'_> {
    /// Short, for lists: a line per college that has voted, then the total; or that it does not show yet.
    pub fn short(&self, counts: &[Count], proposal: ProposalId, choice: Option<Choice>) -> Option<AnyView> {
        if self.rules.method.whole_round() {
            return None;
        }
        let lang = self.visit.lang;
        if !self.shows(choice) {
            return Some(view! { <p class="small">{sign("lock")}" "{lang.of("votes-hidden", self.hidden_word())}</p> }.into_any());
        }
        let numbers = self.numbers(counts, proposal);
        let groups: Vec<i64> = numbers.iter().map(|row| row.iter().sum()).collect();
        if groups.iter().sum::<i64>() == 0 {
            return Some(view! { <p class="small">{t!(lang, "vote-none")}</p> }.into_any());
        }
        let shown = self.shown(&groups);
        let lines = self.colleges.iter().zip(&numbers).zip(&shown).filter(|((_, row), _)| row.iter().sum::<i64>() > 0);
        let lines = lines
            .map(|((college, row), shown)| {
                let name = college_plain(lang, college.kind, &college.name);
                let cells = if *shown { self.cells(row) } else { view! { <li>{t!(lang, "chart-hidden")}</li> }.into_any() };
                view! { <ul class="tally"><li class="tally-name">{name}</li>{cells}</ul> }
            })
            .collect_view();
        Some(view! { <div class="tallies">{lines}{self.total(&numbers, &shown)}</div> }.into_any())
    }

    /// The numbers of one college, or of all, in a line.
    fn cells(&self, row: &[i64]) -> AnyView {
        let lang = self.visit.lang;
        match self.rules.method {
            Method::Judgment => view! { <li><strong>{self.grade(row)}</strong></li> }.into_any(),
            Method::Score => view! { <li><strong>{self.mean(row)}</strong></li> }.into_any(),
            _ => {
                let cell = |(choice, n): (&Choice, &i64)| {
                    let words = lang.of("vote-count", choice.as_str());
                    view! { <li class=format!("is-{}", class(*choice))>{sign(class(*choice))}<strong>{*n}</strong>" "{words}</li> }
                };
                self.rules.choices().iter().zip(row).map(cell).collect_view().into_any()
            }
        }
    }

    /// After the colleges, all of them; not where a college's numbers could be found by subtraction.
    fn total(&self, numbers: &[Vec<i64>], shown: &[bool]) -> Option<AnyView> {
        let hidden = numbers.iter().zip(shown).any(|(row, shown)| !shown && row.iter().sum::<i64>() > 0);
        let words = t!(self.visit.lang, "vote-total");
        (!hidden).then(|| {
            view! { <ul class="tally"><li class="tally-name"><strong>{words}</strong></li>{self.cells(&sums(numbers))}</ul> }.into_any()
        })
    }

    /// "Bien (12 votes)" from numbers that begin with the best grade.
    fn grade(&self, row: &[i64]) -> String {
        let lang = self.visit.lang;
        let worst_first: Vec<i64> = row.iter().rev().copied().collect();
        let grade = voting::gauge(&worst_first).and_then(|gauge| Choice::GRADES.get(gauge.grade));
        grade.map_or_else(|| t!(lang, "vote-none"), |grade| t!(lang, "grade-of", grade = word(lang, *grade), n = row.iter().sum::<i64>()))
    }

    /// "3,2 sur 5 (12 votes)"
    pub fn mean(&self, row: &[i64]) -> String {
        let lang = self.visit.lang;
        match voting::scores(row) {
            Some(scores) => t!(lang, "score-of", mean = decimal(lang, scores.mean), most = self.rules.score, n = scores.n),
            None => t!(lang, "vote-none"),
        }
    }

    /// The picture, or that it does not show yet. Not for rounds of one ballot on all proposals.
    pub fn picture(&self, title: &str, counts: &[Count], proposal: ProposalId, choice: Option<Choice>) -> Option<AnyView> {
        if self.rules.method.whole_round() {
            return None;
        }
        let lang = self.visit.lang;
        if !self.shows(choice) {
            return Some(notice("info", lang.of("votes-hidden", self.hidden_word())));
        }
        let numbers = self.numbers(counts, proposal);
        let shown = self.shown(&numbers.iter().map(|row| row.iter().sum()).collect::<Vec<_>>());
        if !self.shown_any(&numbers, &shown) && sums(&numbers).iter().sum::<i64>() > 0 {
            return Some(view! { <p class="protected">{sign("lock")}{t!(lang, "chart-protected", n = SCREEN_THRESHOLD)}</p> }.into_any());
        }
        let parts: Vec<Part> = self
            .rules
            .choices()
            .iter()
            .zip(0..)
            .map(|(choice, at)| Part { class: self.part(*choice, at), words: word(lang, *choice) })
            .collect();
        let rows: Vec<Row> = self
            .colleges
            .iter()
            .zip(&numbers)
            .zip(&shown)
            .map(|((college, row), shown)| Row { kind: college.kind, name: college.name.clone(), numbers: shown.then(|| row.clone()) })
            .collect();
        Some(
            view! {
                <div class="stack">
                    {stacked(lang, self.sentence(counts, proposal), t!(lang, "vote-table", title = title), &parts, &rows, false, SCREEN_THRESHOLD)}
                    {self.total(&numbers, &shown)}
                </div>
            }
            .into_any(),
        )
    }

    /// Scores are drawn from cold to warm, in five steps.
    fn part(&self, choice: Choice, at: usize) -> &'static str {
        if self.rules.method != Method::Score {
            return class(choice);
        }
        ["1", "2", "3", "4", "5"].get(at * 5 / (usize::from(self.rules.score) + 1)).copied().unwrap_or("5")
    }

    /// Whether the numbers of a college that has voted show.
    fn shown_any(&self, numbers: &[Vec<i64>], shown: &[bool]) -> bool {
        numbers.iter().zip(shown).any(|(row, shown)| *shown && row.iter().sum::<i64>() > 0)
    }

    /// What the numbers say about the publics.
    fn sentence(&self, counts: &[Count], proposal: ProposalId) -> String {
        let lang = self.visit.lang;
        let numbers = self.numbers(counts, proposal);
        if numbers.iter().flatten().sum::<i64>() == 0 {
            return t!(lang, "vote-none");
        }
        let shown = self.shown(&numbers.iter().map(|row| row.iter().sum()).collect::<Vec<_>>());
        let each = |words: &dyn Fn(&[i64]) -> String| {
            let said = self.colleges.iter().zip(&numbers).zip(&shown).filter(|((_, row), shown)| **shown && row.iter().sum::<i64>() > 0);
            said.map(|((college, row), _)| {
                t!(lang, "vote-of-college", college = college_name(lang, college.kind, &college.name), words = words(row))
            })
            .collect::<Vec<_>>()
            .join(" ")
        };
        match self.rules.method {
            Method::Judgment => each(&|row| self.grade(row)),
            Method::Score => each(&|row| self.mean(row)),
            Method::Consent => {
                let all = sums(&numbers);
                let (consents, objections) = (all.first().copied().unwrap_or(0), all.get(1).copied().unwrap_or(0));
                match voting::standing(consents, objections) {
                    Standing::Objected => t!(lang, "consent-objected", n = objections),
                    Standing::Consented => t!(lang, "consent-given", n = consents),
                    Standing::Open => t!(lang, "consent-open"),
                }
            }
            _ => tally::sentence(lang, self.rules.method, &self.colleges, &self.tallies(counts, proposal)),
        }
    }
}

/// All colleges together, choice by choice.
pub fn sums(numbers: &[Vec<i64>]) -> Vec<i64> {
    let length = numbers.iter().map(Vec::len).max().unwrap_or(0);
    (0..length).map(|at| numbers.iter().filter_map(|row| row.get(at)).sum()).collect()
}
