"""Every code proves itself from its own examples."""

import pytest

from frclean import Pipeline
from frclean.normalise.codes import CODES, Code, Example

NORMALISE = Pipeline(["encoding", "whitespace"])
STEPS = {"ENC": NORMALISE, "WSP": NORMALISE, "TYP": Pipeline(["typography"])}


def examples():
    for code in CODES.values():
        for example in code.examples:
            yield pytest.param(code, example, id=f"{code.code}-{example.source[:20]!r}")


def pipeline_of(code: Code) -> Pipeline:
    return Pipeline(["ascii"]) if code.name == "non-ascii" else STEPS[code.code[:3]]


@pytest.mark.parametrize(("code", "example"), list(examples()))
def test_source_becomes_text(code: Code, example: Example) -> None:
    """The damage is found under its own code, and repaired."""
    result = pipeline_of(code).explain(example.source)

    assert example.text == result.text
    assert example.source == example.text or code.code in {f.code for f in result.findings}


@pytest.mark.parametrize(("code", "example"), list(examples()))
def test_text_is_left_alone(code: Code, example: Example) -> None:
    """What an example becomes has nothing left to repair."""
    assert example.text == pipeline_of(code).clean(example.text)


@pytest.mark.parametrize("code", list(CODES.values()), ids=lambda code: code.code)
def test_record_is_complete(code: Code) -> None:
    """Each record has what its page needs."""
    assert code.code[:3] in STEPS
    assert code.name == code.name.lower().replace(" ", "-")
    assert code.summary.endswith(".")
    assert code.why.endswith(".")
    assert code.message.format(found="a", fixed="b", count=2).endswith(".")
