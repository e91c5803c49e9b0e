word-lead = All you have said here, the answer you got, and what each round decided.
word-empty = You have said nothing here yet
word-empty-words = Answer a survey, propose, vote or comment: each of your words will appear on this page, with the answer it gets.
word-empty-link = See the processes
word-answered = You answered.
word-answered-anonymous = You answered. Your answer can’t be shown: this round is anonymous, nothing links it to you.
word-votes = { $n ->
    [one] You voted on { $n } proposal.
   *[other] You voted on { $n } proposals.
}
word-proposal = Your proposal
word-comment = Your comment
word-comment-on = On “{ $title }”
word-comment-on-hidden = On a text that moderation has hidden since
word-stance-is-consent = Your stance: you consent
word-stance-is-reservation = Your stance: you consent with a reservation
word-stance-is-objection = Your stance: you object
word-stance-is-abstain = Your stance: you abstain
word-stance-version = version { $number }
word-stance-old = the article has changed since, it is now at version { $last }
word-hidden = Moderation has hidden your text. Reason given: { $reason }
word-awaiting = Answer to come
word-with-round = No answer of its own: the round’s decision is its answer.
word-round-decision = What this round decided
word-results = See the round’s results
