"""A project's dictionary: a text file with a word on each line."""

from __future__ import annotations

import os
import tempfile
import threading
from pathlib import Path

__all__ = ["Words"]


class Words:
    """The words of one file, read when first asked for, written as a whole at each change."""

    def __init__(self, path: str) -> None:
        self._path = Path(path)
        self._lock = threading.Lock()
        self._words: set[str] | None = None

    def all(self) -> frozenset[str]:
        """The words."""
        with self._lock:
            return frozenset(self._read())

    def add(self, word: str) -> bool:
        """Put a word in; False if it is there."""
        with self._lock:
            words = self._read()
            if word in words:
                return False
            words.add(word)
            self._write(words)
            return True

    def delete(self, word: str) -> bool:
        """Take a word out; False if it is not there."""
        with self._lock:
            words = self._read()
            if word not in words:
                return False
            words.discard(word)
            self._write(words)
            return True

    def _read(self) -> set[str]:
        if self._words is None:
            lines = self._path.read_text("utf-8").splitlines() if self._path.exists() else []
            self._words = {line.strip() for line in lines if line.strip()}
        return self._words

    def _write(self, words: set[str]) -> None:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=self._path.parent, delete=False
        ) as part:
            part.writelines(f"{word}\n" for word in sorted(words))
        os.replace(part.name, self._path)
