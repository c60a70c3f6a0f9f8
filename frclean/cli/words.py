"""``frclean words``: unknown words by frequency, to be reviewed for a dictionary."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from typing import Any

from frclean.cli.common import read_text

__all__ = ["add", "run"]


def add(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "words",
        help="list unknown words by frequency",
        description="List the words that no lexicon knows, the most frequent first, one to a line: "
        "review them, then give the right ones as Config(words=…).",
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="text files; - is standard input")
    parser.add_argument("--least", type=int, default=1, metavar="N", help="only those seen N times")
    parser.add_argument("--json", action="store_true", help="as a JSON object: word, count")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Count and print."""
    counts: Counter[str] = Counter()
    for path in options.files:
        counts.update(_unknown_words(read_text(path)))
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    kept = {word: count for word, count in rows if count >= options.least}
    if options.json:
        print(json.dumps(kept, ensure_ascii=False, indent=1))
    else:
        for word, count in kept.items():
            print(f"{count:7} {word}")
    return 0


def _unknown_words(text: str) -> list[str]:
    """The lower-case words of ``text`` that the lexicon does not know."""
    from frclean.language.analysis import Analyser
    from frclean.language.classes import Classes
    from frclean.language.lexicon import lexicon
    from frclean.pipeline import Pipeline

    analyser = Analyser(Classes(lexicon()))
    analysis = analyser.analyse(Pipeline(["encoding", "whitespace"]).clean(text))
    return [analysis.token(index).lower for index in analysis.indexes(analyser.is_unknown)]
