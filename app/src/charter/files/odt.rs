//! ODT, as LibreOffice opens it.

use domain::charter::document::{Block, numbered};

use super::{Paper, archive::pack, xml::escape};
use crate::AppError;

/// The style of the lines that say where the text comes from: no part of it.
pub const FACTS: &str = "PalabreFacts";
pub const MIMETYPE: &str = "application/vnd.oasis.opendocument.text";

pub fn write(paper: &Paper) -> Result<Vec<u8>, AppError> {
    let mut language = paper.tag.split('-');
    let language = language.next().filter(|part| part.len() < 4).unwrap_or("fr");
    let styles =
        STYLES.replace("{ns}", NAMESPACES).replace("{lang}", language).replace("{country}", if language == "fr" { "FR" } else { "none" });
    let meta = META.replace("{ns}", NAMESPACES).replace("{title}", &escape(&paper.document.title)).replace("{lang}", &escape(&paper.tag));
    pack(&[
        ("mimetype", MIMETYPE),
        ("META-INF/manifest.xml", MANIFEST),
        ("content.xml", &content(paper)),
        ("styles.xml", &styles),
        ("meta.xml", &meta),
    ])
}

fn content(paper: &Paper) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content {NAMESPACES} office:version=\"1.3\"><office:body><office:text>"
    );
    out += &format!("<text:p text:style-name=\"Title\">{}</text:p>", escape(&paper.document.title));
    for fact in paper.said() {
        out += &format!("<text:p text:style-name=\"{FACTS}\">{}</text:p>", escape(&fact));
    }
    blocks(&mut out, &paper.document.preamble);
    for (at, article) in paper.document.articles.iter().enumerate() {
        let title = escape(&numbered(at + 1, &article.title));
        out += &format!("<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">{title}</text:h>");
        blocks(&mut out, &article.blocks);
    }
    out + "</office:text></office:body></office:document-content>"
}

fn blocks(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Paragraph(lines) => {
                let lines: Vec<_> = lines.iter().map(|line| escape(line)).collect();
                *out += &format!("<text:p text:style-name=\"Text_20_body\">{}</text:p>", lines.join("<text:line-break/>"));
            }
            Block::List(points) => {
                *out += "<text:list text:style-name=\"PalabrePoints\">";
                for point in points {
                    *out +=
                        &format!("<text:list-item><text:p text:style-name=\"Text_20_body\">{}</text:p></text:list-item>", escape(point));
                }
                *out += "</text:list>";
            }
        }
    }
}

const NAMESPACES: &str = r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/""#;

const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>"#;

const META: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta {ns} office:version="1.3"><office:meta><dc:title>{title}</dc:title><dc:language>{lang}</dc:language></office:meta></office:document-meta>"#;

const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles {ns} office:version="1.3"><office:styles><style:default-style style:family="paragraph"><style:text-properties fo:font-size="11pt" fo:language="{lang}" fo:country="{country}"/></style:default-style><style:style style:name="Standard" style:family="paragraph"/><style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0.25cm" fo:line-height="120%"/></style:style><style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0.4cm"/><style:text-properties fo:font-size="22pt" fo:font-weight="bold"/></style:style><style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:next-style-name="Text_20_body" style:default-outline-level="1"><style:paragraph-properties fo:margin-top="0.6cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="14pt" fo:font-weight="bold"/></style:style><style:style style:name="PalabreFacts" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="10pt"/></style:style><style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/></style:style><text:list-style style:name="PalabrePoints"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.5cm" fo:margin-left="1cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style></office:styles><office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2.5cm" fo:margin-bottom="2cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/><style:footer-style/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer><text:p text:style-name="Footer"><text:page-number text:select-page="current">1</text:page-number> / <text:page-count>1</text:page-count></text:p></style:footer></style:master-page></office:master-styles></office:document-styles>"#;
