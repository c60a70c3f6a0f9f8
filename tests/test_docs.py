"""Examples in the documents run; pages of rules are those of the records."""

from __future__ import annotations

import doctest
import importlib.util
from pathlib import Path

import pytest

from frclean.cli import main

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
WITH_EXAMPLES = [ROOT / "README.md", *sorted({*DOCS.rglob("*.md")} - {*DOCS.glob("rules/*")})]


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=lambda path: path.name)
def test_examples_in_documents_run(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a document shows is what happens."""
    monkeypatch.chdir(ROOT)
    failed, _ = doctest.testfile(str(path), module_relative=False, encoding="utf-8")

    assert failed == 0


def test_pages_of_rules_are_up_to_date() -> None:
    """docs/rules/ is what tools/make_pages.py writes."""
    spec = importlib.util.spec_from_file_location("make_pages", ROOT / "tools" / "make_pages.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    written = {path.name: path.read_text("utf-8") for path in tool.FOLDER.glob("*.md")}

    assert sorted(tool.pages()) == sorted(written)
    for name, content in tool.pages().items():
        assert content == written[name], f"run python tools/make_pages.py ({name})"


def test_readme_shows_what_the_example_becomes(capsys: pytest.CaptureFixture[str]) -> None:
    """The before and after of the README are the example and its cleaned text."""
    readme = (ROOT / "README.md").read_text("utf-8")
    source = ROOT / "examples" / "article.txt"
    before, after = [block.split("```")[0] for block in readme.split("```text\n")[1:3]]

    assert main(["clean", str(source)]) == 0

    cleaned = capsys.readouterr().out
    original = source.read_text("utf-8")
    for shown, whole in ((before, original), (after, cleaned)):
        for line in filter(str.strip, shown.splitlines()):
            for part in line.split("[…]"):
                assert part.strip() in whole
    # Nothing of the residue is left.
    assert cleaned.splitlines()[0] in after
    assert cleaned.splitlines()[-1].endswith("abonnés de la ligne.")


def test_the_rule_of_the_page_is_a_rule() -> None:
    """The record that docs/write-a-rule.md shows finds what its examples say."""
    from frclean import Applicability
    from frclean.rules import RuleBook, kinds

    code = (DOCS / "write-a-rule.md").read_text("utf-8").split("```python\n")[1].split("```")[0]
    names = {**vars(kinds), **{level.name: level for level in Applicability}}
    exec(code, names)
    rule = names["A_BEFORE_INFINITIVE"]
    book = RuleBook([rule])

    for example in rule.examples:
        bad = isinstance(example, kinds.Bad)
        text, spans = kinds.unmarked(example) if bad else (example.text, [])
        assert [found.span for found in book.find(book.analyser.analyse(text))] == spans
