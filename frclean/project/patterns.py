"""Patterns of file names, as in ``.gitignore``."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

__all__ = ["matches"]


def matches(path: str, patterns: Iterable[str]) -> bool:
    """True if ``path`` (relative, with ``/``) or a folder above it matches one of ``patterns``.

    A pattern without a slash matches a name at any depth; one with a slash counts from the root;
    ``*`` stops at a slash, ``**`` does not; a slash at the end means a folder. The last pattern
    that matches decides, and one that starts with ``!`` lets the file in again.

    >>> matches("docs/api/a.md", ["api/"]), matches("docs/a.md", ["/a.md", "docs/*.txt"])
    (True, False)
    >>> matches("docs/a.md", ["docs/**", "!docs/a.md"])
    False
    """
    verdict = False
    for pattern in patterns:
        negated = pattern.startswith("!")
        if verdict is negated and _compiled(pattern.removeprefix("!")).match(path):
            verdict = not negated
    return verdict


@functools.lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    is_folder = pattern.endswith("/")
    body = pattern.rstrip("/")
    anchored = "/" in body
    prefix = "" if anchored else "(?:.*/)?"
    suffix = "/.*" if is_folder else "(?:/.*)?"
    return re.compile(f"{prefix}{_translated(body.lstrip('/'))}{suffix}\\Z", re.DOTALL)


_PARTS = re.compile(r"/\*\*/|^\*\*/|/\*\*\Z|\*\*|\*|\?|\[!?[^\]/]+\]|.", re.DOTALL)
_REGEX = {
    "/**/": "/(?:.*/)?",
    "**/": "(?:.*/)?",
    "/**": "/.*",
    "**": ".*",
    "*": "[^/]*",
    "?": "[^/]",
}


def _translated(body: str) -> str:
    return "".join(_REGEX.get(part) or _literal(part) for part in _PARTS.findall(body))


def _literal(part: str) -> str:
    if len(part) > 1 and part.startswith("["):
        return "[" + part[1:].replace("!", "^", 1) if part[1] == "!" else part
    return re.escape(part)
