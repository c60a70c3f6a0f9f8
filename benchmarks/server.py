"""``frclean serve`` under load, and asked nonsense; only ever on this machine.

``python benchmarks/server.py load``: 50 connections for 60 s, texts of all sizes up to the limit.
``python benchmarks/server.py fuzz``: 10,000 requests of LanguageTool's API, mutated at random.
``python benchmarks/server.py paragraphs``: the time of one paragraph, one request after another.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import sys
import time
from collections import Counter
from pathlib import Path
from urllib.parse import urlencode

import httpx2 as httpx

sys.path.insert(0, str(Path(__file__).parent))
import corpus
from served import served

LIMIT = 100_000  # characters, the server's default
CONNECTIONS = 50


def texts() -> list[str]:
    """Ten short texts, three articles, and one as long as may be."""
    articles = corpus.scraped(60)
    whole = "\n\n".join(articles)
    longest = (whole * (1 + LIMIT // len(whole)))[:LIMIT]
    return [*(article[:300] for article in articles[:40]), *articles[:12], longest]


async def load(seconds: float) -> None:
    """Counts of answers, times, and the server's memory every few seconds."""
    chosen = texts()
    with served() as (url, process):
        counts: Counter[str] = Counter()
        times: list[float] = []
        memory: list[int] = []
        end = time.monotonic() + seconds

        async def one(number: int, client: httpx.AsyncClient) -> None:
            rng = random.Random(number)
            while time.monotonic() < end:
                started = time.perf_counter()
                try:
                    form = {"language": "fr", "text": rng.choice(chosen)}
                    answer = await client.post(f"{url}/v2/check", data=form)
                    counts[str(answer.status_code)] += 1
                    if answer.status_code == 200:
                        times.append(time.perf_counter() - started)
                    else:
                        await asyncio.sleep(float(answer.headers.get("Retry-After", 1)))
                except httpx.HTTPError as error:
                    counts[type(error).__name__] += 1

        async def watch() -> None:
            while time.monotonic() < end:
                await asyncio.sleep(seconds / 6)
                memory.append(process.memory_info().rss // 2**20)

        limits = httpx.Limits(max_connections=CONNECTIONS)
        async with httpx.AsyncClient(limits=limits, timeout=60) as client:
            await asyncio.gather(watch(), *(one(n, client) for n in range(CONNECTIONS)))
    print(f"answers: {dict(counts)}")
    print(f"median {statistics.median(times):.2f} s; memory in MiB: {memory}")


def paragraphs() -> None:
    """Median and 95th percentile, in milliseconds."""
    chosen = list(dict.fromkeys(
        part for text in corpus.articles(60) for part in text.split("\n\n") if len(part) > 200
    ))[:200]  # fmt: skip
    with served() as (url, _), httpx.Client() as client:
        for turn in range(2):  # the first round warms up
            times = []
            for text in chosen:
                started = time.perf_counter()
                client.post(f"{url}/v2/check", data={"language": "fr", "text": text})
                times.append(1000 * (time.perf_counter() - started))
            length, p95 = statistics.mean(map(len, chosen)), statistics.quantiles(times, n=20)[-1]
            print(f"round {turn + 1}: {len(chosen)} paragraphs of {length:.0f} characters: "
                  f"median {statistics.median(times):.1f} ms, 95 % {p95:.1f} ms")  # fmt: skip


_ANNOTATION = {"annotation": [{"text": "Il faut que je "}, {"markup": "<b>", "interpretAs": ""},
                              {"text": "soit 😀 là."}]}  # fmt: skip
_FORMS = (
    {"language": "fr", "text": "Il faut que je soit 😀 là."},
    {"language": "auto", "data": json.dumps(_ANNOTATION), "enabledOnly": "false"},
    {"language": "fr-CA", "text": "Le coalition.", "level": "picky", "disabledRules": "GRM001,X"},
)
_PIECES = (
    *(b"%", b"&", b"=", b"\0", b"\xff", b"%00", b"%ED%A0%80"),
    *(b"{", b"[[", b"null", b"\r\n", b"9" * 50),
)


def mutated(rng: random.Random) -> bytes:
    """A request with some bytes lost, doubled or replaced."""
    body = bytearray(urlencode(rng.choice(_FORMS)).encode())
    for _ in range(rng.randint(1, 8)):
        at = rng.randrange(len(body) + 1)
        body[at : at + rng.choice((0, 0, 1, 5))] = rng.choice(
            (*_PIECES, bytes([rng.randrange(256)]))
        )
    return bytes(body)


def fuzz(count: int) -> None:
    """Counts of answers; one of 500 or above ends the run with its request."""
    rng = random.Random(1)
    kinds = ("application/x-www-form-urlencoded", "application/json", "text/plain", "x")
    counts: Counter[int] = Counter()
    with served() as (url, _), httpx.Client() as client:
        for _ in range(count):
            body = mutated(rng)
            answer = client.post(
                f"{url}/v2/check", content=body, headers={"Content-Type": rng.choice(kinds)}
            )
            counts[answer.status_code] += 1
            if answer.status_code >= 500:
                raise SystemExit(f"{answer.status_code} for {body!r}")
    print(f"answers: {dict(counts)}")


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("load", "fuzz", "paragraphs"))
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--count", type=int, default=10_000)
    options = parser.parse_args()
    if options.what == "load":
        asyncio.run(load(options.seconds))
    elif options.what == "fuzz":
        fuzz(options.count)
    else:
        paragraphs()


if __name__ == "__main__":
    main()
