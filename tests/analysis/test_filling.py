"""What a sheet offers beside what an assessment has."""

from __future__ import annotations

from typing import Any

import pytest

from anbefal.analysis.filling import Filling, fill
from anbefal.analysis.scoring import Given
from anbefal.model.assessment import Assessment


def filled(entry: dict[str, Any], offered: dict[str, Any], *, clear: bool = False) -> Filling:
    known = Assessment.model_validate(
        {"round": "2022", "assessor": "nett", "date": 2022, "scores": [{"theme": "bolig", **entry}]}
    )
    return fill(known, [Given("theme", "bolig", **offered)], clear=clear)


@pytest.mark.parametrize(
    ("old", "new", "outcome"),
    [
        (None, None, "open"),
        (None, 0, "new"),
        (3, 3.0, "unchanged"),
        (3, 4, "changed"),
        (3, None, "kept"),
    ],
)
def test_every_place_comes_to_one_thing(old: Any, new: Any, outcome: str) -> None:
    filling = filled({"values": {"hast": old}}, {"values": {"hast": new}})

    assert dict(filling.tally["value"]) == {outcome: 1}
    assert bool(filling.given[0].values) == (outcome in {"new", "changed"})


def test_what_is_empty_goes_where_that_is_asked_for() -> None:
    entry = {"values": {"hast": 3}, "reasons": {"hast": "Snart."}, "dissent": "Nei."}
    empty = {"values": {"hast": None}, "reasons": {"hast": None}, "dissent": ""}

    (given,) = filled(entry, empty, clear=True).given

    assert (given.values, given.reasons, given.dissent) == ({"hast": None}, {"hast": None}, "")


def test_spaces_around_a_text_are_no_change() -> None:
    filling = filled({"dissent": "Nei.\n"}, {"dissent": "Nei."})

    assert filling.given[0].dissent is None
    assert filling.tally["dissent"] == {"unchanged": 1}


def test_a_sheet_without_a_column_for_dissent_says_nothing_of_it() -> None:
    filling = filled({"dissent": "Nei."}, {}, clear=True)

    assert filling.given[0].dissent is None
    assert filling.tally["dissent"] == {}
