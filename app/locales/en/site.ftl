skip = Skip to content
college = College
college-family = Families
college-professional = Professionals
college-elected = Elected officials
college-other = Other college
nav-main = Main navigation
nav-language = Language
nav-processes = Processes
nav-card = I have a card
nav-sign-in = Sign in
nav-sign-out = Sign out
nav-account = My account
nav-my-word = What became of my word
nav-admin = Administration
crumbs = Breadcrumb
footer-words = Palabre: decide together, and know what became of each word.
footer-about = About
footer-privacy = Your data
footer-accessibility = Accessibility
easy-to-read = Easy to read (French)
round-state-draft = Draft
round-state-announced = Announced
round-state-open = Open
round-state-closed = Closed
round-state-published = Published
round-kind-survey = Needs survey
round-kind-proposals = Proposals and votes
round-kind-charter = Drafting a charter
round-kind-evaluation = Satisfaction evaluation
outcome-retained = Retained
outcome-partly = Retained in part
outcome-not-retained = Not retained
outcome-pending = Answer awaited
chart-numbers = Show the numbers
chart-hidden = hidden
chart-protected = Too few answers: figures hidden to protect anonymity (fewer than { $n }, or a neighbouring group too small)
chart-n = { $n ->
    [0] no answer
    [one] { $n } answer
   *[other] { $n } answers
}
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
about-title = About Palabre
about-lead = The arbre à palabres is the tree under which a community talks until it has decided. Palabre is that place, online.
about-how = How it goes
about-how-words =
    A process moves in rounds. Each round has an opening date and a closing date.

    - A survey asks everyone what they need.
    - Proposals are discussed and voted on.
    - A charter is written together, article by article.
    - An evaluation asks whether what was done suits people.

    After each round, the results are published with a decision and its reasons.
about-colleges = Three colleges, side by side
about-colleges-words =
    Families, professionals and elected officials each form a college. One person, one voice: none counts more than another.

    Results are read college by college, before any total. So a small group is not drowned in a large one.
about-word = What became of your word
about-word-words = When you are signed in, a page shows you what you proposed or wrote under your name, and the answer it was given. A need can become a proposal, then an article, then be evaluated.
about-code = Free software
about-code-words = Palabre is free software under the AGPL 3 or later. Anyone may study it, check it and install it.
privacy-title = Your data
privacy-lead = What this site keeps about you, why, and what you can ask for. In plain words.
privacy-who = Who is in charge
privacy-who-words = The person or body that answers for your data on this site:
privacy-who-missing = Those in charge of this site have not given their name and address yet. Ask the facilitator of your process for them.
privacy-why = Why
privacy-why-words = Your data serve one purpose: to let you take part in a process, and to show what it decided. They are neither sold nor used for advertising. No tracking tool is installed.
privacy-what = What is kept
privacy-what-words =
    - Your name or first name, as you chose it.
    - Your e-mail address and a fingerprint of your password, if you have an account. The password itself is not kept.
    - With a card: your first name or alias, and a fingerprint of the code. No e-mail, no telephone number.
    - Your processes, your college, and your organisation if you have one.
    - For each survey or evaluation, the fact that you answered: it is what guarantees one answer per person. The time is not kept.
    - A draft of an answer, with your name, until you send it.
    - A journal of administrative acts. It holds neither votes nor answers.

    Your internet address is used for a short moment to slow down those who try to guess codes. Palabre writes it down nowhere.
privacy-anonymous = When a round is anonymous
privacy-anonymous-words =
    Your answer is kept without your name, with your college and the day. Nothing links it to you: neither the facilitator nor the administrator nor we can find out which one is yours.

    That is why an anonymous answer, once sent, can no longer be read again, changed or deleted, even if you ask. The page tells you so before you send it.

    One limit, in all honesty: whoever controls the machine at the very moment of sending could see the answer pass. This is true of any site.

    In a college with fewer than { $screen } answers, the figures are hidden on screen. In files given to researchers, so are groups of fewer than { $export }. In free text, write nothing by which people could recognise you.
privacy-named = When a round carries names
privacy-named-words = Your proposals and comments appear with your name and your college. Your votes and stances are kept with your account so that you can change them until the round closes; only totals by college are shown. One exception: if you give a reason for your stance on an article, it appears with your name and that stance. Answers to a survey with names are kept with your account; researchers receive them under a number, without your name.
privacy-readers = Who sees what
privacy-readers-words =
    - Facilitators see the members of their process and what is written under a name.
    - Researchers receive files without names.
    - The administrator keeps the site running. Their pages show neither votes nor answers.
privacy-how-long = For how long
privacy-how-long-words = You are signed out after 7 days without a visit, and after 30 days at the latest. The rest is kept as long as the process can be read: nothing is deleted automatically. Those in charge of the site set the period and tell you if you ask.
privacy-cookies = Cookies
privacy-cookies-words = Two cookies at most, both needed: one keeps you signed in, the other remembers your language.
privacy-rights = Your rights
privacy-rights-words =
    You may ask to see your data, to correct them, to have them deleted, or object to their use. Write to those in charge, named above. Only anonymous answers are an exception: nobody knows which ones are yours.

    If the answer does not suit you, you may turn to the French data protection authority, the CNIL: www.cnil.fr
accessible-title = Accessibility
accessible-lead = Palabre wants to be usable by everyone: by keyboard, with a screen reader, on an old telephone, in large type.
accessible-state = Where we stand
accessible-state-words = The site aims at RGAA 4.1.2 and WCAG 2.2, level AA. No independent person has audited it in full yet: its conformance is therefore not established, and we do not claim it.
accessible-done = What is done
accessible-done-words =
    - Each page and each form works without JavaScript and by keyboard.
    - Pages fit a screen 320 pixels wide.
    - Nothing is said by colour alone: each state has a word and a sign.
    - Each chart comes with a sentence and a table.
    - Important texts can have an easy-to-read version.
accessible-not = What is not, or what we are not sure of
accessible-not-words =
    - Texts by participants and facilitators depend on their authors. The easy-to-read version is not there everywhere, and exists in French only.
    - The site has not been tried yet with people who use a screen reader every day.
    - The notice “This page has changed” needs JavaScript.
accessible-tell = Tell us
accessible-tell-words = If something stops you, talk to the facilitator of your process or to those in charge of the site. They can give you the content in another form, for instance on paper.
accessible-appeal = If nothing changes
accessible-appeal-words = You may turn to the French Defender of Rights: www.defenseurdesdroits.fr, or by telephone: +33 9 69 39 00 00.
