word-lead = Tout ce que vous avez dit ici, la réponse que vous avez reçue, et ce que chaque tour a décidé.
word-empty = Vous n’avez encore rien dit ici
word-empty-words = Répondez à une enquête, proposez, votez ou commentez : chacune de vos paroles apparaîtra sur cette page, avec la réponse qu’elle reçoit.
word-empty-link = Voir les démarches
word-answered = Vous avez répondu.
word-answered-anonymous = Vous avez répondu. Votre réponse ne peut pas être montrée : ce tour est anonyme, rien ne la relie à vous.
word-votes = { $n ->
    [one] Vous avez voté sur { $n } proposition.
   *[other] Vous avez voté sur { $n } propositions.
}
word-proposal = Votre proposition
word-comment = Votre commentaire
word-comment-on = Sur « { $title } »
word-comment-on-hidden = Sur un texte masqué depuis par la modération
word-stance-is-consent = Votre position : vous consentez
word-stance-is-reservation = Votre position : vous consentez avec une réserve
word-stance-is-objection = Votre position : vous avez une objection
word-stance-is-abstain = Votre position : vous vous abstenez
word-stance-version = version { $number }
word-stance-old = l’article a changé depuis, il en est à la version { $last }
word-hidden = La modération a masqué votre texte. Raison donnée : { $reason }
word-awaiting = Réponse attendue
word-with-round = Pas de réponse à part : la décision du tour vaut réponse.
word-round-decision = Ce que ce tour a décidé
word-results = Voir les résultats du tour
