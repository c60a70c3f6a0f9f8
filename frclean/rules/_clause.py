"""How many verbs a sentence can hold: what rules about « a », « est », « ont » ask of it.

French puts one finite verb in a clause. Conjunctions, relatives and signs open clauses, or join
mere nouns; a subordinate clause may stand before the verb of the clause that holds it. A sentence
is read from left to right with these three facts in mind, and where a word is one verb too many
although all others are surely verbs, it is not a verb. Everything is read off the signature:
asking costs a few microseconds.
"""

from __future__ import annotations

from collections.abc import Iterator

from frclean.language.analysis import Analyser, Analysis

__all__ = ["may_have_verb", "verbs_exceed"]

#: How far to each side of the doubtful word a sentence is read.
_REACH = 60

#: What a token is for the count.
_VERB, _MAYBE, _DOUBTFUL, _SUB, _COORD = "verb", "maybe", "doubtful", "sub", "coord"


def _roles(analysis: Analysis, index: int) -> Iterator[tuple[int, str]]:
    """The tokens of the sentence of ``index`` that are verbs, may be, or open clauses."""
    signature, analyser = analysis.signature, analysis.analyser
    holds, ask = analyser.classes.holds, analyser.clause
    sentence = analysis.sentence(index)
    start, stop = max(sentence.start, index - _REACH), min(sentence.stop, index + 1 + _REACH)
    before = signature[max(0, start - 1)]
    for i in range(start, stop):
        char = signature[i]
        if i == index:
            yield i, _VERB
        elif holds(char, ask["opener"]):
            yield i, _SUB if holds(char, ask["subordinator"]) else _COORD
        elif holds(char, ask["elided_si"]):
            if i + 1 < stop and holds(signature[i + 1], ask["il"]):
                yield i, _SUB
        elif holds(char, ask["maybe_finite"]):
            if i > index and holds(char, ask["doubtful"]):
                yield i, _DOUBTFUL
            elif _is_sure(analyser, before, char, holds(before, ask["opener"]) and i <= start + 1):
                if not _is_time_phrase(analysis, i, before):
                    yield i, _VERB
            elif not holds(before, ask["article"]):
                yield i, _MAYBE
        before = char


def _is_sure(analyser: Analyser, before: str, char: str, begins: bool) -> bool:
    """True if a word that may be a finite verb is one beyond doubt."""
    holds, ask = analyser.classes.holds, analyser.clause
    if begins:
        return holds(char, ask["order"])
    if holds(before, ask["before_verb"]):
        return True
    if holds(char, ask["auxiliary"]):
        # « à l'est » is a noun, « l'a » and « ce sont » are not.
        is_noun = holds(before, ask["article"]) and not holds(before, ask["pronoun"])
        return not is_noun and not (holds(char, ask["east"]) and holds(before, ask["article"]))
    if holds(before, ask["article"]) or holds(before, ask["adjective"]):
        return False
    return holds(char, ask["finite_only"])


def _is_time_phrase(analysis: Analysis, i: int, before: str) -> bool:
    """« il y a deux ans » stands in another verb's clause."""
    holds, ask = analysis.analyser.classes.holds, analysis.analyser.clause
    if not holds(before, ask["y"]):
        return False
    return any(holds(char, ask["time"]) for char in analysis.signature[i + 1 : i + 5])


def _overflows(roles: list[tuple[int, str]], without: int) -> bool:
    """True if some clause has more verbs than there are clauses waiting for one."""
    waiting, verbs, opener = 0, 0, ""
    for i, role in [*roles, (-1, _COORD)]:
        if role == _VERB:
            verbs += i != without
        elif role in (_SUB, _COORD):
            # Before any opener there is the main clause; « et » may join nouns, « qui » may not.
            room = 1 + waiting
            if verbs > room:
                return True
            if opener == _COORD and role == _COORD:
                waiting = max(0, waiting - max(0, verbs - 1))
            else:
                # « et le zèle qu'elle montre est rare »: the clause waits for its verb.
                waiting = room - verbs
            opener = role if opener or verbs or role == _SUB else ""
            verbs = 0
    return False


def verbs_exceed(analysis: Analysis, index: int) -> bool:
    """True if token ``index`` is one verb more than its sentence can hold."""
    roles = list(_roles(analysis, index))
    # Of two words that may be wrong in one clause, the second is.
    after = next((role for i, role in roles if i > index and role not in (_VERB, _MAYBE)), "")
    if after == _DOUBTFUL:
        return False
    return _overflows(roles, -1) and not _overflows(roles, index)


def may_have_verb(analysis: Analysis, index: int) -> bool:
    """True if a word of the sentence other than token ``index`` may be its finite verb."""
    return any(
        i != index and role in (_VERB, _MAYBE, _DOUBTFUL) for i, role in _roles(analysis, index)
    )
