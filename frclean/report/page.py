"""The page of a rule, made from its record: for ``frclean rule CODE`` and for docs/rules/."""

from __future__ import annotations

from typing import Any

from frclean.rules.kinds import Bad, Good

__all__ = ["page", "summary"]

_SAFETY = {
    "safe": (
        "**Sûre** : `clean()` l'applique sans qu'on le demande.",
        "**Safe**: `clean()` applies it unasked.",
    ),
    "unsafe": (
        "**À confirmer** : appliquée avec `unsafe_fixes=True` seulement.",
        "**To be confirmed**: applied with `unsafe_fixes=True` only.",
    ),
    "display": (
        "**Montrée** : jamais appliquée, plusieurs lectures sont possibles.",
        "**Shown**: never applied, there are several readings.",
    ),
}
_HEADINGS = {
    "preview": (
        "Règle à l'essai (*preview*) : elle n'est active que sur demande.",
        "On trial (*preview*): it is on only by request.",
    ),
    "repair": ("Réparation", "Repair"),
    "wrong": ("Ce qu'elle signale", "What it reports"),
    "silent": ("Ce qu'elle laisse", "What it leaves alone"),
    "becomes": ("devient", "becomes"),
    "source": ("Source", "Source"),
    "silence": ("La faire taire", "Silence it"),
    "how": (
        '`ignore=("{code}",)`, ou `<!-- frclean: ignore {code} -->` '
        "au bout de la ligne, ou « [sic] » derrière le mot.",
        '`ignore=("{code}",)`, or `<!-- frclean: ignore {code} -->` '
        "at the end of the line, or “[sic]” behind the word.",
    ),
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


def page(record: Any, lang: str = "fr") -> str:
    """The page of a rule as Markdown; in English the reason of a rule itself stays French."""
    facts = summary(record)
    english = lang == "en"
    parts = [
        f"# {facts['code']} · {facts['name']}",
        _message(record) if english else "",
        _reason(record) if english else record.why,
    ]
    if facts["preview"]:
        parts.append(_HEADINGS["preview"][english])
    parts.append(f"## {_HEADINGS['repair'][english]}\n\n{_SAFETY[facts['applicability']][english]}")
    parts += _examples(record, english)
    source = getattr(record, "source", "")
    if source:
        parts.append(f"## {_HEADINGS['source'][english]}\n\n{source}")
    how = _HEADINGS["how"][english].format(code=facts["code"])
    parts.append(f"## {_HEADINGS['silence'][english]}\n\n{how}")
    return "\n\n".join(filter(None, parts)) + "\n"


def _message(record: Any) -> str:
    """What the rule says in English, with … for what it would name."""
    from frclean.report.english import HEADS

    message = getattr(record, "message_en", "") or HEADS.get(record.code, "")
    return message.replace("{found}", "…").replace("{fixed}", "…").replace("{codes}", "…")


def _reason(record: Any) -> str:
    from frclean.report.english import REASONS

    reason: str = REASONS.get(record.code, record.why)
    return reason


def _examples(record: Any, english: bool) -> list[str]:
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
                becomes = _HEADINGS["becomes"][english]
                wrong.append(f"{_block(before)}\n\n{becomes}\n\n{_block(after)}")
    return [
        f"## {_HEADINGS[title][english]}\n\n" + "\n".join(rows)
        for title, rows in (("wrong", wrong), ("silent", silent))
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
