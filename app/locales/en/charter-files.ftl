charter-files = Take the charter along as a file
charter-file-pdf = PDF, to print
charter-file-docx = DOCX, for Word
charter-file-odt = ODT, for LibreOffice
charter-file-html = Web page (HTML), to read offline
charter-file-md = Markdown, plain text
charter-paper-process = Process
charter-paper-territory = Territory
charter-paper-version = Version
charter-paper-version-of = { $n }, { $day }
charter-paper-state = Standing
charter-paper-draft = Draft: the text may still change
charter-paper-closed = The text as it was when the round closed
charter-paper-page = Page { $n } of { $total }
charter-import = Take over a text from a file
charter-import-file = Markdown, DOCX or ODT file
charter-import-hint = 5 MB at most. Each heading with text under it becomes an article, a heading above other headings becomes a chapter. What comes before the first heading becomes the preamble. An article with the same title here gets a new version, others are added at the end. Bold, italics, lists, notes and definitions are kept.
charter-import-send = Take over this text
charter-import-note = Text taken over from a file
charter-import-done = The text is taken over, but not everything the file held.
charter-import-lost = What is not taken over
charter-lost = { $what ->
    [table] { $n ->
        [one] 1 table: its words are kept, one list line per row.
       *[other] { $n } tables: their words are kept, one list line per row.
    }
    [image] { $n ->
        [one] 1 picture.
       *[other] { $n } pictures.
    }
    [text-box] { $n ->
        [one] 1 text box. Here are its words:
       *[other] { $n } text boxes. Here are their words:
    }
    [footnote] { $n ->
        [one] 1 footnote.
       *[other] { $n } footnotes.
    }
    [comment] { $n ->
        [one] 1 comment.
       *[other] { $n } comments.
    }
    [change] { $n ->
        [one] 1 tracked change: what was added is taken over, what was struck out is not.
       *[other] { $n } tracked changes: what was added is taken over, what was struck out is not.
    }
    [emphasis] { $n ->
        [one] 1 passage underlined, struck out or set apart as a charter does not: its words are kept.
       *[other] { $n } passages underlined, struck out or set apart as a charter does not: their words are kept.
    }
    [link] { $n ->
        [one] The address of a link: its words are kept.
       *[other] The addresses of { $n } links: their words are kept.
    }
    [numbering] { $n ->
        [one] The number of a list item.
       *[other] The numbers of { $n } list items.
    }
    [nesting] { $n ->
        [one] The indent of a list item: it stands level with the others.
       *[other] The indent of { $n } list items: they stand level with the others.
    }
    [heading] { $n ->
        [one] 1 heading without text:
       *[other] { $n } headings without text:
    }
    [header-footer] { $n ->
        [one] 1 page header or footer:
       *[other] { $n } page headers or footers:
    }
    [code] { $n ->
        [one] 1 passage of code: its words are kept.
       *[other] { $n } passages of code: their words are kept.
    }
    [rule] { $n ->
        [one] 1 dividing line.
       *[other] { $n } dividing lines.
    }
    [metadata] The details at the start of the file:
    [contents] The table of contents: this page has its own.
    [title] The file’s title: the round keeps its own.
    [preamble] The preamble that was here, replaced by the file’s:
    [definition] { $n ->
        [one] What a word meant before:
       *[other] What { $n } words meant before:
    }
   *[markup] { $n ->
        [one] 1 element that we cannot read.
       *[other] { $n } elements that we cannot read.
    }
}
problem-charter-file-large = This file is larger than 5 MB.
problem-charter-file-unpacked = This file is too large once opened.
problem-charter-file-archive = This file is damaged: it does not open.
problem-charter-file-malformed = The text of this file is damaged: it cannot be read to the end.
problem-charter-file-kind = This file is neither Markdown, nor DOCX, nor ODT. Save your text in one of these formats.
problem-charter-file-no-article = We found no heading followed by text. Give each article a heading, with a heading style.
problem-charter-file-many = This file has more than { $max } articles.
problem-charter-file-preamble-long = The text before the first heading has { $length } characters, { $max } at most. Do the articles have a heading style?
problem-charter-file-title-long = This heading has { $length } characters, { $max } at most: “{ $title }”.
problem-charter-file-article-long = The article “{ $title }” has { $length } characters, { $max } at most.
