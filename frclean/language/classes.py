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
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from frclean.language.lexicon import Lexicon, Reading, parse_tag
from frclean.language.sets import SETS
from frclean.language.sounds import ASPIRATE, VOWEL, begins

__all__ = ["FIRST_CLASS", "Classes"]

#: Class characters start here: far from anything a person would search for by accident, and
#: with room for 38,000 classes before the surrogates. Its lower twelve bits are 0: those of a class
#: are its number (see ``patterns``).
FIRST_CLASS = 0x4000
_LAST = 0xD7FF

LOWER, CAPITAL, UPPER = "", "C", "U"

#: Capitals that editors often leave without their accent, and the accents they may need.
_BARE = {"E": "ÉÈÊ", "A": "ÀÂ", "I": "ÎÏ", "O": "Ô", "U": "Ù", "C": "Ç"}

#: What stands before an apostrophe; one that is lost leaves two words fused.
_ELIDED_HEADS = frozenset("c d j l m n s t qu jusqu lorsqu puisqu quoiqu".split())
#: The shorter part of two fused words has so many letters at most.
_SHORT_PART = 7

_NOTHING = re.compile(r"(?!)")
_FINITE = frozenset({"pres", "impf", "ps", "fut", "cond", "subp", "subi", "imp"})
_ENDS = frozenset(".!?…¶") | {"...", "..", "....", "?!", "!!", "!?"}


class _Term(NamedTuple):
    """A conjunction: all bits of ``must`` are set, none of ``must_not``, one of each ``some``."""

    must: int
    must_not: int
    some: tuple[int, ...]
    share: float
    key: int
    """The bits of its rarest demand: one of them is set wherever the term holds; 0 for none."""


#: The bit of a predicate, and ``must``, ``must_not`` and ``some`` of one of its terms.
_Asked = tuple[int, int, int, tuple[int, ...]]


def _holding(terms: list[_Asked], atoms: int) -> int:
    """The bits of the predicates one of whose terms holds."""
    bits = 0
    for bit, must, must_not, some in terms:
        fits = atoms & must == must and not atoms & must_not
        if fits and (not some or all(map(atoms.__and__, some))):
            bits |= bit
    return bits


def _bits_of(mask: int) -> Iterator[int]:
    """The single bits of a mask."""
    while mask:
        lowest = mask & -mask
        yield lowest
        mask ^= lowest


def _union_of(bits: Iterable[int]) -> int:
    return functools.reduce(int.__or__, bits, 0)


#: Held while a class is made: threads that clean at once share the classes.
_MAKING = threading.RLock()


class Classes:
    """The classes seen so far, and the predicates that rules ask about.

    Predicates must be declared (:meth:`predicate`) before the first class is made
    (:meth:`of`): a class is told once and for all which of them hold.
    """

    def __init__(self, lexicon: Lexicon, lists: Mapping[str, Container[str]] | None = None) -> None:
        self.lexicon = lexicon
        self._lists = {f"in:{name}": words for name, words in (lists or {}).items()}
        self.masks: dict[str, int] = {}
        self._chars: dict[tuple[str, ...], str] = {}
        self._keys: list[tuple[str, ...]] = []
        self._examples: list[str] = []
        self._atoms: dict[str, int] = {}
        self._predicates: dict[str, int] = {}
        self._terms: list[tuple[_Term, ...]] = []
        self._shares: dict[int, float] = {}
        self._filed_terms = -1
        self._by_key: dict[int, list[_Asked]] = {}
        self._free: list[_Asked] = []
        self._keyed = 0
        self._reading_tests: dict[tuple[str, str], list[tuple[_ReadingTest, int]]] = {}
        self._by_tag: dict[tuple[str, ...], tuple[int, int]] = {}
        self._words: set[str] = set()
        self._lemmas: set[str] = set()
        self._finders: dict[int, tuple[int, str, re.Pattern[str]]] = {}

    # --- predicates ---------------------------------------------------------------------

    def predicate(self, expression: str) -> int:
        """The number of the predicate; raises ValueError if it cannot be read."""
        number = self._predicates.get(expression)
        if number is None:
            terms = tuple(self._terms_of(expression))
            number = self._predicates[expression] = len(self._terms)
            self._terms.append(terms)
        return number

    def _terms_of(self, expression: str) -> Iterator[_Term]:
        for conjunction in _disjunctive(_Parser(expression).parse()):
            must = must_not = key = 0
            some: list[int] = []
            share = 1.0
            kept = 1.0
            for is_positive, atoms in conjunction:
                bits = [self._atom(atom) for atom in atoms]
                union = _union_of(bits)
                if not is_positive:
                    must_not |= union
                    kept *= max(0.3, 1 - sum(map(self._atom_share, atoms)))
                    continue
                if (common := sum(map(self._atom_share, atoms))) < share or not key:
                    share, key = min(share, common), union
                if len(bits) == 1:
                    must |= union
                else:
                    some.append(union)
            yield _Term(must, must_not, tuple(some), share * kept, key)

    def _atom(self, atom: str) -> int:
        bit = self._atoms.get(atom)
        if bit is None:
            bit = self._atoms[atom] = 1 << len(self._atoms)
            if atom.startswith('"'):
                self._words.add(atom[1:-1].lower())
            elif atom.startswith("<"):
                self._lemmas.add(atom[1:-1])
        return bit

    def share(self, number: int) -> float:
        """About how many tokens of French fit the predicate, from 0 to 1 (to file patterns)."""
        share = self._shares.get(number)
        if share is None:
            total = sum(term.share for term in self._terms[number])
            share = self._shares[number] = min(1.0, total or 0.001)
        return share

    def _atom_share(self, atom: str) -> float:
        if atom.startswith('"'):
            word = atom[1:-1].lower()
            # The lexicon's byte is 28 times the logarithm of occurrences in 10⁹ words; elided
            # words are not counted there.
            if frequency := self.lexicon.frequency(word):
                return float(10 ** (frequency / 28 - 9))
            return 0.01 if word.endswith("'") else _SIGN_SHARES.get(atom, 1e-4)
        if atom.startswith("<"):
            return {"<être>": 0.02, "<avoir>": 0.02}.get(atom, 0.002)
        return _reading_share(atom)

    def holds(self, char: str, number: int) -> bool:
        """True if the predicate with that number holds for the class."""
        return bool(self.masks[char] >> number & 1)

    def indexes(self, signature: str, number: int) -> list[int]:
        """Where in a signature the predicate with that number holds: fast where it is rare."""
        known, chars, pattern = self._finders.get(number, (0, "", _NOTHING))
        count = len(self.masks)  # of whole classes; another thread may add to them meanwhile
        if known < count:
            new = map(chr, range(FIRST_CLASS + known, FIRST_CLASS + count))
            more = "".join(char for char in new if self.holds(char, number))
            if more:
                chars += more
                pattern = re.compile(f"[{chars}]")
            self._finders[number] = (count, chars, pattern)
        return [match.start() for match in pattern.finditer(signature)]

    # --- classes ------------------------------------------------------------------------

    def of_word(self, form: str, mark: str = "") -> str:
        """The class of a word as it is written (ASCII apostrophes); ``mark``: "parted" or none."""
        lower = form.lower()
        shape = _shape(form, lower)
        readings = self.lexicon.readings(lower)
        proper = self._proper_tags(form) if shape == CAPITAL else ""
        marks = f"{self._marks(form, lower)} {mark}".strip()
        if not readings:
            word = lower if lower in self._words else ""
            kind = "clitic" if lower.startswith("-") else "unknown"
            return self._class(kind, shape, proper, word, marks)
        if lower in self._words or any(r.lemma in self._lemmas for r in readings):
            return self._class("word", shape, proper, lower, marks, lower)
        tag_set = str(self.lexicon.tag_set(lower))
        return self._class("tags", shape, proper, tag_set, marks, lower)

    def _marks(self, form: str, lower: str) -> str:
        """What its letters tell of a word, beside its readings: names of atoms."""
        marks = {VOWEL: ["voy"], ASPIRATE: ["asp"]}.get(begins(lower), [])
        if self.lexicon.keys(lower + "-") or (form != lower and self.lexicon.keys(form + "-")):
            marks.append("comp")
        if form != _title(form) and self._is_name(form, _title(form)):
            marks.append("named")
        if "oe" in lower and self.lexicon.is_ligature_lost(lower):
            marks.append("lig")
        if form[0] in _BARE and self._lacks_accent(form, lower):
            marks.append("bare")
        if lower not in self.lexicon:
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
        for size in range(1, min(_SHORT_PART, len(lower) - 1) + 1):
            head, tail = lower[:size], lower[size:]
            if tail in known and (head in known or head in _ELIDED_HEADS):
                return True
            head, tail = lower[:-size], lower[-size:]
            if tail in known and head in known and common(head) >= 100:
                return True
        return False

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
        word = form if form in self._words else ""
        return self._class("number", _number_kind(form), "", word, "")

    def of_sign(self, form: str, marks: str = "") -> str:
        """The class of a punctuation mark or symbol; ``marks``: "loose", "tight", both or none."""
        return self._class("sign", form[:3], "", "", marks)

    def of_opaque(self, form: str) -> str:
        """The class of what is no word: addresses, abbreviations, inclusive writing."""
        lower = form.lower()
        return self._class("opaque", "", "", lower if lower in self._words else "", "")

    def lowered(self, char: str) -> str:
        """The class of the same word without the capital that begins a sentence."""
        kind, shape, proper, *rest = self._keys[ord(char) - FIRST_CLASS]
        if shape != CAPITAL or kind not in ("word", "tags"):
            return char
        return self._class(kind, LOWER, proper, *rest, self._examples[ord(char) - FIRST_CLASS])

    def key(self, char: str) -> tuple[str, ...]:
        """What a class is made of: kind, shape, proper, tag set or word."""
        return self._keys[ord(char) - FIRST_CLASS]

    def example(self, char: str) -> str:
        """A word of the class, in lower case."""
        return self._examples[ord(char) - FIRST_CLASS]

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
        if FIRST_CLASS + len(self._keys) > _LAST:
            return self._chars.get(("opaque", "", "", "", ""), chr(FIRST_CLASS))
        char = chr(FIRST_CLASS + len(self._keys))
        self._keys.append(key)
        self._examples.append(parts[-1])
        self.masks[char] = self._bits(parts)
        self._chars[key] = char
        return char

    def _bits(self, parts: tuple[str, ...]) -> int:
        if self._filed_terms != len(self._terms):
            self._file_terms()
        atoms = self._atom_bits(parts)
        bits = _holding(self._free, atoms)
        for lowest in _bits_of(atoms & self._keyed):
            bits |= _holding(self._by_key[lowest], atoms)
        return bits

    def _file_terms(self) -> None:
        """File each term under its rarest demand, so that a class asks only those it may meet."""
        self._by_key.clear()
        self._free.clear()
        for number, terms in enumerate(self._terms):
            for term in terms:
                asked = (1 << number, term.must, term.must_not, term.some)
                if not term.key:
                    self._free.append(asked)
                for bit in _bits_of(term.key):
                    self._by_key.setdefault(bit, []).append(asked)
        self._keyed = _union_of(self._by_key)
        self._filed_terms = len(self._terms)
        self._file_reading_tests()

    def _file_reading_tests(self) -> None:
        """File what is asked of readings under the part of speech."""
        self._by_tag.clear()
        self._reading_tests.clear()
        for atom, bit in self._atoms.items():
            prefix = "cap:" if atom.startswith("cap:") else ""
            test = _reading_test(atom.removeprefix(prefix))
            if test is not None:
                self._reading_tests.setdefault((prefix, test.pos), []).append((test, bit))

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
            bits |= self._atoms.get(atom, 0)
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


@dataclass(frozen=True, slots=True)
class _ReadingTest:
    """``nom:fs`` or ``=nom:fs``, taken apart."""

    pos: str
    kinds: frozenset[str]
    features: str
    all_of_them: bool

    def fits(self, tag: tuple[str, ...]) -> bool:
        """True for a reading with these features (pos, tense, gender, number, person)."""
        pos, tense, gender, number, person = tag[:5]
        if pos != self.pos or (self.kinds and tense not in self.kinds):
            return False
        # An unspecified gender or number fits both; an unspecified person fits none.
        have = {"m": gender, "f": gender, "s": number, "p": number}
        return all(
            have[feature] in ("", feature) if feature in have else person == feature
            for feature in self.features
        )


_POS = frozenset("nom adj det pro ver adv prep conj num int prop pref".split())


@functools.cache
def _reading_test(atom: str) -> _ReadingTest | None:
    body = atom.removeprefix("=")
    pos, *rest = body.split(":")
    if pos not in _POS or atom == "num:o":
        return None
    kinds: set[str] = set()
    features = ""
    for part in rest:
        if re.fullmatch(r"[123]?[mf]?[sp]?", part):
            features += part
        elif part == "fin":
            kinds |= _FINITE
        else:
            kinds |= set(part.split("/"))
    return _ReadingTest(pos, frozenset(kinds), features, atom.startswith("="))


# --- reading predicates -------------------------------------------------------------------

_LEXEME = re.compile(r'"[^"]+"|<[^>]+>|\$\w+|=?[\w:/]+|[&|!()]')


class _Node(NamedTuple):
    """``&``, ``|`` or ``!`` (which has a left side only)."""

    operator: str
    left: _Tree
    right: _Tree


#: Either one of some atoms, or a node.
_Tree = tuple[str, ...] | _Node
_Literal = tuple[bool, tuple[str, ...]]


class _Parser:
    """Recursive descent over ``| & ! ( )`` and atoms."""

    def __init__(self, expression: str) -> None:
        self.expression = expression
        self.lexemes = _LEXEME.findall(expression)
        if "".join(self.lexemes) != expression:
            raise ValueError(f"cannot read the predicate {expression!r}")
        self.position = 0

    def parse(self) -> _Tree:
        tree = self._either()
        if self.position != len(self.lexemes):
            raise ValueError(f"cannot read the predicate {self.expression!r}")
        return tree

    def _next(self) -> str:
        return self.lexemes[self.position] if self.position < len(self.lexemes) else ""

    def _either(self) -> _Tree:
        tree = self._both()
        while self._next() == "|":
            self.position += 1
            right = self._both()
            if isinstance(tree, _Node) or isinstance(right, _Node):
                tree = _Node("|", tree, right)
            else:
                tree = tree + right  # still one of some atoms
        return tree

    def _both(self) -> _Tree:
        tree = self._single()
        while self._next() == "&":
            self.position += 1
            tree = _Node("&", tree, self._single())
        return tree

    def _single(self) -> _Tree:
        lexeme = self._next()
        self.position += 1
        if lexeme == "!":
            return _Node("!", self._single(), ())
        if lexeme == "(":
            tree = self._either()
            if self._next() != ")":
                raise ValueError(f"a parenthesis is open in the predicate {self.expression!r}")
            self.position += 1
            return tree
        return self._leaf(lexeme)

    def _leaf(self, lexeme: str) -> _Tree:
        if lexeme.startswith("$"):
            if lexeme[1:] not in SETS:
                raise ValueError(f"unknown set {lexeme!r} in the predicate {self.expression!r}")
            return _Parser(SETS[lexeme[1:]]).parse()
        if lexeme[:1] in ('"', "<"):
            close = '"' if lexeme[0] == '"' else ">"
            return tuple(f"{lexeme[0]}{word}{close}" for word in lexeme[1:-1].split("|"))
        _check_atom(lexeme, self.expression)
        return (lexeme,)


#: Shares of tokens of edited French that may have such a reading (a sample of 600,000 words from
#: novels, law, guides and manuals): only ratios matter.
_SHARES = {
    "nom": 0.34, "adj": 0.12, "ver": 0.21, "det": 0.19, "pro": 0.23, "prep": 0.18, "adv": 0.09,
    "conj": 0.06, "num": 0.03, "cap": 0.08, "prop": 0.03, "name": 0.04, "inc": 0.01, "voy": 0.3,
    "asp": 0.01, "comp": 0.1, "named": 0.01, "bare": 0.002, "hyph": 0.002, "mot": 0.85,
    "low": 0.75, "any": 1.0, "fin": 0.06, "sign": 0.15, "opaque": 0.01, "upper": 0.01,
    "ver:fin": 0.13, "ver:cond": 0.002, "ver:fut": 0.004, "ver:imp": 0.046, "ver:impf": 0.019,
    "ver:inf": 0.031, "ver:pp": 0.049, "ver:ppr": 0.01, "ver:pres": 0.09, "ver:ps": 0.019,
    "ver:subi": 0.001, "ver:subp": 0.05, "det:def": 0.12, "det:dem": 0.01, "det:ind": 0.044,
    "det:poss": 0.02, "pro:suj": 0.04, "pro:obj": 0.11, "pro:ref": 0.025, "pro:rel": 0.023,
}  # fmt: skip
_FEATURE_SHARES = {"m": 0.65, "f": 0.45, "s": 0.75, "p": 0.28, "1": 0.3, "2": 0.3, "3": 0.5}


def _reading_share(atom: str) -> float:
    """About how many tokens have such a reading."""
    body = atom.removeprefix("cap:").removeprefix("=")
    pos, *rest = body.split(":")
    kinds = [part for part in rest if not set(part) <= set("123mfsp")]
    share = _SHARES.get(pos, 0.05)
    if kinds:
        share = sum(_SHARES.get(f"{pos}:{kind}", share / 4) for kind in kinds[0].split("/"))
    for feature in "".join(part for part in rest if part not in kinds):
        share *= _FEATURE_SHARES[feature]
    return share * (0.1 if atom.startswith("cap:") else 1) * (0.5 if "=" in atom else 1)


_SIGN_SHARES = {'","': 0.06, '"."': 0.05, '"-"': 0.005}

_SHAPES = frozenset(
    "cap low upper name inc mot fin sign quote opaque any num num:s num:p num:o"
    " voy asp comp named bare hyph fused lig loose tight parted".split()
)


def _check_atom(atom: str, expression: str) -> None:
    base = atom.removeprefix("cap:")
    if base not in _SHAPES and not base.startswith("in:") and _reading_test(base) is None:
        raise ValueError(f"unknown atom {atom!r} in the predicate {expression!r}")


def _disjunctive(tree: _Tree, positive: bool = True) -> list[list[_Literal]]:
    """The tree as alternatives of conjunctions of (is positive, one of these atoms)."""
    if not isinstance(tree, _Node):
        return [[(positive, tree)]]
    if tree.operator == "!":
        return _disjunctive(tree.left, not positive)
    left, right = _disjunctive(tree.left, positive), _disjunctive(tree.right, positive)
    if (tree.operator == "|") == positive:
        return left + right
    return [a + b for a in left for b in right]
