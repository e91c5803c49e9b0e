# Répondre
ask-none = Sans réponse
ask-several = Plusieurs réponses possibles.
ask-length = { $max } caractères au plus.
ask-range = Un nombre de { $min } à { $max }.
ask-range-unit = De { $min } à { $max } { $unit }.
face-1 = Très insatisfait
face-2 = Plutôt insatisfait
face-3 = Ni l’un ni l’autre
face-4 = Plutôt satisfait
face-5 = Très satisfait
take-empty = Pas encore de questions
take-empty-words = L’animateur prépare ce questionnaire. Revenez un peu plus tard.
take-facilitator = Vous animez cette démarche : vous ne répondez pas. Les familles, les professionnels et les élus répondent.
take-not-for-you = Seules les personnes inscrites dans un collège de cette démarche peuvent répondre. Vous avez reçu une carte ? Entrez son code.
take-not-sent = Ce tour est terminé. Vous n’avez pas envoyé de réponse.
take-preview = Lire les questions
take-draft-found = Votre brouillon est revenu. Vous pouvez continuer.
take-saved-later = Brouillon enregistré. Revenez quand vous voulez, aussi sur un autre appareil.
take-next = Suivant
take-back = Précédent
take-to-review = Vérifier mes réponses
take-later = Finir plus tard
take-progress = Partie { $n } sur { $total }
take-progress-review = Dernière étape : vérifier et envoyer
draft-saved = Brouillon enregistré
draft-saving = Enregistrement…
draft-failed = Le brouillon n’a pas pu être enregistré. Appuyez sur « Suivant » pour réessayer.
review-title = Vos réponses
review-missing = { $n ->
    [one] Une réponse reste à donner avant l’envoi
   *[other] { $n } réponses restent à donner avant l’envoi
}
review-anonymous = Après l’envoi, personne ne pourra relire ni changer cette réponse, pas même vous. Votre nom n’est pas gardé avec elle. Nous gardons seulement que vous avez répondu, pour que chacun réponde une fois.
review-named = Votre réponse sera gardée avec votre nom. Vous pourrez la changer jusqu’à la clôture ({ $closes }).
review-send = Envoyer ma réponse
review-back = Revenir aux questions
review-change = Modifier
review-to-answer = À compléter
review-no-answer = Sans réponse
sent-thanks = Merci, votre réponse compte.
sent-anonymous = Elle est anonyme : personne ne peut la relire ni la changer.
sent-named = Elle est gardée avec votre nom.
sent-next = Le tour se termine le { $closes }. Ensuite, les résultats et la réponse à ce qui a été dit seront montrés ici.
sent-change = Changer ma réponse
sent-yours = Votre réponse
problem-answer-required = Question { $question } : il manque une réponse.
problem-answer-only-one = Question { $question } : une seule réponse est possible.
problem-answer-unknown-option = Question { $question } : cette réponse n’est pas dans la liste.
problem-answer-unknown-question = Une réponse ne correspond à aucune question. Rechargez la page.
problem-answer-not-a-number = Écrivez un nombre entier, en chiffres.
problem-answer-out-of-range = Question { $question } : le nombre doit être entre { $min } et { $max }.
problem-answer-nothing = Répondez au moins à une question.
problem-already-sent = Votre réponse est déjà envoyée. Elle est anonyme : elle ne peut plus changer.

# Préparer
build-count = { $sections ->
    [0] Aucune partie
    [one] Une partie
   *[other] { $sections } parties
}, { $questions ->
    [0] aucune question
    [one] une question
   *[other] { $questions } questions
}
build-frozen = Le tour est ouvert ou terminé : ses questions ne changent plus.
build-empty = Un questionnaire vide
build-empty-words = Commencez par une partie, par exemple « Votre famille ». Vous y ajouterez ensuite des questions.
build-new-section = Nouvelle partie
build-add-section = Ajouter une partie
build-section = Partie { $n }
build-section-title = Titre de la partie
build-section-intro = Quelques mots d’introduction
build-add-question = Ajouter une question
build-which-kind = Quelle sorte de question ?
build-is-required = obligatoire
build-up = Monter
build-down = Descendre
build-copy = Dupliquer
build-correct = Corriger
build-remove = Retirer
build-keep = Garder
build-remove-question = Retirer cette question ? Ses textes seront perdus.
build-remove-section = { $n ->
    [0] Retirer cette partie ?
    [one] Retirer cette partie et sa question ?
   *[other] Retirer cette partie et ses { $n } questions ?
}
build-save = Enregistrer
build-cancel = Annuler
build-label = Question
build-help = Aide sous la question
build-options = Réponses possibles
build-options-hint = Une par ligne. Le mot avant la barre | est le code de la réponse : gardez-le quand vous corrigez le texte. Pour une nouvelle réponse, écrivez seulement le texte.
build-steps = Nombre de degrés (de 2 à 10)
build-low = Mots du premier degré
build-high = Mots du dernier degré
build-min = Plus petit nombre
build-max = Plus grand nombre
build-unit = Unité (enfants, minutes…)
build-length = Longueur maximale, en caractères
build-required = Réponse obligatoire
build-label-easy = { $label }, en facile à lire
build-label-english = { $label }, en anglais
build-in-easy = En facile à lire
build-in-english = En anglais
kind-single = Choix unique
kind-multiple = Choix multiple
kind-scale = Échelle
kind-faces = Visages
kind-number = Nombre
kind-short-text = Réponse courte
kind-long-text = Réponse libre
kind-words-single = Une seule réponse dans une liste.
kind-words-multiple = Plusieurs réponses dans une liste.
kind-words-scale = Des degrés numérotés, avec des mots aux deux bouts.
kind-words-faces = Cinq visages, de très insatisfait à très satisfait.
kind-words-number = Un nombre entier, entre deux bornes.
kind-words-short-text = Quelques mots, sur une ligne.
kind-words-long-text = Un récit, un avis, autant de lignes qu’il faut.
problem-out-of-bounds = Donnez un nombre de { $min } à { $max }.
problem-number-span = Le plus grand nombre doit dépasser le plus petit, de { $span } au plus.
problem-options-count = Donnez de 2 à { $max } réponses possibles.
problem-option-without-french = Cette ligne ne correspond à aucune réponse en français.
problem-code-malformed = « { $code } » n’est pas un code : des lettres minuscules sans accent, des chiffres, 20 signes au plus.
problem-code-twice = Le code « { $code } » est écrit deux fois.
problem-too-many-sections = { $max } parties au plus.
problem-too-many-questions = { $max } questions au plus.

# Résultats
results-while-open = Ce tour est anonyme : les réponses se montreront après la clôture, toutes ensemble. Ainsi, personne ne peut deviner qui a répondu quoi.
results-nobody = Personne n’a répondu.
results-protected = Quand moins de { $n } personnes d’un collège ont répondu, ses chiffres restent cachés, et parfois ceux d’un autre collège aussi. Chacun garde ainsi son anonymat.
results-no-answer = Personne n’a répondu à cette question.
results-all-hidden = Trop peu de réponses : les chiffres restent cachés pour protéger l’anonymat.
chart-option = Réponse
chart-answered = Ont répondu
lean-unsatisfied = { $kind ->
    [family] les familles sont plutôt insatisfaites ({ $low } %)
    [professional] les professionnels sont plutôt insatisfaits ({ $low } %)
    [elected] les élus sont plutôt insatisfaits ({ $low } %)
   *[other] { $college } : plutôt insatisfaits ({ $low } %)
}
lean-satisfied = { $kind ->
    [family] les familles sont plutôt satisfaites ({ $high } %)
    [professional] les professionnels sont plutôt satisfaits ({ $high } %)
    [elected] les élus sont plutôt satisfaits ({ $high } %)
   *[other] { $college } : plutôt satisfaits ({ $high } %)
}
lean-mixed = { $kind ->
    [family] les familles sont partagées ({ $high } % satisfaites, { $low } % insatisfaites)
    [professional] les professionnels sont partagés ({ $high } % satisfaits, { $low } % insatisfaits)
    [elected] les élus sont partagés ({ $high } % satisfaits, { $low } % insatisfaits)
   *[other] { $college } : avis partagés ({ $high } % satisfaits, { $low } % insatisfaits)
}
lean-to = { $kind ->
    [family] les familles penchent pour « { $end } » ({ $n } %)
    [professional] les professionnels penchent pour « { $end } » ({ $n } %)
    [elected] les élus penchent pour « { $end } » ({ $n } %)
   *[other] { $college } : plutôt « { $end } » ({ $n } %)
}
lean-between = { $kind ->
    [family] les familles sont partagées ({ $low } % d’un côté, { $high } % de l’autre)
    [professional] les professionnels sont partagés ({ $low } % d’un côté, { $high } % de l’autre)
    [elected] les élus sont partagés ({ $low } % d’un côté, { $high } % de l’autre)
   *[other] { $college } : avis partagés ({ $low } % d’un côté, { $high } % de l’autre)
}
lean-neither = { $kind ->
    [family] les familles ne sont ni satisfaites ni insatisfaites ({ $n } %)
    [professional] les professionnels ne sont ni satisfaits ni insatisfaits ({ $n } %)
    [elected] les élus ne sont ni satisfaits ni insatisfaits ({ $n } %)
   *[other] { $college } : ni satisfaits ni insatisfaits ({ $n } %)
}
lean-middle = { $kind ->
    [family] les familles restent au milieu ({ $n } %)
    [professional] les professionnels restent au milieu ({ $n } %)
    [elected] les élus restent au milieu ({ $n } %)
   *[other] { $college } : au milieu ({ $n } %)
}
top-one = « { $option } »
top-two = « { $option } » et « { $other } »
top-many = { $n } réponses à égalité
top-same = Partout, la réponse la plus fréquente est { $options } : { $clauses }.
top-most = Réponse la plus fréquente : { $clauses }.
top-share = { $kind ->
    [family] { $n } % des familles
    [professional] { $n } % des professionnels
    [elected] { $n } % des élus
   *[other] { $college }, { $n } %
}
top-clause = { $kind ->
    [family] { $options } chez les familles ({ $n } %)
    [professional] { $options } chez les professionnels ({ $n } %)
    [elected] { $options } chez les élus ({ $n } %)
   *[other] { $options } pour { $college } ({ $n } %)
}
mean-sentence = En moyenne{ $unit } : { $clauses }.
mean-clause = { $kind ->
    [family] { $mean } chez les familles (une sur deux répond { $median } ou moins)
    [professional] { $mean } chez les professionnels (un sur deux répond { $median } ou moins)
    [elected] { $mean } chez les élus (un sur deux répond { $median } ou moins)
   *[other] { $mean } pour { $college } (la moitié répond { $median } ou moins)
}
unanswered = Sans réponse : { $clauses }.
unanswered-clause = { $kind ->
    [family] familles { $n } sur { $total }
    [professional] professionnels { $n } sur { $total }
    [elected] élus { $n } sur { $total }
   *[other] { $college } { $n } sur { $total }
}
quotes-count = { $n ->
    [one] Une personne a répondu avec ses mots.
   *[other] { $n } personnes ont répondu avec leurs mots.
}
quotes-none = Aucun texte à montrer.
quotes-n = { $n ->
    [one] un texte
   *[other] { $n } textes
}
quotes-all = Lire les { $n } textes
quotes-hidden = Moins de { $n } réponses dans ce collège, ou un collège voisin trop petit : ses textes restent cachés.
quotes-pages = Pages de textes
quotes-first = Revenir au début
quotes-next = Textes suivants
quotes-back = Revenir à tous les résultats
