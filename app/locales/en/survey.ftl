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
review-anonymous = Once sent, nobody can read or change this response again, not even you. Your name is not kept with it. We only keep that you answered, so that everyone answers once.
review-named = Your response will be kept with your name. You can change it until the round closes ({ $closes }).
review-send = Send my response
review-back = Back to the questions
review-change = Change
review-to-answer = To be answered
review-no-answer = No answer
sent-thanks = Thank you, your response counts.
sent-anonymous = It is anonymous: nobody can read or change it again.
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
build-required = An answer is required
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
kind-words-scale = Numbered steps, with words at both ends.
kind-words-faces = Five faces, from very dissatisfied to very satisfied.
kind-words-number = A whole number, between two bounds.
kind-words-short-text = A few words, on one line.
kind-words-long-text = A story or an opinion, as long as it needs to be.
problem-out-of-bounds = Give a number from { $min } to { $max }.
problem-number-span = The largest number must exceed the smallest, by { $span } at most.
problem-options-count = Give from 2 to { $max } possible answers.
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
