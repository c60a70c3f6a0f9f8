"""What is prose in a file, by its format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from frclean.document import Document
from frclean.engine import choose
from frclean.finding import Applicability, Finding
from frclean.pipeline import Pipeline

__all__ = ["apply", "check", "format_of"]


def format_of(path: str | Path, first_line: str = "") -> str:
    """The name of a file's format."""
    return "text"


def check(
    text: str,
    format: str,
    pipeline: Pipeline,
    *,
    front_matter: Sequence[str] = ("title", "description", "summary"),
) -> list[Finding]:
    """What there is to say about the prose of a file; spans count in the file's text."""
    return pipeline.check(text)


def apply(text: str, findings: Iterable[Finding], floor: Applicability) -> str:
    """``text`` with the fixes of ``findings`` made that are at least as sure as ``floor``."""
    chosen = choose(list(findings), floor)
    return Document.of(text).apply(e for f in chosen for e in f.fixes[0].edits).text
