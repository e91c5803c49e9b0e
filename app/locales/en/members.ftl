members-title = Members
members-lead = Who takes part in this process, college by college.
members-tabs = Members and cards
members-count = { $joined ->
    [0] nobody has come yet
    [one] { $joined } person
   *[other] { $joined } people
}{ $invited ->
    [0] {""}
    [one] , { $invited } invited
   *[other] , { $invited } invited
}
members-none = Nobody yet
members-none-words = Invite somebody by e-mail, or print cards.
members-nobody = Nobody yet.
members-functions = Facilitation and research
members-name = Name
members-came = E-mail
members-by-card = by card
members-organisation = Organisation
members-state = State
members-joined = takes part
members-invited = invited
members-done-invited = The invitation is on its way.
members-done-imported = The list is saved, the invitations are leaving.
invite-title = Invite a person
invite-words = They get an e-mail with a link. They count once they accept.
invite-place = They come as
invite-function = Function or title
invite-organisation-hint = Municipality, association, service…
invite-submit = Send the invitation
import-title = Invite a list
import-words = Paste a table or send a CSV file. Nothing is saved before you agree.
import-columns = Columns: name, e-mail, college, and if you like organisation and title.
import-colleges = Possible colleges: { $names }.
import-text = The table
import-text-hint = The first line names the columns.
import-file = Or a CSV file
import-file-hint = Separated by commas, semicolons or tabs.
import-header = name;e-mail;college;organisation;title
import-preview = See what it gives
import-submit = { $n ->
    [one] Invite this person
   *[other] Invite these { $n } people
}
preview-title = What will happen
preview-words = { $n ->
    [0] Nobody new in this list.
    [one] One person will be invited.
   *[other] { $n } people will be invited.
}
preview-all-or-nothing = All of it is saved, or nothing.
preview-line = Line
preview-what = What happens
preview-new = will be invited
preview-known = a member already, nothing changes
codes-title = Access cards
codes-lead = A card is enough to take part, without e-mail.
codes-make = Make cards
codes-batch = Name of the batch
codes-batch-hint = The place where you hand them out, for example.
codes-count = How many cards
codes-count-hint = 200 at most at a time.
codes-once = The codes show once only, right afterwards. Print them at once.
codes-submit = Make the cards
codes-batches = Batches
codes-none = No cards yet
codes-none-words = Batches of cards will appear here.
codes-numbers = Numbers
codes-range = { $first } to { $last }
codes-unused = not used yet
codes-used = used
codes-withdrawn = withdrawn
codes-withdraw = Withdraw a card
codes-done-withdrawn = The card is withdrawn: it opens nothing any more.
codes-print = Cards to print
codes-print-lead = { $n ->
    [one] One card
   *[other] { $n } cards
} for the college { $college }, batch “{ $batch }”.
codes-print-now = Print this page now: the codes will never show again.
codes-print-done = I have printed the cards
card-address-before = Go to
card-address-after = and type this code, or point a telephone at the square.
card-note = Card no. { $number }. It is yours: keep it to the end.
card-qr = QR code of this card
withdraw-words = A card is lost? Withdraw it: whoever is signed in with it is signed out.
withdraw-card = Number or code of the card
withdraw-card-hint = The number is at the bottom of the card.
withdraw-submit = Withdraw the card
problem-no-such-card = No card in use bears this number or code.
problem-already-member = This person is a member of the process already.
problem-card-count = Give a number from 1 to { $max }.
problem-invite-facilitators-only = An administrator invites facilitators only. Others are invited by the facilitator.
problem-import-empty = The table is empty.
problem-import-nothing = Paste a table or choose a file.
problem-import-unreadable = This file can’t be read as a CSV table.
problem-import-too-many = { $n } lines are too many: { $max } at most.
problem-import-more = And { $n } more things to look at.
problem-import-column-twice = The column “{ $column }” is there twice.
problem-import-column-unknown = The column “{ $column }” is not known.
problem-import-no-name = A column for the name is missing.
problem-import-no-email = A column for the e-mail address is missing.
problem-import-no-college = A column for the college is missing.
problem-import-cells = Line { $line }: { $got } cells instead of { $expected }.
problem-import-twice = Line { $line }, column “{ $column }”: this address is on line { $first } already.
problem-import-required = Line { $line }, column “{ $column }”: the cell is empty.
problem-import-too-long = Line { $line }, column “{ $column }”: { $length } characters, { $max } at most.
problem-import-not-an-email = Line { $line }, column “{ $column }”: this is not an e-mail address.
problem-import-college = Line { $line }, column “{ $column }”: “{ $typed }” is no college of this process.
