"""What a token can be, as one character; what a rule asks of it, as bits of an integer.

Every token belongs to a *class*: its set of readings, its capitals, and, for the words that
rules name, the word itself. A class is written as one character, so that a text becomes a
*signature*, a string as long as its token list, and everything that must be fast works on
strings. Behind each character stand the bits of the *atoms* that hold for it.

A *predicate* is what rule authors write for one token:

==================  =========================================================================
``"a|à"``           one of these words (lower-case: also with a capital that begins a sentence)
``<être>``          any form of the lemma
``nom:fs``          a noun, feminine, singular, among its readings
``ver:pres:3p``     a verb, present, third person plural, among its readings
``ver:fin``         a finite verb
``=nom``            all its readings are nouns
``cap``             a capital inside a sentence, or a word in capitals
``prop``            a known proper name (``prop:f``: with its gender)
``name``            a capitalised word that is in no lexicon
``inc``             a lower-case word that is in no lexicon (« -t-il » is none of these)
``num`` ``num:p``   a number in digits; one that is 2 or more
``mot``             any word
``sign`` ``quote``  a punctuation mark or symbol; a straight double quotation mark
``fin``             the end of a sentence or of a paragraph
``opaque``          an address, a handle, inclusive writing
``voy`` ``asp``     a word before which « le » is elided; one in h, y or o before which it is not
``comp``            a word that is the first part of hyphenated compounds (rendez-vous)
``named``           a word that with other capitals is a known name (europe, Jean-yves, kurdes)
``bare``            a capital without the accent it needs (Etat)
``hyph``            a word with a hyphen that is in no lexicon
``lig``             a word written with oe that has œ
``loose`` ``tight`` a sign with a blank before it; one with none behind it
``parted``          an elided word with a blank behind it (« l' eau »)
``fused``           a word in no lexicon that begins or ends with a little word, the rest being one
``in:slips``        in no lexicon, but in the list of that name; a list may hold last parts (-même)
``any``             anything inside the paragraph
``$nom``            one of the named sets of :mod:`frclean.language.sets`
==================  =========================================================================

``!`` negates, ``&`` and ``|`` combine (``&`` binds tighter), parentheses group.
"""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from frclean.language.lexicon import Lexicon, Reading, parse_tag
from frclean.language.neighbours import FIRST_CLASS, Columns, Kind
from frclean.language.notation import Notation, ReadingTest, Term, reading_test
from frclean.language.sounds import ASPIRATE, VOWEL, begins

__all__ = ["Classes", "row_of_bits", "set_bits"]

LOWER, CAPITAL, UPPER = "", "C", "U"

#: Capitals that editors often leave without their accent, and the accents they may need.
_BARE = {"E": "ÉÈÊ", "A": "ÀÂ", "I": "ÎÏ", "O": "Ô", "U": "Ù", "C": "Ç"}

#: What stands before an apostrophe; one that is lost leaves two words fused.
_ELIDED_HEADS = tuple("c d j l m n s t qu jusqu lorsqu puisqu quoiqu".split())
#: The shorter part of two fused words has so many letters at most.
_SHORT_PART = 7

_NOTHING = re.compile(r"(?!)")
_ENDS = frozenset(".!?…¶") | {"...", "..", "....", "?!", "!!", "!?"}


#: The bit of a predicate, and one of its terms: all bits of ``must`` are set, none of
#: ``must_not``, one of each ``some``.
_Asked = tuple[int, int, int, tuple[int, ...]]


class _Effect(NamedTuple):
    """What an atom means for predicates, where it holds."""

    granted: int
    """The bits of those that ask for it, or for one of several, and nothing else …"""
    refused: int
    """… and of those among them that do not bear it."""
    asked: list[_Asked]
    """What asks for more."""


#: The atom that always holds: what asks for none is filed there.
_ALWAYS = ""


def row_of_bits(numbers: Iterable[int]) -> int:
    """The row in which the bits with these numbers are set."""
    return functools.reduce(int.__or__, map((1).__lshift__, numbers), 0)


def set_bits(bits: int) -> Iterator[int]:
    """The numbers of the bits that are set: found as text, numbers of this size being slow."""
    digits = bin(bits)[:1:-1]
    at = digits.find("1")
    while at >= 0:
        yield at
        at = digits.find("1", at + 1)


#: Words whose classes are remembered: « mot » and « mot, » share theirs.
_MOST_WORDS = 1 << 16

#: Held while a class is made: threads that clean at once share the classes.
_MAKING = threading.RLock()


class Classes:
    """The classes seen so far, and the predicates that rules ask about.

    Predicates must be declared (:meth:`predicate`) before the first class is made
    (:meth:`of`): a class is told once and for all which of them hold.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        lists: Mapping[str, Container[str]] | None = None,
        notation: Notation | None = None,
    ) -> None:
        self.lexicon = lexicon
        self.notation = notation or Notation(lexicon.frequency)
        self._lists = {f"in:{name}": words for name, words in (lists or {}).items()}
        self.masks: dict[str, int] = {}
        #: All of them, as they were made.
        self.made: list[str] = []
        #: The kind of a class with these predicates: decides beside which others it is put.
        self.kind_of: Callable[[int], Kind] = lambda _: 0
        self._columns = Columns()
        self._chars: dict[tuple[str, ...], str] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._examples: dict[str, str] = {}
        self._predicates: dict[str, int] = {}
        self._expressions: list[str] = []
        self._terms: list[tuple[Term, ...]] = []
        self._filed = -1
        self._atoms: dict[str, int] = {}
        self._names: list[str] = []
        # Atom -> what is filed under it, and what that comes to once the atom was met.
        self._granting: dict[str, list[int]] = {}
        self._refusing: dict[str, list[int]] = {}
        self._asking: dict[str, list[tuple[int, Term]]] = {}
        self._effects: dict[str, _Effect] = {}
        self._reading_tests: dict[tuple[str, str], list[tuple[ReadingTest, int]]] = {}
        self._by_tag: dict[tuple[str, ...], tuple[int, int]] = {}
        self._words: set[str] = set()
        self._lemmas: set[str] = set()
        self._words_met: dict[str, str] = {}
        self._finders: dict[int, tuple[int, str, re.Pattern[str]]] = {}

    # --- predicates ---------------------------------------------------------------------

    def predicate(self, expression: str) -> int:
        """The number of the predicate; raises ValueError if it cannot be read."""
        number = self._predicates.get(expression)
        if number is None:
            number = self._predicates[expression] = len(self._terms)
            self._terms.append(self.notation.predicate(expression))
            self._expressions.append(expression)
        return number

    def share(self, number: int) -> float:
        """About how many tokens of French fit the predicate, from 0 to 1 (to file patterns)."""
        return self.notation.share(self._expressions[number])

    def holds(self, char: str, number: int) -> bool:
        """True if the predicate with that number holds for the class."""
        return bool(self.masks[char] >> number & 1)

    def indexes(self, signature: str, number: int) -> list[int]:
        """Where in a signature the predicate with that number holds: fast where it is rare."""
        known, chars, pattern = self._finders.get(number, (0, "", _NOTHING))
        count = len(self.made)  # another thread may add to them meanwhile
        if known < count:
            more = "".join(char for char in self.made[known:count] if self.holds(char, number))
            if more:
                chars += more
                pattern = re.compile(f"[{chars}]")
            self._finders[number] = (count, chars, pattern)
        return [match.start() for match in pattern.finditer(signature)]

    # --- classes ------------------------------------------------------------------------

    def of_word(self, form: str, mark: str = "") -> str:
        """The class of a word as it is written (ASCII apostrophes); ``mark``: "parted" or none."""
        if mark:
            return self._of_word(form, mark)
        char = self._words_met.get(form)
        if char is None:
            if len(self._words_met) >= _MOST_WORDS:
                self._words_met.clear()
            char = self._words_met[form] = self._of_word(form)
        return char

    def _of_word(self, form: str, mark: str = "") -> str:
        self._file_terms()
        lower = form.lower()
        shape = _shape(form, lower)
        tag_set, lemmas = self.lexicon.outline(lower)
        proper = self._proper_tags(form) if shape == CAPITAL else ""
        marks = f"{self._marks(form, lower, is_known=bool(lemmas))} {mark}".strip()
        if not lemmas:
            word = lower if lower in self._words else ""
            kind = "clitic" if lower.startswith("-") else "unknown"
            return self._class(kind, shape, proper, word, marks)
        if lower in self._words or not self._lemmas.isdisjoint(lemmas):
            return self._class("word", shape, proper, lower, marks, lower)
        return self._class("tags", shape, proper, str(tag_set), marks, lower)

    def _marks(self, form: str, lower: str, *, is_known: bool) -> str:
        """What its letters tell of a word, beside its readings: names of atoms."""
        marks = {VOWEL: ["voy"], ASPIRATE: ["asp"]}.get(begins(lower), [])
        longer = self.lexicon.keys
        if longer(lower + "-") or (form != lower and longer(form + "-")):
            marks.append("comp")
        title = _title(form)
        if form != title and self._is_name(form, title):
            marks.append("named")
        if "oe" in lower and self.lexicon.is_ligature_lost(lower):
            marks.append("lig")
        if form[0] in _BARE and self._lacks_accent(form, lower):
            marks.append("bare")
        if not is_known:
            if "-" in form:
                marks.append("hyph")
            elif self._is_fused(lower):
                marks.append("fused")
            last = f"-{lower.rpartition('-')[2]}"
            marks += (
                mark for mark, words in self._lists.items() if lower in words or last in words
            )
        return " ".join(marks)

    def _is_fused(self, lower: str) -> bool:
        """Leconseil, quil, choixde: two words, the short one first or last."""
        known, common = self.lexicon, self.lexicon.frequency
        for head in known.prefixes(lower):
            tail = lower[len(head) :]
            if tail in known and (
                len(head) <= _SHORT_PART or (len(tail) <= _SHORT_PART and common(head) >= 100)
            ):
                return True
        return lower.startswith(_ELIDED_HEADS) and any(
            lower.startswith(head) and lower[len(head) :] in known for head in _ELIDED_HEADS
        )

    def _is_name(self, form: str, title: str) -> bool:
        """Jean-Yves is known; of Louise-yvonne, only the parts are."""
        is_proper = self.lexicon.is_proper
        return is_proper(title) or (
            "-" in form and form[0].isupper() and all(map(is_proper, title.split("-")))
        )

    def _lacks_accent(self, form: str, lower: str) -> bool:
        # Eric and Emile are names as they stand; Etats-Unis is known, but wrong.
        if lower in self.lexicon or ("-" not in form and self.lexicon.is_proper(form)):
            return False
        accented = _BARE[form[0]]
        return any(
            capital + form[1:] in self.lexicon or (capital + form[1:]).lower() in self.lexicon
            for capital in accented
        )

    def _proper_tags(self, form: str) -> str:
        return " ".join(r.tag for r in self.lexicon.readings(form) if r.pos == "prop")

    def of_number(self, form: str) -> str:
        """The class of a number: singular below 2, plural, or not a quantity."""
        self._file_terms()
        word = form if form in self._words else ""
        return self._class("number", _number_kind(form), "", word, "")

    def of_sign(self, form: str, marks: str = "") -> str:
        """The class of a punctuation mark or symbol; ``marks``: "loose", "tight", both or none."""
        return self._class("sign", form[:3], "", "", marks)

    def of_opaque(self, form: str) -> str:
        """The class of what is no word: addresses, abbreviations, inclusive writing."""
        self._file_terms()
        lower = form.lower()
        return self._class("opaque", "", "", lower if lower in self._words else "", "")

    def lowered(self, char: str) -> str:
        """The class of the same word without the capital that begins a sentence."""
        kind, shape, proper, *rest = self._keys[char]
        if shape != CAPITAL or kind not in ("word", "tags"):
            return char
        return self._class(kind, LOWER, proper, *rest, self._examples[char])

    def key(self, char: str) -> tuple[str, ...]:
        """What a class is made of: kind, shape, proper, tag set or word."""
        return self._keys[char]

    def example(self, char: str) -> str:
        """A word of the class, in lower case."""
        return self._examples[char]

    def _class(self, *parts: str) -> str:
        # The form behind a tag set is an example of it: needed to look up its readings once.
        key = parts[:5]
        char = self._chars.get(key)
        if char is None:
            with _MAKING:
                char = self._chars.get(key) or self._made(key, parts)
        return char

    def _made(self, key: tuple[str, ...], parts: tuple[str, ...]) -> str:
        """A new class; others see it only when it is whole."""
        mask = self._bits(parts)
        char = self._columns.take(self.kind_of(mask))
        if char is None:
            return self._chars.get(("opaque", "", "", "", ""), chr(FIRST_CLASS))
        self._keys[char] = key
        self._examples[char] = parts[-1]
        self.masks[char] = mask
        self.made.append(char)
        self._chars[key] = char
        return char

    def _bits(self, parts: tuple[str, ...]) -> int:
        self._file_terms()
        atoms = self._atom_bits(parts)
        names = [self._names[number] for number in set_bits(atoms)]
        effects = [self._effect(name) for name in (_ALWAYS, *names)]
        granted = refused = more = 0
        for effect in effects:
            granted |= effect.granted
            refused |= effect.refused
            for bit, must, must_not, some in effect.asked:
                fits = atoms & must == must and not atoms & must_not
                if fits and (not some or all(map(atoms.__and__, some))):
                    more |= bit
        return granted & ~refused | more

    def _effect(self, atom: str) -> _Effect:
        effect = self._effects.get(atom)
        if effect is None:
            effect = self._effects[atom] = _Effect(
                row_of_bits(self._granting.get(atom, ())),
                row_of_bits(self._refusing.get(atom, ())),
                [self._asked(number, term) for number, term in self._asking.get(atom, ())],
            )
        return effect

    def _asked(self, number: int, term: Term) -> _Asked:
        must = must_not = 0
        some: list[int] = []
        for is_positive, atoms in term:
            union = self._union(atoms)
            if not is_positive:
                must_not |= union
            elif len(atoms) == 1:
                must |= union
            else:
                some.append(union)
        return 1 << number, must, must_not, tuple(some)

    def _file_terms(self) -> None:
        """File each term under its rarest demand, so that a class asks only those it may meet."""
        if self._filed == len(self._terms):
            return
        with _MAKING:
            for filed in (self._granting, self._refusing, self._asking, self._effects):
                filed.clear()
            atoms: set[str] = set()
            for number, terms in enumerate(self._terms):
                for place, term in enumerate(terms):
                    for _, names in term:
                        atoms.update(names)
                    self._file_term(number, term, is_first=place == 0)
            self._number_atoms(sorted(atoms))
            self._file_reading_tests()
            self._filed = len(self._terms)

    def _file_term(self, number: int, term: Term, *, is_first: bool) -> None:
        is_positive, keys = term[0]
        keys = keys if is_positive else (_ALWAYS,)
        others = term[1:] if is_positive else term
        # One bit for each predicate: only one of its terms can be told by what its atoms mean.
        if not is_first or any(is_positive for is_positive, _ in others):
            for key in keys:
                self._asking.setdefault(key, []).append((number, term))
            return
        for key in keys:
            self._granting.setdefault(key, []).append(number)
        for _, names in others:
            for name in names:
                self._refusing.setdefault(name, []).append(number)

    def _number_atoms(self, atoms: Sequence[str]) -> None:
        """Give each atom its bit; words come last, for most of what is asked is asked of others."""
        words = [atom for atom in atoms if atom[0] == '"']
        lemmas = [atom for atom in atoms if atom[0] == "<"]
        self._names = [atom for atom in atoms if atom[0] not in '"<'] + lemmas + words
        self._atoms = {name: number for number, name in enumerate(self._names)}
        self._words = {word[1:-1].lower() for word in words}
        self._lemmas = {lemma[1:-1] for lemma in lemmas}

    def _file_reading_tests(self) -> None:
        """File what is asked of readings under the part of speech."""
        self._by_tag.clear()
        self._reading_tests.clear()
        for atom, number in self._atoms.items():
            if atom[0] in '"<':
                break  # the rest are words
            prefix = "cap:" if atom.startswith("cap:") else ""
            test = reading_test(atom.removeprefix(prefix))
            if test is not None:
                self._reading_tests.setdefault((prefix, test.pos), []).append((test, 1 << number))

    def _atom_bits(self, parts: tuple[str, ...]) -> int:
        kind, shape, proper, what, marks, *form = parts
        marked = self._union(marks.split())
        if kind in ("word", "tags"):
            return marked | self._word_bits(form[0], shape, proper)
        if kind == "unknown":
            atoms = self._union(_unknown_atoms(shape, proper, what))
            return marked | atoms | self._proper_bits(proper)
        if kind == "clitic":
            return marked | self._union({"any", "mot", "low", f'"{what}"'})
        if kind == "number":
            return self._union({"any", "num", f"num:{shape}", f'"{what}"'})
        if kind == "sign":
            names = {f'"{shape}"', "sign"} | ({"fin"} if shape in _ENDS else set())
            names |= {"quote"} if shape == '"' else set()
            return marked | self._union(names | ({"any"} if shape != "¶" else set()))
        return self._union({"any", "opaque", f'"{what}"'})

    def _union(self, atoms: Iterable[str]) -> int:
        bits = 0
        for atom in atoms:
            number = self._atoms.get(atom)
            if number is not None:
                bits |= 1 << number
        return bits

    def _word_bits(self, word: str, shape: str, proper: str) -> int:
        readings = self.lexicon.readings(word)
        bits = self._union(("any", "mot"))
        if shape == LOWER:
            # A word that may be a name, where a sentence begins, is never surely anything else.
            some, every = self._reading_bits(readings, "")
            bits |= some | (0 if proper else every) | self._union((f'"{word}"', "low"))
            bits |= self._union(f"<{reading.lemma}>" for reading in readings)
        else:
            bits |= self._union(("cap", f'"{word.capitalize()}"', f'"{_title(word)}"'))
            bits |= self._union(("upper",)) if shape == UPPER else 0
            some, every = self._reading_bits(readings, "cap:")
            bits |= some | every
        return bits | self._proper_bits(proper)

    def _proper_bits(self, tags: str) -> int:
        bits = self._union(("prop",)) if tags else 0
        for tag in tags.split():
            bits |= self._tag_bits((*parse_tag(tag), ""))[0]
        return bits

    def _reading_bits(self, readings: tuple[Reading, ...], prefix: str) -> tuple[int, int]:
        """The bits of the atoms about readings: some reading fits; (``=``) all of them do."""
        some, every = 0, -1
        for reading in readings:
            fits, fits_alone = self._tag_bits(
                (reading.pos, reading.tense, reading.gender, reading.number, reading.person, prefix)
            )
            some |= fits
            every &= fits_alone
        return some, every if readings else 0

    def _tag_bits(self, tag: tuple[str, ...]) -> tuple[int, int]:
        bits = self._by_tag.get(tag)
        if bits is None:
            some = every = 0
            for test, bit in self._reading_tests.get((tag[-1], tag[0]), ()):
                if test.fits(tag):
                    some, every = (some, every | bit) if test.all_of_them else (some | bit, every)
            bits = self._by_tag[tag] = (some, every)
        return bits


def _unknown_atoms(shape: str, proper: str, what: str) -> set[str]:
    atoms = {"any", "mot"}
    if what:
        atoms |= (
            {f'"{what}"'} if shape == LOWER else {f'"{_title(what)}"', f'"{what.capitalize()}"'}
        )
    if proper:
        return atoms | {"cap"}
    if shape == LOWER:
        return atoms | {"inc", "low"}
    return atoms | {"name", "cap"} | ({"upper"} if shape == UPPER else set())


def _shape(form: str, lower: str) -> str:
    if form == lower:
        return LOWER
    if len(form) > 1 and form.isupper() and form[1] != "'":
        return UPPER
    return CAPITAL


def _title(word: str) -> str:
    if "-" not in word:
        return word.capitalize()
    return "-".join(part.capitalize() for part in word.split("-"))


def _number_kind(form: str) -> str:
    digits = re.match(r"\d+", form)
    if digits is None or not form[-1].isdecimal():
        return "o"
    value = float(form.replace(",", ".")) if re.fullmatch(r"\d+[.,]\d+", form) else None
    if value is None:
        if not form.isdecimal():
            return "o"
        value = float(form[:15])
    return "p" if value >= 2 else "s"
