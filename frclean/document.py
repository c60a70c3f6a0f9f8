"""Text that remembers where each character came from.

Everything else in frclean proposes :class:`Edit`\\ s on a :class:`Document`; only
:meth:`Document.apply` makes a new text, and it keeps one :class:`OffsetMap` per layer of edits.
A map holds the edges of the edits, not every character (as ruff's ``SourceMap``), so text with
three repairs costs three entries, however long it is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

__all__ = ["Document", "Edit", "OffsetMap", "Span"]


class Span(NamedTuple):
    """A half-open range of code points: ``text[span.start:span.end]``, like a Python slice.

    >>> Span(2, 5).slice("frclean")
    'cle'
    """

    start: int
    end: int

    def slice(self, text: str) -> str:
        """What stands at this span of ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True if the two share a character; an empty span shares one with what is around it."""
        return self.start < other.end and other.start < self.end


class Edit(NamedTuple):
    """Replace what stands at ``span`` by ``replacement``."""

    span: Span
    replacement: str


class OffsetMap:
    """The way between the two sides of one layer of edits.

    ``edits`` must be sorted and must not overlap. Offsets inside an edit have no exact
    counterpart: a span that touches the inside of an edit grows to the whole edit.
    """

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.edits = edits

    @cached_property
    def _edges(self) -> tuple[list[int], list[int], list[int], list[int]]:
        """Starts and ends of the edits, on the side before and on the side after."""
        starts, ends, new_starts, new_ends = [], [], [], []
        shift = 0
        for (start, end), replacement in self.edits:
            starts.append(start)
            ends.append(end)
            new_starts.append(start + shift)
            new_ends.append(start + shift + len(replacement))
            shift += len(replacement) - (end - start)
        return starts, ends, new_starts, new_ends

    def before(self, span: Span) -> Span:
        """The smallest span before the edits that holds what is at ``span`` after them."""
        starts, ends, new_starts, new_ends = self._edges
        # What begins where something was taken out begins behind it.
        return _cross(span, new_starts, new_ends, starts, ends, behind=True)

    def after(self, span: Span) -> Span:
        """The smallest span after the edits that holds what became of ``span`` before them."""
        starts, ends, new_starts, new_ends = self._edges
        return _cross(span, starts, ends, new_starts, new_ends)

    def touched(self, span: Span) -> Span:
        """``span`` (after the edits) grown to hold every edit that it cuts into."""
        _, _, new_starts, new_ends = self._edges
        return _cross(span, new_starts, new_ends, new_starts, new_ends)


def _cross(
    span: Span,
    starts: list[int],
    ends: list[int],
    other_starts: list[int],
    other_ends: list[int],
    *,
    behind: bool = False,
) -> Span:
    """Carry ``span`` from one side of the edits to the other.

    An empty edit at its start stays before it, also the first of all if ``behind``.

    >>> _cross(Span(0, 3), [1], [2], [1], [4])
    Span(start=0, end=5)
    >>> _cross(Span(2, 3), [1], [2], [1], [4])  # behind the edit: only shifted
    Span(start=4, end=5)
    """
    start, end = span
    # The last edit that starts before `start` holds it if it ends behind it.
    i = bisect_left(starts, start) - 1
    if i >= 0 and ends[i] > start:
        new_start = other_starts[i]
    else:
        # An empty span at an edit's edge stays outside the edit.
        j = bisect_right(ends, start) - 1 if i >= 0 or (behind and end > start) else i
        new_start = start + (other_ends[j] - ends[j]) if j >= 0 else start
    if end == start:
        return Span(new_start, new_start)
    k = bisect_left(starts, end) - 1
    if k >= 0 and ends[k] > end:
        new_end = other_ends[k]
    else:
        new_end = end + (other_ends[k] - ends[k]) if k >= 0 else end
    return Span(new_start, max(new_start, new_end))


@dataclass(frozen=True)
class Document:
    """Text, and the way back to what we were given. Immutable: ``apply`` returns a new one.

    >>> document = Document.of("Le coalition.").apply([Edit(Span(0, 2), "La")])
    >>> document.text, document.to_source(Span(3, 12))
    ('La coalition.', Span(start=3, end=12))
    """

    source: str
    text: str
    maps: tuple[OffsetMap, ...] = ()

    @classmethod
    def of(cls, text: str) -> Document:
        """The document of a text to which nothing has been done."""
        return cls(text, text)

    def apply(self, edits: Iterable[Edit]) -> Document:
        """A new document with ``edits`` made; raises ValueError if two of them overlap."""
        ordered = sorted(edits, key=_by_position)
        if not ordered:
            return self
        text = "".join(_pieces(self.text, ordered))
        return Document(self.source, text, (*self.maps, OffsetMap(ordered)))

    def to_source(self, span: Span) -> Span:
        """Where what stands at ``span`` of ``text`` came from, as a span of ``source``."""
        for layer in reversed(self.maps):
            span = layer.before(span)
        return span

    def to_text(self, span: Span) -> Span:
        """What became of ``span`` of ``source``, as a span of ``text``; empty if it is gone."""
        for layer in self.maps:
            span = layer.after(span)
        return span

    @property
    def changed(self) -> bool:
        """True if an edit has been made, even one that another has undone since."""
        return bool(self.maps)


def _by_position(edit: Edit) -> tuple[int, int]:
    return edit.span


def _pieces(text: str, ordered: Sequence[Edit]) -> Iterator[str]:
    position = 0
    for edit in ordered:
        (start, end), replacement = edit
        if start < position:
            raise ValueError(f"edits overlap: {edit} starts before {position}")
        yield text[position:start]
        yield replacement
        position = end
    yield text[position:]
