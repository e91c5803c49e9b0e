account-email = E-mail address
account-password = Password
account-new-password = New password
account-old-password = Current password
account-password-hint = At least { $min } characters. A few unrelated words make a good password.
account-password-title = Change password
account-password-submit = Change the password
account-name = Name or first name
account-name-title = Your name
account-name-hint = The other participants will see it beside what you write.
account-save = Save
account-language = Language
account-language-legend = Language of pages and e-mails
account-places = Your processes
account-no-places = You take part in no process yet. To take part, enter the code of a card or open the invitation that came by e-mail.
account-card = You came with a card. Keep it: it alone brings you back here, on this phone or another.
sign-in-lead = With your e-mail address and your password.
sign-in-card = I have a card with a code
sign-in-forgot = I forgot my password
sign-in-sign-up = Create an account
sign-up-lead = With an account you follow your processes and hear from them by e-mail.
sign-up-card = Did you receive a card? Then you need no account.
sign-up-sign-in = I have an account already
sign-up-sent = We have sent an e-mail to the address you gave. Open it and follow its link.
look-into-your-mail = Look into your e-mail
mail-not-there = Nothing after a few minutes? Look into the spam folder, and check that the address was right.
verify-title = Confirm your address
verify-lead = One more step: confirm that this e-mail address is yours.
verify-submit = Yes, this is my address
verify-please = The address { $email } is not confirmed yet. Open the e-mail that we sent you and follow its link.
verify-again = Send me another e-mail
forgot-title = Forgotten password
forgot-lead = Give your address: we send you a link to choose a new one.
forgot-submit = Send the link
forgot-sent = We have sent an e-mail to the address you gave. Its link holds for two hours.
forgot-card = Did you come with a card? Enter its code again.
reset-title = New password
reset-lead = Choose a new password. You will be signed out everywhere else.
reset-submit = Save this password
everywhere-title = Sign out everywhere
everywhere-words = A lost phone, a borrowed computer? End all your sessions, this one included.
everywhere-submit = Sign me out everywhere
done-sent = Another e-mail has left. Only one leaves per minute.
done-verified = Your address is confirmed. Thank you!
done-reset = Your new password is saved. Please sign in.
done-password = Your password is changed. Your other devices are signed out.
done-renamed = Your name is saved.
done-language = Your language is saved.
done-joined = You now take part. Sign in to continue.
done-everywhere = You are signed out everywhere.
invitation-title = Take part in “{ $process }”
invitation-lead = Hello { $name }. { $territory } invites you to take part.
invitation-password = Choose a password: with your e-mail address it brings you back.
invitation-known = You have an account at this address already: it serves here too.
invitation-submit = I take part
card-lead = Enter the code written on your card. No e-mail, no password.
card-code = Code of the card
card-code-hint = Three groups of four characters. Capitals, blanks and dashes do not matter.
card-submit = Enter
card-sign-in = I come with my e-mail address
card-replaces = { $name } is signed in on this device. Entering a code signs them out.
card-welcome = Welcome!
card-welcome-lead = This card is used for the first time. What shall we call you?
card-name = Your first name, or an alias
card-name-hint = It may be invented. Others will see it beside what you write. Next time the card will be enough.
card-submit-name = Begin
card-qr = Code to scan with a phone
card-address-before = Type
card-address-after = then this code, or scan the square.
card-note = Card no. { $number }, personal. Keep it until the end.
mail-verify-subject = Confirm your address
mail-verify-body =
    Hello,

    You have just created an account. To confirm that this address is yours, open this link:

    { $url }

    It holds for a week. If you did not ask for anything, do nothing: without you this account stays outside.
mail-known-subject = You have an account already
mail-known-body =
    Hello,

    Somebody, probably you, wanted to create an account with this address. You have one already. To sign in:

    { $sign_in }

    Forgot your password? Choose a new one here:

    { $forgot }

    If it was not you, do nothing: nobody has entered your account.
mail-reset-subject = Choose a new password
mail-reset-body =
    Hello,

    To choose a new password, open this link:

    { $url }

    It holds for two hours and serves once. If you did not ask for it, do nothing: your password does not change.
mail-unknown-subject = No account at this address
mail-unknown-body =
    Hello,

    Somebody, probably you, asked for a new password for this address. It has no account with us. Perhaps you gave another address; if not, you can create an account here:

    { $url }

    If it was not you, do nothing.
mail-password-subject = Your password has changed
mail-password-body =
    Hello,

    The password of your account has just changed, and your other devices are signed out.

    If it was not you, quickly choose a new password here:

    { $url }
mail-invitation-subject = Invitation to take part: { $process }
mail-invitation-body =
    Hello { $name },

    You are invited to take part in “{ $process }” ({ $territory }). Your voice counts there as much as anybody’s. To come, open this link:

    { $url }

    It holds for a month and serves once. If this invitation is not for you, do nothing.
mail-end =
    Palabre
    { $site }
problem-not-an-email = This e-mail address is not complete. Example: nadia@example.org
problem-password-short = The password needs at least { $min } characters.
problem-password-is-email = The password can’t be your e-mail address.
problem-wrong-password = The address or the password does not match.
problem-old-password = This is not your current password.
problem-link-over = This link has been used, or its time has passed. Ask for a new one.
problem-too-many-mails = Several e-mails have just left for this address. Wait a few minutes.
problem-code-character = The character “{ $character }” is on no card. There is no O, no zero, no I, no L, no 1: please look again.
problem-code-length = { $expected } characters are needed; you wrote { $length }.
problem-code-mistyped = One character of the code is mistyped. Compare it with your card, one by one.
problem-code-unknown = This code opens nothing. If it is the one on your card, talk to the facilitator.
