"""Threads share what a process has learnt about words, and come to the same results."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

import frclean
from frclean import rules
from frclean.testing import sample_scraped


@pytest.fixture
def quick_switches() -> object:
    """Threads take turns as often as they can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.parametrize("work", [frclean.clean, frclean.check], ids=["clean", "check"])
def test_threads_come_to_what_one_comes_to(work: object, quick_switches: object) -> None:
    assert callable(work)
    texts = [article.dirty for article in sample_scraped(60, seed=17)]
    expected = [work(text) for text in texts]
    rules._made_book.cache_clear()  # as in a process that has just begun

    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(work, texts + texts[::-1]))

    assert found == expected + expected[::-1]
