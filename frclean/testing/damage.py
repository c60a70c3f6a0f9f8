"""What happens to text between an editor and a corpus, done on purpose and written down.

Every kind of damage is a function that lists what it *could* do to a text, as edits on the clean
text; a strategy chooses among them. Chosen edits never overlap, so turning them round gives the
repairs exactly.
"""

from __future__ import annotations

import html.entities
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from frclean.document import Document, Edit, Span
from frclean.engine import invert
from frclean.testing.article import Article, Damage, Residue, Scraped

__all__ = [
    "LAYOUT",
    "MOJIBAKE",
    "TYPOS",
    "Candidates",
    "Edits",
    "Picks",
    "everywhere",
    "inflict",
    "picked",
    "scrape",
]

#: What one kind of damage could do to a text, in the order of the text.
Candidates = Callable[[str], Iterator[Edit]]
#: Kinds of damage, each with a number that says which of its candidates.
Picks = list[tuple[str, int]]
#: Edits with the kind of damage they do.
Edits = list[tuple[str, Edit]]

_ACCENTED = "àâçéèêëîïôùûüÀÂÇÉÈÊÎÔÛ"


def _by_pattern(pattern: str, replacement: str) -> Candidates:
    compiled = re.compile(pattern)
    has_groups = "\\" in replacement  # expand() reads its template anew each time

    def candidates(text: str) -> Iterator[Edit]:
        for match in compiled.finditer(text):
            made = match.expand(replacement) if has_groups else replacement
            yield Edit(Span(*match.span()), made)

    return candidates


def _accents(text: str) -> Iterator[Edit]:
    """« élève » → « eleve »: all accents of a word."""
    for match in re.finditer(rf"\w*[{_ACCENTED}]\w*", text):
        yield Edit(Span(*match.span()), _bare(match[0]))


def _bare(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _letters(text: str) -> Iterator[Edit]:
    """Two letters inside a long word change places: « résaeu »."""
    for match in re.finditer(r"\b[a-zàâçéèêëîïôùûü]{6,}\b", text):
        middle = (match.start() + match.end()) // 2
        pair = text[middle : middle + 2]
        if pair[0] != pair[1]:
            yield Edit(Span(middle, middle + 2), pair[::-1])


def _homophones(text: str) -> Iterator[Edit]:
    """« a » for « à » and the other way round."""
    for match in re.finditer(r"(?<= )[aà](?= )", text):
        yield Edit(Span(*match.span()), "à" if match[0] == "a" else "a")


#: What authors and their keyboards do. « number » and « letters » need a reader of French.
TYPOS: Mapping[str, Candidates] = {
    "accents": _accents,
    "letters": _letters,
    "number": _by_pattern(r"\b([Ll]es|[Dd]es|[Cc]es) (\w{4,}[^sxz\W])s\b", r"\1 \2"),
    "homophone": _homophones,
    "hyphen": _by_pattern(r"(?<=\w)-(t-)?(?=(?:ils?|elles?)\b)", r" \1"),
    "elision": _by_pattern(r"\b([ldnLDN])’(?=\w)", r"\1’ "),
    "doubled": _by_pattern(r"(?<= )(de|du|des|la|le|les|un|une) (?=\w)", r"\1 \1 "),
    "comma": _by_pattern(r"(?<=[a-zé]), (?=[a-zé])", " ,"),
}


def _misread(read_as: str) -> Candidates:
    """UTF-8 taken for a code page: every letter beyond ASCII is a candidate."""

    def candidates(text: str) -> Iterator[Edit]:
        for match in re.finditer(r"[^\x00-\x7f]", text):
            try:
                yield Edit(Span(*match.span()), match[0].encode().decode(read_as))
            except UnicodeDecodeError:  # a byte that the code page does not have
                continue

    return candidates


def _entities(text: str) -> Iterator[Edit]:
    for match in re.finditer(r"[^\x00-\x7f]", text):
        name = html.entities.codepoint2name.get(ord(match[0]))
        yield Edit(Span(*match.span()), f"&{name};" if name else f"&#{ord(match[0])};")


def _decomposed(text: str) -> Iterator[Edit]:
    for match in re.finditer(f"[{_ACCENTED}]", text):
        yield Edit(Span(*match.span()), unicodedata.normalize("NFD", match[0]))


#: What programs do to letters. The same kind befalls a whole text, as in life.
MOJIBAKE: Mapping[str, Candidates] = {
    "cp1252": _misread("cp1252"),
    "latin-1": _misread("latin-1"),
    "mac-roman": _misread("mac_roman"),
    "entities": _entities,
    "decomposed": _decomposed,
    "lost": _by_pattern(f"[{_ACCENTED}]", "\ufffd"),
}

#: What pages do to blanks.
LAYOUT: Mapping[str, Candidates] = {
    "runs": _by_pattern(r"(?<=\w) (?=\w)", "  "),
    "tabs": _by_pattern(r"(?<=\w) (?=\w)", "\t"),
    "blank-lines": _by_pattern(r"\n\n", "\n\N{NO-BREAK SPACE}\n"),
    "more-lines": _by_pattern(r"\n\n", "\n\n\n\n"),
    "line-ends": _by_pattern(r"\n\n", "\r\n\r\n"),
    "edges": _by_pattern(r"(?<=[.?])(?=\n)", " "),
    "zero-width": _by_pattern(r"(?<=[a-z])(?=[a-z]{3})", "\N{ZERO WIDTH SPACE}"),
    "soft-hyphens": _by_pattern(r"(?<=[a-z]{3})(?=[a-z]{3})", "\N{SOFT HYPHEN}"),
}


def _without_overlap(edits: Iterable[tuple[str, Edit]]) -> Edits:
    """Edits with their kinds, in order; of two that touch the first one stays."""
    kept: Edits = []
    for kind, edit in sorted(edits, key=lambda pair: pair[1].span):
        if not kept or kept[-1][1].span.end < edit.span.start:
            kept.append((kind, edit))
    return kept


def inflict(
    clean: str, edits: Iterable[tuple[str, Edit]], residue: Sequence[Residue] = ()
) -> Scraped:
    """``clean`` with the edits made; edits that touch an earlier one are left out.

    >>> inflict("un été", [("accents", Edit(Span(3, 6), "ete"))]).damage
    (Damage(kind='accents', span=Span(start=3, end=6), original='été'),)
    """
    kept = _without_overlap(edits)
    made = [edit for _, edit in kept]
    back = invert(made, clean)
    damage = tuple(
        Damage(kind, edit.span, edit.replacement)
        for (kind, _), edit in zip(kept, back, strict=True)
    )
    return Scraped(Document.of(clean).apply(made).text, clean, damage, tuple(residue))


def scrape(
    article: Article,
    typos: Picks,
    accident: str | None,
    noise: Picks,
    head: tuple[Residue, ...],
    foot: tuple[Residue, ...],
) -> Scraped:
    """``article`` with all the damage said; what touches an earlier damage is left out."""
    text = article.text
    edits = [
        ("residue", Edit(Span(0, 0), "".join(f"{line}\n\n" for _, line in head))),
        ("residue", Edit(Span(len(text), len(text)), "".join(f"\n\n{line}" for _, line in foot))),
    ]
    taken = _without_overlap(picked(text, typos, TYPOS))
    taken = _besides(taken, picked(text, noise, LAYOUT))
    if accident:
        taken = _besides(taken, everywhere(text, accident, MOJIBAKE[accident], len(text)))
    at_ends = [pair for pair in edits if pair[1].replacement]
    return inflict(text, _besides(at_ends, taken), (*head, *foot))


def _besides(taken: Edits, more: Edits) -> Edits:
    """``taken``, with those of ``more`` that touch none of them."""
    spans = [edit.span for _, edit in taken]
    free = [
        (kind, edit)
        for kind, edit in more
        if not any(edit.span.start <= end and start <= edit.span.end for start, end in spans)
    ]
    return [*taken, *free]


def picked(text: str, picks: Picks, tables: Mapping[str, Candidates]) -> Edits:
    """What the numbers choose among all that could be done."""
    found = []
    for kind, number in picks:
        candidates = list(tables[kind](text))
        if candidates:
            found.append((kind, candidates[number % len(candidates)]))
    return found


def everywhere(text: str, kind: str, candidates: Candidates, end: int) -> Edits:
    """All candidates up to ``end``, neighbours joined: edits must not touch."""
    joined: list[Edit] = []
    for edit in candidates(text):
        if edit.span.end > end:
            break
        if joined and joined[-1].span.end == edit.span.start:
            first = joined.pop()
            edit = Edit(  # noqa: PLW2901
                Span(first.span.start, edit.span.end), first.replacement + edit.replacement
            )
        joined.append(edit)
    return [(kind, edit) for edit in joined]
