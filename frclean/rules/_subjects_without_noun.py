"""Subjects that are no noun and no personal pronoun: « la plupart », « chacun », « celles-ci »."""

from __future__ import annotations

from collections.abc import Iterator

from frclean.rules._verbs import agreeing, chance, finite_chance
from frclean.rules.kinds import Bad, FunctionRule, Good, Hit, Match, Rule

__all__ = ["RULES"]

_CL = "\"me|m'|te|t'|se|s'|le|la|l'|les|lui|leur|nous|vous|y|en\"*2"
_NE = '"ne|n\'"?'
#: Where a clause begins.
_START = '(fin|","|";"|":"|"«"|"que|qu\'|et|mais|car|si|quand|lorsque|puisque|or|donc")'
_HARD_START = '(fin|"si|lorsque|puisque|mais|car")'
_PLURAL = (
    '"certains|certaines|plusieurs|quelques-uns|quelques-unes|ceux-ci|ceux-là|celles-ci'
    '|celles-là|bon-nombre|tous|toutes"'
)
_SINGULAR = '"aucun|aucune|nul|nulle|chacun|chacune|celui-ci|celui-là|celle-ci|celle-là|quelqu\'un"'


def _third(number: str) -> str:
    other = "s" if number == "p" else "p"
    return f"(ver:3{other}|ver:1s|ver:2s|ver:1p|ver:2p)&!ver:3{number}&!ver:inf&!ver:pp"


def _judge(match: Match) -> Iterator[Hit]:
    verb = match["v"]
    if verb.lower in ("soit", "fût", "importe"):
        return
    if match["p" if "p" in match else "s"].lower == "beaucoup" and {
        "être",
        "avoir",
        "rester",
        "falloir",
    } & set(verb.lemmas("ver")):
        return  # « beaucoup a été dit »
    if finite_chance(verb) < 0.6 or chance(verb, "nom") > 0.3:
        return
    fixes = agreeing(verb, "3p" if "p" in match else "3s")
    if fixes:
        yield Hit(verb.span, fixes)


INDEFINITE = FunctionRule(
    code="GRM117",
    name="indefinite-subject-wrong-number",
    message="Le verbe s'accorde avec son sujet : « {fixed} ».",
    message_en="The verb agrees with its subject: “{fixed}”.",
    why="« la plupart », « beaucoup », « certains » demandent le pluriel ; « aucun », « chacun », "
    "« celui-ci » le singulier.",
    pattern=(
        f'{_START} "la"@p "plupart" {_NE} {_CL} {{{_third("p")}}}@v',
        f'{_START} "la"@p "plupart" "d\'" "entre" "eux|elles" {_NE} {_CL} {{{_third("p")}}}@v',
        f'{_START} "la"@p "plupart" "des" nom:p adj*1 {_NE} {_CL} {{{_third("p")}}}@v',
        f'{_START} "d\'"@p "aucuns" {_NE} {_CL} {{{_third("p")}}}@v',
        f"{_START} {_PLURAL}@p {_NE} {_CL} {{{_third('p')}}}@v",
        f'{_START} {_PLURAL}@p "d\'" "entre" "eux|elles" {_NE} {_CL} {{{_third("p")}}}@v',
        f'{_START} "certains|plusieurs|beaucoup|ceux-ci|ceux-là|celles-ci|celles-là"@p "qui" {_NE} {_CL} {{{_third("p")}}}@v',
        f'{_START} "beaucoup"@p {_NE} {_CL} {{{_third("p")}}}@v',
        f"{_START} {_SINGULAR}@s {_NE} {_CL} {{{_third('s')}}}@v",
        f'{_START} {_SINGULAR}@s "d\'" "entre" "eux|elles|nous|vous" {_NE} {_CL} {{{_third("s")}}}@v',
        f'{_START} "l\'"@s "un|une" "d\'" "entre" "eux|elles|nous|vous" {_NE} {_CL} {{{_third("s")}}}@v',
        f'{_START} "personne|rien"@s "ne|n\'" {_CL} {{{_third("s")}}}@v',
        f'{_START} "tout"@s "le|ce" "monde|monde-là" {_NE} {_CL} {{{_third("s")}}}@v',
        f'{_HARD_START} (det:s&!det:p&!"quel|quelle") (nom:s&!nom:p&!"plupart|majorité|moitié")@s adj:s*1 "ne|n\'" {_CL} {{{_third("s")}}}@v',
        f'{_HARD_START} (det:p&!det:s&!"quels|quelles") (nom:p&!nom:s)@p adj:p*1 "ne|n\'" {_CL} {{{_third("p")}}}@v',
    ),
    judge=_judge,
    examples=(
        Bad("La plupart {{arrive}} en retard.", "La plupart arrivent en retard."),
        Bad("Chacun {{prennent}} son tour.", "Chacun prend son tour."),
        Bad("Beaucoup ne {{vient}} plus ici.", "Beaucoup ne viennent plus ici."),
        Bad("Mon voisin ne s'en {{sors}} pas.", "Mon voisin ne s'en sort pas."),
        Good("La plupart du temps, elle dort."),
        Good("Beaucoup trop de monde vient ici."),
        Good("Certains jours, il dort ; tous les autres, il veille."),
        Good("Tous deux partent, et chacun pour soi."),
    ),
)

RULES: tuple[Rule, ...] = (INDEFINITE,)
