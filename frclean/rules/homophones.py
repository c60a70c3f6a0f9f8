"""Rules about grammatical homophones: a/à, et/est, on/ont, son/sont, la/là, du/dû, ce/se…

Each looks at frames in which the written word cannot stand. For verbs (« a », « est »), the frame
may be the whole sentence: it has no room for one verb more (:mod:`frclean.rules._clause`).
"""

from __future__ import annotations

from collections.abc import Iterator

from frclean.language.analysis import Token
from frclean.rules._clause import may_have_verb, verbs_exceed
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
    TokenRule,
)

#: Pronouns, so that what follows is a verb.
_SUBJECT = "\"je|j'|tu|il|on|ils\""
_BEFORE_VERB = "\"je|j'|tu|il|elle|on|ils|elles|ne|n'|l'|m'|t'|s'|y|en|qui|ça|cela|ceci|ce|c'|ç'\""
_CLITIC = "\"me|m'|te|t'|se|s'|le|la|l'|les|lui|leur|nous|vous|y|en\""
_PREP = (
    '"de|d\'|à|dans|par|pour|sur|sous|avec|sans|chez|vers|contre|entre|depuis|pendant|durant|après'
    '|avant|malgré|selon|envers|jusqu\'|devant|derrière|dès|parmi|outre"'
)
_DET_ONLY = (
    '"un|une|du|des|au|aux|cet|cette|ces|mon|ton|son|ma|ta|sa|mes|tes|ses|notre|votre|nos|vos'
    '|leurs|chaque|quelques|plusieurs"'
)
_STOP = 'fin|","|";"|":"|")"|"»"|"-"|"–"|"—"'
_NOUNISH = "nom|adj|ver:pp|cap|num"


def _ends_with_infinitive_sound(token: Token) -> bool:
    return token.lower.endswith("er")


# --- a / à ----------------------------------------------------------------------------------


def _a_before_infinitive(match: Match) -> Iterator[Hit]:
    a, verb = match["a"], match["v"]
    if "c" not in match and verb.lower.endswith("er"):
        # « Pierre a manger sa soupe » lacks a participle, « un livre a lire » a preposition.
        if not verbs_exceed(match.analysis, a.index):
            if match["n"].form[:1].isupper() or not _ends_phrase(match.after()):
                return
            yield Hit(a.span, ("à",), UNSAFE)
            return
    yield Hit(a.span, ("à",))


def _ends_phrase(token: Token) -> bool:
    return token.kind == "sign" or any(r.pos in ("prep", "conj") for r in token.readings)


A_INFINITIVE = FunctionRule(
    code="GRM200",
    name="a-devant-infinitif",
    message="Devant un infinitif, « {found} » s'écrit « {fixed} » : c'est la préposition.",
    why="« a » est une forme d'avoir, que suit un participe passé ; devant un infinitif se trouve "
    "la préposition « à ».",
    pattern=(
        f"((nom|adj|ver:pp|\"pas|plus|rien|tout|beaucoup|celui|celle|ceux|celles\")&!{_BEFORE_VERB})@n "
        f"{{\"a\"}}@a {_CLITIC}*2 (ver:inf&!nom&!adj&!adv)@v"
    ),
    judge=_a_before_infinitive,
    applicability=SAFE,
    examples=(
        Bad("Voici l'objectif {{a}} atteindre.", "Voici l'objectif à atteindre."),
        Bad("C'est un devoir {{a}} rendre demain.", "C'est un devoir à rendre demain."),
        Good("Il n'a pouvoir de décider que le lundi."),
        Good("Le maire a dîner et bal ce soir."),
        Good("Il a su atteindre son objectif."),
    ),
)

def _verb_too_many(fix: str):  # type: ignore[no-untyped-def]
    def judge(match: Match) -> Iterator[Hit]:
        word = match["w"]
        if verbs_exceed(match.analysis, word.index):
            yield Hit(word.span, (fix,))

    return judge


A_VERB_TOO_MANY = FunctionRule(
    code="GRM201",
    name="a-verbe-en-trop",
    message="« {found} » s'écrit « {fixed} » : la phrase a déjà son verbe.",
    why="« a » est un verbe (avoir) ; une proposition n'en a qu'un à un mode personnel. Ici le "
    "verbe est déjà là : c'est la préposition « à ».",
    pattern=f'(mot|num)&!({_BEFORE_VERB}|"où|comment|combien") {{"a"}}@w (adv&!nom)*2 (mot|num)&!(adv&!nom)&!((ver:pp&!nom)|$clause_auxiliary|"-t-il|-t-elle|-t-on|priori|posteriori|fortiori|contrario|minima|maxima|cappella|tempo")',
    judge=_verb_too_many("à"),
    examples=(
        Bad("Ce terrain appartient {{a}} la commune.", "Ce terrain appartient à la commune."),
        Bad("Nous pensons {{a}} vous écrire.", "Nous pensons à vous écrire."),
        Good("La dame qui habite en face a la grippe."),
        Good("Il est parti il y a longtemps."),
        Good("Ce que nous savons de lui a son importance."),
        Good("Elle dort et a le sommeil lourd."),
    ),
)

A_PHRASE = TokenRule(
    code="GRM202",
    name="a-locution",
    message="Dans cette locution, « {found} » s'écrit « {fixed} ».",
    why="La locution est faite avec la préposition « à », non avec le verbe avoir.",
    pattern=(
        '"jusqu\'|quant|grâce|grace" {"a"}',
        '"quant|grâce|grace|jusque" {"a"} (det|pro|prop|cap|name)',
        '"peu" {"a"} "peu"',
        '"petit" {"a"} "petit"',
        '"l\'" "un|une" {"a"} "l\'" "autre"',
        '"les" "uns|unes" {"a"} "les|la" "autres|suite"',
        '"face" {"a"} "face"',
        '"tête" {"a"} "tête"',
        '"fur" "et" {"a"} "mesure"',
        'num {"a"} num',
        '"au|du|le" nom? "jour" {"a"} "jour"',
        '"par" "rapport" {"a"}',
        '"vis-à-vis|vis" {"a"} "vis"',
        f'(any&!{_BEFORE_VERB}) {{"a"}} "côté|travers|partir|propos" "de|du|des|d\'"',
        f'(any&!{_BEFORE_VERB}&!nom) {{"a"}} "cause|condition|force" "de|du|des|d\'|que|qu\'"',
        f'(any&!{_BEFORE_VERB}&!nom&!cap) {{"a"}} "l\'" "aide|égard|instar|insu|encontre|issue|exception|exclusion|intérieur|extérieur|image" "de|du|des|d\'"',
        f'(any&!{_BEFORE_VERB}) {{"a"}} "la" "fois" (any&!"que|qu\'|où")',
        f'(any&!{_BEFORE_VERB}&!cap) {{"a"}} "nouveau|jamais|présent|peine|tort"',
    ),
    fix="à",
    when=lambda m: m.marked[0].form == "a" and not _is_unit(m),
    applicability=SAFE,
    examples=(
        Bad("Il attendra jusqu'{{a}} demain.", "Il attendra jusqu'à demain."),
        Bad("Elles se parlent l'une {{a}} l'autre.", "Elles se parlent l'une à l'autre."),
        Bad("Comptez de 10 {{a}} 20 euros.", "Comptez de 10 à 20 euros."),
        Good("Le vent a peu à peu forci."),
        Good("L'un a l'autre pour ennemi."),
        Good("On a jamais vu ça."),
        Good("Elle a peine à le croire."),
    ),
)


def _is_unit(match: Match) -> bool:
    """« L'un a l'autre pour ami »: the phrase is not the end of a clause that has a verb."""
    words = [token.lower for token in match.tokens]
    if words[:2] in (["l'", "un"], ["l'", "une"]):
        return not may_have_verb(match.analysis, match.marked[0].index)
    if words[-1] in ("nouveau", "jamais", "présent", "peine", "tort"):
        return not verbs_exceed(match.analysis, match.marked[0].index)
    return False


A_VERB = TokenRule(
    code="GRM203",
    name="a-accent-verbe",
    message="« {found} » s'écrit « {fixed} » : c'est le verbe avoir.",
    why="Derrière un pronom sujet ou un pronom élidé se trouve un verbe : « a », du verbe avoir, "
    "s'écrit sans accent.",
    pattern=(
        '(any&!(ver&!ver:inf)) "il|on|n\'|m\'|t\'" {"à"} (any&!sign)',
        '"l\'" {"à"} (mot&!"peu|côté|propos|pic|plat|valoir|coup|priori|venir")',
        '"il|n\'" "y" {"à"} (mot|num)',
        '"ça|cela|ce|qui|celui-ci|celle-ci" {"à"} (adv&!nom)*2 =ver:pp',
        '^"elle" {"à"} (adv&!nom)*2 (ver:pp|det)',
    ),
    fix="a",
    when=lambda m: not may_have_verb(m.analysis, m.marked[0].index) or m.tokens[0].lower not in ("elle", "qui", "ce"),
    applicability=SAFE,
    examples=(
        Bad("Le maire dit qu'il {{à}} gagné.", "Le maire dit qu'il a gagné."),
        Bad("Il n'{{à}} rien dit.", "Il n'a rien dit."),
        Good("Celui à qui on parle."),
        Good("L'à-peu-près et l'à peu près."),
        Good("Donne-m'en, et pense-t-il à moi ?"),
    ),
)

_PAST = "=ver:pp&!nom"


def _a_before_participle(match: Match) -> bool:
    return not may_have_verb(match.analysis, match.marked[0].index)


A_PARTICIPLE = TokenRule(
    code="GRM204",
    name="a-accent-devant-participe",
    message="« {found} » s'écrit « {fixed} » : c'est l'auxiliaire du participe qui suit.",
    why="Un participe passé ne suit pas la préposition « à » ; devant lui se trouve l'auxiliaire "
    "avoir, « a », sans accent.",
    pattern=(
        f'((nom|cap|name|prop|"elle|lui|nous|vous|leur|les|ça|cela|y|tout")&!"c\'|face|grâce|quant")'
        f' {{"à"}} ((adv|"été")&!nom|"pas|plus|été|rien")*2 ({_PAST}&!ver:pp:p&!ver:pp:f)'
    ),
    fix="a",
    when=_a_before_participle,
    examples=(
        Bad("La France {{à}} dénoncé ces actes.", "La France a dénoncé ces actes."),
        Bad("Pauline nous {{à}} beaucoup aidé.", "Pauline nous a beaucoup aidé."),
        Good("Il cherche à plaire à Pauline."),
        Good("Une soirée à dîner dehors."),
    ),
)

# --- et / est -------------------------------------------------------------------------------

ET_VERB_TOO_MANY = FunctionRule(
    code="GRM205",
    name="est-verbe-en-trop",
    message="« {found} » s'écrit « {fixed} » : la phrase a déjà son verbe.",
    why="« est » est un verbe (être) ; une proposition n'en a qu'un à un mode personnel. Ici le "
    "verbe est déjà là : c'est la conjonction « et ».",
    pattern=f'((mot|num|opaque)&!({_BEFORE_VERB}|{_CLITIC}|det|{_PREP})) {{"est"}}@w any&!"-ce|-il|-elle|-on|il|elle|ce|-t-il"&!fin&!$clause_auxiliary',
    judge=_verb_too_many("et"),
    examples=(
        Bad("Paul {{est}} Marie viendront demain.", "Paul et Marie viendront demain."),
        Bad("Il dirige la poste {{est}} la banque.", "Il dirige la poste et la banque."),
        Good("Ce qui compte est la santé."),
        Good("Celui que vous cherchez est parti."),
        Good("Le vent vient de l'est."),
        Good("Le docteur, dit-on, est parti."),
    ),
)

EST_PRONOUN = TokenRule(
    code="GRM206",
    name="et-pour-est",
    message="« {found} » s'écrit « {fixed} » : c'est le verbe être.",
    why="Derrière un pronom sujet ou élidé se trouve un verbe : « est », du verbe être, et non la "
    "conjunction « et ».".replace("conjunction", "conjonction"),
    pattern=(
        '"c\'|ç\'|n\'|m\'|t\'|s\'" {"et"}',
        '"l\'" {"et"} (any&!sign)',
        '"il|on" {"et"} (any&!pro&!sign)',
        '"ce" "qui" {"et"} (any&!"que|où|ce|quoi"&!sign)',
    ),
    fix="est",
    when=lambda m: m.tokens[0].start == 0 or m.analysis.text[m.tokens[0].start - 1] not in "'’",
    applicability=SAFE,
    examples=(
        Bad("C'{{et}} une bonne idée.", "C'est une bonne idée."),
        Bad("Il {{et}} parti hier.", "Il est parti hier."),
        Good("Elle et lui sont partis."),
        Good("Qui et quand ?"),
        Good("Il faut savoir ce qui et ce que."),
    ),
)


def _lacks_verb(match: Match) -> bool:
    return not may_have_verb(match.analysis, match["w"].index)


EST_PHRASE = TokenRule(
    code="GRM207",
    name="et-sans-verbe",
    message="« {found} » s'écrit sans doute « {fixed} » : la phrase n'a pas d'autre verbe.",
    why="Entre un nom et un participe ou un adverbe, dans une phrase qui n'a pas d'autre verbe, se "
    "trouve le verbe être, « est ».",
    pattern=(
        f'det (nom:s&!nom:p) (adj:s|cap|name)*2 {{"et"}}@w (adv&!nom&!prep)*2 ((=ver:pp:s&!nom)|(=ver:pp:s&!ver:fin)) '
        '("par|à|au|aux|en|de|d\'|dans|comme|sur|pour|chez|depuis|que|qu\'"|".")',
        'det (nom:s&!nom:p) {"et"}@w (adv&!nom&!prep&!"non|surtout|même|aussi|puis|notamment|plus|moins|alors|si")+2 (adj:s&!nom)',
        '"lui|nous|vous|leur" {"et"}@w (=ver:pp:s&!nom) (prep|fin|",")',
        '^det nom:s adj*1 {"et"}@w "de|d\'" (ver:inf&!nom)',
    ),
    fix="est",
    when=_lacks_verb,
    examples=(
        Bad("Ce produit {{et}} éliminé par les reins.", "Ce produit est éliminé par les reins."),
        Bad("Son but {{et}} de gagner.", "Son but est de gagner."),
        Good("Un devoir rendu et corrigé par le maître."),
        Good("Un film drôle et très réussi."),
        Good("Le projet et, surtout, sa suite."),
    ),
)

# --- on / ont, son / sont -------------------------------------------------------------------

ONT = TokenRule(
    code="GRM210",
    name="on-pour-ont",
    message="« {found} » s'écrit « {fixed} » : c'est le verbe avoir.",
    why="« on » est un pronom sujet, suivi d'un verbe conjugué ; devant un participe se trouve "
    "« ont », du verbe avoir.",
    pattern=(
        '(nom|adj|cap|name|"qui|ils|elles|lui|leur|les|nous|vous|ne|n\'|en|y|m\'|t\'") {"on"} '
        '(adv&!nom|"pas|plus|point")*2 ((ver:pp&!ver:fin)|"été")',
        '"ils|elles" {"on"} any&!("ne|n\'|se|s\'"|sign)',
    ),
    fix="ont",
    applicability=SAFE,
    examples=(
        Bad("Les voisins {{on}} déclaré le vol.", "Les voisins ont déclaré le vol."),
        Bad("Ils {{on}} une idée.", "Ils ont une idée."),
        Good("La maison où l'on vit."),
        Good("Ce matin on prit la route."),
        Good("Le reste, on verra."),
    ),
)

ON = TokenRule(
    code="GRM211",
    name="ont-pour-on",
    message="« {found} » s'écrit « {fixed} » : c'est le pronom.",
    why="Devant un verbe conjugué se trouve le pronom sujet « on », non une forme d'avoir.",
    pattern=(
        '(any&!"l\'|qui") {"ont"} (ver:fin:3s&=ver:fin)&!$clause_auxiliary',
        '(fin|sign|conj) {"ont"} "ne|n\'" mot',
        '(fin|sign|conj) {"ont"} "se|s\'|me|te" mot',
        '(any&!"l\'|qui") {"ont"} "y|le|la|les|lui|leur|en" (ver:fin:3s&=ver:fin)',
        '"que|où|si|quand|lorsque" "l\'" {"ont"} (ver:fin:3s&!ver:pp&!adj)',
    ),
    fix="on",
    applicability=SAFE,
    examples=(
        Bad("{{Ont}} peut toujours essayer.", "On peut toujours essayer."),
        Bad("Les livres que l'{{ont}} lit.", "Les livres que l'on lit."),
        Good("Ils ont dit oui."),
        Good("Ceux qui l'ont ne le disent pas."),
        Good("Ceux qui ont se taisent."),
    ),
)


def _no_letter(match: Match) -> bool:
    return True


SON = TokenRule(
    code="GRM212",
    name="sont-pour-son",
    message="« {found} » s'écrit « {fixed} » : c'est le déterminant.",
    why="Entre une préposition ou un verbe et un nom se trouve le déterminant « son », non le "
    "verbe être.",
    pattern=(
        '"de|d\'|à|dans|par|pour|avec|sans|chez|sur|sous|contre|vers|après|avant|selon|malgré|entre" '
        '{"sont"} (nom:s|adj:s)',
        '((=ver:fin&!"être")|ver:inf&!nom) {"sont"} (nom:s&!adj&!nom:p&!ver:pp)',
        '^{"sont"} (nom:s&!adj&!nom:p&!adv&!ver) (ver:fin:3s|fin)',
    ),
    fix="son",
    applicability=SAFE,
    examples=(
        Bad("Il vit chez {{sont}} ami.", "Il vit chez son ami."),
        Bad("Elle perdit {{sont}} camion.", "Elle perdit son camion."),
        Good("Ceux qui viennent sont membres du club."),
        Good("Ils en sont contents."),
        Good("Sont venus Paul et Marie."),
    ),
)

SONT = TokenRule(
    code="GRM213",
    name="son-pour-sont",
    message="« {found} » s'écrit « {fixed} » : c'est le verbe être.",
    why="« son » est un déterminant : un nom le suit. Derrière un sujet au pluriel, devant un "
    "adjectif ou un participe au pluriel, se trouve le verbe « sont ».",
    pattern=(
        '"ils|ce|se" {"son"}',
        '"elles" {"son"} (adj:p|ver:pp:p|det|prep|adv)',
        '(nom:p|adj:p|"qui|elles|vous|nous|leur|me|te|lui") {"son"} (adv&!nom)*2 ((adj:p&!adj:s&!nom:s)|(ver:pp:p&!ver:pp:s&!nom:s))',
        '((nom:p&!nom:s)|(adj:p&!adj:s)) {"son"} ("ceux|celles|des|les|ces|dans|très|trop|pas|plus|là|aux"|inc)',
        '"qui|où" {"son"} (det&!"tout|toute")',
    ),
    fix="sont",
    applicability=SAFE,
    examples=(
        Bad("Les vannes {{son}} fermées.", "Les vannes sont fermées."),
        Bad("Ce {{son}} de bons élèves.", "Ce sont de bons élèves."),
        Good("Il a donné à ses élèves son meilleur cours."),
        Good("Les ingénieurs du son très attentifs."),
        Good("Ses amis son père les connaît."),
    ),
)

RULES: tuple[Rule, ...] = tuple(
    value for value in list(globals().values()) if isinstance(value, Rule)
)
