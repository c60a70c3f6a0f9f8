"""``frclean completion SHELL``: a script that completes commands and options."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

__all__ = ["SHELLS", "add", "run"]

#: Those that shtab knows; named here so that the parser need not import it.
SHELLS = ("bash", "zsh", "fish", "tcsh", "powershell")
#: What stands for a file in the help of a command is completed with names of files.
_FILES = {"FILE", "IN", "OUT", "CORPUS", "PAGE", "A", "B", "FILE.toml", "FILE.duckdb"}


def add(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "completion",
        help="print a script that completes commands in a shell",
        description="Print a script that completes commands and options; docs/howto/shell.md says "
        "where each shell looks for it.",
        epilog="Needs the extra: pip install 'frclean[completion]'.",
    )
    parser.add_argument("shell", choices=SHELLS, help="the shell that completes")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the script; raises ValueError if shtab is missing."""
    from frclean.cli import parser

    try:
        import shtab
    except ModuleNotFoundError:
        raise ValueError("completion needs shtab: pip install 'frclean[completion]'") from None
    top = parser()
    for action in _actions(top):
        if action.metavar in _FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    print(shtab.complete(top, shell=options.shell))
    return 0


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """The arguments of a parser and of its commands."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)
