//! A charter's words as they go into a file and come out of one: a title, a preamble, chapters, articles, definitions. Every writer takes
//! it, every reader gives it.

use serde::{Deserialize, Serialize};

use super::{
    chapter,
    definition::{self, key},
    markup::{
        Block, Line, Mark, NUMBERS, Role, Span, add, add_words, joined, lines, marked, mend, one_line, plain, typed, undashed, written,
    },
};
use crate::{Kind, Problem, Refusal, text, text_enum::text_enum};

/// Articles that one file may bring.
pub const ARTICLES: usize = 200;

/// The words of one charter in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    pub title: String,
    pub preamble: Vec<Block>,
    pub chapters: Vec<Chapter>,
    pub articles: Vec<Piece>,
    pub definitions: Vec<Definition>,
}

/// A chapter begins after as many articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    pub title: String,
    pub at: usize,
}

/// An article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub title: String,
    pub blocks: Vec<Block>,
}

/// A word and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    pub term: String,
    pub meaning: Line,
}

impl Document {
    /// The number, from 1, of the definition that a term leads to.
    pub fn defined(&self, term: &str) -> Option<usize> {
        let wanted = key(term);
        self.definitions.iter().position(|definition| key(&definition.term) == wanted).map(|at| at + 1)
    }

    /// The chapters that begin right before an article; behind the last one, those without any.
    pub fn chapters_at(&self, article: usize) -> impl Iterator<Item = &Chapter> {
        self.chapters.iter().filter(move |chapter| chapter.at == article)
    }
}

impl Definition {
    /// Both on one line, as every file writes them and [`Gathering`] reads them again.
    pub fn line(&self) -> Line {
        let mut line = vec![Span { strong: true, ..Span::words(self.term.clone()) }];
        for span in std::iter::once(&Span::words(" – ")).chain(&self.meaning) {
            add_words(&mut line, span.clone());
        }
        line
    }

    /// A line that begins with a strong word and a dash or a colon.
    fn read(line: &[Span]) -> Option<Self> {
        const BLANK: [char; 3] = [' ', '\u{a0}', '\u{202f}'];
        const BETWEEN: [char; 4] = [':', '–', '—', '-'];
        let (first, rest) = line.split_first()?;
        if !first.strong || first.role != Role::Words {
            return None;
        }
        let inside = first.words.trim_end_matches(BLANK).strip_suffix(':');
        let term = one_line(inside.unwrap_or(&first.words));
        let (second, rest) = rest.split_first()?;
        let said = second.words.trim_start_matches(BLANK);
        let said = match (said.strip_prefix(BETWEEN), inside) {
            (Some(said), _) => said,
            (None, Some(_)) => said,
            (None, None) => return None,
        };
        let mut meaning = Line::new();
        let second = Span { words: said.trim_start_matches(BLANK).to_owned(), ..second.clone() };
        if second.role != Role::Words {
            return None;
        }
        add_words(&mut meaning, second);
        meaning.extend_from_slice(rest);
        (!term.is_empty() && !meaning.is_empty()).then_some(Definition { term, meaning })
    }
}

text_enum! {
    /// What a file held and a charter does not.
    Lost {
        Table = "table",
        Image = "image",
        TextBox = "text-box",
        Footnote = "footnote",
        Comment = "comment",
        /// Tracked changes: what was added is taken, what was struck out is not.
        Change = "change",
        Emphasis = "emphasis",
        Link = "link",
        Numbering = "numbering",
        Nesting = "nesting",
        /// A heading with no text under it and no other heading.
        Heading = "heading",
        HeaderFooter = "header-footer",
        Code = "code",
        Rule = "rule",
        Markup = "markup",
        Metadata = "metadata",
        /// A table of contents: the pages make their own.
        Contents = "contents",
        /// The round keeps its own title.
        Title = "title",
        /// The preamble that was there before.
        Preamble = "preamble",
        /// The meaning that a word had before.
        Definition = "definition",
    }
}

/// How often something was lost, and the words it had where they are not in the charter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loss {
    pub what: Lost,
    pub n: usize,
    pub words: Vec<String>,
}

/// Collects what a reader meets, in order, and makes a document of it.
#[derive(Debug, Default)]
pub struct Gathering {
    title: Option<String>,
    parts: Vec<Part>,
    losses: Vec<Loss>,
    /// The cells of the row that is being read.
    row: Option<Vec<Line>>,
    /// Tables stand in cells of tables: the outermost row counts.
    rows: usize,
}

#[derive(Debug)]
enum Part {
    Heading(u8, String),
    /// A line, and whether it goes on with the paragraph before.
    Line(Mark, Line, bool),
}

/// A heading and what stands under it.
struct Section {
    level: u8,
    title: String,
    blocks: Vec<Block>,
}

impl Gathering {
    /// The title of the whole.
    pub fn title(&mut self, words: Line) {
        let words = self.named(words);
        match &mut self.title {
            _ if words.is_empty() => {}
            // A title over two paragraphs.
            Some(title) if self.parts.is_empty() => {
                title.push(' ');
                title.push_str(&words);
            }
            Some(_) => self.paragraph(vec![Span::words(words)]),
            None if self.parts.is_empty() => self.title = Some(words),
            None => self.parts.push(Part::Heading(1, words)),
        }
    }

    pub fn heading(&mut self, level: u8, words: Line) {
        let words = self.named(words);
        if words.is_empty() {
            return;
        }
        match &mut self.row {
            Some(row) => row.push(vec![Span::words(words)]),
            None => self.parts.push(Part::Heading(level, words)),
        }
    }

    /// The words of a title. All titles are strong; what else they are is lost.
    fn named(&mut self, line: Line) -> String {
        self.count(Lost::Emphasis, line.iter().filter(|span| span.emphasis && span.role != Role::Note).count());
        line.iter().filter(|span| span.role == Role::Note).for_each(|note| self.lost_words(Lost::Footnote, note.words.clone()));
        one_line(&plain(&line))
    }

    /// Lines of one paragraph, parted by line ends. One that begins as a point is one, as it will be read.
    pub fn paragraph(&mut self, words: Line) {
        let mut open = false;
        for line in lines(words) {
            let line = self.mended(line);
            match &mut self.row {
                Some(row) => row.push(line),
                None => {
                    let (mark, line) = marked(&line);
                    if !line.is_empty() {
                        self.parts.push(Part::Line(mark, line, open));
                        open = mark == Mark::Text;
                    }
                }
            }
        }
    }

    /// A point of a list, with its number if it has one.
    pub fn point(&mut self, mark: Mark, words: Line) {
        let line = self.mended(lines(words).into_iter().reduce(joined).unwrap_or_default());
        let mark = match mark {
            Mark::Number(n) if n > NUMBERS => {
                self.lost(Lost::Numbering);
                Mark::Dash
            }
            mark => mark,
        };
        let line = if mark == Mark::Dash { undashed(&line) } else { line };
        match &mut self.row {
            _ if line.is_empty() => {}
            Some(row) => row.push(line),
            None => self.parts.push(Part::Line(mark, line, false)),
        }
    }

    fn mended(&mut self, line: Line) -> Line {
        let (line, lost) = mend(line);
        self.count(Lost::Emphasis, lost);
        line
    }

    /// From here to [`Gathering::end_row`] words are cells; they become one point.
    pub fn start_row(&mut self) {
        self.rows += 1;
        self.row.get_or_insert_default();
    }

    pub fn end_row(&mut self) {
        self.rows = self.rows.saturating_sub(1);
        if self.rows > 0 {
            return;
        }
        let cells = self.row.take().unwrap_or_default();
        let cells = cells.into_iter().filter(|cell| !cell.is_empty());
        let row = cells.reduce(|row, cell| joined(joined(row, vec![Span::words("·")]), cell));
        self.point(Mark::Dash, row.unwrap_or_default());
    }

    pub fn lost(&mut self, what: Lost) {
        self.count(what, 1);
    }

    pub fn count(&mut self, what: Lost, n: usize) {
        if n > 0 {
            self.loss(what).n += n;
        }
    }

    /// Something whose words are not in the charter.
    pub fn lost_words(&mut self, what: Lost, words: String) {
        let loss = self.loss(what);
        loss.n += 1;
        loss.words.push(words);
    }

    fn loss(&mut self, what: Lost) -> &mut Loss {
        let at = self.losses.iter().position(|loss| loss.what == what).unwrap_or_else(|| {
            self.losses.push(Loss { what, n: 0, words: Vec::new() });
            self.losses.len() - 1
        });
        &mut self.losses[at]
    }

    /// Headings become articles, or chapters where others stand under them; what stands before the first is the preamble. A heading above
    /// all others is the title; one that says one of `glossaries` has the definitions under it.
    pub fn finish(mut self, glossaries: &[String]) -> (Document, Vec<Loss>) {
        if self.title.is_none() {
            self.title = self.take_title();
        }
        let mut document = Document { title: self.title.take().unwrap_or_default(), ..Document::default() };
        let mut sections: Vec<Section> = Vec::new();
        for part in std::mem::take(&mut self.parts) {
            match part {
                Part::Heading(level, title) => sections.push(Section { level, title, blocks: Vec::new() }),
                Part::Line(mark, line, open) => {
                    let blocks = sections.last_mut().map_or(&mut document.preamble, |section| &mut section.blocks);
                    add(blocks, mark, line, open);
                }
            }
        }
        let glossary = sections.iter().position(|section| glossaries.contains(&section.title));
        let defined = |at: usize| -> Option<Vec<Definition>> {
            sections[at].blocks.iter().flat_map(Block::lines).map(|line| Definition::read(line)).collect()
        };
        if let Some((at, definitions)) = glossary.and_then(|at| Some((at, defined(at)?))) {
            document.definitions = definitions;
            sections.remove(at);
        }
        let highest = sections.iter().filter(|section| !section.blocks.is_empty()).map(|section| section.level).min();
        let next: Vec<Option<u8>> = sections.iter().skip(1).map(|section| Some(section.level)).chain([None]).collect();
        for (Section { level, title, blocks }, next) in sections.into_iter().zip(next) {
            if !blocks.is_empty() {
                let title = unnumbered(&title, document.articles.len() + 1).to_owned();
                document.articles.push(Piece { title, blocks });
            } else if next.is_some_and(|next| next > level) || highest.is_some_and(|highest| level < highest) {
                document.chapters.push(Chapter { title, at: document.articles.len() });
            } else {
                self.lost_words(Lost::Heading, title);
            }
        }
        (document, self.losses)
    }

    fn take_title(&mut self) -> Option<String> {
        let Some(Part::Heading(first, _)) = self.parts.first() else {
            return None;
        };
        let mut others = self.parts.iter().skip(1).filter_map(|part| if let Part::Heading(level, _) = part { Some(level) } else { None });
        let mut others = others.by_ref().peekable();
        (others.peek().is_some() && others.all(|level| level > first)).then_some(())?;
        match self.parts.remove(0) {
            Part::Heading(_, title) => Some(title),
            _ => None,
        }
    }
}

/// A heading without "Article 3 – " in front, where that is the number the article has anyway.
fn unnumbered(title: &str, number: usize) -> &str {
    let rest = || {
        let word = title.get(..7).filter(|word| word.eq_ignore_ascii_case("article"))?;
        let rest = title[word.len()..].trim_start();
        let rest = rest.strip_prefix(&number.to_string()).or_else(|| rest.strip_prefix("1er").filter(|_| number == 1))?;
        let rest = rest.trim_start().strip_prefix(['.', ':', '–', '—', '-'])?;
        let name = rest.strip_prefix([' ', '\u{a0}', '\u{202f}'])?.trim();
        (!name.is_empty() && one_line(name) == name).then_some(name)
    };
    rest().unwrap_or(title)
}

/// The number and the title, as every file writes them and [`Gathering`] reads them again.
pub fn numbered(number: usize, title: &str) -> String {
    format!("Article {number} – {title}")
}

/// Refuses what no charter can hold; the message stands by the file.
pub fn check(document: &Document) -> Result<(), Refusal> {
    let refuse = |problem: Problem| Refusal { kind: Kind::Invalid, problems: vec![problem] };
    let long = |what: &str, title: &str, words: &str, max: usize| {
        let length = words.chars().count();
        let title: String = title.chars().take(80).collect();
        let problem = || Problem::new("file", what).with("title", title).with("max", max).with("length", length);
        if length > max { Err(refuse(problem())) } else { Ok(()) }
    };
    if document.articles.is_empty() {
        return Err(Refusal::field("file", "charter-file-no-article"));
    }
    if document.articles.len() > ARTICLES {
        return Err(refuse(Problem::new("file", "charter-file-many").with("max", ARTICLES)));
    }
    if document.chapters.len() > chapter::MOST {
        return Err(Refusal::field("file", "chapters-many"));
    }
    if document.definitions.len() > definition::MOST {
        return Err(Refusal::field("file", "definitions-many"));
    }
    long("charter-file-preamble-long", "", &typed(&document.preamble), text::BODY)?;
    for chapter in &document.chapters {
        long("charter-file-title-long", &chapter.title, &chapter.title, text::TITLE)?;
    }
    for article in &document.articles {
        long("charter-file-title-long", &article.title, &article.title, text::TITLE)?;
        long("charter-file-article-long", &article.title, &typed(&article.blocks), text::ARTICLE)?;
    }
    for Definition { term, meaning } in &document.definitions {
        long("charter-file-title-long", term, term, text::NAME)?;
        long("charter-file-article-long", term, &written(meaning), text::REASON)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
