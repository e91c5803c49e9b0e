//! The proposals of a round in the order of their grades or scores: everybody together, after each college's own picture.

use domain::{
    comments::Subject,
    proposals::{Choice, Method},
    voting::{self, places},
};
use leptos::prelude::*;
use store::proposals::Tallied;

use super::{
    picture::{sums, word},
    poll::Poll,
};
use crate::i18n::t;

impl Poll<'_> {
    /// The order; nothing where the total would tell of a small college.
    pub fn ranked(&self, proposals: &[Tallied]) -> Option<AnyView> {
        let lang = self.visit.lang;
        let mut list = Vec::new();
        for one in proposals {
            let numbers = self.numbers(&one.counts, one.id);
            let groups: Vec<i64> = numbers.iter().map(|row| row.iter().sum()).collect();
            if groups.iter().zip(self.shown(&groups)).any(|(n, shown)| !shown && *n > 0) {
                return None;
            }
            list.push((one.id, &one.title, sums(&numbers)));
        }
        let (places, words): (Vec<usize>, Vec<String>) = if self.rules.method == Method::Judgment {
            let worst_first = |row: &[i64]| row.iter().rev().copied().collect::<Vec<_>>();
            let merits: Vec<_> = list.iter().map(|(_, _, row)| voting::merit(&worst_first(row))).collect();
            let grade = |row: &[i64]| {
                let gauge = voting::gauge(&worst_first(row))?;
                let grade = word(lang, *Choice::GRADES.get(gauge.grade)?);
                Some(t!(lang, "gauge-of", grade = grade, better = gauge.better, worse = gauge.worse))
            };
            (places(&merits), list.iter().map(|(_, _, row)| grade(row).unwrap_or_default()).collect())
        } else {
            // Without a score behind the lowest.
            let means: Vec<f64> = list.iter().map(|(_, _, row)| voting::scores(row).map_or(-1.0, |scores| scores.mean)).collect();
            (places(&means), list.iter().map(|(_, _, row)| self.mean(row)).collect())
        };
        let mut order: Vec<usize> = (0..list.len()).collect();
        order.sort_by_key(|at| places[*at]);
        let items = order
            .into_iter()
            .map(|at| {
                let (id, title, _) = list[at];
                view! {
                    <li class="item"><h4 class="item-title" dir="auto"><a href=Subject::Proposal(id).path()>{title.clone()}</a></h4>
                        <p class="meta"><span>{t!(lang, "outcome-place", place = places[at])}</span><span>{words[at].clone()}</span></p></li>
                }
            })
            .collect_view();
        let how = lang.of("counting-how", self.rules.method.as_str());
        Some(
            view! {
                <section class="stack" aria-labelledby="outcome-all">
                    <h3 id="outcome-all">{t!(lang, "outcome-order")}</h3><p class="small">{how}</p><ul class="items">{items}</ul>
                </section>
            }
            .into_any(),
        )
    }
}
