"""Where the article is: the densest run of lines that look like sentences."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["densest_run", "is_sentence"]

_ENDS = (".", "!", "?", "…", "»", '"', "”", ":", ";", ")", "»")
_SENTENCE_ENDS = (".", "!", "?", "…", "»", '"', "”", ".)")

SENTENCE_WORDS = 8
"""A line that ends as a sentence does is one from here on; buttons and titles are shorter."""
LONG_WORDS = 25
"""A line this long is text, however it ends: scraped paragraphs break at links."""
GAP = -6
"""What a line that is no sentence costs a run, in words: about 15 of them break it apart."""


def is_sentence(line: str) -> bool:
    """True for a line that reads as text rather than as a label.

    >>> is_sentence("Le conseil a voté mardi soir la rénovation de la halle.")
    True
    >>> is_sentence("Connexion"), is_sentence("Les dix plus belles halles de France à visiter")
    (False, False)
    """
    words = line.count(" ") + 1
    if words >= LONG_WORDS:
        return True
    return words >= SENTENCE_WORDS and line.endswith(_SENTENCE_ENDS)


def densest_run(words: Sequence[int], sentences: Sequence[bool]) -> tuple[int, int]:
    """First and last (both included) of the run with most words in sentences; (0, -1) if none.

    The largest sum of weights, in one pass (Kadane): words for sentences, ``GAP`` for others.
    """
    best, best_run = 0, (0, -1)
    total, start = 0, 0
    for i, (count, sentence) in enumerate(zip(words, sentences, strict=True)):
        weight = min(count, 100) if sentence else GAP
        if total <= 0:
            total, start = 0, i
        total += weight
        if sentence and total > best:
            best, best_run = total, (start, i)
    return best_run
