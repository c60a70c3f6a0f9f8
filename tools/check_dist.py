"""Look at what is about to be published: ``python tools/check_dist.py dist``.

One wheel and one source distribution: their size, that nothing is missing and nothing is there
that should not be, and the licences. Prints what is wrong; exit code 1 if anything is. Before a
release, ``twine check --strict`` looks at the metadata.
"""

from __future__ import annotations

import email
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

LARGEST = 6_000_000
"""Bytes of each file: what installs in a moment stays installed."""

ROOT = Path(__file__).resolve().parent.parent
LICENCES = ("MIT", "LGPLLR", "CC-BY-SA-4.0")
#: Parts of the wheel, as patterns; each must be there.
IN_WHEEL = (
    "frclean/py.typed",
    "frclean/data/forms.marisa",
    "frclean/data/frequency.bin",
    "frclean/data/LGPL-LR.txt",
    "frclean/data/NOTICE.txt",
    "frclean/data/patterns.bin",
    "frclean/language/weights/README.md",
    "*.dist-info/licenses/LICENSE",
    "*.dist-info/licenses/NOTICE",
    "*.data/data/share/man/man1/frclean.1",
)
IN_SOURCE = (
    "LICENSE",
    "NOTICE",
    "README.md",
    "CHANGELOG.md",
    "hatch_build.py",
    "pyproject.toml",
    "tests/conftest.py",
    "docs/index.md",
    "examples/article.txt",
)
#: What the wheel may consist of; anything else is a mistake.
WHEEL_ROOTS = ("frclean/*", "frclean-*.dist-info/*", "frclean-*.data/data/share/man/man1/*")
NOWHERE = ("*__pycache__*", "*.pyc", "*.jar", ".ci/languagetool/*", ".ci/node/*")
#: Data of others are compiled for a wheel, and are not ours to publish as source.
NOT_IN_SOURCE = ("frclean/data/*",)


def problems(folder: Path) -> Iterator[str]:
    """What is wrong with the distributions in a folder, in words."""
    wheels, sources = sorted(folder.glob("*.whl")), sorted(folder.glob("*.tar.gz"))
    if len(wheels) != 1 or len(sources) != 1:
        yield f"one wheel and one .tar.gz are expected, not {len(wheels)} and {len(sources)}"
        return
    for path in (*wheels, *sources):
        if path.stat().st_size > LARGEST:
            yield f"{path.name}: {path.stat().st_size} bytes, more than {LARGEST}"
    yield from _wheel(wheels[0])
    yield from _source(sources[0])


def _wheel(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as wheel:
        names = wheel.namelist()
        yield from _contents(path.name, names, IN_WHEEL, NOWHERE)
        for name in names:
            if not any(fnmatch(name, root) for root in WHEEL_ROOTS):
                yield f"{path.name}: {name} does not belong there"
        modules = {str(file.relative_to(ROOT)) for file in (ROOT / "frclean").rglob("*.py")}
        for module in sorted(modules - set(names)):
            yield f"{path.name}: {module} is missing"
        metadata = next(name for name in names if name.endswith(".dist-info/METADATA"))
        yield from _licences(path.name, wheel.read(metadata).decode("utf-8"))


def _source(path: Path) -> Iterator[str]:
    with tarfile.open(path) as source:
        names = [member.name.partition("/")[2] for member in source.getmembers()]
        yield from _contents(path.name, names, IN_SOURCE, (*NOWHERE, *NOT_IN_SOURCE))
        described = source.extractfile(f"{path.name.removesuffix('.tar.gz')}/PKG-INFO")
        yield from _licences(path.name, described.read().decode("utf-8") if described else "")


def _contents(
    where: str, names: list[str], wanted: tuple[str, ...], unwanted: tuple[str, ...]
) -> Iterator[str]:
    for pattern in wanted:
        if not any(fnmatch(name, pattern) for name in names):
            yield f"{where}: {pattern} is missing"
    for name in names:
        if any(fnmatch(name, pattern) for pattern in unwanted):
            yield f"{where}: {name} must not be there"


def _licences(where: str, metadata: str) -> Iterator[str]:
    message = email.message_from_string(metadata)
    expression = message.get("License-Expression", "")
    for licence in LICENCES:
        if licence not in expression:
            yield f"{where}: the licence expression « {expression} » lacks {licence}"
    for requirement in message.get_all("Requires-Dist", []):
        # GPL libraries only where they are asked for by name.
        if requirement.lower().startswith(("unidecode", "language-tool")) and "extra" not in (
            requirement
        ):
            yield f"{where}: {requirement} must be an extra"


def main(arguments: list[str]) -> int:
    """Look at the folder that is named, ``dist`` by default."""
    found = list(problems(Path(arguments[0] if arguments else "dist")))
    for problem in found:
        print(problem)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
