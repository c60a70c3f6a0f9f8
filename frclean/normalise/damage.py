"""What looks for damaged characters in a text, and makes them whole.

The order matters. Mojibake comes first, because control characters and entities are part of it;
then entities (which may hide more mojibake: the step is asked again until nothing is left), then
what nobody sees, then accents. A line that one repair has changed is left to the next round by
the others, so no two repairs meet on the same characters.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from frclean.document import Edit, Span
from frclean.finding import Applicability, Finding, Fix
from frclean.later import later

from . import codes, composed, detached, entities, invisible, lost, mojibake, pages
from .encoding import FINE, hints
from .glance import unusual

__all__ = ["HINT", "find", "find_lost_letters"]

#: Any character that French text in order does not hold: all else follows from its hits.
HINT = later(
    f"[^\n -%'-\\]_a-~{''.join(sorted(FINE))}]"
    f"(?:(?<=[^&^â€ÇÊÔÎÈ])|(?<=[a-zéèêà'’][ÇÊÔÎÈ])|(?<=Ô)(?=Ç)"
    "|(?<=\\^)(?=[aeiouAEIOU])|(?<=&)(?=[#a-zA-Z])|(?<=â)(?=[€œ])|(?<=ā€))"
)
_OTHER_BREAKS = frozenset("\r\x85\u2028\u2029")
_LINE = later("[^\n\r\u2028\u2029]+")
#: NEL ends a line, unless it is part of mojibake or stands for « … » (see ``invisible.controls``).
_LINE_OR_NEL = later(
    '(?:[^\n\r\x85\u2028\u2029]|\x85(?=[ \xa0,;:!?)\\]»”"]|\\Z)'
    "|(?<=[\x80-\x9f\xc2-\xdf])\x85|(?<= )\x85(?=[ \\w]))+"
)

Change = tuple[int, int, str]

_FEW_HINTS = 8
"""So many are looked for one by one before a line is scanned."""


class _Lines:
    """The lines of a text that may be damaged, and those that a repair already claims."""

    def __init__(self, text: str) -> None:
        self.text = text
        #: The characters that raised suspicion, each once.
        self.hints = "".join(hints(text))
        self.claimed: set[int] = set()

    @cached_property
    def all(self) -> list[tuple[int, str]]:
        """Start and text of every line that is not empty."""
        if _OTHER_BREAKS.isdisjoint(unusual(self.text)):
            return list(_lines(self.text))
        pattern = _LINE_OR_NEL if "\x85" in self.text else _LINE
        return [(line.start(), line[0]) for line in pattern.finditer(self.text)]

    @cached_property
    def hinted(self) -> list[tuple[int, str]]:
        """Start and text of each line that has a hint."""
        hints = self.hints if len(self.hints) <= _FEW_HINTS else ""
        return [
            (start, line)
            for start, line in self.all
            if (not hints or any([hint in line for hint in hints]))  # noqa: C419 (twice as quick)
            and HINT.search(line)
        ]

    def free(self) -> list[tuple[int, str]]:
        """The hinted lines that nobody has claimed."""
        return [pair for pair in self.hinted if pair[0] not in self.claimed]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Start and text of every line that is not empty, where only LF ends one."""
    start = 0
    for line in text.split("\n"):
        if line:
            yield start, line
        start += len(line) + 1


_LONG = 200_000
"""Of a text of more characters no lines are remembered."""
_whole: frozenset[str] = frozenset()
"""The lines of the last text with hints in which nothing was found. A text is asked again when
other steps have taken lines away, and what a line shows needs no other line, or needs more."""


def find(text: str) -> list[Finding]:
    """What was damaged in a text that has a hint of it."""
    global _whole
    # Whether NEL ends a line may depend on the end of the text.
    lines = frozenset(text.split("\n") if len(text) <= _LONG and "\x85" not in text else ())
    if lines and lines <= _whole:
        return []
    damaged = _Lines(text)
    found = list(_find(damaged))
    # Of more lines than these, not all may have been looked at.
    if lines and not found and len(damaged.hinted) <= pages.JUDGED:
        _whole = lines
    return found


def _find(lines: _Lines) -> Iterator[Finding]:
    yield from _find_mojibake(lines)
    yield from _find_wrong_page(lines)
    yield from _find_in_groups(lines)
    free = ((start, line) for start, line in lines.all if start not in lines.claimed)
    yield from find_lost_letters(lines.text, free)


def _find_in_groups(lines: _Lines) -> Iterator[Finding]:
    for group in _GROUPS:
        wanted = [seeker for seeker in group if seeker.trigger.search(lines.hints)]
        free = lines.free() if wanted else []
        for seeker in wanted:
            yield from _find_everywhere(lines, free, seeker)


#: Findings of one kind that are told apart; what is beyond is one finding with many edits.
_APART = 200


def _find_mojibake(lines: _Lines) -> Iterator[Finding]:
    """One finding per line, since each line is decoded by its own evidence."""
    if not mojibake.TRIGGER.search(lines.hints):
        return
    evidence = mojibake.seek_evidence(line for _, line in lines.hinted)
    found = []
    for start, line in lines.hinted:
        edits = _edits(start, mojibake.repair_line(line, evidence))
        if edits:
            lines.claimed.add(start)
            found.append(edits)
    beyond = list(itertools.chain.from_iterable(found[_APART:]))
    for edits in filter(None, (*found[:_APART], beyond)):
        yield _finding(lines.text, codes.MOJIBAKE, edits)


def _find_wrong_page(lines: _Lines) -> Iterator[Finding]:
    """One finding for all lines that were read with the same wrong page."""
    if pages.suspects().isdisjoint(lines.hints):
        return
    pair = pages.choose_pair([line for _, line in lines.free()])
    if pair is None:
        return
    edits: list[Edit] = []
    for start, line in lines.all:
        if start in lines.claimed:
            continue
        found = _edits(start, pages.translate(line, pair))
        if found:
            lines.claimed.add(start)
            edits += found
    if edits:
        yield _finding(lines.text, codes.WRONG_PAGE, edits)


def find_lost_letters(text: str, lines: Iterable[tuple[int, str]]) -> Iterator[Finding]:
    """One finding for all that is sure, one for each word that is not."""
    guesses = [
        guess._replace(start=start + guess.start, end=start + guess.end)
        for start, line in lines
        if lost.is_suspect(line)
        for guess in lost.guess_lost_letters(line)
    ]
    sure = [Edit(Span(g.start, g.end), g.answers[0]) for g in guesses if g.sure]
    if sure:
        yield _finding(text, codes.LOST_LETTERS, sure)
    unsure = [guess for guess in guesses if not guess.sure]
    yield from (_offer(text, guess) for guess in unsure[:_APART])


def _offer(text: str, guess: lost.Guess) -> Finding:
    """A finding that leaves the choice among several answers."""
    span = Span(guess.start, guess.end)
    others = [Fix.replace(span, word, Applicability.DISPLAY) for word in guess.answers[1:]]
    return codes.LOST_LETTERS.finding(
        text,
        [Edit(span, guess.answers[0])],
        applicability=Applicability.UNSAFE,
        others=tuple(others),
    )


class _Seeker(NamedTuple):
    """One kind of damage: what it is called, how it is found, and which hints tell of it."""

    code: codes.Code
    seek: Callable[[str], Iterable[Change]]
    trigger: re.Pattern[str]


#: Seekers of one group never change the same character; each group waits for the one before.
_GROUPS = (
    (
        _Seeker(codes.DETACHED_ACCENTS, detached.attach_accents, re.compile("[´`^ˆ¨¸]")),
        _Seeker(codes.ENTITIES, entities.decode_entities, re.compile("&")),
        _Seeker(codes.CONTROLS, invisible.controls, invisible.CONTROLS),
        _Seeker(codes.INVISIBLES, invisible.invisibles, invisible.INVISIBLES),
        _Seeker(codes.LIGATURES, composed.ligatures, composed.LIGATURE),
        _Seeker(codes.MODIFIER_APOSTROPHES, composed.modifier_apostrophes, re.compile("ʼ")),
    ),
    (_Seeker(codes.NOT_COMPOSED, composed.compose, re.compile("[^\x00-\xff]")),),
    (_Seeker(codes.DETACHED_ACCENTS, composed.floating_accents, re.compile("[\u0300-\u036f]")),),
)


def _find_everywhere(
    lines: _Lines, free: list[tuple[int, str]], seeker: _Seeker
) -> Iterator[Finding]:
    """One finding for all that the seeker changes in lines that are still free."""
    edits: list[Edit] = []
    for start, line in free:
        found = _edits(start, seeker.seek(line))
        if found:
            lines.claimed.add(start)
            edits += found
    if edits:
        yield _finding(lines.text, seeker.code, edits)


def _edits(offset: int, changes: Iterable[Change]) -> list[Edit]:
    return [Edit(Span(offset + start, offset + end), new) for start, end, new in changes]


def _finding(text: str, code: codes.Code, edits: list[Edit]) -> Finding:
    return code.finding(text, edits, shown=codes.word(text, edits[0].span))
