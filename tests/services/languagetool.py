"""A real LanguageTool for tests, made of its Maven packages: ``python tests/services/languagetool.py``.

What Maven fetches is a heap of jars. language-tool-python starts a directory that is named
``LanguageTool-6.6`` and holds ``languagetool-server.jar``: here a jar that is nothing but a
manifest naming all the others.
"""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

__all__ = ["HOME", "VERSION", "install"]

VERSION = "6.6"
_ROOT = Path(__file__).resolve().parents[2]
HOME = _ROOT / ".ci" / "languagetool" / f"LanguageTool-{VERSION}"
_JAR = "languagetool-server.jar"


def install() -> Path:
    """The directory of LanguageTool; fetched if it is not there yet (Maven and Java are)."""
    jar = HOME / _JAR
    if not jar.exists():
        libraries = HOME / "libs"
        libraries.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["mvn", "-q", "-B", "-f", Path(__file__).with_name("pom.xml"),
             "dependency:copy-dependencies", f"-DoutputDirectory={libraries}"],
            check=True,
        )  # fmt: skip
        names = sorted(f"libs/{path.name}" for path in libraries.glob("*.jar"))
        part = jar.with_suffix(".part")
        with zipfile.ZipFile(part, "w") as archive:
            archive.writestr("META-INF/MANIFEST.MF", _manifest(names))
        part.rename(jar)
    return HOME


def _manifest(names: list[str]) -> str:
    """The main section of a manifest; its lines may be 72 bytes long (JAR specification)."""
    line = "Class-Path: " + " ".join(names)
    parts = [line[:70], *(line[i : i + 69] for i in range(70, len(line), 69))]
    return "Manifest-Version: 1.0\r\n" + "\r\n ".join(parts) + "\r\n\r\n"


if __name__ == "__main__":
    print(install())
