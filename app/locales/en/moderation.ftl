cause-insult = Insult or attack on a person
cause-family-data = Private facts about a family
cause-off-topic = Off topic
cause-duplicate = Said already, in the same place
cause-advertising = Advertising
cause-unlawful = Against the law
cause-other = Another reason
cause-with-words = { $cause }. { $words }
report-proposal = Report this proposal
report-words = The facilitation team will read this report. The author of the text will not know who made it.
report-cause = What is the problem?
report-reason = Your words
report-reason-hint = Needed if you choose “Another reason”.
report-send = Send the report
report-done = Thank you. The facilitation team will read this text. Your name is shown to nobody.
hide-cause = Reason for hiding
hide-reason-title = Hide these words
hide-reason-words = To be hidden: “{ $words }”. The vote still counts. Whoever wrote them will read why, nobody else; you will not know who it is.
hide-reason-send = Hide these words
reason-hidden = Moderation has hidden your words; your vote still counts. You can write others. Reason given: { $reason }
show-reason = Why show it again?
show-reason-hint = The author will read this reason. The act is written in the journal.
show-send = Show again
show-proposal-title = Show this proposal again
leave-send = Leave this text as it is
appeal-title = Ask the ethics committee to read it again
appeal-words = You think that hiding it was a mistake? The ethics committee of the process reads the text again and decides. You may ask once.
appeal-why = Why should this text be shown?
appeal-why-hint = The committee and the facilitation team will read your words.
appeal-send = Send my request
appeal-waits = Your request is sent. The ethics committee will read this text again.
appeal-yours = Read my request again
appeal-upheld = The ethics committee has read this text again. It stays hidden.
appeal-restored = This text was hidden. The ethics committee decided to show it again.
hiding-lifted = This text was hidden. The facilitators show it again.
appeal-ending = What becomes of this text?
ending-choice-restored = It is shown again
ending-choice-upheld = It stays hidden
appeal-reason = Why?
appeal-reason-hint = The author will read this reason.
appeal-decide = Give the decision
appeal-not-yours = It is your own act, your own text, or you reported it: another person of the committee decides.
ending-lifted = Shown again by the facilitation team.
ending-upheld = The ethics committee: stays hidden.
ending-restored = The ethics committee: shown again.
moderation-title = Moderation
moderation-lead = Nothing is erased: a text is hidden with a reason that its author reads. The author may ask the ethics committee once to read it again.
moderation-parts = Parts of moderation
tool-moderation = { $n ->
    [0] Moderation
   *[other] Moderation ({ $n } to do)
}
queue-reported = Reported
queue-hidden = Hidden
queue-appeals = Appeals
queue-ended = Decided
queue-words-reported = These texts are visible. Hide them, or leave them as they are.
queue-words-hidden = Only the author, the facilitation team and the ethics committee can read these texts.
queue-words-appeals = The ethics committee decides. Nobody decides about their own act.
queue-words-ended = What was shown again, and what the committee decided.
queue-none-reported = No report to look at.
queue-none-hidden = No hidden text.
queue-none-appeals = No appeal.
queue-none-ended = Nothing has been decided yet.
queue-reports = { $n ->
    [one] One report
   *[other] { $n } reports
}
queue-cause = { $cause } ({ $n })
queue-words-more = { $n ->
    [one] One more report with words is not shown here.
   *[other] { $n } more reports with words are not shown here.
}
queue-appeal = What the author says
queue-hide = Hide this text
queue-show = Show again: it was a mistake
queue-not-yours = It is your own text: another facilitator decides about it.
committees-title = Committees
committees-link = The committees of the process
committees-lead = Members of the process know who sits in its committees.
committee-name-steering = Steering committee
committee-name-technical = Technical committee
committee-name-ethics = Ethics committee
committee-name-citizens = Citizens’ committee
committee-does-steering = It sets the frame and the calendar of the process.
committee-does-technical = It says what can be done.
committee-does-ethics = It decides when the author of a hidden text asks for it to be read again.
committee-does-citizens = It follows the process for the inhabitants.
committee-empty = Nobody sits in it yet.
committee-appoint-title = Appoint somebody
committee-which = Committee
committee-who = Person
committee-choose = Choose
committee-search = Look for a person by name
committee-search-more = The list shows { $n } people only. Look for a name to find the others.
committee-search-none = Nobody of this name in the process.
committee-appoint = Appoint
committee-unseat = Remove
committee-unseat-of = Remove { $name } from the committee
mail-hidden-subject = One of your texts was hidden
mail-hidden-body =
    Hello,

    Moderation has hidden a text that you wrote. You can read the reason, and ask the ethics committee to read it again:

    { $url }
mail-ended-subject = A decision about your text
mail-ended-body =
    Hello,

    A text that you wrote was hidden. A decision was made. To read it:

    { $url }
act-comment-show = Comment shown again
act-proposal-show = Proposal shown again
act-comment-appeal = Appeal about a hidden comment decided
act-proposal-appeal = Appeal about a hidden proposal decided
act-comment-leave = Reports of a comment read, nothing changed
act-proposal-leave = Reports of a proposal read, nothing changed
act-proposal-hide-reason = Words given with a vote hidden
act-committee-appoint = Person appointed to a committee
act-committee-unseat = Person removed from a committee
fact-cause = reason
fact-ending = decision
fact-committee = committee
problem-report-own = This is your own text. You can change it or take it back.
problem-already-reported = You have already reported this text. The facilitation team knows.
problem-restored-by-committee = The ethics committee decided to show this text. It can’t be hidden again until it changes.
problem-already-appealed = You have already asked for this text to be read again.
problem-upheld-by-committee = The ethics committee decided that this text stays hidden.
problem-not-hidden = This text is not hidden.
problem-own-appeal = Nobody decides about their own act, their own text or what they reported. Somebody else of the committee decides.
problem-own-text = It is your own text: another facilitator decides about it.
problem-reason-not-there = These words are hidden already, or their author has changed them.
problem-no-appeal = There is no appeal to decide for this text.
problem-already-appointed = This person sits in this committee already.
problem-committee-full = This committee is full.
