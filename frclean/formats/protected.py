"""What a format protects: spans of a file that are no prose.

Regular expressions, one row for each kind of markup; every repeat is bounded by the line, or runs
to a mark that is looked for once, so that any text takes linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from frclean.document import Span

__all__ = ["protected"]

_URL = r"(?:https?|ftp|mailto):[^\s<>\"]+|www\.[^\s<>\"]+"
_TAG = r"</?[a-zA-Z][^<>]*>|<!--|<![a-zA-Z][^<>]*>|<\?[^<>]*>"
_ENTITY = r"&\#?\w{1,31};"

#: Markup inside a line, or to the end of it.
_INLINE = {
    "markdown": (
        r"(?<!`)(?P<tick>`{1,8})(?!`)[^\n]{0,300}?(?<!`)(?P=tick)(?!`)",  # code
        r"\]\([^()\n]*\)|\]\[[^\]\n]{0,200}\]|^\s{0,3}\[[^\]\n]+\]:[^\n]*",  # where links lead
        r"\$[^$\n]+\$|\{[%#{:.][^}\n]{0,200}\}|^(?: {4}|\t)[^\n]*|^:::[^\n]*",
        r"^\s{0,3}\[\^[^\]\n]+\]:|\[\^[^\]\n]+\]|^\s*\|?[ :|-]+\|[ :|-]*$",
        _TAG, _ENTITY, _URL,
    ),
    "html": (_TAG, _ENTITY, _URL),
    "rst": (
        r"``[^\n]{1,300}?``|:[\w.+-]{1,40}:`[^`\n]*`|`[^`\n]*`_{1,2}|\|[^|\n]+\|_{0,2}",
        r"^[ \t]*\.\.[^\n]*|^[ \t]*:[\w -]+:[^\n]*|^[ \t]*[=~^\"'#*+-]{3,}[ \t]*$|\[[\w#*]+\]_",
        _URL,
    ),
    "asciidoc": (
        r"`[^`\n]+`|\+[^+\n]+\+|\{[\w-]{1,60}\}|\b\w{1,30}::?\S{0,200}\[[^\]\n]{0,300}\]|<<[^<>\n]{1,200}>>",
        r"^:[\w!-]+:[^\n]*|^\[[^\]\n]*\]$|^//[^\n]*|^(?:image|include|video|audio)::[^\n]*",
        _URL,
    ),
    "latex": (
        r"\\[a-zA-Z]+\*?(?:\[[^\]\n]*\])?|\\[^a-zA-Z]|[{}~&]|\$[^$]*\$|(?<!\\)%[^\n]*",
        r"\\(?:begin|end|ref|label|cite\w*|url|input|include\w*|usepackage|documentclass)"
        r"(?:\[[^\]\n]*\])?\{[^{}\n]*\}",
        _URL,
    ),
    "subtitles": (
        r"^\d+$|^[^\n]*-->[^\n]*$|^WEBVTT[^\n]*|^NOTE[^\n]*", _TAG, r"\{\\[^}\n]{0,200}\}",
    ),
}  # fmt: skip
_COMPILED = {name: re.compile("|".join(rows), re.MULTILINE) for name, rows in _INLINE.items()}

#: What goes on over lines: where it opens, and what closes it (its groups filled in).
_BLOCKS = {
    "markdown": (
        (r"^[ \t]{0,3}(`{3,}|~{3,})[^\n]*$", r"^[ \t]{{0,3}}{0}"),
        (r"^[ \t]*\$\$", r"\$\$"),
        (r"<(script|style|pre|code)\b", "</{0}>"),
        ("<!--", "-->"),
    ),
    "html": (
        (r"<(script|style|pre|code|kbd|samp|var|textarea|svg|math|template)\b", "</{0}>"),
        ("<!--", "-->"),
        (r"<(\w+)\b[^<>]*\blang=[\"']?(?!fr)[^<>]*>", "</{0}>"),
        (r"<(\w+)\b[^<>]*\btranslate=[\"']?no[^<>]*>", "</{0}>"),
    ),
    "rst": (
        (r"^(?:[^\n]*::)[ \t]*\n\n(?=[ \t])|^\.\. [^\n]*\n(?:[ \t]*\n)?(?=[ \t])", r"^(?=\S)"),
    ),
    "asciidoc": (
        (r"^(-{{4,}}|\.{{4,}}|/{{4,}}|\+{{4,}}|```)[ \t]*$".replace("{{", "{").replace("}}", "}"),
         "^{0}"),
    ),
    "latex": (
        (r"\\begin\{(verbatim|lstlisting|equation\*?|align\*?|tikzpicture|minted)\}",
         r"\\end\{{{0}\}}"),
        (r"\\\[", r"\\\]"),
    ),
    "subtitles": ((r"^(?:STYLE|REGION)\b", r"^$"),),
}  # fmt: skip
_FRONT_MATTER = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\n")
_FIELD = re.compile(r"^([\w-]+)[ \t]*[:=]", re.MULTILINE)


def protected(text: str, format: str, front_matter: Sequence[str] = ()) -> list[Span]:
    """The spans of a file that are no prose: sorted, and apart from each other."""
    spans = [Span(*match.span()) for match in _COMPILED[format].finditer(text)]
    spans += _blocks(text, format)
    if format == "markdown":
        spans += _head(text, front_matter)
    return _merged(spans)


def _blocks(text: str, format: str) -> Iterator[Span]:
    for opening, closing in _BLOCKS[format]:
        at = 0
        opener = re.compile(opening, re.MULTILINE | re.IGNORECASE)
        while (match := opener.search(text, at)) is not None:
            groups = [re.escape(group or "") for group in match.groups()]
            closer = re.compile(closing.format(*groups), re.MULTILINE | re.IGNORECASE)
            end = closer.search(text, max(match.end(), match.start() + 1))
            # What is never closed goes on to the end of the file.
            at = end.end() if end else len(text)
            yield Span(match.start(), at)
            at = max(at, match.start() + 1)
            if not end:
                return


def _head(text: str, front_matter: Sequence[str]) -> Iterator[Span]:
    """The head of a Markdown file, but for the values of the fields that are prose."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return
    end = text.find(f"\n{match[1]}", match.end() - 1)
    end = len(text) if end < 0 else end + 4
    at = 0
    for field in _FIELD.finditer(text, match.end(), end):
        if field[1] in front_matter:
            line = text.find("\n", field.end())
            yield Span(at, field.end())
            at = end if line < 0 else line
    yield Span(at, end)


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        elif span.end > span.start:
            merged.append(span)
    return merged
