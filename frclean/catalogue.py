"""Every code that frclean can report, with what there is to say about it."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

__all__ = ["catalogue"]


@functools.cache
def catalogue() -> Mapping[str, Any]:
    """Code -> record, in the order of the pipeline, then of the codes."""
    from frclean.boilerplate.codes import CODES as boilerplate_codes
    from frclean.languagetool.codes import CODES as languagetool_codes
    from frclean.normalise.codes import CODES as normalise_codes
    from frclean.project.codes import CODES as suppression_codes
    from frclean.rules import ALL_RULES

    return {
        **normalise_codes,
        **boilerplate_codes,
        **{rule.code: rule for rule in ALL_RULES},
        **languagetool_codes,
        **suppression_codes,
    }
