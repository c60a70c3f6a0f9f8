"""Findings for a person at a terminal: the line, what is meant underlined, the repair."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from frclean.finding import Applicability
from frclean.report.concise import headline, summary
from frclean.report.item import Item, Report
from frclean.report.phrases import say

__all__ = ["block", "underlined", "write"]

#: A paragraph may be one line: so many characters of it are shown around what is meant.
_AROUND = 50
_RED, _GREEN, _DIM, _OFF = "\x1b[31m", "\x1b[32m", "\x1b[2m", "\x1b[0m"


def write(report: Report) -> Iterator[str]:
    """The lines of the report."""
    for item in report.items:
        yield from block(item, report)
        yield ""
    yield summary(report)


def block(item: Item, report: Report) -> Iterator[str]:
    """Everything about one finding."""
    red, green, dim, off = (_RED, _GREEN, _DIM, _OFF) if report.color else ("", "", "", "")
    yield headline(item, report)
    shown, marks = underlined(item)
    number = str(item.start.line)
    margin = " " * len(number)
    yield f"{dim}{margin} |{off}"
    yield f"{dim}{number} |{off} {shown}"
    yield f"{dim}{margin} |{off} {red}{marks}{off}"
    repair = repair_of(item, report.lang)
    if repair:
        yield f"{dim}{margin} ={off} {green}{repair}{off}"
    yield f"{dim}{margin} = {item.url or f'frclean rule {item.finding.code}'}{off}"


def repair_of(item: Item, lang: str) -> str:
    """What can stand there instead; empty if nothing is proposed."""
    finding = item.finding
    if not finding.fixes:
        return ""
    if finding.applicability is Applicability.DISPLAY:
        shown = [f"« {_visible(fix.replacement)} »" for fix in finding.fixes[:5]]
        return f"{say('choices', lang)} : {', '.join(shown)}"
    replacement = _visible(finding.fixes[0].replacement)
    text = f"« {replacement} »" if replacement.strip() else say("nothing", lang)
    doubt = f" ({say('to_confirm', lang)})" if finding.applicability is Applicability.UNSAFE else ""
    return f"{say('safe', lang)} : {text}{doubt}"


def underlined(item: Item) -> tuple[str, str]:
    """The part of the line around the finding, and a line of marks below it."""
    text = item.file.text
    line = item.file.line_span(item.start.line)
    start = min(item.finding.span.start, line.end)
    end = max(start, min(item.finding.span.end, line.end))
    left, right = max(line.start, start - _AROUND), min(line.end, end + _AROUND)
    before = ("…" if left > line.start else "") + _visible(text[left:start])
    meant = _visible(text[start:end])
    after = _visible(text[end:right]) + ("…" if right < line.end else "")
    return before + meant + after, " " * _width(before) + "^" * max(1, _width(meant))


def _visible(text: str) -> str:
    """``text`` on one line; what a terminal would not show, or would obey, as U+00A0 or ␣."""
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() or _is_blank(c) else f"U+{ord(c):04X}" for c in text
    ).translate(_BLANKS)


_BLANKS = {ord("\t"): " ", ord("\n"): "↵", ord("\r"): ""}


def _is_blank(character: str) -> bool:
    return character in "\t\n\r\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"


def _width(text: str) -> int:
    """How many columns of a terminal ``text`` takes."""
    if text.isascii():
        return len(text)
    return sum(_columns(c) for c in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
