"""Words, numbers and signs, found once per distinct chunk of text.

A text is cut at its spaces; what stands between two spaces is a *chunk*. French repeats its
chunks, so the careful part (elisions, hyphens, abbreviations, addresses) runs once per distinct
chunk and is remembered by :mod:`frclean.language.analysis`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from frclean.language.lexicon import Lexicon
from frclean.later import later

__all__ = ["Piece", "pieces"]

#: Kinds of piece.
WORD, NUMBER, SIGN, OPAQUE = "word", "number", "sign", "opaque"


class Piece(NamedTuple):
    """A token inside a chunk: where it stands, what kind it is, and the form to look up.

    ``form`` has ASCII apostrophes; its letters keep their case.
    """

    start: int
    end: int
    kind: str
    form: str
    lower: str
    """The form in lower case: the key of the lexicon."""


_LETTER = r"[^\W\d_]"
_APOSTROPHE = "['’ʼ]"

#: Written without spaces and never French words: addresses, handles, hashtags, file names,
#: inclusive writing (« étudiant·e·s », « un(e) »), times and dates with letters.
# Every repeat is bounded: a megabyte without a blank must stay linear.
_OPAQUE = rf"""
    (?: https?:// | www\.(?=\w) | ftp:// )[^\s«»<>“”]{{0,2000}}[^\s«»<>“”.,;:!?)\]'’…]
  | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,9}}
  | (?<!\w)[@\#]\w{{1,100}}
  | {_LETTER}[\w-]{{0,64}}\.(?:com|fr|org|net|eu|info|gouv\.fr|be|ch|ca|tv|io|html?|pdf|txt|php|py|exe|csv|docx?|jpe?g|png|odt|zip|xml|json|sh|conf|so)\b(?:/[^\s«»]{{0,2000}})?
  | [\w.~-]{{0,64}}(?:/[\w.~-]{{1,64}}){{2,40}}/?
  | {_LETTER}{{1,40}}(?:[·•⋅∙‧]{_LETTER}{{0,20}}){{1,4}}
  | {_LETTER}{{2,40}}(?:\.(?:e|es|s|ne|nes|ère|ères|rice|rices|trice|trices|euse|euses)){{1,2}}(?![\w.])
  | {_LETTER}{{1,40}}(?:-(?:e|ne|le|te|trice|rice|euse))-s\b
  | {_LETTER}{{1,40}}\((?:e|s|es|ne|le|se|nes|x|trice|trices|euse|euses)\){_LETTER}{{0,12}}
  | \w{{0,64}}[_\\=<>{{}}|~^]\w{{0,64}}
  | {_LETTER}{{1,40}}\d[\w-]{{0,64}} | \d{{1,40}}{_LETTER}{{1,40}}\d\w{{0,64}}
"""
#: Abbreviations that carry their point: it ends no sentence.
_ABBREVIATION = r"""
    (?:[A-ZÀÉÈÎÔ]\.){2,}[A-Z]?
  | (?:[A-ZÀÉÈÎÔ][a-zéèh]?\.-)+[A-ZÀÉÈÎÔ][a-z]?\.
  | (?:M|MM|Mr|Dr|Pr|Me|Mgr|St|Ste|art|al|av|boul|bd|cf|chap|coll|dir|éd|env|ex|fig|hab|ibid|id
      |j|janv|juil|févr|sept|oct|nov|déc|max|min|n|num|obs|op|p|pp|par|préf|réf|rééd|s|sq|t|tél|trad|v|vol|vs|min|sec)
    \.(?=$|[\s,;)\]]|\d)
  | (?<![^\W\d_])[A-ZÀÉÈÎÔ]\.(?=$|\s|[A-Z])
"""
_NUMBER = r"""
    \d{1,40}(?:[.,:/]\d{1,40}){0,8}(?:(?:er|ers|re|res|ère|ères|e|es|è|ème|èmes|eme|emes|nd|nde|nds|ndes|h|km|m|kg|g|cm|mm|ha|kw|go|mo|min|s|k|°)\b|[hH]\d+)?[²³]?
"""
_WORD = rf"{_LETTER}{{1,80}}(?:[-‐‑]?{_APOSTROPHE}?{_LETTER}{{1,80}}){{0,12}}{_APOSTROPHE}?"

_TOKEN = re.compile(
    rf"""
    (?P<opaque>{_OPAQUE})
  | (?P<abbreviation>{_ABBREVIATION})
  | (?P<number>{_NUMBER})
  | (?P<clitic>-(?:t-)?(?:ils?|elles?|on|je|tu|nous|vous|ce|les?|la|lui|leur|moi|toi|y|en)\b)
  | (?P<word>{_WORD})
  | (?P<sign>\.{{2,}}|…+|\S)
    """,
    re.VERBOSE,
)

_ELIDED = re.compile(
    rf"(?:[cdjlmnstç]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|entr){_APOSTROPHE}",
    re.IGNORECASE,
)
_CLITICS = later(
    r"""(?: -t-(?:ils?|elles?|on)
          | -(?:je|tu|ils?|elles?|on|nous|vous|ce)
          | (?:-(?:les?|la))?-(?:moi|toi|lui|leur|nous|vous)
          | -(?:les?|la)
          | -(?:y|en)
          | -(?:[mt]['’]|nous-|vous-|les-|lui-|leur-)(?:en|y)
        )$""",
    re.VERBOSE | re.IGNORECASE,
)
_POINTER = later(r"-(?:ci|là)$", re.IGNORECASE)
_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-"})


def pieces(chunk: str, lexicon: Lexicon) -> list[Piece]:
    """The tokens of a chunk, in order; blanks inside it (no-break spaces) separate only.

    >>> from frclean.language.lexicon import lexicon
    >>> [p.form for p in pieces("l’a-t-il", lexicon())]
    ["l'", 'a', '-t-il']
    """
    return _plain(chunk) or _read(chunk, lexicon)


#: Signs that are part of nothing when they end a chunk of letters …
_SIGNS = frozenset(",;:!?)")
#: … as a point is not, if there are so many that they are no abbreviation.
_NOT_SHORT = 5
#: Of more letters in a row a word is made at a time.
_MOST_LETTERS = 80


def _plain(chunk: str) -> list[Piece]:
    """The tokens of letters alone, or before one sign, as most chunks are; none of any other."""
    word, sign = chunk, ""
    if not chunk.isalpha():
        word, sign = chunk[:-1], chunk[-1:]
        if not word.isalpha() or not (sign in _SIGNS or (sign == "." and len(word) >= _NOT_SHORT)):
            return []
    length = len(word)
    if length > _MOST_LETTERS or "ʼ" in word:
        return []
    found = [_piece(0, length, WORD, word)]
    return [*found, Piece(length, length + 1, SIGN, sign, sign)] if sign else found


def _read(chunk: str, lexicon: Lexicon) -> list[Piece]:
    """The tokens of any chunk."""
    found: list[Piece] = []
    for match in _TOKEN.finditer(chunk):
        start, end = match.span()
        form = chunk[start:end].translate(_PLAIN)
        group = match.lastgroup
        if group == "word":
            found.extend(_split(start, form, lexicon))
        elif group == "clitic":
            found.append(_piece(start, end, WORD, form))
        elif group == "number":
            found.append(_piece(start, end, NUMBER, form))
        elif group == "sign":
            found.append(_piece(start, end, SIGN, form))
        else:
            found.append(_piece(start, end, OPAQUE, form))
    return found


def _piece(start: int, end: int, kind: str, form: str) -> Piece:
    return Piece(start, end, kind, form, form.lower())


def _split(start: int, form: str, lexicon: Lexicon) -> Iterator[Piece]:
    """A run of letters, apostrophes and hyphens as tokens: « qu'a-t-il » is qu' a -t-il."""
    elided = _ELIDED.match(form)
    while elided and form.lower() not in lexicon and elided.end() < len(form):
        yield _piece(start, start + elided.end(), WORD, elided[0])
        start, form = start + elided.end(), form[elided.end() :]
        elided = _ELIDED.match(form)
    if form.endswith("'") and len(form) > 1 and not elided:
        yield from _split(start, form[:-1], lexicon)
        yield _piece(start + len(form) - 1, start + len(form), SIGN, "'")
        return
    cut = _clitic_start(form, lexicon) if "-" in form else 0
    if cut:
        yield _piece(start, start + cut, WORD, form[:cut])
        yield _piece(start + cut, start + len(form), WORD, form[cut:])
    else:
        yield _piece(start, start + len(form), WORD, form)


def _clitic_start(form: str, lexicon: Lexicon) -> int:
    """Where the pronouns of an inversion begin; 0 if ``form`` is one word."""
    lower = form.lower()
    if lower in lexicon:
        return 0
    match = _CLITICS.search(lower)
    if match and match.start() and _is_verb(lower[: match.start()], lexicon):
        return match.start()
    match = _POINTER.search(lower)
    if match and lower[: match.start()] in lexicon:
        return match.start()
    return 0


def _is_verb(form: str, lexicon: Lexicon) -> bool:
    return any(reading.pos == "ver" for reading in lexicon.readings(form))
