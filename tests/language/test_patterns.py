"""Patterns over tokens, and the index that makes them fast."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

#: A child learns the classes of a text; its parent, those of another one in the same order.
FORKED = """
import os
from frclean import Pipeline
pipeline = Pipeline("prose")
pipeline.check("Il pleut.")
child = os.fork()
if not child:
    for number in range(40):
        pipeline.check(f"Les maisons bleues, ou {number}, que vous verriez ici brillaient.")
    os._exit(0)
assert os.waitpid(child, 0)[1] == 0
for text in ("Beaucoup d'entres eux chantent.", "Il part aux Etats-Unis.", "Le coalition a signé."):
    print(*(finding.code for finding in pipeline.check(text)))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes are forked here")
def test_a_forked_process_learns_for_itself_alone() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FORKED], capture_output=True, text=True, check=True
    )

    assert done.stdout.splitlines() == ["GRM350", "SPL100", "GRM001"]
