"""What a word that nobody knows was meant to be, and which such words are good."""

from __future__ import annotations

import pytest

from frclean.language.lexicon import lexicon
from frclean.language.suggest import suggester
from frclean.language.words import is_listed, standing
from frclean.rules._misspellings import _TABLE, MISSPELLINGS


@pytest.mark.parametrize(
    ("word", "meant", "slip"),
    [
        ("evenement", "événement", "accent"),
        ("dévelopement", "développement", "double"),
        ("fotographie", "photographie", "sound"),
        ("bureo", "bureau", "sound"),
        ("histoier", "histoire", "swap"),
        ("jarsin", "jardin", "key"),
        ("médecn", "médecin", "letter"),
        ("toujour", "toujours", "final"),
        ("lorsquil", "lorsqu'il", "apostrophe"),
        ("mongroupe", "mon groupe", "space"),
        ("gouvemement", "gouvernement", "look"),
        ("bloodthirsty", None, ""),
    ],
)
def test_the_first_suggestion_and_its_slip(word: str, meant: str | None, slip: str) -> None:
    """Each kind of slip is recognised; a word of another language is like nothing."""
    found = suggester().suggest(word)

    if meant is None:
        assert all(s.worth > 0 for s in found)
    else:
        assert (meant, slip) == (found[0].form, found[0].slip)


def test_suggestions_are_words_in_lower_case_best_first() -> None:
    """No name, no form that the lexicon lacks; the order is that of their worth."""
    for word in ("pary", "acceuil", "grannd", "xzq", "a"):
        found = suggester().suggest(word)
        assert [s.worth for s in found] == sorted(s.worth for s in found)
        for suggestion in found:
            assert suggestion.form == suggestion.form.lower()
            if not set(" '") & set(suggestion.form):
                assert suggestion.form in lexicon()


def test_accents_alone() -> None:
    """Words with other accents, for paragraphs that have lost them."""
    assert "forêt" in [s.form for s in suggester().accented("foret")]
    assert suggester().accented("maison") == ()


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("antivaccin", "made"),
        ("rétropédaler", "made"),
        ("politico-financier", "good"),
        ("macronien", "made"),
        ("xvie", "good"),
        ("cm²", "good"),
        ("señora", "good"),
        ("p'tit", "good"),
        ("ouiiiii", "good"),
        ("fantasmées", "good"),
        ("anarchike", ""),
    ],
)
def test_standing(word: str, wanted: str) -> None:
    """What no dictionary lists and is no slip."""
    if word not in lexicon():
        assert wanted == standing(word, lexicon())


def test_user_words_are_inflected() -> None:
    """Plurals and feminines of listed words are listed."""
    words = frozenset({"podcasteur", "Zorglub"})

    assert is_listed("podcasteurs", words)
    assert is_listed("Zorglub", words)
    assert not is_listed("podcast", words)


def test_misspellings_are_no_words_and_are_sorted() -> None:
    """A wrong form that were a word would be changed where it is right."""
    words = lexicon()
    lines = _TABLE.strip().splitlines()

    assert lines == sorted(lines)
    assert len(lines) == len(MISSPELLINGS)
    assert [wrong for wrong in MISSPELLINGS if wrong in words] == []
    assert [
        right
        for right in MISSPELLINGS.values()
        if right not in words
        and not all(
            part in words or part + "'" in words for part in right.replace("'", " ").split()
        )
    ] == []
