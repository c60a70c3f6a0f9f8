"""Small questions that many rules ask of the blanks between words."""

from __future__ import annotations

from itertools import pairwise

from frclean.language.analysis import Token
from frclean.rules.kinds import Match

__all__ = ["BLANKS", "gap", "is_adjacent", "is_one_phrase", "is_row", "word_set"]

#: What may stand between two words of one phrase; anything more is layout.
BLANKS = frozenset((" ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"))


def word_set(text: str) -> frozenset[str]:
    """The words of a string, for closed classes."""
    return frozenset(text.split())


def gap(left: Token, right: Token) -> str:
    """What stands between two tokens."""
    return left.analysis.text[left.end : right.start]


def is_adjacent(left: Token, right: Token) -> bool:
    """True if one blank stands between two tokens."""
    return gap(left, right) in BLANKS


def is_row(tokens: list[Token]) -> bool:
    """True if single blanks stand between the tokens, and nothing behind an apostrophe."""
    return all(
        is_adjacent(a, b) or (a.end == b.start and a.form.endswith("'"))
        for a, b in pairwise(tokens)
    )


def is_one_phrase(match: Match) -> bool:
    """True if the marked tokens follow each other like the words of one phrase."""
    return is_row(match.marked)
