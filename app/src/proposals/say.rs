//! Voting on one proposal, and the reasons that others gave.

use domain::{
    access::Act,
    id::ProposalId,
    proposals::{Choice, Method, Reasons},
    text,
};
use leptos::prelude::*;
use store::proposals::Reason;

use super::{
    picture::word,
    poll::Poll,
    vote::{VoteButtons, Words},
};
use crate::{
    i18n::t,
    ui::{Form, college, notice, paragraphs, sign},
};

/// Reasons shown on one page.
pub const REASONS: i64 = 100;

const THREE: usize = 3;

impl Poll<'_> {
    /// Whether the quick buttons serve: three choices and no reason. They are an island.
    pub fn has_buttons(&self) -> bool {
        self.beside() && self.rules.choices().len() == THREE && !self.asks_why()
    }

    /// The vote buttons or the form, or one's own vote once the round is over. `hint` says what voting means, unless the page does.
    pub fn my_vote(&self, proposal: ProposalId, current: Option<Choice>, reason: &str, hint: String) -> Option<AnyView> {
        let lang = self.visit.lang;
        if self.has_buttons() {
            let words = Words {
                legend: t!(lang, "vote-legend"),
                hint,
                choices: self.rules.choices().iter().map(|choice| (*choice, word(lang, *choice))).collect(),
                yours: t!(lang, "vote-yours"),
                saved: t!(lang, "vote-saved"),
                failed: t!(lang, "vote-failed"),
            };
            return Some(view! { <VoteButtons proposal current words/> }.into_any());
        }
        if self.beside() {
            return Some(self.form(proposal, current, reason, &hint));
        }
        let choice = current?;
        Some(view! { <ul class="tally"><li>{sign("saved")}{t!(lang, "vote-mine")}" "<strong>{word(lang, choice)}</strong></li></ul> }.into_any())
    }

    fn form(&self, proposal: ProposalId, current: Option<Choice>, reason: &str, hint: &str) -> AnyView {
        let lang = self.visit.lang;
        let form = Form::keyed(self.visit, Act::Vote, proposal);
        let options = self.rules.choices().iter().map(|choice| (choice.to_string(), word(lang, *choice))).collect();
        let chosen: Vec<&str> = current.iter().map(|choice| choice.as_str()).collect();
        let legend = match self.rules.method {
            Method::Score => t!(lang, "vote-legend-score", most = self.rules.score),
            Method::Judgment => t!(lang, "vote-legend-judgment"),
            _ => t!(lang, "vote-legend"),
        };
        let why = self.asks_why().then(|| {
            let label = match self.rules.reasons {
                Reasons::Required => t!(lang, "vote-why"),
                _ => t!(lang, "vote-why-asked"),
            };
            let hint = match (self.rules.reasons, self.rules.method) {
                (Reasons::RequiredAgainst, Method::Consent) => t!(lang, "vote-why-objection", max = text::REASON),
                (Reasons::RequiredAgainst, _) => t!(lang, "vote-why-against", max = text::REASON),
                _ => t!(lang, "vote-why-hint", max = text::REASON),
            };
            let field = form.area("reason", label).rows(3).hint(hint).default(reason);
            if self.rules.reasons == Reasons::Required { field } else { field.optional() }.view()
        });
        let hint = (!hint.is_empty()).then(|| view! { <p class="hint">{hint.to_owned()}</p> });
        form.view(view! {
            {form.hidden("proposal", proposal)}
            {hint}
            {form.choices("choice", legend, options, &chosen, false)}
            {why}
            {form.submit(if current.is_some() { t!(lang, "vote-change") } else { t!(lang, "vote-send") })}
        })
    }

    /// Why people voted so, with their college and not their name; when the numbers show, not before.
    pub fn reasons(&self, (n, rows): (i64, &[Reason]), choice: Option<Choice>) -> Option<AnyView> {
        let lang = self.visit.lang;
        if !self.asks_why() || n == 0 || !self.shows(choice) {
            return None;
        }
        let items = rows
            .iter()
            .map(|row| {
                let of = self.colleges.iter().find(|college| college.id == row.college_id);
                let of = of.map(|of| college(lang, of.kind, &of.name));
                view! { <li class="item"><p class="meta"><span>{of}</span><span>{word(lang, row.choice)}</span></p><div dir="auto">{paragraphs(&row.reason)}</div></li> }
            })
            .collect_view();
        let more = (n > REASONS).then(|| notice("info", t!(lang, "vote-reasons-more", shown = REASONS, n = n)));
        Some(
            view! {
                <section class="stack" aria-labelledby="reasons">
                    <h2 id="reasons">{t!(lang, "vote-reasons", n = n)}</h2>
                    <ul class="items">{items}</ul>{more}
                </section>
            }
            .into_any(),
        )
    }
}
