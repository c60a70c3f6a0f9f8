"""Regular expressions that are compiled when a text first needs them.

To compile one takes as long as to check a line with it, and most texts need few: a command that
checks one small file would spend more on patterns than on the file.
"""

from __future__ import annotations

import re
from typing import Any, cast

__all__ = ["later"]


class _Later:
    """Stands for a pattern; what is asked of it is asked of the pattern, and remembered."""

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        # ``re`` compiles the same text once.
        found = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, found)
        return found


def later(text: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile(text, flags)``, put off until something is asked of the pattern.

    >>> digits = later("[0-9]+")
    >>> digits.findall("3 ou 12"), digits.pattern
    (['3', '12'], '[0-9]+')
    """
    return cast("re.Pattern[str]", _Later(text, flags))
