account-email = E-mail address
account-password = Password
account-new-password = New password
account-old-password = Current password
account-password-hint = At least { $min } characters. A short sentence is easy to remember.
account-password-title = Change the password
account-password-submit = Change the password
account-name = First name or name
account-name-hint = This is what others see. It may be invented.
account-name-title = My name
account-language = My language
account-language-legend = Language of screens and e-mails
account-save = Save
account-places = My processes
account-no-places = You take part in no process yet. A card or an invitation brings you in.
account-card = You came with a card. Keep it: only the card brings you back.
card-code = The code of your card
card-code-hint = 12 letters and digits. Dashes do not count.
card-lead = Type the code written on your card. There is nothing else to fill in.
card-submit = Enter
card-sign-in = I have no card, I have an e-mail address
card-replaces = You are signed in already: { $name }. The card will take its place.
card-welcome = Welcome
card-welcome-lead = This card is used for the first time. What shall we call you?
card-name = Your first name
card-name-hint = It may be invented. This is what others will see.
card-submit-name = That’s me
done-sent = The e-mail is on its way. Look into your mailbox.
done-verified = Thank you, your address is confirmed.
done-reset = Your password is changed. You can sign in.
done-password = Your password is changed. Other devices are signed out.
done-renamed = Your name is changed.
done-language = Your language is saved.
done-joined = You take part in the process now.
done-everywhere = You are signed out everywhere.
done-card = Welcome.
everywhere-title = Sign out everywhere
everywhere-words = Useful when you lost a phone or forgot to sign out.
everywhere-submit = Sign out of all devices
forgot-title = Forgotten password
forgot-lead = Give your address. We send you a link to choose a new password.
forgot-submit = Send the link
forgot-sent = If this address is known, a link has just left. It serves once, for two hours.
forgot-card = I have a card: I need no password
look-into-your-mail = Look into your mailbox
mail-not-there = Nothing there? Wait some minutes and look into the junk folder.
reset-title = Choose a new password
reset-lead = All your devices will be signed out then.
reset-submit = Change the password
verify-title = Confirm my address
verify-lead = One click and it is done.
verify-submit = Yes, this address is mine
verify-again = Send the e-mail again
verify-please = Your address { $email } is not confirmed yet.
sign-in-lead = With your e-mail address and your password.
sign-in-card = I have a card with a code
sign-in-forgot = I forgot my password
sign-in-sign-up = Create an account
sign-up-lead = An e-mail address and a password are enough.
sign-up-card = Do you have a card? You need no account.
sign-up-sign-in = I have an account already
sign-up-sent = We have just written to you. Open the e-mail to go on.
invitation-title = You are invited: { $process }
invitation-lead = Hello { $name }. This process takes place here: { $territory }.
invitation-password = Choose a password: it will bring you back.
invitation-known = You have an account already. Accept, then sign in.
invitation-submit = I accept the invitation
mail-verify-subject = Confirm your address
mail-verify-body = Hello,
    
    Open this link to confirm that this address is yours:
    { $url }
    
    You asked for nothing? Do nothing.
mail-known-subject = You have an account already
mail-known-body = Hello,
    
    Somebody, probably you, wanted to create an account with this address. There is one already.
    
    To sign in: { $sign_in }
    Forgotten password: { $forgot }
mail-unknown-subject = No account at this address
mail-unknown-body = Hello,
    
    Somebody asked for a new password for this address. No account belongs to it.
    
    To create one: { $url }
mail-reset-subject = Choose a new password
mail-reset-body = Hello,
    
    Open this link to choose a new password. It serves once, for two hours:
    { $url }
    
    You asked for nothing? Do nothing: your password stays.
mail-password-subject = Your password has changed
mail-password-body = Hello,
    
    The password of your account has just been changed. If it was not you, choose another one at once:
    { $url }
mail-invitation-subject = Invitation: { $process }
mail-invitation-body = Hello { $name },
    
    You are invited to take part in “{ $process }” ({ $territory }).
    To come, open this link:
    { $url }
    
    It holds for thirty days. You may also do nothing.
mail-end = Palabre, { $site }
problem-not-an-email = This e-mail address is not complete. Example: nadia@example.org
problem-password-short = The password needs at least { $min } characters.
problem-password-is-email = The password can’t be your e-mail address.
problem-wrong-password = The address or the password does not match.
problem-old-password = This is not your current password.
problem-link-over = This link has served already, or is too old. Ask for another one.
problem-too-many-mails = An e-mail has just left. Wait some minutes.
problem-code-character = The character “{ $character }” is in none of our codes.
problem-code-length = A code has { $expected } letters and digits. You typed { $length }.
problem-code-mistyped = A letter or digit is wrong. Check the code on the card.
problem-code-unknown = This code opens nothing here. Ask the person who gave you the card.
