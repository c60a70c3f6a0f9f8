"""What rule authors write, taken apart: patterns into elements, predicates into terms.

The notation itself is described where it gets its meaning: patterns in
:mod:`frclean.language.patterns`, predicates in :mod:`frclean.language.classes`.

Rules write three thousand patterns, and to take them apart takes longer than to check a small
file. What they come to depends on nothing but their text and on how frequent words are, so it is
worked out when a wheel is built (``frclean.rules._prepared``) and travels beside the lexicon.
A pattern that is not there, being new, is taken apart when it is first asked for.
"""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import prod
from typing import NamedTuple

from frclean.language.sets import SETS
from frclean.later import later

__all__ = ["Element", "Literal", "Notation", "ReadingTest", "Term", "reading_test"]

#: What one token must be: a predicate, how often at least and at most, its name, whether marked.
Element = tuple[str, int, int, str, bool]
#: One of these atoms holds; or, if it is not positive, none of them.
Literal = tuple[bool, tuple[str, ...]]
#: A conjunction of demands; the first is positive, if any is, and the rarest of those to hold.
Term = tuple[Literal, ...]


class Notation:
    """Patterns and predicates, each taken apart once."""

    def __init__(
        self,
        frequency: Callable[[str], int],
        patterns: dict[str, tuple[Element, ...]] | None = None,
        predicates: dict[str, tuple[Term, ...]] | None = None,
    ) -> None:
        """Begin with what is known already.

        ``frequency`` says how common a word is, as :meth:`Lexicon.frequency` does.
        """
        self._frequency = frequency
        #: What was taken apart so far, by its text.
        self.patterns = patterns or {}
        self.predicates = predicates or {}
        self._shares: dict[str, float] = {}

    def pattern(self, text: str) -> tuple[Element, ...]:
        """The elements of a pattern; raises ValueError if it cannot be read."""
        elements = self.patterns.get(text)
        if elements is None:
            elements = self.patterns[text] = tuple(_elements(text))
        return elements

    def predicate(self, expression: str) -> tuple[Term, ...]:
        """The terms of a predicate, of which one must hold.

        Raises:
            ValueError: if the predicate cannot be read.

        """
        terms = self.predicates.get(expression)
        if terms is None:
            tree = _Parser(expression).parse()
            terms = self.predicates[expression] = tuple(map(self._term, _disjunctive(tree)))
        return terms

    def _term(self, literals: list[Literal]) -> Term:
        """The same demands, the rarest of the positive ones first."""
        positive = [literal for literal in literals if literal[0]]
        if not positive:
            return tuple(literals)
        rarest = min(positive, key=self._common)
        return (rarest, *(literal for literal in literals if literal is not rarest))

    def share(self, expression: str) -> float:
        """About how many tokens of French fit a predicate, from 0 to 1 (to file patterns)."""
        share = self._shares.get(expression)
        if share is None:
            total = sum(map(self._share, self.predicate(expression)))
            share = self._shares[expression] = min(1.0, total or 0.001)
        return share

    def _share(self, term: Term) -> float:
        kept = prod(max(0.3, 1 - self._common(x)) for x in term if not x[0])
        return kept * (min(1.0, self._common(term[0])) if term[0][0] else 1.0)

    def _common(self, literal: Literal) -> float:
        return sum(map(self._atom_share, literal[1]))

    def _atom_share(self, atom: str) -> float:
        if atom.startswith('"'):
            word = atom[1:-1].lower()
            # The lexicon's byte is 28 times the logarithm of occurrences in 10⁹ words; elided
            # words are not counted there.
            if frequency := self._frequency(word):
                return float(10 ** (frequency / 28 - 9))
            return 0.01 if word.endswith("'") else _SIGN_SHARES.get(atom, 1e-4)
        if atom.startswith("<"):
            return {"<être>": 0.02, "<avoir>": 0.02}.get(atom, 0.002)
        return _reading_share(atom)


# --- patterns -----------------------------------------------------------------------------

_ELEMENT = later(
    r"""(?P<open>\{)? (?P<predicate>(?:"[^"]+"|<[^>]+>|[^\s?*+@{}"<>])+)
        (?P<repeat>\?|\*\d+|\+\d+)? (?P<close>\})? (?P<repeat2>\?|\*\d+|\+\d+)?
        (?:@(?P<name>\w+))? (?P<close2>\})?""",
    re.VERBOSE,
)
#: The elements of a pattern; a word in quotes may hold spaces.
_WORDS = later(r'(?:"[^"]*"|<[^>]*>|\S)+')

#: What a sentence begins behind.
_START = 'fin|quote|"«"|"“"|"("|":"|";"|"–"|"—"|"•"'


class _Written(NamedTuple):
    """An element as it is written, taken apart."""

    predicate: str
    least: int
    most: int
    name: str
    opens: bool
    closes: bool


def _elements(text: str) -> Iterator[Element]:
    body = text.strip()
    if body.startswith("^"):
        yield _START, 1, 1, "", False
    written = list(_all_written(body.removeprefix("^"), text))
    # Without braces all is marked.
    inside = not any(element.opens for element in written)
    for element in written:
        inside = inside or element.opens
        yield _element(element, inside)
        inside = inside and not element.closes


@functools.cache  # rules share most of their elements: in memory, and in the file
def _element(written: _Written, marked: bool) -> Element:
    return written.predicate, written.least, written.most, written.name, marked


def _all_written(body: str, text: str) -> Iterator[_Written]:
    for word in _WORDS.findall(body):
        written = _written(word)
        if written is None:
            raise ValueError(f"cannot read the pattern {text!r} at {word!r}")
        yield written


@functools.cache
def _written(word: str) -> _Written | None:
    match = _ELEMENT.fullmatch(word)
    if match is None:
        return None
    least, most = _repeats(match["repeat"] or match["repeat2"])
    closes = bool(match["close"] or match["close2"])
    predicate = sys.intern(match["predicate"])
    return _Written(predicate, least, most, match["name"] or "", bool(match["open"]), closes)


def _repeats(mark: str | None) -> tuple[int, int]:
    if mark is None:
        return 1, 1
    if mark == "?":
        return 0, 1
    return (0 if mark[0] == "*" else 1), int(mark[1:])


# --- what is asked of readings ------------------------------------------------------------

_FINITE = frozenset({"pres", "impf", "ps", "fut", "cond", "subp", "subi", "imp"})


@dataclass(frozen=True, slots=True)
class ReadingTest:
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
def reading_test(atom: str) -> ReadingTest | None:
    """What an atom asks of readings; None if it asks for something else."""
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
    return ReadingTest(pos, frozenset(kinds), features, atom.startswith("="))


# --- predicates -------------------------------------------------------------------

_LEXEME = later(r'"[^"]+"|<[^>]+>|\$\w+|=?[\w:/]+|[&|!()]')


class _Node(NamedTuple):
    """``&``, ``|`` or ``!`` (which has a left side only)."""

    operator: str
    left: _Tree
    right: _Tree


#: Either one of some atoms, or a node.
_Tree = tuple[str, ...] | _Node


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
            words = lexeme[1:-1].split("|")
            return tuple(sys.intern(f"{lexeme[0]}{word}{close}") for word in words)
        _check_atom(lexeme, self.expression)
        return (sys.intern(lexeme),)


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
    if base not in _SHAPES and not base.startswith("in:") and reading_test(base) is None:
        raise ValueError(f"unknown atom {atom!r} in the predicate {expression!r}")


def _disjunctive(tree: _Tree, positive: bool = True) -> list[list[Literal]]:
    """The tree as alternatives of conjunctions of (is positive, one of these atoms)."""
    if not isinstance(tree, _Node):
        return [[(positive, tree)]]
    if tree.operator == "!":
        return _disjunctive(tree.left, not positive)
    left, right = _disjunctive(tree.left, positive), _disjunctive(tree.right, positive)
    if (tree.operator == "|") == positive:
        return left + right
    return [a + b for a in left for b in right]
