"""Noun groups: which words go together, what gender and number they have, how to repair them.

Rules about agreement find their candidates with patterns (two neighbours that cannot agree) and
ask here what the neighbours belong to. Readings in context (:meth:`Analysis.best`) decide what is
a noun and what an adjective; gender and number are compared as *masks* of four bits.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, field

from frclean.document import Span
from frclean.language.analysis import Analysis, Token
from frclean.language.lexicon import lexicon
from frclean.language.sounds import VOWEL, begins

__all__ = [
    "ALL",
    "CELLS",
    "DETERMINERS",
    "FEM",
    "FP",
    "FS",
    "F_ONLY",
    "MASC",
    "MP",
    "MS",
    "M_ONLY",
    "NOMINAL",
    "PLUR",
    "P_ONLY",
    "SING",
    "S_ONLY",
    "TIMES",
    "UNITS",
    "Determiner",
    "Group",
    "as_adjective",
    "as_noun",
    "cells",
    "determiner",
    "determiner_mask",
    "group_of",
    "in_common",
    "inflected",
    "is_elidable",
    "is_start",
    "kind",
    "mask",
    "nouns_before",
    "rendered",
    "span_of",
    "token_at",
    "words_of",
]

# --- predicates of patterns -----------------------------------------------------------------

#: A word that can be part of a noun group at all.
NOMINAL = (
    "low&!prep&!conj&!pro&!det&(!adv|adj)"
    '&!"a|ai|as|avoir|es|est|étant|été|être|eu|eue|eues|eus|fut|ont|sera|sont"'
)


def only(wanted: str, other: str, kinds: str = "nom adj ver:pp", limits: str = NOMINAL) -> str:
    """A word of a noun group that has the feature ``wanted`` and never ``other``."""
    has = "|".join(f"{kind}:{wanted}" for kind in kinds.split())
    return f"({has})&!nom:{other}&!adj:{other}&!ver:pp:{other}&{limits}"


S_ONLY, P_ONLY = only("s", "p"), only("p", "s")
M_ONLY, F_ONLY = only("m", "f"), only("f", "m")
#: The same for nouns, and for what may follow them.
S_NOUN, P_NOUN = only("s", "p", "nom"), only("p", "s", "nom")
M_NOUN, F_NOUN = only("m", "f", "nom"), only("f", "m", "nom")
S_ADJ, P_ADJ = only("s", "p", "adj ver:pp"), only("p", "s", "adj ver:pp")
M_ADJ, F_ADJ = only("m", "f", "adj ver:pp"), only("f", "m", "adj ver:pp")

# --- masks ----------------------------------------------------------------------------------

MS, FS, MP, FP = 1, 2, 4, 8
MASC, FEM, SING, PLUR, ALL = MS | MP, FS | FP, MS | FS, MP | FP, 15
#: Each cell of gender and number, with its features.
CELLS = {MS: ("m", "s"), FS: ("f", "s"), MP: ("m", "p"), FP: ("f", "p")}

_NOUN, _ADJECTIVE, _BOTH = ("nom",), ("adj", "ver:pp"), ("nom", "adj", "ver:pp")


def words_of(text: str) -> frozenset[str]:
    """A closed list of words, written with blanks between them."""
    return frozenset(text.split())


#: What time is told in.
TIMES = words_of(
    "moment moments instant instants temps jour jours heure heures minute minutes seconde secondes "
    "mois an ans année années semaine semaines soir matin nuit"
)
#: What is measured and paid in.
UNITS = words_of(
    "tonne mètre kilomètre centimètre millimètre kilo kilogramme gramme litre hectare euro dollar "
    "franc heure minute seconde jour semaine année an degré personne habitant million milliard"
)


def cells(gender: str, number: str) -> int:
    """The cells that have these features; an empty one asks for nothing."""
    return ({"m": MASC, "f": FEM}.get(gender, ALL)) & ({"s": SING, "p": PLUR}.get(number, ALL))


def in_common(cell: int, can_be: int) -> int:
    """How many of gender and number a cell shares with a mask."""
    gender = MASC if cell & MASC else FEM
    number = SING if cell & SING else PLUR
    return bool(gender & can_be) + bool(number & can_be)


@functools.lru_cache(maxsize=1 << 14)
def mask(word: str, kinds: tuple[str, ...] = _BOTH) -> int:
    """The genders and numbers ``word`` may have as a noun, an adjective or a participle.

    >>> mask("terroriste") == SING, mask("chevaux") == MP, mask("dans")
    (True, True, 0)
    """
    found = 0
    for r in lexicon().readings(word):
        if (r.pos if r.tense == "" else f"{r.pos}:{r.tense}") in kinds:
            found |= cells(r.gender, r.number)
    return found


def as_noun(word: str) -> int:
    """Genders and numbers as a noun only."""
    return mask(word, _NOUN)


def as_adjective(word: str) -> int:
    """Genders and numbers as an adjective or participle only."""
    return mask(word, _ADJECTIVE)


# --- determiners ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Determiner:
    """A row of determiners: the forms for each cell; ``elided`` stands before a vowel."""

    forms: dict[int, str]
    elided: dict[int, str] = field(default_factory=dict)

    def form(self, cell: int, follower: str) -> str | None:
        """The form of a cell in front of ``follower``; None if the row has none."""
        if cell in self.elided and begins(follower) == VOWEL:
            return self.elided[cell]
        return self.forms.get(cell)


def _row(
    ms: str, fs: str, p: str, mp: str = "", *, vowel: tuple[str, str] = ("", "")
) -> Determiner:
    """``p`` is the feminine plural where ``mp`` is given, else the plural of both."""
    forms = {MS: ms, FS: fs, MP: mp or p, FP: p}
    elided = {cell: form for cell, form in zip((MS, FS), vowel, strict=True) if form}
    return Determiner({cell: form for cell, form in forms.items() if form}, elided)


_ROWS = (
    _row("le", "la", "les", vowel=("l'", "l'")),
    _row("un", "une", "des"),
    _row("ce", "cette", "ces", vowel=("cet", "")),
    _row("mon", "ma", "mes", vowel=("", "mon")),
    _row("ton", "ta", "tes", vowel=("", "ton")),
    _row("son", "sa", "ses", vowel=("", "son")),
    _row("notre", "notre", "nos"),
    _row("votre", "votre", "vos"),
    _row("leur", "leur", "leurs"),
    _row("du", "de la", "des", vowel=("de l'", "de l'")),
    _row("au", "à la", "aux", vowel=("à l'", "à l'")),
    _row("aucun", "aucune", ""),
    _row("quel", "quelle", "quelles", "quels"),
    _row("certain", "certaine", "certaines", "certains"),
    _row("tel", "telle", "telles", "tels"),
    _row("ledit", "ladite", "lesdites", "lesdits"),
    _row("chaque", "chaque", ""),
    _row("", "", "plusieurs"),
    _row("", "", "quelques"),
    _row("", "", "différentes", "différents"),
    _row("", "", "diverses", "divers"),
)

_BY_FORM: dict[str, Determiner] = {}
for _item in _ROWS:
    for _form in (*_item.forms.values(), *_item.elided.values()):
        if " " not in _form:
            _BY_FORM.setdefault(_form, _item)
#: « des » is the plural of « un » or of « du ».
_SOME, _OF_THE = _ROWS[1], _ROWS[9]

#: What a determiner can stand before. « mon » may be feminine before a vowel.
_MASKS: dict[str, int] = {}
for _item in _ROWS:
    for _cell, _form in (*_item.forms.items(), *_item.elided.items()):
        _MASKS[_form] = _MASKS.get(_form, 0) | _cell
_MASKS["des"] = PLUR
DETERMINERS = frozenset(_BY_FORM)
#: Words that may also be pronouns: only their context says.
_PRONOUNS = frozenset(("le", "la", "les", "l'", "leur", "un", "une", "certains", "certaines"))

_NUMERALS = words_of(
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt "
    "trente quarante cinquante soixante cent cents mille"
)


def determiner(analysis: Analysis, index: int) -> Determiner | None:
    """The row of the determiner at ``index``; None if the token is none in its sentence."""
    token = token_at(analysis, index)
    row = _BY_FORM.get(token.lower)
    if row is None:
        return None
    if token.lower == "des":
        best = analysis.best(index)
        return _SOME if best is not None and best.pos == "det" else _OF_THE
    if token.lower in _PRONOUNS:
        best = analysis.best(index)
        if best is None or best.pos not in ("det", "num"):
            return None
    return row


def determiner_mask(word: str, follower: str = "") -> int:
    """The genders and numbers of what may follow a determiner; « mon amie » is feminine."""
    found = _MASKS.get(word, ALL)
    if word in ("mon", "ton", "son") and begins(follower) not in (VOWEL, "doubtful"):
        found &= ~FS
    return found


# --- words in context -----------------------------------------------------------------------


def token_at(analysis: Analysis, index: int) -> Token:
    """A token; beyond the text, the border at its edge."""
    return analysis.token(min(max(index, 0), len(analysis) - 1))


def kind(analysis: Analysis, index: int) -> str:
    """What a token is in its sentence, in one word.

    "nom", "adj" (participles too), "num", "adv", "det", "prep", "ver", "pro", "conj", "cap",
    or "" for signs.
    """
    token = token_at(analysis, index)
    if token.kind == "number":
        return "num"
    if token.kind != "word":
        return ""
    best = token.best
    if best is None:
        return ""
    if best.pos == "ver":
        return "adj" if best.tense == "pp" else "ver"
    if best.pos == "det" and best.tense == "num":
        return "num"
    if best.pos == "prop" or (best.pos == "nom" and _is_capital(analysis, index)):
        return "cap"
    return best.pos


def _is_capital(analysis: Analysis, index: int) -> bool:
    """True for a capital that does not begin a sentence."""
    return analysis.holds(index, analysis.analyser.classes.predicate("cap"))


def is_elidable(word: str) -> bool:
    """True if « le » and « de » surely lose their vowel before ``word``."""
    return begins(word) == VOWEL


# --- groups ---------------------------------------------------------------------------------


@dataclass(slots=True)
class Group:
    """A noun with its determiner and its adjectives, as indexes of tokens."""

    analysis: Analysis
    noun: int
    det: int | None = None
    numeral: int | None = None
    pre: list[int] = field(default_factory=list)
    post: list[int] = field(default_factory=list)

    @property
    def start(self) -> int:
        """The first token."""
        return min([self.noun, *self.pre] + [i for i in (self.det, self.numeral) if i is not None])

    @property
    def end(self) -> int:
        """One past the last token."""
        return max([self.noun, *self.post]) + 1

    def word(self, index: int) -> str:
        """A token of the group in lower case."""
        return token_at(self.analysis, index).lower

    @property
    def noun_mask(self) -> int:
        """What the noun may be."""
        word = self.word(self.noun)
        return as_noun(word) or mask(word)

    @property
    def det_mask(self) -> int:
        """What the determiner and the numeral ask for."""
        found = ALL
        if self.det is not None:
            found = determiner_mask(self.word(self.det), self.word(self.det + 1))
        return found & PLUR if self.numeral is not None else found

    def agreed(self, *, without: int = -1) -> int:
        """What determiner, adjectives before the noun and noun have in common."""
        found = self.noun_mask if without != self.noun else ALL
        if self.det != without:
            found &= self.det_mask
        for index in self.pre:
            if index != without:
                found &= as_adjective(self.word(index))
        return found


def group_of(analysis: Analysis, noun: int) -> Group:
    """The group around the noun at ``noun``."""
    group = Group(analysis, noun)
    _look_left(group)
    _look_right(group)
    return group


_LINKS = ("et", "ou")


def _look_left(group: Group) -> None:
    analysis, index = group.analysis, group.noun - 1
    for _ in range(6):
        what = kind(analysis, index)
        word = group.word(index)
        row = determiner(analysis, index) if what in ("det", "prep", "num", "adj") else None
        if row is not None:
            group.det = index
            return
        if what == "adj" and as_adjective(word):
            group.pre.append(index)
        elif what == "num" and word in _NUMERALS:
            group.numeral = index
        elif not (
            (word in _LINKS and group.pre and kind(analysis, index - 1) == "adj")
            or (what == "adv" and group.pre and word in _BEFORE_ADJECTIVE)
        ):
            return
        index -= 1


#: Adverbs that stand between a determiner and an adjective.
_BEFORE_ADJECTIVE = words_of("très plus moins si trop assez aussi bien fort peu tout toute toutes")


def _look_right(group: Group) -> None:
    analysis, index = group.analysis, group.noun + 1
    while len(group.post) < 3:
        what = kind(analysis, index)
        if what == "adv" and kind(analysis, index + 1) == "adj":
            index += 1
        elif what != "adj":
            return
        if not as_adjective(group.word(index)):
            return
        group.post.append(index)
        index += 1


# --- repairs --------------------------------------------------------------------------------


def inflected(word: str, cell: int, prefer: str) -> str | None:
    """The form of ``word`` in another gender or number; None if it has none.

    >>> inflected("australien", FS, "adj"), inflected("tonne", MS, "nom")
    ('australienne', None)
    """
    gender, number = CELLS[cell]
    words = lexicon()
    for pos, tense in ((prefer, ""), ("adj", ""), ("ver", "pp"), ("nom", "")):
        if pos == "ver" and prefer == "nom":
            continue
        for r in words.readings(word):
            if r.pos != pos or (tense and r.tense != tense):
                continue
            forms = words.inflect(r.lemma, pos, tense=tense, gender=gender, number=number)
            if forms:
                return forms[0]
    return None


def before_vowel(word: str, cell: int, follower: str) -> str:
    """« beau », « nouveau », « vieux » as they stand before a masculine noun."""
    if cell == MS and is_elidable(follower):
        return _SHORT.get(word, word)
    return word


_SHORT = {"beau": "bel", "nouveau": "nouvel", "vieux": "vieil", "fou": "fol", "mou": "mol"}


def rendered(analysis: Analysis, changes: dict[int, str], span: tuple[int, int]) -> str:
    """The text of tokens ``span`` with some of them replaced.

    A form that ends in an apostrophe takes the blank behind it away; any other that stands for
    one that did puts a blank there.
    """
    tokens = analysis.tokens(*span)
    text = analysis.text
    parts: list[str] = []
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        form = changes.get(token.index)
        parts.append(token.text if form is None else form)
        if following is None:
            continue
        gap = text[token.end : following.start]
        if form == "" or (form is not None and form.endswith("'")):
            gap = ""
        elif form is not None and token.lower.endswith("'") and not gap:
            gap = " "
        parts.append(gap)
    return "".join(parts)


def span_of(analysis: Analysis, span: tuple[int, int]) -> Span:
    """Where tokens ``span`` stand in the text."""
    return Span(token_at(analysis, span[0]).start, token_at(analysis, span[1] - 1).end)


def is_start(analysis: Analysis, index: int) -> bool:
    """True if a sentence begins with the token, or what stands in brackets or quotes."""
    before = token_at(analysis, index - 1)
    return before.kind == "sign" and before.form in _OPENING


_OPENING = frozenset("¶.!?…:;(«“–—•") | {"..."}


def nouns_before(analysis: Analysis, index: int, reach: int = 12) -> Iterator[int]:
    """The nouns that a word at ``index`` may belong to, going left to the edge of the phrase."""
    for at in range(index - 1, max(0, index - reach), -1):
        what = kind(analysis, at)
        if what in ("ver", "pro") or (what == "" and token_at(analysis, at).form != ","):
            return
        if what in ("nom", "cap"):
            yield at
