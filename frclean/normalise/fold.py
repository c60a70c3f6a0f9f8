"""ASCII for search keys: « L’œuvre n° 5 » -> "L'oeuvre n 5".

French needs only this table. The rest of Unicode is Unidecode's work, when the extra ``ascii`` is
installed (Unidecode is GPL-2.0-or-later: it is imported only if you have chosen to install it);
without it, letters lose their accents and what has no ASCII counterpart stays.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Sequence

from frclean.document import Document, Edit, Span
from frclean.finding import Finding

from . import codes

__all__ = ["find_non_ascii", "fold"]

#: What a French reader would type in a search box. Unidecode writes << for « and deg for °.
_FRENCH = {
    "œ": "oe",
    "Œ": "OE",
    "æ": "ae",
    "Æ": "AE",
    "«": '"',
    "»": '"',
    "“": '"',
    "”": '"',
    "„": '"',
    "‹": "'",
    "›": "'",
    "‘": "'",
    "’": "'",
    "‚": "'",
    "ʼ": "'",
    "…": "...",
    "–": "-",
    "—": "-",
    "‑": "-",
    "‐": "-",
    "−": "-",
    "·": ".",
    "•": "*",
    "€": "EUR",
    "£": "GBP",
    "°": "o",
    "º": "o",
    "ª": "a",
    "№": "no",
    "×": "x",
    "÷": "/",
    "½": "1/2",
    "¼": "1/4",
    "¾": "3/4",
    "©": "(c)",
    "®": "(r)",
    "™": "(tm)",
    "ß": "ss",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "\N{NO-BREAK SPACE}": " ",
    "\N{NARROW NO-BREAK SPACE}": " ",
    "\N{THIN SPACE}": " ",
    "\N{SOFT HYPHEN}": "",
    "\N{ZERO WIDTH SPACE}": "",
    "\N{WORD JOINER}": "",
    "\N{ZERO WIDTH NO-BREAK SPACE}": "",
}
_NON_ASCII = re.compile(r"[^\x00-\x7f]+")


def fold(text: str) -> str:
    """``text`` in ASCII, as one would type it in a search box; case is kept.

    >>> fold("L’œuvre d’Éluard coûte 5 €")
    "L'oeuvre d'Eluard coute 5 EUR"
    """
    if text.isascii():
        return text
    return _NON_ASCII.sub(_fold_match, text)


def _fold_match(match: re.Match[str]) -> str:
    return "".join(map(_fold_char, match[0]))


@functools.lru_cache(1 << 12)
def _fold_char(char: str) -> str:
    if char in _FRENCH:
        return _FRENCH[char]
    bare = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
    bare = bare.replace("\N{FRACTION SLASH}", "/")
    if bare.isascii():
        return bare
    return _transliterator()(char)


@functools.cache
def _transliterator() -> Callable[[str], str]:
    """Unidecode if it is installed, else nothing is done."""
    try:
        from unidecode import unidecode
    except ImportError:
        return str

    def transliterate(char: str) -> str:
        # A lone surrogate has no transliteration, and Unidecode warns about it.
        return char if "\ud800" <= char <= "\udfff" else str(unidecode(char))

    return transliterate


def find_non_ascii(document: Document) -> Sequence[Finding]:
    """The ``ascii`` step: everything beyond ASCII, with its counterpart.

    >>> [finding.message for finding in find_non_ascii(Document.of("l’été"))]
    ["Écrit en ASCII : « l’été » devient « l'ete »."]
    """
    text = document.text
    if text.isascii():
        return ()
    edits = []
    for match in _NON_ASCII.finditer(text):
        folded = _fold_match(match)
        if folded != match[0]:
            edits.append(Edit(Span(*match.span()), folded))
    return (
        [codes.NON_ASCII.finding(text, edits, shown=codes.word(text, edits[0].span))]
        if edits
        else ()
    )
