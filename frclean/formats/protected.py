"""Markup by patterns: for formats without a parser to rely on, or where it is not installed.

One row for each kind of markup; every repeat is bounded by the line, or runs to a mark that is
looked for once, so that any text takes linear time. What is doubtful is hidden.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from frclean.document import Edit, Span
from frclean.formats.markup import accented, hide, take_out
from frclean.later import later

__all__ = ["extensions", "head", "markup"]

_URL = r"(?:https?|ftp|mailto):[^\s<>\"]+|www\.[^\s<>\"]+"
_TAG = r"</?[a-zA-Z][^<>]*>|<!--|<![a-zA-Z][^<>]*>|<\?[^<>]*>"
_ENTITY = r"&\#?\w{1,31};"

#: Markup inside a line, or to the end of it.
_INLINE = {
    "markdown": (
        r"(?<!`)(?P<tick>`{1,8})(?!`)[^\n]{0,300}?(?<!`)(?P=tick)(?!`)",  # code
        r"\]\([^()\n]*\)|\]\[[^\]\n]{0,200}\]|^\s{0,3}\[[^\]\n]+\]:[^\n]*",  # where links lead
        r"\$[^$\n]+\$|\{[%#{:.][^}\n]{0,200}\}{1,2}|^(?: {4}|\t)[^\n]*|^:::[^\n]*",
        r"^\s{0,3}\[\^[^\]\n]{1,200}\]:|\[\^[^\]\n]{1,200}\]|^\s*\|?[ :|-]+\|[ :|-]*$",
        _TAG, _ENTITY, _URL,
    ),
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
        r"\\[a-zA-Z]+\*?(?:\[[^\]\n]*\])?|\\[^a-zA-Z]|[~&]|\$[^$]*\$|(?<!\\)%[^\n]*",
        r"\\(?:begin|end|ref|label|cite\w*|url|input|include\w*|usepackage|documentclass)"
        r"(?:\[[^\]\n]*\])?\{[^{}\n]*\}",
        _URL,
    ),
    "subtitles": (
        r"^\d+$|^[^\n]*-->[^\n]*$|^WEBVTT[^\n]*|^NOTE[^\n]*", _TAG, r"\{\\[^}\n]{0,200}\}",
    ),
}  # fmt: skip
#: Markup inside a sentence, which reads on through it.
_TAKEN_OUT = {
    "asciidoc": later(
        r"(?<![\w*_])(?P<mark>[*_]{1,2})(?=\S)[^\n*_]{1,300}(?<=\S)(?P<end>(?P=mark))(?![\w*_])"
    ),
    "latex": later(r"(?P<mark>\\(?:emph|text(?:bf|it|sc|sl|rm|sf)|underline)\{|[{}])"),
    "subtitles": later(r"(?P<mark></?[biu]>)"),
}
_ACCENT = later(r"\\(?:(['`^\"~])|c(?=[\s{]))\s?(?:\{([a-zA-Z])\}|([a-zA-Z]))")
#: What Markdown files hold that no Markdown parser knows: mathematics, templates, bare addresses.
_EXTENSIONS = later(
    r"\$[^$\n]+\$|\{[%#{:.][^}\n]{0,200}\}{1,2}|^:::[^\n]*|^\s{0,3}\[\^[^\]\n]{1,200}\]:|" + _URL,
    re.MULTILINE,
)

#: What goes on over lines: where it opens, and what closes it (its groups filled in).
_BLOCKS = {
    "markdown": (
        (r"^[ \t]{0,3}(`{3,}|~{3,})[^\n]*$", r"^[ \t]{{0,3}}{0}"),
        (r"^[ \t]*\$\$", r"\$\$"),
        (r"<(script|style|pre|code)\b", "</{0}>"),
        ("<!--", "-->"),
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
_FRONT_MATTER = later(r"\A\ufeff?(---|\+\+\+)[ \t]*\n")
_FIELD = later(r"^([\w-]+)[ \t]*[:=]", re.MULTILINE)


@functools.cache
def _hidden(format: str) -> re.Pattern[str]:
    return re.compile("|".join(_INLINE[format]), re.MULTILINE)


def markup(text: str, format: str) -> Iterator[Edit]:
    """What makes prose of a file, by patterns."""
    # First, for of two edits of the same span the first is made.
    if format in _TAKEN_OUT:
        for match in _TAKEN_OUT[format].finditer(text):
            for name in match.groupdict():
                yield take_out(*match.span(name))
    for match in _hidden(format).finditer(text):
        yield hide(text, *match.span())
    for span in _blocks(text, format):
        yield hide(text, *span)
    if format == "latex":
        for match in _ACCENT.finditer(text):
            yield Edit(Span(*match.span()), accented(match[2] or match[3], match[1] or "c"))


def extensions(text: str) -> Iterator[Edit]:
    """What is to be hidden in Markdown beside Markdown's own markup."""
    for match in _EXTENSIONS.finditer(text):
        yield hide(text, *match.span())


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


def head(text: str, front_matter: Sequence[str]) -> Iterator[Edit]:
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
            yield hide(text, at, field.end())
            at = end if line < 0 else line
    yield hide(text, at, end)
