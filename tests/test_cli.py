"""The command, run as people run it: each case is a folder of files under ``cli/cases``.

``cmd`` holds the arguments, ``input.txt`` (or any other file) what they name, ``stdin`` what is
piped in; ``stdout``, ``stderr`` and ``code`` are what must come back. ``FRCLEAN_UPDATE=1`` writes
the answers anew: read the difference before you commit it.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

CASES = sorted((Path(__file__).parent / "cli" / "cases").iterdir())


def run(*arguments: str, cwd: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """``python -m frclean`` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "frclean", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        timeout=60,
        check=False,
    )


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, tmp_path: Path) -> None:
    """The command answers as its case says."""
    shutil.copytree(case, tmp_path / "case")
    arguments = shlex.split((case / "cmd").read_text("utf-8"))
    done = run(*arguments, cwd=tmp_path / "case", stdin=_read(case / "stdin"))
    got = {
        "stdout": done.stdout,
        "stderr": done.stderr,
        "code": f"{done.returncode}\n".encode(),
        **{
            path.name: path.read_bytes()
            for path in (tmp_path / "case").glob("*.txt")
            if (case / f"{path.name}.after").exists()
        },
    }
    if os.environ.get("FRCLEAN_UPDATE"):
        for name in ("stdout", "stderr", "code"):
            (case / name).write_bytes(got[name])
    for name in ("stdout", "stderr", "code"):
        assert _read(case / name).decode() == got[name].decode()
    for path in case.glob("*.txt.after"):
        assert path.read_bytes().decode() == got[path.name.removesuffix(".after")].decode()


def test_help_comes_at_once(tmp_path: Path) -> None:
    """Help loads neither lexicon nor rules."""
    times = []
    for _ in range(3):
        started = time.perf_counter()
        done = run("--help", cwd=tmp_path)
        times.append(time.perf_counter() - started)
        assert done.returncode == 0
        assert b"usage: frclean" in done.stdout

    assert min(times) < 0.5


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    """`frclean rules | head -1` ends quietly."""
    command = f"{shlex.quote(sys.executable)} -m frclean rules | head -1"
    done = subprocess.run(
        command, shell=True, cwd=tmp_path, capture_output=True, timeout=60, check=True
    )

    assert done.stderr == b""
    assert done.stdout.startswith(b"ENC001")


def test_an_unwritable_folder_keeps_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file is rewritten whole or not at all."""
    from frclean.cli import common

    path = tmp_path / "a.txt"
    path.write_text("avant", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(common.os, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        common.write_text(str(path), "après")

    assert path.read_text("utf-8") == "avant"
    assert [path] == list(tmp_path.iterdir())


def test_profile_shows_what_each_step_costs(capsys: pytest.CaptureFixture[str]) -> None:
    from frclean.cli import main

    article = Path(__file__).parents[1] / "examples" / "article.txt"

    assert main(["clean", "--profile", str(article)]) == 0

    names = [line[:20].strip() for line in capsys.readouterr().out.splitlines()]
    assert names == [
        "step", "encoding", "whitespace", "boilerplate", "rules", "GRM alone", "SPL alone", "clean()",
    ]  # fmt: skip
