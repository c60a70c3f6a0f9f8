"""Findings that the author of a text has silenced where they stand.

« [sic] » silences what stands on the word before it. A comment silences a line or a text:

- ``<!-- frclean: ignore GRM003 -->``, ``# frclean: ignore``, ``.. frclean: ignore``,
  ``// frclean: ignore`` at the end of a line: that line, or the next if it stands alone;
- ``frclean: ignore-file`` (with codes or without): the whole text.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from dataclasses import dataclass

from frclean.document import Span
from frclean.finding import Finding

__all__ = ["Suppressions", "suppressions"]

_SIC = re.compile(r"(\w[^\s\[\]]*)[\s«»“”\"'’)]{0,4}[\[(]\s*sic\s*!?\s*[\])]", re.IGNORECASE)
_SIC_GATE = re.compile(r"[\[(]\s{0,3}sic\b", re.IGNORECASE)
_COMMENT = re.compile(
    r"(?P<mark><!--|\#|\.\.|//|%)[ \t]*frclean:[ \t]*ignore(?P<file>-file)?"
    r"(?P<codes>(?:[ \t,:]+[A-Z]{2,5}\d*)*)[ \t]*(?:-->)?[ \t]*$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Suppressions:
    """Where nothing, or nothing of some codes, is to be reported."""

    spans: tuple[tuple[Span, frozenset[str]], ...]

    def cover(self, finding: Finding) -> bool:
        """True if ``finding`` is silenced where it stands."""
        return any(
            (not codes or finding.code in codes or finding.family in codes)
            and span.start < max(finding.span.end, finding.span.start + 1)
            and finding.span.start < span.end
            for span, codes in self.spans
        )


@functools.lru_cache(maxsize=8)
def suppressions(text: str) -> Suppressions | None:
    """What is silenced in ``text``; None, quickly, if nothing is."""
    found = []
    if ("[" in text or "(" in text) and _SIC_GATE.search(text):
        found += [(Span(*match.span()), frozenset[str]()) for match in _SIC.finditer(text)]
    if "frclean:" in text:
        found += _comments(text)
    return Suppressions(tuple(found)) if found else None


def _comments(text: str) -> list[tuple[Span, frozenset[str]]]:
    line_starts = [0, *(match.end() for match in re.finditer("\n", text)), len(text) + 1]
    silenced = []
    for match in _COMMENT.finditer(text):
        codes = frozenset(re.findall(r"[A-Z]{2,5}\d*", match["codes"]))
        line = bisect_right(line_starts, match.start()) - 1
        start, end = line_starts[line], line_starts[min(line + 1, len(line_starts) - 1)]
        if match["file"]:
            start, end = 0, len(text) + 1
        elif not text[start : match.start()].strip():
            end = line_starts[min(line + 2, len(line_starts) - 1)]
        silenced.append((Span(start, end), codes))
    return silenced
