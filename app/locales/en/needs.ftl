coding = Read and code the texts
coding-tab-book = Themes
coding-tab-texts = Texts
coding-tab-agreement = Agreement
coding-lead = Read what people wrote in their own words, and mark the themes of each text. A theme that several named can become a need, with the number of people of each college.
coding-blind = Two people read each text, each by themselves. You see what the other marked once both of you have read the text, not before. Texts come in random order; the college is named only if it is large enough.
coding-questions = The questions
coding-no-question = This survey has no question that people answer in their own words.
coding-no-text = Nobody wrote anything here.
coding-texts = { $n ->
    [one] { $n } text
   *[other] { $n } texts
}
coding-read-of = You have read { $read } texts of { $n }.
coding-coders = Who has read
coding-progress = { $read } texts read of { $n }
coding-other-questions = Read another question
coding-next-unread = Go to the first text you have not read
coding-definitions = What the themes mean
coding-text = Text { $n } of { $of }
coding-none = None of these themes
coding-save = Save
coding-save-next = Save and go on
coding-look-again = Look at this text together again
coding-to-settle = { $n ->
    [one] You differ on one theme: settle it
   *[other] You differ on { $n } themes: settle them
}
theme = Theme
themes = The themes
themes-none = There is no theme yet. Read a few texts, then give a name to what comes back.
themes-first = There has to be a theme first.
themes-merged = { $n ->
    [one] { $n } theme merged into another
   *[other] { $n } themes merged into others
}
theme-merged-into = { $theme }: now counted as “{ $into }”
theme-mine = { $n ->
    [0] you have not marked it yet
    [one] you marked it on { $n } text
   *[other] you marked it on { $n } texts
}
theme-new = Add a theme
theme-add = Add this theme
theme-title = Name of the theme
theme-title-hint = A few words, { $max } characters at most.
theme-definition = Definition
theme-definition-hint = What belongs to it and what does not, so that two readers mark the same.
theme-edit = Rename or define this theme
theme-back = Back to the themes
theme-choose = Choose…
theme-merge = Merge into another theme
theme-merge-open = Merge this theme into another
theme-merge-words = All that is marked here will be counted as the other theme, for both readers. To go back, you will have to split again.
theme-merge-into = Count it as
theme-merge-do = Merge
theme-split = { $n ->
    [one] Split: { $n } text bears this theme
   *[other] Split: { $n } texts bear this theme
}
theme-split-open = Split a part off into a new theme
theme-split-words = Tick the texts that say something else. They will bear the new theme in place of this one, for both readers. You only see texts here that you have read, or that two people have read.
theme-split-texts = The texts of the new theme
theme-split-do = Split
agreement-none = No text has been read by two people yet.
agreement-lead = Cohen’s kappa says whether two people mark the same themes more often than by chance: 1 when they always agree, 0 when chance would do as well. It counts what each marked by themselves.
agreement-overall = { $n ->
    [one] On { $n } text that both have read: mean kappa { $kappa }, { $words }.
   *[other] On { $n } texts that both have read: mean kappa { $kappa }, { $words }.
}
agreement-unknown = { $n ->
    [one] { $n } text read by both: too few for a kappa.
   *[other] { $n } texts read by both: no theme has a kappa yet.
}
agreement-caption = { $n ->
    [one] { $first } and { $second }, on { $n } text
   *[other] { $first } and { $second }, on { $n } texts
}
agreement-both = Both
agreement-alone = { $name } only
agreement-neither = Neither
kappa-alone = { $kappa } ({ $words })
kappa-words = { $kappa } ({ $words }), between { $low } and { $high }
kappa-none = no kappa: marked always or never
kappa-poor = no agreement
kappa-slight = slight agreement
kappa-fair = fair agreement
kappa-moderate = moderate agreement
kappa-substantial = substantial agreement
kappa-almost-perfect = almost perfect agreement
apart = { $n ->
    [0] Nothing to settle
    [one] { $n } text to settle
   *[other] { $n } texts to settle
}
apart-one = This text, together
apart-lead = Talk it over, then tick what the text really says. Kappa does not change: it keeps what each had marked.
apart-none = The two readers agree on all that both have read.
apart-all = See all texts to settle
apart-only = marked by { $name } only
apart-settle = Settled
need = Need
needs = The needs
needs-lead = What people asked for in their own words: how many named it, what exists already, what is missing, and what was decided.
needs-none = No need is written yet
needs-none-words = After a survey, the texts are read and gathered into themes. The needs that come of them will appear here.
needs-contents = The needs by name
needs-count = { $n ->
    [one] One need came of what you wrote.
   *[other] { $n } needs came of what you wrote.
}
needs-read = Read the needs
need-source = Named in round { $n }:
need-few = fewer than { $n }
need-hidden = hidden
need-of = { $n ->
    [one] of { $n } person who wrote
   *[other] of { $n } people who wrote
}
need-nobody-wrote = nobody wrote
need-protected = A number of fewer than { $n } people is not told, so that nobody can be recognised.
need-named = { $n ->
    [one] One college named it: { $colleges }.
   *[other] { $n } colleges named it: { $colleges }.
}
need-named-at-least = { $n ->
    [one] At least one college named it: { $colleges }.
   *[other] At least { $n } colleges named it: { $colleges }.
}
need-named-none = Nobody named it in the texts that were read.
need-named-unknown = Too few people wrote to say who named it.
need-existing = What exists already
need-missing = What is missing
need-decided = What was decided
need-not-said = Not written yet.
need-undecided = Nothing is decided yet.
need-round-decision = The decision of round { $n }:
need-way = The way of this need
need-way-link = See the way of this need
need-step-need = Need
need-step-proposals = Proposal
need-step-charter = Article
need-step-evaluation = Evaluation
need-step-next = A proposal, an article or an evaluation may come here
need-state-draft = being prepared
need-state-announced = to come
need-state-open = under way
need-state-closed = the decision is awaited
need-state-published = the decision is published
need-this = This need:
need-these = These needs:
need-from-theme = Make it a need
need-counts-lead = This is what everybody will see, by the texts read so far:
need-disputed = { $n ->
    [one] { $n } text is not counted: two readers differ.
   *[other] { $n } texts are not counted: two readers differ.
}
need-made = This theme is a need already:
need-make = Make it a need
need-write = Write this need
need-made-now = The need is written. Now say what came of it: a proposal, an article, an action that is evaluated.
need-title = The need
need-title-hint = One sentence that everybody understands.
need-summary = In a few words
need-summary-hint = What people say. Do not copy a text by which somebody could be recognised.
need-existing-hint = The places, services and help that are there already.
need-missing-hint = What people do not find, or not at the right time, or not at this price.
need-edit-this = Edit this need
need-as-read = See this need as everybody reads it
need-recount = Count again who named it, by the texts read so far
need-links = What came of it
need-no-link = Nothing is linked to this need yet.
need-nothing-to-link = There is no proposal, article or evaluated action to link.
need-link-to = Proposal, article or evaluated action
need-link = Link
need-unlink = No longer link: { $title }
need-withdraw-title = Take this need back
need-withdraw-open = Take this need off the public page
need-withdraw-words = Facilitators will still see it, with the reason. It is written in the journal.
need-withdraw-reason = Why?
need-withdraw = Take this need back
need-withdrawn = This need was taken back: only facilitators still see it. Reason: { $reason }
diagnosis-of = Shared diagnosis: { $territory }
diagnosis-lead = The needs named here, process by process: by how many people, what exists, what is missing, and what was decided.
diagnosis-none = No need is written here yet
diagnosis-none-words = When a process of this territory has gathered needs, they will appear here.
diagnosis-below = In this territory
problem-coding-while-open = The texts of an anonymous round are read once it is closed: before, their arrival would tell who has just written.
problem-coding-both-read = Two people have read one of these texts while you were writing. Nothing was saved: reload the page to see which.
problem-coding-none-and-some = Tick themes, or “None of these themes”, not both.
problem-coding-not-both = Two people have not read this text yet.
problem-theme-gone = One of these themes is no more: it was merged into another. Reload the page.
problem-theme-merge = Choose another theme from the list.
problem-theme-split-none = Tick at least one text.
problem-too-many-themes = { $max } themes at most, those merged into others included.
problem-need-exists = This theme is a need already, or is merged into another.
problem-too-many-needs = { $max } needs at most in a process.
problem-too-many-links = { $max } links at most for a need.
act-theme-add = Theme added
act-theme-edit = Theme renamed or defined
act-theme-merge = Theme merged into another
act-theme-split = Theme split
act-coding-settle = Disagreement of readers settled
act-need-make = Need made from a theme
act-need-edit = Need edited
act-need-link = Need linked
act-need-unlink = Need unlinked
act-need-withdraw = Need taken back
fact-code = code
fact-into = into
fact-recount = counted again
