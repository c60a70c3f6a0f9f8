"""frclean cleans scraped French articles.

>>> import frclean
>>> frclean.clean("Chacun d'entres eux a parlé.")
"Chacun d'entre eux a parlé."
"""

from typing import TYPE_CHECKING, Any

from frclean.config import Config
from frclean.document import Document, Edit, Span
from frclean.finding import Applicability, Finding, Fix
from frclean.pipeline import PRESETS, STEPS, Pipeline, check, clean, explain
from frclean.version import __version__

if TYPE_CHECKING:
    from frclean.boilerplate.from_html import from_html
    from frclean.decoding import Decoded, decode
    from frclean.engine import Step
    from frclean.normalise.fold import fold
    from frclean.result import Metadata, Removed, Result

__all__ = [
    "PRESETS",
    "STEPS",
    "Applicability",
    "Config",
    "Decoded",
    "Document",
    "Edit",
    "Finding",
    "Fix",
    "Metadata",
    "Pipeline",
    "Removed",
    "Result",
    "Span",
    "Step",
    "__version__",
    "check",
    "clean",
    "decode",
    "explain",
    "fold",
    "from_html",
]

#: What is imported only when it is asked for, so that `import frclean` stays cheap.
_LATER = {
    "Decoded": "frclean.decoding",
    "Metadata": "frclean.result",
    "Removed": "frclean.result",
    "Result": "frclean.result",
    "Step": "frclean.engine",
    "decode": "frclean.decoding",
    "fold": "frclean.normalise.fold",
    "from_html": "frclean.boilerplate.from_html",
}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module 'frclean' has no attribute {name!r}")
    import importlib

    value = getattr(importlib.import_module(_LATER[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
