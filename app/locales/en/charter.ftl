charter-article-number = Article { $n }
charter-preamble = Preamble
charter-contents = The articles
charter-progress = { $taken ->
    [0] You have not taken a stance yet. The charter has { $all ->
        [one] one article
       *[other] { $all } articles
    }.
    [one] You have taken a stance on { $taken } article out of { $all }.
   *[other] You have taken a stance on { $taken } articles out of { $all }.
}
charter-to-ratification = Where does the decision stand?
charter-empty = The charter is not written yet
charter-no-article = There is no article yet.
charter-missing-title = What is still missing for a decision
charter-missed-title = What was missing
charter-accepted-title = Who accepted it
charter-ratified = { $n ->
    [one] The charter is ratified: every college accepts its article.
   *[other] The charter is ratified: every college accepts each of the { $n } articles.
}
charter-ratified-so-far = { $n ->
    [one] If the round ended now, the charter would be ratified: every college accepts its article.
   *[other] If the round ended now, the charter would be ratified: every college accepts each of the { $n } articles.
}
charter-not-ratified = { $done ->
    [0] The charter is not ratified: no article is accepted by every college.
    [one] The charter is not ratified: { $done } article out of { $n } is accepted by every college.
   *[other] The charter is not ratified: { $done } articles out of { $n } are accepted by every college.
}
charter-not-yet-ratified = { $done ->
    [0] The charter is not ratified yet: no article is accepted by every college.
    [one] The charter is not ratified yet: { $done } article out of { $n } is accepted by every college.
   *[other] The charter is not ratified yet: { $done } articles out of { $n } are accepted by every college.
}
charter-rule = The rule: each college counts by itself, and each must accept each article. A college accepts an article when at least { $quorum }% of its members take a stance, and at least { $threshold }% of those who say yes or no agree, with or without reservation. Abstaining counts as taking part, neither for nor against.
charter-gap-missing = Nobody is a member of this college. Without it, the charter cannot be ratified.
charter-gap-none = Nothing is missing: every article is accepted.
charter-gap-some = { $n ->
    [one] Something is missing on { $n } article out of { $all }
   *[other] Something is missing on { $n } articles out of { $all }
}
charter-gap-quorum = { $n ->
    [one] One stance is missing for the count to be valid.
   *[other] { $n } stances are missing for the count to be valid.
}
charter-gap-silence = Everybody abstains: nobody said yes or no.
charter-gap-threshold = { $agree ->
    [0] Nobody agrees, out of { $spoke } who said yes or no. { $needed } must agree.
   *[other] { $agree } agree out of { $spoke } who said yes or no. { $needed } are needed.
}
charter-stances = Stances, college by college
charter-chart = In agreement, with or without reservation: { $says }.
charter-chart-college = { $all ->
    [0] { $college }, no stance
    [one] { $college }, { $agree } of { $all } stance
   *[other] { $college }, { $agree } of { $all } stances
}
charter-chart-none = Nobody has taken a stance on this version yet.
charter-chart-caption = Stances on article { $n }, by college
charter-reasons = The reasons given
charter-by-article = Article by article
charter-frame = The preamble and the rule of decision
charter-frame-fixed = The round is open, or was: the preamble and the rule of decision no longer change.
charter-preamble-fr = Preamble, in French
charter-preamble-hint = Why this charter, and for whom. 6,000 characters at most.
charter-preamble-easy = Preamble, easy to read (French)
charter-preamble-en = Preamble, in English
charter-quorum = Least participation in each college, in %
charter-quorum-hint = Share of the college’s members who take a stance on each article. A number from 1 to 100.
charter-threshold = Least agreement in each college, in %
charter-threshold-hint = Share of people who agree, with or without reservation, among those who say yes or no. A number from 1 to 100.
charter-frame-save = Save the preamble and the rule
charter-articles = The articles
charter-edit-closed = The round is closed: the articles no longer change.
article-title = Title
article-body = Text of the article
article-body-hint = A blank line parts two paragraphs. Under the field: how to put words in bold, make a list, a note. 20,000 characters at most.
article-easy-hint = The same ideas, in short sentences and plain words.
article-note = Why this version
article-note-hint = One sentence, read by everyone in the article’s history. For example: answers a comment.
article-add = Add an article
article-row = { $article } · version { $n }
article-up = Move up: { $title }
article-down = Move down: { $title }
article-edit = Write a new version
article-edit-title = Article { $n }: new version
article-edit-lead = You start from version { $n }. Nothing is erased: it stays in the article’s history.
article-edit-reopens = The round is open. A new version reopens the stances: everyone will have to say again where they stand on this article.
article-save = Save the new version
article-cancel = Cancel
together-title = Two versions written at once
together-who = While you were writing from version { $from }, { $name } saved version { $to }.
together-passages = { $n ->
    [0] You did not change the same passages. The form joins both texts. Read it again, then save.
    [one] One passage was changed on both sides. The form holds both texts, one after the other. Keep what is right, then save. The rest is joined.
   *[other] { $n } passages were changed on both sides. The form holds both texts, one after the other. Keep what is right, then save. The rest is joined.
}
together-passage = Passage { $n }: { $name }
together-before = Before, in version { $n }
together-mine = Your text
together-other = The text of { $name }
together-nothing = Nothing: this passage is taken away.
together-yours = What you changed, from version { $from }
together-theirs = What changed from version { $from } to version { $to }
article-restore = Take up the text of version { $n } again
article-restore-note = Back to version { $n }
article-restore-lead = The form holds the text of version { $n }. Read it again and say why you return to it. Nothing is erased: version { $current } stays in the article’s history.
article-restore-compare = See what changes, from version { $current } to version { $n }
compare-title = Article { $n }: compare two versions
compare-view = How to show them
compare-inline = One text, with what was added and removed
compare-sides = Both texts side by side
compare-both = These versions
version-name = Name of the version
version-name-hint = Everyone reads it in the article’s history. For example: Text put before the council. An empty field takes the name away.
version-name-save = Save the name
version-name-of = Name version { $n }
article-version = Version { $n }, of
article-what-changed = What changed
article-comments = { $n ->
    [0] No comment
    [one] { $n } comment
   *[other] { $n } comments
}
article-take-stance = Take a stance and comment
article-open = See the article and the stances
article-carried = This college accepts the article.
article-turn = Article { $n }: { $title }
article-turn-label = Neighbouring articles
stance-consent = Agree
stance-reservation = Agree with a reservation
stance-objection = Objection
stance-abstain = Abstention
my-stance-consent = I agree
my-stance-reservation = I agree, with a reservation
my-stance-objection = I object
my-stance-abstain = I abstain
my-stance-words-consent = I can live with this text.
my-stance-words-reservation = I accept the text, but something bothers me.
my-stance-words-objection = This text is a serious problem for me. I say why.
my-stance-words-abstain = I count as taking part, neither for nor against.
stance-title = Your stance
stance-legend = Where do you stand on version { $n } of this article?
stance-reason = Your reason
stance-reason-hint = Required if you object. Useful if you have a reservation.
stance-seen = Your stance counts in your college ({ $college }). If you write a reason, it is shown on this page with your name ({ $name }) and your college. You can change your mind until the round closes: the new stance and the new reason replace the old ones.
stance-send = Save my stance
stance-change = Change my stance
stance-yours = Your stance: { $stance }
stance-none-yet = to be read
stance-reopened = You took a stance on version { $n }. The text has changed since: say again where you stand.
stance-not-yet = Stances are taken while the round is open.
stance-closed = The round is closed: stances no longer change.
stance-sign-in = To take a stance, enter the code on your card or sign in.
stance-colleges-only = Only members of the colleges take a stance.
history-title = The article’s history
history-version = Version { $n }
history-named = Version { $n }: { $name }
history-why = Why: { $note }
history-changed = What changed since version { $n }
history-from = From
history-to = To
history-compare = Compare
history-compare-any = Compare two versions
history-from-to = From version { $from } to version { $to }
history-older = The last { $n } versions are shown. For older ones, compare two versions.
diff-added = added:
diff-removed = removed:
diff-none = The two texts are the same.
ratification-caption = Each article before each college
ratification-of-article = The count of article { $n }, version { $version }
ratification-article = Article
ratification-quorum = Participation
ratification-threshold = Agreement
ratification-result = Result
ratification-met = yes
ratification-not-met = no
ratification-nobody = No member
ratification-took = { $all ->
    [0] No stance out of { $members ->
        [one] 1 member
       *[other] { $members } members
    }. { $needed } needed.
    [one] { $all } stance out of { $members ->
        [one] 1 member
       *[other] { $members } members
    }. { $needed } needed.
   *[other] { $all } stances out of { $members ->
        [one] 1 member
       *[other] { $members } members
    }. { $needed } needed.
}
ratification-agree = { $agree } agree out of { $spoke } who said yes or no. { $needed } needed.
ratification-silent = Nobody said yes or no
problem-not-a-percentage = Write a whole number from 1 to 100.
problem-article-newer = Somebody changed this text while you were writing. Read above what was changed on both sides. The form joins both texts: correct it, then save.
problem-article-unchanged = Nothing changed in the article: there is no new version to save.
problem-stance-choose = Choose a stance.
problem-stance-version-passed = The article changed while you were writing. Read the new version above, then choose again. Your reason is kept.
problem-objection-needs-reason = Say why you object: that is what allows the text to be improved.
