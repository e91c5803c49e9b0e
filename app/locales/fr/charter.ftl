charter-article-number = Article { $n }
charter-preamble = Préambule
charter-contents = Les articles
charter-progress = { $taken ->
    [0] Vous n’avez pas encore pris position. La charte compte { $all ->
        [one] un article
       *[other] { $all } articles
    }.
    [one] Vous avez pris position sur { $taken } article sur { $all }.
   *[other] Vous avez pris position sur { $taken } articles sur { $all }.
}
charter-to-ratification = Où en est la décision ?
charter-empty = La charte n’est pas encore écrite
charter-no-article = Il n’y a pas encore d’article.
charter-missing-title = Ce qui manque encore pour décider
charter-missed-title = Ce qui a manqué
charter-accepted-title = Qui l’a acceptée
charter-ratified = { $n ->
    [one] La charte est ratifiée : chaque collège accepte son article.
   *[other] La charte est ratifiée : chaque collège accepte chacun des { $n } articles.
}
charter-ratified-so-far = { $n ->
    [one] Si le tour s’arrêtait maintenant, la charte serait ratifiée : chaque collège accepte son article.
   *[other] Si le tour s’arrêtait maintenant, la charte serait ratifiée : chaque collège accepte chacun des { $n } articles.
}
charter-not-ratified = { $done ->
    [0] La charte n’est pas ratifiée : aucun article n’est accepté par tous les collèges.
    [one] La charte n’est pas ratifiée : { $done } article sur { $n } est accepté par tous les collèges.
   *[other] La charte n’est pas ratifiée : { $done } articles sur { $n } sont acceptés par tous les collèges.
}
charter-not-yet-ratified = { $done ->
    [0] La charte n’est pas encore ratifiée : aucun article n’est accepté par tous les collèges.
    [one] La charte n’est pas encore ratifiée : { $done } article sur { $n } est accepté par tous les collèges.
   *[other] La charte n’est pas encore ratifiée : { $done } articles sur { $n } sont acceptés par tous les collèges.
}
charter-rule = La règle : chaque collège compte à part, et chacun doit accepter chaque article. Un collège accepte un article quand au moins { $quorum } % de ses membres prennent position, et quand au moins { $threshold } % de ceux qui disent oui ou non sont d’accord, avec ou sans réserve. L’abstention compte comme une participation, ni pour ni contre.
charter-gap-missing = Personne n’est membre de ce collège. Sans lui, la charte ne peut pas être ratifiée.
charter-gap-none = Rien ne manque : chaque article est accepté.
charter-gap-some = { $n ->
    [one] Il manque quelque chose sur { $n } article sur { $all }
   *[other] Il manque quelque chose sur { $n } articles sur { $all }
}
charter-gap-quorum = { $n ->
    [one] Il manque une position pour que le compte soit valable.
   *[other] Il manque { $n } positions pour que le compte soit valable.
}
charter-gap-silence = Tout le monde s’abstient : personne n’a dit oui ou non.
charter-gap-threshold = { $agree ->
    [0] Personne n’est d’accord, sur { $spoke } qui ont dit oui ou non. Il faut { $needed } d’accord.
   *[other] { $agree } d’accord sur { $spoke } qui ont dit oui ou non. Il en faut { $needed }.
}
charter-stances = Les positions, collège par collège
charter-chart = D’accord, avec ou sans réserve : { $says }.
charter-chart-college = { $all ->
    [0] { $college }, aucune position
    [one] { $college }, { $agree } sur { $all } position
   *[other] { $college }, { $agree } sur { $all } positions
}
charter-chart-none = Personne n’a encore pris position sur cette version.
charter-chart-caption = Positions sur l’article { $n }, par collège
charter-reasons = Les raisons données
charter-by-article = Article par article
charter-frame = Le préambule et la règle de décision
charter-frame-fixed = Le tour est ouvert, ou l’a été : le préambule et la règle de décision ne changent plus.
charter-preamble-fr = Préambule
charter-preamble-hint = Pourquoi cette charte, et pour qui. 6 000 caractères au plus.
charter-preamble-easy = Préambule, facile à lire
charter-preamble-en = Préambule, en anglais
charter-quorum = Participation minimale dans chaque collège, en %
charter-quorum-hint = Part des membres du collège qui prennent position sur chaque article. Un nombre de 1 à 100.
charter-threshold = Accord minimal dans chaque collège, en %
charter-threshold-hint = Part des personnes d’accord, avec ou sans réserve, parmi celles qui disent oui ou non. Un nombre de 1 à 100.
charter-frame-save = Enregistrer le préambule et la règle
charter-articles = Les articles
charter-edit-closed = Le tour est clos : les articles ne changent plus.
article-title = Titre
article-body = Texte de l’article
article-body-hint = Une ligne vide sépare deux paragraphes. Sous le champ : comment mettre des mots en gras, faire une liste, une note. 20 000 caractères au plus.
article-easy-hint = Les mêmes idées, en phrases courtes et en mots simples.
article-note = Pourquoi cette version
article-note-hint = Une phrase, lue par tout le monde dans l’histoire de l’article. Par exemple : répond à une remarque.
article-add = Ajouter un article
article-row = { $article } · version { $n }
article-up = Monter : { $title }
article-down = Descendre : { $title }
article-edit = Écrire une nouvelle version
article-edit-title = Article { $n } : nouvelle version
article-edit-lead = Vous partez de la version { $n }. Rien ne s’efface : elle reste dans l’histoire de l’article.
article-edit-reopens = Le tour est ouvert. Une nouvelle version rouvre les positions : chacun devra dire à nouveau où il se tient sur cet article.
article-save = Enregistrer la nouvelle version
article-cancel = Annuler
together-title = Deux versions écrites en même temps
together-who = Pendant que vous écriviez à partir de la version { $from }, { $name } a enregistré la version { $to }.
together-passages = { $n ->
    [0] Vous n’avez pas changé les mêmes passages. Le formulaire réunit les deux textes. Relisez-le, puis enregistrez.
    [one] Un passage a changé des deux côtés. Le formulaire contient les deux textes, l’un après l’autre. Gardez ce qui convient, puis enregistrez. Le reste est réuni.
   *[other] { $n } passages ont changé des deux côtés. Le formulaire contient les deux textes, l’un après l’autre. Gardez ce qui convient, puis enregistrez. Le reste est réuni.
}
together-passage = Passage { $n } : { $name }
together-before = Avant, dans la version { $n }
together-mine = Votre texte
together-other = Le texte de { $name }
together-nothing = Rien : ce passage est enlevé.
together-yours = Ce que vous avez changé, à partir de la version { $from }
together-theirs = Ce qui a changé de la version { $from } à la version { $to }
article-restore = Reprendre le texte de la version { $n }
article-restore-note = Retour à la version { $n }
article-restore-lead = Le formulaire contient le texte de la version { $n }. Relisez-le et dites pourquoi vous y revenez. Rien ne s’efface : la version { $current } reste dans l’histoire de l’article.
article-restore-compare = Voir ce qui change, de la version { $current } à la version { $n }
compare-title = Article { $n } : comparer deux versions
compare-view = Comment les montrer
compare-inline = Un seul texte, avec ce qui est ajouté et supprimé
compare-sides = Les deux textes côte à côte
compare-both = Ces versions
version-name = Nom de la version
version-name-hint = Tout le monde le lit dans l’histoire de l’article. Par exemple : Texte soumis au conseil municipal. Un champ vide enlève le nom.
version-name-save = Enregistrer le nom
version-name-of = Nommer la version { $n }
article-version = Version { $n }, du
article-what-changed = Ce qui a changé
article-comments = { $n ->
    [0] Aucun commentaire
    [one] { $n } commentaire
   *[other] { $n } commentaires
}
article-take-stance = Prendre position et commenter
article-open = Voir l’article et les positions
article-carried = Ce collège accepte l’article.
article-turn = Article { $n } : { $title }
article-turn-label = Articles voisins
stance-consent = D’accord
stance-reservation = D’accord avec une réserve
stance-objection = Objection
stance-abstain = Abstention
my-stance-consent = Je suis d’accord
my-stance-reservation = D’accord, avec une réserve
my-stance-objection = Je m’oppose
my-stance-abstain = Je m’abstiens
my-stance-words-consent = Je peux vivre avec ce texte.
my-stance-words-reservation = J’accepte le texte, mais quelque chose me gêne.
my-stance-words-objection = Ce texte me pose un problème grave. Je dis pourquoi.
my-stance-words-abstain = Ma participation compte, ni pour ni contre.
stance-title = Votre position
stance-legend = Où en êtes-vous avec la version { $n } de cet article ?
stance-reason = Votre raison
stance-reason-hint = Nécessaire si vous vous opposez. Utile si vous avez une réserve.
stance-seen = Votre position compte dans votre collège ({ $college }). Si vous écrivez une raison, elle s’affiche sur cette page avec votre nom ({ $name }) et votre collège. Vous pouvez changer d’avis jusqu’à la clôture : la nouvelle position et la nouvelle raison remplacent les anciennes.
stance-send = Enregistrer ma position
stance-change = Changer ma position
stance-yours = Votre position : { $stance }
stance-none-yet = à lire
stance-reopened = Vous aviez pris position sur la version { $n }. Le texte a changé depuis : dites à nouveau où vous en êtes.
stance-not-yet = Les positions se prennent quand le tour est ouvert.
stance-closed = Le tour est clos : les positions ne changent plus.
stance-sign-in = Pour prendre position, entrez le code de votre carte ou connectez-vous.
stance-colleges-only = Seuls les membres des collèges prennent position.
history-title = L’histoire de l’article
history-version = Version { $n }
history-named = Version { $n } : { $name }
history-why = Pourquoi : { $note }
history-changed = Ce qui a changé depuis la version { $n }
history-from = De
history-to = À
history-compare = Comparer
history-compare-any = Comparer deux versions
history-from-to = De la version { $from } à la version { $to }
history-older = Les { $n } dernières versions sont affichées. Pour les plus anciennes, comparez deux versions.
diff-added = ajouté :
diff-removed = supprimé :
diff-none = Les deux textes sont les mêmes.
ratification-caption = Chaque article devant chaque collège
ratification-of-article = Le compte de l’article { $n }, version { $version }
ratification-article = Article
ratification-quorum = Participation
ratification-threshold = Accord
ratification-result = Résultat
ratification-met = oui
ratification-not-met = non
ratification-nobody = Aucun membre
ratification-took = { $all ->
    [0] Aucune position sur { $members ->
        [one] 1 membre
       *[other] { $members } membres
    }. Il en faut { $needed }.
    [one] { $all } position sur { $members ->
        [one] 1 membre
       *[other] { $members } membres
    }. Il en faut { $needed }.
   *[other] { $all } positions sur { $members ->
        [one] 1 membre
       *[other] { $members } membres
    }. Il en faut { $needed }.
}
ratification-agree = { $agree } d’accord sur { $spoke } qui ont dit oui ou non. Il en faut { $needed }.
ratification-silent = Personne n’a dit oui ou non
problem-not-a-percentage = Écrivez un nombre entier de 1 à 100.
problem-article-newer = Quelqu’un a changé ce texte pendant que vous écriviez. Plus haut, lisez ce qui a changé des deux côtés. Le formulaire réunit les deux textes : corrigez-le, puis enregistrez.
problem-article-unchanged = Rien n’a changé dans l’article : il n’y a pas de nouvelle version à enregistrer.
problem-stance-choose = Choisissez une position.
problem-stance-version-passed = L’article a changé pendant que vous écriviez. Lisez la nouvelle version plus haut, puis choisissez à nouveau. Votre raison est gardée.
problem-objection-needs-reason = Dites pourquoi vous vous opposez : c’est ce qui permet d’améliorer le texte.
