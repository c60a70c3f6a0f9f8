"""Endings that sound alike: -er, -é, -ez, -ait; and forms that no subject can have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from frclean.language.analysis import Token
from frclean.rules._subject import subject_before
from frclean.rules._verbs import (
    CLITICS,
    agreeing,
    chance,
    conjugated,
    finite_chance,
    group_start,
    infinitive,
    is_clause_start,
    persons,
)
from frclean.rules.kinds import DISPLAY, SAFE, UNSAFE, Bad, FunctionRule, Good, Hit, Match, Rule

__all__ = ["RULES"]

_NE = '"ne|n\'"?'
_CL = "\"me|m'|te|t'|se|s'|le|la|l'|les|lui|leur|nous|vous|y|en\"*2"
_PAS = '"pas|plus|jamais|point|guère"?'
_ADV = '("bien|mieux|tout|ainsi"|adv&!nom&!prep&!ver&!conj&!"ne|n\'|comment|combien|pourquoi")?'
_PRONOUN_AFTER = '"-vous|-nous|-tu|-il|-elle|-on|-ils|-elles|-je|-t-il|-t-elle|-t-on"?'


def _is_e_participle(token: Token, *, masculine_singular: bool = False) -> bool:
    """« mangé »: the participle of a verb in -er."""
    if not token.lower.endswith("é" if masculine_singular else ("é", "ée", "és", "ées")):
        return False
    return any(
        r.pos == "ver" and r.tense == "pp" and r.lemma.endswith("er") for r in token.readings
    )


def _is_er_infinitive(token: Token) -> bool:
    return token.lower.endswith("er") and token.has("ver", "inf")


def _is_ez(token: Token) -> bool:
    return token.lower.endswith("ez") and token.has("ver", "pres", "2p")


def _is_imperfect(token: Token) -> bool:
    return token.lower.endswith(("ais", "ait", "aient")) and token.has("ver", "impf")


def _is_only_verb(token: Token) -> bool:
    return bool(token.readings) and all(r.pos == "ver" for r in token.readings)


def _is_short_verb(token: Token) -> bool:
    """Forms of être, avoir and pouvoir are homophones of little words: « pour peu que »."""
    return not {"être", "avoir", "pouvoir", "savoir"}.isdisjoint(token.lemmas("ver"))


def _participles(token: Token, features: str = "ms") -> tuple[str, ...]:
    """The participle in the gender and number asked for, then the other ones."""
    order = dict.fromkeys((features, "ms", "fs", "mp", "fp"))
    forms = [f for o in order for f in token.inflect("ver", tense="pp", gender=o[0], number=o[1])]
    return tuple(dict.fromkeys(forms))[:4]


def _plain_hit(token: Token, fixes: Iterable[str], applicability: object = UNSAFE) -> Iterator[Hit]:
    fixes = tuple(fixes)
    if fixes and fixes[0] != token.lower:
        yield Hit(token.span, fixes, applicability)  # type: ignore[arg-type]


# --- preposition + verb ----------------------------------------------------------------------

_STRONG_OBJECTS = frozenset("le la l' les un une ce cet cette ces son sa ses mon ma mes leur leurs "
                            "notre nos votre vos ton ta tes".split())  # fmt: skip


def _judge_preposition(match: Match) -> Iterator[Hit]:
    verb, preposition = match["v"], match["p"]
    middle = [t.lower for t in match.tokens if preposition.index < t.index < verb.index]
    if middle and middle[0] in ("pas", "plus", "jamais", "point", "guère"):
        return  # « de plus assuré »
    if not _wants_infinitive(match, verb, preposition, middle):
        return
    is_certain = _is_ez(verb) and _is_only_verb(verb) and not middle
    yield from _plain_hit(verb, infinitive(verb), SAFE if is_certain else UNSAFE)


def _wants_infinitive(match: Match, verb: Token, preposition: Token, middle: list[str]) -> bool:
    article = bool(middle) and middle[-1] in ("le", "la", "l'", "les", "leur")
    tonic = bool(middle) and middle[-1] in ("lui", "nous", "vous", "elle") and "ne" not in middle
    contracted = article and preposition.lower in ("à", "de") and middle[-1] in ("le", "les")
    if _is_ez(verb):
        return (_is_only_verb(verb) or not article) and match.before().lower not in ("un", "une")
    if _is_imperfect(verb):
        if verb.lower.startswith("ét") and "être" in verb.lemmas("ver"):
            return False
        if not middle or middle[0] in ("lui", "nous", "vous", "elle"):
            return preposition.lower in ("pour", "sans") and not middle
        return preposition.lower in ("à", "pour", "sans") or not is_clause_start(
            match.analysis, preposition.index
        )
    if _is_e_participle(verb, masculine_singular=True):
        if contracted and verb.lower.endswith("é") and not verb.has("nom"):
            return True
        if tonic:
            return preposition.lower in ("à", "de", "pour") and _has_object(match)
        if article and not contracted:
            return (
                middle[-1] in ("la", "les") and not verb.has("nom") and preposition.lower != "sur"
            )
        if article:
            return not verb.has("nom") or _has_object(match)
        return (bool(middle) and middle[-1] != "en") or _is_free_participle(
            match, verb, preposition
        )
    if contracted and middle[-1] == "les" and _is_e_participle(verb):
        return True
    return not article and _is_plain_finite(match, verb, preposition, middle)


def _is_plain_finite(match: Match, verb: Token, preposition: Token, middle: list[str]) -> bool:
    """« pour crée », « de mette »."""
    if preposition.lower not in ("pour", "de", "d'") or _is_short_verb(verb):
        return False
    if preposition.lower in ("de", "d'") and (
        verb.has("ver", "pres", "3s") or verb.lower == "doit"
    ):
        return False  # « d'archive », « de rechange »: the lexicon knows the verb only
    if verb.lower == "importe" or not verb.lower.endswith("e"):
        return False
    return (
        _is_only_verb(verb)
        and not verb.has("ver", "pp")
        and middle[-1:] not in (["en"], ["nous"], ["vous"], ["lui"])
    )


def _has_object(match: Match) -> bool:
    after = match.after()
    return after.lower in _STRONG_OBJECTS or after.lower in ("que", "qu'", "des", "du")


_PICKING = frozenset("rien quoi chose personne aucun un une encore quelqu'un plus moins tant "
                     "beaucoup trop peu autant pas deux trois ceci cela ça celui ce".split())  # fmt: skip


def _is_free_participle(match: Match, verb: Token, preposition: Token) -> bool:
    """« pour allé »: but « rien de cassé », « pour passé », « à côté » are right."""
    before = match.before()
    word = preposition.lower
    if verb.lower in ("coté", "affilé") or before.kind != "word":
        return word in ("pour", "sans") and verb.lower != "coté"
    if word in ("de", "d'") and _is_picked_out(match):
        return False
    if (
        word in ("de", "d'", "sans")
        and verb.has("nom")
        and not before.has("ver")
        and not _has_object(match)
    ):
        return False
    if word == "à":
        return _follows_verb(match) and (
            chance(verb, "nom") < 0.5 or (_has_object(match) and chance(verb, "nom") < 0.9)
        )
    if verb.has("nom") and word == "sans" and not _has_object(match):
        return False
    return chance(verb, "nom") < 0.5 or (_has_object(match) and chance(verb, "nom") < 0.9)


_SMELLS = frozenset("odeur goût parfum air allure couleur aspect et ou ni".split())


def _is_picked_out(match: Match) -> bool:
    """« rien de cassé », « une odeur de brûlé », « deux de perdus »."""
    before = match.before()
    if before.lower in _PICKING or before.lower in _SMELLS or before.has("num"):
        return True
    return match.before(2).lower in _PICKING and before.has("adj") and not before.has("nom")


def _follows_verb(match: Match) -> bool:
    """« il commence à mangé »; but « la France à mangé » is « a »."""
    before = match.before()
    if before.has("pro", "suj") or before.has("pro", "rel") or before.lower in CLITICS:
        return False
    if before.form[:1].isupper() or not before.readings:
        return False
    start = match.analysis.sentence(before.index).start
    for index in range(before.index, max(start, before.index - 12) - 1, -1):
        token = match.analysis.token(index)
        if token.form == "," or token.has("conj", "sub"):
            return False
        if token.kind == "word" and (finite_chance(token) > 0.5 or chance(token, "ver:inf") > 0.5):
            return True
    return False


PREPOSITION = FunctionRule(
    code="GRM130",
    name="preposition-without-infinitive",
    message="Après une préposition, le verbe est à l'infinitif : « {fixed} ».",
    message_en="After a preposition the verb is in the infinitive: “{fixed}”.",
    why="Après « à », « de », « pour », « sans », on écrit l'infinitif : remplacez par « prendre » pour l'entendre.",
    pattern=(
        f'"de|d\'|pour|sans|à"@p {_NE} {_PAS} {_CL} {{ver:pp:ms}}@v',
        f'"de|d\'|pour|sans|à|hormis"@p {_NE} {_PAS} {_ADV} {_CL} {{ver:2p&!nom}}@v',
        '"à|de"@p "les" {ver:pp:p}@v',
        f'"de|d\'|pour|sans|à"@p {_CL} {{ver:impf&!nom}}@v',
        f'"de|d\'|pour"@p {_NE} {_CL} {{=ver:pres/subp/imp&!ver:2p}}@v',
        f'<commencer|finir|terminer|débuter> "par"@p {_CL} {{ver:pp:ms|ver:2p&!nom}}@v',
    ),
    judge=_judge_preposition,
    surest=SAFE,
    sure_pattern=(
        '"de|d\'|pour|sans|à|hormis"@p {ver:2p&=ver}@v',
        '<commencer|finir|terminer|débuter> "par"@p {ver:2p&=ver}@v',
    ),
    examples=(
        Bad("Il est parti sans {{oublié}} ses clés.", "Il est parti sans oublier ses clés."),
        Bad("Merci de {{répondez}} vite.", "Merci de répondre vite."),
        Bad("Il a refusé de le {{mangé}}.", "Il a refusé de le manger."),
        Bad("On clique pour {{crée}} une page.", "On clique pour créer une page."),
        Good("Il n'y a rien de cassé."),
        Good("Il habite à côté du marché."),
        Good("Les coûts de marché sont élevés."),
        Good("Pour peu qu'il vienne, tout ira bien."),
        Good("Beaucoup d'entre vous savez lire."),
    ),
)

# --- modal + verb --------------------------------------------------------------------------------


def _judge_modal(match: Match) -> Iterator[Hit]:
    verb, modal = match["v"], match["m"]
    middle = [t.lower for t in match.tokens if modal.index < t.index < verb.index]
    if modal.has("nom") and (chance(modal, "nom") > 0.2 or match.before().has("det")):
        return
    if verb.lower == modal.lower:
        return  # a word written twice
    if not _modal_wants(match, verb, modal, middle):
        return
    is_certain = not middle and _is_only_verb(verb) and _is_ez(verb)
    is_certain = is_certain or (
        not middle
        and _is_e_participle(verb, masculine_singular=True)
        and "pouvoir" in modal.lemmas("ver")
        and not verb.has("nom")
    )
    yield from _plain_hit(verb, infinitive(verb), SAFE if is_certain else UNSAFE)


def _modal_wants(match: Match, verb: Token, modal: Token, middle: list[str]) -> bool:
    article = middle[-1:] in (["le"], ["l'"], ["la"], ["les"], ["leur"])
    lemmas = modal.lemmas("ver")
    if verb.lower in ("été", "importe"):
        return False
    if _is_ez(verb):
        if middle[-1:] == ["vous"] and not {"pouvoir", "devoir", "aller", "falloir"} & set(lemmas):
            return False
        if "aller" in lemmas and modal.lower in ("va", "allez", "allons"):
            return match.before().has("pro", "suj") or match.before().lower in CLITICS
        return True
    if _is_imperfect(verb):
        return not {"aller", "savoir"} & set(lemmas) and not verb.has("nom")
    if _is_e_participle(verb, masculine_singular=True):
        if (
            match.before().lower in CLITICS
            and match.before().lower not in ("ne", "n'")
            and not {"pouvoir", "devoir", "falloir", "aller"} & set(lemmas)
        ):
            return False
        if (
            match.before().lower in ("s'", "m'", "t'", "le", "la", "l'", "les", "en")
            and "aller" in lemmas
        ):
            return False
        if "vouloir" in lemmas and match.before().lower in ("le", "la", "l'", "les", "se", "s'"):
            return False
        if (article and verb.has("nom")) or (middle and "savoir" in lemmas):
            return False
        return chance(verb, "nom") < 0.4
    return (
        bool({"pouvoir", "devoir"} & set(lemmas))
        and modal.lower not in ("dû", "dus", "due", "dues", "pu", "pus")
        and _is_only_verb(verb)
        and not article
        and not verb.has("ver", "pp")
        and not _is_short_verb(verb)
        and _is_main(match, modal)
    )


def _is_main(match: Match, modal: Token) -> bool:
    """True if no relative stands before: « ceux qui peuvent aident les autres »."""
    start = match.analysis.sentence(modal.index).start
    words = (match.analysis.token(i) for i in range(start, modal.index))
    return not any(
        w.has("pro", "rel") or w.has("conj", "sub") or w.form == "," or w.lower == "s'"
        for w in words
    )


_MODALS = '<pouvoir|devoir|vouloir|falloir|oser|aller|daigner|faillir|savoir>&!"puis|devant"'
MODAL = FunctionRule(
    code="GRM131",
    name="modal-without-infinitive",
    message="Après ce verbe, on met l'infinitif : « {fixed} ».",
    message_en="After this verb comes the infinitive: “{fixed}”.",
    why="« pouvoir », « devoir », « vouloir », « aller », « il faut » se construisent avec l'infinitif.",
    pattern=(
        f'{_MODALS}&(ver:fin|ver:inf|ver:pp|ver:ppr)&!"allé|allée|allés|allées"@m '
        f'{_PRONOUN_AFTER} {_PAS} {_ADV} {_CL} {{(ver:pp:ms|ver:2p|ver:impf)&!"dû|pu|su|voulu|eu|plu"}}@v',
        f"<souhaiter|désirer|espérer|compter|préférer|penser|adorer|détester>&(ver:fin|ver:ppr)&!nom@m {_ADV} {_CL} {{ver:2p&!nom}}@v",
        "<souhaiter|désirer|espérer|compter>&(ver:fin|ver:ppr)&!nom@m {ver:pp:ms}@v",
        '<pouvoir|devoir>&ver:fin&!"puis|devant"@m {=ver:pres/subp/imp&!ver:2p}@v',
    ),
    judge=_judge_modal,
    surest=SAFE,
    sure_pattern=(
        f"{_MODALS}&(ver:fin|ver:inf|ver:pp|ver:ppr)@m {{ver:2p&=ver}}@v",
        f"{_MODALS}&<pouvoir>&(ver:fin|ver:inf|ver:pp|ver:ppr)@m {{ver:pp:ms&!nom}}@v",
        "<souhaiter|désirer|espérer|compter|préférer|penser|adorer|détester>"
        "&(ver:fin|ver:ppr)&!nom@m {ver:2p&=ver}@v",
    ),
    examples=(
        Bad("Il va {{mangé}} à midi.", "Il va manger à midi."),
        Bad("Vous devez {{appelez}} le médecin.", "Vous devez appeler le médecin."),
        Bad("On peut {{regardé}} ailleurs.", "On peut regarder ailleurs."),
        Good("Le pouvoir exercé par le roi est grand."),
        Good("Il s'en va fatigué."),
        Good("Ceux qui peuvent donnent aux autres."),
        Good("Il le veut cassé en deux."),
        Good("Qui peut parle, qui sait écoute."),
    ),
)

# --- avoir + verb ------------------------------------------------------------------------------

_FEATURES_OF = {"il": "ms", "elle": "fs", "ils": "mp", "elles": "fp", "on": "ms", "nous": "mp",
                "vous": "mp", "je": "ms", "j'": "ms", "tu": "ms"}  # fmt: skip


def _judge_avoir(match: Match) -> Iterator[Hit]:
    verb, auxiliary = match["v"], match["a"]
    if auxiliary.has("nom") and chance(auxiliary, "nom") > 0.3:
        return
    if auxiliary.lower == "as" and match.before().lower not in (
        "tu",
        "t'",
        "n'",
        "en",
        "y",
        "l'",
        "m'",
        "les",
    ):
        return
    if verb.lower in ("était", "étais", "étaient"):
        if auxiliary.lower != "a" or not _is_misspelt_to(match):
            yield from _plain_hit(verb, ("été",))
        return
    if (
        auxiliary.lower == "a"
        and not _is_er_infinitive(verb)
        and not _is_ez(verb)
        and _is_misspelt_to(match)
    ):
        return
    if verb.has("nom") and not verb.has("ver", "inf") and not _takes_object(match, verb):
        return
    if not (
        _is_er_infinitive(verb) or _is_ez(verb) or verb.lower.endswith("e") or _is_imperfect(verb)
    ):
        return
    if auxiliary.lower == "a" and verb.has("ver", "inf") and _is_misspelt_to(match):
        return
    if _is_ez(verb) and match.after().form.startswith("-"):
        return
    yield from _plain_hit(
        verb, (f for f in _participles(verb) if f.endswith(("é", "ée", "és", "ées")))
    )


#: « il a charge de », « il a peine à »: avoir and a noun without article.
_IDIOMS = frozenset("charge force cause garde peine hâte mine crainte trace rage place grâce grace "
                    "figure forme titre honte envie confiance conscience connaissance marque sorte "
                    "maille prise affaire somme commerce patience science voile escale".split())  # fmt: skip


def _takes_object(match: Match, verb: Token) -> bool:
    """« il a rencontre un ami »: a noun without article has no object."""
    after = match.after()
    if match["a"].form == "A" or match.before().form in ("-", "–"):
        return False
    if verb.lower in _IDIOMS or not verb.lower.endswith("e") or verb.has("adj"):
        return False
    return after.lower in (
        "un",
        "une",
        "le",
        "la",
        "l'",
        "les",
        "que",
        "qu'",
        "au",
        "aux",
        "à",
    ) or (after.lower in ("de", "des", "d'") and "pas" in {t.lower for t in match.tokens})


def _is_misspelt_to(match: Match) -> bool:
    """True if « a » may stand for « à »: « le travail a effectuer »."""
    analysis = match.analysis
    start = group_start(analysis, match["a"].index)
    before = analysis.token(start - 1)
    if before.form in (",", "»", '"', "”") and start > 1:
        return not match.after().form[:1].isupper() and match.after().lower not in (
            "le",
            "la",
            "l'",
        )
    if analysis.token(match["a"].index - 1).lower == "y":
        return True
    if before.has("pro", "suj") or before.lower in ("qui", "ça", "cela", "ceci", "c'"):
        return False
    if start < match["a"].index:
        return False
    for index in range(analysis.sentence(start).start, start):
        token = analysis.token(index)
        if token.kind == "word" and finite_chance(token) > 0.3:
            return True
    return subject_before(analysis, start) is None


AVOIR = FunctionRule(
    code="GRM132",
    name="avoir-without-participle",
    message="Après l'auxiliaire « avoir », on met le participe passé : « {fixed} ».",
    message_en="After the auxiliary “avoir” comes the past participle: “{fixed}”.",
    why="« il a mangé » se conjugue comme « il a pris » : après avoir, le participe passé en -é.",
    pattern=(
        f"<avoir>&(ver:fin|ver:inf|ver:ppr)@a {_PRONOUN_AFTER} {_PAS} {_ADV} {{ver:inf}}@v",
        f"<avoir>&(ver:fin|ver:inf|ver:ppr)@a {_PRONOUN_AFTER} {_PAS} {_ADV} {{ver:2p&!nom&!<avoir|être>}}@v",
        f'<avoir>&(ver:fin|ver:inf|ver:ppr)@a {_PAS} {_ADV} {{ver:impf:3s|"étaient|étais"}}@v',
        f"<avoir>&ver:fin@a {_PAS} {_ADV} {{nom&ver:pres:1s&!adj&!<avoir|être>}}@v",
        f'<avoir>&(ver:fin|ver:inf|ver:ppr)@a {_PAS} {_ADV} {{=ver:pres/subp/imp&ver:pres:1s&!"ai|suis"}}@v',
    ),
    judge=_judge_avoir,
    examples=(
        Bad("Nous avons {{manger}} tard.", "Nous avons mangé tard."),
        Bad("Elle a {{travailler}} deux ans à Lyon.", "Elle a travaillé deux ans à Lyon."),
        Bad("Le pont a {{était}} détruit.", "Le pont a été détruit."),
        Bad("Avez-vous déjà {{essayez}} ?", "Avez-vous déjà essayé ?"),
        Good("Nous avons à manger pour deux."),
        Good("Il a charge d'âmes."),
        Good("Il faut avoir l'air d'aimer manger."),
        Good("Il y a manger et manger."),
    ),
)

# --- être + verb -------------------------------------------------------------------------------


def _judge_etre(match: Match) -> Iterator[Hit]:
    verb, auxiliary = match["v"], match["e"]
    if auxiliary.has("nom") and auxiliary.lower != "été" and chance(auxiliary, "nom") > 0.3:
        return
    if not (_is_er_infinitive(verb) or (verb.lower.endswith(("e", "es")) and _is_only_verb(verb))):
        return
    if verb.has("adj") or chance(verb, "nom") > 0.1:
        return
    if auxiliary.lower in ("été", "fus", "fut", "furent") and verb.lower in _ERRANDS:
        return
    if match.before().lower == "qui" and match.before(2).lower in ("voilà", "voici"):
        return
    if any(match.before(i).lower in ("c'", "ce", "cela") for i in (1, 2)):
        return
    if auxiliary.lower in ("soit", "suis") or match.after().lower in ("c'", "ce"):
        return
    features = _subject_features(match, auxiliary)
    if features is None:
        return
    yield from _plain_hit(verb, _participles(verb, features))


#: « J'ai été chercher du pain »: être stands for aller.
_ERRANDS = frozenset("chercher promener trouver visiter regarder demander porter coucher".split())


def _subject_features(match: Match, auxiliary: Token) -> str | None:
    """Gender and number of the subject of être; None if the verb may well be an infinitive."""
    analysis = match.analysis
    if match["v"].lower.endswith("es"):
        return "mp"
    if auxiliary.lower == "été":
        return "ms"
    for token in match.tokens:
        if token.form.startswith("-") and token.kind == "word":
            return _FEATURES_OF.get(token.lower.removeprefix("-t").removeprefix("-"), "ms")
    start = group_start(analysis, auxiliary.index)
    before = analysis.token(start - 1)
    if before.lower in _FEATURES_OF:
        return _FEATURES_OF[before.lower]
    if start < auxiliary.index and analysis.token(start).lower in ("nous", "vous"):
        return "mp"
    if before.lower == "qui":
        return "ms"
    group = subject_before(analysis, start)
    if group is None or group.head.lower in _PURPOSES or match.after().lower in _STRONG_OBJECTS:
        return None
    number = "s" if "3s" in persons(auxiliary) else "p"
    genders = {r.gender for r in group.head.readings if r.pos == "nom" and r.gender}
    return ("f" if genders == {"f"} else "m") + number


_PURPOSES = frozenset(
    "but objectif rôle idée solution essentiel important mieux chose tâche mission problème "
    "question travail métier devoir moyen façon désir plaisir rêve seul principal ambition "
    "souhait art vie propos enjeu fait difficulté défi priorité".split()
)
ETRE = FunctionRule(
    code="GRM133",
    name="etre-with-infinitive",
    message="Après « être », on met ici le participe passé : « {fixed} ».",
    message_en="After “être” the past participle is meant here: “{fixed}”.",
    why="« il est mangé » se conjugue comme « il est pris » : après être, le participe passé en -é.",
    pattern=(
        f"<être>&ver:fin@e {_PRONOUN_AFTER} {_PAS} {_ADV} {{ver:inf}}@v",
        f'"été"@e {_ADV} {{ver:inf|(=ver:pres/subp/imp&ver:pres:1s)|=ver:pres/subp:2s}}@v',
        f'"sont|étaient|furent|seront|sommes|êtes"@e {_PAS} {_ADV} {{=ver:pres/subp:2s}}@v',
        f"<être>&ver:fin@e {_PRONOUN_AFTER} {_PAS} {_ADV} {{=ver:pres/subp/imp&ver:pres:1s}}@v",
    ),
    judge=_judge_etre,
    examples=(
        Bad("Elle est {{entrer}} sans frapper.", "Elle est entrée sans frapper."),
        Bad("Le vaccin est {{recommander}} aux enfants.", "Le vaccin est recommandé aux enfants."),
        Bad("Il a été {{condamner}} hier.", "Il a été condamné hier."),
        Good("Son but est gagner du temps."),
        Good("Partir, c'est mourir un peu."),
        Good("L'essentiel est participer."),
    ),
)

# --- faire, laisser + verb -----------------------------------------------------------------------


def _judge_faire(match: Match) -> Iterator[Hit]:
    verb = match["v"]
    if not (_is_e_participle(verb) or _is_ez(verb)) or verb.has("adv"):
        return
    if match.before().lower in ("à", "au", "du", "tout", "de", "le", "un", "ce", "en"):
        return
    if verb.has("nom") and match.tokens[0].lower in ("nous", "vous"):
        return
    if chance(verb, "adj") > 0.5 and match.tokens[0].lower not in ("s'", "se"):
        return
    yield from _plain_hit(verb, infinitive(verb))


FAIRE = FunctionRule(
    code="GRM134",
    name="faire-without-infinitive",
    message="Après « faire », on met l'infinitif : « {fixed} ».",
    message_en="After “faire” comes the infinitive: “{fixed}”.",
    why="« se faire prendre », « faire payer » : faire se construit avec l'infinitif.",
    pattern=(
        '"se|s\'|me|m\'|te|t\'|nous|vous" <faire>&(ver:fin|ver:inf) "pas|plus"? {ver:pp|ver:2p}@v',
        '"s\'|me|te|se|nous|vous" <être>&ver:fin "pas|plus"? "fait" {ver:pp}@v',
        '(<avoir>&ver:fin|pro:suj) "pas|plus"? <faire>&!"faite|faits|faites" {ver:pp:ms}@v',
    ),
    judge=_judge_faire,
    examples=(
        Bad("Il s'est fait {{arrêté}} hier.", "Il s'est fait arrêter hier."),
        Bad("Elle se fait {{opérée}} demain.", "Elle se fait opérer demain."),
        Good("C'est un fait avéré."),
        Good("Il est tout à fait adapté."),
        Good("Il se fait tard."),
    ),
)

# --- subject pronoun + infinitive or participle ---------------------------------------------------

_PERSON_OF = {"je": "1s", "j'": "1s", "tu": "2s", "il": "3s", "on": "3s", "ils": "3p",
              "nous": "1p", "vous": "2p"}  # fmt: skip


def _is_inverted(match: Match) -> bool:
    before = match.before()
    return before.kind == "word" and (finite_chance(before) > 0.4 or before.lower == "t")


def _judge_pronoun(match: Match) -> Iterator[Hit]:
    verb, pronoun = match["v"], match["p"]
    if _is_inverted(match):
        return
    person = _PERSON_OF[pronoun.lower]
    if verb.lower in ("fiche", "ficher", "foutre"):
        return
    if verb.has("ver", "inf"):
        tenses = ("pres", "impf", "ps") if pronoun.lower in ("nous", "vous") else ("pres", "impf")
        yield from _plain_hit(verb, conjugated(verb, person, tenses), UNSAFE)
    elif verb.lower not in ("soussigné", "soussignée", "soussignés", "dit", "né"):
        yield from _plain_hit(verb, _for_participle(match, verb, person), DISPLAY)


def _for_participle(match: Match, verb: Token, person: str) -> Iterator[str]:
    """« il mangé »: « mange », « a mangé »; « il s'arrêté »: « est arrêté »."""
    middle = {t.lower for t in match.tokens[1:-1]}
    lemma = "être" if middle & {"se", "s'", "me", "m'", "te", "t'"} else "avoir"
    words = match.analysis.analyser.lexicon
    auxiliary = words.inflect(lemma, "ver", tense="pres", person=person[0], number=person[1])
    plain = conjugated(verb, person, ("pres", "impf"))
    if verb.lower.endswith("é") and lemma == "avoir":
        yield from plain[:2]
    yield from (f"{form} {verb.lower}" for form in auxiliary[:1])
    yield from plain


PRONOUN = FunctionRule(
    code="GRM135",
    name="pronoun-without-finite-verb",
    message="Après ce sujet, il faut un verbe conjugué : « {fixed} ».",
    message_en="After this subject a finite verb is needed: “{fixed}”.",
    why="« je », « tu », « il », « on » sont sujets : le verbe qui les suit se conjugue.",
    pattern=(
        f'"je|j\'|il|ils|on|tu"@p {_NE} {_CL} {{ver:inf}}@v',
        f'"je|j\'|il|ils"@p {_NE} {_CL} {{ver:pp&!ver:fin&!adv&!prep}}@v',
    ),
    judge=_judge_pronoun,
    examples=(
        Bad("Demain, il {{manger}} avec nous.", "Demain, il mange avec nous."),
        Bad("Hier, je {{mangé}} trop vite.", "Hier, je mange trop vite."),
        Good("Je soussigné déclare tout."),
        Good("Peut-il manger ici ?"),
        Good("Que peut-on regarder ce soir ?"),
    ),
)


def _judge_vous(match: Match) -> Iterator[Hit]:
    verb, pronoun = match["v"], match["p"]
    if not (_is_er_infinitive(verb) or _is_e_participle(verb)):
        return
    person = _PERSON_OF[pronoun.lower]
    if pronoun.lower == match.tokens[0].lower and (
        _is_inverted(match) or match.before().has("prep")
    ):
        return
    yield from _plain_hit(verb, conjugated(verb, person, ("pres", "impf", "ps")))


_SURE_OPENER = '"si|lorsque|quand|puisque|car"'
VOUS = FunctionRule(
    code="GRM136",
    name="vous-with-infinitive",
    message="« vous » (ou « nous ») est sujet : écrivez « {fixed} ».",
    message_en="“vous” (or “nous”) is the subject: write “{fixed}”.",
    why="Après « vous » sujet, le verbe se termine par -ez ; remplacez par « vous prenez » pour l'entendre.",
    pattern=(
        '^ "vous"@p {"aller"}@v',
        '("que|qu\'|où|dont|et|mais|quand|si"|pro:int|pro:rel) "vous"@p {"aller"}@v',
        f'{_SURE_OPENER} "vous|nous"@p {_NE} {_CL} {{ver:inf}}@v',
        f'{_SURE_OPENER} "vous"@p {_NE} {_CL} {{ver:pp:ms&!nom}}@v',
        f'"vous"@p "ne|n\'" {_CL} {{ver:inf}}@v',
        '"vous"@p "nous|me|m\'|lui|leur" {ver:inf}@v',
        f'"vous|nous"@p "qui" {_NE} {_CL} {{ver:inf|ver:pp:ms}}@v',
        f'^ "vous"@p {_CL} {{ver:pp:ms}}@v',
    ),
    judge=_judge_vous,
    examples=(
        Bad("Vous {{aller}} trop vite.", "Vous allez trop vite."),
        Bad("Si vous {{penser}} à lui, appelez.", "Si vous pensez à lui, appelez."),
        Bad("Vous qui {{décider}} de tout, parlez.", "Vous qui décidez de tout, parlez."),
        Good("Vous aider est notre métier."),
        Good("Il peut vous aller chercher du pain."),
        Good("Pour vous aider, appelez-nous."),
        Good("Je ne sais que vous dire."),
    ),
)

# --- en + participle ---------------------------------------------------------------------------


def _judge_gerund(match: Match) -> Iterator[Hit]:
    verb = match["v"]
    if match.before().has("pro", "suj") or match.before().lower in CLITICS:
        return
    if verb.has("nom") or verb.has("adj") or verb.has("ver", "inf") or verb.lower == "importe":
        return
    yield from _plain_hit(verb, verb.inflect("ver", tense="ppr")[:1])


GERUND = FunctionRule(
    code="GRM137",
    name="en-without-participle",
    message="Après « en », on met le participe présent : « {fixed} ».",
    message_en="After “en” comes the present participle: “{fixed}”.",
    why="Le gérondif se forme avec « en » et le participe présent en -ant.",
    pattern=(
        "\"en\" \"ne|n'|me|m'|te|t'|se|s'\" {ver:fin}@v",
        '"en" "ne|n\'" "me|m\'|te|t\'|se|s\'|y|le|la|l\'|les|lui|leur" {ver:fin}@v',
        '"en" "m\'|t\'|s\'" "y|en" {ver:fin}@v',
        '"en" "le|les|lui|leur" {ver:pres:3p&!ver:3s}@v',
        '^ "en" {ver:pres:3p&!ver:3s&!<être|avoir|faire|aller|découler|résulter>}@v',
    ),
    judge=_judge_gerund,
    examples=(
        Bad(
            "En se {{contentent}} de peu, il vit heureux.",
            "En se contentant de peu, il vit heureux.",
        ),
        Bad(
            "En n'{{arrivent}} pas à l'heure, il a tout raté.",
            "En n'arrivant pas à l'heure, il a tout raté.",
        ),
        Good("Ils en parlent encore."),
        Good("En y pensant bien, c'est faux."),
        Good("Il s'en souvient."),
    ),
)

# --- imperatives -------------------------------------------------------------------------------


def _judge_imperative(match: Match) -> Iterator[Hit]:
    verb = match["v"]
    after = match.after()
    if after.form.startswith("-") or after.lower in ("tu", "y", "en"):
        return
    if verb.lower == "vas":
        yield from _plain_hit(verb, ("va",))
        return
    if verb.has("nom") or verb.has("adj") or verb.has("prep"):
        return
    words = verb.inflect("ver", tense="imp", person="2", number="s")
    close = tuple(w for w in words if verb.lower == w + "s")
    yield from _plain_hit(verb, close)


IMPERATIVE = FunctionRule(
    code="GRM120",
    name="imperative-with-s",
    message="À l'impératif, ce verbe ne prend pas de s : « {fixed} ».",
    message_en="In the imperative this verb takes no s: “{fixed}”.",
    why="À la deuxième personne de l'impératif, les verbes en -er n'ont pas de s, sauf devant « en » et « y ».",
    source="Académie française",
    pattern=(
        '^ {ver:pres:2s&!ver:imp:2s&!nom|"vas"}@v (det|prep|adv|ver:inf|pro:ton|"moi|toi|que|qu\'|pas|plus")',
        "^ \"ne|n'\" \"me|m'|te|t'|le|la|l'|les|lui|leur|nous|y|en\"*2 {ver:pres:2s&!ver:imp:2s}@v",
        '^ "t\'|te" {ver:pres:2s&!ver:imp:2s}@v "pas"',
        '^ {"saches|aies|veuilles"}@v (det|prep|adv|nom|"que|qu\'|pas")',
    ),
    judge=_judge_imperative,
    examples=(
        Bad("{{Manges}} ta soupe !", "Mange ta soupe !"),
        Bad("N'{{oublies}} pas le pain.", "N'oublie pas le pain."),
        Bad("{{Vas}} chercher ta sœur.", "Va chercher ta sœur."),
        Good("Vas-y doucement."),
        Good("Penses-tu à moi ?"),
        Good("Portes ouvertes à la mairie."),
        Good("Prends ton temps."),
    ),
)


_WITNESSES = frozenset("te t' toi ton ta tes tu -toi".split())
_BARE_VERBS = frozenset("prend apprend comprend met tient vient rend attend répond entend descend défend "
                        "perd sort dort sert suit court croit voit sait boit lit vit fait dit "
                        "souvient revient soit".split())  # fmt: skip


def _judge_bare_imperative(match: Match) -> Iterator[Hit]:
    verb, analysis = match["v"], match.analysis
    sentence = analysis.sentence(verb.index)
    words = {analysis.token(i).lower for i in sentence}
    is_addressed = not words.isdisjoint(_WITNESSES) or (
        analysis.token(sentence.stop).form == "!" and len(sentence) <= 8
    )
    if verb.lower not in _BARE_VERBS or not is_addressed or match.after().form.startswith("-"):
        return
    if words & {"il", "elle", "on", "qui", "ou"} or match.after().has("pro", "suj"):
        return
    fixes = verb.inflect("ver", tense="imp", person="2", number="s")
    yield from _plain_hit(verb, fixes[:1])


BARE_IMPERATIVE = FunctionRule(
    code="GRM124",
    name="imperative-without-s",
    message="À l'impératif, écrivez « {fixed} » et non « {found} ».",
    message_en="In the imperative, write “{fixed}”.",
    why="Hors des verbes en -er, l'impératif singulier prend un s : prends, fais, tiens, sois.",
    pattern=(
        '^ {ver:pres:3s&!ver:imp:2s}@v (det|prep|adv|"attention|pas|bien|vite|confiance|ta|ton|tes")',
        '^ "ne|n\'" "me|m\'|te|t\'|le|la|l\'|les|lui|leur|nous|y|en"*2 {ver:pres:3s&!ver:imp:2s}@v "pas|plus|jamais"',
        '^ {"soit"}@v (adj|adv)',
    ),
    judge=_judge_bare_imperative,
    examples=(
        Bad("{{Prend}} ton manteau.", "Prends ton manteau."),
        Bad("{{Fait}} attention !", "Fais attention !"),
        Good("Fait à Paris, le 3 mai."),
        Good("Prends ton manteau."),
        Good("Vient ensuite le tour de Paul."),
    ),
)


def _judge_imperative_pronoun(match: Match) -> Iterator[Hit]:
    verb, pronoun = match["v"], match["p"].lower
    if pronoun in ("-y", "-en"):
        forms = [f + "s" for f in (verb.lower,) if f.endswith("e") or f == "va"]
        yield from _plain_hit(verb, forms)
        return
    if verb.lower.endswith(("er", "é")):
        fixes = verb.inflect("ver", tense="imp", person="2", number="p")
        yield from _plain_hit(verb, fixes[:1])
        return
    fixes = verb.inflect("ver", tense="imp", person="2", number="s")
    yield from _plain_hit(verb, fixes[:1])


IMPERATIVE_PRONOUN = FunctionRule(
    code="GRM121",
    name="imperative-before-pronoun",
    message="Devant ce pronom, l'impératif s'écrit « {fixed} ».",
    message_en="Before this pronoun the imperative is written “{fixed}”.",
    why="« donne-moi », « prends-le » sont des impératifs ; devant « y » et « en », l'impératif prend un s.",
    pattern=(
        '{ver&!ver:imp&!adv&!prep}@v "-moi|-le|-la|-les|-lui|-leur|-toi"@p',
        '{ver:imp:2s&!ver:pres:2s}@v "-y|-en"@p',
    ),
    judge=_judge_imperative_pronoun,
    examples=(
        Bad("{{Donnes}}-moi la main.", "Donne-moi la main."),
        Bad("{{Dit}}-lui bonjour.", "Dis-lui bonjour."),
        Bad("{{Pense}}-y ce soir.", "Penses-y ce soir."),
        Good("Prends-le donc."),
        Good("Vas-y."),
        Good("Dites-lui de venir."),
    ),
)

_INVERTED = {
    "1s": '"-je"', "2s": '"-tu"', "3s": '"-il|-elle|-on|-t-il|-t-elle|-t-on"',
    "3p": '"-ils|-elles"', "2p": '"-vous"', "1p": '"-nous"',
}  # fmt: skip
_IND = "ver:pres/impf/fut/cond/ps/subp/subi"
_PERSON_AFTER = {
    "-je": "1s", "-tu": "2s", "-il": "3s", "-elle": "3s", "-on": "3s", "-t-il": "3s",
    "-t-elle": "3s", "-t-on": "3s", "-ils": "3p", "-elles": "3p", "-vous": "2p", "-nous": "1p",
}  # fmt: skip


def _judge_inversion(match: Match) -> Iterator[Hit]:
    verb, pronoun = match["v"], match["p"].lower
    person = _PERSON_AFTER[pronoun]
    if verb.lower == "peut" and person == "1s":
        yield from _plain_hit(verb, ("puis",))
        return
    if verb.has("ver", "imp") and pronoun in ("-nous", "-vous"):
        return
    if verb.has("ver", "inf"):
        yield from _plain_hit(verb, conjugated(verb, person))
        return
    yield from _plain_hit(verb, agreeing(verb, person))


INVERSION = FunctionRule(
    code="GRM122",
    name="inverted-pronoun-wrong-person",
    message="Le verbe s'accorde avec le pronom qui le suit : « {fixed} ».",
    message_en="The verb agrees with the pronoun behind it: “{fixed}”.",
    why="Dans l'inversion, le pronom reste le sujet : « peux-tu », « vont-ils ».",
    pattern=tuple(
        f"{{(ver:fin|ver:inf)&!{_IND}:{person}}}@v {words}@p" for person, words in _INVERTED.items()
    ),
    judge=_judge_inversion,
    examples=(
        Bad("{{Peut}}-tu venir ?", "Peux-tu venir ?"),
        Bad("Où {{va}}-ils dormir ?", "Où vont-ils dormir ?"),
        Good("Puissé-je vous convaincre !"),
        Good("Donne-nous le pain."),
        Good("A-t-elle dormi ?"),
    ),
)


def _judge_negative(match: Match) -> Iterator[Hit]:
    verb = match["v"]
    if not _is_er_infinitive(verb):
        return
    yield from _plain_hit(verb, verb.inflect("ver", tense="imp", person="2", number="p")[:1])


NEGATIVE_IMPERATIVE = FunctionRule(
    code="GRM123",
    name="negative-imperative-in-er",
    message="À l'impératif, écrivez « {fixed} ».",
    message_en="In the imperative, write “{fixed}”.",
    why="« ne » et « pas » entourent l'impératif (ne mangez pas) et précèdent l'infinitif (ne pas manger).",
    pattern=(
        f'^ "ne|n\'" {_CL} {{ver:inf&!<être|avoir|pouvoir|savoir|oser>}}@v "pas|jamais|plus|rien"',
        f'(","|"mais|et") "ne|n\'" {_CL} {{ver:inf&!<être|avoir|pouvoir|savoir|oser>}}@v "pas|jamais"',
    ),
    judge=_judge_negative,
    examples=(
        Bad("Ne {{manger}} pas trop vite.", "Ne mangez pas trop vite."),
        Bad("N'{{hésiter}} pas à nous appeler.", "N'hésitez pas à nous appeler."),
        Good("Ne pas manger trop vite."),
        Good("Ne savoir pas lire est un malheur."),
    ),
)


def _judge_reflexive(match: Match) -> Iterator[Hit]:
    verb = match["v"]
    if not _is_e_participle(verb, masculine_singular=True) or match.before().has("pro", "suj"):
        return
    yield from _plain_hit(
        verb, (*infinitive(verb), *conjugated(verb, "3s", ("pres", "impf"))), DISPLAY
    )


REFLEXIVE = FunctionRule(
    code="GRM138",
    name="se-before-participle",
    message="« se » ne peut précéder un participe seul : « {fixed} » ?",
    message_en="“se” cannot stand before a bare participle: “{fixed}”?",
    why="Après « se », le verbe est à l'infinitif ou conjugué : s'occuper, s'occupe, s'est occupé.",
    applicability=DISPLAY,
    pattern='(ver|nom|adj|adv|sign|prop|name)&!prep "se|s\'" {ver:pp:ms&!ver:fin&!prep}@v',
    judge=_judge_reflexive,
    examples=(
        Bad("Elle a pu se {{reposé}} un peu.", "Elle a pu se reposer un peu."),
        Bad("On le voit s'{{éloigné}} vite.", "On le voit s'éloigner vite."),
        Good("On le voit s'éloigner."),
        Good("Il s'est éloigné."),
    ),
)

# --- the wrong auxiliary -----------------------------------------------------------------------


def _judge_auxiliary(match: Match) -> Iterator[Hit]:
    auxiliary = match["a"]
    words = match.analysis.analyser.lexicon
    fixes = [
        form
        for reading in auxiliary.readings
        if reading.lemma == "avoir" and reading.person
        for form in words.inflect(
            "être", "ver", tense=reading.tense, person=reading.person, number=reading.number
        )
    ]
    yield from _plain_hit(auxiliary, dict.fromkeys(fixes))


AUXILIARY = FunctionRule(
    code="GRM139",
    name="avoir-for-etre",
    message="Ce verbe se conjugue avec « être » : « {fixed} ».",
    message_en="This verb is conjugated with “être”: “{fixed}”.",
    why="Les verbes pronominaux, et « aller, venir, arriver, partir, naître », prennent l'auxiliaire être.",
    pattern=(
        '"s\'" {<avoir>&ver:3s&!"eut"}@a "pas|plus|jamais|déjà|bien"? ver:pp&!nom',
        '"il|elle|ils|elles" "se" {<avoir>&ver:fin}@a ver:pp',
        '"tu|il|elle|on|ils|elles" {<avoir>&ver:fin}@a "pas|déjà"? '
        '"allé|allée|allés|allées|arrivé|arrivée|arrivés|arrivées|venu|venue|venus|parti|partis|devenu|devenue|revenu"',
    ),
    judge=_judge_auxiliary,
    examples=(
        Bad("Il s'{{a}} trompé de jour.", "Il s'est trompé de jour."),
        Bad("Hier, il {{a}} allé au marché.", "Hier, il est allé au marché."),
        Good("Il s'est trompé."),
        Good("Il a monté la caisse."),
        Good("Elle a descendu la valise."),
    ),
)

RULES: tuple[Rule, ...] = (
    AUXILIARY,
    BARE_IMPERATIVE,
    REFLEXIVE,
    IMPERATIVE,
    IMPERATIVE_PRONOUN,
    INVERSION,
    NEGATIVE_IMPERATIVE,
    PREPOSITION,
    MODAL,
    AVOIR,
    ETRE,
    FAIRE,
    PRONOUN,
    VOUS,
    GERUND,
)
