"""Dates, names and counters: what the lines around a title are made of."""

from __future__ import annotations

import re

from frclean.boilerplate.lines import fold

__all__ = [
    "BYLINE_STARTS",
    "DATE_WORDS",
    "byline_of",
    "is_counter",
    "is_date_line",
    "iso_date",
    "starts_with_bar",
]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv jan january",
            "fevrier fevr fev feb february",
            "mars mar march",
            "avril avr apr april",
            "mai may",
            "juin jun june",
            "juillet juil jul july",
            "aout aug august",
            "septembre sept sep september",
            "octobre oct october",
            "novembre nov november",
            "decembre dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))

DATE_WORDS = frozenset(
    """
    lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim  monday
    tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun  le la l a
    au du de et ce h min mn s er publie publiee publication poste mis mise jour ligne en
    modifie modifiee actualise date dernier derniere modification heure heures minutes gmt cet
    cest utc am pm  on at the published updated posted last th st nd rd hier aujourd'hui il y
    ans mois jours semaines  cree redige ecrit
    """.split()
) | frozenset(_MONTHS)

_WORD = re.compile(r"[^\W\d_]+(?:'hui)?")
_DIGIT = re.compile(r"\d")
_COUNTER = re.compile(r"[\s\d.,/|()\[\]%+*:#°€$kKmM-]*\d[\s\d.,/|()\[\]%+*:#°€$kKmM-]*")
_TIME = r"(?:\D{1,12}?(?P<hour>[01]?\d|2[0-3]) ?[h:] ?(?P<minute>[0-5]\d)?)?"
_DATES = (
    re.compile(
        rf"\b(?P<day>[0-3]?\d)(?:er)? (?P<name>{_MONTH})\.? (?P<year>(?:19|20)\d\d)\b{_TIME}"
    ),
    re.compile(rf"\b(?P<name>{_MONTH})\.? (?P<day>[0-3]?\d),? (?P<year>(?:19|20)\d\d)\b{_TIME}"),
    re.compile(rf"\b(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d){_TIME}"),
    re.compile(
        rf"\b(?P<day>[0-3]?\d)[/.-](?P<month>[01]?\d)[/.-](?P<year>(?:19|20)?\d\d)\b{_TIME}"
    ),
)

_NAME = (
    r"[A-ZÀ-ÖØ-Þ][\w.'’-]*"
    r"(?: ?,? (?:(?:de|du|des|d|le|la|van|von|el|al|ben|et|&|and|avec) )*"
    r"(?:d['’])?(?!Publié|Posté|Mis |Journaliste|Correspond|Le )[A-ZÀ-ÖØ-Þ][\w.'’-]*){0,6}"
)
_BYLINE = re.compile(
    r"(?i:(?:(?:publié|posté|écrit|rédigé|proposé|recueilli|propos recueillis|réalisé|dossier"
    r"|texte|photos?|reportage|entretien|interview|written|posted|published|un article|article)"
    r"(?: le [\d/.]+)? (?:par|by|de)|par|by|auteur(?:e|s|es)? ?:|de notre correspondante?)\s*:?\s+)"
    rf"(?P<name>(?:(?:[Ll]a|[Nn]otre) )?(?:{_NAME}|[Rr]édaction\b))(?P<rest>.*)"
)
_STARTS_WITH_NAME = re.compile(_NAME)
_BARRED = re.compile(r"[|»>–—-]\s*(?P<name>[^\W\d_][\w.'’ -]{1,39})")
BYLINE_STARTS = frozenset(
    (
        *"pub pos écr réd pro rec réa dos tex pho rep ent int wri art par aut".split(),
        "by ",
        "un ",
        "de ",
    )
)
"""The first three letters of everything that ``_BYLINE`` can begin with: it is rarely tried."""


def is_counter(line: str) -> bool:
    """True for a line of numbers and signs only: « 0 », « 12 / 30 », « (3) ».

    >>> is_counter("0"), is_counter("1/30"), is_counter("En 2015")
    (True, True, False)
    """
    return len(line) <= 20 and _COUNTER.fullmatch(line) is not None


def is_date_line(line: str) -> bool:
    """True if a line holds a date or an hour and nothing else that says something.

    >>> is_date_line("Publié le 12 mars 2019 à 18h30"), is_date_line("Le 12 mars, il part.")
    (True, False)
    """
    if len(line) > 100 or not _DIGIT.search(line):
        return False
    words = _WORD.findall(fold(line))
    return bool(words) and DATE_WORDS.issuperset(words)


def iso_date(line: str) -> str | None:
    """The first date of a line as ISO 8601, with its time if it has one; None if it has none.

    >>> iso_date("Publié le 1er mars 2019 à 18h30"), iso_date("05/11/16"), iso_date("hier")
    ('2019-03-01T18:30', '2016-11-05', None)
    """
    folded = fold(line[:400])
    found = [match for pattern in _DATES if (match := pattern.search(folded))]
    if not found:
        return None
    return _iso(min(found, key=lambda match: match.start()).groupdict())


def _iso(parts: dict[str, str | None]) -> str | None:
    year, day = int(parts["year"] or 0), int(parts["day"] or 0)
    if year < 100:
        year += 1900 if year > 69 else 2000
    name = parts.get("name")
    month = _MONTHS[name] if name else int(parts.get("month") or 0)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    date = f"{year:04}-{month:02}-{day:02}"
    hour = parts["hour"]
    return date if hour is None else f"{date}T{int(hour):02}:{parts['minute'] or '00'}"


def byline_of(line: str) -> str | None:
    """Who signs, if the line is a signature and not a sentence.

    >>> byline_of("Par Jeanne Morel"), byline_of("Par temps de pluie, la halle fuit.")
    ('Jeanne Morel', None)
    >>> byline_of("Par Jeanne Morel, à Lyon - Publié le 3 mai 2019")
    'Jeanne Morel'
    """
    if len(line) > 140 or line[:3].lower() not in BYLINE_STARTS:
        return None
    match = _BYLINE.match(line)
    if match is None or (len(line) > 60 and line.endswith((".", "!", "?"))):
        return None
    return match["name"].strip(" ,") if _is_tail(match["rest"]) else None


def _is_tail(rest: str) -> bool:
    """True if what follows a name is a place, a role or a date, not the rest of a sentence."""
    return len(rest.split()) <= (18 if any(map(str.isdigit, rest)) else 8)


def starts_with_bar(line: str) -> str | None:
    """The name behind a bar, as some sites print it: « | GBelan ».

    >>> starts_with_bar("| GBelan"), starts_with_bar("| 3 | 4 |")
    ('GBelan', None)
    """
    match = _BARRED.fullmatch(line)
    name = match["name"].strip() if match and line.startswith("|") else ""
    return name if name and len(name.split()) <= 4 else None
