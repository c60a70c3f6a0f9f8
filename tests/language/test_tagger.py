"""Words with several readings, in sentences where a reader does not hesitate."""

from __future__ import annotations

import pytest

from frclean.language.analysis import Analyser, Analysis
from frclean.language.classes import Classes
from frclean.language.lexicon import lexicon
from frclean.language.tagger import LABELS, SLOTS, load_weights

ANALYSER = Analyser(Classes(lexicon()))


def tag_of(word: str, analysis: Analysis) -> str:
    """The tag of the last token that is written like this."""
    token = next(
        token for token in reversed(analysis.tokens(1, len(analysis) - 1)) if token.form == word
    )
    reading = analysis.best(token.index)
    return reading.tag if reading else "none"


@pytest.mark.parametrize(
    ("sentence", "word", "tag"),
    [
        ("Elle porte un grand manteau.", "porte", "ver:pres:3s"),
        ("Je porte un grand manteau.", "porte", "ver:pres:1s"),
        ("Il a fermé la porte.", "porte", "nom:fs"),
        ("Il les montre à sa mère.", "les", "pro:obj:3p"),
        ("Il voit les montagnes.", "les", "det:def:fp"),
        ("Ils leur donnent du pain.", "leur", "pro:obj:3p"),
        ("Ils vendent leur maison.", "leur", "det:poss:fs"),
        ("Il en parle souvent.", "en", "pro:adv"),
        ("Il travaille en France.", "en", "prep"),
        ("Le président de la chambre parle.", "président", "nom:ms"),
        ("Elle est arrivée hier.", "est", "ver:pres:3s"),
        ("Le vent vient de l'est.", "est", "nom:ms"),
        ("L'été a été chaud.", "été", "ver:pp:ms"),
        ("Les prix ont augmenté cette année.", "augmenté", "ver:pp:ms"),
        ("Où va-t-il ?", "-t-il", "pro:suj:3ms"),
        ("Il a vu deux chats.", "deux", "det:num:mp"),
        ("Il rentre du travail.", "du", "prep"),
        ("« Il pleut », dit-elle.", "dit", "ver:pres:3s"),
        ("Les enfants étaient dans le jardin.", "étaient", "ver:impf:3p"),
        ("Il finit ses devoirs.", "finit", "ver:pres:3s"),
        ("Ils ouvrirent la porte, elle finit ses devoirs et ils partirent.", "finit", "ver:ps:3s"),
    ],
)
def test_context_decides(sentence: str, word: str, tag: str) -> None:
    assert tag_of(word, ANALYSER.analyse(sentence)) == tag


@pytest.mark.parametrize(
    ("sentence", "word", "tag"),
    [
        ("Les porte de la maison sont ouvertes.", "porte", "nom:fs"),
        ("Les ferme de la région sont grandes.", "ferme", "nom:fs"),
        ("Il à mangé une pomme.", "mangé", "ver:pp:ms"),
        ("Ils mange une pomme.", "mange", "ver:pres:3s"),
        ("La président de la chambre parle.", "président", "nom:ms"),
    ],
)
def test_a_wrong_ending_does_not_drag_the_reading_along(sentence: str, word: str, tag: str) -> None:
    assert tag_of(word, ANALYSER.analyse(sentence)) == tag


def test_signs_have_no_reading_and_names_have_one() -> None:
    analysis = ANALYSER.analyse("Il connaît Zorglubine, une amie de 30 ans.")
    by_form = {token.form: token.best for token in analysis.tokens(1, len(analysis) - 1)}
    assert by_form[","] is None
    assert by_form["."] is None
    assert (name := by_form["Zorglubine"]) is not None
    assert name.pos == "prop"
    assert (number := by_form["30"]) is not None
    assert number.pos == "num"


def test_chances_add_up() -> None:
    analysis = ANALYSER.analyse("Il ferme la porte.")
    assert analysis.chance(2, "ver") > 0.9
    assert sum(analysis.chance(2, pos) for pos in ("ver", "nom", "adj", "adv")) == pytest.approx(1)
    assert analysis.confidence(2) <= 1


def test_every_reading_is_one_of_the_lexicon() -> None:
    analysis = ANALYSER.analyse("La petite ferme la porte et le pilote ferme ses volets.")
    for token in analysis.tokens(1, len(analysis) - 1):
        best = analysis.best(token.index)
        if best is not None:
            assert any(
                (best.pos, best.tense, best.lemma) == (r.pos, r.tense, r.lemma)
                for r in token.readings
            )


def test_a_line_without_end_is_tagged_in_parts() -> None:
    analysis = ANALYSER.analyse("le chat et " * 400)
    reading = analysis.best(1100)
    assert reading is not None


def test_weights_fit_the_labels() -> None:
    assert len(load_weights()) == SLOTS + len(LABELS)
