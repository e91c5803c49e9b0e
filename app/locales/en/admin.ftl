admin-accounts = Accounts
admin-processes = Processes
admin-rounds = Rounds
admin-participants = { $n ->
    [0] no participant
    [one] { $n } participant
   *[other] { $n } participants
}
admin-no-facilitator = Nobody facilitates this process yet.
admin-invite = Invite a person
territories = Territories
territories-none = No territory yet.
territory-kind-department = Department
territory-kind-municipality = Municipality
territory-kind-district = District
territory-new = Add a territory
territory-name = Name
territory-which-kind = What kind of territory?
territory-in = Located in
territory-alone = No other territory
territory-create = Add
problem-territory-parent = A district lies in a municipality, a municipality in a department or by itself, a department in no other.
journal = Journal
journal-lead = All administrative acts, the newest first. It holds neither votes nor answers.
journal-read = Read the journal
journal-whole = { $n ->
    [0] The journal is empty.
    [one] The journal is whole: { $n } act, checked.
   *[other] The journal is whole: { $n } acts, checked one by one.
}
journal-broken = The journal was tampered with: act no. { $n } does not fit what stands before it. Keep a copy of the database and tell the person in charge.
journal-number = no. { $n }
journal-nobody = no known author
journal-empty = Nothing is written yet
journal-empty-words = The first administrative act will appear here.
journal-older = Older acts
journal-newest = Back to the newest
act-territory-create = Territory created
act-process-create = Process created
act-process-edit = Process edited
act-college-add = College added
act-round-create = Round created
act-round-edit = Texts or mode of a round edited
act-round-schedule = Calendar of a round set
act-round-close = Round closed before its date
act-round-publish = Results of a round published
act-survey-edit-form = Questions of a survey edited
act-evaluation-edit-frame = Frame of an evaluation edited
act-proposal-hide = Proposal hidden
act-proposal-decide = Answer given to a proposal
act-comment-hide = Comment hidden
act-comment-answer = Answer given to a comment
act-charter-edit = Frame of a charter edited
act-article-add = Article added to a charter
act-article-edit = New version of an article
act-article-name = Version of an article named
act-article-move = Article moved
act-member-invite = Person invited
act-member-import = Members imported
act-code-make = Cards made
act-code-withdraw = Card withdrawn
act-administrator-create = Administrator created
fact-title = title
fact-name = name
fact-kind = kind
fact-mode = mode
fact-state = state
fact-visibility = read by
fact-announced = announced
fact-opens = opening
fact-closes = closing
fact-languages = languages
fact-outcome = answer
fact-number = number
fact-count = count
fact-batch = batch
fact-version = version
fact-quorum = quorum (%)
fact-threshold = threshold (%)
fact-yes = yes
fact-no = no
journal-fact = { $key }: { $value }
act-survey-correct-words = Words of an open survey corrected
problem-territories-no-name = The “name” column is missing at the top of the list.
problem-territories-too-many = The list has { $n } lines; { $max } at most at once.
problem-territories-line-name = Line { $line }: the name is missing or too long.
problem-territories-line-kind = Line { $line }: write “department”, “municipality” or “district”.
problem-territories-line-code = Line { $line }: a code has only digits, plain letters and hyphens, 36 at most.
problem-territories-line-parent = Line { $line }: the territory it lies in is not known, or several bear that name.
problem-territories-line-place = Line { $line }: a district lies in a municipality, a municipality in a department or by itself, a department in nothing.
territories-many = Add a list of territories
territories-import-words = One territory a line. Only the name is needed: without a kind, it is a municipality. “In” gives the code or the name of the territory it lies in. With a code (in France, INSEE’s), a municipality that is already there is recognised and its name brought up to date. The list is taken whole, or not at all.
territories-header = name;kind;code;in
territories-beneath = Where lines lie that do not say so
territories-import = Add the list
territories-imported = { $added ->
    [0] No territory added
    [one] { $added } territory added
   *[other] { $added } territories added
}, { $corrected } brought up to date.
act-territory-import = List of territories added
problem-territories-line-twice = Line { $line }: this territory stands further up in the list, under another name or another code.
territories-count = { $n } territories
