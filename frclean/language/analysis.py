"""A text as a signature, and tokens on demand.

:class:`Analysis` is what rules look at. Making one costs one look-up per chunk of text; words,
readings and offsets are worked out only for the tokens that somebody asks about.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

from frclean.document import Span
from frclean.language.classes import Classes
from frclean.language.lexicon import Lexicon, Reading
from frclean.language.tagger import Tagging, tagger
from frclean.language.tokens import NUMBER, OPAQUE, SIGN, Piece, pieces

__all__ = ["Analyser", "Analysis", "Token"]

#: Chunks remembered; more than that and the memory is emptied (about 150 bytes each).
MAX_CHUNKS = 200_000
#: The same for chunks of which somebody has asked the tokens.
MAX_CUT = 50_000
#: A chunk longer than this is not worth remembering: it will not come again.
LONG_CHUNK = 60
#: A sentence longer than this is tagged in parts.
MAX_TAGGED = 150

#: So many unknown words near each other may be another language.
_LEAST_FOREIGN = 4

#: A capital behind one of these says nothing about the word.
_OPENERS = frozenset('.!?…¶«“"(:–—•;-*‘') | {"...", "..", "?!", "!?", "!!"}

_CLAUSE = {
    "opener": "$clause_opener",
    "subordinator": "$clause_subordinator",
    "elided_si": '"s\'"',
    "il": '"il|ils"',
    "y": '"y"',
    "pronoun": '"ce|l\'|le|la|les|leur"',
    "east": '"est|as|a"',
    "time": "$clause_time",
    "before_verb": "$clause_before_verb",
    "article": "$clause_article",
    "auxiliary": "$clause_auxiliary",
    "finite_only": "=ver:fin&low&!$clause_frozen",
    "adjective": "adj&!ver",
    "doubtful": '"a|est"',
    "order": "=ver:imp/pres:2p|=ver:imp/pres:1p",
    "maybe_finite": "(ver:fin|$clause_auxiliary)&low&!$clause_frozen",
    # Where a subject may begin or end; words with a capital are looked at more closely.
    "edge": (
        "sign|cap|\"que|qu'|si|quand|lorsque|lorsqu'|puisque|puisqu'|car|or|donc|mais|où|dont|comme"
        '|quoique|comment|pourquoi|qui"'
    ),
    "joint": 'cap|"et|ou|ni"',
    "closing": '",|)"',
    "clitic": "cap|\"ne|n'|me|m'|te|t'|se|s'|le|la|l'|les|lui|leur|nous|vous|y|en\"",
    "subject": "cap|\"je|j'|tu|il|elle|on|ils|elles|ce|c'|qui\"",
}


class Analyser:
    """Makes analyses; keeps what it has learnt about chunks. One per set of patterns."""

    def __init__(self, classes: Classes) -> None:
        self.classes = classes
        self.lexicon: Lexicon = classes.lexicon
        # Asked of every text; predicates come before the first class.
        self.is_end = classes.predicate("fin")
        self.is_unknown = classes.predicate("inc")
        self.is_low = classes.predicate("low")
        classes.predicate("$grammatical")  # so that these words are classes of their own
        #: What counting the clauses of a sentence asks of its words, by name.
        self.clause = {name: classes.predicate(text) for name, text in _CLAUSE.items()}
        #: The class of line breaks and of both ends.
        self.border = classes.of_sign("¶")
        self._pieces = _ChunkPieces(self)
        #: The tokens of a chunk, if they are remembered.
        self.remembered = self._pieces.get
        self._signatures = _ChunkSignatures(self)
        self._lowered = _Lowered(classes)
        openers = {classes.of_sign(sign) for sign in _OPENERS}
        signs = "".join(sorted(openers))
        # Openers come in rows (two line breaks, « . » and « »): only what follows the last counts.
        self._after_opener = re.compile(f"(?<=[{signs}])[^{signs}]")

    def analyse(self, text: str) -> Analysis:
        """The analysis of ``text``."""
        # A line break is a chunk of its own, whose class is the border's.
        chunks = text.replace("\n", " \n ").split(" ")
        raw = f"{self.border}{''.join(self.signatures(chunks))}{self.border}"
        return Analysis(text, self._after_opener.sub(self._lowered.of_match, raw), self)

    def signatures(self, chunks: list[str]) -> Iterator[str]:
        """The class characters of each chunk; those of short chunks are remembered."""
        return map(self._signatures.__getitem__, chunks)

    def pieces(self, chunk: str) -> tuple[Piece, ...]:
        """The tokens of one chunk; those of short chunks are remembered."""
        return self._pieces[chunk]

    def chunk_signature(self, chunk: str) -> str:
        """The class characters of one chunk; a line break is a border."""
        if chunk == "\n":
            return self.border
        return "".join(map(self._class_of, pieces(chunk, self.lexicon)))

    def _class_of(self, piece: Piece) -> str:
        if piece.kind == SIGN:
            # A pilcrow in the text must not look like the border of a line.
            return self.classes.of_sign("§" if piece.form == "¶" else piece.form)
        if piece.kind == NUMBER:
            return self.classes.of_number(piece.form)
        if piece.kind == OPAQUE:
            return self.classes.of_opaque(piece.form)
        return self.classes.of_word(piece.form)


class _ChunkSignatures(dict[str, str]):
    """Chunk -> its signature, made when first asked for."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser

    def __missing__(self, chunk: str) -> str:
        signature = self._analyser.chunk_signature(chunk)
        if len(chunk) <= LONG_CHUNK:
            if len(self) >= MAX_CHUNKS:
                self.clear()
            self[chunk] = signature
        return signature


class _ChunkPieces(dict[str, tuple[Piece, ...]]):
    """Chunk -> its tokens, made when first asked for."""

    def __init__(self, analyser: Analyser) -> None:
        self._lexicon = analyser.lexicon

    def __missing__(self, chunk: str) -> tuple[Piece, ...]:
        found = tuple(pieces(chunk, self._lexicon))
        if len(chunk) <= LONG_CHUNK:
            if len(self) >= MAX_CUT:
                self.clear()
            self[chunk] = found
        return found


class _Lowered(dict[str, str]):
    """Class of a word -> class of the same word without the capital that begins a sentence."""

    def __init__(self, classes: Classes) -> None:
        self._classes = classes

    def __missing__(self, char: str) -> str:
        lowered = self[char] = self._classes.lowered(char)
        return lowered

    def of_match(self, match: re.Match[str]) -> str:
        return self[match[0]]


@dataclass(slots=True, eq=False)  # made by the thousand: freezing would double the price
class Token:
    """One token of an analysis: where it stands, what it says, what it may be."""

    analysis: Analysis
    index: int
    start: int
    end: int
    kind: str
    form: str
    """As written, with ASCII apostrophes."""
    lower: str
    """In lower case, with ASCII apostrophes: the key of the lexicon."""

    @property
    def text(self) -> str:
        """As it is written."""
        return self.analysis.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.start, self.end)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What the lexicon knows of it."""
        return self.analysis.analyser.lexicon.readings(self.lower)

    def has(self, pos: str, tense: str = "", features: str = "") -> bool:
        """True if it has such a reading: ``token.has("nom", features="fs")``."""
        return _has(self.analysis.analyser.lexicon, self.lower, pos, tense, features)

    @property
    def best(self) -> Reading | None:
        """The most probable of its readings in this sentence (see :meth:`Analysis.best`)."""
        return self.analysis.best(self.index)

    def lemmas(self, pos: str | None = None) -> tuple[str, ...]:
        """The lemmas it may belong to."""
        return self.analysis.analyser.lexicon.lemmas(self.lower, pos)

    def inflect(
        self,
        pos: str,
        *,
        tense: str = "",
        gender: str = "",
        number: str = "",
        person: str = "",
    ) -> tuple[str, ...]:
        """Other forms of its lemmas: the most frequent first."""
        words = self.analysis.analyser.lexicon
        forms = [
            form
            for lemma in self.lemmas(pos)
            for form in words.inflect(
                lemma, pos, tense=tense, gender=gender, number=number, person=person
            )
        ]
        return tuple(dict.fromkeys(forms))

    def __format__(self, features: str) -> str:
        """``{token}`` is its form; ``{token:adj:fp}`` the form of its lemma with these features.

        Raises:
            ValueError: if its lemma has no such form.

        """
        if not features:
            return self.lower
        pos, *rest = features.split(":")
        tense = "".join(part for part in rest if not set(part) <= set("123mfsp"))
        marks = "".join(part for part in rest if set(part) <= set("123mfsp"))
        pick = {mark: mark for mark in marks}
        forms = self.inflect(
            pos,
            tense=tense,
            gender=pick.get("m", pick.get("f", "")),
            number=pick.get("s", pick.get("p", "")),
            person=next((mark for mark in "123" if mark in pick), ""),
        )
        if not forms:
            raise ValueError(f"no {features} of {self.lower}")
        return forms[0]


@lru_cache(1 << 14)
def _has(lexicon: Lexicon, lower: str, pos: str, tense: str, features: str) -> bool:
    """True if a word has such a reading: what :meth:`Token.has` says of its form."""
    return any(
        r.pos == pos
        and (not tense or r.tense in tense.split("/"))
        and all(
            {"m": r.gender, "f": r.gender, "s": r.number, "p": r.number}.get(x, r.person)
            in ((x,) if x in "123" else ("", x))
            for x in features
        )
        for r in lexicon.readings(lower)
    )


class _Line(NamedTuple):
    """A line cut at its spaces: the chunks; before each how many tokens, and how many letters."""

    start: int
    chunks: list[str]
    tokens: list[int]
    letters: list[int]

    def offset(self, place: int) -> int:
        """Where a chunk begins in the text."""
        return self.start + self.letters[place] + place

    def place_at(self, offset: int) -> int:
        """The chunk that holds an offset of the text; the last one beyond the end."""
        inside = offset - self.start
        low, high = 0, len(self.chunks) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.letters[middle] + middle <= inside:
                low = middle
            else:
                high = middle - 1
        return low


_NO_LINE = _Line(0, [], [], [])


class Analysis:
    """A text and its signature; tokens, lines and sentences on demand."""

    def __init__(self, text: str, signature: str, analyser: Analyser) -> None:
        self.text = text
        self.signature = signature
        self.analyser = analyser
        self.words: frozenset[str] = frozenset()
        #: Where neighbours stand that hardly ever meet, if somebody has walked over the pairs.
        self.odd_pairs: Sequence[int] | None = None
        self._lines: dict[int, _Line] = {}
        self._tokens: dict[int, Token] = {}
        self._long: dict[str, tuple[Piece, ...]] = {}
        self._last = (0, 0, _NO_LINE)
        self._taggings: dict[int, Tagging] = {}
        self._spared: list[range] = []

    def __len__(self) -> int:
        return len(self.signature)

    @cached_property
    def _borders(self) -> list[int]:
        """The indexes of the line borders in the signature."""
        lines = self.signature[1:-1].split(self.analyser.border)
        return list(accumulate((len(line) + 1 for line in lines), initial=0))

    @cached_property
    def _lines_text(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def _line_starts(self) -> list[int]:
        """The offsets in the text at which lines begin; and where one more would begin."""
        return list(accumulate((len(line) + 1 for line in self._lines_text), initial=0))

    def token(self, index: int) -> Token:
        """Token number ``index`` of the signature; line borders are empty tokens."""
        token = self._tokens.get(index)
        if token is None:
            token = self._tokens[index] = self._make_token(index)
        return token

    def forget(self) -> None:
        """Let go of the tokens, which refer back to the analysis: no work for the collector."""
        self._tokens.clear()

    def tokens(self, start: int, end: int) -> list[Token]:
        """Tokens ``start`` to ``end`` (not included)."""
        return [self.token(index) for index in range(max(0, start), min(end, len(self)))]

    def index_at(self, offset: int) -> int:
        """The index of the token that holds, or follows, an offset of the text."""
        number = min(bisect_right(self._line_starts, offset) - 1, len(self._line_starts) - 2)
        line = self._line(number)
        place = line.place_at(offset)
        inside = offset - line.offset(place)
        ends = [piece.end for piece in self._pieces(line.chunks[place])]
        return self._borders[number] + 1 + line.tokens[place] + bisect_right(ends, inside)

    def line_span(self, index: int) -> Span:
        """Where the line of a token stands in the text."""
        line = bisect_right(self._borders, index) - 1
        line = min(line, len(self._line_starts) - 2)
        return Span(self._line_starts[line], self._line_starts[line + 1] - 1)

    def _line(self, number: int) -> _Line:
        line = self._lines.get(number)
        if line is None:
            chunks = self._lines_text[number].split(" ")
            line = self._lines[number] = _Line(
                self._line_starts[number],
                chunks,
                list(accumulate(map(len, self.analyser.signatures(chunks)), initial=0)),
                list(accumulate(map(len, chunks), initial=0)),
            )
        return line

    def _pieces(self, chunk: str) -> tuple[Piece, ...]:
        """The tokens of a chunk; those of a long one are remembered as long as its text."""
        if len(chunk) <= LONG_CHUNK:
            return self.analyser.pieces(chunk)
        if chunk not in self._long:
            self._long[chunk] = self.analyser.pieces(chunk)
        return self._long[chunk]

    def _make_token(self, index: int) -> Token:
        first, end, line = self._last
        if not first <= index < end:
            first, end, line = self._last = self._line_at(index)
        if index == first:
            at = max(0, line.start - 1)
            return Token(self, index, at, at, SIGN, "¶", "¶")
        inside = index - first - 1
        place = bisect_right(line.tokens, inside) - 1
        chunk = line.chunks[place]
        pieces = self.analyser.remembered(chunk) or self._pieces(chunk)
        start, end, kind, form = pieces[inside - line.tokens[place]]
        at = line.start + line.letters[place] + place
        return Token(self, index, at + start, at + end, kind, form, form.lower())

    def _line_at(self, index: int) -> tuple[int, int, _Line]:
        """The index of the border before a token, of that behind it, and the line between."""
        borders = self._borders
        number = min(bisect_right(borders, index), len(borders) - 1) - 1
        if index == borders[-1]:  # the border at the end of the text is a line of its own
            empty = _Line(self._line_starts[-1], [], [0], [0])
            return index, index + 1, empty
        return borders[number], borders[number + 1], self._line(number)

    def forms(self, start: int, end: int) -> list[tuple[str, str]]:
        """Form and kind of tokens ``start`` to ``end`` (not included): cheaper than the tokens."""
        found: list[tuple[str, str]] = []
        number = bisect_right(self._borders, start) - 1
        first, at = start, self._borders[number]
        while first < end:
            if first == at:
                found.append(("¶", SIGN))
                first += 1
            following = self._borders[number + 1] if number + 1 < len(self._borders) else len(self)
            if first < min(end, following):
                inside = self._line_forms(number, first - at - 1, end - at - 1)
                found += inside
                first += len(inside)
            number, at = number + 1, following
        return found

    def _line_forms(self, number: int, start: int, end: int) -> list[tuple[str, str]]:
        """Form and kind of tokens ``start`` to ``end`` of a line."""
        line = self._line(number)
        place = bisect_right(line.tokens, start) - 1
        skipped = start - line.tokens[place]
        stop = bisect_left(line.tokens, end, place)
        found = [
            (form, kind)
            for chunk in line.chunks[place:stop]
            for _, _, kind, form in self._pieces(chunk)
        ]
        return found[skipped : skipped + end - start]

    def sentence(self, index: int) -> range:
        """The indexes of the sentence that holds token ``index``, without its end sign."""
        ends = self._sentence_ends
        return range(_last_before(ends, index) + 1, _first_from(ends, index))

    # --- readings in context: worked out for a sentence when one of its words is asked for ---

    def best(self, index: int) -> Reading | None:
        """The most probable reading of a token in its sentence; None for signs and addresses.

        Gender and number are empty where neither the form nor its neighbours tell. « du », « au »
        are prepositions unless partitive. An unknown word gets a guess: a part of speech only.
        """
        start, tagging = self._tagging(index)
        return tagging.best(index - start)

    def confidence(self, index: int) -> float:
        """How sure the part of speech (and tense, kind) of :meth:`best` is, from 0 to 1."""
        start, tagging = self._tagging(index)
        return tagging.confidence(index - start)

    def chance(self, index: int, pos: str) -> float:
        """How probable it is that a token is a "nom", a "ver", a "ver:pp", a "det:def" here."""
        start, tagging = self._tagging(index)
        return tagging.chance(index - start, pos)

    def _tagging(self, index: int) -> tuple[int, Tagging]:
        """The tagged sentence that holds a token and where it begins."""
        found = self.sentence(index)
        # Lists without full stops are tagged in blocks.
        block = (index - found.start) // MAX_TAGGED
        start = found.start + block * MAX_TAGGED
        tagging = self._taggings.get(start)
        if tagging is None:
            # With its end sign: a question is not built like a statement.
            end = min(found.stop + 1, start + MAX_TAGGED, len(self))
            tokens = self.forms(start, end)
            tagging = self._taggings[start] = tagger(self.analyser.lexicon).tag(tokens)
        return start, tagging

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return self.indexes(self.analyser.is_end)

    def _chars_that(self, predicate: int) -> frozenset[str]:
        """The class characters of this text for which a predicate holds."""
        holds = self.analyser.classes.holds
        return frozenset(char for char in set(self.signature) if holds(char, predicate))

    def is_foreign(self, index: int) -> bool:
        """True if the words around a token are mostly in no French lexicon.

        Twelve words to each side: a typing error or two among 24 words is French, a third of
        them unknown is another language, a list of identifiers, or noise.
        """
        if not self.may_be_foreign:
            return False
        places = self._unknown_places
        start, end = max(0, index - 12), min(index + 13, len(self))
        unknown = bisect_left(places, end) - bisect_left(places, start)
        if unknown < _LEAST_FOREIGN:
            return False
        if unknown * 3 <= self._low_before[end] - self._low_before[start]:
            return False
        return not any(index in spared for spared in self._spared)

    @cached_property
    def may_be_foreign(self) -> bool:
        """False if too few words are unknown for any passage to be in another language."""
        return len(self._unknown_places) >= _LEAST_FOREIGN

    def spare(self, indexes: range) -> None:
        """Say of a line that looks foreign that it is French: it has only lost its accents."""
        self._spared.append(indexes)

    @cached_property
    def _unknown_places(self) -> list[int]:
        """The tokens that are in no lexicon."""
        return self.indexes(self.analyser.is_unknown)

    @cached_property
    def _low_before(self) -> list[int]:
        """Before each token, how many are lower-case words."""
        low = self._chars_that(self.analyser.is_low)
        return list(accumulate(map(low.__contains__, self.signature), initial=0))

    def indexes(self, predicate: int) -> list[int]:
        """The tokens for which the predicate with that number holds, in order."""
        return self.analyser.classes.indexes(self.signature, predicate)

    def holds(self, index: int, predicate: int) -> bool:
        """True if the predicate with that number holds for token ``index``."""
        return 0 <= index < len(self.signature) and self.analyser.classes.holds(
            self.signature[index], predicate
        )


def _last_before(ends: Sequence[int], index: int) -> int:
    return ends[bisect_right(ends, index - 1) - 1] if ends and ends[0] < index else -1


def _first_from(ends: Sequence[int], index: int) -> int:
    at = bisect_right(ends, index - 1)
    return ends[at] if at < len(ends) else index + 1
