"""Rules about agreement in gender and number: noun groups, attributes, participles."""

from __future__ import annotations

from collections.abc import Iterator

from frclean.finding import Applicability
from frclean.language.analysis import Analysis
from frclean.rules import _noun_group as ng
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
)

# --- predicates of patterns -----------------------------------------------------------------

#: A word that can be part of a noun group at all.
_NOMINAL = (
    "low&!prep&!conj&!pro&!det&(!adv|adj)"
    '&!"a|ai|as|avoir|es|est|étant|été|être|eu|eue|eues|eus|fut|ont|sera|sont"'
)


def _only(wanted: str, other: str) -> str:
    """A word of a noun group that has the feature ``wanted`` and never ``other``."""
    has = f"(nom:{wanted}|adj:{wanted}|ver:pp:{wanted})"
    return f"{has}&!nom:{other}&!adj:{other}&!ver:pp:{other}&{_NOMINAL}"


S_ONLY, P_ONLY = _only("s", "p"), _only("p", "s")
M_ONLY, F_ONLY = _only("m", "f"), _only("f", "m")
_EPICENE = "adj:m&adj:f&low"
_BOTH_NUMBERS = "adj:s&adj:p&low"

_DET_MS = '"le|un|ce|cet|du|au|aucun|quel|ledit|certain"'
_DET_FS = '"la|une|cette|ma|ta|sa|aucune|quelle|ladite|certaine"'
_DET_S = '"l\'|le|un|ce|cet|du|au|aucun|quel|ledit|la|une|cette|ma|ta|sa|mon|ton|son|aucune|quelle\
|ladite|notre|votre|leur|chaque"'
_DET_P = '"les|des|ces|mes|tes|ses|nos|vos|leurs|aux|plusieurs|quelques|différents|différentes\
|quels|quelles|lesdits|lesdites|divers|diverses|certains|certaines"'
_DET_MP = '"quels|certains|lesdits|différents"'
_DET_FP = '"quelles|certaines|lesdites|différentes|diverses"'

# --- determiner and noun --------------------------------------------------------------------


def _det_noun_group(match: Match) -> ng.Group | None:
    """The group that a determiner and the word it does not fit begin; None if they form none."""
    analysis = match.analysis
    det = match.found.start
    if ng.determiner(analysis, det) is None or analysis.token(det - 1).lower in ("l'", "l’"):
        return None
    noun = _head_from(analysis, det + 1)
    if noun is None or _may_be_object(analysis, det) or _is_split(analysis, det, noun):
        return None
    group = ng.group_of(analysis, noun)
    return group if group.det == det else None


def _may_be_object(analysis: Analysis, det: int) -> bool:
    """True if « le », « la », « les » may be a pronoun before what may be a verb.

    The tagger has seen the words, not that they disagree: here it needs a witness.
    """
    if analysis.token(det).lower not in ("le", "la", "les", "l'", "leur"):
        return False
    word = analysis.token(det + 1)
    verbs = {r.tense for r in word.readings if r.pos == "ver" and r.tense != "pp"}
    if not verbs and not word.lower.endswith("ant"):
        return False
    before = analysis.token(det - 1)
    if before.lower in _BEFORE_OBJECT or before.kind == "sign":
        return True
    what = ng.kind(analysis, det - 1)
    if what == "prep":
        return "inf" in verbs
    return what not in ("ver", "adj", "nom") or analysis.chance(det + 1, "nom") < 0.98


#: What stands before an object pronoun, never before an article (or seldom).
_BEFORE_OBJECT = ng.words_of(
    "je j' tu il elle on nous vous ils elles qui ne n' en et ou mais me te se y"
)


def _is_split(analysis: Analysis, det: int, noun: int) -> bool:
    """True for two readings that only look like a group.

    « du formulaire affiche »: adjective and noun, or noun and verb; « un moto club »: the second
    noun has the determiner.
    """
    first, last = analysis.token(det + 1), analysis.token(noun)
    wanted = ng.determiner_mask(analysis.token(det).lower, first.lower)
    if noun > det + 1 and ng.as_noun(first.lower) & wanted and last.has("ver"):
        return True
    after = analysis.token(noun + 1)
    return bool(
        ng.kind(analysis, noun + 1) in ("nom", "cap")
        and ng.mask(after.lower) & wanted
        and after.start - last.end <= 1
    )


def _head_from(analysis: Analysis, index: int) -> int | None:
    """The noun of the group whose first word behind the determiner is at ``index``."""
    last_adjective = None
    for at in range(index, index + 5):
        what = ng.kind(analysis, at)
        if what == "nom":
            return at
        word = analysis.token(at).lower
        if what == "adj" and ng.as_adjective(word):
            last_adjective = at
        elif what not in ("num", "adv") and word not in ("et", "ou"):
            break
    return last_adjective if last_adjective == index else None


def _judge_det_noun(match: Match) -> Iterator[Hit]:
    group = _det_noun_group(match)
    if group is None or group.agreed() or _is_frozen(group):
        return
    # An adjective that fits neither side belongs to the rules about adjectives.
    if group.pre and not any(ng.as_adjective(group.word(i)) & group.noun_mask for i in group.pre):
        return
    yield from _repairs(group)


#: Nouns that end an expression whose article is not theirs: « le trois quarts », « du hors piste ».
_ODD_HEADS = ng.words_of("plus moins fois peu mieux con")


def _is_frozen(group: ng.Group) -> bool:
    analysis = group.analysis
    if group.word(group.noun) in _ODD_HEADS or "-" in group.word(group.noun):
        return True
    before = analysis.token(group.start - 1).lower
    if before == "et" and ng.kind(analysis, group.start - 2) == "num":  # « vingt et un jours »
        return True
    following = analysis.token(group.noun + 1)
    if following.text.startswith("-") or analysis.token(group.noun).text.endswith("-"):
        return True
    # « le tête à tête », « un bouche à oreille »
    return following.lower in ("à", "-") and ng.kind(analysis, group.noun + 2) == "nom"


def _costs(group: ng.Group) -> list[tuple[float, int, dict[int, str]]]:
    """For each gender and number: what it takes to make the group agree, cheapest first."""
    analysis = group.analysis
    found = []
    for cell in ng.CELLS:
        changes: dict[int, str] = {}
        cost = 0.0
        noun_word = group.word(group.noun)
        if not group.noun_mask & cell:
            form = ng.inflected(noun_word, cell, "nom")
            if form is None:
                continue
            changes[group.noun] = form
            # Sex is changed less easily than a final s is lost.
            keeps_gender = bool(group.noun_mask & (ng.MASC if cell & ng.MASC else ng.FEM))
            cost += 1.0 if keeps_gender else 2.6
        for index in group.pre:
            if not ng.as_adjective(group.word(index)) & cell:
                form = ng.inflected(group.word(index), cell, "adj")
                if form is None:
                    break
                changes[index] = form
                cost += 1
        else:
            if group.det is not None:
                follower = changes.get(group.det + 1, group.word(group.det + 1))
                row = ng.determiner(analysis, group.det)
                if not group.det_mask & cell or (group.det + 1 in changes):
                    form = row.form(cell, follower) if row else None
                    if form is None:
                        continue
                    if form != group.word(group.det):
                        changes[group.det] = form
                        cost += _det_cost(group, form) if not group.det_mask & cell else 0
            cost += sum(_witness(group, cell))
            found.append((cost, cell, changes))
    return sorted(found, key=lambda item: item[0])


def _det_cost(group: ng.Group, form: str) -> float:
    """What it costs to change the determiner: nobody hears the s of « leurs »."""
    if group.word(group.det or 0) in ("leur", "leurs"):
        return 0.6
    return 1.1


def _witness(group: ng.Group, cell: int) -> Iterator[float]:
    """What speaks against a gender and number beside the words that may be changed."""
    for index in group.post[:2]:
        if not ng.as_adjective(group.word(index)) & cell:
            yield 0.8
    verb = group.analysis.best(group.end)
    is_third = verb is not None and verb.pos == "ver" and verb.person == "3"
    if verb is not None and is_third and not ng.cells("", verb.number) & cell:
        yield 0.9


def _repairs(group: ng.Group) -> Iterator[Hit]:
    """The ways to make a group agree, best first."""
    ways = [way for way in _costs(group) if way[2]]
    if not ways:
        return
    best = ways[0][0]
    ways = [way for way in ways if way[0] < best + 1][:3]
    analysis = group.analysis
    applicability = None
    if len(ways) > 1:
        applicability = UNSAFE if ways[1][0] - best > 0.5 else DISPLAY
    elif _is_sure(group, ways[0][2]):
        applicability = SAFE
    yield _hit(analysis, [way[2] for way in ways], (group.start, group.noun + 1), applicability)


def _hit(
    analysis: Analysis,
    ways: list[dict[int, str]],
    span: tuple[int, int],
    applicability: Applicability | None = None,
) -> Hit:
    """The finding that replaces words of a group in one of several ways."""
    det = span[0]
    before = analysis.token(det - 1).lower
    joined = [_CONTRACTIONS.get((before, changes.get(det, ""))) for changes in ways]
    if any(joined):
        # « de le » is du, « à les » is aux: the preposition before the article goes with it.
        ways = [
            changes if form is None else {**changes, det - 1: form, det: ""}
            for changes, form in zip(ways, joined, strict=True)
        ]
        span = (det - 1, span[1])
    return Hit(
        ng.span_of(analysis, span),
        tuple(ng.rendered(analysis, changes, span) for changes in ways),
        applicability,
    )


_CONTRACTIONS = {
    ("de", "le"): "du",
    ("de", "les"): "des",
    ("à", "le"): "au",
    ("à", "les"): "aux",
}


def _is_sure(group: ng.Group, changes: dict[int, str]) -> bool:
    """True if only the article can be wrong: the noun has one gender, and is nothing else."""
    analysis = group.analysis
    if group.det is None or list(changes) != [group.det] or group.pre or group.numeral:
        return False
    if group.word(group.det) not in _SURE_ARTICLES:
        return False
    token = analysis.token(group.noun)
    if {r.pos for r in token.readings} != {"nom"} or analysis.confidence(group.noun) < 0.95:
        return False
    if any(not ng.as_adjective(group.word(i)) & group.noun_mask for i in group.post):
        return False
    follower = ng.kind(analysis, group.end)
    return follower not in ("nom", "cap", "num", "adj") and not _touches_quote(analysis, group)


_SURE_ARTICLES = ng.words_of("le la un une ce cet cette du au ma ta sa")


def _touches_quote(analysis: Analysis, group: ng.Group) -> bool:
    """True where the group stands in or by quotation marks: a word may be quoted as a word."""
    around = (group.start - 1, group.start, group.end - 1, group.end)
    return any(
        analysis.token(max(0, i)).form in ('"', "«", "»", "“", "”", "'", "*") for i in around
    )


DET_NOUN_GENDER = FunctionRule(
    code="GRM001",
    name="determiner-noun-gender",
    message="« {found} » : le déterminant et le nom n'ont pas le même genre ; écrire « {fixed} ».",
    message_en="Determiner and noun differ in gender: “{fixed}”.",
    why="Le déterminant prend le genre du nom qu'il introduit.",
    source="Académie française, Dictionnaire, « genre »",
    pattern=(
        f"{_DET_MS} {F_ONLY}",
        f"{_DET_FS} {M_ONLY}",
        f"{_DET_MS} {_EPICENE} {F_ONLY}",
        f"{_DET_FS} {_EPICENE} {M_ONLY}",
        f"{_DET_MP} {F_ONLY}",
        f"{_DET_FP} {M_ONLY}",
    ),
    judge=_judge_det_noun,
    examples=(
        Bad("Ils ont rejoint {{le coalition}}.", "Ils ont rejoint la coalition."),
        Bad("{{Cette village}} est désert.", "Ce village est désert."),
        Bad("Il parle {{du campagne}}.", "Il parle de la campagne."),
        Good("Elle a fait le tour de la tour."),
        Good("Ils la savent capable, et le répètent."),
        Good("Un espace, une espace : l'imprimeur distingue."),
    ),
)

DET_NOUN_NUMBER = FunctionRule(
    code="GRM002",
    name="determiner-noun-number",
    message="« {found} » : le déterminant et le nom n'ont pas le même nombre ; écrire « {fixed} ».",
    message_en="Determiner and noun differ in number: “{fixed}”.",
    why="Le déterminant et le nom sont tous deux au singulier ou tous deux au pluriel.",
    pattern=(
        f"{_DET_S} {P_ONLY}",
        f"{_DET_P} {S_ONLY}",
        f"{_DET_S} {_BOTH_NUMBERS} {P_ONLY}",
        f"{_DET_P} {_BOTH_NUMBERS} {S_ONLY}",
    ),
    judge=_judge_det_noun,
    examples=(
        Bad("Il a pris {{les dossier}}.", "Il a pris les dossiers."),
        Bad("{{Cet oliviers}} est mort.", "Cet olivier est mort."),
        Bad("Il faut voir {{l'oiseaux}}.", "Il faut voir l'oiseau."),
        Bad("Ce sont {{leur enfants}}.", "Ce sont leurs enfants."),
        Good("Tu les regardes et tu leur portes secours."),
        Good("Les trois quarts du temps, il dort."),
    ),
)

RULES: tuple[Rule, ...] = (DET_NOUN_GENDER, DET_NOUN_NUMBER)
