"""What is said about comments that silence findings: codes with their pages."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CODES", "Code"]


@dataclass(frozen=True, slots=True)
class Example:
    """A line, and what becomes of it."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Code:
    """One thing to say; what stands in braces in a message is filled in by who says it."""

    code: str
    name: str
    message: str
    message_en: str
    why: str
    examples: tuple[Example, ...] = ()
    applicability: str = "unsafe"
    preview: bool = True


UNUSED = Code(
    code="SUP001",
    name="unused-suppression",
    message="Ce commentaire ne fait rien taire ({codes}).",
    message_en="This comment silences nothing ({codes}).",
    why=(
        "Un commentaire « frclean: ignore » qui ne fait plus rien taire cache la prochaine faute : "
        "la phrase a changé, ou la règle. Il peut partir."
    ),
    examples=(
        Example("Il pleut. <!-- frclean: ignore GRM003 -->", "Il pleut."),
        Example("Il pleut.", "Il pleut."),
    ),
)

UNKNOWN = Code(
    code="SUP002",
    name="unknown-code-in-suppression",
    message="Aucune règle ne porte le code {codes}.",
    message_en="There is no rule {codes}.",
    why=(
        "Un commentaire qui nomme une règle inconnue ne fait rien taire. C'est presque toujours "
        "une faute de frappe."
    ),
    examples=(
        Example("Il pleut. <!-- frclean: ignore GRM999 -->", "Il pleut."),
        Example("Il pleut.", "Il pleut."),
    ),
    applicability="display",
    preview=False,
)

CODES = {record.code: record for record in (UNUSED, UNKNOWN)}
