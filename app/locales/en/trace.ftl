trace-title = Where these words come from
trace-sentences = The text, sentence by sentence
trace-how = Open a sentence. You will see since when it has read like this, who changed it and why, what people said about it, and what was refused.
trace-older = The last { $n } versions are followed.
trace-since = Since version { $n }
trace-comments = { $n ->
    [one] { $n } comment
   *[other] { $n } comments
}
trace-refusals = { $n ->
    [one] { $n } amendment refused
   *[other] { $n } amendments refused
}
trace-changes-title = How it was written
trace-new = This sentence is new in this version.
trace-said-title = What was said about it
trace-refused-title = What was refused, and why
trace-passage-on = About these words of version { $n }: “{ $words }”
trace-passage-same = This passage has not changed since.
trace-passage-changed = { $n ->
    [one] Since then, this passage changed in version { $versions }.
   *[other] Since then, this passage changed in versions { $versions }.
}
trace-passage-gone = Its words are no longer in the text.
trace-passage-then-now = The passage then and now
trace-passage-see = See these words today
trace-elsewhere = About words that are gone, or about the whole article
trace-elsewhere-words = What follows touches no sentence of today’s text.
trace-back = Back to the article
trace-amendment-became = This amendment became version { $n } of the article.
trace-amendment-see = See the words it changed
consultation-title = Account of the consultation
consultation-of = Account: { $title }
consultation-lead = What each college said, what was done with it, and what was refused. Nobody is named here.
consultation-file = Download as PDF
consultation-made-on = Made on { $day }
consultation-overview = At a glance
consultation-overview-caption = What each college said
consultation-comments = Comments
consultation-questions = Questions
consultation-amendments = Amendments
consultation-amendments-taken = of which accepted, even in part
consultation-objections = Objections
consultation-comments-words = { $n ->
    [0] No comments.
    [one] { $n } comment. Taken in: { $retained }. In part: { $partly }. Not taken in: { $refused }.
   *[other] { $n } comments. Taken in: { $retained }. In part: { $partly }. Not taken in: { $refused }.
}
consultation-passages = About an exact passage: { $n }.
consultation-questions-words = { $n ->
    [0] No questions.
    [one] { $n } question. With an answer: { $answered }.
   *[other] { $n } questions. With an answer: { $answered }.
}
consultation-amendments-words = { $n ->
    [0] No amendments.
    [one] { $n } amendment. Accepted: { $accepted }. In part: { $partly }. Refused: { $refused }. Waiting: { $waiting }. Withdrawn: { $withdrawn }.
   *[other] { $n } amendments. Accepted: { $accepted }. In part: { $partly }. Refused: { $refused }. Waiting: { $waiting }. Withdrawn: { $withdrawn }.
}
consultation-changed = What changed in the text thanks to this college
consultation-changed-none = Nothing so far.
consultation-amended-in = { $state }, version { $n }
consultation-amended = { $state }: { $kind }
consultation-comment-retained = Comment taken in
consultation-comment-partly = Comment taken in, in part
consultation-objection-taken = Objection taken into account in version { $n }
consultation-refused = What was refused, and why
consultation-stances = Stances on the text as it is
consultation-stances-caption = Stances: { $college }
consultation-objection-open = Open
consultation-objection-unanswered = Without an answer.
