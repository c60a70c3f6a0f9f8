"""Completion in the shells themselves; bash is asked in ``tests/test_completion.py``."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

FISH = 'source $argv[1]; complete --do-complete "$argv[2..]"'


def script(shell: str, folder: Path) -> str:
    command = [sys.executable, "-m", "frclean", "completion", shell]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    path = folder / "frclean.completion"
    path.write_text(text, "utf-8")
    return str(path)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_accepts_it(shell: str, tmp_path: Path, missing: Callable[[str], None]) -> None:
    if shutil.which(shell) is None:
        missing(shell)
    done = subprocess.run([shell, "-n", script(shell, tmp_path)], capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")


def test_fish_completes(tmp_path: Path, missing: Callable[[str], None]) -> None:
    if shutil.which("fish") is None:
        missing("fish")
    command = ["fish", "--no-config", "-c", FISH, script("fish", tmp_path), "frclean", "c"]
    done = subprocess.run(command, capture_output=True, text=True)
    offered = {line.split("\t")[0] for line in done.stdout.splitlines()}

    assert {"clean", "check", "completion"} <= offered, done.stderr


def test_zsh_completes(tmp_path: Path, missing: Callable[[str], None]) -> None:
    """A terminal with zsh: what Tab leaves on the line."""
    if shutil.which("zsh") is None:
        missing("zsh")
    import pexpect

    (tmp_path / "_frclean").write_text(Path(script("zsh", tmp_path)).read_text("utf-8"), "utf-8")
    zsh = pexpect.spawn("zsh", ["-f"], encoding="utf-8", timeout=20, cwd=str(tmp_path))
    zsh.sendline(
        "PS1='ready> '; fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -D; echo go\\ne"
    )
    zsh.expect("gone")
    zsh.send("frclean compl\t")
    zsh.expect("frclean completion")
    zsh.close(force=True)
