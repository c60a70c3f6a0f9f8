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
from frclean.boilerplate.spare import spare

__all__ = ["Judgement", "is_loud", "judge", "line_features"]

# The numbers below were tuned by cross-validation over sites (tools/train_boilerplate.py), on
# models of three seeds, so that on average at most .4 % of the characters of an article are lost.
THRESHOLD = -1.3
"""A line of ``USUAL_CHARS`` goes when its log odds of being text are below this."""
SLOPE = 1.3
"""How much more proof is needed when a line is e times longer: a lost sentence is not seen."""
LABEL_SLOPE = 0.5
"""The same of a line that is no sentence."""
INSIDE = 0.5
"""How much more proof is needed between the first and the last sentence of the article."""
USUAL_CHARS = 25
CAUTION = 1.2
"""How much more proof is needed on a page of e times fewer words than ``ENOUGH_WORDS``."""
ENOUGH_WORDS = 180
ALONE = 0.4
"""How much more proof is needed for a line between two that stay."""
AMONG = 1.0
"""How much less is needed for a line outside the article, between two that go."""
FEW_WORDS = 40
"""A text with fewer words in sentences is judged by its words alone: poems, tables, recipes.

Place and shape prove nothing where most lines are short: with the model, such texts of the
adversarial set lose 7 % of their lines.
"""
NUMBERED = 2.0
"""What is added for « 3.1.2 Titre », « (4) Note »: tables of contents and notes look like menus."""
TEXT_SCORE = 2.0
"""Lines with this score by themselves stay without asking the trees, which would let 1 % go."""

TRIGGER = -2.4
"""Without a line that by itself looks this much like residue, the page is not looked at."""
_STAYS = 99.0

_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.? \S|\(\d{1,2}\) \S|\[\d{1,2}\] ?\S|[↑*]\S.{10,}")

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
        # Names come first, the score last; what follows from the names is not kept with them.
        found = LineFeatures((), *found[1:-1], model.line_score(found.names))
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
    goes = _as_neighbours(page, _margins(page, odds))
    _take_pointed(page, goes)
    spare(page, goes)
    return [
        Judgement(i, None if page.lines[i].certain or odds[i] == _STAYS else odds[i])
        for i in compress(range(len(goes)), goes)
    ]


def _margins(page: Page, odds: Sequence[float]) -> list[float]:
    """How far the odds of each line are above the limit below which it goes."""
    caution = _caution(page)
    return [
        value - _limit(page, i, caution) if value < _STAYS else _STAYS
        for i, value in enumerate(odds)
    ]


def _caution(page: Page) -> float:
    """How much more proof a page asks for that has few sentences, or mostly other lines.

    Tables of contents, sheets of products and threads of forums look like menus around a text.
    """
    unknown = sum(line.words for line in page.lines if not line.sure) or 1
    weight = page.words * min(1.0, page.words / unknown) ** 2
    return CAUTION * max(0.0, math.log(ENOUGH_WORDS / weight))


def _as_neighbours(page: Page, margins: Sequence[float]) -> list[bool]:
    """Which lines go, by how far above its limit each is; a doubtful one does as its neighbours."""
    goes = [line.certain or margin < 0 for line, margin in zip(page.lines, margins, strict=True)]
    found = list(goes)
    around = zip([True, *goes], page.lines, [*goes[1:], True], strict=False)
    for i, (before, line, after) in enumerate(around):
        if goes[i]:
            alone = not (before or after or line.sure or _POINTER.match(page.texts[i]))
            found[i] = not (alone and margins[i] > -ALONE)
        elif before and after and not line.sentence:
            outside = not page.first < i < page.last and 0 < i < len(goes) - 1
            found[i] = outside and margins[i] < AMONG
    return found


def _limit(page: Page, i: int, caution: float) -> float:
    """The odds below which a line goes."""
    if _POINTER.match(page.texts[i]):
        return THRESHOLD
    line, is_inside = page.lines[i], page.first < i < page.last
    slope = SLOPE if line.sentence else LABEL_SLOPE
    proof = slope * math.log(line.chars / USUAL_CHARS) + INSIDE * is_inside
    return THRESHOLD - caution - proof


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
