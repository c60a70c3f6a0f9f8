"""Agreement across words that stand between: « ils sont tout à fait prêt », « ils veulent être libre »."""

from __future__ import annotations

from collections.abc import Iterator

from frclean.rules import _noun_group as ng
from frclean.rules.kinds import DISPLAY, UNSAFE, Bad, FunctionRule, Good, Hit, Match, Rule

__all__ = ["RULES"]

_SINGULAR_ADJECTIVE = "((adj:s|ver:pp:s)&!adj:p&!ver:pp:p&!nom&!adv&!prep&!pro&!det&!ver:fin&!cap)"
_SINGULAR_EVEN_NOUN = "((adj:s|ver:pp:s)&!adj:p&!ver:pp:p&!adv&!prep&!pro&!det&!cap)"
_THEY_ARE = '"sont|étaient|seront|furent|soient|seraient"'
_BE = '("être|paraître|rester|devenir|demeurer|sembler"|"été")'
_OTHERS = (
    "<faire|laisser|voir|rendre|trouver|croire|entendre|dire|permettre|demander|falloir|pleuvoir>"
)
#: Locutions that may stand between a verb and its attribute.
_BETWEEN = (
    '"tout" "à" "fait"',
    '"bel" "et" "bien"',
    '"loin" "d\'" "être"',
    '"de" "plus|moins" "en" "plus|moins"',
    '"à" "la" "fois"',
    '"en" "général|effet|fait|permanence|partie|réalité"',
    '"sans" "doute"',
    '"à" "nouveau|peine|présent|jamais"',
    '"pour" "la" "plupart"',
    '"d\'" "ores" "et" "déjà"',
)


def _plurals(word: str, cells: tuple[int, ...]) -> tuple[str, ...]:
    forms = (ng.inflected(word, cell, "adj") for cell in cells)
    return tuple(dict.fromkeys(form for form in forms if form and form != word))


def _judge_plural(match: Match) -> Iterator[Hit]:
    word = match["a"]
    feminine = word.has("adj", features="f") or word.has("ver", "pp", features="f")
    cells = (ng.FP,) if feminine and not word.has("adj", features="m") else (ng.MP, ng.FP)
    fixes = _plurals(word.lower, cells)
    if "s" in match and match["s"].lower in ("elles", "celles-ci", "celles-là"):
        fixes = _plurals(word.lower, (ng.FP,))
    if fixes:
        yield Hit(word.span, fixes)


FAR_ATTRIBUTE = FunctionRule(
    code="GRM051",
    name="far-attribute-singular",
    message="L'attribut s'accorde avec le sujet pluriel : « {fixed} ».",
    message_en="The attribute agrees with the plural subject: “{fixed}”.",
    why="Ce qui sépare le verbe de l'attribut (« tout à fait », « vouloir être ») ne change rien à l'accord.",
    pattern=(
        *(f"{_THEY_ARE} {words} {{{_SINGULAR_EVEN_NOUN}}}@a" for words in _BETWEEN),
        f'"ils|elles"@s "ne|n\'"? (ver:3p&!{_OTHERS}) "pas|plus|jamais"? "de|d\'|à"? {_BE} "très|plus|moins|aussi|si|trop|bien|vraiment|tous"? {{{_SINGULAR_EVEN_NOUN}}}@a',
        f'(nom:p|"qui|ceux-ci|ceux-là|celles-ci|celles-là|ne|n\'|certains")@s (ver:3p&!ver:3s&!{_OTHERS}&!nom) "pas|plus|jamais"? "de|d\'|à"? {_BE} "très|plus|moins|aussi|si|trop|bien|vraiment"? {{{_SINGULAR_EVEN_NOUN}}}@a',
        f'"qui|eux|ils|elles|ne" "se|s\'" (ver:3p&!ver:3s) "de|d\'|à" {_BE} "très|plus|moins|aussi|si|trop"? {{{_SINGULAR_EVEN_NOUN}}}@a',
        f'"nous" "nous"? (ver:1p&!{_OTHERS}) "pas|plus|jamais|tous"? "de|d\'|à"? {_BE} "très|plus|moins|aussi|si|trop|bien"? {{{_SINGULAR_EVEN_NOUN}}}@a',
        f'("les|des|ces|mes|tes|ses|nos|vos|leurs|plusieurs|quelques|certains|certaines") (nom:p&!nom:s) adj:p*1 "très|bien|trop|peu|particulièrement|parfois|souvent|vraiment|extrêmement|assez|si|mal"+2 {{{_SINGULAR_ADJECTIVE}}}@a (fin|","|prep|"et|qui|que")',
    ),
    judge=_judge_plural,
    applicability=DISPLAY,
    examples=(
        Bad("Les enfants sont tout à fait {{prêt}}.", "Les enfants sont tout à fait prêts."),
        Bad("Les marins veulent être {{prudent}}.", "Les marins veulent être prudents."),
        Bad("Il range les jouets bien {{abîmé}}.", "Il range les jouets bien abîmés."),
        Good("Ils sont en général au bureau."),
        Good("Elles font paraître le temps plus court."),
        Good("Un groupe d'enfants bien encadré visite le musée."),
        Good("Ils ont été très souvent malades."),
    ),
)


def _judge_counted(match: Match) -> Iterator[Hit]:
    noun = match["n"]
    if not noun.lower.endswith(("eur", "iste", "ien", "ier", "logue", "ant", "teur", "oriste")):
        return
    forms = noun.inflect("nom", number="p")
    if forms and forms[0] != noun.lower:
        yield Hit(noun.span, forms[:1])


GROUP_OF = FunctionRule(
    code="GRM052",
    name="group-of-singular-persons",
    message="Un groupe compte plusieurs personnes : « {fixed} ».",
    message_en="A group is made of several persons: “{fixed}”.",
    why="Le complément de « groupe », « équipe », « bande » est au pluriel quand il nomme des personnes.",
    pattern=(
        "<groupe|équipe|bande|collectif|association|syndicat|réseau|troupe|collège|communauté|poignée|couple"
        '|délégation|panel|génération|club>&nom "de|d\'" {nom:ms&!nom:p&!ver}@n (fin|prep|","|ver:fin|adj:p|"qui|et|que")',
    ),
    judge=_judge_counted,
    applicability=UNSAFE,
    examples=(
        Bad(
            "Une équipe de {{chercheur}} travaille ici.", "Une équipe de chercheurs travaille ici."
        ),
        Bad("Un collectif d'{{auteur}} a signé.", "Un collectif d'auteurs a signé."),
        Good("Un groupe de travail et une équipe de football."),
        Good("Un club de vacances, un réseau de chaleur."),
    ),
)

RULES: tuple[Rule, ...] = (FAR_ATTRIBUTE, GROUP_OF)
