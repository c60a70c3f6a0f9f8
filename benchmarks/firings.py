"""How often each rule fires on clean French, so that the noisy ones are seen at once.

``python benchmarks/firings.py corpus.jsonl.gz…`` reads JSON lines with a field ``text`` (and
``source``); without arguments it reads this repository's own articles.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from frclean import Applicability, Pipeline
from frclean.catalogue import catalogue

sys.path.insert(0, str(Path(__file__).parent))
import corpus


def texts(paths: list[str], limit: int) -> Iterator[str]:
    """The texts of some files, at most ``limit`` of each source."""
    if not paths:
        yield from corpus.articles(200)
    for path in paths:
        seen: Counter[str] = Counter()
        opener = gzip.open if path.endswith(".gz") else open
        with opener(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                seen[row.get("source", "")] += 1
                if seen[row.get("source", "")] <= limit:
                    yield row["text"]


def main() -> None:
    """Count and print, the most frequent first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--limit", type=int, default=150, help="texts of each source")
    parser.add_argument("--safe", action="store_true", help="print the SAFE edits too")
    options = parser.parse_args()
    pipeline = Pipeline(["rules"])
    fired: Counter[str] = Counter()
    safe: Counter[str] = Counter()
    edits: list[str] = []
    words = 0
    for text in texts(options.paths, options.limit):
        words += len(text.split())
        for finding in pipeline.check(text):
            fired[finding.code] += 1
            if finding.applicability is Applicability.SAFE and finding.fix:
                safe[finding.code] += 1
                edits.append(f"{finding.code} {finding.found} → {finding.fix.replacement}")
    print(f"{words} words; findings {1000 * fired.total() / words:.2f}, ", end="")
    print(f"SAFE {1000 * safe.total() / words:.3f} per 1,000 words")
    for code, record in catalogue().items():
        if fired[code]:
            print(f"{code} {record.name:32} {fired[code]:6} {safe[code]:6} SAFE")
    if options.safe:
        print(*edits, sep="\n")


if __name__ == "__main__":
    main()
