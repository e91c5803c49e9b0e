# Crossing two questions
cross-title = Cross two questions
cross-intro = Do answers to one question change with the answers to another? Choose two.
cross-rows = Question in rows
cross-columns = Question in columns
cross-all = All colleges
cross-go = Cross
cross-two = Choose two questions, different from each other.
cross-first-choice = first choice
cross-option = { $option }: { $answer }
cross-result = Questions { $a } and { $b }
cross-in-rows = In rows
cross-in-columns = In columns
cross-caption = { $colleges }: { $n ->
    [one] one person
   *[other] { $n } people
}
cross-contrast = Of the people who answer “{ $row }” (question { $question }), { $share }% answer “{ $column }” (question { $other }), against { $others }% of the others.
cross-link-slight = The link between the two answers is very weak.
cross-link-weak = The link between the two answers is weak.
cross-link-middling = The link between the two answers is moderate.
cross-link-strong = The link between the two answers is strong.
cross-link-chance = No link is seen between the two answers: such differences may be chance.
cross-not-measured = How strong the link is is not given: it would give the hidden cells away.
cross-nothing-clear = The cells that may be shown reveal no clear difference.
cross-too-few = Too few people in each cell to show whether the two answers are linked.
cross-one-answer = One of the two questions received a single answer: there is nothing to compare.
cross-few = Many cells count too few people to conclude: read this table with care.
cross-hidden = Cells of fewer than { $n } people are hidden, and others with them: otherwise they could be worked out. Everyone stays anonymous.
cross-left-out = A college of which too few people answered is not counted here.
cross-total = All
cross-reading = The stronger a cell’s colour, the more frequent this answer is in its row. Percentages read along the row, among the people who answered both questions.
cross-research = For researchers
cross-both = Answered both
cross-chi-square = Pearson’s χ²
cross-freedom = Degrees of freedom
cross-p = p
cross-v = Cramér’s V
cross-v-corrected = Corrected V (Bergsma)
cross-method = People who answered both questions, without continuity correction. We speak of a link from p < 0.05 on, and of its strength by Cohen’s w (0.1 weak, 0.3 moderate, 0.5 strong). The warning follows Cochran’s rule.

# Rankings
ranking-sentence = First in the ranking: { $clauses }.
ranking-clause = { $kind ->
    [family] { $options } for families ({ $mean } points on average, first choice of { $first }%)
    [professional] { $options } for professionals ({ $mean } points on average, first choice of { $first }%)
    [elected] { $options } for elected officials ({ $mean } points on average, first choice of { $first }%)
   *[other] { $options } for { $college } ({ $mean } points on average, first choice of { $first }%)
}
ranking-points = Points on average per person, from 0 to { $most } (Borda’s method): everyone gives { $most } to their first choice, one less to the next, and so on. What they did not rank shares the points that remain.
ranking-caption = { $college }: { $n ->
    [one] one ranking
   *[other] { $n } rankings
}
ranking-column-place = Place
ranking-column-sum = Points
ranking-column-mean = On average
ranking-column-first = First choice
ranking-column-ranked = Ranked by
