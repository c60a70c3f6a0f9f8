"""Which files are meant: those that are named, and those found in folders that are named."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from frclean.project.patterns import matches
from frclean.project.settings import Settings

__all__ = ["Found", "find_files"]

SettingsOf = Callable[[Path], Settings]


class Found(NamedTuple):
    """The files to check, with their settings, and how many named ones are excluded."""

    files: list[tuple[Path, Settings]]
    excluded: int


def find_files(paths: Iterable[str | Path], settings_of: SettingsOf) -> Found:
    """The files that ``paths`` mean, each once.

    A named file is taken whatever its name, unless the settings exclude it: pre-commit and
    editors name every file. A folder gives the files in it that are included, not excluded, and
    not ignored by git.

    Raises:
        FileNotFoundError: if a path is not there.

    """
    files: dict[Path, Settings] = {}
    excluded = 0
    for path in map(Path, paths):
        if path.is_dir():
            files |= dict(_in_folder(path, settings_of))
            continue
        if not path.exists():
            raise FileNotFoundError(f"there is no file {path}")
        settings = settings_of(path.parent)
        if settings.is_excluded(path):
            excluded += 1
        else:
            files[path] = settings
    return Found(list(files.items()), excluded)


def _in_folder(folder: Path, settings_of: SettingsOf) -> Iterator[tuple[Path, Settings]]:
    for path in sorted(_walked(folder)):
        settings = settings_of(path.parent)
        relative = settings.relative(path)
        if matches(relative, settings.include) and not matches(relative, settings.exclude):
            yield path, settings


def _walked(folder: Path) -> Iterator[Path]:
    """The files below ``folder``: as git sees them where git is, else all but hidden folders."""
    listed = _listed_by_git(folder)
    if listed is not None:
        yield from listed
        return
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(root, name) for name in names)


def _listed_by_git(folder: Path) -> list[Path] | None:
    """What git tracks or would track below ``folder``; None outside a work tree."""
    if not any(
        (parent / ".git").exists() for parent in (folder.absolute(), *folder.absolute().parents)
    ):
        return None
    import subprocess

    command = [
        "git",
        "-C",
        str(folder),
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]
    try:
        done = subprocess.run(command, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    names = os.fsdecode(done.stdout).split("\0")[:-1]
    return [path for name in dict.fromkeys(names) if (path := folder / name).is_file()]
