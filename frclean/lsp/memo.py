"""A pipeline that checks only the paragraphs it has not seen."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import replace

from frclean.document import Edit, Span
from frclean.finding import Finding
from frclean.pipeline import Pipeline

__all__ = ["MemoPipeline"]

_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
#: Paragraphs remembered: those of a long book.
_KEPT = 20_000


class MemoPipeline(Pipeline):
    """The same findings, paragraph by paragraph.

    A few rules look at a whole text (a name seen elsewhere, a text without accents): what they
    would say is not known here, and comes with the next whole check.
    """

    _memo: OrderedDict[str, tuple[Finding, ...]]

    def check(self, text: str) -> list[Finding]:
        """Findings on ``text``; paragraphs seen before cost a look-up."""
        findings: list[Finding] = []
        for start, paragraph in _paragraphs(text):
            findings += [_moved(finding, start) for finding in self._known(paragraph)]
        return _located(findings, text)

    def _known(self, paragraph: str) -> tuple[Finding, ...]:
        memo = self.__dict__.setdefault("_memo", OrderedDict())
        if paragraph not in memo:
            memo[paragraph] = tuple(super().check(paragraph))
            if len(memo) > _KEPT:
                memo.popitem(last=False)
        known: tuple[Finding, ...] = memo[paragraph]
        return known


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for match in _BLANK_LINES.finditer(text):
        if match.start() > start:
            yield start, text[start : match.start()]
        start = match.end()
    if start < len(text):
        yield start, text[start:]


def _moved(finding: Finding, by: int) -> Finding:
    if not by:
        return finding
    fixes = tuple(
        replace(
            fix,
            edits=tuple(Edit(Span(s.start + by, s.end + by), text) for s, text in fix.edits),
        )
        for fix in finding.fixes
    )
    span = Span(finding.span.start + by, finding.span.end + by)
    return replace(finding, span=span, fixes=fixes)


def _located(findings: list[Finding], text: str) -> list[Finding]:
    """The findings, which come in order, with their lines and columns in ``text``."""
    line, position, placed = 1, 0, []
    for finding in findings:
        start = finding.span.start
        line += text.count("\n", position, start) if start > position else 0
        position = max(position, start)
        column = start - (text.rfind("\n", 0, start) + 1) + 1
        placed.append(replace(finding, line=line, column=column))
    return placed
