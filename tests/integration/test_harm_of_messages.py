"""The floor on messages of installed programs (``tests/test_harm.py`` has the rest)."""

from __future__ import annotations

import importlib.metadata
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


def test_no_harm_above_the_floor(missing: Callable[[str], None]) -> None:
    names = set(json.loads((BENCHMARKS / "baseline.json").read_text("utf-8"))) - {"generated"}
    for name in names:
        try:
            importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            missing(name)
    done = subprocess.run([sys.executable, str(BENCHMARKS / "harm.py"), "--show"],
                          capture_output=True, text=True, timeout=300)  # fmt: skip

    assert done.returncode == 0, done.stdout
    assert names <= {line.split()[0] for line in done.stdout.splitlines()}
