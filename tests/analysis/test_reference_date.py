"""Results are measured from the newest day in the data, never from the clock."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from anbefal.model.dataset import Dataset
from repositories import dataset, meeting, recommendation, scores, text, update


def test_a_day_that_was_asked_for_wins() -> None:
    data = dataset(as_of=date(2020, 1, 1), assessments=[scores("juss", {}, date="2024-01-01")])

    assert data.reference_date == date(2020, 1, 1)


def test_without_any_date_there_is_none() -> None:
    assert Dataset().reference_date is None


LOG = [update("reported", "implemented", "2024-05-06")]
MEASURE = {"id": "kurs", "text": text("Kurs"), "updates": LOG, "due": 2030}


@pytest.mark.parametrize(
    "records",
    [
        {"recommendations": [recommendation("a", source={"date": "2024-05-06"})]},
        {"recommendations": [recommendation("a", provenance={"seen": "2024-05-06"})]},
        {"recommendations": [recommendation("a", status=LOG)]},
        {
            "recommendations": [
                recommendation("a", state_position={"value": "noted", "date": "2024-05-06"})
            ]
        },
        {
            "recommendations": [
                recommendation(
                    "a",
                    follow_up={"grades": [{"date": "2024-05-06", "scale": "cat", "value": "B"}]},
                )
            ]
        },
        {"assessments": [scores("juss", {}, date="2024-05-06")]},
        {"meetings": [meeting("m", "vold", requested_on="2024-05-06")]},
        {"meetings": [meeting("m", "vold", "held", date="2024-05-06")]},
        {"meetings": [meeting("m", "vold", commitments=[MEASURE])]},
        {"plans": [{"id": "p", "title": text("Plan"), "decided": "2024-05-06"}]},
        {"plans": [{"id": "p", "title": text("Plan"), "measures": [MEASURE]}]},
        {
            "plans": [
                {
                    "id": "p",
                    "title": text("Plan"),
                    "reports": [{"id": "r", "date": "2024-05-06"}],
                }
            ]
        },
    ],
    ids=[
        "source",
        "seen",
        "status",
        "position",
        "grade",
        "assessment",
        "requested",
        "held",
        "commitment",
        "decided",
        "measure",
        "report",
    ],
)
def test_a_day_on_which_something_happened_counts(records: Any) -> None:
    assert dataset(**records).reference_date == date(2024, 5, 6)


@pytest.mark.parametrize(
    "records",
    [
        {"recommendations": [recommendation("a", follow_up={"due": "2030-01-01"})]},
        {"meetings": [meeting("m", "vold", "confirmed", date="2030-01-01")]},
        {"plans": [{"id": "p", "title": text("Plan"), "measures": [{**MEASURE, "updates": []}]}]},
    ],
    ids=["follow-up", "coming meeting", "measure"],
)
def test_a_day_that_is_only_planned_does_not_count(records: Any) -> None:
    assert dataset(**records).reference_date is None


def test_a_month_counts_from_its_first_day() -> None:
    data = dataset(recommendations=[recommendation("a", source={"date": "2024-05"})])

    assert data.reference_date == date(2024, 5, 1)
