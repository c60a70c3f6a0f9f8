"""The word judge: is this French? Asked only about what is suspect."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

__all__ = ["ELISION", "WORD", "frequency", "in_lexicon", "is_known", "rank", "tags"]

#: Letters of a word, hyphens and apostrophes apart.
WORD = re.compile(r"[^\W\d_]+")
#: What may stand before an apostrophe.
ELISION = frozenset(
    "c d j l m n s t qu jusqu lorsqu puisqu quoiqu presqu quelqu aujourd entr prud".split()
)


@functools.cache
def _frequency() -> Callable[[str], int]:
    from frclean.language.lexicon import lexicon

    words = lexicon()

    def of(form: str) -> int:
        return words.frequency(form) or (1 if form in words else words.seen_elsewhere(form) // 2)

    return functools.lru_cache(1 << 16)(of)


def frequency(form: str) -> int:
    """How common a lower-case form is: 0 if unknown, 203 for « de ».

    Forms that are in no dictionary but often seen (names) count half.
    """
    return _frequency()(form)


@functools.lru_cache(1 << 16)
def in_lexicon(form: str) -> bool:
    """True for a French word in small letters; names are not."""
    from frclean.language.lexicon import lexicon

    return form in lexicon()


def tags(form: str) -> tuple[str, ...]:
    """How a word in small letters may be read.

    >>> "ver:pres:3p" in tags("précèdent"), "nom:ms" in tags("précédent")
    (True, True)
    """
    from frclean.language.lexicon import lexicon

    return tuple(reading.tag for reading in lexicon().readings(form))


def is_known(word: str) -> bool:
    """True if ``word`` is French, or a name one often meets. Case does not matter.

    >>> is_known("Forêt"), is_known("forÃªt"), is_known("François")
    (True, False, True)
    """
    return rank(word) > 0


def rank(word: str) -> int:
    """How common ``word`` is, whatever its case; « aujourd » and « l » count as words."""
    form = word.lower()
    return frequency(form) or (100 if form in ELISION else 0)
