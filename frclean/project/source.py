"""The text of a file, and how to write it back as it was."""

from __future__ import annotations

import codecs
import os
from dataclasses import dataclass
from pathlib import Path

__all__ = ["NotTextError", "Source", "write_bytes"]

#: A text file has no NUL in its first bytes (git's own test of what is binary).
_SNIFFED = 8000


class NotTextError(ValueError):
    """A file that holds no text."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text with what its bytes said about it: a mark at the start, an encoding not UTF-8."""

    text: str
    mark: bool = False
    is_utf8: bool = True

    @classmethod
    def of(cls, data: bytes, name: str = "the input") -> Source:
        """The text of ``data``; raises NotTextError if it is binary."""
        if b"\0" in data[:_SNIFFED] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise NotTextError(f"{name} is a binary file, not text; extract its text first")
        try:
            return cls(data.decode("utf-8-sig"), data.startswith(codecs.BOM_UTF8))
        except UnicodeDecodeError:
            from frclean.decoding import decode

            return cls(decode(data).text, is_utf8=False)

    def encoded(self, text: str) -> bytes:
        """``text`` as it is written in place of this one."""
        return (codecs.BOM_UTF8 if self.mark else b"") + text.encode("utf-8", "surrogatepass")


def write_bytes(path: str | Path, data: bytes) -> None:
    """Replace a file's content by ``data``, whole or not at all."""
    import tempfile

    target = Path(path).resolve()
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, target.stat().st_mode)
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise
