"""Letters and accents as one character: NFC, typographic ligatures, U+02BC, floating accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from frclean.later import later

from .chars import COMBINING_ACCENTS

__all__ = ["LIGATURE", "compose", "floating_accents", "ligatures", "modifier_apostrophes"]

Change = tuple[int, int, str]

#: Glyphs of fonts that PDF readers copy as characters (not œ and æ, which are letters).
_LETTERS_OF = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
LIGATURE = later("[ﬀ-ﬆ]")


def ligatures(line: str) -> Iterator[Change]:
    """Typographic ligatures of ``line``, taken apart.

    >>> list(ligatures("édiﬁce"))
    [(3, 4, 'fi')]
    """
    for match in LIGATURE.finditer(line):
        yield match.start(), match.end(), _LETTERS_OF[match[0]]


#: Longest run of combining marks that any writing needs (Unicode Standard Annex 15, "Stream-Safe
#: Text Format"). Python sorts longer ones in quadratic time, so they stay as they are.
_MARKS = later(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{31}"
)
_CHUNK = later("[\\S]+")


def compose(line: str) -> Iterator[Change]:
    """The chunks of ``line`` between spaces that are not in NFC.

    >>> list(compose("une e" + chr(0x301) + "tape"))
    [(4, 10, 'étape')]
    """
    if _MARKS.search(line) or unicodedata.is_normalized("NFC", line):
        return
    for match in _CHUNK.finditer(line):
        chunk = match[0]
        if not chunk.isascii() and not unicodedata.is_normalized("NFC", chunk):
            yield match.start(), match.end(), unicodedata.normalize("NFC", chunk)
    for match in re.finditer("[\u2000\u2001]", line):  # en and em quad: singletons that are spaces
        yield match.start(), match.end(), unicodedata.normalize("NFC", match[0])


_FLOATING = later(
    f"([A-Za-z])[ \N{NO-BREAK SPACE}]([{COMBINING_ACCENTS}])"
    f"|(?<![^\\s'’(«-])([{COMBINING_ACCENTS}])([A-Za-z])"
)


def floating_accents(line: str) -> Iterator[Change]:
    """Combining accents that a space parts from their letter: « me ̂me » for « même »."""
    for match in _FLOATING.finditer(line):
        letter, accent = (match[1], match[2]) if match[1] else (match[4], match[3])
        composed = unicodedata.normalize("NFC", letter + accent)
        if len(composed) == 1:
            yield match.start(), match.end(), composed


#: The apostrophe of an elision typed as U+02BC, a letter of Breton, Ukrainian and Hawaiian.
_ELISION = later(
    r"(?<![^\W\d_])(?:c(?!ʼh)|[djlmnst]|(?:jus|lors|puis|quoi|pres|quel)?qu|aujourd|entr|prud)"
    r"(ʼ)(?=[aàâeéèêiîoôuùûyhœæ])",
    re.IGNORECASE,
)


def modifier_apostrophes(line: str) -> Iterator[Change]:
    """U+02BC where French has an apostrophe, written as the rest of the line writes it."""
    apostrophe = "’" if "’" in line else "'"
    for match in _ELISION.finditer(line):
        yield match.start(1), match.end(1), apostrophe
