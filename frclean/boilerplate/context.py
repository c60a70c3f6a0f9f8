"""What stands around a line, in numbers: scores of its neighbours, borders of the article.

Each name in ``NAMES`` can be read in the trees of the model: « score before 7 » is the mean score
of up to seven lines before it (words of residue below 0, of text above).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, compress

from frclean.boilerplate.body import densest_run
from frclean.boilerplate.features import LineFeatures, end_of, start_of

__all__ = ["NAMES", "Page", "context_of"]

_REACHES = (3, 7, 15, 30)
_CLIP = 8.0
"""Scores are cut here: one very sure line must not outweigh all the others of a window."""
_NO_SCORE = -9.0
_FAR = 99
# How a title is told was tuned on the title lines of the training pages.
_TITLE_REACH = 30
"""Lines above the text in which the title is looked for; further up are menus."""
_TITLE_DEPTH = 2
"""Lines at the top of the text that may be the title: « Faut-il … ? » reads as a sentence."""
_TITLE_STEP = 0.3
"""What each line between a title and the text costs."""
_LEAST_TITLE = 3.0
_LONGEST_TITLE = 200

_FAR_TITLE = 60
_TITLE_WORDS = 3
"""Words that a line far above must share with the text."""

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
    *(f"score before {reach}" for reach in _REACHES),
    *(f"score after {reach}" for reach in _REACHES),
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
    "lines before",
    "lines after",
    "lines to the text",
    "lines behind the text",
    "since known",
    "since related",
    "since comments",
    "since signature",
    "signature after",
    "words shared",
    "share of words shared",
    "copies",
    "title",
    "title score",
    "blank before",
    "blank after",
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
    def shared(self) -> list[int]:
        """How many of the longer words of each line other lines of the article use too."""
        inside = [
            line.sentence and self.first <= i <= self.last for i, line in enumerate(self.lines)
        ]
        contents = (line.content for line in compress(self.lines, inside))
        counts = Counter(chain.from_iterable(contents))
        once, twice = set(counts), {word for word, count in counts.items() if count > 1}
        return [
            len(line.content & (twice if own else once))
            for line, own in zip(self.lines, inside, strict=True)
        ]

    @cached_property
    def title(self) -> int:
        """The line above the text, or at its top, that looks most like a title; -1 if none does."""
        best, title, passed = _LEAST_TITLE, -1, 0.0
        for i in range(min(self.first + _TITLE_DEPTH, len(self.lines)) - 1, self._top, -1):
            score = self.title_scores[i] - passed
            if score > best:
                best, title = score, i
            if i < self.first and not self._accompanies[i]:
                passed += _TITLE_STEP
        return title

    @cached_property
    def titles(self) -> frozenset[int]:
        """Lines that may be the title, ``title`` and its copies above the text among them.

        Pages with long headers have it far above the text, over a date, a signature, buttons.
        """
        found = {self.title} - {-1}
        for i in range(max(0, self.first - _FAR_TITLE), self.first):
            line, shared = self.lines[i], self.shared[i]
            if (
                shared >= _TITLE_WORDS
                and 2 * shared >= len(line.content)
                and any(self._accompanies[i + 1 : i + 5])
                and self.title_scores[i] > 0
            ):
                found.add(i)
        keys = {self.lines[i].key for i in found}
        return frozenset(i for i in range(self.first) if self.lines[i].key in keys) | found

    @property
    def _top(self) -> int:
        """The line before the first one that the title is looked for in."""
        return max(-1, self.first - _TITLE_REACH)

    @cached_property
    def _accompanies(self) -> list[bool]:
        """True for lines that stand between a title and its text: signatures, dates, buttons."""
        return [line.shape in _NO_TITLE or line.kind in _UNDER_TITLE for line in self.lines]

    @cached_property
    def title_scores(self) -> list[float]:
        """How much each line near the top looks like the title; 0 for all others.

        Pages say their title again: in the path, above the comments. A headline may end in « ? »,
        never in a full stop.
        """
        scores = [0.0] * len(self.lines)
        start = max(0, self.first - _FAR_TITLE)
        for i in range(start, min(self.first + _TITLE_DEPTH, len(scores))):
            scores[i] = self._title_score(i)
        return scores

    def _title_score(self, i: int) -> float:
        line, text = self.lines[i], self.texts[i]
        if line.kind or line.words < 2 or line.chars > _LONGEST_TITLE or line.shape in _NO_TITLE:
            return 0.0
        end = end_of(text)
        if end == "stop" and line.sentence:
            return 0.0
        score = min(self.shared[i], 6) / 2 + min(line.words, 12) / 6 + (line.words > 3) / 2
        score += 2 * max(-2.5, min(1.0, line.score)) + 2 * (self.copies[line.key] > 1)
        score += 1.5 * any(self._accompanies[i + 1 : i + 4])
        score += 1.5 * (self.blanks[i] and (i + 1 == len(self.lines) or self.blanks[i + 1]))
        return score - 2 * (
            (end in ("dots", "colon", "comma")) + (start_of(text) in _NO_TITLE_STARTS)
        )


_NO_TITLE = frozenset(("signature", "counter", "signs"))
_NO_TITLE_STARTS = frozenset(("bullet", "sign", "dash", "digit", "lower", "continues"))
_UNDER_TITLE = frozenset(("header", "share"))


def context_of(page: Page) -> Iterator[Sequence[float]]:
    """What stands around each line: a column for each of ``NAMES``, in that order."""
    lines, count = page.lines, len(page.lines)
    yield from _scores([max(-_CLIP, min(_CLIP, line.score)) for line in lines])
    chars = [line.chars for line in lines]
    yield chars
    yield _around(chars)
    yield [line.words for line in lines]
    yield from _shapes(lines)
    yield range(count)
    yield range(count - 1, -1, -1)
    yield range(page.first, page.first - count, -1)
    yield range(-page.last, count - page.last)
    yield from _since(lines)
    yield page.shared
    yield [_share(line, shared) for line, shared in zip(lines, page.shared, strict=True)]
    yield [page.copies[line.key] for line in lines]
    yield [i == page.title for i in range(count)]
    yield page.title_scores
    yield page.blanks
    yield [*page.blanks[1:], True]
    yield [len(page.sentences) / max(1, count)] * count


def _scores(scores: list[float]) -> Iterator[list[float]]:
    """Scores of the lines around: each by itself, means over so many, the best of a few."""
    yield scores
    for distance in (2, 1):
        yield _before(scores, distance)
    backwards = scores[::-1]
    for distance in (1, 2):
        yield _before(backwards, distance)[::-1]
    sums, sums_backwards = [0.0, *accumulate(scores)], [0.0, *accumulate(backwards)]
    for reach in _REACHES:
        yield _means(sums, reach)
    for reach in _REACHES:
        yield _means(sums_backwards, reach)[::-1]
    yield _means(sums, len(scores))
    yield _means(sums_backwards, len(scores))[::-1]
    yield [sums[-1] / len(scores)] * len(scores)
    yield _best(scores)
    yield _best(backwards)[::-1]


def _before(scores: list[float], distance: int) -> list[float]:
    """The score so many lines before each."""
    return [_NO_SCORE] * min(distance, len(scores)) + scores[:-distance]


def _means(sums: list[float], reach: int) -> list[float]:
    """The mean of up to ``reach`` scores before each line; 0 for the first.

    >>> _means([0.0, 1.0, 4.0, 4.0], 2)
    [0.0, 1.0, 2.0]
    """
    count = len(sums) - 1
    start = [0.0, *(sums[i] / i for i in range(1, min(reach, count)))]
    return start + [(b - a) / reach for a, b in zip(sums, sums[reach:count], strict=False)]


def _best(scores: list[float]) -> list[float]:
    """The best of the eight scores before each line.

    >>> _best([1.0, 3.0, 2.0, 0.0])
    [-9.0, 1.0, 3.0, 3.0]
    """
    best = _before(scores, 1)
    for shift in (1, 2, 4):
        best = list(map(max, best, _before(best, shift)))
    return best


def _around(chars: list[int]) -> list[float]:
    """The mean length of a line and four on either side."""
    count, sums = len(chars), [0, *accumulate(chars)]
    starts = [max(0, i - 4) for i in range(count)]
    ends = [min(count, i + 5) for i in range(count)]
    return [(sums[b] - sums[a]) / (b - a) for a, b in zip(starts, ends, strict=True)]


def _shapes(lines: Sequence[LineFeatures]) -> Iterator[list[int]]:
    """The shape of each line, and of the next."""
    shapes = [_ORDER.get(line.shape, _KNOWN) for line in lines]
    none = _ORDER["none"]
    yield shapes
    yield [*shapes[1:], none]


def _share(line: LineFeatures, shared: int) -> float:
    """The share of the longer words of a line that the article uses too; -1 if it has none."""
    return shared / len(line.content) if line.content else -1.0


def _since(lines: Sequence[LineFeatures]) -> Iterator[list[int]]:
    """Lines since known residue of any kind, since « Lire aussi », since comments began."""
    yield _distances([line.sure for line in lines])
    for kind in ("related", "comments"):
        yield _distances([line.sure and line.kind == kind for line in lines])
    signs = [line.shape == "signature" or line.kind == "header" for line in lines]
    yield _distances(signs)
    yield _distances(signs[::-1])[::-1]


def _distances(flags: Sequence[bool]) -> list[int]:
    """Lines since the last one with a flag.

    >>> _distances([False, True, False, False])
    [99, 100, 1, 2]
    """
    found, distance = [], _FAR
    for flag in flags:
        found.append(distance)
        distance = 1 if flag else distance + 1
    return found
