"""Boosted trees, all walked at once with the bits of one integer.

A tree's leaves are bits, counted from the left. A condition that fails rules out the leaves of
its left side; what is left when every condition has been looked at is the leaf that was meant
(QuickScorer: Lucchese et al., SIGIR 2015). Conditions are sorted by feature and threshold, so a
value needs one binary search and one AND for all trees together, instead of walking each. Values
come in columns, because so do the loops that Python runs quickest.

The values of the leaves are added up bit by bit: for each binary place, one AND with the leaves
whose value has it, and a count of what is left.
"""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from operator import and_
from typing import Any

__all__ = ["Forest"]

_WIDTH = 16
"""Bits kept for one tree: the most leaves that it may have."""
_UNIT = 1000
"""Leaves are rounded to so many parts of 1."""
_MOST_REMEMBERED = 10_000
"""Values of a column of whole numbers of which the masks are remembered."""


class Forest:
    """Trees as nested lists: ``[feature, threshold, at most, more]``, or a number for a leaf.

    >>> forest = Forest(["chars", "words"], [["chars", 10, -1.0, ["words", 3, 0.5, 2.0]]])
    >>> forest.scores([[10, 11, 11], [9, 2, 4]])
    [-1.0, 0.5, 2.0]

    Args:
        names: of the columns, in their order.
        trees: their leaves count to three decimals.

    Raises:
        ValueError: if a tree has more than 16 leaves.

    """

    def __init__(self, names: Sequence[str], trees: Sequence[Any]) -> None:
        self._places = {name: i for i, name in enumerate(names)}
        self._conditions: list[list[tuple[float, int]]] = [[] for _ in names]
        self._leaves: list[list[int]] = []
        self._all = 0
        for tree in trees:
            self._plant(tree)
        self._masks = [_Masks(self._all, found) for found in self._conditions]
        self._ones = sum(1 << (_WIDTH * i) for i in range(len(trees)))
        self._least = sum(map(min, self._leaves))
        self._binary = _binary(self._leaves)

    def _plant(self, tree: Any) -> None:
        shift = _WIDTH * len(self._leaves)
        leaves: list[int] = []
        self._grow(tree, shift, leaves)
        if len(leaves) > _WIDTH:
            raise ValueError(f"a tree has {len(leaves)} leaves, {_WIDTH} are the most")
        self._all |= ((1 << len(leaves)) - 1) << shift
        self._leaves.append(leaves)

    def _grow(self, node: Any, shift: int, leaves: list[int]) -> None:
        """Number the leaves from the left; note what each condition rules out when it fails."""
        if not isinstance(node, list):
            leaves.append(round(node * _UNIT))
            return
        name, threshold, at_most, more = node
        before = len(leaves)
        self._grow(at_most, shift, leaves)
        ruled_out = ((1 << (len(leaves) - before)) - 1) << (before + shift)
        self._conditions[self._places[name]].append((float(threshold), ruled_out))
        self._grow(more, shift, leaves)

    def scores(self, columns: Sequence[Sequence[float]]) -> list[float]:
        """For each row, the sum over all trees of the leaf that its values lead to."""
        if not columns[0]:
            return []
        same, found = self._all, []
        for column, masks in zip(columns, self._masks, strict=True):
            if not masks.thresholds:
                continue
            if column.count(column[0]) == len(column):  # said of the page, not of the line
                same &= masks.of(column[0])
            else:
                found.append(masks.of_all(column))
        if not found:
            return [self._sum(same)] * len(columns[0])
        return [self._sum(functools.reduce(and_, row, same)) for row in zip(*found, strict=True)]

    def _sum(self, alive: int) -> float:
        """The sum of the leftmost leaves that are alive."""
        leftmost = alive & ~(alive - self._ones)
        parts = [worth * (leftmost & leaves).bit_count() for worth, leaves in self._binary]
        return (self._least + sum(parts)) / _UNIT


class _Masks(dict[float, int]):
    """Value of a column -> the leaves of all trees that it leaves alive.

    Whole numbers are remembered, since they come again; others hardly ever do.
    """

    def __init__(self, full: int, conditions: Sequence[tuple[float, int]]) -> None:
        ruled_out = dict.fromkeys(sorted(threshold for threshold, _ in conditions), 0)
        for threshold, leaves in conditions:
            ruled_out[threshold] |= leaves
        self.thresholds = list(ruled_out)
        # What is left when the value is above none, the first, the first two… of the thresholds.
        self._left = [*accumulate(ruled_out.values(), lambda left, out: left & ~out, initial=full)]

    def __missing__(self, value: float) -> int:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        found = self[value] = self.of(value)
        return found

    def of(self, value: float) -> int:
        return self._left[bisect_left(self.thresholds, value)]

    def of_all(self, column: Sequence[float]) -> list[int]:
        """``of`` each of the values, which are all whole numbers or all are not."""
        if type(column[0]) is int:
            return list(map(self.__getitem__, column))
        left, thresholds = self._left, self.thresholds
        return [left[bisect_left(thresholds, value)] for value in column]


def _binary(trees: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """For 1, 2, 4, 8…: the leaves that have it in what they are above the least of their tree."""
    found: Counter[int] = Counter()
    for at, leaves in enumerate(trees):
        least = min(leaves)
        for i, leaf in enumerate(leaves):
            above = leaf - least
            for place in range(above.bit_length()):
                found[1 << place] |= (above >> place & 1) << (_WIDTH * at + i)
    return list(found.items())
