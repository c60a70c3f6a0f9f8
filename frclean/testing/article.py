"""What the strategies draw: an article, and an article as it comes out of a scraper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from frclean.document import Edit, Span

__all__ = ["Article", "Damage", "Residue", "Scraped"]


@dataclass(frozen=True, slots=True)
class Article:
    """A French article without an error: a title and paragraphs.

    >>> Article("Un pont pour Nantes", ("Le maire défend le projet.",)).text
    'Un pont pour Nantes\\n\\nLe maire défend le projet.'
    """

    title: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """Title and paragraphs with a blank line between; no title, no line."""
        return "\n\n".join(part for part in (self.title, *self.paragraphs) if part)

    def __str__(self) -> str:
        return self.text


class Damage(NamedTuple):
    """One thing that was done to a text: which kind, where in the dirty text, what stood there."""

    kind: str
    span: Span
    original: str

    @property
    def edit(self) -> Edit:
        """The edit on the dirty text that takes the damage back."""
        return Edit(self.span, self.original)


class Residue(NamedTuple):
    """A line that is not part of the article: its kind, and the line."""

    kind: str
    line: str


@dataclass(frozen=True, slots=True)
class Scraped:
    """A text that was damaged, with the whole truth about it.

    Applying ``edits`` to ``dirty`` gives ``clean``, always.
    """

    dirty: str
    clean: str
    damage: tuple[Damage, ...] = ()
    residue: tuple[Residue, ...] = ()

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The repairs, sorted, without overlap; spans count code points of ``dirty``."""
        return tuple(damage.edit for damage in self.damage)
