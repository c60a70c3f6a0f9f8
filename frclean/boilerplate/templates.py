"""Knows the phrases of ``phrases.txt`` when a line is one of them, or several side by side.

A line is compared as a *key* (see ``lines.key_of``): no case, no accents, numbers as ``#``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from frclean.boilerplate.lines import LONG, fold, key_of
from frclean.boilerplate.words import NETWORKS

__all__ = [
    "BETWEEN",
    "SEPARATOR",
    "Match",
    "match_folded",
    "match_key",
    "match_line",
    "opens_phrase",
    "phrase_parts",
]


class Match(NamedTuple):
    """The kind of residue that a line is, and whether its words alone prove it."""

    kind: str
    sure: bool
    certain: bool = False
    """True for what no article says as a line of its own, not even in its middle."""


_SLOT = re.compile(r"\.\.\.|@")
SEPARATOR = re.compile(r"[|·•>›»/→\\\t]| [-–—:] |  ")
_SEPARATORS = re.compile(r"\s*[|·•>›»/→\\]+\s*|\s+[-–—:]\s+|\t+| {2,}")


def _phrases() -> Iterator[tuple[str, str, str]]:
    """The level, kind and folded text of every phrase of ``phrases.txt``."""
    level = kind = ""
    for line in Path(__file__).with_name("phrases.txt").read_text("utf-8").split("\n"):
        if line.startswith("[") and line.endswith("]") and line.count(" ") == 1:
            level, kind = line[1:-1].split(" ")
        elif line and (level or not line.startswith("#")):
            yield level, kind, fold(line.replace("#", "0"))  # a key writes numbers as « # »


class _Slotted(NamedTuple):
    """A phrase with slots: its fixed parts in order, and how sure a match is."""

    parts: tuple[str, ...]
    names_only: bool
    """True for « @ »: the slots hold one to five words in all."""
    kind: str
    certain: bool

    def match(self, key: str) -> Match | None:
        """The match of a whole key; slots begin and end at the borders of words."""
        position = 0
        for part in self.parts:
            position = _find_words(key, part, position, anchored=position == 0)
            if position < 0:
                return None
        if self.parts[-1] and not key.endswith(self.parts[-1]):
            return None
        free = key.count(" ") - sum(part.count(" ") + 1 for part in self.parts if part) + 1
        if self.names_only and not 1 <= free <= 5:
            return None
        sure = free <= self._most_free_words()
        return Match(self.kind, sure, self.certain and sure)

    def _most_free_words(self) -> int:
        """A long phrase proves a long line; « déjà abonné » does not prove a sentence."""
        fixed = sum(part.count(" ") + 1 for part in self.parts if part)
        return 6 if fixed < 4 and not self.parts[0].endswith(":") else 40


def _find_words(key: str, part: str, position: int, *, anchored: bool) -> int:
    """Behind ``part`` in ``key``, from ``position`` on, or -1; ``part`` must be whole words."""
    if not part:
        return position
    at = key.find(part, position, position + len(part) if anchored else None)
    end = at + len(part)
    if at < 0 or (end < len(key) and key[end].isalnum() and part[-1].isalnum()):
        return -1
    return end


class _Table(NamedTuple):
    """Phrases by their whole key, phrases with slots by their first word (« * »: none)."""

    whole: dict[str, Match]
    slotted: dict[str, list[_Slotted]]
    inner: tuple[str, ...]
    """One word of each phrase that begins with a slot: without any, none of them is tried."""
    first_words: frozenset[str]


@cache
def _table() -> _Table:
    """Built at the first use, so that importing frclean costs nothing."""
    table = _Table({}, {"*": []}, (), frozenset())
    for level, kind, phrase in _phrases():
        if level == "usual":
            table.whole.setdefault(key_of(phrase), Match(kind, sure=False))
        else:
            _add(table, phrase, kind, certain=level == "certain")
    inner = {max(slotted.parts, key=len) for slotted in table.slotted["*"]}
    first_words = frozenset(key.split(" ", 1)[0] for key in table.whole)
    return table._replace(inner=tuple(sorted(inner)), first_words=first_words)


def phrase_parts() -> Iterator[tuple[tuple[str, ...], bool]]:
    """The fixed parts of every phrase, in order, and whether it has slots."""
    for level, _, phrase in _phrases():
        pieces = _SLOT.split(phrase) if level != "usual" else [phrase]
        yield tuple(part for piece in pieces if (part := key_of(piece))), len(pieces) > 1


def _add(table: _Table, phrase: str, kind: str, *, certain: bool) -> None:
    pieces = _SLOT.split(phrase)
    if len(pieces) == 1:
        table.whole.setdefault(key_of(phrase), Match(kind, True, certain))
        return
    parts = tuple(_part(piece) for piece in pieces)
    if parts[0] and not any(parts[1:]) and "..." in phrase:
        table.whole.setdefault(key_of(parts[0]), Match(kind, True, certain))
    first = parts[0].split(" ")[0] if parts[0] else "*"
    table.slotted.setdefault(first, []).append(_Slotted(parts, "@" in phrase, kind, certain))


def _part(piece: str) -> str:
    """The key of a fixed part; « lire aussi : ... » keeps its colon, which proves a lot."""
    return key_of(piece) + (":" if piece.rstrip().endswith(":") else "")


def opens_phrase(line: str) -> bool:
    """True if a line begins with a phrase that it goes on from, or is a phrase.

    >>> opens_phrase("Il vous reste 60 % de cet article à lire.")
    True
    """
    table = _table()
    first = fold(line.split(" ", 1)[0]).strip(",;:.!?*•-–«»")
    if first not in table.slotted and first not in table.first_words:
        return False
    return match_key(key_of(fold(line))) is not None


def match_key(key: str) -> Match | None:
    """The kind of residue that a whole key is.

    >>> match_key("se connecter"), match_key("partager sur twitter").kind
    (Match(kind='login', sure=True, certain=True), 'share')
    """
    table = _table()
    if found := table.whole.get(key):
        return found
    first = key.split(" ", 1)[0].rstrip(",;:.!?")
    candidates = table.slotted.get(first, ())
    if any([word in key for word in table.inner]):  # noqa: C419 (twice as quick)
        candidates = [*candidates, *table.slotted["*"]]
    best = None
    for slotted in candidates:
        found = slotted.match(key)
        if found and found.sure:
            return found
        best = best or found
    return best


def match_line(line: str) -> Match | None:
    """The kind of residue that a line is: a phrase, or phrases with separators between them.

    >>> match_line("| | Connexion | Inscription")
    Match(kind='login', sure=True, certain=True)
    >>> match_line("Répondre à un captcha prend dix secondes.")
    """
    if len(line) > LONG:
        return None
    folded = fold(line)
    return match_folded(folded, key_of(folded))


def match_folded(folded: str, key: str) -> Match | None:
    """``match_line`` for a short line that is folded already, and its key."""
    if found := match_key(key):
        # « . Mis en ligne le 6 mars. » goes on from the line before: it is a piece of it.
        return found._replace(certain=False) if folded[0] in ".,;" else found
    return _match_parts(folded)


def _only_networks(words: list[str]) -> bool:
    return all(word.strip("|,") in NETWORKS for word in words)


_ROW_WORDS = 14


def _match_row(words: list[str]) -> Match | None:
    """Phrases in a row without separators: « Recherche Menu Connexion »."""
    table = _table()
    found: list[Match] = []
    i = 0
    while i < len(words):
        length = _longest_phrase(table, words, i)
        if length:
            found.append(table.whole[" ".join(words[i : i + length])])
        elif words[i] not in BETWEEN:
            return None
        i += length or 1
    sure = [match for match in found if match.sure]
    if len(found) < 2 or not sure:
        return None
    return Match(sure[0].kind, sure=True, certain=len(sure) > 2)


BETWEEN = frozenset(("et", "&", "ou", "-", "/", "*", "|"))


def _longest_phrase(table: _Table, words: list[str], start: int) -> int:
    """How many words from ``start`` on make a phrase; 0 if none do."""
    if words[start] in table.first_words:
        for length in (4, 3, 2, 1):
            if " ".join(words[start : start + length]) in table.whole:
                return length
    return 0


def _match_parts(folded: str) -> Match | None:
    """Known if every part between separators is, or every word is the name of a network."""
    words = folded.split()
    if len(words) > 1 and words[0].strip("|,") in NETWORKS and _only_networks(words):
        return Match("share", sure=True, certain=True)
    if not SEPARATOR.search(folded):
        return _match_row(words) if 1 < len(words) <= _ROW_WORDS else None
    parts = [key for part in _SEPARATORS.split(folded) if (key := key_of(part))]
    if len(parts) < 2:
        return None
    if parts[0] in ("accueil", "home"):
        return Match("navigation", sure=True, certain=True)
    known = [match for match in map(match_key, parts) if match]
    if len(known) < len(parts):
        return None
    sure = [match for match in known if match.sure]
    certain = len(sure) > 1 or any(match.certain for match in known)
    return Match((sure or known)[0].kind, bool(sure) or len(parts) > 2, certain)
