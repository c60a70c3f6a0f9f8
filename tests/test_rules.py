"""Every rule proves itself from its own examples."""

from __future__ import annotations

import functools
import json
import re

import pytest

from frclean.config import Config
from frclean.document import Document, Span
from frclean.finding import Applicability, Finding
from frclean.language.analysis import Analyser
from frclean.language.classes import Classes
from frclean.language.lexicon import lexicon
from frclean.language.patterns import checksum
from frclean.pipeline import Pipeline
from frclean.rules import ALL_RULES, RuleBook, Rules
from frclean.rules._prepared import ANCHORS
from frclean.rules.kinds import Bad, Good, Hit, Rule, every_example, unmarked

EXAMPLES = list(every_example(ALL_RULES))
GOOD = [(rule, example) for rule, example in EXAMPLES if isinstance(example, Good)]
BAD = [(rule, example) for rule, example in EXAMPLES if isinstance(example, Bad)]


def _label(value: object) -> str:
    return value.code if isinstance(value, Rule) else str(value)[:60]


@functools.cache
def _book(code: str) -> RuleBook:
    return RuleBook(rule for rule in ALL_RULES if rule.code == code)


def find(rule: Rule, text: str) -> list[Finding]:
    """What one rule says about a text, in order."""
    book = _book(rule.code)
    found = {(f.span, f.fixes): f for f in book.find(book.analyser.analyse(text))}
    return sorted(found.values(), key=lambda f: f.span)


@pytest.mark.parametrize(("rule", "example"), BAD, ids=_label)
def test_bad_example(rule: Rule, example: Bad) -> None:
    """A rule marks exactly what its example marks; its first fix repairs and silences it."""
    text, spans = unmarked(example)
    findings = find(rule, text)

    assert spans == [f.span for f in findings]
    if example.fixed is None:
        return
    edits = [edit for f in findings if f.fix for edit in f.fix.edits]
    repaired = Document.of(text).apply(edits).text
    assert example.fixed == repaired
    assert find(rule, repaired) == []


@pytest.mark.parametrize(("rule", "example"), GOOD, ids=_label)
def test_good_example(rule: Rule, example: Good) -> None:
    """A rule is silent on its good examples."""
    assert find(rule, example.text) == []


def _has_another_mistake(rule: Rule, example: Bad, step: Rules) -> bool:
    """True if another rule flags the sentence elsewhere: its repair is no clean sentence."""
    text, spans = unmarked(example)
    return any(
        f.code != rule.code and not any(f.span.overlaps(span) for span in spans)
        for f in step(Document.of(text))
    )


def test_no_rule_flags_what_another_calls_good() -> None:
    """All rules that are on stay silent on every good and every repaired sentence."""
    step = Rules(Config())
    texts = [(rule.code, example.text) for rule, example in GOOD]
    # A repaired sentence is right only where the repair is sure.
    texts += [
        (rule.code, example.fixed)
        for rule, example in BAD
        if example.fixed
        and rule.applicability is not Applicability.DISPLAY
        and not rule.preview
        and not _has_another_mistake(rule, example, step)
    ]
    flagged = [
        f"{code}: {f.code} {f.found!r} in {text!r}"
        for code, text in texts
        for f in step(Document.of(text))
    ]

    assert flagged == []


def test_every_rule_has_both_kinds_of_example() -> None:
    """No rule without a sentence that it flags and one that it must leave alone."""
    lacking = [
        rule.code
        for rule in ALL_RULES
        if {type(example) for example in rule.examples} != {Bad, Good}
    ]

    assert lacking == []


def test_codes_and_names_are_unique_and_well_formed() -> None:
    """One code, one name, one rule."""
    codes = [rule.code for rule in ALL_RULES]
    names = [rule.name for rule in ALL_RULES]

    assert sorted(set(codes)) == codes
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"(GRM|SPL|TYP)\d{3}", code) for code in codes)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in names)


def test_messages_are_sentences() -> None:
    """A message is a French sentence that ends, and a reason is given."""
    bad = [r.code for r in ALL_RULES if not re.search(r"[.?!»]$", r.message) or not r.why]

    assert bad == []


def test_anchors_belong_to_patterns() -> None:
    """No measured anchor is left behind by a pattern that has changed (run the tool again)."""
    known = {checksum(pattern) for rule in ALL_RULES for pattern in rule.patterns}

    assert json.loads(ANCHORS.read_text("utf-8")).keys() <= known


def test_what_clean_leaves_out_silences_nothing() -> None:
    """``clean()`` asks the sure rules alone: no finding of another may silence one of theirs."""
    assert not [rule.code for rule in ALL_RULES if rule.shy and rule.reach is Applicability.SAFE]


def test_a_hit_is_trusted_no_further_than_its_rule() -> None:
    """What says SAFE beyond its record's reach would be in ``explain()`` and not in ``clean()``."""
    rule = next(rule for rule in ALL_RULES if rule.reach is Applicability.UNSAFE)
    analysis = Analyser(Classes(lexicon())).analyse("Un mot.")

    finding = rule.finding(Hit(Span(3, 6), ("mots",), Applicability.SAFE), analysis)

    assert finding.applicability is Applicability.UNSAFE


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_clean_and_explain_agree_on_examples(rule: Rule) -> None:
    """What ``clean()`` does not look for changes nothing in what it does."""
    pipeline = Pipeline(["rules"])
    for example in rule.examples:
        text = unmarked(example)[0] if isinstance(example, Bad) else example.text

        assert pipeline.clean(text) == pipeline.explain(text).text


def test_a_word_that_lacks_its_accent_is_not_cut_in_two() -> None:
    """« depart » is « départ », not « de part »."""
    [finding] = Pipeline(["rules"]).check("Le train est au depart ce matin.")

    assert (finding.found, finding.fixes[0].replacement) == ("depart", "départ")
