"""Which sentences are worth a second opinion: a score, the sum of the weights of some clues.

The question is not whether a sentence is wrong but whether LanguageTool has something to say of it
that our rules do not. So words that our rules have marked are no clue, and how many these are does
not matter; words that no lexicon knows matter most, then signs and blanks that do not stand where
they belong, then words where another would fit better. ``tools/fit_suspicion.py`` has fitted the
weights (``suspicion.json``) to LanguageTool's answers to other texts than those it is measured on.
"""

from __future__ import annotations

import functools
import itertools
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log1p
from pathlib import Path

from frclean.document import Span
from frclean.finding import Finding
from frclean.language.analysis import Analysis, Token
from frclean.language.context import context_model
from frclean.language.lexicon import Lexicon
from frclean.language.tokens import WORD
from frclean.language.words import PREFIXES, standing
from frclean.languagetool.sentences import place_in_line
from frclean.later import later

__all__ = ["Suspicion", "clues", "suspicion"]

_WEIGHTS = Path(__file__).resolve().parent / "suspicion.json"
#: A clue that comes often counts so often at most.
_MOST = 3
#: What is looked for in a sentence as it is written, by the name of the clue.
_PATTERNS = {
    "blanks in a row": later(r"\s\s"),
    "blank before a sign": later(r"\s[.,)\]…]|[(\[]\s"),
    "no blank behind a sign": later(r"[,;:!?)\]][^\W\d_]|[^\W\d_][(\[]"),
    "signs in a row": later(r"[,;:]\.|[.,;:]…|(?<!\.)\.\.(?!\.)"),
    "begins with a sign": later(r"^[^\w«\"“(—–-]"),
    "begins with A": later(r"^\W*A\s"),
    "A inside": later(r"[(«\"–:-]\s?A\s"),
    "begins with a dash": later(r"^[-–—•·]"),
    "dash": later(r"\w\s[-–—]\s"),
    "ends without a sign": later(r"[^.!?…»\"”]$"),
    "letters and digits": later(r"\d[^\W\d_]|[^\W\d_]\d"),
    "ordinal": later(r"\d\s?(?:i?[èe]mes?|ers|[eè]res?|n?des?)\b|\b[IVX]+\s?i?[èe]mes?\b"),
    "long number": later(r"(?<![\d.,/])(?!1[89]\d\d|20\d\d)\d{4,}(?![\d/])"),
    "unit": later(r"[£$€]\s?\d|\d\s?(?:mns?|[cdk]?m[23]|ko|Kg|KM)\b|[Nn][o°º]\.?\s?\d|[&©]|[a-z]°"),
    "lost apostrophe": later(r"[‘´`]|\s['’]|['’]\s"),
    "stray letter": later(r"(?<![\w'’.&-])[b-xzB-Z](?![\w'’.&)-])"),
    "capital inside a word": later(r"[a-zà-ÿ][A-ZÀ-Þ]"),
    "month or region with a capital": later(
        r"\b(?:Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre"
        r"|Décembre|Nord|Sud|Est|Ouest|Golfe|Église|Ministre)\b"
    ),
    "inclusive spelling": later(r"\w[.·-]t?e(?:[.·-]?s)?\b"),
    "dots": later(r"\.\.\.|…"),
    "quotation": later(r"[«»“”\"]"),
    "slash": later(r"/"),
}
_LOW_START = later(r"^\W*[^\W\d_A-ZÀ-ÖØ-ÞŒ]")
#: « a) », « 1) »
_ENUMERATION = later(r"(?<![\w(])\w{1,2}\)")
_BRACKETS = (("(", ")"), ("[", "]"))
_NEGATIONS = frozenset(("pas", "rien", "jamais"))
_ACCENTED = {"e": "éèêë", "a": "âà", "i": "îï", "o": "ô", "u": "ùûü", "c": "ç"}
#: From so many nats on that another word would fit better, it is a clue by itself; to so many.
_MUCH, _VERY_MUCH = 2.0, 8.0


@dataclass(frozen=True)
class Suspicion:
    """How doubtful a sentence looks, and from where on it is worth a request."""

    weights: Mapping[str, float]
    threshold: float

    def __call__(self, found: Mapping[str, float]) -> float:
        """The score of a sentence with these clues; from 0 on it is worth a request."""
        weights = self.weights
        return sum(weights.get(name, 0.0) * value for name, value in found.items()) - self.threshold


@functools.cache
def suspicion() -> Suspicion:
    """The weights that come with the package."""
    data = json.loads(_WEIGHTS.read_text("utf-8"))
    return Suspicion(data["weights"], data["threshold"])


def clues(
    analysis: Analysis, tokens: range, span: Span, ours: Sequence[Finding]
) -> dict[str, float]:
    """What speaks for a second opinion on the sentence at ``span``: name of the clue -> how much.

    Words that our findings mark are left out, and so is what is in another language.
    """
    marked = [finding.span for finding in ours if finding.span.overlaps(span)]
    words = [token for token in map(analysis.token, tokens) if token.kind == WORD]
    free = [token for token in words if not any(token.span.overlaps(s) for s in marked)]
    found = Counter(clue for token in free for clue in _of_word(token, is_first=token is words[0]))
    told = {name: float(min(count, _MOST)) for name, count in found.items()}
    if "unknown word" in told:
        told["any unknown word"] = 1.0
    told |= _of_context(analysis, tokens, {token.index for token in free})
    told |= dict.fromkeys(_of_signs(span, analysis.text), 1.0)
    lower = {token.lower for token in words}
    if lower & _NEGATIONS and not lower & {"ne", "n'"}:
        told["negation without ne"] = 1.0
    told["length"] = log1p(len(words))
    return told


def _of_signs(span: Span, text: str) -> Iterator[str]:
    """The clues that a sentence is as it is written."""
    sentence, place = span.slice(text), place_in_line(span, text)
    yield from (name for name, pattern in _PATTERNS.items() if pattern.search(sentence))
    if place.begins and _LOW_START.search(sentence):
        yield "line without a capital"
    if place.is_whole and _lacks_bracket(sentence):
        yield "bracket without its other"


def _of_context(analysis: Analysis, tokens: range, free: set[int]) -> dict[str, float]:
    """The clues that words (those that are free) are beside their neighbours."""
    gaps = context_model(analysis.analyser.lexicon).gaps(analysis, tokens[0])
    better = [gap for index, gap in gaps.items() if index in free and gap > 0]
    odd = _odd_pairs(analysis, tokens, free)
    return {
        "another word fits better": float(min(len(better), _MOST)),
        "fits badly": max(0.0, min(max(better, default=0.0), _VERY_MUCH) - _MUCH),
        "odd pair of neighbours": float(min(odd, _MOST)),
    }


def _of_word(token: Token, *, is_first: bool) -> Iterator[str]:
    """The clues that a word is, whatever stands around it."""
    analysis, form = token.analysis, token.form
    if "-" in form[1:-1]:
        yield "prefix and hyphen" if form.lower().startswith(PREFIXES) else "hyphen"
    if analysis.holds(token.index, analysis.analyser.classes.predicate("bare")):
        yield "capital without accent"
    elif form == token.lower:
        is_unknown = analysis.holds(token.index, analysis.analyser.is_unknown)
        if is_unknown and not analysis.is_foreign(token.index):
            yield _of_unknown(form, analysis.analyser.lexicon)
    elif clue := _of_capital(form, analysis.analyser.lexicon, is_first=is_first):
        yield clue


def _of_unknown(form: str, known: Lexicon) -> str:
    """What kind of unknown word without a capital it is."""
    what = standing(form, known)
    return {"": "unknown word", "odd": "unknown word", "good": "no word"}.get(what, "new word")


def _of_capital(form: str, known: Lexicon, *, is_first: bool) -> str:
    """What a word with a capital tells; empty: nothing."""
    lower = form.lower()
    if any(accented + lower[1:] in known for accented in _ACCENTED.get(lower[0], "")):
        return "capital without accent" if lower not in known else ""
    if form in known or known.is_proper(form):
        return ""
    if lower in known:
        return "" if is_first or form.isupper() else "common word with a capital"
    if _lacks_accents(lower, known):
        return "accents left out"
    if any(name.capitalize() in known for name in _with_one_accent(lower)):
        return "name without accent"
    if not form[0].isupper():
        return "unknown word"
    return "unknown capitals" if form.isupper() else "unknown name"


@functools.lru_cache(1 << 13)
def _lacks_accents(lower: str, known: Lexicon) -> bool:
    """True if an accent, or two or three on its e, make a word of it: « etat », « societes »."""
    if not 3 < len(lower) <= 16 or not lower.isalpha():  # « The » is no « thé »
        return False
    places = [at for at, letter in enumerate(lower) if letter == "e"]
    several = (
        "".join("é" if at in chosen else letter for at, letter in enumerate(lower))
        for count in (2, 3)
        for chosen in itertools.combinations(places, count)
    )
    return any(form in known for form in (*_with_one_accent(lower), *several))


def _with_one_accent(lower: str) -> Iterator[str]:
    for at, letter in enumerate(lower):
        for accented in _ACCENTED.get(letter, ""):
            yield lower[:at] + accented + lower[at + 1 :]


def _lacks_bracket(sentence: str) -> bool:
    """True if a bracket has no other; those of « a) » need none."""
    rest = _ENUMERATION.sub("", sentence)
    return any(rest.count(one) != rest.count(other) for one, other in _BRACKETS)


def _odd_pairs(analysis: Analysis, tokens: range, free: set[int]) -> int:
    """How many neighbours, one of them free, hardly ever meet."""
    analyser, signature = analysis.analyser, analysis.signature
    is_odd = context_model(analyser.lexicon).gate(analyser.classes).is_odd
    pairs = (at for at in tokens if at in free or at + 1 in free)
    return sum(is_odd(signature[at : at + 2]) for at in pairs if at + 1 < len(signature))
