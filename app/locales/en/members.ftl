function-facilitator = Facilitation
function-researcher = Research
function-participant = Participation
members-tabs = Members and cards
members-title = Members
members-lead = Who takes part in this process, and how each came to it.
members-none = Nobody yet
members-none-words = Invite people by e-mail, import a list, or print cards.
members-nobody = Nobody yet.
members-functions = Facilitation and research
members-count = { $joined ->
    [one] { $joined } person takes part
   *[other] { $joined } people take part
}, { $invited ->
    [0] no invitation waiting
    [one] { $invited } invitation waiting
   *[other] { $invited } invitations waiting
}
members-name = Name
members-came = E-mail
members-organisation = Organisation
members-state = State
members-joined = takes part
members-invited = invitation sent
members-by-card = by card
members-done-invited = The invitation has left. The person takes part as soon as it is accepted.
members-done-imported = The list is imported and the invitations have left.
invite-title = Invite a person
invite-words = They receive an e-mail with a link that holds for a month. To send it again, or to change the college before it is accepted, invite them again.
invite-place = College or function
invite-organisation-hint = Association, service, company…
invite-function = Function in the organisation
invite-submit = Invite
import-title = Import a list
import-words = Paste a table, or choose a CSV file (2,000 people at most). You first see what will happen; nothing is saved before that.
import-columns = The first line names the columns. Name, e-mail and college are needed:
import-header = name;email;college;organisation;title
import-colleges = Colleges of this process: { $names }.
import-text = List to paste
import-text-hint = Separated by semicolons, commas or tabs: copying from a spreadsheet is enough.
import-file = CSV file
import-file-hint = If there is a file, it is the one that counts.
import-preview = Look before importing
import-submit = { $n ->
    [one] Import and invite { $n } person
   *[other] Import and invite { $n } people
}
preview-title = Before importing
preview-words = { $n ->
    [0] Everybody is a member already: there is nothing to import.
    [one] The list is good. { $n } person will receive an invitation.
   *[other] The list is good. { $n } people will receive an invitation.
}
preview-line = Line
preview-what = What will happen
preview-new = invitation by e-mail
preview-known = member already, nothing changes
preview-all-or-nothing = All of it is imported, or nothing.
codes-title = Cards
codes-lead = With a card one takes part without e-mail. Each card is one person, one voice.
codes-batches = Printed cards
codes-none = No card yet
codes-none-words = Make a batch below, print it and hand it out.
codes-batch = Name of the batch
codes-batch-hint = For you to find it again. Example: community centre, Saturday 14 March.
codes-numbers = Numbers
codes-range = { $first } to { $last }
codes-unused = Never used
codes-used = Used
codes-withdrawn = Withdrawn
codes-make = Make cards
codes-count = Number of cards
codes-count-hint = From 1 to 200. An A4 sheet holds 8.
codes-once = The codes are shown once, to be printed. The site keeps a fingerprint of them: nobody can find them again later.
codes-submit = Make the cards
codes-print = Cards to print
codes-print-lead = { $n ->
    [one] One card, { $college }, batch “{ $batch }”.
   *[other] { $n } cards, { $college }, batch “{ $batch }”.
}
codes-print-now = Print now, from your browser’s menu (Ctrl + P): A4, scale 100%, no margins. These codes will not be shown again. Do not reload this page: that would make others.
codes-print-done = The cards are printed
codes-withdraw = Withdraw a card
codes-done-withdrawn = The card is withdrawn. Whoever was signed in with it is signed out.
withdraw-words = A card was lost or stolen? A withdrawn card opens nothing any more. What was written with it remains.
withdraw-card = Number or code of the card
withdraw-card-hint = The number is at the bottom of the card.
withdraw-submit = Withdraw this card
problem-already-member = This person takes part already.
problem-invite-facilitators-only = You may invite who facilitates the process. The other members are invited by the facilitator.
problem-card-count = Give a number from 1 to { $max }.
problem-no-such-card = No card in use has this number or this code in this process.
problem-import-nothing = Paste a list or choose a file.
problem-import-unreadable = This is not a readable list. Save it as CSV.
problem-import-empty = The list has only its first line, the one with the names of the columns.
problem-import-too-many = The list has { $n } people; { $max } at most at a time.
problem-import-no-name = Line 1: there is no column “name”.
problem-import-no-email = Line 1: there is no column “email”.
problem-import-no-college = Line 1: there is no column “college”.
problem-import-column-twice = Line 1: the column “{ $column }” is there twice.
problem-import-column-unknown = Line 1: the column “{ $column }” is not foreseen. Remove it: we keep only what serves.
problem-import-required = Line { $line }, column { $column }: the cell is empty.
problem-import-too-long = Line { $line }, column { $column }: { $length } characters, { $max } at most.
problem-import-not-an-email = Line { $line }, column { $column }: the e-mail address is not complete.
problem-import-college = Line { $line }, column { $column }: “{ $typed }” is not a college of this process.
problem-import-twice = Line { $line }, column { $column }: this address is on line { $first } already.
problem-import-cells = Line { $line }: { $got } cells for { $expected } columns.
problem-import-more = And { $n } other problems.
