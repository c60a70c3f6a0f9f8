"""What there is to know about one text of a corpus.

A :class:`Reader` gives a small record that travels between processes; everything the audit shows is
added up from such records. The text itself is not kept, only short snippets of what was found.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from frclean.audit.reading import Entry
from frclean.finding import Applicability, Finding
from frclean.pipeline import Pipeline

__all__ = ["EMPTY", "GLANCED", "KINDS", "Measure", "Reader", "Snippet"]

#: What can be wrong with a text: the families of findings, then what only a whole text shows.
KINDS: dict[str, str] = {
    "ENC": "Encodage",
    "BPL": "Résidus de page",
    "WSP": "Blancs et lignes",
    "SPL": "Orthographe",
    "GRM": "Grammaire",
    "ACC": "Accents absents",
    "DUP": "Doublons",
    "LNG": "Pas en français",
    "EMP": "Vides",
    "TRU": "Tronqués",
}

#: Kinds that a glance shows, so that they are known of every text; all others need a full reading:
#: what ``clean`` does, and what the text is without its residue.
GLANCED = frozenset(("ENC", "ACC", "DUP", "LNG"))

EMPTY = 5  # words: what is left of an article that was never fetched
_JUDGED = 30  # words from which language and accents can be judged
_LEAST_FRENCH = 0.12  # share of the words below; French prose has 0.3 to 0.45
_LEAST_ACCENTS = 0.003  # signs beyond ASCII and entities, of all letters; French has 0.03 to 0.05
_FRENCH = frozenset(
    "de la le les et des en un une du que est pour dans qui par sur au pas ce il elle plus avec "
    "se sont ne son sa ses ils mais ou on aux cette ces leur nous vous je tout comme été être a à "
    "l d qu n s".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_ENDED = re.compile(r"[.!?:;»\"”')\]*]\s*\Z")
_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\(\.\.\.\))\s*\Z")
#: A letter with an accent, or what damage has made of one: not the signs of typography.
_ACCENT = re.compile(r"[^\x00-\x7f\s«»“”‘’–—…€·•]|&#?\w{2,8};")


class Snippet(NamedTuple):
    """A finding as the page shows it: what stood there, what stands there now, and around."""

    code: str
    key: str
    left: str
    found: str
    fixed: str
    right: str


@dataclass(slots=True)
class Measure:
    """One text, measured."""

    key: str
    site: str
    month: str
    characters: int
    words: int
    is_read: bool = False
    """False if the text was only glanced at."""
    sure: Counter[str] = field(default_factory=Counter)
    """Repairs that ``clean`` makes, by code."""
    doubtful: Counter[str] = field(default_factory=Counter)
    """Findings that are only shown, by code."""
    removed: int = 0
    """Characters of residue."""
    flags: tuple[str, ...] = ()
    """Kinds that only the whole text shows: ACC, LNG, EMP, TRU."""
    snippets: tuple[Snippet, ...] = ()
    sketch: tuple[int, ...] = ()
    """The least hashes of sentences: near-duplicates share most of them."""
    digest: int = 0


class Reader:
    """Measures texts: a glance at each, a full reading where one is asked for.

    The glance is encoding, words and language; it is what the whole corpus gets, so it sees the
    same in a text that is also read.
    """

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline
        steps = [step for step in pipeline.steps if step == "encoding"]
        self._encoding = Pipeline(steps, pipeline.config)

    def measure(self, entry: Entry, *, is_read: bool = True) -> Measure:
        """The record of a text."""
        text, repaired = self._encoding.clean_and_count(entry.text)
        words = _words(text)
        measured = Measure(
            entry.key,
            entry.site,
            _month(entry.date),
            len(entry.text),
            len(words),
            sure=repaired,
            flags=tuple(_glanced(entry.text, words)),
            sketch=sketch(text),
            digest=_digest(words),
        )
        if is_read:
            self._read(entry, measured)
        return measured

    def _read(self, entry: Entry, measured: Measure) -> None:
        """Add what the whole pipeline has to say."""
        result = self._pipeline.explain(entry.text)
        found = _Found(entry)
        found.count((f for f in result.applied if f.family != "ENC"), measured.sure)
        found.count(result.remaining, measured.doubtful)
        found.show(f for f in result.applied if f.family == "ENC")
        measured.is_read = True
        measured.removed = sum(span.end - span.start for _, span, _, _ in result.removed)
        measured.flags += tuple(_read_flags(result.text))
        measured.snippets = tuple(found.snippets.values())


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


class _Found:
    """The findings of a text, and the first of each code as the page shows it."""

    def __init__(self, entry: Entry) -> None:
        self._entry = entry
        self.snippets: dict[str, Snippet] = {}

    def count(self, findings: Iterable[Finding], counts: Counter[str]) -> None:
        findings = list(findings)
        counts.update(finding.code for finding in findings)
        self.show(findings)

    def show(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            if finding.code not in self.snippets:
                self.snippets[finding.code] = _snippet(finding, self._entry.text, self._entry.key)


_AROUND = 38  # characters beside a finding
_SHOWN = 90  # characters of a finding


def _snippet(finding: Finding, text: str, key: str) -> Snippet:
    """What the finding says, cut to the length of a line of the page."""
    start, end = finding.span
    fix = finding.fix
    is_shown = fix is not None and finding.applicability is not Applicability.DISPLAY
    return Snippet(
        finding.code,
        key,
        text[max(0, start - _AROUND) : start],
        _cut(finding.found),
        _cut(fix.replacement) if fix is not None and is_shown else "",
        text[end : end + _AROUND],
    )


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _glanced(source: str, words: list[str]) -> Iterator[str]:
    """What words alone show; accents are looked for in the text as it was given."""
    if len(words) < _JUDGED:
        return
    if sum(map(_FRENCH.__contains__, words)) < _LEAST_FRENCH * len(words):
        yield "LNG"
    elif len(_ACCENT.findall(source)) < _LEAST_ACCENTS * sum(map(len, words)):
        yield "ACC"


def _read_flags(text: str) -> Iterator[str]:
    """What the cleaned text shows: whether anything is left, and whether it ends."""
    if len(_words(text)) < EMPTY:
        yield "EMP"
    elif _CUT.search(text[-20:]) or not _ENDED.search(text[-20:]):
        yield "TRU"


def _month(date: str) -> str:
    """« 2024-05 » of a date that starts with year and month; empty for any other.

    >>> _month("2024-05-03T10:15:00"), _month("03/05/2024"), _month("hier")
    ('2024-05', '2024-05', '')
    """
    match = re.match(r"(\d{4})[-/](\d{1,2})", date)
    if match:
        return f"{match[1]}-{int(match[2]):02}"
    match = re.match(r"\d{1,2}[-/.](\d{1,2})[-/.](\d{4})", date)
    return f"{match[2]}-{int(match[1]):02}" if match else ""


_LONG = 25  # characters of a sentence that says something
_KEPT = 24  # least hashes kept
_END = re.compile(r"[.!?\n]+")


def sketch(text: str) -> tuple[int, ...]:
    """The least hashes of the sentences: two texts share as many as they share sentences.

    (Bottom-k sketch; A. Broder, 1997, « On the resemblance and containment of documents ».)
    """
    sentences = {part.strip().lower() for part in _END.split(text) if len(part) >= _LONG}
    hashes = {zlib.crc32(sentence.encode("utf-8", "replace")) for sentence in sentences}
    return tuple(sorted(hashes)[:_KEPT])


def _digest(words: list[str]) -> int:
    """A number that only the same words have; 0 for none."""
    if not words:
        return 0
    joined = " ".join(words).encode("utf-8", "replace")
    return int.from_bytes(hashlib.blake2b(joined, digest_size=8).digest()) or 1
