"""Facts about French that the lexicon must know, and the promises of its loader."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from frclean.language.lexicon import Lexicon, LexiconError, Reading, lexicon, parse_tag

DATA = Path(sys.modules[Lexicon.__module__].__file__ or "").parent.parent / "data"


def tags(form: str) -> set[str]:
    return {reading.tag for reading in lexicon().readings(form)}


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("la", {"det:def:fs", "pro:obj:3fs"}),
        ("l'", {"det:def:ms", "det:def:fs", "pro:obj:3ms", "pro:obj:3fs"}),
        ("les", {"det:def:mp", "det:def:fp", "pro:obj:3mp", "pro:obj:3fp"}),
        ("a", {"ver:pres:3s"}),
        ("à", {"prep"}),
        ("et", {"conj:coord"}),
        ("été", {"nom:ms", "ver:pp:ms"}),
        ("son", {"det:poss:ms", "det:poss:fs", "nom:ms"}),
        ("or", {"conj:coord", "nom:ms"}),
        ("car", {"conj:coord", "nom:ms"}),
        ("pas", {"adv", "nom:ms", "nom:mp"}),
        ("parce", {"conj:sub"}),
        ("y", {"pro:adv"}),
        ("quelqu'un", {"pro:ind:3ms"}),
        ("attentas", {"ver:ps:2s"}),
        ("terroristes", {"adj:mp", "adj:fp", "nom:mp", "nom:fp"}),
        ("arc-en-ciel", {"nom:ms"}),
        ("quatre-vingt-dix-sept", {"det:num:mp", "det:num:fp", "num"}),
        ("vingt-et-une", {"det:num:fp", "num"}),
    ],
)
def test_readings(form: str, expected: set[str]) -> None:
    assert tags(form) == expected


@pytest.mark.parametrize(
    "form",
    "aujourd'hui afin tandis quant lorsque là-bas rendez-vous celui-ci c' d' j' m' n' s' t' qu' "
    "jusqu' lorsqu' puisqu' quoiqu' quelqu' presqu' œuvre cœur œil nœud œsophage".split(),
)
def test_known(form: str) -> None:
    assert lexicon().readings(form)
    assert lexicon().tag_set(form) >= 0


@pytest.mark.parametrize("form", ["acceuil", "", " ", "language", "tribunnal", "qu", "l'eau"])
def test_unknown(form: str) -> None:
    assert form not in lexicon()
    assert lexicon().readings(form) == ()
    assert lexicon().tag_set(form) == -1
    assert lexicon().frequency(form) == 0


@pytest.mark.parametrize(
    ("lemma", "pos", "features", "expected"),
    [
        ("terroriste", "adj", {"number": "s"}, ("terroriste",)),
        ("terroriste", "nom", {"number": "p"}, ("terroristes",)),
        ("australien", "adj", {"gender": "f", "number": "s"}, ("australienne",)),
        ("directeur", "nom", {"gender": "f", "number": "p"}, ("directrices",)),
        ("cheval", "nom", {"number": "p"}, ("chevaux",)),
        ("beau", "adj", {"gender": "m", "number": "s"}, ("beau", "bel")),
        ("beau", "adj", {"gender": "f", "number": "p"}, ("belles",)),
        ("nouveau", "adj", {"gender": "m", "number": "p"}, ("nouveaux",)),
        ("aller", "ver", {"tense": "fut", "person": "3", "number": "s"}, ("ira",)),
        ("aller", "ver", {"tense": "pp", "gender": "f", "number": "p"}, ("allées",)),
        ("être", "ver", {"tense": "pres", "person": "3", "number": "p"}, ("sont",)),
        ("finir", "ver", {"tense": "subi", "person": "3", "number": "s"}, ("finît",)),
        ("finir", "ver", {"tense": "ppr"}, ("finissant",)),
        ("le", "det", {"gender": "f", "number": "s"}, ("la", "l'")),
        ("très", "adv", {}, ("très",)),
        ("maitre", "nom", {"gender": "m", "number": "p"}, ("maîtres", "maitres")),
        ("acceuil", "nom", {}, ()),
    ],
)
def test_inflect(lemma: str, pos: str, features: dict[str, str], expected: tuple[str, ...]) -> None:
    assert lexicon().inflect(lemma, pos, **features) == expected


@pytest.mark.parametrize(
    "pair",
    "maître maitre, coûter couter, août aout, événement évènement, chaîne chaine, "
    "réglementaire règlementaire, aiguë aigüe, ambiguë ambigüe, connaît connait, "
    "cédera cèdera, entraîne entraine, entraînât entrainât, ruisselle ruissèle".split(", "),
)
def test_both_spellings_of_1990(pair: str) -> None:
    old, new = pair.split()
    assert tags(old) <= tags(new)


@pytest.mark.parametrize(("kept", "other"), [("dû", "du"), ("mûr", "mur"), ("jeûne", "jeune")])
def test_circumflex_that_distinguishes(kept: str, other: str) -> None:
    lemmas = set(lexicon().lemmas(other))
    assert kept in lexicon()
    assert kept not in lemmas


@pytest.mark.parametrize(
    ("form", "reading"),
    [
        ("autrice", ("nom:fs", "auteur")),
        ("cheffes", ("nom:fp", "chef")),
        ("maire", ("nom:fs", "maire")),
        ("vaccinaux", ("adj:mp", "vaccinal")),
        ("écoresponsables", ("adj:fp", "écoresponsable")),
        ("podcasts", ("nom:mp", "podcast")),
        ("confinera", ("ver:fut:3s", "confiner")),
        ("portemonnaie", ("nom:ms", "porte-monnaie")),
        ("bel", ("adj:ms", "beau")),
    ],
)
def test_words_that_dela_lacks(form: str, reading: tuple[str, str]) -> None:
    assert reading in {(found.tag, found.lemma) for found in lexicon().readings(form)}


@pytest.mark.parametrize(
    ("form", "absent"),
    [
        ("chose", "choser"),
        ("politique", "politiquer"),
        ("faut", "faillir"),
        ("série", "sérier"),
        ("avis", "avir"),
    ],
)
def test_no_far_fetched_reading(form: str, absent: str) -> None:
    assert absent not in lexicon().lemmas(form)


def test_names_need_their_capital() -> None:
    words = lexicon()
    assert all(map(words.is_proper, ["Paris", "Jean-Pierre", "France", "Macron", "Île-de-France"]))
    assert tags("France") == {"prop:fs"}
    assert not words.is_proper("france")
    assert "france" not in words


@pytest.mark.parametrize("form", ["sècher", "crèneau", "allègeance", "ambigüs"])
def test_not_reformed(form: str) -> None:
    assert form not in lexicon()


def test_past_historic_is_not_the_subjunctive() -> None:
    assert tags("tint") == {"ver:ps:3s"}
    assert "ver:subi:3s" not in tags("fit") | tags("vint") | tags("voulut")


def test_ligature_is_the_lemma() -> None:
    assert lexicon().lemmas("coeurs") == ("cœur",)
    assert lexicon().inflect("cœur", "nom", number="p")[0] == "cœurs"
    assert lexicon().is_ligature_lost("oeuvres")
    assert not lexicon().is_ligature_lost("coexister")


def test_frequencies_are_ordered() -> None:
    words = lexicon()
    assert words.frequency("de") > words.frequency("attentats") > words.frequency("attentas")
    assert words.seen_elsewhere("the") > 0
    assert words.seen_elsewhere("maison") == 0


def test_every_reading_round_trips_through_its_paradigm() -> None:
    words = lexicon()
    for form in ("vont", "belles", "chevaux", "finissaient", "celles", "évènements", "directrice"):
        for reading in words.readings(form):
            assert (form, reading) in words.forms(reading.lemma, reading.pos)


def test_tag_sets_agree_with_readings() -> None:
    words = lexicon()
    for form in ("la", "est", "grande", "terroriste", "suis", "l'"):
        assert set(words.tag_sets[words.tag_set(form)]) == tags(form)
    assert len(words.tag_sets) < 2000


def test_tag_and_its_parts() -> None:
    assert Reading("ver", "pres", "", "s", "3", "être").tag == "ver:pres:3s"
    assert Reading("ver", "pres", "", "s", "3", "être").aux
    for tag_set in lexicon().tag_sets:
        for tag in tag_set:
            pos, tense, gender, number, person = parse_tag(tag)
            assert Reading(pos, tense, gender, number, person, "").tag == tag


def test_prefix_search() -> None:
    assert {"attentat", "attentats"} <= set(lexicon().keys("attentat"))


def test_missing_data_is_explained(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="pip install"):
        Lexicon(tmp_path)


def test_data_is_small() -> None:
    assert sum(path.stat().st_size for path in DATA.iterdir()) < 5_000_000


def test_loads_fast_without_heavy_imports() -> None:
    program = (
        "import sys, time; import frclean.language.lexicon as m; t = time.process_time(); "
        "m.lexicon(); print(time.process_time() - t, 'wordfreq' in sys.modules)"
    )
    output = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    assert float(output[0]) < 0.06
    assert output[1] == "False"
