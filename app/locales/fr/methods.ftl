act-round-rules = Règles de vote d’un tour fixées
rules-title = Comment on vote
rules-lead = Ces choix se font avant l’ouverture. Ensuite ils ne changent plus : tout le monde vote selon les mêmes règles.
rules-fixed = Le tour est ouvert ou terminé : ces règles ne changent plus.
rules-method = Façon de voter
rules-most = Nombre de choix au plus (pour cocher)
rules-points = Nombre de points (pour répartir)
rules-score = Note la plus haute (pour noter)
rules-number-hint = De { $least } à { $most }. Ne sert qu’à cette façon de voter.
rules-counting = Façon de compter les classements
rules-reasons = Demande-t-on pourquoi ?
rules-results = Quand montre-t-on les nombres de votes ?
rules-entry = Comment entre-t-on ?
rules-ballots = Votes
rules-ballots-secret = Secrets
rules-ballots-named = Gardés avec le nom
rules-secret = Votes secrets : le vote est gardé sans le nom
rules-secret-hint = Chaque personne vote une seule fois pour tout le tour et garde un reçu. Les nombres ne se montrent qu’après la clôture. Les propositions et les commentaires gardent leur nom.
rules-save = Enregistrer les règles
method-for = Pour, contre, abstention
method-words-for = Une réponse par proposition.
method-agree = D’accord, pas d’accord, je passe
method-words-agree = Pour des phrases courtes. On voit où les publics se rejoignent.
method-consent = Consentement ou objection
method-words-consent = On ne demande pas « qui préfère ? » mais « qui ne peut pas vivre avec ? ». Une objection dit toujours pourquoi.
method-score = Une note
method-words-score = De 0 à la note la plus haute, pour chaque proposition.
method-judgment = Une mention (jugement majoritaire)
method-words-judgment = De « à rejeter » à « très bien », pour chaque proposition. On retient la mention du milieu.
method-approval = Cocher ce qui convient
method-words-approval = Un bulletin pour tout le tour, avec un nombre de choix au plus.
method-points = Répartir des points
method-words-points = Un bulletin pour tout le tour : on donne plus de points à ce qui compte plus.
method-ranking = Classer
method-words-ranking = Un bulletin pour tout le tour : la préférée d’abord.
counting-borda = Par rangs (Borda)
counting-words-borda = Un rang plus haut donne plus de points. Favorise ce qui convient à beaucoup.
counting-runoff = Par éliminations (vote alternatif)
counting-words-runoff = La moins choisie sort, ses voix vont au choix suivant, et ainsi de suite.
counting-schulze = Par duels (Schulze)
counting-words-schulze = Chaque proposition est comparée à chaque autre. Celle qui gagne tous ses duels gagne.
reasons-none = Non
reasons-asked = On peut dire pourquoi
reasons-required = Il faut dire pourquoi
reasons-required-against = Il faut dire pourquoi quand on est contre
show-results-live = Tout de suite
show-results-after-voting = À chaque personne, après son vote
show-results-after-closing = Après la clôture
entry-list = La liste
entry-words-list = On voit toutes les propositions et on choisit.
entry-one-by-one = Une à la fois
entry-words-one-by-one = Une phrase, trois boutons, puis la suivante. Facile sur un téléphone.
problem-number-between = Écrivez un nombre de { $least } à { $most }.
problem-reasons-of-secret-ballots = Un vote secret ne porte pas de mots : ils pourraient dire de qui il vient. Choisissez « Non ».
problem-reasons-of-whole-ballots = Avec un seul bulletin pour tout le tour, on ne demande pas pourquoi. Choisissez « Non ».
problem-reasons-against-nothing = Avec cette façon de voter, personne ne vote contre.
problem-secret-consent = Une objection dit pourquoi, avec un nom : cette façon de voter ne peut pas être secrète.
problem-secret-results = Quand les votes sont secrets, les nombres ne se montrent qu’après la clôture.
problem-one-by-one-whole = Un bulletin pour tout le tour se remplit dans la liste.
vote-choice-agree = D’accord
vote-choice-disagree = Pas d’accord
vote-choice-pass = Je passe
vote-choice-consent = Je consens
vote-choice-objection = J’ai une objection
vote-choice-very-good = Très bien
vote-choice-good = Bien
vote-choice-fair = Passable
vote-choice-poor = Insuffisant
vote-choice-reject = À rejeter
vote-count-agree = d’accord
vote-count-disagree = pas d’accord
vote-count-pass = passent
vote-count-consent = consentent
vote-count-objection = objections
votes-hidden-after-voting = Les nombres se montrent après votre vote.
votes-hidden-after-closing = Les nombres se montrent après la clôture, à tout le monde en même temps.
explain-for = Dites si vous êtes pour ou contre chaque proposition.
explain-agree = Dites si vous êtes d’accord avec chaque phrase. Vous pouvez passer.
explain-consent = Consentir, c’est pouvoir vivre avec, même si ce n’est pas votre préférée. Si vous ne pouvez pas vivre avec, faites une objection et dites pourquoi.
explain-score = Donnez une note à chaque proposition. On fait la moyenne des notes données.
explain-judgment = Donnez une mention à chaque proposition. On retient la mention du milieu : la moitié des personnes donne au moins celle-là. Une proposition que vous laissez sans mention compte « à rejeter » dès que vous en avez jugé une autre.
explain-approval = Lisez les propositions, puis cochez dans le bulletin celles qui vous conviennent.
explain-points = Lisez les propositions, puis répartissez vos points dans le bulletin.
explain-ranking = Lisez les propositions, puis classez dans le bulletin celles que vous préférez.
agree-meeting-unknown = Il faut au moins 5 votes dans deux collèges pour les comparer.
agree-meeting-for = Dans chaque collège comparé, les « d’accord » l’emportent.
agree-meeting-against = Dans chaque collège comparé, les « pas d’accord » l’emportent.
agree-meeting-apart = Les collèges ne sont pas du même avis.
agree-meeting-undecided = Au moins un collège est partagé.
vote-legend-score = Votre note, de 0 à { $most }
vote-legend-judgment = Votre mention
vote-send = Enregistrer mon vote
vote-change = Changer mon vote
vote-why = Pourquoi ?
vote-why-asked = Pourquoi ?
vote-why-hint = Votre raison sera montrée avec votre vote et votre collège, sans votre nom. Dans un petit collège, on peut vous reconnaître. { $max } caractères au plus.
vote-why-against = Il faut dire pourquoi si vous êtes contre. Votre raison sera montrée avec votre vote et votre collège, sans votre nom. Dans un petit collège, on peut vous reconnaître. { $max } caractères au plus.
vote-why-objection = Une objection dit pourquoi. Votre raison sera montrée avec votre vote et votre collège, sans votre nom. Dans un petit collège, on peut vous reconnaître. { $max } caractères au plus.
vote-reasons = { $n ->
    [one] Une raison donnée
   *[other] { $n } raisons données
}
vote-reasons-more = { $shown } raisons sur { $n } sont montrées ici.
vote-of-college = { $college } : { $words }.
grade-of = { $grade } ({ $n ->
    [one] { $n } personne
   *[other] { $n } personnes
})
gauge-of = { $grade } ; { $better } au-dessus, { $worse } en dessous
score-of = { $mean } sur { $most } ({ $n ->
    [one] { $n } vote
   *[other] { $n } votes
})
judgment-missing = Qui a jugé une autre proposition et pas celle-ci compte ici « à rejeter » : chaque proposition a ainsi le même nombre de mentions.
consent-objected = { $n ->
    [one] Il y a une objection : la proposition ne passe pas telle quelle. Sa raison dit ce qu’il faut travailler.
   *[other] Il y a { $n } objections : la proposition ne passe pas telle quelle. Leurs raisons disent ce qu’il faut travailler.
}
consent-given = Personne ne fait d’objection. { $n ->
    [one] Une personne consent.
   *[other] { $n } personnes consentent.
}
consent-open = Personne n’a encore consenti ni fait d’objection.
proposals-each = { $n ->
    [one] La proposition, collège par collège
   *[other] Les { $n } propositions, collège par collège
}
ballot-title = Votre bulletin
ballot-go = Remplir mon bulletin
ballot-sent = Votre bulletin est dans l’urne. Il ne peut plus changer. Après la clôture, votre reçu permet de le retrouver.
ballot-in = Votre bulletin compte. Vous pouvez le changer ou le retirer jusqu’à la clôture.
ballot-counted = Merci, votre bulletin compte.
ballot-receipt-keep = Notez-le ou prenez-le en photo : il n’est montré qu’une fois, et nous ne pouvons pas le retrouver. Après la clôture, il permet de voir que votre bulletin est bien dans la liste. Ne le donnez à personne : il montre ce que vous avez voté.
ballot-how-approval = Cochez ce qui vous convient : { $most ->
    [one] un choix au plus
   *[other] { $most } choix au plus
}. Chaque choix compte autant.
ballot-how-points = Vous avez { $points } points. Donnez-en plus à ce qui compte plus pour vous. Vous pouvez ne pas tout donner.
ballot-how-ranking = Mettez 1 à votre préférée, 2 à la suivante, et ainsi de suite, jusqu’à { $most }. Ce que vous ne classez pas vient après.
ballot-how-judgment = Donnez une mention à chaque proposition. Sans mention, elle compte « à rejeter ».
ballot-how-score = Donnez une note de 0 à { $most } à chaque proposition. Sans note, elle n’est pas comptée.
ballot-how-each = Répondez pour chaque proposition. Vous pouvez en laisser.
ballot-rank = Rang { $rank }
ballot-not-ranked = Pas classée
ballot-no-answer = Pas de réponse
ballot-ticked = Cochée
ballot-points = { $n ->
    [one] { $n } point
   *[other] { $n } points
}
ballot-secret-before = Vote secret : votre nom n’est pas gardé avec le bulletin. Vous votez une seule fois pour tout le tour : après l’envoi, rien ne change plus, même si d’autres propositions arrivent. Vous recevrez un reçu.
ballot-named-before = Votre bulletin est gardé avec votre nom. Les pages ne montrent que des nombres par collège. Vous pourrez le changer ou le retirer jusqu’à la clôture.
ballot-send = Mettre mon bulletin dans l’urne
ballot-change = Changer mon bulletin
ballot-withdraw = Retirer mon bulletin
ballots-link-words = Les votes étaient secrets. Chacun peut vérifier que son bulletin a été compté.
ballots-title = La liste des bulletins
ballots-lead = { $n ->
    [0] Aucun bulletin n’a été déposé.
    [one] Un bulletin a été déposé. Sa trace est ici, sans nom.
   *[other] { $n } bulletins ont été déposés. Leurs traces sont ici, sans noms.
}
ballots-find = Retrouver mon bulletin
ballots-find-send = Chercher
ballots-found = Votre bulletin est dans la liste. Voici ce qu’il dit.
ballots-list = Toutes les traces
ballots-how = Chaque ligne est une empreinte (SHA-256) du reçu et du bulletin. Elle ne dit ni qui a voté, ni quoi, ni quand. La liste est rangée par empreinte.
ballots-head = Empreinte de toute la liste, écrite au journal à la publication :
ballots-head-soon = À la publication, une empreinte de toute la liste est écrite ici et au journal : ensuite, aucune ligne ne peut plus changer sans que cela se voie.
ballots-check = Vérifier soi-même
ballots-check-words = L’empreinte est celle du reçu (douze signes, sans tirets), d’un retour à la ligne, puis de ces deux lignes, sans rien d’autre :
ballots-promise = Ce que cela prouve
ballots-promise-words = Vous voyez que votre bulletin a été compté tel quel, et chacun peut voir que la liste ne change plus. Cela ne prouve pas que chaque bulletin vient d’une vraie personne, et ne protège ni de qui fait marcher le serveur, ni de qui vous force à montrer votre reçu.
ballots-n = { $n ->
    [one] { $n } bulletin
   *[other] { $n } bulletins
}
outcome-so-far = Où en est le vote
outcome-end = Ce que dit le vote
results-few = Trop peu de personnes ont voté dans chaque collège (moins de { $n }) : aucun nombre n’est montré, pour que personne ne soit reconnu.
outcome-title = Les bulletins, collège par collège
outcome-clause = { $college }, en tête : { $titles }.
outcome-level = tout est à égalité
outcome-none = Il n’y a pas de nombres à montrer.
outcome-caption = Place de chaque proposition dans chaque collège
outcome-place = Place { $place }
outcome-all = Tous ensemble : { $n ->
    [one] un bulletin
   *[other] { $n } bulletins
}
outcome-all-words = Chaque bulletin compte une fois, quel que soit le collège. Un grand collège pèse donc plus ici : lisez d’abord collège par collège.
outcome-order = Tous ensemble, dans l’ordre
counting-how-approval = Pour chaque proposition : combien l’ont cochée, et la part des bulletins du collège.
counting-how-points = Points en moyenne par bulletin.
counting-how-borda = Points en moyenne par bulletin (méthode de Borda) : un point pour chaque proposition placée après, un demi-point pour chacune à égalité.
counting-how-schulze = Chaque proposition est comparée à chaque autre. La place suit les duels gagnés et, quand ils tournent en rond, les chaînes de duels les plus fortes (méthode de Schulze).
counting-how-runoff = La barre montre les premiers choix. Ensuite la moins choisie sort et ses bulletins vont au choix suivant, jusqu’à la dernière (vote alternatif). Celles qui sont à égalité à chaque étape sortent ensemble. Attention : avec ce comptage, il arrive qu’un soutien de plus fasse perdre.
counting-how-judgment = La mention retenue est celle du milieu. À mention égale, le plus grand des deux groupes, au-dessus ou en dessous, départage (jugement majoritaire).
counting-how-score = Moyenne des notes données.
duels-won = { $won ->
    [one] { $won } duel gagné sur { $others }
   *[other] { $won } duels gagnés sur { $others }
 }
runoff-first = { $n ->
    [one] { $n } premier choix
   *[other] { $n } premiers choix
}
runoff-rounds = Les étapes du comptage
runoff-round = Étape { $n }
runoff-exhausted = Bulletins sans choix restant
mode-secret = Votes secrets.
mode-words-secret = Votre vote est gardé sans votre nom. Vos propositions et vos commentaires gardent votre nom. Vous votez une seule fois pour tout le tour et recevez un reçu.
problem-ballot-not-vote = Dans ce tour, on vote avec un seul bulletin pour toutes les propositions.
problem-vote-not-ballot = Dans ce tour, on vote sur chaque proposition.
problem-choice-unknown = Ce choix n’existe pas dans ce tour.
problem-ballot-unknown = Le bulletin nomme une proposition qui n’est pas dans ce tour. Rechargez la page.
problem-ballot-empty = Votre bulletin est vide. Faites au moins un choix.
problem-approved-too-many = Vous avez coché { $given } propositions : { $most } au plus.
problem-points-too-many = Vous avez donné { $given } points : { $most } au plus.
problem-rank-twice = Le rang { $rank } est donné deux fois.
problem-ballot-already-sent = Votre bulletin est déjà dans l’urne. Il est secret : il ne peut plus changer.
problem-ballots-after-closing = La liste des bulletins paraît après la clôture.
problem-ballot-not-found = Ce reçu n’ouvre aucun bulletin de ce tour. Vérifiez chaque signe.
