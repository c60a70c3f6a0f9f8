"""Reports, read by the programs they are made for."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from frclean.config import Config
from frclean.project.checking import Checker
from frclean.report import write
from frclean.report.item import File, Report

MODULES = Path(__file__).resolve().parents[2] / ".ci" / "node" / "node_modules"
TEXT = "Chacun d'entres eux a vu le coalition.\nL'objectif a atteindre, 100% sûr.\n"

#: Says every row of its input as GitHub's toolkit does.
TOOLKIT = """
import { readFileSync } from "node:fs";
const core = await import(process.argv[2]);
for (const [level, message, where] of JSON.parse(readFileSync(0, "utf-8")))
  core[level](message, where);
"""


@pytest.fixture(autouse=True)
def _needs(missing: Callable[[str], None]) -> None:
    if shutil.which("node") is None or not MODULES.is_dir():
        missing("node with @actions/core and rdformat-validator")


def report(path: str) -> Report:
    findings = tuple(Checker("prose", Config(), ()).check(TEXT, "text"))
    return Report([File(path, TEXT, findings)])


def test_github_commands_are_those_of_its_toolkit(tmp_path: Path) -> None:
    """@actions/core says the same findings in the same words, escapes included."""
    made = report("a,b:c%.md")
    names = {"error": "error", "warning": "warning", "info": "notice"}
    rows = [
        (
            names[item.level],
            item.finding.message,
            {
                "title": f"frclean {item.finding.code}",
                "file": item.path,
                "startLine": item.start.line,
                "endLine": item.end.line,
                "startColumn": item.start.column,
                "endColumn": item.end.column,
            },
        )
        for item in made.items
    ]
    script = tmp_path / "say.mjs"
    script.write_text(TOOLKIT, encoding="utf-8")
    core = MODULES / "@actions" / "core" / "lib" / "core.js"
    done = subprocess.run(
        ["node", str(script), core.as_uri()],
        input=json.dumps(rows), capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert len(rows) >= 3
    assert done.stdout.splitlines() == list(write("github", made))


def test_rdjson_is_valid(tmp_path: Path) -> None:
    """The validator of Reviewdog's format accepts the report, and refuses a broken one."""
    validator = [
        "node",
        str(MODULES / "@umbrelladocs/rdformat-validator/bin/rdformat-validator.js"),
    ]
    target = tmp_path / "report.json"
    for text, code in (("".join(write("rdjson", report("a.md"))), 0), ('{"diagnostics": [{}]}', 1)):
        target.write_text(text, encoding="utf-8")
        done = subprocess.run(
            [*validator, "--strict", "--no-extra-fields", str(target)],
            capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
        assert done.returncode == code, done.stdout + done.stderr
