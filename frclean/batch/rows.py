"""Rows of a chunk, cleaned in a worker: parsed, judged, cleaned, encoded."""

from __future__ import annotations

import base64
import datetime
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from frclean.batch.chunks import Chunk, Outcome, Stats
from frclean.batch.writers import encode
from frclean.pipeline import Pipeline
from frclean.records import clean_text

__all__ = ["BadRowError", "Task", "clean_chunk", "get_field", "parsed", "rows_of", "set_field"]


class BadRowError(ValueError):
    """A row that cannot be cleaned; the message is the reason."""


@dataclass(frozen=True)
class Task:
    """What is to be done with each row: all that a worker needs, and small."""

    pipeline: Pipeline
    field: str = "text"
    keep: tuple[str, ...] | None = None
    """Top-level fields that stay beside the text; None: all of them."""
    add: tuple[str, ...] = ()
    max_chars: int = 10_000_000
    format: str = "jsonl"
    compression: str = ""
    columns: tuple[str, ...] = ()
    """The header, where the format has one."""


def clean_chunk(task: Task, chunk: Chunk) -> Outcome:
    """The chunk's good rows, encoded; its bad rows as JSON lines with their reasons."""
    stats = Stats()
    rows: list[dict[str, Any]] = []
    places: list[int] = []
    rejected: list[bytes] = []
    for place, (number, raw) in enumerate(rows_of(chunk)):
        try:
            if number in chunk.spoilt:
                raise BadRowError(chunk.spoilt[number])
            rows.append(_clean_row(task, parsed(raw), stats))
            places.append(place)
        except BadRowError as error:
            stats.rejected += 1
            stats.reasons[str(error).split(":")[0]] += 1
            rejected.append(_set_aside(chunk.source, number, str(error), raw))
    return Outcome(encode(task, chunk, rows, places), b"".join(rejected), stats)


def rows_of(chunk: Chunk) -> Iterator[tuple[int, Any]]:
    """Number and content of each row: a line's bytes, or a dictionary."""
    if chunk.is_arrow:
        import pyarrow as pa

        table = pa.ipc.open_stream(chunk.payload).read_all()
        columns = [_values(column) for column in table.columns]
        rows = zip(*columns, strict=True) if columns else ()
        for number, values in enumerate(rows, chunk.first):
            yield number, dict(zip(table.column_names, values, strict=True))
        return
    for number, line in enumerate(chunk.payload.split(b"\n"), chunk.first):
        if line and not line.isspace():
            yield number, line


def _values(column: Any) -> list[Any]:
    """A column of Arrow as Python has it; times finer than Python's, as text."""
    import pyarrow as pa

    if pa.types.is_temporal(column.type) and getattr(column.type, "unit", "") == "ns":
        column = column.cast(pa.string())
    values: list[Any] = column.to_pylist()
    return values


def parsed(raw: Any) -> dict[str, Any]:
    """The row of a line; raises BadRowError if it is none."""
    if isinstance(raw, dict):
        return raw
    try:
        row = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadRowError(f"bytes that are not UTF-8: byte {error.start + 1}") from None
    except json.JSONDecodeError as error:
        raise BadRowError(f"not JSON: {error.msg} at character {error.pos + 1}") from None
    except (RecursionError, ValueError) as error:
        raise BadRowError(f"not JSON: {error}") from None
    if not isinstance(row, dict):
        raise BadRowError(f"not an object: {_TYPES.get(type(row), 'value')}")
    return row


_TYPES = {
    type(None): "null", bool: "boolean", int: "number", float: "number", list: "list",
    dict: "object", bytes: "bytes", str: "string",
}  # fmt: skip


def _clean_row(task: Task, row: dict[str, Any], stats: Stats) -> dict[str, Any]:
    text = get_field(row, task.field)
    if not isinstance(text, str):
        kind = _TYPES.get(type(text), type(text).__name__)
        raise BadRowError(f"the field {task.field!r} holds no text: {kind}")
    if len(text) > task.max_chars:
        raise BadRowError(f"more than {task.max_chars} characters: {len(text)}")
    if task.columns:
        _refuse_unknown(task, row)
    try:
        cleaned = clean_text(task.pipeline, text, task.add)
    except Exception as error:  # one text must not stop ten million
        raise BadRowError(f"frclean failed: {type(error).__name__}: {error}") from error
    stats.articles += 1
    stats.changed += cleaned.text != text
    stats.characters_in += len(text)
    stats.characters_out += len(cleaned.text)
    stats.applied.update(cleaned.applied)
    stats.shown.update(cleaned.shown)
    set_field(row, task.field, cleaned.text)
    if task.keep is not None:
        kept = (task.field if task.field in row else task.field.split(".")[0], *task.keep)
        row = {name: value for name, value in row.items() if name in kept}
    return {**row, **cleaned.added}


def _refuse_unknown(task: Task, row: dict[str, Any]) -> None:
    if task.keep is None and (unknown := [k for k in row if k not in task.columns]):
        raise BadRowError(f"fields that the header lacks: {', '.join(unknown)}; name all by --keep")


def get_field(row: dict[str, Any], field: str) -> Any:
    """The value at ``field``: a key as it stands, or a path with dots between keys.

    >>> get_field({"article": {"text": "a"}}, "article.text")
    'a'

    Raises:
        BadRowError: if there is none.

    """
    if field in row:
        return row[field]
    value: Any = row
    for key in field.split("."):
        if not isinstance(value, dict) or key not in value:
            raise BadRowError(f"lacks the field {field!r}")
        value = value[key]
    return value


def set_field(row: dict[str, Any], field: str, value: Any) -> None:
    """Put ``value`` where :func:`get_field` reads."""
    if field in row:
        row[field] = value
        return
    *path, last = field.split(".")
    for key in path:
        row = row[key]
    row[last] = value


def to_json(value: Any) -> bytes:
    """One JSON line; a lone surrogate, which UTF-8 cannot hold, is escaped."""
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=plain)
    try:
        return line.encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"), default=plain).encode() + b"\n"


def plain(value: Any) -> Any:
    """What JSON has no type for (dates, decimals, bytes of Parquet), as text."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return str(value)


def _set_aside(source: str, number: int, reason: str, raw: Any) -> bytes:
    shown = raw.decode("utf-8", "backslashreplace") if isinstance(raw, bytes) else raw
    return to_json({"source": source, "line": number, "reason": reason, "row": shown})
