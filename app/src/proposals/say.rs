//! Voting on one proposal, and the reasons that others gave.

use std::collections::HashMap;

use domain::{
    access::Act,
    id::{ProposalId, RoundId},
    proposals::{Choice, Method, Reasons},
    text,
};
use leptos::prelude::*;
use store::{
    Conn,
    proposals::{OwnReason, Reason},
    round::Round,
};

use super::{
    picture::word,
    poll::Poll,
    vote::{VoteButtons, Words},
};
use crate::{
    AppError,
    i18n::t,
    moderation::forms::{self as moderation, reason_in_words},
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
        Some(
            view! { <ul class="tally"><li>{sign("saved")}{t!(lang, "vote-mine")}" "<strong>{word(lang, choice)}</strong></li></ul> }
                .into_any(),
        )
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

    /// Why people voted so, with their college and not their name; when the numbers show, not before. Facilitators hide what must not
    /// stand there: one at a time, by the way of a link.
    fn reasons(&self, proposal: ProposalId, (n, rows): (i64, &[Reason]), choice: Option<Choice>, hides: bool) -> Option<AnyView> {
        let lang = self.visit.lang;
        if !self.asks_why() || n == 0 || !self.shows(choice) {
            return None;
        }
        let items = rows
            .iter()
            .map(|row| {
                let of = self.colleges.iter().find(|college| college.id == row.college_id);
                let of = of.map(|of| college(lang, of.kind, &of.name));
                let hide = hides.then(|| self.hide_reason(proposal, &row.reason));
                view! { <li class="item"><p class="meta"><span>{of}</span><span>{word(lang, row.choice)}</span></p><div dir="auto">{paragraphs(&row.reason)}</div>{hide}</li> }
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

/// What was said of one proposal.
#[derive(Default)]
pub struct Said {
    pub own: OwnReason,
    /// That this person's own reason is hidden, and why.
    pub hidden: Option<AnyView>,
    pub view: Option<AnyView>,
}

impl Poll<'_> {
    /// `hides`: this person moderates.
    pub async fn said(&self, c: &mut Conn, proposal: ProposalId, choice: Option<Choice>, hides: bool) -> Result<Said, AppError> {
        if !self.asks_why() {
            return Ok(Said::default());
        }
        let own = match self.visit.account() {
            Some(account) => store::proposals::own_reason(c, proposal, account).await?,
            None => OwnReason::default(),
        };
        let hidden = own.hidden_cause.map(|cause| {
            let why = reason_in_words(self.visit.lang, cause, &own.hidden_words);
            notice("warning", t!(self.visit.lang, "reason-hidden", reason = why))
        });
        let (n, rows) = store::proposals::reasons(c, proposal, REASONS).await?;
        Ok(Said { own, hidden, view: self.reasons(proposal, (n, &rows), choice, hides) })
    }

    /// The form to hide a reason, or the link to it: a hundred forms would be a heavy page.
    fn hide_reason(&self, proposal: ProposalId, said: &str) -> AnyView {
        let key = store::content_hash(said.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>();
        if self.visit.asked("hide") == Some(&*key) {
            return moderation::hide_reason(self.visit, proposal, said);
        }
        let words = t!(self.visit.lang, "hide-reason-title");
        let href = format!("/proposal/{proposal}?hide={key}#form-hide-reason");
        view! { <p class="no-print"><a class="button is-quiet is-small" href=href>{words}</a></p> }.into_any()
    }

    /// This person's own reasons in the round, for the forms of its list.
    pub async fn own_reasons(&self, c: &mut Conn, round: &Round) -> Result<HashMap<ProposalId, String>, AppError> {
        match self.visit.account().filter(|_| self.asks_why() && self.beside()) {
            Some(account) => Ok(store::proposals::own_reasons(c, round.id, account).await?.into_iter().collect()),
            None => Ok(HashMap::new()),
        }
    }

    /// How one votes here, what becomes of it, and when the numbers show.
    pub fn explanation(&self) -> AnyView {
        let lang = self.visit.lang;
        let change = (!self.rules.secret).then(|| t!(lang, "vote-hint"));
        let hidden = (!self.shows_to_all()).then(|| view! { <p>{sign("lock")}" "{lang.of("votes-hidden", self.hidden_word())}</p> });
        view! { <p>{lang.of("explain", self.rules.method.as_str())}" "{change}</p>{hidden} }.into_any()
    }

    /// From the page of one proposal to the ballot that holds all.
    pub fn to_ballot(&self, round: RoundId) -> AnyView {
        let words = t!(self.visit.lang, "ballot-go");
        view! { <p class="actions"><a class="button is-secondary" href=format!("/r/{round}#ballot")>{words}</a></p> }.into_any()
    }
}
