//! Two closed questions crossed: which, of whom, and what may be shown of it.

use domain::{
    id::{CollegeId, RoundId},
    privacy::SCREEN_THRESHOLD,
    round::Mode,
    survey::{
        Form, Kind, Question,
        crosstab::{Crosstab, NO_ANSWER, Protected, protect},
        kind,
    },
};
use leptos::prelude::*;
use store::{
    Conn,
    process::College,
    responses::{self, Crossed, Pair},
    round::Round,
};

use super::{cross_table, results::Board, words::answer_words};
use crate::{
    AppError,
    i18n::{Lang, t},
    ui::{college_name, notice},
    visit::Visit,
};

/// Where the form stands on the page, so that the answer is seen at once.
pub const ANCHOR: &str = "cross";

/// What can be crossed: a closed question, a row of a matrix, one of several options, the first choice of a ranking.
pub struct Part<'f> {
    /// In the page's address.
    pub name: String,
    /// The question's number on the page.
    pub number: usize,
    pub question: &'f Question,
    /// Which row or option of it.
    pub part: Option<String>,
    key: String,
    option: Option<String>,
    codes: Vec<String>,
}

impl Part<'_> {
    pub fn words(&self, lang: Lang, code: &str) -> String {
        match (&self.part, code) {
            (_, NO_ANSWER) => t!(lang, "ask-none"),
            (Some(part), _) if self.option.is_some() => t!(lang, "cross-option", option = part.as_str(), answer = lang.of("yes-no", code)),
            _ => answer_words(lang, self.question, code),
        }
    }

    fn crossed(&self) -> Crossed<'_> {
        Crossed { key: &self.key, option: self.option.as_deref() }
    }

    fn codes(&self) -> Vec<&str> {
        self.codes.iter().map(String::as_str).chain([NO_ANSWER]).collect()
    }
}

/// All that can be crossed, in the order of the form. In an anonymous round not what parts the results into slices: they show it
/// crossed with everything, and hide less than a table would.
pub fn parts(lang: Lang, form: &Form, mode: Mode) -> Vec<Part<'_>> {
    let parting: Vec<&str> = form.filters(mode).filter(|_| mode == Mode::Anonymous).map(|question| question.code.as_str()).collect();
    let crossed = form.questions().enumerate().filter(|(_, question)| !parting.contains(&question.code.as_str()));
    crossed.flat_map(|(at, question)| parts_of(lang, at + 1, question)).collect()
}

fn parts_of(lang: Lang, number: usize, question: &Question) -> Vec<Part<'_>> {
    let code = question.code.as_str();
    let part = |name: String, part: Option<String>, option: Option<String>, codes: Vec<String>| {
        let key = if option.is_some() { code.to_owned() } else { name.clone() };
        Part { name, number, question, part, key, option, codes }
    };
    let codes = question.kind.codes();
    match &question.kind {
        Kind::Multiple { .. } => codes
            .into_iter()
            .map(|option| {
                let words = answer_words(lang, question, &option);
                part(question.key(&option), Some(words), Some(option), ["yes", "no"].map(str::to_owned).to_vec())
            })
            .collect(),
        Kind::Matrix { items, .. } => items
            .iter()
            .map(|item| part(question.key(&item.code), Some(item.label.text(lang.tag()).to_owned()), None, codes.clone()))
            .collect(),
        Kind::Ranking { .. } => vec![part(code.to_owned(), Some(t!(lang, "cross-first-choice")), None, codes)],
        Kind::Single { .. } | Kind::YesNo { .. } | Kind::Consent | Kind::Scale { .. } | Kind::Faces | Kind::Stars | Kind::Nps => {
            vec![part(code.to_owned(), None, None, codes)]
        }
        // A table of hundreds of rows tells nothing, and its cells would be of one person each.
        Kind::Municipality { options, .. } if options.len() <= kind::OPTIONS => vec![part(code.to_owned(), None, None, codes)],
        Kind::Municipality { .. }
        | Kind::Number { .. }
        | Kind::Points { .. }
        | Kind::Date
        | Kind::Time
        | Kind::ShortText { .. }
        | Kind::LongText { .. }
        | Kind::Texts { .. }
        | Kind::Email
        | Kind::Note { .. } => Vec::new(),
    }
}

/// Whether the page asks for two questions.
pub fn is_asked(visit: &Visit) -> bool {
    visit.asked("cross").is_some() || visit.asked("with").is_some()
}

/// The way to this form from the top of all results.
pub fn link(lang: Lang, parts: &[Part<'_>]) -> Option<AnyView> {
    (parts.len() > 1).then(|| view! { <p><a href=format!("#{ANCHOR}")>{t!(lang, "cross-title")}</a></p> }.into_any())
}

/// Which questions and which college, as they were asked for.
pub fn form(visit: &Visit, round: RoundId, board: &Board, parts: &[Part<'_>], answer: Option<AnyView>) -> Option<AnyView> {
    if parts.len() < 2 {
        return None;
    }
    let lang = visit.lang;
    let college = visit.asked("college").unwrap_or_default();
    let colleges = board
        .colleges
        .iter()
        .zip(board.shown.iter().zip(&board.respondents))
        .filter(|(_, (shown, respondents))| **shown && **respondents > 0)
        .map(|(one, _)| {
            let selected = one.id.to_string() == college;
            view! { <option value=one.id.to_string() selected=selected>{college_name(lang, one.kind, &one.name)}</option> }
        })
        .collect_view();
    Some(
        view! {
            <section class="stack" id=ANCHOR>
                <h3>{t!(lang, "cross-title")}</h3>
                <p>{t!(lang, "cross-intro")}</p>
                <form class="form" method="get" action=format!("/r/{round}/results#{ANCHOR}")>
                    <div class="field"><label for="cross-rows">{t!(lang, "cross-rows")}</label>
                        <select id="cross-rows" name="cross"><option value="">{t!(lang, "ask-choose")}</option>{menu(lang, parts, visit.asked("cross"))}</select></div>
                    <div class="field"><label for="cross-columns">{t!(lang, "cross-columns")}</label>
                        <select id="cross-columns" name="with"><option value="">{t!(lang, "ask-choose")}</option>{menu(lang, parts, visit.asked("with"))}</select></div>
                    <div class="field"><label for="cross-college">{t!(lang, "college")}</label>
                        <select id="cross-college" name="college" class="is-short"><option value="">{t!(lang, "cross-all")}</option>{colleges}</select></div>
                    <p class="actions"><button class="button is-primary">{t!(lang, "cross-go")}</button></p>
                </form>
                {answer}
            </section>
        }
        .into_any(),
    )
}

/// Questions; those of several parts as a group.
fn menu(lang: Lang, parts: &[Part<'_>], chosen: Option<&str>) -> AnyView {
    let option = |part: &Part<'_>, words: String| {
        view! { <option value=part.name.clone() selected=chosen == Some(part.name.as_str())>{words}</option> }.into_any()
    };
    let groups = parts.chunk_by(|a, b| a.number == b.number).map(|group| {
        let label = |part: &Part<'_>| format!("{}. {}", part.number, part.question.label.text(lang.tag()));
        match group {
            [one] => {
                let part = one.part.as_ref().map(|part| format!(" ({part})")).unwrap_or_default();
                option(one, format!("{}{part}", label(one)))
            }
            several => {
                let options = several.iter().map(|one| option(one, one.part.clone().unwrap_or_default())).collect_view();
                view! { <optgroup label=label(&several[0])>{options}</optgroup> }.into_any()
            }
        }
    });
    groups.collect_view().into_any()
}

/// The form with its answer, or with what is missing.
pub async fn page(visit: &Visit, c: &mut Conn, round: &Round, board: &Board, parts: &[Part<'_>]) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    let find = |name: &str| visit.asked(name).and_then(|name| parts.iter().position(|part| part.name == name));
    let answer = match (find("cross"), find("with")) {
        (Some(a), Some(b)) if a != b => table(visit, c, round, board, parts, (a, b)).await?,
        _ => notice("error", t!(lang, "cross-two")),
    };
    let back = format!("/r/{}/results", round.id);
    Ok(view! { {form(visit, round.id, board, parts, Some(answer))}<p><a href=back>{t!(lang, "quotes-back")}</a></p> }.into_any())
}

async fn table(
    visit: &Visit,
    c: &mut Conn,
    round: &Round,
    board: &Board,
    parts: &[Part<'_>],
    (a, b): (usize, usize),
) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    let wanted = visit.asked("college").filter(|college| !college.is_empty());
    // Those of whom the results of each of the two questions are shown.
    let counted: Vec<&College> = board
        .colleges
        .iter()
        .zip(board.shown.iter().zip(&board.respondents))
        .filter(|(college, (shown, respondents))| {
            **respondents > 0 && [a, b].iter().all(|at| board.may_show(&parts[*at].key, (college, shown)))
        })
        .map(|(college, _)| college)
        .collect();
    let at = wanted.map(|wanted| counted.iter().position(|college| college.id.to_string() == wanted));
    if counted.is_empty() || at == Some(None) {
        return Ok(notice("info", t!(lang, "results-all-hidden")));
    }
    // One way round for both: what is hidden must not depend on it.
    let (first, second) = (&parts[a.min(b)], &parts[a.max(b)]);
    let pairs = responses::pairs(c, round.id, first.crossed(), second.crossed()).await?;
    let tables: Vec<Crosstab> = counted.iter().map(|college| of_college(first, second, &pairs, college.id)).collect();
    let shown = match (round.mode, at.flatten()) {
        (Mode::Named, None) => Protected::whole(&Crosstab::sum(&tables)),
        (Mode::Named, Some(at)) => Protected::whole(&tables[at]),
        (Mode::Anonymous, None) => protect(&tables, SCREEN_THRESHOLD).all,
        (Mode::Anonymous, Some(at)) => protect(&tables, SCREEN_THRESHOLD).colleges.swap_remove(at),
    };
    let shown = if a < b { shown } else { shown.turned() };
    let of = at.flatten().map_or_else(|| counted.clone(), |at| vec![counted[at]]);
    let left_out = wanted.is_none() && board.respondents.iter().filter(|respondents| **respondents > 0).count() > counted.len();
    Ok(cross_table::view(lang, &parts[a], &parts[b], &shown, &of, left_out))
}

fn of_college(first: &Part<'_>, second: &Part<'_>, pairs: &[Pair], college: CollegeId) -> Crosstab {
    let known = |codes: &[String], code: &str| if codes.iter().any(|known| known == code) { code.to_owned() } else { NO_ANSWER.to_owned() };
    let own = pairs.iter().filter(|pair| pair.college_id == college);
    let owned = |part: &Part<'_>| part.codes().into_iter().map(str::to_owned).collect::<Vec<_>>();
    Crosstab::of(&owned(first), &owned(second), own.map(|pair| (known(&first.codes, &pair.a), known(&second.codes, &pair.b), pair.n)))
}
