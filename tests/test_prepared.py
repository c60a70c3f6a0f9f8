"""Patterns that were taken apart when the wheel was built."""

from __future__ import annotations

from pathlib import Path

import pytest

from frclean.document import Document
from frclean.language.lexicon import lexicon
from frclean.language.notation import Notation
from frclean.language.patterns import checksum
from frclean.rules import ALL_RULES, RuleBook
from frclean.rules._prepared import Prepared, read, write
from frclean.rules.kinds import Good, TokenRule
from frclean.rules.phrases import PhraseRule


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("data") / "patterns.bin"
    write(path)
    return path


@pytest.fixture(scope="module")
def known(path: Path) -> Prepared:
    return read(path)


def test_every_pattern_is_known_and_comes_to_what_its_text_says(known: Prepared) -> None:
    notation = Notation(lexicon().frequency)
    texts = {text for rule in ALL_RULES for text in (*rule.patterns, *rule.sure_patterns)}

    assert texts <= known.notation.patterns.keys()
    for text, elements in known.notation.patterns.items():
        assert notation.pattern(text) == elements
        assert {predicate for predicate, *_ in elements} <= known.notation.predicates.keys()
    for expression, terms in known.notation.predicates.items():
        assert notation.predicate(expression) == terms


def test_phrases_are_known_by_what_they_read(known: Prepared) -> None:
    rules = [rule for rule in ALL_RULES if isinstance(rule, PhraseRule)]

    assert known.phrases == {checksum(rule.phrases): rule.read_patterns() for rule in rules}
    assert all(rule.patterns == rule.read_patterns() for rule in rules)


@pytest.mark.parametrize("sure", [False, True])
def test_patterns_are_filed_where_they_would_be_without_the_file(
    known: Prepared, tmp_path: Path, sure: bool
) -> None:
    fresh = RuleBook(ALL_RULES, sure=sure, known=read(tmp_path / "missing"))

    assert RuleBook(ALL_RULES, sure=sure, known=known).index.anchors == fresh.index.anchors


def test_a_rule_that_is_newer_than_the_file_works(known: Prepared) -> None:
    rule = TokenRule(
        code="SPL999",
        name="new",
        message="« {found} » ?",
        why="",
        pattern='{"pont"} "neuf"',
        examples=(Good("Le Pont-Neuf."),),
    )
    assert rule.pattern not in known.notation.patterns
    book = RuleBook([*ALL_RULES, rule], known=known)
    analysis = book.analyser.analyse(Document.of("Le pont neuf.").text)

    assert "SPL999" in [finding.code for finding in book.find(analysis)]


def test_a_file_of_other_sources_is_not_read(path: Path, tmp_path: Path) -> None:
    stale = tmp_path / "patterns.bin"
    content = path.read_bytes()
    stale.write_bytes(bytes([content[0] ^ 1]) + content[1:])

    assert not read(stale).notation.patterns
