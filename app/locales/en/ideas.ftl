similar-live = There are proposals close to this one already (links open in another tab)
similar-title = { $n ->
    [one] One proposal is like yours
   *[other] { $n } proposals are like yours
}
similar-words = Read them before you send. If one says the same, vote for it or comment on it: together you weigh more.
similar-anyway = Send mine anyway
proposals-more = Say more (optional): need, place, photo
proposals-need = Which need does it answer?
proposals-theme = Theme
proposals-territory = Place
proposals-territory-hint = Type the first letters and choose. Leave it empty if it is everywhere.
proposals-territory-all = Type the first letters and choose, or type the whole name: the list does not show all places. Leave it empty if it is everywhere.
proposals-picture = A photo
proposals-picture-hint = JPEG, PNG or WebP, { $max } MB at most. The place and date hidden in the photo are erased. Nobody recognisable without their consent.
proposals-alt-hint = One sentence, for people who don’t see the photo. Fill it in if there is a photo.
picture-kept = Your photo has arrived. No need to send it again.
choose-none = I don’t say
choose-everywhere = Everywhere
proposal-edit = Correct or withdraw my proposal
proposal-edit-words = You can correct it while nobody has voted or commented. After that you can only withdraw it: nobody votes on a text that changes.
proposal-save = Save
proposal-edited = corrected on
proposal-withdrawn = Its author withdrew this proposal on
proposal-withdrawn-words = It is no longer in the list and nobody votes on it. The votes it had are not shown.
proposal-withdrawn-title = (Proposal withdrawn by its author)
take-back-title = Withdraw my proposal
take-back-words = It leaves the list and nobody votes on it any more. Comments stay. This cannot be undone.
take-back-sure = Yes, I withdraw my proposal.
take-back-send = Withdraw
merged-here = This proposal was merged with another that says the same:
merged-rule = Vote and comment there. What was written here can still be read. If you voted here, your vote counts there, unless you voted there too.
merged-with = { $n ->
    [one] Also written by
   *[other] Also written by { $n } people
}
merge-title = Merge with another
merge-words = Do both say the same? Keep the other: this one gives it its votes and its author, and points to it. Somebody who voted on both counts once, with their vote on the one that is kept. This can be undone.
merge-into = Proposal to keep
merge-cut = The list ends after { $n } proposals. For another, paste its address.
merge-address = Or the address of its page
merge-address-hint = It counts instead of the list.
merge-choose = Choose…
merge-send = Merge
unmerge-send = Part
unmerge-rule = Parting puts the votes back as they were. Whoever has voted on the kept one since keeps that vote there.
list-search = A word to search for
list-find = Search
list-more = Filter
list-any = All
list-answer = Answer
list-answer-waiting = No answer yet
list-answer-answered = Has an answer
list-answer-retained = Retained
list-answer-partly = Retained in part
list-answer-not-retained = Not retained
list-college = The author’s college
list-mine = Only mine
list-apply = Apply
list-all = Show all
list-count = { $n ->
    [0] No proposal found of { $all }
    [one] { $n } proposal of { $all }
   *[other] { $n } proposals of { $all }
}
list-nothing = Nothing fits
list-nothing-words = Try another word, or take a filter away.
one-begin = Say what I think, one at a time
one-begin-words = One sentence, three buttons. Stop and go on whenever you like.
one-title = One proposal at a time
one-not-here = In this round you vote from the list.
one-list = See the whole list
one-legend = What you think
one-more = Learn more
one-page = Page of the proposal
one-progress = { $n } of { $of }
one-hint = You can change your mind in the list until the closing.
one-thanks = Thank you, you have seen them all!
one-thanks-words = Your votes count. Once the round is closed, each proposal gets an answer with its reasons.
one-then-propose = Propose an idea
one-then-word = See what became of my word
one-lost = Your vote has been sent, but the next proposal could not be fetched. Check your network.
one-again = Try again
one-reload = Go on
decided-by = Answer by
decide-told = The author and those who voted will know: on their page, and by e-mail if they wish (one a day at most).
decide-told-secret = The author will know, on their page and by e-mail. Votes are secret: voters can’t be told one by one.
meta-title = Question about who is here
meta-words = “I am a parent”, “I live in the village”: this says who answers and is no opinion. People vote on it as on others, but opinion groups are looked for without these votes.
meta-tick = This proposal asks who is here
meta-send = Save
act-proposal-meta = Proposal marked as a question about who is here, or as an opinion
answering = You answer for the process
answerers-title = Elected members who answer proposals
answerers-words = Facilitators answer. You may also name elected members. Each answer bears the name of who gave it. It is noted in the journal.
answerer-yes = answers
answerer-no = does not answer
answerer-name = Name
answerer-dismiss = No longer name
mails-title = E-mails about answers and messages
mails-wanted = Write to me when a proposal that I wrote or voted on gets an answer, when mine is merged with another, when an amendment that I wrote or support is decided, or when a comment is for me (one e-mail a day at most for each)
mails-off-words = You will get no more e-mails when a proposal gets an answer or is merged, when an amendment is decided, or when a comment is for you. All of it stays on the page “What became of my word”. You can change your mind in “My account”.
mails-off-send = Stop writing to me
mails-are-off = Done: these e-mails will not come any more. You can change your mind in “My account”.
done-mails = Your choice is saved.
mail-answers-subject = { $n ->
    [one] News of a text that you follow
   *[other] News of { $n } texts that you follow
}
mail-merged = Merged with “{ $kept }”
mail-answers-body =
    Hello,

    There is news of texts that you follow:

    { $list }

    Their pages say why. What became of your word: { $word }

    Get no more of these e-mails, without signing in: { $off }
word-followed = { $n ->
    [one] One proposal that you voted on got an answer
   *[other] { $n } proposals that you voted on got an answer
}
word-joined = Merged with:
word-withdrawn = You withdrew it.
problem-pace-picture = You have sent many photos. You may send another in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. You may also send without a photo.
problem-not-on-the-list = Choose from the list.
problem-proposal-has-echo = People have voted or commented already: the text does not change any more. You can withdraw the proposal.
problem-proposal-holds-others = Other proposals were merged into this one: part them first, or keep it.
problem-proposal-is-settled = This proposal got an answer, or is no longer in the list: it is not touched any more.
problem-proposal-answered = This proposal has an answer already: it stands by itself.
problem-no-such-proposal = This is not the address of another proposal in the list of this round.
problem-not-merged = This proposal is not merged, or not any more.
problem-not-named-to-answer = Only facilitators, and the elected members they named, answer proposals.
problem-merge-elsewhere = In this round nothing can be merged: ballots don’t say whose they are, or are about the whole round. The same person would count twice.
act-proposal-merge = Proposal merged with another
act-proposal-unmerge = Proposal parted from another
act-answerer-name = Elected member named to answer
act-answerer-dismiss = Elected member no longer named to answer
problem-not-one-at-a-time = This way of voting is done on the list of proposals.
