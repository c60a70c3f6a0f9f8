"""Which sentences are worth a second opinion."""

from __future__ import annotations

from collections.abc import Sequence

from frclean.document import Span
from frclean.finding import Finding
from frclean.language.analysis import Analysis

__all__ = ["is_suspect"]


def is_suspect(analysis: Analysis, tokens: range, span: Span, ours: Sequence[Finding]) -> bool:
    """True if our rules say something of the sentence, or a word of it is unknown or unexpected."""
    if any(finding.span.overlaps(span) for finding in ours):
        return True
    unknown = analysis.analyser.is_unknown
    return any(analysis.holds(index, unknown) for index in tokens)
