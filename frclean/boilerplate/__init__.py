"""Text that is not the article: found, explained, taken out.

``Boilerplate`` is the step; ``Metadata`` is what it reads from the lines it takes out.
"""

from frclean.boilerplate.metadata import Metadata
from frclean.boilerplate.step import Boilerplate

__all__ = ["Boilerplate", "Metadata"]
