"""Small made-up worlds to rank, drawn by hypothesis."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from analysis.obvious import World

THEMES = ["barn", "frihet", "helse", "vold"]
RECOMMENDATIONS = ["cat-1", "cat-2", "ccpr-1", "ccpr-2", "upr-1"]
ASSESSORS = ["forum", "juss", "nim"]
CRITERIA = ["alvor", "hast", "omfang", "plikt"]
SCALES = [(0, 4), (1, 5), (-2, 2), (0, 1)]


@st.composite
def worlds(draw: st.DrawFn) -> World:
    low, high = draw(st.sampled_from(SCALES))
    themes = draw(_some(THEMES))
    main = st.one_of(st.none(), st.sampled_from(themes))
    main_themes = {one: draw(main) for one in draw(_some(RECOMMENDATIONS))}
    assessors = draw(_some(ASSESSORS))
    criteria = draw(_some(CRITERIA))
    weights = {c: Fraction(draw(st.integers(1, 40)), 10) for c in criteria}
    value = st.integers(0, 4).map(lambda n: low + Fraction(n * (high - low), 4))
    place = st.tuples(
        st.sampled_from(assessors),
        st.sampled_from([*themes, *main_themes]),
        st.sampled_from(criteria),
    )
    given = draw(st.dictionaries(place, st.one_of(st.none(), value), max_size=30))
    return World(weights, Fraction(low), Fraction(high), themes, main_themes, assessors, given)


def _some(names: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), min_size=1, unique=True)
