//! One line read: cut into words, stars, terms and notes in one pass, then the stars paired. Emphasis is told of each span by itself, so
//! nothing need be nested.

use super::{Line, Role, Span};

/// What a backslash takes for a letter.
pub(super) const fn is_mark(sign: char) -> bool {
    matches!(sign, '\\' | '*' | '[' | ']' | '^' | '|')
}

/// The spans of a line.
pub fn line(text: &str) -> Line {
    read(&text.chars().collect::<Vec<_>>(), true)
}

/// The words of a line as they are read, without its notes.
pub fn plain(line: &[Span]) -> String {
    line.iter().filter(|span| span.role != Role::Note).map(|span| span.words.as_str()).collect()
}

enum Piece {
    Words(String),
    Stars(Stars),
    Made(Span),
}

/// One to three stars: one for emphasis, two for strong words, three for both.
struct Stars {
    run: usize,
    opens: bool,
    closes: bool,
    /// What each kind does here once it is paired: `true` for its beginning.
    emphasis: Option<bool>,
    strong: Option<bool>,
}

fn read(signs: &[char], notes: bool) -> Line {
    let mut pieces = cut(signs, notes);
    pair(&mut pieces, [1, 3], |stars| &mut stars.emphasis);
    pair(&mut pieces, [2, 3], |stars| &mut stars.strong);
    let (mut spans, mut emphasis, mut strong) = (Line::new(), false, false);
    for piece in pieces {
        match piece {
            Piece::Words(words) => add_words(&mut spans, Span { emphasis, strong, ..Span::words(words) }),
            Piece::Made(span) => spans.push(Span { emphasis, strong, ..span }),
            Piece::Stars(stars) => {
                let live = usize::from(stars.emphasis.is_some()) + 2 * usize::from(stars.strong.is_some());
                let left = "*".repeat(stars.run - live);
                let opening = stars.emphasis.or(stars.strong).unwrap_or(true);
                // Stars too many stand outside.
                if opening {
                    add_words(&mut spans, Span { emphasis, strong, ..Span::words(left.clone()) });
                }
                emphasis = stars.emphasis.unwrap_or(emphasis);
                strong = stars.strong.unwrap_or(strong);
                if !opening {
                    add_words(&mut spans, Span { emphasis, strong, ..Span::words(left) });
                }
            }
        }
    }
    spans
}

/// Adds words to those of the same kind.
pub fn add_words(spans: &mut Line, span: Span) {
    match spans.last_mut() {
        _ if span.words.is_empty() => {}
        Some(last)
            if last.role == Role::Words && span.role == Role::Words && (last.emphasis, last.strong) == (span.emphasis, span.strong) =>
        {
            last.words.push_str(&span.words);
        }
        _ => spans.push(span),
    }
}

fn cut(signs: &[char], notes: bool) -> Vec<Piece> {
    let ends = if notes { brackets(signs) } else { Vec::new() };
    let (mut pieces, mut words, mut at) = (Vec::new(), String::new(), 0);
    // No term is closed any more: nothing is looked through twice.
    let mut open_ended = false;
    while let Some(&sign) = signs.get(at) {
        let next = signs.get(at + 1).copied();
        let made = match (sign, next) {
            ('\\', Some(letter)) if is_mark(letter) => {
                words.push(letter);
                at += 2;
                continue;
            }
            ('*', _) => {
                let run = signs[at..].iter().take_while(|sign| **sign == '*').count();
                if run > 3 {
                    words.extend(&signs[at..at + run]);
                } else {
                    pieces.push(Piece::Words(std::mem::take(&mut words)));
                    let before = at.checked_sub(1).map(|at| signs[at]);
                    pieces.push(Piece::Stars(stars(run, before, signs.get(at + run).copied())));
                }
                at += run;
                continue;
            }
            ('[', Some('[')) if !open_ended => match term(signs, at + 2) {
                Ok(made) => made,
                Err(ended) => {
                    open_ended = ended;
                    None
                }
            },
            ('^', Some('[')) => ends.get(at + 1).copied().flatten().and_then(|end| {
                let words = plain(&read(&signs[at + 2..end], false)).trim().to_owned();
                (!words.is_empty()).then(|| (Span::note(words), end + 1))
            }),
            _ => None,
        };
        match made {
            Some((span, end)) => {
                pieces.push(Piece::Words(std::mem::take(&mut words)));
                pieces.push(Piece::Made(span));
                at = end;
            }
            None => {
                words.push(sign);
                at += 1;
            }
        }
    }
    pieces.push(Piece::Words(words));
    pieces
}

/// A mark stands beside words, not within one: "habitant*es" is a word.
fn stars(run: usize, before: Option<char>, after: Option<char>) -> Stars {
    let (letter, sign) = (|c: Option<char>| c.is_some_and(char::is_alphanumeric), |c: Option<char>| c.is_some_and(|c| !c.is_whitespace()));
    Stars { run, opens: sign(after) && !letter(before), closes: sign(before) && !letter(after), emphasis: None, strong: None }
}

/// Pairs each end with the nearest beginning before it.
fn pair(pieces: &mut [Piece], runs: [usize; 2], kind: fn(&mut Stars) -> &mut Option<bool>) {
    let mut open = None;
    for at in 0..pieces.len() {
        let Piece::Stars(stars) = &mut pieces[at] else { continue };
        if !runs.contains(&stars.run) {
            continue;
        }
        match open {
            Some(begin) if stars.closes => {
                *kind(stars) = Some(false);
                if let Piece::Stars(stars) = &mut pieces[begin] {
                    *kind(stars) = Some(true);
                }
                open = None;
            }
            _ if stars.opens => open = Some(at),
            _ => {}
        }
    }
}

/// The term from behind its brackets, and where the line goes on. An error where there is none: whether the line has no end of one.
fn term(signs: &[char], from: usize) -> Result<Option<(Span, usize)>, bool> {
    let (mut said, mut part, mut at) = ([String::new(), String::new()], 0, from);
    loop {
        let words = &mut said[part];
        match (signs.get(at), signs.get(at + 1)) {
            (Some('\\'), Some(letter)) if is_mark(*letter) => {
                words.push(*letter);
                at += 1;
            }
            (Some(']'), Some(']')) => break,
            (Some('['), Some('[')) => return Err(false),
            (Some('|'), _) if part == 0 => part = 1,
            (Some(sign), _) => words.push(*sign),
            (None, _) => return Err(true),
        }
        at += 1;
    }
    let [term, shown] = said.each_ref().map(|words| words.trim());
    if term.is_empty() {
        return Err(false);
    }
    let shown = if shown.is_empty() { term } else { shown };
    Ok(Some((Span::term(term, shown), at + 2)))
}

/// Where each bracket is closed.
fn brackets(signs: &[char]) -> Vec<Option<usize>> {
    let (mut ends, mut open, mut at) = (vec![None; signs.len()], Vec::new(), 0);
    while let Some(sign) = signs.get(at) {
        match sign {
            '\\' if signs.get(at + 1).is_some_and(|letter| is_mark(*letter)) => at += 1,
            '[' => open.push(at),
            ']' => {
                if let Some(begin) = open.pop() {
                    ends[begin] = Some(at);
                }
            }
            _ => {}
        }
        at += 1;
    }
    ends
}
