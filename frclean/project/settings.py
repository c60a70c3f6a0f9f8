"""What a project asks for: ``[tool.frclean]`` in ``pyproject.toml``, or ``frclean.toml``.

The keys are the options of :class:`frclean.Config` and the fields of :class:`Settings`. For each
file the nearest parent folder with a configuration wins; it may build on another one
(``extend``). Patterns count from the folder of the file that wins; paths (``words-file``,
``baseline``, ``learnt``) from the folder of the file that names them.
"""

from __future__ import annotations

import functools
import types
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from frclean.config import Config, unknown
from frclean.project.patterns import matches

__all__ = [
    "FILE_NAMES",
    "INCLUDED",
    "Settings",
    "SettingsError",
    "load",
    "nearest_settings",
    "option_types",
]

#: Where a folder's settings may stand, the first that is there wins.
FILE_NAMES = ("frclean.toml", ".frclean.toml", "pyproject.toml")

#: What is checked in a folder: editorial text, never code.
INCLUDED = (
    *("*.md", "*.markdown", "*.txt", "*.text", "*.rst", "*.adoc", "*.asciidoc"),
    *("*.html", "*.htm", "*.xhtml"),
)

FailLevel = Literal["error", "warning", "info"]


class SettingsError(ValueError):
    """A configuration that cannot be used; the message names the file, the key and the value."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What a project asks for, beside the options of the pipeline."""

    config: Config = field(default_factory=Config)
    """The options of the pipeline; their keys stand beside those below."""
    preset: str = "prose"
    """A preset of steps: ``prose`` (encoding and rules), ``editorial`` (house style too) …"""
    steps: tuple[str, ...] = ()
    """The names of these steps instead of a preset."""
    include: tuple[str, ...] = INCLUDED
    """Patterns of the files that are checked in a folder."""
    exclude: tuple[str, ...] = ()
    """Patterns of the files that are never checked, not even when they are named."""
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Pattern of files -> codes or families that are off there."""
    words_file: str = "frclean-words.txt"
    """A file of words that are right here, one to a line; ``#`` starts a comment."""
    front_matter: tuple[str, ...] = ("title", "description", "summary")
    """Fields of a Markdown file's front matter that are prose."""
    fail_level: FailLevel = "info"
    """The least level of a finding that makes ``frclean check`` exit with 1."""
    baseline: str | None = None
    """A file written by ``--write-baseline``: findings that are put up with."""
    rule_url: str = ""
    """Address of a rule's page, with ``{code}`` in it: the link that reports give."""
    cache: bool = True
    """Remember what was found, so that an unchanged file costs nothing."""
    cache_dir: str = ".frclean_cache"
    """The folder of that memory."""
    root: Path = field(default_factory=Path.cwd)
    """The folder that patterns count from."""
    sources: tuple[Path, ...] = ()
    """The files that these settings were read from, the strongest first."""

    def for_file(self, relative: str) -> Config:
        """The options for one file: those of the project, less what is ignored there."""
        codes = [
            c for p, cs in self.per_file_ignores.items() if matches(relative, (p,)) for c in cs
        ]
        if not codes:
            return self.config
        return replace(self.config, ignore=tuple(dict.fromkeys((*self.config.ignore, *codes))))

    def relative(self, path: Path) -> str:
        """``path`` as patterns and baselines see it: from the root, with ``/``."""
        absolute = Path(absolute_path(path))
        try:
            return absolute.relative_to(self.root).as_posix()
        except ValueError:
            return absolute.as_posix().lstrip("/")

    def is_excluded(self, path: Path) -> bool:
        """True if ``path`` must not be checked, even if it is named."""
        return bool(self.exclude) and matches(self.relative(path), self.exclude)

    @property
    def pipeline_steps(self) -> str | tuple[str, ...]:
        """What ``Pipeline`` takes as its steps."""
        return self.steps or self.preset

    def to_dict(self) -> dict[str, Any]:
        """The settings as JSON-ready values, under the names they have in a file."""
        values = {f.name: getattr(self.config, f.name) for f in fields(self.config)}
        values |= {f.name: getattr(self, f.name) for f in fields(self) if f.name != "config"}
        return {name.replace("_", "-"): _plain(value) for name, value in values.items()}

    def updated(self, options: Mapping[str, Any]) -> Settings:
        """These settings with ``options`` (keys of either record) on top."""
        own = {name: value for name, value in options.items() if name in _OWN}
        config = {name: value for name, value in options.items() if name not in _OWN}
        return replace(self, config=Config.of(self.config, **config), **own)


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, Path) else value


def absolute_path(path: Path) -> str:
    """``path`` from the file system's root, without ``..``; links are not followed."""
    import os.path

    return os.path.abspath(path)


def shown(path: Path) -> str:
    """``path`` as a message names it: from the working folder if it is below it."""
    cwd = Path.cwd()
    return str(path.relative_to(cwd) if path.is_relative_to(cwd) else path)


#: Fields of Settings that no file can set.
_INNER = frozenset(("config", "root", "sources"))
_OWN = tuple(f.name for f in fields(Settings))


@functools.cache
def option_types() -> dict[str, Any]:
    """Every key (with ``_``) -> its type: those of ``Config``, then those of ``Settings``."""
    types_of: dict[str, Any] = {"extend": str}
    for record in (Config, Settings):
        hints = get_type_hints(record)
        types_of |= {f.name: hints[f.name] for f in fields(record) if f.name not in _INNER}
    return types_of


def nearest_settings(folder: Path) -> Settings:
    """The settings of ``folder``: those of the nearest parent that has any, else the defaults.

    Raises:
        SettingsError: if a configuration cannot be used.

    """
    return _nearest(Path(absolute_path(folder)))


@functools.lru_cache(maxsize=4096)
def _nearest(folder: Path) -> Settings:
    for name in FILE_NAMES:
        path = folder / name
        if path.is_file() and (name != "pyproject.toml" or _has_table(path)):
            return load(path)
    if folder.parent == folder:
        return _with_words(Settings(), Path.cwd(), named=False)
    return _nearest(folder.parent)


def _has_table(path: Path) -> bool:
    return b"tool.frclean" in path.read_bytes() and _table(path) is not None


def forget() -> None:
    """Read configurations anew from here on: they may have changed."""
    _nearest.cache_clear()


def load(path: Path) -> Settings:
    """The settings of one file, on top of those that it extends.

    Raises:
        SettingsError: if it cannot be used, with the file, the key and the nearest known name.

    """
    path = Path(absolute_path(path))
    options, sources = _merged(path, ())
    words_named = "words_file" in options
    try:
        settings = Settings(root=path.parent, sources=sources).updated(options)
    except (TypeError, ValueError) as error:
        raise SettingsError(f"{shown(path)}: {error}") from None
    return _with_words(settings, path.parent, named=words_named)


def _merged(path: Path, seen: tuple[Path, ...]) -> tuple[dict[str, Any], tuple[Path, ...]]:
    """The options of ``path`` over those that it extends; words add up."""
    if path in seen:
        chain = " → ".join(shown(p) for p in (*seen, path))
        raise SettingsError(f"extend goes round in circles: {chain}")
    table = _table(path)
    if table is None:
        raise SettingsError(f"{shown(path)} has no table [tool.frclean]")
    options = _parsed(table, path)
    base = options.pop("extend", None)
    if base is None:
        return options, (path,)
    base = Path(absolute_path(path.parent / base))
    if not base.is_file():
        raise SettingsError(
            f"{shown(path)}: extend names {shown(base)}, but there is no file of that name"
        )
    below, sources = _merged(base, (*seen, path))
    merged = below | options
    if "words" in below and "words" in options:
        merged["words"] = below["words"] | options["words"]
    return merged, (path, *sources)


def _table(path: Path) -> dict[str, Any] | None:
    """The table of a file; None for a ``pyproject.toml`` that has none."""
    import tomllib

    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise SettingsError(f"there is no file {shown(path)}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{shown(path)} is not valid TOML: {error}") from None
    if path.name != "pyproject.toml":
        return data
    tool = data.get("tool", {})
    table = tool.get("frclean") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def _parsed(table: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """The options of a table, checked; paths made absolute."""
    known = option_types()
    options = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if name not in known:
            message = unknown("key", key, [k.replace("_", "-") for k in known])
            raise SettingsError(f"{shown(path)}: {message}")
        try:
            options[name] = _converted(value, known[name])
        except TypeError as error:
            raise SettingsError(f"{shown(path)}: {key} must be {error}, not {value!r}") from None
    for name in ("words_file", "baseline", "learnt"):
        if options.get(name):
            options[name] = absolute_path(path.parent / options[name])
    return options


def _converted(value: Any, kind: Any) -> Any:
    """``value`` of TOML as ``kind``; raises TypeError with what it should have been."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is types.UnionType:
        return _converted(value, next(k for k in inner if k is not type(None)))
    if origin is Literal:
        if value not in inner:
            raise TypeError("one of " + ", ".join(map(repr, inner)))
        return value
    if origin in (tuple, frozenset):
        return origin(_strings(value))
    if origin is not None:  # a mapping of patterns to codes
        if not isinstance(value, dict):
            raise TypeError('a table such as {"docs/**" = ["GRM"]}')
        return {pattern: tuple(_strings(codes)) for pattern, codes in value.items()}
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise TypeError(_NAMES.get(kind, kind.__name__))
    return value


_NAMES = {str: "a string", bool: "true or false", int: "a number"}


def _strings(value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise TypeError("a list of strings")
    return value


def _with_words(settings: Settings, folder: Path, *, named: bool) -> Settings:
    """``settings`` with the words of their file, which must be there if it was named."""
    path = folder / settings.words_file
    settings = replace(settings, words_file=str(path))
    try:
        words = read_words(path)
    except FileNotFoundError:
        if named:
            raise SettingsError(f"there is no words-file {shown(path)}") from None
        return settings
    return settings.updated({"words": settings.config.words | words})


def read_words(path: Path) -> frozenset[str]:
    """The words of a file, one to a line; ``#`` starts a comment."""
    lines = path.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if (word := line.partition("#")[0].strip()))
