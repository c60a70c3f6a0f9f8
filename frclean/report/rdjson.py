"""Reviewdog's diagnostic format.

Source: reviewdog's ``proto/rdf/reviewdog.proto``. Columns count bytes of UTF-8, from 1.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from frclean.document import Span
from frclean.report.item import File, Item, Report, joined

__all__ = ["write"]

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def write(report: Report) -> Iterator[str]:
    """The report."""
    columns = {file.path: _Columns(file) for file in report.files}
    diagnostics = [_diagnostic(item, columns[item.path]) for item in report.items]
    document = {"source": {"name": "frclean"}, "diagnostics": diagnostics}
    yield json.dumps(document, ensure_ascii=False, indent=1)


def _diagnostic(item: Item, columns: _Columns) -> dict[str, Any]:
    finding = item.finding
    code = {"value": finding.code} | ({"url": item.url} if item.url else {})
    suggestions = [
        {"range": columns.range(span), "text": text}
        for fix in finding.fixes
        if fix.edits
        for span, text in (joined(fix, item.file.text),)
    ]
    return {
        "message": finding.message,
        "location": {"path": item.path, "range": columns.range(finding.span)},
        "severity": _SEVERITIES[item.level],
        "code": code,
        **({"suggestions": suggestions} if suggestions else {}),
    }


class _Columns:
    """Positions in one file; each is counted from the nearest that is known, lines may be long."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._offsets, self._bytes = [0], [0]

    def range(self, span: Span) -> dict[str, Any]:
        """The range of a span."""
        return {"start": self._position(span.start), "end": self._position(span.end)}

    def _position(self, offset: int) -> dict[str, int]:
        line, column = self._file.place(offset)
        before = self._bytes_before(offset) - self._bytes_before(offset - column + 1)
        return {"line": line, "column": before + 1}

    def _bytes_before(self, offset: int) -> int:
        known = bisect_right(self._offsets, offset) - 1
        if self._offsets[known] == offset:
            return self._bytes[known]
        between = self._file.text[self._offsets[known] : offset]
        count = self._bytes[known] + len(between.encode("utf-8", "surrogatepass"))
        self._offsets.insert(known + 1, offset)
        self._bytes.insert(known + 1, count)
        return count
