cause-insult = Insulte ou attaque contre une personne
cause-family-data = Informations privées sur une famille
cause-off-topic = Sans lien avec le sujet
cause-duplicate = Déjà dit, au même endroit
cause-advertising = Publicité
cause-unlawful = Contraire à la loi
cause-other = Autre raison
cause-with-words = { $cause }. { $words }
report-proposal = Signaler cette proposition
report-words = L’équipe d’animation lira ce signalement. L’auteur du texte ne saura pas qui l’a fait.
report-cause = Quel est le problème ?
report-reason = Vos mots
report-reason-hint = À remplir si vous choisissez « Autre raison ».
report-send = Envoyer le signalement
report-done = Merci. L’équipe d’animation va lire ce texte. Votre nom n’est montré à personne.
hide-cause = Raison du masquage
hide-reason-title = Masquer ces mots
hide-reason-words = À masquer : « { $words } ». Le vote compte toujours. La personne qui les a écrits lira pourquoi, elle seule ; vous ne saurez pas qui c’est.
hide-reason-send = Masquer ces mots
reason-hidden = La modération a masqué vos mots ; votre vote compte toujours. Vous pouvez en écrire d’autres. Raison donnée : { $reason }
show-reason = Pourquoi le montrer de nouveau ?
show-reason-hint = L’auteur lira cette raison. L’acte est noté au journal.
show-send = Montrer de nouveau
show-proposal-title = Montrer de nouveau cette proposition
leave-send = Laisser ce texte comme il est
appeal-title = Demander au comité d’éthique de relire
appeal-words = Vous pensez que ce masquage est une erreur ? Le comité d’éthique de la démarche relit le texte et décide. Vous pouvez le demander une fois.
appeal-why = Pourquoi faut-il montrer ce texte ?
appeal-why-hint = Le comité et l’équipe d’animation liront vos mots.
appeal-send = Envoyer ma demande
appeal-waits = Votre demande est envoyée. Le comité d’éthique va relire ce texte.
appeal-yours = Relire ma demande
appeal-upheld = Le comité d’éthique a relu ce texte. Il reste masqué.
appeal-restored = Ce texte était masqué. Le comité d’éthique a décidé de le montrer de nouveau.
hiding-lifted = Ce texte était masqué. L’équipe d’animation le montre de nouveau.
appeal-ending = Que devient ce texte ?
ending-choice-restored = Il est montré de nouveau
ending-choice-upheld = Il reste masqué
appeal-reason = Pourquoi ?
appeal-reason-hint = L’auteur lira cette raison.
appeal-decide = Rendre la décision
appeal-not-yours = C’est votre propre acte, votre propre texte, ou vous l’avez signalé : une autre personne du comité décide.
ending-lifted = Montré de nouveau par l’équipe d’animation.
ending-upheld = Le comité d’éthique : reste masqué.
ending-restored = Le comité d’éthique : montré de nouveau.
moderation-title = Modération
moderation-lead = Rien n’est effacé : un texte est masqué avec une raison que l’auteur lit. Il peut demander une fois au comité d’éthique de relire.
moderation-parts = Parties de la modération
tool-moderation = { $n ->
    [0] Modération
   *[other] Modération ({ $n } à traiter)
}
queue-reported = Signalés
queue-hidden = Masqués
queue-appeals = Demandes de relecture
queue-ended = Décidés
queue-words-reported = Ces textes sont visibles. Masquez-les, ou laissez-les comme ils sont.
queue-words-hidden = Seuls l’auteur, l’équipe d’animation et le comité d’éthique peuvent lire ces textes.
queue-words-appeals = Le comité d’éthique décide. Personne ne décide sur son propre acte.
queue-words-ended = Ce qui a été montré de nouveau, et ce que le comité a décidé.
queue-none-reported = Aucun signalement à traiter.
queue-none-hidden = Aucun texte masqué.
queue-none-appeals = Aucune demande de relecture.
queue-none-ended = Rien n’a encore été décidé.
queue-reports = { $n ->
    [one] Un signalement
   *[other] { $n } signalements
}
queue-cause = { $cause } ({ $n })
queue-words-more = { $n ->
    [one] Un autre signalement avec des mots n’est pas montré ici.
   *[other] { $n } autres signalements avec des mots ne sont pas montrés ici.
}
queue-appeal = Ce que dit l’auteur
queue-hide = Masquer ce texte
queue-show = Montrer de nouveau : c’était une erreur
queue-not-yours = C’est votre propre texte : une autre personne de l’équipe d’animation en décide.
committees-title = Comités
committees-link = Les comités de la démarche
committees-lead = Les membres de la démarche savent qui siège dans ses comités.
committee-name-steering = Comité de pilotage
committee-name-technical = Comité technique
committee-name-ethics = Comité d’éthique
committee-name-citizens = Comité citoyen
committee-does-steering = Il fixe le cadre et le calendrier de la démarche.
committee-does-technical = Il dit ce qui est faisable.
committee-does-ethics = Il décide quand l’auteur d’un texte masqué demande une relecture.
committee-does-citizens = Il suit la démarche au nom des habitants.
committee-empty = Personne n’y siège encore.
committee-appoint-title = Nommer une personne
committee-which = Comité
committee-who = Personne
committee-choose = Choisir
committee-search = Chercher une personne par son nom
committee-search-more = La liste ne montre que { $n } personnes. Cherchez un nom pour trouver les autres.
committee-search-none = Personne de ce nom dans la démarche.
committee-appoint = Nommer
committee-unseat = Retirer
committee-unseat-of = Retirer { $name } du comité
mail-hidden-subject = Un de vos textes a été masqué
mail-hidden-body =
    Bonjour,

    La modération a masqué un texte que vous avez écrit. Vous pouvez lire la raison, et demander au comité d’éthique de relire :

    { $url }
mail-ended-subject = Une décision sur votre texte
mail-ended-body =
    Bonjour,

    Un texte que vous avez écrit était masqué. Une décision a été prise. Pour la lire :

    { $url }
act-comment-show = Commentaire montré de nouveau
act-proposal-show = Proposition montrée de nouveau
act-comment-appeal = Appel d’un commentaire masqué décidé
act-proposal-appeal = Appel d’une proposition masquée décidé
act-comment-leave = Signalements d’un commentaire lus, rien de changé
act-proposal-leave = Signalements d’une proposition lus, rien de changé
act-proposal-hide-reason = Mots donnés avec un vote masqués
act-committee-appoint = Personne nommée dans un comité
act-committee-unseat = Personne retirée d’un comité
fact-cause = raison
fact-ending = décision
fact-committee = comité
problem-report-own = C’est votre propre texte. Vous pouvez le modifier ou le retirer.
problem-already-reported = Vous avez déjà signalé ce texte. L’équipe d’animation le sait.
problem-restored-by-committee = Le comité d’éthique a décidé de montrer ce texte. Il ne peut pas être masqué de nouveau tant qu’il n’a pas changé.
problem-already-appealed = Vous avez déjà demandé une relecture de ce texte.
problem-upheld-by-committee = Le comité d’éthique a décidé que ce texte reste masqué.
problem-not-hidden = Ce texte n’est pas masqué.
problem-own-appeal = Personne ne décide sur son propre acte, sur son propre texte ni sur ce qu’il a signalé. Une autre personne du comité décide.
problem-own-text = C’est votre propre texte : une autre personne de l’équipe d’animation en décide.
problem-reason-not-there = Ces mots sont déjà masqués, ou leur auteur les a changés.
problem-no-appeal = Il n’y a pas de demande à décider pour ce texte.
problem-already-appointed = Cette personne siège déjà dans ce comité.
problem-committee-full = Ce comité est complet.
