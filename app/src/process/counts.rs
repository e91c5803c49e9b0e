//! How many people of each college there are, and how many took part in a round.

use domain::{
    college::CollegeKind,
    id::{CollegeId, RoundId},
    lang::LangText,
    privacy::{SCREEN_THRESHOLD, shown},
    round::{Calendar, Mode, RoundKind, State},
    survey::paper::Channel,
};
use leptos::prelude::*;
use store::{process::College, round::Participation};

use crate::{
    i18n::{Lang, t},
    ui::{college_name, college_plain, notice, sign},
};

/// The members of each college, of those hoped for; a college without anyone is pointed out.
pub fn members(lang: Lang, colleges: &[College]) -> AnyView {
    let missing: Vec<_> =
        colleges.iter().filter(|college| college.members == 0).map(|college| college_name(lang, college.kind, &college.name)).collect();
    let warning =
        (!missing.is_empty()).then(|| notice("warning", t!(lang, "counts-missing", n = missing.len(), colleges = missing.join(", "))));
    let counts = colleges
        .iter()
        .map(|college| {
            let class = format!("count is-{}{}", college.kind, if college.members == 0 { " is-missing" } else { "" });
            let of = match college.expected {
                Some(expected) => t!(lang, "counts-of", n = college.members, expected = expected),
                None => t!(lang, "counts-members", n = college.members),
            };
            let alert =
                (college.members == 0).then(|| view! { <span class="count-alert">{sign("warning")}{t!(lang, "counts-nobody")}</span> });
            view! {
                <li class=class>
                    <span class="count-name">{sign(college.kind.as_str())}{college_name(lang, college.kind, &college.name)}</span>
                    <strong class="count-number">{college.members}</strong> " " <span class="count-of">{of}</span>
                    {alert}
                </li>
            }
        })
        .collect_view();
    view! { {warning}<ul class="counts">{counts}</ul> }.into_any()
}

/// The people of one college who took part in a round; no number when the group is too small to be shown.
pub struct Group {
    kind: CollegeKind,
    name: LangText,
    members: i64,
    n: Option<i64>,
}

/// Who took part in a round, college by college; `None` where there is nothing to say.
pub fn groups(
    colleges: &[College],
    rows: &[Participation],
    (round, kind, mode): (RoundId, RoundKind, Mode),
    calendar: &Calendar,
    now: i64,
) -> Option<Vec<Group>> {
    let mine: Vec<_> = rows.iter().filter(|row| row.round_id == round).collect();
    let begun = matches!(calendar.state(now), State::Open | State::Closed | State::Published);
    if !begun || (mine.is_empty() && !kind.may_be_anonymous()) {
        return None;
    }
    let count = |id: CollegeId| mine.iter().find(|row| row.college_id == id).map_or(0, |row| row.n);
    let numbers: Vec<i64> = colleges.iter().map(|college| count(college.id)).collect();
    let visible = match mode {
        Mode::Anonymous => shown(&numbers, SCREEN_THRESHOLD),
        Mode::Named => vec![true; numbers.len()],
    };
    let groups = colleges.iter().zip(numbers).zip(visible).map(|((college, n), visible)| Group {
        kind: college.kind,
        name: college.name.clone(),
        members: college.members,
        n: visible.then_some(n),
    });
    Some(groups.collect())
}

/// "Ont pris part : Familles 42, Professionnels 12, Élus 6".
pub fn line(lang: Lang, groups: &[Group]) -> AnyView {
    let parts = groups
        .iter()
        .map(|group| {
            view! { <li>{college_plain(lang, group.kind, &group.name)} " " {number(lang, group)}</li> }
        })
        .collect_view();
    view! { <p class="small">{t!(lang, "took-part")}</p><ul class="tally">{parts}</ul> }.into_any()
}

fn number(lang: Lang, group: &Group) -> AnyView {
    match group.n {
        Some(n) => view! { <strong>{n}</strong> }.into_any(),
        None => view! { <span class="protected is-cell">{t!(lang, "chart-hidden")}</span> }.into_any(),
    }
}

/// A sentence and a table.
pub fn table(lang: Lang, groups: &[Group]) -> AnyView {
    let hidden = groups.iter().any(|group| group.n.is_none());
    let sentence = groups
        .iter()
        .map(|group| {
            let name = college_name(lang, group.kind, &group.name);
            match group.n {
                Some(n) => t!(lang, "took-part-of", college = name, n = n, members = group.members),
                None => t!(lang, "took-part-hidden", college = name),
            }
        })
        .collect::<Vec<_>>()
        .join(" ");
    let rows = groups
        .iter()
        .map(|group| {
            view! {
                <tr><th scope="row">{college_plain(lang, group.kind, &group.name)}</th>
                    <td class="num">{number(lang, group)}</td><td class="num">{group.members}</td></tr>
            }
        })
        .collect_view();
    let caption = t!(lang, "took-part-caption");
    let label = caption.clone();
    view! {
        <p>{sentence}</p>
        {hidden.then(|| view! { <p class="protected">{sign("lock")}{t!(lang, "chart-protected", n = SCREEN_THRESHOLD)}</p> })}
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            <table class="table"><caption>{caption}</caption>
                <thead><tr><th scope="col">{t!(lang, "college")}</th><th scope="col" class="num">{t!(lang, "took-part-column")}</th>
                    <th scope="col" class="num">{t!(lang, "members-column")}</th></tr></thead>
                <tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

/// How many came on paper or were helped. In an anonymous round a small number is not said, and none where a college is hidden: a total
/// less what is shown would give it back.
pub fn channels(lang: Lang, groups: &[Group], others: &[(Channel, i64)], mode: Mode) -> Option<AnyView> {
    let total: i64 = groups.iter().map(|group| group.n).sum::<Option<i64>>()?;
    let count = |channel: Channel| others.iter().find(|(other, _)| *other == channel).map_or(0, |(_, n)| *n);
    let (paper, proxy) = (count(Channel::Paper), count(Channel::Proxy));
    let visible = match mode {
        Mode::Anonymous => shown(&[total - paper - proxy, paper, proxy], SCREEN_THRESHOLD),
        Mode::Named => vec![true; 3],
    };
    let said = |n: i64, visible: bool| n > 0 && visible;
    let paper = said(paper, visible[1]).then(|| t!(lang, "took-part-paper", n = paper));
    let proxy = said(proxy, visible[2]).then(|| t!(lang, "took-part-proxy", n = proxy));
    let words: Vec<String> = paper.into_iter().chain(proxy).collect();
    (!words.is_empty()).then(|| view! { <p class="small">{words.join(" ")}</p> }.into_any())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn college(kind: CollegeKind) -> College {
        College { id: store::new_id(), kind, name: LangText::default(), members: 50, expected: None }
    }

    #[test]
    fn small_groups_of_an_anonymous_round_are_hidden_and_those_of_a_named_one_are_not() {
        let colleges = [college(CollegeKind::Family), college(CollegeKind::Professional), college(CollegeKind::Elected)];
        let round: RoundId = store::new_id();
        let rows: Vec<_> = [42, 12, 3]
            .into_iter()
            .zip(&colleges)
            .map(|(n, college)| Participation { round_id: round, college_id: college.id, n })
            .collect();
        let open = Calendar { announced: true, opens_at: Some(0), closes_at: Some(10), ..Calendar::default() };
        let seen = |mode, now| {
            groups(&colleges, &rows, (round, RoundKind::Survey, mode), &open, now)
                .map(|groups| groups.iter().map(|group| group.n).collect::<Vec<_>>())
        };
        assert_eq!(seen(Mode::Anonymous, 5), Some(vec![Some(42), None, None]));
        assert_eq!(seen(Mode::Named, 5), Some(vec![Some(42), Some(12), Some(3)]));
        assert_eq!(seen(Mode::Named, -1), None);
    }
}
