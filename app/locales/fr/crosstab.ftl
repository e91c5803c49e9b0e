# Croiser deux questions
cross-title = Croiser deux questions
cross-intro = Les réponses à une question changent-elles avec les réponses à une autre ? Choisissez-en deux.
cross-rows = Question en lignes
cross-columns = Question en colonnes
cross-all = Tous les collèges
cross-go = Croiser
cross-two = Choisissez deux questions, différentes l’une de l’autre.
cross-first-choice = premier choix
cross-option = { $option } : { $answer }
cross-result = Questions { $a } et { $b }
cross-in-rows = En lignes
cross-in-columns = En colonnes
cross-caption = { $colleges } : { $n ->
    [one] une personne
   *[other] { $n } personnes
}
cross-contrast = Parmi les personnes qui répondent « { $row } » (question { $question }), { $share } % répondent « { $column } » (question { $other }), contre { $others } % des autres.
cross-link-slight = Le lien entre les deux réponses est très faible.
cross-link-weak = Le lien entre les deux réponses est faible.
cross-link-middling = Le lien entre les deux réponses est moyen.
cross-link-strong = Le lien entre les deux réponses est fort.
cross-link-chance = On ne voit pas de lien entre les deux réponses : de telles différences peuvent venir du hasard.
cross-not-measured = La force du lien n’est pas donnée : elle trahirait les cases masquées.
cross-nothing-clear = Les cases que l’on peut montrer ne font pas voir de différence nette.
cross-too-few = Trop peu de personnes par case pour montrer si les deux réponses sont liées.
cross-one-answer = Une des deux questions n’a reçu qu’une seule réponse : il n’y a rien à comparer.
cross-few = Beaucoup de cases comptent trop peu de personnes pour conclure : lisez ce tableau avec prudence.
cross-hidden = Les cases de moins de { $n } personnes sont masquées, et d’autres avec elles : sans cela, un calcul les ferait retrouver. Chacun garde ainsi son anonymat.
cross-left-out = Un collège dont trop peu de personnes ont répondu n’est pas compté ici.
cross-total = Ensemble
cross-reading = Plus la couleur d’une case est forte, plus cette réponse est fréquente dans la ligne. Les pourcentages se lisent en ligne, parmi les personnes qui ont répondu aux deux questions.
cross-research = Pour la recherche
cross-both = Ont répondu aux deux
cross-chi-square = χ² de Pearson
cross-freedom = Degrés de liberté
cross-p = p
cross-v = V de Cramér
cross-v-corrected = V corrigé (Bergsma)
cross-method = Personnes qui ont répondu aux deux questions, sans correction de continuité. On parle de lien à partir de p < 0,05, et de sa force d’après le w de Cohen (0,1 faible, 0,3 moyen, 0,5 fort). L’avertissement suit la règle de Cochran.

# Classements
ranking-sentence = En tête du classement : { $clauses }.
ranking-clause = { $kind ->
    [family] { $options } pour les familles ({ $mean } points en moyenne, premier choix de { $first } %)
    [professional] { $options } pour les professionnels ({ $mean } points en moyenne, premier choix de { $first } %)
    [elected] { $options } pour les élus ({ $mean } points en moyenne, premier choix de { $first } %)
   *[other] { $options } pour { $college } ({ $mean } points en moyenne, premier choix de { $first } %)
}
ranking-points = Points en moyenne par personne, de 0 à { $most } (méthode de Borda) : chacun donne { $most } à son premier choix, un de moins au suivant, et ainsi de suite. Ce qu’il n’a pas classé se partage les points qui restent.
ranking-caption = { $college } : { $n ->
    [one] un classement
   *[other] { $n } classements
}
ranking-column-place = Rang
ranking-column-sum = Points
ranking-column-mean = En moyenne
ranking-column-first = Premier choix
ranking-column-ranked = Classé par
