"""The laws themselves: they hold for what is lawful, and name what is not."""

from __future__ import annotations

import re

import pytest
from hypothesis import strategies as st

import frclean
from frclean.testing import (
    Article,
    LawError,
    assert_clean,
    assert_harmless,
    assert_idempotent,
    assert_only_removes_lines,
    assert_preserves,
    assert_repairs,
    assert_spans,
    mojibake,
    sample_scraped,
    scraped,
)
from frclean.testing.strategies import french_paragraphs


def _strip(text: str) -> str:
    return text.strip()


def _double(text: str) -> str:
    return text + "!"


def test_lawful_cleaners_pass() -> None:
    assert_idempotent(_strip, max_examples=20)
    assert_preserves(_strip, max_examples=20)
    assert_harmless(_strip, max_examples=20)
    assert_only_removes_lines(_strip, max_examples=20)
    assert_spans(lambda text: [], max_examples=20)


def test_the_smallest_text_is_shown() -> None:
    """Shrunk to the plainest article, with a diff of what is wrong."""
    with pytest.raises(LawError) as caught:
        assert_harmless(lambda text: text.replace("é", "e"))

    assert caught.value.law == "clean text must come back unchanged"
    assert len(caught.value.before) < 110
    assert "\n-" in str(caught.value)
    assert "\n+" in str(caught.value)


def test_cleaning_twice_is_seen() -> None:
    with pytest.raises(LawError, match="cleaning twice must be cleaning once"):
        assert_idempotent(_double, "Oui")
    with pytest.raises(LawError, match="cleaning twice"):
        assert_idempotent(_double, ["Oui", "Non"])


@pytest.mark.parametrize(
    ("kind", "text", "cleaner"),
    [
        ("digits", "Il a 12 ans.", lambda t: t.replace("12", "douze")),
        ("urls", "Voir https://exemple.org/a?b=1.", lambda t: t.replace("?b=1", "")),
        ("names", "Selon Claire Morel, oui.", str.lower),
        ("quotes", "« Un mot », dit-il.", lambda t: t.replace("Un mot", "Des mots")),
    ],
)
def test_what_is_lost_is_named(kind: str, text: str, cleaner) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(LawError, match=f"{kind} must be preserved\nlost: "):
        assert_preserves(cleaner, text, (kind,))
    assert_preserves(cleaner, "Rien à voir.", (kind,))


def test_lines_may_only_be_removed() -> None:
    text = "un\n\ndeux\ntrois"

    assert_only_removes_lines(lambda t: "un\ntrois", text)
    for broken in ("trois\nun", "un\nquatre", "un deux"):
        with pytest.raises(LawError, match="lines may only be removed"):
            assert_only_removes_lines(lambda t, left=broken: left, text)


def test_spans_must_lie_inside_and_slice_what_they_found() -> None:
    def finding(start: int, end: int, found: str) -> frclean.Finding:
        return frclean.Finding("X001", "x", "", frclean.Span(start, end), found)

    assert_spans(lambda text: [finding(0, 2, "un")], "un mot")
    with pytest.raises(LawError, match="spans must lie inside"):
        assert_spans(lambda text: [finding(0, 9, "un")], "un mot")
    with pytest.raises(LawError, match="a span must slice what was found"):
        assert_spans(lambda text: [finding(0, 2, "mot")], "un mot")


def test_repairs_are_counted_by_kind() -> None:
    texts = list(sample_scraped(30, seed=2, typos=0, noise=2, residue=0, encoding=0))

    rates = assert_repairs(frclean.Pipeline(["encoding", "whitespace"]).clean, texts, 0.99)

    assert set(rates.values()) == {1.0}
    with pytest.raises(LawError, match=re.escape("0.0% repaired, of 50.0% wanted: ")):
        assert_repairs(lambda text: text, texts, 0.5)


def test_mojibake_is_repaired() -> None:
    """Drawn by Hypothesis, the kinds that lose no letter."""
    assert_repairs(
        frclean.Pipeline(["encoding"]).clean,
        mojibake(french_paragraphs(min_sentences=4), kinds=["cp1252", "entities", "decomposed"]),
        0.99,
        max_examples=40,
    )


def test_assert_clean_says_everything() -> None:
    assert_clean("Le maire défend le projet.")
    with pytest.raises(AssertionError, match=r"^1 finding .*\n1:1: GRM001 "):
        assert_clean("Le coalition a frappé.")


@pytest.mark.parametrize("law", [assert_idempotent, assert_preserves, assert_harmless])
def test_texts_of_every_shape(law) -> None:  # type: ignore[no-untyped-def]
    article = Article("Un titre", ("Une phrase.",))

    for texts in ("un", article, ["un", article], st.just("un"), scraped(article)):
        law(_strip, texts)
    with pytest.raises(TypeError, match="texts must be str, Article or Scraped, not int"):
        law(_strip, [1])


def test_unknown_kinds_are_refused() -> None:
    with pytest.raises(ValueError, match="did you mean 'digits'"):
        assert_preserves(_strip, "un", ("digit",))
