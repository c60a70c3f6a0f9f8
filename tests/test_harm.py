"""The floor: what ``clean()`` changes in French that is right is no more than was accepted.

Messages of installed programs are measured by ``tests/integration/test_harm_of_messages.py``.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"


@pytest.fixture(scope="module")
def harm() -> ModuleType:
    spec = importlib.util.spec_from_file_location("harm", BENCHMARKS / "harm.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["harm"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_generated_articles_are_left_alone(harm: ModuleType) -> None:
    accepted = json.loads(harm.BASELINE.read_text("utf-8"))["generated"]
    found = harm.measure(harm.generated(), harm.frclean.Pipeline(), "")

    assert found.characters > 1_000_000
    assert harm.worse(found, accepted) == [], "\n".join(found.shown)


def test_what_is_worse_is_noticed(harm: ModuleType) -> None:
    accepted = {"version": "1", "per_million": 20.0, "changes": {"GRM001": 2}}

    def found(version: str, **changes: int) -> list[str]:
        return harm.worse(harm.Harm(version, 100_000, Counter(changes)), accepted)

    assert found("1", GRM001=2) == []
    assert len(found("1", GRM001=3)) == 2  # the rate, and the rule
    assert len(found("1", GRM001=1, GRM200=1)) == 1  # another rule, the same rate
    assert found("2", GRM200=3) == []  # other texts: the rate alone counts, with room
    assert len(found("2", GRM200=4)) == 1


def test_a_change_is_counted(harm: ModuleType) -> None:
    import frclean

    found = harm.measure(iter(["Le coalition a voté.", "La ville dort."]), frclean.Pipeline(), "")

    assert found.changes == {"GRM001": 1}
    assert found.characters == 34
