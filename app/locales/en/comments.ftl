comments-order-by = Sort the comments
comments-order-time = By date
comments-order-agreed = Most agreed
comments-order-discussed = Most discussed
comments-all = See all comments
comments-more = { $n ->
    [one] Read the other reply
   *[other] Read the { $n } other replies
}
comment-edited = Changed:
comment-history = What this comment said before
comment-version = Written on
comment-answers = In reply to { $name }
comment-for = For
comment-edit = Change
comment-new-words = Your comment
comment-edit-hint = { $max } characters at most. The earlier words stay readable by all who read the comment. Marks begin anew: they were given to the earlier words.
comment-edit-send = Save
comment-edit-answered = This comment has an answer: its words no longer change. You can take it back; the answer then goes with it.
comment-withdraw = Take this comment back
comment-withdraw-words = Your words will be erased for good. The replies of others stay. In their place people will read: “Comment taken back by its author”.
comment-withdraw-send = Take my comment back
comment-withdrawn = Comment taken back by its author.
comment-report = Report
comment-show = Show again
mark-agree = Agree
mark-disagree = Disagree
marks-of = Your opinion on the comment of { $name }
mention-title = Let somebody know
mention-legend = Whom is this comment for? { $most } choices at most.
mention-public = the whole college
word-mentions = People speak to you
word-mention = { $name } speaks to you, on “{ $title }”
word-mention-public = to your whole college
mail-mention-subject = Somebody speaks to you
mail-mention-body =
    Hello,

    In the process “{ $process }”, a comment is for you. To read it:

    { $url }

    You get one message of this kind a day at most. All that is for you is here: { $word }

    To stop these e-mails, without signing in: { $off }
problem-already-withdrawn = Its author has already taken it back.
problem-comment-is-hidden = Moderation has hidden this comment: it can’t change as long as it is hidden.
problem-comment-answered = This comment has an answer: its words no longer change. You can take it back.
problem-many-edits = This comment has already been changed { $most } times, which is the most.
problem-mark-own = Nobody gives an opinion on their own comment.
problem-mention-unknown = Choose the people to let know from the list.
problem-many-mentions = { $most } choices at most.
problem-pace-comment = You have written many comments in a short time. You may go on in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. Keep your text: it has not been sent yet.
problem-pace-edit = You have made many changes in a short time. You may go on in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. Keep your text: it has not been saved yet.
problem-pace-mark = You have given many opinions in a short time. You may go on in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
problem-pace-report = You have made many reports in a short time. You may go on in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. Keep your text: it has not been sent yet.
problem-not-yours = This is not your text: only its author can do that.
