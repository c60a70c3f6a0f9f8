"""Completion, asked as the shells ask: the words so far go in, what may follow comes out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from frclean.cli import COMMANDS, main
from frclean.cli.completion import SHELLS

BASH = r"""
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_shtab_frclean; printf '%s\n' "${COMPREPLY[@]}"
"""


@pytest.fixture
def script(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> Path:
    assert main(["completion", request.param]) == 0
    path = tmp_path / request.param
    path.write_text(capsys.readouterr().out, "utf-8")
    return path


@pytest.mark.parametrize("script", SHELLS, indirect=True)
def test_every_command_is_in_the_script(script: Path) -> None:
    text = script.read_text("utf-8")

    assert all(command in text for names in COMMANDS.values() for command in names)
    assert all(option in text for option in ("unsafe-fixes", "by-site", "max-rate"))


@pytest.mark.skipif(sys.platform != "linux", reason="needs bash 4.4")
@pytest.mark.parametrize("script", ["bash"], indirect=True)
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["c"], {"clean", "check", "completion"}),
        (["clean", "--p"], {"--preset", "--profile", "--preview"}),
        (["completion", "z"], {"zsh"}),
        (["clean", "art"], {"article.txt"}),
        (["clean", "--learnt", "art"], {"article.txt"}),
    ],
)
def test_bash_completes(script: Path, words: list[str], expected: set[str]) -> None:
    (script.parent / "article.txt").touch()
    command = ["bash", "--norc", "-c", BASH, "bash", str(script), "frclean", *words]
    done = subprocess.run(command, cwd=script.parent, capture_output=True, text=True)

    assert set(done.stdout.split()) == expected, done.stderr
