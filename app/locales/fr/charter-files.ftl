charter-files = Emporter la charte dans un fichier
charter-file-pdf = PDF, à imprimer
charter-file-docx = DOCX, pour Word
charter-file-odt = ODT, pour LibreOffice
charter-file-html = Page web (HTML), à lire sans connexion
charter-file-md = Markdown, texte simple
charter-paper-process = Démarche
charter-paper-territory = Territoire
charter-paper-version = Version
charter-paper-version-of = { $n }, du { $day }
charter-paper-state = État
charter-paper-draft = Texte en projet : il peut encore changer
charter-paper-closed = Texte tel qu’il était à la clôture du tour
charter-paper-page = Page { $n } sur { $total }
charter-import = Reprendre un texte d’un fichier
charter-import-file = Fichier Markdown, DOCX ou ODT
charter-import-hint = 5 Mo au plus. Chaque titre suivi de texte devient un article, un titre au-dessus d’autres titres devient un chapitre. Ce qui vient avant le premier titre devient le préambule. Un article qui porte le même titre ici reçoit une nouvelle version, les autres s’ajoutent à la fin. Gras, italique, listes, notes et définitions sont gardés.
charter-import-send = Reprendre ce texte
charter-import-note = Texte repris d’un fichier
charter-import-done = Le texte est repris, mais pas tout ce que le fichier contenait.
charter-import-lost = Ce qui n’est pas repris
charter-lost = { $what ->
    [table] { $n ->
        [one] 1 tableau : ses mots sont gardés, une ligne de liste par rangée.
       *[other] { $n } tableaux : leurs mots sont gardés, une ligne de liste par rangée.
    }
    [image] { $n ->
        [one] 1 image.
       *[other] { $n } images.
    }
    [text-box] { $n ->
        [one] 1 zone de texte. Voici ses mots :
       *[other] { $n } zones de texte. Voici leurs mots :
    }
    [footnote] { $n ->
        [one] 1 note de bas de page.
       *[other] { $n } notes de bas de page.
    }
    [comment] { $n ->
        [one] 1 commentaire.
       *[other] { $n } commentaires.
    }
    [change] { $n ->
        [one] 1 modification suivie : ce qui est ajouté est repris, ce qui est barré ne l’est pas.
       *[other] { $n } modifications suivies : ce qui est ajouté est repris, ce qui est barré ne l’est pas.
    }
    [emphasis] { $n ->
        [one] 1 passage souligné, barré ou mis à part comme une charte ne le fait pas : ses mots sont gardés.
       *[other] { $n } passages soulignés, barrés ou mis à part comme une charte ne le fait pas : leurs mots sont gardés.
    }
    [link] { $n ->
        [one] L’adresse d’un lien : ses mots sont gardés.
       *[other] Les adresses de { $n } liens : leurs mots sont gardés.
    }
    [numbering] { $n ->
        [one] Le numéro d’un point de liste.
       *[other] Les numéros de { $n } points de liste.
    }
    [nesting] { $n ->
        [one] Le retrait d’un point de liste : il est au même niveau que les autres.
       *[other] Le retrait de { $n } points de liste : ils sont au même niveau que les autres.
    }
    [heading] { $n ->
        [one] 1 titre sans texte :
       *[other] { $n } titres sans texte :
    }
    [header-footer] { $n ->
        [one] 1 en-tête ou pied de page :
       *[other] { $n } en-têtes ou pieds de page :
    }
    [code] { $n ->
        [one] 1 passage de code : ses mots sont gardés.
       *[other] { $n } passages de code : leurs mots sont gardés.
    }
    [rule] { $n ->
        [one] 1 trait de séparation.
       *[other] { $n } traits de séparation.
    }
    [metadata] Les renseignements au début du fichier :
    [contents] La table des matières : cette page a la sienne.
    [title] Le titre du fichier : le tour garde le sien.
    [preamble] Le préambule d’avant, remplacé par celui du fichier :
    [definition] { $n ->
        [one] Ce que voulait dire un mot avant :
       *[other] Ce que voulaient dire { $n } mots avant :
    }
   *[markup] { $n ->
        [one] 1 élément que nous ne savons pas lire.
       *[other] { $n } éléments que nous ne savons pas lire.
    }
}
problem-charter-file-large = Ce fichier dépasse 5 Mo.
problem-charter-file-unpacked = Ce fichier est trop grand une fois ouvert.
problem-charter-file-archive = Ce fichier est abîmé : il ne s’ouvre pas.
problem-charter-file-malformed = Le texte de ce fichier est abîmé : il ne se lit pas jusqu’au bout.
problem-charter-file-kind = Ce fichier n’est ni du Markdown, ni un DOCX, ni un ODT. Enregistrez votre texte dans l’un de ces formats.
problem-charter-file-no-article = Nous n’avons trouvé aucun titre suivi de texte. Donnez à chaque article un titre, avec un style de titre.
problem-charter-file-many = Ce fichier a plus de { $max } articles.
problem-charter-file-preamble-long = Le texte avant le premier titre a { $length } caractères, { $max } au plus. Les articles ont-ils bien un style de titre ?
problem-charter-file-title-long = Ce titre a { $length } caractères, { $max } au plus : « { $title } ».
problem-charter-file-article-long = L’article « { $title } » a { $length } caractères, { $max } au plus.
