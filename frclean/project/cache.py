"""What was found in files that have not changed since."""

from __future__ import annotations

import functools
import hashlib
import json
import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from frclean.document import Edit, Span
from frclean.finding import Applicability, Finding, Fix
from frclean.version import __version__

__all__ = ["Cache", "finding_from_dict", "stamp"]

_SCHEMA = "CREATE TABLE IF NOT EXISTS found (key BLOB PRIMARY KEY, findings TEXT, used INTEGER)"
_DAY = 86_400
_KEPT_DAYS = 60


class Cache:
    """A folder that remembers findings by what they depend on.

    Several processes may share it. A cache that cannot be read or written is no error: it
    remembers nothing.
    """

    def __init__(self, folder: Path | None) -> None:
        self._connection: sqlite3.Connection | None = None
        if folder is None:
            return
        try:
            _prepare(folder)
            self._connection = sqlite3.connect(folder / "findings.sqlite", timeout=5)
            self._connection.execute("PRAGMA synchronous = OFF")
            self._connection.execute(_SCHEMA)
        except (OSError, sqlite3.Error):
            self._connection = None

    def get(self, keys: Sequence[bytes]) -> dict[bytes, tuple[Finding, ...]]:
        """What is known under ``keys``."""
        if self._connection is None:
            return {}
        known = {}
        try:
            for start in range(0, len(keys), 500):
                part = keys[start : start + 500]
                marks = ",".join("?" * len(part))
                query = f"SELECT key, findings FROM found WHERE key IN ({marks})"
                for key, findings in self._connection.execute(query, part):
                    known[key] = tuple(map(finding_from_dict, json.loads(findings)))
        except (sqlite3.Error, ValueError, KeyError):
            return {}
        return known

    def put(self, found: Mapping[bytes, Iterable[Finding]]) -> None:
        """Remember findings; forget those that nobody has written for two months."""
        if self._connection is None or not found:
            return
        now = int(time.time()) // _DAY
        rows = [
            (key, json.dumps([f.to_dict() for f in findings], ensure_ascii=False), now)
            for key, findings in found.items()
        ]
        try:
            with self._connection:
                self._connection.executemany("INSERT OR REPLACE INTO found VALUES (?,?,?)", rows)
                self._connection.execute("DELETE FROM found WHERE used < ?", (now - _KEPT_DAYS,))
        except (sqlite3.Error, UnicodeEncodeError):
            return

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _prepare(folder: Path) -> None:
    """Make the folder, and keep it out of git and of backups."""
    if folder.is_dir():
        return
    folder.mkdir(parents=True)
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    (folder / "CACHEDIR.TAG").write_text(
        "Signature: 8a477f597d28d172789f06886806bc55\n", encoding="utf-8"
    )


def finding_from_dict(values: Mapping[str, Any]) -> Finding:
    """The finding of which ``values`` is the ``to_dict()``."""
    fixes = tuple(
        Fix(
            fix["replacement"],
            tuple(Edit(Span(e["start"], e["end"]), e["replacement"]) for e in fix["edits"]),
            Applicability(fix["applicability"]),
        )
        for fix in values["fixes"]
    )
    return Finding(
        code=values["code"],
        name=values["name"],
        message=values["message"],
        span=Span(values["start"], values["end"]),
        found=values["found"],
        fixes=fixes,
        reason=values.get("reason", ""),
        line=values["line"],
        column=values["column"],
    )


@functools.cache
def stamp() -> str:
    """A digest of the program itself: version, code, lexicon, weights.

    An installed wheel lists the digests of its files; in a work tree, sizes and times of the
    files stand for them.
    """
    package = Path(__file__).resolve().parent.parent
    record = package.parent / f"frclean-{__version__}.dist-info" / "RECORD"
    try:
        lines = record.read_text("utf-8").splitlines()
    except OSError:
        lines = []
    listed = [line for line in lines if line.startswith("frclean/") and ".pyc" not in line]
    parts = sorted(listed) or sorted(_states(package))
    return hashlib.sha256("\n".join((__version__, *parts)).encode()).hexdigest()


def _states(folder: Path) -> Iterable[str]:
    import os

    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _states(Path(entry.path))
        elif not entry.name.endswith(".md"):
            state = entry.stat()
            yield f"{entry.path} {state.st_size} {state.st_mtime_ns}"
