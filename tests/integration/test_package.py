"""The package as it is installed."""

from __future__ import annotations

import subprocess
import sys


def test_module_runs() -> None:
    """``python -m frclean`` is the command."""
    run = subprocess.run(
        [sys.executable, "-m", "frclean", "--version"], capture_output=True, text=True, check=False
    )

    assert run.returncode == 0
    assert run.stdout.startswith("frclean ")
