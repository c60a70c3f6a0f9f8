"""Markup is never reported, never changed; prose between it is."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frclean import Applicability, Pipeline
from frclean.formats import apply, check, extract, format_of

PROSE = Pipeline("prose")
FORMATS = ("markdown", "html", "rst", "asciidoc", "latex", "subtitles")

#: By format: a file whose markup holds the mistake too, and how often prose holds it.
CASES = {
    "markdown": (
        "---\ntitle: Le coalition\nslug: Le coalition\n---\n\n# Titre\n\n"
        "Le coalition a voté. `Le coalition` et [ici](<Le coalition>).\n\n"
        "```\nLe coalition\n```\n\n    Le coalition\n\n<!-- Le coalition -->\n\nLe coalition dort.\n",
        3,
    ),
    "html": (
        '<p title="Le coalition">Le coalition a voté.</p>\n<pre>Le coalition</pre>\n'
        '<script>\nLe coalition\n</script>\n<p lang="en">Le coalition</p>\n'
        "<!-- Le coalition -->\n<p>Le coalition dort.</p>\n",
        2,
    ),
    "rst": (
        "Titre\n=====\n\nLe coalition a voté. ``Le coalition``\n\n.. code:: text\n\n"
        "   Le coalition\n\nExemple ::\n\n   Le coalition\n\nLe coalition dort.\n",
        2,
    ),
    "asciidoc": (
        "= Titre\n:auteur: Le coalition\n\nLe coalition a voté. `Le coalition`\n\n----\n"
        "Le coalition\n----\n\n// Le coalition\n\nLe coalition dort.\n",
        2,
    ),
    "latex": (
        "\\section{Titre}\n\nLe coalition a voté. % Le coalition\n\n\\begin{verbatim}\n"
        "Le coalition\n\\end{verbatim}\n\n$Le coalition$\n\nLe coalition dort.\n",
        2,
    ),
    "subtitles": (
        "WEBVTT Le coalition\n\nNOTE Le coalition\n\n1\n00:00:01.000 --> 00:00:02.000\n"
        "Le coalition a voté.\n",
        1,
    ),
}


#: Headings and lines of paragraphs.
_LINES = st.builds(
    str.__add__,
    st.sampled_from(["É", "« ", "(a", '"', "# ", "###### "]),
    st.text("aÉ«»–—…,.'\"’()!?:;-+=#12/@%\N{NO-BREAK SPACE} ", max_size=12),
)


@given(st.lists(st.just("") | _LINES, max_size=6).map("\n".join))
def test_a_text_without_markup_needs_no_parser(text: str) -> None:
    """A paragraph with markup behind it has the text parsed: nothing is found in it."""
    assert extract(text, "markdown").text == text
    assert extract(f"{text}\n\n*a*\n", "markdown").text == f"{text}\n\na\n"


@pytest.mark.parametrize("format", FORMATS)
def test_only_prose_is_repaired(format: str) -> None:
    """Each « Le coalition » of prose is found and repaired; those in markup stay."""
    text, times = CASES[format]
    findings = check(text, format, PROSE)
    fixed = apply(text, findings, Applicability.SAFE)

    assert ["Le coalition"] * times == [f.found for f in findings]
    assert fixed.count("La coalition") == times
    assert fixed.count("Le coalition") == text.count("Le coalition") - times
    assert fixed.replace("La coalition", "Le coalition") == text


def test_formats_are_told_by_their_names() -> None:
    names = ["a.md", "b.HTML", "c.rst", "d.adoc", "e.tex", "f.srt", "g.txt", "-"]

    assert [*FORMATS[:3], *FORMATS[3:], "text", "text"] == [format_of(name) for name in names]


MARKUP = st.sampled_from(["`", "```\n", "<", ">", "<!--", "-->", "[", "](", ")", "$", "::\n\n",
                          "\n", "    ", "----\n", "\\begin{verbatim}", "%", "&amp;", "---\n",
                          "Le coalition dort. ", "\0", "\ud800", "|"])  # fmt: skip


@given(st.lists(MARKUP, max_size=30).map("".join), st.sampled_from(FORMATS))
def test_fixes_never_reach_into_markup(text: str, format: str) -> None:
    """Whatever the text, markup comes out as it went in."""
    fixed = apply(text, check(text, format, PROSE), Applicability.DISPLAY)

    position = 0
    for layer in extract(text, format, ("title",)).maps:
        for edit in layer.edits:
            token = edit.span.slice(text)
            position = fixed.index(token, position) + len(token)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "unit",
    [
        "`",
        "<",
        "[",
        "](",
        "$",
        "```\n",
        "<!--",
        "\\",
        "{",
        "::\n\n ",
        "a",
        "*",
        "<a ",
        "[^",
        "**a ",
    ],
)
def test_time_is_linear(format: str, unit: str) -> None:
    """50 kB of one sign take no longer than a few seconds."""
    started = time.process_time()
    extract(unit * (50_000 // len(unit)), format)

    assert time.process_time() - started < 3
