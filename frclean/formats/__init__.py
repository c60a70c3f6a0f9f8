"""What is prose in a file, by its format.

Markup is a layer of edits on the file (:mod:`frclean.formats.markup`): what they leave is prose,
and the :class:`Document` that they make knows the way back. A fix never changes markup.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from frclean.document import Document, Edit, Span
from frclean.finding import Applicability, Finding, Fix
from frclean.formats import latex, protected, trees
from frclean.formats.markup import hide, merged

if TYPE_CHECKING:
    from frclean.pipeline import Pipeline

__all__ = ["apply", "check", "extract", "format_of", "unparsed"]

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


def unparsed() -> frozenset[str]:
    """The formats that are read by patterns because the extra ``formats`` is not installed."""
    missing = frozenset[str]() if trees.available() else trees.FORMATS
    return missing if latex.available() else missing | {"latex"}


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
    prose = extract(text, format, front_matter)
    placed = (_placed(finding, prose) for finding in pipeline.check(prose.text))
    return [finding for finding in placed if finding is not None]


def extract(text: str, format: str, front_matter: Sequence[str] = ()) -> Document:
    """The prose of a file, which knows where in the file each sign stands."""
    return Document.of(text).apply(merged(text, _markup(text, format, front_matter)))


def _markup(text: str, format: str, front_matter: Sequence[str]) -> Iterator[Edit]:
    """What makes prose of a file, in any order."""
    if format == "html":
        from frclean.formats import html

        yield from html.markup(text)
    elif format == "rst" and trees.available():
        yield from trees.rst(text)
    elif format == "markdown":
        yield from _markdown(text, front_matter)
    else:
        parsed = latex.markup(text) if format == "latex" and latex.available() else None
        yield from protected.markup(text, format) if parsed is None else parsed


def _markdown(text: str, front_matter: Sequence[str]) -> Iterator[Edit]:
    head = list(protected.head(text, front_matter))
    yield from head
    body = max((edit.span.end for edit in head), default=0)
    # As long as the file, so that offsets stay; the parser need not know about the head.
    below = hide(text, 0, body).replacement + text[body:]
    if trees.available():
        yield from trees.markdown(below)
        yield from protected.extensions(below)
    else:
        yield from protected.markup(below, "markdown")


def _placed(finding: Finding, prose: Document) -> Finding | None:
    """A finding about prose, placed in its file; None if it is about markup.

    A fix that cannot be made beside the markup, but only in its place, is shown and never applied.
    """
    span = prose.to_source(finding.span)
    inside = _markup_in(span, prose)
    if finding.family == "WSP" or any(map(_is_hidden, inside)):
        return None
    # Of an entity only its sign is prose, not how the sign is written.
    if finding.family == "ENC" and any(edit.replacement for edit in inside):
        return None
    fixes = tuple(_fix_placed(fix, finding.span, prose) for fix in finding.fixes)
    line = prose.source.count("\n", 0, span.start) + 1
    column = span.start - prose.source.rfind("\n", 0, span.start)
    return replace(finding, span=span, fixes=fixes, line=line, column=column)


def _is_hidden(edit: Edit) -> bool:
    """True for markup that stands between words: blanks are in its place."""
    return bool(edit.replacement) and not edit.replacement.strip(" \n")


def _markup_in(span: Span, prose: Document) -> Sequence[Edit]:
    """The markup that stands inside a span of the file."""
    edits = prose.maps[0].edits if prose.maps else ()
    first = bisect_right(edits, span.start, key=lambda edit: edit.span.end)
    last = bisect_left(edits, span.end, key=lambda edit: edit.span.start)
    return edits[first:last]


def _fix_placed(fix: Fix, around: Span, prose: Document) -> Fix:
    edits = tuple(_edit_placed(edit, around, prose) for edit in fix.edits)
    if any(_markup_in(edit.span, prose) for edit in edits):
        small = (piece for edit in fix.edits for piece in _pieces(edit, prose.text))
        edits = tuple(_edit_placed(edit, around, prose) for edit in small)
    if all(_leaves_markup_alone(edit, prose) for edit in edits):
        return replace(fix, edits=edits)
    return replace(fix, edits=edits, applicability=Applicability.DISPLAY)


def _leaves_markup_alone(edit: Edit, prose: Document) -> bool:
    """True if ``edit`` holds no markup, and what stands beside it has signs of the same kind there.

    « *L'* ami » without its blank is no emphasis any more.
    """
    (start, end), replacement = edit
    if _markup_in(edit.span, prose):
        return False
    source = prose.source
    first = _kind(source[start : start + 1]), _kind((replacement + source[end : end + 1])[:1])
    last = _kind(source[end - 1 : end]), _kind((source[start - 1 : start] + replacement)[-1:])
    beside = _markup_beside(edit.span, prose)
    return (first[0] == first[1] or not _is_mark(beside[0])) and (
        last[0] == last[1] or not _is_mark(beside[1])
    )


def _markup_beside(span: Span, prose: Document) -> tuple[Edit | None, Edit | None]:
    """The markup that ends where ``span`` starts, and that which starts where it ends."""
    edits = prose.maps[0].edits if prose.maps else ()
    before = bisect_right(edits, span.start, key=lambda other: other.span.end) - 1
    after = bisect_left(edits, span.end, key=lambda other: other.span.start)
    return (
        edits[before] if before >= 0 and edits[before].span.end == span.start else None,
        edits[after] if after < len(edits) and edits[after].span.start == span.end else None,
    )


def _is_mark(edit: Edit | None) -> bool:
    """True for markup that is no way to write a sign."""
    return edit is not None and not edit.replacement.strip(" \n")


def _kind(sign: str) -> str:
    return "letter" if sign.isalnum() else "blank" if sign.isspace() else "sign"


def _edit_placed(edit: Edit, around: Span, prose: Document) -> Edit:
    """``edit`` in the file; what is inserted stays beside the sign of the finding that it touches.

    So « mot » in emphasis gets its s inside the emphasis.
    """
    (start, end), replacement = edit
    if start < end:
        return Edit(prose.to_source(edit.span), replacement)
    at = prose.to_source(Span(start - 1, start)).end if start > around.start else None
    at = prose.to_source(Span(start, start + 1)).start if at is None else at
    return Edit(Span(at, at), replacement)


def _pieces(edit: Edit, text: str) -> Iterator[Edit]:
    """The smallest edits that do what ``edit`` does."""
    from difflib import SequenceMatcher

    (start, end), replacement = edit
    matcher = SequenceMatcher(None, text[start:end], replacement, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield Edit(Span(start + a, start + b), replacement[c:d])


def apply(text: str, findings: Iterable[Finding], floor: Applicability) -> str:
    """``text`` with the fixes of ``findings`` made that are at least as sure as ``floor``."""
    from frclean.engine import choose

    chosen = choose(list(findings), floor)
    return Document.of(text).apply(e for f in chosen for e in f.fixes[0].edits).text
