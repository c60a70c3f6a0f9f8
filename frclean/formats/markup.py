"""Markup as edits: what makes prose of a file that holds it.

Markup that stands between words is *hidden*: blanks take its place, and rules do not look across
them. Markup inside a sentence is *taken out*: the rules read on as a reader does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from frclean.document import Edit, Span

__all__ = ["ACCENTS", "accented", "ascii_shadow", "hide", "merged", "take_out"]

#: The commands of TeX that put an accent on a letter, and the accents.
ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "c": "\u0327",
}  # fmt: skip

_SIGN = re.compile(r"[^\n]")


def hide(text: str, start: int, end: int) -> Edit:
    """Blanks for what stands there: as long, with the same line breaks."""
    return Edit(Span(start, end), _SIGN.sub(" ", text[start:end]))


def take_out(start: int, end: int) -> Edit:
    """Nothing in place of what stands there."""
    return Edit(Span(start, end), "")


def merged(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """Edits in order and apart; where two overlap, all that they touch is hidden.

    >>> merged("<b>mot</b>", [take_out(0, 3), hide("<b>mot</b>", 1, 4)])
    [Edit(span=Span(start=0, end=4), replacement='    ')]
    """
    apart: list[Edit] = []
    for edit in sorted(edits, key=_longest_first):
        (start, end), _ = edit
        last = apart[-1].span if apart else Span(0, 0)
        if end == start:
            continue
        if start >= last.end:
            apart.append(edit)
        elif end > last.end:
            apart[-1] = hide(text, last.start, end)
    return apart


def _longest_first(edit: Edit) -> tuple[int, int]:
    return edit.span.start, -edit.span.end


class _Shadow(dict[int, str]):
    """One ASCII sign of the same kind for any other: parsers count bytes, frclean code points."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        kind = " " if sign.isspace() else "a" if sign.isalnum() or not sign.isprintable() else ","
        self[code] = kind
        return kind


_SHADOW = _Shadow({code: chr(code) for code in range(1, 128)})


def ascii_shadow(text: str) -> bytes:
    """``text`` for a parser that counts bytes: letters for letters, signs for signs.

    >>> ascii_shadow("« *été* »")
    b', *ata* ,'
    """
    return (text if text.isascii() and "\0" not in text else text.translate(_SHADOW)).encode()


def accented(letter: str, command: str) -> str:
    """A letter with the accent that a command of TeX puts on it.

    >>> accented("e", "'"), accented("c", "c")
    ('é', 'ç')
    """
    return unicodedata.normalize("NFC", letter + ACCENTS[command])
