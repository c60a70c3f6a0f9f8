r"""What `frclean learn` adds: each page is cleaned with what the other pages of its site taught.

    python benchmarks/learn.py real.jsonl.gz

A record is ``{page, variant, url_host, text, labels}``: one label per line, 1 stays, 0 goes.
Sites with fewer than ``--least`` pages are left out; a page is never learnt from itself.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from frclean.boilerplate import Boilerplate
from frclean.boilerplate.learnt import EdgeCounts, LearntLines
from frclean.document import Document


class Tally(NamedTuple):
    """Residue lines and body characters: how many there are, how many are gone."""

    residue: int = 0
    removed: int = 0
    body: int = 0
    lost: int = 0

    def __add__(self, other: object) -> Tally:
        assert isinstance(other, Tally)
        return Tally(*map(sum, zip(self, other, strict=True)))

    def __str__(self) -> str:
        removed = self.removed / max(1, self.residue)
        lost = self.lost / max(1, self.body)
        return f"removed {removed:.4f} of {self.residue} lines, body lost {lost:.5f}"


def gone(step: Boilerplate, text: str) -> Iterator[tuple[int, int]]:
    """The spans that the step takes out of ``text``."""
    for finding in step(Document.of(text)):
        if finding.fixes:
            yield finding.span


def tally(step: Boilerplate, record: dict[str, Any]) -> Tally:
    """What the step does to one page."""
    spans = list(gone(step, record["text"]))
    total, start = Tally(), 0
    for line, label in zip(record["text"].split("\n"), record["labels"], strict=True):
        end = start + len(line)
        size = len(line.strip())
        out = bool(size) and any(a < end and start < b for a, b in spans)
        if label == "0":
            total += Tally(residue=1, removed=out)
        elif label == "1":
            total += Tally(body=size, lost=size * out)
        start = end + 1
    return total


def learnt_from(records: Iterable[dict[str, Any]], site: str, folder: Path) -> Boilerplate:
    """The step with what some pages of a site teach."""
    counts = EdgeCounts()
    for record in records:
        counts.add(site, record["text"])
    path = folder / "learnt.toml"
    path.write_text(LearntLines.of(counts.learnt()).to_toml(), "utf-8")
    return Boilerplate(learnt=str(path))


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("pages", type=Path)
    parser.add_argument("--least", type=int, default=3, help="pages that a site must have")
    options = parser.parse_args()
    groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    with gzip.open(options.pages, "rt", encoding="utf-8") as file:
        for record in map(json.loads, file):
            if record["lang"] == "fr" and record.get("url_host"):
                groups[record["url_host"], record["variant"]].append(record)
    before, after, pages = Tally(), Tally(), 0
    with tempfile.TemporaryDirectory() as folder:
        for (site, _), records in sorted(groups.items()):
            if len({record["page"] for record in records}) < options.least:
                continue
            for record in records:
                others = [other for other in records if other["page"] != record["page"]]
                before += tally(Boilerplate(), record)
                after += tally(learnt_from(others, site, Path(folder)), record)
                pages += 1
    print(f"{pages} texts of sites with {options.least} pages or more")
    print(f"without: {before}\nlearnt:  {after}")


if __name__ == "__main__":
    main()
