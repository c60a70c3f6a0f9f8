"""One single-byte code page read as another: « dŽjˆ » (Mac Roman read as Windows-1252).

Nothing in the characters is impossible here: only words can prove it. A line is read through each
pair of pages; a pair is believed when it makes French words of what was none and spoils none.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from frclean.later import later

from .chars import FRENCH_LETTERS, FRENCH_SIGNS
from .words import WORD, rank

__all__ = [
    "JUDGED",
    "PAIRS",
    "TORN",
    "Pair",
    "choose_pair",
    "pages_of",
    "prove",
    "suspects",
    "translate",
]

#: (written in, read as).
PAIRS = (
    ("mac_roman", "cp1252"),
    ("cp1252", "mac_roman"),
    ("cp850", "cp1252"),
    ("cp1252", "cp850"),
    ("cp437", "cp1252"),
    ("cp1252", "cp437"),
    ("cp1252", "cp1250"),
    ("cp1252", "cp1251"),
    ("cp1252", "cp1253"),
    ("mac_roman", "cp850"),
    ("cp850", "mac_roman"),
)


class Pair(NamedTuple):
    """Two code pages, and the way back: a table for :meth:`str.translate`."""

    written: str
    read: str
    table: dict[int, str]


def _high(page: str) -> list[str]:
    """The characters of bytes 80-FF; control characters where the page has none."""
    return [bytes([b]).decode(page, "ignore") or chr(b) for b in range(0x80, 0x100)]


@functools.cache
def pages_of(written: str, read: str) -> Pair:
    """The pair of two pages.

    >>> "dŽjˆ".translate(pages_of("mac_roman", "cp1252").table)
    'déjà'
    """
    meant, seen = _high(written), _high(read)
    table = {ord(s): m for s, m in zip(seen, meant, strict=True)}
    if read == "cp1252":  # what was read as Latin-1 shows the control characters
        table |= {0x80 + i: m for i, m in enumerate(meant[:32]) if 0x80 + i not in table}
    table.pop(0x85, None)  # NEL is a line end, or « … »
    return Pair(written, read, table)


@functools.cache
def suspects() -> frozenset[str]:
    """The characters that a French letter may have become in one of the pairs."""
    letters = frozenset(FRENCH_LETTERS)
    tables = (pages_of(*pair).table for pair in PAIRS)
    return frozenset(chr(seen) for table in tables for seen, c in table.items() if c in letters)


#: What such mix-ups leave: a character that cannot stand after a small letter, « ‚ » and its kin
#: before one, or a small letter of Central Europe.
TORN = later(
    r"(?<=[a-zé])[^\x00-\xa0à-öø-ÿœ’'´¨¸˜ˆ·»”…–—•°™®©€›‹«“\N{SOFT HYPHEN}\u202f\u0300-\u036f]"
    r"|(?<=[a-zé])[ˆ…–—”‰\x80-\x9f](?=[a-zé])"
    r"|(?<![\w‚„])[‚„ƒ†‡Šˆ\x80-\x9f](?=[a-z]{2})"
    r"|[ŕčęůśűýŸ]"
)


class Proof(NamedTuple):
    """What reading a line through a pair does to its words.

    How many it makes, leaves unknown but possible (names), makes impossible, and spoils.
    """

    proven: int
    possible: int
    failed: int
    spoiled: int

    @property
    def score(self) -> float:
        """Above 0 if the pair is to be believed; a word that was right before weighs most."""
        return self.proven - self.possible / 2 - self.failed - 3 * self.spoiled


def prove(line: str, pair: Pair) -> Proof:
    """Judge ``line`` read through ``pair`` by the words that change.

    >>> prove("C'est dŽjˆ dŽcidŽ par Zoubrž.", pages_of("mac_roman", "cp1252"))
    Proof(proven=2, possible=1, failed=0, spoiled=0)
    """
    after = line.translate(pair.table)
    made = [(m[0], line[m.start() : m.end()]) for m in WORD.finditer(after)]
    lost = [(m[0], after[m.start() : m.end()]) for m in WORD.finditer(line)]
    new = [(word, old) for word, old in made if word != old]
    known = [(word, old) for word, old in new if rank(word) > 0]
    possible = sum(rank(word) == 0 and _LIKE_FRENCH.fullmatch(word) is not None for word, _ in new)
    strange = sum(1 for old, c in zip(line, after, strict=True) if old != c and c not in _PLAUSIBLE)
    return Proof(
        proven=sum(len(word) > 2 or _replaces_letters(word, old) for word, old in known),
        possible=possible,
        failed=len(new) - len(known) - possible + strange,
        spoiled=sum(len(word) > 2 and rank(word) > 0 for word, meant in lost if word != meant),
    )


def _replaces_letters(word: str, old: str) -> bool:
    """True for « où », « là », « à » made of other letters, not of a sign beside one."""
    return old.isalpha() and (len(word) == 2 or word in "àÀ")


#: What a right reading may bring: letters of French and its neighbours, signs of the press.
_PLAUSIBLE = frozenset(FRENCH_LETTERS + FRENCH_SIGNS + "áíóúñãõåøßÁÍÓÚÑÃÕÅØ§£±×µºª¡¿†")

#: A word whose letters French has, with no capital inside.
_LIKE_FRENCH = later(r"[A-ZÉÈÊÀÎÔÇ]?[a-zéèêëàâçîïôûù]+")

JUDGED = 40
"""Lines that choose the pair; a document that mixes pairs is beyond us."""


def choose_pair(lines: Sequence[str]) -> Pair | None:
    """The pair that the torn words of ``lines`` prove, if any."""
    torn = (line[:4000] for line in lines if TORN.search(line))
    return _best_pair(list(itertools.islice(torn, JUDGED)))


def _best_pair(torn: Sequence[str]) -> Pair | None:
    best, best_score = None, 0.0
    for written, read in PAIRS if torn else ():
        score = sum(max(0.0, _score(line, written, read)) for line in torn)
        if score > best_score:
            best, best_score = pages_of(written, read), score
    return best


@functools.lru_cache(maxsize=512)  # a text is asked again when other lines of it have changed
def _score(line: str, written: str, read: str) -> float:
    return prove(line, pages_of(written, read)).score


def translate(line: str, pair: Pair) -> Iterator[tuple[int, int, str]]:
    """The changes that ``pair`` makes in ``line``, if its words prove it.

    >>> list(translate("dŽjˆ", pages_of("mac_roman", "cp1252")))
    [(1, 2, 'é'), (3, 4, 'à')]
    """
    if line.isascii() or prove(line, pair).score <= 0:
        return
    for match in _HIGH_RUN.finditer(line):
        meant = (match[1] or "").translate(pair.table)
        if match[1] and meant != match[1]:
            yield match.start(), match.end(), meant


#: What may be translated (group 1), or an address, which is left alone.
_HIGH_RUN = later(r"(?:https?://|www\.)\S+|[\w.+-]+@\S+|([^\x00-\x7f]+)")
