"""One text of a table, cleaned: what every engine (batch, Spark, Ray, pandas …) puts in a row.

All engines share this module, so the same text gives the same values everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from frclean.config import unknown
from frclean.pipeline import Pipeline
from frclean.result import Result

__all__ = ["ADDITIONS", "Cleaned", "additions", "clean_text"]

ADDITIONS = ("findings", "metadata", "removed", "counts")
"""What can stand beside the cleaned text."""


class Cleaned(NamedTuple):
    """A cleaned text, what stands beside it, and how often each code was applied and shown.

    What is only shown is not looked for, and so not counted, unless an addition asks for it.
    """

    text: str
    added: dict[str, Any]
    applied: Counter[str]
    shown: Counter[str]


def additions(add: str | Iterable[str]) -> tuple[str, ...]:
    """The names in ``add``, in the order of :data:`ADDITIONS`.

    >>> additions("counts,findings")
    ('findings', 'counts')

    Raises:
        ValueError: for a name that is none of them.

    """
    names = add.replace(",", " ").split() if isinstance(add, str) else list(add)
    for name in names:
        if name not in ADDITIONS:
            raise ValueError(unknown("addition", name, ADDITIONS))
    return tuple(name for name in ADDITIONS if name in names)


def clean_text(pipeline: Pipeline, text: str, add: tuple[str, ...] = ()) -> Cleaned:
    """``text`` cleaned, with the additions asked for, as JSON-ready values."""
    if not add:
        cleaned, applied = pipeline.clean_and_count(text)
        return Cleaned(cleaned, {}, applied, Counter())
    result = pipeline.explain(text)
    applied = Counter(f.code for f in result.applied)
    shown = Counter(f.code for f in result.remaining)
    values = {name: _VALUES[name](result) for name in add if name != "counts"}
    if "counts" in add:
        values["counts"] = _counts(applied, shown)
    return Cleaned(result.text, values, applied, shown)


def _counts(applied: Counter[str], shown: Counter[str]) -> list[dict[str, Any]]:
    """Code, times applied, times only shown: a list, because not every engine has maps."""
    return [
        {"code": code, "applied": applied[code], "shown": shown[code]}
        for code in sorted(applied | shown)
    ]


def _findings(result: Result) -> list[dict[str, Any]]:
    pairs = [(f, True) for f in result.applied] + [(f, False) for f in result.remaining]
    return [
        {
            "code": f.code,
            "start": f.span.start,
            "end": f.span.end,
            "found": f.found,
            "replacement": f.fixes[0].replacement if f.fixes else None,
            "applicability": str(f.applicability),
            "applied": is_applied,
            "message": f.message,
        }
        for f, is_applied in sorted(pairs, key=lambda pair: (pair[0].span, pair[0].code))
    ]


def _removed(result: Result) -> list[dict[str, Any]]:
    return [
        {"line": r.line, "start": r.span.start, "end": r.span.end, "code": r.code,
         "reason": r.reason}
        for r in result.removed
    ]  # fmt: skip


def _metadata(result: Result) -> dict[str, Any]:
    """Every field, None where nothing is known: engines with types want the same keys always."""
    from frclean.boilerplate.metadata import FIELDS

    known = result.metadata.to_dict()
    many = ("image_credits", "tags")
    return {name: known.get(name, [] if name in many else None) for name in FIELDS}


_VALUES = {"findings": _findings, "metadata": _metadata, "removed": _removed}
