"""What ``explain()`` gives back: the text, every finding, and the way back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple

from frclean.boilerplate.metadata import Metadata
from frclean.document import Document, Edit, OffsetMap, Span
from frclean.engine import Layer, compose, invert, place
from frclean.finding import Finding, edits_to_json

__all__ = ["Metadata", "Removed", "Result"]


class Removed(NamedTuple):
    """Text that was taken out: what, where in the source, under which code, and why."""

    line: str
    span: Span
    code: str
    reason: str


@dataclass(frozen=True)
class Result:
    """A text, cleaned and explained.

    Spans count code points of :attr:`source`, the text that was given.
    """

    document: Document
    layers: tuple[Layer, ...] = ()
    left: tuple[tuple[Document, Finding], ...] = field(default=(), repr=False)
    metadata: Metadata = field(default_factory=Metadata)

    @property
    def source(self) -> str:
        """The text that was given."""
        return self.document.source

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.document.text

    @cached_property
    def applied(self) -> tuple[Finding, ...]:
        """The findings whose fix has been applied, in the order of the source."""
        pairs = [(layer.document, f) for layer in self.layers for f in layer.findings]
        return self._placed(pairs)

    @cached_property
    def remaining(self) -> tuple[Finding, ...]:
        """The findings that are only shown, in the order of the source."""
        return self._placed(self.left)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order of the source."""
        return tuple(sorted((*self.applied, *self.remaining), key=lambda f: f.span))

    @cached_property
    def removed(self) -> tuple[Removed, ...]:
        """The lines that were taken out."""
        return tuple(
            Removed(f.found.strip("\n"), f.span, f.code, f.reason) for f in self.applied if f.reason
        )

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """The changes as one list of edits: made on ``source`` they give ``text``."""
        return tuple(self._total)

    @cached_property
    def _total(self) -> list[Edit]:
        total: list[Edit] = []
        for layer in self.layers:
            total = compose(total, layer.edits(), self.source, layer.document.text)
        return total

    def to_source(self, span: Span | tuple[int, int]) -> Span:
        """Where what stands at ``span`` of ``text`` came from, as a span of ``source``."""
        return self.document.to_source(Span(*span))

    def to_text(self, span: Span | tuple[int, int]) -> Span:
        """What became of ``span`` of ``source``, as a span of ``text``; empty if it is gone."""
        return self.document.to_text(Span(*span))

    def undo(self, what: str | Finding) -> Result:
        """The result without a finding's fix, or without those of a code or family.

        Fixes that were made on top of what is undone go with it. Nothing else changes.

        Raises:
            ValueError: if nothing of the kind was applied.

        """
        undone = [self._is_meant(what, layer) for layer in self.layers]
        if not any(any(flags) for flags in undone):
            raise ValueError(f"nothing to undo: {what!r} was not applied to this text")
        return _rebuild(self, undone)

    def _is_meant(self, what: str | Finding, layer: Layer) -> list[bool]:
        if isinstance(what, str):
            return [what in (f.code, f.family, f.name) for f in layer.findings]
        return [
            f.code == what.code and self._located(place(f, layer.document)).span == what.span
            for f in layer.findings
        ]

    def to_dict(self) -> dict[str, Any]:
        """The result as JSON-ready values."""
        return {
            "text": self.text,
            "findings": [
                {**finding.to_dict(), "applied": is_applied}
                for finding, is_applied in sorted(
                    [(f, True) for f in self.applied] + [(f, False) for f in self.remaining],
                    key=lambda pair: pair[0].span,
                )
            ],
            "removed": [
                {"line": r.line, "start": r.span.start, "end": r.span.end, "code": r.code,
                 "reason": r.reason}
                for r in self.removed
            ],
            "metadata": self.metadata.to_dict(),
            "edits": edits_to_json(self.edits),
        }  # fmt: skip

    def _placed(self, pairs: Sequence[tuple[Document, Finding]]) -> tuple[Finding, ...]:
        placed = (self._located(place(finding, document)) for document, finding in pairs)
        return tuple(sorted(placed, key=lambda f: f.span))

    def _located(self, finding: Finding) -> Finding:
        """``finding`` with its line and column, both counted from 1."""
        line = bisect_right(self._line_starts, finding.span.start)
        column = finding.span.start - self._line_starts[line - 1] + 1
        return replace(finding, line=line, column=column)

    @cached_property
    def _line_starts(self) -> list[int]:
        starts, position = [0], 0
        for line in self.source.split("\n"):
            position += len(line) + 1
            starts.append(position)
        return starts[:-1]


def _rebuild(result: Result, undone: Sequence[Sequence[bool]]) -> Result:
    """Play the layers again without what is undone.

    ``drift`` are the edits that lead from the text a layer was made on to the text that stands
    in its place now; a fix that touches the drift was made on top of something undone.
    """
    document = Document.of(result.source)
    layers: list[Layer] = []
    left = list(result.left)
    drift: list[Edit] = []
    for layer, flags in zip(result.layers, undone, strict=True):
        kept, lost = _sorted_out(layer, flags, drift)
        left += [(layer.document, finding) for finding in lost]
        moved = Layer(document, tuple(_moved(finding, drift) for finding in kept))
        then = document.apply(moved.edits())
        drift = _new_drift(layer, drift, moved, document)
        if moved.findings:
            layers.append(moved)
        document = then
    return Result(document, tuple(layers), tuple(left), result.metadata)


def _sorted_out(
    layer: Layer, flags: Sequence[bool], drift: Sequence[Edit]
) -> tuple[list[Finding], list[Finding]]:
    kept: list[Finding] = []
    lost: list[Finding] = []
    for finding, is_undone in zip(layer.findings, flags, strict=True):
        (lost if is_undone or _touches(finding, drift) else kept).append(finding)
    return kept, lost


def _touches(finding: Finding, drift: Sequence[Edit]) -> bool:
    if not drift:
        return False
    starts = [edit.span.start for edit in drift]
    for (start, end), _ in finding.fixes[0].edits:
        i = bisect_right(starts, end)
        if any(drift[k].span.end >= start for k in range(max(0, i - 1), i)):
            return True
    return False


def _moved(finding: Finding, drift: Sequence[Edit]) -> Finding:
    if not drift:
        return finding
    way = OffsetMap(drift)
    fixes = tuple(
        replace(fix, edits=tuple(Edit(way.after(span), text) for span, text in fix.edits))
        for fix in finding.fixes
    )
    return replace(finding, span=way.after(finding.span), fixes=fixes)


def _new_drift(layer: Layer, drift: list[Edit], moved: Layer, document: Document) -> list[Edit]:
    """From the text after the old layer, back before it, over the drift, through the new one."""
    old_edits = layer.edits()
    before = layer.document.text
    after = layer.document.apply(old_edits).text
    back = invert(old_edits, before)
    there = compose(back, drift, after, before)
    return compose(there, moved.edits(), after, document.text)
