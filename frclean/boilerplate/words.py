"""Lists of words that features and headers are made of; folded: no case, no accents."""

from __future__ import annotations

__all__ = ["ADDRESS", "AGENCIES", "ENGLISH", "NETWORKS", "SITE", "STOP", "VERBS"]

STOP = frozenset(
    """
    le la les l un une des de du d et a au aux en dans par pour sur avec sans sous que qui qu
    quoi dont ou ce cet cette ces se s sa son ses leur leurs ne n pas plus y il elle ils elles
    on je j tu nous vous me m te t lui mais donc car si comme entre vers chez apres avant depuis
    pendant c est sont etait
    """.split()
)
"""Grammatical words: text is full of them, menus are not."""

VERBS = frozenset(
    """
    est sont etait etaient sera seront serait a ont avait avaient aura auront aurait fait font
    faisait peut peuvent pouvait doit doivent devait va vont allait dit ai suis es sommes avons
    etes avez fut furent ete eu faut veut veulent vient viennent reste restent semble devient
    permet explique souligne precise ajoute affirme estime raconte rappelle assure indique
    annonce declare sait savait voit prend met n'est n'a c'est s'est j'ai c'etait qu'il qu'elle
    qu'on d'un d'une
    """.split()
)
"""Finite verbs that make a sentence likely."""

ENGLISH = frozenset(
    """
    the of and to in for is on with your you this our that by from are be or as at it more all
    view not we use can will has have was about here new
    """.split()
)
"""English that French pages carry."""

ADDRESS = frozenset(
    """
    vous votre vos nous notre nos je mon ma mes
    """.split()
)
"""Words that speak to the visitor, or for the site."""

NETWORKS = frozenset(
    """
    facebook twitter x linkedin pinterest whatsapp instagram youtube email e-mail mail rss
    bluesky google google+ tumblr reddit telegram tiktok messenger snapchat flipboard threads
    mastodon partager partagez tweeter imprimer envoyer copier lien courriel print share viadeo
    sms pdf favoris commenter reagir linkedin skype pocket viber buffer
    """.split()
)
"""Buttons of share bars: a line of nothing else is one."""

_SITE_WORDS = {
    "share": """
        facebook twitter linkedin whatsapp instagram pinterest youtube tiktok bluesky telegram
        partager partagez partage tweeter tweet imprimer email e-mail courriel rss flux reseaux
        suivez suivre
    """,
    "login": """
        connexion connecter connectez connecte inscription inscrire inscrivez compte mot passe
        identifiant profil deconnexion login
    """,
    "news": """
        newsletter newsletters lettre alertes notifications recevez recevoir inscrit desinscrire
        boite
    """,
    "pay": """
        abonne abonnes abonnez abonner abonnement abonnements offre offres illimite gratuit
        gratuitement essai engagement don dons euros soutenez
    """,
    "cookie": """
        cookies cookie traceurs consentement accepter refuser parametrer preferences partenaires
        finalites rgpd vie privee donnees personnelles navigation navigateur
    """,
    "comment": """
        commentaire commentaires commenter repondre reponse reponses reagir reaction reactions
        signaler moderation moderateur avis forum message messages pseudo
    """,
    "legal": """
        copyright droits reserves mentions legales cgu cgv confidentialite conditions
        utilisation reproduction editeur issn licence
    """,
    "nav": """
        accueil menu rechercher recherche contact contactez propos plan site page pages haut
        retour suivant precedent suivante precedente voir tout tous toutes plus suite lire
        afficher cliquez cliquer ici lien liens rubrique rubriques
    """,
    "related": """
        lire aussi egalement article articles dossier dossiers sujet similaires recents
        populaires derniers dernieres decouvrez decouvrir video videos diaporama photos podcast
        direct
    """,
    "header": """
        publie publiee mis mise jour modifie lecture minutes min auteur auteure redaction
        journaliste afp reuters vues tags mots-cles categorie categories posted
    """,
    "image": """
        photo photos credit credits image images illustration getty shutterstock istock unsplash
        pixabay afp reuters legende
    """,
    "ads": """
        publicite sponsorise annonce annonces annonceurs promo boutique panier acheter commander
        prix achat
    """,
}

SITE = {word: kind for kind, words in _SITE_WORDS.items() for word in words.split()}
"""Words of web pages, and what they are about."""

AGENCIES = frozenset(
    """
    afp reuters getty sipa nurphoto epa maxppp shutterstock istock pixabay unsplash wikimedia
    abaca rea pexels
    """.split()
)
"""Agencies and banks that pictures are credited to."""
