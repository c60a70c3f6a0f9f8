"""Words that their sentence speaks against, and sentences that must raise no doubt."""

from __future__ import annotations

import time

import pytest

from frclean.language.analysis import Analyser
from frclean.language.classes import Classes
from frclean.language.context import (
    SLOT_BITS,
    Vocabulary,
    context_model,
    left_states,
    right_states,
)
from frclean.language.lexicon import lexicon
from frclean.language.tokens import WORD

ANALYSER = Analyser(Classes(lexicon()))
MODEL = context_model(lexicon())
VOCABULARY = Vocabulary(lexicon())


def doubts(text: str) -> list[tuple[str, str]]:
    """(written, expected) for every doubt about a text."""
    analysis = ANALYSER.analyse(text)
    return [(analysis.token(d.at).lower, d.candidate.form) for d in MODEL.doubts(analysis)]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Elle a rangé sont manteau dans l'armoire.", ("sont", "son")),
        ("Les voisins son partis en vacances.", ("son", "sont")),
        ("Le chat dort sûr le canapé du salon.", ("sûr", "sur")),
        ("Il pose le livre sur là table.", ("là", "la")),
    ],
)
def test_a_word_out_of_place(text: str, doubt: tuple[str, str]) -> None:
    assert doubt in doubts(text)


def test_how_much_better_another_word_would_fit() -> None:
    """More than nothing where it would, less where the word stands where it belongs."""
    good, bad = (
        ANALYSER.analyse(text) for text in ("Elle est partie hier.", "Elle est partis hier.")
    )

    assert MODEL.gaps(bad, 1)[3] > 0 > MODEL.gaps(good, 1)[3]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Oui.",
        "Il a rangé son manteau dans l'armoire, puis il est sorti sans un mot.",
        "Les enfants du village jouent au bord de la rivière pendant l'été.",
        "Elle est là, sûre d'elle, et personne ne lui demande où elle va.",
        "The quick brown fox jumps over the lazy dog.",
        "- 12 ; 14 – 18 : (a) b) …",
    ],
)
def test_no_doubt(text: str) -> None:
    assert doubts(text) == []


def test_candidates_are_other_words_with_a_kind() -> None:
    for word in ("la", "terroristes", "attentas", "manger", "ces", "grand"):
        found = VOCABULARY.candidates(word)
        forms = [candidate.form for candidate in found]
        assert word not in forms
        assert len(set(forms)) == len(forms)
        assert all(form in lexicon() for form in forms)


def test_number_and_ending_are_candidates() -> None:
    kinds = {
        c.form: c.kind for word in ("terroristes", "manger") for c in VOCABULARY.candidates(word)
    }
    assert kinds["terroriste"] == "number"
    assert kinds["mangé"] == "ending"


def test_states_know_the_open_noun_phrase() -> None:
    words = [VOCABULARY.seen(form, WORD, False) for form in "les petits chats dorment".split()]
    phrases = [state[0] for state in left_states(words)]
    assert phrases[0] == 0
    assert phrases[1]
    assert phrases[2]
    assert len(right_states(words)) == len(words)


def test_doubts_do_not_depend_on_which_words_rules_name() -> None:
    classes = Classes(lexicon())
    classes.predicate('"manteau|armoire|voisins|de|partis"')
    analysis = Analyser(classes).analyse("Les voisins son partis en vacances.")
    assert [d.candidate.form for d in MODEL.doubts(analysis)] == ["sont"]


def test_a_long_text_costs_in_proportion() -> None:
    text = "Les voisins sont partis à la mer, et leur chien garde la maison vide. " * 100

    def cost(times: int) -> float:
        """Seconds of CPU, the best of some runs: other work on the machine does not count."""
        runs = []
        for _ in range(4):
            analysis = ANALYSER.analyse(text * times)
            begun = time.process_time()
            MODEL.doubts(analysis)
            runs.append(time.process_time() - begun)
        return min(runs)

    assert cost(20) < 80 * max(cost(1), 0.001)


def test_the_table_is_small() -> None:
    assert SLOT_BITS <= 19  # one byte of check, one of weight a slot: 1 MB
