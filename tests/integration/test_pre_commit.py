"""The hooks, run by pre-commit itself on a real git repository."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOOD = "# Le port\n\nLe port a rouvert mardi après deux semaines de travaux sur la jetée.\n"
BAD = "# Le port\n\nChacun d'entres eux a vu le coalition.\n"


def git(*arguments: str, cwd: Path) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=cwd, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout


def pre_commit(*arguments: str, cwd: Path, home: Path, tool: str = "pre_commit") -> tuple[int, str]:
    """Exit code and output of a run of pre-commit, or of another tool that reads its files."""
    done = subprocess.run(
        [sys.executable, "-m", tool, *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
        env={
            **os.environ,
            "PRE_COMMIT_HOME": str(home),
            "PREK_HOME": str(home / "prek"),
            "PRE_COMMIT_COLOR": "never",
        },
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as a git repository of its own, as a stranger's pre-commit clones it."""
    target = tmp_path_factory.mktemp("hooks") / "frclean"
    tracked = git("ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT)
    for name in tracked.split("\0")[:-1]:
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    _commit(target)
    return target


def _commit(folder: Path) -> None:
    git("init", "-q", "-b", "main", cwd=folder)
    git("config", "user.email", "redaction@example.org", cwd=folder)
    git("config", "user.name", "Rédaction", cwd=folder)
    git("config", "commit.gpgsign", "false", cwd=folder)
    git("add", "-A", cwd=folder)
    git("commit", "-q", "-m", "texts", cwd=folder)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pre-commit-home")


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A repository of texts; what is in « archives » is excluded by its configuration."""
    folder = tmp_path / "textes"
    (folder / "archives").mkdir(parents=True)
    (folder / "bon.md").write_text(GOOD, encoding="utf-8")
    (folder / "faux.md").write_text(BAD, encoding="utf-8")
    (folder / "archives" / "vieux.md").write_text(BAD, encoding="utf-8")
    (folder / "code.py").write_text("# d'entres eux\n", encoding="utf-8")
    (folder / "frclean.toml").write_text('exclude = ["archives/"]\n', encoding="utf-8")
    _commit(folder)
    return folder


@pytest.fixture(autouse=True)
def _needs(missing: Callable[[str], None]) -> None:
    for module in ("pre_commit", "prek", "codespell_lib"):
        if importlib.util.find_spec(module) is None:
            missing(module)


def test_try_repo(hooks: Path, home: Path, texts: Path) -> None:
    """`pre-commit try-repo` checks prose, leaves code alone, and obeys excludes."""
    code, output = pre_commit(
        "try-repo", str(hooks), "frclean", "--all-files", "--verbose", cwd=texts, home=home
    )

    assert code == 1, output
    assert "faux.md:3:8: GRM350" in output
    assert "faux.md:3:26: GRM001" in output
    assert "vieux.md:" not in output
    assert "1 fichier nommé, mais exclu par la configuration" in output
    assert "code.py" not in output
    assert (texts / "faux.md").read_text("utf-8") == BAD


@pytest.mark.parametrize("tool", ["pre_commit", "prek"])
def test_a_configured_repository(tool: str, hooks: Path, home: Path, texts: Path) -> None:
    """Both hooks of a configuration: one complains, one repairs; then there is peace."""
    revision = git("rev-parse", "HEAD", cwd=hooks).strip()
    (texts / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hooks}\n  rev: {revision}\n  hooks:\n  - id: frclean-fix\n"
        "    exclude: ^brouillons/\n  - id: frclean\n    exclude: ^brouillons/\n",
        encoding="utf-8",
    )
    (texts / "brouillons").mkdir()
    (texts / "brouillons" / "a.md").write_text(BAD, encoding="utf-8")
    git("add", "-A", cwd=texts)
    first, output = pre_commit("run", "--all-files", cwd=texts, home=home, tool=tool)
    assert first == 1, output
    assert "files were modified by this hook" in output
    repaired = BAD.replace("d'entres", "d'entre").replace("le coalition", "la coalition")
    assert (texts / "faux.md").read_text("utf-8") == repaired
    assert (texts / "archives" / "vieux.md").read_text("utf-8") == BAD
    assert (texts / "brouillons" / "a.md").read_text("utf-8") == BAD

    git("add", "-A", cwd=texts)
    second, output = pre_commit("run", "--all-files", cwd=texts, home=home, tool=tool)
    assert second == 0, output


def _stock(folder: Path, files: int) -> None:
    """A stock of Markdown articles, no two alike, made of the rules' own good sentences."""
    import random

    from frclean.rules import ALL_RULES
    from frclean.rules.kinds import Good, every_example

    good = [example.text for _, example in every_example(ALL_RULES) if isinstance(example, Good)]
    assert len(good) > 500
    chance = random.Random(11)
    for number in range(files):
        paragraphs = [" ".join(chance.sample(good, 5)) for _ in range(8)]
        text = f"# Article {number}\n\n" + "\n\n".join(paragraphs) + "\n"
        (folder / f"article-{number}.md").write_text(text, encoding="utf-8")


def test_three_hundred_files(hooks: Path, home: Path, tmp_path: Path) -> None:
    """The second run takes at most 1.5 s; the first is shown beside codespell's on the files."""
    folder = tmp_path / "stock"
    folder.mkdir()
    _stock(folder, 300)
    _commit(folder)
    durations = []
    for _ in range(2):
        code, output = pre_commit(
            "try-repo", str(hooks), "frclean", "--all-files", "--verbose", cwd=folder, home=home
        )
        assert code in (0, 1), output
        durations.append(float(re.findall(r"- duration: ([\d.]+)s", output)[-1]))
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "codespell_lib", "."], cwd=folder, capture_output=True, check=False
    )
    codespell = time.perf_counter() - started
    print(f"first {durations[0]:.2f} s, second {durations[1]:.2f} s, codespell {codespell:.2f} s")

    assert durations[1] <= 1.5
