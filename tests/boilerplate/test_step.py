"""What goes, and what stays."""

import pickle

import pytest

from frclean.boilerplate import Boilerplate, step
from frclean.boilerplate.codes import CODES
from frclean.boilerplate.judge import Judgement
from frclean.boilerplate.judge import judge as real_judge
from frclean.boilerplate.model import Model
from frclean.boilerplate.page import Page
from frclean.boilerplate.step import NEAR_LINES
from frclean.document import Document
from tests.boilerplate.helpers import ARTICLE, codes, stripped

RESIDUE_ABOVE = "3\n\nRégion\n\n| LMorvan\n\n"
RESIDUE_BELOW = "\n\nRépondre à () :\n\nCaptcha\n\n| | Connexion | Inscription"


def test_clean_article_has_no_finding() -> None:
    """Nothing is said about an article without residue, and nothing is computed in vain."""
    assert list(Boilerplate()(Document.of(ARTICLE))) == []


def test_header_and_footer_go() -> None:
    """Counter, section, signature, comment form, captcha and login links go; the title stays."""
    assert stripped(RESIDUE_ABOVE + ARTICLE + RESIDUE_BELOW) == ARTICLE


def test_findings_explain_themselves() -> None:
    """Each finding names its residue, says why, and slices the text it is about."""
    text = ARTICLE + RESIDUE_BELOW
    found = list(Boilerplate()(Document.of(text)))
    assert [finding.code for finding in found] == ["BPL005", "BPL001", "BPL002"]
    assert all(finding.span.slice(text) == finding.found for finding in found)
    assert found[2].reason == (
        "2 liens séparés par |, après le dernier paragraphe, voisine de « Captcha »"
    )


def test_metadata_is_read_from_what_goes() -> None:
    """Section and signature are kept apart; the title is in the text and in the metadata."""
    document = Document.of(RESIDUE_ABOVE + ARTICLE)
    metadata = Boilerplate().metadata(document)
    assert metadata.to_dict() == {
        "title": "Le canal rouvre aux bateaux",
        "section": "Région",
        "byline": "LMorvan",
    }
    assert metadata.spans["byline"].slice(document.text) == "| LMorvan"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "sentence",
    [
        "Répondre à un captcha prend dix secondes, et la connexion échoue une fois sur trois.",
        "Nous utilisons des cookies : la phrase s’affiche sur l’écran de l’écluse, allez savoir.",
        "« Partager la rivière », c’est le nom du collectif qui réunit pêcheurs et rameurs.",
        "Abonnez-vous ! Le mot, peint sur la coque d’un bateau, fait rire tout le monde.",
        "Publié en 1912, le règlement du canal interdit toujours d’y laver des moutons.",
    ],
)
def test_words_of_residue_in_a_sentence_stay(sentence: str) -> None:
    """A word is not residue, a line is."""
    text = ARTICLE.replace(
        "\n\nLes berges en chantier", f"\n\n{sentence}\n\nLes berges en chantier"
    )
    assert stripped(text) == text


def test_tight_lines_stay_tight() -> None:
    """No blank line appears where there was none."""
    first, second = ARTICLE.split("\n\n")[1:3]
    text = f"{first}\nPartager sur Facebook\n{second}\n{ARTICLE}"
    assert stripped(text) == f"{first}\n{second}\n{ARTICLE}"


def test_one_blank_line_is_left() -> None:
    """Removing what stands between two paragraphs leaves them apart by one blank line."""
    first, rest = ARTICLE.split("\n\nLes berges en chantier")
    text = f"{first}\n\nLire aussi : Le pont ferme\nPublicité\n\nLes berges en chantier{rest}"
    assert stripped(text) == ARTICLE


def test_each_kind_can_be_refused() -> None:
    """Fixes of neighbouring findings are separate: one alone leaves whole lines."""
    document = Document.of(ARTICLE + RESIDUE_BELOW)
    only_captcha = [f for f in Boilerplate()(document) if f.code == "BPL001"]
    text = document.apply(only_captcha[0].fixes[0].edits).text
    assert text == ARTICLE + "\n\nRépondre à () :\n\n| | Connexion | Inscription"


POEM = """La pluie
Menu du ciel
Tombe
Contact de l’eau
Sur le zinc
Partager le silence
Des gouttières
Retour"""
RECIPE = """Soupe au potiron
Pour 4 personnes
Préparation : 20 minutes
Cuisson : 30 minutes
1 potiron
2 oignons
50 g de beurre
1 l de bouillon
Épluchez les légumes.
Faites fondre le beurre.
Mixez, salez, servez."""
RESULTS = """Résultats du semi-marathon
1. Anne Loiseau 1 h 18
2. Marie Tessier 1 h 21
3. Jeanne Aubry 1 h 22
Abandons : 12
Météo : pluie"""
INTERVIEW = """Vous avez grandi ici ?
Oui, au bord du canal.
Et vous y revenez ?
Chaque été.
Qu’est-ce qui a changé ?
Le bruit.
C’est tout ?
Non. L’eau est plus claire qu’avant, et l’on voit passer des brochets sous le pont de fer."""


@pytest.mark.parametrize("text", [POEM, RECIPE, RESULTS, INTERVIEW])
def test_texts_of_short_lines_stay(text: str) -> None:
    """Place and shape prove nothing where every line is short."""
    assert stripped(text) in (text, text.removesuffix("\nRetour"))


def test_known_residue_around_a_poem_goes() -> None:
    """Even there, what no poem says goes."""
    assert stripped(f"{RECIPE}\n\nPartager sur Facebook\n\n3 commentaires") == RECIPE


def test_text_of_residue_alone_stays() -> None:
    """A text is never emptied."""
    text = "Captcha\n\nConnexion\n\nPartager"
    assert stripped(text) == text


def test_html_is_noticed_and_left_alone() -> None:
    """Tags say better than lines where the article is."""
    page = "<!DOCTYPE html>\n<html><body>" + "<p>Il pleut.</p>\n" * 30 + "</body></html>"
    assert codes(page) == ["BPL017"]
    assert stripped(page) == page


def test_budget_stops_the_step() -> None:
    """A text of which half would go is not understood: a finding says so, nothing goes."""
    notice = "Ce site utilise des cookies pour mesurer son audience, vous pouvez les refuser ici."
    text = ARTICLE + f"\n\n{notice}" * 20
    assert codes(text) == ["BPL016"]
    assert stripped(text) == text


def test_step_can_be_pickled() -> None:
    """A pipeline is sent to workers."""
    assert pickle.loads(pickle.dumps(Boilerplate())) == Boilerplate()


def test_finding_names_come_from_the_table() -> None:
    """No finding has a code that cannot be explained."""
    text = RESIDUE_ABOVE + ARTICLE + RESIDUE_BELOW
    assert {f.code for f in Boilerplate()(Document.of(text))} <= set(CODES)


def _book(odd: str, at: int) -> str:
    """A thousand lines of prose and speech, no two alike, with one line among them."""
    names = "Colette Marceau Aurélien Ninon Fantin Odile Gaspard Séverine".split()
    lines = [
        f"— Voilà la page {number}, dit {names[number % 8]} en tournant vers nous le grand registre."
        for number in range(1000)
    ]
    lines.insert(at, odd)
    return "\n\n".join(lines)


@pytest.mark.parametrize("at", [0, 3, 500, 997, 1000])
def test_residue_goes_wherever_it_stands_in_a_long_text(at: int) -> None:
    residue = "Connexion | Inscription"
    assert stripped(_book(residue, at)) == _book(residue, at).replace(residue, "").replace(
        "\n\n\n\n", "\n\n"
    ).strip("\n")


def test_only_what_is_near_residue_is_judged_in_a_long_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sizes: list[int] = []

    def judge(page: Page, model: Model) -> list[Judgement]:
        sizes.append(len(page.lines))
        return real_judge(page, model)

    monkeypatch.setattr(step, "judge", judge)
    stripped(_book("Connexion | Inscription", 500))
    assert sizes
    assert max(sizes) <= 2 * NEAR_LINES + 1


CAPTIONS = ("Le bief au matin", "Une péniche bleue", "Vue du pont", "Une berge", "La passerelle")


def test_captions_of_a_slide_show_stay() -> None:
    """Numbers that count up go; what stands between them is part of the article."""
    slides = (f"{number} / 5\n\n{caption}" for number, caption in enumerate(CAPTIONS, 1))
    text = "\n\n".join((ARTICLE, "Captcha", *slides, "5 / 5"))
    kept = stripped(text)
    assert "/ 5" not in kept
    assert all(caption in kept for caption in CAPTIONS[:-1])


def test_the_title_below_a_pointer_goes() -> None:
    """« À lire aussi » stands above the title of another article, not above a sentence."""
    start, end = ARTICLE.rsplit("\n\n", 1)
    for pointer in ("À lire aussi", "Lire également", "Sur le même sujet :"):
        text = f"{start}\n\n{pointer}\n\nLes écluses du Nord ont trouvé un repreneur\n\n{end}"
        assert stripped(text) == ARTICLE
    assert stripped(f"{start}\n\nÀ lire aussi\n\n{end}") == ARTICLE


@pytest.mark.parametrize(
    "pointer",
    [
        ">> Revoir le sujet du journal sur la réouverture des canaux",
        "→ Notre dossier complet sur les canaux et les rivières de la région",
        "» Lire l'entretien avec le président du syndicat des éclusiers",
    ],
)
def test_a_long_pointer_goes(pointer: str) -> None:
    """A line that begins with an arrow is no sentence of the article, however long it is."""
    start, end = ARTICLE.rsplit("\n\n", 1)
    assert stripped(f"{start}\n\n{pointer}\n\n{end}\n\nCaptcha") == ARTICLE


@pytest.mark.parametrize(
    "kept",
    [
        "* Glucides : 52.0 g\n* Protéines : 6.10 g\n* Sel : 0.090 g",
        "*Les prénoms ont été modifiés",
        f"Re: {ARTICLE.partition(chr(10))[0]}",
        "Il faut à bord :\n* Une gaffe\n* Deux amarres\n* Une ancre",
    ],
    ids=["quantities in a row", "a note on changed names", "a copy of the title", "a list"],
)
def test_what_belongs_to_the_article_stays_among_residue(kept: str) -> None:
    """It looks like a menu, a foot or the title of another article, line by line."""
    text = f"{ARTICLE}\n\n{kept}\n\nSe connecter\n\nMentions légales"
    assert stripped(f"Menu\n\n{text}") == stripped(text) == f"{ARTICLE}\n\n{kept}"


def test_heading_above_what_stays_stays() -> None:
    """« Introduction » above the first paragraph is no section of the site."""
    title, rest = ARTICLE.split("\n\n", 1)
    text = f"Menu\n\n{title}\n\nPartager sur Facebook\n\nIntroduction\n\n{rest}\n\nSe connecter"
    assert stripped(text) == f"{title}\n\nIntroduction\n\n{rest}"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Accueil > Canaux > Eaux vives\n\n", "Eaux vives"),
        ("Connexion\n\n", "Épilogue"),
        ("Connexion\n\n", "Qui rouvre le canal ?"),
        ("Connexion\n\n", "Canal"),
    ],
    ids=["below a path that ends in it", "a known heading", "a question", "what the text is about"],
)
def test_short_titles_stay(above: str, title: str) -> None:
    """One or two words over a share bar and a date, which names of sections are, too."""
    rest = ARTICLE.split("\n\n", 1)[1]
    below = f"Partager sur Facebook\n\nPublié le 12 mars 2019\n\n{rest}"
    assert stripped(f"Menu\n\n{above}{title}\n\n{below}\n\nCaptcha") == f"{title}\n\n{rest}"


def test_numbered_references_stay() -> None:
    """So do the notes below « Références », as long as their numbers go on."""
    notes = "Références\n1. Canals\n2. Boats of the North\n3. Locks"
    text = f"{ARTICLE}\n\nSe connecter\n\n{notes}\n\nMentions légales"
    assert stripped(text) == f"{ARTICLE}\n\n{notes}"


def test_headline_that_asks_is_the_title() -> None:
    """« Faut-il … ? » reads as a sentence, and stands where the title does."""
    title = "Faut-il rouvrir tous les canaux du pays aux bateaux de plaisance ?"
    text = "\n\n".join((title, "Publié le 12 mars 2019", *ARTICLE.split("\n\n")[1:]))
    assert Boilerplate().metadata(Document.of(text)).title == title
