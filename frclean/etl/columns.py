"""A column of texts, cleaned: the one function behind every engine."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from frclean.pipeline import Pipeline
from frclean.records import clean_text

__all__ = ["clean_arrow", "clean_texts"]


def clean_texts(
    pipeline: Pipeline, texts: Iterable[str | None], add: tuple[str, ...] = ()
) -> tuple[list[str | None], dict[str, list[Any]]]:
    """The cleaned texts, and for each addition a value per text; what is missing stays None.

    Raises:
        TypeError: for a value that is neither a string nor missing.

    """
    cleaned: list[str | None] = []
    added: dict[str, list[Any]] = {name: [] for name in add}
    for text in texts:
        done = None if text is None else clean_text(pipeline, text, add)
        cleaned.append(None if done is None else done.text)
        for name in add:
            added[name].append(None if done is None else done.added[name])
    return cleaned, added


def clean_arrow(pipeline: Pipeline, table: Any, column: str, add: tuple[str, ...] = ()) -> Any:
    """An Arrow table or record batch with ``column`` cleaned and a column for each addition.

    Raises:
        KeyError: if there is no such column.
        TypeError: if it holds no text.

    """
    import pyarrow as pa

    from frclean.etl.arrow import added_types

    position = table.schema.get_field_index(column)
    if position < 0:
        raise KeyError(f"no column {column!r}; there are: {', '.join(table.schema.names)}")
    cleaned, added = clean_texts(pipeline, table.column(position).to_pylist(), add)
    field = table.schema.field(position)
    arrays = {name: table.column(i) for i, name in enumerate(table.schema.names)}
    arrays[column] = pa.array(cleaned, field.type)
    for name in add:
        arrays[name] = pa.array(added[name], added_types()[name])
    return type(table).from_arrays(list(arrays.values()), names=list(arrays))
