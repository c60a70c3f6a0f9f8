"""Rules about spelling."""

from __future__ import annotations

from frclean.rules.kinds import Rule

RULES: tuple[Rule, ...] = ()
