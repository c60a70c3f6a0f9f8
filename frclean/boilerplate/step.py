"""The step: finds the article, then says which other lines are residue of the page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from frclean.boilerplate.body import densest_run, is_sentence
from frclean.boilerplate.lines import Line, split_lines
from frclean.boilerplate.metadata import Metadata
from frclean.boilerplate.peel import peel
from frclean.boilerplate.reading import read_metadata
from frclean.boilerplate.report import Verdict, findings
from frclean.document import Document
from frclean.finding import Finding

__all__ = ["Boilerplate"]


@dataclass(frozen=True)
class Boilerplate:
    """Captcha, login, share, cookie, comment and menu lines go; the article stays.

    ``learnt`` is the file of repeated lines that ``frclean learn`` wrote.

    >>> step = Boilerplate()
    >>> text = "Il a neigé toute la nuit sur le col, et la route est fermée.\\n\\nCaptcha"
    >>> [(finding.code, finding.found) for finding in step(Document.of(text))]
    [('BPL001', 'Captcha')]
    """

    learnt: str | None = None

    def __call__(self, document: Document) -> Iterable[Finding]:
        """Findings whose fixes take residue out of ``document.text``."""
        lines = split_lines(document.text)
        verdicts = _decide(lines)
        return findings(document.text, lines, verdicts) if verdicts else ()

    def metadata(self, document: Document) -> Metadata:
        """What the lines around the article say: title, section, signature, dates…"""
        lines = split_lines(document.text)
        return read_metadata([line.text for line in lines], [line.span for line in lines])

    @property
    def digest(self) -> str:
        """Changes when what the step would do changes."""
        return hashlib.sha256(repr(self.learnt).encode()).hexdigest()[:16]


def _decide(lines: list[Line]) -> list[Verdict]:
    texts = [line.text for line in lines]
    sentences = [is_sentence(text) for text in texts]
    first, last = densest_run(texts, sentences)
    return list(peel(texts, first, last)) if first <= last else []
