"""What frclean knows about French words: form → readings, and (lemma, features) → form.

>>> words = lexicon()
>>> [reading.tag for reading in words.readings("attentas")]
['ver:ps:2s']
>>> words.inflect("terroriste", "adj", number="s"), words.inflect("cheval", "nom", number="p")
(('terroriste',), ('chevaux',))

Sources, compiled at build time by ``build_lexicon.py``: DELA (B. Courtois, 1990, LADL / Institut
Gaspard-Monge; LGPL-LR) for forms and readings, wordfreq (R. Speer, 2022; CC BY-SA 4.0) for
frequencies, and tables written for frclean: closed classes, words since 2006, names of the press.

How it is stored. A marisa trie numbers the forms; an array gives each the number of its *set of
analyses*, where an analysis is a tag and how to make the lemma from the form (strip so many
letters, append a suffix). There are 8,000 such sets for 650,000 forms, kept as text and parsed
when a form first needs one. The set of a lemma also names its paradigms, lists of (tag, how to
make the form from the lemma). Frequencies are bytes, in a file apart because of their licence.

Forms are lower case with a straight apostrophe and œ; names keep their capitals ("Paris" is a
name, "paris" the plural of pari).
"""

from __future__ import annotations

import functools
import os
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import marisa_trie

__all__ = ["Lexicon", "LexiconError", "Reading", "lexicon", "parse_tag"]

_DATA = Path(__file__).resolve().parent.parent / "data"
_MEMO = 1 << 13  # forms whose readings are kept: about 6 MB
_TENSED = frozenset(("ver", "det", "pro", "conj"))  # parts of speech whose tag has a second field
_UNMARKED = frozenset(("pro", "det", "num"))  # where an absent feature means "any"


class LexiconError(RuntimeError):
    """The data files are missing or unreadable."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a form. Empty strings stand for features that it does not have.

    ``tense`` is the tense of a verb (inf, pres, impf, ps, fut, cond, subp, subi, imp, pp, ppr), the
    kind of a determiner (def, ind, dem, poss, int, neg, num, part), of a pronoun (suj, obj, ref,
    ton, dem, rel, int, ind, poss, adv) or of a conjunction (coord, sub).
    """

    pos: str
    tense: str
    gender: str
    number: str
    person: str
    lemma: str

    @property
    def aux(self) -> bool:
        """True for the forms of être and avoir."""
        return self.pos == "ver" and self.lemma in ("être", "avoir")

    @property
    def tag(self) -> str:
        """The reading without its lemma: ``ver:pres:3s``, ``nom:ms``, ``det:def:fp``, ``adv``."""
        features = self.person + self.gender + self.number
        return ":".join(part for part in (self.pos, self.tense, features) if part)


@functools.cache
def parse_tag(tag: str) -> tuple[str, str, str, str, str]:
    """Part of speech, tense, gender, number, person.

    >>> parse_tag("ver:pres:3s"), parse_tag("nom:fp"), parse_tag("ver:inf")
    (('ver', 'pres', '', 's', '3'), ('nom', '', 'f', 'p', ''), ('ver', 'inf', '', '', ''))
    """
    pos, *rest = tag.split(":")
    tense = rest.pop(0) if rest and pos in _TENSED else ""
    features = rest[0] if rest else ""
    return pos, tense, _one_of("mf", features), _one_of("sp", features), _one_of("123", features)


def _one_of(letters: str, features: str) -> str:
    return next((feature for feature in features if feature in letters), "")


def _read(name: str, directory: Path) -> bytes:
    try:
        return (directory / name).read_bytes()
    except OSError:
        raise LexiconError(
            f"frclean's lexicon is missing ({name}). It is compiled when the package is built: "
            "install frclean with pip (in a checkout: pip install -e .)"
        ) from None


def _numbers(name: str, directory: Path) -> Sequence[int]:
    content = _read(name, directory)
    if sys.byteorder == "little":
        return memoryview(content).cast("H")
    numbers = array("H", content)
    numbers.byteswap()
    return numbers


def _trie(name: str, directory: Path) -> marisa_trie.Trie:
    path = directory / name
    if os.name == "posix" and path.is_file():
        # Read as it is asked for, and shared by processes. (Elsewhere not all paths can be named.)
        return marisa_trie.Trie().mmap(str(path))
    return marisa_trie.Trie().frombytes(_read(name, directory))


def _get(trie: marisa_trie.Trie, form: str) -> int | None:
    """The number of a form; a lone surrogate, which UTF-8 cannot hold, is no form and no error."""
    try:
        return cast("int | None", trie.get(form))
    except UnicodeEncodeError:
        return None


def _apply(word: str, strip: int, suffix: str) -> str:
    """Strip so many letters of ``word`` and append ``suffix``."""
    return word[: len(word) - strip] + suffix


class _Rows:
    """The lines of a table by number, decoded when asked for: few are."""

    def __init__(self, table: bytes) -> None:
        self._rows = table.split(b"\n")

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, number: int) -> str:
        return self._rows[number].decode()


class _TagSets(Sequence[tuple[str, ...]]):
    """Sets of tags by number, parsed when asked for."""

    def __init__(self, rows: _Rows, tags: list[str]) -> None:
        self._rows, self._tags = rows, tags

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, number):  # type: ignore[no-untyped-def]  # int or slice
        if isinstance(number, slice):
            return [self[i] for i in range(*number.indices(len(self)))]
        return tuple(self._tags[int(tag)] for tag in self._rows[number].split())


class Lexicon:
    """The words of French. Use :func:`lexicon`, which loads one per process.

    >>> words = lexicon()
    >>> "maîtresse" in words, "maitresse" in words, "acceuil" in words
    (True, True, False)
    """

    def __init__(self, directory: Path = _DATA) -> None:
        self.digest = _read("digest", directory).decode()
        self._forms = _trie("forms.marisa", directory)
        self._number = functools.partial(_get, self._forms)
        self._sets = _numbers("forms.sets", directory)
        self._classes = _numbers("forms.classes", directory)
        self._frequency = _read("frequency.bin", directory)
        self._elsewhere = _trie("elsewhere.marisa", directory)
        self._elsewhere_frequency = _read("elsewhere.bin", directory)
        tags, *tables = _read("tables.txt", directory).split(b"\n\n")
        self._tags = tags.decode().split("\n")
        tag_sets, self._analyses, self._paradigms = map(_Rows, tables)
        self.tag_sets: Sequence[tuple[str, ...]] = _TagSets(tag_sets, self._tags)
        self.readings = functools.lru_cache(_MEMO)(self.readings)  # type: ignore[method-assign]
        self._parsed = functools.lru_cache(_MEMO)(self._parsed)  # type: ignore[method-assign]

    def __contains__(self, form: str) -> bool:
        """True if ``form`` has a reading."""
        try:
            return form in self._forms
        except UnicodeEncodeError:
            return False

    def __len__(self) -> int:
        return len(self._forms)

    # -- form -> what it can be --

    def readings(self, form: str) -> tuple[Reading, ...]:
        """All readings of ``form``; none if it is unknown.

        >>> [(reading.tag, reading.lemma) for reading in lexicon().readings("été")]
        [('nom:ms', 'été'), ('ver:pp:ms', 'être')]
        """
        number = self._number(form)
        if number is None:
            return ()
        return tuple(
            [
                Reading(*tag, _apply(form, strip, suffix))
                for tag, strip, suffix in self._parsed(self._sets[number])
            ]
        )

    def _parsed(self, number: int) -> list[tuple[tuple[str, str, str, str, str], int, str]]:
        """The readings of words that inflect alike: tag, and how the lemma is made of a form."""
        analyses = self._analyses[number].partition("|")[0]
        return [
            (parse_tag(self._tags[tag]), strip, suffix)
            for tag, strip, suffix in _operations(analyses)
        ]

    def outline(self, form: str) -> tuple[int, list[str]]:
        """``tag_set`` and the lemmas of all readings, without those; -1 and none if it is unknown.

        >>> lexicon().outline("suis")[1], lexicon().outline("zzyzx")
        (['suivre', 'suivre', 'être', 'suivre'], (-1, []))
        """
        number = self._number(form)
        if number is None:
            return -1, []
        row = self._sets[number]
        lemmas = [_apply(form, strip, suffix) for _, strip, suffix in self._parsed(row)]
        return self._classes[row], lemmas

    def tag_set(self, form: str) -> int:
        """The number of the set of tags of ``form`` (see ``tag_sets``), -1 if it is unknown."""
        return self.outline(form)[0]

    def lemmas(self, form: str, pos: str | None = None) -> tuple[str, ...]:
        """The lemmas ``form`` may belong to, each once.

        >>> lexicon().lemmas("suis"), lexicon().lemmas("portes", "nom")
        (('suivre', 'être'), ('porte',))
        """
        found = (r.lemma for r in self.readings(form) if pos is None or r.pos == pos)
        return tuple(dict.fromkeys(found))

    def is_proper(self, form: str) -> bool:
        """True for a known name, given with its capitals.

        >>> lexicon().is_proper("Paris"), lexicon().is_proper("paris")
        (True, False)
        """
        return any(reading.pos == "prop" for reading in self.readings(form))

    def is_ligature_lost(self, form: str) -> bool:
        """True if ``form`` is written "oe" where French writes œ.

        >>> [lexicon().is_ligature_lost(form) for form in ("coeur", "moelle", "cœur")]
        [True, False, False]
        """
        return "oe" in form and form in self and form.replace("oe", "œ") in self

    # -- how common --

    def frequency(self, form: str) -> int:
        """How common ``form`` is: 28 times its Zipf value, 0 = not seen in wordfreq's corpora.

        Zipf is log10 of the occurrences in 10⁹ words, so 28 steps are a factor of ten: 203 for
        "de", 150 for a common noun, 28 for one word in 10⁸. Compounds ("rendez-vous") are not
        counted by wordfreq: they get a tenth of their rarest part.

        >>> lexicon().frequency("attentats") > lexicon().frequency("attentas") > 0
        True
        """
        number = self._number(form)
        return 0 if number is None else self._frequency[number]

    def seen_elsewhere(self, form: str) -> int:
        """The same for frequent words that are NOT in the lexicon: names, loans, English.

        A hint that a word is not a typing error, never a reason to accept a correction.
        """
        number = _get(self._elsewhere, form)
        return 0 if number is None else self._elsewhere_frequency[number]

    # -- lemma -> forms --

    def forms(self, lemma: str, pos: str) -> tuple[tuple[str, Reading], ...]:
        """The whole paradigm of ``lemma`` as ``pos``: each form with each of its readings.

        A spelling that heads no paradigm (maitre, coeur) leads to the one that does.
        """
        found = tuple(self._paradigm(lemma, pos))
        if found:
            return found
        return tuple(
            pair
            for head in self.lemmas(lemma, pos)
            if head != lemma
            for pair in self._paradigm(head, pos)
        )

    def _paradigm(self, lemma: str, pos: str) -> Iterator[tuple[str, Reading]]:
        number = self._number(lemma)
        if number is None:
            return
        heads = self._analyses[self._sets[number]].partition("|")[2]
        for head in heads.split():
            row = self._paradigms[int(head)]
            if self._tags[int(row.partition(":")[0])].split(":", 1)[0] != pos:
                continue
            for tag, strip, suffix in _operations(row):
                yield _apply(lemma, strip, suffix), Reading(*parse_tag(self._tags[tag]), lemma)
            return
        yield from ((lemma, r) for r in self.readings(lemma) if r.pos == pos and r.lemma == lemma)

    def inflect(
        self,
        lemma: str,
        pos: str,
        *,
        tense: str = "",
        gender: str = "",
        number: str = "",
        person: str = "",
    ) -> tuple[str, ...]:
        """The forms of ``lemma`` that have such a reading, the most frequent first.

        >>> lexicon().inflect("australien", "adj", gender="f", number="s")
        ('australienne',)
        >>> lexicon().inflect("aller", "ver", tense="fut", person="1", number="p")
        ('irons',)
        """
        wanted = (tense, gender, number, person)
        found = {form for form, reading in self.forms(lemma, pos) if _fits(reading, wanted)}
        return tuple(sorted(found, key=lambda form: (-self.frequency(form), form)))

    def known(self, forms: Iterable[str]) -> list[str]:
        """Those of ``forms`` that are words; for many of them at a time.

        >>> lexicon().known(["accueil", "acceuil"])
        ['accueil']
        """
        forms = list(forms)
        try:
            return list(filter(self._forms.__contains__, forms))
        except UnicodeEncodeError:  # one holds what is no form
            return list(filter(self.__contains__, forms))

    def keys(self, prefix: str) -> list[str]:
        """All forms that start with ``prefix``."""
        found: list[str] = self._forms.keys(prefix)
        return found

    def prefixes(self, form: str) -> list[str]:
        """All forms that ``form`` starts with, itself among them: the shortest first.

        >>> lexicon().prefixes("dune")
        ['d', 'du', 'dune']
        """
        try:
            found: list[str] = self._forms.prefixes(form)
        except UnicodeEncodeError:
            return []
        return found

    def begins(self, prefix: str) -> bool:
        """True if some form starts with ``prefix``."""
        return next(self._forms.iterkeys(prefix), None) is not None


def _operations(row: str) -> Iterator[tuple[int, int, str]]:
    """The (tag, strip, suffix) of a row such as ``3:0: 12:2:er``."""
    for item in row.split(" "):
        tag, strip, suffix = item.split(":")
        yield int(tag), int(strip), suffix


def _fits(reading: Reading, wanted: tuple[str, str, str, str]) -> bool:
    """True if ``reading`` has the features asked for; a pronoun may leave some unsaid."""
    have = (reading.tense, reading.gender, reading.number, reading.person)
    free = reading.pos in _UNMARKED
    return all(not w or h == w or (free and not h) for h, w in zip(have, wanted, strict=True))


@functools.cache
def lexicon() -> Lexicon:
    """The lexicon, loaded once per process (about 4 ms)."""
    return Lexicon()
