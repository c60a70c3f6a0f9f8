"""Sentences as they are sent: each by itself, so that answers can be remembered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from frclean.document import Span
from frclean.language.analysis import Analysis

__all__ = ["PlaceInLine", "place_in_line", "sentences_of"]

#: A sentence of more characters is no sentence.
_LONGEST = 2_000


def sentences_of(analysis: Analysis) -> Iterator[tuple[Span, range]]:
    """The sentences with their end signs: where each stands, and its tokens."""
    index, border = 0, analysis.analyser.border
    while index < len(analysis):
        if analysis.signature[index] == border:
            index += 1
            continue
        end = analysis.sentence(index).stop
        stop = end if analysis.signature[end : end + 1] in ("", border) else end + 1
        tokens = range(index, max(stop, index + 1))
        span = Span(analysis.token(index).start, analysis.token(tokens[-1]).end)
        if span.end - span.start <= _LONGEST:
            yield span, tokens
        index = tokens.stop


class PlaceInLine(NamedTuple):
    """What a sentence is of its line."""

    begins: bool
    """Nothing but blanks stands before it."""
    is_whole: bool
    """Nor behind it."""


def place_in_line(span: Span, text: str) -> PlaceInLine:
    """Where the sentence at ``span`` stands in its line."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    begins = not text[start : span.start].strip()
    return PlaceInLine(begins, begins and not text[span.end : end if end >= 0 else None].strip())
