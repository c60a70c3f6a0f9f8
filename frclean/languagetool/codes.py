"""What LanguageTool's categories become: codes of frclean, each with its page."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CODES", "UNCHECKED", "Code", "code_of"]


@dataclass(frozen=True, slots=True)
class Example:
    """A text, and what becomes of it; without a server the two are the same."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of thing that LanguageTool, or frclean about it, says."""

    code: str
    name: str
    message: str
    message_en: str
    why: str
    categories: frozenset[str] = frozenset()
    """The identifiers of LanguageTool's categories."""
    examples: tuple[Example, ...] = ()
    applicability: str = "unsafe"
    preview: bool = False


_FROM = "Ce que dit LanguageTool, quand l'étape « languagetool » est demandée. "


def _code(code: str, name: str, what: str, what_en: str, categories: str) -> Code:
    return Code(
        code=code,
        name=name,
        message=f"{what} (LanguageTool).",
        message_en=f"{what_en} (LanguageTool).",
        why=f"{_FROM}{what} : catégories {categories.replace(' ', ', ')}.",
        categories=frozenset(categories.split()),
    )


_KINDS = (
    _code(
        "LGT001",
        "languagetool-grammar",
        "Accord, conjugaison ou construction",
        "Agreement, conjugation or construction",
        "GRAMMAR CAT_GRAMMAIRE AGREEMENT CAT_ACCORD SYNTAX CAT_ELISION CAT_TRAIT_D_UNION "
        "COMPOUNDING CAT_PLURIEL_NOMS_COMPOSES",
    ),
    _code(
        "LGT002",
        "languagetool-spelling",
        "Orthographe",
        "Spelling",
        "TYPOS CAT_ORTHOGRAPHE DIACRITICS",
    ),
    _code(
        "LGT003",
        "languagetool-confusion",
        "Mots que l'on confond",
        "Words that are confused",
        "CONFUSED_WORDS CAT_HOMONYMES_PARONYMES HOMONYMS",
    ),
    _code(
        "LGT004",
        "languagetool-typography",
        "Ponctuation, majuscules ou espaces",
        "Punctuation, capitals or blanks",
        "TYPOGRAPHY CAT_TYPOGRAPHIE PUNCTUATION CASING CAT_MAJUSCULES",
    ),
)
_STYLE = Code(
    code="LGT005",
    name="languagetool-style",
    message="Style (LanguageTool).",
    message_en="Style (LanguageTool).",
    why=_FROM + "Répétitions, pléonasmes, registre et toute autre catégorie : à qui le demande.",
    applicability="display",
    preview=True,
)
UNCHECKED = Code(
    code="LGT009",
    name="languagetool-unchecked",
    message="LanguageTool n'a pas lu {count} phrases : {reason}.",
    message_en="LanguageTool has not read {count} sentences: {reason}.",
    why=(
        "Le serveur est absent, lent ou répond n'importe quoi : les autres règles ont lu le texte, "
        "pas lui. « frclean doctor » dit ce qui manque."
    ),
    applicability="display",
)

CODES = {record.code: record for record in (*_KINDS, _STYLE, UNCHECKED)}
_BY_CATEGORY = {category: kind for kind in _KINDS for category in kind.categories}


def code_of(category: str) -> Code:
    """The code for one of LanguageTool's categories; those that are not known are style."""
    return _BY_CATEGORY.get(category, _STYLE)
