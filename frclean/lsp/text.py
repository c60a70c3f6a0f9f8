"""An open document: its text, and positions in it as the protocol counts them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from lsprotocol import types

from frclean.document import Span

__all__ = ["Text"]

#: The protocol knows three ends of a line, and no others (Python's ``splitlines`` knows ten).
_LINE_END = re.compile(r"\r\n|\n|\r")


class Text:
    """A version of a document. ``encoding`` is what columns count: ``utf-8``, ``-16``, ``-32``."""

    def __init__(self, text: str, encoding: str, version: int | None = None) -> None:
        self.text = text
        self.encoding = encoding
        self.version = version

    def changed(
        self, changes: Iterable[types.TextDocumentContentChangeEvent], version: int | None
    ) -> Text:
        """The document after ``changes``, each of which counts in what the one before left."""
        now = Text(self.text, self.encoding, version)
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = now.span(change.range)
                whole = now.text[:start] + change.text + now.text[end:]
            else:
                whole = change.text
            now = Text(whole, self.encoding, version)
        return now

    def offset(self, position: types.Position) -> int:
        """The code point at a position; what lies behind the end of its line is its end."""
        if position.line >= len(self._starts):
            return len(self.text)
        start = self._starts[position.line]
        line = self._line(position.line)
        if self.encoding == "utf-32" or line.isascii():
            return start + min(position.character, len(line))
        units = 0
        for number, character in enumerate(line):
            if units >= position.character:
                return start + number
            units += self._units(character)
        return start + len(line)

    def position(self, offset: int) -> types.Position:
        """The position of a code point."""
        line = bisect_right(self._starts, offset) - 1
        return types.Position(line, self._units(self.text[self._starts[line] : offset]))

    def span(self, range: types.Range) -> Span:
        """The span of a range."""
        return Span(self.offset(range.start), self.offset(range.end))

    def range(self, span: Span) -> types.Range:
        """The range of a span."""
        return types.Range(self.position(span.start), self.position(span.end))

    def _units(self, text: str) -> int:
        if self.encoding == "utf-32" or text.isascii():
            return len(text)
        if self.encoding == "utf-8":
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text) + sum(character > "\uffff" for character in text)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def _line(self, number: int) -> str:
        """A line without its end."""
        last = number + 1 == len(self._starts)
        end = len(self.text) if last else self._starts[number + 1]
        return self.text[self._starts[number] : end].rstrip("\r\n")
