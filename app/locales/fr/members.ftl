function-facilitator = Animation
function-researcher = Recherche
function-participant = Participation
members-tabs = Membres et cartes
members-title = Membres
members-lead = Qui participe à cette démarche, et comment chacun y est venu.
members-none = Personne pour le moment
members-none-words = Invitez des personnes par e-mail, importez une liste, ou imprimez des cartes.
members-nobody = Personne pour le moment.
members-functions = Animation et recherche
members-count = { $joined ->
    [one] { $joined } personne participe
   *[other] { $joined } personnes participent
}, { $invited ->
    [0] aucune invitation en attente
    [one] { $invited } invitation en attente
   *[other] { $invited } invitations en attente
}
members-name = Nom
members-came = E-mail
members-organisation = Organisation
members-state = État
members-joined = participe
members-invited = invitation envoyée
members-by-card = par carte
members-done-invited = L’invitation est partie. La personne participe dès qu’elle l’a acceptée.
members-done-imported = La liste est importée et les invitations sont parties.
invite-title = Inviter une personne
invite-words = Elle reçoit un e-mail avec un lien qui vaut un mois. Pour renvoyer l’e-mail ou changer de collège avant qu’elle n’accepte, invitez-la de nouveau.
invite-place = Collège ou fonction
invite-organisation-hint = Association, service, entreprise…
invite-function = Fonction dans l’organisation
invite-submit = Inviter
import-title = Importer une liste
import-words = Collez un tableau, ou choisissez un fichier CSV (2 000 personnes au plus). Vous verrez d’abord ce qui va se passer ; rien n’est enregistré avant.
import-columns = La première ligne nomme les colonnes. Nom, e-mail et collège sont nécessaires :
import-header = nom;email;collège;organisation;fonction
import-colleges = Collèges de cette démarche : { $names }.
import-text = Liste à coller
import-text-hint = Séparée par des points-virgules, des virgules ou des tabulations : un copier-coller du tableur suffit.
import-file = Fichier CSV
import-file-hint = S’il y a un fichier, c’est lui qui compte.
import-preview = Voir avant d’importer
import-submit = { $n ->
    [one] Importer et inviter { $n } personne
   *[other] Importer et inviter { $n } personnes
}
preview-title = Avant d’importer
preview-words = { $n ->
    [0] Tout le monde est déjà membre : il n’y a rien à importer.
    [one] La liste est bonne. { $n } personne va recevoir une invitation.
   *[other] La liste est bonne. { $n } personnes vont recevoir une invitation.
}
preview-line = Ligne
preview-what = Ce qui va se passer
preview-new = invitation par e-mail
preview-known = déjà membre, rien ne change
preview-all-or-nothing = Tout est importé, ou rien.
codes-title = Cartes
codes-lead = Une carte permet de participer sans e-mail. Chaque carte est une personne, une voix.
codes-batches = Cartes imprimées
codes-none = Aucune carte pour le moment
codes-none-words = Fabriquez une série ci-dessous, imprimez-la et distribuez-la.
codes-batch = Nom de la série
codes-batch-hint = Pour vous y retrouver. Exemple : Centre social, samedi 14 mars.
codes-numbers = Numéros
codes-range = { $first } à { $last }
codes-unused = Jamais utilisées
codes-used = Utilisées
codes-withdrawn = Retirées
codes-make = Fabriquer des cartes
codes-count = Nombre de cartes
codes-count-hint = De 1 à 200. Une feuille A4 en porte 8.
codes-once = Les codes ne s’affichent qu’une fois, pour être imprimés. Le site n’en garde qu’une empreinte : personne ne peut les retrouver ensuite.
codes-submit = Fabriquer les cartes
codes-print = Cartes à imprimer
codes-print-lead = { $n ->
    [one] Une carte, { $college }, série « { $batch } ».
   *[other] { $n } cartes, { $college }, série « { $batch } ».
}
codes-print-now = Imprimez maintenant, depuis le menu de votre navigateur (Ctrl + P) : format A4, échelle 100 %, sans marges. Ces codes ne s’afficheront plus. Ne rechargez pas cette page : cela en fabriquerait d’autres.
codes-print-done = Les cartes sont imprimées
codes-withdraw = Retirer une carte
codes-done-withdrawn = La carte est retirée. Qui était connecté avec elle est déconnecté.
withdraw-words = Carte perdue ou volée ? Une carte retirée n’ouvre plus rien. Ce qui a été écrit avec elle reste.
withdraw-card = Numéro ou code de la carte
withdraw-card-hint = Le numéro est écrit en bas de la carte.
withdraw-submit = Retirer cette carte
problem-already-member = Cette personne participe déjà.
problem-invite-facilitators-only = Vous pouvez inviter qui anime la démarche. Les autres membres sont invités par l’animateur.
problem-card-count = Donnez un nombre de 1 à { $max }.
problem-no-such-card = Aucune carte en service n’a ce numéro ou ce code dans cette démarche.
problem-import-nothing = Collez une liste ou choisissez un fichier.
problem-import-unreadable = Ce n’est pas une liste lisible. Enregistrez-la au format CSV.
problem-import-empty = La liste n’a que sa première ligne, celle des noms de colonnes.
problem-import-too-many = La liste compte { $n } personnes ; { $max } au plus à la fois.
problem-import-no-name = Ligne 1 : il manque une colonne « nom ».
problem-import-no-email = Ligne 1 : il manque une colonne « email ».
problem-import-no-college = Ligne 1 : il manque une colonne « collège ».
problem-import-column-twice = Ligne 1 : la colonne « { $column } » fait double emploi.
problem-import-column-unknown = Ligne 1 : la colonne « { $column } » n’est pas prévue. Retirez-la : nous ne gardons que ce qui sert.
problem-import-required = Ligne { $line }, colonne { $column } : la case est vide.
problem-import-too-long = Ligne { $line }, colonne { $column } : { $length } caractères, { $max } au plus.
problem-import-not-an-email = Ligne { $line }, colonne { $column } : adresse e-mail incomplète.
problem-import-college = Ligne { $line }, colonne { $column } : « { $typed } » n’est pas un collège de cette démarche.
problem-import-twice = Ligne { $line }, colonne { $column } : cette adresse est déjà à la ligne { $first }.
problem-import-cells = Ligne { $line } : { $got } cases pour { $expected } colonnes.
problem-import-more = Et { $n } autres problèmes.
