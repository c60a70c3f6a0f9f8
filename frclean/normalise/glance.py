"""Which unusual characters a text has, at the speed of memory: most texts end there."""

from __future__ import annotations

__all__ = ["unusual"]

#: What text in order is mostly made of: printable ASCII that is no sign of damage, and LF.
_PLAIN = bytes(code for code in range(0x20, 0x7F) if chr(code) not in "&^`") + b"\n"

_last: tuple[str, frozenset[str]] = ("", frozenset())


def unusual(text: str) -> frozenset[str]:
    r"""The characters of ``text`` besides plain ASCII: letters with accents, signs, controls.

    Both steps ask about the same text, so the last answer is kept.

    >>> sorted(unusual("L’été,\tà   Brest"))
    ['\t', 'à', 'é', '’']
    """
    global _last
    known, found = _last
    if known is not text:
        rest = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
        found = frozenset(rest.decode("utf-8", "surrogatepass"))
        _last = text, found
    return found
