"""Rules about real words in the wrong place: rare forms where a frequent one was meant."""

from __future__ import annotations

from collections.abc import Iterator

from frclean.language.analysis import Token
from frclean.language.lexicon import Lexicon
from frclean.language.sound import homophones
from frclean.rules.kinds import SAFE, Bad, FunctionRule, Good, Hit, Match, Rule

#: Bytes of the lexicon (28 steps are a factor of ten): a form this rare is hardly ever meant where
#: a noun this common sounds the same.
_RARE, _COMMON = 70, 100


def _meant_nouns(word: Token, lexicon: Lexicon) -> list[str]:
    """Common plural nouns that sound like ``word``."""
    return [
        form
        for form in homophones(word.lower, lexicon, least=_COMMON)
        if any(r.pos == "nom" and r.number == "p" for r in lexicon.readings(form))
    ]


def _rare_verb_for_noun(match: Match) -> Iterator[Hit]:
    word = match["w"]
    lexicon = match.analysis.analyser.lexicon
    if lexicon.frequency(word.lower) > _RARE:
        return
    if any(
        token.lower == "tu"
        for token in match.analysis.tokens(match.found.start - 4, match.found.start)
    ):
        return  # « tu les attentas »: the verb has its subject
    meant = _meant_nouns(word, lexicon)
    if len(meant) == 1:
        yield Hit(word.span, tuple(meant))


RARE_VERB_FOR_NOUN = FunctionRule(
    code="SPL450",
    name="rare-verb-for-noun",
    message="« {found} » est une forme rare d'un verbe ; ici, c'est le nom « {fixed} ».",
    why="Derrière un déterminant pluriel il faut un nom. La forme écrite n'existe que comme passé "
    "simple ou subjonctif imparfait à la deuxième personne, et un seul nom courant se prononce ainsi.",
    pattern='"les|des|ces|mes|tes|ses|nos|vos|leurs|aux|quelques|plusieurs" '
    "{(=ver:ps:2s|=ver:subi:2s|=ver:ps/subi:2s)&low}@w",
    judge=_rare_verb_for_noun,
    applicability=SAFE,
    examples=(
        Bad("Les {{attentas}} de novembre ont marqué la ville.", "Les attentats de novembre ont marqué la ville."),
        Bad("Il attend ses {{résultas}} d'examen.", "Il attend ses résultats d'examen."),
        Good("Tu les attentas de sang-froid, dit le juge."),
        Good("Les attentats ont marqué la ville."),
    ),
)  # fmt: skip

RULES: tuple[Rule, ...] = (RARE_VERB_FOR_NOUN,)
