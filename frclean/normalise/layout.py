"""Blocks of lines whose blanks mean something: verse, code, tables."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

__all__ = ["keeps_columns", "keeps_indents"]


def keeps_indents(indents: Sequence[str], contents: Sequence[str]) -> bool:
    """True if the lines of a block are set in by different amounts: verse, code, nested lists.

    A first line alone that is set in is the beginning of a paragraph, not a layout.

    >>> keeps_indents(["", "  ", ""], ["Sous le pont", "Et nos amours", "Faut-il"])
    True
    >>> keeps_indents(["  ", "", ""], ["Il était une fois", "un roi", "et une reine."])
    False
    """
    widths = [len(indent) for indent in indents]
    return len(widths) > 1 and len(set(widths)) > 1 and any(widths[1:])


#: A cell of a table: words parted by single blanks.
_CELL = re.compile(r"\S+(?:[^\S\t]\S+)*")


def keeps_columns(lines: Sequence[str]) -> bool:
    """True if ``lines`` are the rows of a table: bars, tabs, or cells that stand in columns.

    >>> keeps_columns(["Équipe  J  G", "Lens   10  7"])
    True
    >>> keeps_columns(["Deux  mots  de prose", "et encore   deux."])
    False
    """
    if len(lines) < 2:
        return False
    return _same_count(lines, "|") or _is_tabbed(lines) or _is_aligned(lines)


def _same_count(lines: Sequence[str], separator: str) -> bool:
    counts = {line.count(separator) for line in lines}
    return len(counts) == 1 and counts != {0}


_LONG_CELL = 60  # characters; prose with one tab per paragraph has longer ones


def _is_tabbed(lines: Sequence[str]) -> bool:
    if not _same_count(lines, "\t"):
        return False
    cells = [cell for line in lines for cell in line.split("\t")]
    return sum(map(len, cells)) < _LONG_CELL * len(cells)


#: Share of cells that must start or end where one does in the row above. Doubled blanks in prose
#: hit a column of the line above by chance, about one cell in three.
_ALIGNED = 0.6


def _cells(line: str) -> list[tuple[int, int]]:
    """Where the cells of a line stand; nowhere, if it is but one."""
    # Tabs and no-break spaces are not printable; most lines have no gap at all.
    if "  " not in line and line.isprintable():
        return []
    return [match.span() for match in _CELL.finditer(line)]


def _is_aligned(lines: Sequence[str]) -> bool:
    rows = [_cells(line)[1:] for line in lines]
    cells = hits = 0
    for above, row in itertools.pairwise(rows):
        cells += len(row)
        if not above or not row:
            continue
        starts, ends = {start for start, _ in above}, {end for _, end in above}
        hits += sum(start in starts or end in ends for start, end in row)
    return hits >= max(2, _ALIGNED * cells)
