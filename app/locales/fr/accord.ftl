accord-link = Voir où les publics se rejoignent
accord-title = Où les publics se rejoignent
accord-lead = Chaque personne compte pour une voix. On regarde les collèges côte à côte : ce que tous veulent, ce que tous refusent, et là où ils s’éloignent.
accord-all = Toutes les propositions et leurs votes
accord-other-method = Cette page compare des votes « pour, contre, abstention » ou « d’accord, pas d’accord, je passe », gardés avec le nom. Dans ce tour, on vote autrement.
accord-no-votes = Personne n’a encore voté
accord-no-votes-words = Dès que des votes arrivent, on peut les comparer ici.
accord-most-voted = Les propositions qui ont le plus de votes
accord-together = Ce que tous veulent
accord-none-together = Aucune proposition n’a plus de la moitié des votes pour dans chaque collège comparé.
accord-refused = Ce que tous refusent
accord-none-refused = Aucune proposition n’a plus de la moitié des votes contre dans chaque collège comparé.
accord-apart = Là où les publics s’éloignent
accord-none-apart = Sur aucune proposition les collèges ne sont très éloignés.
accord-alone = Ce qu’un seul public veut
accord-none-alone = Aucun collège n’est seul à vouloir une proposition.
accord-alone-words = { $college } : { $share } % pour. Dans les autres collèges comparés : { $next } % au plus.
accord-sure-for = Accord partout : dans chaque collège, plus de la moitié sont pour. Il y a assez de votes pour que ce ne soit pas le hasard.
accord-sure-against = Refus partout : dans chaque collège, plus de la moitié sont contre. Il y a assez de votes pour que ce ne soit pas le hasard.
accord-votes = { $n ->
    [0] Personne n’a encore voté.
    [one] { $n } vote en tout.
   *[other] { $n } votes en tout.
}
accord-not-voted = N’ont pas voté
accord-everybody = Tous ensemble
accord-how = On compare les collèges qui ont donné au moins { $n } votes. Dans les phrases, on compte sur les votes : 50 % pour, c’est la moitié des personnes qui ont voté. Les barres montrent tous les membres, aussi ceux qui n’ont pas voté.
accord-ranking = Ce qui convient à chaque public à la fois
accord-ranking-words = Pour être en haut de cette liste, une proposition doit convenir à tous les collèges. Si un seul la refuse, elle descend.
accord-ranking-caption = Part de pour dans chaque collège, et accord commun
accord-points = Accord commun (de 0 à 100)
groups-title = Des groupes qui votent de façon proche
groups-lead = Parfois des personnes de collèges différents votent de façon proche. On cherche ces groupes dans les votes, sans regarder le collège.
groups-not-yet = La recherche n’a pas encore été faite. Revenez dans quelques minutes.
groups-few = On ne montre pas de groupes : { $n ->
    [0] personne n’a
    [one] { $n } personne a
   *[other] { $n } personnes ont
} voté sur au moins { $votes } propositions. Il en faut { $most }. Avec moins de monde, on verrait des groupes par hasard.
groups-alike = On ne montre pas de groupes : tout le monde vote de façon proche. Il n’y a rien à séparer.
groups-small = On ne montre pas de groupes : l’un d’eux aurait moins de { $n } personnes. On pourrait deviner qui en fait partie.
groups-unstable = On ne montre pas de groupes : ils ne sont pas solides. Avec quelques personnes en moins, on en trouverait d’autres (ressemblance : { $score } sur 100).
groups-sum = { $people } personnes ont assez voté. Leurs votes forment { $n } groupes. En recommençant avec quelques personnes en moins, on retrouve presque les mêmes (ressemblance : { $score } sur 100).
groups-where = Où je me situe.
groups-mine = Vos votes sont les plus proches du { $group }.
groups-mine-few = Votez sur au moins { $n } propositions pour le savoir.
groups-only-you = Personne d’autre ne voit ces mots. Votre groupe n’est noté nulle part.
groups-name = groupe { $letter }
groups-heading = Le { $group } : { $n } personnes
groups-speaks-for = Dans ce groupe, { $n } sur { $seen } sont pour. Chez les autres : { $others } sur { $all }.
groups-speaks-against = Dans ce groupe, { $n } sur { $seen } sont contre. Chez les autres : { $others } sur { $all }.
groups-no-vote = Vous n’avez pas voté sur cette proposition.
groups-table = Votes par groupe sur « { $title } »
groups-how = Un groupe n’a pas de nom et ne dit pas qui a raison. Les pages ne montrent jamais qui est dans quel groupe.
