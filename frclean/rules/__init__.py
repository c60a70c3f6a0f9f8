"""Text the author got wrong: the rules, and the step that runs them.

To add a rule, write its record in the module of its theme; that is all: the tuple ``RULES`` of
each module listed here is the registry.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from frclean.config import Config
from frclean.document import Document
from frclean.finding import Finding
from frclean.language.analysis import Analyser, Analysis
from frclean.language.classes import Classes
from frclean.language.lexicon import lexicon
from frclean.language.patterns import Pattern, PatternIndex
from frclean.rules import (
    agreement,
    capitals,
    confused,
    conjugation,
    elision,
    expressions,
    homophones,
    hyphens,
    impossible,
    misplaced,
    soundalikes,
    spacing,
    spelling,
)
from frclean.rules.kinds import Match, Rule, TokenRule

__all__ = ["ALL_RULES", "RuleBook", "Rules"]

_MODULES = (
    agreement,
    conjugation,
    homophones,
    confused,
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


class RuleBook:
    """Some rules, made ready to run together."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self.classes = Classes(lexicon())
        patterns: list[Pattern] = []
        self._owners: list[Rule] = []
        self._unless: dict[str, tuple[Pattern, ...]] = {}
        for rule in self.rules:
            for text in rule.patterns:
                patterns.append(Pattern(text, self.classes))
                self._owners.append(rule)
            if isinstance(rule, TokenRule) and rule.unless:
                self._unless[rule.code] = tuple(Pattern(t, self.classes) for t in rule.unless)
        self._scanning = tuple(rule for rule in self.rules if type(rule).scan is not Rule.scan)
        self._index = PatternIndex(self.classes, patterns)
        self.analyser = Analyser(self.classes)

    def find(self, analysis: Analysis, lang: str = "fr") -> Iterator[Finding]:
        """Everything the rules have to say, in no order."""
        owners, unless = self._owners, self._unless
        may_be_foreign = analysis.may_be_foreign
        for number, found in self._index.matches(analysis.signature):
            if may_be_foreign and analysis.is_foreign(found.start):
                continue
            rule, match = owners[number], Match(analysis, found)
            if rule.code in unless and self._is_excused(rule, match):
                continue
            for hit in rule.hits(match):
                yield rule.finding(hit, analysis, lang)
        for rule in self._scanning:
            for hit in rule.scan(analysis):
                yield rule.finding(hit, analysis, lang)

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


@functools.lru_cache(maxsize=16)
def _book(codes: frozenset[str]) -> RuleBook:
    return RuleBook(rule for rule in ALL_RULES if rule.code in codes)


@functools.lru_cache(maxsize=64)
def _codes(config: Config) -> frozenset[str]:
    return frozenset(
        rule.code for rule in ALL_RULES if config.is_on(rule.code, by_default=not rule.preview)
    )


@dataclass(frozen=True)
class Rules:
    """The step that runs the rules which are on."""

    config: Config

    def __call__(self, document: Document) -> list[Finding]:
        """What the rules say about the text."""
        book = _book(_codes(self.config))
        analysis = book.analyser.analyse(document.text)
        analysis.words = self.config.words
        findings = list(book.find(analysis, self.config.lang))
        if findings:
            findings = _without_overlaps(findings, analysis)
        analysis.forget()
        return findings


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
