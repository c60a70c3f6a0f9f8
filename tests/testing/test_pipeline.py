"""frclean under its own laws: the whole pipeline, and each step.

``--hypothesis-profile=deep`` tries each law on many more texts.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frclean import Document, Pipeline
from frclean.testing import (
    Article,
    Scraped,
    assert_harmless,
    assert_idempotent,
    assert_only_removes_lines,
    assert_preserves,
    assert_spans,
    french_articles,
    layout_noise,
    mojibake,
    scraped,
    typos,
)
from frclean.testing.damage import inflict
from frclean.testing.laws import repaired
from tests.budget import dear

PIPELINES = {
    "article": Pipeline(),
    "unsafe": Pipeline(unsafe_fixes=True),
    "llm": Pipeline("llm"),
    "editorial": Pipeline("editorial"),
    "encoding": Pipeline(["encoding"]),
    "whitespace": Pipeline(["whitespace"]),
    "boilerplate": Pipeline(["boilerplate"]),
    "rules": Pipeline(["rules"]),
}
each = pytest.mark.parametrize("pipeline", PIPELINES.values(), ids=PIPELINES)
harmless = pytest.mark.parametrize(
    "pipeline", [p for n, p in PIPELINES.items() if n != "editorial"],
    ids=[n for n in PIPELINES if n != "editorial"],
)  # fmt: skip

ARTICLES = french_articles()
PLAIN = ARTICLES.map(str)
DIRTY = st.one_of(scraped(), typos(PLAIN, most=6), mojibake(PLAIN), layout_noise(PLAIN, most=8))


@each
@dear
@given(text=DIRTY)
def test_cleaning_twice_is_cleaning_once(pipeline: Pipeline, text: Scraped) -> None:
    assert_idempotent(pipeline.clean, text.dirty)


@each
@dear
@given(text=DIRTY)
def test_findings_stand_where_they_say(pipeline: Pipeline, text: Scraped) -> None:
    assert_spans(pipeline.check, text.dirty)


@each
@dear
@given(text=DIRTY)
def test_edits_lead_from_source_to_text(pipeline: Pipeline, text: Scraped) -> None:
    result = pipeline.explain(text.dirty)

    assert Document.of(text.dirty).apply(result.edits).text == result.text
    assert result.text == pipeline.clean(text.dirty)


@harmless
@dear
@given(article=ARTICLES)
def test_clean_articles_come_back(pipeline: Pipeline, article: Article) -> None:
    assert_harmless(pipeline.clean, article)


@each
@dear
@given(text=typos(PLAIN, most=6))
def test_digits_addresses_and_names_stay(pipeline: Pipeline, text: Scraped) -> None:
    assert_preserves(pipeline.clean, text.dirty, ("digits", "urls", "names"))


@dear
@given(text=scraped(typos=0, encoding=False, noise=0))
def test_the_stripper_only_removes_lines(text: Scraped) -> None:
    assert_only_removes_lines(Pipeline(["boilerplate"]).clean, text.dirty)


@dear
@given(text=mojibake(french_articles(min_paragraphs=2).map(str), kinds=["cp1252", "entities"]))
def test_whole_mojibake_is_undone(text: Scraped) -> None:
    assert PIPELINES["encoding"].clean(text.dirty) == text.clean


@dear
@given(text=scraped(typos=0, encoding=False, residue=0))
def test_all_noise_is_gone(text: Scraped) -> None:
    cleaned = Pipeline(["encoding", "whitespace"]).clean(text.dirty)

    assert all(is_whole for _, is_whole in repaired(text, cleaned))
    assert cleaned == text.clean == inflict(text.clean, []).dirty
