"""Findings that the author of a text has silenced where they stand.

« [sic] » silences what stands on the word before it. A comment silences a line, a block or a
text, for the codes that it names or for all:

- ``<!-- frclean: ignore GRM003 -->``, ``# frclean: ignore``, ``.. frclean: ignore``,
  ``// frclean: ignore``, ``% frclean: ignore``: the line it stands on; if it stands there alone,
  the next line that is not blank;
- ``frclean: ignore-next-line``: the next line that is not blank, wherever the comment stands;
- ``frclean: off`` … ``frclean: on``: all lines between (to the end if nothing is switched on);
- ``frclean: ignore-file``: the whole text.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from frclean.document import Span
from frclean.finding import Finding

__all__ = ["Comment", "Suppressions", "comments", "suppressions"]

_SIC = r"(?i)(\w[^\s\[\]]*)[\s«»“”\"'’)]{0,4}[\[(]\s*sic\s*!?\s*[\])]"
#: Patterns that begin with one sign are searched for at the speed of ``find``.
_SIC_GATES = (re.compile(r"\(\s{0,3}[sS][iI][cC]\b"), re.compile(r"\[\s{0,3}[sS][iI][cC]\b"))
_BODY = (
    r"[ \t]*frclean:[ \t]*(?P<{0}verb>ignore-file|ignore-next-line|ignore|off|on)"
    r"(?P<{0}codes>(?:[ \t,:]+[A-Z]{{2,5}}\d*)*)[ \t]*"
)
#: An HTML comment ends by itself; the others end with their line.
_COMMENT = rf"(?m)<!--{_BODY.format('h')}-->|(?:\#|\.\.|//|%){_BODY.format('l')}\r?$"
#: Few texts silence anything: these are compiled for the first that does.
_compiled = functools.cache(re.compile)


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment that silences: where it stands, what it covers, which codes (empty: all)."""

    span: Span
    covered: Span
    codes: frozenset[str]
    verb: str

    def covers(self, finding: Finding) -> bool:
        """True if ``finding`` is silenced by this comment."""
        return _covers(self.covered, self.codes, finding)


@dataclass(frozen=True, slots=True)
class Suppressions:
    """Where nothing, or nothing of some codes, is to be reported."""

    spans: tuple[tuple[Span, frozenset[str]], ...]

    def cover(self, finding: Finding) -> bool:
        """True if ``finding`` is silenced where it stands."""
        return any(_covers(span, codes, finding) for span, codes in self.spans)


def _covers(span: Span, codes: frozenset[str], finding: Finding) -> bool:
    return (
        (not codes or finding.code in codes or finding.family in codes)
        and span.start < max(finding.span.end, finding.span.start + 1)
        and finding.span.start < span.end
    )


@functools.lru_cache(maxsize=8)
def suppressions(text: str) -> Suppressions | None:
    """What is silenced in ``text``; None, quickly, if nothing is."""
    found = []
    if any(gate.search(text) for gate in _SIC_GATES):
        found += [
            (Span(*match.span()), frozenset[str]()) for match in _compiled(_SIC).finditer(text)
        ]
    found += [(comment.covered, comment.codes) for comment in comments(text)]
    return Suppressions(tuple(found)) if found else None


def comments(text: str) -> list[Comment]:
    """The comments of ``text`` that silence something, in order.

    >>> [(c.verb, c.covered, sorted(c.codes)) for c in comments("a <!-- frclean: ignore GRM -->")]
    [('ignore', Span(start=0, end=31), ['GRM'])]
    """
    return list(_comments(text)) if "frclean:" in text else []


def _comments(text: str) -> Iterator[Comment]:
    lines = _Lines(text)
    matches = list(_compiled(_COMMENT).finditer(text))
    for number, match in enumerate(matches):
        verb = match["hverb"] or match["lverb"]
        if verb == "on":
            continue
        codes = frozenset(re.findall(r"[A-Z]{2,5}\d*", match["hcodes"] or match["lcodes"] or ""))
        if verb == "ignore-file":
            covered = Span(0, len(text) + 1)
        elif verb == "off":
            covered = Span(match.start(), _switched_on(matches[number + 1 :], codes, len(text) + 1))
        else:
            covered = lines.covered(match, next_line=verb == "ignore-next-line")
        yield Comment(Span(*match.span()), covered, codes, verb)


def _switched_on(later: list[re.Match[str]], codes: frozenset[str], end: int) -> int:
    """Where a block ends: at the first « on » for all codes, or for the same ones."""
    for match in later:
        if (match["hverb"] or match["lverb"]) == "on":
            named = frozenset(
                re.findall(r"[A-Z]{2,5}\d*", match["hcodes"] or match["lcodes"] or "")
            )
            if not named or named == codes:
                return match.end()
    return end


class _Lines:
    """The lines of a text, to find which of them a comment covers."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in re.finditer("\n", text)), len(text) + 1]

    def covered(self, match: re.Match[str], *, next_line: bool) -> Span:
        line = bisect_right(self.starts, match.start()) - 1
        start, end = self._line(line)
        around = self.text[start : match.start()] + self.text[match.end() : end]
        if not next_line and around.strip():
            return Span(start, end)
        last = bisect_right(self.starts, max(match.start(), match.end() - 1)) - 1
        following = last + 1
        while (
            following < len(self.starts) - 2
            and not self.text[slice(*self._line(following))].strip()
        ):
            following += 1
        end = self._line(min(following, len(self.starts) - 2))[1]
        return Span(self._line(last)[1] if next_line else start, end)

    def _line(self, number: int) -> tuple[int, int]:
        return self.starts[number], self.starts[number + 1]
