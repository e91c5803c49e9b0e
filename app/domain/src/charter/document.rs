//! A charter's words as they go into a file and come out of one: a title, a preamble, articles. Every writer takes it, every reader gives it.

use serde::{Deserialize, Serialize};

use crate::{Kind, Problem, Refusal, text, text_enum::text_enum};

/// Articles that one file may bring.
pub const ARTICLES: usize = 200;

/// The words of one charter in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    pub title: String,
    pub preamble: Vec<Block>,
    pub articles: Vec<Piece>,
}

/// An article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub title: String,
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Lines of one paragraph.
    Paragraph(Vec<String>),
    /// Points, one line each.
    List(Vec<String>),
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
        /// A heading with no text of its own: of a chapter, perhaps.
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
    }
}

/// How often something was lost, and the words it had where they are not in the charter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loss {
    pub what: Lost,
    pub n: usize,
    pub words: Vec<String>,
}

/// The blocks of a text as people type it: an empty line parts paragraphs, a line that begins with "- " is a point.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    for paragraph in text.split("\n\n") {
        let mut open = false;
        for line in paragraph.lines() {
            let (item, line) = match line.trim_start().strip_prefix("- ") {
                Some(point) => (true, one_line(point)),
                None => (false, one_line(line)),
            };
            if line.is_empty() {
                continue;
            }
            match (item, blocks.last_mut()) {
                (true, Some(Block::List(points))) => points.push(line),
                (false, Some(Block::Paragraph(lines))) if open => lines.push(line),
                (true, _) => blocks.push(Block::List(vec![line])),
                (false, _) => blocks.push(Block::Paragraph(vec![line])),
            }
            open = !item;
        }
    }
    blocks
}

/// The other way: the text that [`blocks`] reads as these.
pub fn typed(blocks: &[Block]) -> String {
    let block = |block: &Block| match block {
        Block::Paragraph(lines) => lines.join("\n"),
        Block::List(points) => points.iter().map(|point| format!("- {point}")).collect::<Vec<_>>().join("\n"),
    };
    blocks.iter().map(block).collect::<Vec<_>>().join("\n\n")
}

/// Words on one line: nothing that no keyboard sends, no two spaces, no dash in front that would make a point of it. No-break spaces stay
/// inside.
pub fn one_line(words: &str) -> String {
    let words: String =
        words.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}')).collect();
    let mut line = words.split([' ', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    // As `text::clean` trims the whole.
    loop {
        let trimmed = line.trim();
        let without = trimmed.strip_prefix("- ").unwrap_or(if trimmed == "-" { "" } else { trimmed });
        if without.len() == line.len() {
            return line;
        }
        line = without.to_owned();
    }
}

/// Collects what a reader meets, in order, and makes a document of it.
#[derive(Debug, Default)]
pub struct Gathering {
    title: Option<String>,
    parts: Vec<Part>,
    losses: Vec<Loss>,
    /// The cells of the row that is being read.
    row: Option<Vec<String>>,
    /// Tables stand in cells of tables: the outermost row counts.
    rows: usize,
}

#[derive(Debug)]
enum Part {
    Heading(u8, String),
    Paragraph(Vec<String>),
    Point(String),
}

impl Gathering {
    /// The title of the whole.
    pub fn title(&mut self, words: &str) {
        let words = one_line(words);
        match &mut self.title {
            _ if words.is_empty() => {}
            // A title over two paragraphs.
            Some(title) if self.parts.is_empty() => {
                title.push(' ');
                title.push_str(&words);
            }
            Some(_) => self.paragraph(&words),
            None if self.parts.is_empty() => self.title = Some(words),
            None => self.heading(1, &words),
        }
    }

    pub fn heading(&mut self, level: u8, words: &str) {
        let words = one_line(words);
        if words.is_empty() {
            return;
        }
        match &mut self.row {
            Some(row) => row.push(words),
            None => self.parts.push(Part::Heading(level, words)),
        }
    }

    /// Lines of one paragraph. One that begins with a dash is a point, as it will be read.
    pub fn paragraph(&mut self, words: &str) {
        if let Some(row) = &mut self.row {
            row.push(one_line(words));
            return;
        }
        for block in blocks(words) {
            match block {
                Block::Paragraph(lines) => self.parts.push(Part::Paragraph(lines)),
                Block::List(points) => self.parts.extend(points.into_iter().map(Part::Point)),
            }
        }
    }

    pub fn point(&mut self, words: &str) {
        let words = one_line(words);
        match &mut self.row {
            _ if words.is_empty() => {}
            Some(row) => row.push(words),
            None => self.parts.push(Part::Point(words)),
        }
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
        self.point(&cells.iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>().join(" · "));
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

    /// Headings become articles, what stands before the first is the preamble. A heading above all others is the title.
    pub fn finish(mut self) -> (Document, Vec<Loss>) {
        if self.title.is_none() {
            self.title = self.take_title();
        }
        let mut document = Document { title: self.title.take().unwrap_or_default(), ..Document::default() };
        let mut bare = Vec::new();
        for part in std::mem::take(&mut self.parts) {
            let blocks = document.articles.last_mut().map_or(&mut document.preamble, |article| &mut article.blocks);
            match part {
                Part::Heading(_, title) => {
                    if document.articles.last().is_some_and(|article| article.blocks.is_empty()) {
                        bare.extend(document.articles.pop());
                    }
                    let title = unnumbered(&title, document.articles.len() + 1).to_owned();
                    document.articles.push(Piece { title, blocks: Vec::new() });
                }
                Part::Paragraph(lines) => blocks.push(Block::Paragraph(lines)),
                Part::Point(point) => match blocks.last_mut() {
                    Some(Block::List(points)) => points.push(point),
                    _ => blocks.push(Block::List(vec![point])),
                },
            }
        }
        if document.articles.last().is_some_and(|article| article.blocks.is_empty()) {
            bare.extend(document.articles.pop());
        }
        for article in bare {
            self.lost_words(Lost::Heading, article.title);
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
    long("charter-file-preamble-long", "", &typed(&document.preamble), text::BODY)?;
    for article in &document.articles {
        long("charter-file-title-long", &article.title, &article.title, text::TITLE)?;
        long("charter-file-article-long", &article.title, &typed(&article.blocks), text::ARTICLE)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
