//! The coding desk of a round: what its pages load, and the frame around them.

use std::collections::BTreeMap;

use domain::{
    access::Act,
    college::CollegeKind,
    id::{AccountId, CollegeId, RoundId, ThemeId},
    lang::LangText,
    needs::coding::{self, TextId, may_code},
    privacy::{SCREEN_THRESHOLD, shown},
    round::Mode,
    survey::kind::OTHER_TEXT,
};
use leptos::prelude::*;
use leptos_meta::Title;
use store::{
    Conn,
    needs::coding::Theme,
    process::College,
    round::{Entry, Round},
};

use super::{book, settle, texts, theme};
use crate::{
    AppError,
    i18n::{Lang, t},
    process::{
        edit::saved_notice,
        round::{load, path},
    },
    ui::{college, crumbs, page, page::param, translated_line},
    visit::Visit,
};

/// A question that people answered in their own words.
pub struct Asked {
    pub key: String,
    pub label: LangText,
    /// The part of the question, where it has several.
    pub part: Option<LangText>,
    pub other: bool,
    /// How many texts there are.
    pub n: i64,
}

/// What all pages of the desk need.
pub struct Desk {
    pub visit: Visit,
    pub lang: Lang,
    pub round: Round,
    pub entry: Entry,
    pub me: AccountId,
    pub questions: Vec<Asked>,
    /// Merged ones included.
    pub book: Vec<Theme>,
    pub sheets: coding::Desk,
    pub coders: BTreeMap<AccountId, String>,
    colleges: Vec<(College, bool)>,
}

/// The address of a page of the desk.
pub fn address(round: RoundId, view: &str) -> String {
    format!("/r/{round}/coding?view={view}")
}

impl Desk {
    async fn load(visit: &Visit, c: &mut Conn, round: Round, entry: Entry) -> Result<Self, AppError> {
        let form = store::responses::form(c, round.id, round.kind).await?.unwrap_or_default();
        let mut counts: BTreeMap<String, i64> = BTreeMap::new();
        for tally in store::responses::tallies(c, round.id).await?.into_iter().filter(|tally| tally.option.is_empty()) {
            *counts.entry(tally.question).or_default() += tally.n;
        }
        let questions = coding::text_keys(&form)
            .into_iter()
            .map(|(key, question)| Asked {
                label: question.label.clone(),
                part: question.kind.items().iter().find(|item| question.key(&item.code) == key).map(|item| item.label.clone()),
                other: question.kind.has_other() && key == question.key(OTHER_TEXT),
                n: counts.get(&key).copied().unwrap_or(0),
                key,
            })
            .collect();
        let colleges = store::process::colleges(c, round.process_id).await?;
        let took_part: BTreeMap<CollegeId, i64> = store::responses::respondents(c, round.id).await?.into_iter().collect();
        let numbers: Vec<i64> = colleges.iter().map(|college| took_part.get(&college.id).copied().unwrap_or(0)).collect();
        let seen = match round.mode {
            Mode::Anonymous => shown(&numbers, SCREEN_THRESHOLD),
            Mode::Named => vec![true; numbers.len()],
        };
        Ok(Desk {
            me: entry.who.account()?,
            book: store::needs::coding::themes(c, round.id).await?,
            sheets: store::needs::coding::desk(c, round.id).await?,
            coders: store::needs::coding::coders(c, round.id).await?.into_iter().collect(),
            colleges: colleges.into_iter().zip(seen).collect(),
            visit: visit.clone(),
            lang: visit.lang,
            questions,
            round,
            entry,
        })
    }

    /// The themes that stand.
    pub fn themes(&self) -> impl Iterator<Item = &Theme> {
        self.book.iter().filter(|theme| theme.merged_into.is_none())
    }

    pub fn theme(&self, id: ThemeId) -> Option<&Theme> {
        self.book.iter().find(|theme| theme.id == id)
    }

    pub fn title(&self, theme: &Theme) -> String {
        theme.title.text(self.lang.tag()).to_owned()
    }

    pub fn question(&self, key: &str) -> Option<&Asked> {
        self.questions.iter().find(|asked| asked.key == key)
    }

    /// A question in words, with its part.
    pub fn question_words(&self, asked: &Asked) -> AnyView {
        let part = match (&asked.part, asked.other) {
            (Some(part), _) => Some(part.text(self.lang.tag()).to_owned()),
            (None, true) => Some(t!(self.lang, "ask-other")),
            (None, false) => None,
        };
        view! { {translated_line(self.lang, &asked.label)}{part.map(|part| format!(" · {part}"))} }.into_any()
    }

    /// The college of a text, where so many took part that it tells nothing of whose it is.
    pub fn college(&self, id: CollegeId) -> Option<AnyView> {
        let (of, seen) = self.colleges.iter().find(|(college, _)| college.id == id)?;
        seen.then(|| college(self.lang, of.kind, &of.name))
    }

    /// The colleges, whether or not they may be named beside a text.
    pub fn colleges(&self) -> Vec<(CollegeId, CollegeKind, LangText)> {
        self.colleges.iter().map(|(college, _)| (college.id, college.kind, college.name.clone())).collect()
    }

    /// How many texts of a question this person has read; of all questions together.
    pub fn read_by(&self, account: AccountId, question: Option<&str>) -> i64 {
        let of = |text: &&TextId| question.is_none_or(|key| text.question == key);
        let texts = self.sheets.iter().filter(|(text, sheet)| of(text) && sheet.readers.contains_key(&account));
        i64::try_from(texts.count()).unwrap_or(i64::MAX)
    }

    pub fn total(&self) -> i64 {
        self.questions.iter().map(|asked| asked.n).sum()
    }

    pub fn coder(&self, id: AccountId) -> String {
        self.coders.get(&id).cloned().unwrap_or_default()
    }

    /// The page asked for, from 0.
    pub fn page(&self) -> usize {
        self.visit.asked("page").and_then(|n| n.parse::<usize>().ok()).unwrap_or(1).saturating_sub(1)
    }
}

#[component]
pub fn CodingPage() -> impl IntoView {
    let id = param::<RoundId>("round");
    page(move |visit| async move {
        let id = id?;
        let lang = visit.lang;
        let mut c = visit.read().await?;
        let (entry, round, process) = load(&visit, &mut c, Act::CodingPage, id).await?;
        may_code(entry.kind, entry.mode, &entry.calendar, visit.now)?;
        let way = crumbs(lang, path(&visit, &process, Some(&round)), t!(lang, "coding"));
        let desk = Desk::load(&visit, &mut c, round, entry).await?;
        let view = visit.asked("view").unwrap_or("book").to_owned();
        let content = match view.as_str() {
            "texts" => texts::view(&desk, &mut c).await?,
            "agreement" => settle::view(&desk, &mut c).await?,
            "theme" => theme::view(&desk, &mut c).await?,
            _ => book::view(&desk, &mut c).await?,
        };
        let saved = visit.asked("saved").is_some();
        Ok(view! {
            <Title text=t!(lang, "coding")/>
            <div class="page">
                {way}
                <header class="title-block">
                    <h1>{t!(lang, "coding")}</h1>
                    <p class="lead">{translated_line(lang, &desk.round.title)}</p>
                </header>
                {tabs(&desk, &view)}
                {saved_notice(&visit, saved)}
                {content}
            </div>
        })
    })
}

fn tabs(desk: &Desk, view: &str) -> AnyView {
    let lang = desk.lang;
    let links = ["book", "texts", "agreement"]
        .into_iter()
        .map(|name| {
            let here = (name == view || (name == "book" && view == "theme")).then_some("page");
            view! { <li><a href=address(desk.round.id, name) aria-current=here>{lang.of("coding-tab", name)}</a></li> }
        })
        .collect_view();
    view! { <nav class="tabs" aria-label=t!(lang, "coding")><ul>{links}</ul></nav> }.into_any()
}

/// Links to the pages before and after; `base` ends with `&`.
pub fn turn(lang: Lang, base: &str, page: usize, n: usize) -> Option<AnyView> {
    let pages = n.div_ceil(coding::PAGE);
    if pages < 2 {
        return None;
    }
    let before =
        (page > 0).then(|| view! { <a rel="prev" href=format!("{base}page={}#texts", page.min(pages))>{t!(lang, "pages-before")}</a> });
    let after =
        (page + 1 < pages).then(|| view! { <a rel="next" href=format!("{base}page={}#texts", page + 2)>{t!(lang, "pages-after")}</a> });
    Some(
        view! {
            <nav class="pagination" aria-label=t!(lang, "pages")>{before}<span>{t!(lang, "pages-here", page = page + 1, pages = pages)}</span>{after}</nav>
        }
        .into_any(),
    )
}
