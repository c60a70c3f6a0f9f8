"""How much of known damage ``clean`` repairs, kind by kind: ``python benchmarks/recall.py``.

The articles are an independent sample of ``frclean.testing``: each has slips, noise and residue,
every third an accident of encoding. « safe » is what ``clean()`` does unasked, « unsafe » what it
does with ``unsafe_fixes=True``. « residue » counts all the lines at one end of an article as one.
"""

from __future__ import annotations

import argparse

import frclean
from frclean.testing import assert_repairs, sample_scraped


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    texts = list(sample_scraped(options.texts, options.seed))
    counts: dict[str, int] = {}
    for text in texts:
        for damage in text.damage:
            counts[damage.kind] = counts.get(damage.kind, 0) + 1
    safe = assert_repairs(frclean.clean, texts, 0)
    unsafe = assert_repairs(frclean.Pipeline(unsafe_fixes=True).clean, texts, 0)
    print("| kind | damages | safe | unsafe |\n|---|---|---|---|")
    for kind in sorted(counts):
        print(f"| {kind} | {counts[kind]} | {safe[kind]:.1%} | {unsafe[kind]:.1%} |")


if __name__ == "__main__":
    main()
