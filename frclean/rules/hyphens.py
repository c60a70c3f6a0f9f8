"""Rules about hyphens: inversions, imperatives, -ci and -là, compounds, numbers, place names."""

from __future__ import annotations

from collections.abc import Iterator

from frclean.language.analysis import Token
from frclean.language.lexicon import lexicon
from frclean.rules._compounds import (
    AFTER_ARTICLE,
    LOCUTIONS,
    NOUNS,
    PLACES,
    WITHOUT_HYPHENS,
    place_key,
)
from frclean.rules._text import BLANKS, is_adjacent, is_one_phrase, word_set
from frclean.rules.kinds import (
    SAFE,
    UNSAFE,
    Bad,
    FunctionRule,
    Good,
    Hit,
    Match,
    Rule,
    TokenRule,
)


def _hyphened(match: Match) -> str:
    """The marked tokens as they are written, with hyphens for the blanks."""
    return match.span.slice(match.analysis.text).translate(dict.fromkeys(map(ord, BLANKS), "-"))


# --- inversions ----------------------------------------------------------------------------------

_T_ON = '"t-il|t-elle|t-on|t-ils|t-elles"'


def _with_t(match: Match) -> str:
    """« a t il », « a t'il », « a t-il » -> « a-t-il »; « ont t-ils » -> « ont-ils »."""
    verb = match.marked[0].form
    pronoun = match.marked[-1].lower.removeprefix("t-")
    link = "-" if verb[-1] in "td" else "-t-"
    return verb + link + pronoun


INVERSION_T = TokenRule(
    code="GRM300",
    name="inversion-without-hyphens",
    message="Le t de l'inversion s'écrit entre deux traits d'union : « {fixed} ».",
    message_en="The t of an inversion stands between two hyphens: “{fixed}”.",
    why="Le t euphonique se place entre deux traits d'union entre le verbe et il, elle, on ; ce n'est pas "
    "un pronom élidé, il ne prend pas d'apostrophe.",
    source="Académie française, Dictionnaire, 9e édition, « T »",
    pattern=(
        f"{{ver:3s|ver:3p {_T_ON}}}",
        '{ver:3s|ver:3p "t|t\'" "il|elle|on|ils|elles"}',
        '{ver:3s|ver:3p "-" "t" "-" "il|elle|on"}',
    ),
    fix=_with_t,
    applicability=SAFE,  # no other reading: « t-on » is no word
    examples=(
        Bad(
            "« C'est vrai », {{confie t-on}} au journal.", "« C'est vrai », confie-t-on au journal."
        ),
        Bad("Que {{va t'il}} se passer ?", "Que va-t-il se passer ?"),
        Bad("Où {{est t-elle}} ?", "Où est-elle ?"),
        Good("Comment t'appelles-tu, et y a-t-il du pain ?"),
        Good("Je t'aime ; il t'aime."),
    ),
)

_GLUED_T = ("a-t'il", "a-t'elle", "a-t'on")


def _judge_t(match: Match) -> Iterator[Hit]:
    """« a-t'il », « aime-t'on »: one unknown word."""
    token = match.marked[0]
    head, _, tail = token.lower.rpartition("-t'")
    if tail in ("il", "elle", "on", "ils", "elles") and _is_verb(head):
        link = "-" if head[-1] in "td" else "-t-"
        yield Hit(token.span, (token.form[: len(head)] + link + tail,))


def _is_verb(form: str, person: str = "3") -> bool:
    return any(r.pos == "ver" and r.person == person for r in lexicon().readings(form))


INVERSION_T_APOSTROPHE = FunctionRule(
    code="GRM301",
    name="inversion-t-apostrophe",
    message="Le t de l'inversion ne prend pas d'apostrophe : « {fixed} ».",
    why="Le t euphonique n'est pas un pronom élidé : il s'écrit entre deux traits d'union.",
    pattern="hyph&in:ends_in_t",
    judge=_judge_t,
    applicability=SAFE,
    examples=(
        Bad("{{A-t'il}} plu ?", "A-t-il plu ?"),
        Bad("Combien y {{aura-t'on}} gagné ?", "Combien y aura-t-on gagné ?"),
        Good("Va-t'en, et que l'on n'en parle plus."),
        Good("A-t-il plu ?"),
    ),
)

NEEDLESS_T = TokenRule(
    code="GRM302",
    name="needless-euphonic-t",
    message="Le verbe finit déjà par le son t : « {fixed} ».",
    why="Le t euphonique ne s'intercale qu'après une voyelle : peut-on, prend-il, ont-ils.",
    # The verbs that questions are mostly asked with are in order.
    pattern='{(ver:3s|ver:3p)&!"a|va|aura|sera|fera|faudra" "-t-il|-t-elle|-t-on|-t-ils|-t-elles"}',
    fix=lambda m: m.marked[0].form + m.marked[1].lower[2:],
    # « convainc-t-il », « vainc-t-il »: the c does not sound.
    when=lambda m: m.marked[0].lower[-1] in "td",
    applicability=SAFE,
    examples=(
        Bad("{{Peut-t-on}} entrer ?", "Peut-on entrer ?"),
        Bad("Que {{font-t-ils}} ?", "Que font-ils ?"),
        Good("Vainc-t-il toujours ?"),
        Good("A-t-on le droit d'entrer ?"),
    ),
)

MISSING_T = TokenRule(
    code="GRM303",
    name="missing-euphonic-t",
    message="Entre deux voyelles, un t s'intercale : « {fixed} ».",
    why="Un t euphonique sépare le verbe qui finit par une voyelle et il, elle, on.",
    # In the other tenses, and in these verbs, the t is that of the verb.
    pattern=(
        '{ver:pres/ps/fut/subp/subi:3s&!"dit|est|fait|fit|peut|doit|faut|veut|sait|répondit|reprit"'
        ' "-il|-elle|-on"}'
    ),
    fix=lambda m: m.marked[0].form + "-t" + m.marked[1].lower,
    when=lambda m: m.marked[0].lower[-1] in "aec",
    applicability=SAFE,
    examples=(
        Bad("{{Mange-il}} de la viande ?", "Mange-t-il de la viande ?"),
        Bad("Y {{a-il}} du pain ?", "Y a-t-il du pain ?"),
        Good("Peut-il venir ?"),
        Good("Mange-t-on bien ici ?"),
    ),
)

#: What announces a question, so that a subject may follow its verb.
_ASKING = '"où|quand|comment|pourquoi|combien|que|qu\'|qui|quoi|quel|quelle|quels|quelles|lequel|laquelle"'
_TELLING = (
    "<dire>|<répondre>|<demander>|<ajouter>|<crier>|<expliquer>|<affirmer>|<déclarer>|<préciser>"
    "|<souligner>|<murmurer>|<penser>|<écrire>|<reprendre>|<confier>|<poursuivre>|<conclure>"
    "|<estimer>|<rappeler>|<annoncer>|<raconter>|<assurer>|<s'exclamer>|<insister>|<noter>"
    "|<commenter>|<lancer>|<regretter>|<indiquer>|<témoigner>|<résumer>|<remarquer>"
)


def _agree(match: Match) -> bool:
    """True if the verb has the person and the number of the pronoun behind it."""
    *_, verb, pronoun = match.marked
    wanted = {"je": "1s", "tu": "2s", "nous": "1p", "vous": "2p", "ils": "3p", "elles": "3p"}.get(
        pronoun.lower, "3s"
    )
    return any(
        r.pos == "ver" and r.tense not in ("imp", "subp", "subi") and r.person + r.number == wanted
        for r in verb.readings
    )


def _ends_in_question(match: Match) -> bool:
    """True if the sentence does not end like a statement."""
    sentence = match.analysis.sentence(match.marked[0].index)
    end = match.analysis.token(min(sentence.stop, len(match.analysis) - 1))
    return "?" in end.form or "!" in end.form or end.form == "¶"


def _inverted(match: Match) -> str:
    *before, verb, pronoun = match.marked
    text = match.analysis.text
    head = text[before[0].start : verb.end] if before else verb.form
    link = "-"
    if pronoun.lower in ("il", "elle", "on") and verb.lower[-1] in "aec":
        link = "-t-"
    return head + link + pronoun.lower


def _is_inversion(match: Match) -> bool:
    return is_one_phrase(match) and _agree(match)


INVERSION_TOLD = TokenRule(
    code="GRM304",
    name="inversion-after-quotation",
    message="Dans une inversion, un trait d'union lie le verbe et le pronom : « {fixed} ».",
    why="Le pronom sujet placé derrière son verbe lui est lié par un trait d'union (dit-elle).",
    pattern=(
        '","|"»"|"”"|quote|"?"|"!"|"…" {(' + _TELLING + ')&(ver:3s|ver:3p) "il|elle|on|ils|elles"} '
        '","|fin|"»"|"«"|":"|prep|conj|adv|ver:ppr',
        'quote|"»"|"”" "," "se|s\'|lui|leur|me|m\'"? {(ver:3s|ver:3p)&!nom "il|elle|on|ils'
        '|elles"} ","|fin|"»"|":"',
        '"," "me|m\'" {<dire>&ver:2p "vous"} ","|fin',
    ),
    fix=_inverted,
    when=lambda m: _is_inversion(m) and _is_speech(m),
    examples=(
        Bad("« Je viens », {{dit elle}}.", "« Je viens », dit-elle."),
        Bad("« Il pleut », {{ajoute il}} en riant.", "« Il pleut », ajoute-t-il en riant."),
        Good("« Je viens », dit-elle."),
        Good("Ce qu'il pense, elle le sait."),
    ),
)


def _is_speech(match: Match) -> bool:
    """True if a quotation stands just before, or what follows cannot be the verb of the pronoun."""
    before = match.tokens[0]
    if before.form != "," or match.after(0).form in ",.…»«:!?":
        return True
    return before.analysis.token(before.index - 1).form in ("»", '"', "”")


INVERSION_ASKED = TokenRule(
    code="GRM305",
    name="inversion-in-question",
    message="Dans une inversion, un trait d'union lie le verbe et le pronom : « {fixed} ».",
    message_en="A hyphen links verb and pronoun in an inversion: “{fixed}”.",
    why="Le pronom sujet placé derrière son verbe lui est lié par un trait d'union.",
    source="Grevisse, Le Bon Usage, § 109",
    pattern=(
        # A subject pronoun behind the verb that opens the sentence or follows a question word.
        '^ {ver:fin&!nom:p "je|tu|il|ils|on"} !("que|qu\'|qui"|ver:fin)',
        f'{_ASKING} {{ver:fin "je|tu|il|ils|on"}}',
        f'{_ASKING} {{ver:fin&!nom "nous|vous|elle|elles|iels"}}',
        f'{_ASKING} nom {{ver:fin&!nom "je|tu|il|ils|on|nous|vous|elle|elles"}}',
        f'{_ASKING} any any*3 {{ver:2p&!nom "vous"}}',
        '^ "mais|et|ou|alors|pourquoi"? {ver:fin&!nom&!adj "nous|vous|elle|elles|iels"}',
        '{(<être>|<avoir>|<pouvoir>|<devoir>|<falloir>|<aller>|ver:cond)&ver:fin "il|ils|on|je'
        '|tu"}',
    ),
    fix=_inverted,
    when=lambda m: _is_inversion(m) and _is_question(m),
    examples=(
        Bad("{{Peut on}} entrer ?", "Peut-on entrer ?"),
        Bad("Comment {{allez vous}} ?", "Comment allez-vous ?"),
        Bad("Quand {{viendra elle}} ?", "Quand viendra-t-elle ?"),
        Good("Que vous voulez-vous amuser, je le sais."),
        Good("Ce que dit le maire, il le fera."),
        Good("Vous voulez vous amuser ?"),
    ),
)


def _is_question(match: Match) -> bool:
    """True if the sentence asks, and the pronoun is not the object of a verb that has its subject."""
    verb, pronoun = match.marked[-2:]
    if not _ends_in_question(match):
        return False
    if verb.lower == "puis" and match.analysis.token(pronoun.index + 1).has("ver", "impf/pres/ps"):
        return False  # « puis je voulais partir »
    if pronoun.lower == "tu" and verb.analysis.token(verb.index - 1).lower in (
        "me",
        "je",
        "se",
        "s'",
    ):
        return False  # « je me suis tu »
    if pronoun.lower in ("nous", "vous", "elle", "elles"):
        before = [t.lower for t in verb.analysis.tokens(verb.index - 4, verb.index)]
        return pronoun.lower not in before and before[-1] != "qui"
    return True


EST_CE = TokenRule(
    code="GRM306",
    name="est-ce-without-hyphen",
    message="« est-ce » prend un trait d'union : « {fixed} ».",
    why="« ce » est ici le sujet placé derrière son verbe.",
    pattern=(
        '^ {"est" "ce"} "que|qu\'"',
        '!"ce|tout" "qu\'" {"est" "ce"} "que|qu\'|qui"|fin',
        '"quand|comment|pourquoi|où|qui|quoi|combien" {"est" "ce"} "que|qu\'"',
        '"n\'" {"est" "ce"} "pas"',
        '^ "n\'" {"est" "ce"} "pas"',
    ),
    fix="est-ce",
    when=is_one_phrase,
    applicability=SAFE,
    examples=(
        Bad("{{Est ce}} que tu viens ?", "Est-ce que tu viens ?"),
        Bad("Qu'{{est ce}} que c'est ?", "Qu'est-ce que c'est ?"),
        Good("L'essentiel est ce que tu fais."),
        Good("Il demande ce qu'est ce produit."),
    ),
)

# --- imperatives -------------------------------------------------------------------------------

_IMPERATIVE = "(ver:imp:2s|ver:imp:1p|ver:imp:2p)&!<être>&!<avoir>"
_CLAUSE_START = '","|";"|"et|mais|alors|donc|puis"'
_CLOSER = 'fin|","|")"|";"|":"|"»"'


def _is_commanding(match: Match) -> bool:
    """True if no subject stands before the verb."""
    verb = match.marked[0]
    before = verb.analysis.token(verb.index - 1)
    return is_one_phrase(match) and before.lower not in ("nous", "vous", "tu", "je", "qui", "ne")


IMPERATIVE_OBJECT = TokenRule(
    code="GRM307",
    name="imperative-without-hyphen",
    message="Un trait d'union lie l'impératif et son pronom : « {fixed} ».",
    message_en="A hyphen links an imperative and its pronoun: “{fixed}”.",
    why="Le pronom complément placé derrière un impératif lui est lié par un trait d'union "
    "(rappelons-le).",
    source="Académie française, Dictionnaire, 9e édition, « impératif »",
    # Closed on both sides, « le » can only be a pronoun: no noun follows.
    pattern=(
        f'{_CLAUSE_START}|"("|"–"|"—" {{{_IMPERATIVE}&!nom "le|la|les"}} {_CLOSER}',
        f'^ {{{_IMPERATIVE}&!nom "le|la|les"}} {_CLOSER}',
        f'^ {{{_IMPERATIVE} "moi|toi"}}',
        f'{_CLAUSE_START} {{{_IMPERATIVE}&!nom "moi|toi"}}',
        '^ {"vas|allons|allez|viens|venez|retournez|restons" "y"} !ver:inf',
        '"," {"vas|allons|allez|viens|venez|retournez|restons" "y"} !ver:inf',
    ),
    fix=_hyphened,
    when=_is_commanding,
    applicability=SAFE,
    examples=(
        Bad("Le maire, {{rappelons le}}, est candidat.", "Le maire, rappelons-le, est candidat."),
        Bad("{{Dites moi}} la vérité.", "Dites-moi la vérité."),
        Bad("{{Vas y}}, c'est à toi.", "Vas-y, c'est à toi."),
        Good("Rappelons le fait principal : il pleut."),
        Good("Pense, toi aussi, à l'avenir."),
        Good("Allez y mettre de l'ordre."),
        Good("La ville, nous le rappelons, les accueille."),
    ),
)

IMPERATIVE_INDIRECT = TokenRule(
    code="GRM308",
    name="imperative-indirect-without-hyphen",
    message="Un trait d'union lie l'impératif et son pronom : « {fixed} ».",
    why="Le pronom complément placé derrière un impératif lui est lié par un trait d'union.",
    pattern=(
        # « demandez lui du pain »: neither a subject nor a noun can follow the verb.
        f'^ {{{_IMPERATIVE}&!nom&!adj "lui"}} nom&!ver|adv',
        f'^ {{{_IMPERATIVE}&!nom&!adj "en"}} fin|num|"un|une|deux|trois|plus"',
        f'^ {{{_IMPERATIVE}&!nom&!adj "lui|leur"}} det|prep|"que|qu\'|si"|fin|","',
        f'{_CLAUSE_START} {{{_IMPERATIVE}&!nom&!adj "lui|leur"}} det|prep|"que|qu\'|si"|fin',
        '^ {(ver:imp:1p)&!nom "nous"}',
        '^ {(ver:imp:2p)&!nom&!<être>&!<avoir> "vous"} prep|det|adv|fin|","',
        f'{_CLAUSE_START} {{(ver:imp:2p)&!nom&!<être>&!<avoir> "vous"}} fin|","',
    ),
    fix=_hyphened,
    when=lambda m: _is_commanding(m) and _is_not_possessive(m),
    examples=(
        Bad("{{Demandez lui}} du pain.", "Demandez-lui du pain."),
        Bad("{{Retrouvons nous}} demain.", "Retrouvons-nous demain."),
        Good("Montrez leur maison aux enfants."),
        Good("Lui demandez-vous du pain ?"),
    ),
)


def _is_not_possessive(match: Match) -> bool:
    return match.marked[1].lower != "leur" or not match.after(0).has("nom")


def _is_pair_of_pronouns(match: Match) -> bool:
    verb, first, second = match.marked
    if first.lower in ("m'", "t'"):
        before = verb.analysis.token(verb.index - 1)
        return is_adjacent(verb, first) and before.form in "¶.!?…,;:«" and not verb.has("nom")
    return is_adjacent(first, second) or is_adjacent(verb, first)


SECOND_PRONOUN = TokenRule(
    code="GRM309",
    name="second-pronoun-without-hyphen",
    message="Les deux pronoms sont liés à l'impératif par des traits d'union : « {fixed} ».",
    why="Quand deux pronoms suivent l'impératif, chacun prend son trait d'union (dites-le-moi).",
    pattern=(
        '^ {ver:imp "le|la|les" "moi|toi"}',
        '^ {ver:imp "le|la|les" "lui|leur|nous"} fin|","|prep',
        '{ver:imp "-le|-la|-les" "moi|toi|lui|nous|vous|leur"} fin|","|prep|adv|conj',
        '{ver:imp "m\'|t\'" "en"} !"pas"',
        '{ver:imp "le|la|les" "-moi|-toi|-lui|-nous|-leur"}',
    ),
    fix=_hyphened,
    when=_is_pair_of_pronouns,
    applicability=SAFE,
    examples=(
        Bad("{{Donne-les moi}} tout de suite.", "Donne-les-moi tout de suite."),
        Bad("{{Dites-le nous}}.", "Dites-le-nous."),
        Good("Dites-le-moi tout de suite."),
        Good("Donne-le à lui seul, et va-t'en."),
    ),
)


def _judge_t_en(match: Match) -> Iterator[Hit]:
    """« souviens-t-en »: one unknown word; « va-t-en-guerre » has another tail."""
    token = match.marked[0]
    head, mark, tail = token.lower.rpartition("-t-")
    if mark and tail in ("en", "y") and _is_imperative(head):
        yield Hit(token.span, (f"{token.form[: len(head)]}-t'{tail}",))


def _is_imperative(form: str) -> bool:
    return any(r.pos == "ver" and r.tense == "imp" for r in lexicon().readings(form))


T_EN = FunctionRule(
    code="GRM310",
    name="t-en-with-hyphens",
    message="Devant « en », le pronom « te » s'élide : « {fixed} ».",
    why="Dans « va-t'en », t' est le pronom te, élidé : il prend une apostrophe.",
    pattern='in:ends_in_en|"va-t-en|Va-t-en"',
    judge=_judge_t_en,
    applicability=SAFE,
    examples=(
        Bad("{{Va-t-en}} !", "Va-t'en !"),
        Bad("{{Souviens-t-en}}.", "Souviens-t'en."),
        Good("Va-t'en d'ici."),
        Good("Y a-t-en ligne un dictionnaire ?"),
    ),
)

# --- -ci, -là, -même ----------------------------------------------------------------------------

CELUI_CI = TokenRule(
    code="GRM311",
    name="celui-ci",
    message="« {found} » prend un trait d'union : « {fixed} ».",
    why="Les démonstratifs sont liés à « ci » et « là » par un trait d'union.",
    pattern=(
        '{"celui|celle|ceux|celles" "ci|là"}',
        '{"ceux|celles|celui" "-" "ci|là"}',
    ),
    fix=lambda m: m.marked[0].lower + "-" + m.marked[-1].lower,
    applicability=SAFE,
    examples=(
        Bad("Il préfère {{celui ci}}.", "Il préfère celui-ci."),
        Bad("{{Ceux là}} sont rares.", "Ceux-là sont rares."),
        Good("Celui qui est là, celle d'ici."),
        Good("Celui-ci est rare."),
    ),
)

NOUN_LA = TokenRule(
    code="GRM312",
    name="noun-ci-la",
    message="Après « ce », un trait d'union lie le nom et « ci » ou « là » : « {fixed} ».",
    why="Les particules « ci » et « là » qui renforcent un démonstratif sont liées au nom.",
    source="Académie française, Dictionnaire, 9e édition, « là »",
    pattern=(
        '"ce|cet|cette|ces" {nom&!cap&!ver:fin "là"} (<être>|<avoir>)&ver:fin|","|"qui|ne|n\'|se|me"',
        '"ce|cet|cette|ces" {nom&!cap "ci"} !"joint|dessus|dessous|après|contre|devant|avant'
        '|inclus"',
        '"ce|cet|cette|ces" {"jour|jours|moment|heure|époque|fois|année|années|soir|nuit|matin'
        "|temps"
        '|instant|été|hiver|printemps|automne|gens|cas|endroit|semaine|point|niveau|période|date|saison|sens" "là"}',
    ),
    fix=_hyphened,
    when=lambda m: is_one_phrase(m) and not m.marked[0].form[0].isupper(),
    examples=(
        Bad("Il pleuvait ce {{jour là}}.", "Il pleuvait ce jour-là."),
        Bad("Il est venu ces {{jours ci}}.", "Il est venu ces jours-ci."),
        Good("Ce jour-là, il pleuvait."),
        Good("Ces documents ci-joints sont à lire."),
        Good("Le jour, là où il pleut, est court."),
    ),
)

LA_BAS = TokenRule(
    code="GRM313",
    name="la-bas",
    message="« {found} » prend un trait d'union : « {fixed} ».",
    why="Ces adverbes composés prennent un trait d'union.",
    source="Académie française, Dictionnaire, 9e édition",
    pattern=(
        '{"là" "bas|haut|dedans|dessus|dessous"} !"et|ou|de|d\'|du|des"|fin',
        '{"là" "bas|haut|dedans|dessus|dessous"} fin|","',
        '{"ci" "joint|jointe|joints|jointes|dessus|dessous|contre|après|inclus|incluse|devant'
        '|gît"}',
        '{"jusque|jusques" "là"}',
        '{"avant" "hier"}',
        '{"après" "demain"}',
    ),
    fix=_hyphened,
    when=lambda m: is_one_phrase(m) and not _is_after_pas(m),
    applicability=SAFE,
    examples=(
        Bad("La clé est {{là dedans}}.", "La clé est là-dedans."),
        Bad("Il est venu {{avant hier}}.", "Il est venu avant-hier."),
        Good("Ils vivent en dessous, au dessus-de-lit près."),
        Good("La voix, là, bas et rauque."),
    ),
)


def _is_after_pas(match: Match) -> bool:
    """« pas après demain matin »: rare, but then two words."""
    return match.marked[0].lower == "après" and match.before().lower in ("pas", "d'")


AU_DESSUS = TokenRule(
    code="GRM332",
    name="au-dessus",
    message="« {found} » prend un trait d'union : « {fixed} ».",
    why="« au-dessus », « au-dessous », « au-delà », « par-dessus » prennent un trait d'union ; « en "
    "dessus », « en dessous » n'en prennent pas.",
    source="Académie française, Dictionnaire, 9e édition, « dessus »",
    pattern=('{"au" "dessus|dessous|delà"}', '{"par" "dessus|dessous|delà"}'),
    fix=_hyphened,
    when=is_one_phrase,
    applicability=UNSAFE,  # older books and some administrations write two words
    examples=(
        Bad("Il vit {{au dessus}} d'un bar.", "Il vit au-dessus d'un bar."),
        Bad("Il a sauté {{par dessus}} le mur.", "Il a sauté par-dessus le mur."),
        Good("Il vit en dessous, et le dessus est neuf."),
        Good("Il vit au-dessus d'un bar."),
    ),
)

MEME = TokenRule(
    code="GRM314",
    name="pronoun-meme",
    message="« même » est lié au pronom par un trait d'union : « {fixed} ».",
    why="« même » se lie par un trait d'union au pronom personnel qu'il renforce (lui-même).",
    source="Académie française, Dictionnaire, 9e édition, « même »",
    pattern=(
        '{"moi|toi|soi|lui" "même"} !("si|quand|pas|plus|avec|à|dans|au|en|pour|de|des|un|une"'
        "|num)",
        '{"eux|elles" "mêmes"}',
        '{"nous|vous" "mêmes"}',
        '"d\'|à|par|pour|en|sur|avec|de" {"elle|vous" "même"} fin|","|")"',
        '{"elle" "même"} fin|","|")"',
        '^ {"vous|nous|elle|toi|moi" "même"} ","',
    ),
    fix=_hyphened,
    when=is_one_phrase,
    applicability=SAFE,
    examples=(
        Bad("Il l'a fait {{lui même}}.", "Il l'a fait lui-même."),
        Bad("Ils se sont trompés {{eux mêmes}}.", "Ils se sont trompés eux-mêmes."),
        Good("Il le lui a dit, à lui même pas âgé de dix ans."),
        Good("Eux même n'y croient plus."),
        Good("Elle même si elle dort."),
    ),
)


def _judge_meme(match: Match) -> Iterator[Hit]:
    token = match.marked[0]
    head, _, _ = token.lower.rpartition("-")
    if number := _NUMBERS.get(head):
        yield Hit(token.span, (token.form[: len(head)] + number,))
    elif head not in _EITHER_NUMBER:
        yield from _judge_tail(match, ("même", "mêmes"))


#: What « même » is linked to, with the number that it takes from it.
_NUMBERS = {
    **dict.fromkeys(("moi", "toi", "soi", "lui"), "-même"),
    **dict.fromkeys(("eux", "elles"), "-mêmes"),
}
_EITHER_NUMBER = frozenset(("nous", "vous", "elle"))


NOUN_MEME = FunctionRule(
    code="GRM315",
    name="noun-meme",
    message="« même » ne se lie qu'aux pronoms : « {fixed} ».",
    why="Le trait d'union lie « même » aux seuls pronoms personnels : le jour même, ici même.",
    source="Académie française, Dictionnaire, 9e édition, « même »",
    pattern="inc&in:ends_in_même",
    judge=_judge_meme,
    applicability=SAFE,
    examples=(
        Bad("Il est parti le {{jour-même}}.", "Il est parti le jour même."),
        Bad("C'est {{ici-même}} qu'il vécut.", "C'est ici même qu'il vécut."),
        Bad("Ils y sont allés {{eux-même}}.", "Ils y sont allés eux-mêmes."),
        Good("Lui-même et celui-là même."),
        Good("Une demi-journée."),
    ),
)


def _judge_tail(match: Match, tails: tuple[str, ...]) -> Iterator[Hit]:
    token = match.marked[0]
    head, _, tail = token.lower.rpartition("-")
    if tail in tails and head in lexicon() and "-" not in head:
        yield Hit(token.span, (token.form[: len(head)] + " " + token.form[len(head) + 1 :],))


VERB_LA = TokenRule(
    code="GRM316",
    name="verb-la",
    message="« là » est ici un adverbe : « {fixed} ».",
    why="« là » se lie à un nom ou à un démonstratif, non à un verbe.",
    pattern='{ver:fin&!nom&!adj&!adv&!pro&low "-là"}',
    fix=lambda m: m.marked[0].form + " là",
    examples=(
        Bad("Il y {{aurait-là}} une faute.", "Il y aurait là une faute."),
        Bad("Ce {{serait-là}} une erreur.", "Ce serait là une erreur."),
        Good("Ce jour-là, ces rapports-là, celui-là."),
        Good("Il y aurait là une faute."),
    ),
)

# --- adverbs and conjunctions ------------------------------------------------------------------


#: By the words in lower case: « outre-Manche » has a capital of its own.
_LOCUTION_OF = {key.lower(): locution for key, locution in LOCUTIONS.items()}


def _locution_fix(match: Match) -> str:
    key = " ".join(token.lower for token in match.marked).replace("' ", "'")
    return _LOCUTION_OF[key]


LOCUTION = TokenRule(
    code="GRM317",
    name="locution-without-hyphens",
    message="« {found} » prend des traits d'union : « {fixed} ».",
    why="Cette locution s'écrit avec des traits d'union.",
    source="Académie française, Dictionnaire, 9e édition",
    pattern=tuple(
        "{" + " ".join(f'"{word}"' for word in key.replace("'", "' ").split()) + "}"
        for key in LOCUTIONS
    ),
    fix=_locution_fix,
    when=is_one_phrase,
    applicability=SAFE,
    examples=(
        Bad("Il faut {{c'est à dire}} partir.", "Il faut c'est-à-dire partir."),
        Bad("Un regard {{vis à vis}} des autres.", "Un regard vis-à-vis des autres."),
        Bad("Un {{soi disant}} ami.", "Un soi-disant ami."),
        Good("Il est vis-à-vis de lui."),
        Good("C'est-à-dire que la vis est à lui."),
    ),
)

PEUT_ETRE = TokenRule(
    code="GRM318",
    name="peut-etre",
    message="L'adverbe prend un trait d'union : « {fixed} ».",
    message_en="The adverb takes a hyphen: “{fixed}”.",
    why="« peut-être » est un adverbe ; « peut être » est le verbe pouvoir suivi d'un infinitif.",
    pattern=(
        # Another finite verb before or behind: « peut » is not the verb.
        '(<être>|<avoir>)&ver:fin {"peut" "être"}',
        '"c\'|n\'" "est" {"peut" "être"}',
        '"pas|jamais|rien" {"peut" "être"}',
        '"," {"peut" "être"} ","|fin|"même|que|qu\'|pas|aussi|parce"',
        '^ {"peut" "être"} ver:fin&!nom',
        '^ {"peut" "être"} "que|qu\'|même|pas|un|une|le|la|les|il|elle|on|est|sont|ont|avez|en'
        "|je|j'|nous|vous"
        '|ce|cela|ai|aussi|faut|faudrait|parce"',
        '(ver:fin&!nom&!<pouvoir>) {"peut" "être"} det|prep|pro|adv',
    ),
    fix="peut-être",
    when=lambda m: is_one_phrase(m) and not _is_relative(m),
    examples=(
        Bad("Il est {{peut être}} malade.", "Il est peut-être malade."),
        Bad("{{Peut être}} que oui.", "Peut-être que oui."),
        Good("Cela peut être vrai."),
        Good("Ce qui est peut être dit."),
        Good("Qui l'aime peut être fier."),
    ),
)


def _is_relative(match: Match) -> bool:
    """« ce qui est peut être dit »: the finite verb before belongs to a relative."""
    first = match.marked[0]
    before = [t.lower for t in first.analysis.tokens(first.index - 5, first.index)]
    return any(
        word in ("qui", "que", "qu'", "ce", "quoi", "dont", "où", "comme") for word in before
    )


# --- numbers ---------------------------------------------------------------------------------------

_UNITS = '"deux|trois|quatre|cinq|six|sept|huit|neuf"'
_TENS = '"vingt|trente|quarante|cinquante"'

NUMBER = TokenRule(
    code="GRM319",
    name="number-without-hyphen",
    message="Les nombres inférieurs à cent prennent un trait d'union : « {fixed} ».",
    why="Un trait d'union lie les éléments d'un nombre inférieur à cent (sauf avec « et », où l'usage "
    "traditionnel s'en passe).",
    source="Académie française, Dictionnaire, 9e édition, « trait d'union »",
    pattern=(
        '{"quatre" "vingt|vingts"}',
        '{"quatre" "vingt" "-"? ' + _UNITS + "}",
        '{"dix" "sept|huit"}',
        '{"soixante|quatre-vingt" "dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit'
        "|dix-neuf|deux"
        '|trois|quatre|cinq|six|sept|huit|neuf"}',
        f"{{{_TENS} {_UNITS}}}",
        '{"quatre-vingt" "un|une"}',
    ),
    fix=_hyphened,
    when=is_one_phrase,
    unless=('"cent|mille|heure|heures" "quatre" "vingt"',),
    applicability=SAFE,
    examples=(
        Bad("Il a {{quatre vingts}} ans.", "Il a quatre-vingts ans."),
        Bad("Elle a {{vingt deux}} ans.", "Elle a vingt-deux ans."),
        Bad("Il en a {{soixante dix}}.", "Il en a soixante-dix."),
        Good("Vingt et un, trente-et-un, quatre-vingt-un."),
        Good("Cent deux, mille neuf cent deux."),
    ),
)

SOI_DISANT = TokenRule(
    code="GRM333",
    name="soi-disant",
    message="« {found} » s'écrit « soi-disant », sans accord.",
    why="« soi-disant » vient de « se disant soi(-même) » : c'est le pronom « soi », et il est invariable.",
    source="Académie française, Dictionnaire, 9e édition, « soi-disant »",
    pattern=(
        '{"sois-disant|soit-disant|soi-disants|soi-disante|soi-disantes|soit-disants|soies-disant"}',
        '{"sois|soit" "disant"}',
    ),
    fix="soi-disant",
    applicability=SAFE,
    examples=(
        Bad("Un {{soit-disant}} expert.", "Un soi-disant expert."),
        Bad("Les {{soi-disants}} experts.", "Les soi-disant experts."),
        Good("Un soi-disant expert, soit dit en passant."),
        Good("Les soi-disant experts."),
    ),
)

DEMI = TokenRule(
    code="GRM334",
    name="demie-before-noun",
    message="Devant le nom, « demi » est invariable et suivi d'un trait d'union : « {fixed} ».",
    why="« demi » placé devant un nom ne varie pas et s'y lie par un trait d'union (une demi-heure) ; "
    "placé derrière, il prend le genre (une heure et demie).",
    source="Académie française, Dictionnaire, 9e édition, « demi »",
    pattern='{"demie|demies" nom:f&!adj&low}',
    fix=lambda m: "demi-" + m.marked[1].form,
    when=lambda m: is_one_phrase(m) and m.before().lower != "et" and m.before().has("det"),
    applicability=SAFE,
    examples=(
        Bad("Une {{demie heure}} plus tard.", "Une demi-heure plus tard."),
        Bad("Deux {{demies bouteilles}}.", "Deux demi-bouteilles."),
        Good("Une heure et demie. La demie sonne."),
        Good("Il boit deux demis bien frais."),
    ),
)

ET_DEMI = TokenRule(
    code="GRM335",
    name="et-demi",
    message="Derrière le nom, « demi » prend son genre, jamais son nombre : « {fixed} ».",
    why="« et demi » s'accorde en genre avec le nom qui précède : une heure et demie, un an et demi.",
    source="Académie française, Dictionnaire, 9e édition, « demi »",
    pattern=(
        'nom:f&!nom:m&!"midi" "et" {"demi|demis|demies"}',
        'nom:m&!nom:f&!"midi|minuit" "et" {"demie|demis|demies"}',
    ),
    fix=lambda m: "demie" if m.tokens[0].has("nom", features="f") else "demi",
    when=lambda m: (
        m.marked[0].lower != ("demie" if m.tokens[0].has("nom", features="f") else "demi")
    ),
    applicability=SAFE,
    examples=(
        Bad("Une heure et {{demi}} plus tard.", "Une heure et demie plus tard."),
        Bad("Deux ans et {{demie}}.", "Deux ans et demi."),
        Good("Deux heures et demie, un an et demi."),
        Good("Midi et demi, minuit et demie."),
    ),
)

CAD = TokenRule(
    code="GRM331",
    name="cad",
    message="L'abréviation de « c'est-à-dire » est « c.-à-d. » : écrivez « {fixed} » ou le mot entier.",
    why="L'usage typographique abrège « c'est-à-dire » en « c.-à-d. ».",
    source="Imprimerie nationale, Lexique des règles typographiques, « abréviations »",
    pattern='{"cad|càd|c-à-d"&low}',
    fix=("c.-à-d.", "c'est-à-dire"),
    when=lambda m: m.after().form != ".",
    examples=(
        Bad("Il est herbivore, {{càd}} qu'il broute.", "Il est herbivore, c.-à-d. qu'il broute."),
        Bad("Le jour J, {{cad}} demain.", "Le jour J, c.-à-d. demain."),
        Good("Il dessine avec un logiciel de CAD."),
        Good("Le jour J, c'est-à-dire demain."),
    ),
)

QUELQUES_UNS = TokenRule(
    code="GRM320",
    name="quelques-uns",
    message="« {found} » prend un trait d'union : « {fixed} ».",
    why="Le pronom pluriel de « quelqu'un » s'écrit « quelques-uns », « quelques-unes ».",
    pattern='{"quelques" "uns|unes|un|une"}',
    fix=lambda m: "quelques-" + m.marked[1].lower.rstrip("s") + "s",
    when=is_one_phrase,
    applicability=SAFE,
    examples=(
        Bad("{{Quelques uns}} sont venus.", "Quelques-uns sont venus."),
        Bad("J'en ai vu {{quelques unes}}.", "J'en ai vu quelques-unes."),
        Good("Les uns et les autres, quelques-uns."),
        Good("Quelqu'un est venu."),
    ),
)

# --- hyphens too many ------------------------------------------------------------------------------


_BEFORE_QUE = word_set("parce tandis alors ainsi bien dès pour sans avant après depuis")


def _judge_needless(match: Match) -> Iterator[Hit]:
    token = match.marked[0]
    lower = token.lower
    if "-" not in lower or lower in lexicon():
        return
    if lower in WITHOUT_HYPHENS:
        sure = not lower.startswith("en-")  # « en-dessous » has its defenders
        yield Hit(token.span, (_parted(token.form),), SAFE if sure else UNSAFE)
        return
    head, _, tail = lower.rpartition("-")
    if head in _BEFORE_QUE and (tail == "que" or tail.startswith("qu'")):
        yield Hit(token.span, (_parted(token.form),))
    elif _is_row_of_adverbs(lower.split("-")):
        yield Hit(token.span, (_parted(token.form),), UNSAFE)


def _is_row_of_adverbs(parts: list[str]) -> bool:
    # « très-grand » is how the nineteenth century wrote; a single letter may be a label.
    return parts[0] != "très" and all(len(part) > 1 and _is_invariable(part) for part in parts)


def _parted(form: str) -> str:
    return form.replace("-", " ").replace("' ", "'")


def _is_invariable(form: str) -> bool:
    """True for prepositions, conjunctions and adverbs that are nothing else."""
    readings = lexicon().readings(form)
    return bool(readings) and all(r.pos in ("adv", "prep", "conj") for r in readings)


NEEDLESS_HYPHEN = FunctionRule(
    code="GRM321",
    name="needless-hyphen",
    message="« {found} » s'écrit sans trait d'union : « {fixed} ».",
    message_en="No hyphen here: “{fixed}”.",
    why="Cette locution s'écrit en mots séparés.",
    source="Académie française, Dictionnaire, 9e édition",
    pattern="hyph&(inc|name)",
    judge=_judge_needless,
    sure_pattern="in:needless_hyphen|in:ends_in_que",
    applicability=SAFE,
    examples=(
        Bad("C'est {{tout-à-fait}} vrai.", "C'est tout à fait vrai."),
        Bad("Il dort {{parce-que}} la nuit tombe.", "Il dort parce que la nuit tombe."),
        Bad("{{Bien-sûr}}, il dort.", "Bien sûr, il dort."),
        Good("Il est peut-être au-dessus, là-bas."),
        Good("Un laissez-passer et un je-ne-sais-quoi."),
    ),
)

FRACTION = TokenRule(
    code="GRM322",
    name="fraction-with-hyphen",
    message="Les fractions s'écrivent sans trait d'union : « {fixed} ».",
    why="Le numérateur et le dénominateur d'une fraction sont deux mots : les deux tiers.",
    pattern='{"deux-tiers|trois-quarts|trois-cinquièmes|deux-cinquièmes|quatre-cinquièmes|Trois-quarts|Deux-tiers"}',
    fix=lambda m: m.marked[0].form.replace("-", " "),
    # « un trois-quarts »: a coat, a rugby player, a violin.
    when=lambda m: m.before().lower not in ("un", "le", "en", "manteau", "ailier", "de", "ligne"),
    examples=(
        Bad("Les {{deux-tiers}} des élèves.", "Les deux tiers des élèves."),
        Bad("{{Trois-quarts}} des élèves.", "Trois quarts des élèves."),
        Good("Il joue en trois-quarts centre."),
        Good("Les deux tiers des élèves."),
    ),
)

# --- compounds ------------------------------------------------------------------------------------


def _compound_of(tokens: list[Token]) -> str | None:
    """The known compound that some words make with hyphens between them, as it is written."""
    words = lexicon()
    parts = "".join(t.form if t.form.endswith("'") else t.form + "-" for t in tokens).rstrip("-")
    for form in (parts, parts.lower()):
        if form in words:
            return form
    return None


def _judge_compound(match: Match) -> Iterator[Hit]:
    tokens = match.marked
    if not is_one_phrase(match) or any(t.form.isupper() and len(t.form) > 1 for t in tokens):
        return
    form = _compound_of(tokens)
    if form is None:
        return
    if not any(r.pos in ("nom", "adj", "prop") for r in lexicon().readings(form)):
        return
    yield Hit(match.span, (_hyphened(match),))


#: First words that may be verbs or adverbs of their own behind « de » (« de laisser passer »).
_LIVE = word_set(
    "face tête corps porte bouche goutte pied va sauve savoir laisser laissez faire bien mal "
    "mieux nouveau "
    "premier dernier mort terre tout pot pots aller couper plus moins chez trop sur sous après "
    "avant contre "
    "sans hors pas passe petit petits grand lance casse monte coupe garde trompe serre cache"
)
_BEFORE_NOUN = 'det|"super|énorme|vrai|véritable|petit|nouveau|grand|ancien"'
_ARTICLE = "\"l'|d'|un|des|les|cet|ces|mon|mes|son|ses|leur|leurs|nos|vos|aucun\""


def _words(key: str) -> str:
    """The words of a compound as the marked elements of a pattern."""
    return "{" + " ".join(f'"{word}"' for word in key.replace("'", "' ").split()) + "}"


def _is_compound_noun(match: Match) -> bool:
    """False where the words can be read one by one: « par petit à petit », « un sans gêne »."""
    first, last = match.marked[0], match.marked[-1]
    before, after = first.analysis.token(first.index - 1), last.analysis.token(last.index + 1)
    if before.has("pro") and first.has("ver") and not before.has("det", "ind"):
        # « il la porte parole »: « la » may be a pronoun.
        earlier = before.analysis.token(before.index - 1)
        if earlier.has("pro", "suj") or earlier.lower in ("ne", "n'", "qui", "se"):
            return False
    if before.lower in ("le", "la", "les", "l'") and first.has("ver", "inf"):
        return before.analysis.token(before.index - 1).form in "¶.!?"  # « pour les laisser passer »
    if last.lower == "vin" and after.has("adj"):
        return False  # « des pots de vin blanc »
    return not (last.lower in ("être", "vivre", "faire") and after.has("ver", "pp"))


def _judge_noun(match: Match) -> Iterator[Hit]:
    if not is_one_phrase(match) or not _is_compound_noun(match):
        return
    first = match.marked[0]
    # « le porte parole »: the article fits neither the verb nor the feminine noun.
    article = first.analysis.token(first.index - 1)
    is_odd = article.lower in ("le", "un", "ce", "du", "au") and first.has("ver", "pres", "3s")
    sure = is_odd and not first.has("nom", features="ms")
    yield Hit(match.span, (_hyphened(match),), SAFE if sure else UNSAFE)


NOUN = FunctionRule(
    code="GRM330",
    name="noun-without-hyphens",
    message="Ce nom composé prend un trait d'union : « {fixed} ».",
    message_en="This compound noun takes hyphens: “{fixed}”.",
    why="Derrière un déterminant, ces mots forment un nom composé, qui prend un trait d'union.",
    source="Académie française, Dictionnaire, 9e édition",
    pattern=(
        *(f"{_BEFORE_NOUN} {_words(key)}" for key in NOUNS),
        *(f'"d\'|de" {_words(key)}' for key in NOUNS if key.split()[0] not in _LIVE),
        '!"à" {"sang" "froid"}',
        *(f"{_ARTICLE} {_words(key)}" for key in AFTER_ARTICLE),
    ),
    judge=_judge_noun,
    surest=SAFE,
    examples=(
        Bad("Ils ont fixé un {{cessez le feu}}.", "Ils ont fixé un cessez-le-feu."),
        Bad("Il a pris le {{bas côté}}.", "Il a pris le bas-côté."),
        Bad("C'est un {{va et vient}} constant.", "C'est un va-et-vient constant."),
        Good("Ils sont face à face et il va et vient."),
        Good("Des pots de vin blanc."),
        Good("Il n'a pas d'à priori."),
    ),
)


COMPOUND = FunctionRule(
    code="GRM323",
    name="compound-without-hyphen",
    message="Ce mot composé prend un trait d'union : « {fixed} ».",
    message_en="This compound takes a hyphen: “{fixed}”.",
    why="Le dictionnaire ne connaît ce nom composé qu'avec un trait d'union.",
    # Words that do not follow each other otherwise: a determiner before a verb or a preposition, a
    # masculine adjective before a feminine noun. Two nouns do (« assurance maladie »).
    pattern=(
        'det {"après|avant|sans|hors|sous|contre|outre|non" nom&low}',
        "det {comp&ver&!nom&!adj&!adv nom&low}",
        "det:m {comp&ver:3s&nom:f&!nom:m&!adj nom&low}",
        "det:p {comp&ver:3s&nom:s&!nom:p&!adj nom&low}",
        '{"grand" nom:fs&!nom:ms&!adj&low}',
        'det {"rendez" "vous"}',
        '"en|sur|de|par|sans" {"rendez" "vous"} !ver',
        '{inc&comp&!"vade" nom|inc}',
        'det:ms|"cet|l\'|cette|d\'|chaque|une" {"après" "midi"}',
        '"de|l\'|d\'|une|un|sans|aucune|arrières" {"arrière|arrières" nom&low}',
    ),
    judge=_judge_compound,
    examples=(
        Bad("C'est un {{pare feu}} efficace.", "C'est un pare-feu efficace."),
        Bad("J'ai un {{rendez vous}} demain.", "J'ai un rendez-vous demain."),
        Bad("Sa {{grand mère}} est morte.", "Sa grand-mère est morte."),
        Good("Rendez vous service, et rendez-vous à l'évidence."),
        Good("Il porte plainte et garde espoir."),
        Good("Après midi, il dort."),
    ),
)

#: Words of their own as well (« un extra », « un post », « à demi »): only where a known compound
#: comes out.
_FREE = word_set("extra super hyper ultra micro mini auto post pro quasi sous sur")
#: Prefixes that may also be joined to their word without a hyphen.
_SOLID = word_set("anti pré ré néo pseudo co")
#: Words that take nearly any noun behind a determiner: contre-enquête, non-rêveurs.
_OPEN = word_set("contre avant après non")


def _judge_prefix(match: Match) -> Iterator[Hit]:
    prefix, word = match.marked
    if not is_adjacent(prefix, word) or prefix.form.isupper() or word.lower not in lexicon():
        return
    before = match.analysis.token(prefix.index - 1)
    if before.lower in ("à", "et") and prefix.lower in ("demi", "contre"):
        return
    if word.lower in ("mineur", "majeur", "bémol", "dièse"):
        return  # « en ré mineur »
    words = lexicon()
    with_hyphen, solid = f"{prefix.lower}-{word.lower}", prefix.lower + word.lower
    known = [form for form in (with_hyphen, solid) if form in words]
    if known or _is_productive(prefix, word, before):
        if prefix.lower in _FREE | _OPEN and not _is_prefixed(prefix, word, before):
            return
        yield Hit(match.span, tuple(known) or (with_hyphen, solid)[: 1 + (prefix.lower in _SOLID)])


def _is_productive(prefix: Token, word: Token, before: Token) -> bool:
    """True if the prefix makes new compounds freely."""
    if prefix.lower in ("avant", "après") and word.has("adj"):
        return False
    if prefix.lower in _OPEN:
        return word.has("nom") and (
            prefix.lower != "non" or before.lower in ("les", "des", "aux", "ces")
        )
    if prefix.lower == "ex":
        return word.has("nom")
    return prefix.lower not in _FREE | {"co", "multi", "poly", "infra", "vice"}


def _is_prefixed(prefix: Token, word: Token, before: Token) -> bool:
    """True if a word such as « sous », « non », « avant » can only be a prefix where it stands."""
    if word.has("adj") and not word.has("nom") and prefix.lower not in ("non", "quasi", "super"):
        return not before.has("det")
    if word.has("ver", "pp") or word.has("ver", "inf"):
        return prefix.lower in ("sous", "contre") and not before.has("det")
    return before.has("det") and not before.has("pro", "suj")


PREFIX = FunctionRule(
    code="GRM324",
    name="prefix-without-hyphen",
    message="Ce préfixe ne s'écrit pas seul : « {fixed} ».",
    why="Un préfixe se lie au mot qu'il modifie par un trait d'union, ou se soude à lui.",
    pattern=(
        '{"demi|semi|mi|néo|pré|anti|vice|ex|pseudo|micro|mini|multi|poly|extra|super|hyper|ultra'
        '|infra|auto|co|post|pro|ré|non|quasi" (nom|adj)&low}',
        "{=pref (nom|adj)&low}",
        '{"sous|contre|post|anti|extra|inter|intra" adj&!nom&!ver:fin&!num&!det&low}',
        '{"sous|contre|sur" ver:pp|ver:inf}',
        'det {"contre|avant|après|non" nom&low}',
    ),
    judge=_judge_prefix,
    examples=(
        Bad("Une {{demi heure}} plus tard.", "Une demi-heure plus tard."),
        Bad("Le {{vice président}} est là.", "Le vice-président est là."),
        Bad("Les traités {{anti terroristes}}.", "Les traités antiterroristes."),
        Bad("L'affaire {{politico financière}}.", "L'affaire politico-financière."),
        Good("Une heure et demie, avant midi, sous contrôle."),
        Good("Un produit extra frais, un super mari, un vice caché."),
        Good("Les arbres sont à demi morts."),
    ),
)

MI_MONTH = TokenRule(
    code="GRM325",
    name="mi-without-hyphen",
    message="« mi » se lie au mot suivant : « {fixed} ».",
    why="L'élément « mi » est toujours lié par un trait d'union : mi-mars, mi-temps, mi-2016.",
    pattern=(
        '{"mi" "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre'
        "|décembre"
        "|temps|chemin|hauteur|parcours|course|mandat|saison|journée|figue|clos|raisin|pente"
        '|corps|voix"}',
        '!"do|ré|la" {"mi" num}',
    ),
    fix=lambda m: "mi-" + m.marked[1].form,
    when=lambda m: (
        is_one_phrase(m) and (m.marked[1].kind != "number" or len(m.marked[1].form) == 4)
    ),
    applicability=SAFE,
    examples=(
        Bad("La réunion aura lieu {{mi mars}}.", "La réunion aura lieu mi-mars."),
        Bad("Un prêt signé {{mi 2016}}.", "Un prêt signé mi-2016."),
        Good("Do, ré, mi, fa."),
        Good("Il travaille à mi-temps."),
    ),
)

# --- names ------------------------------------------------------------------------------------------


def _place_fix(match: Match) -> str:
    return PLACES[_place_key(match)]


def _place_key(match: Match) -> str:
    return place_key(" ".join(token.lower for token in match.marked).replace("' ", "'"))


def _place_pattern(name: str) -> str:
    """« pas de calais » with its capitals: Pas, Calais; in lower case it is something else."""
    words = []
    for word in name.replace("-", " ").replace("'", "' ").split():
        bare = word.replace("É", "E").replace("Î", "I")
        words.append(f'"{word}|{bare}"' if bare != word else f'"{word}"')
    return "{" + " ".join(words) + "}"


PLACE = TokenRule(
    code="GRM326",
    name="place-without-hyphens",
    message="Ce nom de lieu prend des traits d'union : « {fixed} ».",
    message_en="This place name takes hyphens: “{fixed}”.",
    why="Les noms composés de pays, de régions, de départements et de communes prennent des traits d'union "
    "en français.",
    source="Imprimerie nationale, Lexique des règles typographiques, « noms composés »",
    pattern=tuple(map(_place_pattern, PLACES.values())),
    fix=_place_fix,
    when=lambda m: is_one_phrase(m) and _place_key(m) in PLACES and _is_capitalised(m),
    applicability=SAFE,
    keep_case=True,
    examples=(
        Bad("Elle vit en {{Saône et Loire}}.", "Elle vit en Saône-et-Loire."),
        Bad("Il part au {{Royaume Uni}}.", "Il part au Royaume-Uni."),
        Good("La Saône et la Loire."),
        Good("Le Royaume est uni, le pas de Calais aussi."),
    ),
)


def _is_capitalised(match: Match) -> bool:
    marked = match.marked
    return marked[0].form[0].isupper() and marked[-1].form[0].isupper()


def _judge_place(match: Match) -> Iterator[Hit]:
    marked = match.marked
    if not is_one_phrase(match) or all(t.form.isupper() for t in marked):
        return
    form = "-".join(token.form for token in marked)
    words = lexicon()
    # First names too are compound (Jean-Marie), but two first names may be two.
    if words.is_proper(form) and form.lower() not in words and marked[0].form not in _LOOSE:
        yield Hit(match.span, (form,))


KNOWN_PLACE = FunctionRule(
    code="GRM327",
    name="name-without-hyphens",
    message="Ce nom prend des traits d'union : « {fixed} ».",
    why="Les noms de lieux composés prennent des traits d'union.",
    pattern=(
        "\"à|en|de|d'|du|au|aux|des|la|le|l'|les\" {cap&comp cap}",
        '"à|en|de|d\'|du|au|aux|des|la|le|l\'|les" {cap&comp "et|en|sur|sous|lès|de|du|la|le" cap}',
        '"à|en|de|d\'|du|au|aux|des|la|le|l\'|les" {cap&comp "de|et" "la|le" cap}',
    ),
    judge=_judge_place,
    keep_case=True,
    examples=(
        Bad("Il habite à {{Clermont Ferrand}}.", "Il habite à Clermont-Ferrand."),
        Bad("Le maire d'{{Aix en Provence}}.", "Le maire d'Aix-en-Provence."),
        Good("Le fils de Jean Marie dort."),
        Good("La Loire et la Saône."),
    ),
)


#: First names, foreign words and adjectives that begin names written without hyphens as well.
_LOOSE = word_set(
    "Jean Marie Anne Pierre Paul Louis Charles Marc Claude Rose New Buenos San Santa Hong Los "
    "Las Costa "
    "Porto Sri Tel Rio Maison Le La Les El Grand Grande Saint Sainte Sud Nord Est Ouest"
)

SAINT = TokenRule(
    code="GRM328",
    name="saint-without-hyphen",
    message="Un nom de lieu en « Saint » prend un trait d'union : « {fixed} ».",
    why="« Saint » fait partie du nom d'un lieu, d'une rue, d'une fête : majuscule et trait d'union. Le saint "
    "lui-même s'écrit « saint Georges ».",
    source="Imprimerie nationale, Lexique des règles typographiques, « saint »",
    pattern=(
        '"à|rue|place|station|église|quartier|collège|lycée|hôpital|gare|boulevard|avenue|école|'
        'commune|ville|faubourg|basilique|chapelle|cathédrale|île|paroisse|port" '
        '{"Saint|Sainte|St|Ste" cap}'
    ),
    fix=_hyphened,
    when=is_one_phrase,
    examples=(
        Bad("Il habite à {{Saint Étienne}}.", "Il habite à Saint-Étienne."),
        Bad("La station {{Saint Georges}} est fermée.", "La station Saint-Georges est fermée."),
        Good("Il prie saint Georges."),
        Good("La rue Saint-Georges."),
    ),
)

COMPASS = TokenRule(
    code="GRM329",
    name="compass-point-without-hyphen",
    message="Les points intermédiaires prennent un trait d'union : « {fixed} ».",
    why="nord-est, nord-ouest, sud-est, sud-ouest s'écrivent avec un trait d'union.",
    pattern='{"nord|sud|Nord|Sud" "est|ouest|Est|Ouest"}',
    fix=_hyphened,
    when=lambda m: (
        (is_one_phrase(m) and m.marked[0].form[0].isupper() == m.marked[1].form[0].isupper())
        or m.marked[1].lower == "ouest"
    ),
    unless=('"nord|sud|Nord|Sud" "est" ver|adj|prep|det|adv|"un|une|le|la"',),
    examples=(
        Bad("Un vent de {{sud ouest}}.", "Un vent de sud-ouest."),
        Bad("Le quart {{Nord Est}} du pays.", "Le quart Nord-Est du pays."),
        Good("Le nord est plus froid que le sud."),
        Good("Le vent de nord-ouest."),
    ),
)

RULES: tuple[Rule, ...] = (
    INVERSION_T,
    INVERSION_T_APOSTROPHE,
    NEEDLESS_T,
    MISSING_T,
    INVERSION_TOLD,
    INVERSION_ASKED,
    EST_CE,
    IMPERATIVE_OBJECT,
    IMPERATIVE_INDIRECT,
    SECOND_PRONOUN,
    T_EN,
    CELUI_CI,
    NOUN_LA,
    LA_BAS,
    AU_DESSUS,
    MEME,
    NOUN_MEME,
    VERB_LA,
    LOCUTION,
    PEUT_ETRE,
    NUMBER,
    QUELQUES_UNS,
    NEEDLESS_HYPHEN,
    FRACTION,
    COMPOUND,
    PREFIX,
    MI_MONTH,
    PLACE,
    KNOWN_PLACE,
    SAINT,
    COMPASS,
    NOUN,
    CAD,
    SOI_DISANT,
    DEMI,
    ET_DEMI,
)
