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
review-named = Votre réponse sera gardée avec votre nom. Vous pourrez la changer jusqu’à la clôture ({ $closes }).
review-send = Envoyer ma réponse
review-back = Revenir aux questions
review-change = Modifier
review-to-answer = À compléter
review-no-answer = Sans réponse
sent-thanks = Merci, votre réponse compte.
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
kind-words-faces = Cinq visages, de très insatisfait à très satisfait.
kind-words-number = Un nombre entier, entre deux bornes.
kind-words-short-text = Quelques mots, sur une ligne.
kind-words-long-text = Un récit, un avis, autant de lignes qu’il faut.
problem-out-of-bounds = Donnez un nombre de { $min } à { $max }.
problem-number-span = Le plus grand nombre doit dépasser le plus petit, de { $span } au plus.
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
ask-other = Autre
ask-other-words = Si c’est autre chose, dites-le ici
ask-choose = Choisir
ask-consent = Oui, je suis d’accord
ask-decline = Je préfère ne pas répondre
ask-menu = Commencez à écrire, puis choisissez dans la liste.
ask-least-most = De { $least } à { $most } réponses.
ask-least = Au moins { $n ->
    [one] une réponse
   *[other] { $n } réponses
}.
ask-most = { $n ->
    [one] Une réponse au plus.
   *[other] { $n } réponses au plus.
}
ask-ranking = Mettez en premier ce qui compte le plus pour vous.
ask-rank = { $n ->
    [1] Premier choix
    [2] Deuxième choix
    [3] Troisième choix
   *[other] Choix n° { $n }
}
ask-points = Partagez { $total } points. Donnez-en plus à ce qui compte le plus.
ask-email = Votre adresse sert seulement à vous répondre. Elle n’est montrée dans aucun résultat.
ask-note-link = Voir sur { $site } (nouvelle fenêtre)
yes-no-yes = Oui
yes-no-no = Non
yes-no-unsure = Je ne sais pas
nps-low = pas du tout
nps-high = tout à fait
nps-sentence = Recommandation, de −100 à +100 : { $clauses }.
nps-clause = { $kind ->
    [family] familles { $score }
    [professional] professionnels { $score }
    [elected] élus { $score }
   *[other] { $college } { $score }
}
points-sentence = Ce qui reçoit le plus de points en moyenne : { $clauses }.
points-clause = { $kind ->
    [family] pour les familles « { $thing } » ({ $mean })
    [professional] pour les professionnels « { $thing } » ({ $mean })
    [elected] pour les élus « { $thing } » ({ $mean })
   *[other] pour { $college } « { $thing } » ({ $mean })
}
points-caption = Points en moyenne, sur { $total }
results-emails = { $n ->
    [0] Aucune adresse laissée.
    [one] Une personne a laissé son adresse.
   *[other] { $n } personnes ont laissé leur adresse.
}
results-declined = { $n ->
    [one] Une personne a préféré ne pas répondre.
   *[other] { $n } personnes ont préféré ne pas répondre.
}
hour = { $hour } h
take-more = Votre réponse ouvre une autre question.
take-wanted = Vous n’avez pas répondu à ces questions :
take-wanted-next = Vous pouvez répondre, ou continuer sans répondre.
build-required = Faut-il répondre ?
build-required-no = Non, c’est facultatif
build-required-soft = C’est souhaité : un rappel, puis on peut continuer
build-required-yes = Oui, il faut répondre
build-declinable = Proposer « Je préfère ne pas répondre »
build-is-conditional = sous condition
build-note = Texte
build-label-hint = Pour reprendre une réponse donnée plus haut, écrivez le code de sa question entre accolades : { "{" }enfants{ "}" }.
build-items = Lignes
build-items-hint = Une par ligne, comme les réponses.
build-names = Noms des degrés
build-names-hint = Un par ligne, du premier au dernier ; ou aucun, et seuls les bouts ont des mots.
build-other = Ajouter « Autre », avec une ligne pour le dire
build-menu = Liste longue : un menu où l’on cherche en écrivant
build-shuffled = Ordre tiré au sort pour chaque personne
build-shuffled-questions = Poser les questions de cette partie dans un ordre tiré au sort pour chaque personne
build-least = Réponses au moins
build-most = Réponses au plus
build-ranks = Nombre de rangs (vide : tous)
build-unsure = Proposer « Je ne sais pas »
build-total = Points à partager
build-link = Adresse d’une image ou d’un film
build-link-hint = Elle commence par https://. Les personnes y vont par un lien : rien n’est chargé d’un autre site.
build-show = Montrer seulement si…
build-rule = Vérifier la réponse
build-rule-words = Message si ce n’est pas le cas
build-keep-condition = Garder la condition importée, trop longue pour être montrée ici
build-join = Il faut que
build-all = toutes les lignes soient vraies
build-any = une ligne au moins soit vraie
build-test = Ligne { $n }
build-test-what = Réponse
build-test-none = — aucune —
build-test-value = Nombre ou mots
build-test-not = Le contraire : ce n’est pas le cas
build-test-college = Collège
build-test-language = Langue de la page
build-test-answered = il y a une réponse
build-test-at-least = au moins (nombre à côté)
build-test-at-most = au plus (nombre à côté)
build-test-contains = contient (mots à côté)
kind-yes-no = Oui ou non
kind-stars = Étoiles
kind-nps = Recommandation, de 0 à 10
kind-ranking = Classement
kind-matrix = Tableau
kind-points = Points à partager
kind-date = Date
kind-time = Heure
kind-texts = Plusieurs réponses courtes
kind-email = Adresse e-mail
kind-consent = Accord
kind-note = Texte sans question
kind-words-scale = Des degrés numérotés, avec des mots aux deux bouts ou un nom pour chacun.
kind-words-yes-no = Oui, non, et si vous voulez « Je ne sais pas ».
kind-words-stars = D’une à cinq étoiles.
kind-words-nps = « Recommanderiez-vous… ? », de pas du tout à tout à fait.
kind-words-ranking = Ranger des choses, la plus importante d’abord.
kind-words-matrix = La même question pour plusieurs choses, une ligne pour chacune.
kind-words-points = Partager un nombre de points entre plusieurs choses.
kind-words-date = Un jour du calendrier.
kind-words-time = Une heure de la journée.
kind-words-texts = Quelques mots pour chaque ligne.
kind-words-email = Pour répondre à la personne. Jamais montrée ni exportée.
kind-words-consent = Une case à cocher.
kind-words-note = Une explication, avec si besoin le lien d’une image ou d’un film.
problem-options-count = Donnez de { $min } à { $max } lignes.
problem-answer-not-asked = Une réponse concerne une question qui ne vous est pas posée. Rechargez la page.
problem-answer-rule = Question { $question } : { $words }
problem-answer-other = Question { $question } : dites ce que c’est.
problem-answer-not-in-list = Question { $question } : choisissez dans la liste.
problem-answer-alone = Question { $question } : une de ces réponses exclut les autres.
problem-answer-too-few = Question { $question } : choisissez au moins { $least } réponses.
problem-answer-too-many = Question { $question } : { $most } réponses au plus.
problem-answer-twice = Question { $question } : la même réponse est choisie deux fois.
problem-answer-points = Question { $question } : le total doit faire { $total } points. Il fait { $sum }.
problem-answer-not-a-date = Question { $question } : écrivez une date, par exemple 14/03/2026.
problem-answer-not-a-time = Question { $question } : écrivez une heure, par exemple 09:30.
problem-quota-full = { $words }
problem-least-most = Ces nombres vont de 0 à { $n }, le premier n’est pas plus grand que le second.
problem-names-count = Donnez { $n } noms, un par degré, ou aucun.
problem-code-reserved = Le code « { $code } » est réservé. Écrivez-en un autre.
problem-link-malformed = L’adresse doit commencer par https:// et ne pas avoir d’espace.
problem-too-many-rules = { $max } vérifications au plus pour une question.
problem-too-many-quotas = { $max } quotas au plus.
problem-logic-unknown = Question { $question } : sa condition parle de « { $code } », qui n’existe pas.
problem-logic-later = Question { $question } : sa condition parle de « { $code } », qui vient après elle.
problem-logic-value = La condition parle de la réponse « { $value } », que la question « { $code } » n’a pas.
problem-logic-no-number = Question { $question } : sa condition compare « { $code } » à un nombre, mais sa réponse n’en est pas un.
problem-logic-too-big = Question { $question } : sa condition est trop longue ({ $max } éléments au plus).
problem-logic-never = Question { $question } : sa condition n’est jamais vraie. Personne ne la verrait.
problem-pipe-unknown = Question { $question } : « { $code } » n’est pas une question posée avant elle.
ask-nps = De 0 ({ $low }) à 10 ({ $high }).
build-words-only = Le tour a ouvert : les questions ne changent plus. Les mots se corrigent encore (fautes, traductions) ; chaque correction est écrite au journal.
build-try = Essayer le questionnaire
build-ready = Partir d’un questionnaire tout prêt
build-model = Modèle
build-use-model = Ajouter ce modèle
build-file = Fichier d’un questionnaire
build-import = Ajouter ce fichier
model-needs = Enquête de besoins (10 questions)
model-satisfaction = Satisfaction après un service (8 questions)
model-innovation = Grille d’innovation sociale (20 critères)
try-title = Essayer le questionnaire
try-words = Comme sur un téléphone. Rien n’est gardé : ni réponse, ni brouillon.
try-back = Revenir aux questions
try-again = Recommencer
try-college = Répondre comme
try-sendable = Ces réponses pourraient être envoyées.
try-not-sendable = Ces réponses ne pourraient pas être envoyées :
problem-form-file-unreadable = Ce fichier n’est pas un questionnaire (ligne { $line }, colonne { $column }).
problem-form-file-empty = Ce questionnaire est vide.
problem-round-open-words-only = Le tour a ouvert : seuls les mots se corrigent. Ce qui est demandé reste.
problem-round-published = Le tour est publié : plus rien ne change.
ask-listen = Écouter la question
review-anonymous = Votre nom n’est pas gardé avec cette réponse : personne ne saura qu’elle est de vous. Nous gardons seulement que vous avez répondu, pour que chacun réponde une fois. Après l’envoi, vous recevez un reçu : lui seul permet de relire, de changer ou de retirer la réponse.
sent-anonymous = Elle est anonyme : elle ne porte pas votre nom.
receipt-title = J’ai un reçu
receipt-words = Le reçu ouvre votre réponse anonyme. Vous n’avez pas besoin de vous connecter.
receipt-code = Votre reçu
receipt-code-hint = Douze lettres et chiffres, par exemple K7QM-4T2X-9HDR.
receipt-open = Ouvrir ma réponse
receipt-replace = Enregistrer ma réponse
receipt-replaced = C’est changé. Votre nouvelle réponse compte.
receipt-withdraw-title = Retirer ma réponse
receipt-withdraw-words = Elle sera effacée et ne comptera plus. Vous ne pourrez pas répondre une autre fois à ce tour : nous savons que vous avez répondu, mais pas quelle réponse était la vôtre.
receipt-withdraw = Effacer ma réponse
receipt-withdrawn = Votre réponse est effacée. Elle ne compte plus.
receipt-yours = Votre reçu
receipt-keep = Notez-le ou prenez-le en photo : il n’est montré qu’une fois, et nous ne pouvons pas le retrouver. Il permet de relire, de changer ou de retirer votre réponse tant que le tour est ouvert. Si vous n’en voulez pas, oubliez-le : votre réponse compte quand même.
receipt-have = J’ai un reçu
problem-receipt-unknown = Ce reçu n’ouvre aucune réponse de ce tour. Vérifiez chaque signe.
problem-receipt-more = Vos réponses ouvrent d’autres questions. Elles sont montrées maintenant.
build-export-xlsx = Emporter en tableur (XLSForm)
build-export-json = Emporter tout (JSON)
build-file-hint = Un classeur XLSForm (ODK, Kobo…) ou un fichier emporté d’ici. Ses parties s’ajoutent à la suite.
problem-workbook-unreadable = Ce fichier n’est pas un classeur que nous savons lire.
problem-workbook-too-large = Ce classeur est trop grand une fois ouvert.
xlsform-losses = { $n ->
    [one] Une chose n’a pas été reprise telle quelle
   *[other] { $n } choses n’ont pas été reprises telles quelles
}
xlsform-losses-words = Le questionnaire est ajouté. Relisez ce qui suit : cela n’existe pas ici, ou autrement.
xlsform-place = Feuille et ligne
xlsform-column = Colonne
xlsform-what = Ce qui change
xlsform-cell = Ce qui y était
draft-waiting = Pas de réseau. Vos réponses sont gardées sur cet appareil ; elles partiront dès que le réseau revient. Ne fermez pas cette page.
draft-shared = Pas de réseau. Rien n’est gardé sur cet appareil : ne fermez pas cette page avant que le réseau revienne.
draft-shared-box = D’autres se servent de cet appareil : n’y gardez rien

# Results within an answer
build-filter = Permettre de lire les résultats selon cette réponse (quartier, langue…). Dans un tour anonyme, seule la première question cochée sert.
filter-title = Lire une partie des résultats
filter-among = Parmi les personnes qui ont répondu
filter-everyone = Tout le monde
filter-go = Afficher
filter-within = Ces résultats sont ceux des personnes qui ont répondu « { $answer } » à la question « { $question } ».
filter-college = Ces résultats sont ceux d’un seul collège.
filter-texts = Les textes écrits ne se montrent qu’avec ceux de tout le collège.
filter-remove = Revenir à tous les résultats
filter-refused = Cette partie des résultats ne peut pas être montrée : moins de { $n } personnes pourraient y être reconnues.
problem-filter-of-one-answer = Cette question peut recevoir plusieurs réponses : elle ne peut pas partager les résultats.
problem-too-many-filters = { $max } questions au plus peuvent partager les résultats.
# Moving, in the builder
build-move = Déplacer
build-move-where = Où la mettre ?
build-move-here = Mettre ici
build-move-first = au début de cette partie
build-move-first-section = au début du questionnaire
build-move-behind = après « { $question } »
build-questions = { $n ->
    [0] Pas encore de question
    [one] Une question
   *[other] { $n } questions
}
build-one-by-one = Prendre des questions une par une
drag-first = Ici : au début de « { $section } ».
drag-behind = Ici : après « { $before } », dans « { $section } ».
drag-kept = Rien n’a bougé.
desk-phone = Voir comme sur un téléphone
desk-outline = Plan du questionnaire
desk-add = Ajouter et essayer
desk-question = Question
desk-section = Partie
desk-ready = Questions prêtes
desk-try = Essayer
problem-place-gone = Cette place n’existe plus : quelqu’un a changé le questionnaire. Choisissez-en une autre.

# Quotas
quotas = Nombre de réponses limité (quotas)
quotas-words = Quand assez de personnes ont donné une réponse, les suivantes sont prévenues par votre message et n’ont pas à continuer.
quota-new = Nouveau quota
quota-add = Ajouter un quota
quota-no-question = Un quota limite une réponse à choisir : ajoutez d’abord une question à choix.
quota-answer = Réponse à compter
quota-choose = — choisissez une réponse —
quota-college = De qui
quota-all = Tous les collèges ensemble
quota-limit = Nombre de réponses, au plus
quota-limit-hint = { $min } au moins.
quota-limit-of = { $n } au plus
quota-words = Message quand c’est complet
quota-message = Merci. Nous avons déjà assez de réponses comme la vôtre.
quota-is-full = complet
quota-taken = { $n } sur { $limit }
quota-few = moins de { $n }
quota-between = { $n } ou plus, pas encore complet
quota-tells-of-few = Ce tour est anonyme. Avec un quota de moins de { $n } réponses, « complet » en dit long sur très peu de personnes : mettez une limite plus haute si vous le pouvez.
problem-quota-unknown = Un quota compte les réponses à « { $code } », qui n’est pas dans le questionnaire. Pour retirer cette question, retirez d’abord son quota.
problem-quota-value = Un quota compte la réponse « { $value } » à « { $code } », qui ne peut pas être choisie. Pour retirer cette réponse, retirez d’abord son quota.
problem-quota-twice = Cette réponse (« { $value } » à « { $code } ») a déjà un quota pour les mêmes personnes.

# Ready questions, one by one
model-questions = Questions pour toute enquête
ready-title = Prendre des questions prêtes
ready-lead = Cochez ce qui vous sert. Vous pourrez tout changer ensuite.
ready-sources = D’où viennent les questions
ready-earlier = D’une autre de mes enquêtes
ready-whole = { $n ->
    [one] Toute la partie (une question)
   *[other] Toute la partie ({ $n } questions)
}
ready-where = Où les mettre ?
ready-own-sections = Dans des parties nouvelles, à la fin
ready-end-of = À la fin de « { $section } »
ready-take = Ajouter à mon questionnaire
ready-left = Les questions sont dans votre questionnaire. Ceci n’a pas pu venir, car cela parle de questions que vous n’avez pas prises :
ready-taken = Voir mon questionnaire
left-condition = : sa condition n’est pas reprise, elle est posée à tout le monde
left-rule = : une vérification n’est pas reprise
left-place = : une réponse citée est remplacée par des points
left-section = : la condition de la partie n’est pas reprise
left-picture = : sa photo appartient à une autre démarche, ajoutez-la ici
left-quota = : son quota n’est pas repris
problem-take-nothing = Cochez au moins une question.
kind-municipality = Commune
kind-words-municipality = Une commune (ou un quartier) du territoire, dans un menu où l’on cherche en écrivant.
build-places-from = D’où viennent les communes ?
build-places-own = Du territoire de la démarche
build-places-now = { $n ->
    [one] { $n } commune dans la liste
   *[other] { $n } communes dans la liste
}
build-places-stay = La liste ne change plus d’elle-même, même si des territoires sont ajoutés ensuite.
build-places-refresh = Reprendre maintenant la liste des territoires
problem-places-none = Il n’y a ni commune ni quartier dans ce territoire. L’administration de ce site peut les ajouter.
problem-places-too-many = { $max } communes au plus.
results-other-places = { $n ->
    [one] { $n } autre commune
   *[other] { $n } autres communes
}
pictures = Images
picture-of-note = Image de ce texte
picture-add = Ajouter une image
picture-change = Changer l’image ou sa description
picture-file = Photo ou image
picture-file-hint = JPEG, PNG ou WebP, 8 Mo au plus. Elle est réduite ; le lieu et la date de la photo sont effacés.
picture-again = { $n ->
    [one] Ou reprendre l’image de la démarche
   *[other] Ou reprendre une des { $n } images de la démarche
}
picture-number = Image { $n }
picture-alt = Description de l’image
picture-alt-hint = Pour les personnes qui ne la voient pas : ce qu’elle montre, en une phrase.
picture-decoration = Cette image ne fait que décorer : elle n’apprend rien de plus que le texte
picture-is-decoration = Décoration, sans description
picture-save = Enregistrer l’image
picture-remove = Retirer l’image
problem-picture-unreadable = Ce fichier n’est pas une image JPEG, PNG ou WebP. Un iPhone peut enregistrer en JPEG : Réglages, Appareil photo, Formats, « Le plus compatible ».
problem-picture-too-heavy = Cette image pèse plus de 8 Mo. Réduisez-la, ou faites-en une capture d’écran.
problem-picture-too-many-pixels = Cette image a plus de 40 millions de pixels. Réduisez-la, ou faites-en une capture d’écran.
problem-picture-too-many = Une démarche garde { $max } images au plus. Reprenez une de celles qui sont là.
problem-picture-not-here = Il n’y a pas d’images dans un menu ni dans ce genre de question. Retirez d’abord les images.
problem-picture-elsewhere = Cette image n’est pas de cette démarche.
build-places-file = D’un fichier importé
