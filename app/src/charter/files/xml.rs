//! XML as word processors write it: read piece by piece, bounded in depth. Entities that a file defines itself are not known here, so
//! nothing unfolds into more than it is.

use domain::Refusal;
use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_predefined_entity,
    events::{BytesStart, Event},
};

/// Elements within elements.
const DEPTH: usize = 500;

pub struct Tag {
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub fn text(&self, name: &str) -> String {
        self.get(name).unwrap_or_default().to_owned()
    }
}

pub enum Node<'a> {
    Open(&'a Tag),
    Close(&'a str),
    Text(&'a str),
}

pub fn malformed() -> Refusal {
    Refusal::field("file", "charter-file-malformed")
}

/// Meets every element and every text of a part, in order.
pub fn walk(part: &[u8], mut meet: impl FnMut(Node<'_>)) -> Result<(), Refusal> {
    let text = std::str::from_utf8(part).map_err(|_| malformed())?;
    let mut reader = Reader::from_str(text.strip_prefix('\u{FEFF}').unwrap_or(text));
    let mut depth = 0usize;
    loop {
        match reader.read_event().map_err(|_| malformed())? {
            Event::Start(start) => {
                depth += 1;
                if depth > DEPTH {
                    return Err(malformed());
                }
                meet(Node::Open(&tag(&start)?));
            }
            Event::Empty(start) => {
                let tag = tag(&start)?;
                meet(Node::Open(&tag));
                meet(Node::Close(&tag.name));
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                meet(Node::Close(end.name().into_inner()));
            }
            Event::Text(text) => meet(Node::Text(&text.xml10_content())),
            Event::CData(text) => meet(Node::Text(&text.xml10_content())),
            Event::GeneralRef(entity) => match entity.resolve_char_ref().map_err(|_| malformed())? {
                Some(sign) => meet(Node::Text(sign.encode_utf8(&mut [0; 4]))),
                None => meet(Node::Text(resolve_predefined_entity(&entity.xml10_content()).ok_or_else(malformed)?)),
            },
            // Half a file is not a whole one.
            Event::Eof if depth > 0 => return Err(malformed()),
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

fn tag(start: &BytesStart<'_>) -> Result<Tag, Refusal> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| malformed())?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| malformed())?;
        attributes.push((attribute.key.into_inner().to_owned(), value.into_owned()));
    }
    Ok(Tag { name: start.name().into_inner().to_owned(), attributes })
}

/// Words between tags or quotes.
pub fn escape(words: &str) -> String {
    quick_xml::escape::escape(words).into_owned()
}
