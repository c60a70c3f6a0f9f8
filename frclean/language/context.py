"""Whether another word would fit a place much better than the one that stands there.

A log-linear model over classes: for a written word and each of its *candidates* (words that sound
alike, other forms of its lemma, frequent neighbours one letter away) it adds up weights of
(context, class of the word). Contexts are the classes of the neighbours and what one pass from
either side knows: the gender and number of the open noun phrase, the last subject, the last
auxiliary, the next noun, the verbs so far. Only grammatical words are known as themselves, all
others as the readings that the lexicon gives them: what is learnt is grammar, not topics.

A *gate* keeps this off the hot path: pairs of neighbouring classes that are much rarer than chance
would have them. Only their words are looked at. Trained by ``tools/train_context.py``.
"""

from __future__ import annotations

import functools
import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from struct import unpack_from
from typing import NamedTuple
from zlib import crc32

from frclean.language.analysis import Analysis
from frclean.language.classes import Classes
from frclean.language.lexicon import Lexicon, Reading
from frclean.language.sets import SETS
from frclean.language.sound import sound
from frclean.language.tokens import NUMBER, SIGN, WORD

__all__ = ["Candidate", "ContextModel", "Doubt", "Seen", "context_model"]

_WEIGHTS = Path(__file__).resolve().parent / "weights" / "context.bin"

#: The table: so many slots, in buckets of four; eight bits of the hash check each.
SLOT_BITS = 19
SHIFT = 64 - SLOT_BITS - 8
#: A nat in weights.
UNIT = 16.0
#: How often two classes must be expected to meet, in the text of the training, for their not doing
#: so to be odd: less where one of them is a word that sounds like another.
RARE_PAIR, COMMON_PAIR = 3.0, 12.0
#: Bits of the gate's set of usual pairs.
GATE_BITS = 1 << 20
_ALL = (1 << 64) - 1
#: Triples of classes remembered.
_MAX_TRIPLES = 200_000
#: A smaller gap, in nats, is never a doubt.
_LEAST = 3.0
#: A longer sentence is a list.
_LONGEST = 160

#: Kinds of candidates.
HOMOPHONE, NUMBER_OF, GENDER_OF, ENDING, LETTER = (
    "homophone",
    "number",
    "gender",
    "ending",
    "letter",
)

# --- words as the model sees them -------------------------------------------------------------

#: What the gate knows as themselves, whichever rules are on.
_GRAMMATICAL = frozenset(SETS["grammatical"].strip('"').split("|"))
_CLOSED = frozenset(("det", "pro", "prep", "conj"))
_COMMON_ADVERB = 150
_FINITE = frozenset(("pres", "impf", "ps", "fut", "cond", "subp", "subi", "imp"))
_PERSONS = {"je": 1, "j'": 1, "tu": 2, "il": 3, "elle": 3, "on": 3, "ce": 3, "c'": 3, "ça": 3,
            "cela": 3, "nous": 4, "vous": 5, "ils": 6, "elles": 6}  # fmt: skip
_CLITICS = frozenset("me m' te t' se s' le la l' les lui leur y en ne n'".split())
_SUBORDINATORS = frozenset(
    "que qu' qui dont où si s' lorsque lorsqu' puisque puisqu' quand comme quoique quoiqu'".split()
)

#: What a word does to the phrase around it.
OTHER, DET, NOUN, ADJ, BOTH, VERB, PREP, STOP, ADVERB, SUBJECT, SUB = range(11)


class Seen(NamedTuple):
    """A word as its neighbours, and the model, see it."""

    fine: int
    coarse: int
    frequency: int
    vowel: int
    role: int
    mask: int
    """Bits of ms, fs, mp, fp that it may be as a noun, an adjective or a determiner."""
    auxiliary: int
    subject: int


def _hash(text: str) -> int:
    return (
        crc32(text.encode(errors="surrogatepass")) * 0x9E3779B97F4A7C15 + 0x632BE59BD9B4E019
    ) & _ALL


_AUXILIARIES = {"être": 1, "avoir": 2}
_MODALS = frozenset("pouvoir devoir vouloir aller faire laisser falloir savoir venir".split())


class Vocabulary:
    """Words -> how they are seen, and what else may have been meant."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.seen = functools.lru_cache(1 << 16)(self.seen)  # type: ignore[method-assign]
        self.candidates = functools.lru_cache(1 << 15)(self.candidates)  # type: ignore[method-assign]

    def seen(self, form: str, kind: str, opens: bool) -> Seen:
        """How a token is seen; ``opens``: its capital means nothing."""
        if kind == SIGN:
            return self._plain(form[:3], STOP)
        if kind == NUMBER:
            plural = form not in ("0", "1")
            return self._plain("0p" if plural else "0s", DET, 12 if plural else 3)
        if kind != WORD:
            return self._plain("opaque", OTHER)
        lower = form.lower()
        if form != lower and not (opens and lower in self.lexicon):
            return self._plain("name", NOUN, 15)
        readings = self.lexicon.readings(lower)
        if not readings:
            return self._plain(lower if lower[0] == "-" else "?", OTHER)
        name = lower if self.is_grammatical(lower, readings) else _tags(readings)
        return Seen(
            _hash("m " + name),
            _hash("c " + (lower if name == lower and _is_closed(readings) else _coarse(readings))),
            _hash(f"f {self.lexicon.frequency(lower) // 12}"),
            int(lower[0] in "aeiouyhéèêàâîôûœ"),
            _role(lower, readings),
            _mask(readings),
            _auxiliary(readings),
            _PERSONS.get(lower, 0),
        )

    def _plain(self, name: str, role: int, mask: int = 0) -> Seen:
        return Seen(_hash("m " + name), _hash("c " + name), _hash("f"), 0, role, mask, 0, 0)

    def is_grammatical(self, lower: str, readings: tuple[Reading, ...]) -> bool:
        """True for the words that are known as themselves."""
        return any(
            r.pos in _CLOSED
            or r.aux
            or (r.pos == "adv" and self.lexicon.frequency(lower) >= _COMMON_ADVERB)
            for r in readings
        )

    def candidates(self, lower: str) -> tuple[Candidate, ...]:
        """What may have been meant by a word, with the kind of slip."""
        found: dict[str, str] = {}
        for other in _PAIRS.get(lower, ()):
            found[other] = HOMOPHONE
        for other, kind in _DETERMINERS.get(lower, ()):
            found.setdefault(other, kind)
        readings = self.lexicon.readings(lower)
        if len(lower) > 2 and not self.is_grammatical(lower, readings):
            for other, kind in self._forms(lower, readings):
                found.setdefault(other, kind)
            if len(lower) > 3:
                for other in self._neighbours(lower, frozenset(found))[:3]:
                    found[other] = LETTER
        found.pop(lower, None)
        return tuple(Candidate(form, kind, self.seen(form, WORD, False))
                     for form, kind in found.items())  # fmt: skip

    def _forms(self, lower: str, readings: tuple[Reading, ...]) -> Iterator[tuple[str, str]]:
        """Other forms of its lemmas that a slip may have put in its place."""
        heard = sound(lower)
        paradigms: dict[tuple[str, str], list[tuple[str, Reading]]] = {}
        for reading in readings:
            if reading.pos not in ("nom", "adj", "ver"):
                continue
            # Most words are several forms of one lemma.
            key = reading.lemma, reading.pos
            if key not in paradigms:
                paradigms[key] = self._common_forms(*key)
            for form, other in paradigms[key]:
                if form != lower:
                    kind = _kind_of(reading, other, form, heard)
                    if kind:
                        yield form, kind

    def _common_forms(self, lemma: str, pos: str) -> list[tuple[str, Reading]]:
        """The forms that are not rare: to sound one out takes longer than to look it up."""
        frequency = self.lexicon.frequency
        forms = self.lexicon.forms(lemma, pos)
        return [pair for pair in forms if " " not in pair[0] and frequency(pair[0]) >= 40]

    def _neighbours(self, lower: str, taken: frozenset[str]) -> list[str]:
        """Frequent words one letter away: those that sound alike first."""
        near = set(self.lexicon.known(_edits(lower))) - taken - {lower}
        frequency = self.lexicon.frequency
        lemmas = set(self.lexicon.lemmas(lower))
        kept = [
            form
            for form in near
            if frequency(form) >= 90 and lemmas.isdisjoint(self.lexicon.lemmas(form))
        ]
        heard = sound(lower)
        return sorted(kept, key=lambda form: (sound(form) != heard, -frequency(form), form))


class Candidate(NamedTuple):
    """A word that may have been meant."""

    form: str
    kind: str
    seen: Seen


def _kind_of(one: Reading, other: Reading, form: str, heard: str) -> str:
    """The kind of slip between two forms of a lemma; empty: none that people make."""
    if one.pos in ("nom", "adj"):
        if one.gender == other.gender or not one.gender or not other.gender:
            return NUMBER_OF
        return GENDER_OF if one.number == other.number and one.pos == "adj" else ""
    if one.tense == other.tense == "pp":
        return NUMBER_OF if one.gender == other.gender else GENDER_OF
    if one.tense == other.tense and one.number != other.number and one.person == other.person:
        return ENDING if one.person == "3" else ""
    return ENDING if sound(form) == heard else ""


_LETTERS = "abcdefghijklmnopqrstuvxzéèêàâçîôû"


def _edits(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]


def _tags(readings: tuple[Reading, ...]) -> str:
    return " ".join(sorted({r.tag for r in readings}))


def _is_closed(readings: tuple[Reading, ...]) -> bool:
    return any(r.pos in _CLOSED or r.aux for r in readings)


def _coarse(readings: tuple[Reading, ...]) -> str:
    parts, numbers, genders = set(), set(), set()
    for r in readings:
        finite = r.pos == "ver" and r.tense in _FINITE
        parts.add("fin" + r.person if finite else r.tense if r.pos == "ver" else r.pos)
        numbers.add(r.number)
        genders.add(r.gender)
    return " ".join(("".join(sorted(numbers)), "".join(sorted(genders)), *sorted(parts)))


def _mask(readings: tuple[Reading, ...]) -> int:
    mask = 0
    for r in readings:
        if r.pos in ("nom", "adj", "det") or r.tense == "pp":
            genders = {"m": 5, "f": 10}.get(r.gender, 15)
            mask |= genders & {"s": 3, "p": 12}.get(r.number, 15)
    return mask


def _auxiliary(readings: tuple[Reading, ...]) -> int:
    for r in readings:
        if r.pos == "ver" and r.tense != "pp":
            if r.lemma in _AUXILIARIES:
                return _AUXILIARIES[r.lemma]
            if r.lemma in _MODALS:
                return 3
    return 0


def _role(lower: str, readings: tuple[Reading, ...]) -> int:
    pos = {r.pos for r in readings}
    if lower in _SUBORDINATORS:
        return SUB
    if lower in _PERSONS:
        return SUBJECT
    if "det" in pos:
        return DET
    if "conj" in pos:
        return STOP
    if "prep" in pos:
        return PREP
    finite = any(r.pos == "ver" and r.tense in _FINITE for r in readings)
    if any(r.aux for r in readings) and finite:
        return VERB
    if "nom" in pos:
        return BOTH if finite else NOUN
    if "adj" in pos or any(r.tense == "pp" for r in readings):
        return BOTH if finite else ADJ
    if finite:
        return VERB
    return ADVERB if "adv" in pos or "pro" in pos else OTHER


#: Words that sound alike and that only the sentence tells apart.
_GROUPS = (
    "la là", "du dû", "son sont", "on ont", "ce se", "sur sûr", "sa ça", "été était étais",
    "mes mais met mets", "peu peut peux", "fois foi", "dont donc", "quand quant", "a à as",
    "ou où", "et est", "près prêt", "voir voire", "pris prix prie", "fait faits fais",
    "sans sens", "dit dis", "doit dois", "vers vert verre",
)  # fmt: skip
_PAIRS: dict[str, tuple[str, ...]] = {}
for _group in _GROUPS:
    for _word in _group.split():
        _PAIRS[_word] = tuple(other for other in _group.split() if other != _word)

#: The same as the gate knows them.
_HEARD_ALIKE = frozenset(_hash("g " + word) for word in _PAIRS)

_FAMILIES = (
    ("le", "la", "les", "les"), ("un", "une", "", ""), ("ce", "cette", "ces", "ces"),
    ("cet", "cette", "ces", "ces"), ("mon", "ma", "mes", "mes"), ("ton", "ta", "tes", "tes"),
    ("son", "sa", "ses", "ses"), ("notre", "notre", "nos", "nos"),
    ("votre", "votre", "vos", "vos"), ("leur", "leur", "leurs", "leurs"),
    ("quel", "quelle", "quels", "quelles"), ("au", "", "aux", "aux"),
    ("aucun", "aucune", "", ""),
    ("celui", "celle", "ceux", "celles"), ("il", "elle", "ils", "elles"),
    ("lequel", "laquelle", "lesquels", "lesquelles"), ("du", "", "des", "des"),
)  # fmt: skip


def _families() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, dict[str, str]] = {}
    for family in _FAMILIES:
        for i, form in enumerate(family):
            for j, other in enumerate(family):
                if form and other and form != other and (i ^ j) in (1, 2):
                    kind = GENDER_OF if i ^ j == 1 else NUMBER_OF
                    found.setdefault(form, {}).setdefault(other, kind)
    found["ce"]["cet"] = found["cet"]["ce"] = GENDER_OF
    return {form: tuple(others.items()) for form, others in found.items()}


_DETERMINERS = _families()

# --- what a pass over the sentence knows ------------------------------------------------------


def left_states(  # noqa: PLR0912 - one pass, one word after the other
    words: Sequence[Seen],
) -> list[tuple[int, int, int, int, int]]:
    """Before each word: open noun phrase, head before it, subject, auxiliary, verbs so far."""
    found = []
    mask = noun = far = head = subject = verb = auxiliary = verbs = prep = 0
    for word in words:
        state = (mask * 2 + noun) * 4 + far if mask else 0
        found.append((state, head, subject * 2 + verb, auxiliary, verbs))
        role = word.role
        if role == BOTH:
            role = NOUN if mask and not noun else VERB if subject and not verb else ADJ
        if role == DET:
            head = mask if prep and noun else head
            mask, noun, far = word.mask or 15, 0, 0
        elif role in (NOUN, ADJ):
            mask = mask & word.mask or mask or word.mask
            far = min(3, far + 1)
            if role == NOUN:
                noun = 1
                if not prep and not verb and not auxiliary:
                    subject = 8 + (1 if not mask & 12 else 2 if not mask & 3 else 0)
        elif role == PREP:
            head, mask, noun, far = (mask or head), 0, 0, 0
        elif role != ADVERB:
            mask = noun = far = 0
        prep = 1 if role == PREP or (prep and role in (DET, ADJ, ADVERB)) else 0
        if role == VERB:
            verb, verbs, head = 1, min(2, verbs + 1), 0
        elif role == SUBJECT:
            subject, verb = word.subject, 0
        elif role == SUB:
            subject = 12 + (subject & 3) if subject > 7 else 0
            verb, verbs, head = 0, max(-1, verbs - 1), 0
        if word.auxiliary:
            auxiliary = word.auxiliary
        elif role not in (ADVERB, OTHER):
            auxiliary = 0
    return found


def right_states(words: Sequence[Seen]) -> list[tuple[int, int]]:
    """Behind each word: the next noun, adjective or determiner; how many verbs come."""
    found = [(0, 0)] * len(words)
    mask = verbs = 0
    for at in range(len(words) - 1, -1, -1):
        found[at] = (mask, verbs)
        word = words[at]
        role = word.role
        if role == NOUN or (role == BOTH and word.mask):
            mask = 16 + word.mask
        elif role == ADJ:
            mask = mask if 16 <= mask < 32 else 32 + word.mask
        elif role == DET:
            mask = 64 + word.mask
        elif role != ADVERB:
            mask = 0
        if role == VERB:
            verbs = min(2, verbs + 1)
        elif role in (SUB, STOP):
            verbs = 0
    return found


_MULTIPLIERS = [(_hash(f"x {t}") | 1, _hash(f"y {t}") | 1, _hash(f"z {t}") | 1, _hash(f"t {t}"))
                for t in range(23)]  # fmt: skip
#: Those of the templates that need nothing but the two neighbours.
_NEAR_MULTIPLIERS = [_MULTIPLIERS[t] for t in (0, 1, 2, 5)]
#: What these must say for the others to be asked.
_LEAST_GAP = 0.5
#: Templates up to this one go with the fine class of the word, the next ten with the coarse one.
FINE, COARSE = 11, 21
TEMPLATES = 23


class Place(NamedTuple):
    """What stands around a word: the states on either side; three words, itself, two words."""

    left: tuple[int, int, int, int, int]
    right: tuple[int, int]
    near: Sequence[Seen]


class _Words(NamedTuple):
    """A sentence with what is known before and behind each of its words."""

    words: list[Seen]
    left: list[tuple[int, int, int, int, int]]
    right: list[tuple[int, int]]

    @classmethod
    def of(cls, words: list[Seen]) -> _Words:
        return cls(words, left_states(words), right_states(words))

    def place(self, at: int) -> Place:
        return Place(self.left[at], self.right[at], surroundings(self.words, at))


BORDER = Seen(_hash("m ¶"), _hash("c ¶"), _hash("f"), 0, STOP, 0, 0, 0)


def surroundings(words: Sequence[Seen], at: int) -> list[Seen]:
    """Three words to the left of one, the word, two to its right."""
    return [words[i] if 0 <= i < len(words) else BORDER for i in range(at - 3, at + 3)]


def contexts(place: Place) -> tuple[tuple[int, int, int], ...]:
    """What each template looks at."""
    l3, l2, l1, _, r1, r2 = place.near
    phrase, head, subject, auxiliary, before = place.left
    noun, behind = place.right
    verbs = (before + 1) * 4 + behind + 1
    return (
        (0, 0, 0),
        (l1[0], 0, 0),
        (r1[0], 0, 0),
        (l1[0], l2[0], 0),
        (r1[0], r2[0], 0),
        (l1[0], r1[0], 0),
        (phrase, 0, 0),
        (noun, 0, 0),
        (subject, 0, 0),
        (subject, l1[0], 0),
        (verbs, subject, 0),
        (l1[1], l2[1], r1[1]),
        (l1[1], r1[1], r2[1]),
        (l1[1], l2[1], l3[1]),
        (phrase, head, 0),
        (phrase, l1[1], l2[1]),
        (subject, l1[1], r1[1]),
        (auxiliary, subject, 0),
        (noun, l1[1], l2[1]),
        (phrase, noun, 0),
        (verbs, l1[1], r1[1]),
        (0, 0, 0),
        (r1[3], 0, 0),
    )


def context_keys(looked_at: Sequence[tuple[int, int, int]]) -> list[int]:
    """One hash per template."""
    return [
        x * a + y * b + z * c + t & _ALL
        for (x, y, z), (a, b, c, t) in zip(looked_at, _MULTIPLIERS, strict=True)
    ]


def pair_slot(left: int, right: int) -> int:
    """The bit of a pair of classes in the gate."""
    return ((left * 0x9E3779B97F4A7C15 + right * 0xC2B2AE3D27D4EB4F) & _ALL) >> 44


def bucket_of(place: Place) -> int:
    """Where in a noun phrase a word stands: outside, before its noun, behind it."""
    return 0 if not place.left[0] else 2 if place.left[0] >> 2 & 1 else 1


class Doubt(NamedTuple):
    """A word that another would fit much better."""

    at: int
    candidate: Candidate
    gap: float
    """By how much, in nats."""
    excess: float
    """By how much more than the threshold."""
    cell: str
    """Kind of slip and place in the noun phrase."""


class ContextModel:
    """Use :func:`context_model`, which loads one per lexicon."""

    def __init__(self, lexicon: Lexicon, data: bytes) -> None:
        self.vocabulary = Vocabulary(lexicon)
        size, classes = unpack_from("<II", data)
        at = 8
        head = json.loads(data[at : at + size])
        at += size
        self.thresholds: dict[str, float] = head["thresholds"]
        keys = array("Q", data[at : at + 8 * classes])
        at += 8 * classes
        shares = array("f", data[at : at + 4 * classes])
        at += 4 * classes
        self._shares = dict(zip(keys, shares, strict=True))
        self._usual = data[at : at + GATE_BITS // 8]
        at += GATE_BITS // 8
        self._checks = data[at : at + (1 << SLOT_BITS)]
        at += 1 << SLOT_BITS
        self._weights = array("b", data[at : at + (1 << SLOT_BITS)])
        self._gates: dict[int, _Gate] = {}

    def gate(self, classes: Classes) -> _Gate:
        """The gate for a set of classes."""
        found = self._gates.get(id(classes))
        if found is None or found.classes is not classes:
            found = self._gates[id(classes)] = _Gate(self, classes)
        return found

    def is_odd(self, left: int, right: int) -> bool:
        """True if two classes meet much less often than chance would have it."""
        expected = self._shares.get(left, 0.0) * self._shares.get(right, 0.0)
        if expected < (RARE_PAIR if left in _HEARD_ALIKE or right in _HEARD_ALIKE else COMMON_PAIR):
            return False
        slot = pair_slot(left, right)
        return not self._usual[slot >> 3] >> (slot & 7) & 1

    def doubts(self, analysis: Analysis) -> list[Doubt]:
        """The words of a text that another word would replace: of ``analysis.odd_pairs``."""
        found: list[Doubt] = []
        sentence = range(0)
        words: _Words | None = None
        gate, signature = self.gate(analysis.analyser.classes), analysis.signature
        odd = analysis.odd_pairs
        if odd is None:
            odd = [at for at in range(len(signature) - 1) if gate.is_odd(signature[at : at + 2])]
        for index in gate.worth(signature, odd):
            lower = analysis.token(index).lower
            candidates = self.vocabulary.candidates(lower)
            if not candidates:
                continue
            if index not in sentence:
                sentence, words = analysis.sentence(index), None
            if len(sentence) > _LONGEST:
                continue
            l1, word, r1 = (
                self._seen_near(analysis, at, sentence) for at in range(index - 1, index + 2)
            )
            if not self.is_doubtful(l1, word, r1, candidates):
                continue
            if words is None:
                words = _Words.of(self._seen_in(analysis, sentence))
            doubt = self._judge(index, lower, words.place(index - sentence.start))
            if doubt is not None:
                found.append(doubt)
        return found

    def gaps(self, analysis: Analysis, index: int) -> dict[int, float]:
        """By how many nats another word would fit better, for the words of a token's sentence."""
        sentence = analysis.sentence(index)
        if len(sentence) > _LONGEST:
            return {}
        words = _Words.of(self._seen_in(analysis, sentence))
        found = {}
        for at, (form, kind) in enumerate(analysis.forms(sentence.start, sentence.stop)):
            lower = form.lower()
            if kind == WORD and (lower == form or at == 0):
                place = words.place(at)
                candidates = self._possible(lower, place)
                if candidates:
                    keys = context_keys(contexts(place))
                    best = max(self.score(keys, candidate.seen) for candidate in candidates)
                    found[sentence.start + at] = best - self.score(keys, place.near[3])
        return found

    def _possible(self, lower: str, place: Place) -> list[Candidate]:
        """What may have been meant, where the model sees enough to say so."""
        candidates = self.vocabulary.candidates(lower)
        return [c for c in candidates if not self._is_excused(lower, place, c)]

    def _seen_in(self, analysis: Analysis, sentence: range) -> list[Seen]:
        """How the words of a sentence are seen, and its end sign."""
        seen = self.vocabulary.seen
        forms = analysis.forms(sentence.start, min(sentence.stop + 1, len(analysis)))
        return [seen(form, kind, at == 0) for at, (form, kind) in enumerate(forms)]

    def _seen_near(self, analysis: Analysis, index: int, sentence: range) -> Seen:
        if index < sentence.start or index >= len(analysis):
            return BORDER
        token = analysis.token(index)
        return self.vocabulary.seen(token.form, token.kind, index == sentence.start)

    def is_doubtful(
        self, l1: Seen, word: Seen, r1: Seen, candidates: tuple[Candidate, ...]
    ) -> bool:
        """True if a candidate goes better with the two neighbours, or about as well."""
        looked_at = ((0, 0), (l1[0], 0), (r1[0], 0), (l1[0], r1[0]))
        keys = [
            x * a + y * b + t & _ALL
            for (x, y), (a, b, _, t) in zip(looked_at, _NEAR_MULTIPLIERS, strict=True)
        ]
        least = self.score(keys, word) + _LEAST_GAP
        return any(self.score(keys, candidate.seen) > least for candidate in candidates)

    def _judge(self, index: int, lower: str, place: Place) -> Doubt | None:
        candidates = self._possible(lower, place)
        if not candidates:
            return None
        keys = context_keys(contexts(place))
        written = self.score(keys, place.near[3])
        phrase = bucket_of(place)
        best: Doubt | None = None
        for candidate in candidates:
            gap = self.score(keys, candidate.seen) - written
            if gap < _LEAST:
                continue
            pair = f"{lower}>{candidate.form}"
            cell = f"{candidate.kind} {phrase}"
            excess = gap - self.threshold(pair, cell)
            if excess > 0 and (best is None or excess > best.excess):
                best = Doubt(index, candidate, gap, excess, cell)
        return best

    def _is_excused(self, lower: str, place: Place, candidate: Candidate) -> bool:
        """True where the model is known to see too little."""
        written, before, phrase = place.near[3], place.near[2], bucket_of(place)
        if candidate.kind == LETTER:
            # A slip makes a common word rare more often than a rare one common.
            frequency = self.vocabulary.lexicon.frequency
            return frequency(candidate.form) < frequency(lower) + 10
        if candidate.kind == GENDER_OF and phrase == 1:
            # « l'acteur » is right as it stands: of a noun the gender is given.
            return written.role in (NOUN, BOTH)
        if candidate.kind in (NUMBER_OF, GENDER_OF) and phrase == 2:
            # « le ministre de la santé canadien »: it agrees with the noun before « de ».
            return bool(place.left[1] & written.mask)
        # « L'essentiel est participer » is for a rule to judge.
        infinitive = lower.endswith(("er", "ir", "re"))
        return candidate.kind == ENDING and before.auxiliary == 1 and infinitive

    def threshold(self, pair: str, cell: str) -> float:
        """How large the gap must be: by pair if there is one, else by kind and place."""
        found = self.thresholds.get(pair)
        return found if found is not None else self.thresholds.get(cell, 99.0)

    def score(self, keys: list[int], word: Seen) -> float:
        """How well a word fits, in nats."""
        checks, weights = self._checks, self._weights
        fine, coarse, common = word[0], word[1], word[2]
        total = 0
        for number, key in enumerate(keys):
            own = fine if number < FINE or number == 22 else coarse if number < COARSE else common
            hashed = (key + own & _ALL) >> SHIFT
            slot = hashed >> 8 & -4
            slot = checks.find(hashed & 255 or 1, slot, slot + 4)
            if slot >= 0:
                total += weights[slot]
        return total / UNIT


# --- the gate ---------------------------------------------------------------------------------


class _Gate:
    """What is remembered about pairs and triples of class characters."""

    def __init__(self, model: ContextModel, classes: Classes) -> None:
        self.classes = classes
        self._model = model
        self._names: dict[str, int] = {}
        self._seen: dict[str, Seen | None] = {}
        self._worth: dict[str, bool] = {}
        self._is_low = classes.predicate("low")
        self._is_end = classes.predicate("fin")

    def is_odd(self, pair: str) -> bool:
        """True if two class characters meet much less often than chance would have it."""
        return self._model.is_odd(self._name(pair[0]), self._name(pair[1]))

    def worth(self, signature: str, odd: Iterable[int]) -> list[int]:
        """The tokens of odd pairs that are worth a look, in order."""
        known, found = self._worth, set()
        if len(known) > _MAX_TRIPLES:
            known.clear()
        for at in odd:
            for middle in (at, at + 1):
                triple = signature[middle - 1 : middle + 2]
                if known[triple] if triple in known else self._ask(triple):
                    found.add(middle)
        return sorted(found)

    def _ask(self, triple: str) -> bool:
        """False if the classes alone say that nothing better can have been meant."""
        known = self._worth[triple] = len(triple) == 3 and self._is_worth(*triple)
        return known

    def _is_worth(self, left: str, char: str, right: str) -> bool:
        classes = self.classes
        if not classes.holds(char, self._is_low):
            return False
        kind, _, _, what, _ = classes.key(char)
        if kind != "word":
            return True  # words of many forms: each has candidates of its own
        candidates = self._model.vocabulary.candidates(what)
        l1 = BORDER if classes.holds(left, self._is_end) else self._seen_as(left)
        word, r1 = self._seen_as(char), self._seen_as(right)
        if l1 is None or word is None or r1 is None:
            return bool(candidates)
        return self._model.is_doubtful(l1, word, r1, candidates)

    def _seen_as(self, char: str) -> Seen | None:
        """How a class is seen; None where that depends on the form."""
        if char not in self._seen:
            kind, shape, *_ = self.classes.key(char)
            seen = self._model.vocabulary.seen
            self._seen[char] = (
                seen(shape, SIGN, False)
                if kind == "sign"
                else seen(self.classes.example(char), WORD, False)
                if kind in ("word", "tags") and not shape
                else None
            )
        return self._seen[char]

    def _name(self, char: str) -> int:
        found = self._names.get(char)
        if found is None:
            found = self._names[char] = gate_class(self.classes, char)
        return found


def gate_class(classes: Classes, char: str) -> int:
    """What the gate knows a class character by: the word if it is grammatical, or its tags."""
    kind, shape, _, what, _ = classes.key(char)
    if kind == "sign":
        return _hash("g " + shape)
    if kind in ("word", "tags") and not shape:
        lexicon = classes.lexicon
        if kind == "word":
            readings = lexicon.readings(what)
            if what in _GRAMMATICAL:
                return _hash("g " + what)
            return _hash("g " + " ".join(sorted({r.tag for r in readings})))
        return _hash("g " + " ".join(sorted(set(lexicon.tag_sets[int(what)]))))
    return _hash(f"g {kind} {shape}" if kind == "number" else f"g {kind} {bool(shape)}")


@functools.lru_cache(2)
def context_model(lexicon: Lexicon) -> ContextModel:
    """The model, loaded once per lexicon."""
    return ContextModel(lexicon, _WEIGHTS.read_bytes())
