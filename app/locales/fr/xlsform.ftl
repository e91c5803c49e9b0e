problem-xlsform-no-survey = Ce classeur n’a pas de feuille « survey » avec une colonne « type ». Ce n’est pas un XLSForm.
problem-xlsform-too-many-rows = Feuille « { $sheet } » : { $max } lignes au plus.
problem-xlsform-too-many-columns = Feuille « { $sheet } » : { $max } colonnes au plus.
problem-xlsform-cell-too-long = Feuille « { $sheet } », ligne { $row } : une case dépasse { $max } caractères.
problem-xlsform-row = Feuille « { $sheet } », ligne { $row } : { $why ->
    [required] il manque un texte.
    [too-long] un texte est trop long ({ $length } caractères, { $max } au plus).
    [options-count] il faut de { $min } à { $max } réponses possibles.
    [least-most] le nombre de choix permis va de 0 à { $n }, le moins avant le plus.
    [out-of-bounds] il faut un nombre de { $min } à { $max }.
    [number-span] le maximum doit dépasser le minimum, de { $span } au plus.
    [link-malformed] l’adresse doit commencer par https:// et ne pas avoir d’espace.
    [list-unknown] la liste « { $list } » n’est pas dans la feuille « choices ».
    [group-open] un groupe n’a pas de début ou pas de fin.
    [groups-deep] { $max } groupes l’un dans l’autre au plus.
    [too-many-sections] { $max } parties au plus.
    [too-many-questions] { $max } questions au plus.
    [too-many-rules] { $max } vérifications au plus pour une question.
    [too-many-quotas] { $max } quotas au plus.
    [logic-too-big] la condition est trop longue ({ $max } éléments au plus).
    [logic-never] la condition n’est jamais vraie. Personne ne verrait la question.
   *[other] cette ligne ne peut pas être reprise.
}
xlsform-loss-column = Cette colonne n’est pas reprise.
xlsform-loss-language = Langue non reconnue : ses textes sont gardés sous une étiquette provisoire.
xlsform-loss-type = Ce type de ligne n’existe pas ici : la ligne est laissée de côté.
xlsform-loss-name = Ce nom n’est pas un code : un code en a été tiré.
xlsform-loss-label = Pas de texte à lire : le nom en tient lieu.
xlsform-loss-reference = Ce texte cite une réponse qui ne peut pas s’y afficher.
xlsform-loss-condition = Condition non comprise : affiché pour tout le monde.
xlsform-loss-rule = Vérification non comprise : elle n’est pas faite.
xlsform-loss-rule-words = Vérification sans message : un message général est ajouté.
xlsform-loss-message = Ce message n’est pas repris : Palabre a le sien pour ces limites.
xlsform-loss-required = « Obligatoire » non compris : la question est facultative.
xlsform-loss-appearance = Cette présentation n’est pas reprise.
xlsform-loss-parameters = Ces paramètres ne sont pas repris.
xlsform-loss-repeat = Groupe répété : posé une seule fois.
xlsform-loss-nested = Groupe dans un groupe : ses questions rejoignent la partie, son titre devient une note.
xlsform-loss-grid = Ce tableau ne peut pas être repris : ses lignes deviennent des questions.
xlsform-loss-decimal = Nombres entiers seulement.
xlsform-loss-date-time = La date seulement, sans l’heure.
xlsform-loss-bounds = Les limites du nombre manquent ou sont trop éloignées : d’autres sont posées.
xlsform-loss-length = La longueur permise du texte est ajustée.
xlsform-loss-menu = Longue liste : présentée en menu.
xlsform-loss-quota = Quota non compris.
problem-group-open = Un groupe n’a pas de début ou pas de fin.
problem-groups-deep = { $max } groupes l’un dans l’autre au plus.
problem-list-unknown = La liste « { $list } » n’est pas dans la feuille « choices ».
xlsform-loss-picture = Cette image ne vient pas avec le fichier : ajoutez-la ici.
