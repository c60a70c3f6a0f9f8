"""Persons, endings and subjects: what the rules of conjugation ask of a verb."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

from frclean.language.analysis import Analysis, Token
from frclean.language.lexicon import Lexicon, Reading, lexicon
from frclean.later import later

__all__ = [
    "CLITICS",
    "agreeing",
    "chance",
    "conjugated",
    "group_start",
    "infinitive",
    "is_clause_start",
    "persons",
    "sound",
    "subjunctive",
    "tenses",
]

#: Tenses that have a subject, in the order in which a repair is likely.
TENSES = ("pres", "impf", "fut", "cond", "ps", "subp", "subi")
_FORMS = frozenset(TENSES)

#: What may stand between a subject and its verb.
CLITICS = frozenset("ne n' me m' te t' se s' le la l' les lui leur nous vous y en".split())


def persons(token: Token) -> frozenset[str]:
    """The persons its finite readings may have, as ``"3s"``; imperatives are left out."""
    return _persons(token.lower)


@functools.lru_cache(maxsize=1 << 13)
def _persons(word: str) -> frozenset[str]:
    return frozenset(r.person + r.number for r in lexicon().readings(word) if _is_finite(r))


def _is_finite(reading: Reading) -> bool:
    return reading.pos == "ver" and reading.tense in _FORMS


def tenses(token: Token) -> tuple[str, ...]:
    """The tenses of its finite readings, the likeliest first."""
    have = {r.tense for r in token.readings if _is_finite(r)}
    return tuple(tense for tense in TENSES if tense in have)


def agreeing(token: Token, person: str) -> tuple[str, ...]:
    """The forms of its verb in its own tense that agree with ``person`` ("3p"), best first.

    What sounds like the word written comes first: that is how such errors are made.
    """
    readings = [r for r in token.readings if _is_finite(r)]
    readings = readings or [r for r in token.readings if r.pos == "ver" and r.tense == "imp"]
    plain = [r for r in readings if r.tense not in ("subp", "subi")]
    unreal = [r for r in readings if r.tense in ("subp", "subi")]
    found = [
        form
        for group in (plain, unreal)
        for form in _ranked(
            token, (_forms(token, r.lemma, r.tense, person) for r in _in_order(group))
        )
    ]
    return tuple(dict.fromkeys(found))[:4]


def conjugated(
    token: Token, person: str, wanted: Iterable[str] = ("pres", "impf")
) -> tuple[str, ...]:
    """The forms of its verb in some tenses, whatever its own: « manger » gives « mange »."""
    lemmas = dict.fromkeys(r.lemma for r in token.readings if r.pos == "ver")
    forms = [_forms(token, lemma, tense, person) for tense in wanted for lemma in lemmas]
    return _ranked(token, forms)


def subjunctive(token: Token, person: str) -> tuple[str, ...]:
    """The subjunctive for an indicative: present first, then the one of its own time."""
    found = []
    for reading in _in_order([r for r in token.readings if _is_finite(r)]):
        found.append(_forms(token, reading.lemma, "subp", person))
        if reading.tense in ("ps", "impf"):
            found.append(_forms(token, reading.lemma, "subi", person)[:1])
    return tuple(dict.fromkeys(form for forms in found for form in forms))


def infinitive(token: Token) -> tuple[str, ...]:
    """The infinitive of its verb; that which sounds like it first."""
    lemmas = dict.fromkeys(r.lemma for r in token.readings if r.pos == "ver")
    forms = [_words(token).inflect(lemma, "ver", tense="inf")[:1] for lemma in lemmas]
    return _ranked(token, forms)


def _in_order(readings: list[Reading]) -> list[Reading]:
    return sorted(readings, key=lambda r: (*TENSES, "imp").index(r.tense))


def _words(token: Token) -> Lexicon:
    return token.analysis.analyser.lexicon


def _forms(token: Token, lemma: str, tense: str, person: str) -> tuple[str, ...]:
    tense = "pres" if tense == "imp" else tense
    return _words(token).inflect(lemma, "ver", tense=tense, person=person[0], number=person[1])


def _ranked(token: Token, groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    forms = list(dict.fromkeys(form for group in groups for form in group if form != token.lower))
    if len(forms) > 1:
        mine = sound(token.lower)
        words = _words(token)
        commonest = max(map(words.frequency, forms))
        # A form 1,000 times rarer than another (« enverre » for « enverrez ») is not meant.
        forms = [form for form in forms if words.frequency(form) > commonest - 84]
        forms.sort(key=lambda form: sound(form) != mine)
    return tuple(forms[:4])


_SILENT = (
    (later(r"(?:aient|ais|ait)$"), "è"),
    (later(r"(?:er|ez|ées|ée|és|é)$"), "é"),
    (later(r"(?:ent|es|e)$"), ""),
    (later(r"(?:[stdx]|ts|ds|ps)$"), ""),
)


def sound(form: str) -> str:
    """A verb form without the endings that are not heard."""
    for ending, heard in _SILENT:
        short = ending.sub(heard, form)
        if short != form:
            return short
    return form


def group_start(analysis: Analysis, index: int) -> int:
    """Where the verb's group begins: its negation and pronouns stand before it."""
    start = index
    clitic = analysis.analyser.clause["clitic"]
    while start > 0 and index - start < 5 and analysis.holds(start - 1, clitic):
        if analysis.token(start - 1).lower not in CLITICS:
            break
        start -= 1
    return start


_OPENING_SIGNS = frozenset("¶.!?…:;(«“–—•") | {"...", "-", "?!", "!!"}


def is_clause_start(analysis: Analysis, index: int) -> bool:
    """True if a sentence begins with token ``index``, or what is in brackets or quotes."""
    return index <= 1 or analysis.token(index - 1).form in _OPENING_SIGNS


def chance(token: Token, pos: str) -> float:
    """How probable a part of speech is here (see :meth:`Analysis.chance`)."""
    return token.analysis.chance(token.index, pos)


def finite_chance(token: Token) -> float:
    """How probable it is that a token is a finite verb here."""
    return sum(chance(token, f"ver:{tense}") for tense in (*TENSES, "imp"))


def words_between(analysis: Analysis, start: int, end: int) -> Iterator[Token]:
    """Tokens ``start`` to ``end`` (not included)."""
    return (analysis.token(index) for index in range(max(0, start), end))
