"""Differences as ``patch`` reads them."""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["unified"]


def unified(path: str, before: str, after: str) -> Iterator[str]:
    """The lines of a unified difference.

    Lines end at LF only: what else Python takes for the end of a line, ``patch`` does not.
    """
    import difflib

    name = path.replace("\\", "/")
    for line in difflib.unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    return [line + "\n" for line in text.split("\n")[:-1]] + [
        last for last in (text.rpartition("\n")[2],) if last
    ]
