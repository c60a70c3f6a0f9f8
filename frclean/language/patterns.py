"""Patterns over tokens, as rule authors write them, and the index that makes them fast.

A pattern is a row of elements, one for each token, separated by spaces::

    <avoir>&ver:fin  adv?  {ver:inf}@v

- an element is a predicate (see :mod:`frclean.language.classes`), then ``?`` (may be missing),
  ``*3`` (up to three times), ``+3`` (one to three times), then ``@name`` to name the token;
- braces mark the tokens that the finding points at (all of them, without braces);
- ``^`` in front asks that the match begin a sentence or paragraph.

Matching costs nothing where nothing can match: each pattern is filed under the pair of
neighbours in it that is rarest in French, and a text is first reduced to its distinct pairs of
neighbouring classes (:class:`PatternIndex`). So the number of rules does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from frclean.language.classes import Classes

__all__ = ["Pattern", "PatternIndex", "PatternMatch"]


class _Element(NamedTuple):
    predicate: int
    least: int
    most: int
    name: str
    marked: bool


class PatternMatch(NamedTuple):
    """A match: tokens ``start`` to ``end``, which of them are marked, and the named ones."""

    start: int
    end: int
    marked: tuple[int, int]
    named: dict[str, int]


_ELEMENT = re.compile(
    r"""(?P<open>\{)? (?P<predicate>(?:"[^"]+"|<[^>]+>|[^\s?*+@{}"<>])+)
        (?P<repeat>\?|\*\d+|\+\d+)? (?P<close>\})? (?P<repeat2>\?|\*\d+|\+\d+)?
        (?:@(?P<name>\w+))? (?P<close2>\})? (?:\s+|$)""",
    re.VERBOSE,
)


class Pattern:
    """One pattern, read and ready to match; raises ValueError if it cannot be read."""

    def __init__(self, text: str, classes: Classes) -> None:
        self.text = text
        self.classes = classes
        body = text.strip()
        self.at_start = body.startswith("^")
        elements = list(_read_elements(body.removeprefix("^").strip(), text, classes))
        if self.at_start:
            elements.insert(0, _Element(classes.predicate(_START), 1, 1, "", False))
        if not any(element.marked for element in elements):
            elements = [
                e._replace(marked=not (self.at_start and i == 0)) for i, e in enumerate(elements)
            ]
        self.elements: tuple[_Element, ...] = tuple(elements)
        self._fixed = self._by_rarity() if all(e.least == e.most for e in elements) else []

    def __repr__(self) -> str:
        return f"Pattern({self.text!r})"

    def match_at(self, signature: str, position: int, anchor: int) -> PatternMatch | None:
        """The match in which element number ``anchor`` is the token at ``position``."""
        if self._fixed:
            return self._match_fixed(signature, position - anchor)
        masks = self.classes.masks
        forward = _run(self.elements, anchor, signature, position, 1, masks)
        if forward is None:
            return None
        backward = _run(self.elements, anchor - 1, signature, position - 1, -1, masks)
        if backward is None:
            return None
        return self._match(sorted(backward + forward))

    def _match_fixed(self, signature: str, start: int) -> PatternMatch | None:
        """The match of a pattern without repeats: as many tokens as elements."""
        if start < 0 or start + len(self.elements) > len(signature):
            return None
        masks = self.classes.masks
        # The rarest element is asked first: most places fail there.
        for offset, predicate in self._fixed:
            if not masks[signature[start + offset]] >> predicate & 1:
                return None
        return self._match([(start + i, i) for i in range(len(self.elements))])

    def _by_rarity(self) -> list[tuple[int, int]]:
        """The offset and predicate of each element, the rarest first."""
        pairs = [(i, element.predicate) for i, element in enumerate(self.elements)]
        return sorted(pairs, key=lambda pair: self.classes.share(pair[1]))

    def _match(self, placed: list[tuple[int, int]]) -> PatternMatch:
        """The match of a list of (token, element)."""
        marked = [token for token, element in placed if self.elements[element].marked]
        named = {
            self.elements[element].name: token
            for token, element in placed
            if self.elements[element].name
        }
        start, end = placed[0][0], placed[-1][0] + 1
        span = (marked[0], marked[-1] + 1) if marked else (start, end)
        return PatternMatch(start, end, span, named)

    def neighbours(self, anchor: int) -> tuple[int, int]:
        """Bits of the predicates one of which holds for the token before, and behind, an anchor.

        ``_ANY`` where the pattern does not care.
        """
        return self._beside(anchor - 1, -1), self._beside(anchor + 1, 1)

    def _beside(self, i: int, step: int) -> int:
        reach = self._reach(i, step)
        return sum(1 << predicate for predicate in set(reach)) if reach else _ANY

    def anchors(self) -> Iterator[_Anchor]:
        """Ways to file the pattern: each is a set of pairs one of which stands in every match.

        They are the pairs of each element that must be there with whatever may follow it, and
        with whatever may precede it; a single element makes a pair with anything.
        """
        for i, element in enumerate(self.elements):
            if element.least != 1 or element.most != 1:
                continue
            me = element.predicate
            if len(self.elements) == 1:
                yield _Anchor(i, 0, ((me, _ANY),))
            if following := self._reach(i + 1, 1):
                yield _Anchor(i, 0, tuple((me, other) for other in following))
            if preceding := self._reach(i - 1, -1):
                yield _Anchor(i, 1, tuple((other, me) for other in preceding))

    def _reach(self, i: int, step: int) -> tuple[int, ...]:
        """Predicates one of which holds next to an element; none if it may stand at the edge."""
        found = []
        while 0 <= i < len(self.elements):
            found.append(self.elements[i].predicate)
            if self.elements[i].least:
                return tuple(found)
            i += step
        return ()


class _Anchor(NamedTuple):
    """Element number ``element`` is the left (0) or right (1) half of one of ``pairs``."""

    element: int
    half: int
    pairs: tuple[tuple[int, int], ...]


class _Filed(NamedTuple):
    """What a pair of classes stands for: a pattern, and which of its elements is where."""

    pattern: int
    element: int
    half: int
    may_precede: int
    may_follow: int


#: Pairs and windows remembered; more than that and the memory is emptied.
MAX_PAIRS, MAX_WINDOWS = 400_000, 200_000

#: Any neighbour will do, even one for which no predicate holds.
_ANY = -1

#: What a sentence begins behind.
_START = 'fin|quote|"«"|"“"|"("|":"|";"|"–"|"—"|"•"'


def _read_elements(body: str, text: str, classes: Classes) -> Iterator[_Element]:
    position, inside = 0, False
    while position < len(body):
        match = _ELEMENT.match(body, position)
        if match is None:
            raise ValueError(f"cannot read the pattern {text!r} at {body[position:]!r}")
        inside = inside or bool(match["open"])
        least, most = _repeats(match["repeat"] or match["repeat2"])
        number = classes.predicate(match["predicate"])
        yield _Element(number, least, most, match["name"] or "", inside)
        inside = inside and not (match["close"] or match["close2"])
        position = match.end()


def _repeats(mark: str | None) -> tuple[int, int]:
    if mark is None:
        return 1, 1
    if mark == "?":
        return 0, 1
    return (0 if mark[0] == "*" else 1), int(mark[1:])


def _run(
    elements: Sequence[_Element],
    first: int,
    signature: str,
    position: int,
    step: int,
    masks: dict[str, int],
) -> list[tuple[int, int]] | None:
    """Match elements from number ``first`` on, in direction ``step``; longest repeats first."""
    length = len(signature)
    placed: list[tuple[int, int]] = []
    i = first
    while 0 <= i < len(elements):
        predicate, least, most, _, _ = elements[i]
        count = 0
        while (
            count < most and 0 <= position < length and masks[signature[position]] >> predicate & 1
        ):
            placed.append((position, i))
            position += step
            count += 1
        if count < least:
            return None
        if count > least:
            return _backtrack(elements, i, signature, position, step, masks, placed, count - least)
        i += step
    return placed


def _backtrack(
    elements: Sequence[_Element],
    i: int,
    signature: str,
    position: int,
    step: int,
    masks: dict[str, int],
    placed: list[tuple[int, int]],
    spare: int,
) -> list[tuple[int, int]] | None:
    """Element ``i`` took ``spare`` tokens more than it must: give them back one by one."""
    while True:
        rest = _run(elements, i + step, signature, position, step, masks)
        if rest is not None:
            return placed + rest
        if not spare:
            return None
        spare -= 1
        position -= step
        placed.pop()


class PatternIndex:
    """Many patterns, filed under their rarest pair of neighbours."""

    def __init__(self, classes: Classes, patterns: Sequence[Pattern]) -> None:
        self.classes = classes
        self.patterns = patterns
        self._filed: list[_Filed] = []  # bit -> what it stands for
        self._left_bits: dict[int, int] = {}  # predicate -> bits that it can begin
        self._right_bits: dict[int, int] = {}
        for number, pattern in enumerate(patterns):
            self._file(number, pattern)
        self._sides: dict[str, tuple[int, int]] = {}
        self._dull: set[str] = set()
        self._hot: dict[str, tuple[_Filed, ...]] = {}
        # A pair with both its neighbours -> what is worth matching there.
        self._plans: dict[str, tuple[tuple[int, int, int], ...]] = {}

    def _file(self, number: int, pattern: Pattern) -> None:
        anchors = list(pattern.anchors())
        if not anchors:
            raise ValueError(f"a pattern needs one token that must be there: {pattern.text!r}")
        anchor = min(anchors, key=self._commonness)
        filed = _Filed(number, anchor.element, anchor.half, *pattern.neighbours(anchor.element))
        for left, right in anchor.pairs:
            bit = 1 << len(self._filed)
            self._filed.append(filed)
            self._left_bits[left] = self._left_bits.get(left, 0) | bit
            self._right_bits[right] = self._right_bits.get(right, 0) | bit

    def _commonness(self, anchor: _Anchor) -> float:
        share = self.classes.share
        return sum(
            share(left) * (share(right) if right >= 0 else 1.0) for left, right in anchor.pairs
        )

    def matches(self, signature: str) -> Iterator[tuple[int, PatternMatch]]:
        """Every match of every pattern: the pattern's number and where it matches."""
        dull, plans = self._dull, self._plans
        pairs = map(str.__add__, signature, signature[1:])
        seen: set[tuple[int, int, int]] = set()
        for position in [at for at, pair in enumerate(pairs) if pair not in dull]:
            window = signature[position - 1 : position + 3] if position else signature[:3]
            plan = plans.get(window)
            if plan is None:
                plan = self._plan(signature, position, window)
            for number, element, half in plan:
                match = self.patterns[number].match_at(signature, position + half, element)
                if match is None:
                    continue
                key = (number, match.start, match.end)
                if key not in seen:
                    seen.add(key)
                    yield number, match

    def _plan(self, signature: str, position: int, window: str) -> tuple[tuple[int, int, int], ...]:
        """Of what is filed under a pair, that which its two neighbours let through."""
        masks, last = self.classes.masks, len(signature) - 1
        pair = signature[position : position + 2]
        filed = self._hot.get(pair)
        if filed is None:
            filed = self._look_up(pair)
        plan = []
        for number, element, half, may_precede, may_follow in filed:
            at = position + half
            if may_precede != _ANY and not (at and masks[signature[at - 1]] & may_precede):
                continue
            if may_follow != _ANY and not (at < last and masks[signature[at + 1]] & may_follow):
                continue
            plan.append((number, element, half))
        if 0 < position < last - 1:  # at the edges a window looks like another one
            if len(self._plans) >= MAX_WINDOWS:
                self._plans.clear()
            self._plans[window] = tuple(plan)
        return tuple(plan)

    def _look_up(self, pair: str) -> tuple[_Filed, ...]:
        """What is filed under a pair that was not met before."""
        bits = self._side(pair[0])[0] & self._side(pair[1])[1]
        if not bits:
            if len(self._dull) > MAX_PAIRS:
                self._dull.clear()
            self._dull.add(pair)
            return ()
        filed = tuple(dict.fromkeys(self._filed[i] for i in _set_bits(bits)))
        self._hot[pair] = filed
        return filed

    def _side(self, char: str) -> tuple[int, int]:
        sides = self._sides.get(char)
        if sides is None:
            mask = self.classes.masks[char]
            left = right = 0
            for predicate, bits in self._left_bits.items():
                if mask >> predicate & 1:
                    left |= bits
            for predicate, bits in self._right_bits.items():
                if predicate < 0 or mask >> predicate & 1:
                    right |= bits
            sides = self._sides[char] = (left, right)
        return sides


def _set_bits(bits: int) -> Iterator[int]:
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low
