"""The recipes of docs/audit.md for pandera and Great Expectations, run as they stand."""

from __future__ import annotations

import doctest
import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "audit.md"
SECTION = PAGE.read_text("utf-8").partition("\n## In a data-quality framework\n")[2]
BLOCKS = re.findall(r"^```python\n(.*?)^```", SECTION, re.MULTILINE | re.DOTALL)
GOOD = ["L'été a été beau.", "Noël approche."]
BAD = ["L'Ã©tÃ© a Ã©tÃ© beau.", "Noël approche."]


def _recipe(package: str) -> str:
    (check,) = (block for block in BLOCKS if ">>>" in block)
    (recipe,) = (block for block in BLOCKS if f"import {package}" in block)
    return doctest.script_from_examples(check) + recipe


@pytest.mark.parametrize(
    ("package", "refusal"),
    [("pandera", "Check encoding"), ("great_expectations", "AssertionError")],
)
def test_recipe_tells_damaged_from_sound(
    package: str, refusal: str, tmp_path: Path, missing: Callable[[str], None]
) -> None:
    if importlib.util.find_spec(package) is None:
        missing(package)
    for texts, is_sound in ((GOOD, True), (BAD, False)):
        source = f"import pandas\narticles = pandas.DataFrame({{'text': {texts!r}}})\n"
        (tmp_path / "recipe.py").write_text(source + _recipe(package), "utf-8")
        done = subprocess.run(
            [sys.executable, "recipe.py"],
            env={**os.environ, "GX_ANALYTICS_ENABLED": "false"},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=300,
        )

        assert is_sound == (done.returncode == 0), done.stderr[-3000:]
        assert is_sound or refusal in done.stderr
