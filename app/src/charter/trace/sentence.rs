//! One sentence: since when, why and by whom, what was said of it, what was refused.

use domain::{
    charter::{
        markup::{blocks, line, plain},
        trace::Step,
    },
    comments::Subject,
};
use leptos::prelude::*;
use store::charter::{Amendment, Version};

use super::{
    super::{amendment, compare::comparison, diff},
    origins::{Origin, Origins, Said, Wanted},
};
use crate::{
    i18n::{Lang, t},
    ui::{
        self,
        date::{day_view, moment_view},
        decision, paragraphs,
    },
    visit::Visit,
};

pub struct Shown<'a> {
    pub visit: &'a Visit,
    pub origins: &'a Origins<'a>,
    /// The articles' language where it is not the screen's.
    pub tongue: Option<String>,
    pub wanted: &'a Wanted,
}

/// A sentence as it is read: without its marks.
fn read(text: &str) -> String {
    let lines: Vec<String> =
        blocks(text).iter().flat_map(|block| block.lines().iter().map(|line| plain(line)).collect::<Vec<_>>()).collect();
    let words = if lines.is_empty() { plain(&line(text)) } else { lines.join(" ") };
    if words.trim().is_empty() { text.to_owned() } else { words }
}

impl Shown<'_> {
    pub fn sentences(&self) -> AnyView {
        let found = self.origins.sentences.iter().position(|origin| self.origins.has(origin, self.wanted));
        let items = self.origins.sentences.iter().enumerate().map(|(at, origin)| self.sentence(origin, found == Some(at))).collect_view();
        view! { <ol class="origins">{items}</ol> }.into_any()
    }

    fn lang(&self) -> Lang {
        self.visit.lang
    }

    fn sentence(&self, origin: &Origin<'_>, first: bool) -> AnyView {
        let lang = self.lang();
        let since = origin.steps.first().and_then(|step| self.version(step));
        let since = since.map(|version| view! { <span>{t!(lang, "trace-since", n = version.number)}</span> });
        let count = |n: usize, words: String| (n > 0).then(|| view! { <span>{words}</span> });
        let (said, refused) = (origin.said.len(), origin.refused.len());
        let about = view! {
            <span class="origin-about">{since}{count(said, t!(lang, "trace-comments", n = said))}{count(refused, t!(lang, "trace-refusals", n = refused))}</span>
        };
        let open = self.origins.has(origin, self.wanted);
        let steps = origin.steps.iter().map(|step| self.step(step)).collect_view();
        view! {
            <li class="origin" id=first.then_some("found")>
                <details open=open>
                    <summary><span class="origin-words"><span dir="auto" lang=self.tongue.clone()>{read(origin.text)}</span>" "{about}</span></summary>
                    <div class="stack">
                        <div class="stack is-tight"><h3>{t!(lang, "trace-changes-title")}</h3><ol class="items">{steps}</ol></div>
                        {self.comments(&origin.said)}
                        {self.refusals(&origin.refused)}
                    </div>
                </details>
            </li>
        }
        .into_any()
    }

    fn version(&self, step: &Step<'_>) -> Option<&Version> {
        self.origins.loaded.versions.get(step.version)
    }

    /// A version in which the sentence came to read otherwise.
    fn step(&self, step: &Step<'_>) -> Option<AnyView> {
        let (lang, loaded) = (self.lang(), self.origins.loaded);
        let version = self.version(step)?;
        let amended = loaded.authors.iter().find(|(id, ..)| *id == version.version_id).map(|(_, id, name)| {
            let words = t!(lang, "history-with", name = name.clone());
            let link = match id {
                Some(id) => view! { <a href=amendment::address(*id)>{words}</a> }.into_any(),
                None => words.into_any(),
            };
            let decided = loaded.amendments.iter().find(|amendment| Some(amendment.id) == *id).map(|amendment| decided(lang, amendment));
            view! { <p>{link}</p>{decided} }
        });
        let names: Vec<&str> = loaded.writers.iter().filter(|(id, _)| *id == version.version_id).map(|(_, name)| name.as_str()).collect();
        let written = (!names.is_empty()).then(|| view! { <p>{t!(lang, "history-written-with", names = names.join(", "))}</p> });
        // The reason of a decision is the version's own.
        let said = loaded.authors.iter().any(|(id, amendment, _)| {
            *id == version.version_id && loaded.amendments.iter().any(|one| Some(one.id) == *amendment && one.decision == version.note)
        });
        let note =
            (!version.note.is_empty() && !said).then(|| view! { <p dir="auto">{t!(lang, "history-why", note = version.note.clone())}</p> });
        let changed = if step.was.is_empty() {
            view! { <p>{t!(lang, "trace-new")}</p> }.into_any()
        } else {
            diff::paragraphs(lang, self.tongue.as_deref(), &step.was.join(" "), &step.is.join(" "))
        };
        let number = t!(lang, "history-version", n = version.number);
        let title = if version.number > 1 {
            view! { <a href=comparison(loaded.article.id, version.number - 1, version.number)>{number}</a> }.into_any()
        } else {
            number.into_any()
        };
        Some(
            view! {
                <li class="item">
                    <h4>{title}</h4>
                    <p class="meta"><bdi>{version.author.clone()}</bdi>{moment_view(self.visit, version.created_at)}</p>
                    {changed}{note}{amended}{written}
                </li>
            }
            .into_any(),
        )
    }

    fn comments(&self, said: &[usize]) -> Option<AnyView> {
        let items = said.iter().filter_map(|n| self.origins.said.get(*n)).map(|said| self.comment(said)).collect_view();
        (!said.is_empty()).then(|| {
            view! { <div class="stack is-tight"><h3>{t!(self.lang(), "trace-said-title")}</h3><ul class="items">{items}</ul></div> }
                .into_any()
        })
    }

    /// What somebody said of a passage, what was answered, and in which versions the passage changed since.
    fn comment(&self, said: &Said<'_>) -> AnyView {
        let (lang, loaded) = (self.lang(), self.origins.loaded);
        let comment = said.comment;
        let college = comment.kind.zip(comment.college.as_ref()).map(|(kind, name)| ui::college(lang, kind, name));
        let answered = match comment.outcome {
            Some(outcome) => Some(decision(lang, Some(outcome), view! { <div dir="auto">{paragraphs(&comment.reason)}</div> }.into_any())),
            None if comment.question && !comment.reason.is_empty() => Some(
                view! {
                    <div class="answer"><p class="small"><strong>{t!(lang, "question-answer")}</strong></p>
                        <div dir="auto">{paragraphs(&comment.reason)}</div></div>
                }
                .into_any(),
            ),
            None => None,
        };
        let since = said.passage.as_ref().map(|passage| {
            let numbers: Vec<String> =
                passage.changed.iter().filter_map(|at| loaded.versions.get(*at)).map(|version| version.number.to_string()).collect();
            if numbers.is_empty() {
                return view! { <p>{t!(lang, "trace-passage-same")}</p> }.into_any();
            }
            let words = t!(lang, "trace-passage-changed", n = numbers.len(), versions = numbers.join(", "));
            if passage.is.is_empty() {
                return view! { <p>{words}" "{t!(lang, "trace-passage-gone")}</p> }.into_any();
            }
            view! {
                <p>{words}</p>
                <details><summary>{t!(lang, "trace-passage-then-now")}</summary>
                    {diff::paragraphs(lang, self.tongue.as_deref(), &passage.was.join(" "), &passage.is.join(" "))}</details>
            }
            .into_any()
        });
        let quote = t!(lang, "trace-passage-on", n = comment.version, words = read(&comment.quote));
        view! {
            <li class="item">
                <p class="meta"><a href=Subject::Article(loaded.article.id).comment_path(comment.id)><bdi>{comment.author.clone()}</bdi></a>
                    {college}{day_view(self.visit, comment.created_at)}</p>
                <p class="small" dir="auto">{quote}</p>
                <blockquote dir="auto">{paragraphs(&comment.body)}</blockquote>
                {answered}{since}
            </li>
        }
        .into_any()
    }

    fn refusals(&self, refused: &[usize]) -> Option<AnyView> {
        let items = refused.iter().filter_map(|n| self.origins.refused.get(*n)).map(|amendment| self.refusal(amendment)).collect_view();
        (!refused.is_empty()).then(|| {
            view! { <div class="stack is-tight"><h3>{t!(self.lang(), "trace-refused-title")}</h3><ul class="items">{items}</ul></div> }
                .into_any()
        })
    }

    fn refusal(&self, amendment: &Amendment) -> AnyView {
        let lang = self.lang();
        let college = ui::college(lang, amendment.college_kind, &amendment.college_name);
        view! {
            <li class="item">
                <p class="meta"><a href=amendment::address(amendment.id)>{lang.of("amendment-kind", amendment.kind.as_str())}</a>
                    <bdi>{amendment.author.clone()}</bdi>{college}{day_view(self.visit, amendment.created_at)}</p>
                <blockquote dir="auto">{paragraphs(&amendment.reason)}</blockquote>
                {decided(lang, amendment)}
            </li>
        }
        .into_any()
    }

    /// What belongs to no sentence of today.
    pub fn elsewhere(&self) -> Option<AnyView> {
        let (lang, origins) = (self.lang(), self.origins);
        let any = !origins.said_elsewhere.is_empty() || !origins.refused_elsewhere.is_empty();
        let here = match self.wanted {
            Wanted::Comment(id) => origins.said_elsewhere.iter().any(|n| origins.said[*n].comment.id == *id),
            Wanted::Amendment(id) => origins.refused_elsewhere.iter().any(|n| origins.refused[*n].id == *id),
            Wanted::Nothing => false,
        };
        any.then(|| {
            view! {
                <section class="stack" aria-labelledby="elsewhere" id=here.then_some("found")>
                    <h2 id="elsewhere">{t!(lang, "trace-elsewhere")}</h2>
                    <p>{t!(lang, "trace-elsewhere-words")}</p>
                    {self.comments(&origins.said_elsewhere)}
                    {self.refusals(&origins.refused_elsewhere)}
                </section>
            }
            .into_any()
        })
    }
}

/// What was decided of an amendment, with the reason.
fn decided(lang: Lang, amendment: &Amendment) -> Option<AnyView> {
    let outcome = amendment.state.outcome()?;
    Some(decision(lang, Some(outcome), view! { <div dir="auto">{paragraphs(&amendment.decision)}</div> }.into_any()))
}
