"""How many verbs a sentence can hold: what rules about « a », « est », « ont » ask of it.

French puts one finite verb in a clause. Conjunctions, relatives and signs open clauses, or join
mere nouns; a subordinate clause may stand before the verb of the clause that holds it. A sentence
is read from left to right with these three facts in mind, and where a word is one verb too many
although all others are surely verbs, it is not a verb. Everything is read off the signature:
asking costs a few microseconds.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from itertools import compress

from frclean.language.analysis import Analyser, Analysis

__all__ = ["may_have_verb", "verbs_exceed"]

#: How far to each side of the doubtful word a sentence is read.
_REACH = 60

#: What a token is for the count.
_VERB, _MAYBE, _DOUBTFUL, _SUB, _COORD = "verb", "maybe", "doubtful", "sub", "coord"
_ASK = "ask"


class _Roles(dict[str, str]):
    """Class of the word before and class of a word -> what the word is for the count.

    Empty: nothing; ``_ASK``: that depends on more than these two.
    """

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser

    def __missing__(self, pair: str) -> str:
        role = self[pair] = self._of(*pair)
        return role

    def _of(self, before: str, char: str) -> str:
        holds, ask = self._analyser.classes.holds, self._analyser.clause
        if holds(char, ask["opener"]):
            return _SUB if holds(char, ask["subordinator"]) else _COORD
        if holds(char, ask["elided_si"]):
            return _ASK
        if not holds(char, ask["maybe_finite"]):
            return ""
        if any(holds(before, ask[name]) for name in ("opener", "y")) or holds(
            char, ask["doubtful"]
        ):
            return _ASK
        return self.of_verb(before, char, begins=False)

    def of_verb(self, before: str, char: str, *, begins: bool) -> str:
        """What a word that may be a finite verb is."""
        if _is_sure(self._analyser, before, char, begins):
            return _VERB
        return (
            "" if self._analyser.classes.holds(before, self._analyser.clause["article"]) else _MAYBE
        )


@functools.lru_cache(maxsize=16)  # as many as there are books of rules
def _table(analyser: Analyser) -> _Roles:
    return _Roles(analyser)


def _roles(analysis: Analysis, index: int) -> Iterator[tuple[int, str]]:
    """The tokens of the sentence of ``index`` that are verbs, may be, or open clauses."""
    table, signature = _table(analysis.analyser), analysis.signature
    sentence = analysis.sentence(index)
    start, stop = max(sentence.start, index - _REACH), min(sentence.stop, index + 1 + _REACH)
    first = signature[max(0, start - 1)]
    pairs = map(str.__add__, first + signature[start : stop - 1], signature[start:stop])
    roles = list(map(table.__getitem__, pairs))
    roles[index - start] = _VERB
    for i, role in compress(enumerate(roles, start), roles):
        found = _role(analysis, table, i, index, start, stop) if role == _ASK else role
        if found:
            yield i, found


def _role(analysis: Analysis, table: _Roles, i: int, index: int, start: int, stop: int) -> str:
    """What token ``i`` is where its class and the one before do not tell."""
    signature, ask = analysis.signature, analysis.analyser.clause
    holds = analysis.analyser.classes.holds
    char, before = signature[i], signature[max(0, i - 1)]
    if holds(char, ask["elided_si"]):
        return _SUB if i + 1 < stop and holds(signature[i + 1], ask["il"]) else ""
    if i > index and holds(char, ask["doubtful"]):
        return _DOUBTFUL
    role = table.of_verb(before, char, begins=holds(before, ask["opener"]) and i <= start + 1)
    return "" if role == _VERB and _is_time_phrase(analysis, i, before) else role


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
    if not any(role == _VERB and i != index for i, role in roles):
        return False  # where there is one verb, there is none too many
    return _overflows(roles, -1) and not _overflows(roles, index)


def may_have_verb(analysis: Analysis, index: int) -> bool:
    """True if a word of the sentence other than token ``index`` may be its finite verb."""
    return any(
        i != index and role in (_VERB, _MAYBE, _DOUBTFUL) for i, role in _roles(analysis, index)
    )
