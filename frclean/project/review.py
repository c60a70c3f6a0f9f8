"""Decisions about findings, one at a time, and remembered: a review can be taken up again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from frclean import formats
from frclean.document import Document
from frclean.finding import Applicability, Finding, Fix
from frclean.project.checking import Checker, checker_for
from frclean.project.settings import Settings, forget
from frclean.project.silence import silencing
from frclean.project.source import Source, write_bytes
from frclean.project.words import add_word

__all__ = ["Decisions", "Reviewed"]

#: What stands around a finding is part of what was decided about.
_AROUND = 30


class Decisions:
    """What was refused before: by file, rule, words and what stands around them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._refused = set(json.loads(path.read_text("utf-8")))
        except (OSError, ValueError):
            self._refused = set()

    def holds(self, key: str) -> bool:
        """True if it was refused."""
        return key in self._refused

    def refuse(self, key: str) -> None:
        """Remember a refusal, at once: a review may be broken off."""
        self._refused.add(key)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(json.dumps(sorted(self._refused), indent=0) + "\n", encoding="utf-8")


@dataclass
class Reviewed:
    """One file under review; every decision is written to it at once."""

    path: Path
    settings: Settings
    source: Source
    decisions: Decisions

    @classmethod
    def of(cls, path: Path, settings: Settings) -> Reviewed:
        """The file at ``path``; raises ValueError if it cannot be rewritten."""
        source = Source.of(path.read_bytes(), str(path))
        if not source.is_utf8:
            raise ValueError(f"{path} is not UTF-8; frclean clean --in-place rewrites it")
        folder = settings.root / settings.cache_dir
        return cls(path, settings, source, Decisions(folder / "review.json"))

    @property
    def text(self) -> str:
        """The file's text as it is now."""
        return self.source.text

    def pending(self) -> Iterator[Finding]:
        """The findings on which nothing is decided yet, in order; ask again after a change."""
        for finding in self._checker.check(self.text, self.format):
            if not self.decisions.holds(self._key(finding)):
                yield finding

    @property
    def format(self) -> str:
        """The name of the file's format."""
        return formats.format_of(self.path, self.text.partition("\n")[0])

    def accept(self, finding: Finding, fix: Fix) -> None:
        """Make a repair."""
        chosen = replace(finding, fixes=(fix,))
        self._write(formats.apply(self.text, [chosen], Applicability.DISPLAY))

    def refuse(self, finding: Finding) -> None:
        """Never ask about it again."""
        self.decisions.refuse(self._key(finding))

    def silence(self, finding: Finding) -> bool:
        """Write a comment that silences it; False if the format has no comments."""
        edits = silencing(self.text, self.format, finding)
        if edits is None:
            return False
        self._write(Document.of(self.text).apply(edits).text)
        return True

    def allow_word(self, word: str) -> None:
        """Write the word into the project's dictionary."""
        add_word(Path(self.settings.words_file), word)
        forget()
        words = self.settings.config.words | {word}
        self.settings = self.settings.updated({"words": words})

    @property
    def _checker(self) -> Checker:
        return checker_for(self.settings, self.settings.relative(self.path))

    def _write(self, text: str) -> None:
        write_bytes(self.path, self.source.encoded(text))
        self.source = replace(self.source, text=text)

    def _key(self, finding: Finding) -> str:
        start, end = finding.span
        around = self.text[max(0, start - _AROUND) : start], self.text[end : end + _AROUND]
        parts = (self.settings.relative(self.path), finding.code, finding.found, *around)
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]
