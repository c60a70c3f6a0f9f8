"""Measures, added up: over the corpus, by site, by month; duplicates; what is worth showing.

Memory is bounded: counters by code, site and month, a fixed number of snippets for each code,
and at most :data:`REMEMBERED` sketches for the search of duplicates.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from frclean.audit.measure import EMPTY, GLANCED, KINDS, Measure, Snippet

__all__ = ["Part", "Summary"]

REMEMBERED = 100_000
SNIPPETS = 4
PAIRS = 200
_ALIKE = 0.7  # share of the sketch that near-duplicates have in common
_SITES = 20_000  # names kept; what comes later is « autres »


@dataclass(slots=True)
class Part:
    """A part of the corpus: all of it, a site, a month."""

    articles: int = 0
    words: int = 0
    characters: int = 0
    empty: int = 0
    """Texts of fewer than five words as they stand."""
    read: int = 0
    """Texts that were read in full; the figures below are theirs."""
    read_characters: int = 0
    removed: int = 0
    damaged: int = 0
    """Those with at least one kind of damage."""
    kinds: Counter[str] = field(default_factory=Counter)
    """Texts by kind of damage."""

    def add(self, measure: Measure, kinds: Iterable[str]) -> None:
        """Count one text."""
        kinds = set(kinds)
        self.articles += 1
        self.words += measure.words
        self.characters += measure.characters
        self.empty += measure.words < EMPTY
        self.kinds.update(kinds)
        if measure.is_read:
            self.read += 1
            self.read_characters += measure.characters
            self.removed += measure.removed
            self.damaged += bool(kinds)

    def rate(self, kind: str) -> float:
        """The share of texts with a kind of damage, in percent."""
        return percent(self.kinds[kind], self.known(kind))

    def interval(self, kind: str) -> tuple[float, float]:
        """Where the rate of the whole corpus lies, in percent: 19 times in 20.

        Where all texts were read, that is the rate itself.
        """
        return interval(self.kinds[kind], self.known(kind), self.articles)

    def known(self, kind: str) -> int:
        """Texts of which is known whether they have a kind or a code."""
        return self.articles if family_of(kind) in GLANCED else self.read

    @property
    def damaged_rate(self) -> float:
        """The share of texts with any damage, in percent."""
        return percent(self.damaged, self.read)

    @property
    def damaged_interval(self) -> tuple[float, float]:
        """The same for ``damaged_rate`` as ``interval`` for a kind."""
        return interval(self.damaged, self.read, self.articles)

    @property
    def removed_rate(self) -> float:
        """The share of the characters that are residue, in percent."""
        return percent(self.removed, self.read_characters)

    @property
    def is_sampled(self) -> bool:
        """True if some texts were only glanced at."""
        return self.read < self.articles

    def to_dict(self) -> dict[str, Any]:
        """As JSON-ready values."""
        return {
            "articles": self.articles,
            "read": self.read,
            "words": self.words,
            "characters": self.characters,
            "empty": self.empty,
            "residue_characters": self.removed,
            "damaged_percent": round(self.damaged_rate, 3),
            "percent": {kind: round(self.rate(kind), 3) for kind in KINDS},
            "interval_percent": {kind: _rounded(self.interval(kind)) for kind in KINDS},
        }


def _rounded(bounds: tuple[float, float]) -> list[float]:
    return [round(bound, 3) for bound in bounds]


def family_of(code: str) -> str:
    """The kind that a code belongs to; a kind belongs to itself.

    >>> family_of("GRM001"), family_of("TRU")
    ('GRM', 'TRU')
    """
    return code.rstrip("0123456789")


def percent(count: int, of: int) -> float:
    """The share of ``count`` in ``of``, in percent; 0 of nothing."""
    return 100 * count / of if of else 0.0


_SURE = 1.96  # standard deviations that hold 19 cases in 20


def interval(count: int, read: int, articles: int) -> tuple[float, float]:
    """Wilson's interval of 95 % for a share, in percent: ``count`` of ``read`` texts have it.

    The fewer of the ``articles`` were left out, the narrower it is: a sample of all is no sample.
    (E. B. Wilson, 1927; the correction for finite populations as in W. G. Cochran, « Sampling
    Techniques ».)

    >>> [round(bound, 1) for bound in interval(30, 3_000, 30_000)]
    [0.7, 1.4]
    >>> interval(30, 3_000, 3_000), interval(0, 0, 10)
    ((1.0, 1.0), (0.0, 100.0))
    """
    if not read:
        return (0.0, 100.0) if articles else (0.0, 0.0)
    share, rate = count / read, percent(count, read)
    if read >= articles:
        return rate, rate
    size = read * (articles - 1) / (articles - read)
    spread = _SURE * math.sqrt(share * (1 - share) / size + (_SURE / size) ** 2 / 4)
    middle, scale = share + _SURE**2 / (2 * size), 1 + _SURE**2 / size
    # Rounding must not leave the rate outside.
    low, high = 100 * (middle - spread) / scale, 100 * (middle + spread) / scale
    return max(0.0, min(rate, low)), min(100.0, max(rate, high))


class Summary:
    """Everything that the page shows."""

    def __init__(self) -> None:
        self.total = Part()
        self.sites: dict[str, Part] = {}
        self.months: dict[str, Part] = {}
        self.sure: Counter[str] = Counter()
        self.doubtful: Counter[str] = Counter()
        self.texts: Counter[str] = Counter()
        """Texts by code that ``clean`` repairs in them."""
        self.snippets: dict[str, list[Snippet]] = {}
        self.flagged: dict[str, list[str]] = {}
        self.pairs: list[tuple[str, str, int]] = []
        """Near-duplicates: a text, the earlier one, how alike in percent."""
        self._digests: dict[int, str] = {}
        self._index: dict[int, list[int]] = {}
        self._sketches: list[tuple[str, array[int]]] = []

    def add(self, measure: Measure) -> None:
        """Count one text."""
        kinds = {family_of(code) for code in measure.sure} & KINDS.keys()
        kinds.update(measure.flags)
        if self._is_duplicate(measure):
            kinds.add("DUP")
        for kind in kinds.intersection(("ENC", "ACC", "DUP", "LNG", "EMP", "TRU")):
            examples = self.flagged.setdefault(kind, [])
            if len(examples) < SNIPPETS * 2:
                examples.append(measure.key)
        for part in self._parts(measure):
            part.add(measure, kinds)
        self.sure.update(measure.sure)
        self.doubtful.update(measure.doubtful)
        self.texts.update(measure.sure.keys())
        for snippet in measure.snippets:
            shown = self.snippets.setdefault(snippet.code, [])
            if len(shown) < SNIPPETS and all(s.found != snippet.found for s in shown):
                shown.append(snippet)

    def _parts(self, measure: Measure) -> Iterable[Part]:
        yield self.total
        if measure.site:
            is_kept = measure.site in self.sites or len(self.sites) < _SITES
            yield self.sites.setdefault(measure.site if is_kept else "autres", Part())
        if measure.month:
            yield self.months.setdefault(measure.month, Part())

    # -- duplicates --

    def _is_duplicate(self, measure: Measure) -> bool:
        """True if an earlier text has the same words, or most of the same runs of words."""
        if not measure.digest:
            return False
        twin = self._digests.get(measure.digest)
        if twin is not None:
            self._pair(measure.key, twin, 100)
            return True
        if len(self._digests) < REMEMBERED:
            self._digests[measure.digest] = measure.key
        return self._is_near(measure)

    def _is_near(self, measure: Measure) -> bool:
        if not measure.sketch:
            return False
        mine = frozenset(measure.sketch)
        shared = Counter(i for value in mine for i in self._index.get(value, ()))
        best = max(shared, key=shared.__getitem__, default=None)
        if best is not None:
            key, packed = self._sketches[best]
            theirs = set(packed)
            alike = len(mine & theirs) / min(len(mine), len(theirs))
            if alike >= _ALIKE:
                self._pair(measure.key, key, round(100 * alike))
                return True
        if len(self._sketches) < REMEMBERED:
            self._remember(measure.key, measure.sketch)
        return False

    def _remember(self, key: str, values: tuple[int, ...]) -> None:
        number = len(self._sketches)
        self._sketches.append((key, array("I", values)))
        for value in values[:4]:  # two texts that are alike share one of their least
            where = self._index.setdefault(value, [])
            if len(where) < 20:
                where.append(number)

    def _pair(self, key: str, other: str, alike: int) -> None:
        if len(self.pairs) < PAIRS:
            self.pairs.append((key, other, alike))

    # -- what comes out --

    def worst_sites(self, most: int = 15, least: int = 5) -> list[tuple[str, Part]]:
        """The sites with the greatest share of damaged texts, of those with enough texts."""
        known = [(name, part) for name, part in self.sites.items() if part.read >= least]
        known = known or list(self.sites.items())
        return sorted(known, key=lambda pair: (-pair[1].damaged_rate, pair[0]))[:most]

    def rate(self, what: str) -> float:
        """The share of texts, in percent, with a kind of damage or a code."""
        if what in KINDS:
            return self.total.rate(what)
        return percent(self.texts[what], self.total.known(what))

    def to_dict(self) -> dict[str, Any]:
        """As JSON-ready values."""
        return {
            "total": self.total.to_dict(),
            "codes": {
                code: {
                    "sure": self.sure[code],
                    "doubtful": self.doubtful[code],
                    "texts": self.texts[code],
                }
                for code in sorted({*self.sure, *self.doubtful})
            },
            "sites": {name: part.to_dict() for name, part in sorted(self.sites.items())},
            "months": {name: part.to_dict() for name, part in sorted(self.months.items())},
            "near_duplicates": [
                {"key": key, "like": other, "percent": alike} for key, other, alike in self.pairs
            ],
        }
