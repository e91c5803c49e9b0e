//! The builder's pictures: which option has one, and the form that brings one.

use domain::{
    access::Act,
    id::{PictureId, RoundId},
    lang::LangText,
    survey::{Form as Questions, Kind, Picture, Question, picture::Known},
};
use leptos::prelude::*;

use crate::{
    i18n::{Lang, t},
    picture::tile,
    ui::{Form, form::errors},
    visit::Visit,
};

pub struct Pictures<'a> {
    pub visit: &'a Visit,
    pub round: RoundId,
    pub form: &'a Questions,
    /// Those of the process.
    pub known: &'a Known,
}

impl Pictures<'_> {
    /// The pictures of a question that is being edited.
    pub fn of(&self, question: &Question, editing: bool) -> Option<AnyView> {
        if !question.kind.takes_pictures() {
            return None;
        }
        let lang = self.visit.lang;
        let places: Vec<(&str, String)> = match &question.kind {
            Kind::Note { .. } => vec![("", t!(lang, "picture-of-note"))],
            kind => kind.options().iter().map(|option| (option.code.as_str(), option.label.text(lang.tag()).to_owned())).collect(),
        };
        let asked = |option: &str| self.visit.asked("picture").is_some_and(|asked| asked == place(&question.code, option));
        if !editing && !places.iter().any(|(option, _)| asked(option)) {
            return None;
        }
        let rows = places
            .into_iter()
            .map(|(option, words)| {
                let open = asked(option);
                let held = question.kind.picture(option);
                let link = if held.is_some() { t!(lang, "picture-change") } else { t!(lang, "picture-add") };
                let of = words.clone();
                let href = format!("/r/{}/edit?picture={}#pictures-{}", self.round, place(&question.code, option), question.code);
                let said = held.map(|picture| said(lang, picture));
                let shown = held.map(|picture| tile(lang, &Picture { alt: LangText::default(), ..picture.clone() }));
                let form = open.then(|| self.form(question, option, held, &words));
                let change = (!open).then(|| view! { <p><a href=href>{link}<span class="visually-hidden">" : " {of}</span></a></p> });
                view! { <li class="picture-row">{shown}<div class="stack is-tight"><p><strong>{words}</strong></p>{said}{change}</div>{form}</li> }
            })
            .collect_view();
        let id = format!("pictures-{}", question.code);
        Some(
            view! { <section class="pictures stack" id=id><h4>{t!(lang, "pictures")}</h4><ul class="picture-rows">{rows}</ul></section> }
                .into_any(),
        )
    }

    fn form(&self, question: &Question, option: &str, held: Option<&Picture>, words: &str) -> AnyView {
        let lang = self.visit.lang;
        let place = place(&question.code, option);
        let form = Form::keyed(self.visit, Act::SetPicture, format!("picture-{place}"));
        // One whose description alone was wrong has been kept.
        let problems = form.problems("alt[fr]");
        let kept = problems.iter().flat_map(|problem| &problem.args).find(|(name, _)| name == "picture").map(|(_, id)| id.clone());
        let is_note = matches!(question.kind, Kind::Note { .. });
        let alt = |tag: &'static str, label: String| {
            let default = held.and_then(|held| held.alt.exact(tag)).unwrap_or_default().to_owned();
            form.text(&format!("alt[{tag}]"), label).default(default).in_language(if tag == "en" { "en" } else { "fr" })
        };
        let decoration =
            is_note.then(|| form.tick("decoration", t!(lang, "picture-decoration"), held.is_some_and(|picture| picture.alt.is_empty())));
        let remove = held.is_some().then(|| {
            view! { <button class="button is-quiet" type="submit" name="remove" value="true">{t!(lang, "picture-remove")}</button> }
        });
        let back = format!("/r/{}/edit?edit={}#pictures-{}", self.round, question.code, question.code);
        let (again, file) = (self.again(&form, kept.as_deref()), self.file(&form));
        let inside = view! {
            {form.hidden("round", self.round)}{form.hidden("place", &place)}
            {file}{again}
            {alt("fr", t!(lang, "picture-alt")).hint(t!(lang, "picture-alt-hint")).view()}
            {alt("fr-x-falc", t!(lang, "build-label-easy", label = t!(lang, "picture-alt"))).optional().view()}
            {alt("en", t!(lang, "build-label-english", label = t!(lang, "picture-alt"))).optional().view()}
            {decoration}
            <p class="actions"><button class="button is-primary" type="submit">{t!(lang, "picture-save")}<span class="visually-hidden">" : " {words.to_owned()}</span></button>
                {remove}<a class="button is-quiet" href=back>{t!(lang, "build-cancel")}</a></p>
        };
        form.view_with_file(inside)
    }

    fn file(&self, form: &Form) -> AnyView {
        let lang = self.visit.lang;
        let (problems, id) = (form.problems("file"), form.id("file"));
        let wrong = !problems.is_empty();
        let described = if wrong { format!("{id}-hint {id}-error") } else { format!("{id}-hint") };
        view! {
            <div class=if wrong { "field is-wrong" } else { "field" }>
                <label for=id.clone()>{t!(lang, "picture-file")}</label>
                <p class="hint" id=format!("{id}-hint")>{t!(lang, "picture-file-hint")}</p>
                {errors(lang, &problems, &id)}
                <input id=id name="file" type="file" accept="image/jpeg,image/png,image/webp" aria-invalid=wrong.then_some("true") aria-describedby=described/>
            </div>
        }
        .into_any()
    }

    /// Pictures that are there already, folded away; `kept` is the one that was sent a moment ago.
    fn again(&self, form: &Form, kept: Option<&str>) -> Option<AnyView> {
        let lang = self.visit.lang;
        if self.known.is_empty() {
            return None;
        }
        let tiles = self
            .known
            .iter()
            .enumerate()
            .map(|(at, (id, (width, height)))| {
                let words = self.said_elsewhere(*id).unwrap_or_else(|| t!(lang, "picture-number", n = at + 1));
                let value = id.to_string();
                let checked = kept.map_or_else(|| form.ticked("picture", &value, false), |kept| kept == value);
                let shown = tile(lang, &Picture { id: *id, width: *width, height: *height, alt: LangText::default() });
                view! { <label class="choice is-photo"><input type="radio" name="picture" value=value checked=checked/>{shown}<span>{words}</span></label> }
            })
            .collect_view();
        let open = kept.is_some() || !form.problems("picture").is_empty();
        let (id, problems) = (form.id("picture"), form.problems("picture"));
        Some(
            view! {
                <details open=open><summary>{t!(lang, "picture-again", n = self.known.len())}</summary>
                    <fieldset class="choices is-photos" id=id.clone() tabindex="-1"><legend class="visually-hidden">{t!(lang, "picture-again", n = self.known.len())}</legend>
                        {errors(lang, &problems, &id)}{tiles}</fieldset></details>
            }
            .into_any(),
        )
    }

    /// What is said of a picture where this form shows it.
    fn said_elsewhere(&self, id: PictureId) -> Option<String> {
        let lang = self.visit.lang;
        let note = |question: &Question| question.kind.picture("").filter(|picture| picture.id == id).map(|picture| picture.alt.clone());
        let option = |question: &Question| {
            question
                .kind
                .options()
                .iter()
                .filter_map(|option| option.picture.as_ref())
                .find(|picture| picture.id == id)
                .map(|picture| picture.alt.clone())
        };
        let alt = self.form.questions().find_map(|question| note(question).or_else(|| option(question)))?;
        (!alt.is_empty()).then(|| alt.text(lang.tag()).to_owned())
    }
}

/// As the page's address names the place of a picture.
fn place(question: &str, option: &str) -> String {
    if option.is_empty() { question.to_owned() } else { format!("{question}.{option}") }
}

fn said(lang: Lang, picture: &Picture) -> AnyView {
    let words = if picture.alt.is_empty() { t!(lang, "picture-is-decoration") } else { picture.alt.text(lang.tag()).to_owned() };
    view! { <p class="small">{words}</p> }.into_any()
}
