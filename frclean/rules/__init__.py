"""Text the author got wrong: the rules, and the step that runs them.

To add a rule, write its record in the module of its theme; that is all: the tuple ``RULES`` of
each module listed here is the registry.
"""

from __future__ import annotations

import functools
import re
import threading
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from frclean.config import Config
from frclean.document import Document, Edit, Span
from frclean.engine import Shift
from frclean.finding import Applicability, Finding
from frclean.language.analysis import Analyser, Analysis
from frclean.language.classes import Classes
from frclean.language.context import context_model
from frclean.language.lexicon import lexicon
from frclean.language.patterns import Pattern, PatternIndex, PatternMatch, Place
from frclean.rules import (
    agreement,
    capitals,
    confused,
    conjugation,
    elision,
    expressions,
    homophones,
    hyphens,
    idioms,
    impossible,
    misplaced,
    soundalikes,
    spacing,
    spelling,
)
from frclean.rules._lists import LISTS
from frclean.rules._prepared import Prepared, prepared
from frclean.rules.kinds import Match, Rule, ScanRule, TokenRule

__all__ = ["ALL_RULES", "RuleBook", "Rules"]

_MODULES = (
    agreement,
    conjugation,
    homophones,
    confused,
    idioms,
    impossible,
    soundalikes,
    hyphens,
    elision,
    capitals,
    expressions,
    misplaced,
    spelling,
    spacing,
)

#: Every rule, in the order of the codes.
ALL_RULES: tuple[Rule, ...] = tuple(
    sorted((rule for module in _MODULES for rule in module.RULES), key=lambda rule: rule.code)
)


class _Patterns:
    """The patterns of some rules, and whose each is."""

    def __init__(
        self,
        rules: Iterable[Rule],
        classes: Classes,
        watch: Callable[[str], bool] | None,
        known: Prepared,
        *,
        sure: bool,
    ) -> None:
        rows = [
            (rule, Pattern(text, classes))
            for rule in rules
            for text in (rule.sure_patterns if sure else rule.patterns)
        ]
        self._owners = [rule for rule, _ in rows]
        patterns = [pattern for _, pattern in rows]
        self.index = PatternIndex(classes, patterns, watch, known.anchors, known.groups)
        self.places = self.index.places

    def matches(
        self, signature: str, places: Iterable[Place]
    ) -> Iterator[tuple[Rule, PatternMatch]]:
        """Every match at these places with its rule."""
        owners = self._owners
        return ((owners[i], found) for i, found in self.index.matches(signature, places))


class RuleBook:
    """Some rules, made ready to run together; ``sure``: to find SAFE hits alone.

    ``known`` is what is known of their patterns, if not what the wheel was built with.
    """

    def __init__(
        self, rules: Iterable[Rule], *, sure: bool = False, known: Prepared | None = None
    ) -> None:
        known = known or prepared()
        self.rules = tuple(rules)
        self.classes = Classes(lexicon(), LISTS, known.notation)
        self._unless: dict[str, tuple[Pattern, ...]] = {}
        for rule in self.rules:
            if isinstance(rule, TokenRule) and rule.unless:
                self._unless[rule.code] = tuple(Pattern(t, self.classes) for t in rule.unless)
        self._scanning = tuple(rule for rule in self.rules if type(rule).scan is not Rule.scan)
        self._patterns = _Patterns(self.rules, self.classes, self._watch(), known, sure=sure)
        # What is asked of the whole text when the rest is asked of a few lines.
        wide = [(r, text) for r in self.rules if r.whole_text for text in r.patterns]
        self._wide = [(rule, Pattern(text, self.classes)) for rule, text in wide]
        self.analyser = Analyser(self.classes)

    @property
    def index(self) -> PatternIndex:
        """The patterns of all the rules."""
        return self._patterns.index

    def _watch(self) -> Callable[[str], bool] | None:
        """What to ask of each pair of classes for the rules that look at odd ones."""
        if not any(isinstance(rule, ScanRule) and rule.odd_pairs for rule in self.rules):
            return None

        def is_odd(pair: str) -> bool:
            return context_model(lexicon()).gate(self.classes).is_odd(pair)

        return is_odd

    def find(
        self, analysis: Analysis, lang: str = "fr", within: Sequence[range] | None = None
    ) -> Iterator[Finding]:
        """Everything the rules have to say, in no order.

        They are looked for ``within`` ranges of tokens, if given, but for those of rules that ask
        for the habits of the whole text.
        """
        unless = self._unless
        may_be_foreign, is_foreign = analysis.may_be_foreign, analysis.is_mostly_foreign
        analysis.within = within
        for rule, found in self._matches(analysis, within):
            # What is foreign would be dropped in the end; few matches get so far.
            if is_foreign and analysis.is_foreign(found.start):
                continue
            match = Match(analysis, found)
            if rule.code in unless and self._is_excused(rule, match):
                continue
            for hit in rule.hits(match):
                if may_be_foreign and analysis.is_foreign(found.start):
                    break
                yield rule.finding(hit, analysis, lang)
        for rule in self._scanning:
            for hit in rule.scan(analysis):
                yield rule.finding(hit, analysis, lang)

    def _matches(
        self, analysis: Analysis, within: Sequence[range] | None
    ) -> Iterator[tuple[Rule, PatternMatch]]:
        signature = analysis.signature
        places = self._patterns.places(signature, within)
        analysis.odd_pairs = [at for at, begin in places if begin.is_watched]
        yield from self._patterns.matches(signature, places)
        if within is not None:
            yield from self._everywhere(signature)

    def _everywhere(self, signature: str) -> Iterator[tuple[Rule, PatternMatch]]:
        for rule, pattern in self._wide:
            for at in self.classes.indexes(signature, pattern.elements[0].predicate):
                found = pattern.match_at(signature, at, 0)
                if found is not None:
                    yield rule, found

    def _is_excused(self, rule: Rule, match: Match) -> bool:
        """True where one of the rule's ``unless`` patterns covers what is marked."""
        marked_start, marked_end = match.found.marked
        signature = match.analysis.signature
        for pattern in self._unless[rule.code]:
            for start in range(max(0, marked_start - 8), marked_end):
                other = pattern.match_at(signature, start, 0)
                if other is None:
                    continue
                if other.marked[0] < marked_end and marked_start < other.marked[1]:
                    return True
        return False


#: Held while a book is asked for: two threads that come at once must not get two books, because
#: the signatures of one mean nothing to the other.
_OPENING = threading.Lock()


def _book(codes: frozenset[str], *, sure: bool) -> RuleBook:
    with _OPENING:
        return _made_book(codes, sure=sure)


@functools.lru_cache(maxsize=16)
def _made_book(codes: frozenset[str], *, sure: bool) -> RuleBook:
    return RuleBook((rule for rule in ALL_RULES if rule.code in codes), sure=sure)


@functools.lru_cache(maxsize=64)
def _codes(config: Config, floor: Applicability) -> frozenset[str]:
    return frozenset(
        rule.code
        for rule in ALL_RULES
        if rule.reach.rank >= floor.rank and config.is_on(rule.code, by_default=not rule.preview)
    )


@dataclass(frozen=True)
class Rules:
    """The step that runs the rules which are on, and whose surest fixes come up to ``floor``."""

    config: Config
    floor: Applicability = Applicability.DISPLAY

    def at_least(self, floor: Applicability) -> Rules:
        """The same step, for a caller that applies what comes up to ``floor`` and reads no more."""
        # Where UNSAFE fixes are applied, what is only shown may still silence a shy rule.
        return Rules(self.config, floor) if floor is Applicability.SAFE else self

    def __call__(self, document: Document) -> list[Finding]:
        """What the rules say about the text."""
        book, analysis = self._opened(document)
        findings = list(book.find(analysis, self.config.lang))
        return _closed(findings, analysis)

    def analysis(self, document: Document) -> Analysis:
        """The words and sentences of the text, as the rules see them."""
        return self._opened(document)[1]

    def again(
        self, document: Document, edits: Sequence[Edit], left: Sequence[Finding]
    ) -> list[Finding]:
        """What they say after ``edits``: new on the lines that these touch, the same elsewhere."""
        book, analysis = self._opened(document, edits)
        changed = sum(len(_WORD_PARTS.findall(text)) + 1 for _, text in edits)
        if analysis.may_have_been_foreign(changed):
            # What is no longer another language may stand on any line.
            return _closed(list(book.find(analysis, self.config.lang)), analysis)
        shift = Shift(edits)
        touched = _lines_around(document.text, shift.edited)
        kept = [
            finding
            for finding in map(shift.finding, left)
            if finding.code not in _WHOLE_TEXT and not _is_in(finding, touched)
        ]
        new = book.find(analysis, self.config.lang, analysis.tokens_of_lines(touched))
        fresh = [f for f in new if f.code in _WHOLE_TEXT or _is_in(f, touched)]
        return _closed(kept + fresh, analysis)

    def _opened(self, document: Document, edits: Sequence[Edit] = ()) -> tuple[RuleBook, Analysis]:
        sure = self.floor is Applicability.SAFE
        book = _book(_codes(self.config, self.floor), sure=sure)
        analysis = book.analyser.analyse(document.text, edits)
        analysis.words = self.config.words
        analysis.only_sure = sure
        return book, analysis


#: A repair takes about as many of these away as it brings.
_WORD_PARTS = re.compile(r"\w+")


def _closed(findings: list[Finding], analysis: Analysis) -> list[Finding]:
    """The findings that stay, once all are known; the analysis is done with."""
    if findings:
        findings = _without_overlaps(findings, analysis)
    analysis.forget()
    return findings


def _lines_around(text: str, spans: Iterable[Span]) -> list[Span]:
    """The lines that hold the spans, with a line before and behind: a rule looks no further."""
    found: list[Span] = []
    for span in spans:
        start = text.rfind("\n", 0, max(0, text.rfind("\n", 0, span.start)))
        end = text.find("\n", text.find("\n", span.end) + 1 or len(text))
        lines = Span(max(0, start), len(text) if end < 0 else end)
        if found and lines.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(lines.end, found[-1].end))
        else:
            found.append(lines)
    return found


def _is_in(finding: Finding, spans: Sequence[Span]) -> bool:
    """True if a finding stands in one of the spans, which are in order."""
    at = bisect_right(spans, finding.span.start, key=lambda span: span.start) - 1
    return at >= 0 and finding.span.start <= spans[at].end


def _without_overlaps(findings: list[Finding], analysis: Analysis) -> list[Finding]:
    """Of findings about the same words, the one that is surest; none in other languages."""
    # Surest first; then those with a repair; then the widest, which has seen most.
    findings.sort(
        key=lambda f: (-f.applicability.rank, not f.fixes, f.span.start - f.span.end, f.code)
    )
    taken: list[Finding] = []
    by_block: dict[int, list[Finding]] = {}
    for finding in findings:
        # Blocks of 64 characters keep this linear in the number of findings.
        blocks = range(finding.span.start // 64, finding.span.end // 64 + 1)
        rivals = (rival for block in blocks for rival in by_block.get(block, ()))
        if any(_same_place(finding, rival) for rival in rivals):
            continue
        if analysis.is_foreign(analysis.index_at(finding.span.start)):
            continue
        taken.append(finding)
        for block in blocks:
            by_block.setdefault(block, []).append(finding)
    return sorted(_without_shy(taken, analysis), key=lambda f: f.span)


_WHOLE_TEXT = frozenset(rule.code for rule in ALL_RULES if rule.whole_text)
_SHY = frozenset(rule.code for rule in ALL_RULES if rule.shy)
#: Within so many words of another finding, shy rules are silent.
_SHY_REACH = 2


def _without_shy(findings: list[Finding], analysis: Analysis) -> list[Finding]:
    """The findings less those that are probably echoes of others."""
    if not any(finding.code in _SHY for finding in findings):
        return findings
    taken = {
        near
        for finding in findings
        if finding.code not in _SHY
        for near in range(
            analysis.index_at(finding.span.start) - _SHY_REACH,
            analysis.index_at(max(finding.span.start, finding.span.end - 1)) + _SHY_REACH + 1,
        )
    }
    return [
        finding
        for finding in findings
        if finding.code not in _SHY or analysis.index_at(finding.span.start) not in taken
    ]


def _same_place(one: Finding, other: Finding) -> bool:
    return one.span.overlaps(other.span) or one.span == other.span
