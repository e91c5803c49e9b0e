skip = Aller au contenu
college = Collège
college-family = Familles
college-professional = Professionnels
college-elected = Élus
college-other = Autre collège
nav-main = Navigation principale
nav-language = Langue
nav-processes = Démarches
nav-card = J’ai une carte
nav-sign-in = Se connecter
nav-sign-out = Se déconnecter
nav-account = Mon compte
nav-my-word = Ce que ma parole est devenue
nav-admin = Administration
crumbs = Fil d’Ariane
footer-words = Palabre : décider ensemble, et savoir ce que chaque parole est devenue.
footer-about = À propos
footer-privacy = Vos données
footer-accessibility = Accessibilité
easy-to-read = Facile à lire
round-state-draft = Brouillon
round-state-announced = Annoncé
round-state-open = Ouvert
round-state-closed = Clos
round-state-published = Publié
round-kind-survey = Enquête de besoins
round-kind-proposals = Propositions et votes
round-kind-charter = Rédaction de charte
round-kind-evaluation = Évaluation de satisfaction
outcome-retained = Retenu
outcome-partly = Retenu en partie
outcome-not-retained = Non retenu
outcome-pending = Réponse attendue
chart-numbers = Voir les chiffres
chart-hidden = masqué
chart-protected = Trop peu de réponses : chiffres masqués pour protéger l’anonymat (moins de { $n }, ou un groupe voisin trop petit)
chart-n = { $n ->
    [0] aucune réponse
    [one] { $n } réponse
   *[other] { $n } réponses
}
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
about-title = À propos de Palabre
about-lead = L’arbre à palabres est l’arbre sous lequel une communauté parle jusqu’à ce qu’elle ait décidé. Palabre est ce lieu, en ligne.
about-how = Comment cela se passe
about-how-words =
    Une démarche avance par tours. Chaque tour a une date d’ouverture et une date de clôture.

    - Une enquête demande à chacun ses besoins.
    - Les propositions se discutent et se votent.
    - Une charte s’écrit ensemble, article par article.
    - Une évaluation demande si ce qui a été fait convient.

    Après chaque tour, les résultats sont publiés avec une décision et ses raisons.
about-colleges = Trois collèges, côte à côte
about-colleges-words =
    Les familles, les professionnels et les élus forment chacun un collège. Une personne, une voix : aucune ne compte plus qu’une autre.

    Les résultats se lisent collège par collège, avant tout total. Ainsi un petit groupe n’est pas noyé dans un grand.
about-word = Ce que votre parole est devenue
about-word-words = Quand vous êtes connecté, une page vous montre ce que vous avez proposé ou écrit avec votre nom, et la réponse qui y a été donnée. Un besoin peut devenir une proposition, puis un article, puis être évalué.
about-code = Un logiciel libre
about-code-words = Palabre est un logiciel libre, sous licence AGPL 3 ou ultérieure. Chacun peut l’étudier, le vérifier et l’installer.
privacy-title = Vos données
privacy-lead = Ce que ce site garde de vous, pourquoi, et ce que vous pouvez demander. En mots simples.
privacy-who = Qui est responsable
privacy-who-words = La personne ou l’organisme qui répond de vos données sur ce site :
privacy-who-missing = Le responsable de ce site n’a pas encore indiqué son nom ni son adresse. Demandez-les à l’animateur de votre démarche.
privacy-why = Pourquoi
privacy-why-words = Vos données servent à une seule chose : vous permettre de prendre part à une démarche, et montrer ce qu’elle a décidé. Elles ne sont ni vendues, ni utilisées pour de la publicité. Aucun outil de suivi n’est installé.
privacy-what = Ce qui est gardé
privacy-what-words =
    - Votre nom ou prénom, tel que vous l’avez choisi.
    - Votre adresse e-mail et une empreinte de votre mot de passe, si vous avez un compte. Le mot de passe lui-même n’est pas gardé.
    - Avec une carte : votre prénom ou surnom, et une empreinte du code. Ni e-mail, ni téléphone.
    - Vos démarches, votre collège, et votre organisme si vous en avez un.
    - Pour chaque enquête ou évaluation, le fait que vous avez répondu : c’est ce qui garantit une réponse par personne. L’heure n’est pas gardée.
    - Un brouillon de réponse, avec votre nom, jusqu’à l’envoi.
    - Un journal des actes d’administration. Il ne contient ni votes, ni réponses.

    Votre adresse internet sert un court moment à ralentir ceux qui essaient de deviner des codes. Palabre ne l’écrit nulle part.
privacy-anonymous = Quand un tour est anonyme
privacy-anonymous-words =
    Votre réponse est gardée sans votre nom, avec votre collège et le jour. Rien ne la relie à vous : ni l’animateur, ni l’administrateur, ni nous ne pouvons retrouver laquelle est la vôtre.

    C’est pourquoi une réponse anonyme envoyée ne peut plus être relue, changée ni effacée, même si vous le demandez. La page vous le dit avant l’envoi.

    Une limite, par honnêteté : qui aurait la main sur la machine au moment même de l’envoi pourrait voir passer la réponse. C’est vrai de tout site.

    Dans un collège de moins de { $screen } réponses, les chiffres sont masqués à l’écran. Dans les fichiers remis aux chercheurs, les groupes de moins de { $export } le sont aussi. Dans un texte libre, n’écrivez rien qui vous fasse reconnaître.
privacy-named = Quand un tour porte les noms
privacy-named-words = Vos propositions et commentaires paraissent avec votre nom et votre collège. Vos votes et vos positions sont gardés avec votre compte, pour que vous puissiez les changer jusqu’à la clôture ; seuls les totaux par collège sont montrés. Une exception : si vous donnez une raison à votre position sur un article, elle paraît avec votre nom et cette position. Les réponses à une enquête nominative sont gardées avec votre compte ; les chercheurs les reçoivent sous un numéro, sans votre nom.
privacy-readers = Qui voit quoi
privacy-readers-words =
    - Les animateurs voient les membres de leur démarche et ce qui est écrit avec un nom.
    - Les chercheurs reçoivent des fichiers sans noms.
    - L’administrateur fait marcher le site. Ses pages ne montrent ni votes, ni réponses.
privacy-how-long = Combien de temps
privacy-how-long-words = Votre connexion prend fin après 7 jours sans visite, et au plus tard après 30 jours. Le reste est gardé tant que la démarche peut être consultée : rien n’est effacé automatiquement. Le responsable du site fixe la durée et vous la dit si vous la demandez.
privacy-cookies = Les cookies
privacy-cookies-words = Deux cookies au plus, nécessaires : l’un vous garde connecté, l’autre retient votre langue.
privacy-rights = Vos droits
privacy-rights-words =
    Vous pouvez demander à voir vos données, à les corriger, à les faire effacer, ou vous opposer à leur usage. Écrivez au responsable nommé plus haut. Seules les réponses anonymes font exception : personne ne sait lesquelles sont les vôtres.

    Si la réponse ne vous convient pas, vous pouvez vous adresser à la CNIL : www.cnil.fr
accessible-title = Accessibilité
accessible-lead = Palabre veut être utilisable par tous : au clavier, avec une synthèse vocale, sur un vieux téléphone, en gros caractères.
accessible-state = Où nous en sommes
accessible-state-words = Le site vise le RGAA 4.1.2 et les WCAG 2.2, niveau AA. Aucun audit complet n’a encore été fait par une personne indépendante : sa conformité n’est donc pas établie, et nous ne l’affirmons pas.
accessible-done = Ce qui est fait
accessible-done-words =
    - Chaque page et chaque formulaire marche sans JavaScript et au clavier.
    - Les pages tiennent sur un écran de 320 pixels de large.
    - Rien n’est dit par la couleur seule : chaque état a un mot et un signe.
    - Chaque graphique est accompagné d’une phrase et d’un tableau.
    - Les textes importants peuvent avoir une version facile à lire.
accessible-not = Ce qui ne l’est pas, ou dont nous ne sommes pas sûrs
accessible-not-words =
    - Les textes écrits par les participants et les animateurs dépendent de leurs auteurs. La version facile à lire n’existe pas partout.
    - Le site n’a pas encore été essayé avec des personnes qui utilisent un lecteur d’écran tous les jours.
    - L’avis « Cette page a changé » demande JavaScript.
accessible-tell = Dites-le-nous
accessible-tell-words = Si quelque chose vous bloque, parlez-en à l’animateur de votre démarche ou au responsable du site. Ils peuvent vous donner le contenu sous une autre forme, par exemple sur papier.
accessible-appeal = Si rien ne change
accessible-appeal-words = Vous pouvez vous adresser au Défenseur des droits : www.defenseurdesdroits.fr, ou par téléphone au 09 69 39 00 00.
