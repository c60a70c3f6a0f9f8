"""The HTTP server, asked as its clients ask."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from frclean.server import Settings, create_app
from frclean.server.app import AT_ONCE
from frclean.server.units import Part, Sent
from tests.budget import cheap

TEXT = "Le coalition a frappé. Chacun d'entres eux 😀 est arrivé au 😀 jardin."


@pytest.fixture
def client() -> TestClient:
    return TestClient(create_app(), base_url="http://localhost")


def utf16(text: str, match: dict[str, Any]) -> str:
    data = text.encode("utf-16-le")
    start, end = match["offset"], match["offset"] + match["length"]
    return data[2 * start : 2 * end].decode("utf-16-le")


def test_check_by_post_and_get(client: TestClient) -> None:
    posted = client.post("/v2/check", data={"text": TEXT, "language": "fr"}).json()
    got = client.get("/v2/check", params={"text": TEXT, "language": "fr-FR"}).json()

    assert posted["matches"] == got["matches"]
    match = posted["matches"][0]
    assert match["rule"]["id"] == "GRM001_DETERMINER_NOUN_GENDER"
    assert match["rule"]["category"]["id"] == "GRAMMAR"
    assert match["replacements"] == [{"value": "La coalition"}]
    context = match["context"]
    shown = context["text"].encode("utf-16-le")[2 * context["offset"] :][: 2 * context["length"]]
    assert shown.decode("utf-16-le") == "Le coalition"


def test_offsets_count_utf_16_units(client: TestClient) -> None:
    text = "Hier 😀 😀, le coalition a frappé 😀."

    matches = client.post("/v2/check", data={"text": text, "language": "fr"}).json()["matches"]

    assert [utf16(text, match) for match in matches] == ["le coalition"]


def test_annotated_text_as_ltex_sends_it(client: TestClient) -> None:
    """A form that is called JSON, and nothing but annotated data."""
    annotation = [
        {"markup": "# ", "interpretAs": ""},
        {"text": "Le coalition a ", "offset": 2},
        {"markup": "**"},
        {"text": "frappé"},
        {"markup": "**"},
        {"text": ". Chacun d'"},
        {"markup": "&eacute;", "interpretAs": "é"},
        {"text": "crire : le coalition."},
    ]
    body = urlencode({"language": "fr", "data": json.dumps({"annotation": annotation})})

    answer = client.post("/v2/check", content=body, headers={"Content-Type": "application/json"})

    sent = "".join(part.get("text") or part.get("markup", "") for part in annotation)
    matches = answer.json()["matches"]
    assert [utf16(sent, match) for match in matches] == ["Le coalition", "le coalition"]


def test_markup_inside_a_finding_is_never_replaced(client: TestClient) -> None:
    annotation = [{"text": "Le "}, {"markup": "<b>"}, {"text": "coalition"}, {"markup": "</b>"}]

    answer = client.post(
        "/v2/check",
        data={
            "language": "auto",
            "enabledOnly": "false",
            "data": json.dumps({"annotation": annotation}),
        },
    )

    match = answer.json()["matches"][0]
    assert (match["offset"], match["length"], match["replacements"]) == (0, 15, [])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, True),
        ({"disabledRules": "GRM001_DETERMINER_NOUN_GENDER"}, False),
        ({"disabledRules": "GRM001,UPPERCASE_SENTENCE_START"}, False),
        ({"disabledCategories": "GRAMMAR"}, False),
        ({"enabledOnly": "true", "enabledRules": "GRM001"}, True),
        ({"enabledOnly": "true", "enabledCategories": "TYPOS"}, False),
        ({"level": "picky"}, True),
        ({"language": "fr-CA"}, True),
        ({"motherTongue": "en", "username": "a", "apiKey": "b"}, True),
    ],
)
def test_rules_and_categories_are_selected(
    client: TestClient, fields: dict[str, str], expected: bool
) -> None:
    asked = {"text": "Le coalition a frappé.", "language": "fr", **fields}

    assert bool(client.post("/v2/check", data=asked).json()["matches"]) is expected


def test_a_rule_that_is_off_is_on_for_who_names_it(client: TestClient) -> None:
    asked = {"text": "Un bliborgnuche est passé.", "language": "fr"}

    by_default = client.post("/v2/check", data=asked).json()
    named = client.post("/v2/check", data={**asked, "enabledRules": "SPL402"}).json()

    assert by_default["matches"] == []
    assert [match["rule"]["id"] for match in named["matches"]] == ["SPL402_UNKNOWN_WORD"]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"language": "fr"}, "either 'text' or 'data'"),
        ({"text": "a"}, "Missing 'language'"),
        ({"text": "a", "data": "{}", "language": "fr"}, "not both"),
        ({"text": "a", "language": "xx!"}, "not a language code"),
        ({"text": "a", "language": "de"}, "not a language that is checked here"),
        ({"text": "a", "language": "fr", "enabledOnly": "true"}, "enabledOnly needs"),
        ({"text": "a", "language": "fr", "preferredVariants": "fr-CA"}, "language=auto"),
        ({"data": "{", "language": "fr"}, "no annotated text"),
        ({"data": '{"annotation": [{"text": 3}]}', "language": "fr"}, "no annotated text"),
    ],
)
def test_what_cannot_be_answered_is_refused(
    client: TestClient, fields: dict[str, str], reason: str
) -> None:
    answer = client.post("/v2/check", data=fields)

    assert answer.status_code == 400
    assert reason in answer.text


def test_the_small_questions(client: TestClient) -> None:
    assert {"fr", "fr-FR"} <= {
        code
        for row in client.get("/v2/languages").json()
        for code in (row["code"], row["longCode"])
    }
    assert client.get("/v2/info").json()["software"]["version"].startswith("frclean ")
    assert client.get("/v2/maxtextlength").text == "100000"
    assert client.get("/v2/healthcheck").text == "OK"
    assert "/v2/check" in client.get("/openapi.json").json()["paths"]
    assert client.get("/rules/grm001").text.startswith("# GRM001")
    assert client.get("/rules/nothing").status_code == 404
    assert client.get("/v2/words").status_code == 404  # off by default


def test_clean_and_explain(client: TestClient) -> None:
    article = "Le conseil a voté mardi soir la rénovation de la halle du centre.\n\nCaptcha"

    assert client.post("/clean", json={"text": article}).json()["text"] == article[:-9]
    result = client.post("/explain", json={"text": article, "lang": "en"}).json()
    assert [row["line"] for row in result["removed"]] == ["Captcha"]


@pytest.mark.parametrize(
    "body",
    [
        b"", b"[]", b'"text"', b'{"text": 3}', b'{"text": "a", "learnt": "/etc/passwd"}',
        b'{"text": "a", "steps": ["languagetool"]}', b'{"text": "a", "select": "GRM001"}',
        b'{"text": "a", "select": ["GRM9999"]}', b'{"text": "a", "unsafe_fixes": 1}', b"[" * 5000,
    ],
)  # fmt: skip
def test_bad_bodies_are_refused(client: TestClient, body: bytes) -> None:
    assert client.post("/explain", content=body).status_code == 400


def test_lone_surrogates_are_answered(client: TestClient) -> None:
    body = b'{"text": "Le coalition \\ud800 a frapp\\u00e9."}'

    assert client.post("/clean", content=body).json()["text"].startswith("La coalition ?")


def test_long_texts_are_refused() -> None:
    client = TestClient(create_app(Settings(max_chars=100)), base_url="http://localhost")

    assert client.post("/v2/check", data={"text": "a" * 101, "language": "fr"}).status_code == 413
    assert client.post("/clean", content=b"a" * 20_000).status_code == 413
    assert client.post("/v2/check", data={"text": "a" * 99, "language": "fr"}).status_code == 200


def test_a_crowd_is_told_to_come_back() -> None:
    app = create_app(Settings(max_concurrent=0))
    client = TestClient(app, base_url="http://localhost")

    answer = client.post("/v2/check", data={"text": "a", "language": "fr"})

    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "1")


def test_what_takes_too_long_is_given_up() -> None:
    app = create_app(Settings(timeout=0.0001))
    client = TestClient(app, base_url="http://localhost")

    assert client.post("/v2/check", data={"text": TEXT * 200, "language": "fr"}).status_code == 503


def test_short_and_long_texts_are_checked_alike(client: TestClient) -> None:
    """A short text is checked where its request is read, a long one in a thread."""
    found = []
    for text in ("Le coalition.", "Le coalition." + "\n" * AT_ONCE):
        answer = client.post("/v2/check", data={"text": text, "language": "fr"}).json()
        found.append([match["rule"]["id"] for match in answer["matches"]])

    assert found[0] == found[1] == ["GRM001_DETERMINER_NOUN_GENDER"]


def test_a_name_of_a_stranger_is_refused() -> None:
    client = TestClient(create_app(), base_url="http://evil.example")

    assert client.get("/v2/info").status_code == 400


def test_pages_are_kept_in_their_place(client: TestClient) -> None:
    answer = client.get("/")

    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    for name in ("/app.js", "/style.css"):
        assert client.get(name).status_code == 200
        assert name in answer.text
    assert client.get("/../pyproject.toml").status_code == 404
    assert "http" not in answer.text.replace("http-equiv", "")  # nothing from outside


def test_cors_is_by_request() -> None:
    asked = {"Origin": "https://editor.example"}
    closed = TestClient(create_app(), base_url="http://localhost")
    opened = TestClient(
        create_app(Settings(cors=("https://editor.example",))), base_url="http://localhost"
    )

    assert "access-control-allow-origin" not in closed.get("/v2/info", headers=asked).headers
    answer = opened.get("/v2/info", headers=asked)
    assert answer.headers["access-control-allow-origin"] == "https://editor.example"


def test_words_of_a_project(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    client = TestClient(create_app(Settings(words=str(path))), base_url="http://localhost")
    asked = {"text": "Une récuppération bien lente.", "language": "fr"}
    assert client.post("/v2/check", data=asked).json()["matches"]

    assert client.post("/v2/words/add", data={"word": "récuppération"}).json() == {"added": True}
    assert client.post("/v2/words/add", data={"word": "récuppération"}).json() == {"added": False}

    assert client.post("/v2/check", data=asked).json()["matches"] == []
    assert client.get("/v2/words").json() == {"words": ["récuppération"]}
    assert path.read_text("utf-8") == "récuppération\n"
    assert client.post("/v2/words/delete", data={"word": "récuppération"}).json()["deleted"]
    assert client.post("/v2/words/add", data={"word": "deux mots"}).status_code == 400


def test_an_upstream_that_is_gone_takes_nothing_away() -> None:
    app = create_app(Settings(upstream="http://127.0.0.1:9", timeout=2))
    client = TestClient(app, base_url="http://localhost")

    answer = client.post("/v2/check", data={"text": "Le coalition.", "language": "fr"}).json()

    assert len(answer["matches"]) == 1
    assert answer["warnings"]["incompleteResults"]


parts = st.lists(
    st.one_of(
        st.text(max_size=8).map(lambda text: Part(text, text)),
        st.tuples(st.text(min_size=1, max_size=6), st.sampled_from(["", " ", "é", "\n"])).map(
            lambda pair: Part(*pair)
        ),
    ),
    max_size=8,
)


@cheap
@given(parts=parts, data=st.data())
def test_the_way_back_to_what_was_sent(parts: list[Part], data: st.DataObject) -> None:
    sent = Sent(parts)
    start = data.draw(st.integers(0, len(sent.text)))
    end = data.draw(st.integers(start, len(sent.text)))

    first, last = sent.span(start, end)
    offset, stop = sent.units(first, last)

    assert 0 <= first <= last <= len(sent.sent)
    raw = sent.sent.encode("utf-16-le", "surrogatepass")
    found = raw[2 * offset : 2 * stop].decode("utf-16-le", "surrogatepass")
    assert found == sent.sent[first:last]
    if end > start and sent.is_text(start, end):
        assert sent.sent[first:last] == sent.text[start:end]
