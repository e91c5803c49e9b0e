account-email = Adresse e-mail
account-password = Mot de passe
account-new-password = Nouveau mot de passe
account-old-password = Mot de passe actuel
account-password-hint = Au moins { $min } caractères. Quelques mots sans lien entre eux font un bon mot de passe.
account-password-title = Changer de mot de passe
account-password-submit = Changer le mot de passe
account-name = Nom ou prénom
account-name-title = Votre nom
account-name-hint = Les autres participants le verront à côté de ce que vous écrivez.
account-save = Enregistrer
account-language = Langue
account-language-legend = Langue des pages et des e-mails
account-places = Vos démarches
account-no-places = Vous ne participez encore à aucune démarche. Pour participer, entrez le code d’une carte ou ouvrez l’invitation reçue par e-mail.
account-card = Vous participez avec une carte. Gardez-la : elle seule vous ramène ici, sur ce téléphone ou sur un autre.
sign-in-lead = Avec votre e-mail et votre mot de passe.
sign-in-card = J’ai une carte avec un code
sign-in-forgot = J’ai oublié mon mot de passe
sign-in-sign-up = Créer un compte
sign-up-lead = Avec un compte, vous suivez vos démarches et vous recevez des nouvelles par e-mail.
sign-up-card = Vous avez reçu une carte ? Le compte n’est pas nécessaire.
sign-up-sign-in = J’ai déjà un compte
sign-up-sent = Nous avons envoyé un e-mail à l’adresse que vous avez donnée. Ouvrez-le et suivez le lien qu’il contient.
look-into-your-mail = Regardez vos e-mails
mail-not-there = Rien après quelques minutes ? Regardez dans le courrier indésirable, et vérifiez que l’adresse était la bonne.
verify-title = Confirmer votre adresse
verify-lead = Encore un geste : confirmez que cette adresse e-mail est bien la vôtre.
verify-submit = Oui, c’est mon adresse
verify-please = L’adresse { $email } n’est pas encore confirmée. Ouvrez l’e-mail que nous vous avons envoyé et suivez le lien.
verify-again = M’envoyer un nouvel e-mail
forgot-title = Mot de passe oublié
forgot-lead = Donnez votre adresse : nous vous envoyons un lien pour en choisir un nouveau.
forgot-submit = Envoyer le lien
forgot-sent = Nous avons envoyé un e-mail à l’adresse que vous avez donnée. Le lien qu’il contient vaut deux heures.
forgot-card = Vous participez avec une carte ? Entrez de nouveau son code.
reset-title = Nouveau mot de passe
reset-lead = Choisissez un nouveau mot de passe. Vos autres appareils seront déconnectés.
reset-submit = Enregistrer ce mot de passe
everywhere-title = Se déconnecter partout
everywhere-words = Téléphone perdu, ordinateur prêté ? Fermez toutes vos sessions, celle-ci comprise.
everywhere-submit = Fermer toutes mes sessions
done-sent = Un nouvel e-mail est parti. Un seul part par minute.
done-verified = Votre adresse est confirmée. Merci !
done-reset = Votre nouveau mot de passe est enregistré. Connectez-vous.
done-password = Votre mot de passe est changé. Vos autres appareils sont déconnectés.
done-renamed = Votre nom est enregistré.
done-language = Votre langue est enregistrée.
done-joined = Votre participation est enregistrée. Connectez-vous pour continuer.
done-everywhere = Toutes vos sessions sont fermées.
invitation-title = Participer à « { $process } »
invitation-lead = Bonjour { $name }. { $territory } vous invite à participer.
invitation-password = Choisissez un mot de passe : il vous servira, avec votre e-mail, à revenir.
invitation-known = Vous avez déjà un compte à cette adresse : il servira ici aussi.
invitation-submit = Je participe
card-lead = Entrez le code écrit sur votre carte. Ni e-mail, ni mot de passe.
card-code = Code de la carte
card-code-hint = Trois groupes de quatre signes. Majuscules, espaces et tirets n’ont pas d’importance.
card-submit = Entrer
card-sign-in = Je viens avec mon e-mail
card-replaces = Cet appareil est connecté au nom de { $name }. Entrer un code ferme cette session.
card-welcome = Bienvenue !
card-welcome-lead = C’est la première fois que cette carte sert. Comment vous appeler ?
card-name = Votre prénom, ou un surnom
card-name-hint = Il peut être inventé. Les autres le verront à côté de ce que vous écrivez. La prochaine fois, la carte suffira.
card-submit-name = Commencer
card-qr = Code à viser avec un téléphone
card-address-before = Tapez
card-address-after = puis ce code, ou photographiez le carré.
card-note = Carte n° { $number }, personnelle. Gardez-la jusqu’au bilan.
mail-verify-subject = Confirmez votre adresse
mail-verify-body =
    Bonjour,

    Vous venez de créer un compte. Pour confirmer que cette adresse est bien la vôtre, ouvrez ce lien :

    { $url }

    Il vaut une semaine. Si vous n’avez rien demandé, ne faites rien : sans vous, ce compte reste à la porte.
mail-known-subject = Vous avez déjà un compte
mail-known-body =
    Bonjour,

    Quelqu’un, vous sans doute, a voulu créer un compte avec cette adresse. Vous en avez déjà un. Pour vous connecter :

    { $sign_in }

    Mot de passe oublié ? Choisissez-en un nouveau ici :

    { $forgot }

    Si ce n’était pas vous, ne faites rien : personne n’est entré dans votre compte.
mail-reset-subject = Choisir un nouveau mot de passe
mail-reset-body =
    Bonjour,

    Pour choisir un nouveau mot de passe, ouvrez ce lien :

    { $url }

    Il vaut deux heures et ne sert qu’une fois. Si vous n’avez rien demandé, ne faites rien : votre mot de passe ne change pas.
mail-unknown-subject = Aucun compte à cette adresse
mail-unknown-body =
    Bonjour,

    Quelqu’un, vous sans doute, a demandé un nouveau mot de passe pour cette adresse. Elle n’a pas de compte chez nous. Vous avez peut-être donné une autre adresse ; sinon, vous pouvez créer un compte ici :

    { $url }

    Si ce n’était pas vous, ne faites rien.
mail-password-subject = Votre mot de passe a changé
mail-password-body =
    Bonjour,

    Le mot de passe de votre compte vient de changer, et vos autres appareils sont déconnectés.

    Si ce n’était pas vous, choisissez vite un nouveau mot de passe ici :

    { $url }
mail-invitation-subject = Invitation à participer : { $process }
mail-invitation-body =
    Bonjour { $name },

    Nous vous invitons à participer à la démarche « { $process } » ({ $territory }). Votre voix y compte autant que celle de chacun. Pour venir, ouvrez ce lien :

    { $url }

    Il vaut un mois et ne sert qu’une fois. Si cette invitation ne vous concerne pas, ne faites rien.
mail-end =
    Palabre
    { $site }
problem-not-an-email = Cette adresse e-mail n’est pas complète. Exemple : nadia@exemple.fr
problem-password-short = Le mot de passe doit compter au moins { $min } caractères.
problem-password-is-email = Le mot de passe ne peut pas être votre adresse e-mail.
problem-wrong-password = L’adresse ou le mot de passe ne correspond pas.
problem-old-password = Ce n’est pas votre mot de passe actuel.
problem-link-over = Ce lien a déjà servi, ou son temps est passé. Demandez-en un nouveau.
problem-too-many-mails = Plusieurs e-mails viennent déjà de partir vers cette adresse. Attendez quelques minutes.
problem-code-character = Le signe « { $character } » n’est sur aucune carte. Il n’y a ni O, ni zéro, ni I, ni L, ni 1 : regardez encore.
problem-code-length = Il faut { $expected } signes ; vous en avez écrit { $length }.
problem-code-mistyped = Un signe du code est mal tapé. Comparez-le à votre carte, signe par signe.
problem-code-unknown = Ce code n’ouvre rien. Si c’est bien celui de votre carte, parlez-en à l’animateur.
