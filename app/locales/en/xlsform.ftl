problem-xlsform-no-survey = This workbook has no “survey” sheet with a “type” column. It is not an XLSForm.
problem-xlsform-too-many-rows = Sheet “{ $sheet }”: { $max } rows at most.
problem-xlsform-too-many-columns = Sheet “{ $sheet }”: { $max } columns at most.
problem-xlsform-cell-too-long = Sheet “{ $sheet }”, row { $row }: a cell has more than { $max } characters.
problem-xlsform-row = Sheet “{ $sheet }”, row { $row }: { $why ->
    [required] a text is missing.
    [too-long] a text is too long ({ $length } characters, { $max } at most).
    [options-count] give { $min } to { $max } options.
    [least-most] the number of choices goes from 0 to { $n }, the fewest before the most.
    [out-of-bounds] give a number from { $min } to { $max }.
    [number-span] the maximum must be above the minimum, by { $span } at most.
    [link-malformed] the address must begin with https:// and have no space.
    [list-unknown] the list “{ $list }” is not in the “choices” sheet.
    [group-open] a group has no beginning or no end.
    [groups-deep] { $max } groups in one another at most.
    [too-many-sections] { $max } sections at most.
    [too-many-questions] { $max } questions at most.
    [too-many-rules] { $max } checks at most for a question.
    [too-many-quotas] { $max } quotas at most.
    [logic-too-big] the condition is too long ({ $max } parts at most).
    [logic-never] the condition is never true. Nobody would see the question.
   *[other] this row cannot be taken over.
}
xlsform-loss-column = This column is not taken over.
xlsform-loss-language = Language not recognised: its texts are kept under a provisional tag.
xlsform-loss-type = There is no such type of row here: the row is left out.
xlsform-loss-name = This name is no code: a code was made from it.
xlsform-loss-label = Nothing to read: the name stands in for it.
xlsform-loss-reference = This text names an answer that cannot be shown there.
xlsform-loss-condition = Condition not understood: shown to everybody.
xlsform-loss-rule = Check not understood: it is not made.
xlsform-loss-rule-words = Check without a message: a general one is added.
xlsform-loss-message = This message is not taken over: Palabre has its own for these bounds.
xlsform-loss-required = “Required” not understood: the question is optional.
xlsform-loss-appearance = This appearance is not taken over.
xlsform-loss-parameters = These parameters are not taken over.
xlsform-loss-repeat = Repeated group: asked once only.
xlsform-loss-nested = Group in a group: its questions join the section, its title becomes a note.
xlsform-loss-grid = This table cannot be taken over: its rows become questions.
xlsform-loss-decimal = Whole numbers only.
xlsform-loss-date-time = The date only, without the time.
xlsform-loss-bounds = The bounds of the number are missing or too far apart: others are set.
xlsform-loss-length = The length of the text is adjusted.
xlsform-loss-menu = Long list: shown as a menu.
xlsform-loss-quota = Quota not understood.
problem-group-open = A group has no beginning or no end.
problem-groups-deep = { $max } groups in one another at most.
problem-list-unknown = The list “{ $list }” is not in the “choices” sheet.
xlsform-loss-picture = This picture does not come with the file: add it here.
