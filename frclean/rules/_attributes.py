"""Attributes and participles: words that agree across a verb.

« elles sont contentes », « les décisions ont été prises », « ils se croient capables ». The verb
shows the number, the subject the gender; where the two disagree, conjugation speaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from frclean.finding import Applicability
from frclean.language.analysis import Analysis
from frclean.rules import _noun_group as ng
from frclean.rules._subject import subject_before
from frclean.rules._verbs import group_start
from frclean.rules.kinds import SAFE, UNSAFE, Bad, FunctionRule, Good, Hit, Match, Rule

__all__ = [
    "BETWEEN",
    "INVARIABLE",
    "RULES",
    "F",
    "M",
    "P",
    "S",
    "forms",
    "is_adjective",
    "subject_of",
]

_PRONOUNS = {
    "je": ng.SING, "j'": ng.SING, "tu": ng.SING, "il": ng.MS, "elle": ng.FS, "on": ng.ALL,
    "nous": ng.PLUR, "vous": ng.ALL, "ils": ng.MP, "elles": ng.FP,
    "cela": ng.MS, "ceci": ng.MS, "ça": ng.MS, "celui-ci": ng.MS, "celui-là": ng.MS,
    "celle-ci": ng.FS, "celle-là": ng.FS, "ceux-ci": ng.MP, "ceux-là": ng.MP,
    "celles-ci": ng.FP, "celles-là": ng.FP, "chacun": ng.MS, "chacune": ng.FS,
    "lequel": ng.MS, "laquelle": ng.FS, "lesquels": ng.MP, "lesquelles": ng.FP,
}  # fmt: skip


class Subject(NamedTuple):
    """What is known of a subject: its genders and numbers, and whether it is a pronoun."""

    mask: int
    is_pronoun: bool


def subject_of(analysis: Analysis, verb: int) -> Subject | None:
    """The subject of the verb whose first word is ``verb``; None if it is not plain."""
    start = group_start(analysis, verb)
    # « nous », « vous » and « elle(s) » may be taken for objects by who goes left.
    for at in range(verb - 1, start - 2, -1):
        word = ng.token_at(analysis, max(0, at)).lower
        if word in ("nous", "vous") and at > start:
            continue
        if word in _PRONOUNS:
            return _pronoun(analysis, at)
    if ng.token_at(analysis, start - 1).lower == "qui":
        return _antecedent(analysis, start - 1)
    name = _first_name(analysis, start - 1)
    if name:
        return Subject(name, False)
    group = subject_before(analysis, start)
    if group is None:
        return None
    return _group_subject(analysis, group.head.index, group.numbers, group.is_coordinated)


def _pronoun(analysis: Analysis, at: int) -> Subject | None:
    word = ng.token_at(analysis, at).lower
    before = ng.token_at(analysis, at - 1)
    is_clitic = word in ("il", "ils", "on", "je", "j'", "tu")
    # « la mère avec elle », « lui et elle »: no subject, or not alone.
    is_joined = before.lower in ("et", "ou", "ni") or ng.kind(analysis, at - 1) == "prep"
    if is_joined and not is_clitic:
        return None
    if word in ("nous", "vous") and before.lower in ("à", "de", "pour", "avec", "chez"):
        return None
    return Subject(_PRONOUNS[word], True)


def _group_subject(
    analysis: Analysis, head: int, numbers: frozenset[str], is_coordinated: bool
) -> Subject | None:
    token = ng.token_at(analysis, head)
    if is_coordinated:
        # The genders of all that is joined are not known: one masculine is enough.
        return Subject(ng.PLUR, False) if numbers == frozenset("p") else None
    if token.lower in _PRONOUNS:
        return Subject(_PRONOUNS[token.lower], False)
    found = _name_mask(analysis, head) if token.form[:1].isupper() and head > 1 else 0
    if not found:
        group = ng.group_of(analysis, head)
        found = group.agreed() if group.det is not None else ng.as_noun(token.lower)
        if ng.kind(analysis, head) not in ("nom", "adj"):
            found = 0
    if not found or token.lower in _COUNTING:
        return None
    shown = ng.cells("", next(iter(numbers))) if len(numbers) == 1 else ng.ALL
    return Subject(found & shown, False) if found & shown else None


def _name_mask(analysis: Analysis, head: int) -> int:
    """What the gender of a first name or of a title tells."""
    token = ng.token_at(analysis, head)
    before = ng.token_at(analysis, head - 1)
    for word in (before, token):
        if word.lower in _TITLES:
            return _TITLES[word.lower]
    genders = {r.gender for r in analysis.analyser.lexicon.readings(token.form) if r.pos == "prop"}
    return ng.cells(genders.pop(), "s") if len(genders) == 1 else ng.SING


def _first_name(analysis: Analysis, at: int) -> int:
    """The gender of a first name that stands alone before its verb; 0 if none does."""
    token = ng.token_at(analysis, at)
    if not token.form[:1].isupper():
        return 0
    readings = analysis.analyser.lexicon.readings(token.form)
    genders = {r.gender for r in readings if r.pos == "prop"}
    before = ng.token_at(analysis, at - 1)
    is_first = before.kind == "sign" and before.form != "-"
    is_first = is_first or before.lower in ("que", "qu'", "si", "quand", "mais", "car", "lorsque")
    if len(genders) != 1 or not is_first or not genders & {"m", "f"}:
        return 0
    return ng.cells(genders.pop(), "s")


_TITLES = {
    "m.": ng.MS, "monsieur": ng.MS, "mme": ng.FS, "madame": ng.FS, "mlle": ng.FS,
    "mademoiselle": ng.FS,
}  # fmt: skip
#: Heads whose complement may be what the adjective agrees with.
_COUNTING = ng.words_of(
    "plupart majorité minorité partie moitié nombre ensemble série groupe foule totalité reste "
    "quantité sorte espèce type genre multitude infinité couple dizaine douzaine vingtaine "
    "trentaine cinquantaine centaine millier million milliard quart tiers pourcentage équipe un "
    "une chose quelqu'un personne peu beaucoup fois plus moins bande tas"
)


def _antecedent(analysis: Analysis, who: int) -> Subject | None:
    """What « qui » may stand for: the noun before it, or any in a chain of complements."""
    at = who - 1
    word = ng.token_at(analysis, at).lower
    if word in ("celui", "celle", "ceux", "celles"):
        return Subject({"celui": 1, "celle": 2, "ceux": 4, "celles": 8}[word], True)
    if word == "ce":
        return Subject(ng.MS, True)
    if word == ",":
        at -= 1
    found = 0
    for index in range(at, max(0, at - 14), -1):
        what, token = ng.kind(analysis, index), ng.token_at(analysis, index)
        if what in ("conj", "cap", "inc") or token.lower in _COUNTING:
            return None
        if what == "nom":
            group = ng.group_of(analysis, index)
            found |= group.agreed() or ng.ALL
        elif what not in ("adj", "det", "prep", "adv", "num"):
            break
    return Subject(found, False) if found else None


# --- être, sembler, devenir -----------------------------------------------------------------

_COPULA = "($copule)&(ver:fin)"
#: As behind a noun, but « différents » is no determiner here.
_LIMITS = ng.NOMINAL.replace("&!det", "")
M, F = (ng.only(a, b, "adj ver:pp", _LIMITS) for a, b in ("mf", "fm"))
S, P = (ng.only(a, b, "adj ver:pp", _LIMITS) for a, b in ("sp", "ps"))
BETWEEN = '(adv&!nom&!"que|comme|où|ensemble|plutôt|ne")|"pas|plus|très|si|tout|toute|bien|fort"'
_ADJECTIVE = "(adj|ver:pp)"


def _judge_attribute(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    adjective = match.found.end - 1
    token = ng.token_at(analysis, adjective)
    verb = match.found.named["v"]
    can_be = ng.as_adjective(token.lower)
    numbers = _verb_numbers(analysis, verb)
    if token.lower in INVARIABLE or "-" in token.form or can_be & ng.ALL == ng.ALL:
        return
    if _has_head(analysis, verb, can_be & numbers) or not is_adjective(analysis, adjective):
        return
    if _is_reflexive(analysis, verb):
        return
    subject = _inverted(match) or subject_of(analysis, verb)
    if subject is None:
        subject = _unclear(analysis, verb, numbers)
        if subject is None or can_be & ng.PLUR:
            return
    # « on est contents »
    wanted = subject.mask & numbers if subject.mask != ng.ALL else ng.ALL
    if not wanted or wanted & can_be or _starts_group(analysis, adjective, wanted):
        return
    fixes = list(forms(token.lower, wanted, can_be))
    if fixes:
        is_sure = subject.is_pronoun and wanted in (ng.FS, ng.MP, ng.FP, ng.MS)
        yield Hit(token.span, tuple(fixes[:2]), _certainty(analysis, adjective, is_sure))


def _has_head(analysis: Analysis, verb: int, can_be: int) -> bool:
    """« les numéros de ligne sont renvoyés »: the noun before « de » agrees, and that is all.

    Asked first, it is quick.
    """
    for at in range(verb - 2, max(1, verb - 6), -1):
        if ng.token_at(analysis, at).lower in ("de", "d'", "du", "des", "en", "à", "au", "aux"):
            head = ng.token_at(analysis, at - 1).lower
            if ng.as_noun(head) & can_be:
                return True
    return False


def is_adjective(analysis: Analysis, index: int) -> bool:
    """True if a word is an adjective or a participle in its sentence."""
    chance = analysis.chance(index, "adj") + analysis.chance(index, "ver:pp")
    if ng.token_at(analysis, index).has("adj"):
        # Behind a copula « inquiétant » is no gerund.
        chance += analysis.chance(index, "ver:ppr")
    return chance > 0.6


def _certainty(analysis: Analysis, adjective: int, is_sure: bool) -> Applicability:
    token = ng.token_at(analysis, adjective)
    is_plain = {r.pos for r in token.readings} <= {"adj", "ver"} and all(
        r.tense == "pp" for r in token.readings if r.pos == "ver"
    )
    return SAFE if is_sure and is_plain and analysis.confidence(adjective) > 0.9 else UNSAFE


def _verb_numbers(analysis: Analysis, verb: int) -> int:
    """The numbers that the verb shows."""
    token = ng.token_at(analysis, verb)
    found = {r.number for r in token.readings if r.pos == "ver" and r.person}
    # « vous êtes » is said to one or to many.
    persons = {r.person for r in token.readings if r.pos == "ver" and r.person}
    if persons == {"2"} and found == {"p"}:
        return ng.ALL
    return ng.cells("", found.pop()) if len(found) == 1 else ng.ALL


def _unclear(analysis: Analysis, verb: int, numbers: int) -> Subject | None:
    """A plural that is only heard in the verb: « trois des cinq lettres ont été lues »."""
    before = ng.token_at(analysis, group_start(analysis, verb) - 1)
    if numbers != ng.PLUR or ng.kind(analysis, verb) != "ver":
        return None
    if before.lower in ("ce", "c'", "ç'", "que", "qu'", "tout") or before.kind == "sign":
        return None
    sentence = analysis.sentence(verb)
    nouns = [at for at in range(sentence.start, verb) if ng.kind(analysis, at) == "nom"]
    masks = [ng.as_noun(ng.token_at(analysis, at).lower) for at in nouns]
    is_feminine = bool(masks) and all(found & ng.FEM == found for found in masks if found)
    return Subject(ng.FP if is_feminine else ng.PLUR, False)


def _inverted(match: Match) -> Subject | None:
    """« est-elle contente », « sont-ils prêts »."""
    if "i" not in match:
        return None
    word = match["i"].lower.rsplit("-", 1)[-1]
    return Subject(_PRONOUNS[word], True) if word in _PRONOUNS else None


def _is_reflexive(analysis: Analysis, verb: int) -> bool:
    """« elle s'est dit »: what the participle agrees with is another question."""
    start = group_start(analysis, verb)
    words = {ng.token_at(analysis, i).lower for i in range(start, verb)}
    if words & {"se", "s'", "me", "m'", "te", "t'"}:
        return True
    # « nous nous sommes », « vous vous êtes »
    return (
        len([w for w in range(start, verb) if ng.token_at(analysis, w).lower in ("nous", "vous")])
        > 1
    )


def _starts_group(analysis: Analysis, adjective: int, wanted: int) -> bool:
    """True if the adjective belongs to what follows: « elle est bon public », « sont monnaie »."""
    after = adjective + 1
    what = ng.kind(analysis, after)
    if what == "nom" or (what == "adj" and ng.as_noun(ng.token_at(analysis, after).lower)):
        own = ng.as_adjective(ng.token_at(analysis, adjective).lower)
        return bool(ng.mask(ng.token_at(analysis, after).lower) & own)
    return False


def forms(word: str, wanted: int, can_be: int) -> Iterator[str]:
    """The forms that agree; those which share gender or number with the word written first."""
    cells = [cell for cell in ng.CELLS if cell & wanted]
    cells.sort(key=lambda cell: -ng.in_common(cell, can_be))
    for cell in cells:
        form = ng.inflected(word, cell, "adj")
        if form and form != word:
            yield form


#: Adverbs that look like adjectives behind « être ».
INVARIABLE = ng.words_of(
    "fort garant bien mieux mal debout ensemble loin près plein fin bon haut bas vite court fait même tel "
    "telle tels telles autre autres question cause partie pire net clair cher dit quitte possible "
    "lieu dû censé demi plus moins certain certains certaines nombre"
)


_HAVE = "<avoir>&ver:fin"
_CLITICS = "\"ne|n'|y|en|lui|leur|nous|vous|me|m'|te|t'\"*3"
_DONE = '"été|devenu|devenue|devenus|devenues|resté|restée|restés|restées|paru|semblé"'
_MIDDLE = f"({BETWEEN}|{_DONE})"


def _copula_patterns(subject: str, adjective: str) -> tuple[str, ...]:
    """A subject, être (or « ont été »), and what does not agree with it."""
    x = f"{{{adjective}}}"
    return (
        f"{subject} {_CLITICS} {_COPULA}@v {_MIDDLE}*3 {x}",
        f"{subject} {_CLITICS} {_HAVE}@v ({BETWEEN})*2 {_DONE} ({BETWEEN})*2 {x}",
    )


def _number_patterns(number: str, adjective: str) -> tuple[str, ...]:
    x = f"{{{adjective}}}"
    return (
        f"({_COPULA})&ver:{number}&!<avoir>@v {_MIDDLE}*3 {x}",
        f"{_HAVE}&ver:{number}@v ({BETWEEN})*2 {_DONE} ({BETWEEN})*2 {x}",
    )


_F_NOUN = ng.F_NOUN
_M_NOUN = ng.M_NOUN


def _sure_patterns() -> Iterator[str]:
    """What may be repaired unseen: a pronoun tells what agrees, and the word is nothing else."""
    odd = {ng.MASC: F, ng.FEM: M, ng.SING: P, ng.PLUR: S}
    for mask in sorted(set(_PRONOUNS.values()) - {ng.ALL}):
        words = "|".join(sorted(word for word, found in _PRONOUNS.items() if found == mask))
        kinds = "|".join(f"({kind})" for cells, kind in odd.items() if mask & cells == mask)
        adjective = f"({kinds})&!nom"
        yield from _copula_patterns(f'"{words}"', adjective)
        clitics = [word for word in words.split("|") if word in _CLITIC_SUBJECTS]
        if clitics:
            inverted = "|".join(f"-{word}|-t-{word}" for word in clitics)
            yield f'{_COPULA}@v "{inverted}"@i ({BETWEEN})*2 {{{adjective}}}'
    for word, kind in (("celui|ce", F), ("celle", M), ("celui|ce|celle", P), ("ceux|celles", S)):
        yield from _copula_patterns(f'"{word}" ","? "qui"', f"{kind}&!nom")
    yield from _copula_patterns('"ceux" ","? "qui"', f"{F}&!nom")
    yield from _copula_patterns('"celles" ","? "qui"', f"{M}&!nom")


_CLITIC_SUBJECTS = ng.words_of("je tu il elle nous ils elles")

ATTRIBUTE = FunctionRule(
    code="GRM020",
    name="attribute-agreement",
    message="« {found} » ne s'accorde pas avec le sujet ; écrire « {fixed} ».",
    message_en="“{found}” does not agree with the subject: “{fixed}”.",
    why="L'attribut et le participe employé avec « être » s'accordent en genre et en nombre avec "
    "le sujet.",
    source="Grevisse, Le Bon Usage, attribut du sujet",
    pattern=(
        *_copula_patterns('"elle|elles|celle-ci|celle-là|celles-ci|celles-là"', M),
        *_copula_patterns('"il|ils|celui-ci|celui-là|ceux-ci|ceux-là|cela|ceci|ça"', F),
        *_copula_patterns('"je|j\'|tu"', P),
        *_copula_patterns("prop:f&!prop:m", M),
        *_copula_patterns("prop:m&!prop:f", F),
        *_copula_patterns(_F_NOUN, M),
        *_copula_patterns(_M_NOUN, F),
        *_copula_patterns(f"{_F_NOUN} {_ADJECTIVE}", M),
        *_copula_patterns(f"{_M_NOUN} {_ADJECTIVE}", F),
        *_copula_patterns(f'{_F_NOUN} {_ADJECTIVE}? ","? "qui"', M),
        *_copula_patterns(f'{_M_NOUN} {_ADJECTIVE}? ","? "qui"', F),
        *_number_patterns("3s", P),
        *_number_patterns("3p", S),
        *_number_patterns("1p", S),
        f'{_COPULA}@v "-elle|-elles|-t-elle"@i ({BETWEEN})*2 {{{M}}}',
        f'{_COPULA}@v "-il|-ils|-t-il"@i ({BETWEEN})*2 {{{F}}}',
        f'{_COPULA}@v "-il|-elle|-t-il|-t-elle|-je|-tu"@i ({BETWEEN})*2 {{{P}}}',
        f'{_COPULA}@v "-ils|-elles|-nous"@i ({BETWEEN})*2 {{{S}}}',
    ),
    judge=_judge_attribute,
    surest=SAFE,
    sure_pattern=tuple(_sure_patterns()),
    examples=(
        Bad("Elles sont très {{content}} du voyage.", "Elles sont très contentes du voyage."),
        Bad("Les lettres ont été {{envoyé}} hier.", "Les lettres ont été envoyées hier."),
        Bad("La situation reste {{inquiétant}}.", "La situation reste inquiétante."),
        Bad("Les filles qui sont {{venu}} rient.", "Les filles qui sont venues rient."),
        Bad("Sont-elles {{parti}} ?", "Sont-elles parties ?"),
        Good("Elle s'est rendu compte que le directeur de la banque était parti."),
        Good("Vous êtes content, monsieur ; vous êtes contents, messieurs."),
        Good("La plupart des hommes sont bons, une partie des fruits sont mûrs."),
        Good("Le chef de la police était furieux et sa femme est médecin."),
        Good("On est contents, elles sont bon public et fin prêtes."),
    ),
)

# --- se croire, se montrer; rendre, laisser -------------------------------------------------

_REFLEXIVE_STATE = (
    "(<croire|sentir|montrer|révéler|avérer|dire|juger|considérer|estimer|imaginer|déclarer|avouer"
    "|retrouver|trouver|tenir|voir|rendre|prétendre|vouloir|penser|proclamer|supposer|affirmer"
    "|présenter|annoncer|faire>)&ver:fin"
)


def _judge_reflexive_state(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    adjective = match.found.end - 1
    token = ng.token_at(analysis, adjective)
    verb = match.found.named["v"]
    if token.lower in INVARIABLE or "-" in token.form or not is_adjective(analysis, adjective):
        return
    if ng.kind(analysis, verb) != "ver":
        return
    subject = subject_of(analysis, verb)
    can_be = ng.as_adjective(token.lower)
    if subject is None:
        return
    wanted = subject.mask & _verb_numbers(analysis, verb) if subject.mask != ng.ALL else ng.ALL
    if not wanted or wanted & can_be or ng.kind(analysis, adjective + 1) in ("nom", "det", "cap"):
        return
    fixes = tuple(forms(token.lower, wanted, can_be))
    if fixes:
        yield Hit(token.span, fixes[:2])


def _reflexive_patterns(subject: str, adjective: str) -> str:
    return f'{subject} "ne"? "se|s\'" {_REFLEXIVE_STATE}@v ({BETWEEN})*2 {{{adjective}}}'


REFLEXIVE_STATE = FunctionRule(
    code="GRM021",
    name="reflexive-attribute",
    message="« {found} » ne s'accorde pas avec le sujet ; écrire « {fixed} ».",
    message_en="“{found}” does not agree with the subject: “{fixed}”.",
    why="Après « se croire », « se montrer », « se sentir », l'attribut s'accorde avec le sujet.",
    pattern=(
        _reflexive_patterns('"elle|elles"', M),
        _reflexive_patterns('"il|ils"', F),
        _reflexive_patterns(f"{ng.F_NOUN}", M),
        _reflexive_patterns(f"{ng.M_NOUN}", F),
        _reflexive_patterns("prop:f&!prop:m", M),
        _reflexive_patterns("prop:m&!prop:f", F),
        f'"se|s\'" {_REFLEXIVE_STATE}&ver:3s@v ({BETWEEN})*2 {{{P}}}',
        f'"se|s\'" {_REFLEXIVE_STATE}&ver:3p@v ({BETWEEN})*2 {{{S}}}',
    ),
    judge=_judge_reflexive_state,
    examples=(
        Bad("Ils se croient {{capable}} de tout.", "Ils se croient capables de tout."),
        Bad("Elle se montra {{généreux}}.", "Elle se montra généreuse."),
        Good("Elle se rend compte qu'ils se tiennent debout."),
        Good("Elle se trouve beau garçon à son goût."),
    ),
)


def _judge_object_state(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    adjective = match.found.end - 1
    token = ng.token_at(analysis, adjective)
    wanted = {"les": ng.PLUR, "la": ng.FS}.get(match["o"].lower, ng.SING)
    can_be = ng.as_adjective(token.lower)
    if token.lower in INVARIABLE or not is_adjective(analysis, adjective) or wanted & can_be:
        return
    if ng.kind(analysis, match.found.named["v"]) != "ver":
        return
    if ng.kind(analysis, adjective + 1) in ("nom", "det", "cap", "ver", "pro"):
        return
    # « les rendre célèbre »: a subject may be what the adjective speaks of.
    fixes = tuple(forms(token.lower, wanted, can_be))
    if fixes:
        yield Hit(token.span, fixes[:2])


_CAUSE = "(<rendre|laisser|croire|trouver|juger|estimer|considérer|supposer>)&ver&!ver:pp"

OBJECT_STATE = FunctionRule(
    code="GRM022",
    name="object-attribute",
    message="« {found} » ne s'accorde pas avec le complément ; écrire « {fixed} ».",
    message_en="“{found}” does not agree with the object: “{fixed}”.",
    why="Après « rendre », « laisser », « croire », « trouver », l'adjectif s'accorde avec le "
    "complément d'objet.",
    pattern=(
        f'{{"les"@o {_CAUSE}@v ({BETWEEN})*2 {S}}}',
        f'{{"la"@o {_CAUSE}@v ({BETWEEN})*2 {M}}}',
        f"{{\"la|me|te|m'|t'\"@o {_CAUSE}@v ({BETWEEN})*2 {P}}}",
    ),
    judge=_judge_object_state,
    examples=(
        Bad("Cela les rend {{heureuse}}.", "Cela les rend heureuses."),
        Bad("Je la trouve {{beau}}.", "Je la trouve belle."),
        Good("Elle les laisse seul juge, et le rend fou."),
        Good("Il la laisse bon gré mal gré partir."),
    ),
)

# --- si grand soit-il -----------------------------------------------------------------------


def _judge_concession(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    token = match["x"]
    can_be = ng.as_adjective(token.lower)
    if "i" in match:
        word = match["i"].lower.rsplit("-", 1)[-1]
        wanted = _PRONOUNS.get(word, ng.ALL)
        if word == "vous":
            wanted = ng.ALL
    else:
        det = match.found.end - 1
        noun = next((i for i in range(det + 1, det + 4) if ng.kind(analysis, i) == "nom"), None)
        if noun is None:
            return
        group = ng.group_of(analysis, noun)
        wanted = group.agreed()
        if group.det != det or ng.token_at(analysis, group.end).lower in ("et", "ou"):
            return
    if not wanted or wanted & can_be:
        return
    fixes = tuple(forms(token.lower, wanted, can_be))
    if fixes:
        yield Hit(token.span, fixes[:2])


_BE_IT = "(<être|sembler|paraître>)&(ver:subp|ver:subi|ver:pres|ver:cond|ver:ps|ver:fut)"
_ANY_CLITIC = '"-il|-elle|-ils|-elles|-je|-tu|-nous|-t-il|-t-elle"'

CONCESSION = FunctionRule(
    code="GRM023",
    name="concession-agreement",
    message="« {found} » ne s'accorde pas avec le sujet ; écrire « {fixed} ».",
    message_en="“{found}” does not agree with the subject: “{fixed}”.",
    why="Dans « si grand soit-il », « aussi belles que soient ces roses », l'attribut placé devant "
    "le verbe s'accorde avec le sujet qui suit.",
    pattern=(
        f'"si|aussi" {_MIDDLE}*1 {{({M}|{F})@x}} {_BE_IT} {_ANY_CLITIC}@i',
        f'"si|aussi" {_MIDDLE}*1 {{({S}|{P})@x}} {_BE_IT} {_ANY_CLITIC}@i',
        f'"si|aussi|quelque" {{({M}|{F})@x}} "que|qu\'" {_BE_IT} (det|"l\'")',
        f'"si|aussi|quelque" {{({S}|{P})@x}} "que|qu\'" {_BE_IT} (det|"l\'")',
    ),
    judge=_judge_concession,
    examples=(
        Bad("Si {{puissant}} soit-elle, elle cédera.", "Si puissante soit-elle, elle cédera."),
        Bad(
            "Aussi {{amusant}} que soit cette histoire, il dort.",
            "Aussi amusante que soit cette histoire, il dort.",
        ),
        Good("Si grands soient-ils, ils tombent."),
        Good("Aussi étrange que soit ce récit, il est vrai."),
    ),
)

# --- ils doivent être prêts -----------------------------------------------------------------

_BE = '"être|devenir|rester|paraître|sembler|demeurer"'
_BEEN = '"avoir" "été|paru|semblé|demeuré"'
_LINK = '("de|d\'|à|pour|y|en|ne|n\'|sans"|adv&!nom&!"que|comme|où")'


def _judge_infinitive(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    adjective = match.found.end - 1
    verb = match.found.named["v"]
    token = ng.token_at(analysis, adjective)
    if ng.kind(analysis, verb) != "ver" or _orders_others(analysis, verb):
        return
    start = group_start(analysis, verb)
    if any(
        ng.token_at(analysis, at).lower in ("que", "qu'") for at in range(max(0, start - 3), start)
    ):
        return  # « les travaux qu'il pense être achevés »
    if token.lower in INVARIABLE or "-" in token.form or not is_adjective(analysis, adjective):
        return
    subject = subject_of(analysis, verb)
    can_be = ng.as_adjective(token.lower)
    if subject is None:
        return
    wanted = subject.mask & _verb_numbers(analysis, verb) if subject.mask != ng.ALL else ng.ALL
    if not wanted or wanted & can_be or _starts_group(analysis, adjective, wanted):
        return
    fixes = tuple(forms(token.lower, wanted, can_be))
    if fixes:
        yield Hit(token.span, fixes[:2])


def _orders_others(analysis: Analysis, verb: int) -> bool:
    """True if who is meant may not be the subject: « il leur demande d'être prêts »."""
    lemmas = {r.lemma for r in ng.token_at(analysis, verb).readings if r.pos == "ver"}
    start = group_start(analysis, verb)
    clitics = {ng.token_at(analysis, at).lower for at in range(start, verb)}
    objects = {"me", "m'", "te", "t'", "le", "la", "l'", "les", "lui", "leur", "nous", "vous"}
    return bool(lemmas & _ORDERS or clitics & objects)


_ORDERS = ng.words_of(
    "falloir agir demander dire permettre interdire défendre ordonner conseiller recommander "
    "suggérer proposer imposer exiger empêcher laisser faire rendre éviter suffire importer "
    "convenir consister signifier être servir viser"
)


def _infinitive_patterns(subject: str, adjective: str) -> tuple[str, ...]:
    verb = "ver:fin&!<être|avoir>@v"
    x = f"({BETWEEN})*2 {{{adjective}}}"
    return tuple(f"{subject} {_CLITICS} {verb} {_LINK}*3 {be} {x}" for be in (_BE, _BEEN))


INFINITIVE = FunctionRule(
    code="GRM036",
    name="attribute-after-infinitive",
    message="« {found} » ne s'accorde pas avec le sujet ; écrire « {fixed} ».",
    message_en="“{found}” does not agree with the subject: “{fixed}”.",
    why="Après « devoir être », « pouvoir être », « sembler être », l'attribut et le participe "
    "s'accordent avec le sujet du premier verbe.",
    pattern=(
        *_infinitive_patterns('"elle|elles"', M),
        *_infinitive_patterns('"il|ils"', F),
        *_infinitive_patterns("prop:f&!prop:m", M),
        *_infinitive_patterns("prop:m&!prop:f", F),
        *_infinitive_patterns(f"{ng.F_NOUN}", M),
        *_infinitive_patterns(f"{ng.M_NOUN}", F),
        *(
            f"ver:{number}&!<être|avoir>@v {_LINK}*3 {be} ({BETWEEN})*2 {{{adjective}}}"
            for number, adjective in (("3s", P), ("3p", S), ("1p", S))
            for be in (_BE, _BEEN)
        ),
    ),
    judge=_judge_infinitive,
    examples=(
        Bad("Les plats doivent être {{servi}} chauds.", "Les plats doivent être servis chauds."),
        Bad("Elle espère être {{élu}} demain.", "Elle espère être élue demain."),
        Good("Il leur demande d'être prêts ; elle nous croit être seuls."),
        Good("Elle doit être médecin, ils peuvent être fin prêts."),
        Good("Il faut être deux ; il s'agit d'être vus."),
    ),
)

# --- elle s'est trompée ---------------------------------------------------------------------

#: Verbs whose « se » is their object, or nothing at all: the participle agrees.
_OWN_OBJECT = ng.words_of(
    "absenter abstenir accouder accroupir adonner affairer agenouiller apercevoir appuyer arrêter "
    "asseoir attendre battre blottir coucher décider dépêcher déshabiller diriger échapper écrier "
    "écrouler effondrer efforcer emparer empresser endormir enfuir énerver engager ennuyer entraîner "
    "envoler éteindre évader évanouir éveiller exclamer exprimer fâcher habiller habituer immobiliser "
    "inquiéter inscrire installer insurger lamenter lancer lever marier méfier méprendre moquer noyer "
    "obstiner opposer perdre précipiter présenter promener qualifier rapprocher rassembler raviser "
    "rebeller réfugier rendre repentir reposer résigner retirer retourner retrouver réunir réveiller "
    "révéler révolter sauver séparer sentir servir soulever souvenir suicider taire tourner "
    "transformer tromper trouver vanter vêtir"
)


def _judge_reflexive(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    participle = match.found.end - 1
    token = ng.token_at(analysis, participle)
    verb = match.found.named["v"]
    can_be = ng.mask(token.lower, ("ver:pp",))
    start = group_start(analysis, verb)
    clitics = {ng.token_at(analysis, at).lower for at in range(start, verb)}
    if clitics & {"le", "la", "l'", "les", "en"} or analysis.chance(participle, "ver:pp") < 0.6:
        return
    # « les mains qu'il s'est lavées »
    if any(
        ng.token_at(analysis, at).lower in ("que", "qu'") for at in range(max(0, start - 4), start)
    ):
        return
    subject = subject_of(analysis, verb)
    if subject is None or subject.mask == ng.ALL:
        return
    wanted = subject.mask & _verb_numbers(analysis, verb)
    if not wanted or wanted & can_be:
        return
    if can_be & ng.MS and not _must_agree(analysis, participle):
        return  # « elles se sont parlé », « elle s'est lavé les mains »
    fixes = tuple(forms(token.lower, wanted, can_be))
    if fixes:
        yield Hit(token.span, fixes[:2])


def _must_agree(analysis: Analysis, participle: int) -> bool:
    lemmas = {r.lemma for r in ng.token_at(analysis, participle).readings if r.pos == "ver"}
    after = ng.token_at(analysis, participle + 1)
    if ng.kind(analysis, participle + 1) in ("det", "nom", "ver", "num") or after.lower == "compte":
        return False
    return bool(lemmas & _OWN_OBJECT)


_SELF = '"se|s\'"'
_WAS = "<être>&ver:fin@v"

REFLEXIVE = FunctionRule(
    code="GRM037",
    name="reflexive-participle",
    message="« {found} » ne s'accorde pas avec le sujet ; écrire « {fixed} ».",
    message_en="“{found}” does not agree with the subject: “{fixed}”.",
    why="Quand « se » est le complément d'objet direct, ou qu'il ne s'analyse pas, le participe "
    "s'accorde avec le sujet ; sinon il reste invariable.",
    pattern=(
        *(
            f'{subject} "ne|n\'"? {_SELF} "y"? {_WAS} ({BETWEEN})*2 {{{x}&ver:pp}}'
            for subject, x in (
                ('"elle|elles"', M),
                ('"il|ils"', F),
                ("prop:f&!prop:m", M),
                ("prop:m&!prop:f", F),
                (f"{ng.F_NOUN}", M),
                (f"{ng.M_NOUN}", F),
            )
        ),
        f'{_SELF} "y"? <être>&ver:3s@v ({BETWEEN})*2 {{{P}&ver:pp}}',
        f'{_SELF} "y"? <être>&ver:3p@v ({BETWEEN})*2 {{{S}&ver:pp}}',
    ),
    judge=_judge_reflexive,
    examples=(
        Bad("Elle s'est {{évanoui}} hier.", "Elle s'est évanouie hier."),
        Bad("Mon père s'est {{trompée}}.", "Mon père s'est trompé."),
        Good("Elles se sont succédé, elle s'est lavé les mains."),
        Good("Elle s'est rendu compte de tout ; il se les est appropriées."),
        Good("Les mains qu'il s'est lavées."),
    ),
)

# --- elle-même prise ------------------------------------------------------------------------

_SELVES = {
    "lui-même": ng.MS, "elle-même": ng.FS, "eux-mêmes": ng.MP, "elles-mêmes": ng.FP,
    "moi-même": ng.SING, "toi-même": ng.SING, "nous-mêmes": ng.PLUR, "vous-mêmes": ng.PLUR,
    "nous-même": ng.SING, "vous-même": ng.SING,
}  # fmt: skip


def _judge_self(match: Match) -> Iterator[Hit]:
    token = match.tokens[-1]
    wanted = _SELVES[match["m"].lower]
    can_be = ng.as_adjective(token.lower)
    if wanted & can_be or not is_adjective(match.analysis, token.index):
        return
    fixes = tuple(forms(token.lower, wanted, can_be))
    if fixes:
        yield Hit(token.span, fixes[:2])


SELF = FunctionRule(
    code="GRM038",
    name="self-participle",
    message="« {found} » s'accorde avec le pronom qui précède : « {fixed} ».",
    message_en="Make it agree with the pronoun: “{fixed}”.",
    why="Dans « ayant été eux-mêmes blessés », le participe s'accorde avec ceux dont on parle.",
    pattern=tuple(
        f'"été|étant|être" "{selves}"@m {{{x}}}'
        for selves, x in (
            ("lui-même|eux-mêmes", F),
            ("elle-même|elles-mêmes", M),
            ("lui-même|elle-même|moi-même|toi-même|nous-même|vous-même", P),
            ("eux-mêmes|elles-mêmes|nous-mêmes|vous-mêmes", S),
        )
    ),
    judge=_judge_self,
    examples=(
        Bad(
            "Ayant été eux-mêmes {{blessé}}, ils partent.",
            "Ayant été eux-mêmes blessés, ils partent.",
        ),
        Good("Ayant été elle-même prévenue, elle part."),
    ),
)

# --- mon mari, blessé dans son orgueil ------------------------------------------------------


def _judge_apposition(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    adjective = match.found.end - 1
    token = ng.token_at(analysis, adjective)
    comma = match.found.named["c"]
    noun = comma - 1
    if noun - analysis.sentence(noun).start > 5:
        return  # too far from the beginning to be all that stands before the comma
    if ng.kind(analysis, noun) == "adj":
        noun -= 1
    if ng.kind(analysis, noun) != "nom" or not is_adjective(analysis, adjective):
        return
    group = ng.group_of(analysis, noun)
    wanted, can_be = group.agreed(), ng.as_adjective(token.lower)
    if group.det is None or not ng.is_start(analysis, group.start) or not wanted or wanted & can_be:
        return
    follower = ng.token_at(analysis, adjective + 1)
    closes = ng.kind(analysis, adjective + 1) == "prep" or follower.kind == "sign"
    if not closes or token.lower in INVARIABLE or group.word(group.noun) in ng.TIMES:
        return
    if _speaks_of_other(analysis, adjective, can_be):
        return
    fixes = tuple(forms(token.lower, wanted, can_be))
    if fixes:
        yield Hit(token.span, fixes[:2])


def _speaks_of_other(analysis: Analysis, adjective: int, can_be: int) -> bool:
    """« Le soir, fatiguée, elle dort »: a pronoun that follows is what the word agrees with."""
    sentence = analysis.sentence(adjective)
    for at in range(adjective + 1, min(sentence.stop, adjective + 15)):
        word = ng.token_at(analysis, at).lower
        if word in _PRONOUNS and _PRONOUNS[word] & can_be:
            return True
    return False


APPOSITION = FunctionRule(
    code="GRM039",
    name="apposed-participle",
    message="« {found} » s'accorde avec le nom qui précède la virgule : « {fixed} ».",
    message_en="Make it agree with the noun before the comma: “{fixed}”.",
    why="L'adjectif ou le participe mis en apposition s'accorde avec le nom auquel il se rapporte.",
    pattern=tuple(
        f'{noun} {_ADJECTIVE}? ","@c ({BETWEEN})*1 {{{x}}}'
        for noun, x in ((ng.M_NOUN, F), (ng.F_NOUN, M), (ng.S_NOUN, P), (ng.P_NOUN, S))
    ),
    judge=_judge_apposition,
    examples=(
        Bad("Ma tante, {{âgé}} de cent ans, attend.", "Ma tante, âgée de cent ans, attend."),
        Good("Ce soir-là, la nuit, fatigué, il dormait."),
        Good("Le chat, les chiens, épuisés par le jeu, dorment."),
        Good("La nuit venue, seul dans le noir, il a peur."),
    ),
)

RULES: tuple[Rule, ...] = (
    ATTRIBUTE,
    REFLEXIVE_STATE,
    OBJECT_STATE,
    CONCESSION,
    INFINITIVE,
    REFLEXIVE,
    SELF,
    APPOSITION,
)
