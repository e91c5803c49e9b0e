takeover-title = Where this charter comes from
takeover-begin = Start from a charter adopted elsewhere
takeover-words = You take over its preamble, chapters, articles and definitions. You can then change everything. Your changes stay visible beside the original text. Thresholds are taken over; rules of one college or committee are not.
takeover-source = Adopted charter
takeover-choose = Choose a charter
takeover-send = Take over this charter
takeover-link = Start from this charter
takeover-page-title = Start from this charter
takeover-into = Take it over into “{ $title }”
takeover-new = Take it over into a new round
takeover-nowhere = You run no process
takeover-nowhere-words = To take this charter over, you need to run a process. Ask the site’s administration to open one for your territory.
takeover-read = Read the charter
takeover-note = Taken over from “{ $title }” ({ $territory }), adopted on { $day }
takeover-from = Taken over from
takeover-adopted-on = adopted on
takeover-taken-on = taken over on
takeover-changes = { $n ->
    [0] without changes
    [one] with 1 change of its own
   *[other] with { $n } changes of its own
}
takeover-see = See what differs
takeover-bars-left = The original charter has rules for its own colleges or committees. They are not taken over: set yours.
takeover-changed = The original charter has changed.
takeover-changed-on = It was adopted again on
takeover-remerge = Take in its changes
takeover-merged = The changes of the original charter are taken in.
takeover-closed = The original charter can no longer be read by everybody. Its words, as you took them over, stay here.
takeover-copies = { $n ->
    [one] Taken over by another territory
   *[other] Taken over { $n } times
}
takeover-fact-source = Original charter
takeover-fact-territory = Territory
takeover-fact-taken = Taken over on
takeover-whole = The whole text, with what differs
takeover-text = See the text
takeover-preamble-in = Preamble ({ $tag })
takeover-preamble-easy = Easy-to-read preamble
takeover-kind-preamble = Preamble
takeover-kind-article = Articles
takeover-kind-chapter = Chapters
takeover-kind-definition = Definitions
takeover-one-preamble = Preamble
takeover-one-article = Article
takeover-one-chapter = Chapter
takeover-one-definition = Definition
takeover-own-changed = Changed here
takeover-own-added = Added here
takeover-own-left-out = Left out here
takeover-own-unchanged = As in the original charter
remerge-title = Take in the original charter’s changes
remerge-none = Nothing to take in
remerge-none-words = The original charter has not been adopted again since you took it over, or it can no longer be read by everybody.
remerge-lead = { $n ->
    [0] No part asks for your choice.
    [one] One part has changed in the original charter.
   *[other] { $n } parts have changed in the original charter.
} Nothing changes here unless you say so.
remerge-join-words = { $n ->
    [one] One part can be joined without a choice: you did not change the same passage.
   *[other] { $n } parts can be joined without a choice: you did not change the same passages.
}
remerge-join = Take in what needs no choice
remerge-nothing = The charter was adopted again with the same words.
remerge-finish = Note the new adoption
remerge-conflict = { $n ->
    [one] You and the original charter changed the same passage. The form holds both texts: correct it.
   *[other] You and the original charter changed { $n } same passages. The form holds both texts: correct it.
}
remerge-before = Before, when you took it over
remerge-theirs = The original charter
remerge-state-settled = Can be joined without a choice
remerge-state-open = Asks for a choice
remerge-state-new = New in the original charter
remerge-state-removed = Taken out of the original charter
remerge-state-left-out = Left out here, changed in the original charter
remerge-source-changes = What the original charter changed
remerge-own-changes = What you had changed
remerge-decide = Decide
remerge-term = Word
remerge-meaning = What it means
remerge-save = Save as a new version
remerge-save-words = Save this text
remerge-add = Add it here
remerge-take-out = Take it out here too
remerge-keep = Keep ours
remerge-leave = Leave it out
problem-takeover-not-empty = This charter already has articles, or already comes from another one.
problem-takeover-not-adopted = Choose an adopted charter that everybody can read.
problem-takeover-passed = This part is already settled, or the original charter changed yet again. Read the page anew.
act-charter-takeover = Charter taken over from another territory
act-charter-remerge = Change of an original charter settled
act-charter-remerged = Original charter taken in again
fact-source = original charter
fact-joined = joined
fact-choice = choice
fact-own = part
