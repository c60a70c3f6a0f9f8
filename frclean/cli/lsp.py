"""``frclean lsp``: the language server, over standard input and output."""

from __future__ import annotations

import argparse
from typing import Any

__all__ = ["add", "run"]


def add(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "lsp",
        help="serve editors (language server protocol)",
        description="Speak the language server protocol over standard input and output.",
    )
    parser.add_argument("--stdio", action="store_true", help="accepted; there is nothing else")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serve until the editor says goodbye."""
    try:
        from frclean.lsp.server import serve
    except ImportError as error:
        raise ValueError(
            f"the language server needs {error.name}: pip install 'frclean[lsp]'"
        ) from None
    serve()
    return 0
