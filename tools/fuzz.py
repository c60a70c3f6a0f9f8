"""Coverage-guided fuzzing with atheris: ``python tools/fuzz.py TARGET [-max_total_time=900]``.

Targets: ``decode`` (bytes), ``normalise`` (encoding and whitespace), ``clean`` (every step). Each
input is tried under the laws: nothing raises, cleaning twice is cleaning once, the edits lead
from the source to the text. What libFuzzer takes as options is passed on; an input that takes
more than ten seconds is a failure. ``pip install atheris`` first (Linux and macOS).
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
    import frclean.normalise.encoding
    import frclean.normalise.whitespace
    from frclean.testing.damage import MOJIBAKE, everywhere, inflict
    from frclean.testing.sampling import sample_scraped

NORMALISER = frclean.Pipeline(["encoding", "whitespace"])
EVERYTHING = frclean.Pipeline()


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
