takeover-title = D’où vient cette charte
takeover-begin = Partir d’une charte adoptée ailleurs
takeover-words = Vous reprenez son préambule, ses chapitres, ses articles et ses définitions. Vous pouvez ensuite tout changer. Vos changements restent visibles à côté du texte d’origine. Les seuils sont repris ; les règles propres à un collège ou à un comité ne le sont pas.
takeover-source = Charte adoptée
takeover-choose = Choisissez une charte
takeover-send = Reprendre cette charte
takeover-link = Partir de cette charte
takeover-page-title = Partir de cette charte
takeover-into = La reprendre dans « { $title } »
takeover-new = La reprendre dans un nouveau tour
takeover-nowhere = Vous n’animez aucune démarche
takeover-nowhere-words = Pour reprendre cette charte, il faut animer une démarche. Demandez à l’administration du site d’en ouvrir une pour votre territoire.
takeover-read = Lire la charte
takeover-note = Repris de « { $title } » ({ $territory }), adoptée le { $day }
takeover-from = Reprise de
takeover-adopted-on = adoptée le
takeover-taken-on = reprise le
takeover-changes = { $n ->
    [0] sans changement
    [one] avec 1 changement propre
   *[other] avec { $n } changements propres
}
takeover-see = Voir ce qui change
takeover-bars-left = La charte d’origine a des règles propres à ses collèges ou à ses comités. Elles ne sont pas reprises : fixez les vôtres.
takeover-changed = La charte d’origine a changé.
takeover-changed-on = Elle est adoptée à nouveau le
takeover-remerge = Reprendre ses changements
takeover-merged = Les changements de la charte d’origine sont repris.
takeover-closed = La charte d’origine n’est plus lisible par tous. Ses mots, tels que vous les avez repris, restent ici.
takeover-copies = { $n ->
    [one] Reprise par un autre territoire
   *[other] Reprise { $n } fois
}
takeover-fact-source = Charte d’origine
takeover-fact-territory = Territoire
takeover-fact-taken = Reprise le
takeover-whole = Tout le texte, avec ce qui change
takeover-text = Voir le texte
takeover-preamble-in = Préambule ({ $tag })
takeover-preamble-easy = Préambule facile à lire
takeover-kind-preamble = Préambule
takeover-kind-article = Articles
takeover-kind-chapter = Chapitres
takeover-kind-definition = Définitions
takeover-one-preamble = Préambule
takeover-one-article = Article
takeover-one-chapter = Chapitre
takeover-one-definition = Définition
takeover-own-changed = Changé ici
takeover-own-added = Ajouté ici
takeover-own-left-out = Non repris ici
takeover-own-unchanged = Comme dans la charte d’origine
remerge-title = Reprendre les changements de la charte d’origine
remerge-none = Rien à reprendre
remerge-none-words = La charte d’origine n’a pas été adoptée à nouveau depuis votre reprise, ou elle n’est plus lisible par tous.
remerge-lead = { $n ->
    [0] Aucune partie ne demande votre avis.
    [one] Une partie a changé dans la charte d’origine.
   *[other] { $n } parties ont changé dans la charte d’origine.
} Rien ne change ici sans votre accord.
remerge-join-words = { $n ->
    [one] Une partie se réunit d’elle-même : vous n’avez pas changé le même passage.
   *[other] { $n } parties se réunissent d’elles-mêmes : vous n’avez pas changé les mêmes passages.
}
remerge-join = Reprendre ce qui ne demande pas de choix
remerge-nothing = La charte est adoptée à nouveau avec les mêmes mots.
remerge-finish = Noter la nouvelle adoption
remerge-conflict = { $n ->
    [one] Vous et la charte d’origine avez changé le même passage. Le formulaire contient les deux textes : corrigez-le.
   *[other] Vous et la charte d’origine avez changé { $n } mêmes passages. Le formulaire contient les deux textes : corrigez-le.
}
remerge-before = Avant, quand vous l’avez repris
remerge-theirs = La charte d’origine
remerge-state-settled = Se réunit sans choix
remerge-state-open = Demande un choix
remerge-state-new = Nouveau dans la charte d’origine
remerge-state-removed = Enlevé de la charte d’origine
remerge-state-left-out = Non repris ici, changé dans la charte d’origine
remerge-source-changes = Ce que la charte d’origine a changé
remerge-own-changes = Ce que vous aviez changé
remerge-decide = Décider
remerge-term = Mot
remerge-meaning = Ce qu’il veut dire
remerge-save = Enregistrer comme nouvelle version
remerge-save-words = Enregistrer ce texte
remerge-add = L’ajouter ici
remerge-take-out = L’enlever ici aussi
remerge-keep = Garder le nôtre
remerge-leave = Ne pas le reprendre
problem-takeover-not-empty = Cette charte a déjà des articles, ou elle vient déjà d’une autre.
problem-takeover-not-adopted = Choisissez une charte adoptée que tout le monde peut lire.
problem-takeover-passed = Cette partie est déjà réglée, ou la charte d’origine a encore changé. Relisez la page.
act-charter-takeover = Charte reprise d’un autre territoire
act-charter-remerge = Changement d’une charte d’origine traité
act-charter-remerged = Charte d’origine reprise à nouveau
fact-source = charte d’origine
fact-joined = réunis
fact-choice = choix
fact-own = partie
