"""French word formation used when the lexicon is compiled (never at run time).

Pure functions on spellings: œ ligatures, the 1990 rectifications, numerals, and the inflection of
the hand-written supplement. They know nothing of files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

__all__ = [
    "cardinals",
    "conjugate",
    "feminine",
    "ligature",
    "plural",
    "reformed",
    "supplement",
]

# -- œ --

# DELA spells œ as "oe". "oeu" is œ everywhere but in "proeutectique" and the like; the other œ
# stand in words from Greek, which are few enough to name. Left out on purpose, because they have
# two syllables or are spelt both ways: moelle, poêle, coexister, foehn, loess, goethite.
_LIGATURE = re.compile(
    r"oe(?=u(?!tect|rop))"
    r"|(?:^|(?<=-))oe(?=il|[cdnst])"
    r"|(?<=\bf)oe(?=t[aiou])"
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

# The circumflex that tells two words apart, or two tenses, stays. The second half of the list may
# lose it since 1990, but then reads as another word (faîte, faite): not worth the ambiguity.
_KEEPS_CIRCUMFLEX = re.compile(
    r"(?:.*devoir|redû|dû|indû|mûr|sûr|jeûner?|.*croître|crû|recrû|mû|.*mouvoir|être|avoir"
    r"|faîte|mûre|soûl|croît|décroît|boîteux)$"
)
_ENDING_TENSES = re.compile(r"ver:(?:ps:[12]p|subi:3s)")
_ENDING = re.compile(r"(?<=[îû])n?(?:mes|tes|t)$")
_NO_CIRCUMFLEX = str.maketrans("îû", "iu")

_CLUSTER = r"(?:[bcdfgklpstv]?[lr]|gn|gu|qu|ch|ph|th|[bcdfgjklmnpqrstvxz])"
_FUTURE = re.compile(rf"é({_CLUSTER}er)(?=(?:ai|as|a|ons|ez|ont|ais|ait|ions|iez|aient)$)")
_E_ACUTE_VERB = re.compile(rf"é{_CLUSTER}er$")
# é that is said è before a mute e, outside verbs. Stems, not words: whole families follow.
_OPEN_E = re.compile(
    r"(?<=\bév)é(?=ne)|(?<=r)é(?=glement)|(?<=cr)é(?=merie)|(?<=c)é(?=leri)|(?<=s)é(?=cher(?:ess|ie))"
    r"|(?<=all)é(?=gement)|(?<=all)é(?=grement)|(?<=abr)é(?=gement)|(?<=h)é(?=bétement)"
    r"|(?<=empi)é(?=tement)|(?<=cr)é(?=nel)|(?<=f)é(?=verole)|(?<=v)é(?=nerie)"
)

_DOUBLED = re.compile(r"e(ll|tt)(?=(?:e|es|ent|er(?:ai|as|a|ons|ez|ont|ais|ait|ions|iez|aient))$)")
_KEEPS_DOUBLED = re.compile(r"(?:appeler|jeter)$")


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
    >>> reformed("tînt", "ver:subi:3s", "tenir"), reformed("vînmes", "ver:ps:1p", "venir")
    ('tînt', 'vînmes')
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
    (re.compile(r"e$"), "e"),
    (re.compile(r"teur$"), "trice"),
    (re.compile(r"eur$"), "euse"),
    (re.compile(r"eux$"), "euse"),
    (re.compile(r"(?<=[iyé])en$"), "enne"),
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
    if singular[-1] in "sxz" or singular.isupper():
        return singular
    if singular.endswith("al"):
        return singular[:-2] + "aux"
    if singular.endswith(("eau", "eu", "œu")):
        return singular + "x"
    return singular + "s"


# -- conjugation of the supplement --

# Endings of the first group; "." marks the persons whose stem bears the stress.
_FIRST_GROUP = {
    "inf": "er",
    "ppr": "ant",
    "pres:1s pres:3s subp:1s subp:3s imp:2s": ".e",
    "pres:2s subp:2s": ".es",
    "pres:3p subp:3p": ".ent",
    "pres:1p imp:1p": "ons",
    "pres:2p imp:2p": "ez",
    "impf:1s impf:2s": "ais",
    "impf:3s": "ait",
    "impf:1p subp:1p": "ions",
    "impf:2p subp:2p": "iez",
    "impf:3p": "aient",
    "ps:1s": "ai",
    "ps:2s": "as",
    "ps:3s": "a",
    "ps:1p": "âmes",
    "ps:2p": "âtes",
    "ps:3p": "èrent",
    "fut:1s": ".erai",
    "fut:2s": ".eras",
    "fut:3s": ".era",
    "fut:1p": ".erons",
    "fut:2p": ".erez",
    "fut:3p": ".eront",
    "cond:1s cond:2s": ".erais",
    "cond:3s": ".erait",
    "cond:1p": ".erions",
    "cond:2p": ".eriez",
    "cond:3p": ".eraient",
    "subi:1s": "asse",
    "subi:2s": "asses",
    "subi:3s": "ât",
    "subi:1p": "assions",
    "subi:2p": "assiez",
    "subi:3p": "assent",
    "pp:ms": "é",
    "pp:mp": "és",
    "pp:fs": "ée",
    "pp:fp": "ées",
}
_STRESSED = (
    (re.compile(r"é(?=[^aeiouéè]{1,2}u?$)"), "è"),
    (re.compile(r"(?<=[^aeiou])e(?=[^aeioux]$)"), "è"),
    (re.compile(r"(?<=[ou])y$"), "i"),
)


def _stressed(stem: str) -> str:
    for pattern, replacement in _STRESSED:
        stem = pattern.sub(replacement, stem)
    return stem


def _joined(stem: str, ending: str) -> str:
    """The stem before its ending: placer, nous plaçons; manger, nous mangeons."""
    if ending[0] in "aoâ":
        if stem.endswith("c"):
            return stem[:-1] + "ç" + ending
        if stem.endswith("g"):
            return stem + "e" + ending
    return stem + ending


def conjugate(infinitive: str) -> Iterator[tuple[str, str]]:
    """The (form, tag) of a verb in -er.

    >>> forms = dict((tag, form) for form, tag in conjugate("partager"))
    >>> forms["ver:pres:1p"], forms["ver:fut:3s"], forms["ver:pp:fp"]
    ('partageons', 'partagera', 'partagées')
    """
    stem = infinitive[:-2]
    for tags, ending in _FIRST_GROUP.items():
        form = _joined(_stressed(stem) if ending[0] == "." else stem, ending.lstrip("."))
        yield from ((form, f"ver:{tag}") for tag in tags.split())


# -- rows of the supplement --


def _declined(masculine: str, fem: str, pos: str) -> Iterator[tuple[str, str]]:
    for gender, word in (("m", masculine), ("f", fem)):
        singular, _, many = word.partition("|")
        yield singular, f"{pos}:{gender}s"
        yield many or plural(singular), f"{pos}:{gender}p"


def _both_genders(word: str, pos: str) -> Iterator[tuple[str, str]]:
    masculine, _, fem = word.partition("/")
    return _declined(masculine, fem or feminine(masculine), pos)


def _one_gender(word: str, gender: str) -> Iterator[tuple[str, str]]:
    singular, _, many = word.partition("|")
    yield singular, f"nom:{gender}s"
    yield many or plural(singular), f"nom:{gender}p"


def _invariable(word: str, *tags: str) -> Iterator[tuple[str, str]]:
    return ((word, tag) for tag in tags)


_ADJECTIVE = ("adj:ms", "adj:fs", "adj:mp", "adj:fp")


def supplement(code: str, word: str) -> Iterator[tuple[str, str, str]]:
    """The (form, tag, lemma) of a word of the tables, by its code (see ``modern.tsv``).

    >>> list(supplement("nm", "réseau"))
    [('réseau', 'nom:ms', 'réseau'), ('réseaux', 'nom:mp', 'réseau')]
    >>> [form for form, _, _ in supplement("n", "auteur/autrice")]
    ['auteur', 'auteurs', 'autrice', 'autrices']
    """
    lemma = re.split(r"[/|]", word, maxsplit=1)[0]
    for form, tag in _forms(code, word):
        yield form, tag, lemma


def _forms(code: str, word: str) -> Iterator[tuple[str, str]]:
    match code:
        case "nm" | "nf":
            return _one_gender(word, code[1])
        case "n":
            return _both_genders(word, "nom")
        case "a":
            return _both_genders(word, "adj")
        case "an":
            return chain(_both_genders(word, "adj"), _both_genders(word, "nom"))
        case "as":
            plurals = _invariable(plural(word), "adj:mp", "adj:fp")
            return chain(_invariable(word, *_ADJECTIVE), plurals)
        case "ai":
            return _invariable(word, *_ADJECTIVE)
        case "ni":
            return _invariable(word, "nom:ms", "nom:mp")
        case "v":
            return conjugate(word)
        case "adv" | "int" | "pref" | "prep":
            return _invariable(word, code)
    raise ValueError(f"unknown code {code!r} for {word!r}")


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
