"""The audit: what it counts, what it reads, what it writes."""

from __future__ import annotations

import gzip
import json
import random
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from frclean.audit.measure import Reader
from frclean.audit.reading import Entry, read_corpus
from frclean.audit.run import audit
from frclean.audit.summary import Part, interval
from frclean.cli import main
from frclean.pipeline import Pipeline
from frclean.testing import sample_articles, sample_scraped
from tests.budget import cheap

PROSE = (
    "Le conseil municipal a voté mardi soir la rénovation de la halle, fermée depuis deux ans. "
    "Les travaux commenceront au printemps et dureront huit mois, selon l’adjointe au patrimoine. "
    "Les commerçants demandent que la rue reste ouverte aux livraisons le matin."
)
ENGLISH = "The city council voted on Tuesday to rebuild the old market hall. " * 4
BARE = (
    "Le conseil a vote mardi soir la renovation de la halle, fermee depuis deux ans. Les travaux "
    "commenceront au printemps et dureront huit mois, selon les adjointes du maire de la ville, "
    "qui promettent que le marche se tiendra sur la place pendant tout ce temps."
)


def _flags(text: str) -> tuple[str, ...]:
    return Reader(Pipeline()).measure(Entry("un", text)).flags


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        (PROSE, ()),
        ("", ("EMP",)),
        ("Erreur 404", ("EMP",)),
        (ENGLISH, ("LNG",)),
        (BARE, ("ACC",)),
        (PROSE[:-20], ("TRU",)),
        (PROSE[:-1] + "…", ("TRU",)),
        (PROSE + " […]", ("TRU",)),
        (PROSE + " »", ()),
        (PROSE.replace("é", "Ã©"), ()),  # mojibake is no lost accent
        (PROSE.replace("é", "&eacute;"), ()),
    ],
)
def test_what_only_the_whole_shows(text: str, flags: tuple[str, ...]) -> None:
    assert _flags(text) == flags


def test_findings_are_counted_by_code() -> None:
    text = f"{PROSE}\n\nLe coalition a frappÃ© hier. Cela a durÃ© deux jours.\n\nCaptcha"
    found = Reader(Pipeline()).measure(Entry("un", text, "site", "2024-05-03"))

    assert found.is_read
    assert found.month == "2024-05"
    assert {"ENC001", "BPL001", "GRM001"} <= set(found.sure)
    assert found.removed >= len("Captcha")
    assert {s.code: s.found for s in found.snippets}["GRM001"] == "Le coalition"


def test_duplicates_and_near_duplicates() -> None:
    first, second, third = (article.text for article in sample_articles(3, seed=4))
    nearly = first.replace("Le ", "Ce ", 1)
    entries = [
        Entry("a", first), Entry("b", second), Entry("c", first.upper()), Entry("d", nearly),
        Entry("e", third),
    ]  # fmt: skip
    summary = audit(entries, Pipeline(["whitespace"])).summary

    assert [(key, other) for key, other, _ in summary.pairs] == [("c", "a"), ("d", "a")]
    assert summary.rate("DUP") == 40


def test_sites_and_months_are_parts_of_the_whole() -> None:
    entries = [
        Entry(str(i), text.dirty, f"site-{i % 3}", f"2024-0{1 + i % 4}-01")
        for i, text in enumerate(sample_scraped(24, seed=6))
    ]
    summary = audit(entries).summary

    for parts in (summary.sites, summary.months):
        assert sum(part.articles for part in parts.values()) == summary.total.articles == 24
        assert sum(part.kinds["BPL"] for part in parts.values()) == summary.total.kinds["BPL"]
    assert len(summary.worst_sites()) == 3


def test_two_workers_find_what_one_finds() -> None:
    entries = [
        Entry(str(i), text.dirty, "site", "2024-01")
        for i, text in enumerate(sample_scraped(150, seed=7))
    ]

    alone, together = audit(entries).summary, audit(entries, workers=2).summary

    assert alone.to_dict() == together.to_dict()
    assert alone.snippets == together.snippets


def test_a_sample_reads_a_share_and_counts_all() -> None:
    entries = [Entry(str(i), PROSE + "\n\nCaptcha") for i in range(400)]
    summary = audit(entries, sample=0.25).summary

    assert summary.total.articles == 400
    assert 60 < summary.total.read < 140
    assert summary.rate("BPL") == 100
    low, high = summary.total.interval("BPL")
    assert 95 < low < high == 100
    with pytest.raises(ValueError, match="sample must be a share in"):
        audit([], sample=25)


def test_what_a_glance_shows_is_known_of_every_text() -> None:
    """Encoding, language, accents, duplicates and lengths do not depend on the sample."""
    texts = [text.dirty for text in sample_scraped(80, seed=11, encoding=0.4)]
    texts += [ENGLISH, BARE, "", texts[0], texts[1]]
    entries = [Entry(str(i), text, f"site-{i % 2}") for i, text in enumerate(texts)]
    every, few = audit(entries).summary, audit(entries, sample=0.1).summary

    assert few.total.read < 20 < every.total.read == every.total.articles == len(entries)
    for kind in ("ENC", "LNG", "ACC", "DUP"):
        assert every.total.kinds[kind] == few.total.kinds[kind] > 0
        assert few.total.interval(kind) == (few.rate(kind), few.rate(kind))
    assert every.pairs == few.pairs
    assert (every.total.words, every.total.empty) == (few.total.words, few.total.empty)
    assert {c: n for c, n in every.sure.items() if c.startswith("ENC")} == {
        c: n for c, n in few.sure.items() if c.startswith("ENC")
    }


@cheap
@given(st.integers(0, 10**7), st.integers(0, 10**7), st.integers(0, 10**9))
@example(2277, 2277, 22459)
def test_a_rate_lies_in_its_interval(count: int, read: int, articles: int) -> None:
    read = min(read, articles)
    part = Part(articles, read=read, damaged=min(count, read))
    low, high = part.damaged_interval

    assert 0 <= low <= part.damaged_rate <= high <= 100


def test_intervals_hold_the_truth_nineteen_times_in_twenty() -> None:
    """Of many samples of one corpus, the share whose interval holds the corpus' own rate."""
    draw = random.Random(5)
    for rate in (0.02, 0.3):
        corpus = [draw.random() < rate for _ in range(3000)]
        truth = 100 * sum(corpus) / len(corpus)
        held = 0
        for _ in range(1000):
            low, high = interval(sum(draw.sample(corpus, 600)), 600, len(corpus))
            held += low <= truth <= high

        assert 0.93 <= held / 1000 <= 0.975


def test_lines_that_a_site_repeats_are_learnt() -> None:
    entries = [
        Entry(str(i), f"{article.text}\n\nLa Gazette du vendredi", "gazette")
        for i, article in enumerate(sample_articles(6, seed=8))
    ]

    assert [line.text for line in audit(entries).learnt.lines] == ["La Gazette du vendredi"]


# --- reading ------------------------------------------------------------------------------------

ROWS = [
    {"id": "1", "text": "Un « texte ».", "site": "a", "date": "2024-01-02"},
    {"id": "2", "text": "Deux\nlignes.", "site": "b", "date": "2024-02-03"},
]
ENTRIES = [Entry(r["id"], r["text"], r["site"], r["date"]) for r in ROWS]


def _jsonl(path: Path) -> None:
    path.write_text("\n\n".join(json.dumps(row) for row in ROWS) + "\n", encoding="utf-8")


def _jsonl_gz(path: Path) -> None:
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, ROWS)).encode()))


def _csv(path: Path) -> None:
    import csv

    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(ROWS[0]))
        writer.writeheader()
        writer.writerows(ROWS)


@pytest.mark.parametrize(
    ("name", "write"), [("a.jsonl", _jsonl), ("a.jsonl.gz", _jsonl_gz), ("a.csv", _csv)]
)
def test_every_format_gives_the_same(tmp_path: Path, name: str, write: Any) -> None:
    write(tmp_path / name)

    assert list(read_corpus(tmp_path / name)) == ENTRIES
    assert list(read_corpus(tmp_path)) == ENTRIES
    assert [e.site for e in read_corpus(tmp_path / name, by="date")] == ["2024-01-02", "2024-02-03"]


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_bytes_that_are_no_utf8_are_read_for_what_they_are(tmp_path: Path, name: str) -> None:
    """A corpus with a Windows row is what an audit is made for."""
    lines = {
        "a.jsonl": '{"id": "1", "text": "été"}\n{"id": "2", "text": "Noël"}\n',
        "a.csv": "id,text\n1,été\n2,Noël\n",
    }[name]
    good, bad = lines[: lines.index("Noël")], lines[lines.index("Noël") :]
    (tmp_path / name).write_bytes(good.encode() + bad.encode("cp1252"))

    assert [Entry("1", "été"), Entry("2", "Noël")] == list(read_corpus(tmp_path / name))


def test_damaged_and_unknown_files_are_named(tmp_path: Path) -> None:
    whole = gzip.compress(b'{"text": "a"}\n' * 5000)
    (tmp_path / "cut.jsonl.gz").write_bytes(whole[:-20])
    (tmp_path / "ragged.csv").write_text("id,text\n1,a,b\n", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "binary.txt").write_bytes(b"\0\1\2")

    for name, message in {
        "cut.jsonl.gz": "cut.jsonl.gz is damaged behind line",
        "ragged.csv": "ragged.csv, line 2: 3 cells under a header of 2",
        "picture.png": "picture.png: the ending says no format",
        "binary.txt": "binary.txt: a binary file",
    }.items():
        with pytest.raises(ValueError, match=message):
            list(read_corpus(tmp_path / name))


def test_parquet_gives_the_same(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    parquet.write_table(pa.Table.from_pylist(ROWS), tmp_path / "a.parquet")

    assert list(read_corpus(tmp_path / "a.parquet")) == ENTRIES


def test_folders_of_texts_name_their_site(tmp_path: Path) -> None:
    (tmp_path / "gazette").mkdir()
    (tmp_path / "gazette" / "un.txt").write_bytes("été".encode("cp1252"))
    (tmp_path / "deux.md").write_text("deux", encoding="utf-8")
    (tmp_path / "image.png").write_bytes(b"\0")

    assert list(read_corpus(tmp_path)) == [
        Entry("deux.md", "deux"), Entry("gazette/un.txt", "été", "gazette"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"titre": "x"}', "row 1 has no field text or content"),
        ("[1]", "line 1: not an object: list"),
        ('{"text": "a"}\n{', "line 2: not JSON"),
    ],
)
def test_bad_rows_are_named(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(ValueError, match=message):
        list(read_corpus(path))


# --- the command ---------------------------------------------------------------------------------


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.jsonl"
    rows = [
        {
            "id": f"n{i}",
            "site": ("courrier", "gazette", "<b>gras</b>")[i % 3],
            "date": f"2024-{1 + i % 6:02}-11",
            "text": text.dirty,
        }
        for i, text in enumerate(sample_scraped(60, seed=9, encoding=0.5))
    ]
    rows.append(
        {"id": "x", "site": "gazette", "date": "", "text": "<script>alert(1)</script> Ã©tÃ©"}
    )
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


class _Page(HTMLParser):
    """What a page holds: its tags, and what it would fetch."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.fetched: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            is_inside = (value or "").startswith("#")
            if name in ("src", "href", "xlink:href", "data", "srcset") and not is_inside:
                self.fetched.append(str(value))


def test_the_page_is_one_file_that_fetches_nothing(corpus: Path, tmp_path: Path) -> None:
    output = tmp_path / "audit.html"

    assert main(["audit", str(corpus), "-o", str(output)]) == 0

    html = output.read_text("utf-8")
    page = _Page(html)
    assert page.fetched == []
    assert page.tags.count("svg") == 3
    assert not {"script", "link", "iframe", "img"} & set(page.tags)
    assert "url(http" not in html
    assert "@import" not in html
    assert len(html.encode()) < 3_000_000
    for text in ("corpus.jsonl", "Les sites les plus abîmés", "courrier", "gazette", "BPL003"):
        assert text in html
    assert "&lt;b&gt;gras" in html
    assert "alert(1)" not in html.replace("&gt;alert(1)", "")


def test_figures_as_json_and_no_page(
    corpus: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["audit", str(corpus), "--json"]) == 0

    figures = json.loads(capsys.readouterr().out)
    assert figures["total"]["articles"] == 61
    assert set(figures["sites"]) == {"courrier", "gazette", "<b>gras</b>"}
    assert figures["total"]["percent"]["BPL"] > 90
    assert not (tmp_path / "audit.html").exists()


def test_a_sample_says_on_the_page_what_it_is(corpus: Path, tmp_path: Path) -> None:
    output = tmp_path / "audit.html"

    assert main(["audit", str(corpus), "-o", str(output), "--sample", "0.5"]) == 0
    assert "intervalle de confiance à 95" in output.read_text("utf-8")
    assert main(["audit", str(corpus), "-o", str(output), "--all"]) == 0
    assert "intervalle de confiance" not in output.read_text("utf-8")


@pytest.mark.parametrize(
    ("limits", "code"),
    [(["BPL=100"], 0), (["BPL=1"], 1), (["BPL001=100", "ENC=1"], 1), (["DUP=0.1"], 0)],
)
def test_the_gate(
    corpus: Path, limits: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [part for limit in limits for part in ("--max-rate", limit)]

    assert main(["audit", str(corpus), "--json", *arguments]) == code
    assert bool(
        re.search(r"^(BPL|ENC) : \d+\.\d\d % des textes, plus que 1 %", capsys.readouterr().err)
    ) == bool(code)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--max-rate", "EMC=1"], "Unknown kind or code 'EMC'; did you mean 'ENC'"),
        (["--max-rate", "ENC"], "--max-rate takes KIND=PERCENT, such as ENC=0.1, not 'ENC'"),
        (["--sample", "20"], "sample must be a share in (0, 1], not 20.0"),
        (["--field", "corps"], "row 1 has no field corps; it has id, site, date, text"),
    ],
)
def test_bad_options(
    corpus: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit", str(corpus), "--json", *arguments]) == 2
    assert message in capsys.readouterr().err


def test_the_lines_that_sites_repeat_are_written(corpus: Path, tmp_path: Path) -> None:
    from frclean.boilerplate.learnt import LearntLines

    main(["audit", str(corpus), "--json", "--learn", str(tmp_path / "learnt.toml")])

    LearntLines.read(tmp_path / "learnt.toml")


def test_an_empty_corpus_is_a_page_too(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("", encoding="utf-8")

    assert main(["audit", str(tmp_path / "a.jsonl"), "-o", str(tmp_path / "a.html")]) == 0
    assert "Aucun texte" in (tmp_path / "a.html").read_text("utf-8")
