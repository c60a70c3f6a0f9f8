"""Rules about capitals: names and institutions, peoples and languages, months, particles, accents."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from frclean.language.analysis import Analysis, Token
from frclean.language.lexicon import lexicon
from frclean.later import later
from frclean.rules._text import is_one_phrase, word_set
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
    ScanRule,
    TokenRule,
)


def _capital(form: str) -> str:
    return form[:1].upper() + form[1:]


def _title(form: str) -> str:
    return "-".join(map(_capital, form.split("-")))


def _bare(form: str) -> str:
    """« état » -> « etat »."""
    return "".join(c for c in unicodedata.normalize("NFD", form) if not unicodedata.combining(c))


# --- accents on capitals -----------------------------------------------------------------------

_ACCENTED = {"E": "ÉÈÊ", "A": "ÂÀ", "I": "ÎÏ", "O": "Ô", "U": "Ù", "C": "Ç"}
#: Common nouns written with a capital: here editors differ, so the text must show its habit.
_INSTITUTIONS = word_set("état états église églises école élysée")
_ACCENTED_CAPITAL = later(r"[ÀÂÇÉÈÊËÎÏÔÙÛ]")
#: So many capitals without their accent, and none with it: the habit of the house.
_HABIT = 3


def _is_house_style(match: Match, is_institution: bool) -> bool:
    """True if the text seems to leave the accents of its capitals out on purpose."""
    analysis = match.analysis
    if _ACCENTED_CAPITAL.search(analysis.text):
        return False
    return (
        is_institution
        or analysis.signature.count(analysis.signature[match.marked[0].index]) >= _HABIT
    )


def _judge_bare(match: Match) -> Iterator[Hit]:
    token = match.marked[0]
    if token.form.isupper():
        return
    for capital in _ACCENTED.get(token.form[0], ""):
        fixed = capital + token.form[1:]
        is_institution = fixed.lower() in _INSTITUTIONS
        if is_institution or (lexicon().is_proper(fixed) and not _is_surname(token)):
            if not _is_house_style(match, is_institution):
                certainty = UNSAFE if is_institution else SAFE
                yield Hit(token.span, (_with_capitals(fixed),), certainty)
            return


def _with_capitals(form: str) -> str:
    """« États-unis » -> « États-Unis »."""
    titled = _title(form)
    return titled if lexicon().is_proper(titled) else form


def _is_surname(token: Token) -> bool:
    """True behind a first name or before a surname: people spell their own names (Eric, Edouard)."""
    if "-" in token.form:
        return False
    around = (token.analysis.token(token.index - 1), token.analysis.token(token.index + 1))
    return any(t.form[:1].isupper() and t.kind == "word" for t in around)


BARE_CAPITAL = FunctionRule(
    code="SPL100",
    whole_text=True,
    name="capital-without-accent",
    message="Les majuscules s'accentuent : « {fixed} ».",
    message_en="Capitals keep their accents: “{fixed}”.",
    why="En français, l'accent a pleine valeur orthographique : il s'écrit aussi sur les majuscules.",
    source="Académie française, « Accentuation des majuscules »",
    pattern="bare",
    judge=_judge_bare,
    applicability=SAFE,
    keep_case=True,
    examples=(
        Bad("Il part aux {{Etats-Unis}}.", "Il part aux États-Unis."),
        Bad("L'État c'est l'{{Etat}}.", "L'État c'est l'État."),
        Good("Il part aux États-Unis avec Eric Dupont."),
        Good("L'Etat et l'Eglise."),  # a text that accents no capital
        Good("Les Écossais et les Esquimaux."),
    ),
)

BARE_SENTENCE = TokenRule(
    code="SPL102",
    name="sentence-capital-without-accent",
    message="Les majuscules s'accentuent : « {fixed} ».",
    why="L'accent s'écrit aussi sur la majuscule qui ouvre la phrase.",
    source="Académie française, « Accentuation des majuscules »",
    pattern="^ {bare}",
    fix=lambda m: next(
        (
            c + m.marked[0].form[1:]
            for c in _ACCENTED[m.marked[0].form[0]]
            if (c + m.marked[0].form[1:]).lower() in lexicon()
        ),
        None,
    ),
    when=lambda m: not m.marked[0].form.isupper() and m.marked[0].lower not in ("etat", "etats"),
    # Half of the press leaves these accents out on purpose.
    preview=True,
    keep_case=True,
    examples=(
        Bad("{{Evidemment}}, il dort.", "Évidemment, il dort."),
        Bad("{{Etre}} ou ne pas être.", "Être ou ne pas être."),
        Good("Évidemment, il dort."),
        Good("Ensuite, il dort."),
    ),
)

# --- the State ------------------------------------------------------------------------------------

ETAT = TokenRule(
    code="SPL103",
    name="etat",
    message="Au sens politique, « État » prend une majuscule : « {fixed} ».",
    message_en="The State takes a capital: “{fixed}”.",
    why="« État » prend la majuscule quand il désigne un gouvernement, une administration ou un pays ; la "
    "minuscule quand il désigne une manière d'être.",
    source="Imprimerie nationale, Lexique des règles typographiques ; Académie française, « État »",
    pattern=(
        '"secrétaire|secrétaires|secrétariat|secrétariats|ministre|ministres|homme|hommes|femme'
        "|femmes"
        "|chef|chefs|cheffe|cheffes|coup|coups|raison|raisons|conseil|conseiller|conseillers"
        "|conseillère"
        "|affaire|affaires|terrorisme|crime|crimes|secret|secrets|appareil|mensonge|scandale"
        '|capitalisme|avocat|établissement" "d\'" {"état|état"}',
        '"commis|serviteur|serviteurs" "de" "l\'" {"état"}',
        '"grand|grands" "commis" "de" "l\'" {"état"}',
    ),
    fix="État",
    applicability=SAFE,
    examples=(
        Bad("Le chef d'{{état}} est arrivé.", "Le chef d'État est arrivé."),
        Bad("Un coup d'{{état}} militaire.", "Un coup d'État militaire."),
        Good("Un état d'urgence, un état des lieux, hors d'état de nuire."),
        Good("Le chef d'État est arrivé."),
    ),
)

_POLITY = (
    '"membre|membres|signataire|signataires|voisin|voisins|riverain|riverains|fédéré|fédérés'
    "|souverain"
    "|souverains|tampon|islamique|hébreu|palestinien|arabes|africains|européens|américains"
    '|baltes|nations"'
)

ETATS = TokenRule(
    code="SPL104",
    name="etats",
    message="Au sens de pays, « État » prend une majuscule : « {fixed} ».",
    why="« État » prend la majuscule quand il désigne un pays ou un gouvernement.",
    source="Imprimerie nationale, Lexique des règles typographiques",
    pattern=(
        f'"les|des|aux|d\'|ces|deux|trois|plusieurs|certains|autres" {{"états"}} {_POLITY}',
        f'"l\'|un|cet|chaque|d\'" {{"état"}} {_POLITY}',
        # A region, a continent, the world has States, not states of mind.
        '"les|des|aux|ces|plusieurs|certains|autres|différents" {"états"} "de|du|d\'" "la|l\'"? '
        '"région|monde|continent|Golfe|golfe|Union|Europe|Afrique|Amérique|Asie|Sahel|zone"',
        '"les|des|aux|ces" {"états"} "de" "la|l\'"? prop',
        '"services|rôle|budget|représentant|représentants|garantie|aide|aides|contrôle|dette" "de" '
        '"l\'" {"état"} fin|","|"et|ou|qui|a|est|dans|pour"',
    ),
    fix=lambda m: "É" + m.marked[0].lower[1:],
    applicability=SAFE,
    examples=(
        Bad("Les {{états}} membres ont signé.", "Les États membres ont signé."),
        Bad("Les {{états}} de la région ont signé.", "Les États de la région ont signé."),
        Good("Les états de service et les états d'âme du soldat."),
        Good("Les états des lieux de la maison."),
    ),
)

# --- names of several words -----------------------------------------------------------------------

#: As the Imprimerie nationale writes them: a capital for what is proper, none for the adjective
#: behind; found in any other mixture of capitals.
_NAMES = """Émirats arabes unis; Arabie saoudite; Union européenne; Nations unies; Communauté européenne;
    Commission européenne; Parlement européen; Banque mondiale; Assemblée nationale;
    Sécurité sociale; Éducation nationale; Première Guerre mondiale; Seconde Guerre mondiale;
    Deuxième Guerre mondiale; Révolution française; Croix-Rouge; Organisation mondiale de la santé;
    Fonds monétaire international; Conseil constitutionnel; Banque centrale européenne; États-Unis;
    Royaume-Uni; Corée du Nord; Corée du Sud; Afrique du Sud; Afrique du Nord; Amérique du Sud;
    Amérique du Nord; Amérique latine; Pays-Bas; Nouvelle-Zélande; Grande-Bretagne; Côte d'Ivoire;
    Burkina Faso; Sri Lanka; Costa Rica; Hong Kong; New York; Los Angeles; San Francisco; Las Vegas;
    Moyen-Orient; Proche-Orient; Extrême-Orient; Île-de-France; Union soviétique; Air France; La Poste; Front national;
    Parti socialiste; Maison-Blanche; Canal+; Tour Eiffel; Joconde"""

#: Of those, the ones whose lower-case form is never anything else.
_SURE_LOWER = """émirats arabes unis; arabie saoudite; union européenne; nations unies; corée du nord;
    corée du sud; afrique du sud; afrique du nord; amérique du sud; amérique du nord; amérique latine;
    états-unis; royaume-uni; pays-bas; nouvelle-zélande; grande-bretagne; côte d'ivoire; burkina faso;
    sri lanka; costa rica; new york; los angeles; san francisco; las vegas; moyen-orient;
    proche-orient; extrême-orient; île-de-france"""


def _rows(text: str) -> tuple[str, ...]:
    return tuple(" ".join(row.split()) for row in text.split(";"))


def _any_case(name: str) -> str:
    """A pattern for the words of a name, in lower case or with any capitals, accents or not."""
    words = []
    for word in name.replace("'", "' ").split():
        lower = word.lower()
        forms = {lower, _capital(lower), _title(lower), _bare(lower), _bare(_capital(lower))}
        forms |= {_bare(_title(lower)), _capital(_bare(lower))}
        words.append('"' + "|".join(sorted(forms)) + '"')
    return "{" + " ".join(words) + "}"


_BY_KEY = {_bare(name.lower()): name for name in _rows(_NAMES)}
_LOWER_KEYS = frozenset(_bare(name) for name in _rows(_SURE_LOWER))
#: Facts of history: the lower case is nearly always a slip, but a war may be the first of many.
_HISTORY = frozenset(
    _bare(name)
    for name in (
        "première guerre mondiale",
        "seconde guerre mondiale",
        "deuxième guerre mondiale",
        "révolution française",
        "union soviétique",
    )
)
#: The adjective of these is often written with a capital as well; an editor may not mind.
_OFTEN_CAPITAL = frozenset(
    "union européenne; nations unies; assemblée nationale; commission européenne; parlement "
    "européen; "
    "banque mondiale; amérique latine; sécurité sociale; éducation nationale".split("; ")
)


def _name_of(match: Match) -> tuple[str, str]:
    """What is written, and how the name should be."""
    text = match.span.slice(match.analysis.text).replace("’", "'")
    key = _bare(text.lower())
    return text, _BY_KEY.get(key, text)


def _judge_name(match: Match) -> Iterator[Hit]:
    text, name = _name_of(match)
    if text == name or text.isupper() or not is_one_phrase(match):
        return
    if _bare(text) == _bare(name):
        return  # only the accents are missing: see SPL100
    if name.lower() in _OFTEN_CAPITAL and text[0].isupper():
        if "europé" in text.lower() and text[0] + text[1:].lower() == name:
            yield Hit(match.span, (name,), UNSAFE)
        return
    if text[0].islower():
        if _bare(name.lower()) in _HISTORY and text.islower():
            yield Hit(match.span, (name,), UNSAFE)
        if _bare(name.lower()) not in _LOWER_KEYS:
            return
        if all(t.form.islower() for t in match.marked) or " " not in name:
            yield Hit(match.span, (name,))
        return
    if any(a.isupper() and not b.isupper() for a, b in zip(text, name, strict=False)) or (
        name.lower() not in _OFTEN_CAPITAL
        and any(b.isupper() and not a.isupper() for a, b in zip(text, name, strict=False))
    ):
        yield Hit(match.span, (name,))


NAME = FunctionRule(
    code="SPL105",
    name="name-capitals",
    message="Ce nom s'écrit « {fixed} ».",
    message_en="This name is written “{fixed}”.",
    why="Le nom caractéristique prend la majuscule, l'adjectif qui le suit la minuscule (Arabie saoudite, "
    "Nations unies).",
    source="Imprimerie nationale, Lexique des règles typographiques en usage",
    pattern=tuple(
        _any_case(name)
        for name in _rows(_NAMES)
        if name not in ("La Poste", "Canal+", "Joconde", "Tour Eiffel")
    ),
    judge=_judge_name,
    applicability=SAFE,
    keep_case=True,
    examples=(
        Bad("Il vit aux {{émirats arabes unis}}.", "Il vit aux Émirats arabes unis."),
        Bad("Il vit en {{Arabie Saoudite}}.", "Il vit en Arabie saoudite."),
        Bad("Il vit en {{corée du sud}}.", "Il vit en Corée du Sud."),
        Good("Il vit en Arabie saoudite, aux Nations unies."),
        Good("Cette assemblée nationale d'étudiants, une sécurité sociale pour tous."),
    ),
)

# --- names in lower case --------------------------------------------------------------------------

_PLACE_PREPOSITIONS = frozenset(("en", "à", "de", "d'", "la", "l'", "du", "au", "vers"))


def _judge_lower_name(match: Match) -> Iterator[Hit]:
    token = match.marked[0]
    name = _title(token.form)
    words = lexicon()
    if "'" in token.form or not words.is_proper(name) or token.form in words:
        return
    if "-" in token.form and not words.is_proper(name.partition("-")[0]):
        return
    before = token.analysis.token(token.index - 1)
    after = token.analysis.token(token.index + 1)
    # A short or rare name may be a slip for a common word, or an English word.
    frequency = words.seen_elsewhere(token.form)
    is_placed = before.lower in _PLACE_PREPOSITIONS
    beside_name = (before.form + after.form)[:1].isupper() or after.form[:1].isupper()
    if len(token.form) < 5 and not (is_placed or beside_name):
        return
    if frequency < 70 and not (is_placed or beside_name or "-" in token.form):
        return
    yield Hit(token.span, (name,), SAFE if frequency >= 120 and is_placed else UNSAFE)


LOWER_NAME = FunctionRule(
    code="SPL106",
    name="name-in-lower-case",
    message="Un nom propre prend une majuscule : « {fixed} ».",
    message_en="A proper name takes a capital: “{fixed}”.",
    why="Les noms de lieux et de personnes prennent une majuscule.",
    pattern="inc&named&low",
    judge=_judge_lower_name,
    keep_case=True,
    surest=SAFE,
    examples=(
        Bad("Elle habite en {{france}}.", "Elle habite en France."),
        Bad("Il rêve de {{beyrouth}}.", "Il rêve de Beyrouth."),
        Good("Il habite en France et mange du brie."),
        Good("Des pommes de terre en robe des champs."),
    ),
)

_AMBIGUOUS_PLACES = (
    '"suisse|corse|chine|inde|vendée|lorraine|bretagne|champagne|bourgogne|savoie|pologne'
    "|turquie|syrie"
    "|grèce|hongrie|guinée|guyane|islande|catalogne|castille|toscane|sicile|normandie|picardie"
    "|gascogne"
    '|mayenne|creuse|dordogne|corrèze|isère|gironde|camargue|sologne|cochinchine|perse|macédoine"'
)

STATE_OF = TokenRule(
    code="SPL122",
    name="state-of-a-people",
    message="Au sens politique, « État » prend une majuscule : « {fixed} ».",
    why="« État » prend la majuscule quand il désigne un pays ou son gouvernement (l'État belge).",
    source="Imprimerie nationale, Lexique des règles typographiques",
    pattern='"l\'" {"état"} named&adj:ms&low',
    fix="État",
    when=lambda m: _is_people(m.after(0).lower) and _names_a_people(m.after(0).lower),
    examples=(
        Bad("L'{{état}} belge a payé.", "L'État belge a payé."),
        Bad("Il accuse l'{{état}} français.", "Il accuse l'État français."),
        Good("L'état général du patient, l'état civil."),
        Good("L'État belge a payé."),
    ),
)

LOWER_PLACE = TokenRule(
    code="SPL107",
    name="place-in-lower-case",
    message="Un nom de lieu prend une majuscule : « {fixed} ».",
    why="Derrière « en » ou « à », ce mot est un nom de lieu.",
    pattern=(
        f'"en" {{{_AMBIGUOUS_PLACES}&low&named}} !nom',
        '!"jeu|jeux" "à" {"paris"&low} !adj',
    ),
    fix=lambda m: _capital(m.marked[0].form),
    # « en suisse » (drinking alone), « parler en corse » (the language).
    when=lambda m: (
        m.before().lower
        not in ("boire", "boit", "parler", "parle", "traduit", "écrit", "et", "ou", ",")
    ),
    keep_case=True,
    examples=(
        Bad("Il vit en {{corse}}.", "Il vit en Corse."),
        Bad("Il est parti en {{chine}}.", "Il est parti en Chine."),
        Good("Un livre écrit en corse."),
        Good("Il vit en Corse, en bonne santé."),
    ),
)

_ACRONYMS = word_set(
    "onu otan sncf ratp fmi bce oms unesco unicef ocde cnrs edf gdf insee urssaf inserm smic csa "
    "cgt cfdt "
    "medef ump hlm tgv tva csg rsa pib cia fbi nsa usa urss rtl bfm tf1 nasa ena ens hec iut rer "
    "gps adn sida "
    "ong pme ovni pdg drh pme iss"
) - frozenset(("smic", "sida", "ovni", "ena", "ens"))

FEAST = TokenRule(
    code="SPL101",
    name="feast-in-lower-case",
    message="Les noms de fêtes prennent une majuscule : « {fixed} ».",
    message_en="Feasts take a capital: “{fixed}”.",
    why="Les noms de fêtes religieuses et civiles prennent la majuscule.",
    source="Imprimerie nationale, Lexique des règles typographiques, « fêtes »",
    pattern=(
        '"à|de|pour|avant|après|dès|depuis|père|joyeux|vers|sapin|marché|réveillon|entre" {"noël'
        '|noel"} !adj&!"en|au"',
        '"à|de|pour|avant|après|dès|depuis|joyeuses|vers" {"pâques|paques"}',
        '"la" {"toussaint|pentecôte|chandeleur|saint-valentin|saint-sylvestre"} !nom',
    ),
    fix=lambda m: {"noel": "Noël", "paques": "Pâques"}.get(
        m.marked[0].lower, _title(m.marked[0].lower)
    ),
    when=lambda m: m.marked[0].form.islower(),
    keep_case=True,
    examples=(
        Bad("Il part avant {{noël}}.", "Il part avant Noël."),
        Bad("Les vacances de {{pâques}}.", "Les vacances de Pâques."),
        Good("Il chante un vieux noël."),
        Good("Il part avant Noël."),
    ),
)

ACRONYM = TokenRule(
    code="SPL108",
    name="acronym-in-lower-case",
    message="Un sigle s'écrit en capitales : « {fixed} ».",
    why="Un sigle qui se prononce lettre à lettre s'écrit en capitales, sans points.",
    source="Imprimerie nationale, Lexique des règles typographiques, « sigles »",
    pattern="\"l'|la|le|les|de|d'|à|du|des|au|aux|un|une\" {inc}",
    fix=lambda m: m.marked[0].form.upper(),
    when=lambda m: m.marked[0].form in _ACRONYMS,
    keep_case=True,
    examples=(
        Bad("Un vote à l'{{onu}}.", "Un vote à l'ONU."),
        Bad("La {{sncf}} recrute.", "La SNCF recrute."),
        Good("Un vote à l'ONU."),
        Good("La Sncf recrute."),
    ),
)

# --- peoples, languages, adjectives ---------------------------------------------------------------


def _is_people(form: str) -> bool:
    """True if a lower-case form is an adjective whose capitalised form is the name of a people."""
    words = lexicon()
    return words.is_proper(_title(form)) and any(r.pos == "adj" for r in words.readings(form))


def _judge_people(match: Match) -> Iterator[Hit]:
    token = match.marked[0]
    if token.lower in _NOT_PEOPLES or not _is_people(token.lower):
        return
    if _names_a_people(token.lower):
        yield Hit(token.span, (_title(token.form),))


#: Also a faith, a party, a trade, an animal, a dish: nouns in lower case in their own right.
_NOT_PEOPLES = word_set(
    "juif juifs juive juives métis métisse métisses roman romane romans romanes gothique "
    "alexandrin alexandrins "
    "olympien olympiens persan persans siamois espagnolette bernois labrador franciscain "
    "franciscains "
    "capucin capucins carolingien carolingiens byzantin byzantins colonial coloniaux blanc "
    "blancs noir noirs "
    "républicain républicains démocrate démocrates saint sainte saints saintes marine marin "
    "marins grand "
    "grande grands petit petite petits royal royale beau belle nice clair claire "
    "européennes européenne occidentale occidentales orientale orientales africaine "
    "lyonnaise bordelaise bourguignonne normande milanaise napolitaine"
)


def _has_noun_to_qualify(token: Token, article: Token) -> bool:
    """« des vins français et des italiens »: the noun may stand in the clause before."""
    article_index = token.index - 1
    before = token.analysis.token(article_index - 1)
    if article.lower == "la" or before.lower in ("les", "tous", "toutes"):
        return True  # « l'équipe française et la belge », « tous les deux français »
    return before.lower in ("et", "ou", "que", "comme") or before.has("adj", features="p")


def _judge_people_noun(match: Match) -> Iterator[Hit]:
    token = match.marked[0]
    before = match.tokens[0]
    after = match.tokens[-1]
    if (
        after.has("ver")
        and match.analysis.chance(after.index, "ver") < 0.8
        and not after.has("prep")
    ):
        return
    singular = match.analysis.token(token.index - 1).lower in ("un", "une")
    if singular and token.has("nom"):
        return  # « un français », a language; « une suisse »
    if _has_noun_to_qualify(token, before):
        return
    yield from _judge_people(match)


PEOPLE = FunctionRule(
    code="SPL109",
    name="people-in-lower-case",
    message="Le nom d'un peuple ou d'un habitant prend une majuscule : « {fixed} ».",
    message_en="The name of a people takes a capital: “{fixed}”.",
    why="Le nom des habitants prend la majuscule (les Kurdes) ; l'adjectif et la langue, la minuscule (le "
    "peuple kurde, parler kurde).",
    source="Académie française ; Imprimerie nationale, Lexique des règles typographiques",
    pattern=(
        # A plural article, no noun after: the word is the noun.
        '!("tous|toutes"|nom:p|adj:p) "les|des|aux|ces|quelques|certains|plusieurs|nombreux" '
        '{named&adj:p&low} fin|","|ver:fin&!nom&!adj|prep|conj|"qui|que|ne|n\'|se|s\'|y|ont|sont'
        '|en"',
        '"beaucoup|nombre|plupart|million|millions|milliers|millier|majorité" "de|d\'|des" '
        '{named&adj:p&low} fin|","|ver:fin&!nom&!adj|prep|conj',
        '"deux|trois|quatre|cinq|dix" {named&adj:p&low} fin|","|"qui|et|ont|sont|dans|de"',
        '"une|cette" {named&adj:fs&low} ver:3s|fin|","|"qui|de|d\'|du|sur|a|est|dans|au|avait|était"',
        '"l\'|la" {named&adj:fs&low} (<être>|<avoir>)&ver:fin|"se|s\'|ne|n\'"',
    ),
    judge=_judge_people_noun,
    keep_case=True,
    examples=(
        Bad("Les {{kurdes}} ont voté.", "Les Kurdes ont voté."),
        Bad("Beaucoup de {{belges}} sont venus.", "Beaucoup de Belges sont venus."),
        Good("Les combattants kurdes ont voté."),
        Good("Il parle un français correct. Les français régionaux."),
        Good("Ces vins italiens et les grands français."),
    ),
)


#: Countries of the news, of one word: a row of them shows that a people is meant beside them.
_COUNTRIES = word_set(
    "Afghanistan Albanie Algérie Allemagne Angola Argentine Arménie Australie Autriche Azerbaïdjan "
    "Bahreïn Belgique Biélorussie Bolivie Bosnie Brésil Bulgarie Cambodge Cameroun Canada Chili "
    "Chine Chypre Colombie Congo Croatie Cuba Danemark Égypte Équateur Érythrée Espagne Estonie "
    "Éthiopie Finlande France Gabon Géorgie Ghana Grèce Guatemala Guinée Haïti Honduras Hongrie "
    "Inde Indonésie Irak Iran Irlande Islande Israël Italie Japon Jordanie Kazakhstan Kenya Kosovo "
    "Koweït Laos Lettonie Liban Libye Lituanie Luxembourg Madagascar Mali Malte Maroc Mauritanie "
    "Mexique Moldavie Mongolie Mozambique Népal Nicaragua Niger Nigeria Norvège Oman Ouganda "
    "Ouzbékistan Pakistan Palestine Panama Paraguay Pérou Philippines Pologne Portugal Qatar "
    "Roumanie Russie Rwanda Sénégal Serbie Singapour Slovaquie Slovénie Somalie Soudan Suède "
    "Suisse Syrie Tchad Thaïlande Togo Tunisie Turquie Ukraine Uruguay Venezuela Vietnam Yémen "
    "Zambie Zimbabwe"
)


def _judge_row(match: Match) -> Iterator[Hit]:
    token = match.marked[0]
    names = [t.form for t in token.analysis.tokens(token.index - 2, token.index + 5)]
    if not any(name in _COUNTRIES for name in names):
        return
    for hit in _judge_people(match):
        yield hit._replace(applicability=SAFE if token.has("adj", features="p") else UNSAFE)


COUNTRY_ROW = FunctionRule(
    code="SPL110",
    name="people-among-names",
    message="Dans cette énumération de noms, « {fixed} » prend une majuscule.",
    message_en="Among names, “{fixed}” takes a capital.",
    why="Le nom d'un peuple, placé parmi des noms de pays, prend la majuscule.",
    source="Imprimerie nationale, Lexique des règles typographiques",
    pattern=(
        '"("|":" {named&adj&low} "," prop ","|")"|"et"',
        'prop "," {named&adj:p&low} "," prop',
        'prop "," {named&adj:p&low} ")"',
    ),
    judge=_judge_row,
    applicability=SAFE,
    keep_case=True,
    examples=(
        Bad("Les frontières se ferment ({{kurdes}}, Irak, Liban).",
            "Les frontières se ferment (Kurdes, Irak, Liban)."),
        Bad("Trois acteurs : {{turcs}}, Iran et Irak.", "Trois acteurs : Turcs, Iran et Irak."),
        Good("Trois langues (kurde, persan, turc)."),
        Good("Un peintre (italien, Rome, 1920)."),
        Good("Les partis (kurdes, pour la plupart) ont voté."),
    ),
)  # fmt: skip


def _judge_adjective(match: Match) -> Iterator[Hit]:
    noun, token = match["noun"], match.marked[0]
    lower = token.lower
    words = lexicon()
    if token.form.isupper() or not _is_people(lower) or lower in _NOT_PEOPLES:
        return
    if not _names_a_people(lower) or match.analysis.chance(noun.index, "nom") < 0.9:
        return
    after = match.analysis.token(token.index + 1)
    if after.form[:1].isupper() or after.form == "-":
        return
    genders = {(r.gender, r.number) for r in noun.readings if r.pos == "nom"}
    agree = any(
        r.pos == "adj" and any(_match(r.gender, g) and _match(r.number, n) for g, n in genders)
        for r in words.readings(lower)
    )
    if agree:
        yield Hit(token.span, (lower,))


def _names_a_people(lower: str) -> bool:
    """Français has a plural that is a name; Pascal, Isabelle, Pacifique have none."""
    words = lexicon()
    return any(
        reading.number == "p" and words.is_proper(_title(form))
        for lemma in words.lemmas(lower, "adj")
        for form, reading in words.forms(lemma, "adj")
    )


def _match(one: str, other: str) -> bool:
    return not one or not other or one == other


ADJECTIVE = FunctionRule(
    code="SPL111",
    name="adjective-with-capital",
    message="L'adjectif prend une minuscule : « {fixed} ».",
    message_en="The adjective takes no capital: “{fixed}”.",
    why="L'adjectif tiré d'un nom de lieu, et le nom d'une langue, prennent la minuscule : un député "
    "français, la langue française.",
    source="Académie française, « majuscules »",
    pattern=(
        'nom&low&!num&!"petit|petite|ancien|anciens|ancienne|jeune|jeunes|fine|belle|beau|vieux'
        "|vieille|grand|grande|pauvre|bon|bonne|vrai|gros|brave|premier|dernier|seul|riche"
        "|océan|mer|île|îles|ile|iles|archipel|golfe|rivière|détroit|canal"
        "|tante|oncle|sœurs|monsieur|madame|mademoiselle|citoyen|roi|saint|rue|place|avenue"
        "|ville|"
        "parti|groupe|société|marque|café|restaurant|journal|revue|club|banque|hôtel|association"
        "|fonds|nom|"
        "numéro|titre|affaire|famille|mot|père|frère|sœur|soeur|docteur|maître|professeur"
        '|capitaine|lieutenant"'
        "@noun {cap:adj&!upper}"
    ),
    judge=_judge_adjective,
    keep_case=True,
    examples=(
        Bad("Les députés {{Français}} ont voté.", "Les députés français ont voté."),
        Bad("La langue {{Italienne}} est belle.", "La langue italienne est belle."),
        Good("Les Français ont voté."),
        Good("La rue Parisienne, la Banque Française de Crédit."),
    ),
)

LANGUAGE = TokenRule(
    code="SPL112",
    name="language-with-capital",
    message="Un nom de langue prend une minuscule : « {fixed} ».",
    why="Les noms de langues prennent la minuscule : parler anglais, traduit de l'allemand.",
    source="Académie française, « majuscules »",
    pattern=(
        '<parler> "le|l\'|un"? {"Français|Anglais|Allemand|Espagnol|Italien|Arabe|Chinois|Russe'
        "|Portugais|"
        'Breton|Occitan|Basque|Corse|Créole|Turc|Grec|Japonais|Néerlandais"}',
        '"traduit|traduite|traduits" "de|du" "l\'"? {"Français|Anglais|Allemand|Espagnol|Italien'
        "|Arabe|Chinois"
        '|Russe|Portugais|Turc|Grec|Japonais"}',
        '"langue|accent|version|traduction" {"Français|Française|Anglais|Anglaise|Allemand'
        "|Allemande|"
        'Espagnol|Espagnole|Italienne|Arabe|Chinoise|Russe"}',
    ),
    fix=lambda m: m.marked[0].lower,
    keep_case=True,
    examples=(
        Bad("Il parle {{Anglais}} et russe.", "Il parle anglais et russe."),
        Bad("Un roman traduit de l'{{Allemand}}.", "Un roman traduit de l'allemand."),
        Good("Il parle aux Anglais."),
        Good("Il parle anglais."),
    ),
)

# --- months and days --------------------------------------------------------------------------------

_MONTHS = "Janvier|Février|Fevrier|Avril|Mai|Juin|Juillet|Août|Aout|Septembre|Octobre|Novembre|Décembre|Decembre"
_DAYS = "Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche"
_DAY_PLURALS = "Lundis|Mardis|Mercredis|Jeudis|Vendredis|Samedis|Dimanches"
#: Feasts keep their capital: le 14 Juillet, le 1er Mai.
_FEASTS = frozenset(
    (
        "14 juillet",
        "1er mai",
        "11 novembre",
        "8 mai",
        "11 septembre",
        "4 septembre",
        "10 mai",
        "15 août",
        "4 juillet",
    )
)


def _is_no_feast(match: Match) -> bool:
    month = match.marked[0]
    before, after = month.analysis.token(month.index - 1), month.analysis.token(month.index + 1)
    if month.form.isupper() or before.lower in ("un", "une"):
        return False
    is_feast = f"{before.form} {month.lower}" in _FEASTS and after.kind != "number"
    return not is_feast


MONTH = TokenRule(
    code="SPL113",
    name="month-with-capital",
    message="Les mois prennent une minuscule : « {fixed} ».",
    message_en="Months take no capital: “{fixed}”.",
    why="En français, les noms de mois sont des noms communs.",
    source="Académie française, « majuscules »",
    pattern=(
        f'num|"premier" {{"{_MONTHS}|Mars"}}',
        '"d\'" {"Avril|Août|Aout|Octobre"} "à|et|prochain|dernier"|num',
        f'"en|début|fin|courant|depuis|jusqu\'en|de|d\'|mois|du|dès" {{"{_MONTHS}|Mars"}} num',
        f'"en|début|fin|courant|mi" {{"{_MONTHS}"}} !cap',
        f'"mois" "de|d\'" {{"{_MONTHS}|Mars"}}',
        f'"de|entre" "{_MONTHS.lower()}|mars" "à|et" {{"{_MONTHS}|Mars"}}',
    ),
    fix=lambda m: m.marked[0].lower,
    when=_is_no_feast,
    applicability=SAFE,
    keep_case=True,
    examples=(
        Bad("Il est né le 25 {{Juillet}} 1950.", "Il est né le 25 juillet 1950."),
        Bad("Il part en {{Septembre}}.", "Il part en septembre."),
        Good("Le défilé du 14 Juillet et le 1er Mai."),
        Good("Avril Lavigne chante. Mars est une planète."),
    ),
)


def _is_plain_day(match: Match) -> bool:
    day = match.marked[0]
    after = day.analysis.token(day.index + 1)
    before = day.analysis.token(day.index - 1)
    if day.form.isupper() or after.lower in (
        "des",
        "gras",
        "saint",
        "noir",
        "rouge",
        "sanglant",
        "bleu",
    ):
        return False
    return not (day.lower == "vendredi" and before.has("nom"))


DAY = TokenRule(
    code="SPL114",
    name="day-with-capital",
    message="Les jours prennent une minuscule : « {fixed} ».",
    message_en="Days take no capital: “{fixed}”.",
    why="En français, les noms de jours sont des noms communs.",
    source="Académie française, « majuscules »",
    pattern=(
        f'(nom|adj|ver|adv|prep|pro|"le|ce|chaque|un|dès|du|au")&low {{"{_DAYS}"}} '
        f"!cap&!nom&!adj|num",
        f'"les|ces|des" {{"{_DAY_PLURALS}"}} !cap',
    ),
    fix=lambda m: m.marked[0].lower,
    when=_is_plain_day,
    applicability=SAFE,
    keep_case=True,
    examples=(
        Bad("Il viendra {{Lundi}}.", "Il viendra lundi."),
        Bad("Il chante tous les {{Jeudis}}.", "Il chante tous les jeudis."),
        Good("Le Mercredi des Cendres, le Jeudi noir, Mardi gras."),
        Good("Robinson appela l'homme Vendredi."),
    ),
)


# --- people -------------------------------------------------------------------------------------------


def _judge_particle(match: Match) -> Iterator[Hit]:
    # Swiss families may write « Marc Von Burg »; nobody writes « Von der » behind a first name.
    sure = match.tokens[-1].lower in ("der", "den", "dem")
    yield Hit(match.span, ("von",), SAFE if sure else UNSAFE)


PARTICLE = FunctionRule(
    code="SPL115",
    name="von-with-capital",
    message="La particule « von » prend une minuscule derrière le prénom : « {fixed} ».",
    message_en="The particle “von” takes no capital behind a first name.",
    why="La particule allemande, comme la française, s'écrit avec une minuscule derrière un prénom "
    "ou un titre.",
    source="Imprimerie nationale, Lexique des règles typographiques, « particule »",
    pattern=(
        '(prop|name)&!upper {"Von"} "der|den|dem"',
        '(prop|name)&!upper {"Von"} (name|prop|cap)&!upper',
    ),
    judge=_judge_particle,
    applicability=SAFE,
    keep_case=True,
    examples=(
        Bad("Ursula {{Von}} der Leyen est là.", "Ursula von der Leyen est là."),
        Bad("Le chef Herbert {{Von}} Karajan.", "Le chef Herbert von Karajan."),
        Good("Von der Leyen est là."),
        Good("Vincent Van Gogh et Robert De Niro."),
    ),
)


def _is_first_name(form: str) -> bool:
    return any(r.pos == "prop" and r.gender and r.number == "s" for r in lexicon().readings(form))


def _judge_compound_name(match: Match) -> Iterator[Hit]:
    token = match.marked[0]
    first, _, rest = token.form.partition("-")
    if not rest or not rest[0].islower() or not first[:1].isupper():
        return
    name = _title(token.form)
    words = lexicon()
    # « Franco-allemand », « Quatre-vingt » begin a sentence like other words.
    opens = match.before().form in "¶.!?…:«(–—"
    is_common = opens and all(part in words for part in token.lower.split("-"))
    if token.lower in words or _is_people(rest) or (is_common and not _is_first_name(first)):
        return
    if words.is_proper(name) or all(map(words.is_proper, name.split("-"))):
        yield Hit(token.span, (name,))


COMPOUND_NAME = FunctionRule(
    code="SPL116",
    name="compound-name-capital",
    message="Chaque élément d'un nom composé prend sa majuscule : « {fixed} ».",
    message_en="Each part of a compound name takes its capital: “{fixed}”.",
    why="Dans un prénom ou un nom de lieu composé, chaque nom garde sa majuscule.",
    source="Imprimerie nationale, Lexique des règles typographiques, « prénoms »",
    pattern="named&cap",
    judge=_judge_compound_name,
    applicability=SAFE,
    keep_case=True,
    examples=(
        Bad("{{Jean-yves}} arrive.", "Jean-Yves arrive."),
        Bad("Il part aux {{États-unis}}.", "Il part aux États-Unis."),
        Good("Jean-Yves arrive."),
        Good("Quatre-vingt mille hommes. Franco-allemand, le projet avance."),
    ),
)

# --- points of the compass, bodies ----------------------------------------------------------------

COMPASS = TokenRule(
    code="SPL117",
    name="compass-point-in-name",
    message="Dans un nom de pays ou de région, le point cardinal prend une majuscule : « {fixed} ».",
    why="Le point cardinal qui fait partie d'un nom propre prend la majuscule : l'Afrique du Sud, le pôle Nord.",
    source="Académie française ; Imprimerie nationale, Lexique des règles typographiques",
    pattern=(
        '"Afrique|Amérique|Corée|Europe|Asie|Irlande|Italie|Allemagne|Caroline|Dakota|Vietnam'
        "|Yémen|Soudan"
        '|Australie|Inde|Chypre|Macédoine|Angleterre|Californie" "du" {"sud|nord"}',
        '"Afrique|Amérique|Europe|Asie|Allemagne|Timor|Inde|Angleterre|Australie" "de" "l\'" '
        '{"est|ouest"}',
        '"pôle" {"nord|sud"}',
        '"mer" "du" {"nord"}',
        '"gare" "du|de" "l\'"? {"nord|est"}',
    ),
    fix=lambda m: _capital(m.marked[0].form),
    applicability=SAFE,
    keep_case=True,
    examples=(
        Bad("Il vit en Afrique du {{sud}}.", "Il vit en Afrique du Sud."),
        Bad("L'Europe de l'{{est}} a voté.", "L'Europe de l'Est a voté."),
        Good("Le vent du sud souffle au nord."),
        Good("Le sud de l'Afrique."),
    ),
)

COMPASS_DIRECTION = TokenRule(
    code="SPL118",
    name="compass-direction-with-capital",
    message="Une direction prend une minuscule : « {fixed} ».",
    why="Le point cardinal qui indique une direction ou une orientation s'écrit avec une minuscule.",
    source="Académie française ; Imprimerie nationale, Lexique des règles typographiques",
    pattern=(
        '"vers|direction|orienté|orientée|exposé|exposée|exposition|plein|façade|versant'
        '|hémisphère|côte|rive" '
        '"le|l\'|au|à"? "l\'"? {"Nord|Sud|Est|Ouest|Nord-Est|Nord-Ouest|Sud-Est|Sud-Ouest"} !cap'
    ),
    fix=lambda m: m.marked[0].lower,
    applicability=DISPLAY,
    preview=True,
    keep_case=True,
    examples=(
        Bad("Il marche vers le {{Nord}}.", "Il marche vers le nord."),
        Bad("Une façade {{Ouest}}.", "Une façade ouest."),
        Good("Il habite dans le Nord."),
        Good("L'Afrique du Sud."),
    ),
)

EGLISE = TokenRule(
    code="SPL119",
    name="eglise",
    message="L'institution s'écrit « Église », avec une majuscule.",
    why="« Église » prend la majuscule pour l'institution, la minuscule pour le bâtiment.",
    source="Académie française, Dictionnaire, 9e édition, « église »",
    pattern=(
        '"l\'|d\'|notre|cette" {"église"} "catholique|orthodoxe|anglicane|protestante'
        "|luthérienne|réformée|romaine"
        '|évangélique|copte|maronite|universelle"',
        '"sacrements|pères|père|docteur|docteurs|doctrine|hiérarchie|autorités|séparation" "de" '
        '"l\'" {"église"}',
    ),
    fix="Église",
    examples=(
        Bad("L'{{église}} catholique a parlé.", "L'Église catholique a parlé."),
        Bad("La doctrine de l'{{église}}.", "La doctrine de l'Église."),
        Good("L'église romane du village."),
        Good("Le clocher de l'église."),
    ),
)

ANTIQUE = TokenRule(
    code="SPL120",
    name="period-adjective-with-capital",
    message="L'adjectif qui suit un nom de pays prend une minuscule : « {fixed} ».",
    why="L'adjectif qui qualifie un nom propre reste un adjectif : la Grèce antique.",
    source="Imprimerie nationale, Lexique des règles typographiques",
    pattern=(
        '"Grèce|Égypte|Egypte|Rome|Chine|Perse|Inde" {"Antique|Ancienne|Impériale"} !cap',
        '"France|Allemagne|Italie|Espagne|Europe|Russie|Chine" {"Médiévale|Contemporaine'
        '|Moderne"} !cap',
    ),
    fix=lambda m: m.marked[0].lower,
    keep_case=True,
    examples=(
        Bad("La Grèce {{Antique}} et ses dieux.", "La Grèce antique et ses dieux."),
        Bad("L'Europe {{Médiévale}} et ses rois.", "L'Europe médiévale et ses rois."),
        Good("La Grèce antique et ses dieux."),
        Good("La France Libre."),
    ),
)


# --- the beginning of a sentence -------------------------------------------------------------------

_SENTENCE_END = later(r"[^\W\d_][»”\"]?\s?[.!?]\s*\Z")


def _find_lower_start(analysis: Analysis) -> Iterator[Hit]:
    """A text of one line that is a sentence from its second letter on."""
    text = analysis.text
    if not text[:1].islower() or "\n" in text.strip() or not _SENTENCE_END.search(text[-12:]):
        return
    first = analysis.token(1)
    words = first.form.isalpha() and len(first.form) > 1 and len(text.split(" ", 6)) > 6
    if words and first.lower in lexicon():
        yield Hit(first.span, (_capital(first.form),))


SENTENCE = ScanRule(
    code="SPL121",
    name="sentence-in-lower-case",
    message="Une phrase commence par une majuscule : « {fixed} ».",
    message_en="A sentence begins with a capital: “{fixed}”.",
    why="La majuscule marque le début de la phrase.",
    find=_find_lower_start,
    preview=True,  # a text of one line may be a fragment
    keep_case=True,
    examples=(
        Bad("{{elle}} mange du pain avec du fromage.", "Elle mange du pain avec du fromage."),
        Bad("{{dans}} la rue, on court après un chien.", "Dans la rue, on court après un chien."),
        Good("pain, vin, fromage et fruits de saison"),
        Good("iPhone et iPad sont des marques de la société Apple."),
    ),
)

RULES: tuple[Rule, ...] = (
    BARE_CAPITAL,
    BARE_SENTENCE,
    ETAT,
    ETATS,
    NAME,
    LOWER_NAME,
    STATE_OF,
    LOWER_PLACE,
    FEAST,
    ACRONYM,
    PEOPLE,
    COUNTRY_ROW,
    ADJECTIVE,
    LANGUAGE,
    MONTH,
    DAY,
    PARTICLE,
    COMPOUND_NAME,
    COMPASS,
    COMPASS_DIRECTION,
    EGLISE,
    ANTIQUE,
    SENTENCE,
)
