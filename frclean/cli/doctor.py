"""``frclean doctor``: what is installed, what is missing, one line each."""

from __future__ import annotations

import argparse
import functools
import importlib.metadata
import importlib.util
import os
import platform
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from frclean.version import __version__

__all__ = ["add", "examine", "run"]


class Line(NamedTuple):
    """One thing that was looked at."""

    name: str
    good: bool
    says: str
    needed: bool = False
    """frclean cannot work without it."""


def add(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "doctor",
        help="say what is installed and what is missing",
        description="Look at Python, the lexicon, the extras, Java and LanguageTool: a line each. "
        "Exit code 1 if frclean itself cannot work.",
    )
    parser.add_argument(
        "--languagetool",
        metavar="URL|DIRECTORY",
        help="a server, or a directory LanguageTool-6.6 (default: FRCLEAN_LANGUAGETOOL)",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Look and print."""
    lines = list(examine(options.languagetool or os.environ.get("FRCLEAN_LANGUAGETOOL")))
    width = max(len(line.name) for line in lines)
    for line in lines:
        print(f"{'ok' if line.good else '--'}  {line.name:{width}}  {line.says}")
    return 1 if any(line.needed and not line.good for line in lines) else 0


def examine(languagetool: str | None) -> Iterator[Line]:
    """Everything that can be missing."""
    yield Line("frclean", True, __version__)
    yield Line("Python", True, f"{platform.python_version()} on {platform.system()}")
    yield _tried("lexicon", _lexicon, needed=True)
    yield _tried("rules", _rules, needed=True)
    for extra, modules in _EXTRAS.items():
        absent = [name for name in modules if importlib.util.find_spec(name) is None]
        says = f"pip install 'frclean[{extra}]'" if absent else _versions(modules)
        yield Line(f"extra {extra}", not absent, says)
    yield _tried("Java", _java)
    if languagetool is None:
        yield Line("LanguageTool", False, "no address given (--languagetool, FRCLEAN_LANGUAGETOOL)")
    elif languagetool.startswith(("http://", "https://")):
        yield _tried("LanguageTool", lambda: _server(languagetool))
    else:
        yield _tried("LanguageTool", lambda: _directory(languagetool))


#: Extra -> the modules that it installs.
_EXTRAS = {
    "ascii": ("unidecode",),
    "audit": ("jinja2", "matplotlib"),
    "batch": ("pyarrow", "zstandard"),
    "completion": ("shtab",),
    "formats": ("tree_sitter", "pylatexenc"),
    "html": ("trafilatura",),
    "languagetool": ("language_tool_python", "diskcache"),
    "learn": ("duckdb",),
    "lsp": ("pygls",),
    "server": ("starlette", "uvicorn"),
    "testing": ("hypothesis",),
    "datasets": ("datasets",),
    "datatrove": ("datatrove",),
    "pandas": ("pandas",),
    "polars": ("polars",),
    "ray": ("ray",),
    "spark": ("pyspark",),
}


def _tried(name: str, look: Callable[[], str], *, needed: bool = False) -> Line:
    try:
        return Line(name, True, look(), needed)
    except Exception as error:  # a doctor reports; it does not fall ill
        return Line(name, False, f"{error}".split("\n", 1)[0] or type(error).__name__, needed)


def _lexicon() -> str:
    from frclean.language.lexicon import lexicon

    return f"compiled, digest {lexicon().digest[:12]}"


def _rules() -> str:
    from frclean.rules import ALL_RULES

    return f"{len(ALL_RULES)} rules"


def _versions(modules: tuple[str, ...]) -> str:
    names = _distributions()
    found = dict.fromkeys(name for module in modules for name in names.get(module, ())[:1])
    return ", ".join(f"{name} {importlib.metadata.version(name)}" for name in found)


@functools.cache
def _distributions() -> Mapping[str, Sequence[str]]:
    """Module -> the packages it may come from; to ask takes as long as all the rest."""
    return importlib.metadata.packages_distributions()


def _java() -> str:
    if shutil.which("java") is None:
        raise FileNotFoundError("none on the path (LanguageTool and Spark need one)")
    done = subprocess.run(
        ["java", "-version"], check=False, capture_output=True, text=True, timeout=30
    )
    found = re.search(r'version "([^"]+)"', done.stderr + done.stdout)
    return found[1] if found else "there, but it does not say its version"


def _server(url: str) -> str:
    """Version, time of an answer, and, if it runs here, its memory."""
    import json
    import time
    from urllib.request import urlopen

    begun = time.monotonic()
    address = f"{url.rstrip('/').removesuffix('/v2')}/v2/check?language=fr&text=Il+pleut."
    with urlopen(address, timeout=20) as answer:
        about = json.load(answer)["software"]
    took = f"{1000 * (time.monotonic() - begun):.0f} ms"
    memory = _memory_of(url)
    return ", ".join(filter(None, (f"{about['name']} {about['version']} at {url}", took, memory)))


def _memory_of(url: str) -> str:
    """What a server on this machine holds of it."""
    from urllib.parse import urlsplit

    parts = urlsplit(url)
    if parts.hostname not in ("localhost", "127.0.0.1", "::1"):
        return ""
    try:
        import psutil

        for process in psutil.process_iter(["name"]):
            if "java" not in (process.info["name"] or ""):
                continue
            listening = (c.laddr.port for c in process.net_connections() if c.status == "LISTEN")
            if parts.port in listening:
                return f"{process.memory_info().rss / 1e6:.0f} MB"
    except Exception:  # psutil is missing, or may not look
        return ""
    return ""


def _directory(path: str) -> str:
    from frclean.languagetool.local import Directory

    return f"LanguageTool {Directory(path).version} in {path}"
