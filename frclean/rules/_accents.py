"""Paragraphs typed without accents: the words that exist without them too."""

from __future__ import annotations

from collections.abc import Iterator

from frclean.document import Span
from frclean.language.analysis import Analysis, Token
from frclean.language.suggest import Suggestion, suggester
from frclean.language.tokens import WORD
from frclean.later import later
from frclean.rules._unknown import has_accents, rank, unknown_words

__all__ = ["lost_accents"]

_LETTERS = later(r"[^\W\d_]")
_LEAST_LETTERS = 40
_LEAST_WORDS = 2
_MARGIN, _SURE = 1.5, 2.5


def lost_accents(analysis: Analysis) -> Iterator[tuple[Span, str, bool]]:
    """In paragraphs without accents: words that need one, how they are written, is it sure."""
    starts: dict[int, set[str]] = {}
    for unknown in unknown_words(analysis):
        if unknown.slip == "accent":
            line = analysis.line_span(analysis.index_at(unknown.span.start))
            starts.setdefault(line.start, set()).add(unknown.fixes[0])
    for start, words in starts.items():
        line = analysis.line_span(analysis.index_at(start))
        text = line.slice(analysis.text)
        if len(words) < _LEAST_WORDS or has_accents(text):
            continue
        if len(_LETTERS.findall(text)) >= _LEAST_LETTERS:
            yield from _read_again(analysis, line)


def _read_again(analysis: Analysis, line: Span) -> Iterator[tuple[Span, str, bool]]:
    for index in range(analysis.index_at(line.start), analysis.index_at(line.end - 1) + 1):
        token = analysis.token(index)
        if token.kind == WORD and token.form == token.lower and token.readings:
            meant, lead = _meant(token)
            if meant != token.form:
                yield token.span, meant, lead >= _SURE


#: Short words with the only accent they may have lost.
_SHORT = {"a": ["à"], "la": ["là"], "ou": ["où"]}


def _meant(token: Token) -> tuple[str, float]:
    """The word with the accents that its place asks for, and by how much it does."""
    if len(token.form) > 2:
        forms = [s.form for s in suggester().accented(token.form)]
    else:
        forms = _SHORT.get(token.form, [])
    if not forms:
        return token.form, 0.0
    frequency = suggester().lexicon.frequency
    rivals = [Suggestion(form, 0.0, "accent", frequency(form)) for form in (token.form, *forms)]
    ranked = rank(token, sorted(rivals, key=lambda s: s.worth), suggester().lexicon)
    own = next((worth for worth, s in ranked if s.form == token.form), 9.0)
    lead = own - ranked[0][0]
    return (ranked[0][1].form if lead >= _MARGIN else token.form), lead
