"""Requests in LanguageTool's manner, as its clients really make them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from frclean.server.units import Part, Sent

__all__ = ["BadRequestError", "CheckRequest", "fields_of", "is_french"]

_FRENCH = re.compile(r"fr(?:-[A-Za-z]{2,8})?", re.IGNORECASE)
_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,8})*", re.IGNORECASE)


class BadRequestError(ValueError):
    """A request that cannot be answered; the message says why."""


@dataclass(frozen=True)
class CheckRequest:
    """What is to be checked, and how."""

    sent: Sent
    language: str
    disabled_rules: frozenset[str]
    enabled_rules: frozenset[str]
    disabled_categories: frozenset[str]
    enabled_categories: frozenset[str]
    enabled_only: bool
    picky: bool

    @classmethod
    def of(cls, fields: Mapping[str, str]) -> CheckRequest:
        """The request that these fields make.

        Raises:
            BadRequestError: if there is no text, or no such language.

        """
        request = cls(
            sent=_sent(fields),
            language=_language(fields),
            disabled_rules=_names(fields, "disabledRules"),
            enabled_rules=_names(fields, "enabledRules"),
            disabled_categories=_names(fields, "disabledCategories"),
            enabled_categories=_names(fields, "enabledCategories"),
            enabled_only=fields.get("enabledOnly", "").lower() in ("true", "yes", "1"),
            picky=fields.get("level", "default").lower() == "picky",
        )
        if request.enabled_only and not (request.enabled_rules or request.enabled_categories):
            raise BadRequestError(
                "enabledOnly needs enabledRules or enabledCategories: name what is to be checked"
            )
        return request

    def wants(self, rule: str, code: str, category: str) -> bool:
        """True if findings of a rule are asked for."""
        if {rule, code} & self.disabled_rules or category in self.disabled_categories:
            return False
        if not self.enabled_only:
            return True
        return bool({rule, code} & self.enabled_rules) or category in self.enabled_categories


def fields_of(query: str, body: bytes) -> dict[str, str]:
    """The fields of a request, from its address and its body.

    A body is a form or a JSON object, whatever its content type says: LTeX+ calls a form JSON.

    Raises:
        BadRequestError: if the body is neither.

    """
    found = dict(parse_qsl(query, keep_blank_values=True))
    text = body.decode("utf-8", "replace").strip()
    if text.startswith("{"):
        try:
            more = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise BadRequestError(f"the body is no JSON: {error}") from None
        found |= {str(k): v if isinstance(v, str) else json.dumps(v) for k, v in more.items()}
        return found
    return found | dict(parse_qsl(text, keep_blank_values=True))


def is_french(language: str) -> bool:
    """True for fr, fr-CA, auto: what is checked here."""
    return language == "auto" or _FRENCH.fullmatch(language) is not None


def _language(fields: Mapping[str, str]) -> str:
    language = fields.get("language", "")
    if not language:
        raise BadRequestError("Missing 'language' parameter, e.g. language=fr or language=auto")
    if language != "auto" and not _CODE.fullmatch(language):
        raise BadRequestError(f"'{language[:40]}' is not a language code")
    if fields.get("preferredVariants") and language != "auto":
        raise BadRequestError("You specified 'preferredVariants' but not 'language=auto'")
    return language


def _names(fields: Mapping[str, str], name: str) -> frozenset[str]:
    return frozenset(part.strip() for part in fields.get(name, "").split(",") if part.strip())


def _sent(fields: Mapping[str, str]) -> Sent:
    text, data = fields.get("text"), fields.get("data")
    if (text is None) == (data is None):
        raise BadRequestError("Set either 'text' or 'data' (annotated text), not both")
    if text is not None:
        return Sent([Part(text, text)])
    assert data is not None
    try:
        annotated = json.loads(data)
        if isinstance(annotated, dict) and "text" in annotated and "annotation" not in annotated:
            return Sent([_part({"text": annotated["text"]})])
        return Sent([_part(item) for item in annotated["annotation"]])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise BadRequestError(
            "'data' is no annotated text: "
            '{"annotation": [{"text": "…"}, {"markup": "<b>", "interpretAs": ""}]}'
        ) from None


def _part(item: Mapping[str, Any]) -> Part:
    if "text" in item:
        if not isinstance(item["text"], str):
            raise TypeError("text")
        return Part(item["text"], item["text"])
    markup, read = item["markup"], item.get("interpretAs") or ""
    if not isinstance(markup, str) or not isinstance(read, str):
        raise TypeError("markup")
    return Part(markup, read)
