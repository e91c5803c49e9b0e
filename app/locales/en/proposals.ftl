proposal = Proposal
proposals-soon = This round is not open yet. Proposals will appear here.
proposals-count = { $n ->
    [0] Proposals
    [one] { $n } proposal
   *[other] { $n } proposals
}
proposals-empty = No proposal yet
proposals-empty-open = Do you have an idea? Write the first proposal below.
proposals-empty-closed = Nobody has written here yet.
proposals-propose = Make a proposal
proposals-title = Your idea in one sentence
proposals-title-hint = { $max } characters at most. Example: Open on Saturday mornings too.
proposals-body = Explain your idea
proposals-body-hint = For whom? Why? How? { $max } characters at most.
proposals-before-sending = Your name and your college will be shown. You can correct your proposal while nobody has voted or commented, and withdraw it until the closing. Everyone can comment and vote on it until { $until }.
proposals-send = Send my proposal
proposals-sign-in = To propose, comment or vote, enter the code of your card.
proposals-only-colleges = Only people who belong to a college of this process propose and vote. You can read everything.
proposals-closed = The round is closed: no more proposals and votes.
proposals-sort-by = Order of the proposals
proposals-sort-recent = Newest
proposals-sort-support = Most supported
proposals-sort-discussed = Most discussed
proposals-sort-unvoted = To vote on first
proposals-by-support = { $n ->
    [one] The proposal
   *[other] The { $n } proposals, from most to least supported
}
proposals-support-is = Support is the number of votes for minus the number of votes against. Each person counts for one voice.
proposals-edit-words = There is nothing to prepare: people propose as soon as the round opens. Open a proposal to give it an answer with its reasons, or to hide it if it breaks the rules. Its author always sees the reason.
proposal-hidden = Moderation has hidden this proposal. You see it because you wrote it or because you facilitate the process. Reason given: { $reason }
proposal-hidden-short = Hidden: { $reason }
proposal-hidden-title = (Proposal hidden by moderation)
proposal-answer = The answer
proposal-answer-pending = Each proposal gets an answer with its reasons, at the latest when results are published.
proposal-answer-round = This proposal got no answer of its own. The decision published for the whole round is its answer.
vote-legend = Your vote
vote-hint = You can change your mind until the round closes. Pages show numbers by college, never who voted what.
vote-choice-for = For
vote-choice-against = Against
vote-choice-abstain = I abstain
vote-count-for = for
vote-count-against = against
vote-count-abstain = abstained
vote-yours = , your choice
vote-saved = Your vote is saved. The numbers on this page change when you reload it.
vote-failed = Your vote could not be saved. Reload the page and try again.
vote-mine = Your vote:
vote-none = Nobody has voted yet.
vote-total = In all:
vote-results = The votes
vote-table = Votes on “{ $title }”
vote-meeting-unknown = At least 5 votes in two colleges are needed to compare them.
vote-meeting-for = In each college compared, more are for than against.
vote-meeting-against = In each college compared, more are against than for.
vote-meeting-apart = The colleges do not agree.
vote-meeting-undecided = At least one college is evenly split between for and against.
vote-gap = { $most }: { $high } % { $word ->
    [agree] agree
    [consent] consent
   *[other] for
}. { $least }: { $low } % { $word ->
    [agree] agree
    [consent] consent
   *[other] for
}. Gap: { $points ->
    [one] { $points } point
   *[other] { $points } points
}.
vote-same = The same share everywhere: { $share } % { $word ->
    [agree] agree
    [consent] consent
   *[other] for
}.
publics-together = Where the colleges agree
publics-apart = Where the colleges differ
publics-none-together = No proposal has, for now, a majority for it in each college compared.
publics-none-apart = On no proposal do the colleges differ by { $points } points or more.
publics-how = Colleges that gave at least { $n } votes are compared. A gap of { $points } points or more is shown as a disagreement.
facilitation = For facilitators
decide-title = Answer this proposal
decide-outcome = What becomes of it?
decide-reason = Why?
decide-reason-hint = Everyone will read these reasons. They can change until results are published.
decide-send = Save the answer
hide-proposal-title = Hide this proposal
hide-proposal-parts = Other proposals were merged into this one. If you hide it, they come back to the list with their votes.
hide-proposal-send = Hide the proposal
hide-comment-send = Hide the comment
hide-reason = Your words for the author
hide-reason-hint = The author will read the reason and your words. Needed if you choose “Another reason”. The act is written in the journal.
comments-title = { $n ->
    [0] Comments
   *[other] Comments ({ $n })
}
comments-count = { $n ->
    [0] no comment
    [one] { $n } comment
   *[other] { $n } comments
}
comments-none = No comment yet.
comments-none-such = No comment matches this choice.
comments-filter = Choose the comments
comments-public = From which public
comments-any-public = All
comments-state = Answer
comments-any = With or without an answer
comments-waiting = Without an answer
comments-answered = With an answer
comments-mine = Mine only
comments-filter-show = Show
comments-filter-none = Show all
comment-official = Facilitation team
comment-hidden = Comment hidden by moderation.
comment-hidden-why = Reason given: { $reason }
comment-hidden-words = Read the hidden words
comment-reply = Reply
comment-moderate = Answer or hide
comment-yours = Your comment
comment-your-reply = Your reply
comment-hint = { $max } characters at most. Your name and your college will be shown. You can change your comment or take it back while the round is open.
comment-send = Send
comment-sign-in = To comment, enter the code of your card.
comment-only-members = Only people who take part in the process comment. You can read everything.
comment-closed = Comments are closed: the round is not open.
pages-before = Previous page
pages-after = Next page
pages-here = Page { $page } of { $pages }
problem-already-proposed = You have already made a proposal with this title. It is saved.
problem-many-proposals = You have already made { $most } proposals in this round, which is the most one person can make.
problem-already-said = You have already written this comment here. It is saved.
problem-reply-to-hidden = The comment you are replying to has just been hidden or taken back.
problem-already-hidden = It is hidden already.
