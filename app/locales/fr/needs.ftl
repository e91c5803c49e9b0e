coding = Lire et coder les textes
coding-tab-book = Thèmes
coding-tab-texts = Textes
coding-tab-agreement = Accord
coding-lead = Lisez ce que les personnes ont écrit avec leurs mots, et marquez les thèmes de chaque texte. Un thème que plusieurs ont nommé peut devenir un besoin, avec le nombre de personnes de chaque collège.
coding-blind = Deux personnes lisent chaque texte, chacune de son côté. Vous voyez ce que l’autre a marqué quand vous avez toutes deux lu le texte, pas avant. Les textes viennent dans un ordre tiré au hasard ; le collège n’est dit que s’il est assez grand.
coding-questions = Les questions
coding-no-question = Cette enquête n’a pas de question à laquelle on répond avec ses mots.
coding-no-text = Personne n’a rien écrit ici.
coding-texts = { $n ->
    [one] { $n } texte
   *[other] { $n } textes
}
coding-read-of = Vous avez lu { $read } textes sur { $n }.
coding-coders = Qui a lu
coding-progress = { $read } textes lus sur { $n }
coding-other-questions = Lire une autre question
coding-next-unread = Aller au premier texte que vous n’avez pas lu
coding-definitions = Ce que les thèmes veulent dire
coding-text = Texte { $n } sur { $of }
coding-none = Aucun de ces thèmes
coding-save = Enregistrer
coding-save-next = Enregistrer et continuer
coding-look-again = Revoir ce texte ensemble
coding-to-settle = { $n ->
    [one] Vous différez sur un thème : le régler
   *[other] Vous différez sur { $n } thèmes : les régler
}
theme = Thème
themes = Les thèmes
themes-none = Il n’y a pas encore de thème. Lisez quelques textes, puis donnez un nom à ce qui revient.
themes-first = Il faut d’abord un thème.
themes-merged = { $n ->
    [one] { $n } thème réuni à un autre
   *[other] { $n } thèmes réunis à d’autres
}
theme-merged-into = { $theme } : compté maintenant dans « { $into } »
theme-mine = { $n ->
    [0] vous ne l’avez pas encore marqué
    [one] vous l’avez marqué sur { $n } texte
   *[other] vous l’avez marqué sur { $n } textes
}
theme-new = Ajouter un thème
theme-add = Ajouter ce thème
theme-title = Nom du thème
theme-title-hint = Quelques mots, { $max } caractères au plus.
theme-definition = Définition
theme-definition-hint = Ce qui en fait partie et ce qui n’en fait pas partie, pour que deux lecteurs marquent la même chose.
theme-edit = Renommer ou définir ce thème
theme-back = Revenir aux thèmes
theme-choose = Choisir…
theme-merge = Réunir à un autre thème
theme-merge-open = Réunir ce thème à un autre
theme-merge-words = Tout ce qui est marqué ici sera compté dans l’autre thème, pour les deux lecteurs. Pour revenir en arrière, il faudra séparer à nouveau.
theme-merge-into = Le compter dans
theme-merge-do = Réunir
theme-split = { $n ->
    [one] Séparer : { $n } texte porte ce thème
   *[other] Séparer : { $n } textes portent ce thème
}
theme-split-open = Séparer une partie dans un nouveau thème
theme-split-words = Cochez les textes qui disent autre chose. Ils porteront le nouveau thème à la place de celui-ci, pour les deux lecteurs. Vous ne voyez ici que les textes que vous avez lus, ou que deux personnes ont lus.
theme-split-texts = Les textes du nouveau thème
theme-split-do = Séparer
agreement-none = Aucun texte n’a encore été lu par deux personnes.
agreement-lead = Le kappa de Cohen dit si deux personnes marquent les mêmes thèmes plus souvent que le hasard : 1 quand elles sont toujours d’accord, 0 quand le hasard ferait aussi bien. Il compte ce que chacune a marqué de son côté.
agreement-overall = { $n ->
    [one] Sur { $n } texte lu par les deux : kappa moyen { $kappa }, { $words }.
   *[other] Sur { $n } textes lus par les deux : kappa moyen { $kappa }, { $words }.
}
agreement-unknown = { $n ->
    [one] { $n } texte lu par les deux : c’est trop peu pour un kappa.
   *[other] { $n } textes lus par les deux : aucun thème n’a encore de kappa.
}
agreement-caption = { $n ->
    [one] { $first } et { $second }, sur { $n } texte
   *[other] { $first } et { $second }, sur { $n } textes
}
agreement-both = Les deux
agreement-alone = { $name } seulement
agreement-neither = Aucun des deux
kappa-alone = { $kappa } ({ $words })
kappa-words = { $kappa } ({ $words }), entre { $low } et { $high }
kappa-none = pas de kappa : toujours ou jamais marqué
kappa-poor = pas d’accord
kappa-slight = accord très faible
kappa-fair = accord faible
kappa-moderate = accord moyen
kappa-substantial = accord fort
kappa-almost-perfect = accord presque parfait
apart = { $n ->
    [0] Rien à régler
    [one] { $n } texte à régler
   *[other] { $n } textes à régler
}
apart-one = Ce texte, à deux
apart-lead = Parlez-en à deux, puis cochez ce que le texte dit vraiment. Le kappa ne change pas : il garde ce que chacun avait marqué.
apart-none = Les deux lecteurs sont d’accord sur tout ce qu’ils ont lu tous les deux.
apart-all = Voir tous les textes à régler
apart-only = marqué par { $name } seulement
apart-settle = C’est réglé
need = Besoin
needs = Les besoins
needs-lead = Ce que les personnes ont demandé avec leurs mots : combien l’ont nommé, ce qui existe déjà, ce qui manque, et ce qui a été décidé.
needs-none = Aucun besoin n’est encore écrit
needs-none-words = Après une enquête, les textes sont lus et réunis en thèmes. Les besoins qui en sortent paraîtront ici.
needs-contents = Les besoins par leur nom
needs-count = { $n ->
    [one] Un besoin est sorti de ce que vous avez écrit.
   *[other] { $n } besoins sont sortis de ce que vous avez écrit.
}
needs-read = Lire les besoins
need-source = Nommé au tour { $n } :
need-few = moins de { $n }
need-hidden = masqué
need-of = { $n ->
    [one] sur { $n } personne qui a écrit
   *[other] sur { $n } personnes qui ont écrit
}
need-nobody-wrote = personne n’a écrit
need-protected = Un nombre de moins de { $n } personnes n’est pas dit, pour que l’on ne reconnaisse personne.
need-named = { $n ->
    [one] Un collège l’a nommé : { $colleges }.
   *[other] { $n } collèges l’ont nommé : { $colleges }.
}
need-named-at-least = { $n ->
    [one] Au moins un collège l’a nommé : { $colleges }.
   *[other] Au moins { $n } collèges l’ont nommé : { $colleges }.
}
need-named-none = Personne ne l’a nommé dans les textes lus.
need-named-unknown = Trop peu de personnes ont écrit pour dire qui l’a nommé.
need-existing = Ce qui existe déjà
need-missing = Ce qui manque
need-decided = Ce qui a été décidé
need-not-said = Ce n’est pas encore écrit.
need-undecided = Rien n’est encore décidé.
need-round-decision = La décision du tour { $n } :
need-way = Le chemin de ce besoin
need-way-link = Voir le chemin de ce besoin
need-step-need = Besoin
need-step-proposals = Proposition
need-step-charter = Article
need-step-evaluation = Évaluation
need-step-next = Une proposition, un article ou une évaluation pourra venir ici
need-state-draft = en préparation
need-state-announced = à venir
need-state-open = en cours
need-state-closed = la décision est attendue
need-state-published = la décision est publiée
need-this = Ce besoin :
need-these = Ces besoins :
need-from-theme = En faire un besoin
need-counts-lead = Voici ce qui sera montré à tous, d’après les textes lus jusqu’ici :
need-disputed = { $n ->
    [one] { $n } texte n’est pas compté : deux lecteurs diffèrent.
   *[other] { $n } textes ne sont pas comptés : deux lecteurs diffèrent.
}
need-made = Ce thème est déjà un besoin :
need-make = En faire un besoin
need-write = Écrire ce besoin
need-made-now = Le besoin est écrit. Dites maintenant ce qui en est sorti : une proposition, un article, une action évaluée.
need-title = Le besoin
need-title-hint = Une phrase que tout le monde comprend.
need-summary = En quelques mots
need-summary-hint = Ce que les personnes disent. Ne recopiez pas un texte qui ferait reconnaître quelqu’un.
need-existing-hint = Les lieux, les services et les aides qu’il y a déjà ici.
need-missing-hint = Ce que l’on ne trouve pas, ou pas au bon moment, ou pas à ce prix.
need-edit-this = Modifier ce besoin
need-as-read = Voir ce besoin comme tout le monde le lit
need-recount = Recompter qui l’a nommé, d’après les textes lus jusqu’ici
need-links = Ce qui en est sorti
need-no-link = Rien n’est encore relié à ce besoin.
need-nothing-to-link = Il n’y a ni proposition, ni article, ni action évaluée à relier.
need-link-to = Proposition, article ou action évaluée
need-link = Relier
need-unlink = Ne plus relier : { $title }
need-withdraw-title = Retirer ce besoin
need-withdraw-open = Retirer ce besoin de la page publique
need-withdraw-words = Les animateurs continueront de le voir, avec la raison. C’est écrit au journal.
need-withdraw-reason = Pourquoi ?
need-withdraw = Retirer ce besoin
need-withdrawn = Ce besoin est retiré : seuls les animateurs le voient encore. Raison : { $reason }
diagnosis-of = Diagnostic partagé : { $territory }
diagnosis-lead = Les besoins nommés ici, démarche par démarche : par combien de personnes, ce qui existe, ce qui manque, et ce qui a été décidé.
diagnosis-none = Aucun besoin n’est encore écrit ici
diagnosis-none-words = Quand une démarche de ce territoire aura recueilli des besoins, ils paraîtront ici.
diagnosis-below = Dans ce territoire
problem-coding-while-open = Les textes d’un tour anonyme se lisent quand il est clos : avant, leur arrivée dirait qui vient d’écrire.
problem-coding-both-read = Deux personnes ont lu un de ces textes pendant que vous écriviez. Rien n’est enregistré : rechargez la page pour voir lequel.
problem-coding-none-and-some = Cochez des thèmes, ou « Aucun de ces thèmes », pas les deux.
problem-coding-not-both = Ce texte n’est pas encore lu par deux personnes.
problem-theme-gone = Un de ces thèmes n’existe plus : il a été réuni à un autre. Rechargez la page.
problem-theme-merge = Choisissez un autre thème de la liste.
problem-theme-split-none = Cochez au moins un texte.
problem-too-many-themes = { $max } thèmes au plus, ceux qui sont réunis à d’autres compris.
problem-need-exists = Ce thème est déjà un besoin, ou il est réuni à un autre.
problem-too-many-needs = { $max } besoins au plus dans une démarche.
problem-too-many-links = { $max } liens au plus pour un besoin.
act-theme-add = Thème ajouté
act-theme-edit = Thème renommé ou défini
act-theme-merge = Thème réuni à un autre
act-theme-split = Thème séparé
act-coding-settle = Désaccord de lecture réglé
act-need-make = Besoin écrit à partir d’un thème
act-need-edit = Besoin modifié
act-need-link = Besoin relié
act-need-unlink = Besoin délié
act-need-withdraw = Besoin retiré
fact-code = code
fact-into = vers
fact-recount = recompté
