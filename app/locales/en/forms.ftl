form-optional = (optional)
form-errors = { $n ->
    [one] One thing needs another look
   *[other] { $n } things need another look
}
form-refused = This could not be saved
form-typed = What you had written
problem-sign-in = Please sign in or enter the code of your card first.
problem-forbidden = This action is not open to you in this process.
problem-not-found = There is no such thing, or not any more.
problem-malformed = What was sent was incomplete or malformed. Reload the page and try again.
problem-required = Please fill this in.
problem-too-long = The text is too long: { $length } characters, { $max } at most.
problem-language-tag = “{ $tag }” is not a known language.
problem-too-many-tries = Too many tries. Wait a minute before you try again.
problem-not-a-date = This date can’t be read. Expected: 2026-03-14 18:30.
problem-opening-passed = The round is open already: its opening date stays.
problem-closes-before-opens = The closing must come after the opening.
problem-closes-in-the-past = The closing must be in the future.
problem-round-not-yet-open = This round is not open yet.
problem-round-closed = This round is closed.
problem-round-already-open = The round is open already: its frame stays.
problem-round-already-published = This round is published already.
problem-round-not-closed = This round is not closed yet.
error-title-sign-in = Sign in to go on
error-words-sign-in = This page is for people who take part. Enter the code of your card or sign in with your e-mail.
error-title-forbidden = This page is not open to you
error-words-forbidden = It is for other participants of the process. If you think this is a mistake, talk to the facilitator.
error-title-not-found = Page not found
error-words-not-found = The address may be incomplete, or the page is gone.
error-title-invalid = The request was not understood
error-words-invalid = Reload the page and try again.
error-title-conflict = Not possible now
error-title-too-many = Too many tries
error-title-fault = Something went wrong on our side
error-words-fault = It is not your fault, and nothing was half saved. Try again in a moment; if it goes on, give the reference below to the facilitator.
error-reference = Reference:
error-home = Back to the home page
