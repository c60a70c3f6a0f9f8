"""Words that no dictionary lists and that are words all the same.

French makes words every day: « rétropédaler », « antisystème », « politico-judiciaire »,
« macronien ». And a text holds much that is no French word and no mistake either: « cm² »,
« XVe », « señora ». :func:`standing` tells them from what may be a slip of the pen.

>>> from frclean.language.lexicon import lexicon
>>> [standing(word, lexicon()) for word in ("señora", "plein-air", "rétropédaler", "anarchike")]
['good', 'good', 'made', '']
"""

from __future__ import annotations

import functools

from frclean.language.lexicon import Lexicon
from frclean.later import later

__all__ = ["PREFIXES", "is_listed", "standing"]

#: What may stand before a word, with a hyphen or without.
_PREFIXES = tuple(
    sorted(
        """aéro agri agro allo anglo anti archi arrière audio auto avant bi bio calci cardio centi
        chimio chrono ciné co contre cryo crypto cyber cyto déca déci dé dés demi dermato dis e éco
        électro en entre équi euro ex extra ferro franco gastro géo germano hecto hélio hémi hémo
        hétéro hippo hispano histo homo hydro hyper hypo immuno in im infra inter intra iso italo
        judéo kilo latino macro magnéto mal maxi mé méga méta mi micro milli mini mono morpho multi
        nano narco néo nécro neuro non nord oligo omni ostéo ouest outre paléo pan para pédo péri
        pétro pharmaco phono photo physico pluri pneumo politico poly post pré presque primo pro
        proto pseudo psycho quasi radio re ré rétro sans semi simili socio sous sub sud super supra
        sur syn techno télé théo thermo trans tri turbo ultra uni vélo vice vidéo xéno""".split(),
        key=len,
        reverse=True,
    )
)
#: With their hyphens.
PREFIXES = tuple(f"{prefix}-" for prefix in _PREFIXES if len(prefix) > 1)
_SHORT = frozenset(("bi co dé dés e en ex im in mi mé pro re ré tri uni dis iso sur non").split())

#: Endings that make new words, each with what may end the word it is made of.
_SUFFIXES = (
    ("isation", ("", "e", "ique", "al", "iser")),
    ("isations", ("", "e", "ique", "al")),
    ("isme", ("", "e", "ique", "iste", "er", "o", "a")),
    ("ismes", ("", "e", "ique", "iste")),
    ("iste", ("", "e", "isme", "ie", "er", "o", "a")),
    ("istes", ("", "e", "isme", "ie", "er", "o", "a")),
    ("able", ("er", "e", "ir")),
    ("ables", ("er", "e", "ir")),
    ("abilité", ("able",)),
    ("ibilité", ("ible",)),
    ("ement", ("", "e", "er")),
    ("ements", ("er",)),
    ("ment", ("e", "é", "i", "u")),
    ("amment", ("ant",)),
    ("emment", ("ent",)),
    ("ité", ("", "e", "al", "el")),
    ("ités", ("", "e")),
    ("age", ("er", "e", "")),
    ("ages", ("er", "e", "")),
    ("eur", ("er", "e")),
    ("eurs", ("er", "e")),
    ("euse", ("er", "eur")),
    ("euses", ("er", "eur")),
    ("ateur", ("er", "ation")),
    ("atrice", ("er", "ation")),
    ("ien", ("", "e", "ie", "ique")),
    ("iens", ("", "e", "ie", "ique")),
    ("ienne", ("", "e", "ie", "ique")),
    ("iennes", ("", "e", "ie", "ique")),
    ("esque", ("", "e", "o", "er")),
    ("esques", ("", "e", "o")),
    ("ette", ("", "e")),
    ("ettes", ("", "e")),
    ("erie", ("er", "e", "")),
    ("eries", ("er", "e", "")),
    ("iser", ("", "e", "ique", "al")),
    ("isé", ("", "e", "ique", "al")),
    ("isés", ("", "e", "ique", "al")),
    ("isée", ("", "e", "ique", "al")),
    ("isées", ("", "e", "ique", "al")),
    ("phobe", ("", "e", "o")),
    ("phobes", ("", "e", "o")),
    ("phobie", ("", "e", "o")),
    ("phile", ("", "e", "o")),
    ("philes", ("", "e", "o")),
    ("ième", ("", "e")),
)
#: People of a place, followers of a person, substances: nobody lists them all.
_NAMED_AFTER = later(
    r"[\w-]{3,}(?:ais|aises?|ois|oises?|iens?|iennes?|éens?|éennes?|istes?|ismes?|esques?|ards?)$"
)
_SUBSTANCE = later(
    r"\w{4,}(?:ine|ines|ases?|oses?|ates?|ates|ides?|ols?|ones?|amides?|mabs?|ibs?|azoles?"
    r"|oïdes?|vir|statines?|prils?|sartans?|lactones?|logie|logies|logiques?|thérapies?|scopies?"
    r"|pathies?|ectomies?|graphies?|métries?|métriques?|cytes?|gènes?|trophies?|émies?|uries?)$"
)
_LATIN = later(r"[a-z]+(?:orum|arum|ibus|ensis|aceae|ae|ii|ius|um|us)$")
_ROMAN = later(
    r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?:e|es|ème|èmes|er|ère)?$"
)
_FRENCH_LETTERS = later(r"[a-zàâçéèêëîïôöùûüÿœæ'-]+$")
_LINK = later(r"(?:et|de|du|des|d|en|à|au|aux|la|le|les|l|par|sur|sous|y|a|t|ci|là)$")
_LENGTHENED = later(r"([aeiouyéèàh])\1\1|([b-z])\2\2\2|^([b-z])\3\3")
_NO_FRENCH = later(
    r"[kw](?:[kwh]|[bcdfgpt])|sh|th$|ck|ow|oo|wh|gh|ing$|ings$|zz[aeio]|cz|sz|ij$|[jqv]$|aa|ae$"
    r"|ii|uu|qh|hj|kh|dj|tz|tch[aeiou]$|(?:y|ey)$|[bcdfghjklmnpqrstvwxz]{5}|^[bcdfghjklmnpqrstvwxz]{4}"
)


@functools.lru_cache(1 << 13)
def standing(word: str, known: Lexicon) -> str:
    """What speaks for a lower-case word that is not in the lexicon.

    "good": it is none of our business. "made": it is regularly made. "kind": it is of a kind that
    is never listed: substances, inhabitants. "odd": it does not look French. "": nothing.
    """
    if len(word) < 3 or "'" in word or not _FRENCH_LETTERS.match(word):
        return "good"
    if _ROMAN.match(word) or _LENGTHENED.search(word):
        return "good"
    if "-" in word:
        return _standing_of_compound(word, known)
    if _is_inflected(word, known):
        return "good"
    if _is_derived(word, known):
        return "made"
    if _NO_FRENCH.search(word):
        return "odd"
    if _NAMED_AFTER.match(word) or _SUBSTANCE.match(word) or _LATIN.match(word):
        return "kind"
    return ""


def _standing_of_compound(word: str, known: Lexicon) -> str:
    parts = [part for part in word.split("-") if part]
    if not parts:
        return "good"
    *first, last = parts
    if all(_is_part(part, known) or part.endswith("o") for part in first) and _is_part(last, known):
        return "good"
    return "made" if any(_is_part(part, known) and len(part) > 3 for part in parts) else "odd"


def _is_part(part: str, known: Lexicon) -> bool:
    return (
        part in known
        or len(part) < 3
        or part in _PREFIXES
        or known.is_proper(part.capitalize())
        or known.seen_elsewhere(part) > 0
        or _is_derived(part, known)
    )


def _is_inflected(word: str, known: Lexicon) -> bool:
    """True for inflections that dictionaries refuse: « fantasmées », « handicapantes »."""
    for ending, base in _INFLECTIONS:
        if word.endswith(ending) and len(word) > len(ending) + 3:
            if base == "ant" and word.replace("ante", "ente") in known:
                return False
            stem = word[: len(word) - len(ending)] + base
            tense = "ppr" if base == "ant" else "pp" if base == "é" else ""
            for reading in known.readings(stem):
                if reading.tense == tense and (tense or reading.pos in ("nom", "adj")):
                    return True
    return False


_INFLECTIONS = (("ées", "é"), ("ée", "é"), ("és", "é"), ("antes", "ant"), ("ante", "ant"))


def _is_derived(word: str, known: Lexicon) -> bool:
    return _has_prefix(word, known) or _has_suffix(word, known)


def _has_prefix(word: str, known: Lexicon) -> bool:
    for prefix in _PREFIXES:
        if not word.startswith(prefix):
            continue
        rest = word[len(prefix) :]
        least = 5 if prefix in _SHORT else 4
        if prefix in ("re", "dé", "pro", "tri") and rest[:2] == "ss":
            rest = rest[1:]
        if len(rest) >= least and known.frequency(rest) >= 60 and _is_open(rest, known):
            return True
    return False


def _is_open(word: str, known: Lexicon) -> bool:
    """True for a noun, adjective, verb or adverb: what prefixes go with."""
    return any(reading.pos in ("nom", "adj", "ver") for reading in known.readings(word))


def _has_suffix(word: str, known: Lexicon) -> bool:
    for suffix, ends in _SUFFIXES:
        if not word.endswith(suffix):
            continue
        stem = word[: len(word) - len(suffix)]
        if len(stem) < 4:
            continue
        if any(_is_open(stem + end, known) and known.frequency(stem + end) >= 60 for end in ends):
            return True
        if known.is_proper(stem.capitalize()) or known.is_proper(stem.capitalize() + "e"):
            return True
    return False


_FLEXIONS = ("s", "x", "e", "es", "ne", "nes", "le", "les", "te", "tes")


def is_listed(word: str, words: frozenset[str]) -> bool:
    """True if ``word`` or what it is an inflection of is among a user's own words.

    >>> is_listed("blockchains", frozenset({"blockchain"})), is_listed("bloc", frozenset({"b"}))
    (True, False)
    """
    if not words:
        return False
    if word in words or word.lower() in words:
        return True
    return any(
        word.endswith(flexion) and word[: len(word) - len(flexion)] in words
        for flexion in _FLEXIONS
        if len(word) - len(flexion) > 2
    )
