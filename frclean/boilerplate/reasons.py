"""Why a line goes, in French: what it says, how it looks, where it stands, beside what."""

from __future__ import annotations

from collections.abc import Iterator

from frclean.boilerplate.judge import Judgement
from frclean.boilerplate.page import Page

__all__ = ["kind_of", "reason_of"]

_LOOKS = {
    "signature": "signature ou date",
    "counter": "nombre seul",
    "signs": "signes sans lettres",
    "section": "nom de rubrique",
    "bullet 1": "puce de menu",
    "bullet 2": "puce de menu",
    "colon": "étiquette suivie de deux-points",
}
_SEPARATORS = "|•·›>»"


def kind_of(page: Page, index: int) -> str:
    """The kind of residue that line ``index`` is, by its words, else by its look."""
    line = page.lines[index]
    if line.kind:
        return line.kind
    return "header" if line.shape in ("signature", "counter") else "residue"


def reason_of(page: Page, judgement: Judgement) -> str:
    """One sentence for a person to judge the removal by."""
    index = judgement.index
    parts = [_look(page, index), _place(page, index)]
    parts += _company(page, index)
    if judgement.odds is not None:
        parts.append(f"score {judgement.odds:+.1f}")
    return ", ".join(parts)


def _look(page: Page, index: int) -> str:
    line, text = page.lines[index], page.texts[index]
    for sign in [sign for sign in _SEPARATORS if sign in text]:
        pieces = [piece for piece in text.split(sign) if piece.strip()]
        if len(pieces) > 1:
            return f"{len(pieces)} liens séparés par {sign}"
    if line.certain:
        return "formule qui n’appartient à aucun article"
    if line.sure:
        return "formule connue"
    if look := _LOOKS.get(line.shape):
        return look
    plural = "s" if line.words > 1 else ""
    ends = "" if line.shape.endswith(".") else " sans ponctuation finale"
    return f"{line.words} mot{plural}{ends}"


def _place(page: Page, index: int) -> str:
    if page.last < page.first:
        return "dans un texte sans paragraphe"
    if index < page.first:
        return "avant le premier paragraphe"
    return "après le dernier paragraphe" if index > page.last else "entre deux paragraphes"


def _company(page: Page, index: int) -> Iterator[str]:
    texts = page.texts
    for near in (index - 1, index + 1, index - 2, index + 2):
        if 0 <= near < len(texts) and page.lines[near].sure:
            shown = texts[near] if len(texts[near]) <= 40 else texts[near][:39] + "…"
            yield f"voisine de « {shown} »"
            return
