trace-title = D’où viennent ces mots
trace-sentences = Le texte, phrase par phrase
trace-how = Ouvrez une phrase. Vous verrez depuis quand elle est écrite ainsi, qui l’a changée et pourquoi, ce qui en a été dit, et ce qui a été refusé.
trace-older = Les { $n } dernières versions sont suivies.
trace-since = Depuis la version { $n }
trace-comments = { $n ->
    [one] { $n } commentaire
   *[other] { $n } commentaires
}
trace-refusals = { $n ->
    [one] { $n } amendement refusé
   *[other] { $n } amendements refusés
}
trace-changes-title = Comment elle a été écrite
trace-new = Cette phrase apparaît dans cette version.
trace-said-title = Ce qui en a été dit
trace-refused-title = Ce qui a été refusé, et pourquoi
trace-passage-on = Sur ces mots de la version { $n } : « { $words } »
trace-passage-same = Ce passage n’a pas changé depuis.
trace-passage-changed = { $n ->
    [one] Depuis, ce passage a changé dans la version { $versions }.
   *[other] Depuis, ce passage a changé dans les versions { $versions }.
}
trace-passage-gone = Ses mots ne sont plus dans le texte.
trace-passage-then-now = Le passage d’alors et celui de maintenant
trace-passage-see = Voir ces mots aujourd’hui
trace-elsewhere = À propos de mots qui ne sont plus là, ou de tout l’article
trace-elsewhere-words = Ce qui suit ne touche aucune phrase du texte d’aujourd’hui.
trace-back = Revenir à l’article
trace-amendment-became = Cet amendement est devenu la version { $n } de l’article.
trace-amendment-see = Voir les mots qu’il a changés
consultation-title = Compte rendu de la consultation
consultation-of = Compte rendu : { $title }
consultation-lead = Ce que chaque collège a dit, ce qui en a été fait, et ce qui a été refusé. Personne n’y est nommé.
consultation-file = Télécharger en PDF
consultation-made-on = Fait le { $day }
consultation-overview = En un coup d’œil
consultation-overview-caption = Ce que chaque collège a dit
consultation-comments = Commentaires
consultation-questions = Questions
consultation-amendments = Amendements
consultation-amendments-taken = dont acceptés, même en partie
consultation-objections = Objections
consultation-comments-words = { $n ->
    [0] Aucun commentaire.
    [one] { $n } commentaire. Retenus : { $retained }. Retenus en partie : { $partly }. Non retenus : { $refused }.
   *[other] { $n } commentaires. Retenus : { $retained }. Retenus en partie : { $partly }. Non retenus : { $refused }.
}
consultation-passages = Sur un passage précis : { $n }.
consultation-questions-words = { $n ->
    [0] Aucune question.
    [one] { $n } question. Avec une réponse : { $answered }.
   *[other] { $n } questions. Avec une réponse : { $answered }.
}
consultation-amendments-words = { $n ->
    [0] Aucun amendement.
    [one] { $n } amendement. Acceptés : { $accepted }. En partie : { $partly }. Refusés : { $refused }. En attente : { $waiting }. Retirés : { $withdrawn }.
   *[other] { $n } amendements. Acceptés : { $accepted }. En partie : { $partly }. Refusés : { $refused }. En attente : { $waiting }. Retirés : { $withdrawn }.
}
consultation-changed = Ce qui a changé dans le texte grâce à ce collège
consultation-changed-none = Rien pour l’instant.
consultation-amended-in = { $state }, version { $n }
consultation-amended = { $state } : { $kind }
consultation-comment-retained = Commentaire retenu
consultation-comment-partly = Commentaire retenu en partie
consultation-objection-taken = Objection prise en compte dans la version { $n }
consultation-refused = Ce qui a été refusé, et pourquoi
consultation-stances = Positions sur le texte actuel
consultation-stances-caption = Positions : { $college }
consultation-objection-open = Ouverte
consultation-objection-unanswered = Sans réponse.
