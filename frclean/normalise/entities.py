"""HTML entities that were never decoded: « l&rsquo;&eacute;tat », « r&eacuteductions », « &#146; ».

Which names exist, and that numbers 128-159 mean Windows-1252, is HTML's standard (WHATWG HTML,
section 13.2.5.80), as :mod:`html` has it.
"""

from __future__ import annotations

import functools
import html
import html.entities
import re
from collections.abc import Iterator

from frclean.later import later

from .chars import FRENCH_LETTERS

__all__ = ["ENTITY", "decode_entities"]

#: Names that may lack their semicolon, besides HTML's own list: what French pages are full of.
_ALSO_BARE = (
    "rsquo",
    "lsquo",
    "ldquo",
    "rdquo",
    "hellip",
    "ndash",
    "mdash",
    "oelig",
    "OElig",
    "euro",
)

_BARE_NAMES = sorted(
    (set(_ALSO_BARE) | {name for name in html.entities.html5 if not name.endswith(";")})
    - {"gt", "lt", "GT", "LT", "AMP", "COPY", "REG", "QUOT", "not", "para", "sect", "times", "uml"}
    - {"copy", "reg", "deg", "cent", "yen", "eth", "ETH", "shy", "macr", "cedil", "acute", "amp"},
    key=len,
    reverse=True,
)

#: An entity, possibly escaped several times over: « &amp;amp;eacute; ».
ENTITY = later(
    r"&(?:amp;){0,3}(?:"
    r"#[0-9]{2,7};|#[xX][0-9a-fA-F]{2,6};"
    r"|[a-zA-Z][a-zA-Z0-9]{1,23};"
    r"|#(?:[0-9]{3,4}|[xX][0-9a-fA-F]{2,4})(?![0-9a-zA-Z;\u00ad\u200b-\u200d\u2060\ufeff])"
    rf"|(?:{'|'.join(_BARE_NAMES)})(?![=\w]*[=&])(?![;\u00ad\u200b-\u200d\u2060\ufeff])"
    r"|amp;(?!\w+;|#))"
)

_ACCENTED = frozenset(FRENCH_LETTERS)
#: Never made by decoding: it would be a control character, or half of a surrogate pair.
_UNWANTED = later("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffd]")


@functools.lru_cache(1 << 12)
def _meaning(entity: str) -> str:
    """What ``entity`` stands for, itself if for nothing.

    >>> _meaning("&eacute;"), _meaning("&#146;"), _meaning("&amp;#233;"), _meaning("&laquo")
    ('é', '’', 'é', '«')
    """
    text = entity
    for _ in range(5):
        if not text.startswith("&") or len(text) < 3:
            break
        closed = text if text.endswith(";") else text + ";"
        decoded = html.unescape(closed)
        if decoded == closed or _UNWANTED.search(decoded):
            decoded = html.entities.html5.get(_folded(closed), "")
            if not decoded:
                break
        text = decoded
    return entity if text.endswith(";") and text == entity + ";" else text


def _folded(entity: str) -> str:
    """The name of ``&EACUTE;`` as HTML writes it: databases sometimes shout."""
    name = entity[1:]
    return name[0] + name[1:].lower() if name[:-1].isupper() else ""


# --- where entities are meant ----------------------------------------------------------------

_CODE = later(r"&&|[{}]|</|/>|\b(?:printf|print|return|echo|def|var|const|function)\b|=\s*[\"']")
_TALK = later(
    r"\b(?:entités?|html|xml|échapp\w+|décod\w+|encod\w+|balises?|caractères?|esperluette)\b",
    re.IGNORECASE,
)
_QUOTED = later(r"([\"'`«“‘(])\s*&[^\s&;]{1,24};\s*([\"'`»”’)])")


def _in_address(line: str, start: int) -> bool:
    """True if the entity stands in a URL: « ?a=1&copy=2 »."""
    near = line[max(0, start - 500) : start]  # longer addresses exist, but not in articles
    chunk = re.split(r"\s", near)[-1]
    return "://" in chunk or chunk.startswith("www.") or "?" in chunk[1:]


def is_about_entities(line: str, matches: list[re.Match[str]]) -> bool:
    """True if ``line`` shows entities rather than being broken by them."""
    if _CODE.search(line) or _QUOTED.search(line):
        return not any(_joined(line, match) for match in matches)
    return bool(_TALK.search(line)) and not any(_joined(line, match) for match in matches)


def _joined(line: str, match: re.Match[str]) -> bool:
    """True for an accented letter of a word, « d&eacute;j », which is damage wherever it stands."""
    beside = line[max(0, match.start() - 1) : match.start()] + line[match.end() : match.end() + 1]
    return _meaning(match[0]) in _ACCENTED and any(c.isalpha() for c in beside)


def decode_entities(line: str) -> Iterator[tuple[int, int, str]]:
    """The entities of ``line`` that are damage: start, end, what they stand for.

    >>> list(decode_entities("l&rsquo;&eacute;tat"))
    [(1, 8, '’'), (8, 16, 'é')]
    >>> list(decode_entities("return &quot;&amp;&quot;;"))
    []
    """
    matches = list(ENTITY.finditer(line))
    if not matches or is_about_entities(line, matches):
        return
    for match in matches:
        meaning = _meaning(match[0])
        if meaning != match[0] and not _in_address(line, match.start()):
            yield match.start(), match.end(), meaning
