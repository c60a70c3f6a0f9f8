"""What stands around a line, in numbers: scores of its neighbours, borders of the article.

Each name in ``NAMES`` can be read in the trees of the model: « score before 7 » is the mean score
of up to seven lines before it (words of residue below 0, of text above).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from frclean.boilerplate.body import densest_run
from frclean.boilerplate.features import LineFeatures
from frclean.boilerplate.lines import LONG, fold

__all__ = ["NAMES", "Context", "Page", "context_of"]

_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_MOST_CHARS = 400
"""Characters of a line that are compared with the words of the article."""

_REACHES = (3, 7, 15, 30)
_CLIP = 8.0
"""Scores are cut here: one very sure line must not outweigh all the others of a window."""
_NO_SCORE = -9.0
_FAR = 99
_TITLE_REACH = 12
"""Lines above the text in which the title is looked for; further up are menus."""

_ORDER = {
    **dict.fromkeys(("text.", "text", "sentence.", "sentence"), 0),
    **dict.fromkeys(("mid.", "short."), 1),
    "piece": 2,
    **dict.fromkeys(("label 5", "label 8", "label 12", "label 999"), 3),
    "colon": 4,
    **dict.fromkeys(("bullet 1", "bullet 2"), 5),
    **dict.fromkeys(("label 1", "label 2", "label 3", "section"), 6),
    "signs": 7,
    **dict.fromkeys(("signature", "counter"), 8),
    "none": 10,
}
_KNOWN = 9

NAMES = (
    "score",
    "score -2",
    "score -1",
    "score +1",
    "score +2",
    *(f"score {side} {reach}" for reach in _REACHES for side in ("before", "after")),
    "score before",
    "score after",
    "score of page",
    "best before",
    "best after",
    "characters",
    "characters around",
    "words",
    "shape",
    "shape +1",
    "ends a sentence",
    "lines before",
    "lines after",
    "lines to the text",
    "lines behind the text",
    "since known",
    "since related",
    "since comments",
    "known before",
    "words shared",
    "copies",
    "title",
    "blank before",
    "share of sentences",
)


class Page:
    """What is known of a text as a whole, before any line is judged."""

    def __init__(
        self, lines: Sequence[LineFeatures], texts: Sequence[str], blanks: Sequence[bool]
    ) -> None:
        flags = [line.sentence for line in lines]
        self.lines = lines
        self.texts = texts
        self.blanks = [True, *blanks[1:]]
        """True if a blank line stands before the line."""
        self.first, self.last = densest_run([line.words for line in lines], flags)
        """The densest run of sentences; last < first if there is none."""
        self.sentences = [i for i, flag in enumerate(flags) if flag]

    @cached_property
    def words(self) -> int:
        """Words in sentences."""
        return sum(self.lines[i].words for i in self.sentences)

    @cached_property
    def copies(self) -> Counter[str]:
        """How often each key stands on the page."""
        return Counter(line.key for line in self.lines)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The longer words of the sentences of the article."""
        run = range(self.first, self.last + 1)
        texts = [self.texts[i] for i in run if self.lines[i].sentence]
        return frozenset(_LONG_WORD.findall(fold("\n".join(texts))))

    @cached_property
    def title(self) -> int:
        """The line above the text that shares most words with it; -1 if there is none."""
        best, title = 1.0, -1
        for back in range(1, min(self.first, _TITLE_REACH) + 1):
            score = self._title_score(self.first - back) - back / 5
            if score > best:
                best, title = score, self.first - back
        return title

    def _title_score(self, index: int) -> float:
        line = self.lines[index]
        if (
            line.kind
            or line.sentence
            or line.words < 2
            or line.shape in ("signature", "counter", "signs")
        ):
            return 0.0
        shared = len(self.vocabulary & _long_words(self.texts[index]))
        # Pages say their title again: in the path, above the comments.
        again = self.copies[line.key] > 1
        return shared + min(line.words, 12) / 6 + (0.5 if line.words > 3 else 0) + again


def _long_words(text: str) -> frozenset[str]:
    return frozenset(_LONG_WORD.findall(fold(text[:_MOST_CHARS])))


def _shared(line: LineFeatures, text: str, vocabulary: frozenset[str]) -> float:
    """The share of the longer words of a line that the article uses too; -1 if it has none."""
    if line.sentence and line.chars > LONG:
        return 1.0
    content = _long_words(text)
    return len(content & vocabulary) / len(content) if content else -1.0


class Context:
    """Sums over a page, from which the row of any line is made in constant time."""

    def __init__(self, page: Page, texts: Sequence[str]) -> None:
        lines = page.lines
        self.page = page
        self.texts = texts
        self.scores = [max(-_CLIP, min(_CLIP, line.score)) for line in lines]
        self.sums = [0.0, *accumulate(self.scores)]
        self.chars = [0, *accumulate(line.chars for line in lines)]
        self.known = [0, *accumulate(line.sure for line in lines)]
        self.shapes = [*(_ORDER.get(line.shape, _KNOWN) for line in lines), _ORDER["none"]]
        self.since = _since(lines)
        self.density = len(page.sentences) / max(1, len(lines))

    def row(self, i: int) -> list[float]:
        """What stands around line ``i``, in the order of ``NAMES``."""
        page, scores, sums = self.page, self.scores, self.sums
        line, count = page.lines[i], len(scores)
        start, end = max(0, i - 4), min(count, i + 5)
        means: list[float] = []
        for reach in _REACHES:
            low, high = max(0, i - reach), min(count, i + 1 + reach)
            means.append((sums[i] - sums[low]) / (i - low) if i else 0.0)
            means.append((sums[high] - sums[i + 1]) / (high - i - 1) if high > i + 1 else 0.0)
        return [
            scores[i],
            scores[i - 2] if i > 1 else _NO_SCORE,
            scores[i - 1] if i else _NO_SCORE,
            scores[i + 1] if i + 1 < count else _NO_SCORE,
            scores[i + 2] if i + 2 < count else _NO_SCORE,
            *means,
            sums[i] / i if i else 0.0,
            (sums[count] - sums[i + 1]) / max(1, count - 1 - i),
            sums[count] / count,
            max(scores[max(0, i - 10) : i], default=_NO_SCORE),
            max(scores[i + 1 : i + 11], default=_NO_SCORE),
            line.chars,
            (self.chars[end] - self.chars[start]) / (end - start),
            line.words,
            self.shapes[i],
            self.shapes[i + 1],
            line.shape[-1] == ".",
            i,
            count - 1 - i,
            page.first - i,
            i - page.last,
            *self.since[i],
            self.known[i] - self.known[max(0, i - 6)],
            _shared(line, self.texts[i], page.vocabulary),
            page.copies[line.key],
            i == page.title,
            page.blanks[i],
            self.density,
        ]


def context_of(page: Page, texts: Sequence[str]) -> list[list[float]]:
    """The rows of all lines."""
    context = Context(page, texts)
    return [context.row(i) for i in range(len(page.lines))]


def _since(lines: Sequence[LineFeatures]) -> list[tuple[int, int, int]]:
    """Lines since known residue of any kind, since « Lire aussi », since comments began."""
    found = []
    known = related = comments = _FAR
    for line in lines:
        found.append((known, related, comments))
        known, related, comments = known + 1, related + 1, comments + 1
        if line.sure:
            known = 1
            if line.kind == "related":
                related = 1
            elif line.kind == "comments":
                comments = 1
    return found
