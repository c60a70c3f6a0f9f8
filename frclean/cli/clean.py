"""``frclean clean``: the cleaned text, a diff, or everything as JSON."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from frclean.cli.common import add_pipeline_options, pipeline_from, read_text, write_text
from frclean.pipeline import Pipeline

__all__ = ["add", "run"]


def add(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "clean", help="print the cleaned text", description="Print the cleaned text of files."
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="text files; - is standard input")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--diff", action="store_true", help="print what would change; exit 1 if so")
    mode.add_argument("--in-place", action="store_true", help="rewrite the files")
    mode.add_argument(
        "--profile", action="store_true", help="print what each step and family of rules costs"
    )
    mode.add_argument("--json", action="store_true", help="text, findings, removed lines, metadata")
    add_pipeline_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Clean every file; 1 if ``--diff`` found a difference."""
    pipeline = pipeline_from(options)
    if options.profile:
        from frclean.cli.profile import profile

        for line in profile([read_text(path) for path in options.files], pipeline):
            print(line)
        return 0
    changed = [_clean(path, pipeline, options) for path in options.files]
    return 1 if options.diff and any(changed) else 0


def _clean(path: str, pipeline: Pipeline, options: argparse.Namespace) -> bool:
    source = read_text(path)
    if options.json:
        import json

        document = {"file": path, **pipeline.explain(source).to_dict()}
        print(json.dumps(document, ensure_ascii=False))
        return False
    cleaned = _with_final_newline(pipeline.clean(source))
    if options.diff:
        sys.stdout.writelines(_diff(path, source, cleaned))
    elif options.in_place:
        if path == "-":
            raise ValueError("standard input cannot be rewritten in place; leave out --in-place")
        if cleaned != source:
            write_text(path, cleaned)
    else:
        sys.stdout.write(cleaned)
    return cleaned != source


def _with_final_newline(text: str) -> str:
    """A text file's last line ends too."""
    return text if text.endswith("\n") or not text else text + "\n"


def _diff(path: str, source: str, cleaned: str) -> list[str]:
    import difflib

    lines = difflib.unified_diff(
        source.splitlines(keepends=True), cleaned.splitlines(keepends=True), path, path
    )
    return [
        line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in lines
    ]
