//! The builder: the form as its facilitator sees it, with a button for each step.

use domain::{
    access::Act,
    round::State,
    survey::{Form as Questions, KindName, Question, Required, Section, Step, picture::Known, xlsform::Loss},
};
use leptos::prelude::*;
use store::{
    Conn,
    round::{Entry, Round},
};

use super::{
    build_desk,
    build_form::{Editing, question_form, section_form},
    build_move,
    build_pictures::Pictures,
    build_quota::{May, quotas},
    exchange::losses,
    library, places, ready, save,
    save::part_id,
};
use crate::{
    AppError,
    i18n::{Lang, t},
    ui::{Form, empty, notice, sign, translated, translated_line},
    visit::Visit,
};

pub async fn edit(visit: &Visit, c: &mut Conn, round: &Round, entry: &Entry) -> Result<AnyView, AppError> {
    let lang = visit.lang;
    let form: Questions = store::round::content(c, round.id).await?;
    let state = entry.calendar.state(visit.now);
    let builder = Builder {
        visit,
        round,
        lang,
        may: save::may_edit(visit, entry),
        words: state != State::Published,
        pictures: store::pictures::known(c, entry.process).await?,
        territories: if places::are_chosen(visit, &form) { places::roots(c).await? } else { Vec::new() },
    };
    let frozen =
        (!builder.may).then(|| notice("info", if builder.words { t!(lang, "build-words-only") } else { t!(lang, "build-frozen") }));
    let tools = tools(visit, round, &form, builder.may);
    let none = form.sections.is_empty().then(|| empty(t!(lang, "build-empty"), t!(lang, "build-empty-words")));
    let sections = form.sections.iter().enumerate().map(|(at, section)| builder.section(&form, at, section)).collect_view();
    let quotas = quotas(visit, c, round, &form, May { edit: builder.may, words: builder.words }).await?;
    let (bar, dragging) =
        (builder.may.then(|| build_desk::bar(lang, round, &form)), builder.may.then(|| build_move::dragging(visit, round)));
    let adding = builder.may.then(|| {
        let fields = Form::keyed(visit, Act::EditForm, "new-section");
        if fields.refused() || visit.asked("add") == Some("section") || form.sections.is_empty() {
            view! { <section class="builder-section" id="add-section"><h3>{t!(lang, "build-new-section")}</h3>{section_form(lang, &fields, round, None, &earlier(&form, form.sections.len(), 0))}</section> }.into_any()
        } else {
            add_link(builder.link("add=section", "add-section"), t!(lang, "build-add-section"))
        }
    });
    Ok(view! {
        <p class="small" id="form">{t!(lang, "build-count", sections = form.sections.len(), questions = form.questions().count())}</p>
        {frozen}{none}{tools}
        <div class="desk">{build_desk::side(lang, round, &form)}<div class="builder">{sections}{adding}{quotas}{bar}</div></div>{dragging}
    }
    .into_any())
}

/// Trying the form out, taking it along, and taking over another.
fn tools(visit: &Visit, round: &Round, form: &Questions, may: bool) -> AnyView {
    let (lang, id) = (visit.lang, round.id);
    let here = (!form.sections.is_empty()).then(|| {
        view! {
            <p class="actions"><a class="button is-secondary" href=format!("/r/{id}/try")>{t!(lang, "build-try")}</a>
                <a class="button is-quiet" href=format!("/r/{id}/form.xlsx") download>{t!(lang, "build-export-xlsx")}</a>
                <a class="button is-quiet" href=format!("/r/{id}/form.json") download>{t!(lang, "build-export-json")}</a></p>
        }
    });
    let import = may.then(|| {
        let models = Form::keyed(visit, Act::ImportForm, "model");
        let names = library::names().map(|name| (name.to_owned(), lang.of("model", name))).collect();
        let file = Form::keyed(visit, Act::ImportForm, "file");
        let open = form.sections.is_empty() || models.refused() || file.refused();
        let models = models.view(view! {
            {models.hidden("round", id)}
            {models.select("model", t!(lang, "build-model"), names, "needs")}
            <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "build-use-model")}</button></p>
        });
        let one_by_one = view! { <p><a href=format!("/r/{id}/ready")>{t!(lang, "build-one-by-one")}</a></p> };
        let chosen = file.text("file", t!(lang, "build-file")).kind("file").hint(t!(lang, "build-file-hint")).view();
        let file = file.view_with_file(view! {
            {file.hidden("round", id)}{chosen}
            <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "build-import")}</button></p>
        });
        view! { <details open=open><summary>{t!(lang, "build-ready")}</summary><div class="stack">{one_by_one}{models}{file}</div></details> }
    });
    let lost = visit.answered.as_ref().and_then(|answered| answered.shown::<Vec<Loss>>(Act::ImportForm));
    let lost = lost.map(|lost| losses(lang, &lost));
    view! { {lost}{here}{import} }.into_any()
}

struct Builder<'a> {
    visit: &'a Visit,
    round: &'a Round,
    lang: Lang,
    /// Before the round opens.
    may: bool,
    /// Until it is published: words alone.
    words: bool,
    /// Those of the process.
    pictures: Known,
    /// In which there are municipalities or districts.
    territories: Vec<(String, String)>,
}

/// The questions before a place in the form, with their numbers.
fn earlier(form: &Questions, section: usize, question: usize) -> Vec<(usize, &Question)> {
    let places = form
        .sections
        .iter()
        .enumerate()
        .flat_map(|(s, section)| section.questions.iter().enumerate().map(move |(q, question)| ((s, q), question)));
    places.enumerate().take_while(|(_, (place, _))| *place < (section, question)).map(|(at, (_, question))| (at + 1, question)).collect()
}

fn add_link(href: String, words: String) -> AnyView {
    view! { <p class="actions"><a class="button is-secondary" href=href>{sign("add")}{words}</a></p> }.into_any()
}

impl Builder<'_> {
    fn link(&self, query: &str, anchor: &str) -> String {
        format!("/r/{}/edit?{query}#{anchor}", self.round.id)
    }

    /// A form that is one icon.
    fn icon(&self, step: Step, code: &str, icon: &'static str, label: String, disabled: bool) -> AnyView {
        let fields = Form::keyed(self.visit, Act::EditForm, format!("{step}-{code}"));
        let inside = view! {
            {fields.hidden("round", self.round.id)}{fields.hidden("step", step)}{fields.hidden("code", code)}
            <button class="icon-button" type="submit" disabled=disabled aria-label=label>{sign(icon)}</button>
        };
        fields.view_with("", inside)
    }

    fn section(&self, form: &Questions, at: usize, section: &Section) -> AnyView {
        let lang = self.lang;
        let (code, title) = (section.code.as_str(), section.title.text(lang.tag()).to_owned());
        let fields = Form::keyed(self.visit, Act::EditForm, format!("section-{code}"));
        let editing = self.words && (fields.refused() || self.visit.asked("section") == Some(code));
        let named = |key: &str| format!("{} : {title}", lang.text(key));
        let correct = self.words.then(|| {
            view! { <a class="button is-quiet is-small" href=self.link(&format!("section={code}"), &part_id(code))>{t!(lang, "build-correct")}<span class="visually-hidden">" : " {title.clone()}</span></a> }
        });
        let tools = self.may.then(|| {
            view! {
                {build_move::handle(lang, self.round, Step::MoveSection, code, &title)}
                {self.icon(Step::RaiseSection, code, "up", named("build-up"), at == 0)}
                {self.icon(Step::LowerSection, code, "down", named("build-down"), at + 1 == form.sections.len())}
                <a class="button is-quiet is-small" href=self.link(&format!("remove-part={code}"), &part_id(code))>{t!(lang, "build-remove")}<span class="visually-hidden">" : " {title.clone()}</span></a>
            }
        });
        let removing = (self.may && self.visit.asked("remove-part") == Some(code))
            .then(|| self.confirm(Step::RemoveSection, code, t!(lang, "build-remove-section", n = section.questions.len())));
        let moving = self.may.then(|| build_move::menu(self.visit, self.round, form, Step::MoveSection, code));
        let before: usize = form.sections[..at].iter().map(|section| section.questions.len()).sum();
        let last = form.questions().count();
        let rows = section
            .questions
            .iter()
            .enumerate()
            .map(|(i, question)| self.question(form, (at, i), before + i + 1, last, question))
            .collect_view();
        let adding = self.may.then(|| self.adding(form, at, section));
        view! {
            <section class="builder-section" data-part=code.to_owned() aria-labelledby=part_id(code)>
                <header class="builder-head"><h3 id=part_id(code)>{t!(lang, "build-section", n = at + 1)} " · " {translated_line(lang, &section.title)}</h3>
                    <div class="builder-tools">{correct}{tools}</div></header>
                {removing}{moving}
                {if editing { section_form(lang, &fields, self.round, Some(section), &earlier(form, at, 0)) } else { translated(lang, &section.intro) }}
                <details class="builder-fold" open data-keep=part_id(code)>
                    <summary>{t!(lang, "build-questions", n = section.questions.len())}</summary>
                    <ol class="builder-rows">{rows}</ol>
                </details>
                {adding}
            </section>
        }
        .into_any()
    }

    fn question(&self, form: &Questions, place: (usize, usize), number: usize, last: usize, question: &Question) -> AnyView {
        let lang = self.lang;
        let (code, label) = (question.code.as_str(), question.label.text(lang.tag()).to_owned());
        let fields = Form::keyed(self.visit, Act::EditForm, format!("question-{code}"));
        let editing = self.words && (fields.refused() || self.visit.asked("edit") == Some(code));
        let named = |key: &str| format!("{} : {label}", lang.text(key));
        let required = if question.required == Required::Yes { format!(" · {}", t!(lang, "build-is-required")) } else { String::new() };
        let depends = question.show.as_ref().map(|_| format!(" · {}", t!(lang, "build-is-conditional")));
        let heading = if self.words {
            view! { <a href=self.link(&format!("edit={code}"), code)>{translated_line(lang, &question.label)}</a> }.into_any()
        } else {
            translated_line(lang, &question.label)
        };
        let tools = self.may.then(|| {
            view! {
                <div class="builder-tools">
                    {build_move::handle(lang, self.round, Step::MoveQuestion, code, &label)}
                    {self.icon(Step::RaiseQuestion, code, "up", named("build-up"), number == 1)}
                    {self.icon(Step::LowerQuestion, code, "down", named("build-down"), number == last)}
                    {self.icon(Step::CopyQuestion, code, "copy", named("build-copy"), false)}
                    <a class="icon-button is-danger" href=self.link(&format!("remove={code}"), code) aria-label=named("build-remove")>{sign("remove")}</a>
                </div>
            }
        });
        let removing = (self.may && self.visit.asked("remove") == Some(code))
            .then(|| self.confirm(Step::RemoveQuestion, code, t!(lang, "build-remove-question")));
        let moving = self.may.then(|| build_move::menu(self.visit, self.round, form, Step::MoveQuestion, code));
        let options = ready::options(lang, question);
        let options = (!options.is_empty()).then(|| view! { <p class="builder-options">{options}</p> });
        let pictures = Pictures { visit: self.visit, round: self.round.id, form, known: &self.pictures };
        let pictures = self.words.then(|| pictures.of(question, editing));
        let form = editing.then(|| {
            let earlier = earlier(form, place.0, place.1);
            let (kind, territories) = (question.kind.name(), self.territories.as_slice());
            let editing = Editing { step: Step::EditQuestion, code, kind, held: Some(question), earlier, territories };
            question_form(lang, &fields, self.round, &editing)
        });
        view! {
            <li class=if editing { "builder-row is-editing" } else { "builder-row" } id=code.to_owned()>
                <div class="builder-main">
                    <p class="builder-kind">{format!("{number} · ")}{lang.of("kind", question.kind.name().as_str())}{required}{depends} " · " <code>{code.to_owned()}</code></p>
                    <p class="builder-label">{heading}</p>
                    {options}
                </div>
                {tools}{removing}{moving}{form}{pictures}
            </li>
        }
        .into_any()
    }

    /// What goes with a removal is said before it happens.
    fn confirm(&self, step: Step, code: &str, words: String) -> AnyView {
        let lang = self.lang;
        let fields = Form::keyed(self.visit, Act::EditForm, format!("{step}-{code}"));
        let anchor = if step.is_of_section() { part_id(code) } else { code.to_owned() };
        let inside = view! {
            {fields.hidden("round", self.round.id)}{fields.hidden("step", step)}{fields.hidden("code", code)}
            <p>{words}</p>
            <p class="actions"><button class="button is-danger" type="submit">{t!(lang, "build-remove")}</button>
                <a class="button is-quiet" href=format!("/r/{}/edit#{anchor}", self.round.id)>{t!(lang, "build-keep")}</a></p>
        };
        fields.view(inside)
    }

    /// Adding a question: first its kind, then its words.
    fn adding(&self, form: &Questions, at: usize, section: &Section) -> AnyView {
        let lang = self.lang;
        let (count, section) = (section.questions.len(), section.code.as_str());
        let fields = Form::keyed(self.visit, Act::EditForm, format!("add-{section}"));
        let here = self.visit.asked("add") == Some(section);
        let kind: Option<KindName> = self.visit.asked("kind").and_then(|kind| kind.parse().ok());
        if here && let Some(kind) = kind {
            let (earlier, territories) = (earlier(form, at, count), self.territories.as_slice());
            let editing = Editing { step: Step::AddQuestion, code: section, kind, held: None, earlier, territories };
            let form = question_form(lang, &fields, self.round, &editing);
            return view! { <div class="builder-row is-editing" id=format!("add-{section}")><h4>{lang.of("kind", kind.as_str())}</h4>{form}</div> }.into_any();
        }
        if !here {
            return add_link(self.link(&format!("add={section}"), &format!("add-{section}")), t!(lang, "build-add-question"));
        }
        let kinds = KindName::ALL
            .iter()
            .map(|kind| {
                let href = self.link(&format!("add={section}&kind={kind}"), &format!("add-{section}"));
                view! { <li class="item"><h5 class="item-title"><a href=href>{lang.of("kind", kind.as_str())}</a></h5><p class="small">{lang.of("kind-words", kind.as_str())}</p></li> }
            })
            .collect_view();
        view! { <div class="builder-row is-editing" id=format!("add-{section}")><h4>{t!(lang, "build-which-kind")}</h4><ul class="items">{kinds}</ul></div> }.into_any()
    }
}
