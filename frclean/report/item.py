"""What every report is made of: findings in their files."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from frclean.document import Span
from frclean.finding import Applicability, Finding, Fix

__all__ = ["LEVELS", "File", "Item", "Level", "Place", "Report", "joined", "level"]

Level = Literal["error", "warning", "info"]
#: The levels, the gravest first.
LEVELS: tuple[Level, ...] = ("error", "warning", "info")

_BY_APPLICABILITY: dict[Applicability, Level] = {
    Applicability.SAFE: "error",
    Applicability.UNSAFE: "warning",
    Applicability.DISPLAY: "info",
}
#: Families that are about how a file is kept, not about what it says.
_STYLE = frozenset(("TYP", "WSP", "SUP"))


def level(finding: Finding) -> Level:
    """How sure it is that something is wrong: ``error`` if every careful editor would say so."""
    by_fix = _BY_APPLICABILITY[finding.applicability]
    return "warning" if by_fix == "error" and finding.family in _STYLE else by_fix


class Place(NamedTuple):
    """A line and a column in it, both counted from 1; columns count code points."""

    line: int
    column: int


@dataclass(frozen=True)
class File:
    """A file that was checked: its path as it was named, its text, what there is to say."""

    path: str
    text: str = field(repr=False)
    findings: tuple[Finding, ...]
    rule_url: str = ""

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def place(self, offset: int) -> Place:
        """The line and the column of a character."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """Where a line stands, without its end."""
        start = self._starts[line - 1]
        end = self._starts[line] - 1 if line < len(self._starts) else len(self.text)
        return Span(start, end - self.text.endswith("\r", start, end))


@dataclass(frozen=True)
class Item:
    """One finding in its file."""

    file: File
    finding: Finding
    number: int
    """The how manieth finding of the same rule about the same words in the file."""

    @property
    def path(self) -> str:
        """The file's path."""
        return self.file.path

    @property
    def level(self) -> Level:
        """How grave it is."""
        return level(self.finding)

    @property
    def start(self) -> Place:
        """Where it starts."""
        return self.file.place(self.finding.span.start)

    @property
    def end(self) -> Place:
        """Where it ends: behind its last character."""
        return self.file.place(self.finding.span.end)

    @property
    def url(self) -> str:
        """The address of the rule's page; empty if none is known."""
        return self.file.rule_url.replace("{code}", self.finding.code)

    @property
    def fingerprint(self) -> str:
        """A digest by which the finding is known again when lines have moved."""
        parts = (self.path, self.finding.code, self.finding.found, str(self.number))
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class Report:
    """Everything a writer needs."""

    files: Sequence[File]
    lang: str = "fr"
    color: bool = False
    unsafe_fixes: bool = False

    @cached_property
    def items(self) -> list[Item]:
        """All findings, file by file."""
        return [item for file in self.files for item in _items(file)]


def _items(file: File) -> Iterable[Item]:
    seen: Counter[tuple[str, str]] = Counter()
    for finding in file.findings:
        key = (finding.code, finding.found)
        seen[key] += 1
        yield Item(file, finding, seen[key])


def joined(fix: Fix, text: str) -> tuple[Span, str]:
    """All edits of a fix as one: the span that holds them, and what stands there then."""
    edits = sorted(fix.edits)
    start, end = edits[0].span.start, max(edit.span.end for edit in edits)
    pieces, position = [], start
    for span, replacement in edits:
        pieces += [text[position : span.start], replacement]
        position = span.end
    pieces.append(text[position:end])
    return Span(start, end), "".join(pieces)
