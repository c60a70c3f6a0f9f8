"""What the residue of French pages says: phrases by kind, written from usage.

A line is compared as a *key* (see ``lines.key_of``): no case, no accents, numbers as ``#``.
``...`` stands for anything, ``@`` for one to five words.

SURE phrases are residue wherever the article is not. USUAL ones are also words of French, and
even headings (« Culture », « Partager »): their place has to agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from frclean.boilerplate.lines import LONG, fold, key_of

__all__ = ["Match", "match_key", "match_line"]


class Match(NamedTuple):
    """The kind of residue that a line is, and whether its words alone prove it."""

    kind: str
    sure: bool
    certain: bool = False
    """True for what no article says as a line of its own, not even in its middle."""


CERTAIN = {
    "captcha": """
        captcha | recaptcha | saisissez le captcha | recopiez les caractères ... | veuillez recopier ... | recopier le code ... | je ne suis pas un robot
        veuillez confirmer que vous n'êtes pas un robot | merci de confirmer que vous n'êtes pas un robot | ce site est protégé par recaptcha ... | protégé par recaptcha ...
        ce formulaire est protégé par recaptcha ... | lisez les caractères de l'image ... | entrez les lettres que vous voyez ... | actualiser l'image | code antispam | vérification anti-spam
    """,
    "login": """
        mot de passe oublié | mot de passe perdu | vous avez oublié votre mot de passe | se souvenir de moi | déjà inscrit | connexion inscription | se connecter s'inscrire
        vous avez déjà un compte | vous n'avez pas de compte | pas encore de compte | pas encore inscrit | créez votre compte | créer un compte | me connecter | se connecter avec ... | s'inscrire avec ...
        connectez-vous ou inscrivez-vous | connectez-vous | se connecter | s'inscrire | je m'inscris | je me connecte | je crée mon compte | réinitialiser mon mot de passe | nom d'utilisateur ou adresse e-mail
        vous n'êtes pas connecté | récupération de mot de passe | récupérer votre mot de passe | un mot de passe vous sera envoyé ... | bienvenue ... connectez-vous à votre compte
    """,
    "share": """
        partager sur facebook ... | partager sur twitter ... | partager sur linkedin ... | partager sur whatsapp ... | partager sur x ... | partager sur pinterest | partager par e-mail | partager par email | partager par mail | partager via ...
        partager cet article ... | partagez cet article ... | partager l'article | partager la page | partager cette page | partager la publication ... | partager ce contenu | cliquez pour partager ... | cliquer pour partager ... | envoyer par mail | envoyer par e-mail
        envoyer à un ami | envoyer par courriel | copier le lien | imprimer cet article | imprimer l'article | imprimer cette page | version imprimable | suivez-nous sur ... | voir cette publication sur instagram | une publication partagée par ... | view this post on instagram
        a post shared by ... | ajouter aux favoris | ajouter à mes favoris | télécharger en pdf | share on facebook | share on twitter | share this ... | + partager sur ... | partager tweeter | partagez sur les réseaux sociaux | lien copié
    """,
    "cookies": """
        gérer les cookies | paramétrer les cookies | paramétrer vos cookies | paramètres des cookies | gérer le consentement ... | tout accepter | tout refuser | accepter tous les cookies | continuer sans accepter | politique de cookies ... | politique des cookies | politique cookies
        ce site utilise des cookies ... | notre site utilise des cookies ... | nous utilisons des cookies pour ... | nous utilisons des cookies afin ... | en poursuivant votre navigation sur ce site ... | ce site web utilise des cookies ... | we use cookies ... | this website uses cookies ... | this site uses cookies ...
        gérer mes cookies | gestion des cookies | cookies strictement nécessaires | cookies nécessaires | accepter les cookies | refuser les cookies | enregistrer mes choix | enregistrer les préférences | voir les préférences | gérer les options | gérer les fournisseurs | en savoir plus sur ces finalités
    """,
    "comments": """
        répondre à () | répondre à @ annuler la réponse | annuler la réponse | laisser un commentaire | laisser un commentaire annuler la réponse | laissez un commentaire | poster un commentaire | publier un commentaire | écrire un commentaire | ajouter un commentaire | réagir à cet article | commenter cet article
        voir les commentaires ... | voir tous les commentaires ... | lire les commentaires ... | afficher les commentaires ... | afficher tous les commentaires ... | # commentaires | # commentaire | aucun commentaire | pas de commentaire | les commentaires sont fermés | commentaires fermés | commentaires (#) | # réactions
        votre adresse e-mail ne sera pas publiée ... | votre adresse email ne sera pas publiée ... | votre adresse de messagerie ne sera pas publiée ... | les champs obligatoires sont indiqués ... | votre e-mail ne sera pas publié ... | enregistrer mon nom ... | ce site utilise akismet ... | en savoir plus sur comment les données de vos commentaires ...
        prévenez-moi de tous les nouveaux ... | il n'y a pas encore de commentaire ... | soyez le premier à réagir | soyez le premier à commenter ... | soyez la première personne à ... | signaler un abus | signaler ce commentaire | signaler un contenu illicite ... | signaler un contenu inapproprié | vous devez être connecté pour ... | vous devez être connecté afin ... | vous devez vous connecter pour ...
        leave a reply ... | leave a comment ... | post comment | cancel reply | your email address will not be published ... | no comments | # comments | lire la charte de modération | charte de modération | laissez le premier commentaire | donnez votre avis | poster un message
    """,
    "navigation": """
        aller au contenu ... | aller au menu ... | passer au contenu ... | accéder au contenu ... | skip to content | skip to main content | ouvrir le menu | fermer le menu | menu principal | toggle navigation | navigation de l'article | fil d'ariane | haut de page | retour en haut ... | retour haut de page | back to top
        plan du site | contactez-nous | nous contacter | formulaire de contact | recherche avancée | voir tous ses articles | voir tous les articles de ... | vous êtes ici ... | page précédente | page suivante
    """,
    "header": """
        publié le ... # ... | posté le ... # ... | mis à jour le ... # ... | mise à jour le ... # ... | mis en ligne le ... # ... | modifié le ... # ... | dernière mise à jour ... # ... | temps de lecture ... # ... | temps de lecture | lecture # min ... | # min de lecture ... | # minutes de lecture | date de parution ... # | date de publication ... #
        lu # fois | vu # fois | # vues | page lue # fois | dernière modification ... # ... | publié par @ | publié ... # ... | actualisé le ... # ... | réservé aux abonnés | article réservé aux abonnés
    """,
    "newsletter": """
        inscrivez-vous à la newsletter ... | inscrivez-vous à notre newsletter ... | inscrivez-vous à nos newsletters ... | abonnez-vous à la newsletter ... | abonnez-vous à notre newsletter ... | abonnez-vous à nos newsletters ... | inscription à la newsletter ... | inscription newsletter | s'inscrire à la newsletter ... | s'abonner à la newsletter
        je m'inscris à la newsletter ... | recevez notre newsletter ... | recevez la newsletter ... | recevoir les alertes | recevoir la newsletter ... | vous pouvez vous désinscrire ... | vous pourrez vous désinscrire ... | en vous inscrivant ... | votre adresse email sera utilisée ... | votre adresse e-mail est utilisée ... | votre inscription a bien été enregistrée
        newsletter | newsletters | nos newsletters | restez informé ... | merci de votre inscription | entrez votre adresse e-mail ... | saisissez votre adresse e-mail ...
    """,
    "paywall": """
        il vous reste # % ... à lire ... | il vous reste #% ... à lire ... | cet article est réservé aux abonnés ... | cet article est réservé à nos abonnés ... | article réservé aux abonnés ... | la suite est réservée aux abonnés ... | ce contenu est réservé ... | déjà abonné | déjà abonné ... connectez-vous | déjà abonné ... se connecter | vous êtes déjà abonné
        s'abonner | je m'abonne | abonnez-vous pour lire ... | abonnez-vous à partir de ... | s'abonner à partir de ... | découvrir nos offres ... | voir les offres d'abonnement | nos offres d'abonnement | pour lire la suite de cet article ... | lisez cet article ... en vous abonnant | profitez du premier mois ... | vous êtes abonné ... connectez-vous | pas encore abonné
    """,
    "related": """
        lire aussi : ... | à lire aussi : ... | a lire aussi : ... | lire également : ... | à lire également : ... | lire aussi ... | à lire aussi ... | a lire aussi ... | à lire également ... | lire également ... | sur le même sujet | sur le même thème | dans la même rubrique | dans la même catégorie | articles similaires | articles liés | articles recommandés
        articles connexes | article précédent | article suivant | article précédent ... | article suivant ... | ces articles pourraient vous intéresser | cela pourrait vous intéresser ... | vous aimerez aussi ... | vous pourriez aimer ... | articles récents | derniers articles | les plus lus | articles les plus lus | à découvrir aussi | voir plus d'articles | plus d'articles
        related posts | related articles | previous article | next article | recommandé pour vous | recommandés pour vous | à ne pas manquer | nos dernières vidéos | contenus sponsorisés | ailleurs sur le web | vidéo du jour | articles complémentaires | contenu relatif | pour ne rien manquer ...
    """,
    "legal": """
        mentions légales ... | conditions générales d'utilisation | conditions générales de vente | conditions d'utilisation | politique de confidentialité | tous droits réservés | © # ... tous droits réservés ... | © # | copyright # ... | copyright © # ... | © copyright # ... | privacy policy | terms of use | protection des données personnelles | cgu | cgv | all rights reserved
        fièrement propulsé par wordpress | proudly powered by wordpress | reproduction interdite | toute reproduction ... interdite ... | données personnelles | données personnelles et cookies | mentions légales et cgu | politique de protection des données ...
    """,
    "ads": """
        publicité | la suite après la publicité ... | suite après la publicité ... | suite de l'article après la publicité | la suite de l'article après la publicité | l'article continue après la publicité ... | advertisement | contenu sponsorisé | régie publicitaire | annonceurs
    """,
}
"""Phrases that no article says as a line of its own: they go wherever they stand."""


# One phrase per « | » and line; a phrase is written as people write it.
SURE = {
    "captcha": """
        captcha | recaptcha | hcaptcha | captcha * | code captcha | saisissez le captcha
        recopiez les caractères ... | recopiez le code ... | recopier le code ... | recopiez les lettres ...
        veuillez recopier ... | veuillez saisir les caractères ... | saisissez les caractères ...
        saisissez le code ... | entrez les caractères ... | entrez les lettres ... | entrez le code ...
        lisez les caractères ... | lisez les lettres ... | lisez le code ...
        je ne suis pas un robot | je suis humain | prouvez que vous n'êtes pas un robot
        confirmez que vous n'êtes pas un robot | merci de confirmer que vous n'êtes pas un robot
        veuillez confirmer que vous n'êtes pas un robot | veuillez prouver que vous êtes humain
        vérification anti-spam | vérification antispam | anti-spam | antispam | protection anti-spam
        question anti-spam | code anti-spam | code antispam | code de vérification | code de sécurité
        ce site est protégé par recaptcha ... | ce formulaire est protégé par ... | protégé par recaptcha ...
        actualiser l'image | changer d'image | recharger l'image | générer une nouvelle image | rafraîchir le captcha
        combien font # + # | # + # = | résolvez l'opération ... | i'm not a robot | please enter the characters ...
    """,
    "login": """
        se connecter | connectez-vous | me connecter | connexion | déconnexion | se déconnecter | s'identifier
        identifiez-vous | identification | inscription | s'inscrire | inscrivez-vous | m'inscrire | je m'inscris
        je me connecte | créer un compte | créez un compte | créer mon compte | créez votre compte
        je crée mon compte | ouvrir un compte | mon compte | votre compte | mot de passe oublié
        mot de passe perdu | vous avez oublié votre mot de passe | j'ai oublié mon mot de passe
        identifiant oublié | se souvenir de moi | rester connecté | restez connecté | mémoriser mes identifiants
        déjà inscrit | déjà membre | déjà un compte | vous avez déjà un compte | j'ai déjà un compte
        vous n'avez pas de compte | vous n'avez pas encore de compte | pas encore de compte
        pas encore inscrit | pas encore membre | nouveau client | nouvel utilisateur | nouveau sur le site
        connexion / inscription | inscription / connexion | connexion | inscription ou connexion
        connectez-vous ou inscrivez-vous | connectez-vous à votre compte | connectez-vous avec ...
        se connecter avec ... | se connecter via ... | s'inscrire avec ... | continuer avec google
        continuer avec facebook | continuer avec apple | continuer sans compte | mon profil | mon espace
        mon espace personnel | espace abonné | espace abonnés | espace membre | espace membres | espace client
        espace adhérent | espace personnel | réinitialiser mon mot de passe | réinitialiser le mot de passe
        récupérer mon mot de passe | récupérer votre mot de passe | récupération de mot de passe
        nom d'utilisateur ou adresse e-mail | nom d'utilisateur ou e-mail | adresse e-mail ou identifiant
        vous n'êtes pas connecté | vous êtes déconnecté | bienvenue ... connectez-vous ...
        login | log in | sign in | sign up | log out | register | forgot password | remember me | my account
        forgot your password | lost your password | create an account | already have an account
        s'enregistrer | enregistrez-vous | devenir membre | devenez membre | rejoignez la communauté
        accéder à mon compte | accéder à mon espace | connexion au compte | votre nom d'utilisateur
        votre mot de passe | un mot de passe vous sera envoyé ... | confirmer le mot de passe
    """,
    "share": """
        partager sur ... | partagez sur ... | partager via ... | partager par ... | partager cet article ...
        partager l'article ... | partagez cet article ... | partager cette page ... | partager la page ...
        partager ce contenu ... | partager cette information ... | partagez l'article ... | partager la publication ...
        partager avec ... amis | partager ce lien | partage | partages | # partages | # partage | partager :
        partagez | partager tweeter | tweeter | tweet | tweetez | retweeter | j'aime | like | likes | # likes | # j'aime
        facebook twitter ... | partager partager ... | twitter facebook ... | share | share on ... | share this ... | shares | # shares
        envoyer par mail | envoyer par e-mail | envoyer par email | envoyer par courriel | envoyer à un ami
        envoyer à un proche | envoyer cet article ... | recommander à un ami | recommander cet article
        imprimer l'article | imprimer cet article | imprimer cette page | imprimer la page | version imprimable
        version à imprimer | copier le lien | copier l'url | lien copié ... | le lien a été copié ... | copy link
        suivez-nous sur ... | suivez-nous | suivre sur ... | nous suivre ... | suivez nous | suivez-moi sur ...
        retrouvez-nous sur ... | rejoignez-nous sur ... | abonnez-vous à notre chaîne ... | sur les réseaux sociaux
        suivez toute l'actualité ... | suivez l'actualité de ... | likez notre page ... | notre page facebook
        view this post on instagram | voir cette publication sur instagram | une publication partagée par ...
        a post shared by ... | voir le tweet | épingler | pin it | enregistrer en pdf | télécharger en pdf
        télécharger le pdf | télécharger l'article | ajouter aux favoris | ajouter à mes favoris
        ajouter l'article à ... | sauvegarder l'article | enregistrer l'article | lire plus tard | mettre en favori
        cliquez pour partager ... | cliquer pour partager ... | cliquer pour imprimer ... | cliquez ici pour partager ...
        cliquer pour envoyer ... | ouvre dans une nouvelle fenêtre | (ouvre dans une nouvelle fenêtre) | offrir cet article | offrir l'article
        réagir partager ... | commenter partager ... | envoyer un lien par e-mail ... | flipboard | linkedin | pinterest
        whatsapp | messenger | tumblr | reddit | viadeo | google+ | google + | facebook | twitter | instagram | bluesky | mastodon
        tiktok | telegram | snapchat | youtube | dailymotion | flux rss | rss | x (twitter) | facebook messenger | e-mail facebook ...
    """,
    "cookies": """
        gérer les cookies | gestion des cookies | gestion de cookies | gérer mes cookies | gérez vos cookies
        paramétrer les cookies | paramétrer mes cookies | paramétrer vos cookies | paramètres des cookies
        paramètres de cookies | paramètre des cookies | préférences cookies | préférences de cookies
        préférences en matière de cookies | réglage des cookies | réglages des cookies | cookies
        politique de cookies ... | politique des cookies | politique cookies | politique relative aux cookies
        charte cookies | charte des cookies | charte relative aux cookies | accepter les cookies | refuser les cookies
        accepter tous les cookies | refuser tous les cookies | tout accepter | tout refuser | accepter tout
        refuser tout | accepter et fermer | accepter et continuer | continuer sans accepter | j'accepte
        tout autoriser | tout interdire | autoriser tous les cookies | interdire tous les cookies | personnaliser mes choix
        enregistrer mes choix | enregistrer mes préférences | enregistrer les préférences | valider mes choix
        accepter fermer | personnaliser les cookies | nos partenaires et nous ... | nous et nos partenaires ...
        avec nos partenaires ... cookies ... | nous utilisons des cookies | nous utilisons des cookies pour ... | nous utilisons des cookies afin ...
        ce site utilise des cookies ... | ce site web utilise des cookies ... | notre site utilise des cookies ...
        notre site web utilise des cookies ... | ce site internet utilise des cookies ... | en poursuivant votre navigation sur ce site ...
        en poursuivant votre navigation vous acceptez l'utilisation ... | en continuant à naviguer ... | en continuant votre navigation ...
        en cliquant sur ... accepter ... | en savoir plus sur les cookies | en savoir plus et paramétrer les cookies
        les cookies nous permettent ... | cookies nécessaires | cookies strictement nécessaires | cookies de fonctionnement
        cookies fonctionnels | cookies analytiques | cookies statistiques | cookies publicitaires | cookies marketing | cookies tiers
        cookies de mesure d'audience | cookies de performance | toujours actif | toujours activé | gérer le consentement ...
        choix de consentement | choix du consentement | préférences de consentement | gérer mes préférences
        gérer mes choix | gérer les options | gérer les services | gérer les fournisseurs | gérer mes traceurs | gestion des traceurs
        mes préférences de confidentialité | paramètres de confidentialité | paramétrer mes choix | paramétrer
        en savoir plus sur ces finalités | voir les préférences | cookie policy | cookie settings | cookies settings
        accept all | reject all | accept all cookies | manage cookies | we use cookies ... | this site uses cookies ...
        this website uses cookies ... | vos données vos choix | respect de votre vie privée | votre vie privée nous importe
        nous respectons votre vie privée | nous prenons soin de votre vie privée | powered by ... | consent
    """,
    "comments": """
        répondre à | répondre à () | répondre | répondre à @ annuler la réponse | annuler la réponse | répondre au commentaire
        laisser un commentaire ... | laissez un commentaire | laissez un commentaire annuler la réponse
        laissez le premier commentaire | laisser une réponse ... | laissez une réponse ... | poster un commentaire | postez un commentaire
        publier un commentaire | publier le commentaire | écrire un commentaire | écrivez un commentaire
        ajouter un commentaire ... | ajoutez un commentaire | ajouter votre commentaire | ajoutez le vôtre | soumettre le commentaire
        envoyer le commentaire | envoyer mon commentaire | envoyer commentaire | laisser une réaction
        voir les commentaires ... | voir tous les commentaires ... | lire les commentaires ... | lire tous les commentaires
        afficher les commentaires ... | afficher tous les commentaires ... | afficher plus de commentaires | masquer les commentaires
        # commentaires | # commentaire | un commentaire | aucun commentaire | pas de commentaire | pas de commentaires | commentaires fermés
        les commentaires sont fermés ... | les commentaires sont clos | commentaires clos | commentaires (#) | commentaire (#) | commentaires #
        # réponses | # réponse | # réactions | # réaction | réactions (#) | vos réactions | vos commentaires | votre commentaire
        votre commentaire ... | vos avis | votre avis ... | réagir | réagissez | réagir à cet article | réagissez à cet article
        réagir à l'article | réagir sur le forum | je réagis | commenter | commentez | commenter l'article | commenter cet article | commentez cet article
        il n'y a pas encore de commentaire ... | aucun commentaire pour l'instant | aucun commentaire pour le moment
        soyez le premier à ... | soyez la première personne à ... | soyez le premier | donnez votre avis | donner votre avis | donner mon avis
        votre adresse e-mail ne sera pas publiée ... | votre adresse email ne sera pas publiée ...
        votre adresse de messagerie ne sera pas publiée ... | votre e-mail ne sera pas publié ... | l'adresse e-mail ne sera pas publiée ...
        les champs obligatoires sont indiqués ... | les champs marqués ... | * champs obligatoires | champs obligatoires | champ obligatoire | (obligatoire)
        ce site utilise akismet ... | en savoir plus sur comment les données de vos commentaires ...
        enregistrer mon nom ... | prévenez-moi de tous les nouveaux ... | m'avertir par e-mail ... | prévenez-moi par e-mail ...
        notifiez-moi ... | signaler un abus | signaler un contenu ... | signaler ce contenu ... | signaler ce commentaire
        signaler un commentaire | signaler | signaler au modérateur | alerter | alerter le modérateur | alerter les modérateurs
        charte de modération ... | lire la charte ... | charte des commentaires | règles de modération
        vous devez être connecté ... | vous devez vous connecter ... | connectez-vous pour commenter ... | connectez-vous pour laisser ...
        connectez-vous pour réagir ... | connectez-vous pour publier ... | connectez-vous pour répondre
        vous devez être abonné pour ... | poster un message | poster une réponse | votre message | votre pseudo | pseudo | votre nom
        votre prénom | votre e-mail | votre email | votre adresse e-mail | votre adresse email | votre adresse mail | votre courriel
        votre site web | votre site internet | nom * | e-mail * | email * | site web | site internet | commentaire * | texte de votre message
        lien hypertexte | ce forum est modéré ... | un message un commentaire | qui êtes-vous | forum sur abonnement
        pour participer à ce forum ... | créer des paragraphes ... | pour créer des paragraphes ... | pour afficher votre trombine ...
        ajoutez votre commentaire ici ... | leave a reply ... | leave a comment ... | post comment | cancel reply | reply | add a comment
        no comments | # comments | # comment | comments | comments are closed | your email address will not be published ...
        save my name ... | required fields are marked ... | trier par | les plus récents | les plus anciens | les plus aimés | avis des lecteurs
        commentaires récents | derniers commentaires | @ dit : | @ a dit : | @ a écrit : | trackback ... | rétrolien ... | permalien | rétroliens
        charger plus de commentaires | plus de commentaires | voir plus de commentaires | lien vers le commentaire
        que pensez-vous de cet article | cet article vous a-t-il été utile | ce contenu vous a-t-il été utile | cette page vous a-t-elle été utile
        vous avez aimé cet article ... | notez cet article | noter cet article | # votes | # vote | votez | [#/#] | moyenne : # sur # votes
    """,
    "navigation": """
        aller au contenu ... | aller au menu ... | aller à la navigation | aller à la recherche | aller au pied de page | accéder au contenu ... | accéder au menu
        passer au contenu ... | passer la navigation | passer au menu | skip to content | skip to main content | skip to navigation | skip to search | skip to footer
        menu | menu principal | ouvrir le menu | fermer le menu | afficher le menu | navigation | navigation principale | toggle navigation
        navigation de l'article | navigation des articles | navigation article | accueil | home | fil d'ariane | vous êtes ici ... | you are here ...
        rechercher | recherche | recherche avancée | rechercher : | rechercher sur le site | rechercher dans ... | lancer la recherche | search | search for
        recherche pour | ouvrir la recherche | fermer la recherche | fermer | close | ok | valider | envoyer | annuler | effacer | submit | send | cancel
        contact | contacts | contactez-nous | nous contacter | contacter | nous écrire | écrivez-nous | formulaire de contact | contact us | contactez la rédaction
        contacter la rédaction | écrire à la rédaction | contact presse | à propos | a propos | à propos de nous | about | about us | qui sommes-nous | qui sommes nous
        qui suis-je | notre équipe | l'équipe | nos équipes | la rédaction | équipe | notre histoire | nos partenaires | partenaires | nos services
        plan du site | plan de site | sitemap | faq | foire aux questions | aide | aide et contact | centre d'aide | besoin d'aide | support | help | recrutement
        nous rejoindre | rejoignez-nous | carrières | offres d'emploi | espace presse | presse | annuaire | archives | toutes les archives | liens utiles
        haut de page | retour en haut ... | retour haut de page | retour au sommaire | retour à l'accueil | retour | retour à la liste | back to top | top of page | bottom of page
        page précédente | page suivante | page # | page # sur # | page #/# | précédent | suivant | précédente | suivante | previous | next | prev next | < précédent | suivant >
        première page | dernière page | lien externe | site officiel | voir le site | visiter le site | agenda | toute l'actualité | toute l'info | toutes les rubriques
        nos rubriques | les rubriques | rubriques | rubrique | nos sites | les sites du groupe | nos autres sites | nos applications | nos newsletters | application mobile
        télécharger l'application ... | téléchargez l'application ... | app store | google play | disponible sur google play | disponible sur l'app store | applications mobiles
        français english | fr en | en fr | fr | en | de | es | it | nl | pt | français | english | deutsch | español | italiano | nederlands | português
        version française | english version | changer de langue | choisir la langue | choisissez votre langue | langues | langue
        hamburger icon | icône ... | logo | logo de ... | image | bannière | précédent suivant | lire la vidéo | play | pause | muet | plein écran | lecture
        charger plus | voir plus | voir tout | voir toutes ... | tout voir | en voir plus | afficher plus ... | afficher tout | lire plus | montrer plus | load more | show more | see more | read more
        chargement en cours | chargement ... | loading | patientez ... | veuillez patienter ... | javascript est désactivé ... | veuillez activer javascript ... | please enable javascript
        votre navigateur ne supporte pas ... | your browser does not support ... | contrôles d'accessibilité | accessibilité | augmenter la taille ... | diminuer la taille ... | taille du texte
        sommaire | afficher le sommaire | dans cet article | flux | nos podcasts | toutes les émissions | replay | en direct | programme tv | direct tv | météo | horoscope
    """,
    "header": """
        publié le ... # ... | publié par @ | publié dans @ | posté le ... # ... | posté par @ | mis à jour le ... # ... | mise à jour le ... # ... | mis en ligne le ... # ...
        modifié le ... # ... | dernière mise à jour ... | dernière modification ... | date de publication ... | date de parution ... | publication : ... # ... | créé le ... # ...
        mise à jour ... # ... | mis à jour ... # ... | publié ... # ... | publiée le ... # ... | écrit le ... # ... | rédigé le ... # ... | ajouté le ... # ... | actualisé le ... # ...
        temps de lecture ... | durée de lecture ... | lecture # min ... | lecture : # ... | # min de lecture ... | # minutes de lecture | # mn de lecture | # minute de lecture | # min lues | # min read | # minutes read
        lu # fois | vu # fois | # vues | # vue | # lectures | # lecteurs | # visites | # views | nombre de vues ... | nombre de lectures ... | nombre de visites ... | # clics | # consultations
        écouter l'article ... | écouter cet article ... | lire l'article audio | écouter | lecture audio | réservé aux abonnés | article abonné | abonnés | il y a # ...
        par la rédaction | par rédaction | la rédaction avec ... | rédaction | par la rédaction avec ... | publié par la rédaction ... | published on ... | posted on ... | posted by ... | updated ... # ... | written by ...
        rédigé par ... | écrit par ... | propos recueillis par ... | auteur : @ | auteurs : ... | auteur | par l'auteur | voir tous les articles de ... | voir tous ses articles | tous ses articles | du même auteur | biographie de l'auteur
        voir le profil ... | suivre l'auteur | suivre cet auteur | à propos de l'auteur ... | l'auteur | sur le même auteur | mots-clés | mots clés | mots-clefs | tags | tag | étiquettes | étiquette | étiqueté ... | tagué ... | tagged ... | thèmes | thématiques
        catégorie : ... | catégories : ... | catégorie | catégories | rubrique : ... | tags : ... | mots-clés : ... | étiquettes : ... | thèmes : ... | sujets : ... | publié sous ... | classé dans ... | classé sous ... | filed under ...
        journaliste | correspondant | envoyé spécial | afp | reuters | avec afp | (afp) | l'express avec afp | par afp | © afp | source : afp | source afp | exclusif | vidéo | vidéos | diaporama | photos | portfolio | infographie
    """,
    "newsletter": """
        newsletter | newsletters | la newsletter | nos newsletters | les newsletters | notre newsletter | lettre d'information | lettre d'info | infolettre | inscription newsletter
        inscription à la newsletter ... | inscription à notre newsletter ... | s'inscrire à la newsletter ... | s'abonner à la newsletter ... | inscrivez-vous à la newsletter ... | inscrivez-vous à notre newsletter ...
        inscrivez-vous à nos newsletters ... | abonnez-vous à la newsletter ... | abonnez-vous à notre newsletter ... | abonnez-vous à nos newsletters ... | abonnez-vous à notre lettre ... | inscrivez-vous à notre lettre ...
        inscrivez-vous gratuitement à ... | je m'inscris à la newsletter ... | je m'abonne à la newsletter ... | recevez notre newsletter ... | recevez la newsletter ... | recevez nos newsletters ... | recevez gratuitement ...
        recevez chaque jour ... | recevez chaque matin ... | recevez chaque semaine ... | recevez l'essentiel ... | recevez toute l'actualité ... | recevez l'actualité ... | recevez nos ... | recevoir la newsletter ... | recevoir les newsletters ...
        recevoir les alertes ... | recevoir nos ... | recevez les alertes ... | restez informé ... | restez informés ... | rester informé ... | ne manquez rien ... | ne ratez rien ... | ne manquez aucune actualité ... | ne manquez plus ...
        toute l'actualité dans votre boîte ... | l'actualité du jour dans votre boîte ... | votre inscription a bien été ... | merci de votre inscription ... | votre adresse mail est ... | votre adresse e-mail est utilisée ... | en vous inscrivant ...
        vous pouvez vous désinscrire ... | vous pourrez vous désinscrire ... | désinscription ... | se désabonner | se désinscrire | adresse e-mail invalide | adresse email | adresse e-mail | adresse mail | adresse courriel | e-mail | email
        entrez votre adresse e-mail ... | entrez votre email ... | saisissez votre adresse e-mail ... | saisissez votre e-mail ... | votre email ... | je m'inscris | ok je m'inscris | subscribe to our newsletter ... | sign up for our newsletter ... | subscribe
        les informations recueillies ... | vos données sont ... | alertes | mes alertes | créer une alerte | activer les notifications ... | recevoir les notifications ... | pas maintenant | plus tard | autoriser | notifications | toutes nos newsletters
    """,
    "paywall": """
        abonnez-vous | s'abonner | je m'abonne | abonnement | abonnements | m'abonner | s'abonner à partir de ... | abonnez-vous à partir de ... | abonnez-vous pour ... | abonnez-vous dès ... | abonnez-vous à ... | nos offres d'abonnement
        offres d'abonnement | découvrir nos offres ... | découvrez nos offres ... | découvrir les offres ... | voir les offres ... | voir nos offres ... | profitez de l'offre ... | profiter de l'offre ... | profitez de notre offre ... | j'en profite
        déjà abonné ... | déjà abonnée ... | déjà abonné(e) ... | vous êtes déjà abonné ... | vous êtes abonné ... | pas encore abonné ... | vous avez déjà un abonnement ... | gérer mon abonnement | offrir un abonnement | résilier ...
        il vous reste # % ... | il vous reste #% ... | la suite est réservée ... | cet article est réservé ... | cet article est réservé aux abonnés ... | article réservé aux abonnés ... | contenu réservé ... | ce contenu est réservé ... | réservé à nos abonnés
        pour lire la suite ... | pour lire l'intégralité ... | lire l'article complet ... | lire la suite ... | la suite de cet article ... | l'accès à la totalité ... | accédez à tous nos contenus ... | accès illimité ... | accédez à l'intégralité ...
        lisez cet article ... | testez gratuitement ... | essai gratuit ... | essayez gratuitement ... | sans engagement ... | premier mois offert ... | # mois offert ... | le premier mois ... | débloquer cet article ... | acheter cet article ... | acheter l'article ...
        faire un don ... | faites un don ... | je fais un don ... | je donne | donner | soutenez-nous ... | soutenez la presse ... | soutenir ... | nous soutenir ... | soutenez notre ... | aidez-nous ... | votre don ... | je soutiens ... | adhérer | adhérez
        le journal du jour | le journal d'aujourd'hui | consulter le journal | lire le journal | édition abonnés | version numérique | lire en ligne | feuilleter ... | en kiosque | journal numérique | le magazine | acheter le numéro | au sommaire | boutique
        consultez le journal ... | découvrir le sommaire | lire l'édito | lire un extrait | subscribe now ... | already a subscriber ... | profitez d'un accès ... | continuer la lecture ... | poursuivez votre lecture ... | poursuivre la lecture ...
    """,
    "related": """
        lire aussi ... | à lire aussi ... | a lire aussi ... | lire également ... | à lire également ... | lire également | à lire ... | lire : ... | voir aussi ... | à voir aussi ... | à voir également ... | voir également ... | à écouter ... | écouter aussi ... | regarder aussi ... | à consulter ...
        relire ... | >> lire ... | lire notre ... : ... | lire l'article ... | lire l'interview ... | lire le dossier ... | voir le dossier ... | retrouvez notre dossier ... | notre dossier ... | voir la vidéo ... | voir le diaporama ... | voir les photos ... | voir toutes les photos ... | voir la galerie ...
        sur le même sujet ... | sur le même thème ... | dans la même rubrique ... | dans la même catégorie ... | du même auteur ... | dans le même numéro ... | autres articles ... | articles liés | articles similaires ... | articles connexes | articles associés ... | articles complémentaires | articles relatifs ...
        articles recommandés ... | articles récents | derniers articles ... | les derniers articles ... | nos derniers articles | dernières actualités ... | les dernières actualités | dernières infos | dernières news | dernières nouvelles | dernière minute | à la une ... | l'actu en continu | actualités | actualité | toutes les actualités | toutes nos actualités
        articles les plus lus ... | les plus lus ... | les plus partagés ... | les plus commentés ... | les plus consultés ... | les plus populaires | le plus lu | populaires | populaire | most read | tendances | en ce moment | en continu | le fil info ... | fil info | fil actu | l'info en continu
        vous aimerez aussi ... | vous aimerez peut-être ... | vous pourriez aimer ... | vous pourriez aussi aimer ... | vous devriez aimer ... | cela pourrait vous intéresser | cela pourrait vous intéresser aussi | ces articles pourraient vous intéresser ... | ces articles devraient vous intéresser ... | ça peut vous intéresser ... | ceci pourrait vous intéresser ...
        cet article vous intéresse ... | ces contenus pourraient vous intéresser ... | à découvrir ... | à découvrir aussi ... | découvrez aussi ... | découvrir aussi ... | nos autres articles ... | plus d'articles ... | plus d'infos ... | plus d'actualités ... | tous les articles ... | tous nos articles ... | nos articles | nos dossiers
        article précédent ... | article suivant ... | articles précédents | articles suivants | previous article ... | next article ... | previous post ... | next post ... | related posts ... | related articles ... | recommended ... | recommandé pour vous ... | recommandés pour vous | notre sélection ... | la sélection de la rédaction ... | contenu relatif | contenus similaires
        pour aller plus loin ... | en savoir plus ... | plus d'informations ... | et aussi ... | aussi dans l'actu ... | dossier complet ... | nos dernières vidéos ... | vidéo du jour ... | la vidéo du moment ... | les vidéos ... | nos vidéos ... | dans l'actualité ... | l'actualité ... en direct | suivre ce fil ... | suivre le fil ... | ailleurs sur le web | contenus sponsorisés ...
        learn more ... | lire la suite | la suite | [...] lire la suite | en lire plus | continuer à lire | publications similaires | sur le web | liens connexes | pages liées | voir les autres ... | plus de ... | afficher/masquer ...
    """,
    "image-credit": """
        crédit photo ... | crédits photo ... | crédit photos ... | crédits photos ... | crédit image ... | crédits images ... | crédit : ... | crédits : ... | photo credit ... | credits : ... | crédit : | copyright photo ... | photo d'illustration ...
        image d'illustration ... | illustration : ... | photo : ... | photos : ... | © photo ... | photo © ... | photo ... © ... | images : ... | ... / getty images ... | ... getty images | ... shutterstock ... | ... istock ... | ... unsplash | ... pixabay ... | ... adobe stock
        agrandir l'image | agrandir la photo | voir l'image en grand | cliquez sur l'image ... | cliquer pour agrandir ... | cliquez pour agrandir ... | zoom | légende de l'image ... | crédits
    """,
    "legal": """
        mentions légales ... | mention légale | informations légales | conditions générales ... | conditions d'utilisation ... | conditions générales d'utilisation ... | conditions générales de vente ... | conditions de vente | cgu | cgv | cgu cgv | cgu - cgv | cgu / cgv | cgu et cgv | cgv / cgu | conditions
        politique de confidentialité ... | politique de protection ... | politique de données ... | politique de gestion ... | charte de confidentialité | données personnelles ... | protection des données ... | vie privée ... | confidentialité ... | protection de la vie privée | politique vie privée | charte d'utilisation ...
        charte éthique | charte de déontologie | charte déontologique | charte éditoriale | charte | tous droits réservés ... | ... tous droits réservés | droits de reproduction ... | reproduction interdite ... | toute reproduction ... interdite ... | droits réservés | © # ... | © ... # ... | © ... | copyright ... | ... all rights reserved ...
        reproduction et diffusion interdites ... | reproduction partielle ... | ce site est édité par ... | site réalisé par ... | réalisation ... | conçu par ... | création site ... | hébergé par ... | hébergement ... | propulsé par ... | proudly powered ... | fièrement propulsé par ... | powered by ... | theme by ... | site sous ... | licence creative commons ...
        issn ... | isbn ... | issn électronique ... | commission paritaire ... | directeur de la publication ... | directrice de la publication ... | éditeur ... | terms of use | terms of service | terms and conditions | privacy policy | privacy | legal notice | legal | accessibilité : ... | déclaration d'accessibilité | ojd ... | acpm ... | cppap ... | crédits et mentions légales | crédits
    """,
    "ads": """
        publicité | publicités | pub | annonce | annonces | annonce publicitaire | la suite après la publicité ... | suite après la publicité ... | l'article continue après la publicité ... | advertisement | advertising | sponsorisé | contenu sponsorisé | sponsored ... | partenariat | en partenariat avec ...
        annonceurs | régie publicitaire | devenir annonceur | publicité sur ... | petites annonces | passer une annonce | déposer une annonce | nos annonces | code promo ... | codes promo ... | bons plans | bons plans ... | promotions | offre spéciale ... | offres | les annonces ... | immobilier annonces | contenu partenaire | contenu proposé par ...
        article sponsorisé | communiqué | publi-rédactionnel | publirédactionnel | inscrivez-vous pour ... offre ... | acheter sur amazon ... | voir sur amazon ... | voir l'offre ... | ajouter au panier | ajouter à ma liste ... | en stock | panier | mon panier | votre panier | # article(s) | # articles
    """,
}
"""Phrases that are residue when they are a line of their own, outside the article."""

SECTIONS = """
    actualité | actu | actus | à la une | a la une | politique | société | économie | eco | monde | international | france | europe | régions | région | local | faits divers | faits-divers
    justice | police | culture | cultures | sport | sports | football | foot | rugby | tennis | cyclisme | basket | handball | auto | auto-moto | automobile | f1 | sciences | science | santé
    environnement | planète | climat | écologie | high-tech | tech | technologie | technologies | numérique | médias | média | people | mode | beauté | cuisine | recettes | gastronomie | voyage | voyages | tourisme
    livres | livre | cinéma | musique | théâtre | expositions | arts | art | séries | télé | télévision | radio | jeux | jeux vidéo | histoire | religion | religions | éducation | enseignement | emploi | formation
    immobilier | argent | patrimoine | bourse | entreprises | entreprise | finance | finances | conso | consommation | famille | enfants | psycho | psychologie | sexo | sexualité | loisirs | sorties | idées | débats | débat
    opinions | opinion | tribune | tribunes | éditorial | édito | éditos | chronique | chroniques | blog | blogs | forum | forums | dossier | dossiers | enquête | enquêtes | reportage | reportages | portrait | portraits | entretien
    interview | interviews | analyse | analyses | décryptage | vidéo | vidéos | photos | podcast | podcasts | émissions | magazine | journal | hors-série | défense | armée | diplomatie | afrique | asie | amériques | amérique
    moyen-orient | proche-orient | maghreb | océanie | outre-mer | paris | île-de-france | ile-de-france | bretagne | normandie | occitanie | aquitaine | nouvelle-aquitaine | auvergne-rhône-alpes | provence-alpes-côte d'azur | grand est
    hauts-de-france | pays de la loire | centre-val de loire | bourgogne-franche-comté | corse | lyon | marseille | toulouse | bordeaux | lille | nantes | rennes | strasbourg | montpellier | nice | agriculture | énergie | transports | transport
    industrie | social | travail | retraite | élections | municipales | législatives | présidentielle | gouvernement | parlement | institutions | collectivités | logement | urbanisme | architecture | nature | animaux | jardin | maison | déco | décoration | bricolage
    famille et enfants | vie pratique | pratique | services | boutique | agenda | insolite | insolites | événement | événements | brèves | brève | news | infos | info | flash | direct | en direct | lifestyle | art de vivre | bien-être | forme | nutrition | minceur | food
    publications | ressources | outils | documents | bibliographie | multimédia | médiathèque | photothèque | partenaires | communauté | recherche | université | étudiants | lycée | collège | école | professionnels | particuliers | associations | jeunesse | seniors
"""
"""Names of sections: residue above a title or in a menu, headings inside an article."""

_NETWORKS = frozenset(
    "facebook twitter x linkedin pinterest whatsapp instagram youtube email e-mail mail rss bluesky "
    "google google+ tumblr reddit telegram tiktok messenger snapchat flipboard threads mastodon "
    "partager partagez tweeter imprimer envoyer copier lien courriel print share viadeo sms pdf "
    "favoris commenter reagir linkedin skype pocket viber buffer".split()
)

_SLOT = re.compile(r"\.\.\.|@")
_SEPARATORS = re.compile(r"\s*[|·•>›»/→\\]+\s*|\s+[-–—:]\s+|\t+| {2,}")


def _phrases(block: str) -> Iterator[str]:
    for row in block.strip().split("\n"):
        for phrase in row.split(" | "):
            yield fold(phrase.strip().replace("#", "0"))  # a key writes numbers as « # »


class _Slotted(NamedTuple):
    """A phrase with slots: its fixed parts in order, and how sure a match is."""

    parts: tuple[str, ...]
    names_only: bool
    """True for « @ »: the slots hold one to five words in all."""
    kind: str
    certain: bool

    def match(self, key: str) -> Match | None:
        """The match of a whole key; slots begin and end at the borders of words."""
        position = 0
        for part in self.parts:
            position = _find_words(key, part, position, anchored=position == 0)
            if position < 0:
                return None
        if self.parts[-1] and not key.endswith(self.parts[-1]):
            return None
        free = key.count(" ") - sum(part.count(" ") + 1 for part in self.parts if part) + 1
        if self.names_only and not 1 <= free <= 5:
            return None
        sure = free <= self._most_free_words()
        return Match(self.kind, sure, self.certain and sure)

    def _most_free_words(self) -> int:
        """A long phrase proves a long line; « déjà abonné » does not prove a sentence."""
        fixed = sum(part.count(" ") + 1 for part in self.parts if part)
        return 6 if fixed < 4 else 40


def _find_words(key: str, part: str, position: int, *, anchored: bool) -> int:
    """Behind ``part`` in ``key``, from ``position`` on, or -1; ``part`` must be whole words."""
    if not part:
        return position
    if anchored:
        at = 0 if key.startswith(part) else -1
    else:
        at = key.find(part, position)
    end = at + len(part)
    if at < 0 or (end < len(key) and key[end].isalnum() and part[-1].isalnum()):
        return -1
    return end


class _Table(NamedTuple):
    """Phrases by their whole key, phrases with slots by their first word (« * »: none)."""

    whole: dict[str, Match]
    slotted: dict[str, list[_Slotted]]


@cache
def _table() -> _Table:
    """Built at the first use, so that importing frclean costs nothing."""
    table = _Table({}, {})
    for blocks, certain in ((CERTAIN, True), (SURE, False)):
        for kind, block in blocks.items():
            for phrase in _phrases(block):
                _add(table, phrase, kind, certain=certain)
    for phrase in _phrases(SECTIONS):
        table.whole.setdefault(key_of(phrase), Match("navigation", sure=False))
    return table


def _add(table: _Table, phrase: str, kind: str, *, certain: bool) -> None:
    pieces = _SLOT.split(phrase)
    if len(pieces) == 1:
        table.whole.setdefault(key_of(phrase), Match(kind, True, certain))
        return
    parts = tuple(key_of(piece) for piece in pieces)
    first = parts[0].split(" ")[0] if parts[0] else "*"
    table.slotted.setdefault(first, []).append(_Slotted(parts, "@" in phrase, kind, certain))


def match_key(key: str) -> Match | None:
    """The kind of residue that a whole key is.

    >>> match_key("se connecter"), match_key("partager sur twitter").kind
    (Match(kind='login', sure=True, certain=True), 'share')
    """
    table = _table()
    if found := table.whole.get(key):
        return found
    first = key.split(" ", 1)[0].rstrip(",;:.!?")
    best = None
    for word in (first, "*"):
        for slotted in table.slotted.get(word, ()):
            found = slotted.match(key)
            if found and found.sure:
                return found
            best = best or found
    return best


def match_line(line: str) -> Match | None:
    """The kind of residue that a line is: a phrase, or phrases with separators between them.

    >>> match_line("| | Connexion | Inscription")
    Match(kind='login', sure=True, certain=True)
    >>> match_line("Répondre à un captcha prend dix secondes.").sure
    False
    """
    if len(line) > LONG:
        return None
    folded = fold(line)
    if found := match_key(key_of(folded)):
        # « . Mis en ligne le 6 mars. » goes on from the line before: it is a piece of it.
        return found._replace(certain=False) if folded[0] in ".,;" else found
    return _match_parts(folded)


def _match_parts(folded: str) -> Match | None:
    """Known if every part between separators is, or every word is the name of a network."""
    words = folded.split()
    if len(words) > 1 and all(word.strip("|,") in _NETWORKS for word in words):
        return Match("share", sure=True, certain=True)
    parts = [key for part in _SEPARATORS.split(folded) if (key := key_of(part))]
    if len(parts) < 2:
        return None
    known = [match for match in map(match_key, parts) if match]
    if len(known) < len(parts):
        return None
    sure = [match for match in known if match.sure]
    certain = len(sure) > 1 or any(match.certain for match in known)
    return Match((sure or known)[0].kind, bool(sure) or len(parts) > 2, certain)
