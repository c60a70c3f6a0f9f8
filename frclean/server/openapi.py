"""The OpenAPI document of the server."""

from __future__ import annotations

from typing import Any

from frclean.server.settings import Settings
from frclean.version import __version__

__all__ = ["openapi"]

_NAMES = {"type": "array", "items": {"type": "string"}, "maxItems": 200}
_OPTIONS: dict[str, Any] = {
    "steps": {
        "type": "array",
        "items": {"enum": ["encoding", "whitespace", "boilerplate", "rules", "typography"]},
        "description": "Steps in the order of the pipeline; default: the first four.",
    },
    "select": {**_NAMES, "description": "Codes or families that are on, and no others."},
    "extend_select": {**_NAMES, "description": "Codes or families that are on besides."},
    "ignore": {**_NAMES, "description": "Codes or families that are off."},
    "unsafe_fixes": {"type": "boolean", "description": "Apply fixes that are probably right, too."},
    "extend_safe_fixes": {**_NAMES, "description": "Codes whose probable fixes are applied."},
    "preview": {"type": "boolean", "description": "Rules on trial, too."},
    "unwrap": {"type": "boolean", "description": "Join the lines of hard-wrapped paragraphs."},
    "lang": {"enum": ["fr", "en"], "description": "The language of messages."},
    "profile": {"enum": ["fr-FR", "fr-CA", "fr-CH", "EU"], "description": "House style."},
}
_FIELDS: dict[str, str] = {
    "text": "The text; or data.",
    "data": 'Annotated text: {"annotation": [{"text": "…"}, {"markup": "<b>"}]}.',
    "language": "fr, fr-FR, fr-CA … or auto.",
    "enabledRules": "Rules, with commas between.",
    "disabledRules": "Rules, with commas between.",
    "enabledCategories": "Categories, with commas between.",
    "disabledCategories": "Categories, with commas between.",
    "enabledOnly": "true: only what is enabled.",
    "level": "default or picky (typography, too).",
}


def _text(description: str) -> dict[str, Any]:
    return {"description": description, "content": {"text/plain": {"schema": {"type": "string"}}}}


def _json(description: str) -> dict[str, Any]:
    return {
        "description": description,
        "content": {"application/json": {"schema": {"type": ["object", "array"]}}},
    }


_ERRORS = {
    "400": _text("The request cannot be understood; the reason."),
    "413": _text("The text is too long."),
    "429": _text("Too many requests at a time; Retry-After says when to come back."),
    "503": _text("The text takes too long."),
}


def _ours(summary: str, settings: Settings) -> dict[str, Any]:
    schema = {
        "type": "object",
        "required": ["text"],
        "additionalProperties": False,
        "properties": {"text": {"type": "string", "maxLength": settings.max_chars}, **_OPTIONS},
    }
    body = {"required": True, "content": {"application/json": {"schema": schema}}}
    answers = {"200": _json("The result."), **_ERRORS}
    return {"post": {"summary": summary, "requestBody": body, "responses": answers}}


def _asked(summary: str, answer: dict[str, Any]) -> dict[str, Any]:
    return {"get": {"summary": summary, "responses": {"200": answer}}}


def openapi(settings: Settings) -> dict[str, Any]:
    """The document for a server with these settings."""
    fields = {name: {"type": "string", "description": says} for name, says in _FIELDS.items()}
    form = {"type": "object", "required": ["language"], "properties": fields}
    parameters = [
        {"name": n, "in": "query", "required": n == "language", "schema": {"type": "string"}}
        for n in fields
    ]
    answers = {"200": _json("LanguageTool's answer."), **_ERRORS}
    page_of = {
        "get": {
            "summary": "The page of a rule, as Markdown.",
            "parameters": [
                {"name": "code", "in": "path", "required": True, "schema": {"type": "string"}}
            ],
            "responses": {
                "200": {
                    "description": "The page.",
                    "content": {"text/markdown": {"schema": {"type": "string"}}},
                },
                "404": _text("No such rule."),
            },
        }
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "frclean",
            "version": __version__,
            "description": "Cleans and checks French text; speaks LanguageTool's API version 2.",
        },
        "paths": {
            "/v2/check": {
                "get": {"summary": "Check a text.", "parameters": parameters, "responses": answers},
                "post": {
                    "summary": "Check a text.",
                    "requestBody": {
                        "required": True,
                        "content": {"application/x-www-form-urlencoded": {"schema": form}},
                    },
                    "responses": answers,
                },
            },
            "/v2/languages": _asked("The languages that are checked.", _json("The languages.")),
            "/v2/info": _asked("Who answers.", _json("Name and version.")),
            "/v2/maxtextlength": _asked("The longest text.", _text("Characters.")),
            "/v2/healthcheck": _asked("Is the server there?", _text("OK.")),
            "/clean": _ours("The cleaned text.", settings),
            "/explain": _ours("The cleaned text, findings, what was removed, metadata.", settings),
            "/rules/{code}": page_of,
        },
    }
