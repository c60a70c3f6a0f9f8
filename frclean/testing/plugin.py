"""A pytest plugin: a corpus under the laws, one test for each article and law.

``pytest --frclean-corpus articles.jsonl`` collects the corpus as if it were a test file; it goes
with xdist. The fixture ``frclean_pipeline`` is the pipeline that is tested; override it, or name
a preset with ``frclean_preset`` in the settings of pytest.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from frclean.pipeline import Pipeline

__all__: list[str] = []

SAMPLE = 200  # articles; a corpus of a million would be five million tests


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the options and the setting."""
    group = parser.getgroup("frclean", "laws for a corpus of French texts")
    group.addoption(
        "--frclean-corpus", metavar="PATH", help="JSONL, CSV, Parquet, text file or folder"
    )
    group.addoption("--frclean-field", metavar="NAME", help="the field that holds the text")
    group.addoption(
        "--frclean-sample",
        metavar="N",
        type=int,
        default=SAMPLE,
        help="articles tested, spread over the corpus (0: all; default: %(default)s)",
    )
    parser.addini("frclean_preset", "preset of the fixture frclean_pipeline", default="article")


def pytest_configure(config: pytest.Config) -> None:
    """Make the corpus one of the paths that are collected."""
    corpus = config.getoption("frclean_corpus")
    if not corpus:
        return
    path = str(Path(corpus).resolve())
    if not Path(path).exists():
        raise pytest.UsageError(f"--frclean-corpus: there is no file or folder {corpus}")
    if config.args_source is not pytest.Config.ArgsSource.ARGS:
        config.args[:] = []  # nothing was named: the corpus alone, not the test folders too
    if path not in config.args:
        config.args.append(path)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect the corpus; if it is a folder, its text files."""
    corpus = parent.config.getoption("frclean_corpus")
    if not corpus:
        return None
    root = Path(corpus).resolve()
    if file_path == root or (root in file_path.parents and _is_corpus_file(file_path)):
        return CorpusFile.from_parent(parent, path=file_path)
    return None


def _is_corpus_file(path: Path) -> bool:
    from frclean.audit.reading import is_corpus_file

    return is_corpus_file(path)


class CorpusFile(pytest.File):
    """A file of the corpus; its items are one law on one article."""

    def collect(self) -> Iterator[pytest.Item]:
        """An item for each article (a sample, spread evenly) and law."""
        from frclean.audit.reading import read_corpus

        field = self.config.getoption("frclean_field")
        size = self.config.getoption("frclean_sample")
        articles = list(read_corpus(self.path, field=field))
        step = max(1, len(articles) // size) if size else 1
        for article in articles[::step]:
            for law in _LAWS:
                yield CorpusItem.from_parent(
                    self, name=f"{article.key}-{law}", text=article.text, law=law
                )


class CorpusItem(pytest.Item):
    """One law on one article."""

    def __init__(self, *, text: str, law: str, **rest: Any) -> None:
        super().__init__(**rest)
        self.text, self.law = text, law

    def runtest(self) -> None:
        """Raise if the law is broken."""
        _LAWS[self.law](_pipeline(self.config.getini("frclean_preset")), self.text)

    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:
        """The message alone: a traceback through frclean says nothing about the corpus."""
        if excinfo.errisinstance(AssertionError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Where it stands, for the summary."""
        return self.path, None, f"frclean: {self.name}"


@functools.cache
def _pipeline(preset: str) -> Pipeline:
    from frclean.pipeline import Pipeline

    return Pipeline(preset)


@pytest.fixture(scope="session")
def frclean_pipeline(pytestconfig: pytest.Config) -> Pipeline:
    """The pipeline under test: preset ``article``, or the one of the setting."""
    return _pipeline(pytestconfig.getini("frclean_preset"))


def _clean(pipeline: Pipeline, text: str) -> None:
    from frclean.testing.laws import assert_clean

    assert_clean(text, steps=pipeline.steps, config=pipeline.config)


def _idempotent(pipeline: Pipeline, text: str) -> None:
    from frclean.testing.laws import assert_idempotent

    assert_idempotent(pipeline.clean, text)


def _spans(pipeline: Pipeline, text: str) -> None:
    from frclean.testing.laws import assert_spans

    assert_spans(pipeline.check, text)


#: What every article is asked: is it clean, and does the pipeline keep its promises on it?
_LAWS: dict[str, Callable[[Pipeline, str], None]] = {
    "clean": _clean,
    "idempotent": _idempotent,
    "spans": _spans,
}
