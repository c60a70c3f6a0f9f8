"""Rules made of many phrases, each with a word that sounds like the right one.

A phrase is one line: the wrong words, the right ones, and the frames in which they are wrong::

    conte|comte > compte : <rendre> _ ; en fin de _ ; _ bancaire

``_`` stands for the wrong word. Plain words stand for themselves (``a|b``: either; ``a?``: or
none); what is in brackets, quotes, or holds a colon is a predicate of the pattern language, as are
the names of parts of speech.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from frclean.language.patterns import checksum
from frclean.rules._prepared import prepared
from frclean.rules.kinds import Hit, Match, Rule

__all__ = ["PhraseRule"]

_BARE = frozenset("nom adj ver det pro prep adv conj num fin any mot cap name sign".split())
_REPEAT = re.compile(r"(\?|\*\d|\+\d)$")


class _Phrase(NamedTuple):
    """One frame, with what to write for each of its wrong words."""

    frame: str
    wrong: str
    right: dict[str, str]

    @property
    def pattern(self) -> str:
        """The token pattern that finds it."""
        wrong = f'{{"{self.wrong}"}}'
        return " ".join(wrong if x == "_" else _pattern(x) for x in self.frame.split())

    def fits(self, forms: str) -> bool:
        """True if the frame is these words, a blank behind each."""
        return _compiled(self.frame, self.wrong).fullmatch(forms) is not None


@functools.cache  # hundreds of frames, of which a text meets a few
def _compiled(frame: str, wrong: str) -> re.Pattern[str]:
    return re.compile("".join(_shape(wrong if x == "_" else x) for x in frame.split()))


def _is_predicate(element: str) -> bool:
    return any(mark in element for mark in '<("=!$:&') or element in _BARE


def _quoted(predicate: str) -> str:
    """« <être>|encore » as « <être>|"encore" »."""
    if '"' in predicate or "(" in predicate:
        return predicate
    return "|".join(x if _is_predicate(x) else f'"{x}"' for x in predicate.split("|"))


def _counted(text: str) -> tuple[str, str]:
    """An element without the mark that says how often it may stand there, and the mark."""
    repeat = _REPEAT.search(text)
    return (text[: repeat.start()], repeat[0]) if repeat else (text, "")


@functools.cache  # frames share most of their elements
def _pattern(text: str) -> str:
    """An element of a frame as a pattern element."""
    body, mark = _counted(text)
    return (_quoted(body) if _is_predicate(body) else f'"{body}"') + mark


def _shape(text: str) -> str:
    """An element of a frame as a regular expression over forms."""
    body, mark = _counted(text)
    counted = {"": "", "?": "?", "*": f"{{0,{mark[1:]}}}", "+": f"{{1,{mark[1:]}}}"}[mark[:1]]
    if _is_predicate(body):
        return rf"(?:\S+ ){counted}"
    words = "|".join(map(re.escape, body.split("|")))
    return f"(?:(?:{words}) ){counted}"


def _read(line: str) -> Iterator[_Phrase]:
    words, frames = line.split(" : ", 1)
    wrong, right = (part.strip() for part in words.split(" > "))
    rights = right.split("|")
    wrongs = wrong.split("|")
    if len(rights) == 1:
        rights *= len(wrongs)
    if set(wrongs) & set(rights):
        raise ValueError(f"right and wrong at once: {line}")
    for frame in frames.split(" ; "):
        yield _Phrase(frame, wrong, dict(zip(wrongs, rights, strict=True)))


@dataclass(frozen=True, kw_only=True, eq=False)
class PhraseRule(Rule):
    """Many phrases, one message."""

    phrases: str

    @functools.cached_property
    def _read_phrases(self) -> tuple[_Phrase, ...]:
        lines = (line.strip() for line in self.phrases.splitlines())
        return tuple(phrase for line in lines if line for phrase in _read(line))

    @property
    def patterns(self) -> tuple[str, ...]:  # noqa: D102
        return prepared().phrases.get(checksum(self.phrases)) or self.read_patterns()

    def read_patterns(self) -> tuple[str, ...]:
        """The patterns, as the phrases read now."""
        return tuple(phrase.pattern for phrase in self._read_phrases)

    @functools.cached_property
    def _by_wrong(self) -> dict[str, list[_Phrase]]:
        found: dict[str, list[_Phrase]] = {}
        for phrase in self._read_phrases:
            for wrong in phrase.right:
                found.setdefault(wrong, []).append(phrase)
        return found

    def hits(self, match: Match) -> Iterator[Hit]:  # noqa: D102
        word = match.marked[0]
        forms = "".join(f"{token.lower} " for token in match.tokens)
        for phrase in self._by_wrong.get(word.lower, ()):
            if phrase.fits(forms):
                yield Hit(word.span, (phrase.right[word.lower],))
                return
