"""Reads the metadata of an article from the lines around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from frclean.boilerplate.body import densest_run, is_sentence
from frclean.boilerplate.header import byline_of, is_counter, is_date_line, iso_date, starts_with_bar
from frclean.boilerplate.metadata import Metadata
from frclean.boilerplate.peel import known_residue
from frclean.document import Span

__all__ = ["read_metadata"]

ABOVE = 15
"""Lines above the first sentence in which a header is looked for."""

_UPDATED = re.compile(r"(?i)mis(?:e)? à jour|modifi|actualis|updated|dernière")


def read_metadata(lines: Sequence[str], spans: Sequence[Span]) -> Metadata:
    """Title, section, signature and dates, from the lines before the first sentence."""
    first, _ = densest_run([line.count(" ") + 1 for line in lines], [is_sentence(line) for line in lines])
    header = range(max(0, first - ABOVE), first)
    fields: dict[str, tuple[str, int]] = {}
    if (title := _title(lines, header)) is not None:
        fields["title"] = (lines[title], title)
    for i in header:
        for name, value in _says(lines[i], before_title=title is None or i < title):
            fields.setdefault(name, (value, i))
    return Metadata(
        **{name: value for name, (value, _) in fields.items()},
        spans={name: spans[i] for name, (_, i) in fields.items()},
    )


def _title(lines: Sequence[str], header: range) -> int | None:
    """The last line above the text that is not known residue and has two words or more."""
    for i in reversed(header):
        if len(lines[i].split()) > 1 and known_residue(lines[i]) is None:
            return i
    return None


def _says(line: str, *, before_title: bool) -> Iterator[tuple[str, str]]:
    if (name := starts_with_bar(line) or byline_of(line)) is not None:
        yield "byline", name
    if (date := iso_date(line)) is not None and (is_date_line(line) or name is not None):
        yield ("updated" if _UPDATED.search(line) else "published"), date
    if before_title and _is_section(line):
        yield "section", line


def _is_section(line: str) -> bool:
    match = known_residue(line)
    return match is not None and not match.sure and not is_counter(line) and not is_date_line(line)
