"""The step: finds the article, then says which other lines are residue of the page."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from frclean.boilerplate.codes import KINDS
from frclean.boilerplate.features import LineFeatures
from frclean.boilerplate.gate import the_gate
from frclean.boilerplate.html import looks_like_html
from frclean.boilerplate.judge import judge, line_features
from frclean.boilerplate.learnt import INNER_EDGE, LearntLine, LearntLines
from frclean.boilerplate.lines import LONG, Line, fold, key_of, split_lines
from frclean.boilerplate.metadata import Metadata
from frclean.boilerplate.model import Model, the_model
from frclean.boilerplate.page import Page
from frclean.boilerplate.reading import read_metadata
from frclean.boilerplate.reasons import kind_of, reason_of
from frclean.boilerplate.report import Verdict, findings
from frclean.document import Document, Span
from frclean.finding import Applicability, Finding

__all__ = ["Boilerplate"]

MAX_ROUNDS = 8
"""Rounds until nothing more goes. Of 1,200 pages 94 % need one round, and one needs eight; a
text that needs more is not understood, and nothing is taken out of it."""
BUDGET = 0.5
"""The most that may go of the words in sentences. Whole pages lose a third at times (comments,
cookie notices); an article that would lose half is a misjudged one."""


_SETTLED_TEXTS = 16
_settled: dict[tuple[str | None, str], None] = {}
"""The last texts that were left when everything had gone: the engine asks about them next."""


def _remember(learnt: str | None, document: Document) -> None:
    most = 1 if len(document.text) > _LONG else _SETTLED_TEXTS
    with _remembering:
        while len(_settled) >= most:
            del _settled[next(iter(_settled))]
        _settled[learnt, document.text] = None


_remembering = threading.Lock()
_LONG = 200_000
"""A text of more characters is remembered alone."""


@dataclass(frozen=True)
class Boilerplate:
    r"""Captcha, login, share, cookie, comment and menu lines go; the article stays.

    ``learnt`` is the file of repeated lines that ``frclean learn`` wrote. Without ``reasons``
    findings say what goes, not why.

    >>> step = Boilerplate()
    >>> text = "Il a neigé toute la nuit sur le col, et la route est fermée.\n\nCaptcha"
    >>> [(finding.code, finding.found) for finding in step(Document.of(text))]
    [('BPL001', 'Captcha')]
    """

    learnt: str | None = None
    reasons: bool = True

    def at_least(self, floor: Applicability) -> Boilerplate:
        """The same step, for a caller that applies what comes up to ``floor`` and reads nothing."""
        return replace(self, reasons=False)

    def __call__(self, document: Document) -> Iterable[Finding]:
        """Findings whose fixes take residue out of ``document.text``."""
        text = document.text
        if (self.learnt, text) in _settled:
            return ()
        if looks_like_html(text):
            return (_whole_text("html", text),)
        if not self._keys and the_gate().passes(text):
            return ()
        lines = split_lines(text)
        verdicts = _Rounds(lines, self._keys, reasons=self.reasons).run()
        if verdicts is None:
            return (_whole_text("budget", text),)
        if not verdicts:
            return ()
        found = findings(text, lines, verdicts)
        _remember(self.learnt, document.apply(edit for f in found for edit in f.fixes[0].edits))
        return found

    def metadata(self, document: Document) -> Metadata:
        """Title, section, signature, dates: what the lines around the article say."""
        lines = split_lines(document.text)
        rounds = _Rounds(lines, {})
        return read_metadata(lines, rounds.page(range(len(lines))))

    @property
    def digest(self) -> str:
        """Changes when what the step would do changes."""
        parts = (the_model().digest, self._learnt.to_toml())
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]

    @cached_property
    def _learnt(self) -> LearntLines:
        return LearntLines.read(self.learnt) if self.learnt else LearntLines()

    @cached_property
    def _keys(self) -> Mapping[tuple[str, str], LearntLine]:
        return self._learnt.keys()


class _Features(dict[str, LineFeatures]):
    """Line -> its features, made when first asked for.

    ``before`` are those of the last text, which may be asked about again with a few lines changed.
    """

    def __init__(self, model: Model, before: Mapping[str, LineFeatures]) -> None:
        self._model = model
        self._before = before

    def __missing__(self, line: str) -> LineFeatures:
        found = self[line] = self._before.get(line) or line_features(line, self._model)
        return found


_last_features: Mapping[str, LineFeatures] = {}


def _new_features(model: Model) -> _Features:
    global _last_features
    # As a dict without what was before it, or every text would stay.
    found = _last_features = _Features(model, dict(_last_features))
    return found


MANY_LINES = 500
"""Of a text with more lines only those near a line that looks like residue by itself are judged:
it is a book or a log rather than a page, and one odd line in it says little of the others."""
NEAR_LINES = 100


class _Rounds:
    """Judges lines again and again among those that are left, until nothing more goes.

    So what is proposed at once is all that would ever go: a second call finds nothing.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        learnt: Mapping[tuple[str, str], LearntLine],
        *,
        reasons: bool = False,
    ) -> None:
        self.lines = lines
        self.learnt = learnt
        self.reasons = reasons
        self.model = the_model()
        numbers = [line.number for line in lines]
        self.blanks = [True, *(b - a > 1 for a, b in pairwise(numbers))]
        self.features = _new_features(self.model)

    def run(self) -> list[Verdict] | None:
        """The verdicts in order; None if so much would go that the text is not understood."""
        left = list(range(len(self.lines)))
        verdicts: list[Verdict] = []
        for _ in range(MAX_ROUNDS):
            found = self._round(left)
            if not found:
                return (
                    sorted(verdicts, key=lambda v: v.index) if self._affordable(verdicts) else None
                )
            verdicts += found
            gone = {verdict.index for verdict in found}
            left = [i for i in left if i not in gone]
        return None

    def page(self, left: Sequence[int]) -> Page:
        """The page that the lines at these indices make."""
        texts = [self.lines[i].text for i in left]
        return Page([self.features[text] for text in texts], texts, self._blanks_of(left))

    def _round(self, left: Sequence[int]) -> list[Verdict]:
        return [verdict for piece in self._pieces(left) for verdict in self._judged(piece)]

    def _pieces(self, left: Sequence[int]) -> Iterator[Sequence[int]]:
        """What is judged as one page: all, or, of a book, what is near lines that look amiss."""
        if len(left) <= MANY_LINES or self.learnt:
            yield left
            return
        loud = (place for place, i in enumerate(left) if self.lines[i].text in self._loud)
        start = end = 0
        for place in loud:
            if place - NEAR_LINES > end:
                if end:
                    yield left[start:end]
                start = place - NEAR_LINES
            end = place + NEAR_LINES + 1
        if end:
            yield left[start:end]

    @cached_property
    def _loud(self) -> frozenset[str]:
        return the_gate().loud_lines(line.text for line in self.lines)

    def _judged(self, left: Sequence[int]) -> list[Verdict]:
        """Verdicts on the lines at these indices, as one page."""
        page = self.page(left)
        found = {
            judgement.index: Verdict(
                left[judgement.index],
                kind_of(page, judgement.index),
                reason_of(page, judgement) if self.reasons else "",
            )
            for judgement in judge(page, self.model)
        }
        if self.learnt:
            found |= {i: Verdict(left[i], "learnt", why) for i, why in self._learnt_in(page)}
        return list(found.values())

    def _blanks_of(self, left: Sequence[int]) -> list[bool]:
        """A blank line stands between two lines that are left if one stood anywhere between."""
        if len(left) == len(self.lines):
            return self.blanks
        return [any(self.blanks[a + 1 : b + 1]) for a, b in pairwise([-1, *left])]

    def _learnt_in(self, page: Page) -> Iterator[tuple[int, str]]:
        """Learnt lines above or behind the article, or among its outermost sentences."""
        for i, text in enumerate(page.texts):
            end = "head" if i < page.first + INNER_EDGE else "foot"
            if page.first + INNER_EDGE <= i <= page.last - INNER_EDGE:
                continue
            if line := self.learnt.get((end, key_of(fold(text[: 2 * LONG])))):
                where = f"sur {line.count} des {line.pages} articles de {line.site}"
                yield i, f"apprise : la même ligne se trouve {where}"

    def _affordable(self, verdicts: Sequence[Verdict]) -> bool:
        """True if what goes is no large part of the sentences that were judged."""
        judged = (self.features.get(line.text) for line in self.lines)
        words = sum(line.words for line in judged if line and line.sentence)
        going = (self.features[self.lines[verdict.index].text] for verdict in verdicts)
        return sum(line.words for line in going if line.sentence) <= BUDGET * words


def _whole_text(kind: str, text: str) -> Finding:
    """A finding about the text as a whole, without a fix."""
    code = KINDS[kind]
    found = text.split("\n", 1)[0][:80]
    return Finding(code.code, code.name, code.message, Span(0, len(found)), found, (), code.why)
