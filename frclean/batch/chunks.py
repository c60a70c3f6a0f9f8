"""What travels to the workers and back: bytes both ways, so that pickling costs nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Chunk", "Outcome", "Stats"]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows that follow each other in one input.

    ``payload`` is JSON lines, or an Arrow stream where ``is_arrow``. Rows are counted from 1;
    ``spoilt`` says what a reader (or a worker that died) has against a row of this chunk.
    """

    source: str
    first: int
    payload: bytes
    rows: int
    is_arrow: bool = False
    spoilt: Mapping[int, str] = field(default_factory=dict)
    position: int = 0
    """Bytes of all inputs that were read up to here, as they lie on the disk."""


@dataclass(slots=True)
class Stats:
    """What was done: can be added, and written as JSON."""

    articles: int = 0
    rejected: int = 0
    changed: int = 0
    characters_in: int = 0
    characters_out: int = 0
    applied: Counter[str] = field(default_factory=Counter)
    shown: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)

    def add(self, other: Stats) -> None:
        """Add what another part came to."""
        for name in ("articles", "rejected", "changed", "characters_in", "characters_out"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.applied.update(other.applied)
        self.shown.update(other.shown)
        self.reasons.update(other.reasons)

    def to_dict(self) -> dict[str, Any]:
        """The counts as JSON-ready values, codes in order."""
        counters = ("applied", "shown", "reasons")
        numbers = ("articles", "rejected", "changed", "characters_in", "characters_out")
        return {
            **{name: getattr(self, name) for name in numbers},
            **{name: dict(sorted(getattr(self, name).items())) for name in counters},
        }

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Stats:
        """The inverse of :meth:`to_dict`."""
        counters = ("applied", "shown", "reasons")
        fields: dict[str, Any] = {k: Counter(v) if k in counters else v for k, v in values.items()}
        return cls(**fields)


@dataclass(slots=True)
class Outcome:
    """What became of a chunk: encoded rows, and JSON lines of those that were set aside."""

    data: bytes = b""
    rejected: bytes = b""
    stats: Stats = field(default_factory=Stats)
