"""Every example of the tutorial and the how-to pages, run in the order of its page.

A page begins in an empty folder with the files of ``examples/``. In a block ``console``, lines
after ``$`` are commands (``>`` goes on) and the others what they print, ``…`` any lines;
where none is shown, anything may be printed. A block
``python`` without prompts is a script; with prompts it is a doctest (``tests/test_docs.py``).
``<!-- file: NAME -->`` makes a file of the next block, ``<!-- not run: WHY -->`` leaves it out.
"""

from __future__ import annotations

import gzip
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from frclean.cli import parser

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
RUN = [DOCS / name for name in ("tutorial.md", "migration.md", "faq.md", "fr.md")]
RUN += sorted((DOCS / "howto").glob("*.md"))
WITH_COMMANDS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
BLOCK = re.compile(
    r"(?:^<!-- (?P<note>file|not run): (?P<about>[^\n]+) -->\n)?"
    r"^```(?P<language>\w+)\n(?P<code>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


class Block(NamedTuple):
    """One fenced block of a page."""

    note: str | None
    about: str
    language: str
    code: str


def blocks(page: Path) -> Iterator[Block]:
    for found in BLOCK.finditer(page.read_text("utf-8")):
        yield Block(found["note"], found["about"] or "", found["language"], found["code"])


def commands(code: str) -> Iterator[tuple[str, list[str]]]:
    """The commands of a console block, and the lines that each prints."""
    command, printed = "", []
    for line in code.splitlines():
        if line.startswith("$ "):
            if command:
                yield command, printed
            command, printed = line[2:], []
        elif line.startswith("> ") and not printed:
            command += "\n" + line[2:]
        else:
            printed.append(line)
    assert command, f"a console block begins with a command after « $ »:\n{code}"
    yield command, printed


def agrees(shown: list[str], printed: list[str]) -> bool:
    """True if what is shown is what is printed, « … » standing for any lines."""
    parts = [".*" if line == "…" else re.escape(line.rstrip()) for line in shown]
    return bool(re.fullmatch("\n".join(parts), "\n".join(map(str.rstrip, printed)), re.DOTALL))


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Path]:
    """A folder with the examples."""
    shutil.copytree(ROOT / "examples", tmp_path, dirs_exist_ok=True)
    return tmp_path


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "PYTHONUTF8": "1", "COLUMNS": "80"}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True,
                          encoding="utf-8", timeout=120)  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="the pages show what GNU's tools print")
@pytest.mark.parametrize("page", RUN, ids=lambda page: page.name)
def test_page(page: Path, tmp_path: Path, shell: Path) -> None:
    last = 0
    for block in blocks(page):
        if block.note == "file":
            (shell / block.about).write_text(block.code, "utf-8")
        elif block.note == "not run":
            continue
        elif block.language == "python" and not block.code.startswith(">>>"):
            done = run(shell, sys.executable, "-c", block.code)
            assert done.returncode == 0, f"{block.code}\n{done.stderr}"
        elif block.language == "console":
            for command, shown in commands(block.code):
                done = run(shell, "bash", "-c", f"(exit {last})\n{command}")
                last = done.returncode
                assert "Traceback" not in done.stderr, f"{command}\n{done.stderr}"
                printed = (done.stdout + done.stderr).splitlines()
                assert agrees(shown, printed) or not shown, f"{command}\n" + "\n".join(printed)


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=lambda page: page.name)
def test_commands_are_understood(page: Path) -> None:
    """No page shows a command or an option that there is not."""
    for block in blocks(page):
        if block.language not in ("console", "sh"):
            continue
        for command in frclean_commands(block.code):
            try:
                parser().parse_args(command)
            except SystemExit as end:
                assert end.code == 0, f"{page.name}: frclean {shlex.join(command)}"  # noqa: PT017


@pytest.mark.skipif(sys.platform == "win32", reason="git and a POSIX shell")
@pytest.mark.parametrize("name", ["audit.md", "boilerplate.md", "editors.md", "formats.md"])
def test_commands_of_the_reference_run(name: str, shell: Path) -> None:
    """Pages that show commands without what they print: each does its work on a small project."""
    (shell / "article.md").write_text(
        "# Le port\n\nChacun d'entres eux a vu le coalition.\n", "utf-8"
    )
    scraped = (shell / "scrape.jsonl").read_bytes()
    (shell / "articles.jsonl").write_bytes(scraped)
    (shell / "articles.jsonl.gz").write_bytes(gzip.compress(scraped))
    subprocess.run(["git", "init", "-q"], cwd=shell, check=True)
    for block in blocks(DOCS / name):
        if block.language in ("console", "sh"):
            for command in frclean_commands(block.code):
                # One asks questions, the others go on until they are stopped.
                if command[0] not in ("review", "serve", "lsp"):
                    done = run(shell, sys.executable, "-m", "frclean", *command)
                    assert done.returncode in (0, 1), f"{command}\n{done.stderr}"
                    assert "Traceback" not in done.stderr


def frclean_commands(code: str) -> Iterator[list[str]]:
    """The arguments of every ``frclean …`` in a block of commands."""
    for line in code.splitlines():
        words = shlex.shlex(line.removeprefix("$ "), posix=True, punctuation_chars="|;&<>")
        words.whitespace_split = True
        try:
            row = list(words)
        except ValueError:  # a quotation that goes on in the next line
            continue
        for part in " ".join("\0" if set(word) <= set("|;&<>") else shlex.quote(word)
                             for word in row).split("\0"):  # fmt: skip
            command = shlex.split(part)
            if len(command) > 1 and command[0].rpartition("/")[2] == "frclean":
                yield command[1:]


def test_agreement_can_fail() -> None:
    assert agrees(["a", "…", "d"], ["a", "b", "c", "d"])
    assert not agrees(["a", "…", "d"], ["a", "b", "c"])
    assert not agrees(["a"], ["a", "b"])
    assert not agrees([], ["a"])
