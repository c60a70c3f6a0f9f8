"""UTF-8 that was read as something else: « Ã©tÃ© » for « été ».

Every French character, read byte by byte through a wrong table, gives a short *run* of
characters that nobody types: « é » gives « Ã© » (Windows-1252, Latin-1, Latin-9), « √© » (Mac
Roman), « ├⌐ » (code page 437) or « ├® » (850). The runs of all these tables together are one
dictionary, since they clash in four places only; a *cluster* is several runs in a row, and is
decoded again as long as it still is one (twice and thrice broken text).

A cluster is *strong* when it cannot be anything else, *weak* when it could be meant (« CAFÉ » in
capitals before a closing quote). Weak ones are decoded only beside strong ones. What is left and
still looks broken (Cyrillic, Greek, emoji…) goes to ftfy, which knows more tables.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from .chars import FRENCH_LETTERS, FRENCH_SIGNS

__all__ = ["Evidence", "PAIR", "Repair", "repair_line", "seek_evidence"]

#: (leading characters of the code page) is how a table shows itself; Latin-1 and Windows-1252
#: are one, as in browsers: bytes 80-9F may show as either.
_TABLES = ("cp1252", "iso8859-15", "mac_roman", "cp437", "cp850")

#: Two-byte leads worth knowing for each table: C2 and C3 (Latin-1), C5 (œ, Ÿ, š, ž) and, where
#: they are needed to undo a second reading, C4, C6 and CB (ı ƒ ˆ ˜).
_LEADS = {
    "cp1252": "\xc2\xc3\xc4\xc5\xc6\xcb",
    "iso8859-15": "\xc3",
    "mac_roman": "\xc2\xc3\xc5\xc6",
    "cp437": "\xc2\xc3\xc5",
    "cp850": "\xc2\xc3\xc5",
}

#: What may follow a capital letter or a symbol in good text: closing signs, dashes, box drawing.
_CLOSING = frozenset(
    "\N{NO-BREAK SPACE}\N{SOFT HYPHEN}»’‘”“…–—°·®™«›'•" + "".join(map(chr, range(0x2500, 0x25A0)))
)
_MATHS = frozenset("π∑∏∞∂Ωµ∫±≤≥")
_FRENCH = frozenset(FRENCH_LETTERS + FRENCH_SIGNS)


def _readings(char: str, table: str) -> Iterator[str]:
    """How ``char`` in UTF-8 looks when it is read with ``table``."""
    options = []
    for byte in char.encode("utf-8"):
        shown = {bytes([byte]).decode(table, "ignore")}
        if table in ("cp1252", "iso8859-15") and byte < 0xA0:
            shown |= {chr(byte), bytes([byte]).decode("cp1252", "ignore")}
        options.append([s for s in sorted(shown) if s])
    return map("".join, itertools.product(*options))


def _targets() -> list[str]:
    """The characters worth finding: those of French, and of every table (for nested readings)."""
    found = set(_FRENCH) | set(map(chr, range(0x80, 0x100)))
    for table in _TABLES:
        found |= set(bytes(range(0x80, 0x100)).decode(table, "ignore"))
    found |= set("ﬀﬁﬂﬃﬄ\ufeff\u200b\u2032\u2033ʼ\u2009\u202f")
    return sorted(c for c in found if not 0x370 <= ord(c) < 0x400)


@functools.cache
def runs() -> Mapping[str, str]:
    """What people see -> the character that was meant.

    >>> runs()["Ã©"], runs()["√©"], runs()["├⌐"], runs()["â€™"]
    ('é', 'é', 'é', '’')
    """
    table_of: dict[str, str] = {}
    for table in reversed(_TABLES):  # the first table has the last word
        leads = {bytes([ord(lead)]).decode(table) for lead in _LEADS[table]}
        for char in _targets():
            for run in _readings(char, table):
                if len(run) > 2 or run[0] in leads:
                    table_of[run] = char
    return table_of


#: Read as Latin-9, « ô » and « è » look like « Î » and « Ú » read as Windows-1252. Their place
#: decides: no capital stands inside a word in small letters.
_INSIDE_WORD = {"ÃŽ": "ô", "Ãš": "è", "ÃŒ": "ü", "ÃŠ": "æ", "Ã€": "ä"}


@functools.cache
def _cluster_pattern() -> re.Pattern[str]:
    """One or more runs; compiled when first needed."""
    seconds: dict[str, set[str]] = {}
    for run in runs():
        seconds.setdefault(run[:-1], set()).add(run[-1])
    thirds: dict[str, dict[str, str]] = {}
    for head, tails in seconds.items():
        ending = "[" + re.escape("".join(sorted(tails))) + "]"
        thirds.setdefault(head[0], {})[head[1:]] = ending
    branches = [
        re.escape(lead) + "(?:" + "|".join(re.escape(m) + t for m, t in sorted(mids.items())) + ")"
        for lead, mids in sorted(thirds.items())
    ]
    return re.compile("(?:" + "|".join(branches) + ")+")


@functools.cache
def _run_pattern() -> re.Pattern[str]:
    return re.compile(_cluster_pattern().pattern[:-1])


class Cluster(NamedTuple):
    """Runs in a row, and what they were."""

    start: int
    end: int
    text: str
    meant: str
    strong: bool


@functools.lru_cache(1 << 14)
def _decode(cluster: str, inside_word: bool) -> str:
    """What ``cluster`` was before it was read wrongly, once or several times.

    >>> _decode("Ã©", False), _decode("ÃƒÂ©", False), _decode("â€™", False)
    ('é', 'é', '’')
    """
    for _ in range(4):
        decoded = _run_pattern().sub(lambda match: runs()[match[0]], cluster)
        if inside_word and cluster[:2] in _INSIDE_WORD:
            decoded = _INSIDE_WORD[cluster[:2]] + decoded[1:]
        if not _cluster_pattern().fullmatch(decoded):
            # A decoded part may be one again: « Ã¢â‚¬â„¢; » has a piece that is not.
            again = _cluster_pattern().sub(lambda m: _decode(m[0], False), decoded)
            return again
        cluster, inside_word = decoded, False
    return cluster


def _is_strong(text: str, start: int, end: int, meant: str) -> bool:
    """True if ``text[start:end]`` cannot be meant as it stands."""
    cluster = text[start:end]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    beside_word = before.islower() or before.isdigit() or (after.islower() and meant.isalpha())
    if len(cluster) > 2:
        return not all(c in _CLOSING for c in cluster[1:]) or beside_word
    if meant not in _FRENCH:
        return cluster[1] not in _CLOSING and cluster[1] not in _MATHS and cluster[0] in "ÃÂ"
    return beside_word or (cluster[1] not in _CLOSING and cluster[1] not in _MATHS)


def _is_inside_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return before.islower() or (before.isalpha() and after.islower())


def clusters(text: str) -> list[Cluster]:
    """The clusters of ``text``."""
    found = []
    for match in _cluster_pattern().finditer(text):
        start, end = match.span()
        inside_word = _is_inside_word(text, start, end)
        meant = _decode(match[0], inside_word)
        found.append(Cluster(start, end, match[0], meant, _is_strong(text, start, end, meant)))
    return found


# --- text that talks about broken text ---------------------------------------------------------

_QUOTED_WORD = re.compile(r"«\s*[^\s«»]+\s*»|\"[^\s\"]+\"|“[^\s“”]+”|‘[^\s‘’]+’|`[^`\n]+`")
_TALK = re.compile(
    r"mojibake|utf-?8|iso[- ]?8859|latin-?[19]|windows-?125|encod|unicode|ascii", re.IGNORECASE
)
_GOOD_ACCENT = re.compile("[éèêàçùôîûâ]")


def is_cited(line: str, found: list[Cluster]) -> bool:
    """True if ``line`` is in order but for words it quotes (« sÃ©curitÃ© ») or talks about."""
    rest, position = [], 0
    for cluster in found:
        rest.append(line[position : cluster.start])
        position = cluster.end
    rest.append(line[position:])
    if not _GOOD_ACCENT.search("".join(rest)):
        return False
    if _TALK.search(line):
        return True
    quoted = [match.span() for match in _QUOTED_WORD.finditer(line)]
    return bool(quoted) and all(
        any(start < cluster.start and cluster.end < end for start, end in quoted)
        for cluster in found
        if cluster.strong
    )


# --- « Ã » whose no-break space became a space ---------------------------------------------------

#: « à » is Ã + U+00A0. When the second became a space, « Ã  Paris » and « vis-Ã -vis » are left.
#: No French word has an « à » before a letter, so what follows is never glued to it.
_LOST_A = re.compile(r"Ã[ \t](?=[ \t\W]|$)|Ã(?=[ \t]\w)|Ã$")
#: The same for a lone U+00A0 (Â + U+00A0).
_LOST_SPACE = re.compile(r"Â[ \t]|Â(?=[:;!?»])")
#: Where « Ã » + space is « à » though nothing else is broken: after a small word or an elision.
_SURE_A = re.compile(
    r"(?:(?<=[a-zéèêà]['’-])|(?<=[a-zéèêç]\s)|(?<=[a-z]))Ã(?=[ \t][a-zé]|[ \t]?-[a-z]|[ \t]{2}\S)"
)
_NAMED_LETTER = re.compile(r"\b(?:lettre|caractère|signe|symbole|note|tilde|majuscule)s?\b")


class Evidence(NamedTuple):
    """What the whole document shows."""

    strong: bool


def seek_evidence(lines: Iterable[str]) -> Evidence:
    """Whether any of ``lines`` holds a strong cluster that is not cited."""
    for line in lines:
        found = clusters(line)
        if any(c.strong for c in found) and not is_cited(line, found):
            return Evidence(True)
    return Evidence(False)


class Repair(NamedTuple):
    """One change inside a line."""

    start: int
    end: int
    text: str


def _lost_spaces(line: str, taken: list[Cluster]) -> Iterator[Repair]:
    spans = [(c.start, c.end) for c in taken]
    for pattern, meant in ((_LOST_A, "à"), (_LOST_SPACE, "\N{NO-BREAK SPACE}")):
        for match in pattern.finditer(line):
            if not any(s < match.end() and match.start() < e for s, e in spans):
                yield Repair(match.start(), match.end(), meant)


def repair_french(line: str, evidence: Evidence) -> list[Repair]:
    """The changes that undo what happened to ``line``; none if it is fine as it stands.

    >>> repair_french("Ã©tÃ©", Evidence(True))
    [Repair(start=0, end=2, text='é'), Repair(start=3, end=5, text='é')]
    """
    found = clusters(line)
    strong = any(c.strong for c in found)
    if found and is_cited(line, found):
        return []
    if strong or evidence.strong:
        repairs = [Repair(c.start, c.end, c.meant) for c in found if c.text != c.meant]
        repairs += _lost_spaces(line, found) if "Ã" in line or "Â" in line else ()
        return sorted(repairs)
    if "Ã" in line and not _NAMED_LETTER.search(line) and _SURE_A.search(line):
        return list(_lost_spaces(line, found))
    return []


# --- the rest is ftfy's ----------------------------------------------------------------------

#: What ftfy calls bad has two characters beyond ASCII in a row or a C1 control (but for « Ã » and
#: a space, which we see to ourselves): its own test is seven times slower than this one.
PAIR = re.compile(
    "[^\x00-\x7f’‘“”«»…–—éèêàçùôîûâëïüœÉÈÊÀÇ€°\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
    "(?:(?=[^\x00-\x7f])|(?<=[^\x00-\x7f].))|[\x80-\x84\x86-\x9f]|[€œ](?<=[âā].)"
)
#: Among the hints of a text, those that mojibake may have.
TRIGGER = re.compile("[\x80-\u2bff\uf8ff\ufb00-\ufb02\ufffd]")


def _by_ftfy(line: str) -> str:
    """``line`` decoded by ftfy, if it sees mojibake in it; quotes and spaces stay as they are."""
    import ftfy
    from ftfy.badness import is_bad

    return ftfy.fix_encoding(line) if is_bad(line) else line


#: NEL that ends a line; one that is part of mojibake has its first half before it.
_NEL = re.compile("(?<![\x80-\xff])\x85+")


def _between_nels(line: str) -> str:
    nels = [*_NEL.findall(line), ""]
    return "".join(map("".join, zip(map(_by_ftfy, _NEL.split(line)), nels, strict=True)))


def repair_line(line: str, evidence: Evidence) -> list[Repair]:
    """The changes that undo what happened to ``line``; none if it is fine as it stands."""
    found = clusters(line)
    if found and is_cited(line, found):
        return []
    repairs = repair_french(line, evidence)
    if not PAIR.search(apply(line, repairs)):
        return repairs
    theirs = _by_ftfy(line) if not _NEL.search(line) else _between_nels(line)
    if theirs == line:
        return repairs
    finished = apply(theirs, repair_french(theirs, evidence))
    return [whole_line(line, finished)]


def apply(line: str, repairs: list[Repair]) -> str:
    """``line`` with ``repairs`` made."""
    pieces, position = [], 0
    for start, end, text in repairs:
        pieces += [line[position:start], text]
        position = end
    return "".join([*pieces, line[position:]])


def whole_line(before: str, after: str) -> Repair:
    """The one change that makes ``after`` of ``before``, without their common ends.

    >>> whole_line("la forÃªt", "la forêt")
    Repair(start=6, end=8, text='ê')
    """
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    return Repair(start, len(before) - end, after[start : len(after) - end])


def _common(one: str, other: str) -> int:
    """How many first characters are the same; by halves, so that long lines cost little."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
