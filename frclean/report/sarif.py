"""SARIF 2.1.0, the format of code scanning.

Source: OASIS, « Static Analysis Results Interchange Format (SARIF) Version 2.1.0 ». Columns
count code points, and the report says so.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from frclean.document import Span
from frclean.finding import Fix
from frclean.report.item import File, Item, Report
from frclean.version import __version__

__all__ = ["write"]

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def write(report: Report) -> Iterator[str]:
    """The report."""
    codes = sorted({item.finding.code for item in report.items})
    driver = {"name": "frclean", "version": __version__, "rules": _rules(codes, report)}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, codes.index(item.finding.code)) for item in report.items],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    yield json.dumps(log, ensure_ascii=False, indent=1)


def _rules(codes: list[str], report: Report) -> list[dict[str, Any]]:
    if not codes:
        return []
    from frclean.catalogue import catalogue
    from frclean.report.page import page

    urls = {item.finding.code: item.url for item in report.items}
    rules: list[dict[str, Any]] = []
    for code in codes:
        record = catalogue().get(code)
        rule: dict[str, Any] = {"id": code}
        if record is not None:
            whole = page(record)
            rule |= {
                "name": record.name,
                "shortDescription": {"text": record.name},
                "fullDescription": {"text": record.why},
                "help": {"text": whole, "markdown": whole},
            }
        if urls[code]:
            rule["helpUri"] = urls[code]
        rules.append(rule)
    return rules


def _result(item: Item, index: int) -> dict[str, Any]:
    finding = item.finding
    artifact = {"uri": quote(item.path.replace("\\", "/"))}
    location = {"artifactLocation": artifact, "region": _region(item.file, finding.span)}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[item.level],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": location}],
        # Made of rule, path and words, never of the line: it stays when lines move.
        "partialFingerprints": {"frcleanFinding/v1": item.fingerprint},
    }
    if finding.fixes:
        result["fixes"] = [_fix(item.file, fix, artifact) for fix in finding.fixes if fix.edits]
    return result


def _fix(file: File, fix: Fix, artifact: dict[str, str]) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(file, span), "insertedContent": {"text": text}}
        for span, text in fix.edits
    ]
    change = {"artifactLocation": artifact, "replacements": replacements}
    return {"description": {"text": f"« {fix.replacement} »"}, "artifactChanges": [change]}


def _region(file: File, span: Span) -> dict[str, int]:
    start, end = file.place(span.start), file.place(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
