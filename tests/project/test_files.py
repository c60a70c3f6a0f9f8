"""Which files are meant."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from frclean.project.files import find_files
from frclean.project.patterns import matches
from frclean.project.settings import Settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        *("a.md", "b.txt", "code.py", "docs/c.rst", "docs/d.md"),
        *("archives/e.md", "build/f.md", ".hidden/g.md"),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Il pleut.\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("build/\n", encoding="utf-8")
    return tmp_path


def names(folder: Path, settings: Settings, *paths: Path) -> list[str]:
    found = find_files(paths, lambda _: settings)
    return [path.relative_to(folder).as_posix() for path, _ in found.files]


def test_git_decides(folder: Path) -> None:
    """In a work tree: what git tracks or would track; elsewhere: all but hidden folders."""
    settings = Settings(root=folder, exclude=("archives/",))
    expected = ["a.md", "b.txt", "docs/c.rst", "docs/d.md"]
    assert sorted(names(folder, settings, folder)) == sorted([*expected, "build/f.md"])

    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    assert sorted(names(folder, settings, folder)) == sorted([*expected, ".hidden/g.md"])
    subprocess.run(["git", "add", "a.md"], cwd=folder, check=True)
    (folder / "a.md").unlink()
    assert "a.md" not in names(folder, settings, folder)


def test_named_files(folder: Path) -> None:
    """A named file is taken whatever its name, unless it is excluded; each file once."""
    settings = Settings(root=folder, exclude=("archives/", "docs/*.md"))
    paths = [folder / name for name in ("code.py", "archives/e.md", "docs/d.md", "a.md", "a.md")]
    found = find_files(paths, lambda _: settings)

    assert [path.name for path, _ in found.files] == ["code.py", "a.md"]
    assert found.excluded == 2


def test_what_is_not_there(folder: Path) -> None:
    """A path that is not there is an error, with its name."""
    with pytest.raises(FileNotFoundError, match=r"there is no file .*nowhere\.md"):
        find_files([folder / "nowhere.md"], lambda _: Settings())


@pytest.mark.parametrize(
    ("path", "pattern", "expected"),
    [
        ("a.md", "*.md", True),
        ("x/a.md", "*.md", True),
        ("x/a.md", "/*.md", False),
        ("x/y/a.md", "x/*.md", False),
        ("x/y/a.md", "x/**/*.md", True),
        ("x/a.md", "x/**/*.md", True),
        ("x/y/a.md", "x", True),
        ("xx/a.md", "x", False),
        ("x", "x/", False),
        ("y/x/a", "x/", True),
        ("a.md", "[!b].md", True),
        ("b.md", "[!b].md", False),
        ("a+b.md", "a+b.md", True),
        ("a.md", "?.md", True),
        ("été/à.md", "été/**", True),
    ],
)
def test_patterns(path: str, pattern: str, expected: bool) -> None:
    """As in .gitignore."""
    assert matches(path, [pattern]) is expected
