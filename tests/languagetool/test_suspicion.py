"""The score of a sentence, and what it is the sum of."""

from __future__ import annotations

import pytest

from frclean import Config
from frclean.document import Document
from frclean.languagetool.sentences import place_in_line, sentences_of
from frclean.languagetool.suspicion import Suspicion, clues, suspicion
from frclean.rules import Rules

PLAIN = "Le chat de Kerdavid dort sur le mur."


def clues_of(text: str) -> list[dict[str, float]]:
    """The clues of each sentence of a text."""
    rules, document = Rules(Config()), Document.of(text)
    ours, analysis = rules(document), rules.analysis(document)
    return [clues(analysis, tokens, span, ours) for span, tokens in sentences_of(analysis)]


@pytest.mark.parametrize(
    ("sentence", "clue"),
    [
        ("Le chat dort sur le renagocation.", "unknown word"),
        ("Le chat de l'Etat dort.", "capital without accent"),
        ("LA SANTE DU CHAT", "accents left out"),
        ("Le chat dort  sur le mur.", "blanks in a row"),
        ("Le chat ( noir) dort sur le mur.", "blank before a sign"),
        ("Le chat dort,puis il part.", "no blank behind a sign"),
        ("A noter que le chat dort sur le mur.", "begins with A"),
        ("Le 6ème chat dort.", "ordinal"),
        ("Le chat pèse 4500 grammes.", "long number"),
        ("Le chat dort depuis Juillet.", "month or region with a capital"),
        ("le chat dort sur le mur.", "line without a capital"),
        ("Le chat (noir dort sur le mur.", "bracket without its other"),
        ("Je sais pas où dort le chat.", "negation without ne"),
    ],
)
def test_what_is_a_clue(sentence: str, clue: str) -> None:
    assert clue in {name for name, value in clues_of(sentence)[0].items() if value}
    assert clue not in {name for name, value in clues_of(PLAIN)[0].items() if value}


def test_what_our_rules_mark_is_no_clue() -> None:
    """LanguageTool would say the same, and not be heard."""
    [of_slip] = clues_of("Il faut accueilir le chat.")

    assert "unknown word" not in of_slip


def test_clues_count_three_times_at_most() -> None:
    [found] = clues_of("Renagocation, morguination, pelfication, dorgation et vlinage dorment.")

    assert max(value for name, value in found.items() if name != "length") <= 3


def test_a_part_of_a_line_need_not_begin_with_a_capital_or_close_its_brackets() -> None:
    first, second = clues_of("Il dort (le chat. et il part), lui.")

    assert "bracket without its other" not in first.keys() | second.keys()
    assert "line without a capital" not in second


def test_the_score_is_a_sum() -> None:
    score = Suspicion({"a": 2.0, "b": -0.5}, threshold=1.0)

    assert score({"a": 1.0, "b": 2.0, "unheard of": 9.0}) == 0.0


@pytest.mark.parametrize(
    ("sentence", "is_sent"),
    [
        (PLAIN, False),
        ("La séance est levée à midi.", False),
        ("Le chat dort sur le renagocation.", True),
        ("Le chat dort  sur le mur.", True),
        ("A noter que le chat dort sur le mur.", True),
    ],
)
def test_which_sentences_are_sent(sentence: str, is_sent: bool) -> None:
    assert (suspicion()(clues_of(sentence)[0]) >= 0) is is_sent


def test_every_weight_has_a_clue() -> None:
    """A clue that is renamed would lose its weight without a word."""
    text = (
        "Le chat à moi ,puis Netanyahou:la 6ème..  A l'Etat 4500 €  £3 (le proposSolution NDLR "
        "l' est... et/ou « très-bon »\n- le nasalisation co-édité (A) tou·tes n dort pas 3kg m2,. "
        "Le postconfinement - SANTE ETASUNI Juillet, bivalirudine; qe Marche\n) il à mangé\n["
    )
    seen = {name for found in clues_of(text) for name in found}

    assert suspicion().weights.keys() <= seen


def test_a_sentence_knows_its_line() -> None:
    text = "Un. Deux.\nTrois."
    rules = Rules(Config())
    spans = [span for span, _ in sentences_of(rules.analysis(Document.of(text)))]

    assert [tuple(place_in_line(span, text)) for span in spans] == [
        (True, False),
        (False, False),
        (True, True),
    ]
