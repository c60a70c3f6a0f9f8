"""Which sentences are worth a second opinion."""

from __future__ import annotations

import re
from collections.abc import Sequence

from frclean.document import Span
from frclean.finding import Finding
from frclean.language.analysis import Analysis
from frclean.language.tokens import WORD

__all__ = ["is_name", "is_suspect"]

#: A word whose part of speech is less sure than this does not stand where such words stand.
_UNSURE = 0.6
#: Signs and blanks where they do not belong; a capital that may have lost its accent; no capital.
_MESSY = re.compile(r"\s\s|\s[.,)\]…]|[(\[]\s|[,;)\]]\w|\w[(\[]|^A\s|^[a-zà-öø-ÿœ]")


def is_suspect(analysis: Analysis, tokens: range, span: Span, ours: Sequence[Finding]) -> bool:
    """True if there is reason to ask for a second opinion on the sentence at ``span``.

    That is: our rules say something of it, a word that is no name is unknown, a part of speech is
    not what is expected there, or its signs and blanks are out of order.
    """
    if any(finding.span.overlaps(span) for finding in ours):
        return True
    if _MESSY.search(span.slice(analysis.text)):
        return True
    words = [index for index in tokens if analysis.token(index).kind == WORD]
    unknown = analysis.analyser.is_unknown
    if any(analysis.holds(i, unknown) and not is_name(analysis.token(i).form) for i in words):
        return True
    return any(analysis.confidence(index) < _UNSURE for index in words)


def is_name(word: str) -> bool:
    """True for a word with a capital: unknown, it is a name or an acronym rather than a slip.

    Of 48 such words that LanguageTool took for slips on 73 pages, two were.

    >>> is_name("Soropogui"), is_name("coalision")
    (True, False)
    """
    return word[:1].isupper()
