"""The shapes a rule can take.

A rule is one record: it carries what it looks for, what it says, why, how far its fix may be
trusted, and the examples from which its tests and its page are made.

- :class:`TokenRule`: a pattern over words and their readings; the first choice;
- :class:`TextRule`: a regular expression over characters, tried only near given words;
- :class:`LexiconRule`: a table wrong → right of words that the lexicon does not know;
- :class:`FunctionRule`: a pattern that finds candidates and a function that judges them;
- :class:`ScanRule`: a function over the whole analysis, for what no pattern can say.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from frclean.document import Edit, Span
from frclean.finding import Applicability, Finding, Fix
from frclean.language.analysis import Analysis, Token
from frclean.language.patterns import PatternMatch

__all__ = [
    "DISPLAY",
    "SAFE",
    "UNSAFE",
    "Bad",
    "FunctionRule",
    "Good",
    "Hit",
    "LexiconRule",
    "Match",
    "Rule",
    "ScanRule",
    "TextRule",
    "TokenRule",
]

SAFE, UNSAFE, DISPLAY = Applicability.SAFE, Applicability.UNSAFE, Applicability.DISPLAY
_RANK = attrgetter("rank")


class Bad(NamedTuple):
    """A sentence with its mistake in ``{{ }}``, and the sentence repaired (None: no repair)."""

    text: str
    fixed: str | None = None


class Good(NamedTuple):
    """A sentence that must stay silent."""

    text: str


class Hit(NamedTuple):
    """What a rule found: where, and what should stand there, best first."""

    span: Span
    fixes: tuple[str, ...] = ()
    applicability: Applicability | None = None
    """None: that of the rule."""


class Match:
    """A pattern's match, as rules look at it: ``match["v"]`` is the token named ``v``."""

    def __init__(self, analysis: Analysis, found: PatternMatch) -> None:
        self.analysis = analysis
        self.found = found

    def __getitem__(self, name: str) -> Token:
        return self.analysis.token(self.found.named[name])

    def __contains__(self, name: str) -> bool:
        return name in self.found.named

    @property
    def tokens(self) -> list[Token]:
        """All tokens of the match."""
        return self.analysis.tokens(self.found.start, self.found.end)

    @property
    def marked(self) -> list[Token]:
        """The tokens that the finding points at."""
        return self.analysis.tokens(*self.found.marked)

    def before(self, count: int = 1) -> Token:
        """The ``count``-th token before the match (a border sign at the text's edge)."""
        return self.analysis.token(max(0, self.found.start - count))

    def after(self, count: int = 1) -> Token:
        """The ``count``-th token behind the match (a border sign at the text's edge)."""
        return self.analysis.token(min(len(self.analysis) - 1, self.found.end - 1 + count))

    @property
    def span(self) -> Span:
        """Where the marked tokens stand in the text."""
        marked = self.marked
        return Span(marked[0].start, marked[-1].end)


@dataclass(frozen=True, kw_only=True, eq=False)
class Rule:
    """What every rule says about itself; each is equal to itself alone.

    ``message`` is a French sentence for editors; ``{found}`` and ``{fixed}`` stand for what was
    found and for the best repair. ``why`` is for the rule's page. ``source`` names the grammar
    or dictionary that says so.
    """

    code: str
    name: str
    message: str
    why: str
    examples: tuple[Bad | Good, ...]
    applicability: Applicability = UNSAFE
    surest: Applicability | None = None
    """What its surest hits say of themselves (None: as ``applicability``): a rule that never comes
    to SAFE costs ``clean()`` nothing."""
    message_en: str = ""
    source: str = ""
    preview: bool = False
    shy: bool = False
    """Silent where another rule has found something within two words: one slip, one finding."""
    whole_text: bool = False
    """Asks for the habits of the whole text: a fix in one line may change what it says of others."""

    @property
    def family(self) -> str:
        """The letters of the code."""
        return self.code.rstrip("0123456789")

    @property
    def reach(self) -> Applicability:
        """How far its surest fix may be trusted."""
        return self.surest or self.applicability

    @property
    def patterns(self) -> tuple[str, ...]:
        """The token patterns that find candidates."""
        return ()

    @property
    def sure_patterns(self) -> tuple[str, ...]:
        """The token patterns that find the candidates for SAFE hits, where others are not read."""
        return self.patterns

    def hits(self, match: Match) -> Iterable[Hit]:
        """What there is to say about a match of one of the patterns."""
        return ()

    def scan(self, analysis: Analysis) -> Iterable[Hit]:
        """What there is to say about a whole text, beside the patterns."""
        return ()

    def finding(self, hit: Hit, analysis: Analysis, lang: str = "fr") -> Finding:
        """The finding that a hit becomes."""
        found = hit.span.slice(analysis.text)
        applicability = min(hit.applicability or self.applicability, self.reach, key=_RANK)
        replacements = tuple(
            dict.fromkeys(r for fix in hit.fixes if (r := _dressed(fix, found, analysis, self)) != found)
        )  # fmt: skip
        fixes = tuple(
            # Only the first fix is ever applied; the others are for a person to choose from.
            Fix(r, (Edit(hit.span, r),), applicability if i == 0 else DISPLAY)
            for i, r in enumerate(replacements)
        )
        message = self._message(found, replacements, lang)
        return Finding(self.code, self.name, message, hit.span, found, fixes)

    def _message(self, found: str, replacements: tuple[str, ...], lang: str) -> str:
        fixed = replacements[0] if replacements else "…"
        if lang == "en":
            template = self.message_en or "“{found}” should probably be “{fixed}”."
        else:
            template = self.message
        return template.replace("{found}", found).replace("{fixed}", fixed)


def _dressed(fix: str, found: str, analysis: Analysis, rule: Rule) -> str:
    """``fix`` with the capitals and apostrophes of what it replaces."""
    if getattr(rule, "keep_case", False) is False:
        fix = match_case(found, fix)
    if "'" in fix and "'" not in found and ("’" in found or _prefers_curly(analysis.text)):
        fix = fix.replace("'", "’")
    return fix


@functools.lru_cache(maxsize=4)
def _prefers_curly(text: str) -> bool:
    return text.count("’") > text.count("'")


def match_case(found: str, fix: str) -> str:
    """``fix`` with the capitals of ``found``, unless it brings its own.

    >>> match_case("Attentas", "attentats"), match_case("ATTENTAS", "attentats")
    ('Attentats', 'ATTENTATS')
    >>> match_case("etats-unis", "États-Unis")
    'États-Unis'
    """
    if fix != fix.lower():
        return fix
    letters = [c for c in found if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return fix.upper()
    if found[:1].isupper():
        return fix[:1].upper() + fix[1:]
    return fix


def _tuple(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


FixMaker = Callable[[Match], str | Iterable[str] | None]


@dataclass(frozen=True, kw_only=True, eq=False)
class TokenRule(Rule):
    """A pattern over tokens.

    ``fix`` is a template, several (best first), or a function of the match. In a template,
    ``{v}`` is the token named ``v``, ``{v:ver:inf}`` that form of its lemma, ``{0}`` the first
    marked token. ``when`` may refuse a match. ``unless`` are patterns that make the rule silent
    where they match the marked tokens.
    """

    pattern: str | tuple[str, ...]
    fix: str | tuple[str, ...] | FixMaker = ()
    when: Callable[[Match], bool] | None = None
    unless: tuple[str, ...] = ()
    keep_case: bool = False

    @property
    def patterns(self) -> tuple[str, ...]:  # noqa: D102
        return _tuple(self.pattern)

    def hits(self, match: Match) -> Iterator[Hit]:  # noqa: D102
        if self.when is not None and not self.when(match):
            return
        yield Hit(match.span, tuple(self._fixes(match)))

    def _fixes(self, match: Match) -> Iterator[str]:
        if callable(self.fix):
            made = self.fix(match)
            yield from (made,) if isinstance(made, str) else made or ()
            return
        for template in _tuple(self.fix):
            named = {name: match[name] for name in match.found.named}
            try:
                yield template.format(*match.marked, **named)
            except ValueError:  # the lemma has no such form
                continue


@dataclass(frozen=True, kw_only=True, eq=False)
class TextRule(Rule):
    """A regular expression over the characters of a line, tried near the tokens ``near``.

    ``near`` is a token pattern (one element is enough): nothing else costs anything.
    ``replacement`` is a template of :meth:`re.Match.expand`.
    """

    near: str | tuple[str, ...]
    regex: str
    replacement: str | tuple[str, ...] = ()
    keep_case: bool = False

    @property
    def patterns(self) -> tuple[str, ...]:  # noqa: D102
        return _tuple(self.near)

    @functools.cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.regex)

    def hits(self, match: Match) -> Iterator[Hit]:  # noqa: D102
        text = match.analysis.text
        near = match.span
        # A window is enough, and keeps a line of ten megabytes linear.
        line = match.analysis.line_span(match.found.start)
        start, end = max(line.start, near.start - 200), min(line.end, near.end + 200)
        for found in self._compiled.finditer(text, start, end):
            if found.start() <= near.end and near.start <= found.end():
                yield Hit(
                    Span(*found.span()), tuple(found.expand(r) for r in _tuple(self.replacement))
                )


@dataclass(frozen=True, kw_only=True, eq=False)
class LexiconRule(Rule):
    """A table of words that no dictionary knows, with what was meant: one meaning, or several."""

    table: Mapping[str, str | tuple[str, ...]]

    @property
    def patterns(self) -> tuple[str, ...]:  # noqa: D102
        return ("inc",)

    def hits(self, match: Match) -> Iterator[Hit]:  # noqa: D102
        token = match.marked[0]
        meant = self.table.get(token.lower)
        if meant is not None:
            fixes = _tuple(meant)
            yield Hit(token.span, fixes, DISPLAY if len(fixes) > 1 else None)


@dataclass(frozen=True, kw_only=True, eq=False)
class FunctionRule(Rule):
    """Patterns that find candidates, and a function that judges each of them.

    ``sure_pattern`` is for ``clean()``, which reads nothing but SAFE hits: narrower patterns that
    find these alone, so that most candidates are never judged.
    """

    pattern: str | tuple[str, ...]
    judge: Callable[[Match], Iterable[Hit]]
    sure_pattern: str | tuple[str, ...] = ()
    keep_case: bool = False

    @property
    def patterns(self) -> tuple[str, ...]:  # noqa: D102
        return _tuple(self.pattern)

    @property
    def sure_patterns(self) -> tuple[str, ...]:  # noqa: D102
        return _tuple(self.sure_pattern or self.pattern)

    def hits(self, match: Match) -> Iterable[Hit]:  # noqa: D102
        return self.judge(match)


@dataclass(frozen=True, kw_only=True, eq=False)
class ScanRule(Rule):
    """A function over the whole analysis. It must be cheap where there is nothing to find."""

    find: Callable[[Analysis], Iterable[Hit]]
    keep_case: bool = False
    odd_pairs: bool = False
    """Looks at neighbours that hardly ever meet (``analysis.odd_pairs``)."""

    def scan(self, analysis: Analysis) -> Iterable[Hit]:  # noqa: D102
        return self.find(analysis)


def every_example(rules: Iterable[Rule]) -> Iterator[tuple[Rule, Bad | Good]]:
    """Each rule with each of its examples."""
    for rule in rules:
        for example in rule.examples:
            yield rule, example


def unmarked(example: Bad) -> tuple[str, list[Span]]:
    """The sentence without its braces, and what they marked.

    >>> unmarked(Bad("L'un {{d'entres}} eux.", ""))
    ("L'un d'entres eux.", [Span(start=5, end=13)])
    """
    text, spans, position = "", [], 0
    for match in re.finditer(r"\{\{(.*?)\}\}", example.text):
        text += example.text[position : match.start()]
        spans.append(Span(len(text), len(text) + len(match[1])))
        text += match[1]
        position = match.end()
    return text + example.text[position:], spans
