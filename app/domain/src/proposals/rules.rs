//! What a facilitator decides of a proposals round before it opens: how people vote, whether they say why, when results show.

use serde::{Deserialize, Serialize};

use super::Choice;
use crate::{
    Kind, Problem, Refusal,
    refusal::Problems,
    round::{Calendar, State},
    text,
    text_enum::text_enum,
};

text_enum! {
    /// How people vote.
    Method {
        /// For, against, abstain: on each proposal.
        For = "for",
        /// Agree, disagree, pass: on each short statement.
        Agree = "agree",
        /// Consent, or an objection with its reason: on each proposal.
        Consent = "consent",
        /// A number from 0 to [`Rules::score`]: on each proposal.
        Score = "score",
        /// A grade in words, on each proposal: majority judgment.
        Judgment = "judgment",
        /// As many proposals as one likes, up to [`Rules::most`]: one ballot for the round.
        Approval = "approval",
        /// [`Rules::points`] to spread: one ballot for the round.
        Points = "points",
        /// From best to worst: one ballot for the round.
        Ranking = "ranking",
    }
}

text_enum! {
    /// How rankings are counted.
    Counting {
        Borda = "borda",
        Runoff = "runoff",
        Schulze = "schulze",
    }
}

text_enum! {
    /// Whether people say why they vote so.
    Reasons {
        None = "none",
        Asked = "asked",
        Required = "required",
        /// Of whoever says no: against, disagree, objection.
        RequiredAgainst = "required_against",
    }
}

text_enum! {
    /// When numbers of votes show. Never earlier, to nobody.
    Results {
        Live = "live",
        /// To each person once they have voted on that proposal, or cast their ballot; to all at the closing.
        AfterVoting = "after_voting",
        AfterClosing = "after_closing",
    }
}

text_enum! {
    /// The way in.
    Way {
        List = "list",
        OneByOne = "one_by_one",
    }
}

/// The rules of a round. What an older round does not say is as it was before there were rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rules {
    pub method: Method,
    pub reasons: Reasons,
    pub results: Results,
    pub entry: Way,
    /// Ballots are kept apart from names (proposals and comments keep theirs).
    pub secret: bool,
    /// How many proposals one may approve of.
    pub most: u16,
    /// How many points one has.
    pub points: u16,
    /// The highest score.
    pub score: u16,
    pub counting: Counting,
}

impl Default for Rules {
    fn default() -> Self {
        Rules {
            method: Method::For,
            reasons: Reasons::None,
            results: Results::Live,
            entry: Way::List,
            secret: false,
            most: 3,
            points: 10,
            score: 5,
            counting: Counting::Schulze,
        }
    }
}

/// Bounds of a method's own numbers.
pub const MOST_APPROVED: (u16, u16) = (1, 20);
pub const POINTS: (u16, u16) = (2, 100);
pub const SCORE: (u16, u16) = (2, 10);

/// Rules as they were typed. A number that does not concern the method may be left out.
#[derive(Clone, Debug)]
pub struct Typed<'a> {
    pub method: Method,
    pub reasons: Reasons,
    pub results: Results,
    pub entry: Way,
    pub secret: bool,
    pub most: &'a str,
    pub points: &'a str,
    pub score: &'a str,
    pub counting: Counting,
}

impl Method {
    /// One ballot for all proposals of the round, rather than one vote on each.
    pub const fn whole_round(self) -> bool {
        matches!(self, Method::Approval | Method::Points | Method::Ranking)
    }

    /// Yes, no, neither: what one thumb can say.
    pub const fn takes_three_buttons(self) -> bool {
        matches!(self, Method::For | Method::Agree)
    }

    /// Whether somebody can say no with it, so that a reason can be asked for that alone.
    pub const fn can_refuse(self) -> bool {
        matches!(self, Method::For | Method::Agree | Method::Consent)
    }
}

impl Rules {
    /// New rules, as long as the round has not opened: nobody votes under other rules than their neighbour.
    pub fn set(calendar: &Calendar, now: i64, typed: &Typed<'_>) -> Result<Rules, Refusal> {
        calendar.must_not_have_opened(now)?;
        let mut problems = Problems::new();
        let base = Rules::default();
        let method = typed.method;
        let most = problems.take(number("most", typed.most, MOST_APPROVED, base.most, method == Method::Approval));
        let points = problems.take(number("points", typed.points, POINTS, base.points, method == Method::Points));
        let score = problems.take(number("score", typed.score, SCORE, base.score, method == Method::Score));
        // A secret ballot carries no words: they would tell whose it is.
        if typed.secret && typed.reasons != Reasons::None {
            problems.push(Problem::new("reasons", "reasons-of-secret-ballots"));
        } else if method.whole_round() && typed.reasons != Reasons::None {
            problems.push(Problem::new("reasons", "reasons-of-whole-ballots"));
        } else if typed.reasons == Reasons::RequiredAgainst && !method.can_refuse() {
            problems.push(Problem::new("reasons", "reasons-against-nothing"));
        }
        // An objection is its reason. In a secret round it has none to show.
        if method == Method::Consent && typed.secret {
            problems.push(Problem::new("secret", "secret-consent"));
        }
        // Numbers that move while one's ballot arrives would tell what it holds.
        if typed.secret && typed.results != Results::AfterClosing {
            problems.push(Problem::new("results", "secret-results"));
        }
        if typed.entry == Way::OneByOne && (typed.secret || !method.takes_three_buttons() || must_say_why(typed.reasons)) {
            problems.push(Problem::new("entry", "one-by-one-whole"));
        }
        problems.check()?;
        let reasons = if method == Method::Consent && matches!(typed.reasons, Reasons::None | Reasons::Asked) {
            Reasons::RequiredAgainst
        } else {
            typed.reasons
        };
        Ok(Rules {
            method,
            reasons,
            results: typed.results,
            entry: typed.entry,
            secret: typed.secret,
            most: most.unwrap_or(base.most),
            points: points.unwrap_or(base.points),
            score: score.unwrap_or(base.score),
            counting: typed.counting,
        })
    }

    /// What one can say of a single proposal, in the order of the buttons; nothing where one ballot serves for the round.
    pub fn choices(&self) -> &'static [Choice] {
        match self.method {
            Method::For => &[Choice::For, Choice::Against, Choice::Abstain],
            Method::Agree => &[Choice::Agree, Choice::Disagree, Choice::Pass],
            Method::Consent => &[Choice::Consent, Choice::Objection, Choice::Abstain],
            Method::Judgment => &[Choice::VeryGood, Choice::Good, Choice::Fair, Choice::Poor, Choice::Reject],
            Method::Score => Choice::SCORES.get(..=usize::from(self.score)).unwrap_or(Choice::SCORES),
            Method::Approval | Method::Points | Method::Ranking => &[],
        }
    }

    /// Whether one ballot holds everything: it does in secret rounds, so that nothing links what a person thinks of two proposals but it.
    pub const fn one_ballot(&self) -> bool {
        self.secret || self.method.whole_round()
    }

    /// Whether three buttons are all that a vote takes: no words are asked for, and it can be changed.
    pub const fn one_at_a_time(&self) -> bool {
        self.method.takes_three_buttons() && !must_say_why(self.reasons) && !self.secret
    }

    /// A vote on one proposal with its reason, if these rules take it.
    pub fn vote(&self, choice: Choice, reason: &str) -> Result<String, Refusal> {
        if self.one_ballot() {
            return Err(Refusal::conflict("ballot-not-vote"));
        }
        if !self.choices().contains(&choice) {
            return Err(Refusal::field("choice", "choice-unknown"));
        }
        let must = match self.reasons {
            Reasons::None | Reasons::Asked => false,
            Reasons::Required => true,
            Reasons::RequiredAgainst => choice.refuses(),
        };
        let read = if must { text::required } else { text::optional };
        let reason = read("reason", reason, text::REASON).map_err(|problem| Refusal { kind: Kind::Invalid, problems: vec![problem] })?;
        // Where none is asked for, none is kept.
        Ok(if self.reasons == Reasons::None { String::new() } else { reason })
    }

    /// Whether this person may see numbers of votes now. `voted`: on this proposal, or with a ballot for the round.
    pub fn shows(&self, calendar: &Calendar, now: i64, voted: bool) -> bool {
        match (calendar.state(now), self.results) {
            (State::Draft | State::Announced, _) => false,
            (State::Closed | State::Published, _) | (State::Open, Results::Live) => true,
            (State::Open, Results::AfterVoting) => voted,
            (State::Open, Results::AfterClosing) => false,
        }
    }

    /// Whether numbers of votes may show to anybody who asks now: what orders a list, or stands on a page for all, goes by this.
    pub fn shows_to_all(&self, calendar: &Calendar, now: i64) -> bool {
        self.shows(calendar, now, false)
    }
}

const fn must_say_why(reasons: Reasons) -> bool {
    matches!(reasons, Reasons::Required | Reasons::RequiredAgainst)
}

fn number(field: &str, typed: &str, (least, most): (u16, u16), default: u16, concerns: bool) -> Result<u16, Problem> {
    let typed = typed.trim();
    if !concerns {
        return Ok(typed.parse().ok().filter(|n| (least..=most).contains(n)).unwrap_or(default));
    }
    let wrong = || Problem::new(field, "number-between").with("least", least).with("most", most);
    typed.parse().ok().filter(|n| (least..=most).contains(n)).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const OPEN: Calendar = Calendar { announced: true, opens_at: Some(10), closes_at: Some(20), closed_at: None, published_at: None };

    const fn typed(method: Method) -> Typed<'static> {
        Typed {
            method,
            reasons: Reasons::None,
            results: Results::AfterClosing,
            entry: Way::List,
            secret: false,
            most: "3",
            points: "10",
            score: "5",
            counting: Counting::Borda,
        }
    }

    fn problem(typed: &Typed<'_>) -> Option<(String, String)> {
        Rules::set(&OPEN, 9, typed).err().map(|refusal| (refusal.problems[0].field.clone(), refusal.problems[0].key.clone()))
    }

    #[test]
    fn a_round_that_says_nothing_is_as_before() {
        let rules: Rules = serde_json::from_str("{}").unwrap();
        assert_eq!(rules, Rules::default());
        assert_eq!((rules.method, rules.results, rules.reasons), (Method::For, Results::Live, Reasons::None));
        let again: Rules = serde_json::from_value(serde_json::to_value(rules).unwrap()).unwrap();
        assert_eq!(again, rules);
    }

    #[test]
    fn rules_are_fixed_once_the_round_opens() {
        assert!(Rules::set(&OPEN, 9, &typed(Method::Score)).is_ok());
        assert_eq!(Rules::set(&OPEN, 10, &typed(Method::Score)).unwrap_err().problems[0].key, "round-already-open");
    }

    #[rstest]
    #[case(Typed { most: "0", ..typed(Method::Approval) }, Some("most"))]
    #[case(Typed { most: "0", ..typed(Method::For) }, None)]
    #[case(Typed { points: "dix", ..typed(Method::Points) }, Some("points"))]
    #[case(Typed { score: "11", ..typed(Method::Score) }, Some("score"))]
    #[case(Typed { secret: true, reasons: Reasons::Asked, ..typed(Method::For) }, Some("reasons"))]
    #[case(Typed { reasons: Reasons::Required, ..typed(Method::Ranking) }, Some("reasons"))]
    #[case(Typed { reasons: Reasons::RequiredAgainst, ..typed(Method::Score) }, Some("reasons"))]
    #[case(Typed { reasons: Reasons::RequiredAgainst, ..typed(Method::For) }, None)]
    #[case(Typed { secret: true, ..typed(Method::Consent) }, Some("secret"))]
    #[case(Typed { secret: true, results: Results::Live, ..typed(Method::For) }, Some("results"))]
    #[case(Typed { entry: Way::OneByOne, ..typed(Method::Ranking) }, Some("entry"))]
    #[case(Typed { entry: Way::OneByOne, ..typed(Method::Consent) }, Some("entry"))]
    #[case(Typed { entry: Way::OneByOne, ..typed(Method::Judgment) }, Some("entry"))]
    #[case(Typed { entry: Way::OneByOne, reasons: Reasons::Required, ..typed(Method::Agree) }, Some("entry"))]
    #[case(Typed { entry: Way::OneByOne, reasons: Reasons::Asked, ..typed(Method::Agree) }, None)]
    fn says_which_field_is_wrong(#[case] typed: Typed<'_>, #[case] field: Option<&str>) {
        assert_eq!(problem(&typed).map(|(field, _)| field).as_deref(), field);
    }

    #[test]
    fn an_objection_always_has_its_reason() {
        assert_eq!(Rules::set(&OPEN, 9, &typed(Method::Consent)).unwrap().reasons, Reasons::RequiredAgainst);
    }

    #[rstest]
    #[case(Results::Live, 9, [false, false])]
    #[case(Results::Live, 10, [true, true])]
    #[case(Results::AfterVoting, 10, [false, true])]
    #[case(Results::AfterVoting, 20, [true, true])]
    #[case(Results::AfterClosing, 19, [false, false])]
    #[case(Results::AfterClosing, 20, [true, true])]
    fn numbers_show_when_the_rules_say_and_not_a_millisecond_earlier(#[case] results: Results, #[case] now: i64, #[case] shown: [bool; 2]) {
        let rules = Rules { results, ..Rules::default() };
        assert_eq!([false, true].map(|voted| rules.shows(&OPEN, now, voted)), shown);
    }
}
