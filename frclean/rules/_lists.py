"""Lists of words in no lexicon that rules look for: what patterns call ``in:misspelt``."""

from __future__ import annotations

from collections.abc import Container

from frclean.rules._compounds import WITHOUT_HYPHENS
from frclean.rules._misspellings import MISSPELLINGS

__all__ = ["LISTS"]


class _Que:
    """« -que », « -qu'ils », « -qu'une »."""

    def __contains__(self, part: object) -> bool:
        return isinstance(part, str) and (part == "-que" or part.startswith("-qu'"))


#: By name; what begins with a hyphen stands for all words with that last part.
LISTS: dict[str, Container[str]] = {
    "misspelt": MISSPELLINGS,
    "needless_hyphen": WITHOUT_HYPHENS,
    "ends_in_que": _Que(),
    "ends_in_même": frozenset(("-même", "-mêmes")),
    "ends_in_en": frozenset(("-en", "-y")),
    "ends_in_t": frozenset(("-t'il", "-t'elle", "-t'on", "-t'ils", "-t'elles")),
}
