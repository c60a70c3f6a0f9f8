"""The noun group that is the subject of a verb, and its number.

A noun group is trusted as a subject when it begins its clause, behind the end of a sentence or a
word that opens a clause, and reaches to the verb without a gap. Its number is that of its head:
« la rencontre des ministres » is singular. Where usage accepts both numbers, both are given.
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from frclean.language.analysis import Analysis, Token
from frclean.language.lexicon import lexicon
from frclean.rules._verbs import is_clause_start, persons

__all__ = ["NounGroup", "agrees_at_sight", "antecedent_numbers", "group_at", "subject_before"]

#: How far back the beginning of a subject is looked for.
_REACH = 22

_OPENERS = frozenset(
    "que qu' si quand lorsque lorsqu' puisque puisqu' car or donc mais où dont comme quoique comment "
    "pourquoi".split()
)
_COMPARING = frozenset(
    "plus moins aussi autant mieux davantage autre autres même mêmes plutôt tel telle tels telles "
    "pire meilleur meilleure meilleurs ainsi tant ne n' moindre".split()
)
_PREDETERMINERS = frozenset("tout toute tous toutes seul seule seuls seules même".split())
_PREPOSITIONAL = frozenset(("au", "aux", "du", "des"))
_QUANTIFIERS = frozenset("beaucoup peu assez trop tant autant énormément".split())
_COUNTS = frozenset(("nombre", "quantité", "force", "plein", "maint", "maints"))
#: « Une foule de gens sont venus » or « est venue »: the writer chooses.
_COLLECTIVE = frozenset(
    "foule majorité minorité partie moitié tiers quart nombre série ensemble groupe quantité "
    "multitude infinité poignée kyrielle ribambelle masse armée bande équipe nuée troupe tas "
    "totalité totalite pourcentage proportion part sorte type espèce genre couple paire "
    "reste plupart flot suite variété collection pléiade myriade cohorte légion pluie somme "
    "million milliard millier ordre éventail panel trio duo quatuor cortège essaim horde rangée "
    "batterie avalanche chaîne cascade tranche fraction lot liste dernier première premier".split()
)
_TIMES = frozenset(
    "matin soir jour nuit journée soirée matinée après-midi midi semaine mois an année heure "
    "minute siècle fois moment instant printemps été automne hiver lundi mardi mercredi jeudi "
    "vendredi samedi dimanche jours nuits semaines années heures minutes siècles ans long bord "
    "lendemain veille weekend week-end".split()
)  # fmt: skip
_SINGULAR_PRONOUNS = frozenset(
    "chacun chacune aucun aucune quelqu'un quelqu'une l'un l'une".split()
)


_PLURAL_PRONOUNS = frozenset("ceux celles ceux-ci celles-ci ceux-là celles-là certains certaines "
                            "plusieurs quelques-uns quelques-unes lesquels lesquelles".split())  # fmt: skip


_TITLES = frozenset("m. mm. mme mmes mlle dr me mgr monsieur madame mademoiselle maître".split())


class NounGroup(NamedTuple):
    """A noun group: where it begins, its head, the numbers it may have."""

    start: int
    head: Token
    numbers: frozenset[str]
    is_coordinated: bool
    is_name: bool
    opener: str
    """The word or sign before it; a comma is a weak beginning."""


_ONE, _MANY, _BOTH = frozenset("s"), frozenset("p"), frozenset("sp")


def subject_before(analysis: Analysis, end: int, wanted: str = "") -> NounGroup | None:
    """The noun group that begins a clause and ends just before token ``end``.

    With ``wanted`` ("s" or "p"), None as soon as it is clear that the group has that number.
    """
    end = _before_insert(analysis, end)
    start = _clause_start(analysis, end)
    if start is None or start >= end:
        return None
    if wanted and wanted in _first_numbers(analysis, start, end):
        return None
    if not _can_begin(analysis.token(start), analysis.token(start + 1)):
        return None
    if any(_breaks(analysis.token(index)) for index in range(start + 1, end)):
        return None
    return group_at(analysis, start, end)


def agrees_at_sight(analysis: Analysis, index: int) -> bool:
    """True if the clause before the verb at ``index`` begins with a determiner of its number.

    Then :func:`subject_before` finds nothing wrong either, but asks more.
    """
    signature, masks = analysis.signature, analysis.analyser.classes.masks
    ask = analysis.analyser.clause
    verb = masks[signature[index]]
    is_singular = verb >> ask["singular_verb"] & 1
    if is_singular == verb >> ask["plural_verb"] & 1:
        return False
    shows = ask["singular_determiner" if is_singular else "plural_determiner"]
    edge, clitic = ask["edge"], ask["clitic"]
    end = index
    while end > 1 and masks[signature[end - 1]] >> clitic & 1:
        end -= 1
    for at in range(end - 1, max(-1, end - _REACH), -1):
        mask = masks[signature[at]]
        if mask >> edge & 1:
            if at >= end - 1 or not mask >> ask["sure_edge"] & 1:
                return False
            return any(masks[char] >> shows & 1 for char in signature[at + 1 : min(end, at + 3)])
    return False


def _breaks(token: Token) -> bool:
    """True for a word that no noun group holds, seen without tagging."""
    if token.kind != "word" or not token.readings:
        return False
    return all(
        (r.pos == "ver" and r.tense not in ("pp", "ppr", "inf"))
        or (r.pos == "pro" and r.tense in ("suj", "ref", "rel"))
        for r in token.readings
    )


def _can_begin(first: Token, second: Token) -> bool:
    """False if no noun group begins there, as far as can be told without tagging."""
    if first.lower in ("et", "ou", "mais"):
        first = second
    if first.kind == "number" or first.form[:1].isupper() or first.lower in ("de", "d'"):
        return first.lower not in ("dans", "pour", "par", "avec", "en", "à", "au", "aux", "sur")
    if first.lower in _QUANTIFIERS | _COUNTS | _PLURAL_PRONOUNS | _SINGULAR_PRONOUNS:
        return True
    return first.has("det") or (first.has("adv") and second.has("det")) or first.lower in _TITLES


def _before_insert(analysis: Analysis, end: int) -> int:
    """Where the group ends if « , cependant, » or « (CT) » stands between it and its verb."""
    if not analysis.holds(end - 1, analysis.analyser.clause["closing"]):
        return end
    closing = analysis.token(end - 1).form
    opening = {",": ",", ")": "("}.get(closing)
    if opening is None:
        return end
    for index in range(end - 2, max(1, end - 11), -1):
        token = analysis.token(index)
        if token.form == opening:
            first = analysis.token(index + 1)
            is_aside = opening == "(" or _is_aside(first, end - 1 - index - 1)
            return index if is_aside and index < end - 2 else end
        is_finite = bool(persons(token)) and all(r.pos == "ver" for r in token.readings)
        if token.form in (".", "¶", ";", ":", ")") or is_finite or token.lower in ("et", "ou"):
            return end
    return end


def _is_aside(first: Token, length: int) -> bool:
    """« , cependant, », « , dans ce cas, »; but « le père, la mère, » is a list."""
    if first.lower in ("avec", "comme", "ainsi", "aussi", "outre", "en", "tout", "puis"):
        return length == 1
    return (first.has("adv") or first.has("prep")) and not first.has("det")


def _first_numbers(analysis: Analysis, start: int, end: int) -> frozenset[str]:
    """The number that the first determiner shows, without tagging anything."""
    for index in range(start, min(end, start + 2)):
        token = analysis.token(index)
        numbers = _determiner_numbers(token)
        if numbers and token.lower not in _PREDETERMINERS:
            return numbers if not _has_coordination(analysis, index, end) else _BOTH
    return frozenset()


def _has_coordination(analysis: Analysis, start: int, end: int) -> bool:
    masks, joint = analysis.analyser.classes.masks, analysis.analyser.clause["joint"]
    return any(
        masks[char] >> joint & 1 and analysis.token(i).lower in ("et", "ou", "ni")
        for i, char in enumerate(analysis.signature[start:end], start)
    )


def _clause_start(analysis: Analysis, end: int) -> int | None:
    """Where the clause begins that reaches to token ``end``; None if nothing surely begins it."""
    masks, edge = analysis.analyser.classes.masks, analysis.analyser.clause["edge"]
    signature = analysis.signature
    for index in range(end - 1, max(-1, end - _REACH), -1):
        if not masks[signature[index]] >> edge & 1:
            continue
        token = analysis.token(index)
        if is_clause_start(analysis, index + 1) or token.form == ",":
            return index + 1
        if token.lower in _OPENERS:
            if not _is_comparing(analysis, index):
                return index + 1
            if token.lower != "comme":
                return None
        if token.lower == "qui":
            return None
    return None


def _is_comparing(analysis: Analysis, index: int) -> bool:
    """True if the word does not open a clause: « plus grand que les autres »."""
    token = analysis.token(index)
    before = [analysis.token(i).lower for i in range(max(0, index - 7), index)]
    if token.lower == "comme":
        return bool(before) and before[-1] not in (",", "¶", ".", "et", "mais")
    if token.lower == "si":
        best = analysis.token(index + 1).best
        return bool(best and best.pos in ("adv", "adj"))  # « si gracieusement »
    if token.lower in ("que", "qu'"):
        return not _COMPARING.isdisjoint(before)
    if token.lower == "mais":
        return "non" in before or "pas" in before
    return False


def group_at(analysis: Analysis, start: int, end: int) -> NounGroup | None:
    """The noun group that fills tokens ``start`` to ``end`` (not included), if one does."""
    opener = analysis.token(start - 1).lower
    index = _skip_adverb(analysis, start, end)
    if index >= end:
        return None
    found = _head(analysis, index, end)
    if found is None:
        return None
    head, numbers, after, is_name = found
    if is_name and after < end and _is_common(analysis.token(after)):
        return None
    rest = _complements(analysis, after, end, head)
    if rest is None:
        return None
    coordinated, many_inside = rest
    lemma = head.lemmas("nom")[:1]
    if numbers == _ONE and _is_free(analysis, index, head, lemma, many_inside):
        numbers = _BOTH
    if coordinated:
        numbers = numbers | _MANY
    return NounGroup(start, head, numbers, coordinated, is_name, opener)


def _is_collective(head: Token, lemmas: tuple[str, ...]) -> bool:
    lemma = lemmas[0] if lemmas else head.lower
    return lemma in _COLLECTIVE or lemma.endswith(("aine", "ième"))


def _is_common(token: Token) -> bool:
    best = token.best
    return token.form[:1].islower() and bool(best and best.pos == "nom")


def _is_free(
    analysis: Analysis, start: int, head: Token, lemmas: tuple[str, ...], many_inside: bool
) -> bool:
    """True where usage accepts both numbers for a singular head."""
    if head.lower in ("nombre", "plupart", "majorité", "minorité", "moitié", "reste"):
        return True
    is_indefinite = analysis.token(start).lower in ("un", "une")
    return many_inside and (is_indefinite or _is_collective(head, lemmas))


def _skip_adverb(analysis: Analysis, start: int, end: int) -> int:
    """« Parfois les enfants … »: an adverb may stand before the group."""
    token = analysis.token(start)
    if start + 1 < end and token.lower not in _QUANTIFIERS and token.lower not in _PREDETERMINERS:
        best = token.best
        if best and best.pos == "adv" and not token.has("det") and not token.has("nom"):
            return start + 1
    if token.lower in ("et", "ou", "mais") and start + 1 < end:
        return start + 1
    return start


def _determiner_numbers(token: Token) -> frozenset[str]:
    if token.kind == "number":
        value = token.form.replace(",", ".")
        return _ONE if value in ("0", "1") else _MANY
    return _numbers_of_determiner(token.lower)


@functools.lru_cache(maxsize=1 << 12)
def _numbers_of_determiner(word: str) -> frozenset[str]:
    return frozenset(r.number for r in lexicon().readings(word) if r.pos == "det") & _BOTH


def _noun_numbers(token: Token) -> frozenset[str]:
    return frozenset(r.number for r in token.readings if r.pos in ("nom", "adj") and r.number)


Head = tuple[Token, frozenset[str], int, bool]


def _head(analysis: Analysis, start: int, end: int) -> Head | None:
    """The head of the group, its numbers, where its complements begin, whether it is a name."""
    first = analysis.token(start)
    if first.lower in _QUANTIFIERS or first.lower in _COUNTS:
        return _quantity(analysis, start, end)
    if first.lower == "bon" and start + 1 < end and analysis.token(start + 1).lower == "nombre":
        return _quantity(analysis, start + 1, end)
    if first.lower in _SINGULAR_PRONOUNS:
        return first, _ONE, start + 1, False
    if first.lower == "l'" and start + 1 < end and analysis.token(start + 1).lower in ("un", "une"):
        return analysis.token(start + 1), _ONE, start + 2, False
    if first.lower in _PLURAL_PRONOUNS:
        return first, _MANY, start + 1, False
    if first.lower in ("lequel", "laquelle"):
        return first, _ONE, start + 1, False
    if (
        first.lower in ("de", "d'")
        and start + 1 < end
        and _is_plural_adjective(analysis.token(start + 1))
    ):
        return _noun(analysis, start + 1, end, _MANY)
    if first.lower in ("celui", "celle"):
        return first, _ONE, start + 1, False
    index = start
    if first.lower in _PREDETERMINERS and start + 1 < end:
        index += 1
    token = analysis.token(index)
    numbers = _determiner_numbers(token)
    if not numbers or token.lower in ("au", "aux", "auxdits"):
        return _name(analysis, start, end)
    return _noun(analysis, index + 1, end, numbers)


def _is_plural_adjective(token: Token) -> bool:
    """« de nombreux », « d'autres »."""
    after = token.analysis.token(token.index + 1)
    return token.has("adj", features="p") and _noun_numbers(after) == _MANY


def _quantity(analysis: Analysis, start: int, end: int) -> Head | None:
    """« Beaucoup de gens », « nombre d'idées »: the complement counts."""
    at = start + 1
    if at + 1 >= end or analysis.token(at).lower not in ("de", "d'"):
        return None
    for index in range(at + 1, min(end, at + 4)):
        token = analysis.token(index)
        if token.has("nom") and _noun_numbers(token):
            numbers = _noun_numbers(token)
            if numbers == _BOTH and token.lower.endswith(("s", "x")):
                numbers = _MANY
            return token, numbers, index + 1, False
    return None


def _noun(analysis: Analysis, start: int, end: int, numbers: frozenset[str]) -> Head | None:
    """The noun behind a determiner; an adjective without a noun will do (« les grands »)."""
    index, numbers = _skip_adjectives(analysis, start, end, numbers)
    if index >= end or (index > start and _starts_complement(analysis.token(index))):
        index -= 1
    if index < start:
        return None
    head = analysis.token(index)
    best = head.best
    if best is None and head.kind != "word":
        return None
    if best and best.pos == "ver" and best.tense != "pp":
        return None  # « les arracher »
    if not head.readings and head.form[:1].islower():
        return None  # « la plpart »: who knows
    own = _noun_numbers(head)
    if own and not (own & numbers):
        numbers = own | numbers
    elif own and numbers == _BOTH:
        numbers = own
    if head.lower == "plupart":
        numbers = _plupart(analysis, index, end)
    return head, numbers, index + 1, head.form[:1].isupper()


def _skip_adjectives(
    analysis: Analysis, start: int, end: int, numbers: frozenset[str]
) -> tuple[int, frozenset[str]]:
    """Where the noun stands behind adjectives and numerals, and the number they show."""
    index = start
    while index < end:
        token = analysis.token(index)
        best = token.best
        pos = best.pos if best else ""
        is_word = token.kind == "word"
        if pos in ("nom", "prop") or (is_word and (not token.readings or token.form[:1].isupper())):
            break
        if pos == "det" and token.has("det", "num"):
            numbers = _MANY if token.lower not in ("un", "une") else numbers
        is_participle = pos == "ver" and best is not None and best.tense == "pp"
        if pos in ("adj", "num", "det", "adv") or token.kind == "number" or is_participle:
            index += 1
            continue
        break
    return index, numbers


def _plupart(analysis: Analysis, index: int, end: int) -> frozenset[str]:
    """« La plupart des gens sont », « la plupart du temps »."""
    if index + 1 < end and analysis.token(index + 1).lower in ("du", "de"):
        return _BOTH
    return _MANY


def _starts_complement(token: Token) -> bool:
    best = token.best
    return token.lower in _PREPOSITIONAL or bool(best and best.pos == "prep")


def _name(analysis: Analysis, start: int, end: int) -> Head | None:
    """« Paul Martin », « Mme Dupont »: a name without a determiner."""
    index = start
    head: Token | None = None
    while index < end:
        token = analysis.token(index)
        if token.lower in _TITLES:
            head = head or token
        elif _is_name_word(analysis, token, is_first=index == start):
            head = token
        else:
            break
        index += 1
    if head is None:
        return None
    return head, _MANY if analysis.token(start).lower in ("mm.", "mmes") else _ONE, index, True


def _has_name_after(analysis: Analysis, token: Token) -> bool:
    after = analysis.token(token.index + 1)
    return after.kind == "word" and after.form[:1].isupper() and not _is_grammatical(after)


def _is_name_word(analysis: Analysis, token: Token, *, is_first: bool) -> bool:
    if token.kind != "word" or not token.form[:1].isupper() or _is_grammatical(token):
        return False
    if "'" in token.form:
        return False
    if not is_first or not is_clause_start(analysis, token.index):
        return True
    # A capital at the beginning says nothing: the word must be a name and nothing else.
    readings = analysis.analyser.lexicon.readings(token.form)
    if not token.readings:
        return True
    best = token.best
    is_tagged = bool(best and best.pos == "prop")
    if not analysis.token(token.index + 1).readings and _has_name_after(analysis, token):
        return True
    return any(r.pos == "prop" for r in readings) and (
        is_tagged or _has_name_after(analysis, token)
    )


def _is_grammatical(token: Token) -> bool:
    return any(r.pos in ("conj", "pro", "det", "prep") for r in token.readings)


def _complements(analysis: Analysis, start: int, end: int, head: Token) -> tuple[bool, bool] | None:
    """What follows the head up to the verb: (is coordinated, has a plural inside).

    None if the words cannot all belong to one group.
    """
    coordinated = many = False
    before = "noun"
    for index in range(start, end):
        token = analysis.token(index)
        kind = _kind(token, before)
        if kind == "" or (kind == "det" and before not in ("prep", "and", "det", "inf")):
            return None
        if kind == "and" and index + 1 < end:
            coordinated = coordinated or not _joins_inside(analysis.token(index + 1))
        coordinated = coordinated or token.lower == "comme"
        if kind == "noun" and before == "noun" and _may_be_verb(token):
            return None
        many = many or _shows_plural(token, kind, before)
        before = kind
    if before in ("prep", "det", "and"):
        return None
    return coordinated, many


def _may_be_verb(token: Token) -> bool:
    """« le maire montre »: a noun behind a noun may be the verb itself."""
    best = token.best
    return bool(persons(token)) and not token.has("adj") and not (best and best.tense == "pp")


def _joins_inside(following: Token) -> bool:
    """« rouge et noir », « de Paul et de Marie »: what is joined is not the head."""
    best = following.best
    if following.lower in _PREPOSITIONAL:
        return True
    if following.lower in _QUANTIFIERS:
        return False
    if following.form[:1].isupper():
        return False
    return bool(
        best and (best.pos in ("adj", "prep", "adv") or (best.pos == "ver" and best.tense == "pp"))
    )


def _shows_plural(token: Token, kind: str, before: str) -> bool:
    if token.lower in ("des", "aux"):
        return True
    if kind == "det" or token.kind == "number":
        return "p" in _determiner_numbers(token)
    return kind == "noun" and before == "prep" and "p" in _noun_numbers(token)


_SIMPLE = {"nom": "noun", "prop": "noun", "adj": "noun", "num": "noun", "adv": "adv",
           "prep": "prep", "det": "det", "pref": "noun"}  # fmt: skip


def _kind(token: Token, before: str) -> str:
    """What a token does inside a noun group; "" if it has no place there."""
    if token.lower in ("et", "ou", "ni"):
        return "and"
    if token.lower in _PREPOSITIONAL or (token.lower == "comme" and before == "noun"):
        return "prep"
    if token.kind == "number" or token.form in ("%", "-ci", "-là"):
        return "noun"
    if token.kind == "opaque":
        return "noun" if before != "noun" or token.form[:1].isupper() else ""
    if token.kind != "word" or token.lower in ("ne", "n'"):
        return ""
    if token.form[:1].isupper():
        return "" if _is_grammatical(token) and before == "noun" else "noun"
    if before == "prep" and token.lower.startswith(_TONIC):
        return "noun"
    return _tagged_kind(token, before)


#: « la plupart d'entre eux », « les gens comme celui-là ».
_TONIC = ("eux", "elle", "nous", "vous", "lui", "celui", "celle", "ceux")


def _tagged_kind(token: Token, before: str) -> str:
    best = token.best
    if best is None:
        return ""
    if best.pos == "ver":
        if best.tense == "pp" or (best.tense == "ppr" and token.has("adj")):
            return "noun"
        return "inf" if best.tense == "inf" and before == "prep" else ""
    if best.pos == "pro":
        return "det" if before == "prep" and token.has("det") else ""
    return _SIMPLE.get(best.pos, "noun" if not token.readings and before != "noun" else "")


def is_time(head: Token) -> bool:
    """True for « ce matin », « le long »: they stand before a clause and are no subject."""
    return head.lower in _TIMES


_CHAIN = frozenset(("nom", "adj", "det", "prep", "num", "prop", "adv"))
_UNCLEAR: frozenset[str] = frozenset()


def antecedent_numbers(analysis: Analysis, index: int) -> frozenset[str]:
    """The numbers of all the nouns that « qui », at ``index``, may stand for; empty if unclear."""
    numbers: set[str] = set()
    has_noun, is_bounded = False, False
    for at in range(index - 1, max(-1, index - 16), -1):
        token = analysis.token(at)
        lower = token.lower
        if lower in ("et", "ou", "ni"):
            best = analysis.token(at + 1).best
            if not (best and best.pos == "ver" and best.tense == "pp"):
                numbers.add("p")
        elif lower in ("celui", "celle", "ceux", "celles"):
            numbers.add("s" if lower in ("celui", "celle") else "p")
        elif token.kind == "word":
            shown = _shown_in_chain(token)
            if shown is None:
                is_clear = has_noun and is_bounded and _may_stop(analysis, at)
                return frozenset(numbers) if is_clear else _UNCLEAR
            numbers |= shown
            best = token.best
            has_noun = has_noun or bool(best and best.pos in ("nom", "prop"))
            # « prévues par le code pénal qui »: the group must not begin with a participle.
            is_bounded = not (best and best.pos in ("adj", "ver"))
            if best and best.pos == "nom" and _is_collective(token, token.lemmas("nom")[:1]):
                numbers |= _BOTH
        elif token.kind in ("number", "opaque"):
            return _UNCLEAR
        else:
            return frozenset(numbers) if has_noun and is_bounded else _UNCLEAR
    return _UNCLEAR


def _shown_in_chain(token: Token) -> frozenset[str] | None:
    """The number that a word of a noun group shows; None if it does not belong to one."""
    if token.lower in _PREPOSITIONAL:
        return _determiner_numbers(token)
    best = token.best
    if best is None:
        return _UNCLEAR if not token.readings else None
    if best.pos == "det":
        return _determiner_numbers(token)
    if best.pos == "prop":
        return frozenset(best.number) or _ONE
    if best.pos == "nom":
        numbers = _noun_numbers(token)
        return numbers if len(numbers) == 1 else _UNCLEAR
    if best.pos == "adj" or (best.pos == "ver" and best.tense in ("pp", "ppr")):
        return _UNCLEAR
    return _UNCLEAR if best.pos in _CHAIN and token.lower not in ("que", "qu'", "comme") else None


def _may_stop(analysis: Analysis, at: int) -> bool:
    """True if the noun group surely begins behind token ``at``.

    « ceux qui vivent de la pêche qui … »: behind an earlier relative, « qui » may reach further.
    """
    token = analysis.token(at)
    if token.lower in ("que", "qu'", "comme"):
        return False
    start = analysis.sentence(at).start
    words = {analysis.token(i).lower for i in range(max(start, at - 14), at)}
    return words.isdisjoint(("qui", "que", "qu'", "dont", "où"))
