"""The project's own dictionary: words that are right here."""

from __future__ import annotations

from pathlib import Path

__all__ = ["add_word"]


def add_word(path: Path, word: str) -> None:
    """Write ``word`` into the file, in its alphabetical place; comments stay where they are."""
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    if word in lines:
        return
    key = word.casefold()
    at = next(
        (i for i, line in enumerate(lines) if line and line[0] != "#" and line.casefold() > key),
        len(lines),
    )
    lines.insert(at, word)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
