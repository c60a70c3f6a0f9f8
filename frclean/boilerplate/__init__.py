"""Text that is not the article: found, explained, taken out.

``Boilerplate`` is the step; ``Metadata`` is what it reads from the lines it takes out.
"""

from typing import TYPE_CHECKING, Any

from frclean.boilerplate.metadata import Metadata

if TYPE_CHECKING:
    from frclean.boilerplate.step import Boilerplate

__all__ = ["Boilerplate", "Metadata"]


def __getattr__(name: str) -> Any:
    # The step brings phrases and weights that a pipeline without it need not load.
    if name != "Boilerplate":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from frclean.boilerplate.step import Boilerplate

    return Boilerplate
