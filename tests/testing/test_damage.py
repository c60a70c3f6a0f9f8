"""Damage comes with the whole truth: the edits lead from dirty to clean, always."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frclean import Document
from frclean.testing import (
    LAYOUT,
    MOJIBAKE,
    RESIDUE_KINDS,
    TYPOS,
    Residue,
    Scraped,
    boilerplate_lines,
    french_paragraphs,
    layout_noise,
    mojibake,
    sample_scraped,
    scraped,
    typos,
)
from tests.budget import cheap

PARAGRAPHS = french_paragraphs(min_sentences=2)


def _leads_back(text: Scraped) -> bool:
    return Document.of(text.dirty).apply(text.edits).text == text.clean


@given(
    st.one_of(
        scraped(),
        scraped(typos=10, noise=10, residue=8),
        typos(PARAGRAPHS, most=10),
        mojibake(PARAGRAPHS),
        mojibake(st.text()),
        layout_noise(st.text(), most=10),
        typos(st.text()),
    )
)
def test_the_edits_give_the_clean_text(text: Scraped) -> None:
    """Also on text that is no French at all; spans hold what they say."""
    assert _leads_back(text)
    if text.dirty != text.clean:
        assert text.damage


def test_the_edits_of_samples_give_the_clean_text() -> None:
    texts = list(sample_scraped(200, seed=5, encoding=0.5))

    assert all(map(_leads_back, texts))
    assert {d.kind for t in texts for d in t.damage} == {*TYPOS, *MOJIBAKE, *LAYOUT, "residue"}


@given(scraped())
def test_residue_lines_stand_in_the_dirty_text_alone(text: Scraped) -> None:
    lines = text.dirty.splitlines()

    for residue in text.residue:
        assert residue.kind in RESIDUE_KINDS
        assert residue.line in lines
        assert residue.line not in text.clean.splitlines()


@cheap
@given(boilerplate_lines(kinds=("share", "captcha"), where="foot", most=3))
def test_residue_of_chosen_kinds(lines: tuple[Residue, ...]) -> None:
    assert len(lines) == len(set(lines)) <= 3
    assert {line.kind for line in lines} <= {"share", "captcha"}


@pytest.mark.parametrize("kind", TYPOS)
def test_each_kind_of_slip_can_be_asked_for(kind: str) -> None:
    """In a text that has a place for every kind."""
    text = "Les éleveurs ont signé à Lyon le contrat de l’école, mais viendront-ils ? Hélas, non."
    edits = list(TYPOS[kind](text))

    assert edits
    for edit in edits:
        assert edit.span.slice(text) != edit.replacement


@pytest.mark.parametrize(
    ("kind", "dirty"),
    [
        ("cp1252", "l’Ã©tÃ©"),
        ("mac-roman", "l’√©t√©"),
        ("entities", "l’&eacute;t&eacute;"),
        ("decomposed", "l’e\u0301te\u0301"),
        ("lost", "l’\ufffdt\ufffd"),
    ],
)
def test_accidents_of_encoding_are_the_real_ones(kind: str, dirty: str) -> None:
    made = [edit.replacement for edit in MOJIBAKE[kind]("été")]

    assert "t".join(made) == dirty.removeprefix("l’")


@given(mojibake("é" * 20, kinds=["cp1252"], share=0.5))
def test_an_accident_can_befall_a_part(text: Scraped) -> None:
    assert text.dirty == "Ã©" * 10 + "é" * 10


@cheap
@given(typos("Rien.", most=5))
def test_where_nothing_can_happen_nothing_happens(text: Scraped) -> None:
    assert text == Scraped("Rien.", "Rien.")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: mojibake("", kinds=["cp1251"]), "Unknown kind 'cp1251'; did you mean 'cp1252'"),
        (lambda: mojibake("", share=0), "share must be in"),
        (lambda: boilerplate_lines(where="left"), "where must be head, foot or both, not 'left'"),
        (lambda: boilerplate_lines(kinds=()), "kinds must name at least one of navigation"),
        (lambda: typos("a", kinds="acent"), "did you mean 'accents'"),
    ],
)
def test_bad_arguments_are_named(make, message: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match=message):
        make()
