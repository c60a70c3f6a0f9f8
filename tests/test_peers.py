"""The figures of docs/benchmarks.md: how they are counted, and that the page shows them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from frclean.testing import sample_articles, sample_scraped

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))
import peer
import peers
import peers_page


def test_the_page_is_up_to_date() -> None:
    figures = json.loads(peers_page.FIGURES.read_text("utf-8"))
    baseline = json.loads(peers_page.BASELINE.read_text("utf-8"))

    shown = peers_page.PAGE.read_text("utf-8")
    assert peers_page.page(figures, baseline) == shown, "run python benchmarks/peers.py --page"


def test_what_is_whole_is_counted_as_whole() -> None:
    texts = list(sample_scraped(10, 3))

    found = peers.quality([(text, text.clean) for text in texts])

    assert set(found["repaired"].values()) == {1.0}
    assert found["body_lost"] == 0


def test_what_is_left_is_counted_as_left() -> None:
    texts = list(sample_scraped(10, 3))

    found = peers.quality([(text, text.dirty) for text in texts])

    assert found["repaired"]["residue"] == 0
    assert found["repaired"]["slips"] == 0
    assert found["body_lost"] == 0


def test_lost_body_is_counted() -> None:
    [text] = sample_scraped(1, 3)
    first, *rest = text.clean.split("\n\n")[1:]

    assert peers.lost_words(text.clean, "\n\n".join(rest)) >= len(first.split())
    assert peers.quality([(text, "")])["body_lost"] == 1


def test_harm_counts_words_and_blanks() -> None:
    articles = [article.text for article in sample_articles(2, 3)]
    first, second = articles
    changed = first.replace(" ", "\N{NO-BREAK SPACE}", 1)

    assert peers.harm(articles, articles) == {"texts": 2, "changed": 0, "per_million": 0}
    found = peers.harm(articles, [changed, second])
    assert found["changed"] == 0.5
    assert found["per_million"] == pytest.approx(1e6 / len(first + second))


def test_a_tool_is_spoken_to_in_a_process() -> None:
    tool = peers.Peer(sys.executable, "ftfy")
    answer = tool.ask(["L'Ã©tÃ©", "Rien."])
    tool.end()

    assert answer["outputs"] == ["L'été", "Rien."]
    assert answer["cpu"] >= 0
    assert answer["memory"] > 1
    assert tool.process.returncode == 0


def test_a_tool_that_is_not_there_says_why() -> None:
    with pytest.raises(RuntimeError, match="KeyError"):
        peers.Peer(sys.executable, "no such tool")


def test_a_slow_tool_stops_at_its_budget() -> None:
    assert peer.clean_within(str.upper, ["a", "b"], 60) == ["A", "B"]
    assert peer.clean_within(str.upper, ["a", "b"], -1) == ["A"]
