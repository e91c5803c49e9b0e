# Answering
ask-none = No answer
ask-several = You may choose several.
ask-length = At most { $max } characters.
ask-range = A number from { $min } to { $max }.
ask-range-unit = From { $min } to { $max } { $unit }.
face-1 = Very dissatisfied
face-2 = Rather dissatisfied
face-3 = Neither
face-4 = Rather satisfied
face-5 = Very satisfied
take-empty = No questions yet
take-empty-words = The facilitator is preparing this questionnaire. Come back a little later.
take-facilitator = You facilitate this process, so you do not answer. Families, professionals and elected officials do.
take-not-for-you = Only people who belong to a college of this process can answer. Did you receive a card? Enter its code.
take-not-sent = This round is over. You did not send a response.
take-preview = Read the questions
take-draft-found = Your draft is back. You can go on.
take-saved-later = Draft saved. Come back whenever you like, on another device too.
take-next = Next
take-back = Back
take-to-review = Check my answers
take-later = Finish later
take-progress = Part { $n } of { $total }
take-progress-review = Last step: check and send
draft-saved = Draft saved
draft-saving = Saving…
draft-failed = The draft could not be saved. Press “Next” to try again.
review-title = Your answers
review-missing = { $n ->
    [one] One answer is needed before sending
   *[other] { $n } answers are needed before sending
}
review-named = Your response will be kept with your name. You can change it until the round closes ({ $closes }).
review-send = Send my response
review-back = Back to the questions
review-change = Change
review-to-answer = To be answered
review-no-answer = No answer
sent-thanks = Thank you, your response counts.
sent-named = It is kept with your name.
sent-next = The round ends on { $closes }. After that, results and the reply to what was said will be shown here.
sent-change = Change my response
sent-yours = Your response
problem-answer-required = Question { $question }: an answer is missing.
problem-answer-only-one = Question { $question }: only one answer is possible.
problem-answer-unknown-option = Question { $question }: this answer is not in the list.
problem-answer-unknown-question = An answer belongs to no question. Reload the page.
problem-answer-not-a-number = Write a whole number, in digits.
problem-answer-out-of-range = Question { $question }: the number must be between { $min } and { $max }.
problem-answer-nothing = Answer at least one question.
problem-already-sent = Your response has been sent already. It is anonymous: it can no longer change.

# Building
build-count = { $sections ->
    [0] No parts
    [one] One part
   *[other] { $sections } parts
}, { $questions ->
    [0] no questions
    [one] one question
   *[other] { $questions } questions
}
build-frozen = The round is open or over: its questions no longer change.
build-empty = An empty questionnaire
build-empty-words = Begin with a part, such as “Your family”. Then add questions to it.
build-new-section = New part
build-add-section = Add a part
build-section = Part { $n }
build-section-title = Title of the part
build-section-intro = A few words of introduction
build-add-question = Add a question
build-which-kind = What sort of question?
build-is-required = required
build-up = Move up
build-down = Move down
build-copy = Duplicate
build-correct = Correct
build-remove = Remove
build-keep = Keep
build-remove-question = Remove this question? Its texts will be lost.
build-remove-section = { $n ->
    [0] Remove this part?
    [one] Remove this part and its question?
   *[other] Remove this part and its { $n } questions?
}
build-save = Save
build-cancel = Cancel
build-label = Question
build-help = Help under the question
build-options = Possible answers
build-options-hint = One per line. The word before the bar | is the answer’s code: keep it when you correct the text. For a new answer, write its text alone.
build-steps = Number of steps (2 to 10)
build-low = Words of the first step
build-high = Words of the last step
build-min = Smallest number
build-max = Largest number
build-unit = Unit (children, minutes…)
build-length = Greatest length, in characters
build-label-easy = { $label }, in easy-to-read French
build-label-english = { $label }, in English
build-in-easy = In easy-to-read French
build-in-english = In English
kind-single = Single choice
kind-multiple = Multiple choice
kind-scale = Scale
kind-faces = Faces
kind-number = Number
kind-short-text = Short answer
kind-long-text = Free answer
kind-words-single = One answer from a list.
kind-words-multiple = Several answers from a list.
kind-words-faces = Five faces, from very dissatisfied to very satisfied.
kind-words-number = A whole number, between two bounds.
kind-words-short-text = A few words, on one line.
kind-words-long-text = A story or an opinion, as long as it needs to be.
problem-out-of-bounds = Give a number from { $min } to { $max }.
problem-number-span = The largest number must exceed the smallest, by { $span } at most.
problem-option-without-french = This line belongs to no answer in French.
problem-code-malformed = “{ $code }” is not a code: lower-case letters without accents, digits, at most 20 characters.
problem-code-twice = The code “{ $code }” is written twice.
problem-too-many-sections = At most { $max } parts.
problem-too-many-questions = At most { $max } questions.

# Results
results-while-open = This round is anonymous: answers will be shown after it closes, all together, so that nobody can guess who said what.
results-nobody = Nobody answered.
results-protected = Where fewer than { $n } people of a college answered, its figures stay hidden, and sometimes those of another college too. This keeps everyone anonymous.
results-no-answer = Nobody answered this question.
results-all-hidden = Too few answers: the figures stay hidden to protect anonymity.
chart-option = Answer
chart-answered = Answered
lean-unsatisfied = { $kind ->
    [family] families are rather dissatisfied ({ $low }%)
    [professional] professionals are rather dissatisfied ({ $low }%)
    [elected] elected officials are rather dissatisfied ({ $low }%)
   *[other] { $college }: rather dissatisfied ({ $low }%)
}
lean-satisfied = { $kind ->
    [family] families are rather satisfied ({ $high }%)
    [professional] professionals are rather satisfied ({ $high }%)
    [elected] elected officials are rather satisfied ({ $high }%)
   *[other] { $college }: rather satisfied ({ $high }%)
}
lean-mixed = { $kind ->
    [family] families are divided ({ $high }% satisfied, { $low }% dissatisfied)
    [professional] professionals are divided ({ $high }% satisfied, { $low }% dissatisfied)
    [elected] elected officials are divided ({ $high }% satisfied, { $low }% dissatisfied)
   *[other] { $college }: divided ({ $high }% satisfied, { $low }% dissatisfied)
}
lean-to = { $kind ->
    [family] families lean towards “{ $end }” ({ $n }%)
    [professional] professionals lean towards “{ $end }” ({ $n }%)
    [elected] elected officials lean towards “{ $end }” ({ $n }%)
   *[other] { $college }: rather “{ $end }” ({ $n }%)
}
lean-between = { $kind ->
    [family] families are divided ({ $low }% on one side, { $high }% on the other)
    [professional] professionals are divided ({ $low }% on one side, { $high }% on the other)
    [elected] elected officials are divided ({ $low }% on one side, { $high }% on the other)
   *[other] { $college }: divided ({ $low }% on one side, { $high }% on the other)
}
lean-neither = { $kind ->
    [family] families are neither satisfied nor dissatisfied ({ $n }%)
    [professional] professionals are neither satisfied nor dissatisfied ({ $n }%)
    [elected] elected officials are neither satisfied nor dissatisfied ({ $n }%)
   *[other] { $college }: neither satisfied nor dissatisfied ({ $n }%)
}
lean-middle = { $kind ->
    [family] families stay in the middle ({ $n }%)
    [professional] professionals stay in the middle ({ $n }%)
    [elected] elected officials stay in the middle ({ $n }%)
   *[other] { $college }: in the middle ({ $n }%)
}
top-one = “{ $option }”
top-two = “{ $option }” and “{ $other }”
top-many = { $n } answers level
top-same = Everywhere the most frequent answer is { $options }: { $clauses }.
top-most = Most frequent answer: { $clauses }.
top-share = { $kind ->
    [family] { $n }% of families
    [professional] { $n }% of professionals
    [elected] { $n }% of elected officials
   *[other] { $college }, { $n }%
}
top-clause = { $kind ->
    [family] { $options } for families ({ $n }%)
    [professional] { $options } for professionals ({ $n }%)
    [elected] { $options } for elected officials ({ $n }%)
   *[other] { $options } for { $college } ({ $n }%)
}
mean-sentence = On average{ $unit }: { $clauses }.
mean-clause = { $kind ->
    [family] { $mean } for families (half of them say { $median } or less)
    [professional] { $mean } for professionals (half of them say { $median } or less)
    [elected] { $mean } for elected officials (half of them say { $median } or less)
   *[other] { $mean } for { $college } (half of them say { $median } or less)
}
unanswered = No answer: { $clauses }.
unanswered-clause = { $kind ->
    [family] families { $n } of { $total }
    [professional] professionals { $n } of { $total }
    [elected] elected officials { $n } of { $total }
   *[other] { $college } { $n } of { $total }
}
quotes-count = { $n ->
    [one] One person answered in their own words.
   *[other] { $n } people answered in their own words.
}
quotes-none = No texts to show.
quotes-n = { $n ->
    [one] one text
   *[other] { $n } texts
}
quotes-all = Read all { $n } texts
quotes-hidden = Fewer than { $n } responses in this college, or a neighbouring one too small: its texts stay hidden.
quotes-pages = Pages of texts
quotes-first = Back to the beginning
quotes-next = Next texts
quotes-back = Back to all results
ask-other = Other
ask-other-words = If it is something else, say it here
ask-choose = Choose
ask-consent = Yes, I agree
ask-decline = I prefer not to answer
ask-menu = Begin to type, then choose in the list.
ask-least-most = From { $least } to { $most } answers.
ask-least = At least { $n ->
    [one] one answer
   *[other] { $n } answers
}.
ask-most = { $n ->
    [one] One answer at most.
   *[other] { $n } answers at most.
}
ask-ranking = Put first what matters most to you.
ask-rank = { $n ->
    [1] First choice
    [2] Second choice
    [3] Third choice
   *[other] Choice { $n }
}
ask-points = Share { $total } points. Give more to what matters more.
ask-email = Your address is used only to answer you. No result shows it.
ask-note-link = See on { $site } (new window)
yes-no-yes = Yes
yes-no-no = No
yes-no-unsure = I don’t know
nps-low = not at all
nps-high = absolutely
nps-sentence = Recommendation, from −100 to +100: { $clauses }.
nps-clause = { $kind ->
    [family] families { $score }
    [professional] professionals { $score }
    [elected] elected officials { $score }
   *[other] { $college } { $score }
}
points-sentence = What gets most points on average: { $clauses }.
points-clause = { $kind ->
    [family] for families “{ $thing }” ({ $mean })
    [professional] for professionals “{ $thing }” ({ $mean })
    [elected] for elected officials “{ $thing }” ({ $mean })
   *[other] for { $college } “{ $thing }” ({ $mean })
}
points-caption = Points on average, out of { $total }
results-emails = { $n ->
    [0] Nobody left an address.
    [one] One person left an address.
   *[other] { $n } people left an address.
}
results-declined = { $n ->
    [one] One person preferred not to answer.
   *[other] { $n } people preferred not to answer.
}
hour = { $hour }:00
take-more = Your answer opens another question.
take-wanted = You have not answered these questions:
take-wanted-next = You can answer, or go on without answering.
build-required = Must it be answered?
build-required-no = No, it is optional
build-required-soft = It is wanted: one reminder, then people may go on
build-required-yes = Yes, it must be answered
build-declinable = Offer “I prefer not to answer”
build-is-conditional = on condition
build-note = Text
build-label-hint = To take up an earlier answer, write the code of its question between braces: { "{" }children{ "}" }.
build-items = Rows
build-items-hint = One per line, as the answers.
build-names = Names of the steps
build-names-hint = One per line, from the first to the last; or none, and only the ends have words.
build-other = Add “Other”, with a line to say it
build-menu = Long list: a menu that is searched by typing
build-shuffled = Order drawn for each person
build-shuffled-questions = Ask the questions of this part in an order drawn for each person
build-least = Answers at least
build-most = Answers at most
build-ranks = Number of ranks (empty: all)
build-unsure = Offer “I don’t know”
build-total = Points to share
build-link = Address of a picture or a film
build-link-hint = It begins with https://. People go there by a link: nothing is loaded from another site.
build-show = Show only if…
build-rule = Check the answer
build-rule-words = Message if it does not hold
build-keep-condition = Keep the imported condition, which is too long to be shown here
build-join = It takes that
build-all = all lines are true
build-any = at least one line is true
build-test = Line { $n }
build-test-what = Answer
build-test-none = — none —
build-test-value = Number or words
build-test-not = The opposite: it is not so
build-test-college = College
build-test-language = Language of the page
build-test-answered = there is an answer
build-test-at-least = at least (number beside)
build-test-at-most = at most (number beside)
build-test-contains = contains (words beside)
kind-yes-no = Yes or no
kind-stars = Stars
kind-nps = Recommendation, from 0 to 10
kind-ranking = Ranking
kind-matrix = Table
kind-points = Points to share
kind-date = Date
kind-time = Time
kind-texts = Several short answers
kind-email = E-mail address
kind-consent = Agreement
kind-note = Text without a question
kind-words-scale = Numbered steps, with words at both ends or a name for each.
kind-words-yes-no = Yes, no, and if you like “I don’t know”.
kind-words-stars = From one to five stars.
kind-words-nps = “Would you recommend…?”, from not at all to absolutely.
kind-words-ranking = Put things in order, the most important first.
kind-words-matrix = The same question about several things, a row for each.
kind-words-points = Share a number of points between several things.
kind-words-date = A day of the calendar.
kind-words-time = An hour of the day.
kind-words-texts = A few words for each line.
kind-words-email = To answer the person. Never shown nor exported.
kind-words-consent = A box to tick.
kind-words-note = An explanation, with a link to a picture or a film if needed.
problem-options-count = Give from { $min } to { $max } lines.
problem-answer-not-asked = An answer is about a question that you are not asked. Reload the page.
problem-answer-rule = Question { $question }: { $words }
problem-answer-other = Question { $question }: say what it is.
problem-answer-not-in-list = Question { $question }: choose in the list.
problem-answer-alone = Question { $question }: one of these answers excludes the others.
problem-answer-too-few = Question { $question }: choose at least { $least } answers.
problem-answer-too-many = Question { $question }: { $most } answers at most.
problem-answer-twice = Question { $question }: the same answer is chosen twice.
problem-answer-points = Question { $question }: the sum must be { $total } points. It is { $sum }.
problem-answer-not-a-date = Question { $question }: write a date, for example 14/03/2026.
problem-answer-not-a-time = Question { $question }: write a time, for example 09:30.
problem-quota-full = { $words }
problem-least-most = These numbers go from 0 to { $n }, the first no greater than the second.
problem-names-count = Give { $n } names, one per step, or none.
problem-code-reserved = The code “{ $code }” is reserved. Write another.
problem-link-malformed = The address must begin with https:// and have no space.
problem-too-many-rules = At most { $max } checks for one question.
problem-too-many-quotas = At most { $max } quotas.
problem-logic-unknown = Question { $question }: its condition speaks of “{ $code }”, which does not exist.
problem-logic-later = Question { $question }: its condition speaks of “{ $code }”, which comes after it.
problem-logic-value = The condition speaks of the answer “{ $value }”, which the question “{ $code }” does not have.
problem-logic-no-number = Question { $question }: its condition compares “{ $code }” with a number, but its answer is none.
problem-logic-too-big = Question { $question }: its condition is too long (at most { $max } elements).
problem-logic-never = Question { $question }: its condition never holds. Nobody would see it.
problem-pipe-unknown = Question { $question }: “{ $code }” is no question asked before it.
ask-nps = From 0 ({ $low }) to 10 ({ $high }).
build-words-only = The round has opened: its questions no longer change. Words can still be corrected (typing errors, translations); each correction is written in the journal.
build-try = Try the form out
build-ready = Start from a ready form
build-model = Model
build-use-model = Add this model
build-file = File of a form
build-import = Add this file
model-needs = Needs survey (10 questions)
model-satisfaction = Satisfaction after a service (8 questions)
model-innovation = Social innovation grid (20 criteria)
try-title = Try the form out
try-words = As on a phone. Nothing is kept: no answer, no draft.
try-back = Back to the questions
try-again = Start again
try-college = Answer as
try-sendable = These answers could be sent.
try-not-sendable = These answers could not be sent:
problem-form-file-unreadable = This file is not a form (line { $line }, column { $column }).
problem-form-file-empty = This form is empty.
problem-round-open-words-only = The round has opened: only words can be corrected. What is asked stays.
problem-round-published = The round is published: nothing changes any more.
ask-listen = Hear the question
review-anonymous = Your name is not kept with this response: nobody will know that it is yours. We only keep that you have answered, so that each person answers once. After sending you get a receipt: it alone lets you read, change or take back the response.
sent-anonymous = It is anonymous: it does not bear your name.
receipt-title = I have a receipt
receipt-words = The receipt opens your anonymous response. You need not sign in.
receipt-code = Your receipt
receipt-code-hint = Twelve letters and digits, for example K7QM-4T2X-9HDR.
receipt-open = Open my response
receipt-replace = Save my response
receipt-replaced = Changed. Your new response counts.
receipt-withdraw-title = Take my response back
receipt-withdraw-words = It will be erased and count no more. You will not be able to answer this round again: we know that you answered, but not which response was yours.
receipt-withdraw = Erase my response
receipt-withdrawn = Your response is erased. It counts no more.
receipt-yours = Your receipt
receipt-keep = Write it down or take a picture: it is shown only once, and we cannot find it again. It lets you read, change or take back your response while the round is open. If you don’t want it, forget it: your response counts all the same.
receipt-have = I have a receipt
problem-receipt-unknown = This receipt opens no response of this round. Check each character.
problem-receipt-more = Your answers open other questions. They are shown now.
build-export-xlsx = Take along as a spreadsheet (XLSForm)
build-export-json = Take everything along (JSON)
build-file-hint = An XLSForm workbook (ODK, Kobo…) or a file taken from here. Its parts are added behind the others.
problem-workbook-unreadable = This file is not a workbook that we can read.
problem-workbook-too-large = This workbook is too large once opened.
xlsform-losses = { $n ->
    [one] One thing was not taken over as it was
   *[other] { $n } things were not taken over as they were
}
xlsform-losses-words = The form is added. Read what follows: it does not exist here, or otherwise.
xlsform-place = Sheet and row
xlsform-column = Column
xlsform-what = What changes
xlsform-cell = What stood there
draft-waiting = No network. Your answers are kept on this device; they will go as soon as the network is back. Do not close this page.
draft-shared = No network. Nothing is kept on this device: do not close this page before the network is back.
draft-shared-box = Others use this device: keep nothing on it

# Results within an answer
build-filter = Let results be read by this answer (district, language…). In an anonymous round, only the first question ticked is used.
filter-title = Read a part of the results
filter-among = Among people who answered
filter-everyone = Everyone
filter-go = Show
filter-within = These results are those of the people who answered “{ $answer }” to the question “{ $question }”.
filter-college = These results are those of one college alone.
filter-texts = What people wrote is shown only with the texts of their whole college.
filter-remove = Back to all results
filter-refused = This part of the results cannot be shown: fewer than { $n } people could be recognised in it.
problem-filter-of-one-answer = This question can have several answers: it cannot divide the results.
problem-too-many-filters = At most { $max } questions can divide the results.
# Moving, in the builder
build-move = Move
build-move-where = Where to?
build-move-here = Put it here
build-move-first = at the beginning of this part
build-move-first-section = at the beginning of the questionnaire
build-move-behind = after “{ $question }”
build-questions = { $n ->
    [0] No question yet
    [one] One question
   *[other] { $n } questions
}
build-one-by-one = Take questions one by one
drag-first = Here: at the beginning of “{ $section }”.
drag-behind = Here: after “{ $before }”, in “{ $section }”.
drag-kept = Nothing moved.
desk-phone = See it as on a phone
desk-outline = Outline of the questionnaire
desk-add = Add and try
desk-question = Question
desk-section = Part
desk-ready = Ready questions
desk-try = Try
problem-place-gone = This place is no longer there: somebody changed the questionnaire. Choose another.

# Quotas
quotas = Limited numbers of answers (quotas)
quotas-words = Once enough people have given an answer, those who come later are told so by your message and need not go on.
quota-new = New quota
quota-add = Add a quota
quota-no-question = A quota limits an answer that is chosen: add a question with choices first.
quota-answer = Answer to count
quota-choose = — choose an answer —
quota-college = Of whom
quota-all = All colleges together
quota-limit = Number of answers, at most
quota-limit-hint = { $min } at least.
quota-limit-of = { $n } at most
quota-words = Message when it is full
quota-message = Thank you. We already have enough answers like yours.
quota-is-full = full
quota-taken = { $n } of { $limit }
quota-few = fewer than { $n }
quota-between = { $n } or more, not full yet
quota-tells-of-few = This round is anonymous. With a quota of fewer than { $n } answers, “full” says much about very few people: set a higher limit if you can.
problem-quota-unknown = A quota counts answers to “{ $code }”, which is not in the questionnaire. To remove this question, remove its quota first.
problem-quota-value = A quota counts the answer “{ $value }” to “{ $code }”, which cannot be chosen. To remove this answer, remove its quota first.
problem-quota-twice = This answer (“{ $value }” to “{ $code }”) already has a quota for the same people.

# Ready questions, one by one
model-questions = Questions for any survey
ready-title = Take ready questions
ready-lead = Tick what serves you. You can change everything afterwards.
ready-sources = Where the questions come from
ready-earlier = From another survey of mine
ready-whole = { $n ->
    [one] The whole part (one question)
   *[other] The whole part ({ $n } questions)
}
ready-where = Where to put them?
ready-own-sections = In new parts, at the end
ready-end-of = At the end of “{ $section }”
ready-take = Add to my questionnaire
ready-left = The questions are in your questionnaire. This could not come along, for it speaks of questions that you did not take:
ready-taken = See my questionnaire
left-condition = : its condition is left out, it is asked of everybody
left-rule = : a check is left out
left-place = : an answer it quotes is replaced by dots
left-section = : the condition of the part is left out
left-picture = : its photo belongs to another process, add it here
left-quota = : its quota is left out
problem-take-nothing = Tick at least one question.
kind-municipality = Municipality
kind-words-municipality = A municipality (or a district) of the territory, in a menu that is searched by typing.
build-places-from = Where do the municipalities come from?
build-places-own = From the territory of the process
build-places-now = { $n ->
    [one] { $n } municipality in the list
   *[other] { $n } municipalities in the list
}
build-places-stay = The list no longer changes by itself, even if territories are added later.
build-places-refresh = Take the list of territories over again now
problem-places-none = There is neither a municipality nor a district in this territory. Whoever administers this site can add them.
problem-places-too-many = { $max } municipalities at most.
results-other-places = { $n ->
    [one] { $n } other municipality
   *[other] { $n } other municipalities
}
pictures = Pictures
picture-of-note = Picture of this text
picture-add = Add a picture
picture-change = Change the picture or its description
picture-file = Photo or picture
picture-file-hint = JPEG, PNG or WebP, 8 MB at most. It is made smaller; place and date of the photo are erased.
picture-again = { $n ->
    [one] Or use the picture of the process again
   *[other] Or use one of the { $n } pictures of the process again
}
picture-number = Picture { $n }
picture-alt = Description of the picture
picture-alt-hint = For people who do not see it: what it shows, in one sentence.
picture-decoration = This picture is decoration alone: it says nothing beyond the text
picture-is-decoration = Decoration, without a description
picture-save = Save the picture
picture-remove = Remove the picture
problem-picture-unreadable = This file is not a JPEG, PNG or WebP picture. An iPhone can save as JPEG: Settings, Camera, Formats, “Most Compatible”.
problem-picture-too-heavy = This picture is larger than 8 MB. Make it smaller, or take a screenshot of it.
problem-picture-too-many-pixels = This picture has more than 40 million pixels. Make it smaller, or take a screenshot of it.
problem-picture-too-many = A process keeps { $max } pictures at most. Use one of those that are there.
problem-picture-not-here = There are no pictures in a menu or in this kind of question. Remove the pictures first.
problem-picture-elsewhere = This picture is not of this process.
build-places-file = From an imported file
