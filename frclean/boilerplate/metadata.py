"""What the lines around an article say about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from frclean.document import Document, Span

__all__ = ["Metadata"]


def _empty() -> Mapping[str, Span | tuple[Span, ...]]:
    return {}


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, section, signature, dates… of an article; dates are ISO 8601.

    ``spans`` says where each field was read, in the text that the step was given; a field that
    holds several values has as many spans.

    >>> Metadata(section="Défense").to_dict()
    {'section': 'Défense'}
    """

    title: str | None = None
    section: str | None = None
    byline: str | None = None
    published: str | None = None
    updated: str | None = None
    site: str | None = None
    image_credits: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    spans: Mapping[str, Span | tuple[Span, ...]] = field(default_factory=_empty)

    def placed(self, document: Document) -> Metadata:
        """The same with spans of ``document.source`` instead of ``document.text``."""
        spans: dict[str, Span | tuple[Span, ...]] = {
            name: document.to_source(where)
            if isinstance(where, Span)
            else tuple(map(document.to_source, where))
            for name, where in self.spans.items()
        }
        return replace(self, spans=spans)

    def to_dict(self) -> dict[str, Any]:
        """The fields that are known, as JSON-ready values."""
        values = {name: getattr(self, name) for name in FIELDS}
        return {k: list(v) if isinstance(v, tuple) else v for k, v in values.items() if v}


FIELDS = ("title", "section", "byline", "published", "updated", "site", "image_credits", "tags")
