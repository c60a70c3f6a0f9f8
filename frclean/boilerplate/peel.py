"""Residue told by its words alone, peeled from both ends of a text.

This needs no model: it is what still may go when most lines are short (poems, tables, recipes,
results), where place and shape prove nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from frclean.boilerplate.header import byline_of, is_counter, is_date_line, starts_with_bar
from frclean.boilerplate.report import Verdict
from frclean.boilerplate.templates import Match, match_line

__all__ = ["known_residue", "peel"]


def known_residue(line: str) -> Match | None:
    """What a line is, by its words: a template, a signature, a date or a counter.

    >>> known_residue("| GBelan"), known_residue("Il pleut.")
    (Match(kind='header', sure=True), None)
    """
    if found := match_line(line):
        return found
    if starts_with_bar(line) or byline_of(line):
        return Match("header", sure=True)
    if is_counter(line) or is_date_line(line):
        return Match("header", sure=False)
    return None


def peel(lines: Sequence[str], first: int, last: int) -> Iterator[Verdict]:
    """Known residue before line ``first`` and behind line ``last`` of the article, in order.

    From each end towards the article. A title stands between header lines and text, so above
    it one line that is not known does not end the header; below it does.
    """
    yield from _header(lines[:first])
    yield from reversed(list(_footer(lines, last)))


def _header(lines: Sequence[str]) -> Iterator[Verdict]:
    found = [known_residue(line) for line in lines]
    for i, match in enumerate(found):
        if match is None:
            continue
        if match.sure or all(found[:i]):
            yield Verdict(i, match.kind, f"{_describe(match)}, avant le premier paragraphe")


def _footer(lines: Sequence[str], last: int) -> Iterator[Verdict]:
    unbroken = True
    for i in range(len(lines) - 1, last, -1):
        match = known_residue(lines[i])
        if match is not None and (match.sure or unbroken):
            yield Verdict(i, match.kind, f"{_describe(match)}, après le dernier paragraphe")
        unbroken = unbroken and match is not None


def _describe(match: Match) -> str:
    return "formule connue" if match.sure else "mot de rubrique ou chiffre seul"
