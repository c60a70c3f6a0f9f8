"""Speed beside ftfy, in one process, in one run: ``python benchmarks/speed.py``.

Prints ratios: absolute figures move with the machine. ``--double`` runs the rules twice over
(each pattern filed twice), to show what more rules cost.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import ftfy

import frclean
from frclean.config import Config
from frclean.rules import ALL_RULES, RuleBook

sys.path.insert(0, str(Path(__file__).parent))
import corpus


def best(work: Callable[[str], object], texts: Sequence[str], repeats: int = 3) -> float:
    """Seconds of CPU for all texts, the best of some runs."""
    times = []
    for _ in range(repeats):
        started = time.process_time()
        for text in texts:
            work(text)
        times.append(time.process_time() - started)
    return min(times)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--double", action="store_true", help="show what twice the rules cost")
    options = parser.parse_args()
    steps = ["encoding", "whitespace", "boilerplate", "rules"]
    for name, texts in {"clean": corpus.articles(150), "scraped": corpus.scraped(150)}.items():
        megabytes = sum(len(text.encode()) for text in texts) / 1e6
        theirs = best(ftfy.fix_text, texts)
        print(f"{name}: {megabytes:.2f} MB, ftfy.fix_text {megabytes / theirs:.2f} MB/s")
        for chosen in [[step] for step in steps] + [steps]:
            ours = best(frclean.Pipeline(chosen).clean, texts)
            print(
                f"  {'+'.join(chosen):42} {megabytes / ours:7.2f} MB/s  {theirs / ours:6.2f} x ftfy"
            )
    if options.double:
        _double(corpus.articles(150))


def _double(texts: Sequence[str]) -> None:
    config = Config()
    on = [rule for rule in ALL_RULES if config.is_on(rule.code, by_default=not rule.preview)]
    for name, rules in {"the rules": on, "twice the rules": on + on}.items():
        book = RuleBook(rules)
        seconds = best(lambda text: sum(1 for _ in book.find(book.analyser.analyse(text))), texts)  # noqa: B023
        print(f"{name}: {len(rules)} rules, {seconds:.3f} s")


if __name__ == "__main__":
    main()
