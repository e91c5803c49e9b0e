home-title = Decide together, where you live
home-lead = Palabre brings together families, professionals and elected officials: all say what they need, discuss and vote. Then you see what became of your word.
home-mine = My processes
home-public = The processes
home-none = No process to read for now
home-none-words = If you received a card or an invitation, come in with it: your process will appear here.
home-no-round = The calendar is not announced yet.
members-only = members only
member-as-participant = you take part
member-as-facilitator = you facilitate it
member-as-researcher = you study it
pages = Pages
page-previous = Previous
page-next = Next
page-number = Page { $n }
process-on = Process · { $territory }
process-now = We are at round { $n }: { $kind }.
process-calendar = The calendar
process-no-round = No round is announced
process-no-round-words = The calendar will appear here as soon as the facilitator announces it.
process-people = Who takes part
process-decisions = What was decided
counts-of = { $n ->
    [one] person, of { $expected } hoped for
   *[other] people, of { $expected } hoped for
}
counts-members = { $n ->
    [one] person
   *[other] people
}
counts-nobody = Nobody of this college is here yet
counts-missing = { $n ->
    [one] A college is missing: { $colleges }. Without it, a voice is missing from the discussion.
   *[other] Colleges are missing: { $colleges }. Without them, voices are missing from the discussion.
}
took-part = Took part in this round:
took-part-title = Who took part
took-part-of = { $college }: { $n } of { $members }.
took-part-hidden = { $college }: number hidden.
took-part-caption = Participation by college
took-part-column = Took part
members-column = Members
tools = What you can do
tool-new-round = Add a round
tool-edit = Edit the process
tool-members = Members
tool-codes = Cards and codes
tool-pictures = Pictures
pictures-title = Pictures of the process
pictures-lead = The photos and pictures of this process, yours and those of participants. Can somebody be recognised? Delete the picture as soon as it is no longer needed.
pictures-none = No picture
pictures-none-words = You add a picture where it shows: in a question, for example.
pictures-unused = { $n ->
    [0] No unused picture
    [one] One picture that nothing shows any more
   *[other] { $n } pictures that nothing shows any more
}
pictures-unused-words = A deleted picture does not come back. Backups of the site may keep it for a while. Photos of proposals that were withdrawn or hidden are here too.
pictures-used = { $n ->
    [0] No picture in use
    [one] One picture in use
   *[other] { $n } pictures in use
}
pictures-in = Shows in:
pictures-delete = Delete this picture
pictures-deleted = The picture is deleted.
problem-picture-in-use = This picture still shows: remove it from there first.
tool-research = Research
process-new = Create a process
process-new-lead = A process brings the colleges of a territory together over several rounds. Once it is created, invite a person to facilitate it.
process-needs-territory = A territory comes first
process-needs-territory-words = A process takes place somewhere. Create the territory on the administration page, then come back here.
process-territory = Territory
process-create = Create the process
process-edit = Edit the process
process-summary = Introduction
process-summary-hint = A few sentences: what is at stake, for whom, and what will be decided.
process-visibility = Who may read this process?
process-expected = How many people do you hope for in each college?
process-expected-hint = The page of the process shows how many are here, of how many hoped for. Leave it empty if you don’t know.
visibility-public = Everyone; only members take part
visibility-members = Members only
colleges = The colleges
colleges-words = Families, professionals and elected officials are always there. You can add another public, for instance associations. A college that was added can’t be removed.
college-name = Name of the college
college-expected = People hoped for
college-add = Add this college
words-title = Title
words-easy = Easy-to-read French (recommended)
words-english = English version
words-in-easy = { $label }, in easy-to-read French
words-in-english = { $label }, in English
save = Save
saved = Saved.
problem-not-a-number-of-people = Give a number of people, for instance 120, or leave it empty.
problem-too-many-colleges = A process has { $max } colleges at most.
problem-college-exists = This college exists already.
