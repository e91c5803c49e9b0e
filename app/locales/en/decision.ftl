# The rules of the decision
charter-rules = Who decides, and how
charter-rules-lead = These rules no longer change once the round is open. The participation and agreement asked of everybody are written above, with the preamble.
rules-scope = What the decision is on
rules-scope-articles = Article by article
rules-scope-words-articles = Everybody takes a stance on each article. The charter is ratified when all articles are.
rules-scope-whole = On the whole charter
rules-scope-words-whole = When the ratification opens and the text no longer moves, everybody takes a stance once, on all of it. Stances on articles show how things stand.
rules-way = In which way
rules-way-vote = By vote
rules-way-words-vote = Enough of those who say yes or no must agree.
rules-way-consent = By consent
rules-way-words-consent = There must be no objection, and at least one person who agrees.
rules-blocking = Under consent, which objections block
rules-blocking-open = All that their authors maintain
rules-blocking-words-open = Only the author of an objection can lift it, by changing their stance. An answer does not erase it.
rules-blocking-unanswered = Those that have had no answer
rules-blocking-words-unanswered = A reasoned answer that everybody reads is enough. To be chosen where people may not come back.
rules-own = What differs from one college to another
rules-own-words = Leave empty what does not differ. Write a share (“60 %”) or a number of people (“12”). Where the college has fewer people than that, all of them are enough.
rules-bar-common = Empty: as for everybody, { $common }.
rules-quorum = Least participation
rules-threshold = Least agreement (for a vote)
rules-committees = Committees that have a say
rules-committees-words = A committee that is ticked must accept too. Those of its members who have a college count: their stance counts in their college and in the committee, and no count is added to another.
rules-say = This committee has a say of its own
charter-rules-save = Save the rules
rule-scope-articles = Each article must be accepted.
rule-scope-whole = The decision is on the whole charter, as it is when the ratification opens.
rule-way-vote = It is voted: an abstention counts as participation, neither for nor against.
rule-way-consent-open = It is decided by consent: there must be no objection. An objection stands until its author changes their stance, even if it was answered or a new version was written.
rule-way-consent-unanswered = It is decided by consent: there must be no objection left without an answer.
rule-each = Each is counted apart, and each must accept:
rule-committees = In a committee, those of its members count who have a college. No count is added to another.
rule-quorum-percent = at least { $n }% of its members take a stance;
rule-quorum-people = { $n ->
    [one] at least one person takes a stance;
   *[other] at least { $n } people take a stance (or all, if there are fewer);
}
rule-threshold-percent = at least { $n }% of those who say yes or no agree, with or without reservation.
rule-threshold-people = { $n ->
    [one] at least one person agrees, with or without reservation.
   *[other] at least { $n } people agree (or all, if there are fewer), with or without reservation.
}
charter-gap-missing-committee = Nobody in this committee belongs to a college. Without it, the charter can’t be ratified.
charter-gap-objections = { $n ->
    [one] One objection still stands in the way of consent.
   *[other] { $n } objections still stand in the way of consent.
}
charter-gap-nobody-agrees = No objection stands in the way of consent, but nobody has agreed.
ratification-objections = { $n ->
    [0] No objection blocks. Agree: { $agree }.
    [one] One objection blocks. Agree: { $agree }.
   *[other] { $n } objections block. Agree: { $agree }.
}
ratification-of-whole = The count on the whole charter
problem-not-a-least = Write a share (“60 %”) or a number of people (“12”).
# The decision on the whole charter
whole-title = Your stance on the whole charter
whole-words = The text no longer moves. Read it again, then say where you stand on all of it.
whole-legend = Where do you stand on this charter as a whole?
whole-yours = Your stance on the whole charter: { $stance }
whole-seen = Your stance counts in your college ({ $college }). If you object, your reason shows on this page with your name ({ $name }) and your college. You may change your mind until the closing: the new stance takes the place of the old one. If the text goes back to consultation, you will be asked again.
whole-not-yet = The decision will be on the whole charter. Stances are taken once the ratification is open: the text will no longer move.
whole-chart-caption = Stances on the whole charter
whole-articles-show = The decision is on the whole charter. Article by article, stances show how things stand and decide nothing.
whole-gap-none = Nothing is missing: the charter is accepted here.
whole-ratified = The charter is ratified: all who decide accept it.
whole-ratified-so-far = If the round ended now, the charter would be ratified: all who decide accept it.
whole-not-ratified = The charter is not ratified: somebody’s agreement was missing.
whole-not-yet-ratified = The charter is not ratified yet: somebody’s agreement is missing.
# Objections
objections-title = Objections
objections-open-count = { $n ->
    [0] No objection is open.
    [one] One objection is open.
   *[other] { $n } objections are open.
}
objections-rule-vote = This charter is voted on: an objection counts as a no, even once it is answered, until its author changes their stance.
objections-rule-open = An open objection stands in the way of the decision. An answer does not erase it: only its author lifts it, by changing their stance.
objections-rule-unanswered = An objection stands in the way of the decision until it is answered. It stays open until its author changes their stance.
objections-late = The round is over: objections are no longer answered, since their authors could no longer react to the answer.
objection-waits = Waits for an answer
objection-answered-open = Open, with an answer
objection-lifted = Lifted by its author
objection-on-version = on version { $n }
objection-yours = This answer is for you. If it suits you, lift your objection:
objection-change = change my stance
objection-reworded = The objection was worded anew since this answer.
objection-answer-it = Answer this objection
objection-answer-again = Answer again
objection-answer-legend = Your answer
objection-answer-answered = An answer is given
objection-answer-taken = Taken into account
objection-answer-maintained = The text is maintained
objection-answer-words-answered = You explain: what the text means, what is done elsewhere.
objection-answer-words-taken = A new version takes it into account. Say which.
objection-answer-words-maintained = The text stays as it is. Say why.
objection-taken-in = Taken into account in version { $n }
objection-take-hint = To take it into account, write a new version of the article first: it can then be named here.
objection-version = If it is taken into account: in which version
objection-version-hint = The number of a version written after the objection.
objection-words = The answer, with its reasons
objection-words-hint = Everybody reads it, the person who objected first. It does not lift the objection: only its author can.
objection-send = Save the answer
word-objection-answer = Answer to your objection: { $answer }
word-whole = On the whole charter
word-whole-ended = The text has gone back to consultation since: this stance no longer counts.
problem-objection-answer-choose = Choose an answer.
problem-objection-version = Write the number of a version later than { $raised }, up to { $current }.
problem-objection-frozen = The text no longer moves: no version can take it into account. Go back to consultation first.
problem-objection-closed = This objection was lifted by its author.
problem-objection-answer-late = The round is over: an answer would carry the charter, and the author of the objection could not react.
# Where the charter stands
charter-status-title = Where the charter stands
charter-status-drafting = Being written
charter-status-consultation = In consultation
charter-status-ratification = In ratification
charter-status-carried = Ratified
charter-status-not-ratified = Not ratified
charter-status-adopted = Adopted
charter-status-in-force = In force
charter-status-review-due = To be reviewed
charter-status-revised = Revised
charter-status-words-drafting = The text is being written. The round is not open yet.
charter-status-words-consultation = Everybody reads, comments and proposes changes. The text still moves.
charter-status-words-ratification = The text no longer moves. Each college says whether it accepts it.
charter-status-words-carried = The round is closed and all who decide accept the charter. A facilitator has yet to record the adoption.
charter-status-words-not-ratified = The round is closed, and somebody’s agreement was missing. Below you read whose, and on what.
charter-status-words-adopted = The charter is adopted. It waits for its first signatures.
charter-status-words-in-force = The charter is in force until it is revised.
charter-status-words-review-due = The review date has passed: it is time to read the charter again.
charter-status-words-revised = A later charter has taken its place.
charter-in-force-until = The charter is in force. It will be reviewed on { $day }.
charter-review-was-due = The charter was to be reviewed on { $day }: it is time to do so.
charter-to-adopt = Record the adoption
charter-to-signatures = See the signatures
charter-frozen-on = The text no longer moves since
charter-back-on = Back to consultation on
charter-back-objections =
    { $n ->
        [one] One objection to the whole charter stood then
       *[other] { $n } objections to the whole charter stood then
    }
charter-freeze = Open the ratification
charter-freeze-words = The text will no longer move: no new version, no amendment accepted, no article moved. Stances already taken stay. You can go back to consultation, and say why.
charter-freeze-send = Freeze the text and open the ratification
charter-back = Go back to consultation
charter-back-why = Why go back to consultation
charter-back-hint = Everybody reads it on this page.
charter-back-send = Go back to consultation
problem-charter-frozen = The ratification is open: the text no longer moves. To change it, go back to consultation first.
problem-charter-not-frozen = The ratification is not open.
problem-charter-without-articles = The charter has no article yet: there is nothing to ratify.
problem-charter-back-reason = Say why: everybody reads it.
# Adoption and signatures
adopt-title = Record the adoption
adopt-words = All who decide accept the charter. By recording its adoption you keep its text and its counts for good, and its fingerprint is written into the journal.
adopt-review = Day on which to review it
adopt-review-hint = The charter is in force until then. A mail reminds facilitators and signatories { $n } days before. Empty: no date.
adopt-replaces = The charter whose place it takes
adopt-replaces-none = None
adopt-send = Record the adoption
signatures-title = Adoption and signatures
signatures-adopted = The adopted charter
signatures-adopted-on = Adopted on
signatures-review = To be reviewed on
signatures-no-review = No date
signatures-hash = Fingerprint of the text (SHA-256)
signatures-carried-articles = { $n ->
    [one] Its article was accepted by:
   *[other] Its { $n } articles were accepted, each of them, by:
}
signatures-carried-whole = The whole charter was accepted by:
signatures-replaced-by = A later charter has taken its place
signatures-replaces = It takes the place of an earlier charter
signatures-check = Check that the text has not changed
signatures-check-words = The fingerprint is a row of signs computed from the text. If a single letter changes, it changes. It has stood in the journal since the adoption.
signatures-check-text = Take the adopted text (charter.txt)
signatures-check-hash = Compute its fingerprint, for example so:
signatures-check-same = Compare: both fingerprints must be the same.
signatures-to-text = Read the charter
signatures-list = Signatures
signatures-caption = Organisations that have signed
signatures-date = Signed on
signatures-none = Nobody has signed yet.
signatures-waiting = May sign
signatory-organisation = Organisation
signatory-name = Name
signatory-function = Function
signatory-function-hint = For example: chair, director, mayor.
signatory-title = Name who may sign
signatory-words = A person signs for an organisation, with their name and function. They read them again before they sign.
signatory-who = Who
signatory-send = Name
signatory-unname = Remove
signatory-unname-of = Remove { $name } from those who may sign
sign-title = Sign the charter
sign-words = You sign in your name ({ $name }), for your organisation. Your name, your function, the organisation and the date show on this page. A signature can’t be taken back.
sign-sure = I have read the charter and may commit this organisation.
sign-send = Sign
sign-later = You are named to sign this charter. You can once it is adopted.
sign-replaced = A later charter has taken the place of this one: it is no longer signed.
problem-charter-already-adopted = The adoption of this charter is already recorded.
problem-charter-not-carried = The charter is not ratified: it can’t be adopted.
problem-charter-not-replaceable = Choose an adopted charter of this process.
problem-not-a-day = Write a date, like 2027-03-14.
problem-review-in-the-past = Choose a date to come.
problem-signatory-named = This person may sign already.
problem-signatory-full = Too many people may sign already.
problem-signatory-not-named = You are not named to sign this charter.
problem-already-signed = This signature is given already.
problem-charter-not-adopted = The charter is not adopted yet.
problem-charter-replaced = A later charter has taken the place of this one: it is no longer signed.
problem-charter-adopted-title = This charter is adopted: its title is part of the adopted text and no longer changes.
problem-sign-be-sure = Tick the box to sign.
register-title = Adopted charters
register-lead = The charters that public processes have adopted, with their date, their territory and the fingerprint of their text.
register-empty = No charter is adopted yet
register-empty-words = They will stand here as soon as they are.
register-signatures = { $n ->
    [0] none
    [one] one organisation
   *[other] { $n } organisations
}
register-newer = Newer
register-older = Older
mail-review-subject = Soon to be reviewed: { $title }
mail-review-body = The charter “{ $title }” is to be reviewed on { $day }.

    You receive this message because you signed it or facilitate its process.

    { $page }
act-charter-rules = Rules of a charter’s decision changed
act-charter-freeze = Ratification of a charter opened
act-charter-unfreeze = Charter back to consultation
act-objection-answer = Objection answered
act-charter-adopt = Charter adopted
act-charter-signatory = Signatory named
act-charter-unsignatory = Signatory removed
act-charter-sign = Charter signed
fact-sha256 = SHA-256
fact-review = to be reviewed on
fact-scope = decides on
fact-way = way
fact-blocking = objections that block
fact-bars = colleges apart
fact-committees = committees
fact-articles = articles
fact-organisation = organisation
