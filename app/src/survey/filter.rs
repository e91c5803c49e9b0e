//! Results within one answer ("those who live in …") or of one college: what is asked for, what may be shown of it, and the form.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::{
    id::{CollegeId, RoundId},
    privacy::SCREEN_THRESHOLD,
    round::Mode,
    survey::{
        Form, Question,
        slice::{self, Parted, Slice},
    },
};
use leptos::prelude::*;
use store::{
    Conn,
    responses::{self, Sliced},
    round::Round,
};

use super::{results::Board, words::answer_words};
use crate::{
    AppError,
    i18n::{Lang, t},
    ui::{college_name, notice},
    visit::Visit,
};

/// Where it stands on the page: the answer is seen at once, under a decision that may be long.
const ANCHOR: &str = "part";

/// What the page is narrowed to, and to what else it can be.
pub struct Filtering {
    lang: Lang,
    /// Question by question, the answers whose slice may be shown: its name and its words.
    menu: Vec<(String, Vec<(String, String)>)>,
    colleges: Vec<(CollegeId, String)>,
    /// The words of the question and the answer of the slice that is shown.
    within: Option<(String, String)>,
    college: Option<CollegeId>,
    /// A slice was asked for that is not shown.
    refused: bool,
}

/// Narrows a board to what the page's address asks for: `among` a slice, `college` a college.
pub async fn apply(visit: &Visit, c: &mut Conn, round: &Round, form: &Form, board: Board) -> Result<(Filtering, Board), AppError> {
    let lang = visit.lang;
    let filters: Vec<&Question> = form.filters(round.mode).collect();
    let sliced = if filters.is_empty() { Vec::new() } else { responses::sliced(c, round.id).await? };
    let colleges = board.colleges.iter().zip(board.shown.iter().zip(&board.respondents)).filter(|(_, (shown, n))| **shown && **n > 0);
    let colleges: Vec<_> = colleges.map(|(one, _)| (one.id, college_name(lang, one.kind, &one.name))).collect();
    let mut filtering = Filtering { lang, menu: Vec::new(), colleges, within: None, college: None, refused: false };
    let asked = visit.asked("among").filter(|slice| !slice.is_empty());
    let mut hidden = None;
    for question in filters {
        let parted = parted(&board, &sliced, question);
        let mut offered = Vec::new();
        for value in question.kind.codes() {
            let Some(keys) = keys_hidden(&board, &parted, &value, round.mode) else { continue };
            let (name, words) = (slice::name(&question.code, &value), answer_words(lang, question, &value));
            if asked == Some(name.as_str()) {
                filtering.within = Some((question.label.text(lang.tag()).to_owned(), words.clone()));
                hidden = Some((question.code.as_str(), keys));
            }
            offered.push((name, words));
        }
        if !offered.is_empty() {
            filtering.menu.push((question.label.text(lang.tag()).to_owned(), offered));
        }
    }
    filtering.refused = asked.is_some() && filtering.within.is_none();
    let mut board = match (hidden, asked) {
        (Some((parting, hidden)), Some(slice)) => board.within(parting, responses::slice(c, round.id, slice).await?, hidden),
        _ => board,
    };
    let college = visit.asked("college").and_then(|id| id.parse().ok()).filter(|id| filtering.colleges.iter().any(|(one, _)| one == id));
    if let Some(college) = college {
        board = board.of_college(college);
    }
    filtering.college = college;
    Ok((filtering, board))
}

/// Each college as a question parts it.
fn parted(board: &Board, sliced: &[Sliced], question: &Question) -> HashMap<CollegeId, Parted> {
    let mut colleges: HashMap<CollegeId, Parted> = HashMap::new();
    for (college, people) in board.colleges.iter().zip(&board.respondents) {
        let answered = board.keys().map(|key| (key.to_owned(), board.count(key, "", college))).collect();
        colleges.insert(college.id, Parted { people: *people, answered, slices: BTreeMap::new() });
    }
    for one in sliced {
        let value = one.slice.strip_prefix(&slice::name(&question.code, ""));
        let (Some(value), Some(college)) = (value, colleges.get_mut(&one.college_id)) else { continue };
        let slice: &mut Slice = college.slices.entry(value.to_owned()).or_default();
        if one.question == question.code {
            slice.people = one.n;
        }
        slice.answered.insert(one.question.clone(), one.n);
    }
    colleges
}

/// What stays hidden of a slice; None where it is shown of no college.
fn keys_hidden(board: &Board, parted: &HashMap<CollegeId, Parted>, value: &str, mode: Mode) -> Option<HashSet<(String, CollegeId)>> {
    let (mut hidden, mut any) = (HashSet::new(), false);
    for (college, shown) in board.colleges.iter().zip(&board.shown) {
        let Some(parted) = parted.get(&college.id) else { continue };
        let keys = match mode {
            Mode::Named => parted.slices.contains_key(value).then(Default::default),
            Mode::Anonymous => parted.hidden(value, SCREEN_THRESHOLD),
        };
        any |= *shown && keys.is_some();
        match keys {
            Some(keys) => hidden.extend(keys.into_iter().map(|key| (key, college.id))),
            None if mode == Mode::Anonymous => hidden.extend(board.keys().map(|key| (key.to_owned(), college.id))),
            None => {}
        }
    }
    any.then_some(hidden)
}

impl Filtering {
    /// Whether the page shows one slice alone.
    pub const fn is_within(&self) -> bool {
        self.within.is_some()
    }

    const fn is_active(&self) -> bool {
        self.within.is_some() || self.college.is_some()
    }

    /// The form, folded away until it is used, and what the page is narrowed to.
    pub fn view(&self, visit: &Visit, round: RoundId) -> Option<AnyView> {
        let lang = self.lang;
        if self.menu.is_empty() && self.colleges.len() < 2 {
            return None;
        }
        let asked = visit.asked("among").unwrap_or_default();
        let groups = self
            .menu
            .iter()
            .map(|(question, answers)| {
                let options = answers
                    .iter()
                    .map(|(name, words)| view! { <option value=name.clone() selected=name.as_str() == asked>{words.clone()}</option> })
                    .collect_view();
                view! { <optgroup label=question.clone()>{options}</optgroup> }
            })
            .collect_view();
        let among = (!self.menu.is_empty()).then(|| {
            view! {
                <div class="field"><label for="filter-among">{t!(lang, "filter-among")}</label>
                    <select id="filter-among" name="among"><option value="">{t!(lang, "filter-everyone")}</option>{groups}</select></div>
            }
        });
        let colleges = self
            .colleges
            .iter()
            .map(|(id, name)| view! { <option value=id.to_string() selected=self.college == Some(*id)>{name.clone()}</option> })
            .collect_view();
        let here = format!("/r/{round}/results");
        let active = self.is_active().then(|| {
            let words = match (&self.within, self.college) {
                (Some((question, answer)), _) => t!(lang, "filter-within", question = question.as_str(), answer = answer.as_str()),
                (None, _) => t!(lang, "filter-college"),
            };
            let few = self.within.is_some().then(|| t!(lang, "filter-texts"));
            let back = view! { <a href=format!("{here}#{ANCHOR}")>{t!(lang, "filter-remove")}</a> };
            notice("info", view! { {words} " " {few} <br/> {back} })
        });
        let refused = self.refused.then(|| notice("warning", t!(lang, "filter-refused", n = SCREEN_THRESHOLD)));
        let open = self.is_active() || self.refused;
        Some(
            view! {
                <section class="stack" id=ANCHOR>
                {refused}{active}
                <details open=open><summary>{t!(lang, "filter-title")}</summary>
                    <form class="form" method="get" action=format!("{here}#{ANCHOR}")>
                        {among}
                        <div class="field"><label for="filter-college">{t!(lang, "college")}</label>
                            <select id="filter-college" name="college" class="is-short"><option value="">{t!(lang, "cross-all")}</option>{colleges}</select></div>
                        <p class="actions"><button class="button is-primary">{t!(lang, "filter-go")}</button></p>
                    </form>
                </details>
                </section>
            }
            .into_any(),
        )
    }
}
