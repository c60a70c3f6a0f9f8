"""Patterns over tokens, as rule authors write them, and the index that makes them fast.

A pattern is a row of elements, one for each token, separated by spaces::

    <avoir>&ver:fin  adv?  {ver:inf}@v

- an element is a predicate (see :mod:`frclean.language.classes`), then ``?`` (may be missing),
  ``*3`` (up to three times), ``+3`` (one to three times), then ``@name`` to name the token;
- braces mark the tokens that the finding points at (all of them, without braces);
- ``^`` in front asks that the match begin a sentence or paragraph.

Matching costs nothing where nothing can match: each pattern is filed under the pair of
neighbours in it that is rarest in French, and a text is read pair by pair
(:class:`PatternIndex`). So the number of rules does not matter.
"""

from __future__ import annotations

import functools
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress
from typing import NamedTuple
from zlib import crc32

from frclean.language.classes import Classes, row_of_bits, set_bits
from frclean.language.neighbours import GROUPS, Kind, Sieve, grouped, neighbours

__all__ = ["Anchor", "Pattern", "PatternIndex", "PatternMatch", "checksum"]


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


class Pattern:
    """One pattern, read and ready to match; raises ValueError if it cannot be read."""

    def __init__(self, text: str, classes: Classes) -> None:
        self.text = text
        self.classes = classes
        self.elements = tuple(
            _Element(classes.predicate(predicate), least, most, name, marked)
            for predicate, least, most, name, marked in classes.notation.pattern(text)
        )

    @functools.cached_property
    def is_fixed(self) -> bool:
        """Whether it has no repeats: as many tokens as elements."""
        return all(element.least == element.most == 1 for element in self.elements)

    @functools.cached_property
    def _marked(self) -> tuple[int, int]:
        marked = [i for i, element in enumerate(self.elements) if element.marked]
        return marked[0], marked[-1] + 1

    @functools.cached_property
    def _names(self) -> list[tuple[str, int]]:
        return [(element.name, i) for i, element in enumerate(self.elements) if element.name]

    def __repr__(self) -> str:
        return f"Pattern({self.text!r})"

    def match_at(self, signature: str, position: int, anchor: int) -> PatternMatch | None:
        """The match in which element number ``anchor`` is the token at ``position``."""
        if self.is_fixed:
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
        """The match of a pattern without repeats, looked for at one place."""
        if start < 0 or start + len(self.elements) > len(signature):
            return None
        masks = self.classes.masks
        for i, element in enumerate(self.elements, start):
            if not masks[signature[i]] >> element.predicate & 1:
                return None
        return self.placed(start)

    def placed(self, start: int) -> PatternMatch:
        """The match, at ``start``, of a pattern without repeats that is known to match there."""
        first, last = self._marked
        named = {name: start + i for name, i in self._names}
        return PatternMatch(start, start + len(self.elements), (start + first, start + last), named)

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

    def anchors(self) -> Iterator[Anchor]:
        """Ways to file the pattern: each is a set of pairs one of which stands in every match.

        They are the pairs of each element that must be there with whatever may follow it, and
        with whatever may precede it; a single element makes a pair with anything.
        """
        places = ((element, half) for element in range(len(self.elements)) for half in (0, 1))
        found = (self.anchor(element, half) for element, half in places)
        return (anchor for anchor in found if anchor is not None)

    def anchor(self, element: int, half: int) -> Anchor | None:
        """The way with that element as the left (0) or right (1) half; None if there is none."""
        if element >= len(self.elements):
            return None
        me, least, most, _, _ = self.elements[element]
        if not least == most == 1:
            return None
        others = self._reach(element - 1, -1) if half else self._reach(element + 1, 1)
        if not half and len(self.elements) == 1:
            others = (_ANY,)
        pairs = tuple((other, me) if half else (me, other) for other in others)
        return Anchor(element, half, pairs) if pairs else None

    def _reach(self, i: int, step: int) -> tuple[int, ...]:
        """Predicates one of which holds next to an element; none if it may stand at the edge."""
        found = []
        while 0 <= i < len(self.elements):
            found.append(self.elements[i].predicate)
            if self.elements[i].least:
                return tuple(found)
            i += step
        return ()


def checksum(pattern: str) -> str:
    """A short name for a pattern's text."""
    return f"{crc32(pattern.encode()):08x}"


class Anchor(NamedTuple):
    """Element number ``element`` is the left (0) or right (1) half of one of ``pairs``."""

    element: int
    half: int
    pairs: tuple[tuple[int, int], ...]


class _Filed(NamedTuple):
    """What a pair of classes stands for: a pattern, and which of its elements is where."""

    pattern: int
    element: int
    half: int


class _Begin(NamedTuple):
    """The states from which the two automata read on at a pair."""

    backward: _State
    forward: _State
    is_watched: bool

    def may_match(self, before: str, behind: str) -> bool:
        """False if nothing matches between these two neighbours, whatever stands beyond them."""
        return not self.backward.hopes(before).isdisjoint(self.forward.hopes(behind))


#: The first token of a pair, and what begins there.
Place = tuple[int, _Begin]


class _Begins(dict[int, _Begin | None]):
    """A pair of classes -> what begins there, worked out when first asked for."""

    def __init__(self, find: Callable[[str], _Begin | None]) -> None:
        self._find = find

    def __missing__(self, pair: int) -> _Begin | None:
        begin = self[pair] = self._find(chr(pair & 0xFFFF) + chr(pair >> 16))
        return begin


#: Pairs, pairs with their neighbours, states: beyond that the memory is emptied.
MAX_PAIRS, MAX_WINDOWS, MAX_STATES = 400_000, 200_000, 50_000

#: Stands at both ends of what automata read.
_NO_TOKEN = "\0"

#: Any neighbour will do, even one for which no predicate holds.
_ANY = -1


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


class _Thread(NamedTuple):
    """How far one pattern has been read: an element, and how many tokens it has taken."""

    filed: _Filed
    element: int
    taken: int


class _State(dict[str, "_State"]):
    """Threads that are alive together, and what has been read to its end: char -> next state."""

    __slots__ = ("accepts", "automaton", "threads")

    def __init__(
        self, automaton: _Automaton, threads: frozenset[_Thread], accepts: frozenset[_Filed]
    ) -> None:
        self.automaton = automaton
        self.threads = threads
        self.accepts = accepts

    def hopes(self, char: str) -> set[_Filed]:
        """What is accepted, or may still be once ``char`` is read."""
        if not self.threads:
            return set(self.accepts)
        following = self[char]
        return {thread.filed for thread in following.threads}.union(self.accepts, following.accepts)

    def __missing__(self, char: str) -> _State:
        following = self[char] = self.automaton.after(self.threads, char)
        return following


class _Automaton:
    """Reads patterns from their anchors on (``step`` 1) or back (-1); states are made lazily."""

    def __init__(self, patterns: Sequence[Pattern], masks: dict[str, int], step: int) -> None:
        self._patterns = patterns
        self._masks = masks
        self._step = step
        self._states: dict[tuple[frozenset[_Thread], frozenset[_Filed]], _State] = {}

    def __len__(self) -> int:
        return len(self._states)

    def clear(self) -> None:
        """Forget all states."""
        self._states.clear()

    def opening(self, filed: _Filed, mask: int | None) -> list[_Thread]:
        """The threads of a pattern beside its anchor; with ``mask``, behind one token more."""
        threads = list(self._closed(filed, filed.element + self._step, 0))
        if mask is None:
            return threads
        if any(self._is_done(thread) for thread in threads):
            return threads
        return [after for thread in threads for after in self._after(thread, mask)]

    def state(self, threads: Iterable[_Thread]) -> _State:
        """The state of these threads; what is at its end is accepted and read no further."""
        threads = set(threads)
        accepts = frozenset(thread.filed for thread in threads if self._is_done(thread))
        alive = frozenset(thread for thread in threads if thread.filed not in accepts)
        key = (alive, accepts)
        state = self._states.get(key)
        if state is None:
            state = self._states[key] = _State(self, alive, accepts)
        return state

    def after(self, threads: Iterable[_Thread], char: str) -> _State:
        """The state of what these threads become when they take a token."""
        mask = self._masks.get(char, 0)
        return self.state(after for thread in threads for after in self._after(thread, mask))

    def accepted(self, state: _State, padded: str, position: int) -> frozenset[_Filed]:
        """What is read to its end from ``state`` on, the token at ``position`` being next.

        ``padded`` ends, on either side, with a character that no token has.
        """
        found, step = state.accepts, self._step
        while state.threads:
            state = state[padded[position]]
            if state.accepts:
                found |= state.accepts
            position += step
        return found

    def _after(self, thread: _Thread, mask: int) -> Iterator[_Thread]:
        """The threads that a thread becomes when it takes a token."""
        filed, i, taken = thread
        element = self._patterns[filed.pattern].elements[i]
        if mask >> element.predicate & 1:
            yield from self._closed(filed, i, taken + 1)

    def _closed(self, filed: _Filed, i: int, taken: int) -> Iterator[_Thread]:
        """A thread, and those that go on to the next elements without a token."""
        elements = self._patterns[filed.pattern].elements
        while 0 <= i < len(elements):
            if taken < elements[i].most:
                yield _Thread(filed, i, taken)
            if taken < elements[i].least:
                return
            i, taken = i + self._step, 0
        yield _Thread(filed, i, 0)

    def _is_done(self, thread: _Thread) -> bool:
        return not 0 <= thread.element < len(self._patterns[thread.filed.pattern].elements)


class PatternIndex:
    """Many patterns, filed under their rarest pair of neighbours.

    What is filed under a pair is not tried one by one: two automata, one that reads on behind the
    pair and one that reads back before it, say at once which patterns match there. Their states
    are made when a text first leads to them, as in RE2 (R. Cox, "Regular Expression Matching in
    the Wild", 2010); most die after one token.
    """

    def __init__(
        self,
        classes: Classes,
        patterns: Sequence[Pattern],
        watch: Callable[[str], bool] | None = None,
        anchors: Mapping[str, tuple[int, int]] | None = None,
        groups: Mapping[str, int] | None = None,
    ) -> None:
        """File the patterns.

        ``watch`` says of a pair that it counts for somebody else (``is_watched`` of its places).
        ``anchors`` say how some are filed: checksum of a pattern -> number of an element, and 0 to
        file it with what follows, 1 with what precedes; the others are filed by an estimate.
        ``groups`` say how they were grouped before (see ``neighbours``), if it was these patterns.
        """
        self.classes = classes
        self.patterns = patterns
        self._names = [checksum(pattern.text) for pattern in patterns]
        self._watch = watch
        self._filed: list[_Filed] = []  # bit -> what it stands for
        self._lefts = _Bits()  # predicate -> what it can begin
        self._rights = _Bits()
        known = map((anchors or {}).get, self._names)
        filed = [
            (place and pattern.anchor(*place)) or self.estimated_anchor(pattern)
            for place, pattern in zip(known, patterns, strict=True)
        ]
        for number, anchor in enumerate(filed):
            self._file(number, anchor)
        self._sides: dict[str, tuple[int, int]] = {}
        self._begins = _Begins(self._begin)
        self.groups: Mapping[str, int] = {}
        # Whoever watches pairs has to see them all.
        self._sieve = None if watch else self._made_sieve([a.pairs for a in filed], groups or {})
        # A pair with both its neighbours -> whether something may match there.
        self._windows: dict[str, bool] = {}
        self._forward = _Automaton(patterns, classes.masks, 1)
        self._backward = _Automaton(patterns, classes.masks, -1)

    @property
    def anchors(self) -> dict[str, tuple[int, int]]:
        """How the patterns are filed, as ``__init__`` takes it."""
        return {self._names[f.pattern]: (f.element, f.half) for f in self._filed}

    def _file(self, number: int, anchor: Anchor) -> None:
        filed = _Filed(number, anchor.element, anchor.half)
        for left, right in anchor.pairs:
            self._lefts.add(left, len(self._filed))
            self._rights.add(right, len(self._filed))
            self._filed.append(filed)

    def _made_sieve(
        self, pairs: Sequence[Sequence[tuple[int, int]]], known: Mapping[str, int]
    ) -> Sieve:
        """What rules out most pairs; classes are put from now on where it can tell them apart."""
        names = self._names
        is_known = known.keys() >= set(names)
        groups = [known[name] for name in names] if is_known else grouped(pairs, self._share)
        self.groups = dict(zip(names, groups, strict=True))
        lefts, rights = _Bits(), _Bits()
        for group, filed in zip(groups, pairs, strict=True):
            for left, right in filed:
                lefts.add(left, group)
                rights.add(right, group)

        def kind(mask: int) -> Kind:
            return lefts.of(mask) | (rights.of(mask) | rights[_ANY]) << GROUPS

        classes = self.classes
        classes.kind_of = kind
        return Sieve(classes.made, lambda char: kind(classes.masks[char]))

    def _share(self, predicate: int) -> float:
        return self.classes.share(predicate) if predicate >= 0 else 1.0

    def estimated_anchor(self, pattern: Pattern) -> Anchor:
        """The way to file a pattern whose pairs should be the rarest."""
        anchors = list(pattern.anchors())
        if not anchors:
            raise ValueError(f"a pattern needs one token that must be there: {pattern.text!r}")
        return min(anchors, key=self._commonness)

    def _commonness(self, anchor: Anchor) -> float:
        return sum(self._share(left) * self._share(right) for left, right in anchor.pairs)

    def matches(
        self, signature: str, places: Iterable[Place]
    ) -> Iterator[tuple[int, PatternMatch]]:
        """Every match at these places: the pattern's number and where it matches."""
        seen: set[tuple[int, int, int]] = set()
        padded = f"{_NO_TOKEN}{signature}{_NO_TOKEN}"
        read_back, read_on = self._backward.accepted, self._forward.accepted
        windows = self._windows
        if len(windows) > MAX_WINDOWS:
            windows.clear()
        for position, begin in places:
            # Most pairs are ruled out by their neighbours.
            window = padded[position : position + 4]
            is_alive = windows.get(window)
            if is_alive is None:
                is_alive = windows[window] = begin.may_match(window[0], window[3])
            if not is_alive:
                continue
            backward, forward, _ = begin
            found = read_back(backward, padded, position)
            if found:
                found &= read_on(forward, padded, position + 3)
            for number, element, half in found:
                pattern, at = self.patterns[number], position + half
                if pattern.is_fixed:
                    yield number, pattern.placed(at - element)
                    continue
                match = pattern.match_at(signature, at, element)
                if match is None:
                    continue
                key = (number, match.start, match.end)
                if key not in seen:
                    seen.add(key)
                    yield number, match

    def places(self, signature: str, within: Iterable[range] | None = None) -> list[Place]:
        """Where pairs stand under which something is filed, and what that is.

        ``within`` ranges of tokens, if given.
        """
        if within is None:
            return self._places(signature)
        return [
            (tokens.start + position, begin)
            for tokens in within
            for position, begin in self._places(signature[tokens.start : tokens.stop])
        ]

    def _places(self, signature: str) -> list[Place]:
        if len(self._begins) > MAX_PAIRS or self._states > MAX_STATES:
            self._forget()
        may_begin = self._sieve(signature) if self._sieve else b""
        found = []
        for shift, pairs in neighbours(signature):
            places = self._places_among(pairs, may_begin[shift::2])
            found += [(shift + 2 * at, begin) for at, begin in places if begin is not None]
        return found

    def _places_among(
        self, pairs: array[int], may_begin: bytes
    ) -> Iterable[tuple[int, _Begin | None]]:
        """What begins at some pairs of neighbours, or at those that are not ruled out."""
        look_up = self._begins.__getitem__
        if self._sieve is None:
            return enumerate(map(look_up, pairs))
        # No loop of Python's own: most of these pairs begin nothing either.
        places = list(compress(range(len(pairs)), may_begin))
        return zip(places, map(look_up, map(pairs.__getitem__, places)), strict=True)

    @property
    def _states(self) -> int:
        return len(self._forward) + len(self._backward)

    def _forget(self) -> None:
        for memory in (self._begins, self._windows, self._forward, self._backward):
            memory.clear()

    def _begin(self, pair: str) -> _Begin | None:
        """Where the automata begin at a pair that was not met before; None if nowhere."""
        bits = self._side(pair[0])[0] & self._side(pair[1])[1]
        filed = dict.fromkeys(self._filed[i] for i in set_bits(bits)) if bits else {}
        masks = self.classes.masks
        behind = {
            f: self._forward.opening(f, masks[pair[1]] if f.half == 0 else None) for f in filed
        }
        before = {f: self._backward.opening(f, masks[pair[0]] if f.half else None) for f in filed}
        alive = [f for f in filed if behind[f] and before[f]]
        is_watched = self._watch is not None and self._watch(pair)
        if not alive and not is_watched:
            return None
        return _Begin(
            self._backward.state(thread for f in alive for thread in before[f]),
            self._forward.state(thread for f in alive for thread in behind[f]),
            is_watched,
        )

    def _side(self, char: str) -> tuple[int, int]:
        """What a class may begin, and what it may end, as bits."""
        sides = self._sides.get(char)
        if sides is None:
            mask = self.classes.masks[char]
            left, right = self._lefts.of(mask), self._rights.of(mask) | self._rights[_ANY]
            sides = self._sides[char] = (left, right)
        return sides


class _Bits(dict[int, int]):
    """Predicate -> a row of bits, made of the numbers of its bits when first asked for."""

    def __init__(self) -> None:
        self._numbers: dict[int, list[int]] = {}

    def add(self, predicate: int, number: int) -> None:
        """Set a bit of a predicate."""
        self._numbers.setdefault(predicate, []).append(number)

    def __missing__(self, predicate: int) -> int:
        numbers = self._numbers.get(predicate, ())
        bits = self[predicate] = row_of_bits(numbers)
        return bits

    def of(self, mask: int) -> int:
        """The bits of all predicates of a mask."""
        found = 0
        for predicate in set_bits(mask & self._predicates):
            found |= self[predicate]
        return found

    @functools.cached_property
    def _predicates(self) -> int:
        return row_of_bits(predicate for predicate in self._numbers if predicate >= 0)
