"""What stands around a line, in numbers: scores of its neighbours, borders of the article.

Each name in ``NAMES`` can be read in the trees of the model: « score before 7 » is the mean score
of up to seven lines before it (words of residue below 0, of text above).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from frclean.boilerplate.body import densest_run
from frclean.boilerplate.features import LineFeatures

__all__ = ["NAMES", "Page", "context_of"]

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
    "score -3",
    "score -2",
    "score -1",
    "score +1",
    "score +2",
    "score +3",
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
    "shape -1",
    "shape +1",
    "ends a sentence",
    "lines before",
    "lines after",
    "lines to the text",
    "lines behind the text",
    "since sentence",
    "until sentence",
    "since known",
    "since related",
    "since comments",
    "known before",
    "known after",
    "words shared",
    "copies",
    "alike around",
    "blank before",
    "blank after",
    "title",
    "share of sentences",
)


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of a text as a whole, before any line is judged."""

    lines: Sequence[LineFeatures]
    first: int
    last: int
    """The densest run of sentences; last < first if there is none."""
    sentences: Sequence[int]
    """Indices of the sentences."""
    words: int
    """Words in sentences."""
    vocabulary: frozenset[str]
    """The longer words of the sentences of the article."""
    title: int
    """The line that looks most like the title; -1 if none does."""
    blanks: Sequence[bool]
    """True if a blank line stands before the line; one more for the end."""

    @classmethod
    def of(cls, lines: Sequence[LineFeatures], blanks: Sequence[bool]) -> Page:
        """The page that ``lines`` make; ``blanks`` says before which a blank line stands."""
        flags = [line.sentence for line in lines]
        first, last = densest_run([line.words for line in lines], flags)
        sentences = [i for i, flag in enumerate(flags) if flag]
        vocabulary = _vocabulary(lines, first, last)
        return cls(
            lines,
            first,
            last,
            sentences,
            sum(lines[i].words for i in sentences),
            vocabulary,
            _title(lines, first, vocabulary),
            [True, *blanks[1:], True],
        )


def _vocabulary(lines: Sequence[LineFeatures], first: int, last: int) -> frozenset[str]:
    words: set[str] = set()
    for line in lines[first : last + 1]:
        if line.sentence:
            words.update(line.content)
    return frozenset(words)


def _shared(line: LineFeatures, vocabulary: frozenset[str]) -> float:
    """The share of the longer words of a line that the article uses too; -1 if it has none."""
    content = set(line.content)
    return len(content & vocabulary) / len(content) if content else -1.0


def _title(lines: Sequence[LineFeatures], first: int, vocabulary: frozenset[str]) -> int:
    """The line above the text that shares most words with it, the nearer the better."""
    copies = Counter(line.key for line in lines)
    best, title = 1.0, -1
    for back in range(1, min(first, _TITLE_REACH) + 1):
        line = lines[first - back]
        if line.kind or line.words < 2 or line.shape in ("signature", "counter", "signs"):
            continue
        shared = len(vocabulary.intersection(line.content))
        score = shared + min(line.words, 12) / 6 - back / 5 + (0.5 if line.words > 3 else 0)
        score += copies[line.key] > 1  # pages say their title again: in the path, above comments
        if score > best:
            best, title = score, first - back
    return title


def context_of(page: Page) -> list[list[float]]:
    """One row for each line, in the order of ``NAMES``."""
    columns = [*_scores(page), *_looks(page), *_distances(page), *_company(page)]
    return [list(row) for row in zip(*columns, strict=True)]


def _scores(page: Page) -> list[list[float]]:
    scores = [max(-_CLIP, min(_CLIP, line.score)) for line in page.lines]
    count = len(scores)
    sums = [0.0, *accumulate(scores)]
    pad = [_NO_SCORE] * 3
    padded = [*pad, *scores, *pad]
    columns = [scores] + [padded[3 + k : 3 + k + count] for k in (-3, -2, -1, 1, 2, 3)]
    for reach in _REACHES:
        columns.append(_means_before(sums, reach))
        columns.append(_means_after(sums, reach))
    columns.append(_means_before(sums, count))
    columns.append(_means_after(sums, count))
    columns.append([sums[-1] / max(1, count)] * count)
    columns.append([max(scores[max(0, i - 10) : i], default=_NO_SCORE) for i in range(count)])
    columns.append([max(scores[i + 1 : i + 11], default=_NO_SCORE) for i in range(count)])
    return columns


def _means_before(sums: list[float], reach: int) -> list[float]:
    """For each line, the mean of up to ``reach`` lines before it; 0 for the first line."""
    head = min(reach, len(sums) - 1)
    means = [(sums[i]) / i if i else 0.0 for i in range(head)]
    return means + [
        (b - a) / reach for a, b in zip(sums, sums[reach:-1], strict=False)
    ]


def _means_after(sums: list[float], reach: int) -> list[float]:
    count = len(sums) - 1
    means = [(b - a) / reach for a, b in zip(sums[1:], sums[1 + reach :], strict=False)]
    last = sums[-1]
    rest = range(len(means), count)
    return means + [(last - sums[i + 1]) / max(1, count - 1 - i) for i in rest]


def _looks(page: Page) -> list[list[float]]:
    lines = page.lines
    chars = [float(line.chars) for line in lines]
    sums = [0.0, *accumulate(chars)]
    count = len(lines)
    around = []
    for i in range(count):
        start, end = max(0, i - 4), min(count, i + 5)
        around.append((sums[end] - sums[start]) / (end - start))
    shapes = [float(_ORDER.get(line.shape, _KNOWN)) for line in lines]
    return [
        chars,
        around,
        [float(line.words) for line in lines],
        shapes,
        [10.0, *shapes[:-1]],
        [*shapes[1:], 10.0],
        [float(line.shape[-1] == ".") for line in lines],
    ]


def _distances(page: Page) -> list[list[float]]:
    count, sentences = len(page.lines), page.sentences
    back, ahead = [], []
    for i in range(count):
        left, right = bisect_left(sentences, i), bisect_right(sentences, i)
        back.append(float(i - sentences[left - 1]) if left else float(_FAR))
        ahead.append(float(sentences[right] - i) if right < len(sentences) else float(_FAR))
    return [
        [float(i) for i in range(count)],
        [float(count - 1 - i) for i in range(count)],
        [float(page.first - i) for i in range(count)],
        [float(i - page.last) for i in range(count)],
        back,
        ahead,
        *_since(page.lines),
    ]


def _since(lines: Sequence[LineFeatures]) -> list[list[float]]:
    """Lines since known residue of any kind, since « Lire aussi », since comments began."""
    since: list[list[float]] = [[], [], []]
    last = [_FAR, _FAR, _FAR]
    for line in lines:
        for column, value in zip(since, last, strict=True):
            column.append(float(value))
        last = [value + 1 for value in last]
        if line.sure:
            last[0] = 1
            if line.kind == "related":
                last[1] = 1
            elif line.kind == "comments":
                last[2] = 1
    return since


def _company(page: Page) -> list[list[float]]:
    lines, count = page.lines, len(page.lines)
    known = [0, *accumulate(line.sure for line in lines)]
    copies = Counter(line.key for line in lines)
    shapes = [line.shape for line in lines]
    return [
        [float(known[i] - known[max(0, i - 6)]) for i in range(count)],
        [float(known[min(count, i + 7)] - known[i + 1]) for i in range(count)],
        [_shared(line, page.vocabulary) for line in lines],
        [float(copies[line.key]) for line in lines],
        [float(shapes[max(0, i - 5) : i + 6].count(shapes[i]) - 1) for i in range(count)],
        [float(blank) for blank in page.blanks[:-1]],
        [float(blank) for blank in page.blanks[1:]],
        [float(i == page.title) for i in range(count)],
        [len(page.sentences) / max(1, count)] * count,
    ]
