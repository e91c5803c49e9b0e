//! The other way: the text that reads as these blocks, and words of elsewhere made such that there is one.

use super::{
    Block, Line, Mark, Role, Span, begun,
    line::{add_words, is_mark, line},
    without_dashes,
};

/// The text that [`super::blocks`] reads as these.
pub fn typed(blocks: &[Block]) -> String {
    let block = |block: &Block| match block {
        Block::Paragraph(lines) => lines.iter().map(|line| written(line)).collect::<Vec<_>>().join("\n"),
        Block::List(points) => points.iter().map(|point| format!("- {}", written(point))).collect::<Vec<_>>().join("\n"),
        Block::Numbered(first, points) => {
            (*first..).zip(points).map(|(n, point)| format!("{n}. {}", written(point))).collect::<Vec<_>>().join("\n")
        }
    };
    blocks.iter().map(block).collect::<Vec<_>>().join("\n\n")
}

/// The text that [`super::line`] reads as these spans, if [`mend`] gave them.
pub fn written(line: &[Span]) -> String {
    let mut out = String::new();
    let (mut emphasis, mut strong) = (false, false);
    for span in line {
        let toggled = usize::from(emphasis != span.emphasis) + 2 * usize::from(strong != span.strong);
        out += &"*".repeat(toggled);
        (emphasis, strong) = (span.emphasis, span.strong);
        match &span.role {
            Role::Words => escape(&mut out, &span.words),
            Role::Term(term) if *term == span.words => out += &format!("[[{}]]", all(term)),
            Role::Term(term) => out += &format!("[[{}|{}]]", all(term), all(&span.words)),
            Role::Note => out += &format!("^[{}]", all(&span.words)),
        }
    }
    out + &"*".repeat(usize::from(emphasis) + 2 * usize::from(strong))
}

/// Words in which no mark is read as one, with as few backslashes as that takes.
fn escape(out: &mut String, words: &str) {
    let signs: Vec<char> = words.chars().collect();
    for (at, sign) in signs.iter().enumerate() {
        let (before, after) = (at.checked_sub(1).map(|at| signs[at]), signs.get(at + 1));
        let blank = |sign: Option<&char>| sign.is_some_and(|sign| sign.is_whitespace());
        let reads = match sign {
            '*' => !(blank(before.as_ref()) && blank(after)),
            '[' | '^' => after.is_none_or(|after| *after == '['),
            '\\' => after.is_none_or(|after| is_mark(*after)),
            _ => false,
        };
        if reads {
            out.push('\\');
        }
        out.push(*sign);
    }
}

/// Words in which every mark is a letter.
fn all(words: &str) -> String {
    words.chars().flat_map(|sign| is_mark(sign).then_some('\\').into_iter().chain([sign])).collect()
}

/// Words of elsewhere, parted at their line ends.
pub fn lines(words: Line) -> Vec<Line> {
    let mut lines = vec![Line::new()];
    for span in words {
        if span.role != Role::Words {
            lines.last_mut().into_iter().for_each(|line| line.push(span.clone()));
            continue;
        }
        for (at, part) in span.words.split('\n').enumerate() {
            if at > 0 {
                lines.push(Line::new());
            }
            lines.last_mut().into_iter().for_each(|line| add_words(line, Span { words: part.to_owned(), ..span.clone() }));
        }
    }
    lines
}

/// Two lines as one, with a blank between them.
pub fn joined(mut one: Line, other: Line) -> Line {
    if !one.is_empty() && !other.is_empty() {
        add_words(&mut one, Span::words(" "));
    }
    other.into_iter().for_each(|span| if span.role == Role::Words { add_words(&mut one, span) } else { one.push(span) });
    one
}

/// What a mended line will read as: a point where it begins like one.
pub fn marked(words: &[Span]) -> (Mark, Line) {
    let text = written(words);
    let (mark, rest) = begun(&text);
    (mark, line(rest))
}

/// A mended line without dashes in front.
pub fn undashed(words: &[Span]) -> Line {
    line(without_dashes(&written(words)))
}

/// A sign, or a term or a note as a whole.
struct Atom {
    sign: char,
    span: Option<Span>,
    set: [bool; 2],
}

/// Spans of elsewhere as there is a text for them: no two blanks, none at the edges of what is set apart. How many passages were set apart
/// in a way that the marks have not, such as half a word.
pub fn mend(line: Line) -> (Line, usize) {
    let mut atoms: Vec<Atom> = Vec::new();
    for span in line {
        let set = [span.emphasis, span.strong];
        match &span.role {
            Role::Words => {
                for sign in span.words.chars().filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}')) {
                    let sign = if sign.is_control() { ' ' } else { sign };
                    let twice = sign == ' ' && atoms.last().is_none_or(|last| last.sign == ' ');
                    if !twice {
                        atoms.push(Atom { sign, span: None, set });
                    }
                }
            }
            Role::Term(term) => {
                let (term, words) = (super::squeezed(term), super::squeezed(&span.words));
                if words.is_empty() || term.is_empty() {
                    continue;
                }
                atoms.push(Atom { sign: ']', span: Some(Span::term(term, words)), set });
            }
            Role::Note => {
                let words = super::squeezed(&span.words);
                if !words.is_empty() {
                    atoms.push(Atom { sign: ']', span: Some(Span::note(words)), set });
                }
            }
        }
    }
    let blank = |atom: &Atom| atom.sign.is_whitespace();
    while atoms.last().is_some_and(blank) {
        atoms.pop();
    }
    let start = atoms.iter().take_while(|atom| blank(atom)).count();
    atoms.drain(..start);
    let lost = (0..2).map(|kind| fit(&mut atoms, kind)).sum();
    let mut spans = Line::new();
    for Atom { sign, span, set: [emphasis, strong] } in atoms {
        match span {
            Some(span) => spans.push(Span { emphasis, strong, ..span }),
            None => add_words(&mut spans, Span { emphasis, strong, ..Span::words(sign) }),
        }
    }
    (spans, lost)
}

/// Takes one kind of emphasis from where its marks would not be read. How often it was lost.
fn fit(atoms: &mut [Atom], kind: usize) -> usize {
    let (mut lost, mut at) = (0, 0);
    while at < atoms.len() {
        if !atoms[at].set[kind] {
            at += 1;
            continue;
        }
        let length = atoms[at..].iter().take_while(|atom| atom.set[kind]).count();
        let (mut start, mut end) = (at, at + length);
        while start < end && atoms[start].sign.is_whitespace() {
            atoms[start].set[kind] = false;
            start += 1;
        }
        while start < end && atoms[end - 1].sign.is_whitespace() {
            atoms[end - 1].set[kind] = false;
            end -= 1;
        }
        let letter = |atom: Option<&Atom>| atom.is_some_and(|atom| atom.sign.is_alphanumeric());
        let within = start > 0 && letter(atoms.get(start - 1)) || letter(atoms.get(end));
        if start < end && within {
            lost += 1;
            atoms[start..end].iter_mut().for_each(|atom| atom.set[kind] = false);
        }
        at += length;
    }
    lost
}
