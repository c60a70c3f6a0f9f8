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

from frclean.rules.kinds import Hit, Match, Rule

__all__ = ["PhraseRule"]

_BARE = frozenset("nom adj ver det pro prep adv conj num fin any mot cap name sign".split())
_REPEAT = re.compile(r"(\?|\*\d|\+\d)$")


class _Phrase(NamedTuple):
    """One frame, with what to write for each of its wrong words."""

    pattern: str
    shape: str
    right: dict[str, str]

    def fits(self, forms: str) -> bool:
        """True if the frame is these words, a blank behind each."""
        return _compiled(self.shape).fullmatch(forms) is not None


#: Hundreds of frames, of which a text meets a few: they are compiled when they are met.
_compiled = functools.cache(re.compile)


def _is_predicate(element: str) -> bool:
    return any(mark in element for mark in '<("=!$:&') or element in _BARE


def _quoted(predicate: str) -> str:
    """« <être>|encore » as « <être>|"encore" »."""
    if '"' in predicate or "(" in predicate:
        return predicate
    return "|".join(x if _is_predicate(x) else f'"{x}"' for x in predicate.split("|"))


def _element(text: str, wrong: str) -> tuple[str, str]:
    """An element of a frame as a pattern element, and as a regular expression over forms."""
    if text == "_":
        return f'{{"{wrong}"}}', f"(?:{'|'.join(map(re.escape, wrong.split('|')))}) "
    repeat = _REPEAT.search(text)
    body = text[: repeat.start()] if repeat else text
    mark = repeat[0] if repeat else ""
    counted = (
        {"?": "?", "*": f"{{0,{mark[1:]}}}", "+": f"{{1,{mark[1:]}}}"}[mark[0]] if mark else ""
    )
    if _is_predicate(body):
        return _quoted(body) + mark, rf"(?:\S+ ){counted}"
    words = "|".join(map(re.escape, body.split("|")))
    return f'"{body}"{mark}', f"(?:(?:{words}) ){counted}"


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
        elements = [_element(text, wrong) for text in frame.split()]
        shape = "".join(shape for _, shape in elements)
        yield _Phrase(
            " ".join(pattern for pattern, _ in elements),
            shape,
            dict(zip(wrongs, rights, strict=True)),
        )


@dataclass(frozen=True, kw_only=True)
class PhraseRule(Rule):
    """Many phrases, one message."""

    phrases: str

    @functools.cached_property
    def _read_phrases(self) -> tuple[_Phrase, ...]:
        lines = (line.strip() for line in self.phrases.splitlines())
        return tuple(phrase for line in lines if line for phrase in _read(line))

    @property
    def patterns(self) -> tuple[str, ...]:  # noqa: D102
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
