"""The JSON Schema of the configuration, made from the records that hold it."""

from __future__ import annotations

import ast
import inspect
import types
from dataclasses import MISSING, fields
from typing import Any, Literal, get_args, get_origin

from frclean.config import Config
from frclean.project.settings import Settings, option_types

__all__ = ["schema"]


def schema() -> dict[str, Any]:
    """The schema of ``frclean.toml``, and of ``[tool.frclean]`` in ``pyproject.toml``."""
    described = {**_descriptions(Config), **_descriptions(Settings)}
    described["extend"] = "Another configuration, on which this one builds."
    defaults = {**_defaults(Config), **_defaults(Settings)}
    properties = {}
    for name, kind in option_types().items():
        key = name.replace("_", "-")
        properties[key] = {"description": described[name], **_type(kind)}
        if defaults.get(name) is not None:
            properties[key]["default"] = defaults[name]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "frclean",
        "description": "Options of frclean, which cleans and checks French text.",
        "type": "object",
        "properties": dict(sorted(properties.items())),
        "additionalProperties": False,
    }


def _type(kind: Any) -> dict[str, Any]:
    origin, inner = get_origin(kind), get_args(kind)
    if origin is types.UnionType:
        return _type(next(k for k in inner if k is not type(None)))
    if origin is Literal:
        return {"enum": list(inner)}
    if origin in (tuple, frozenset):
        unique = {"uniqueItems": True} if origin is frozenset else {}
        return {"type": "array", "items": {"type": "string"}, **unique}
    if origin is not None:
        codes = {"type": "array", "items": {"type": "string"}}
        return {"type": "object", "additionalProperties": codes}
    return {"type": {bool: "boolean", str: "string", int: "integer", float: "number"}[kind]}


def _defaults(record: type) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field in fields(record):
        if field.default is not MISSING:
            default = field.default
            collection = isinstance(default, (tuple, frozenset))
            values[field.name] = sorted(default) if collection else default
    return values


def _descriptions(record: type) -> dict[str, str]:
    """Field -> the string below it in the source, on one line, without markup."""
    body = ast.parse(inspect.getsource(record)).body[0]
    assert isinstance(body, ast.ClassDef)
    found = {}
    for field, below in zip(body.body, body.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr):
            text = ast.literal_eval(below.value)
            assert isinstance(field.target, ast.Name)
            found[field.target.id] = " ".join(text.replace("``", "`").split())
    return found
