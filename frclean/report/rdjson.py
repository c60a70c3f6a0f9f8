"""Reviewdog's diagnostic format.

Source: reviewdog's ``proto/rdf/reviewdog.proto``. Columns count bytes of UTF-8, from 1.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from frclean.document import Span
from frclean.report.item import File, Item, Report, joined

__all__ = ["write"]

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def write(report: Report) -> Iterator[str]:
    """The report."""
    diagnostics = [_diagnostic(item) for item in report.items]
    document = {"source": {"name": "frclean"}, "diagnostics": diagnostics}
    yield json.dumps(document, ensure_ascii=False, indent=1)


def _diagnostic(item: Item) -> dict[str, Any]:
    finding = item.finding
    code = {"value": finding.code} | ({"url": item.url} if item.url else {})
    suggestions = [
        {"range": _range(item.file, span), "text": text}
        for fix in finding.fixes
        if fix.edits
        for span, text in (joined(fix, item.file.text),)
    ]
    return {
        "message": finding.message,
        "location": {"path": item.path, "range": _range(item.file, finding.span)},
        "severity": _SEVERITIES[item.level],
        "code": code,
        **({"suggestions": suggestions} if suggestions else {}),
    }


def _range(file: File, span: Span) -> dict[str, Any]:
    return {"start": _position(file, span.start), "end": _position(file, span.end)}


def _position(file: File, offset: int) -> dict[str, int]:
    line, column = file.place(offset)
    before = file.text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
