"""Rules about hyphens."""

from __future__ import annotations

from frclean.rules.kinds import Rule

RULES: tuple[Rule, ...] = ()
