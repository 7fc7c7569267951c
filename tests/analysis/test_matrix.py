"""The matrix for the next report: what stands in it, and in which order."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from anbefal.analysis.matrix import Matrix, MatrixRow, matrix
from anbefal.analysis.paragraphs import numbering
from repositories import Data, dataset, meeting, recommendation, text, update

PLACES = ["9", "10", "10-11", "22", "22(a)", "22 (B)", "131.2", "131.22", "140.10"]


def test_places_are_sorted_as_people_count() -> None:
    assert sorted(set(PLACES), key=numbering) == PLACES


@given(st.text())
def test_any_numbering_has_its_place(place: str) -> None:
    assert numbering(place) <= numbering(place + "1")


def at(record_id: str, date: str | None, paragraph: str | None, **more: Any) -> Data:
    return recommendation(record_id, source={"date": date, "paragraph": paragraph}, **more)


def asked(*records: Data, since: int | None = None, **more: Any) -> Matrix:
    return matrix(dataset(recommendations=records, **more), "cat", since)


def row(one: str, *records: Data, **more: Any) -> MatrixRow:
    return next(row for row in asked(*records, **more).rows if row.record.id == one)


def test_the_newest_cycle_stands_first_and_unknown_places_last() -> None:
    found = asked(
        at("cat-a", "2012", "9"),
        at("cat-b", "2018", None),
        at("cat-c", "2018-06-05", "10"),
        at("cat-d", "2018", "9"),
        at("cat-e", None, "1"),
    )

    assert [(cycle.year, [one.record.id for one in cycle.rows]) for cycle in found.cycles] == [
        (2018, ["cat-d", "cat-c", "cat-b"]),
        (2012, ["cat-a"]),
        (None, ["cat-e"]),
    ]


def test_only_asks_of_the_body_since_a_year_and_of_no_known_year() -> None:
    records = [at("cat-a", "2012", "9"), at("cat-b", None, "1"), at("cat-c", "2018", "2")]
    others = [recommendation("ccpr-1", body="ccpr"), at("cat-d", "2018", "3", kind="concern")]

    found = asked(*records, *others, since=2018)

    assert [one.record.id for one in found.rows] == ["cat-c", "cat-b"]
    assert found.others == 1


def test_what_is_said_of_the_same_ask_elsewhere_says_where() -> None:
    own, other = update("reported", "in-progress", "2020"), update("reported", "implemented", "19")
    other["date"] = "2019"
    records = [
        at("cat-1", "2018", "9", status=[own], links={"same_as": ["ccpr-1"]}),
        recommendation("ccpr-1", body="ccpr", status=[other]),
    ]

    said = row("cat-1", *records).reported

    assert [(one.record.id, str(one.said.date)) for one in said] == [
        ("cat-1", "2020"),
        ("ccpr-1", "2019"),
    ]


def test_who_asks_for_the_same_is_told_once() -> None:
    records = [
        at("cat-1", "2012", "9"),
        at("cat-2", "2018", "9", links={"repeats": ["cat-1"], "same_as": ["ccpr-1"]}),
        recommendation("ccpr-1", body="ccpr"),
    ]

    found = row("cat-2", *records)

    assert [one.id for one in found.repeats] == ["cat-1"]
    assert [one.body for one in found.elsewhere] == ["ccpr"]


def test_measures_that_address_it_are_there() -> None:
    promise = {"id": "veileder", "text": text("Lage en veileder."), "addresses": ["cat-1"]}
    other = {**promise, "id": "kurs", "addresses": ["cat-2"]}
    held = meeting("2022-helse", "helse", "held", commitments=[promise, other])
    records = [at("cat-1", "2012", "9"), at("cat-2", "2012", "10")]

    found = row("cat-1", *records, meetings=[held])

    assert [one.id for one in found.measures] == ["2022-helse/veileder"]
