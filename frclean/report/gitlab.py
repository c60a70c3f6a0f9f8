"""A report of GitLab's « Code Quality »: a JSON list.

Source: GitLab's documentation, « Code Quality report format ».
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from frclean.report.item import Item, Report

__all__ = ["write"]

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def write(report: Report) -> Iterator[str]:
    """The report."""
    yield json.dumps([_issue(item) for item in report.items], ensure_ascii=False, indent=1)


def _issue(item: Item) -> dict[str, Any]:
    return {
        "description": f"{item.finding.code} : {item.finding.message}",
        "check_name": item.finding.code,
        "fingerprint": item.fingerprint,
        "severity": _SEVERITIES[item.level],
        "location": {
            "path": item.path,
            "lines": {"begin": item.start.line, "end": item.end.line},
        },
    }
