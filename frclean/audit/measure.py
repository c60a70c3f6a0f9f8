"""What there is to know about one text of a corpus.

``measure`` gives a small record that travels between processes; everything the audit shows is
added up from such records. The text itself is not kept, only short snippets of what was found.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from frclean.audit.reading import Entry
from frclean.finding import Applicability, Finding

if TYPE_CHECKING:
    from frclean.pipeline import Pipeline

__all__ = ["KINDS", "Measure", "Snippet", "measure"]

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

_EMPTY = 5  # words: what is left of an article that was never fetched
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
    """False if the text was not in the sample whose findings were looked for."""
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


def measure(entry: Entry, pipeline: Pipeline | None) -> Measure:
    """The record of a text; without a pipeline, of what costs next to nothing."""
    text = entry.text
    found = _Found(text)
    if pipeline is not None:
        found.read(pipeline, entry.key)
    words = _WORD.findall(found.text.lower())
    return Measure(
        entry.key,
        entry.site,
        _month(entry.date),
        len(text),
        len(words),
        pipeline is not None,
        found.sure,
        found.doubtful,
        found.removed,
        tuple(_flags(text, found.text, words)),
        tuple(found.snippets.values()),
        sketch(found.text),
        _digest(words),
    )


class _Found:
    """What a pipeline has to say about a text."""

    def __init__(self, text: str) -> None:
        self.source = self.text = text
        self.sure: Counter[str] = Counter()
        self.doubtful: Counter[str] = Counter()
        self.removed = 0
        self.snippets: dict[str, Snippet] = {}

    def read(self, pipeline: Pipeline, key: str) -> None:
        """Ask the pipeline."""
        result = pipeline.explain(self.source)
        self.text = result.text
        self._count(result.applied, self.sure, key)
        self._count(result.remaining, self.doubtful, key)
        self.removed = sum(span.end - span.start for _, span, _, _ in result.removed)

    def _count(self, findings: Iterable[Finding], counts: Counter[str], key: str) -> None:
        for finding in findings:
            counts[finding.code] += 1
            if finding.code not in self.snippets:
                self.snippets[finding.code] = _snippet(finding, self.source, key)


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


def _flags(source: str, text: str, words: list[str]) -> Iterable[str]:
    """What only the whole says: accents are looked for in the source, the end in the cleaned."""
    if len(words) < _EMPTY:
        yield "EMP"
        return
    if len(words) >= _JUDGED:
        if sum(word in _FRENCH for word in words) < _LEAST_FRENCH * len(words):
            yield "LNG"
        elif len(_ACCENT.findall(source)) < _LEAST_ACCENTS * sum(map(len, words)):
            yield "ACC"
    if _CUT.search(text[-20:]) or not _ENDED.search(text[-20:]):
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
