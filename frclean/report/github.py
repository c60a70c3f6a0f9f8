"""Workflow commands of GitHub Actions: findings become notes beside the lines of a change.

Source: GitHub's « Workflow commands for GitHub Actions » and the package ``@actions/core``.
"""

from __future__ import annotations

from collections.abc import Iterator

from frclean.report.item import Item, Report

__all__ = ["write"]

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def write(report: Report) -> Iterator[str]:
    """The lines of the report."""
    return map(_command, report.items)


def _command(item: Item) -> str:
    properties: dict[str, object] = {
        "title": f"frclean {item.finding.code}",
        "file": item.path,
        "line": item.start.line,
        "endLine": item.end.line,
    }
    if item.start.line == item.end.line:  # columns hold within one line only
        properties |= {"col": item.start.column, "endColumn": item.end.column}
    values = ",".join(f"{key}={_escaped(str(v), ':,')}" for key, v in properties.items())
    return f"::{_COMMANDS[item.level]} {values}::{_escaped(item.finding.message)}"


def _escaped(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
