"""``frclean diff A B``: two versions of a corpus, or of a configuration on a corpus."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from frclean.cli.common import add_pipeline_options, pipeline_from

if TYPE_CHECKING:
    from frclean.audit.compare import Comparison

__all__ = ["add", "run"]


def add(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "diff",
        help="compare two versions",
        description="What changed, rule by rule: between two versions of a corpus, or, with "
        "--corpus, between what two configurations (TOML, JSON) make of one.",
    )
    parser.add_argument("before", metavar="A", help="corpus, or configuration")
    parser.add_argument("after", metavar="B", help="corpus, or configuration")
    parser.add_argument("--corpus", help="the texts on which two configurations are compared")
    parser.add_argument("--field", metavar="NAME", help="the field that holds the text")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")
    parser.add_argument("--exit-zero", action="store_true", help="exit 0 even with differences")
    add_pipeline_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compare; 1 if something changed."""
    done = _compared(options)
    if options.json:
        print(json.dumps(done.to_dict(), ensure_ascii=False, indent=1))
    else:
        _print(done)
    is_different = bool(done.changed or done.codes() or done.only_before or done.only_after)
    return 1 if is_different and not options.exit_zero else 0


def _compared(options: argparse.Namespace) -> Comparison:
    from frclean.audit.compare import compare_corpora, compare_pipelines, read_pipeline
    from frclean.audit.reading import read_corpus

    if options.corpus:
        return compare_pipelines(
            read_pipeline(options.before),
            read_pipeline(options.after),
            read_corpus(options.corpus, field=options.field),
        )
    return compare_corpora(
        read_corpus(options.before, field=options.field),
        read_corpus(options.after, field=options.field),
        pipeline_from(options),
    )


def _print(done: Comparison) -> None:
    print(f"{done.texts} textes comparés, {done.changed} changés.")
    for name, keys in (("Disparus", done.only_before), ("Nouveaux", done.only_after)):
        if keys:
            print(f"{name} : {len(keys)} ({', '.join(keys[:5])}{' …' if len(keys) > 5 else ''})")
    for code in done.codes():
        before, after = done.before[code], done.after[code]
        counts = f" {before} → {after} ({after - before:+d})" if before or after else ""
        print(f"\n{code}{counts}")
        for change in done.samples.get(code, []):
            print(f"  {change.key}")
            for sign, text in (("-", change.before), ("+", change.after)):
                if text:
                    print(f"    {sign} {_on_one_line(text)}")


def _on_one_line(text: str) -> str:
    return text.replace("\r", "␍").replace("\n", "⏎").replace("\t", "⇥")
