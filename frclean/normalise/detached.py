"""Accents that stand beside their letter as characters of their own: « th´eâtre », « form´e ».

PDF made from TeX sets the accent, then the letter; other programs the letter, then the accent.
Words decide which it was.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from frclean.later import later

from .words import ELISION, rank

__all__ = ["ACCENTS", "attach_accents"]

#: Spacing accents and the combining mark that each stands for.
ACCENTS = {
    "´": "\N{COMBINING ACUTE ACCENT}",
    "`": "\N{COMBINING GRAVE ACCENT}",
    "ˆ": "\N{COMBINING CIRCUMFLEX ACCENT}",
    "^": "\N{COMBINING CIRCUMFLEX ACCENT}",
    "¨": "\N{COMBINING DIAERESIS}",
    "¸": "\N{COMBINING CEDILLA}",
}
_FRENCH = frozenset("éèêëàâçîïôöùûüÿÉÈÊËÀÂÇÎÏÔÖÙÛÜ")
_SIGNS = re.escape("".join(ACCENTS))
#: Letters with accents among them. No sign is doubled in it: « ``code´´ » is quoted.
_CHUNK = later(rf"(?<![{_SIGNS}]|[^\W\d_])(?:[{_SIGNS}]?[^\W\d_])+[{_SIGNS}]?(?![{_SIGNS}])")


def _letter(accent: str, base: str) -> str:
    """The French letter made of the two, or nothing.

    >>> _letter("´", "e"), _letter("´", "u"), _letter("ˆ", "ı")
    ('é', '', 'î')
    """
    composed = unicodedata.normalize("NFC", base.replace("ı", "i") + ACCENTS[accent])
    return composed if composed in _FRENCH else ""


def _attach(chunk: str, before: bool) -> str:
    """``chunk`` with each accent put on the letter after it, or before it; nothing if one fails."""
    pieces: list[str] = []
    i = 0
    while i < len(chunk):
        if chunk[i] not in ACCENTS:
            pieces.append(chunk[i])
        elif before:
            letter = _letter(chunk[i], pieces.pop()) if pieces else ""
            if not letter:
                return ""
            pieces.append(letter)
        else:
            letter = _letter(chunk[i], chunk[i + 1]) if i + 1 < len(chunk) else ""
            if not letter:
                return ""
            pieces.append(letter)
            i += 1
        i += 1
    return "".join(pieces)


def _apostrophe(chunk: str) -> str:
    """« l´eau », « d´une »: the accent is an apostrophe."""
    head, accent, rest = chunk.partition("´")
    is_elision = accent and head.lower() in ELISION and rest.isalpha() and rank(rest) > 0
    return f"{head}'{rest}" if is_elision else ""


class _Word(NamedTuple):
    """A word with accents beside its letters: what it may have been, and whether that is proven.

    ``readings`` has the word with its accents on the letters after them, then before them.
    """

    start: int
    end: int
    readings: tuple[str, str]
    proven: str


def _read(chunk: str, start: int) -> _Word:
    """What ``chunk`` was.

    >>> [_read(chunk, 0).proven for chunk in ("th´eâtre", "forme´", "l´eau", "Zoubr´e")]
    ['théâtre', 'formé', "l'eau", '']
    """
    readings = (_attach(chunk, before=False), _attach(chunk, before=True))
    proven = max((word for word in readings if _proves(word)), key=rank, default="")
    return _Word(start, start + len(chunk), readings, proven or _apostrophe(chunk))


def _proves(word: str) -> bool:
    return rank(word) > 0 and (len(word) > 1 or word in "àÀ")


def attach_accents(line: str) -> Iterator[tuple[int, int, str]]:
    """The words of ``line`` whose accents stand apart, whole again.

    A word that nobody knows is mended only beside others that are proven, as they are.
    """
    words = [
        _read(match[0], match.start())
        for match in _CHUNK.finditer(line)
        if not ACCENTS.keys().isdisjoint(match[0])
    ]
    votes = [sum(w.proven == w.readings[side] != "" for w in words) for side in (0, 1)]
    side = 0 if votes[0] >= votes[1] else 1
    for word in words if any(w.proven for w in words) else ():
        meant = word.proven or word.readings[side]
        if word.proven or len(meant) > 2:
            yield word.start, word.end, meant
