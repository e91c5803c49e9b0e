home-title = Décider ensemble, sur votre territoire
home-lead = Palabre réunit les familles, les professionnels et les élus : chacun dit ses besoins, discute et vote. Vous voyez ensuite ce que votre parole est devenue.
home-mine = Mes démarches
home-public = Les démarches
home-none = Aucune démarche à lire pour le moment
home-none-words = Si vous avez reçu une carte ou une invitation, entrez par là : votre démarche apparaîtra ici.
home-no-round = Le calendrier n’est pas encore annoncé.
members-only = réservée aux membres
member-as-participant = vous y participez
member-as-facilitator = vous l’animez
member-as-researcher = vous l’étudiez
pages = Pages
page-previous = Précédent
page-next = Suivant
page-number = Page { $n }
process-on = Démarche · { $territory }
process-now = Nous en sommes au tour { $n } : { $kind }.
process-calendar = Le calendrier
process-no-round = Aucun tour n’est annoncé
process-no-round-words = Le calendrier paraîtra ici dès que l’animateur l’aura annoncé.
process-people = Qui prend part
process-decisions = Ce qui a été décidé
counts-of = { $n ->
    [0] personne, sur { $expected } attendues
    [one] personne, sur { $expected } attendues
   *[other] personnes, sur { $expected } attendues
}
counts-members = { $n ->
    [0] personne
    [one] personne
   *[other] personnes
}
counts-nobody = Personne de ce collège n’est encore là
counts-missing = { $n ->
    [one] Un collège manque : { $colleges }. Sans lui, une voix manque à la discussion.
   *[other] Des collèges manquent : { $colleges }. Sans eux, des voix manquent à la discussion.
}
took-part = Ont pris part à ce tour :
took-part-title = Qui a pris part
took-part-of = { $college } : { $n } sur { $members }.
took-part-hidden = { $college } : nombre masqué.
took-part-caption = Participation par collège
took-part-column = Ont pris part
members-column = Membres
tools = Ce que vous pouvez faire
tool-new-round = Ajouter un tour
tool-edit = Modifier la démarche
tool-members = Membres
tool-codes = Cartes et codes
tool-pictures = Images
pictures-title = Images de la démarche
pictures-lead = Les photos et images de cette démarche, les vôtres et celles des participants. Quelqu’un y est reconnaissable ? Supprimez l’image dès qu’elle ne sert plus.
pictures-none = Aucune image
pictures-none-words = Vous ajoutez une image là où elle se montre : dans une question, par exemple.
pictures-unused = { $n ->
    [0] Aucune image inutilisée
    [one] Une image que plus rien ne montre
   *[other] { $n } images que plus rien ne montre
}
pictures-unused-words = Une image supprimée ne revient pas. Les sauvegardes du site peuvent la garder encore un temps. Les photos des propositions retirées ou masquées sont ici aussi.
pictures-used = { $n ->
    [0] Aucune image utilisée
    [one] Une image utilisée
   *[other] { $n } images utilisées
}
pictures-in = Se montre dans :
pictures-delete = Supprimer cette image
pictures-deleted = L’image est supprimée.
problem-picture-in-use = Cette image se montre encore : retirez-la d’abord de là.
tool-research = Recherche
process-new = Créer une démarche
process-new-lead = Une démarche réunit les collèges d’un territoire pendant plusieurs tours. Après l’avoir créée, invitez une personne pour l’animer.
process-needs-territory = Il faut d’abord un territoire
process-needs-territory-words = Une démarche a lieu quelque part. Créez le territoire sur la page d’administration, puis revenez ici.
process-territory = Territoire
process-create = Créer la démarche
process-edit = Modifier la démarche
process-summary = Présentation
process-summary-hint = Quelques phrases : ce qui est en jeu, pour qui, et ce qui sera décidé.
process-visibility = Qui peut lire cette démarche ?
process-expected = Combien de personnes attendez-vous dans chaque collège ?
process-expected-hint = La page de la démarche montre combien sont là, sur combien d’attendues. Laissez vide si vous ne savez pas.
visibility-public = Tout le monde ; seuls les membres participent
visibility-members = Les membres seulement
colleges = Les collèges
colleges-words = Les familles, les professionnels et les élus sont toujours là. Vous pouvez ajouter un autre public, par exemple des associations. Un collège ajouté ne s’enlève plus.
college-name = Nom du collège
college-expected = Personnes attendues
college-add = Ajouter ce collège
words-title = Titre
words-easy = Version facile à lire (recommandée)
words-english = Version anglaise
words-in-easy = { $label }, en facile à lire
words-in-english = { $label }, en anglais
save = Enregistrer
saved = C’est enregistré.
problem-not-a-number-of-people = Indiquez un nombre de personnes, par exemple 120, ou laissez vide.
problem-too-many-colleges = Une démarche compte { $max } collèges au plus.
problem-college-exists = Ce collège existe déjà.
