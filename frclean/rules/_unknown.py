"""Words that are in no lexicon, judged once for all the rules about them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from math import log
from typing import NamedTuple
from weakref import WeakKeyDictionary

from frclean.document import Span
from frclean.language.analysis import Analysis, Token
from frclean.language.lexicon import Lexicon, Reading
from frclean.language.sounds import VOWEL, begins
from frclean.language.suggest import FREQUENCY_WEIGHT, Suggestion, suggester
from frclean.language.tagger import Word, tagger
from frclean.language.tokens import WORD
from frclean.language.words import is_listed, standing
from frclean.rules._misspellings import MISSPELLINGS

__all__ = ["Unknown", "has_accents", "rank", "strangers", "unknown_words"]


class Unknown(NamedTuple):
    """An unknown word that is no name, no foreign word, no new word: probably a slip."""

    span: Span
    fixes: tuple[str, ...]
    slip: str
    """How the first fix explains it: accent, double, sound, swap … space, split, classic."""
    doubt: float
    """The worth of the best suggestion here: the smaller, the surer."""
    margin: float
    """How much dearer the second suggestion is."""
    frequency: int
    """Of the first fix."""
    is_sure: bool = False
    """Nothing else is likely."""
    is_certain: bool = False
    """More than likely: a careful editor would make the first fix unseen."""


_MEMO: WeakKeyDictionary[Analysis, tuple[Unknown, ...]] = WeakKeyDictionary()


def unknown_words(analysis: Analysis) -> tuple[Unknown, ...]:
    """The unknown words of a text that are probably slips, in order; worked out once."""
    found = _MEMO.get(analysis)
    if found is None:
        found = _MEMO[analysis] = tuple(_find(analysis))
    return found


def strangers(analysis: Analysis) -> Iterator[Span]:
    """The unknown words for which there is no suggestion either."""
    indexes = analysis.unknown_places
    explained = {unknown.span.start for unknown in unknown_words(analysis)}
    scene = _Scene(analysis, indexes)
    for index in scene.french:
        token = analysis.token(index)
        if token.start in explained or scene.is_excused(token):
            continue
        if standing(token.form, scene.lexicon) in ("", "odd"):
            yield token.span


def _find(analysis: Analysis) -> Iterator[Unknown]:
    indexes = analysis.unknown_places
    if not indexes:
        return
    scene = _Scene(analysis, indexes)
    asked = analysis.asked(indexes)
    asked = _worth_asking(scene, asked) if analysis.only_sure else asked
    end = 0
    for index in asked:
        if scene.is_foreign(index):
            continue
        token = analysis.token(index)
        if token.form in MISSPELLINGS:
            unknown = _classic(token, scene)
        else:
            unknown = None if scene.is_excused(token) else _judge(token, scene)
        if unknown is not None and unknown.span.start >= end:
            end = unknown.span.end
            yield unknown


# --- where only sure repairs count ---------------------------------------------------------------


def _worth_asking(scene: _Scene, indexes: Sequence[int]) -> list[int]:
    """The unknown words that may have a certain repair."""
    signature, analyser = scene.analysis.signature, scene.analysis.analyser
    masks, misspelt = analyser.classes.masks, 1 << analyser.is_misspelt
    asked: list[int] = []
    for line in _lines(indexes, signature, analyser.border):
        # A line has not lost its accents by one word.
        is_bare = len(line) > 1 and scene.is_bare(line[0])
        asked += [index for index in line if is_bare or masks[signature[index]] & misspelt]
    return asked


def _lines(indexes: Sequence[int], signature: str, border: str) -> Iterator[Sequence[int]]:
    """The indexes, cut where a border stands between two of them."""
    first, end = 0, -1
    for number, index in enumerate(indexes):
        if index > end:
            if number:
                yield indexes[first:number]
            first, end = number, signature.find(border, index)
    yield indexes[first:]


# --- where unknown words are nobody's business -------------------------------------------------

#: What may touch a word: anything else is an address, a formula, a soft hyphen, « vendeur/euse ».
_MAY_PRECEDE = frozenset(' \n\t\xa0\u202f\u2009«“"(—–,;:!?…‘')
_MAY_FOLLOW = frozenset(" \n\t\xa0\u202f\u2009»”\"),;:!?.—–’'…")
#: Little words of other languages: what stands beside them is no French either.
_FOREIGN = frozenset(
    """the of and to with for from this that these is are was were be been has have had not by at
    your our their his her my you we they she it's its an as if when where what who how why which
    will would can could should about into over under only just all new no yes don't der die das
    und ein eine von den dem del della dello degli delle di il gli los las el los y une-to per con
    van het een do da dos uma e""".split()
)
_REALLY_FOREIGN = _FOREIGN - frozenset(
    "die das an as if no all it on do da e per con il di una don van y our has had den las el"
    " just her only son my can ses over under des what".split()
)
_OPENING, _CLOSING = frozenset('«“"‘*_'), frozenset('»”"’*_')
_QUOTED = 4  # a quotation of so many words at most is one of words, not of sentences
_REPEATED = 3
#: Begins with its blank, which is found at once; what stands before it is asked later.
_CAPITAL_INSIDE = re.compile(r" ([A-ZÀ-Ý](?<=[a-zà-ÿ,] .)[\w-]+)")

_ACCENTED = re.compile("[àâçéèêëîïôöùûüœÀÂÇÉÈÊËÎÏÔÖÙÛÜŒ]")
_SURELY_FRENCH = re.compile(
    r"\b(?:le|la|les|des|du|et|un|au|par|dans|une|est|sur|pour|qui|avec|aux|cette|ont)\b",
    re.IGNORECASE,
)
_LONGEST_LINE = 5000


def has_accents(text: str) -> bool:
    """True if some letter has its accent."""
    return _ACCENTED.search(text) is not None


#: Little words that only French has.
_ONLY_FRENCH = frozenset(
    """le la les l' un une des du de d' au aux et à en dans par pour sur avec ce cette cet ces c' sa
    ses leur leurs mon mes notre nos votre vos qui que qu' ne n' se s' est sont il elle ils elles
    nous vous je j' plus très ont été être avoir fait où mais donc sans sous chez entre""".split()
)


class _Scene:
    """What the whole text says about its unknown words."""

    def __init__(self, analysis: Analysis, indexes: list[int]) -> None:
        self.analysis = analysis
        self.lexicon: Lexicon = analysis.analyser.lexicon
        self.unknown = frozenset(indexes)
        self._line, self._line_is_bare = range(0), False
        self._indexes = indexes
        self._counts: Counter[str] | None = None
        self._names: frozenset[str] | None = None

    @cached_property
    def french(self) -> list[int]:
        """The unknown words that stand in French."""
        self.analysis.weigh_unknown()
        return [index for index in self._indexes if not self.is_foreign(index)]

    def is_foreign(self, index: int) -> bool:
        """True in a passage of another language; French without accents only looks like one."""
        if len(self._indexes) < 4 or not self.analysis.is_foreign(index):
            return False
        return not self.is_bare(index)

    def is_bare(self, index: int) -> bool:
        """True if the line of a token is French that has lost its accents."""
        if index not in self._line:  # words are asked for in order: the last line will do
            self._line = self._line_of(index)
            self._line_is_bare = self._has_lost_accents(self._line)
        return self._line_is_bare

    def _line_of(self, index: int) -> range:
        """The tokens of the line that holds a token."""
        signature, border = self.analysis.signature, self.analysis.analyser.border
        end = signature.find(border, index)
        start = signature.rfind(border, 0, index) + 1
        return range(start, end if end >= 0 else len(signature))

    def _has_lost_accents(self, line: range) -> bool:
        """True for a line of French without its accents, which looks like another language."""
        text = self.analysis.line_span(line.start).slice(self.analysis.text)
        if len(text) > _LONGEST_LINE or has_accents(text):
            return False
        french = len(_SURELY_FRENCH.findall(text))
        if french < 3 or french * 60 < len(text):
            return False
        unknown = [i for i in line if i in self.unknown]
        accented = sum(bool(suggester().accented(self.analysis.token(i).form)) for i in unknown)
        if accented < 2 or accented * 10 < len(unknown) * 7:
            return False
        self.analysis.spare(line)
        return True

    def is_excused(self, token: Token) -> bool:
        """True for words that repeat, names, listed words, quoted words, parts of formulas."""
        word = token.form
        if len(word) < 3 or is_listed(word, self.analysis.words):
            return True
        if word in _REALLY_FOREIGN or self.lexicon.is_proper(word.capitalize()):
            return True
        # Where in the text a word stands, and what else the text says, is asked last.
        return self._is_repeated(word) or self.is_glued(token) or self._is_said_as_name(word)

    def is_glued(self, token: Token) -> bool:
        """True inside an address, a formula, a word cut by a soft hyphen or by « … »."""
        text = self.analysis.text
        before = text[token.start - 1] if token.start else " "
        after = text[token.end : token.end + 2].ljust(2)
        is_elided = before not in _MAY_PRECEDE and self._is_elided_before(token)
        is_doublet = before == "/" and self._is_word(token.index - 2)
        if before not in _MAY_PRECEDE and not is_elided and not is_doublet:
            return True
        if before == "(" and token.start > 1 and text[token.start - 2].isalnum():
            return True
        if self._is_broken(token):
            return True
        if after[0] not in _MAY_FOLLOW and not (after[0] == "/" and self._is_word(token.index + 2)):
            return True
        return after[0] == "…" or after == ".." or (after[0] == "." and after[1].isalnum())

    def _is_word(self, index: int) -> bool:
        """True for a word in full behind a stroke: « reconstituée/diluée », not « vendeur/euse »."""
        other = self.analysis.token(min(max(index, 0), len(self.analysis) - 1))
        return len(other.form) > 4 and bool(other.readings)

    def _is_broken(self, token: Token) -> bool:
        """True for a piece of a word that goes on in the next line: « ques / tions »."""
        text, analysis = self.analysis.text, self.analysis
        pairs = []
        if text[token.start - 1 : token.start] == "\n":
            pairs.append((analysis.token(token.index - 2), token))
        if text[token.end : token.end + 1] == "\n" and token.index + 2 < len(analysis):
            pairs.append((token, analysis.token(token.index + 2)))
        return any((one.form + other.form).lower() in self.lexicon for one, other in pairs)

    def _is_elided_before(self, token: Token) -> bool:
        before = self.analysis.token(token.index - 1)
        return before.kind == WORD and before.end == token.start and before.form.endswith("'")

    def is_quoted(self, token: Token) -> bool:
        """True inside a quotation of a few words: a term, a title."""
        analysis = self.analysis
        opening = range(token.index - 1, max(0, token.index - 1 - _QUOTED), -1)
        start = next((i for i in opening if analysis.token(i).form in _OPENING), None)
        if start is None:
            return False
        closing = range(token.index + 1, min(len(analysis), start + 2 + _QUOTED))
        return any(analysis.token(i).form in _CLOSING for i in closing)

    def _is_said_as_name(self, word: str) -> bool:
        return word in self._said_as_name()

    def _is_repeated(self, word: str) -> bool:
        return len(self._indexes) >= _REPEATED and self._count(word) >= _REPEATED

    def _count(self, word: str) -> int:
        if self._counts is None:
            self._counts = Counter(map(self.analysis.form, self.french))
        return self._counts[word]

    def _said_as_name(self) -> frozenset[str]:
        if self._names is None:
            names = _CAPITAL_INSIDE.findall(self.analysis.text)
            self._names = frozenset(name.lower() for name in names)
        return self._names

    def is_in_french(self, index: int) -> bool:
        """True if a word of French, and of no other language, stands near."""
        near = self.analysis.tokens(index - 3, index + 4)
        return any(token.lower in _ONLY_FRENCH for token in near)

    def strangeness(self, index: int) -> float:
        """How much the words beside speak for another language or a name."""
        score = 0.0
        for place in (index - 1, index + 1):
            token = self.analysis.token(min(max(place, 0), len(self.analysis) - 1))
            if place in self.unknown:
                score += 2.0
            elif token.kind == WORD and token.form[0].isupper() and not token.readings:
                score += 0.7
        for place in (index - 2, index - 1, index + 1, index + 2):
            if place in self.unknown and self.analysis.token(place).form in _REALLY_FOREIGN:
                score += 5.0
        return score


# --- suggestions in their sentence ---------------------------------------------------------------

_BY_RULE = frozenset(("accent", "double", "sound", "final", "swap", "apostrophe"))
_CANDIDATES = 8


def _classic(token: Token, scene: _Scene) -> Unknown | None:
    """A misspelling that everybody knows, however often it comes."""
    if scene.is_glued(token) or is_listed(token.form, scene.analysis.words):
        return None
    meant = MISSPELLINGS[token.form]
    is_sure = scene.is_in_french(token.index) and not scene.is_quoted(token)
    return Unknown(token.span, (meant,), "classic", -9.0, 9.0, 0, is_sure, is_sure)


def _judge(token: Token, scene: _Scene) -> Unknown | None:
    word = token.form
    kind = standing(word, scene.lexicon)
    split = _split(token, scene)
    if kind == "good":
        return split
    suggestions = _suggestions(word, scene.lexicon)
    if not suggestions or suggestions[0].worth > _limit(word, kind, suggestions[0], token, scene):
        return split
    ranked = rank(token, suggestions, scene.lexicon)
    doubt, best = ranked[0]
    if split is not None and split.doubt < doubt:
        return split
    if doubt > _limit(word, kind, best, token, scene):
        return split
    fixes = tuple(s.form for d, s in ranked if d < doubt + 5)[:5]
    margin = ranked[1][0] - doubt if len(ranked) > 1 else 9.0
    is_restored = best.slip == "accent" and margin >= 1.0 and scene.is_bare(token.index)
    is_sure = is_restored or (
        not kind
        and _is_sure(word, best, doubt, margin)
        and not scene.strangeness(token.index)
        and not scene.is_quoted(token)
        and scene.is_in_french(token.index)
    )
    return Unknown(
        token.span, fixes, best.slip, doubt, margin, best.frequency, is_sure, is_restored
    )


#: Spellings of the 18th and 19th centuries, which are no mistakes there.
_FORMERLY = re.compile(r"éges?$|(?:é|i|û)ment$|[oa]ë|îm|yent$|ens$|ans$|oi[st]$|oient$|rh[yi]|phth")
#: Endings of words of other languages that one letter would make French.
_FOREIGN_ENDING = re.compile(r"(?:ers?|um|us|[aio]s?)$")
_SURE_SLIPS = {"accent": 1.6, "double": 2.0, "swap": 2.5, "apostrophe": 3.0, "key": 3.0,
               "letter": 3.0, "final": 3.5, "sound": 3.5, "space": 3.0}  # fmt: skip


def _is_sure(word: str, best: Suggestion, doubt: float, margin: float) -> bool:
    """True if a careful editor would write the best suggestion unseen."""
    least = _SURE_SLIPS.get(best.slip)
    if least is None or len(word) < 5 or _FORMERLY.search(word):
        return False
    if best.slip == "space":
        return doubt <= 0 and margin >= least and _is_surely_glued(best.form)
    if best.slip not in _PLAIN and best.slip != "apostrophe":
        if len(word) < 7 or _FOREIGN_ENDING.search(word):
            return False
        if suggester().lexicon.seen_elsewhere(word):
            return False
    return best.frequency >= 70 and doubt <= -1.0 and margin >= least


def _is_surely_glued(form: str) -> bool:
    """True for « prohibition de », « mon groupe »: a long word and a grammatical one."""
    first, second = form.split(" ", 1)
    frequency = suggester().lexicon.frequency
    short, long = sorted((first, second), key=len)
    least = 2 if short == second else 3
    return len(long) > 4 and len(short) >= least and frequency(long) >= 90


def _suggestions(word: str, lexicon: Lexicon) -> list[Suggestion]:
    whole = list(suggester().suggest(word)[:_CANDIDATES])
    if "-" not in word:
        return whole
    parts = word.split("-")
    wrong = [i for i, part in enumerate(parts) if len(part) > 2 and part not in lexicon]
    if len(wrong) == 1:
        for suggestion in suggester().suggest(parts[wrong[0]])[:3]:
            form = "-".join((*parts[: wrong[0]], suggestion.form, *parts[wrong[0] + 1 :]))
            whole.append(suggestion._replace(form=form))
    return whole


def _limit(word: str, kind: str, best: Suggestion, token: Token, scene: _Scene) -> float:
    """How dear the best suggestion may be for the word to count as a slip."""
    by_rule = best.slip in _BY_RULE
    limit = 1.0 if len(word) > 4 else -0.5 if len(word) == 4 else -3.0
    if best.slip == "space":
        limit += 0.5 if len(word) > 6 else -1.0 if len(word) > 4 else -4.0
    limit += 0.25 * min(max(0, len(word) - 7), 6)  # long words have few neighbours
    limit -= _DOUBTS.get(kind, (0.0, 0.0, 0.0))[0 if best.slip in _PLAIN else 1 if by_rule else 2]
    if scene.lexicon.seen_elsewhere(word):
        limit = min(limit, _SEEN_LIMITS.get(best.slip, -5.0))
    if scene.is_quoted(token):
        limit -= 1.5 if best.slip in _PLAIN else 3.5
    return limit - scene.strangeness(token.index)


#: How much surer it takes for words of these kinds: accents and doubles, other rules, the hand.
_PLAIN = frozenset(("accent", "double"))
_DOUBTS = {"made": (1.5, 3.0, 4.5), "kind": (0.5, 1.5, 2.5), "odd": (0.5, 1.5, 1.5)}
#: … and for words that are frequent in the French of the web, mistakes or not.
_SEEN_LIMITS = {"accent": 1.0, "apostrophe": -2.5, "double": -2.5, "final": -3.5}


def rank(
    token: Token, suggestions: Iterable[Suggestion], lexicon: Lexicon
) -> list[tuple[float, Suggestion]]:
    """The suggestions with what they are worth here, best first."""
    found = list(suggestions)
    if not found:
        return []
    least = found[0].worth
    found = [s for s in found if s.worth < least + 6]
    place = _Place(token, lexicon)
    expected = place.expected([s.form for s in found]) if len(found) > 1 else {}
    ranked = [
        (s.worth + _EXPECTED * expected.get(s.form, 0.0) + place.misfit(s.form), s) for s in found
    ]
    return sorted(ranked, key=lambda pair: pair[0])


_CLITICS = frozenset("ne n' se s' me m' te t' le la l' les lui leur y en".split())
_PERSONS = {
    "je": "1s", "j'": "1s", "tu": "2s", "il": "3s", "elle": "3s", "on": "3s", "ce": "3s",
    "c'": "3s", "ça": "3s", "ils": "3p", "elles": "3p",
}  # fmt: skip
_FULL_BEFORE_CONSONANT = frozenset(
    ("le", "la", "de", "ne", "se", "je", "que", "me", "te", "jusque")
)
_FINITE = frozenset(("pres", "impf", "ps", "fut", "cond", "subp", "subi", "imp"))
_MISFIT = 2.5
_EXPECTED = 0.7  # the tagger is less sure than it says where it does not know a word


class _Place:
    """The place of a word in its sentence, and how words fit in."""

    def __init__(self, token: Token, lexicon: Lexicon) -> None:
        self.token = token
        self.analysis = token.analysis
        self.lexicon = lexicon
        self.before = self.analysis.token(token.index - 1)
        self.after = self.analysis.token(token.index + 1)

    # what part of speech

    def expected(self, forms: list[str]) -> dict[str, float]:
        """For each form how little its part of speech is expected here."""
        judge = tagger(self.lexicon)
        whole = self.analysis.sentence(self.token.index)
        start = max(whole.start, self.token.index - 10)
        stop = min(whole.stop + 1, self.token.index + 6, len(self.analysis))
        tokens = [(t.form, t.kind) for t in self.analysis.tokens(start, stop)]
        words = judge.words(tokens)
        at = self.token.index - start
        own = {form: judge.word(_head(form), WORD, opens=False) for form in forms}
        labels = tuple(sorted({label for word in own.values() for label in word.labels}))
        likeliest: Word = own[forms[0]]
        free = (0,) * len(labels)
        words[at] = replace(likeliest, labels=labels, own=0, ending=0, kind=0, priors=free)
        chances = dict(zip(labels, judge.chances(words)[at], strict=True))
        return {
            form: -log(0.02 + sum(chances[label] for label in word.labels))
            for form, word in own.items()
        }

    # which form of it

    def misfit(self, form: str) -> float:
        """How badly a form agrees with its neighbours."""
        head = _head(form)
        readings = self.lexicon.readings(head)
        return self._sounds_wrong(form) + max(
            self._wrong_person(readings), self._wrong_group(readings)
        )

    def _sounds_wrong(self, form: str) -> float:
        before = self.before
        if before.kind != WORD:
            return 0.0
        if before.form.endswith("'") and before.end == self.token.start:
            return 0.0 if begins(form) else 2 * _MISFIT
        if before.lower in _FULL_BEFORE_CONSONANT and begins(form) == VOWEL:
            return _MISFIT
        return 0.0

    def _wrong_person(self, readings: tuple[Reading, ...]) -> float:
        """Against the subject before."""
        index = self.token.index - 1
        while index > 0 and self.analysis.token(index).lower in _CLITICS:
            index -= 1
        person = _PERSONS.get(self.analysis.token(index).lower)
        if person is None:
            return self._wrong_number(self.analysis.token(index), readings)
        finite = [r for r in readings if r.pos == "ver" and r.tense in _FINITE]
        if not finite:
            return _MISFIT if index == self.token.index - 1 and person != "3s" else 0.0
        return 0.0 if any(r.person + r.number == person for r in finite) else _MISFIT

    def _wrong_number(self, subject: Token, readings: tuple[Reading, ...]) -> float:
        """A verb in the singular behind a noun in the plural, or the reverse."""
        finite = [r for r in readings if r.pos == "ver" and r.tense in _FINITE]
        if not finite or len(finite) < len(readings):
            return 0.0
        nouns = [r for r in subject.readings if r.pos in ("nom", "adj")]
        numbers = {r.number for r in nouns}
        if len(nouns) < len(subject.readings) or len(numbers) != 1 or "" in numbers:
            return 0.0
        return 0.0 if any(r.person == "3" and r.number in numbers for r in finite) else 1.0

    def _wrong_group(self, readings: tuple[Reading, ...]) -> float:
        """Against the gender and number of the article or adjective before, the noun before."""
        nominal = [r for r in readings if r.pos in ("nom", "adj") or r.tense == "pp"]
        if not nominal:
            return 0.0
        before = self.before.readings if self.before.kind == WORD else ()
        if any(r.pos == "det" for r in before):
            leading = [r for r in before if r.pos == "det"]
        elif before and all(r.pos in ("nom", "adj") for r in before):
            leading = list(before)
            if all(r.pos == "nom" for r in before):
                nominal = [r for r in nominal if r.pos == "adj" or r.tense == "pp"]
                if not nominal:
                    return 0.0
        else:
            return 0.0
        if any(_agree(one, other) for one in leading for other in nominal):
            return 0.0
        return _MISFIT if len(nominal) == len(readings) else _MISFIT / 2


def _agree(one: Reading, other: Reading) -> bool:
    return all(
        not a or not b or a == b
        for a, b in ((one.gender, other.gender), (one.number, other.number))
    )


def _head(form: str) -> str:
    """The word of a suggestion that stands in the place of the unknown one: its first."""
    return form.split(" ", 1)[0].rpartition("'")[2] or form


# --- words cut in two ------------------------------------------------------------------------------

_SPLIT = 3.0


def _split(token: Token, scene: _Scene) -> Unknown | None:
    """The word of which the token is a piece, if the piece beside it is the other."""
    if scene.lexicon.seen_elsewhere(token.form):
        return None
    analysis, text = scene.analysis, scene.analysis.text
    best: Unknown | None = None
    for first, second in (
        (analysis.token(token.index - 1), token),
        (token, analysis.token(token.index + 1)),
    ):
        if first.kind != WORD or second.kind != WORD:
            continue
        if "-" in first.form + second.form or first.form.endswith("'"):
            continue
        whole = first.form + second.form
        lower = whole.lower()
        if second.form != second.form.lower() or lower not in scene.lexicon:
            continue
        if text[first.end : second.start] != " ":
            continue
        other = first if second is token else second
        frequency = scene.lexicon.frequency(lower)
        doubt = _SPLIT - FREQUENCY_WEIGHT * (frequency - _cost_of(other, scene))
        if frequency < 40 or doubt > (1.5 if len(lower) > 6 else 0.0) or len(lower) < 5:
            continue
        if best is None or doubt < best.doubt:
            span = Span(first.start, second.end)
            is_sure = (
                doubt <= -0.8
                and len(lower) > 6
                and (other.index in scene.unknown or scene.lexicon.frequency(other.lower) < 120)
                and scene.is_in_french(token.index)
                and not scene.is_quoted(token)
            )
            best = Unknown(span, (whole,), "split", doubt, 9.0, frequency, is_sure)
    return best


def _cost_of(other: Token, scene: _Scene) -> float:
    """What speaks for the piece beside as a word of its own."""
    frequency = scene.lexicon.frequency(other.lower)
    if other.index in scene.unknown:
        return -60.0
    return max(0, frequency - 110) * 0.6
