similar-live = Il existe déjà des propositions proches (les liens s’ouvrent dans un autre onglet)
similar-title = { $n ->
    [one] Une proposition ressemble à la vôtre
   *[other] { $n } propositions ressemblent à la vôtre
}
similar-words = Lisez-les avant d’envoyer. Si l’une dit la même chose, votez pour elle ou commentez-la : à plusieurs, on pèse plus.
similar-anyway = Envoyer la mienne quand même
proposals-more = Préciser (facultatif) : besoin, lieu, photo
proposals-need = À quel besoin répond-elle ?
proposals-theme = Thème
proposals-territory = Lieu
proposals-territory-hint = Tapez les premières lettres et choisissez. Laissez vide si c’est partout.
proposals-territory-all = Tapez les premières lettres et choisissez, ou tapez le nom entier : la liste ne montre pas tous les lieux. Laissez vide si c’est partout.
proposals-picture = Une photo
proposals-picture-hint = JPEG, PNG ou WebP, { $max } Mo au plus. Le lieu et la date cachés dans la photo sont effacés. Pas de personne reconnaissable sans son accord.
proposals-alt-hint = Une phrase, pour les personnes qui ne voient pas la photo. À remplir s’il y a une photo.
picture-kept = Votre photo est bien arrivée. Pas besoin de la renvoyer.
choose-none = Je ne précise pas
choose-everywhere = Partout
proposal-edit = Corriger ou retirer ma proposition
proposal-edit-words = On corrige tant que personne n’a voté ni commenté. Ensuite, on peut seulement retirer : personne ne vote sur un texte qui change.
proposal-save = Enregistrer
proposal-edited = corrigée le
proposal-withdrawn = Son auteur a retiré cette proposition le
proposal-withdrawn-words = Elle n’est plus dans la liste, on ne vote plus. Les votes déjà donnés ne sont pas montrés.
proposal-withdrawn-title = (Proposition retirée par son auteur)
take-back-title = Retirer ma proposition
take-back-words = Elle sort de la liste et on ne vote plus. Les commentaires restent. Cela ne se défait pas.
take-back-sure = Oui, je retire ma proposition.
take-back-send = Retirer
merged-here = Cette proposition a été regroupée avec une autre, qui dit la même chose :
merged-rule = Votez et commentez là-bas. Ce qui a été écrit ici reste lisible. Si vous avez voté ici, votre vote compte là-bas, sauf si vous y avez voté aussi.
merged-with = { $n ->
    [one] Écrite aussi par
   *[other] Écrite aussi par { $n } personnes
}
merge-title = Regrouper avec une autre
merge-words = Les deux disent la même chose ? Gardez l’autre : celle-ci lui donne ses votes et son auteur, et renvoie vers elle. Une personne qui a voté sur les deux compte une fois, avec son vote sur celle qui est gardée. Cela peut se défaire.
merge-into = Proposition à garder
merge-cut = La liste s’arrête à { $n } propositions. Pour une autre, collez son adresse.
merge-address = Ou l’adresse de sa page
merge-address-hint = Elle compte à la place de la liste.
merge-choose = Choisir…
merge-send = Regrouper
unmerge-send = Séparer
unmerge-rule = Séparer remet les votes comme ils étaient. Qui a voté depuis sur la proposition gardée y garde ce vote.
list-search = Un mot à chercher
list-find = Chercher
list-more = Filtrer
list-any = Tous
list-answer = Réponse
list-answer-waiting = Pas encore de réponse
list-answer-answered = A une réponse
list-answer-retained = Retenue
list-answer-partly = Retenue en partie
list-answer-not-retained = Non retenue
list-college = Collège de l’auteur
list-mine = Seulement les miennes
list-apply = Appliquer
list-all = Tout montrer
list-count = { $n ->
    [0] Aucune proposition trouvée sur { $all }
    [one] { $n } proposition sur { $all }
   *[other] { $n } propositions sur { $all }
}
list-nothing = Rien ne correspond
list-nothing-words = Essayez un autre mot, ou enlevez un filtre.
one-begin = Donner mon avis, une à la fois
one-begin-words = Une phrase, trois boutons. On s’arrête et on reprend quand on veut.
one-title = Une proposition à la fois
one-not-here = Dans ce tour, on vote depuis la liste.
one-list = Voir toute la liste
one-legend = Votre avis
one-more = En savoir plus
one-page = Page de la proposition
one-progress = { $n } sur { $of }
one-hint = Vous pourrez changer d’avis dans la liste, jusqu’à la clôture.
one-thanks = Merci, vous avez tout vu !
one-thanks-words = Vos votes comptent. Quand le tour sera clos, chaque proposition recevra une réponse avec ses raisons.
one-then-propose = Proposer une idée
one-then-word = Voir ce que ma parole est devenue
one-lost = Votre vote est parti, mais la proposition suivante n’a pas pu être chargée. Vérifiez le réseau.
one-again = Réessayer
one-reload = Continuer
decided-by = Réponse de
decide-told = L’auteur et les personnes qui ont voté le sauront : sur leur page, et par e-mail s’ils le veulent (un au plus par jour).
decide-told-secret = L’auteur le saura, sur sa page et par e-mail. Les votes sont secrets : les votants ne peuvent pas être prévenus un par un.
meta-title = Question sur qui est là
meta-words = « Je suis parent », « J’habite au bourg » : cela dit qui répond, ce n’est pas un avis. On vote comme ailleurs, mais on cherche les groupes d’opinion sans ces votes.
meta-tick = Cette proposition demande qui est là
meta-send = Enregistrer
act-proposal-meta = Proposition marquée comme question sur qui est là, ou comme avis
answering = Vous répondez pour la démarche
answerers-title = Élus qui répondent aux propositions
answerers-words = Les animateurs répondent. Vous pouvez aussi désigner des élus. Chaque réponse porte le nom de qui l’a donnée. C’est noté au journal.
answerer-yes = répond
answerer-no = ne répond pas
answerer-name = Désigner
answerer-dismiss = Ne plus désigner
mails-title = E-mails sur les réponses et les messages
mails-wanted = M’écrire quand une proposition que j’ai écrite ou sur laquelle j’ai voté reçoit une réponse, quand la mienne est regroupée, quand un amendement que j’ai écrit ou que je soutiens est décidé, ou quand un commentaire m’est adressé (un e-mail par jour au plus pour chacun)
mails-off-words = Vous ne recevrez plus d’e-mail quand une proposition reçoit une réponse ou est regroupée, quand un amendement est décidé, ni quand un commentaire vous est adressé. Tout reste sur la page « Ce que ma parole est devenue ». Vous pourrez changer d’avis dans « Mon compte ».
mails-off-send = Ne plus m’écrire
mails-are-off = C’est fait : ces e-mails ne viendront plus. Vous pouvez changer d’avis dans « Mon compte ».
done-mails = Votre choix est enregistré.
mail-answers-subject = { $n ->
    [one] Du nouveau sur un texte que vous suivez
   *[other] Du nouveau sur { $n } textes que vous suivez
}
mail-merged = Regroupée avec « { $kept } »
mail-answers-body =
    Bonjour,

    Il y a du nouveau sur des textes que vous suivez :

    { $list }

    Les pages disent pourquoi. Ce que votre parole est devenue : { $word }

    Ne plus recevoir ces e-mails, sans se connecter : { $off }
word-followed = { $n ->
    [one] Une proposition sur laquelle vous avez voté a reçu une réponse
   *[other] { $n } propositions sur lesquelles vous avez voté ont reçu une réponse
}
word-joined = Regroupée avec :
word-withdrawn = Vous l’avez retirée.
problem-pace-picture = Vous avez envoyé beaucoup de photos. Vous pourrez en envoyer une autre dans { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. Vous pouvez aussi envoyer sans photo.
problem-not-on-the-list = Choisissez dans la liste.
problem-proposal-has-echo = Des personnes ont déjà voté ou commenté : le texte ne change plus. Vous pouvez retirer la proposition.
problem-proposal-holds-others = D’autres propositions ont été regroupées dans celle-ci : séparez-les d’abord, ou gardez-la.
problem-proposal-is-settled = Cette proposition a reçu une réponse, ou n’est plus dans la liste : on n’y touche plus.
problem-proposal-answered = Cette proposition a déjà reçu une réponse : elle reste seule.
problem-no-such-proposal = Cette adresse n’est pas celle d’une autre proposition dans la liste de ce tour.
problem-not-merged = Cette proposition n’est pas regroupée, ou ne l’est plus.
problem-not-named-to-answer = Seuls les animateurs, et les élus qu’ils ont désignés, répondent aux propositions.
problem-merge-elsewhere = Dans ce tour on ne peut pas regrouper : les bulletins ne disent pas de qui ils viennent, ou portent sur tout le tour. On compterait deux fois la même personne.
act-proposal-merge = Proposition regroupée avec une autre
act-proposal-unmerge = Proposition séparée d’une autre
act-answerer-name = Élu désigné pour répondre
act-answerer-dismiss = Élu plus désigné pour répondre
problem-not-one-at-a-time = Cette façon de voter se fait sur la liste des propositions.
