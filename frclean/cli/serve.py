"""``frclean serve``: LanguageTool's HTTP API, our own, and a page to try a text on."""

from __future__ import annotations

import argparse
from typing import Any

__all__ = ["add", "run"]


def add(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "serve",
        help="serve over HTTP: LanguageTool's API, our own, a page to try",
        description="Answer LanguageTool's HTTP API (/v2/check …) in its place, /clean and "
        "/explain, and show a page at / on which to try a text. Nobody outside this machine is "
        "answered, unless --host says so; no text is written to a log.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=int, default=8010, help="port (8010; 0: any that is free)")
    parser.add_argument("--max-chars", type=int, default=100_000, metavar="N", help="longest text")
    parser.add_argument("--max-concurrent", type=int, metavar="N", help="requests at a time")
    parser.add_argument("--timeout", type=float, default=20.0, metavar="S", help="seconds for one")
    parser.add_argument("--upstream", metavar="URL", help="a LanguageTool to ask, too")
    parser.add_argument(
        "--words", metavar="FILE", help="dictionary that /v2/words reads and writes"
    )
    parser.add_argument(
        "--cors", action="append", default=[], metavar="ORIGIN", help="pages that may ask (*: all)"
    )
    parser.add_argument(
        "--allow-host",
        action="append",
        default=[],
        metavar="NAME",
        help="other names of the server",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serve until told to stop."""
    try:
        import uvicorn

        from frclean.server import Settings, create_app
    except ImportError as error:
        raise ValueError(f"serving needs {error.name}: pip install 'frclean[server]'") from None
    usual = Settings()
    settings = Settings(
        max_chars=options.max_chars,
        max_concurrent=options.max_concurrent or usual.max_concurrent,
        timeout=options.timeout,
        upstream=options.upstream,
        words=options.words,
        cors=tuple(options.cors),
        hosts=(*usual.hosts, options.host, *options.allow_host),
    )
    print(f"frclean listens on http://{options.host}:{options.port or '…'}/", flush=True)
    # The access log would hold the texts of GET requests.
    uvicorn.run(
        create_app(settings),
        host=options.host,
        port=options.port,
        access_log=False,
        log_level="warning",
        timeout_graceful_shutdown=5,
        server_header=False,
    )
    return 0
