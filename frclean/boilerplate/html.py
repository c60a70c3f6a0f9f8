"""Notices a text that is still HTML."""

from __future__ import annotations

import re

__all__ = ["looks_like_html"]

_HEAD = re.compile(r"\s*(?:<!doctype html|<html\b|<\?xml[^>]*\?>\s*<html\b)", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|article|body|br|div|h[1-6]|head|img|li|link|main|meta|nav|ol|p|script|section|span"
    r"|strong|style|table|td|title|tr|ul)(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_ENOUGH_TAGS = 12
_MOST_TEXT_PER_TAG = 400
"""Characters: an article *about* HTML quotes a tag now and then; a page has one in each line."""
_LOOKED_AT = 20_000


def looks_like_html(text: str) -> bool:
    """True if ``text`` is a page with its tags, not text in which a tag is quoted.

    >>> looks_like_html("<!DOCTYPE html><html><body><p>Il pleut.</p></body></html>")
    True
    >>> looks_like_html("La balise <p> ouvre un paragraphe, </p> le ferme.")
    False
    """
    if "<" not in text:
        return False
    if _HEAD.match(text):
        return True
    part = text[:_LOOKED_AT]
    if part.count("</") < _ENOUGH_TAGS // 2:
        return False
    tags = sum(1 for _ in _TAG.finditer(part))
    return tags >= _ENOUGH_TAGS and len(part) <= tags * _MOST_TEXT_PER_TAG
