"""Paragraphs that a mail program or a PDF cut into lines of one width.

A program that wraps lines breaks one only when the next word does not fit. So in a wrapped
paragraph every line would be too long if it had the first word of the line below; in verse, lists,
tables, code and addresses lines end for other reasons, and some could have gone on. Verse starts
its lines with capitals; wrapped prose mostly does not.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from enum import Enum

from .words import rank

__all__ = ["Wrapping", "is_wrapped", "joint", "judge"]


class Wrapping(Enum):
    """How sure it is that a block of lines is one paragraph."""

    NO = 0
    UNSAID = 1
    """Nothing speaks against it; a wrapped document decides."""
    LIKELY = 2
    SURE = 3


#: Nobody wraps prose to fewer characters than this.
_NARROWEST = 40
#: A line that hyphenation has filled may be longer by this than one that it could not fill.
_SLACK = 4
#: A line much shorter than this share of the longest has not been filled by a program.
_FILLED = 0.6

#: Lines that prove a document even if others contradict: five chance fits in a row are rare.
_LONG_BLOCK = 6

_ENDS_SENTENCE = re.compile(r"[.!?…:;»”\"]\s*$")
_CONTINUES = re.compile(r"[a-zà-öø-ÿœ(«]|\d{1,4}(?:er|e)?[ ,.]")
#: Rows of figures are full by chance: prose has this share of letters.
_LETTERS = 0.6
_ITEM = re.compile(r"(?:[-–—•*·▪◦o]|\d{1,3}[.)°]|[a-z]\))\s")


def judge(lines: Sequence[str]) -> Wrapping:
    """Whether ``lines`` are one wrapped paragraph.

    >>> judge(["Le vent se lève, et la mer qui monte au loin",
    ...        "couvre déjà les premiers rochers de la", "pointe ; on rentre."])
    <Wrapping.SURE: 3>
    >>> judge(["Sous le pont Mirabeau coule la Seine", "Et nos amours",
    ...        "Faut-il qu'il m'en souvienne"])
    <Wrapping.NO: 0>
    """
    width = max(map(len, lines))
    pairs = list(itertools.pairwise(lines))
    if not pairs or width < _NARROWEST:
        return Wrapping.NO
    if not all(len(a) >= _FILLED * width and _is_full(a, b, width) for a, b in pairs):
        return Wrapping.NO
    if _is_figures(lines) or any(map(_has_columns, lines)):
        return Wrapping.NO
    return _judge_prose(lines, pairs)


def _has_columns(line: str) -> bool:
    return "  " in line or "\t" in line


def _is_figures(lines: Sequence[str]) -> bool:
    letters = sum(sum(map(str.isalpha, line)) for line in lines)
    return letters < _LETTERS * sum(map(len, lines))


def _is_full(above: str, below: str, width: int) -> bool:
    """True if the first word of ``below`` had no room on the line above."""
    first = below.split(maxsplit=1)  # nothing, if ``below`` is a form feed
    return len(above) + 1 + len(first[0] if first else "") > width - _SLACK


def _judge_prose(lines: Sequence[str], pairs: Sequence[tuple[str, str]]) -> Wrapping:
    """Whether full lines read as one text: they go on in small letters, stop in mid-sentence."""
    going_on = sum(_CONTINUES.match(below) is not None for _, below in pairs)
    stops = sum(_ENDS_SENTENCE.search(above) is not None for above, _ in pairs)
    items = sum(_ITEM.match(below) is not None for _, below in pairs)
    if 2 * items > len(pairs):
        return Wrapping.NO
    if len(pairs) == 1:
        return Wrapping.LIKELY if going_on and not stops else Wrapping.UNSAID
    share = 4 if len(lines) >= _LONG_BLOCK else 2
    is_prose = share * going_on >= len(pairs) and 2 * stops <= len(pairs)
    return Wrapping.SURE if is_prose else Wrapping.UNSAID


def is_wrapped(blocks: Sequence[Sequence[str]]) -> bool:
    """Whether a document with these blocks of several lines is wrapped, beyond doubt.

    One long block proves it, or what agrees while little contradicts.
    """
    verdicts = [judge(block) for block in blocks]
    sure = [len(b) for b, v in zip(blocks, verdicts, strict=True) if v is Wrapping.SURE]
    likely, no = verdicts.count(Wrapping.LIKELY), verdicts.count(Wrapping.NO)
    if max(sure, default=0) >= _LONG_BLOCK:
        return no <= len(sure) + likely
    return no == 0 and (len(sure) > 0 or likely > 1)


# --- how two lines are joined --------------------------------------------------------------------

_CUT = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-$")
_HEAD = re.compile(r"[^\W\d_]+")


def joint(above: str, below: str) -> tuple[int, str]:
    """How many characters of ``above`` to drop at its end, and what to write between the two.

    >>> joint("le service mili-", "taire obligatoire"), joint("peut-", "être"), joint("la", "mer")
    ((1, ''), (0, ''), (0, ' '))
    """
    cut, head = _CUT.search(above), _HEAD.match(below)
    if cut is None or head is None:
        return 0, " "
    left, right = cut[1], head[0]
    last = left.rsplit("-", 1)[-1]
    if right[0].isupper() or rank(f"{left}-{right}") > 0:
        return 0, ""
    if rank(left + right) > 0 or rank(last + right) > 0:
        return 1, ""
    both_words = rank(left) > 0 and rank(right) > 0
    return (0, "") if both_words or "-" in left else (1, "")
