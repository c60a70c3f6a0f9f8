"""The command ``frclean`` and its subcommands, which ``COMMANDS`` lists.

One module per command, each with ``add(subparsers)`` and ``run(arguments) -> exit code``.
Exit codes are ruff's: 0 nothing left to say, 1 findings (or a difference) left, 2 the job could
not be done.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import sys
from collections.abc import Sequence

from frclean.version import __version__

__all__ = ["command", "main"]

_NAMES = "clean batch check review audit diff learn lsp serve words doctor completion".split()
#: Module -> the commands that it declares.
COMMANDS = {**{name: (name,) for name in _NAMES}, "rules": ("rules", "rule")}


def parser(command: str = "") -> argparse.ArgumentParser:
    """The parser of the whole command line, or only of ``command`` if there is one of that name.

    One command need not wait for the others to be imported.
    """
    top = argparse.ArgumentParser(
        prog="frclean",
        description="Cleans scraped French articles: encoding, boilerplate, spelling, grammar.",
        epilog="Exit codes: 0 nothing left to say, 1 findings left, 2 the job could not be done.",
    )
    top.add_argument("--version", action="version", version=f"frclean {__version__}")
    subparsers = top.add_subparsers(metavar="COMMAND", required=True, prog=top.prog)
    named = [module for module, names in COMMANDS.items() if command in names]
    for module in named or COMMANDS:
        importlib.import_module(f"frclean.cli.{module}").add(subparsers)
    return top


def command() -> int:
    """What a shell starts: ``main()`` in a process that ends with it; returns the exit code."""
    # Thousands of small objects are made once and stay: looking for cycles among them is in vain,
    # at the end of the process, too, where Python would do so several times over.
    gc.set_threshold(250_000)
    try:
        return main()
    finally:
        gc.freeze()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character must not stop the job.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = sys.argv[1:] if arguments is None else arguments
    options = parser(arguments[0] if arguments else "").parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # `frclean … | head`: whoever read has had enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130  # as a shell says it: ended by the signal 2
    except (OSError, ValueError) as error:
        print(f"frclean: {error}", file=sys.stderr)
        return 2
    return code
