"""Choose the pair of neighbours under which each pattern of the rules is filed.

    python tools/choose_anchors.py TEXTS.jsonl.gz …

A pattern is tried only where its pair stands (``frclean/language/patterns.py``), so the pair
should be rare. Left alone, the index estimates how rare; this script counts in real text (JSON
lines with a field ``text``) and writes what is much better than the estimate to
``frclean/rules/anchors.json``: checksum of the pattern -> [element, half]. The file holds numbers
only; patterns that change lose their entry and fall back on the estimate.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from frclean.config import Config
from frclean.language.patterns import Anchor, Pattern, PatternIndex, checksum
from frclean.rules import ALL_RULES, RuleBook
from frclean.rules._prepared import ANCHORS

#: Texts read of each file.
TEXTS = 400
#: An entry is worth its line if it saves so many visits in a million tokens, and this share.
LEAST_SAVED, LEAST_SHARE = 40, 0.25


def texts(path: Path) -> Iterator[str]:
    """The first texts of a file of JSON lines."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for _, line in zip(range(TEXTS), lines, strict=False):
            yield json.loads(line)["text"]


class Counts:
    """How often pairs of classes stand side by side."""

    def __init__(self, book: RuleBook, paths: list[Path]) -> None:
        pairs: Counter[tuple[str, str]] = Counter()
        self.tokens = 0
        for path in paths:
            for text in texts(path):
                signature = book.analyser.analyse(text).signature
                pairs.update(itertools.pairwise(signature))
                self.tokens += len(signature)
        masks = book.classes.masks
        self.rows = [(masks[left], masks[right], n) for (left, right), n in pairs.items()]

    def visits(self, anchor: Anchor) -> float:
        """How often a pattern filed under ``anchor`` is looked at, in a million tokens."""
        bits = [(1 << left, -1 if right < 0 else 1 << right) for left, right in anchor.pairs]
        union = 0
        for left, _ in bits:
            union |= left
        total = sum(
            n
            for left, right, n in self.rows
            if left & union and any(left & a and (b < 0 or right & b) for a, b in bits)
        )
        return total * 1e6 / self.tokens


def better(pattern: Pattern, index: PatternIndex, counts: Counts) -> Anchor | None:
    """The anchor that saves enough over the one that the index would choose."""
    estimated = index.estimated_anchor(pattern)
    now = counts.visits(estimated)
    if now < LEAST_SAVED:
        return None
    visits = {anchor: counts.visits(anchor) for anchor in pattern.anchors()}
    best = min(visits, key=visits.__getitem__)
    saved = now - visits[best]
    return best if saved > LEAST_SAVED and saved > now * LEAST_SHARE else None


def main() -> None:
    """Read the texts, choose, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("files", nargs="+", type=Path)
    files = parser.parse_args().files
    config = Config(preview=True)
    book = RuleBook(rule for rule in ALL_RULES if config.is_on(rule.code))
    counts = Counts(book, files)
    chosen = {}
    for pattern in book.index.patterns:
        anchor = better(pattern, book.index, counts)
        if anchor is not None:
            chosen[checksum(pattern.text)] = [anchor.element, anchor.half]
    rows = ",\n".join(f'"{key}": {json.dumps(value)}' for key, value in sorted(chosen.items()))
    ANCHORS.write_text(f"{{\n{rows}\n}}\n", "utf-8")
    print(f"{len(chosen)} of {len(book.index.patterns)} patterns, {counts.tokens} tokens")


if __name__ == "__main__":
    main()
