"""Prose in markup is read as if there were no markup, and repaired beside it."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from frclean import Applicability, Pipeline
from frclean.document import Span
from frclean.finding import Finding
from frclean.formats import apply, check, extract
from frclean.testing import french_paragraphs, typos

PROSE = Pipeline("prose")

#: By format: what stands around the prose, and pairs of marks that stand around words.
FRAMES = {
    "markdown": (
        [("", "\n"), ("> ", "\n"), ("- ", "\n"), ("```\nLe coalition\n```\n\n", "\n\n<!-- Le x -->\n"),
         ("---\nslug: Le coalition\n---\n\n", "\n\n| --- |\n"), ("<div>\n\n", "\n\n</div>\n")],
        [("*", "*"), ("**", "**"), ("~~", "~~"), ("[", "](https://exemple.fr 'Le x')"), ("", "[^1]"),
         ("<em>", "</em>"), ("[", "][ici]"), ('<span class="Le coalition">', "</span>")],
        {"é": "&eacute;", "à": "&#224;"},
    ),
    "html": (
        [("<p>", "</p>\n"), ("<!doctype html><title></title><div><p lang=fr>", "</div>"),
         ("<script>Le coalition</script><li>", "<pre>Le coalition</pre>")],
        [("<em>", "</em>"), ("<a title='Le coalition' href=x>", "</a>"), ("<b><i>", "</i></b>")],
        {"é": "&eacute;", "à": "&#224;", "e": "&#x65;"},
    ),
    "rst": (
        [("", "\n"), (".. Le coalition\n\n", "\n\n.. code:: text\n\n   Le coalition\n"),
         ("- ", "\n")],
        [("*", "*"), ("**", "**"), ("`", " <https://exemple.fr>`_")],
        {},
    ),
    "asciidoc": ([("", "\n"), ("----\nLe coalition\n----\n\n", "\n")], [("*", "*"), ("_", "_")], {}),
    "latex": (
        [("", "\n"), ("\\begin{verbatim}\nLe coalition\n\\end{verbatim}\n\n", " % Le coalition\n"),
         ("\\section[Le coalition]{", "}\n"), ("\\begin{quote}\n", "\n\\end{quote}\\label{Le coalition}\n")],
        [("\\emph{", "}"), ("\\textbf{", "}"), ("{", "}"), ("\\underline{\\textit{", "}}")],
        {"é": "\\'e", "à": "\\`a", "è": "\\`{e}"},
    ),
    "subtitles": (
        [("1\n00:00:01,000 --> 00:00:02,000\n", "\n"), ("WEBVTT Le coalition\n\n00:01.000 --> 00:02.000\n", "\n")],
        [("<i>", "</i>"), ("<b>", "</b>")],
        {},
    ),
}  # fmt: skip
#: Signs that mean something in one format or another.
_SPECIAL = re.compile(r"[*_<>&`\[\]$\\{}|~%#:/@+^=\"\n]|www|^[\d-]")


@dataclass(frozen=True)
class Wrapped:
    """Prose, a file that holds it, and where in the file each of its signs stands."""

    prose: str
    file: str
    places: tuple[Span, ...] = field(repr=False)

    def placed(self, span: Span) -> Span:
        """Where a span of the prose stands in the file."""
        return Span(self.places[span.start].start, self.places[span.end - 1].end)


#: What is repaired unseen: few of the typing slips are.
SURE_SLIPS = ("", " L'un d'entres eux s'est tu.", " Le vent, confie t-on, tourne.")


@st.composite
def wrapped(draw: st.DrawFn, format: str) -> Wrapped:
    """A paragraph with slips, some of its words in markup."""
    prose = draw(french_paragraphs(max_sentences=2).flatmap(typos)).dirty
    prose += draw(st.sampled_from(SURE_SLIPS))
    assume(not _SPECIAL.search(prose) and prose == prose.strip() and "  " not in prose)
    frames, pairs, signs = FRAMES[format]
    opening, closing = draw(st.sampled_from(frames))
    words = [Span(*match.span()) for match in re.finditer(r"\S+", prose)]
    cuts = draw(st.lists(st.integers(0, len(words)), max_size=6, unique=True).map(sorted))
    before, after = {}, {}
    for first, last in zip(cuts[::2], cuts[1::2], strict=False):
        pair = draw(st.sampled_from(pairs))
        before[words[first].start], after[words[last - 1].end - 1] = pair
    coded = draw(st.booleans())
    file, places = opening, []
    for at, sign in enumerate(prose):
        file += before.get(at, "")
        shown = signs.get(sign, sign) if coded else sign
        places.append(Span(len(file), len(file) + len(shown)))
        file += shown + after.get(at, "")
    return Wrapped(prose, file + closing, tuple(places))


def _told(finding: Finding) -> tuple[str, str, tuple[str, ...]]:
    return finding.code, finding.found, tuple(fix.replacement for fix in finding.fixes)


@pytest.mark.parametrize("format", FRAMES)
def test_findings_are_those_of_the_prose(format: str) -> None:
    """The same findings, placed in the file; their lines and columns are the file's."""
    seen = 0

    @settings(max_examples=150, deadline=None)
    @given(wrapped(format))
    def prove(case: Wrapped) -> None:
        nonlocal seen
        bare = [f for f in PROSE.check(case.prose) if f.family not in ("WSP", "ENC")]
        found = check(case.file, format, PROSE)
        seen += len(found)

        assert [_told(f) for f in bare] == [_told(f) for f in found], case.file
        assert [case.placed(f.span) for f in bare] == [f.span for f in found]
        for finding in found:
            lines = case.file[: finding.span.start].split("\n")
            assert (len(lines), len(lines[-1]) + 1) == (finding.line, finding.column)

    prove()
    assert seen > 15  # the law says nothing of texts without findings


@pytest.mark.parametrize("format", FRAMES)
@pytest.mark.parametrize("floor", [Applicability.SAFE, Applicability.UNSAFE])
def test_fixes_change_only_prose(format: str, floor: Applicability) -> None:
    """Every piece of markup is what it was, and in the order in which it stood."""
    changed = 0

    @settings(max_examples=100, deadline=None)
    @given(wrapped(format))
    def prove(case: Wrapped) -> None:
        nonlocal changed
        fixed = apply(case.file, check(case.file, format, PROSE), floor)
        changed += fixed != case.file

        assert _markup(case.file, format) == _markup(fixed, format)

    prove()
    assert changed > 5


def _markup(text: str, format: str) -> list[str]:
    maps = extract(text, format).maps
    return [edit.span.slice(text) for layer in maps for edit in layer.edits]


WITHOUT_PARSERS = """
import importlib.machinery, sys

class Nothing(importlib.machinery.PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        return None if name.startswith("tree_sitter") else super().find_spec(name, path, target)

sys.meta_path[:] = [f for f in sys.meta_path if f is not importlib.machinery.PathFinder] + [Nothing]
from frclean.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_without_the_parsers_markup_is_still_safe(tmp_path: Path) -> None:
    """Where the extra is not installed the command says so, and patterns hide what is markup."""
    text = "Le coalition a voté. `Le coalition` et *Le* coalition.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_PARSERS, "check", "--fix", "a.md"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
    )

    assert "pip install 'frclean[formats]'" in done.stderr
    assert "La" + text[2:] == (tmp_path / "a.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("format", "text", "fixed"),
    [
        ("markdown", "Le *coalition* a voté.", "La *coalition* a voté."),
        ("markdown", "Les mai<b>son</b> dorment.", "Les mai<b>sons</b> dorment."),
        ("markdown", "Les [maison](x) dorment.", "Les [maisons](x) dorment."),
        ("html", "<p>Le <em>coalition</em> a &eacute;t&eacute; là.", None),
        ("latex", "Le \\emph{coalition} a \\'et\\'e l\\`a.", None),
        ("rst", "Le `coalition <http://x.fr>`_ dort.", None),
        ("asciidoc", "Le _coalition_ dort.", None),
        ("subtitles", "1\n00:00:01,000 --> 00:00:02,000\nLe <i>coalition</i> dort.\n", None),
    ],
)
def test_sentences_with_markup_are_read_whole(format: str, text: str, fixed: str | None) -> None:
    """Determiner and noun meet across markup; the repair stays on its side of it."""
    findings = check(text, format, PROSE)

    assert (fixed or text.replace("Le ", "La ")) == apply(text, findings, Applicability.UNSAFE)


def test_a_repair_that_would_break_markup_is_only_shown() -> None:
    """Without the blank behind it the asterisk would end no emphasis."""
    text = "*L’* agriculteur examine le projet."
    (finding,) = check(text, "markdown", PROSE)

    assert finding.applicability is Applicability.DISPLAY
    assert "*L’* agriculteur"[1:] == finding.span.slice(text)
    assert text == apply(text, [finding], Applicability.UNSAFE)


def test_a_quotation_over_lines_is_one_text() -> None:
    """What marks each line of it is no part of its sentences."""
    assert "Le maire\ndort.\n" == extract("> Le *maire*\n> dort.\n", "markdown").text
