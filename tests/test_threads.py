"""Threads share what a process has learnt about words, and come to the same results."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

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


# A new process, because classes, books and automata are made once; switching often finds races.
SCRIPT = """
import sys
from concurrent.futures import ThreadPoolExecutor
sys.setswitchinterval(1e-6)
sys.path.insert(0, sys.argv[1])
import articles
import frclean
texts = [row["text"] for row in articles.rows(30)]
pipeline = frclean.Pipeline()
with ThreadPoolExecutor(4) as threads:
    found = list(threads.map(lambda _: [pipeline.clean(text) for text in texts], range(4)))
assert found == [[pipeline.clean(text) for text in texts]] * 4
"""


def test_threads_clean_as_one_does() -> None:
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(Path(__file__).parent)],
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
