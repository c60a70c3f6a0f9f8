"""The step: sends sentences that look doubtful, and makes findings of the answers."""

from __future__ import annotations

import hashlib
import importlib.util
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from frclean.config import Config
from frclean.document import Document, Edit, Span
from frclean.finding import Applicability, Finding, Fix
from frclean.languagetool.codes import UNCHECKED, code_of
from frclean.languagetool.local import Directory
from frclean.languagetool.mistaken import is_of_cut, is_of_name, is_of_word
from frclean.languagetool.sentences import PlaceInLine, place_in_line, sentences_of
from frclean.languagetool.service import Match, Options, Service, service_of
from frclean.languagetool.suspicion import clues, suspicion
from frclean.rules import Rules

__all__ = ["LanguageTool"]

#: Where LanguageTool is, for those who do not say it in the configuration.
ENVIRONMENT = "FRCLEAN_LANGUAGETOOL"


@dataclass(frozen=True)
class LanguageTool:
    """What LanguageTool says of the sentences that look doubtful, or of all.

    Its findings are shown, or applied where ``unsafe_fixes`` are; none is ever SAFE unless its
    rule is ``trusted``. Where our own rules say something already, they have the word. When the
    server is missing, slow or answers nonsense, one finding (LGT009) says what was not read.

    >>> LanguageTool("http://localhost:8081", disabled_rules=["FR_SPELLING_RULE"]).when
    'suspect'

    Args:
        url: the address of a server (``http://localhost:8081``), or a directory
            ``…/LanguageTool-6.6`` from which one is started; default: the environment variable
            ``FRCLEAN_LANGUAGETOOL``. Nothing is ever downloaded.
        when: "suspect" sends sentences in which our rules, the lexicon or the model of contexts
            see something unusual; "all" sends every sentence.
        language: LanguageTool's code.
        disabled_rules: LanguageTool's rules that are off, by identifier.
        disabled_categories: its categories that are off.
        picky: its stricter level.
        names: what it says of the spelling of unknown words with a capital, and of the article
            before them, is shown, too; they are mostly names. An accent that a capital lacks is
            shown in any case.
        known_words: what it says of the spelling of words that our lexicon knows, or that are
            made as French makes words, is shown, too.
        trusted: rules whose first suggestion is applied unasked; measure them first.
        connections: requests at a time.
        timeout: seconds for one request.
        cache: a directory that remembers sentences (``cache_bytes`` at most); None remembers
            some thousands in memory.
        beside_rules: our own rules are in the pipeline, too: what they say is not said twice.
        config: the options of our own rules.

    Raises:
        ValueError: if there is no address, no LanguageTool in the directory, or no client
            installed.

    """

    url: str | None = None
    when: Literal["suspect", "all"] = "suspect"
    language: str = "fr"
    disabled_rules: Iterable[str] = ()
    disabled_categories: Iterable[str] = ()
    picky: bool = False
    names: bool = False
    known_words: bool = False
    trusted: Iterable[str] = ()
    connections: int = 2
    timeout: float = 20.0
    cache: str | None = None
    cache_bytes: int = 100_000_000
    beside_rules: bool = True
    config: Config = field(default_factory=Config)

    def __post_init__(self) -> None:
        for name in ("disabled_rules", "disabled_categories", "trusted"):
            value = getattr(self, name)
            if isinstance(value, str):
                raise TypeError(f"{name} must be a collection of names, not {value!r}")
            object.__setattr__(self, name, frozenset(value))
        url = self.url or os.environ.get(ENVIRONMENT)
        if not url:
            raise ValueError(
                "languagetool: where is LanguageTool? Give url='http://localhost:8081', the "
                f"directory of one to start, languagetool = … in the configuration, {ENVIRONMENT}"
            )
        object.__setattr__(self, "url", url)
        if self.when not in ("suspect", "all"):
            raise ValueError(f"when must be 'suspect' or 'all', not {self.when!r}")
        if not url.startswith(("http://", "https://")):
            Directory(url)
        if importlib.util.find_spec("language_tool_python") is None:
            raise ValueError(
                "languagetool needs language-tool-python: pip install 'frclean[languagetool]'"
            )

    def __call__(self, document: Document) -> list[Finding]:
        """What LanguageTool says of ``document``, and our rules do not."""
        rules = Rules(self.config)
        ours = rules(document)
        analysis = rules.analysis(document)
        sentences = [
            span
            for span, tokens in sentences_of(analysis)
            if self.when == "all" or suspicion()(clues(analysis, tokens, span, ours)) >= 0
        ]
        texts = [span.slice(document.text) for span in sentences]
        answers, reason = self.service.check(texts)
        found = [
            self._finding(match, span, document.text)
            for span, sentence, matches in zip(sentences, texts, answers, strict=True)
            for match in matches or ()
            if self._is_on(match)
            and self._is_believed(match, sentence, place_in_line(span, document.text))
            and not analysis.is_foreign(analysis.index_at(span.start + match.start))
        ]
        analysis.forget()
        unread = sum(matches is None for matches in answers)
        if unread:
            found.append(self._unread(document.text, unread, reason))
        return list(_apart(found, ours if self.beside_rules else ()))

    def at_least(self, floor: Applicability) -> LanguageTool | _Silent:
        """The step as ``clean()`` asks it: nothing is sent if nothing could be applied."""
        return self if floor is not Applicability.SAFE or self.trusted else _Silent()

    @property
    def digest(self) -> str:
        """Changes when what the step would do changes (not when the server does)."""
        parts = (self._options.key, self.when, self.names, self.known_words, sorted(self.trusted))
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]

    @property
    def service(self) -> Service:
        """The server as this process sees it."""
        return service_of(self._options)

    @property
    def _options(self) -> Options:
        assert self.url is not None
        return Options(
            url=self.url,
            language=self.language,
            disabled_rules=frozenset(self.disabled_rules),
            disabled_categories=frozenset(self.disabled_categories),
            picky=self.picky,
            connections=self.connections,
            timeout=self.timeout,
            cache=self.cache,
            cache_bytes=self.cache_bytes,
        )

    def _is_on(self, match: Match) -> bool:
        """Style is for those who ask for it: by its code, by ``preview`` or ``picky``."""
        code = code_of(match.category, match.rule)
        return self.config.is_on(code.code, by_default=self.picky or not code.preview)

    def _is_believed(self, match: Match, sentence: str, place: PlaceInLine) -> bool:
        """False for what is hardly ever so: of names, of good words, of sentences for being cut."""
        if not self.names and is_of_name(match, sentence):
            return False
        if not self.known_words and is_of_word(match, sentence):
            return False
        return not is_of_cut(match, sentence, place)

    def _finding(self, match: Match, sentence: Span, text: str) -> Finding:
        code = code_of(match.category, match.rule)
        span = Span(sentence.start + match.start, sentence.start + match.end)
        found = span.slice(text)
        first = Applicability.UNSAFE if len(match.replacements) == 1 else Applicability.DISPLAY
        first = Applicability.SAFE if match.rule in self.trusted else first
        fixes = tuple(
            Fix(new, (Edit(span, new),), first if i == 0 else Applicability.DISPLAY)
            for i, new in enumerate(r for r in match.replacements if r != found)
        )
        name = f"languagetool-{match.rule.lower().replace('_', '-')}"
        return Finding(code.code, name, match.message, span, found, fixes)

    def _unread(self, text: str, count: int, reason: str) -> Finding:
        template = UNCHECKED.message_en if self.config.lang == "en" else UNCHECKED.message
        message = template.format(count=count, reason=reason)
        found = text.split("\n", 1)[0][:80]
        return Finding(UNCHECKED.code, UNCHECKED.name, message, Span(0, len(found)), found, ())


class _Silent:
    """Nothing to say."""

    def __call__(self, document: Document) -> tuple[Finding, ...]:
        return ()


def _apart(found: Sequence[Finding], ours: Sequence[Finding]) -> Iterator[Finding]:
    """The findings that touch none of ours, and none of those before them."""
    taken = [finding.span for finding in ours]
    for finding in found:
        if finding.code == UNCHECKED.code:
            yield finding
        elif not any(finding.span.overlaps(span) or finding.span == span for span in taken):
            taken.append(finding.span)
            yield finding
