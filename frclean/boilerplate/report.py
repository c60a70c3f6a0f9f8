"""Findings for lines that go, and the edits that leave one blank line between what stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from frclean.boilerplate.codes import KINDS
from frclean.boilerplate.lines import Line
from frclean.document import Edit, Span
from frclean.finding import Applicability, Finding, Fix

__all__ = ["Verdict", "findings"]

_SHOWN = 60
"""Characters of a line that a message quotes."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A line that goes: what kind of residue it is, and why it is taken for that."""

    index: int
    kind: str
    reason: str
    applicability: Applicability = Applicability.SAFE


def findings(text: str, lines: Sequence[Line], verdicts: Sequence[Verdict]) -> list[Finding]:
    """One finding per run of adjacent lines of one kind; ``verdicts`` are in order."""
    found = []
    for block in _blocks(verdicts):
        cut = _Cut.of(text, lines, block[0].index, block[-1].index)
        runs = [list(run) for _, run in groupby(block, key=lambda v: (v.kind, v.applicability))]
        for run, edit in zip(runs, cut.edits(lines, runs), strict=True):
            found.append(_finding(text, lines, run, edit))
    return found


def _blocks(verdicts: Sequence[Verdict]) -> Iterator[list[Verdict]]:
    """Verdicts on adjacent lines together."""
    block: list[Verdict] = []
    for verdict in verdicts:
        if block and verdict.index != block[-1].index + 1:
            yield block
            block = []
        block.append(verdict)
    if block:
        yield block


@dataclass(frozen=True, slots=True)
class _Cut:
    """A run of lines that goes, with the line breaks before or after it.

    ``forward`` cuts to the start of the next line that stays, else from the end of the one
    before. Either way each part of the run can go alone and leave whole lines.
    """

    span: Span
    forward: bool
    replacement: str

    @classmethod
    def of(cls, text: str, lines: Sequence[Line], first: int, last: int) -> _Cut:
        start, end = lines[first].start, lines[last].end
        if last + 1 == len(lines):
            tail = "\n" if text.endswith("\n") else ""
            before = lines[first - 1].end if first else 0
            return cls(Span(before, len(text) - len(tail)), False, "")
        next_start = _line_start(text, lines[last + 1].start)
        if not first:
            return cls(Span(0, next_start), True, "")
        before = lines[first - 1].end
        gap_before = "\n\n" in _squeeze(text[before:start])
        gap_after = "\n\n" in _squeeze(text[end:next_start])
        if gap_after and not gap_before:
            return cls(Span(before, end), False, "")
        inner = not gap_before and _has_blank(lines, first, last)
        return cls(Span(_line_start(text, start), next_start), True, "\n" if inner else "")

    def edits(self, lines: Sequence[Line], runs: Sequence[Sequence[Verdict]]) -> list[Edit]:
        """The span shared out among the runs of verdicts, whole lines to each."""
        if self.forward:
            inner = [lines[run[0].index].start for run in runs[1:]]
        else:
            inner = [lines[run[-1].index].end for run in runs[:-1]]
        borders = [self.span.start, *inner, self.span.end]
        spans = [Span(a, b) for a, b in pairwise(borders)]
        *others, last = [Edit(span, "") for span in spans]
        return [*others, Edit(last.span, self.replacement)]


def _line_start(text: str, position: int) -> int:
    """The start of the line that holds ``position``: indents go with their line."""
    return text.rfind("\n", 0, position) + 1


def _squeeze(gap: str) -> str:
    return gap.replace(" ", "").replace("\t", "").replace("\xa0", "")


def _has_blank(lines: Sequence[Line], first: int, last: int) -> bool:
    return lines[last].number - lines[first].number > last - first


def _finding(text: str, lines: Sequence[Line], run: Sequence[Verdict], edit: Edit) -> Finding:
    span = Span(lines[run[0].index].start, lines[run[-1].index].end)
    code = KINDS[run[0].kind]
    found = span.slice(text)
    shown = " / ".join(lines[verdict.index].text for verdict in run)
    shown = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
    fix = Fix(edit.replacement, (edit,), run[0].applicability)
    message = code.message.format(found=shown)
    return Finding(code.code, code.name, message, span, found, (fix,), run[0].reason)
