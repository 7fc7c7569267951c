"""Kinds of action that are never put for one another, such as a plan and statistics."""

from __future__ import annotations

from anbefal.analysis.ask.asks import Part

TOLD_APART = (
    "plan",
    "data",
    "awareness",
    "train",
    "resources",
    "prohibit",
    "institution",
    "legislate",
    "services",
    "remedy",
    "prosecute",
    "consult",
)
"""Kinds of action that make another ask where only one text has them."""


def are_of_other_kinds(one: Part, other: Part) -> bool:
    """Return whether each asks for a kind of action, and for none that the other asks for."""
    kinds = [{kind for kind in part.actions if kind in TOLD_APART} for part in (one, other)]
    return all(kinds) and kinds[0].isdisjoint(kinds[1])
