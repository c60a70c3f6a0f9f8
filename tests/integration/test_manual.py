"""The manual page is what ``tools/make_man.py`` writes, and ``man`` can show it."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "frclean.1"


@pytest.mark.skipif(
    sys.version_info >= (3, 13), reason="from 3.13 on argparse folds usage in another way"
)
def test_the_page_is_up_to_date() -> None:
    spec = importlib.util.spec_from_file_location("make_man", ROOT / "tools" / "make_man.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)

    assert tool.page() == PAGE.read_text("utf-8"), "run python tools/make_man.py"


def test_man_shows_it(missing: Callable[[str], None]) -> None:
    if shutil.which("man") is None:
        missing("man")
    command = ["man", "--warnings", "-E", "UTF-8", "-l", str(PAGE)]
    done = subprocess.run(command, capture_output=True, text=True, env={"MANWIDTH": "80",
                          "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})  # fmt: skip

    assert done.returncode == 0
    assert done.stderr == ""
    assert "frclean learn" in done.stdout
    assert "--by-site FIELD" in done.stdout
