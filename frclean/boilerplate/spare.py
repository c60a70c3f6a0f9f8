"""What stays though the model would let it go: lists, captions, notes, headings, quantities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import compress, groupby

from frclean.boilerplate.lines import LONG
from frclean.boilerplate.page import Page

__all__ = ["spare"]

UNKNOWN_RUN = 5
"""So many lines in a row, inside the article and none of them known residue, are a list."""
_SLIDE = re.compile(r"(\d{1,3}) ?/ ?(\d{1,3})")
_CAPTION_LINES = 3
_REFERENCES = frozenset(
    (
        *("notes", "references", "sources", "bibliographie", "notes et references"),
        *("references bibliographiques", "notes de bas de page", "notes bibliographiques"),
    )
)
_NOTE = re.compile(r"[(\[]?(\d{1,3})(?:[.)\]] ?| )\S")
_HEADINGS = frozenset(
    """
    introduction|conclusion|avant-propos|preambule|prologue|epilogue|resume|contexte|historique
    biographie|chronologie|bibliographie|filmographie|discographie|definition|etymologie|methode
    methodologie|resultats|discussion|synthese|analyse|problematique|hypotheses|synopsis|intrigue
    les faits|le contexte|en resume|en conclusion|pour conclure|pour finir|en bref|premiere partie
    deuxieme partie|troisieme partie|references|notes|annexes|recommandations|objectifs
    """.strip()
    .replace("\n    ", "|")
    .split("|")
)
"""Headings of articles, never of menus alone: they stay above what stays."""
_OF_LISTS = frozenset(
    (
        *("voir aussi", "lien externe", "liens externes", "lien interne", "liens internes"),
        *("articles connexes", "notes et references", "bibliographie", "sources"),
    )
)
"""Headings of the lists below encyclopedic articles."""
_CHANGED_NAME = re.compile(
    r"[*(\s]*(?:les? |certains )?(?:noms?|prenoms?|noms et prenoms|prenoms et noms)"
    r"(?: des? \S+)? (?:ont|a) ete (?:modifie|change|anonymise)"
)
_QUANTITY = re.compile(
    r"\d ?(?:k?g|mg|[cmd]?l|litres?|grammes?|kcal|kj|cuill[eè]res?|c\. ?[aà]|pinc[eé]es?|gousses?"
    r"|tranches?)\b(?!.*[€$])",
    re.IGNORECASE,
)
_QUANTITIES = 3
"""So many lines in a row with a quantity are a list of them."""
_LONGEST_HEADING = 60
_HEADING_REACH = 5
"""Lines above the article in which a known heading is its own, whatever stands between."""
_ANNOUNCED = 3
"""So many items below « Il faut : » are a list of the article."""
_LEVEL = re.compile(r"(\d{1,2}(?:\.\d{1,2})+|\d{1,2}(?=\.))\.? ?[A-ZÀ-ÖØ-Þ«]")
_OUTLINE = 3
"""So many numbers of two levels are those of an article: menus, paths and charts have one."""
_DASHED = re.compile(r"[-–—] ?[^\W\d]{3}")
_ITEMS = frozenset(("bullet", "dash"))


def spare(page: Page, goes: list[bool]) -> None:
    """Let lines of ``page`` stay, in place."""
    _spare_lists(page, goes)
    _spare_quantities(page, goes)
    _spare_captions(page, goes)
    _spare_references(page, goes)
    _spare_headings(page, goes)
    _spare_outline(page, goes)
    _spare_announced(page, goes)
    _spare_dashed(page, goes)


def _spare_outline(page: Page, goes: list[bool]) -> None:
    """Keep « 1. Titre » in a text that has « 1.1 Titre », too."""
    numbered = [i for i, line in enumerate(page.lines) if line.start == "digit" and not line.sure]
    if not any([goes[i] for i in numbered]):  # noqa: C419
        return
    levels = {i: found[1] for i in numbered if (found := _LEVEL.match(page.texts[i]))}
    if sum("." in level for level in levels.values()) >= _OUTLINE:
        for i in levels:
            goes[i] = False


def _spare_announced(page: Page, goes: list[bool]) -> None:
    """Keep the items of a list below a line that ends in a colon, if that line stays."""
    if not any([line.start in _ITEMS for line in compress(page.lines, goes)]):  # noqa: C419
        return
    items = [line.start in _ITEMS and not line.kind for line in page.lines]
    for start, end in _runs(items, _ANNOUNCED):
        if start and page.lines[start - 1].end == "colon" and not goes[start - 1]:
            goes[start:end] = [False] * (end - start)


def _runs(flags: Iterable[bool], least: int) -> Iterator[tuple[int, int]]:
    """Where so many flags or more in a row are up: the first, and the one behind the last."""
    start = 0
    for is_up, run in groupby(flags):
        end = start + len(list(run))
        if is_up and end - start >= least:
            yield start, end
        start = end


def _spare_dashed(page: Page, goes: list[bool]) -> None:
    """Keep « – Une gaffe » beside a line that stays: menus have bullets, lists of texts dashes."""
    stays = [not flag for flag in goes]
    for i, line in enumerate(page.lines):
        if goes[i] and line.start == "dash" and not line.kind and any(stays[max(0, i - 1) : i + 2]):
            goes[i] = not _DASHED.match(page.texts[i])


def _spare_quantities(page: Page, goes: list[bool]) -> None:
    """Keep « Farine : 200 g » between others of its kind: what a dish is made of, or a product."""
    if not any(_QUANTITY.search(text) for text in compress(page.texts, goes)):
        return
    found = [
        line.chars <= LONG and _QUANTITY.search(text) is not None
        for line, text in zip(page.lines, page.texts, strict=True)
    ]
    for start, end in _runs(found, _QUANTITIES):
        for i in range(start, end):
            goes[i] = goes[i] and page.lines[i].sure


def _spare_headings(page: Page, goes: list[bool]) -> None:
    """Keep « Introduction » above text, « Voir aussi » above a list, « Le prénom a été changé »."""
    for i in range(len(goes) - 1, -1, -1):
        if goes[i] and page.lines[i].chars <= _LONGEST_HEADING:
            goes[i] = not (_heads(page, goes, i) or _CHANGED_NAME.match(page.lines[i].key))


def _heads(page: Page, goes: list[bool], i: int) -> bool:
    """True for a known heading of the article, or directly above what it announces."""
    line = page.lines[i]
    near = page.first - _HEADING_REACH <= i < page.last and line.start == "upper"
    if near and line.key in _HEADINGS:
        return True
    if i + 1 == len(goes) or goes[i + 1]:
        return False
    key, below = line.key, page.lines[i + 1]
    if below.sentence and key in _HEADINGS:
        return True
    return below.start in _ITEMS and key in _OF_LISTS


def _spare_lists(page: Page, goes: list[bool]) -> None:
    """Keep long runs inside the article in which nothing is known residue."""
    start = page.first + 1
    while start < page.last:
        end = start
        while end < page.last and goes[end]:
            end += 1
        unknown = not any(line.sure for line in page.lines[start:end])
        if end - start >= UNKNOWN_RUN and end < page.last and unknown:
            goes[start:end] = [False] * (end - start)
        start = end + 1


def _spare_captions(page: Page, goes: list[bool]) -> None:
    """Keep the captions between « 1 / 12 », « 2 / 12 »: a slide show says something."""
    last, total = -1, (0, 0)
    for i, line in enumerate(page.lines):
        found = _SLIDE.fullmatch(page.texts[i]) if line.shape == "counter" else None
        if found is None:
            continue
        number = int(found[1]), int(found[2])
        captions = page.lines[last + 1 : i]
        if (
            number == (total[0] + 1, total[1])
            and 0 < len(captions) <= _CAPTION_LINES
            and not any(caption.kind for caption in captions)
        ):
            goes[last + 1 : i] = [False] * len(captions)
        last, total = i, number


def _spare_references(page: Page, goes: list[bool]) -> None:
    """Keep « Références » and the notes below it that are numbered from 1 on."""
    for start, line in enumerate(page.lines):
        if line.key not in _REFERENCES:
            continue
        end, number = start + 1, 1
        while end < len(goes) and _number_of(page.texts[end]) == number:
            end, number = end + 1, number + 1
        if number > 1:
            goes[start:end] = [False] * (end - start)


def _number_of(text: str) -> int:
    """The number that a note begins with; 0 if it begins with none."""
    found = _NOTE.match(text)
    return int(found[1]) if found else 0
