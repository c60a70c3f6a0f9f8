"""Steps in a row: ``clean()``, ``check()``, ``explain()``."""

from __future__ import annotations

import functools
import hashlib
import itertools
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, Protocol, cast, overload

from frclean.config import CODE_LISTS, Config, unknown
from frclean.document import Document
from frclean.engine import MAX_PASSES, Layer, Settled, Step, settle
from frclean.finding import Applicability, Finding
from frclean.suppress import suppressions
from frclean.version import __version__

if TYPE_CHECKING:
    from concurrent.futures import Future

    from frclean.result import Result

__all__ = ["PRESETS", "STEPS", "Pipeline", "check", "clean", "explain"]


class Steps(Protocol):
    """Any iterable of names and callables.

    A class of its own and no ``Iterable[str | Step]``, because the ghostwriter of Hypothesis
    (6.170) stops at a union inside a union, and because a strategy can be registered for it.
    """

    def __iter__(self) -> Iterator[str | Step]:
        """One after the other."""


def _encoding(config: Config) -> Step:
    from frclean.normalise.encoding import find_encoding

    return find_encoding


def _whitespace(config: Config) -> Step:
    from frclean.normalise.whitespace import Whitespace

    return Whitespace(unwrap=config.unwrap)


def _boilerplate(config: Config) -> Step:
    from frclean.boilerplate import Boilerplate

    return Boilerplate(learnt=config.learnt)


def _rules(config: Config) -> Step:
    from frclean.rules import Rules

    return Rules(config)


def _languagetool(config: Config) -> Step:
    from frclean.languagetool import LanguageTool

    return LanguageTool(config.languagetool, config=config)


def _typography(config: Config) -> Step:
    from frclean.normalise.typography import Typography

    return Typography(profile=config.profile)


def _ascii(config: Config) -> Step:
    from frclean.normalise.fold import find_non_ascii

    return find_non_ascii


#: The steps that have a name, in the only order in which no step loses another's evidence:
#: a broken « à » is Ã + no-break space, so bytes come before blanks; a line can be told from
#: residue only when it is whole; a sentence can be read only when residue no longer cuts it.
STEPS: dict[str, Callable[[Config], Step]] = {
    "encoding": _encoding,
    "whitespace": _whitespace,
    "boilerplate": _boilerplate,
    "rules": _rules,
    "languagetool": _languagetool,
    "typography": _typography,
    "ascii": _ascii,
}

#: The families of codes: encoding, whitespace, boilerplate, words, grammar, house style,
#: LanguageTool, and comments that silence.
FAMILIES = frozenset(("ENC", "WSP", "BPL", "SPL", "GRM", "TYP", "LGT", "SUP", "ALL"))

#: Goals, each with its steps and the options that go with it.
PRESETS: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
    "article": (("encoding", "whitespace", "boilerplate", "rules"), {}),
    "editorial": (("encoding", "whitespace", "rules", "typography"), {}),
    "llm": (("encoding", "whitespace", "boilerplate", "rules"), {"unwrap": True}),
    # Text under version control: its line ends, blank lines and menus are meant.
    "prose": (("encoding", "rules"), {}),
    "search": (("encoding", "whitespace", "boilerplate", "rules", "ascii"), {}),
}


class Pipeline:
    """Steps in a row, each a name or any callable ``(Document) -> Iterable[Finding]``.

    Immutable, picklable, and without hidden state: the same text gives the same result in any
    process.

    Args:
        steps: names and callables, or the name of a preset; default: the preset ``article``.
        config: the options; further keywords are options on top of it.

    Raises:
        ValueError: for an unknown step, rule or option (with the nearest name), or an order of
            steps that loses evidence.

    """

    def __init__(
        self,
        steps: str | Steps | None = None,
        config: Config | None = None,
        **options: Any,
    ) -> None:
        names, defaults = _resolve(steps)
        self.steps = tuple(names)
        self.config = Config.of(config, **{**defaults, **options})
        _check_steps(self.steps)
        _check_codes(self.config, strict=all(isinstance(step, str) for step in self.steps))
        self._callables = tuple(
            STEPS[step](self.config) if isinstance(step, str) else step for step in self.steps
        )
        self._floor = Applicability.UNSAFE if self.config.unsafe_fixes else Applicability.SAFE
        # Which fixes of less sure rules are trusted is known here alone: all are looked for.
        asked = Applicability.UNSAFE if self.config.extend_safe_fixes else self._floor
        self._appliers = tuple(_applier(step, asked) for step in self._callables)

    def __repr__(self) -> str:
        return f"Pipeline({list(self.steps)!r}, {self.config!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        # One pipeline per process, however many tasks an engine sends there.
        return _revived, (self.steps, self.config)

    def clean(self, text: str) -> str:
        """``text`` with every fix applied that may be; the same object if there is none.

        Raises:
            TypeError: if ``text`` is not a string.

        """
        document = self._open(text)
        for settled in self._settled(document, self._appliers):
            document = settled.document
        return document.text

    def check(self, text: str) -> list[Finding]:
        """What ``clean`` would change, and what it would only show; nothing is changed.

        Spans count code points of ``text``.
        """
        return list(self.explain(text).findings)

    def explain(self, text: str) -> Result:
        """The cleaned text with its findings, what was removed, metadata and the way back."""
        from frclean.result import Metadata, Result

        document = self._open(text)
        layers: list[Layer] = []
        left: list[tuple[Document, Finding]] = []
        metadata = Metadata()
        read: list[Step] = []
        for settled in self._settled(document, self._callables):
            if hasattr(settled.step, "metadata") and settled.step not in read:
                read.append(settled.step)  # asked again, it would find its header gone
                metadata = settled.step.metadata(document).placed(document)
            document = settled.document
            layers += settled.layers
            left += [(document, finding) for finding in settled.left]
        if self.config.lang == "en":
            # Rules speak English themselves, the steps before them do not.
            from frclean.report.english import in_english

            layers = [replace(x, findings=tuple(map(in_english, x.findings))) for x in layers]
            left = [(at, in_english(finding)) for at, finding in left]
        return Result(document, tuple(layers), tuple(left), metadata)

    def clean_and_count(self, text: str) -> tuple[str, Counter[str]]:
        """The cleaned text, and how often each code was applied.

        As quick as ``clean``: what would only be shown is not looked for.

        >>> Pipeline().clean_and_count("Le coalition a frappé.")
        ('La coalition a frappé.', Counter({'GRM001': 1}))
        """
        document = self._open(text)
        applied: Counter[str] = Counter()
        for settled in self._settled(document, self._appliers):
            document = settled.document
            applied.update(f.code for layer in settled.layers for f in layer.findings)
        return document.text, applied

    def _settled(self, document: Document, steps: Sequence[Step]) -> Iterator[Settled]:
        """What each of the steps comes to, one on top of the other."""
        # What is written in ASCII is no text to repair: rules would give it its accents back.
        end = self.steps.index("ascii") if "ascii" in self.steps else len(steps)
        for settled in self._at_rest(document, steps[:end]):
            yield settled
            document = settled.document
        for step in steps[end:]:
            settled = self._settle(step, document)
            yield settled
            document = settled.document

    def _at_rest(self, document: Document, steps: Sequence[Step]) -> Iterator[Settled]:
        """What each of the steps comes to, until none has anything left to apply.

        What a later step changes may leave work for an earlier one (a line that was indented
        under one that is gone): the steps up to the last that changed something are asked again
        until all have seen the text as it is, so that cleaning twice is cleaning once.
        """
        at_rest: dict[int, Document] = {}
        last = 0
        for number, step in enumerate(steps):
            settled = self._settle(step, document)
            yield settled
            document = at_rest[number] = settled.document
            last = number if settled.layers else last
        named = ("encoding", "whitespace", "boilerplate", "rules")
        again = [number for number, step in enumerate(self.steps[: last + 1]) if step in named]
        for _ in range(MAX_PASSES):
            for number in again:
                if at_rest[number] is not document:
                    settled = self._settle(steps[number], document)
                    yield settled._replace(left=())
                    document = at_rest[number] = settled.document
            if all(at_rest[number] is document for number in again):
                return

    def _settle(self, step: Step, document: Document) -> Settled:
        return settle(step, document, self._floor, partial(self._reviewed, document))

    def _reviewed(self, document: Document, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings on ``document`` that are asked for, as sure as the options have them."""
        wanted = (finding for finding in findings if self._is_wanted(document, finding))
        if not self.config.extend_safe_fixes:
            return tuple(wanted)
        return tuple(_trusted(f) if self.config.trusts(f.code) else f for f in wanted)

    @overload
    def map(
        self, texts: Iterable[str], workers: int = 1, *, explain: Literal[False] = False
    ) -> Iterator[str]: ...
    @overload
    def map(
        self, texts: Iterable[str], workers: int = 1, *, explain: Literal[True]
    ) -> Iterator[Result]: ...
    def map(
        self, texts: Iterable[str], workers: int = 1, *, explain: bool = False
    ) -> Iterator[str] | Iterator[Result]:
        """Clean (or explain) many texts: lazily, in order, in bounded memory.

        Args:
            texts: any iterable; it is read only as fast as results are taken.
            workers: processes; 1 works in this one.
            explain: give a ``Result`` for each text instead of the cleaned text.

        """
        if workers < 1:
            raise ValueError(f"workers must be at least 1, not {workers!r}")
        work: Callable[[str], Any] = self.explain if explain else self.clean
        if workers == 1:
            return map(work, texts)
        return _map_in_processes(self, texts, workers, explain)

    @functools.cached_property
    def fingerprint(self) -> str:
        """A digest of version, steps, options and data: equal digests give equal results."""
        from frclean.language.lexicon import lexicon

        # Sets are written sorted: their own order differs from one process to the next.
        # What is learnt counts by its content: its path differs from one machine to the next.
        names = [f.name for f in fields(self.config) if f.name != "learnt"]
        options = [(name, getattr(self.config, name)) for name in names]
        stable = [(k, sorted(v) if isinstance(v, frozenset) else v) for k, v in options]
        learnt = [step.digest for step in self._callables if hasattr(step, "digest")]
        parts = (__version__, [_step_name(s) for s in self.steps], stable, learnt, lexicon().digest)
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]

    def _open(self, text: str) -> Document:
        if isinstance(text, (bytes, bytearray, memoryview)):
            raise TypeError(
                "text must be a str, not bytes; decode it first: frclean.decode(data).text"
            )
        if not isinstance(text, str):
            raise TypeError(f"text must be a str, not {type(text).__name__}: {text!r:.60}")
        return Document.of(text)

    def _is_wanted(self, document: Document, finding: Finding) -> bool:
        """True if a finding on ``document`` is asked for, and not silenced where it stands."""
        config = self.config
        if config.select or config.ignore:
            # A step of the user's own is there because it is wanted: only `ignore` silences it.
            if finding.code in _known_codes() or finding.family in config.ignore:
                if not config.is_on(finding.code):
                    return False
            elif finding.code in config.ignore:
                return False
        silenced = suppressions(document.text)
        return silenced is None or not silenced.cover(finding)


def _trusted(finding: Finding) -> Finding:
    """The finding with its fix SAFE, if it is a probable one."""
    if finding.applicability is not Applicability.UNSAFE:
        return finding
    first, *others = finding.fixes
    return replace(finding, fixes=(replace(first, applicability=Applicability.SAFE), *others))


def _applier(step: Step, floor: Applicability) -> Step:
    """The step as ``clean`` asks it: what is less sure than ``floor`` need not be found."""
    at_least = getattr(step, "at_least", None)
    return step if at_least is None else cast("Step", at_least(floor))


def _resolve(steps: str | Steps | None) -> tuple[list[str | Step], dict[str, Any]]:
    if steps is None:
        steps = "article"
    if isinstance(steps, str):
        if steps not in PRESETS:
            raise ValueError(unknown("preset", steps, PRESETS))
        names, options = PRESETS[steps]
        return list(names), options
    return list(steps), {}


def _check_steps(steps: Sequence[str | Step]) -> None:
    for step in steps:
        if isinstance(step, str) and step not in STEPS:
            raise ValueError(unknown("step", step, STEPS))
        if not isinstance(step, str) and not callable(step):
            raise TypeError(f"a step is a name or a callable, not {step!r}")
    order = list(STEPS)
    named = [step for step in steps if isinstance(step, str)]
    for first, second in itertools.pairwise(named):
        if order.index(first) > order.index(second):
            raise ValueError(f"{second!r} must come before {first!r}: {_WHY_FIRST[second]}")


_WHY_FIRST = {
    "encoding": "whitespace would lose the no-break space that is half of a broken « à »",
    "whitespace": "lines can be judged only when they are whole",
    "boilerplate": "sentences can be read only when residue no longer stands between them",
    "rules": "rules expect the author's own typography",
    "languagetool": "what the rules have repaired need not be sent",
    "typography": "an ASCII text has no typography left",
}


def _step_name(step: str | Step) -> str:
    if isinstance(step, str):
        return step
    name = getattr(step, "__qualname__", type(step).__qualname__)
    return f"{step.__module__}.{name}"


@functools.cache
def _known_codes() -> frozenset[str]:
    from frclean.catalogue import catalogue

    return frozenset(catalogue())


def _check_codes(config: Config, *, strict: bool) -> None:
    """Refuse codes that nobody knows, unless a step of the user's own may know them."""
    given = [(name, code) for name in CODE_LISTS for code in getattr(config, name)]
    if not given or not strict:
        return
    for name, code in given:
        if code not in FAMILIES and code not in _known_codes():
            message = unknown("rule", code, _known_codes() | FAMILIES)
            raise ValueError(message.replace(repr(code), f"{code!r} in {name}", 1))


# --- many texts in several processes ---------------------------------------------------------

#: Texts travel to the workers in chunks of about this many characters: enough that pickling
#: costs little beside cleaning, few enough that memory stays small.
CHUNK_CHARACTERS = 200_000


def _map_in_processes(
    pipeline: Pipeline, texts: Iterable[str], workers: int, explain: bool
) -> Iterator[Any]:
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers, initializer=_start_worker, initargs=(pipeline,)) as pool:
        pending: deque[Future[list[Any]]] = deque()
        for chunk in _chunks(texts):
            pending.append(pool.submit(_work, chunk, explain))
            if len(pending) > 2 * workers:
                yield from pending.popleft().result()
        while pending:
            yield from pending.popleft().result()


def _chunks(texts: Iterable[str]) -> Iterator[list[str]]:
    chunk: list[str] = []
    size = 0
    for text in texts:
        chunk.append(text)
        size += len(text) if isinstance(text, str) else 0
        if size >= CHUNK_CHARACTERS or len(chunk) >= 1000:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


_worker_pipeline: Pipeline | None = None


def _start_worker(pipeline: Pipeline) -> None:
    global _worker_pipeline
    _worker_pipeline = pipeline


def _work(chunk: list[str], explain: bool) -> list[Any]:
    assert _worker_pipeline is not None
    work = _worker_pipeline.explain if explain else _worker_pipeline.clean
    return [work(text) for text in chunk]


# --- the three functions ---------------------------------------------------------------------


@functools.lru_cache(maxsize=32)
def _cached_pipeline(
    steps: str | tuple[str | Step, ...] | None, config: Config | None, options: tuple[Any, ...]
) -> Pipeline:
    return Pipeline(steps, config, **dict(options))


def _pipeline(
    steps: str | Steps | None, config: Config | None, options: dict[str, Any]
) -> Pipeline:
    if steps is not None and not isinstance(steps, str):
        steps = tuple(steps)
    stable = {k: tuple(v) if isinstance(v, list) else v for k, v in options.items()}
    stable = {k: frozenset(v) if isinstance(v, set) else v for k, v in stable.items()}
    try:
        return _cached_pipeline(steps, config, tuple(sorted(stable.items())))
    except TypeError:  # a step that cannot be hashed
        return Pipeline(steps, config, **options)


def _revived(steps: tuple[str | Step, ...], config: Config) -> Pipeline:
    return _pipeline(steps, config, {})


def clean(
    text: str,
    steps: str | Steps | None = None,
    *,
    config: Config | None = None,
    **options: Any,
) -> str:
    """``text``, cleaned: every default step, safe fixes applied.

    Text with nothing to repair comes back as the same object.

    >>> clean("Le coalition a frappé.\\n\\nCaptcha")
    'La coalition a frappé.'

    Args:
        text: a scraped French article.
        steps: names, callables, or the name of a preset.
        config: options as a record.
        **options: options as keywords, on top of ``config``.

    Raises:
        TypeError: if ``text`` is bytes (decode it first) or not a string.
        ValueError: for an unknown step, rule or option, with the nearest name.

    """
    return _pipeline(steps, config, options).clean(text)


def check(
    text: str,
    steps: str | Steps | None = None,
    *,
    config: Config | None = None,
    **options: Any,
) -> list[Finding]:
    """What there is to say about ``text``; nothing is changed, spans index into ``text``."""
    return _pipeline(steps, config, options).check(text)


def explain(
    text: str,
    steps: str | Steps | None = None,
    *,
    config: Config | None = None,
    **options: Any,
) -> Result:
    """The cleaned text with its findings, what was removed, metadata, and the way back."""
    return _pipeline(steps, config, options).explain(text)
