"""Which lines go: what is certain, then what the model says, then what must not go after all."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress

from frclean.boilerplate.context import context_of
from frclean.boilerplate.features import POINTERS, LineFeatures, features_of
from frclean.boilerplate.lines import LONG
from frclean.boilerplate.model import Model
from frclean.boilerplate.page import Page

__all__ = ["Judgement", "is_loud", "judge", "line_features"]

# The numbers below were tuned by cross-validation over sites (tools/train_boilerplate.py) so that
# at most .5 % of the characters of an article are lost on average where lines were read by eye.
THRESHOLD = -1.5
"""A line of ``USUAL_CHARS`` goes when its log odds of being text are below this."""
SLOPE = 1.0
"""How much more proof is needed when a line is e times longer: a lost sentence is not seen."""
LABEL_SLOPE = 0.7
"""The same of a line that is no sentence."""
INSIDE = 0.7
"""How much more proof is needed between the first and the last sentence of the article."""
USUAL_CHARS = 25
FEW_WORDS = 40
"""A text with fewer words in sentences is judged by its words alone: poems, tables, recipes.

Place and shape prove nothing where most lines are short: with the model, such texts of the
adversarial set lose 7 % of their lines.
"""
NUMBERED = 2.0
"""What is added for « 3.1.2 Titre », « (4) Note »: tables of contents and notes look like menus."""
UNKNOWN_RUN = 5
"""So many lines in a row, inside the article and none of them known residue, are a list."""
TEXT_SCORE = 2.0
"""Lines with this score by themselves stay without asking the trees, which would let 1 % go."""

TRIGGER = -2.4
"""Without a line that by itself looks this much like residue, the page is not looked at."""
_STAYS = 99.0

_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.? \S|\(\d{1,2}\) \S|\[\d{1,2}\] ?\S|[↑*]\S.{10,}")
_SLIDE = re.compile(r"(\d{1,3}) ?/ ?(\d{1,3})")
_CAPTION_LINES = 3
_REFERENCES = frozenset(
    (
        *("notes", "references", "sources", "bibliographie", "notes et references"),
        *("references bibliographiques", "notes de bas de page", "notes bibliographiques"),
    )
)
_NOTE = re.compile(r"[(\[]?(\d{1,3})(?:[.)\]] ?| )\S")

_MEMO_LINES = 16_384
_MEMO_LENGTH = 400
_memo: dict[str, LineFeatures] = {}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A line that goes, and the log odds that say so; certain ones have no odds."""

    index: int
    odds: float | None


def line_features(line: str, model: Model) -> LineFeatures:
    """``features_of`` with its score; menus repeat their lines, so short ones are kept at hand."""
    found = _memo.get(line)
    if found is None:
        found = features_of(line)
        found = found._replace(score=model.line_score(found.names), names=())
        if len(line) <= _MEMO_LENGTH:
            if len(_memo) >= _MEMO_LINES:
                _memo.clear()
            _memo[line] = found
    return found


def is_loud(line: LineFeatures) -> bool:
    """True for a short line that looks like residue by itself: without one, a page is in order."""
    return line.chars <= LONG and (line.certain or line.score < TRIGGER)


def judge(page: Page, model: Model) -> list[Judgement]:
    """The lines of ``page`` that go, in order."""
    if not any(map(is_loud, page.lines)):
        return []
    if page.words < FEW_WORDS:
        return _edges(page)
    odds = _odds(page, model)
    by_odds = [value < _STAYS and value < _limit(page, i) for i, value in enumerate(odds)]
    goes = [line.certain or low for line, low in zip(page.lines, by_odds, strict=True)]
    _take_pointed(page, goes)
    _spare_lists(page, goes)
    _spare_captions(page, goes)
    _spare_references(page, goes)
    return [Judgement(i, odds[i] if by_odds[i] else None) for i in compress(range(len(goes)), goes)]


def _limit(page: Page, i: int) -> float:
    """The odds below which a line goes."""
    line, is_inside = page.lines[i], page.first < i < page.last
    if _POINTER.match(page.texts[i]):
        return THRESHOLD
    slope = SLOPE if line.sentence else LABEL_SLOPE
    return THRESHOLD - slope * math.log(line.chars / USUAL_CHARS) - INSIDE * is_inside


_POINTER = re.compile(f"[{POINTERS}►▶]+ ?\\S")
"""« → Notre dossier », « >> Revoir le sujet »: long as they may be, they are no sentences."""
_READ_ALSO = re.compile(
    "(?:a )?(?:lire|voir|ecouter|relire|revoir|reecouter|decouvrir) (?:aussi|egalement|encore)"
    "|sur le meme (?:sujet|theme)|dans le meme dossier"
    "|(?:articles?|sujets?) (?:similaires?|lies?|connexes?|recommandes?)"
    "|(?:les )?plus lus|la redaction vous (?:conseille|recommande)"
)


def _take_pointed(page: Page, goes: list[bool]) -> None:
    """Take what stands below « À lire aussi »: the title of another article."""
    for i, line in enumerate(page.lines[:-1]):
        title = page.lines[i + 1]
        if (
            goes[i]
            and line.kind == "related"
            and _READ_ALSO.fullmatch(line.key)
            and title.chars <= LONG
            and title.end not in ("stop", "colon")
            and i + 1 not in page.titles
        ):
            goes[i + 1] = True


def _odds(page: Page, model: Model) -> list[float]:
    """The log odds that each line is text; those that stay anyhow are not asked about."""
    open_ = [
        not line.certain and line.score <= TEXT_SCORE and i not in page.titles
        for i, line in enumerate(page.lines)
    ]
    columns = [list(compress(column, open_)) for column in context_of(page)]
    values = iter(model.forest.scores(columns))
    return [
        next(values) + (NUMBERED if _NUMBERED.match(text) else 0.0) if is_open else _STAYS
        for text, is_open in zip(page.texts, open_, strict=True)
    ]


def _spare_lists(page: Page, goes: list[bool]) -> None:
    """Keep long runs inside the article in which nothing is known residue."""
    start = page.first + 1
    while start < page.last:
        end = start
        while end < page.last and goes[end]:
            end += 1
        unknown = not any(line.sure for line in page.lines[start:end])
        if end - start >= UNKNOWN_RUN and end < page.last and unknown:
            goes[start:end] = [False] * (end - start)
        start = end + 1


def _spare_captions(page: Page, goes: list[bool]) -> None:
    """Keep the captions between « 1 / 12 », « 2 / 12 »: a slide show says something."""
    last, total = -1, (0, 0)
    for i, line in enumerate(page.lines):
        found = _SLIDE.fullmatch(page.texts[i]) if line.shape == "counter" else None
        if found is None:
            continue
        number = int(found[1]), int(found[2])
        captions = page.lines[last + 1 : i]
        if (
            number == (total[0] + 1, total[1])
            and 0 < len(captions) <= _CAPTION_LINES
            and not any(caption.kind for caption in captions)
        ):
            goes[last + 1 : i] = [False] * len(captions)
        last, total = i, number


def _spare_references(page: Page, goes: list[bool]) -> None:
    """Keep « Références » and the notes below it that are numbered from 1 on."""
    for start, line in enumerate(page.lines):
        if line.key not in _REFERENCES:
            continue
        end, number = start + 1, 1
        while end < len(goes) and _number_of(page.texts[end]) == number:
            end, number = end + 1, number + 1
        if number > 1:
            goes[start:end] = [False] * (end - start)


def _number_of(text: str) -> int:
    """The number that a note begins with; 0 if it begins with none."""
    found = _NOTE.match(text)
    return int(found[1]) if found else 0


def _edges(page: Page) -> list[Judgement]:
    """Residue known by its words, from both ends as far as it goes.

    One line that is not known may stand in between: it stays. At the head, where titles stand,
    only certain lines go: « Tous droits réservés : histoire d’une formule » is a title.
    """
    certain = [line.certain for line in page.lines]
    known = [line.sure for line in page.lines]
    found = set(_from_start(certain))
    found |= {len(known) - 1 - i for i in _from_start(known[::-1])}
    found |= {i for i, sure in enumerate(certain) if sure}
    return [Judgement(i, None) for i in sorted(found)] if len(found) < len(known) else []


def _from_start(flags: Sequence[bool]) -> Iterator[int]:
    misses = 0
    for i, flag in enumerate(flags):
        if flag:
            yield i
        else:
            misses += 1
            if misses > 1:
                return
