"""Verbs that do not agree with their subject."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from frclean.language.analysis import Analysis, Token
from frclean.rules._subject import (
    NounGroup,
    agrees_at_sight,
    antecedent_numbers,
    group_at,
    is_time,
    subject_before,
)
from frclean.rules._verbs import (
    agreeing,
    conjugated,
    finite_chance,
    group_start,
    is_clause_start,
    persons,
    sound,
    tenses,
)
from frclean.rules.kinds import (
    SAFE,
    UNSAFE,
    Bad,
    FunctionRule,
    Good,
    Hit,
    Match,
)

__all__ = ["RULES"]

_IND = "ver:pres/impf/fut/cond/ps/subp/subi"
_NE = '"ne|n\'"?'
_CL = "\"me|m'|te|t'|se|s'|le|la|l'|les|lui|leur|nous|vous|y|en\"*2"
#: Between a pronoun subject and its verb.
_MIDDLE = f"{_NE} {_CL}"
_TONIC_BEFORE = frozenset("et ou ni comme sauf que qu' sinon".split())


def _hit(verb: Token, person: str, applicability: object = None) -> Iterator[Hit]:
    fixes = agreeing(verb, person)
    if _wants_subjunctive(verb):
        fixes = tuple(dict.fromkeys(conjugated(verb, person, ("subp",))[:1] + fixes))
        applicability = UNSAFE
    if fixes:
        yield Hit(verb.span, fixes, applicability)  # type: ignore[arg-type]


_TRIGGERS = frozenset("faut faudra faudrait fallait pour afin avant sans pourvu condition moins bien "
                      "veux veut voulait voudrais jusqu'à quoique".split())  # fmt: skip


def _wants_subjunctive(verb: Token) -> bool:
    """« il faut qu'ils vient »: the repair is a subjunctive."""
    analysis = verb.analysis
    start = group_start(analysis, verb.index) - 1
    before = [analysis.token(i).lower for i in range(max(0, start - 4), start)]
    if "qu'" not in before[-2:] and "que" not in before[-2:]:
        return False
    return not _TRIGGERS.isdisjoint(before) and before[-2:-1] != ["bien"]


def _silent_level(verb: Token, person: str) -> object:
    """SAFE for an ending that is not heard, with one repair."""
    fixes = agreeing(verb, person)
    if len(fixes) != 1 or sound(fixes[0]) != sound(verb.lower):
        return UNSAFE
    return SAFE if all(r.pos == "ver" for r in verb.readings) else UNSAFE


def _is_inverted(match: Match) -> bool:
    """« dit il », « veux tu »: the pronoun belongs to the verb before it."""
    before = match.before()
    return before.kind == "word" and finite_chance(before) > 0.5


def _has_more(match: Match) -> bool:
    """True if a hyphenated pronoun follows: the subject stands behind the verb."""
    return match.after().form.startswith("-") and match.after().kind == "word"


# --- je, tu, il, ils -------------------------------------------------------------------------


def _judge_je(match: Match) -> Iterator[Hit]:
    verb = match["v"]
    if _is_inverted(match) or _has_more(match):
        return
    if verb.lower == "est" and match.tokens[-2].lower == "j'":
        yield Hit(verb.span, ("ai", "suis"), UNSAFE)
        return
    yield from _hit(verb, "1s", _silent_level(verb, "1s"))


def _judge_tu(match: Match) -> Iterator[Hit]:
    verb = match["v"]
    if _is_inverted(match) or _has_more(match):
        return
    yield from _hit(verb, "2s", _silent_level(verb, "2s"))


def _judge_il(match: Match) -> Iterator[Hit]:
    verb, pronoun = match["v"], match["p"]
    if _is_inverted(match) or _has_more(match) or _is_tonic(match):
        return
    have = persons(verb)
    if have == {"3p"} and pronoun.lower != "on":
        if _follows_plural(match):
            yield Hit(pronoun.span, (pronoun.lower + "s",), UNSAFE)
        else:
            yield from _hit(verb, "3s", UNSAFE)
    elif have <= {"1s", "2s"}:
        yield from _hit(verb, "3s", _silent_level(verb, "3s"))
    else:
        yield from _hit(verb, "3s", UNSAFE)


def _follows_plural(match: Match) -> bool:
    """« il sont partis »: what follows is plural."""
    verb, after = match["v"], match.after()
    if after.has("adv") and not after.has("adj"):
        after = match.after(2)
    if "être" not in verb.lemmas("ver") and "avoir" not in verb.lemmas("ver"):
        return False
    numbers = {r.number for r in after.readings if r.pos == "adj" or r.tense == "pp"}
    is_participle = after.has("ver", "pp") or after.has("adj")
    return "être" in verb.lemmas("ver") and is_participle and numbers == {"p"}


def _is_tonic(match: Match) -> bool:
    """« avec elle », « lui et elle »: not the subject, or not the only one."""
    if match["p"].lower not in ("elle", "elles"):
        return False
    before = match.before()
    if len(match.tokens) > 2 and match.tokens[1].lower in ("nous", "vous"):
        return True
    if before.lower in ("qu'", "que"):
        return "1p" in persons(match["v"]) or "2p" in persons(match["v"])
    if before.lower in ("et", "ou"):
        other = match.before(2)
        return other.has("pro") or other.form[:1].isupper() or other.kind != "word"
    return before.lower in _TONIC_BEFORE or before.has("prep") or before.has("conj", "coord")


def _judge_ils(match: Match) -> Iterator[Hit]:
    verb = match["v"]
    if _is_inverted(match) or _has_more(match) or _is_tonic(match):
        return
    if verb.lower in ("a", "à") or "prep" in {r.pos for r in verb.readings}:
        yield from _hit(verb, "3p", UNSAFE)
        return
    yield from _hit(verb, "3p", _silent_level(verb, "3p"))


JE = FunctionRule(
    code="GRM100",
    name="je-wrong-person",
    message="Avec « je », écrivez « {fixed} » et non « {found} ».",
    message_en="With “je”, write “{fixed}”.",
    why="Le verbe s'accorde en personne avec son sujet : première personne du singulier.",
    pattern=f'"je|j\'" {_MIDDLE} {{ver:fin&!{_IND}:1s}}@v',
    judge=_judge_je,
    surest=SAFE,
    examples=(
        Bad("Je {{peut}} venir ce soir.", "Je peux venir ce soir."),
        Bad("Demain, je vous {{enverrez}} la liste.", "Demain, je vous enverrai la liste."),
        Good("Que sais-je encore de vous ?"),
        Good("Puissé-je me tromper !"),
        Good("J'y suis allé et j'en reviens."),
    ),
)
TU = FunctionRule(
    code="GRM101",
    name="tu-wrong-person",
    message="Avec « tu », écrivez « {fixed} » et non « {found} ».",
    message_en="With “tu”, write “{fixed}”.",
    why="À la deuxième personne du singulier, le verbe prend un s (ou un x : tu peux, tu veux).",
    pattern=f'"tu" {_MIDDLE} {{ver:fin&!{_IND}:2s}}@v',
    judge=_judge_tu,
    surest=SAFE,
    examples=(
        Bad("Tu {{mange}} trop vite.", "Tu manges trop vite."),
        Bad("Je crois que tu ne le {{voit}} pas.", "Je crois que tu ne le vois pas."),
        Good("Il s'est tu et part sans un mot."),
        Good("Penses-tu revenir ?"),
        Good("Tu le lui as dit."),
    ),
)
IL = FunctionRule(
    code="GRM102",
    name="il-wrong-person",
    message="Avec « il », « elle » ou « on », le verbe est au singulier : « {fixed} ».",
    message_en="With “il”, “elle” or “on” the verb is singular: “{fixed}”.",
    why="Le verbe s'accorde avec son sujet : troisième personne du singulier.",
    pattern=f'"il|elle|on"@p {_MIDDLE} {{ver:fin&!{_IND}:3s}}@v',
    judge=_judge_il,
    surest=SAFE,
    examples=(
        Bad("Il {{veux}} partir.", "Il veut partir."),
        Bad("On nous {{ont}} menti.", "On nous a menti."),
        Bad("{{Il}} sont partis hier.", "Ils sont partis hier."),
        Good("Avec elle nous avons bien ri."),
        Good("Lui et elle sont repartis."),
        Good("Il les montre à tous."),
        Good("Que veut-il dire ?"),
    ),
)
ILS = FunctionRule(
    code="GRM103",
    name="ils-wrong-person",
    message="Avec « ils » ou « elles », le verbe est au pluriel : « {fixed} ».",
    message_en="With “ils” or “elles” the verb is plural: “{fixed}”.",
    why="Le verbe s'accorde avec son sujet : troisième personne du pluriel.",
    pattern=f'"ils|elles"@p {_MIDDLE} {{ver:fin&!{_IND}:3p}}@v',
    judge=_judge_ils,
    surest=SAFE,
    examples=(
        Bad("Ils les {{mange}} avec appétit.", "Ils les mangent avec appétit."),
        Bad("Elles {{était}} en retard.", "Elles étaient en retard."),
        Good("Chacune d'elles possède sa clé."),
        Good("Sont-ils venus ?"),
        Good("Ils nous en ont parlé."),
    ),
)

# --- nous, vous ------------------------------------------------------------------------------


def _judge_nous(match: Match) -> Iterator[Hit]:
    verb, pronoun = match["v"], match["p"]
    person = "1p" if pronoun.lower == "nous" else "2p"
    if _has_more(match) or match.after().form in ("-", ","):
        return
    if "prep" in {r.pos for r in verb.readings} and verb.lower != "est":
        return
    if verb.lower == "veuillez":
        return
    have = persons(verb)
    opened = not is_clause_start(match.analysis, pronoun.index)
    if have & {"3s", "3p"} and (opened or not {"impf", "cond"} & set(tenses(verb))):
        return
    if not opened and not match.before().form.strip("¶.!?…") and _is_ambiguous(verb):
        return
    yield from _hit(verb, person, UNSAFE)


def _is_ambiguous(verb: Token) -> bool:
    return any(r.pos in ("nom", "adj") for r in verb.readings) and finite_chance(verb) < 0.8


_AFTER_OPENER = '"si|quand|lorsque|lorsqu\'|puisque|car|que|où|donc|comme"'
NOUS = FunctionRule(
    code="GRM104",
    name="nous-vous-wrong-person",
    message="Avec « nous » ou « vous » pour sujet, écrivez « {fixed} » et non « {found} ».",
    message_en="With “nous” or “vous” as the subject, write “{fixed}”.",
    why="Après « nous », le verbe se termine en -ons ou -mes ; après « vous », en -ez ou -tes.",
    pattern=(
        f'^ "nous"@p {_MIDDLE} {{ver:fin&!{_IND}:1p}}@v',
        f'^ "vous"@p {_MIDDLE} {{ver:fin&!{_IND}:2p}}@v',
        f'{_AFTER_OPENER} "nous"@p {_MIDDLE} {{ver:fin&!{_IND}:1p&!{_IND}:3s&!{_IND}:3p}}@v',
        f'{_AFTER_OPENER} "vous"@p {_MIDDLE} {{ver:fin&!{_IND}:2p&!{_IND}:3s&!{_IND}:3p}}@v',
    ),
    judge=_judge_nous,
    examples=(
        Bad("Vous {{avait}} raison.", "Vous aviez raison."),
        Bad("Nous {{avez}} tout perdu.", "Nous avons tout perdu."),
        Good("Ce que nous dit le maire est vrai."),
        Good("Vous plaît-il de sortir ?"),
        Good("Il nous avait prévenus."),
        Good("Et nous, avez-vous pensé à nous ?"),
    ),
)

# --- other pronouns ----------------------------------------------------------------------------


def _judge_ce(match: Match) -> Iterator[Hit]:
    verb = match["v"]
    if _has_more(match) or match.before().has("prep"):
        return
    first = match.tokens[0].lower
    if first == "personne" and match.before().has("det"):
        return
    if (
        len(match.tokens) > 2
        and match.tokens[1].lower in ("nous", "vous")
        and persons(verb) & {"1p", "2p"}
    ):
        return
    if match.before().lower == "qui":
        return
    if first in ("cela", "ça", "ceci", "personne", "tout") and _is_ambiguous(verb):
        return
    if match.before().lower in ("et", "ou", "ni", ",", "comme") and persons(verb) <= {"3p"}:
        return
    yield from _hit(verb, "3s", UNSAFE)


_SINGULAR_ONES = (
    "\"ça|cela|ceci|celui-ci|celle-ci|celui-là|celle-là|chacun|chacune|quelqu'un|quelqu'une\""
)
CE = FunctionRule(
    code="GRM105",
    name="singular-pronoun-plural-verb",
    message="Le sujet est au singulier : écrivez « {fixed} ».",
    message_en="The subject is singular: write “{fixed}”.",
    why="« cela », « chacun », « personne », « quelqu'un » veulent un verbe au singulier.",
    pattern=(
        f"{_SINGULAR_ONES} {_MIDDLE} {{ver:fin&!{_IND}:3s}}@v",
        f'"personne|rien" "ne|n\'" {_CL} {{ver:fin&!{_IND}:3s}}@v',
        f'"n\'" "importe" "qui|quoi" {_MIDDLE} {{ver:fin&!{_IND}:3s}}@v',
        f'^ "tout" "ne|n\'|se|s\'|me|m\'|nous|vous" {{ver:fin&!{_IND}:3s}}@v',
        f'"quelque" "chose" {_MIDDLE} {{ver:fin&!{_IND}:3s}}@v',
        f'"l\'" "un|une" "d\'" "entre" "eux|elles|nous|vous" {_MIDDLE} {{ver:fin&!{_IND}:3s}}@v',
        f'"l\'" "un|une" "d\'" "eux|elles" {_MIDDLE} {{ver:fin&!{_IND}:3s}}@v',
        f'"tout" "le" "monde" {_MIDDLE} {{ver:fin&!{_IND}:3s}}@v',
    ),
    judge=_judge_ce,
    examples=(
        Bad("Cela me {{semblent}} juste.", "Cela me semble juste."),
        Bad("Personne n'en {{parlent}}.", "Personne n'en parle."),
        Bad("N'importe qui {{peux}} entrer.", "N'importe qui peut entrer."),
        Bad("Tout le monde {{savent}} lire.", "Tout le monde sait lire."),
        Good("De cela sont nées deux écoles."),
        Good("Les uns et l'un d'eux surtout pleurent."),
        Good("Rien n'est perdu."),
    ),
)


def _judge_cest(match: Match) -> Iterator[Hit]:
    verb = match["v"]
    if _has_more(match):
        return
    if match.tokens[0].lower in ("c'", "ç'"):
        yield from _hit(verb, "3s", UNSAFE)
        return
    if not persons(verb) & {"3s", "3p"}:
        yield from _hit(verb, "3s", UNSAFE)


CEST = FunctionRule(
    code="GRM106",
    name="ce-wrong-person",
    message="Après « ce », écrivez « {fixed} ».",
    message_en="After “ce”, write “{fixed}”.",
    why="« c' » veut le singulier ; devant un pluriel, on écrit « ce sont » sans élision.",
    pattern=(
        f'"c\'" "n\'"? "en"? {{<être>&!{_IND}:3s&!"étaient|eussent"}}@v',
        '"c\'" "n\'"? {"sont"}@v',
        f'"ce" "ne|n\'"? {{<être|devoir|pouvoir>&{_IND}&!{_IND}:3s&!{_IND}:3p}}@v',
    ),
    judge=_judge_cest,
    examples=(
        Bad("C'{{sont}} une belle idée.", "C'est une belle idée."),
        Bad("Ce {{serais}} dommage.", "Ce serait dommage."),
        Good("C'étaient de bons amis."),
        Good("Ce sont mes voisins."),
        Good("Ce pourrait être lui."),
    ),
)

# --- qui -----------------------------------------------------------------------------------------

_QUI_PERSONS = {
    "moi": "1s", "toi": "2s", "nous": "1p", "vous": "2p", "lui": "3s", "celui": "3s",
    "celle": "3s", "ce": "3s", "ceux": "3p", "celles": "3p", "eux": "3p", "elle": "3s",
    "elles": "3p", "personne": "3s", "rien": "3s", "chacun": "3s", "chacune": "3s",
    "quelqu'un": "3s", "quelqu'une": "3s",
}  # fmt: skip
_QUI_FORMS = {
    "1s": '"moi"', "2s": '"toi"', "1p": '"nous"', "2p": '"vous"',
    "3s": '"lui|celui|celle|ce|elle|personne|rien|chacun|chacune|quelqu\'un|quelqu\'une"', "3p": '"ceux|celles|eux|elles"',
}  # fmt: skip


def _judge_pronoun_qui(match: Match) -> Iterator[Hit]:
    verb, pronoun = match["v"], match["p"]
    if _has_more(match):
        return
    if pronoun.lower in (
        "moi",
        "toi",
        "nous",
        "vous",
        "lui",
        "elle",
        "eux",
        "elles",
    ) and not _is_picked(match):
        return
    yield from _hit(verb, _QUI_PERSONS[pronoun.lower], UNSAFE)


def _is_picked(match: Match) -> bool:
    """« c'est moi qui », « Toi qui … »: the pronoun, and nothing before it, is meant."""
    before = match.before()
    if is_clause_start(match.analysis, match.found.start) or before.form == ",":
        return True
    if before.lower in ("et", "mais", "pour"):
        return is_clause_start(match.analysis, before.index) or before.lower == "pour"
    return "être" in before.lemmas("ver") and before.lower not in ("suis", "es")


PRONOUN_QUI = FunctionRule(
    code="GRM107",
    name="pronoun-qui-wrong-person",
    message="Après ce pronom suivi de « qui », le verbe s'écrit « {fixed} ».",
    message_en="After this pronoun and “qui”, write “{fixed}”.",
    why="Le verbe qui suit « qui » prend la personne de l'antécédent : c'est moi qui suis.",
    source="Académie française, Dire, ne pas dire",
    pattern=tuple(
        f'{words}@p "qui" {_MIDDLE} {{ver:fin&!{_IND}:{person}}}@v'
        for person, words in _QUI_FORMS.items()
    ),
    judge=_judge_pronoun_qui,
    examples=(
        Bad("C'est moi qui {{a}} raison.", "C'est moi qui ai raison."),
        Bad("Ceux qui {{chante}} sont gais.", "Ceux qui chantent sont gais."),
        Bad("C'est vous qui {{avait}} gagné.", "C'est vous qui aviez gagné."),
        Good("Dites-moi qui est venu."),
        Good("Celui d'entre vous qui est venu le sait."),
        Good("C'est lui qui vous a parlé."),
        Good("Je vous dirai qui a gagné."),
    ),
)


def _judge_noun_qui(match: Match) -> Iterator[Hit]:
    verb, qui = match["v"], match["q"]
    have = persons(verb)
    if _has_more(match) or (_is_ambiguous(verb) and finite_chance(verb) < 0.1):
        return
    if verb.lower in ("soit", "fût") or not _is_third(match, have):
        return
    numbers = antecedent_numbers(match.analysis, qui.index)
    if len(numbers) != 1 or (
        numbers == {"s"} and _is_bare_name(match.analysis.token(qui.index - 1))
    ):
        return
    person = "3" + next(iter(numbers))
    if person in have or (have & {"3s", "3p"} and _is_one_of(match, qui)):
        return
    yield from _hit(verb, person, UNSAFE)


def _is_bare_name(token: Token) -> bool:
    return token.form[:1].isupper() and not token.has("nom")


def _is_third(match: Match, have: frozenset[str]) -> bool:
    """False for « nous autres qui sommes »: the antecedent may be « nous »."""
    if not have & {"1p", "2p"} or have & {"3s", "3p"}:
        return True
    first = match.analysis.sentence(match["q"].index).start
    words = {match.analysis.token(i).lower for i in range(first, match["q"].index)}
    between = {token.lower for token in match.tokens[2:-1]}
    if have == {"2p"} and "vous" not in between:
        return False  # « rossignols qui pleurez »
    return words.isdisjoint(("nous", "vous", "autres", "deux", "trois")) and not any(
        match.analysis.token(i).kind == "number" for i in range(first, match["q"].index)
    )


def _is_one_of(match: Match, qui: Token) -> bool:
    """« un des hommes qui », « le plus grand de ceux qui »: both numbers are right."""
    words = [match.analysis.token(i).lower for i in range(max(0, qui.index - 8), qui.index)]
    pairs = set(itertools.pairwise(words))
    return "parmi" in words or any(
        (one, of) in pairs for one in ("un", "une") for of in ("des", "de", "d'")
    )


NOUN_QUI = FunctionRule(
    code="GRM108",
    name="noun-qui-wrong-number",
    message="Le verbe s'accorde avec l'antécédent de « qui » : « {fixed} ».",
    message_en="The verb agrees with what “qui” stands for: “{fixed}”.",
    why="« qui » a le nombre et la personne du nom qu'il représente.",
    pattern=(
        f'(nom:p|adj:p|ver:pp:p|cap:nom:p) "qui"@q {_MIDDLE} {{ver:fin&!{_IND}:3p}}@v',
        f'(nom:s|adj:s|ver:pp:s|prop|name|cap) "qui"@q {_MIDDLE} {{ver:fin&!{_IND}:3s}}@v',
    ),
    judge=_judge_noun_qui,
    examples=(
        Bad("Les gens qui {{parle}} trop m'ennuient.", "Les gens qui parlent trop m'ennuient."),
        Bad("La dame qui {{viens}} ici chante.", "La dame qui vient ici chante."),
        Good("C'est l'un des livres qui se vend le mieux."),
        Good("Le groupe de gens qui attend dehors."),
        Good("Il y a un père et une mère qui attendent."),
        Good("Je ne sais pas qui es-tu."),
    ),
)

# --- nouns ---------------------------------------------------------------------------------------


def _is_verb_here(verb: Token, group: int) -> bool:
    """True if a word that could be something else is a finite verb here."""
    if not any(
        r.pos in ("nom", "adj", "prep", "adv", "conj") or r.tense in ("pp", "inf")
        for r in verb.readings
    ):
        return True
    if verb.has("prep") and group == verb.index:
        return False
    if verb.has("ver", "pp") and group == verb.index:
        # A participle has no object: « Paul commis une erreur ».
        after = verb.analysis.token(verb.index + 1).lower
        return after in ("un", "une", "le", "la", "l'", "les") and not _has_verb_after(verb)
    if verb.has("nom") and group == verb.index and _has_verb_after(verb):
        return False
    if group < verb.index and _is_refused_noun(verb):
        return True
    return finite_chance(verb) > (0.6 if group < verb.index else 0.75)


#: Nouns that stand behind another without a preposition: « les dates limite ».
_APPOSED = frozenset("limite type modèle pilote cadre cible test surprise charge marque étape record "
                     "source base éclair témoin réponse conseil vedette fantôme poubelle".split())  # fmt: skip


def _is_alone(verb: Token) -> bool:
    """True if nothing else in its sentence can be the verb: « Les marchands marche »."""
    if verb.lower in _APPOSED or verb.has("adj") or not verb.has("ver"):
        return False
    analysis = verb.analysis
    sentence = analysis.sentence(verb.index)
    words = [analysis.token(i) for i in sentence if i != verb.index]
    if any(persons(w) or w.has("ver", "imp") for w in words if w.kind == "word"):
        return False
    return (len(words) >= 2 and analysis.token(sentence.stop).form != "¶") or len(words) > 3


def _is_refused_noun(verb: Token) -> bool:
    """« la donnes »: an article and a noun of another number; the word is a verb."""
    article = verb.analysis.token(verb.index - 1).lower
    numbers = {r.number for r in verb.readings if r.pos in ("nom", "adj")}
    return (numbers == {"p"} and article in ("le", "la", "l'")) or (
        numbers == {"s"} and article == "les"
    )


def _has_verb_after(verb: Token, *, in_clause: bool = True) -> bool:
    """True if the clause seems to have its verb further on: « le fonds repris doit … »."""
    analysis = verb.analysis
    for index in range(verb.index + 1, analysis.sentence(verb.index).stop):
        token = analysis.token(index)
        stops = token.form in (",", ";", ":") or token.lower in ("qui", "que", "qu'", "dont")
        if in_clause and stops:
            return False
        best = token.best
        if best and best.pos == "ver" and best.tense not in ("inf", "pp", "ppr"):
            return True
    return False


def _judge_noun_subject(match: Match) -> Iterator[Hit]:
    """Each verb that a group may reach is tried; the first that has its subject there counts."""
    analysis = match.analysis
    if "d" not in match:
        if agrees_at_sight(analysis, match.found.named["v"]):
            return
        if not _is_noun_at_sight(match["v"]):
            yield from _judge_verb(match, match["v"])
        return
    singular = analysis.analyser.clause["singular_verb"]
    for index in range(match.found.named["d"] + 1, match.found.end):
        if not analysis.holds(index, singular):
            continue
        verb = analysis.token(index)
        have = persons(verb)
        if "3s" in have and "3p" not in have and not _is_noun_at_sight(verb):
            hits = list(_judge_verb(match, verb))
            yield from hits
            if hits or finite_chance(verb) > 0.5:
                return


_ARTICLES = frozenset("un une du au de d' à en ce cet cette mon ton son ma ta sa notre votre chaque sur "
                      "par pour sans avec dans".split())  # fmt: skip


def _is_after_article(verb: Token) -> bool:
    """True for « de demande », « la forme »: a noun, without asking the tagger."""
    before = verb.analysis.token(verb.index - 1).lower
    if before in _ARTICLES:
        return True
    return before in ("le", "la", "l'", "les") and verb.has("nom") and not _is_refused_noun(verb)


def _is_noun_at_sight(verb: Token) -> bool:
    """True where the neighbours tell, without the tagger, that a word is not the verb."""
    if _is_after_article(verb):
        return True
    if not any(r.pos in ("nom", "adj", "prep", "adv") for r in verb.readings):
        return False
    analysis = verb.analysis
    # The number that the subject has, if the word is not the verb.
    wanted = {"3s", "3p"} - persons(verb)
    for index in range(verb.index + 1, min(len(analysis), verb.index + 9)):
        token = analysis.token(index)
        if token.kind != "word" or token.lower in ("que", "qu'", "qui", "dont", "où"):
            return False
        if all(r.pos == "ver" for r in token.readings) and persons(token):
            return bool(persons(token) & wanted)
    return False


def _judge_verb(match: Match, verb: Token) -> Iterator[Hit]:
    analysis = match.analysis
    have = persons(verb)
    start = group_start(analysis, verb.index)
    numbers_had = {p[1] for p in have & {"3s", "3p"}}
    if len(numbers_had) == 2 or _has_pronoun_before(analysis, start):
        return
    wanted = next(iter(numbers_had), "")
    for end in _group_ends(match, start, verb.index):
        group = subject_before(analysis, end, wanted)
        if group is None:
            continue
        after = analysis.token(verb.index + 1)
        if after.form.startswith("-") and after.kind == "word":
            return
        if _judge_number(match, verb, group, wanted):
            (number,) = group.numbers
            fixes = _lost_accent(verb, number) + agreeing(verb, "3" + number)
            if fixes:
                yield Hit(verb.span, tuple(dict.fromkeys(fixes)), UNSAFE)
            return


_SUBJECTS = frozenset("je j' tu il elle on ils elles ce c' qui".split())


def _has_pronoun_before(analysis: Analysis, start: int) -> bool:
    is_subject = analysis.analyser.clause["subject"]
    return analysis.holds(start - 1, is_subject) and analysis.token(start - 1).lower in _SUBJECTS


def _is_foreign_here(verb: Token) -> bool:
    """« some changes in the files »: words of another language look like French verbs."""
    analysis = verb.analysis
    around = (
        analysis.token(i) for i in range(max(0, verb.index - 6), min(len(analysis), verb.index + 7))
    )
    strange = [t for t in around if t.kind == "word" and t.form.islower() and not t.readings]
    return len(strange) >= 2


def _lost_accent(verb: Token, number: str) -> tuple[str, ...]:
    """« Les cours envisages ne sont pas … »: where another verb follows, a participle is meant."""
    if number != "p" or not verb.lower.endswith("es") or not _has_verb_after(verb):
        return ()
    forms = verb.inflect("ver", tense="pp", number="p")
    return tuple(form for form in forms if form == verb.lower[:-2] + "és")


def _group_ends(match: Match, start: int, end: int) -> Iterable[int]:
    """Where the noun group may end: before the pronouns, or before « le montre » read as one."""
    return (start,)


def _judge_number(match: Match, verb: Token, group: NounGroup, wanted: str) -> bool:
    """True if the verb's number is wrong with this group for its subject."""
    if wanted in group.numbers or len(group.numbers) != 1:
        return False
    if not _is_its_verb(match, verb, group, wanted):
        return False
    start = group_start(match.analysis, verb.index)
    if not wanted and any(
        match.analysis.token(i).lower in ("nous", "vous") for i in range(start, verb.index)
    ):
        # « le projet que nous avons », « ses amis vous avez ».
        return persons(verb) <= {"1s", "2s"}
    return _is_sure_number(match, verb, group, wanted)


def _is_its_verb(match: Match, verb: Token, group: NounGroup, wanted: str) -> bool:
    """True if the word is a verb there, as far as can be told."""
    start = group_start(match.analysis, verb.index)
    own = {r.number for r in verb.readings if r.pos in ("nom", "adj")}
    is_alone = verb.index == start and not own & group.numbers and _is_alone(verb)
    if not (_is_verb_here(verb, start) or is_alone):
        return False
    best = group.head.best
    if verb.has("nom") and not group.is_name and best and best.pos != "nom":
        return is_alone
    if "2s" in persons(verb) and any(token.lower == "t'" for token in match.tokens):
        return False  # « t'as », as people speak
    if not wanted and _is_foreign_here(verb):
        return False
    if verb.lower in ("as", "compris") and start == verb.index:
        return False
    if verb.lower == "a" and match.analysis.token(verb.index + 1).form in (",", ")", "."):
        return False  # a letter
    if match.analysis.token(group.start).lower in ("quel", "quelle", "quels", "quelles"):
        return False
    is_imperative = not wanted and verb.has("ver", "imp")
    return not (is_imperative and match.analysis.token(start - 1).form in (",", ")"))


def _is_sure_number(match: Match, verb: Token, group: NounGroup, wanted: str) -> bool:
    """True if the group must be the subject, and has the number that it seems to have."""
    (number,) = group.numbers
    if group.opener == ",":
        return _is_sure_after_comma(match, verb, group, number, wanted)
    if group.opener in ("dont", "que", "qu'") and number == "s" and wanted == "p":
        if group.opener == "dont":
            # « ses amis, dont le maire, ont »; but « un pays dont le roi ont … » is wrong.
            return not group.is_name and _has_verb_after(verb, in_clause=False)
        return not _has_plural_after(match, verb)
    if group.is_name and number == "p":
        readings = match.analysis.analyser.lexicon.readings(group.head.form)
        return any(r.pos == "prop" and r.number == "p" for r in readings)
    if number == "s" and wanted == "p":
        if match.analysis.token(group.start).lower == "du" or is_time(group.head):
            return False
        return not _is_plural_attribute(match, verb)
    if number == "p" and wanted == "s":
        return not _is_measure(match, verb, group)
    return True


_PLAIN_PLURALS = frozenset("les ces mes tes ses nos vos leurs".split())


def _is_sure_after_comma(
    match: Match, verb: Token, group: NounGroup, number: str, wanted: str
) -> bool:
    """Behind a comma, the group may be the end of a list."""
    if not wanted:
        return True
    if (
        number == "p"
        and not group.is_coordinated
        and match.analysis.token(group.start).lower in _PLAIN_PLURALS
    ):
        return True
    if not _opens_with_phrase(match, group.start):
        return False
    if number == "s":
        return not _is_plural_attribute(match, verb) and not is_time(group.head)
    return not _is_measure(match, verb, group)


def _opens_with_phrase(match: Match, start: int) -> bool:
    """True if one phrase without a noun group of its own stands before: « Dans ce cas, … »."""
    analysis = match.analysis
    first = analysis.sentence(start - 1).start
    words = [analysis.token(i) for i in range(first, start - 1)]
    if not words or any(word.form == "," for word in words):
        return False
    best = words[0].best
    if words[0].lower in ("si", "s'", "quand", "lorsque", "lorsqu'", "puisque", "comme"):
        return any(finite_chance(w) > 0.5 for w in words if w.kind == "word")
    if any(w.kind == "number" or w.lower in _MONTHS for w in words) and len(words) <= 5:
        return True
    if words[0].lower in ("monsieur", "madame", "messieurs", "mesdames", "chers", "cher"):
        return True
    if words[0].lower in ("comme", "outre", "avec"):
        return False
    if best and best.pos == "adv":
        return len(words) <= 2
    return bool(best and best.pos == "prep") or len(words) == 1


_MONTHS = frozenset("janvier février mars avril mai juin juillet août septembre octobre novembre "
                    "décembre lundi mardi mercredi jeudi vendredi samedi dimanche matin soir jour "
                    "année mois semaine an fois".split())  # fmt: skip


def _has_plural_after(match: Match, verb: Token) -> bool:
    after = match.analysis.token(verb.index + 1)
    return after.has("det", features="p") or after.has("num")


def _is_plural_attribute(match: Match, verb: Token) -> bool:
    """« Le problème sont les coûts »: usage hesitates; « Là vivaient des loups » is inverted."""
    after = match.analysis.token(verb.index + 1)
    if after.has("adv") and not after.has("det"):
        after = match.analysis.token(verb.index + 2)
    return (
        after.has("det", features="p")
        and not after.has("det", features="s")
        and ("être" in verb.lemmas("ver"))
    )


def _is_measure(match: Match, verb: Token, group: NounGroup) -> bool:
    """« Deux heures est un maximum »: an amount taken as a whole."""
    first = match.analysis.token(group.start)
    is_counted = first.kind == "number" or first.has("num")
    return is_counted and (is_time(group.head) or group.head.lower in _UNITS)


_UNITS = frozenset("euros francs dollars kilomètres mètres km kilos grammes litres degrés points pour "
                   "minutes secondes centimètres tonnes pas fois".split())  # fmt: skip
_GROUP = '(nom|adj|ver:pp|ver:inf|prep|det|prop|name|cap|num|adv|conj:coord|inc|opaque|pro:dem|"%")'
_NOMINAL = "(nom|adj|ver:pp|prop|name|cap|num|inc|opaque)"
_OPENING = (
    "(fin|\",|(|;|:|«|que|qu'|si|quand|lorsque|lorsqu'|car|où|dont|mais|comment|pourquoi|puisque\")"
)
_PLURALS = (
    "((det:p|num)&!det:s&!prep)",
    '"des|les|tous|toutes|certains|certaines|plusieurs|ceux-ci|celles-ci|ceux-là|celles-là|lesquels'
    '|lesquelles"',
)
#: What may stand before the verb, so that a rare pair of neighbours is always at hand.
_LINKS = (
    "",
    f'"ne|n\'" {_CL}',
    "\"se|s'|me|m'|te|t'|lui|y\" \"y|en|le|la|l'|les\"?",
    '"le|la|l\'|les|leur|nous|vous|en"',
)


def _noun_patterns() -> Iterator[str]:
    """Nouns and verbs of other persons; plural groups and verbs in the singular."""
    plural = f"{_IND}:3p&!{_IND}:3s"
    singular = f"{_IND}:3s&!{_IND}:3p"
    strange = f"{_IND}&!{_IND}:3s&!{_IND}:3p&!{_IND}:1p&!{_IND}:2p"
    for link in _LINKS:
        yield f"{_NOMINAL} {link} {{{plural}}}@v"
        only = "" if link else "&!nom&!ver:pp&!adj"
        yield f"{_NOMINAL} {link} {{{strange}{only}}}@v"
    # Words that are also nouns or participles need a sign that they are neither.
    yield f"(nom:s&!nom:p|adj:s&!adj:p|prop|name) {{{strange}&nom:p&!nom:s}}@v"
    yield f'{_NOMINAL} {{{strange}&ver:pp}}@v "un|une|le|la|l\'|les"'
    yield f'(nom:p|adj:p) {{{strange}&nom:p}}@v (det|"pas|plus|jamais|ne")'
    for determiner in _PLURALS:
        yield f"{_OPENING} {determiner}@d {_GROUP}*9 {_NE} {_CL} {{{singular}}}@v"
        yield f"fin (adv&!det&low) {determiner}@d {_GROUP}*9 {_NE} {_CL} {{{singular}}}@v"
    yield (
        f'^ "beaucoup|assez|peu|trop|tant|nombre|quantité|plein" "de|d\'"@d '
        f"{_GROUP}+4 {_NE} {_CL} {{{singular}}}@v"
    )
    yield f'^ "de|d\'"@d adj:p {_GROUP}+9 {_NE} {_CL} {{{singular}}}@v'
    yield f'^ "lequel|laquelle" {_NE} {_CL} {{{plural}}}@v'
    yield f'",|)" {_NE} {_CL} {{{plural}}}@v'
    yield f'",|)" {_NE} {_CL} {{{strange}}}@v'


NOUN_SUBJECT = FunctionRule(
    code="GRM110",
    name="noun-subject-wrong-number",
    message="Le verbe s'accorde avec son sujet : « {fixed} ».",
    message_en="The verb agrees with its subject: “{fixed}”.",
    why="Le verbe prend le nombre du nom qui commande le groupe sujet, même quand d'autres noms s'intercalent.",
    pattern=tuple(_noun_patterns()),
    judge=_judge_noun_subject,
    examples=(
        Bad("Les ombres la {{retient}} ici.", "Les ombres la retiennent ici."),
        Bad("La rencontre des ministres {{ont}} duré.", "La rencontre des ministres a duré."),
        Bad("Le directeur {{arrives}} demain.", "Le directeur arrive demain."),
        Bad("Les enfants {{joue}} dehors.", "Les enfants jouent dehors."),
        Good("Une foule de gens sont venus."),
        Good("Le père et la mère sont là."),
        Good("Le prix pour les adultes et les enfants est de trois euros."),
        Good("Celui qui est plus fort que les autres gagne."),
        Good("Ce soir dansent les enfants."),
        Good("La plupart des gens dorment."),
    ),
)

# --- inversion -----------------------------------------------------------------------------------


def _judge_inverted(match: Match) -> Iterator[Hit]:
    verb, analysis = match["v"], match.analysis
    have = persons(verb)
    start = match["d"].index
    numbers = {"p"} if match["d"].has("det", features="p") else {"s"}
    number = next(iter(numbers))
    if not have & {"3s", "3p"} and (verb.has("ver", "pp") or match.before().has("pro", "suj")):
        return
    if "3" + number in have or verb.lower in (
        "importe",
        "vive",
        "soit",
        "reste",
        "faut",
        "fallait",
    ):
        return
    if (verb.has("nom") and finite_chance(verb) < 0.5) or verb.has("prep"):
        return
    if "avoir" in verb.lemmas("ver") and (verb.lower == "a" or match.tokens[-3].lower == "y"):
        return
    end = _inverted_end(match, start)
    if end is None:
        return
    last = end if number == "p" else analysis.sentence(start).stop
    if any(analysis.token(i).lower in ("et", "ou", "ni", ",") for i in range(start, last)):
        return
    if match.tokens[0].lower in ("que", "qu'") and _compares(match):
        return
    if number == "s" and _is_collective_head(match, start, end):
        return
    yield from _hit(verb, "3" + number, UNSAFE)


def _compares(match: Match) -> bool:
    """« plus vite que court le lièvre »; « ne … que »."""
    words = {
        match.analysis.token(i).lower
        for i in range(max(0, match.found.start - 7), match.found.start)
    }
    return not words.isdisjoint(
        ("plus", "moins", "aussi", "autant", "ne", "n'", "tel", "telle", "même")
    )


def _inverted_end(match: Match, start: int) -> int | None:
    """Where the inverted subject ends; None if another verb follows that may be its own."""
    analysis = match.analysis
    stop = analysis.sentence(start).stop
    for index in range(start, min(stop, start + 12)):
        token = analysis.token(index)
        if token.form in (",", ";", ":", "(", "»") or token.lower in (
            "qui",
            "que",
            "qu'",
            "dont",
            "où",
        ):
            return index
        best = token.best
        if best and best.pos == "ver" and best.tense not in ("inf", "pp", "ppr"):
            return None
        if best and best.pos == "pro" and best.tense == "suj":
            return None
    return min(stop, start + 12)


def _is_collective_head(match: Match, start: int, end: int) -> bool:
    group = group_at(match.analysis, start, end)
    return group is not None and len(group.numbers) > 1


_INVERTERS = '"où|dont|comment|desquels|desquelles|duquel|auxquels|auxquelles|auquel|lesquels|lesquelles|que|qu\'"'
INVERTED = FunctionRule(
    code="GRM111",
    name="inverted-subject-wrong-number",
    message="Le sujet, placé après, commande le verbe : « {fixed} ».",
    message_en="The subject stands behind the verb, which agrees with it: “{fixed}”.",
    why="Après « où », « dont », « que », le sujet peut suivre le verbe : où vont les oiseaux.",
    pattern=(
        f"{_INVERTERS} {_NE} \"me|m'|te|t'|se|s'|lui|nous|vous|y\"*1 {{{_IND}:3s&!{_IND}:3p}}@v "
        f'(det:p&!det:s&!prep|"les|des")@d',
        f"{_INVERTERS} {_NE} \"me|m'|te|t'|se|s'|lui|nous|vous|y\"*1 {{{_IND}:3p&!{_IND}:3s}}@v "
        f'("le|la|l\'|un|une|ce|cet|cette|mon|ma|ton|ta|son|sa|notre|votre")@d',
        f"{_INVERTERS} {_NE} \"m'|t'|se|s'|lui|nous|y\"*1 {{{_IND}&!{_IND}:3s&!{_IND}:3p&!{_IND}:1p&!{_IND}:2p}}@v "
        f'"donc"? (det&!prep)@d',
    ),
    judge=_judge_inverted,
    examples=(
        Bad("Je sais où {{va}} les oiseaux.", "Je sais où vont les oiseaux."),
        Bad(
            "C'est la ville dont {{parle}} les journaux.",
            "C'est la ville dont parlent les journaux.",
        ),
        Good("Je sais où vont le père et la mère."),
        Good("Qu'importe les autres."),
        Good("La maison où est le chat."),
    ),
)

# --- coordinated subjects ----------------------------------------------------------------------------


def _judge_coordinated(match: Match) -> Iterator[Hit]:
    verb, first, second = match["v"], match["a"], match["b"]
    if _is_ambiguous(verb) or "3s" not in persons(verb):
        return
    if first.lower == second.lower or match.after().form.startswith("-"):
        return
    yield from _hit(verb, "3p", UNSAFE)


_ONE_DET = '"le|la|l\'|un|une|ce|cet|cette|mon|ma|ton|ta|son|sa|notre|votre"'
COORDINATED = FunctionRule(
    code="GRM112",
    name="coordinated-subjects-singular-verb",
    message="Deux sujets joints par « et » veulent le pluriel : « {fixed} ».",
    message_en="Two subjects joined by “et” take the plural: “{fixed}”.",
    why="Le verbe qui a plusieurs sujets au singulier se met au pluriel.",
    pattern=(
        f'^ {_ONE_DET} (nom:s&!ver:fin)@a "et" {_ONE_DET} (nom:s&!ver:fin)@b {_NE} {_CL} {{{_IND}:3s&!{_IND}:3p}}@v',
        f'^ (prop|name)@a "et" (prop|name)@b {_NE} {_CL} {{{_IND}:3s&!{_IND}:3p}}@v',
    ),
    judge=_judge_coordinated,
    examples=(
        Bad("Le chat et le chien {{dort}}.", "Le chat et le chien dorment."),
        Bad("Paul et Marie {{arrive}} demain.", "Paul et Marie arrivent demain."),
        Good("Le chat et le chien dorment."),
        Good("Il a vu Paul et Marie est venue."),
    ),
)

# --- two verbs, one subject --------------------------------------------------------------------------


def _judge_second(match: Match) -> Iterator[Hit]:
    first, verb = match["u"], match["v"]
    pronoun = match["p"].lower
    number = "p" if pronoun in ("ils", "elles") else "s"
    if "3" + number not in persons(first) or "3" + number in persons(verb):
        return
    if not set(tenses(first)) & set(tenses(verb)) or _is_ambiguous(verb) or _is_ambiguous(first):
        return
    if (
        match.after().has("det")
        and not verb.has("nom")
        and persons(verb) <= {"3p"}
        and number == "s"
    ):
        after = match.after()
        if after.has("det", features="p") and {"être", "arriver", "venir", "suivre"} & set(
            verb.lemmas("ver")
        ):
            return
    yield from _hit(verb, "3" + number, UNSAFE)


SECOND = FunctionRule(
    code="GRM113",
    name="second-verb-wrong-number",
    message="Les deux verbes ont le même sujet : « {fixed} ».",
    message_en="Both verbs have the same subject: “{fixed}”.",
    why="Deux verbes joints par « et » qui ont le même sujet s'accordent tous deux avec lui.",
    pattern=(
        f'"il|elle|on|ils|elles"@p {_NE} {_CL} ver:fin@u "et|ou|mais|puis" {_NE} '
        f"\"me|m'|te|t'|se|s'|y|en|lui\"*2 {{{_IND}:3s|{_IND}:3p}}@v"
    ),
    judge=_judge_second,
    examples=(
        Bad("Elle mange et {{boivent}} trop.", "Elle mange et boit trop."),
        Bad("Ils parlent et {{crie}} sans cesse.", "Ils parlent et crient sans cesse."),
        Good("Il mange et boit."),
        Good("Il parle et les enfants écoutent."),
    ),
)

# --- « moi » among the subjects, « qui » as a question ---------------------------------------------


def _judge_moi(match: Match) -> Iterator[Hit]:
    verb = match["v"]
    if _has_more(match) or _is_ambiguous(verb):
        return
    start = match.analysis.sentence(verb.index).start
    words = [match.analysis.token(i) for i in range(start, match.found.start)]
    if len(words) > 3 or any(w.has("prep") or w.has("conj") or w.lower == "qui" for w in words):
        return
    yield from _hit(verb, match_person(match), UNSAFE)


def match_person(match: Match) -> str:
    """The person of « toi et moi » (1p), « toi et lui » (2p)."""
    words = {token.lower for token in match.tokens}
    return "1p" if words & {"moi", "nous"} else "2p"


_OTHERS = '(nom|prop|name|cap|"toi|lui|elle|eux|elles|vous|moi")'
MOI = FunctionRule(
    code="GRM114",
    name="moi-among-the-subjects",
    message="Le sujet vaut « nous » (ou « vous ») : « {fixed} ».",
    message_en="The subject amounts to “nous” (or “vous”): “{fixed}”.",
    why="« toi et moi » vaut nous ; « toi et lui » vaut vous : le verbe suit.",
    pattern=(
        f'{_OTHERS} "et" "moi" {_NE} {_CL} {{ver:fin&!{_IND}:1p}}@v',
        f'^ "moi" "et" "toi|lui|elle|eux|elles" {_NE} {_CL} {{ver:fin&!{_IND}:1p}}@v',
        f'^ "toi" "et" "lui|elle|eux|elles" {_NE} {_CL} {{ver:fin&!{_IND}:2p}}@v',
        f'(nom|prop|name|cap) "et" "toi" {_NE} {_CL} {{ver:fin&!{_IND}:2p}}@v',
    ),
    judge=_judge_moi,
    examples=(
        Bad("Toi et moi {{sont}} d'accord.", "Toi et moi sommes d'accord."),
        Bad("Mon frère et moi {{partent}} demain.", "Mon frère et moi partons demain."),
        Good("Entre mon frère et moi est née une dispute."),
        Good("Toi et moi sommes d'accord."),
    ),
)


def _judge_who(match: Match) -> Iterator[Hit]:
    verb = match["v"]
    if (
        _has_more(match)
        or match.after().has("pro", "suj")
        or match.after().lower in ("nous", "vous")
    ):
        return
    if verb.lower in ("vive", "vivent") or _is_ambiguous(verb):
        return
    yield from _hit(verb, "3s", UNSAFE)


WHO = FunctionRule(
    code="GRM115",
    name="qui-question-wrong-person",
    message="« qui » interrogatif veut la troisième personne : « {fixed} ».",
    message_en="Interrogative “qui” takes the third person: “{fixed}”.",
    why="Dans une question, « qui » sujet demande la troisième personne du singulier.",
    pattern=f'^ "qui" {_NE} {_CL} {{{_IND}&!{_IND}:3s&!{_IND}:3p}}@v',
    judge=_judge_who,
    examples=(
        Bad("Qui {{veux}} du pain ?", "Qui veut du pain ?"),
        Bad("Qui {{viens}} avec moi ?", "Qui vient avec moi ?"),
        Good("Qui es-tu ?"),
        Good("Qui êtes vous ?"),
        Good("Qui vient ?"),
    ),
)

# --- the main verb behind a relative ---------------------------------------------------------------


def _judge_behind_relative(match: Match) -> Iterator[Hit]:
    analysis = match.analysis
    number = (
        "p"
        if match["d"].has("det", features="p") and not match["d"].has("det", features="s")
        else "s"
    )
    first = match["u"]
    if "r" in match and match["r"].lower == "qui" and "3" + number not in persons(first):
        return
    group = group_at(analysis, match["d"].index, match["r"].index)
    if group is None or group.numbers != {number} or group.is_name or is_time(group.head):
        return
    for index in range(first.index + 1, match.found.end):
        verb = analysis.token(index)
        if not persons(verb) or finite_chance(verb) < 0.6:
            continue
        have = persons(verb) & {"3s", "3p"}
        other = "3s" if number == "p" else "3p"
        if have == {other} and finite_chance(verb) > 0.8 and not verb.has("prep"):
            yield from _hit(verb, "3" + number, UNSAFE)
        return


_INSIDE = "(nom|adj|ver:pp|ver:inf|prep|det|prop|name|cap|num|adv|inc)&!conj&!pro:rel"
BEHIND_RELATIVE = FunctionRule(
    code="GRM116",
    name="verb-behind-relative-wrong-number",
    message="Le sujet est avant la relative : « {fixed} ».",
    message_en="The subject stands before the relative clause: “{fixed}”.",
    why="La relative (qui, que, dont…) ne change pas le sujet de la phrase : les gens que je connais savent.",
    pattern=tuple(
        f"^ {det}@d (nom|adj)+3 {relative} {_NE} {_CL} ver:fin@u {_INSIDE}*7 {_NE} {_CL} {{{verb}}}@v"
        for det, verb in (
            ('(det:p&!det:s&!prep|"les|des")', f"{_IND}:3s&!{_IND}:3p"),
            ("(det:s&!det:p&!prep)", f"{_IND}:3p&!{_IND}:3s"),
        )
        for relative in ('"qui"@r', '"que|qu\'|dont|où"@r pro:suj')
    ),
    judge=_judge_behind_relative,
    examples=(
        Bad("Les gens que je connais {{sait}} nager.", "Les gens que je connais savent nager."),
        Bad("La dame qui aime les chats {{dorment}} tôt.", "La dame qui aime les chats dort tôt."),
        Good("Les gens que je connais savent nager."),
        Good("Le jour où ils partent approche."),
        Good("Les gens qui disent que Paul dort mentent."),
    ),
)

RULES = (
    BEHIND_RELATIVE,
    MOI,
    WHO,
    JE,
    TU,
    IL,
    ILS,
    NOUS,
    CE,
    CEST,
    PRONOUN_QUI,
    NOUN_QUI,
    NOUN_SUBJECT,
    INVERTED,
    COORDINATED,
    SECOND,
)
