"""What whoever runs the server decides."""

from __future__ import annotations

import os
from dataclasses import dataclass

__all__ = ["Settings"]


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The limits of a server, and what it has beside our rules."""

    max_chars: int = 100_000
    """Longer texts are refused (413)."""
    max_concurrent: int = 4 * (os.cpu_count() or 1)
    """Requests worked on or waiting; more are told to come back (429)."""
    timeout: float = 20.0
    """Seconds after which a request is given up (503)."""
    upstream: str | None = None
    """The address of a LanguageTool that is asked, too, and alone for languages but French."""
    words: str | None = None
    """The file of a project's words, a line each, which ``/v2/words`` reads and writes."""
    cors: tuple[str, ...] = ()
    """Origins whose pages may ask ("*": all)."""
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "::1", "[::1]")
    """Names by which the server may be called; others are refused, so that no page of a stranger
    reaches it by a name of its own (DNS rebinding). "*": any."""
