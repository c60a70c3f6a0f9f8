"""Findings that are put up with, known by file, rule and words."""

from __future__ import annotations

from pathlib import Path

import pytest

import frclean
from frclean.project.baseline import Baseline

BAD = "Chacun d'entres eux le sait. Beaucoup d'entres eux aussi.\n"


def test_lines_move(tmp_path: Path) -> None:
    """The same findings further down are still put up with; one more is not."""
    path = tmp_path / "baseline.json"
    Baseline.of([("a.md", frclean.check(BAD))]).write(path)
    moved = frclean.check("Il pleut.\n\nIl neige.\n\n" + BAD)
    more = frclean.check(BAD + "L'un d'entres eux part.\n")

    assert Baseline.read(path).new("a.md", moved) == []
    assert len(Baseline.read(path).new("a.md", more)) == 1
    assert len(Baseline.read(path).new("b.md", moved)) == 2


def test_stale(tmp_path: Path) -> None:
    """What is gone is counted, in the files that were looked at."""
    path = tmp_path / "baseline.json"
    Baseline.of([("a.md", frclean.check(BAD)), ("b.md", frclean.check(BAD))]).write(path)
    baseline = Baseline.read(path)
    assert baseline.new("a.md", []) == []
    assert baseline.stale() == 2


def test_no_line_numbers(tmp_path: Path) -> None:
    """The file speaks of words only, and is sorted."""
    path = tmp_path / "baseline.json"
    Baseline.of([("a.md", frclean.check(BAD))]).write(path)
    assert path.read_text("utf-8") == (
        '{\n "version": 1,\n "files": {\n  "a.md": {\n   "GRM350": {\n'
        '    "d\'entres": 2\n   }\n  }\n }\n}\n'
    )


@pytest.mark.parametrize("content", ["", "[]", '{"version": 99, "files": {}}', '{"version": 1}'])
def test_what_is_no_baseline(tmp_path: Path, content: str) -> None:
    """The message says what to do."""
    path = tmp_path / "baseline.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match="--write-baseline makes it anew"):
        Baseline.read(path)
    with pytest.raises(FileNotFoundError, match="--write-baseline makes one"):
        Baseline.read(tmp_path / "nowhere.json")
