"""Laws for anybody's cleaner: what must hold for every text, said as functions that raise.

Each law takes the cleaner (any function from text to text) and texts: one text, several, or a
Hypothesis strategy; by default articles as scrapers find them. With a strategy the law is tried
on many and the failure shows the smallest text that breaks it, with a diff.

>>> assert_idempotent(str.strip, "  un été  ")
>>> assert_preserves(str.upper, "Voir www.exemple.fr.", ("urls",))  # doctest: +ELLIPSIS
Traceback (most recent call last):
frclean.testing.laws.LawError: urls must be preserved
...
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from frclean.config import unknown
from frclean.document import Document, Span
from frclean.testing.article import Article, Scraped
from frclean.testing.strategies import french_articles, scraped

__all__ = [
    "PRESERVED",
    "Checker",
    "Cleaner",
    "LawError",
    "assert_clean",
    "assert_harmless",
    "assert_idempotent",
    "assert_only_removes_lines",
    "assert_preserves",
    "assert_repairs",
    "assert_spans",
    "repaired",
]

Cleaner = Callable[[str], str]
Texts = str | Article | Iterable[Any] | st.SearchStrategy[Any] | None


class Spanned(Protocol):
    """What a checker reports: at least where."""

    @property
    def span(self) -> Any:
        """Start and end in code points of the text that was checked."""


Checker = Callable[[str], Iterable[Spanned]]


class LawError(AssertionError):
    """A law is broken; the message shows the text and what became of it."""

    def __init__(self, law: str, before: str, after: str, note: str = "") -> None:
        super().__init__("\n".join(filter(None, (law, note, _shown(before, after)))))
        self.law, self.before, self.after = law, before, after


def _shown(before: str, after: str) -> str:
    lines = difflib.unified_diff(
        [ascii_blanks(line) for line in before.split("\n")],
        [ascii_blanks(line) for line in after.split("\n")],
        "before",
        "after",
        lineterm="",
        n=1,
    )
    return "\n".join(lines) or f"text: {before!r}"


def ascii_blanks(line: str) -> str:
    r"""``line`` with everything that cannot be seen spelled out.

    >>> print(ascii_blanks("un\N{NO-BREAK SPACE}mot"))
    un\xa0mot
    """
    return "".join(c if c == " " or c.isprintable() else repr(c)[1:-1] for c in line)


# --- the laws ------------------------------------------------------------------------------------


def assert_idempotent(cleaner: Cleaner, texts: Texts = None, *, max_examples: int = 100) -> None:
    """Cleaning twice is cleaning once.

    Raises:
        LawError: with the smallest text for which it is not.

    """

    def law(text: str) -> None:
        once = cleaner(text)
        twice = cleaner(once)
        if once != twice:
            raise LawError("cleaning twice must be cleaning once", once, twice, f"of: {text!r}")

    _for_all(law, texts, max_examples)


#: What no cleaner may lose: name → the pattern of what is kept.
PRESERVED: Mapping[str, re.Pattern[str]] = {
    "digits": re.compile(r"\d"),
    "urls": re.compile(r"(?:https?://|www\.)[^\s«»<>]*[\w/]"),
    "names": re.compile(r"(?<=[\w,] )[A-ZÀÂÉÈÊÎÔ][a-zàâçéèêëîïôûü]{2,}"),
    "quotes": re.compile(r"«\s*([^«»\n]*?)\s*»"),
}


def assert_preserves(
    cleaner: Cleaner,
    texts: Texts = None,
    what: Iterable[str] = ("digits", "urls", "names", "quotes"),
    *,
    max_examples: int = 100,
) -> None:
    """Digits, addresses, names and quotations are the same after cleaning, in the same order.

    The default texts are articles without an error and without residue: lines of residue hold
    digits, and taking them out is a cleaner's work.

    Args:
        cleaner: any function from text to text.
        texts: one text, several, or a strategy.
        what: keys of ``PRESERVED``.
        max_examples: texts tried of a strategy.

    Raises:
        LawError: with the smallest text that loses one.

    """
    kinds = (what,) if isinstance(what, str) else tuple(what)
    for kind in kinds:
        if kind not in PRESERVED:
            raise ValueError(unknown("kind", kind, PRESERVED))

    def law(text: str) -> None:
        cleaned = cleaner(text)
        for kind in kinds:
            had, has = PRESERVED[kind].findall(text), PRESERVED[kind].findall(cleaned)
            if had != has:
                lost = [found for found in had if found not in has] or had
                raise LawError(f"{kind} must be preserved", text, cleaned, f"lost: {lost[:5]}")

    _for_all(law, french_articles() if texts is None else texts, max_examples)


def assert_spans(checker: Checker, texts: Texts = None, *, max_examples: int = 100) -> None:
    """Every finding lies inside the text, and slices what it says it found.

    ``found`` is looked at where a finding has it; each of its fixes must apply alone.

    Raises:
        LawError: with the smallest text that has a finding out of place.

    """

    def law(text: str) -> None:
        for finding in checker(text):
            start, end = finding.span
            if not 0 <= start <= end <= len(text):
                raise LawError("spans must lie inside the text", text, text, f"{finding!r}")
            found = getattr(finding, "found", None)
            if found is not None and found != text[start:end]:
                note = f"{finding!r}\nslices {text[start:end]!r}"
                raise LawError("a span must slice what was found", text, text, note)
            for fix in getattr(finding, "fixes", ()):
                Document.of(text).apply(fix.edits)

    _for_all(law, texts, max_examples)


def assert_only_removes_lines(
    stripper: Cleaner, texts: Texts = None, *, max_examples: int = 100
) -> None:
    """What is left are lines of the text, whole and in order; blank lines do not count.

    Raises:
        LawError: with the smallest text in which a line was changed, added or moved.

    """

    def law(text: str) -> None:
        left = stripper(text)
        lines = iter(_lines(text))
        for line in _lines(left):
            if line not in lines:  # an iterator: looks on from where the last one was
                note = f"not a line of the text, or not in order: {line!r}"
                raise LawError("lines may only be removed", text, left, note)

    _for_all(law, texts, max_examples)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def assert_harmless(
    cleaner: Cleaner, clean_articles: Texts = None, *, max_examples: int = 100
) -> None:
    """Text without an error comes back as it is.

    Raises:
        LawError: with the smallest clean text that is changed.

    """

    def law(text: str) -> None:
        cleaned = cleaner(text)
        if cleaned != text:
            raise LawError("clean text must come back unchanged", text, cleaned)

    _for_all(law, french_articles() if clean_articles is None else clean_articles, max_examples)


def assert_repairs(
    cleaner: Cleaner,
    texts: st.SearchStrategy[Scraped] | Iterable[Scraped],
    rate: float,
    *,
    max_examples: int = 200,
) -> dict[str, float]:
    """At least a share of the damage is gone after cleaning; returns the share of each kind.

    Args:
        cleaner: any function from text to text.
        texts: damaged texts, as ``sample_scraped`` gives them, or a strategy of them (``typos``,
            ``mojibake``, ``layout_noise``, ``scraped``). Only a sample gives an unbiased rate.
        rate: least share over all kinds, from 0 to 1.
        max_examples: texts tried of a strategy.

    Raises:
        LawError: with the rates, and the shortest text in which something is left.

    """
    counts: dict[str, list[int]] = {}
    left: list[tuple[Scraped, str]] = []

    def look(text: Scraped) -> None:
        cleaned = cleaner(text.dirty)
        for kind, is_repaired in repaired(text, cleaned):
            counts.setdefault(kind, []).append(is_repaired)
            if not is_repaired:
                left.append((text, cleaned))

    if isinstance(texts, st.SearchStrategy):
        _run(look, texts, max_examples)
    else:
        for each in texts:
            look(each)
    rates = {kind: sum(flags) / len(flags) for kind, flags in sorted(counts.items())}
    flags = [flag for kind in counts.values() for flag in kind]
    total = sum(flags) / len(flags) if flags else 1.0
    if total < rate:
        text, cleaned = min(left, key=lambda pair: len(pair[0].dirty))
        by_kind = ", ".join(f"{kind} {share:.0%}" for kind, share in rates.items())
        note = f"{total:.1%} repaired, of {rate:.1%} wanted: {by_kind}"
        raise LawError("damage must be repaired", text.dirty, cleaned, note)
    return rates


def repaired(text: Scraped, cleaned: str) -> list[tuple[str, bool]]:
    """Each damage of ``text`` by kind, and whether ``cleaned`` has the clean text in its place.

    >>> from frclean.testing.article import Damage
    >>> text = Scraped("un ete", "un été", (Damage("accents", Span(3, 6), "été"),))
    >>> repaired(text, "un été"), repaired(text, "un ete")
    ([('accents', True)], [('accents', False)])
    """
    same = difflib.SequenceMatcher(None, text.clean, cleaned, autojunk=False)
    whole = [(block.a, block.a + block.size) for block in same.get_matching_blocks()]
    extra = [
        _slid(text.clean, start, cleaned[first:last]) if start == end else (start, end)
        for kind, start, end, first, last in same.get_opcodes()
        if kind != "equal"
    ]
    shares, shift = [], 0
    for kind, (start, end), original in text.damage:
        at = Span(start + shift, start + shift + len(original))
        shift += len(original) - (end - start)
        is_whole = any(a <= at.start and at.end <= b for a, b in whole)
        is_free = not any(a <= at.end and at.start <= b for a, b in extra)
        shares.append((kind, is_whole and is_free))
    return shares


def _slid(text: str, at: int, extra: str) -> tuple[int, int]:
    """Between which offsets ``extra`` may stand in ``text`` with the same result.

    >>> _slid("de la mer", 6, "la ")  # « de la la mer »: either « la » is the one too many
    (2, 6)
    """
    start = end = at
    before = after = extra
    while start and text[start - 1] == before[-1]:
        start, before = start - 1, before[-1] + before[:-1]
    while end < len(text) and text[end] == after[0]:
        end, after = end + 1, after[1:] + after[0]
    return start, end


def assert_clean(text: str, **options: Any) -> None:
    """The text is clean: frclean has nothing to say about it.

    Args:
        text: the text.
        **options: those of ``frclean.check`` (``steps``, ``select``, ``ignore`` …).

    Raises:
        AssertionError: with every finding, its place and its repair.

    """
    __tracebackhide__ = True
    import frclean

    findings = frclean.check(str(text), **options)
    if findings:
        lines = [f"{f.line}:{f.column}: {f.code} {f.message}" for f in findings]
        count = "1 finding" if len(findings) == 1 else f"{len(findings)} findings"
        raise AssertionError("\n".join([f"{count} in a text that must be clean", *lines]))


# --- one text, several, or a strategy ------------------------------------------------------------


def _for_all(law: Callable[[str], None], texts: Texts, max_examples: int) -> None:
    if isinstance(texts, (str, Article)):
        law(_text(texts))
    elif texts is None or isinstance(texts, st.SearchStrategy):
        strategy = scraped() if texts is None else texts
        _run(lambda text: law(_text(text)), strategy, max_examples)
    else:
        for text in texts:
            law(_text(text))


def _text(drawn: Any) -> str:
    if isinstance(drawn, Scraped):
        return drawn.dirty
    if isinstance(drawn, (str, Article)):
        return str(drawn)
    raise TypeError(f"texts must be str, Article or Scraped, not {type(drawn).__name__}")


def _run(law: Callable[[Any], None], strategy: st.SearchStrategy[Any], max_examples: int) -> None:
    """Try the law on what the strategy draws; what it raises is of the smallest example."""

    @settings(
        max_examples=max_examples,
        deadline=None,
        database=None,
        report_multiple_bugs=False,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def holds(drawn: Any) -> None:
        law(drawn)

    holds()
