"""A LanguageTool behind us: asked for what we do not check."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

__all__ = ["ask", "merge"]


def ask(url: str, fields: Mapping[str, str], timeout: float) -> dict[str, Any]:
    """Its answer to a request; one that says so if there is none."""
    address = f"{url.rstrip('/').removesuffix('/v2')}/v2/check"
    try:
        request = Request(address, urlencode(fields).encode())
        with urlopen(request, timeout=timeout) as answer:
            found = json.load(answer)
        if isinstance(found, dict) and isinstance(found.get("matches"), list):
            return found
    except (URLError, OSError, ValueError):
        pass
    return {"matches": [], "warnings": {"incompleteResults": True}}


def merge(result: dict[str, Any], ask_it: Callable[[], dict[str, Any]]) -> None:
    """Add its matches to ours, where they touch none of ours."""
    theirs = ask_it()
    spans = [(m["offset"], m["offset"] + m["length"]) for m in result["matches"]]
    for match in theirs["matches"]:
        start, end = int(match["offset"]), int(match["offset"]) + int(match["length"])
        if not any(start < stop and begin < end for begin, stop in spans):
            result["matches"].append(match)
    result["matches"].sort(key=lambda m: m["offset"])
    if theirs.get("warnings", {}).get("incompleteResults"):
        result["warnings"]["incompleteResults"] = True
