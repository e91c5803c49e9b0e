//! What ballots over a whole round say together: college by college, then all.

use std::collections::HashMap;

use domain::{
    comments::Subject,
    id::{CollegeId, ProposalId},
    privacy::SCREEN_THRESHOLD,
    proposals::{Counting, Method},
    round::State,
    voting::{Duels, Group, MOST_CANDIDATES, places, runoff},
};
use leptos::prelude::*;
use store::{Conn, ballots::Tallied, round::Round};

use super::poll::Poll;
use crate::{
    AppError,
    i18n::{Lang, t},
    survey::sentence::{decimal, quoted},
    ui::{bars::percent, chart, college_name, college_plain, notice, sign},
};

/// How one proposal came out among some people.
struct Cell {
    /// The length of its bar, in per cent.
    width: f64,
    /// Beside the bar, in little room.
    value: String,
    words: String,
    place: usize,
}

/// Some people's result: one cell per proposal, and more to tell (the rounds of an elimination).
struct People {
    n: i64,
    cells: Vec<Cell>,
    more: Option<AnyView>,
}

/// The tallies of some people by their keys.
type Sums<'t> = HashMap<&'t str, i64>;

impl Poll<'_> {
    /// What the ballots of the round say together, for everybody at the time that its rules name, and until then that it is not yet that
    /// time. Nothing where votes are counted one by one.
    pub async fn outcome_in_time(&self, c: &mut Conn, round: &Round) -> Result<Option<AnyView>, AppError> {
        if !self.rules.method.whole_round() {
            return Ok(None);
        }
        let lang = self.visit.lang;
        let state = self.calendar.state(self.visit.now);
        // Published results have a page of their own, and the round's page leads to it.
        if state == State::Published {
            return Ok(None);
        }
        let body = if self.shows(None) {
            view! { {chart::patterns()}{self.outcome(c, round).await?} }.into_any()
        } else {
            notice("info", lang.of("votes-hidden", self.hidden_word()))
        };
        let title = if state == State::Open { t!(lang, "outcome-so-far") } else { t!(lang, "outcome-end") };
        Ok(Some(
            view! { <section class="stack" aria-labelledby="outcome-now"><h2 id="outcome-now">{title}</h2>{body}</section> }.into_any(),
        ))
    }

    /// The results of a round of one ballot each.
    pub async fn outcome(&self, c: &mut Conn, round: &Round) -> Result<AnyView, AppError> {
        let lang = self.visit.lang;
        let most = i64::try_from(MOST_CANDIDATES).unwrap_or(i64::MAX);
        if self.ballots.iter().sum::<i64>() == 0 {
            return Ok(view! { <p id="outcome">{t!(lang, "outcome-none")}</p> }.into_any());
        }
        let candidates = store::ballots::candidates(c, round.id, most).await?;
        let rows = store::ballots::tallies(c, round.id).await?;
        let shown = self.shown(&self.ballots);
        let groups: Vec<Option<People>> = self
            .colleges
            .iter()
            .zip(&shown)
            .map(|(college, shown)| shown.then(|| self.group(&candidates, &sums(&rows, Some(college.id)))))
            .collect();
        let complete = self.ballots.iter().zip(&shown).all(|(n, shown)| *shown || *n == 0);
        let all = complete.then(|| self.group(&candidates, &sums(&rows, None)));
        let hidden =
            (!complete).then(|| view! { <p class="protected">{sign("lock")}{t!(lang, "chart-protected", n = SCREEN_THRESHOLD)}</p> });
        let legend = self
            .colleges
            .iter()
            .zip(&groups)
            .map(|(college, group)| {
                let n = match group {
                    Some(group) => view! { <span class="chart-n">{t!(lang, "ballots-n", n = group.n)}</span> }.into_any(),
                    None => view! { <span class="protected is-cell">{t!(lang, "chart-hidden")}</span> }.into_any(),
                };
                view! { <li>{college_plain(lang, college.kind, &college.name)}{n}</li> }
            })
            .collect_view();
        let bars = candidates.iter().enumerate().map(|(at, (_, title))| self.bar(at, title, &groups)).collect_view();
        let more = self.colleges.iter().zip(&groups).filter_map(|(college, group)| {
            let (group, name) = (group.as_ref()?, college_name(lang, college.kind, &college.name));
            group.more.is_some().then_some(name)
        });
        let more: Vec<String> = more.collect();
        let (mut details, mut total) = (Vec::new(), None);
        let table = self.table(&candidates, &groups, all.as_ref());
        let sentence = self.sentence_of(&candidates, &groups);
        for (name, group) in more.into_iter().zip(groups.into_iter().flatten().filter(|group| group.more.is_some())) {
            details.push(view! { <h4>{name}</h4>{group.more} });
        }
        if let Some(all) = all {
            total = Some(self.total_of(&candidates, all));
        }
        let how = match (self.rules.method, self.rules.counting) {
            (Method::Ranking, counting) => lang.of("counting-how", counting.as_str()),
            (method, _) => lang.of("counting-how", method.as_str()),
        };
        Ok(view! {
            <section class="stack" aria-labelledby="outcome">
                <h3 id="outcome">{t!(lang, "outcome-title")}</h3>
                <figure class="chart">
                    <figcaption>{sentence}</figcaption>
                    <ul class="legend">{legend}</ul>
                    {hidden}{bars}
                    <p class="small">{how}</p>
                    <details class="chart-data"><summary>{t!(lang, "chart-numbers")}</summary>{table}{details}</details>
                </figure>
            </section>
            {total}
        }
        .into_any())
    }

    fn group(&self, candidates: &[(ProposalId, String)], sums: &Sums<'_>) -> People {
        let lang = self.visit.lang;
        let n = sums.get("").copied().unwrap_or(0);
        let of = |id: &ProposalId| sums.get(id.to_string().as_str()).copied().unwrap_or(0);
        let ids: Vec<ProposalId> = candidates.iter().map(|(id, _)| *id).collect();
        match (self.rules.method, self.rules.counting) {
            (Method::Ranking, Counting::Runoff) => eliminate(lang, candidates, n, sums),
            (Method::Ranking, counting) => {
                let both = |a: usize, b: usize| sums.get(format!("{}>{}", ids[a], ids[b]).as_str()).copied().unwrap_or(0);
                let duels = Duels::kept(n, &ids.iter().map(of).collect::<Vec<_>>(), both);
                if counting == Counting::Borda { borda(lang, &duels) } else { schulze(lang, &duels) }
            }
            (Method::Points, _) => {
                let given: Vec<i64> = ids.iter().map(of).collect();
                means(lang, n, &given, real(i64::from(self.rules.points)))
            }
            _ => {
                let ticked: Vec<i64> = ids.iter().map(of).collect();
                let place = places(&ticked);
                let cell = |(k, place): (&i64, usize)| {
                    let value = format!("{}\u{a0}%", percent(*k, n));
                    Cell { width: share(*k, n), words: format!("{k} ({value})"), value, place }
                };
                People { n, cells: ticked.iter().zip(place).map(cell).collect(), more: None }
            }
        }
    }

    fn bar(&self, at: usize, title: &str, groups: &[Option<People>]) -> AnyView {
        let lines = self
            .colleges
            .iter()
            .zip(groups)
            .filter_map(|(college, group)| {
                let group = group.as_ref().filter(|group| group.n > 0)?;
                let (kind, cell) = (college.kind, group.cells.get(at)?);
                Some(view! {
                    <li class="chart-line"><span class=format!("college is-{kind} is-plain")>{sign(kind.as_str())}</span>
                        <svg class="bar" width="100%" height="18"><rect class=format!("bar-{kind}") width=format!("{:.2}%", cell.width) height="100%"></rect></svg>
                        <span class="chart-value">{cell.value.clone()}</span></li>
                })
            })
            .collect_view();
        view! { <div class="chart-row" aria-hidden="true"><p class="chart-label" dir="auto">{title.to_owned()}</p><ul class="chart-group">{lines}</ul></div> }
            .into_any()
    }

    /// Who is first in each college.
    fn sentence_of(&self, candidates: &[(ProposalId, String)], groups: &[Option<People>]) -> String {
        let lang = self.visit.lang;
        let clauses: Vec<String> = self
            .colleges
            .iter()
            .zip(groups)
            .filter_map(|(college, group)| {
                let group = group.as_ref().filter(|group| group.n > 0)?;
                let first = candidates.iter().zip(&group.cells).filter(|(_, cell)| cell.place == 1);
                let titles: Vec<&str> = first.map(|((_, title), _)| title.as_str()).collect();
                let college = college_name(lang, college.kind, &college.name);
                // Where everything is level, nothing is first.
                let words =
                    if titles.len() == candidates.len() && titles.len() > 1 { t!(lang, "outcome-level") } else { quoted(lang, &titles) };
                Some(t!(lang, "outcome-clause", college = college, titles = words))
            })
            .collect();
        if clauses.is_empty() { t!(lang, "outcome-none") } else { clauses.join(" ") }
    }

    fn table(&self, candidates: &[(ProposalId, String)], groups: &[Option<People>], all: Option<&People>) -> AnyView {
        let lang = self.visit.lang;
        let head = self
            .colleges
            .iter()
            .map(|college| view! { <th scope="col" class="num">{college_name(lang, college.kind, &college.name)}</th> });
        let head = head.collect_view();
        let cell = |group: Option<&People>, at: usize| match group.and_then(|group| group.cells.get(at).map(|cell| (group.n, cell))) {
            Some((0, _)) => view! { <td class="num">"–"</td> }.into_any(),
            Some((_, cell)) => {
                view! { <td class="num">{t!(lang, "outcome-place", place = cell.place)}" · "{cell.words.clone()}</td> }.into_any()
            }
            None => view! { <td class="num"><span class="protected is-cell">{t!(lang, "chart-hidden")}</span></td> }.into_any(),
        };
        let body = candidates
            .iter()
            .enumerate()
            .map(|(at, (_, title))| {
                let cells = groups.iter().map(|group| cell(group.as_ref(), at)).collect_view();
                view! { <tr><th scope="row" dir="auto">{title.clone()}</th>{cells}{cell(all, at)}</tr> }
            })
            .collect_view();
        let caption = t!(lang, "outcome-caption");
        let label = caption.clone();
        view! {
            <div class="scroll" tabindex="0" role="region" aria-label=label>
                <table class="table"><caption>{caption}</caption>
                    <thead><tr><th scope="col">{t!(lang, "proposal")}</th>{head}<th scope="col" class="num">{t!(lang, "vote-total")}</th></tr></thead>
                    <tbody>{body}</tbody></table>
            </div>
        }
        .into_any()
    }

    /// Everybody together, after the colleges: each ballot once.
    fn total_of(&self, candidates: &[(ProposalId, String)], all: People) -> AnyView {
        let lang = self.visit.lang;
        let mut order: Vec<usize> = (0..candidates.len()).collect();
        order.sort_by_key(|at| all.cells.get(*at).map_or(usize::MAX, |cell| cell.place));
        let items = order
            .into_iter()
            .filter_map(|at| {
                let ((id, title), cell) = (candidates.get(at)?, all.cells.get(at)?);
                Some(view! {
                    <li class="item"><h4 class="item-title" dir="auto"><a href=Subject::Proposal(*id).path()>{title.clone()}</a></h4>
                        <p class="meta"><span>{t!(lang, "outcome-place", place = cell.place)}</span><span>{cell.words.clone()}</span></p></li>
                })
            })
            .collect_view();
        let more =
            all.more.map(|more| view! { <details class="chart-data"><summary>{t!(lang, "runoff-rounds")}</summary>{more}</details> });
        view! {
            <section class="stack" aria-labelledby="outcome-all">
                <h3 id="outcome-all">{t!(lang, "outcome-all", n = all.n)}</h3>
                <p class="small">{t!(lang, "outcome-all-words")}</p>
                <ul class="items">{items}</ul>{more}
            </section>
        }
        .into_any()
    }
}

fn sums(rows: &[Tallied], college: Option<CollegeId>) -> Sums<'_> {
    let mut sums = Sums::new();
    for row in rows.iter().filter(|row| college.is_none_or(|college| college == row.college_id)) {
        *sums.entry(row.key.as_str()).or_default() += row.n;
    }
    sums
}

#[expect(clippy::cast_precision_loss, reason = "numbers of people, shown with one decimal")]
const fn real(n: i64) -> f64 {
    n as f64
}

fn share(n: i64, of: i64) -> f64 {
    if of <= 0 { 0.0 } else { real(n) * 100.0 / real(of) }
}

/// Means of whole numbers given by `n` people, drawn against the greatest possible.
fn means(lang: Lang, n: i64, given: &[i64], most: f64) -> People {
    let place = places(given);
    let cell = |(sum, place): (&i64, usize)| {
        let mean = if n == 0 { 0.0 } else { real(*sum) / real(n) };
        let words = decimal(lang, mean);
        Cell { width: if most > 0.0 { mean * 100.0 / most } else { 0.0 }, value: words.clone(), words, place }
    };
    People { n, cells: given.iter().zip(place).map(cell).collect(), more: None }
}

fn borda(lang: Lang, duels: &Duels) -> People {
    let doubled = duels.borda_doubled();
    let most = real(i64::try_from(doubled.len()).unwrap_or(0) - 1) * 2.0;
    let mut group = means(lang, duels.ballots(), &doubled, most);
    for (cell, doubled) in group.cells.iter_mut().zip(&doubled) {
        cell.words = decimal(lang, if group.n == 0 { 0.0 } else { real(*doubled) / 2.0 / real(group.n) });
        cell.value.clone_from(&cell.words);
    }
    group
}

fn schulze(lang: Lang, duels: &Duels) -> People {
    let place = duels.schulze_places();
    let count = place.len();
    let cell = |(a, place): (usize, usize)| {
        let won = (0..count).filter(|&b| a != b && duels.before(a, b) > duels.before(b, a)).count();
        let others = count.saturating_sub(1);
        let (won_n, others_n) = (i64::try_from(won).unwrap_or(0), i64::try_from(others).unwrap_or(0));
        let words = t!(lang, "duels-won", won = won, others = others);
        Cell { width: share(won_n, others_n), value: format!("{won}/{others}"), words, place }
    };
    People { n: duels.ballots(), cells: place.into_iter().enumerate().map(cell).collect(), more: None }
}

fn eliminate(lang: Lang, candidates: &[(ProposalId, String)], n: i64, sums: &Sums<'_>) -> People {
    let at: HashMap<String, usize> = candidates.iter().enumerate().map(|(at, (id, _))| (id.to_string(), at)).collect();
    let groups: Vec<Group> = sums
        .iter()
        .filter_map(|(key, n)| {
            // What moderation has hidden is passed over: the next choice stands in its place.
            let ranked = key.strip_prefix('=')?.split('>').filter_map(|id| at.get(id).copied()).collect();
            Some(Group { ranked, n: *n })
        })
        .collect();
    let found = runoff(candidates.len(), &groups);
    let first = |at: usize| found.rounds.first().and_then(|round| round.votes.get(at).copied().flatten()).unwrap_or(0);
    let cells = found
        .places
        .iter()
        .enumerate()
        .map(|(at, place)| {
            let (value, words) = (first(at).to_string(), t!(lang, "runoff-first", n = first(at)));
            Cell { width: share(first(at), n), value, words, place: *place }
        })
        .collect();
    let head = (1..=found.rounds.len())
        .map(|round| view! { <th scope="col" class="num">{t!(lang, "runoff-round", n = round)}</th> })
        .collect_view();
    let body = candidates
        .iter()
        .enumerate()
        .map(|(at, (_, title))| {
            let cells = found
                .rounds
                .iter()
                .map(|round| view! { <td class="num">{round.votes.get(at).copied().flatten().map_or_else(|| "–".to_owned(), |n| n.to_string())}</td> })
                .collect_view();
            view! { <tr><th scope="row" dir="auto">{title.clone()}</th>{cells}</tr> }
        })
        .collect_view();
    let spent = found.rounds.iter().map(|round| view! { <td class="num">{round.exhausted}</td> }).collect_view();
    let caption = t!(lang, "runoff-rounds");
    let label = caption.clone();
    let more = view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            <table class="table"><caption>{caption}</caption><thead><tr><th scope="col">{t!(lang, "proposal")}</th>{head}</tr></thead>
                <tbody>{body}<tr><th scope="row">{t!(lang, "runoff-exhausted")}</th>{spent}</tr></tbody></table>
        </div>
    }
    .into_any();
    People { n, cells, more: (n > 0).then_some(more) }
}
