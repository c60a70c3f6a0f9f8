"""Lines that scrapers bring along: share bars, login forms, cookie banners, bylines.

Written here, by kind. ``HEAD`` stands above an article, ``FOOT`` below it; the first line of a
kind is its shortest.
"""

from __future__ import annotations

from frclean.testing.article import Residue

__all__ = ["FOOT", "HEAD", "KINDS", "residue_lines"]

HEAD: dict[str, tuple[str, ...]] = {
    "navigation": ("Menu", "Accueil > Politique", "Aller au contenu principal", "Retour"),
    "share": ("Partager", "Partager sur Facebook", "Tweeter", "Imprimer cet article"),
    "header": ("0", "Par Claire Morel", "Publié le 3 mai 2021 à 10h15", "Temps de lecture : 3 min"),
    "login": ("Connexion", "Se connecter", "Mon compte", "Créer un compte"),
    "ads": ("Publicité", "La suite après la publicité"),
    "cookies": ("Gérer les cookies", "Accepter tous les cookies", "Tout refuser"),
}  # fmt: skip

FOOT: dict[str, tuple[str, ...]] = {
    "captcha": ("Captcha", "Je ne suis pas un robot", "Recopiez le code affiché ci-dessous"),
    "comments": ("Répondre", "Laisser un commentaire", "3 commentaires", "Signaler un abus"),
    "login": ("Connexion", "Mot de passe oublié ?", "| Connexion | Inscription"),
    "share": ("Partager", "Partager sur WhatsApp", "Envoyer par e-mail", "Suivez-nous sur Twitter"),
    "newsletter": ("Newsletter", "Inscrivez-vous à notre newsletter", "Votre adresse e-mail"),
    "related": ("Lire aussi", "À lire aussi", "Articles similaires", "Sur le même sujet"),
    "legal": ("Mentions légales", "Politique de confidentialité", "Tous droits réservés"),
    "paywall": ("Article réservé aux abonnés", "Je m’abonne", "Déjà abonné ? Identifiez-vous"),
    "cookies": ("Paramétrer les cookies", "Gestion des cookies"),
    "navigation": ("Plan du site", "Haut de page", "Article suivant"),
}  # fmt: skip

#: Every kind of residue there is.
KINDS = tuple(dict.fromkeys((*HEAD, *FOOT)))


def residue_lines(kinds: tuple[str, ...], where: str) -> tuple[Residue, ...]:
    """The lines of some kinds, each once: of the ``head``, of the ``foot`` or of ``both``."""
    sides = {"head": (HEAD,), "foot": (FOOT,), "both": (HEAD, FOOT)}
    if where not in sides:
        raise ValueError(f"where must be head, foot or both, not {where!r}")
    found = [
        Residue(kind, line)
        for side in sides[where]
        for kind in kinds
        for line in side.get(kind, ())
    ]
    return tuple(dict.fromkeys(found))
