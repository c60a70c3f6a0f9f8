"""Words that cannot stand where they stand, and that sound like one that can.

« un accueille chaleureux », « il soutien », « très fatiguant »: the word belongs to no class that
its neighbours allow, and a homophone does. No pair is listed anywhere: the lexicon knows the
classes, :mod:`frclean.language.sound` the sounds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from frclean.language.analysis import Token
from frclean.language.lexicon import Reading
from frclean.language.sound import homophones
from frclean.rules._clause import may_have_verb
from frclean.rules.kinds import Bad, FunctionRule, Good, Hit, Match, Rule

#: A homophone rarer than this (28 × Zipf) is no likely intention.
_KNOWN = 80

_FINITE = frozenset(("pres", "impf", "ps", "fut", "cond", "subp", "subi", "imp"))

Fits = Callable[[Reading], bool]


def _candidates(token: Token, fits: Fits, *, least: int = _KNOWN) -> list[str]:
    """The homophones of ``token`` one of whose readings fits, the most frequent first."""
    words = token.analysis.analyser.lexicon
    found = [
        form
        for form in homophones(token.lower, words, least=least)
        if any(fits(reading) for reading in words.readings(form))
    ]
    return sorted(found, key=lambda form: (-words.frequency(form), form))


def _is_typo_like(token: Token) -> bool:
    return len(token.lower) < 3


# --- behind a determiner ----------------------------------------------------------------------


def _agrees(det: Token) -> Fits:
    allowed = [r for r in det.readings if r.pos == "det"]

    def fits(reading: Reading) -> bool:
        return reading.pos in ("nom", "adj") and any(
            (not reading.gender or not d.gender or reading.gender == d.gender)
            and (not reading.number or not d.number or reading.number == d.number)
            for d in allowed
        )

    return fits


def _after_determiner(match: Match) -> Iterator[Hit]:
    det, word = match["d"], match["w"]
    if _is_typo_like(word) or word.lower.endswith(("é", "ée", "és", "ées")) or _is_no_article(det):
        return
    fits = _agrees(det)
    followed_by_noun = match.after().has("nom") and not match.after().has("prep")
    found = _candidates(word, lambda r: fits(r) and (r.pos == "nom" or followed_by_noun))
    frequency = word.analysis.analyser.lexicon.frequency
    # « l'un sont », « ton prit »: behind a rare candidate the determiner is the suspect.
    found = [form for form in found if frequency(form) + 40 > frequency(word.lower)]
    if det.lower in ("le", "la", "les", "l'"):
        found = _infinitives(word) + found
    if found:
        yield Hit(word.span, tuple(found[:4]))


def _is_no_article(det: Token) -> bool:
    """« l'un », « le ton », « de son »: a pronoun or a noun that looks like a determiner."""
    before = det.analysis.token(det.index - 1) if det.index else det
    if det.lower in ("un", "une"):
        return before.lower in ("l'", "ni", "pas", "comme", "à", "et", "ou", "d'", "chaque")
    if det.lower in ("ton", "son"):
        return before.has("det") or before.has("adj") or before.lower == "du"
    return False


def _infinitives(word: Token) -> list[str]:
    """« pour le mangeait »: a pronoun and an infinitive."""
    return _candidates(word, lambda r: r.pos == "ver" and r.tense == "inf")[:1]


_DET = (
    '"un|une|du|au|aux|cet|cette|ces|mon|ton|son|ma|ta|sa|mes|tes|ses|notre|votre|nos|vos|leurs'
    '|chaque|quelques|plusieurs"'
)

AFTER_DETERMINER = FunctionRule(
    code="GRM270",
    name="verbe-derriere-determinant",
    message="« {found} » est un verbe ; derrière un déterminant, c'est le nom « {fixed} ».",
    why="Un déterminant introduit un nom. La forme écrite n'est que celle d'un verbe conjugué, et un "
    "nom se prononce de même.",
    pattern=(
        f'({_DET}|"des")@d {{=ver:fin}}@w (any&!"-t-il|-il|-elle|-on|-t-elle|-t-on|-ils|-elles|-vous|-tu|-nous")',
        '("dans|par|pour|sur|sous|avec|sans|chez|vers|contre|entre|depuis|pendant|malgré|selon|de|à")&!"en" ("le|la|les|l\'|leur")@d {=ver:fin&!ver:imp:2p}@w',
    ),
    judge=_after_determiner,
    examples=(
        Bad("Un {{accueille}} chaleureux.", "Un accueil chaleureux."),
        Bad("Il parle de son {{travaille}} ici.", "Il parle de son travail ici."),
        Good("Son envie de partir."),
        Good("Ces portes ferment mal."),
        Good("Il leur travaille la pâte."),
    ),
)


def _grammatical_word(match: Match) -> Iterator[Hit]:
    det, word = match["d"], match["w"]
    fits = _agrees(det)
    found = _candidates(word, lambda r: fits(r) and r.pos == "nom")
    found = [form for form in found if form not in _LETTERS]
    if found and not _is_typo_like(word):
        yield Hit(word.span, tuple(found[:3]))


#: Nouns that only name letters, notes or sounds.
_LETTERS = frozenset("si mi ré fa ut ah oh eh han hum dé".split())

WORD_FOR_NOUN = FunctionRule(
    code="GRM276",
    name="mot-grammatical-derriere-determinant",
    message="Derrière un déterminant, « {found} » s'écrit « {fixed} » : c'est un nom.",
    why="Un déterminant introduit un nom ; un pronom, une conjonction ou un adverbe seul ne peut le "
    "suivre, et un nom se prononce de même.",
    pattern=(
        '"du|au|aux|des|mon|ton|ma|ta|sa|mes|tes|ses|notre|votre|nos|vos|leurs|ces|cet|cette|plusieurs|quelques|chaque"@d '
        '{(adv|pro|conj|prep)&!conj:coord&!pro:rel&!nom&!adj&!num&!det&!ver:inf&!ver:pp&!"il|ils|on|près|ici|entre|lors|dont|pour|contre|comme|avant|après|jamais|toujours|vous|nous|moins|peu"}@w '
        '(fin|","|prep|"est|sont|qui|que|et"|ver:fin)',
        '"du|au|aux|des|ma|ta|sa|mes|tes|ses|notre|votre|nos|vos|leurs|ces|cet|cette"@d {"elle|elles|puis|quand"}@w (=adj|=ver:pp)',
        '("dans|par|sur|sous|avec|contre|entre|de|à|tirer"|<battre>|<ouvrir>|<déployer>) ("le|la|les|l\'")@d '
        '{(adv|pro|conj)&!conj:coord&!nom&!adj&!num&!det&!ver:inf&!ver:pp&!"il|ils|on|ici|lors|dont|plupart|jamais|vous|nous"}@w',
        '"sous|sur|par|de|dans|avec" "son|mon|ton|leur"@d {"elle"}@w (any&!ver)',
        '^"l\'|les"@d {"elle|elles"}@w (fin|prep|"est|sont|qui|a"|=adj|adj)',
    ),
    judge=_grammatical_word,
    examples=(
        Bad("Il vit sous leurs {{elles}}.", "Il vit sous leurs ailes."),
        Bad("Elle tombe au fond du {{puis}}.", "Elle tombe au fond du puits."),
        Good("Il en est des plus fiers."),
        Good("Il n'y a pas de mais qui tienne."),
    ),
)

# --- behind a subject pronoun -----------------------------------------------------------------

_PERSONS = {
    "je": "1s", "j'": "1s", "tu": "2s", "il": "3s", "on": "3s", "elle": "3s", "ils": "3p",
    "elles": "3p", "qui": "3s", "ça": "3s", "cela": "3s",
}  # fmt: skip


def _conjugated(person: str) -> Fits:
    def fits(reading: Reading) -> bool:
        return (
            reading.pos == "ver"
            and reading.tense in _FINITE
            and reading.tense not in ("imp", "subp", "subi")
            and reading.person == person[0]
            and reading.number == person[1]
        )

    return fits


def _after_subject(match: Match) -> Iterator[Hit]:
    word, subject = match["w"], match["s"]
    if _is_typo_like(word):
        return
    person = _PERSONS[subject.lower]
    fits = _conjugated(person)
    if subject.lower == "qui":
        if match.before().kind == "sign" or match.before().has("prep"):
            return
        found = _candidates(word, fits)
        number = match.before()
        if number.has("nom", features="p") and not number.has("nom", features="s"):
            found = _candidates(word, _conjugated("3p"))
    else:
        found = _candidates(word, fits)
    if found:
        yield Hit(word.span, tuple(found[:3]))


_CLITICS = "\"me|m'|te|t'|se|s'|le|la|l'|les|lui|leur|nous|vous|y|en\""
_NO_VERB = "(nom|adj)&!ver&!adv&!pro&!prep&!conj&!num&!det&!cap&!prop"

AFTER_SUBJECT = FunctionRule(
    code="GRM271",
    name="nom-derriere-sujet",
    message="« {found} » n'est pas un verbe ; derrière ce sujet, on écrit « {fixed} ».",
    why="Un pronom sujet est suivi de son verbe. La forme écrite est celle d'un nom ou d'un adjectif, "
    "et une forme du verbe se prononce de même.",
    pattern=(
        f'(any&!(ver:fin&!nom)) "je|j\'|tu|il|on|ils"@s "ne|n\'"? {_CLITICS}*2 {{{_NO_VERB}}}@w',
        f'^"elle|elles"@s "ne|n\'"? {_CLITICS}*2 {{{_NO_VERB}}}@w',
        f'^"je|j\'|tu|il|on|ils"@s "ne|n\'"? {_CLITICS}*2 {{{_NO_VERB}}}@w',
        f'(nom|"ce|celui|celle") "qui"@s "ne|n\'"? {{{_NO_VERB}}}@w (det|prep|adv|"pas|plus")',
        f'(nom|"ce|celui|celle") "qui"@s "ne|n\'"? "me|m\'|te|t\'|se|s\'|nous|vous|y|lui|l\'|leur"+2 {{{_NO_VERB}}}@w',
        f'^"ça|cela"@s "ne|n\'"? {_CLITICS}*2 {{{_NO_VERB}}}@w',
        f'"elle|elles"@s "ne|n\'" {_CLITICS}*2 {{{_NO_VERB}}}@w',
    ),
    judge=_after_subject,
    examples=(
        Bad("Il {{soutien}} la réforme.", "Il soutient la réforme."),
        Bad("Je {{travail}} ici.", "Je travaille ici."),
        Good("Un homme qui, maire, gouverne."),
        Good("Est-il maître chez lui ?"),
        Good("Tu as vu qui maire et député sont."),
    ),
)


def _noun_subject(match: Match) -> Iterator[Hit]:
    word = match["w"]
    if may_have_verb(match.analysis, word.index):
        return
    found = _candidates(word, _conjugated("3s"))
    if found:
        yield Hit(word.span, tuple(found[:3]))


NOUN_FOR_VERB = FunctionRule(
    code="GRM272",
    name="nom-pour-verbe",
    message="« {found} » est un nom ; la phrase attend le verbe « {fixed} ».",
    why="Entre un sujet et un complément, dans une phrase qui n'a pas d'autre verbe, on attend un "
    "verbe. La forme écrite est celle d'un nom qui se prononce de même.",
    pattern=(
        "^det adj*1 (nom:s&!nom:p) adj:s*1 {nom:s&!ver&!adj&!adv&!pro&!prep&!cap&!prop}@w "
        '("le|la|les|l\'|un|une|sa|ses|ces|cette|cet|notre|votre|nos|vos|leurs|mon|ma|mes"|adv&!adj&!nom)',
        "^(name|prop) {nom:s&!ver&!adj&!adv&!pro&!prep&!cap&!prop}@w "
        '("le|la|les|l\'|un|une|son|sa|ses|ces|cette|cet|notre|votre|nos|vos|leurs|mon|ma|mes"|adv&!adj&!nom|"à")',
        '"ce" "que" det (nom:s) {nom:s&!ver&!adj&!adv&!pro&!prep&!cap&!prop}@w (fin|",")',
    ),
    judge=_noun_subject,
    examples=(
        Bad("La patronne {{soutien}} la réforme.", "La patronne soutient la réforme."),
        Bad("Sophie {{maintien}} sa version.", "Sophie maintient sa version."),
        Good("Un mot clé la définit."),
        Good("Mon oncle médecin le dit."),
    ),
)

# --- behind a preposition, an auxiliary, an adverb of degree ------------------------------------


def _noun_or_participle(match: Match) -> Iterator[Hit]:
    word = match["w"]
    if _is_typo_like(word):
        return
    found = _candidates(
        word, lambda r: r.pos == "ver" and r.tense == "pp" and r.number != "p" and r.gender != "f"
    )
    found = [form for form in found if not form.endswith("é")] or ([] if word.has("ver") else found)
    if not word.has("ver"):
        # « il a faim », « on a peur »: only a noun much rarer than the participle is an error.
        frequency = word.analysis.analyser.lexicon.frequency
        found = [form for form in found if frequency(form) > frequency(word.lower) + 20]
    if found:
        yield Hit(word.span, tuple(found[:3]))


AFTER_AUXILIARY = FunctionRule(
    code="GRM273",
    name="participe-d-apres-le-son",
    message="Derrière l'auxiliaire, « {found} » s'écrit « {fixed} » : c'est le participe passé.",
    why="Derrière avoir et un sujet se trouve le participe passé ; la forme écrite se prononce de "
    "même mais n'en est pas un.",
    pattern=(
        "(\"il|elle|on|qui|n'|j'|tu|ils|elles|nous|vous|l'|m'|t'|y|en|lui|leur\") (<avoir>&ver:fin) (\"pas|plus|jamais|rien|tout|aussi|déjà|toujours|encore|souvent\"|adv&!nom&!adj)*2 "
        "{(ver:ps:3s|ver:pres:3s)&=ver:fin}@w",
        '("il|elle|on|qui|n\'|j\'|tu|ils|elles") (<avoir>&ver:fin) ("pas|plus|jamais|aussi|déjà|toujours|encore|souvent")*2 '
        '{(nom|adj)&!ver&!adv&!pro&!prep&!conj&!num&!det}@w "en|à|au|aux|sa|son|ses|sur|le|la|les|un|une|du"',
    ),
    judge=_noun_or_participle,
    examples=(
        Bad("Il a {{mie}} son manteau.", "Il a mis son manteau."),
        Bad("Elle a {{finit}} hier.", "Elle a fini hier."),
        Good("Il a faim à midi."),
        Good("On a peur du loup."),
    ),
)


def _verbal_adjective(match: Match) -> Iterator[Hit]:
    word = match["w"]
    found = _candidates(word, lambda r: r.pos == "adj" and r.gender != "f" and r.number != "p")
    if found:
        yield Hit(word.span, tuple(found[:1]))


VERBAL_ADJECTIVE = FunctionRule(
    code="GRM274",
    name="participe-present-pour-adjectif",
    message="L'adjectif s'écrit « {fixed} » ; « {found} » est le participe présent.",
    why="Plusieurs adjectifs tirés de verbes s'écrivent autrement que le participe présent : "
    "fatigant et fatiguant, convaincant et convainquant, négligent et négligeant.",
    source="Académie française, Dire, ne pas dire",
    pattern=(
        '"très|trop|si|assez|aussi|plutôt|peu|moins|plus|tellement|vraiment|extrêmement" {=ver:ppr}@w (any&!det:def)',
        '(<être>|<sembler>|<paraître>|<devenir>|<trouver>) ("pas|plus|très"|adv&!nom)*2 {=ver:ppr}@w (fin|","|conj|"pour|à|de|d\'|que|qu\'|par|dans|en")',
        'det&!"ce" nom:ms {=ver:ppr}@w (fin|","|"et|ou|mais")',
        '"un|des|ce|cet|le|les|quel" {=ver:ppr}@w (nom|fin|",")',
    ),
    judge=_verbal_adjective,
    examples=(
        Bad("C'est un travail très {{fatiguant}}.", "C'est un travail très fatigant."),
        Bad("Son discours est {{convainquant}}.", "Son discours est convaincant."),
        Good("Il parle en fatiguant son public."),
        Good("Un bruit fatiguant l'oreille."),
    ),
)


def _gerund(match: Match) -> Iterator[Hit]:
    word = match["w"]
    found = _candidates(word, lambda r: r.pos == "ver" and r.tense == "ppr", least=0)
    if found:
        yield Hit(word.span, tuple(found[:1]))


GERUND = FunctionRule(
    code="GRM275",
    name="adjectif-pour-participe-present",
    message="Derrière « en », le participe présent s'écrit « {fixed} » ; « {found} » est un adjectif.",
    why="Derrière « en » se trouve le gérondif, qui garde le radical du verbe : en fatiguant, en "
    "convainquant, en différant.",
    source="Académie française, Dire, ne pas dire",
    pattern='"en" {adj:ms&!ver&!adv&!nom:ms}@w (det|pro|"son|sa|ses|leur|leurs"|prep|fin)',
    judge=lambda match: _gerund(match) if match["w"].lower.endswith(("ant", "ent")) else iter(()),
    examples=(
        Bad("Il part en {{convaincant}} son chef.", "Il part en convainquant son chef."),
        Bad("Elle rit en {{fatigant}} les autres.", "Elle rit en fatiguant les autres."),
        Good("En différent, il choisit le bleu."),
        Good("Il part en fatiguant son chef."),
    ),
)

RULES: tuple[Rule, ...] = (
    AFTER_DETERMINER,
    WORD_FOR_NOUN,
    AFTER_SUBJECT,
    NOUN_FOR_VERB,
    AFTER_AUXILIARY,
    VERBAL_ADJECTIVE,
    GERUND,
)
