account-email = Adresse e-mail
account-password = Mot de passe
account-new-password = Nouveau mot de passe
account-old-password = Mot de passe actuel
account-password-hint = Au moins { $min } caractères. Une petite phrase est facile à retenir.
account-password-title = Changer de mot de passe
account-password-submit = Changer le mot de passe
account-name = Prénom ou nom
account-name-hint = C’est ce que les autres voient. Il peut être inventé.
account-name-title = Mon nom
account-language = Ma langue
account-language-legend = Langue des écrans et des e-mails
account-save = Enregistrer
account-places = Mes démarches
account-no-places = Vous ne participez encore à aucune démarche. Une carte ou une invitation vous y fait entrer.
account-card = Vous êtes entré avec une carte. Gardez-la : elle seule vous fait revenir.
card-code = Le code de votre carte
card-code-hint = 12 lettres et chiffres. Les tirets ne comptent pas.
card-lead = Tapez le code écrit sur votre carte. Il n’y a rien d’autre à remplir.
card-submit = Entrer
card-sign-in = Je n’ai pas de carte, j’ai un e-mail
card-replaces = Vous êtes déjà connecté : { $name }. La carte prendra sa place.
card-welcome = Bienvenue
card-welcome-lead = C’est la première fois que cette carte sert. Comment voulez-vous qu’on vous appelle ?
card-name = Votre prénom
card-name-hint = Il peut être inventé. C’est ce que les autres verront.
card-submit-name = C’est moi
done-sent = L’e-mail est parti. Regardez votre boîte.
done-verified = Merci, votre adresse est confirmée.
done-reset = Votre mot de passe est changé. Vous pouvez vous connecter.
done-password = Votre mot de passe est changé. Les autres appareils sont déconnectés.
done-renamed = Votre nom est changé.
done-language = Votre langue est enregistrée.
done-joined = Vous participez maintenant à la démarche.
done-everywhere = Vous êtes déconnecté partout.
done-card = Bienvenue.
everywhere-title = Me déconnecter partout
everywhere-words = Utile si vous avez perdu un téléphone ou oublié de vous déconnecter.
everywhere-submit = Me déconnecter de tous les appareils
forgot-title = Mot de passe oublié
forgot-lead = Donnez votre adresse. Nous vous envoyons un lien pour choisir un nouveau mot de passe.
forgot-submit = Envoyer le lien
forgot-sent = Si cette adresse est connue, un lien vient de partir. Il sert une seule fois, pendant deux heures.
forgot-card = J’ai une carte : je n’ai pas besoin de mot de passe
look-into-your-mail = Regardez votre boîte e-mail
mail-not-there = Rien reçu ? Attendez quelques minutes et regardez dans les indésirables.
reset-title = Choisir un nouveau mot de passe
reset-lead = Ensuite, tous vos appareils seront déconnectés.
reset-submit = Changer le mot de passe
verify-title = Confirmer mon adresse
verify-lead = Un clic, et c’est fait.
verify-submit = Oui, cette adresse est la mienne
verify-again = Renvoyer l’e-mail
verify-please = Votre adresse { $email } n’est pas encore confirmée.
sign-in-lead = Avec votre e-mail et votre mot de passe.
sign-in-card = J’ai une carte avec un code
sign-in-forgot = J’ai oublié mon mot de passe
sign-in-sign-up = Créer un compte
sign-up-lead = Un e-mail et un mot de passe suffisent.
sign-up-card = Vous avez une carte ? Vous n’avez pas besoin de compte.
sign-up-sign-in = J’ai déjà un compte
sign-up-sent = Nous venons de vous écrire. Ouvrez l’e-mail pour continuer.
invitation-title = Vous êtes invité : { $process }
invitation-lead = Bonjour { $name }. Cette démarche se passe ici : { $territory }.
invitation-password = Choisissez un mot de passe : il vous fera revenir.
invitation-known = Vous avez déjà un compte. Acceptez, puis connectez-vous.
invitation-submit = J’accepte l’invitation
mail-verify-subject = Confirmez votre adresse
mail-verify-body = Bonjour,
    
    Ouvrez ce lien pour confirmer que cette adresse est la vôtre :
    { $url }
    
    Vous n’avez rien demandé ? Ne faites rien.
mail-known-subject = Vous avez déjà un compte
mail-known-body = Bonjour,
    
    Quelqu’un, sans doute vous, a voulu créer un compte avec cette adresse. Il y en a déjà un.
    
    Pour vous connecter : { $sign_in }
    Mot de passe oublié : { $forgot }
mail-unknown-subject = Pas de compte à cette adresse
mail-unknown-body = Bonjour,
    
    Quelqu’un a demandé un nouveau mot de passe pour cette adresse. Aucun compte n’y est lié.
    
    Pour en créer un : { $url }
mail-reset-subject = Choisir un nouveau mot de passe
mail-reset-body = Bonjour,
    
    Ouvrez ce lien pour choisir un nouveau mot de passe. Il sert une seule fois, pendant deux heures :
    { $url }
    
    Vous n’avez rien demandé ? Ne faites rien : votre mot de passe reste le même.
mail-password-subject = Votre mot de passe a changé
mail-password-body = Bonjour,
    
    Le mot de passe de votre compte vient d’être changé. Si ce n’est pas vous, choisissez-en un autre tout de suite :
    { $url }
mail-invitation-subject = Invitation : { $process }
mail-invitation-body = Bonjour { $name },
    
    Vous êtes invité à prendre part à « { $process } » ({ $territory }).
    Pour venir, ouvrez ce lien :
    { $url }
    
    Il tient trente jours. Vous pouvez aussi ne rien faire.
mail-end = Palabre, { $site }
problem-not-an-email = Cette adresse e-mail n’est pas complète. Exemple : nadia@exemple.fr
problem-password-short = Le mot de passe doit compter au moins { $min } caractères.
problem-password-is-email = Le mot de passe ne peut pas être votre adresse e-mail.
problem-wrong-password = L’adresse ou le mot de passe ne correspond pas.
problem-old-password = Ce n’est pas votre mot de passe actuel.
problem-link-over = Ce lien a déjà servi, ou il est trop vieux. Demandez-en un autre.
problem-too-many-mails = Un e-mail vient déjà de partir. Attendez quelques minutes.
problem-code-character = Le signe « { $character } » n’existe pas dans nos codes.
problem-code-length = Un code compte { $expected } lettres et chiffres. Vous en avez tapé { $length }.
problem-code-mistyped = Une lettre ou un chiffre n’est pas le bon. Vérifiez le code sur la carte.
problem-code-unknown = Ce code n’ouvre rien ici. Demandez à la personne qui vous a donné la carte.
