"""Conjugation: subjects and verbs, endings that sound alike, moods."""

from __future__ import annotations

from frclean.rules import (
    _conjugation_endings,
    _conjugation_mood,
    _conjugation_subject,
    _infinitive_or_participle,
    _subjects_without_noun,
)
from frclean.rules.kinds import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    _conjugation_subject.RULES
    + _conjugation_endings.RULES
    + _conjugation_mood.RULES
    + _infinitive_or_participle.RULES
    + _subjects_without_noun.RULES
)
