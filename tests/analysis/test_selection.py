"""Filters combine, and the words within one filter widen it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from anbefal.analysis.selection import Selection, select
from anbefal.model.dataset import Dataset
from repositories import dataset, meeting, recommendation, theme, update

DATA = dataset(
    themes=[theme("helse"), theme("vold")],
    recommendations=[
        recommendation(
            "cat-1",
            "vold",
            "helse",
            ministries=["jd", "bfd"],
            groups=["innsatte"],
            source={"date": "2018-06-05"},
            follow_up={"due": "2019-05"},
            status=[
                update("reported", "in-progress", "2019-01-01"),
                update("reported", "implemented", "2020-01-01"),
                update("assessed", "contrary", "2020-02-01", by="nim"),
            ],
            provenance={"verified": True},
        ),
        recommendation("cat-2", "helse", ministries=["bfd"], kind="concern"),
        recommendation(
            "ccpr-1", "vold", body="ccpr", groups=["barn"], source={"date": 2018}, follow_up={}
        ),
    ],
    meetings=[
        meeting("named", "vold", recommendations=["cat-1"]),
        meeting("whole-theme", "vold"),
    ],
)


def chosen(data: Dataset = DATA, **filters: Any) -> list[str]:
    return [record.id for record in select(data, Selection(**filters))]


def test_without_filters_everything_is_selected_sorted_by_id() -> None:
    assert chosen() == ["cat-1", "cat-2", "ccpr-1"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"bodies": ("ccpr",)}, ["ccpr-1"]),
        ({"themes": ("helse",)}, ["cat-1", "cat-2"]),
        ({"ministries": ("bfd",)}, ["cat-1", "cat-2"]),
        ({"groups": ("barn",)}, ["ccpr-1"]),
        ({"kinds": ("concern",)}, ["cat-2"]),
        ({"years": (2018,)}, ["cat-1", "ccpr-1"]),
        ({"verified": True}, ["cat-1"]),
        ({"verified": False}, ["cat-2", "ccpr-1"]),
        ({"meetings": ("named",)}, ["cat-1"]),
        ({"meetings": ("whole-theme",)}, ["cat-1", "ccpr-1"]),
    ],
)
def test_each_filter_selects_by_its_own_field(filters: Any, expected: list[str]) -> None:
    assert chosen(**filters) == expected


def test_only_the_newest_status_on_a_track_counts() -> None:
    assert chosen(reported=("in-progress",)) == []
    assert chosen(reported=("implemented",)) == ["cat-1"]


def test_the_two_tracks_are_never_mixed() -> None:
    assert chosen(reported=("contrary",)) == []
    assert chosen(assessed=("contrary",)) == ["cat-1"]


def test_none_selects_what_nobody_said_anything_about() -> None:
    assert chosen(reported=("none",)) == ["cat-2", "ccpr-1"]


def test_the_words_of_one_filter_widen_it() -> None:
    assert chosen(groups=("innsatte", "barn")) == ["cat-1", "ccpr-1"]


def test_filters_combine() -> None:
    assert chosen(bodies=("cat",), themes=("vold",)) == ["cat-1"]
    assert chosen(bodies=("ccpr",), themes=("helse",)) == []


@pytest.mark.parametrize(("day", "expected"), [("2019-05-30", []), ("2019-05-31", ["cat-1"])])
def test_a_deadline_in_a_month_is_due_by_its_last_day(day: str, expected: list[str]) -> None:
    assert chosen(due_before=date.fromisoformat(day)) == expected


def test_the_newest_of_entries_of_one_day_is_the_one_that_stands_last() -> None:
    log = [
        update("reported", "implemented", "2020-01-01"),
        update("reported", "contrary", "2020-01-01"),
    ]
    data = dataset(recommendations=[recommendation("cat-1", status=log)])

    assert chosen(data, reported=("contrary",)) == ["cat-1"]


def test_the_newest_entry_may_stand_first_in_the_file() -> None:
    log = [
        update("reported", "implemented", "2020-02"),
        update("reported", "in-progress", "2019-12-31"),
    ]
    data = dataset(recommendations=[recommendation("cat-1", status=log)])

    assert chosen(data, reported=("implemented",)) == ["cat-1"]
