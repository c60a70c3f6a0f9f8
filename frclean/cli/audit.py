"""``frclean audit``: how much of a corpus is damaged, as a page, as JSON, as a gate for CI."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from frclean.cli.common import add_pipeline_options, pipeline_from, write_text

if TYPE_CHECKING:
    from frclean.audit.run import Audit

__all__ = ["add", "run"]


def add(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "audit",
        help="measure a corpus",
        description="Measure how much of a corpus is damaged, and how; write one HTML page.",
        epilog="Kinds: ENC BPL WSP SPL GRM ACC (no accents) DUP LNG (not French) EMP TRU; "
        "a rate is the share of texts, in percent.",
    )
    parser.add_argument("corpus", metavar="CORPUS", help="JSONL, CSV, Parquet, text file or folder")
    parser.add_argument("-o", "--output", metavar="PAGE", help="the page (default: audit.html)")
    parser.add_argument("--json", action="store_true", help="print the figures; no page without -o")
    parser.add_argument("--learn", metavar="FILE", help="write the lines that sites repeat")
    parser.add_argument(
        "--max-rate",
        action="append",
        default=[],
        metavar="KIND=PERCENT",
        help="exit 1 if more texts have this kind or code (repeatable)",
    )
    group = parser.add_argument_group("the corpus")
    group.add_argument("--field", metavar="NAME", help="the field that holds the text")
    group.add_argument("--by", metavar="NAME", help="the field that names the site")
    group.add_argument("--date", metavar="NAME", help="the field that holds the day")
    share = group.add_mutually_exclusive_group()
    share.add_argument(
        "--sample",
        type=float,
        metavar="SHARE",
        help="read this share of the texts in full (default: 6 MB; all of a smaller corpus)",
    )
    share.add_argument("--all", action="store_true", help="read all texts in full")
    group.add_argument(
        "--workers",
        type=int,
        metavar="N",
        help="processes (default: one for each core, one for a small corpus)",
    )
    add_pipeline_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Audit; 1 if a rate is too high."""
    from frclean.audit.reading import read_corpus, size_of
    from frclean.audit.run import audit, share_of, workers_for

    limits = [_limit(given) for given in options.max_rate]
    entries = read_corpus(options.corpus, field=options.field, by=options.by, date=options.date)
    size = size_of(options.corpus)
    share = options.sample if options.sample is not None else share_of(size)
    done = audit(
        entries,
        pipeline_from(options),
        sample=1.0 if options.all else share,
        workers=options.workers if options.workers is not None else workers_for(size),
    )
    if options.learn:
        Path(options.learn).touch()
        write_text(options.learn, done.learnt.to_toml())
    exceeded = [(what, limit) for what, limit in limits if done.summary.rate(what) > limit]
    _report(done, options)
    for what, limit in exceeded:
        rate = done.summary.rate(what)
        print(f"{what} : {rate:.2f} % des textes, plus que {limit:g} %.", file=sys.stderr)
    return 1 if exceeded else 0


def _report(done: Audit, options: argparse.Namespace) -> None:
    if options.json:
        print(json.dumps(done.summary.to_dict(), ensure_ascii=False, indent=1))
    if options.output or not options.json:
        from frclean.audit.page import render

        path = options.output or "audit.html"
        html = render(done, Path(options.corpus).resolve().name)
        Path(path).touch()
        write_text(path, html)
        if not options.json:
            total = done.summary.total
            sampled = f", dont {total.read} lus en entier" if total.is_sampled else ""
            print(f"{total.articles} textes{sampled}, {total.damaged_rate:.1f} % abîmés : {path}")


def _limit(given: str) -> tuple[str, float]:
    """Kind or code, and percent, of ``KIND=PERCENT``."""
    from frclean.audit.measure import KINDS
    from frclean.catalogue import catalogue
    from frclean.config import unknown

    what, _, percent = given.partition("=")
    if what not in KINDS and what not in catalogue():
        raise ValueError(unknown("kind or code", what, [*KINDS, *catalogue()]))
    try:
        return what, float(percent)
    except ValueError:
        raise ValueError(f"--max-rate takes KIND=PERCENT, such as ENC=0.1, not {given!r}") from None
