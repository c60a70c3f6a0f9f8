"""Which of its readings a word has in its sentence.

>>> from frclean.language.analysis import Analyser
>>> from frclean.language.classes import Classes
>>> from frclean.language.lexicon import lexicon
>>> analysis = Analyser(Classes(lexicon())).analyse("Il ferme la porte, elle porte du pain.")
>>> [analysis.best(index).tag for index in (2, 4, 7)]
['ver:pres:3s', 'nom:fs', 'ver:pres:3s']

A conditional random field over the readings that the lexicon allows. A *label* is what a sentence
decides: part of speech and, for verbs, tense; for determiners and pronouns, kind. Labels leave out
gender, number and person, and so do all features of the neighbours: a wrong ending does not drag
the words around it along. What the label leaves open, person after « je », gender of an adjective
with one form for both, is then read off the neighbours by rules.

Neighbours are seen as themselves if they are grammatical words, otherwise as the set of labels
they may have. Weights are bytes in one hashed table, trained by ``tools/train_tagger.py``.
"""

from __future__ import annotations

import functools
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import exp
from operator import mul
from pathlib import Path
from zlib import crc32

from frclean.language.lexicon import Lexicon, Reading
from frclean.language.tokens import NUMBER, OPAQUE, SIGN, WORD
from frclean.later import later

__all__ = ["LABELS", "SLOTS", "Tagger", "Word", "label_of", "tagger"]

_WEIGHTS = Path(__file__).resolve().parent / "weights" / "tagger.bin"

#: What a sentence decides about a word. Their order is part of the weights file.
LABELS = (
    *("nom", "adj", "adv", "prep", "contr", "num", "int", "prop", "pref", "sign", "opaque"),
    *("det:def", "det:ind", "det:dem", "det:poss", "det:int", "det:neg", "det:part"),
    *("pro:suj", "pro:obj", "pro:ref", "pro:ton", "pro:dem", "pro:rel", "pro:int", "pro:ind"),
    *("pro:poss", "pro:adv", "conj:coord", "conj:sub"),
    *("ver:inf", "ver:pres", "ver:impf", "ver:ps", "ver:fut", "ver:cond", "ver:subp"),
    *("ver:subi", "ver:imp", "ver:pp", "ver:ppr"),
)
_NUMBER = {label: number for number, label in enumerate(LABELS)}

#: Slots of the table (a prime), and one part of a weight's unit.
SLOTS = 524_287
UNIT = 16
#: Tables of steps remembered; more than that and the memory is emptied.
MAX_TABLES = 1 << 15

#: Preposition and article in one word: UD and grammars call them two words.
CONTRACTED = frozenset(("au", "aux", "du", "des"))
#: Verbs that are context words of their own, besides closed classes.
_GRAMMATICAL = frozenset(
    (
        *("être", "avoir", "faire", "aller", "pouvoir", "devoir", "vouloir", "falloir"),
        *("venir", "laisser", "savoir"),
    )
)
_CLOSED = frozenset(("det", "pro", "prep", "conj"))
_COMMON_ADVERB = 150  # lexicon frequency from which an adverb is a context word of its own

_COUNTED = frozenset(("nom", "adj", "opaque"))
_FINITE = frozenset(
    f"ver:{tense}" for tense in ("pres", "impf", "ps", "fut", "cond", "subp", "subi", "imp")
)
#: What ends the reach of a verb, besides conjunctions and relatives.
_CLAUSE_OPENERS = frozenset((",", ";", ":", "(", ")", "et", "ou", "mais", "¶", "«", "»"))
_CLAUSES = [crc32(f"clause {number}".encode()) for number in range(24)]
_SURE = (1.0,)
_PRIORS = {
    step: crc32(f"prior {step}".encode(errors="surrogatepass")) % SLOTS for step in range(-5, 6)
}
_CLITICS = frozenset(
    (
        *("me", "m'", "te", "t'", "se", "s'", "le", "la", "l'", "les", "lui", "leur", "nous"),
        *("vous", "y", "en", "ne", "n'"),
    )
)
_ROMAN = later(r"[IVX]{2,5}(?:er?)?|[IVXLC]{2,8}(?:er?)?|[IVX]er?")
_ROMAN_ONE = frozenset("IVX")
_SUBJECTS = frozenset(("je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "ce"))
_OPENERS = frozenset('.!?…¶«“"(:–—•;-*‘[') | {"...", "..", "?!", "!?", "!!"}

#: What an unknown word may be, by its ending; the first that fits.
_ENDINGS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("er", "ir", "re"), ("ver:inf", "nom", "adj")),
    (("é", "és", "ée", "ées"), ("ver:pp", "adj", "nom")),
    (("ment",), ("adv", "nom", "ver:pres")),
    (("ait", "aient", "ais"), ("ver:impf", "nom", "adj")),
    (("ant",), ("ver:ppr", "adj", "nom")),
    (("ez", "ent", "ons"), ("ver:pres", "nom", "adj")),
    (("e", "es"), ("nom", "adj", "ver:pres")),
    (("",), ("nom", "adj")),
)


_TableKey = tuple[tuple[int, ...], tuple[int, ...], int, int]


@dataclass(frozen=True, slots=True)
class Word:
    """What the tagger knows of a form before it sees the sentence."""

    labels: tuple[int, ...]
    """The labels that its readings allow."""
    own: int
    """Hashes: of the form itself, of its ending, of its set of labels …"""
    ending: int
    kind: int
    left: int
    """… and of what its neighbours see of it, one word off and two, on either side."""
    left2: int
    right: int
    right2: int
    role: int
    """What it does to the clause: see ``_role``."""
    anchor: int
    """A hash of what is seen of it across clitics and adverbs; 0 for these."""
    priors: tuple[int, ...]
    """For each label the slot of a weight: how common its lemma is beside the others."""


def label_of(reading: Reading, form: str) -> str:
    """The label of one reading of ``form``."""
    pos, tense = reading.pos, reading.tense
    if form in CONTRACTED and (pos == "prep" or tense == "def"):
        return "contr"
    if (pos, tense) == ("det", "num"):
        return "num"
    return f"{pos}:{tense}" if pos in ("ver", "det", "pro", "conj") else pos


class Tagger:
    """Chooses among readings. Use :func:`tagger`, which loads one per lexicon."""

    def __init__(self, lexicon: Lexicon, weights: Sequence[float]) -> None:
        self.lexicon = lexicon
        self.weights = weights
        self.word = functools.lru_cache(1 << 15)(self.word)  # type: ignore[method-assign]
        self.border = self._word_of("¶", ("sign",), "¶")
        self.tag_hashes = [crc32(f"tag {label}".encode(errors="surrogatepass")) for label in LABELS]
        self.tag_next_hashes = [
            crc32(f"tag next {label}".encode(errors="surrogatepass")) for label in LABELS
        ]
        self._steps = [
            [weights[tag % SLOTS + label] for label in range(len(LABELS))]
            for tag in self.tag_hashes
        ]
        self._tables: dict[_TableKey, list[list[float]]] = {}

    # --- words --------------------------------------------------------------------------

    def word(self, form: str, kind: str, opens: bool) -> Word:
        """What is known of ``form``; ``opens`` says that a capital there means nothing."""
        lower = form.lower()
        if kind == SIGN:
            return self._word_of(form[:3], ("sign",), form[:3])
        if kind == NUMBER:
            return self._word_of(form, ("num",), "0" if form.isdigit() else "0x")
        if kind == OPAQUE:
            return self._word_of(lower, ("opaque",), "opaque")
        readings = self.readings(lower)
        labels = {label_of(reading, lower) for reading in readings}
        if lower == "étaient":
            labels = {"ver:impf"}  # of être; of étayer once in 10⁷
        if "ver:pres" in labels:
            labels.discard("ver:ps")  # « finit »: decided afterwards, by the tense of the text
        capital = form != lower
        if capital and (not opens or not labels or self.lexicon.is_proper(form)):
            labels.add("prop")
        if capital and opens and not readings:
            labels.add("nom")
        if form in _ROMAN_ONE or _ROMAN.fullmatch(form):
            labels |= {"adj" if form[-1] in "er" else "num"}
        if form == "A" and opens:
            labels.add("prep")  # À, without the accent that capitals often lose
        if not labels:
            labels = set(_guess(lower))
        seen = self._seen_as(lower, readings, labels)
        if capital and not opens:
            seen = "C " + seen
        if not readings and not capital:
            seen = f"? {lower[-2:]} {seen}"
        return self._word_of(lower, tuple(labels), seen)

    def _seen_as(self, lower: str, readings: tuple[Reading, ...], labels: set[str]) -> str:
        """What neighbours see: the word itself if it is grammatical, or its set of labels."""
        if lower.startswith("-"):
            return lower
        for reading in readings:
            if reading.pos in _CLOSED or (reading.pos == "ver" and reading.lemma in _GRAMMATICAL):
                return lower
            if reading.pos == "adv" and self.lexicon.frequency(lower) >= _COMMON_ADVERB:
                return lower
        return " ".join(sorted(labels))

    def _word_of(self, lower: str, labels: tuple[str, ...], seen: str) -> Word:
        """The word; its labels in the order of ``LABELS``."""
        numbers = tuple(sorted(_NUMBER[label] for label in labels))
        kind = " ".join(LABELS[number] for number in numbers)
        across = lower not in _CLITICS and labels != ("adv",)
        return Word(
            numbers,
            own=crc32(f"own {lower}".encode(errors="surrogatepass")),
            ending=crc32(f"ending {lower[-3:]} {kind}".encode(errors="surrogatepass")),
            kind=crc32(f"kind {kind}".encode(errors="surrogatepass")),
            left=crc32(f"l {seen}".encode(errors="surrogatepass")),
            left2=crc32(f"ll {seen}".encode(errors="surrogatepass")),
            right=crc32(f"r {seen}".encode(errors="surrogatepass")),
            right2=crc32(f"rr {seen}".encode(errors="surrogatepass")),
            role=_role(lower, labels),
            anchor=crc32(f"anchor {seen}".encode(errors="surrogatepass")) if across else 0,
            priors=self._priors(lower, numbers) if len(numbers) > 1 else (0,),
        )

    def _priors(self, lower: str, numbers: tuple[int, ...]) -> tuple[int, ...]:
        common = dict.fromkeys(numbers, 0)
        for reading in self.readings(lower):
            number = _NUMBER[label_of(reading, lower)]
            if number in common:
                frequency = self.lexicon.frequency(reading.lemma)
                common[number] = max(common[number], frequency)
        found = []
        for number, frequency in common.items():
            others = max(value for other, value in common.items() if other != number)
            found.append(_PRIORS[max(-5, min(5, round((frequency - others) / 20)))])
        return tuple(found)

    def readings(self, lower: str) -> tuple[Reading, ...]:
        """The readings of a form; those of -t-il, -moi or -là are those of il, moi and là."""
        if not lower.startswith("-"):
            return self.lexicon.readings(lower)
        return clitic_readings(lower, self.lexicon)

    # --- sentences ----------------------------------------------------------------------

    def words(self, tokens: Sequence[tuple[str, str]]) -> list[Word]:
        """The words of a sentence given as (form, kind)."""
        found = []
        opens = True
        in_capitals = 2 * sum([form.isupper() for form, _ in tokens]) > len(tokens) > 2
        for form, kind in tokens:
            if in_capitals:
                found.append(self.word(form, kind, True))
                continue
            if found and kind == WORD and form[0] == "-" and form[1:].lower() not in ("ci", "là"):
                found[-1] = _finite(found[-1])  # « dit-il », « dites-moi »
            found.append(self.word(form, kind, opens))
            opens = kind == SIGN and form in _OPENERS
        return found

    def slots(self, words: Sequence[Word]) -> list[list[int] | None]:
        """For each word that has a choice, where its weights are."""
        return [
            self._slots(words, at) if len(word.labels) > 1 else None
            for at, word in enumerate(words)
        ]

    def _slots(self, words: Sequence[Word], at: int) -> list[int]:
        border, last = self.border, len(words) - 1
        word = words[at]
        l1 = (words[at - 1] if at else border).left
        l2 = (words[at - 2] if at > 1 else border).left2
        r1 = (words[at + 1] if at < last else border).right
        r2 = (words[at + 2] if at < last - 1 else border).right2
        own, kind = word.own, word.kind
        clause, anchor = _clause(words, at), self._anchor(words, at)
        return [
            own % SLOTS,
            word.ending % SLOTS,
            l1 % SLOTS,
            r1 % SLOTS,
            (l1 ^ l2) % SLOTS,
            (r1 ^ r2) % SLOTS,
            (l1 ^ r1) % SLOTS,
            (own ^ l1) % SLOTS,
            (own ^ r1) % SLOTS,
            (kind ^ l1) % SLOTS,
            (kind ^ r1) % SLOTS,
            (kind ^ l1 ^ r1) % SLOTS,
            (own ^ clause) % SLOTS,
            (kind ^ clause) % SLOTS,
            (kind ^ anchor) % SLOTS,
        ]

    def _anchor(self, words: Sequence[Word], at: int) -> int:
        """A hash of the last word before ``at`` that is neither clitic nor adverb."""
        for place in range(at - 1, -1, -1):
            if words[place].anchor:
                return words[place].anchor
        return self.border.anchor

    def step_slots(self, tag: int, word: Word, after: Word) -> tuple[int, int, int]:
        """Where the weights of ``word`` behind a word labelled ``tag`` are."""
        tag_hash = self.tag_hashes[tag]
        return (
            tag_hash % SLOTS,
            (tag_hash ^ word.kind) % SLOTS,
            (self.tag_next_hashes[tag] ^ after.right) % SLOTS,
        )

    def tag(self, tokens: Sequence[tuple[str, str]]) -> Tagging:
        """The best readings of a sentence given as (form, kind); worked out where asked for."""
        return Tagging(self, tokens, self.words(tokens))

    def chances(self, words: Sequence[Word]) -> list[list[float]]:
        """How probable each label of each word is, in the order of ``Word.labels``."""
        return self.chances_between(words, 0, len(words))

    def chances_between(self, words: Sequence[Word], start: int, end: int) -> list[list[float]]:
        """The same for some words only: right if the words on either side have one label."""
        places = range(start, end)
        return posteriors(
            [self._emission(words, at) for at in places], [self._step(words, at) for at in places]
        )

    def _emission(self, words: Sequence[Word], at: int) -> list[float]:
        word = words[at]
        if len(word.labels) == 1:
            return [1.0]
        weights = self.weights
        slots = self._slots(words, at)
        scores = [
            weights[prior] + sum([weights[slot + label] for slot in slots])
            for label, prior in zip(word.labels, word.priors)  # noqa: B905 # a hot loop
        ]
        top = max(scores)
        return [exp((score - top) / UNIT) for score in scores]

    def _step(self, words: Sequence[Word], at: int) -> list[list[float]] | None:
        """How well each label of a word goes with each label of the last word."""
        word = words[at]
        before = words[at - 1] if at else self.border
        if len(word.labels) == 1 and len(before.labels) == 1:
            return None
        after = words[at + 1] if at + 1 < len(words) else self.border
        # Of a word that has lost some labels, the kind still tells of all.
        key = (before.labels, word.labels, word.kind, after.right)
        table = self._tables.get(key)
        if table is None:
            if len(self._tables) >= MAX_TABLES:
                self._tables.clear()
            table = self._tables[key] = self._table(before, word, after)
        return table

    def _table(self, before: Word, word: Word, after: Word) -> list[list[float]]:
        weights, kind, right = self.weights, word.kind, after.right
        table = []
        for tag in before.labels:
            step = self._steps[tag]
            by_kind = (self.tag_hashes[tag] ^ kind) % SLOTS
            by_next = (self.tag_next_hashes[tag] ^ right) % SLOTS
            table.append(
                [
                    exp((step[n] + weights[by_kind + n] + weights[by_next + n]) / UNIT)
                    for n in word.labels
                ]
            )
        return table


def _finite(word: Word) -> Word:
    """The word with its labels of finite verbs only, if it has any."""
    kept = [at for at, label in enumerate(word.labels) if LABELS[label] in _FINITE]
    if not 0 < len(kept) < len(word.labels):
        return word
    labels = tuple(word.labels[at] for at in kept)
    return replace(word, labels=labels, priors=tuple(word.priors[at] for at in kept))


class Tagging:
    """What the tagger says about one sentence."""

    def __init__(
        self, tagger: Tagger, tokens: Sequence[tuple[str, str]], words: Sequence[Word]
    ) -> None:
        self._tagger = tagger
        self._tokens = tokens
        self._words = words
        self._chances: list[Sequence[float] | None] = [None] * len(words)
        self._best: dict[int, Reading | None] = {}

    def _chances_at(self, at: int) -> Sequence[float]:
        """How probable the labels of a word are.

        Words with one label stand between those with several like walls: only the words between
        two walls have to be weighed against each other.
        """
        found = self._chances[at]
        if found is None:
            words = self._words
            if len(words[at].labels) == 1:
                return _SURE
            start, end = at, at + 1
            while start > 0 and len(words[start - 1].labels) > 1:
                start -= 1
            while end < len(words) and len(words[end].labels) > 1:
                end += 1
            wall = min(end + 1, len(words))
            chances = self._tagger.chances_between(words, start, wall)
            self._chances[start:wall] = chances
            found = chances[at - start]
        return found

    def _label(self, at: int) -> str:
        """The most probable label of a word."""
        labels = self._words[at].labels
        if len(labels) == 1:
            return LABELS[labels[0]]
        chances = self._chances_at(at)
        return LABELS[labels[max(range(len(chances)), key=chances.__getitem__)]]

    def confidence(self, at: int) -> float:
        """How sure the label of token ``at`` is, from 0 to 1."""
        return max(self._chances_at(at))

    def chance(self, at: int, label: str) -> float:
        """How probable it is that token ``at`` is, say, a "nom", a "ver" or a "ver:pp"."""
        return sum(
            chance
            for number, chance in zip(self._words[at].labels, self._chances_at(at), strict=True)
            if LABELS[number] == label or LABELS[number].partition(":")[0] == label
        )

    def best(self, at: int) -> Reading | None:
        """The best reading of token ``at``; None for signs and addresses."""
        if at not in self._best:
            self._best[at] = self._reading(at)
        return self._best[at]

    def _reading(self, at: int) -> Reading | None:
        form, kind = self._tokens[at]
        label = self._label(at)
        if kind in (SIGN, OPAQUE):
            return None
        if kind == NUMBER:
            return Reading("num", "", "", "", "", form)
        lower = form.lower()
        if label == "prop":
            proper = [r for r in self._tagger.lexicon.readings(form) if r.pos == "prop"]
            return _merged(proper) if proper else Reading("prop", "", "", "", "", form)
        found = self._labelled(lower, label)
        if label == "ver:pres" and self._tells_the_past:
            found = self._labelled(lower, "ver:ps") or found
        if label == "prep" and lower == "a":
            return Reading("prep", "", "", "", "", "à")
        if not found:
            pos, _, tense = label.partition(":")
            return Reading(pos, tense, "", "", "", lower)
        if len(found) > 1:
            found = self._narrowed(found, at, label)
        return _merged(found)

    def _labelled(self, lower: str, label: str) -> list[Reading]:
        return [r for r in self._tagger.readings(lower) if label_of(r, lower) == label]

    @cached_property
    def _tells_the_past(self) -> bool:
        """True if the sentence has more verbs that are surely past than surely present."""
        surely = [word.labels[0] for word in self._words if len(word.labels) == 1]
        past = surely.count(_NUMBER["ver:ps"]) * 2 + surely.count(_NUMBER["ver:impf"])
        return past > surely.count(_NUMBER["ver:pres"]) * 2

    def _narrowed(self, found: list[Reading], at: int, label: str) -> list[Reading]:
        """Without the readings that the neighbours speak against."""
        if label == "contr":
            return _those(found, "pos", ("prep",))
        if label == "num":
            follows = at + 1 < len(self._words) and self._label(at + 1) in _COUNTED
            found = _those(found, "pos", ("det",) if follows else ("num",))
        frequency = self._tagger.lexicon.frequency
        lemma = max(found, key=lambda reading: (frequency(reading.lemma), reading.lemma)).lemma
        found = _those(found, "lemma", (lemma,))
        if label.startswith("ver:") and label not in ("ver:pp", "ver:imp"):
            person, number = self._subject(at)
            found = _those(found, "person", (person,))
            return _those(found, "number", (number,)) if number else found
        if label in ("nom", "adj", "ver:pp", "num") or label.startswith("det:"):
            for reading in self._companions(at, label):
                found = _those(found, "number", (reading.number, ""))
                found = _those(found, "gender", (reading.gender, ""))
        return found

    def _subject(self, at: int) -> tuple[str, str]:
        """Person and number of the subject pronoun, third person if there is none."""
        around = [at + 1, *range(at - 1, max(-1, at - 7), -1)]
        for place in around:
            if place >= len(self._words):
                continue
            label = self._label(place)
            lower = self._tokens[place][0].lower()
            if label == "pro:suj" and (place < at or lower.startswith("-")):
                reading = self.best(place)
                return (reading.person, reading.number) if reading else ("3", "")
            if place < at and (label in _FINITE or label in ("pro:rel", "conj:sub")):
                break
        return "3", ""

    def _companions(self, at: int, label: str) -> Iterator[Reading]:
        """The words that agree with token ``at``, nearest first; only those with one reading."""
        wanted = ("det:", "num") if label == "nom" else ("nom",)
        right = range(at + 1, min(len(self._words), at + 4))
        left = range(at - 1, max(-1, at - 4), -1)
        if label == "nom":
            sides: tuple[range, ...] = (left,)
        else:
            sides = (right,) if label.startswith(("det:", "num")) else (left, right)
        for side in sides:
            for place in side:
                other = self._label(place)
                if other.startswith(wanted):
                    reading = self._plain(place) if label == "nom" else self.best(place)
                    if reading:
                        yield reading
                    break
                if other not in ("adj", "adv", "num", "ver:pp"):
                    break

    def _plain(self, at: int) -> Reading | None:
        """The reading of a determiner, not asking what follows."""
        lower = self._tokens[at][0].lower()
        found = self._labelled(lower, self._label(at))
        return _merged(found) if found else None


def _those(found: list[Reading], feature: str, values: tuple[str, ...]) -> list[Reading]:
    """The readings whose feature has one of these values; all if there are none."""
    return [reading for reading in found if getattr(reading, feature) in values] or found


def _merged(found: list[Reading]) -> Reading:
    """The first reading, without the features in which the others differ from it."""
    first = found[0]
    if len(found) == 1:
        return first

    def common(name: str) -> str:
        values = {getattr(reading, name) for reading in found}
        return values.pop() if len(values) == 1 else ""

    return Reading(
        first.pos, first.tense, common("gender"), common("number"), common("person"), first.lemma
    )


def posteriors(
    emissions: Sequence[Sequence[float]], steps: Sequence[list[list[float]] | None]
) -> list[list[float]]:
    """The probability of each label, by the forward-backward algorithm."""
    one = [1.0]
    forward: list[list[float]] = []
    row: Sequence[float] = one
    for emission, step in zip(emissions, steps):  # noqa: B905 # equal, and this is a hot loop
        if len(emission) == 1 or step is None:
            row = one
        else:
            if len(row) == 1:
                row = [e * s for e, s in zip(emission, step[0])]  # noqa: B905
            else:
                columns = zip(*step)  # noqa: B905
                row = [e * sum(map(mul, row, column)) for e, column in zip(emission, columns)]  # noqa: B905
            total = sum(row)
            row = [value / total for value in row]
        forward.append(row)
    found = forward.copy()
    back: Sequence[float] = [1.0] * len(row)
    for at in range(len(forward) - 1, -1, -1):
        row, step = forward[at], steps[at]
        if len(row) > 1:
            onward = list(map(mul, row, back))
            total = sum(onward)
            found[at] = [value / total for value in onward]
        if step is None or len(step) == 1:
            back = one
        elif len(row) == 1:
            back = [line[0] for line in step]
        else:
            onward = list(map(mul, emissions[at], back))
            back = [sum(map(mul, line, onward)) for line in step]
            total = sum(back)
            back = [value / total for value in back]
    return found


def clitic_readings(lower: str, lexicon: Lexicon) -> tuple[Reading, ...]:
    """The readings of « -t-il », « -les-moi » (the last pronoun decides), « -ci »."""
    last = lower.rsplit("-", 1)[-1]
    if last in ("ci", "là"):
        return (Reading("adv", "", "", "", "", last),)
    wanted = "suj" if last in _SUBJECTS and lower not in ("-nous", "-vous") else ""
    readings = tuple(r for r in lexicon.readings(last) if r.pos == "pro")
    if wanted:
        return tuple(r for r in readings if r.tense in ("suj", "dem"))
    kept = tuple(r for r in readings if r.tense != "ref" or last in ("nous", "vous"))
    return kept or readings


def _role(lower: str, labels: tuple[str, ...]) -> int:
    """What a word does to its clause: 1 is its verb, 2 opens another one, 3 and 4 ne and pas."""
    if _FINITE.issuperset(labels) or lower in ("est", "a", "ont", "sont", "peut", "fut"):
        return 1
    if lower in _CLAUSE_OPENERS or "conj:sub" in labels or "pro:rel" in labels:
        return 2
    if lower in ("ne", "n'"):
        return 3
    if not _FINITE.isdisjoint(labels):
        return 5
    return 4 if lower in ("pas", "jamais", "rien", "plus", "aucun", "aucune") else 0


def _clause(words: Sequence[Word], at: int) -> int:
    """A hash of the clause of a word: its verbs on either side, « ne » without pas."""
    before = maybe = ne = 0
    seen_ne = False
    for place in range(at - 1, -1, -1):
        role = words[place].role
        if role == 0:
            continue
        if role == 2:
            break
        if role == 1:
            before += 1
        elif role == 5:
            maybe = 1
        elif not seen_ne:
            seen_ne, ne = True, role == 3
    after = 0
    for place in range(at + 1, len(words)):
        role = words[place].role
        if role == 2:
            break
        if role == 1:
            after = 1
        elif role == 5:
            maybe = 1
    return _CLAUSES[min(before, 2) * 8 + after * 4 + maybe * 2 + ne]


def _guess(lower: str) -> tuple[str, ...]:
    return next(labels for endings, labels in _ENDINGS if lower.endswith(endings))


def load_weights(path: Path = _WEIGHTS) -> array[int]:
    """The weights: one signed byte per slot, and room for the labels after the last."""
    return array("b", path.read_bytes())


@functools.lru_cache(2)
def tagger(lexicon: Lexicon) -> Tagger:
    """The tagger, loaded once per lexicon."""
    return Tagger(lexicon, load_weights())
