"""Who is to do what was promised or planned and is not reported to be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from anbefal.analysis.measures import HeldMeasure, is_done, is_overdue
from anbefal.documents.content.blocks import Run
from anbefal.documents.site.page import Link
from anbefal.documents.site.voice import Voice

OTHERS = ""
"""Stands for all who are no ministries."""


@dataclass(frozen=True, slots=True)
class Owed:
    """Measures that are not reported to be done, by who is to do them.

    A measure counts for each ministry that is to do it, and once for others.

    Attributes:
        open: Id of a ministry, or :data:`OTHERS`, to how many are not overdue.
        overdue: The same of those whose day has passed.
        others: Who the others are.
        nobody: Of how many it is not recorded who is to do them.
        is_shared: Whether several are to do one of them.
    """

    open: Mapping[str, int]
    overdue: Mapping[str, int]
    others: tuple[Link | Run, ...]
    nobody: int
    is_shared: bool


def owed(voice: Voice) -> Owed:
    """Return who is to do what is not reported to be done."""
    site = voice.site
    today, ministries = site.dataset.reference_date, {one.id for one in site.ministries}
    late = [one for one in site.measures if is_overdue(one.measure, today)]
    found = [
        one
        for one in site.measures
        if not is_done(one.measure) and not is_overdue(one.measure, today)
    ]
    who = dict.fromkeys(who for one in (*late, *found) for who in one.reach.answers)

    def counted(measures: list[HeldMeasure]) -> Mapping[str, int]:
        return Counter(
            key
            for one in measures
            for key in {who if who in ministries else OTHERS for who in one.reach.answers}
        )

    return Owed(
        open=counted(found),
        overdue=counted(late),
        others=tuple(voice.short(one) for one in who if one not in ministries),
        nobody=sum(not one.reach.answers for one in (*late, *found)),
        is_shared=any(len(one.reach.answers) > 1 for one in (*late, *found)),
    )
