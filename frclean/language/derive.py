"""French word formation used when the lexicon is compiled (never at run time).

Pure functions on spellings: œ ligatures, the 1990 rectifications, numerals, and the inflection of
the hand-written supplement. They know nothing of files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = [
    "cardinals",
    "feminine",
    "ligature",
    "plural",
    "reformed",
]

# -- œ --

# DELA spells œ as "oe". "oeu" is œ everywhere but in "pro-eutectique" and the like; the other œ
# stand in words from Greek, which are few enough to name. Left out on purpose, because they have
# two syllables or are spelt both ways: moelle, poêle, coexister, foehn, loess, goethite.
_LIGATURE = re.compile(
    r"(?<!pr)(?<!hydr)(?<!neur)oe(?=u)"
    r"|^oe(?=il|[cdnst])(?!ners)"
    r"|(?<=f)oe(?=t(?:us|al|o))"
    r"|oe(?=d[eèi](?:m|p))"
    r"|oe(?=soph|str|strog)"
    r"|(?<=c)oe(?=l(?:ac|en|i[aeo]|om)|nob)"
    r"|(?<=ph)oe(?=n[io])"
    r"|(?<=st)oe(?=chi)"
    r"|(?<=onomatop)oe(?!ia)"
    r"|(?<=homé)oe|(?<=am)oe(?=b)"
)


def ligature(form: str) -> str:
    """``form`` with its œ, where DELA writes "oe".

    >>> [ligature(word) for word in ("coeur", "oeuvre", "oesophage", "moelle", "coexister")]
    ['cœur', 'œuvre', 'œsophage', 'moelle', 'coexister']
    """
    return _LIGATURE.sub("œ", form) if "oe" in form else form


# -- 1990 rectifications --

# The circumflex that tells two words apart, or two tenses, stays.
_KEEPS_CIRCUMFLEX = re.compile(
    r"^(?:.*devoir|redû|dû|indû|mûr|sûr|jeûne|jeûner|.*croître|crû|mû|.*mouvoir|être|avoir)$"
)
_ENDING_TENSES = re.compile(r"ver:(?:ps:[12]p|subi:3s)")
_ENDING = re.compile(r"(?<=[îû])(?:mes|tes|t)$")
_NO_CIRCUMFLEX = str.maketrans("îû", "iu")

_CLUSTER = r"(?:[bcdfgklpstv]?[lr]|gn|gu|qu|ch|ph|th|[bcdfgjklmnpqrstvxz])"
_FUTURE = re.compile(rf"é({_CLUSTER}er)(?=(?:ai|as|a|ons|ez|ont|ais|ait|ions|iez|aient)$)")
_E_ACUTE_VERB = re.compile(rf"é{_CLUSTER}er$")
# é that is said è before a mute e, outside verbs. Stems, not words: whole families follow.
_OPEN_E = re.compile(
    r"(?<=\bév)é(?=ne)|(?<=r)é(?=glement)|(?<=cr)é(?=merie)|(?<=c)é(?=leri)|(?<=s)é(?=cher)"
    r"|(?<=all)é(?=ge(?:ment|ance))|(?<=all)é(?=gre)|(?<=abr)é(?=gement)|(?<=h)é(?=bétement)"
    r"|(?<=empi)é(?=tement)|(?<=cr)é(?=ne[al])|(?<=f)é(?=verole)|(?<=v)é(?=nerie)"
    r"|(?<=rabi)é(?!)|(?<=déci)é(?!)|(?<=liser)é(?!)"
)

_DOUBLED = re.compile(r"e(ll|tt)(?=(?:e|es|ent|er(?:ai|as|a|ons|ez|ont|ais|ait|ions|iez|aient))$)")
_KEEPS_DOUBLED = re.compile(r"(?:appeler|jeter)$")

_TREMA = str.maketrans({"ë": "e", "ï": "i"})


def _without_circumflex(form: str, tag: str, lemma: str) -> str:
    if _KEEPS_CIRCUMFLEX.match(lemma):
        return form
    ending = _ENDING.search(form) if _ENDING_TENSES.match(tag) else None
    keep = ending.start() - 1 if ending else len(form)
    return form[:keep].translate(_NO_CIRCUMFLEX) + form[keep:]


def _with_open_e(form: str, tag: str, lemma: str) -> str:
    if tag.startswith(("ver:fut", "ver:cond")) and _E_ACUTE_VERB.search(lemma):
        form = _FUTURE.sub(r"è\1", form)
    return _OPEN_E.sub("è", form)


def _with_single_consonant(form: str, tag: str, lemma: str) -> str:
    if not tag.startswith("ver:") or not lemma.endswith(("eler", "eter")):
        return form
    if _KEEPS_DOUBLED.search(lemma):
        return form
    return _DOUBLED.sub(lambda match: "è" + match[1][0], form)


def _with_moved_trema(form: str) -> str:
    return form.replace("guë", "güe").replace("guï", "güi").replace("gageure", "gageüre")


def reformed(form: str, tag: str, lemma: str) -> str:
    """The spelling of 1990 of ``form`` (or the same one, for most words).

    >>> reformed("maîtres", "nom:mp", "maître"), reformed("connaît", "ver:pres:3s", "connaître")
    ('maitres', 'connait')
    >>> reformed("entraînât", "ver:subi:3s", "entraîner"), reformed("fît", "ver:subi:3s", "faire")
    ('entrainât', 'fît')
    >>> reformed("sûr", "adj:ms", "sûr"), reformed("ambiguë", "adj:fs", "ambigu")
    ('sûr', 'ambigüe')
    >>> reformed("événement", "nom:ms", "événement"), reformed("cédera", "ver:fut:3s", "céder")
    ('évènement', 'cèdera')
    >>> reformed("ruisselle", "ver:pres:3s", "ruisseler")
    'ruissèle'
    """
    if "î" in form or "û" in form:
        form = _without_circumflex(form, tag, lemma)
    if "é" in form:
        form = _with_open_e(form, tag, lemma)
    if "ell" in form or "ett" in form:
        form = _with_single_consonant(form, tag, lemma)
    return _with_moved_trema(form) if "g" in form else form


# -- inflection of the supplement --

_FEMININE = (
    (re.compile(r"(?:e|[bcdfghjklmpqtvwz]{2})$"), r"\g<0>"),
    (re.compile(r"teur$"), "trice"),
    (re.compile(r"eur$"), "euse"),
    (re.compile(r"eux$"), "euse"),
    (re.compile(r"ien$"), "ienne"),
    (re.compile(r"éen$"), "éenne"),
    (re.compile(r"el$"), "elle"),
    (re.compile(r"er$"), "ère"),
    (re.compile(r"if$"), "ive"),
    (re.compile(r"ic$"), "ique"),
    (re.compile(r"$"), "e"),
)


def feminine(masculine: str) -> str:
    """The regular feminine of a masculine.

    >>> [feminine(word) for word in ("vaccinal", "numérique", "collaboratif", "youtubeur")]
    ['vaccinale', 'numérique', 'collaborative', 'youtubeuse']
    """
    for ending, replacement in _FEMININE:
        if ending.search(masculine):
            return ending.sub(replacement, masculine, count=1)
    return masculine


def plural(singular: str) -> str:
    """The regular plural of a noun or adjective.

    >>> [plural(word) for word in ("vaccinal", "réseau", "virus", "podcast", "jeu", "festival")]
    ['vaccinaux', 'réseaux', 'virus', 'podcasts', 'jeux', 'festivaux']
    """
    if singular[-1] in "sxz":
        return singular
    if singular.endswith("al"):
        return singular[:-2] + "aux"
    if singular.endswith(("eau", "eu", "œu")):
        return singular + "x"
    return singular + "s"


# -- numerals --

_UNITS = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
).split()
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
_SWISS = {70: "septante", 80: "huitante", 90: "nonante"}


def _below_hundred() -> Iterator[str]:
    yield from _UNITS[1:]
    for value, ten in {**_TENS, **_SWISS}.items():
        yield ten
        yield from (f"{ten}-{unit}" for unit in _UNITS[1:9])
        yield from (f"{ten}-et-un", f"{ten}-et-une")
        if value == 60:
            yield "soixante-et-onze"
            yield from (f"{ten}-{unit}" for unit in _UNITS[9:])
    yield from (f"quatre-vingt-{unit}" for unit in (*_UNITS, "une"))


def cardinals() -> Iterator[str]:
    """Cardinals written as one word or with hyphens, from two to ninety-nine.

    >>> numbers = list(cardinals())
    >>> "vingt-et-un" in numbers, "quatre-vingt-dix-sept" in numbers, "soixante-douze" in numbers
    (True, True, True)
    """
    yield from _below_hundred()
    yield "octante"
