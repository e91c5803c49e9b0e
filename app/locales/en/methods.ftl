act-round-rules = Voting rules of a round set
rules-title = How people vote
rules-lead = These choices are made before the round opens. Then they no longer change: everyone votes under the same rules.
rules-fixed = The round is open or over: these rules no longer change.
rules-method = Way of voting
rules-most = Most choices (for ticking)
rules-points = Number of points (for spreading)
rules-score = Highest score (for scoring)
rules-number-hint = From { $least } to { $most }. Used by this way of voting only.
rules-counting = Way of counting rankings
rules-reasons = Are people asked why?
rules-results = When are the numbers of votes shown?
rules-entry = What is the way in?
rules-ballots = Votes
rules-ballots-secret = Secret
rules-ballots-named = Kept with the name
rules-secret = Secret votes: the vote is kept without the name
rules-secret-hint = Each person votes once for the whole round and keeps a receipt. Numbers show only after closing. Proposals and comments keep their names.
rules-save = Save the rules
method-for = For, against, abstain
method-words-for = One answer for each proposal.
method-agree = Agree, disagree, pass
method-words-agree = For short statements. It shows where the publics meet.
method-consent = Consent or objection
method-words-consent = Not “who prefers it?” but “who cannot live with it?”. An objection always says why.
method-score = A score
method-words-score = From 0 to the highest score, for each proposal.
method-judgment = A grade in words (majority judgment)
method-words-judgment = From “to be rejected” to “very good”, for each proposal. The grade in the middle counts.
method-approval = Tick what suits
method-words-approval = One ballot for the whole round, with a limit of choices.
method-points = Spread points
method-words-points = One ballot for the whole round: more points to what matters more.
method-ranking = Rank
method-words-ranking = One ballot for the whole round: the favourite first.
counting-borda = By ranks (Borda)
counting-words-borda = A higher rank gives more points. Favours what suits many.
counting-runoff = By elimination (instant runoff)
counting-words-runoff = The least chosen leaves, its votes go to the next choice, and so on.
counting-schulze = By duels (Schulze)
counting-words-schulze = Each proposal is compared with each other one. The one that wins all its duels wins.
reasons-none = No
reasons-asked = People may say why
reasons-required = People must say why
reasons-required-against = People must say why when they are against
show-results-live = At once
show-results-after-voting = To each person, after their vote
show-results-after-closing = After closing
entry-list = The list
entry-words-list = All proposals are seen, and people choose.
entry-one-by-one = One at a time
entry-words-one-by-one = One statement, three buttons, then the next. Easy on a phone.
problem-number-between = Write a number from { $least } to { $most }.
problem-reasons-of-secret-ballots = A secret vote carries no words: they could tell whose it is. Choose “No”.
problem-reasons-of-whole-ballots = With one ballot for the whole round, people are not asked why. Choose “No”.
problem-reasons-against-nothing = With this way of voting, nobody votes against.
problem-secret-consent = An objection says why, with a name: this way of voting cannot be secret.
problem-secret-results = When votes are secret, numbers show only after closing.
problem-one-by-one-whole = A ballot for the whole round is filled in the list.
vote-choice-agree = Agree
vote-choice-disagree = Disagree
vote-choice-pass = Pass
vote-choice-consent = I consent
vote-choice-objection = I object
vote-choice-very-good = Very good
vote-choice-good = Good
vote-choice-fair = Fair
vote-choice-poor = Poor
vote-choice-reject = To be rejected
vote-count-agree = agree
vote-count-disagree = disagree
vote-count-pass = pass
vote-count-consent = consent
vote-count-objection = objections
votes-hidden-after-voting = The numbers show after your vote.
votes-hidden-after-closing = The numbers show after closing, to everyone at the same time.
explain-for = Say whether you are for or against each proposal.
explain-agree = Say whether you agree with each statement. You may pass.
explain-consent = To consent means that you can live with it, even if it is not your favourite. If you cannot live with it, object and say why.
explain-score = Give each proposal a score. The mean of the scores given counts.
explain-judgment = Give each proposal a grade. The grade in the middle counts: half of the people give at least that one. A proposal that you leave without a grade counts as “to be rejected” once you have judged another.
explain-approval = Read the proposals, then tick on the ballot those that suit you.
explain-points = Read the proposals, then spread your points on the ballot.
explain-ranking = Read the proposals, then rank on the ballot those you prefer.
agree-meeting-unknown = At least 5 votes in two colleges are needed to compare them.
agree-meeting-for = In each college compared, more agree than disagree.
agree-meeting-against = In each college compared, more disagree than agree.
agree-meeting-apart = The colleges are not of one mind.
agree-meeting-undecided = At least one college is divided.
vote-legend-score = Your score, from 0 to { $most }
vote-legend-judgment = Your grade
vote-send = Save my vote
vote-change = Change my vote
vote-why = Why?
vote-why-asked = Why?
vote-why-hint = Your reason will be shown with your vote and your college, without your name. In a small college you may be recognised. { $max } characters at most.
vote-why-against = You must say why if you are against. Your reason will be shown with your vote and your college, without your name. In a small college you may be recognised. { $max } characters at most.
vote-why-objection = An objection says why. Your reason will be shown with your vote and your college, without your name. In a small college you may be recognised. { $max } characters at most.
vote-reasons = { $n ->
    [one] One reason given
   *[other] { $n } reasons given
}
vote-reasons-more = { $shown } of { $n } reasons are shown here.
vote-of-college = { $college }: { $words }.
grade-of = { $grade } ({ $n ->
    [one] { $n } person
   *[other] { $n } people
})
gauge-of = { $grade }; { $better } above, { $worse } below
score-of = { $mean } out of { $most } ({ $n ->
    [one] { $n } vote
   *[other] { $n } votes
})
judgment-missing = Whoever judged another proposal and not this one counts here as “to be rejected”: so each proposal has the same number of grades.
consent-objected = { $n ->
    [one] There is one objection: the proposal does not stand as it is. Its reason says what to work on.
   *[other] There are { $n } objections: the proposal does not stand as it is. Their reasons say what to work on.
}
consent-given = Nobody objects. { $n ->
    [one] One person consents.
   *[other] { $n } people consent.
}
consent-open = Nobody has consented or objected yet.
proposals-each = { $n ->
    [one] The proposal, college by college
   *[other] The { $n } proposals, college by college
}
ballot-title = Your ballot
ballot-go = Fill in my ballot
ballot-sent = Your ballot is in the box. It can no longer change. After closing, your receipt lets you find it.
ballot-in = Your ballot counts. You may change it or take it back until closing.
ballot-counted = Thank you, your ballot counts.
ballot-receipt-keep = Write it down or take a picture: it is shown only once, and we cannot find it again. After closing, it lets you see that your ballot is in the list. Give it to nobody: it shows what you voted.
ballot-how-approval = Tick what suits you: { $most ->
    [one] one choice at most
   *[other] { $most } choices at most
}. Each choice counts the same.
ballot-how-points = You have { $points } points. Give more to what matters more to you. You need not give them all.
ballot-how-ranking = Give 1 to your favourite, 2 to the next, and so on, up to { $most }. What you do not rank comes after.
ballot-how-judgment = Give each proposal a grade. Without a grade it counts as “to be rejected”.
ballot-how-score = Give each proposal a score from 0 to { $most }. Without a score it is not counted.
ballot-how-each = Answer for each proposal. You may leave some out.
ballot-rank = Rank { $rank }
ballot-not-ranked = Not ranked
ballot-no-answer = No answer
ballot-ticked = Ticked
ballot-points = { $n ->
    [one] { $n } point
   *[other] { $n } points
}
ballot-secret-before = Secret vote: your name is not kept with the ballot. You vote only once for the whole round: after sending, nothing changes any more, even if other proposals arrive. You will get a receipt.
ballot-named-before = Your ballot is kept with your name. Pages show numbers by college only. You may change it or take it back until closing.
ballot-send = Cast my ballot
ballot-change = Change my ballot
ballot-withdraw = Take my ballot back
ballots-link-words = The votes were secret. Everyone can check that their ballot was counted.
ballots-title = The list of ballots
ballots-lead = { $n ->
    [0] No ballot was cast.
    [one] One ballot was cast. Its trace is here, without a name.
   *[other] { $n } ballots were cast. Their traces are here, without names.
}
ballots-find = Find my ballot
ballots-find-send = Look it up
ballots-found = Your ballot is in the list. This is what it says.
ballots-list = All traces
ballots-how = Each line is a hash (SHA-256) of the receipt and the ballot. It tells neither who voted, nor what, nor when. The list is sorted by hash.
ballots-head = Hash of the whole list, written into the journal at publication:
ballots-head-soon = At publication, one hash of the whole list is written here and into the journal: from then on no line can change unseen.
ballots-check = Check it yourself
ballots-check-words = The hash is that of the receipt (twelve characters, without dashes), a line feed, then these two lines, and nothing else:
ballots-promise = What this proves
ballots-promise-words = You see that your ballot was counted as it is, and everyone can see that the list no longer changes. It does not prove that each ballot comes from a real person, and protects neither from whoever runs the server nor from whoever forces you to show your receipt.
ballots-n = { $n ->
    [one] { $n } ballot
   *[other] { $n } ballots
}
outcome-so-far = The vote so far
outcome-end = What the vote says
results-few = Too few people voted in each college (fewer than { $n }): no numbers are shown, so that nobody is recognised.
outcome-title = The ballots, college by college
outcome-clause = { $college }, in front: { $titles }.
outcome-level = everything is level
outcome-none = There are no numbers to show.
outcome-caption = Place of each proposal in each college
outcome-place = Place { $place }
outcome-all = All together: { $n ->
    [one] one ballot
   *[other] { $n } ballots
}
outcome-all-words = Each ballot counts once, whatever its college. A large college therefore weighs more here: read college by college first.
outcome-order = All together, in order
counting-how-approval = For each proposal: how many ticked it, and the share of the college’s ballots.
counting-how-points = Points per ballot, on average.
counting-how-borda = Points per ballot on average (Borda’s method): one point for each proposal placed after, half a point for each that stands level.
counting-how-schulze = Each proposal is compared with each other one. The place follows the duels won and, where they go round in circles, the strongest chains of duels (Schulze’s method).
counting-how-runoff = The bar shows first choices. Then the least chosen leaves and its ballots go to the next choice, down to the last (instant runoff). Those level at every step leave together. Beware: with this count, more support can sometimes make a proposal lose.
counting-how-judgment = The grade in the middle counts. With equal grades, the larger of the two groups above and below decides (majority judgment).
counting-how-score = Mean of the scores given.
duels-won = { $won ->
    [one] { $won } duel won of { $others }
   *[other] { $won } duels won of { $others }
 }
runoff-first = { $n ->
    [one] { $n } first choice
   *[other] { $n } first choices
}
runoff-rounds = The steps of the count
runoff-round = Step { $n }
runoff-exhausted = Ballots with no choice left
mode-secret = Secret votes.
mode-words-secret = Your vote is kept without your name. Your proposals and comments keep your name. You vote only once for the whole round and get a receipt.
problem-ballot-not-vote = In this round people vote with one ballot for all proposals.
problem-vote-not-ballot = In this round people vote on each proposal.
problem-choice-unknown = There is no such choice in this round.
problem-ballot-unknown = The ballot names a proposal that is not in this round. Reload the page.
problem-ballot-empty = Your ballot is empty. Make at least one choice.
problem-approved-too-many = You ticked { $given } proposals: { $most } at most.
problem-points-too-many = You gave { $given } points: { $most } at most.
problem-rank-twice = Rank { $rank } is given twice.
problem-ballot-already-sent = Your ballot is in the box already. It is secret: it can no longer change.
problem-ballots-after-closing = The list of ballots appears after closing.
problem-ballot-not-found = This receipt opens no ballot of this round. Check each character.
