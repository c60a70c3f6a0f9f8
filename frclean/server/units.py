"""Offsets as LanguageTool counts them: in UTF-16 units, over the text that was sent."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Part", "Sent", "units_before"]


class Part(NamedTuple):
    """A stretch of what was sent: as it was sent, and as it is read."""

    sent: str
    read: str


class Sent:
    """A text with its markup, and the way from what is read of it back to what was sent.

    >>> parts = Part("<b>", ""), Part("Une 😀", "Une 😀"), Part("&nbsp;", " "), Part("a", "a")
    >>> sent = Sent(parts)
    >>> sent.text, sent.span(4, 6), sent.units(3, 8)
    ('Une 😀 a', (7, 14), (3, 9))
    """

    def __init__(self, parts: Iterable[Part]) -> None:
        self._parts = list(parts)
        self.text = "".join(part.read for part in self._parts)
        self.sent = "".join(part.sent for part in self._parts)
        self._read_starts, self._sent_starts = [0], [0]
        for part in self._parts:
            self._read_starts.append(self._read_starts[-1] + len(part.read))
            self._sent_starts.append(self._sent_starts[-1] + len(part.sent))
        self._units = units_before(self.sent)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where what is read from ``start`` to ``end`` stands in what was sent."""
        first = self._at(start, bisect_right(self._read_starts, start) - 1, ends=False)
        if end == start:
            return first, first
        return first, self._at(end, bisect_left(self._read_starts, end) - 1, ends=True)

    def units(self, start: int, end: int) -> tuple[int, int]:
        """Two offsets of what was sent, in UTF-16 units."""
        return start + bisect_left(self._units, start), end + bisect_left(self._units, end)

    def is_text(self, start: int, end: int) -> bool:
        """True if a span that is read was sent as it is, in one piece."""
        at = bisect_right(self._read_starts, start) - 1
        if at >= len(self._parts) or end > self._read_starts[at + 1]:
            return False
        return self._parts[at].sent == self._parts[at].read

    def _at(self, offset: int, number: int, *, ends: bool) -> int:
        number = min(max(number, 0), len(self._parts) - 1) if self._parts else 0
        if not self._parts:
            return 0
        part, inside = self._parts[number], offset - self._read_starts[number]
        if part.sent != part.read:  # markup that is read as something: all of it or nothing
            inside = len(part.sent) if ends else 0
        return self._sent_starts[number] + inside


def units_before(text: str) -> list[int]:
    """Where in ``text`` the characters stand that UTF-16 counts twice."""
    if text.isascii():
        return []
    return [index for index, char in enumerate(text) if char > "\uffff"]
