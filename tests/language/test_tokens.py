"""Chunks are cut alike, whichever way they are read."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from frclean.language.lexicon import lexicon
from frclean.language.tokens import SIGN, WORD, _plain, _read, pieces

LETTERS = st.text(st.characters(categories=["L"]) | st.sampled_from("aeéMmtcʼºª"), max_size=90)
SIGNS = st.sampled_from([*",;:!?)(.…»«'’-–_@#·•/\\2²³°%", "..", "…", ".,", "?!", ")."])


@given(LETTERS, SIGNS | st.just(""))
@example("etc", ".")
@example("art", ".")
@example("M", ".")
@example("rendez", "-")
@example("a" * 81, "")
@example("ʼa", "")
def test_plain_chunks_are_read_as_any_other(letters: str, sign: str) -> None:
    """What is told at a glance is what the careful way says."""
    chunk = letters + sign
    found = _plain(chunk)
    assert not found or found == _read(chunk, lexicon())


@pytest.mark.parametrize("chunk", ["mot", "mot,", "Maisons.", "été", "œuvre)", "ÉTÉ"])
def test_most_chunks_are_plain(chunk: str) -> None:
    assert [piece.kind for piece in _plain(chunk)] in ([WORD], [WORD, SIGN])


@pytest.mark.parametrize(
    ("chunk", "forms"),
    [
        ("etc.", ["etc", "."]),
        ("art.", ["art."]),
        ("l’eau,", ["l'", "eau", ","]),
        ("étudiant·e·s", ["étudiant·e·s"]),
        ("a-t-il?", ["a", "-t-il", "?"]),
        ("", []),
    ],
)
def test_chunks(chunk: str, forms: list[str]) -> None:
    assert [piece.form for piece in pieces(chunk, lexicon())] == forms
