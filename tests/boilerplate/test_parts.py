"""The parts under the step: trees, dates, signatures, learnt lines, HTML."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import frclean
from frclean.boilerplate import gate
from frclean.boilerplate.forest import Forest
from frclean.boilerplate.gate import the_gate
from frclean.boilerplate.header import byline_of, is_date_line, iso_date
from frclean.boilerplate.html import looks_like_html
from frclean.boilerplate.learnt import EdgeCounts, LearntLines
from frclean.boilerplate.lines import fold
from frclean.boilerplate.model import the_model
from frclean.boilerplate.templates import SEPARATOR, match_line
from frclean.cli import main
from tests.boilerplate.helpers import ARTICLE, stripped
from tests.budget import cheap

NAMES = ["a", "b", "c"]
LEAF = st.floats(-2, 2).map(lambda value: round(value, 3))
TREE = st.recursive(
    LEAF,
    lambda inner: st.tuples(st.sampled_from(NAMES), st.integers(-3, 3), inner, inner).map(list),
    max_leaves=12,
)


def walk(tree: object, values: dict[str, float]) -> float:
    """The leaf of a tree, found the slow way."""
    while isinstance(tree, list):
        name, threshold, at_most, more = tree
        tree = at_most if values[name] <= threshold else more
    assert isinstance(tree, float)
    return tree


@given(st.lists(TREE, min_size=1, max_size=6), st.tuples(*[st.integers(-4, 4)] * 3))
def test_forest_walks_its_trees(trees: list[object], values: tuple[int, int, int]) -> None:
    """All trees at once give what each alone gives."""
    by_name = dict(zip(NAMES, values, strict=True))
    expected = sum(walk(tree, by_name) for tree in trees)
    columns = [[value] for value in values]
    assert Forest(NAMES, trees).scores(columns) == pytest.approx([expected])


def test_model_can_be_read() -> None:
    """A person can check the weights of what is plain: a captcha is residue, a sentence is not."""
    model = the_model()
    assert model.line_score(["plain|words=30", "plain|end=stop"]) > 0
    assert model.weights["known sure"] < 0


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Publié le 12 mars 2019 à 18h30", "2019-03-12T18:30"),
        ("1er avril 2020", "2020-04-01"),
        ("March 5, 2018", "2018-03-05"),
        ("2021-11-30", "2021-11-30"),
        ("le 03/02/16 à 9:05", "2016-02-03T09:05"),
        ("le 45 mars 2019", None),
        ("hier soir", None),
    ],
)
def test_dates(line: str, date: str | None) -> None:
    """Dates become ISO 8601; what is no date becomes nothing."""
    assert iso_date(line) == date


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Par Anne Loiseau", "Anne Loiseau"),
        ("Par Anne Loiseau et Paul Aubry - 3 mai 2019", "Anne Loiseau et Paul Aubry"),
        ("Propos recueillis par Paul d’Ormesson", "Paul d’Ormesson"),
        ("Par la rédaction", "la rédaction"),
        ("Par temps de pluie, le canal déborde.", None),
        ("Par Toutatis, cria-t-il en levant son verre à la santé des bateliers du canal.", None),
    ],
)
def test_bylines(line: str, name: str | None) -> None:
    """Signatures are read; sentences that begin like one are not."""
    assert byline_of(line) == name


def test_date_lines() -> None:
    """A date line says nothing but when."""
    assert is_date_line("Mis à jour le 3 mai 2019 à 14h02")
    assert not is_date_line("Le 3 mai 2019, le canal a rouvert.")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Accueil | Contact | Mentions légales", "navigation"),
        ("Facebook Twitter Imprimer", "share"),
        ("RECHERCHE MENU CONNEXION", "navigation"),
        ("Soyez le premier à réagir !", "comments"),
        ("Il n’y a pas de menu dans cette auberge", None),
    ],
)
def test_phrases(line: str, kind: str | None) -> None:
    """Phrases are known alone and side by side, not inside sentences."""
    match = match_line(line)
    assert (match.kind if match else None) == kind


def test_quoted_tags_are_not_html() -> None:
    """An article about HTML is an article."""
    assert not looks_like_html("La balise <p> ouvre un paragraphe.\n" * 40)


SITE = "gazette.example"
WORDS = ("avril", "brochet", "canal", "digue", "écluse", "fleuve")
PAGES = [
    "La minute de l’éclusier\n\n"
    + ARTICLE.replace("canal", word).replace("berges", f"rives de {word}").replace("ans", word)
    + f" C’était le {word}.\n\nUn titre à part, {word}\n\nFaites le plein d’air"
    for word in WORDS
]


def counts(pages: list[str]) -> EdgeCounts:
    """The counts of some pages of one site."""
    found = EdgeCounts()
    for page in pages:
        found.add(SITE, page)
    return found


def test_repeated_edge_lines_are_learnt() -> None:
    """What borders every article of a site is learnt; what borders one is not."""
    texts = [line.text for line in counts(PAGES).learnt()]
    assert "Faites le plein d’air" in texts
    assert not any("à part" in text for text in texts)


def test_two_halves_make_the_same_file() -> None:
    """Counting is a sum: parts of a corpus may be counted anywhere, in any order."""
    half = counts(PAGES[3:])
    half.merge(counts(PAGES[:3]))
    whole = counts(PAGES)
    assert LearntLines.of(half.learnt()).to_toml() == LearntLines.of(whole.learnt()).to_toml()


def test_learnt_lines_go(tmp_path: Path) -> None:
    """The file takes effect where its lines were seen, at the ends of articles."""
    path = tmp_path / "learnt.toml"
    path.write_text(LearntLines.of(counts(PAGES).learnt()).to_toml(), "utf-8")
    assert LearntLines.read(path).to_toml() == path.read_text("utf-8")
    text = f"{ARTICLE}\n\nFaites le plein d’air"
    assert stripped(text, str(path)) == ARTICLE


@cheap
@given(st.text())
def test_learnt_file_holds_any_line(text: str) -> None:
    """Quotes, controls, surrogates: what was written can be read."""
    import tomllib

    found = EdgeCounts()
    for _ in range(3):
        found.add(text, f"{ARTICLE}\n\n{text}")
    tomllib.loads(LearntLines.of(found.learnt()).to_toml())


# --- from_html -----------------------------------------------------------------------------------

PAGE = (
    "<!DOCTYPE html><html><head><meta charset='iso-8859-1'><title>Halle</title></head><body>"
    "<nav><ul><li>Accueil</li><li>Sport</li></ul></nav><article><h1>La halle rouvre</h1>"
    "<p>Le conseil municipal a voté mardi soir la rénovation de la halle, fermée depuis deux "
    "ans.</p><p>Les travaux commenceront au printemps et dureront huit mois, selon l'adjointe au "
    "patrimoine, qui promet que le marché se tiendra sur la place.</p><ul><li>un stand de "
    "fleurs</li><li>deux stands de fruits</li></ul><p>Les commerçants demandent que la rue reste "
    "ouverte aux livraisons le matin.</p></article><footer>© 2020 La Gazette</footer></body></html>"
)


@pytest.mark.parametrize("page", [PAGE, PAGE.encode("latin-1")])
def test_from_html_feeds_the_pipeline(page: str | bytes) -> None:
    """Menu and footer go with the tags; paragraphs and lists stay what they are."""
    text = frclean.clean(frclean.from_html(page), ["encoding", "whitespace", "boilerplate"])

    assert "Accueil" not in text
    assert "Gazette" not in text
    assert "depuis deux ans.\n\nLes travaux" in text
    assert "- un stand de fleurs\n- deux stands de fruits" in text


def test_html_given_by_mistake_is_said() -> None:
    """A page with its tags is not touched, and the finding names what to call."""
    findings = frclean.check(PAGE, ["boilerplate"])

    assert [finding.code for finding in findings] == ["BPL017"]
    assert "frclean.from_html" in findings[0].message
    assert not findings[0].fixes


def test_from_html_takes_pages_only() -> None:
    """Anything else is refused by name."""
    with pytest.raises(TypeError, match="page must be a str or bytes, not int"):
        frclean.from_html(3)  # type: ignore[arg-type]


# --- learning out of core ------------------------------------------------------------------------


def write_articles(path: Path, numbers: range) -> Path:
    """Articles of one site, each with its own text between the lines that the site repeats."""
    rows = []
    for number in numbers:
        text = PAGES[number % len(PAGES)]
        rows.append({"address": f"https://www.gazette.fr/{number}", "body": text})
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_two_halves_learnt_apart_are_one_corpus(tmp_path: Path) -> None:
    """Counts that were kept and added give the file that the whole corpus gives."""
    count = len(PAGES)
    first = write_articles(tmp_path / "a.jsonl", range(count // 2))
    second = write_articles(tmp_path / "b.jsonl", range(count // 2, count))
    fields = ["--by-site", "address", "--text", "body"]
    kept = [str(tmp_path / name) for name in ("a.duckdb", "b.duckdb")]
    whole, merged = str(tmp_path / "whole.toml"), str(tmp_path / "merged.toml")

    assert main(["learn", str(second), str(first), *fields, "-o", whole]) == 0
    for path, store in zip((first, second), kept, strict=True):
        assert main(["learn", str(path), *fields, "--counts", store, "-o", merged]) == 0
    assert main(["learn", *kept, "-o", merged]) == 0

    assert Path(merged).read_bytes() == Path(whole).read_bytes()
    assert [line.site for line in LearntLines.read(whole).lines]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.jsonl"], "--by-site"),
        (["a.jsonl", "--by-site", "host"], "host"),
        (["b.jsonl", "--by-site", "address"], "there is no file b.jsonl"),
        (["a.txt", "--by-site", "address"], "a.txt is not a .jsonl"),
    ],
)
def test_learning_refuses_by_name(
    arguments: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What cannot be learnt from is said in one line."""
    monkeypatch.chdir(tmp_path)
    write_articles(Path("a.jsonl"), range(2))

    assert main(["learn", *arguments]) == 2
    assert message in capsys.readouterr().err


def test_a_file_that_is_not_learnt_is_refused(tmp_path: Path) -> None:
    """`learnt` names the file and what writes one."""
    path = tmp_path / "other.toml"
    path.write_text("a = 1\n", "utf-8")

    with pytest.raises(ValueError, match="no file of `frclean learn`"):
        frclean.clean("Captcha", learnt=str(path))


def test_a_copyright_is_no_image_credit() -> None:
    """« © 2019 La Gazette » names the site; « © Jeanne Morel » the photographer."""
    text = f"© Jeanne Morel\n\n{ARTICLE}\n\n© 2019 La Gazette du Val"
    metadata = frclean.explain(text, ["boilerplate"]).metadata

    assert metadata.image_credits == ("Jeanne Morel",)
    assert metadata.site == "La Gazette du Val"


def test_the_gate_lets_articles_pass() -> None:
    """A model whose lowest scores prove nothing would have every page judged."""
    assert the_gate().passes(ARTICLE)


@given(st.text(st.sampled_from("aé -–—‑:|·•>›»/→\\\t\xad\u200b\xa0\u202f\u2009"), max_size=8))
def test_the_gate_sees_every_separator(line: str) -> None:
    """Where a line comes apart once it is folded, the gate thinks that it may."""
    assert not SEPARATOR.search(fold(line)) or gate._MAY_PART.search(line)
