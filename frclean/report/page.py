"""The page of a rule, made from its record: for ``frclean rule CODE`` and for docs/rules/."""

from __future__ import annotations

from typing import Any

from frclean.rules.kinds import Bad, Good

__all__ = ["page", "summary"]

_SAFETY = {
    "safe": "**Sûre** : `clean()` l'applique sans qu'on le demande.",
    "unsafe": "**À confirmer** : appliquée avec `unsafe_fixes=True` seulement.",
    "display": "**Montrée** : jamais appliquée, plusieurs lectures sont possibles.",
}


def summary(record: Any) -> dict[str, Any]:
    """Code, name, family, safety and reason of a record, as JSON-ready values."""
    return {
        "code": record.code,
        "name": record.name,
        "family": record.code.rstrip("0123456789"),
        "applicability": str(getattr(record, "applicability", "safe")),
        "preview": bool(getattr(record, "preview", False)),
        "message": record.message,
        "why": record.why,
    }


def page(record: Any) -> str:
    """The page of a rule as Markdown."""
    facts = summary(record)
    parts = [f"# {facts['code']} · {facts['name']}", facts["why"]]
    if facts["preview"]:
        parts.append("Règle à l'essai (*preview*) : elle n'est active que sur demande.")
    parts.append(f"## Réparation\n\n{_SAFETY[facts['applicability']]}")
    parts += _examples(record)
    source = getattr(record, "source", "")
    if source:
        parts.append(f"## Source\n\n{source}")
    parts.append(
        "## La faire taire\n\n"
        f'`ignore=("{facts["code"]}",)`, ou `<!-- frclean: ignore {facts["code"]} -->` '
        "au bout de la ligne, ou « [sic] » derrière le mot."
    )
    return "\n\n".join(parts) + "\n"


def _examples(record: Any) -> list[str]:
    """Wrong → right, then what stays silent."""
    wrong, silent = [], []
    for example in record.examples:
        if isinstance(example, Bad):
            marked = example.text.replace("{{", "**").replace("}}", "**")
            wrong.append(f"- {marked}" + (f" → {example.fixed}" if example.fixed else ""))
        elif isinstance(example, Good):
            silent.append(f"- {example.text}")
        else:
            before, after = _before_and_after(example)
            if before == after:
                silent.append(_block(before))
            else:
                wrong.append(f"{_block(before)}\n\ndevient\n\n{_block(after)}")
    return [
        f"## {title}\n\n" + "\n".join(rows)
        for title, rows in (("Ce qu'elle signale", wrong), ("Ce qu'elle laisse", silent))
        if rows
    ]


def _before_and_after(example: Any) -> tuple[str, str]:
    if hasattr(example, "source"):
        return example.source, example.text
    return example.before, example.after


def _block(text: str) -> str:
    return f"```text\n{_visible(text)}\n```"


def _visible(text: str) -> str:
    """``text`` with what nobody can see spelled out."""
    return "".join(
        c if c in "\n " or c.isprintable() else c.encode("unicode_escape").decode() for c in text
    )
