"""Laws of edits, maps and layers, for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frclean import Applicability, Document, Edit, Finding, Fix, Pipeline, Span
from frclean.engine import choose, compose, invert
from tests.budget import cheap


@st.composite
def edits(draw: st.DrawFn, text: str) -> list[Edit]:
    """Some edits of a text that do not collide, in order."""
    cuts = draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True).map(sorted))
    spans = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return [Edit(span, draw(st.text("xyz ", max_size=4))) for span in spans]


@st.composite
def texts_and_two_layers(draw: st.DrawFn) -> tuple[str, list[Edit], list[Edit]]:
    text = draw(st.text("abcdef\n", max_size=30))
    first = draw(edits(text))
    second = draw(edits(Document.of(text).apply(first).text))
    return text, first, second


@cheap
@given(texts_and_two_layers())
def test_two_layers_compose_into_one(layers: tuple[str, list[Edit], list[Edit]]) -> None:
    """One list of edits does what two lists in a row do."""
    text, first, second = layers
    between = Document.of(text).apply(first)
    total = compose(first, second, text, between.text)

    assert between.apply(second).text == Document.of(text).apply(total).text


@cheap
@given(texts_and_two_layers())
def test_inverted_edits_lead_back(layers: tuple[str, list[Edit], list[Edit]]) -> None:
    """Edits and their inverse cancel out."""
    text, first, _ = layers
    changed = Document.of(text).apply(first).text

    assert text == Document.of(changed).apply(invert(first, text)).text


@cheap
@given(texts_and_two_layers(), st.data())
def test_untouched_text_maps_exactly(
    layers: tuple[str, list[Edit], list[Edit]], data: st.DataObject
) -> None:
    """A span that no edit touches stands word for word in the source."""
    text, first, second = layers
    document = Document.of(text).apply(first).apply(second)
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    source = document.to_source(Span(start, end))

    assert 0 <= source.start <= source.end <= len(text)
    back = document.to_text(source)
    if back == (start, end) and source.slice(text) == document.text[start:end]:
        return
    # Otherwise an edit is inside or at an edge, and the way there and back only grows.
    if start < end:
        assert back.start <= start
        assert back.end >= end


def _finding(start: int, end: int, text: str = "x") -> Finding:
    span = Span(start, end)
    return Finding("TST001", "test", "", span, "", (Fix.replace(span, text),))


def test_choose_takes_the_leftmost_then_the_longest() -> None:
    """Findings that overlap are not applied together."""
    early, long, late = _finding(0, 3), _finding(2, 9), _finding(2, 4)

    assert (early,) == choose([late, long, early], Applicability.SAFE)
    assert (long,) == choose([late, long], Applicability.SAFE)


def test_overlapping_edits_are_refused() -> None:
    """A document never guesses which of two edits was meant."""
    with pytest.raises(ValueError, match="edits overlap"):
        Document.of("abc").apply([Edit(Span(0, 2), ""), Edit(Span(1, 3), "")])


def _shout(document: Document) -> list[Finding]:
    return [
        Finding("TST002", "shout", "Pas de « ! ».", Span(i, i + 1), "!", (Fix.replace(Span(i, i + 1), "."),))
        for i, character in enumerate(document.text)
        if character == "!"
    ]  # fmt: skip


def _no_dots(document: Document) -> list[Finding]:
    at = document.text.find("..")
    span = Span(at, at + 2)
    return (
        [Finding("TST003", "dots", "Un seul point.", span, "..", (Fix.replace(span, "."),))]
        if at >= 0
        else []
    )


@cheap
@given(st.text("ab!. \n", max_size=40))
def test_everything_can_be_undone(text: str) -> None:
    """Undoing every finding, in any way, gives the source back."""
    result = Pipeline([_shout, _no_dots]).explain(text)
    for finding in list(result.applied):
        assert finding.found == text[finding.span.start : finding.span.end]
    undone = result
    while undone.applied:
        undone = undone.undo(undone.applied[-1])

    assert text == undone.text
    assert result.text == Document.of(text).apply(result.edits).text


@cheap
@given(st.text("ab!. \n", max_size=40))
def test_undoing_a_code_keeps_the_others(text: str) -> None:
    """Undoing one step's findings leaves what does not depend on them."""
    result = Pipeline([_shout, _no_dots]).explain(text)
    if not any(f.code == "TST002" for f in result.applied):
        return
    undone = result.undo("TST002")

    assert text.count("!") == undone.text.count("!")
    assert "TST002" not in {f.code for f in undone.applied}


def test_a_step_that_never_settles_is_stopped() -> None:
    """Two fixes that undo each other do not loop for ever."""

    def flip(document: Document) -> list[Finding]:
        other = {"a": "b", "b": "a"}[document.text]
        return [
            Finding(
                "TST004", "flip", "", Span(0, 1), document.text, (Fix.replace(Span(0, 1), other),)
            )
        ]

    assert Pipeline([flip]).clean("a") in "ab"
