"""Rules about grammatical homophones, second part: leur, quel, quand, sans, tout, m'a."""

from __future__ import annotations

from collections.abc import Iterator

from frclean.document import Span
from frclean.language.analysis import Token
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

_CLITIC = "\"me|m'|te|t'|se|s'|le|la|l'|les|lui|leur|nous|vous|y|en\""
_FIRM_PREP = '"à|dans|par|pour|avec|sans|chez|sur|sous|contre|vers|parmi|entre|selon|de|d\'"'
_ENDS = 'fin|","|";"|":"|")"|"»"'

# --- leur / leurs, quel / qu'elle ------------------------------------------------------------

LEUR = TokenRule(
    code="GRM232",
    name="leurs-devant-verbe",
    message="Devant un verbe, « {found} » s'écrit « {fixed} ».",
    why="Devant un verbe, « leur » est un pronom (à eux) : il ne prend jamais de s.",
    pattern=(
        '((pro:suj|"ne|n\'|qui|de|pour|à|sans|cela|ça|ceci|peut|veut|doit|va|faut|faire|laisser"|nom)&!"leur") {"leurs"} (=ver:fin|ver:inf&!nom:p|"a|ai|as|ont|est|sont|avait|faut")',
        '{"leurs"} "en|y" ver',
    ),
    fix="leur",
    applicability=SAFE,
    examples=(
        Bad("Il veut {{leurs}} lire une histoire.", "Il veut leur lire une histoire."),
        Bad("Cela {{leurs}} permet de vivre.", "Cela leur permet de vivre."),
        Good("Ils ont pris les leurs et sont partis."),
        Good("Leurs voisins rient."),
    ),
)


def _surely_plural(token: Token) -> bool:
    return token.has("nom", features="p") and not token.has("nom", features="s")


LEURS = TokenRule(
    code="GRM233",
    name="leur-devant-pluriel",
    message="Devant un nom au pluriel, « {found} » s'écrit « {fixed} ».",
    why="Le possessif « leur » s'accorde en nombre avec le nom qu'il détermine.",
    pattern=(
        '(any&!"tu") {"leur"} (nom:p&!nom:s&!ver:fin:3s&!ver:fin:3p&!ver:fin:1p&!ver:inf)',
        '{"leur"} (adj:p&!adj:s&!ver&!adv) (nom:p&!nom:s)',
        '{"leur"} "deux|trois|quatre|cinq|six|sept|huit|dix" (nom:p&!nom:s)',
        '"aux|les|des" {"leur"} (fin|","|=ver:fin)',
    ),
    fix="leurs",
    examples=(
        Bad("Ils vont dans {{leur}} usines.", "Ils vont dans leurs usines."),
        Bad(
            "Les chats sont avec {{leur}} deux maîtres.", "Les chats sont avec leurs deux maîtres."
        ),
        Good("Il leur arrive de rire."),
        Good("Ils ont mis leur manteau."),
    ),
)

QU_ELLE = TokenRule(
    code="GRM234",
    name="quelle-pour-qu-elle",
    message="« {found} » s'écrit « {fixed} » : que + elle.",
    why="Devant un verbe, « quelle » n'a pas de sens (sauf avec être : « quelle est la date ? ») : "
    "c'est « que » et le pronom sujet « elle ».",
    pattern=(
        '{"quelle"} (=ver:fin:3s&!<être>&!<devoir>&!<pouvoir>&!<sembler>&!<paraître>)',
        '{"quelles"} (=ver:fin:3p&!<être>&!<devoir>&!<pouvoir>&!<sembler>&!<paraître>)',
        "{\"quelle|quelles\"} \"ne|n'|se|s'|me|m'|te|t'|y|l'|lui|vous\"",
        '{"quelle"} "a|avait|aura|aurait|va"',
        '{"quelles"} "ont|avaient|auront|vont"',
        '{"quelle"} "est|était|sera|soit|fut" (adv&!nom)*1 (ver:pp:fs&!nom&!adj)',
        '{"quelles"} "sont|étaient|seront|soient" (adv&!nom)*1 (ver:pp:fp&!nom&!adj)',
        '(<croire>|<penser>|<dire>) {"quelle"} "est|était|sera" (adv|=adj|ver:pp|det)',
        '(<croire>|<penser>|<dire>) {"quelles"} "sont|étaient|seront" (adv|=adj|ver:pp|det)',
    ),
    fix=lambda m: "qu'elles" if m.marked[0].lower.endswith("s") else "qu'elle",
    when=lambda m: not _asks_what_is(m),
    examples=(
        Bad("Je crois {{quelle}} ment.", "Je crois qu'elle ment."),
        Bad("Il faut {{quelles}} s'en aillent.", "Il faut qu'elles s'en aillent."),
        Good("Quelle est la date ?"),
        Good("Quelle surprise !"),
        Good("Dis-moi quelle porte ouvrir."),
        Good("Quelles qu'elles soient."),
    ),
)


def _asks_what_is(match: Match) -> bool:
    """« Quelle ne fut pas ma surprise », « quelle a été la suite »: être is not far."""
    after = match.found.marked[1]
    soon = match.analysis.tokens(after, after + 3)
    first = soon[0].lower
    if "être" in soon[0].lemmas("ver"):
        return False
    return first in (
        "ne",
        "n'",
        "a",
        "ont",
        "va",
        "vont",
        "avait",
        "avaient",
        "aura",
        "aurait",
    ) and any(token.lower == "été" or "être" in token.lemmas("ver") for token in soon[1:])


QUELLE = TokenRule(
    code="GRM235",
    name="qu-elle-pour-quelle",
    message="« {found} » s'écrit « {fixed} » : c'est l'interrogatif ou l'exclamatif.",
    why="Devant un nom se trouve « quelle », qui s'accorde avec lui ; « qu'elle » (que + elle) est "
    "suivi d'un verbe.",
    pattern=(
        '{"qu\'" "elle"@e} (nom:fs&!ver&!adv&!adj)',
        '{"qu\'" "elle"@e} (adj:fs&!ver&!adv) (nom:fs&!ver)',
        '{"qu\'" "elles"@e} (nom:fp&!ver&!adv&!adj)',
        '{"qu\'" "elles"@e} (adj:fp&!ver&!adv) (nom:fp&!ver)',
        '(<demander>|<savoir>|<ignorer>|<dire>) {"qu\'" "elle"@e} "est|sera|était" det&!"un|une" nom:f',
        '^{"qu\'" "elle"@e} "est|sera|était" ("la|ta|sa|votre|notre|ma|cette") nom:f',
    ),
    fix=lambda m: "quelles" if m["e"].lower == "elles" else "quelle",
    applicability=SAFE,
    examples=(
        Bad("Il raconte {{qu'elle}} journée il a eue.", "Il raconte quelle journée il a eue."),
        Bad("{{Qu'elles}} belles fleurs !", "Quelles belles fleurs !"),
        Good("Il dit qu'elle chante."),
        Good("Plus grande qu'elle, femme ou pas."),
    ),
)


def _noun_agreement(match: Match) -> tuple[str, str]:
    """Gender and number of the noun ``n``, told by its determiner where the noun is in doubt."""
    noun, det = match["n"], match["d"]
    found = {(r.gender, r.number) for r in noun.readings if r.pos == "nom"}
    allowed = {(r.gender, r.number) for r in det.readings if r.pos == "det"}
    both = {
        (g or dg, n or dn)
        for g, n in found
        for dg, dn in allowed
        if (not g or not dg or g == dg) and (not n or not dn or n == dn)
    }
    return both.pop() if len(both) == 1 else ("", "")


_QUEL = {("m", "s"): "quel", ("f", "s"): "quelle", ("m", "p"): "quels", ("f", "p"): "quelles"}


def _quel(match: Match) -> Iterator[Hit]:
    gender, number = _noun_agreement(match)
    if number == "s" and any(t.has("ver", features="p") and not t.has("nom") for t in match.tokens):
        return  # « quels que soient la marque et le prix »
    wanted = _QUEL.get((gender, number))
    if wanted and wanted != match["q"].lower:
        yield Hit(match["q"].span, (wanted,))


QUEL_BE = FunctionRule(
    code="GRM236",
    name="accord-de-quel",
    message="« {found} » s'accorde avec le nom qui suit le verbe : « {fixed} ».",
    why="« quel », attribut devant être ou dans « quel que soit », s'accorde en genre et en nombre "
    "avec le sujet, placé derrière le verbe.",
    pattern=(
        '{"quel|quelle|quels|quelles"}@q <être>&ver:fin (det:def|det:poss|det:dem)@d (adj|adv)*3 nom@n ("?"|fin|","|prep|"qui|que|qu\'|dont")',
        '{"quel|quelle|quels|quelles"}@q "que" <être>&ver:subp (det:def|det:poss|det:dem)@d adj*1 nom@n',
        '{"quel|quelle|quels|quelles"}@q "que" (<pouvoir>|<devoir>)&ver:subp "être" (det:def|det:poss|det:dem)@d adj*1 nom@n',
    ),
    judge=_quel,
    applicability=UNSAFE,
    examples=(
        Bad("{{Quel}} est la raison de ce choix ?", "Quelle est la raison de ce choix ?"),
        Bad("Il vient, {{quelle}} que soit le temps.", "Il vient, quel que soit le temps."),
        Good("Quels sont les risques ?"),
        Good("Quelle est l'erreur ?"),
        Good("Quel est le ou la responsable ?"),
    ),
)


def _quel_que(match: Match) -> Iterator[Hit]:
    verb = match["v"]
    first, last = match.marked[0], match.marked[-1]
    number = "p" if verb.lower.endswith("ent") else "s"
    gender = ""
    if "n" in match.found.named and "d" in match.found.named:
        gender, found = _noun_agreement(match)
        number = found or number
    form = _QUEL[(gender or "m", number)]
    fixes: tuple[str, ...] = (f"{form} que",)
    if not gender:
        fixes += (f"{_QUEL[('f', number)]} que",)
    yield Hit(Span(first.start, last.end), fixes, None if gender else DISPLAY)


QUEL_QUE = FunctionRule(
    code="GRM237",
    name="quelque-soit",
    message="« {found} » s'écrit en deux mots devant être au subjonctif : « {fixed} ».",
    why="Devant « soit », « fût », « puisse être », on écrit « quel que », et « quel » s'accorde avec "
    "le sujet du verbe.",
    source="Académie française, Dire, ne pas dire",
    pattern=(
        '{"quelque|quelques"} <être>&ver:subp@v (det:def|det:poss|det:dem)@d adj*1 nom@n',
        '{"quelque|quelques"} <être>&ver:subp@v (fin|pro:dem|pro:int)',
        '{"quelque|quelques"} "que" <être>&ver:subp@v (det:def|det:poss|det:dem)@d adj*1 nom@n',
    ),
    judge=_quel_que,
    applicability=SAFE,
    examples=(
        Bad("{{Quelque}} soit la saison, il nage.", "Quelle que soit la saison, il nage."),
        Bad("{{Quelques}} soient les frais, il paie.", "Quels que soient les frais, il paie."),
        Good("Quelque chose qu'il dise."),
        Good("Quelque grands que soient les rois."),
    ),
)

QUELQUE = TokenRule(
    code="GRM238",
    name="quelques-pour-quelque",
    message="« {found} » s'écrit « {fixed} » : il veut dire environ, ou un certain.",
    why="Devant un nombre, « quelque » veut dire environ : c'est un adverbe, invariable. Dans "
    "« quelque temps », « quelque part », il est au singulier.",
    source="Académie française, Dire, ne pas dire",
    pattern=(
        '{"quelques"} (num:p&!nom|"deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante")',
        '{"quelques"} ("deux-cents"|"deux-cent") nom',
        '{"quelques"} "temps" (any&!"forts|morts|additionnels")',
        '{"quelques"} "part"',
    ),
    fix="quelque",
    examples=(
        Bad("Il y a {{quelques}} 300 maisons.", "Il y a quelque 300 maisons."),
        Bad("Depuis {{quelques}} temps, il dort.", "Depuis quelque temps, il dort."),
        Good("Quelques centaines de maisons."),
        Good("Les quelques temps forts du match."),
    ),
)

# --- quand / quant / qu'en, sans / s'en, si / s'y, ni / n'y -----------------------------------

QUANT = TokenRule(
    code="GRM239",
    name="quand-a",
    message="« {found} » s'écrit « {fixed} » : la locution est « quant à », pour ce qui est de.",
    why="« quant à » vient du latin quantum ad et s'écrit avec un t ; « quand » marque le temps.",
    pattern=(
        '(any&!"depuis|de|jusqu\'|et|à") {"quand"} ("à|aux") (pro|det|name|prop|cap|nom|ver:inf)',
        '^{"quand"} ("à|aux") (pro|det|name|prop|cap|nom)',
        '{"quand"} "au" (nom:ms|adj:ms|cap)',
    ),
    fix="quant",
    when=lambda m: not _has_verb_soon(m),
    applicability=SAFE,
    examples=(
        Bad("{{Quand}} à moi, je reste.", "Quant à moi, je reste."),
        Bad("Rien de neuf {{quand}} aux délais.", "Rien de neuf quant aux délais."),
        Good("Quand au matin il partit, il pleuvait."),
        Good("Quand à midi sonne la cloche."),
    ),
)


def _has_verb_soon(match: Match) -> bool:
    """« Quand à midi sonne la cloche »: a verb follows before any sign."""
    analysis, index = match.analysis, match.found.end - 1
    for token in analysis.tokens(index, index + 8):
        if token.kind == "sign" or token.lower in ("et", "que", "qui"):
            return False
        if analysis.chance(token.index, "ver") > 0.6:
            best = analysis.best(token.index)
            if best is not None and best.tense not in ("inf", "pp", "ppr"):
                return True
    return False


QUAND = TokenRule(
    code="GRM240",
    name="quant-sans-a",
    message="« {found} » s'écrit « {fixed} » : à quel moment, lorsque.",
    why="« quant » ne se trouve que dans « quant à » ; partout ailleurs, c'est « quand ».",
    pattern='{"quant"} (mot&!"à|au|aux|a|est|auxdits|auxdites|audit")',
    fix="quand",
    applicability=SAFE,
    examples=(
        Bad("{{Quant}} il pleut, je lis.", "Quand il pleut, je lis."),
        Bad("Dis-moi {{quant}} tu pars.", "Dis-moi quand tu pars."),
        Good("Quant à lui, il lit."),
        Good("Quant au reste, on verra."),
    ),
)

QU_EN = TokenRule(
    code="GRM241",
    name="quand-pour-qu-en",
    message="« {found} » s'écrit « {fixed} » : que + en.",
    why="« en » reprend « de cela » : que pense-t-on de cela ? « quand » demande à quel moment.",
    pattern=(
        '^{"quand"} "est" "-il" "de|du|des|d\'"',
        '"ce" {"quand"} (<penser>|<dire>|<savoir>|<faire>)',
        '^{"quand"} ("penses"|"pensez"|"dites"|"dis"|"pense"|"pensent") ("-tu"|"-vous"|"-il"|"-t-il"|"-ils"|"-t-on"|"-elle") "?"',
        '(<dire>|<croire>|<penser>|<comprendre>|<savoir>) {"quand"} (ver:ppr&!nom&!adj)',
    ),
    fix="qu'en",
    examples=(
        Bad("{{Quand}} est-il de la paix ?", "Qu'en est-il de la paix ?"),
        Bad("{{Quand}} penses-tu ?", "Qu'en penses-tu ?"),
        Good("Quand penses-tu venir ?"),
        Good("Quand est-il parti ?"),
    ),
)

S_EN = TokenRule(
    code="GRM242",
    name="sans-pour-s-en",
    message="« {found} » s'écrit « {fixed} » : se + en.",
    why="Entre un sujet et un verbe conjugué se trouvent les pronoms « s'en » ; « sans » est une "
    "préposition.",
    pattern=(
        '"il|on|ils|qui|ne" {"sans|sang|sent|cent|c\'en"} (ver:fin|"est|sont")',
        '^"elle|elles" {"sans|sang"} (=ver:fin|"est|sont|était|va|vont")',
        '"de|à" "quoi" {"sans"} (ver:inf&!nom)',
        '(<pouvoir>|<vouloir>|<devoir>|<aller>|<falloir>) {"sans|sent|sang"} "aller|sortir|passer|servir|débarrasser|tirer|prendre|occuper|charger|remettre|douter|souvenir" (fin|"de|d\'|du|des|à")',
    ),
    fix="s'en",
    examples=(
        Bad("Il {{sans}} va demain.", "Il s'en va demain."),
        Bad("Pas de quoi {{sans}} vanter.", "Pas de quoi s'en vanter."),
        Good("Ceux qui, sans rire, le disent."),
        Good("Il part sans dire un mot."),
        Good("Il sent le vent."),
    ),
)

SANS = TokenRule(
    code="GRM243",
    name="s-en-pour-sans",
    message="« {found} » s'écrit « {fixed} » : c'est la préposition.",
    why="« s'en » précède un verbe conjugué ou un infinitif dont le sujet se voit ; devant un nom, un "
    "déterminant ou un pronom, c'est la préposition « sans ».",
    pattern=(
        '{"s\'" "en"} (det|nom&!ver&!adj&!adv|pro:ton&!"lui"|"que|qu\'|quoi|aucun|aucune|cesse|doute|s\'|se|y"|cap|num)&!"tout|tous"',
        '"va|allait|aller" {"s\'" "en"} "dire"',
        '(ver:pp&!ver:fin&!adj|nom&!ver) {"s\'" "en"} (nom:s&!ver:inf)&!"va|est|sort|soucie|prend|sert|tire|moque"',
    ),
    fix="sans",
    when=lambda m: m.before().lower not in ("à", "de", "d'", "pour"),
    applicability=SAFE,
    examples=(
        Bad("Un jour {{s'en}} pain.", "Un jour sans pain."),
        Bad("Cela va {{s'en}} dire.", "Cela va sans dire."),
        Good("Le chef s'en moque."),
        Good("Il faut s'en aller."),
        Good("Pour s'en sortir, il travaille."),
    ),
)

SI = TokenRule(
    code="GRM244",
    name="s-y-pour-si",
    message="« {found} » s'écrit « {fixed} ».",
    why="« s'y » (se + y) précède un verbe ; devant un pronom sujet, un déterminant ou un adjectif, "
    "c'est « si ».",
    pattern='{"s\'" "y"} (pro:suj|det|(adj&!ver)|(adv&!nom&!"bien|mal|mieux")|"c\'|ça|cela|ce|l\'")',
    fix="si",
    when=lambda m: m.after().lower != "en",
    applicability=SAFE,
    examples=(
        Bad("{{S'y}} on compte bien, il en manque un.", "Si on compte bien, il en manque un."),
        Bad("Il fait {{s'y}} beau.", "Il fait si beau."),
        Good("Il s'y prend mal."),
        Good("On s'y habitue."),
    ),
)

S_Y = TokenRule(
    code="GRM245",
    name="si-pour-s-y",
    message="« {found} » s'écrit « {fixed} » : se + y.",
    why="Devant un infinitif, ou entre un sujet et son verbe, se trouvent les pronoms « s'y ».",
    pattern=(
        '("à|de|pour|sans"|<pouvoir>|<vouloir>|<devoir>|<falloir>) {"si|ci"} (ver:inf&!nom&!adj)',
        '"il|on|ils|qui|ne" {"si|ci"} (=ver:fin|"est|sont")',
    ),
    fix="s'y",
    examples=(
        Bad("Il faut {{si}} faire.", "Il faut s'y faire."),
        Bad("Ils {{si}} rendent ce soir.", "Ils s'y rendent ce soir."),
        Good("Je ne sais si partir est utile."),
        Good("Qui si ce n'est lui ?"),
    ),
)

N_Y = TokenRule(
    code="GRM246",
    name="ni-pour-n-y",
    message="« {found} » s'écrit « {fixed} » : ne + y.",
    why="Entre un sujet et son verbe se trouvent la négation et le pronom « n'y » ; « ni » est une "
    "conjonction.",
    pattern=(
        '("je|tu|il|on|ils|elle|elles|qui") {"ni"} (ver:fin&!nom|"a|avait|est|aura|aurait|ai|as")',
        '{"ni|nie"} ("a"|"avait") ("-t-il"|"pas|plus|rien|que|qu\'|aucun|aucune"|det)',
    ),
    fix="n'y",
    examples=(
        Bad("Il {{ni}} avait personne.", "Il n'y avait personne."),
        Bad("On {{ni}} peut rien.", "On n'y peut rien."),
        Good("Ni lui ni elle n'y peut rien."),
        Good("Il ne boit ni ne fume."),
    ),
)

NI = TokenRule(
    code="GRM247",
    name="n-y-pour-ni",
    message="« {found} » s'écrit « {fixed} » : c'est la conjonction.",
    why="« n'y » (ne + y) précède un verbe ; devant un nom, un déterminant ou une préposition, c'est "
    "« ni ».",
    pattern='(any&!"de|à|pour|sans|d\'") {"n\'" "y"} (det|prep&!"en"|pro:ton|(nom&!ver&!adv)|(adj&!ver&!adv)|"que|qu\'|ne|n\'")',
    fix="ni",
    examples=(
        Bad("Il n'a {{n'y}} argent ni amis.", "Il n'a ni argent ni amis."),
        Bad("Ni toi {{n'y}} moi.", "Ni toi ni moi."),
        Good("Il n'y en a plus."),
        Good("Je n'y suis pour rien."),
    ),
)

# --- plutôt, davantage, prêt, voire, quoique ---------------------------------------------------

PLUS_TOT = TokenRule(
    code="GRM248",
    name="plutot-pour-plus-tot",
    message="« {found} » s'écrit « {fixed} » : le contraire de plus tard.",
    why="« plutôt » marque une préférence ; en parlant du temps, on écrit « plus tôt » en deux mots.",
    source="Académie française, Dire, ne pas dire",
    pattern=(
        '"le|au" {"plutôt"} ("possible"|fin|",")',
        '"jour|jours|heure|heures|minute|minutes|an|ans|année|années|mois|semaine|semaines|siècle|siècles" {"plutôt"} (fin|","|"que")',
        '{"plutôt"} "que" "prévu|prévue|prévus|prévues"',
    ),
    fix="plus tôt",
    applicability=SAFE,
    examples=(
        Bad("Revenez le {{plutôt}} possible.", "Revenez le plus tôt possible."),
        Bad("Il est venu deux jours {{plutôt}}.", "Il est venu deux jours plus tôt."),
        Good("Il est plutôt en avance."),
        Good("Plutôt que prévenir, il attend."),
    ),
)

PLUTOT = TokenRule(
    code="GRM249",
    name="plus-tot-pour-plutot",
    message="« {found} » s'écrit « {fixed} » : de préférence.",
    why="« plus tôt » est le contraire de plus tard ; pour marquer la préférence, on écrit « plutôt ».",
    source="Académie française, Dire, ne pas dire",
    pattern=(
        '{"plus" "tôt"} "que" "de|d\'" ver:inf',
        '{"plus" "tôt"} (adj&!nom&!ver&!adv)',
        '("ou|mais|et") {"plus" "tôt"} (det&!"le|la|les|l\'") nom',
    ),
    fix="plutôt",
    examples=(
        Bad("Il dort {{plus tôt}} que de lire.", "Il dort plutôt que de lire."),
        Bad("Elle est {{plus tôt}} gentille.", "Elle est plutôt gentille."),
        Good("Il est parti plus tôt que prévu."),
        Good("Viens plus tôt demain."),
    ),
)

DAVANTAGE = TokenRule(
    code="GRM250",
    name="d-avantage",
    message="« {found} » s'écrit en un mot : « {fixed} », plus.",
    why="L'adverbe « davantage » (plus) s'écrit en un mot ; « d'avantage » veut dire de profit.",
    source="Académie française, Dire, ne pas dire",
    pattern=(
        '(ver&!"a|ont|avait|tire|tirer|tiré") {"d\'" "avantage"} (fin|","|"de|d\'|que|qu\'|pour|sur|à|dans|en|les|la|le")',
        '"en|y|bien|encore" {"d\'" "avantage"} (fin|","|"de|d\'|que|qu\'")',
    ),
    fix="davantage",
    when=lambda m: (
        not any(
            t.lower in ("pas", "plus", "point", "peu", "aucun", "ni", "n'", "ne")
            for t in m.analysis.tokens(m.found.start - 3, m.found.marked[0])
        )
    ),
    examples=(
        Bad("Il faut travailler {{d'avantage}}.", "Il faut travailler davantage."),
        Bad("Elle parle {{d’avantage}} que lui.", "Elle parle davantage que lui."),
        Good("Il n'y a pas d'avantage à rester."),
        Good("Cela ne présente guère d'avantage."),
    ),
)

PRES = TokenRule(
    code="GRM251",
    name="pret-pour-pres",
    message="« {found} » s'écrit « {fixed} » : non loin.",
    why="« près de » veut dire à côté, ou presque ; « prêt à » veut dire préparé.",
    source="Académie française, Dire, ne pas dire",
    pattern=(
        '{"prêt|prêts"} ("de|d\'") ("chez|moi|toi|lui|elle|nous|vous|eux|là|ici"|num&!"un|une"|prop|det:def|det:poss|det:dem)',
        '{"prêt|prêts"} ("du|des") nom',
        '"à" ("peu|cela|ceci") {"prêt|prêts"}',
        '"de" {"prêt|prêts"} "ou|comme" "de" "loin"',
    ),
    fix="près",
    when=lambda m: (
        m.before().lower not in ("un", "des", "le", "les", "du", "ce", "son", "de", "d'")
        or m.tokens[0].lower in ("à", "de")
    ),
    examples=(
        Bad("Il habite {{prêt}} de la gare.", "Il habite près de la gare."),
        Bad("À peu {{prêt}} dix.", "À peu près dix."),
        Good("Un prêt de 100 euros."),
        Good("Il est prêt à partir."),
        Good("Le prêt de la banque."),
    ),
)

PRET = TokenRule(
    code="GRM252",
    name="pres-pour-pret",
    message="« {found} » s'écrit « {fixed} » : préparé, disposé.",
    why="« prêt à » veut dire préparé, disposé à ; « près » se construit avec « de ».",
    source="Académie française, Dire, ne pas dire",
    pattern=(
        f'(<être>|<sembler>|<tenir>|<paraître>|adv)@b {{"près"}} "à" {_CLITIC}*2 ver:inf',
        'nom@b {"près"} "à" ver:inf',
    ),
    fix=lambda m: ("prêt", "prête", "prêts", "prêtes"),
    applicability=DISPLAY,
    examples=(
        Bad("Il est {{près}} à partir.", "Il est prêt à partir."),
        Bad("Un homme {{près}} à partir.", None),
        Good("Il est près de partir."),
        Good("À cela près, à mon avis."),
    ),
)

VOIRE = TokenRule(
    code="GRM253",
    name="voir-pour-voire",
    message="« {found} » s'écrit « {fixed} » : et même.",
    why="L'adverbe « voire » (et même) prend un e ; « voir » est le verbe.",
    source="Académie française, Dire, ne pas dire",
    pattern=(
        '(","|"("|nom|adj|num) {"voir"} "même" (adj|adv|num|det|nom|prep)',
        '"," {"voir"} ((adj&!ver:fin&!nom&!adv)|(=ver:pp)|"plus|moins|jamais|très|totalement|franchement|carrément|impossible|inexistant|inexistante|nul|nulle|pire|davantage|la plupart")',
        '(adj&!nom) {"voir"} (adj&!ver:fin&!nom&!adv&!prep)',
    ),
    fix="voire",
    examples=(
        Bad("C'est difficile, {{voir}} impossible.", "C'est difficile, voire impossible."),
        Bad("Un mois, {{voir}} plus.", "Un mois, voire plus."),
        Good("Il faut le voir."),
        Good("Sur ce point, voir le chapitre deux."),
    ),
)

QUOI_QUE = TokenRule(
    code="GRM254",
    name="quoique-pour-quoi-que",
    message="« {found} » s'écrit « {fixed} » : quelle que soit la chose que.",
    why="« quoique » veut dire bien que ; « quoi que », en deux mots, veut dire quelle que soit la "
    "chose que.",
    source="Académie française, Dire, ne pas dire",
    pattern=(
        '{"quoique|quoiqu\'"} ("ce"|"il|on") ("soit"|"en")',
        '{"quoiqu\'"} "il|elle|on" "arrive|advienne|fasse|dise|coûte|veuille|pense" (fin|",")',
        '{"quoique"} ("tu|je|nous|vous|l\'") ("fasses|fasse|fassions|fassiez|dises|dise|disions|disiez")',
        '{"quoiqu\'"} ("ils|elles") ("fassent|disent|veuillent|pensent")',
    ),
    fix=lambda m: "quoi qu'" if m.marked[0].lower.endswith("'") else "quoi que",
    when=lambda m: m.tokens[1].lower != "il" or m.tokens[2].lower != "soit",
    applicability=SAFE,
    examples=(
        Bad("{{Quoiqu'}}il en soit, je pars.", "Quoi qu'il en soit, je pars."),
        Bad("Ne dis rien à {{quoique}} ce soit.", "Ne dis rien à quoi que ce soit."),
        Good("Quoiqu'il soit tard, je reste."),
        Good("Quoi que tu dises, il rit."),
    ),
)

QUOIQUE = TokenRule(
    code="GRM255",
    name="quoi-que-pour-quoique",
    message="« {found} » s'écrit en un mot : « {fixed} », bien que.",
    why="Devant un adjectif ou un adverbe, « quoique » (bien que) s'écrit en un mot.",
    pattern='(","|"("|nom|adj|adv) {"quoi" "que"} ((adj&!ver:fin&!det&!pro&!nom)|"peu|très|assez|trop|un peu|plutôt|moins|encore|toujours|parfois|souvent") any&!"soit|soient"',
    fix="quoique",
    examples=(
        Bad("Un homme riche, {{quoi que}} très avare.", "Un homme riche, quoique très avare."),
        Bad("Il est utile, {{quoi que}} cher.", "Il est utile, quoique cher."),
        Good("Quoi que vous fassiez, il rit."),
        Good("Quoi que ce soit."),
    ),
)

# --- parti / partie, censé / sensé, notre / nôtre, tout / tous ---------------------------------

PARTIE = TokenRule(
    code="GRM256",
    name="faire-parti",
    message="« {found} » s'écrit « {fixed} » dans cette locution.",
    why="« faire partie de », « en partie », « prendre à partie » contiennent le nom « partie » ; "
    "« prendre parti », « tirer parti » le nom « parti ».",
    source="Académie française, Dire, ne pas dire",
    pattern=(
        '<faire> (adv|"pas|plus|aussi"|"-t-il|-t-elle|-il|-elle|-ils|-elles|-vous|-tu")*2 {"parti|partis|parties"} ("de|du|des|d\'|intégrante|prenante"|fin|",")',
        '(any&!<transformer>&!<constituer>&!<organiser>&!<ériger>) "en" {"parti"} (fin|","|(ver:pp&!nom)|"à|au|aux|par|grâce|parce|pour|dans|cause")',
        '"en" "grande|majeure" {"parti"}',
        '<prendre> (pro|det|nom|cap|name)*3 "à" {"parti"}',
    ),
    fix="partie",
    applicability=SAFE,
    examples=(
        Bad("Cela fait {{parti}} du jeu.", "Cela fait partie du jeu."),
        Bad("Il est en {{parti}} détruit.", "Il est en partie détruit."),
        Good("Le parti a fait bloc."),
        Good("Ils prennent parti contre lui."),
        Good("Il en est parti hier."),
    ),
)

PARTI = TokenRule(
    code="GRM257",
    name="tirer-partie",
    message="« {found} » s'écrit « {fixed} » dans cette locution.",
    why="« tirer parti de », « prendre parti pour » contiennent le nom masculin « parti ».",
    source="Académie française, Dire, ne pas dire",
    pattern=(
        '<tirer> adv*1 "le"? "meilleur"? {"partie|parties"} ("de|du|des|d\'")',
        '<prendre> adv*1 {"partie"} ("pour|contre|en|dans"|fin|",")',
        '"de" {"partie"} "pris"',
        '{"partie"} "pris"',
    ),
    fix="parti",
    when=lambda m: not any(t.has("det") and t.lower not in ("le",) for t in m.tokens[:-1]),
    applicability=SAFE,
    examples=(
        Bad("Il tire {{partie}} de la situation.", "Il tire parti de la situation."),
        Bad("Elle a pris {{partie}} pour lui.", "Elle a pris parti pour lui."),
        Good("Ils ont pris une partie de l'argent."),
        Good("La partie prise au hasard."),
    ),
)

_AFFAIRE = TokenRule(
    code="GRM258",
    name="avoir-a-faire-a",
    message="« {found} » s'écrit « {fixed} » : la locution est « avoir affaire à ».",
    why="« avoir affaire à quelqu'un » contient le nom « affaire » ; « avoir à faire » a un "
    "complément : avoir quelque chose à faire.",
    source="Académie française, Dire, ne pas dire",
    pattern=(
        '(<avoir>&!"a") (adv&!nom|"eu|pas|souvent|toujours|-vous|-t-il|-nous"|"déjà")*2 {"à" "faire"} "à|au|aux"',
        '("on|il|elle|qui|l\'") "a" (adv&!nom|"eu")*2 {"à" "faire"} ("à|au|aux")',
    ),
    fix="affaire",
    when=lambda m: (
        not any(
            t.lower in ("rien", "quoi", "beaucoup", "tout", "moins", "plus", "mieux")
            for t in m.tokens
        )
    ),
    examples=(
        Bad("Nous avons {{à faire}} à un menteur.", "Nous avons affaire à un menteur."),
        Bad("Ils ont eu {{à faire}} aux juges.", "Ils ont eu affaire aux juges."),
        Good("Il a beaucoup à faire au bureau."),
        Good("Il n'a rien à faire à Paris."),
    ),
)

CENSE = TokenRule(
    code="GRM259",
    name="sense-devant-infinitif",
    message="« {found} » s'écrit « {fixed} » : supposé.",
    why="Devant un infinitif, on écrit « censé », supposé ; « sensé » veut dire plein de bon sens.",
    source="Académie française, Dire, ne pas dire",
    pattern=f'{{"sensé|sensée|sensés|sensées"}} {_CLITIC}*2 ("ne|n\'|pas")*2 {_CLITIC}*2 ver:inf',
    fix=lambda m: "c" + m.marked[0].lower[1:],
    applicability=SAFE,
    examples=(
        Bad("Il est {{sensé}} venir.", "Il est censé venir."),
        Bad("Nous sommes {{sensés}} le savoir.", "Nous sommes censés le savoir."),
        Good("Un homme sensé vient à l'heure."),
        Good("Il est censé dormir."),
    ),
)

SENSE = TokenRule(
    code="GRM260",
    name="cense-pour-sense",
    message="« {found} » s'écrit « {fixed} » : plein de bon sens.",
    why="« censé » (supposé) est suivi d'un infinitif ; l'adjectif qui veut dire raisonnable est "
    "« sensé ».",
    pattern=(
        '("très|peu|plus|moins|si|aussi|assez|tout"|nom) {"censé|censée|censés|censées"} (fin|","|conj:coord|"qui|que|qu\'")',
    ),
    fix=lambda m: "s" + m.marked[0].lower[1:],
    examples=(
        Bad("Ce sont des gens très {{censés}}.", "Ce sont des gens très sensés."),
        Bad("Une remarque {{censée}}.", "Une remarque sensée."),
        Good("Il était censé revenir."),
        Good("C'est une personne censée dormir."),
    ),
)

NOTRE_PRONOUN = TokenRule(
    code="GRM261",
    name="le-notre-sans-accent",
    message="« {found} » prend un accent derrière l'article : « {fixed} ».",
    why="« notre » et « votre » déterminent un nom ; derrière « le, la, les », les pronoms « nôtre » "
    "et « vôtre » prennent un accent circonflexe.",
    pattern=(
        '"le|la|les|du|des|au|aux" {"notre|votre|notres|votres"} (fin|","|";"|":"|")"|=ver:fin|prep|conj|"est|sont|a|ont|aussi|qui|que"|adv)',
        '("amicalement|cordialement|sincèrement|bien") ","? {"votre"} (fin|",")',
    ),
    fix=lambda m: (
        "nôtre" * (m.marked[0].lower[0] == "n")
        + "vôtre" * (m.marked[0].lower[0] == "v")
        + "s" * (m.tokens[0].lower in ("les", "des", "aux"))
    ),
    examples=(
        Bad("Ce chien est le {{notre}}.", "Ce chien est le nôtre."),
        Bad("Nos voisins et les {{votres}} rient.", "Nos voisins et les vôtres rient."),
        Good("De notre côté, tout va bien."),
        Good("Voici notre maison."),
    ),
)

NOTRE = TokenRule(
    code="GRM262",
    name="notre-avec-accent",
    message="« {found} » s'écrit « {fixed} » devant un nom.",
    why="Devant un nom, les déterminants « notre » et « votre » s'écrivent sans accent ; « nôtre » "
    "et « vôtre » suivent un article.",
    pattern=(
        '(any&!"le|la|les|du|des|au|aux|est|sont|sommes|fait|faire|faisons|faites|était|être|rendre|fut|serait|sera|font|c\'est") {"nôtre|vôtre"} ((nom:s|adj:s)&!ver:fin&!adv)',
        '^{"nôtre|vôtre"} (nom:s|adj:s)',
        '"c\'" "est" {"nôtre|vôtre"} (nom:s&!ver:fin&!adv)',
    ),
    fix=lambda m: m.marked[0].lower.replace("ô", "o"),
    applicability=SAFE,
    examples=(
        Bad("Il a pris {{nôtre}} train.", "Il a pris notre train."),
        Bad("{{Vôtre}} ami est là.", "Votre ami est là."),
        Good("Ce train est nôtre désormais."),
        Good("Le nôtre part demain."),
    ),
)

TOUT = TokenRule(
    code="GRM263",
    name="tous-pour-tout",
    message="« {found} » s'écrit « {fixed} » dans cette locution.",
    why="« tout le monde », « tout à fait », « tout de suite », « tout à coup » sont figés : « tout » "
    "y est au masculin singulier.",
    pattern=(
        '(any&!ver:fin:2p&!ver:fin:1p) {"tous|toute|tou"} "le" (nom:ms&!nom:p)',
        '^{"tous|toute|tou"} "le" (nom:ms&!nom:p)',
        '{"tous"} "ce" "qui|que|qu\'|dont"',
        '{"tous"} "cela|ça|ceci"',
        '"du|le" {"tous"} (fin|",")',
        '{"tous|toute|toutes|tou"} "à" "fait|coup"',
        '{"toute|tou"} "à" "l\'" "heure"',
        '{"tous|toutes|tou"} "de" ("suite|même")',
        '(fin|sign|conj) {"toute"} "de" ("suite|même")',
    ),
    fix="tout",
    examples=(
        Bad("Je connais {{tous}} le monde.", "Je connais tout le monde."),
        Bad("C'est {{toute}} à fait vrai.", "C'est tout à fait vrai."),
        Good("Ils ont tous le même âge."),
        Good("Toute la ville dort."),
        Good("Ils sont tous à l'heure."),
    ),
)


def _plural_of_all(match: Match) -> tuple[str, ...]:
    if "c" in match:
        return ("toutes",) if match["c"].lower in ("celles", ".", ",", "!") else ("tous",)
    noun = match["n"]
    if not noun.has("nom", features="m"):
        return ("toutes",)
    return ("tous",) if not noun.has("nom", features="f") else ("tous", "toutes")


TOUS = TokenRule(
    code="GRM264",
    name="tout-pour-tous",
    message="« {found} » s'accorde au pluriel : « {fixed} ».",
    why="Devant un déterminant au pluriel, « tout » s'accorde avec le nom : tous les hommes, toutes "
    "les femmes.",
    pattern=(
        '{"tout"} ("les|mes|tes|ses|nos|vos|leurs|ces") adj:p*1 nom:p@n',
        '{"tout"} "ceux"@c',
        '(any&!"le|un|du|en") {"tout"} "deux|trois|quatre"@c',
        '^{"tout"} "deux|trois|quatre"@c',
        '{"tout"} "celles"@c',
        '{"toute"} ("les|mes|tes|ses|nos|vos|leurs|ces") adj:p*1 nom:p@n',
        '"une" "fois" "pour" {"toute"} (fin|",")@c',
        '("de|en|dans|sur|pour") {"tout"} "genres|types|sortes|côtés"@n',
    ),
    fix=_plural_of_all,
    when=lambda m: (
        m.before().lower not in ("après", "avant", "malgré", "est", "sont", "en", "du")
        and m.tokens[0].lower != "est"
    ),
    applicability=UNSAFE,
    examples=(
        Bad("{{Tout}} mes amis sont là.", "Tous mes amis sont là."),
        Bad("{{Tout}} ces fleurs sentent bon.", "Toutes ces fleurs sentent bon."),
        Good("Après tout les gens s'y font."),
        Good("Il sait tout des hommes."),
    ),
)


# --- m'a / ma, c'est / ces, était / été, pas / par, plus / plu, guère ---------------------------

_HAS_ME = {
    "ma": "m'a", "ta": "t'a", "mon": "m'ont", "ton": "t'ont", "la": "l'a", "là": "l'a"
}  # fmt: skip

HAS_ME = TokenRule(
    code="GRM266",
    name="ma-pour-m-a",
    message="« {found} » s'écrit « {fixed} » : pronom et verbe avoir.",
    why="Entre un sujet et un participe passé se trouvent un pronom élidé et l'auxiliaire avoir : "
    "« m'a », « t'a », « l'a », « m'ont ». « ma », « ta », « mon » sont des possessifs.",
    pattern=(
        '"il|elle|on|qui|ça|cela|ne|tu" {"ma|ta"} ((ver:pp&!nom:fs)|"été|fait|dit|mis|pris"|adv&!nom)',
        '"il|on|ne|ça|cela" {"ma|ta"} (any&!sign)',
        '"ils|ne" {"mon|ton"} (any&!sign)',
        '"elles|qui" {"mon|ton"} ((ver:pp&!nom:s)|"été|fait|dit|mis|pris"|adv&!nom&!adj|det)',
        '"il|elle|on|qui|ne" {"la"} (ver:pp&!ver:fin&!nom:f&!adj:f)',
        '"il|elle|on|qui|ne" {"la"} "déjà|toujours|jamais|souvent|bien|enfin|aussi|vite" (ver:pp&!ver:fin)',
        '(nom:s|name|prop) {"ma|ta"} (=ver:pp&!ver:pp:f)',
        '"il|elle|on|qui|ne" {"là"} (=ver:pp)',
    ),
    fix=lambda match: _HAS_ME[match.marked[0].lower],
    examples=(
        Bad("Il {{ma}} dit de venir.", "Il m'a dit de venir."),
        Bad("Ils {{mon}} donné la clé.", "Ils m'ont donné la clé."),
        Bad("Elle {{la}} vendu hier.", "Elle l'a vendu hier."),
        Good("Il la connaît bien."),
        Good("C'est elle ta sœur ?"),
        Good("Qui mon ami choisit-il ?"),
    ),
)

MA = TokenRule(
    code="GRM267",
    name="m-a-pour-ma",
    message="« {found} » s'écrit « {fixed} » : c'est le possessif.",
    why="Devant un nom, et non devant un participe, se trouve le possessif « ma », « ta ».",
    pattern=(
        '("de|d\'|à|dans|par|pour|avec|sans|chez|sur|sous"|ver:inf|=ver:fin) {"m\'|t\'" "a"} '
        "((nom:fs&!ver:pp&!adv&!adj:m)|(adj:fs&!adj:m&!ver:pp))",
        '"que|qu\'" {"m\'|t\'" "a"} (nom:fs&!ver:pp&!adv&!adj:m) ("ne|n\'"|=ver:fin)',
    ),
    fix=lambda match: match.marked[0].lower[0] + "a",
    examples=(
        Bad("C'est gentil de {{t'a}} part.", "C'est gentil de ta part."),
        Bad("Il vient avec {{m'a}} sœur.", "Il vient avec ma sœur."),
        Good("Ce livre m'a fait peur."),
        Good("Celui qu'il t'a pris."),
    ),
)


def _it_is(match: Match) -> str:
    return "s'est" if match.tokens[0].lower in ("il", "elle", "on", "qui", "ne") else "c'est"


IT_IS = TokenRule(
    code="GRM268",
    name="ces-pour-c-est",
    message="« {found} » s'écrit « {fixed} » : pronom et verbe être.",
    why="Entre un sujet et un participe se trouve « s'est » ; devant un adverbe ou un déterminant, "
    "« c'est ». « ces » et « ses » déterminent un nom.",
    pattern=(
        '"il|elle|on|qui|ne" {"ces|ses|sait|sais"} (adv&!nom)*2 (ver:pp:s&!nom)',
        '(any&!prep&!det) {"ces|ses"} ("le|la|les|l\'|mon|ma|mes|ton|ta|tes|son|sa|notre|votre|nos|vos|leur|cet|cette"|"moi|toi|lui|nous|vous|eux|pas|trop|pourquoi|comme|ça")',
        '^{"ces|ses"} ("un|une|le|la|les|l\'|mon|ma|pas|trop|pourquoi|comme"|"moi|toi|lui|nous|vous|eux")',
    ),
    fix=_it_is,
    examples=(
        Bad("On {{ses}} rencontré hier.", "On s'est rencontré hier."),
        Bad("Je crois que {{ces}} pas vrai.", "Je crois que c'est pas vrai."),
        Good("Il a perdu ces beaux livres."),
        Good("Ces deux chats et ses trois chiens."),
    ),
)

BEEN = TokenRule(
    code="GRM269",
    name="avoir-etait",
    message="Derrière avoir, « {found} » s'écrit « {fixed} » : c'est le participe passé d'être.",
    why="Avec l'auxiliaire avoir se trouve le participe passé « été » ; « était » est l'imparfait.",
    pattern=(
        '<avoir> ((adv&!nom)|"pas|plus|bien|tous|tout|-t-il|-t-elle|-il|-elle|-ils|-elles|-t-on")*3 '
        '{"était|étaient|étais|étai"}'
    ),
    fix="été",
    applicability=SAFE,
    examples=(
        Bad("Il a {{était}} malade.", "Il a été malade."),
        Bad("Elles ont toujours {{étaient}} là.", "Elles ont toujours été là."),
        Good("Ce qu'il a, était à moi."),
        Good("Il était malade."),
    ),
)


def _has_negation(match: Match) -> bool:
    """True if « ne » stands a little before the marked word."""
    at = match.found.marked[0]
    return any(token.lower in ("ne", "n'") for token in match.analysis.tokens(at - 6, at))


PAS = TokenRule(
    code="GRM278",
    name="par-pour-pas",
    message="« {found} » s'écrit « {fixed} » : c'est la négation.",
    why="Derrière « ne » et un verbe se trouve la négation « pas » ; « par » est une préposition, que "
    "suit un nom.",
    pattern=(
        '(ver|adv) {"par|pars"} (fin|","|adv&!nom&!"ici|là|exemple|ailleurs|hasard|conséquent"|"que|qu\'"|=ver:pp|adj&!nom)'
    ),
    fix="pas",
    when=_has_negation,
    examples=(
        Bad("Ne viens {{par}}, c'est tard.", "Ne viens pas, c'est tard."),
        Bad("Il ne dort {{par}} vraiment.", "Il ne dort pas vraiment."),
        Good("Il passe par là."),
        Good("Il ne commence jamais par le début."),
    ),
)

PAR = TokenRule(
    code="GRM279",
    name="pas-pour-par",
    message="« {found} » s'écrit « {fixed} » : c'est la préposition.",
    why="« commencer par », « finir par », « par rapport à », « par exemple » sont faits avec la "
    "préposition « par ».",
    pattern=(
        f'(<commencer>|<finir>) {{"pas"}} {_CLITIC}*2 ver:inf',
        '(<commencer>|<finir>)&ver:ppr {"pas"} det',
        '(any&!ver) {"pas"} "rapport" "à|au|aux"',
        '^{"pas"} "rapport" "à|au|aux"',
        '(any&!ver) {"pas"} "exemple|conséquent|ailleurs" (","|fin)',
    ),
    fix="par",
    when=lambda match: not _has_negation(match),
    examples=(
        Bad("Il finira {{pas}} comprendre.", "Il finira par comprendre."),
        Bad("{{Pas}} rapport à hier, il fait beau.", "Par rapport à hier, il fait beau."),
        Good("Je ne commence pas avant lui."),
        Good("Il ne finit pas demain."),
    ),
)

_HAVE = frozenset("a ont avait avaient ai eu aura avoir as aurait ayant avons avez".split())


def _is_not_pleased(match: Match) -> bool:
    at = match.found.marked[0]
    before = [token.lower for token in match.analysis.tokens(at - 4, at)]
    return not any(word in _HAVE for word in before) or before[-2:] == ["y", "a"]


PLUS = TokenRule(
    code="GRM280",
    name="plu-pour-plus",
    message="« {found} » s'écrit « {fixed} ».",
    why="« plu » est le participe passé de plaire ou de pleuvoir, et demande l'auxiliaire avoir ; "
    "l'adverbe s'écrit « plus ».",
    pattern=('(any&!<avoir>|"a") {"plu"} (mot&!"à|au|aux")', '(any&!<avoir>) {"plu"} ","'),
    fix="plus",
    when=_is_not_pleased,
    examples=(
        Bad("Il viendra {{plu}} tard.", "Il viendra plus tard."),
        Bad("C'est {{plu}} grand que toi.", "C'est plus grand que toi."),
        Good("Le film m'a beaucoup plu hier."),
        Good("Il a plu toute la nuit."),
    ),
)

GUERE = TokenRule(
    code="GRM281",
    name="guerre-pour-guere",
    message="« {found} » s'écrit « {fixed} » : presque pas.",
    why="Avec « ne » se trouve l'adverbe « guère », presque pas ; « guerre » est un nom.",
    pattern='((ver&!prep&!nom)|"plus|a|ai|en|y|aime|reste|donne") {"guerre|guerres"} (any&!"civile|mondiale|froide|à|contre")',
    fix="guère",
    when=_has_negation,
    applicability=SAFE,
    examples=(
        Bad("Il n'y en a {{guerre}}.", "Il n'y en a guère."),
        Bad("Je n'aime {{guerre}} le sport.", "Je n'aime guère le sport."),
        Good("Ils ne font pas la guerre."),
        Good("Il n'y a plus de guerre."),
    ),
)

HORS = TokenRule(
    code="GRM282",
    name="or-pour-hors",
    message="« {found} » s'écrit « {fixed} » : en dehors de.",
    why="La préposition « hors » (en dehors de) prend un h et un s ; « or » est le métal, ou la "
    "conjonction.",
    pattern=(
        '(any&!"d\'|en|l\'|cet|un|par|pour|fil") {"or"} "service|ligne|jeu|taxe|taxes|saison|concours|sujet|norme|normes|série|champ|piste|délai|délais|zone|bord|pair|catégorie|sol|propos|contexte|compétition"',
        '(any&!"d\'|en|l\'|cet|un|par|pour|fil") {"or"} "de|d\'" ("question|portée|prix|lui|elle|soi|contrôle|danger|cause|combat|usage|atteinte|la|l\'|ce|cette|ici")',
    ),
    fix="hors",
    applicability=SAFE,
    examples=(
        Bad("L'ascenseur est {{or}} service.", "L'ascenseur est hors service."),
        Bad("C'est {{or}} de question.", "C'est hors de question."),
        Good("Une bague en or de prix."),
        Good("Or il est tard."),
    ),
)

OR = TokenRule(
    code="GRM283",
    name="hors-pour-or",
    message="« {found} » s'écrit « {fixed} » : c'est la conjonction.",
    why="En tête de phrase, devant une virgule ou un sujet, se trouve la conjonction « or ».",
    pattern='^{"hors"} (","|pro:suj)',
    fix="or",
    applicability=SAFE,
    examples=(
        Bad("{{Hors}}, il est tard.", "Or, il est tard."),
        Bad("{{Hors}} il est parti.", "Or il est parti."),
        Good("Hors saison, tout est fermé."),
        Good("Or, il est tard."),
    ),
)

PLUPART = TokenRule(
    code="GRM284",
    name="la-plus-part",
    message="« {found} » s'écrit en un mot : « {fixed} ».",
    why="« la plupart », le plus grand nombre, s'écrit en un mot.",
    source="Académie française",
    pattern='"la" {"plus" "part"}',
    fix="plupart",
    applicability=SAFE,
    examples=(
        Bad("La {{plus part}} dorment.", "La plupart dorment."),
        Bad("C'est vrai pour la {{plus part}} des gens.", "C'est vrai pour la plupart des gens."),
        Good("La plus grande part."),
        Good("Il n'y a plus part à deux."),
    ),
)

NOUS = TokenRule(
    code="GRM285",
    name="nos-pour-nous",
    message="Devant ce verbe, « {found} » s'écrit « {fixed} » : c'est le pronom.",
    why="Devant un verbe à la première ou à la deuxième personne du pluriel se trouve le pronom sujet "
    "« nous », « vous » ; « nos » et « vos » déterminent un nom.",
    pattern=('{"nos"} (ver:fin:1p&=ver:fin)', '{"vos"} (ver:fin:2p&=ver:fin)'),
    fix=lambda match: match.marked[0].lower[0] + "ous",
    examples=(
        Bad("{{Nos}} agissons ensemble.", "Nous agissons ensemble."),
        Bad("{{Vos}} prenez le train.", "Vous prenez le train."),
        Good("Nos actions ensemble."),
        Good("Vos nez rougissent."),
    ),
)

DES_QUE = TokenRule(
    code="GRM286",
    name="des-pour-des-accent",
    message="« {found} » s'écrit « {fixed} » : à partir de.",
    why="La préposition « dès », à partir de, prend un accent grave ; « des » est un article.",
    pattern=(
        '{"des|dés"} "que|qu\'" (pro:suj|det|cap|"possible|l\'")',
        '{"des|dés"} "lors|demain|maintenant|aujourd\'hui|hier"',
        '{"des|dés"} "à" "présent"',
        '(any&!"/") {"des|dés"} "le|la|l\'" nom',
        '^{"des|dés"} "le|la|l\'" nom',
    ),
    fix="dès",
    examples=(
        Bad("{{Des}} le matin, il travaille.", "Dès le matin, il travaille."),
        Bad("Viens {{dés}} que tu peux.", "Viens dès que tu peux."),
        Good("Il a des amis."),
        Good("Un coup de dés."),
    ),
)

DONT = TokenRule(
    code="GRM287",
    name="don-pour-dont",
    message="« {found} » s'écrit « {fixed} » : c'est le relatif.",
    why="Entre un nom ou « ce » et un sujet se trouve le relatif « dont », de qui, duquel ; « donc » "
    "tire une conséquence, « don » est un nom.",
    pattern=(
        '(nom|"ce|celui|celle|ceux|celles") {"don"} (pro:suj|"l\'"|det)',
        '"ce|celui|celle|ceux|celles" {"donc"} (pro:suj|det)',
        '"la" ("façon|manière"&nom) {"donc|don"} (pro:suj|det)',
    ),
    fix="dont",
    examples=(
        Bad("Le livre {{don}} je parle.", "Le livre dont je parle."),
        Bad("Voici ce {{donc}} il a besoin.", "Voici ce dont il a besoin."),
        Good("Je pense donc je suis."),
        Good("Le don des corps."),
    ),
)

_HAVE_FORMS = {"non": "n'ont", "nom": "n'ont", "on": "ont"}

HAVE = TokenRule(
    code="GRM288",
    name="non-pour-n-ont",
    message="« {found} » s'écrit « {fixed} » : c'est le verbe avoir.",
    why="Derrière « ils » ou « elles » se trouve le verbe : « ont », « n'ont », « l'ont ».",
    pattern=(
        '"ils|elles" {"non|nom"} any',
        '"qui" {"non|nom"} "pas|jamais|rien|aucun|aucune|guère" (ver:pp|det|nom|prep)',
        '"ils|elles|qui" ("l\'|m\'|t\'|n\'"|"nous|vous|les|lui|leur|y|en") {"on"} (ver:pp|adv|"été|pas"|det)',
    ),
    fix=lambda match: _HAVE_FORMS[match.marked[0].lower],
    examples=(
        Bad("Ils {{non}} rien dit.", "Ils n'ont rien dit."),
        Bad("Ceux qui l'{{on}} vu.", "Ceux qui l'ont vu."),
        Good("Eux non plus ne sont pas là."),
        Good("Les enfants, non, ne dorment pas."),
    ),
)

_POSSESSIVES = {"m'": "mes", "t'": "tes", "c'": "ces", "s'": "ses"}

POSSESSIVE = TokenRule(
    code="GRM289",
    name="c-est-pour-ces",
    message="« {found} » s'écrit « {fixed} » devant un nom au pluriel.",
    why="Entre une préposition et un nom au pluriel se trouve un déterminant : « ces », « ses », "
    "« mes », « tes ».",
    pattern=(
        '"de|d\'|à|dans|par|pour|avec|sans|chez|sur|sous|contre|vers|parmi|entre|tous|toutes" {"c\'|s\'" "est"} (nom:p&!nom:s)',
        '"de|d\'|à|dans|par|pour|avec|sans|chez|sur|sous|contre|vers|parmi|entre|tous|toutes" {"c\'|s\'" "est"} (adj:p&!adj:s) (nom:p&!nom:s)',
        '{"m\'" "est"} (nom:p&!nom:s&!adv)',
        '{"t\'" "es"} (nom:p&!nom:s&!adv)',
    ),
    fix=lambda match: _POSSESSIVES[match.marked[0].lower],
    examples=(
        Bad("Il vit avec {{c'est}} chats.", "Il vit avec ces chats."),
        Bad("Je pense à {{t'es}} amis.", "Je pense à tes amis."),
        Good("C'est grands dieux trop."),
        Good("Il s'est vite levé."),
    ),
)

RULES: tuple[Rule, ...] = tuple(
    value for value in list(globals().values()) if isinstance(value, Rule)
)
