"""Findings as text, and as what machines read: one module per format, each with ``write()``."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from frclean.report.item import Report

__all__ = ["FORMATS", "FOR_PEOPLE", "write"]

#: The formats by the name of their module.
FORMATS = (
    *("text", "concise", "full", "jsonl"),
    *("sarif", "github", "gitlab", "rdjson", "junit"),
)
#: Those that may be followed by a word of ours.
FOR_PEOPLE = frozenset(("text", "concise", "full"))


def write(format: str, report: Report) -> Iterator[str]:
    """The report in pieces that end a line each; only the module of its format is imported."""
    module = importlib.import_module(f"frclean.report.{format}")
    lines: Iterator[str] = module.write(report)
    return lines
