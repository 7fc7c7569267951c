"""What a sheet offers beside what an assessment has."""

from __future__ import annotations

from typing import Any

import pytest

from anbefal.analysis.filling import Filling, fill, reasons_that_stay
from anbefal.analysis.scoring import Given, ScoreChange
from anbefal.model.assessment import Assessment


def assessment(entry: dict[str, Any]) -> Assessment:
    return Assessment.model_validate(
        {"round": "2022", "assessor": "nett", "date": 2022, "scores": [{"theme": "bolig", **entry}]}
    )


def filled(entry: dict[str, Any], offered: dict[str, Any], *more: Any, **how: bool) -> Filling:
    return fill(assessment(entry), [Given("theme", "bolig", **offered)], *more, **how)


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


@pytest.mark.parametrize(
    ("exported", "stored", "sheet", "outcome"),
    [
        (2, 2, 2, "unchanged"),
        (2, 2, 4, "changed"),
        (2, 3, 2, "later"),
        (None, 3, None, "later"),
        (2, None, 2, "later"),
        (2, 3, 3, "unchanged"),
        (2, 3, 4, "conflict"),
        (None, 3, 4, "conflict"),
        (2, None, 4, "conflict"),
        (None, None, 4, "new"),
        (2, 2, None, "kept"),
        (2, 3, None, "kept"),
        (2, None, None, "open"),
    ],
)
def test_only_what_differs_from_the_export_was_written(
    exported: Any, stored: Any, sheet: Any, outcome: str
) -> None:
    place = ("theme", "bolig", "value", "hast")
    before = {} if exported is None else {place: exported}
    filling = filled({"values": {"hast": stored}}, {"values": {"hast": sheet}}, before)

    assert dict(filling.tally["value"]) == {outcome: 1}
    assert bool(filling.given[0].values) == (outcome in {"new", "changed"})
    assert [(c.exported, c.stored, c.offered) for c in filling.conflicts] == (
        [(exported, stored, sheet)] if outcome == "conflict" else []
    )


@pytest.mark.parametrize(
    ("exported", "stored", "outcome"),
    [(2, 2, "removed"), (2, 3, "conflict"), (None, 3, "later")],
)
def test_what_is_empty_is_cleared_only_where_it_was_exported_and_is_the_same(
    exported: Any, stored: Any, outcome: str
) -> None:
    before = {("theme", "bolig", "value", "hast"): exported} if exported else {}
    filling = filled({"values": {"hast": stored}}, {"values": {"hast": None}}, before, clear=True)

    assert dict(filling.tally["value"]) == {outcome: 1}


def test_the_sheet_counts_in_a_conflict_where_that_is_asked_for() -> None:
    before = {("theme", "bolig", "dissent", None): "Nei."}
    filling = filled({"dissent": "Ja."}, {"dissent": "Kanskje."}, before, overwrite=True)

    assert (filling.given[0].dissent, filling.conflicts) == ("Kanskje.", ())


def test_a_reason_stays_beside_a_new_value_unless_it_changes_too() -> None:
    reasons = {"hast": "Snart.", "alvor": "Mye.", "omfang": "Mange."}
    known = assessment({"values": {"hast": 3}, "reasons": reasons})
    where = "theme", "bolig"
    changes = [
        ScoreChange(*where, "value", "hast", 3, 4),
        ScoreChange(*where, "value", "alvor", None, 4),
        ScoreChange(*where, "reason", "alvor", "Mye.", "Lite."),
    ]

    assert reasons_that_stay(known, changes) == {(*where, "hast"): "Snart."}
