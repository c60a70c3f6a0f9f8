"""Lines that border many articles of one site: counted, reviewed by a person, then taken out.

Counting is out of the step: ``frclean learn`` feeds :class:`EdgeCounts` and writes the file that
``Boilerplate(learnt=...)`` reads. Counts of two halves can be added; the file is made from counts
alone and sorted, so the order of the texts does not matter.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from frclean.boilerplate.body import densest_run, is_sentence
from frclean.boilerplate.lines import LONG, fold, key_of, split_lines

__all__ = ["EdgeCounts", "LearntLine", "LearntLines", "edge_lines", "is_residue"]

EDGE = 25
"""Lines counted before the first and behind the last sentence of the article."""
INNER_EDGE = 2
"""Sentences counted at each end of the article: a repeated notice can end an article's text."""
LEAST_PAGES = 3
LEAST_SHARE = 0.3
"""A line is residue when this share of a site's articles has it at the same end."""
FEWEST_PAGES = 2
MOST_SHARE = 0.6
"""The same for sites of which few articles are known."""
SENTENCE_PAGES = 5
SENTENCE_SHARE = 0.6
"""The same for what reads as a sentence: a refrain or a standing introduction is content."""


def edge_lines(text: str) -> Iterator[tuple[str, str]]:
    r"""The lines around the article, as (« head » or « foot », line).

    >>> list(edge_lines("Sport\n\nIl a neigé cette nuit sur le col et la plaine.\n\nPartager"))
    [('head', 'Sport'), ('foot', 'Partager')]
    """
    lines = [line.text for line in split_lines(text)]
    flags = [is_sentence(line) for line in lines]
    first, last = densest_run([line.count(" ") + 1 for line in lines], flags)
    if last < first:
        return
    count = len(lines)
    inner = min(INNER_EDGE, max(0, (last - first) // 4))
    for i in range(max(0, first - EDGE), first + inner):
        yield "head", lines[i]
    for i in range(last + 1 - inner, min(count, last + 1 + EDGE)):
        yield "foot", lines[i]


@dataclass(slots=True)
class EdgeCounts:
    """How many articles of each site have a line at each end. Two of them can be added."""

    pages: Counter[str] = field(default_factory=Counter)
    lines: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """By site, end and key."""
    examples: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def add(self, site: str, text: str) -> None:
        """Count one article."""
        self.pages[site] += 1
        seen: dict[tuple[str, str, str], str] = {}
        for end, line in edge_lines(text):
            key = key_of(fold(line[: 2 * LONG]))
            if key:
                entry = (site, end, key)
                seen[entry] = min(line, seen.get(entry, line))
        self.lines.update(seen.keys())
        for entry, line in seen.items():
            self.examples[entry] = min(line, self.examples.get(entry, line))

    def merge(self, other: EdgeCounts) -> None:
        """Add the counts of another part of the corpus."""
        self.pages.update(other.pages)
        self.lines.update(other.lines)
        for entry, line in other.examples.items():
            self.examples[entry] = min(line, self.examples.get(entry, line))

    def learnt(self) -> Iterator[LearntLine]:
        """The lines that are residue of their site, in order."""
        for entry in sorted(self.lines):
            site, end, _ = entry
            count, pages, text = self.lines[entry], self.pages[site], self.examples[entry]
            if is_residue(text, count, pages):
                yield LearntLine(site, end, text, count, pages)


def is_residue(text: str, count: int, pages: int) -> bool:
    """True if a line that ``count`` of ``pages`` articles of a site have is no content."""
    if is_sentence(text):
        return count >= SENTENCE_PAGES and count >= SENTENCE_SHARE * pages
    share = LEAST_SHARE if count >= LEAST_PAGES else MOST_SHARE
    return count >= FEWEST_PAGES and count >= share * pages


@dataclass(frozen=True, slots=True)
class LearntLine:
    """One line of one site, with the counts that speak against it."""

    site: str
    end: str
    text: str
    count: int
    pages: int

    def to_toml(self) -> str:
        """The entry as a person reviews it."""
        return (
            "[[line]]\n"
            f"site = {_quoted(self.site)}\nend = {_quoted(self.end)}\n"
            f"text = {_quoted(self.text)}\ncount = {self.count}\npages = {self.pages}\n"
        )


def _quoted(text: str) -> str:
    """A TOML basic string; control characters and lone surrogates are escaped or dropped."""
    out = []
    for char in text:
        code = ord(char)
        if char in '"\\':
            out.append("\\" + char)
        elif code < 32 or code == 127:
            out.append(f"\\u{code:04x}")
        elif not 0xD800 <= code <= 0xDFFF:
            out.append(char)
    return '"' + "".join(out) + '"'


_FIELDS = ("site", "end", "text", "count", "pages")


@dataclass(frozen=True)
class LearntLines:
    """What a file of learnt lines says, ready for look-up."""

    lines: tuple[LearntLine, ...] = ()

    @classmethod
    def read(cls, path: str | Path) -> LearntLines:
        """The lines of a file written by :meth:`to_toml`.

        Raises:
            FileNotFoundError: if there is none.
            ValueError: if it is another file.

        """
        try:
            rows = tomllib.loads(Path(path).read_text("utf-8"))["line"]
            return cls(tuple(LearntLine(*(row[name] for name in _FIELDS)) for row in rows))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as error:
            raise ValueError(
                f"learnt={str(path)!r} is no file of `frclean learn`: {error}"
            ) from None

    @classmethod
    def of(cls, lines: Iterable[LearntLine]) -> LearntLines:
        """The lines given."""
        return cls(tuple(lines))

    def to_toml(self) -> str:
        """The file; delete an entry to keep its line."""
        head = "# Lines that frclean takes out at the ends of articles. Delete what is content.\n"
        entries = "\n".join(line.to_toml() for line in self.lines)
        return f"{head}\n{entries}" if entries else f"{head}line = []\n"

    def keys(self) -> dict[tuple[str, str], LearntLine]:
        """The entries by end and key, whatever the site."""
        return {(line.end, key_of(fold(line.text[: 2 * LONG]))): line for line in self.lines}
