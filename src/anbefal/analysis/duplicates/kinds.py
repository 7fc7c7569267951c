"""Kinds of action and of deed, and how far they tell two asks apart."""

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
"""Kinds of action that make another ask where only one text has them, such as a plan."""

CONSIDER = "consider"
"""The strength of what is only to be considered, which makes another ask of any deed."""

STANDING = frozenset(
    {"ratify", "withdraw", "create", "abolish", "invite", "incorporate", "submit", "prohibit"}
    | {"adopt", "suspend"}
)
"""Deeds that are done or not done, so that to consider or continue them is another ask."""

BROAD = frozenset({"", "strengthen", "ensure", "combat", "reduce", "implement", "amend"})
"""Deeds in which one ask shades into another."""


def are_of_other_kinds(one: Part, other: Part) -> bool:
    """Return whether each asks for a kind of action, and for none that the other asks for."""
    kinds = [{kind for kind in part.actions if kind in TOLD_APART} for part in (one, other)]
    return all(kinds) and kinds[0].isdisjoint(kinds[1])
