"""datatrove: a formatter that cleans, and C4's quality filter as French needs it.

Both count what they did in datatrove's own statistics (``stats.json`` of the run).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from datatrove.pipeline.filters.base_filter import BaseFilter
from datatrove.pipeline.formatters.base import BaseFormatter

from frclean.pipeline import Pipeline
from frclean.records import additions, clean_text

__all__ = ["FrcleanFormatter", "FrenchC4Filter"]


class FrcleanFormatter(BaseFormatter):  # type: ignore[misc]  # datatrove has no types
    """Cleans each document; ``metadata["frclean"]`` of it holds the additions asked for."""

    name = "🇫🇷 frclean"

    def __init__(self, add: str | Iterable[str] = (), pipeline: Pipeline | None = None) -> None:
        super().__init__()
        self.add = additions(add)
        self.pipeline = pipeline or Pipeline()

    def format(self, text: str) -> str:
        """The cleaned text."""
        return self.pipeline.clean(text)

    def run(self, data: Iterable[Any] | None, rank: int = 0, world_size: int = 1) -> Iterable[Any]:
        """The documents, cleaned."""
        for document in data or ():
            with self.track_time():
                done = clean_text(self.pipeline, document.text, self.add)
            self.stat_update("total")
            self.stat_update("changed", value=int(done.text != document.text))
            for code, count in done.applied.items():
                self.stat_update(code, value=count)
            document.text = done.text
            if self.add:
                document.metadata["frclean"] = done.added
            yield document


#: What ends a sentence in French: a mark, then perhaps a closing quote or bracket behind a blank
#: of any kind (« Il neige. », « Vraiment ? »).
_END = re.compile(r"(?:[.!?…]|\.{3})[ \u00a0\u202f]*[»”\"’')\]]*[ \u00a0\u202f]*$")
_SENTENCE = re.compile(r"[.!?…]+[ \u00a0\u202f]*[»”\"’')\]]*(?=\s|$)")
#: Points that end no sentence: « M. », « Mme. », « art. 3 », initials.
_SHORT = re.compile(r"\b(?:MM?|Mme|Mlle|Dr|Pr|Me|St|art|cf|p|vol|n|éd|env|av|apr|[A-ZÉ])\.$")
_POLICY = re.compile(
    r"politique de confidentialité|conditions générales d['’]utilisation|mentions légales"
    r"|accepte[rz]? les cookies|utilis\w+ (?:de |des )?cookies|activer javascript",
    re.IGNORECASE,
)


class FrenchC4Filter(BaseFilter):  # type: ignore[misc]  # datatrove has no types
    """C4's heuristics (Raffel et al., 2020, §2.2) with French punctuation; each drop has a reason.

    C4 asks for an English mark at the end of a line, so « Vraiment ? » with its no-break space
    and a closing guillemet would be lost; here they count. Lines are judged, never rewritten:
    cleaning is the formatter's work.

    Args:
        min_sentences: fewer, and the document is dropped (C4: 5).
        min_share: least share of characters in lines that end as sentences do.
        max_words: a word longer than this many characters drops the document (C4: 1000).
        exclusion_writer: where dropped documents go, with ``metadata["filter_reason"]``.

    """

    name = "🇫🇷 C4 for French"

    def __init__(
        self,
        min_sentences: int = 5,
        min_share: float = 0.5,
        max_words: int = 1000,
        exclusion_writer: Any = None,
    ) -> None:
        super().__init__(exclusion_writer)
        self.min_sentences, self.min_share, self.max_words = min_sentences, min_share, max_words

    def filter(self, doc: Any) -> bool | tuple[bool, str]:
        """True, or False and the reason."""
        text = doc.text
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        if not lines:
            return False, "empty"
        if "lorem ipsum" in text.lower():
            return False, "lorem_ipsum"
        if "{" in text:
            return False, "curly_bracket"
        if max(map(len, text.split())) > self.max_words:
            return False, "too_long_word"
        if any(len(line) < 300 and _POLICY.search(line) for line in lines):
            return False, "policy"
        ended = sum(len(line) for line in lines if _END.search(line))
        if ended < self.min_share * sum(map(len, lines)):
            return False, "lines_without_end_mark"
        if sum(map(count_sentences, lines)) < self.min_sentences:
            return False, "too_few_sentences"
        return True


def count_sentences(line: str) -> int:
    """How many sentences end in ``line``."""
    return sum(
        1 for match in _SENTENCE.finditer(line) if not _SHORT.search(line[: match.start() + 1])
    )
