"""Where in a signature neighbours stand that patterns may be filed under, told at a glance.

Of fifty pairs of neighbours hardly one begins a match, and to look up each of them would cost more
than all that follows, because of the memory that it touches. So patterns are put into a few
*groups*, and each class says with one bit a group whether a pattern of it may have that class as
the left one of its pair, with another whether as the right one: its *kind*. For all pairs of a
text at once, as one long integer, the bits of the left neighbours AND those of the right ones
leave one place in eight to be looked up.

Classes of one kind share the lower byte of their character (:class:`Columns`), so that a table of
256 bytes makes bits of a signature (:class:`Sieve`).
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Iterator, Sequence

__all__ = ["FIRST_CLASS", "GROUPS", "Columns", "Kind", "Sieve", "grouped", "neighbours"]

#: Class characters start here: far from anything a person would search for by accident, and
#: with room for 38,000 classes before the surrogates. Its lower byte is 0.
FIRST_CLASS = 0x4000
_LAST = 0xD7FF

_COLUMNS = 256
_ROWS = (_LAST + 1 - FIRST_CLASS) // _COLUMNS
#: The last columns, whose classes are of several kinds: rare ones, since frequent words come first.
_MIXED = 32
#: A class may stand among others that say so much more than it does.
_LITTLE = 3

#: Groups of patterns, in whole bytes: with 8, one place in five is left; with 24, one in nine.
GROUPS = 16

#: The groups of a class as a left neighbour, in the lower bits, and as a right one.
Kind = int

#: Two predicates that hold for neighbours.
_Pair = tuple[int, int]


class Columns:
    """The characters of classes: a column has one lower byte, and classes of one kind.

    >>> columns = Columns()
    >>> taken = [columns.take(kind) for kind in (0b11, 0b10, 0b11)]
    >>> [ord(char) - FIRST_CLASS for char in taken]
    [0, 1, 256]
    """

    def __init__(self) -> None:
        self._kinds: list[Kind] = []
        self._sizes: list[int] = []
        self._column: dict[Kind, int] = {}

    def take(self, kind: Kind) -> str | None:
        """The character of one more class of that kind; None if all are taken."""
        column = self._column.get(kind)
        if column is None or self._sizes[column] == _ROWS:
            column = self._opened(kind)
            if column is None:
                return None
            self._column[kind] = column
            self._kinds[column] |= kind
        self._sizes[column] += 1
        return chr(FIRST_CLASS + _COLUMNS * (self._sizes[column] - 1) + column)

    def _opened(self, kind: Kind) -> int | None:
        """A new column; once few are left, one that has room for a class of that kind."""
        count = len(self._kinds)
        if count >= _COLUMNS - _MIXED:
            free = [column for column, size in enumerate(self._sizes) if size < _ROWS]
            nearest = min(free, key=lambda at: _cost(self._kinds[at], kind), default=None)
            if nearest is not None and _cost(self._kinds[nearest], kind) <= (0, _LITTLE):
                return nearest
            if count == _COLUMNS:
                mixed = [column for column in free if column >= _COLUMNS - _MIXED]
                return min(mixed, key=lambda at: _cost(self._kinds[at], kind), default=nearest)
        self._kinds.append(kind)
        self._sizes.append(0)
        return count


def _cost(column: Kind, kind: Kind) -> tuple[int, int]:
    """How much more a column says with a class of another kind; how much more the class does."""
    return (kind & ~column).bit_count(), (column & ~kind).bit_count()


class Sieve:
    """Tells where in a signature pairs stand that may begin something.

    Args:
        classes: all that are known; there may come more.
        kind_of: the kind of a class.

    """

    def __init__(self, classes: Sequence[str], kind_of: Callable[[str], Kind]) -> None:
        self._classes = classes
        self._kind_of = kind_of
        self._known = 0
        count = GROUPS // 8
        self._lefts = [bytearray(_COLUMNS) for _ in range(count)]
        self._rights = [bytearray(_COLUMNS) for _ in range(count)]

    def __call__(self, signature: str) -> bytes:
        """For each class a byte: 0 if nothing begins with it and the next."""
        self._learn()
        columns = signature.encode("utf-16-le", "surrogatepass")[::2]
        may_begin = 0
        for left, right in zip(self._lefts, self._rights, strict=True):
            may_begin |= _number(columns, left) & _number(columns, right) >> 8
        return may_begin.to_bytes(len(columns), "little")

    def _learn(self) -> None:
        """Enter the new classes into the tables."""
        count = len(self._classes)  # another thread may add to them meanwhile
        for char in self._classes[self._known : count]:
            column, kind = ord(char) % _COLUMNS, self._kind_of(char)
            for tables, bits in ((self._lefts, kind), (self._rights, kind >> GROUPS)):
                for at, table in enumerate(tables):
                    table[column] |= bits >> 8 * at & 0xFF
        self._known = count


def _number(columns: bytes, table: bytearray) -> int:
    return int.from_bytes(columns.translate(table), "little")


def neighbours(signature: str) -> Iterator[tuple[int, array[int]]]:
    """The pairs of neighbours of a signature, each as the integer it makes in UTF-16.

    First 0 and the pairs at places 0, 2, 4 …, then 1 and those at 1, 3, 5 ….
    """
    data = signature.encode("utf-16-le", "surrogatepass")
    for shift in (0, 1):
        count = (len(signature) - shift) // 2
        pairs = array("I", data[2 * shift : 2 * shift + 4 * count])
        if sys.byteorder == "big":
            pairs.byteswap()
        yield shift, pairs


def grouped(patterns: Sequence[Sequence[_Pair]], share: Callable[[int], float]) -> list[int]:
    """A group for each pattern, so that few pairs of neighbours fit both halves of one.

    The most frequent patterns choose first, each the group to which it adds fewest pairs.

    Args:
        patterns: the pairs of each.
        share: how many tokens of French fit a predicate, from 0 to 1.

    """
    groups = [(_Half(share), _Half(share)) for _ in range(GROUPS)]
    found = [0] * len(patterns)
    size = [sum(share(left) * share(right) for left, right in pairs) for pairs in patterns]
    for i in sorted(range(len(patterns)), key=size.__getitem__, reverse=True):
        lefts, rights = map(set, zip(*patterns[i], strict=True))
        found[i] = min(range(GROUPS), key=lambda g: _growth(groups[g], lefts, rights))
        for half, predicates in zip(groups[found[i]], (lefts, rights), strict=True):
            half.add(predicates)
    return found


class _Half:
    """The predicates on one side of the pairs of a group, and about how many tokens fit one."""

    def __init__(self, share: Callable[[int], float]) -> None:
        self._share_of = share
        self._predicates: set[int] = set()
        self.share = 0.0

    def with_(self, predicates: set[int]) -> float:
        """What the share is with more of them."""
        share = self.share
        for predicate in predicates - self._predicates:
            share += self._share_of(predicate) * (1 - share)
        return share

    def add(self, predicates: set[int]) -> None:
        self.share = self.with_(predicates)
        self._predicates |= predicates


def _growth(group: tuple[_Half, _Half], lefts: set[int], rights: set[int]) -> float:
    """How many more of all pairs would fit a group."""
    left, right = group
    return left.with_(lefts) * right.with_(rights) - left.share * right.share
