"""The ``encoding`` step: characters that were damaged on their way, made whole.

Most texts have none. What tells so is here; what looks for damage, and repairs it, is in
``damage``, which is imported when a text first needs it.
"""

from __future__ import annotations

from collections.abc import Sequence

from frclean.document import Document
from frclean.finding import Finding
from frclean.later import later

from . import lost
from .glance import unusual

__all__ = ["FINE", "find_encoding", "hints"]

#: What is not ASCII, and in order wherever it stands; and what depends on its neighbours.
FINE = frozenset(
    "\r\t«»’‘“”…–—éèêàçùôîûëïüœÉÀŒ°·•→©®²½×\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
)
#: Patterns begin with one character, so that they run at the speed of find.
_IN_CONTEXT = {
    "&": later("&(?=[#a-zA-Z])"),
    "^": later("\\^(?=[aeiouAEIOU])"),
    "â": later("â(?=[€œ])"),
    "€": later("€(?<=ā€)"),
    **{sign: later(f"{sign}(?<=[a-zéèêà'’]{sign})") for sign in "ÇÊÎÈ"},
    "Ô": later("Ô(?:(?<=[a-zéèêà'’]Ô)|(?=Ç))"),
}


def find_encoding(document: Document) -> Sequence[Finding]:
    """What was damaged in ``document`` before it came to us, with the repairs.

    >>> document = Document.of("L'été, la forÃªt.")
    >>> [finding.message for finding in find_encoding(document)]
    ['Encodage réparé : « forÃªt. » était « forêt. ».']
    """
    text = document.text
    if hints(text):
        from .damage import find

        return find(text)
    suspects = [(start, line) for start, line in lost.bare_lines(text) if lost.is_suspect(line)]
    if suspects:
        from .damage import find_lost_letters

        return list(find_lost_letters(text, suspects))
    return ()


def hints(text: str) -> frozenset[str]:
    """The characters that ``damage.HINT`` finds in ``text``; looks closely only at what it has."""
    odd = unusual(text) - FINE
    if odd.isdisjoint(_IN_CONTEXT):
        return odd
    in_order = {sign for sign in odd & _IN_CONTEXT.keys() if not _IN_CONTEXT[sign].search(text)}
    return odd - in_order
