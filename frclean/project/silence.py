"""The edits that silence one finding where it stands, in the comment of the file's format."""

from __future__ import annotations

from frclean.document import Edit, Span
from frclean.finding import Finding

__all__ = ["silencing"]

#: Comments that may stand at the end of a line of prose.
_AT_END = {
    "markdown": " <!-- frclean: ignore {code} -->",
    "html": " <!-- frclean: ignore {code} -->",
    "latex": " % frclean: ignore {code}",
    "text": "  # frclean: ignore {code}",
}


def silencing(text: str, format: str, finding: Finding) -> list[Edit] | None:
    """The edits, or None where the format has no comments (subtitles).

    In reStructuredText a comment is a block of its own, so the whole paragraph is switched off.

    >>> silencing("a b", "asciidoc", Finding("GRM1", "", "", Span(0, 1), "a"))
    [Edit(span=Span(start=0, end=0), replacement='// frclean: ignore GRM1\\n')]
    """
    code = finding.code
    start = text.rfind("\n", 0, finding.span.start) + 1
    if format == "asciidoc":
        return [Edit(Span(start, start), f"// frclean: ignore {code}\n")]
    if format == "rst":
        return _around_paragraph(text, finding.span, code)
    if format not in _AT_END:
        return None
    end = text.find("\n", finding.span.start)
    end = len(text) if end < 0 else end
    end -= text[start:end].endswith("\r")
    # Two blanks at the end of a Markdown line are markup: they stay at the end.
    end = start + len(text[start:end].rstrip(" \t"))
    return [Edit(Span(end, end), _AT_END[format].format(code=code))]


def _around_paragraph(text: str, span: Span, code: str) -> list[Edit]:
    """« off » before the paragraph, « on » behind it, as far in as the paragraph is."""
    start = text.rfind("\n\n", 0, span.start)
    start = 0 if start < 0 else start + 2
    end = text.find("\n\n", span.end)
    end = len(text.rstrip("\n")) if end < 0 else end
    line = text[start:end].lstrip("\n")
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    return [
        Edit(Span(start, start), f"{indent}.. frclean: off {code}\n\n"),
        Edit(Span(end, end), f"\n\n{indent}.. frclean: on {code}"),
    ]
