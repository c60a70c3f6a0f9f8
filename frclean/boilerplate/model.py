"""The trained part: a score for each line by itself, then trees that look around it.

``model.json`` is made by ``tools/train_boilerplate.py``; it can be read: weights by the name of a
feature, trees as ``[what, threshold, if at most, if more]``. Above 0 is text, below is residue.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from frclean.boilerplate.forest import Forest

__all__ = ["Model", "the_model"]


@dataclass(frozen=True)
class Model:
    """Weights of the features of a line, and the trees."""

    bias: float
    weights: dict[str, float]
    forest: Forest
    digest: str

    def line_score(self, names: Iterable[str]) -> float:
        """The log odds that a line with these features is text, by itself."""
        weights = self.weights
        return self.bias + sum([weights[name] for name in names if name in weights])


@cache
def the_model() -> Model:
    """The model that comes with the package, read once."""
    return read_model(Path(__file__).with_name("model.json").read_text("utf-8"))


def read_model(text: str) -> Model:
    """A model from its JSON text."""
    data = json.loads(text)
    forest = Forest(data["names"], data["trees"])
    return Model(data["bias"], data["lines"], forest, data["digest"])
