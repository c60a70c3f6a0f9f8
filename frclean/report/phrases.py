"""What reports say around the findings, in French and in English."""

from __future__ import annotations

__all__ = ["say"]

_PHRASES = {
    "clean": ("Rien à signaler.", "Nothing to report."),
    "found": ("{n} remarque{s}", "{n} finding{s}"),
    "fixable": (
        ", dont {n} que « frclean check --fix » répare ([*])",
        ", {n} of which “frclean check --fix” repairs ([*])",
    ),
    "unsafe": (
        " ; {n} réparation{s} à confirmer avec --unsafe-fixes",
        "; {n} more fix{es} with --unsafe-fixes",
    ),
    "fixed": ("{n} réparation{s} faite{s}", "{n} fix{es} applied"),
    "would": (
        "{n} réparation{s} à faire avec --fix",
        "{n} fix{es} to be applied with --fix",
    ),
    "none": ("rien à réparer", "nothing to fix"),
    "safe": ("réparation", "fix"),
    "to_confirm": ("à confirmer", "to be confirmed"),
    "choices": ("propositions", "suggestions"),
    "nothing": ("retirer", "remove"),
    "excluded": (
        "{n} fichier{s} nommé{s}, mais exclu{s} par la configuration",
        "{n} file{s} named, but excluded by the configuration",
    ),
    "not_utf8": (
        "{path} n'est pas en UTF-8 : vérifié, mais pas réparé (« frclean clean --in-place » le "
        "récrit en UTF-8)",
        "{path} is not UTF-8: checked, not repaired (“frclean clean --in-place” rewrites it)",
    ),
    "no_parser": (
        "{n} fichier{s} en Markdown, reStructuredText ou LaTeX lu{s} sans analyseur : les phrases "
        "qui contiennent du balisage ne sont vues qu'en morceaux (« pip install "
        "'frclean[formats]' »)",
        "{n} file{s} in Markdown, reStructuredText or LaTeX read without a parser: sentences with "
        "markup are seen only in pieces (“pip install 'frclean[formats]'”)",
    ),
    "stale": (
        "{n} remarque{s} de {path} ont disparu ; --write-baseline les en retire",
        "{n} finding{s} of {path} are gone; --write-baseline takes them out",
    ),
    "baseline": ("{n} remarque{s} notée{s} dans {path}", "{n} finding{s} written to {path}"),
    "watching": ("en attente de changements (Ctrl+C pour finir)…", "watching (Ctrl+C ends)…"),
    "no_files": ("aucun fichier à vérifier", "no files to check"),
}


def say(key: str, lang: str, n: int = 0, **values: object) -> str:
    """A phrase in French, or in English if ``lang`` is ``en``; ``n`` decides the plural.

    >>> say("found", "fr", 2), say("found", "en", 1)
    ('2 remarques', '1 finding')
    """
    plural = n > 1 if lang == "fr" else n != 1
    ends = {"s": "s" if plural else "", "es": "es" if plural else ""}
    return _PHRASES[key][lang == "en"].format(n=n, **ends, **values)
