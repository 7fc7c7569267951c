"""How charts fill what they count. Each is told in words and numbers too, never by colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from anbefal.analysis.progress import Reached


@dataclass(frozen=True, slots=True)
class Fill:
    """How a box is filled.

    Attributes:
        colour: A variable of the style sheet, or ``none``.
        is_hatched: Whether lines stand in it.
        is_dashed: Whether its edge is broken.
    """

    colour: str
    is_hatched: bool = False
    is_dashed: bool = False


def _variable(name: str) -> Fill:
    return Fill(f"var(--chart-{name})")


STRONG, MIDDLE, EMPTY = _variable("1"), _variable("4"), _variable("none")

REACHED: Mapping[Reached, Fill] = {
    "implemented": _variable("1"),
    "partly-implemented": _variable("2"),
    "in-progress": _variable("3"),
    "not-started": _variable("4"),
    "not-accepted": _variable("5"),
    "contrary": _variable("6"),
    "no-longer-relevant": _variable("7"),
    "unsure": Fill("none"),
    "graded": Fill("var(--chart-none)", is_hatched=True),
    "no-report": Fill("none", is_dashed=True),
    "nothing": EMPTY,
}
"""What a track says last to how it is filled: seven colours for values, patterns for the rest."""
