"""Names of inputs and outputs: what their endings say, and how they are opened."""

from __future__ import annotations

import bz2
import glob
import gzip
import io
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import IO, Any, cast

__all__ = ["Kind", "compress", "compression_of", "expand", "kind_of", "open_input", "optional"]

FORMATS = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl",
    ".csv": "csv", ".tsv": "tsv", ".parquet": "parquet", ".pq": "parquet", ".txt": "txt",
}  # fmt: skip
COMPRESSIONS = (".gz", ".bz2", ".zst")
Kind = tuple[str, str]
"""Format (``jsonl``, ``csv``, ``tsv``, ``parquet``, ``txt``) and compression (ending or « »)."""


def kind_of(path: str) -> Kind:
    """Format and compression that a name's endings tell; standard streams are JSONL.

    >>> kind_of("articles.jsonl.gz"), kind_of("-")
    (('jsonl', '.gz'), ('jsonl', ''))

    Raises:
        ValueError: for an ending that nobody knows.

    """
    if path == "-" or path.startswith("/dev/"):
        return "jsonl", ""
    compression = compression_of(path)
    ending = Path(path.lower().removesuffix(compression)).suffix
    if ending not in FORMATS:
        raise ValueError(
            f"{path}: the ending says no format; known are {' '.join(FORMATS)}, "
            f"with {' '.join(COMPRESSIONS)} behind"
        )
    if FORMATS[ending] == "parquet" and compression:
        raise ValueError(f"{path}: Parquet compresses by itself; leave out {compression}")
    return FORMATS[ending], compression


def compression_of(path: str) -> str:
    """The ending of a compression; empty for none.

    >>> compression_of("article.txt.gz"), compression_of("article.txt")
    ('.gz', '')
    """
    ending = Path(path.lower()).suffix
    return ending if ending in COMPRESSIONS else ""


def expand(names: Iterable[str], outputs: Iterable[str] = ()) -> list[str]:
    """The input files, each once: globs resolved and sorted, a folder as its text files.

    What a pattern finds of ``outputs`` is left out: an earlier run wrote it.

    Raises:
        FileNotFoundError: if a name or pattern stands for nothing.

    """
    written = {Path(name).resolve() for name in outputs}
    paths: list[str] = []
    for name in names:
        if name == "-" or Path(name).is_file() or Path(name).is_fifo():
            found = [name]
        elif Path(name).is_dir():
            found = sorted(str(path) for path in Path(name).rglob("*") if _is_text(path))
        else:
            matches = sorted(glob.glob(name, recursive=True))
            found = [path for path in matches if Path(path).resolve() not in written]
        if not found:
            raise FileNotFoundError(f"there is no input {name}")
        paths += found
    return list(dict.fromkeys(paths))


def _is_text(path: Path) -> bool:
    name = path.name.lower()
    return any(name.endswith(f".txt{compression}") for compression in ("", *COMPRESSIONS))


def optional(module: str, extra: str = "batch") -> ModuleType:
    """A module that an extra installs; raises ValueError that names the extra if it is missing."""
    import importlib

    try:
        return importlib.import_module(module)
    except ModuleNotFoundError:
        package = module.split(".", 1)[0]
        raise ValueError(
            f'{package} is missing; install it: pip install "frclean[{extra}]"'
        ) from None


def open_input(path: str, compression: str) -> tuple[IO[bytes], IO[bytes]]:
    """The file's content as a stream of bytes, and the file as it lies on the disk."""
    raw = sys.stdin.buffer if path == "-" else cast(IO[bytes], open(path, "rb"))  # noqa: SIM115
    if compression == ".gz":
        return cast(IO[bytes], gzip.GzipFile(fileobj=raw, mode="rb")), raw
    if compression == ".bz2":
        return cast(IO[bytes], bz2.BZ2File(raw)), raw
    if compression == ".zst":
        # Arrow's reader, because zstandard's takes a file that was cut for a file that ends.
        pa: Any = optional("pyarrow")
        reader = pa.CompressedInputStream(pa.PythonFile(raw, "r"), "zstd")
        return cast(IO[bytes], io.BufferedReader(reader, 1 << 20)), raw
    return raw, raw


def compress(data: bytes, compression: str) -> bytes:
    """``data`` as one member: members behind each other are one file again."""
    if not data or not compression:
        return data
    if compression == ".gz":
        return gzip.compress(data, 6, mtime=0)
    if compression == ".bz2":
        return bz2.compress(data)
    return cast(bytes, optional("zstandard").ZstdCompressor().compress(data))
