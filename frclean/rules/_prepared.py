"""The patterns of all rules, taken apart when a wheel is built.

To take them apart costs as much as all the rest of checking a small file. The file that spares
it lies beside the lexicon and is nothing but a memory: what is asked of it by the text of a
pattern is what that text comes to, so that a rule that is new or changed needs no file, only a
little more time. A file that another notation, list of sets or lexicon has made is not read.

``pip install`` makes it, in a checkout too (hatch_build.py).
"""

from __future__ import annotations

import functools
import hashlib
import json
import marshal
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from frclean.finding import Applicability
from frclean.language.lexicon import lexicon
from frclean.language.notation import Notation
from frclean.language.patterns import checksum

__all__ = ["ANCHORS", "Prepared", "prepared", "read", "write"]

_PACKAGE = Path(__file__).resolve().parent.parent
FILE = _PACKAGE / "data" / "patterns.bin"

#: Where the patterns are filed, as far as it was measured (tools/choose_anchors.py).
ANCHORS = _PACKAGE / "rules" / "anchors.json"

#: What patterns come to depends on these files, and on the lexicon. (How they are filed depends on
#: more, but is checked where it is used: what no longer fits a pattern is estimated anew.)
_SOURCES = (
    ANCHORS,
    _PACKAGE / "language" / "neighbours.py",
    _PACKAGE / "language" / "notation.py",
    _PACKAGE / "language" / "sets.py",
    _PACKAGE / "rules" / "phrases.py",
)
#: The oldest form of marshal that shares strings: every Python that we run on reads it.
_MARSHAL = 4


class Prepared(NamedTuple):
    """What is known of patterns before any is asked for."""

    notation: Notation
    anchors: Mapping[str, tuple[int, int]]
    """Where they are filed (see :class:`~frclean.language.patterns.PatternIndex`)."""
    groups: Mapping[str, int]
    """How those of the rules that ``clean()`` asks are grouped (the same)."""
    phrases: Mapping[str, tuple[str, ...]]
    """The patterns of rules that are made of phrases: by the checksum of the phrases."""


@functools.cache
def prepared() -> Prepared:
    """What the wheel was built with."""
    return read(FILE)


def read(path: Path) -> Prepared:
    """What was written there; if it was for other sources, or never, what was measured."""
    try:
        found = path.read_bytes()
    except OSError:
        found = b""
    stamp = _stamp()
    if not stamp or not found.startswith(stamp):
        return _fresh()
    patterns, predicates, *rest = marshal.loads(found[len(stamp) :])
    return Prepared(Notation(lexicon().frequency, patterns, predicates), *rest)


def _fresh() -> Prepared:
    return Prepared(Notation(lexicon().frequency), json.loads(ANCHORS.read_text("utf-8")), {}, {})


def _stamp() -> bytes:
    """A digest of all that patterns depend on beside their text; empty where it cannot be told."""
    digest = hashlib.sha256(lexicon().digest.encode())
    try:
        for source in _SOURCES:
            digest.update(source.read_bytes())
    except OSError:
        return b""
    return digest.digest()


def write(path: Path = FILE) -> None:
    """Take the patterns of all rules apart and write down what they come to."""
    from frclean.rules import ALL_RULES, RuleBook
    from frclean.rules.phrases import PhraseRule

    fresh = _fresh()
    books = [RuleBook(ALL_RULES, sure=sure, known=fresh) for sure in (False, True)]
    anchors = {**books[0].index.anchors, **books[1].index.anchors}
    made_of_phrases = (rule for rule in ALL_RULES if isinstance(rule, PhraseRule))
    phrases = {checksum(rule.phrases): rule.read_patterns() for rule in made_of_phrases}
    safe = [rule for rule in ALL_RULES if rule.reach is Applicability.SAFE]
    groups = dict(RuleBook(safe, sure=True, known=fresh).index.groups)
    content = (fresh.notation.patterns, fresh.notation.predicates, anchors, groups, phrases)
    path.write_bytes(_stamp() + marshal.dumps(content, _MARSHAL))
