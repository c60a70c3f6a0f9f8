"""``frclean check``: what there is to say about files; nothing is changed."""

from __future__ import annotations

import argparse
import json
from typing import Any

from frclean.cli.common import add_pipeline_options, pipeline_from, read_text
from frclean.finding import Applicability, Finding

__all__ = ["add", "run"]


def add(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "check", help="report findings", description="Report findings; change nothing."
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="text files; - is standard input")
    parser.add_argument("--output-format", choices=("text", "jsonl"), default="text")
    parser.add_argument("--exit-zero", action="store_true", help="exit 0 even with findings")
    add_pipeline_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check every file; 1 if there is a finding."""
    pipeline = pipeline_from(options)
    write = _as_json if options.output_format == "jsonl" else _as_text
    total = fixable = 0
    for path in options.files:
        for finding in pipeline.check(read_text(path)):
            total += 1
            fixable += finding.applicability is Applicability.SAFE
            print(write(path, finding))
    if options.output_format == "text":
        print(_summary(total, fixable))
    return 1 if total and not options.exit_zero else 0


def _as_text(path: str, finding: Finding) -> str:
    star = "[*] " if finding.applicability is Applicability.SAFE else ""
    return f"{path}:{finding.line}:{finding.column}: {finding.code} {star}{finding.message}"


def _as_json(path: str, finding: Finding) -> str:
    return json.dumps({"file": path, **finding.to_dict()}, ensure_ascii=False)


def _summary(total: int, fixable: int) -> str:
    if not total:
        return "Rien à signaler."
    plural = "s" if total > 1 else ""
    return f"{total} remarque{plural}, dont {fixable} que « frclean clean » répare ([*])."
