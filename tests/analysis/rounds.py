"""Small rounds of assessments in which most values are given, drawn by hypothesis."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from hypothesis import strategies as st

from analysis.obvious import World
from analysis.worlds import ASSESSORS, CRITERIA, SCALES

ITEMS = ["arbeid", "barn", "frihet", "helse", "vold"]
OPEN = 5
"""Drawn for a place that is left open; less is a value, in quarters of the scale."""


@st.composite
def rounds(
    draw: st.DrawFn,
    *,
    items: tuple[int, int] = (2, 5),
    criteria: tuple[int, int] = (1, 3),
    assessors: tuple[int, int] = (1, 3),
    most: int = OPEN,
) -> World:
    """Return a round on themes alone; with `most` below `OPEN` every value is given."""
    low, high = (Fraction(end) for end in draw(st.sampled_from(SCALES)))
    chosen = {
        "items": ITEMS[: draw(st.integers(*items))],
        "criteria": CRITERIA[: draw(st.integers(*criteria))],
        "assessors": ASSESSORS[: draw(st.integers(*assessors))],
    }
    places = list(product(chosen["assessors"], chosen["items"], chosen["criteria"]))
    size = len(places)
    steps = draw(st.lists(st.integers(0, most), min_size=size, max_size=size))
    tenths = draw(st.lists(st.integers(1, 40), min_size=4, max_size=4))
    return World(
        weights={c: Fraction(n, 10) for c, n in zip(chosen["criteria"], tenths, strict=False)},
        low=low,
        high=high,
        themes=chosen["items"],
        main_themes={},
        assessors=chosen["assessors"],
        given={
            place: low + (high - low) * Fraction(step, 4)
            for place, step in zip(places, steps, strict=True)
            if step != OPEN
        },
    )


def world(
    given: dict[str, dict[str, dict[str, float | None]]], high: int = 4, **weights: float
) -> World:
    """Return a round on a scale from 0, written as assessor to theme to criterion to value."""
    themes = sorted({item for of_items in given.values() for item in of_items})
    return World(
        weights={criterion: Fraction(str(weight)) for criterion, weight in weights.items()},
        low=Fraction(0),
        high=Fraction(high),
        themes=themes,
        main_themes={},
        assessors=list(given),
        given={
            (assessor, item, criterion): None if value is None else Fraction(str(value))
            for assessor, of_items in given.items()
            for item, values in of_items.items()
            for criterion, value in values.items()
        },
    )
