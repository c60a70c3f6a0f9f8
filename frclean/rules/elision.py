"""Rules about elision: l', d', qu', jusqu', and h aspiré."""

from __future__ import annotations

from frclean.rules.kinds import SAFE, Bad, Good, Rule, TextRule

D_ENTRES = TextRule(
    code="GRM350",
    name="d-entres",
    message="« {found} » s'écrit « {fixed} ».",
    why="« entre » est une préposition : invariable, elle ne prend pas de s.",
    near="\"entres\"",
    regex=r"(?i)\b(d['’]entre)s(?=\s+(?:eux|elles|nous|vous)\b)",
    replacement=r"\1",
    applicability=SAFE,  # « d'entres eux » is never French, so no reader can mind
    examples=(
        Bad("L'un {{d'entres}} eux a parlé.", "L'un d'entre eux a parlé."),
        Bad("Chacun {{d’entres}} nous le sait.", "Chacun d’entre nous le sait."),
        Good("La plupart d'entre nous sont venus."),
        Good("Tu entres avec eux dans la maison."),  # « entres » alone is a verb
    ),
)

RULES: tuple[Rule, ...] = (D_ENTRES,)
