"""What stands around a line, in numbers: scores of its neighbours, borders of the article.

Each name in ``NAMES`` can be read in the trees of the model: « score before 7 » is the mean score
of up to seven lines before it (words of residue below 0, of text above). A *block* is a run of
lines without a blank line in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from frclean.boilerplate.features import LineFeatures
from frclean.boilerplate.page import Page

__all__ = ["NAMES", "context_of"]

_REACHES = (3, 7)
_WEIGHED = 6
_CLIP = 8.0
"""Scores are cut here: one very sure line must not outweigh all the others of a window."""
_MOST_CHARS = 400
"""A paragraph counts for no more than this many characters beside its neighbours."""
_NO_SCORE = -9.0
_FAR = 99
_NO_TITLE = -999

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
_EDGES = "upper lower digit quote bullet dash sign continues other letter stop question exclaim"
_EDGE = {name: i for i, name in enumerate((*_EDGES.split(), "dots", "colon", "comma", "bracket"))}
_KINDS = (
    " navigation share login newsletter paywall cookies comments legal related header"
    " image-credit ads captcha residue"
)
_KIND = {name: i for i, name in enumerate(_KINDS.split(" "))}

NAMES = (
    "score",
    "score -1",
    "score +1",
    *(f"score before {reach}" for reach in _REACHES),
    *(f"score after {reach}" for reach in _REACHES),
    "score of block",
    "score of page",
    "weighed score before",
    "weighed score after",
    "characters",
    "words",
    "shape",
    "kind",
    "start",
    "end",
    "lines before",
    "lines after",
    "lines to the text",
    "lines behind the text",
    "lines to the title",
    "text before",
    "text after",
    "kind before",
    "kind after",
    "since known",
    "since related",
    "since signature",
    "signature after",
    "text since known",
    "text until known",
    "known to come",
    "words shared",
    "share of words shared",
    "words of title",
    "title score",
    "lines of block",
    "words of page",
    "lines of page",
    "share of known lines",
    "share of blank lines",
    "share of sentences",
)


def context_of(page: Page) -> Iterator[Sequence[float]]:
    """What stands around each line: a column for each of ``NAMES``, in that order."""
    lines, count = page.lines, len(page.lines)
    scores = [max(-_CLIP, min(_CLIP, line.score)) for line in lines]
    blocks = _blocks(page.blanks)
    known = [line.sure for line in lines]
    yield from _scores(scores)
    yield _block_means(scores, blocks)
    yield [sum(scores) / count] * count
    yield from _weighed(scores, [min(line.chars, _MOST_CHARS) for line in lines])
    yield from _looks(lines)
    yield range(count)
    yield range(count - 1, -1, -1)
    yield range(page.first, page.first - count, -1)
    yield range(-page.last, count - page.last)
    title = page.title
    yield range(title, title - count, -1) if title >= 0 else [_NO_TITLE] * count
    yield from _text(lines, known)
    yield page.shared
    yield [_share(line, shared) for line, shared in zip(lines, page.shared, strict=True)]
    of_title = lines[title].content if title >= 0 else frozenset()
    yield [len(line.content & of_title) for line in lines]
    yield page.title_scores
    yield [size for size in blocks for _ in range(size)]
    yield [page.words or 1] * count
    yield [count] * count
    yield [sum(known) / count] * count
    yield [sum(page.blanks) / count] * count
    yield [len(page.sentences) / count] * count


def _scores(scores: list[float]) -> Iterator[list[float]]:
    """Scores of the line, of those beside it, and their means over so many."""
    yield scores
    yield [_NO_SCORE, *scores[:-1]]
    yield [*scores[1:], _NO_SCORE]
    yield from (_means(scores, reach) for reach in _REACHES)
    backwards = scores[::-1]
    yield from (_means(backwards, reach)[::-1] for reach in _REACHES)


def _means(values: list[float], reach: int) -> list[float]:
    """The mean of up to ``reach`` values before each; 0 for the first.

    >>> _means([1.0, 3.0, 0.0], 2)
    [0.0, 1.0, 2.0]
    """
    sums, count = [0.0, *accumulate(values)], len(values)
    start = [0.0, *(sums[i] / i for i in range(1, min(reach, count)))]
    return start + [(b - a) / reach for a, b in zip(sums, sums[reach:count], strict=False)]


def _weighed(scores: list[float], chars: list[int]) -> Iterator[list[float]]:
    """Mean scores of the characters of a few lines before each line, and after it."""
    weighed = [score * size for score, size in zip(scores, chars, strict=True)]
    yield _shares(weighed, chars)
    yield _shares(weighed[::-1], chars[::-1])[::-1]


def _shares(parts: list[float], wholes: list[int]) -> list[float]:
    """Sums of parts over sums of wholes, of the few lines before each."""
    part, whole = [0.0, *accumulate(parts)], [0, *accumulate(wholes)]
    near, count = min(_WEIGHED, len(parts)), len(parts)
    start = [part[i] / (whole[i] or 1) for i in range(near)]
    return start + [
        (part[i] - part[i - near]) / (whole[i] - whole[i - near]) for i in range(near, count)
    ]


def _blocks(blanks: Sequence[bool]) -> list[int]:
    """How many lines each block has.

    >>> _blocks([True, False, True, True, False])
    [2, 1, 2]
    """
    starts = [i for i, blank in enumerate(blanks) if blank]
    return [end - start for start, end in pairwise([*starts, len(blanks)])]


def _block_means(scores: list[float], blocks: list[int]) -> list[float]:
    """The mean score of its block, for each line."""
    sums = [0.0, *accumulate(scores)]
    means, start = [], 0
    for size in blocks:
        means += [(sums[start + size] - sums[start]) / size] * size
        start += size
    return means


def _looks(lines: Sequence[LineFeatures]) -> Iterator[list[int]]:
    """What each line looks like by itself; words as places in the lists above."""
    yield [line.chars for line in lines]
    yield [line.words for line in lines]
    yield [_ORDER.get(line.shape, _KNOWN) for line in lines]
    yield [_KIND[line.kind] for line in lines]
    yield [_EDGE[line.start] for line in lines]
    yield [_EDGE[line.end] for line in lines]


def _share(line: LineFeatures, shared: int) -> float:
    """The share of the longer words of a line that the article uses too; -1 if it has none."""
    return shared / len(line.content) if line.content else -1.0


def _text(lines: Sequence[LineFeatures], known: list[bool]) -> Iterator[Sequence[float]]:
    """Where the words in sentences are, where known residue is, and what lies between."""
    words = [line.words if line.sentence else 0 for line in lines]
    sums, total = [0, *accumulate(words)], sum(words) or 1
    yield [before / total for before in sums[:-1]]
    yield [(total - upto) / total for upto in sums[1:]]
    kinds = [_KIND[line.kind] for line in lines]
    yield _last(kinds)
    yield _last(kinds[::-1])[::-1]
    yield from _since(lines, known)
    yield _words_since(words, known)
    yield _words_since(words[::-1], known[::-1])[::-1]
    yield [*accumulate(known[:0:-1], initial=0)][::-1]


def _since(lines: Sequence[LineFeatures], known: list[bool]) -> Iterator[list[int]]:
    """Lines since known residue of any kind, since « Lire aussi », since a signature."""
    yield _distances(known)
    yield _distances([line.sure and line.kind == "related" for line in lines])
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


def _last(values: Sequence[int]) -> list[int]:
    """The last value before each that is not 0.

    >>> _last([0, 3, 0, 2])
    [0, 0, 3, 3]
    """
    return list(accumulate(values[:-1], lambda last, value: value or last, initial=0))


def _words_since(words: Sequence[int], flags: Sequence[bool]) -> list[int]:
    """Words since the last line with a flag, before each line.

    >>> _words_since([5, 1, 7, 9], [False, True, False, False])
    [0, 5, 0, 7]
    """
    found, total = [], 0
    for count, flag in zip(words, flags, strict=True):
        found.append(total)
        total = 0 if flag else total + count
    return found
