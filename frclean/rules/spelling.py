"""Rules about spelling: words that nobody knows.

Which unknown words are slips of the pen, and what was meant, is worked out once for all the rules
(:mod:`frclean.rules._unknown`); each rule takes its share of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from frclean.language.analysis import Analysis
from frclean.language.lexicon import lexicon
from frclean.later import later
from frclean.rules._accents import lost_accents
from frclean.rules._misspellings import MISSPELLINGS
from frclean.rules._unknown import Unknown, strangers, unknown_words
from frclean.rules.kinds import (
    DISPLAY,
    SAFE,
    UNSAFE,
    Bad,
    FunctionRule,
    Good,
    Hit,
    Match,
    Rule,
    ScanRule,
)

#: With a second suggestion less dear than this, a person has to choose.
_CLEAR = 1.2


def _those(belongs: Callable[[Unknown], bool]) -> Callable[[Analysis], Iterator[Hit]]:
    """The unknown words that belong to a rule, as hits."""

    def find(analysis: Analysis) -> Iterator[Hit]:
        for unknown in unknown_words(analysis):
            if belongs(unknown):
                likely = unknown.is_sure or unknown.margin >= _CLEAR
                sure = SAFE if unknown.is_certain else UNSAFE if likely else DISPLAY
                yield Hit(unknown.span, unknown.fixes, sure)

    return find


def _is_glued(unknown: Unknown) -> bool:
    return unknown.slip in ("space", "apostrophe")


def _is_split(unknown: Unknown) -> bool:
    return unknown.slip == "split"


def _is_classic(unknown: Unknown) -> bool:
    return unknown.slip == "classic"


def _is_single(unknown: Unknown) -> bool:
    return unknown.slip not in ("space", "apostrophe", "split", "classic")


MISSPELT = ScanRule(
    code="SPL400",
    name="misspelt",
    message="« {found} » est une faute de frappe ou d'orthographe : écrire « {fixed} ».",
    message_en="“{found}” is misspelt: write “{fixed}”.",
    why="Ce mot n'est dans aucun dictionnaire, et un seul mot français l'explique : un accent, une "
    "consonne double ou une lettre les sépare, et il convient à la phrase.",
    find=_those(lambda unknown: _is_single(unknown) and unknown.is_sure),
    applicability=UNSAFE,  # a guess, however good
    surest=SAFE,  # in a line that has lost its accents
    examples=(
        Bad("Une {{récuppération}} bien lente.", "Une récupération bien lente."),
        Bad("Les {{negociations}} ont repris hier.", "Les négociations ont repris hier."),
        Bad("Une {{assocciation}} du quartier.", "Une association du quartier."),
        Good("Il a chanté avec Zephirine."),
        Good("Elle étudie la « negotiation » à Londres."),
        Good("Les bivalirudines sont des médicaments."),
    ),
)

MAYBE_MISSPELT = ScanRule(
    code="SPL401",
    name="maybe-misspelt",
    message="« {found} » n'est dans aucun dictionnaire : peut-être « {fixed} » ?",
    message_en="“{found}” is in no dictionary: perhaps “{fixed}”?",
    why="Ce mot n'est dans aucun dictionnaire ; les suggestions sont rangées selon la faute qui les "
    "expliquerait, leur fréquence et leur accord avec les mots voisins.",
    find=_those(lambda unknown: _is_single(unknown) and not unknown.is_sure),
    applicability=UNSAFE,
    examples=(
        Bad("Nous avons {{parlr}} longtemps."),
        Bad("Il a mangé une {{pome}} verte."),
        Good("Le kebab antisystème du coin est rouvert."),
        Good("Le vade mecum du parfait jardinier."),
        Good("On lui a servi du chorizo et de la señorita."),
    ),
)

UNKNOWN = ScanRule(
    code="SPL402",
    name="unknown-word",
    message="« {found} » n'est dans aucun dictionnaire.",
    message_en="“{found}” is in no dictionary.",
    why="Un mot inconnu en minuscules peut être un mot rare, nouveau ou étranger, ou une faute que "
    "rien n'explique. Cette règle sert à la relecture.",
    find=lambda analysis: (Hit(span) for span in strangers(analysis)),
    applicability=DISPLAY,
    preview=True,
    examples=(
        Bad("Un {{bliborgnuche}} est passé."),
        Bad("Le mot {{ornithogloque}} m'échappe."),
        Good("Un antiaméricanisme de façade."),
        Good("Le duc de Bliborgnard est passé."),
    ),
)

GLUED = ScanRule(
    code="SPL403",
    name="words-run-together",
    message="« {found} » réunit deux mots : écrire « {fixed} ».",
    message_en="“{found}” is two words: write “{fixed}”.",
    why="Une espace ou une apostrophe s'est perdue entre deux mots.",
    find=_those(_is_glued),
    applicability=UNSAFE,  # no blank is put in unseen
    examples=(
        Bad("Il est venu avec {{mongroupe}} d'amis.", "Il est venu avec mon groupe d'amis."),
        Bad("La {{prohibitionde}} l'alcool.", "La prohibition de l'alcool."),
        Good("Une anticonstitutionnalité flagrante."),
        Good("Les relations franco-allemandes sont bonnes."),
    ),
)

SPLIT = ScanRule(
    code="SPL404",
    name="word-cut-in-two",
    message="« {found} » est un seul mot : écrire « {fixed} ».",
    message_en="“{found}” is one word: write “{fixed}”.",
    why="Une espace s'est glissée dans un mot : l'un des morceaux n'existe pas, le tout existe.",
    find=_those(_is_split),
    applicability=UNSAFE,  # no blank is taken out between words unseen
    examples=(
        Bad("Ce médicament a l'effet d'un {{pla cebo}}.", "Ce médicament a l'effet d'un placebo."),
        Bad("Les {{éle ctions}} approchent.", "Les élections approchent."),
        Good("Il y a six ou sept ans de cela."),
        Good("Les in octavo de la bibliothèque."),
    ),
)

LOST_ACCENTS = ScanRule(
    code="SPL405",
    name="lost-accents",
    message="Ce paragraphe a perdu ses accents : « {found} » est sans doute « {fixed} ».",
    message_en="This paragraph has lost its accents: “{found}” is probably “{fixed}”.",
    why="Aucun mot du paragraphe ne porte d'accent, alors que plusieurs en demandent : les mots qui "
    "existent aussi sans accent sont relus selon leur place dans la phrase.",
    find=lambda analysis: (
        Hit(span, (fix,), SAFE if is_sure else UNSAFE)
        for span, fix, is_sure in lost_accents(analysis)
    ),
    applicability=UNSAFE,
    surest=SAFE,
    examples=(
        Bad(
            "Le resultat des elections sera connu {{a}} la fin de la soiree.",
            "Le resultat des elections sera connu à la fin de la soiree.",
        ),
        Bad(
            "Les degats de la tempete dans la {{foret}} de pins sont immenses.",
            "Les degats de la tempete dans la forêt de pins sont immenses.",
        ),
        Good("Il a pris la parole à la réunion."),
        Good("Ils ont mis la table et on a bu du vin."),
    ),
)


@dataclass(frozen=True, kw_only=True, eq=False)
class _Classics(ScanRule):
    """Unknown words in lower case; unknown names only where a sentence begins."""

    @property
    def patterns(self) -> tuple[str, ...]:
        return ("^ {name&in:misspelt}",)

    def hits(self, match: Match) -> Iterator[Hit]:
        token = match.marked[0]
        meant = MISSPELLINGS.get(token.lower)
        if meant is not None and not token.form.isupper():
            yield Hit(token.span, (meant,))


CLASSIC = _Classics(
    code="SPL406",
    name="classic-misspelling",
    message="« {found} » s'écrit « {fixed} ».",
    message_en="“{found}” is spelt “{fixed}”.",
    why="C'est une des fautes que l'on rencontre partout ; le dictionnaire ne connaît que la forme "
    "corrigée.",
    find=_those(_is_classic),
    applicability=SAFE,
    examples=(
        Bad("Un {{acceuil}} chaleureux.", "Un accueil chaleureux."),
        Bad("{{Malgrès}} la pluie, ils sont venus.", "Malgré la pluie, ils sont venus."),
        Bad("Il vient {{aujourdhui}}.", "Il vient aujourd'hui."),
        Good("Le film Resonnance sort demain."),
        Good("Il y a de l'accueil dans ce geste."),
    ),
)

_OE = later("oe", re.IGNORECASE)


def _judge_ligature(match: Match) -> Iterator[Hit]:
    """A word with « oe » that the lexicon also has with œ."""
    token = match.marked[0]
    if not lexicon().is_proper(token.form):
        text = token.text
        yield Hit(token.span, (_OE.sub(lambda m: "œ" if m[0][0] == "o" else "Œ", text),))


LIGATURE = FunctionRule(
    code="SPL407",
    name="lost-ligature",
    message="« {found} » s'écrit avec œ : « {fixed} ».",
    message_en="“{found}” is written with œ: “{fixed}”.",
    why="Dans ces mots, o et e ne font qu'une lettre : cœur, œuvre, sœur, nœud. Les claviers et les "
    "anciens jeux de caractères la remplaçaient par « oe ».",
    source="Académie française, Questions de langue",
    pattern="lig",
    judge=_judge_ligature,
    applicability=UNSAFE,  # whole sites write « oe »
    keep_case=True,
    examples=(
        Bad("La mise en {{oeuvre}} du plan.", "La mise en œuvre du plan."),
        Bad("Sa {{soeur}} a du {{coeur}}.", "Sa sœur a du cœur."),
        Bad("{{Oeuvrer}} pour la paix.", "Œuvrer pour la paix."),
        Good("La moelle et le coefficient."),
        Good("Une poêle, un poète, du goémon."),
        Good("Il coexiste avec ses moelleux voisins."),
    ),
)

RULES: tuple[Rule, ...] = (
    MISSPELT,
    MAYBE_MISSPELT,
    UNKNOWN,
    GLUED,
    SPLIT,
    LOST_ACCENTS,
    CLASSIC,
    LIGATURE,
)
