"""Laws of the whole pipeline, for French-looking and for arbitrary text."""

from __future__ import annotations

import pickle
import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import frclean
from frclean import Document, Pipeline

#: What damaged French is made of: enough for every step to have something to say.
FRAGMENTS = [
    "Le coalition a frappé", "chacun d’entres eux", "l’objectif a atteindre", "confie t-on",
    "Les attentas ont eu lieu", "rappelons le", "les Etats-Unis", "du groupe terroristes", "Captcha",
    "| | Connexion | Inscription", "Répondre à () :", "Ã©tÃ©", "vis-Ã -vis", "&eacute;t&eacute;",
    "l'été", "www.exemple.fr/a?b=1&c=2", "60 000 tonnes", "12,5 %", "le 3 mai 1990,le lendemain",
    "«\N{NO-BREAK SPACE}Oui\N{NO-BREAK SPACE}»", "M. Dupont", "Une phrase entière, qui se tient, et qui finit bien.",
    "a-t-il", "\N{ZERO WIDTH SPACE}", "\N{NO-BREAK SPACE}", "\t", "  ", "\r\n", "…", "!", "de de",
    "fin.Le début", "mot , virgule", "0", "Défense", "Par Jean Martin", "12/03/2024 à 10h15",
]  # fmt: skip

#: One draw for a fragment and what follows it: draws are what an example costs.
PIECES = [
    fragment + following
    for following in (" ", " ", ". ", "\n", "\n\n", "\n\n\n", ", ")
    for fragment in FRAGMENTS
]
french = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
any_text = st.one_of(french, st.text(max_size=80), st.text(st.characters(codec=None), max_size=40))

PIPELINES = {
    "default": Pipeline(),
    "unsafe": Pipeline(unsafe_fixes=True),
    "trusting": Pipeline(extend_safe_fixes=("SPL", "GRM351")),
    "rules": Pipeline(["rules"]),
    "normalise": Pipeline(["encoding", "whitespace"]),
    "boilerplate": Pipeline(["boilerplate"]),
    "nothing": Pipeline([]),
}
IGNORING = {code: Pipeline(ignore=(code,)) for code in ("GRM", "SPL", "ENC", "WSP", "BPL")}
UNSAFE_RULES = Pipeline(["rules"], unsafe_fixes=True)
each_pipeline = pytest.mark.parametrize("pipeline", PIPELINES.values(), ids=PIPELINES)


@each_pipeline
@given(text=any_text)
@example(  # lines that are joined only once a rule has taken a blank out of one of them
    text="« Oui » mot , virgule Les attentas ont eu lieu …\nLe coalition a frappé rappelons le\n"
    "rappelons le Le coalition a frappé "
)
@example(  # a line that looks foreign only until the other is repaired
    text="&eacute;t&eacute; Le coalition a frappé confie t-on\n\nconfie t-on "
)
def test_cleaning_twice_is_cleaning_once(pipeline: Pipeline, text: str) -> None:
    """Clean text stays as it is: the very same object."""
    once = pipeline.clean(text)

    assert once == pipeline.clean(once)
    assert pipeline.clean(once) is once


@each_pipeline
@given(text=any_text)
def test_explain_agrees_with_clean_and_check(pipeline: Pipeline, text: str) -> None:
    """The three ways to ask give the same answer."""
    result = pipeline.explain(text)

    assert pipeline.clean(text) == result.text
    assert pipeline.check(text) == list(result.findings)


@each_pipeline
@given(text=any_text)
def test_spans_slice_what_they_name_and_edits_replay(pipeline: Pipeline, text: str) -> None:
    """Every span slices the source; the edits, made on the source, give the text."""
    result = pipeline.explain(text)

    for finding in result.findings:
        assert finding.found == text[finding.span.start : finding.span.end]
        for fix in finding.fixes:
            Document.of(text).apply(fix.edits)  # each fix can be made alone
    assert result.text == Document.of(text).apply(result.edits).text


@each_pipeline
@given(text=any_text)
def test_undoing_everything_gives_the_source_back(pipeline: Pipeline, text: str) -> None:
    """Nothing is lost: every change can be taken back."""
    result = pipeline.explain(text)
    while result.applied:
        result = result.undo(result.applied[0])

    assert text == result.text


@given(text=french)
def test_digits_and_urls_never_change_in_the_rules(text: str) -> None:
    """No rule touches a digit or an address."""
    cleaned_text = UNSAFE_RULES.clean(text)

    assert re.findall(r"\d", text) == re.findall(r"\d", cleaned_text)
    assert re.findall(r"www\.\S*\w", text) == re.findall(r"www\.\S*\w", cleaned_text)


@given(text=french, code=st.sampled_from(list(IGNORING)))
def test_ignoring_never_adds_changes_elsewhere(text: str, code: str) -> None:
    """A family that is ignored is not in the findings."""
    findings = IGNORING[code].check(text)

    assert not [f for f in findings if f.family == code]


@given(text=french)
def test_all_fixes_trusted_are_the_unsafe_ones(text: str) -> None:
    """To trust every code is to ask for what is probable."""
    trusting = Pipeline(["rules"], extend_safe_fixes=("ALL",))

    assert trusting.clean(text) == UNSAFE_RULES.clean(text)
    assert trusting.explain(text).text == trusting.clean(text)


def test_a_code_that_is_trusted_is_repaired_unasked() -> None:
    """Its findings say that they are SAFE; the fixes of other codes stay offers."""
    text = "La mise en oeuvre de de la loi."
    pipeline = Pipeline(extend_safe_fixes="SPL407")

    assert frclean.clean(text) == text
    assert pipeline.clean(text) == "La mise en œuvre de de la loi."
    assert [(f.code, f.applicability) for f in pipeline.check(text)] == [
        ("SPL407", frclean.Applicability.SAFE),
        ("SPL300", frclean.Applicability.UNSAFE),
    ]


def test_a_pipeline_survives_pickling() -> None:
    """What travels to a worker does what the original does."""
    pipeline = Pipeline(unsafe_fixes=True, words={"blob"})
    twin = pickle.loads(pickle.dumps(pipeline))

    assert pipeline.fingerprint == twin.fingerprint
    assert pipeline.clean("Le coalition.") == twin.clean("Le coalition.")
    assert len(pickle.dumps(pipeline)) < 2000


@pytest.mark.parametrize("text", ["Il \udcbb a coute cher.", "\ud800 a \udfff est la \udcbb"])
def test_lone_surrogates_stand_beside_any_word(text: str) -> None:
    """What rules ask about their neighbours has an answer for what is no character, too."""
    assert frclean.explain(text).text == frclean.clean(text)


def test_map_is_lazy_ordered_and_the_same_in_processes() -> None:
    """One worker or two, the answers are those of clean(), in order."""
    texts = [f"Chacun d'entres eux a {n} ans." for n in range(2500)]
    pipeline = Pipeline()
    expected = [pipeline.clean(text) for text in texts]

    assert expected == list(pipeline.map(texts))
    assert expected == list(pipeline.map(iter(texts), workers=2))
    assert expected[0] == next(pipeline.map(iter(texts), explain=True)).text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ud800 les attentas \udfff",
        "\x00" * 1000,
        "é" * 1_000_000,
        "a" * 1_000_000,
        "\n" * 100_000,
        "Le coalition a frappé. " * 10_000,
        "« Mot, mot »\n" * 20_000,
        " \N{NO-BREAK SPACE}" * 200_000,
        "Ã©" * 100_000,
        "l'" * 200_000,
        "-t-il" * 100_000,
        "(" * 100_000,
        "1." * 200_000,
        "0² et 10³ ⑤",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_text_is_answered_in_linear_time(text: str) -> None:
    """Nothing raises, nothing is quadratic: a long text costs what its parts cost."""
    started = time.process_time()
    frclean.clean(text)
    long = time.process_time() - started
    started = time.process_time()
    for _ in range(3):
        frclean.clean(text[: len(text) // 10])
    short = (time.process_time() - started) / 3

    # Ten times the text may cost ten times as much, with room for noise and for start-up.
    assert long < 40 * short + 1.0


@pytest.mark.parametrize("data", [b"abc", bytearray(b"abc"), memoryview(b"abc")])
def test_bytes_are_refused_with_what_to_do(data: object) -> None:
    """Bytes have an encoding, which nobody should guess unasked."""
    with pytest.raises(TypeError, match=r"frclean\.decode"):
        frclean.clean(data)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: frclean.clean("", steps=["encodin"]), "did you mean 'encoding'"),
        (lambda: frclean.clean("", steps="artcle"), "did you mean 'article'"),
        (lambda: frclean.clean("", ignore=("GRM35O",)), "'GRM35O' in ignore; did you mean 'GRM3"),
        (lambda: frclean.clean("", unsafe_fix=True), "did you mean 'unsafe_fixes'"),
        (lambda: frclean.clean("", lang="it"), "Unknown lang 'it'"),
        (lambda: frclean.clean("", steps=["whitespace", "encoding"]), "must come before"),
        (lambda: Pipeline().map([], workers=0), "workers must be at least 1"),
        (lambda: frclean.explain("").undo("GRM"), "nothing to undo"),
    ],
)
def test_bad_options_name_what_was_meant(call, message: str) -> None:  # type: ignore[no-untyped-def]
    """An error names the argument, shows the value, and says what to do."""
    with pytest.raises(ValueError, match=re.escape(message)):
        call()


def test_none_is_not_a_text() -> None:
    """A missing text is an error, not an empty text."""
    with pytest.raises(TypeError, match="must be a str, not NoneType"):
        frclean.clean(None)  # type: ignore[arg-type]


def test_the_normaliser_is_asked_until_it_has_nothing_left() -> None:
    """A blank that went lets a detached accent be set, after which a no-break space can go too."""
    pipeline = PIPELINES["normalise"]
    once = pipeline.clean("ou\N{NO-BREAK SPACE}a  \N{COMBINING CIRCUMFLEX ACCENT}r")

    assert once == pipeline.clean(once) == "ou âr"


def test_a_rule_may_leave_work_for_the_stripper() -> None:
    """« de de » stood in the way of seeing that the line is residue."""
    once = frclean.clean("\N{ZERO WIDTH SPACE}. de de\nDéfense ")

    assert once == frclean.clean(once)


def test_what_is_for_search_is_ascii() -> None:
    """No rule gives back the accents that the last step has taken."""
    assert frclean.clean("L’éditeur a reçu la lettre.", "search") == "L'editeur a recu la lettre."
