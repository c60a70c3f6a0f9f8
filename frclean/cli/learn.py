"""``frclean learn``: the lines that sites repeat at the ends of their articles."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from frclean.cli.common import write_text

__all__ = ["add", "run"]


def add(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "learn",
        help="learn the lines that sites repeat",
        description="Count the lines at both ends of the articles of each site, and write those "
        "that repeat as a TOML file: review it, then clean with --learnt FILE or Config(learnt=…).",
        epilog="Needs the extra: pip install 'frclean[learn]'.",
    )
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="JSON lines, CSV or Parquet (.gz too); or counts kept by --counts, which are added",
    )
    parser.add_argument(
        "--by-site", metavar="FIELD", help="the field that names the site, or its address"
    )
    parser.add_argument(
        "--text", default="text", metavar="FIELD", help="the field with the article"
    )
    parser.add_argument(
        "--counts", metavar="FILE.duckdb", help="keep the counts, to be added later"
    )
    parser.add_argument(
        "--output", "-o", metavar="FILE.toml", help="where to write; default: standard output"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Count and write."""
    from frclean.boilerplate.counting import COUNTS, CountStore
    from frclean.boilerplate.learnt import LearntLines

    paths = [Path(name) for name in options.files]
    if options.by_site is None and any(path.suffix != COUNTS for path in paths):
        raise ValueError("say which field names the site: --by-site FIELD")
    articles = 0
    with CountStore(Path(options.counts) if options.counts else None) as store:
        for path in paths:
            if path.suffix == COUNTS:
                store.add_counts(path)
            else:
                articles += store.add_articles(path, options.by_site, options.text)
        learnt = LearntLines.of(store.learnt())
    if options.output:
        write_text(options.output, learnt.to_toml())
    else:
        sys.stdout.write(learnt.to_toml())
    sites = len({line.site for line in learnt.lines})
    print(f"{articles} articles; {len(learnt.lines)} lines of {sites} sites", file=sys.stderr)
    return 0
