"""House styles: what each profile writes, and what none of them touches."""

import pickle

import pytest

from frclean import Document, Pipeline, fold
from frclean.normalise.typography import PROFILES, Typography

NBSP, NNBSP = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("profile", "text"),
    [
        ("fr-FR", f"«{NBSP}Quoi{NNBSP}?{NBSP}», dit-il{NBSP}: c’est 5{NBSP}%{NNBSP};"),
        ("fr-CA", f"«{NBSP}Quoi?{NBSP}», dit-il{NBSP}: c’est 5{NBSP}%;"),
        ("fr-CH", f"«{NNBSP}Quoi{NNBSP}?{NNBSP}», dit-il{NNBSP}: c’est 5{NBSP}%{NNBSP};"),
        ("EU", f"«Quoi?», dit-il: c’est 5{NBSP}%;"),
    ],
)
def test_profile(profile: str, text: str) -> None:
    """Each profile has its spaces."""
    pipeline = Pipeline(["typography"], profile=profile)

    assert text == pipeline.clean('"Quoi ?", dit-il : c\'est 5 % ;')
    assert text == pipeline.clean(text)


@pytest.mark.parametrize("profile", ["fr-FR", "fr-CH"])
@pytest.mark.parametrize("blank", [NBSP, NNBSP])
def test_any_no_break_space_is_accepted(profile: str, blank: str) -> None:
    """U+00A0 and U+202F are both right where one is wanted."""
    text = f"«{blank}Non{blank}!{blank}», 10{blank}000{blank}€"

    assert text is Pipeline(["typography"], profile=profile).clean(text)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize(
    "text",
    [
        "à 12:44",
        "Bravo :yum: et :-)",
        "https://exemple.fr/a?b=c;d",
        "std::vector",
        "un rapport de 3:2",
        "a.b@exemple.fr",
        "`a ? b : c`",
    ],
)
def test_signs_that_are_no_punctuation_stay(profile: str, text: str) -> None:
    """Hours, smileys, addresses, ratios, code."""
    assert text is Pipeline(["typography"], profile=profile, unsafe_fixes=True).clean(text)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("le coeur et la moelle", "le cœur et la moelle"),
        ("la 2ème et la 1ère", "la 2e et la 1re"),
        ("à 14h30", f"à 14{NBSP}h{NBSP}30"),
        ("l'Etat...", "l’État…"),
        ("M. Durand - hélas - part", f"M.{NBSP}Durand – hélas – part"),
        ("en 1990 345 personnes", "en 1990 345 personnes"),
    ],
)
def test_customs(source: str, text: str) -> None:
    """What the press writes."""
    assert text == Pipeline(["typography"]).clean(source)


def test_a_missing_space_is_only_proposed() -> None:
    """Added when asked for."""
    text = "Quoi?"

    assert text is Pipeline(["typography"]).clean(text)
    assert f"Quoi{NNBSP}?" == Pipeline(["typography"], unsafe_fixes=True).clean("Quoi?")


def test_one_width_can_be_asked_for() -> None:
    """Some fonts lack the narrow no-break space."""
    step = Typography(nnbsp="a0")
    edits = [edit for finding in step(Document.of("Quoi ?")) for edit in finding.fixes[0].edits]

    assert f"Quoi{NBSP}?" == Document.of("Quoi ?").apply(edits).text


def test_unknown_profile_is_refused() -> None:
    """With those there are."""
    with pytest.raises(ValueError, match="fr-FR"):
        Typography(profile="fr-BE")  # type: ignore[arg-type]


def test_the_step_can_be_pickled() -> None:
    """For workers."""
    step = Typography("fr-CA")

    assert step == pickle.loads(pickle.dumps(step))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("L’œuvre d’Éluard", "L'oeuvre d'Eluard"),
        ("«\xa0n°\xa05\xa0»…", '" no 5 "...'),
        ("Łódź, Ærø, straße", "Lodz, AEro, strasse"),
        ("\ud800", "\ud800"),
    ],
)
def test_fold(text: str, key: str) -> None:
    """Search keys, as one types them."""
    assert key == fold(text)
    assert key == Pipeline(["ascii"]).clean(text)
