"""What a job came to, in a few lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from frclean.batch.job import Report

__all__ = ["summary"]

MOST = 10
"""Codes that are listed; all of them are in the JSON."""


def summary(report: Report) -> str:
    """Lines: articles, characters, time, rejected rows by reason, the busiest rules."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    stats, seconds = report.stats, max(report.seconds, 1e-9)
    new = stats.articles - report.resumed
    yield (
        f"{stats.articles} articles, {stats.changed} changed, {stats.rejected} rejected; "
        f"{stats.characters_in} characters in, {stats.characters_out} out; "
        f"{report.seconds:.1f} s, {new / seconds:.0f} articles/s"
        + (f"; {report.resumed} articles were done before" if report.resumed else "")
    )
    for reason, count in stats.reasons.most_common():
        yield f"  rejected {count:>9}  {reason}"
    for code, count in stats.applied.most_common(MOST):
        shown = f", {stats.shown[code]} shown" if stats.shown else ""
        yield f"  {code:8} {count:>9} applied{shown}"
