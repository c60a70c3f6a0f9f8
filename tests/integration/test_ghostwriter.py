"""``hypothesis write`` makes a test of our functions that runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    "arguments",
    [
        ("--idempotent", "frclean.fold"),
        ("frclean.clean", "--except", "ValueError"),
        ("frclean.check", "--except", "ValueError"),
        ("frclean.explain", "--except", "ValueError"),
        ("--idempotent", "frclean.clean", "--except", "ValueError"),
    ],
    ids=["fold", "clean", "check", "explain", "idempotent"],
)
def test_hypothesis_write(arguments: tuple[str, ...], tmp_path: Path) -> None:
    written = subprocess.run(
        [str(Path(sys.executable).parent / "hypothesis"), "write", *arguments],
        capture_output=True, text=True, timeout=120, check=False, cwd=tmp_path,
    )  # fmt: skip
    assert written.returncode == 0, written.stderr
    assert "@given" in written.stdout
    (tmp_path / "test_written.py").write_text(written.stdout, encoding="utf-8")

    # The first call loads lexicon and rules, which takes longer than Hypothesis allows an example.
    (tmp_path / "conftest.py").write_text(
        "from hypothesis import settings\n"
        "settings.register_profile('patient', deadline=None)\n"
        "settings.load_profile('patient')\n",
        encoding="utf-8",
    )

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_written.py"],
        capture_output=True, text=True, timeout=300, check=False, cwd=tmp_path,
    )  # fmt: skip

    assert done.returncode == 0, written.stdout + done.stdout
