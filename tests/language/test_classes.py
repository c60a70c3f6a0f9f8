"""What a token can be, as one character, and which predicates hold for it."""

from __future__ import annotations

import pytest

from frclean.language.classes import Classes
from frclean.language.lexicon import lexicon

#: Predicate -> words for which it holds, and words for which it does not.
PREDICATES = {
    '"pont|ponts"': (["pont", "ponts"], ["Pont", "port"]),
    "nom": (["pont", "belle"], ["dont", "pontait", "xyzzy"]),
    '!"pont"': (["port", "xyzzy", "1", ","], ["pont"]),
    'low&!"pont|port"': (["porte", "xyzzy"], ["pont", "port", "Porte"]),
    "nom:fs&!adj": (["voiture", "table"], ["belle", "pont"]),
    "nom&adj&!ver": (["belle", "grand"], ["porte", "pont"]),
    '(nom|"xyzzy")&low': (["pont", "xyzzy"], ["Pont", "dont"]),
    '!nom&!adj|"pont"': (["dont", "pont", "xyzzy"], ["porte", "belle"]),
    'num|"pont"&!fin': (["1", "pont"], ["port", "."]),
    "=nom": (["maison"], ["porte"]),
    "<porter>&!nom": (["portait", "porta"], ["porte", "pont"]),
}  # fmt: skip


def _class_of(classes: Classes, form: str) -> str:
    if form.isdigit():
        return classes.of_number(form)
    return classes.of_word(form) if form.isalpha() else classes.of_sign(form)


@pytest.mark.parametrize("expression", PREDICATES)
def test_a_predicate_holds_where_it_says(expression: str) -> None:
    classes = Classes(lexicon())
    number = classes.predicate(expression)
    yes, no = PREDICATES[expression]

    assert [classes.holds(_class_of(classes, form), number) for form in yes] == [True] * len(yes)
    assert [classes.holds(_class_of(classes, form), number) for form in no] == [False] * len(no)


def test_predicates_do_not_touch_each_other() -> None:
    """Many are told at once by what the atoms of a word mean: each as if it were alone."""
    together = Classes(lexicon())
    numbers = {expression: together.predicate(expression) for expression in PREDICATES}
    forms = sorted({form for yes, no in PREDICATES.values() for form in yes + no})
    for expression, number in numbers.items():
        alone = Classes(lexicon())
        only = alone.predicate(expression)
        for form in forms:
            held = together.holds(_class_of(together, form), number)
            assert held == alone.holds(_class_of(alone, form), only), (expression, form)


def test_a_predicate_may_be_asked_late() -> None:
    classes = Classes(lexicon())
    classes.predicate("nom")
    classes.of_word("pont")
    late = classes.predicate('low&!"xyzzy"')

    assert classes.holds(classes.of_word("dont"), late)
    assert not classes.holds(classes.of_word("xyzzy"), late)
