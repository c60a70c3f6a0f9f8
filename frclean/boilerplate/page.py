"""A text as a whole: where its article is, which lines may be its title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import compress
from operator import itemgetter

from frclean.boilerplate.body import densest_run
from frclean.boilerplate.features import PATH_SIGN, LineFeatures

__all__ = ["Page"]

# How a title is told was tuned on the title lines of the training pages.
_TITLE_REACH = 30
"""Lines above the text in which the title is looked for; further up are menus."""
_TITLE_DEPTH = 2
"""Lines at the top of the text that may be the title: « Faut-il … ? » reads as a sentence."""
_TITLE_STEP = 0.3
"""What each line between a title and the text costs."""
_LEAST_TITLE = 3.0
_NEXT_TITLE = 2.0
"""What other candidates must score: under the title of a page stands the name of its section."""
_BEHIND = 3.0
"""By how much they may score less than the best."""
_LONGEST_TITLE = 200

_ENTRY_REACH = 5
"""Lines above the text in which one word of its first sentence is the title: « Canal »."""
_PATH_REACH = 3
"""Lines between a path and the title that it ends in."""
_QUESTION_REACH = 20
"""Lines above the text in which a question that speaks of it is its title."""
_LEAST_SCORE = -1.5
"""What the words of such a title may score by themselves: not what known residue does."""

_FAR_TITLE = 60
_TITLE_WORDS = 3
"""Words that a line far above must share with the text."""
_SAME_WORDS = 4.0
"""What a title must score, however far above, if the text has all of its longer words."""
_LONG_TITLE = 4
"""Blanks in a title that is known again inside another line, or when it is cut short."""


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
        once: set[bytes] = set()
        twice: set[bytes] = set()
        for line in compress(self.lines, inside):
            twice |= once & line.content
            once |= line.content
        return [
            len(line.content & (twice if own else once))
            for line, own in zip(self.lines, inside, strict=True)
        ]

    @cached_property
    def title(self) -> int:
        """The line above the text, or at its top, that looks most like a title; -1 if none does."""
        best, title = max(self._ranked, default=(0.0, -1), key=itemgetter(0))
        return title if best > _LEAST_TITLE else -1

    @cached_property
    def _ranked(self) -> list[tuple[float, int]]:
        """What lines near the top of the text score, less what stands between; the last first."""
        found, passed = [], 0.0
        for i in range(min(self.first + _TITLE_DEPTH, len(self.lines)) - 1, self._top, -1):
            found.append((self.title_scores[i] - passed, i))
            if i < self.first and not self._accompanies[i]:
                passed += _TITLE_STEP
        return found

    @cached_property
    def titles(self) -> frozenset[int]:
        """Lines that may be the title, and what repeats one of them: in paths, below the text.

        Pages with long headers have it far above the text, over a date, a signature, buttons.
        """
        far = range(max(0, self.first - _FAR_TITLE), self.first)
        found = {self.title, *self._next_titles} - {-1}
        found |= {i for i in far if self._may_be_title(i) or self._names_text(i)}
        keys = {self.lines[i].key for i in found}
        whole = tuple(key for key in keys if key.count(" ") >= _LONG_TITLE)
        return frozenset(found) | {
            i
            for i, line in enumerate(self.lines)
            if line.key in keys
            or (whole and line.words > _LONG_TITLE and _repeats(line.key, whole))
        }

    def _may_be_title(self, i: int) -> bool:
        """True for a line above the text that speaks of what the text does."""
        score, shared, words = self.title_scores[i], self.shared[i], len(self.lines[i].content)
        if shared == words > 1 and score > _SAME_WORDS:
            return True
        enough = score > 0 and shared >= max(_TITLE_WORDS, words / 2)
        return enough and any(self._accompanies[i + 1 : i + 5])

    @property
    def _next_titles(self) -> list[int]:
        """Lines that look nearly as much like the title as the one that is taken for it."""
        if self.title < 0:
            return []
        least = max(_NEXT_TITLE, max(self._ranked)[0] - _BEHIND)
        return [i for score, i in self._ranked if score >= least]

    def _names_text(self, i: int) -> bool:
        """True for a line that a path ends in, that the first sentence is about, or that asks."""
        line, below = self.lines[i], self.first - i
        if line.score < _LEAST_SCORE or line.start in _NO_TITLE_STARTS or not _has_form(line):
            return False
        if self._ends_path(i):
            return True
        if line.end == "question" and line.words > 2 and self.shared[i] > 1:
            return below <= _QUESTION_REACH
        is_alone = below <= _ENTRY_REACH and self.copies[line.key] == 1
        return is_alone and bool(line.content) and line.content <= self.lines[self.first].content

    def _ends_path(self, i: int) -> bool:
        """True for « Titre » below « Accueil > Titre »."""
        key = self.lines[i].key
        above = [self.lines[j].key for j in self._paths if 0 < i - j <= _PATH_REACH]
        return len(key) > 3 and any(path.endswith(key) for path in above)

    @cached_property
    def _paths(self) -> list[int]:
        """Lines above the text that may be a path."""
        top = max(0, self.first - _FAR_TITLE - _PATH_REACH)
        return [j for j in range(top, self.first) if PATH_SIGN.search(self.texts[j])]

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
        line = self.lines[i]
        if line.words < 2 or not _has_form(line):
            return 0.0
        score = min(self.shared[i], 6) / 2 + min(line.words, 12) / 6 + (line.words > 3) / 2
        score += 2 * max(-2.5, min(1.0, line.score)) + 2 * (self.copies[line.key] > 1)
        score += 1.5 * any(self._accompanies[i + 1 : i + 4])
        score += 1.5 * (self.blanks[i] and (i + 1 == len(self.lines) or self.blanks[i + 1]))
        return score - 2 * ((line.end in _NO_TITLE_ENDS) + (line.start in _NO_TITLE_STARTS))


def _has_form(line: LineFeatures) -> bool:
    """True for a line of a length and form that titles have."""
    if line.kind or line.chars > _LONGEST_TITLE or line.shape in _NO_TITLE:
        return False
    return not (line.end == "stop" and line.sentence)


def _repeats(key: str, titles: tuple[str, ...]) -> bool:
    """True for « Re: Titre d’un fil », and for the beginning of a long title.

    >>> _repeats("re: la halle qui ne ferme pas", ("la halle qui ne ferme pas",))
    True
    """
    if key.endswith(titles):
        return True
    return key.count(" ") >= _LONG_TITLE and any([title.startswith(key) for title in titles])  # noqa: C419


_NO_TITLE = frozenset(("signature", "counter", "signs"))
_NO_TITLE_STARTS = frozenset(("bullet", "sign", "dash", "digit", "lower", "continues"))
_NO_TITLE_ENDS = frozenset(("dots", "colon", "comma"))
_UNDER_TITLE = frozenset(("header", "share"))
