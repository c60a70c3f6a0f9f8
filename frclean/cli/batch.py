"""``frclean batch``: tables and folders of any size."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from frclean.cli.common import add_pipeline_options, pipeline_from

if TYPE_CHECKING:
    from frclean.batch import Job

__all__ = ["add", "run"]


def add(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "batch",
        help="clean tables and folders of any size",
        description="Clean the text column of JSONL, CSV, TSV and Parquet files (.gz, .bz2, .zst "
        "too), or a folder of text files. Exit codes: 0 every row is out, 1 some were rejected, "
        "2 the job could not be done.",
    )
    parser.add_argument("inputs", nargs="+", metavar="IN", help="files, globs, folders; - is stdin")
    parser.add_argument(
        "-o", "--output", default="-", metavar="OUT", help="the ending is the format"
    )
    parser.add_argument("--field", default="text", metavar="NAME", help="a.b reaches into objects")
    parser.add_argument("--keep", metavar="NAMES", help="keep only these fields beside the text")
    parser.add_argument(
        "--add", default="", metavar="NAMES", help="findings,metadata,removed,counts"
    )
    parser.add_argument("--workers", type=_positive, default=1, metavar="N", help="processes")
    parser.add_argument(
        "--unordered", action="store_true", help="write rows as they are done, not as they come"
    )
    parser.add_argument("--resume", action="store_true", help="go on where a killed run stopped")
    parser.add_argument("--strict", action="store_true", help="stop at the first bad row")
    parser.add_argument("--max-chars", type=_positive, default=10_000_000, metavar="N")
    parser.add_argument(
        "--rejected", default="", metavar="FILE", help="default: OUT.rejected.jsonl"
    )
    parser.add_argument("--stats", metavar="FILE", help="the summary as JSON")
    parser.add_argument("--shard-size", type=float, default=16.0, metavar="MB", help="of input")
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress, no summary")
    add_pipeline_options(parser)
    parser.set_defaults(run=run)


def _positive(value: str) -> int:
    number = int(value)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1, not {value}")
    return number


def run(options: argparse.Namespace) -> int:
    """Do the job; 1 if rows were rejected."""
    from frclean.batch.summary import summary

    if options.stats and not Path(options.stats).resolve().parent.is_dir():
        raise FileNotFoundError(f"there is no folder to write --stats {options.stats} in")
    report = _job(options).run()
    if options.stats:
        text = json.dumps(report.to_dict(), ensure_ascii=False, indent=1)
        Path(options.stats).write_text(text + "\n", "utf-8")
    if not options.quiet:
        sys.stderr.write(summary(report))
    return 1 if report.stats.rejected else 0


def _job(options: argparse.Namespace) -> Job:
    from frclean.batch import Job, Task
    from frclean.batch.files import expand, kind_of
    from frclean.records import additions

    form, compression = kind_of(options.output)
    if form == "txt":
        raise ValueError(f"{options.output}: write .jsonl, .csv, .tsv or .parquet, not .txt")
    keep = None if options.keep is None else tuple(options.keep.replace(",", " ").split())
    task = Task(
        pipeline_from(options), options.field, keep, additions(options.add), options.max_chars,
        form, compression,
    )  # fmt: skip
    written = [options.output, options.rejected or f"{options.output}.rejected.jsonl"]
    chunk_size = max(1, min(512_000, int(options.shard_size * 1e6 / 4)))
    return Job(
        expand(options.inputs, written), options.output, task,
        workers=options.workers, resume=options.resume, strict=options.strict,
        rejected=options.rejected, quiet=options.quiet, ordered=not options.unordered,
        chunk_size=chunk_size,
        shard_chunks=max(1, round(options.shard_size * 1e6 / chunk_size)),
    )  # fmt: skip
