"""Rules about grammatical homophones: a/à, et/est, on/ont, son/sont, la/là, du/dû, ce/se.

Each looks at frames in which the written word cannot stand. For verbs (« a », « est »), the frame
may be the whole sentence: it has no room for one verb more (:mod:`frclean.rules._clause`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from frclean.language.analysis import Token
from frclean.rules._clause import may_have_verb, verbs_exceed
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

#: Pronouns, so that what follows is a verb.
_SUBJECT = '"je|j\'|tu|il|on|ils"'
_BEFORE_VERB = "\"je|j'|tu|il|elle|on|ils|elles|ne|n'|l'|m'|t'|s'|y|en|qui|ça|cela|ceci|ce|c'|ç'\""
_CLITIC = "\"me|m'|te|t'|se|s'|le|la|l'|les|lui|leur|nous|vous|y|en\""
_PREP = (
    "\"de|d'|à|dans|par|pour|sur|sous|avec|sans|chez|vers|contre|entre|depuis|pendant|durant|après"
    "|avant|malgré|selon|envers|jusqu'|devant|derrière|dès|parmi|outre\""
)
_DET_ONLY = (
    '"un|une|du|des|au|aux|cet|cette|ces|mon|ton|son|ma|ta|sa|mes|tes|ses|notre|votre|nos|vos'
    '|leurs|chaque|quelques|plusieurs"'
)
_STOP = 'fin|","|";"|":"|")"|"»"|"-"|"–"|"—"'
_NOUNISH = "nom|adj|ver:pp|cap|num"


# --- a / à ----------------------------------------------------------------------------------


def _a_before_infinitive(match: Match) -> Iterator[Hit]:
    a, verb = match["a"], match["v"]
    if a.form != "a":
        return
    # « Pierre a manger sa soupe » lacks a participle, « un livre a acheter » a preposition.
    may_be_participle = verb.lower.endswith("er") and verb.index == a.index + 1
    if not may_be_participle or verbs_exceed(match.analysis, a.index):
        yield Hit(a.span, ("à",))
    elif match["n"].form[:1].islower() and _ends_phrase(match.after()):
        yield Hit(a.span, ("à",), UNSAFE)


def _ends_phrase(token: Token) -> bool:
    return token.kind == "sign" or any(r.pos in ("prep", "conj") for r in token.readings)


A_INFINITIVE = FunctionRule(
    code="GRM200",
    name="a-devant-infinitif",
    message="Devant un infinitif, « {found} » s'écrit « {fixed} » : c'est la préposition.",
    why="« a » est une forme d'avoir, que suit un participe passé ; devant un infinitif se trouve "
    "la préposition « à ».",
    pattern=(
        f'((nom|adj|ver:pp|"pas|plus|rien|tout|beaucoup|celui|celle|ceux|celles")&!{_BEFORE_VERB})@n '
        f'{{"a"}}@a {_CLITIC}*2 (ver:inf&!nom&!adj&!adv)@v',
        '(fin|"-"|"•"|"–"|"—")@n {"a"}@a (ver:inf&!nom&!adj&!adv)@v',
    ),
    judge=_a_before_infinitive,
    applicability=SAFE,
    examples=(
        Bad("Voici l'objectif {{a}} atteindre.", "Voici l'objectif à atteindre."),
        Bad("C'est un devoir {{a}} rendre demain.", "C'est un devoir à rendre demain."),
        Good("Il n'a pouvoir de décider que le lundi."),
        Good("Le maire a pouvoir de police."),
        Good("Il a su atteindre son objectif."),
    ),
)


def _verb_too_many(fix: str) -> Callable[[Match], Iterator[Hit]]:
    def judge(match: Match) -> Iterator[Hit]:
        if verbs_exceed(match.analysis, match.found.named["w"]):
            yield Hit(match["w"].span, (fix,))

    return judge


A_INFINITIVE_BEFORE = TokenRule(
    code="GRM209",
    name="a-derriere-infinitif",
    message="Derrière l'infinitif, « {found} » s'écrit « {fixed} » : c'est la préposition.",
    why="L'infinitif qui suit une préposition ou un verbe n'est le sujet de rien : derrière lui se "
    "trouve la préposition « à », non le verbe avoir.",
    pattern=(
        "(\"pour|sans|comme|va|vont|vais|allons|allez|faut|fait|et|se|s'|me|m'|te|t'\"|<pouvoir>|<vouloir>|<devoir>) "
        f'{_CLITIC}*2 ver:inf {{"a"}} '
        '((det|"lui|eux|elle|moi|toi|nous|vous|qui|quoi"|cap|name|num|nom)&!(ver:pp&!nom)&!"tout|tous|minima|maxima|priori|posteriori|contrario")'
    ),
    fix="à",
    when=lambda m: m.tokens[0].lower != "et" or not may_have_verb(m.analysis, m.marked[0].index),
    examples=(
        Bad("Il faut penser {{a}} la suite.", "Il faut penser à la suite."),
        Bad("Pour plaire {{a}} ses amis.", "Pour plaire à ses amis."),
        Good("Fumer a des conséquences."),
        Good("Il faut dire qu'il a la grippe."),
    ),
)

A_VERB_TOO_MANY = FunctionRule(
    code="GRM201",
    name="a-verbe-en-trop",
    message="« {found} » s'écrit « {fixed} » : la phrase a déjà son verbe.",
    why="« a » est un verbe (avoir) ; une proposition n'en a qu'un à un mode personnel. Ici le "
    "verbe est déjà là : c'est la préposition « à ».",
    pattern=f'(mot|num)&!({_BEFORE_VERB}|"où|comment|combien|a") {{"a"}}@w (adv&!"priori|posteriori|postériori|fortiori|contrario")*2 (mot|num|quote|"«")&!adv&!((ver:pp&!"mort|vue|suite|mise|charge")|(=ver:fin)|$clause_auxiliary|"-t-il|-t-elle|-t-on|priori|posteriori|postériori|fortiori|contrario|minima|maxima|cappella|tempo")',
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
        '"ainsi" "qu\'" {"a"}',
        '(any&!det&!adj&!"en|de|d\'|par") "suite|face" {"a"} (det:def|det:poss|det:dem|"un|une"|cap|name)',
        f'(any&!{_BEFORE_VERB}) {{"a"}} "quoi|laquelle|lequel|lesquels|lesquelles"',
        f'(any&!{_BEFORE_VERB}) {{"a"}} num:o',
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
    when=lambda m: (
        not may_have_verb(m.analysis, m.marked[0].index)
        or m.tokens[0].lower not in ("elle", "qui", "ce")
    ),
    examples=(
        Bad("Le maire dit qu'il {{à}} gagné.", "Le maire dit qu'il a gagné."),
        Bad("Il n'{{à}} rien dit.", "Il n'a rien dit."),
        Good("Celui à qui on parle."),
        Good("L'à-peu-près et l'à peu près."),
        Good("Donne-m'en, et pense-t-il à moi ?"),
    ),
)

_A_OBJECT = (
    '((det&!"a|du")|num|cap|name|prop|"lui|eux|elle|moi|toi|nous|vous|celui|celle|ceux|celles|tous|toutes'
    '|ce|cela|ça|tout|peine|presque|quelques|l\'|un|une|rien")&!ver:pp&!"l\'un"'
)
_GOVERNED = '"appel|hommage|atteinte|recours|référence|allusion|droit|accès|face|suite|plaisir|fin|tort|peur|mal'
_GOVERNED += (
    '|confiance|honneur|raison|naissance|lieu|attention|part|goût|tête|obstacle|défaut|écho|envie"'
)
_CONTAINERS = (
    "<machine|boîte|boite|râpe|moulin|brosse|fer|planche|sac|cuillère|cuiller|pince|bateau|arme|salle|vernis"
    "|crayon|vélo|canne|pompe|tasse|verre|pot|caisse|chaise|hache|lime|lampe|poêle|train|patin|patins>"
)


def _a_governed(match: Match) -> Iterator[Hit]:
    word = match["w"]
    if word.form == "a" and not ("v" in match and _in_relative(match)):
        yield Hit(word.span, ("à",))


def _in_relative(match: Match) -> bool:
    """« celui qui est marié a un fils »: the verb before may be that of a relative clause."""
    analysis, start = match.analysis, match.found.start
    for index in range(start, max(analysis.sentence(start).start, start - 12) - 1, -1):
        token = analysis.token(index)
        if token.form in (",", ";", ":") and index < start:
            return False
        if token.has("pro", "rel") or token.has("conj", "sub"):
            # « je crois que »: no relative; the main clause has its verb.
            return not (index and analysis.token(index - 1).has("ver"))
    return False


A_GOVERNED = FunctionRule(
    code="GRM291",
    name="a-derriere-son-verbe",
    message="« {found} » s'écrit « {fixed} » : c'est la préposition que demande le mot précédent.",
    why="Le verbe de la proposition est déjà là (« il pense », « est lié », « porte ») : ce qui le "
    "suit est son complément, introduit par la préposition « à ».",
    pattern=(
        f'((<être>|<avoir>)&(ver:fin|ver:inf|ver:ppr))@v "-je|-tu|-il|-elle|-on|-nous|-vous|-ils|-elles|-t-il|-t-elle|-t-on"? '
        f'adv*2 (ver:pp|(adj&!nom:s)) {{"a"}}@w {_A_OBJECT}',
        f'(pro:suj&!"nous|vous|elle|elles|lui|eux") {_CLITIC}*2 (ver:fin&!ver:pp&!$clause_auxiliary)@v adv*1 {{"a"}}@w {_A_OBJECT}',
        '(<être>&ver:fin)@v "-je|-tu|-il|-elle|-on|-nous|-vous|-ils|-elles|-ce"? "toujours|encore|déjà|bien|souvent|toi|moi|lui"? {"a"}@w (det:poss|"la|l\'|ce|cette|cet"|cap|prop)',
        f'^ver:imp ("le|la|les|l\'|un|une|mon|ma|mes|ton|ta|tes|son|sa|ses|ce|cet|cette|ces|vos|votre|nos|notre|leur|leurs"&!pro:suj) nom adj*1 {{"a"}}@w {_A_OBJECT}',
        f'^ver:imp "ceci|cela|ça|tout|-moi|-le|-la|-les|-toi|-nous|-vous|-lui|-leur|bien|donc" {{"a"}}@w {_A_OBJECT}',
        f'(ver:inf&!nom) "ceci|cela|ça" {{"a"}}@w {_A_OBJECT}',
        f'<faire|avoir|rendre|porter|donner|mettre|prendre|tenir|prêter> adv*1 {_GOVERNED} {{"a"}}@w {_A_OBJECT}',
        f'"ni|sauf|surtout|excepté|voire" {{"a"}}@w {_A_OBJECT}',
        '"en" <comparer|penser|répondre|jouer|parler|arriver|rester|aller|participer|assister|renoncer|songer|téléphoner>&ver:ppr '
        f'{{"a"}}@w {_A_OBJECT}',
        f'(fin|",") <comparer|opposer|lier|confronter|destiner|adapter|habituer|soumettre|réduire|grâce|face|identique|semblable|pareil>&(ver:pp|adj) {{"a"}}@w {_A_OBJECT}',
        '(","|"merci|bonjour|et|alors|revoir|donc|ciao|salut|bises|bisous") {"a"}@w "bientôt|demain|plus|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|toi|vous|tous|toutes|tantôt" (fin|",")',
        '(","|"merci|bonjour|et|alors|revoir") {"a"}@w "la|ce|tout|cet|cette" "prochaine|soir|après|l\'|après-midi|semaine" (fin|","|"heure|tout")',
        '"d\'" "où" {"a"}@w "où"',
        '"ou|et|soit|même|que|qu\'|plutôt|va|vais|vas|vont|aller|rentrer|rentre|venir|viens|vient|partir|part|monter|monté|monte" {"a"}@w "pied|cheval|vélo|moto|genoux|ski|dos|bicyclette|reculons" (fin|prep|conj|",")',
        f'{_CONTAINERS} {{"a"}}@w (nom&!adj&!ver:pp&!det&!"peur|faim|besoin|froid|soif|droit|lieu|raison|tort|fait|pris|eu|beau") (fin|prep|conj|adj|","|ver)',
        '"plutôt|autant" "qu\'" {"a"}@w det',
    ),
    judge=_a_governed,
    examples=(
        Bad(
            "Le pont est lié {{a}} la rive par un câble.", "Le pont est lié à la rive par un câble."
        ),
        Bad("Tu penses {{a}} ta sœur, dit-on.", "Tu penses à ta sœur, dit-on."),
        Bad("Rends ce cahier {{a}} ton voisin.", "Rends ce cahier à ton voisin."),
        Bad("Ils ont rendu hommage {{a}} leur maire.", "Ils ont rendu hommage à leur maire."),
        Bad("Il pleut partout, sauf {{a}} Nice.", "Il pleut partout, sauf à Nice."),
        Bad("Un moulin {{a}} vent tourne.", "Un moulin à vent tourne."),
        Good("Celui qui est marié a un fils."),
        Good("L'homme qui vient a une canne."),
        Good("La salle a besoin de travaux, et le verre a fait du bruit."),
        Good("Le droit qu'il a porte un nom."),
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
        '(any&!prep&!ver:inf&!<être>) {"à"} "été" (ver:pp|det|adj|adv)',
        f'((nom|adj|cap|name|prop|"elle|lui|nous|vous|leur|les|ça|cela|y|tout")&!"c\'|face|grâce|quant")'
        f' {{"à"}} ((adv|"été")&!nom|"pas|plus|été|rien")*2 ({_PAST}&!ver:pp:p&!ver:pp:f)',
    ),
    fix="a",
    when=lambda m: m.tokens[-2].lower == "été" or _a_before_participle(m),
    examples=(
        Bad("La France {{à}} dénoncé ces actes.", "La France a dénoncé ces actes."),
        Bad("Pauline nous {{à}} beaucoup aidé.", "Pauline nous a beaucoup aidé."),
        Good("Il cherche à plaire à Pauline."),
        Good("Une soirée à dîner dehors."),
    ),
)

# --- et / est -------------------------------------------------------------------------------


def _est_not_verb(match: Match) -> Iterator[Hit]:
    if "p" in match or verbs_exceed(match.analysis, match.found.named["w"]):
        yield Hit(match["w"].span, ("et",))


ET_VERB_TOO_MANY = FunctionRule(
    code="GRM205",
    name="est-verbe-en-trop",
    message="« {found} » s'écrit « {fixed} » : la phrase a déjà son verbe.",
    why="« est » est un verbe (être) ; une proposition n'en a qu'un à un mode personnel. Ici le "
    "verbe est déjà là : c'est la conjonction « et ».",
    pattern=(
        f'((mot|num|opaque)&!({_BEFORE_VERB}|{_CLITIC}|det|{_PREP})) {{"est"}}@w any&!"-ce|-il|-elle|-on|il|elle|ce|-t-il"&!fin&!$clause_auxiliary',
        '((nom:p&!nom:s)|(adj:p&!adj:s)|(ver:pp:p&!ver:pp:s))@p {"est"}@w ((adj:p&!adj:s&!nom:s)|(ver:pp:p&!ver:pp:s)|(nom:p&!nom:s&!adj:s))',
        '(num:p&!det)@p {"est"}@w (num:p&!det)',
        '"MM."@p (cap|name) {"est"}@w (cap|name)',
    ),
    judge=_est_not_verb,
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
    "conjonction « et ».",
    pattern=(
        "\"c'|ç'|n'|m'|s'\" {\"et\"}",
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
        'det (nom:s&!nom:p) (adj:s|cap|name)*2 {"et"}@w (adv&!nom&!prep)*2 ((=ver:pp:s&!nom)|(=ver:pp:s&!ver:fin)) '
        '("par|à|au|aux|en|de|d\'|dans|comme|sur|pour|chez|depuis|que|qu\'"|".")',
        'det (nom:s&!nom:p) {"et"}@w (adv&!nom&!prep&!"non|surtout|même|aussi|puis|notamment|plus|moins|alors|si")+2 (adj:s&!nom)',
        '"lui|nous|vous|leur" {"et"}@w (=ver:pp:s&!nom) (prep|fin|",")',
        '^det nom:s adj*1 {"et"}@w "de|d\'" (ver:inf&!nom)',
        '^(name|prop|cap) (name|prop|cap)*1 {"et"}@w (adv&!nom&!prep)*2 (=ver:pp:s&!nom) (prep|fin)',
        'nom:s {"et"}@w "en" "train" "de|d\'"',
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
        '(nom:p|adj:p|num|"qui|y|en|lui|leur|nous|vous") {"on"} ((det&!"la|le|les|l\'|leur|tout|toute|tous")|(num&!"un|une"))',
        'num {"on"} (adv&!nom)*1 (ver:pp)',
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
        '(any&!"l\'|qui|les") {"ont"} (ver:fin:3s&=ver:fin)&!$clause_auxiliary',
        '^{"ont"} (ver:fin:3s&=ver:fin)',
        '(fin|sign|conj) {"ont"} "ne|n\'" mot',
        '(fin|sign|conj) {"ont"} "se|s\'|me|te" mot',
        '(any&!"l\'|qui") {"ont"} "y|le|la|les|lui|leur|en" (ver:fin:3s&=ver:fin)',
        '"que|où|si|quand|lorsque" "l\'" {"ont"} (ver:fin:3s&!ver:pp&!adj)',
    ),
    fix="on",
    examples=(
        Bad("{{Ont}} peut toujours essayer.", "On peut toujours essayer."),
        Bad("Les livres que l'{{ont}} lit.", "Les livres que l'on lit."),
        Good("Ils ont dit oui."),
        Good("Ceux qui l'ont ne le disent pas."),
        Good("Ceux qui ont se taisent."),
    ),
)


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
        '^{"sont"} (nom:s&!adj&!nom:p&!adv&!ver) (=ver:fin:3s|fin)',
    ),
    fix="son",
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
        '(nom:p|adj:p|"qui|elles") {"son"} (adv&!nom)*2 ((adj:p&!adj:s&!nom:s)|(ver:pp:p&!ver:pp:s&!nom:s))',
        '((nom:p&!nom:s)|(adj:p&!adj:s)) {"son"} ("ceux|celles|des|les|ces|dans|très|trop|pas|plus|là|aux"|inc)',
        '"qui|où" {"son"} (det&!"tout|toute")',
    ),
    fix="sont",
    applicability=SAFE,
    unless=('prep {"son"} nom',),
    examples=(
        Bad("Les vannes {{son}} fermées.", "Les vannes sont fermées."),
        Bad("Ce {{son}} de bons élèves.", "Ce sont de bons élèves."),
        Good("Il a donné à ses élèves son meilleur cours."),
        Good("Les ingénieurs du son très attentifs."),
        Good("Ses amis son père les connaît."),
    ),
)

# --- la / là, du / dû, sur / sûr, dans / d'en -------------------------------------------------


def _is_noun(match: Match) -> bool:
    """True if the word named ``n`` is a noun or an adjective here."""
    return "n" not in match or match.analysis.chance(match.found.named["n"], "ver") < 0.3


LA_ACCENT = TokenRule(
    code="GRM214",
    name="la-accent-article",
    message="« {found} » s'écrit « {fixed} » : c'est l'article.",
    why="Devant un nom féminin se trouve l'article « la » ; « là » est un adverbe de lieu.",
    pattern=(
        f'({_PREP}|"et|ou|que|qu\'|si|comme|car|mais|ni|est|toute") {{"là"}} ((nom:fs|cap:nom:fs)&!adv&!adj:m&!num)@n',
        f'({_PREP}|"et|ou|que|qu\'|si|comme|car|mais|ni|est|toute") {{"là"}} (adj:fs&!adv) nom:fs@n',
        f'({_PREP}|"toute|et") {{"là"}} (num&!"un|une") (nom:f)@n',
        '((=ver:fin|ver:inf)&!<être>&!<avoir>) {"là"} ((nom:fs&!adj&!adv)|cap:nom:fs)@n',
        '^{"là"} (nom:fs&!ver&!adv)@n',
        '(fin|sign|conj) {"là"} (nom:fs&!adv)@x ((=ver:fin:3s)|(=ver:pp:fs)|(adj:f&!adj:m&!ver))',
        f'{_PREP} {{"là"}} (cap:adj:fs|num&!"un|une") (cap|nom)',
        '{"là"} "même" (nom:fs&!ver)',
        '^{"là"} (adj:fs&!ver&!adv) (nom:fs)@n',
        '(nom|adj|",") {"là"} (nom:fs&!ver&!adj&!adv&!nom:m)@n ("de|du|des|d\'|qui|que|qu\'"|=ver:fin)',
    ),
    fix="la",
    when=_is_noun,
    applicability=SAFE,
    examples=(
        Bad("Ils sont pour {{là}} paix.", "Ils sont pour la paix."),
        Bad("{{Là}} maison est vide.", "La maison est vide."),
        Good("De là vient sa colère."),
        Good("C'est par là que passe la route."),
        Good("D'ici là, rien ne bouge."),
        Good("Ils restent là."),
    ),
)

LA_PLACE = TokenRule(
    code="GRM215",
    name="la-pour-la-accent",
    message="« {found} » s'écrit « {fixed} » : c'est l'adverbe.",
    why="« la » est un article ou un pronom : un nom ou un verbe le suit. L'adverbe de lieu "
    "s'écrit « là ».",
    pattern=(
        '{"la"} "où"',
        '"jusque|celui|celle|ceux|celles" {"la"} (fin|","|";"|":"|prep&!"de|en"|conj)',
        '"par" {"la"} (fin|","|";"|":")',
        '"ici" {"la"} (fin|","|":")',
        '^"de" {"la"} (=ver:fin:3)',
        '(<être>|<rester>|adv&!nom) {"la"} (fin|",")',
    ),
    fix="là",
    applicability=SAFE,
    examples=(
        Bad("{{La}} où nous allons.", "Là où nous allons."),
        Bad("Passez par {{la}}, c'est plus court.", "Passez par là, c'est plus court."),
        Good("Passez par la rue, c'est plus court."),
        Good("Une sonate en la, une autre en si."),
        Good("Il donne le la."),
    ),
)

DU = TokenRule(
    code="GRM216",
    name="du-accent-article",
    message="« {found} » s'écrit « {fixed} » : c'est l'article (de + le).",
    why="Devant un nom se trouve « du », article contracté ; « dû », avec accent, est le participe "
    "de devoir.",
    pattern=(
        '(any&!<avoir>&!<être>&!"pas|bien|aussi|toujours|encore|déjà|jamais|sans") {"dû"} '
        "((nom:ms&!ver:inf&!adv)|cap|prop|name|num)",
        '(any&!<avoir>&!<être>&!"pas|bien|aussi|toujours|encore|déjà|jamais|sans") {"dû"} (adj:ms&!adv) nom:ms',
    ),
    fix="du",
    applicability=SAFE,
    examples=(
        Bad("Le lever {{dû}} soleil.", "Le lever du soleil."),
        Bad("La note {{dû}} 11 mars est perdue.", "La note du 11 mars est perdue."),
        Good("Il a dû trésor et palais à son père."),
        Good("Le retard est dû aux travaux."),
        Good("Payez le montant dû avant mardi."),
    ),
)

DU_PARTICIPLE = TokenRule(
    code="GRM217",
    name="du-pour-du-accent",
    message="« {found} » s'écrit « {fixed} » : c'est le participe passé de devoir.",
    why="Derrière avoir et devant un infinitif, « dû » est le participe passé de devoir : l'accent "
    "le distingue de l'article.",
    pattern=(
        f'<avoir> ("-t-il|-t-elle|-t-on|-il|-elle|-on|-je|-nous|-vous|-ils|-elles"|adv&!nom|"pas|plus")*2 {{"du"}} {_CLITIC}*2 (ver:inf&!nom)',
        f'<avoir> ("-t-il|-t-elle|-t-on|-il|-elle|-on|-je|-nous|-vous|-ils|-elles"|adv&!nom|"pas|plus")*2 {{"du"}} {_CLITIC}+2 ver:inf',
        '(<être>|nom:ms) adv*1 {"du"} "au|aux"',
        '(<être>|nom:ms) adv*1 {"du"} "à" (det|pro)',
    ),
    fix="dû",
    applicability=SAFE,
    examples=(
        Bad("Il a {{du}} partir.", "Il a dû partir."),
        Bad("Nous avons {{du}} lui dire non.", "Nous avons dû lui dire non."),
        Bad("Un retard {{du}} aux travaux.", "Un retard dû aux travaux."),
        Good("Il a du pouvoir."),
        Good("Elle a du rire dans la voix."),
        Good("Il a du mal à se lever."),
    ),
)

SUR = TokenRule(
    code="GRM218",
    name="sur-accent-preposition",
    message="« {found} » s'écrit « {fixed} » : c'est la préposition.",
    why="Devant un déterminant et son nom se trouve la préposition « sur » ; « sûr », avec accent, "
    "veut dire certain ou sans danger.",
    pattern=(
        '(any&!<être>&!"bien|pour|pas|plus|moins|très|si|aussi|peu|le|un|tout|est") {"sûr"} (det:def|det:poss|det:dem|"un|une")&!"du|des|de"',
        '(<être>&!"être") {"sûr"} "la|le|les|l\'|cette|ces|mon|son|ma|sa"',
        '(=ver:pp|nom|ver:inf) {"sûr"} (num|cap|"quoi|lequel|laquelle|lesquels|lesquelles|lui|elle|eux|moi|toi|nous|vous")',
    ),
    fix="sur",
    applicability=SAFE,
    examples=(
        Bad("Un film basé {{sûr}} une histoire vraie.", "Un film basé sur une histoire vraie."),
        Bad("Posez le vase {{sûr}} la table.", "Posez le vase sur la table."),
        Good("Bien sûr la réponse est non."),
        Good("C'est le plus sûr des moyens."),
        Good("Un placement sûr, une bonne affaire."),
    ),
)

SUR_ADJECTIVE = TokenRule(
    code="GRM219",
    name="sur-pour-sur-accent",
    message="« {found} » s'écrit « {fixed} » : certain, sans doute.",
    why="« sur » est une préposition, un nom la suit ; l'adjectif qui veut dire certain et la "
    "locution « bien sûr » prennent un accent.",
    pattern=(
        '"bien|pour" {"sur"} (fin|","|"que|qu\'"|conj:coord|=ver:fin|pro:suj)',
        '<être> ("-ce|-il|-tu|-vous"|adv&!nom|"pas|si|bien")*2 {"sur"} "que|qu\'"',
        '<être> ("-ce|-il|-tu|-vous"|adv&!nom|"pas|si|bien")*2 {"sur"} "de|d\'" (ver:inf&!nom|pro)',
        '(<être>|adv) "très|trop|assez|aussi|plus|moins|peu" {"sur"} (fin|"que|qu\'"|",")',
    ),
    fix="sûr",
    applicability=SAFE,
    examples=(
        Bad("Bien {{sur}}, il viendra.", "Bien sûr, il viendra."),
        Bad("Je suis {{sur}} que c'est lui.", "Je suis sûr que c'est lui."),
        Good("C'est bien sur la table."),
        Good("Je suis sur place."),
        Good("Le chat est sur des cartons."),
    ),
)

DANS = TokenRule(
    code="GRM220",
    name="d-en-pour-dans",
    message="« {found} » s'écrit « {fixed} » : c'est la préposition.",
    why="« d'en » (de + en) se trouve devant un verbe ou dans « d'en haut » ; devant un "
    "déterminant et son nom, c'est la préposition « dans ».",
    pattern='{"d\'" "en"} (det&!"de|d\'|du|des|ce|tout|tous|toute|toutes"|"lequel|laquelle|lesquels|lesquelles|quoi")',
    fix="dans",
    applicability=SAFE,
    examples=(
        Bad("Il vit {{d'en}} une maison.", "Il vit dans une maison."),
        Bad("Elle entra {{d’en}} le salon.", "Elle entra dans le salon."),
        Good("Il vient d'en parler."),
        Good("La voisine d'en face."),
    ),
)

D_EN = TokenRule(
    code="GRM221",
    name="dans-pour-d-en",
    message="« {found} » s'écrit « {fixed} » : de + en.",
    why="Un infinitif ne suit pas la préposition « dans » ; devant lui se trouvent « de » et le "
    "pronom « en ».",
    pattern=('(mot&!det&!prep) {"dans|dents"} (ver:inf&!adj)',),
    fix="d'en",
    applicability=SAFE,
    examples=(
        Bad("Il a envie {{dans}} prendre deux.", "Il a envie d'en prendre deux."),
        Bad("Nous venons {{dans}} parler.", "Nous venons d'en parler."),
        Good("Dans le rire et dans le souvenir."),
        Good("Elle vit dans un être cher un modèle."),
    ),
)

# --- ou / où ----------------------------------------------------------------------------------


def _opens_no_clause(match: Match) -> bool:
    """True if no verb follows « où »."""
    analysis, index = match.analysis, match.marked[0].index
    if match.tokens[-1].lower in ("plus", "moins"):
        return True
    holds, ask = analysis.analyser.classes.holds, analysis.analyser.clause
    stop = analysis.sentence(index).stop
    if any(token.form == ":" for token in analysis.tokens(index, stop)):
        return False  # the verb may stand in the list that follows
    rest = analysis.signature[index + 1 : stop]
    return not any(holds(char, ask["maybe_finite"]) for char in rest)


OU = TokenRule(
    code="GRM208",
    name="ou-accent-conjonction",
    message="« {found} » s'écrit « {fixed} » : ou bien.",
    why="« où » ouvre une proposition, qui a un verbe ; entre deux mots de même rang, c'est la "
    "conjonction « ou ».",
    pattern=(
        '(nom|adj|num|cap|name|=ver:pp) {"où"} (det|nom|adj|"de|d\'|non|pas|en|autre|à"|cap|name|num)',
        'num nom? {"où"} "plus|moins"',
    ),
    fix="ou",
    when=_opens_no_clause,
    examples=(
        Bad("Prenez le train {{où}} le car.", "Prenez le train ou le car."),
        Bad("Pour dix ans {{où}} plus.", "Pour dix ans ou plus."),
        Good("La ville où Paul habite."),
        Good("D'où son embarras."),
        Good("Un lieu où dormir."),
    ),
)

OU_PLACE = TokenRule(
    code="GRM265",
    name="ou-pour-ou-accent",
    message="« {found} » s'écrit « {fixed} » : le lieu ou le temps.",
    why="« où », avec un accent, marque le lieu ou le temps ; « ou » veut dire ou bien.",
    pattern=(
        '"d\'|jusqu\'" {"ou"}',
        '"importe" {"ou"} (fin|","|pro:suj|det)',
        '"au" "cas" {"ou"}',
        '"là" {"ou"} (pro:suj|det|"l\'")',
        '"par" {"ou"} (fin|"?"|pro:suj|ver)',
        '"moment|endroit|époque|instant|jour|lieu|pays|ville|maison|rue|région|cas|mesure" {"ou"} "il|elle|on|ils|elles|je|tu|j\'|nous|vous"',
        '^{"ou"} "est|sont|vas|va|étais|était|êtes|allez" ("-il|-elle|-tu|-vous|-ils|-elles|-on"|det)',
        '"ville|maison|rue|pays|endroit|lieu|village|école|pièce" {"ou"} det nom ("a|est|ont|sont|avait|était|va"|=ver:fin)',
    ),
    fix="où",
    examples=(
        Bad("Il vient d'{{ou}} ?", "Il vient d'où ?"),
        Bad("La maison {{ou}} il est né.", "La maison où il est né."),
        Good("Il rit ou il pleure."),
        Good("La ville ou la campagne ?"),
    ),
)

# --- ce / se, c' / s', ça / sa ----------------------------------------------------------------

_REFLEXIVE = '"se|s\'"'

SE = TokenRule(
    code="GRM222",
    name="ce-pour-se",
    message="« {found} » s'écrit « {fixed} » : c'est le pronom du verbe pronominal.",
    why="« ce » est un déterminant, devant un nom, ou le sujet d'être ; devant un autre verbe se "
    "trouve le pronom réfléchi « se ».",
    pattern=(
        '((nom|pro:suj|"qui|ne|de|pour|à|sans"|adv|cap|name|<vouloir>|<pouvoir>|<devoir>|<aller>|<faire>|<laisser>|<falloir>)&!"tout|-ce|et|est|mais") {"ce"} '
        "((=ver:fin:3s|=ver:fin:3p|ver:inf)&!nom&!adj&!<être>&!<devoir>&!<pouvoir>)",
        '((nom|"ils|elles|il|elle|on|qui|ne"|adj)&!"tout|est|sont") {"ce"} "sont|sera|seront|fut|furent|serait|seraient|était|étaient|est" ver:pp',
        '"ils|elles|il|elle|on" "ne"? {"ce"} (ver:fin|"le|la|les|l\'|lui|y|en")',
        '(<vouloir>|<pouvoir>|<devoir>|<aller>|<falloir>) {"ce"} "le|la|les|l\'|lui|y|en" ver:inf',
        '(nom|adj|<finir>|<commencer>) "de|d\'|à" {"ce"} (ver:inf&!"pouvoir|devoir|dîner|déjeuner|souper|rire|souvenir|être|savoir|avoir|avenir|vouloir|parler|lever|coucher|repentir|sourire|goûter")',
    ),
    fix="se",
    when=lambda m: not _is_ce_subject(m),
    examples=(
        Bad("Le chat {{ce}} cachait.", "Le chat se cachait."),
        Bad("Il veut {{ce}} procurer un vélo.", "Il veut se procurer un vélo."),
        Bad("Ils {{ce}} sont trompés.", "Ils se sont trompés."),
        Good("À l'époque ce devait être beau."),
        Good("Demain ce sera fini."),
        Good("Pour ce faire, il faut du temps."),
    ),
)


def _is_ce_subject(match: Match) -> bool:
    """« À l'époque ce fut dit », « pour ce faire », « sur ce, »: « ce » is right."""
    words = [token.lower for token in match.tokens]
    at = words.index("ce")
    before, after = words[at - 1], words[at + 1]
    if before in ("il", "elle", "on", "ils", "elles", "qui", "ne"):
        return False
    if after in ("faire", "disant"):
        return True
    return after in ("est", "sera", "fut", "serait", "était") or (
        match.tokens[at - 1].has("adv")
        and after in ("sont", "seront", "furent", "seraient", "étaient")
    )


def _demonstrative(match: Match) -> str:
    after = (
        match.after()
        if match.found.end == match.found.marked[1]
        else match.analysis.token(match.found.marked[1])
    )
    if after.has("nom", features="ms") or after.has("adj", features="ms"):
        return "cet" if after.lower[:1] in "aeiouéèêàâîôûœ" else "ce"
    return "ce"


CE = TokenRule(
    code="GRM223",
    name="se-pour-ce",
    message="« {found} » s'écrit « {fixed} » : c'est le démonstratif.",
    why="« se » précède toujours un verbe pronominal ; devant un nom, devant « qui » ou « que », et "
    "comme sujet du verbe être, on écrit « ce ».",
    pattern=(
        '(fin|sign|conj|prep|"comme|que|qu\'|tout|tous|c\'est"|(ver&!nom&!adj)) {"se"} (nom:ms&!ver&!pro&!adv&!adj)',
        '(fin|sign|conj|prep|"comme|que|qu\'|tout|tous|c\'est"|(ver&!nom&!adj)) {"se"} (adj:ms&!ver&!pro&!adv&!nom:p&!det) nom:ms',
        '{"se"} "qui|que|qu\'|dont"',
        '(fin|sign|conj|"alors|donc|ainsi|puis") {"se"} ("sont|sera|serait|seraient|furent|fut|seront|n\'est|étaient|était"|<devoir>&ver:fin|<pouvoir>&ver:fin) '
        '(det&!"de|d\'|tout|tous|toutes"|"être"|"pas|plus|lui|eux|moi|toi|nous|vous|ceux|celui|celle|celles")',
        '(fin|sign|conj|"alors|donc|ainsi|puis") {"se"} "sont|furent|seront|étaient|seraient" "de|d\'" (adj:p&!adj:s)*1 (nom:p&!nom:s)',
        '(fin|sign|conj) {"se"} "sera|serait|fut|serai" (adv&!nom)*1 ((adj:ms&!ver&!adv)|(nom&!ver&!adv))',
        '"pour" {"se"} "faire" (","|fin|pro:suj)',
        '(fin|sign|conj) {"se"} "ne|n\'" ("sont|est|fut|sera|serait|seraient|peut|doit|pouvait|devait|pourrait|devrait"|=ver:fin&<être>)',
        '"tout" {"se"} "que|qui|qu\'|dont"',
        '((=ver:fin|ver:inf|prep)&!"de|d\'|à|pour|sans|par|après") {"se"} (nom:ms&!ver&!pro&!adv)',
    ),
    fix=_demonstrative,
    examples=(
        Bad("{{Se}} problème est ancien.", "Ce problème est ancien."),
        Bad("Dis-moi {{se}} que tu veux.", "Dis-moi ce que tu veux."),
        Bad("{{Se}} sont de bons amis.", "Ce sont de bons amis."),
        Good("Se fait-il comprendre ?"),
        Good("Les deux se doivent de venir."),
        Good("Il faut se lever tôt."),
    ),
)


S_IS = TokenRule(
    code="GRM224",
    name="s-est-pour-c-est",
    message="« {found} » s'écrit « {fixed} » : « c'est », démonstratif et verbe être.",
    why="« s'est » appartient à un verbe pronominal et précède un participe ; devant un nom, un "
    "pronom ou un déterminant, c'est « c'est ».",
    pattern=(
        '(fin|sign|conj|"alors|donc|ainsi|puis|enfin") {"s\'"} ("est"|"était") (adv&!"bien|mal|mieux|déjà|souvent|toujours|encore|beaucoup|peu|trop|aussi|ainsi|alors|donc|vite|longtemps|même|depuis|tant")*1 '
        '(det&!"tout|tous|toutes"|"moi|toi|lui|elle|nous|vous|eux|ça|pourquoi|comment|parce|trop|très|pour|là|ici"|cap&!cap:ver:pp|(nom&!ver:pp&!adv&!adj)|(adj&!ver:pp&!nom&!adv))',
    ),
    fix="c'",
    when=lambda m: not _has_reflexive_subject(m),
    examples=(
        Bad("{{S'}}est une belle journée.", "C'est une belle journée."),
        Bad("Je crois que {{s'}}est la meilleure.", "Je crois que c'est la meilleure."),
        Good("S'est ensuite posée la question du prix."),
        Good("Il s'est la semaine dernière blessé."),
    ),
)


def _has_reflexive_subject(match: Match) -> bool:
    """« S'est posée la question »: a participle follows, later."""
    found = match.analysis.tokens(match.found.end, match.found.end + 4)
    return any(token.has("ver", "pp") and not token.has("nom") for token in found[:1])


C_IS = TokenRule(
    code="GRM225",
    name="c-est-pour-s-est",
    message="« {found} » s'écrit « {fixed} » : c'est le pronom du verbe pronominal.",
    why="Le verbe a déjà un sujet : devant lui se trouve le pronom réfléchi « s' », non le "
    "démonstratif « c' ».",
    pattern=(
        '"il|elle|on|ils|elles|ne" {"c\'"} any',
        '{"c\'"} "y" (=ver:fin:3&!<être>&!<avoir>)',
        '{"c\'"} (=ver:fin:3&!<être>&!<avoir>)',
        '(fin|sign) det adj*1 nom:s adj*1 {"c\'"} "est|était" adv*2 (=ver:pp:s&!nom)',
        '(fin|sign) (name|prop|cap) (name|prop|cap)*1 {"c\'"} "est|était" adv*2 (=ver:pp:s&!nom)',
        '(fin|sign) det (cap|name) {"c\'"} "est|était" adv*2 (=ver:pp:s&!nom)',
        '(nom|adj|cap|name) {"c\'"} "est|était" adv*2 (ver:pp:f&!ver:pp:m&!adj:m&!(nom&!"passée|passées|arrivée|arrivées"))',
    ),
    fix="s'",
    applicability=UNSAFE,
    examples=(
        Bad("Il {{c'}}est trompé.", "Il s'est trompé."),
        Bad("Le chat {{c'}}approchait.", "Le chat s'approchait."),
        Good("Lui, c'est entendu, viendra."),
        Good("Le plus dur c'est le départ."),
        Good("C'eût été dommage."),
    ),
)

SA = TokenRule(
    code="GRM226",
    name="ca-pour-sa",
    message="« {found} » s'écrit « {fixed} » : c'est le possessif.",
    why="Devant un nom féminin se trouve le possessif « sa » ; « ça » est un pronom, pour cela.",
    pattern=(
        f'({_PREP}|"et|ou|que|mais|avec|comme"|=ver:fin|ver:inf|=ver:pp) {{"ça"}} (nom:fs&!ver&!adv&!pro&!adj:m)@n',
        f'({_PREP}|"et|ou|que|mais|avec|comme"|=ver:fin|ver:inf|=ver:pp) {{"ça"}} (adj:fs&!ver&!adv&!adj:m)@n nom:fs',
        '"à|de|dans|sur|sous|vers|chez" {"ça"} (nom:fs&!adv&!pro&!ver:fin:3p)@n',
        '^{"ça"} (nom:fs&!ver&!adv&!pro)@n (=ver:fin:3s|prep|"est|a"|=adj)',
    ),
    fix="sa",
    examples=(
        Bad("Il vend {{ça}} maison.", "Il vend sa maison."),
        Bad("Jusqu'à {{ça}} retraite.", "Jusqu'à sa retraite."),
        Good("Il mange ça matin et soir."),
        Good("Ça chauffe."),
    ),
)

CA = TokenRule(
    code="GRM227",
    name="sa-pour-ca",
    message="« {found} » s'écrit « {fixed} » : c'est le pronom, pour cela.",
    why="« sa » est un possessif : un nom féminin le suit. Devant un verbe ou à la fin d'une phrase "
    "se trouve le pronom « ça ».",
    pattern=(
        '{"sa"} ((=ver:fin:3)|"a|est|va|fait|sera|peut|doit|était|veut|dépend|marche|suffit"&!nom:f)',
        "{\"sa\"} (\"ne|n'|me|m'|te|t'|se|s'|y|en|nous|vous|les|l'|le|lui|leur\"&!nom)",
        '(mot&!det) {"sa"} (fin|","|";"|")"|"!"|"que|qu\'|qui|pour|avec|dans|de|d\'|à|et|ou|mais|comme|si|quand"|pro:suj)',
    ),
    fix="ça",
    examples=(
        Bad("{{Sa}} ne va pas.", "Ça ne va pas."),
        Bad("Je n'aime pas {{sa}}.", "Je n'aime pas ça."),
        Good("Sa marche est lente."),
        Good("Il a perdu sa belle et grande maison."),
    ),
)

# --- mes / mais, peu / peut, leur / leurs, quel / qu'elle --------------------------------------

MAIS = TokenRule(
    code="GRM228",
    name="mes-pour-mais",
    message="« {found} » s'écrit « {fixed} » : c'est la conjonction.",
    why="« mes » est un possessif, suivi d'un nom au pluriel ; devant un pronom, un déterminant ou un "
    "adverbe se trouve la conjonction « mais ».",
    pattern=(
        '(any&!sign) {"met|mets"} pro:suj',
        '{"mes"} (pro:suj|det&!num&!"tout|toute"|"aussi|surtout|encore|jamais|non|si|quand|comment|pourquoi|que|qu\'|c\'|ça|cela|qui|où|également"|prep&!"de|d\'|en|à|entre|avant|après|contre")',
        '"," {"mes"} (prep|adv&!adj&!nom|(nom:s&!nom:p))',
    ),
    fix="mais",
    applicability=SAFE,
    examples=(
        Bad("Il est petit {{mes}} il est fort.", "Il est petit mais il est fort."),
        Bad(
            "Elle est belle, {{mes}} aussi intelligente.",
            "Elle est belle, mais aussi intelligente.",
        ),
        Good("Mes deux amis sont là."),
        Good("Voilà mes anciens voisins."),
        Good("Mets le couvert."),
    ),
)

MES = TokenRule(
    code="GRM229",
    name="mais-pour-mes",
    message="« {found} » s'écrit « {fixed} » : c'est le possessif.",
    why="Entre une préposition ou un verbe et un nom au pluriel se trouve le possessif « mes ».",
    pattern=(
        '"de|d\'|à|dans|par|pour|avec|sans|chez|sur|sous|contre|vers|parmi|entre|selon" {"mais"} (nom:p&!nom:s|adj:p&!adj:s)',
        '^{"mais"} (nom:p&!nom:s&!adv) (=ver:fin:3p|"ont|sont")',
    ),
    fix="mes",
    applicability=SAFE,
    examples=(
        Bad("Je pars avec {{mais}} amis.", "Je pars avec mes amis."),
        Bad("{{Mais}} parents arrivent.", "Mes parents arrivent."),
        Good("Pauvres mais honnêtes."),
        Good("Il est contre, mais ses amis sont pour."),
    ),
)


#: Subjects, and what is wrong behind them.
_POWERLESS = (
    ('"je|tu"@s', '{"peu|peut"}@v'),
    ('"il|elle|on|ça|cela"@s', '{"peu|peux"}@v'),
    ('"qui"@s', '{"peu"}@v'),
)


def _person_of_power(match: Match) -> str:
    return "peux" if match["s"].lower in ("je", "tu") else "peut"


PEUT = TokenRule(
    code="GRM230",
    name="peu-pour-peut",
    message="« {found} » s'écrit « {fixed} » : c'est le verbe pouvoir.",
    why="Derrière un pronom sujet et devant un infinitif se trouve le verbe pouvoir : « peux », "
    "« peut ». « peu » veut dire pas beaucoup.",
    pattern=(
        *(
            f'{subject} "ne|n\'"? {_CLITIC}*1 {power} ("pas|plus|jamais|aussi|bien|donc|toujours|encore"|adv&!nom)*2 {_CLITIC}*2 ver:inf'
            for subject, power in _POWERLESS
        ),
        *(
            f'{subject} "ne|n\'" "se|s\'|le|la|les|y|en"? {power} (adv|fin|ver:inf|"que|qu\'|rien")'
            for subject, power in _POWERLESS[:2]
        ),
        *(f"{subject} {power} (ver:inf&!nom)" for subject, power in _POWERLESS),
        'nom:s@s {"peu"}@v (ver:inf&!nom&!adj)',
        '"n\'" "importe" ("qui|quoi|lequel|laquelle|quel|quelle")@s {"peux|peu"}@v',
    ),
    fix=_person_of_power,
    when=lambda m: m["v"].lower == "peu" or m["s"].lower != "qui",
    applicability=SAFE,
    examples=(
        Bad("Il {{peu}} venir demain.", "Il peut venir demain."),
        Bad("Tu ne {{peut}} rien dire.", "Tu ne peux rien dire."),
        Good("Je peux le dire."),
        Good("Il sait peu lire."),
        Good("C'est moi qui peux venir."),
    ),
)


PEU = TokenRule(
    code="GRM231",
    name="peut-pour-peu",
    message="« {found} » s'écrit « {fixed} » : pas beaucoup.",
    why="« peut » est un verbe ; dans « un peu », « peu de », « peu à peu », « peu importe », c'est "
    "l'adverbe de quantité « peu ».",
    pattern=(
        '"un|très|trop|si|aussi|assez|quelque|à|pour|depuis|avant|d\'ici|sous|de|d\'" {"peut|peux"} (any&!"être")',
        '{"peut|peux"} "de|d\'" ((nom:p&!nom:s)|"monde|temps|chose|place|bruit|gens")',
        '{"peut|peux"} "importe|importent|importait"',
        '{"peut|peux"} ("à|a") "peu|peut"',
        '(<être>|<paraître>|<sembler>) {"peut"} (adj&!ver:inf)',
        '(fin|sign|conj) {"peut"} (adj&!ver:inf&!nom&!adv|=ver:pp)',
    ),
    fix="peu",
    examples=(
        Bad("Il est un {{peut}} fatigué.", "Il est un peu fatigué."),
        Bad("{{Peut}} de gens le savent.", "Peu de gens le savent."),
        Good("Peut-être viendra-t-il."),
        Good("Celui qui le peut le fait."),
        Good("Peut mieux faire."),
    ),
)

RULES: tuple[Rule, ...] = tuple(
    value for value in list(globals().values()) if isinstance(value, Rule)
)
