//! `/r/:round/account`: an account of the whole consultation, college by college, made to be printed. Nobody is named in it.

use std::collections::HashMap;

use domain::{
    Refusal,
    access::Act,
    charter::{
        amendment::State as Became,
        objection::Answer,
        rules::{Body, Scope},
        stance::Stance,
    },
    id::{ArticleId, CollegeId, RoundId},
    round::{Outcome, RoundKind, State},
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::{
    Conn,
    charter::{Objection, TakenIn, Talk, Told},
    process::College,
    round::{Entry, Participation, Round},
};

use super::{
    amendment,
    decision::said,
    loaded::{Charter, address, named},
    trace,
};
use crate::{
    AppError,
    i18n::{Lang, t},
    process::{
        counts,
        round::{load, path},
    },
    ui::{self, crumbs, notice, page, page::param, paragraphs, sign, translated_line},
};

#[component]
pub fn AccountOfRoundPage() -> impl IntoView {
    let id = param::<RoundId>("round");
    page(move |visit| async move {
        let id = id?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let (entry, round, process) = load(&visit, &mut c, Act::AccountOfRoundPage, id).await?;
        if round.kind != RoundKind::Charter {
            return Err(Refusal::not_found().into());
        }
        entry.calendar.must_show_results(&entry.who, visit.now)?;
        let account = Account::load(&mut c, &round, &entry).await?;
        let title = t!(lang, "consultation-title");
        let state = entry.calendar.state(visit.now);
        let early = (!matches!(state, State::Closed | State::Published)).then(|| notice("info", t!(lang, "results-early")));
        let groups =
            counts::groups(&account.charter.colleges, &account.participation, (id, round.kind, round.mode), &entry.calendar, visit.now);
        let colleges = account.charter.colleges.iter().map(|college| account.college(lang, college)).collect_view();
        Ok(view! {
            <Title text=t!(lang, "consultation-of", title = round.title.text(lang.tag()))/>
            <div class="page consultation">
                {crumbs(lang, path(&visit, &process, Some(&round)), title.clone())}
                <header class="title-block">
                    <p class="eyebrow">{title}</p>
                    <h1>{translated_line(lang, &round.title)}</h1>
                    <p class="meta">{ui::badge(lang, state)}<span>{process.territory.clone()}</span></p>
                    <p>{t!(lang, "consultation-lead")}</p>
                </header>
                {early}
                {groups.map(|groups| view! {
                    <section class="stack" aria-labelledby="took-part"><h2 id="took-part">{t!(lang, "took-part-title")}</h2>{counts::table(lang, &groups)}</section>
                })}
                <section class="stack" aria-labelledby="overview">
                    <h2 id="overview">{t!(lang, "consultation-overview")}</h2>
                    {account.overview(lang)}
                </section>
                {colleges}
                <p class="actions"><a class="button is-secondary" href=format!("/r/{id}/results")>{t!(lang, "round-results")}</a></p>
            </div>
        })
    })
}

/// All of it, one query per kind.
struct Account {
    charter: Charter,
    participation: Vec<Participation>,
    talk: HashMap<CollegeId, Talk>,
    taken_in: Vec<TakenIn>,
    amendments: Vec<Told>,
    objections: Vec<Objection>,
}

impl Account {
    async fn load(c: &mut Conn, round: &Round, entry: &Entry) -> Result<Account, AppError> {
        Ok(Account {
            charter: Charter::load(c, round.id, entry, None).await?,
            participation: store::round::participation(c, entry.process).await?,
            talk: store::charter::talk(c, round.id).await?.into_iter().map(|talk| (talk.college_id, talk)).collect(),
            taken_in: store::charter::taken_in(c, round.id).await?,
            amendments: store::charter::told(c, round.id).await?,
            objections: store::charter::objections_of_round(c, round.id).await?,
        })
    }

    fn amendments(&self, college: CollegeId) -> impl Iterator<Item = &Told> {
        self.amendments.iter().filter(move |amendment| amendment.college_id == college)
    }

    fn objections(&self, college: CollegeId) -> impl Iterator<Item = &Objection> {
        self.objections.iter().filter(move |objection| objection.college_id == college)
    }

    /// A row for each college.
    fn overview(&self, lang: Lang) -> AnyView {
        let rows = self
            .charter
            .colleges
            .iter()
            .map(|college| {
                let talk = self.talk.get(&college.id);
                let n = |count: fn(&Talk) -> i64| talk.map_or(0, count);
                let amendments = self.amendments(college.id).count();
                let taken = self.amendments(college.id).filter(|one| matches!(one.state, Became::Accepted | Became::Partly)).count();
                view! {
                    <tr><th scope="row">{ui::college_plain(lang, college.kind, &college.name)}</th>
                        <td class="num">{n(|talk| talk.comments)}</td><td class="num">{n(|talk| talk.questions)}</td>
                        <td class="num">{amendments}</td><td class="num">{taken}</td><td class="num">{self.objections(college.id).count()}</td></tr>
                }
            })
            .collect_view();
        let caption = t!(lang, "consultation-overview-caption");
        let label = caption.clone();
        view! {
            <div class="scroll" tabindex="0" role="region" aria-label=label>
                <table class="table"><caption>{caption}</caption>
                    <thead><tr><th scope="col">{t!(lang, "college")}</th><th scope="col" class="num">{t!(lang, "consultation-comments")}</th>
                        <th scope="col" class="num">{t!(lang, "consultation-questions")}</th><th scope="col" class="num">{t!(lang, "consultation-amendments")}</th>
                        <th scope="col" class="num">{t!(lang, "consultation-amendments-taken")}</th><th scope="col" class="num">{t!(lang, "consultation-objections")}</th></tr></thead>
                    <tbody>{rows}</tbody></table>
            </div>
        }
        .into_any()
    }

    fn college(&self, lang: Lang, college: &College) -> AnyView {
        let id = format!("college-{}", college.id);
        let (labelled_by, name) = (id.clone(), named(lang, Some(college)));
        view! {
            <section class="stack consultation-college" aria-labelledby=labelled_by>
                <h2 id=id>{sign(college.kind.as_str())}" "{name}</h2>
                {self.said(lang, college)}
                {self.changed(lang, college)}
                {self.refused(lang, college)}
                {self.stances(lang, college)}
                {self.objected(lang, college)}
            </section>
        }
        .into_any()
    }

    /// What was said, in numbers.
    fn said(&self, lang: Lang, college: &College) -> AnyView {
        let talk = self.talk.get(&college.id);
        let n = |count: fn(&Talk) -> i64| talk.map_or(0, count);
        let of = |state: &[Became]| self.amendments(college.id).filter(|one| state.contains(&one.state)).count();
        let expected = match college.expected {
            Some(expected) => t!(lang, "counts-of", n = college.members, expected = expected),
            None => t!(lang, "counts-members", n = college.members),
        };
        let comments = t!(
            lang,
            "consultation-comments-words",
            n = n(|talk| talk.comments),
            retained = n(|talk| talk.retained),
            partly = n(|talk| talk.partly),
            refused = n(|talk| talk.not_retained)
        );
        let amendments = t!(
            lang,
            "consultation-amendments-words",
            n = self.amendments(college.id).count(),
            accepted = of(&[Became::Accepted]),
            partly = of(&[Became::Partly]),
            refused = of(&[Became::Rejected]),
            waiting = of(&[Became::Submitted, Became::Recommended]),
            withdrawn = of(&[Became::Withdrawn])
        );
        let passages = n(|talk| talk.passages);
        let passages = (passages > 0).then(|| view! { " " {t!(lang, "consultation-passages", n = passages)} });
        view! {
            <dl class="facts">
                <div><dt>{t!(lang, "members-column")}</dt><dd>{college.members}" "{expected}</dd></div>
                <div><dt>{t!(lang, "consultation-comments")}</dt><dd>{comments}{passages}</dd></div>
                <div><dt>{t!(lang, "consultation-questions")}</dt>
                    <dd>{t!(lang, "consultation-questions-words", n = n(|talk| talk.questions), answered = n(|talk| talk.answered))}</dd></div>
                <div><dt>{t!(lang, "consultation-amendments")}</dt><dd>{amendments}</dd></div>
            </dl>
        }
        .into_any()
    }

    /// What the text owes to the college.
    fn changed(&self, lang: Lang, college: &College) -> AnyView {
        let reason = |words: &str| (!words.is_empty()).then(|| view! { <div dir="auto">{paragraphs(words)}</div> });
        let line = |article: Option<ArticleId>, title: &str, what: String, words: &str| {
            let title = title.to_owned();
            let title = match article {
                Some(article) => view! { <a href=trace::way(article)>{title}</a> }.into_any(),
                None => title.into_any(),
            };
            view! { <li class="item"><h4 dir="auto">{title}</h4><p class="meta"><span>{what}</span></p>{reason(words)}</li> }.into_any()
        };
        let amended = self.amendments(college.id).filter(|one| matches!(one.state, Became::Accepted | Became::Partly)).map(|one| {
            let state = lang.of("amendment-state", one.state.as_str());
            let what = match one.number {
                Some(number) => t!(lang, "consultation-amended-in", state = state, n = number),
                None => t!(lang, "consultation-amended", state = state, kind = lang.of("amendment-kind", one.kind.as_str())),
            };
            line(one.article_id, &one.title, what, &one.decision)
        });
        let comments = self.taken_in.iter().filter(|one| one.college_id == college.id).map(|one| {
            let what = match one.outcome {
                Outcome::Partly => t!(lang, "consultation-comment-partly"),
                _ => t!(lang, "consultation-comment-retained"),
            };
            line(Some(one.article_id), &one.title, what, &one.reason)
        });
        let objected = self.objections(college.id).filter(|one| one.answer == Some(Answer::Taken)).map(|one| {
            let what = t!(lang, "consultation-objection-taken", n = one.taken_in.unwrap_or_default());
            line(one.article_id, &self.about(lang, one), what, &one.words)
        });
        let items: Vec<AnyView> = amended.chain(comments).chain(objected).collect();
        let list = if items.is_empty() {
            view! { <p>{t!(lang, "consultation-changed-none")}</p> }.into_any()
        } else {
            view! { <ul class="items">{items}</ul> }.into_any()
        };
        view! { <h3>{t!(lang, "consultation-changed")}</h3>{list} }.into_any()
    }

    fn refused(&self, lang: Lang, college: &College) -> Option<AnyView> {
        let items: Vec<_> = self
            .amendments(college.id)
            .filter(|one| one.state == Became::Rejected)
            .map(|one| {
                view! {
                    <li class="item"><h4 dir="auto"><a href=amendment::address(one.id)>{one.title.clone()}</a></h4>
                        <p class="meta"><span>{lang.of("amendment-kind", one.kind.as_str())}</span></p>
                        <div dir="auto">{paragraphs(&one.decision)}</div></li>
                }
            })
            .collect();
        (!items.is_empty()).then(|| view! { <h3>{t!(lang, "consultation-refused")}</h3><ul class="items">{items}</ul> }.into_any())
    }

    /// Where the college stands on the text as it is.
    fn stances(&self, lang: Lang, college: &College) -> Option<AnyView> {
        let charter = &self.charter;
        let counts = |says: &[domain::charter::ratification::Say]| {
            says.iter().find(|say| say.body == Body::College(college.id)).map(|say| say.counts.in_order())
        };
        let row = |title: AnyView, numbers: [i64; 4]| {
            let cells = numbers.into_iter().map(|n| view! { <td class="num">{n}</td> }).collect_view();
            view! { <tr><th scope="row">{title}</th>{cells}</tr> }.into_any()
        };
        let rows: Vec<AnyView> = match (&charter.proof.whole, charter.frame.rules.scope) {
            (Some(whole), Scope::Whole) => {
                counts(&whole.says).map(|numbers| row(t!(lang, "word-whole").into_any(), numbers)).into_iter().collect()
            }
            _ => charter
                .proved()
                .filter_map(|(article, proof)| {
                    let title = t!(lang, "article-turn", n = article.position, title = article.version.title.clone());
                    let title = view! { <a href=address(article.id)><bdi>{title}</bdi></a> }.into_any();
                    Some(row(title, counts(&proof.says)?))
                })
                .collect(),
        };
        if rows.is_empty() {
            return None;
        }
        let heads =
            Stance::ALL.iter().map(|stance| view! { <th scope="col" class="num">{lang.of("stance", stance.as_str())}</th> }).collect_view();
        let caption = t!(lang, "consultation-stances-caption", college = named(lang, Some(college)));
        let label = caption.clone();
        Some(
            view! {
                <h3>{t!(lang, "consultation-stances")}</h3>
                <div class="scroll" tabindex="0" role="region" aria-label=label>
                    <table class="table"><caption>{caption}</caption>
                        <thead><tr><th scope="col">{t!(lang, "ratification-article")}</th>{heads}</tr></thead><tbody>{rows}</tbody></table>
                </div>
            }
            .into_any(),
        )
    }

    fn about(&self, lang: Lang, objection: &Objection) -> String {
        match objection.article_id {
            Some(id) => self.charter.articles.iter().find(|article| article.id == id).map(|article| article.version.title.clone()),
            None => Some(t!(lang, "word-whole")),
        }
        .unwrap_or_default()
    }

    fn objected(&self, lang: Lang, college: &College) -> Option<AnyView> {
        let items: Vec<_> = self
            .objections(college.id)
            .map(|one| {
                let state = if one.is_open { t!(lang, "consultation-objection-open") } else { t!(lang, "objection-lifted") };
                let answer = one.answer.map(|answer| {
                    view! {
                        <section class="decision"><p class="decision-verdict">{said(lang, answer, one.taken_in)}</p>
                            <div class="decision-reason" dir="auto">{paragraphs(&one.words)}</div></section>
                    }
                });
                let none = one.answer.is_none().then(|| view! { <p class="small">{t!(lang, "consultation-objection-unanswered")}</p> });
                view! {
                    <li class="item"><h4 dir="auto">{self.about(lang, one)}</h4><p class="meta"><span>{state}</span></p>
                        <blockquote dir="auto">{paragraphs(&one.reason)}</blockquote>{answer}{none}</li>
                }
            })
            .collect();
        (!items.is_empty()).then(|| view! { <h3>{t!(lang, "objections-title")}</h3><ul class="items">{items}</ul> }.into_any())
    }
}
