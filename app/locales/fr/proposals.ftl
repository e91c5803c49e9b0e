proposal = Proposition
proposals-soon = Ce tour n’est pas encore ouvert. Les propositions viendront ici.
proposals-count = { $n ->
    [0] Propositions
    [one] { $n } proposition
   *[other] { $n } propositions
}
proposals-empty = Aucune proposition pour le moment
proposals-empty-open = Vous avez une idée ? Écrivez la première proposition ci-dessous.
proposals-empty-closed = Personne n’a encore écrit ici.
proposals-propose = Faire une proposition
proposals-title = Votre idée en une phrase
proposals-title-hint = { $max } caractères au plus. Exemple : Ouvrir aussi le samedi matin.
proposals-body = Expliquez votre idée
proposals-body-hint = Pour qui ? Pourquoi ? Comment ? { $max } caractères au plus.
proposals-before-sending = Votre nom et votre collège seront affichés. Vous pourrez corriger votre proposition tant que personne n’a voté ni commenté, et la retirer jusqu’à la clôture. Tout le monde peut la commenter et voter jusqu’au { $until }.
proposals-send = Envoyer ma proposition
proposals-sign-in = Pour proposer, commenter ou voter, entrez le code de votre carte.
proposals-only-colleges = Seules les personnes inscrites dans un collège de la démarche proposent et votent. Vous pouvez tout lire.
proposals-closed = Le tour est clos : on ne propose plus et on ne vote plus.
proposals-sort-by = Classer les propositions
proposals-sort-recent = Plus récentes
proposals-sort-support = Plus soutenues
proposals-sort-discussed = Plus discutées
proposals-sort-unvoted = À voter d’abord
proposals-by-support = { $n ->
    [one] La proposition
   *[other] Les { $n } propositions, de la plus à la moins soutenue
}
proposals-support-is = Le soutien, c’est le nombre de votes pour moins le nombre de votes contre. Chaque personne compte pour une voix.
proposals-edit-words = Il n’y a rien à préparer : les participants proposent dès l’ouverture du tour. Ouvrez une proposition pour lui donner une réponse avec ses raisons, ou pour la masquer si elle sort du cadre. L’auteur voit toujours la raison.
proposal-hidden = La modération a masqué cette proposition. Vous la voyez parce que vous l’avez écrite ou parce que vous animez la démarche. Raison donnée : { $reason }
proposal-hidden-short = Masquée : { $reason }
proposal-hidden-title = (Proposition masquée par la modération)
proposal-answer = La réponse
proposal-answer-pending = Chaque proposition reçoit une réponse avec ses raisons, au plus tard à la publication des résultats.
proposal-answer-round = Cette proposition n’a pas reçu de réponse à part. La décision publiée pour tout le tour vaut réponse.
vote-legend = Votre vote
vote-hint = Vous pouvez changer d’avis jusqu’à la clôture. Les pages montrent des nombres par collège, jamais qui a voté quoi.
vote-choice-for = Pour
vote-choice-against = Contre
vote-choice-abstain = Je m’abstiens
vote-count-for = pour
vote-count-against = contre
vote-count-abstain = sans avis
vote-yours = , votre choix
vote-saved = Votre vote est enregistré. Les nombres de la page changent quand vous la rechargez.
vote-failed = Votre vote n’a pas pu être enregistré. Rechargez la page et recommencez.
vote-mine = Votre vote :
vote-none = Personne n’a encore voté.
vote-total = En tout :
vote-results = Les votes
vote-table = Votes sur « { $title } »
vote-meeting-unknown = Il faut au moins 5 votes dans deux collèges pour les comparer.
vote-meeting-for = Dans chaque collège comparé, le pour l’emporte.
vote-meeting-against = Dans chaque collège comparé, le contre l’emporte.
vote-meeting-apart = Les collèges ne sont pas du même avis.
vote-meeting-undecided = Au moins un collège est partagé entre pour et contre.
vote-gap = { $most } : { $high } % { $word ->
    [agree] d’accord
    [consent] consentent
   *[other] pour
}. { $least } : { $low } % { $word ->
    [agree] d’accord
    [consent] consentent
   *[other] pour
}. Écart : { $points ->
    [one] { $points } point
   *[other] { $points } points
}.
vote-same = Même part partout : { $share } % { $word ->
    [agree] d’accord
    [consent] consentent
   *[other] pour
}.
publics-together = Là où les collèges se rejoignent
publics-apart = Là où les collèges s’éloignent
publics-none-together = Aucune proposition n’a, pour l’instant, une majorité de pour dans chaque collège comparé.
publics-none-apart = Sur aucune proposition les collèges ne s’éloignent de { $points } points ou plus.
publics-how = On compare les collèges qui ont donné au moins { $n } votes. Un écart de { $points } points ou plus est montré comme un désaccord.
facilitation = Pour l’animation
decide-title = Répondre à cette proposition
decide-outcome = Quelle suite ?
decide-reason = Pourquoi ?
decide-reason-hint = Tout le monde lira ces raisons. Elles peuvent changer jusqu’à la publication des résultats.
decide-send = Enregistrer la réponse
hide-proposal-title = Masquer cette proposition
hide-proposal-parts = D’autres propositions ont été regroupées dans celle-ci. Si vous la masquez, elles reviennent dans la liste, avec leurs votes.
hide-proposal-send = Masquer la proposition
hide-comment-send = Masquer le commentaire
hide-reason = Vos mots pour l’auteur
hide-reason-hint = L’auteur lira la raison et vos mots. À remplir si vous choisissez « Autre raison ». L’acte est noté au journal.
comments-title = { $n ->
    [0] Commentaires
   *[other] Commentaires ({ $n })
}
comments-count = { $n ->
    [0] aucun commentaire
    [one] { $n } commentaire
   *[other] { $n } commentaires
}
comments-none = Aucun commentaire pour le moment.
comments-none-such = Aucun commentaire ne correspond à ce choix.
comments-filter = Choisir les commentaires
comments-public = De quel public
comments-any-public = Tous
comments-state = Réponse
comments-any = Avec ou sans réponse
comments-waiting = Sans réponse
comments-answered = Avec une réponse
comments-mine = Les miens seulement
comments-filter-show = Afficher
comments-filter-none = Tout afficher
comment-official = Équipe d’animation
comment-hidden = Commentaire masqué par la modération.
comment-hidden-why = Raison donnée : { $reason }
comment-hidden-words = Lire les mots masqués
comment-reply = Répondre
comment-moderate = Donner une suite ou masquer
comment-yours = Votre commentaire
comment-your-reply = Votre réponse
comment-hint = { $max } caractères au plus. Votre nom et votre collège seront affichés. Vous pourrez modifier ou retirer votre commentaire tant que le tour est ouvert.
comment-send = Envoyer
comment-sign-in = Pour commenter, entrez le code de votre carte.
comment-only-members = Seules les personnes qui participent à la démarche commentent. Vous pouvez tout lire.
comment-closed = On ne peut plus commenter : le tour n’est pas ouvert.
pages-before = Page précédente
pages-after = Page suivante
pages-here = Page { $page } sur { $pages }
problem-already-proposed = Vous avez déjà fait une proposition avec ce titre. Elle est bien enregistrée.
problem-many-proposals = Vous avez déjà fait { $most } propositions dans ce tour : c’est le nombre le plus grand.
problem-already-said = Vous avez déjà écrit ce commentaire ici. Il est bien enregistré.
problem-reply-to-hidden = Le commentaire auquel vous répondez vient d’être masqué ou retiré.
problem-already-hidden = C’est déjà masqué.
