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

from frclean.later import later

from .chars import FRENCH_LETTERS, FRENCH_SIGNS
from .words import ELISION, rank

__all__ = ["PAIR", "TRIGGER", "Evidence", "Repair", "repair_line", "seek_evidence"]

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
def _lead_pattern() -> re.Pattern[str]:
    """What every run begins with: few lines have it."""
    leads = re.escape("".join(sorted({run[0] for run in runs()})))
    return re.compile(f"[{leads}][^\x00-\x7f]")


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
            return _cluster_pattern().sub(lambda m: _decode(m[0], False), decoded)
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
    if not _lead_pattern().search(text):
        return []
    found = []
    for match in _cluster_pattern().finditer(text):
        start, end = match.span()
        inside_word = _is_inside_word(text, start, end)
        meant = _decode(match[0], inside_word)
        found.append(Cluster(start, end, match[0], meant, _is_strong(text, start, end, meant)))
    return found


# --- text that talks about broken text ---------------------------------------------------------

_QUOTED_WORD = later(r"«\s*[^\s«»]+\s*»|\"[^\s\"]+\"|“[^\s“”]+”|‘[^\s‘’]+’|`[^`\n]+`")
_TALK = later(
    r"mojibake|utf-?8|iso[- ]?8859|latin-?[19]|windows-?125|encod|unicode|ascii", re.IGNORECASE
)
_GOOD_ACCENT = later("[éèêàçùôîû]")


def _between(line: str, found: list[Cluster]) -> str:
    """``line`` without its clusters."""
    return apply(line, [Repair(cluster.start, cluster.end, "") for cluster in found])


def is_cited(line: str, found: list[Cluster]) -> bool:
    """True if ``line`` is in order but for words it quotes (« sÃ©curitÃ© ») or talks about."""
    if not found or not _GOOD_ACCENT.search(_between(line, found)):
        return False
    if _TALK.search(line):
        return True
    quoted = [match.span() for match in _QUOTED_WORD.finditer(line)]
    return bool(quoted) and all(
        any(start < cluster.start and cluster.end < end for start, end in quoted)
        for cluster in [cluster for cluster in found if cluster.strong] or found
    )


# --- « Ã » whose no-break space became a space ---------------------------------------------------

#: « à » is Ã + U+00A0. When the second became a space, « Ã  Paris » and « vis-Ã -vis » are left.
#: No French word has an « à » before a letter, so what follows is never glued to it.
_LOST_A = later(r"Ã[ \t](?=[ \t\W]|$)|Ã(?=[ \t]\w)|Ã$")
#: The same for a lone U+00A0 (Â + U+00A0).
_LOST_SPACE = later(r"Â[ \t]|Â(?=[:;!?»])")
#: Where « Ã » + space is « à » though nothing else is broken: after a small word or an elision.
_SURE_A = later(
    r"(?:(?<=[a-zéèêà]['’-])|(?<=[a-zéèêç,]\s)|(?<=[a-zéèêç]))"
    r"Ã(?=[ \t][a-zé]|[ \t]?-[a-z]|[ \t]{2}\S|\xa0[ a-zé,.;:!?-])"
    r"|(?<=\s)Ã(?=\xa0 [a-zé])"  # nobody types both blanks
)
_NAMED_LETTER = later(r"\b(?:lettre|caractère|signe|symbole|note|tilde|majuscule)s?\W{1,4}Ã")


# --- mojibake whose control characters were taken out ------------------------------------------

#: Capitals whose second byte is a control character in Latin-1: « Ã‰tat » became « Ãtat ».
_CAPITALS = "ÉÀÈÊÇÔÎÂÛÙËÏÜÖÄ"
_BARE_LEAD = later("[ÃÅâ]")
_PARTIAL = {"â¦": "…", "â¬": "€", "â¢": "•", "â¯": "\N{NARROW NO-BREAK SPACE}", "â²": "′"}
_PARTIAL_PATTERN = later("|".join(_PARTIAL))
_LETTERS = later(r"[^\W\d_]*")


def _lost_controls(line: str, repairs: list[Repair]) -> list[Repair]:
    """Leads that stand alone in a broken line, read by the word they are in.

    « â » was a quotation mark, an apostrophe or a dash, « Ã » a capital, « Å » an « œ ».
    ``repairs`` are those made so far.
    """
    mended = _Mended(line, repairs)
    found = []
    for pattern, read in ((_PARTIAL_PATTERN, _read_partial), (_BARE_LEAD, _read_lead)):
        for match in pattern.finditer(line):
            if match.start() not in mended.inside:
                meant = read(match[0], mended.before(match.start()), mended.after(match.end()))
                if meant:
                    found.append(Repair(match.start(), match.end(), meant))
                    mended.add(found[-1])
    return found


class _Mended:
    """A line with some repairs made, seen from any of its positions."""

    def __init__(self, line: str, repairs: list[Repair]) -> None:
        self.line = line
        self.at_start: dict[int, Repair] = {}
        self.at_end: dict[int, Repair] = {}
        self.inside: set[int] = set()
        for repair in repairs:
            self.add(repair)

    def add(self, repair: Repair) -> None:
        self.at_start[repair.start] = self.at_end[repair.end] = repair
        self.inside.update(range(repair.start, repair.end))

    def before(self, position: int) -> str:
        """Some 30 characters before ``position``."""
        pieces: list[str] = []
        while position > 0 and len(pieces) < _SIGHT:
            repair = self.at_end.get(position)
            pieces.append(repair.text if repair else self.line[position - 1])
            position = repair.start if repair else position - 1
        return "".join(reversed(pieces))

    def after(self, position: int) -> str:
        """Some 30 characters from ``position`` on."""
        pieces: list[str] = []
        while position < len(self.line) and len(pieces) < _SIGHT:
            repair = self.at_start.get(position)
            pieces.append(repair.text if repair else self.line[position])
            position = repair.end if repair else position + 1
        return "".join(pieces)


_SIGHT = 30  # longer than any French word in use


def _read_partial(found: str, left: str, right: str) -> str:
    return _PARTIAL[found]


def _read_lead(lead: str, left: str, right: str) -> str:
    """What a bare ``lead`` was between ``left`` and ``right``; empty if nothing is sure.

    >>> _read_lead("â", "puisqu", "il"), _read_lead("Ã", "l'", "tat"), _read_lead("Å", "c", "ur")
    ('’', 'É', 'œ')
    """
    match = _LETTERS.match(right)
    after = match[0] if match else ""
    before = _letters_before(left)
    if lead == "â":
        return _read_quote(left, right, before, after)
    candidates = ("œ", "Œ") if lead == "Å" else tuple(_CAPITALS)
    ranked = sorted((-rank(before + c + after), i, c) for i, c in enumerate(candidates))
    return ranked[0][2] if ranked[0][0] < 0 else ""


def _letters_before(left: str) -> str:
    match = _LETTERS.match(left[::-1])
    return match[0][::-1] if match else ""


def _read_quote(left: str, right: str, before: str, after: str) -> str:
    if before and after:
        is_elision = before.lower() in ELISION and rank(after) > 0
        return "’" if is_elision or rank(before + "â" + after) == 0 else ""
    if not left or left[-1] == "\n":
        return "–" if right.lstrip()[:1].islower() else "—"  # an item of a list, or a dialogue
    opens = left[-1] in " \n(«[’'\N{NO-BREAK SPACE}"
    closes = not right or right[0] in " ,.;:!?)»]\N{NO-BREAK SPACE}"
    if opens and closes:
        return "–"
    if opens:
        return "“"
    return "”" if closes else ""


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


def _lost_spaces(line: str, found: list[Cluster]) -> list[Repair]:
    inside = {i for c in found for i in range(c.start, c.end)}
    return [
        Repair(match.start(), match.end(), meant)
        for pattern, meant in ((_LOST_A, "à"), (_LOST_SPACE, "\N{NO-BREAK SPACE}"))
        for match in pattern.finditer(line)
        if match.start() not in inside
    ]


def repair_french(line: str, evidence: Evidence) -> list[Repair]:
    """The changes that undo what happened to ``line``; none if it is fine as it stands.

    >>> repair_french("Ã©tÃ©", Evidence(True))
    [Repair(start=0, end=2, text='é'), Repair(start=3, end=5, text='é')]
    """
    found = clusters(line)
    if is_cited(line, found):
        return []
    strong = any(c.strong for c in found)
    if not strong and not evidence.strong:
        return _sure_a(line, found) if "Ã" in line else []
    repairs = [Repair(c.start, c.end, c.meant) for c in found if c.text != c.meant]
    if "Ã" in line or "Â" in line:
        repairs += _lost_spaces(line, found)
    if strong and _BARE_LEAD.search(line) and not _GOOD_ACCENT.search(_between(line, found)):
        more = _lost_controls(line, repairs)
        if more:
            repairs = [_as_capital(line, repair) for repair in repairs] + more
    return sorted(repairs)


def _sure_a(line: str, found: list[Cluster]) -> list[Repair]:
    """The « Ã » of a line in which nothing else is broken."""
    if _NAMED_LETTER.search(line) or not _SURE_A.search(line):
        return []
    whole = [Repair(c.start, c.end, c.meant) for c in found if c.meant == "à"]
    return sorted(whole + [r for r in _lost_spaces(line, found) if r.text == "à"])


_SENTENCE_START = later(r"(?:^|[.!?…:»]\s+|[—–«]\s*)\Z")


def _as_capital(line: str, repair: Repair) -> Repair:
    """« À » lost its second byte, as « É » did, where a sentence starts."""
    if repair.text == "à" and _SENTENCE_START.search(line, 0, repair.start):
        return repair._replace(text="À")
    return repair


# --- the rest is ftfy's ----------------------------------------------------------------------

#: What ftfy calls bad has two characters beyond ASCII in a row (but for lone C1 controls, and « Ã »
#: with a space, which we see to ourselves): its own test is seven times slower than this one.
PAIR = later(
    "[^\x00-\x7f’‘“”«»…–—éèêàçùôîûâëïüœÉÈÊÀÇ€°\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
    "(?:(?=[^\x00-\x7f])|(?<=[^\x00-\x7f].))|[€œ](?<=[âā].)"
)
#: Among the hints of a text, those that mojibake may have.
TRIGGER = later("[\x80-\u2bff\uf8ff\ufb00-\ufb02\ufffd]")


def _by_ftfy(line: str) -> str:
    """``line`` decoded by ftfy, if it sees mojibake in it; quotes and spaces stay as they are."""
    import ftfy
    from ftfy.badness import is_bad

    # Blanks before the text would keep ftfy from decoding it as a whole.
    text = line.lstrip()
    return line[: len(line) - len(text)] + ftfy.fix_encoding(text) if is_bad(text) else line


def repair_line(line: str, evidence: Evidence) -> list[Repair]:
    """The changes that undo what happened to ``line``; none if it is fine as it stands."""
    repairs = repair_french(line, evidence)
    if not repairs and is_cited(line, clusters(line)):
        return []
    if not PAIR.search(apply(line, repairs)):
        return repairs
    theirs = _by_ftfy(line)
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
