"""What LanguageTool says that is hardly ever so.

What is left out here was counted first, on scraped pages and treebanks, and read by a person:
docs/languagetool.md says how often LanguageTool was right.
"""

from __future__ import annotations

import unicodedata

from frclean.language.lexicon import lexicon
from frclean.language.words import standing
from frclean.languagetool.codes import SPELLING, code_of
from frclean.languagetool.sentences import PlaceInLine
from frclean.languagetool.service import Match
from frclean.normalise.fold import fold

__all__ = ["is_of_cut", "is_of_name", "is_of_word"]

#: What may speak for a word that no dictionary lists: French makes such words; it is of a kind.
_MADE = frozenset(("made", "kind"))
#: Categories whose rules look at a word and the article before it.
_OF_ARTICLES = frozenset(("AGREEMENT", "CAT_ELISION"))
_BRACKETS = "()[]{}"
_BRACKET_RULES = frozenset(("UNPAIRED_BRACKETS", "PARENTHESES"))


def is_of_name(match: Match, sentence: str) -> bool:
    """True for what it says of names: an unknown word with a capital, the article before one.

    An accent or a capital that such a word lacks is no question of names: « Etat ».

    >>> def says(sentence, found, meant, category="TYPOS"):
    ...     start = sentence.index(found)
    ...     match = Match(start, start + len(found), "", (meant,), "", category)
    ...     return is_of_name(match, sentence)
    >>> says("Avec Kerdavid.", "Kerdavid", "Kerd avid"), says("À Barbès.", "Barbès", "Barbes")
    (True, True)
    >>> says("L'Etat.", "Etat", "État"), says("Il voit le CIRC.", "le CIRC", "la CIRC", "AGREEMENT")
    (False, True)
    """
    found = sentence[match.start : match.end]
    if code_of(match.category) is SPELLING:
        best = match.replacements[0] if match.replacements else ""
        return found[:1].isupper() and not _lacks_marks(found, best)
    if match.category in _OF_ARTICLES:
        word = found.rstrip().replace("’", "'").rpartition(" ")[2].rpartition("'")[2]
        return word[:1].isupper() and len(word) < len(found) and not found.isupper()
    return False


def _lacks_marks(word: str, best: str) -> bool:
    """True if ``best`` is the same word with more accents or capitals: not « EPa » for « EPA »."""
    if fold(best).lower() != fold(word).lower():
        return False
    accents, capitals = _accents(best) - _accents(word), _capitals(best) - _capitals(word)
    return min(accents, capitals) >= 0 < max(accents, capitals)


def _accents(word: str) -> int:
    return sum(unicodedata.combining(c) > 0 for c in unicodedata.normalize("NFD", word))


def _capitals(word: str) -> int:
    return sum(map(str.isupper, word))


def is_of_word(match: Match, sentence: str) -> bool:
    """True for the spelling of a word that is in our lexicon, or made as French makes words.

    >>> def says(word):
    ...     return is_of_word(Match(0, len(word), "", (), "FR_SPELLING_RULE", "TYPOS"), word)
    >>> says("postconfinement"), says("renagocation")
    (True, False)
    """
    word = sentence[match.start : match.end].replace("’", "'")
    if code_of(match.category) is not SPELLING or not word.islower():
        return False
    return word in lexicon() or (word.isalpha() and standing(word, lexicon()) in _MADE)


def is_of_cut(match: Match, sentence: str, place: PlaceInLine) -> bool:
    """True for what it says of a part of a line because it takes it for a paragraph.

    That is: that it should begin with a capital, though it goes on behind « … » or « ! », and that
    a bracket has no other, which stands in the sentence before or behind.

    >>> last, first = PlaceInLine(False, False), PlaceInLine(True, False)
    >>> capital = Match(0, 2, "", ("Et",), "UPPERCASE_SENTENCE_START", "CASING")
    >>> is_of_cut(capital, "et après ?", last), is_of_cut(capital, "et après ?", first)
    (True, False)
    >>> lonely = Match(4, 5, "", (), "UNPAIRED_BRACKETS", "PUNCTUATION")
    >>> is_of_cut(lonely, "Ici (voir p. 3.", first)
    True
    >>> is_of_cut(Match(3, 5, "", ("(",), "PARENTHESES", "CAT_TYPOGRAPHIE"), "Ici( là).", first)
    False
    """
    if match.rule == "UPPERCASE_SENTENCE_START":
        return not place.begins
    found = sentence[match.start : match.end]
    return (
        match.rule in _BRACKET_RULES
        and not place.is_whole
        and not any(_brackets(new) == _brackets(found) for new in match.replacements)
    )


def _brackets(text: str) -> list[str]:
    return [char for char in text if char in _BRACKETS]
