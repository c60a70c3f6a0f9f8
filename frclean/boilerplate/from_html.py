"""The article of an HTML page, as text that the pipeline takes (extra ``html``).

Tags say where the article is better than lines do, and trafilatura reads them well. What it
lets through goes through the same pipeline as any other text.
"""

from __future__ import annotations

import re

__all__ = ["from_html"]

_PARAGRAPH = re.compile(r"\n(?![-|] ?)")
"""Lines that are neither an item of a list nor a row of a table."""


def from_html(page: str | bytes) -> str:
    r"""The article of a page: a blank line between paragraphs, none between items of a list.

    Empty if the page has no article: ``frclean.clean(frclean.from_html(page))`` then is, too.

    >>> from_html("<html><body><p>Il pleut sur Brest, et la pluie dure.</p></body></html>")
    'Il pleut sur Brest, et la pluie dure.'

    Args:
        page: an HTML page; bytes are decoded by ``frclean.decode`` first.

    Raises:
        TypeError: if ``page`` is neither.
        ModuleNotFoundError: if the extra is not installed.

    """
    if isinstance(page, (bytes, bytearray, memoryview)):
        from frclean.decoding import decode

        page = decode(bytes(page)).text
    if not isinstance(page, str):
        raise TypeError(f"page must be a str or bytes, not {type(page).__name__}: {page!r:.60}")
    try:
        import trafilatura
    except ImportError:
        raise ModuleNotFoundError(
            "from_html needs trafilatura; install it: pip install 'frclean[html]'"
        ) from None
    text = trafilatura.extract(page, include_comments=False)
    return _PARAGRAPH.sub("\n\n", text.strip()) if text else ""
