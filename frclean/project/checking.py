"""One text, checked and repaired as its project asks."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from frclean.config import Config, unknown
from frclean.document import Edit, Span
from frclean.finding import Applicability, Finding, Fix
from frclean.suppress import Comment, comments, suppressions

if TYPE_CHECKING:
    from frclean.pipeline import Pipeline
    from frclean.project.codes import Code
    from frclean.project.settings import Settings

__all__ = ["Checker", "Fixed", "checker_for"]

#: A repair may make room for another one; texts settle in two or three rounds.
_MAX_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text after its fixes: what was repaired, and what is left to say about it."""

    text: str
    applied: tuple[Finding, ...]
    left: tuple[Finding, ...]


@dataclass(frozen=True)
class Checker:
    """What is looked for in texts: steps, options, and the fields of front matter to read."""

    steps: str | tuple[str, ...]
    config: Config
    front_matter: tuple[str, ...]

    @functools.cached_property
    def pipeline(self) -> Pipeline:
        """The pipeline; raises ValueError for unknown steps or codes."""
        from frclean.pipeline import Pipeline

        return Pipeline(self.steps, self.config)

    @property
    def step_names(self) -> tuple[str, ...]:
        """The names of the steps."""
        from frclean.pipeline import PRESETS

        return PRESETS[self.steps][0] if isinstance(self.steps, str) else self.steps

    def __reduce__(self) -> tuple[object, ...]:
        # In another process the same options share one pipeline, too.
        return _checker, (self.steps, self.config, self.front_matter)

    @property
    def floor(self) -> Applicability:
        """How sure a fix must be to be applied."""
        return Applicability.UNSAFE if self.config.unsafe_fixes else Applicability.SAFE

    @functools.cached_property
    def fingerprint(self) -> bytes:
        """A digest of all that findings depend on beside the file itself.

        It is made without loading lexicon or rules: a file that is in the cache costs neither.
        """
        from frclean.formats import unparsed
        from frclean.project.cache import stamp

        options = [(f.name, getattr(self.config, f.name)) for f in fields(self.config)]
        stable = [(k, sorted(v) if isinstance(v, frozenset) else v) for k, v in options]
        learnt = Path(self.config.learnt).read_bytes() if self.config.learnt else b""
        parts = repr((stamp(), sorted(unparsed()), self.steps, stable, self.front_matter)).encode()
        return hashlib.sha256(parts + b"\0" + learnt).digest()

    def check(self, text: str, format: str) -> list[Finding]:
        """What there is to say about ``text``, in order; spans count in it."""
        from frclean import formats

        findings = formats.check(text, format, self.pipeline, front_matter=self.front_matter)
        if self.config.words:
            findings = [finding for finding in findings if not self._is_listed(finding)]
        silenced = suppressions(text)
        if silenced is not None:
            findings = [finding for finding in findings if not silenced.cover(finding)]
        if "frclean:" in text:
            findings += self._about_comments(text, format)
        return sorted(findings, key=lambda finding: finding.span)

    def fix(self, text: str, format: str) -> Fixed:
        """``text`` with its fixes applied until none is left."""
        from frclean import formats
        from frclean.engine import choose

        applied: list[Finding] = []
        for _ in range(_MAX_ROUNDS):
            findings = self.check(text, format)
            chosen = choose(findings, self.floor)
            repaired = formats.apply(text, chosen, self.floor) if chosen else text
            if repaired == text:
                break
            applied += chosen
            text = repaired
        return Fixed(text, tuple(applied), tuple(findings))

    def _is_listed(self, finding: Finding) -> bool:
        """True if the finding is about a word that the project accepts, whatever the rule."""
        words = self.config.words
        return finding.family == "SPL" and (
            finding.found in words or finding.found.lower() in words
        )

    def _about_comments(self, text: str, format: str) -> Iterator[Finding]:
        from frclean.project.codes import UNKNOWN, UNUSED

        found = comments(text)
        if found and self.config.is_on(UNKNOWN.code):
            yield from _unknown_codes(text, found, UNKNOWN, self.config.lang)
        if found and self.config.is_on(UNUSED.code, by_default=False):
            yield from self._unused(text, format, found, UNUSED)

    def _unused(
        self, text: str, format: str, found: Sequence[Comment], code: Code
    ) -> Iterator[Finding]:
        from frclean import formats

        # The same text with comments that nobody reads as such: all offsets stay what they were.
        loud = text.replace("frclean:", "frclean;")
        hidden = formats.check(loud, format, self.pipeline, front_matter=self.front_matter)
        known = _known_codes()
        for comment in found:
            if comment.codes and not comment.codes & known:
                continue  # said already: there are no such rules
            covered = (f for f in hidden if comment.covers(f) and not f.span.overlaps(comment.span))
            if next(covered, None) is None:
                yield _finding(text, comment.span, code, sorted(comment.codes), self.config.lang)


def _known_codes() -> frozenset[str]:
    from frclean.catalogue import catalogue
    from frclean.pipeline import FAMILIES

    return FAMILIES | frozenset(catalogue())


def _unknown_codes(text: str, found: Sequence[Comment], code: Code, lang: str) -> Iterator[Finding]:
    known = _known_codes()
    for comment in found:
        for name in sorted(comment.codes - known):
            hint = unknown("rule", name, known).partition("did you mean ")[2].strip("?'")
            fix = (name, hint) if hint else None
            yield _finding(text, comment.span, code, [name], lang, fix)


def _finding(
    text: str,
    span: Span,
    code: Code,
    names: Sequence[str],
    lang: str,
    renamed: tuple[str, str] | None = None,
) -> Finding:
    """The finding about a comment: it goes, or the code that it names is ``renamed``."""
    found = span.slice(text)
    if renamed:
        fix = Fix.replace(span, found.replace(*renamed), Applicability.DISPLAY)
        fixes: tuple[Fix, ...] = (fix,)
    elif code.applicability == "unsafe":
        fixes = (Fix("", (Edit(_with_blanks(text, span), ""),), Applicability.UNSAFE),)
    else:
        fixes = ()
    message = (code.message_en if lang == "en" else code.message).format(
        codes=", ".join(names) or ("tout" if lang == "fr" else "everything")
    )
    line = text.count("\n", 0, span.start) + 1
    column = span.start - (text.rfind("\n", 0, span.start) + 1) + 1
    return Finding(code.code, code.name, message, span, found, fixes, "", line, column)


def _with_blanks(text: str, span: Span) -> Span:
    """``span`` with the blanks before it; with its line end too if nothing else stands there."""
    start = span.start
    while start and text[start - 1] in " \t":
        start -= 1
    if (start == 0 or text[start - 1] == "\n") and text[span.end : span.end + 1] == "\n":
        return Span(start, span.end + 1)
    return Span(start, span.end)


@functools.lru_cache(maxsize=32)
def _checker(
    steps: str | tuple[str, ...], config: Config, front_matter: tuple[str, ...]
) -> Checker:
    return Checker(steps, config, front_matter)


def checker_for(settings: Settings, relative: str) -> Checker:
    """The checker of one file; files with the same options share one."""
    return _checker(settings.pipeline_steps, settings.for_file(relative), settings.front_matter)
