r"""How much of fresh damage the normaliser repairs: ``python benchmarks/damage.py TEXTS.jsonl.gz``.

Paragraphs of a corpus that are in order are damaged in each way that French text is damaged on
its way, by a seed, and normalised. Printed: the share that comes back exactly; the share that the
gate lets through although ftfy would change it; what is changed in text that was not damaged.
"""

from __future__ import annotations

import argparse
import gzip
import html
import itertools
import json
import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import ftfy

import frclean

NORMALISE = frclean.Pipeline(["encoding", "whitespace"])
_WORD = re.compile(r"\w*[éèêàçùôîû]\w*")

Damage = Callable[[str, random.Random], str]


def read_as(wrong: str, right: str = "utf-8") -> Damage:
    """Bytes of one encoding read as another, undefined bytes as the control they are."""

    def damage(text: str, _: random.Random) -> str:
        return "".join(_decoded(byte, wrong) for byte in text.encode(right))

    return damage


def _decoded(byte: int, table: str) -> str:
    try:
        return bytes((byte,)).decode(table)
    except UnicodeDecodeError:
        return chr(byte)


def times(damage: Damage, count: int) -> Damage:
    """The same damage again."""

    def again(text: str, rng: random.Random) -> str:
        for _ in range(count):
            text = damage(text, rng)
        return text

    return again


def one_word(damage: Damage) -> Damage:
    """Only one word with an accent is damaged."""

    def inside(text: str, rng: random.Random) -> str:
        match = rng.choice(list(_WORD.finditer(text)))
        return text[: match.start()] + damage(match[0], rng) + text[match.end() :]

    return inside


def lost_space(text: str, rng: random.Random) -> str:
    """« à » whose no-break space became a space."""
    return read_as("cp1252")(text, rng).replace("\xa0", " ")


def _entity(char: str) -> str:
    return f"&{html.entities.codepoint2name.get(ord(char), f'#{ord(char)}')};"


def entities(text: str, _: random.Random) -> str:
    """Named entities for all that is not ASCII."""
    return "".join(char if char.isascii() else _entity(char) for char in text)


def numbers(text: str, _: random.Random) -> str:
    """Decimal entities."""
    return "".join(char if char.isascii() else f"&#{ord(char)};" for char in text)


def doubled(text: str, rng: random.Random) -> str:
    """Entities of entities."""
    return entities(text, rng).replace("&", "&amp;")


def apart(text: str, _: random.Random) -> str:
    """Letters and accents apart (NFD)."""
    return unicodedata.normalize("NFD", text)


def soft(text: str, rng: random.Random) -> str:
    """Soft hyphens and zero-width spaces inside words."""
    return re.sub(
        r"\w{4}(?=\w{3})",
        lambda match: match[0] + (rng.choice("\xad\u200b") if rng.random() < 0.3 else ""),
        text,
    )


def spaces(text: str, rng: random.Random) -> str:
    """Doubled and exotic blanks between words."""
    return re.sub(
        r"(?<=[^\W\d_]) (?=[^\W\d_])",
        lambda _: rng.choice((" ", " ", " ", "  ", "\t", "\u2003")),
        text,
    )


def wrapped(text: str, rng: random.Random) -> str:
    """Cut into lines of one width."""
    width, lines = rng.randint(60, 76), [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def lost(mark: str, share: float = 0.3) -> Damage:
    """Some letters with accents replaced by a mark."""

    def damage(text: str, rng: random.Random) -> str:
        some = [mark if rng.random() < share and char in "éèêàçùôîû" else char for char in text]
        return "".join(some)

    return damage


DAMAGES: dict[str, Damage] = {
    "UTF-8 as Windows-1252": read_as("cp1252"),
    "UTF-8 as Latin-1": read_as("latin-1"),
    "UTF-8 as Latin-9": read_as("iso8859-15"),
    "UTF-8 as Mac Roman": read_as("mac_roman"),
    "UTF-8 as cp437": read_as("cp437"),
    "UTF-8 as cp850": read_as("cp850"),
    "twice": times(read_as("cp1252"), 2),
    "three times": times(read_as("cp1252"), 3),
    "one word": one_word(read_as("cp1252")),
    "lost no-break space": lost_space,
    "named entities": entities,
    "decimal entities": numbers,
    "doubled entities": doubled,
    "letters and accents apart": apart,
    "soft hyphens, zero-width": soft,
    "CRLF": lambda text, _: text.replace("\n", "\r\n"),
    "blanks": spaces,
    "hard-wrapped (option unwrap)": wrapped,
    "Mac Roman as Windows-1252": read_as("cp1252", "mac_roman"),
    "Windows-1252 as Mac Roman": read_as("mac_roman", "cp1252"),
    "cp850 as Windows-1252": read_as("cp1252", "cp850"),
    "letters lost to U+FFFD": lost("\N{REPLACEMENT CHARACTER}"),
    "letters lost to ?": lost("?", 1.0),
}


def paragraphs(path: Path, rng: random.Random) -> list[str]:
    """Paragraphs of French that are in order, shuffled."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file if line.strip()]
    found = {part for text in texts for part in text.split("\n") if _is_fit(part)}
    chosen = sorted(found)
    rng.shuffle(chosen)
    return chosen


def _is_fit(part: str) -> bool:
    """True for a paragraph that the damages can be undone on: accents, one encoding, in order."""
    return (
        200 < len(part) < 900
        and len(_WORD.findall(part)) > 3
        and part == ftfy.fix_text(part, uncurl_quotes=False)
        and part == NORMALISE.clean(part)
        and _fits(part, "cp1252")
    )


def _fits(text: str, table: str) -> bool:
    try:
        text.encode(table)
    except UnicodeEncodeError:
        return False
    return True


def damaged(name: str, texts: list[str], count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Pairs of what was and what became of it."""
    rng, made = random.Random(f"{seed} {name}"), 0
    for before, other in itertools.pairwise(texts):
        text = f"{before}\n\n{other}" if name == "CRLF" else before
        try:
            after = DAMAGES[name](text, rng)
        except UnicodeEncodeError:
            continue  # a character that the wrong table does not have
        if after != text:
            yield text, after
            made += 1
        if made == count:
            return


def main() -> None:
    """Damage, repair, count, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":")[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--count", type=int, default=200, help="paragraphs of each kind")
    parser.add_argument("--failures", action="store_true", help="print what did not come back")
    options = parser.parse_args()
    texts = paragraphs(options.texts, random.Random(options.seed))
    unwrap = frclean.Pipeline(["encoding", "whitespace"], unwrap=True)
    missed = 0
    print(f"{len(texts)} paragraphs in order\n\n| damage | n | exact | ftfy exact |")
    print("|---|---|---|---|")
    for name in DAMAGES:
        pairs = list(damaged(name, texts, options.count, options.seed))
        pipeline = unwrap if "unwrap" in name else NORMALISE
        exact = [pipeline.clean(after) == before for before, after in pairs]
        theirs = [ftfy.fix_text(after, uncurl_quotes=False) for _, after in pairs]
        ftfy_exact = sum(t == before for t, (before, _) in zip(theirs, pairs, strict=True))
        missed += sum(
            pipeline.clean(after) == after and fixed == before
            for fixed, (before, after) in zip(theirs, pairs, strict=True)
        )
        count = len(pairs)
        print(f"| {name} | {count} | {sum(exact) / count:.3f} | {ftfy_exact / count:.3f} |")
        if options.failures:
            for (before, after), ok in zip(pairs, exact, strict=True):
                if not ok:
                    print(f"  {after!r}\n  {pipeline.clean(after)!r}\n  {before!r}")
    print(f"\nleft as it was, though ftfy repairs it: {missed}")


if __name__ == "__main__":
    main()
