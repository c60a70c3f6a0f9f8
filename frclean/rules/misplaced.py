"""Real words in the wrong place: rare forms, and words that the sentence speaks against.

The rules SPL451 and up ask one model (:mod:`frclean.language.context`), which knows no phrases:
only how classes of words follow each other. It is asked where two neighbours are an odd pair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from weakref import WeakKeyDictionary

from frclean.language.analysis import Analysis, Token
from frclean.language.context import (
    ENDING,
    GENDER_OF,
    HOMOPHONE,
    LETTER,
    NUMBER_OF,
    Doubt,
    context_model,
)
from frclean.language.lexicon import Lexicon
from frclean.language.sound import homophones
from frclean.language.tokens import WORD
from frclean.rules.kinds import (
    DISPLAY,
    SAFE,
    Bad,
    FunctionRule,
    Good,
    Hit,
    Match,
    Rule,
    ScanRule,
)

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

# --- words that the sentence speaks against ---------------------------------------------------

#: Of doubts this close to each other (in tokens) only the surest counts: both come of one slip.
_NEAR = 2

_Doubts = dict[str, list[Doubt]]
_found: WeakKeyDictionary[Analysis, _Doubts] = WeakKeyDictionary()


def _doubts(analysis: Analysis) -> _Doubts:
    """The doubts about a text by kind of slip: worked out once for all rules."""
    known = _found.get(analysis)
    if known is None:
        known = _found[analysis] = {}
        for doubt in _surest(analysis):
            known.setdefault(doubt.candidate.kind, []).append(doubt)
    return known


def _surest(analysis: Analysis) -> Iterator[Doubt]:
    doubts = context_model(analysis.analyser.lexicon).doubts(analysis)
    for doubt in doubts:
        rivals = (d for d in doubts if d is not doubt and abs(d.at - doubt.at) <= _NEAR)
        if any((rival.excess, -rival.at) > (doubt.excess, -doubt.at) for rival in rivals):
            continue
        if not analysis.is_foreign(doubt.at) and not _is_excused(analysis, doubt):
            yield doubt


def _is_excused(analysis: Analysis, doubt: Doubt) -> bool:
    """Places in which both words, or words that the model cannot judge, are at home."""
    before, after = analysis.token(doubt.at - 1), analysis.token(doubt.at + 1)
    kind = doubt.candidate.kind
    if kind == LETTER:
        # Beside a word of another language, or a name, anything may stand.
        return any(near.kind == WORD and not near.readings for near in (before, after))
    if kind == NUMBER_OF:
        # « un poids et une longueur réels », « les droits civil et pénal ».
        near = analysis.tokens(doubt.at - 5, doubt.at + 2)
        return any(token.lower in ("et", "ou", "ni") for token in near)
    # « a priori » is Latin.
    return doubt.candidate.form == "à" and after.lower.endswith("iori")


def _finder(kind: str) -> Callable[[Analysis], Iterator[Hit]]:
    def find(analysis: Analysis) -> Iterator[Hit]:
        for doubt in _doubts(analysis).get(kind, ()):
            yield Hit(analysis.token(doubt.at).span, (doubt.candidate.form,))

    return find


HOMOPHONE_MISPLACED = ScanRule(
    code="SPL451",
    name="homophone-misplaced",
    message="« {found} » ne va pas avec les mots qui l'entourent : on attend « {fixed} », qui se "
    "prononce de même.",
    why="Les deux mots se prononcent de même ; d'après la nature des mots voisins, celui qui est "
    "écrit ne se trouve presque jamais à cette place, l'autre souvent.",
    find=_finder(HOMOPHONE),
    odd_pairs=True,
    shy=True,
    examples=(
        Bad(
            "Elle a rangé {{sont}} manteau dans l'armoire.",
            "Elle a rangé son manteau dans l'armoire.",
        ),
        Bad("Le chat dort {{sûr}} le canapé du salon.", "Le chat dort sur le canapé du salon."),
        Bad("Elle lit {{peut}} de romans.", "Elle lit peu de romans."),
        Good("Le maire est sûr de lui, et son adjoint le suit."),
        Good("Les voisins sont partis, là est la question."),
        Good("Il ne peut plus, ou peu s'en faut, quitter la chambre où il dort."),
    ),
)

NUMBER_MISPLACED = ScanRule(
    code="SPL452",
    name="number-misplaced",
    message="Les mots voisins demandent l'autre nombre : « {fixed} » au lieu de « {found} ».",
    why="Le nom, son déterminant et ses adjectifs sont du même nombre. D'après la nature des mots "
    "voisins, la forme écrite ne se trouve presque jamais à cette place, l'autre souvent.",
    find=_finder(NUMBER_OF),
    odd_pairs=True,
    applicability=DISPLAY,
    shy=True,
    examples=(
        Bad("Les décisions {{importante}} du conseil.", "Les décisions importantes du conseil."),
        Bad("{{Il}} sont venus hier.", "Ils sont venus hier."),
        Good("Des moyens de communication technologiques."),
        Good("Un groupe de musiciens célèbres joue ce soir."),
        Good("Les langues française et anglaise."),
    ),
)

GENDER_MISPLACED = ScanRule(
    code="SPL453",
    name="gender-misplaced",
    message="Les mots voisins demandent l'autre genre : « {fixed} » au lieu de « {found} ».",
    why="Le nom, son déterminant et ses adjectifs sont du même genre. D'après la nature des mots "
    "voisins, la forme écrite ne se trouve presque jamais à cette place, l'autre souvent.",
    find=_finder(GENDER_OF),
    odd_pairs=True,
    applicability=DISPLAY,
    shy=True,
    examples=(
        Bad("Une chemise de soie {{gris}}.", "Une chemise de soie grise."),
        Good("Une maison en bois blanc."),
        Good("L'acteur principal du film est parti."),
    ),
)

ENDING_MISPLACED = ScanRule(
    code="SPL454",
    name="verb-ending-misplaced",
    message="Cette place demande une autre forme du verbe : « {fixed} » au lieu de « {found} ».",
    why="Les formes d'un verbe qui se prononcent de même ne se trouvent pas aux mêmes places : "
    "participe derrière un auxiliaire, infinitif derrière une préposition, forme conjuguée "
    "derrière un sujet.",
    find=_finder(ENDING),
    odd_pairs=True,
    shy=True,
    preview=True,  # behind a noun it was wrong as often as right
    examples=(
        Bad("Elle veut {{mangé}} une pomme.", "Elle veut manger une pomme."),
        Bad("Il est venu pour {{aidé}} ses parents.", "Il est venu pour aider ses parents."),
        Good("Elle a mangé une pomme avant de partir."),
        Good("Les livres que le libraire vend sont rares."),
    ),
)

LETTER_MISPLACED = ScanRule(
    code="SPL455",
    name="word-misplaced",
    message="« {found} » existe, mais ne va pas avec les mots qui l'entourent : on attend "
    "« {fixed} », à une lettre près.",
    why="Une faute de frappe peut donner un autre mot français. D'après la nature des mots "
    "voisins, celui-ci ne se trouve presque jamais à cette place, et un mot courant qui n'en "
    "diffère que par une lettre s'y trouve souvent.",
    find=_finder(LETTER),
    odd_pairs=True,
    applicability=DISPLAY,
    shy=True,
    examples=(
        Bad("La lampe est posée {{prés}} du lit.", "La lampe est posée près du lit."),
        Good("Les prés du voisin sont fleuris."),
        Good("Un vin bien coté se vend cher."),
    ),
)

RULES: tuple[Rule, ...] = (
    RARE_VERB_FOR_NOUN,
    HOMOPHONE_MISPLACED,
    NUMBER_MISPLACED,
    GENDER_MISPLACED,
    ENDING_MISPLACED,
    LETTER_MISPLACED,
)
