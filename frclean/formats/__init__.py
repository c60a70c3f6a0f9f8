"""What is prose in a file, by its format.

What a format protects (code, addresses, tags, the head of a file) is blanked out, sign by sign, so
spans need no mapping; findings that touch it are dropped. A fix therefore never changes markup.
:mod:`frclean.formats.protected` says what each format protects.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from pathlib import Path

from frclean.document import Document, Span
from frclean.engine import choose
from frclean.finding import Applicability, Finding
from frclean.formats.protected import protected
from frclean.pipeline import Pipeline

__all__ = ["apply", "check", "format_of"]

_BY_ENDING = {
    "markdown": ("md", "markdown", "mdx", "qmd", "rmd"),
    "html": ("html", "htm", "xhtml"),
    "rst": ("rst", "rest"),
    "asciidoc": ("adoc", "asciidoc", "asc"),
    "latex": ("tex", "ltx"),
    "subtitles": ("srt", "vtt"),
}
_FORMATS = {ending: name for name, endings in _BY_ENDING.items() for ending in endings}


def format_of(path: str | Path, first_line: str = "") -> str:
    """The name of a file's format: by its ending, else by its first line; "text" for others.

    >>> format_of("notes.md"), format_of("-", "<!DOCTYPE html>"), format_of("article.txt")
    ('markdown', 'html', 'text')
    """
    ending = Path(path).suffix[1:].lower()
    if ending in _FORMATS:
        return _FORMATS[ending]
    opening = first_line.lstrip("\ufeff \t").lower()
    if not ending and opening.startswith(("<!doctype html", "<html")):
        return "html"
    return "subtitles" if not ending and opening.startswith("webvtt") else "text"


def check(
    text: str,
    format: str,
    pipeline: Pipeline,
    *,
    front_matter: Sequence[str] = ("title", "description", "summary"),
) -> list[Finding]:
    """What there is to say about the prose of a file; spans count in the file's text.

    In formats with markup, findings about line structure (WSP) are nobody's business: it means
    something there. ``front_matter`` names the fields of a Markdown file's head that are prose.
    """
    if format == "text":
        return pipeline.check(text)
    spans = protected(text, format, front_matter)
    findings = pipeline.check(_blanked(text, spans))
    return [f for f in findings if f.family != "WSP" and not _touches(f, spans)]


def _blanked(text: str, spans: Sequence[Span]) -> str:
    """The text with blanks for what is protected: as long, with the same line breaks."""
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], _LETTER.sub(" ", text[start:end])]
        at = end
    return "".join((*parts, text[at:]))


_LETTER = re.compile(r"[^\n]")


def _touches(finding: Finding, spans: Sequence[Span]) -> bool:
    """True if a finding, or an edit of one of its fixes, reaches into a protected span."""
    edits = (edit.span for fix in finding.fixes for edit in fix.edits)
    return any(_reaches_into(span, spans) for span in (finding.span, *edits))


def _reaches_into(span: Span, spans: Sequence[Span]) -> bool:
    """True if ``span`` overlaps one of some spans, which are sorted and apart."""
    at = bisect_right(spans, span.start, key=lambda other: other.start)
    before = at and spans[at - 1].end > span.start
    return bool(before) or (at < len(spans) and spans[at].start < span.end)


def apply(text: str, findings: Iterable[Finding], floor: Applicability) -> str:
    """``text`` with the fixes of ``findings`` made that are at least as sure as ``floor``."""
    chosen = choose(list(findings), floor)
    return Document.of(text).apply(e for f in chosen for e in f.fixes[0].edits).text
