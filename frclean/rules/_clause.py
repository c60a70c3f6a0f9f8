"""How many verbs a sentence can hold: what rules about « a », « est », « ont » ask of it.

French puts one finite verb in a clause. A sentence has one clause more than it has words or
signs that open one (a conjunction, a relative, a comma), so a sentence with more finite verbs
than that holds one verb too many: where all others are surely verbs, the doubtful one is not.
Everything is read off the signature: asking costs a few microseconds.
"""

from __future__ import annotations

from frclean.language.analysis import Analyser, Analysis

__all__ = ["may_have_verb", "verbs_exceed"]

#: How far to each side of the doubtful word a sentence is read.
_REACH = 40


def _count(analysis: Analysis, index: int) -> tuple[int, int, int]:
    """Beside token ``index``: surely finite verbs, possible ones, and openers of clauses."""
    signature, analyser = analysis.signature, analysis.analyser
    holds, ask = analyser.classes.holds, analyser.clause
    sentence = analysis.sentence(index)
    start, stop = max(sentence.start, index - _REACH), min(sentence.stop, index + 1 + _REACH)
    sure = possible = openers = 0
    before = signature[max(0, start - 1)]
    for i in range(start, stop):
        char = signature[i]
        if i == index:
            pass
        elif holds(char, ask["opener"]):
            openers += 1
        elif holds(char, ask["elided_si"]):
            openers += i + 1 < stop and holds(signature[i + 1], ask["il"])
        elif holds(char, ask["maybe_finite"]):
            if i > index and holds(char, ask["doubtful"]):
                possible += 1  # of two words that may be wrong, the second is
            elif _is_sure(analyser, before, char, i == sentence.start):
                sure += 1
                possible += 1
            else:
                possible += not holds(before, ask["article"])
        before = char
    return sure, possible, openers


def _is_sure(analyser: Analyser, before: str, char: str, begins: bool) -> bool:
    """True if a word that may be a finite verb is one beyond doubt."""
    holds, ask = analyser.classes.holds, analyser.clause
    if begins:
        return holds(char, ask["order"])
    if holds(before, ask["before_verb"]):
        return True
    if holds(char, ask["auxiliary"]):
        # « il y a deux ans » stands in another verb's clause; « à l'est » is a noun.
        return not (holds(before, ask["article"]) or holds(before, ask["y"]))
    if holds(before, ask["article"]) or holds(before, ask["adjective"]):
        return False
    return holds(char, ask["finite_only"])


def verbs_exceed(analysis: Analysis, index: int) -> bool:
    """True if the sentence has all the finite verbs it can hold without token ``index``."""
    sure, _, openers = _count(analysis, index)
    return sure > openers


def may_have_verb(analysis: Analysis, index: int) -> bool:
    """True if a word of the sentence other than token ``index`` may be its finite verb."""
    return _count(analysis, index)[1] > 0
