"""What LanguageTool's categories become: codes of frclean, each with its page."""

from __future__ import annotations

from frclean.project.codes import Code

__all__ = ["CODES", "SPELLING", "UNCHECKED", "code_of"]

_FROM = "Ce que dit LanguageTool, quand l'étape « languagetool » est demandée. "


def _code(code: str, name: str, what: str, what_en: str, categories: str) -> tuple[Code, str]:
    """The record, and the identifiers of the categories that become it."""
    record = Code(
        code=code,
        name=name,
        message=f"{what} (LanguageTool).",
        message_en=f"{what_en} (LanguageTool).",
        why=f"{_FROM}{what} : catégories {categories.replace(' ', ', ')}.",
        preview=False,
    )
    return record, categories


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
    why=_FROM
    + "Répétitions, pléonasmes, registre, façon d'écrire les heures et les tirets, et toute autre "
    "catégorie : à qui le demande.",
    applicability="display",
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
    preview=False,
)

CODES = {record.code: record for record in (*(kind for kind, _ in _KINDS), _STYLE, UNCHECKED)}
SPELLING = CODES["LGT002"]
_BY_CATEGORY = {name: kind for kind, categories in _KINDS for name in categories.split()}
#: House style, which is no slip: « 21h10 » for « 21 h 10 », « - » for « – » between two blanks.
_HOUSE_STYLE = frozenset(("HEURES", "TIRET"))


def code_of(category: str, rule: str = "") -> Code:
    """The code for one of LanguageTool's categories; those that are not known are style."""
    return _STYLE if rule in _HOUSE_STYLE else _BY_CATEGORY.get(category, _STYLE)
