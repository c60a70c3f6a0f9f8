"""A text as lines, and the ways of spelling a line that do not matter.

What is compared with templates is a *key*: no case, no accents, numbers as ``#``, no bullets at
the start and no punctuation at the end. « 12 commentaires : » and « 3 Commentaires » share one.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from frclean.document import Span

__all__ = [
    "LONG",
    "Line",
    "fold",
    "key_of",
    "latin",
    "letters",
    "long_words",
    "split_lines",
]

LONG = 160
"""Lines longer than this are never compared with templates.

Of the templates of French sites that repeat on two sites or more, none but legal paragraphs is
longer, and those are recognised by their first words.
"""

_EDGES = " \t\xa0*•·●▪■–—-−_|>»›→←‹«<+#✓✔▶►▼▲↓↑⬇:;.,!?…/\\()[]{}\"'“”°®"
_NUMBER = re.compile(r"\d+(?:[.,\u202f\xa0 ]\d+)*")


class Line(NamedTuple):
    """One line that is not blank; ``text`` is stripped, and ``span`` covers just that."""

    text: str
    start: int
    number: int
    """Its place among all lines of the text, blank ones included; starts at 0."""

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.start, self.end)


def split_lines(text: str) -> list[Line]:
    r"""The lines of ``text`` that hold something; only LF ends a line.

    >>> [(line.text, line.number) for line in split_lines("Un\n\n  deux \n")]
    [('Un', 0), ('deux', 2)]
    """
    found, start = [], 0
    for number, raw in enumerate(text.split("\n")):
        stripped, end = raw.strip(), start + len(raw)
        if stripped:
            # Most lines have nothing to strip, and come back as they are.
            at = start if stripped is raw else end - len(raw.lstrip())
            found.append(Line(stripped, at, number))
        start = end + 1
    return found


def _folding() -> dict[int, str]:
    table = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if base.isascii():
            table[code] = base
    table |= {ord(c): "'" for c in "’‘ʼ`´"} | {ord(c): " " for c in "\xa0\u202f\u2009\t"}
    return table | {ord("œ"): "oe", ord("æ"): "ae", ord("‑"): "-", 0xAD: "", 0x200B: ""}


_FOLDING = _folding()
_OFTEN = tuple((sign, _FOLDING[ord(sign)]) for sign in "éèêàçôîâùû’œ\xa0")


def fold(line: str) -> str:
    """``line`` without case, accents, curly apostrophes and no-break spaces.

    >>> fold("L’Été à Nœux")
    "l'ete a noeux"
    """
    folded = line.lower()
    if not folded.isascii():
        # Many times as quick as the table, and what is ASCII then the table does at once.
        for sign, same in _OFTEN:
            folded = folded.replace(sign, same)
    return folded.translate(_FOLDING)


def key_of(folded: str) -> str:
    """What a folded line is looked up by.

    >>> key_of(fold("• 12 Commentaires :")), key_of("repondre a () :")
    ('# commentaires', 'repondre a')
    """
    key = folded.lstrip(_EDGES).rstrip(_EDGES)
    return " ".join(_NUMBER.sub("#", key).split()).replace(" :", ":")


_SAME = (
    *(("Œ", "oe"), ("œ", "oe"), ("’", "'")),
    *((sign, "|") for sign in "•›→➔➜►▶"),
)
"""What is in Latin-1 as good as what is not."""


def latin(text: str) -> bytes:
    """One byte for each character (two for « œ »), so that the rest is quick."""
    for sign, same in _SAME:
        text = text.replace(sign, same)
    return text.encode("latin-1", "replace")


def _letter_table() -> bytes:
    """A table of Latin-1: letters without case and accents; all else is a blank."""
    table = bytearray(b" " * 256)
    for code in range(256):
        folded = fold(chr(code))
        if len(folded) == 1 and folded.isascii() and folded.isalpha():
            table[code] = ord(folded)
    table[ord("\n")] = ord("\n")
    return bytes(table)


_LETTERS = _letter_table()


def letters(text: bytes) -> bytes:
    """``fold`` for many lines in Latin-1 at once; only runs of letters are kept apart.

    >>> letters(latin("L’Été à Nœux"))
    b'l ete a noeux'
    """
    return text.translate(_LETTERS, b"\xad")


_LONG_WORD = 4


def long_words(text: str) -> frozenset[bytes]:
    """The words of four letters or more, without case and accents.

    >>> sorted(long_words("L’Été à Nœux-les-Mines"))
    [b'mines', b'noeux']
    """
    words = letters(latin(text)).split()
    return frozenset([word for word in words if len(word) >= _LONG_WORD])
