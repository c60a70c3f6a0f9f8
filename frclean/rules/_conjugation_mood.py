"""Moods and tenses: the subjunctive and what calls for it, « si » and the conditional."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from frclean.language.analysis import Analysis, Token
from frclean.rules._subject import group_at
from frclean.rules._verbs import (
    TENSES,
    chance,
    finite_chance,
    group_start,
    is_clause_start,
    persons,
    subjunctive,
    tenses,
)
from frclean.rules.kinds import DISPLAY, SAFE, UNSAFE, Bad, FunctionRule, Good, Hit, Match, Rule

__all__ = ["RULES"]

_PERSON_OF = {"je": "1s", "j'": "1s", "tu": "2s", "il": "3s", "elle": "3s", "on": "3s",
              "nous": "1p", "vous": "2p", "ils": "3p", "elles": "3p", "ce": "3s", "c'": "3s",
              "cela": "3s", "ça": "3s", "t'": "2s"}  # fmt: skip
_MOODS = ("subp", "subi")
_REAL = ("pres", "impf", "fut", "cond", "ps")


class _Clause:
    """Subject and verb of the clause that « que » opens."""

    def __init__(self, verb: Token, person: str, *, is_pronoun: bool) -> None:
        self.verb, self.person, self.is_pronoun = verb, person, is_pronoun


def _clause_after(
    analysis: Analysis, index: int, is_wanted: Callable[[Token], bool] = bool
) -> _Clause | None:
    """The subject that begins at token ``index`` and its verb."""
    token = analysis.token(index)
    stop = analysis.sentence(index).stop
    if token.lower in ("l'", "l") and analysis.token(index + 1).lower == "on":
        index, token = index + 1, analysis.token(index + 1)
    person = _PERSON_OF.get(token.lower, "")
    if person:
        verb = _verb_from(analysis, index + 1, stop)
        return _Clause(verb, person, is_pronoun=True) if verb else None
    return _noun_clause(analysis, index, stop, is_wanted)


_LITTLE = frozenset("ne n' me m' te t' se s' le la l' les lui leur nous vous y en".split())


def _verb_from(analysis: Analysis, index: int, stop: int) -> Token | None:
    while index < stop and analysis.token(index).lower in _LITTLE:
        index += 1
    token = analysis.token(index)
    return token if index < stop and token.kind == "word" and persons(token) else None


def _noun_clause(
    analysis: Analysis, index: int, stop: int, is_wanted: Callable[[Token], bool]
) -> _Clause | None:
    """« le toit est », « les enfants de Paul sont »: the first verb that a noun group reaches."""
    for at in range(index + 1, min(stop, index + 9)):
        token = analysis.token(at)
        if token.kind != "word" or token.form[:1].isupper() or not persons(token):
            continue
        if all(r.pos == "ver" for r in token.readings) and not is_wanted(token):
            return None  # the mood is right: no need to tag
        if token.lower in _LITTLE or finite_chance(token) < 0.5:
            continue
        group = group_at(analysis, index, group_start(analysis, at))
        if group is None or len(group.numbers) != 1:
            return None
        return _Clause(token, "3" + next(iter(group.numbers)), is_pronoun=False)
    return None


def _is_indicative(clause: _Clause) -> bool:
    """True if the verb can only be an indicative there."""
    verb, person = clause.verb, clause.person
    have = [r for r in verb.readings if r.pos == "ver" and r.tense in TENSES]
    return not any(r.tense in _MOODS for r in have) and any(
        r.person + r.number == person or not clause.is_pronoun for r in have
    )


def _never_subjunctive(token: Token) -> bool:
    return not any(r.tense in _MOODS for r in token.readings)


def _only_subjunctive(token: Token) -> bool:
    return bool(tenses(token)) and set(tenses(token)) <= set(_MOODS)


def _judge_subjunctive(match: Match) -> Iterator[Hit]:
    opening = match.found.named.get("s", match.found.end)
    clause = _clause_after(match.analysis, opening, _never_subjunctive)
    if clause is None or not _is_trigger(match):
        return
    verb = clause.verb
    if not _is_indicative(clause):
        return
    if match.analysis.token(verb.index + 1).form.startswith("-"):
        return
    if not verb.has("ver") or (verb.has("nom") and finite_chance(verb) < 0.5):
        return
    if {"fut", "cond"} & set(tenses(verb)) and not _is_firm(match):
        return
    fixes = subjunctive(verb, clause.person)
    if not fixes or fixes[0] == verb.lower:
        return
    is_certain = (
        not {"être", "avoir"} & set(verb.lemmas("ver"))
        and clause.is_pronoun
        and tenses(verb) == ("pres",)
        and len(fixes) == 1
        and _is_firm(match)
    )
    yield Hit(verb.span, fixes, SAFE if is_certain else UNSAFE)


_FIRM = frozenset("faut faudra faudrait fallait pour afin quoique".split())


def _is_firm(match: Match) -> bool:
    return any(token.lower in _FIRM for token in match.tokens)


def _is_trigger(match: Match) -> bool:
    """« il sait bien que » is no « bien que »."""
    first = match.tokens[0]
    before = match.before()
    if first.lower == "bien":
        return (
            is_clause_start(match.analysis, first.index)
            or before.form == ","
            or ((before.lower in ("et", "mais") or before.has("nom")) and not before.has("ver"))
        )
    words = {token.lower for token in match.tokens}
    if words & {"moins"} and "le" in words:
        return match.analysis.token(match.found.end).lower in ("l'", "on")
    if first.lower == "quoi":
        return is_clause_start(match.analysis, first.index) or before.form == ","
    if words & {"façon", "manière"}:
        return not before.has("det") and _is_able(match)
    if "douter" in first.lemmas("ver"):
        # « sans doute que », « se douter que » are followed by the indicative.
        return chance(first, "ver") > 0.5 and before.lower not in (
            "se",
            "s'",
            "me",
            "m'",
            "te",
            "t'",
            "nous",
            "vous",
        )
    return True


def _is_able(match: Match) -> bool:
    """« de façon que nous pouvons »: a purpose."""
    clause = _clause_after(match.analysis, match.found.end)
    return clause is not None and "pouvoir" in clause.verb.lemmas("ver")


_QUE = '"que|qu\'"'
_ADJECTIVES = (
    '"important|nécessaire|indispensable|essentiel|possible|impossible|dommage|normal|naturel|rare'
    "|utile|inutile|souhaitable|préférable|regrettable|étonnant|urgent|temps|injuste|logique"
    '|primordial|fondamental|surprenant|inadmissible|inacceptable|scandaleux|triste|douteux"'
)
_FEELINGS = (
    '"heureux|heureuse|heureuses|content|contente|contents|triste|tristes|ravi|ravie|ravis|désolé|désolée'
    '|surpris|surprise|étonné|étonnée|fier|fière|déçu|déçue"'
)
_WISHES = "<vouloir|exiger|souhaiter|désirer|douter|regretter|craindre|préférer|refuser|interdire>"
_ADVERB = '"pas|plus|surtout|absolument|donc|bien|aussi|vraiment|quand|même"'
_SURE_CLAUSE = '"l\'"? "{}"@s "{}"*4 ver:pres&!ver:subp&!ver:subi&!<être|avoir>'.format(
    "|".join(sorted(_PERSON_OF)), "|".join(sorted(_LITTLE))
)
SUBJUNCTIVE = FunctionRule(
    code="GRM140",
    name="indicative-for-subjunctive",
    message="Cette tournure veut le subjonctif : « {fixed} ».",
    message_en="This construction calls for the subjunctive: “{fixed}”.",
    why="« il faut que », « bien que », « pour que », « vouloir que » sont suivis du subjonctif.",
    source="Grevisse, Le Bon Usage",
    pattern=(
        f"<falloir>&ver:fin {_ADVERB}*2 {_QUE}",
        f'"pour|sans|afin|quoique|pourvu|avant|bien|malgré" {_QUE}',
        '"quoique|quoiqu\'"',
        f'^ "comment" any*2 "fait" {_QUE}',
        f'"il" "ne|n\'"? <suffire|convenir|importer> {_QUE}',
        f"<être> {_FEELINGS} {_QUE}",
        f'"quoi" {_QUE}',
        f'"de" "façon|manière" {_QUE}',
        f'"à" "moins" {_QUE}',
        f'"jusqu\'" "à" "ce" {_QUE}',
        f'"à" "condition" {_QUE}',
        f'"de" "peur|crainte" {_QUE}',
        f'"si" "tant" "est" {_QUE}',
        f'"en" "admettant|supposant|attendant" {_QUE}',
        f'"à" "supposer" {_QUE}',
        f'{_WISHES}&(ver:fin|ver:inf) "pas|plus"? {_QUE}',
        f'<valoir>&(ver:fin|ver:pp) "mieux" {_QUE}',
        f'"mieux" <valoir>&ver:fin {_QUE}',
        f'"mieux" <avoir> "valu" {_QUE}',
        f'"s\'" "en" <falloir> {_QUE}',
        f'"s\'" "en" <être> "fallu" {_QUE}',
        f'"se" "peut|pourrait|pouvait" {_QUE}',
        f"<être>&ver:3s {_ADJECTIVES} {_QUE}",
        f'^ "dommage" {_QUE}',
        f'"fait" "-il" {_QUE}',
        f'"le" "moins" {_QUE}',
    ),
    judge=_judge_subjunctive,
    surest=SAFE,
    # A firm trigger, a pronoun, and a present that is no subjunctive.
    sure_pattern=(
        f'"faut|faudra|faudrait|fallait" {_ADVERB}*2 {_QUE} {_SURE_CLAUSE}',
        f'"pour|afin" {_QUE} {_SURE_CLAUSE}',
        f'"quoique|quoiqu\'" {_SURE_CLAUSE}',
    ),
    examples=(
        Bad("Il faut que tu {{viens}} demain.", "Il faut que tu viennes demain."),
        Bad("Bien qu'il {{est}} tard, je reste.", "Bien qu'il soit tard, je reste."),
        Bad(
            "Parle fort pour que les enfants {{peuvent}} entendre.",
            "Parle fort pour que les enfants puissent entendre.",
        ),
        Bad("Il est possible qu'il {{vient}} ce soir.", "Il est possible qu'il vienne ce soir."),
        Bad("C'est le moins qu'on {{peut}} dire.", "C'est le moins qu'on puisse dire."),
        Bad("Je suis content que tu {{es}} là.", "Je suis content que tu sois là."),
        Good("Je sais bien que tu viens."),
        Good("Il faut qu'il mange."),
        Good("J'espère que tu viens."),
        Good("Avant que tu partes, dis-le."),
        Good("Il est certain qu'il vient."),
    ),
)


def _judge_indicative(match: Match) -> Iterator[Hit]:
    clause = _clause_after(match.analysis, match.found.end, _only_subjunctive)
    if clause is None:
        return
    verb = clause.verb
    have = {r.tense for r in verb.readings if r.pos == "ver" and r.tense in TENSES}
    if not have or not have <= set(_MOODS):
        return
    order = ("pres", "impf", "ps") if "subp" in have else ("impf", "ps", "pres")
    words = match.analysis.analyser.lexicon
    person = clause.person
    fixes = [
        form
        for tense in order
        for lemma in verb.lemmas("ver")
        for form in words.inflect(lemma, "ver", tense=tense, person=person[0], number=person[1])
    ]
    yield Hit(verb.span, tuple(dict.fromkeys(fixes)), None)


def _judge_indicative_word(match: Match) -> Iterator[Hit]:
    if any(t.lower in ("selon", "alors") for t in match.tokens) and _has_either(match):
        return
    yield from _judge_indicative(match)


INDICATIVE = FunctionRule(
    code="GRM141",
    name="subjunctive-for-indicative",
    message="Cette conjonction veut l'indicatif : « {fixed} ».",
    message_en="This conjunction calls for the indicative: “{fixed}”.",
    why="« à mesure que », « selon que », « parce que », « tandis que » sont suivis de l'indicatif.",
    pattern=(
        f'"à" "mesure" {_QUE}',
        f'"selon|parce|tandis|depuis|alors|dès|aussitôt|sitôt" {_QUE}',
        "\"lorsque|lorsqu'|puisque|puisqu'\"",
    ),
    judge=_judge_indicative_word,
    examples=(
        Bad(
            "À mesure qu'elle {{devienne}} forte, il a peur.",
            "À mesure qu'elle devient forte, il a peur.",
        ),
        Bad("Il dort parce qu'il {{soit}} fatigué.", "Il dort parce qu'il est fatigué."),
        Good("Il dort parce qu'il est las."),
        Good("Selon qu'il pleuve ou non, mange."),
        Good("Alors qu'il mange, elle lit."),
    ),
)


def _has_either(match: Match) -> bool:
    """« selon qu'il pleuve ou non »."""
    analysis = match.analysis
    stop = analysis.sentence(match.found.start).stop
    return any(analysis.token(i).lower in ("ou", "soit") for i in range(match.found.end, stop))


APRES_QUE = FunctionRule(
    code="GRM142",
    name="subjunctive-after-apres-que",
    message="« après que » veut l'indicatif : « {fixed} ».",
    message_en="“après que” calls for the indicative: “{fixed}”.",
    why="Ce qui suit « après que » est tenu pour réel : indicatif. L'usage du subjonctif se répand.",
    source="Académie française, Dire, ne pas dire",
    applicability=DISPLAY,
    preview=True,
    pattern=f'"après" {_QUE}',
    judge=_judge_indicative,
    examples=(
        Bad("Il dort après qu'il {{ait}} mangé.", "Il dort après qu'il a mangé."),
        Good("Il dort après qu'il a mangé."),
        Good("Avant qu'il ait mangé, il dort."),
    ),
)


def _judge_si(match: Match) -> Iterator[Hit]:
    verb, si = match["v"], match.tokens[0]
    pronoun = match["p"].lower
    analysis = match.analysis
    if set(tenses(verb)) - {"cond", "fut"} or not set(tenses(verb)):
        return
    if "cond" not in tenses(verb) and verb.lower != "aurai":
        yield from _future_after_si(match, verb)
        return
    if not _opens_condition(analysis, si.index):
        return
    if not _has_conditional_later(analysis, verb.index):
        return
    person = _PERSON_OF[pronoun]
    words = analysis.analyser.lexicon
    fixes = [
        form
        for lemma in verb.lemmas("ver")
        for form in words.inflect(lemma, "ver", tense="impf", person=person[0], number=person[1])
    ]
    if fixes:
        yield Hit(verb.span, tuple(dict.fromkeys(fixes)), UNSAFE)


def _future_after_si(match: Match, verb: Token) -> Iterator[Hit]:
    """« Si tu viendras, je partirai »: the present is meant."""
    if not _opens_condition(match.analysis, match.tokens[0].index) or not _has_later(
        match.analysis, verb.index, ("fut", "imp")
    ):
        return
    person = _PERSON_OF[match["p"].lower]
    words = match.analysis.analyser.lexicon
    fixes = [
        form
        for lemma in verb.lemmas("ver")
        for form in words.inflect(lemma, "ver", tense="pres", person=person[0], number=person[1])
    ]
    yield Hit(verb.span, tuple(dict.fromkeys(fixes)), UNSAFE)


def _has_later(analysis: Analysis, index: int, wanted: tuple[str, ...]) -> bool:
    tokens = (analysis.token(at) for at in range(index + 1, analysis.sentence(index).stop))
    return any(token.has("ver", "/".join(wanted)) and not token.has("nom") for token in tokens)


def _opens_condition(analysis: Analysis, index: int) -> bool:
    """True if « si » opens a condition, and no indirect question."""
    before = analysis.token(index - 1)
    if is_clause_start(analysis, index):
        return True
    return before.lower in ("et", "même", "mais") and (
        is_clause_start(analysis, index - 1) or before.lower == "même"
    )


def _has_conditional_later(analysis: Analysis, index: int) -> bool:
    """True if the main clause is in the conditional."""
    for at in range(index + 1, analysis.sentence(index).stop):
        token = analysis.token(at)
        if token.has("ver", "cond"):
            return True
    return False


SI = FunctionRule(
    code="GRM143",
    name="conditional-after-si",
    message="Après « si » de condition, on écrit « {fixed} » et non « {found} ».",
    message_en="After “si”, write “{fixed}”, not “{found}”.",
    why="La condition se met à l'imparfait : si j'avais su, je serais venu.",
    pattern=(
        '"si|s\'" "je|j\'|tu|il|elle|on|nous|vous|ils|elles|t\'"@p "ne|n\'"? '
        "\"me|m'|te|t'|se|s'|le|la|l'|les|lui|leur|nous|vous|y|en\"*2 {ver:cond|ver:fut}@v"
    ),
    judge=_judge_si,
    examples=(
        Bad("Si j'{{aurais}} su, je ne serais pas venu.", "Si j'avais su, je ne serais pas venu."),
        Bad(
            "Et si tu {{pourrais}} partir, tu le ferais.", "Et si tu pouvais partir, tu le ferais."
        ),
        Bad("Si tu {{viendras}}, je serai là.", "Si tu viens, je serai là."),
        Good("Je me demande si tu viendrais."),
        Good("Si tu viendras ou non, nul ne le sait."),
        Good("On ne sait s'il pourrait venir."),
        Good("Si j'avais su, je serais resté."),
    ),
)


_HABITS = frozenset("souvent toujours parfois habituellement régulièrement quotidiennement "
                    "généralement rarement autrefois".split())  # fmt: skip


def _judge_past(match: Match) -> Iterator[Hit]:
    verb, analysis = match["v"], match.analysis
    if (
        not verb.lower.endswith("ai")
        or not verb.has("ver", "ps", "1s")
        or not set(tenses(verb)) <= {"ps"}
    ):
        return
    sentence = analysis.sentence(verb.index)
    words = {analysis.token(i).lower for i in sentence}
    is_condition = match.before().lower in ("si", "s'") and is_clause_start(
        analysis, match.found.start - 1
    )
    if not is_condition and words.isdisjoint(_HABITS):
        return
    words_of = analysis.analyser.lexicon
    fixes = [
        form
        for lemma in verb.lemmas("ver")
        for form in words_of.inflect(lemma, "ver", tense="impf", person="1", number="s")
    ]
    yield Hit(verb.span, tuple(dict.fromkeys(fixes)), DISPLAY)


HABIT = FunctionRule(
    code="GRM149",
    name="simple-past-for-imperfect",
    message="Pour une habitude ou une condition, on met l'imparfait : « {fixed} » ?",
    message_en="A habit or a condition takes the imperfect: “{fixed}”?",
    why="« je jouai » (passé simple) dit un fait isolé, « je jouais » une habitude.",
    applicability=DISPLAY,
    pattern=(
        '"je|j\'" "ne|n\'"? "me|m\'|te|t\'|le|la|l\'|les|lui|leur|nous|vous|y|en"*2 {ver:ps:1s&!ver:pres:1s&!ver:fut:1s}@v'
    ),
    judge=_judge_past,
    examples=(
        Bad("Je {{jouai}} souvent seul.", "Je jouais souvent seul."),
        Bad("Si je {{mangeai}} moins, je dormirais.", "Si je mangeais moins, je dormirais."),
        Good("Je jouai une seule fois."),
        Good("Je jouerai souvent."),
    ),
)

# --- je + -rai or -rais ----------------------------------------------------------------------------


def _judge_wish(match: Match) -> Iterator[Hit]:
    verb = match["v"]
    words = match.analysis.analyser.lexicon
    fixes = [
        form
        for reading in verb.readings
        if reading.tense == "fut"
        for form in words.inflect(reading.lemma, "ver", tense="cond", person="1", number="s")
    ]
    yield Hit(verb.span, tuple(dict.fromkeys(fixes)), UNSAFE)


POLITE = FunctionRule(
    code="GRM148",
    name="future-for-polite-conditional",
    message="Pour un souhait, on met le conditionnel : « {fixed} ».",
    message_en="A wish takes the conditional: “{fixed}”.",
    why="« j'aimerais », « je voudrais » expriment un souhait ; « j'aimerai » annonce un fait à venir.",
    source="Académie française, Dire, ne pas dire",
    pattern=(
        '"je|j\'" "vous|t\'|te"? {"aimerai|voudrai|souhaiterai|désirerai|préférerai"}@v '
        '"bien|beaucoup|vraiment|juste|tant"? (ver:inf|"que|qu\'|savoir")',
        '"j\'" {"aurai"}@v "bien|tant|vraiment"? "aimé|voulu|préféré|souhaité|dû" (ver:inf|"que|qu\'|le|la|te|vous|me")',
    ),
    judge=_judge_wish,
    examples=(
        Bad("J'{{aimerai}} savoir l'heure.", "J'aimerais savoir l'heure."),
        Bad("Je {{voudrai}} bien partir.", "Je voudrais bien partir."),
        Good("Je t'aimerai toujours."),
        Good("J'aimerais savoir l'heure."),
        Good("Je voudrais partir."),
    ),
)


def _judge_circumflex(match: Match) -> Iterator[Hit]:
    verb = match["v"]
    analysis = match.analysis
    if match.after().form.startswith("-"):
        return
    start = analysis.sentence(verb.index).start
    words = {analysis.token(i).lower for i in range(start, verb.index)}
    if not words.isdisjoint(_HYPOTHESIS):
        return
    after = [
        analysis.token(i).lower
        for i in range(verb.index + 1, min(verb.index + 12, analysis.sentence(verb.index).stop))
    ]
    if "si" in after or "s'" in after or chance(verb, "nom") > 0.8:
        return
    if match.tokens[0].lower in ("ne", "n'"):
        return
    if any(analysis.token(i).lower in ("le", "un", "du", "au", "ce") for i in (verb.index - 1,)):
        return
    yield Hit(verb.span, ({"fût": "fut", "eût": "eut"}[verb.lower],), UNSAFE)


_HYPOTHESIS = frozenset("que qu' si quoique quoiqu' lorsqu' puisqu' s' quelque quelqu' aurait serait "
                        "eût encore dût plût quiconque qui dont où".split())  # fmt: skip
CIRCUMFLEX = FunctionRule(
    code="GRM144",
    name="fut-with-circumflex",
    message="Au passé simple, écrivez « {fixed} » sans accent.",
    message_en="The simple past has no circumflex: “{fixed}”.",
    why="« fût » et « eût » sont des subjonctifs (qu'il fût) ; le passé simple est « fut », « eut ».",
    pattern=(
        '(nom|adj|prop|name|cap|ver:pp|num|"il|elle|on|ce|cela") {"fût"}@v (ver:pp|adj|det|adv|prep|num)',
    ),
    judge=_judge_circumflex,
    examples=(
        Bad("Le roi {{fût}} tué au combat.", "Le roi fut tué au combat."),
        Bad("Hier, il {{fût}} élu maire.", "Hier, il fut élu maire."),
        Good("Il voulait que le roi fût tué."),
        Good("Le fût de bière est vide."),
        Good("Ne fût-ce qu'un jour, viens."),
    ),
)

_EUT = FunctionRule(
    code="GRM145",
    name="eut-without-circumflex",
    message="Ici, c'est le conditionnel passé : « {fixed} ».",
    message_en="The past conditional is meant: “{fixed}”.",
    why="« c'eût été » vaut « ç'aurait été » : subjonctif de forme, avec accent.",
    pattern=(
        '"c\'" {"eut"}@v "été|pu"',
        '^ "il" {"eut"}@v "mieux" "valu"',
        '^ "mieux" {"eut"}@v "valu"',
        '^ "il" {"eut"}@v "fallu"',
    ),
    judge=lambda match: iter((Hit(match["v"].span, ("eût",), UNSAFE),)),
    examples=(
        Bad("C'{{eut}} été trop beau.", "C'eût été trop beau."),
        Bad("Il {{eut}} fallu partir.", "Il eût fallu partir."),
        Good("Quand il eut fini, il partit."),
        Good("C'eût été dommage."),
    ),
)


def _judge_ait(match: Match) -> Iterator[Hit]:
    verb, pronoun = match["v"], match["p"].lower
    if match.after().form.startswith("-"):
        return
    fixes = {"ait": ("a", "est"), "aie": ("ai",), "aies": ("as",), "aient": ("ont",),
             "soit": ("est",), "sois": ("suis",), "soient": ("sont",)}[verb.lower]  # fmt: skip
    if verb.lower == "sois" and pronoun == "tu":
        fixes = ("es",)
    if verb.lower == "aie" and pronoun in ("il", "elle", "on"):
        fixes = ("a",)
    yield Hit(verb.span, fixes, UNSAFE)


AIT = FunctionRule(
    code="GRM146",
    name="subjunctive-in-main-clause",
    message="Rien n'appelle ici le subjonctif : « {fixed} ».",
    message_en="Nothing calls for the subjunctive here: “{fixed}”.",
    why="« ait », « aie », « soit » sont des subjonctifs ; dans une phrase simple, on écrit « a », « ai », « est ».",
    pattern=(
        '^ "il|elle|on|je|j\'|tu|ils|elles"@p "ne|n\'"? '
        "\"me|m'|te|t'|se|s'|le|la|l'|les|lui|leur|nous|vous|y|en\"*2 "
        '{"ait|aie|aies|aient|soient|sois"}@v'
    ),
    judge=_judge_ait,
    examples=(
        Bad("Il {{ait}} dormi hier.", "Il a dormi hier."),
        Bad("J'{{aie}} faim.", "J'ai faim."),
        Good("Qu'il ait faim ou non, il mange."),
        Good("Je veux qu'il ait faim."),
    ),
)


def _judge_imperative_avoir(match: Match) -> Iterator[Hit]:
    verb = match["v"]
    if match.after().form.startswith("-") or match.after().lower in ("il", "elle", "on"):
        return
    yield Hit(verb.span, ("aie",), UNSAFE)


AIE = FunctionRule(
    code="GRM147",
    name="imperative-of-avoir",
    message="L'impératif d'« avoir » s'écrit « {fixed} ».",
    message_en="The imperative of “avoir” is “{fixed}”.",
    why="À la deuxième personne du singulier de l'impératif : aie (sans s ni t), ayons, ayez.",
    pattern=(
        '^ {"ait|ai|aies"}@v (det|"confiance|peur|pitié|foi|honte|pas|du|de|un|une")',
        '^ "n\'" {"ait|ai|aies|es"}@v "pas|plus|jamais|aucune|aucun" "peur|confiance|honte|pitié|crainte|de|d\'|aucune"',
    ),
    judge=_judge_imperative_avoir,
    examples=(
        Bad("{{Ait}} confiance en toi.", "Aie confiance en toi."),
        Bad("N'{{ait}} pas peur de lui.", "N'aie pas peur de lui."),
        Good("Ait-il raison ?"),
        Good("Aie du courage."),
    ),
)

_FALSE_FORMS = {
    "faisez": "faites", "disez": "dites", "redisez": "redites", "croivent": "croient",
    "croyent": "croient", "voyent": "voient",
    "venirez": "viendrez", "mourirai": "mourrai", "courrirai": "courrai", "courira": "courra",
    "acquérira": "acquerra", "voiront": "verront", "voirez": "verrez", "voirai": "verrai",
    "envoyera": "enverra", "envoyerai": "enverrai", "envoyerons": "enverrons",
    "envoyerez": "enverrez", "renvoyera": "renverra", "faudrai": "faudrait", "faudrais": "faudrait",
    "conclua": "conclut", "concluera": "conclura", "exclua": "exclut",
    "incluera": "inclura", "soyions": "soyons", "soyiez": "soyez", "ayions": "ayons",
    "ayiez": "ayez", "peuve": "puisse",
    "tienderai": "tiendrai", "devera": "devra", "deverait": "devrait", "deveront": "devront",
    "recevera": "recevra", "apercevera": "apercevra",
    "metterai": "mettrai", "mettera": "mettra", "batterai": "battrai", "permettera": "permettra",
    "perderai": "perdrai", "renderai": "rendrai", "prenderai": "prendrai", "prendera": "prendra",
    "attendera": "attendra", "répondera": "répondra", "vendera": "vendra", "apprendera": "apprendra",
    "boivais": "buvais", "boivait": "buvait", "prendaient": "prenaient", "prendait": "prenait",
    "naquissa": "naquit", "résoud": "résout", "dissoud": "dissout", "absoud": "absout",
    "résolvera": "résoudra", "vivera": "vivra", "suivera": "suivra", "écrivera": "écrira",
    "disera": "dira", "plaisera": "plaira", "conduisera": "conduira",
    "construisera": "construira", "éteindera": "éteindra", "peindera": "peindra",
    "craindera": "craindra", "rejoindera": "rejoindra",
}  # fmt: skip


def _judge_false_form(match: Match) -> Iterator[Hit]:
    token = match["v"]
    fixed = _FALSE_FORMS.get(token.lower)
    if fixed and fixed != token.lower:
        yield Hit(token.span, (fixed,), SAFE if token.lower not in ("faudrai", "peuve") else UNSAFE)


FALSE_FORM = FunctionRule(
    code="GRM150",
    name="verb-form-that-does-not-exist",
    message="« {found} » n'existe pas : écrivez « {fixed} ».",
    message_en="“{found}” is no form of the verb: write “{fixed}”.",
    why="Forme faite par analogie avec les verbes réguliers.",
    pattern=f'{{"{"|".join(_FALSE_FORMS)}"}}@v',
    judge=_judge_false_form,
    surest=SAFE,
    examples=(
        Bad("Vous {{faisez}} erreur.", "Vous faites erreur."),
        Bad("Ils {{croivent}} tout savoir.", "Ils croient tout savoir."),
        Good("Vous faites ce que vous dites."),
        Good("Ils croient en lui."),
    ),
)

_DITES = {"contredites": "contredisez", "interdites": "interdisez", "prédites": "prédisez",
          "médites": "médisez"}  # fmt: skip
VOUS_DITES = FunctionRule(
    code="GRM151",
    name="vous-contredites",
    message="Avec « vous », écrivez « {fixed} ».",
    message_en="With “vous”, write “{fixed}”.",
    why="Seuls « dire » et « redire » font « vous dites » ; contredire, interdire font « vous contredisez ».",
    pattern=(
        '^ "vous" "ne|n\'"? "me|m\'|le|la|l\'|les|lui|leur|nous|vous"*2 '
        '{"contredites|interdites|prédites|médites"}@v'
    ),
    judge=lambda match: iter((Hit(match["v"].span, (_DITES[match["v"].lower],), UNSAFE),)),
    examples=(
        Bad("Vous me {{contredites}} sans cesse.", "Vous me contredisez sans cesse."),
        Bad("Vous {{interdites}} tout.", "Vous interdisez tout."),
        Good("Vous dites vrai."),
        Good("Ces zones vous sont interdites."),
    ),
)

RULES: tuple[Rule, ...] = (
    POLITE,
    HABIT,
    VOUS_DITES,
    SUBJUNCTIVE,
    INDICATIVE,
    APRES_QUE,
    SI,
    CIRCUMFLEX,
    _EUT,
    AIT,
    AIE,
    FALSE_FORM,
)
