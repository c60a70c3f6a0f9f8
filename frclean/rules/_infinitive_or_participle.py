"""-er and -é again, in frames where only one of the two can stand, whatever the sentence."""

from __future__ import annotations

from collections.abc import Iterator

from frclean.language.analysis import Token
from frclean.rules._clause import may_have_verb
from frclean.rules._verbs import conjugated, infinitive
from frclean.rules.kinds import DISPLAY, UNSAFE, Bad, FunctionRule, Good, Hit, Match, Rule

__all__ = ["RULES"]

_CL = "\"me|m'|te|t'|se|s'|le|la|l'|les|lui|leur|nous|vous|y|en\"*2"
_NE = '"ne|n\'"?'
_SUBJECT = '"je|j\'|tu|il|elle|on|nous|vous|ils|elles|qui"'
#: What an infinitive follows with « à ».
_WANTS_A = (
    "(<commencer|continuer|apprendre|aider|chercher|réussir|parvenir|hésiter|arriver|inviter|obliger|forcer"
    "|pousser|consister|renoncer|tenir|songer|penser|tendre|encourager|inciter|amener|contribuer|viser|tarder"
    '|aspirer|se|habituer|destiner|servir|autoriser|difficulté|mal|aptitude|capacité>|"prêt|prête|prêts|prêtes'
    '|facile|difficile|faciles|difficiles|aptes|apte|simple|simples|long|longue|mal|seul|premier|dernier")'
)
_WANTS_DE = (
    '"avant|afin|lieu|besoin|envie|peur|hors|point|droit|capable|capables|possible|facile|difficile'
    '|impossible|important|nécessaire|intention|heureux|heureuse|obligé|obligée|interdit|inutile|train"'
)


def _is_e_form(token: Token) -> bool:
    if not token.lower.endswith(("é", "ée", "és", "ées")):
        return False
    return any(r.tense == "pp" and r.lemma.endswith("er") for r in token.readings)


def _judge_infinitive(match: Match) -> Iterator[Hit]:
    verb = match["v"]
    if not _is_e_form(verb) and not verb.lower.endswith("ez"):
        return
    fixes = infinitive(verb)
    if fixes:
        yield Hit(verb.span, fixes)


INFINITIVE = FunctionRule(
    code="GRM152",
    name="participle-for-infinitive",
    message="Ici le verbe est à l'infinitif : « {fixed} ».",
    message_en="Here the verb is in the infinitive: “{fixed}”.",
    why="« aimer », « avant de », « commencer à », « laisser quelqu'un » sont suivis de l'infinitif : "
    "remplacez par « prendre » pour l'entendre.",
    pattern=(
        f'{_WANTS_DE} "de|d\'" {_NE} "pas|plus|jamais"? {_CL} {{ver:pp:ms&!adv&!adj}}@v',
        f'{_WANTS_DE} "de|d\'" {{ver:pp:ms&!adv}}@v ("le|la|les|l\'|un|une|mon|ma|mes|ton|ta|tes|son|sa|ses|commande|ce|cet|cette|ces|leur|leurs"|"à|au|aux|par|pour")',
        f'{_WANTS_A} "pas|plus|bien|mieux"? "à" adv*1 {_CL} {{ver:pp&!adv&!nom}}@v (det|"du|de|d\'|des|à|au|aux|en|dans|avec|sur|l\'|la|le|les"|fin)',
        f'{_WANTS_A} "à" {{ver:pp&!adv&!adj&!"coté"}}@v (det|"du|l\'|la|le|les")',
        f"{_SUBJECT} {_NE} <aimer|préférer|adorer|détester|souhaiter|désirer|espérer|vouloir|oser>&ver:fin&!nom adv*2 {{ver:pp:ms&!nom&!adv}}@v",
        f'{_SUBJECT} {_NE} <aimer|préférer|adorer|détester|souhaiter|désirer|espérer|vouloir|oser>&ver:fin&!nom adv*2 {{ver:pp:ms&!adv&!adj}}@v ("de|d\'|le|la|les|l\'|un|une|mon|ma|mes|ton|ta|tes|son|sa|ses|ce|cet|cette|ces"|"à|au|aux|dans|avec|en")',
        f'"ne|n\'" <vouloir|aimer|oser|savoir|daigner>&ver:fin "pas|plus|jamais" {_CL} {{ver:pp:ms&!adv}}@v',
        '<entendre>&(ver:fin|ver:inf|ver:pp) {"parlé"}@v',
        '<laisser>&ver:imp "-vous|-toi|-nous|-le|-la|-les|-moi|-lui" {ver:pp&!adv&!nom}@v',
        '"s\'|me|m\'|te|t\'|se|nous|vous" <être> adv+2 "fait" {ver:pp&!adj&!nom}@v',
        '"s\'|m\'|t\'" <être>&(ver:inf|ver:ppr) "fait" {ver:pp&!nom}@v',
        '<servir|valoir>&(ver:fin|ver:inf) "pas|plus"? "à"? "rien" "de|d\'" {ver:pp:ms}@v (adv|det|prep|fin|adj)',
        '^"comment" adv*1 {ver:pp:ms&!nom&!adv}@v (fin|det)',
        '<laisser|regarder|voir|entendre|écouter>&ver:fin (det:poss|"le|la|l\'|un|une|les"|det:dem) (nom&!adj) {ver:pp:ms&!adv}@v "du|une|un|son|sa|ses|des"',
        '<filer|courir|descendre|monter|partir|venir|sortir|rentrer|retourner>&ver:fin {ver:pp:ms&!nom&!adj&!adv}@v (det:def|det:poss|"du|des|un|une")',
        '"jusqu\'" "à" {ver:pp:ms&!nom&!adv}@v (det|"de|d\'")',
    ),
    judge=_judge_infinitive,
    applicability=UNSAFE,
    examples=(
        Bad("Il part avant de {{terminé}} son dessert.", "Il part avant de terminer son dessert."),
        Bad("Nous aimerions {{dansé}} ce soir.", "Nous aimerions danser ce soir."),
        Bad("Elle ne veut plus {{travaillé}} ici.", "Elle ne veut plus travailler ici."),
        Bad("J'ai entendu {{parlé}} de vous.", "J'ai entendu parler de vous."),
        Bad("Laissez-vous {{bercé}} par le vent.", "Laissez-vous bercer par le vent."),
        Good("Il l'aime salé, et elle le préfère grillé."),
        Good("Il a laissé son vélo accroché à la grille."),
        Good("Elle a besoin de beauté et d'un quai fermé au public."),
        Good("Mal à propos et facile à vivre."),
        Good("Il voit le film tourné la semaine passée."),
    ),
)


def _judge_participle(match: Match) -> Iterator[Hit]:
    verb = match["v"]
    if not verb.lower.endswith("er"):
        return
    features = {"ms", "fs", "mp", "fp"}
    if "n" in match:
        noun = match["n"]
        found = {
            r.gender + r.number for r in noun.readings if r.pos == "nom" and r.gender and r.number
        }
        features = found or features
    forms = [
        form
        for at in ("ms", "fs", "mp", "fp")
        if at in features
        for form in verb.inflect("ver", tense="pp", gender=at[0], number=at[1])
    ]
    if forms:
        yield Hit(verb.span, tuple(dict.fromkeys(forms)), UNSAFE if len(features) < 3 else DISPLAY)


_ER = "ver:inf&!nom&!adj"
PARTICIPLE = FunctionRule(
    code="GRM153",
    name="infinitive-for-participle",
    message="Ici le verbe est au participe passé : « {fixed} ».",
    message_en="Here the past participle is meant: “{fixed}”.",
    why="Derrière « très », « avoir l'air », ou entre un nom et « par », se trouve un participe passé : "
    "remplacez par « pris » pour l'entendre.",
    pattern=(
        f'"très|extrêmement|particulièrement" {{{_ER}}}@v',
        f'<avoir> "l\'" "air" adv*1 {{{_ER}}}@v',
        f'"de" "plus|moins" "en" "plus|moins" {{{_ER}}}@v "par|de|d\'"',
        f'"si|aussi" {{{_ER}}}@v <être|sembler|paraître|demeurer|rester|devenir>',
        f'"si|aussi" {{{_ER}}}@v "que" <être>',
        f'((nom|adj:p)&!ver&!"pas|point|moyen|façon|manière|rien|comment|lieu")@n {{{_ER}}}@v "par"',
        '"c\'|cela|ça|tout" (<être>&ver:3s) "bien|pas|plus|très|déjà|presque"*1 {"compliquer|terminer|arriver|fermer|décider|casser|réparer|prouver|vérifier|autoriser|annuler|confirmer|exclure|adapter|réserver"}@v (fin|","|"hier|comment|et|mais|depuis|pour|quand|que|qu\'|aujourd\'hui|ici")',
        f'"j\'" "ai" adv+2 {{{_ER}}}@v (det|prep|fin)',
        f'<avoir>&ver:fin&!"a" "à" "nouveau" {{{_ER}}}@v',
        f'"dit|répond|répondit|lance|lança" "-il|-elle" {{{_ER}}}@v (fin|",")',
        f'<être>&ver:fin (ver:pp|adj) "et" {{{_ER}}}@v (fin|","|prep)',
        f'<laisser>&ver:pp {{{_ER}}}@v "à" "lui-même|elle-même|eux-mêmes|elles-mêmes"',
    ),
    judge=_judge_participle,
    examples=(
        Bad("Ce plat est très {{apprécier}}.", "Ce plat est très apprécié."),
        Bad(
            "Le dossier {{écarter}} par le jury est bon.", "Le dossier écarté par le jury est bon."
        ),
        Bad("J'ai bien souvent {{rêver}} de toi.", "J'ai bien souvent rêvé de toi."),
        Good("Il a fait travailler son fils par correspondance."),
        Good("C'est décider à la place des autres."),
        Good("Il a l'air de chanter."),
        Good("Il est parti et revenu."),
    ),
)


def _judge_finite(match: Match) -> Iterator[Hit]:
    verb = match["v"]
    fixes = conjugated(verb, (match["i"].lower.endswith("aient") and "3p") or "3s", ("impf",))
    if fixes and verb.lower.endswith("er"):
        yield Hit(verb.span, fixes)


IMPERFECT = FunctionRule(
    code="GRM154",
    name="infinitive-for-imperfect",
    message="Le second verbe est au même temps que le premier : « {fixed} ».",
    message_en="The second verb takes the tense of the first: “{fixed}”.",
    why="Deux verbes joints par « et » ont le même sujet et le même temps.",
    pattern=(
        f"{_SUBJECT} {_CL} (ver:impf:3s|ver:impf:3p)&!<aller|vouloir|pouvoir|devoir|savoir|aimer|être|avoir|falloir|faire>@i "
        f'adv*1 "et" "se|s\'"*1 {{{_ER}}}@v',
        f'nom:p "se|s\'"*1 (ver:impf:3p)&!<aller|vouloir|pouvoir|devoir|savoir|aimer|être|avoir|faire>@i '
        f'adv*1 "et" "se|s\'"*1 {{{_ER}}}@v',
    ),
    judge=_judge_finite,
    examples=(
        Bad("Elle parlait et {{chanter}} sans cesse.", "Elle parlait et chantait sans cesse."),
        Good("Elle voulait danser et chanter."),
        Good("Il savait lire et compter."),
    ),
)


def _judge_subject(match: Match) -> Iterator[Hit]:
    verb, head = match["v"], match["n"]
    if "w" in match and may_have_verb(match.analysis, verb.index):
        return
    plural = head.has("nom", features="p") and not head.has("nom", features="s")
    person = "3p" if plural or head.lower in ("ceux", "celles") else "3s"
    fixes = conjugated(verb, person, ("pres", "impf"))
    if fixes:
        yield Hit(verb.span, fixes)


SUBJECT = FunctionRule(
    code="GRM155",
    name="subject-with-infinitive",
    message="Le verbe a un sujet : il se conjugue, « {fixed} ».",
    message_en="The verb has a subject and is finite: “{fixed}”.",
    why="« qui » est sujet du verbe qui le suit ; un nom au début d'une phrase qui n'a pas d'autre verbe "
    "est le sujet du verbe.",
    pattern=(
        '(nom|"ce|celui|celle|ceux|celles")@n "qui" "ne|n\'"? "me|m\'|te|t\'|se|s\'|nous|vous|lui|leur|y|en"*2 '
        "{ver:inf&!nom&!ver:fin&!adj}@v",
        '^(det:poss|det:dem|det:def|"un|une")@w adj*1 nom@n adj*1 "se|s\'|nous|vous|lui|leur"*1 {ver:inf&!nom&!adj&!ver:fin}@v (adv|det|prep)',
    ),
    judge=_judge_subject,
    examples=(
        Bad("Le bruit qui nous {{entourer}} fatigue.", "Le bruit qui nous entoure fatigue."),
        Bad("Mon vieux vélo {{fonctionner}} très bien.", "Mon vieux vélo fonctionne très bien."),
        Good("Je cherche à qui parler."),
        Good("Un livre à lire et relire."),
        Good("Il ne sait plus qui croire."),
    ),
)

RULES: tuple[Rule, ...] = (INFINITIVE, PARTICIPLE, IMPERFECT, SUBJECT)
