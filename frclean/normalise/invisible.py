"""Characters that nobody sees: controls, zero-width and direction marks, soft hyphens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from frclean.later import later

from .chars import (
    BIDI_CONTROLS,
    C0_CONTROLS,
    C1_CONTROLS,
    JOINERS,
    OTHER_INVISIBLES,
    SOFT_HYPHEN,
    ZERO_WIDTH,
)

__all__ = ["CONTROLS", "INVISIBLES", "controls", "invisibles"]

Change = tuple[int, int, str]

#: ANSI colours and other terminal sequences (ECMA-48: CSI, then OSC up to BEL or ST), or a control.
CONTROLS = later(
    "\x1b\\[[0-9;:?]*[ -/]*[@-~]"
    "|\x1b\\][^\x07\x1b\n]{0,200}(?:\x07|\x1b\\\\)"
    f"|[{re.escape(C0_CONTROLS)}]"
    f"|[{C1_CONTROLS}]"
)

#: Windows-1252 has no character for these bytes.
_NOTHING = frozenset("\x81\x8d\x8f\x90\x9d")

#: NEL is « … » (byte 85 of Windows-1252) when it is set like one: after a letter, before a space,
#: a closing sign or the end. Otherwise it ends a line, which is the business of whitespace.
_ELLIPSIS = later(r"(?<=[\w’'])\x85(?=[ \xa0,;:!?)\]»”\"]|$)|(?<=[ \xa0«“(])\x85(?=[ \w])")


def controls(line: str) -> Iterator[Change]:
    """Control characters of ``line``: taken out, or read as Windows-1252 (U+0092 is « ’ »)."""
    ellipses = {m.start() for m in _ELLIPSIS.finditer(line)} if "\x85" in line else set()
    for match in CONTROLS.finditer(line):
        found = match[0]
        if found == "\x85":
            if match.start() in ellipses:
                yield match.start(), match.end(), "…"
            continue
        meant = ""
        if len(found) == 1 and "\x80" <= found <= "\x9f" and found not in _NOTHING:
            meant = found.encode("latin-1").decode("cp1252")
        yield match.start(), match.end(), meant


INVISIBLES = later(
    f"[{SOFT_HYPHEN}{ZERO_WIDTH}{JOINERS}{BIDI_CONTROLS}{OTHER_INVISIBLES}\U000e0001-\U000e007f]+"
)

#: Scripts written from right to left.
_RIGHT_TO_LEFT = later(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
#: Letters that join or stack (Arabic to Myanmar, Mongolian, Khmer), and all that emoji are made of.
_JOINING = (
    "\u0600-\u08ff\u0900-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc\u200d\ufe0f\u20e3"
    "\u2190-\u2bff\U0001f000-\U0001faff\U000e0020-\U000e007f"
)
_JOINED_BEFORE = later(f"[{_JOINING}]")
#: Scripts that mark possible line ends with zero-width spaces.
_UNSPACED = later("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def _is_needed(line: str, position: int) -> bool:
    """True if the invisible character at ``position`` does something that readers see."""
    char = line[position]
    before = line[position - 1] if position else ""
    if char in JOINERS:
        return bool(_JOINED_BEFORE.match(before))
    if char in BIDI_CONTROLS:
        return bool(_RIGHT_TO_LEFT.search(line))
    if char == "\N{ZERO WIDTH SPACE}":
        return bool(_UNSPACED.match(before))
    if char >= "\U000e0001":  # tags spell the flags of Scotland and Wales after a black flag
        return bool(
            re.search("\U0001f3f4[\U000e0020-\U000e007f]*$", line[max(0, position - 9) : position])
        )
    return False


def invisibles(line: str) -> Iterator[Change]:
    """Invisible characters of ``line`` that do nothing."""
    for match in INVISIBLES.finditer(line):
        start = match.start()
        if match[0].isspace():
            continue
        kept = "".join(c for i, c in enumerate(match[0], start) if _is_needed(line, i))
        if kept != match[0]:
            yield start, match.end(), kept
