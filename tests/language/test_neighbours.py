"""What rules out most pairs of neighbours rules out none that begins something."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frclean.finding import Applicability
from frclean.language.neighbours import FIRST_CLASS, GROUPS, Columns, Sieve, grouped
from frclean.rules import ALL_RULES, RuleBook
from frclean.testing import french_articles
from frclean.testing.strategies import Article

BOOK = RuleBook((r for r in ALL_RULES if r.reach is Applicability.SAFE), sure=True)
MOST = 0xD800 - FIRST_CLASS

kinds = st.integers(0, (1 << 2 * GROUPS) - 1)


def _classes(kinds: list[int]) -> dict[str, int]:
    """A new class of each kind, with its kind."""
    columns, kind_of = Columns(), dict[str, int]()
    for kind in kinds:
        char = columns.take(kind)
        assert char is not None
        kind_of[char] = kind
    return kind_of


@given(french_articles())
def test_every_place_is_found_that_all_pairs_would_show(article: Article) -> None:
    signature, index = BOOK.analyser.analyse(article.text).signature, BOOK.index
    begins = [index._begin(a + b) is not None for a, b in itertools.pairwise(signature)]
    assert sorted(at for at, _ in index.places(signature)) == [
        at for at, something in enumerate(begins) if something
    ]


def test_most_pairs_are_ruled_out() -> None:
    """Of the pairs of a long text about one in eight is looked up."""
    text = "\n".join(example.text for rule in ALL_RULES for example in rule.examples)
    signature = BOOK.analyser.analyse(text).signature
    sieve = BOOK.index._sieve
    assert sieve is not None
    assert sum(map(bool, sieve(signature))) < len(signature) / 5


@given(st.lists(kinds, min_size=2, max_size=600))
def test_no_pair_is_ruled_out_whose_groups_meet(found: list[int]) -> None:
    """However many kinds there are, and whoever shares a column."""
    kind_of = _classes(found)
    known = list(kind_of)
    sieve = Sieve(known, kind_of.__getitem__)
    signature = "".join(known)
    may_begin = sieve(signature)
    for at, (left, right) in enumerate(itertools.pairwise(known)):
        if kind_of[left] & kind_of[right] >> GROUPS:
            assert may_begin[at]
    assert not may_begin[-1]


def test_classes_that_come_later_are_learnt() -> None:
    kind_of, known = _classes([1, 1 << GROUPS]), list[str]()
    sieve = Sieve(known, kind_of.__getitem__)
    assert sieve("") == b""
    known += kind_of
    assert [bool(byte) for byte in sieve("".join(known))] == [True, False]


@pytest.mark.parametrize("many", [1, 7, 5000])
def test_all_characters_are_given_once(many: int) -> None:
    """Of one kind, of some, of more than there are columns."""
    columns = Columns()
    taken = [columns.take(number % many * 0x9E3779B1 & 0xFFFFFFFF) for number in range(MOST)]
    chars = [char for char in taken if char is not None]
    assert len(set(chars)) == len(chars) > MOST * 9 // 10
    assert all(FIRST_CLASS <= ord(char) < 0xD800 for char in chars)


def test_patterns_that_share_words_share_a_group() -> None:
    """Frequent words on the left and on the right are kept apart."""
    share = {1: 0.5, 2: 0.01, 3: 0.5, 4: 0.01}.__getitem__
    groups = grouped([[(1, 2)], [(2, 3)], [(1, 4)], [(1, 2)]], share)
    assert groups[0] == groups[2] == groups[3] != groups[1]
