"""Boosted trees, all walked at once with the bits of one integer.

A tree's leaves are bits, counted from the left. A condition that fails rules out the leaves of
its left side; what is left when every condition has been looked at is the leaf that was meant
(QuickScorer: Lucchese et al., SIGIR 2015). Conditions are sorted by feature and threshold, so a
value needs one binary search and one AND for all trees together, instead of walking each. Values
come in columns, because so do the loops that Python runs quickest.
"""

from __future__ import annotations

import functools
import sys
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from operator import and_
from typing import Any

__all__ = ["Forest"]

_WIDTH = 16
"""Bits kept for one tree: the most leaves that it may have."""


class Forest:
    """Trees as nested lists: ``[feature, threshold, at most, more]``, or a number for a leaf.

    >>> forest = Forest(["chars", "words"], [["chars", 10, -1.0, ["words", 3, 0.5, 2.0]]])
    >>> forest.scores([[10, 11, 11], [9, 2, 4]])
    [-1.0, 0.5, 2.0]
    """

    def __init__(self, names: Sequence[str], trees: Sequence[Any]) -> None:
        self._places = {name: i for i, name in enumerate(names)}
        self._conditions: list[list[tuple[float, int]]] = [[] for _ in names]
        self._leaves: list[dict[int, float]] = []
        self._all = 0
        for tree in trees:
            self._plant(tree)
        full = self._all
        self._thresholds = [sorted({t for t, _ in found}) for found in self._conditions]
        self._masks = [
            _running_masks(full, found, thresholds)
            for found, thresholds in zip(self._conditions, self._thresholds, strict=True)
        ]
        self._ones = sum(1 << (_WIDTH * i) for i in range(len(trees)))
        self._size = _WIDTH // 8 * len(trees)

    def _plant(self, tree: Any) -> None:
        shift = _WIDTH * len(self._leaves)
        leaves: list[float] = []
        self._grow(tree, shift, leaves)
        if len(leaves) > _WIDTH:
            raise ValueError(f"a tree has {len(leaves)} leaves, {_WIDTH} are the most")
        self._all |= ((1 << len(leaves)) - 1) << shift
        self._leaves.append({1 << i: value for i, value in enumerate(leaves)})

    def _grow(self, node: Any, shift: int, leaves: list[float]) -> None:
        """Number the leaves from the left; note what each condition rules out when it fails."""
        if not isinstance(node, list):
            leaves.append(float(node))
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
        for column, thresholds, masks in zip(columns, self._thresholds, self._masks, strict=True):
            if not thresholds:
                continue
            if column.count(column[0]) == len(column):  # said of the page, not of the line
                same &= masks[bisect_left(thresholds, column[0])]
            else:
                found.append([masks[bisect_left(thresholds, value)] for value in column])
        if not found:
            return [self._sum(same)] * len(columns[0])
        return [self._sum(functools.reduce(and_, row, same)) for row in zip(*found, strict=True)]

    def _sum(self, alive: int) -> float:
        """The sum of the leftmost leaves that are alive."""
        leftmost = alive & ~(alive - self._ones)
        bits = array("H", leftmost.to_bytes(self._size, "little"))
        if sys.byteorder == "big":
            bits.byteswap()
        return sum(map(dict.__getitem__, self._leaves, bits))


def _running_masks(
    full: int, conditions: Sequence[tuple[float, int]], thresholds: Sequence[float]
) -> list[int]:
    """Leaves left when the value is above none, the first, the first two… of the thresholds."""
    ruled_out = dict.fromkeys(thresholds, 0)
    for threshold, leaves in conditions:
        ruled_out[threshold] |= leaves
    masks = [full]
    for threshold in thresholds:
        masks.append(masks[-1] & ~ruled_out[threshold])
    return masks
