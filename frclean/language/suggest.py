"""What a word that nobody knows was meant to be.

>>> suggester = Suggester(lexicon())
>>> [s.form for s in suggester.suggest("evenement")][:1], suggester.suggest("mongroupe")[0].form
(['événement'], 'mon groupe')
>>> [(s.form, s.slip) for s in suggester.suggest("anarchike")][:1]
[('anarchique', 'sound')]

Each *slip* has a price: a lost accent is cheap, a strange letter dear. A suggestion is worth its
price less what its frequency speaks for it. Slips that people make by rule (accents, doubled
consonants, letters that sound alike, mute endings) are followed several at a time along the
prefixes of the lexicon; slips of the hand (a letter too many, too few, beside, or exchanged) one
at a time.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import NamedTuple

from frclean.language.lexicon import Lexicon, lexicon
from frclean.language.sounds import DOUBTFUL, VOWEL, begins

__all__ = ["Suggester", "Suggestion", "suggester"]

#: What one step of the lexicon's frequency byte (28 to a factor of ten) is worth.
FREQUENCY_WEIGHT = 0.045
#: No suggestion is dearer.
MAX_PRICE = 8.5
_MAX_SMALL = 6.4
_MEMO = 1 << 12
_PREFIXES = 1 << 14

_LETTERS = "abcdefghijklmnopqrstuvwxyzéèêëàâîïôûùçœ"
_VOWELS = frozenset("aeiouyéèêëàâîïôûùœ")

#: Prices of slips.
ACCENT, MORE_ACCENTS, LIGATURE = 2.0, 0.8, 1.2
DOUBLE, SOUND, FINAL, SWAP, KEY, OCR = 2.5, 3.0, 3.2, 3.3, 4.0, 4.2
MISSING, EXTRA, OTHER = 4.2, 4.6, 5.6
APOSTROPHE, HYPHEN, SPACE = 2.5, 2.5, 3.6
_FIRST_LETTER = 1.5
_TWO_SLIPS = 0.5
_EXCHANGE = 0.8  # one mute ending for another


class Suggestion(NamedTuple):
    """A form of the lexicon, how dear the slip that would explain the word, and which it is."""

    form: str
    price: float
    slip: str
    frequency: int

    @property
    def worth(self) -> float:
        """The smaller, the likelier."""
        return self.price - FREQUENCY_WEIGHT * self.frequency


# --- slips by rule --------------------------------------------------------------------------

_ACCENTS = ("eéèêë", "aàâ", "iîï", "oô", "uùûü", "cç")
#: Letters that sound alike, at least sometimes: each may stand for the others.
_ALIKE = (
    "o au eau ô",
    "an en am em",
    "in ain ein im aim yn ym",
    "un in",
    "é ai er",
    "è ai ei ê",
    "e ai",
    "ê aî",
    "f ph",
    "k qu c",
    "k ch",
    "c cqu",
    "c qu",
    "s ss c ç sc",
    "sc c",
    "t s",
    "s z",
    "j g ge",
    "g gu",
    "i y",
    "ill y il i",
    "eu œu e",
    "gn ni",
    "oi oua oy",
    "x cc xc cs xs ct",
    "t th",
    "r rh",
    "c ch",
    "tion sion ssion cion",
    "v w",
    "ue eu",
    "emm amm",
)
#: Mute endings: each may be missing, too many, or stand for another.
_MUTE = ("s", "t", "d", "x", "e", "es", "ent", "p", "c", "ts", "g", "z")
#: What only the last letters may be.
_ENDINGS = ("é er ez ée ai és ées et", "è ais ait ai et", "ant ent", "ans ents", "aux eaux aus")
_OCR = ("rn m", "cl d", "l i", "vv w", "ii n", "li h", "u n", "e c", "nn m", "l t", "h b")


class _Rewriting(NamedTuple):
    written: str
    meant: str
    price: float
    slip: str


def _pairs(group: str) -> Iterator[tuple[str, str]]:
    members = group.split()
    return ((one, other) for one in members for other in members if one != other)


def _rewritings() -> Iterator[_Rewriting]:
    for group in _ACCENTS:
        for written, meant in _pairs(" ".join(group)):
            yield _Rewriting(written, meant, ACCENT, "accent")
    yield _Rewriting("oe", "œ", LIGATURE, "accent")
    for letter in "bcdfglmnprstz":
        yield _Rewriting(letter, letter * 2, DOUBLE, "double")
        yield _Rewriting(letter * 2, letter, DOUBLE, "double")
    for group in _ALIKE:
        for written, meant in _pairs(group):
            yield _Rewriting(written, meant, SOUND, "sound")
    for vowel in _VOWELS:
        yield _Rewriting(vowel, "h" + vowel, SOUND, "sound")
        yield _Rewriting("h" + vowel, vowel, SOUND, "sound")


def _filed() -> dict[str, tuple[_Rewriting, ...]]:
    """The rewritings by first letter; of two that do the same, the cheaper."""
    cheapest: dict[tuple[str, str], _Rewriting] = {}
    for rewriting in _rewritings():
        key = rewriting.written, rewriting.meant
        if key not in cheapest or rewriting.price < cheapest[key].price:
            cheapest[key] = rewriting
    filed: dict[str, list[_Rewriting]] = {}
    for rewriting in cheapest.values():
        filed.setdefault(rewriting.written[0], []).append(rewriting)
    return {letter: tuple(found) for letter, found in filed.items()}


_FILED = _filed()
_FINAL_PAIRS = tuple(pair for group in _ENDINGS for pair in _pairs(group))

# --- slips of the hand ----------------------------------------------------------------------


def _neighbours() -> dict[str, frozenset[str]]:
    """The keys beside each key of a French keyboard."""
    rows = ("azertyuiop", "qsdfghjklm", "wxcvbn")
    places = {key: (x + 0.3 * y, y) for y, row in enumerate(rows) for x, key in enumerate(row)}
    return {
        key: frozenset(
            other
            for other, (x2, y2) in places.items()
            if other != key and abs(x - x2) <= 1 and abs(y - y2) <= 1
        )
        for key, (x, y) in places.items()
    }


_NEIGHBOURS = _neighbours()
_LOOK_ALIKE = frozenset(pair for group in _OCR for pair in _pairs(group) if len(group) == 3)
_MISREAD = tuple(pair for group in _OCR for pair in _pairs(group) if len(group) > 3)
_INSERTED = _LETTERS + "-'"


def _price_of_other(written: str, meant: str) -> tuple[float, str]:
    """What it costs to have written one letter for another."""
    if meant in _NEIGHBOURS.get(written, ()):
        return KEY, "key"
    if (written, meant) in _LOOK_ALIKE:
        return OCR, "look"
    return OTHER, "letter"


def _price_of_missing(meant: str, before: str, after: str) -> tuple[float, str]:
    if meant in (before, after):
        return (DOUBLE, "double") if meant not in _VOWELS else (SOUND, "double")
    return MISSING, "letter"


def _price_of_extra(written: str, before: str, after: str) -> tuple[float, str]:
    if written in (before, after):
        return (DOUBLE, "double") if written not in _VOWELS else (SOUND, "double")
    near = _NEIGHBOURS.get(written, frozenset())
    return (KEY, "key") if before in near or after in near else (EXTRA, "letter")


class Suggester:
    """Makes suggestions; remembers the latest."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._starts = functools.lru_cache(_PREFIXES)(lexicon.begins)
        self.suggest = functools.lru_cache(_MEMO)(self.suggest)  # type: ignore[method-assign]

    def suggest(self, word: str) -> tuple[Suggestion, ...]:
        """What the lower-case ``word``, which is in no lexicon, may stand for: best first."""
        found = _Found(self.lexicon)
        for form, price, slip in self._by_rule(word):
            found.add(form, price, slip)
        for form, price, slip in self._by_hand(word):
            found.add(form, price, slip)
        found.extend(self._cut(word))
        return found.ranked()

    def accented(self, word: str) -> tuple[Suggestion, ...]:
        """The words that differ from ``word`` by their accents only: the most frequent first."""
        found = _Found(self.lexicon)
        for form, price, slip in self._walk(word):
            if slip == "accent" and price < 2 * ACCENT + 0.1 and len(form) == len(word):
                found.add(form, price, slip)
        return found.ranked()

    def _by_rule(self, word: str) -> Iterator[tuple[str, float, str]]:
        """Accents, double consonants, sounds, endings: two or three at a time."""
        yield from self._walk(word)
        yield from self._other_endings(word)

    def _walk(self, word: str) -> Iterator[tuple[str, float, str]]:
        """The forms that are reached by writing ``word`` from left to right with small slips."""
        starts, length = self._starts, len(word)
        slips = [
            [r for r in _FILED.get(letter, ()) if word.startswith(r.written, at)]
            for at, letter in enumerate(word)
        ]
        stack = [(0, "", 0.0, "", False)]
        while stack:
            at, prefix, paid, slip, accented = stack.pop()
            if at == length:
                if slip:
                    yield prefix, paid, slip
                continue
            letter = word[at]
            if starts(prefix + letter):
                stack.append((at + 1, prefix + letter, paid, slip, accented))
            for written, meant, price, kind in slips[at]:
                is_accent = kind == "accent"
                if is_accent:  # who drops one accent drops them all
                    total = paid + (MORE_ACCENTS if accented else price)
                else:
                    total = paid + price + (_TWO_SLIPS if slip else 0.0)
                if total > _MAX_SMALL or not starts(prefix + meant):
                    continue
                why = slip if slip and is_accent else kind
                end = at + len(written)
                stack.append((end, prefix + meant, total, why, accented or is_accent))

    def _other_endings(self, word: str) -> Iterator[tuple[str, float, str]]:
        """Mute letters missing, too many or exchanged, and endings that sound alike."""
        for ending in ("", *_MUTE):
            if not word.endswith(ending) or len(word) - len(ending) < 3:
                continue
            stem = word[: len(word) - len(ending)]
            for other in ("", *_MUTE):
                if other != ending:
                    exchange = _EXCHANGE if ending and other else 0.0
                    yield stem + other, FINAL + exchange, "final"
        for written, meant in _FINAL_PAIRS:
            if word.endswith(written) and len(word) - len(written) > 1:
                yield word[: len(word) - len(written)] + meant, SOUND, "sound"

    def _by_hand(self, word: str) -> Iterator[tuple[str, float, str]]:
        """One letter missing, too many, wrong, or two exchanged; two letters read as one."""
        known = self.lexicon.known
        padded = f"^{word}$"
        reach = self._reach(word)  # a slip further on would leave a beginning that no word has
        for i in range(reach + 1):
            head, tail = word[:i], word[i:]
            before, letter = padded[i], padded[i + 1]
            first = 0.0 if i else _FIRST_LETTER
            for form in known([head + other + tail for other in _INSERTED]):
                if form[i] == "-":
                    yield form, HYPHEN, "hyphen"
                elif form[i] == "'":
                    yield form, APOSTROPHE, "apostrophe"
                else:
                    price, slip = _price_of_missing(form[i], before, letter)
                    yield form, price + first, slip
            if not tail:
                break
            rest, after = tail[1:], padded[i + 2]
            for form in known([head + other + rest for other in _LETTERS]):
                price, slip = _price_of_other(letter, form[i])
                yield form, price + first, slip
            price, slip = _price_of_extra(letter, before, after)
            yield head + rest, price + first, slip
            if rest and after != letter:
                yield f"{head}{after}{letter}{rest[1:]}", SWAP + first / 2, "swap"
        for written, meant in _MISREAD:
            at = word.find(written)
            if 0 <= at <= reach:
                yield word[:at] + meant + word[at + len(written) :], OCR, "look"

    def _reach(self, word: str) -> int:
        """The length of the longest beginning of ``word`` that begins a word."""
        starts = self._starts
        for length in range(1, len(word) + 1):
            if not starts(word[:length]):
                return length - 1
        return len(word)

    # --- words run together ---

    def _cut(self, word: str) -> Iterator[Suggestion]:
        """An apostrophe or a space was lost."""
        frequency = self.lexicon.frequency
        for i in range(1, len(word)):
            head, tail = word[:i], word[i:]
            if head in _ELIDED and self._is_elided_before(head, tail):
                common = frequency(tail) + (10 if head in _BEFORE_NOUNS else -10)
                yield Suggestion(f"{head}'{tail}", APOSTROPHE, "apostrophe", common)
            if self._is_pair(head, tail):
                common = frequency(head) + frequency(tail)
                yield Suggestion(f"{head} {tail}", SPACE, "space", max(0, common - 235))

    def _is_elided_before(self, head: str, tail: str) -> bool:
        """True if « l », « d », « n » … may have lost its apostrophe before this word."""
        if len(tail) < 2 or begins(tail) not in (VOWEL, DOUBTFUL):
            return False
        readings = self.lexicon.readings(tail)
        if head in _BEFORE_NOUNS:
            return any(reading.pos != "int" for reading in readings)
        if head in _BEFORE_PRONOUNS and any(reading.pos == "pro" for reading in readings):
            return True
        return tail in ("y", "en") or any(reading.pos == "ver" for reading in readings)

    def _is_pair(self, head: str, tail: str) -> bool:
        """True if both are words, and one of them is one of those that run into others."""
        if (len(head) < 2 and head not in _ONE_LETTER) or (
            len(tail) < 2 and tail not in _ONE_LETTER
        ):
            return False
        frequency = self.lexicon.frequency
        least, most = sorted((frequency(head), frequency(tail)))
        if least < 75:
            longer = head if len(head) > len(tail) else tail
            return most >= _VERY_COMMON and len(longer) > 6 and longer in self.lexicon
        return most >= _COMMON


_ELIDED = frozenset(("l", "d", "qu", "n", "s", "j", "c", "m", "t", "lorsqu", "puisqu", "jusqu"))
_BEFORE_NOUNS = frozenset(("l", "d", "qu", "jusqu"))
_BEFORE_PRONOUNS = frozenset(("lorsqu", "puisqu", "s"))
_ONE_LETTER = frozenset("àay")
#: One of two words run together is as common as « sans »; as « son », if the other is rare.
_COMMON, _VERY_COMMON = 165, 170


class _Found:
    """Suggestions collected: each form once, at its cheapest."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._by_form: dict[str, Suggestion] = {}

    def add(self, form: str, price: float, slip: str) -> None:
        known = self._by_form.get(form)
        if known is not None:
            if price < known.price:
                self._by_form[form] = known._replace(price=price, slip=slip)
        elif price <= MAX_PRICE and form in self._lexicon and form == form.lower():
            frequency = self._lexicon.frequency(form)
            self._by_form[form] = Suggestion(form, price, slip, frequency)

    def extend(self, suggestions: Iterator[Suggestion]) -> None:
        for suggestion in suggestions:
            known = self._by_form.get(suggestion.form)
            if known is None or suggestion.worth < known.worth:
                self._by_form[suggestion.form] = suggestion

    def best(self) -> float:
        return min((s.worth for s in self._by_form.values()), default=99.0)

    def ranked(self) -> tuple[Suggestion, ...]:
        chosen: dict[str, Suggestion] = {}
        for suggestion in sorted(self._by_form.values(), key=lambda s: (s.worth, s.form)):
            form = suggestion.form
            if self._lexicon.is_ligature_lost(form):
                form = form.replace("oe", "œ")
            chosen.setdefault(form, suggestion._replace(form=form))
        return tuple(chosen.values())


@functools.cache
def suggester() -> Suggester:
    """The suggester of the one lexicon."""
    return Suggester(lexicon())
