//! What a DOCX says beside its text: styles, lists, notes.

use std::collections::HashMap;

use domain::Refusal;

use super::xml::{Node, Tag, walk};

/// Styles that rest on one another.
const CHAIN: usize = 12;

#[derive(Clone, Default)]
pub struct Style {
    pub name: String,
    based_on: String,
    pub level: Option<u8>,
    pub list: Option<String>,
}

pub fn styles(part: &[u8]) -> Result<HashMap<String, Style>, Refusal> {
    let mut styles = HashMap::new();
    let mut open: Option<(String, Style)> = None;
    walk(part, |node| match node {
        Node::Open(tag) if tag.name == "w:style" => open = Some((tag.text("w:styleId"), Style::default())),
        Node::Open(tag) => {
            if let Some((_, style)) = &mut open {
                match tag.name.as_str() {
                    "w:name" => style.name = tag.text("w:val").to_lowercase(),
                    "w:basedOn" => style.based_on = tag.text("w:val"),
                    "w:outlineLvl" => style.level = outline(tag),
                    "w:numId" => style.list = Some(tag.text("w:val")),
                    _ => {}
                }
            }
        }
        Node::Close("w:style") => styles.extend(open.take()),
        Node::Close(_) | Node::Text(_) => {}
    })?;
    Ok(styles)
}

/// From 1; none for body text.
pub fn outline(tag: &Tag) -> Option<u8> {
    tag.get("w:val")?.parse::<u8>().ok().filter(|level| *level < 9).map(|level| level + 1)
}

/// A style with what it takes from those it rests on.
pub fn resolved(styles: &HashMap<String, Style>, id: &str) -> Style {
    let mut style = styles.get(id).cloned().unwrap_or_default();
    let named = style.name.strip_prefix("heading ").and_then(|level| level.parse().ok());
    style.level = named.or(style.level);
    let mut base = style.based_on.clone();
    for _ in 0..CHAIN {
        let Some(below) = styles.get(&base) else { break };
        style.level = style.level.or(below.level);
        style.list = style.list.or_else(|| below.list.clone());
        base.clone_from(&below.based_on);
    }
    style
}

/// A list whose points have numbers.
#[derive(Clone, Copy)]
pub struct Numbers {
    /// Of the next point.
    pub next: usize,
    /// Not letters, not Roman.
    pub plain: bool,
}

/// The lists that are numbered, by the first level of each.
pub fn lists(part: &[u8]) -> Result<HashMap<String, Numbers>, Refusal> {
    let (mut kinds, mut lists) = (HashMap::new(), HashMap::new());
    let (mut kind, mut list, mut first, mut start) = (String::new(), String::new(), false, 1usize);
    walk(part, |node| {
        let Node::Open(tag) = node else { return };
        let value = || tag.get("w:val").and_then(|value| value.parse().ok());
        match tag.name.as_str() {
            "w:abstractNum" => kind = tag.text("w:abstractNumId"),
            "w:lvl" => {
                first = tag.get("w:ilvl") == Some("0");
                start = 1;
            }
            "w:lvlOverride" => first = tag.get("w:ilvl") == Some("0"),
            "w:start" if first => start = value().unwrap_or(1),
            "w:numFmt" if first && !matches!(tag.get("w:val"), Some("bullet" | "none")) => {
                kinds.insert(kind.clone(), Numbers { next: start, plain: tag.get("w:val") == Some("decimal") });
            }
            "w:num" => list = tag.text("w:numId"),
            "w:abstractNumId" => {
                if let Some(numbers) = kinds.get(tag.get("w:val").unwrap_or_default()) {
                    lists.insert(list.clone(), *numbers);
                }
            }
            "w:startOverride" if first => {
                if let (Some(numbers), Some(start)) = (lists.get_mut(&list), value()) {
                    numbers.next = start;
                }
            }
            _ => {}
        }
    })?;
    Ok(lists)
}

/// The words of the notes at the foot of pages or at the end, and how many passages in them were set apart.
pub fn notes(part: &[u8]) -> Result<(HashMap<String, String>, usize), Refusal> {
    let (mut notes, mut open, mut speaking, mut stressed) = (HashMap::new(), None::<(String, String)>, false, 0);
    walk(part, |node| match node {
        Node::Open(tag) => {
            speaking = tag.name == "w:t";
            let on = !matches!(tag.get("w:val"), Some("0" | "false" | "none" | "off"));
            match (tag.name.as_str(), &mut open) {
                ("w:footnote" | "w:endnote", _) => open = Some((tag.text("w:id"), String::new())),
                ("w:b" | "w:i" | "w:u" | "w:strike", Some(_)) => stressed += usize::from(on),
                ("w:br" | "w:tab" | "w:p", Some((_, words))) => words.push(' '),
                _ => {}
            }
        }
        Node::Text(text) if speaking => {
            if let Some((_, words)) = &mut open {
                words.push_str(text);
            }
        }
        Node::Text(_) => {}
        Node::Close(name) => {
            speaking = false;
            if matches!(name, "w:footnote" | "w:endnote") {
                notes.extend(open.take());
            }
        }
    })?;
    Ok((notes, stressed))
}
