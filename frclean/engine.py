"""One engine applies what every step proposes.

A step only says what it would change; this module chooses fixes that do not overlap, applies
them, and asks the step again until it has nothing left to apply. What was done is kept as
layers, from which findings are placed in the source and any of them can be undone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import NamedTuple, Protocol

from frclean.document import Document, Edit, Span
from frclean.finding import Applicability, Finding, Fix

__all__ = ["Layer", "Settled", "Shift", "Step", "compose", "invert", "place", "settle"]

#: Rules need one pass and a second that finds nothing; mojibake of mojibake up to three. A step
#: that still has something to apply then is undoing itself: what it has done stands.
MAX_PASSES = 8


class Step(Protocol):
    """Look at a document, say what should change. Never changes it.

    After its fixes a step is asked again. One that has a method ``again(document, edits, left)``
    is asked by that: it is given the document behind the ``edits`` and the findings on the one
    before that are ``left``, and need not look at what the edits have not touched.

    One that has a method ``at_least(floor)`` gives the step that ``clean`` asks in its place, where
    nobody reads what is less sure than the applicability ``floor``. What comes up to it must be
    the same.
    """

    def __call__(self, document: Document, /) -> Iterable[Finding]:
        """What there is to say about ``document``."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One round of fixes: the document they were made on, and the findings they belong to."""

    document: Document
    findings: tuple[Finding, ...]

    def edits(self) -> list[Edit]:
        """All edits of the layer, in order."""
        return sorted(edit for finding in self.findings for edit in _edits(finding))


class Settled(NamedTuple):
    """What one step came to: the document, what was applied on the way, what is left."""

    step: Step
    document: Document
    layers: tuple[Layer, ...]
    left: tuple[Finding, ...]


def settle(
    step: Step,
    document: Document,
    floor: Applicability,
    review: Callable[[tuple[Finding, ...]], tuple[Finding, ...]] | None = None,
) -> Settled:
    """Apply what may be applied until nothing is left to apply.

    ``review`` gives the findings that count, as they count.
    """
    layers: list[Layer] = []
    findings = tuple(step(document))
    for _ in range(MAX_PASSES):
        if review is not None and findings:
            findings = review(findings)
        chosen = choose(findings, floor) if findings else ()
        if not chosen:
            return Settled(step, document, tuple(layers), findings)
        layers.append(Layer(document, chosen))
        edits = layers[-1].edits()
        document = document.apply(edits)
        findings = _again(step, document, edits, findings, chosen)
    return Settled(step, document, tuple(layers), ())


def _again(
    step: Step,
    document: Document,
    edits: Sequence[Edit],
    findings: Sequence[Finding],
    chosen: Sequence[Finding],
) -> tuple[Finding, ...]:
    """What a step says after its fixes: a step that can looks only at what they changed."""
    again = getattr(step, "again", None)
    if again is None:
        return tuple(step(document))
    done = set(map(id, chosen))
    left = [finding for finding in findings if id(finding) not in done]
    return tuple(again(document, edits, left))


class Shift:
    """Leads from the text before some edits (sorted) to the text behind them."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._ends = [span.end for span, _ in edits]
        grown = (len(text) - (span.end - span.start) for span, text in edits)
        self._shifts = list(accumulate(grown, initial=0))

    @property
    def edited(self) -> list[Span]:
        """Where the replacements stand."""
        moved = zip(self._edits, self._shifts[:-1], strict=True)
        starts = ((edit.span.start + shift, edit.replacement) for edit, shift in moved)
        return [Span(start, start + len(replacement)) for start, replacement in starts]

    def span(self, span: Span) -> Span:
        """Where a span that no edit touches has come to."""
        shift = self._shifts[bisect_right(self._ends, span.start)]
        return Span(span.start + shift, span.end + shift)

    def finding(self, finding: Finding) -> Finding:
        """A finding that no edit touches, with its fixes."""
        fixes = tuple(
            replace(fix, edits=tuple(Edit(self.span(span), text) for span, text in fix.edits))
            for fix in finding.fixes
        )
        return replace(finding, span=self.span(finding.span), fixes=fixes)


def _edits(finding: Finding) -> tuple[Edit, ...]:
    return finding.fixes[0].edits if finding.fixes else ()


def choose(findings: Sequence[Finding], floor: Applicability) -> tuple[Finding, ...]:
    """The findings whose first fix may be applied together: leftmost first, then longest."""
    able = [f for f in findings if f.fixes and f.applicability.rank >= floor.rank and _acts(f)]
    able.sort(key=lambda f: (f.span.start, -f.span.end))
    taken = _Taken()
    return tuple(finding for finding in able if taken.take(_edits(finding)))


def _acts(finding: Finding) -> bool:
    """False for a fix without effect, which would never settle."""
    return any(span.start != span.end or text for span, text in _edits(finding))


class _Taken:
    """The spans that are spoken for."""

    def __init__(self) -> None:
        self.spans: list[Span] = []

    def take(self, edits: Sequence[Edit]) -> bool:
        """Take the spans of ``edits``, all or none."""
        spans = sorted(edit.span for edit in edits)
        # Findings come in order: nearly all are behind all that is taken.
        behind = not self.spans or spans[0].start > self.spans[-1].end
        if not behind and any(map(self._is_taken, spans)):
            return False
        self.spans += spans
        if not behind:
            self.spans.sort()
        return True

    def _is_taken(self, span: Span) -> bool:
        i = bisect_right(self.spans, span)
        before = self.spans[i - 1] if i else None
        after = self.spans[i] if i < len(self.spans) else None
        return (before is not None and _collide(before, span)) or (
            after is not None and _collide(span, after)
        )


def _collide(first: Span, second: Span) -> bool:
    return first.end > second.start or first.start == second.start


# --- placing in the source -------------------------------------------------------------------


def place(finding: Finding, document: Document) -> Finding:
    """``finding``, made on ``document.text``, with spans and edits in ``document.source``."""
    if not document.maps:
        return finding
    span = _grown(finding.span, document)
    source_span = document.to_source(span)
    fixes = tuple(_place_fix(fix, finding.span, span, document) for fix in finding.fixes)
    return replace(finding, span=source_span, found=source_span.slice(document.source), fixes=fixes)


def _grown(span: Span, document: Document) -> Span:
    """``span`` grown until it cuts into no earlier edit."""
    while True:
        grown = document.to_text(document.to_source(span))
        grown = Span(min(grown.start, span.start), max(grown.end, span.end))
        if grown == span:
            return span
        span = grown


def _place_fix(fix: Fix, span: Span, grown: Span, document: Document) -> Fix:
    edits = tuple(_place_edit(edit, document) for edit in fix.edits)
    if any(a.span.end > b.span.start for a, b in pairwise(edits)):
        edits = (_place_edit(Edit(span, fix.replacement), document),)
    text = document.text
    replacement = text[grown.start : span.start] + fix.replacement + text[span.end : grown.end]
    return Fix(replacement, edits, fix.applicability)


def _place_edit(edit: Edit, document: Document) -> Edit:
    span, text = edit.span, document.text
    grown = _grown(span, document)
    whole = text[grown.start : span.start] + edit.replacement + text[span.end : grown.end]
    return Edit(document.to_source(grown), whole)


# --- layers of edits as one ------------------------------------------------------------------


def invert(edits: Sequence[Edit], text: str) -> list[Edit]:
    """The edits that lead back to ``text``, on which ``edits`` (sorted) were made."""
    back, shift = [], 0
    for (start, end), replacement in edits:
        new_start = start + shift
        back.append(Edit(Span(new_start, new_start + len(replacement)), text[start:end]))
        shift += len(replacement) - (end - start)
    return back


@dataclass(slots=True)
class _Cluster:
    """Edits of two layers that touch: a span of the text between, one of the text before."""

    start: int
    end: int
    before_start: int
    before_end: int
    later: list[Edit]


def compose(first: Sequence[Edit], second: Sequence[Edit], before: str, between: str) -> list[Edit]:
    """One list of edits that does what ``first`` (on ``before``) then ``second`` do.

    ``between`` is the text after ``first``, on which ``second`` counts. Both lists are sorted.

    >>> compose([Edit(Span(0, 1), "bb")], [Edit(Span(1, 3), "")], "acd", "bbcd")
    [Edit(span=Span(start=0, end=2), replacement='b')]
    """
    merged = (_merged(cluster, between) for cluster in _clusters(first, second))
    return [edit for edit in merged if edit.span.slice(before) != edit.replacement]


def _clusters(first: Sequence[Edit], second: Sequence[Edit]) -> Iterator[_Cluster]:
    """Sweep over the text between; ``shift`` leads from it back to the text before."""
    i = j = shift = 0
    current: _Cluster | None = None
    while i < len(first) or j < len(second):
        earlier_start = first[i].span.start - shift if i < len(first) else None
        if earlier_start is not None and (
            j == len(second) or earlier_start <= second[j].span.start
        ):
            (start, end), text = first[i]
            item = _Cluster(earlier_start, earlier_start + len(text), start, end, [])
            shift += (end - start) - len(text)
            i += 1
        else:
            (start, end), _ = second[j]
            item = _Cluster(start, end, start + shift, end + shift, [second[j]])
            j += 1
        if current is not None and item.start <= current.end:
            _absorb(current, item)
        else:
            if current is not None:
                yield current
            current = item
    if current is not None:
        yield current


def _absorb(cluster: _Cluster, item: _Cluster) -> None:
    """Grow ``cluster`` by ``item``; what lies behind both ends keeps its distance to the end."""
    if item.later:
        if item.end > cluster.end:
            cluster.before_end += item.end - cluster.end
            cluster.end = item.end
        cluster.later += item.later
        return
    # An earlier edit inside a later one: the later one's end was counted without its shift.
    grows = (item.before_end - item.before_start) - (item.end - item.start)
    if item.end > cluster.end:
        cluster.before_end = item.before_end
        cluster.end = item.end
    else:
        cluster.before_end += grows


def _merged(cluster: _Cluster, between: str) -> Edit:
    pieces, position = [], cluster.start
    for (start, end), text in cluster.later:
        pieces += [between[position:start], text]
        position = end
    pieces.append(between[position : cluster.end])
    return Edit(Span(cluster.before_start, cluster.before_end), "".join(pieces))
