"""Sentence frames: which tables a sentence draws from, and how the words are put together.

A frame is data and one small function. Agreement is not checked but built: a subject brings its
gender and number, a verb all its forms. The first frame is the shortest, and every table starts
with its plainest words, so that a failing text shrinks to « Le maire défend le projet. »
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from frclean.language.lexicon import lexicon
from frclean.testing.vocabulary import (
    FUTURE,
    NAMES,
    PAST,
    TOWNS,
    NounGroup,
    Verb,
    elided,
    groups,
    verbs,
    with_a,
    with_de,
)

__all__ = ["Frame", "frames", "headlines"]

_NBSP = "\N{NO-BREAK SPACE}"
_ROLES = ("maire", "députée", "adjointe au maire", "porte-parole", "chef de projet")
_MONTHS = ("deux mois", "trois semaines", "dix-huit mois", "six jours", "un an", "quarante ans")
_AMOUNTS = (
    "3 millions", "12,5 millions", "850 000", "1,2 milliard", "60 000", "7,25 millions",
)  # fmt: skip
_ADDRESSES = (
    "www.exemple.fr", "https://www.exemple.fr/projet?page=2", "exemple.org/rapport-2021",
    "https://exemple.org/a/b.html#plan",
)  # fmt: skip
_HOURS = ("18 h", "9 h 30", "14 h 15", "20 h")


class Frame(NamedTuple):
    """The tables a sentence draws from, one entry of each, and what makes the sentence of them."""

    name: str
    tables: tuple[Sequence[Any], ...]
    build: Callable[..., str]

    def __repr__(self) -> str:
        return f"<frame {self.name}>"

    def sentence(self, *indexes: int) -> str:
        """The sentence with these entries, its first letter a capital.

        An index holds one entry of as many tables as fit in :data:`MOST` (see ``sizes``).
        """
        entries: list[Any] = []
        for index, tables in zip(indexes, _packs(self.tables), strict=True):
            for table in tables:
                index, place = divmod(index, len(table))  # noqa: PLW2901
                entries.append(table[place])
        return capitalised(self.build(*entries))

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many values each index of ``sentence`` has."""
        return tuple(math.prod(map(len, tables)) for tables in _packs(self.tables))


#: Hypothesis draws uniformly up to here, and prefers small numbers in wider ranges.
MOST = 1 << 24


def _packs(tables: Sequence[Sequence[Any]]) -> list[list[Sequence[Any]]]:
    """``tables`` in order, as many to a pack as one index can choose from."""
    packs: list[list[Sequence[Any]]] = [[]]
    size = 1
    for table in tables:
        size *= len(table)
        if size > MOST:
            packs.append([])
            size = len(table)
        packs[-1].append(table)
    return packs


def capitalised(text: str) -> str:
    """``text`` with its first letter, which may stand behind a quotation mark, as a capital.

    >>> capitalised("l’école"), capitalised("« oui »")
    ('L’école', '« Oui »')
    """
    for i, letter in enumerate(text):
        if letter.isalpha():
            return text[:i] + letter.upper() + text[i + 1 :]
    return text


def _present(who: NounGroup, verb: Verb, what: NounGroup) -> str:
    return f"{who.text} {verb.present[who.number]} {what.text}."


def _perfect(who: NounGroup, verb: Verb, what: NounGroup, when: str) -> str:
    return f"{who.text} {verb.perfect(who.number)} {what.text} {when}."


def _when_first(when: str, who: NounGroup, verb: Verb, what: NounGroup) -> str:
    return f"{when}, {who.text} {verb.perfect(who.number)} {what.text}."


def _future(who: NounGroup, verb: Verb, what: NounGroup, when: str) -> str:
    return f"{who.text} {verb.future[who.number]} {what.text} {when}."


def _report(who: NounGroup, saying: Verb, other: NounGroup, verb: Verb, what: NounGroup) -> str:
    clause = f"{other.text} {verb.future[other.number]} {what.text}"
    return f"{who.text} {saying.present[who.number]} {elided('que', clause)}{clause}."


def _passive(place: NounGroup, verb: Verb, when: str) -> str:
    be = {"s": "sera", "p": "seront"}[place.number]
    return f"{place.text} {be} {verb.participle[place.gender + place.number]} {when}."


def _agent(what: NounGroup, verb: Verb, who: NounGroup) -> str:
    be = {"s": "a été", "p": "ont été"}[what.number]
    return f"{what.text} {be} {verb.participle[what.gender + what.number]} par {who.text}."


def _quotation(what: NounGroup, verb: Verb, saying: Verb, name: str) -> str:
    be = {"s": "sera", "p": "seront"}[what.number]
    said = capitalised(f"{what.text} {be} {verb.participle[what.gender + what.number]}")
    return f"«{_NBSP}{said}{_NBSP}», {saying.present['s']} {name}."


def _apposition(name: str, role: str, town: str, verb: Verb, what: NounGroup) -> str:
    return f"{name}, {role} {elided('de', town)}{town}, {verb.present['s']} {what.text}."


def _amount(what: NounGroup, amount: str, when: str) -> str:
    reach = {"s": "atteindra", "p": "atteindront"}[what.number]
    euros = "d’euros" if "mill" in amount else "euros"
    return f"{what.text} {reach} {amount} {euros} {when}."


def _closed(place: NounGroup, verb: Verb, months: str) -> str:
    stay = {"s": "restera", "p": "resteront"}[place.number]
    return f"{place.text} {stay} {verb.participle[place.gender + place.number]} pendant {months}."


def _according(who: NounGroup, other: NounGroup, verb: Verb, what: NounGroup) -> str:
    return f"selon {who.text}, {other.text} {verb.present[other.number]} {what.text}."


def _negation(who: NounGroup, verb: Verb, what: NounGroup) -> str:
    have = {"s": "n’a pas", "p": "n’ont pas"}[who.number]
    return f"{who.text} {have} {verb.participle['ms']} {what.text}."


def _address(what: NounGroup, address: str) -> str:
    be = {"s": "est", "p": "sont"}[what.number]
    published = {"ms": "publié", "fs": "publiée", "mp": "publiés", "fp": "publiées"}
    return f"{what.text} {be} {published[what.gender + what.number]} sur {address} depuis hier."


def _contrast(who: NounGroup, verb: Verb, what: NounGroup, other: NounGroup, second: Verb) -> str:
    it = {"ms": "le", "fs": "la", "mp": "les", "fp": "les"}[what.gender + what.number]
    form = second.present[other.number]
    it = f"{it[0]}’" if it != "les" and form[0] in "aeéêèiou" else f"{it} "
    return f"{_present(who, verb, what)[:-1]}, mais {other.text} {it}{form}."


def _purpose(what: NounGroup, verb: Verb, who: NounGroup, second: Verb, other: NounGroup) -> str:
    return f"pour {verb.lemma} {what.text}, {_present(who, second, other)}"


def _duty(who: NounGroup, verb: Verb, what: NounGroup, when: str) -> str:
    must = {"s": "doit", "p": "doivent"}[who.number]
    return f"{who.text} {must} {verb.lemma} {what.text} {when}."


def _question(who: NounGroup, verb: Verb, what: NounGroup) -> str:
    pronoun = {"ms": "il", "fs": "elle", "mp": "ils", "fp": "elles"}[who.gender + who.number]
    form = verb.future[who.number]
    inverted = f"{form}-t-{pronoun}" if who.number == "s" else f"{form}-{pronoun}"
    return f"{who.text} {inverted} {what.text}{_NBSP}?"


def _impersonal(verb: Verb, what: NounGroup, when: str) -> str:
    return f"il faudra {verb.lemma} {what.text} {when}."


def _subjunctive(who: NounGroup, other: NounGroup, verb: Verb, what: NounGroup) -> str:
    ask = {"s": "demande", "p": "demandent"}[who.number]
    clause = f"{other.text} {verb.subjunctive[other.number]} {what.text}"
    return f"{who.text} {ask} {elided('que', clause)}{clause}."


def _meeting(who: NounGroup, other: NounGroup, hour: str, town: str) -> str:
    await_ = {"s": "parlera", "p": "parleront"}[who.number]
    return f"{who.text} {await_} {with_a(other.text)} {elided('de', town)}{town} à {hour}."


def _possession(what: NounGroup, who: NounGroup, verb: Verb, when: str) -> str:
    be = {"s": "a été", "p": "ont été"}[what.number]
    participle = verb.participle[what.gender + what.number]
    return f"{what.text} {with_de(who.text)} {be} {participle} {when}."


def _definite(found: Sequence[NounGroup]) -> tuple[NounGroup, ...]:
    """Those with le, la, les: after « ne … pas », un would have to be de."""
    return tuple(group for group in found if group.text.startswith(("le ", "la ", "les ", "l’")))


def _verbs_alone(found: Sequence[Verb]) -> tuple[Verb, ...]:
    """Those whose present is no noun: « les critique » can be misread."""
    known = lexicon()
    return tuple(
        verb
        for verb in found
        if all(
            reading.pos == "ver"
            for form in verb.present.values()
            for reading in known.readings(form)
        )
    )


@functools.cache
def frames() -> tuple[Frame, ...]:
    """All frames, the shortest sentences first."""
    people, bodies, things = groups("people"), groups("bodies"), groups("things")
    places, sums = groups("places"), groups("sums")
    act, say, close = verbs("active"), verbs("saying"), verbs("closing")
    return (
        Frame("present", (people, act, things), _present),
        Frame("body", (bodies, act, things), _present),
        Frame("perfect", (people, act, things, PAST), _perfect),
        Frame("passive", (places, close, FUTURE), _passive),
        Frame("negation", (bodies, act, _definite(things)), _negation),
        Frame("question", (_definite(people), act, _definite(things)), _question),
        Frame("closed", (places, close[:1], _MONTHS), _closed),
        Frame("when", (PAST, bodies, act, things), _when_first),
        Frame("future", (bodies, act, things, FUTURE), _future),
        Frame("agent", (_definite(things), act, people), _agent),
        Frame("amount", (sums, _AMOUNTS, FUTURE), _amount),
        Frame("impersonal", (close, places, FUTURE), _impersonal),
        Frame("duty", (people, act, things, FUTURE), _duty),
        Frame("quotation", (_definite(things), act, say, NAMES), _quotation),
        Frame("apposition", (NAMES, _ROLES[:1], TOWNS, act, things), _apposition),
        Frame("report", (bodies, say, people, act, things), _report),
        Frame("according", (people, bodies, act, things), _according),
        Frame("address", (_definite(things), _ADDRESSES), _address),
        Frame("contrast", (bodies, act, _definite(things), people, _verbs_alone(act)), _contrast),
        Frame("purpose", (_definite(things), act, bodies, act, things), _purpose),
        Frame("subjunctive", (bodies, people, act, things), _subjunctive),
        Frame("meeting", (people, _definite(people), _HOURS, TOWNS), _meeting),
        Frame("possession", (_definite(things), _definite(bodies), act, PAST), _possession),
    )


def _headline(town: str, who: NounGroup, verb: Verb, what: NounGroup) -> str:
    return f"{town}{_NBSP}: {who.text} {verb.present[who.number]} {what.text}"


@functools.cache
def headlines() -> Frame:
    """The frame of titles: « Lyon : la ville défend le projet »."""
    tables = (TOWNS, groups("bodies"), verbs("active"), groups("things"))
    return Frame("headline", tables, _headline)
