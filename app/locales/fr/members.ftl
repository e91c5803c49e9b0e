members-title = Membres
members-lead = Qui prend part à cette démarche, collège par collège.
members-tabs = Membres et cartes
members-count = { $joined ->
    [0] personne n’est encore venu
    [one] { $joined } personne
   *[other] { $joined } personnes
}{ $invited ->
    [0] {""}
    [one] , { $invited } invitée
   *[other] , { $invited } invitées
}
members-none = Personne pour le moment
members-none-words = Invitez quelqu’un par e-mail, ou imprimez des cartes.
members-nobody = Personne pour le moment.
members-functions = Animation et recherche
members-name = Nom
members-came = E-mail
members-by-card = par carte
members-organisation = Organisme
members-state = État
members-joined = participe
members-invited = invité
members-done-invited = L’invitation est partie.
members-done-imported = La liste est enregistrée, les invitations partent.
invite-title = Inviter une personne
invite-words = Elle reçoit un e-mail avec un lien. Elle compte quand elle accepte.
invite-place = Elle vient comme
invite-function = Fonction ou titre
invite-organisation-hint = Commune, association, service…
invite-submit = Envoyer l’invitation
import-title = Inviter une liste
import-words = Collez un tableau ou envoyez un fichier CSV. Rien n’est enregistré avant votre accord.
import-columns = Colonnes : nom, e-mail, collège, et si vous voulez organisme et titre.
import-colleges = Collèges possibles : { $names }.
import-text = Le tableau
import-text-hint = La première ligne nomme les colonnes.
import-file = Ou un fichier CSV
import-file-hint = Séparé par des virgules, des points-virgules ou des tabulations.
import-header = nom;e-mail;collège;organisme;titre
import-preview = Voir ce que cela donne
import-submit = { $n ->
    [one] Inviter cette personne
   *[other] Inviter ces { $n } personnes
}
preview-title = Ce qui va se passer
preview-words = { $n ->
    [0] Personne de nouveau dans cette liste.
    [one] Une personne sera invitée.
   *[other] { $n } personnes seront invitées.
}
preview-all-or-nothing = Tout est enregistré, ou rien.
preview-line = Ligne
preview-what = Ce qui se passe
preview-new = sera invité
preview-known = déjà membre, rien ne change
codes-title = Cartes d’accès
codes-lead = Une carte suffit pour prendre part, sans e-mail.
codes-make = Faire des cartes
codes-batch = Nom de la série
codes-batch-hint = Par exemple le lieu où vous les donnez.
codes-count = Combien de cartes
codes-count-hint = 200 au plus à la fois.
codes-once = Les codes ne s’affichent qu’une fois, juste après. Imprimez-les tout de suite.
codes-submit = Faire les cartes
codes-batches = Séries
codes-none = Pas encore de cartes
codes-none-words = Les séries de cartes apparaîtront ici.
codes-numbers = Numéros
codes-range = { $first } à { $last }
codes-unused = pas encore servies
codes-used = servies
codes-withdrawn = retirées
codes-withdraw = Retirer une carte
codes-done-withdrawn = La carte est retirée : elle n’ouvre plus rien.
codes-print = Cartes à imprimer
codes-print-lead = { $n ->
    [one] Une carte
   *[other] { $n } cartes
} pour le collège { $college }, série « { $batch } ».
codes-print-now = Imprimez cette page maintenant : les codes ne seront plus jamais affichés.
codes-print-done = J’ai imprimé les cartes
card-address-before = Allez sur
card-address-after = et tapez ce code, ou visez le carré avec un téléphone.
card-note = Carte n° { $number }. Elle est à vous : gardez-la jusqu’à la fin.
card-qr = Code QR de cette carte
withdraw-words = Une carte perdue ? Retirez-la : la personne connectée avec elle est déconnectée.
withdraw-card = Numéro ou code de la carte
withdraw-card-hint = Le numéro est écrit en bas de la carte.
withdraw-submit = Retirer la carte
problem-no-such-card = Aucune carte en service ne porte ce numéro ou ce code.
problem-already-member = Cette personne est déjà membre de la démarche.
problem-card-count = Donnez un nombre de 1 à { $max }.
problem-invite-facilitators-only = Un administrateur n’invite que des animateurs. Les autres sont invités par l’animateur.
problem-import-empty = Le tableau est vide.
problem-import-nothing = Collez un tableau ou choisissez un fichier.
problem-import-unreadable = Ce fichier n’est pas lisible comme un tableau CSV.
problem-import-too-many = { $n } lignes, c’est trop : { $max } au plus.
problem-import-more = Et { $n } autres points à revoir.
problem-import-column-twice = La colonne « { $column } » est là deux fois.
problem-import-column-unknown = La colonne « { $column } » n’est pas connue.
problem-import-no-name = Il manque une colonne pour le nom.
problem-import-no-email = Il manque une colonne pour l’e-mail.
problem-import-no-college = Il manque une colonne pour le collège.
problem-import-cells = Ligne { $line } : { $got } cases au lieu de { $expected }.
problem-import-twice = Ligne { $line }, colonne « { $column } » : cette adresse est déjà à la ligne { $first }.
problem-import-required = Ligne { $line }, colonne « { $column } » : la case est vide.
problem-import-too-long = Ligne { $line }, colonne « { $column } » : { $length } caractères, { $max } au plus.
problem-import-not-an-email = Ligne { $line }, colonne « { $column } » : ce n’est pas une adresse e-mail.
problem-import-college = Ligne { $line }, colonne « { $column } » : « { $typed } » n’est pas un collège de la démarche.
