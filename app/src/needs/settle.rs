//! How far two readers agree, and the texts on which they have to settle something.

use std::collections::BTreeMap;

use domain::{
    Refusal,
    access::Act,
    id::ThemeId,
    needs::coding::{Bearing, PAGE, Pair, Sheet, TextId, pairs},
    survey::agreement::{Agreement, Kappa, agreement},
};
use leptos::prelude::*;
use store::{Conn, needs::coding::key};

use super::{
    desk::{Desk, address, turn},
    texts::given,
};
use crate::{
    AppError,
    i18n::{Lang, t},
    ui::{Form, notice, paragraphs},
};

pub async fn view(desk: &Desk, c: &mut Conn) -> Result<AnyView, AppError> {
    let lang = desk.lang;
    let code = |id: ThemeId| desk.theme(id).map(|theme| theme.code.clone()).unwrap_or_default();
    let pairs = pairs(&desk.sheets, code);
    let figures = if pairs.is_empty() {
        notice("info", t!(lang, "agreement-none"))
    } else {
        let pairs: Vec<_> = pairs.iter().map(|pair| figures(desk, pair)).collect();
        view! { <p>{t!(lang, "agreement-lead")}</p>{pairs} }.into_any()
    };
    let (one, texts) = match desk.visit.asked("text") {
        Some(name) => {
            let text = desk.sheets.iter().find(|(text, sheet)| sheet.is_shared() && key(text) == name);
            (true, vec![text.ok_or_else(Refusal::not_found)?])
        }
        None => (false, desk.sheets.iter().filter(|(_, sheet)| !sheet.disputed().is_empty()).collect()),
    };
    Ok(view! { {figures}{apart(desk, c, texts, one).await?} }.into_any())
}

/// The texts to be settled, page by page; or the one that was asked for.
async fn apart(desk: &Desk, c: &mut Conn, mut texts: Vec<(&TextId, &Sheet)>, one: bool) -> Result<AnyView, AppError> {
    let lang = desk.lang;
    // Not in the order of responses: see `store::needs::coding::key`.
    texts.sort_by_cached_key(|(text, _)| key(text));
    let (n, page) = (texts.len(), desk.page());
    let here: Vec<_> = texts.into_iter().skip(page * PAGE).take(PAGE).collect();
    let ids: Vec<TextId> = here.iter().map(|(text, _)| (*text).clone()).collect();
    let words = store::needs::coding::words(c, desk.round.id, &ids).await?;
    let items: Vec<_> =
        here.iter().map(|(text, sheet)| item(desk, text, words.get(*text).map(String::as_str).unwrap_or_default(), sheet)).collect();
    let lead = if n == 0 { t!(lang, "apart-none") } else { t!(lang, "apart-lead") };
    let back = one.then(|| view! { <p><a href=format!("{}#apart", address(desk.round.id, "agreement"))>{t!(lang, "apart-all")}</a></p> });
    let base = format!("{}&", address(desk.round.id, "agreement"));
    let title = if one { t!(lang, "apart-one") } else { t!(lang, "apart", n = n) };
    Ok(view! {
        <section class="stack" aria-labelledby="apart">
            <h2 id="apart">{title}</h2>
            <p>{lead}</p>
            {items}
            {back}
            {(!one).then(|| turn(lang, &base, page, n))}
        </section>
    }
    .into_any())
}

fn item(desk: &Desk, text: &TextId, said: &str, sheet: &Sheet) -> AnyView {
    let lang = desk.lang;
    let key = key(text);
    let form = Form::keyed(&desk.visit, Act::SettleText, &key);
    let question = desk.question(&text.question).map(|asked| desk.question_words(asked));
    let boxes = desk
        .themes()
        .map(|theme| {
            let bearing = sheet.bearing(theme.id);
            let checked = form.ticked("borne[]", &theme.code, bearing == Bearing::Yes);
            let who = (bearing == Bearing::Disputed).then(|| {
                let by = sheet.readers.iter().find(|(_, given)| given.contains(&theme.id)).map(|(coder, _)| desk.coder(*coder)).unwrap_or_default();
                view! { <small>{t!(lang, "apart-only", name = by)}</small> }
            });
            view! {
                <label class="choice"><input type="checkbox" name="borne[]" value=theme.code.clone() checked=checked/><span>{desk.title(theme)}{who}</span></label>
            }
        })
        .collect_view();
    form.view(view! {
        {form.hidden("round", desk.round.id)}{form.hidden("text", &key)}
        <fieldset class="choices is-row coding">
            <legend>{question}</legend>
            <blockquote dir="auto">{paragraphs(said)}</blockquote>
            <p class="small">{given(desk, sheet)}</p>
            {boxes}
        </fieldset>
        <p class="actions"><button class="button is-secondary" type="submit">{t!(lang, "apart-settle")}</button></p>
    })
}

/// The agreement of two people: a sentence, then theme by theme.
fn figures(desk: &Desk, pair: &Pair) -> AnyView {
    let lang = desk.lang;
    let codes: Vec<String> = desk.themes().map(|theme| theme.code.clone()).collect();
    let found = agreement(&codes, &pair.texts);
    let titles: BTreeMap<&str, String> = desk.book.iter().map(|theme| (theme.code.as_str(), desk.title(theme))).collect();
    let (first, second) = (desk.coder(pair.first), desk.coder(pair.second));
    let caption = t!(lang, "agreement-caption", first = first.clone(), second = second.clone(), n = pair.texts.len());
    let label = caption.clone();
    let rows = found
        .themes
        .iter()
        .map(|theme| {
            let title = titles.get(theme.code.as_str()).cloned().unwrap_or_default();
            view! {
                <tr><th scope="row">{title}</th><td class="num">{theme.both}</td><td class="num">{theme.first_only}</td>
                    <td class="num">{theme.second_only}</td><td class="num">{theme.neither}</td><td>{kappa_words(lang, theme.kappa)}</td></tr>
            }
        })
        .collect_view();
    view! {
        <section class="stack">
            <p><strong>{sentence(lang, &found, pair.texts.len())}</strong></p>
            <div class="scroll" tabindex="0" role="region" aria-label=label>
                <table class="table"><caption>{caption}</caption>
                    <thead><tr><th scope="col">{t!(lang, "theme")}</th><th scope="col" class="num">{t!(lang, "agreement-both")}</th>
                        <th scope="col" class="num">{t!(lang, "agreement-alone", name = first)}</th><th scope="col" class="num">{t!(lang, "agreement-alone", name = second)}</th>
                        <th scope="col" class="num">{t!(lang, "agreement-neither")}</th><th scope="col">"Kappa"</th></tr></thead>
                    <tbody>{rows}</tbody></table>
            </div>
        </section>
    }
    .into_any()
}

fn sentence(lang: Lang, found: &Agreement, texts: usize) -> String {
    match (found.overall, found.strength()) {
        (Some(kappa), Some(strength)) => {
            t!(lang, "agreement-overall", n = texts, kappa = decimal(lang, kappa), words = lang.of("kappa", strength.as_str()))
        }
        _ => t!(lang, "agreement-unknown", n = texts),
    }
}

/// "0,62 (accord fort), de 0,41 à 0,83".
fn kappa_words(lang: Lang, kappa: Option<Kappa>) -> String {
    let Some(kappa) = kappa else { return t!(lang, "kappa-none") };
    let (low, high) = ((kappa.value - 1.96 * kappa.error).max(-1.0), (kappa.value + 1.96 * kappa.error).min(1.0));
    let words = lang.of("kappa", kappa.strength().as_str());
    // Where the two always agree, or one never gives the theme, the large-sample error is 0 and says nothing.
    if kappa.error < 0.005 {
        return t!(lang, "kappa-alone", kappa = decimal(lang, kappa.value), words = words);
    }
    t!(lang, "kappa-words", kappa = decimal(lang, kappa.value), words = words, low = decimal(lang, low), high = decimal(lang, high))
}

/// With two decimals, as the language writes them.
fn decimal(lang: Lang, number: f64) -> String {
    // No "-0.00".
    let text = format!("{:.2}", if number.abs() < 0.005 { 0.0 } else { number });
    match lang {
        Lang::Fr => text.replace('.', ",").replace('-', "−"),
        Lang::En => text.replace('-', "−"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_as_people_write_them() {
        assert_eq!(decimal(Lang::Fr, 0.615), "0,61");
        assert_eq!(decimal(Lang::En, -0.2), "−0.20");
        assert_eq!(decimal(Lang::Fr, -0.001), "0,00");
    }
}
