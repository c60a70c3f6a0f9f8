"""What the commands share: options of the pipeline, reading and writing files."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from frclean.config import Config
from frclean.pipeline import PRESETS, Pipeline

__all__ = ["add_pipeline_options", "pipeline_from", "read_text", "write_text"]

#: A text file has no NUL in its first bytes (git's own test of what is binary).
_SNIFFED = 8000


def add_pipeline_options(parser: argparse.ArgumentParser) -> None:
    """The options that say what is looked for and what may be changed."""
    group = parser.add_argument_group("what is looked for")
    group.add_argument(
        "--preset", default="article", metavar="NAME", help=f"one of {', '.join(PRESETS)}"
    )
    group.add_argument("--steps", metavar="NAMES", help="these steps instead, with commas between")
    for name, text in (
        ("select", "only these codes or families (GRM,SPL100)"),
        ("extend-select", "these besides those that are on by default"),
        ("ignore", "not these"),
    ):
        group.add_argument(f"--{name}", metavar="CODES", default="", help=text)
    group.add_argument("--unsafe-fixes", action="store_true", help="apply probable fixes too")
    group.add_argument(
        "--extend-safe-fixes", metavar="CODES", default="", help="apply the probable fixes of these"
    )
    group.add_argument("--preview", action="store_true", help="rules on trial, too")
    group.add_argument(
        "--learnt", metavar="FILE", help="lines of sites, as learnt by frclean learn"
    )
    group.add_argument("--lang", default="fr", metavar="fr|en", help="language of messages")


def pipeline_from(options: argparse.Namespace) -> Pipeline:
    """The pipeline that the options describe; raises ValueError if they cannot be."""
    config = Config(
        select=options.select,
        extend_select=options.extend_select,
        ignore=options.ignore,
        unsafe_fixes=options.unsafe_fixes,
        extend_safe_fixes=options.extend_safe_fixes,
        preview=options.preview,
        lang=options.lang,
        learnt=options.learnt,
    )
    if options.steps:
        return Pipeline([step.strip() for step in options.steps.split(",")], config)
    return Pipeline(options.preset, config)


def read_text(path: str) -> str:
    """The text of a file, or of standard input for ``-``.

    Raises:
        OSError: if it cannot be read.
        ValueError: if it is not text.

    """
    data = sys.stdin.buffer.read() if path == "-" else _read_file(path)
    if b"\0" in data[:_SNIFFED] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ValueError(f"{path} is a binary file, not text; extract its text first")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        from frclean.decoding import decode

        return decode(data).text


def _read_file(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise FileNotFoundError(f"there is no file {path}") from None
    except IsADirectoryError:
        raise IsADirectoryError(f"{path} is a folder; name the files in it") from None
    except PermissionError:
        raise PermissionError(f"{path} may not be read") from None


def write_text(path: str, text: str) -> None:
    """Make ``text`` a file's content (UTF-8), whole or not at all."""
    target = Path(path).resolve()
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass", newline="") as file:
            file.write(text)
        os.chmod(temporary, target.stat().st_mode if target.exists() else 0o644)
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise
