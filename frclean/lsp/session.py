"""The open documents, what is found in them, and the projects that they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from frclean.finding import Applicability, Finding
from frclean.lsp.memo import MemoPipeline
from frclean.lsp.text import Text
from frclean.project.checking import Checker, checker_for
from frclean.project.settings import Settings, forget, nearest_settings

__all__ = ["Open", "Session"]


@dataclass
class Open:
    """An open document with its last findings, which count in its text."""

    path: Path
    text: Text
    findings: list[Finding] = field(default_factory=list)
    format: str = "text"


class Session:
    """What one editor has open."""

    def __init__(self) -> None:
        self.documents: dict[str, Open] = {}
        self.options: Mapping[str, Any] = {}
        self._quick: dict[tuple[Any, ...], Checker] = {}

    def settings(self, document: Open) -> Settings:
        """The settings of a document's folder, with the editor's options on top."""
        settings = nearest_settings(document.path.parent)
        return settings.updated(self.options) if self.options else settings

    def reload(self) -> None:
        """Read configurations anew."""
        forget()
        self._quick.clear()

    def check(self, document: Open, *, whole: bool) -> None:
        """Find what there is to say: about ``whole`` texts, or paragraph by paragraph."""
        from frclean.formats import format_of

        text = document.text.text
        document.format = format_of(document.path, text.partition("\n")[0])
        settings = self.settings(document)
        if settings.is_excluded(document.path):
            document.findings = []
            return
        checker = checker_for(settings, settings.relative(document.path))
        if not whole:
            checker = self._quickened(checker)
        document.findings = checker.check(text, document.format)

    def fixed(self, document: Open, *, wholly: bool) -> str:
        """The document's text with every sure fix applied.

        Editors ask for what could be done at every move of the cursor: only ``wholly`` checks
        again what the repairs have made, which takes as long as a check.
        """
        settings = self.settings(document)
        if not wholly:
            from frclean.formats import apply

            return apply(document.text.text, document.findings, Applicability.SAFE)
        checker = checker_for(settings, settings.relative(document.path))
        return checker.fix(document.text.text, document.format).text

    def _quickened(self, checker: Checker) -> Checker:
        """The same checker, which remembers paragraphs."""
        key = (checker.steps, checker.config, checker.front_matter)
        if key not in self._quick:
            quick = replace(checker)
            quick.__dict__["pipeline"] = MemoPipeline(checker.steps, checker.config)
            self._quick[key] = quick
        return self._quick[key]
