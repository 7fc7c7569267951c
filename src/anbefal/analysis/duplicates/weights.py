"""The weights of the features, and what they add up to."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

Table = Literal["treaty", "other", "subject"]
"""The tables in ``weights.toml``."""

CONSTANT = "constant"

DIFFERS = (
    "only one",
    "one only",
    "one comes later",
    "no ",
    "subjects that one lacks",
    "groups that one lacks",
    "alike but for",
    "a broad and another",
    "other kinds of action",
)
"""How the names of features begin that say in what two asks differ: 0 for an ask beside itself."""

AGAINST = (*DIFFERS, "other asks beside it")
"""How the names of features begin that can only speak against two being the same, so that a weight
above 0 is chance. What stands beside the ask is one of them, though both may have it."""

DECIMALS = 3
"""What probabilities are rounded to, so that no machine's last bit decides."""


def probability(table: Table, features: Mapping[str, float]) -> float:
    """Return the probability that features speak for: the logistic function of their weighted sum.

    It is rounded to :data:`DECIMALS`.

    Features without a weight count nothing.

    Args:
        table: Whose weights.
        features: Name to value.
    """
    weights = _tables()[table]
    total = weights[CONSTANT] + sum(
        weight * features[name] for name, weight in weights.items() if name != CONSTANT
    )
    return round(1 / (1 + math.exp(-total)), DECIMALS)


@cache
def _tables() -> Mapping[str, Mapping[str, float]]:
    text = files("anbefal.analysis.duplicates").joinpath("weights.toml")
    return tomllib.loads(text.read_text(encoding="utf-8"))
