accord-link = See where the publics agree
accord-title = Where the publics agree
accord-lead = Each person has one voice. The colleges stand side by side: what all of them want, what all of them refuse, and where they part.
accord-all = All proposals and their votes
accord-other-method = This page compares votes “for, against, abstain” or “agree, disagree, pass” that are kept with names. In this round people vote otherwise.
accord-no-votes = Nobody has voted yet
accord-no-votes-words = As soon as votes come in, they can be compared here.
accord-most-voted = The proposals with the most votes
accord-together = What all want
accord-none-together = No proposal has more than half of the votes for it in every college compared.
accord-refused = What all refuse
accord-none-refused = No proposal has more than half of the votes against it in every college compared.
accord-apart = Where the publics part
accord-none-apart = The colleges are not far apart on any proposal.
accord-alone = What one public wants alone
accord-none-alone = No college is alone in wanting a proposal.
accord-alone-words = { $college }: { $share }% for. In the other colleges compared { $next }% at most.
accord-sure-for = Agreement everywhere: in every college more than half are for it. There are enough votes for this not to be chance.
accord-sure-against = Refusal everywhere: in every college more than half are against it. There are enough votes for this not to be chance.
accord-votes = { $n ->
    [0] Nobody has voted yet.
    [one] { $n } vote in all.
   *[other] { $n } votes in all.
}
accord-not-voted = Have not voted
accord-everybody = All together
accord-how = Colleges with at least { $n } votes are compared. Sentences count votes: 50% for is half of the people who voted. Bars show all members, those who have not voted too.
accord-ranking = What suits every public at once
accord-ranking-words = To be high in this list a proposal must suit all colleges. If one of them refuses it, it goes down.
accord-ranking-caption = Share for in each college, and common agreement
accord-points = Common agreement (0 to 100)
groups-title = Groups that vote alike
groups-lead = Sometimes people of different colleges vote alike. These groups are looked for in the votes, without looking at the college.
groups-not-yet = This has not been worked out yet. Come back in a few minutes.
groups-few = No groups are shown: { $n ->
    [0] nobody has
    [one] { $n } person has
   *[other] { $n } people have
} voted on at least { $votes } proposals. { $most } are needed. With fewer, one would see groups by chance.
groups-alike = No groups are shown: everybody votes alike. There is nothing to tell apart.
groups-small = No groups are shown: one of them would have fewer than { $n } people. One could guess who is in it.
groups-unstable = No groups are shown: they do not hold. With a few people less, others would be found (likeness: { $score } of 100).
groups-sum = { $people } people have voted enough. Their votes form { $n } groups. Looking again with a few people less finds almost the same ones (likeness: { $score } of 100).
groups-where = Where I sit.
groups-mine = Your votes are nearest to { $group }.
groups-mine-few = Vote on at least { $n } proposals to know.
groups-only-you = Nobody else sees these words. Your group is written down nowhere.
groups-name = group { $letter }
groups-heading = { $group }: { $n } people
groups-speaks-for = In this group { $n } of { $seen } are for it. Among the others: { $others } of { $all }.
groups-speaks-against = In this group { $n } of { $seen } are against it. Among the others: { $others } of { $all }.
groups-no-vote = You have not voted on this proposal.
groups-table = Votes by group on “{ $title }”
groups-how = A group has no name and does not say who is right. Pages never show who is in which group.
