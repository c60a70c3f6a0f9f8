"""Accented letters that were lost: « d�fense », « d?fense », « d fense », « dfense ».

Each way of losing them gives a *pattern*, a word with marks where letters are missing. Trying
every accented letter in its place leaves, in the lexicon, one answer, one that is far more common
than the others, or several. Only the first two are repaired unasked; the others are offered.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from frclean.later import later

from .words import ELISION, frequency, in_lexicon, rank, tags

__all__ = ["MARK", "Guess", "bare_lines", "candidates", "guess_lost_letters", "is_suspect"]

MARK = "\N{REPLACEMENT CHARACTER}"
#: What is tried for one or two marks, for three, for four: more would take milliseconds a word,
#: and long words mostly lose « é ».
_LETTERS = ("", "éèêàçùôâîûëïœüæ", "éèêàçùôâîûëïœüæ", "éèêàçôîûâ", "éèêç")
#: How much more common the best answer must be than the next: 28 steps are a factor of ten.
_MARGIN = 28
_SHOWN = 5  # answers offered


class Guess(NamedTuple):
    """What a stretch of a line was: best answer first; ``sure`` if it may be applied unasked."""

    start: int
    end: int
    answers: tuple[str, ...]
    sure: bool


# --- words with holes ----------------------------------------------------------------------------


@functools.lru_cache(1 << 14)
def candidates(pattern: str) -> tuple[tuple[int, str], ...]:
    """The words that ``pattern`` may be, with how common they are, best first.

    >>> [word for _, word in candidates("d�fense")], [word for _, word in candidates("pr�c�dent")]
    (['défense'], ['précédent', 'précèdent'])
    """
    pieces = pattern.lower().split(MARK)
    if not 1 < len(pieces) <= len(_LETTERS):
        return ()
    found = []
    for letters in itertools.product(_LETTERS[len(pieces) - 1], repeat=len(pieces) - 1):
        word = "".join(itertools.chain.from_iterable(zip(pieces, (*letters, ""), strict=True)))
        common = frequency(word)
        if common:
            found.append((common, word))
    return tuple(sorted(found, reverse=True))


def _is_sure(found: Sequence[tuple[int, str]]) -> bool:
    if len(found) < 2:
        return len(found) == 1
    (common, best), (less, second) = found[:2]
    return common - less >= _MARGIN or (len(found) == 2 and _are_variants(best, second))


def _are_variants(one: str, other: str) -> bool:
    """True for two spellings of one word: « événement » and, since 1990, « évènement »."""
    return one.replace("è", "é") == other.replace("è", "é") and tags(one) == tags(other)


_SENTENCE_START = later(r"(?:\A|[.!?…]\s+|\A[-–—«\"]\s*)\Z")


def _answer(pattern: str, left: str, right: str = "") -> tuple[tuple[str, ...], bool]:
    """The words for ``pattern`` in its place, in the right case, and whether the first is sure."""
    found = _fitting(candidates(pattern), left)
    words = tuple(_in_case(word, pattern, left) for _, word in found[:_SHOWN])
    if pattern.lower() in (f"{MARK}tat", f"{MARK}tats"):
        return _state(words, left, right)
    return words, _is_sure(found)


_BEFORE_NOUN = later(
    r"\b(?:une?|du|ce|cet|cette|son|sa|mon|ma|au|chaque|[ld]['’]|le|la)\s?\Z", re.I
)
_BEFORE_PLURAL = later(r"\b(?:les|des|ces|ses|mes|nos|vos|leurs|aux|deux|trois)\s\Z", re.I)
_BEFORE_VERB = later(
    r"\b(?:ils?|elles?|on|qui|se|s['’]|ne|n['’]|je|j['’]|tu)\s?(?:(?:les?|la|l['’]|lui|y|en)\s?)?\Z",
    re.I,
)


def _fitting(found: tuple[tuple[int, str], ...], left: str) -> tuple[tuple[int, str], ...]:
    """Those of ``found`` that may stand after ``left``; all if none fits."""
    if len(found) < 2:
        return found
    if _BEFORE_VERB.search(left):
        wanted = _is_verb
    elif _BEFORE_PLURAL.search(left):
        wanted = _is_plural
    elif _BEFORE_NOUN.search(left):
        wanted = _is_singular_noun
    else:
        return found
    return tuple(pair for pair in found if wanted(pair[1])) or found


def _is_verb(word: str) -> bool:
    return any(tag.startswith("ver:") and not tag.startswith("ver:pp:") for tag in tags(word))


def _is_plural(word: str) -> bool:
    return any(
        tag.endswith("p") for tag in tags(word) if tag.split(":")[0] in ("nom", "adj", "ver")
    )


def _is_singular_noun(word: str) -> bool:
    """A noun, an adjective, an infinitive (« d'être ») or a participle; no tensed verb."""
    return any(
        (tag.startswith(("nom", "adj", "ver:pp")) and not tag.endswith("p")) or tag == "ver:inf"
        for tag in tags(word)
    )


#: « l'État » or « l'état de santé »: what stands beside it says which.
_STATE = later(r"(?:coups?|chefs?|hommes?|secrétaires?|ministres?|conseil|raison)\s+d['’]\Z")
_CONDITION = later(r"\b(?:bon|mauvais|son|leur|cet|en|piteux)\s+\Z")


def _state(words: tuple[str, ...], left: str, right: str) -> tuple[tuple[str, ...], bool]:
    capital = words[0].capitalize()
    if right.startswith("-") or _STATE.search(left):
        return (capital, *words), True
    follows = re.match(r"\s+d(?:e|u|es)?\b", right)
    if left.endswith(("l'", "l’")) and not follows:
        return (capital, *words), True
    return (*words, capital), _CONDITION.search(left) is not None


def _in_case(word: str, pattern: str, left: str) -> str:
    """``word`` with the capitals of ``pattern``; the first is seen or follows from its place."""
    letters = pattern.replace(MARK, "")
    if len(letters) > 1 and letters.isupper():
        return word.upper()
    hidden = pattern.startswith(MARK)
    starts = hidden and (_SENTENCE_START.search(left) is not None or not in_lexicon(word))
    return word[0].upper() + word[1:] if starts or pattern[0].isupper() else word


# --- U+FFFD --------------------------------------------------------------------------------------


def _marked(line: str) -> Iterator[Guess]:
    """The words and signs of ``line`` that hold U+FFFD."""
    runs = re.findall(f"{MARK}+", line)
    # A letter of two bytes leaves two marks, a sign of three bytes three.
    in_bytes = all(len(run) in (2, 3, 4, 5) for run in runs)
    closes = _closes(line, MARK)
    for match in _CHUNK.finditer(line):
        start, end = match.span()
        pattern = _by_letter(match[0]) if in_bytes else match[0]
        left, right = line[max(0, start - 20) : start], line[end : end + 5]
        answers, sure = _read(pattern, left, right, closes)
        if answers:
            yield Guess(start, end, answers, sure)


#: A stretch of letters and marks with at least one mark; starts only where one can.
_CHUNK = later(rf"(?<![^\W\d_]|{MARK})[^\W\d_]*{MARK}(?:[^\W\d_]|{MARK})*")
_THREE, _TWO = MARK * 3, MARK * 2
#: A lone mark before a comma or at the end closes a quotation: then others may open one.
_BEFORE_CLOSE = r" {mark}(?=[.,;)]| \(|{end})"


def _by_letter(pattern: str) -> str:
    """One mark for each letter (two bytes) or sign (three)."""
    return pattern.replace(_THREE, MARK) if pattern.count(_THREE) else pattern.replace(_TWO, MARK)


def _closes(line: str, mark: str) -> bool:
    end = r"(?!)" if mark == "?" else r"\Z"  # at the end « ? » is what it seems
    return re.search(_BEFORE_CLOSE.format(mark=re.escape(mark), end=end), line) is not None


def _read(pattern: str, left: str, right: str, closes: bool) -> tuple[tuple[str, ...], bool]:
    if pattern == MARK:
        return _read_lone(left, right, closes)
    if pattern in ("n" + MARK, "N" + MARK) and re.match(r"\s?\d", right):
        return (pattern[0] + "°",), True
    answers, sure = _answer(pattern, left, right)
    return (answers, sure) if answers else _read_with_sign(pattern, left, right)


#: « 1° », « au 5° »: the paragraphs of a law.
_ORDINAL = later(r"(?:\A|\b(?:au|du|aux|les?|des|et|n)\s)\d{1,2}\Z")


def _read_lone(left: str, right: str, closes: bool) -> tuple[tuple[str, ...], bool]:
    """A mark by itself: « à » between spaces or after an elision, a no-break space by a sign."""
    if _ORDINAL.search(left) and right[:1] in (" ", ")"):
        return ("°",), True
    if left[-1:].isdigit() and (right[:1].isdigit() or right[:1] in "%€"):
        return ("\N{NO-BREAK SPACE}",), True
    if right[:1] and right[0] in ":;!?»%":
        return ("\N{NO-BREAK SPACE}",), True
    if not left or left[-1] not in " '’(-\N{NO-BREAK SPACE}" or right[:1] not in (" ", "-"):
        return (), False
    if _SENTENCE_START.search(left):
        return ("À", "–", "«"), False
    amount = left.rstrip()[-1:].isdigit() and not right[1:2].isdigit()  # « 5 � de plus »: €?
    return ("à", "«", "–"), not closes and not amount


def _read_with_sign(pattern: str, left: str, right: str) -> tuple[tuple[str, ...], bool]:
    """A word that lost its apostrophe or the no-break space after it."""
    head, _, rest = pattern.partition(MARK)
    if head.lower() in ELISION and rest:
        answers, sure = ((rest,), True) if rank(rest) else _answer(rest, "'")
        return tuple(f"{head}’{word}" for word in answers), sure and bool(answers)
    if pattern.endswith(MARK) and right[:1] and right[0] in ":;!?»%":
        answers, sure = _whole(pattern[:-1], left)
        return tuple(f"{word}\N{NO-BREAK SPACE}" for word in answers), sure
    if pattern.startswith(MARK) and left[-1:].isdigit() and rank(pattern[1:]):
        return ("\N{NO-BREAK SPACE}" + pattern[1:],), True
    return _name(pattern), False


def _whole(pattern: str, left: str) -> tuple[tuple[str, ...], bool]:
    if MARK in pattern:
        return _answer(pattern, left)
    return (pattern,), rank(pattern) > 0


def _name(pattern: str) -> tuple[str, ...]:
    """An unknown word with one hole: most often « é »."""
    inside = pattern[:1].isalpha() and pattern.count(MARK) == 1 and len(pattern) > 3
    return (pattern.replace(MARK, "é"),) if inside else ()


# --- « ? » for a letter --------------------------------------------------------------------------

_QUESTION_IN_WORD = later(r"(?<=[a-z])\?(?=[a-z])")
#: Letters and question marks in one piece, not in an address (« page?id=3 »).
_QUESTION_CHUNK = later(
    r"(?<![^\s'’(«\"-])(?:[^\W\d_]+\?|\?(?=[^\W\d_]))(?:[^\W\d_]|\?(?=[^\W\d_]|\?*[ ,.;:)'’-]))*"
)
_LONE_QUESTION = later(r"(?<=[^\s\d»)] )\?(?= [a-z0-9])|(?<=['’-])\?(?=[ -])")


def _questioned(line: str) -> Iterator[Guess]:
    """The words of ``line`` in which « ? » stands for a letter, if one of them proves it."""
    closes = _closes(line, "?")
    found, proven = [], 0
    for match in _QUESTION_CHUNK.finditer(line):
        start, end = match.span()
        left, right = line[max(0, start - 20) : start], line[end : end + 5]
        answers, sure = _read(match[0].replace("?", MARK), left, right, closes)
        if answers and (sure or answers != _name(match[0].replace("?", MARK))):
            found.append(Guess(start, end, answers, sure))
            proven += sure and _QUESTION_IN_WORD.search(match[0]) is not None
    if not proven:
        return
    taken = {guess.start for guess in found}
    lone = (match.span() for match in _LONE_QUESTION.finditer(line))
    found += [Guess(*span, ("à",), not closes) for span in lone if span[0] not in taken]
    yield from sorted(found)


# --- a space for a letter ------------------------------------------------------------------------

_LONGEST = 6  # fragments of one word: « d s quilibr  »
_UNKNOWN, _EMPTY_TOKEN, _MERGE = 14.0, 12.0, 1.0  # costs, in natural logarithms


def _cost(common: int) -> float:
    """How surprising a word of this frequency is: 28 steps are a factor of ten."""
    return (203 - common) / 28 * 2.3


class _Piece(NamedTuple):
    """Fragments read as one word."""

    cost: float
    answers: tuple[str, ...]
    sure: bool


_CORE = later(rf"(\W*?(?:[^\W\d_]+['’])?)((?:[^\W\d_]|{MARK})+)(\W*)\Z")
_WORDS = later(r"[^\W\d_]+(?!['’])")


def _read_fragments(tokens: Sequence[str], left: str) -> _Piece | None:
    """The word that ``tokens`` make when each space between them was a letter."""
    if len(tokens) == 1:
        return _read_token(tokens[0])
    pattern = MARK.join(tokens).replace(f"-{MARK}-", "-à-")
    if pattern == MARK:
        return _Piece(3.0, ("à",), not left.rstrip()[-1:].isdigit())
    if MARK not in pattern:
        return _Piece(3.0, (pattern,), True)
    match = _CORE.match(pattern) if _are_fragments(tokens) else None
    if match is None or MARK in match[1] or MARK in match[3]:
        return None
    words, sure = _answer(match[2], left + match[1])
    if not words:
        return None
    cost = _cost(frequency(words[0].lower())) + _MERGE
    return _Piece(cost, tuple(match[1] + word + match[3] for word in words), sure)


def _are_fragments(tokens: Sequence[str]) -> bool:
    """True if all but one are hardly words, of two one: « pr f rence », « plan tes ».

    A sign by itself is no fragment, unless it is one that no space precedes: « relax . ».
    """
    *inner, last = tokens
    if any(token and not _LETTER.search(token) for token in inner) or _SPACED_SIGN.match(last):
        return False
    return sum(map(_is_fragment, tokens)) >= max(1, len(tokens) - 1)


def _rank_alone(word: str) -> int:
    """How common a word is where no apostrophe follows: « d » and « l » are none."""
    return 0 if len(word) == 1 and word.lower() not in "aày" else rank(word)


_LETTER = later(r"[^\W\d_]")
_SPACED_SIGN = later(r"[^\w.,)…]|…\S")


@functools.lru_cache(1 << 12)
def _is_fragment(token: str) -> bool:
    """True for what is hardly a word by itself: one part of a torn word must be such."""
    core = _WORDS.findall(token)
    return len(core) != 1 or len(core[0]) == 1 or rank(core[0]) < _COMMON


#: Frequency above which two neighbours are not tried as one word: three in a million.
_COMMON = 100


def _read_token(token: str) -> _Piece:
    """A word as it stands."""
    if not token:
        return _Piece(_EMPTY_TOKEN, ("",), True)
    common = min(map(_rank_alone, _WORDS.findall(token)), default=100)
    return _Piece(_cost(common) if common else _UNKNOWN, (token,), True)


def _spaced(line: str) -> Iterator[Guess]:
    """The words of ``line`` torn apart by spaces that were letters (shortest path over words)."""
    tokens = line.split(" ")
    best: list[tuple[float, int, _Piece | None]] = [(0.0, 0, None)]
    offsets = [0, *itertools.accumulate(len(token) + 1 for token in tokens)]
    for end in range(1, len(tokens) + 1):
        options = []
        for start in range(max(0, end - _LONGEST), end):
            left = line[max(0, offsets[start] - 12) : offsets[start]]
            piece = _read_fragments(tokens[start:end], left)
            if piece is not None:
                options.append((best[start][0] + piece.cost, start, piece))
        best.append(min(options, key=lambda option: option[0]))
    yield from _merges(tokens, offsets, best)


def _merges(
    tokens: Sequence[str], offsets: Sequence[int], best: Sequence[tuple[float, int, _Piece | None]]
) -> list[Guess]:
    found, end = [], len(tokens)
    while end:
        _, start, piece = best[end]
        if piece is not None and end - start > 1:
            found.append(Guess(offsets[start], offsets[end] - 1, piece.answers, piece.sure))
        end = start
    return found[::-1] if _are_proven(found) else []


def _are_proven(found: Sequence[Guess]) -> bool:
    """True if two different words of some length are sure."""
    return len({g.answers[0] for g in found if g.sure and len(g.answers[0]) > 3}) >= _PROOF


_PROOF = 2  # words that must be proven before a line without accents is taken for a torn one

# --- nothing for a letter ------------------------------------------------------------------------


@functools.lru_cache(1 << 12)
def _insertions(word: str) -> tuple[tuple[int, str], ...]:
    """The words that ``word`` becomes with one accented letter more, or two.

    >>> [word for _, word in _insertions("empche")], [word for _, word in _insertions("dfrent")]
    (['empêche'], ['déférent', 'défèrent'])
    """
    found: dict[str, int] = {}
    places = range(len(word) + 1)
    for place in places:
        options = candidates(word[:place] + MARK + word[place:])
        found |= {form: common for common, form in options}
    if len(word) == 1 or not found:
        for one, other in itertools.combinations_with_replacement(places, 2):
            for letters in itertools.product("éèê", repeat=2):
                form = word[:one] + letters[0] + word[one:other] + letters[1] + word[other:]
                if frequency(form):
                    found[form] = frequency(form)
    return tuple(sorted(((common, form) for form, common in found.items()), reverse=True))


_SMALL_WORD = later(r"(?<![\w@./-])(?:(?<=['’])|(?<!['’]))[a-z]{1,20}(?![\w@/-]|['’.]\w)")


def _dropped(line: str) -> Iterator[Guess]:
    """The unknown words of ``line`` that one or two accented letters complete."""
    found = []
    for match in _SMALL_WORD.finditer(line):
        word = match[0]
        if word not in ("t", "mme") and (len(word) == 1 or in_lexicon(word)):
            continue
        options = _insertions(word)
        if options:
            answers = tuple(form for _, form in options[:_SHOWN])
            found.append(Guess(match.start(), match.end(), answers, _is_sure(options)))
    gaps = re.finditer(r"(?<=[a-z,])  (?=[a-z0-9A-Z])", line)
    found += [Guess(match.start(), match.end(), (" à ",), True) for match in gaps]
    if _are_proven(found):
        yield from sorted(found)


# --- which of them -------------------------------------------------------------------------------

#: A capital may be an initial that a second round has found.
_ACCENTED = later("[àâäçéèêëîïôöùûüÿœ]")
#: A line of prose this long has an accent, 98 times in 100.
_SHORTEST = 40
"""Characters."""

_FRENCH_WORDS = later(r"\b(?:le|la|les|des|de|du|un|une|et|est|en|dans|par|pour|que|qui|sur|au)\b")


def is_suspect(line: str) -> bool:
    """True if ``line`` may have lost letters; sure only after a closer look."""
    if MARK in line:
        return True
    return len(line) >= _SHORTEST and line.isascii()


def bare_lines(text: str) -> Iterator[tuple[int, str]]:
    """Start and text of the lines of ASCII that are not short, unless all are in order."""
    bare = [line for line in text.split("\n") if len(line) >= _SHORTEST and line.isascii()]
    if not bare or _are_in_order("\n".join(bare)):
        return
    start = 0
    for line in text.split("\n"):
        if len(line) >= _SHORTEST and line.isascii():
            yield start, line
        start += len(line) + 1


def _are_in_order(lines: str) -> bool:
    """True if no line of ASCII holds what letters are lost to: most texts end there."""
    return "?" not in lines and not _unknown_tokens(lines)


#: Tokens that were found to be in order (most lines have no others), and those that were not.
#: Each is emptied when it is full.
_fine_tokens: set[str] = set()
_unknown_to_all: set[str] = set()
_MOST_TOKENS = 1 << 15


def _unknown_tokens(text: str) -> set[str]:
    """The small words of ``text`` that nobody knows."""
    left = set(text.split()).difference(_fine_tokens)
    if not left:
        return left
    unknown = left & _unknown_to_all
    new = left - unknown
    found = {token for token in new if _is_unknown(token)}
    for seen, tokens in ((_fine_tokens, new - found), (_unknown_to_all, found)):
        if len(seen) > _MOST_TOKENS:
            seen.clear()
        seen.update(tokens)
    return unknown | found


def _is_torn(line: str) -> bool:
    """True if ``line`` has enough small words that nobody knows: parts of words."""
    unknown = _unknown_tokens(line)
    return len(unknown) >= _PROOF or (len(unknown) == 1 and "  " in line)


def _is_unknown(token: str) -> bool:
    """True for a small word, an elision apart, that is none."""
    word = token.rpartition("'")[2].strip(",.;:()")
    if not word.isalpha() or not word.islower():
        return False
    return not in_lexicon(word) or (len(word) == 1 and word not in "ay")


def _is_french(line: str) -> bool:
    """True if enough of the words of ``line`` are the small words of French."""
    return len(_FRENCH_WORDS.findall(line)) * 70 >= min(len(line), 2000)


def guess_lost_letters(line: str) -> list[Guess]:
    """What was lost in ``line``, whatever stands in its place.

    >>> [guess.answers[0] for guess in guess_lost_letters("La d�fense du minist�re")]
    ['défense', 'ministère']
    """
    if MARK in line:
        return list(_marked(line))
    if not line.isascii() and _ACCENTED.search(line):
        return []
    if "?" in line and _QUESTION_IN_WORD.search(line):
        return list(_questioned(line))
    if (
        len(line) < _SHORTEST
        or len(line) > _LONGEST_LINE
        or not (_is_french(line) and _is_torn(line))
    ):
        return []
    return list(_spaced(line)) or list(_dropped(line))


_LONGEST_LINE = 20_000  # characters; searching for holes everywhere is slow
