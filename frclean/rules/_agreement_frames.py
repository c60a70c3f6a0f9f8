"""Agreement in closed frames: « celles arrivées », « les voilà prêts », « tous les jours »."""

from __future__ import annotations

from collections.abc import Iterator

from frclean.language.analysis import Analysis
from frclean.language.lexicon import lexicon
from frclean.rules import _noun_group as ng
from frclean.rules._attributes import (
    BETWEEN,
    INVARIABLE,
    F,
    M,
    P,
    S,
    forms,
    is_adjective,
)
from frclean.rules._noun_group import TIMES, UNITS
from frclean.rules.kinds import DISPLAY, SAFE, Bad, FunctionRule, Good, Hit, Match, Rule, TokenRule

__all__ = ["RULES"]


def _disagreeing(analysis: Analysis, at: int, wanted: int) -> Iterator[Hit]:
    """The repair of an adjective that should have one of the genders and numbers ``wanted``."""
    token = ng.token_at(analysis, at)
    can_be = ng.as_adjective(token.lower)
    if not wanted or not can_be or wanted & can_be or token.lower in INVARIABLE:
        return
    if not is_adjective(analysis, at) or token.has("ver", "ppr"):
        return
    fixes = tuple(forms(token.lower, wanted, can_be))
    if fixes:
        yield Hit(token.span, fixes[:2])


# --- celles arrivées ------------------------------------------------------------------------

_THOSE = {"celui": ng.MS, "celle": ng.FS, "ceux": ng.MP, "celles": ng.FP}


def _judge_those(match: Match) -> Iterator[Hit]:
    at = match.found.end - 1
    if ng.kind(match.analysis, at + 1) in ("nom", "det"):
        return
    yield from _disagreeing(match.analysis, at, _THOSE[match["c"].lower])


THOSE = FunctionRule(
    code="GRM024",
    name="celui-participle",
    message="« {found} » s'accorde avec le pronom démonstratif qui précède : « {fixed} ».",
    message_en="Make it agree with the pronoun: “{fixed}”.",
    why="L'adjectif ou le participe qui suit « celui », « celle », « ceux » ou « celles » en prend "
    "le genre et le nombre.",
    pattern=(
        f'"celui|ceux"@c {{{F}}}',
        f'"celle|celles"@c {{{M}}}',
        f'"celui|celle"@c {{{P}}}',
        f'"ceux|celles"@c {{{S}}}',
    ),
    judge=_judge_those,
    examples=(
        Bad("Celles {{parti}} hier sont là.", "Celles parties hier sont là."),
        Bad("Ceux {{désireuses}} de venir.", "Ceux désireux de venir."),
        Good("Ceux prêts à partir et celle née ici."),
    ),
)

# --- les voilà prêts ------------------------------------------------------------------------

_HERE = {
    "le": ng.MS, "la": ng.FS, "les": ng.PLUR, "me": ng.SING, "te": ng.SING, "nous": ng.PLUR,
}  # fmt: skip


def _judge_here(match: Match) -> Iterator[Hit]:
    at = match.found.end - 1
    if ng.kind(match.analysis, at + 1) in ("nom", "det"):
        return
    yield from _disagreeing(match.analysis, at, _HERE[match["o"].lower])


HERE = FunctionRule(
    code="GRM025",
    name="voila-adjective",
    message="« {found} » s'accorde avec le pronom qui précède « voilà » : « {fixed} ».",
    message_en="Make it agree with the pronoun before “voilà”: “{fixed}”.",
    why="Dans « les voilà prêts », l'adjectif s'accorde avec le pronom complément.",
    pattern=(
        f'"le"@o "voilà|voici" ({BETWEEN})*2 {{{F}}}',
        f'"la"@o "voilà|voici" ({BETWEEN})*2 {{{M}}}',
        f'"le|la|me|te"@o "voilà|voici" ({BETWEEN})*2 {{{P}}}',
        f'"les|nous"@o "voilà|voici" ({BETWEEN})*2 {{{S}}}',
    ),
    judge=_judge_here,
    examples=(
        Bad("Les voilà bien {{installé}}.", "Les voilà bien installés."),
        Bad("La voilà {{content}}.", "La voilà contente."),
        Good("Nous voilà arrivés, le voilà parti, vous voilà prêt."),
        Good("La voilà debout."),
    ),
)

# --- seules les femmes ----------------------------------------------------------------------


def _group_behind(analysis: Analysis, det: int) -> ng.Group | None:
    """The group that a determiner begins; None if it begins none, or one that is joined."""
    if ng.determiner(analysis, det) is None:
        return None
    for noun in range(det + 1, det + 4):
        what = ng.kind(analysis, noun)
        if what == "nom":
            group = ng.group_of(analysis, noun)
            is_whole = group.det == det and group.agreed()
            return group if is_whole else None
        if what not in ("adj", "num"):
            return None
    return None


def _is_joined(group: ng.Group) -> bool:
    """True if a second noun follows by « et » or « ou »."""
    return ng.token_at(group.analysis, group.end).lower in ("et", "ou", "ni", ",", "comme")


def _judge_only(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    group = _group_behind(analysis, match.found.end - 1)
    if group is None:
        return
    token = match["s"]
    if group.word(group.noun) in TIMES or group.word(group.det or 0) in ("du", "au", "de"):
        return
    wanted = group.agreed()
    if _is_joined(group):
        wanted = ng.PLUR | wanted
    can_be = ng.as_adjective(token.lower)
    if wanted & can_be:
        return
    fixes = tuple(forms(token.lower, wanted, can_be))
    if fixes:
        yield Hit(token.span, fixes[:2])


ONLY = FunctionRule(
    code="GRM026",
    name="seul-agreement",
    message="« {found} » s'accorde avec le nom qui suit : « {fixed} ».",
    message_en="Make “seul” agree with the noun: “{fixed}”.",
    why="« seul » placé devant le groupe du nom s'accorde avec ce nom.",
    pattern=(
        '^ {"seul|seule|seuls|seules"@s} det',
        '"," {"seul|seule|seuls|seules"@s} det',
    ),
    judge=_judge_only,
    examples=(
        Bad("{{Seules}} les hommes votaient.", "Seuls les hommes votaient."),
        Bad("{{Seul}} cette lettre compte.", "Seule cette lettre compte."),
        Good("Seuls le roi et la reine dansent."),
        Good("Seule, la femme attendait."),
    ),
)

# --- tous les jours -------------------------------------------------------------------------

_ALL_CELLS = {"tout": ng.MS, "toute": ng.FS, "tous": ng.MP, "toutes": ng.FP}
_ALL_FORMS = {cell: form for form, cell in _ALL_CELLS.items()}


def _judge_all(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    token = match["t"]
    det, following = match.tokens[-1].lower, match.after().lower
    may_be = ng.determiner_mask(det, following) & (ng.mask(following) or ng.ALL)
    if may_be & _ALL_CELLS[token.lower]:
        return  # the next word agrees already: nothing to look into
    group = _group_behind(analysis, match.found.end - 1)
    if group is None or _is_pronoun(analysis, token.index):
        return
    # « tout les porte à croire »
    if token.lower == "tout" and any(
        r.pos == "ver" and r.person for r in ng.token_at(analysis, match.found.end).readings
    ):
        return
    wanted = group.agreed()
    if wanted & _ALL_CELLS[token.lower] or "-" in group.word(group.noun):
        return
    cells = [cell for cell in ng.CELLS if cell & wanted]
    is_like = bool(cells and ng.in_common(cells[0], _ALL_CELLS[token.lower]))
    if ng.kind(analysis, token.index - 1) == "prep" and not (
        is_like and _same_number(cells[0], _ALL_CELLS[token.lower])
    ):
        return  # « malgré tout, les hommes », « pour tous la même chose »
    # « tout la » may be an adverb, or a pronoun, unless all of it is meant.
    is_open = token.lower == "tout" and bool(wanted & ng.SING)
    if len(cells) == 1 and (not is_open or group.word(group.noun) in _WHOLE):
        yield Hit(token.span, (_ALL_FORMS[cells[0]],))


def _same_number(one: int, other: int) -> bool:
    return bool(one & ng.PLUR) == bool(other & ng.PLUR)


def _is_pronoun(analysis: Analysis, at: int) -> bool:
    """« ils ont tous une idée », « elles voient toutes le danger »: the word stands alone."""
    before = ng.kind(analysis, at - 1)
    word = ng.token_at(analysis, at).lower
    if ng.token_at(analysis, at - 1).lower in (
        "en",
        "malgré",
        "après",
        "avant",
        "comme",
        "surtout",
    ):
        return True
    best = analysis.best(at - 1)
    if before == "ver" and best is not None and best.number == "s":
        return False  # « il vient toutes les jours »: nobody there is many
    if word in ("tous", "toutes"):
        is_inside = at > analysis.sentence(at).start
        return before in ("ver", "adj", "adv", "nom", "pro", "cap") and is_inside
    return before in ("ver", "adj", "pro") and word == "tout"


#: Of these, « tout le », « toute la » say the whole: « tout la journée » is an error.
_WHOLE = ng.words_of("journée nuit matinée soirée semaine vie année famille ville équipe France")

ALL = FunctionRule(
    code="GRM027",
    name="tout-agreement",
    message="« {found} » s'accorde avec le nom qui suit : « {fixed} ».",
    message_en="Make “tout” agree with the noun: “{fixed}”.",
    why="Devant un article ou un possessif, « tout » s'accorde avec le nom.",
    pattern='{"tout|toute|tous|toutes"@t} ("le|la|l\'|les|ces|cet|cette|ce|mes|tes|ses|nos|vos'
    '|leurs|mon|ma|ton|ta|son|sa")',
    judge=_judge_all,
    examples=(
        Bad("Il vient {{toutes}} les jours.", "Il vient tous les jours."),
        Bad("{{Tous}} les filles chantent.", "Toutes les filles chantent."),
        Bad("Il dort {{tout}} la journée.", "Il dort toute la journée."),
        Good("Elles connaissent toutes le chemin."),
        Good("Ils ont tous leur idée, et tout l'art est là."),
    ),
)

# --- une de mes amies -----------------------------------------------------------------------

_ONE_FEM = {"un": "une", "aucun": "aucune", "chacun": "chacune", "certains": "certaines"}
_ONE_MASC = {fem: masc for masc, fem in _ONE_FEM.items()}


def _judge_one_of(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    noun = match.found.named["n"]
    token = match["u"]
    if ng.kind(analysis, noun) != "nom" or analysis.confidence(noun) < 0.8:
        return
    if token.lower in ("un", "une") and ng.kind(analysis, token.index - 1) == "nom":
        return  # « chacun pour un des partis »
    found = ng.as_noun(match["n"].lower)
    table = _ONE_FEM if found & ng.FEM else _ONE_MASC
    fixed = table.get(token.lower)
    if fixed:
        yield Hit(token.span, (fixed,))


_OF_MINE = '("de|d\'" "mes|tes|ses|nos|vos|leurs|ces")'
ONE_OF = FunctionRule(
    code="GRM028",
    name="un-de-agreement",
    message="« {found} » prend le genre du nom qui suit : « {fixed} ».",
    message_en="It takes the gender of the noun: “{fixed}”.",
    why="Dans « une de mes amies », le pronom a le genre du nom dont il désigne une partie.",
    pattern=tuple(
        f'{{"{pronouns}"@u}} {link} {adjective} {noun}@n'
        for pronouns, noun, adjective in (
            ("un|aucun|chacun|certains", ng.F_NOUN, "(adj:p&adj:m&adj:f&low)?"),
            ("une|aucune|chacune|certaines", ng.M_NOUN, "(adj:p&adj:m&adj:f&low)?"),
        )
        for link in ('"des"', '"de" "mes|tes|ses|nos|vos|leurs|ces"')
    ),
    judge=_judge_one_of,
    examples=(
        Bad("C'est {{un}} de mes voisines.", "C'est une de mes voisines."),
        Bad("{{Chacun}} des filles rit.", "Chacune des filles rit."),
        Good("Un de ces jours, une de ces nuits."),
        Good("L'un des hommes et l'une des femmes."),
    ),
)

# --- tels que, auxquelles -------------------------------------------------------------------


def _masks_before(analysis: Analysis, index: int, reach: int = 14) -> Iterator[int]:
    """What each noun of the phrase before a word may be; the nearest first."""
    for at in range(index - 1, max(0, index - reach), -1):
        what = ng.kind(analysis, at)
        word = ng.token_at(analysis, at)
        best = analysis.best(at)
        if best is not None and best.pos == "ver" and best.person:
            return
        if what in ("nom", "cap") or (what == "adj" and ng.as_noun(word.lower)):
            yield ng.mask(word.lower) or ng.ALL if what != "cap" else ng.ALL
        elif word.lower in ("et", "ou"):
            yield ng.PLUR
        elif word.kind != "word" and word.form not in (",", "«", "»", "(", ")", '"'):
            if word.kind != "sign" or analysis.holds(at, analysis.analyser.is_end):
                return
            yield ng.ALL
        elif what == "inc" or (what != "" and not word.readings):
            yield ng.ALL


def _has_likely(analysis: Analysis, index: int, wanted: int) -> bool:
    """True if one of the words just before is a noun that agrees: asked first, it is quick."""
    return any(
        ng.as_noun(token.lower) & wanted and (token.index >= index - 2 or not token.has("ver"))
        for token in analysis.tokens(index - 4, index)
        if not token.has("prep")
    )


_SUCH = {"tel": ng.MS, "telle": ng.FS, "tels": ng.MP, "telles": ng.FP}
_WHICH = {
    "lequel": ng.MS, "laquelle": ng.FS, "lesquels": ng.MP, "lesquelles": ng.FP,
    "auquel": ng.MS, "auxquels": ng.MP, "auxquelles": ng.FP,
    "duquel": ng.MS, "desquels": ng.MP, "desquelles": ng.FP,
}  # fmt: skip


def _judge_such(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    token = match["t"]
    if _has_likely(analysis, token.index, _SUCH[token.lower]):
        return
    masks = list(_masks_before(analysis, token.index))
    if not masks or any(found & _SUCH[token.lower] for found in masks):
        return
    fixes = [form for form, cell in _SUCH.items() if cell & masks[0]]
    if fixes:
        yield Hit(token.span, tuple(fixes[:2]))


SUCH = FunctionRule(
    code="GRM029",
    name="tel-que-agreement",
    message="« {found} » s'accorde avec le nom qui précède : « {fixed} ».",
    message_en="“tel que” agrees with the noun before it: “{fixed}”.",
    why="« tel que » s'accorde avec le nom auquel il se rapporte, non avec les exemples qu'il "
    "introduit.",
    source="Académie française, « tel que »",
    applicability=DISPLAY,
    pattern='(nom|adj)&low ","? {"tel|telle|tels|telles"@t} "que|qu\'"',
    judge=_judge_such,
    examples=(
        Bad("Il aime les villes {{tels}} que Paris.", "Il aime les villes telles que Paris."),
        Good("Le nombre de villes tel que nous le voyons."),
        Good("Des bijoux en or, tels que les bagues."),
    ),
)


def _judge_which(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    token = match["w"]
    start = token.index - (1 if ng.token_at(analysis, token.index - 1).has("prep") else 0)
    wanted = _WHICH[token.lower]
    if _has_likely(analysis, start, wanted):
        return
    masks = list(_masks_before(analysis, start, 20))
    if not masks or any(found & wanted for found in masks):
        return
    family = {"a": "aà", "d": "d"}.get(token.lower[0], "l")
    fixes = [
        form
        for form, cell in (*_WHICH.items(), ("à laquelle", ng.FS), ("de laquelle", ng.FS))
        if cell & masks[0] and form[0] in family
    ]
    if fixes:
        yield Hit(token.span, tuple(fixes[:2]))


WHICH = FunctionRule(
    code="GRM030",
    name="lequel-agreement",
    message="« {found} » s'accorde avec son antécédent : « {fixed} ».",
    message_en="The relative pronoun agrees with its antecedent: “{fixed}”.",
    why="« lequel », « auquel », « duquel » prennent le genre et le nombre du nom qu'ils "
    "représentent.",
    pattern=(
        '(nom|adj)&low ","? prep&!"de|d\'" {"lequel|laquelle|lesquels|lesquelles"@w}',
        '(nom|adj)&low ","? {"auquel|auxquels|auxquelles"@w}',
        '(nom|adj)&low "," {"duquel|desquels|desquelles"@w}',
    ),
    judge=_judge_which,
    examples=(
        Bad("La règle {{auquel}} je pense.", "La règle à laquelle je pense."),
        Bad("Les outils avec {{lesquelles}} il creuse.", "Les outils avec lesquels il creuse."),
        Good("La fille du ministre, auquel il écrit."),
        Good("Le groupe de femmes parmi lesquelles il vit."),
    ),
)

# --- les plus grands ------------------------------------------------------------------------


def _judge_superlative(match: Match) -> Iterator[Hit]:
    wanted = ng.PLUR if match["d"].lower != "la" else ng.FS
    yield from _disagreeing(match.analysis, match.found.end - 1, wanted)


SUPERLATIVE = FunctionRule(
    code="GRM031",
    name="superlative-agreement",
    message="« {found} » : l'adjectif du superlatif a le nombre de son article : « {fixed} ».",
    message_en="The adjective has the number of its article: “{fixed}”.",
    why="Dans « les plus grands », l'article et l'adjectif ont le même nombre.",
    pattern=(
        f'"les|mes|tes|ses|nos|vos|leurs"@d "plus|moins" {{{S}}}',
        f'"la"@d "plus|moins" {{{P}}}',
        f'"la"@d "plus|moins" {{{M}}}',
    ),
    judge=_judge_superlative,
    examples=(
        Bad("Ce sont les plus {{grand}} arbres.", "Ce sont les plus grands arbres."),
        Bad("C'est la plus {{beau}}.", "C'est la plus belle."),
        Good("Elle est la plus heureuse, ils les ont plus aimés."),
    ),
)

# --- des centaines de gens ------------------------------------------------------------------


def _judge_quantity(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    token = match["n"]
    if ng.kind(analysis, token.index) != "nom" or analysis.confidence(token.index) < 0.95:
        return
    if match["q"].lower.startswith(("million", "milliard")) and token.lower not in UNITS:
        return  # « un million de bénéfice »
    if token.lower in _MASSES or ng.kind(analysis, token.index + 1) in ("nom", "cap"):
        return
    form = ng.inflected(token.lower, ng.MP, "nom") or ng.inflected(token.lower, ng.FP, "nom")
    if form:
        yield Hit(token.span, (form,))


#: Not counted even by the dozen: « un million de bénéfice ».
_MASSES = ng.words_of(
    "bénéfice perte chiffre dette budget capital large long haut profondeur longueur hauteur recul "
    "retard avance mieux plus moins or droit masse mach voix monde déficit excédent loyer crédit recette dépense fois"
)
QUANTITY = FunctionRule(
    code="GRM032",
    name="quantity-singular-noun",
    message="« {found} » : après un nom de quantité, le nom compté est au pluriel : « {fixed} ».",
    message_en="What is counted is plural: “{fixed}”.",
    why="Une dizaine, une centaine, un millier comptent plusieurs choses : leur complément est au "
    "pluriel.",
    pattern=(
        "<dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine"
        f'|centaine|millier|million|milliard|multitude|kyrielle|ribambelle|myriade|flopée|pléthore|nombre>@q "de|d\'" '
        f"{{{ng.S_NOUN}}}@n"
    ),
    judge=_judge_quantity,
    examples=(
        Bad("Des centaines d'{{arbre}} sont morts.", "Des centaines d'arbres sont morts."),
        Bad("Trois millions d'{{euro}}.", "Trois millions d'euros."),
        Good("Un million de bénéfice, une dizaine de fois."),
    ),
)

# --- les autres, les mêmes ------------------------------------------------------------------


def _judge_other(match: Match) -> Iterator[Hit]:
    token = match["a"]
    analysis = match.analysis
    fixed = {"autre": "autres", "même": "mêmes"}.get(token.lower, "")
    if fixed:
        after = ng.kind(analysis, token.index + 1)
        # « les enfants même », « ceux-là les voient même partir »
        if token.lower == "même" and after != "nom":
            return
        if ng.determiner(analysis, match.found.named["d"]) is None and token.lower == "même":
            return
        yield Hit(token.span, (fixed,))
        return
    noun = match["n"]
    if ng.kind(analysis, noun.index) == "nom" and analysis.confidence(noun.index) > 0.95:
        form = ng.inflected(noun.lower, ng.MP, "nom") or ng.inflected(noun.lower, ng.FP, "nom")
        if form:
            yield Hit(noun.span, (form,))


OTHER = FunctionRule(
    code="GRM033",
    name="autre-meme-number",
    message="« {found} » a le nombre du déterminant et du nom : « {fixed} ».",
    message_en="It has the number of its determiner and noun: “{fixed}”.",
    why="« autre » et « même » s'accordent en nombre avec le nom ou le déterminant.",
    pattern=(
        '"les|des|aux|ces|mes|tes|ses|nos|vos|leurs|quelques|plusieurs|certains|certaines|deux|trois'
        '|quatre|cinq|six"@d {"autre|même"@a}',
        f'("ou|et|d\'"|num|det:p)&!"un|une" "autres|mêmes"@a {{{ng.S_NOUN}&!"chose|part|fois"@n}}',
    ),
    judge=_judge_other,
    examples=(
        Bad("Il pense aux {{autre}}.", "Il pense aux autres."),
        Bad("Ils ont les {{même}} idées.", "Ils ont les mêmes idées."),
        Good("Les enfants mêmes le savent, il les voit même souvent."),
        Good("L'une et l'autre rive."),
    ),
)

# --- les 12 et 13 mai -----------------------------------------------------------------------

_MONTHS = '"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"'
TWO_DAYS = TokenRule(
    code="GRM034",
    name="two-dates-article",
    message="Deux dates demandent un article au pluriel : « {fixed} ».",
    message_en="Two dates take a plural article: “{fixed}”.",
    why="« les 12 et 13 mai » : l'article commun à plusieurs dates est au pluriel.",
    pattern=(
        f'{{"le"}} num&!mot "et" num&!mot {_MONTHS}',
        f'{{"le"}} num&!mot "," num&!mot "et" num&!mot {_MONTHS}',
    ),
    fix="les",
    examples=(
        Bad("{{Le}} 12 et 13 mai, il pleut.", "Les 12 et 13 mai, il pleut."),
        Good("Le 12 et le 13 mai ; les 4 et 5 juin."),
        Good("Le 12 mai et 13 juin."),
    ),
)


def _is_little(match: Match) -> bool:
    """False for « une peu glorieuse place » and for « il en mange une, peu importe »."""
    analysis, after = match.analysis, match.after().index
    is_attribute = match.before().lemmas("ver")[:1] == ("être",)
    if match.after().lower in ("importe", "après", "avant"):
        return False
    if ng.kind(analysis, after) == "adj":
        follower = ng.kind(analysis, after + 1)
        return follower not in ("nom", "adj", "num") and (is_attribute or follower != "")
    return True


ONE_LITTLE = TokenRule(
    code="GRM035",
    name="une-peu",
    message="« {found} » s'écrit « {fixed} ».",
    message_en="Write “{fixed}”.",
    why="« un peu » est invariable : « peu » est masculin.",
    pattern='"une" "peu"',
    when=_is_little,
    fix="un peu",
    applicability=SAFE,
    examples=(
        Bad("Elle est {{une peu}} lasse.", "Elle est un peu lasse."),
        Good("Elle est un peu lasse ; une peu glorieuse place."),
        Good("Il en mange une, peu importe laquelle."),
    ),
)

# --- parler fort, coûter cher ---------------------------------------------------------------

#: Verbs with the adjectives that are their adverbs: they never agree.
_LIKE_ADVERBS = (
    ("coûter|payer|vendre|valoir|acheter", "cher"),
    ("sentir", "bon|mauvais|fort"),
    ("parler|crier", "fort|haut|bas|franc|clair|net"),
    ("voir", "clair|grand|juste|double"),
    ("voler|viser|sauter", "haut|bas|juste"),
    ("chanter|sonner|jouer", "faux|juste"),
    ("marcher|filer|tenir", "droit|doux|bon|ferme"),
    ("travailler|frapper|taper", "dur|fort|sec"),
    ("peser", "lourd"),
    ("raisonner|tomber|deviner", "juste"),
)


def _adverb_patterns() -> Iterator[str]:
    words = lexicon()
    for verbs, adjectives in _LIKE_ADVERBS:
        inflections = {
            form
            for adjective in adjectives.split("|")
            for form, _ in words.forms(adjective, "adj")
            if form not in adjectives.split("|")
        }
        yield f'<{verbs}>&ver:fin ({BETWEEN})*2 {{"{"|".join(sorted(inflections))}"@a}}'


def _judge_adverb(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    token = match["a"]
    if ng.kind(analysis, match.found.start) != "ver":
        return
    if ng.kind(analysis, token.index + 1) in ("nom", "adj", "det", "num", "cap", "pro"):
        return
    if match.before().lower in ("se", "s'", "la", "les", "l'", "me", "m'", "te", "t'"):
        return  # « elle se sent bonne », « il la vend chère »
    for form in token.inflect("adj", gender="m", number="s")[:1]:
        yield Hit(token.span, (form,))


ADVERB = FunctionRule(
    code="GRM045",
    name="adjective-as-adverb",
    message="« {found} », employé comme adverbe, reste invariable : « {fixed} ».",
    message_en="Used as an adverb it does not agree: “{fixed}”.",
    why="Dans « coûter cher », « parler fort », « sentir bon », l'adjectif modifie le verbe et ne "
    "s'accorde pas.",
    source="Grevisse, Le Bon Usage, adjectifs employés adverbialement",
    pattern=tuple(_adverb_patterns()),
    judge=_judge_adverb,
    examples=(
        Bad("Ces bijoux coûtent {{chers}}.", "Ces bijoux coûtent cher."),
        Bad("La soupe sent {{bonne}}.", "La soupe sent bon."),
        Good("Elle se sent bonne ; il les paie chers amis."),
        Good("Les voix parlent fort et haut."),
    ),
)

# --- vingt, cent, mille ---------------------------------------------------------------------

THOUSANDS = TokenRule(
    code="GRM046",
    name="mille-invariable",
    message="« mille » est invariable : « {fixed} ».",
    message_en="“mille” never takes an s: “{fixed}”.",
    why="L'adjectif numéral « mille » est invariable ; seul le mille, mesure de distance, prend un s.",
    source="Académie française, « mille »",
    pattern=(
        '("deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|cent"|num) {"milles"} (nom|adj|det:num)&low&!"marins|nautiques|anglais|carrés"',
        '("deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|cent"|num) {"milles"} num',
    ),
    fix="mille",
    examples=(
        Bad("Il a gagné dix {{milles}} euros.", "Il a gagné dix mille euros."),
        Good("Il a nagé trois milles marins, puis deux milles."),
        Good("Dix mille euros."),
    ),
)


def _is_counting(match: Match) -> bool:
    """True if a lower-case noun follows, which the number counts."""
    analysis, at = match.analysis, match.found.end - 1
    return ng.kind(analysis, at) == "nom" and bool(
        ng.as_noun(ng.token_at(analysis, at).lower) & ng.PLUR
    )


TWENTIES = TokenRule(
    code="GRM047",
    name="vingt-cent-plural",
    message="« {found} » : vingt et cent prennent un s quand ils sont multipliés et terminent le "
    "nombre : « {fixed} ».",
    message_en="Multiplied, and last in the number, it takes an s: “{fixed}”.",
    why="« quatre-vingts », « deux cents » prennent un s s'ils ne sont pas suivis d'un autre "
    "nombre.",
    source="Académie française, « vingt », « cent »",
    pattern=(
        '{"quatre-vingt"} nom&low&!"mille|cent|vingt"&!det',
        '"deux|trois|quatre|cinq|six|sept|huit|neuf" {"cent"} nom&low&!"mille|vingt"&!det',
    ),
    when=_is_counting,
    fix="{0}s",
    examples=(
        Bad("Il a vu {{quatre-vingt}} hommes.", "Il a vu quatre-vingts hommes."),
        Bad("Elle a deux {{cent}} livres.", "Elle a deux cents livres."),
        Good("Quatre-vingt mille hommes, deux cent trois livres, page deux cent."),
        Good("Quatre cents millions ; cent hommes."),
    ),
)

# --- Anne Martin, ministre française --------------------------------------------------------

#: How first names of women end that are in no lexicon.
_FEMALE_ENDINGS = ("ine", "ise", "elle", "ette", "anne", "enne", "ina", "ia", "ita", "isa", "lène")


def _is_woman(analysis: Analysis, comma: int) -> bool:
    """True if the name before a comma begins with a woman's first name."""
    start = comma
    while ng.token_at(analysis, start - 1).form[:1].isupper() and comma - start < 4:
        start -= 1
    token = ng.token_at(analysis, start)
    if comma - start < 2 or start <= 1:
        return False
    genders = {r.gender for r in analysis.analyser.lexicon.readings(token.form) if r.pos == "prop"}
    if genders:
        return genders == {"f"}
    return token.form.endswith(_FEMALE_ENDINGS) and not token.readings


def _judge_woman(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    if _is_woman(analysis, match.found.named["c"]) and ng.kind(
        analysis, match.found.named["n"]
    ) in ("nom", "adj"):
        yield from _disagreeing(analysis, match.found.end - 2, ng.FS)


WOMAN = FunctionRule(
    code="GRM048",
    name="woman-in-office",
    message="« {found} » devrait être au féminin : « {fixed} ».",
    message_en="This is about a woman: “{fixed}”.",
    why="Le titre en apposition à un nom de femme prend un adjectif féminin.",
    applicability=DISPLAY,
    pattern=(
        f'cap ","@c nom:m&nom:f&low@n {{{M}}} (","|fin)',
        f'cap ","@c nom:m&nom:f&low@n "de|d\'" "la|l\'" {ng.F_NOUN} {{{M}}} (","|fin)',
    ),
    judge=_judge_woman,
    examples=(
        Bad(
            "Hier, Jeanne Petit, ministre {{français}}, est partie.",
            "Hier, Jeanne Petit, ministre française, est partie.",
        ),
        Bad(
            "Il a vu Claudine Roy, ministre de la santé {{canadien}}.",
            "Il a vu Claudine Roy, ministre de la santé canadienne.",
        ),
        Good("Il a vu Paul Roy, ministre de la santé canadien."),
        Good("Il a vu Claudine Roy, ministre canadienne."),
    ),
)

# --- centre de commandement -----------------------------------------------------------------

_ACTIVITIES = (
    "commandements|contrôles|tris|gestions|détentions|rétentions|coordinations|documentations"
    "|hébergements|dépistages|vaccinations|traitements|stockages|distributions|accueils|pilotages"
)
ACTIVITY = TokenRule(
    code="GRM049",
    name="activity-complement-singular",
    message="Ce que fait un centre, un poste, une unité se met au singulier : « {fixed} ».",
    message_en="An activity stays singular: “{fixed}”.",
    why="Le complément qui nomme l'activité d'un centre, d'un poste, d'une cellule est au "
    "singulier : « des centres de commandement ».",
    applicability=DISPLAY,
    pattern=f'<centre|poste|cellule|unité|salle|bureau|chaîne|plateforme> "de|d\'" {{"{_ACTIVITIES}"}}',
    fix="{0:nom:s}",
    examples=(
        Bad("Des centres de {{commandements}}.", "Des centres de commandement."),
        Good("Des centres de vacances, des salles de réunion, un centre de soins."),
        Good("Une série de contrôles."),
    ),
)

RULES: tuple[Rule, ...] = (
    THOSE,
    HERE,
    ONLY,
    ALL,
    ONE_OF,
    SUCH,
    WHICH,
    SUPERLATIVE,
    QUANTITY,
    OTHER,
    TWO_DAYS,
    ONE_LITTLE,
    ADVERB,
    THOUSANDS,
    TWENTIES,
    WOMAN,
    ACTIVITY,
)
