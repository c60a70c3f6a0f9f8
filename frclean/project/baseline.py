"""Findings that a project puts up with: those of an old stock of texts.

They are known by file, rule and words, and counted; never by line, which moves.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from frclean.finding import Finding

__all__ = ["Baseline"]

_VERSION = 1
_Key = tuple[str, str, str]


class Baseline:
    """How often which finding is put up with."""

    def __init__(self, counts: Counter[_Key], files: Iterable[str] = ()) -> None:
        self.counts = counts
        self._left = Counter(counts)
        self._seen = set(files)

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """The baseline in a file; raises ValueError if it is none."""
        try:
            data = json.loads(path.read_text("utf-8"))
            if data["version"] != _VERSION:
                raise ValueError(data["version"])
            counts = Counter(
                {(file, c, words): n for file, codes in data["files"].items()
                 for c, found in codes.items() for words, n in found.items()}
            )  # fmt: skip
        except FileNotFoundError:
            raise FileNotFoundError(
                f"there is no baseline {path}; --write-baseline makes one"
            ) from None
        except (ValueError, KeyError, TypeError, AttributeError):
            raise ValueError(
                f"{path} is not a baseline of this version; --write-baseline makes it anew"
            ) from None
        return cls(counts)

    @classmethod
    def of(cls, found: Iterable[tuple[str, Sequence[Finding]]]) -> Baseline:
        """The baseline that puts up with all of ``found``: file, findings."""
        return cls(Counter((file, f.code, f.found) for file, findings in found for f in findings))

    def new(self, file: str, findings: Iterable[Finding]) -> list[Finding]:
        """The findings of ``file`` that are not put up with, or not so often."""
        self._seen.add(file)
        fresh = []
        for finding in findings:
            key = (file, finding.code, finding.found)
            if self._left[key] > 0:
                self._left[key] -= 1
            else:
                fresh.append(finding)
        return fresh

    def stale(self) -> int:
        """How many findings are put up with that the files seen no longer have."""
        return sum(n for (file, _, _), n in self._left.items() if file in self._seen)

    def write(self, path: Path) -> None:
        """Write it, sorted, so that differences can be read."""
        files: dict[str, dict[str, dict[str, int]]] = {}
        for (file, code, words), count in sorted(self.counts.items()):
            files.setdefault(file, {}).setdefault(code, {})[words] = count
        data = {"version": _VERSION, "files": files}
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
