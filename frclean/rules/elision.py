"""Rules about elision: l', d', qu', jusqu', h aspiré, and the forms before a vowel (cet, bel, mon)."""

from __future__ import annotations

from collections.abc import Iterator

from frclean.language.analysis import Token
from frclean.language.lexicon import lexicon
from frclean.language.sounds import VOWEL, begins
from frclean.later import later
from frclean.rules._text import is_adjacent, is_one_phrase, word_set
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
    TextRule,
    TokenRule,
)

_CONSONANTS = frozenset("bcçdfgjklmnpqrstvwxz")


def _is_nominal(token: Token) -> bool:
    """True if a word is a noun or an adjective in its sentence."""
    best = token.best
    return best is not None and best.pos in ("nom", "adj")


def _elided(match: Match) -> str:
    """« de amis » -> « d'amis »."""
    first, second = match.marked
    return first.lower[:-1] + "'" + second.form


D_ENTRES = TextRule(
    code="GRM350",
    name="d-entres",
    message="« {found} » s'écrit « {fixed} ».",
    why="« entre » est une préposition : invariable, elle ne prend pas de s.",
    near='"entres"',
    regex=r"(?i)\b(d['’]entre)s(?=\s+(?:eux|elles|nous|vous)\b)",
    replacement=r"\1",
    applicability=SAFE,  # « d'entres eux » is never French, so no reader can mind
    examples=(
        Bad("L'un {{d'entres}} eux a parlé.", "L'un d'entre eux a parlé."),
        Bad("Chacun {{d’entres}} nous le sait.", "Chacun d’entre nous le sait."),
        Good("La plupart d'entre nous sont venus."),
        Good("Tu entres avec eux dans la maison."),  # « entres » alone is a verb
    ),
)

MISSING_ELISION = TokenRule(
    code="GRM351",
    name="missing-elision",
    message="« {found} » s'élide : « {fixed} ».",
    message_en="“{found}” is elided: “{fixed}”.",
    why="« le », « la », « de », « ne », « se », « je », « me », « te » et « que » perdent leur voyelle "
    "devant une voyelle ou un h muet.",
    source="Académie française, Dictionnaire, 9e édition, « élision » ; Grevisse, Le Bon Usage, § 44",
    # Not before « et », « ou », « à » (« le ou les », « de et par »), nor before a name.
    pattern=(
        '{"le|la" voy&(nom:s|adj:s)&low&!prep&!conj}',
        '{"de" voy&(nom|adj|ver:inf)&low&!prep&!conj}',
        '{"je" voy&(ver:pres/impf/fut/cond/ps:1s|"y|en")}',
        '{"me|te|se|ne" voy&(ver:pres/impf/fut/cond/ps/subp/inf/ppr|"y|en")}',
        '{"que" "il|ils|elle|elles|on|en|un|une|aucun|aucune|avec|après|avant|entre|ainsi|à|au'
        "|aux|ici|est"
        '|avoir|être|autant"}',
        '{"de" "elle|elles|eux|ici|ailleurs|abord|après|avance|aucun|aucune|autrui|environ|entre'
        '|où"}',
        '{"de" "y|en"} ver:inf',
        '{"lorsque|puisque|quoique" "il|ils|elle|elles|on|un|une|en"}',
        '{"jusque" voy|"à|au|aux|où"}',
        '{"me|te|se|ne" "a"}',
        # « un » that counts may be said apart: « une durée de un an ».
        '{"de" "un|une"} (nom|adj|"autre|certain|certaine")&!"an|mois|jour|heure|semaine|minute'
        '|seconde|mètre|million|milliard|euro|point|degré"',
    ),
    fix=_elided,
    when=lambda m: is_one_phrase(m) and not m.marked[1].form.isupper(),
    applicability=SAFE,
    examples=(
        Bad("Il cherche {{le amour}} de sa vie.", "Il cherche l'amour de sa vie."),
        Bad("Elle {{se avance}} vers nous.", "Elle s'avance vers nous."),
        Bad("Je crois {{que il}} viendra.", "Je crois qu'il viendra."),
        Bad("Il manque {{de idées}}.", "Il manque d'idées."),
        Good("Indiquez le ou les noms, et le onze du mois."),
        Good("Le héros de ouistiti-ville est un film de et par un inconnu."),
        Good("Il le hait et ne hurle jamais."),
    ),
)


def _is_no_brand(token: Token) -> bool:
    """True unless a name is one without gender: brands are often left whole (« de Apple »)."""
    names = [r for r in lexicon().readings(token.form) if r.pos == "prop"]
    return not names or any(r.gender for r in names)


MISSING_ELISION_NAME = TokenRule(
    code="GRM366",
    name="missing-elision-name",
    message="« {found} » s'élide d'ordinaire : « {fixed} ».",
    why="L'article et « de » s'élident aussi devant un nom propre : l'Union, d'Italie, d'Ivoire.",
    pattern=(
        '{"le|la" voy&(prop|cap:nom:s|cap:adj:s)&!low}',
        '{"de" voy&prop&!low}',
    ),
    fix=_elided,
    when=lambda m: (
        is_one_phrase(m)
        and not m.marked[1].form.isupper()
        and _is_no_brand(m.marked[1])
        # « la Une », « le On » are cited words; a title keeps its first word whole.
        and m.marked[1].lower not in ("une", "on", "un", "en", "il", "elle")
        and m.before().form not in ("«", '"', "“")
    ),
    examples=(
        Bad("Le ministre de {{la Intérieur}} est venu.", "Le ministre de l'Intérieur est venu."),
        Bad("Le président {{de Italie}} est venu.", "Le président d'Italie est venu."),
        Good("Le Havre et la Hollande, à la Une de La Opinión."),
        Good("Une adresse de Yahoo et de Huit."),
    ),
)

SI_IL = TokenRule(
    code="GRM352",
    name="si-il",
    message="« si » s'élide devant « il » et « ils » : « {fixed} ».",
    why="« si » s'élide devant « il » et « ils », et devant eux seuls : s'il, mais si elle, si on.",
    source="Académie française, Dictionnaire, 9e édition, « si »",
    pattern='{"si" "il|ils"}',
    fix=lambda m: "s'" + m.marked[1].lower,
    when=is_one_phrase,
    applicability=SAFE,
    examples=(
        Bad("{{Si ils}} viennent, préviens-moi.", "S'ils viennent, préviens-moi."),
        Bad("Je ne sais {{si il}} dort.", "Je ne sais s'il dort."),
        Good("Si elle vient, préviens-moi."),
        Good("Même si, il y a dix ans, c'était vrai."),
    ),
)

CE_EST = TokenRule(
    code="GRM353",
    name="ce-est",
    message="« ce » s'élide devant les formes de « être » qui commencent par une voyelle : « {fixed} ».",
    why="Le pronom « ce » s'élide devant un e : c'est, c'était, c'eût été.",
    pattern=(
        '!("tout|et|de|à|pour|sur|que|qu\'"|nom|name|prop) {"ce" "est|était|étaient|eût"} !"que'
        "|qu'|qui\""
    ),
    fix=lambda m: "c'" + m.marked[1].lower,
    when=is_one_phrase,
    applicability=UNSAFE,
    examples=(
        Bad("{{Ce est}} une bonne idée.", "C'est une bonne idée."),
        Bad("Mais {{ce était}} trop tard.", "Mais c'était trop tard."),
        Good("C'est une bonne idée."),
        Good("Sur ce, est arrivé le facteur."),
    ),
)


def _article_for(token: Token) -> tuple[str, ...]:
    """« le », « la » by the gender of a noun; both where it has both."""
    genders = {r.gender for r in token.readings if r.pos in ("nom", "adj") and r.number != "p"}
    if "" in genders or not genders:
        genders = {"m", "f"}
    return tuple(article for article, gender in (("le", "m"), ("la", "f")) if gender in genders)


def _unelided(match: Match) -> Iterator[Hit]:
    first, second = match.marked
    if not _may_unelide(first, second):
        return
    if first.lower == "l'" and not second.has("ver") | (second.lower in ("oui", "onze")):
        openings = _article_for(second)
    elif first.lower == "l'":
        openings = ("le",)
    else:
        openings = (first.lower[:-1] + "e",)
    fixes = tuple(f"{opening} {second.form}" for opening in openings)
    sure = len(fixes) == 1 and first.text[-1:] in "'’"
    yield Hit(match.span, fixes, SAFE if sure else DISPLAY)


def _may_unelide(first: Token, second: Token) -> bool:
    # « je crois qu'oui » has the classics on its side.
    is_right = first.lower == "qu'" and second.lower == "oui"
    return first.end == second.start and not second.form.isupper() and not is_right


ELISION_BEFORE_ASPIRATE = FunctionRule(
    code="GRM354",
    name="elision-before-aspirate",
    message="Pas d'élision devant « {found} » : écrivez « {fixed} ».",
    message_en="No elision here: write “{fixed}”.",
    why="Le h de ce mot est dit aspiré (ou le mot commence par un y ou un o qui se comporte comme une "
    "consonne) : l'article et les pronoms ne s'élident pas devant lui.",
    source="Académie française, Dictionnaire, 9e édition (h aspiré : astérisque)",
    pattern="{\"l'|d'|j'|qu'|m'|t'|s'|n'\" asp&low}",
    judge=_unelided,
    applicability=SAFE,
    examples=(
        Bad("Il mange {{l'haricot}}.", "Il mange le haricot."),
        Bad("Un joueur {{d'haut}} niveau.", "Un joueur de haut niveau."),
        Bad("Le chef respecte {{l'hiérarchie}}.", "Le chef respecte la hiérarchie."),
        Good("L'héroïne du roman et l'hôtel de ville."),
        Good("Une bouteille d'huile, et l'honneur est sauf."),
        Good("L'Hollandais volant."),  # names have habits of their own
    ),
)

_SPOKEN = later(r"(?i)(?<![^\W\d_])(?:[djlmnstci]|qu)['’](?=[bcdfgjklmnpqrstvwxz])")


def _is_spoken(text: str, position: int) -> bool:
    """True where a second elision before a consonant shows that speech is being written down."""
    return len(_SPOKEN.findall(text, max(0, position - 400), position + 400)) > 1


ELISION_BEFORE_CONSONANT = TokenRule(
    code="GRM355",
    name="elision-before-consonant",
    message="Pas d'élision devant une consonne : « {fixed} ».",
    why="L'article et les pronoms ne s'élident que devant une voyelle ou un h muet.",
    pattern=(
        '{"l\'" (nom:s|adj:s)&!voy&!asp&low&!ver}',
        '{"d\'" (nom|adj|det)&!voy&!asp&low&!num}',
    ),
    fix=lambda m: [
        f"{opening} {m.marked[1].form}"
        for opening in (
            _article_for(m.marked[1])
            if m.marked[0].lower == "l'"
            else (m.marked[0].lower[:-1] + "e",)
        )
    ],
    when=lambda m: (
        m.marked[1].lower[0] in _CONSONANTS
        and len(m.marked[1].lower) > 2
        and not _is_spoken(m.analysis.text, m.span.start)
    ),
    applicability=DISPLAY,  # « l'mage » may be « l'image »
    examples=(
        Bad("{{L'femme}} est partie.", "La femme est partie."),
        Bad("Le goût {{d'pain}} chaud.", "Le goût de pain chaud."),
        Good("J'crois qu'l'docteur est v'nu."),  # speech written down
        Good("L'homme est parti."),
        Good("Il s'est caché."),
    ),
)

# --- forms before a vowel --------------------------------------------------------------------

_BEFORE_VOWEL = {"ce": "cet", "ma": "mon", "ta": "ton", "sa": "son"} | {
    "beau": "bel", "nouveau": "nouvel", "vieux": "vieil", "fou": "fol", "mou": "mol"
}  # fmt: skip
_BEFORE_CONSONANT = {"cet": "ce", "bel": "beau", "nouvel": "nouveau", "vieil": "vieux"}

FORM_BEFORE_VOWEL = TokenRule(
    code="GRM356",
    name="form-before-vowel",
    message="Devant une voyelle, écrivez « {fixed} ».",
    why="Devant une voyelle ou un h muet, « ce », « beau », « nouveau », « vieux » deviennent « cet », "
    "« bel », « nouvel », « vieil », et « ma », « ta », « sa » deviennent « mon », « ton », « "
    "son ».",
    pattern=(
        '{"ce" voy&(nom:ms|adj:ms)&!nom:f&!ver&!prep&!adv&!conj&low}',
        '{"ma|ta|sa" voy&(nom:fs|adj:fs)&!(<être>|<avoir>)&!prep&!adv&low}',
        '(det:ms&!"tout"|"très|si|plus|aussi|trop") {"beau|nouveau|vieux" voy&nom:ms&!"idéal"&!nom:p&!(<être>'
        "|<avoir>)&!prep&!adv&!conj}",
    ),
    fix=lambda m: f"{_BEFORE_VOWEL[m.marked[0].lower]} {m.marked[1].form}",
    when=lambda m: is_one_phrase(m) and _is_nominal(m.marked[1]),
    applicability=SAFE,
    examples=(
        Bad("{{Ce homme}} est mon voisin.", "Cet homme est mon voisin."),
        Bad("Il a perdu {{sa amie}}.", "Il a perdu son amie."),
        Bad("Un {{nouveau élève}} est arrivé.", "Un nouvel élève est arrivé."),
        Good("Ce héros et ce onzième tour."),
        Good("De vieux amis, un vieux Anglais, le beau et le bien."),
        Good("Ce avec quoi il écrit."),
    ),
)

MON_BEFORE_ASPIRATE = TokenRule(
    code="GRM369",
    name="mon-before-aspirate",
    message="Devant un h aspiré, écrivez « {fixed} ».",
    why="« mon », « ton », « son » ne remplacent « ma », « ta », « sa » que devant une voyelle ou un h "
    "muet : ma hache, sa haine.",
    pattern='{"mon|ton|son" asp&(nom:fs|adj:fs)&!nom:m&!adj:m&!ver&low}',
    fix=lambda m: m.marked[0].lower[0] + "a " + m.marked[1].form,
    when=is_one_phrase,
    applicability=SAFE,
    examples=(
        Bad("Il cache {{son haine}}.", "Il cache sa haine."),
        Bad("J'ai mal à {{mon hanche}}.", "J'ai mal à ma hanche."),
        Good("Son histoire et son hache-légumes."),
        Good("Sa haine et son habitude."),
    ),
)

FORM_BEFORE_CONSONANT = TokenRule(
    code="GRM357",
    name="form-before-consonant",
    message="Devant une consonne, écrivez « {fixed} ».",
    why="« cet », « bel », « nouvel » et « vieil » ne s'emploient que devant une voyelle ou un h muet.",
    pattern='{"cet|bel|nouvel|vieil" nom:ms&!nom:f&!voy&low}',
    fix=lambda m: f"{_BEFORE_CONSONANT[m.marked[0].lower]} {m.marked[1].form}",
    when=lambda m: (
        is_one_phrase(m)
        and (m.marked[1].lower[0] in _CONSONANTS or begins(m.marked[1].lower) == "aspirate")
    ),
    applicability=SAFE,
    examples=(
        Bad("{{Cet garçon}} est mon voisin.", "Ce garçon est mon voisin."),
        Bad("Il a un {{nouvel héros}}.", "Il a un nouveau héros."),
        Good("Cet homme est bel et bien venu."),
        Good("Cet hiatus et cet un."),
    ),
)

# --- contracted articles ------------------------------------------------------------------------

UNCONTRACTED = TokenRule(
    code="GRM358",
    name="uncontracted-article",
    message="« {found} » se contracte : « {fixed} ».",
    why="« à » et « de » se contractent avec « le » et « les » devant un nom : au, aux, du, des.",
    # Before what may be a verb, « le » is a pronoun: « facile à le dire ».
    pattern=(
        '{"à|de" "le"} (nom:ms|adj:ms)&!voy&!ver:inf&!adv&!prep&!num&!pro&low',
        '{"à|de" "les"} (nom:p|adj:p)&!ver:inf&!adv&!prep&!num&!pro&low',
    ),
    fix=lambda m: {"àle": "au", "àles": "aux", "dele": "du", "deles": "des"}[
        m.marked[0].lower + m.marked[1].lower
    ],
    when=is_one_phrase,
    unless=('"de|à" "le|les" "premier|dernier|seul|premiers|derniers|seuls"',),
    applicability=SAFE,
    examples=(
        Bad("Il va {{à le}} marché.", "Il va au marché."),
        Bad("La porte {{de les}} voisins.", "La porte des voisins."),
        Good("Il tient à le faire et à les prendre."),
        Good("Il est ravi de le rendre heureux."),
    ),
)

AU_BEFORE_VOWEL = TokenRule(
    code="GRM359",
    name="contracted-before-vowel",
    message="Devant une voyelle, « au » et « du » deviennent « à l' » et « de l' » : « {fixed} ».",
    why="Devant une voyelle ou un h muet, l'article s'élide au lieu de se contracter.",
    pattern='{"au|du" voy&(nom:s|adj:s)&!ver&!prep&!adv&!conj&low&!pro}',
    fix=lambda m: ("à l'" if m.marked[0].lower == "au" else "de l'") + m.marked[1].form,
    when=is_one_phrase,
    applicability=SAFE,
    examples=(
        Bad("Il dort {{au hôtel}}.", "Il dort à l'hôtel."),
        Bad("Le prix {{du abonnement}} augmente.", "Le prix de l'abonnement augmente."),
        Good("Le retour du héros au onzième étage."),
        Good("Le goût du yaourt et du haricot."),
    ),
)

# --- apostrophes lost -----------------------------------------------------------------------------


def _joined(match: Match) -> str:
    first, second = match.marked
    return first.lower + "'" + second.form


def _is_lone_letter(match: Match) -> bool:
    """True if a letter stands for an elided word: no unit (« 3 l »), no variable, no list item."""
    first, second = match.marked
    before = first.analysis.token(first.index - 1)
    if first.lower in ("n", "s", "m", "t") and before.has("det"):
        return False
    if "'" in second.form and not second.readings:  # « qu in'a »: more than an apostrophe is lost
        return False
    if not is_adjacent(first, second) or before.kind == "number" or len(before.form) == 1:
        return before.form in '¶.,;:!?…«“("' and before.kind != "number" and first.lower != "n"
    return True


def _is_opening(match: Match) -> bool:
    """True for a capital that begins a sentence, unless it may be a label (« C est un langage »)."""
    first = match.marked[0]
    if len(first.form) > 1:
        return True
    before = first.analysis.token(first.index - 1).form
    return before in "¶.!?…«“" and match.after().lower not in ("un", "une", "le", "la", "égal")


MISSING_APOSTROPHE = TokenRule(
    code="GRM360",
    name="missing-apostrophe",
    message="Il manque une apostrophe : « {fixed} ».",
    message_en="An apostrophe is missing: “{fixed}”.",
    why="Une lettre seule devant une voyelle est ce qui reste d'un mot élidé : l', d', j', qu'.",
    pattern=(
        '{"qu|jusqu|lorsqu|puisqu|quoiqu|Qu|Jusqu|Lorsqu|Puisqu" voy|"à|au|aux|un|une|où"}',
        '{"quelqu" "un|une|uns|unes"}',
        '{"c" "est|était|étaient"}',
        '{"j" voy&(ver:pres/impf/fut/cond/ps:1s|"y|en")}',
        '{"n" voy&(ver:fin|"y|en")}',
        '{"n" "a"} "pas|plus|jamais|rien|guère|aucun|aucune|point"',
        '{"m|t|l" "a"} ver:pp',
        '{"l" (voy&(nom:s|adj:s|ver:fin)|"on|un|une|autre")&low&!prep&!conj}',
        '{"d" (voy&(nom|adj|ver:inf|adv)|"un|une|elle|elles|eux|en")&low&!conj}',
        '{"s|m|t" voy&(ver:fin|ver:inf|"y|en")&!nom}',
        '{"s" "il|ils|est|était|étaient|y|en"}',
    ),
    fix=_joined,
    when=lambda m: (m.marked[0].form.islower() or _is_opening(m)) and _is_lone_letter(m),
    applicability=SAFE,
    examples=(
        Bad("Je crois {{qu il}} viendra.", "Je crois qu'il viendra."),
        Bad("Nous sommes {{d accord}}.", "Nous sommes d'accord."),
        Bad(
            "Depuis {{l époque}} romaine, {{j ai}} attendu.",
            "Depuis l'époque romaine, j'ai attendu.",
        ),
        Good("Il reste 3 l au fond du seau."),
        Good("Il a parcouru 10 m en une seconde."),
        Good("Soit n un entier ; n est pair."),
    ),
)

_GLUED = later(r"(qu|jusqu|lorsqu|puisqu|[ldjncmst])([aeiouyhàâéèêîôœ]\w+)$")
_SUBJECT_FORMS = {"j": "1", "c": "3"}
_SURE_GLUED = word_set(
    "cest cétait jai javais jétais jaime daccord quil quils quon nest jusquà jusquau jusquici "
    "lorsquil "
    "puisquil jusquen dailleurs dabord aujourdhui parcequil"
)


_AFTER_D = word_set("après aucun aucune autres ailleurs abord un une elle elles eux autant où")


def _unglued(match: Match) -> Iterator[Hit]:
    token = match.marked[0]
    found = _GLUED.match(token.lower)
    if found is None:
        return
    head, rest = found.groups()
    if begins(rest) != VOWEL and rest not in ("à", "un", "une"):
        return
    if len(token.form) < 4 and token.lower not in _SURE_GLUED:
        return
    if head in "mst" and match.before().has("det"):
        return
    if not _fits_elision(head, rest):
        return
    sure = token.lower in _SURE_GLUED
    yield Hit(token.span, (f"{head}'{rest}",), SAFE if sure else UNSAFE)


def _fits_elision(head: str, rest: str) -> bool:
    """True if the elided word can stand before the rest: l' before a noun, j' before a verb in -ai."""
    words = lexicon()
    readings = words.readings(rest)
    frequency = words.frequency(rest)
    if not readings or frequency < (110 if len(rest) < 5 else 85 if len(rest) < 8 else 40):
        return False
    if head in ("qu", "lorsqu", "puisqu"):
        return rest in ("il", "ils", "elle", "elles", "on", "en", "un", "une")
    if head == "jusqu":
        return rest in ("à", "au", "aux", "en", "ici", "alors")
    if head == "c":
        return rest in ("est", "était", "étaient")
    if head == "j":
        return any(r.pos == "ver" and r.person == "1" and r.number == "s" for r in readings)
    if head in "nstm":
        return any(r.pos == "ver" and r.person == "3" for r in readings) and rest != "es"
    if head == "d" and rest in _AFTER_D:
        return True
    kinds = ("nom", "adj") if head == "l" else ("nom", "adj", "ver")
    return any(
        r.pos in kinds and (head == "d" or r.number != "p") and r.tense in ("", "inf", "pp")
        for r in readings
    )


GLUED_APOSTROPHE = FunctionRule(
    code="GRM361",
    name="glued-elision",
    message="Il manque une apostrophe : « {fixed} ».",
    why="Le mot élidé et le mot suivant sont séparés par une apostrophe.",
    pattern="inc&fused",
    judge=_unglued,
    surest=SAFE,
    sure_pattern='"{}"'.format("|".join(sorted(_SURE_GLUED))),
    examples=(
        Bad("Je crois que {{cest}} vrai.", "Je crois que c'est vrai."),
        Bad("Depuis {{lentrée}} en vigueur du traité.", "Depuis l'entrée en vigueur du traité."),
        Bad("Il ne sait pas ce {{quil}} veut.", "Il ne sait pas ce qu'il veut."),
        Good("La dune et la nacre, il mange, tu tires."),
        Good("Un lama, une lamproie et un lémur."),
    ),
)

TYPED_ACCENT = TokenRule(
    code="GRM362",
    name="accent-for-apostrophe",
    message="« {found} » : l'apostrophe s'écrit « ' » ou « ’ », une seule fois.",
    why="L'accent grave et l'accent aigu ne remplacent pas l'apostrophe.",
    pattern=(
        '{"l|d|j|n|s|c|m|t|qu|jusqu|lorsqu|puisqu" "`|´|′" voy&low|"un|une|à|au"}',
        "{\"l'|d'|j'|n'|s'|c'|m'|t'|qu'|jusqu'|lorsqu'|puisqu'\" \"'|’|`|´\" voy&low|\"un|une|à"
        '|au"}',
    ),
    fix=lambda m: m.marked[0].lower.rstrip("'") + "'" + m.marked[2].form,
    when=lambda m: m.span.end - m.span.start == sum(len(t.form) for t in m.marked),
    applicability=SAFE,
    examples=(
        Bad("Il aime {{l`eau}} fraîche.", "Il aime l'eau fraîche."),
        Bad("C'est {{l''idée}} du siècle.", "C'est l'idée du siècle."),
        Good("Il aime l'eau fraîche."),
        Good("Le mot de l' ' ami ' inconnu."),
    ),
)

L_ES = TokenRule(
    code="GRM363",
    name="l-es-for-les",
    message="« {found} » devant un nom pluriel s'écrit « {fixed} ».",
    why="« les », « des », « ses », « ces », « mes », « tes » s'écrivent d'un seul mot devant un nom.",
    pattern="!\"tu|qui|ne\" {\"l'|d'|s'|c'|m'|t'\" \"es\"} (nom:p|adj:p)&!nom:s&!adj:s&!ver",
    fix=lambda m: m.marked[0].lower[:-1] + "es",
    when=lambda m: m.span.end - m.span.start == 4,
    applicability=SAFE,
    examples=(
        Bad("Il voit {{l'es}} enfants.", "Il voit les enfants."),
        Bad("C'est une de {{s'es}} amies.", "C'est une de ses amies."),
        Good("Fier, tu l'es parfois."),
        Good("Il voit les enfants."),
    ),
)

NEEDLESS_ELISION = TokenRule(
    code="GRM367",
    name="needless-elision",
    message="Pas d'élision ici : écrivez « {fixed} ».",
    message_en="No elision here: write “{fixed}”.",
    why="« si » ne s'élide que devant « il(s) », « quelque » que dans « quelqu'un », « presque » que dans "
    "« presqu'île » ; « entre » ne s'élide pas.",
    source="Académie française, Dictionnaire, 9e édition, « élision »",
    pattern=(
        '{"s\'" "elle|elles|on"}',
        '{"quelqu\'" voy&!"un|une|uns|unes"&low}',
        '{"presqu\'" voy&!"île|îles|ile|iles"&low}',
        '{"entr\'" "eux|elles|autres"}',
    ),
    fix=lambda m: (
        {"s'": "si"}.get(m.marked[0].lower, m.marked[0].lower[:-1] + "e") + " " + m.marked[1].form
    ),
    applicability=UNSAFE,  # « entr'autres » was right until the nineteenth century
    examples=(
        Bad("Je me demande {{s'elle}} viendra.", "Je me demande si elle viendra."),
        Bad("Il est {{presqu'aveugle}}.", "Il est presque aveugle."),
        Bad("Ils parlent {{entr'eux}}.", "Ils parlent entre eux."),
        Good("S'il vient, quelqu'un l'attend sur la presqu'île."),
        Good("L'entracte et l'entr'acte."),
    ),
)

CE_BEFORE_CONSONANT = TokenRule(
    code="GRM368",
    name="c-before-consonant",
    message="« ce » ne s'élide que devant un e : écrivez « {fixed} ».",
    why="« ce » ne s'élide que devant une forme de « être » en e et devant « en ».",
    pattern=(
        '{"c\'" "sont|sera|serait|seront|seraient|fut|furent|soit|ne|n\'|qui|que|dont"}',
        '{"j\'" ver:1s&!voy&!asp&low}',
    ),
    fix=lambda m: m.marked[0].lower[0] + "e " + m.marked[1].form,
    when=lambda m: (
        m.marked[1].lower[0] in _CONSONANTS and not _is_spoken(m.analysis.text, m.span.start)
    ),
    applicability=UNSAFE,
    examples=(
        Bad("{{C'sont}} des amis.", "Ce sont des amis."),
        Bad("{{J'vais}} partir.", "Je vais partir."),
        Good("C'est un ami. J'ai vu ce qui est."),
        Good("J'crois qu'l'docteur est v'nu."),
    ),
)

QUELQU_UN = TokenRule(
    code="GRM364",
    name="quelque-un",
    message="« {found} » s'écrit « {fixed} ».",
    why="« quelque » ne s'élide que dans « quelqu'un(e) », « presque » que dans « presqu'île » : mais là, "
    "toujours.",
    source="Académie française, Dictionnaire, 9e édition",
    pattern=('{"quelque" "un|une"}', '{"presque" "île|îles"}'),
    fix=lambda m: m.marked[0].lower[:-1] + "'" + m.marked[1].lower,
    when=is_one_phrase,
    applicability=SAFE,
    examples=(
        Bad("{{Quelque un}} a frappé.", "Quelqu'un a frappé."),
        Bad("La {{presque île}} de Quiberon.", "La presqu'île de Quiberon."),
        Good("Quelque ami sera venu."),
        Good("Il est presque idiot."),
    ),
)

AUJOURD_HUI = TokenRule(
    code="GRM365",
    name="aujourd-hui",
    message="« {found} » s'écrit « aujourd'hui ».",
    why="« aujourd'hui » s'écrit en un mot, avec une apostrophe.",
    pattern=(
        '{"aujourd|aujourd\'|aujour" "d\'"? "hui"}',
        '{"au" "jour" "d\'" "hui"}',
        "{\"aujourdhui|aujourd-hui|aujour-d'hui|au-jour-d'hui|aujourd'-hui|aujourdui|Aujourdhui"
        "|Aujourd-hui|Aujour-d'hui\"}",
    ),
    fix="aujourd'hui",
    applicability=SAFE,
    examples=(
        Bad("Il vient {{aujourd hui}}.", "Il vient aujourd'hui."),
        Bad("{{Aujour-d'hui}}, il pleut.", "Aujourd'hui, il pleut."),
        Good("C'est le plat du jour d'hier."),
        Good("Aujourd'hui, il pleut."),
    ),
)

RULES: tuple[Rule, ...] = (
    D_ENTRES,
    MISSING_ELISION,
    SI_IL,
    CE_EST,
    ELISION_BEFORE_ASPIRATE,
    ELISION_BEFORE_CONSONANT,
    FORM_BEFORE_VOWEL,
    FORM_BEFORE_CONSONANT,
    UNCONTRACTED,
    AU_BEFORE_VOWEL,
    MISSING_APOSTROPHE,
    GLUED_APOSTROPHE,
    TYPED_ACCENT,
    L_ES,
    QUELQU_UN,
    AUJOURD_HUI,
    MISSING_ELISION_NAME,
    NEEDLESS_ELISION,
    CE_BEFORE_CONSONANT,
    MON_BEFORE_ASPIRATE,
)
