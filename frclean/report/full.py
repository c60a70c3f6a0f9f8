"""As :mod:`~frclean.report.text`, with the reason of each rule once."""

from __future__ import annotations

from collections.abc import Iterator

from frclean.report.concise import summary
from frclean.report.item import Report
from frclean.report.text import block

__all__ = ["write"]


def write(report: Report) -> Iterator[str]:
    """The lines of the report."""
    import textwrap

    from frclean.catalogue import catalogue

    explained: set[str] = set()
    for item in report.items:
        yield from block(item, report)
        code = item.finding.code
        record = catalogue().get(code)
        if record is not None and code not in explained:
            yield from textwrap.wrap(record.why, 88, initial_indent="  ", subsequent_indent="  ")
            explained.add(code)
        yield ""
    yield summary(report)
