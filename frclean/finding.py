"""What was noticed, and how it can be repaired.

The terms are ruff's: a *finding* has *fixes*, a fix has *edits* and an *applicability*.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from frclean.document import Edit, Span

__all__ = ["Applicability", "Finding", "Fix"]


class Applicability(StrEnum):
    """How far a fix may be trusted (after ruff's levels of the same names)."""

    SAFE = "safe"
    """Every careful editor would accept it unseen: ``clean()`` applies it."""
    UNSAFE = "unsafe"
    """Probably right; applied only when someone asks for it (``unsafe_fixes=True``)."""
    DISPLAY = "display"
    """Shown, never applied: several readings, or none that is sure."""

    @property
    def rank(self) -> int:
        """0 for DISPLAY, 1 for UNSAFE, 2 for SAFE."""
        return _RANKS[self]


_RANKS = {Applicability.DISPLAY: 0, Applicability.UNSAFE: 1, Applicability.SAFE: 2}


@dataclass(frozen=True, slots=True)
class Fix:
    """One repair of one finding.

    ``replacement`` is what stands in place of the finding's span once the fix is applied;
    ``edits`` are the smallest changes that do it. A repair of something that is repeated all
    over the text is one fix with many edits; ``replacement`` then is that of the first.
    """

    replacement: str
    edits: tuple[Edit, ...]
    applicability: Applicability = Applicability.SAFE

    @classmethod
    def replace(
        cls, span: Span, replacement: str, applicability: Applicability = Applicability.SAFE
    ) -> Fix:
        """The fix that puts ``replacement`` in place of the whole ``span``."""
        return cls(replacement, (Edit(span, replacement),), applicability)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was noticed.

    ``span`` counts code points of the text that the step was given; what ``check`` and
    ``explain`` return counts code points of the text that *you* gave. ``found`` is what stands
    there. ``line`` and ``column`` start at 1 and are filled in by ``check`` and ``explain``.
    ``reason`` says why a line is taken out; it is empty for repairs.
    """

    code: str
    name: str
    message: str
    span: Span
    found: str
    fixes: tuple[Fix, ...] = ()
    reason: str = ""
    line: int = 0
    column: int = 0

    @property
    def fix(self) -> Fix | None:
        """The best fix, if there is any."""
        return self.fixes[0] if self.fixes else None

    @property
    def applicability(self) -> Applicability:
        """That of the first fix; DISPLAY if there is none."""
        return self.fixes[0].applicability if self.fixes else Applicability.DISPLAY

    @property
    def family(self) -> str:
        """The letters of the code: ``GRM`` of ``GRM003``."""
        return self.code.rstrip("0123456789")

    def to_dict(self) -> dict[str, Any]:
        """The finding as JSON-ready values."""
        return {
            "code": self.code,
            "name": self.name,
            "message": self.message,
            "start": self.span.start,
            "end": self.span.end,
            "line": self.line,
            "column": self.column,
            "found": self.found,
            "applicability": str(self.applicability),
            "fixes": [
                {
                    "replacement": fix.replacement,
                    "applicability": str(fix.applicability),
                    "edits": edits_to_json(fix.edits),
                }
                for fix in self.fixes
            ],
            **({"reason": self.reason} if self.reason else {}),
        }


def edits_to_json(edits: Sequence[Edit]) -> list[dict[str, Any]]:
    """Edits as JSON-ready values."""
    return [
        {"start": span.start, "end": span.end, "replacement": replacement}
        for span, replacement in edits
    ]
