"""The Arrow types of what stands beside a cleaned text: the same in every engine."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

__all__ = ["added_types"]


@functools.cache
def added_types() -> Mapping[str, Any]:
    """Addition -> Arrow type."""
    import pyarrow as pa

    text, number, flag = pa.string(), pa.int64(), pa.bool_()
    finding = pa.struct(
        [("code", text), ("start", number), ("end", number), ("found", text),
         ("replacement", text), ("applicability", text), ("applied", flag), ("message", text)]
    )  # fmt: skip
    removed = pa.struct(
        [("line", text), ("start", number), ("end", number), ("code", text), ("reason", text)]
    )
    count = pa.struct([("code", text), ("applied", number), ("shown", number)])
    single = ("title", "section", "byline", "published", "updated", "site")
    metadata = pa.struct(
        [(name, text) for name in single]
        + [(name, pa.list_(text)) for name in ("image_credits", "tags")]
    )
    return {
        "findings": pa.list_(finding),
        "metadata": metadata,
        "removed": pa.list_(removed),
        "counts": pa.list_(count),
    }
