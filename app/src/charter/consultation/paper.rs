//! `/r/:round/account.pdf`: the account of a consultation set as PDF.

use axum::{
    Extension,
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use domain::{access::Act, charter::stance::Stance, id::RoundId};
use serde_json::{Value, json};

use super::{Account, Line, open};
use crate::{
    AppError,
    charter::loaded::named,
    i18n::{Lang, t},
    pdf,
    research::download,
    ui::{date, no_break},
    visit::Visit,
};

pub async fn pdf(visit: Extension<Visit>, Path(round): Path<RoundId>) -> Response {
    match made(&visit, round).await {
        Ok(bytes) => {
            let name = "attachment; filename=\"account.pdf\"";
            ([(header::CONTENT_TYPE, "application/pdf"), (header::CONTENT_DISPOSITION, name)], bytes).into_response()
        }
        Err(error) => download::refused(&visit, &error),
    }
}

async fn made(visit: &Visit, id: RoundId) -> Result<Vec<u8>, AppError> {
    let lang = visit.lang;
    let mut c = visit.read().await?;
    let (entry, round, process, account) = open(visit, &mut c, Act::AccountOfRoundFile, id).await?;
    let day = date::day(lang, visit.now, &visit.services.site.zone);
    let facts = [
        process.territory.clone(),
        lang.of("round-state", entry.calendar.state(visit.now).as_str()),
        t!(lang, "consultation-made-on", day = day),
    ];
    let title = t!(lang, "consultation-of", title = round.title.text(lang.tag()));
    drop(c);
    Ok(pdf::set(include_str!("account.typ"), data(lang, &account, &title, &facts)).await?.bytes)
}

fn data(lang: Lang, account: &Account, title: &str, facts: &[String]) -> Value {
    let set = |words: &str| if lang == Lang::Fr { no_break(words) } else { words.to_owned() };
    let item = |line: &Line| json!({ "title": set(&line.title), "what": line.what, "quote": set(&line.quote), "words": set(&line.words) });
    let part = |title: String, none: String, lines: Vec<Line>| json!({ "title": title, "none": none, "items": lines.iter().map(item).collect::<Vec<_>>() });
    let stances = || Stance::ALL.iter().map(|stance| lang.of("stance", stance.as_str()));
    let row = |name: String, numbers: &[i64]| -> Vec<String> { std::iter::once(name).chain(numbers.iter().map(i64::to_string)).collect() };
    let colleges: Vec<Value> = account
        .charter
        .colleges
        .iter()
        .map(|college| {
            let mut parts =
                vec![part(t!(lang, "consultation-changed"), t!(lang, "consultation-changed-none"), account.changed(lang, college))];
            for (title, lines) in [
                (t!(lang, "consultation-refused"), account.refused(lang, college)),
                (t!(lang, "objections-title"), account.objected(lang, college)),
            ] {
                if !lines.is_empty() {
                    parts.push(part(title, String::new(), lines));
                }
            }
            let name = named(lang, Some(college));
            let rows: Vec<_> = account.stances(lang, college).into_iter().map(|(_, title, numbers)| row(set(&title), &numbers)).collect();
            let stances = (!rows.is_empty()).then(|| {
                json!({
                    "caption": t!(lang, "consultation-stances-caption", college = name.clone()),
                    "heads": std::iter::once(t!(lang, "ratification-article")).chain(stances()).collect::<Vec<_>>(),
                    "rows": rows,
                })
            });
            json!({ "name": set(&name), "facts": account.said(lang, college), "parts": parts, "stances": stances })
        })
        .collect();
    json!({
        "lang": lang.tag(),
        "title": set(title),
        "facts": facts,
        "lead": t!(lang, "consultation-lead"),
        "overview_title": t!(lang, "consultation-overview"),
        "overview": {
            "caption": t!(lang, "consultation-overview-caption"),
            "heads": std::iter::once(t!(lang, "college")).chain(Account::counted(lang)).collect::<Vec<_>>(),
            "rows": account.charter.colleges.iter().map(|college| row(named(lang, Some(college)), &account.counts(college))).collect::<Vec<_>>(),
        },
        "colleges": colleges,
        "stances_title": t!(lang, "consultation-stances"),
        "page": t!(lang, "charter-paper-page", n = "{n}", total = "{total}"),
    })
}
