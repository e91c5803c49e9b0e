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
