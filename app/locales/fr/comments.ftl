comments-order-by = Classer les commentaires
comments-order-time = Par date
comments-order-agreed = Les plus approuvés
comments-order-discussed = Les plus discutés
comments-all = Voir tous les commentaires
comments-more = { $n ->
    [one] Lire l’autre réponse
   *[other] Lire les { $n } autres réponses
}
comment-edited = Modifié :
comment-history = Ce que ce commentaire disait avant
comment-version = Écrit le
comment-answers = En réponse à { $name }
comment-for = Pour
comment-edit = Modifier
comment-new-words = Votre commentaire
comment-edit-hint = { $max } caractères au plus. Les mots d’avant restent lisibles par tous ceux qui lisent le commentaire. Les avis déjà reçus repartent de zéro : ils portaient sur les mots d’avant.
comment-edit-send = Enregistrer
comment-edit-answered = Ce commentaire a reçu une réponse : ses mots ne changent plus. Vous pouvez le retirer ; la réponse disparaît alors avec lui.
comment-withdraw = Retirer ce commentaire
comment-withdraw-words = Vos mots seront effacés pour toujours. Les réponses des autres restent. À leur place on lira : « Commentaire retiré par son auteur ».
comment-withdraw-send = Retirer mon commentaire
comment-withdrawn = Commentaire retiré par son auteur.
comment-report = Signaler
comment-show = Montrer de nouveau
mark-agree = D’accord
mark-disagree = Pas d’accord
marks-of = Votre avis sur le commentaire de { $name }
mention-title = Prévenir quelqu’un
mention-legend = Pour qui est ce commentaire ? { $most } choix au plus.
mention-public = tout le collège
word-mentions = On vous parle
word-mention = { $name } vous parle, sur « { $title } »
word-mention-public = à tout votre collège
mail-mention-subject = Quelqu’un vous parle
mail-mention-body =
    Bonjour,

    Dans la démarche « { $process } », un commentaire vous est adressé. Pour le lire :

    { $url }

    Vous recevez au plus un message de ce genre par jour. Tout ce qui vous est adressé est ici : { $word }

    Ne plus recevoir ces e-mails, sans se connecter : { $off }
problem-already-withdrawn = L’auteur l’a déjà retiré.
problem-comment-is-hidden = Ce commentaire est masqué par la modération : il ne peut pas changer tant qu’il l’est.
problem-comment-answered = Ce commentaire a reçu une réponse : ses mots ne changent plus. Vous pouvez le retirer.
problem-many-edits = Ce commentaire a déjà été modifié { $most } fois : c’est le nombre le plus grand.
problem-mark-own = On ne donne pas son avis sur son propre commentaire.
problem-mention-unknown = Choisissez dans la liste les personnes à prévenir.
problem-many-mentions = { $most } choix au plus.
problem-pace-comment = Vous avez écrit beaucoup de commentaires en peu de temps. Vous pourrez continuer dans { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. Gardez votre texte : il n’est pas encore envoyé.
problem-pace-edit = Vous avez fait beaucoup de modifications en peu de temps. Vous pourrez continuer dans { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. Gardez votre texte : il n’est pas encore enregistré.
problem-pace-mark = Vous avez donné beaucoup d’avis en peu de temps. Vous pourrez continuer dans { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
problem-pace-report = Vous avez fait beaucoup de signalements en peu de temps. Vous pourrez continuer dans { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. Gardez votre texte : il n’est pas encore envoyé.
problem-not-yours = Ce n’est pas votre texte : seul son auteur peut faire cela.
