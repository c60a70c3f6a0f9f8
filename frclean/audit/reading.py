"""The articles of a corpus: files that ``frclean batch`` reads, and folders of these.

Files are opened by :mod:`frclean.batch.readers`; here rows become entries: a text with its key,
its site and its day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from frclean.batch.files import FORMATS, compression_of, kind_of

__all__ = ["Entry", "is_corpus_file", "read_corpus", "size_of"]

#: The names under which corpora keep the text, the site and the day, the most usual first.
TEXT_FIELDS = ("text", "content", "body", "article", "texte", "contenu")
SITE_FIELDS = ("site", "source", "domain", "publisher", "journal")
DATE_FIELDS = ("date", "published", "published_at", "publication_date", "timestamp", "created_at")
KEY_FIELDS = ("id", "url", "key", "uuid")

_TEXTS = (".txt", ".md")
#: What a folder is searched for; a .json in a folder is more often settings than articles.
SUFFIXES = (*(ending for ending in FORMATS if ending != ".json"), ".md")

_CHUNK = 1 << 20
"""Bytes that a reader takes at a time."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of a corpus. ``site`` and ``date`` are empty where the corpus does not say."""

    key: str
    text: str
    site: str = ""
    date: str = ""


def is_corpus_file(path: Path) -> bool:
    """True for a file that a folder is searched for, compressed or not."""
    return _bare(path).endswith(SUFFIXES) and not path.name.startswith(".")


def _bare(path: Path) -> str:
    """The name without the ending of a compression, in lower case."""
    name = path.name.lower()
    return name.removesuffix(compression_of(name))


def size_of(path: str | Path) -> int:
    """Bytes of the corpus, as it lies on the disk.

    Raises:
        FileNotFoundError: if there is nothing at ``path``.

    """
    return sum(file.stat().st_size for file in _files(Path(path)))


def read_corpus(
    path: str | Path, *, field: str | None = None, by: str | None = None, date: str | None = None
) -> Iterator[Entry]:
    """The articles at ``path``, one at a time.

    Args:
        path: a file (JSONL, CSV, TSV, Parquet, plain text, also compressed) or a folder.
        field: the field that holds the text; default: the first usual name there is.
        by: the field that names the site; default likewise. In a folder of text files, the
            folder that a file lies in.
        date: the field that holds the day; default likewise.

    Raises:
        FileNotFoundError: if there is nothing at ``path``.
        ValueError: if a file is damaged, or a row has no such field or is none.

    """
    root = Path(path)
    for file in _files(root):
        if _bare(file).endswith(_TEXTS):
            yield _of_text(file, root)
        else:
            yield from _of_table(file, root, field, by, date)


def _files(root: Path) -> list[Path]:
    if not root.exists():
        raise FileNotFoundError(f"there is no file or folder {root}")
    if not root.is_dir():
        return [root]
    found = sorted(p for p in root.rglob("*") if p.is_file() and is_corpus_file(p))
    if not found:
        raise ValueError(f"no file in {root} ends with {', '.join(SUFFIXES)}")
    return found


def _key(file: Path, root: Path) -> str:
    return str(file.relative_to(root)) if root.is_dir() else file.name


def _of_text(file: Path, root: Path) -> Entry:
    from frclean.batch.readers import enumerate_texts

    _, row, fault = next(enumerate_texts([str(file)]))
    if fault:
        raise ValueError(f"{file}: {fault}")
    site = file.parent.name if root.is_dir() and file.parent != root else ""
    return Entry(_key(file, root), row["text"], site)


def _of_table(
    file: Path, root: Path, field: str | None, by: str | None, date: str | None
) -> Iterator[Entry]:
    key = _key(file, root)
    for number, row in _rows(file):
        text = _value(row, field, TEXT_FIELDS)
        if text is None:
            wanted = field or " or ".join(TEXT_FIELDS)
            raise ValueError(
                f"{file}, row {number} has no field {wanted}; it has {', '.join(row)}. "
                "Name the field of the text with --field"
            )
        yield Entry(
            _value(row, None, KEY_FIELDS) or f"{key}:{number}",
            text,
            _value(row, by, SITE_FIELDS) or "",
            _value(row, date, DATE_FIELDS) or "",
        )


def _value(row: Mapping[str, Any], name: str | None, usual: Iterable[str]) -> str | None:
    """The value of a field as text; an empty field is an empty text, a missing one is None."""
    for key in (name,) if name else usual:
        if key in row:
            return "" if row[key] is None else str(row[key])
    return None


def _rows(file: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Number and content of each row; numbers are lines where the format has some."""
    from frclean.batch.readers import read
    from frclean.batch.rows import BadRowError, parsed, rows_of

    kind_of(str(file))  # before anything is opened: an ending that says no format
    for chunk in read([str(file)], _CHUNK):
        for number, raw in rows_of(chunk):
            try:
                yield number, _repaired(parsed(_as_utf8(raw)))
            except BadRowError as error:
                raise ValueError(
                    f"{file}, line {number}: {chunk.spoilt.get(number, error)}"
                ) from None


def _as_utf8(raw: Any) -> Any:
    """A line whose bytes are no UTF-8, as what they most likely are: audits are about such."""
    if isinstance(raw, bytes):
        try:
            raw.decode()
        except UnicodeDecodeError:
            from frclean.decoding import decode

            return decode(raw).text.encode("utf-8", "replace")
    return raw


def _repaired(row: dict[str, Any]) -> dict[str, Any]:
    """The same for a cell of a table, whose odd bytes the reader has kept as surrogates."""
    return {name: _decoded(value) for name, value in row.items()}


def _decoded(value: Any) -> Any:
    if not isinstance(value, str) or value.isascii():
        return value
    try:
        value.encode()
    except UnicodeEncodeError:
        pass
    else:
        return value
    try:
        data = value.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # surrogates that stand for no byte: JSON may escape any
        return value
    from frclean.decoding import decode

    return decode(data).text
