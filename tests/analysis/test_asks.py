"""Which records are one ask, and which of them is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from anbefal.analysis.asks import Ask, asks, asks_made_by
from repositories import Data, dataset, recommendation


def record(record_id: str, date: str | None = "2018", **more: Any) -> Data:
    """Return a record of the body that its id begins with."""
    body = record_id.split("-", maxsplit=1)[0]
    return recommendation(record_id, "helse", body=body, source={"date": date}, **more)


def same(record_id: str) -> Data:
    return {"same_as": [record_id]}


def repeats(record_id: str) -> Data:
    return {"repeats": [record_id]}


def in_question(records: Sequence[Data], *ids: str) -> tuple[Ask, ...]:
    """Return the asks of some records, each of one kind."""
    known = dataset(recommendations=records)
    return asks_made_by(known, [known.recommendations[one] for one in ids])


@pytest.mark.parametrize(
    ("records", "shown"),
    [
        pytest.param(
            [record("cat-1"), record("ccpr-1", "2019", links=same("cat-1"))], "ccpr-1", id="newest"
        ),
        pytest.param(
            [record("cat-1", "2018-12"), record("ccpr-1", "2018", links=same("cat-1"))],
            "cat-1",
            id="the first id, where the last days are the same",
        ),
        pytest.param(
            [record("cat-1", None), record("ccpr-1", "1999", links=same("cat-1"))],
            "ccpr-1",
            id="one with a date",
        ),
        pytest.param(
            [record("cat-1", "2024"), record("cat-2", None, links=repeats("cat-1"))],
            "cat-2",
            id="one that repeats another, whatever their dates",
        ),
        pytest.param(
            [
                record("cat-1", "2024"),
                record("cat-2", "2025", kind="follow-up-request", links=repeats("cat-1")),
                record("ccpr-1", "2018", links=same("cat-1")),
            ],
            "cat-1",
            id="one that another kind of record repeats",
        ),
    ],
)
def test_the_record_that_is_shown(records: list[Data], shown: str) -> None:
    (ask,) = asks(dataset(recommendations=records))

    assert ask.shown.id == shown


def test_what_is_not_in_question_belongs_to_the_ask_and_is_not_shown() -> None:
    records = [
        record("cat-1", "2012"),
        record("cat-2", "2018", links=repeats("cat-1")),
        record("cat-3", "2024", links=repeats("cat-2")),
        record("ccpr-1", "2020", links=same("cat-1")),
    ]

    (ask,) = in_question(records, "cat-1", "cat-2")

    assert [one.id for one in ask.records] == ["cat-2", "cat-1", "cat-3", "ccpr-1"]


def test_asks_stand_where_their_first_record_does_and_kinds_stand_apart() -> None:
    records = [
        record("cat-1"),
        record("cat-2", kind="concern", links=same("cat-1")),
        record("cat-3"),
        record("ccpr-1", "2019", links=same("cat-1")),
    ]

    found = in_question(records, "cat-1", "cat-3", "ccpr-1", "cat-2")

    assert [one.ids for one in found] == [("cat-1", "ccpr-1"), ("cat-3",), ("cat-2",)]
