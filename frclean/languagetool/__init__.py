"""LanguageTool as a step: what it finds, beside what our rules find."""

from frclean.languagetool.step import LanguageTool

__all__ = ["LanguageTool"]
