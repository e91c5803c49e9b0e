# Les règles de la décision
charter-rules = Qui décide, et comment
charter-rules-lead = Ces règles ne changent plus une fois le tour ouvert. La participation et l’accord demandés à tous s’écrivent plus haut, avec le préambule.
rules-scope = Sur quoi porte la décision
rules-scope-articles = Article par article
rules-scope-words-articles = Chacun prend position sur chaque article. La charte est ratifiée quand tous les articles le sont.
rules-scope-whole = Sur toute la charte
rules-scope-words-whole = Quand la ratification s’ouvre et que le texte ne bouge plus, chacun prend position une fois, sur l’ensemble. Les positions par article montrent où l’on en est.
rules-way = De quelle façon
rules-way-vote = Par vote
rules-way-words-vote = Il faut assez de personnes d’accord parmi celles qui disent oui ou non.
rules-way-consent = Par consentement
rules-way-words-consent = Il ne faut aucune objection, et au moins une personne d’accord.
rules-blocking = Au consentement, quelles objections bloquent
rules-blocking-open = Toutes celles que leurs auteurs maintiennent
rules-blocking-words-open = Seul l’auteur d’une objection peut la lever, en changeant sa position. Une réponse ne l’efface pas.
rules-blocking-unanswered = Celles qui n’ont pas reçu de réponse
rules-blocking-words-unanswered = Une réponse argumentée, lue par tous, suffit. À choisir quand des personnes risquent de ne pas revenir.
rules-own = Ce qui diffère d’un collège à l’autre
rules-own-words = Laissez vide ce qui ne diffère pas. Écrivez une part (« 60 % ») ou un nombre de personnes (« 12 »). Si le collège compte moins de personnes que ce nombre, toutes suffisent.
rules-bar-common = Vide : comme pour tous, { $common }.
rules-quorum = Participation minimale
rules-threshold = Accord minimal (pour un vote)
rules-committees = Les comités qui ont leur mot à dire
rules-committees-words = Un comité coché doit accepter lui aussi. Y comptent ses membres qui ont un collège : leur position compte dans leur collège et dans le comité, et aucun compte ne s’ajoute à un autre.
rules-say = Ce comité a sa propre voix
charter-rules-save = Enregistrer les règles
rule-scope-articles = Chaque article doit être accepté.
rule-scope-whole = La décision porte sur toute la charte, telle qu’elle est quand la ratification s’ouvre.
rule-way-vote = On vote : l’abstention compte comme une participation, ni pour ni contre.
rule-way-consent-open = On décide par consentement : il ne faut aucune objection. Une objection tient jusqu’à ce que son auteur change de position, même si quelqu’un y a répondu ou si une nouvelle version a été écrite.
rule-way-consent-unanswered = On décide par consentement : il ne faut aucune objection restée sans réponse.
rule-each = Chacun compte à part, et chacun doit accepter :
rule-committees = Dans un comité comptent ses membres qui ont un collège. Aucun compte ne s’ajoute à un autre.
rule-quorum-percent = au moins { $n } % de ses membres prennent position ;
rule-quorum-people = { $n ->
    [one] au moins une personne prend position ;
   *[other] au moins { $n } personnes prennent position (ou toutes, s’il y en a moins) ;
}
rule-threshold-percent = au moins { $n } % de ceux qui disent oui ou non sont d’accord, avec ou sans réserve.
rule-threshold-people = { $n ->
    [one] au moins une personne est d’accord, avec ou sans réserve.
   *[other] au moins { $n } personnes sont d’accord (ou toutes, s’il y en a moins), avec ou sans réserve.
}
charter-gap-missing-committee = Personne de ce comité n’appartient à un collège. Sans lui, la charte ne peut pas être ratifiée.
charter-gap-objections = { $n ->
    [one] Une objection empêche encore le consentement.
   *[other] { $n } objections empêchent encore le consentement.
}
charter-gap-nobody-agrees = Aucune objection n’empêche le consentement, mais personne ne s’est dit d’accord.
ratification-objections = { $n ->
    [0] Aucune objection ne bloque. D’accord : { $agree }.
    [one] Une objection bloque. D’accord : { $agree }.
   *[other] { $n } objections bloquent. D’accord : { $agree }.
}
ratification-of-whole = Le compte sur toute la charte
problem-not-a-least = Écrivez une part (« 60 % ») ou un nombre de personnes (« 12 »).
# La décision sur toute la charte
whole-title = Votre position sur toute la charte
whole-words = Le texte ne bouge plus. Relisez-le, puis dites où vous en êtes sur l’ensemble.
whole-legend = Où en êtes-vous avec cette charte, dans son ensemble ?
whole-yours = Votre position sur toute la charte : { $stance }
whole-seen = Votre position compte dans votre collège ({ $college }). Si vous vous opposez, votre raison s’affiche sur cette page avec votre nom ({ $name }) et votre collège. Vous pouvez changer d’avis jusqu’à la clôture : la nouvelle position remplace l’ancienne. Si le texte revient en consultation, il faudra la redire.
whole-not-yet = La décision portera sur toute la charte. Les positions se prendront quand la ratification sera ouverte : le texte ne bougera plus.
whole-chart-caption = Positions sur toute la charte
whole-articles-show = La décision porte sur toute la charte. Article par article, les positions montrent où l’on en est et ne décident rien.
whole-gap-none = Rien ne manque : la charte est acceptée ici.
whole-ratified = La charte est ratifiée : tous ceux qui décident l’acceptent.
whole-ratified-so-far = Si le tour s’arrêtait maintenant, la charte serait ratifiée : tous ceux qui décident l’acceptent.
whole-not-ratified = La charte n’est pas ratifiée : il manque l’accord de quelqu’un.
whole-not-yet-ratified = La charte n’est pas encore ratifiée : il manque l’accord de quelqu’un.
# Les objections
objections-title = Les objections
objections-open-count = { $n ->
    [0] Aucune objection n’est ouverte.
    [one] Une objection est ouverte.
   *[other] { $n } objections sont ouvertes.
}
objections-rule-vote = Dans cette charte on vote : une objection compte comme un non, même quand quelqu’un y a répondu, tant que son auteur ne change pas de position.
objections-rule-open = Une objection ouverte empêche la décision. Une réponse ne l’efface pas : seul son auteur la lève, en changeant sa position.
objections-rule-unanswered = Une objection empêche la décision tant que personne n’y a répondu. Elle reste ouverte tant que son auteur ne change pas de position.
objections-late = Le tour est fini : on ne répond plus aux objections, car leurs auteurs ne pourraient plus réagir à la réponse.
objection-waits = Attend une réponse
objection-answered-open = Ouverte, avec une réponse
objection-lifted = Levée par son auteur
objection-on-version = sur la version { $n }
objection-yours = Cette réponse est pour vous. Si elle vous convient, levez votre objection :
objection-change = changer ma position
objection-reworded = L’objection a été écrite autrement depuis cette réponse.
objection-answer-it = Répondre à cette objection
objection-answer-again = Répondre à nouveau
objection-answer-legend = Votre réponse
objection-answer-answered = Une réponse est donnée
objection-answer-taken = Prise en compte
objection-answer-maintained = Le texte est maintenu
objection-answer-words-answered = Vous expliquez : ce que le texte veut dire, ce qui est fait ailleurs.
objection-answer-words-taken = Une nouvelle version en tient compte. Dites laquelle.
objection-answer-words-maintained = Le texte reste comme il est. Dites pourquoi.
objection-taken-in = Prise en compte dans la version { $n }
objection-take-hint = Pour la prendre en compte, écrivez d’abord une nouvelle version de l’article : elle pourra être citée ici.
objection-version = Si elle est prise en compte : dans quelle version
objection-version-hint = Le numéro d’une version écrite après l’objection.
objection-words = La réponse, avec ses raisons
objection-words-hint = Tout le monde la lit, et d’abord la personne qui s’est opposée. Elle ne lève pas l’objection : seul son auteur le peut.
objection-send = Enregistrer la réponse
word-objection-answer = Réponse à votre objection : { $answer }
word-whole = Sur toute la charte
word-whole-ended = Le texte est revenu en consultation depuis : cette position ne compte plus.
problem-objection-answer-choose = Choisissez une réponse.
problem-objection-version = Écrivez le numéro d’une version plus récente que la { $raised }, jusqu’à la { $current }.
problem-objection-frozen = Le texte ne bouge plus : aucune version ne peut en tenir compte. Revenez d’abord en consultation.
problem-objection-closed = Cette objection a été levée par son auteur.
problem-objection-answer-late = Le tour est fini : une réponse ferait passer la charte sans que l’auteur de l’objection puisse réagir.
# Où en est la charte
charter-status-title = Où en est la charte
charter-status-drafting = En rédaction
charter-status-consultation = En consultation
charter-status-ratification = En ratification
charter-status-carried = Ratifiée
charter-status-not-ratified = Non ratifiée
charter-status-adopted = Adoptée
charter-status-in-force = En vigueur
charter-status-review-due = À revoir
charter-status-revised = Révisée
charter-status-words-drafting = Le texte s’écrit. Le tour n’est pas encore ouvert.
charter-status-words-consultation = Chacun lit, commente et propose des changements. Le texte bouge encore.
charter-status-words-ratification = Le texte ne bouge plus. Chaque collège dit s’il l’accepte.
charter-status-words-carried = Le tour est clos et la charte est acceptée par tous ceux qui décident. L’animateur doit encore constater l’adoption.
charter-status-words-not-ratified = Le tour est clos, et il a manqué l’accord de quelqu’un. Plus bas, on lit de qui et sur quoi.
charter-status-words-adopted = La charte est adoptée. Elle attend ses premières signatures.
charter-status-words-in-force = La charte est en vigueur jusqu’à sa révision.
charter-status-words-review-due = La date de révision est passée : il est temps de relire la charte.
charter-status-words-revised = Une charte plus récente a pris sa place.
charter-in-force-until = La charte est en vigueur. Elle sera relue le { $day }.
charter-review-was-due = La charte devait être relue le { $day } : il est temps de le faire.
charter-to-adopt = Constater l’adoption
charter-to-signatures = Voir les signatures
charter-frozen-on = Le texte ne bouge plus depuis le
charter-back-on = Retour en consultation le
charter-back-objections =
    { $n ->
        [one] Une objection à toute la charte tenait alors
       *[other] { $n } objections à toute la charte tenaient alors
    }
charter-freeze = Ouvrir la ratification
charter-freeze-words = Le texte ne bougera plus : plus de nouvelle version, plus d’amendement accepté, plus d’article déplacé. Les positions déjà prises restent. Vous pourrez revenir en consultation, en disant pourquoi.
charter-freeze-send = Figer le texte et ouvrir la ratification
charter-back = Revenir en consultation
charter-back-why = Pourquoi revenir en consultation
charter-back-hint = Tout le monde le lit sur cette page.
charter-back-send = Revenir en consultation
problem-charter-frozen = La ratification est ouverte : le texte ne bouge plus. Pour le changer, il faut d’abord revenir en consultation.
problem-charter-not-frozen = La ratification n’est pas ouverte.
problem-charter-without-articles = La charte n’a pas encore d’article : il n’y a rien à ratifier.
problem-charter-back-reason = Dites pourquoi : tout le monde le lit.
# L’adoption et les signatures
adopt-title = Constater l’adoption
adopt-words = La charte est acceptée par tous ceux qui décident. En constatant son adoption, vous gardez pour toujours son texte et ses comptes, et son empreinte s’écrit au journal.
adopt-review = Date à laquelle la relire
adopt-review-hint = La charte est en vigueur jusque-là. Un e-mail le rappelle { $n } jours avant, aux animateurs et aux signataires. Vide : pas de date.
adopt-replaces = La charte dont elle prend la place
adopt-replaces-none = Aucune
adopt-send = Constater l’adoption
signatures-title = Adoption et signatures
signatures-adopted = La charte adoptée
signatures-adopted-on = Adoptée le
signatures-review = À relire le
signatures-no-review = Pas de date
signatures-hash = Empreinte du texte (SHA-256)
signatures-carried-articles = { $n ->
    [one] Son article a été accepté par :
   *[other] Ses { $n } articles ont été acceptés, chacun, par :
}
signatures-carried-whole = La charte entière a été acceptée par :
signatures-replaced-by = Une charte plus récente a pris sa place
signatures-replaces = Elle prend la place d’une charte plus ancienne
signatures-check = Vérifier que le texte n’a pas changé
signatures-check-words = L’empreinte est une suite de signes calculée à partir du texte. Si une seule lettre change, elle change. Elle est écrite au journal depuis l’adoption.
signatures-check-text = Prenez le texte adopté (charter.txt)
signatures-check-hash = Calculez son empreinte, par exemple ainsi :
signatures-check-same = Comparez : les deux empreintes doivent être les mêmes.
signatures-to-text = Lire la charte
signatures-list = Signatures
signatures-caption = Les organisations qui ont signé
signatures-date = Signé le
signatures-none = Personne n’a encore signé.
signatures-waiting = Peuvent signer
signatory-organisation = Organisation
signatory-name = Nom
signatory-function = Fonction
signatory-function-hint = Par exemple : présidente, directeur, maire.
signatory-title = Désigner qui peut signer
signatory-words = Une personne signe pour une organisation, avec son nom et sa fonction. Elle les relit avant de signer.
signatory-who = Qui
signatory-send = Désigner
signatory-unname = Retirer
signatory-unname-of = Retirer { $name } de ceux qui peuvent signer
sign-title = Signer la charte
sign-words = Vous signez en votre nom ({ $name }), pour votre organisation. Votre nom, votre fonction, l’organisation et la date s’affichent sur cette page. Une signature ne se retire pas.
sign-sure = J’ai lu la charte et je peux engager cette organisation.
sign-send = Signer
sign-later = Vous êtes désigné pour signer cette charte. Vous pourrez le faire quand elle sera adoptée.
sign-replaced = Une charte plus récente a pris la place de celle-ci : elle ne se signe plus.
problem-charter-already-adopted = L’adoption de cette charte est déjà constatée.
problem-charter-not-carried = La charte n’est pas ratifiée : elle ne peut pas être adoptée.
problem-charter-not-replaceable = Choisissez une charte adoptée de cette démarche.
problem-not-a-day = Écrivez une date, comme 2027-03-14.
problem-review-in-the-past = Choisissez une date à venir.
problem-signatory-named = Cette personne peut déjà signer.
problem-signatory-full = Trop de personnes peuvent déjà signer.
problem-signatory-not-named = Vous n’êtes pas désigné pour signer cette charte.
problem-already-signed = Cette signature est déjà donnée.
problem-charter-not-adopted = La charte n’est pas encore adoptée.
problem-charter-replaced = Une charte plus récente a pris la place de celle-ci : elle ne se signe plus.
problem-charter-adopted-title = Cette charte est adoptée : son titre fait partie du texte adopté et ne change plus.
problem-sign-be-sure = Cochez la case pour signer.
register-title = Chartes adoptées
register-lead = Les chartes que les démarches publiques ont adoptées, avec leur date, leur territoire et l’empreinte de leur texte.
register-empty = Aucune charte n’est encore adoptée
register-empty-words = Elles s’inscriront ici dès leur adoption.
register-signatures = { $n ->
    [0] aucune
    [one] une organisation
   *[other] { $n } organisations
}
register-newer = Plus récentes
register-older = Plus anciennes
mail-review-subject = Bientôt à relire : { $title }
mail-review-body = La charte « { $title } » doit être relue le { $day }.

    Vous recevez ce message parce que vous l’avez signée ou que vous animez la démarche.

    { $page }
act-charter-rules = Règles de décision d’une charte modifiées
act-charter-freeze = Ratification d’une charte ouverte
act-charter-unfreeze = Charte revenue en consultation
act-objection-answer = Réponse donnée à une objection
act-charter-adopt = Charte adoptée
act-charter-signatory = Signataire désigné
act-charter-unsignatory = Signataire retiré
act-charter-sign = Charte signée
fact-sha256 = SHA-256
fact-review = à relire le
fact-scope = porte sur
fact-way = façon
fact-blocking = objections qui bloquent
fact-bars = collèges à part
fact-committees = comités
fact-articles = articles
fact-organisation = organisation
