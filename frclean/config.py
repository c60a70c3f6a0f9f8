"""The options of a pipeline: one frozen record, every field with a default."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, Literal

__all__ = ["CODE_LISTS", "Config", "nearest", "unknown"]


#: The options that name codes and families.
CODE_LISTS = ("select", "extend_select", "ignore", "extend_safe_fixes")


@dataclass(frozen=True, kw_only=True)
class Config:
    """What a pipeline looks for and what it may change.

    The same names are the keys of ``[tool.frclean]`` and the keywords of ``clean()``.
    """

    select: tuple[str, ...] = ()
    """Codes or families that are on (``("GRM", "SPL002")``); empty: all that are on by default."""
    extend_select: tuple[str, ...] = ()
    """Codes or families that are on besides, preview and house-style rules among them."""
    ignore: tuple[str, ...] = ()
    """Codes or families that are off; stronger than the two above."""
    unsafe_fixes: bool = False
    """Apply fixes that are probably right, too."""
    extend_safe_fixes: tuple[str, ...] = ()
    """Codes or families whose probable fixes are applied as if they were sure."""
    preview: bool = False
    """Switch on the rules that are still on trial."""
    lang: Literal["fr", "en"] = "fr"
    """The language of messages."""
    words: frozenset[str] = frozenset()
    """Words that are right here, whatever the lexicon says."""
    profile: Literal["fr-FR", "fr-CA", "fr-CH", "EU"] = "fr-FR"
    """House style of the ``typography`` step."""
    unwrap: bool = False
    """Join the lines of hard-wrapped paragraphs."""
    languagetool: str | None = None
    """Where the ``languagetool`` step finds LanguageTool: the address of a server, or the directory
    of one to start."""
    learnt: str | None = None
    """Path of a file written by ``frclean learn``: the lines that sites repeat."""

    def __post_init__(self) -> None:
        for name in CODE_LISTS:
            object.__setattr__(self, name, _codes(name, getattr(self, name)))
        if isinstance(self.words, str):
            raise TypeError(f"words must be a collection of words, not the string {self.words!r}")
        object.__setattr__(self, "words", frozenset(self.words))
        _one_of("lang", self.lang, ("fr", "en"))
        _one_of("profile", self.profile, ("fr-FR", "fr-CA", "fr-CH", "EU"))

    @classmethod
    def of(cls, base: Config | None = None, /, **options: Any) -> Config:
        """A configuration from keywords, on top of ``base``.

        Raises:
            ValueError: for an unknown option, with the nearest name.

        """
        known = [field.name for field in fields(cls)]
        for name in options:
            if name not in known:
                raise ValueError(unknown("option", name, known))
        if base is None:
            return cls(**options)
        return cls(**{name: getattr(base, name) for name in known} | options)

    def is_on(self, code: str, *, by_default: bool = True) -> bool:
        """True if findings of ``code`` are wanted.

        >>> Config(ignore=("GRM",)).is_on("GRM003"), Config(select="GRM").is_on("SPL001")
        (False, False)
        """
        if _covers(self.ignore, code):
            return False
        if _covers(self.extend_select, code):
            return True
        if self.select:
            return _covers(self.select, code)
        return by_default or self.preview

    def trusts(self, code: str) -> bool:
        """True if probable fixes of ``code`` are applied unasked.

        >>> Config(extend_safe_fixes="SPL407").trusts("SPL407")
        True
        """
        return _covers(self.extend_safe_fixes, code)


def _covers(prefixes: tuple[str, ...], code: str) -> bool:
    return any(code == p or code.rstrip("0123456789") == p or p == "ALL" for p in prefixes)


def _codes(name: str, value: str | Iterable[str]) -> tuple[str, ...]:
    codes = tuple(value.replace(",", " ").split()) if isinstance(value, str) else tuple(value)
    for code in codes:
        if not isinstance(code, str):
            raise TypeError(
                f"{name} takes codes such as 'GRM003' or families such as 'GRM', not {code!r}"
            )
    return codes


def _one_of(name: str, value: str, choices: tuple[str, ...]) -> None:
    if value not in choices:
        raise ValueError(unknown(name, value, choices))


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that ``name`` was probably meant to be.

    >>> nearest("SPL04", ["SPL004", "GRM001"])
    'SPL004'
    """
    import difflib

    by_folded = {choice.casefold(): choice for choice in known}
    close = difflib.get_close_matches(str(name).casefold(), by_folded, n=1, cutoff=0.5)
    return by_folded[close[0]] if close else None


def unknown(what: str, name: object, known: Iterable[str]) -> str:
    """The message for a name that nobody knows.

    >>> unknown("step", "encodin", ["encoding", "rules"])
    "Unknown step 'encodin'; did you mean 'encoding'?"
    """
    known = sorted(known)
    hint = nearest(str(name), known)
    if hint is None:
        return f"Unknown {what} {name!r}; there are: {', '.join(known)}."
    return f"Unknown {what} {name!r}; did you mean {hint!r}?"
