form-optional = (facultatif)
form-errors = { $n ->
    [one] Un point est à revoir
   *[other] { $n } points sont à revoir
}
form-refused = Cela n’a pas pu être enregistré
form-typed = Ce que vous aviez écrit
problem-sign-in = Il faut d’abord vous connecter ou entrer le code de votre carte.
problem-forbidden = Cette action ne vous est pas ouverte dans cette démarche.
problem-not-found = Cela n’existe pas, ou n’existe plus.
problem-malformed = L’envoi était incomplet ou mal formé. Rechargez la page et recommencez.
problem-required = Ce champ est à remplir.
problem-too-long = Le texte est trop long : { $length } caractères, { $max } au plus.
problem-language-tag = « { $tag } » n’est pas une langue connue.
problem-too-many-tries = Trop d’essais. Attendez une minute avant de recommencer.
problem-not-a-date = Cette date n’est pas lisible. Forme attendue : 2026-03-14 18:30.
problem-opening-passed = Le tour est déjà ouvert : sa date d’ouverture ne change plus.
problem-closes-before-opens = La clôture doit venir après l’ouverture.
problem-closes-in-the-past = La clôture doit être dans l’avenir.
problem-round-not-yet-open = Ce tour n’est pas encore ouvert.
problem-round-closed = Ce tour est clos.
problem-round-already-open = Le tour est déjà ouvert : son cadre ne change plus.
problem-round-already-published = Ce tour est déjà publié.
problem-round-not-closed = Ce tour n’est pas encore clos.
error-title-sign-in = Connectez-vous pour continuer
error-words-sign-in = Cette page est réservée aux personnes qui participent. Entrez le code de votre carte ou connectez-vous avec votre e-mail.
error-title-forbidden = Cette page ne vous est pas ouverte
error-words-forbidden = Elle est réservée à d’autres participants de la démarche. Si vous pensez que c’est une erreur, parlez-en à l’animateur.
error-title-not-found = Page introuvable
error-words-not-found = L’adresse est peut-être incomplète, ou la page n’existe plus.
error-title-invalid = La demande n’a pas été comprise
error-words-invalid = Rechargez la page et recommencez.
error-title-conflict = Ce n’est pas possible maintenant
error-title-too-many = Trop d’essais
error-title-fault = Quelque chose a mal tourné chez nous
error-words-fault = Ce n’est pas votre faute, et rien n’a été enregistré à moitié. Réessayez dans un instant ; si cela continue, donnez la référence ci-dessous à l’animateur.
error-reference = Référence :
error-home = Revenir à l’accueil
