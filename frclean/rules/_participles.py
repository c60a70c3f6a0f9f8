"""Participles with « avoir »: with the object before them, and with none.

« les lettres que j'ai écrites », « je les ai vus », « elle a mangé des pommes ».
"""

from __future__ import annotations

from collections.abc import Iterator

from frclean.language.analysis import Analysis
from frclean.rules import _noun_group as ng
from frclean.rules._attributes import BETWEEN, INVARIABLE, F, M, P, S, forms, is_adjective
from frclean.rules._verbs import group_start
from frclean.rules.kinds import Bad, FunctionRule, Good, Hit, Match, Rule

__all__ = ["RULES"]

_HAVE = "<avoir>&ver:fin"
_ADVERB = '(adv&!nom&!"que|comme|où|ne")|"pas|plus|jamais|bien|tout|rien"'


def _is_participle(analysis: Analysis, index: int) -> bool:
    token = ng.token_at(analysis, index)
    return token.has("ver", "pp") and (
        analysis.chance(index, "ver:pp") + analysis.chance(index, "adj") > 0.7
    )


def _governs_infinitive(analysis: Analysis, participle: int) -> bool:
    """True if an infinitive follows: « que j'ai vu partir », « qu'il a fallu faire »."""
    for at in range(participle + 1, participle + 6):
        token = ng.token_at(analysis, at)
        if token.has("ver", "inf") and ng.kind(analysis, at) == "ver":
            return True
        if token.lower not in _ON_THE_WAY and ng.kind(analysis, at) != "adv":
            return False
    return False


#: What stands between « vu », « essayé de » and their infinitive.
_ON_THE_WAY = ng.words_of("à de d' pas me m' se s' te t' le la les l' lui leur nous vous y en")


def _has_own_object(analysis: Analysis, participle: int) -> bool:
    """True if what follows may be the object: « que j'ai dit que », « qu'il a vu la mer »."""
    after = participle + 1
    word = ng.token_at(analysis, after).lower
    return word in ("que", "qu'", "l'") or ng.kind(analysis, after) in ("det", "num", "cap", "nom")


#: « dû », « pu », « voulu » have an infinitive for object, said or not; « coûté », « duré » have
#: a measure; « cru », « dit », « pensé » a clause.
_STUBBORN = ng.words_of(
    "devoir pouvoir vouloir falloir savoir croire dire penser estimer laisser faire coûter valoir "
    "peser durer courir marcher vivre dormir régner mesurer permettre promettre souhaiter espérer "
    "préférer décider oser plaire parler être sembler suffire falloir passer"
)


def _is_stubborn(analysis: Analysis, participle: int) -> bool:
    lemmas = {r.lemma for r in ng.token_at(analysis, participle).readings if r.pos == "ver"}
    return bool(lemmas & _STUBBORN)


def _agreeing(analysis: Analysis, participle: int, wanted: int) -> tuple[str, ...]:
    token = ng.token_at(analysis, participle)
    can_be = ng.mask(token.lower, ("ver:pp",))
    found: list[str] = []
    cells = [cell for cell in ng.CELLS if cell & wanted]
    cells.sort(key=lambda cell: -ng.in_common(cell, can_be))
    for cell in cells:
        gender, number = ng.CELLS[cell]
        found.extend(token.inflect("ver", tense="pp", gender=gender, number=number)[:1])
    return tuple(form for form in dict.fromkeys(found) if form != token.lower)


# --- les lettres que j'ai écrites -----------------------------------------------------------


def _judge_relative(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    participle = match.found.named["p"]
    can_be = ng.mask(match["p"].lower, ("ver:pp",))
    before = ng.token_at(analysis, match.found.start).lower
    if (ng.as_noun(before) or ng.mask(before)) & can_be:
        return
    if _is_stubborn(analysis, participle) or not _is_participle(analysis, participle):
        return
    if _governs_infinitive(analysis, participle) or _has_own_object(analysis, participle):
        return
    wanted = _antecedent(analysis, match.found.start, can_be)
    if wanted and not wanted & can_be:
        fixes = _agreeing(analysis, participle, wanted)
        if fixes:
            yield Hit(match["p"].span, fixes[:2])


#: Before « que » these begin a clause that is no relative: « l'idée que », « chaque fois que ».
_WITH_CLAUSE = ng.words_of(
    "fait idée preuve impression fois moment moments jour jours instant point sorte façon manière "
    "condition peur crainte espoir certitude sentiment conviction nouvelle bruit mesure temps "
    "minute heure année mois semaine sens avis signe hypothèse soir matin nuit époque période "
    "dommage avantage cas croyance opinion chance prétexte bien tant autant dire vérité évidence "
    "raison cause doute risque rumeur annonce théorie thèse argument principe souhait exemple "
    "besoin envie ans an heures années"
)


def _antecedent(analysis: Analysis, noun: int, can_be: int) -> int:
    """Genders and numbers of what « que » stands for; 0 if it may be a conjunction."""
    while ng.kind(analysis, noun) in ("adj", "adv"):
        noun -= 1
    word = ng.token_at(analysis, noun).lower
    if word in ("celui", "celle", "ceux", "celles"):
        return {"celui": ng.MS, "celle": ng.FS, "ceux": ng.MP, "celles": ng.FP}[word]
    if ng.kind(analysis, noun) != "nom" or word in _WITH_CLAUSE:
        return 0
    group = ng.group_of(analysis, noun)
    found = group.agreed()
    if not found or group.det is None or _compares(analysis, group.start):
        return 0
    # « les tableaux du peintre que j'ai vus »: another noun may be meant.
    for other in ng.nouns_before(analysis, group.start):
        lower = ng.token_at(analysis, other).lower
        if (ng.mask(lower) or ng.ALL) & can_be:
            return 0
    if any(ng.token_at(analysis, i).lower in ("et", "ou", ",") for i in (group.start - 1,)):
        return 0
    return found


def _compares(analysis: Analysis, start: int) -> bool:
    """True if the clause holds what « que » may answer: « plus de », « c'est », « dire à »."""
    sentence = analysis.sentence(start)
    words = [
        ng.token_at(analysis, i).lower for i in range(max(sentence.start, start - 12), start + 1)
    ]
    if {"plus", "moins", "autant", "aussi", "tant", "tellement", "si", "même", "autre"} & set(
        words
    ):
        return True
    # « c'est avec joie que », « c'est la semaine dernière que »
    is_cleft = bool({"c'", "ce"} & set(words)) and words[-2:-1] not in (["est"], ["sont"])
    return is_cleft or bool({"à", "au", "aux"} & set(words[-2:]))


_INDIRECT = "\"n'|ne|y|lui|leur|m'|t'|nous|vous\""
_SUBJECT = '"je|j\'|tu|il|elle|on|nous|vous|ils|elles"'

RELATIVE = FunctionRule(
    code="GRM040",
    name="participle-relative-object",
    message="« {found} » s'accorde avec le complément d'objet placé avant : « {fixed} ».",
    message_en="The participle agrees with the object before it: “{fixed}”.",
    why="Le participe passé employé avec « avoir » s'accorde avec le complément d'objet direct qui "
    "le précède ; « que » a le genre et le nombre de son antécédent.",
    source="Académie française, accord du participe passé",
    pattern=(
        f'(nom|adj|"celle|celles|ceux|celui")&low "que|qu\'" {_SUBJECT} {_INDIRECT}*2 '
        f'{_HAVE} ({_ADVERB}|"un|peu")*3 {{(ver:pp:ms&!ver:pp:p|ver:pp:f|ver:pp:p)&low}}@p',
        f'(nom|adj|"celle|celles|ceux|celui")&low "que|qu\'" det nom {_HAVE} ({_ADVERB})*2 '
        "{(ver:pp:ms&!ver:pp:p|ver:pp:f|ver:pp:p)&low}@p",
    ),
    judge=_judge_relative,
    examples=(
        Bad("Les lettres que j'ai {{écrit}} sont là.", "Les lettres que j'ai écrites sont là."),
        Bad(
            "La maison qu'ils ont {{achetés}} est belle.", "La maison qu'ils ont achetée est belle."
        ),
        Good("Les efforts qu'il a dû faire et la fois que j'ai dormi."),
        Good("Les gens que j'ai vu partir."),
        Good("Elle a plus d'amies que j'ai cru."),
        Good("Il dit à sa mère qu'il a mangé."),
    ),
)

# --- je les ai vus --------------------------------------------------------------------------


def _judge_clitic(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    participle = match.found.named["p"]
    if _is_stubborn(analysis, participle) or not _is_participle(analysis, participle):
        return
    if _governs_infinitive(analysis, participle) or _has_own_object(analysis, participle):
        return
    if ng.mask(match["p"].lower, ("ver:pp",)) & ng.PLUR:
        return
    fixes = _agreeing(analysis, participle, ng.PLUR)
    if fixes:
        yield Hit(match["p"].span, fixes[:2])


_INVERTED = '"-je|-tu|-il|-elle|-on|-nous|-vous|-ils|-elles|-t-il|-t-elle|-t-on"'

CLITIC = FunctionRule(
    code="GRM041",
    name="participle-les",
    message="« {found} » s'accorde avec « les », placé avant : « {fixed} ».",
    message_en="The participle agrees with “les”: “{fixed}”.",
    why="Le participe passé employé avec « avoir » s'accorde avec le complément d'objet direct qui "
    "le précède : « les » est un pluriel.",
    pattern=(
        f'"les" {_HAVE} ({_ADVERB})*2 {{ver:pp:s&!ver:pp:p&low}}@p',
        f'"les" "en|y"? {_HAVE} {_INVERTED} ({_ADVERB})*2 {{ver:pp:s&!ver:pp:p&low}}@p',
    ),
    judge=_judge_clitic,
    examples=(
        Bad("Je les ai {{rencontré}} hier.", "Je les ai rencontrés hier."),
        Good("Je les ai vus, il les a fait venir, il les a laissé partir."),
        Good("Il les a mis là."),
    ),
)

# --- elle a mangé ---------------------------------------------------------------------------


def _judge_no_object(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    participle = match.found.named["p"]
    token = match["p"]
    verb = match.found.named["v"]
    sentence = analysis.sentence(verb)
    for at in range(verb - 1, max(sentence.start, verb - 25) - 1, -1):
        word = ng.token_at(analysis, at)
        if word.lower in _ANNOUNCED:
            return
        if word.form in (";", ":", "("):
            break
    start = group_start(analysis, verb)
    clitics = {ng.token_at(analysis, at).lower for at in range(start, verb)}
    if clitics & {"les", "nous", "vous", "en", "se", "s'", "la", "le"}:
        return
    if clitics & {"l'", "m'", "t'"}:
        # One object before: it may be feminine, never plural.
        wanted = ng.SING
    elif "-" in ng.token_at(analysis, verb + 1).form and ng.token_at(
        analysis, verb + 1
    ).form.endswith("les"):
        return
    else:
        wanted = ng.MS
    if ng.mask(token.lower, ("ver:pp",)) & wanted or analysis.chance(participle, "ver:pp") < 0.8:
        return
    fixes = _agreeing(analysis, participle, wanted)
    if fixes:
        yield Hit(token.span, fixes[:2])


#: What may be the object, before the verb and far from it.
_ANNOUNCED = ng.words_of(
    "que qu' combien quels quelles quelle quel desquels desquelles laquelle lesquelles lesquels "
    "lequel autant tant dont"
)

NO_OBJECT = FunctionRule(
    code="GRM042",
    name="participle-without-object",
    message="« {found} » ne s'accorde pas : le complément n'est pas placé avant ; « {fixed} ».",
    message_en="The participle does not agree with the subject: “{fixed}”.",
    why="Le participe passé employé avec « avoir » ne s'accorde jamais avec le sujet.",
    pattern=(f"{_HAVE}@v ({_ADVERB})*2 {{(ver:pp:f|ver:pp:p)&!ver:pp:ms&low}}@p",),
    judge=_judge_no_object,
    examples=(
        Bad("Les élèves ont {{mangés}} à midi.", "Les élèves ont mangé à midi."),
        Bad("Elle a {{regardée}} la mer.", "Elle a regardé la mer."),
        Bad("Ces contes m'ont {{amusés}}.", "Ces contes m'ont amusé."),
        Good("Quelles fleurs as-tu choisies ?"),
        Good("Il les a vues, et celles qu'elle a aimées aussi."),
        Good("Que de larmes elle a versées !"),
    ),
)

# --- les fleurs que je trouve belles --------------------------------------------------------

_FIND = "(<trouver|croire|juger|rendre|estimer|considérer|laisser|supposer>)&ver:fin"


def _judge_relative_state(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    adjective = match.found.end - 1
    token = ng.token_at(analysis, adjective)
    can_be = ng.as_adjective(token.lower)
    if token.lower in INVARIABLE or not is_adjective(analysis, adjective):
        return
    if ng.kind(analysis, adjective + 1) in ("nom", "det", "ver", "cap"):
        return
    wanted = _antecedent(analysis, match.found.start, can_be)
    if wanted and not wanted & can_be:
        fixes = tuple(forms(token.lower, wanted, can_be))
        if fixes:
            yield Hit(token.span, fixes[:2])


RELATIVE_STATE = FunctionRule(
    code="GRM043",
    name="relative-object-attribute",
    message="« {found} » s'accorde avec l'antécédent de « que » : « {fixed} ».",
    message_en="Make it agree with what “que” stands for: “{fixed}”.",
    why="Dans « les fleurs que je trouve belles », l'adjectif s'accorde avec le complément d'objet, "
    "ici « que », qui représente le nom.",
    pattern=tuple(
        f'(nom|adj)&low "que|qu\'" {_SUBJECT} {_FIND} ({BETWEEN})*2 {{{x}}}' for x in (M, F, S, P)
    ),
    judge=_judge_relative_state,
    examples=(
        Bad("Ces contes que je trouve {{ennuyeuses}}.", "Ces contes que je trouve ennuyeux."),
        Bad("La robe qu'elle trouve {{élégant}}.", "La robe qu'elle trouve élégante."),
        Good("La robe qu'elle trouve belle, et l'idée qu'il croit bon de taire."),
    ),
)

# --- les lettres qu'ont écrites nos pères ---------------------------------------------------


def _judge_inverted_relative(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    participle = match.found.named["p"]
    can_be = ng.mask(match["p"].lower, ("ver:pp",))
    before = ng.token_at(analysis, match.found.start).lower
    if (ng.as_noun(before) or ng.mask(before)) & can_be:
        return
    if _is_stubborn(analysis, participle) or not _is_participle(analysis, participle):
        return
    wanted = _antecedent(analysis, match.found.start, can_be)
    if wanted and not wanted & can_be:
        fixes = _agreeing(analysis, participle, wanted)
        if fixes:
            yield Hit(match["p"].span, fixes[:2])


INVERTED_RELATIVE = FunctionRule(
    code="GRM044",
    name="participle-relative-inverted",
    message="« {found} » s'accorde avec le complément d'objet placé avant : « {fixed} ».",
    message_en="The participle agrees with the object before it: “{fixed}”.",
    why="Même quand le sujet suit le verbe, le participe s'accorde avec « que », complément "
    "d'objet placé avant.",
    pattern=(
        f'(nom|adj)&low "qu\'" {_HAVE} {{(ver:pp:ms&!ver:pp:p|ver:pp:f|ver:pp:p)&low}}@p '
        '(det|"l\'")',
    ),
    judge=_judge_inverted_relative,
    examples=(
        Bad(
            "Les fruits qu'ont {{cueilli}} les enfants.", "Les fruits qu'ont cueillis les enfants."
        ),
        Good("Les fruits qu'ont cueillis les enfants."),
        Good("Les efforts qu'ont dû faire les enfants."),
    ),
)

RULES: tuple[Rule, ...] = (RELATIVE, CLITIC, NO_OBJECT, RELATIVE_STATE, INVERTED_RELATIVE)
