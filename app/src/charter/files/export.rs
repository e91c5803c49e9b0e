//! `/r/:round/charter.…`: a charter as a file, for whoever may read it.

use axum::{
    Extension,
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use domain::{
    Refusal,
    access::Act,
    charter::{
        document::{Chapter, Definition, Document, Piece},
        markup::{blocks, line, one_line},
    },
    id::RoundId,
    round::{RoundKind, State},
};
use leptos::prelude::*;
use store::{Conn, charter::Article};

use super::{Paper, Signed, docx as word, html as site, markdown as plain, odt as writer, print};
use crate::{
    AppError,
    i18n::{Lang, t},
    process::round::load,
    research::download,
    ui::date,
    visit::Visit,
};

const FORMATS: [&str; 5] = ["pdf", "docx", "odt", "html", "md"];

pub async fn markdown(visit: Extension<Visit>, Path(round): Path<RoundId>) -> Response {
    let paper = paper(&visit, Act::CharterMarkdown, round).await;
    answer(&visit, "md", "text/markdown; charset=utf-8", paper.map(|paper| (plain::write(&paper).into_bytes(), paper)))
}

pub async fn html(visit: Extension<Visit>, Path(round): Path<RoundId>) -> Response {
    let paper = paper(&visit, Act::CharterHtml, round).await;
    answer(&visit, "html", "text/html; charset=utf-8", paper.map(|paper| (site::write(&paper).into_bytes(), paper)))
}

pub async fn docx(visit: Extension<Visit>, Path(round): Path<RoundId>) -> Response {
    let paper = paper(&visit, Act::CharterDocx, round).await;
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    answer(&visit, "docx", kind, paper.and_then(|paper| Ok((word::write(&paper)?, paper))))
}

pub async fn odt(visit: Extension<Visit>, Path(round): Path<RoundId>) -> Response {
    let paper = paper(&visit, Act::CharterOdt, round).await;
    answer(&visit, "odt", writer::MIMETYPE, paper.and_then(|paper| Ok((writer::write(&paper)?, paper))))
}

pub async fn pdf(visit: Extension<Visit>, Path(round): Path<RoundId>) -> Response {
    let made = async {
        let paper = paper(&visit, Act::CharterPdf, round).await?;
        Ok((print::write(&paper).await?, paper))
    };
    answer(&visit, "pdf", "application/pdf", made.await)
}

fn answer(visit: &Visit, ending: &str, kind: &'static str, made: Result<(Vec<u8>, Paper), AppError>) -> Response {
    match made {
        Ok((bytes, paper)) => {
            let attachment = attachment(&paper.document.title, ending);
            ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, attachment)], bytes).into_response()
        }
        Err(error) => download::refused(visit, &error),
    }
}

/// A name that people recognise in their folder: in letters that every system has, and as it is.
fn attachment(title: &str, ending: &str) -> String {
    // Words joined by dashes, without what systems or headers take for their own.
    let name = |keep: fn(char) -> bool, words: &str| {
        let words: String = words.chars().map(|c| if keep(c) { c } else { ' ' }).collect();
        let name: String = words.split_whitespace().collect::<Vec<_>>().join("-").chars().take(60).collect();
        if name.is_empty() { "charte".to_owned() } else { name.trim_end_matches('-').to_owned() }
    };
    let words: String = title.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let plain = name(|c| c.is_ascii_alphanumeric(), &words.split_whitespace().map(domain::search::folded).collect::<Vec<_>>().join(" "));
    let own = name(|c| c.is_alphanumeric() || matches!(c, '’' | '_'), title);
    let own = form_urlencoded::byte_serialize(own.as_bytes()).collect::<String>();
    format!("attachment; filename=\"{plain}.{ending}\"; filename*=UTF-8''{own}.{ending}")
}

/// What may be read on the round's page, as a paper.
async fn paper(visit: &Visit, act: Act, id: RoundId) -> Result<Paper, AppError> {
    let mut c = visit.read().await?;
    let (entry, round, process) = load(visit, &mut c, act, id).await?;
    let begun = !matches!(entry.calendar.state(visit.now), State::Draft | State::Announced);
    if round.kind != RoundKind::Charter || !(begun || entry.who.is_facilitator()) {
        return Err(Refusal::not_found().into());
    }
    let frame: domain::charter::Frame = store::round::content(&mut c, id).await?;
    let articles = store::charter::articles(&mut c, id).await?;
    let chapters = store::charter::chapters(&mut c, id).await?;
    let definitions = store::charter::definitions(&mut c, id).await?;
    let (edition, written) = store::charter::edition(&mut c, id).await?;
    // Articles are in the process's language; words around them follow it as far as we have them.
    let tag = if process.language.is_empty() { "fr".to_owned() } else { process.language.clone() };
    let lang = if tag.starts_with("en") { Lang::En } else { Lang::Fr };
    let document = Document {
        title: one_line(round.title.best(&tag, "fr").0),
        preamble: blocks(frame.preamble.best(&tag, "fr").0),
        chapters: chapters
            .iter()
            .enumerate()
            .map(|(n, chapter)| {
                let before =
                    |article: &&Article| article.chapter_id.is_none_or(|other| chapters[..n].iter().any(|chapter| chapter.id == other));
                Chapter { title: one_line(&chapter.title), at: articles.iter().filter(before).count() }
            })
            .collect(),
        definitions: definitions
            .iter()
            .map(|definition| Definition { term: one_line(&definition.term), meaning: line(&one_line(&definition.meaning)) })
            .collect(),
        articles: articles
            .iter()
            .map(|article| Piece { title: one_line(&article.version.title), blocks: blocks(&article.version.body) })
            .collect(),
    };
    let mut facts = vec![
        (t!(lang, "charter-paper-process"), one_line(process.title.best(&tag, "fr").0)),
        (t!(lang, "charter-paper-territory"), one_line(&process.territory)),
    ];
    if let Some(written) = written {
        let day = date::day(lang, written, &visit.services.site.zone);
        facts.push((t!(lang, "charter-paper-version"), t!(lang, "charter-paper-version-of", n = edition, day = day)));
    }
    let standing = match entry.calendar.state(visit.now) {
        State::Draft | State::Announced | State::Open => t!(lang, "charter-paper-draft"),
        State::Closed | State::Published => t!(lang, "charter-paper-closed"),
    };
    facts.push((t!(lang, "charter-paper-state"), standing));
    let easy = articles.iter().map(|article| blocks(&article.version.easy)).collect();
    let signed = signed(visit, &mut c, id, lang).await?;
    Ok(Paper { document, easy, tag, lang, facts, signed })
}

/// The adoption and the signatures, where there is one.
async fn signed(visit: &Visit, c: &mut Conn, round: RoundId, lang: Lang) -> Result<Option<Signed>, AppError> {
    let Some(adoption) = store::charter::adoption(c, round).await? else { return Ok(None) };
    let day = |at: i64| date::day(lang, at, &visit.services.site.zone);
    let mut facts = vec![(t!(lang, "signatures-adopted-on"), day(adoption.adopted_at))];
    facts.extend(adoption.review_on.map(|review| (t!(lang, "signatures-review"), date::civil(lang, &review))));
    facts.push((t!(lang, "signatures-hash"), adoption.hash));
    let signatures = store::charter::signatories(c, round).await?.into_iter();
    let signatures = signatures.filter_map(|one| Some([one.organisation, one.name, one.function, day(one.signed_at?)])).collect();
    Ok(Some(Signed { facts, signatures }))
}

/// The files, to take along.
pub fn links(lang: Lang, round: RoundId) -> AnyView {
    let links = FORMATS
        .iter()
        .map(|format| view! { <li><a href=format!("/r/{round}/charter.{format}") download>{lang.of("charter-file", format)}</a></li> })
        .collect_view();
    view! { <details><summary>{t!(lang, "charter-files")}</summary><ul class="charter-files">{links}</ul></details> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::attachment;

    #[test]
    fn files_are_called_as_the_round_is() {
        let name = attachment("Charte : l’école & « nous »", "odt");
        assert_eq!(name, "attachment; filename=\"charte-l-ecole-nous.odt\"; filename*=UTF-8''Charte-l%E2%80%99%C3%A9cole-nous.odt");
        assert!(attachment("\"\r\n../", "md").starts_with("attachment; filename=\"charte.md\""));
        assert!(attachment("ميثاق", "md").starts_with("attachment; filename=\"charte.md\""));
    }
}
