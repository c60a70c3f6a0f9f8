"""Bytes -> text, and which encoding they were in.

The order of certainty: a byte order mark; UTF-8, which other encodings practically never pass
for; what the file or its server declared; then, of the code pages that French files are found in,
the one under which the bytes make the most French words.
"""

from __future__ import annotations

import codecs
import itertools
import re
from dataclasses import dataclass

from frclean.normalise.words import WORD, is_known

__all__ = ["Decoded", "decode"]


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text that was bytes.

    ``encoding`` is Python's name of the encoding, ``confidence`` how sure we are (1 is sure), and
    ``repaired`` how many bytes did not fit in it and were read as Windows-1252.
    """

    text: str
    encoding: str
    confidence: float
    repaired: int = 0

    def __str__(self) -> str:
        return self.text


#: The longest first: the mark of UTF-32-LE starts with that of UTF-16-LE.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: Code pages of French files, the most usual first: Windows, Unix before UTF-8, Mac OS 9, DOS.
_SUSPECTS = ("cp1252", "iso8859-15", "mac_roman", "cp850", "cp437")

#: Labels that people write when they mean Windows-1252 (WHATWG Encoding, section 4.2).
_MEANT = {"iso8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252"}


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of ``data``, in whatever encoding it is.

    Args:
        data: bytes of a file or a page.
        declared: the encoding that the file or its server announces; believed if ``data`` is not
            UTF-8 and fits.

    Raises:
        TypeError: if ``data`` is not bytes.

    >>> str(decode("été".encode())), decode("l'été".encode("cp1252")).encoding
    ('été', 'cp1252')

    """
    if isinstance(data, str):
        raise TypeError(
            "data must be bytes, not str: a str is decoded already; call frclean.clean(text)"
        )
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f"data must be bytes, not {type(data).__name__}")
    data = bytes(data)
    return (
        _marked(data)
        or _wide(data)
        or _utf8(data)
        or _declared(data, declared)
        or _mostly_utf8(data)
        or _guessed(data)
    )


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding), encoding, 1.0)
            except UnicodeDecodeError:
                if encoding == "utf-8":
                    return _mostly_utf8(data[len(mark) :])
    return None


_SAMPLE = 4096  # bytes; enough to see every other one is NUL


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: in Latin text every other byte is NUL."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or len(sample) < 4 or b"\0" not in sample:
        return None
    for encoding, nulls in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if nulls.count(0) > 0.7 * len(nulls) and sample.count(0) < 1.4 * nulls.count(0):
            try:
                return Decoded(data.decode(encoding), encoding, 0.9)
            except UnicodeDecodeError:
                return None
    return None


def _utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8", 1.0)
    except UnicodeDecodeError:
        return None


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    if not declared:
        return None
    try:
        name = codecs.lookup(declared.strip().strip("\"'")).name
        text = data.decode(_MEANT.get(name, name))
    except (LookupError, UnicodeDecodeError):
        return None
    if name == "utf-8" or not isinstance(text, str):
        return None
    return Decoded(text, _MEANT.get(name, name), 0.95)


# --- UTF-8 with a few bytes that are not -------------------------------------------------------


_SEQUENCE = re.compile(
    rb"[\xc3-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]")


def _mostly_utf8(data: bytes) -> Decoded | None:
    """UTF-8, if there are more good sequences than bytes that fit in none."""
    good = sum(len(match[0]) for match in _SEQUENCE.finditer(data))
    high = sum(1 for _ in _HIGH.finditer(data))
    stray = high - good
    if good < 4 or stray * 2 > good:
        return None
    pieces, repaired = _by_pieces(data)
    return Decoded(pieces, "utf-8", round(good / (good + 2 * stray), 3), repaired)


_STRAY = re.compile("[\udc80-\udcff]")


def _by_pieces(data: bytes) -> tuple[str, int]:
    """UTF-8 where it is, and Windows-1252 byte by byte where it is not."""
    return _STRAY.subn(_stray, data.decode("utf-8", "surrogateescape"))


def _stray(match: re.Match[str]) -> str:
    return _one_byte(ord(match[0]) - 0xDC00)


def _one_byte(byte: int) -> str:
    r"""A byte as Windows-1252 has it, or as the control character of Latin-1.

    >>> _one_byte(0xE9), _one_byte(0x81)
    ('é', '\x81')
    """
    single = bytes([byte])
    return single.decode("cp1252", "ignore") or single.decode("latin-1")


# --- the code page that makes the most French ----------------------------------------------------

_WORDS = 400  # words with a letter beyond ASCII that are judged; more change nothing
_CHUNK = re.compile(rb"[A-Za-z\x80-\xff'-]*[\x80-\xff][A-Za-z\x80-\xff'-]*")


def _guessed(data: bytes) -> Decoded:
    """The first suspect that gives the most French words."""
    chunks = [match[0] for match in itertools.islice(_CHUNK.finditer(data), _WORDS)]
    scores = {encoding: _score(chunks, encoding) for encoding in _SUSPECTS}
    best = max(_SUSPECTS, key=lambda encoding: scores[encoding])  # the first of equals
    return Decoded(_read(data, best), best, _confidence(scores, best, len(chunks)))


def _read(data: bytes, encoding: str) -> str:
    if encoding != "cp1252":
        return data.decode(encoding)
    # Five bytes are nothing in Windows-1252: browsers show the control character of Latin-1.
    return codecs.charmap_decode(data, "strict", _SLOPPY_1252)[0]


_SLOPPY_1252 = "".join(map(_one_byte, range(256)))


def _score(chunks: list[bytes], encoding: str) -> float:
    """How much more of ``chunks`` is French than not, from -1 to 1."""
    if not chunks:
        return 0.0
    return sum(_judge(_read(chunk, encoding)) for chunk in chunks) / len(chunks)


def _judge(chunk: str) -> float:
    """1 for a French word with its accents, -1 for what cannot be one."""
    if "¤" in chunk:  # nobody writes the sign for "any currency": it is the euro of Latin-9
        return -0.5
    words = [word for word in WORD.findall(chunk) if not word.isascii()]
    if not words:
        return 0.2 if _SIGNS.search(chunk) else -0.5
    if any(map(_is_torn, words)):
        return -1.0
    return sum(1.0 if is_known(word) else -0.5 for word in words) / len(words)


_SIGNS = re.compile("[’«»“”…–—€°\N{NO-BREAK SPACE}]")


def _is_torn(word: str) -> bool:
    """True for a capital inside small letters: « dŽjˆ »."""
    return not word.islower() and not word.isupper() and not word[1:].islower()


def _confidence(scores: dict[str, float], best: str, chunks: int) -> float:
    """0.5 for a guess without evidence, towards 0.95 as words prove it against all rivals."""
    if not chunks:
        return 0.5
    rival = max(score for encoding, score in scores.items() if encoding != best)
    proof = max(0.0, scores[best]) * min(1.0, chunks / 8)
    return round(0.4 + 0.45 * proof + (0.1 if scores[best] > rival else 0.0), 3)
