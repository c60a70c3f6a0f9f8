"""JSON Lines: one finding to a line, with its file."""

from __future__ import annotations

import json
from collections.abc import Iterator

from frclean.report.item import Report

__all__ = ["write"]


def write(report: Report) -> Iterator[str]:
    """The lines of the report."""
    for item in report.items:
        values = {"file": item.path, **item.finding.to_dict()}
        yield json.dumps(values, ensure_ascii=False)
