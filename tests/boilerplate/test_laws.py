"""What is true of any text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frclean.boilerplate import Boilerplate
from frclean.boilerplate.lines import split_lines
from frclean.document import Document
from tests.boilerplate.helpers import ARTICLE, stripped

RESIDUE = st.sampled_from(
    "Captcha|Partager|Lire aussi : Le pont ferme|12|0 commentaire|Menu|Accueil > Région|Contact"
    "|Publié le 3 mai 2019|© 2019 La Gazette|Se connecter|Par Anne Loiseau|*|Région|Tags : canal"
    "|Votre adresse e-mail ne sera pas publiée.|Publicité|Les plus lus|Le pont de fer ferme".split(
        "|"
    )
)
often = settings(max_examples=max(300, settings.default.max_examples))
PARAGRAPH = st.sampled_from(ARTICLE.split("\n\n"))
LINES = st.lists(st.one_of(RESIDUE, PARAGRAPH, st.text(max_size=40)), max_size=30)
PAGES = st.tuples(LINES, st.sampled_from(["\n", "\n\n"])).map(lambda parts: parts[1].join(parts[0]))


@often
@given(PAGES)
def test_stripping_twice_is_stripping_once(text: str) -> None:
    """One call proposes all that would ever go."""
    once = stripped(text)
    assert [f for f in Boilerplate()(Document.of(once)) if f.fixes] == []


@often
@given(PAGES)
def test_lines_are_a_subsequence(text: str) -> None:
    """Lines go whole, and what stays is in order and unchanged."""
    left = iter([line.text for line in split_lines(text)])
    assert all(line.text in left for line in split_lines(stripped(text)))


@often
@given(PAGES)
def test_spans_slice_what_they_name(text: str) -> None:
    """Findings are about what stands at their span."""
    assert all(f.span.slice(text) == f.found for f in Boilerplate()(Document.of(text)))


@often
@given(st.text(st.characters(codec=None)))
def test_no_text_raises(text: str) -> None:
    """Lone surrogates, control characters, anything: the step answers."""
    step = Boilerplate()
    list(step(Document.of(text)))
    step.metadata(Document.of(text))


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 100_000,
        "a" * 1_000_000,
        "mot " * 2_500_000,
        "Menu\n" * 50_000,
        "".join(f"Ligne {i} du menu\n" for i in range(50_000)),
        "| " * 500_000,
        ("Captcha\n" + ARTICLE + "\n") * 500,
    ],
    ids=["blank lines", "one character", "one line", "one menu", "many menus", "bars", "long page"],
)
def test_odd_texts_take_linear_time(text: str) -> None:
    """Generous: a second is spent on the slowest of them, minutes if anything were quadratic."""
    started = time.process_time()
    list(Boilerplate()(Document.of(text)))
    assert time.process_time() - started < 20
