"""Every code that the boilerplate step can give, in one table.

The pages of ``docs/rules``, the answer of ``frclean rule CODE`` and a test of every example are
made from it.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CODES", "KINDS", "BoilerplateCode", "Example"]

_BODY = (
    "Le conseil municipal a voté mardi soir la rénovation de la halle, fermée depuis deux ans.\n\n"
    "Les travaux commenceront au printemps et dureront huit mois, selon l’adjointe au "
    "patrimoine, qui promet que le marché se tiendra sur la place pendant ce temps.\n\n"
    "Les commerçants, eux, demandent que la rue reste ouverte aux livraisons le matin, et la "
    "mairie leur a répondu qu’un plan de circulation serait publié avant la fin de l’année.\n\n"
    "« Nous avons attendu trop longtemps », regrette la présidente de leur association, qui "
    "tient une épicerie à l’angle de la place depuis plus de vingt ans."
)


@dataclass(frozen=True, slots=True)
class Example:
    """A text, and what is left of it; the two are equal if nothing may go."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class BoilerplateCode:
    """One kind of residue."""

    code: str
    name: str
    message: str
    """What a finding says; ``{found}`` is the line."""
    why: str
    examples: tuple[Example, ...] = ()


def _below(*residue: str) -> Example:
    return Example(_BODY + "".join(f"\n\n{line}" for line in residue), _BODY)


def _above(*residue: str) -> Example:
    return Example("".join(f"{line}\n\n" for line in residue) + _BODY, _BODY)


def _stays(line: str) -> Example:
    """``line``, as a paragraph in the middle of the article, stays."""
    first, rest = _BODY.split("\n\n", 1)
    return Example(f"{first}\n\n{line}\n\n{rest}", f"{first}\n\n{line}\n\n{rest}")


_TABLE = (
    BoilerplateCode(
        "BPL001",
        "captcha",
        "Reste d’un captcha : « {found} ».",
        "Le formulaire qui écarte les robots n’appartient pas à l’article.",
        (
            _below("Captcha", "Recopiez les caractères de l’image"),
            _stays("Répondre à un captcha prend dix secondes, et lasse tout le monde."),
        ),
    ),
    BoilerplateCode(
        "BPL002",
        "login",
        "Reste d’un formulaire de connexion : « {found} ».",
        "Connexion, inscription, mot de passe : des liens du site, pas du texte.",
        (
            _below("| | Connexion | Inscription"),
            _stays("La connexion au réseau sera coupée pendant les travaux."),
        ),
    ),
    BoilerplateCode(
        "BPL003",
        "share",
        "Bouton de partage ou de réseau social : « {found} ».",
        "Les boutons de partage deviennent des lignes quand la page devient du texte.",
        (
            _below("Partager sur Facebook", "Partager sur Twitter", "Envoyer par e-mail"),
            _stays("Partager sur Facebook une photo du chantier est devenu un jeu."),
        ),
    ),
    BoilerplateCode(
        "BPL004",
        "cookies",
        "Bandeau de cookies : « {found} ».",
        "La demande de consentement s’adresse au visiteur du site, pas au lecteur.",
        (
            _below("Gérer les cookies", "Tout accepter", "Tout refuser"),
            _stays("La mairie range désormais les cookies dans le budget des fêtes."),
        ),
    ),
    BoilerplateCode(
        "BPL005",
        "comments",
        "Reste des commentaires ou de leur formulaire : « {found} ».",
        "Ce que les lecteurs répondent, ou sont invités à répondre, n’est pas l’article.",
        (
            _below("Répondre à () :", "Laisser un commentaire"),
            _stays("Laisser un commentaire sur le registre est possible jusqu’à vendredi."),
        ),
    ),
    BoilerplateCode(
        "BPL006",
        "navigation",
        "Élément de navigation : « {found} ».",
        "Menus, rubriques, fil d’Ariane et liens du pied de page.",
        (
            _above("Accueil > Politique > Communes"),
            _below("Plan du site", "Retour en haut de page"),
        ),
    ),
    BoilerplateCode(
        "BPL007",
        "header",
        "Signature, date ou compteur : « {found} ».",
        "Ce qui entoure le titre est lu comme métadonnée, puis retiré du texte.",
        (
            _above("Publié le 12 mars 2019 à 18h30"),
            _stays("Par temps de pluie, la halle prend l’eau depuis l’hiver 2014."),
        ),
    ),
    BoilerplateCode(
        "BPL008",
        "newsletter",
        "Invitation à une lettre d’information : « {found} ».",
        "L’inscription à une lettre n’appartient pas à l’article.",
        (_below("Inscrivez-vous à notre newsletter"),),
    ),
    BoilerplateCode(
        "BPL009",
        "paywall",
        "Appel à s’abonner : « {found} ».",
        "L’article réservé, l’offre d’essai et le don s’adressent au client.",
        (
            _below("Il vous reste 60 % de cet article à lire.", "Déjà abonné ? Connectez-vous"),
            _stays("Il vous reste 70 places à vendre, a ironisé un conseiller."),
        ),
    ),
    BoilerplateCode(
        "BPL010",
        "related",
        "Renvoi vers d’autres articles : « {found} ».",
        "« Lire aussi » et les titres qui suivent mènent ailleurs.",
        (_below("Lire aussi : Les marchés couverts reviennent à la mode"),),
    ),
    BoilerplateCode(
        "BPL011",
        "image-credit",
        "Crédit d’image : « {found} ».",
        "Le nom du photographe est lu comme métadonnée, puis retiré du texte.",
        (_above("Crédit photo : Jeanne Morel / Ville de Saint-Aubin"),),
    ),
    BoilerplateCode(
        "BPL012",
        "legal",
        "Mention légale : « {found} ».",
        "Droits, mentions et conditions se répètent au pied de chaque page.",
        (
            _below("© 2019 La Gazette du Val. Tous droits réservés.", "Mentions légales"),
            _stays("Tous droits réservés : la formule orne aussi le fronton, pour rire."),
        ),
    ),
    BoilerplateCode(
        "BPL013",
        "ads",
        "Publicité : « {found} ».",
        "L’étiquette d’un encart reste quand l’encart est parti.",
        (_below("Publicité"),),
    ),
    BoilerplateCode(
        "BPL014",
        "residue",
        "Reste de page, d’après sa forme et sa place : « {found} ».",
        "La ligne ne répète aucune formule connue, mais rien en elle ni autour d’elle ne "
        "ressemble au texte de l’article.",
        (
            _below("Boutique", "Nos applications", "Kiosque"),
            _stays("Un marché sans abri"),
        ),
    ),
    BoilerplateCode(
        "BPL015",
        "learnt",
        "Ligne répétée sur le site : « {found} ».",
        "La même ligne borde beaucoup d’articles du même site : `frclean learn` l’a comptée.",
    ),
    BoilerplateCode(
        "BPL016",
        "budget",
        "Trop de texte partirait : rien n’est retiré.",
        "Quand une part trop grande des phrases semble être du reste de page, c’est le "
        "jugement qui est faux, ou ce n’est pas un article : mieux vaut ne rien faire.",
    ),
    BoilerplateCode(
        "BPL017",
        "html",
        "Ce texte est du HTML : passez-le à frclean.from_html.",
        "Les balises disent où est l’article, mieux que ne peut le deviner ce qui lit des lignes.",
    ),
)

CODES = {entry.code: entry for entry in _TABLE}
"""Every record by its code, in the order of the codes."""

KINDS = {entry.name: entry for entry in _TABLE}
"""Every record by its name: what a line can be residue of."""
