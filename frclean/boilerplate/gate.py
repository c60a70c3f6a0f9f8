"""Says at a glance that a text has nothing to be looked at: most articles have not.

A page is judged only if one of its lines looks much like residue by itself (``judge.TRIGGER``),
and not by its size alone: it has a word, a phrase or a sign of web pages, a number, or signs.
Here each such line gets a *floor*: a score that its own score cannot be below, from its size, its
edges and the words of web pages in it. Features are computed only where the floor leaves a
doubt. Floors are sums of weights of the model, so they hold for any model.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from frclean.boilerplate.body import is_sentence
from frclean.boilerplate.features import (
    CHAR_STEPS,
    NOT_PLAIN,
    POINTERS,
    TOKEN_STEPS,
    WORD_STEPS,
    amounts,
    breaks,
    digit_names,
    edge_names,
    end_of,
    is_plain,
    numbers_first,
    persons,
    sign_names,
    start_of,
    step_of,
)
from frclean.boilerplate.header import BYLINE_STARTS, DATE_WORDS, byline_of
from frclean.boilerplate.judge import TRIGGER, is_loud, line_features
from frclean.boilerplate.lines import LONG, latin, letters
from frclean.boilerplate.model import Model, the_model
from frclean.boilerplate.templates import BETWEEN, match_line, phrase_parts
from frclean.boilerplate.words import ADDRESS, AGENCIES, ENGLISH, NETWORKS, SITE, STOP
from frclean.normalise.glance import unusual

__all__ = ["Gate", "the_gate"]

_ODD = frozenset(
    [
        *"æÆ\u200b\u02bc\u2018\u2011`´\u212a\u212b",
        *map(chr, (*range(0x100, 0x152), *range(0x154, 0x250), *range(0x1E00, 0x1F00))),
    ]
)
"""What ``fold`` makes letters or apostrophes of, but the table below does not."""
_COLON = b"\xa6"
_MARKS = b"0123456789|>@/\xb7\xbb\xa9" + _COLON
_NO_MARKS = bytes(code for code in range(256) if code not in _MARKS and code != ord("\n"))


def _folded(text: str) -> bytes:
    return letters(latin(text))


def _marks(text: bytes) -> bytes:
    """The signs that web pages are full of; colons and closing quotes only inside a line."""
    text = text.replace(b": ", _COLON).replace(b"\xbb\n", b"\n")
    return text.translate(None, _NO_MARKS)


def _tokens(words: Iterable[str]) -> frozenset[bytes]:
    return frozenset(token for word in words for token in _folded(word).split())


_BYLINE_TOKENS = frozenset(_folded(start).strip() for start in BYLINE_STARTS)


class Gate:
    """The floors that a model gives, and the words without which no phrase is known."""

    def __init__(self, model: Model) -> None:
        low = _Lowest(model)
        self._model = model
        self._phrases = _Phrases()
        self._sound = low.of_plain_lines() >= TRIGGER
        self._chars = [low.exact(f"chars={step_of(n, CHAR_STEPS)}") for n in range(LONG + 1)]
        self._costs, self._first_costs = low.of_costs(), low.of_first()
        self._byline, self._colon = low.of("byline"), low.of("colon inside")
        self._bars = low.of_all("bars=", "breadcrumb", "mail", "copyright", "barred name")
        self._digits = low.of_all("bibliography", "quantity")
        self._date = low.of("has date")
        self._low = low
        #: The lines of the last text that was found quiet.
        self._quiet = _NONE
        #: Lines that were found to be none.
        self._loud = _NONE
        self._touchy = _Touchy()
        self._looks: dict[tuple[str, str, int, int, int, int], _Looks] = {}

    def passes(self, text: str) -> bool:
        """True if no line of ``text`` looks like residue by itself; False if one may."""
        if not self._sound:
            return False
        stripped = map(str.strip, text.split("\n"))
        short = [line for line in stripped if line and len(line) <= LONG]
        # A text is asked again after each change: most of its lines are the same.
        lines = [line for line in short if line not in self._quiet]
        if not self._loud.isdisjoint(lines) or (lines and any(self._loud_among(lines))):
            return False
        self._quiet = frozenset(short)
        return True

    def loud_lines(self, lines: Iterable[str]) -> frozenset[str]:
        """Those of some stripped lines that look like residue by themselves."""
        short = frozenset(line for line in lines if line and len(line) <= LONG)
        if not self._sound:
            return frozenset(filter(self._is_loud, short))
        loud = frozenset(self._loud_among(list(short - self._quiet)))
        self._quiet = short - loud
        return loud

    def _is_loud(self, line: str) -> bool:
        return is_loud(line_features(line, self._model))

    def _loud_among(self, lines: list[str]) -> Iterator[str]:
        """The lines that look like residue by themselves."""
        joined = "\n".join(lines)
        odd = not _ODD.isdisjoint(unusual(joined))
        coded = latin(joined)
        folded = letters(coded).split(b"\n")
        marks = _marks(coded).split(b"\n")
        signs = [sign for sign in _PLAIN_SIGNS if sign in joined]
        for line, spelt, mark in zip(lines, folded, marks, strict=True):
            tokens = spelt.split()
            if not (odd and not _ODD.isdisjoint(line)) and self._is_quiet(
                line, tokens, mark, signs
            ):
                continue
            if self._is_loud(line):
                self._loud = frozenset((line, *self._loud)) if len(self._loud) < _LOUD else _NONE
                yield line

    def _is_quiet(self, line: str, tokens: list[bytes], mark: bytes, signs: Sequence[str]) -> bool:
        """True if the line says nothing of web pages, or its score is not below ``TRIGGER``."""
        if not tokens or (mark and self._phrases.signs.search(line)):
            return False
        first, phrases = tokens[0], self._phrases
        if first in phrases.first and phrases.may_match(line, tokens) and match_line(line):
            return False
        may_sign = first[:3] in _BYLINE_TOKENS
        of_web = not _WEB_WORDS.keys().isdisjoint(tokens)
        if not (mark or of_web or may_sign) or self._is_plain_sentence(line, tokens, signs):
            return True
        # Edges, small words and verbs first; what is marked costs more, and rarely matters.
        looks = self._looks_of(line, len(tokens))
        floor = looks.floor
        if of_web:
            floor += self._of_words(tokens, looks.sizes)
        if may_sign and byline_of(line):
            floor += self._byline
        if mark:
            floor += self._of_marks(line, mark, tokens, looks.words)
        if floor >= TRIGGER or (is_sentence(line) and is_plain(line)):
            return True
        floor += self._low.slack(line, looks.words, looks.loose)
        if floor >= TRIGGER:
            return True
        return floor + self._low.of_names(sign_names(line)) - self._of_signs(mark) >= TRIGGER

    def _is_plain_sentence(self, line: str, tokens: list[bytes], signs: Sequence[str]) -> bool:
        """True if the line is a sentence without a word or one of these signs of a web page.

        Its score is not below ``TRIGGER`` then, whatever its size and ends.
        """
        return (
            is_sentence(line)
            and not any(map(self._touchy.__getitem__, tokens))
            and not any([sign in line for sign in signs])  # noqa: C419 (twice as quick)
        )

    def _looks_of(self, line: str, most: int) -> _Looks:
        """What size and ends of a line of at most so many words tell, kept for the next such."""
        last = "…" if line.endswith("...") else line[-1]
        joints = line.count("'") + line.count("’") + line.count("-")
        key = (line[0], last, len(line), len(line.split()), joints, most)
        looks = self._looks.get(key)
        if looks is None:
            if len(self._looks) >= _MOST_LOOKS:
                self._looks.clear()
            words = key[3]
            exact, loose = self._low.of_edges(words, line[0], last)
            sizes = self._low.of_sizes(most - joints, most)
            floor = exact + loose + self._chars[len(line)] + sizes.small
            looks = self._looks[key] = _Looks(floor, loose, sizes, words)
        return looks

    def _of_words(self, tokens: list[bytes], sizes: _Sizes) -> float:
        """What the words of web pages cost at most."""
        floor, site, address = 0.0, False, False
        for token in _WEB_WORDS.keys() & tokens:
            cost, is_site, is_address = self._costs[token]
            floor += cost
            site = site or is_site
            address = address or is_address
        if address:
            floor += sizes.address
        return floor + sizes.site + self._first_costs.get(tokens[0], 0.0) if site else floor

    def _of_signs(self, mark: bytes) -> float:
        """What bars, arrows, colons and the ends of sentences inside a line cost at most."""
        floor = self._low.inside
        if _COLON in mark:
            floor += self._colon
        if mark.strip(b"0123456789" + _COLON):
            floor += self._bars
        return floor

    def _of_marks(self, line: str, mark: bytes, tokens: list[bytes], count: int) -> float:
        """What numbers, bars, arrows and colons cost at most."""
        floor = self._of_signs(mark) - self._low.inside
        if digits := len(mark) - len(mark.translate(None, b"0123456789")):
            if len(line) <= _COUNTER_LENGTH or _DATE_TOKENS.issuperset(tokens):
                names = (*digit_names(line, digits), *numbers_first(line, count, end_of(line)))
                return floor + self._digits + self._low.of_names(names)
            floor += self._digits + self._low.exact(f"digits={digits * 4 // len(line)}")
            if digits > _DATE_DIGITS:
                floor += self._date
            floor += self._low.of_names((*amounts(line), *numbers_first(line, count, end_of(line))))
        return floor


_NONE: frozenset[str] = frozenset()
_LOUD = 1000
"""So many loud lines are remembered: pages repeat each other's buttons."""
_MOST_LOOKS = 50_000


class _Sizes(NamedTuple):
    """Floors that depend on the number of words alone, as near as it is known."""

    small: float
    """Of capitals, small words and verbs."""
    site: float
    """Of words of web pages, whatever they are about."""
    address: float


class _Looks(NamedTuple):
    """What the size and the ends of a line tell, whatever its words are."""

    floor: float
    loose: float
    """The part of the floor that is for what any line may have."""
    sizes: _Sizes
    words: int


def _web_words() -> dict[bytes, tuple[str, ...]]:
    """Words of web pages, with the features that tell of them."""
    found: dict[bytes, set[str]] = {}
    groups = (("address", ADDRESS), ("english", ENGLISH), ("agency", AGENCIES))
    named = [(word, name) for name, words in groups for word in words]
    for word, name in (*named, *SITE.items()):
        for token in _tokens([word]):
            found.setdefault(token, set()).add(name)
    return {token: tuple(sorted(names)) for token, names in found.items()}


_WEB_WORDS = _web_words()
_NOT_OF_SITES = frozenset(("address", "english", "agency"))
_DATE_TOKENS = _tokens(DATE_WORDS)
_COUNTER_LENGTH = 20
_DATE_DIGITS = 3
"""More digits than these make a date."""
_INSIDE = ("arrow", "inner end", "url", "comma", "quoted", "brackets", "cut", "hash")
"""Features that any line may have; most have a weight above 0."""


@cache
def the_gate() -> Gate:
    """The gate of the model that comes with the package."""
    return Gate(the_model())


class _Touchy(dict[bytes, bool]):
    """Word without accents -> True if ``is_plain`` may be False for a line that has it."""

    def __missing__(self, token: bytes) -> bool:
        if len(self) >= _MOST_LOOKS:
            self.clear()
        found = self[token] = _PLAIN_PART.search(token) is not None
        return found


def _plain_parts() -> tuple[tuple[str, ...], re.Pattern[bytes]]:
    """Of what ``is_plain`` looks for, the signs, and of the rest one word or part of one."""
    signs = tuple(sought for sought in NOT_PLAIN if not _folded(sought).split())
    words = (_folded(sought).split() for sought in NOT_PLAIN if sought not in signs)
    # « mis à jour »: its longer words are rarer.
    parts = {next((w for w in ws if len(w) > 3), max(ws, key=len)) for ws in words}
    return signs, re.compile(b"|".join(sorted(parts)))


_PLAIN_SIGNS, _PLAIN_PART = _plain_parts()


class _Phrases:
    """Tells from the words of a line that it can hold no phrase."""

    def __init__(self) -> None:
        self._vocabulary = set(_tokens((*NETWORKS, *BETWEEN)))
        self.first = set(self._vocabulary)
        """Words that a line can begin with: slots are never at the start of what is known."""
        self._needed: dict[bytes, list[tuple[bytes, frozenset[bytes]]]] = {}
        """What a phrase with slots begins with and must have, by one of its words, a rare one."""
        signs = set()
        common = _tokens(STOP)
        for parts, slots in phrase_parts():
            first = _folded(parts[0]).split()
            self.first.update(first[:1])
            if len(parts) == 1:
                self._vocabulary.update(first)
            if not slots:
                continue
            if not first:
                signs.add(r"\d" if parts[0][0] == "#" else re.escape(parts[0][0]))
                continue
            # A later part may begin inside a word of the line.
            later = [token for part in parts[1:] for token in _folded(part).split()[1:]]
            rare = max(first, key=lambda token: (token not in common, len(token), token))
            self._needed.setdefault(rare, []).append((first[0], frozenset((*first, *later))))
        for start in _PATH_STARTS:
            self.first.add(start)
            self._needed[start] = [(start, frozenset((start,)))]
        self.signs = re.compile(f"[{''.join(sorted(signs))}]")
        """Of phrases that begin with no word: « © ... »."""

    def may_match(self, line: str, tokens: list[bytes]) -> bool:
        """False if ``match_line`` is None for a line with these words, and none of the signs.

        Phrases with slots need their own words, and begin the line or stand behind a separator.
        Other phrases make up a line alone or with others, so every word of it has to be a word
        of phrases.
        """
        if self._vocabulary.issuperset(tokens):
            return True
        needed = self._needed
        for token in needed.keys() & tokens:
            for first, words in needed[token]:
                if words.issubset(tokens) and (first == tokens[0] or _MAY_PART.search(line)):
                    return True
        return False


_BLANK = r"[ \xa0\u202f\u2009]"
_MAY_PART = re.compile(rf"[|·•>›»/→\\\t\xad\u200b]|{_BLANK}(?:{_BLANK}|[-‑–—:]{_BLANK})")
"""Any ``SEPARATOR`` of a line that is folded, as it may stand in the line as it is."""
_PATH_STARTS = (b"accueil", b"home")
"""« Accueil > » and anything is a path."""


class _Lowest:
    """The least that features can add up to."""

    def __init__(self, model: Model) -> None:
        self.bias = model.bias
        self.weights = model.weights
        self._memo: dict[tuple[str, str], float] = {}
        self._edges: dict[tuple[int, str, str, bool], tuple[float, float]] = {}
        first = min(self.of("starts with -ez"), self.of("starts with infinitive"))
        self._anyhow = first + self.of_all("enumeration", "pair", "giant word")
        self.inside = self.of_all(*_INSIDE)
        self._anywhere = self._anyhow + self.inside + self.of("glued words")

    def exact(self, name: str) -> float:
        return self.weights.get(name, 0.0)

    def of(self, start: str, end: str = "") -> float:
        """The least weight of one feature, or none, among those with names like this."""
        key = start, end
        if key not in self._memo:
            names = [n for n in self.weights if n.startswith(start) and n.endswith(end)]
            self._memo[key] = min(0.0, min(map(self.exact, names), default=0.0))
        return self._memo[key]

    def of_names(self, names: Iterable[str]) -> float:
        """Of features that are there."""
        return sum(map(self.exact, names))

    def of_all(self, *starts: str) -> float:
        return sum(map(self.of, starts))

    def of_plain_lines(self) -> float:
        """Of any sentence without a word of web pages."""
        return self.bias + self.of_all("plain|words=", "plain|start=", "plain|end=")

    def of_edges(self, count: int, first: str, last: str) -> tuple[float, float]:
        """Of a line of ``count`` words, what stands at its ends; then what it may have besides."""
        classes = (count, start_of(first), end_of(last), first in POINTERS)
        if classes not in self._edges:
            self._edges[classes] = self._of_classes(*classes)
        return self._edges[classes]

    def _of_classes(self, count: int, start: str, end: str, points: bool) -> tuple[float, float]:
        exact = self.bias + self.exact(f"words={step_of(count, WORD_STEPS)}")
        exact += self.of_names(edge_names(count, start, end))
        if start == "bullet":
            exact += min(self.of("bullet|"), self.of("bullet only"))
        loose = self._anywhere
        if end == "dots":
            loose += self.of("cut off")
        if points:
            loose += self.of("pointer")
        if 1 < count < 8 and start != "lower":
            loose += self.exact("person") + self.of("person|")
        return exact, loose

    def of_sizes(self, least: int, most: int) -> _Sizes:
        """Of a line of so many words."""
        least = max(1, least)
        steps = tuple(sorted({step_of(n, TOKEN_STEPS) for n in range(least, most + 1)}))
        small = min(map(self._of_one_size, steps))
        site = min(self.of("site=", f"|{n}") + self.of("site share=", f"|{n}") for n in steps)
        address = min(self.of("address", f"|{n}") for n in steps)
        return _Sizes(small, site, address)

    def of_costs(self) -> dict[bytes, tuple[float, bool, bool]]:
        """Of each word of web pages; if it tells what they are about; if it speaks to a reader."""
        kinds = {name: self._of_kind(name) for name in SITE.values()}
        kinds |= {"address": 0.0, "english": self.of("english|")}
        kinds["agency"] = self.of("agency|") + self.of("agency credit")
        return {
            token: (
                sum(kinds[name] for name in names),
                not _NOT_OF_SITES.issuperset(names),
                "address" in names,
            )
            for token, names in _WEB_WORDS.items()
        }

    def of_first(self) -> dict[bytes, float]:
        """Of each word at the start of a line, besides."""
        return {
            token: sum(self.of(f"first about={name}") for name in names)
            for token, names in _WEB_WORDS.items()
        }

    def _of_kind(self, kind: str) -> float:
        return self.exact(f"about={kind}") + self.of(f"about={kind}|")

    def _of_one_size(self, size: int) -> float:
        end = f"|{size}"
        capitals = min(self.of("capitals=", end), self.of("all capitals", end))
        return capitals + self.of("stops=", end) + self.of("verbs=", end)

    def slack(self, line: str, count: int, loose: float) -> float:
        """How much more than ``loose`` what stands in a line adds up to, at least."""
        start, end = start_of(line), end_of(line)
        exact = self.of_names((*breaks(line, count, end), *persons(line, count, start)))
        return self._anyhow + self.inside + exact - loose
