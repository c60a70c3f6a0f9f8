"""Reads the metadata of an article from the lines around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from frclean.boilerplate.header import byline_of, is_date_line, iso_date, starts_with_bar
from frclean.boilerplate.lines import Line, fold, key_of
from frclean.boilerplate.metadata import Metadata
from frclean.boilerplate.page import Page
from frclean.boilerplate.templates import match_key, match_line
from frclean.document import Span

__all__ = ["read_metadata"]

ABOVE = 15
"""Lines above the first sentence in which a header is looked for; further up are menus."""
BELOW = 12
"""Lines behind the last sentence in which a signature, credits, tags are looked for."""

_UPDATED = re.compile(
    r"mise? a jour|modifie|actualise|updated|derniere modification", re.IGNORECASE
)
_CREDIT = re.compile(
    r"(?i:cr[ée]dits?(?: photos?| images?)?|photos?|photographies?|illustrations?)"
    r"\s*[:©]\s*(\S.{2,80})"
    r"|©\s*((?![\d\s])[^\d©][^©]{2,60})"
    r"|((?:[A-ZÀ-Þ][\w.'’-]* ?){1,5}/ ?(?:AFP|REUTERS|Reuters|SIPA|Sipa|AP|Getty Images).{0,30})"
)
_SITE = re.compile(
    r"(?:©|[Cc]opyright)[\s©]*(?:[Cc]opyright)?\s*[\d\s–-]*\s*([^\W\d_][^|©]{1,48}?)\s*"
    r"(?:[-–|.,]|[Tt]ous droits|[Aa]ll rights|\d{4}|$)"
)
_TAGS = re.compile(
    r"(?i:tags?|mots[- ]cl[ée]s?|mots-clefs|[ée]tiquettes?|th[èe]mes?|sujets?)\s*:\s*(\S.*)"
)
_PATH = re.compile(r"\s*[>›»/|]\s*")


@dataclass(slots=True)
class _Read:
    """What has been read so far: values with the lines they stand on."""

    values: dict[str, tuple[str, Span]] = field(default_factory=dict)
    many: dict[str, list[tuple[str, Span]]] = field(default_factory=dict)

    def note(self, name: str, value: str | None, span: Span) -> None:
        """Keep the first value of a field."""
        if value:
            self.values.setdefault(name, (value, span))

    def add(self, name: str, value: str, span: Span) -> None:
        """Keep a value of a field that has several."""
        found = self.many.setdefault(name, [])
        if value not in [known for known, _ in found]:
            found.append((value, span))

    def metadata(self) -> Metadata:
        """What was read, with its spans."""
        spans: dict[str, Span | tuple[Span, ...]] = {n: s for n, (_, s) in self.values.items()}
        spans |= {name: tuple(span for _, span in found) for name, found in self.many.items()}
        text = {name: value for name, (value, _) in self.values.items()}
        lists = {name: tuple(value for value, _ in found) for name, found in self.many.items()}
        return Metadata(
            title=text.get("title"),
            section=text.get("section"),
            byline=text.get("byline"),
            published=text.get("published"),
            updated=text.get("updated"),
            site=text.get("site"),
            image_credits=lists.get("image_credits", ()),
            tags=lists.get("tags", ()),
            spans=spans,
        )


def read_metadata(lines: list[Line], page: Page) -> Metadata:
    """Title, section, signature, dates, credits, tags, from the lines around the text."""
    read = _Read()
    if page.last < page.first:
        return read.metadata()
    if page.title >= 0:
        read.note("title", lines[page.title].text, lines[page.title].span)
    for i in range(max(0, page.first - ABOVE), page.first):
        _read_line(read, lines[i])
    top = page.title if page.title >= 0 else page.first
    for i in range(top - 1, max(-1, top - ABOVE), -1):
        read.note("section", _section(lines[i].text), lines[i].span)
    for i in range(page.last + 1, min(len(lines), page.last + 1 + BELOW)):
        _read_line(read, lines[i])
    for line in reversed(lines[page.last + 1 :]):
        read.note("site", _site(line.text), line.span)
    return read.metadata()


def _read_line(read: _Read, line: Line) -> None:
    text, span = line.text, line.span
    if len(text) > 300:
        return
    name = starts_with_bar(text) or byline_of(text)
    read.note("byline", name, span)
    if name or is_date_line(text) or _dated(text):
        for field_name, date in _dates(text):
            read.note(field_name, date, span)
    if (match := _CREDIT.match(text)) is not None and "droits" not in text:
        read.add("image_credits", next(group for group in match.groups() if group).strip(), span)
    if match := _TAGS.match(text):
        for tag in re.split(r"\s*[,;|#•]\s*", match[1]):
            if tag:
                read.add("tags", tag, span)


def _dated(text: str) -> bool:
    match = match_line(text)
    return match is not None and match.kind == "header" and any(map(str.isdigit, text))


def _dates(text: str) -> Iterator[tuple[str, str]]:
    """Dates with the field they belong to: « Publié le …, mis à jour le … » holds both."""
    folded = fold(text)
    cut = _UPDATED.search(folded)
    if cut is None:
        if date := iso_date(text):
            yield "published", date
        return
    before, after = folded[: cut.start()], folded[cut.start() :]
    if date := iso_date(before):
        yield "published", date
    if date := iso_date(after):
        yield "updated", date


def _section(text: str) -> str | None:
    """The section that a line names, alone or at the end of a path: « Accueil > Sport »."""
    parts = [part for part in _PATH.split(text) if part]
    for part in reversed(parts[:5]):
        match = match_key(key_of(fold(part))) if len(part) <= 40 else None
        if match and match.kind == "navigation" and not match.sure:
            return part.strip("*•- ")
    return None


def _site(text: str) -> str | None:
    match = _SITE.search(text) if len(text) <= 200 else None
    return match[1].strip(" .") if match else None
