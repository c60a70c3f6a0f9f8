"""One line for each finding, as compilers do: ``path:line:column: code message``."""

from __future__ import annotations

from collections.abc import Iterator

from frclean.finding import Applicability
from frclean.report.item import Item, Report
from frclean.report.phrases import say

__all__ = ["headline", "summary", "write"]

_RED, _BLUE, _BOLD, _OFF = "\x1b[31m", "\x1b[36m", "\x1b[1m", "\x1b[0m"


def write(report: Report) -> Iterator[str]:
    """The lines of the report."""
    yield from (headline(item, report) for item in report.items)
    yield summary(report)


def headline(item: Item, report: Report) -> str:
    """Where, which rule, can it be repaired, what is wrong."""
    finding = item.finding
    star = "[*] " if is_fixable(item, report) else ""
    place = f"{item.path}:{finding.line}:{finding.column}:"
    if report.color:
        return (
            f"{_BOLD}{place}{_OFF} {_RED}{finding.code}{_OFF} {_BLUE}{star}{_OFF}{finding.message}"
        )
    return f"{place} {finding.code} {star}{finding.message}"


def is_fixable(item: Item, report: Report) -> bool:
    """True if ``--fix`` repairs it."""
    floor = Applicability.UNSAFE if report.unsafe_fixes else Applicability.SAFE
    return item.finding.applicability.rank >= floor.rank


def summary(report: Report) -> str:
    """How many findings there are, and how many of them can be repaired."""
    if not report.items:
        return say("clean", report.lang)
    fixable = sum(is_fixable(item, report) for item in report.items)
    text = say("found", report.lang, len(report.items))
    if fixable:
        text += say("fixable", report.lang, fixable)
    unsafe = sum(item.finding.applicability is Applicability.UNSAFE for item in report.items)
    if unsafe and not report.unsafe_fixes:
        text += say("unsafe", report.lang, unsafe)
    return text + "."
