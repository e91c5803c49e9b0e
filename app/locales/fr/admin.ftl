admin-accounts = Comptes
admin-processes = Démarches
admin-rounds = Tours
admin-participants = { $n ->
    [0] aucun participant
    [one] { $n } participant
   *[other] { $n } participants
}
admin-no-facilitator = Personne n’anime encore cette démarche.
admin-invite = Inviter une personne
territories = Territoires
territories-none = Aucun territoire pour le moment.
territory-kind-department = Département
territory-kind-municipality = Commune
territory-kind-district = Quartier
territory-new = Ajouter un territoire
territory-name = Nom
territory-which-kind = Quelle sorte de territoire ?
territory-in = Situé dans
territory-alone = Aucun autre territoire
territory-create = Ajouter
problem-territory-parent = Un quartier se situe dans une commune, une commune dans un département ou seule, un département dans aucun autre.
journal = Journal
journal-lead = Tous les actes d’administration, du plus récent au plus ancien. Il ne contient ni votes, ni réponses.
journal-read = Lire le journal
journal-whole = { $n ->
    [0] Le journal est vide.
    [one] Le journal est intact : { $n } acte, vérifié.
   *[other] Le journal est intact : { $n } actes, vérifiés un par un.
}
journal-broken = Le journal a été altéré : l’acte n° { $n } ne correspond pas à ce qui le précède. Gardez une copie de la base et prévenez le responsable.
journal-number = n° { $n }
journal-nobody = sans auteur connu
journal-empty = Rien n’est encore écrit
journal-empty-words = Le premier acte d’administration paraîtra ici.
journal-older = Actes plus anciens
journal-newest = Revenir aux plus récents
act-territory-create = Territoire créé
act-process-create = Démarche créée
act-process-edit = Démarche modifiée
act-college-add = Collège ajouté
act-round-create = Tour créé
act-round-edit = Textes ou mode d’un tour modifiés
act-round-schedule = Calendrier d’un tour fixé
act-round-close = Tour clos avant sa date
act-round-publish = Résultats d’un tour publiés
act-survey-edit-form = Questions d’une enquête modifiées
act-evaluation-edit-frame = Cadre d’une évaluation modifié
act-proposal-hide = Proposition masquée
act-proposal-decide = Réponse donnée à une proposition
act-comment-hide = Commentaire masqué
act-comment-answer = Réponse donnée à un commentaire
act-charter-edit = Cadre d’une charte modifié
act-article-add = Article ajouté à une charte
act-article-edit = Nouvelle version d’un article
act-article-name = Version d’un article nommée
act-article-move = Article déplacé
act-member-invite = Personne invitée
act-member-import = Membres importés
act-code-make = Cartes créées
act-code-withdraw = Carte retirée
act-administrator-create = Administrateur créé
fact-title = titre
fact-name = nom
fact-kind = sorte
fact-mode = mode
fact-state = état
fact-visibility = lecture
fact-announced = annoncé
fact-opens = ouverture
fact-closes = clôture
fact-languages = langues
fact-outcome = réponse
fact-number = numéro
fact-count = nombre
fact-batch = lot
fact-version = version
fact-quorum = quorum (%)
fact-threshold = seuil (%)
fact-yes = oui
fact-no = non
journal-fact = { $key } : { $value }
act-survey-correct-words = Mots d’une enquête ouverte corrigés
problem-territories-no-name = Il manque la colonne « nom » en tête de la liste.
problem-territories-too-many = La liste compte { $n } lignes ; { $max } au plus à la fois.
problem-territories-line-name = Ligne { $line } : le nom manque ou est trop long.
problem-territories-line-kind = Ligne { $line } : écrivez « département », « commune » ou « quartier ».
problem-territories-line-code = Ligne { $line } : un code n’a que des chiffres, des lettres sans accent et des tirets, 36 au plus.
problem-territories-line-parent = Ligne { $line } : le territoire où elle se situe n’est pas connu, ou plusieurs portent ce nom.
problem-territories-line-place = Ligne { $line } : un quartier se situe dans une commune, une commune dans un département ou seule, un département dans aucun autre.
territories-many = Ajouter une liste de territoires
territories-import-words = Une ligne par territoire. Seul le nom est obligatoire : sans type, c’est une commune. « Dans » donne le code ou le nom du territoire où elle se situe. Avec un code (en France, celui de l’Insee), une commune déjà là est reconnue, et son nom est mis à jour. La liste est prise en entier, ou pas du tout.
territories-header = nom;type;code;dans
territories-beneath = Où se situent les lignes qui ne le disent pas
territories-import = Ajouter la liste
territories-imported = { $added ->
    [0] Aucun territoire ajouté
    [one] { $added } territoire ajouté
   *[other] { $added } territoires ajoutés
}, { $corrected } mis à jour.
act-territory-import = Liste de territoires ajoutée
problem-territories-line-twice = Ligne { $line } : ce territoire est déjà plus haut dans la liste, sous un autre nom ou un autre code.
territories-count = { $n } territoires
