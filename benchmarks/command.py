"""What ``frclean check`` costs from start to end: ``python benchmarks/command.py``.

One small Markdown file in a new process, and the first run over 300 of them beside codespell
(``pip install codespell pre-commit``) on the same files: each by itself, and as a hook of
pre-commit on a git repository. Byte code is compiled before; no file is in the cache. The best of
some runs, each after one of the other: CPU moves less with what else a machine does than seconds
on the wall.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))
import corpus

FRCLEAN = (sys.executable, "-m", "frclean", "check")
CODESPELL = (sys.executable, "-m", "codespell_lib")
HOOK = (sys.executable, "-m", "pre_commit", "run", "--all-files")

#: As the hooks of both projects declare themselves, but for the environments they run in.
HOOKS = f"""
repos:
- repo: local
  hooks:
  - id: frclean
    name: frclean
    entry: {" ".join(FRCLEAN)}
    language: system
    types_or: [plain-text, markdown]
    require_serial: true
  - id: codespell
    name: codespell
    entry: {" ".join(CODESPELL)}
    language: system
    types: [text]
"""

SMALL = """# La gare de Vernay

La région lance enfin les travaux, deux ans après les attentas qui ont frappé le dépôt de bus.
Le commission a visité le chantier lundi. Jean-yves Morel, qui conduit le projet, se tait.

« Il reste un pont a construire », confie t-on dans l’entourage du maire.
"""


class Cost(NamedTuple):
    """Seconds on the wall and of CPU, those of child processes included."""

    wall: float
    cpu: float


def cost(command: Sequence[str], folder: Path) -> Cost:
    """Run a command in a folder in which nothing is remembered."""
    shutil.rmtree(folder / ".frclean_cache", ignore_errors=True)
    before, began = os.times(), time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    wall, after = time.perf_counter() - began, os.times()
    if b"Traceback" in done.stderr or b"No module" in done.stderr:
        raise SystemExit(done.stderr.decode())
    cpu = after.children_user + after.children_system
    return Cost(wall, cpu - before.children_user - before.children_system)


def best(costs: Sequence[Cost]) -> Cost:
    """The least of either kind."""
    return Cost(min(c.wall for c in costs), min(c.cpu for c in costs))


def write_stock(folder: Path, count: int) -> None:
    """So many articles, with a title each."""
    # Half as long as those that other scripts use: 1.5 kB, as short news are.
    for number, text in enumerate(corpus.articles(count, seed=11)):
        body = "\n\n".join(text.split("\n\n")[:5])
        path = folder / f"article-{number}.md"
        path.write_text(f"# Article {number}\n\n{body}\n", encoding="utf-8")


def make_repository(folder: Path) -> None:
    """Make a git repository of a folder, with both hooks."""
    (folder / ".pre-commit-config.yaml").write_text(HOOKS, encoding="utf-8")
    name = ("-c", "user.name=Rédaction", "-c", "user.email=redaction@example.org")
    for step in (["init", "-q"], ["add", "-A"], [*name, "commit", "-q", "-m", "texts"]):
        subprocess.run(["git", *step], cwd=folder, check=True)


def compare(what: str, ours: Sequence[str], theirs: Sequence[str], folder: Path, runs: int) -> None:
    """Run both in turn and print the best of each."""
    pairs = [(cost(ours, folder), cost(theirs, folder)) for _ in range(runs)]
    mine, other = (best(costs) for costs in zip(*pairs, strict=True))
    print(f"{what}: {mine.wall:.2f} s, {mine.cpu:.2f} s of CPU")
    print(f"codespell on the same: {other.wall:.2f} s, {other.cpu:.2f} s of CPU")
    print(f"{mine.wall / other.wall:.1f} x codespell, {mine.cpu / other.cpu:.1f} x its CPU")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        small, stock = Path(name, "small"), Path(name, "stock")
        small.mkdir()
        stock.mkdir()
        (small / "small.md").write_text(SMALL, encoding="utf-8")
        write_stock(stock, options.files)
        one = [cost((*FRCLEAN, "small.md"), small) for _ in range(4 * options.runs)]
        wall, cpu = best(one[1:])
        print(f"one small file: {wall * 1000:.0f} ms, {cpu * 1000:.0f} ms of CPU")
        size = f"{options.files} files, first run, {os.cpu_count()} cores"
        compare(size, (*FRCLEAN, "."), (*CODESPELL, "."), stock, options.runs)
        make_repository(stock)
        ours, theirs = (*HOOK, "frclean"), (*HOOK, "codespell")
        compare(f"{size}, as a hook", ours, theirs, stock, options.runs)


if __name__ == "__main__":
    main()
