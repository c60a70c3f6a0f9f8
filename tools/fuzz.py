"""Coverage-guided fuzzing with atheris: ``python tools/fuzz.py TARGET [-max_total_time=900]``.

Targets: ``decode`` (bytes), ``normalise`` (encoding and whitespace), ``clean`` (every step),
``formats`` (prose in Markdown, HTML, reStructuredText, AsciiDoc, LaTeX, subtitles). Each input is
tried under the laws: nothing raises, cleaning twice is cleaning once, the edits lead from the
source to the text; in formats, findings lie in the file and no fix that is made touches markup.
What libFuzzer takes as options is passed on; an input that takes more than ten seconds is a
failure. ``pip install atheris`` first (Linux and macOS).
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["frclean"]):
    import frclean
    import frclean.decoding
    import frclean.engine
    import frclean.formats
    import frclean.formats.html
    import frclean.formats.markup
    import frclean.formats.protected
    import frclean.formats.trees
    import frclean.normalise.damage
    import frclean.normalise.encoding
    import frclean.normalise.whitespace
    from frclean.engine import choose
    from frclean.finding import Applicability
    from frclean.testing.damage import MOJIBAKE, everywhere, inflict
    from frclean.testing.sampling import sample_scraped

NORMALISER = frclean.Pipeline(["encoding", "whitespace"])
EVERYTHING = frclean.Pipeline()
PROSE = frclean.Pipeline("prose")


def decode(data: bytes) -> None:
    """Any bytes are some text; a mark or UTF-8 is believed."""
    decoded = frclean.decode(data)
    assert isinstance(decoded.text, str)
    assert 0 <= decoded.confidence <= 1


def normalise(data: bytes) -> None:
    """Laws of the normaliser."""
    _laws(NORMALISER, _text(data))


def clean(data: bytes) -> None:
    """Laws of all steps together."""
    _laws(EVERYTHING, _text(data))


def formats(data: bytes) -> None:
    """Any text is a file of any format; its first byte says which."""
    name = sorted(SAMPLES)[data[0] % len(SAMPLES)] if data else "markdown"
    text = _text(data[1:])
    findings = frclean.formats.check(text, name, PROSE, front_matter=["title"])
    prose = frclean.formats.extract(text, name, ["title"])
    markup = [edit.span for layer in prose.maps for edit in layer.edits]
    for finding in findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(text), finding
        for fix in finding.fixes:
            frclean.Document.of(text).apply(fix.edits)
    for floor in (Applicability.SAFE, Applicability.UNSAFE):
        for finding in choose(findings, floor):
            touched = [edit.span for edit in finding.fixes[0].edits]
            assert not any(_meet(a, b) for a in touched for b in markup), (text, finding)
        frclean.formats.apply(text, findings, floor)


def _meet(one: frclean.Span, other: frclean.Span) -> bool:
    return one.start < other.end and other.start < one.end


def _text(data: bytes) -> str:
    """Any text, lone surrogates among it."""
    return data.decode("utf-8", "surrogateescape")


def _laws(pipeline: frclean.Pipeline, text: str) -> None:
    result = pipeline.explain(text)
    assert result.text == pipeline.clean(text)
    assert result.text == frclean.Document.of(text).apply(result.edits).text
    assert pipeline.clean(result.text) == result.text, text


TARGETS: dict[str, Callable[[bytes], None]] = {
    "decode": decode,
    "normalise": normalise,
    "clean": clean,
    "formats": formats,
}

#: A little of the markup of each format around text with mistakes.
SAMPLES = {
    "asciidoc": "= Le titre\n\n----\ncode\n----\n\nLe _coalition_ a voté. link:a[Les attentas]\n",
    "html": "<!doctype html><p lang=fr>Le <em>coalition</em> a &eacute;t&eacute; l&agrave;."
    "<!-- x --><pre>code</pre><script>var x</script>",
    "latex": "\\section{Le titre}\n\\emph{Le} coalition a \\'et\\'e l\\`a. $x$ % note\n",
    "markdown": "---\ntitle: Le coalition\n---\n# Le titre\n\n- *Le* coalition [a](x 'y') `code`"
    "\n\n```\ncode\n```\n\n| a | b |\n| --- | --- |\n| de de | l' eau |\n",
    "rst": "Le titre\n========\n\n.. note:: Le *coalition* a `voté <x>`_.\n\n::\n\n   code\n",
    "subtitles": "1\n00:00:01,000 --> 00:00:02,000\nLe <i>coalition</i> de de mot ,mot\n",
}


def _seeds(folder: Path) -> None:
    """Small damaged texts: with them the fuzzer need not invent mojibake."""
    for number, text in enumerate(sample_scraped(40, encoding=1.0)):
        (folder / f"scraped-{number}").write_bytes(text.dirty.encode()[:600])
    for kind, candidates in MOJIBAKE.items():
        sentence = "L’été dernier, « ça » a coûté 12 € à l’œuvre de Noël."
        dirty = inflict(sentence, everywhere(sentence, kind, candidates, len(sentence))).dirty
        for encoding in ("utf-8", "utf-16", "cp1252"):
            name = f"{kind}-{encoding}"
            (folder / name).write_bytes(dirty.encode(encoding, "ignore"))
    for number, name in enumerate(sorted(SAMPLES)):
        (folder / name).write_bytes(bytes([number]) + SAMPLES[name].encode())


def main() -> None:
    """Fuzz one target until libFuzzer's options say stop."""
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"name a target: {', '.join(TARGETS)}")
    with tempfile.TemporaryDirectory() as folder:
        _seeds(Path(folder))
        options = ["-timeout=10", "-max_len=2000", *sys.argv[2:], folder]
        atheris.Setup([sys.argv[0], *options], TARGETS[sys.argv[1]])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
