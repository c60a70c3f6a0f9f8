"""Rules about agreement in gender and number: noun groups, attributes, participles."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from frclean.finding import Applicability
from frclean.language.analysis import Analysis, Token
from frclean.later import later
from frclean.rules import _agreement_far, _agreement_frames, _attributes, _participles
from frclean.rules import _noun_group as ng
from frclean.rules._noun_group import F_ONLY, M_ONLY, P_ONLY, S_ONLY
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

_EPICENE = "adj:m&adj:f&low"
_BOTH_NUMBERS = "adj:s&adj:p&low"

_DET_MS = '"le|un|ce|cet|du|au|aucun|quel|ledit|certain|tel"'
_DET_FS = '"la|une|cette|ma|ta|sa|aucune|quelle|ladite|certaine|telle"'
_DET_S = '"l\'|le|un|ce|cet|du|au|aucun|quel|ledit|la|une|cette|ma|ta|sa|mon|ton|son|aucune|quelle\
|ladite|notre|votre|leur|chaque"'
_DET_P = '"les|des|ces|mes|tes|ses|nos|vos|leurs|aux|plusieurs|quelques|différents|différentes\
|quels|quelles|lesdits|lesdites|divers|diverses|certains|certaines"'
_DET_MP = '"quels|certains|lesdits|différents|tels"'
_DET_FP = '"quelles|certaines|lesdites|différentes|diverses|telles"'

# --- determiner and noun --------------------------------------------------------------------


def _det_noun_group(match: Match) -> ng.Group | None:
    """The group that a determiner and the word it does not fit begin; None if they form none."""
    analysis = match.analysis
    det = match.found.start
    if ng.determiner(analysis, det) is None or ng.token_at(analysis, det - 1).lower in ("l'", "l’"):
        return None
    if ng.token_at(analysis, det + 1).has("pro", "poss"):  # « le nôtre part demain »
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
    if ng.token_at(analysis, det).lower not in ("le", "la", "les", "l'", "leur"):
        return False
    word = ng.token_at(analysis, det + 1)
    verbs = {(r.tense, r.person) for r in word.readings if r.pos == "ver" and r.tense != "pp"}
    if not verbs and not word.lower.endswith("ant"):
        return False
    before = [ng.token_at(analysis, max(0, det - back)).lower for back in (1, 2, 3)]
    if verbs and all(person == "2" for _, person in verbs):
        return bool({"tu", "t'", "toi", "ne", "n'", "vous"} & set(before))
    if before[0] in _BEFORE_OBJECT:
        return True
    tenses = {tense for tense, _ in verbs}
    if analysis.holds(det - 1, analysis.analyser.is_end):
        # Nobody begins a sentence with an object, unless the verb needs no subject.
        return bool(tenses & {"inf", "ppr"}) or word.lower.endswith("ant")
    what = ng.kind(analysis, det - 1)
    if what == "prep":
        return "inf" in tenses
    if "ppr" in tenses or word.lower.endswith("ant"):
        return True
    if before[0] in ("que", "qu'"):
        return analysis.chance(det + 1, "nom") < 0.99
    least = 0.98 if what == "nom" else 0.9
    return what not in ("ver", "adj", "nom") or analysis.chance(det + 1, "nom") < least


#: What stands before an object pronoun, never before an article (or seldom).
_BEFORE_OBJECT = ng.words_of(
    "je j' tu il elle on nous vous ils elles qui ne n' en et ou mais me te se y"
)


def _is_split(analysis: Analysis, det: int, noun: int) -> bool:
    """True for two readings that only look like a group.

    « du formulaire affiche »: adjective and noun, or noun and verb; « un moto club »: the second
    noun has the determiner.
    """
    first, last = ng.token_at(analysis, det + 1), ng.token_at(analysis, noun)
    wanted = ng.determiner_mask(ng.token_at(analysis, det).lower, first.lower)
    is_foregoing = first.lemmas("adj")[:1] in _FOREGOING
    if noun > det + 1 and not is_foregoing and ng.as_noun(first.lower) & wanted and last.has("ver"):
        return True
    after = ng.token_at(analysis, noun + 1)
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
        word = ng.token_at(analysis, at).lower
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
    following = ng.token_at(analysis, group.noun + 1)
    if following.lower in ("et", "ou") and not group.det_mask & ng.SING:
        other = ng.token_at(analysis, group.noun + 2).lower
        if ng.mask(other) and not ng.as_noun(other) & ng.PLUR:
            return True  # « les nom et prénom », « les troisième et quatrième alinéas »
    if following.form == "(" and following.start == ng.token_at(analysis, group.noun).end:
        return True  # « des vendeur(ses) »
    before = ng.token_at(analysis, group.start - 1).lower
    if before == "et" and ng.kind(analysis, group.start - 2) == "num":  # « vingt et un jours »
        return True
    if group.word(group.noun) in _ODD_HEADS or "-" in group.word(group.noun):
        return True
    following = ng.token_at(analysis, group.noun + 1)
    if following.text.startswith("-") or ng.token_at(analysis, group.noun).text.endswith("-"):
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
                cost += 1 if group.det is not None else 0.9
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
    """What it costs to change the determiner; nobody hears the s of « leurs »."""
    word = group.word(group.det or 0)
    if word == "leur":
        return 0.6
    # « de les » is never French: what stands there is not what was meant.
    if word == "les" and ng.token_at(group.analysis, group.start - 1).lower in ("de", "à"):
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
    if ng.kind(analysis, group.noun) != "nom":
        # « ses rencontré »: two words written as one are likelier than a wrong s.
        applicability = DISPLAY
    yield _hit(analysis, [way[2] for way in ways], (group.start, group.noun + 1), applicability)


def _hit(
    analysis: Analysis,
    ways: list[dict[int, str]],
    span: tuple[int, int],
    applicability: Applicability | None = None,
) -> Hit:
    """The finding that replaces words of a group in one of several ways."""
    det = span[0]
    before = ng.token_at(analysis, det - 1).lower
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


#: Endings by which nine of ten nouns show their gender (R. Lyster, « Predictability in French
#: gender attribution: A corpus analysis », Journal of French Language Studies 16, 2006).
_SHOWS_FEMININE = later(r"(?:[tsx]ion|aison|ité|[ae]nce|ette|esse|ude|ure|ée)s?$")
_SHOWS_MASCULINE = later(r"(?:ment|age|isme|eau|oir|ier|ail|ard|[aeo]t)[sx]?$")


def _shows_gender(noun: str, mask: int) -> bool:
    """True if the ending of a noun says what the lexicon says of its gender."""
    shown = _SHOWS_MASCULINE if mask & ng.MASC else _SHOWS_FEMININE
    return shown.search(noun) is not None


def _is_sure(group: ng.Group, changes: dict[int, str]) -> bool:
    """True if only the article can be wrong: the noun shows its gender, and is nothing else."""
    analysis = group.analysis
    if group.det is None or list(changes) != [group.det] or group.pre or group.numeral:
        return False
    if group.word(group.det) not in _SURE_ARTICLES:
        return False
    token = ng.token_at(analysis, group.noun)
    if not _shows_gender(token.lower, group.noun_mask):
        return False
    if {r.pos for r in token.readings} != {"nom"} or analysis.confidence(group.noun) < 0.95:
        return False
    if any(not ng.as_adjective(group.word(i)) & group.noun_mask for i in group.post):
        return False
    follower = ng.kind(analysis, group.end)
    return follower not in ("nom", "cap", "num", "adj") and not _touches_quote(analysis, group)


#: Not « du », « au »: instead of « du publication », « de publication » may have been meant.
_SURE_ARTICLES = ng.words_of("le la un une ce cet cette ma ta sa")


def _touches_quote(analysis: Analysis, group: ng.Group) -> bool:
    """True where the group stands in or by quotation marks: a word may be quoted as a word."""
    around = (group.start - 1, group.start, group.end - 1, group.end)
    return any(
        ng.token_at(analysis, max(0, i)).form in ('"', "«", "»", "“", "”", "'", "*") for i in around
    )


#: Articles that may be repaired unseen, each with its number or gender, before a noun that is
#: nothing else.
_SURE = '"{}"'.format("|".join(sorted(_SURE_ARTICLES)))


def _sure_pairs(*pairs: tuple[str, str]) -> tuple[str, ...]:
    return tuple(f"{det}&{_SURE} {noun}&=nom" for det, noun in pairs)


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
    surest=SAFE,
    sure_pattern=_sure_pairs((_DET_MS, F_ONLY), (_DET_FS, M_ONLY)),
    examples=(
        Bad("Ils ont rejoint {{le coalition}}.", "Ils ont rejoint la coalition."),
        Bad("{{Cette village}} est désert.", "Ce village est désert."),
        Bad("Il parle {{du campagne}}.", "Il parle de la campagne."),
        Good("Elle a fait le tour de la tour."),
        Good("Ils la savent capable, et le répètent."),
        Good("Un espace, une espace : l'imprimeur distingue."),
        Good("Le nôtre part demain, la vôtre est là."),
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
    surest=SAFE,
    sure_pattern=_sure_pairs((_DET_S, P_ONLY)),
    examples=(
        Bad("Il a pris {{les dossier}}.", "Il a pris les dossiers."),
        Bad("{{Cet oliviers}} est mort.", "Cet olivier est mort."),
        Bad("Il faut voir {{l'oiseaux}}.", "Il faut voir l'oiseau."),
        Bad("Ce sont {{leur enfants}}.", "Ce sont leurs enfants."),
        Good("Tu les regardes et tu leur portes secours."),
        Good("Les trois quarts du temps, il dort."),
    ),
)

#: « pomme », « chien »: the dictionaries know them as adjectives too, of one form for all.
_NOUN_AND_COLOUR = "nom:s&!nom:p&adj:ms&adj:fs&adj:mp&adj:fp&!ver&!prop"


def _judge_noun_and_colour(match: Match) -> Iterator[Hit]:
    noun = match["n"]
    if noun.lower in _BY_COLOUR or "-" in noun.lower or not noun.form.islower():
        return
    forms = noun.inflect("nom", number="p")
    if forms and forms[0] != noun.lower:
        yield Hit(noun.span, forms[:1])


#: Colours that stand for what has them: « les orange », « les marron », « les standard ».
_BY_COLOUR = ng.words_of("orange marron rose crème ocre standard kaki")

NOUN_AND_COLOUR = FunctionRule(
    code="GRM006",
    name="plural-determiner-singular-noun",
    message="Derrière un déterminant pluriel, « {found} » prend la marque du pluriel : « {fixed} ».",
    message_en="Behind a plural determiner the noun is plural: “{fixed}”.",
    why="Quelques noms servent aussi d'adjectifs invariables (« des rideaux pomme ») ; sans nom à "
    "qualifier, ce sont des noms, et ils s'accordent.",
    pattern=f'{_DET_P} {{{_NOUN_AND_COLOUR}}}@n (fin|prep|(ver:fin&!nom&!adj)|","|"et|ou|qui|que|qu\'|dont|où"|pro:rel)',
    judge=_judge_noun_and_colour,
    examples=(
        Bad("Il épluche des {{pomme}}.", "Il épluche des pommes."),
        Bad("Les {{chien}} dorment.", "Les chiens dorment."),
        Good("Des rideaux pomme, les orange et les marron."),
        Good("Ces chiens aboient."),
    ),
)

# --- adjectives before the noun -------------------------------------------------------------


def _judge_pre_adjective(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    noun = match.found.end - 1
    word = ng.token_at(analysis, noun - 1)
    if len(ng.token_at(analysis, noun).lower) == 1 or not _is_foregoing(analysis, word):
        return
    if ng.kind(analysis, noun) != "nom" or ng.kind(analysis, noun - 1) != "adj":
        return
    group = ng.group_of(analysis, noun)
    if noun - 1 not in group.pre or group.agreed() or _is_frozen(group):
        return
    if group.word(noun) in _TWO_SIDED:
        return
    if _is_apposition(group, noun - 1):
        return
    if group.det is None:
        # Without a determiner only « de » makes sure that the two words belong together.
        if group.numeral is None and ng.token_at(analysis, group.start - 1).lower not in (
            "de",
            "d'",
        ):
            return
        if min(analysis.confidence(noun), analysis.confidence(noun - 1)) < SURE_TAG:
            return
    elif _may_be_object(analysis, group.det) or _is_split(analysis, group.det, noun):
        return
    yield from _repairs(group)


def _is_foregoing(analysis: Analysis, word: Token) -> bool:
    """True if the word can be an adjective before its noun: asked first, it is quick."""
    if not word.has("adj") or word.lower in _ADVERBIAL:
        return False
    before = ng.token_at(analysis, word.index - 1)
    if before.lower in ng.DETERMINERS:
        wanted = ng.determiner_mask(before.lower, word.lower)
        is_noun = bool(ng.as_noun(word.lower) & wanted)
        return not is_noun or word.lemmas("adj")[:1] in _FOREGOING
    return (
        before.kind == "number"
        or before.lower in ("de", "d'", "et", "ou", ",")
        or before.has("det")
        or before.has("adj")
        or before.has("adv")
    )


def _is_apposition(group: ng.Group, adjective: int) -> bool:
    """True for a noun followed by another: « un moteur essence », « du secret défense ».

    Or for one noun that two adjectives share: « le premier et le dernier points ».
    """
    token = ng.token_at(group.analysis, adjective)
    before = ng.token_at(group.analysis, group.start - 1).lower
    links = {"et", "ou"} & {before, *map(group.word, range(group.start, group.noun))}
    if links and group.noun_mask & ng.PLUR:
        return True
    if token.lemmas("adj")[:1] in _FOREGOING:
        return False
    return bool(ng.as_noun(token.lower) & group.det_mask)


#: Adjectives whose place is before the noun.
_FOREGOING = frozenset(
    (word,)
    for word in ng.words_of(
        "petit grand gros jeune vieux nouveau bon mauvais beau joli long haut bref vaste premier "
        "deuxième second troisième dernier autre même seul ancien prochain vrai faux simple "
        "certain principal important nombreux énorme excellent meilleur pire moindre double "
        "triple propre"
    )
)

#: How sure a reading must be where nothing else speaks for it.
SURE_TAG = 0.95
#: Words that stand before a noun or an adjective without agreeing.
_ADVERBIAL = ng.words_of(
    "demi nu mi semi plein bon haut fort tout feu ci possible grand court nouveau dernier premier "
    "frais fraîche bas large fin raide mort ivre"
)
#: Plurals that are feminine on one side, or in one number.
_TWO_SIDED = ng.words_of("gens amours délices orgues")

PRE_ADJECTIVE = FunctionRule(
    code="GRM003",
    name="adjective-before-noun",
    message="« {found} » : l'adjectif et le nom ne s'accordent pas ; écrire « {fixed} ».",
    message_en="Adjective and noun do not agree: “{fixed}”.",
    why="L'adjectif qui précède le nom prend son genre et son nombre.",
    pattern=(
        f"{M_ONLY}&adj {ng.F_NOUN}",
        f"{F_ONLY}&adj {ng.M_NOUN}",
        f"{S_ONLY}&adj {ng.P_NOUN}",
        f"{P_ONLY}&adj {ng.S_NOUN}",
    ),
    judge=_judge_pre_adjective,
    examples=(
        Bad("Il vend {{une petit maison}}.", "Il vend une petite maison."),
        Bad("Voici {{les petites cuillère}}.", "Voici les petites cuillères."),
        Bad("Ils ont de {{grande difficultés}}.", "Ils ont de grandes difficultés."),
        Good("Les trois premiers et la dernière personnes inscrites."),
        Good("Une demi-heure après, il était nu-pieds."),
        Good("Il a rendu possible la victoire."),
    ),
)

# --- adjectives behind the noun -------------------------------------------------------------


def _judge_post_adjective(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    noun, adjective = match.found.start, match.found.end - 1
    if not _is_worth_asking(analysis, noun, adjective):
        return
    if ng.kind(analysis, noun) in ("det", "prep"):
        noun += 1
    if adjective == noun + 2 and not _agrees(analysis, noun):
        return
    kinds = ng.kind(analysis, noun), ng.kind(analysis, adjective)
    if kinds == ("adj", "nom") and adjective == noun + 1:
        group = _flipped(analysis, noun)
    elif kinds == ("nom", "adj"):
        group = ng.group_of(analysis, noun)
    else:
        return
    agreed = group.agreed()
    can_be = ng.as_adjective(ng.token_at(analysis, adjective).lower)
    if adjective not in group.post or not agreed or not can_be or agreed & can_be:
        return
    if _may_be_verb(group, adjective):
        return
    is_faction = _is_faction(group, adjective)
    if not is_faction and _has_other_head(group, adjective, can_be):
        return
    if _is_no_modifier(group, adjective):
        return
    ways = list(_adjective_ways(group, adjective, agreed))
    if not ways:
        return
    applicability = UNSAFE if len(ways) == 1 else DISPLAY
    if len(ways) == 1 and (is_faction or _is_plain(group, adjective)):
        applicability = SAFE
    first = min(min(way) for way in ways)
    yield _hit(analysis, ways, (first, adjective + 1), applicability)


def _is_worth_asking(analysis: Analysis, first: int, adjective: int) -> bool:
    """False where no reading in context can make an error of it: asked first, it is quick."""
    token, noun = ng.token_at(analysis, adjective), ng.token_at(analysis, first)
    word = token.lower
    if token.has("ver", "ppr") or word in _ODD_ADJECTIVES or "-" in word:
        return False
    if word.endswith(("eur", "eurs", "o")) or noun.lower in _NO_NOUNS:
        return False
    if word.endswith("istes"):
        return True
    number = "s" if ng.as_noun(noun.lower) & ng.SING else "p"
    if token.has("ver", "pres/impf/ps/fut/cond", "3" + number):
        return False
    # « des moyens de communication technologiques »
    link, head = ng.token_at(analysis, first - 1), ng.token_at(analysis, first - 2)
    return link.lower not in _OF or not ng.as_noun(head.lower) & ng.as_adjective(word)


#: Words that are nouns elsewhere: before an adjective they are something else.
_NO_NOUNS = ng.words_of("fort fût moitié peine fait fit plein tout bien pas point plus moins")


def _agrees(analysis: Analysis, noun: int) -> bool:
    """True if the word behind the noun is an adverb, or an adjective that agrees with it."""
    if ng.kind(analysis, noun + 1) == "adv":
        return True
    group = ng.group_of(analysis, noun)
    return bool(group.agreed() & ng.as_adjective(ng.token_at(analysis, noun + 1).lower))


def _flipped(analysis: Analysis, noun: int) -> ng.Group:
    """« les combustibles fossile »: each word could be either; the first one is the noun."""
    group = ng.group_of(analysis, noun)
    token, following = ng.token_at(analysis, noun), ng.token_at(analysis, noun + 1)
    has_det = group.det is not None and bool(ng.as_noun(token.lower) & group.det_mask)
    if has_det and token.lemmas("adj")[:1] not in _FOREGOING and following.has("adj"):
        group.post = [noun + 1]
    return group


def _adjective_ways(group: ng.Group, adjective: int, agreed: int) -> Iterator[dict[int, str]]:
    """The repairs: the adjective follows the noun; or the noun, if nothing holds it."""
    word = group.word(adjective)
    can_be = ng.as_adjective(word)
    near = [cell for cell in ng.CELLS if cell & agreed]
    # Of several, the one with the gender or number that the adjective has already.
    near.sort(key=lambda cell: -ng.in_common(cell, can_be))
    forms = [ng.inflected(word, cell, "adj") for cell in near[:1]]
    yield from ({adjective: form} for form in forms if form)
    if group.det is None and not group.pre and group.numeral is None:
        for cell in ng.CELLS:
            if cell & can_be:
                form = ng.inflected(group.word(group.noun), cell, "nom")
                if form and form != group.word(group.noun):
                    yield {group.noun: form}
                    return


def _may_be_verb(group: ng.Group, adjective: int) -> bool:
    """True if the noun or the adjective may be the verb of the sentence after all."""
    analysis = group.analysis
    token, noun = ng.token_at(analysis, adjective), ng.token_at(analysis, group.noun)
    if token.has("ver", "ppr"):  # « des salariés occupant un emploi »: a verb, invariable
        return True
    number = "s" if group.agreed() & ng.SING else "p"
    if token.has("ver", "pres/impf/ps/fut/cond", "3" + number):
        return True
    if group.det is not None:
        return _may_be_object(analysis, group.det)
    before = ng.token_at(analysis, group.start - 1)
    if before.lemmas("ver")[:1] == ("être",):  # « elle a été étonnement vive »
        return True
    is_complement = ng.kind(analysis, group.start - 1) in ("prep", "num")
    return not is_complement and any(r.pos == "ver" and r.person for r in noun.readings)


def _has_other_head(group: ng.Group, adjective: int, can_be: int) -> bool:
    """True if the adjective may belong to another noun, or to two.

    « des moyens de communication technologiques », « le père et la mère inquiets ».
    """
    analysis = group.analysis
    # « les routes du pays praticables en hiver »: participles, and adjectives that carry on,
    # look farther back.
    is_far = ng.token_at(analysis, adjective).has("ver", "pp")
    following = ng.token_at(analysis, adjective + 1).lower
    is_far = is_far or following in (",", "et", "ou") or ng.kind(analysis, adjective + 1) == "prep"
    coordinated, hops = False, 0
    link = ng.token_at(analysis, group.start - 1).lower
    for at in range(group.start - 1, max(0, group.start - 14), -1):
        what = ng.kind(analysis, at)
        token = ng.token_at(analysis, at)
        if what == "conj" or token.form == ",":
            coordinated = True
        elif analysis.holds(at, analysis.analyser.is_end):
            return False
        elif what in ("ver", "pro"):
            best = analysis.best(at)
            # « les membres représentant la ville désignés par elle »
            if not is_far or what == "pro" or (best is not None and best.person):
                return False
        elif what == "" and token.form not in "()":
            # Quoted or foreign words on the way: who knows what they are.
            return link in _OF
        elif what in ("nom", "cap") or (what == "adj" and ng.as_noun(token.lower)):
            found = ng.mask(token.lower)
            if _is_locution(analysis, at) and not is_far:
                return False
            if what == "cap" or not found or found & can_be or (coordinated and can_be & ng.PLUR):
                return True
            hops += what == "nom"
        elif what == "prep" and not is_far and not coordinated:
            is_loose = group.det is not None and token.lower not in _OF
            if is_loose or (hops and (group.det is not None or hops > 1)):
                return False
    return False


def _is_locution(analysis: Analysis, noun: int) -> bool:
    """« en raison de », « au niveau de »: no noun any more."""
    return (
        ng.token_at(analysis, noun - 1).lower in ("en", "à", "au", "par")
        and ng.token_at(analysis, noun + 1).lower in _OF
        and ng.token_at(analysis, noun).lower in _LOCUTIONS
    )


_LOCUTIONS = ng.words_of(
    "raison cause lieu cours sujet niveau sein fonction faveur vertu moyen fin face dépit travers "
    "propos égard matière titre but vue"
)
_OF = ng.words_of("de d' du des à au aux en")


def _is_faction(group: ng.Group, adjective: int) -> bool:
    """« du groupe terroristes »: what people are called belongs to the group, not to its arms."""
    return (
        group.word(group.noun) in _FACTIONS
        and group.word(adjective).endswith("istes")
        and group.det is not None
        and bool(group.det_mask & ng.SING)
    )


_FACTIONS = ng.words_of(
    "groupe groupement groupuscule parti mouvement régime réseau organisation milice cellule camp "
    "front bloc courant gouvernement syndicat"
)


def _is_no_modifier(group: ng.Group, adjective: int) -> bool:
    """True if the adjective says nothing of the noun it follows."""
    analysis = group.analysis
    word, noun = group.word(adjective), group.word(group.noun)
    if word in _ODD_ADJECTIVES or noun in _ODD_HEADS or "-" in noun or "-" in word:
        return True
    if len(noun) == 1 or noun in _NO_HEADS or noun in _TWO_SIDED:
        return True
    # « l'interface utilisateur », « des gens parano »: nouns, and words cut short.
    if word.endswith(("eur", "eurs", "o")):
        return True
    after = ng.kind(analysis, adjective + 1)
    following = ng.token_at(analysis, adjective + 1).lower
    if noun in ("peine", "moitié") and ng.token_at(analysis, group.noun - 1).lower == "à":
        return True
    if word in _COLOURS and after not in ("", "ver", "prep", "pro"):  # « des yeux bleu clair »
        return True
    if after == "nom" and ng.as_noun(following) & ng.as_adjective(word):
        return True
    if word in _ADVERBIAL and after == "adj":
        return True
    # « la version anglais » is an error, « la section poids lourd » is not: where gender is at
    # odds, the word must be an adjective beyond doubt.
    agreed, can_be = group.agreed(), ng.as_adjective(word)
    same_gender = any(agreed & gender and can_be & gender for gender in (ng.MASC, ng.FEM))
    if not same_gender and analysis.confidence(adjective) < 0.9:
        return True
    if (
        group.agreed() & ng.PLUR
        and ng.as_adjective(word) & ng.SING
        and _is_listed(group, adjective)
    ):
        return True
    if ng.token_at(analysis, group.end).text.startswith("-"):
        return True
    return _is_state(group, adjective)


def _is_listed(group: ng.Group, adjective: int) -> bool:
    """« les langues française et anglaise »: one adjective for each."""
    analysis = group.analysis
    links = ("et", "ou", ",", "puis", "comme", "/")
    after, before = (
        ng.token_at(analysis, adjective + 1).lower,
        ng.token_at(analysis, adjective - 1).lower,
    )
    return after in links or before in links or adjective != group.post[0]


_ODD_ADJECTIVES = ng.words_of(
    "possible possibles demi demie compris inclus joint ci-joint même mêmes vu passé tel telle tels"
    " telles plein cher net court premier seul seule seuls seules maximum minimum optimum droit"
    " égal nécessaire dû incarnat ultra hyper super extra folk baba maous ras limite olé clef clé"
)
#: Months, words about words, and « avoir l'air »: what follows need not agree with them.
_NO_HEADS = ng.words_of(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
    "air catégorie type terme mot nom expression option page menu bouton article"
)
_COLOURS = ng.words_of(
    "bleu vert rouge jaune gris brun noir blanc rose violet blond châtain orange beige mauve fauve "
    "pourpre écarlate turquoise indigo roux ocre bistre violine cramoisi vermeil doré argenté cuivré"
)


def _is_state(group: ng.Group, adjective: int) -> bool:
    """True if the adjective may belong to the subject.

    « ils quittent la salle ravis », « elle est à certains moments rêveuse ».
    """
    analysis = group.analysis
    token = ng.token_at(analysis, adjective)
    can_be = ng.as_adjective(token.lower)
    is_state = token.has("ver", "pp") or token.lemmas("adj")[:1] in _STATES
    # « ce sont des histoires amusantes »: the group is the attribute.
    is_attribute = (
        group.det is not None
        and ng.kind(analysis, group.start - 1) in ("ver", "adv")
        and group.word(group.noun) not in ng.TIMES
    )
    sentence = analysis.sentence(adjective)
    has_verb = has_copula = False
    for at in range(group.start - 1, max(sentence.start, group.start - 20) - 1, -1):
        what = ng.kind(analysis, at)
        word = ng.token_at(analysis, at)
        if what == "ver" or (what == "adj" and word.lower == "été"):
            lemmas = {r.lemma for r in word.readings if r.pos == "ver"}
            has_verb = has_verb or bool(lemmas & (_COPULAS | _MOVES))
            has_copula = has_copula or bool(lemmas & _COPULAS and not is_attribute)
            is_time = group.word(group.noun) in ng.TIMES
            if "avoir" in lemmas and (can_be & ng.MS or is_time) and token.has("ver", "pp"):
                return True  # « elles avaient des heures durant travaillé »
            if not has_verb and what == "ver":
                return False
        elif not has_verb or not (is_state or has_copula):
            continue
        elif what == "pro" and word.lower in _SUBJECTS:
            return bool(_SUBJECTS[word.lower] & can_be)
        elif what == "pro" and has_copula:
            return True
        elif what in ("nom", "cap"):
            found = ng.as_noun(word.lower)
            return what == "cap" or not found or bool(found & can_be)
    return has_copula


_COPULAS = ng.words_of("être rester sembler devenir paraître demeurer")
#: Verbs after which an adjective may still be the subject's.
_MOVES = ng.words_of(
    "quitter sortir rentrer revenir partir arriver entrer mourir naître vivre tomber rester "
    "repartir ressortir regagner rejoindre retourner retrouver finir terminer passer marcher "
    "courir attendre regarder dormir lever traverser descendre monter avancer errer suivre aller "
    "venir laisser"
)
_SUBJECTS = {
    "je": ng.SING, "j'": ng.SING, "tu": ng.SING, "il": ng.MS, "elle": ng.FS, "on": ng.ALL,
    "nous": ng.PLUR, "vous": ng.ALL, "ils": ng.MP, "elles": ng.FP, "qui": ng.ALL,
}  # fmt: skip
#: How somebody is when he comes, goes, or dies.
_STATES = frozenset(
    (word,)
    for word in ng.words_of(
        "seul vivant mort content furieux nu libre heureux malheureux fier triste malade ivre sain "
        "indemne calme tranquille pensif silencieux muet immobile premier dernier second jeune "
        "vieux riche pauvre célibataire vainqueur conscient certain sûr soucieux désireux "
        "tremblant souriant perplexe sceptique prêt absent présent"
    )
)


def _is_plain(group: ng.Group, adjective: int) -> bool:
    """True if nothing else can be meant: article, noun and adjective that are nothing else."""
    analysis = group.analysis
    token, noun = ng.token_at(analysis, adjective), ng.token_at(analysis, group.noun)
    if group.det is None or adjective != group.noun + 1 or group.noun_mask & group.det_mask == 0:
        return False
    if {r.pos for r in token.readings} != {"adj"} or {r.pos for r in noun.readings} != {"nom"}:
        return False
    if not (group.det_mask & ng.SING == 0 or group.det_mask & ng.PLUR == 0):
        return False
    if ng.kind(analysis, group.start - 1) in ("nom", "adj", "cap", "conj", "det"):
        return False
    if ng.kind(analysis, adjective + 1) in ("nom", "adj", "cap", "conj", "adv", "num"):
        return False
    if any(True for _ in ng.nouns_before(analysis, group.start)):
        return False
    return not _touches_quote(analysis, group)


_ODD_PAIRS = (
    (ng.M_NOUN, ng.F_ADJ),
    (ng.F_NOUN, ng.M_ADJ),
    (ng.S_NOUN, ng.P_ADJ),
    (ng.P_NOUN, ng.S_ADJ),
)
_ODD_ADJECTIVE_PAIRS = (
    (ng.M_ADJ, ng.F_ADJ),
    (ng.F_ADJ, ng.M_ADJ),
    (ng.S_ADJ, ng.P_ADJ),
    (ng.P_ADJ, ng.S_ADJ),
)
#: Nouns that have both numbers or genders: the determiner tells which.
_ODD_TRIPLES = (
    (_DET_S, f"nom:s&nom:p&{ng.NOMINAL}", ng.P_ADJ),
    (_DET_P, f"nom:s&nom:p&{ng.NOMINAL}", ng.S_ADJ),
    (_DET_MS, f"nom:m&nom:f&{ng.NOMINAL}", ng.F_ADJ),
    (_DET_FS, f"nom:m&nom:f&{ng.NOMINAL}", ng.M_ADJ),
)
_DEGREE = '"très|plus|moins|trop|peu|aussi|assez|fort"'

_FACTION = '"{}"'.format("|".join(sorted(_FACTIONS)))

POST_ADJECTIVE = FunctionRule(
    code="GRM004",
    name="noun-adjective",
    message="« {found} » : l'adjectif ne s'accorde pas avec le nom ; écrire « {fixed} ».",
    message_en="The adjective does not agree with its noun: “{fixed}”.",
    why="L'adjectif et le participe employé comme adjectif prennent le genre et le nombre du nom.",
    pattern=(
        *(f"{noun} {adj}" for noun, adj in _ODD_PAIRS),
        *(f"{noun} {_DEGREE} {adj}" for noun, adj in _ODD_PAIRS),
        # A second adjective: the noun may be any, the two adjectives are at odds.
        *(f"nom&low {one} {other}" for one, other in _ODD_ADJECTIVE_PAIRS),
        *(f"{det} {noun} {adj}" for det, noun, adj in _ODD_TRIPLES),
    ),
    judge=_judge_post_adjective,
    surest=SAFE,
    sure_pattern=(
        *(f"{noun}&=nom {adj}&=adj" for noun, adj in _ODD_PAIRS),
        *(f"{det} {noun}&=nom {adj}&=adj" for det, noun, adj in _ODD_TRIPLES),
        f"{_FACTION} {ng.P_ADJ}",
    ),
    examples=(
        Bad("Il se méfie du groupe {{intégristes}}.", "Il se méfie du groupe intégriste."),
        Bad("Elle a pris une décision {{courageux}}.", "Elle a pris une décision courageuse."),
        Bad("Ce sont des histoires très {{amusante}}.", "Ce sont des histoires très amusantes."),
        Good("Ce sont des moyens de communication technologiques."),
        Good("Les langues française et anglaise sont enseignées."),
        Good("Elle a les yeux bleu clair et une robe marron."),
        Good("Ils quittèrent la salle épuisés."),
    ),
)

# --- numerals -------------------------------------------------------------------------------


def _judge_numeral(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    noun = match.found.end - 1
    token = ng.token_at(analysis, noun)
    # What is quick to ask comes first, readings in context last.
    if token.lower in _NEVER_COUNTED or "-" in token.form:
        return
    form = _plural(token.lower)
    if form is None or not _is_quantity(analysis, noun):
        return
    if ng.kind(analysis, noun) != "nom" or analysis.confidence(noun) < SURE_TAG:
        return
    # « deux point trois », « 3 ministre-conseillers », « 5 alinéa 2 »
    if (
        ng.kind(analysis, noun + 1) in ("num", "nom", "cap")
        or ng.token_at(analysis, noun + 1).form == "-"
    ):
        return
    yield Hit(token.span, (form,), SAFE if token.lower in ng.UNITS else None)


@functools.lru_cache(maxsize=1 << 12)
def _plural(noun: str) -> str | None:
    return ng.inflected(noun, ng.MP, "nom") or ng.inflected(noun, ng.FP, "nom")


def _is_quantity(analysis: Analysis, noun: int) -> bool:
    """True if the number before the noun says how many, not which one."""
    at = noun - 1
    while (
        ng.token_at(analysis, at - 1).kind == "number" and len(ng.token_at(analysis, at).form) == 3
    ):
        at -= 1
    number, before = ng.token_at(analysis, at), ng.token_at(analysis, at - 1)
    if before.lower in ("le", "la", "l'", "un", "une", "ce", "cet", "cette", "du", "au", "-", "et"):
        return False
    if number.kind != "number":
        return True
    if before.kind == "number" or before.form in ("/", ".", "°", "§", "#", "n°", ":", "="):
        return False
    if ng.token_at(analysis, noun).lower in ng.UNITS:
        return True
    # « article 5 », « en 1998 », « Windows 10 »: which one, and when.
    if analysis.holds(at - 1, analysis.analyser.is_end):
        return False
    if len(number.form) == 4 and number.form[:2] in ("17", "18", "19", "20"):
        return False
    return ng.kind(analysis, at - 1) not in ("nom", "cap")


#: Names of streets and months, and what is numbered rather than counted.
_NEVER_COUNTED = ng.words_of(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre rue "
    "avenue place boulevard allée quai impasse chemin route cours square bis ter point virgule "
    "plus besoin envie peur raison tort faim froid mal honte hâte soif sommeil part moins fois "
    "cent mille pour sur numéro alinéa tiret chapitre tome acte scène série h min"
)

_PLURAL_WORD_NUMBER = (
    '"deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt'
    '|trente|quarante|cinquante|soixante|cent|cents|mille"'
)

_UNIT = '"{}"'.format("|".join(sorted(ng.UNITS)))

NUMERAL = FunctionRule(
    code="GRM005",
    name="numeral-singular-noun",
    message="« {found} » : après un nombre supérieur à un, le nom est au pluriel : « {fixed} ».",
    message_en="A noun behind a number above one is plural: “{fixed}”.",
    why="À partir de deux, le nom compté se met au pluriel.",
    pattern=(
        f"{_PLURAL_WORD_NUMBER} {{{ng.S_NOUN}}}",
        f"num:p&!mot (num&!mot)*2 {{{ng.S_NOUN}}}",
    ),
    judge=_judge_numeral,
    surest=SAFE,
    sure_pattern=(
        f"{_PLURAL_WORD_NUMBER} {{{ng.S_NOUN}&{_UNIT}}}",
        f"num:p&!mot (num&!mot)*2 {{{ng.S_NOUN}&{_UNIT}}}",
    ),
    examples=(
        Bad("Le navire porte 60 000 {{tonne}} de fer.", "Le navire porte 60 000 tonnes de fer."),
        Bad("Elle a trois {{enfant}}.", "Elle a trois enfants."),
        Good("Le 15 janvier, il perdit 1,5 litre d'eau."),
        Good("Il habite 2 rue Haute, chambre 14 bis."),
        Good("Vingt et un ; en 1998 directeur, puis maire."),
    ),
)

RULES: tuple[Rule, ...] = (
    DET_NOUN_GENDER,
    DET_NOUN_NUMBER,
    NOUN_AND_COLOUR,
    PRE_ADJECTIVE,
    POST_ADJECTIVE,
    NUMERAL,
    *_attributes.RULES,
    *_agreement_frames.RULES,
    *_participles.RULES,
    *_agreement_far.RULES,
)
