"""Every code proves itself from its own examples."""

import pytest

from frclean.boilerplate import Boilerplate
from frclean.boilerplate.codes import CODES, BoilerplateCode, Example
from tests.boilerplate.helpers import stripped

EXAMPLES = [(code, example) for code in CODES.values() for example in code.examples]
UNPROVEN = {"BPL015", "BPL016", "BPL017"}  # these need a file, or a text too long for a page


@pytest.mark.parametrize(
    ("code", "example"), EXAMPLES, ids=lambda value: getattr(value, "code", "")
)
def test_example(code: BoilerplateCode, example: Example) -> None:
    """What the example says goes, goes, and nothing else."""
    assert stripped(example.before) == example.after


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.code)
def test_code_has_examples(code: BoilerplateCode) -> None:
    """A code without an example cannot be explained."""
    assert code.examples or code.code in UNPROVEN


def test_codes_are_in_order_and_named_once() -> None:
    """The table is the registry: sorted, and no name twice."""
    assert list(CODES) == sorted(CODES)
    assert len({code.name for code in CODES.values()}) == len(CODES)


def test_step_is_a_value() -> None:
    """Two steps with the same settings are the same."""
    assert Boilerplate() == Boilerplate()
