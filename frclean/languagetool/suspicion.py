"""Which sentences are worth a second opinion."""

from __future__ import annotations

from collections.abc import Sequence

from frclean.document import Span
from frclean.finding import Finding
from frclean.language.analysis import Analysis
from frclean.language.tokens import WORD

__all__ = ["is_suspect"]

#: A word whose part of speech is less sure than this does not stand where such words stand.
_UNSURE = 0.6


def is_suspect(analysis: Analysis, tokens: range, span: Span, ours: Sequence[Finding]) -> bool:
    """True if our rules say something of the sentence, or a word of it is unknown or unexpected."""
    if any(finding.span.overlaps(span) for finding in ours):
        return True
    unknown = analysis.analyser.is_unknown
    if any(analysis.holds(index, unknown) for index in tokens):
        return True
    words = (index for index in tokens if analysis.token(index).kind == WORD)
    return any(analysis.confidence(index) < _UNSURE for index in words)
