"""Sentences to LanguageTool and back: cached, in parallel, and never for ever."""

from __future__ import annotations

import functools
import hashlib
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["Match", "NoAnswerError", "Options", "Service", "service_of"]

#: Characters of one request: a server's default limit is far above, and a lost one costs little.
BATCH_CHARACTERS = 4_000
#: Between two sentences of a request: they end a paragraph, so none is read with the next.
GAP = "\n\n"
#: Seconds to wait before each further try.
BACK_OFF = (0.2, 1.0)
#: After so many failures in a row nothing is asked for so many seconds.
MOST_FAILURES, PAUSE = 3, 30.0
#: LanguageTool counts UTF-16 units, two for characters beyond U+FFFF. It gets one that it counts
#: once in their place, so that its offsets and lengths are ours.
STAND_IN = "\N{WHITE SQUARE}"


class Match(NamedTuple):
    """What LanguageTool says of a sentence: offsets are code points of the sentence."""

    start: int
    end: int
    message: str
    replacements: tuple[str, ...]
    rule: str
    category: str


@dataclass(frozen=True)
class Options:
    """What decides an answer, and how it is got."""

    url: str
    """The address of a server, or the directory of a LanguageTool to start."""
    language: str = "fr"
    disabled_rules: frozenset[str] = frozenset()
    disabled_categories: frozenset[str] = frozenset()
    picky: bool = False
    connections: int = 2
    timeout: float = 20.0
    cache: str | None = None
    cache_bytes: int = 100_000_000

    @property
    def key(self) -> str:
        """What an answer in the cache depends on, beside the sentence."""
        rules = (sorted(self.disabled_rules), sorted(self.disabled_categories))
        return repr((self.url, self.language, *rules, self.picky))


class NoAnswerError(Exception):
    """LanguageTool could not be asked; the message says why, in French."""


class Service:
    """One server, as this process sees it."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self._pool = ThreadPoolExecutor(options.connections, "frclean-languagetool")
        self._lock = threading.Lock()
        self._tool: Any = None
        self._failures, self._closed_until = 0, 0.0

    def check(self, sentences: Sequence[str]) -> tuple[list[list[Match] | None], str]:
        """For each sentence its matches, None where there was no answer, and why there was none."""
        found: list[list[Match] | None] = [self._remembered(s) for s in sentences]
        open_ = [i for i, matches in enumerate(found) if matches is None]
        sent = [
            (batch, self._pool.submit(self._ask, [sentences[i] for i in batch]))
            for batch in _batches(open_, sentences)
        ]
        reason = ""
        for batch, future in sent:
            try:
                answers = self._waited(future)
            except NoAnswerError as error:
                reason = str(error)
                continue
            for i, matches in zip(batch, answers, strict=True):
                found[i] = matches
                self._remember(sentences[i], matches)
        return found, reason

    def close(self) -> None:
        """End the server, if it was started from here."""
        if self._tool is not None:
            from frclean.languagetool.local import stop

            stop(self._tool)
            self._tool = None

    # --- asking -------------------------------------------------------------------------------

    def _waited(self, future: Future[list[list[Match]]]) -> list[list[Match]]:
        try:
            tries = len(BACK_OFF) + 1
            return future.result(tries * self.options.timeout + sum(BACK_OFF))
        except TimeoutError:
            future.cancel()
            self._failed()
            raise NoAnswerError("le serveur ne répond pas à temps") from None

    def _ask(self, sentences: list[str]) -> list[list[Match]]:
        """The matches of some sentences in one request; tried again before it is given up."""
        error: Exception | None = None
        for pause in (0.0, *BACK_OFF):
            if time.monotonic() < self._closed_until:
                raise NoAnswerError("le serveur vient d'échouer plusieurs fois ; il se repose")
            time.sleep(pause)
            try:
                answers = self._answers(sentences)
            except NoAnswerError:
                raise
            except Exception as raised:  # whatever a broken server makes the client raise
                error = raised
                self._failed()
            else:
                self._failures = 0
                return answers
        raise NoAnswerError(
            f"le serveur ne répond pas bien ({type(error).__name__}: {error})"[:200]
        )

    def _answers(self, sentences: list[str]) -> list[list[Match]]:
        text = GAP.join(map(_plain, sentences))
        starts = _starts(sentences)
        answers: list[list[Match]] = [[] for _ in sentences]
        for raw in self._client().check(text):
            start, end = int(raw.offset), int(raw.offset) + int(raw.error_length)
            if not 0 <= start <= end <= len(text):
                raise ValueError(f"a match at {start}–{end} of {len(text)} characters")
            at = max(i for i, first in enumerate(starts) if first <= start)
            first = starts[at]
            if end - first <= len(sentences[at]):
                answers[at].append(_match(raw, start - first, end - first))
        return answers

    def _client(self) -> Any:
        with self._lock:
            if self._tool is None:
                self._tool = _opened(self.options)
            return self._tool

    def _failed(self) -> None:
        self._failures += 1
        if self._failures >= MOST_FAILURES:
            self._failures, self._closed_until = 0, time.monotonic() + PAUSE

    # --- remembering --------------------------------------------------------------------------

    @functools.cached_property
    def _cache(self) -> Any:
        if self.options.cache is None:
            return {}
        import diskcache

        path = Path(self.options.cache).expanduser()
        size = self.options.cache_bytes
        return diskcache.Cache(str(path), size_limit=size, disk=diskcache.JSONDisk)

    def _key(self, sentence: str) -> str:
        data = f"{self.options.key}\0{sentence}".encode("utf-8", "surrogatepass")
        return hashlib.sha256(data).hexdigest()

    def _remembered(self, sentence: str) -> list[Match] | None:
        rows = self._cache.get(self._key(sentence))
        if rows is None:
            return None
        return [Match(s, e, message, tuple(fixes), *rest) for s, e, message, fixes, *rest in rows]

    def _remember(self, sentence: str, matches: list[Match]) -> None:
        cache = self._cache
        if isinstance(cache, dict) and len(cache) >= _MOST_IN_MEMORY:
            cache.clear()
        cache[self._key(sentence)] = [list(match) for match in matches]


_MOST_IN_MEMORY = 20_000


@functools.lru_cache(maxsize=8)
def service_of(options: Options) -> Service:
    """The service with these options; one in each process."""
    return Service(options)


def _opened(options: Options) -> Any:
    """A client of language-tool-python; a server is started if a directory is given."""
    import language_tool_python

    class Tool(language_tool_python.LanguageTool):
        _TIMEOUT = options.timeout  # type: ignore[assignment]  # its own is five minutes

    if options.url.startswith(("http://", "https://")):
        tool = Tool(options.language, remote_server=options.url)
    else:
        from frclean.languagetool.local import has_java, start

        if not has_java():
            raise NoAnswerError("il n'y a pas de Java sur cette machine pour lancer LanguageTool")
        tool = start(Tool, options.url, language=options.language)
    tool.disabled_rules = set(options.disabled_rules)
    tool.disabled_categories = set(options.disabled_categories)
    tool.picky = options.picky
    return tool


def _plain(sentence: str) -> str:
    """The sentence without line breaks that would cut it, without characters counted twice."""
    if sentence.isascii():
        return sentence.replace("\n", " ")
    return "".join(
        STAND_IN if char > "\uffff" or "\ud800" <= char <= "\udfff" else char for char in sentence
    ).replace("\n", " ")


def _starts(sentences: Iterable[str]) -> list[int]:
    starts, at = [], 0
    for sentence in sentences:
        starts.append(at)
        at += len(sentence) + len(GAP)
    return starts


def _batches(numbers: Iterable[int], sentences: Sequence[str]) -> Iterator[list[int]]:
    """The sentences with these numbers, so many to a request."""
    batch: list[int] = []
    size = 0
    for number in numbers:
        if batch and size + len(sentences[number]) > BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
        batch.append(number)
        size += len(sentences[number]) + len(GAP)
    if batch:
        yield batch


def _match(raw: Any, start: int, end: int) -> Match:
    fixes = tuple(str(fix) for fix in raw.replacements if STAND_IN not in fix)
    return Match(start, end, str(raw.message), fixes[:5], str(raw.rule_id), str(raw.category))
