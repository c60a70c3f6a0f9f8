"""Cases by origin: seen in the wild, made up, right though it looks wrong, and not yet solved."""

import tomllib
from pathlib import Path

import pytest

from frclean import Pipeline

CASES = Path(__file__).parent.parent / "cases"
NORMALISE = Pipeline(["encoding", "whitespace"])


def cases(origin: str):
    with (CASES / f"normalise_{origin}.toml").open("rb") as file:
        for case in tomllib.load(file)["case"]:
            yield pytest.param(case["source"], case.get("text", case["source"]), id=case["label"])


@pytest.mark.parametrize(("source", "text"), [*cases("in_the_wild"), *cases("synthetic")])
def test_damage_is_repaired(source: str, text: str) -> None:
    assert text == NORMALISE.clean(source)


@pytest.mark.parametrize(("source", "text"), list(cases("negative")))
def test_right_text_comes_back_as_the_same_object(source: str, text: str) -> None:
    assert source is NORMALISE.clean(source)


@pytest.mark.xfail(reason="known failures; move a case when it passes")
@pytest.mark.parametrize(("source", "text"), list(cases("known_failures")))
def test_known_failures(source: str, text: str) -> None:
    assert text == NORMALISE.clean(source)
