"""A text as a signature, and tokens on demand.

:class:`Analysis` is what rules look at. Making one costs one look-up per chunk of text; words,
readings and offsets are worked out only for the tokens that somebody asks about.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, repeat
from itertools import count as numbers
from operator import add

from frclean.document import Document, Edit, Span
from frclean.language.classes import Classes
from frclean.language.lexicon import Lexicon, Reading
from frclean.language.tagger import Tagging, tagger
from frclean.language.tokens import NUMBER, OPAQUE, SIGN, Piece, pieces

__all__ = ["Analyser", "Analysis", "Token"]

#: Chunks remembered; more than that and the memory is emptied (about 150 bytes each).
MAX_CHUNKS = 200_000
#: The same for chunks of which somebody has asked the tokens.
MAX_CUT = 50_000
#: A text of so many characters is remembered while it is analysed again.
MAX_KEPT = 2_000_000
#: A chunk longer than this is not worth remembering: it will not come again.
LONG_CHUNK = 60
#: A sentence longer than this is tagged in parts.
MAX_TAGGED = 150

#: So many unknown words near each other may be another language.
_LEAST_FOREIGN = 4
#: So many words to each side count.
_NEAR = 12
#: One unknown word in so many may mean that a passage, or that all, is another language.
_FOREIGN_PASSAGE, _FOREIGN_SHARE = 20, 8

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
    # Of these, what a clause surely begins behind.
    "sure_edge": (
        '"¶|.|!|?|…|,|:|;|(|«|“|–|—|•|...|-|?!|!!"'
        "|\"quand|lorsque|lorsqu'|puisque|puisqu'|car|or|donc|où|dont|quoique|comment|pourquoi\""
    ),
    "singular_verb": "ver:pres/impf/fut/cond/ps/subp/subi:3s",
    "plural_verb": "ver:pres/impf/fut/cond/ps/subp/subi:3p",
    # A determiner that shows its number; « tout » and its kin stand before another.
    "singular_determiner": 'det:s&!"tout|toute|tous|toutes|seul|seule|seuls|seules|même"',
    "plural_determiner": 'det:p&!"tout|toute|tous|toutes|seul|seule|seuls|seules|même"',
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
        self.is_misspelt = classes.predicate("inc&in:misspelt")
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
        # The last chunks and their signatures: a text comes again after each round of fixes.
        self._last: tuple[str, list[str], list[str]] = ("", [], [])
        openers = {classes.of_sign(sign, marks) for sign in _OPENERS for marks in _MARKS.values()}
        signs = "".join(sorted(openers))
        # Openers come in rows (two line breaks, « . » and « »): only what follows the last counts.
        # A pattern that begins with one sign, not with a look behind it, is searched quickly.
        self._after_opener = re.compile(f"([{signs}][^{signs}])")

    def analyse(self, text: str, edits: Sequence[Edit] = ()) -> Analysis:
        """The analysis of ``text``; ``edits`` may have made it of the text analysed before."""
        chunks, signatures = self._rechunked(text, edits) or self._chunked(text)
        raw = f"{self.border}{''.join(signatures)}{self.border}"
        # As ``sub`` with a function, which is slower by a half.
        parts = self._after_opener.split(raw)
        parts[1::2] = map(self._lowered.__getitem__, parts[1::2])
        signature = "".join(parts)
        self._last = (text, chunks, signatures) if len(text) <= MAX_KEPT else ("", [], [])
        return Analysis(text, signature, self, chunks, signatures)

    def _chunked(self, text: str) -> tuple[list[str], list[str]]:
        chunks = _chunks(text)
        return chunks, list(map(self._signatures.__getitem__, chunks))

    def _rechunked(self, text: str, edits: Sequence[Edit]) -> tuple[list[str], list[str]] | None:
        """The chunks of the text before with those of the lines that were edited anew.

        None if it was another text.
        """
        before, chunks, signatures = self._last
        if not edits or not before or Document.of(before).apply(edits).text != text:
            return None
        if any("\n" in edit.span.slice(before) + edit.replacement for edit in edits):
            return None
        chunks, signatures = chunks.copy(), signatures.copy()
        shift = done = first = 0
        for old, new in _lines_of(before, edits):
            # A blank separates two chunks, a line break three, being one itself.
            first += before.count(" ", done, old.start) + 2 * before.count("\n", done, old.start)
            done, count = old.start, before.count(" ", *old) + 1
            line = slice(first + shift, first + shift + count)
            chunks[line], signatures[line] = fresh = self._chunked(new.slice(text))
            shift += len(fresh[0]) - count
        return chunks, signatures

    def pieces(self, chunk: str) -> tuple[Piece, ...]:
        """The tokens of one chunk; those of short chunks are remembered."""
        return self._pieces[chunk]

    def chunk_signature(self, chunk: str) -> str:
        """The class characters of one chunk; a line break is a border."""
        if chunk == "\n":
            return self.border
        found, classes = pieces(chunk, self.lexicon), []
        for at, piece in enumerate(found):
            # Blanks inside a chunk are no-break spaces.
            loose = piece.start > (found[at - 1].end if at else -1)
            tight = at + 1 < len(found) and found[at + 1].start == piece.end
            classes.append(self._class_of(piece, loose, tight))
        return "".join(classes)

    def _class_of(self, piece: Piece, loose: bool, tight: bool) -> str:
        if piece.kind == SIGN:
            # A pilcrow in the text must not look like the border of a line.
            form = "§" if piece.form == "¶" else piece.form
            return self.classes.of_sign(form, _MARKS[loose, tight])
        if piece.kind == NUMBER:
            return self.classes.of_number(piece.form)
        if piece.kind == OPAQUE:
            return self.classes.of_opaque(piece.form)
        is_parted = not tight and piece.form[-1] == "'" and len(piece.form) > 1
        return self.classes.of_word(piece.form, "parted" if is_parted else "")


#: (A blank before, none behind) -> the marks of a sign.
_MARKS = {
    (False, False): "",
    (True, False): "loose",
    (False, True): "tight",
    (True, True): "loose tight",
}


class _ChunkSignatures(dict[str, str]):
    """Chunk -> its signature, made when first asked for."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        # Many chunks share a signature: one object each stays near the processor.
        self._same: dict[str, str] = {}

    def __missing__(self, chunk: str) -> str:
        signature = self._analyser.chunk_signature(chunk)
        if len(chunk) <= LONG_CHUNK:
            if len(self) >= MAX_CHUNKS:
                self.clear()
                self._same.clear()
            signature = self[chunk] = self._same.setdefault(signature, signature)
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
    """An opener and a word, as classes -> the same without the capital that begins a sentence."""

    def __init__(self, classes: Classes) -> None:
        self._classes = classes

    def __missing__(self, pair: str) -> str:
        lowered = self[pair] = pair[0] + self._classes.lowered(pair[1])
        return lowered


@dataclass(slots=True, eq=False)  # made by the thousand: freezing would double the price
class Token:
    """One token of an analysis: where it stands, what it says, what it may be."""

    analysis: Analysis
    index: int
    kind: str
    form: str
    """As written, with ASCII apostrophes."""
    lower: str
    """In lower case, with ASCII apostrophes: the key of the lexicon."""
    place: int
    """The chunk that holds it."""
    piece: Piece
    """Where it stands in its chunk."""

    @property
    def start(self) -> int:
        """The offset in the text at which it begins."""
        return self.analysis.chunk_start(self.place) + self.piece.start

    @property
    def end(self) -> int:
        """The offset in the text behind it."""
        return self.analysis.chunk_start(self.place) + self.piece.end

    @property
    def text(self) -> str:
        """As it is written."""
        start = self.start
        return self.analysis.text[start : start + self.piece.end - self.piece.start]

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        start = self.start
        return Span(start, start + self.piece.end - self.piece.start)

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


_BORDER = Piece(0, 0, SIGN, "¶", "¶")


def _lines_of(text: str, edits: Sequence[Edit]) -> list[tuple[Span, Span]]:
    """The lines that edits (in order) touch: where they stand before, and where behind them."""
    found: list[tuple[Span, Span]] = []
    shift = 0
    for (start, end), replacement in edits:
        grown = len(replacement) - (end - start)
        if found and start <= found[-1][0].end:
            old, new = found.pop()
            found.append((old, Span(new.start, new.end + grown)))
        else:
            old = Span(text.rfind("\n", 0, start) + 1, text.find("\n", end))
            old = old if old.end >= 0 else Span(old.start, len(text))
            found.append((old, Span(old.start + shift, old.end + shift + grown)))
        shift += grown
    return found


def _chunks(text: str) -> list[str]:
    """A text cut at its spaces; a line break is a chunk of its own."""
    return text.replace("\n", " \n ").split(" ")


class Analysis:
    """A text and its signature; tokens, lines and sentences on demand."""

    def __init__(
        self,
        text: str,
        signature: str,
        analyser: Analyser,
        chunks: list[str],
        signatures: list[str],
    ) -> None:
        self.text = text
        self.signature = signature
        self.analyser = analyser
        self._chunks = chunks
        self._signatures = signatures
        self.words: frozenset[str] = frozenset()
        #: The ranges of tokens that are asked about, if not all.
        self.within: Sequence[range] | None = None
        #: Nobody reads what is less than sure: judges may leave it out.
        self.only_sure = False
        #: Where neighbours stand that hardly ever meet, if somebody has walked over the pairs.
        self.odd_pairs: Sequence[int] | None = None
        self._tokens: dict[int, Token] = {}
        self._starts: dict[int, list[int]] = {}
        self._firsts: dict[int, list[int]] = {}
        self._long: dict[str, tuple[Piece, ...]] = {}
        self._taggings: dict[int, Tagging] = {}
        self._spared: list[range] = []
        self._foreign: dict[int, bool] = {}

    def __len__(self) -> int:
        return len(self.signature)

    # --- where chunks and their tokens stand: worked out for a line when it is asked about ---

    @cached_property
    def _ends(self) -> list[int]:
        """For each line the chunk behind it, which is its break."""
        blanks = map(str.count, self.text.split("\n"), repeat(" "))
        return list(map(add, accumulate(blanks), numbers(1, 2)))

    @cached_property
    def _offsets(self) -> list[int]:
        """Where each line begins in the text."""
        lengths = map(len, self.text.split("\n"))
        return list(map(add, accumulate(lengths, initial=0), numbers()))

    @cached_property
    def _borders(self) -> list[int]:
        """The token before each line, and the last."""
        signature, border = self.signature, self.analyser.border
        found, at = [], signature.find(border)
        while at >= 0:
            found.append(at)
            at = signature.find(border, at + 1)
        return found

    def _first_chunk(self, line: int) -> int:
        return self._ends[line - 1] + 1 if line else 0

    def _starts_of(self, line: int) -> list[int]:
        """Where each chunk of a line begins in the text, then where the next line does."""
        starts = self._starts.get(line)
        if starts is None:
            chunks = self._chunks[self._first_chunk(line) : self._ends[line]]
            lengths = (len(chunk) + 1 for chunk in chunks)
            starts = list(accumulate(lengths, initial=self._offsets[line]))
            self._starts[line] = starts
        return starts

    def _firsts_of(self, line: int) -> list[int]:
        """The first token of each chunk of a line, then its border."""
        firsts = self._firsts.get(line)
        if firsts is None:
            signatures = self._signatures[self._first_chunk(line) : self._ends[line]]
            firsts = list(accumulate(map(len, signatures), initial=self._borders[line] + 1))
            self._firsts[line] = firsts
        return firsts

    def chunk_start(self, place: int) -> int:
        """The offset in the text at which a chunk begins."""
        if place < 0:
            return 0
        if place >= len(self._chunks):
            return len(self.text)
        line = bisect_left(self._ends, place)
        # No blank stands before a break.
        is_break = place == self._ends[line]
        return self._starts_of(line)[place - self._first_chunk(line)] - is_break

    def _placed(self, index: int) -> tuple[int, int]:
        """The chunk that holds a token, and the first token of it."""
        line = bisect_right(self._borders, index) - 1
        if self._borders[line] == index:
            return self._first_chunk(line) - 1, index
        firsts = self._firsts_of(line)
        at = bisect_right(firsts, index) - 1
        return self._first_chunk(line) + at, firsts[at]

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
        place = bisect_right(range(len(self._chunks)), offset, key=self.chunk_start) - 1
        line = bisect_left(self._ends, place)
        if place == self._ends[line]:
            return self._borders[line + 1]
        ends = [piece.end for piece in self._pieces(self._chunks[place])]
        first = self._firsts_of(line)[place - self._first_chunk(line)]
        return first + bisect_right(ends, offset - self.chunk_start(place))

    def tokens_of_lines(self, spans: Iterable[Span]) -> list[range]:
        """The tokens of lines, from break to break and in order, with the borders of the lines."""
        found, line, passed = [], 0, 0
        for start, end in spans:
            line += self.text.count("\n", passed, start + 1)
            last = line + self.text.count("\n", start + 1, end)
            found.append(range(self._borders[line], self._borders[last + 1] + 1))
            line, passed = last, max(start + 1, end)
        return found

    def line_span(self, index: int) -> Span:
        """Where the line of a token stands in the text; a border belongs to the line behind it."""
        line = min(bisect_right(self._borders, index), len(self._borders) - 1) - 1
        return Span(self._offsets[line], self._offsets[line + 1] - 1)

    def _pieces(self, chunk: str) -> tuple[Piece, ...]:
        """The tokens of a chunk; those of a long one are remembered as long as its text."""
        if len(chunk) <= LONG_CHUNK:
            return self.analyser.pieces(chunk)
        if chunk not in self._long:
            self._long[chunk] = self.analyser.pieces(chunk)
        return self._long[chunk]

    def _make_token(self, index: int) -> Token:
        place, first = self._placed(index)
        if self.signature[index] == self.analyser.border:
            return Token(self, index, SIGN, "¶", "¶", place, _BORDER)
        chunk = self._chunks[place]
        pieces = self.analyser.remembered(chunk) or self._pieces(chunk)
        piece = pieces[index - first]
        return Token(self, index, piece.kind, piece.form, piece.lower, place, piece)

    def _placed_piece(self, index: int) -> tuple[int, Piece]:
        """The chunk that holds a token which is no border, and the token as a piece of it."""
        place, first = self._placed(index)
        return place, self._pieces(self._chunks[place])[index - first]

    def form(self, index: int) -> str:
        """What a word says, as :attr:`Token.form`: cheaper than the token."""
        return self._placed_piece(index)[1].form

    def forms(self, start: int, end: int) -> list[tuple[str, str]]:
        """Form and kind of tokens ``start`` to ``end`` (not included): cheaper than the tokens."""
        if start < 1 or end >= len(self):
            return [(token.form, token.kind) for token in self.tokens(start, end)]
        found: list[tuple[str, str]] = []
        place, first = self._placed(start)
        while first < end:
            chunk = self._chunks[place]
            if chunk == "\n":
                found.append(("¶", SIGN))
            else:
                # A chunk may be a megabyte long: only what is asked for is looked at.
                inside = slice(max(0, start - first), end - first)
                found += [(piece.form, piece.kind) for piece in self._pieces(chunk)[inside]]
            first += len(self._signatures[place])
            place += 1
        return found

    def asked(self, indexes: Sequence[int]) -> Sequence[int]:
        """Those of some tokens, in order, that are asked about."""
        if self.within is None:
            return indexes
        parts = ((bisect_left(indexes, r.start), bisect_left(indexes, r.stop)) for r in self.within)
        return [index for start, stop in parts for index in indexes[start:stop]]

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
        if not self._foreign and self.may_be_foreign:
            self.weigh_unknown()
        found = self._foreign.get(index)
        if found is None:
            found = self._foreign[index] = self._is_mostly_unknown(index)
        if not found or not self._spared:
            return found
        return not any(index in spared for spared in self._spared)

    def weigh_unknown(self) -> None:
        """Work out :meth:`is_foreign` for all unknown words at once, as many of them are asked."""
        if len(self._foreign) < len(self.unknown_places):
            self._foreign |= zip(self.unknown_places, self._unknown_in_foreign(), strict=True)

    def _unknown_in_foreign(self) -> Iterator[bool]:
        """For each unknown word what ``_is_mostly_unknown`` says, all in one walk."""
        places, count = self.unknown_places, len(self)
        first = last = 0
        for place in places:
            start, end = max(0, place - _NEAR), min(place + _NEAR + 1, count)
            while places[first] < start:
                first += 1
            while last < len(places) and places[last] < end:
                last += 1
            yield _are_most(last - first, self._low_before[end] - self._low_before[start])

    def _is_mostly_unknown(self, index: int) -> bool:
        places = self.unknown_places
        start, end = max(0, index - _NEAR), min(index + _NEAR + 1, len(self))
        unknown = bisect_left(places, end) - bisect_left(places, start)
        # Of a few unknown words nobody asks how many others there are.
        return unknown >= _LEAST_FOREIGN and _are_most(unknown, self._words_in(start, end))

    def _words_in(self, start: int, end: int) -> int:
        """How many lower-case words stand from ``start`` to ``end``."""
        if self.is_mostly_foreign:
            return self._low_before[end] - self._low_before[start]
        masks, low = self.analyser.classes.masks, 1 << self.analyser.is_low
        return sum(masks[char] & low > 0 for char in self.signature[start:end])

    @cached_property
    def may_be_foreign(self) -> bool:
        """True if so many words are unknown that much of the text may be in another language."""
        return self.may_have_been_foreign(0)

    @cached_property
    def is_mostly_foreign(self) -> bool:
        """True if so many words are unknown that nearly all of the text is in another language."""
        return len(self.unknown_places) * _FOREIGN_SHARE > len(self)

    def may_have_been_foreign(self, changed: int) -> bool:
        """The same of the text before about so many words were changed in it."""
        unknown = len(self.unknown_places) + changed
        return unknown >= _LEAST_FOREIGN and unknown * _FOREIGN_PASSAGE > len(self) - changed

    def spare(self, indexes: range) -> None:
        """Say of a line that looks foreign that it is French: it has only lost its accents."""
        self._spared.append(indexes)

    @cached_property
    def unknown_places(self) -> list[int]:
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


def _are_most(unknown: int, words: int) -> bool:
    """True if so many unknown words are a third of so many words, and no mere few."""
    return unknown >= _LEAST_FOREIGN and unknown * 3 > words


def _last_before(ends: Sequence[int], index: int) -> int:
    return ends[bisect_right(ends, index - 1) - 1] if ends and ends[0] < index else -1


def _first_from(ends: Sequence[int], index: int) -> int:
    at = bisect_right(ends, index - 1)
    return ends[at] if at < len(ends) else index + 1
