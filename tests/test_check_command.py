"""`frclean check` and `frclean review` where a stored case is not enough: terminals, patch, time."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pexpect
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frclean.cli import main
from frclean.report.diff import unified
from tests.budget import dear

BAD = "Chacun d'entres eux a vu le coalition.\n"

#: What applies a diff: patch, or git where there is no patch.
PATCH = (
    ["patch", "-p1", "--quiet", "--binary"]
    if shutil.which("patch")
    else ["git", "apply", "-p1", "--whitespace=nowarn"]
)


def frclean(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "frclean", *arguments],
        cwd=cwd, capture_output=True, text=True, check=False, timeout=60,
        env={**os.environ, **environment},
    )  # fmt: skip


def terminal(*arguments: str, cwd: Path) -> pexpect.spawn:
    """The command on a terminal of its own."""
    return pexpect.spawn(
        sys.executable,
        ["-m", "frclean", *arguments],
        cwd=str(cwd),
        encoding="utf-8",
        timeout=30,
        env={**os.environ, "TERM": "xterm"},
        dimensions=(40, 200),
    )


def test_colours_only_on_a_terminal(tmp_path: Path) -> None:
    """A terminal gets colours, a pipe does not, and NO_COLOR is obeyed."""
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    screen = terminal("check", "a.md", cwd=tmp_path)
    assert "\x1b[31mGRM350\x1b[0m" in screen.read()
    assert "\x1b" not in frclean("check", "a.md", cwd=tmp_path).stdout
    assert "\x1b" in frclean("check", "--color", "always", "a.md", cwd=tmp_path).stdout
    quiet = pexpect.run(
        f"{sys.executable} -m frclean check a.md",
        cwd=str(tmp_path),
        env={**os.environ, "NO_COLOR": "1"},
    )
    assert b"GRM350" in quiet
    assert b"\x1b" not in quiet


LINES = st.lists(
    st.sampled_from(
        [BAD, BAD.strip(), "Il pleut.\n", "\n", "a\r\n", "\x85", "\N{LINE SEPARATOR}", "\f", "  "]
    ),
    max_size=10,
)


@pytest.mark.skipif(shutil.which("patch") is None, reason="needs the command patch")
@settings(dear, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LINES)
def test_a_diff_is_what_fix_does(tmp_path: Path, lines: list[str]) -> None:
    """`--diff`, given to `patch`, makes the file that `--fix` makes."""
    from frclean.config import Config
    from frclean.project.checking import Checker

    before = "".join(lines)
    after = Checker("prose", Config(), ()).fix(before, "text").text
    target = tmp_path / "a.md"
    target.write_bytes(before.encode())
    difference = "".join(unified("a.md", before, after)).encode()
    if difference:
        subprocess.run(PATCH, cwd=tmp_path, input=difference, check=True)
    assert target.read_bytes() == after.encode()


def test_diff_then_patch_then_fix(tmp_path: Path) -> None:
    """The same, with the command itself: two files, one in a folder."""
    (tmp_path / "b").mkdir()
    for name in ("a.md", "b/c.md"):
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + BAD.replace("\n", "\r\n").encode())
    shutil.copytree(tmp_path, tmp_path / "copy")
    done = subprocess.run(
        [sys.executable, "-m", "frclean", "check", "--diff", "a.md", "b"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    subprocess.run(PATCH, cwd=tmp_path, input=done.stdout, check=True)
    assert frclean("check", "--fix", ".", cwd=tmp_path / "copy").returncode == 0
    for name in ("a.md", "b/c.md"):
        assert (tmp_path / name).read_bytes() == (tmp_path / "copy" / name).read_bytes()
        assert b"d'entre eux" in (tmp_path / name).read_bytes()
    assert frclean("check", "--diff", "a.md", "b", cwd=tmp_path).returncode == 0


def test_watch(tmp_path: Path) -> None:
    """Each change of a file or of the configuration is answered."""
    path = tmp_path / "a.md"
    path.write_text("Il pleut.\n", encoding="utf-8")
    (tmp_path / "frclean.toml").write_text("", encoding="utf-8")
    screen = terminal("check", "--watch", "--output-format", "concise", ".", cwd=tmp_path)
    screen.expect("Rien à signaler")
    screen.expect("en attente")
    path.write_text(BAD, encoding="utf-8")
    screen.expect("2 remarques")
    screen.expect("en attente")
    (tmp_path / "frclean.toml").write_text('ignore = ["GRM001"]\n', encoding="utf-8")
    screen.expect("1 remarque")
    screen.expect("en attente")
    screen.sendintr()
    screen.expect(pexpect.EOF)
    screen.close()
    assert screen.exitstatus == 0


def test_show_settings(tmp_path: Path) -> None:
    """The settings as they hold for a file: those of its folder, the command line on top."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a.md").write_text("", encoding="utf-8")
    config = tmp_path / "b" / "frclean.toml"
    config.write_text('preset = "editorial"\nignore = ["GRM"]\n', encoding="utf-8")
    done = frclean("check", "--show-settings", "--ignore", "SPL100", "b/a.md", cwd=tmp_path)
    shown = json.loads(done.stdout)
    assert shown["preset"] == "editorial"
    assert shown["ignore"] == ["GRM", "SPL100"]
    assert shown["sources"] == [str(config)]


def test_review(tmp_path: Path) -> None:
    """Accept, allow a word, ignore here, reject; broken off, and taken up where it was left."""
    path = tmp_path / "a.md"
    path.write_text(
        "Chacun d'entres eux le sait.\n\nLe bordd est vide.\n\nIl a vu le coalition.\n\n"
        "L'un d'entres eux part.\n\nEn bordd, oui.\n",
        encoding="utf-8",
    )
    screen = terminal("review", "a.md", cwd=tmp_path)
    screen.expect("d'entres")
    screen.expect("> ")
    screen.send("z")  # no such answer: asked again
    screen.expect("> ")
    screen.send("a")
    screen.expect("bordd")
    screen.expect("> ")
    screen.send("m")
    screen.expect("le coalition")
    screen.expect("> ")
    screen.send("i")
    screen.expect("GRM350")
    screen.expect("> ")
    screen.send("q")
    screen.expect(pexpect.EOF)
    screen.close()
    assert screen.exitstatus == 1
    text = path.read_text("utf-8")
    assert "Chacun d'entre eux" in text
    assert re.search(r"coalition\..*frclean: ignore GRM001", text)
    assert (tmp_path / "frclean-words.txt").read_text("utf-8") == "bordd\n"

    screen = terminal("review", "a.md", cwd=tmp_path)
    screen.expect("d'entres")
    screen.expect("> ")
    screen.send("p")
    screen.expect(pexpect.EOF)
    screen.close()
    assert screen.exitstatus == 1

    screen = terminal("review", "a.md", cwd=tmp_path)
    screen.expect("d'entres")
    screen.expect("> ")
    screen.send("r")
    screen.expect(pexpect.EOF)
    screen.close()
    assert screen.exitstatus == 0
    assert terminal("review", "a.md", cwd=tmp_path).read() == ""
    assert path.read_text("utf-8") == text


def test_review_chooses(tmp_path: Path) -> None:
    """A number chooses among several repairs; answers may be piped in."""
    path = tmp_path / "a.md"
    path.write_text(BAD, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "frclean", "review", "a.md"], cwd=tmp_path, input="9\n1\nr\n",
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0
    assert path.read_text("utf-8") == "Chacun d'entre eux a vu le coalition.\n"


def test_cached_check_is_quick(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second look at unchanged files costs a fraction of the first."""
    monkeypatch.chdir(tmp_path)
    for number in range(6):
        (tmp_path / f"{number}.md").write_text(f"{number} {BAD}" * 100, encoding="utf-8")
    times, reports = [], []
    for _ in range(4):
        started = time.process_time()
        assert main(["check", "--workers", "1", "--output-format", "jsonl", str(tmp_path)]) == 1
        times.append(time.process_time() - started)
        reports.append(capsys.readouterr().out)
    assert len(set(reports)) == 1
    # The best of the others: the collector may have looked through all that other tests have left.
    assert min(times[1:]) < times[0] / 3


def _blocks(language: str) -> list[str]:
    page = (Path(__file__).parents[1] / "docs" / "editors.md").read_text("utf-8")
    return re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)


def test_documented_commands_are_commands() -> None:
    """Each command of docs/editors.md is one that the parser knows."""
    from frclean.cli import parser

    lines = [line for block in _blocks("console") for line in block.splitlines()]
    commands = [shlex.split(line.split("|")[0], comments=True) for line in lines if line]
    assert len(commands) >= 8
    for command in commands:
        assert command[0] == "frclean"
        parser().parse_args(command[1:])


def test_documented_settings_of_editors_can_be_read() -> None:
    """JSON, TOML and YAML of docs/editors.md are what they say; the hooks exist."""
    for block in _blocks("json"):
        assert json.loads(block)
    (helix,) = [tomllib.loads(b) for b in _blocks("toml") if b.startswith("# languages.toml")]
    assert helix["language-server"]["frclean"]["args"] == ["lsp"]
    manifest = (Path(__file__).parents[1] / ".pre-commit-hooks.yaml").read_text("utf-8")
    named = [name for block in _blocks("yaml") for name in re.findall(r"- id: ([\w-]+)", block)]
    assert named
    assert set(named) <= set(re.findall(r"^- id: ([\w-]+)", manifest, re.MULTILINE))
