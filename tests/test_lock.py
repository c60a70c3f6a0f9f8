"""requirements-dev.lock pins what pyproject.toml asks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging import requirements  # pytest brings it

ROOT = Path(__file__).resolve().parent.parent
PINNED = re.compile(r"^([\w.-]+)==(\S+)")


def name(of: str) -> str:
    return re.sub(r"[-_.]+", "-", of).lower()


def pins() -> dict[str, list[str]]:
    """Name -> versions (several, where platforms or Pythons differ)."""
    found: dict[str, list[str]] = {}
    for line in (ROOT / "requirements-dev.lock").read_text("utf-8").splitlines():
        if match := PINNED.match(line):
            found.setdefault(name(match[1]), []).append(match[2])
    return found


def asked(extra: str, project: dict[str, dict[str, list[str]]]) -> list[str]:
    """The requirements of an extra, those of the extras that it names among them."""
    found = []
    for line in project["optional-dependencies"][extra]:
        requirement = requirements.Requirement(line)
        if requirement.name == "frclean":
            found += [each for inner in requirement.extras for each in asked(inner, project)]
        else:
            found.append(line)
    return found


def test_every_requirement_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pinned = pins()
    for line in [*project["dependencies"], *asked("test", project), *asked("docs", project)]:
        requirement = requirements.Requirement(line)
        versions = pinned.get(name(requirement.name), [])
        assert versions, f"{line} is not in requirements-dev.lock"
        assert all(map(requirement.specifier.contains, versions)), f"{line}: {versions}"
