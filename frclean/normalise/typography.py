"""The ``typography`` step: French as the press sets it. House style, never repair: opt-in.

Sources: *Lexique des règles typographiques en usage à l'Imprimerie nationale* (fr-FR); Office
québécois de la langue française, *Vitrine linguistique*, « Espacement avant et après les
principaux signes de ponctuation » (fr-CA); *Guide du typographe* (fr-CH); *Code de rédaction
interinstitutionnel*, 6.4 (EU).

Where a no-break space is wanted any kind of it is accepted: U+00A0 and U+202F are never exchanged
for each other. Where no space was typed before a sign, adding one is UNSAFE: the sign may be part
of something else; in an hour, an address, a ratio or a smiley it never is proposed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from frclean.document import Document, Edit, Span
from frclean.finding import Applicability, Finding

from . import codes
from .chars import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE

__all__ = ["PROFILES", "Profile", "Typography"]

SAFE, UNSAFE = Applicability.SAFE, Applicability.UNSAFE

Change = tuple[int, int, str]
ProfileName = Literal["fr-FR", "fr-CA", "fr-CH", "EU"]


@dataclass(frozen=True, slots=True)
class Profile:
    """The space before each kind of sign: no-break, narrow no-break, or none."""

    high: str
    """Before ; ! and ?"""
    colon: str
    quotes: str
    """Inside « and »."""
    unit: str = NO_BREAK_SPACE
    """Before % € and units, and between a title and a name."""


PROFILES: dict[str, Profile] = {
    "fr-FR": Profile(NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE, NO_BREAK_SPACE),
    "fr-CA": Profile("", NO_BREAK_SPACE, NO_BREAK_SPACE),
    "fr-CH": Profile(NARROW_NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE),
    "EU": Profile("", "", ""),
}


@dataclass(frozen=True, slots=True)
class Typography:
    r"""The step.

    Args:
        profile: whose house style.
        nnbsp: ``"auto"`` follows the profile; ``"a0"`` writes U+00A0 everywhere (for fonts that
            lack the narrow one), ``"202f"`` writes U+202F everywhere.

    >>> document = Document.of("Quoi ? \"Oui\", dit-il... C'est 5 %.")
    >>> edits = [e for f in Typography()(document) for e in f.fixes[0].edits]
    >>> document.apply(edits).text
    'Quoi\u202f? «\xa0Oui\xa0», dit-il… C’est 5\xa0%.'

    """

    profile: ProfileName = "fr-FR"
    nnbsp: Literal["auto", "a0", "202f"] = "auto"

    def __post_init__(self) -> None:
        if self.profile not in PROFILES:
            raise ValueError(f"profile must be one of {', '.join(PROFILES)}, not {self.profile!r}")
        if self.nnbsp not in ("auto", "a0", "202f"):
            raise ValueError(f"nnbsp must be 'auto', 'a0' or '202f', not {self.nnbsp!r}")

    def __call__(self, document: Document) -> Sequence[Finding]:
        """What ``document`` would be in this house style, one finding for each custom."""
        text = document.text
        if _GATE.search(text) is None:
            return ()
        protected = [match.span() for match in _PROTECTED.finditer(text)]
        profile = self._profile()
        findings = []
        taken: set[int] = set()
        for code, seek in _CUSTOMS:
            edits = _free_edits(seek(text, profile), protected, taken)
            if edits:
                shown = codes.word(text, edits[0].span)
                trust = UNSAFE if code is codes.MISSING_SPACES else SAFE
                findings.append(code.finding(text, edits, shown=shown, applicability=trust))
        return findings

    def _profile(self) -> Profile:
        chosen = PROFILES[self.profile]
        if self.nnbsp == "auto":
            return chosen
        blank = NO_BREAK_SPACE if self.nnbsp == "a0" else NARROW_NO_BREAK_SPACE
        high, colon, quotes = (
            blank if p else "" for p in (chosen.high, chosen.colon, chosen.quotes)
        )
        return Profile(high, colon, quotes, blank)


def _free_edits(
    changes: Iterator[Change], protected: Sequence[tuple[int, int]], taken: set[int]
) -> list[Edit]:
    """The edits that touch no protected span and none of an earlier custom."""
    edits, spans = [], iter([*protected, (1 << 60, 1 << 60)])
    start, end = next(spans)
    for first, last, new in changes:
        while end <= first:
            start, end = next(spans)
        places = range(first, max(last, first + 1))
        if last <= start and taken.isdisjoint(places):
            taken.update(places)
            edits.append(Edit(Span(first, last), new))
    return edits


#: Addresses, code, hours, ratios, identifiers, smileys: signs in them are not punctuation.
_PROTECTED = re.compile(
    r"(?:https?://|www\.)[^\s<>«»\"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|`[^`\n]*`|<[^<>\n]{1,200}>"
    r"|\b\w+(?:::\w+)+|(?<!\w)[:;]-?[()DPpO3|/\\](?!\w)|(?<!\w):[a-z_]+:(?!\w)"
    r"|\b\d{1,2}:\d{2}(?::\d{2})?\b|[\w-]+\?[\w-]+=\S*"
)
#: Something a custom may want to change.
_GATE = re.compile(
    r"['\"«»;:!?%€]|\.\.\.|[oO][eE]|\d ?[\w°]|\bE[a-zé]|(?:^| )--? |[IVX]e "
    r"|\. [A-Z\d]|M[mlrge]+ "
)

_ANY = f"[ {NO_BREAK_SPACE}{NARROW_NO_BREAK_SPACE}]"


def _apostrophes(text: str, profile: Profile) -> Iterator[Change]:
    for match in re.finditer(r"(?<=[^\W\d_])'(?=[^\W\d_«“])", text):
        yield match.start(), match.end(), "’"


def _ellipses(text: str, profile: Profile) -> Iterator[Change]:
    for match in re.finditer(r"(?<!\.)\.\.\.(?!\.)", text):
        yield match.start(), match.end(), "…"


_QUOTED = re.compile(r"(?<![\w=\d])\"([^\s\"«»](?:[^\"«»\n]*[^\s\"«»])?)\"(?!\w)")


def _quotation_marks(text: str, profile: Profile) -> Iterator[Change]:
    """Straight quotation marks in pairs on one line; a lone one may be inches or seconds."""
    for match in _QUOTED.finditer(text):
        yield match.start(), match.start() + 1, f"«{profile.quotes}"
        yield match.end() - 1, match.end(), f"{profile.quotes}»"


def _spaces(pattern: re.Pattern[str], blank: str) -> Callable[[str], Iterator[Change]]:
    """Spaces of ``pattern`` (its group 1) written as ``blank``; any no-break space will do."""

    def seek(text: str) -> Iterator[Change]:
        for match in pattern.finditer(text):
            found = match[1]
            if blank and found == " ":
                yield match.start(1), match.end(1), blank
            elif not blank and found:
                yield match.start(1), match.end(1), ""

    return seek


#: A space that is there becomes the right one; one is added only after a letter or a closing sign,
#: and before a sign that nothing follows: not in 12:44, a?b, ::, :yum:.
_HIGH = re.compile(rf"(?<=[\w»)…\]”’%€°])({_ANY})(?=[;!?]+(?:[\s»)”]|$))")
_HIGH_MISSING = re.compile(r"(?<=[^\W\d_]{2})(?=[;!?]+(?:\s|$))")
_COLON = re.compile(rf"(?<=[\w»)…\]”’%€°])({_ANY})(?=:(?:\s|$))")
_COLON_MISSING = re.compile(r"(?<=[^\W\d_]{2})(?=:(?:\s|$))")
_OPENING = re.compile(rf"«({_ANY}?)(?=\S)")
_CLOSING = re.compile(rf"(?<=\S)({_ANY}?)»")


def _before_high(text: str, profile: Profile) -> Iterator[Change]:
    yield from sorted(
        [
            *_spaces(_HIGH, profile.high)(text),
            *_spaces(_COLON, profile.colon)(text),
        ]
    )


def _missing(text: str, profile: Profile) -> Iterator[Change]:
    changes = []
    for pattern, blank in ((_HIGH_MISSING, profile.high), (_COLON_MISSING, profile.colon)):
        places = (match.start() for match in pattern.finditer(text) if blank)
        changes += [(place, place, blank) for place in places]
    yield from sorted(changes)


def _inside_quotes(text: str, profile: Profile) -> Iterator[Change]:
    changes = []
    for pattern in (_OPENING, _CLOSING):
        for match in pattern.finditer(text):
            found = match[1]
            if found in ("", " ") and found != profile.quotes:
                changes.append((match.start(1), match.end(1), profile.quotes))
            elif found and not profile.quotes:
                changes.append((match.start(1), match.end(1), ""))
    yield from sorted(changes)


#: Units of the International System and of the press (BIPM, *Le Système international d'unités*).
_UNIT = re.compile(
    r"(?<=\d)( )(?=(?:%|€|\$|£|°C|km|m|cm|mm|kg|g|mg|l|cl|ml|ha|h|min|s|km/h|kWh|MW|GW"
    r"|Go|Mo|ko|To|Hz"
    r"|euros?|millions?|milliards?|janvier|février|mars|avril|mai|juin|juillet|août|septembre"
    r"|octobre|novembre|décembre)(?!\w))"
)
_TITLE = re.compile(
    r"(?<!\w)(?:M\.|MM\.|Mme|Mmes|Mlle|Dr|Me|Mgr|n°|p\.|art\.|chap\.)( )(?=[A-ZÉÈÀ\d])"
)
_CENTURY = re.compile(r"(?<!\w)[IVX]+(?:er|e|ᵉ)( )(?=siècle|millénaire)")
_THOUSANDS = re.compile(r"(?<=\d)( )(?=\d{3}(?!\d))")


def _units(text: str, profile: Profile) -> Iterator[Change]:
    # Institutions write no space before ; and », but a no-break one before % and units.
    blank = profile.unit
    narrow = NARROW_NO_BREAK_SPACE if profile.high == NARROW_NO_BREAK_SPACE else blank
    changes = [
        *_spaces(_UNIT, blank)(text),
        *_spaces(_TITLE, blank)(text),
        *_spaces(_CENTURY, blank)(text),
        *(change for change in _spaces(_THOUSANDS, narrow)(text) if _is_number(text, change[0])),
    ]
    yield from sorted(changes)


def _is_number(text: str, position: int) -> bool:
    """True if the digits before ``position`` are one to three: a group of a number, not a year."""
    return re.search(r"(?<!\d)\d{1,3}\Z", text[max(0, position - 6) : position]) is not None


_ORDINAL = re.compile(r"\b(\d+|[IVX]+)(ème|éme|ième|iéme|eme|ieme)(s?)\b")
_FIRST = re.compile(r"\b1(ère|iere|ere|ière)(s?)\b")


def _ordinals(text: str, profile: Profile) -> Iterator[Change]:
    """« 2ème » -> « 2e », « 1ère » -> « 1re » (Lexique, « Abréviations des nombres ordinaux »)."""
    changes = [(m.start(2), m.end(2), "e") for m in _ORDINAL.finditer(text)]
    changes += [(m.start(1), m.end(1), "re") for m in _FIRST.finditer(text)]
    yield from sorted(changes)


_HOUR = re.compile(r"\b(?:[01]?\d|2[0-4])(?:( ?)[hH]( ?)(?=[0-5]\d\b))")


def _hours(text: str, profile: Profile) -> Iterator[Change]:
    """« 14h30 » -> « 14 h 30 », with no-break spaces."""
    for match in _HOUR.finditer(text):
        yield match.start(1), match.end(), f"{NO_BREAK_SPACE}h{NO_BREAK_SPACE}"


_DASH = re.compile(r"(?<=[\w»,)] )--?(?= [\w«(])|(?m:^)--?(?= [\w«])")


def _dashes(text: str, profile: Profile) -> Iterator[Change]:
    """A hyphen between spaces, or at the start of a dialogue, is a dash."""
    for match in _DASH.finditer(text):
        at_start = match.start() == 0 or text[match.start() - 1] == "\n"
        yield match.start(), match.end(), "—" if at_start else "–"


_OE = re.compile(r"[^\W\d_]*[oO][eE][^\W\d_]*")


def _ligatures(text: str, profile: Profile) -> Iterator[Change]:
    """« coeur » -> « cœur », when only the ligature is French."""
    from frclean.language.lexicon import lexicon

    for match in _OE.finditer(text):
        word = match[0]
        if lexicon().is_ligature_lost(word.lower()):
            place = match.start() + word.lower().index("oe")
            yield place, place + 2, "Œ" if text[place] == "O" else "œ"


_CAPITALS = {
    "Etat": "État", "Etats": "États", "Eglise": "Église", "Ecole": "École", "Egypte": "Égypte",
    "Etats-Unis": "États-Unis", "Ecosse": "Écosse", "Elysée": "Élysée", "Emirats": "Émirats",
    "Ethiopie": "Éthiopie", "Equateur": "Équateur", "Erythrée": "Érythrée", "Evêché": "Évêché",
    "Etre": "Être", "Ete": "Été", "Ecrire": "Écrire", "Etude": "Étude", "Etudes": "Études",
    "Eté": "Été", "Ecologie": "Écologie", "Edition": "Édition", "Editions": "Éditions",
}  # fmt: skip
_CAPITAL = re.compile(rf"\b(?:{'|'.join(_CAPITALS)})\b")


def _accented_capitals(text: str, profile: Profile) -> Iterator[Change]:
    """Capitals keep their accents (Lexique, « Accentuation des capitales »; Académie)."""
    for match in _CAPITAL.finditer(text):
        yield match.start(), match.start() + 1, _CAPITALS[match[0]][0]


_CUSTOMS: tuple[tuple[codes.Code, Callable[[str, Profile], Iterator[Change]]], ...] = (
    (codes.QUOTATION_MARKS, _quotation_marks),
    (codes.APOSTROPHES, _apostrophes),
    (codes.ELLIPSES, _ellipses),
    (codes.HOURS, _hours),
    (codes.INSIDE_QUOTES, _inside_quotes),
    (codes.BEFORE_SIGNS, _before_high),
    (codes.MISSING_SPACES, _missing),
    (codes.UNITS, _units),
    (codes.ORDINALS, _ordinals),
    (codes.DASHES, _dashes),
    (codes.OE, _ligatures),
    (codes.CAPITALS, _accented_capitals),
)
