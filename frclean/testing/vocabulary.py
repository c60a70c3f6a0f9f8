"""Words that news is made of, inflected by the lexicon and put into noun groups and verb forms.

The lemmas are chosen by hand, so that any subject goes with any verb and any object; genders,
plurals, conjugations and agreements all come from the lexicon. Tables start with what is short
and plain: Hypothesis shrinks to the front.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from frclean.language.lexicon import lexicon

__all__ = [
    "FUTURE",
    "NAMES",
    "PAST",
    "TOWNS",
    "NounGroup",
    "Verb",
    "elided",
    "groups",
    "verbs",
    "with_a",
    "with_de",
    "words",
]

#: Who acts. Feminine forms of the same trades are nouns of their own, as in the lexicon.
PEOPLE = (
    "maire préfet député ministre sénateur habitant élève professeur médecin juge avocat "
    "journaliste chercheur agriculteur commerçant voisin pompier ouvrier ingénieur architecte "
    "directeur président conseiller syndicaliste riverain étudiant éleveur artisan"
).split()
BODIES = (
    "ville région commune mairie école université entreprise association commission assemblée "
    "préfecture coopérative gouvernement ministère syndicat conseil tribunal département parlement "
    "hôpital musée institut"
).split()
#: What is acted upon.
THINGS = (
    "projet plan budget accord rapport contrat texte dossier programme calendrier règlement "
    "document chantier loi réforme enquête mesure étude décision proposition convention charte "
    "demande initiative expérience"
).split()
#: What can be closed, opened and repaired.
PLACES = (
    "pont gare place rue école musée stade théâtre usine piscine bibliothèque marché parc "
    "gymnase route tunnel cinéma hôpital jardin quartier"
).split()
#: What costs money.
SUMS = "budget déficit investissement emprunt facture dépense dette subvention".split()

ACTIVE = (
    "défendre présenter préparer étudier soutenir examiner critiquer commenter financer publier "
    "modifier relancer rejeter retirer suspendre valider refuser améliorer accepter dénoncer "
    "approuver discuter corriger contester compléter"
).split()
SAYING = "annoncer affirmer rappeler expliquer confirmer préciser assurer".split()
CLOSING = "fermer rénover démolir inaugurer restaurer agrandir surveiller nettoyer protéger".split()

OF_PEOPLE = "prudent inquiet local confiant".split()
OF_BODIES = "voisin local indépendant".split()
OF_THINGS = "définitif provisoire régional national complet ambitieux utile".split()
OF_PLACES = "municipal ancien moderne voisin".split()

#: Of these h is a consonant: « le hameau ».
ASPIRATED = frozenset(("halle", "hameau", "hausse", "haut"))
BEFORE_THE_NOUN = frozenset(("ancien",))

NAMES = tuple(
    f"{first} {last}"
    for last in ("Morel", "Girard", "Lambert", "Rousseau", "Chevalier", "Fontaine")
    for first in ("Claire", "Paul", "Anne", "Hélène", "Julien", "Sophie", "Marc", "Jean-Yves")
)
TOWNS = ("Lyon", "Nantes", "Lille", "Rennes", "Toulouse", "Grenoble", "Angers", "Orléans", "Dijon")
PAST = (
    "lundi", "hier", "mardi soir", "la semaine dernière", "en mars dernier", "le 3 mai 2021",
    "samedi matin", "l’an dernier", "le 14 juin 2019", "jeudi après-midi",
)  # fmt: skip
FUTURE = (
    "demain", "lundi prochain", "la semaine prochaine", "au printemps", "l’an prochain",
    "avant la fin de l’année", "dès la rentrée", "dans deux ans", "le 12 octobre",
)  # fmt: skip


class NounGroup(NamedTuple):
    """A determiner with its noun and perhaps an adjective, and what agrees with it."""

    text: str
    gender: str
    number: str


class Verb(NamedTuple):
    """The forms of a verb in the third person; participles by gender and number."""

    lemma: str
    present: dict[str, str]
    future: dict[str, str]
    subjunctive: dict[str, str]
    participle: dict[str, str]

    def perfect(self, number: str) -> str:
        """The compound past with avoir: « ont signé »."""
        return f"{AVOIR[number]} {self.participle['ms']}"


AVOIR = {"s": "a", "p": "ont"}


def _is_elided(word: str) -> bool:
    return word[0].lower() in "aeiouyàâéèêëîïôûh" and word not in ASPIRATED


def elided(word: str, following: str) -> str:
    """``word`` before ``following``, with its apostrophe or a space.

    >>> elided("que", "une loi") + "une loi", elided("le", "hameau")
    ('qu’une loi', 'le ')
    """
    return f"{word[:-1]}’" if _is_elided(following) else f"{word} "


def with_de(group: str) -> str:
    """« de » before a group, contracted.

    >>> with_de("le maire"), with_de("un plan"), with_de("les élus"), with_de("des élus")
    ('du maire', 'd’un plan', 'des élus', 'd’élus')
    """
    head, _, rest = group.partition(" ")
    if head in ("le", "les"):
        return ("du " if head == "le" else "des ") + rest
    group = rest if head == "des" else group
    return elided("de", group) + group


def with_a(group: str) -> str:
    """« à » before a group, contracted.

    >>> with_a("le maire"), with_a("les élus"), with_a("l’école")
    ('au maire', 'aux élus', 'à l’école')
    """
    head, _, rest = group.partition(" ")
    if head in ("le", "les"):
        return ("au " if head == "le" else "aux ") + rest
    return "à " + group


def _inflect(lemma: str, pos: str, **features: str) -> str:
    forms = lexicon().inflect(lemma, pos, **features)
    if not forms:
        raise LookupError(f"the lexicon has no such form of {lemma!r}: {pos} {features}")
    return forms[0]


def _gender(noun: str) -> str:
    """The gender of a noun; masculine for trades that are both."""
    readings = [r for r in lexicon().readings(noun) if r.pos == "nom" and r.lemma == noun]
    return min((r.gender for r in readings), key="mf".index)


def _determiners(gender: str, number: str, following: str) -> Iterator[str]:
    """Article and demonstrative as they stand before ``following``, the space included."""
    if number == "p":
        yield from ("les ", "des ", "ces ")
    elif gender == "m":
        yield from (elided("le", following), "un ", "cet " if _is_elided(following) else "ce ")
    else:
        yield from (elided("la", following), "une ", "cette ")


def _groups(nouns: Iterable[str], adjectives: Iterable[str]) -> Iterator[NounGroup]:
    """Plain groups of all nouns first, those with an adjective behind."""
    cores = [("", noun, _gender(noun)) for noun in nouns]
    cores += [(adjective, noun, gender) for adjective in adjectives for _, noun, gender in cores]
    for adjective, noun, gender in cores:
        for number in "sp":
            form = _inflect(noun, "nom", gender=gender, number=number)
            core = _with_adjective(form, adjective, gender, number) if adjective else form
            for determiner in _determiners(gender, number, core):
                yield NounGroup(determiner + core, gender, number)


def _with_adjective(noun: str, adjective: str, gender: str, number: str) -> str:
    form = _inflect(adjective, "adj", gender=gender, number=number)
    return f"{form} {noun}" if adjective in BEFORE_THE_NOUN else f"{noun} {form}"


_NOUNS = {
    "people": (PEOPLE, OF_PEOPLE),
    "bodies": (BODIES, OF_BODIES),
    "things": (THINGS, OF_THINGS),
    "places": (PLACES, OF_PLACES),
    "sums": (SUMS, ()),
}


@functools.cache
def groups(kind: str) -> tuple[NounGroup, ...]:
    """All noun groups of a kind: people, bodies, things, places, sums.

    >>> [group.text for group in groups("people")[:3]]
    ['le maire', 'un maire', 'ce maire']
    """
    return tuple(_groups(*_NOUNS[kind]))


@functools.cache
def verbs(kind: str) -> tuple[Verb, ...]:
    """The verbs of a kind: active, saying, closing."""
    lemmas = {"active": ACTIVE, "saying": SAYING, "closing": CLOSING}[kind]
    return tuple(_verb(lemma) for lemma in lemmas)


def _verb(lemma: str) -> Verb:
    def third(tense: str) -> dict[str, str]:
        return {n: _inflect(lemma, "ver", tense=tense, person="3", number=n) for n in "sp"}

    participle = {
        gender + number: _inflect(lemma, "ver", tense="pp", gender=gender, number=number)
        for gender in "mf"
        for number in "sp"
    }
    return Verb(lemma, third("pres"), third("fut"), third("subp"), participle)


_LEAST_FREQUENCY = 98  # 28 times Zipf 3.5: known to every reader
_POS = ("nom", "adj", "ver", "adv")


@functools.cache
def words() -> tuple[str, ...]:
    """Common words of French, lower case, the shortest first, the most frequent first of those."""
    known = lexicon()
    found = [
        form
        for letter in "abcdefghijklmnopqrstuvwxyzàâçéèêîôœ"
        for form in known.keys(letter)
        if known.frequency(form) >= _LEAST_FREQUENCY and _is_plain(form)
    ]
    return tuple(sorted(found, key=lambda form: (len(form), -known.frequency(form), form)))


def _is_plain(form: str) -> bool:
    return (
        len(form) > 1
        and form.isalpha()
        and not lexicon().is_ligature_lost(form)
        and any(reading.pos in _POS for reading in lexicon().readings(form))
    )
