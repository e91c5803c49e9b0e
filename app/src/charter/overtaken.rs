//! Somebody saved a newer version while this one was written: both are joined, and what both changed is shown side by side.

use domain::charter::{
    article::Words,
    merge::{Part, joined, merge},
};
use leptos::prelude::*;
use store::{Conn, charter::Article};

use super::diff::{changes, paragraphs};
use crate::{
    AppError,
    i18n::{Lang, t},
    ui::Form,
    visit::Visit,
};

/// What the form goes on with, and what stands above it.
pub struct Overtaken {
    pub words: Words,
    pub view: AnyView,
}

/// What to do about a form that was written from an older version than the current one; nothing where it was not.
pub async fn overtaken(
    visit: &Visit,
    c: &mut Conn,
    form: &Form,
    article: &Article,
    draft: &str,
    tongue: Option<&str>,
) -> Result<Option<Overtaken>, AppError> {
    let current = &article.version;
    let from: i64 = form.value("version", "").parse().unwrap_or_default();
    // A writer's form knows the draft alone, and no version.
    let stale = from != 0 && from != current.number;
    if !form.refused() || !(stale || form.problems("body").iter().any(|problem| problem.key == "article-newer")) {
        return Ok(None);
    }
    let base = if stale { store::charter::version(c, article.id, from).await?.map(|base| base.words()) } else { Some(current.words()) };
    // A number that no browser sends: with nothing in common, all of it is asked about.
    let mut base = base.unwrap_or_else(|| Words { title: String::new(), body: String::new(), easy: String::new(), note: String::new() });
    let typed = |name: &str, else_: &str| domain::text::clean(&form.value(name, else_));
    // What the form was filled in from.
    base.body = typed("base", &base.body);
    let theirs = Words { body: domain::text::clean(draft), ..current.words() };
    // What the editor sends is in the draft.
    let live = form.value("live", "") == "true";
    if live {
        base.body.clone_from(&theirs.body);
    }
    let body = if live { theirs.body.clone() } else { typed("body", "") };
    let mine = Words { title: typed("title", &theirs.title), body, easy: typed("easy", &theirs.easy), note: typed("note", "") };
    let parts = |of: fn(&Words) -> &String| merge(of(&base), of(&mine), of(&theirs));
    let (title, body, easy) = (parts(|words| &words.title), parts(|words| &words.body), parts(|words| &words.easy));
    let words = Words { title: joined(&title), body: joined(&body), easy: joined(&easy), note: mine.note.clone() };

    let lang = visit.lang;
    let names = [t!(lang, "article-title"), t!(lang, "article-body"), t!(lang, "easy-to-read")];
    let asked: Vec<(String, Part)> = [title, body, easy]
        .into_iter()
        .zip(names)
        .flat_map(|(parts, name)| parts.into_iter().filter(|part| part.settled().is_none()).map(move |part| (name.clone(), part)))
        .collect();
    let n = asked.len();
    let said = if stale { Said::version(lang, from, &current.author, current.number) } else { Said::draft(lang) };
    let passages = asked.into_iter().enumerate().map(|(i, (name, part))| passage(lang, tongue, i + 1, name, &said, &part)).collect_view();
    let view = view! {
        <section class="stack" aria-labelledby="together">
            <h2 id="together">{t!(lang, "together-title")}</h2>
            <p>{said.what} " " {t!(lang, "together-passages", n = n)}</p>
            {(n > 0).then(|| view! { <ol class="items">{passages}</ol> })}
            <details><summary>{said.my_changes}</summary><div class="stack">{changes(lang, tongue, &base, &mine)}</div></details>
            <details><summary>{said.their_changes}</summary><div class="stack">{changes(lang, tongue, &base, &theirs)}</div></details>
        </section>
    };
    Ok(Some(Overtaken { words, view: view.into_any() }))
}

/// How it is told: somebody saved a version, or others wrote in the draft.
pub struct Said {
    what: String,
    before: String,
    other: String,
    my_changes: String,
    their_changes: String,
}

impl Said {
    fn version(lang: Lang, from: i64, who: &str, to: i64) -> Self {
        Said {
            what: t!(lang, "together-who", name = who.to_owned(), from = from, to = to),
            before: t!(lang, "together-before", n = from),
            other: t!(lang, "together-other", name = who.to_owned()),
            my_changes: t!(lang, "together-yours", from = from),
            their_changes: t!(lang, "together-theirs", from = from, to = to),
        }
    }

    /// The source of a charter that was taken over was adopted anew.
    pub fn source(lang: Lang) -> Self {
        Said {
            what: String::new(),
            before: t!(lang, "remerge-before"),
            other: t!(lang, "remerge-theirs"),
            my_changes: String::new(),
            their_changes: String::new(),
        }
    }

    fn draft(lang: Lang) -> Self {
        Said {
            what: t!(lang, "together-draft"),
            before: t!(lang, "together-draft-before"),
            other: t!(lang, "together-draft-other"),
            my_changes: t!(lang, "together-draft-yours"),
            their_changes: t!(lang, "together-draft-theirs"),
        }
    }
}

/// One passage that both changed: as it was, and as each has it.
pub fn passage(lang: Lang, tongue: Option<&str>, n: usize, name: String, said: &Said, part: &Part) -> AnyView {
    let trimmed = |text: &str| text.trim().to_owned();
    let (base, mine, theirs) = (trimmed(&part.base), trimmed(&part.mine), trimmed(&part.theirs));
    let side = |title: String, new: &str| {
        let text =
            if new.is_empty() { view! { <p>{t!(lang, "together-nothing")}</p> }.into_any() } else { paragraphs(lang, tongue, &base, new) };
        view! { <div class="stack is-tight"><h4>{title}</h4>{text}</div> }
    };
    let before = (!base.is_empty()).then(|| {
        view! { <div class="stack is-tight"><h4>{said.before.clone()}</h4>{paragraphs(lang, tongue, &base, &base)}</div> }
    });
    view! {
        <li class="item">
            <h3 class="item-title">{t!(lang, "together-passage", n = n, name = name)}</h3>
            {before}
            <div class="sides">{side(t!(lang, "together-mine"), &mine)}{side(said.other.clone(), &theirs)}</div>
        </li>
    }
    .into_any()
}
